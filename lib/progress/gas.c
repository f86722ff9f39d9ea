/* SPDX-License-Identifier: MIT */
/* Attainment in numbers: T-scores of goal attainment scaling, the movement of ratings, and what a value says of a
 * target. */
#include "homework/attainment.h"

#include <math.h>

#include "base/fail.h"
#include "base/root.h"
#include "progress/statistics.h"

#define EXPECTED_T 50
#define UNIT_T 10
#define MOST_LEVEL 2
#define MOST_RATING 10

/* ---- goal attainment scaling ---- */

static bool is_level(double level)
{
    return level == -2 || level == -1 || level == 0 || level == 1 || level == MOST_LEVEL;
}

static hw_status check_goals(const double *levels, const double *weights, size_t count, double rho,
                             hw_error *err)
{
    if (!levels && count > 0) {
        return hw__null_argument(err, "levels");
    }
    if (!(rho >= 0 && rho <= 1)) {
        return hw__fail(err, HW_ERR_RANGE, "rho", "a correlation of goals is 0 to 1");
    }
    for (size_t i = 0; i < count; i++) {
        if (!hw__is_missing(levels[i]) && !is_level(levels[i])) {
            return hw__fail(err, HW_ERR_RANGE, "levels", "level %zu is none of -2, -1, 0, 1, 2", i);
        }
        if (weights && (!hw__is_in_range(weights[i]) || weights[i] < 0)) {
            return hw__fail(err, HW_ERR_RANGE, "weights", "weight %zu is negative or infinite", i);
        }
    }
    return HW_OK;
}

/* Goals of which all sets have a level. */
typedef struct goals {
    const double *before, *after; /* one may be NULL */
    const double *weights;
    size_t count;
} goals;

static bool is_scored(const goals *g, size_t i)
{
    return !(g->before && hw__is_missing(g->before[i])) && !(g->after && hw__is_missing(g->after[i]));
}

static double weight_of(const goals *g, size_t i)
{
    return g->weights ? g->weights[i] : 1;
}

/* What the weights of the scored goals come to, the greatest being 1: only their ratios matter, and so their
 * squares stay within what numbers hold. */
typedef struct balance {
    int64_t n;
    double greatest, root; /* of (1 - rho) sum(w^2) + rho (sum w)^2 */
    hw_undefined undefined;
} balance;

static balance weigh(const goals *g, double rho)
{
    balance b = {0};
    double sum = 0, squares = 0;
    bool any = false, is_missing = false;
    for (size_t i = 0; i < g->count; i++) {
        if (is_scored(g, i)) {
            double weight = weight_of(g, i);
            any = true;
            is_missing |= hw__is_missing(weight);
            b.n += weight > 0;
            b.greatest = weight > b.greatest ? weight : b.greatest;
        }
    }
    b.undefined = !any ? HW_UNDEFINED_NO_VALUES : is_missing ? HW_UNDEFINED_NOT_STATED : HW_UNDEFINED_NOT;
    for (size_t i = 0; b.undefined == HW_UNDEFINED_NOT && b.greatest > 0 && i < g->count; i++) {
        if (is_scored(g, i)) {
            double weight = weight_of(g, i) / b.greatest;
            sum += weight;
            squares += weight * weight;
        }
    }
    b.root = hw__sqrt((1 - rho) * squares + rho * sum * sum);
    return b;
}

/* 10 sum(w x) / root */
static double score(const goals *g, const balance *b, const double *levels)
{
    double sum = 0;
    for (size_t i = 0; i < g->count; i++) {
        if (is_scored(g, i)) {
            sum += weight_of(g, i) / b->greatest * levels[i];
        }
    }
    return UNIT_T * sum / b->root;
}

static void put(hw_estimate *out, const balance *b, double value)
{
    if (out) {
        *out = b->undefined == HW_UNDEFINED_NOT ? hw__estimate(value, b->n)
                                                : hw__no_estimate(b->n, b->undefined);
    }
}

static hw_status check_balance(const balance *b, hw_error *err)
{
    if (b->undefined == HW_UNDEFINED_NOT && !(b->greatest > 0)) {
        return hw__fail(err, HW_ERR_RANGE, "weights", "all weights are 0");
    }
    return hw__ok(err);
}

hw_status hw_gas_t(const double *levels, const double *weights, size_t count, double rho, hw_estimate *out,
                   hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    hw_status status = check_goals(levels, weights, count, rho, err);
    if (status != HW_OK) {
        return status;
    }
    goals g = {.after = levels, .weights = weights, .count = count};
    balance b = weigh(&g, rho);
    status = check_balance(&b, err);
    if (status == HW_OK) {
        put(out, &b, b.undefined == HW_UNDEFINED_NOT ? EXPECTED_T + score(&g, &b, levels) : 0);
    }
    return status;
}

hw_status hw_gas_change(const double *before, const double *after, const double *weights, size_t count,
                        double rho, hw_estimate *baseline, hw_estimate *achieved, hw_estimate *difference,
                        hw_error *err)
{
    hw_status status = check_goals(before, weights, count, rho, err);
    if (status == HW_OK) {
        status = check_goals(after, weights, count, rho, err);
    }
    if (status != HW_OK) {
        return status;
    }
    goals g = {.before = before, .after = after, .weights = weights, .count = count};
    balance b = weigh(&g, rho);
    status = check_balance(&b, err);
    if (status == HW_OK) {
        bool good = b.undefined == HW_UNDEFINED_NOT;
        double first = good ? score(&g, &b, before) : 0, last = good ? score(&g, &b, after) : 0;
        put(baseline, &b, EXPECTED_T + first);
        put(achieved, &b, EXPECTED_T + last);
        put(difference, &b, last - first);
    }
    return status;
}

