/* SPDX-License-Identifier: MIT */
/* What a programmer writes with libical alone to get events and to-dos with an alarm into a file: one component
 * at a time, which is the fastest way with it, from facts that are ready. */
#ifndef BARE_CALENDAR_H
#define BARE_CALENDAR_H

#include <stddef.h>

/* The facts of a calendar. */
typedef struct bare_calendar bare_calendar;

/* Reads the facts from a calendar of events without rules, and to-dos. */
bare_calendar *bare_calendar_read(const char *text);
void bare_calendar_free(bare_calendar *calendar);
size_t bare_calendar_count(const bare_calendar *calendar);

/* Writes a calendar of them with libical. free() */
char *bare_calendar_write(const bare_calendar *calendar);

/* A calendar as libical itself writes what it reads: two of the same content give the same. free() */
char *bare_calendar_normal(const char *text);

#endif
