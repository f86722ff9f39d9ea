/* SPDX-License-Identifier: MIT */
/* What was agreed about an assignment, in the terms of a contract; and by whom, and when. */
#include "homework/contract.h"

#include <string.h>

#include "model/noun.h"
#include "model/shape_checks.h"

/* An empty contract is none, so that equal agreements make equal records. */
static hw_status note(hw_assignment *assignment, hw_status status)
{
    hw__contract *contract = &assignment->contract;
    contract->present = !hw__part_is_none(&hw__shape_contract, contract);
    return status;
}

#define CONTRACT_TEXT(field)                                                                               \
    const char *hw_assignment_##field(const hw_assignment *assignment, const char *language)               \
    {                                                                                                      \
        return assignment ? hw__texts_pick(&assignment->contract.field, language) : NULL;                  \
    }                                                                                                      \
    hw_status hw_assignment_set_##field(hw_assignment *assignment, const char *language, const char *text) \
    {                                                                                                      \
        return assignment                                                                                  \
                   ? note(assignment, hw__draft_text(&assignment->head, &assignment->contract.field,       \
                                                     language, text, HW__MAX_TEXT_BYTES, false, #field))   \
                   : HW_ERR_ARGUMENT;                                                                      \
    }

CONTRACT_TEXT(what)
CONTRACT_TEXT(where)
CONTRACT_TEXT(when)
CONTRACT_TEXT(how_often)
CONTRACT_TEXT(how_long)
CONTRACT_TEXT(rationale)
CONTRACT_TEXT(cue)
CONTRACT_TEXT(action)

/* `name` is what the functions are called, `field` what the struct calls it. */
#define CONTRACT_PERCENT(name, field)                                                                      \
    int32_t hw_assignment_##name(const hw_assignment *assignment)                                          \
    {                                                                                                      \
        return assignment ? assignment->contract.field : -1;                                               \
    }                                                                                                      \
    hw_status hw_assignment_set_##name(hw_assignment *assignment, int32_t name)                            \
    {                                                                                                      \
        return assignment ? note(assignment, hw__draft_int(&assignment->head, &assignment->contract.field, \
                                                           name, -1, 100, #name))                          \
                          : HW_ERR_ARGUMENT;                                                               \
    }

CONTRACT_PERCENT(likelihood, likelihood)
CONTRACT_PERCENT(expected_difficulty, difficulty)

#define CONTRACT_BOOL(name, field)                                                                          \
    bool hw_assignment_##name(const hw_assignment *assignment)                                              \
    {                                                                                                       \
        return assignment && assignment->contract.field;                                                    \
    }                                                                                                       \
    hw_status hw_assignment_set_##name(hw_assignment *assignment, bool name)                                \
    {                                                                                                       \
        return assignment                                                                                   \
                   ? note(assignment, hw__draft_bool(&assignment->head, &assignment->contract.field, name)) \
                   : HW_ERR_ARGUMENT;                                                                       \
    }

CONTRACT_BOOL(rehearsed, rehearsed)
CONTRACT_BOOL(sheet_given, sheet)

bool hw_assignment_with(const hw_assignment *assignment, hw_role *out)
{
    if (!assignment || assignment->contract.with == HW__UNSET_WORD) {
        return false;
    }
    if (out) {
        *out = (hw_role)assignment->contract.with;
    }
    return true;
}

hw_status hw_assignment_set_with(hw_assignment *assignment, hw_role with)
{
    return assignment ? note(assignment, hw__draft_word(&assignment->head, &assignment->contract.with,
                                                        (int)with, &hw__words_role, "with"))
                      : HW_ERR_ARGUMENT;
}

hw_status hw_assignment_clear_with(hw_assignment *assignment)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    assignment->contract.with = HW__UNSET_WORD;
    return note(assignment, HW_OK);
}

/* ---- obstacles ---- */

static const hw__obstacle *obstacle_at(const hw_assignment *assignment, size_t index)
{
    if (!assignment || index >= assignment->contract.obstacles.count) {
        return NULL;
    }
    return (const hw__obstacle *)assignment->contract.obstacles.items + index;
}

size_t hw_assignment_obstacle_count(const hw_assignment *assignment)
{
    return assignment ? assignment->contract.obstacles.count : 0;
}

hw_barrier hw_assignment_obstacle_at(const hw_assignment *assignment, size_t index)
{
    const hw__obstacle *obstacle = obstacle_at(assignment, index);
    return obstacle ? (hw_barrier)obstacle->barrier : HW_BARRIER_OTHER;
}

const char *hw_assignment_coping_at(const hw_assignment *assignment, size_t index, const char *language)
{
    const hw__obstacle *obstacle = obstacle_at(assignment, index);
    return obstacle ? hw__texts_pick(&obstacle->coping, language) : NULL;
}

static hw__obstacle *find_obstacle(hw_assignment *assignment, uint8_t barrier)
{
    hw__obstacle *items = assignment->contract.obstacles.items;
    for (uint32_t i = 0; i < assignment->contract.obstacles.count; i++) {
        if (items[i].barrier == barrier) {
            return &items[i];
        }
    }
    return NULL;
}

hw_status hw_assignment_add_obstacle(hw_assignment *assignment, hw_barrier barrier, const char *language,
                                     const char *coping)
{
    hw_status status;
    uint8_t code = 0;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    status = hw__draft_word(draft, &code, (int)barrier, &hw__words_barrier, "obstacle");
    if (status == HW_OK) {
        status = hw__draft_check_text(draft, language, coping, HW__MAX_TEXT_BYTES, false, "coping");
    }
    if (status != HW_OK) {
        return status;
    }
    hw__list *list = &assignment->contract.obstacles;
    hw__obstacle *obstacle = find_obstacle(assignment, code);
    if (!obstacle && list->count >= HW__MAX_OBSTACLES) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "obstacle", "is one too many: 20 at most");
    }
    if (!obstacle) {
        obstacle = hw__list_add(&draft->arena, list, sizeof *obstacle);
    }
    if (!obstacle) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "obstacle", "");
    }
    obstacle->barrier = code;
    note(assignment, HW_OK);
    return hw__draft_text(draft, &obstacle->coping, language, coping, HW__MAX_TEXT_BYTES, false, "coping");
}

