/* SPDX-License-Identifier: MIT */
/* The named limits. Each has its own error text, and those of documents can be set for each call. */
#ifndef HW_BASE_LIMITS_H
#define HW_BASE_LIMITS_H

#define HW__MAX_DOCUMENT_BYTES ((size_t)64 << 20)
#define HW__MAX_ENTRIES 1000000u
#define HW__MAX_ELEMENTS 4000000u
#define HW__MAX_DEPTH 64u
#define HW__MAX_ATTRIBUTES 64u
#define HW__MAX_TAG_BYTES ((size_t)64 << 10)
#define HW__MAX_TEXT_BYTES ((size_t)64 << 10) /* one human text */
#define HW__MAX_LINE_BYTES 1024u              /* a title or label */
#define HW__MAX_ID_BYTES 64u
#define HW__MAX_RULE_BYTES 256u
#define HW__MAX_PROBLEMS 1000u
#define HW__MAX_OCCURRENCES 1000000u           /* in one result */
#define HW__MAX_OUTPUT_BYTES ((size_t)1 << 30) /* one document written */
#define HW__MAX_ITEMS 1000u                    /* times, exceptions, reminders, ... of one record */
#define HW__MAX_CALENDAR_BYTES ((size_t)16 << 20)

#endif
