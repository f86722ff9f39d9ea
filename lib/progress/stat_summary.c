/* SPDX-License-Identifier: MIT */
/* Where the middle of some values is: mean and median. */
#include "base/alloc.h"
#include "base/fail.h"
#include "progress/statistics.h"

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* Adds up with what each addition lost (Neumaier 1974). Rounding cannot lead out of the values: the mean of
 * equal ones is just that. */
static double mean_of(const double *values, size_t count, int64_t *n)
{
    double sum = 0, lost = 0, least = 0, greatest = 0;
    *n = 0;
    for (size_t i = 0; i < count; i++) {
        double value = values[i], next = sum + value;
        if (hw__is_missing(value)) {
            continue;
        }
        lost += size_of(sum) >= size_of(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
        least = *n == 0 || value < least ? value : least;
        greatest = *n == 0 || value > greatest ? value : greatest;
        (*n)++;
    }
    double mean = *n > 0 ? (sum + lost) / (double)*n : 0;
    return mean < least ? least : mean > greatest ? greatest : mean;
}

hw_status hw_mean(const double *values, size_t count, hw_estimate *mean, hw_error *err)
{
    if (!mean) {
        return hw__null_argument(err, "mean");
    }
    hw_status status = hw__values_check(values, count, "values", err);
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
    if (!median) {
        return hw__null_argument(err, "median");
    }
    hw_status status = hw__values_check(values, count, "values", err);
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
