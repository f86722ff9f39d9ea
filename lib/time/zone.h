/* SPDX-License-Identifier: MIT */
/* One zone, ready for use: immutable, owned by its hw_zones. A conversion that hits the span of the last
 * one costs a dozen instructions, and any year from 1 to 9999 can be asked for. */
#ifndef HW_TIME_ZONE_H
#define HW_TIME_ZONE_H

#include <stdbool.h>

#include "homework/zones.h"

typedef struct hw__zone hw__zone;

/* Finds or loads a zone. Borrowed from `zones`. NULL with `err` filled in. Thread-safe. */
const hw__zone *hw__zones_find(const hw_zones *zones, const char *name, hw_error *err);
const char *hw__zone_name(const hw__zone *zone);

/* The time from one change of the zone's clock to the next. */
typedef struct hw__span {
    hw_instant from, to;        /* the instants from <= x < to */
    int64_t wall_from, wall_to; /* the wall times that are converted with this offset */
    int64_t fold_from;          /* those from here on lie in the gap or overlap that ends the span */
    int32_t offset;             /* seconds east */
    uint8_t fold;               /* which of the two: a hw_fold */
    bool daylight;
    const char *name; /* the abbreviation; borrowed from the zone */
} hw__span;

/* The span of the last conversion, kept by a caller that converts many times; start with {0}. It may be
 * used with any zone and with times in any order, but pays off in ascending order. */
typedef struct hw__zone_hint {
    const hw__zone *zone;
    hw__span span;
} hw__zone_hint;

/* Finding a span costs some 150 instructions, 2500 beyond the year 2200 (HW__ZONE_TABLE_END). */
void hw__zone_seek_wall(const hw__zone *zone, int64_t wall, hw__span *out);
void hw__zone_seek(const hw__zone *zone, hw_instant instant, hw__span *out);

/* Wall seconds (as if UTC) to instant, by RFC 5545 section 3.3.5: in a gap the offset before it, in an
 * overlap the first. `offset`, in seconds east, is the one that was applied; it and `fold` may be NULL,
 * `hint` must not. */
static inline hw_instant hw__zone_resolve(const hw__zone *zone, int64_t wall, hw__zone_hint *hint,
                                          int32_t *offset, hw_fold *fold)
{
    if (hint->zone != zone || wall < hint->span.wall_from || wall >= hint->span.wall_to) {
        hint->zone = zone;
        hw__zone_seek_wall(zone, wall, &hint->span);
    }
    if (offset) {
        *offset = hint->span.offset;
    }
    if (fold) {
        *fold = wall >= hint->span.fold_from ? (hw_fold)hint->span.fold : HW_FOLD_NONE;
    }
    return wall - hint->span.offset;
}

/* Instant to offset in seconds east. */
static inline int32_t hw__zone_offset(const hw__zone *zone, hw_instant instant, hw__zone_hint *hint)
{
    if (hint->zone != zone || instant < hint->span.from || instant >= hint->span.to) {
        hint->zone = zone;
        hw__zone_seek(zone, instant, &hint->span);
    }
    return hint->span.offset;
}

/* One change of offset, for VTIMEZONE. */
typedef struct hw__transition {
    hw_instant at;
    int32_t before, after; /* offsets, seconds east */
    bool daylight;         /* whether daylight saving time begins */
    const char *name;      /* the abbreviation from then on; borrowed from the zone */
} hw__transition;

/* The first change of offset after `after`, up to the year 9999; false if there is none. Changes of
 * nothing but the abbreviation are passed over. */
bool hw__zone_next_transition(const hw__zone *zone, hw_instant after, hw__transition *out);
/* What holds at an instant: offset, daylight, abbreviation, in out->after, ->daylight, ->name; ->at is not
 * set. */
void hw__zone_at(const hw__zone *zone, hw_instant instant, hw__transition *out);

/* A parsed TZif file, for tests and for hw_zones. NULL with `err` filled in: HW_ERR_INVALID, HW_ERR_LIMIT,
 * HW_ERR_MEMORY. `name` is at most 64 bytes. */
hw__zone *hw__zone_from_tzif(const char *name, const unsigned char *bytes, size_t size, hw_error *err);
void hw__zone_free(hw__zone *zone);

#endif
