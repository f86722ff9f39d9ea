/* SPDX-License-Identifier: MIT */
/* What all verbs work on: a plan that was read, as of a moment, over some days; how it is saved, and who
 * changes it. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nouns.h"

/* The client's zone at an instant: of the settings known by then, the last that had come into effect. */
static const char *zone_at(const hw_plan *plan, const hw_zones *zones, hw_instant instant)
{
    const char *zone = hw_settings_zone(hw_plan_settings_revision_at(plan, 0));
    for (size_t i = 1; i < hw_plan_settings_revision_count(plan); i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(plan, i);
        const hw_revision *revision = hw_settings_revision(settings);
        hw_error err;
        hw_moment there;
        if (hw_revision_recorded(revision).instant <= instant &&
            hw_zones_show(zones, hw_settings_zone(settings), instant, &there, &err) == HW_OK &&
            hw_local_compare(hw_revision_effective(revision), hw_moment_local(there)) <= 0)
            zone = hw_settings_zone(settings);
    }
    return zone;
}

/* --as-of, or --at where it is no moment of a practice. */
static const char *asked_moment(const cli_arguments *arguments)
{
    return arguments->as_of || strcmp(arguments->verb, "log") == 0 ? arguments->as_of : arguments->at;
}

/* The moment that was asked for, or the clock's; a day stands for its end. Today is what the client's
 * calendar shows then. */
static hw_status read_moment(cli_session *session, const hw_zones *zones, hw_error *err)
{
    const char *text = asked_moment(session->arguments);
    if (!text) {
        hw_instant instant = (hw_instant)time(NULL);
        return hw_zones_show(zones, zone_at(session->plan, zones, instant), instant, &session->now, err);
    }
    hw_moment asked;
    if (hw_moment_parse(text, &asked, err) != HW_OK)
        return HW_ERR_SYNTAX;
    if (asked.precision == HW_PRECISION_EXACT) {
        session->now = asked;
        return HW_OK;
    }
    hw_local end = {hw_moment_local(asked).date, 86399};
    hw_instant about = 86400 * (hw_instant)hw_date_days_between((hw_date){1970, 1, 1}, end.date);
    return hw_zones_resolve(zones, zone_at(session->plan, zones, about + 86399), end, &session->now, NULL,
                            err);
}

static int read_now(cli_session *session)
{
    hw_error err;
    hw_moment there;
    hw_zones *zones = hw_zones_new(NULL, &err);
    int code = EXIT_GOOD;
    if (!zones)
        return cli_fail(session->arguments->plan, &err);
    if (read_moment(session, zones, &err) != HW_OK)
        code = asked_moment(session->arguments)
                   ? cli_usage("not a moment or day", session->arguments->as_of ? "--as-of" : "--at")
                   : cli_fail(session->arguments->plan, &err);
    else if (hw_zones_show(zones, zone_at(session->plan, zones, session->now.instant), session->now.instant,
                           &there, &err) != HW_OK)
        code = cli_fail(session->arguments->plan, &err);
    else
        session->today = hw_moment_local(there).date;
    hw_zones_unref(zones);
    return code;
}

static int read_days(cli_session *session, int32_t first_day, int32_t last_day)
{
    hw_error err;
    const hw_settings *first = hw_plan_settings_revision_at(session->plan, 0);
    session->from = first_day == WHOLE_PLAN ? hw_revision_effective(hw_settings_revision(first)).date
                                            : hw_date_add_days(session->today, first_day);
    session->to = hw_date_add_days(session->today, last_day);
    if (hw_date_compare(session->to, session->from) <= 0)
        session->from = session->today; /* before the plan began */
    if (session->arguments->from && hw_date_parse(session->arguments->from, &session->from, &err) != HW_OK)
        return cli_usage("not a day", "--from");
    if (session->arguments->from && !session->arguments->to && first_day != WHOLE_PLAN)
        session->to = hw_date_add_days(session->from, last_day);
    if (session->arguments->to && hw_date_parse(session->arguments->to, &session->to, &err) != HW_OK)
        return cli_usage("not a day", "--to");
    if (hw_date_compare(session->to, session->from) < 0)
        return cli_usage("the last day lies before the first", session->arguments->to ? "--to" : "--from");
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
    if (session->out)
        fclose(session->out);
    free(session->collected);
}

int cli_save(cli_session *session)
{
    hw_error err;
    if (hw_file_save(session->file, session->plan, &err) == HW_OK)
        return EXIT_GOOD;
    int code = cli_fail(session->arguments->plan, &err);
    return err.status == HW_ERR_CONFLICT ? EXIT_FILE : code;
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

/* From when on it holds: --from of the verbs that change something. */
static int set_effective(const cli_session *session, hw_change *change)
{
    hw_error err;
    hw_local effective;
    const char *from = session->arguments->from;
    int code = cli_read_local(from, "--from", &effective);
    if (code == EXIT_GOOD && effective.seconds == HW_ALL_DAY)
        effective.seconds = 0;
    if (code == EXIT_GOOD && hw_change_set_effective(change, effective, &err) != HW_OK)
        code = cli_fail(session->arguments->plan, &err);
    return code;
}

int cli_with_change(const cli_arguments *arguments,
                    int (*work)(cli_session *session, const hw_change *change))
{
    cli_session session;
    cli_arguments without_days = *arguments; /* the days shown are none of its business */
    without_days.from = without_days.to = NULL;
    int code = cli_open(&session, &without_days, WHOLE_PLAN, 1);
    session.arguments = arguments;
    if (code == EXIT_GOOD) {
        hw_change *change = cli_change(&session, &code);
        if (change && arguments->from)
            code = set_effective(&session, change);
        if (change && code == EXIT_GOOD)
            code = work(&session, change);
        hw_change_free(change);
    }
    cli_close(&session);
    return code;
}

void cli_name(const cli_session *session, const char *kind, char name[65])
{
    const char *origin = session->arguments->origin ? session->arguments->origin : "cli";
    for (unsigned number = 1; number; number++) {
        snprintf(name, 65, "%s-%s-%u", origin, kind, number);
        if (!cli_noun_of(session->plan, name))
            return;
    }
}

int cli_done(cli_session *session, const char *format, ...)
{
    int code = cli_save(session);
    if (code != EXIT_GOOD)
        return code;
    va_list rest;
    va_start(rest, format);
    vprintf(format, rest);
    va_end(rest);
    return EXIT_GOOD;
}

int cli_with_plan(const cli_arguments *arguments, int (*work)(cli_session *session))
{
    cli_session session;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD)
        code = work(&session);
    cli_close(&session);
    return code;
}
