/* SPDX-License-Identifier: MIT */
/* Comparing numbers, and the results of statistics, with what is expected of them. */
#ifndef HW_TESTS_NEAR_H
#define HW_TESTS_NEAR_H

#include <math.h>

#include "homework/statistics.h"
#include "support/cmocka_all.h"

/* Within so much of each other. */
#define assert_near(actual, expected, most)                                          \
    do {                                                                             \
        double near_actual = (actual), near_expected = (expected);                   \
        if (!(fabs(near_actual - near_expected) <= (most))) {                        \
            fail_msg("%s is %.17g, not %.17g", #actual, near_actual, near_expected); \
        }                                                                            \
    } while (0)

/* Equal but for the last digits; near 0 within 1e-12. */
#define assert_same(actual, expected) assert_near(actual, expected, 1e-12 * fmax(1, fabs((double)(expected))))

/* A defined estimate. */
#define assert_estimate(estimate, expected, most, count)          \
    do {                                                          \
        assert_int_equal((estimate).undefined, HW_UNDEFINED_NOT); \
        assert_near((estimate).value, expected, most);            \
        assert_int_equal((estimate).n, count);                    \
    } while (0)

/* An undefined one: its value is 0. */
#define assert_undefined(estimate, why, count)       \
    do {                                             \
        assert_int_equal((estimate).undefined, why); \
        assert_true((estimate).value == 0);          \
        assert_int_equal((estimate).n, count);       \
    } while (0)

#endif
