/* SPDX-License-Identifier: MIT */
/* libical fills its tables of zones on first use, from any thread, without a lock. Run under helgrind, which
 * reports it. */
#include <libical/ical.h>
#include <pthread.h>
#include <stddef.h>

static void *look_up(void *zone)
{
    struct icaltimetype time = icaltime_from_string("20260301T190000");
    icaltime_as_timet_with_zone(time, icaltimezone_get_builtin_timezone(zone));
    return NULL;
}

int main(void)
{
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, look_up, i ? "Europe/Berlin" : "America/New_York");
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
