/* SPDX-License-Identifier: MIT */
/* The verb leaks, and the guard of remind: does a calendar tell what the plan says? */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

/* The options of the search; NULL after saying why. */
static hw_leaks_options *options_of(const cli_arguments *arguments, int *code)
{
    hw_error err;
    hw_leaks_options *options = hw_leaks_options_new(&err);
    bool good = options != NULL;
    for (int i = 0; good && i < arguments->terms.count; i++)
        good = hw_leaks_options_add_term(options, arguments->terms.words[i], &err) == HW_OK;
    if (good)
        return options;
    *code = cli_fail("--term", &err);
    hw_leaks_options_free(options);
    return NULL;
}

static void put_leak(FILE *out, const hw_leaks *leaks, size_t index)
{
    const char *const names[] = {hw_leaks_component_at(leaks, index), hw_leaks_property_at(leaks, index),
                                 hw_leaks_parameter_at(leaks, index)};
    const char *record = hw_leaks_record_at(leaks, index);
    if (hw_leaks_place_at(leaks, index) != HW_LEAK_FILE_NAME)
        fprintf(out, "line %zu: ", hw_leaks_line_at(leaks, index));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        fprintf(out, "%s%s", names[i], *names[i] ? " " : "");
    fprintf(out, "%s: %s", hw_leak_place_name(hw_leaks_place_at(leaks, index)),
            hw_leak_kind_name(hw_leaks_kind_at(leaks, index)));
    if (record)
        fprintf(out, " of %s, %s", record, hw_leaks_field_at(leaks, index));
    fputc('\n', out);
}

static void put_leaks(FILE *out, const hw_leaks *leaks)
{
    for (size_t i = 0; i < hw_leaks_count(leaks); i++)
        put_leak(out, leaks, i);
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

int cli_hold_leaks(const cli_session *session, const char *calendar, size_t size)
{
    hw_error err;
    int code = EXIT_GOOD;
    const char *output = session->arguments->output;
    hw_leaks_options *options = options_of(session->arguments, &code);
    if (!options)
        return code;
    hw_leaks *leaks = hw_plan_check_leaks(session->plan, calendar, size, options, &err);
    hw_leaks *named =
        leaks ? hw_plan_check_leaks_name(session->plan, output ? file_name(output) : "", options, &err)
              : NULL;
    if (!named)
        code = cli_fail(session->arguments->plan, &err);
    put_leaks(stderr, leaks);
    put_leaks(stderr, named);
    if (named && hw_leaks_count(leaks) + hw_leaks_count(named) > 0) {
        fprintf(stderr, "homework: the calendar tells more than is allowed; nothing was written\n");
        code = EXIT_DATA;
    }
    hw_leaks_free(named);
    hw_leaks_free(leaks);
    hw_leaks_options_free(options);
    return code;
}

static int print_leaks(cli_session *session, const hw_leaks *leaks)
{
    hw_error err;
    if (session->arguments->format != FORMAT_TEXT)
        return cli_print_table(session, hw_leaks_table(leaks, &err), &err);
    int code = cli_collect(session);
    if (code == EXIT_GOOD) {
        put_leaks(session->out, leaks);
        code = cli_print_collected(session);
    }
    return code;
}

int cli_leaks(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    size_t size;
    char *calendar = cli_read(arguments->words[0], &size);
    if (!calendar)
        return EXIT_FILE;
    int code = cli_open(&session, arguments, 0, 1);
    hw_leaks_options *options = code == EXIT_GOOD ? options_of(arguments, &code) : NULL;
    if (options) {
        hw_leaks *leaks = hw_plan_check_leaks(session.plan, calendar, size, options, &err);
        code = leaks ? print_leaks(&session, leaks) : cli_fail(arguments->words[0], &err);
        if (code == EXIT_GOOD && hw_leaks_count(leaks) > 0)
            code = EXIT_DATA;
        hw_leaks_free(leaks);
    }
    hw_leaks_options_free(options);
    cli_close(&session);
    free(calendar);
    return code;
}
