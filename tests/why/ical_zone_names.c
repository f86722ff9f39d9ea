/* SPDX-License-Identifier: MIT */
/* libical opens files that its input names: a TZID with dots leads out of the zone directory. */
#define _GNU_SOURCE
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "why.h"

/* A TZif file (version 1) of a zone nine hours and a quarter east. */
static const char tzif[] = "TZif\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                           "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\4"
                           "\0\0\x82\x14\0\0XYZ";

int main(void)
{
    char folder[] = "/tmp/whyXXXXXX", path[64], line[256];
    if (!mkdtemp(folder))
        return 2;
    snprintf(path, sizeof path, "%s/zone", folder);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(tzif, 1, sizeof tzif, file) != sizeof tzif || fclose(file) != 0)
        return 2;
    snprintf(line, sizeof line, "BEGIN:VEVENT\r\nDTSTART;TZID=../../..%s:20260301T120000\r\nEND:VEVENT\r\n",
             path);
    icalcomponent *event = icalparser_parse_string(line);
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    bool opened = start.zone && strstr(icaltimezone_get_tzid((icaltimezone *)start.zone), folder);
    icalcomponent_free(event);
    unlink(path);
    rmdir(folder);
    return why(opened, "libical opens the zone files that its input names");
}
