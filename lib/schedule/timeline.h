/* SPDX-License-Identifier: MIT */
/* What is known of a plan as of a moment, arranged for making occurrences: the settings in the order in which
 * they were recorded, and by assignment and key what was reported, excused and paused. One for each question
 * that is asked. */
#ifndef HW_SCHEDULE_TIMELINE_H
#define HW_SCHEDULE_TIMELINE_H

#include "schedule/occur.h"

#define HW__FOR_EVER INT64_MAX

typedef struct hw__key {
    int32_t day, seconds; /* HW_ALL_DAY = the whole day */
} hw__key;

/* A revision of the settings, as far as occurrences depend on it. */
typedef struct hw__regime {
    hw_instant recorded;
    hw__key effective;
    int32_t day_start; /* seconds */
    int32_t ends;      /* the last day; HW__DAY_MAX = open */
    uint16_t zone;     /* the client's, as an index into hw__timeline.zones */
    uint8_t week_start;
} hw__regime;

typedef struct hw__zone_use {
    const char *name;
    const hw__zone *zone;
} hw__zone_use;

/* An entry that names an occurrence. */
typedef struct hw__report {
    hw__key key;
    uint32_t log;     /* its index */
    hw_instant since; /* when it was recorded, or the first of those in whose place it stands */
    hw_instant ended; /* when it was superseded or voided; HW__FOR_EVER = it is live */
} hw__report;

/* A revision of an excuse. */
typedef struct hw__excused {
    hw__key key;
    hw_instant recorded, ended; /* ended: when the next revision was recorded; HW__FOR_EVER = it holds */
} hw__excused;

/* A revision of a hold: it suspends what settles after `recorded` and up to `ended`. */
typedef struct hw__pause {
    int32_t from, to; /* days, both included */
    hw_instant recorded, ended;
} hw__pause;

/* Items by assignment: those of thing t are [starts[t], starts[t + 1]), sorted by key. */
typedef struct hw__reports {
    hw__report *items;
    uint32_t *starts;
} hw__reports;
typedef struct hw__excuses {
    hw__excused *items;
    uint32_t *starts;
} hw__excuses;
/* Those of thing t and then those of all things, which are the last. Sorted by first day. */
typedef struct hw__pauses {
    hw__pause *items;
    uint32_t *starts;
} hw__pauses;

typedef HW__VEC(hw__occurrence) hw__rows;

typedef struct hw__timeline {
    const hw_plan *plan;
    hw_instant as_of;
    int32_t from, to; /* days of keys: from <= day < to */
    uint32_t only;    /* index of the one assignment to look at, or HW__EVERY_ASSIGNMENT */
    uint32_t things;  /* how many assignments there are */
    hw__regime *regimes;
    uint32_t regime_count;
    bool uniform; /* all regimes are the same, whatever the day */
    HW__VEC(hw__zone_use) zones;
    hw__reports reports;
    hw__excuses excuses;
    hw__pauses pauses;
    hw__zone_hint hint;
    HW__VEC(hw__key) keys;  /* scratch */
    hw__rows fresh, merged; /* scratch */
} hw__timeline;

/* Arranges what concerns keys in the days from <= day < to. HW_ERR_NOT_FOUND or HW_ERR_INVALID (a zone),
 * HW_ERR_MEMORY. To be closed in any case. */
hw_status hw__timeline_open(hw__timeline *timeline, const hw_plan *plan, hw_instant as_of, int32_t from,
                            int32_t to, uint32_t only, hw_error *err);
void hw__timeline_close(hw__timeline *timeline);
/* The reports, excuses and pauses; called by hw__timeline_open(). */
hw_status hw__timeline_evidence(hw__timeline *timeline, hw_error *err);
/* The index of a zone, found or loaded; UINT32_MAX with `err` filled in. */
uint32_t hw__timeline_zone(hw__timeline *timeline, const char *name, hw_error *err);
/* How many revisions of a thing are known as of the moment. */
uint32_t hw__known_revisions(const hw__thing *thing, hw_instant as_of);

/* The first report of a thing at or after a key. `end` is set to the end of all reports of the thing. */
const hw__report *hw__reports_from(const hw__timeline *timeline, uint32_t thing, hw__key key,
                                   const hw__report **end);

