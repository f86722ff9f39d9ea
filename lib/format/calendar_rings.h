/* SPDX-License-Identifier: MIT */
/* What rings in a calendar: of each occurrence the reminders that its event or to-do has as alarms; and those that
 * have no place in either, which become short events of their own. */
#ifndef HW_FORMAT_CALENDAR_RINGS_H
#define HW_FORMAT_CALENDAR_RINGS_H

#include "format/calendar_base.h"
#include "schedule/reminder.h"

struct hw__rings {
    const hw_plan *plan;
    hw__ring_search search; /* open, for one occurrence after the other, unless `listed` */
    hw_reminders *list;     /* what that finds; or all that ring */
    hw__order *order;       /* of what is listed, by hw__occurrence_key() */
    size_t order_count;
    bool listed;
};

/* The alarms of an occurrence, what matters most first. */
typedef struct hw__chosen {
    hw__ring rings[HW__ICAL_MOST_ALARMS];
    size_t count;
} hw__chosen;

/* Whether a rule rings once for an occurrence, at a time of its own: an event can have it as an alarm. */
static inline bool hw__is_alarm(const hw__reminder_rule *rule)
{
    return rule->anchor <= HW_ANCHOR_CLOSE && !rule->every;
}

/* The rule of a reminder that is for an assignment, or one of the plan's own. */
const hw__reminder_rule *hw__ring_rule(const hw_plan *plan, const hw__ring *ring);

/* What rings of to-dos, as far as it is not done, from one instant until before another. NULL with `err` filled in.
 * Of events, hw__rings_ready() makes it: what is agreed, whatever was done. */
hw__rings *hw__rings_for_todos(const hw__calendar *calendar, hw_instant from, hw_instant to, hw_error *err);
void hw__rings_free(hw__rings *rings);

/* What may be chosen. */
typedef struct hw__ring_choice {
    size_t most;
    bool alarms;     /* only what hw__is_alarm() */
    hw_instant last; /* and none after it */
    hw_instant over; /* what rings until then comes last */
} hw__ring_choice;

/* Chooses alarms of an occurrence, each in another minute. */
hw_status hw__rings_choose(hw__rings *rings, const hw__occurrence *row, const hw__zone *zone,
                           const hw__ring_choice *choice, hw__chosen *out, hw_error *err);

/* Whether anything rings that is no alarm of an occurrence, by any revision that is known. */
bool hw__any_lone_rings(const hw__calendar *calendar);

/* ---- calendar_rings_own.c ---- */

/* Writes what rings by itself, or only notes the zones that it needs. */
hw_status hw__lone_rings(hw__calendar *calendar, bool write, hw_error *err);

#endif
