/* SPDX-License-Identifier: MIT */
/* Steps: every field set, cleared and refused. */
#include "support/drafts.h"

#define SETTERS(step)                                                                     \
    hw_step_set_title(step, "fr", "Un café"), hw_step_set_goal(step, "people"),           \
        hw_step_set_position(step, 9999), hw_step_set_state(step, HW_STEP_CRITERION_MET), \
        hw_step_set_reached(step, day(2025, 4, 1)), hw_step_set_difficulty(step, 0)

static hw_revision *make(hw_error *err)
{
    hw_step *step = hw_step_new("cafe", "out", "A coffee", err);
    if (step) {
        const hw_status all[] = {SETTERS(step)};
        (void)all;
    }
    return (hw_revision *)step;
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
    hw_step *step = (hw_step *)make(NULL);
    assert_ptr_equal(hw_step_revision(step), step);
    assert_string_equal(hw_step_id(step), "cafe");
    assert_string_equal(hw_step_title(step, "fr"), "Un café");
    assert_string_equal(hw_step_title(step, "en"), "A coffee");
    assert_string_equal(hw_step_goal(step), "people");
    assert_int_equal(hw_step_position(step), 9999);
    assert_int_equal(hw_step_state(step), HW_STEP_CRITERION_MET);
    assert_day(hw_step_reached(step), day(2025, 4, 1));
    assert_int_equal(hw_step_difficulty(step), 0);
    hw_step_unref(step);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_step *none = NULL;
    const hw_status all[] = {SETTERS(none)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_step_id(NULL));
    assert_null(hw_step_revision(NULL));
    assert_null(hw_step_title(NULL, NULL));
    assert_null(hw_step_goal(NULL));
    assert_int_equal(hw_step_position(NULL), 0);
    assert_int_equal(hw_step_state(NULL), HW_STEP_LOCKED);
    assert_day(hw_step_reached(NULL), NO_DAY);
    assert_int_equal(hw_step_difficulty(NULL), -1);
    assert_null(hw_step_ref(NULL));
    hw_step_unref(NULL);
    hw_error err;
    assert_null(hw_step_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_step_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_step *step = (hw_step *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(step)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_step_check(step, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
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
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_step *step = (hw_step *)make(NULL);
    assert_int_equal(hw_step_set_goal(step, NULL), HW_OK);
    assert_null(hw_step_goal(step));
    assert_int_equal(hw_step_set_difficulty(step, -1), HW_OK);
    assert_int_equal(hw_step_difficulty(step), -1);
    assert_int_equal(hw_step_set_reached(step, NO_DAY), HW_OK);
    assert_day(hw_step_reached(step), NO_DAY);
    hw_step_unref(step);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_step_new(NULL, "g", "T", &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_step_new("s", NULL, "T", &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_step_new("s", "g", NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_step_new("s", "1", "T", &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_step_new("s", "g", "", &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
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
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_is_frozen),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_clears),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_begins_with_defaults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
