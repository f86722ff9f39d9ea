/* SPDX-License-Identifier: MIT */
/* Is a record consistent in itself? Everything that needs no other record of the plan, for documents and
 * drafts alike: the setters refuse most of it earlier, documents meet it here. */
#include "model/shape_checks.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/records.h"

/* Where problems go, and about what. */
typedef struct finder {
    hw_problems *problems;
    const char *id;
    int32_t line;
} finder;

static void found(const finder *into, hw_problem_code code, const char *message)
{
    hw__problem(into->problems, code, HW_SEVERITY_ERROR, into->line, 0, into->id, "%s", message);
}

static bool is_set(hw_date date)
{
    return date.year != 0;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorts a copy, so that a long list costs no more than its length asks for. */
static bool repeats(const hw__list *ids)
{
    if (ids->count < 2) {
        return false;
    }
    char **sorted = hw__alloc(ids->count * sizeof *sorted);
    char *const *items = ids->items;
    bool twice = false;
    if (!sorted) {
        for (uint32_t i = 1; i < ids->count && !twice; i++) {
            for (uint32_t j = 0; j < i && !twice; j++) {
                twice = strcmp(items[i], items[j]) == 0;
            }
        }
        return twice;
    }
    memcpy(sorted, items, ids->count * sizeof *sorted);
    qsort(sorted, ids->count, sizeof *sorted, compare_ids);
    for (uint32_t i = 1; i < ids->count && !twice; i++) {
        twice = strcmp(sorted[i - 1], sorted[i]) == 0;
    }
    hw__free(sorted);
    return twice;
}

/* ---- measures and goals ---- */

void hw__check_measure(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_measure *measure = record;
    const finder into = {problems, id, line};
    const hw__decimal zero = {0, 0};
    if (measure->min.present && measure->max.present &&
        hw__decimal_compare(measure->min.value, measure->max.value) > 0) {
        found(&into, HW_PROBLEM_CONTRADICTION, "the least value is above the greatest");
    }
    if (measure->kind == HW_MEASURE_COUNT &&
        ((measure->min.present && hw__decimal_compare(measure->min.value, zero) < 0) ||
         (measure->max.present && hw__decimal_compare(measure->max.value, zero) < 0))) {
        found(&into, HW_PROBLEM_CONTRADICTION, "a count is never below zero");
    }
}

static bool is_same_level(const hw__level *a, const hw__level *b)
{
    const hw__tongue *left = a->text.list.items, *right = b->text.list.items;
    return a->score == b->score && a->text.list.count > 0 && b->text.list.count > 0 &&
           hw__tags_compare(left->language, right->language) == 0;
}

void hw__check_goal(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_goal *goal = record;
    const finder into = {problems, id, line};
    const hw__decimal zero = {0, 0};
    if (goal->weight.present && hw__decimal_compare(goal->weight.value, zero) <= 0) {
        found(&into, HW_PROBLEM_OUT_OF_RANGE, "a weight is above zero");
    }
    const hw__level *levels = goal->levels.items;
    for (uint32_t i = 1; i < goal->levels.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (is_same_level(&levels[i], &levels[j])) {
                found(&into, HW_PROBLEM_CONTRADICTION, "an attainment level is worded twice");
                return;
            }
        }
    }
}

/* ---- assignments ---- */

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

static void check_rule(const finder *into, const hw__schedule *schedule)
{
    hw__rule rule;
    hw_error error;
    if (hw__rule_parse(schedule->rule, strlen(schedule->rule), &rule, &error) != HW_OK) {
        found(into, HW_PROBLEM_BAD_RULE, error.message);
        return;
    }
    hw__schedule copy = *schedule;
    if (hw_date_is_valid(copy.start.date) && hw__schedule_compile(&copy, &error) != HW_OK) {
        found(into, HW_PROBLEM_RULE_NEVER, error.message);
    }
}

static void check_recurring(const finder *into, const hw__schedule *schedule)
{
    if (schedule->start.seconds != HW_ALL_DAY) {
        found(into, HW_PROBLEM_CONTRADICTION,
              "the start of a recurring schedule is a day; its times of day are the times");
    }
    if (!schedule->rule) {
        found(into, HW_PROBLEM_CONTRADICTION, "a recurring schedule needs a rule");
        return;
    }
    check_rule(into, schedule);
}

static void check_quota(const finder *into, const hw__schedule *schedule)
{
    if (schedule->start.seconds != HW_ALL_DAY) {
        found(into, HW_PROBLEM_CONTRADICTION, "the start of a quota is a day");
    }
    if (schedule->quota == 0 || schedule->period == HW__UNSET_WORD) {
        found(into, HW_PROBLEM_CONTRADICTION, "a quota says how many times, and per what");
    }
    if (schedule->most != 0 && schedule->most < schedule->quota) {
        found(into, HW_PROBLEM_CONTRADICTION, "a quota asks for more than its most");
    }
    if (schedule->extras.count > 0) {
        found(into, HW_PROBLEM_CONTRADICTION, "a quota has no extra occurrences");
    }
}

