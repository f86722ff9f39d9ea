/* SPDX-License-Identifier: MIT */
/* Are the reminders of an assignment, of a template and of the plan consistent in themselves? */
#include "model/records.h"
#include "model/shape_checks.h"

static bool is_by_clock(const hw__reminder_rule *rule)
{
    return rule->clock >= 0;
}

/* Whether it says in one way when it rings: minutes, a clock with days, or a wall time. */
static bool says_when(const hw__reminder_rule *rule)
{
    bool by_minutes = rule->minutes != INT32_MIN, has_time = rule->when.date.year != 0;
    if (rule->anchor == HW_ANCHOR_ABSOLUTE) {
        return has_time && rule->when.seconds != HW_ALL_DAY && !by_minutes && !is_by_clock(rule) &&
               rule->days == 0;
    }
    return !has_time && by_minutes != is_by_clock(rule) && (!by_minutes || rule->days == 0);
}

/* Whether what repeats can: from the day on which it opens, or from a wall time on. */
static bool can_repeat(const hw__reminder_rule *rule)
{
    return rule->every == 0 || rule->anchor == HW_ANCHOR_ABSOLUTE ||
           (rule->anchor == HW_ANCHOR_OPEN && is_by_clock(rule) && rule->days == 0);
}

void hw__check_reminders(const hw__finder *into, const hw__list *list)
{
    const hw__reminder_rule *rules = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        const hw__reminder_rule *rule = &rules[i];
        bool repeats = rule->every != 0 || rule->anchor == HW_ANCHOR_ABSOLUTE;
        if (!says_when(rule)) {
            hw__found(into, HW_PROBLEM_CONTRADICTION,
                      "a reminder is set by minutes, by a clock and days, or by a time of its own");
        } else if (!can_repeat(rule)) {
            hw__found(into, HW_PROBLEM_CONTRADICTION,
                      "what rings again and again is counted from the opening, or from a time of its own");
        } else if (rule->kind == HW_REMINDER_FOLLOW_UP && repeats) {
            hw__found(into, HW_PROBLEM_CONTRADICTION,
                      "a follow-up is counted from its occurrence, and rings once");
        } else if (rule->kind == HW_REMINDER_REVIEW_PREP || rule->kind == HW_REMINDER_CHECK_IN) {
            hw__found(into, HW_PROBLEM_CONTRADICTION, "such a reminder is one of the plan");
        }
    }
}

static void check_plan_rule(const hw__finder *into, const hw__reminder_rule *rule)
{
    bool prep = rule->kind == HW_REMINDER_REVIEW_PREP && rule->anchor == HW_ANCHOR_SESSION;
    bool check_in = rule->kind == HW_REMINDER_CHECK_IN && rule->anchor == HW_ANCHOR_ABSOLUTE;
    if (!prep && !check_in) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "a reminder of the plan belongs to sessions, or is a check-in with a time of its own");
    } else if (!says_when(rule)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "a reminder is set by minutes, by a clock and days, or by a time of its own");
    } else if (prep && (rule->every != 0 || (is_by_clock(rule) ? rule->days : rule->minutes) > 0)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "what prepares for a session rings once, and before it");
    }
}

void hw__check_settings(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_settings *settings = record;
    const hw__finder into = {problems, id, line};
    const hw__reminder_rule *rules = settings->reminders.items;
    bool from = settings->quiet_from >= 0, to = settings->quiet_to >= 0;
    if (from != to || (from && settings->quiet_from == settings->quiet_to)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "quiet hours have a beginning, and another end");
    }
    for (uint32_t i = 0; i < settings->reminders.count; i++) {
        check_plan_rule(&into, &rules[i]);
    }
}
