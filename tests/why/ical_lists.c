/* SPDX-License-Identifier: MIT */
/* libical cuts long lists of values without an error: why calendars pass a guard of ours before it sees
 * them. */
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "why.h"

int main(void)
{
    enum {
        VALUES = 1200
    };
    char *text = malloc(VALUES * 17 + 100), *end = text;
    end += sprintf(end, "BEGIN:VTODO\r\nEXDATE:");
    for (int i = 0; i < VALUES; i++)
        end +=
            sprintf(end, "%s%04d%02d%02dT190000", i ? "," : "", 2000 + i / 336, i / 28 % 12 + 1, i % 28 + 1);
    strcpy(end, "\r\nEND:VTODO\r\n");
    icalcomponent *todo = icalparser_parse_string(text);
    int kept = todo ? icalcomponent_count_properties(todo, ICAL_EXDATE_PROPERTY) : 0;
    printf("%d of %d values kept\n", kept, VALUES);
    if (todo)
        icalcomponent_free(todo);
    free(text);
    return why(kept < VALUES, "libical drops values of long lists silently");
}
