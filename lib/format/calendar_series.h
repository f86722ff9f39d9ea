/* SPDX-License-Identifier: MIT */
/* What calendars can say as a repeating event: the few forms of RRULE that all of them read alike. */
#ifndef HW_FORMAT_CALENDAR_SERIES_H
#define HW_FORMAT_CALENDAR_SERIES_H

#include "schedule/occur.h"

#define HW__SERIES_TEXT 72

typedef struct hw__series {
    bool regular;               /* false: it has to be written day by day */
    hw__rule rule;              /* the days of it, without an end */
    char text[HW__SERIES_TEXT]; /* RRULE without UNTIL */
} hw__series;

/* The series of a schedule. Of a quota: of the last days of its periods, `first` being one of its keys, the
 * first day of a period. */
void hw__series_make(const hw__schedule *schedule, uint32_t taper, int32_t first, hw__series *out);

#endif
