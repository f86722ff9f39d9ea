/* SPDX-License-Identifier: MIT */
/* The line of Theil and Sen: its slope is the median of the slopes between all points. It is found by drawing the
 * bounds closer (slopes.h) until what is left between them can be listed. */
#include <math.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/root.h"
#include "progress/slopes.h"

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

static uint64_t count_less(hw__slopes *s, const hw__bound *bound, int side)
{
    hw__slopes_reset_order(s, false);
    hw__slopes_set_rests(s, bound, side);
    return hw__sort_keyed(s->items, s->spare, s->n);
}

/* After count_less(): pairs of points with equal rests, but for those at one time. */
static uint64_t count_equal(const hw__slopes *s)
{
    uint64_t equal = 0;
    size_t before = 0, at_time = 0; /* equal rests before this point; of them at its time */
    for (size_t i = 1; i < s->n; i++) {
        bool goes_on = s->items[i].key == s->items[i - 1].key;
        before = goes_on ? before + 1 : 0;
        at_time = goes_on && s->t[s->items[i].at] == s->t[s->items[i - 1].at] ? at_time + 1 : 0;
        equal += before - at_time;
    }
    return equal;
}

typedef enum verdict {
    NEITHER,  /* what is looked for is at the slope, on both its sides, or it cannot be told */
    IS_BELOW, /* all that is looked for is below it: the slope has become the upper bound */
    IS_ABOVE,
    IS_THERE
} verdict;

static verdict try_bound(hw__slopes *s, search *sought, double slope)
{
    hw__bound bound = bound_at(s, slope);
    if (!bound.is_exact && hw__slopes_margin(s, slope) == (double)INFINITY) {
        return NEITHER;
    }
    uint64_t less = count_less(s, &bound, -1);
    uint64_t not_greater = less + (bound.is_exact ? count_equal(s) : 0);
    if (!bound.is_exact) {
        not_greater = count_less(s, &bound, 1);
    }
    if (sought->last < less) {
        bound.outside = s->pairs - (bound.is_exact ? less : not_greater);
        s->high = bound;
        return IS_BELOW;
    }
    if (sought->first >= not_greater) {
        bound.outside = bound.is_exact ? not_greater : less;
        s->low = bound;
        return IS_ABOVE;
    }
    if (bound.is_exact && sought->first >= less && sought->last < not_greater) {
        sought->slopes[0] = sought->slopes[1] = slope;
        sought->is_found = true;
        return IS_THERE;
    }
    return NEITHER;
}

/* A bound near a sample's slope; a little further out if it cannot be told on which side of it the sought ones
 * are. */
static verdict try_near(hw__slopes *s, search *sought, double slope, int side)
{
    verdict found = try_bound(s, sought, slope);
    if (found == NEITHER) {
        double further = slope + side * 8 * hw__slopes_margin(s, slope);
        found = further - further == 0 ? try_bound(s, sought, further) : NEITHER;
    }
    return found;
}

/* ---- rounds ---- */

static void take_from_list(hw__slopes *s, search *sought)
{
    size_t first = (size_t)(sought->first - s->low.outside), last = (size_t)(sought->last - s->low.outside);
    sought->slopes[1] = hw__select(s->list, s->listed, last);
    sought->slopes[0] = first == last ? sought->slopes[1] : hw__select(s->list, last, first);
    sought->is_found = true;
}

/* Bounds around where the sought ones should be, by a sample of what is between the present ones. */
static void draw_closer(hw__slopes *s, search *sought, uint64_t inside)
{
    double share = (double)s->listed / (double)inside, spread = 1 + 1.25 * hw__sqrt((double)s->listed);
    double from = (double)(sought->first - s->low.outside) * share - spread;
    double to = (double)(sought->last - s->low.outside) * share + spread;
    bool has_low = from >= 0, has_high = to < (double)s->listed;
    double low = has_low ? hw__select(s->list, s->listed, (size_t)from) : 0;
    double high = has_high ? hw__select(s->list, s->listed, (size_t)to) : 0;
    verdict at_high = has_high ? try_near(s, sought, high, 1) : NEITHER;
    bool is_done =
        at_high == IS_THERE || at_high == IS_ABOVE || (at_high == IS_BELOW && has_low && low == high);
    if (has_low && !is_done) {
        try_near(s, sought, low, -1);
    }
}

/* What is between the bounds cannot be parted by counting, for very many slopes are equal but for their last
 * digits: they are all looked at, several times. Of one rank. */
static void look_at_all(hw__slopes *s, search *sought)
{
    uint64_t rank = sought->first - s->low.outside, inside = hw__slopes_inside(s);
    hw__walk walk = {.from = (double)NAN, .to = (double)NAN};
    while (!sought->is_found) {
        walk.stride = inside / s->room + 1;
        hw__slopes_walk(s, &walk);
        if (walk.stride > 1 && s->listed == 0) {
            walk.stride = 1; /* the sample has missed them all: the first ones will do */
            hw__slopes_walk(s, &walk);
        } else if (walk.stride == 1) {
            sought->slopes[0] = sought->slopes[1] = hw__select(s->list, s->listed, (size_t)rank);
            sought->is_found = true;
            break;
        }
        double share = (double)rank / (double)inside;
        walk.pivot = hw__select(s->list, s->listed, (size_t)(share * (double)s->listed));
        walk.stride = 1;
        hw__slopes_walk(s, &walk);
        if (rank < walk.less) {
            walk.to = walk.pivot;
            inside = walk.less;
        } else if (rank < walk.less + walk.equal) {
            sought->slopes[0] = sought->slopes[1] = walk.pivot;
            sought->is_found = true;
        } else {
            walk.from = walk.pivot;
            rank -= walk.less + walk.equal;
            inside -= walk.less + walk.equal;
        }
    }
}

/* Two neighbours are looked for together, which goes well unless many equal slopes end between them; then one
 * after the other. */
static void find(hw__slopes *s, search *sought)
{
    s->low = s->high = (hw__bound){0};
    while (!sought->is_found) {
        uint64_t inside = hw__slopes_inside(s);
        hw__walk walk = {.from = (double)NAN, .to = (double)NAN, .stride = inside / s->room + 1};
        hw__slopes_walk(s, &walk);
        if (walk.stride == 1) {
            take_from_list(s, sought);
            return;
        }
        draw_closer(s, sought, inside);
        if (!sought->is_found && hw__slopes_inside(s) > inside - inside / 4) {
            break;
        }
    }
    if (!sought->is_found && sought->first == sought->last) {
        look_at_all(s, sought);
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
