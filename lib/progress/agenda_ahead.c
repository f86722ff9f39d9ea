/* SPDX-License-Identifier: MIT */
/* What the way ahead puts on the agenda: steps for which a change is suggested, how the goals go, and what is to be
 * planned. */
#include <string.h>

#include "base/fail.h"
#include "homework/words.h"
#include "progress/agenda.h"

#define SOON 7 /* days ahead that are looked at when no session is planned */

/* ---- steps ---- */

static bool reason_of(hw_suggestion suggestion, uint8_t *out)
{
    switch (suggestion) {
    case HW_SUGGESTION_STEP_UP:
        *out = HW_AGENDA_REASON_STEP_UP;
        return true;
    case HW_SUGGESTION_STEP_DOWN:
        *out = HW_AGENDA_REASON_STEP_DOWN;
        return true;
    case HW_SUGGESTION_SIMPLIFY:
        *out = HW_AGENDA_REASON_SIMPLIFY;
        return true;
    case HW_SUGGESTION_NONE:
    case HW_SUGGESTION_HOLD:
        break;
    }
    return false;
}

hw_status hw__agenda_steps(hw__agenda_maker *maker)
{
    const hw_areas *whole = maker->agenda->whole;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_areas_suggestion_count(whole); i++) {
        uint8_t reason;
        const hw_revision *step = hw__agenda_known(maker, HW__STEPS, hw_areas_suggestion_step_at(whole, i));
        if (!step || !reason_of(hw_areas_suggestion_at(whole, i), &reason)) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_STEPS,
                                .reason = reason,
                                .kind = HW_EVIDENCE_STEP,
                                .likelihood = -1,
                                .detail = hw_word_at(HW_WORDS_SUGGESTION_REASON,
                                                     (int)hw_areas_suggestion_reason_at(whole, i)),
                                .evidence = hw_areas_suggestion_evidence_at(whole, i),
                                .row = i};
        status = hw__agenda_add(maker, item, step);
    }
    return status;
}

/* ---- goals ---- */

static bool is_worked_on(const hw_goal *goal)
{
    return goal->state == HW_GOAL_ACCEPTED || goal->state == HW_GOAL_ACTIVE;
}

/* In the order in which the reasons stand: what needs attention first. */
static const struct {
    uint8_t area, reason;
} of_area[] = {
    {HW_AREA_NEEDS_WORK, HW_AGENDA_REASON_GOAL_NEEDS_WORK},
    {HW_AREA_STEADY, HW_AGENDA_REASON_GOAL_STEADY},
    {HW_AREA_PROGRESS, HW_AGENDA_REASON_GOAL_PROGRESS},
};

static hw_status add_goals(hw__agenda_maker *maker, uint8_t area, uint8_t reason)
{
    const hw_areas *whole = maker->agenda->whole;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_areas_count(whole); i++) {
        if (hw_areas_subject_at(whole, i) != HW_SUBJECT_GOAL || hw_areas_area_at(whole, i) != (hw_area)area) {
            continue;
        }
        const hw_revision *goal = hw__agenda_known(maker, HW__GOALS, hw_areas_id_at(whole, i));
        if (!goal || !is_worked_on((const hw_goal *)goal)) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_GOALS,
                                .reason = reason,
                                .kind = HW_EVIDENCE_GOAL,
                                .likelihood = -1,
                                .detail = hw_word_at(HW_WORDS_AREA_RULE, (int)hw_areas_rule_at(whole, i)),
                                .evidence = hw_areas_evidence_at(whole, i),
                                .row = i};
        status = hw__agenda_add(maker, item, goal);
    }
    return status;
}

hw_status hw__agenda_goals(hw__agenda_maker *maker)
{
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < sizeof of_area / sizeof *of_area; i++) {
        status = add_goals(maker, of_area[i].area, of_area[i].reason);
    }
    return status;
}

/* ---- what is to be planned ---- */

static const hw_assignment *active_at(const hw__agenda_maker *maker, size_t index)
{
    const hw__thing *thing = &maker->plan->sections[HW__ASSIGNMENTS].items[index];
    const hw_assignment *known = (const hw_assignment *)hw__thing_known(thing, maker->as_of);
    return known && known->state == HW_ASSIGNMENT_ACTIVE ? known : NULL;
}

static const hw_goal *goal_at(const hw__agenda_maker *maker, size_t index)
{
    const hw__thing *thing = &maker->plan->sections[HW__GOALS].items[index];
    const hw_goal *known = (const hw_goal *)hw__thing_known(thing, maker->as_of);
    return known && is_worked_on(known) ? known : NULL;
}

static hw__agenda_item planning(uint8_t reason, uint8_t kind)
{
    return (hw__agenda_item){.section = HW_AGENDA_PLANNING, .reason = reason, .kind = kind, .likelihood = -1};
}

