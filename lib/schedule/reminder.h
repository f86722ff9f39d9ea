/* SPDX-License-Identifier: MIT */
/* Reminders while they are being made: each with its instant and its reason, before and after quiet hours and what
 * the client wants in a day have been looked at. One search for each question that is asked. */
#ifndef HW_SCHEDULE_REMINDER_H
#define HW_SCHEDULE_REMINDER_H

#include "homework/reminders.h"
#include "homework/schedule.h"
#include "schedule/timeline.h"

#define HW__OF_PLAN UINT32_MAX /* instead of an assignment */
#define HW__NOTHING UINT32_MAX /* no session, no settings, no step */
#define HW__NOT_BUNDLED (-1)

typedef struct hw__ring {
    hw_instant at, original; /* after and before quiet hours */
    hw_instant opens;        /* INT64_MIN = always was open */
    hw_instant closes;       /* HW__FOR_EVER = never does */
    const hw__zone *zone;    /* of the assignment, or the client's; NULL in results */
    int64_t bundle;
    hw__key key;
    uint32_t assignment, session, settings; /* settings: of a check-in, the revision with its words */
    uint32_t revision;                      /* which has its rule: of the assignment, or of the settings */
    int32_t day;                            /* the client's, when it rings */
    int32_t at_offset, original_offset, closes_offset; /* in results */
    uint8_t kind, state, priority, rule;
    bool maintenance; /* rings even when the plan has ended */
    bool alone;       /* it is for no occurrence */
} hw__ring;

struct hw_reminders {
    HW__VEC(hw__ring) items;
    const char **assignments, **sessions; /* ids; NULL where there is no reminder */
    hw_settings **settings;               /* owned; NULL where there is no check-in */
    size_t settings_count, bundles;
    hw__arena arena;
};

/* What holds from a value on: the last of all that begin at or before it. */
typedef struct hw__steps {
    int64_t *values;
    uint32_t *which;
    size_t count;
} hw__steps;

/* A session, as it is known. */
typedef struct hw__appointment {
    hw_instant start;
    int64_t wall;
    uint32_t session;
    uint8_t state;
} hw__appointment;

typedef struct hw__ring_search {
    hw__timeline timeline;
    hw_instant from, to; /* what is asked for, by when it rings */
    hw_instant first,
        end;     /* what is made, by when it rings by its rule: so much more that limits come out right */
    bool all;    /* also what is suppressed */
    bool agreed; /* whatever was reported */
    bool bare;   /* results keep their zones, and have no names */
    const hw_settings **settings;          /* by regime */
    hw__steps by_instant, by_wall;         /* of regimes */
    HW__VEC(hw__appointment) appointments; /* by start */
    hw__rows rows;
    hw__zone_hint ring, client, show;
    hw_reminders *result;
} hw__ring_search;

/* The reason that comes first in hw_ring_state stands. */
static inline void hw__ring_suppress(hw__ring *ring, hw_ring_state why)
{
    if (ring->state == HW_RING_PLANNED || ring->state > why) {
        ring->state = (uint8_t)why;
    }
}

/* What rings in one minute is one notification. */
static inline int64_t hw__ring_minute(const hw__ring *ring)
{
    int64_t minute = ring->at / 60;
    return minute - (ring->at % 60 < 0);
}

/* ---- reminders.c ---- */

/* Finds what rings from `from` until before `to`, into `result`, which the caller has made. Everything else of the
 * search is closed after it. */
hw_status hw__ring_search_run(hw__ring_search *s, const hw_plan *plan, hw_instant as_of, hw_error *err);
/* Opens a search for what rings for single occurrences, whenever that is, with hw__ring_of_row(); limits are not looked
 * at. To be closed in any case. */
hw_status hw__ring_search_open(hw__ring_search *s, const hw_plan *plan, hw_instant as_of, hw_error *err);
void hw__ring_search_close(hw__ring_search *s);

/* ---- reminder_clocks.c: what holds when ---- */

bool hw__steps_make(hw__steps *steps, const int64_t *values, size_t count); /* false without memory */
void hw__steps_free(hw__steps *steps);
/* The place of the step that a value is on; HW__NOTHING before the first. */
uint32_t hw__steps_find(const hw__steps *steps, int64_t value);

/* Reads the regimes, and with `sessions` the sessions. The timeline is open. */
hw_status hw__ring_clocks(hw__ring_search *s, bool sessions, hw_error *err);
/* The settings that hold at an instant, as an index of regimes. */
uint32_t hw__ring_regime(const hw__ring_search *s, hw_instant at);
const hw__zone *hw__ring_zone(const hw__ring_search *s, uint32_t regime);
/* A wall time of the client as an instant. */
hw_instant hw__ring_client(hw__ring_search *s, int64_t wall, const hw__zone **zone);
/* The first appointment at or after an instant, as an index. */
size_t hw__ring_appointment(const hw__ring_search *s, hw_instant at);
static inline bool hw__is_on(const hw__appointment *appointment)
{
    return appointment->state == HW_SESSION_PLANNED || appointment->state == HW_SESSION_HELD;
}
/* When a rule rings that is counted from a session. `zone` says on which day that is. */
hw_instant hw__ring_around(hw__ring_search *s, const hw__appointment *session, const hw__reminder_rule *rule,
                           const hw__zone *zone);

/* ---- reminder_rows.c: of occurrences ---- */

/* Notes a reminder, unless it rings outside what is made, or is suppressed and those are not asked for. */
hw_status hw__ring_add(hw__ring_search *s, const hw__ring *ring, hw_error *err);

/* Something that rings again and again. */
typedef struct hw__ring_series {
    hw__ring ring;              /* what all have in common */
    int64_t wall;               /* of the first */
    int32_t every;              /* days; 0 = once */
    const hw__zone *zone;       /* NULL = the client's */
    int64_t wall_from, wall_to; /* and within these: INT64_MIN and INT64_MAX = any */
    bool own_keys;              /* the key is when it rings */
} hw__ring_series;
/* Between opening and closing. Days in a hold of the assignment, or of all, and days of it that are excused are
 * suppressed. */
hw_status hw__ring_repeat(hw__ring_search *s, const hw__ring_series *series, hw_error *err);
/* Whether a day is in a hold of all, or of the assignment if it is one. */
bool hw__ring_held(const hw__ring_search *s, uint32_t assignment, int32_t day);

/* Adds what rings for one occurrence, whose zone is given. */
hw_status hw__ring_of_row(hw__ring_search *s, const hw__occurrence *row, const hw__zone *zone, hw_error *err);
hw_status hw__ring_rows(hw__ring_search *s, uint32_t thing, int32_t first, int32_t end, hw_error *err);

/* ---- reminder_others.c: of what has no occurrences, and of the plan ---- */

hw_status hw__ring_others(hw__ring_search *s, hw_error *err);

/* ---- reminder_limits.c ---- */

/* Whether any settings that are known have quiet hours or limits. */
bool hw__ring_limited(const hw_plan *plan);
/* Quiet hours, and what the client wants in a day; false without memory. `ranks` are those of assignments by id. */
bool hw__ring_limit(hw__ring_search *s, const uint32_t *ranks);
/* The gap between what rings on different days of the client: of what is in order by instant. */
void hw__ring_limit_across(hw__ring_search *s);
/* Suppresses what rings when the plan has ended. */
void hw__ring_end(const hw__ring_search *s, hw__ring *ring);

#endif
