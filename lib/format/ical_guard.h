/* SPDX-License-Identifier: MIT */
/* What is looked at before a calendar parser sees a single byte, and what of it the parser gets to see: of
 * each to-do the few properties that ticks come home by, one to-do at a time. Nothing else of a calendar is
 * anybody's business here. */
#ifndef HW_FORMAT_ICAL_GUARD_H
#define HW_FORMAT_ICAL_GUARD_H

#include "base/buffer.h"
#include "base/problem_list.h"

#define HW__ICAL_MOST_BYTES ((size_t)8 << 20)
#define HW__ICAL_MOST_DEPTH 8u
#define HW__ICAL_MOST_LINE ((size_t)64 << 10) /* bytes of an unfolded line */
#define HW__ICAL_MOST_VALUE 1024u             /* bytes of one that is read */
#define HW__ICAL_MOST_PROPERTIES 1000u        /* of one component */
#define HW__ICAL_MOST_PARAMETERS 20u          /* of one property */

/* A component of a calendar: an event, a to-do, a journal entry. */
typedef struct hw__ical_part {
    bool todo;
    bool series;      /* it recurs, or is one of a series */
    bool ours;        /* a to-do that may be ours: by its UID, or by that of what it is related to */
    const char *text; /* BEGIN:VTODO ... END:VTODO with UID, STATUS and the like; "" if it is not a to-do */
    size_t size;
    int32_t line; /* where it begins */
} hw__ical_part;

typedef hw_status (*hw__ical_visit)(void *user, const hw__ical_part *part, hw_error *err);

/* Looks through a calendar and visits its sound components in order. What cannot be read becomes a problem
 * and is passed over: one bad component costs only itself. HW_ERR_INVALID (not a calendar at all),
 * HW_ERR_LIMIT (size or depth), HW_ERR_MEMORY, and what `visit` returns. */
hw_status hw__ical_guard(const char *data, size_t size, hw__ical_visit visit, void *user,
                         hw_problems *problems, hw_error *err);

#endif
