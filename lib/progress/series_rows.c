/* SPDX-License-Identifier: MIT */
/* A series one value at a time, and as a table. */
#include "base/fail.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/one_series.h"

const char *hw_series_measure(const hw_series *series)
{
    return series ? series->measure : NULL;
}

const char *hw_series_unit(const hw_series *series)
{
    return series ? series->unit : NULL;
}

hw_better hw_series_better(const hw_series *series)
{
    return series ? (hw_better)series->better : HW_BETTER_NEUTRAL;
}

hw_phase hw_series_phase(const hw_series *series)
{
    return series ? (hw_phase)series->phase : HW_PHASE_NONE;
}

size_t hw_series_count(const hw_series *series)
{
    return series ? series->rows.count : 0;
}

size_t hw_series_undated_count(const hw_series *series)
{
    return series ? series->undated : 0;
}

size_t hw_series_private_count(const hw_series *series)
{
    return series ? series->hidden : 0;
}

/* NULL past the end. */
static const hw__series_value *row_at(const hw_series *series, size_t index)
{
    return index < hw_series_count(series) ? &series->rows.items[index] : NULL;
}

bool hw_series_value_at(const hw_series *series, size_t index, double *out)
{
    const hw__series_value *row = row_at(series, index);
    if (row && out) {
        *out = row->value;
    }
    return row != NULL;
}

hw_moment hw_series_happened_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->happened : (hw_moment){0};
}

hw_instant hw_series_instant_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->at : 0;
}

hw_phase hw_series_phase_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? (hw_phase)row->phase : HW_PHASE_NONE;
}

int32_t hw_series_group_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->group : 0;
}

const char *hw_series_entry_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->entry : NULL;
}

const char *hw_series_assignment_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->assignment : NULL;
}

const char *hw_series_by_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? row->by : NULL;
}

hw_source hw_series_source_at(const hw_series *series, size_t index)
{
    const hw__series_value *row = row_at(series, index);
    return row ? (hw_source)row->source : HW_SOURCE_APP;
}

size_t hw_series_stretch_count(const hw_series *series)
{
    return series ? series->stretches.count : 0;
}

size_t hw_series_stretch_at(const hw_series *series, size_t stretch)
{
    return stretch < hw_series_stretch_count(series) ? series->stretches.items[stretch] : SIZE_MAX;
}

/* ---- as a table ---- */

enum {
    MEASURE,
    ENTRY,
    ASSIGNMENT,
    HAPPENED,
    HAPPENED_LOCAL,
    COUNTED_FROM,
    VALUE,
    UNIT,
    PHASE,
    GROUP,
    STRETCH,
    BY,
    SOURCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [MEASURE] = {"measure", HW_COLUMN_TEXT, 0, "", "The id of the measure."},
    [ENTRY] = {"entry", HW_COLUMN_TEXT, 0, "", "The id of the entry that holds the value."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment it reports on."},
    [HAPPENED] = {"happened", HW_COLUMN_INSTANT, 0, "", "When it happened; none if only the day is known."},
    [HAPPENED_LOCAL] = {"happened_local", HW_COLUMN_LOCAL, 0, "",
                        "The day or time at which it happened, by the clock of the person who did it."},
    [COUNTED_FROM] = {"instant", HW_COLUMN_INSTANT, 0, "",
                      "The instant that it counts from: of what is known by its day the day's noon."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "The value."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of the measure, as it was last recorded."},
    [PHASE] = {"phase", HW_COLUMN_TEXT, 0, "", "When within the practice; none if nobody said."},
    [GROUP] = {"group", HW_COLUMN_INT, 0, "", "The number of the group within what repeats."},
    [STRETCH] = {"stretch", HW_COLUMN_INT, 0, "",
                 "The number of the stretch, from 0, in which the measure kept its range."},
    [BY] = {"by", HW_COLUMN_TEXT, 0, "", "The id of the person who recorded it."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where the entry comes from."},
};

static void fill_row(hw_table *table, size_t at, const hw_series *series, size_t stretch)
{
    const hw__series_value *row = &series->rows.items[at];
    hw__table_text(table, MEASURE, at, series->measure);
    hw__table_text(table, ENTRY, at, row->entry);
    hw__table_text(table, ASSIGNMENT, at, row->assignment);
    if (row->happened.precision == HW_PRECISION_EXACT) {
        hw__table_instant(table, HAPPENED, at, row->happened.instant);
    }
    hw__table_local(table, HAPPENED_LOCAL, at, hw_moment_local(row->happened));
    hw__table_instant(table, COUNTED_FROM, at, row->at);
    hw__table_number(table, VALUE, at, row->value);
    hw__table_text(table, UNIT, at, series->unit);
    if (row->phase != HW_PHASE_NONE) {
        hw__table_text(table, PHASE, at, hw__words_at(&hw__words_phase, row->phase));
    }
    hw__table_int(table, GROUP, at, row->group);
    hw__table_int(table, STRETCH, at, (int64_t)stretch);
    hw__table_text(table, BY, at, row->by);
    hw__table_text(table, SOURCE, at, hw__words_at(&hw__words_source, row->source));
}

hw_table *hw_series_table(const hw_series *series, hw_error *err)
{
    if (!series) {
        hw__null_argument(err, "series");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, series->rows.count, err);
    if (!table) {
        return NULL;
    }
    size_t stretch = 0;
    for (size_t i = 0; i < series->rows.count; i++) {
        if (stretch + 1 < series->stretches.count && i == series->stretches.items[stretch + 1]) {
            stretch++;
        }
        fill_row(table, i, series, stretch);
    }
    return hw__table_done(table, err);
}
