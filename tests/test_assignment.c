/* SPDX-License-Identifier: MIT */
/* Assignments: every field set, cleared and refused. Schedules, windows and reminders have tests of their
 * own. */
#include <stdio.h>

#include "base/limits.h"
#include "model/shape_checks.h"
#include "support/drafts.h"

#define SETTERS(a)                                                                                 \
    hw_assignment_set_title(a, "de", "Ruhig atmen"),                                               \
        hw_assignment_set_instructions(a, NULL, "In, out\nslowly"),                                \
        hw_assignment_set_cover(a, NULL, "Practice"), hw_assignment_set_kind(a, HW_KIND_OTHER),    \
        hw_assignment_set_label(a, "Singing"), hw_assignment_set_state(a, HW_ASSIGNMENT_PROPOSED), \
        hw_assignment_set_minutes(a, 20), hw_assignment_set_session(a, "s3"),                      \
        hw_assignment_set_predecessor(a, "old"), hw_assignment_add_goal(a, "sleep"),               \
        hw_assignment_add_goal(a, "calm"), hw_assignment_add_step(a, "first"),                     \
        hw_assignment_add_measure(a, "suds", HW_PHASE_BEFORE),                                     \
        hw_assignment_add_measure(a, "suds", HW_PHASE_AFTER)

static hw_revision *make(hw_error *err)
{
    hw_assignment *assignment = hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, err);
    if (assignment) {
        const hw_status all[] = {SETTERS(assignment)};
        (void)all;
    }
    return (hw_revision *)assignment;
}

static void test_life(void **state)
{
    (void)state;
    drafts_check_life(make);
}

static void test_memory(void **state)
{
    (void)state;
    drafts_check_memory(make);
}

