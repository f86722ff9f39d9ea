/* SPDX-License-Identifier: MIT */
/* The life of a log's store, and its building blocks: texts, rows, and taking back what was added. */
#include "model/log_store.h"

#include <stddef.h>
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "time/civil.h"

hw__text_items hw__log_id_items(const hw__log_store *log)
{
    return (hw__text_items){
        .pool = log->pool.items,
        .pool_size = log->pool.count,
        .first = log->entries.items ? (const char *)log->entries.items + offsetof(hw__entry_row, id) : NULL,
        .stride = sizeof(hw__entry_row),
    };
}

hw__log_store *hw__log_new(hw_error *err)
{
    hw__log_store *log = hw__zalloc(1, sizeof *log);
    if (!log || !hw__vec_push(&log->pool, '\0')) {
        hw__free(log);
        hw__no_memory(err);
        return NULL;
    }
    atomic_init(&log->owners, 1);
    hw__ok(err);
    return log;
}

static void free_foreign(hw__entry_foreign *foreign)
{
    hw__free(foreign->foreign.attributes);
    hw__free(foreign->foreign.elements);
}

static void free_log(hw__log_store *log)
{
    for (size_t i = 0; i < log->foreign.count; i++) {
        free_foreign(&log->foreign.items[i]);
    }
    hw__vec_free(&log->foreign);
    hw__vec_free(&log->entries);
    hw__vec_free(&log->values);
    hw__vec_free(&log->pool);
    hw__vec_free(&log->symbols.texts);
    hw__table_free(&log->symbols.table);
    hw__table_free(&log->ids);
    hw__free(log);
}

hw__log_store *hw__log_ref(hw__log_store *log)
{
    atomic_fetch_add_explicit(&log->owners, 1, memory_order_relaxed);
    return log;
}

void hw__log_unref(hw__log_store *log)
{
    if (log && atomic_fetch_sub_explicit(&log->owners, 1, memory_order_acq_rel) == 1) {
        free_log(log);
    }
}

static bool copy_items(void *to, const void *from, size_t count, size_t item_size)
{
    if (count > 0) {
        memcpy(to, from, count * item_size);
    }
    return true;
}

#define COPY_VEC(to, from)                                                          \
    (hw__vec_reserve((to), (from)->count) && ((to)->count = (from)->count, true) && \
     copy_items((to)->items, (from)->items, (from)->count, sizeof *(to)->items))

bool hw__log_add_foreign(hw__log_store *log, uint32_t entry, const hw__foreign *foreign)
{
    if (!hw__vec_reserve(&log->foreign, 1)) {
        return false;
    }
    hw__entry_foreign copy = {.entry = entry};
    copy.foreign.attributes = foreign->attributes ? hw__strdup(foreign->attributes) : NULL;
    copy.foreign.elements = foreign->elements ? hw__strdup(foreign->elements) : NULL;
    if ((foreign->attributes && !copy.foreign.attributes) || (foreign->elements && !copy.foreign.elements)) {
        free_foreign(&copy);
        return false;
    }
    log->foreign.items[log->foreign.count++] = copy;
    return true;
}

static bool copy_log(hw__log_store *to, const hw__log_store *from)
{
    if (!COPY_VEC(&to->entries, &from->entries) || !COPY_VEC(&to->values, &from->values) ||
        !COPY_VEC(&to->pool, &from->pool) || !COPY_VEC(&to->symbols.texts, &from->symbols.texts) ||
        !hw__table_copy(&to->symbols.table, &from->symbols.table) || !hw__table_copy(&to->ids, &from->ids)) {
        return false;
    }
    to->sorted = from->sorted;
    for (size_t i = 0; i < from->foreign.count; i++) {
        if (!hw__log_add_foreign(to, from->foreign.items[i].entry, &from->foreign.items[i].foreign)) {
            return false;
        }
    }
    return true;
}

