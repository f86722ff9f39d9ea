/* SPDX-License-Identifier: MIT */
/* One pass over the log for the values of all measures: which count, on which day and scale, and in which
 * order. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "model/entry_store.h"
#include "progress/series.h"
#include "time/civil.h"
#include "time/zone.h"

#define NOON (HW__DAY_SECONDS / 2)

/* What a symbol of the log is to a run. */
typedef struct meaning {
    uint32_t measure; /* index and 1; 0 = none that was asked for */
    bool is_left_out; /* an assignment that was entered in error */
} meaning;

typedef struct collector {
    const hw_plan *plan;
    const hw__series_query *query;
    hw__series_set *set;
    meaning *meanings; /* by symbol */
    hw__noon noon;
} collector;

/* ---- days ---- */

hw_status hw__window_days(hw_date from, hw_date to, int32_t *first, int32_t *end, hw_error *err)
{
    if (!hw_date_is_valid(from) || !hw_date_is_valid(to)) {
        return hw__fail(err, HW_ERR_ARGUMENT, hw_date_is_valid(from) ? "to" : "from", "there is no such day");
    }
    *first = hw__day_from_date(from);
    *end = hw__day_from_date(to);
    if (*end < *first) {
        return hw__fail(err, HW_ERR_RANGE, "to", "the span of days ends before it begins");
    }
    return HW_OK;
}

hw_instant hw__noon_instant(hw__noon *noon, const hw_plan *plan, hw_instant as_of, int32_t day)
{
    int64_t wall = hw__wall(day, NOON);
    const hw_settings *settings = hw__plan_settings_at(plan, as_of, wall);
    if (settings != noon->settings) {
        noon->settings = settings;
        noon->zone = hw__zones_find(plan->zones, settings->zone, NULL);
    }
    hw__zone_hint hint = {0};
    return noon->zone ? hw__zone_resolve(noon->zone, wall, &hint, NULL, NULL) : wall;
}

/* ---- scales ---- */

static bool is_same_number(const hw__number *a, const hw__number *b)
{
    return a->present == b->present && (!a->present || hw__decimal_compare(a->value, b->value) == 0);
}

static bool is_same_range(const hw_measure *a, const hw_measure *b)
{
    bool is_same_unit = a->unit && b->unit ? strcmp(a->unit, b->unit) == 0 : a->unit == b->unit;
    return a->kind == b->kind && is_same_unit && is_same_number(&a->min, &b->min) &&
           is_same_number(&a->max, &b->max);
}

/* The revision by which a value is read: the one of its own day, as it was known when it was recorded; or the
 * last one known then, if only that allows the value. */
static const hw_revision *revision_of(const hw__thing *thing, const hw__entry_row *row, hw__decimal value)
{
    int64_t wall = hw__moment_wall(hw__entry_at(row));
    if (row->at_precision == HW_PRECISION_DATE) {
        wall += HW__DAY_SECONDS - 1; /* at any time of that day */
    }
    const hw_revision *then = hw__thing_at(thing, row->recorded, wall);
    const hw_revision *last = hw__thing_known(thing, row->recorded);
    then = then ? then : thing->revisions.items[0];
    bool is_of_then = !last || hw__measure_allows((const hw_measure *)then, value) ||
                      !hw__measure_allows((const hw_measure *)last, value);
    return is_of_then ? then : last;
}

uint16_t hw__series_range(const hw__thing *measure, const hw__entry_row *row, hw__decimal value)
{
    if (measure->revisions.count == 1) {
        return 0;
    }
    const hw_measure *its = (const hw_measure *)revision_of(measure, row, value);
    size_t r = 0;
    while (!is_same_range((const hw_measure *)measure->revisions.items[r], its)) {
        r++;
    }
    return (uint16_t)(r < UINT16_MAX ? r : UINT16_MAX);
}

/* ---- one pass ---- */

