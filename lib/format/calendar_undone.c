/* SPDX-License-Identifier: MIT */
/* Was a tick taken back since? A copy of the calendar from before that still has it, and must not bring it back. */
#include <string.h>

#include "format/calendar_read.h"

/* The calendar's ticks that were voided, and when. */
static bool find_undone(hw__reading *r)
{
    const hw__log_store *log = r->plan->log;
    uint8_t *states = hw__zalloc(log->entries.count, sizeof *states);
    bool good = states && hw__log_states(log, r->calendar.as_of, states);
    for (uint32_t i = 0; good && i < log->entries.count; i++) {
        const hw__entry_row *by = &log->entries.items[i];
        if (states[i] != HW_ENTRY_VOID) {
            continue;
        }
        const char *id = hw__log_pool(log, by->target);
        uint32_t tick = hw__log_find(log, id, strlen(id));
        if (tick != UINT32_MAX && states[tick] == HW_ENTRY_VOIDED &&
            log->entries.items[tick].source == HW_SOURCE_CALENDAR) {
            good = hw__vec_push(&r->undone, ((hw__undone){tick, by->recorded}));
        }
    }
    hw__free(states);
    return good;
}

/* The moment tells a tick from a later one. If the item does not say when it was changed, it has to be exact. */
static bool is_the_same(hw__reading *r, const hw__entry_row *tick, hw_instant undone,
                        const hw__proposal *proposal, const hw__todo_item *item)
{
    if (tick->extent != proposal->extent || tick->percent != proposal->percent ||
        tick->at_precision != proposal->happened.precision || tick->at != proposal->happened.instant) {
        return false;
    }
    hw_instant changed = hw__reading_instant(r, &item->changed);
    if (changed == INT64_MIN) {
        changed = hw__reading_instant(r, &item->stamped);
    }
    return changed == INT64_MIN ? tick->at_precision == HW_PRECISION_EXACT : changed < undone;
}

hw_status hw__reading_was_undone(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                                 const hw__proposal *proposal, bool *out, hw_error *err)
{
    const hw__log_store *log = r->plan->log;
    *out = false;
    if (!r->undone_known && !find_undone(r)) {
        return hw__no_memory(err);
    }
    r->undone_known = true;
    const char *id = r->rows->assignments[row->assignment].id;
    uint32_t symbol = r->undone.count > 0 ? hw__log_find_symbol(log, id, strlen(id)) : 0;
    for (size_t i = 0; i < r->undone.count && symbol && !*out; i++) {
        const hw__entry_row *tick = &log->entries.items[r->undone.items[i].tick];
        *out = tick->assignment == symbol && tick->due_day == row->day && tick->due_seconds == row->seconds &&
               is_the_same(r, tick, r->undone.items[i].recorded, proposal, item);
    }
    return HW_OK;
}