hw__log_store *hw__log_clone(const hw__log_store *log, hw_error *err)
{
    hw__log_store *clone = hw__zalloc(1, sizeof *clone);
    if (!clone) {
        hw__no_memory(err);
        return NULL;
    }
    atomic_init(&clone->owners, 1);
    if (!copy_log(clone, log)) {
        free_log(clone);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return clone;
}

uint32_t hw__log_text(hw__log_store *log, const char *text, size_t size)
{
    size_t offset = log->pool.count;
    if (size == 0) {
        return 0;
    }
    if (size > UINT32_MAX - 2 - offset || !hw__vec_reserve(&log->pool, size + 1)) {
        return UINT32_MAX;
    }
    memcpy(log->pool.items + offset, text, size);
    log->pool.items[offset + size] = '\0';
    log->pool.count = offset + size + 1;
    return (uint32_t)offset;
}

bool hw__log_push(hw__log_store *log, const hw__entry_row *row)
{
    if (log->entries.count >= HW__MAX_ENTRIES || log->values.count > UINT32_MAX ||
        row->values > log->values.count || !hw__vec_reserve(&log->entries, 1)) {
        return false;
    }
    hw__entry_row *entry = &log->entries.items[log->entries.count++];
    *entry = *row;
    entry->first = (uint32_t)(log->values.count - row->values);
    return true;
}

void hw__log_trim(hw__log_store *log)
{
    hw__vec_trim(&log->entries);
    hw__vec_trim(&log->values);
    hw__vec_trim(&log->pool);
    hw__vec_trim(&log->symbols.texts);
    hw__vec_trim(&log->foreign);
}

hw__log_point hw__log_mark(const hw__log_store *log)
{
    return (hw__log_point){
        .entries = log->entries.count,
        .values = log->values.count,
        .pool = log->pool.count,
        .symbols = log->symbols.texts.count,
        .foreign = log->foreign.count,
    };
}

void hw__log_undo(hw__log_store *log, hw__log_point point)
{
    while (log->foreign.count > point.foreign) {
        free_foreign(&log->foreign.items[--log->foreign.count]);
    }
    log->entries.count = point.entries;
    log->values.count = point.values;
    if (log->symbols.texts.count == point.symbols) { /* new symbols stay, and so does their text */
        log->pool.count = point.pool;
    }
}

void hw__log_remove(hw__log_store *log, const bool *marked)
{
    size_t kept = 0, foreign_kept = 0, foreign = 0;
    for (size_t i = 0; i < log->entries.count; i++) {
        for (; foreign < log->foreign.count && log->foreign.items[foreign].entry == i; foreign++) {
            if (marked[i]) {
                free_foreign(&log->foreign.items[foreign]);
                continue;
            }
            log->foreign.items[foreign_kept] = log->foreign.items[foreign];
            log->foreign.items[foreign_kept++].entry = (uint32_t)kept;
        }
        if (!marked[i]) {
            log->entries.items[kept++] = log->entries.items[i];
        }
    }
    log->entries.count = log->sorted = kept;
    log->foreign.count = foreign_kept;
    hw__text_items items = hw__log_id_items(log);
    hw__table_clear(&log->ids);
    hw__table_enter(&log->ids, &items, (uint32_t)kept);
}

uint32_t hw__log_find(const hw__log_store *log, const char *id, size_t size)
{
    hw__text_items items = hw__log_id_items(log);
    return hw__table_find(&log->ids, &items, id, size);
}

const hw__foreign *hw__log_foreign(const hw__log_store *log, uint32_t index)
{
    size_t low = 0, high = log->foreign.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (log->foreign.items[middle].entry < index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < log->foreign.count && log->foreign.items[low].entry == index
               ? &log->foreign.items[low].foreign
               : NULL;
}

hw_moment hw__entry_at(const hw__entry_row *row)
{
    return (hw_moment){.instant = row->at, .offset = row->at_offset, .precision = row->at_precision};
}

hw_moment hw__entry_recorded(const hw__entry_row *row)
{
    return (
        hw_moment){.instant = row->recorded, .offset = row->recorded_offset, .precision = HW_PRECISION_EXACT};
}

hw_local hw__entry_due(const hw__entry_row *row)
{
    if (row->due_day == HW__NO_DAY) {
        return (hw_local){0};
    }
    return (hw_local){.date = hw__date_from_day(row->due_day), .seconds = row->due_seconds};
}
