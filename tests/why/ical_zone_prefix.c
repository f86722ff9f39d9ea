/* SPDX-License-Identifier: MIT */
/* libical writes a zoned time with a vendor's prefix before the zone's name, or drops the zone altogether. */
#include <libical/ical.h>
#include <string.h>

#include "why.h"

int main(void)
{
    icaltimezone *berlin = icaltimezone_get_builtin_timezone("Europe/Berlin");
    struct icaltimetype time = icaltime_from_string("20260301T190000");
    time.zone = berlin;
    icalcomponent *event = icalcomponent_new_vevent();
    icalcomponent_set_dtstart(event, time);
    icalcomponent_add_property(event, icalproperty_new_dtend(time));
    char *text = icalcomponent_as_ical_string_r(event);
    bool start = strstr(text, "DTSTART;TZID=Europe/Berlin:20260301T190000\r\n") != NULL;
    bool end = strstr(text, "DTEND;TZID=Europe/Berlin:20260301T190000\r\n") != NULL;
    icalmemory_free_buffer(text);
    icalcomponent_free(event);
    return why(!start || !end, "libical prefixes or drops TZID");
}
