/* SPDX-License-Identifier: MIT */
/* When is an assignment due that hangs on something else: on sessions, on another assignment, on an event? */
#include "base/fail.h"
#include "base/limits.h"
#include "homework/schedule.h"
#include "model/record.h"
#include "model/records.h"
#include "model/shape_checks.h"

/* What nobody has said is none, and so is no time at all, so that equal schedules make equal records. */
static hw_duration some(hw_duration duration)
{
    return duration.days == 0 && duration.seconds == 0 ? HW__NO_DURATION : duration;
}

static hw_duration given(hw_duration duration)
{
    return duration.days == INT32_MIN ? (hw_duration){0, 0} : duration;
}

static bool is_in_reach(hw_duration duration)
{
    return duration.days >= 0 && duration.days <= HW__MAX_AROUND_DAYS && duration.seconds >= 0 &&
           duration.seconds <= HW__MAX_AROUND_DAYS * HW__DAY_SECONDS;
}

/* A schedule of another kind, of which the last day stays. False with the draft's status. */
static bool begin(hw_assignment *assignment, hw_schedule_kind kind, hw_date start, hw__schedule *out,
                  hw_status *status)
{
    if (!hw__draft_open((hw_revision *)assignment, status)) {
        return false;
    }
    hw_date until = assignment->schedule.until;
    if (!hw_date_is_valid(start)) {
        *status =
            hw__draft_fail(&assignment->head, HW_ERR_RANGE, "start", "is not a day of the years 1 to 9999");
        return false;
    }
    if (until.year != 0 && hw_date_compare(until, start) < 0) {
        *status = hw__draft_fail(&assignment->head, HW_ERR_RANGE, "start", "is after the last day");
        return false;
    }
    *out = hw__schedule_blank(&assignment->schedule, kind, (hw_local){start, HW_ALL_DAY});
    out->until = until;
    return true;
}

/* ---- around sessions ---- */

hw_status hw_assignment_set_session_anchored(hw_assignment *assignment, hw_date start, hw_relation relation,
                                             hw_duration offset, int32_t every)
{
    hw_status status;
    hw__schedule schedule;
    if (!begin(assignment, HW_SCHEDULE_SESSION_ANCHORED, start, &schedule, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    status = hw__draft_word(draft, &schedule.relation, (int)relation, &hw__words_relation, "relation");
    if (status == HW_OK) {
        status = hw__draft_int(draft, &schedule.every, every, 1, HW__MAX_EVERY, "every");
    }
    if (status != HW_OK) {
        return status;
    }
    schedule.offset = some(offset);
    if (!is_in_reach(offset)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "offset", "must be 0 to 366 days");
    }
    if (relation == HW_RELATION_UNTIL && (every != 1 || schedule.offset.days != INT32_MIN)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "offset",
                              "must be zero, and every 1, of a series until the next session");
    }
    assignment->schedule = schedule;
    return HW_OK;
}

static bool is_anchored(const hw_assignment *assignment)
{
    return assignment && assignment->schedule.kind == HW_SCHEDULE_SESSION_ANCHORED;
}

hw_relation hw_assignment_relation(const hw_assignment *assignment)
{
    return is_anchored(assignment) ? (hw_relation)assignment->schedule.relation : HW_RELATION_UNTIL;
}

hw_duration hw_assignment_offset(const hw_assignment *assignment)
{
    return is_anchored(assignment) ? given(assignment->schedule.offset) : (hw_duration){0, 0};
}

int32_t hw_assignment_every(const hw_assignment *assignment)
{
    return is_anchored(assignment) ? assignment->schedule.every : 1;
}

hw_unheld_policy hw_assignment_unheld(const hw_assignment *assignment)
{
    return is_anchored(assignment) ? (hw_unheld_policy)assignment->schedule.unheld : HW_UNHELD_EXTEND;
}

hw_status hw_assignment_set_unheld(hw_assignment *assignment, hw_unheld_policy unheld)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (!is_anchored(assignment)) {
        return hw__draft_fail(&assignment->head, HW_ERR_STATE, "unheld", "needs a schedule around sessions");
    }
    return hw__draft_word(&assignment->head, &assignment->schedule.unheld, (int)unheld, &hw__words_unheld,
                          "unheld");
}

/* ---- after another assignment ---- */

hw_status hw_assignment_set_sequenced(hw_assignment *assignment, hw_date start, const char *after,
                                      hw_duration delay)
{
    hw_status status;
    hw__schedule schedule;
    if (!begin(assignment, HW_SCHEDULE_SEQUENCED, start, &schedule, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    if (!after) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "after", "must not be NULL");
    }
    if (!is_in_reach(delay)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "delay", "must be 0 to 366 days");
    }
    schedule.delay = some(delay);
    status = hw__draft_id(draft, &schedule.after, after, "after");
    if (status == HW_OK) {
        assignment->schedule = schedule;
    }
    return status;
}

const char *hw_assignment_after(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.after : NULL;
}

hw_duration hw_assignment_delay(const hw_assignment *assignment)
{
    bool sequenced = assignment && assignment->schedule.kind == HW_SCHEDULE_SEQUENCED;
    return sequenced ? given(assignment->schedule.delay) : (hw_duration){0, 0};
}

/* ---- upon an event ---- */

hw_status hw_assignment_set_event_contingent(hw_assignment *assignment, hw_date start)
{
    hw_status status;
    hw__schedule schedule;
    if (begin(assignment, HW_SCHEDULE_EVENT_CONTINGENT, start, &schedule, &status)) {
        assignment->schedule = schedule;
    }
    return status;
}

const char *hw_assignment_trigger(const hw_assignment *assignment, const char *language)
{
    return assignment ? hw__texts_pick(&assignment->schedule.trigger, language) : NULL;
}

hw_status hw_assignment_set_trigger(hw_assignment *assignment, const char *language, const char *text)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (assignment->schedule.kind != HW_SCHEDULE_EVENT_CONTINGENT) {
        return hw__draft_fail(&assignment->head, HW_ERR_STATE, "trigger",
                              "needs an event-contingent schedule");
    }
    return hw__draft_text(&assignment->head, &assignment->schedule.trigger, language, text,
                          HW__MAX_TEXT_BYTES, false, "trigger");
}
