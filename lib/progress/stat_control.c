/* SPDX-License-Identifier: MIT */
/* Control charts: whether a value is more than the usual to and fro of the series. */
#include "base/fail.h"
#include "base/root.h"
#include "progress/statistics.h"

/* Of the range of two normal values: its mean in standard deviations (d2), and its upper limit in means
 * (D4). */
#define MEAN_RANGE 1.128
#define RANGE_LIMIT 3.267
#define LONG_RUN 8

static bool is_outside(double value, double lower, double upper)
{
    return value < lower || value > upper;
}

hw_status hw_xmr(const double *values, size_t count, hw_xmr_limits *limits, hw_error *err)
{
    hw_estimate mean;
    if (!limits) {
        return hw__null_argument(err, "limits");
    }
    hw_status status = hw_mean(values, count, &mean, err);
    if (status != HW_OK) {
        return status;
    }
    double sum = 0;
    int64_t ranges = 0;
    for (size_t i = 1; i < count; i++) {
        if (!hw__is_missing(values[i]) && !hw__is_missing(values[i - 1])) {
            double step = values[i] - values[i - 1];
            sum += step < 0 ? -step : step;
            ranges++;
        }
    }
    *limits = (hw_xmr_limits){.centre = mean};
    if (ranges == 0) {
        limits->lower = hw__no_estimate(0, mean.n == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_TOO_FEW);
        limits->upper = limits->lower;
        limits->mean_range = limits->lower;
        limits->range_upper = limits->lower;
        return hw__ok(err);
    }
    double range = sum / (double)ranges, width = 3 * range / MEAN_RANGE;
    limits->lower = hw__estimate(mean.value - width, ranges);
    limits->upper = hw__estimate(mean.value + width, ranges);
    limits->mean_range = hw__estimate(range, ranges);
    limits->range_upper = hw__estimate(RANGE_LIMIT * range, ranges);
    return hw__ok(err);
}

hw_status hw_xmr_signals(const hw_xmr_limits *limits, const double *values, size_t count, int32_t *signals,
                         hw_error *err)
{
    if (!limits || (!signals && count > 0)) {
        return hw__null_argument(err, limits ? "signals" : "limits");
    }
    hw_status status = hw__values_check(values, count, "values", err);
    if (status != HW_OK) {
        return status;
    }
    bool has_limits =
        limits->lower.undefined == HW_UNDEFINED_NOT && limits->upper.undefined == HW_UNDEFINED_NOT;
    bool has_centre = has_limits && limits->centre.undefined == HW_UNDEFINED_NOT;
    int run = 0; /* above the centre, or below it when negative */
    for (size_t i = 0; i < count; i++) {
        signals[i] = HW_SIGNAL_NONE;
        if (hw__is_missing(values[i])) {
            continue;
        }
        if (has_limits && is_outside(values[i], limits->lower.value, limits->upper.value)) {
            signals[i] |= HW_SIGNAL_OUTSIDE;
        }
        if (has_centre && values[i] > limits->centre.value) {
            run = run < 0 ? 1 : run < LONG_RUN ? run + 1 : LONG_RUN;
        } else if (has_centre && values[i] < limits->centre.value) {
            run = run > 0 ? -1 : run > -LONG_RUN ? run - 1 : -LONG_RUN;
        } else {
            run = 0;
        }
        if (run == LONG_RUN || run == -LONG_RUN) {
            signals[i] |= HW_SIGNAL_RUN;
        }
    }
    return hw__ok(err);
}

/* ---- exponentially weighted moving average ---- */

static hw_status check_ewma(double weight, double target, double sigma, double width, hw_error *err)
{
    if (!(weight > 0 && weight <= 1)) {
        return hw__fail(err, HW_ERR_RANGE, "weight", "a weight is above 0 and at most 1");
    }
    if (hw__is_missing(target) || !hw__is_in_range(target)) {
        return hw__fail(err, HW_ERR_RANGE, "target", "a target is a number up to 1e150");
    }
    if (!(sigma >= 0 && sigma <= HW__STATISTICS_MOST)) {
        return hw__fail(err, HW_ERR_RANGE, "sigma", "a standard deviation is 0 or more, up to 1e150");
    }
    if (!(width >= 0 && width <= HW__STATISTICS_MOST)) {
        return hw__fail(err, HW_ERR_RANGE, "width", "a width is 0 or more, up to 1e150");
    }
    return HW_OK;
}

hw_status hw_ewma(const double *values, size_t count, double weight, double target, double sigma,
                  double width, hw_ewma_point *points, hw_error *err)
{
    if (!points && count > 0) {
        return hw__null_argument(err, "points");
    }
    hw_status status = hw__values_check(values, count, "values", err);
    if (status == HW_OK) {
        status = check_ewma(weight, target, sigma, width, err);
    }
    if (status != HW_OK) {
        return status;
    }
    double average = target, keep = 1 - weight, left = 1; /* (1 - weight)^(2 i) */
    int64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (hw__is_missing(values[i])) {
            points[i] = (hw_ewma_point){.average = hw__no_estimate(n, HW_UNDEFINED_NO_VALUES)};
            continue;
        }
        average = weight * values[i] + keep * average;
        left *= keep * keep;
        double half = width * sigma * hw__sqrt(weight / (2 - weight) * (1 - left));
        points[i] = (hw_ewma_point){.average = hw__estimate(average, ++n),
                                    .lower = target - half,
                                    .upper = target + half};
        points[i].signal =
            is_outside(average, target - half, target + half) ? HW_SIGNAL_OUTSIDE : HW_SIGNAL_NONE;
    }
    return hw__ok(err);
}
