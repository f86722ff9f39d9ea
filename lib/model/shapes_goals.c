/* SPDX-License-Identifier: MIT */
/* The document form of goals and steps, of scores, and of skills. */
#include "model/shape_rows.h"

static const hw__attribute level_attributes[] = {
    ATTRIBUTE("score", INT, hw__level, score, REQUIRED, .least = -2, .most = 2, .fallback = INT32_MIN),
};
const hw__shape hw__shape_level = {
    .name = "level",
    .size = sizeof(hw__level),
    .section = HW__SECTION_COUNT,
    .attributes = level_attributes,
    .attribute_count = COUNT_OF(level_attributes),
    .has_text = true,
    .text_offset = offsetof(hw__level, text),
};

static const hw__attribute goal_attributes[] = {
    ATTRIBUTE("state", WORD, hw_goal, state, .flags = HW__ALWAYS, .words = &hw__words_goal_state,
              .fallback = HW_GOAL_ACTIVE),
    ATTRIBUTE("achievement", WORD, hw_goal, achievement, .words = &hw__words_achievement,
              .fallback = HW_ACHIEVEMENT_NONE),
    ATTRIBUTE("measure", REF, hw_goal, measure, .section = HW__MEASURES),
    ATTRIBUTE("baseline", DECIMAL, hw_goal, baseline, PLAIN),
    ATTRIBUTE("target", DECIMAL, hw_goal, target, PLAIN),
    ATTRIBUTE("direction", WORD, hw_goal, direction, .words = &hw__words_direction,
              .fallback = HW_DIRECTION_NONE),
    ATTRIBUTE("due", DATE, hw_goal, due, PLAIN),
    ATTRIBUTE("weight", DECIMAL, hw_goal, weight, PLAIN),
};
static const hw__child goal_children[] = {
    CHILD("title", LINE, hw_goal, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("description", TEXT, hw_goal, description, .most = HW__MAX_TEXT_BYTES),
    CHILD("level", LIST, hw_goal, levels, .most = HW__MAX_LEVELS, .shape = &hw__shape_level),
};
const hw__shape hw__shape_goal = {
    .name = "goal",
    .size = sizeof(hw_goal),
    .section = HW__GOALS,
    .attributes = goal_attributes,
    .attribute_count = COUNT_OF(goal_attributes),
    .children = goal_children,
    .child_count = COUNT_OF(goal_children),
    .check = hw__check_goal,
};

static const hw__attribute criterion_attributes[] = {
    ATTRIBUTE("measure", REF, hw__criterion, measure, .section = HW__MEASURES),
    ATTRIBUTE("phase", WORD, hw__criterion, phase, .words = &hw__words_phase, .fallback = HW_PHASE_NONE),
    ATTRIBUTE("comparator", WORD, hw__criterion, comparator, .words = &hw__words_comparator,
              .fallback = HW_AT_LEAST),
    ATTRIBUTE("value", DECIMAL, hw__criterion, value, PLAIN),
    ATTRIBUTE("times", INT, hw__criterion, times, .least = 1, .most = 999, .fallback = 1),
    ATTRIBUTE("within", DURATION, hw__criterion, within, .least = 1, .most = 1),
};
const hw__shape hw__shape_criterion = {
    .name = "criterion",
    .size = sizeof(hw__criterion),
    .section = HW__SECTION_COUNT,
    .attributes = criterion_attributes,
    .attribute_count = COUNT_OF(criterion_attributes),
    .check = hw__check_criterion,
};

static const hw__attribute step_attributes[] = {
    ATTRIBUTE("goal", REF, hw_step, goal, REQUIRED, .section = HW__GOALS),
    ATTRIBUTE("position", INT, hw_step, position, .least = 0, .most = 9999),
    ATTRIBUTE("state", WORD, hw_step, state, .flags = HW__ALWAYS, .words = &hw__words_step_state,
              .fallback = HW_STEP_AVAILABLE),
    ATTRIBUTE("reached", DATE, hw_step, reached, PLAIN),
    ATTRIBUTE("difficulty", INT, hw_step, difficulty, .least = 0, .most = 100, .fallback = -1),
};
static const hw__child step_children[] = {
    CHILD("title", LINE, hw_step, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("criterion", ONE, hw_step, criterion, .since = 2, .shape = &hw__shape_criterion),
};
const hw__shape hw__shape_step = {
    .name = "step",
    .size = sizeof(hw_step),
    .section = HW__STEPS,
    .attributes = step_attributes,
    .attribute_count = COUNT_OF(step_attributes),
    .children = step_children,
    .child_count = COUNT_OF(step_children),
};

static const hw__attribute score_attributes[] = {
    ATTRIBUTE("goal", REF, hw_score, goal, REQUIRED, .section = HW__GOALS),
    ATTRIBUTE("session", REF, hw_score, session, .section = HW__SESSIONS),
    ATTRIBUTE("rater", REF, hw_score, rater, REQUIRED, .section = HW__PEOPLE),
    ATTRIBUTE("level", INT, hw_score, level, REQUIRED, .least = -2, .most = 2, .fallback = INT32_MIN),
};
const hw__shape hw__shape_score = {
    .name = "score",
    .size = sizeof(hw_score),
    .section = HW__SCORES,
    .since = 2,
    .attributes = score_attributes,
    .attribute_count = COUNT_OF(score_attributes),
};

static const hw__attribute skill_attributes[] = {
    ATTRIBUTE("state", WORD, hw_skill, state, .flags = HW__ALWAYS, .words = &hw__words_skill_state,
              .fallback = HW_SKILL_INTRODUCED),
    ATTRIBUTE("evidence", KEY, hw_skill, evidence, PLAIN),
    ATTRIBUTE("goals", REFS, hw_skill, goals, .section = HW__GOALS, .most = HW__MAX_ITEMS),
};
static const hw__child skill_children[] = {
    CHILD("title", LINE, hw_skill, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("description", TEXT, hw_skill, description, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_skill = {
    .name = "skill",
    .size = sizeof(hw_skill),
    .section = HW__SKILLS,
    .since = 2,
    .attributes = skill_attributes,
    .attribute_count = COUNT_OF(skill_attributes),
    .children = skill_children,
    .child_count = COUNT_OF(skill_children),
    .check = hw__check_skill,
};
