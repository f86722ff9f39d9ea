/* SPDX-License-Identifier: MIT */
/* The comparisons of raters one by one, and as a table. */
#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"

size_t hw_areas_rating_count(const hw_areas *areas)
{
    return areas ? areas->comparisons.count : 0;
}

/* NULL past the end. */
static const hw__comparison *comparison_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_rating_count(areas) ? &areas->comparisons.items[index] : NULL;
}

const char *hw_areas_rating_session_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? at->session : NULL;
}

const char *hw_areas_rating_assignment_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? at->assignment : NULL;
}

const char *hw_areas_rating_goal_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? at->goal : NULL;
}

const char *hw_areas_rating_first_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? at->raters[0] : NULL;
}

const char *hw_areas_rating_second_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? at->raters[1] : NULL;
}

bool hw_areas_rating_dimension_at(const hw_areas *areas, size_t index, hw_dimension *out)
{
    const hw__comparison *at = comparison_at(areas, index);
    bool rated = at && at->dimension < HW_DIMENSION_COUNT;
    if (rated && out) {
        *out = (hw_dimension)at->dimension;
    }
    return rated;
}

static bool give(const hw__comparison *at, int which, int32_t *out)
{
    bool rated = at && at->rated[which];
    if (rated && out) {
        *out = at->values[which];
    }
    return rated;
}

bool hw_areas_rating_first_value_at(const hw_areas *areas, size_t index, int32_t *out)
{
    return give(comparison_at(areas, index), 0, out);
}

bool hw_areas_rating_second_value_at(const hw_areas *areas, size_t index, int32_t *out)
{
    return give(comparison_at(areas, index), 1, out);
}

bool hw_areas_rating_difference_at(const hw_areas *areas, size_t index, int32_t *out)
{
    const hw__comparison *at = comparison_at(areas, index);
    bool both = at && at->rated[0] && at->rated[1];
    if (both && out) {
        *out = at->values[0] - at->values[1];
    }
    return both;
}

bool hw_areas_rating_reverse_at(const hw_areas *areas, size_t index)
{
    hw_dimension dimension;
    return hw_areas_rating_dimension_at(areas, index, &dimension) && hw_dimension_is_reverse(dimension);
}

bool hw_areas_rating_disagree_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at && at->disagree;
}

const hw_evidence *hw_areas_rating_evidence_at(const hw_areas *areas, size_t index)
{
    const hw__comparison *at = comparison_at(areas, index);
    return at ? &at->evidence : NULL;
}

/* ---- as a table ---- */

enum {
    SESSION,
    ASSIGNMENT,
    GOAL,
    DIMENSION,
    REVERSE,
    FIRST,
    SECOND,
    FIRST_VALUE,
    SECOND_VALUE,
    DIFFERENCE,
    DISAGREE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SESSION] = {"session", HW_COLUMN_TEXT, 0, "", "The id of the session."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "",
                    "The id of the assignment; none of all the homework."},
    [GOAL] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal, of a score of attainment."},
    [DIMENSION] = {"dimension", HW_COLUMN_TEXT, 0, "", "What was rated; none of a score."},
    [REVERSE] = {"reverse", HW_COLUMN_BOOL, 0, "", "Whether less is better in the dimension."},
    [FIRST] = {"first", HW_COLUMN_TEXT, 0, "", "The id of the first rater."},
    [SECOND] = {"second", HW_COLUMN_TEXT, 0, "", "The id of the second rater."},
    [FIRST_VALUE] = {"first_value", HW_COLUMN_INT, 0, "", "What the first said: 0-4, or a level of -2 to 2."},
    [SECOND_VALUE] = {"second_value", HW_COLUMN_INT, 0, "", "What the second said."},
    [DIFFERENCE] = {"difference", HW_COLUMN_INT, 0, "", "The first less the second, if both rated."},
    [DISAGREE] = {"disagree", HW_COLUMN_BOOL, 0, "", "Whether they are far enough apart to say so."},
};

static void fill_row(hw_table *table, size_t row, const hw_areas *areas)
{
    const hw__comparison *at = &areas->comparisons.items[row];
    hw__table_text(table, SESSION, row, at->session);
    hw__table_text(table, ASSIGNMENT, row, at->assignment);
    hw__table_text(table, GOAL, row, at->goal);
    if (at->dimension < HW_DIMENSION_COUNT) {
        hw__table_text(table, DIMENSION, row, hw__words_at(&hw__words_dimension, at->dimension));
    }
    hw__table_bool(table, REVERSE, row, hw_areas_rating_reverse_at(areas, row));
    hw__table_text(table, FIRST, row, at->raters[0]);
    hw__table_text(table, SECOND, row, at->raters[1]);
    if (at->rated[0]) {
        hw__table_int(table, FIRST_VALUE, row, at->values[0]);
    }
    if (at->rated[1]) {
        hw__table_int(table, SECOND_VALUE, row, at->values[1]);
    }
    if (at->rated[0] && at->rated[1]) {
        hw__table_int(table, DIFFERENCE, row, at->values[0] - at->values[1]);
    }
    hw__table_bool(table, DISAGREE, row, at->disagree);
}

hw_table *hw_areas_rating_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->comparisons.count, err);
    for (size_t row = 0; table && row < areas->comparisons.count; row++) {
        fill_row(table, row, areas);
    }
    return table ? hw__table_done(table, err) : NULL;
}
