/* SPDX-License-Identifier: MIT */
/* Assignments: every field set, cleared and refused. Schedules, windows and reminders have tests of their
 * own. */
#include <stdio.h>

#include "base/limits.h"
#include "model/shape_checks.h"
#include "support/drafts.h"

DRAFT_VERBS(assignment);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, err);
}

static draft_said set(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){{hw_assignment_set_title(a, "de", "Ruhig atmen"),
                         hw_assignment_set_instructions(a, NULL, "In, out\nslowly"),
                         hw_assignment_set_cover(a, NULL, "Practice"),
                         hw_assignment_set_kind(a, HW_KIND_OTHER), hw_assignment_set_label(a, "Singing"),
                         hw_assignment_set_state(a, HW_ASSIGNMENT_PROPOSED), hw_assignment_set_minutes(a, 20),
                         hw_assignment_set_session(a, "s3"), hw_assignment_set_predecessor(a, "old"),
                         hw_assignment_add_goal(a, "sleep"), hw_assignment_add_goal(a, "calm"),
                         hw_assignment_add_step(a, "first"),
                         hw_assignment_add_measure(a, "suds", HW_PHASE_BEFORE),
                         hw_assignment_add_measure(a, "suds", HW_PHASE_AFTER), DRAFT_END}};
}

static draft_said set_others(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){{hw_assignment_clear_goals(a), hw_assignment_clear_steps(a),
                         hw_assignment_clear_measures(a), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    assert_string_equal(hw_assignment_id(a), "breathing");
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

static void check_null(void)
{
    assert_null(hw_assignment_id(NULL));
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
}

static void refuse(hw_revision *record, const hw_revision *before)
{
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
}

static void clear(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    const draft_said all = {{hw_assignment_set_cover(a, NULL, NULL), hw_assignment_set_label(a, NULL),
                             hw_assignment_set_session(a, NULL), hw_assignment_set_predecessor(a, NULL),
                             hw_assignment_clear_goals(a), hw_assignment_clear_steps(a),
                             hw_assignment_clear_measures(a), hw_assignment_set_minutes(a, 0), DRAFT_END}};
    drafts_expect(&all, HW_OK);
    assert_null(hw_assignment_cover(a, NULL));
    assert_null(hw_assignment_label(a));
    assert_null(hw_assignment_session(a));
    assert_null(hw_assignment_predecessor(a));
    assert_int_equal(hw_assignment_goal_count(a) + hw_assignment_step_count(a) +
                         hw_assignment_measure_count(a),
                     0);
    assert_int_equal(hw_assignment_add_goal(a, "calm"), HW_OK);
    assert_string_equal(hw_assignment_goal_at(a, 0), "calm");
}

static const draft_noun noun = {&assignment_verbs, begin,      set,    set_others,
                                check_values,      check_null, refuse, clear};

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
    assert_not_made(hw_assignment_new(NULL, "T", HW_KIND_MEASURE, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_assignment_new("a", NULL, HW_KIND_MEASURE, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_assignment_new("a:b", "T", HW_KIND_MEASURE, &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_assignment_new("a", "", HW_KIND_MEASURE, &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_assignment_new("a", "T", (hw_kind)15, &err), err, HW_ERR_RANGE);
}

/* What documents may hold and setters refuse. */
static void test_finds_contradictions(void **state)
{
    (void)state;
    hw_assignment *a = (hw_assignment *)drafts_make(&noun, NULL);
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
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_begins_with_defaults),
        cmocka_unit_test(test_limits_measures),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
