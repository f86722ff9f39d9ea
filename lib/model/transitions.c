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

static const uint16_t skills[] = {
    [HW_SKILL_INTRODUCED] = TO(HW_SKILL_PRACTISED_IN_SESSION),
    [HW_SKILL_PRACTISED_IN_SESSION] = TO(HW_SKILL_PRACTISED_SAFE),
    [HW_SKILL_PRACTISED_SAFE] = TO(HW_SKILL_APPLIED),
    [HW_SKILL_APPLIED] = TO(HW_SKILL_GENERALISED),
    [HW_SKILL_GENERALISED] = 0,
};

static const uint16_t messages[] = {
    [HW_MESSAGE_OPEN] = TO(HW_MESSAGE_ACKNOWLEDGED) | TO(HW_MESSAGE_DISCUSSED) | TO(HW_MESSAGE_DEFERRED) |
                        TO(HW_MESSAGE_WITHDRAWN),
    [HW_MESSAGE_ACKNOWLEDGED] = TO(HW_MESSAGE_DISCUSSED) | TO(HW_MESSAGE_RESOLVED),
    [HW_MESSAGE_DISCUSSED] = TO(HW_MESSAGE_RESOLVED) | TO(HW_MESSAGE_OPEN),
    [HW_MESSAGE_DEFERRED] = TO(HW_MESSAGE_DISCUSSED) | TO(HW_MESSAGE_RESOLVED),
    [HW_MESSAGE_WITHDRAWN] = 0,
};

/* The sections whose things have states. */
static const struct {
    size_t offset;
    const hw__words *words;
} stateful[HW__SECTION_COUNT] = {
    [HW__GOALS] = {offsetof(hw_goal, state), &hw__words_goal_state},
    [HW__STEPS] = {offsetof(hw_step, state), &hw__words_step_state},
    [HW__SKILLS] = {offsetof(hw_skill, state), &hw__words_skill_state},
    [HW__ASSIGNMENTS] = {offsetof(hw_assignment, state), &hw__words_assignment_state},
    [HW__SESSIONS] = {offsetof(hw_session, state), &hw__words_session_state},
    [HW__MESSAGES] = {offsetof(hw_message, state), &hw__words_message_state},
};

uint8_t *hw__state_slot(hw_revision *record)
{
    return (uint8_t *)record + stateful[record->shape->section].offset;
}

int hw__record_state(const hw_revision *record)
{
    int section = record->shape->section;
    return stateful[section].words ? ((const uint8_t *)record)[stateful[section].offset] : -1;
}

const hw__words *hw__state_words(hw__section section)
{
    return stateful[section].words;
}

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
    case HW__SKILLS:
        return allows(skills, sizeof skills / sizeof *skills, from, to);
    case HW__MESSAGES:
        return allows(messages, sizeof messages / sizeof *messages, from, to);
    default:
        return true;
    }
}
