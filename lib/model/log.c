/* SPDX-License-Identifier: MIT */
/* Snapshots of a plan's log: the shared store, and what became of each entry as of all that it knows. */
#include "homework/log.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "model/plan_store.h"

hw_log *hw_plan_entries(const hw_plan *plan, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw_log *log = HW__NEW(log);
    uint8_t *states = hw__alloc(plan->log->entries.count);
    if (!log || !states || !hw__log_states(plan->log, INT64_MAX, states)) {
        HW__DELETE(log, log);
        hw__free(states);
        hw__no_memory(err);
        return NULL;
    }
    atomic_init(&log->owners, 1);
    log->store = hw__log_ref(plan->log);
    log->states = states;
    hw__ok(err);
    return log;
}

hw_log *hw_log_ref(const hw_log *log)
{
    hw_log *same = (hw_log *)log;
    if (same) {
        atomic_fetch_add_explicit(&same->owners, 1, memory_order_relaxed);
    }
    return same;
}

void hw_log_unref(hw_log *log)
{
    if (log && atomic_fetch_sub_explicit(&log->owners, 1, memory_order_acq_rel) == 1) {
        hw__log_unref(log->store);
        hw__free(log->states);
        HW__DELETE(log, log);
    }
}

size_t hw_log_count(const hw_log *log)
{
    return log ? log->store->entries.count : 0;
}

size_t hw_log_find(const hw_log *log, const char *id)
{
    uint32_t index = log && id ? hw__log_find(log->store, id, strlen(id)) : UINT32_MAX;
    return index == UINT32_MAX ? SIZE_MAX : index;
}

/* NULL past the end. */
static const hw__entry_row *row_at(const hw_log *log, size_t index)
{
    return index < hw_log_count(log) ? &log->store->entries.items[index] : NULL;
}

const char *hw_log_id_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__log_pool(log->store, row->id) : NULL;
}

const char *hw_log_assignment_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__log_symbol_text(log->store, row->assignment) : NULL;
}

hw_local hw_log_due_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__entry_due(row) : (hw_local){0};
}

hw_moment hw_log_happened_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__entry_at(row) : (hw_moment){0};
}

hw_moment hw_log_recorded_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__entry_recorded(row) : (hw_moment){0};
}

const char *hw_log_by_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? hw__log_symbol_text(log->store, row->by) : NULL;
}

hw_extent hw_log_extent_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? (hw_extent)row->extent : HW_EXTENT_NONE;
}

int32_t hw_log_percent_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? row->percent : 0;
}

hw_source hw_log_source_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? (hw_source)row->source : HW_SOURCE_APP;
}

hw_visibility hw_log_visibility_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? (hw_visibility)row->visibility : HW_VISIBILITY_SHARED;
}

hw_entry_state hw_log_state_at(const hw_log *log, size_t index)
{
    return row_at(log, index) ? (hw_entry_state)log->states[index] : HW_ENTRY_LIVE;
}

const char *hw_log_target_at(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row && row->target ? hw__log_pool(log->store, row->target) : NULL;
}

size_t hw_log_value_count(const hw_log *log, size_t index)
{
    const hw__entry_row *row = row_at(log, index);
    return row ? row->values : 0;
}

/* NULL past the end. */
static const hw__value_row *value_at(const hw_log *log, size_t index, size_t row)
{
    return row < hw_log_value_count(log, index)
               ? &log->store->values.items[log->store->entries.items[index].first + row]
               : NULL;
}

hw_value_kind hw_log_value_kind(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    return value ? (hw_value_kind)value->kind : HW_VALUE_NOTE;
}

const char *hw_log_value_name(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    if (!value) {
        return NULL;
    }
    switch (value->kind) {
    case HW_VALUE_BARRIER:
        return hw__words_at(&hw__words_barrier, value->code);
    case HW_VALUE_NOTE:
        return hw__words_at(&hw__words_note_kind, value->code);
    case HW_VALUE_ATTACHMENT:
        return NULL;
    default:
        return hw__log_symbol_text(log->store, value->name);
    }
}

hw_phase hw_log_value_phase(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    return value ? (hw_phase)value->phase : HW_PHASE_NONE;
}

int32_t hw_log_value_group(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    return value ? value->group : 0;
}

static bool holds_number(const hw__value_row *value)
{
    return value && (value->kind == HW_VALUE_MEASURE || value->kind == HW_VALUE_NUMBER);
}

bool hw_log_value_number(const hw_log *log, size_t index, size_t row, double *out)
{
    const hw__value_row *value = value_at(log, index, row);
    if (!holds_number(value) || !out) {
        return false;
    }
    *out = hw__decimal_double((hw__decimal){.mantissa = value->as.mantissa, .scale = value->scale});
    return true;
}

const char *hw_log_value_text(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    return value && !holds_number(value) && value->as.text.size > 0
               ? hw__log_pool(log->store, value->as.text.offset)
               : NULL;
}

bool hw_log_value_confidential(const hw_log *log, size_t index, size_t row)
{
    const hw__value_row *value = value_at(log, index, row);
    return value && hw__value_is_confidential(value);
}
