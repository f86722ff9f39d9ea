/* SPDX-License-Identifier: MIT */
/* What a zone is made of: the changes that its TZif file lists, continued up to HW__ZONE_TABLE_END by the
 * rule in the file's footer, and that rule for the years beyond. Shared by the reader and the look-ups
 * only. */
#ifndef HW_TIME_ZONE_TABLE_H
#define HW_TIME_ZONE_TABLE_H

#include "time/civil.h"
#include "time/zone.h"

#define HW__ZONE_NAME_BYTES 64
#define HW__ZONE_TABLE_BEGIN 1950 /* a rule that starts earlier is not tabulated, but evaluated */
#define HW__ZONE_TABLE_END 2200
#define HW__ZONE_NEVER INT64_MAX
#define HW__ZONE_ALWAYS INT64_MIN

/* What a clock shows: an offset with a name. */
typedef struct hw__zone_type {
    int32_t offset;
    bool daylight;
    const char *name;
} hw__zone_type;

/* From `at` on, type `type`. `wall` is the first wall time that is converted with its offset. */
typedef struct hw__zone_entry {
    hw_instant at;
    int64_t wall;
    uint32_t type;
} hw__zone_entry;

/* A day of the year in a POSIX TZ rule, and the clock time on it. */
typedef struct hw__zone_day {
    /* 'M': month, week (5 = last), day of it (0 = Sunday). 'J': 1-365 without leap days. 'N': 0-365. */
    char kind;
    int32_t month, week, day;
    int32_t seconds; /* may lie outside the day */
} hw__zone_day;

#define HW__ZONE_RULE_NAME 32

/* A POSIX TZ text: standard time, and daylight saving time if `has_daylight`. */
typedef struct hw__zone_rule {
    char standard_name[HW__ZONE_RULE_NAME], daylight_name[HW__ZONE_RULE_NAME];
    int32_t standard_offset, daylight_offset; /* seconds east */
    bool has_daylight;
    hw__zone_day begin, end; /* of daylight saving time, in the wall time before the change */
} hw__zone_rule;

/* Reads `EST5EDT,M3.2.0,M11.1.0` and the like; false when malformed or out of range. */
bool hw__zone_rule_read(const char *text, size_t size, hw__zone_rule *rule);

typedef struct hw__zone_change {
    hw_instant at;
    bool daylight; /* begins */
} hw__zone_change;

/* The changes of the years [first, last] by a rule that has daylight saving time, in order: two a year. */
size_t hw__zone_rule_changes(const hw__zone_rule *rule, int first, int last, hw__zone_change *out);

/* entries[0] holds from HW__ZONE_ALWAYS on. With `has_rule`, the rule takes over at the last entry: its
 * types are types[rule_types] (standard) and types[rule_types + 1] (daylight). */
struct hw__zone {
    char name[HW__ZONE_NAME_BYTES + 1];
    bool has_rule;
    hw__zone_rule rule;
    uint32_t rule_types;
    hw__zone_type *types;
    char *type_names;
    hw__zone_entry *entries;
    size_t count;
};

/* Appends a change to entries that have room, unless it changes nothing. A change at the very instant of
 * the last one replaces it. */
size_t hw__zone_append(const hw__zone_type *types, hw__zone_entry *entries, size_t count, hw_instant at,
                       uint32_t type);

#endif
