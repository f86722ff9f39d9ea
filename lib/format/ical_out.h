/* SPDX-License-Identifier: MIT */
/* Content lines of iCalendar (RFC 5545 section 3.1): CRLF, at most 75 octets, folded between characters, text
 * escaped. Written straight into a buffer: nothing is allocated for a line. */
#ifndef HW_FORMAT_ICAL_OUT_H
#define HW_FORMAT_ICAL_OUT_H

#include "base/sha1.h"
#include "time/civil.h"

#define HW__ICAL_LINE 75 /* most octets of a line, without its CRLF */
#define HW__ICAL_MOST_ALARMS 3

#define HW__ICAL_END(out) HW__PUT_LIT((out), "\r\n")

/* NAME:text, the text escaped. CR and other controls are left out; a line feed becomes \n. */
void hw__ical_text(hw__buffer *out, const char *name, const char *text);
/* `prefix` is the name with its colon or with the beginning of a value ("DTSTAMP:",
 * "TRIGGER;VALUE=DATE-TIME:"). */
void hw__ical_instant(hw__buffer *out, const char *prefix, hw_instant instant);
void hw__ical_int(hw__buffer *out, const char *prefix, int64_t value);
/* NAME;VALUE=DATE:20261124 */
void hw__ical_date(hw__buffer *out, const char *name, int32_t day);
/* Whether a zone is written as UTC times, without a TZID: some readers take "TZID=UTC" for something of their
 * own. */
bool hw__ical_is_utc(const char *zone);
/* NAME;TZID=zone:20261124T190000, or NAME:20261124T190000Z */
void hw__ical_local(hw__buffer *out, const char *name, const char *zone, int64_t wall);
/* `prefix` as above: "UID:". */
void hw__ical_uuid(hw__buffer *out, const char *prefix, const hw__uuid *uuid);
void hw__ical_uid(hw__buffer *out, const hw__uuid *uuid);
/* A duration: -PT1H30M, PT9H, -P1D. Whole days only when `seconds` is a multiple of them. */
void hw__ical_duration(hw__buffer *out, const char *prefix, int64_t seconds);
void hw__ical_trigger(hw__buffer *out, int64_t seconds);

/* The alarm's UUID: that of its component and its number from 0, in version 8. A component costs one
 * digest. */
void hw__ical_alarm_uuid(const hw__uuid *component, unsigned number, hw__uuid *out);

#endif
