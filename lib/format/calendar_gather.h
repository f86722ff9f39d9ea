/* SPDX-License-Identifier: MIT */
/* The occurrences of one assignment, gathered into what may become one repeating event each. */
#ifndef HW_FORMAT_CALENDAR_GATHER_H
#define HW_FORMAT_CALENDAR_GATHER_H

#include "format/calendar_base.h"

#define HW__NO_ZONE UINT16_MAX

/* One occurrence as an event. */
typedef struct hw__event {
    const hw__occurrence *row;
    int32_t day;  /* on which it begins */
    int64_t wall; /* when it begins */
    hw_instant start;
    const hw__zone *clock; /* by which it does */
    bool all_day;
    bool plain; /* its wall times exist once */
} hw__event;

/* Those that can be one series: by the revision that made their schedule, its taper, the time of day and the
 * zone. */
typedef struct hw__event_group {
    uint32_t base, taper; /* taper: the number of the one that made them, from 1; 0 = the first rule */
    int32_t seconds;
    uint16_t zone;       /* index, also into hw__gathering.zones; of whole days HW__NO_ZONE */
    size_t begin, count; /* in events */
} hw__event_group;

/* What an event rings, in seconds from its beginning, the most important first. */
typedef struct hw__alarms {
    int64_t offsets[HW__ICAL_MOST_ALARMS];
    uint8_t count;
    bool steady; /* the clocks are not changed in between */
    bool over;   /* it had closed before what is shown was last changed, so that nobody hears it any more */
} hw__alarms;

typedef struct hw__gathering {
    hw__calendar *calendar;
    const hw__thing *thing;
    const hw__cover *cover;
    hw_occurrences *rows;
    const hw__zone **zones; /* by hw__occurrence.zone; NULL = no event needs it */
    uint32_t *bases;        /* by revision: the first one with the same schedule */
    HW__VEC(hw__event_group) groups;
    HW__VEC(hw__event) events;  /* by group, then in time */
    HW__VEC(hw__alarms) alarms; /* by event; none = nothing rings */
    hw__history history;        /* of what its events show */
    int32_t *lasts;             /* by revision: the last day; what is moved beyond it is left out */
} hw__gathering;

/* Whether a schedule says itself when it ends. */
bool hw__has_own_end(const hw__schedule *schedule);
/* The last day on which anything of a revision of an assignment, or of a later one, is in a calendar; HW__OF_PLAN: of
 * the plan. */
int32_t hw__calendar_last_day(const hw__calendar *calendar, uint32_t assignment, uint32_t revision);
/* How long a timed event is, in seconds; `minutes` 0 = nobody has said. */
int64_t hw__event_length(int32_t minutes);
/* Gathers those of an assignment (its index) that a calendar shows, and notes the zones that they need. To be
 * closed in any case. */
hw_status hw__gather(hw__gathering *gathering, hw__calendar *calendar, uint32_t assignment, hw_error *err);
void hw__gathering_close(hw__gathering *gathering);

/* ---- calendar_rings_alarms.c ---- */

/* Finds the alarms of all events. */
hw_status hw__alarms_make(hw__gathering *gathering, hw_error *err);
const hw__alarms *hw__alarms_of(const hw__gathering *gathering, const hw__event *event);
bool hw__alarms_same(const hw__alarms *a, const hw__alarms *b);
/* Those of a series: of the events first ... last that are in it. NULL: no two of them ring alike. */
const hw__alarms *hw__alarms_of_series(const hw__gathering *gathering, const hw__event *first,
                                       const hw__event *last, bool (*is_in)(const void *, const hw__event *),
                                       const void *context);

#endif
