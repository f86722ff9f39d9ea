/* SPDX-License-Identifier: MIT */
/* What all answers about areas need: ids in the result, citing, credit, and looking things up. */
#include <string.h>

#include "base/fail.h"
#include "progress/areas.h"

void hw__areas_fail(hw__areas_work *work)
{
    if (work->status == HW_OK) {
        work->status = hw__no_memory(work->err);
    }
}

const char *hw__areas_keep(hw__areas_work *work, const char *text)
{
    const char *copy = text ? hw__arena_text(&work->areas->texts, text, strlen(text)) : NULL;
    if (text && !copy) {
        hw__areas_fail(work);
    }
    return copy;
}

static void cite(hw__areas_work *work, hw_evidence *evidence, hw__proof proof)
{
    if (!proof.id || !hw__evidence_cite(&work->areas->proofs, evidence, proof)) {
        hw__areas_fail(work);
    }
}

void hw__areas_cite(hw__areas_work *work, hw_evidence *evidence, hw_evidence_kind kind, const char *id)
{
    cite(work, evidence, (hw__proof){.id = hw__areas_keep(work, id), .kind = (uint8_t)kind});
}

void hw__areas_cite_entry(hw__areas_work *work, hw_evidence *evidence, uint32_t log)
{
    if (work->plan->log->entries.items[log].visibility != HW_VISIBILITY_PRIVATE) {
        hw__areas_cite(work, evidence, HW_EVIDENCE_ENTRY, hw__areas_entry_id(work, log));
    }
}

void hw__areas_cite_row(hw__areas_work *work, hw_evidence *evidence, const char *kept,
                        const hw__occurrence *row)
{
    hw_local key = {hw__date_from_day(row->day), row->seconds};
    cite(work, evidence, (hw__proof){.id = kept, .key = key, .kind = HW_EVIDENCE_OCCURRENCE});
}

void hw__areas_cite_eligible(hw__areas_work *work, hw_evidence *evidence, const char *kept,
                             uint32_t assignment)
{
    for (uint32_t i = work->first[assignment]; i < work->first[assignment + 1]; i++) {
        hw__areas_cite_row(work, evidence, kept, &work->areas->occurrences->rows.items[work->eligible[i]]);
    }
}

const hw_revision *hw__areas_find_known(const hw__areas_work *work, hw__section section, const char *id)
{
    const hw__thing *thing = id ? hw__plan_thing(work->plan, section, id, strlen(id)) : NULL;
    return thing ? hw__thing_known(thing, work->as_of) : NULL;
}

double hw__areas_credit(const hw__areas_work *work, const hw__occurrence *row)
{
    switch (row->status) {
    case HW_STATUS_DONE:
        return 1;
    case HW_STATUS_DONE_LATE:
        return hw__areas_limit(work, HW_AREA_PARAMETER_LATE_CREDIT);
    case HW_STATUS_PARTIAL:
        return hw__occurrence_credit(row, hw__areas_limit(work, HW_AREA_PARAMETER_PARTIAL_CREDIT));
    default:
        return 0;
    }
}

int32_t hw__areas_session_day(const hw__areas_work *work, const char *session, const hw_revision *record)
{
    const hw_session *known = (const hw_session *)hw__areas_find_known(work, HW__SESSIONS, session);
    return hw__day_from_date(known ? known->start.date : record->effective.date);
}

bool hw__areas_tells(const hw__areas_work *work, uint32_t log, hw_barrier barrier)
{
    const hw__log_store *store = work->plan->log;
    const hw__entry_row *row = &store->entries.items[log];
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &store->values.items[row->first + i];
        if (value->kind == HW_VALUE_BARRIER && value->code == barrier) {
            return true;
        }
    }
    return false;
}

bool hw__areas_nonoverlap(hw__areas_work *work, const double *values, size_t earlier, size_t later,
                          double *out)
{
    hw_overlap overlap;
    hw_error err;
    hw_status status = hw_nap(values, earlier, values + earlier, later, HW_BETTER_HIGHER, &overlap, &err);
    if (status != HW_OK && work->status == HW_OK) {
        work->status = hw__fail(work->err, status, NULL, "the nonoverlap cannot be counted");
    }
    bool defined = status == HW_OK && overlap.nap.undefined == HW_UNDEFINED_NOT;
    if (defined) {
        *out = overlap.nap.value;
    }
    return defined;
}

void hw__area_decide(hw__area *area, hw_area_rule rule, hw__figure value, hw__figure threshold, size_t n)
{
    if (area->applies == 0) {
        area->rule = (uint8_t)rule;
        area->value = value;
        area->threshold = threshold;
        area->n = n;
    }
    if (hw_area_rule_area(rule) == hw_area_rule_area((hw_area_rule)area->rule)) {
        area->applies |= 1u << rule;
    }
}
