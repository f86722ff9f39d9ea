/* SPDX-License-Identifier: MIT */
/* From when until when may an assignment be done? Its window. */
#include <limits.h>

#include "base/fail.h"
#include "base/limits.h"
#include "homework/schedule.h"
#include "model/records.h"

#define MOST_DAYS 36600 /* as everywhere; see hw_duration */
#define MOST_SECONDS 8640000

static bool is_set(hw_duration duration)
{
    return duration.days != INT32_MIN;
}

/* An empty window is none, so that equal settings make equal records. */
static void note_presence(hw__window *window)
{
    window->present = is_set(window->opens) || is_set(window->closes) || is_set(window->grace) ||
                      window->late != HW_LATE_MARKED;
}

static hw_status set_span(hw_assignment *assignment, hw_duration *slot, hw_duration span, int sign,
                          const char *field)
{
    bool fits = span.days >= -MOST_DAYS && span.days <= MOST_DAYS && span.seconds >= -MOST_SECONDS &&
                span.seconds <= MOST_SECONDS;
    if (!fits || span.days * sign < 0 || span.seconds * sign < 0) {
        return hw__draft_fail(&assignment->head, HW_ERR_RANGE, field,
                              sign < 0 ? "must be 0 or negative, 36600 days at most"
                                       : "must be 0 or positive, 36600 days at most");
    }
    *slot = span;
    note_presence(&assignment->window);
    return HW_OK;
}

static bool give_span(hw_duration span, hw_duration *out)
{
    if (!is_set(span)) {
        return false;
    }
    if (out) {
        *out = span;
    }
    return true;
}

bool hw_assignment_opens(const hw_assignment *assignment, hw_duration *out)
{
    return assignment && give_span(assignment->window.opens, out);
}

hw_status hw_assignment_set_opens(hw_assignment *assignment, hw_duration opens)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    return set_span(assignment, &assignment->window.opens, opens, -1, "opens");
}

bool hw_assignment_closes(const hw_assignment *assignment, hw_duration *out)
{
    return assignment && give_span(assignment->window.closes, out);
}

hw_status hw_assignment_set_closes(hw_assignment *assignment, hw_duration closes)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    return set_span(assignment, &assignment->window.closes, closes, 1, "closes");
}

hw_duration hw_assignment_grace(const hw_assignment *assignment)
{
    hw_duration grace = {0, 0};
    if (assignment) {
        give_span(assignment->window.grace, &grace);
    }
    return grace;
}

hw_status hw_assignment_set_grace(hw_assignment *assignment, hw_duration grace)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    return set_span(assignment, &assignment->window.grace, grace, 1, "grace");
}

hw_status hw_assignment_clear_window(hw_assignment *assignment)
{
    hw_status status;
    if (hw__draft_open((hw_revision *)assignment, &status)) {
        hw__window *window = &assignment->window;
        window->opens = window->closes = window->grace = HW__NO_DURATION;
        note_presence(window);
    }
    return status;
}

hw_late_policy hw_assignment_late(const hw_assignment *assignment)
{
    return assignment ? (hw_late_policy)assignment->window.late : HW_LATE_MARKED;
}

hw_status hw_assignment_set_late(hw_assignment *assignment, hw_late_policy late)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    status = hw__draft_word(&assignment->head, &assignment->window.late, (int)late, &hw__words_late, "late");
    note_presence(&assignment->window);
    return status;
}
