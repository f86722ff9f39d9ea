/* SPDX-License-Identifier: MIT */
/* Random edits of the log, and edits that must be refused. */
#include <string.h>

#include "support/random_edits.h"

/* A value that the measure allows. */
static double value_for(const hw_measure *measure, test_random *random)
{
    double least = 0, most = 50;
    hw_measure_min(measure, &least);
    hw_measure_max(measure, &most);
    double value = random_int(random, (int)least, (int)most);
    if (!hw_measure_whole(measure) && hw_measure_kind(measure) != HW_MEASURE_COUNT && value < most)
        value += random_int(random, 0, 3) * 0.25;
    return value;
}

static void add_rows(hw_plan *plan, test_random *random, hw_entry *entry)
{
    static const char *const fields[] = {"situation", "thought", "outcome", "bakery"};
    for (size_t i = 0; i < hw_plan_measure_count(plan) && i < 4; i++) {
        const hw_measure *measure = hw_plan_measure_at(plan, i);
        if (random_chance(random, 40))
            hw_entry_add_measure(entry, hw_measure_id(measure),
                                 (hw_phase)random_int(random, 0, HW_PHASE_AFTER), value_for(measure, random));
    }
    if (random_chance(random, 40))
        hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, random_int(random, 1, 90));
    if (random_chance(random, 20))
        hw_entry_add_number(entry, "steps", HW_PHASE_DURING, random_int(random, 1, 9999),
                            random_int(random, 0, 999) / 8.0);
    for (int i = random_int(random, -3, 3); i > 0; i--)
        hw_entry_add_text(entry, fields[random_below(random, 4)], i, random_text(random));
    for (int i = random_int(random, -3, 2); i > 0; i--)
        hw_entry_add_barrier(entry, (hw_barrier)random_int(random, 0, HW_BARRIER_OTHER),
                             random_chance(random, 50) ? random_text(random) : NULL);
    for (int i = random_int(random, -2, 2); i > 0; i--)
        hw_entry_add_note(entry, (hw_note_kind)random_int(random, 0, HW_NOTE_TRIGGER),
                          random_language(random), random_text(random));
}

/* Names an occurrence of the assignment around now, if there is one. */
static void name_occurrence(editing *e, hw_entry *entry, const char *assignment)
{
    hw_moment now = {e->editor->now, 0, HW_PRECISION_EXACT, 0};
    hw_date today = hw_moment_local(now).date;
    hw_occurrences *around = hw_plan_occurrences(e->plan, hw_date_add_days(today, -10),
                                                 hw_date_add_days(today, 3), e->editor->now, NULL);
    size_t count = hw_occurrences_count(around);
    for (size_t i = 0; i < count; i++) {
        size_t at = (i + (size_t)random_below(e->random, count)) % count;
        if (strcmp(hw_occurrences_assignment_at(around, at), assignment) == 0) {
            hw_entry_set_due(entry, hw_occurrences_key_at(around, at));
            break;
        }
    }
    hw_occurrences_free(around);
}

static hw_moment some_moment(editing *e)
{
    hw_instant then = e->editor->now - random_int(e->random, 0, 40) * 1800;
    switch (random_int(e->random, 0, 9)) {
    case 0:
        return (hw_moment){0, 0, HW_PRECISION_UNKNOWN, 0};
    case 1:
        return hw_moment_on(hw_moment_local((hw_moment){then - 172800, 0, HW_PRECISION_EXACT, 0}).date);
    default:
        return (hw_moment){then, (int16_t)(random_int(e->random, -10, 10) * 60), HW_PRECISION_EXACT, 0};
    }
}

static hw_entry *some_entry(editing *e)
{
    size_t count = hw_plan_assignment_count(e->plan);
    const char *assignment = NULL;
    if (count && random_chance(e->random, 90))
        assignment = hw_assignment_id(hw_plan_assignment_at(e->plan, (size_t)random_below(e->random, count)));
    hw_extent extent = (hw_extent)random_int(e->random, 0, HW_EXTENT_SUBSTITUTED);
    hw_entry *entry = hw_entry_new(assignment, extent, e->err);
    if (!entry)
        return NULL;
    hw_entry_set_at(entry, some_moment(e));
    if (extent == HW_EXTENT_PARTIAL && random_chance(e->random, 60))
        hw_entry_set_percent(entry, random_int(e->random, 1, 99));
    if (assignment && random_chance(e->random, 20))
        hw_entry_set_unscheduled(entry);
    else if (assignment && random_chance(e->random, 25))
        name_occurrence(e, entry, assignment);
    if (random_chance(e->random, 30))
        hw_entry_set_source(entry, (hw_source)random_int(e->random, 0, HW_SOURCE_IMPORT));
    if (random_chance(e->random, 30))
        hw_entry_set_visibility(entry, (hw_visibility)random_int(e->random, 0, HW_VISIBILITY_PRIVATE));
    if (random_chance(e->random, 20)) {
        char id[40];
        random_id(id, 'e', e->editor);
        hw_entry_set_id(entry, id);
    }
    add_rows(e->plan, e->random, entry);
    return entry;
}

static hw_status log_many(editing *e)
{
    hw_entry *entries[3] = {some_entry(e), some_entry(e), some_entry(e)};
    hw_status status = entries[0] && entries[1] && entries[2]
                           ? hw_plan_log_all(e->plan, entries, 3, e->change, e->err)
                           : HW_ERR_MEMORY;
    for (int i = 0; i < 3; i++)
        hw_entry_free(entries[i]);
    return status;
}