const char *hw_gas_loinc(hw_role rater, bool baseline)
{
    if (baseline) {
        return "112296-9";
    }
    switch (rater) {
    case HW_ROLE_CLIENT:
        return "107334-5";
    case HW_ROLE_THERAPIST:
        return "107333-7";
    case HW_ROLE_PARTNER:
    case HW_ROLE_PARENT:
    case HW_ROLE_SUPPORTER:
        return "107331-1";
    default:
        return NULL;
    }
}

/* ---- ratings from 0 to 10 ---- */

static hw_status check_ratings(const double *ratings, size_t count, const char *name, hw_error *err)
{
    if (!ratings && count > 0) {
        return hw__null_argument(err, name);
    }
    for (size_t i = 0; i < count; i++) {
        if (ratings[i] < 0 || ratings[i] > MOST_RATING) { /* false of a NaN */
            return hw__fail(err, HW_ERR_RANGE, name, "rating %zu is not within 0 to 10", i);
        }
    }
    return HW_OK;
}

hw_status hw_goal_movement(const double *first, const double *latest, size_t count, double threshold,
                           hw_estimate *mean, int64_t *moved, hw_error *err)
{
    if (!mean) {
        return hw__null_argument(err, "mean");
    }
    hw_status status = check_ratings(first, count, "first", err);
    if (status == HW_OK) {
        status = check_ratings(latest, count, "latest", err);
    }
    if (status != HW_OK) {
        return status;
    }
    if (!(threshold > 0 && threshold <= MOST_RATING)) {
        return hw__fail(err, HW_ERR_RANGE, "threshold", "a threshold is above 0, to 10");
    }
    int64_t n = 0, far = 0;
    bool any = false;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double movement = latest[i] - first[i];
        any |= !hw__is_missing(latest[i]) || !hw__is_missing(first[i]);
        if (!hw__is_missing(movement)) {
            n++;
            sum += movement;
            far += hw__rises_by(first[i], latest[i], threshold);
        }
    }
    *mean = n > 0 ? hw__estimate(sum / (double)n, n)
                  : hw__no_estimate(0, any ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NO_VALUES);
    if (moved) {
        *moved = far;
    }
    return hw__ok(err);
}

/* ---- targets ---- */

/* A number that is there. */
static bool is_there(double value)
{
    return !hw__is_missing(value);
}

static hw_achievement compare(double baseline_distance, double distance)
{
    return distance < baseline_distance   ? HW_ACHIEVEMENT_IMPROVING
           : distance > baseline_distance ? HW_ACHIEVEMENT_WORSENING
                                          : HW_ACHIEVEMENT_NO_CHANGE;
}

static hw_achievement keep(double baseline, double target, double latest)
{
    if (!is_there(target)) {
        return HW_ACHIEVEMENT_IN_PROGRESS;
    }
    if (latest == target) {
        return HW_ACHIEVEMENT_SUSTAINING;
    }
    return is_there(baseline) ? compare(fabs(baseline - target), fabs(latest - target))
                              : HW_ACHIEVEMENT_IN_PROGRESS;
}

/* `sign`: 1 up, -1 down. */
static hw_achievement climb(double baseline, double target, double sign, double previous, double latest)
{
    if (is_there(target) && sign * (latest - target) >= 0) {
        bool was_there = sign * (previous - target) >= 0; /* false of a NaN */
        return was_there ? HW_ACHIEVEMENT_SUSTAINING : HW_ACHIEVEMENT_ACHIEVED;
    }
    return is_there(baseline) ? compare(-sign * baseline, -sign * latest) : HW_ACHIEVEMENT_IN_PROGRESS;
}

hw_status hw_goal_achievement_by(double baseline, double target, hw_direction direction, double previous,
                                 double latest, hw_achievement *out, hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    const double numbers[] = {baseline, target, previous, latest};
    static const char *const names[] = {"baseline", "target", "previous", "latest"};
    for (int i = 0; i < 4; i++) {
        if (!hw__is_in_range(numbers[i])) {
            return hw__fail(err, HW_ERR_RANGE, names[i], "a value is infinite or beyond 1e150");
        }
    }
    if ((int)direction < HW_DIRECTION_NONE || (int)direction > HW_DIRECTION_MAINTAIN) {
        return hw__fail(err, HW_ERR_RANGE, "direction", "there is no such direction");
    }
    if (direction == HW_DIRECTION_NONE && is_there(baseline) && is_there(target) && baseline != target) {
        direction = target > baseline ? HW_DIRECTION_UP : HW_DIRECTION_DOWN;
    }
    *out = !is_there(latest)                ? HW_ACHIEVEMENT_NONE
           : direction == HW_DIRECTION_NONE ? HW_ACHIEVEMENT_IN_PROGRESS
           : direction == HW_DIRECTION_MAINTAIN
               ? keep(baseline, target, latest)
               : climb(baseline, target, direction == HW_DIRECTION_UP ? 1 : -1, previous, latest);
    return hw__ok(err);
}
