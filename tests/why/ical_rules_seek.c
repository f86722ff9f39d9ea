/* SPDX-License-Identifier: MIT */
/* libical refuses to begin far from the start of a rule with COUNT, or walks there: a window costs what lies
 * before it. And each occurrence costs microseconds. */
#include <libical/ical.h>
#include <time.h>

#include "why.h"

/* Seconds until the first occurrence at or after a date has been found. */
static double seek(const char *date)
{
    struct icalrecurrencetype rule = icalrecurrencetype_from_string("FREQ=DAILY;COUNT=36500");
    struct icaltimetype goal = icaltime_from_string(date);
    clock_t begun = clock();
    for (int round = 0; round < 10; round++) {
        icalrecur_iterator *dates = icalrecur_iterator_new(rule, icaltime_from_string("20260101T090000"));
        struct icaltimetype next = icalrecur_iterator_next(dates);
        while (!icaltime_is_null_time(next) && icaltime_compare(next, goal) < 0)
            next = icalrecur_iterator_next(dates);
        icalrecur_iterator_free(dates);
    }
    return (double)(clock() - begun) / CLOCKS_PER_SEC / 10;
}

int main(void)
{
    double near = seek("20260601T090000"), far = seek("20860601T090000");
    printf("%.6f s to the first year, %.6f s to the sixtieth\n", near, far);
    return why(far > 10 * near, "libical walks to a window that is far from the start of a rule with COUNT");
}
