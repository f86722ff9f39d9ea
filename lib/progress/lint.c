/* SPDX-License-Identifier: MIT */
/* What does an agreement on homework lack? One row of a table for each thing that can be seen by the
 * fields that are filled in. */
#include "progress/lint.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"

#define MOST_LIKELIHOOD 100

static bool has(const hw__texts *texts)
{
    return texts->list.count > 0;
}

/* ---- what is there ---- */

static bool has_what(const hw_assignment *assignment)
{
    return has(&assignment->contract.what) || has(&assignment->instructions);
}

/* A time of the day, a time around a session, or what it is to be done after. */
static bool has_when(const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    if (has(&assignment->contract.when)) {
        return true;
    }
    if (!schedule->present) {
        return false;
    }
    bool has_offset = schedule->offset.days != INT32_MIN && schedule->offset.seconds != 0;
    bool has_clock = schedule->start.date.year && schedule->start.seconds != HW_ALL_DAY;
    return schedule->times.count > 0 || has_offset || has_clock || has(&schedule->trigger);
}

static bool has_where(const hw_assignment *assignment)
{
    return has(&assignment->contract.where);
}

static bool has_how_often(const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    return has(&assignment->contract.how_often) ||
           (schedule->present && schedule->kind != HW_SCHEDULE_ON_DEMAND);
}

static bool has_how_long(const hw_assignment *assignment)
{
    return assignment->minutes > 0 || has(&assignment->contract.how_long);
}

static bool has_rationale(const hw_assignment *assignment)
{
    return has(&assignment->contract.rationale);
}

static bool has_cue(const hw_assignment *assignment)
{
    return has(&assignment->contract.cue);
}

static bool has_action(const hw_assignment *assignment)
{
    return has(&assignment->contract.action);
}

static bool has_obstacles(const hw_assignment *assignment)
{
    return assignment->contract.obstacles.count > 0;
}

static bool has_likelihood(const hw_assignment *assignment)
{
    return assignment->contract.likelihood >= 0;
}

static bool has_difficulty(const hw_assignment *assignment)
{
    return assignment->contract.difficulty >= 0;
}

static bool is_rehearsed(const hw_assignment *assignment)
{
    return assignment->contract.rehearsed;
}

static bool has_sheet(const hw_assignment *assignment)
{
    return assignment->contract.sheet;
}

/* By code; NULL where more than a look is needed. */
static bool (*const is_there[HW_LINT_CODE_COUNT])(const hw_assignment *assignment) = {
    [HW_LINT_WHAT] = has_what,
    [HW_LINT_WHEN] = has_when,
    [HW_LINT_WHERE] = has_where,
    [HW_LINT_HOW_OFTEN] = has_how_often,
    [HW_LINT_HOW_LONG] = has_how_long,
    [HW_LINT_RATIONALE] = has_rationale,
    [HW_LINT_CUE] = has_cue,
    [HW_LINT_ACTION] = has_action,
    [HW_LINT_OBSTACLES] = has_obstacles,
    [HW_LINT_AGREEMENT] = hw__assignment_is_agreed,
    [HW_LINT_LIKELIHOOD_MISSING] = has_likelihood,
    [HW_LINT_DIFFICULTY] = has_difficulty,
    [HW_LINT_REHEARSAL] = is_rehearsed,
    [HW_LINT_SHEET] = has_sheet,
};

/* ---- what is missing ---- */

static bool add_coping(hw_lint *lint, const hw_assignment *assignment, hw__finding finding)
{
    const hw__obstacle *obstacles = assignment->contract.obstacles.items;
    bool good = true;
    for (uint32_t i = 0; good && i < assignment->contract.obstacles.count; i++) {
        finding.obstacle = obstacles[i].barrier;
        good = has(&obstacles[i].coping) || hw__vec_push(&lint->findings, finding);
    }
    return good;
}

static bool add_low(hw_lint *lint, const hw_assignment *assignment, hw__finding finding, int32_t threshold)
{
    finding.value = assignment->contract.likelihood;
    finding.limit = threshold;
    finding.unit = "%";
    return finding.value < 0 || finding.value >= threshold || hw__vec_push(&lint->findings, finding);
}

