/* SPDX-License-Identifier: MIT */
/* The values of one measure as its public result keeps them, and what is worked out from them. */
#ifndef HW_PROGRESS_ONE_SERIES_H
#define HW_PROGRESS_ONE_SERIES_H

#include "base/arena.h"
#include "base/vec.h"
#include "homework/series.h"

typedef struct hw__series_value {
    hw_moment happened;
    hw_instant at;
    double value;
    const char *entry, *assignment, *by; /* in the arena; assignment may be NULL */
    int32_t day;
    uint16_t group, range;
    uint8_t phase, source;
} hw__series_value;

struct hw_series {
    char *measure, *unit; /* in the arena; unit may be NULL */
    uint8_t better, phase;
    size_t undated, hidden;
    HW__VEC(hw__series_value) rows;
    HW__VEC(size_t) stretches; /* where each begins */
    size_t counted;            /* statistics are of the rows from this one on */
    hw_undefined comparable;   /* why values cannot be compared; HW_UNDEFINED_NOT = they can */
    double *days, *values;     /* of each row: days since the first, and its value */
    hw_estimate statistics[HW_STATISTIC_COUNT];
    hw__arena arena;
};

/* Fills in the statistics. False without memory. */
bool hw__series_work_out(hw_series *series);

#endif
