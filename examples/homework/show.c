/* SPDX-License-Identifier: MIT */
/* The verbs that show: check, today, occurrences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "verbs.h"

#define MOVED_FROM 366 /* days: what has come from farther off is not looked for */

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

static void print_day(FILE *out, hw_date date)
{
    static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    fprintf(out, "%s %04d-%02d-%02d", weekdays[hw_date_weekday(date)], date.year, date.month, date.day);
}

/* Whether the revision that made it asks for so many times in a period. */
static bool is_quota(const cli_session *session, const hw_occurrences *list, size_t index)
{
    const char *id = hw_occurrences_assignment_at(list, index);
    size_t revision = hw_plan_assignment_revision_count(session->plan, id);
    while (revision-- > 0) {
        const hw_assignment *its = hw_plan_assignment_revision_at(session->plan, id, revision);
        if (strcmp(hw_revision_id(hw_assignment_revision(its)), hw_occurrences_revision_at(list, index)) == 0)
            return hw_assignment_schedule(its) == HW_SCHEDULE_QUOTA;
    }
    return false;
}

/* When it is due, by the clock; of a quota its first day. Other than its key only when it was moved: what a
 * change of the clocks makes of the time is no move. */
static hw_local due_of(const cli_session *session, const hw_occurrences *list, size_t index)
{
    hw_local key = hw_occurrences_key_at(list, index);
    hw_local due = hw_moment_local(hw_occurrences_due_at(list, index));
    if (is_quota(session, list, index) ||
        (hw_occurrences_fold_at(list, index) != HW_FOLD_NONE && hw_date_compare(due.date, key.date) == 0))
        return key;
    due.seconds = key.seconds == HW_ALL_DAY ? HW_ALL_DAY : due.seconds;
    return due;
}

static void print_time(FILE *out, hw_local local, const char *whole_day)
{
    print_day(out, local.date);
    if (local.seconds == HW_ALL_DAY)
        fputs(whole_day, out);
    else
        fprintf(out, " %02d:%02d", (int)local.seconds / 3600, (int)local.seconds / 60 % 60);
}

/* "Mon 2026-09-14 19:00  done          Slow breathing". A quota has a period: "  (until Sun 2026-09-20)".
 * What was moved says what it is known by: "  (moved from Sat 2026-09-12 19:00)". */
static void print_occurrence(const cli_session *session, const hw_occurrences *list, size_t index)
{
    const char *id = hw_occurrences_assignment_at(list, index);
    const char *title = hw_assignment_title(hw_plan_assignment(session->plan, id), NULL);
    hw_local key = hw_occurrences_key_at(list, index), due = due_of(session, list, index);
    print_time(session->out, due, "      ");
    fprintf(session->out, "  %-12s  ", hw_occurrence_status_name(hw_occurrences_status_at(list, index)));
    cli_put_clean(session->out, title ? title : id);
    hw_date last = hw_date_add_days(hw_moment_local(hw_occurrences_closes_at(list, index)).date, -1);
    if (is_quota(session, list, index) && hw_date_compare(key.date, last) < 0) {
        fputs("  (until ", session->out);
        print_day(session->out, last);
        fputc(')', session->out);
    }
    if (hw_local_compare(key, due) != 0) {
        fputs("  (moved from ", session->out);
        print_time(session->out, key, "");
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

/* A day that is so much earlier or later, as far as there are days. */
static hw_date day_beside(hw_date date, int32_t days)
{
    hw_date beside = hw_date_add_days(date, days);
    return hw_date_is_valid(beside) ? beside : date;
}

/* What is due from one day to another, and before it what of the days before is still waited for. */
static int print_days(cli_session *session, int32_t look_back)
{
    int code = cli_collect(session);
    hw_date earlier = day_beside(session->from, -look_back);
    hw_occurrences *list = code == EXIT_GOOD ? occurrences_of(session, day_beside(session->from, -MOVED_FROM),
                                                              day_beside(session->to, MOVED_FROM), &code)
                                             : NULL;
    size_t printed = 0;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_date due = due_of(session, list, i).date;
        hw_occurrence_status status = hw_occurrences_status_at(list, i);
        bool waiting =
            status == HW_STATUS_OPEN || (status == HW_STATUS_PARTIAL && !hw_occurrences_settled_at(list, i));
        if (hw_date_compare(due, earlier) < 0 || hw_date_compare(due, session->to) >= 0 ||
            (hw_date_compare(due, session->from) < 0 && !waiting))
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
        code = arguments->format == FORMAT_TEXT ? print_days(&session, look_back) : print_table(&session);
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
