/* SPDX-License-Identifier: MIT */
/* One to-do, read from the text of one component: the only way to the calendar parser. */
#ifndef HW_FORMAT_CALENDAR_IN_H
#define HW_FORMAT_CALENDAR_IN_H

#include "base/sha1.h"
#include "format/ical_guard.h"
#include "homework/time.h"

/* A time as a calendar says it. */
typedef struct hw__ical_time {
    bool present; /* there is one, readable or not */
    bool readable;
    bool utc;       /* else by the clock of `zone`, or of the client if that is "" */
    hw_local local; /* a whole day: only the date is known */
    char zone[65];
    char raw[32]; /* as it stands; "" if that is longer */
} hw__ical_time;

/* What STATUS says. */
typedef enum hw__ical_status {
    HW__ICAL_NONE,
    HW__ICAL_NEEDS_ACTION,
    HW__ICAL_IN_PROCESS,
    HW__ICAL_COMPLETED,
    HW__ICAL_CANCELLED,
    HW__ICAL_OTHER
} hw__ical_status;

typedef struct hw__todo_item {
    hw__uuid uid, sibling;
    bool has_uid;     /* and it may be one of ours */
    bool has_sibling; /* RELATED-TO;RELTYPE=SIBLING names what may be ours */
    bool has_percent; /* 0-100 */
    bool twice;       /* what may stand once stands twice; the first one counts */
    bool series;
    uint8_t status; /* hw__ical_status */
    int percent;
    int64_t sequence;
    hw__ical_time completed, changed, stamped, start, due; /* changed: LAST-MODIFIED */
    hw__ical_time acknowledged, snoozed;                   /* the latest of each; snoozed: until when */
    const char *acknowledged_by, *snoozed_by;              /* the property that says so; NULL */
    const char *unreadable; /* the first property whose value cannot be read; NULL = all can */
    int32_t line;
    char evidence[160]; /* "STATUS:COMPLETED; PERCENT-COMPLETE:100", never a text of a person */
} hw__todo_item;

/* Whether calendars can be read at all. */
bool hw__ical_is_built_in(void);
/* HW_ERR_INVALID (with a problem) for what is no to-do, HW_ERR_UNSUPPORTED if calendars cannot be read,
 * HW_ERR_MEMORY. */
hw_status hw__ical_read_todo(const hw__ical_part *part, hw__todo_item *out, hw_problems *problems,
                             hw_error *err);

/* Whether an id can be one of ours, by its form. */
static inline bool hw__uuid_is_ours(const hw__uuid *uuid)
{
    return uuid->bytes[6] >> 4 == 5;
}

/* YYYYMMDD or YYYYMMDDTHHMMSS or the latter with Z (ical_value.c); sets `present`. */
void hw__ical_read_time(const char *text, hw__ical_time *out);

#endif
