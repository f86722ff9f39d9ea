/* SPDX-License-Identifier: MIT */
/* The attainment of a plan's goals: T of each rater alone, raters side by side, targets, movement and steps, as of a
 * moment. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/near.h"
#include "support/scene.h"

#define BEGIN "2025-03-01T09:00:00+01:00"
#define NOW "2025-05-01T12:00:00+02:00"

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

#define GIVE(s, noun, draft)                                                                          \
    do {                                                                                              \
        hw_error give_err;                                                                            \
        hw_change *give_change = change_of(s);                                                        \
        hw_status give_status = hw_plan_##noun((s)->plan, hw_##noun##_id(draft))                      \
                                    ? hw_plan_revise_##noun((s)->plan, draft, give_change, &give_err) \
                                    : hw_plan_add_##noun((s)->plan, draft, give_change, &give_err);   \
        if (give_status != HW_OK) {                                                                   \
            fail_msg("%s: %s", give_err.subject, give_err.message);                                   \
        }                                                                                             \
        hw_##noun##_unref(draft);                                                                     \
        hw_change_free(give_change);                                                                  \
    } while (0)

static void add_person(scene *s, const char *id, hw_role role)
{
    hw_person *person = hw_person_new(id, role, NULL);
    GIVE(s, person, person);
}

static void add_goal(scene *s, const char *id, double weight)
{
    hw_goal *goal = hw_goal_new(id, "A goal", NULL);
    hw_goal_set_weight(goal, weight);
    GIVE(s, goal, goal);
}

static void mark_goal(scene *s, const char *id, hw_goal_lifecycle state)
{
    hw_error err;
    hw_change *change = change_of(s);
    assert_int_equal(hw_plan_mark_goal(s->plan, id, state, change, &err), HW_OK);
    hw_change_free(change);
}

static void add_measure(scene *s, const char *id, double least, double most, hw_better better)
{
    hw_measure *measure = hw_plan_measure(s->plan, id)
                              ? hw_measure_edit(hw_plan_measure(s->plan, id), NULL)
                              : hw_measure_new(id, "Rating", HW_MEASURE_RATING, NULL);
    hw_measure_set_min(measure, least);
    hw_measure_set_max(measure, most);
    hw_measure_set_better(measure, better);
    GIVE(s, measure, measure);
}

static void aim(scene *s, const char *id, const char *measure, double baseline, double target,
                hw_direction direction)
{
    hw_goal *goal = hw_goal_edit(hw_plan_goal(s->plan, id), NULL);
    hw_goal_set_measure(goal, measure);
    hw_goal_set_baseline(goal, baseline);
    hw_goal_set_target(goal, target);
    hw_goal_set_direction(goal, direction);
    GIVE(s, goal, goal);
}

static void score(scene *s, const char *id, const char *goal, const char *rater, int level, const char *now)
{
    scene_now(s, now);
    const hw_score *old = hw_plan_score(s->plan, id);
    hw_score *draft = old ? hw_score_edit(old, NULL) : hw_score_new(id, goal, rater, level, NULL);
    hw_score_set_level(draft, level);
    GIVE(s, score, draft);
}

static void add_step(scene *s, const char *id, const char *goal, hw_step_stage state)
{
    hw_step *step = hw_step_new(id, goal, "A step", NULL);
    hw_step_set_state(step, state);
    GIVE(s, step, step);
}

static void log_value(scene *s, const char *measure, double value, hw_phase phase, const char *at,
                      bool hidden)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_entry *entry = hw_entry_new("work", HW_EXTENT_DONE, &err);
    hw_entry_set_at(entry, scene_moment(at));
    hw_entry_add_measure(entry, measure, phase, value);
    if (hidden) {
        hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE);
    }
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", BEGIN);
    add_person(&s, "therapist", HW_ROLE_THERAPIST);
    add_person(&s, "parent", HW_ROLE_PARENT);
    scene_give(&s, hw_assignment_new("work", "Work", HW_KIND_OTHER, NULL));
    return s;
}

static hw_attainment *attained(const scene *s, const char *rater, const char *as_of)
{
    hw_error err;
    hw_attainment *attainment = hw_plan_attainment(s->plan, rater, scene_instant(as_of), &err);
    if (!attainment) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return attainment;
}

static size_t goal_of(const hw_attainment *attainment, const char *id)
{
    for (size_t i = 0; i < hw_attainment_goal_count(attainment); i++) {
        if (strcmp(hw_attainment_goal_at(attainment, i), id) == 0) {
            return i;
        }
    }
    fail_msg("no goal %s", id);
    return 0;
}

/* ---- scores ---- */

