/* SPDX-License-Identifier: MIT */
/* One zone, ready for use: immutable, owned by its hw_zones. */
#ifndef HW_TIME_ZONE_H
#define HW_TIME_ZONE_H

#include <stdbool.h>

#include "homework/zones.h"

typedef struct hw__zone hw__zone;

/* Finds or loads a zone. Borrowed from `zones`. NULL with `err` filled in. Thread-safe. */
const hw__zone *hw__zones_find(const hw_zones *zones, const char *name, hw_error *err);
const char *hw__zone_name(const hw__zone *zone);

/* A place in the table, kept by a caller that converts ascending times; start with {0}. */
typedef struct hw__zone_hint {
    size_t index;
} hw__zone_hint;

/* Wall seconds (as if UTC) to instant, by RFC 5545 section 3.3.5. `offset` in seconds east and `fold` may be NULL. */
hw_instant hw__zone_resolve(const hw__zone *zone, int64_t wall, hw__zone_hint *hint, int32_t *offset, hw_fold *fold);
/* Instant to offset in seconds east. */
int32_t hw__zone_offset(const hw__zone *zone, hw_instant instant, hw__zone_hint *hint);

/* One change of offset, for VTIMEZONE. */
typedef struct hw__transition {
    hw_instant at;
    int32_t before, after; /* offsets, seconds east */
    bool daylight;         /* whether daylight saving time begins */
    const char *name;      /* the abbreviation from then on; borrowed from the zone */
} hw__transition;

/* The first change of offset after `after`; false if there is none. */
bool hw__zone_next_transition(const hw__zone *zone, hw_instant after, hw__transition *out);
/* What holds at an instant: offset, daylight, abbreviation, in out->after, ->daylight, ->name; ->at is not set. */
void hw__zone_at(const hw__zone *zone, hw_instant instant, hw__transition *out);

/* A parsed TZif file, for tests and for hw_zones. NULL with `err` filled in: HW_ERR_INVALID, HW_ERR_LIMIT. */
hw__zone *hw__zone_from_tzif(const char *name, const unsigned char *bytes, size_t size, hw_error *err);
void hw__zone_free(hw__zone *zone);

#endif
