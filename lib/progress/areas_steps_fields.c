/* SPDX-License-Identifier: MIT */
/* The suggestions one by one, in words, and as a table. */
#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"
#include "progress/areas_text.h"

size_t hw_areas_suggestion_count(const hw_areas *areas)
{
    return areas ? areas->advice.count : 0;
}

/* NULL past the end. */
static const hw__advice *advice_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_suggestion_count(areas) ? &areas->advice.items[index] : NULL;
}

const char *hw_areas_suggestion_goal_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? at->goal : NULL;
}

const char *hw_areas_suggestion_step_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? at->step : NULL;
}

hw_step_stage hw_areas_suggestion_state_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? (hw_step_stage)at->state : HW_STEP_LOCKED;
}

hw_suggestion hw_areas_suggestion_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? (hw_suggestion)at->suggestion : HW_SUGGESTION_NONE;
}

hw_suggestion_reason hw_areas_suggestion_reason_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? (hw_suggestion_reason)at->reason : HW_SUGGESTION_REASON_LOCKED;
}

const char *hw_areas_suggestion_assignment_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? at->assignment : NULL;
}

const char *hw_areas_suggestion_target_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? at->target : NULL;
}

bool hw_areas_suggestion_value_at(const hw_areas *areas, size_t index, double *out)
{
    const hw__advice *at = advice_at(areas, index);
    return at && hw__figure_give(at->value, out);
}

bool hw_areas_suggestion_threshold_at(const hw_areas *areas, size_t index, double *out)
{
    const hw__advice *at = advice_at(areas, index);
    return at && hw__figure_give(at->threshold, out);
}

const hw_evidence *hw_areas_suggestion_evidence_at(const hw_areas *areas, size_t index)
{
    const hw__advice *at = advice_at(areas, index);
    return at ? &at->evidence : NULL;
}

char *hw_areas_suggestion_text(const hw_areas *areas, size_t index, const char *language, hw_error *err)
{
    const hw__advice *at = advice_at(areas, index);
    if (!at) {
        return hw__areas_no_text(areas, err);
    }
    return hw__areas_sentence(language, (hw__label)(HW__LABEL_SUGGESTION_NONE + at->suggestion),
                              (hw__label)(HW__LABEL_SUGGESTION_REASON_CRITERION_MET + at->reason),
                              (int64_t)at->value.value, at->value, at->threshold, err);
}

bool hw_suggestion_decision(hw_suggestion suggestion, hw_decision *out)
{
    static const uint8_t decisions[] = {
        [HW_SUGGESTION_HOLD] = HW_DECISION_HOLD_STEP,
        [HW_SUGGESTION_STEP_UP] = HW_DECISION_STEP_UP,
        [HW_SUGGESTION_STEP_DOWN] = HW_DECISION_STEP_DOWN,
        [HW_SUGGESTION_SIMPLIFY] = HW_DECISION_SIMPLIFY,
    };
    bool found = suggestion != HW_SUGGESTION_NONE && (unsigned)suggestion < sizeof decisions;
    if (found && out) {
        *out = (hw_decision)decisions[suggestion];
    }
    return found;
}

/* ---- as a table ---- */

enum {
    GOAL,
    STEP,
    STATE,
    SUGGESTION,
    REASON,
    ASSIGNMENT,
    TARGET,
    VALUE,
    THRESHOLD,
    EVIDENCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [GOAL] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal."},
    [STEP] = {"step", HW_COLUMN_TEXT, 0, "", "The id of the step."},
    [STATE] = {"state", HW_COLUMN_TEXT, 0, "", "The state that it is in."},
    [SUGGESTION] = {"suggestion", HW_COLUMN_TEXT, 0, "", "What is suggested for it."},
    [REASON] = {"reason", HW_COLUMN_TEXT, 0, "", "Why."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment that it is because of."},
    [TARGET] = {"target", HW_COLUMN_TEXT, 0, "", "The id of the step to go to."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "The number that decided; the reason says which."},
    [THRESHOLD] = {"threshold", HW_COLUMN_NUMBER, -1, "", "The threshold that it was held against."},
    [EVIDENCE] = {"evidence", HW_COLUMN_INT, 0, "", "How many pieces of evidence there are."},
};

hw_table *hw_areas_suggestion_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->advice.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < areas->advice.count; row++) {
        const hw__advice *at = &areas->advice.items[row];
        hw__table_text(table, GOAL, row, at->goal);
        hw__table_text(table, STEP, row, at->step);
        hw__table_text(table, STATE, row, hw__words_at(&hw__words_step_state, at->state));
        hw__table_text(table, SUGGESTION, row, hw__words_at(&hw__words_suggestion, at->suggestion));
        hw__table_text(table, REASON, row, hw__words_at(&hw__words_suggestion_reason, at->reason));
        hw__table_text(table, ASSIGNMENT, row, at->assignment);
        hw__table_text(table, TARGET, row, at->target);
        if (at->value.there) {
            hw__table_number(table, VALUE, row, at->value.value);
        }
        if (at->threshold.there) {
            hw__table_number(table, THRESHOLD, row, at->threshold.value);
        }
        hw__table_int(table, EVIDENCE, row, (int64_t)at->evidence.count);
    }
    return hw__table_done(table, err);
}
