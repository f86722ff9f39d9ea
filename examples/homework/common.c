/* SPDX-License-Identifier: MIT */
/* What all verbs do: open a plan as of a moment, print, save, and say what is wrong. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli.h"

int cli_usage(const char *message, const char *word)
{
    if (word)
        fprintf(stderr, "homework: %s: %s\n", word, message);
    else
        fprintf(stderr, "homework: %s\n", message);
    fputs("homework --help tells more\n", stderr);
    return EXIT_USAGE;
}

int cli_fail(const char *file, const hw_error *err)
{
    fprintf(stderr, "%s:", file);
    if (err->line)
        fprintf(stderr, "%d:", (int)err->line);
    fprintf(stderr, " %s", err->message);
    if (err->subject[0])
        fprintf(stderr, " [%s]", err->subject);
    fputc('\n', stderr);
    bool of_file =
        err->status == HW_ERR_IO || err->status == HW_ERR_NOT_DURABLE || err->status == HW_ERR_MEMORY;
    return of_file ? EXIT_FILE : EXIT_DATA;
}

void cli_problems(const char *file, const hw_problems *problems)
{
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        fprintf(stderr, "%s:", file);
        if (hw_problems_line_at(problems, i))
            fprintf(stderr, "%d:", (int)hw_problems_line_at(problems, i));
        fprintf(stderr, " %s: %s", hw_severity_name(hw_problems_severity_at(problems, i)),
                hw_problems_message_at(problems, i));
        if (hw_problems_subject_at(problems, i)[0])
            fprintf(stderr, " [%s]", hw_problems_subject_at(problems, i));
        fprintf(stderr, " (%s)\n", hw_problem_code_name(hw_problems_code_at(problems, i)));
    }
    if (hw_problems_dropped(problems))
        fprintf(stderr, "%s: and %zu more\n", file, hw_problems_dropped(problems));
}

char *cli_read(const char *path, size_t *size)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *data = NULL;
    size_t room = 0;
    *size = 0;
    while (file && !ferror(file) && !feof(file)) {
        if (room - *size < 65536) {
            room = room ? room * 2 : 131072;
            char *grown = realloc(data, room);
            if (!grown)
                break;
            data = grown;
        }
        *size += fread(data + *size, 1, room - *size, file);
    }
    bool good = file && feof(file) && !ferror(file);
    if (!good) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno ? errno : ENOMEM));
        free(data);
        data = NULL;
    }
    if (file && file != stdin)
        fclose(file);
    return data;
}

/* The moment that was asked for, or the clock's, as the client's clock shows it. */
static int read_now(cli_session *session)
{
    hw_error err;
    const char *zone = hw_settings_zone(hw_plan_settings(session->plan));
    hw_zones *zones = hw_zones_new(NULL, &err);
    int code = EXIT_GOOD;
    if (session->arguments->as_of) {
        if (hw_moment_parse(session->arguments->as_of, &session->now, &err) != HW_OK)
            code = cli_usage("not a moment", "--as-of");
        else if (session->now.precision != HW_PRECISION_EXACT) { /* a day: its end */
            hw_local end = {hw_moment_local(session->now).date, 86399};
            if (!zones || hw_zones_resolve(zones, zone, end, &session->now, NULL, &err) != HW_OK)
                code = cli_fail(session->arguments->plan, &err);
        }
    } else if (!zones || hw_zones_show(zones, zone, (hw_instant)time(NULL), &session->now, &err) != HW_OK) {
        code = cli_fail(session->arguments->plan, &err);
    }
    hw_zones_unref(zones);
    session->today = hw_moment_local(session->now).date;
    return code;
}

static int read_days(cli_session *session, int32_t first_day, int32_t last_day)
{
    hw_error err;
    const hw_settings *first = hw_plan_settings_revision_at(session->plan, 0);
    session->from = first_day == WHOLE_PLAN ? hw_revision_effective(hw_settings_revision(first)).date
                                            : hw_date_add_days(session->today, first_day);
    session->to = hw_date_add_days(session->today, last_day);
    if (hw_date_compare(session->to, session->from) < 0)
        session->from = session->to; /* before the plan began */
    if (session->arguments->from && hw_date_parse(session->arguments->from, &session->from, &err) != HW_OK)
        return cli_usage("not a day", "--from");
    if (session->arguments->to && hw_date_parse(session->arguments->to, &session->to, &err) != HW_OK)
        return cli_usage("not a day", "--to");
    if (hw_date_compare(session->to, session->from) < 0)
        return cli_usage("lies before the first day", "--to");
    return EXIT_GOOD;
}

