/* SPDX-License-Identifier: MIT */
/* T-scores of goal attainment scaling against printed and exact values, ratings from 0 to 10, and what follows of
 * a goal from its measure. */
#include <string.h>

#include "homework.h"
#include "support/near.h"

#define NONE ((double)NAN)
#define MOST 8

static hw_estimate t_of(const double *levels, const double *weights, size_t count, double rho)
{
    hw_error err;
    hw_estimate t = {.value = 7};
    assert_int_equal(hw_gas_t(levels, weights, count, rho, &t, &err), HW_OK);
    return t;
}

/* All goals at one level: 50 + c_k * k * level, c_k = 10 / sqrt(0.7 k + 0.3 k^2). 22.6, 21.0 and 19.8 are the
 * quartiles and median that Turner-Stokes and Williams 2010 (PMID 20026573) print for goals that start at -2, 35.5
 * and 34.9 for -1. */
static void test_equal_weights(void **state)
{
    (void)state;
    static const struct {
        int k;
        double c, at[5]; /* -2, -1, 0, 1, 2 */
    } rows[] = {
        {1, 10.0000, {30.00, 40.00, 50, 60.00, 70.00}}, {2, 6.2017, {25.19, 37.60, 50, 62.40, 74.81}},
        {3, 4.5644, {22.61, 36.31, 50, 63.69, 77.39}},  {4, 3.6274, {20.98, 35.49, 50, 64.51, 79.02}},
        {5, 3.0151, {19.85, 34.92, 50, 65.08, 80.15}},  {6, 2.5820, {19.02, 34.51, 50, 65.49, 80.98}},
        {7, 2.2588, {18.38, 34.19, 50, 65.81, 81.62}},  {8, 2.0080, {17.87, 33.94, 50, 66.06, 82.13}},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (int level = -2; level <= 2; level++) {
            double levels[MOST], weights[MOST];
            for (int j = 0; j < rows[i].k; j++) {
                levels[j] = level;
                weights[j] = 0.35; /* only ratios matter */
            }
            size_t count = (size_t)rows[i].k;
            assert_estimate(t_of(levels, NULL, count, HW_GAS_RHO), rows[i].at[level + 2], 0.0051, rows[i].k);
            assert_same(t_of(levels, weights, count, HW_GAS_RHO).value,
                        t_of(levels, NULL, count, HW_GAS_RHO).value);
            assert_near(t_of(levels, NULL, count, HW_GAS_RHO).value, 50 + rows[i].c * rows[i].k * level,
                        0.001);
        }
    }
}

static void test_weighted(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        double levels[6], weights[6], rho, t, most;
        int n;
    } rows[] = {
        {6, {-2, 0, -1, 2, 0, 1}, {3, 5, 1, 4, 2, 6}, 0.3, 55, 1e-13, 6}, /* exact */
        {3, {0, 0, 0}, {1, 1, 1}, 0.3, 50, 0, 3},
        {3, {1, 1, 1}, {1, 1, 1}, 0.3, 63.693063938, 5e-10, 3},
        {3, {-2, -2, -2}, {1, 1, 1}, 0.3, 22.613872125, 5e-10, 3},
        {3, {0, 1, -1}, {1, 2, 3}, 0.3, 47.796736754, 5e-10, 3},
        {1, {1}, {2}, 0.3, 60, 0, 1},
        /* A goal that was not scored goes with its weight. */
        {4, {0, NAN, 1, -1}, {1, 9, 2, 3}, 0.3, 47.796736754, 5e-10, 3},
        {4, {0, NAN, 1, -1}, {1, NAN, 2, 3}, 0.3, 47.796736754, 5e-10, 3},
        /* A weight of 0 counts for nothing. */
        {4, {0, 2, 1, -1}, {1, 0, 2, 3}, 0.3, 47.796736754, 5e-10, 3},
        /* rho 1: 50 + 10 times the weighted mean. rho 0: as if independent. */
        {3, {0, 1, -1}, {1, 2, 3}, 1, 50 - 10 / 6.0, 1e-13, 3},
        {2, {1, 1}, {3, 4}, 0, 64, 1e-13, 2},
        /* As small and as large as numbers come. */
        {3, {0, 1, -1}, {1e-200, 2e-200, 3e-200}, 0.3, 47.796736754, 5e-10, 3},
        {3, {0, 1, -1}, {1e149, 2e149, 3e149}, 0.3, 47.796736754, 5e-10, 3},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_estimate(t_of(rows[i].levels, rows[i].weights, rows[i].count, rows[i].rho), rows[i].t,
                        rows[i].most, rows[i].n);
    }
}

