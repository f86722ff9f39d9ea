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
    /* When a review found what was done instead equivalent, and when none did any more; HW__FOR_EVER: none
     * has; one still does. */
    hw_instant accepted, rejected;
} hw__report;

/* Whether its entry counts as what was asked for, by the reviews that had been recorded. */
static inline bool hw__is_accepted(const hw__report *report, hw_instant by)
{
    return report->accepted <= by && report->rejected > by;
}

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

/* A revision of a session. */
typedef struct hw__meeting {
    hw_instant recorded;
    int64_t wall;         /* when it begins, by the clock of its zone */
    hw_instant start;     /* the same; in the client's first zone if it has none of its own */
    const hw__zone *zone; /* NULL = the client's */
    uint32_t session;
    int32_t day; /* of `wall` */
    uint8_t state;
} hw__meeting;

/* Those of session s are [starts[s], starts[s + 1]), in the order in which they were recorded. */
typedef struct hw__meetings {
    hw__meeting *items;
    uint32_t *starts; /* NULL = not read yet */
    uint32_t count;   /* of sessions */
} hw__meetings;

/* The last day on which a session takes place, as it was known from a moment on; HW__NO_DAY = on none. */
typedef struct hw__last {
    hw_instant recorded;
    int32_t day;
} hw__last;

/* What is about to become an occurrence: its key, and when it is due after all. */
typedef struct hw__slot {
    hw__key key, due;
    const hw__meeting *meeting; /* due before or after this one, if not NULL */
    hw_instant early; /* what it comes after was settled before the time; HW__FOR_EVER = it was not */
    hw_instant born;  /* when what was recorded of a session made it, the last time that it came to be */
    uint8_t flags;    /* HW__ROW_... */
} hw__slot;

typedef HW__VEC(hw__slot) hw__slots;
typedef HW__VEC(hw__occurrence) hw__rows;

typedef struct hw__timeline {
    const hw_plan *plan;
    hw_instant as_of;
    int32_t from, to;   /* days of keys: from <= day < to */
    int32_t first, end; /* the days of which evidence is wanted: those, or more if others depend on them */
    uint32_t only;      /* index of the one assignment to look at, or HW__EVERY_ASSIGNMENT */
    uint32_t things;    /* how many assignments there are */
    uint8_t *links;    /* by assignment: a HW__LINK_..., or 0 if it is not wanted; NULL = none is sequenced */
    uint8_t *visiting; /* by assignment: 1 while its occurrences are being made for one that comes after it */
    uint32_t depth;    /* how many are */
    bool agreed;       /* only what is agreed: nothing that was reported is there */
    hw__regime *regimes;
    uint32_t regime_count;
    bool uniform; /* all regimes are the same, whatever the day */
    HW__VEC(hw__zone_use) zones;
    hw__reports reports;
    hw__excuses excuses;
    hw__pauses pauses;
    hw__zone_hint hint;
    hw__meetings meetings;
    HW__VEC(hw__last) lasts; /* in the order in which they were recorded, if `has_lasts` */
    bool has_lasts;
    HW__VEC(hw__key) keys;  /* scratch */
    hw__slots slots;        /* scratch */
    hw__rows fresh, merged; /* scratch */
} hw__timeline;

/* Arranges what concerns keys in the days from <= day < to. HW_ERR_NOT_FOUND or HW_ERR_INVALID (a zone),
 * HW_ERR_MEMORY. To be closed in any case. */
hw_status hw__timeline_open(hw__timeline *timeline, const hw_plan *plan, hw_instant as_of, int32_t from,
                            int32_t to, uint32_t only, hw_error *err);
/* The same without the log: occurrences as they are agreed, whatever was done. */
hw_status hw__timeline_open_agreed(hw__timeline *timeline, const hw_plan *plan, hw_instant as_of,
                                   int32_t from, int32_t to, uint32_t only, hw_error *err);
void hw__timeline_close(hw__timeline *timeline);
/* The reports, excuses and pauses; called by hw__timeline_open(). */
hw_status hw__timeline_evidence(hw__timeline *timeline, hw_error *err);
/* The index of a zone, found or loaded; UINT32_MAX with `err` filled in. */
uint32_t hw__timeline_zone(hw__timeline *timeline, const char *name, hw_error *err);

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
static inline hw__key hw__key_from_wall(int64_t wall)
{
    int32_t day = hw__wall_day(wall);
    return (hw__key){day, (int32_t)(wall - (int64_t)day * HW__DAY_SECONDS)};
}
/* The key that a row would have if it had been meant for when it is due. */
static inline hw__key hw__row_due(const hw__occurrence *row)
{
    if (!(row->flags & HW__OCCURRENCE_MOVED)) {
        return hw__row_key(row);
    }
    hw__key due = hw__key_from_wall(row->due + row->due_offset);
    due.seconds = row->seconds == HW_ALL_DAY ? HW_ALL_DAY : due.seconds;
    return due;
}
/* Whether what is due around sessions is due on days, at the times of the day that the key says, if any; else
 * so long before or after the session begins. */
static inline bool hw__is_by_days(const hw__schedule *schedule)
{
    return schedule->times.count > 0 || (schedule->offset.days > 0 && schedule->offset.seconds == 0);
}
/* While rows are being made: when a revision's own came to be after it had been recorded; 0 = with it. It
 * lies where its reports will be noted, and is cleared before that. */