static bool add_value(collector *c, uint32_t entry, uint32_t index, hw_instant at, int32_t day)
{
    const hw__entry_row *row = &c->plan->log->entries.items[entry];
    const hw__value_row *value = &c->plan->log->values.items[row->first + index];
    uint32_t measure = c->meanings[value->name].measure - 1;
    hw__decimal number = {.mantissa = value->as.mantissa, .scale = value->scale};
    hw__series_row made = {.at = at,
                           .value = hw__decimal_double(number),
                           .measure = measure,
                           .entry = entry,
                           .day = day,
                           .row = (uint16_t)index,
                           .group = value->group,
                           .range =
                               hw__series_range(&c->plan->sections[HW__MEASURES].items[measure], row, number),
                           .phase = value->phase,
                           .precision = row->at_precision};
    return hw__vec_push(&c->set->rows, made);
}

static bool read_entry(collector *c, uint32_t entry)
{
    const hw__entry_row *row = &c->plan->log->entries.items[entry];
    const hw__value_row *values = c->plan->log->values.items + row->first;
    bool is_undated = row->at_precision == HW_PRECISION_UNKNOWN;
    bool is_hidden = row->visibility == HW_VISIBILITY_PRIVATE && !c->query->private_too;
    bool is_placed = false, is_within = false, good = true;
    hw_instant at = row->at;
    int32_t day = 0;
    for (uint32_t i = 0; good && i < row->values; i++) {
        uint32_t measure = values[i].kind == HW_VALUE_MEASURE ? c->meanings[values[i].name].measure : 0;
        if (!measure) {
            continue;
        }
        if (!is_placed) {
            is_placed = true;
            day = hw__wall_day(hw__moment_wall(is_undated ? hw__entry_recorded(row) : hw__entry_at(row)));
            is_within = day >= c->query->from && day < c->query->to;
            if (row->at_precision == HW_PRECISION_DATE && is_within) {
                at = hw__noon_instant(&c->noon, c->plan, c->query->as_of, day);
            }
        }
        hw__series_measure *its = &c->set->measures[measure - 1];
        its->phases = (uint8_t)(its->phases | (is_hidden ? 0 : 1u << values[i].phase));
        its->hidden[values[i].phase] += is_within && is_hidden;
        its->undated[values[i].phase] += is_within && !is_hidden && is_undated;
        good = !is_within || is_hidden || is_undated || add_value(c, entry, i, at, day);
    }
    return good;
}

/* False when the log has no value of any measure that was asked for. */
static bool find_measures(collector *c)
{
    const hw__things *things = &c->plan->sections[HW__MEASURES];
    bool any = false;
    for (size_t i = 0; i < things->count; i++) {
        const hw_revision *record = hw__thing_known(&things->items[i], c->query->as_of);
        c->set->measures[i].record = (const hw_measure *)record;
        if (!record || (c->query->measure && strcmp(record->id, c->query->measure) != 0)) {
            continue;
        }
        uint32_t symbol = hw__log_find_symbol(c->plan->log, record->id, strlen(record->id));
        if (symbol != 0 && symbol <= UINT16_MAX) { /* else no value row names it */
            c->meanings[symbol].measure = (uint32_t)i + 1;
            any = true;
        }
    }
    return any;
}

static void find_left_out(collector *c)
{
    const hw__things *things = &c->plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < things->count; i++) {
        const hw_revision *record = hw__thing_known(&things->items[i], c->query->as_of);
        if (record && ((const hw_assignment *)record)->state == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
            c->meanings[hw__log_find_symbol(c->plan->log, record->id, strlen(record->id))].is_left_out = true;
        }
    }
    c->meanings[0].is_left_out = false; /* entries about no assignment */
}

static bool read_log(collector *c, const uint8_t *states)
{
    const hw__log_store *log = c->plan->log;
    bool good = true;
    for (uint32_t i = 0; good && i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        if (row->values && states[i] == HW_ENTRY_LIVE && !c->meanings[row->assignment].is_left_out) {
            good = read_entry(c, i);
        }
    }
    return good;
}

/* ---- in order ---- */

