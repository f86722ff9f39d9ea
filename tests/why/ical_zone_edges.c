/* SPDX-License-Identifier: MIT */
/* libical resolves wall times in gaps and overlaps otherwise than RFC 5545 section 3.3.5 asks for. */
#include <libical/ical.h>

#include "why.h"

static time_t resolve(const char *zone, const char *local)
{
    icaltimezone *found = icaltimezone_get_builtin_timezone(zone);
    return icaltime_as_timet_with_zone(icaltime_from_string(local), found);
}

int main(void)
{
    bool gap =
        resolve("America/New_York", "20260308T023000") == 1772955000; /* 07:30Z, the offset before it */
    bool overlap =
        resolve("America/New_York", "20261101T013000") == 1793511000; /* 05:30Z, the first of two */
    return why(!gap || !overlap, "libical is wrong at gaps or overlaps of local time");
}
