/* SPDX-License-Identifier: MIT */
/* An occurrence costs libical many times what it costs us: on a system where it is built with ICU,
 * microseconds. */
#include <libical/ical.h>
#include <string.h>
#include <time.h>

#include "time/rule.h"
#include "why.h"

enum {
    DAYS = 20000
};

static double theirs(void)
{
    struct icalrecurrencetype rule = icalrecurrencetype_from_string("FREQ=DAILY");
    clock_t begun = clock();
    icalrecur_iterator *dates = icalrecur_iterator_new(rule, icaltime_from_string("20260101T090000"));
    for (int i = 0; i < DAYS; i++)
        icalrecur_iterator_next(dates);
    icalrecur_iterator_free(dates);
    return (double)(clock() - begun) / CLOCKS_PER_SEC;
}

static double ours(void)
{
    static int32_t days[DAYS];
    static const char text[] = "FREQ=DAILY";
    hw__rule rule;
    int32_t start = hw__day_from_date((hw_date){2026, 1, 1});
    if (hw__rule_parse(text, strlen(text), &rule, NULL) != HW_OK ||
        hw__rule_bind(&rule, start, HW__NO_DAY, NULL) != HW_OK)
        return 1;
    clock_t begun = clock();
    for (int round = 0; round < 100; round++)
        hw__rule_days(&rule, start, start + DAYS, days, DAYS);
    return (double)(clock() - begun) / CLOCKS_PER_SEC / 100;
}

int main(void)
{
    double their_time = theirs(), our_time = ours();
    printf("%d days: %.6f s, ours %.6f s\n", DAYS, their_time, our_time);
    return why(their_time > 20 * our_time, "libical's recurrence costs many times ours");
}
