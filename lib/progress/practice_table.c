/* SPDX-License-Identifier: MIT */
/* What entries show, and its figures, as tables. */
#include <string.h>

#include "base/fail.h"
#include "base/words.h"
#include "model/table.h"
#include "progress/practice.h"

static const char *const figure_names[HW_FIGURE_COUNT] = {
    [HW_FIGURE_BEFORE_MEAN] = "before_mean",
    [HW_FIGURE_AFTER_MEAN] = "after_mean",
    [HW_FIGURE_AFTER_MEDIAN] = "after_median",
    [HW_FIGURE_DIFFERENCE_MEAN] = "difference_mean",
    [HW_FIGURE_DIFFERENCE_MEDIAN] = "difference_median",
    [HW_FIGURE_FRACTION_MEAN] = "fraction_mean",
    [HW_FIGURE_HALVED] = "halved",
    [HW_FIGURE_SLOPE] = "slope",
};
static const hw__words figure_words = {figure_names, HW_FIGURE_COUNT, 0};

const char *hw_practice_figure_name(hw_practice_figure figure)
{
    return hw__words_at(&figure_words, (int)figure);
}

hw_practice_figure hw_practice_figure_find(const char *name)
{
    int found = name ? hw__words_find(&figure_words, name, strlen(name)) : -1;
    return found < 0 ? HW_FIGURE_COUNT : (hw_practice_figure)found;
}

/* ---- rows ---- */

enum {
    ENTRY,
    ASSIGNMENT,
    KIND,
    HAPPENED,
    HAPPENED_LOCAL,
    QUANTITY,
    ITEM,
    ITEM_NAME,
    GROUP,
    BEFORE,
    AFTER,
    DIFFERENCE,
    UNDEFINED,
    N,
    FRACTION,
    HALVED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ENTRY] = {"entry", HW_COLUMN_TEXT, 0, "", "The id of the entry."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment it reports on."},
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "The kind of homework."},
    [HAPPENED] = {"happened", HW_COLUMN_INSTANT, 0, "", "When it happened; none if only the day is known."},
    [HAPPENED_LOCAL] = {"happened_local", HW_COLUMN_LOCAL, 0, "",
                        "The day or time at which it happened, by the clock of the person who did it."},
    [QUANTITY] = {"quantity", HW_COLUMN_TEXT, 0, "", "The name of what the row is about."},
    [ITEM] =
        {"item", HW_COLUMN_INT, 0, "",
         "The number of what it is about (an emotion, an activity); none if it was not said, or may not be."},
    [ITEM_NAME] = {"item_name", HW_COLUMN_TEXT, 0, "", "The same in words, if these were asked for."},
    [GROUP] = {"group", HW_COLUMN_INT, 0, "", "The number of the group within what repeats."},
    [BEFORE] = {"before", HW_COLUMN_NUMBER, -1, "", "What stands before; none of what stands alone."},
    [AFTER] = {"after", HW_COLUMN_NUMBER, -1, "", "What stands after, or alone."},
    [DIFFERENCE] = {"difference", HW_COLUMN_NUMBER, -1, "",
                    "Their difference, the way round that the quantity has it."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no difference; none when there is one."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "The number of ratings that there were."},
    [FRACTION] = {"fraction", HW_COLUMN_NUMBER, -1, "1", "The share of the peak by which distress fell."},
    [HALVED] = {"halved", HW_COLUMN_BOOL, 0, "", "Whether it fell to half of its peak, or below."},
};

static void fill_item(hw_table *table, size_t number_column, size_t name_column, size_t at,
                      const hw_practices *practices, int32_t item)
{
    if (item > 0) {
        hw__table_int(table, number_column, at, item);
        hw__table_text(table, name_column, at, hw_practices_item_name(practices, item));
    }
}

static void fill_row(hw_table *table, size_t at, const hw_practices *practices)
{
    const hw__practice_row *row = &practices->rows.items[at];
    const hw__quantity *quantity = &hw__quantities[row->quantity];
    hw__table_text(table, ENTRY, at, row->entry);
    hw__table_text(table, ASSIGNMENT, at, row->assignment);
    hw__table_text(table, KIND, at, hw__words_at(&hw__words_kind, quantity->kind));
    if (row->happened.precision == HW_PRECISION_EXACT) {
        hw__table_instant(table, HAPPENED, at, row->happened.instant);
    }
    hw__table_local(table, HAPPENED_LOCAL, at, hw_moment_local(row->happened));
    hw__table_text(table, QUANTITY, at, quantity->name);
    fill_item(table, ITEM, ITEM_NAME, at, practices, row->item);
    hw__table_int(table, GROUP, at, row->group);
    hw__table_number(table, BEFORE, at, row->before);
    hw__table_number(table, AFTER, at, row->after);
    hw__table_int(table, N, at, row->difference.n);
    if (row->difference.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, DIFFERENCE, at, row->difference.value);
    } else {
        hw__table_text(table, UNDEFINED, at, hw_undefined_name((hw_undefined)row->difference.undefined));
    }
    if (row->fraction.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, FRACTION, at, row->fraction.value);
        hw__table_bool(table, HALVED, at, row->is_halved);
    }
}