static inline void hw__row_set_born(hw__occurrence *row, hw_instant born)
{
    row->first = (uint32_t)((uint64_t)born >> 32);
    row->count = (uint32_t)(uint64_t)born;
}
static inline hw_instant hw__row_born(const hw__occurrence *row)
{
    return (hw_instant)((uint64_t)row->first << 32 | row->count);
}
/* Whether an assignment is looked at, or another one's occurrences depend on it. */
static inline bool hw__timeline_wants(const hw__timeline *timeline, uint32_t thing)
{
    return timeline->only == HW__EVERY_ASSIGNMENT || timeline->only == thing ||
           (timeline->links && timeline->links[thing]);
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
/* Adds to and takes from keys[begin ...] what the schedule says by single keys. */
hw_status hw__schedule_changes(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                               size_t begin, hw_error *err);
/* To when the schedule moves a key; false if it does not. */
bool hw__schedule_move(const hw__schedule *schedule, hw__key key, hw__key *to);
/* First day of the calendar period that holds a day, and of the one after. */
int32_t hw__period_first(hw_period period, int32_t day, int week_start);
int32_t hw__period_next(hw_period period, int32_t first);

/* ---- window.c: when an occurrence opens, closes and settles ---- */

/* What the windows of one revision have in common under one regime. */
typedef struct hw__frame {
    const hw__zone *zone, *client; /* of its wall times, and the client's */
    const hw__schedule *schedule;
    int64_t opens, closes, grace; /* seconds from the due time, or from closing */
    int32_t day_start;            /* seconds */
    bool has_opens, has_closes;
    uint8_t period;       /* of a quota */
    int32_t first, last;  /* of a quota: days that count */
    uint32_t quota;       /* 0 = not a quota */
    bool sequenced;       /* opens when it is due, or when what it comes after was settled early */
    hw__occurrence blank; /* what all rows begin with */
} hw__frame;

hw_status hw__frame_make(hw__timeline *timeline, const hw_assignment *assignment, const hw__regime *regime,
                         hw__frame *out, hw_error *err);
/* Fills a row, and for a quota `days` and in `target` the mask of the days that count. */
void hw__frame_fill(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row);
/* The same for something that may be due at another time than its key says; not of a quota. */
void hw__frame_fill_slot(const hw__frame *frame, const hw__slot *slot, hw__zone_hint *hint,
                         hw__occurrence *row);
/* When it is due, by the clock of its zone. */
hw__key hw__frame_due(const hw__frame *frame, const hw__slot *slot, hw__zone_hint *hint);
/* The same of what is anchored to a session: `key` says at which time of the day, if at any. */
hw__key hw__frame_around(const hw__frame *frame, const hw__meeting *meeting, hw__key key,
                         hw__zone_hint *hint);
/* How many seconds lie from a session to what is due around it. */
int64_t hw__frame_shift(const hw__frame *frame);
/* When a session begins, by the clock of the frame's zone. */
int64_t hw__frame_meeting(const hw__frame *frame, const hw__meeting *meeting, hw__zone_hint *hint);
/* When what has a key is planned to settle if nothing moves, by the clock of its zone. */
int64_t hw__frame_settles(const hw__frame *frame, hw__key key);
/* The same for many keys, not of a quota: rows for those that settle after `recorded`. Returns their number;
 * there is room for all. */
size_t hw__frame_fill_days(const hw__frame *frame, const hw__key *keys, size_t count, hw_instant recorded,
                           hw__zone_hint *hint, hw__occurrence *rows);
/* How many days before its key, at most, an occurrence of a thing opens, and how many after it settles. */
/* `moving` is hw__moving_reach() of the plan. */
void hw__reach_of(const hw_plan *plan, const hw__thing *thing, int64_t moving, int64_t *before,
                  int64_t *after);
/* By how many days anything may move along with something else, at most. */
int64_t hw__moving_reach(const hw_plan *plan);
/* By how many days any revision of a thing moves an occurrence by itself; how many lie between all sessions. */
int64_t hw__longest_move(const hw__thing *thing);
int64_t hw__sessions_span(const hw_plan *plan);
/* How many days after its key an occurrence settles at most, if nothing moves. */
int64_t hw__settling_reach(const hw__thing *thing);
/* The days of a duration, the next whole number of them; 0 if it is not set. */
int64_t hw__whole_days(hw_duration duration);
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
/* The same even of an assignment that was entered in error: what came after one of its occurrences before
 * that was known stays. */
hw_status hw__generate_all(hw__timeline *timeline, uint32_t thing, int32_t from, int32_t to, bool all,
                           hw__rows *rows, hw_error *err);

/* Whether an entry of that extent says what became of an occurrence. */
static inline bool hw__extent_answers(uint8_t extent)
{
    return extent != HW_EXTENT_NONE && extent != HW_EXTENT_NO_OPPORTUNITY;
}

/* ---- meetings.c ---- */

/* Reads the sessions, if that has not been done. HW_ERR_MEMORY, and those of zones. */
hw_status hw__timeline_meetings(hw__timeline *timeline, hw_error *err);
/* What is known of a session at a moment; NULL if nothing is. */
const hw__meeting *hw__meeting_at(const hw__meetings *meetings, uint32_t session, hw_instant at);
/* When it is next known better; HW__FOR_EVER if it is not. */
hw_instant hw__meeting_after(const hw__meetings *meetings, uint32_t session, hw_instant at);

/* ---- maintenance.c ---- */

/* Notes the last sessions, if that has not been done. HW_ERR_MEMORY, and those of zones. */
hw_status hw__timeline_lasts(hw__timeline *timeline, hw_error *err);

/* ---- status.c ---- */

/* When a quota's occurrence was settled: as soon as all of it is done. */
hw_instant hw__quota_settled(const hw__timeline *timeline, uint32_t thing, const hw__occurrence *row);

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

/* unreviewed.c: when a session begins, by its own zone's clock or the client's. */
hw_status hw__session_instant(const hw_plan *plan, const hw_session *session, hw_instant as_of,
                              hw_instant *out, hw_error *err);

#endif
