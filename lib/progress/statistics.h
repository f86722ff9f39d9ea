/* SPDX-License-Identifier: MIT */
/* What the statistics share: looking at arrays, leaving out what is missing, order and selection. */
#ifndef HW_PROGRESS_STATISTICS_H
#define HW_PROGRESS_STATISTICS_H

#include <stdbool.h>

#include "homework/statistics.h"

/* Beyond this, squares and differences could leave the range of numbers. */
#define HW__STATISTICS_MOST 1e150

/* HW_OK if the array may be read: NULL only when empty, and nothing in it is out of range. */
hw_status hw__values_check(const double *values, size_t count, const char *name, hw_error *err);
bool hw__is_missing(double value);  /* NaN */
bool hw__is_in_range(double value); /* NaN counts as in range */

static inline hw_estimate hw__estimate(double value, int64_t n)
{
    return (hw_estimate){.value = value, .n = n, .undefined = HW_UNDEFINED_NOT};
}

static inline hw_estimate hw__no_estimate(int64_t n, hw_undefined why)
{
    return (hw_estimate){.value = 0, .n = n, .undefined = (int32_t)why};
}

/* Whether a number has risen by a limit or more, where all three are decimals that doubles hold only nearly: from 2
 * to 4.45 and from 0.1 to 2.55 it is 2.45. */
static inline bool hw__rises_by(double from, double to, double limit)
{
    double size = (from < 0 ? -from : from) + (to < 0 ? -to : to) + (limit < 0 ? -limit : limit);
    return to - from >= limit - 0x1p-50 * size;
}

/* Two columns without the rows in which either is missing. `y` lies behind `x` in one block. */
typedef struct hw__pairs {
    double *x, *y;
    size_t count;
} hw__pairs;

/* Checked and copied; `x` may be NULL: 0, 1, 2 ... for the values that are there. Release with
 * hw__pairs_free(). */
hw_status hw__pairs_load(hw__pairs *out, const double *x, const char *x_name, const double *y,
                         const char *y_name, size_t count, hw_error *err);
void hw__pairs_free(hw__pairs *pairs);

/* One column without what is missing: NULL without memory. Free with hw__free(). */
double *hw__present(const double *values, size_t count, size_t *kept);

/* Something to be put in order, and where it comes from. */
typedef struct hw__keyed {
    double key;
    uint32_t at;
} hw__keyed;

/* Sorts by key; equal keys keep their order. Returns how many pairs were out of order. `spare` has the same
 * size. */
uint64_t hw__sort_keyed(hw__keyed *items, hw__keyed *spare, size_t count);

/* The element that would be at `rank` if `values` were sorted; reorders them so that nothing before it is
 * greater and nothing after it is less. */
double hw__select(double *values, size_t count, size_t rank);
double hw__median(double *values, size_t count); /* reorders; count > 0 */

/* The test of two columns without missing values. z and p from `least` pairs on; `continuity`: z moves s by
 * one towards 0. */
typedef struct hw__rank_rule {
    size_t least;
    bool continuity;
} hw__rank_rule;
hw_status hw__rank_test(const hw__pairs *pairs, hw__rank_rule rule, hw_rank_test *out, hw_error *err);

/* The line through points without missing values. */
hw_status hw__theil_sen(const hw__pairs *points, hw_trend_line *out, hw_error *err);

#endif
