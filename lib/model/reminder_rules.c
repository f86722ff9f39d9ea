/* SPDX-License-Identifier: MIT */
/* When is an assignment brought to mind, and when the plan itself? The rules of reminders, read and set. */
#include <limits.h>

#include "base/fail.h"
#include "base/limits.h"
#include "homework/schedule.h"
#include "homework/settings.h"
#include "model/records.h"
#include "model/shape_checks.h"

/* ---- what a rule says ---- */

static const hw__reminder_rule *rule_in(const hw__list *list, size_t index)
{
    return list && index < list->count ? (const hw__reminder_rule *)list->items + index : NULL;
}

static bool clock_of(const hw__reminder_rule *rule, int32_t *days, int32_t *clock)
{
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

static int32_t minutes_of(const hw__reminder_rule *rule)
{
    return rule && rule->minutes != INT32_MIN ? rule->minutes : 0;
}

static hw_local when_of(const hw__reminder_rule *rule)
{
    return rule ? rule->when : (hw_local){{0, 0, 0}, 0};
}

static const hw__list *of_assignment(const hw_assignment *assignment)
{
    return assignment ? &assignment->reminders : NULL;
}

static const hw__list *of_settings(const hw_settings *settings)
{
    return settings ? &settings->reminders : NULL;
}

/* The same functions for both owners. */
#define READ(owner)                                                                               \
    size_t hw_##owner##_reminder_count(const hw_##owner *owner)                                   \
    {                                                                                             \
        return owner ? owner->reminders.count : 0;                                                \
    }                                                                                             \
    bool hw_##owner##_reminder_clock_at(const hw_##owner *owner, size_t index, int32_t *days,     \
                                        int32_t *clock)                                           \
    {                                                                                             \
        return clock_of(rule_in(of_##owner(owner), index), days, clock);                          \
    }                                                                                             \
    int32_t hw_##owner##_reminder_minutes_at(const hw_##owner *owner, size_t index)               \
    {                                                                                             \
        return minutes_of(rule_in(of_##owner(owner), index));                                     \
    }                                                                                             \
    int32_t hw_##owner##_reminder_priority_at(const hw_##owner *owner, size_t index)              \
    {                                                                                             \
        const hw__reminder_rule *rule = rule_in(of_##owner(owner), index);                        \
        return rule ? rule->priority : HW__REMINDER_PRIORITY;                                     \
    }                                                                                             \
    int32_t hw_##owner##_reminder_every_at(const hw_##owner *owner, size_t index)                 \
    {                                                                                             \
        const hw__reminder_rule *rule = rule_in(of_##owner(owner), index);                        \
        return rule ? rule->every : 0;                                                            \
    }                                                                                             \
    hw_local hw_##owner##_reminder_when_at(const hw_##owner *owner, size_t index)                 \
    {                                                                                             \
        return when_of(rule_in(of_##owner(owner), index));                                        \
    }                                                                                             \
    hw_status hw_##owner##_set_reminder_priority(hw_##owner *owner, int32_t priority)             \
    {                                                                                             \
        return owner ? set_priority(&owner->head, &owner->reminders, priority) : HW_ERR_ARGUMENT; \
    }                                                                                             \
    hw_status hw_##owner##_clear_reminders(hw_##owner *owner)                                     \
    {                                                                                             \
        return owner ? hw__draft_clear(&owner->head, &owner->reminders) : HW_ERR_ARGUMENT;        \
    }

static hw_status set_priority(hw_revision *draft, hw__list *list, int32_t priority)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (list->count == 0) {
        return hw__draft_fail(draft, HW_ERR_STATE, "reminder priority", "has no reminder to belong to");
    }
    hw__reminder_rule *last = (hw__reminder_rule *)list->items + (list->count - 1);
    return hw__draft_int(draft, &last->priority, priority, 1, 9, "reminder priority");
}

READ(assignment)
READ(settings)

hw_reminder_kind hw_assignment_reminder_kind_at(const hw_assignment *assignment, size_t index)
{
    const hw__reminder_rule *rule = rule_in(of_assignment(assignment), index);
    return rule ? (hw_reminder_kind)rule->kind : HW_REMINDER_PROMPT;
}

hw_anchor hw_assignment_reminder_anchor_at(const hw_assignment *assignment, size_t index)
{
    const hw__reminder_rule *rule = rule_in(of_assignment(assignment), index);
    return rule ? (hw_anchor)rule->anchor : HW_ANCHOR_DUE;
}

hw_reminder_kind hw_settings_reminder_kind_at(const hw_settings *settings, size_t index)
{
    const hw__reminder_rule *rule = rule_in(of_settings(settings), index);
    return rule ? (hw_reminder_kind)rule->kind : HW_REMINDER_REVIEW_PREP;
}

/* ---- new rules ---- */

static hw_status add_rule(hw_revision *draft, hw__list *list, hw__reminder_rule rule)
{
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

/* `last` is the last kind that fits: prompts, nudges and follow-ups come first. */
static hw_status set_kind(hw_assignment *assignment, hw__reminder_rule *rule, int kind, int last)
{
    hw_status status =
        hw__draft_word(&assignment->head, &rule->kind, kind, &hw__words_reminder_kind, "reminder kind");
    if (status == HW_OK && kind > last) {
        return hw__draft_fail(&assignment->head, HW_ERR_RANGE, "reminder kind",
                              "is not one of such reminders");
    }
    return status;
}

static hw_status set_anchor(hw_assignment *assignment, hw__reminder_rule *rule, int anchor)
{
    hw_status status =
        hw__draft_word(&assignment->head, &rule->anchor, anchor, &hw__words_anchor, "reminder anchor");
    if (status == HW_OK && anchor == HW_ANCHOR_ABSOLUTE) {
        return hw__draft_fail(&assignment->head, HW_ERR_RANGE, "reminder anchor", "has a time of its own");
    }
    return status;
}

/* `most` is the most that they may be, the least its opposite or the other's. */
static hw_status set_minutes(hw_revision *draft, hw__reminder_rule *rule, int32_t minutes, int32_t most)
{
    return hw__draft_int(draft, &rule->minutes, minutes, -HW__MAX_REMINDER_MINUTES, most, "reminder minutes");
}

static hw_status set_clock(hw_revision *draft, hw__reminder_rule *rule, int32_t clock)
{
    return hw__draft_int(draft, &rule->clock, clock, 0, HW__DAY_SECONDS - 1, "reminder clock");
}

static hw_status set_days(hw_revision *draft, hw__reminder_rule *rule, int32_t days, int32_t most)
{
    return hw__draft_int(draft, &rule->days, days, -HW__MAX_REMINDER_DAYS, most, "reminder days");
}

static hw_status set_when(hw_revision *draft, hw__reminder_rule *rule, hw_local when, int32_t every)
{
    rule->anchor = HW_ANCHOR_ABSOLUTE;
    hw_status status = hw__draft_local(draft, &rule->when, when, "reminder time");
    if (status == HW_OK && (when.date.year == 0 || when.seconds == HW_ALL_DAY)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "reminder time", "must be a time of a day");
    }
    return status == HW_OK
               ? hw__draft_int(draft, &rule->every, every, 0, HW__MAX_REMINDER_DAYS, "reminder every")
               : status;
}

hw_status hw_assignment_add_reminder(hw_assignment *assignment, hw_reminder_kind kind, hw_anchor anchor,
                                     int32_t minutes)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    hw_status status = set_minutes(&assignment->head, &rule, minutes, HW__MAX_REMINDER_MINUTES);
    status = status == HW_OK ? set_kind(assignment, &rule, (int)kind, HW_REMINDER_FOLLOW_UP) : status;
    status = status == HW_OK ? set_anchor(assignment, &rule, (int)anchor) : status;
    return status == HW_OK ? add_rule(&assignment->head, &assignment->reminders, rule) : status;
}

hw_status hw_assignment_add_reminder_at(hw_assignment *assignment, hw_reminder_kind kind, hw_anchor anchor,
                                        int32_t days, int32_t clock)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    hw_status status = set_days(&assignment->head, &rule, days, HW__MAX_REMINDER_DAYS);
    status = status == HW_OK ? set_clock(&assignment->head, &rule, clock) : status;
    status = status == HW_OK ? set_kind(assignment, &rule, (int)kind, HW_REMINDER_FOLLOW_UP) : status;
    status = status == HW_OK ? set_anchor(assignment, &rule, (int)anchor) : status;
    return status == HW_OK ? add_rule(&assignment->head, &assignment->reminders, rule) : status;
}

hw_status hw_assignment_add_reminder_every(hw_assignment *assignment, hw_reminder_kind kind, int32_t every,
                                           int32_t clock)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    rule.anchor = HW_ANCHOR_OPEN;
    hw_status status =
        hw__draft_int(&assignment->head, &rule.every, every, 1, HW__MAX_REMINDER_DAYS, "reminder every");
    status = status == HW_OK ? set_clock(&assignment->head, &rule, clock) : status;
    status = status == HW_OK ? set_kind(assignment, &rule, (int)kind, HW_REMINDER_NUDGE) : status;
    return status == HW_OK ? add_rule(&assignment->head, &assignment->reminders, rule) : status;
}

hw_status hw_assignment_add_reminder_when(hw_assignment *assignment, hw_reminder_kind kind, hw_local when,
                                          int32_t every)
{
    if (!assignment) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    hw_status status = set_when(&assignment->head, &rule, when, every);
    status = status == HW_OK ? set_kind(assignment, &rule, (int)kind, HW_REMINDER_NUDGE) : status;
    return status == HW_OK ? add_rule(&assignment->head, &assignment->reminders, rule) : status;
}

hw_status hw_settings_add_reminder(hw_settings *settings, int32_t minutes)
{
    if (!settings) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    rule.kind = HW_REMINDER_REVIEW_PREP;
    rule.anchor = HW_ANCHOR_SESSION;
    hw_status status = set_minutes(&settings->head, &rule, minutes, 0);
    return status == HW_OK ? add_rule(&settings->head, &settings->reminders, rule) : status;
}

hw_status hw_settings_add_reminder_at(hw_settings *settings, int32_t days, int32_t clock)
{
    if (!settings) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    rule.kind = HW_REMINDER_REVIEW_PREP;
    rule.anchor = HW_ANCHOR_SESSION;
    hw_status status = set_days(&settings->head, &rule, days, 0);
    status = status == HW_OK ? set_clock(&settings->head, &rule, clock) : status;
    return status == HW_OK ? add_rule(&settings->head, &settings->reminders, rule) : status;
}

hw_status hw_settings_add_check_in(hw_settings *settings, hw_local when, int32_t every)
{
    if (!settings) {
        return HW_ERR_ARGUMENT;
    }
    hw__reminder_rule rule = HW__REMINDER_BLANK;
    rule.kind = HW_REMINDER_CHECK_IN;
    hw_status status = set_when(&settings->head, &rule, when, every);
    return status == HW_OK ? add_rule(&settings->head, &settings->reminders, rule) : status;
}
