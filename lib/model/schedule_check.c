/* SPDX-License-Identifier: MIT */
/* Is a schedule consistent in itself? What belongs to its kind and what does not, for documents and drafts
 * alike. */
#include <string.h>

#include "model/records.h"
#include "model/shape_checks.h"

static bool is_set(hw_date date)
{
    return date.year != 0;
}

static bool has_time(hw_duration duration)
{
    return duration.days != INT32_MIN && duration.seconds != 0;
}

static bool is_given(hw_duration duration)
{
    return duration.days != INT32_MIN;
}

/* ---- lists in order ---- */

static bool ascend_clocks(const hw__list *list)
{
    const int32_t *items = list->items;
    for (uint32_t i = 1; i < list->count; i++) {
        if (items[i - 1] >= items[i]) {
            return false;
        }
    }
    return true;
}

static bool ascend_locals(const hw__list *list)
{
    const hw_local *items = list->items;
    for (uint32_t i = 1; i < list->count; i++) {
        if (hw_local_compare(items[i - 1], items[i]) >= 0) {
            return false;
        }
    }
    return true;
}

static void check_moves(const hw__finder *into, const hw__schedule *schedule)
{
    const hw__move *moves = schedule->moves.items;
    for (uint32_t i = 0; i < schedule->moves.count; i++) {
        bool is_day = moves[i].key.seconds == HW_ALL_DAY;
        if (is_set(moves[i].key.date) && is_set(moves[i].to.date) &&
            is_day != (moves[i].to.seconds == HW_ALL_DAY)) {
            hw__found(into, HW_PROBLEM_CONTRADICTION, "a whole day moves to a whole day, a time to a time");
        }
        if (i > 0 && hw_local_compare(moves[i - 1].key, moves[i].key) >= 0) {
            hw__found(into, HW_PROBLEM_CONTRADICTION, "moves ascend by key, each key once");
        }
    }
}

/* ---- kinds ---- */

static void check_rules(const hw__finder *into, const hw__schedule *schedule)
{
    hw__rule rule;
    hw_error error;
    if (hw__rule_parse(schedule->rule, strlen(schedule->rule), &rule, &error) != HW_OK) {
        hw__found(into, HW_PROBLEM_BAD_RULE, error.message);
        return;
    }
    const hw__taper *tapers = schedule->tapers.items;
    for (uint32_t i = 0; i < schedule->tapers.count; i++) {
        hw_date before = i > 0 ? tapers[i - 1].from : schedule->start.date;
        if (!tapers[i].rule || !hw_date_is_valid(tapers[i].from)) {
            return; /* missing, which is said elsewhere */
        }
        if (hw_date_compare(before, tapers[i].from) >= 0) {
            hw__found(into, HW_PROBLEM_CONTRADICTION, "tapers ascend, from a day after the first one on");
            return;
        }
    }
    hw__schedule copy = *schedule;
    if (hw_date_is_valid(copy.start.date) && hw__schedule_compile(&copy, &error) != HW_OK) {
        hw__found(into, HW_PROBLEM_RULE_NEVER, error.message);
    }
}

static void check_recurring(const hw__finder *into, const hw__schedule *schedule)
{
    if (!schedule->rule) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a recurring schedule needs a rule");
        return;
    }
    check_rules(into, schedule);
}

static void check_quota(const hw__finder *into, const hw__schedule *schedule)
{
    if (schedule->quota == 0 || schedule->period == HW__UNSET_WORD) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a quota says how many times, and per what");
    }
    if (schedule->most != 0 && schedule->most < schedule->quota) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a quota asks for more than its most");
    }
    if (schedule->extras.count > 0 || schedule->moves.count > 0) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a quota has no extra and no moved occurrences");
    }
}

static void check_anchored(const hw__finder *into, const hw__schedule *schedule)
{
    bool around = schedule->relation != HW_RELATION_UNTIL;
    if (schedule->relation == HW__UNSET_WORD) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a schedule around sessions says how it relates to them");
        return;
    }
    if (!around && (is_given(schedule->offset) || schedule->every != 1)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "a series until the next session has no offset and counts no sessions");
    }
    if (around && schedule->times.count > 0 && has_time(schedule->offset)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "an offset with a time of its own leaves no times of the day");
    }
    if (schedule->offset.days > HW__MAX_AROUND_DAYS) {
        hw__found(into, HW_PROBLEM_OUT_OF_RANGE, "an offset is at most 366 days");
    }
}

