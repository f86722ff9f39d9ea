/* SPDX-License-Identifier: MIT */
/* A step's criterion: set, given back, refused, taken away. */
#include <math.h>

#include "support/drafts.h"

static const hw_duration any = {0, 0}, fortnight = {14, 0};

static hw_step *new_step(void)
{
    hw_step *step = hw_step_new("s", "g", "A step", NULL);
    assert_non_null(step);
    return step;
}

static void test_gives_back_what_was_set(void **state)
{
    (void)state;
    hw_step *step = new_step();
    hw_duration within = {1, 1};
    double value = -7;
    assert_int_equal(hw_step_set_criterion(step, "suds", HW_PHASE_PEAK, HW_AT_MOST, 30.5, 3, fortnight),
                     HW_OK);
    assert_true(hw_step_has_criterion(step));
    assert_string_equal(hw_step_criterion_measure(step), "suds");
    assert_int_equal(hw_step_criterion_phase(step), HW_PHASE_PEAK);
    assert_int_equal(hw_step_criterion_comparator(step), HW_AT_MOST);
    assert_true(hw_step_criterion_value(step, &value));
    assert_true(value == 30.5);
    assert_int_equal(hw_step_criterion_times(step), 3);
    assert_true(hw_step_criterion_within(step, &within));
    assert_int_equal(within.days, 14);
    assert_int_equal(within.seconds, 0);
    hw_step *copy = hw_step_edit(step, NULL);
    assert_string_equal(hw_step_criterion_measure(copy), "suds");
    hw_step_unref(step);
    assert_int_equal(hw_step_set_criterion(copy, NULL, HW_PHASE_NONE, HW_AT_LEAST, 99, 1, any), HW_OK);
    assert_null(hw_step_criterion_measure(copy));
    assert_false(hw_step_criterion_value(copy, &value));
    assert_false(hw_step_criterion_within(copy, NULL));
    hw_step *plain = new_step();
    assert_int_equal(hw_step_clear_criterion(copy), HW_OK);
    assert_false(hw_step_has_criterion(copy));
    assert_true(hw__shape_equal(&hw__shape_step, copy, plain));
    hw_step_unref(copy);
    hw_step_unref(plain);
}

static void test_refuses(void **state)
{
    (void)state;
    static const struct {
        const char *measure;
        int phase, comparator;
        double value;
        int32_t times;
        hw_duration within;
        hw_status expected;
    } rows[] = {
        {"a b", 0, 0, 1, 1, {0, 0}, HW_ERR_SYNTAX},
        {"m", 6, 0, 1, 1, {0, 0}, HW_ERR_RANGE},
        {"m", -1, 0, 1, 1, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 3, 1, 1, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 0, (double)NAN, 1, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 0, (double)INFINITY, 1, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 0, 1, 0, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 0, 1, 1000, {0, 0}, HW_ERR_RANGE},
        {"m", 0, 0, 1, 1, {-1, 0}, HW_ERR_RANGE},
        {"m", 0, 0, 1, 1, {0, -1}, HW_ERR_RANGE},
        {"m", 0, 0, 1, 1, {36601, 0}, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_step *step = new_step();
        assert_int_equal(hw_step_set_criterion(step, "kept", HW_PHASE_NONE, HW_AT_LEAST, 1, 2, any), HW_OK);
        assert_int_equal(hw_step_set_criterion(step, rows[i].measure, (hw_phase)rows[i].phase,
                                               (hw_comparator)rows[i].comparator, rows[i].value,
                                               rows[i].times, rows[i].within),
                         rows[i].expected);
        assert_string_equal(hw_step_criterion_measure(step), "kept");
        assert_int_equal(hw_step_criterion_times(step), 2);
        assert_int_equal(hw_step_check(step, NULL), rows[i].expected); /* the draft keeps its first error */
        hw_step_unref(step);
    }
}

static void test_tolerates_null_and_frozen(void **state)
{
    (void)state;
    hw_step *step = new_step();
    assert_int_equal(hw_step_set_criterion(NULL, NULL, HW_PHASE_NONE, HW_AT_LEAST, 1, 1, any),
                     HW_ERR_ARGUMENT);
    assert_int_equal(hw_step_clear_criterion(NULL), HW_ERR_ARGUMENT);
    assert_false(hw_step_has_criterion(NULL));
    assert_null(hw_step_criterion_measure(NULL));
    assert_int_equal(hw_step_criterion_phase(NULL), HW_PHASE_NONE);
    assert_int_equal(hw_step_criterion_comparator(NULL), HW_AT_LEAST);
    assert_false(hw_step_criterion_value(NULL, NULL));
    assert_int_equal(hw_step_criterion_times(NULL), 0);
    assert_int_equal(hw_step_criterion_times(step), 0);
    assert_false(hw_step_criterion_within(step, NULL));
    drafts_freeze(&step->head, "desk-1");
    assert_int_equal(hw_step_set_criterion(step, NULL, HW_PHASE_NONE, HW_AT_LEAST, 1, 1, any), HW_ERR_STATE);
    assert_int_equal(hw_step_clear_criterion(step), HW_ERR_STATE);
    hw_step_unref(step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_tolerates_null_and_frozen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
