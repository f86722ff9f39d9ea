/* SPDX-License-Identifier: MIT */
/* The arithmetic of metrics: the decay of strength, without pow(), and rounding. */
#include <math.h>

#include "progress/progress.h"
#include "support/cmocka_all.h"

/* A level grows from 0 to 1 / (1 - keep): how far it has come after k occurrences, when all was done, is a
 * strength from nothing. Loop Habit Tracker's published numbers for a daily habit, whose half-life is 13
 * days. */
static void test_strength_by_published_numbers(void **state)
{
    (void)state;
    static const struct {
        int day;
        double strength;
    } rows[] = {{1, .0519}, {7, .3115}, {13, .5000}, {30, .7980}, {60, .9592}, {90, .9918}};
    double keep = hw__strength_keep(13);
    double level = 0;
    size_t row = 0;
    for (int day = 1; day <= 90; day++) {
        level = hw__strength_step(level, keep, 1);
        if (day == rows[row].day) {
            assert_true(fabs(level * (1 - keep) - rows[row].strength) < 5e-5);
            row++;
        }
    }
    assert_int_equal(row, COUNT_OF(rows));
}

static void test_decay_halves(void **state)
{
    (void)state;
    for (int half_life = 1; half_life <= 1000; half_life++) {
        double keep = hw__strength_keep(half_life), product = 1;
        assert_true(fabs(keep - pow(0.5, 1.0 / half_life)) <= 2.3e-16);
        for (int i = 0; i < half_life; i++) {
            product *= keep;
        }
        assert_true(fabs(product - 0.5) < 1e-13);
    }
    assert_true(hw__strength_keep(1) == 0.5);
}

/* A level stops growing long before its weights are cut off, so that all done is a strength of exactly 1. */
static void test_levels_end(void **state)
{
    (void)state;
    for (int half_life = 1; half_life <= 1000; half_life += 37) {
        double keep = hw__strength_keep(half_life), level = 0;
        for (int i = 0; i < HW__STRENGTH_STEPS * half_life; i++) {
            level = hw__strength_step(level, keep, 1);
        }
        assert_true(hw__strength_step(level, keep, 1) == level);
    }
}

static void test_rounds_half_to_even(void **state)
{
    (void)state;
    static const struct {
        double value;
        int64_t rounded;
    } rows[] = {{0, 0},
                {0.5, 0},
                {1.5, 2},
                {2.5, 2},
                {2.5000001, 3},
                {2.4999999, 2},
                {332.99, 333},
                {1e15, 1000000000000000},
                {1e19, INT64_MAX},
                {3e200, INT64_MAX}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_true(hw__round(rows[i].value) == rows[i].rounded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strength_by_published_numbers),
        cmocka_unit_test(test_decay_halves),
        cmocka_unit_test(test_levels_end),
        cmocka_unit_test(test_rounds_half_to_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
