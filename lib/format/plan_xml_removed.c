/* SPDX-License-Identifier: MIT */
/* A document that still has what was redacted or erased, as one that was put together by hand or by a version
 * control system may: it is read without that, and says so. */
#include <string.h>

#include "format/plan_xml_reader.h"
#include "model/removal.h"

static void warn(hw__plan_reader *r, uint32_t place, const char *id, int removal)
{
    hw__reader_report(r, HW_PROBLEM_REMOVED, HW_SEVERITY_WARNING, HW__AT_TAG, place, id,
                      removal == HW_REMOVAL_ERASE ? "it was erased, and is left out"
                                                  : "it was redacted, and its words are left out");
}

static bool redact_item(hw__plan_reader *r, hw__reader_item *item)
{
    hw_revision *redacted = hw__record_redacted(item->record);
    if (!redacted) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return false;
    }
    if (redacted != item->record) {
        warn(r, item->place, item->record->id, HW_REMOVAL_REDACT);
    }
    hw__record_unref(item->record);
    item->record = redacted;
    return r->status == HW_OK;
}

bool hw__reader_clean_item(hw__plan_reader *r, hw__reader_item *item)
{
    int removal = hw__record_removal(r->plan, item->record);
    if (removal < 0) {
        return true;
    }
    if (removal == HW_REMOVAL_REDACT) {
        return redact_item(r, item);
    }
    bool changed = false;
    warn(r, item->place, item->record->id, removal);
    if (!hw__removal_note(r->plan, item->record->id, item->record->revision, &changed)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    hw__record_unref(item->record);
    item->record = NULL;
    return false;
}

size_t hw__reader_mark_removed(hw__plan_reader *r, const uint32_t *order, bool *is_erased)
{
    const hw_plan *plan = hw__reader_whole(r);
    size_t count = 0;
    for (size_t i = 0; i < plan->removed.count; i++) {
        const hw_erasure *erasure = plan->removed.items[i];
        uint32_t index = hw__log_find(r->log, erasure->target, strlen(erasure->target));
        bool is_first = i == 0 || strcmp(plan->removed.items[i - 1]->target, erasure->target) != 0;
        if (index == UINT32_MAX || !is_first || is_erased[index]) {
            continue;
        }
        bool goes = erasure->removal == HW_REMOVAL_ERASE;
        if (goes || !hw__entry_is_redacted(r->log, index)) {
            warn(r, r->entries.items[order[index]], erasure->target, erasure->removal);
        }
        is_erased[index] = goes;
        count += goes;
    }
    return count;
}

void hw__reader_clean_rest(hw__plan_reader *r)
{
    bool changed = false;
    if (r->status == HW_OK && r->plan && hw__plan_clean(r->plan, &changed, NULL) != HW_OK) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    if (r->plan) {
        r->log = r->plan->log;
    }
}
