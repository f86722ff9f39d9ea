/* SPDX-License-Identifier: MIT */
/* People, measures, goals, steps, skills and templates as tables. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

NOUN_FUNCTIONS(person)
SET_WORD(person, role, hw_role)
SET_LINE(person, name)
SET_LINE(person, language)

static const cli_field person_fields[] = {
    {"role", FIELD_WORD, HW_WORDS_ROLE, person_set_role, NULL},
    {"name", FIELD_TEXT, 0, person_set_name, NULL},
    {"language", FIELD_TEXT, 0, person_set_language, NULL},
};

static void *make_person(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_person_new(id, (hw_role)cli_given_word(given, "role", HW_WORDS_ROLE, HW_ROLE_CLIENT), err);
}

const cli_noun cli_people = {NOUN_ROW(person, "role", person_fields)};

NOUN_FUNCTIONS(measure)
SET_TEXT(measure, title)
SET_WORD(measure, kind, hw_quantity)
SET_LINE(measure, unit)
SET_NUMBER(measure, min)
SET_NUMBER(measure, max)
SET_YES_NO(measure, whole)
SET_WORD(measure, better, hw_better)

static const cli_field measure_fields[] = {
    {"title", FIELD_TEXT, 0, measure_set_title, NULL},
    {"kind", FIELD_WORD, HW_WORDS_QUANTITY, measure_set_kind, NULL},
    {"unit", FIELD_TEXT, 0, measure_set_unit, NULL},
    {"min", FIELD_NUMBER, 0, measure_set_min, NULL},
    {"max", FIELD_NUMBER, 0, measure_set_max, NULL},
    {"whole", FIELD_YES_NO, 0, measure_set_whole, NULL},
    {"better", FIELD_WORD, HW_WORDS_BETTER, measure_set_better, NULL},
};

static void *make_measure(const cli_arguments *given, const char *id, hw_error *err)
{
    int kind = cli_given_word(given, "kind", HW_WORDS_QUANTITY, HW_MEASURE_RATING);
    return hw_measure_new(id, cli_given(given, "title"), (hw_quantity)kind, err);
}

const cli_noun cli_measures = {NOUN_ROW(measure, "title", measure_fields)};

NOUN_FUNCTIONS(goal)
NOUN_STATES(goal, hw_goal_lifecycle)
SET_TEXT(goal, title)
SET_TEXT(goal, description)
SET_WORD(goal, achievement, hw_achievement)
SET_LINE(goal, measure)
SET_NUMBER(goal, baseline)
SET_NUMBER(goal, target)
SET_WORD(goal, direction, hw_direction)
SET_DAY(goal, due)
SET_NUMBER(goal, weight)
SET_WORD(goal, state, hw_goal_lifecycle)

/* "level.-2=Eats alone every day". */
static hw_status set_level(void *draft, const cli_value *value)
{
    double level;
    if (!value->key || !cli_number(value->key, &level) || level < -2 || level > 2 || level != (int)level)
        return HW_ERR_SYNTAX;
    return hw_goal_set_level(draft, (int32_t)level, NULL, value->text);
}

static const cli_field goal_fields[] = {
    {"title", FIELD_TEXT, 0, goal_set_title, NULL},
    {"description", FIELD_TEXT, 0, goal_set_description, NULL},
    {"state", FIELD_WORD, HW_WORDS_GOAL_STATE, goal_set_state, NULL},
    {"achievement", FIELD_WORD, HW_WORDS_ACHIEVEMENT, goal_set_achievement, NULL},
    {"measure", FIELD_TEXT, 0, goal_set_measure, NULL},
    {"baseline", FIELD_NUMBER, 0, goal_set_baseline, NULL},
    {"target", FIELD_NUMBER, 0, goal_set_target, NULL},
    {"direction", FIELD_WORD, HW_WORDS_DIRECTION, goal_set_direction, NULL},
    {"due", FIELD_DAY, 0, goal_set_due, NULL},
    {"weight", FIELD_NUMBER, 0, goal_set_weight, NULL},
    {"level", FIELD_TEXT, 0, set_level, "level.N=TEXT, N from -2 to 2"},
};

