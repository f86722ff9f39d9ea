/* SPDX-License-Identifier: MIT */
/* libical's zoned recurrence loses the time of day for good after one gap. */
#include <libical/ical.h>

#include "why.h"

int main(void)
{
    struct icalrecurrencetype rule = icalrecurrencetype_from_string("FREQ=DAILY");
    struct icaltimetype start = icaltime_from_string("20260328T023000");
    start.zone = icaltimezone_get_builtin_timezone("Europe/Paris");
    icalrecur_iterator *dates = icalrecur_iterator_new(rule, start);
    struct icaltimetype day = {0};
    for (int i = 0; i < 3; i++)
        day = icalrecur_iterator_next(dates); /* the 28th, the 29th (the gap), the 30th */
    icalrecur_iterator_free(dates);
    printf("the day after the gap: %02d:%02d\n", day.hour, day.minute);
    return why(day.hour != 2 || day.minute != 30,
               "libical's zoned recurrence does not come back after a gap");
}
