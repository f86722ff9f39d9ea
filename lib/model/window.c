/* SPDX-License-Identifier: MIT */
/* From when until when may an assignment be done, and when is it brought to mind? Its window and its
 * reminders. */
#include <limits.h>

#include "base/fail.h"
#include "base/limits.h"
#include "homework/schedule.h"
#include "model/records.h"
#include "model/shape_checks.h"

#define MOST_DAYS 36600 /* as everywhere; see hw_duration */
#define MOST_SECONDS 8640000

/* ---- the window ---- */

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

/* ---- reminders ---- */

static const hw__reminder_rule *rule_at(const hw_assignment *assignment, size_t index)
{
    if (!assignment || index >= assignment->reminders.count) {
        return NULL;
    }
    return (const hw__reminder_rule *)assignment->reminders.items + index;
}

size_t hw_assignment_reminder_count(const hw_assignment *assignment)
{
    return assignment ? assignment->reminders.count : 0;
}

hw_reminder_kind hw_assignment_reminder_kind_at(const hw_assignment *assignment, size_t index)
{
    const hw__reminder_rule *rule = rule_at(assignment, index);
    return rule ? (hw_reminder_kind)rule->kind : HW_REMINDER_PROMPT;
}

hw_anchor hw_assignment_reminder_anchor_at(const hw_assignment *assignment, size_t index)
{
    const hw__reminder_rule *rule = rule_at(assignment, index);
    return rule ? (hw_anchor)rule->anchor : HW_ANCHOR_DUE;
}

bool hw_assignment_reminder_clock_at(const hw_assignment *assignment, size_t index, int32_t *days,
                                     int32_t *clock)
{
    const hw__reminder_rule *rule = rule_at(assignment, index);
    if (!rule || rule->clock < 0) {
        return false;
    }
    if (days) {
        *days = rule->days;
    }
    if (clock) {
        *clock = rule->clock;
    }
    return true;
}

int32_t hw_assignment_reminder_minutes_at(const hw_assignment *assignment, size_t index)
{
    const hw__reminder_rule *rule = rule_at(assignment, index);
    return rule && rule->clock < 0 ? rule->minutes : 0;
}

/* `rule` holds all but kind and anchor. */
static hw_status add_rule(hw_assignment *assignment, hw__reminder_rule rule, int kind, int anchor)
{
    hw_revision *draft = &assignment->head;
    hw__list *list = &assignment->reminders;
    hw_status status = hw__draft_word(draft, &rule.kind, kind, &hw__words_reminder_kind, "reminder kind");
    if (status == HW_OK) {
        status = hw__draft_word(draft, &rule.anchor, anchor, &hw__words_anchor, "reminder anchor");
    }
    if (status != HW_OK) {
        return status;
    }
    if (list->count >= HW__MAX_REMINDERS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "reminder", "is one too many: 16 at most");
    }
    hw__reminder_rule *item = hw__list_add(&draft->arena, list, sizeof *item);
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "reminder", "");
    }
    *item = rule;
    return HW_OK;
}

hw_status hw_assignment_add_reminder(hw_assignment *assignment, hw_reminder_kind kind, hw_anchor anchor,
                                     int32_t minutes)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = {.days = 0, .clock = -1};
    hw_status status = hw__draft_int(&assignment->head, &rule.minutes, minutes, -HW__MAX_REMINDER_MINUTES,
                                     HW__MAX_REMINDER_MINUTES, "reminder minutes");
    return status == HW_OK ? add_rule(assignment, rule, (int)kind, (int)anchor) : status;
}

hw_status hw_assignment_add_reminder_at(hw_assignment *assignment, hw_reminder_kind kind, hw_anchor anchor,
                                        int32_t days, int32_t clock)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = {.minutes = INT32_MIN};
    hw_status status = hw__draft_int(&assignment->head, &rule.days, days, -HW__MAX_REMINDER_DAYS,
                                     HW__MAX_REMINDER_DAYS, "reminder days");
    if (status == HW_OK) {
        status =
            hw__draft_int(&assignment->head, &rule.clock, clock, 0, HW__DAY_SECONDS - 1, "reminder clock");
    }
    return status == HW_OK ? add_rule(assignment, rule, (int)kind, (int)anchor) : status;
}

hw_status hw_assignment_clear_reminders(hw_assignment *assignment)
{
    return assignment ? hw__draft_clear(&assignment->head, &assignment->reminders) : HW_ERR_ARGUMENT;
}