hw_status hw_assignment_clear_obstacles(hw_assignment *assignment)
{
    return assignment ? note(assignment, hw__draft_clear(&assignment->head, &assignment->contract.obstacles))
                      : HW_ERR_ARGUMENT;
}

/* ---- agreement ---- */

bool hw__assignment_is_agreed(const hw_assignment *assignment)
{
    switch (assignment->state) {
    case HW_ASSIGNMENT_AGREED:
    case HW_ASSIGNMENT_ACTIVE:
    case HW_ASSIGNMENT_ON_HOLD:
    case HW_ASSIGNMENT_COMPLETED:
    case HW_ASSIGNMENT_STOPPED:
        return true;
    default:
        return assignment->agreed_by != NULL; /* cancelled, or entered in error, after it was agreed */
    }
}

/* The revision with which it was agreed; NULL if it has not been. */
static const hw_assignment *agreement(const hw_plan *plan, const char *id)
{
    const hw__thing *thing = plan && id ? hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    if (!thing || !hw__assignment_is_agreed((const hw_assignment *)hw__thing_latest(thing))) {
        return NULL;
    }
    size_t first = thing->revisions.count;
    while (first > 0 && hw__assignment_is_agreed((const hw_assignment *)thing->revisions.items[first - 1])) {
        first--;
    }
    return (const hw_assignment *)thing->revisions.items[first];
}

hw_moment hw_plan_agreed_at(const hw_plan *plan, const char *assignment)
{
    const hw_assignment *agreed = agreement(plan, assignment);
    if (!agreed) {
        return (hw_moment){0};
    }
    return agreed->agreed_by ? agreed->agreed : agreed->head.recorded;
}

const char *hw_plan_agreed_by(const hw_plan *plan, const char *assignment)
{
    const hw_assignment *agreed = agreement(plan, assignment);
    if (!agreed) {
        return NULL;
    }
    return agreed->agreed_by ? agreed->agreed_by : agreed->head.by;
}
