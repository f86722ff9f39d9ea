/* SPDX-License-Identifier: MIT */
/* libical looks for the next date of a rule that never matches, through the centuries, instead of seeing that
 * there is none. */
#include <libical/ical.h>
#include <time.h>

#include "why.h"

int main(void)
{
    struct icalrecurrencetype rule = icalrecurrencetype_from_string("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1");
    clock_t begun = clock();
    icalrecur_iterator *dates = icalrecur_iterator_new(rule, icaltime_from_string("20260302T090000"));
    struct icaltimetype next = dates ? icalrecur_iterator_next(dates) : icaltime_null_time();
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    if (dates)
        icalrecur_iterator_free(dates);
    printf("%.3f s until it gave up\n", seconds);
    return why(icaltime_is_null_time(next) && seconds > 0.01, "libical searches for dates that cannot exist");
}
