/* SPDX-License-Identifier: MIT */
/* The slopes between all points: order, rests at a bound, and the walk through what lies between two bounds.
 *
 * Points in order of their rests at the lower bound are sorted by their rests at the upper one: the pairs
 * that change places are those whose slope is between. A merge sort meets them one after the other, without
 * keeping them. */
#include "progress/slopes.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"

#define ROOM 3          /* slopes listed, for each point */
#define GRID 33554432.0 /* 2^25: products of two stay whole, and different quotients different numbers */
#define EPSILON 0x1p-53

/* ---- points ---- */

static bool is_whole(double x)
{
    return x >= -0x1p52 && x <= 0x1p52 && (double)(int64_t)x == x;
}

static void sort_points(hw__slopes *s, const hw__pairs *points)
{
    for (size_t i = 0; i < s->n; i++) {
        s->items[i] = (hw__keyed){.key = points->y[i], .at = (uint32_t)i};
    }
    hw__sort_keyed(s->items, s->spare, s->n);
    for (size_t i = 0; i < s->n; i++) {
        s->items[i].key = points->x[s->items[i].at];
    }
    hw__sort_keyed(s->items, s->spare, s->n);
    for (size_t i = 0; i < s->n; i++) {
        s->t[i] = points->x[s->items[i].at];
        s->y[i] = points->y[s->items[i].at];
    }
}

static void measure_points(hw__slopes *s)
{
    double base = s->y[s->n / 2];
    uint64_t same = 0, pairs = (uint64_t)s->n * (s->n - 1) / 2;
    s->is_grid = true;
    s->reach = s->t[s->n - 1] - s->t[0];
    s->step = s->reach;
    for (size_t i = 0; i < s->n; i++) {
        s->u[i] = s->t[i] - s->t[0];
        s->v[i] = s->y[i] - base;
        double size = s->v[i] < 0 ? -s->v[i] : s->v[i], step = i > 0 ? s->t[i] - s->t[i - 1] : 0;
        s->height = size > s->height ? size : s->height;
        same = step > 0 || i == 0 ? 0 : same + 1; /* how many before it are at its time */
        s->step = step > 0 && step < s->step ? step : s->step;
        pairs -= same;
        s->is_grid = s->is_grid && is_whole(s->t[i]) && is_whole(s->y[i]);
    }
    s->is_grid = s->is_grid && s->reach <= GRID && s->height <= GRID / 2;
    s->pairs = pairs;
}

hw_status hw__slopes_begin(hw__slopes *s, const hw__pairs *points, hw_error *err)
{
    size_t n = points->count;
    *s = (hw__slopes){.n = n, .room = ROOM * n + 64};
    s->t = hw__zalloc(n, 4 * sizeof *s->t);
    s->items = hw__zalloc(n, 2 * sizeof *s->items);
    s->list = hw__zalloc(s->room, sizeof *s->list);
    if (!s->t || !s->items || !s->list) {
        hw__slopes_end(s);
        return hw__no_memory(err);
    }
    s->y = s->t + n;
    s->u = s->y + n;
    s->v = s->u + n;
    s->spare = s->items + n;
    sort_points(s, points);
    measure_points(s);
    return HW_OK;
}

void hw__slopes_end(hw__slopes *s)
{
    hw__free(s->t);
    hw__free(s->items);
    hw__free(s->list);
    *s = (hw__slopes){0};
}

/* ---- rests ---- */

/* Of a slope b, computed with three roundings, at b' = b +/- margin: a rest is wrong by at most 2 height + 3
 * |b'| reach half units in the last place, so two of them differ by the right sign if the slope is further
 * from b' than twice that over the least difference in time. All of it is taken generously. */
double hw__slopes_margin(const hw__slopes *s, double slope)
{
    double size = slope < 0 ? -slope : slope;
    double margin = 8 * EPSILON * size + 16 * EPSILON * (size * s->reach + s->height) / s->step +
                    0x1p-1070 * (1 + 4 / s->step);
    bool can_tell = 64 * EPSILON * s->reach <= s->step && (size + margin) * s->reach + s->height <= 1e300;
    return can_tell ? margin : (double)INFINITY;
}

/* Into items[].key, of the items as they stand. */
static void set_rests(hw__slopes *s, const hw__bound *bound, int side)
{
    double slope = bound->is_exact ? 0 : bound->slope + side * hw__slopes_margin(s, bound->slope);
    for (size_t i = 0; i < s->n; i++) {
        uint32_t at = s->items[i].at;
        if (!bound->is_exact) {
            s->items[i].key = s->v[at] - slope * s->u[at];
        } else if (bound->dy == 0) {
            s->items[i].key = s->y[at]; /* exact for any numbers */
        } else {
            s->items[i].key = bound->dt * s->v[at] - bound->dy * s->u[at];
        }
    }
}

static void reset_order(hw__slopes *s, bool backwards)
{
    for (size_t i = 0; i < s->n; i++) {
        s->items[i].at = (uint32_t)(backwards ? s->n - 1 - i : i);
    }
}

/* Pairs of items with equal rests, but for those of points at one time. */
static uint64_t count_equal(const hw__slopes *s)
{
    uint64_t equal = 0;
    size_t before = 0, at_time = 0; /* equal rests before this item; of them at its time */
    for (size_t i = 1; i < s->n; i++) {
        bool goes_on = s->items[i].key == s->items[i - 1].key;
        before = goes_on ? before + 1 : 0;
        at_time = goes_on && s->t[s->items[i].at] == s->t[s->items[i - 1].at] ? at_time + 1 : 0;
        equal += before - at_time;
    }
    return equal;
}

