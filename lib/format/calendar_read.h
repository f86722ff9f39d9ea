/* SPDX-License-Identifier: MIT */
/* Reading a calendar: what its items say, and what to make of it. */
#ifndef HW_FORMAT_CALENDAR_READ_H
#define HW_FORMAT_CALENDAR_READ_H

#include "format/calendar_base.h"
#include "format/calendar_in.h"
#include "format/proposals.h"

#define HW__ITEM_NONE UINT32_MAX
#define HW__ITEM_GONE (UINT32_MAX - 1) /* it was given away, and the calendar does not have it any more */

/* A tick that was taken back. */
typedef struct hw__undone {
    uint32_t tick;       /* its index in the log */
    hw_instant recorded; /* when it was taken back */
} hw__undone;

/* One calendar being read. */
typedef struct hw__reading {
    const hw_plan *plan;
    hw__calendar calendar;
    hw_problems *problems;
    hw_proposals *out;
    HW__VEC(hw__todo_item) found; /* to-dos that may be ours */
    HW__VEC(uint32_t) rows_of;    /* by item: its row, HW__ITEM_NONE */
    HW__VEC(hw__uuid) exported;   /* to-dos that the calendar should have */
    HW__VEC(hw__undone) undone;   /* once `undone_known` */
    bool undone_known;
    bool incomplete;     /* there were items that could not be read */
    int32_t first, last; /* days that the items have dates on; first > last: none has any */
    hw_occurrences *rows;
    hw__uuid *uuids;  /* of rows */
    uint32_t *latest; /* by row: the item that counts, HW__ITEM_NONE, HW__ITEM_GONE */
    uint32_t *slots;  /* by UUID: row + 1 */
    size_t mask;
    const hw__zone *zone; /* the client's */
    hw__zone_hint hint;
} hw__reading;

/* ---- calendar_find.c: which occurrences the items are about ---- */

/* Finds the rows, and for each the item that counts: of several with one UID the newest. An item with another UID
 * that is related to the event or to-do of an occurrence, and has its dates, is about it, too. Counts what is
 * foreign. HW_ERR_MEMORY, or what makes a plan's occurrences fail. */
hw_status hw__reading_find(hw__reading *reading, hw_error *err);
/* The row of a to-do's id; HW__ITEM_NONE. */
uint32_t hw__reading_row(const hw__reading *reading, const hw__uuid *uuid);
/* Whether an item is newer than another one: by SEQUENCE, LAST-MODIFIED, DTSTAMP. */
bool hw__reading_is_newer(hw__reading *reading, const hw__todo_item *a, const hw__todo_item *b);
/* What a time of an item means; unknown if it is not there, or cannot be read. A time without a zone is by
 * the client's clock. */
hw_moment hw__reading_moment(hw__reading *reading, const hw__ical_time *time);
/* The same as an instant; INT64_MIN if it is none. */
hw_instant hw__reading_instant(hw__reading *reading, const hw__ical_time *time);

/* ---- calendar_related.c ---- */

/* Finds rows for the items that have none, by what they are related to. HW_ERR_MEMORY. */
hw_status hw__reading_relate(hw__reading *reading, hw_error *err);

/* ---- calendar_moved.c ---- */

/* Whether a client has moved the to-do of an occurrence; then `to` is the date or time at which it is now. */
bool hw__reading_moved(hw__reading *reading, const hw__occurrence *row, const hw__todo_item *item,
                       const hw__ical_time **to);
/* Whether a time is the day or time at which a to-do of ours begins or is due. */
bool hw__reading_same_due(hw__reading *reading, const hw__ical_time *time, const hw__todo_span *span);

/* ---- calendar_undone.c ---- */

/* Whether what an item says was logged before and has been taken back since the item was last changed: it is in an old
 * copy. HW_ERR_MEMORY. */
hw_status hw__reading_was_undone(hw__reading *reading, const hw__occurrence *row, const hw__todo_item *item,
                                 const hw__proposal *proposal, bool *out, hw_error *err);

/* ---- calendar_decide.c ---- */

/* Adds what an item proposes about an occurrence (the index of its row), if it is anything new. HW_ERR_MEMORY. */
hw_status hw__reading_decide(hw__reading *reading, uint32_t index, hw_error *err);

#endif
