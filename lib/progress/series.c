/* SPDX-License-Identifier: MIT */
/* The series of one measure: its values out of the log, with what is to be told about each. */
#include "homework/series.h"

#include <limits.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/one_series.h"
#include "progress/series.h"
#include "time/civil.h"

#define SECONDS_A_DAY 86400.0

struct hw_series_options {
    uint8_t phase;
    bool has_phase, every_phase, private_too, last_only;
};
static const hw_series_options defaults = {0};

/* ---- options ---- */

hw_series_options *hw_series_options_new(hw_error *err)
{
    hw_series_options *options = HW__NEW(series_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_series_options_free(hw_series_options *options)
{
    HW__DELETE(series_options, options);
}

hw_status hw_series_options_set_phase(hw_series_options *options, hw_phase phase, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if ((unsigned)phase >= HW__PHASE_COUNT) {
        return hw__fail(err, HW_ERR_RANGE, "phase", "there is no such phase");
    }
    options->phase = (uint8_t)phase;
    options->has_phase = true;
    options->every_phase = false;
    return hw__ok(err);
}

static hw_status set_switch(hw_series_options *options, bool *slot, bool on, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    *slot = on;
    return hw__ok(err);
}

hw_status hw_series_options_set_every_phase(hw_series_options *options, bool every, hw_error *err)
{
    return set_switch(options, options ? &options->every_phase : NULL, every, err);
}

hw_status hw_series_options_set_private(hw_series_options *options, bool private_too, hw_error *err)
{
    return set_switch(options, options ? &options->private_too : NULL, private_too, err);
}

hw_status hw_series_options_set_last_range(hw_series_options *options, bool last_only, hw_error *err)
{
    return set_switch(options, options ? &options->last_only : NULL, last_only, err);
}

/* ---- out of the log ---- */

/* What a run needs beside the series that it fills. */
typedef struct filling {
    const hw__log_store *log;
    const hw__series_set *set;
    hw_series *series;
    /* Copies of the texts that came last: they repeat from row to row. */
    const char *assignment, *by;
    uint32_t assignment_symbol, by_symbol;
} filling;

static const char *copy_text(hw_series *series, const char *text)
{
    return hw__arena_text(&series->arena, text, strlen(text));
}

static bool copy_symbol(filling *f, uint32_t symbol, uint32_t *last, const char **copy)
{
    if (symbol != *last) {
        *copy = copy_text(f->series, hw__log_known_text(f->log, symbol));
        *last = symbol;
    }
    return symbol == 0 || *copy;
}

static bool add_row(filling *f, const hw__series_row *row)
{
    const hw__entry_row *entry = &f->log->entries.items[row->entry];
    const char *id = copy_text(f->series, hw__log_pool(f->log, entry->id));
    if (!id || !copy_symbol(f, entry->assignment, &f->assignment_symbol, &f->assignment) ||
        !copy_symbol(f, entry->by, &f->by_symbol, &f->by)) {
        return false;
    }
    hw__series_value made = {.happened = hw__entry_at(entry),
                             .at = row->at,
                             .value = row->value,
                             .entry = id,
                             .assignment = entry->assignment ? f->assignment : NULL,
                             .by = entry->by ? f->by : NULL,
                             .day = row->day,
                             .group = row->group,
                             .range = row->range,
                             .phase = row->phase,
                             .source = entry->source};
    return hw__vec_push(&f->series->rows, made);
}

/* The rows of some phases (bits) in the order of time: the earliest of those that stand first in each. */
static bool add_rows(filling *f, uint32_t measure, unsigned phases)
{
    size_t left[HW__PHASE_COUNT] = {0};
    const hw__series_row *next[HW__PHASE_COUNT] = {NULL};
    for (int p = 0; p < HW__PHASE_COUNT; p++) {
        if (phases & 1u << p) {
            next[p] = hw__series_rows(f->set, measure, p, &left[p]);
        }
    }
    for (;;) {
        int best = -1;
        for (int p = 0; p < HW__PHASE_COUNT; p++) {
            if (left[p] > 0 && (best < 0 || hw__series_compare(next[p], next[best]) < 0)) {
                best = p;
            }
        }
        if (best < 0) {
            return true;
        }
        if (!add_row(f, next[best])) {
            return false;
        }
        next[best]++;
        left[best]--;
    }
}

static bool find_stretches(hw_series *series)
{
    for (size_t i = 0; i < series->rows.count; i++) {
        bool is_first = i == 0 || series->rows.items[i].range != series->rows.items[i - 1].range;
        if (is_first && !hw__vec_push(&series->stretches, i)) {
            return false;
        }
    }
    return true;
}

static bool copy_numbers(hw_series *series)
{
    size_t count = series->rows.count;
    series->days = hw__alloc(count * sizeof *series->days);
    series->values = hw__alloc(count * sizeof *series->values);
    if (!series->days || !series->values) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const hw__series_value *row = &series->rows.items[i];
        series->days[i] = (double)(row->at - series->rows.items[0].at) / SECONDS_A_DAY;
        series->values[i] = row->value;
    }
    return true;
}

/* Which rows statistics are of, and whether these can be compared. */
static void decide_counted(hw_series *series, bool last_only)
{
    const hw__series_value *rows = series->rows.items;
    size_t stretches = series->stretches.count;
    series->counted = last_only && stretches > 0 ? series->stretches.items[stretches - 1] : 0;
    if (stretches > 1 && !last_only) {
        series->comparable = HW_UNDEFINED_RANGE_CHANGED;
    }
    for (size_t i = series->counted + 1; i < series->rows.count; i++) {
        if (rows[i].phase != rows[i - 1].phase) {
            series->comparable = HW_UNDEFINED_NOT_APPLICABLE;
            return;
        }
    }
}

static bool fill(filling *f, uint32_t measure, const hw_series_options *options)
{
    const hw__series_measure *its = &f->set->measures[measure];
    hw_series *series = f->series;
    int phase = options->has_phase ? options->phase : its->phase;
    series->measure = hw__arena_text(&series->arena, its->record->head.id, strlen(its->record->head.id));
    series->unit = its->record->unit
                       ? hw__arena_text(&series->arena, its->record->unit, strlen(its->record->unit))
                       : NULL;
    if (!series->measure || (its->record->unit && !series->unit)) {
        return false;
    }
    series->better = its->record->better;
    series->phase = (uint8_t)(options->every_phase ? HW_PHASE_NONE : phase);
    series->undated = its->undated[phase];
    series->hidden = its->hidden[phase];
    if (options->every_phase) {
        series->undated = series->hidden = 0;
        for (int p = 0; p < HW__PHASE_COUNT; p++) {
            series->undated += its->undated[p];
            series->hidden += its->hidden[p];
        }
    }
    if (!add_rows(f, measure, options->every_phase ? UINT_MAX : 1u << phase) || !find_stretches(series) ||
        !copy_numbers(series)) {
        return false;
    }
    decide_counted(series, options->last_only);
    return hw__series_work_out(series);
}

static hw_series *make(const hw_plan *plan, const hw__thing *thing, const hw__series_query *query,
                       const hw_series_options *options, hw_error *err)
{
    filling f = {.log = plan->log, .series = HW__NEW(series)};
    hw__series_set *set = hw__series_collect(plan, query);
    f.set = set;
    uint32_t measure = (uint32_t)(thing - plan->sections[HW__MEASURES].items);
    bool good = f.series && set && fill(&f, measure, options);
    hw__series_set_free(set);
    if (!good) {
        hw_series_free(f.series);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return f.series;
}

hw_series *hw_plan_series(const hw_plan *plan, const char *measure, hw_date from, hw_date to,
                          hw_instant as_of, const hw_series_options *options, hw_error *err)
{
    if (!plan || !measure) {
        hw__null_argument(err, plan ? "measure" : "plan");
        return NULL;
    }
    hw__series_query query = {.as_of = as_of, .measure = measure};
    if (hw__window_days(from, to, &query.from, &query.to, err) != HW_OK) {
        return NULL;
    }
    const hw__thing *thing = hw__plan_thing(plan, HW__MEASURES, measure, strlen(measure));
    if (!thing || !hw__thing_known(thing, as_of)) {
        hw__fail(err, HW_ERR_NOT_FOUND, measure, "there is no such measure as of the moment");
        return NULL;
    }
    options = options ? options : &defaults;
    query.private_too = options->private_too;
    return make(plan, thing, &query, options, err);
}

void hw_series_free(hw_series *series)
{
    if (series) {
        hw__vec_free(&series->rows);
        hw__vec_free(&series->stretches);
        hw__free(series->days);
        hw__free(series->values);
        hw__arena_free(&series->arena);
        HW__DELETE(series, series);
    }
}