static void test_no_t(void **state)
{
    (void)state;
    const double none[] = {NONE, NONE}, levels[] = {1, 2}, part[] = {1, NONE}, zero[] = {0, 0};
    assert_undefined(t_of(NULL, NULL, 0, 0.3), HW_UNDEFINED_NO_VALUES, 0); /* not 50 */
    assert_undefined(t_of(none, NULL, 2, 0.3), HW_UNDEFINED_NO_VALUES, 0);
    assert_undefined(t_of(none, zero, 2, 0.3), HW_UNDEFINED_NO_VALUES, 0);
    assert_undefined(t_of(levels, part, 2, 0.3), HW_UNDEFINED_NOT_STATED, 1);
    assert_undefined(t_of(levels, none, 2, 0.3), HW_UNDEFINED_NOT_STATED, 0);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        double levels[2], weights[2], rho;
        const char *subject;
    } rows[] = {
        {2, {1, 3}, {1, 1}, 0.3, "levels"},
        {2, {1, -3}, {1, 1}, 0.3, "levels"},
        {2, {1, -0.5}, {1, 1}, 0.3, "levels"},
        {2, {1, INFINITY}, {1, 1}, 0.3, "levels"},
        {2, {1, 1}, {1, -1}, 0.3, "weights"},
        {2, {1, 1}, {1, INFINITY}, 0.3, "weights"},
        {2, {1, 1}, {1, -INFINITY}, 0.3, "weights"},
        {2, {1, NAN}, {1, -1}, 0.3, "weights"},
        {2, {1, 1}, {0, 0}, 0.3, "weights"},
        {2, {1, NAN}, {0, 1}, 0.3, "weights"},
        {2, {1, 1}, {1, 1}, -0.1, "rho"},
        {2, {1, 1}, {1, 1}, 1.1, "rho"},
        {2, {1, 1}, {1, 1}, NAN, "rho"},
        {0, {0}, {0}, INFINITY, "rho"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_estimate t = {.value = 7};
        assert_int_equal(hw_gas_t(rows[i].levels, rows[i].weights, rows[i].count, rows[i].rho, &t, &err),
                         HW_ERR_RANGE);
        assert_string_equal(err.subject, rows[i].subject);
        assert_true(t.value == 7);
        assert_int_equal(hw_gas_change(rows[i].levels, rows[i].levels, rows[i].weights, rows[i].count,
                                       rows[i].rho, &t, NULL, NULL, &err),
                         HW_ERR_RANGE);
        assert_true(t.value == 7);
    }
    const double levels[] = {1};
    hw_estimate t;
    assert_int_equal(hw_gas_t(NULL, NULL, 1, 0.3, &t, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_gas_t(levels, NULL, 1, 0.3, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_gas_change(NULL, levels, NULL, 1, 0.3, &t, NULL, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_gas_change(levels, NULL, NULL, 1, 0.3, &t, NULL, NULL, NULL), HW_ERR_ARGUMENT);
}

static void test_change(void **state)
{
    (void)state;
    const double before[] = {-1, -1, -1, -2, NONE}, after[] = {0, 1, 0, NONE, 2}, weights[] = {1, 1, 1, 5, 5};
    hw_estimate baseline, achieved, difference;
    assert_int_equal(hw_gas_change(before, after, weights, 5, 0.3, &baseline, &achieved, &difference, NULL),
                     HW_OK);
    assert_estimate(baseline, 36.306936062, 5e-10, 3);
    assert_estimate(achieved, 54.564354646, 5e-10, 3);
    assert_estimate(difference, 18.257418584, 5e-10, 3);
    assert_int_equal(hw_gas_change(before + 3, after + 3, NULL, 2, 0.3, &baseline, &achieved, &difference,
                                   NULL),
                     HW_OK);
    assert_undefined(baseline, HW_UNDEFINED_NO_VALUES, 0);
    assert_undefined(achieved, HW_UNDEFINED_NO_VALUES, 0);
    assert_undefined(difference, HW_UNDEFINED_NO_VALUES, 0);
    assert_int_equal(hw_gas_change(NULL, NULL, NULL, 0, 0.3, NULL, NULL, NULL, NULL), HW_OK);
}

static void test_loinc(void **state)
{
    (void)state;
    assert_string_equal(hw_gas_loinc(HW_ROLE_CLIENT, true), "112296-9");
    assert_string_equal(hw_gas_loinc(HW_ROLE_CLIENT, false), "107334-5");
    assert_string_equal(hw_gas_loinc(HW_ROLE_THERAPIST, false), "107333-7");
    assert_string_equal(hw_gas_loinc(HW_ROLE_PARENT, false), "107331-1");
    assert_string_equal(hw_gas_loinc(HW_ROLE_PARTNER, false), "107331-1");
    assert_string_equal(hw_gas_loinc(HW_ROLE_SUPPORTER, false), "107331-1");
    assert_null(hw_gas_loinc(HW_ROLE_DEVICE, false));
    assert_null(hw_gas_loinc((hw_role)-1, false));
}

/* ---- ratings ---- */

static void test_movement(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        double first[3], latest[3], threshold, mean;
        int n, moved;
        hw_undefined why;
    } rows[] = {
        {3, {2, 3, 1}, {5, 5, 1}, 2.45, 5 / 3.0, 3, 1, HW_UNDEFINED_NOT},
        {3, {2, 3, 1}, {5, NAN, 1}, 2.45, 1.5, 2, 1, HW_UNDEFINED_NOT},
        {3, {2, NAN, 1}, {NAN, 5, 1}, 2.45, 0, 1, 0, HW_UNDEFINED_NOT},
        {1, {2}, {4}, 2.45, 2, 1, 0, HW_UNDEFINED_NOT}, /* of whole points it takes 3 */
        {1, {2}, {5}, 2.45, 3, 1, 1, HW_UNDEFINED_NOT},
        {1, {2}, {4.45}, 2.45, 2.45, 1, 1, HW_UNDEFINED_NOT},
        {1, {0.1}, {2.55}, 2.45, 2.45, 1, 1, HW_UNDEFINED_NOT}, /* decimals, not doubles */
        {1, {2}, {4}, 2, 2, 1, 1, HW_UNDEFINED_NOT},
        {1, {8}, {3}, 2.45, -5, 1, 0, HW_UNDEFINED_NOT},
        {2, {2, NAN}, {NAN, 5}, 2.45, 0, 0, 0, HW_UNDEFINED_TOO_FEW},
        {2, {NAN, NAN}, {NAN, NAN}, 2.45, 0, 0, 0, HW_UNDEFINED_NO_VALUES},
        {0, {0}, {0}, 2.45, 0, 0, 0, HW_UNDEFINED_NO_VALUES},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_estimate mean;
        int64_t moved = 7;
        assert_int_equal(hw_goal_movement(rows[i].first, rows[i].latest, rows[i].count, rows[i].threshold,
                                          &mean, &moved, NULL),
                         HW_OK);
        assert_int_equal(mean.undefined, rows[i].why);
        assert_same(mean.value, rows[i].mean);
        assert_int_equal(mean.n, rows[i].n);
        assert_int_equal(moved, rows[i].moved);
    }
    static const struct {
        double first, latest, threshold;
    } bad[] = {{-1, 5, 2}, {2, 10.5, 2}, {INFINITY, 5, 2}, {2, -INFINITY, 2}, {2, 5, 0},
               {2, 5, -1}, {2, 5, NAN},  {2, 5, 11},       {2, 5, INFINITY}};
    hw_estimate mean = {.value = 7};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(hw_goal_movement(&bad[i].first, &bad[i].latest, 1, bad[i].threshold, &mean, NULL,
                                          NULL),
                         HW_ERR_RANGE);
        assert_true(mean.value == 7);
    }
    assert_int_equal(hw_goal_movement(NULL, &bad[0].latest, 1, 2, &mean, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_goal_movement(&bad[0].latest, NULL, 1, 2, &mean, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_goal_movement(NULL, NULL, 0, 2, NULL, NULL, NULL), HW_ERR_ARGUMENT);
}

/* ---- achievement ---- */

static void test_achievement(void **state)
{
    (void)state;
    static const struct {
        double baseline, target;
        hw_direction direction;
        double previous, latest;
        hw_achievement achievement;
    } rows[] = {
        {2, 8, HW_DIRECTION_UP, NAN, NAN, HW_ACHIEVEMENT_NONE},
        {2, 8, HW_DIRECTION_UP, 5, NAN, HW_ACHIEVEMENT_NONE},
        {2, 8, HW_DIRECTION_UP, NAN, 5, HW_ACHIEVEMENT_IMPROVING},
        {2, 8, HW_DIRECTION_UP, 7, 5, HW_ACHIEVEMENT_IMPROVING}, /* against the baseline */
        {2, 8, HW_DIRECTION_UP, NAN, 2, HW_ACHIEVEMENT_NO_CHANGE},
        {2, 8, HW_DIRECTION_UP, NAN, 1, HW_ACHIEVEMENT_WORSENING},
        {2, 8, HW_DIRECTION_UP, NAN, 8, HW_ACHIEVEMENT_ACHIEVED},
        {2, 8, HW_DIRECTION_UP, 7, 9, HW_ACHIEVEMENT_ACHIEVED},
        {2, 8, HW_DIRECTION_UP, 8, 9, HW_ACHIEVEMENT_SUSTAINING},
        {2, 8, HW_DIRECTION_UP, 9, 7, HW_ACHIEVEMENT_IMPROVING}, /* lost again */
        {NAN, 8, HW_DIRECTION_UP, NAN, 5, HW_ACHIEVEMENT_IN_PROGRESS},
        {NAN, 8, HW_DIRECTION_UP, NAN, 8, HW_ACHIEVEMENT_ACHIEVED},
        {2, NAN, HW_DIRECTION_UP, NAN, 99, HW_ACHIEVEMENT_IMPROVING},
        {NAN, NAN, HW_DIRECTION_UP, NAN, 5, HW_ACHIEVEMENT_IN_PROGRESS},
        {20, 5, HW_DIRECTION_DOWN, NAN, 12, HW_ACHIEVEMENT_IMPROVING},
        {20, 5, HW_DIRECTION_DOWN, NAN, 5, HW_ACHIEVEMENT_ACHIEVED},
        {20, 5, HW_DIRECTION_DOWN, 5, 4, HW_ACHIEVEMENT_SUSTAINING},
        {20, 5, HW_DIRECTION_DOWN, NAN, 21, HW_ACHIEVEMENT_WORSENING},
        {20, 5, HW_DIRECTION_DOWN, NAN, 20, HW_ACHIEVEMENT_NO_CHANGE},
        {7, 7, HW_DIRECTION_MAINTAIN, NAN, 7, HW_ACHIEVEMENT_SUSTAINING},
        {7, 7, HW_DIRECTION_MAINTAIN, NAN, 6, HW_ACHIEVEMENT_WORSENING},
        {4, 7, HW_DIRECTION_MAINTAIN, NAN, 6, HW_ACHIEVEMENT_IMPROVING},
        {4, 7, HW_DIRECTION_MAINTAIN, NAN, 10, HW_ACHIEVEMENT_NO_CHANGE},
        {4, 7, HW_DIRECTION_MAINTAIN, NAN, 11, HW_ACHIEVEMENT_WORSENING},
        {NAN, 7, HW_DIRECTION_MAINTAIN, NAN, 6, HW_ACHIEVEMENT_IN_PROGRESS},
        {4, NAN, HW_DIRECTION_MAINTAIN, NAN, 4, HW_ACHIEVEMENT_IN_PROGRESS},
        /* No direction: from the baseline to the target. */
        {2, 8, HW_DIRECTION_NONE, NAN, 9, HW_ACHIEVEMENT_ACHIEVED},
        {20, 5, HW_DIRECTION_NONE, NAN, 21, HW_ACHIEVEMENT_WORSENING},
        {5, 5, HW_DIRECTION_NONE, NAN, 5, HW_ACHIEVEMENT_IN_PROGRESS},
        {NAN, 5, HW_DIRECTION_NONE, NAN, 5, HW_ACHIEVEMENT_IN_PROGRESS},
        {5, NAN, HW_DIRECTION_NONE, NAN, 9, HW_ACHIEVEMENT_IN_PROGRESS},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_achievement achievement;
        assert_int_equal(hw_goal_achievement_by(rows[i].baseline, rows[i].target, rows[i].direction,
                                                rows[i].previous, rows[i].latest, &achievement, NULL),
                         HW_OK);
        assert_int_equal(achievement, rows[i].achievement);
    }
    hw_achievement out = HW_ACHIEVEMENT_NOT_ATTAINABLE;
    assert_int_equal(hw_goal_achievement_by(INFINITY, 1, HW_DIRECTION_UP, 1, 1, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, -INFINITY, HW_DIRECTION_UP, 1, 1, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, 1, HW_DIRECTION_UP, INFINITY, 1, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, 1, HW_DIRECTION_UP, 1, INFINITY, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, 1, (hw_direction)4, 1, 1, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, 1, (hw_direction)-1, 1, 1, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_goal_achievement_by(1, 1, HW_DIRECTION_UP, 1, 1, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(out, HW_ACHIEVEMENT_NOT_ATTAINABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_weights), cmocka_unit_test(test_weighted),
        cmocka_unit_test(test_no_t),          cmocka_unit_test(test_refused),
        cmocka_unit_test(test_change),        cmocka_unit_test(test_loinc),
        cmocka_unit_test(test_movement),      cmocka_unit_test(test_achievement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
