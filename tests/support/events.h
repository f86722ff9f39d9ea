/* SPDX-License-Identifier: MIT */
/* The repeating events that a calendar makes of a scene, as lines, and a short way to say which they are. Every
 * failure ends the test. */
#ifndef HW_TESTS_EVENTS_H
#define HW_TESTS_EVENTS_H

#include "support/ics.h"
#include "support/scene.h"

/* The profile `events`, as of the scene's now. To be closed with ics_close(). */
ics events_open(const scene *s);
/* What says when: of each event DTSTART, RRULE and EXDATEs, joined by blanks; events by " | ". */
void events_expect(const scene *s, const char *expected);
/* The same with TRIGGERs. */
void events_expect_alarms(const scene *s, const char *expected);
/* What is left of the value of a property in the nth event, "" if it has none; good until the next call. */
const char *events_value(const ics *lines, size_t event, const char *prefix);

#endif