static void *make_goal(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_goal_new(id, cli_given(given, "title"), err);
}

const cli_noun cli_goals = {NOUN_ROW(goal, "title", goal_fields), NOUN_STATE_ROW(goal, HW_WORDS_GOAL_STATE)};

NOUN_FUNCTIONS(step)
NOUN_STATES(step, hw_step_stage)
SET_TEXT(step, title)
SET_LINE(step, goal)
SET_WHOLE(step, position)
SET_DAY(step, reached)
SET_WHOLE(step, difficulty)
SET_WORD(step, state, hw_step_stage)

/* "suds peak at-most 40 times 3 within P2W"; the phase may be left out. */
static hw_status set_criterion(void *draft, const cli_value *value)
{
    char text[256], measure[65], phase[32], comparator[32], within[32] = "";
    double number;
    int times = 1;
    hw_duration span = {0, 0};
    hw_error err;
    if (!value->text)
        return hw_step_clear_criterion(draft);
    if (strlen(value->text) >= sizeof text)
        return HW_ERR_SYNTAX;
    int read = sscanf(value->text, "%64s %31s %31s %lf times %d within %31s", measure, phase, comparator,
                      &number, &times, within);
    int phase_value = hw_word_find(HW_WORDS_PHASE, phase);
    if (read < 4) {
        read = sscanf(value->text, "%64s %31s %lf times %d within %31s", measure, comparator, &number, &times,
                      within);
        phase_value = read < 3 ? -1 : HW_PHASE_NONE;
    }
    int comparator_value = phase_value < 0 ? -1 : hw_word_find(HW_WORDS_COMPARATOR, comparator);
    if (comparator_value < 0 || (*within && hw_duration_parse(within, &span, &err) != HW_OK))
        return HW_ERR_SYNTAX;
    return hw_step_set_criterion(draft, measure, (hw_phase)phase_value, (hw_comparator)comparator_value,
                                 number, times, span);
}

static const cli_field step_fields[] = {
    {"title", FIELD_TEXT, 0, step_set_title, NULL},
    {"goal", FIELD_TEXT, 0, step_set_goal, NULL},
    {"state", FIELD_WORD, HW_WORDS_STEP_STATE, step_set_state, NULL},
    {"position", FIELD_WHOLE, 0, step_set_position, NULL},
    {"reached", FIELD_DAY, 0, step_set_reached, NULL},
    {"difficulty", FIELD_WHOLE, 0, step_set_difficulty, NULL},
    {"criterion", FIELD_TEXT, 0, set_criterion,
     "MEASURE [PHASE] at-least|at-most|exactly NUMBER [times N [within SPAN]]"},
};

static void *make_step(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_step_new(id, cli_given(given, "goal"), cli_given(given, "title"), err);
}

const cli_noun cli_steps = {NOUN_ROW(step, "title goal", step_fields),
                            NOUN_STATE_ROW(step, HW_WORDS_STEP_STATE)};

NOUN_FUNCTIONS(skill)
SET_TEXT(skill, title)
SET_TEXT(skill, description)
SET_IDS(skill, goal, goals)

/* A skill is led from stage to stage by evidence. */
static hw_status skill_mark(hw_plan *plan, const char *id, int state, const char *evidence,
                            const hw_change *change, hw_error *err)
{
    return hw_plan_mark_skill(plan, id, (hw_skill_stage)state, evidence, change, err);
}

static int skill_state(const void *record)
{
    return (int)hw_skill_state(record);
}

static const cli_field skill_fields[] = {
    {"title", FIELD_TEXT, 0, skill_set_title, NULL},
    {"description", FIELD_TEXT, 0, skill_set_description, NULL},
    {"goals", FIELD_LIST, 0, skill_set_goals, NULL},
};

static void *make_skill(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_skill_new(id, cli_given(given, "title"), err);
}

const cli_noun cli_skills = {NOUN_ROW(skill, "title", skill_fields),
                             NOUN_STATE_ROW(skill, HW_WORDS_SKILL_STATE)};
