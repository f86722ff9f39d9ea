/* SPDX-License-Identifier: MIT */
/* Answers questions about zones, one a line, for oracle_zones.py:
 *     zone NAME          from now on, this zone; answers "ok" or the status
 *     w SECONDS          wall time to instant: "INSTANT OFFSET FOLD"
 *     i INSTANT          instant to "OFFSET DAYLIGHT NAME"
 *     n INSTANT          the next change of offset: "AT BEFORE AFTER", or "none"
 *     d DAY              day number to "YYYY-MM-DD WEEKDAY"
 *     p YYYY-MM-DD       date to day number, or "none"
 * With -r, a hint is never used again, so that every answer is a fresh search. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "time/civil.h"
#include "time/zone.h"

static void answer_zone(const hw__zone *zone, char kind, int64_t value, hw__zone_hint *hint)
{
    if (kind == 'w') {
        int32_t offset = 0;
        hw_fold fold = HW_FOLD_NONE;
        hw_instant instant = hw__zone_resolve(zone, value, hint, &offset, &fold);
        printf("%" PRId64 " %" PRId32 " %d\n", instant, offset, (int)fold);
    } else if (kind == 'i') {
        hw__transition state;
        hw__zone_at(zone, value, &state);
        int32_t offset = hw__zone_offset(zone, value, hint);
        printf("%" PRId32 " %d %s\n", offset, state.daylight, offset == state.after ? state.name : "differs");
    } else {
        hw__transition next;
        if (hw__zone_next_transition(zone, value, &next)) {
            printf("%" PRId64 " %" PRId32 " %" PRId32 "\n", next.at, next.before, next.after);
        } else {
            puts("none");
        }
    }
}

static void answer_date(char kind, const char *text)
{
    hw_date date;
    if (kind == 'd') {
        date = hw__date_from_day((int32_t)strtol(text, NULL, 10));
        printf("%04d-%02d-%02d %d\n", date.year, date.month, date.day, (int)hw_date_weekday(date));
    } else if (hw__date_read(text, strlen(text), &date)) {
        printf("%" PRId32 "\n", hw__day_from_date(date));
    } else {
        puts("none");
    }
}

int main(int argc, char **argv)
{
    char line[256];
    bool fresh = argc > 1 && strcmp(argv[1], "-r") == 0;
    hw_zones *zones = hw_zones_new(NULL, NULL);
    const hw__zone *zone = NULL;
    hw__zone_hint hint = {0};
    while (zones && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "zone ", 5) == 0) {
            hw_error err;
            zone = hw__zones_find(zones, line + 5, &err);
            puts(zone ? "ok" : hw_status_name((hw_status)err.status));
        } else if (line[0] == 'd' || line[0] == 'p') {
            answer_date(line[0], line + 2);
        } else if (zone) {
            if (fresh) {
                hint = (hw__zone_hint){0};
            }
            answer_zone(zone, line[0], strtoll(line + 2, NULL, 10), &hint);
        } else {
            puts("no zone");
        }
    }
    hw_zones_unref(zones);
    return ferror(stdout) || !zones;
}
