/* SPDX-License-Identifier: MIT */
/* Progress as a table: a row for each subject and each metric that has a meaning for it. */
#include <string.h>

#include <string.h>

#include "base/fail.h"
#include "base/words.h"
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
    FEW,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SUBJECT] = {"subject", HW_COLUMN_TEXT, 0, "", "What the metric is about: plan, goal, assignment, ..."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "Its id; of the plan its uid."},
    [METRIC] = {"metric", HW_COLUMN_TEXT, 0, "", "The name of the metric."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of the value."},
    [NUMERATOR] = {"numerator", HW_COLUMN_INT, 0, "", "What is counted; of a credit in thousandths."},
    [DENOMINATOR] = {"denominator", HW_COLUMN_INT, 0, "", "Of how many; of a credit in thousandths."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
    [FEW] = {"few", HW_COLUMN_BOOL, 0, "", "Whether the value rests on fewer than 5 things."},
};

static const char *const subjects[HW_SUBJECT_COUNT] = {
    [HW_SUBJECT_PLAN] = "plan", [HW_SUBJECT_GOAL] = "goal",   [HW_SUBJECT_ASSIGNMENT] = "assignment",
    [HW_SUBJECT_KIND] = "kind", [HW_SUBJECT_SKILL] = "skill", [HW_SUBJECT_INTERVAL] = "interval",
    [HW_SUBJECT_WEEK] = "week", [HW_SUBJECT_MONTH] = "month", [HW_SUBJECT_MEASURE] = "measure",
};
static const hw__words words = {subjects, HW_SUBJECT_COUNT, 0};

const char *hw_subject_name(hw_subject subject)
{
    return hw__words_at(&words, (int)subject);
}

int hw_subject_find(const char *name)
{
    return name ? hw__words_find(&words, name, strlen(name)) : -1;
}

const char *hw__unit_of(const hw__subject *subject, const hw__metric *spec)
{
    size_t size = sizeof HW__UNIT_OF_MEASURE - 1;
    if (subject->kind != HW_SUBJECT_MEASURE || strncmp(spec->unit, HW__UNIT_OF_MEASURE, size) != 0) {
        return spec->unit;
    }
    return spec->unit[size] ? subject->per_week : subject->unit;
}

static void fill_row(hw_table *table, size_t row, const hw__subject *subject, hw_metric metric,
                     const hw__reading *reading)
{
    const hw__metric *spec = hw__metric_at(metric);
    hw__table_text(table, SUBJECT, row, subjects[subject->kind]);
    hw__table_text(table, ID, row, subject->id);
    hw__table_text(table, METRIC, row, spec->name);
    hw__table_text(table, UNIT, row, hw__unit_of(subject, spec));
    hw__table_int(table, NUMERATOR, row, reading->numerator);
    hw__table_int(table, DENOMINATOR, row, reading->denominator);
    hw__table_bool(table, FEW, row, hw__reading_is_few(reading, spec));
    if (reading->undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, VALUE, row, reading->value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name(reading->undefined));
    }
}

/* Counts the rows, and fills them in if there is a table. */
static size_t each_row(const hw_progress *progress, hw_table *table)
{
    size_t rows = 0;
    for (uint32_t s = 0; s < progress->subject_count; s++) {
        for (int m = 0; m < HW_METRIC_COUNT; m++) {
            hw__reading reading;
            hw__progress_read(progress, s, (hw_metric)m, &reading);
            if (reading.undefined == HW_UNDEFINED_NOT_APPLICABLE) {
                continue;
            }
            if (table) {
                fill_row(table, rows, &progress->subjects[s], (hw_metric)m, &reading);
            }
            rows++;
        }
    }
    return rows;
}

hw_table *hw_progress_table(const hw_progress *progress, hw_error *err)
{
    if (!progress) {
        hw__null_argument(err, "progress");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, each_row(progress, NULL), err);
    if (!table) {
        return NULL;
    }
    each_row(progress, table);
    return hw__table_done(table, err);
}
