/* SPDX-License-Identifier: MIT */
/* The line of Theil and Sen: its slope is the median of the slopes between all points. It is found by
 * drawing the bounds closer (slopes.h) until what is left between them can be listed. */
#include <math.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/root.h"
#include "progress/slopes.h"

#define MOST_ROUNDS 40
#define MOST_LOOKED_AT ((uint64_t)1 << 25)
#define SPREAD 1.0 /* bounds are so many square roots of a sample's size away from where its middle is */

/* Ranks, from 0, of the slopes that are looked for: one, or two neighbours; and what was found. */
typedef struct search {
    uint64_t first, last;
    double slopes[2];
    bool is_found;
} search;

/* ---- bounds ---- */

/* slope as a quotient of whole numbers up to 2^25, by continued fractions; false if there is none. */
static bool find_fraction(double slope, hw__bound *out)
{
    double size = slope < 0 ? -slope : slope, x = size;
    double p[2] = {1, 0}, q[2] = {0, 1};
    for (int i = 0; i < 40 && x <= 0x1p25; i++) {
        double whole = (double)(int64_t)x, next_p = whole * p[0] + p[1], next_q = whole * q[0] + q[1];
        if (next_p > 0x1p25 || next_q > 0x1p25) {
            return false;
        }
        if (next_p / next_q == size) {
            out->dy = slope < 0 ? -next_p : next_p;
            out->dt = next_q;
            return true;
        }
        p[1] = p[0];
        q[1] = q[0];
        p[0] = next_p;
        q[0] = next_q;
        x = 1 / (x - whole);
    }
    return false;
}

static hw__bound bound_at(const hw__slopes *s, double slope)
{
    hw__bound bound = {.is_set = true, .slope = slope};
    if (slope == 0) {
        bound.dt = 1;
        bound.is_exact = true;
    } else if (s->is_grid) {
        bound.is_exact = find_fraction(slope, &bound);
    }
    return bound;
}

/* What is looked for is between the bounds for certain: what is outside was counted by its margin, so only a
 * slope that lies beyond the bound itself could have lost its rank to it. */
static bool is_certain(const hw__slopes *s, const search *sought)
{
    return !(s->low.is_set && !s->low.is_exact && sought->slopes[0] < s->low.slope) &&
           !(s->high.is_set && !s->high.is_exact && sought->slopes[1] > s->high.slope);
}

static void widen(const hw__slopes *s, hw__bound *bound, int side)
{
    if (bound->is_set && !bound->is_exact) {
        bound->slope += side * 8 * hw__slopes_margin(s, bound->slope);
        bound->is_set = bound->slope - bound->slope == 0;
    }
}

/* ---- rounds ---- */

/* Makes a slope of the sample a bound. An exact one can part the slopes for certain, and be what is looked
 * for itself. False when that is on both sides of it, or nothing can be told. */
static bool set_bound(hw__slopes *s, search *sought, hw__bound *out, double slope)
{
    hw__bound bound = bound_at(s, slope);
    if (!bound.is_exact) {
        *out = bound;
        return hw__slopes_margin(s, slope) < (double)INFINITY;
    }
    uint64_t equal, less = hw__slopes_less(s, &bound, 0, &equal);
    if (sought->last < less) {
        s->high = bound;
    } else if (sought->first >= less + equal) {
        s->low = bound;
    } else if (sought->first >= less && sought->last < less + equal) {
        sought->slopes[0] = sought->slopes[1] = slope;
        sought->is_found = true;
    } else {
        return false;
    }
    return true;
}

/* Bounds around where the sought ones should be, by the list as a sample of what is between the present
 * ones. */
static bool draw_closer(hw__slopes *s, search *sought)
{
    double share = (double)s->listed / (double)s->inside, spread = 1 + SPREAD * hw__sqrt((double)s->listed);
    double from = (double)(sought->first - s->below) * share - spread;
    double to = (double)(sought->last - s->below) * share + spread;
    size_t end = to < (double)s->listed ? (size_t)to : s->listed;
    double low = 0, high = end < s->listed ? hw__select(s->list, s->listed, end) : 0;
    if (from >= 0) {
        low = hw__select(s->list, end, (size_t)from);
    }
    return (end == s->listed || set_bound(s, sought, &s->high, high)) &&
           (sought->is_found || from < 0 || set_bound(s, sought, &s->low, low));
}

