/* SPDX-License-Identifier: MIT */
/* One person's change by norms: its class, and the numbers that decided. */
#include <math.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/norms.h"
#include "progress/statistics.h"

/* ---- what decides ---- */

/* What the first and the last score are beside the cut-off and the thresholds of the norms. */
static void place(hw_reliable_change *change, const hw_norms *norms, double pre, double post)
{
    double sign = hw__norms_sign(norms), at;
    hw_cutoff which = hw_norms_cutoff_chosen(norms);
    change->cutoff_kind = (uint8_t)which;
    if (hw_norms_cutoff(norms, which, &at)) {
        change->cutoff = (hw__stated){true, at};
        change->functional_pre = sign * (pre - at) > 0; /* false of a NaN */
        change->functional_post = sign * (post - at) > 0;
    }
    change->has_pre = !hw__is_missing(pre);
    change->has_post = !hw__is_missing(post);
    if (change->has_pre && change->has_post) {
        change->points = (hw__stated){true, post - pre};
    }
    double share, best;
    hw_estimate way;
    /* From beyond the best score there is no way to it: what looks like one would be getting worse. */
    if (hw_norms_response(norms, &share, &best) && sign * (best - pre) > 0 &&
        hw_response_share(pre, post, best, &way, NULL) == HW_OK && way.undefined == HW_UNDEFINED_NOT) {
        change->response = (hw__stated){true, way.value >= share};
    }
    if (hw_norms_remission(norms, &at) && change->has_post) {
        change->remission = (hw__stated){true, sign * (post - at) > 0};
    }
}

/* The class of a change that is reliable (-1 worse, 1 better) or not. */
static hw_change_class class_of(const hw_reliable_change *change, int way)
{
    if (way < 0) {
        return HW_CHANGE_CLASS_DETERIORATED;
    }
    if (way == 0) {
        return HW_CHANGE_CLASS_UNCHANGED;
    }
    bool crossed = change->cutoff.present && !change->functional_pre && change->functional_post;
    return crossed ? HW_CHANGE_CLASS_RECOVERED : HW_CHANGE_CLASS_IMPROVED;
}

static void leave_open(hw_reliable_change *change, hw_undefined why)
{
    change->undefined = (uint8_t)why;
    change->method = HW_CHANGE_METHOD_NONE;
}

/* Which way an index has gone that has to be beyond a limit. */
static int way_of(double better, double limit)
{
    return !(fabs(better) > limit) ? 0 : better > 0 ? 1 : -1;
}

int hw__norms_way(const hw_norms *norms, double pre, double post)
{
    double sign = hw__norms_sign(norms), points, difference;
    if (hw_norms_points(norms, &points)) {
        return hw__rises_by(sign * pre, sign * post, points)   ? 1
               : hw__rises_by(sign * post, sign * pre, points) ? -1
                                                               : 0;
    }
    bool good = hw__norms_difference(norms, &difference) && difference > 0;
    return good ? way_of(sign * (post - pre) / difference, hw_norms_critical(norms)) : 0;
}

static void decide(hw_reliable_change *change, const hw_norms *norms, double pre, double post)
{
    double threshold;
    change->method = (uint8_t)hw_norms_method(norms);
    if (hw_norms_threshold(norms, &threshold)) {
        change->threshold = (hw__stated){true, threshold};
    }
    if (change->n < 2) {
        leave_open(change, change->n ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NO_VALUES);
    } else if (!change->threshold.present) {
        bool is_stated = change->method != HW_CHANGE_METHOD_NONE;
        leave_open(change, is_stated ? HW_UNDEFINED_CONSTANT : HW_UNDEFINED_NOT_STATED);
    } else {
        change->class = (uint8_t)class_of(change, hw__norms_way(norms, pre, post));
    }
}

/* ---- making them ---- */

static hw_reliable_change *blank(const hw_norms *norms, hw_error *err)
{
    hw_reliable_change *change = HW__NEW(reliable_change);
    if (change) {
        change->norms = hw__arena_text(&change->arena, norms->id, strlen(norms->id));
        change->instrument = hw__arena_text(&change->arena, norms->instrument, strlen(norms->instrument));
        change->source = hw__arena_text(&change->arena, norms->source, strlen(norms->source));
        if (change->norms && change->instrument && change->source) {
            return change;
        }
    }
    hw_reliable_change_free(change);
    hw__no_memory(err);
    return NULL;
}

hw_reliable_change *hw_norms_compare(const hw_norms *norms, double pre, double post, hw_error *err)
{
    if (!norms) {
        hw__null_argument(err, "norms");
        return NULL;
    }
    if (!hw__is_in_range(pre) || !hw__is_in_range(post)) {
        hw__fail(err, HW_ERR_RANGE, hw__is_in_range(pre) ? "post" : "pre",
                 "a score is infinite or beyond 1e150");
        return NULL;
    }
    double sd, reliability;
    hw_estimate index = {.undefined = HW_UNDEFINED_NOT_STATED};
    if (hw_norms_clinical(norms, NULL, &sd) && hw_norms_reliability(norms, &reliability) &&
        hw_reliable_change_index(pre, post, sd, reliability, &index, err) != HW_OK) {
        return NULL;
    }
    hw_reliable_change *change = blank(norms, err);
    if (!change) {
        return NULL;
    }
    change->n = !hw__is_missing(pre) + !hw__is_missing(post);
    if (index.undefined == HW_UNDEFINED_NOT) {
        change->index = (hw__stated){true, index.value};
    }
    place(change, norms, pre, post);
    decide(change, norms, pre, post);
    hw__ok(err);
    return change;
}

