/* SPDX-License-Identifier: MIT */
/* What calendars can say as a repeating event: the few forms of RRULE that all of them read alike. */
#ifndef HW_FORMAT_CALENDAR_SERIES_H
#define HW_FORMAT_CALENDAR_SERIES_H

#include "schedule/occur.h"

#define HW__SERIES_TEXT 72

/* The forms of a rule. */
typedef enum hw__series_form {
    HW__FORM_DAILY = 1,
    HW__FORM_WEEKLY = 2,
    HW__FORM_MONTH_DAY = 4,
    HW__FORM_LAST_DAY = 8, /* of the month */
    HW__FORM_NTH_WEEKDAY = 16
} hw__series_form;

typedef struct hw__series {
    bool regular;               /* false: it has to be written day by day */
    hw__rule rule;              /* the days of it, without an end */
    char text[HW__SERIES_TEXT]; /* RRULE without UNTIL */
} hw__series;

/* The series of a schedule, if it has one of the forms. Of a quota: of the last days of its periods, `first` being one of its keys, the
 * first day of a period. */
void hw__series_make(const hw__schedule *schedule, uint32_t taper, int32_t first, unsigned forms,
                     hw__series *out);

#endif
