/* SPDX-License-Identifier: MIT */
/* What a series shows: one row of a table for each statistic, worked out when the series is made. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/one_series.h"
#include "time/civil.h"

#define DAYS_A_WEEK 7

/* The values that count. */
typedef struct sample {
    const double *days, *values;
    size_t count;
} sample;

typedef struct statistic {
    const char *name, *definition;
    enum {
        OF_VALUES,
        OF_DAYS,
        OF_WEEKS /* of values, for each week */
    } unit;
    uint8_t needed;  /* at least so many values; at least 1 */
    bool is_compare; /* it compares values with each other */
    hw_status (*read)(const sample *of, hw_estimate *out);
} statistic;

static hw_status give(hw_estimate *out, double value)
{
    out->value = value;
    return HW_OK;
}

static hw_status read_first(const sample *of, hw_estimate *out)
{
    return give(out, of->values[0]);
}

static hw_status read_last(const sample *of, hw_estimate *out)
{
    return give(out, of->values[of->count - 1]);
}

static hw_status read_least(const sample *of, hw_estimate *out)
{
    double least = of->values[0];
    for (size_t i = 1; i < of->count; i++) {
        least = of->values[i] < least ? of->values[i] : least;
    }
    return give(out, least);
}

static hw_status read_greatest(const sample *of, hw_estimate *out)
{
    double greatest = of->values[0];
    for (size_t i = 1; i < of->count; i++) {
        greatest = of->values[i] > greatest ? of->values[i] : greatest;
    }
    return give(out, greatest);
}

static hw_status read_mean(const sample *of, hw_estimate *out)
{
    return hw_mean(of->values, of->count, out, NULL);
}

static hw_status read_median(const sample *of, hw_estimate *out)
{
    return hw_median(of->values, of->count, out, NULL);
}

static hw_status read_change(const sample *of, hw_estimate *out)
{
    return give(out, of->values[of->count - 1] - of->values[0]);
}

static hw_status read_span(const sample *of, hw_estimate *out)
{
    return give(out, of->days[of->count - 1] - of->days[0]);
}

static hw_status read_gap(const sample *of, hw_estimate *out)
{
    double longest = 0;
    for (size_t i = 1; i < of->count; i++) {
        double gap = of->days[i] - of->days[i - 1];
        longest = gap > longest ? gap : longest;
    }
    return give(out, longest);
}

static hw_status read_slope(const sample *of, hw_estimate *out)
{
    hw_trend_line line;
    hw_status status = hw_theil_sen(of->days, of->values, of->count, &line, NULL);
    if (status == HW_OK) {
        *out = line.slope;
        out->value *= DAYS_A_WEEK;
    }
    return status;
}

static const statistic statistics[HW_STATISTIC_COUNT] = {
    [HW_STATISTIC_FIRST] = {"first", "The first value.", OF_VALUES, 1, false, read_first},
    [HW_STATISTIC_LAST] = {"last", "The last value.", OF_VALUES, 1, false, read_last},
    [HW_STATISTIC_LEAST] = {"least", "The least value.", OF_VALUES, 1, true, read_least},
    [HW_STATISTIC_GREATEST] = {"greatest", "The greatest value.", OF_VALUES, 1, true, read_greatest},
    [HW_STATISTIC_MEAN] = {"mean", "The sum of the values divided by their number.", OF_VALUES, 1, true,
                           read_mean},
    [HW_STATISTIC_MEDIAN] =
        {"median",
         "The value in the middle of the sorted values; of an even number the mean of the "
         "two in the middle.",
         OF_VALUES, 1, true, read_median},
    [HW_STATISTIC_CHANGE] = {"change", "The last value less the first.", OF_VALUES, 2, true, read_change},
    [HW_STATISTIC_SPAN] = {"span", "Days of 24 hours from the first value to the last.", OF_DAYS, 1, false,
                           read_span},
    [HW_STATISTIC_LONGEST_GAP] = {"longest_gap", "The most days of 24 hours from one value to the next.",
                                  OF_DAYS, 2, false, read_gap},
    [HW_STATISTIC_SLOPE] = {"slope",
                            "The median of the slopes between all pairs of values at different moments "
                            "(Theil 1950, Sen 1968), for 7 days of 24 hours.",
                            OF_WEEKS, 2, true, read_slope},
};

static const statistic *statistic_at(hw_statistic which)
{
    return (unsigned)which < HW_STATISTIC_COUNT ? &statistics[which] : NULL;
}

const char *hw_statistic_name(hw_statistic which)
{
    return statistic_at(which) ? statistics[which].name : "unknown";
}

const char *hw_statistic_definition(hw_statistic which)
{
    return statistic_at(which) ? statistics[which].definition : "";
}

hw_statistic hw_statistic_find(const char *name)
{
    int found = 0;
    while (name && found < HW_STATISTIC_COUNT && strcmp(statistics[found].name, name) != 0) {
        found++;
    }
    return name ? (hw_statistic)found : HW_STATISTIC_COUNT;
}

/* ---- of one series ---- */

static sample sample_of(const hw_series *series)
{
    size_t count = series->rows.count - series->counted;
    return (sample){series->days + series->counted, series->values + series->counted, count};
}

/* Why nothing that needs so many values can be told; HW_UNDEFINED_NOT if it can. */
static hw_undefined reason(const hw_series *series, size_t needed, bool is_compare)
{
    size_t count = series->rows.count - series->counted;
    if (count == 0) {
        return HW_UNDEFINED_NO_VALUES;
    }
    if (is_compare && series->comparable != HW_UNDEFINED_NOT) {
        return series->comparable;
    }
    return count < needed ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NOT;
}

