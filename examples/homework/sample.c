/* SPDX-License-Identifier: MIT */
/* The verb sample: an invented course of treatment, the same for the same seed. Nobody in it is real. */
#include <stdio.h>
#include <string.h>

#include "sample.h"

static uint32_t next_random(sample *made)
{
    made->state = made->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(made->state >> 33);
}

int32_t cli_sample_pick(sample *made, int32_t least, int32_t most)
{
    return least + (int32_t)(next_random(made) % (uint32_t)(most - least + 1));
}

bool cli_sample_keep(sample *made, hw_status status)
{
    if (status != HW_OK && made->good)
        fprintf(stderr, "%s: %s [%s]\n", made->session.arguments->plan, made->err.message, made->err.subject);
    made->good = made->good && status == HW_OK;
    return made->good;
}

/* Noon of a day of the plan, and some minutes; everything happens in UTC. */
hw_moment cli_sample_moment(int32_t day, int32_t minutes)
{
    static const hw_date first = {2026, 1, 5};
    hw_instant midnight =
        86400 * (hw_instant)hw_date_days_between((hw_date){1970, 1, 1}, hw_date_add_days(first, day));
    return hw_moment_at(midnight + 60 * (hw_instant)minutes, 0);
}

hw_change *cli_sample_change(sample *made, int32_t day, int32_t minutes, const char *by)
{
    return hw_change_new(cli_sample_moment(day, minutes), by, strcmp(by, "therapist") == 0 ? "desk" : "phone",
                         &made->err);
}

/* Adds a thing whose fields are words, as the verb add does. */
bool cli_sample_add(sample *made, int32_t day, int32_t minutes, const char *by, const cli_noun *noun,
                    const char *id, const char *const *fields)
{
    cli_arguments given = {.plan = made->session.arguments->plan, .verb = "add"};
    const cli_arguments *original = made->session.arguments;
    char name[65];
    while (fields[given.field_count]) {
        given.fields[given.field_count] = fields[given.field_count];
        given.field_count++;
    }
    hw_change *change = cli_sample_change(made, day, minutes, by);
    made->session.arguments = &given;
    made->good = made->good && change && cli_add_thing(&made->session, noun, id, change, name) == EXIT_GOOD;
    made->session.arguments = original;
    hw_change_free(change);
    return made->good;
}

static void add_people(sample *made)
{
    static const char *const client[] = {"role=client", NULL}, *const partner[] = {"role=partner", NULL};
    cli_sample_add(made, 0, 600, "therapist", &cli_people, "client", client);
    if (made->profile->has_partner)
        cli_sample_add(made, 0, 600, "therapist", &cli_people, "partner", partner);
}

/* What is agreed in the first session. */
static void agree(sample *made)
{
    const sample_profile *profile = made->profile;
    add_people(made);
    for (const sample_thing *thing = profile->things; thing->noun; thing++)
        cli_sample_add(made, 0, 601, "therapist", thing->noun, thing->id, thing->fields);
    for (int32_t week = 0; week <= made->weeks && made->good; week++) {
        char id[16], start[32];
        hw_date day = hw_date_add_days((hw_date){2026, 1, 5}, 7 * week);
        snprintf(id, sizeof id, "s-%d", (int)week + 1);
        snprintf(start, sizeof start, "start=%04d-%02d-%02dT10:00:00", day.year, day.month, day.day);
        const char *const fields[] = {start, NULL};
        cli_sample_add(made, 0, 602, "therapist", &cli_sessions, id, fields);
    }
    for (const sample_homework *homework = profile->homework; homework->id && made->good; homework++) {
        cli_sample_add(made, 0, 610, "therapist", &cli_assignments, homework->id, homework->fields);
        hw_change *change = cli_sample_change(made, 0, 615, "client");
        cli_sample_keep(made, hw_plan_agree_assignment(made->session.plan, homework->id, "client", change,
                                                       &made->err));
        cli_sample_keep(made, hw_plan_mark_assignment(made->session.plan, homework->id, HW_ASSIGNMENT_ACTIVE,
                                                      change, &made->err));
        hw_change_free(change);
    }
}

/* A practice on a day: better as the weeks go by, and by chance. */
static void practise(sample *made, const sample_homework *homework, int32_t day)
{
    int32_t chance = cli_sample_pick(made, 0, 99), minutes = cli_sample_pick(made, 18 * 60, 22 * 60);
    hw_extent extent = chance < 55   ? HW_EXTENT_DONE
                       : chance < 70 ? HW_EXTENT_PARTIAL
                       : chance < 80 ? HW_EXTENT_NOT_ATTEMPTED
                                     : HW_EXTENT_NONE;
    if (extent == HW_EXTENT_NONE || !made->good)
        return; /* nobody has said anything */
    const char *by = homework->partner_too && cli_sample_pick(made, 0, 2) == 0 ? "partner" : "client";
    hw_entry *entry = hw_entry_new(homework->id, extent, &made->err);
    hw_change *change = cli_sample_change(made, day, minutes + 10, by);
    if (!entry || !change) {
        cli_sample_keep(made, (hw_status)made->err.status);
    } else {
        hw_entry_set_at(entry, cli_sample_moment(day, minutes));
        if (extent == HW_EXTENT_NOT_ATTEMPTED)
            hw_entry_add_barrier(entry, (hw_barrier)cli_sample_pick(made, 0, HW_BARRIER_OTHER), NULL);
        else
            homework->fill(made, entry, day);
        if (cli_sample_pick(made, 0, 9) == 0)
            hw_entry_add_note(entry, (hw_note_kind)cli_sample_pick(made, 0, HW_NOTE_TRIGGER), NULL,
                              made->profile->notes[cli_sample_pick(made, 0, 3)]);
        cli_sample_keep(made, hw_plan_log(made->session.plan, entry, change, &made->err));
    }
    hw_change_free(change);
    hw_entry_free(entry);
}