/* Order of keys: a whole day before the times of that day. */
static inline int hw__key_compare(hw__key a, hw__key b)
{
    if (a.day != b.day) {
        return a.day < b.day ? -1 : 1;
    }
    return a.seconds < b.seconds ? -1 : a.seconds > b.seconds;
}
static inline hw__key hw__row_key(const hw__occurrence *row)
{
    return (hw__key){row->day, row->seconds};
}
/* Whether what holds from a wall time on holds for a key: for a whole day also if it begins on that day. */
static inline bool hw__key_is_from(hw__key key, hw__key effective)
{
    if (key.day != effective.day) {
        return key.day > effective.day;
    }
    return key.seconds < 0 || key.seconds >= effective.seconds;
}
hw__key hw__key_from_local(hw_local local);

/* ---- keys.c: the keys of a schedule ---- */

/* Appends those in [from, to), ascending. `week_start` is that of weekly quotas. HW_ERR_LIMIT beyond
 * HW__MAX_OCCURRENCES. */
hw_status hw__schedule_keys(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                            int week_start, hw_error *err);
/* First day of the calendar period that holds a day, and of the one after. */
int32_t hw__period_first(hw_period period, int32_t day, int week_start);
int32_t hw__period_next(hw_period period, int32_t first);

/* ---- window.c: when an occurrence opens, closes and settles ---- */

/* What the windows of one revision have in common under one regime. */
typedef struct hw__frame {
    const hw__zone *zone;
    int64_t opens, closes, grace; /* seconds from the due time, or from closing */
    int32_t day_start;            /* seconds */
    bool has_opens, has_closes;
    uint8_t period;       /* of a quota */
    int32_t first, last;  /* of a quota: days that count */
    uint32_t quota;       /* 0 = not a quota */
    hw__occurrence blank; /* what all rows begin with */
} hw__frame;

hw_status hw__frame_make(hw__timeline *timeline, const hw_assignment *assignment, const hw__regime *regime,
                         hw__frame *out, hw_error *err);
/* Fills a row, and for a quota `days` and in `target` the mask of the days that count. */
void hw__frame_fill(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row);
/* The same for many keys, not of a quota: rows for those that settle after `recorded`. Returns their number;
 * there is room for all. */
size_t hw__frame_fill_days(const hw__frame *frame, const hw__key *keys, size_t count, hw_instant recorded,
                           hw__zone_hint *hint, hw__occurrence *rows);
/* How many days before its key, at most, an occurrence of a thing opens, and how many after it settles. */
void hw__reach_of(const hw__thing *thing, int64_t *before, int64_t *after);
int32_t hw__day_within(int64_t day); /* the nearest day of the years 1 to 9999 */

/* ---- generate.c: the revision rule ---- */

/* Flags of a row while it is made. */
enum {
    HW__ROW_CUT = 32,   /* cut off by a revision, and not made again */
    HW__ROW_OPENED = 64 /* it had opened by then */
};

/* Appends the occurrences of one assignment in [from, to), within the days of the timeline, sorted by key;
 * without status. With `all`, even those that were cut long before they would have opened. HW_ERR_LIMIT,
 * HW_ERR_MEMORY, and those of zones. `err` is not NULL. */
hw_status hw__generate(hw__timeline *timeline, uint32_t thing, int32_t from, int32_t to, bool all,
                       hw__rows *rows, hw_error *err);

/* ---- status.c ---- */

/* Decides rows[begin ... count), which are of one assignment: status, counts, flags, and in first and count
 * which of the timeline's reports are about it. Those that were cut before they had opened are left out, or
 * flagged if `unlisted`. */
void hw__judge(hw__timeline *timeline, uint32_t thing, hw__rows *rows, size_t begin, bool unlisted);
/* Whether all of a quota was done, whatever days are held or excused, by what had been recorded at a moment.
 * Its reports are those of its key from `report` on. */
bool hw__quota_is_full(const hw__timeline *timeline, const hw_assignment *assignment,
                       const hw__occurrence *row, const hw__report *report, const hw__report *end,
                       hw_instant by);
/* Whether what happened then is late for an occurrence, by the wall clock of the person. */
bool hw__is_late(const hw__occurrence *row, hw_moment at);

/* ---- order.c ---- */

typedef struct hw__order {
    int64_t key;
    uint64_t tie; /* its low 32 bits are the index of what is ordered */
} hw__order;
/* Sorts by (key, tie). What is in order already, or in a few runs, costs little. False without memory. */
bool hw__order_sort(hw__order *items, size_t count);
/* The place of each assignment among all by id. Owned by the caller; NULL without memory. */
uint32_t *hw__assignment_ranks(const hw_plan *plan);

#endif