static hw_status add_beginnings(hw__agenda_maker *maker)
{
    bool goals = false, homework = false;
    for (size_t i = 0; i < maker->plan->sections[HW__GOALS].count; i++) {
        goals |= goal_at(maker, i) != NULL;
    }
    for (size_t i = 0; i < maker->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw__thing *thing = &maker->plan->sections[HW__ASSIGNMENTS].items[i];
        const hw_assignment *known = (const hw_assignment *)hw__thing_known(thing, maker->as_of);
        homework |= known && (known->state == HW_ASSIGNMENT_ACTIVE || known->state == HW_ASSIGNMENT_AGREED);
    }
    hw_status status = HW_OK;
    if (!goals) {
        status = hw__agenda_add_id(maker, planning(HW_AGENDA_REASON_NO_GOAL, HW__AGENDA_OF_PLAN), NULL);
    }
    if (status == HW_OK && !homework) {
        status = hw__agenda_add_id(maker, planning(HW_AGENDA_REASON_NO_HOMEWORK, HW__AGENDA_OF_PLAN), NULL);
    }
    return status;
}

/* The last day on which something can be due; HW__DAY_MAX = it does not end by itself. */
static int32_t last_day(const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    int32_t until = schedule->until.year ? hw__day_from_date(schedule->until) : HW__DAY_MAX;
    if (!schedule->present) {
        return HW__DAY_MAX;
    }
    if (schedule->kind == HW_SCHEDULE_ONCE) {
        return hw__day_from_date(schedule->start.date);
    }
    bool counts = schedule->kind == HW_SCHEDULE_RECURRING && schedule->compiled.last < until;
    return counts ? schedule->compiled.last : until;
}

/* Homework that ends before there is another session after the next one: up to a week after it. */
static hw_status add_endings(hw__agenda_maker *maker)
{
    hw_date next = maker->agenda->next_start.date;
    int32_t today = hw__day_from_date(maker->today);
    int32_t horizon = (maker->agenda->next ? hw__day_from_date(next) : today) + SOON;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < maker->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = active_at(maker, i);
        int32_t last = assignment ? last_day(assignment) : HW__DAY_MAX;
        if (last < today || last > horizon) {
            continue;
        }
        hw__agenda_item item = planning(HW_AGENDA_REASON_ENDING, HW_EVIDENCE_ASSIGNMENT);
        item.value = last - today;
        item.has_value = true;
        status = hw__agenda_add(maker, item, &assignment->head);
    }
    return status;
}

static void mark_goal(const hw__agenda_maker *maker, const char *id, bool *served)
{
    const hw__thing *thing = id ? hw__plan_thing(maker->plan, HW__GOALS, id, strlen(id)) : NULL;
    if (thing) {
        served[thing - maker->plan->sections[HW__GOALS].items] = true;
    }
}

/* The goals that an assignment is for: by itself, or by one of its steps. */
static void mark_goals(const hw__agenda_maker *maker, const hw_assignment *assignment, bool *served)
{
    for (uint32_t i = 0; i < assignment->goals.count; i++) {
        mark_goal(maker, ((char *const *)assignment->goals.items)[i], served);
    }
    for (uint32_t i = 0; i < assignment->steps.count; i++) {
        const hw_step *step =
            (const hw_step *)hw__agenda_known(maker, HW__STEPS, ((char *const *)assignment->steps.items)[i]);
        mark_goal(maker, step ? step->goal : NULL, served);
    }
}

static hw_status add_goals_without(hw__agenda_maker *maker)
{
    size_t count = maker->plan->sections[HW__GOALS].count;
    bool *served = hw__zalloc(count, sizeof *served);
    hw_status status = HW_OK;
    if (!served) {
        return hw__no_memory(maker->err);
    }
    for (size_t i = 0; i < maker->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = active_at(maker, i);
        if (assignment) {
            mark_goals(maker, assignment, served);
        }
    }
    for (size_t i = 0; status == HW_OK && i < count; i++) {
        const hw_goal *goal = goal_at(maker, i);
        if (goal && !served[i]) {
            status = hw__agenda_add(maker, planning(HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK, HW_EVIDENCE_GOAL),
                                    &goal->head);
        }
    }
    hw__free(served);
    return status;
}

/* An item for each assignment, with its first finding; those of one assignment come in a row. */
static hw_status add_findings(hw__agenda_maker *maker)
{
    const hw_lint *lint = maker->agenda->lint;
    hw_status status = HW_OK;
    size_t next;
    for (size_t i = 0; status == HW_OK && i < hw_lint_count(lint); i = next) {
        const char *id = hw_lint_assignment_at(lint, i);
        for (next = i + 1; next < hw_lint_count(lint); next++) {
            const char *other = hw_lint_assignment_at(lint, next);
            if (id ? !other || strcmp(id, other) != 0 : other != NULL) {
                break;
            }
        }
        hw__agenda_item item =
            planning(HW_AGENDA_REASON_AGREEMENT_LACKS, id ? HW_EVIDENCE_ASSIGNMENT : HW__AGENDA_OF_PLAN);
        item.value = (int64_t)(next - i);
        item.has_value = true;
        item.detail = hw_lint_code_name(hw_lint_code_at(lint, i));
        item.row = i;
        status = hw__agenda_add(maker, item, id ? hw__agenda_known(maker, HW__ASSIGNMENTS, id) : NULL);
    }
    return status;
}

hw_status hw__agenda_planning(hw__agenda_maker *maker)
{
    static hw_status (*const parts[])(hw__agenda_maker * maker) = {add_beginnings, add_endings,
                                                                   add_goals_without, add_findings};
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < sizeof parts / sizeof *parts; i++) {
        status = parts[i](maker);
    }
    return status;
}