/* The scores of the earliest and of the latest moment, of several at one the first and the last; NaN if there
 * is none. */
static void find_ends(const double *times, const double *values, size_t count, double *first, double *last)
{
    double from = NAN, to = NAN;
    *first = *last = NAN;
    for (size_t i = 0; i < count; i++) {
        if (hw__is_missing(times[i]) || hw__is_missing(values[i])) {
            continue;
        }
        if (hw__is_missing(from) || times[i] < from) {
            from = times[i];
            *first = values[i];
        }
        if (hw__is_missing(to) || times[i] >= to) {
            to = times[i];
            *last = values[i];
        }
    }
}

hw_reliable_change *hw_norms_trend(const hw_norms *norms, const double *times, const double *values,
                                   size_t count, hw_error *err)
{
    if (!norms) {
        hw__null_argument(err, "norms");
        return NULL;
    }
    double difference = 0, first, last;
    bool has_error = hw__norms_difference(norms, &difference);
    hw_estimate index;
    if (hw_reliable_trend_index(times, values, count, difference, &index, NULL, err) != HW_OK) {
        return NULL;
    }
    find_ends(times, values, count, &first, &last);
    if (!has_error && index.n > 1) {
        index.undefined = HW_UNDEFINED_NOT_STATED;
    }
    hw_reliable_change *change = blank(norms, err);
    if (!change) {
        return NULL;
    }
    change->n = index.n;
    change->method = HW_CHANGE_METHOD_TREND;
    if (has_error) {
        change->threshold = (hw__stated){true, hw_norms_critical(norms)};
    }
    if (index.undefined == HW_UNDEFINED_NOT) {
        change->index = (hw__stated){true, index.value};
    }
    bool alone = index.n < 2; /* one score is a first one */
    place(change, norms, first, alone ? NAN : last);
    if (index.undefined == HW_UNDEFINED_NOT) {
        double better = hw__norms_sign(norms) * index.value;
        change->class = (uint8_t)class_of(change, way_of(better, hw_norms_critical(norms)));
    } else {
        leave_open(change, (hw_undefined)index.undefined);
    }
    hw__ok(err);
    return change;
}

void hw_reliable_change_free(hw_reliable_change *change)
{
    if (change) {
        hw__arena_free(&change->arena);
        HW__DELETE(reliable_change, change);
    }
}

/* ---- looking ---- */

static bool get(const hw__stated *slot, double *out)
{
    if (slot && slot->present && out) {
        *out = slot->value;
    }
    return slot && slot->present;
}

static bool get_truth(const hw__stated *slot, bool *out)
{
    if (slot && slot->present && out) {
        *out = slot->value > 0;
    }
    return slot && slot->present;
}

hw_change_class hw_reliable_change_class(const hw_reliable_change *change)
{
    return change ? (hw_change_class)change->class : HW_CHANGE_CLASS_NONE;
}

hw_undefined hw_reliable_change_undefined(const hw_reliable_change *change)
{
    return change ? (hw_undefined)change->undefined : HW_UNDEFINED_NO_VALUES;
}

hw_change_method hw_reliable_change_method(const hw_reliable_change *change)
{
    return change ? (hw_change_method)change->method : HW_CHANGE_METHOD_NONE;
}

int64_t hw_reliable_change_n(const hw_reliable_change *change)
{
    return change ? change->n : 0;
}

bool hw_reliable_change_points(const hw_reliable_change *change, double *out)
{
    return change && get(&change->points, out);
}

bool hw_reliable_change_value(const hw_reliable_change *change, double *out)
{
    return change && get(&change->index, out);
}

bool hw_reliable_change_threshold(const hw_reliable_change *change, double *out)
{
    return change && get(&change->threshold, out);
}

hw_cutoff hw_reliable_change_cutoff_kind(const hw_reliable_change *change)
{
    return change ? (hw_cutoff)change->cutoff_kind : HW_CUTOFF_NONE;
}

bool hw_reliable_change_cutoff(const hw_reliable_change *change, double *out)
{
    return change && get(&change->cutoff, out);
}

bool hw_reliable_change_functional(const hw_reliable_change *change, bool last, bool *out)
{
    if (!change || !change->cutoff.present || !(last ? change->has_post : change->has_pre)) {
        return false;
    }
    if (out) {
        *out = last ? change->functional_post : change->functional_pre;
    }
    return true;
}

bool hw_reliable_change_response(const hw_reliable_change *change, bool *out)
{
    return change && get_truth(&change->response, out);
}

bool hw_reliable_change_remission(const hw_reliable_change *change, bool *out)
{
    return change && get_truth(&change->remission, out);
}