int hw__series_compare(const void *a, const void *b)
{
    const hw__series_row *left = a, *right = b;
    if (left->at != right->at) {
        return left->at < right->at ? -1 : 1;
    }
    if (left->entry != right->entry) {
        return left->entry < right->entry ? -1 : 1;
    }
    return left->row < right->row ? -1 : left->row > right->row;
}

static void sort_slice(hw__series_row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (hw__series_compare(&rows[i - 1], &rows[i]) > 0) {
            qsort(rows, count, sizeof *rows, hw__series_compare);
            return;
        }
    }
}

/* By measure, then phase: counted and dealt out; then by time within each. */
static bool put_in_order(hw__series_set *set)
{
    size_t count = set->rows.count;
    hw__series_row *sorted = hw__alloc(count * sizeof *sorted);
    if (!sorted) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        set->measures[set->rows.items[i].measure].first[set->rows.items[i].phase]++;
    }
    uint32_t next = 0;
    for (uint32_t m = 0; m < set->measure_count; m++) {
        uint32_t *first = set->measures[m].first;
        for (int p = 0; p < HW__PHASE_COUNT; p++) {
            uint32_t size = first[p];
            first[p] = next;
            next += size;
        }
        first[HW__PHASE_COUNT] = next;
    }
    for (size_t i = 0; i < count; i++) {
        const hw__series_row *row = &set->rows.items[i];
        sorted[set->measures[row->measure].first[row->phase]++] = *row;
    }
    for (uint32_t m = 0; m < set->measure_count; m++) {
        uint32_t *first = set->measures[m].first;
        memmove(first + 1, first, HW__PHASE_COUNT * sizeof *first); /* each has moved to its end */
        first[0] = m > 0 ? set->measures[m - 1].first[HW__PHASE_COUNT] : 0;
        for (int p = 0; p < HW__PHASE_COUNT; p++) {
            sort_slice(sorted + first[p], first[p + 1] - first[p]);
        }
    }
    hw__free(set->rows.items);
    set->rows.items = sorted;
    set->rows.room = count;
    return true;
}

int hw__series_default_phase(unsigned phases)
{
    static const uint8_t order[] = {HW_PHASE_NONE, HW_PHASE_PEAK, HW_PHASE_AFTER, HW_PHASE_DURING,
                                    HW_PHASE_BEFORE};
    for (size_t i = 0; i < sizeof order; i++) {
        if (phases & 1u << order[i]) {
            return order[i];
        }
    }
    return HW_PHASE_NONE;
}

static bool collect(collector *c)
{
    const hw__log_store *log = c->plan->log;
    uint8_t *states = NULL;
    bool good = true;
    if (find_measures(c)) {
        find_left_out(c);
        if (!c->query->states) {
            states = hw__alloc(log->entries.count);
            good = states && hw__log_states(log, c->query->as_of, states);
        }
        good = good && read_log(c, states ? states : c->query->states) && put_in_order(c->set);
    }
    for (uint32_t m = 0; m < c->set->measure_count; m++) {
        c->set->measures[m].phase = (uint8_t)hw__series_default_phase(c->set->measures[m].phases);
    }
    hw__free(states);
    return good;
}

hw__series_set *hw__series_collect(const hw_plan *plan, const hw__series_query *query)
{
    size_t count = plan->sections[HW__MEASURES].count;
    collector c = {.plan = plan, .query = query, .set = hw__zalloc(1, sizeof *c.set)};
    c.meanings = hw__zalloc(plan->log->symbols.texts.count + 1, sizeof *c.meanings);
    if (c.set) {
        c.set->measure_count = (uint32_t)count;
        c.set->measures = hw__zalloc(count, sizeof *c.set->measures);
    }
    bool good = c.set && c.meanings && c.set->measures && collect(&c);
    hw__free(c.meanings);
    if (!good) {
        hw__series_set_free(c.set);
        return NULL;
    }
    return c.set;
}

void hw__series_set_free(hw__series_set *set)
{
    if (set) {
        hw__vec_free(&set->rows);
        hw__free(set->measures);
        hw__free(set);
    }
}
