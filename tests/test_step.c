/* SPDX-License-Identifier: MIT */
/* Steps: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(step);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_step_new("cafe", "out", "A coffee", err);
}

static draft_said set(hw_revision *record)
{
    hw_step *step = (hw_step *)record;
    return (draft_said){{hw_step_set_title(step, "fr", "Un café"), hw_step_set_goal(step, "people"),
                         hw_step_set_position(step, 9999), hw_step_set_state(step, HW_STEP_CRITERION_MET),
                         hw_step_set_reached(step, day(2025, 4, 1)), hw_step_set_difficulty(step, 0),
                         DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_step *step = (hw_step *)record;
    assert_string_equal(hw_step_id(step), "cafe");
    assert_string_equal(hw_step_title(step, "fr"), "Un café");
    assert_string_equal(hw_step_title(step, "en"), "A coffee");
    assert_string_equal(hw_step_goal(step), "people");
    assert_int_equal(hw_step_position(step), 9999);
    assert_int_equal(hw_step_state(step), HW_STEP_CRITERION_MET);
    assert_day(hw_step_reached(step), day(2025, 4, 1));
    assert_int_equal(hw_step_difficulty(step), 0);
}

static void check_null(void)
{
    assert_null(hw_step_id(NULL));
    assert_null(hw_step_title(NULL, NULL));
    assert_null(hw_step_goal(NULL));
    assert_int_equal(hw_step_position(NULL), 0);
    assert_int_equal(hw_step_state(NULL), HW_STEP_LOCKED);
    assert_day(hw_step_reached(NULL), NO_DAY);
    assert_int_equal(hw_step_difficulty(NULL), -1);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_step *step = (hw_step *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_step_set_title(step, NULL, "")},
        {HW_ERR_SYNTAX, hw_step_set_goal(step, "a b")},
        {HW_ERR_RANGE, hw_step_set_position(step, -1)},
        {HW_ERR_RANGE, hw_step_set_position(step, 10000)},
        {HW_ERR_RANGE, hw_step_set_state(step, (hw_step_stage)7)},
        {HW_ERR_RANGE, hw_step_set_reached(step, day(2025, 4, 31))},
        {HW_ERR_RANGE, hw_step_set_difficulty(step, 101)},
        {HW_ERR_RANGE, hw_step_set_difficulty(step, -2)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_step *step = (hw_step *)record;
    assert_int_equal(hw_step_set_goal(step, NULL), HW_OK);
    assert_null(hw_step_goal(step));
    assert_int_equal(hw_step_set_difficulty(step, -1), HW_OK);
    assert_int_equal(hw_step_difficulty(step), -1);
    assert_int_equal(hw_step_set_reached(step, NO_DAY), HW_OK);
    assert_day(hw_step_reached(step), NO_DAY);
}

static const draft_noun noun = {&step_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_step_new(NULL, "g", "T", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_step_new("s", NULL, "T", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_step_new("s", "g", NULL, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_step_new("s", "1", "T", &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_step_new("s", "g", "", &err), err, HW_ERR_SYNTAX);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_step *step = hw_step_new("s", "g", "S", NULL);
    assert_int_equal(hw_step_state(step), HW_STEP_AVAILABLE);
    assert_int_equal(hw_step_position(step), 0);
    assert_int_equal(hw_step_difficulty(step), -1);
    hw_step_unref(step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_begins_with_defaults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
