/* SPDX-License-Identifier: MIT */
#include "support/area_scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(hw_status status, const hw_error *err)
{
    if (status != HW_OK) {
        print_error("%s: %s\n", err->subject, err->message);
    }
    assert_int_equal(status, HW_OK);
}

hw_change *area_change(const scene *s, const char *by)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, by, "desk", &err);
    assert_non_null(change);
    return change;
}

static void add_person(scene *s, const char *id, hw_role role)
{
    hw_error err;
    hw_change *change = area_change(s, "me");
    hw_person *person = hw_person_new(id, role, &err);
    expect(hw_plan_add_person(s->plan, person, change, &err), &err);
    hw_person_unref(person);
    hw_change_free(change);
}

scene area_open(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_person(&s, "mk", HW_ROLE_THERAPIST);
    add_person(&s, "dad", HW_ROLE_PARENT);
    return s;
}

void area_measure(scene *s, const char *id, hw_better better)
{
    hw_error err;
    hw_change *change = area_change(s, "mk");
    hw_measure *measure = hw_measure_new(id, "Something", HW_MEASURE_RATING, &err);
    assert_int_equal(hw_measure_set_better(measure, better), HW_OK);
    expect(hw_plan_add_measure(s->plan, measure, change, &err), &err);
    hw_measure_unref(measure);
    hw_change_free(change);
}

hw_goal *area_goal(scene *s, const char *id)
{
    hw_error err;
    const hw_goal *old = hw_plan_goal(s->plan, id);
    hw_goal *goal = old ? hw_goal_edit(old, &err) : hw_goal_new(id, "A goal", &err);
    assert_non_null(goal);
    return goal;
}

void area_give_goal(scene *s, hw_goal *goal)
{
    hw_error err;
    hw_change *change = area_change(s, "mk");
    bool old = hw_plan_goal(s->plan, hw_goal_id(goal)) != NULL;
    expect(old ? hw_plan_revise_goal(s->plan, goal, change, &err)
               : hw_plan_add_goal(s->plan, goal, change, &err),
           &err);
    hw_goal_unref(goal);
    hw_change_free(change);
}

hw_step *area_step(scene *s, const char *id, const char *goal, int position)
{
    hw_error err;
    const hw_step *old = hw_plan_step(s->plan, id);
    hw_step *step = old ? hw_step_edit(old, &err) : hw_step_new(id, goal, "A step", &err);
    assert_non_null(step);
    if (!old) {
        assert_int_equal(hw_step_set_position(step, position), HW_OK);
    }
    return step;
}

void area_give_step(scene *s, hw_step *step)
{
    hw_error err;
    hw_change *change = area_change(s, "mk");
    bool old = hw_plan_step(s->plan, hw_step_id(step)) != NULL;
    expect(old ? hw_plan_revise_step(s->plan, step, change, &err)
               : hw_plan_add_step(s->plan, step, change, &err),
           &err);
    hw_step_unref(step);
    hw_change_free(change);
}

void area_mark_step(scene *s, const char *id, hw_step_stage state)
{
    hw_step *step = area_step(s, id, NULL, 0);
    assert_int_equal(hw_step_set_state(step, state), HW_OK);
    area_give_step(s, step);
}

void area_session(scene *s, const char *id, const char *start)
{
    scene_session(s, id, start, HW_SESSION_PLANNED);
}

void area_score(scene *s, const char *id, const char *goal, const char *session, const char *rater, int level)
{
    hw_error err;
    hw_change *change = area_change(s, rater);
    hw_score *score = hw_score_new(id, goal, rater, level, &err);
    assert_non_null(score);
    assert_int_equal(hw_score_set_session(score, session), HW_OK);
    expect(hw_plan_add_score(s->plan, score, change, &err), &err);
    hw_score_unref(score);
    hw_change_free(change);
}