static void test_gives_back_what_was_set(void **state)
{
    (void)state;
    hw_assignment *a = (hw_assignment *)make(NULL);
    assert_string_equal(hw_assignment_id(a), "breathing");
    assert_ptr_equal(hw_assignment_revision(a), a);
    assert_string_equal(hw_assignment_title(a, "de"), "Ruhig atmen");
    assert_string_equal(hw_assignment_title(a, NULL), "Slow breathing");
    assert_string_equal(hw_assignment_instructions(a, NULL), "In, out\nslowly");
    assert_string_equal(hw_assignment_cover(a, "de"), "Practice");
    assert_int_equal(hw_assignment_kind(a), HW_KIND_OTHER);
    assert_string_equal(hw_assignment_label(a), "Singing");
    assert_int_equal(hw_assignment_state(a), HW_ASSIGNMENT_PROPOSED);
    assert_int_equal(hw_assignment_minutes(a), 20);
    assert_string_equal(hw_assignment_session(a), "s3");
    assert_string_equal(hw_assignment_predecessor(a), "old");
    assert_int_equal(hw_assignment_goal_count(a), 2);
    assert_string_equal(hw_assignment_goal_at(a, 0), "sleep");
    assert_string_equal(hw_assignment_goal_at(a, 1), "calm");
    assert_null(hw_assignment_goal_at(a, 2));
    assert_int_equal(hw_assignment_step_count(a), 1);
    assert_string_equal(hw_assignment_step_at(a, 0), "first");
    assert_int_equal(hw_assignment_measure_count(a), 2);
    assert_string_equal(hw_assignment_measure_at(a, 1), "suds");
    assert_int_equal(hw_assignment_phase_at(a, 0), HW_PHASE_BEFORE);
    assert_int_equal(hw_assignment_phase_at(a, 1), HW_PHASE_AFTER);
    assert_null(hw_assignment_measure_at(a, 2));
    assert_int_equal(hw_assignment_phase_at(a, 2), HW_PHASE_NONE);
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);
    hw_assignment_unref(a);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("a", "A", HW_KIND_JOURNALING, NULL);
    assert_int_equal(hw_assignment_state(a), HW_ASSIGNMENT_ACTIVE);
    assert_int_equal(hw_assignment_kind(a), HW_KIND_JOURNALING);
    assert_int_equal(hw_assignment_minutes(a), 0);
    assert_null(hw_assignment_label(a));
    assert_null(hw_assignment_instructions(a, NULL));
    hw_assignment_unref(a);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_assignment *none = NULL;
    const hw_status all[] = {SETTERS(none), hw_assignment_clear_goals(NULL), hw_assignment_clear_steps(NULL),
                             hw_assignment_clear_measures(NULL)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_assignment_id(NULL));
    assert_null(hw_assignment_revision(NULL));
    assert_null(hw_assignment_title(NULL, NULL));
    assert_null(hw_assignment_instructions(NULL, NULL));
    assert_null(hw_assignment_cover(NULL, NULL));
    assert_null(hw_assignment_label(NULL));
    assert_null(hw_assignment_session(NULL));
    assert_null(hw_assignment_predecessor(NULL));
    assert_int_equal(hw_assignment_kind(NULL), HW_KIND_OTHER);
    assert_int_equal(hw_assignment_state(NULL), HW_ASSIGNMENT_DRAFT);
    assert_int_equal(hw_assignment_minutes(NULL), 0);
    assert_int_equal(hw_assignment_goal_count(NULL), 0);
    assert_null(hw_assignment_goal_at(NULL, 0));
    assert_int_equal(hw_assignment_step_count(NULL), 0);
    assert_null(hw_assignment_step_at(NULL, 0));
    assert_int_equal(hw_assignment_measure_count(NULL), 0);
    assert_null(hw_assignment_measure_at(NULL, 0));
    assert_int_equal(hw_assignment_phase_at(NULL, 0), HW_PHASE_NONE);
    assert_null(hw_assignment_ref(NULL));
    hw_assignment_unref(NULL);
    hw_error err;
    assert_null(hw_assignment_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_assignment_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_assignment *a = (hw_assignment *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(a), hw_assignment_clear_goals(a), hw_assignment_clear_steps(a),
                             hw_assignment_clear_measures(a)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_assignment_check(a, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_assignment *a = (hw_assignment *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_assignment_set_title(a, NULL, "a\nb")},
        {HW_ERR_SYNTAX, hw_assignment_set_instructions(a, NULL, "\x7F")},
        {HW_ERR_SYNTAX, hw_assignment_set_cover(a, NULL, "a\nb")},
        {HW_ERR_RANGE, hw_assignment_set_kind(a, (hw_kind)15)},
        {HW_ERR_SYNTAX, hw_assignment_set_label(a, "")},
        {HW_ERR_RANGE, hw_assignment_set_state(a, (hw_assignment_stage)10)},
        {HW_ERR_RANGE, hw_assignment_set_minutes(a, -1)},
        {HW_ERR_RANGE, hw_assignment_set_minutes(a, 1441)},
        {HW_ERR_SYNTAX, hw_assignment_set_session(a, "s 3")},
        {HW_ERR_SYNTAX, hw_assignment_set_predecessor(a, ".x")},
        {HW_ERR_ARGUMENT, hw_assignment_add_goal(a, NULL)},
        {HW_ERR_DUPLICATE, hw_assignment_add_goal(a, "calm")},
        {HW_ERR_SYNTAX, hw_assignment_add_step(a, "é")},
        {HW_ERR_ARGUMENT, hw_assignment_add_measure(a, NULL, HW_PHASE_NONE)},
        {HW_ERR_SYNTAX, hw_assignment_add_measure(a, "", HW_PHASE_NONE)},
        {HW_ERR_RANGE, hw_assignment_add_measure(a, "suds", (hw_phase)6)},
        {HW_ERR_DUPLICATE, hw_assignment_add_measure(a, "suds", HW_PHASE_AFTER)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_assignment *a = (hw_assignment *)make(NULL);
    const hw_status all[] = {
        hw_assignment_set_cover(a, NULL, NULL), hw_assignment_set_label(a, NULL),
        hw_assignment_set_session(a, NULL),     hw_assignment_set_predecessor(a, NULL),
        hw_assignment_clear_goals(a),           hw_assignment_clear_steps(a),
        hw_assignment_clear_measures(a),        hw_assignment_set_minutes(a, 0),
    };
    drafts_expect(all, COUNT_OF(all), HW_OK);
    assert_null(hw_assignment_cover(a, NULL));
    assert_null(hw_assignment_label(a));
    assert_null(hw_assignment_session(a));
    assert_null(hw_assignment_predecessor(a));
    assert_int_equal(hw_assignment_goal_count(a) + hw_assignment_step_count(a) +
                         hw_assignment_measure_count(a),
                     0);
    assert_int_equal(hw_assignment_add_goal(a, "calm"), HW_OK);
    assert_string_equal(hw_assignment_goal_at(a, 0), "calm");
    hw_assignment_unref(a);
}

static void test_limits_measures(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("a", "A", HW_KIND_JOURNALING, NULL);
    for (uint32_t i = 0; i <= HW__MAX_TRACKS; i++) {
        char id[8];
        snprintf(id, sizeof id, "m%u", i);
        hw_status expected = i < HW__MAX_TRACKS ? HW_OK : HW_ERR_LIMIT;
        assert_int_equal(hw_assignment_add_measure(a, id, HW_PHASE_PEAK), expected);
    }
    assert_int_equal(hw_assignment_measure_count(a), HW__MAX_TRACKS);
    hw_assignment_unref(a);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_assignment_new(NULL, "T", HW_KIND_MEASURE, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_assignment_new("a", NULL, HW_KIND_MEASURE, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_assignment_new("a:b", "T", HW_KIND_MEASURE, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_assignment_new("a", "", HW_KIND_MEASURE, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_assignment_new("a", "T", (hw_kind)15, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
}

/* What documents may hold and setters refuse. */
static void test_finds_contradictions(void **state)
{
    (void)state;
    hw_assignment *a = (hw_assignment *)make(NULL);
    hw_assignment_set_predecessor(a, "breathing");
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CONTRADICTION);
    hw_assignment_set_predecessor(a, NULL);
    ((hw__track *)a->tracks.items)[0].phase = HW_PHASE_AFTER;
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CONTRADICTION);
    hw_assignment_clear_measures(a);
    char **goals = a->goals.items;
    goals[0] = goals[1];
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_DUPLICATE_ID);
    hw_assignment_unref(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_begins_with_defaults),
        cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_is_frozen),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_clears),
        cmocka_unit_test(test_limits_measures),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
