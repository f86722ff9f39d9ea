/* SPDX-License-Identifier: MIT */
/* From what was counted in a cell to figures: each with its n, what is few, and how many can be compared. */
#include <string.h>

#include "base/fail.h"
#include "base/root.h"
#include "base/words.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/patterns.h"
#include "progress/statistics.h"

static const char *const dimension_names[HW_PATTERN_COUNT] = {
    [HW_PATTERN_WEEKDAY] = "weekday", [HW_PATTERN_DAY_PART] = "day_part", [HW_PATTERN_PLACE] = "place",
    [HW_PATTERN_TRIGGER] = "trigger", [HW_PATTERN_SKILL] = "skill",
};
static const hw__words dimension_words = {dimension_names, HW_PATTERN_COUNT, 0};

static const char *const figure_names[HW_CELL_COUNT] = {
    [HW_CELL_PRACTICES] = "practices", [HW_CELL_PRACTICE_SHARE] = "practice_share",
    [HW_CELL_BEHAVIORS] = "behaviors", [HW_CELL_BEHAVIOR_SHARE] = "behavior_share",
    [HW_CELL_BASE_RATE] = "base_rate", [HW_CELL_DONE] = "done",
    [HW_CELL_MEAN] = "mean",           [HW_CELL_ASSOCIATION] = "association",
};
static const hw__words figure_words = {figure_names, HW_CELL_COUNT, 0};

static const char *const part_names[] = {"", "night", "morning", "afternoon", "evening"};

const char *hw_pattern_name(hw_pattern dimension)
{
    return hw__words_at(&dimension_words, (int)dimension);
}

hw_pattern hw_pattern_find(const char *name)
{
    int found = name ? hw__words_find(&dimension_words, name, strlen(name)) : -1;
    return found < 0 ? HW_PATTERN_COUNT : (hw_pattern)found;
}

const char *hw_cell_figure_name(hw_cell_figure figure)
{
    return hw__words_at(&figure_words, (int)figure);
}

hw_cell_figure hw_cell_figure_find(const char *name)
{
    int found = name ? hw__words_find(&figure_words, name, strlen(name)) : -1;
    return found < 0 ? HW_CELL_COUNT : (hw_cell_figure)found;
}

/* ---- cells ---- */

size_t hw_patterns_count(const hw_patterns *patterns)
{
    return patterns ? patterns->first[HW_PATTERN_COUNT] : 0;
}

hw_pattern hw_patterns_dimension_at(const hw_patterns *patterns, size_t index)
{
    int dimension = 0;
    if (index >= hw_patterns_count(patterns)) {
        return HW_PATTERN_COUNT;
    }
    while (index >= patterns->first[dimension + 1]) {
        dimension++;
    }
    return (hw_pattern)dimension;
}

int32_t hw_patterns_key_at(const hw_patterns *patterns, size_t index)
{
    hw_pattern dimension = hw_patterns_dimension_at(patterns, index);
    return dimension < HW_PATTERN_COUNT ? (int32_t)(index - patterns->first[dimension]) : 0;
}

const char *hw_patterns_name_at(const hw_patterns *patterns, size_t index)
{
    hw_pattern dimension = hw_patterns_dimension_at(patterns, index);
    int32_t key = hw_patterns_key_at(patterns, index);
    if (key == 0) {
        return NULL;
    }
    if (dimension == HW_PATTERN_WEEKDAY) {
        return hw__words_at(&hw__words_weekday, key - 1);
    }
    if (dimension == HW_PATTERN_DAY_PART) {
        return part_names[key];
    }
    const hw__dimension *its = &patterns->dimensions[dimension];
    bool is_told = patterns->texts || its->are_choices.items[key - 1];
    return is_told ? hw__names_at(&its->names, (uint32_t)key - 1) : NULL;
}

/* NULL past the end. */
static const hw__pattern_cell *cell_at(const hw_patterns *patterns, size_t index)
{
    hw_pattern dimension = hw_patterns_dimension_at(patterns, index);
    return dimension < HW_PATTERN_COUNT
               ? &patterns->dimensions[dimension].cells.items[index - patterns->first[dimension]]
               : NULL;
}

/* ---- figures ---- */

bool hw__cell_has(hw_pattern dimension, hw_cell_figure figure)
{
    switch (figure) {
    case HW_CELL_BASE_RATE:
        return dimension != HW_PATTERN_DAY_PART;
    case HW_CELL_DONE:
        return dimension == HW_PATTERN_WEEKDAY || dimension == HW_PATTERN_DAY_PART;
    default:
        return (unsigned)figure < HW_CELL_COUNT;
    }
}

