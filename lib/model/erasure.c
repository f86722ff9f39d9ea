/* SPDX-License-Identifier: MIT */
/* Taking out what somebody wrote: an erasure is added, and what it says is done, on a copy that takes
 * the plan's place in the end. */
#include "homework/erasure.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/merge.h"
#include "model/removal.h"

hw_erasure *hw_erasure_ref(const hw_erasure *erasure)
{
    return (hw_erasure *)hw__record_ref((const hw_revision *)erasure);
}

void hw_erasure_unref(hw_erasure *erasure)
{
    hw__record_unref((hw_revision *)erasure);
}

const hw_revision *hw_erasure_revision(const hw_erasure *erasure)
{
    return (const hw_revision *)erasure;
}

const char *hw_erasure_id(const hw_erasure *erasure)
{
    return erasure ? erasure->head.id : NULL;
}

const char *hw_erasure_target(const hw_erasure *erasure)
{
    return erasure ? erasure->target : NULL;
}

hw_removal hw_erasure_removal(const hw_erasure *erasure)
{
    return erasure ? (hw_removal)erasure->removal : HW_REMOVAL_REDACT;
}

size_t hw_plan_erasure_count(const hw_plan *plan)
{
    return hw__plan_count(plan, HW__ERASURES);
}

const hw_erasure *hw_plan_erasure_at(const hw_plan *plan, size_t index)
{
    return (const hw_erasure *)hw__plan_latest_at(plan, HW__ERASURES, index);
}

const hw_erasure *hw_plan_erasure(const hw_plan *plan, const char *id)
{
    return (const hw_erasure *)hw__plan_latest(plan, HW__ERASURES, id);
}

/* ---- verbs ---- */

/* Something being taken out of a copy of the plan. */
typedef struct work {
    hw_plan *copy;
    const hw_change *change;
    hw_removal removal;
} work;

/* Adds an erasure; its id is that of its only revision. */
static hw_status add_erasure(work *w, const char *target, hw_error *err)
{
    uint64_t counter = 0;
    char *id = hw__plan_mint(w->copy, w->change->origin, &counter, err);
    if (!id)
        return err ? (hw_status)err->status : HW_ERR_MEMORY;
    hw_error own;
    err = err ? err : &own;
    hw_erasure *erasure = (hw_erasure *)hw__record_new_id(&hw__shape_erasure, id, err);
    hw__free(id);
    if (!erasure)
        return (hw_status)err->status;
    erasure->removal = (uint8_t)w->removal;
    hw__draft_id(&erasure->head, &erasure->target, target, "target"); /* a failure stays with the draft */
    hw_status status = hw__plan_add(w->copy, HW__ERASURES, &erasure->head, w->change, err);
    hw_erasure_unref(erasure);
    return status;
}

/* The entry itself, what it supersedes or voids, and so on; what is known of it already ends that. */
static hw_status add_entries(work *w, const char *id, hw_error *err)
{
    const hw__log_store *log = w->copy->log;
    while (hw__plan_removal(w->copy, id) < (int)w->removal) {
        hw_status status = add_erasure(w, id, err);
        if (status != HW_OK)
            return status;
        uint32_t index = hw__log_find(log, id, strlen(id));
        const hw__entry_row *row = index == UINT32_MAX ? NULL : &log->entries.items[index];
        if (!row || row->link == HW__LINK_NONE || !row->target)
            break;
        id = hw__log_pool(log, row->target);
    }
    return HW_OK;
}

static hw_status check_thing(const hw_plan *plan, const char *id, hw_error *err)
{
    const hw__thing *thing = hw__plan_any_thing(plan, id);
    if (!thing)
        return HW_OK;
    int section = thing->revisions.items[0]->shape->section;
    if (section == HW__SETTINGS || section == HW__ERASURES)
        return hw__fail(err, HW_ERR_STATE, id, "nothing in %s can be erased", hw__section_names[section]);
    const char *referrer = hw__plan_referrer(plan, thing);
    if (referrer)
        return hw__fail(err, HW_ERR_STATE, id, "'%s' refers to it; it can be redacted", referrer);
    return HW_OK;
}

static hw_status check_target(const hw_plan *plan, const char *id, hw_removal removal, hw_error *err)
{
    int before = hw__plan_removal(plan, id);
    if (before >= (int)removal)
        return hw__fail(err, HW_ERR_STATE, id, "it is %s already",
                        before == HW_REMOVAL_ERASE ? "erased" : "redacted");
    if (!hw__plan_any_thing(plan, id) && hw__log_find(plan->log, id, strlen(id)) == UINT32_MAX)
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "nothing in the plan has this id");
    return removal == HW_REMOVAL_ERASE ? check_thing(plan, id, err) : HW_OK;
}

static hw_status take_out(hw_plan *plan, const char *id, hw_removal removal, const hw_change *change,
                          hw_error *err)
{
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK)
        return status;
    if (!id)
        return hw__null_argument(err, "id");
    status = check_target(plan, id, removal, err);
    if (status != HW_OK)
        return status;
    work w = {hw_plan_copy(plan, err), change, removal};
    if (!w.copy)
        return HW_ERR_MEMORY;
    bool changed = true;
    status = add_entries(&w, id, err);
    if (status == HW_OK)
        status = hw__plan_clean(w.copy, &changed, err);
    if (status == HW_OK)
        hw__plan_take_over(plan, w.copy);
    hw_plan_free(w.copy);
    return status == HW_OK ? hw__ok(err) : status;
}

hw_status hw_plan_redact(hw_plan *plan, const char *id, const hw_change *change, hw_error *err)
{
    return take_out(plan, id, HW_REMOVAL_REDACT, change, err);
}

hw_status hw_plan_erase(hw_plan *plan, const char *id, const hw_change *change, hw_error *err)
{
    return take_out(plan, id, HW_REMOVAL_ERASE, change, err);
}
