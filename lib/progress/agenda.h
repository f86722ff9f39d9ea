/* SPDX-License-Identifier: MIT */
/* The agenda inside the library: its items as they are collected, and who collects which. */
#ifndef HW_PROGRESS_AGENDA_H
#define HW_PROGRESS_AGENDA_H

#include "base/arena.h"
#include "base/vec.h"
#include "homework/agenda.h"
#include "homework/lint.h"
#include "model/plan_store.h"
#include "progress/evidence_list.h"

#define HW__AGENDA_OF_PLAN UINT8_MAX /* instead of a kind of evidence: the item is about the plan */

/* The counts of homework, in this order. */
enum {
    HW__AGENDA_DONE,
    HW__AGENDA_PARTIAL,
    HW__AGENDA_NOT_DONE,
    HW__AGENDA_NOT_REPORTED,
    HW__AGENDA_BESIDES, /* practices that answer no occurrence */
    HW__AGENDA_COUNTS
};

typedef struct hw__agenda_item {
    uint8_t section, reason, kind; /* kind: hw_evidence_kind, or HW__AGENDA_OF_PLAN */
    bool has_value, has_of;
    int32_t likelihood; /* -1 = nobody said */
    const char *id;     /* in the arena; NULL of the plan */
    const char *detail; /* static */
    int64_t value, of;
    int64_t counts[HW__AGENDA_COUNTS];
    size_t row;         /* in what its section was collected from: areas, suggestions, findings, ... */
    hw_revision *about; /* a reference of the item's own, for its title and words; NULL */
    const char *words;  /* in the arena: what a note says; NULL */
    hw_date date;       /* when it was written; all zero = it does not matter */
    uint8_t roles[2];   /* of two raters: hw_role */
    int64_t written;    /* the same to the second, for the order */
    const hw_evidence *evidence; /* of the areas; NULL = its own */
    hw_evidence own;
} hw__agenda_item;

typedef struct hw__agenda_flag {
    uint8_t kind;
    char *id;
} hw__agenda_flag;

struct hw_agenda_options {
    int32_t length, likelihood;
    hw_areas_options *areas; /* a copy; NULL = the defaults */
    HW__VEC(hw__agenda_flag) flags;
};

struct hw_agenda {
    HW__VEC(hw__agenda_item) items;
    size_t left_out;
    const char *last, *next; /* ids of sessions, in the arena; NULL */
    hw_date since;
    hw_local next_start;      /* all zero = none is planned */
    char *language;           /* the plan's own; NULL */
    hw__proofs proofs;        /* of the items' own evidence */
    hw_areas *recent, *whole; /* since the last session; of all time. One and the same if none was held. */
    hw_lint *lint;
    hw__arena arena;
};

/* While it is being made. */
typedef struct hw__agenda_maker {
    hw_agenda *agenda;
    const hw_plan *plan;
    const hw_agenda_options *options;
    hw_instant as_of;
    hw_date since, today;     /* by the client's clock */
    hw_date first;            /* of anything in the plan */
    hw_instant since_instant; /* when the last session began; INT64_MIN = none was held */
    hw_progress *progress;    /* from `since` on */
    hw_error *err;
} hw__agenda_maker;

/* An item of the plan's without numbers yet. */
static inline hw__agenda_item hw__agenda_item_of(hw_agenda_section section, hw_agenda_reason reason)
{
    return (hw__agenda_item){.section = (uint8_t)section,
                             .reason = (uint8_t)reason,
                             .kind = HW__AGENDA_OF_PLAN,
                             .likelihood = -1};
}

/* Adds an item, without memory HW_ERR_MEMORY. `about` may be NULL; its id becomes the item's. */
hw_status hw__agenda_add(hw__agenda_maker *maker, hw__agenda_item item, const hw_revision *about);
/* The same for a record that has no revision at hand. */
hw_status hw__agenda_add_id(hw__agenda_maker *maker, hw__agenda_item item, const char *id);
/* The same about an id with the title of another record (NULL = none). */
hw_status hw__agenda_add_as(hw__agenda_maker *maker, hw__agenda_item item, const char *id,
                            const hw_revision *about);
/* The last known revision of a thing that is not entered in error; NULL if there is none. */
const hw_revision *hw__agenda_known(const hw__agenda_maker *maker, int section, const char *id);

/* The collectors of sections, each in the order of its items. */
hw_status hw__agenda_person(hw__agenda_maker *maker);
hw_status hw__agenda_asked(hw__agenda_maker *maker);
hw_status hw__agenda_insights(hw__agenda_maker *maker);
hw_status hw__agenda_homework(hw__agenda_maker *maker);
hw_status hw__agenda_barriers(hw__agenda_maker *maker);
hw_status hw__agenda_raters(hw__agenda_maker *maker);
hw_status hw__agenda_steps(hw__agenda_maker *maker);
hw_status hw__agenda_accomplishments(hw__agenda_maker *maker);
hw_status hw__agenda_goals(hw__agenda_maker *maker);
hw_status hw__agenda_planning(hw__agenda_maker *maker);

#endif
