/* SPDX-License-Identifier: MIT */
/* The ladder of a goal: which step is next, and the journey, as known at any moment. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static void add_goal(scene *s, const char *id)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_goal *goal = hw_goal_new(id, "Sleep", &err);
    assert_int_equal(hw_plan_add_goal(s->plan, goal, change, &err), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
}

static hw_step *step_draft(const char *id, const char *goal, int32_t position)
{
    hw_error err;
    hw_step *step = hw_step_new(id, goal, "A step", &err);
    assert_int_equal(hw_step_set_position(step, position), HW_OK);
    return step;
}

/* Takes it in as a new one or as a revision, and lets it go. */
static void give_step(scene *s, hw_step *step)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_status status = hw_plan_step(s->plan, hw_step_id(step))
                           ? hw_plan_revise_step(s->plan, step, change, &err)
                           : hw_plan_add_step(s->plan, step, change, &err);
    assert_int_equal(status, HW_OK);
    hw_step_unref(step);
    hw_change_free(change);
}

static void mark(scene *s, const char *id, hw_step_stage stage)
{
    hw_error err;
    hw_change *change = change_of(s);
    if (hw_plan_mark_step(s->plan, id, stage, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_change_free(change);
}

static const char *next_of(const scene *s, const char *as_of)
{
    const hw_step *next = hw_plan_next_step(s->plan, "g", as_of ? scene_instant(as_of) : s->now.instant);
    return next ? hw_step_id(next) : "none";
}

/* A goal with the steps b (1), c (2), a (2), locked d (3), and one of another goal. */
static scene ladder(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_goal(&s, "g");
    add_goal(&s, "other");
    hw_step *locked = step_draft("d", "g", 3);
    hw_step_set_state(locked, HW_STEP_LOCKED);
    give_step(&s, locked);
    give_step(&s, step_draft("c", "g", 2));
    give_step(&s, step_draft("a", "g", 2));
    give_step(&s, step_draft("b", "g", 1));
    give_step(&s, step_draft("z", "other", 0));
    return s;
}

static void test_next_step(void **state)
{
    (void)state;
    scene s = ladder();
    assert_string_equal(next_of(&s, NULL), "b");
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    mark(&s, "b", HW_STEP_IN_PRACTICE);
    assert_string_equal(next_of(&s, NULL), "b");
    mark(&s, "b", HW_STEP_CRITERION_MET);
    assert_string_equal(next_of(&s, NULL), "a");
    scene_now(&s, "2025-03-03T09:00:00+01:00");
    mark(&s, "a", HW_STEP_SKIPPED);
    assert_string_equal(next_of(&s, NULL), "c");
    mark(&s, "b", HW_STEP_REGRESSED);
    assert_string_equal(next_of(&s, NULL), "b");
    mark(&s, "b", HW_STEP_IN_PRACTICE);
    mark(&s, "b", HW_STEP_CRITERION_MET);
    mark(&s, "b", HW_STEP_CONSOLIDATED);
    mark(&s, "c", HW_STEP_SKIPPED);
    assert_string_equal(next_of(&s, NULL), "d"); /* locked, and yet its turn */
    assert_string_equal(next_of(&s, "2025-03-02T10:00:00+01:00"), "a");
    assert_string_equal(next_of(&s, "2025-03-01T10:00:00+01:00"), "b");
    assert_string_equal(next_of(&s, "2025-03-01T08:00:00+01:00"), "none");
    mark(&s, "d", HW_STEP_AVAILABLE);
    mark(&s, "d", HW_STEP_SKIPPED);
    assert_string_equal(next_of(&s, NULL), "none");
    assert_null(hw_plan_next_step(s.plan, "nothing", s.now.instant));
    assert_null(hw_plan_next_step(s.plan, NULL, s.now.instant));
    assert_null(hw_plan_next_step(NULL, "g", s.now.instant));
    scene_close(&s);
}

static const char *journey_of(const scene *s, const char *as_of)
{
    static char text[1024];
    size_t size = 0;
    hw_error err;
    hw_journey *journey = hw_plan_journey(s->plan, "g", scene_instant(as_of), &err);
    assert_non_null(journey);
    text[0] = '\0';
    for (size_t i = 0; i < hw_journey_count(journey); i++) {
        hw_date day = hw_journey_reached_at(journey, i);
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s %s %d-%d%s", i ? ", " : "",
                                 hw_journey_step_at(journey, i),
                                 hw_word_at(HW_WORDS_STEP_STATE, (int)hw_journey_state_at(journey, i)),
                                 day.month, day.day, hw_journey_current_at(journey, i) ? "!" : "");
        assert_non_null(hw_journey_revision_at(journey, i));
    }
    hw_journey_free(journey);
    return text;
}

static void test_journey(void **state)
{
    (void)state;
    scene s = ladder();
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    mark(&s, "b", HW_STEP_IN_PRACTICE);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    hw_error err;
    hw_step *title = hw_step_edit(hw_plan_step(s.plan, "b"), &err);
    hw_step_set_title(title, NULL, "Another wording"); /* no other state */
    give_step(&s, title);
    hw_step *met = hw_step_edit(hw_plan_step(s.plan, "b"), &err);
    hw_step_set_state(met, HW_STEP_CRITERION_MET);
    hw_step_set_reached(met, scene_date("2025-03-04"));
    give_step(&s, met);
    scene_now(&s, "2025-03-06T09:00:00+01:00");
    mark(&s, "a", HW_STEP_SKIPPED);
    static const char *const at_first = "b available 3-1!, a available 3-1!, c available 3-1!, d locked 3-1!";
    assert_string_equal(journey_of(&s, "2025-03-01T09:00:00+01:00"), at_first);
    assert_string_equal(journey_of(&s, "2025-03-05T09:00:00+01:00"),
                        "b available 3-1, b in-practice 3-2, b criterion-met 3-4!, a available 3-1!, "
                        "c available 3-1!, d locked 3-1!");
    assert_string_equal(journey_of(&s, "2025-03-06T09:00:00+01:00"),
                        "b available 3-1, b in-practice 3-2, b criterion-met 3-4!, a available 3-1, "
                        "a skipped 3-6!, c available 3-1!, d locked 3-1!");
    hw_journey *journey = hw_plan_journey(s.plan, "other", s.now.instant, &err);
    hw_table *table = hw_journey_table(journey, &err);
    char *csv = hw_table_to_csv(table, NULL, &err), expected[200];
    snprintf(expected, sizeof expected,
             "step,state,reached,current,revision\r\nz,available,2025-03-01,true,%s\r\n",
             hw_revision_id(hw_step_revision(hw_plan_step(s.plan, "z"))));
    assert_string_equal(csv, expected);
    hw_string_free(csv);
    hw_table_free(table);
    hw_journey_free(journey);
    scene_close(&s);
}

static void test_arguments(void **state)
{
    (void)state;
    scene s = ladder();
    hw_error err;
    assert_null(hw_plan_journey(NULL, "g", 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_journey(s.plan, NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_journey(s.plan, "step", s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_journey(s.plan, "g", scene_instant("2025-02-01T00:00:00Z"), NULL));
    assert_null(hw_journey_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_journey_count(NULL), 0);
    assert_null(hw_journey_step_at(NULL, 0));
    assert_null(hw_journey_revision_at(NULL, 0));
    assert_int_equal(hw_journey_state_at(NULL, 0), HW_STEP_LOCKED);
    assert_int_equal(hw_journey_reached_at(NULL, 0).year, 0);
    assert_false(hw_journey_current_at(NULL, 0));
    hw_journey_free(NULL);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = ladder();
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_journey *journey = hw_plan_journey(s.plan, "g", s.now.instant, &err);
        hw_table *table = journey ? hw_journey_table(journey, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_journey_free(journey);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_step),
        cmocka_unit_test(test_journey),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