static void take_from_list(hw__slopes *s, search *sought)
{
    size_t first = (size_t)(sought->first - s->below), last = (size_t)(sought->last - s->below);
    sought->slopes[1] = hw__select(s->list, s->listed, last);
    sought->slopes[0] = first == last ? sought->slopes[1] : hw__select(s->list, last, first);
    sought->is_found = is_certain(s, sought);
}

/* Draws the bounds closer until all between them have been listed. Stops without having found anything when
 * they are as many as before, or end between the two that are looked for. */
static void search_by_counting(hw__slopes *s, search *sought)
{
    hw__bound low = s->low, high = s->high;
    uint64_t inside = s->pairs, guess = s->pairs;
    for (int round = 0; round < MOST_ROUNDS && !sought->is_found; round++) {
        hw__slopes_walk(s, guess / s->room + 1, NULL);
        bool is_inside = sought->first >= s->below && sought->last < s->below + s->inside;
        bool is_closer = round == 0 || s->inside <= inside - inside / 4;
        if (sought->last < s->below) {
            s->high = s->low; /* the sample misled: it is on the other side */
            s->low = low;
            guess = inside / 2;
        } else if (sought->first >= s->below + s->inside) {
            s->low = s->high;
            s->high = high;
            guess = inside / 2;
        } else if (is_inside && s->stride == 1) {
            take_from_list(s, sought);
            widen(s, &s->low, -1);
            widen(s, &s->high, 1);
        } else if (is_inside && is_closer) {
            inside = s->inside;
            low = s->low;
            high = s->high;
            guess = inside / (s->listed / (2 * (uint64_t)(SPREAD * hw__sqrt((double)s->listed)) + 2) + 1);
            if (!draw_closer(s, sought)) {
                return;
            }
        } else {
            return;
        }
    }
}

/* The bounds agree to six digits; what is between them mostly agrees to more. */
static bool is_narrow(const hw__slopes *s)
{
    double size = s->low.slope < 0 ? -s->low.slope : s->low.slope;
    return s->low.is_set && s->high.is_set && s->high.slope - s->low.slope <= 1e-6 * size;
}

/* Very many slopes are equal but for their last digits, so that counting cannot part them: all between the
 * bounds are looked at, several times. Of one rank. If there are so many that this would take seconds, the
 * last digits are a sample's. */
static void search_by_looking(hw__slopes *s, search *sought)
{
    hw__filter filter = {.from = (double)NAN, .to = (double)NAN};
    hw__slopes_walk(s, s->inside / s->room + 1, NULL);
    uint64_t rank = sought->first - s->below, left = s->inside;
    if (sought->first < s->below || rank >= left) {
        return;
    }
    if (left > MOST_LOOKED_AT && is_narrow(s)) {
        double place = (double)rank / (double)left * (double)s->listed;
        sought->slopes[0] = hw__select(s->list, s->listed, (size_t)place);
        sought->slopes[1] = sought->slopes[0];
        sought->is_found = true;
        return;
    }
    while (!sought->is_found) {
        uint64_t stride = left / s->room + 1;
        hw__slopes_walk(s, stride, &filter);
        if (stride > 1 && s->listed == 0) {
            hw__slopes_walk(s, 1, &filter); /* the sample has missed them all: the first ones will do */
        }
        size_t place = stride == 1 ? (size_t)rank : (size_t)((double)rank / (double)left * (double)s->listed);
        filter.pivot = hw__select(s->list, s->listed, place < s->listed ? place : s->listed - 1);
        if (stride > 1) {
            hw__slopes_walk(s, 1, &filter);
        }
        if (stride == 1 || (rank >= filter.less && rank < filter.less + filter.equal)) {
            sought->slopes[0] = sought->slopes[1] = filter.pivot;
            break;
        }
        if (rank < filter.less) {
            filter.to = filter.pivot;
            left = filter.less;
        } else {
            filter.from = filter.pivot;
            rank -= filter.less + filter.equal;
            left -= filter.less + filter.equal;
        }
    }
    sought->is_found = is_certain(s, sought);
}