static hw_estimate share(int64_t count, int64_t of, hw_undefined none)
{
    return of > 0 ? hw__estimate((double)count / (double)of, of) : hw__no_estimate(of, none);
}

/* Why the value that was asked for cannot be compared; HW_UNDEFINED_NOT if it can. */
static hw_undefined value_reason(const hw_patterns *patterns, int64_t count)
{
    if (!patterns->has_value) {
        return HW_UNDEFINED_NOT_STATED;
    }
    if (count == 0) {
        return HW_UNDEFINED_NO_VALUES;
    }
    return patterns->is_one_scale ? HW_UNDEFINED_NOT : HW_UNDEFINED_RANGE_CHANGED;
}

/* Tau-b of being in the cell against the value. Concordant less discordant pairs follow from the sum of
 * ranks, as in the test of Mann and Whitney. */
static hw_estimate association(const hw_patterns *patterns, const hw__pattern_cell *cell)
{
    double all = (double)patterns->values, in = (double)cell->values, out = all - in;
    hw_undefined why = value_reason(patterns, patterns->values);
    if (why != HW_UNDEFINED_NOT) {
        return hw__no_estimate(patterns->values, why);
    }
    double s = 2 * cell->ranks - in * (in + 1) - in * out;
    double left = in * out, right = all * (all - 1) / 2 - patterns->tied;
    if (left <= 0 || right <= 0) {
        return hw__no_estimate(patterns->values,
                               patterns->values < 2 ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_CONSTANT);
    }
    return hw__estimate(left == right ? s / left : s / (hw__sqrt(left) * hw__sqrt(right)), patterns->values);
}

static hw_estimate figure_of(const hw_patterns *patterns, const hw__pattern_cell *cell, hw_cell_figure figure)
{
    hw_undefined why;
    switch (figure) {
    case HW_CELL_PRACTICES:
        return hw__estimate((double)cell->practices, cell->practices);
    case HW_CELL_PRACTICE_SHARE:
        return share(cell->practices, patterns->practices, HW_UNDEFINED_NO_VALUES);
    case HW_CELL_BEHAVIORS:
        return hw__estimate((double)cell->behaviors, cell->behaviors);
    case HW_CELL_BEHAVIOR_SHARE:
        return share(cell->behaviors, patterns->behaviors, HW_UNDEFINED_NO_VALUES);
    case HW_CELL_BASE_RATE:
        return patterns->has_days_without ? share(cell->days, patterns->days, HW_UNDEFINED_NO_VALUES)
                                          : hw__no_estimate(patterns->days, HW_UNDEFINED_NOT_STATED);
    case HW_CELL_DONE:
        return share(cell->done, cell->due, HW_UNDEFINED_NOTHING_DUE);
    case HW_CELL_MEAN:
        why = value_reason(patterns, cell->values);
        return why == HW_UNDEFINED_NOT ? hw__estimate(cell->sum / (double)cell->values, cell->values)
                                       : hw__no_estimate(cell->values, why);
    default:
        return association(patterns, cell);
    }
}

hw_estimate hw_patterns_figure_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure)
{
    const hw__pattern_cell *cell = cell_at(patterns, index);
    if (!cell || (unsigned)figure >= HW_CELL_COUNT) {
        return hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
    }
    return hw__cell_has(hw_patterns_dimension_at(patterns, index), figure)
               ? figure_of(patterns, cell, figure)
               : hw__no_estimate(0, HW_UNDEFINED_NOT_APPLICABLE);
}

int64_t hw_patterns_size_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure)
{
    const hw__pattern_cell *cell = cell_at(patterns, index);
    if (!cell || !hw__cell_has(hw_patterns_dimension_at(patterns, index), figure)) {
        return 0;
    }
    switch (figure) {
    case HW_CELL_PRACTICES:
    case HW_CELL_PRACTICE_SHARE:
        return cell->practices;
    case HW_CELL_BEHAVIORS:
    case HW_CELL_BEHAVIOR_SHARE:
        return cell->behaviors;
    case HW_CELL_BASE_RATE:
        return cell->days;
    case HW_CELL_DONE:
        return cell->due;
    default:
        return cell->values;
    }
}

bool hw_patterns_few_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure)
{
    return !patterns || hw_patterns_size_at(patterns, index, figure) < patterns->enough;
}

/* ---- comparisons ---- */

