/* SPDX-License-Identifier: MIT */
/* Reliable change in numbers: errors of measurement, the index of two scores and of a trend, responses, and the
 * cut-offs between groups. */
#include "homework/reliable_change.h"

#include <math.h>

#include "base/fail.h"
#include "base/root.h"
#include "progress/norms.h"
#include "progress/statistics.h"

#define SDS 2 /* how many SDs from a mean cut-offs a and b lie */

/* ---- errors of measurement ---- */

static hw_status check_scale(double sd, double reliability, hw_error *err)
{
    if (!(hw__is_in_range(sd) && sd >= 0)) {
        return hw__fail(err, HW_ERR_RANGE, "sd", "an SD is finite and not negative");
    }
    if (!(reliability >= 0 && reliability <= 1)) {
        return hw__fail(err, HW_ERR_RANGE, "reliability", "a reliability is 0 to 1");
    }
    return HW_OK;
}

hw_status hw_measurement_error(double sd, double reliability, double *out, hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    hw_status status = check_scale(sd, reliability, err);
    if (status != HW_OK) {
        return status;
    }
    *out = sd * hw__sqrt(1 - reliability);
    return hw__ok(err);
}

hw_status hw_difference_error(double sd, double reliability, double *out, hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    double error;
    hw_status status = hw_measurement_error(sd, reliability, &error, err);
    if (status != HW_OK) {
        return status;
    }
    *out = hw__sqrt(2) * error;
    return HW_OK;
}

/* ---- two scores ---- */

/* A value, or an error where it is beyond what numbers hold. */
static hw_status put_value(hw_estimate *out, double value, int64_t n, hw_error *err)
{
    if (!isfinite(value)) {
        return hw__fail(err, HW_ERR_RANGE, NULL, "the numbers are too far apart");
    }
    *out = hw__estimate(value, n);
    return hw__ok(err);
}

/* How many of two scores there are; *why if not both. */
static int64_t count_scores(double pre, double post, hw_undefined *why)
{
    int64_t n = !hw__is_missing(pre) + !hw__is_missing(post);
    *why = n == 0 ? HW_UNDEFINED_NO_VALUES : n == 1 ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NOT;
    return n;
}

static hw_status check_scores(double pre, double post, hw_error *err)
{
    if (!hw__is_in_range(pre) || !hw__is_in_range(post)) {
        return hw__fail(err, HW_ERR_RANGE, hw__is_in_range(pre) ? "post" : "pre",
                        "a score is infinite or beyond 1e150");
    }
    return HW_OK;
}

hw_status hw_reliable_change_index(double pre, double post, double sd, double reliability, hw_estimate *out,
                                   hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    double difference;
    hw_status status = check_scores(pre, post, err);
    if (status == HW_OK) {
        status = hw_difference_error(sd, reliability, &difference, err);
    }
    if (status != HW_OK) {
        return status;
    }
    hw_undefined why;
    int64_t n = count_scores(pre, post, &why);
    if (why == HW_UNDEFINED_NOT && difference > 0) {
        return put_value(out, (post - pre) / difference, n, err);
    }
    *out = hw__no_estimate(n, why != HW_UNDEFINED_NOT ? why : HW_UNDEFINED_CONSTANT);
    return hw__ok(err);
}

hw_status hw_response_share(double pre, double post, double best, hw_estimate *out, hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    hw_status status = check_scores(pre, post, err);
    if (status != HW_OK) {
        return status;
    }
    if (!hw__is_in_range(best) || hw__is_missing(best)) {
        return hw__fail(err, HW_ERR_RANGE, "best", "the best score is a finite number");
    }
    hw_undefined why;
    int64_t n = count_scores(pre, post, &why);
    if (why == HW_UNDEFINED_NOT && pre != best) {
        return put_value(out, (pre - post) / (pre - best), n, err);
    }
    *out = hw__no_estimate(n, why != HW_UNDEFINED_NOT ? why : HW_UNDEFINED_NOT_APPLICABLE);
    return hw__ok(err);
}

/* ---- a trend ---- */

typedef struct line {
    int64_t n;
    double mean_time, mean_value;
    double times_squared, times_values; /* sums about the means */
} line;

static bool is_there(const double *times, const double *values, size_t i)
{
    return !hw__is_missing(times[i]) && !hw__is_missing(values[i]);
}

static void fit(line *fitted, const double *times, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_there(times, values, i)) {
            fitted->n++;
            fitted->mean_time += (times[i] - fitted->mean_time) / (double)fitted->n;
            fitted->mean_value += (values[i] - fitted->mean_value) / (double)fitted->n;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (is_there(times, values, i)) {
            double time = times[i] - fitted->mean_time;
            fitted->times_squared += time * time;
            fitted->times_values += time * (values[i] - fitted->mean_value);
        }
    }
}

