/* SPDX-License-Identifier: MIT */
/* The verbs that print a page, or its numbers as a table: report, agenda, sheet, areas. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "verbs.h"

/* How wide, in which language, and whether for a terminal; NULL after saying why. */
static hw_report_options *page_options(const cli_session *session, int *code)
{
    hw_error err;
    const cli_arguments *arguments = session->arguments;
    char *end = NULL;
    long columns = arguments->width ? strtol(arguments->width, &end, 10) : 80;
    if (arguments->width && (*end || columns < 40 || columns > 400)) {
        *code = cli_usage("40 to 400 columns", "--width");
        return NULL;
    }
    hw_report_options *options = hw_report_options_new(&err);
    if (options && hw_report_options_set_width(options, (int32_t)columns, &err) == HW_OK &&
        hw_report_options_set_language(options, arguments->language, &err) == HW_OK &&
        hw_report_options_set_terminal(options, !arguments->output && isatty(STDOUT_FILENO), &err) == HW_OK)
        return options;
    hw_report_options_free(options);
    *code = err.status == HW_ERR_SYNTAX ? cli_usage("a language tag, as en or de-AT", "--language")
                                        : cli_fail(arguments->plan, &err);
    return NULL;
}

/* Prints a text and frees it; NULL: says `err`. */
static int print_page(const cli_session *session, char *text, const hw_error *err)
{
    int code = text ? cli_print(session, text, strlen(text)) : cli_fail(session->arguments->plan, err);
    hw_string_free(text);
    return code;
}

static int print_report(cli_session *session)
{
    hw_error err;
    int code = EXIT_GOOD;
    if (session->arguments->format != FORMAT_TEXT) {
        hw_progress *progress =
            hw_plan_progress(session->plan, session->from, session->to, session->now.instant, NULL, &err);
        code = cli_print_table(session, progress ? hw_progress_table(progress, &err) : NULL, &err);
        hw_progress_free(progress);
        return code;
    }
    hw_report_options *options = page_options(session, &code);
    if (options)
        code = print_page(session,
                          hw_plan_report(session->plan, session->from, session->to, session->now.instant,
                                         options, &err),
                          &err);
    hw_report_options_free(options);
    return code;
}

int cli_report(const cli_arguments *arguments)
{
    cli_session session;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD)
        code = print_report(&session);
    cli_close(&session);
    return code;
}

static int print_sheet(cli_session *session)
{
    hw_error err;
    int code = EXIT_GOOD;
    const char *id = session->arguments->words[0];
    hw_report_options *options = page_options(session, &code);
    if (!options)
        return code;
    char *text = hw_plan_assignment_sheet(session->plan, id, session->now.instant, options, &err);
    hw_report_options_free(options);
    return text || err.status != HW_ERR_NOT_FOUND ? print_page(session, text, &err)
                                                  : cli_no_such_thing(session, id);
}

int cli_sheet(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, print_sheet);
}

/* The length that was asked for; 0 after saying that it is none. */
static int32_t length_of(const cli_arguments *arguments)
{
    double length = HW_AGENDA_USUAL_LENGTH;
    if (arguments->length &&
        (!cli_number(arguments->length, &length) || length != (int)length || length < 1 || length > 1000)) {
        cli_usage("a whole number from 1 to 1000", "--length");
        return 0;
    }
    return (int32_t)length;
}

static hw_agenda *make_agenda(const cli_session *session, int32_t length, hw_error *err)
{
    hw_agenda_options *options = hw_agenda_options_new(err);
    hw_agenda *agenda = options && hw_agenda_options_set_length(options, length, err) == HW_OK
                            ? hw_plan_session_agenda(session->plan, session->now.instant, options, err)
                            : NULL;
    hw_agenda_options_free(options);
    return agenda;
}

static int print_agenda(cli_session *session)
{
    hw_error err;
    int code = EXIT_GOOD;
    int32_t length = length_of(session->arguments);
    if (!length)
        return EXIT_USAGE;
    hw_agenda *agenda = make_agenda(session, length, &err);
    if (!agenda)
        return cli_fail(session->arguments->plan, &err);
    if (session->arguments->format != FORMAT_TEXT) {
        code = cli_print_table(session, hw_agenda_table(agenda, &err), &err);
    } else {
        hw_report_options *options = page_options(session, &code);
        if (options)
            code = print_page(session, hw_agenda_page(agenda, options, &err), &err);
        hw_report_options_free(options);
    }
    hw_agenda_free(agenda);
    return code;
}

int cli_agenda(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, print_agenda);
}