/* The session at the end of a week: held but for now and then, with a review. */
static void meet(sample *made, int32_t week)
{
    char session[16], id[32], fields[3][64];
    const sample_homework *homework = made->profile->homework;
    bool held = week == 0 || cli_sample_pick(made, 0, 7) > 0;
    snprintf(session, sizeof session, "s-%d", (int)week + 1);
    hw_change *change = cli_sample_change(made, 7 * week, 660, "therapist");
    cli_sample_keep(made,
                    hw_plan_mark_session(made->session.plan, session,
                                         held ? HW_SESSION_HELD : HW_SESSION_MISSED, change, &made->err));
    hw_change_free(change);
    if (!held || week == 0 || !made->good)
        return;
    snprintf(id, sizeof id, "review-%d", (int)week);
    snprintf(fields[0], sizeof fields[0], "session=%s", session);
    snprintf(fields[1], sizeof fields[1], "assignment=%s", homework->id);
    snprintf(fields[2], sizeof fields[2], "decision=%s", week % 3 == 0 ? "step-up" : "continue");
    const char *const rows[] = {fields[0], fields[1], fields[2], "findings=Looked at the week together.",
                                NULL};
    cli_sample_add(made, 7 * week, 661, "therapist", &cli_reviews, id, rows);
    snprintf(id, sizeof id, "rating-%d", (int)week);
    snprintf(fields[1], sizeof fields[1], "quantity=%d", (int)cli_sample_pick(made, 1, 4));
    snprintf(fields[2], sizeof fields[2], "quality=%d", (int)cli_sample_pick(made, 1, 4));
    const char *const rated[] = {fields[0], "rater=client", fields[1], fields[2], NULL};
    cli_sample_add(made, 7 * week, 662, "client", &cli_ratings, id, rated);
    if (cli_sample_pick(made, 0, 2) == 0) {
        snprintf(id, sizeof id, "message-%d", (int)week);
        const char *const asked[] = {"topic=question", made->profile->question, NULL};
        cli_sample_add(made, 7 * week + 2, 700, "client", &cli_messages, id, asked);
    }
}

static void live(sample *made)
{
    for (int32_t day = 0; day < 7 * made->weeks && made->good; day++) {
        if (day % 7 == 0)
            meet(made, day / 7);
        for (const sample_homework *homework = made->profile->homework; homework->id; homework++) {
            if (homework->every == 1 || (day % 7) % homework->every == 1)
                practise(made, homework, day);
        }
    }
}

/* A number of an option, or says that it is none. */
static int read_whole(const char *text, const char *option, double least, double most, double *out)
{
    if (text && (!cli_number(text, out) || *out < least || *out > most || *out != (double)(int64_t)*out)) {
        fprintf(stderr, "homework: %s: a whole number from %.0f to %.0f\n", option, least, most);
        return EXIT_USAGE;
    }
    return EXIT_GOOD;
}

static int write_sample(sample *made)
{
    hw_error err;
    hw_file *file = hw_file_new(made->session.arguments->plan, &err);
    bool good = file && hw_file_save(file, made->session.plan, &err) == HW_OK;
    int code = good ? EXIT_GOOD : cli_fail(made->session.arguments->plan, &err);
    if (!good && err.status == HW_ERR_CONFLICT)
        code = EXIT_FILE;
    hw_file_free(file);
    return code;
}

int cli_sample(const cli_arguments *arguments)
{
    char uid[37];
    double seed = 1, weeks = 8;
    const sample_profile *profile = cli_sample_profile(arguments->profile ? arguments->profile : "anxiety");
    int code = read_whole(arguments->seed, "--seed", 0, 1e9, &seed);
    if (code == EXIT_GOOD)
        code = read_whole(arguments->weeks, "--weeks", 1, 104, &weeks);
    if (code != EXIT_GOOD)
        return code;
    if (!profile)
        return cli_usage("anxiety, mood, couple or diary-card", "--profile");
    sample made = {.session = {.arguments = arguments},
                   .profile = profile,
                   .weeks = (int32_t)weeks,
                   .state = (uint64_t)seed,
                   .good = true};
    next_random(&made);
    snprintf(uid, sizeof uid, "00000000-0000-4000-8000-%02x%010llx", (unsigned)profile->name[0],
             (unsigned long long)seed);
    hw_change *change = cli_sample_change(&made, 0, 600, "therapist");
    made.session.plan = change ? hw_plan_new(uid, "UTC", HW_ROLE_THERAPIST, change, &made.err) : NULL;
    hw_change_free(change);
    if (!cli_sample_keep(&made, made.session.plan ? HW_OK : (hw_status)made.err.status))
        return EXIT_FILE;
    agree(&made);
    live(&made);
    code = made.good ? write_sample(&made) : EXIT_DATA;
    if (code == EXIT_GOOD)
        printf("Made up %s: %d weeks of %s.\n", arguments->plan, (int)made.weeks, profile->name);
    hw_plan_free(made.session.plan);
    return code;
}