/* Adds what one assignment lacks; false without memory. */
static bool add_assignment(hw_lint *lint, const hw_assignment *assignment, int32_t threshold)
{
    hw__finding finding = {
        .assignment = hw__arena_text(&lint->arena, assignment->head.id, strlen(assignment->head.id))};
    bool good = finding.assignment != NULL;
    for (int code = 0; good && code < HW_LINT_CODE_COUNT; code++) {
        finding.code = (uint8_t)code;
        if (code == HW_LINT_COPING) {
            good = add_coping(lint, assignment, finding);
        } else if (code == HW_LINT_LIKELIHOOD_LOW) {
            good = add_low(lint, assignment, finding, threshold);
        } else if (is_there[code] && !is_there[code](assignment)) {
            good = hw__vec_push(&lint->findings, finding);
        }
    }
    return good;
}

static bool is_designed(const hw_assignment *assignment)
{
    return assignment->state == HW_ASSIGNMENT_PROPOSED || assignment->state == HW_ASSIGNMENT_AGREED ||
           assignment->state == HW_ASSIGNMENT_ACTIVE;
}

static hw_status add_one(hw_lint *lint, const hw_plan *plan, const char *id, hw_instant as_of,
                         int32_t threshold, hw_error *err)
{
    const hw__thing *thing = hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id));
    const hw_revision *known = thing ? hw__thing_known(thing, as_of) : NULL;
    if (!known) {
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "there is no such assignment as of the moment");
    }
    return add_assignment(lint, (const hw_assignment *)known, threshold) ? HW_OK : hw__no_memory(err);
}

static hw_status add_all(hw_lint *lint, const hw_plan *plan, hw_instant as_of, int32_t threshold,
                         hw_error *err)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < things->count; i++) {
        const hw_assignment *known = (const hw_assignment *)hw__thing_known(&things->items[i], as_of);
        if (known && is_designed(known) && !add_assignment(lint, known, threshold)) {
            return hw__no_memory(err);
        }
    }
    return HW_OK;
}

/* Adds what is too much; false without memory. */
static bool add_overload(hw_lint *lint)
{
    const hw__load *load = &lint->load;
    const hw__finding findings[] = {
        {.code = HW_LINT_OVERLOAD, .value = load->minutes, .limit = load->minutes_room, .unit = "min"},
        {.code = HW_LINT_OVERLOAD,
         .value = (int64_t)load->active,
         .limit = load->assignments_room,
         .unit = "{assignment}"},
    };
    bool good = true;
    for (size_t i = 0; good && i < sizeof findings / sizeof *findings; i++) {
        bool too_much = findings[i].limit > 0 && findings[i].value > findings[i].limit;
        good = !too_much || hw__vec_push(&lint->findings, findings[i]);
    }
    return good;
}

hw_lint *hw_plan_lint(const hw_plan *plan, const char *assignment, hw_instant as_of, int32_t threshold,
                      hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    if (threshold < 0 || threshold > MOST_LIKELIHOOD) {
        hw__fail(err, HW_ERR_RANGE, "threshold", "a likelihood is 0 to %d", MOST_LIKELIHOOD);
        return NULL;
    }
    hw_lint *lint = HW__NEW(lint);
    if (!lint) {
        hw__no_memory(err);
        return NULL;
    }
    hw_status status = assignment ? add_one(lint, plan, assignment, as_of, threshold, err)
                                  : add_all(lint, plan, as_of, threshold, err);
    if (status == HW_OK) {
        status = hw__load_measure(plan, as_of, &lint->load, err);
    }
    if (status == HW_OK && !add_overload(lint)) {
        status = hw__no_memory(err);
    }
    if (status != HW_OK) {
        hw_lint_free(lint);
        return NULL;
    }
    hw__ok(err);
    return lint;
}

void hw_lint_free(hw_lint *lint)
{
    if (lint) {
        hw__vec_free(&lint->findings);
        hw__arena_free(&lint->arena);
        HW__DELETE(lint, lint);
    }
}