void hw__patterns_compare(hw_patterns *patterns)
{
    for (size_t i = 0; i < hw_patterns_count(patterns); i++) {
        hw_pattern dimension = hw_patterns_dimension_at(patterns, i);
        for (int f = 0; f < HW_CELL_COUNT && hw_patterns_key_at(patterns, i) > 0; f++) {
            hw_estimate its = hw_patterns_figure_at(patterns, i, (hw_cell_figure)f);
            bool is_told = its.undefined == HW_UNDEFINED_NOT;
            patterns->comparisons[dimension][f] +=
                is_told && !hw_patterns_few_at(patterns, i, (hw_cell_figure)f);
        }
    }
}

size_t hw_patterns_comparisons(const hw_patterns *patterns, hw_pattern dimension, hw_cell_figure figure)
{
    return patterns && (unsigned)dimension < HW_PATTERN_COUNT && (unsigned)figure < HW_CELL_COUNT
               ? patterns->comparisons[dimension][figure]
               : 0;
}

size_t hw_patterns_all_comparisons(const hw_patterns *patterns)
{
    size_t all = 0;
    for (int d = 0; d < HW_PATTERN_COUNT; d++) {
        for (int f = 0; f < HW_CELL_COUNT; f++) {
            all += hw_patterns_comparisons(patterns, (hw_pattern)d, (hw_cell_figure)f);
        }
    }
    return all;
}

/* ---- as a table ---- */

enum {
    DIMENSION,
    KEY,
    NAME,
    FIGURE,
    VALUE,
    N,
    SIZE,
    FEW,
    COMPARISONS,
    ALL_COMPARISONS,
    UNDEFINED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [DIMENSION] = {"dimension", HW_COLUMN_TEXT, 0, "", "By what it is looked at."},
    [KEY] = {"key", HW_COLUMN_INT, 0, "", "The key of the cell, from 1; 0 where it is not said."},
    [NAME] = {"name", HW_COLUMN_TEXT, 0, "", "The key in words; none of words that were not asked for."},
    [FIGURE] = {"figure", HW_COLUMN_TEXT, 0, "", "The name of the figure."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "What it is a share of, or how many it rests on."},
    [SIZE] = {"size", HW_COLUMN_INT, 0, "", "How many of these are in the cell."},
    [FEW] = {"few", HW_COLUMN_BOOL, 0, "", "Whether these are few."},
    [COMPARISONS] = {"comparisons", HW_COLUMN_INT, 0, "",
                     "How many cells of the dimension have the figure, and not of few."},
    [ALL_COMPARISONS] = {"all_comparisons", HW_COLUMN_INT, 0, "", "The same of the whole table."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
};

static void fill_row(hw_table *table, size_t row, const hw_patterns *patterns, size_t index,
                     hw_cell_figure figure, size_t all)
{
    hw_pattern dimension = hw_patterns_dimension_at(patterns, index);
    hw_estimate its = hw_patterns_figure_at(patterns, index, figure);
    hw__table_text(table, DIMENSION, row, dimension_names[dimension]);
    hw__table_int(table, KEY, row, hw_patterns_key_at(patterns, index));
    hw__table_text(table, NAME, row, hw_patterns_name_at(patterns, index));
    hw__table_text(table, FIGURE, row, figure_names[figure]);
    hw__table_int(table, N, row, its.n);
    hw__table_int(table, SIZE, row, hw_patterns_size_at(patterns, index, figure));
    hw__table_bool(table, FEW, row, hw_patterns_few_at(patterns, index, figure));
    hw__table_int(table, COMPARISONS, row, (int64_t)hw_patterns_comparisons(patterns, dimension, figure));
    hw__table_int(table, ALL_COMPARISONS, row, (int64_t)all);
    if (its.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, VALUE, row, its.value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name((hw_undefined)its.undefined));
    }
}

static size_t count_rows(const hw_patterns *patterns)
{
    size_t rows = 0;
    for (int d = 0; d < HW_PATTERN_COUNT; d++) {
        for (int f = 0; f < HW_CELL_COUNT; f++) {
            bool has = hw__cell_has((hw_pattern)d, (hw_cell_figure)f);
            rows += has ? patterns->first[d + 1] - patterns->first[d] : 0;
        }
    }
    return rows;
}

hw_table *hw_patterns_table(const hw_patterns *patterns, hw_error *err)
{
    if (!patterns) {
        hw__null_argument(err, "patterns");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, count_rows(patterns), err);
    if (!table) {
        return NULL;
    }
    size_t row = 0, all = hw_patterns_all_comparisons(patterns);
    for (size_t i = 0; i < hw_patterns_count(patterns); i++) {
        for (int f = 0; f < HW_CELL_COUNT; f++) {
            if (hw__cell_has(hw_patterns_dimension_at(patterns, i), (hw_cell_figure)f)) {
                fill_row(table, row++, patterns, i, (hw_cell_figure)f, all);
            }
        }
    }
    return hw__table_done(table, err);
}
