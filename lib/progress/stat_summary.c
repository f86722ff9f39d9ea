/* SPDX-License-Identifier: MIT */
/* Where the middle of some values is: mean and median. */
#include "base/alloc.h"
#include "base/fail.h"
#include "progress/statistics.h"

/* The sum of value - shift, with what each addition lost (Neumaier 1974). */
static double sum_from(const double *values, size_t count, double shift, int64_t *n)
{
    double sum = 0, lost = 0;
    *n = 0;
    for (size_t i = 0; i < count; i++) {
        if (hw__is_missing(values[i])) {
            continue;
        }
        double value = values[i] - shift, next = sum + value;
        bool sum_is_larger = (sum < 0 ? -sum : sum) >= (value < 0 ? -value : value);
        lost += sum_is_larger ? (sum - next) + value : (value - next) + sum;
        sum = next;
        (*n)++;
    }
    return sum + lost;
}

static double mean_of(const double *values, size_t count, int64_t *n)
{
    double mean = sum_from(values, count, 0, n);
    if (*n == 0) {
        return 0;
    }
    mean /= (double)*n;
    /* What is left of the deviations is the rounding of the first division: the mean of equal values is that
     * value. */
    return mean + sum_from(values, count, mean, n) / (double)*n;
}

hw_status hw_mean(const double *values, size_t count, hw_estimate *mean, hw_error *err)
{
    hw_status status = mean ? hw__values_check(values, count, "values", err) : hw__null_argument(err, "mean");
    if (status != HW_OK) {
        return status;
    }
    int64_t n;
    double value = mean_of(values, count, &n);
    *mean = n > 0 ? hw__estimate(value, n) : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
    return hw__ok(err);
}

hw_status hw_median(const double *values, size_t count, hw_estimate *median, hw_error *err)
{
    hw_status status =
        median ? hw__values_check(values, count, "values", err) : hw__null_argument(err, "median");
    if (status != HW_OK) {
        return status;
    }
    size_t kept;
    double *present = hw__present(values, count, &kept);
    if (!present) {
        return hw__no_memory(err);
    }
    *median = kept > 0 ? hw__estimate(hw__median(present, kept), (int64_t)kept)
                       : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
    hw__free(present);
    return hw__ok(err);
}
