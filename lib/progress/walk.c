/* SPDX-License-Identifier: MIT */
/* Which entries count for practices and patterns, and when each happened. */
#include "progress/walk.h"

#include <string.h>

#include "base/fail.h"
#include "homework/erasure.h"
#include "time/civil.h"

static void find_things(hw__walk *walk)
{
    const hw__things *things = &walk->plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < things->count; i++) {
        const hw_assignment *record =
            (const hw_assignment *)hw__thing_known(&things->items[i], walk->query.as_of);
        bool is_asked = walk->query.assignment == HW__WALK_EVERY || walk->query.assignment == i;
        if (!record || !is_asked || record->state == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
            continue;
        }
        const char *id = record->head.id;
        walk->things[hw__log_find_symbol(walk->log, id, strlen(id))].thing = &things->items[i];
    }
    walk->things[0].thing = NULL; /* entries about no assignment, and assignments without entries */
}

bool hw__walk_open(hw__walk *walk, const hw_plan *plan, const hw__walk_query *query)
{
    *walk = (hw__walk){.plan = plan, .log = plan->log, .query = *query, .forms = {.log = plan->log}};
    walk->states = hw__alloc(plan->log->entries.count);
    walk->things = hw__zalloc(plan->log->symbols.texts.count + 1, sizeof *walk->things);
    if (!walk->states || !walk->things || !hw__log_states(plan->log, query->as_of, walk->states)) {
        return false;
    }
    find_things(walk);
    return true;
}

/* Puts an entry in its place in time; false if it is not on the days asked for, or must be passed over. */
static bool place(hw__walk *walk, hw__walk_entry *entry)
{
    const hw__entry_row *row = entry->row;
    bool is_undated = row->at_precision == HW_PRECISION_UNKNOWN;
    int64_t wall = hw__moment_wall(is_undated ? hw__entry_recorded(row) : hw__entry_at(row));
    entry->day = hw__wall_day(wall);
    if (entry->day < walk->query.from || entry->day >= walk->query.to) {
        return false;
    }
    if (row->visibility == HW_VISIBILITY_PRIVATE && !walk->query.private_too) {
        walk->hidden++;
        return false;
    }
    walk->undated += is_undated;
    entry->seconds = HW_ALL_DAY;
    if (row->at_precision == HW_PRECISION_EXACT) {
        entry->at = row->at;
        entry->seconds = (int32_t)(wall - hw__wall(entry->day, 0));
    } else if (!is_undated) {
        entry->at = hw__noon_instant(&walk->noon, walk->plan, walk->query.as_of, entry->day);
    }
    return !is_undated;
}

bool hw__walk_next(hw__walk *walk, hw__walk_entry *out)
{
    while (walk->next < walk->log->entries.count) {
        uint32_t index = walk->next++;
        const hw__entry_row *row = &walk->log->entries.items[index];
        const hw__thing *thing = walk->things[row->assignment].thing;
        *out = (hw__walk_entry){.row = row, .index = index};
        if (!thing || walk->states[index] != HW_ENTRY_LIVE || !place(walk, out)) {
            continue;
        }
        out->assignment = (uint32_t)(thing - walk->plan->sections[HW__ASSIGNMENTS].items);
        out->record = hw__form_revision(thing, hw__entry_at(row), hw__entry_recorded(row));
        return true;
    }
    return false;
}

const hw__log_form *hw__walk_form(hw__walk *walk, const hw__walk_entry *entry)
{
    uint32_t form =
        hw__log_forms_find(&walk->forms, entry->record, &walk->things[entry->row->assignment].newest);
    return form ? &walk->forms.items.items[form - 1] : NULL;
}

void hw__walk_close(hw__walk *walk)
{
    hw__free(walk->states);
    hw__free(walk->things);
    hw__log_forms_free(&walk->forms);
}

bool hw__walk_is_said(const hw__walk *walk, const hw__value_row *value)
{
    static const char redacted[] = HW_REDACTED;
    size_t size = value->kind == HW_VALUE_TEXT ? value->as.text.size : 0;
    return size > 0 && !(size == sizeof redacted - 1 &&
                         memcmp(hw__log_pool(walk->log, value->as.text.offset), redacted, size) == 0);
}

hw_status hw__walk_find(const hw_plan *plan, const char *id, hw_instant as_of, uint32_t *out, hw_error *err)
{
    *out = HW__WALK_EVERY;
    if (!id) {
        return HW_OK;
    }
    const hw__thing *thing = hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id));
    if (!thing || !hw__thing_known(thing, as_of)) {
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "there is no such assignment as of the moment");
    }
    *out = (uint32_t)(thing - plan->sections[HW__ASSIGNMENTS].items);
    return HW_OK;
}