uint64_t hw__slopes_less(hw__slopes *s, const hw__bound *bound, int side, uint64_t *equal)
{
    reset_order(s, false);
    set_rests(s, bound, side);
    uint64_t less = hw__sort_keyed(s->items, s->spare, s->n);
    *equal = bound->is_exact ? count_equal(s) : 0;
    return less;
}

/* ---- the walk ---- */

typedef struct walker {
    hw__slopes *s;
    hw__filter *filter;
    uint64_t skip;  /* pairs to pass over before the next one is looked at */
    uint64_t rest;  /* of the present stretch of `stride` pairs, after the one that was looked at */
    uint64_t state; /* where in its stretch each one lies: scattered, but always the same way */
} walker;

#define RUN 8 /* sorted by insertion before merging begins */

static void next_stretch(walker *w)
{
    uint64_t stride = w->s->stride;
    w->state = w->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    uint64_t place = (w->state >> 33) % stride;
    w->skip = w->rest + place;
    w->rest = stride - 1 - place;
}

/* Half of what is listed goes, and so will half of what comes. */
static void make_room(hw__slopes *s)
{
    for (size_t i = 0; 2 * i < s->listed; i++) {
        s->list[i] = s->list[2 * i];
    }
    s->listed = (s->listed + 1) / 2;
    s->stride *= 2;
}

static void look_at(walker *w, double slope)
{
    hw__slopes *s = w->s;
    hw__filter *filter = w->filter;
    if (filter) {
        if (slope <= filter->from || slope >= filter->to) {
            return;
        }
        filter->less += slope < filter->pivot;
        filter->equal += slope == filter->pivot;
    }
    if (s->listed < s->room) {
        s->list[s->listed++] = slope;
    } else if (!filter) {
        make_room(s);
    }
}

/* `count` items that changed places with one. */
static void meet(walker *w, const hw__keyed *items, size_t count, const hw__keyed *one)
{
    w->s->inside += count;
    size_t i = 0;
    while (w->skip < count - i) {
        i += (size_t)w->skip;
        look_at(w, hw__slope(w->s, items[i++].at, one->at));
        if (w->s->stride == 1) {
            w->skip = 0;
        } else {
            next_stretch(w);
        }
    }
    w->skip -= count - i;
}

static void walk_run(walker *w, hw__keyed *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        hw__keyed item = items[i];
        size_t to = i;
        for (; to > 0 && item.key < items[to - 1].key; to--) {
        }
        if (to < i) {
            meet(w, items + to, i - to, &item);
            memmove(items + to + 1, items + to, (i - to) * sizeof *items);
            items[to] = item;
        }
    }
}

static void walk_merge(walker *w, const hw__keyed *from, size_t left, size_t count, hw__keyed *to)
{
    const hw__keyed *a = from, *a_end = from + left, *b = a_end, *b_end = from + count;
    while (a < a_end && b < b_end) {
        if (b->key < a->key) {
            meet(w, a, (size_t)(a_end - a), b);
            *to++ = *b++;
        } else {
            *to++ = *a++;
        }
    }
    memcpy(to, a, (size_t)(a_end - a) * sizeof *a);
    memcpy(to + (a_end - a), b, (size_t)(b_end - b) * sizeof *b);
}

/* As hw__sort_keyed(), but each inversion is met. */
static void walk_items(walker *w, hw__keyed *from, hw__keyed *to, size_t count)
{
    for (size_t i = 0; i < count; i += RUN) {
        walk_run(w, from + i, count - i < RUN ? count - i : RUN);
    }
    for (size_t width = RUN; width < count; width *= 2) {
        for (size_t i = 0; i < count; i += 2 * width) {
            size_t both = count - i < 2 * width ? count - i : 2 * width;
            walk_merge(w, from + i, both < width ? both : width, both, to + i);
        }
        hw__keyed *other = from;
        from = to;
        to = other;
    }
}

/* Puts the items into the order of their rests at the lower bound. Of equal rests the later point goes first
 * if slopes equal to the bound are outside. */
static void start_at_low(hw__slopes *s)
{
    bool is_exact = s->low.is_set && s->low.is_exact;
    uint64_t equal;
    s->below = s->low.is_set ? hw__slopes_less(s, &s->low, -1, &equal) : 0;
    if (is_exact) {
        s->below += equal;
        reset_order(s, true);
        set_rests(s, &s->low, 0);
        hw__sort_keyed(s->items, s->spare, s->n);
    } else if (!s->low.is_set) {
        reset_order(s, false);
    }
}

void hw__slopes_walk(hw__slopes *s, uint64_t stride, hw__filter *filter)
{
    walker w = {.s = s, .filter = filter};
    start_at_low(s);
    if (s->high.is_set) {
        set_rests(s, &s->high, 1);
    } else {
        for (size_t i = 0; i < s->n; i++) {
            s->items[i].key = -s->t[s->items[i].at];
        }
    }
    s->listed = 0;
    s->inside = 0;
    s->stride = stride;
    if (filter) {
        filter->less = filter->equal = 0;
    }
    next_stretch(&w);
    walk_items(&w, s->items, s->spare, s->n);
}
