/* SPDX-License-Identifier: MIT */
/* Applying proposals: all or nothing, and what the plan knows by then is left out. */
#include "format/proposals.h"

#include <string.h>

#include "base/fail.h"
#include "schedule/timeline.h"

/* The log's entries by what they are about. */
typedef struct known {
    const hw__log_store *log;
    uint8_t *states;
    hw__order *order; /* by key_of() */
    size_t count;
} known;

static int64_t key_of(uint32_t assignment, int32_t day, int32_t seconds)
{
    return (int64_t)assignment << 39 | (int64_t)(day - HW__DAY_MIN) << 17 | (int64_t)(seconds + 1);
}

static bool know(known *k)
{
    size_t count = k->log->entries.count;
    k->states = hw__zalloc(count, sizeof *k->states);
    k->order = hw__zalloc(count, sizeof *k->order);
    if (!k->states || !k->order || !hw__log_states(k->log, INT64_MAX, k->states)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const hw__entry_row *row = &k->log->entries.items[i];
        if (k->states[i] == HW_ENTRY_LIVE && row->assignment && row->due_day != HW__NO_DAY) {
            k->order[k->count++] = (hw__order){key_of(row->assignment, row->due_day, row->due_seconds), i};
        }
    }
    return hw__order_sort(k->order, k->count);
}

static void forget(known *k)
{
    hw__free(k->states);
    hw__free(k->order);
}

/* Whether a live entry about the same occurrence says as much. */
static bool says_as_much(const hw__entry_row *row, const hw__proposal *proposal)
{
    if (proposal->quota) {
        return row->source == HW_SOURCE_CALENDAR && row->extent == proposal->extent &&
               row->percent == proposal->percent && row->at_precision == proposal->happened.precision &&
               row->at == proposal->happened.instant;
    }
    if (row->extent == HW_EXTENT_DONE || row->extent == HW_EXTENT_EXCEEDED) {
        return true;
    }
    return row->extent == proposal->extent && row->percent == proposal->percent;
}

static bool is_logged(const known *k, const hw__proposal *proposal)
{
    uint32_t symbol = hw__log_find_symbol(k->log, proposal->assignment, strlen(proposal->assignment));
    int64_t key = key_of(symbol, hw__day_from_date(proposal->key.date), proposal->key.seconds);
    size_t low = 0, high = k->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->order[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; symbol && low < k->count && k->order[low].key == key; low++) {
        uint32_t index = (uint32_t)k->order[low].tie;
        if (k->states[index] == HW_ENTRY_LIVE && says_as_much(&k->log->entries.items[index], proposal)) {
            return true;
        }
    }
    return false;
}

/* Takes an entry out of what counts, if it does; false if it does not. */
static bool take_out(known *k, const char *id)
{
    uint32_t index = hw__log_find(k->log, id, strlen(id));
    if (index == UINT32_MAX || k->states[index] != HW_ENTRY_LIVE) {
        return false;
    }
    k->states[index] = HW_ENTRY_VOIDED;
    return true;
}

static hw_entry *entry_of(const hw__proposal *proposal, hw_error *err)
{
    hw_entry *entry = hw_entry_new(proposal->assignment, (hw_extent)proposal->extent, err);
    if (entry) {
        hw_entry_set_at(entry, proposal->happened);
        hw_entry_set_due(entry, proposal->key);
        hw_entry_set_source(entry, HW_SOURCE_CALENDAR);
        if (proposal->percent) {
            hw_entry_set_percent(entry, proposal->percent);
        }
    }
    return entry;
}

/* One call of the verb: what is still to be done. */
typedef struct work {
    hw_entry **entries;
    const char **voided;
    size_t entry_count, void_count;
} work;

static void close_work(work *w)
{
    for (size_t i = 0; w->entries && i < w->entry_count; i++) {
        hw_entry_free(w->entries[i]);
    }
    hw__free(w->entries);
    hw__free(w->voided);
}

static hw_status find_work(const hw_plan *plan, const hw_proposals *proposals, work *w, hw_error *err)
{
    size_t count = proposals->items.count;
    known k = {.log = plan->log};
    w->entries = hw__zalloc(count, sizeof *w->entries);
    w->voided = hw__zalloc(count, sizeof *w->voided);
    hw_status status = HW_OK;
    if (!w->entries || !w->voided || !know(&k)) {
        forget(&k);
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < count && status == HW_OK; i++) {
        const hw__proposal *proposal = &proposals->items.items[i];
        if (proposal->kind == HW_PROPOSAL_VOID && take_out(&k, proposal->entry)) {
            w->voided[w->void_count++] = proposal->entry;
        } else if (proposal->kind == HW_PROPOSAL_LOG && !is_logged(&k, proposal)) {
            w->entries[w->entry_count] = entry_of(proposal, err);
            status = w->entries[w->entry_count] ? HW_OK : (hw_status)err->status;
            w->entry_count += status == HW_OK;
        }
    }
    forget(&k);
    return status;
}

static hw_status apply(hw_plan *plan, const work *w, const hw_change *change, hw_error *err)
{
    hw_status status = HW_OK;
    for (size_t i = 0; i < w->void_count && status == HW_OK; i++) {
        status = hw_plan_void_entry(plan, w->voided[i], change, err);
    }
    if (status == HW_OK && w->entry_count > 0) {
        status = hw_plan_log_all(plan, w->entries, w->entry_count, change, err);
    }
    return status;
}

/* Works on a copy and exchanges the two when all has gone well. */
static hw_status apply_to_copy(hw_plan *plan, const work *w, const hw_change *change, hw_error *err)
{
    hw_plan *copy = hw_plan_copy(plan, err);
    if (!copy) {
        return (hw_status)err->status;
    }
    hw_status status = apply(copy, w, change, err);
    if (status == HW_OK) {
        hw_plan old = *plan;
        *plan = *copy;
        *copy = old;
        plan->generation = old.generation + 1;
    }
    hw_plan_free(copy);
    return status;
}

hw_status hw_plan_apply_proposals(hw_plan *plan, const hw_proposals *proposals, const hw_change *change,
                                  size_t *applied, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (applied) {
        *applied = 0;
    }
    if (!proposals) {
        return hw__null_argument(err, "proposals");
    }
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK) {
        return status;
    }
    if (strcmp(plan->uid, proposals->plan) != 0) { /* plans made from one template have the same ids */
        return hw__fail(err, HW_ERR_INVALID, "proposals", "they are for another plan");
    }
    work w = {0};
    status = find_work(plan, proposals, &w, err);
    size_t count = w.entry_count + w.void_count;
    if (status == HW_OK && count > 0) {
        /* One verb alone is all or nothing by itself. */
        bool single = w.void_count == 0 || (w.void_count == 1 && w.entry_count == 0);
        status = single ? apply(plan, &w, change, err) : apply_to_copy(plan, &w, change, err);
    }
    close_work(&w);
    if (status != HW_OK) {
        return status;
    }
    if (applied) {
        *applied = count;
    }
    return hw__ok(err);
}
