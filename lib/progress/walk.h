/* SPDX-License-Identifier: MIT */
/* The live entries about homework that happened on some days, one after the other in the order of the log,
 * each with what it takes to read it: its assignment as it was then, its form, its place in time. */
#ifndef HW_PROGRESS_WALK_H
#define HW_PROGRESS_WALK_H

#include "model/log_forms.h"
#include "progress/series.h"

typedef struct hw__walk_query {
    int32_t from, to; /* days by the clock of the person: from <= x < to */
    hw_instant as_of;
    uint32_t assignment; /* index in the plan; HW__WALK_EVERY = all */
    bool private_too;
} hw__walk_query;
#define HW__WALK_EVERY UINT32_MAX

/* What is known about the assignment that a symbol of the log names. */
typedef struct hw__walk_thing {
    const hw__thing *thing; /* NULL = not asked for, not known, or entered in error */
    uint32_t newest;        /* see hw__log_forms_find() */
} hw__walk_thing;

typedef struct hw__walk {
    const hw_plan *plan;
    const hw__log_store *log;
    hw__walk_query query;
    uint8_t *states;
    hw__walk_thing *things; /* by symbol */
    hw__log_forms forms;
    hw__noon noon;
    size_t undated, hidden; /* entries that were passed over: nobody knows when; private */
    uint32_t next;
} hw__walk;

typedef struct hw__walk_entry {
    const hw__entry_row *row;
    const hw_assignment *record; /* the assignment as it was then */
    uint32_t index, assignment;  /* in the log; in the plan */
    hw_instant at;               /* a day counts as its noon by the client's clock */
    int32_t day, seconds;        /* by the clock of the person; HW_ALL_DAY when only the day is known */
} hw__walk_entry;

/* False without memory; close it all the same. */
bool hw__walk_open(hw__walk *walk, const hw_plan *plan, const hw__walk_query *query);
bool hw__walk_next(hw__walk *walk, hw__walk_entry *out); /* false at the end */
/* NULL without memory. Good until the next call. */
const hw__log_form *hw__walk_form(hw__walk *walk, const hw__walk_entry *entry);
void hw__walk_close(hw__walk *walk);

/* The assignment with an id, as it is known at a moment, for a query; NULL as an id means all of them.
 * HW_ERR_NOT_FOUND: there is none. */
hw_status hw__walk_find(const hw_plan *plan, const char *id, hw_instant as_of, uint32_t *out, hw_error *err);

/* Whether what an entry says in words may be told: it is shared, or what is private was asked for. */
static inline bool hw__walk_has_words(const hw__walk *walk, const hw__walk_entry *entry)
{
    return walk->query.private_too || entry->row->visibility == HW_VISIBILITY_SHARED;
}

/* Whether a row says something in words: what was redacted says nothing, and two such rows not the same. */
bool hw__walk_is_said(const hw__walk *walk, const hw__value_row *value);

#endif
