/* SPDX-License-Identifier: MIT */
/* Norms in memory: a row of the library's own table, or a host's. */
#ifndef HW_PROGRESS_NORMS_H
#define HW_PROGRESS_NORMS_H

#include "base/alloc.h"
#include "base/arena.h"
#include "homework/reliable_change.h"

/* Printed so by Jacobson and Truax; the normal distribution has 1.959964. */
#define HW__CRITICAL 1.96

/* A number that may be missing. */
typedef struct hw__stated {
    bool present;
    double value;
} hw__stated;

struct hw_norms {
    const char *id, *instrument, *source, *version; /* of a host's in the arena */
    bool fixed;                                     /* the library's: not changed, not freed */
    uint8_t better, reliability_kind;
    double critical; /* 0 = HW__CRITICAL: hw_norms_critical() */
    hw__stated clinical_mean, clinical_sd, functional_mean, functional_sd;
    hw__stated reliability, points, share, best, remission, caseness;
    hw__arena arena;
};

/* 1 where more is better, -1 where less is. */
static inline double hw__norms_sign(const hw_norms *norms)
{
    return norms->better == HW_BETTER_HIGHER ? 1 : -1;
}

/* The standard error of a difference by these norms. False without an SD or a reliability. */
bool hw__norms_difference(const hw_norms *norms, double *out);

/* Which way a change went beyond the error of measurement: -1 worse, 0 neither, 1 better. Of two finite scores, by
 * norms that have a threshold. */
int hw__norms_way(const hw_norms *norms, double pre, double post);

struct hw_reliable_change {
    const char *norms, *instrument, *source; /* in the arena */
    uint8_t class, undefined, method, cutoff_kind;
    int64_t n;
    hw__stated points, index, threshold, cutoff;
    bool has_pre, has_post;
    bool functional_pre, functional_post; /* if there are the score and the cut-off */
    hw__stated response, remission;       /* 0 or 1 */
    hw__arena arena;
};

/* -1 reliably worse, 0 neither, 1 reliably better: of a change that has a class. */
static inline int hw__change_way(const hw_reliable_change *change)
{
    switch ((hw_change_class)change->class) {
    case HW_CHANGE_CLASS_DETERIORATED:
        return -1;
    case HW_CHANGE_CLASS_IMPROVED:
    case HW_CHANGE_CLASS_RECOVERED:
        return 1;
    default:
        return 0;
    }
}

/* The level that a score must not have reached at some week: data, with its source. */
typedef struct hw__course_level {
    const char *instrument;
    int32_t week;
    double at_least; /* so bad or worse */
    const char *source;
} hw__course_level;
extern const hw__course_level hw__course_levels[];
extern const size_t hw__course_level_count;

#endif