static void check_schedule(const finder *into, const hw__schedule *schedule)
{
    bool recurring = schedule->kind == HW_SCHEDULE_RECURRING, quota = schedule->kind == HW_SCHEDULE_QUOTA;
    if (schedule->kind == HW_SCHEDULE_ON_DEMAND) {
        found(into, HW_PROBLEM_CONTRADICTION, "an assignment on demand has no schedule");
        return;
    }
    if (!recurring && (schedule->rule || schedule->times.count > 0)) {
        found(into, HW_PROBLEM_CONTRADICTION, "only a recurring schedule has a rule or times");
    }
    if (!quota && (schedule->quota != 0 || schedule->most != 0 || schedule->period != HW__UNSET_WORD)) {
        found(into, HW_PROBLEM_CONTRADICTION, "only a quota has a quota, a most or a period");
    }
    if (schedule->kind == HW_SCHEDULE_ONCE && is_set(schedule->until)) {
        found(into, HW_PROBLEM_CONTRADICTION, "what is due once has no last day");
    }
    if (is_set(schedule->until) && hw_date_compare(schedule->until, schedule->start.date) < 0) {
        found(into, HW_PROBLEM_CONTRADICTION, "the last day is before the first");
    } else if (recurring) {
        check_recurring(into, schedule);
    }
    if (quota) {
        check_quota(into, schedule);
    }
    if (!ascend_clocks(&schedule->times) || !ascend_locals(&schedule->exceptions) ||
        !ascend_locals(&schedule->extras)) {
        found(into, HW_PROBLEM_CONTRADICTION, "times, exceptions and extras ascend, each once");
    }
}

static bool has_sign(hw_duration duration, int sign)
{
    int64_t days = (int64_t)duration.days * sign, seconds = (int64_t)duration.seconds * sign;
    return duration.days == INT32_MIN || (days >= 0 && seconds >= 0);
}

static void check_window(const finder *into, const hw__window *window)
{
    if (!has_sign(window->opens, -1)) {
        found(into, HW_PROBLEM_OUT_OF_RANGE, "a window opens at the due time or before it");
    }
    if (!has_sign(window->closes, 1)) {
        found(into, HW_PROBLEM_OUT_OF_RANGE, "a window closes at the due time or after it");
    }
    if (!has_sign(window->grace, 1)) {
        found(into, HW_PROBLEM_OUT_OF_RANGE, "the grace is not negative");
    }
}

static void check_reminders(const finder *into, const hw__list *list)
{
    const hw__reminder_rule *rules = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        bool by_minutes = rules[i].minutes != INT32_MIN, by_clock = rules[i].clock >= 0;
        if (by_minutes == by_clock || (by_minutes && rules[i].days != 0)) {
            found(into, HW_PROBLEM_CONTRADICTION, "a reminder is set by minutes, or by a clock and days");
        }
    }
}

static void check_tracks(const finder *into, const hw__list *list)
{
    const hw__track *tracks = list->items;
    for (uint32_t i = 1; i < list->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (tracks[i].phase == tracks[j].phase && tracks[i].measure && tracks[j].measure &&
                strcmp(tracks[i].measure, tracks[j].measure) == 0) {
                found(into, HW_PROBLEM_CONTRADICTION, "a measure is asked for twice at one phase");
                return;
            }
        }
    }
}

void hw__check_assignment(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_assignment *assignment = record;
    const finder into = {problems, id, line};
    if (repeats(&assignment->goals) || repeats(&assignment->steps)) {
        found(&into, HW_PROBLEM_DUPLICATE_ID, "a goal or step is named twice");
    }
    if (assignment->predecessor && id && strcmp(assignment->predecessor, id) == 0) {
        found(&into, HW_PROBLEM_CONTRADICTION, "an assignment continues itself");
    }
    if (assignment->schedule.present) {
        check_schedule(&into, &assignment->schedule);
    }
    if (assignment->window.present) {
        check_window(&into, &assignment->window);
    }
    check_reminders(&into, &assignment->reminders);
    check_tracks(&into, &assignment->tracks);
}

/* ---- sessions and holds ---- */

void hw__check_session(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_session *session = record;
    if (is_set(session->start.date) && session->start.seconds == HW_ALL_DAY) {
        found(&(finder){problems, id, line}, HW_PROBLEM_CONTRADICTION, "a session begins at a time of day");
    }
}

void hw__check_hold(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_hold *hold = record;
    const finder into = {problems, id, line};
    if (is_set(hold->from) && is_set(hold->to) && hw_date_compare(hold->from, hold->to) > 0) {
        found(&into, HW_PROBLEM_CONTRADICTION, "a hold ends before it begins");
    }
    if (repeats(&hold->assignments)) {
        found(&into, HW_PROBLEM_DUPLICATE_ID, "an assignment is named twice");
    }
}