bool hw__series_work_out(hw_series *series)
{
    sample of = sample_of(series);
    for (int s = 0; s < HW_STATISTIC_COUNT; s++) {
        hw_estimate *out = &series->statistics[s];
        out->undefined = (int32_t)reason(series, statistics[s].needed, statistics[s].is_compare);
        out->n = (int64_t)of.count;
        if (out->undefined == HW_UNDEFINED_NOT && statistics[s].read(&of, out) != HW_OK) {
            return false;
        }
    }
    return true;
}

hw_estimate hw_series_statistic_value(const hw_series *series, hw_statistic which)
{
    return series && statistic_at(which) ? series->statistics[which]
                                         : (hw_estimate){.undefined = HW_UNDEFINED_NO_VALUES};
}

static hw_estimate undefined(size_t count, hw_undefined why)
{
    return (hw_estimate){.n = (int64_t)count, .undefined = (int32_t)why};
}

static hw_rank_test undefined_test(size_t count, hw_undefined why)
{
    hw_estimate none = undefined(count, why);
    return (hw_rank_test){.tau = none, .z = none, .p = none};
}

hw_status hw_series_trend(const hw_series *series, hw_rank_test *test, hw_error *err)
{
    if (!series || !test) {
        return hw__null_argument(err, series ? "test" : "series");
    }
    sample of = sample_of(series);
    hw_undefined why = reason(series, 1, true);
    if (why != HW_UNDEFINED_NOT) {
        *test = undefined_test(of.count, why);
        return hw__ok(err);
    }
    return hw_mann_kendall(of.days, of.values, of.count, test, err);
}

/* Gives what is before a day to the front of an array, and what is not to its back; both in order. */
static size_t split(const hw_series *series, int32_t day, double *values)
{
    size_t before = 0;
    for (size_t i = series->counted; i < series->rows.count; i++) {
        before += series->rows.items[i].day < day;
    }
    size_t ahead = 0, behind = before;
    for (size_t i = series->counted; i < series->rows.count; i++) {
        values[series->rows.items[i].day < day ? ahead++ : behind++] = series->values[i];
    }
    return before;
}

hw_status hw_series_overlap(const hw_series *series, hw_date day, hw_overlap *overlap, hw_error *err)
{
    if (!series || !overlap) {
        return hw__null_argument(err, series ? "overlap" : "series");
    }
    if (!hw_date_is_valid(day)) {
        return hw__fail(err, HW_ERR_ARGUMENT, "day", "there is no such day");
    }
    size_t count = series->rows.count - series->counted;
    hw_undefined why = reason(series, 1, true);
    if (why != HW_UNDEFINED_NOT) {
        hw_estimate none = undefined(count, why);
        *overlap = (hw_overlap){.nap = none, .tau = none, .error = none};
        return hw__ok(err);
    }
    double *values = hw__alloc(count * sizeof *values);
    if (!values) {
        return hw__no_memory(err);
    }
    size_t before = split(series, hw__day_from_date(day), values);
    hw_status status =
        hw_nap(values, before, values + before, count - before, (hw_better)series->better, overlap, err);
    hw__free(values);
    return status;
}

/* ---- as a table ---- */

enum {
    MEASURE,
    PHASE,
    STATISTIC,
    VALUE,
    UNIT,
    N,
    UNDEFINED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [MEASURE] = {"measure", HW_COLUMN_TEXT, 0, "", "The id of the measure."},
    [PHASE] = {"phase", HW_COLUMN_TEXT, 0, "",
               "When within the practice; none if nobody said, or of all phases."},
    [STATISTIC] = {"statistic", HW_COLUMN_TEXT, 0, "", "The name of the statistic."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of the value; none if the measure has none."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "The number of values that it rests on."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
};

#define LONGEST_UNIT (HW__MAX_LINE_BYTES + sizeof "/wk")

static void fill_unit(hw_table *table, size_t row, const hw_series *series, int unit)
{
    char text[LONGEST_UNIT];
    size_t size = series->unit ? strlen(series->unit) : 0;
    if (unit == OF_DAYS) {
        hw__table_text(table, UNIT, row, "d");
    } else if (unit == OF_VALUES) {
        hw__table_text(table, UNIT, row, series->unit);
    } else if (size + sizeof "/wk" <= sizeof text) {
        memcpy(text, series->unit ? series->unit : "", size);
        memcpy(text + size, "/wk", sizeof "/wk");
        hw__table_text(table, UNIT, row, text);
    }
}

hw_table *hw_series_statistics_table(const hw_series *series, hw_error *err)
{
    if (!series) {
        hw__null_argument(err, "series");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, HW_STATISTIC_COUNT, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < HW_STATISTIC_COUNT; row++) {
        const hw_estimate *its = &series->statistics[row];
        hw__table_text(table, MEASURE, row, series->measure);
        if (series->phase != HW_PHASE_NONE) {
            hw__table_text(table, PHASE, row, hw__words_at(&hw__words_phase, series->phase));
        }
        hw__table_text(table, STATISTIC, row, statistics[row].name);
        fill_unit(table, row, series, (int)statistics[row].unit);
        hw__table_int(table, N, row, its->n);
        if (its->undefined == HW_UNDEFINED_NOT) {
            hw__table_number(table, VALUE, row, its->value);
        } else {
            hw__table_text(table, UNDEFINED, row, hw_undefined_name((hw_undefined)its->undefined));
        }
    }
    return hw__table_done(table, err);
}
