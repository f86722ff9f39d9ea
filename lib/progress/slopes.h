/* SPDX-License-Identifier: MIT */
/* The slopes between all points of a series, of which there are too many to list: what is known of them by
 * counting, and how some of them are listed.
 *
 * A line of slope b through each point cuts the y axis at y - b t, its rest. Of two points the later one has
 * the lesser rest just if the slope between them is less than b: so sorting the rests and counting
 * inversions tells how many slopes are less than b, in n log n. What counts in the end is the slope as it is
 * computed, a quotient of two rounded differences. Where rests are not exact, a bound is therefore moved by
 * a margin that covers all rounding, and slopes that lie that near to it count as neither less nor
 * greater. */
#ifndef HW_PROGRESS_SLOPES_H
#define HW_PROGRESS_SLOPES_H

#include "progress/statistics.h"

/* A slope above or below which all are that are looked for. What is not surely outside counts as inside. */
typedef struct hw__bound {
    bool is_set;
    bool is_exact; /* rests are exact, dt * y - dy * t: slopes equal to it are outside */
    double slope;
    double dy, dt; /* exact: slope = dy / dt */
} hw__bound;

typedef struct hw__slopes {
    size_t n;
    double *t, *y; /* in order of time, then value */
    double *u, *v; /* the same less their beginnings: smaller numbers, smaller margins */
    hw__keyed *items, *spare;
    double *list; /* some slopes; room for `room` */
    size_t room, listed;
    uint64_t stride;            /* about every so many of those that were met is listed */
    uint64_t pairs;             /* slopes in all */
    double step, reach, height; /* least and greatest difference in time, greatest v */
    bool is_grid;               /* whole numbers, and so small that dt * y - dy * t is exact */
    hw__bound low, high;
    uint64_t below, inside; /* of the last walk: slopes outside the lower bound, and between the bounds */
} hw__slopes;

hw_status hw__slopes_begin(hw__slopes *s, const hw__pairs *points, hw_error *err);
void hw__slopes_end(hw__slopes *s);

static inline double hw__slope(const hw__slopes *s, uint32_t a, uint32_t b)
{
    return (s->y[b] - s->y[a]) / (s->t[b] - s->t[a]) + 0.0; /* never -0 */
}

double hw__slopes_margin(const hw__slopes *s, double slope); /* infinite when nothing can be told */

/* How many slopes are less than a bound, and in `equal` those that are equal to it. A bound that is not
 * exact is moved to that side first, and nothing is equal to it. */
uint64_t hw__slopes_less(hw__slopes *s, const hw__bound *bound, int side, uint64_t *equal);

/* Counts what is outside the lower bound and what is between the bounds; of the latter it lists one of
 * `stride`, or fewer when there is no room: s->stride says how many. With a filter only those above `from`
 * and below `to` (NaN: any) are listed, as long as there is room, and those that are less than `pivot`, or
 * equal to it, are counted. */
typedef struct hw__filter {
    double from, to, pivot;
    uint64_t less, equal;
} hw__filter;
void hw__slopes_walk(hw__slopes *s, uint64_t stride, hw__filter *filter);

#endif