/* Two neighbours are looked for together, which goes well unless many equal slopes end between them; then one
 * after the other. */
static void find(hw__slopes *s, search *sought)
{
    s->low = (hw__bound){0};
    s->high = s->low;
    search_by_counting(s, sought);
    if (!sought->is_found && sought->first == sought->last) {
        widen(s, &s->low, -1);
        widen(s, &s->high, 1);
        search_by_looking(s, sought);
        if (!sought->is_found) {
            s->low = (hw__bound){0};
            s->high = s->low;
            s->inside = s->pairs;
            search_by_looking(s, sought);
        }
    } else if (!sought->is_found) {
        search lower = {.first = sought->first, .last = sought->first};
        search upper = {.first = sought->last, .last = sought->last};
        find(s, &lower);
        find(s, &upper);
        sought->slopes[0] = lower.slopes[0];
        sought->slopes[1] = upper.slopes[0];
        sought->is_found = true;
    }
}

/* ---- the line ---- */

static hw_status median_slope(const hw__pairs *points, double *slope, uint64_t *pairs, hw_error *err)
{
    hw__slopes s;
    hw_status status = hw__slopes_begin(&s, points, err);
    if (status != HW_OK) {
        return status;
    }
    *pairs = s.pairs;
    if (s.pairs > 0) {
        search sought = {.first = (s.pairs - 1) / 2, .last = s.pairs / 2};
        find(&s, &sought);
        *slope = sought.first == sought.last ? sought.slopes[0] : (sought.slopes[0] + sought.slopes[1]) / 2;
    }
    hw__slopes_end(&s);
    return HW_OK;
}

static hw_status median_rest(const hw__pairs *points, double slope, double *rest, hw_error *err)
{
    double *rests = hw__zalloc(points->count, sizeof *rests);
    if (!rests) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < points->count; i++) {
        rests[i] = points->y[i] - slope * points->x[i];
    }
    *rest = hw__median(rests, points->count);
    hw__free(rests);
    return HW_OK;
}

hw_status hw__theil_sen(const hw__pairs *points, hw_trend_line *out, hw_error *err)
{
    int64_t n = (int64_t)points->count;
    uint64_t pairs = 0;
    double slope = 0, rest = 0;
    hw_status status = n < 2 ? HW_OK : median_slope(points, &slope, &pairs, err);
    if (status == HW_OK && pairs > 0) {
        status = median_rest(points, slope, &rest, err);
    }
    if (status != HW_OK) {
        return status;
    }
    if (slope - slope != 0 || rest - rest != 0) {
        return hw__fail(err, HW_ERR_RANGE, "values", "the line is beyond all numbers");
    }
    hw_undefined why = n == 0       ? HW_UNDEFINED_NO_VALUES
                       : n == 1     ? HW_UNDEFINED_TOO_FEW
                       : pairs == 0 ? HW_UNDEFINED_CONSTANT
                                    : HW_UNDEFINED_NOT;
    *out = (hw_trend_line){.pairs = (int64_t)pairs};
    out->slope = why == HW_UNDEFINED_NOT ? hw__estimate(slope, n) : hw__no_estimate(n, why);
    out->intercept = why == HW_UNDEFINED_NOT ? hw__estimate(rest, n) : hw__no_estimate(n, why);
    return hw__ok(err);
}

hw_status hw_theil_sen(const double *times, const double *values, size_t count, hw_trend_line *line,
                       hw_error *err)
{
    hw__pairs points;
    if (!line) {
        return hw__null_argument(err, "line");
    }
    hw_status status = hw__pairs_load(&points, times, "times", values, "values", count, err);
    if (status == HW_OK) {
        status = hw__theil_sen(&points, line, err);
        hw__pairs_free(&points);
    }
    return status;
}
