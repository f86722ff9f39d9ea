/* SPDX-License-Identifier: MIT */
/* The verbs that show: check, report, today, occurrences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "verbs.h"

int cli_check(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD) {
        size_t warnings = hw_problems_count(session.problems); /* those of reading have been said */
        hw_problems_clear(session.problems);
        if (hw_plan_check_entries(session.plan, session.problems, &err) != HW_OK)
            code = cli_fail(arguments->plan, &err);
        cli_problems(arguments->plan, session.problems);
        warnings += hw_problems_count(session.problems);
        hw_log *log = hw_plan_entries(session.plan, &err);
        if (hw_plan_aside_count(session.plan))
            code = EXIT_DATA;
        else if (code == EXIT_GOOD)
            printf("%s: good: %zu assignments, %zu entries, %zu warnings\n", arguments->plan,
                   hw_plan_assignment_count(session.plan), hw_log_count(log), warnings);
        hw_log_unref(log);
    }
    cli_close(&session);
    return code;
}

static int print_report(const cli_session *session)
{
    hw_error err;
    hw_report_options *options = hw_report_options_new(&err);
    const char *width = session->arguments->width;
    char *end = NULL;
    long columns = width ? strtol(width, &end, 10) : 80;
    if (width && (*end || columns < 40 || columns > 400)) {
        hw_report_options_free(options);
        return cli_usage("40 to 400 columns", "--width");
    }
    char *text = NULL;
    if (options && hw_report_options_set_width(options, (int32_t)columns, &err) == HW_OK &&
        hw_report_options_set_terminal(options, !session->arguments->output && isatty(STDOUT_FILENO), &err) ==
            HW_OK)
        text = hw_plan_report(session->plan, session->from, session->to, session->now.instant, options, &err);
    int code = text ? cli_print(session, text, strlen(text)) : cli_fail(session->arguments->plan, &err);
    hw_string_free(text);
    hw_report_options_free(options);
    return code;
}

static int print_progress(const cli_session *session)
{
    hw_error err;
    hw_progress *progress =
        hw_plan_progress(session->plan, session->from, session->to, session->now.instant, NULL, &err);
    int code = cli_print_table(session, progress ? hw_progress_table(progress, &err) : NULL, &err);
    hw_progress_free(progress);
    return code;
}

int cli_report(const cli_arguments *arguments)
{
    cli_session session;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD)
        code = arguments->format == FORMAT_TEXT ? print_report(&session) : print_progress(&session);
    cli_close(&session);
    return code;
}

static void print_day(FILE *out, hw_date date)
{
    static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    fprintf(out, "%s %04d-%02d-%02d", weekdays[hw_date_weekday(date)], date.year, date.month, date.day);
}

/* "Mon 2026-09-14 19:00  done          Slow breathing". A quota has a period: "  (until Sun 2026-09-20)". */
static void print_occurrence(const cli_session *session, const hw_occurrences *list, size_t index)
{
    const char *id = hw_occurrences_assignment_at(list, index);
    const hw_assignment *assignment = hw_plan_assignment(session->plan, id);
    const char *title = hw_assignment_title(assignment, NULL);
    hw_local key = hw_occurrences_key_at(list, index);
    print_day(session->out, key.date);
    if (key.seconds == HW_ALL_DAY)
        fputs("      ", session->out);
    else
        fprintf(session->out, " %02d:%02d", (int)key.seconds / 3600, (int)key.seconds / 60 % 60);
    fprintf(session->out, "  %-12s  ", hw_occurrence_status_name(hw_occurrences_status_at(list, index)));
    cli_put_clean(session->out, title ? title : id);
    hw_date last = hw_date_add_days(hw_moment_local(hw_occurrences_closes_at(list, index)).date, -1);
    if (hw_assignment_schedule(assignment) == HW_SCHEDULE_QUOTA && hw_date_compare(key.date, last) < 0) {
        fputs("  (until ", session->out);
        print_day(session->out, last);
        fputc(')', session->out);
    }
    fputc('\n', session->out);
}

static hw_occurrences *occurrences_of(const cli_session *session, hw_date from, hw_date to, int *code)
{
    hw_error err;
    hw_occurrences *list = hw_plan_occurrences(session->plan, from, to, session->now.instant, &err);
    if (!list)
        *code = cli_fail(session->arguments->plan, &err);
    return list;
}

/* What is due from one day to another, and before it what of the days before is still waited for. */
static int print_days(cli_session *session, hw_date earlier)
{
    int code = cli_collect(session);
    if (!hw_date_is_valid(earlier))
        earlier = session->from;
    hw_occurrences *list = code == EXIT_GOOD ? occurrences_of(session, earlier, session->to, &code) : NULL;
    size_t printed = 0;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        bool past = hw_date_compare(hw_occurrences_key_at(list, i).date, session->from) < 0;
        hw_occurrence_status status = hw_occurrences_status_at(list, i);
        bool waiting =
            status == HW_STATUS_OPEN || (status == HW_STATUS_PARTIAL && !hw_occurrences_settled_at(list, i));
        if (past && !waiting)
            continue;
        print_occurrence(session, list, i);
        printed++;
    }
    if (list && !printed)
        fputs("Nothing is due.\n", session->out);
    hw_occurrences_free(list);
    return code == EXIT_GOOD ? cli_print_collected(session) : code;
}

static int print_table(cli_session *session)
{
    hw_error err;
    int code = EXIT_GOOD;
    hw_occurrences *list = occurrences_of(session, session->from, session->to, &code);
    if (list)
        code = cli_print_table(session, hw_occurrences_table(list, &err), &err);
    hw_occurrences_free(list);
    return code;
}

static int show_occurrences(const cli_arguments *arguments, int32_t last_day, int32_t look_back)
{
    cli_session session;
    int code = cli_open(&session, arguments, 0, last_day);
    if (code == EXIT_GOOD)
        code = arguments->format == FORMAT_TEXT
                   ? print_days(&session, hw_date_add_days(session.from, -look_back))
                   : print_table(&session);
    cli_close(&session);
    return code;
}

int cli_today(const cli_arguments *arguments)
{
    return show_occurrences(arguments, 1, 31);
}

int cli_occurrences(const cli_arguments *arguments)
{
    return show_occurrences(arguments, 7, 0);
}
