/* SPDX-License-Identifier: MIT */
/* The verbs that show: check, report, today, occurrences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

int cli_check(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD) {
        hw_problems_clear(session.problems); /* those of reading have been said */
        if (hw_plan_check_entries(session.plan, session.problems, &err) != HW_OK)
            code = cli_fail(arguments->plan, &err);
        cli_problems(arguments->plan, session.problems);
        hw_log *log = hw_plan_entries(session.plan, &err);
        if (code == EXIT_GOOD && hw_plan_aside_count(session.plan) == 0)
            printf("%s: good: %zu assignments, %zu entries\n", arguments->plan,
                   hw_plan_assignment_count(session.plan), hw_log_count(log));
        else if (code == EXIT_GOOD)
            code = EXIT_DATA;
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

/* "2026-09-14 19:00  Slow breathing  done". */
static void print_occurrence(const cli_session *session, const hw_occurrences *list, size_t index)
{
    hw_error err;
    const char *id = hw_occurrences_assignment_at(list, index);
    const char *title = hw_assignment_title(hw_plan_assignment(session->plan, id), NULL);
    char *key = hw_local_text(hw_occurrences_key_at(list, index), &err);
    if (!key)
        return;
    if (strlen(key) > 16)
        key[16] = '\0'; /* no seconds */
    char *t = strchr(key, 'T');
    if (t)
        *t = ' ';
    printf("%-16s  %-12s  %s\n", key, hw_occurrence_status_name(hw_occurrences_status_at(list, index)),
           title ? title : id);
    hw_string_free(key);
}

static int show_occurrences(const cli_arguments *arguments, int32_t last_day)
{
    cli_session session;
    hw_error err;
    int code = cli_open(&session, arguments, 0, last_day);
    if (code == EXIT_GOOD) {
        hw_occurrences *list =
            hw_plan_occurrences(session.plan, session.from, session.to, session.now.instant, &err);
        if (!list || arguments->format != FORMAT_TEXT)
            code = cli_print_table(&session, list ? hw_occurrences_table(list, &err) : NULL, &err);
        else if (hw_occurrences_count(list) == 0)
            puts("Nothing is due.");
        for (size_t i = 0; arguments->format == FORMAT_TEXT && i < hw_occurrences_count(list); i++)
            print_occurrence(&session, list, i);
        hw_occurrences_free(list);
    }
    cli_close(&session);
    return code;
}

int cli_today(const cli_arguments *arguments)
{
    return show_occurrences(arguments, 1);
}

int cli_occurrences(const cli_arguments *arguments)
{
    return show_occurrences(arguments, 7);
}
