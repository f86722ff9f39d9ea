/* SPDX-License-Identifier: MIT */
/* Which state may follow which, as the field has it: one bit for each successor. Staying is always
 * allowed. */
#include "model/plan_store.h"

#define TO(state) (1u << (state))

static const uint16_t goals[] = {
    [HW_GOAL_PROPOSED] =
        TO(HW_GOAL_PLANNED) | TO(HW_GOAL_ACCEPTED) | TO(HW_GOAL_REJECTED) | TO(HW_GOAL_CANCELLED),
    [HW_GOAL_PLANNED] =
        TO(HW_GOAL_ACCEPTED) | TO(HW_GOAL_ACTIVE) | TO(HW_GOAL_REJECTED) | TO(HW_GOAL_CANCELLED),
    [HW_GOAL_ACCEPTED] = TO(HW_GOAL_ACTIVE) | TO(HW_GOAL_CANCELLED),
    [HW_GOAL_ACTIVE] = TO(HW_GOAL_ON_HOLD) | TO(HW_GOAL_COMPLETED) | TO(HW_GOAL_CANCELLED),
    [HW_GOAL_ON_HOLD] = TO(HW_GOAL_ACTIVE) | TO(HW_GOAL_COMPLETED) | TO(HW_GOAL_CANCELLED),
    [HW_GOAL_REJECTED] = 0,
};

static const uint16_t steps[] = {
    [HW_STEP_LOCKED] = TO(HW_STEP_AVAILABLE),
    [HW_STEP_AVAILABLE] = TO(HW_STEP_IN_PRACTICE) | TO(HW_STEP_SKIPPED),
    [HW_STEP_IN_PRACTICE] = TO(HW_STEP_CRITERION_MET) | TO(HW_STEP_AVAILABLE),
    [HW_STEP_CRITERION_MET] = TO(HW_STEP_CONSOLIDATED) | TO(HW_STEP_REGRESSED),
    [HW_STEP_CONSOLIDATED] = 0,
    [HW_STEP_REGRESSED] = TO(HW_STEP_IN_PRACTICE),
    [HW_STEP_SKIPPED] = 0,
};

static const uint16_t assignments[] = {
    [HW_ASSIGNMENT_DRAFT] = TO(HW_ASSIGNMENT_PROPOSED) | TO(HW_ASSIGNMENT_CANCELLED),
    [HW_ASSIGNMENT_PROPOSED] = TO(HW_ASSIGNMENT_AGREED) | TO(HW_ASSIGNMENT_DECLINED) |
                               TO(HW_ASSIGNMENT_DRAFT) | TO(HW_ASSIGNMENT_CANCELLED),
    [HW_ASSIGNMENT_AGREED] = TO(HW_ASSIGNMENT_ACTIVE) | TO(HW_ASSIGNMENT_CANCELLED),
    [HW_ASSIGNMENT_ACTIVE] =
        TO(HW_ASSIGNMENT_ON_HOLD) | TO(HW_ASSIGNMENT_COMPLETED) | TO(HW_ASSIGNMENT_STOPPED),
    [HW_ASSIGNMENT_ON_HOLD] = TO(HW_ASSIGNMENT_ACTIVE) | TO(HW_ASSIGNMENT_STOPPED),
    [HW_ASSIGNMENT_ENTERED_IN_ERROR] = 0,
};

static const uint16_t sessions[] = {
    [HW_SESSION_PLANNED] = TO(HW_SESSION_HELD) | TO(HW_SESSION_MISSED) | TO(HW_SESSION_CANCELLED),
    [HW_SESSION_CANCELLED] = 0,
};

static bool allows(const uint16_t *table, size_t count, int from, int to)
{
    return from == to || ((size_t)from < count && (table[from] >> to & 1u));
}

bool hw__transition_is_legal(hw__section section, int from, int to)
{
    switch (section) {
    case HW__GOALS:
        return to == HW_GOAL_ENTERED_IN_ERROR || allows(goals, sizeof goals / sizeof *goals, from, to);
    case HW__STEPS:
        return allows(steps, sizeof steps / sizeof *steps, from, to);
    case HW__ASSIGNMENTS:
        return to == HW_ASSIGNMENT_ENTERED_IN_ERROR ||
               allows(assignments, sizeof assignments / sizeof *assignments, from, to);
    case HW__SESSIONS:
        return allows(sessions, sizeof sessions / sizeof *sessions, from, to);
    default:
        return true;
    }
}