void area_rating(scene *s, const char *id, const char *session, const char *assignment, const char *rater,
                 const char *values)
{
    hw_error err;
    hw_change *change = area_change(s, rater);
    const hw_rating *old = hw_plan_rating(s->plan, id);
    hw_rating *rating = old ? hw_rating_edit(old, &err) : hw_rating_new(id, session, rater, &err);
    assert_non_null(rating);
    if (!old) {
        assert_int_equal(hw_rating_set_assignment(rating, assignment), HW_OK);
    }
    for (int i = 0; values[i]; i++) {
        bool rated = values[i] >= '0' && values[i] <= '4';
        assert_int_equal(hw_rating_set_value(rating, (hw_dimension)i, rated ? values[i] - '0' : -1), HW_OK);
    }
    expect(old ? hw_plan_revise_rating(s->plan, rating, change, &err)
               : hw_plan_add_rating(s->plan, rating, change, &err),
           &err);
    hw_rating_unref(rating);
    hw_change_free(change);
}

void area_message(scene *s, const char *id, hw_topic topic, const char *assignment, hw_visibility visibility)
{
    hw_error err;
    hw_change *change = area_change(s, "me");
    hw_message *message = hw_message_new(id, topic, "Words that are nobody's business", &err);
    assert_int_equal(hw_message_set_assignment(message, assignment), HW_OK);
    assert_int_equal(hw_message_set_visibility(message, visibility), HW_OK);
    expect(hw_plan_add_message(s->plan, message, change, &err), &err);
    hw_message_unref(message);
    hw_change_free(change);
}

/* ---- days ---- */

static const struct {
    char what;
    hw_extent extent;
    int percent, barrier, distress, suds; /* -1 = none */
    hw_phase phase;
    bool hidden;
} reports[] = {
    {'D', HW_EXTENT_DONE, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'E', HW_EXTENT_EXCEEDED, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'P', HW_EXTENT_PARTIAL, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'4', HW_EXTENT_PARTIAL, 40, -1, -1, -1, HW_PHASE_NONE, false},
    {'6', HW_EXTENT_PARTIAL, 60, -1, -1, -1, HW_PHASE_NONE, false},
    {'A', HW_EXTENT_ATTEMPTED, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'N', HW_EXTENT_NOT_ATTEMPTED, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'S', HW_EXTENT_SUBSTITUTED, 0, -1, -1, -1, HW_PHASE_NONE, false},
    {'T', HW_EXTENT_ATTEMPTED, 0, HW_BARRIER_TOO_DIFFICULT, -1, -1, HW_PHASE_NONE, false},
    {'Q', HW_EXTENT_PARTIAL, 60, HW_BARRIER_TOO_DIFFICULT, -1, -1, HW_PHASE_NONE, false},
    {'V', HW_EXTENT_DONE, 0, HW_BARRIER_TOO_DIFFICULT, -1, -1, HW_PHASE_NONE, false},
    {'H', HW_EXTENT_ATTEMPTED, 0, -1, 95, -1, HW_PHASE_PEAK, false},
    {'L', HW_EXTENT_ATTEMPTED, 0, -1, 80, -1, HW_PHASE_PEAK, false},
    {'R', HW_EXTENT_ATTEMPTED, 0, -1, 95, -1, HW_PHASE_PREDICTED, false},
    {'G', HW_EXTENT_ATTEMPTED, 0, -1, -1, 95, HW_PHASE_NONE, false},
    {'C', HW_EXTENT_DONE, 0, -1, -1, 20, HW_PHASE_NONE, false},
    {'K', HW_EXTENT_DONE, 0, -1, -1, 40, HW_PHASE_NONE, false},
    {'U', HW_EXTENT_DONE, 0, HW_BARRIER_UNCLEAR_WHAT, -1, -1, HW_PHASE_NONE, false},
    {'M', HW_EXTENT_ATTEMPTED, 0, HW_BARRIER_TOO_DIFFICULT, -1, -1, HW_PHASE_NONE, true},
    {'F', HW_EXTENT_DONE, 0, -1, -1, -1, HW_PHASE_NONE, true},
    {'W', HW_EXTENT_NOT_ATTEMPTED, 0, HW_BARRIER_FORGOT, -1, -1, HW_PHASE_NONE, false},
    {'Y', HW_EXTENT_DONE, 0, HW_BARRIER_FORGOT, -1, -1, HW_PHASE_NONE, false},
    {'O', HW_EXTENT_NO_OPPORTUNITY, 0, -1, -1, -1, HW_PHASE_NONE, false},
};