hw_status hw_reliable_trend_index(const double *times, const double *values, size_t count,
                                  double difference_error, hw_estimate *index, hw_estimate *slope,
                                  hw_error *err)
{
    if (!index) {
        return hw__null_argument(err, "index");
    }
    hw_status status = hw__values_check(times, count, "times", err);
    if (status == HW_OK) {
        status = hw__values_check(values, count, "values", err);
    }
    if (status != HW_OK) {
        return status;
    }
    if (!(hw__is_in_range(difference_error) && difference_error >= 0)) {
        return hw__fail(err, HW_ERR_RANGE, "difference_error", "an error is finite and not negative");
    }
    line fitted = {0};
    fit(&fitted, times, values, count);
    hw_undefined why = fitted.n == 0                 ? HW_UNDEFINED_NO_VALUES
                       : fitted.n == 1               ? HW_UNDEFINED_TOO_FEW
                       : !(fitted.times_squared > 0) ? HW_UNDEFINED_CONSTANT
                                                     : HW_UNDEFINED_NOT;
    hw_estimate sloped = hw__no_estimate(fitted.n, why), indexed = hw__no_estimate(fitted.n, why);
    if (why == HW_UNDEFINED_NOT) {
        double rise = fitted.times_values / fitted.times_squared;
        status = put_value(&sloped, rise, fitted.n, err);
        if (status == HW_OK && difference_error > 0) {
            double error = difference_error / hw__sqrt(2 * fitted.times_squared);
            status = put_value(&indexed, rise / error, fitted.n, err);
        } else {
            indexed.undefined = HW_UNDEFINED_CONSTANT;
        }
    }
    if (status != HW_OK) {
        return status;
    }
    *index = indexed;
    if (slope) {
        *slope = sloped;
    }
    return hw__ok(err);
}

/* ---- by norms ---- */

bool hw__norms_difference(const hw_norms *norms, double *out)
{
    double sd, reliability;
    return hw_norms_clinical(norms, NULL, &sd) && hw_norms_reliability(norms, &reliability) &&
           hw_difference_error(sd, reliability, out, NULL) == HW_OK;
}

hw_change_method hw_norms_method(const hw_norms *norms)
{
    double difference;
    return hw_norms_points(norms, NULL)               ? HW_CHANGE_METHOD_POINTS
           : hw__norms_difference(norms, &difference) ? HW_CHANGE_METHOD_INDEX
                                                      : HW_CHANGE_METHOD_NONE;
}

bool hw_norms_threshold(const hw_norms *norms, double *out)
{
    double points, difference;
    if (!hw_norms_points(norms, &points)) {
        if (!hw__norms_difference(norms, &difference) || !(difference > 0)) {
            return false;
        }
        points = hw_norms_critical(norms) * difference;
    }
    if (out) {
        *out = points;
    }
    return true;
}

bool hw_norms_cutoff(const hw_norms *norms, hw_cutoff which, double *out)
{
    double clinical_mean, clinical_sd, functional_mean, functional_sd, at = 0;
    bool has_clinical = hw_norms_clinical(norms, &clinical_mean, &clinical_sd);
    bool has_functional = hw_norms_functional(norms, &functional_mean, &functional_sd);
    bool good = false;
    if (which == HW_CUTOFF_A && has_clinical) {
        at = clinical_mean + hw__norms_sign(norms) * SDS * clinical_sd;
        good = true;
    } else if (which == HW_CUTOFF_B && has_functional) {
        at = functional_mean - hw__norms_sign(norms) * SDS * functional_sd;
        good = true;
    } else if (which == HW_CUTOFF_C && has_clinical && has_functional) {
        at = (functional_sd * clinical_mean + clinical_sd * functional_mean) / (functional_sd + clinical_sd);
        good = true;
    } else if (which == HW_CUTOFF_CASENESS) {
        good = hw_norms_caseness(norms, &at);
    }
    if (good && out) {
        *out = at;
    }
    return good;
}

hw_cutoff hw_norms_cutoff_chosen(const hw_norms *norms)
{
    double a, b;
    bool has_a = hw_norms_cutoff(norms, HW_CUTOFF_A, &a), has_b = hw_norms_cutoff(norms, HW_CUTOFF_B, &b);
    if (has_a && has_b) {
        return hw__norms_sign(norms) * (a - b) > 0 ? HW_CUTOFF_C : HW_CUTOFF_B;
    }
    return has_a                            ? HW_CUTOFF_A
           : has_b                          ? HW_CUTOFF_B
           : hw_norms_caseness(norms, NULL) ? HW_CUTOFF_CASENESS
                                            : HW_CUTOFF_NONE;
}
