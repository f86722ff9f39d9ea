/* SPDX-License-Identifier: MIT */
/* What got in the way, how often, and what it lies in: of the whole plan and of each assignment. */
#include <string.h>

#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"

static const uint8_t factors[HW__BARRIERS] = {
    [HW_BARRIER_FORGOT] = HW_FACTOR_CLIENT,          [HW_BARRIER_NO_TIME] = HW_FACTOR_CONTEXT,
    [HW_BARRIER_TOO_DIFFICULT] = HW_FACTOR_TASK,     [HW_BARRIER_TOO_LONG] = HW_FACTOR_TASK,
    [HW_BARRIER_UNCLEAR_WHAT] = HW_FACTOR_TASK,      [HW_BARRIER_UNCLEAR_WHY] = HW_FACTOR_THERAPY,
    [HW_BARRIER_NOT_RELEVANT] = HW_FACTOR_THERAPY,   [HW_BARRIER_DISAGREED] = HW_FACTOR_THERAPY,
    [HW_BARRIER_DID_NOT_HELP] = HW_FACTOR_THERAPY,   [HW_BARRIER_LOW_ENERGY] = HW_FACTOR_CLIENT,
    [HW_BARRIER_LOW_MOTIVATION] = HW_FACTOR_CLIENT,  [HW_BARRIER_AVOIDANCE] = HW_FACTOR_CLIENT,
    [HW_BARRIER_DISTRESS] = HW_FACTOR_CLIENT,        [HW_BARRIER_SELF_CRITICISM] = HW_FACTOR_CLIENT,
    [HW_BARRIER_PHYSICAL_HEALTH] = HW_FACTOR_CLIENT, [HW_BARRIER_NO_PRIVACY] = HW_FACTOR_CONTEXT,
    [HW_BARRIER_NO_MATERIALS] = HW_FACTOR_CONTEXT,   [HW_BARRIER_OTHER_PEOPLE] = HW_FACTOR_CONTEXT,
    [HW_BARRIER_LIFE_EVENT] = HW_FACTOR_CONTEXT,     [HW_BARRIER_OTHER] = HW_FACTOR_OTHER,
};

hw_factor hw_barrier_factor(hw_barrier barrier)
{
    return (unsigned)barrier < HW__BARRIERS ? (hw_factor)factors[barrier] : HW_FACTOR_OTHER;
}

/* ---- counting ---- */

/* Bits of the barriers that an entry tells. */
static uint32_t told_by(const hw__areas_work *work, const hw__areas_entry *entry)
{
    const hw__entry_row *row = hw__areas_row(work, entry);
    const hw__value_row *values = work->plan->log->values.items;
    uint32_t told = 0;
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &values[row->first + i];
        told |= value->kind == HW_VALUE_BARRIER ? 1u << value->code : 0;
    }
    return told;
}

bool hw__areas_gather_barriers(hw__areas_work *work)
{
    size_t whole = work->plan->sections[HW__ASSIGNMENTS].count;
    work->told = hw__zalloc((whole + 1) * HW__BARRIERS, sizeof *work->told);
    for (size_t i = 0; work->told && i < work->entries.count; i++) {
        const hw__areas_entry *entry = &work->entries.items[i];
        uint32_t told = entry->within ? told_by(work, entry) : 0;
        for (uint32_t barrier = 0; told; barrier++, told >>= 1) {
            if (!(told & 1)) {
                continue;
            }
            if (entry->hidden) {
                work->areas->left_out++;
                continue;
            }
            work->told[whole * HW__BARRIERS + barrier]++;
            if (entry->assignment != HW__NO_ASSIGNMENT) {
                work->told[(size_t)entry->assignment * HW__BARRIERS + barrier]++;
            }
        }
    }
    return work->told != NULL;
}

void hw__areas_cite_barrier(hw__areas_work *work, hw_evidence *evidence, uint32_t assignment,
                            hw_barrier barrier)
{
    bool every = assignment == HW__NO_ASSIGNMENT;
    size_t count = work->entries.count, i = every ? 0 : work->chains[assignment];
    while (i < count) {
        const hw__areas_entry *entry = &work->entries.items[i];
        if (entry->within && !entry->hidden && hw__areas_tells(work, entry->log, barrier)) {
            hw__areas_cite_entry(work, evidence, entry->log);
        }
        i = every ? i + 1 : entry->next;
    }
}