/* Three goals of equal weight, two raters who differ. */
static scene scored(void)
{
    scene s = open_scene();
    add_goal(&s, "sleep", (double)NAN);
    add_goal(&s, "friends", (double)NAN);
    add_goal(&s, "work-again", (double)NAN);
    score(&s, "s1", "sleep", "me", -1, "2025-03-05T09:00:00+01:00");
    score(&s, "s2", "friends", "me", -1, "2025-03-05T09:00:00+01:00");
    score(&s, "s3", "work-again", "me", -2, "2025-03-05T09:00:00+01:00");
    score(&s, "s4", "sleep", "therapist", 1, "2025-03-12T09:00:00+01:00");
    score(&s, "s5", "sleep", "me", -1, "2025-04-05T09:00:00+02:00");
    score(&s, "s6", "friends", "me", 1, "2025-04-05T09:00:00+02:00");
    scene_now(&s, NOW);
    return s;
}

static void test_raters_alone(void **state)
{
    (void)state;
    scene s = scored();
    hw_attainment *a = attained(&s, NULL, NOW);
    assert_int_equal(hw_attainment_rater_count(a), 2);
    assert_string_equal(hw_attainment_rater_at(a, 0), "me");
    assert_string_equal(hw_attainment_rater_at(a, 1), "therapist");
    /* -1, 1, -2 of three goals; the two scored twice rose from -1, -1 to -1, 1. */
    assert_estimate(hw_attainment_t_at(a, 0), 50 - 2 * 4.564354646, 5e-8, 3);
    assert_estimate(hw_attainment_baseline_at(a, 0), 37.60, 0.005, 2);
    assert_estimate(hw_attainment_change_at(a, 0), 2 * 6.2017367, 5e-6, 2);
    assert_estimate(hw_attainment_t_at(a, 1), 60, 1e-12, 1);
    assert_undefined(hw_attainment_baseline_at(a, 1), HW_UNDEFINED_TOO_FEW, 0);
    assert_undefined(hw_attainment_change_at(a, 1), HW_UNDEFINED_TOO_FEW, 0);
    size_t sleep = goal_of(a, "sleep"), friends = goal_of(a, "friends");
    assert_estimate(hw_attainment_spread_at(a, sleep), 2, 0, 2); /* side by side, never averaged */
    assert_undefined(hw_attainment_spread_at(a, friends), HW_UNDEFINED_TOO_FEW, 1);
    int32_t level;
    assert_true(hw_attainment_level_at(a, friends, 0, false, &level) && level == -1);
    assert_true(hw_attainment_level_at(a, friends, 0, true, &level) && level == 1);
    assert_false(hw_attainment_level_at(a, friends, 1, true, &level));
    assert_int_equal(hw_attainment_score_count(a, friends, 0), 2);
    assert_int_equal(hw_attainment_score_count(a, friends, 1), 0);
    assert_string_equal(hw_attainment_score_at(a, friends, 0, false), "s2");
    assert_string_equal(hw_attainment_score_at(a, friends, 0, true), "s6");
    assert_int_equal(hw_date_compare(hw_attainment_scored_at(a, friends, 0, true), scene_date("2025-04-05")),
                     0);
    assert_int_equal(hw_date_compare(hw_attainment_scored_at(a, friends, 0, false), scene_date("2025-03-05")),
                     0);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_one_rater(void **state)
{
    (void)state;
    scene s = scored();
    hw_attainment *a = attained(&s, "therapist", NOW);
    assert_int_equal(hw_attainment_rater_count(a), 1);
    assert_estimate(hw_attainment_t_at(a, 0), 60, 1e-12, 1);
    assert_undefined(hw_attainment_spread_at(a, goal_of(a, "sleep")), HW_UNDEFINED_TOO_FEW, 1);
    hw_attainment_free(a);
    a = attained(&s, "parent", NOW); /* has not scored */
    assert_int_equal(hw_attainment_rater_count(a), 0);
    assert_int_equal(hw_attainment_goal_count(a), 3);
    assert_undefined(hw_attainment_spread_at(a, 0), HW_UNDEFINED_NO_VALUES, 0);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_as_of(void **state)
{
    (void)state;
    scene s = scored();
    hw_attainment *a = attained(&s, NULL, "2025-03-06T09:00:00+01:00");
    assert_int_equal(hw_attainment_rater_count(a), 1);
    assert_estimate(hw_attainment_t_at(a, 0), 50 - 4 * 4.564354646, 5e-8, 3);
    assert_undefined(hw_attainment_change_at(a, 0), HW_UNDEFINED_TOO_FEW, 0);
    hw_attainment_free(a);
    a = attained(&s, NULL, "2025-02-01T09:00:00+01:00"); /* nothing was known */
    assert_int_equal(hw_attainment_goal_count(a), 0);
    assert_int_equal(hw_attainment_rater_count(a), 0);
    hw_attainment_free(a);
    scene_close(&s);
}

/* A score that is corrected stays where it stood; its level is the corrected one, once that is known. */
static void test_corrected_score(void **state)
{
    (void)state;
    scene s = scored();
    score(&s, "s2", "friends", "me", -2, "2025-04-20T09:00:00+02:00");
    hw_attainment *a = attained(&s, NULL, NOW);
    size_t friends = goal_of(a, "friends");
    int32_t level;
    assert_true(hw_attainment_level_at(a, friends, 0, false, &level) && level == -2);
    assert_true(hw_attainment_level_at(a, friends, 0, true, &level) && level == 1);
    assert_int_equal(hw_attainment_score_count(a, friends, 0), 2);
    hw_attainment_free(a);
    a = attained(&s, NULL, "2025-04-10T09:00:00+02:00");
    assert_true(hw_attainment_level_at(a, friends, 0, false, &level) && level == -1);
    hw_attainment_free(a);
    scene_close(&s);
}

/* What was entered in error is out; what was given up stays in. */
static void test_goals_that_count(void **state)
{
    (void)state;
    scene s = scored();
    mark_goal(&s, "work-again", HW_GOAL_CANCELLED);
    hw_attainment *a = attained(&s, NULL, NOW);
    assert_estimate(hw_attainment_t_at(a, 0), 50 - 2 * 4.564354646, 5e-8, 3);
    hw_attainment_free(a);
    mark_goal(&s, "sleep", HW_GOAL_ENTERED_IN_ERROR);
    a = attained(&s, NULL, NOW);
    assert_int_equal(hw_attainment_goal_count(a), 2);
    assert_int_equal(hw_attainment_rater_count(a), 1); /* the therapist scored nothing else */
    assert_estimate(hw_attainment_t_at(a, 0), 50 - 6.2017367, 5e-6, 2);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_weights(void **state)
{
    (void)state;
    scene s = open_scene();
    add_goal(&s, "a", 1);
    add_goal(&s, "b", 2);
    add_goal(&s, "c", 3);
    score(&s, "s1", "a", "me", 0, NOW);
    score(&s, "s2", "b", "me", 1, NOW);
    score(&s, "s3", "c", "me", -1, NOW);
    hw_attainment *a = attained(&s, NULL, NOW);
    double weight;
    assert_true(hw_attainment_weight_at(a, 1, &weight) && weight == 2);
    assert_estimate(hw_attainment_t_at(a, 0), 47.796736754, 5e-10, 3);
    hw_attainment_free(a);
    /* A goal without a weight beside others with one: not guessed. */
    add_goal(&s, "d", (double)NAN);
    a = attained(&s, NULL, NOW);
    assert_estimate(hw_attainment_t_at(a, 0), 47.796736754, 5e-10, 3); /* it has no score yet */
    assert_false(hw_attainment_weight_at(a, 3, &weight));
    hw_attainment_free(a);
    score(&s, "s4", "d", "me", 0, NOW);
    a = attained(&s, NULL, NOW);
    assert_undefined(hw_attainment_t_at(a, 0), HW_UNDEFINED_NOT_STATED, 3);
    hw_attainment_free(a);
    scene_close(&s);
}

/* Two copies can lose a person or a goal to each other: the scores of such a person stay theirs, and those of no goal
 * count for nothing. */
static void test_erased_elsewhere(void **state)
{
    (void)state;
    scene s = scored();
    hw_error err;
    hw_plan *other = hw_plan_copy(s.plan, &err);
    hw_change *change = hw_change_new(s.now, "me", "phone", &err);
    assert_int_equal(hw_plan_erase(other, "parent", change, &err), HW_OK);
    hw_change_free(change);
    add_goal(&s, "gone", (double)NAN);
    hw_plan *third = hw_plan_copy(s.plan, &err);
    change = hw_change_new(s.now, "me", "tablet", &err);
    assert_int_equal(hw_plan_erase(third, "gone", change, &err), HW_OK);
    hw_change_free(change);
    score(&s, "s7", "sleep", "parent", 2, NOW);
    score(&s, "s8", "gone", "therapist", 2, NOW);
    assert_int_equal(hw_plan_merge(s.plan, other, NULL, &err), HW_OK);
    assert_int_equal(hw_plan_merge(s.plan, third, NULL, &err), HW_OK);
    assert_null(hw_plan_person(s.plan, "parent"));
    assert_null(hw_plan_goal(s.plan, "gone"));
    hw_attainment *a = attained(&s, NULL, NOW);
    assert_int_equal(hw_attainment_rater_count(a), 3);
    assert_string_equal(hw_attainment_rater_at(a, 2), "parent");
    assert_estimate(hw_attainment_t_at(a, 2), 70, 1e-12, 1);
    assert_estimate(hw_attainment_t_at(a, 1), 60, 1e-12, 1);
    assert_estimate(hw_attainment_spread_at(a, goal_of(a, "sleep")), 3, 0, 3);
    hw_table *table = hw_attainment_raters_table(a, NULL);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(strstr(csv, "\r\nparent,,70,1,")); /* nobody knows what they are to the plan */
    hw_string_free(csv);
    hw_table_free(table);
    hw_attainment_free(a);
    hw_plan_free(third);
    hw_plan_free(other);
    scene_close(&s);
}

/* ---- values ---- */

static void test_targets(void **state)
{
    (void)state;
    scene s = open_scene();
    add_measure(&s, "goal-rating", 0, 10, HW_BETTER_HIGHER);
    add_measure(&s, "panic", 0, 50, HW_BETTER_LOWER);
    add_measure(&s, "fear", 0, 10, HW_BETTER_LOWER);
    add_measure(&s, "mood", 0, 10, HW_BETTER_NEUTRAL);
    add_goal(&s, "out", (double)NAN);
    add_goal(&s, "calm", (double)NAN);
    add_goal(&s, "brave", (double)NAN);
    add_goal(&s, "even", (double)NAN);
    add_goal(&s, "bare", (double)NAN);
    aim(&s, "out", "goal-rating", 2, 7, HW_DIRECTION_UP);
    aim(&s, "calm", "panic", 20, 5, HW_DIRECTION_DOWN);
    aim(&s, "brave", "fear", (double)NAN, 3, HW_DIRECTION_DOWN);
    aim(&s, "even", "mood", 5, 5, HW_DIRECTION_MAINTAIN);
    scene_now(&s, NOW);
    log_value(&s, "goal-rating", 3, HW_PHASE_NONE, "2025-03-10T10:00:00+01:00", false);
    log_value(&s, "goal-rating", 10, HW_PHASE_PREDICTED, "2025-03-11T10:00:00+01:00", false);
    log_value(&s, "goal-rating", 10, HW_PHASE_NONE, "2025-03-12T10:00:00+01:00", true);
    log_value(&s, "goal-rating", 7, HW_PHASE_NONE, "2025-03-20T10:00:00+01:00", false);
    log_value(&s, "goal-rating", 6, HW_PHASE_NONE, "2025-03-27T10:00:00+01:00", false);
    log_value(&s, "panic", 22, HW_PHASE_NONE, "2025-03-10T10:00:00+01:00", false);
    log_value(&s, "fear", 8, HW_PHASE_PEAK, "2025-03-10T10:00:00+01:00", false);
    log_value(&s, "fear", 3, HW_PHASE_PEAK, "2025-03-11T10:00:00+01:00", false);
    log_value(&s, "fear", 2, HW_PHASE_PEAK, "2025-03-12T10:00:00+01:00", false);
    log_value(&s, "mood", 5, HW_PHASE_NONE, "2025-03-10T10:00:00+01:00", false);
    hw_attainment *a = attained(&s, NULL, NOW);
    size_t out = goal_of(a, "out"), calm = goal_of(a, "calm"), brave = goal_of(a, "brave"),
           even = goal_of(a, "even"), bare = goal_of(a, "bare");
    assert_int_equal(hw_date_compare(hw_attainment_reached_at(a, out), scene_date("2025-03-20")), 0);
    assert_int_equal(hw_attainment_achievement_at(a, out), HW_ACHIEVEMENT_IMPROVING);
    assert_estimate(hw_attainment_latest_at(a, out), 6, 0, 3);
    assert_estimate(hw_attainment_movement_at(a, out), 4, 0, 4); /* from the baseline */
    assert_int_equal(hw_attainment_reached_at(a, calm).year, 0);
    assert_int_equal(hw_attainment_achievement_at(a, calm), HW_ACHIEVEMENT_WORSENING);
    assert_undefined(hw_attainment_movement_at(a, calm), HW_UNDEFINED_NOT_APPLICABLE, 1);
    assert_int_equal(hw_date_compare(hw_attainment_reached_at(a, brave), scene_date("2025-03-11")), 0);
    assert_int_equal(hw_attainment_achievement_at(a, brave), HW_ACHIEVEMENT_SUSTAINING);
    assert_estimate(hw_attainment_movement_at(a, brave), 6, 0, 3); /* less is better */
    assert_int_equal(hw_attainment_achievement_at(a, even), HW_ACHIEVEMENT_SUSTAINING);
    assert_undefined(hw_attainment_movement_at(a, even), HW_UNDEFINED_NOT_APPLICABLE, 1);
    assert_undefined(hw_attainment_latest_at(a, bare), HW_UNDEFINED_NOT_STATED, 0);
    assert_undefined(hw_attainment_movement_at(a, bare), HW_UNDEFINED_NOT_STATED, 0);
    assert_int_equal(hw_attainment_achievement_at(a, bare), HW_ACHIEVEMENT_NONE);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_few_values(void **state)
{
    (void)state;
    scene s = open_scene();
    add_measure(&s, "goal-rating", 0, 10, HW_BETTER_HIGHER);
    add_goal(&s, "out", (double)NAN);
    aim(&s, "out", "goal-rating", (double)NAN, 7, HW_DIRECTION_UP);
    scene_now(&s, NOW);
    hw_attainment *a = attained(&s, NULL, NOW);
    assert_undefined(hw_attainment_latest_at(a, 0), HW_UNDEFINED_NO_VALUES, 0);
    assert_undefined(hw_attainment_movement_at(a, 0), HW_UNDEFINED_NO_VALUES, 0);
    hw_attainment_free(a);
    log_value(&s, "goal-rating", 3, HW_PHASE_NONE, "2025-03-10T10:00:00+01:00", false);
    a = attained(&s, NULL, NOW);
    assert_estimate(hw_attainment_latest_at(a, 0), 3, 0, 1);
    assert_undefined(hw_attainment_movement_at(a, 0), HW_UNDEFINED_TOO_FEW, 1);
    assert_int_equal(hw_attainment_achievement_at(a, 0), HW_ACHIEVEMENT_IN_PROGRESS);
    hw_attainment_free(a);
    log_value(&s, "goal-rating", 5, HW_PHASE_NONE, "2025-03-11T10:00:00+01:00", false);
    a = attained(&s, NULL, NOW);
    assert_estimate(hw_attainment_movement_at(a, 0), 2, 0, 2);
    hw_attainment_free(a);
    /* Another scale: 5 of 10 is not 5 of 100. */
    scene_now(&s, "2025-05-02T12:00:00+02:00");
    add_measure(&s, "goal-rating", 0, 100, HW_BETTER_HIGHER);
    a = attained(&s, NULL, "2025-05-03T12:00:00+02:00");
    assert_undefined(hw_attainment_latest_at(a, 0), HW_UNDEFINED_RANGE_CHANGED, 2);
    assert_undefined(hw_attainment_movement_at(a, 0), HW_UNDEFINED_RANGE_CHANGED, 2);
    hw_attainment_free(a);
    scene_now(&s, "2025-05-02T14:00:00+02:00");
    log_value(&s, "goal-rating", 50, HW_PHASE_NONE, "2025-05-02T13:00:00+02:00", false);
    a = attained(&s, NULL, "2025-05-03T12:00:00+02:00");
    assert_undefined(hw_attainment_latest_at(a, 0), HW_UNDEFINED_RANGE_CHANGED, 3);
    assert_int_equal(hw_attainment_achievement_at(a, 0), HW_ACHIEVEMENT_NONE);
    assert_int_equal(hw_attainment_reached_at(a, 0).year, 0);
    hw_attainment_free(a);
    a = attained(&s, NULL, NOW); /* nobody knew of it */
    assert_estimate(hw_attainment_movement_at(a, 0), 2, 0, 2);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_steps(void **state)
{
    (void)state;
    scene s = open_scene();
    add_goal(&s, "out", (double)NAN);
    add_goal(&s, "in", (double)NAN);
    static const hw_step_stage states[] = {HW_STEP_LOCKED,        HW_STEP_AVAILABLE,    HW_STEP_IN_PRACTICE,
                                           HW_STEP_CRITERION_MET, HW_STEP_CONSOLIDATED, HW_STEP_REGRESSED,
                                           HW_STEP_SKIPPED};
    for (size_t i = 0; i < COUNT_OF(states); i++) {
        char id[16];
        snprintf(id, sizeof id, "step-%zu", i);
        add_step(&s, id, "out", states[i]);
    }
    hw_attainment *a = attained(&s, NULL, NOW);
    assert_int_equal(hw_attainment_steps_at(a, goal_of(a, "out")), 6);
    assert_int_equal(hw_attainment_steps_met_at(a, goal_of(a, "out")), 2);
    assert_int_equal(hw_attainment_steps_at(a, goal_of(a, "in")), 0);
    hw_attainment_free(a);
    scene_close(&s);
}

/* ---- tables, arguments, memory ---- */

static void expect_csv(hw_table *table, const char *expected)
{
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(csv);
    assert_string_equal(strchr(csv, '\n') + 1, expected);
    hw_string_free(csv);
    hw_table_free(table);
}

static void test_tables(void **state)
{
    (void)state;
    scene s = scored();
    add_step(&s, "step", "sleep", HW_STEP_CONSOLIDATED);
    add_measure(&s, "goal-rating", 0, 10, HW_BETTER_HIGHER);
    add_goal(&s, "weighed", 2.5);
    aim(&s, "weighed", "goal-rating", 2, 7, HW_DIRECTION_UP);
    log_value(&s, "goal-rating", 8, HW_PHASE_NONE, "2025-04-20T10:00:00+02:00", false);
    hw_attainment *a = attained(&s, NULL, NOW);
    expect_csv(hw_attainment_table(a, NULL),
               "friends,me,client,2,-1,2025-03-05,s2,112296-9,1,2025-04-05,s6,107334-5,,\r\n"
               "sleep,me,client,2,-1,2025-03-05,s1,112296-9,-1,2025-04-05,s5,107334-5,,2\r\n"
               "sleep,therapist,therapist,1,1,2025-03-12,s4,,1,2025-03-12,s4,107333-7,,2\r\n"
               "work-again,me,client,1,-2,2025-03-05,s3,,-2,2025-03-05,s3,107334-5,,\r\n");
    expect_csv(hw_attainment_goals_table(a, NULL),
               "friends,,none,none,,,,0,not-stated,,,not-stated,0,0,1,\r\n"
               "sleep,,none,none,,,,0,not-stated,,,not-stated,1,1,2,2\r\n"
               "work-again,,none,none,,,,0,not-stated,,,not-stated,0,0,1,\r\n"
               "weighed,2.5,none,achieved,2,7,8,1,,2025-04-20,6,,0,0,0,\r\n");
    expect_csv(hw_attainment_raters_table(a, NULL), "me,client,,0,not-stated,,,0,not-stated\r\n"
                                                    "therapist,therapist,,0,not-stated,,,0,too-few\r\n");
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_arguments(void **state)
{
    (void)state;
    scene s = scored();
    hw_error err;
    assert_null(hw_plan_attainment(NULL, NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_attainment(s.plan, "nobody", s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_attainment(s.plan, "sleep", s.now.instant, &err)); /* no person */
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_attainment(s.plan, "therapist", scene_instant("2025-02-01T09:00:00+01:00"), &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_attainment_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_attainment_goals_table(NULL, &err));
    assert_null(hw_attainment_raters_table(NULL, &err));
    hw_attainment_free(NULL);
    hw_attainment *a = attained(&s, NULL, NOW);
    const hw_attainment *const those[] = {NULL, a};
    for (size_t i = 0; i < COUNT_OF(those); i++) {
        const hw_attainment *it = those[i];
        size_t end = 9;
        assert_null(hw_attainment_rater_at(it, end));
        assert_null(hw_attainment_goal_at(it, end));
        assert_undefined(hw_attainment_t_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_undefined(hw_attainment_baseline_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_undefined(hw_attainment_change_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_undefined(hw_attainment_spread_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_undefined(hw_attainment_latest_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_undefined(hw_attainment_movement_at(it, end), HW_UNDEFINED_NO_VALUES, 0);
        assert_false(hw_attainment_weight_at(it, end, NULL));
        assert_int_equal(hw_attainment_score_count(it, 0, end) + hw_attainment_score_count(it, end, 0), 0);
        assert_false(hw_attainment_level_at(it, end, 0, true, NULL));
        assert_int_equal(hw_attainment_scored_at(it, 0, end, true).year, 0);
        assert_null(hw_attainment_score_at(it, end, end, false));
        assert_int_equal(hw_attainment_reached_at(it, end).year, 0);
        assert_int_equal(hw_attainment_achievement_at(it, end), HW_ACHIEVEMENT_NONE);
        assert_int_equal(hw_attainment_steps_at(it, end) + hw_attainment_steps_met_at(it, end), 0);
    }
    assert_int_equal(hw_attainment_goal_count(NULL) + hw_attainment_rater_count(NULL), 0);
    hw_attainment_free(a);
    scene_close(&s);
}

static void test_without_memory(void **state)
{
    (void)state;
    scene s = scored();
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_attainment *a = hw_plan_attainment(s.plan, NULL, s.now.instant, &err);
        hw_table *levels = a ? hw_attainment_table(a, &err) : NULL;
        hw_table *goals = levels ? hw_attainment_goals_table(a, &err) : NULL;
        hw_table *raters = goals ? hw_attainment_raters_table(a, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = raters != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(raters);
        hw_table_free(goals);
        hw_table_free(levels);
        hw_attainment_free(a);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_raters_alone),
        cmocka_unit_test(test_one_rater),
        cmocka_unit_test(test_as_of),
        cmocka_unit_test(test_corrected_score),
        cmocka_unit_test(test_goals_that_count),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_erased_elsewhere),
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_few_values),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
