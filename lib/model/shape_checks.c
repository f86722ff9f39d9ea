/* SPDX-License-Identifier: MIT */
/* Is a record consistent in itself? Everything that needs no other record of the plan, for documents and
 * drafts alike: the setters refuse most of it earlier, documents meet it here. */
#include "model/shape_checks.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/records.h"

void hw__found(const hw__finder *into, hw_problem_code code, const char *message)
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
bool hw__ids_repeat(const hw__list *ids)
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
    const hw__finder into = {problems, id, line};
    const hw__decimal zero = {0, 0};
    if (measure->min.present && measure->max.present &&
        hw__decimal_compare(measure->min.value, measure->max.value) > 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "the least value is above the greatest");
    }
    if (measure->kind == HW_MEASURE_COUNT &&
        ((measure->min.present && hw__decimal_compare(measure->min.value, zero) < 0) ||
         (measure->max.present && hw__decimal_compare(measure->max.value, zero) < 0))) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a count is never below zero");
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
    const hw__finder into = {problems, id, line};
    const hw__decimal zero = {0, 0};
    if (goal->weight.present && hw__decimal_compare(goal->weight.value, zero) <= 0) {
        hw__found(&into, HW_PROBLEM_OUT_OF_RANGE, "a weight is above zero");
    }
    const hw__level *levels = goal->levels.items;
    for (uint32_t i = 1; i < goal->levels.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (is_same_level(&levels[i], &levels[j])) {
                hw__found(&into, HW_PROBLEM_CONTRADICTION, "an attainment level is worded twice");
                return;
            }
        }
    }
}

/* ---- assignments ---- */

static bool has_sign(hw_duration duration, int sign)
{
    int64_t days = (int64_t)duration.days * sign, seconds = (int64_t)duration.seconds * sign;
    return duration.days == INT32_MIN || (days >= 0 && seconds >= 0);
}

static void check_window(const hw__finder *into, const hw__window *window)
{
    if (!has_sign(window->opens, -1)) {
        hw__found(into, HW_PROBLEM_OUT_OF_RANGE, "a window opens at the due time or before it");
    }
    if (!has_sign(window->closes, 1)) {
        hw__found(into, HW_PROBLEM_OUT_OF_RANGE, "a window closes at the due time or after it");
    }
    if (!has_sign(window->grace, 1)) {
        hw__found(into, HW_PROBLEM_OUT_OF_RANGE, "the grace is not negative");
    }
}

static void check_tracks(const hw__finder *into, const hw__list *list)
{
    const hw__track *tracks = list->items;
    for (uint32_t i = 1; i < list->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (tracks[i].phase == tracks[j].phase && tracks[i].measure && tracks[j].measure &&
                strcmp(tracks[i].measure, tracks[j].measure) == 0) {
                hw__found(into, HW_PROBLEM_CONTRADICTION, "a measure is asked for twice at one phase");
                return;
            }
        }
    }
}

void hw__check_homework(const hw__finder *into, const hw__window *window, const hw__list *reminders,
                        const hw__list *tracks)
{
    if (window->present) {
        check_window(into, window);
    }
    hw__check_reminders(into, reminders);
    check_tracks(into, tracks);
}

static void check_agreement(const hw__finder *into, const hw_assignment *assignment)
{
    bool by = assignment->agreed_by != NULL, at = assignment->agreed.precision == HW_PRECISION_EXACT;
    if (by != at) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "an agreement says when, and by whom");
    }
    if (by && (assignment->state == HW_ASSIGNMENT_DRAFT || assignment->state == HW_ASSIGNMENT_PROPOSED ||
               assignment->state == HW_ASSIGNMENT_DECLINED)) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "it is agreed, and not in a state for that");
    }
    if (assignment->template_revision && !assignment->template_id) {
        hw__found(into, HW_PROBLEM_CONTRADICTION, "a revision of a template needs the template");
    }
    const hw__obstacle *obstacles = assignment->contract.obstacles.items;
    for (uint32_t i = 1; i < assignment->contract.obstacles.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (obstacles[i].barrier == obstacles[j].barrier) {
                hw__found(into, HW_PROBLEM_CONTRADICTION, "an obstacle is foreseen twice");
                return;
            }
        }
    }
}

void hw__check_assignment(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_assignment *assignment = record;
    const hw__finder into = {problems, id, line};
    if (hw__ids_repeat(&assignment->goals) || hw__ids_repeat(&assignment->steps)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "a goal or step is named twice");
    }
    if (assignment->predecessor && id && strcmp(assignment->predecessor, id) == 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "an assignment continues itself");
    }
    if (hw__ids_repeat(&assignment->skills)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "a skill is named twice");
    }
    check_agreement(&into, assignment);
    hw__check_fields(&into, &assignment->fields);
    hw__check_homework(&into, &assignment->window, &assignment->reminders, &assignment->tracks);
}

/* ---- sessions and holds ---- */

void hw__check_session(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_session *session = record;
    if (is_set(session->start.date) && session->start.seconds == HW_ALL_DAY) {
        hw__found(&(hw__finder){problems, id, line}, HW_PROBLEM_CONTRADICTION,
                  "a session begins at a time of day");
    }
}

void hw__check_hold(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_hold *hold = record;
    const hw__finder into = {problems, id, line};
    if (is_set(hold->from) && is_set(hold->to) && hw_date_compare(hold->from, hold->to) > 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a hold ends before it begins");
    }
    if (hw__ids_repeat(&hold->assignments)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "an assignment is named twice");
    }
}