static void check_sequenced(const hw__finder *into, const hw__schedule *schedule)
{
    if (!schedule->after) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a sequenced schedule says after which assignment");
    } else if (into->id && strcmp(schedule->after, into->id) == 0) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "an assignment comes after itself");
    }
    if (schedule->delay.days > HW__MAX_AROUND_DAYS) {
        hw__found(into, HW_PROBLEM_OUT_OF_RANGE, "a delay is at most 366 days");
    }
}

static void check_event(const hw__finder *into, const hw__schedule *schedule)
{
    if (schedule->exceptions.count > 0 || schedule->extras.count > 0 || schedule->moves.count > 0) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "what waits for its trigger has no occurrences to leave out, add or move");
    }
}

/* What only some kinds have. */
static void check_kind(const hw__finder *into, const hw__schedule *schedule)
{
    bool recurring = schedule->kind == HW_SCHEDULE_RECURRING, quota = schedule->kind == HW_SCHEDULE_QUOTA;
    bool anchored = schedule->kind == HW_SCHEDULE_SESSION_ANCHORED;
    bool sequenced = schedule->kind == HW_SCHEDULE_SEQUENCED;
    if (!recurring &&
        (schedule->rule || schedule->tapers.count > 0 || (schedule->times.count > 0 && !anchored))) {
        hw__found(
            into, HW_PROBLEM_CONTRADICTION,
            "only a recurring schedule has a rule or tapers, and only that or one around sessions times");
    }
    if (!quota && (schedule->quota != 0 || schedule->most != 0 || schedule->period != HW__UNSET_WORD)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "only a quota has a quota, a most or a period");
    }
    if (!anchored && (schedule->relation != HW__UNSET_WORD || is_given(schedule->offset) ||
                      schedule->every != 1 || schedule->unheld != HW_UNHELD_EXTEND)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "only a schedule around sessions says how it relates to them");
    }
    if (!sequenced && (schedule->after || is_given(schedule->delay))) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "only a sequenced schedule comes after another assignment");
    }
    if (schedule->kind != HW_SCHEDULE_EVENT_CONTINGENT && schedule->trigger.list.count > 0) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "only an event-contingent schedule has a trigger");
    }
    if (schedule->kind != HW_SCHEDULE_ONCE && schedule->start.seconds != HW_ALL_DAY) {
        hw__found(into, HW_PROBLEM_CONTRADICTION,
                  "a schedule that repeats starts on a day; its times of day are the times");
    }
}

void hw__check_schedule(const void *part, const char *id, hw_problems *problems, int32_t line)
{
    const hw__schedule *schedule = part;
    const hw__finder into = {problems, id, line};
    if (schedule->kind == HW_SCHEDULE_ON_DEMAND) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "an assignment on demand has no schedule");
        return;
    }
    check_kind(&into, schedule);
    if (schedule->kind == HW_SCHEDULE_ONCE && is_set(schedule->until)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "what is due once has no last day");
    }
    if (is_set(schedule->until) && hw_date_compare(schedule->until, schedule->start.date) < 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "the last day is before the first");
    } else if (schedule->kind == HW_SCHEDULE_RECURRING) {
        check_recurring(&into, schedule);
    }
    if (schedule->kind == HW_SCHEDULE_QUOTA) {
        check_quota(&into, schedule);
    } else if (schedule->kind == HW_SCHEDULE_SESSION_ANCHORED) {
        check_anchored(&into, schedule);
    } else if (schedule->kind == HW_SCHEDULE_SEQUENCED) {
        check_sequenced(&into, schedule);
    } else if (schedule->kind == HW_SCHEDULE_EVENT_CONTINGENT) {
        check_event(&into, schedule);
    }
    if (!ascend_clocks(&schedule->times) || !ascend_locals(&schedule->exceptions) ||
        !ascend_locals(&schedule->extras)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "times, exceptions and extras ascend, each once");
    }
    check_moves(&into, schedule);
}
