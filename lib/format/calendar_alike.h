/* SPDX-License-Identifier: MIT */
/* Two components of one UID beside each other, ours and the client's: their lines, and whether they say the
 * same. */
#ifndef HW_FORMAT_CALENDAR_AHW__LIKE_H
#define HW_FORMAT_CALENDAR_AHW__LIKE_H

#include "base/sha1.h"
#include "format/ical_lines.h"
#include "homework/zones.h"

/* How a property of ours is compared with the client's. */
typedef enum hw__likeness {
    HW__LIKE_TEXT, /* the same value */
    HW__LIKE_TIME, /* the same date or instant */
    HW__LIKE_DONE, /* the same; what only names a day or has no zone is the client's way to say it */
    HW__LIKE_RULE, /* the same parts in any order */
    HW__LIKE_STAMP /* the client's is at least as late */
} hw__likeness;

/* The lines of a component without what is in it, or of an alarm in it. */
typedef struct hw__scope {
    const hw__ical_piece *piece;
    size_t first, end; /* lines, BEGIN and END included */
    unsigned depth;
} hw__scope;

hw__scope hw__scope_of(const hw__ical_piece *piece); /* all of a component */
const hw__ical_line *hw__scope_line(const hw__scope *scope, size_t i);
/* The next line of that name from `from` on; scope->end if there is none. */
size_t hw__scope_find(const hw__scope *scope, const char *name, size_t from);
/* The value of the first line of that name; "" if there is none. */
hw__ical_span hw__scope_value(const hw__scope *scope, const char *name);
bool hw__scope_uid(const hw__scope *scope, hw__uuid *out); /* false = it has none, or no UUID */
/* What is in a component: the next alarm from line `from` on; false after the last. */
bool hw__scope_alarm(const hw__scope *scope, size_t from, hw__scope *out);

/* Whether the client's lines of a property say what ours do. A time is read by our own zones: none from outside is
 * evaluated. */
bool hw__is_alike(const hw_zones *zones, const hw__scope *theirs, const hw__scope *ours, const char *name,
                  hw__likeness like);
bool hw__ical_same(hw__ical_span a, hw__ical_span b); /* byte for byte */

#endif