static void log_now(scene *s, hw_entry *entry)
{
    hw_error err;
    hw_change *change = area_change(s, "me");
    expect(hw_plan_log(s->plan, entry, change, &err), &err);
    hw_entry_free(entry);
    hw_change_free(change);
}

/* Lets the clock show eight in the evening of a day, or later if it does already; `happened` is an hour before
 * eight. */
static void turn_clock(scene *s, hw_date day, char happened[40])
{
    char now[40];
    snprintf(now, sizeof now, "%04d-%02d-%02dT20:00:00+01:00", day.year, day.month, day.day);
    snprintf(happened, 40, "%04d-%02d-%02dT19:00:00+01:00", day.year, day.month, day.day);
    if (scene_moment(now).instant > s->now.instant) {
        scene_now(s, now);
    }
}

void area_day(scene *s, const char *assignment, hw_date day, char what, bool unscheduled)
{
    char at[40];
    hw_error err;
    turn_clock(s, day, at);
    if (what == '.') {
        return;
    }
    if (what == 'X') {
        char id[40], key[40];
        snprintf(id, sizeof id, "x-%s-%02d%02d", assignment, day.month, day.day);
        snprintf(key, sizeof key, "%04d-%02d-%02d", day.year, day.month, day.day);
        scene_excuse(s, id, assignment, key, false);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        if (reports[i].what != what) {
            continue;
        }
        hw_entry *entry = hw_entry_new(assignment, reports[i].extent, &err);
        assert_int_equal(hw_entry_set_at(entry, scene_moment(at)), HW_OK);
        assert_int_equal(hw_entry_set_percent(entry, reports[i].percent), HW_OK);
        if (unscheduled) {
            assert_int_equal(hw_entry_set_unscheduled(entry), HW_OK);
        }
        if (reports[i].hidden) {
            assert_int_equal(hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE), HW_OK);
        }
        if (reports[i].barrier >= 0) {
            assert_int_equal(hw_entry_add_barrier(entry, (hw_barrier)reports[i].barrier, "Private words"),
                             HW_OK);
        }
        if (reports[i].distress >= 0) {
            assert_int_equal(hw_entry_add_number(entry, "distress", reports[i].phase, 0, reports[i].distress),
                             HW_OK);
        }
        if (reports[i].suds >= 0) {
            assert_int_equal(hw_entry_add_measure(entry, "suds", reports[i].phase, reports[i].suds), HW_OK);
        }
        log_now(s, entry);
        return;
    }
    fail_msg("no such day: %c", what);
}

void area_days(scene *s, const char *assignment, const char *first, const char *what, bool unscheduled)
{
    hw_local day = scene_local(first);
    for (; *what; what++) {
        area_day(s, assignment, day.date, *what, unscheduled);
        day = hw_local_add(day, (hw_duration){1, 0});
    }
}

void area_values(scene *s, const char *assignment, const char *measure, const char *first, const char *values)
{
    hw_local day = scene_local(first);
    hw_error err;
    for (const char *at = values; *at;) {
        char *end = NULL, happened[40];
        double value = strtod(at, &end);
        turn_clock(s, day.date, happened);
        if (end != at) {
            hw_entry *entry = hw_entry_new(assignment, HW_EXTENT_DONE, &err);
            assert_int_equal(hw_entry_set_at(entry, scene_moment(happened)), HW_OK);
            assert_int_equal(hw_entry_set_unscheduled(entry), HW_OK);
            assert_int_equal(hw_entry_add_measure(entry, measure, HW_PHASE_NONE, value), HW_OK);
            log_now(s, entry);
        } else {
            end = strchr(at, '-') + 1;
        }
        at = end + strspn(end, " ");
        day = hw_local_add(day, (hw_duration){1, 0});
    }
}

/* ---- answers ---- */

hw_areas *area_answer(const scene *s, const char *from, const char *to, const char *as_of,
                      const hw_areas_options *options)
{
    hw_error err;
    hw_instant instant = as_of ? scene_instant(as_of) : s->now.instant;
    hw_areas *areas = hw_plan_areas(s->plan, scene_date(from), scene_date(to), instant, options, &err);
    if (!areas) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(areas);
    return areas;
}

