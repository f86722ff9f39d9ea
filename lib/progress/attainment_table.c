/* SPDX-License-Identifier: MIT */
/* Attainment as tables: what each rater said of each goal, the goals, and the raters. */
#include "base/fail.h"
#include "model/table.h"
#include "progress/attainment.h"

static void put_estimate(hw_table *table, size_t column, size_t row, hw_estimate estimate)
{
    if (estimate.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, column, row, estimate.value);
    }
}

static void put_number(hw_table *table, size_t column, size_t row, bool present, double value)
{
    if (present) {
        hw__table_number(table, column, row, value);
    }
}

static const char *reason_of(hw_estimate estimate)
{
    return estimate.undefined == HW_UNDEFINED_NOT ? NULL
                                                  : hw_undefined_name((hw_undefined)estimate.undefined);
}

static const char *role_of(const hw__judge *rater)
{
    return rater->role < 0 ? NULL : hw__words_at(&hw__words_role, rater->role);
}

/* ---- levels ---- */

enum {
    LEVEL_GOAL,
    LEVEL_RATER,
    LEVEL_ROLE,
    LEVEL_N,
    LEVEL_FIRST,
    LEVEL_FIRST_DATE,
    LEVEL_FIRST_SCORE,
    LEVEL_FIRST_LOINC,
    LEVEL_LATEST,
    LEVEL_LATEST_DATE,
    LEVEL_LATEST_SCORE,
    LEVEL_LATEST_LOINC,
    LEVEL_WEIGHT,
    LEVEL_SPREAD,
    LEVEL_COLUMNS
};

static const hw__column level_columns[LEVEL_COLUMNS] = {
    [LEVEL_GOAL] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal."},
    [LEVEL_RATER] = {"rater", HW_COLUMN_TEXT, 0, "", "The id of the person who scored it."},
    [LEVEL_ROLE] = {"role", HW_COLUMN_TEXT, 0, "", "What the rater is to the plan."},
    [LEVEL_N] = {"n", HW_COLUMN_INT, 0, "", "How often the rater has scored the goal."},
    [LEVEL_FIRST] = {"first", HW_COLUMN_INT, 0, "", "The first level, -2 to 2."},
    [LEVEL_FIRST_DATE] = {"first_date", HW_COLUMN_DATE, 0, "", "The day of the first level."},
    [LEVEL_FIRST_SCORE] = {"first_score", HW_COLUMN_TEXT, 0, "", "The id of the score of the first level."},
    [LEVEL_FIRST_LOINC] =
        {"first_loinc", HW_COLUMN_TEXT, 0, "",
         "The LOINC code of the first level as a baseline; none if there is one level only."},
    [LEVEL_LATEST] = {"latest", HW_COLUMN_INT, 0, "", "The latest level, -2 to 2."},
    [LEVEL_LATEST_DATE] = {"latest_date", HW_COLUMN_DATE, 0, "", "The day of the latest level."},
    [LEVEL_LATEST_SCORE] = {"latest_score", HW_COLUMN_TEXT, 0, "",
                            "The id of the score of the latest level."},
    [LEVEL_LATEST_LOINC] = {"latest_loinc", HW_COLUMN_TEXT, 0, "",
                            "The LOINC code of the latest level as a follow-up by this rater."},
    [LEVEL_WEIGHT] = {"weight", HW_COLUMN_NUMBER, -1, "1", "The weight of the goal."},
    [LEVEL_SPREAD] = {"spread", HW_COLUMN_NUMBER, -1, "",
                      "By how many levels the raters of this goal lie apart; none of one rater."},
};

static void fill_level(hw_table *table, size_t row, const hw__attained *goal, const hw__judge *rater,
                       const hw__opinion *opinion)
{
    hw__table_text(table, LEVEL_GOAL, row, goal->id);
    hw__table_text(table, LEVEL_RATER, row, rater->id);
    hw__table_text(table, LEVEL_ROLE, row, role_of(rater));
    hw__table_int(table, LEVEL_N, row, opinion->n);
    hw__table_int(table, LEVEL_FIRST, row, opinion->first.level);
    hw__table_date(table, LEVEL_FIRST_DATE, row, opinion->first.date);
    hw__table_text(table, LEVEL_FIRST_SCORE, row, opinion->first.score);
    hw__table_int(table, LEVEL_LATEST, row, opinion->latest.level);
    hw__table_date(table, LEVEL_LATEST_DATE, row, opinion->latest.date);
    hw__table_text(table, LEVEL_LATEST_SCORE, row, opinion->latest.score);
    if (opinion->n > 1) {
        hw__table_text(table, LEVEL_FIRST_LOINC, row, hw_gas_loinc((hw_role)rater->role, true));
    }
    hw__table_text(table, LEVEL_LATEST_LOINC, row, hw_gas_loinc((hw_role)rater->role, false));
    put_number(table, LEVEL_WEIGHT, row, goal->has_weight, goal->weight);
    put_estimate(table, LEVEL_SPREAD, row, goal->spread);
}

