/* SPDX-License-Identifier: MIT */
/* Progress as a table: a row for each subject and metric. */
#include "base/fail.h"
#include "model/table.h"
#include "progress/progress.h"

enum {
    SUBJECT,
    ID,
    METRIC,
    VALUE,
    UNIT,
    NUMERATOR,
    DENOMINATOR,
    UNDEFINED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SUBJECT] = {"subject", HW_COLUMN_TEXT, 0, "", "What the metric is about: plan, goal or assignment."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of the goal or assignment; of the plan its uid."},
    [METRIC] = {"metric", HW_COLUMN_TEXT, 0, "", "The name of the metric."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of the value."},
    [NUMERATOR] = {"numerator", HW_COLUMN_INT, 0, "", "What is counted; of a credit in thousandths."},
    [DENOMINATOR] = {"denominator", HW_COLUMN_INT, 0, "", "Of how many; of a credit in thousandths."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
};

static const char *subject_name(hw_subject subject)
{
    static const char *const names[] = {
        [HW_SUBJECT_PLAN] = "plan",
        [HW_SUBJECT_GOAL] = "goal",
        [HW_SUBJECT_ASSIGNMENT] = "assignment",
    };
    return names[subject];
}

static void fill_row(hw_table *table, size_t row, const hw__subject *subject, hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    hw__reading reading = {0};
    spec->read(&subject->tally, spec->item, &reading);
    hw__table_text(table, SUBJECT, row, subject_name(subject->kind));
    hw__table_text(table, ID, row, subject->id);
    hw__table_text(table, METRIC, row, spec->name);
    hw__table_text(table, UNIT, row, spec->unit);
    hw__table_int(table, NUMERATOR, row, reading.numerator);
    hw__table_int(table, DENOMINATOR, row, reading.denominator);
    if (reading.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, VALUE, row, reading.value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name(reading.undefined));
    }
}

hw_table *hw_progress_table(const hw_progress *progress, hw_error *err)
{
    if (!progress) {
        hw__null_argument(err, "progress");
        return NULL;
    }
    size_t rows = (size_t)progress->subject_count * HW_METRIC_COUNT;
    hw_table *table = hw__table_new(columns, COLUMNS, rows, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < rows; row++) {
        fill_row(table, row, &progress->subjects[row / HW_METRIC_COUNT], (hw_metric)(row % HW_METRIC_COUNT));
    }
    return hw__table_done(table, err);
}
