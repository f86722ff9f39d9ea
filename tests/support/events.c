/* SPDX-License-Identifier: MIT */
#include "support/events.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

ics events_open(const scene *s)
{
    size_t size;
    hw_error err;
    char *text = hw_plan_to_calendar(s->plan, s->now.instant, NULL, &size, &err);
    if (!text) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    ics lines = ics_open(text, size);
    hw_string_free(text);
    return lines;
}

/* The lines that say when: of each event DTSTART, RRULE, EXDATEs and, if wanted, TRIGGERs, joined by blanks;
 * events by " | ". */
static const char *lines_of(const scene *s, bool triggers)
{
    static char out[8192];
    char *at = out;
    ics lines = events_open(s);
    *at = '\0';
    bool inside = false;
    for (size_t i = 0; i < lines.count; i++) {
        const char *line = lines.lines[i];
        if (strcmp(line, "BEGIN:VEVENT") == 0) {
            at += sprintf(at, "%s", at == out ? "" : " |");
            inside = true;
        }
        if (inside && (strncmp(line, "DTSTART", 7) == 0 || strncmp(line, "RRULE", 5) == 0 ||
                       strncmp(line, "EXDATE", 6) == 0 || (triggers && strncmp(line, "TRIGGER", 7) == 0))) {
            at += sprintf(at, "%s%s", at == out ? "" : " ", line);
        }
        inside = inside && strcmp(line, "END:VEVENT") != 0;
    }
    ics_close(&lines);
    return out;
}

static void expect(const scene *s, bool triggers, const char *expected)
{
    const char *lines = lines_of(s, triggers);
    if (strcmp(lines, expected) != 0) {
        print_error("%s\n", lines);
    }
    assert_string_equal(lines, expected);
}

void events_expect(const scene *s, const char *expected)
{
    expect(s, false, expected);
}

void events_expect_alarms(const scene *s, const char *expected)
{
    expect(s, true, expected);
}

const char *events_value(const ics *lines, size_t event, const char *prefix)
{
    static char value[200];
    char *text = ics_component(lines, "VEVENT", event);
    assert_non_null(text);
    char *at = strstr(text, prefix);
    value[0] = '\0';
    if (at) {
        snprintf(value, sizeof value, "%.*s", (int)strcspn(at + strlen(prefix), "\n"), at + strlen(prefix));
    }
    free(text);
    return value;
}