static hw_status log_one(editing *e)
{
    hw_entry *entry = some_entry(e);
    hw_status status = entry ? hw_plan_log(e->plan, entry, e->change, e->err) : HW_ERR_MEMORY;
    hw_entry_free(entry);
    return status;
}

/* Replaces or voids an entry that is there. */
static hw_status correct(editing *e, const hw_log *log)
{
    size_t index = (size_t)random_below(e->random, hw_log_count(log));
    const char *id = hw_log_id_at(log, index);
    if (random_chance(e->random, 50))
        return hw_plan_void_entry(e->plan, id, e->change, e->err);
    const char *assignment = hw_log_assignment_at(log, index);
    hw_entry *entry = hw_entry_new(assignment, HW_EXTENT_DONE, e->err);
    if (!entry)
        return HW_ERR_MEMORY;
    hw_entry_set_at(entry, hw_log_happened_at(log, index));
    add_rows(e->plan, e->random, entry);
    hw_status status = hw_plan_supersede_entry(e->plan, id, entry, e->change, e->err);
    hw_entry_free(entry);
    return status;
}

hw_status random_log_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err)
{
    editor->now += random_int(random, 0, 20) * 1800;
    hw_change *change = random_change(plan, random, editor, err);
    hw_log *log = change ? hw_plan_entries(plan, err) : NULL;
    hw_status status = HW_ERR_MEMORY;
    editing e = {plan, random, editor, change, err};
    if (log && hw_log_count(log) && random_chance(random, 20))
        status = correct(&e, log);
    else if (log)
        status = random_chance(random, 10) ? log_many(&e) : log_one(&e);
    hw_log_unref(log);
    hw_change_free(change);
    return status;
}

/* ---- what must be refused ---- */

static hw_status unknown_person(editing *e)
{
    hw_moment now = {e->editor->now, 0, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(now, "nobody", e->editor->origin, e->err);
    hw_hold *hold = hw_hold_new("h-refused", hw_moment_local(now).date, (hw_date){0, 0, 0}, e->err);
    hw_status status = hw_plan_add_hold(e->plan, hold, change, e->err);
    hw_hold_unref(hold);
    hw_change_free(change);
    return status;
}

static hw_status taken_id(editing *e)
{
    const char *id = hw_person_id(hw_plan_person_at(e->plan, 0));
    hw_goal *goal = hw_goal_new(id, random_line(e->random), e->err);
    hw_status status = hw_plan_add_goal(e->plan, goal, e->change, e->err);
    hw_goal_unref(goal);
    return status;
}

static hw_status unknown_reference(editing *e)
{
    hw_step *step = hw_step_new("s-refused", "no-such-goal", random_line(e->random), e->err);
    hw_status status = hw_plan_add_step(e->plan, step, e->change, e->err);
    hw_step_unref(step);
    return status;
}

static hw_status unknown_zone(editing *e)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(e->plan), e->err);
    hw_settings_set_zone(settings, "Europe/Nowhere");
    hw_status status = hw_plan_revise_settings(e->plan, settings, e->change, e->err);
    hw_settings_unref(settings);
    return status;
}

static hw_status stale_copy(editing *e)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings_revision_at(e->plan, 0), e->err);
    hw_status status = hw_plan_revise_settings(e->plan, settings, e->change, e->err);
    hw_settings_unref(settings);
    return status;
}

static hw_status frozen_record(editing *e)
{
    hw_person *person = hw_person_ref(hw_plan_person_at(e->plan, 0));
    hw_status status = hw_plan_revise_person(e->plan, person, e->change, e->err);
    hw_person_unref(person);
    return status;
}

static hw_status entry_of_nothing(editing *e)
{
    hw_entry *entry = hw_entry_new("no-such-assignment", HW_EXTENT_DONE, e->err);
    hw_status status = hw_plan_log(e->plan, entry, e->change, e->err);
    hw_entry_free(entry);
    return status;
}

static hw_status entry_of_tomorrow(editing *e)
{
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_DONE, e->err);
    hw_entry *good = hw_entry_new(NULL, HW_EXTENT_NONE, e->err);
    hw_entry_set_at(entry, (hw_moment){e->editor->now + 86400, 0, HW_PRECISION_EXACT, 0});
    hw_entry *both[] = {good, entry}; /* the first alone would be taken */
    hw_status status = hw_plan_log_all(e->plan, both, 2, e->change, e->err);
    hw_entry_free(entry);
    hw_entry_free(good);
    return status;
}

static hw_status void_of_nothing(editing *e)
{
    return hw_plan_void_entry(e->plan, "no-such-entry", e->change, e->err);
}

hw_status random_bad_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err)
{
    static hw_status (*const kinds[])(editing *) = {
        unknown_person, taken_id,         unknown_reference, unknown_zone,    stale_copy,
        frozen_record,  entry_of_nothing, entry_of_tomorrow, void_of_nothing,
    };
    size_t count = sizeof kinds / sizeof *kinds;
    size_t kind = (size_t)random_below(random, count);
    if (kinds[kind] == stale_copy && hw_plan_settings_revision_count(plan) < 2)
        kind = (kind + 1) % count; /* nothing is stale yet */
    hw_change *change = random_change(plan, random, editor, err);
    editing e = {plan, random, editor, change, err};
    hw_status status = change ? kinds[kind](&e) : HW_ERR_MEMORY;
    hw_change_free(change);
    return status;
}
