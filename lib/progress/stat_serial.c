/* SPDX-License-Identifier: MIT */
/* How much each value goes with the one before it, which all p-values take to be not at all. */
#include "base/fail.h"
#include "progress/statistics.h"

/* Sums of squares and of products of neighbours, in units of the largest deviation, so that none of them
 * leaves the range of numbers. */
static hw_serial serial_of(const double *values, size_t count, double mean, int64_t n, double largest)
{
    double squares = 0, products = 0;
    int64_t pairs = 0;
    for (size_t i = 0; i < count; i++) {
        if (hw__is_missing(values[i])) {
            continue;
        }
        double deviation = (values[i] - mean) / largest;
        squares += deviation * deviation;
        if (i + 1 < count && !hw__is_missing(values[i + 1])) {
            products += deviation * ((values[i + 1] - mean) / largest);
            pairs++;
        }
    }
    if (pairs == 0) {
        return (hw_serial){hw__no_estimate(n, HW_UNDEFINED_TOO_FEW),
                           hw__no_estimate(n, HW_UNDEFINED_TOO_FEW)};
    }
    double r1 = (products / (double)(pairs + 1)) / (squares / (double)n);
    r1 = r1 < -1 ? -1 : r1 > 1 ? 1 : r1;
    hw_serial out = {.r1 = hw__estimate(r1, n)};
    out.effective = r1 > -1 && r1 < 1 ? hw__estimate((double)n * (1 - r1) / (1 + r1), n)
                                      : hw__no_estimate(n, HW_UNDEFINED_NOT_APPLICABLE);
    return out;
}

hw_status hw_autocorrelation(const double *values, size_t count, hw_serial *serial, hw_error *err)
{
    hw_estimate mean;
    if (!serial) {
        return hw__null_argument(err, "serial");
    }
    hw_status status = hw_mean(values, count, &mean, err);
    if (status != HW_OK) {
        return status;
    }
    double largest = 0;
    for (size_t i = 0; i < count; i++) {
        double deviation = values[i] < mean.value ? mean.value - values[i] : values[i] - mean.value;
        largest = deviation > largest ? deviation : largest;
    }
    if (mean.n < 3 || largest == 0) {
        hw_undefined why = mean.n == 0  ? HW_UNDEFINED_NO_VALUES
                           : mean.n < 3 ? HW_UNDEFINED_TOO_FEW
                                        : HW_UNDEFINED_CONSTANT;
        serial->r1 = hw__no_estimate(mean.n, why);
        serial->effective = serial->r1;
        return hw__ok(err);
    }
    *serial = serial_of(values, count, mean.value, mean.n, largest);
    return hw__ok(err);
}