const char *area_shown(const hw_areas *areas, hw_subject subject, const char *id)
{
    static char text[200];
    size_t at = hw_areas_find(areas, subject, id), size = 0;
    double value = 0, threshold = 0;
    if (at == SIZE_MAX) {
        return "none";
    }
    size +=
        (size_t)snprintf(text, sizeof text, "%s %s", hw_word_at(HW_WORDS_AREA, hw_areas_area_at(areas, at)),
                         hw_word_at(HW_WORDS_AREA_RULE, hw_areas_rule_at(areas, at)));
    if (hw_areas_value_at(areas, at, &value)) {
        size += (size_t)snprintf(text + size, sizeof text - size, " %.6g", value);
    }
    if (hw_areas_threshold_at(areas, at, &threshold)) {
        size += (size_t)snprintf(text + size, sizeof text - size, "/%.6g", threshold);
    }
    size += (size_t)snprintf(text + size, sizeof text - size, " n=%zu", hw_areas_n_at(areas, at));
    if (hw_areas_earlier_at(areas, at) || hw_areas_later_at(areas, at)) {
        snprintf(text + size, sizeof text - size, " %zu+%zu", hw_areas_earlier_at(areas, at),
                 hw_areas_later_at(areas, at));
    }
    return text;
}

const char *area_advice(const hw_areas *areas, const char *step)
{
    static char text[200];
    for (size_t i = 0; i < hw_areas_suggestion_count(areas); i++) {
        double value = 0, threshold = 0;
        if (strcmp(hw_areas_suggestion_step_at(areas, i), step) != 0) {
            continue;
        }
        size_t size =
            (size_t)snprintf(text, sizeof text, "%s %s",
                             hw_word_at(HW_WORDS_SUGGESTION, hw_areas_suggestion_at(areas, i)),
                             hw_word_at(HW_WORDS_SUGGESTION_REASON, hw_areas_suggestion_reason_at(areas, i)));
        if (hw_areas_suggestion_value_at(areas, i, &value)) {
            size += (size_t)snprintf(text + size, sizeof text - size, " %.6g", value);
        }
        if (hw_areas_suggestion_threshold_at(areas, i, &threshold)) {
            size += (size_t)snprintf(text + size, sizeof text - size, "/%.6g", threshold);
        }
        if (hw_areas_suggestion_assignment_at(areas, i)) {
            size += (size_t)snprintf(text + size, sizeof text - size, " by %s",
                                     hw_areas_suggestion_assignment_at(areas, i));
        }
        if (hw_areas_suggestion_target_at(areas, i)) {
            size += (size_t)snprintf(text + size, sizeof text - size, " to %s",
                                     hw_areas_suggestion_target_at(areas, i));
        }
        snprintf(text + size, sizeof text - size, " (%zu)",
                 hw_evidence_count(hw_areas_suggestion_evidence_at(areas, i)));
        return text;
    }
    return "none";
}

const char *area_evidence(const hw_evidence *evidence)
{
    static char text[4096];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_evidence_count(evidence); i++) {
        hw_local key = hw_evidence_key_at(evidence, i);
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s:%s", i ? " " : "",
                                 hw_word_at(HW_WORDS_EVIDENCE, hw_evidence_kind_at(evidence, i)),
                                 hw_evidence_id_at(evidence, i));
        if (key.date.year) {
            size += (size_t)snprintf(text + size, sizeof text - size, "@%04d-%02d-%02d", key.date.year,
                                     key.date.month, key.date.day);
        }
        assert_true(size < sizeof text);
    }
    return text;
}

const char *area_table(hw_table *table)
{
    static char kept[1 << 16];
    hw_error err;
    char *text = table ? hw_table_to_csv(table, NULL, &err) : NULL;
    assert_non_null(text);
    assert_true(strlen(text) < sizeof kept);
    snprintf(kept, sizeof kept, "%s", text);
    hw_string_free(text);
    hw_table_free(table);
    return kept;
}