int cli_open(cli_session *session, const cli_arguments *arguments, int32_t first_day, int32_t last_day)
{
    hw_error err;
    *session = (cli_session){.arguments = arguments};
    hw_read_options *options = hw_read_options_new(&err);
    session->problems = hw_problems_new(&err);
    if (!options || !session->problems) {
        hw_read_options_free(options);
        return cli_fail(arguments->plan, &err);
    }
    hw_read_options_set_salvage(options, arguments->salvage, &err);
    session->plan = hw_file_load(arguments->plan, options, session->problems, &session->file, &err);
    hw_read_options_free(options);
    if (!session->plan) {
        if (hw_problems_count(session->problems) == 0)
            return cli_fail(arguments->plan, &err);
        cli_problems(arguments->plan, session->problems);
        return EXIT_DATA;
    }
    cli_problems(arguments->plan, session->problems); /* warnings, and what was kept aside */
    int code = read_now(session);
    return code == EXIT_GOOD ? read_days(session, first_day, last_day) : code;
}

void cli_close(cli_session *session)
{
    hw_plan_free(session->plan);
    hw_file_free(session->file);
    hw_problems_free(session->problems);
}

int cli_save(cli_session *session)
{
    hw_error err;
    if (hw_file_save(session->file, session->plan, &err) != HW_OK)
        return cli_fail(session->arguments->plan, &err);
    return EXIT_GOOD;
}

int cli_print(const cli_session *session, const char *text, size_t size)
{
    hw_error err;
    const char *output = session->arguments->output;
    if (output)
        return hw_file_replace(output, text, size, &err) == HW_OK ? EXIT_GOOD : cli_fail(output, &err);
    if (fwrite(text, 1, size, stdout) != size || fflush(stdout) != 0) {
        fprintf(stderr, "homework: the output cannot be written\n");
        return EXIT_FILE;
    }
    return EXIT_GOOD;
}

int cli_print_table(const cli_session *session, hw_table *table, const hw_error *err)
{
    if (!table)
        return cli_fail(session->arguments->plan, err);
    hw_error problem;
    size_t size;
    char *text = session->arguments->format == FORMAT_CSV ? hw_table_to_csv(table, &size, &problem)
                                                          : hw_table_to_json(table, &size, &problem);
    int code = text ? cli_print(session, text, size) : cli_fail(session->arguments->plan, &problem);
    hw_string_free(text);
    hw_table_free(table);
    return code;
}

int32_t cli_percent(const char *text)
{
    char *end;
    long percent = strtol(text, &end, 10);
    return end != text && !*end && percent >= 0 && percent <= 100 ? (int32_t)percent : -1;
}

/* The plan's client; NULL if nobody has that role. */
static const char *client_of(const hw_plan *plan)
{
    for (size_t i = 0; i < hw_plan_person_count(plan); i++) {
        const hw_person *person = hw_plan_person_at(plan, i);
        if (hw_person_role(person) == HW_ROLE_CLIENT)
            return hw_person_id(person);
    }
    return NULL;
}

hw_change *cli_change(const cli_session *session, int *code)
{
    hw_error err;
    const cli_arguments *arguments = session->arguments;
    const char *by = arguments->by ? arguments->by : client_of(session->plan);
    if (!by) {
        *code = cli_usage("who records? The plan has no client", "--by");
        return NULL;
    }
    hw_change *change = hw_change_new(session->now, by, arguments->origin ? arguments->origin : "cli", &err);
    if (change && arguments->reason && hw_change_set_reason(change, arguments->reason, &err) != HW_OK) {
        hw_change_free(change);
        change = NULL;
    }
    if (!change)
        *code = cli_fail(arguments->plan, &err);
    return change;
}