static void add_barrier(hw__areas_work *work, uint32_t assignment, const char *kept, hw_barrier barrier)
{
    size_t whole = work->plan->sections[HW__ASSIGNMENTS].count;
    size_t at = assignment == HW__NO_ASSIGNMENT ? whole : assignment;
    hw__hindrance next = {.assignment = kept,
                          .barrier = (uint8_t)barrier,
                          .times = work->told[at * HW__BARRIERS + (size_t)barrier]};
    if (next.times == 0) {
        return;
    }
    next.repeated = (double)next.times >= hw__areas_limit(work, HW_AREA_PARAMETER_REPEATED);
    next.evidence = hw__evidence_begin(&work->areas->proofs);
    hw__areas_cite_barrier(work, &next.evidence, assignment, barrier);
    if (!hw__vec_push(&work->areas->hindrances, next)) {
        hw__areas_fail(work);
    }
}

/* By factor, and then by barrier. */
static void add_barriers(hw__areas_work *work, uint32_t assignment, const char *kept)
{
    for (int factor = 0; factor <= HW_FACTOR_OTHER; factor++) {
        for (int barrier = 0; barrier < HW__BARRIERS; barrier++) {
            if (factors[barrier] == factor) {
                add_barrier(work, assignment, kept, (hw_barrier)barrier);
            }
        }
    }
}

void hw__areas_count_barriers(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    add_barriers(work, HW__NO_ASSIGNMENT, NULL);
    for (uint32_t i = 0; i < count && work->status == HW_OK; i++) {
        if (work->assignments[i]) {
            add_barriers(work, i, hw__areas_keep(work, work->assignments[i]->head.id));
        }
    }
}

/* ---- one by one ---- */

size_t hw_areas_barrier_count(const hw_areas *areas)
{
    return areas ? areas->hindrances.count : 0;
}

/* NULL past the end. */
static const hw__hindrance *hindrance_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_barrier_count(areas) ? &areas->hindrances.items[index] : NULL;
}

const char *hw_areas_barrier_assignment_at(const hw_areas *areas, size_t index)
{
    const hw__hindrance *at = hindrance_at(areas, index);
    return at ? at->assignment : NULL;
}

hw_barrier hw_areas_barrier_at(const hw_areas *areas, size_t index)
{
    const hw__hindrance *at = hindrance_at(areas, index);
    return at ? (hw_barrier)at->barrier : HW_BARRIER_OTHER;
}

hw_factor hw_areas_barrier_factor_at(const hw_areas *areas, size_t index)
{
    return hw_barrier_factor(hw_areas_barrier_at(areas, index));
}

size_t hw_areas_barrier_times_at(const hw_areas *areas, size_t index)
{
    const hw__hindrance *at = hindrance_at(areas, index);
    return at ? at->times : 0;
}

bool hw_areas_barrier_repeated_at(const hw_areas *areas, size_t index)
{
    const hw__hindrance *at = hindrance_at(areas, index);
    return at && at->repeated;
}

const hw_evidence *hw_areas_barrier_evidence_at(const hw_areas *areas, size_t index)
{
    const hw__hindrance *at = hindrance_at(areas, index);
    return at ? &at->evidence : NULL;
}

size_t hw_areas_barrier_left_out(const hw_areas *areas)
{
    return areas ? areas->left_out : 0;
}

/* ---- as a table ---- */

enum {
    ASSIGNMENT,
    FACTOR,
    BARRIER,
    TIMES,
    REPEATED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment; none of the whole plan."},
    [FACTOR] = {"factor", HW_COLUMN_TEXT, 0, "", "What the barrier lies in."},
    [BARRIER] = {"barrier", HW_COLUMN_TEXT, 0, "", "What got in the way."},
    [TIMES] = {"times", HW_COLUMN_INT, 0, "{entry}", "How many entries tell it."},
    [REPEATED] = {"repeated", HW_COLUMN_BOOL, 0, "", "Whether that is often enough to be called repeated."},
};

hw_table *hw_areas_barrier_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->hindrances.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < areas->hindrances.count; row++) {
        const hw__hindrance *at = &areas->hindrances.items[row];
        hw__table_text(table, ASSIGNMENT, row, at->assignment);
        hw__table_text(table, FACTOR, row, hw__words_at(&hw__words_factor, factors[at->barrier]));
        hw__table_text(table, BARRIER, row, hw__words_at(&hw__words_barrier, at->barrier));
        hw__table_int(table, TIMES, row, (int64_t)at->times);
        hw__table_bool(table, REPEATED, row, at->repeated);
    }
    return hw__table_done(table, err);
}
