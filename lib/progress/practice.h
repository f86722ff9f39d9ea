/* SPDX-License-Identifier: MIT */
/* Quantities as data, and the rows that entries give. To add a quantity, add an enumerator and a row of the
 * table in practice_quantities.c. */
#ifndef HW_PROGRESS_PRACTICE_H
#define HW_PROGRESS_PRACTICE_H

#include "base/arena.h"
#include "homework/practice.h"
#include "progress/names.h"
#include "progress/walk.h"

/* How a quantity is read. */
enum {
    HW__READ_PAIR,    /* two fields of one entry */
    HW__READ_ALONE,   /* one field, in `after` */
    HW__READ_THERE,   /* 1 if the field is there, else 0 */
    HW__READ_NUMBER,  /* in how many groups the field is there */
    HW__READ_MEANS,   /* the means of a repeating pair */
    HW__READ_BETWEEN, /* `after` of the last session, and of this one */
    HW__READ_BETWEEN_MEANS
};

typedef struct hw__quantity {
    const char *name, *definition, *field; /* the field of both numbers */
    const char *item;                      /* the field that names the item; NULL = it has none */
    uint8_t kind;                          /* hw_kind */
    uint8_t read;
    uint8_t before, after; /* phases */
    bool is_fall;          /* the difference is before less after; else after less before */
    bool is_share;         /* it has a fraction */
    bool by_item;          /* it is never summed up over items */
} hw__quantity;

extern const hw__quantity hw__quantities[HW_PRACTICE_COUNT]; /* those of a kind stand together */

typedef struct hw__practice_row {
    const char *entry, *assignment; /* in the arena */
    hw_moment happened;
    hw_instant at;
    double before, after; /* NaN = none */
    hw_estimate difference, fraction;
    uint32_t log, thing; /* the entry in the log; the assignment in the plan */
    int32_t item;        /* from 1; 0 = none */
    uint32_t theme;      /* sessions with the same one are held against each other */
    uint16_t group;
    uint8_t quantity, range; /* rows with the same range are on the same scale */
    uint8_t parts;           /* of a mean of phases: which, as bits */
    bool is_halved;
} hw__practice_row;

/* More scales than anybody will use: whatever is on a further one is on the last, and compares with nothing.
 * */
#define HW__MOST_RANGES 64
#define HW__OTHER_RANGE (HW__MOST_RANGES - 1)

typedef struct hw__range {
    hw__number min, max;
} hw__range;

typedef struct hw__practice_summary {
    uint8_t quantity;
    int32_t item;
    size_t rows;
    hw_estimate figures[HW_FIGURE_COUNT];
} hw__practice_summary;

struct hw_practices {
    HW__VEC(hw__practice_row) rows;
    HW__VEC(hw__practice_summary) summaries;
    hw__names names;           /* of items: item 1 has name 0 */
    HW__VEC(bool) are_choices; /* by name: it is one of the choices of a field */
    bool texts;
    size_t undated, hidden;
    hw__arena arena;
};

struct hw_practice_options {
    uint8_t kind;
    bool has_kind, private_too, texts;
};

/* practice_read.c: the rows of all entries, in the order of the log. False without memory. */
bool hw__practice_read(hw_practices *practices, hw__walk *walk, const hw_practice_options *options);
/* The difference of both numbers of a row, by its quantity; `is_one_scale`: they can be compared. */
void hw__practice_subtract(hw__practice_row *row, bool is_one_scale);

/* practice_between.c: the rows that hold a session against the last one of its assignment and theme. */
bool hw__practice_compare_sessions(hw_practices *practices);

/* practice_summary.c. False without memory. */
bool hw__practice_sum_up(hw_practices *practices);
bool hw__figure_applies(const hw__quantity *quantity, hw_practice_figure figure);

#endif
