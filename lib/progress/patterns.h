/* SPDX-License-Identifier: MIT */
/* Patterns inside the library: what is counted for each cell, and the entries behind it. */
#ifndef HW_PROGRESS_PATTERNS_H
#define HW_PROGRESS_PATTERNS_H

#include "homework/patterns.h"
#include "progress/names.h"
#include "progress/walk.h"

struct hw_pattern_options {
    char *assignment, *value; /* owned; NULL. `value` is a measure or field */
    uint8_t phase;
    bool is_field, private_too, texts;
    int32_t enough;
};

/* What is added up for a cell. */
typedef struct hw__pattern_cell {
    int64_t practices, behaviors, days, due, done, values;
    double sum, ranks; /* of the values in it */
    uint32_t seen;     /* the last entry that was counted in it, and 1 */
} hw__pattern_cell;

typedef struct hw__dimension {
    HW__VEC(hw__pattern_cell) cells; /* by key */
    hw__names names;                 /* of places, triggers, skills: key 1 has name 0 */
    HW__VEC(bool) are_choices;       /* by name */
} hw__dimension;

struct hw_patterns {
    hw__dimension dimensions[HW_PATTERN_COUNT];
    size_t first[HW_PATTERN_COUNT + 1]; /* where the cells of each begin among all */
    int64_t practices, behaviors, days, values;
    double tied; /* pairs of values that are the same */
    bool has_value, is_one_scale, has_days_without;
    bool texts;
    int32_t enough;
    size_t undated, hidden;
    size_t comparisons[HW_PATTERN_COUNT][HW_CELL_COUNT];
};

/* patterns_read.c: adds up what entries say. False without memory. */
bool hw__patterns_read(hw_patterns *patterns, hw__walk *walk, const hw_pattern_options *options);
/* patterns_value.c: the value of an entry that was asked for: the mean of those that it has; and whether it
 * is on the scale of the others. */
typedef struct hw__pattern_value {
    const hw_pattern_options *options;
    uint32_t symbol;
    const hw__thing *measure; /* NULL = a field */
    bool has_range;
    hw__number min, max; /* of a field */
    uint16_t range;      /* of a measure */
} hw__pattern_value;
void hw__pattern_value_open(hw__pattern_value *value, const hw__walk *walk,
                            const hw_pattern_options *options);
/* False if it has none. `*is_one_scale` becomes false on another scale than the first. `values` are its rows.
 * */
bool hw__pattern_value_read(hw__pattern_value *value, const hw__walk_entry *entry, const hw__log_form *form,
                            const hw__value_row *values, double *out, bool *is_one_scale);

/* The part of the day of a wall time in seconds; 0 of a whole day. */
int hw__day_part(int32_t seconds);

/* patterns_figures.c */
bool hw__cell_has(hw_pattern dimension, hw_cell_figure figure); /* whether it can ever be told */
void hw__patterns_compare(hw_patterns *patterns);               /* counts the comparisons */

#endif
