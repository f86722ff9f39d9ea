/* SPDX-License-Identifier: MIT */
/* The line of Theil and Sen: the median of the slopes between all points. */
#include "base/alloc.h"
#include "base/fail.h"
#include "progress/statistics.h"

static hw_status intercept(const hw__pairs *points, double slope, hw_estimate *out, hw_error *err)
{
    double *rests = hw__zalloc(points->count, sizeof *rests);
    if (!rests) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < points->count; i++) {
        rests[i] = points->y[i] - slope * points->x[i];
    }
    *out = hw__estimate(hw__median(rests, points->count), (int64_t)points->count);
    hw__free(rests);
    return HW_OK;
}

hw_status hw__theil_sen(const hw__pairs *points, hw_trend_line *out, hw_error *err)
{
    size_t n = points->count, slopes = 0;
    double *all = hw__zalloc(n > 1 ? n * (n - 1) / 2 : 1, sizeof *all);
    if (!all) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) {
            if (points->x[i] != points->x[j]) {
                all[slopes++] = (points->y[j] - points->y[i]) / (points->x[j] - points->x[i]) + 0.0;
            }
        }
    }
    hw_status status = HW_OK;
    *out = (hw_trend_line){.pairs = (int64_t)slopes};
    if (slopes > 0) {
        out->slope = hw__estimate(hw__median(all, slopes), (int64_t)n);
        status = intercept(points, out->slope.value, &out->intercept, err);
    } else {
        out->slope = out->intercept = hw__no_estimate((int64_t)n, n == 0   ? HW_UNDEFINED_NO_VALUES
                                                                  : n == 1 ? HW_UNDEFINED_TOO_FEW
                                                                           : HW_UNDEFINED_CONSTANT);
    }
    hw__free(all);
    return status;
}

hw_status hw_theil_sen(const double *times, const double *values, size_t count, hw_trend_line *line,
                       hw_error *err)
{
    hw__pairs points;
    hw_trend_line out;
    if (!line) {
        return hw__null_argument(err, "line");
    }
    hw_status status = hw__pairs_load(&points, times, "times", values, "values", count, err);
    if (status != HW_OK) {
        return status;
    }
    status = hw__theil_sen(&points, &out, err);
    hw__pairs_free(&points);
    if (status == HW_OK) {
        *line = out;
        return hw__ok(err);
    }
    return status;
}