hw_table *hw_practices_table(const hw_practices *practices, hw_error *err)
{
    if (!practices) {
        hw__null_argument(err, "practices");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, practices->rows.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < practices->rows.count; row++) {
        fill_row(table, row, practices);
    }
    return hw__table_done(table, err);
}

/* ---- figures ---- */

enum {
    SUMMARY_KIND,
    SUMMARY_QUANTITY,
    SUMMARY_ITEM,
    SUMMARY_ITEM_NAME,
    SUMMARY_ROWS,
    SUMMARY_FIGURE,
    SUMMARY_VALUE,
    SUMMARY_N,
    SUMMARY_UNDEFINED,
    SUMMARY_COLUMNS
};

static const hw__column summary_columns[SUMMARY_COLUMNS] = {
    [SUMMARY_KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "The kind of homework."},
    [SUMMARY_QUANTITY] = {"quantity", HW_COLUMN_TEXT, 0, "", "The name of what the rows are about."},
    [SUMMARY_ITEM] = {"item", HW_COLUMN_INT, 0, "", "The number of the item; none where it is of all rows."},
    [SUMMARY_ITEM_NAME] = {"item_name", HW_COLUMN_TEXT, 0, "", "The same in words, if these were asked for."},
    [SUMMARY_ROWS] = {"rows", HW_COLUMN_INT, 0, "", "How many rows there are."},
    [SUMMARY_FIGURE] = {"figure", HW_COLUMN_TEXT, 0, "", "The name of the figure."},
    [SUMMARY_VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [SUMMARY_N] = {"n", HW_COLUMN_INT, 0, "", "The number of rows that it rests on."},
    [SUMMARY_UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "",
                           "Why there is no value; none when there is one."},
};

static void fill_figure(hw_table *table, size_t at, const hw_practices *practices,
                        const hw__practice_summary *summary, hw_practice_figure figure)
{
    const hw__quantity *quantity = &hw__quantities[summary->quantity];
    const hw_estimate *its = &summary->figures[figure];
    hw__table_text(table, SUMMARY_KIND, at, hw__words_at(&hw__words_kind, quantity->kind));
    hw__table_text(table, SUMMARY_QUANTITY, at, quantity->name);
    fill_item(table, SUMMARY_ITEM, SUMMARY_ITEM_NAME, at, practices, summary->item);
    hw__table_int(table, SUMMARY_ROWS, at, (int64_t)summary->rows);
    hw__table_text(table, SUMMARY_FIGURE, at, figure_names[figure]);
    hw__table_int(table, SUMMARY_N, at, its->n);
    if (its->undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, SUMMARY_VALUE, at, its->value);
    } else {
        hw__table_text(table, SUMMARY_UNDEFINED, at, hw_undefined_name((hw_undefined)its->undefined));
    }
}

hw_table *hw_practices_summary_table(const hw_practices *practices, hw_error *err)
{
    if (!practices) {
        hw__null_argument(err, "practices");
        return NULL;
    }
    size_t rows = 0;
    for (size_t i = 0; i < practices->summaries.count * HW_FIGURE_COUNT; i++) {
        const hw__practice_summary *its = &practices->summaries.items[i / HW_FIGURE_COUNT];
        rows += hw__figure_applies(&hw__quantities[its->quantity], (hw_practice_figure)(i % HW_FIGURE_COUNT));
    }
    hw_table *table = hw__table_new(summary_columns, SUMMARY_COLUMNS, rows, err);
    if (!table) {
        return NULL;
    }
    size_t at = 0;
    for (size_t i = 0; i < practices->summaries.count * HW_FIGURE_COUNT; i++) {
        const hw__practice_summary *its = &practices->summaries.items[i / HW_FIGURE_COUNT];
        hw_practice_figure figure = (hw_practice_figure)(i % HW_FIGURE_COUNT);
        if (hw__figure_applies(&hw__quantities[its->quantity], figure)) {
            fill_figure(table, at++, practices, its, figure);
        }
    }
    return hw__table_done(table, err);
}
