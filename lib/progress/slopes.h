/* SPDX-License-Identifier: MIT */
/* The slopes between all points of a series, of which there are too many to list: what is known of them by counting,
 * and how some of them are listed.
 *
 * A line of slope b through each point cuts the y axis at y - b t, its rest. Of two points the later one has the
 * lesser rest just if the slope between them is less than b: so sorting the rests and counting inversions tells how
 * many slopes are less than b, in n log n. What counts in the end is the slope as it is computed, a quotient of
 * two rounded differences. Where rests are not exact, a bound is therefore moved by a margin that covers all
 * rounding, and slopes that lie that near to it count as neither less nor greater. */
#ifndef HW_PROGRESS_SLOPES_H
#define HW_PROGRESS_SLOPES_H

#include "progress/statistics.h"

/* A slope that all that are looked for are above, or below. */
typedef struct hw__bound {
    bool is_set;
    bool is_exact; /* rests are exact: dt * y - dy * t */
    double slope;
    double dy, dt;    /* exact: slope = dy / dt */
    uint64_t outside; /* slopes surely beyond it; exact: or equal to it */
} hw__bound;

typedef struct hw__slopes {
    size_t n;
    double *t, *y; /* in order of time, then value */
    double *u, *v; /* the same less their beginnings: smaller numbers, smaller margins */
    hw__keyed *items, *spare;
    double *list; /* some slopes; room for `room` */
    size_t room, listed;
    uint64_t pairs;             /* slopes in all */
    double step, reach, height; /* least and greatest difference in time, greatest v */
    bool is_grid;               /* whole numbers, and so small that dt * y - dy * t is exact */
    hw__bound low, high;
} hw__slopes;

hw_status hw__slopes_begin(hw__slopes *s, const hw__pairs *points, hw_error *err);
void hw__slopes_end(hw__slopes *s);

static inline double hw__slope(const hw__slopes *s, uint32_t a, uint32_t b)
{
    return (s->y[b] - s->y[a]) / (s->t[b] - s->t[a]) + 0.0; /* never -0 */
}

/* The rests of all points at a bound, into items[].key, for item `at` as it stands. `side`: -1 moves the slope
 * down by its margin, 1 up, of a bound that is not exact. */
void hw__slopes_set_rests(hw__slopes *s, const hw__bound *bound, int side);
double hw__slopes_margin(const hw__slopes *s, double slope); /* infinite when nothing can be told */

/* How many slopes are between the bounds, or so near to them that it cannot be told. */
static inline uint64_t hw__slopes_inside(const hw__slopes *s)
{
    return s->pairs - s->low.outside - s->high.outside;
}

/* Looks at every `stride`th of these, about: lists those above `from` and below `to` (NaN: any), as long as there
 * is room, and counts how many of them are less than `pivot` or equal to it. */
typedef struct hw__walk {
    uint64_t stride;
    double from, to, pivot;
    uint64_t less, equal;
} hw__walk;
void hw__slopes_walk(hw__slopes *s, hw__walk *walk);
void hw__slopes_reset_order(hw__slopes *s, bool backwards); /* items as points stand, or from the last one */

#endif