hw_table *hw_attainment_table(const hw_attainment *attainment, hw_error *err)
{
    if (!attainment) {
        hw__null_argument(err, "attainment");
        return NULL;
    }
    size_t cells = attainment->goal_count * attainment->rater_count, rows = 0;
    for (size_t i = 0; i < cells; i++) {
        rows += attainment->opinions[i].n > 0;
    }
    hw_table *table = hw__table_new(level_columns, LEVEL_COLUMNS, rows, err);
    for (size_t i = 0, row = 0; table && i < cells; i++) {
        if (attainment->opinions[i].n > 0) {
            fill_level(table, row++, &attainment->goals[i / attainment->rater_count],
                       &attainment->raters[i % attainment->rater_count], &attainment->opinions[i]);
        }
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* ---- goals ---- */

enum {
    GOAL_ID,
    GOAL_WEIGHT,
    GOAL_SAID,
    GOAL_DERIVED,
    GOAL_BASELINE,
    GOAL_TARGET,
    GOAL_LATEST,
    GOAL_N,
    GOAL_UNDEFINED,
    GOAL_REACHED,
    GOAL_MOVEMENT,
    GOAL_MOVEMENT_UNDEFINED,
    GOAL_STEPS,
    GOAL_STEPS_MET,
    GOAL_RATERS,
    GOAL_SPREAD,
    GOAL_COLUMNS
};

static const hw__column goal_columns[GOAL_COLUMNS] = {
    [GOAL_ID] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal."},
    [GOAL_WEIGHT] = {"weight", HW_COLUMN_NUMBER, -1, "1", "Its weight among the goals."},
    [GOAL_SAID] = {"said", HW_COLUMN_TEXT, 0, "",
                   "How far it has come, as a person said (FHIR goal-achievement)."},
    [GOAL_DERIVED] = {"derived", HW_COLUMN_TEXT, 0, "",
                      "How far it has come by its measure (FHIR goal-achievement)."},
    [GOAL_BASELINE] = {"baseline", HW_COLUMN_NUMBER, -1, "", "The measure at the start, as the goal says."},
    [GOAL_TARGET] = {"target", HW_COLUMN_NUMBER, -1, "", "What the measure should reach."},
    [GOAL_LATEST] = {"latest", HW_COLUMN_NUMBER, -1, "", "The latest value of the measure."},
    [GOAL_N] = {"n", HW_COLUMN_INT, 0, "", "How many values there are."},
    [GOAL_UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "",
                        "Why there is no latest value; none when there is."},
    [GOAL_REACHED] = {"reached", HW_COLUMN_DATE, 0, "", "The first day on which the target was reached."},
    [GOAL_MOVEMENT] = {"movement", HW_COLUMN_NUMBER, -1, "",
                       "The movement of a measure from 0 to 10, positive towards what is better."},
    [GOAL_MOVEMENT_UNDEFINED] = {"movement_undefined", HW_COLUMN_TEXT, 0, "",
                                 "Why there is no movement; none when there is."},
    [GOAL_STEPS] = {"steps", HW_COLUMN_INT, 0, "", "How many steps it has, without those skipped."},
    [GOAL_STEPS_MET] = {"steps_met", HW_COLUMN_INT, 0, "", "How many of them are reached."},
    [GOAL_RATERS] = {"raters", HW_COLUMN_INT, 0, "", "How many raters have scored it."},
    [GOAL_SPREAD] = {"spread", HW_COLUMN_NUMBER, -1, "", "By how many levels their latest scores lie apart."},
};

static void fill_goal(hw_table *table, size_t row, const hw__attained *goal)
{
    hw__table_text(table, GOAL_ID, row, goal->id);
    put_number(table, GOAL_WEIGHT, row, goal->has_weight, goal->weight);
    hw__table_text(table, GOAL_SAID, row, hw__words_at(&hw__words_achievement, goal->said));
    hw__table_text(table, GOAL_DERIVED, row, hw__words_at(&hw__words_achievement, goal->derived));
    put_number(table, GOAL_BASELINE, row, goal->has_baseline, goal->baseline);
    put_number(table, GOAL_TARGET, row, goal->has_target, goal->target);
    put_estimate(table, GOAL_LATEST, row, goal->latest);
    hw__table_int(table, GOAL_N, row, goal->latest.n);
    hw__table_text(table, GOAL_UNDEFINED, row, reason_of(goal->latest));
    hw__table_date(table, GOAL_REACHED, row, goal->reached);
    put_estimate(table, GOAL_MOVEMENT, row, goal->movement);
    hw__table_text(table, GOAL_MOVEMENT_UNDEFINED, row, reason_of(goal->movement));
    hw__table_int(table, GOAL_STEPS, row, goal->steps);
    hw__table_int(table, GOAL_STEPS_MET, row, goal->steps_met);
    hw__table_int(table, GOAL_RATERS, row, goal->spread.n);
    put_estimate(table, GOAL_SPREAD, row, goal->spread);
}

hw_table *hw_attainment_goals_table(const hw_attainment *attainment, hw_error *err)
{
    if (!attainment) {
        hw__null_argument(err, "attainment");
        return NULL;
    }
    hw_table *table = hw__table_new(goal_columns, GOAL_COLUMNS, attainment->goal_count, err);
    for (size_t row = 0; table && row < attainment->goal_count; row++) {
        fill_goal(table, row, &attainment->goals[row]);
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* ---- raters ---- */

enum {
    RATER_ID,
    RATER_ROLE,
    RATER_T,
    RATER_N,
    RATER_UNDEFINED,
    RATER_BASELINE,
    RATER_CHANGE,
    RATER_CHANGE_N,
    RATER_CHANGE_UNDEFINED,
    RATER_COLUMNS
};

static const hw__column rater_columns[RATER_COLUMNS] = {
    [RATER_ID] = {"rater", HW_COLUMN_TEXT, 0, "", "The id of the person who scored."},
    [RATER_ROLE] = {"role", HW_COLUMN_TEXT, 0, "", "What the rater is to the plan."},
    [RATER_T] = {"t", HW_COLUMN_NUMBER, -1, "{score}", "T by the rater's latest levels."},
    [RATER_N] = {"n", HW_COLUMN_INT, 0, "", "Of how many goals."},
    [RATER_UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no T; none when there is."},
    [RATER_BASELINE] = {"baseline", HW_COLUMN_NUMBER, -1, "{score}",
                        "T by the first levels of the goals that were scored twice or more."},
    [RATER_CHANGE] = {"change", HW_COLUMN_NUMBER, -1, "{score}", "How much T has risen, of the same goals."},
    [RATER_CHANGE_N] = {"change_n", HW_COLUMN_INT, 0, "", "Of how many goals."},
    [RATER_CHANGE_UNDEFINED] = {"change_undefined", HW_COLUMN_TEXT, 0, "",
                                "Why there is no change; none when there is."},
};

hw_table *hw_attainment_raters_table(const hw_attainment *attainment, hw_error *err)
{
    if (!attainment) {
        hw__null_argument(err, "attainment");
        return NULL;
    }
    hw_table *table = hw__table_new(rater_columns, RATER_COLUMNS, attainment->rater_count, err);
    for (size_t row = 0; table && row < attainment->rater_count; row++) {
        const hw__judge *rater = &attainment->raters[row];
        hw__table_text(table, RATER_ID, row, rater->id);
        hw__table_text(table, RATER_ROLE, row, role_of(rater));
        put_estimate(table, RATER_T, row, rater->t);
        hw__table_int(table, RATER_N, row, rater->t.n);
        hw__table_text(table, RATER_UNDEFINED, row, reason_of(rater->t));
        put_estimate(table, RATER_BASELINE, row, rater->baseline);
        put_estimate(table, RATER_CHANGE, row, rater->change);
        hw__table_int(table, RATER_CHANGE_N, row, rater->change.n);
        hw__table_text(table, RATER_CHANGE_UNDEFINED, row, reason_of(rater->change));
    }
    return table ? hw__table_done(table, err) : NULL;
}
