/* SPDX-License-Identifier: MIT */
/* A calendar, unfolded and cut into lines, for tests that look for things in it. Written apart from the
 * library's own readers. */
#ifndef HW_TESTS_ICS_H
#define HW_TESTS_ICS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ics {
    char *text;   /* unfolded, each line ended by NUL */
    char **lines; /* the last is NULL */
    size_t count;
} ics;

/* Ends the test if a line is longer than 75 octets, does not end in CRLF, or cuts a character. */
ics ics_open(const char *text, size_t size);
void ics_close(ics *calendar);
/* How many lines are exactly this; how many begin so. */
size_t ics_count(const ics *calendar, const char *line);
size_t ics_count_prefix(const ics *calendar, const char *prefix);
/* The value of the first line that begins with `prefix` after line `from`; NULL. */
const char *ics_value(const ics *calendar, const char *prefix, size_t from);
/* Whether the text occurs anywhere, also across folds, with escapes undone. */
bool ics_mentions(const ics *calendar, const char *text);
/* The lines from BEGIN:name to END:name around the nth such component, joined by "\n"; freed by the caller;
 * NULL past the last. */
char *ics_component(const ics *calendar, const char *name, size_t index);

#endif
