/* SPDX-License-Identifier: MIT */
/* Reading a calendar: what its items say, and what to make of it. */
#ifndef HW_FORMAT_CALENDAR_READ_H
#define HW_FORMAT_CALENDAR_READ_H

#include "format/calendar_base.h"
#include "format/calendar_in.h"
#include "format/proposals.h"

/* One calendar being read. */
typedef struct hw__reading {
    const hw_plan *plan;
    hw__calendar calendar;
    hw_problems *problems;
    hw_proposals *out;
    HW__VEC(hw__todo_item) found; /* to-dos that may be ours */
    int32_t first, last;          /* days that the items have dates on */
    hw_occurrences *rows;
    hw__uuid *uuids; /* of rows */
    uint32_t *slots; /* by UUID: row + 1 */
    size_t mask;
    uint32_t *latest;     /* by row: the item that counts + 1 */
    const hw__zone *zone; /* the client's */
    hw__zone_hint hint;
} hw__reading;

/* What a time of an item means; unknown if it is not there, or cannot be read. A time without a zone is by
 * the client's clock. */
hw_moment hw__reading_moment(hw__reading *reading, const hw__ical_time *time);
/* The same as an instant; INT64_MIN if it is none. */
hw_instant hw__reading_instant(hw__reading *reading, const hw__ical_time *time);
/* Adds what an item proposes about an occurrence, if it is anything new (calendar_decide.c).
 * HW_ERR_MEMORY. */
hw_status hw__reading_decide(hw__reading *reading, const hw__occurrence *row, const hw__todo_item *item,
                             hw_error *err);

#endif
