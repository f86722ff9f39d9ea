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

typedef struct hw__gathering {
    hw__calendar *calendar;
    const hw__thing *thing;
    const hw__cover *cover;
    hw_occurrences *rows;
    const hw__zone **zones; /* by hw__occurrence.zone; NULL = no event needs it */
    uint32_t *bases;        /* by revision: the first one with the same schedule */
    HW__VEC(hw__event_group) groups;
    HW__VEC(hw__event) events; /* by group, then in time */
    hw__history history;       /* of what its events show */
    int32_t last; /* the last day; what is moved beyond it is left out */
} hw__gathering;

/* Whether a schedule says itself when it ends. */
bool hw__has_own_end(const hw__schedule *schedule);
/* How long a timed event is, in seconds; `minutes` 0 = nobody has said. */
int64_t hw__event_length(int32_t minutes);
/* Gathers those of an assignment (its index) that a calendar shows, and notes the zones that they need. To be
 * closed in any case. */
hw_status hw__gather(hw__gathering *gathering, hw__calendar *calendar, uint32_t assignment, hw_error *err);
void hw__gathering_close(hw__gathering *gathering);

#endif
