/* SPDX-License-Identifier: MIT */
/* The verb new: an empty plan in a new file, an assignment from a starter; and the plan's settings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "fields_schedule.h"
#include "verbs.h"

static int list_starters(void)
{
    for (size_t i = 0; i < hw_starter_count(); i++) {
        hw_error err;
        const char *name = hw_starter_name_at(i);
        hw_template *starter = hw_template_starter(name, name, &err);
        if (!starter)
            return cli_fail(name, &err);
        printf("%-24s  %s\n", name, hw_template_title(starter, NULL));
        hw_template_unref(starter);
    }
    return EXIT_GOOD;
}

/* A random UUID: the system's randomness is asked for here, never in the library. */
static int make_uid(char uid[37])
{
    unsigned char bytes[16];
    FILE *random = fopen("/dev/urandom", "rb");
    bool good = random && fread(bytes, 1, sizeof bytes, random) == sizeof bytes;
    if (random)
        fclose(random);
    if (!good) {
        fprintf(stderr, "homework: /dev/urandom cannot be read; give the plan a UUID with --id\n");
        return EXIT_FILE;
    }
    bytes[6] = (unsigned char)((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80);
    for (int i = 0, at = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            uid[at++] = '-';
        at += snprintf(uid + at, 3, "%02x", bytes[i]);
    }
    return EXIT_GOOD;
}

/* When the plan begins: --at or --as-of, else now, by a clock in its zone. */
static int read_beginning(const cli_arguments *arguments, const char *zone, hw_moment *out)
{
    hw_error err;
    const char *text = arguments->as_of ? arguments->as_of : arguments->at;
    if (text)
        return hw_moment_parse(text, out, &err) == HW_OK && out->precision == HW_PRECISION_EXACT
                   ? EXIT_GOOD
                   : cli_usage("not a moment", arguments->as_of ? "--as-of" : "--at");
    hw_zones *zones = hw_zones_new(NULL, &err);
    bool good = zones && hw_zones_show(zones, zone, (hw_instant)time(NULL), out, &err) == HW_OK;
    hw_zones_unref(zones);
    return good ? EXIT_GOOD : cli_fail(arguments->plan, &err);
}

/* Everybody's plan has a client; whoever makes it is the client, or somebody besides. */
static hw_status add_client(hw_plan *plan, const hw_change *change, hw_error *err)
{
    hw_person *client = hw_person_new("client", HW_ROLE_CLIENT, err);
    hw_status status = client ? hw_plan_add_person(plan, client, change, err) : (hw_status)err->status;
    hw_person_unref(client);
    return status;
}

static int save_new(const cli_arguments *arguments, const hw_plan *plan)
{
    hw_error err;
    hw_file *file = hw_file_new(arguments->plan, &err);
    int code = file && hw_file_save(file, plan, &err) == HW_OK ? EXIT_GOOD : EXIT_FILE;
    if (code != EXIT_GOOD)
        cli_fail(arguments->plan, &err);
    hw_file_free(file);
    return code;
}

static int make_plan(const cli_arguments *arguments, hw_moment now, const char *zone)
{
    hw_error err;
    char uid[37];
    const char *by = arguments->by ? arguments->by : "client";
    const char *word = arguments->role ? arguments->role : arguments->by ? "therapist" : "client";
    int role = hw_word_find(HW_WORDS_ROLE, word);
    if (role < 0)
        return cli_usage_word(HW_WORDS_ROLE, "--role");
    int code = arguments->id ? EXIT_GOOD : make_uid(uid);
    if (code != EXIT_GOOD)
        return code;
    hw_change *change = hw_change_new(now, by, arguments->origin ? arguments->origin : "cli", &err);
    hw_plan *plan =
        change ? hw_plan_new(arguments->id ? arguments->id : uid, zone, (hw_role)role, change, &err) : NULL;
    bool good = plan &&
                (!arguments->language || hw_plan_set_language(plan, arguments->language, &err) == HW_OK) &&
                (role == HW_ROLE_CLIENT || add_client(plan, change, &err) == HW_OK);
    code = good ? save_new(arguments, plan) : cli_fail(arguments->plan, &err);
    if (code == EXIT_GOOD)
        printf("Made a new plan, %s, in the zone %s.\n", arguments->plan, zone);
    hw_plan_free(plan);
    hw_change_free(change);
    return code;
}

/* The starter as a template of the plan, added when it is not there yet. */
static const hw_template *starter_in(cli_session *session, const char *starter, const hw_change *change,
                                     hw_error *err)
{
    char id[65];
    snprintf(id, sizeof id, "starter-%s", starter);
    if (hw_plan_template(session->plan, id))
        return hw_plan_template(session->plan, id);
    hw_template *draft = hw_template_starter(starter, id, err);
    bool good = draft && hw_plan_add_template(session->plan, draft, change, err) == HW_OK;
    hw_template_unref(draft);
    return good ? hw_plan_template(session->plan, id) : NULL;
}

static int add_from_starter(cli_session *session, const hw_change *change)
{
    hw_error err;
    const cli_arguments *arguments = session->arguments;
    const char *starter = arguments->evidence; /* cli_new() has put it there */
    const char *id = arguments->words[0] ? arguments->words[0] : starter;
    const hw_template *sheet = starter_in(session, starter, change, &err);
    hw_assignment *draft = sheet ? hw_assignment_from_template(id, sheet, &err) : NULL;
    int code = draft ? cli_set_fields(session, &cli_assignments, draft, id)
                     : cli_refuse(session, starter, NULL, &err);
    if (code == EXIT_GOOD && hw_plan_add_assignment(session->plan, draft, change, &err) != HW_OK)
        code = cli_refuse(session, id, NULL, &err);
    hw_assignment_unref(draft);
    return code == EXIT_GOOD
               ? cli_done(session, "Added %s from %s as a draft; homework propose offers it.\n", id, starter)
               : code;
}

int cli_new(const cli_arguments *arguments)
{
    if (arguments->list)
        return list_starters();
    struct stat there;
    const char *zone = arguments->zone ? arguments->zone : "UTC";
    int code = EXIT_GOOD;
    if (!arguments->from && (arguments->word_count || arguments->field_count))
        return cli_usage("an assignment is made --from a starter", NULL);
    if (!arguments->from || stat(arguments->plan, &there) != 0) {
        hw_moment now;
        code = read_beginning(arguments, zone, &now);
        if (code == EXIT_GOOD)
            code = make_plan(arguments, now, zone);
    }
    if (code != EXIT_GOOD || !arguments->from)
        return code;
    cli_arguments given = *arguments;
    given.evidence = arguments->from;
    given.from = given.id = NULL;
    return cli_with_change(&given, add_from_starter);
}

SET_TEXT(settings, title)
SET_LINE(settings, zone)
SET_WORD(settings, week_start, hw_weekday)
SET_DAY(settings, ends)
SET_DAY(settings, calendar_until)
SET_WORD(settings, wording, hw_wording)
SET_WHOLE(settings, capacity_minutes)
SET_WHOLE(settings, capacity_assignments)
SET_WHOLE(settings, reminders_per_day)
SET_WHOLE(settings, reminders_each)
SET_WHOLE(settings, reminder_gap)
SET_TEXT(settings, motivation)
SET_YES_NO(settings, own_words)

/* "03:00". */
static hw_status set_day_start(void *draft, const cli_value *value)
{
    unsigned hours, minutes;
    char end;
    if (!value->text || sscanf(value->text, "%2u:%2u%c", &hours, &minutes, &end) != 2)
        return HW_ERR_SYNTAX;
    return hw_settings_set_day_start(draft, (int32_t)(hours * 60 + minutes));
}

static hw_status check_settings(const void *draft, hw_error *err)
{
    return hw_settings_check(draft, err);
}

int cli_revise_settings(cli_session *session, const hw_change *change)
{
    static const cli_field fields[] = {
        {"title", FIELD_TEXT, 0, settings_set_title, NULL},
        {"zone", FIELD_TEXT, 0, settings_set_zone, NULL},
        {"week-start", FIELD_WORD, HW_WORDS_WEEKDAY, settings_set_week_start, NULL},
        {"day-start", FIELD_TEXT, 0, set_day_start, "HH:MM"},
        {"ends", FIELD_DAY, 0, settings_set_ends, NULL},
        {"calendar-until", FIELD_DAY, 0, settings_set_calendar_until, NULL},
        {"wording", FIELD_WORD, HW_WORDS_WORDING, settings_set_wording, NULL},
        {"capacity-minutes", FIELD_WHOLE, 0, settings_set_capacity_minutes, NULL},
        {"capacity-assignments", FIELD_WHOLE, 0, settings_set_capacity_assignments, NULL},
        {"quiet", FIELD_TEXT, 0, cli_set_quiet, "HH:MM-HH:MM"},
        {"reminders-per-day", FIELD_WHOLE, 0, settings_set_reminders_per_day, NULL},
        {"reminders-each", FIELD_WHOLE, 0, settings_set_reminders_each, NULL},
        {"reminder-gap", FIELD_WHOLE, 0, settings_set_reminder_gap, NULL},
        {"motivation", FIELD_TEXT, 0, settings_set_motivation, NULL},
        {"own-words", FIELD_YES_NO, 0, settings_set_own_words, NULL},
        {"reminders", FIELD_LIST, 0, cli_set_plan_reminders,
         "\"review-prep -120\", \"review-prep -1@18:00\", \"check-in 2025-03-09T18:00/7 !3\""},
    };
    hw_error err;
    hw_settings *draft = hw_settings_edit(hw_plan_settings(session->plan), &err);
    if (!draft)
        return cli_fail(session->arguments->plan, &err);
    int code =
        cli_set_these(session, fields, sizeof fields / sizeof *fields, draft, "settings", check_settings);
    if (code == EXIT_GOOD && hw_plan_revise_settings(session->plan, draft, change, &err) != HW_OK)
        code = cli_refuse(session, "settings", NULL, &err);
    hw_settings_unref(draft);
    return code;
}
