/* SPDX-License-Identifier: MIT */
/* Checks a draft against the plan, and makes rows of it. */
#include "model/entry_store.h"

#include <string.h>

#include "base/fail.h"
#include "homework/form.h"
#include "model/form_rows.h"
#include "time/civil.h"

/* The easternmost clocks are 14 hours ahead of UTC. */
#define MOST_AHEAD (14 * 3600)

bool hw__measure_allows(const hw_measure *measure, hw__decimal value)
{
    bool is_count = measure->kind == HW_MEASURE_COUNT;
    if ((is_count || measure->whole) && value.scale != 0) {
        return false;
    }
    if (is_count && value.mantissa < 0) {
        return false;
    }
    return (!measure->min.present || hw__decimal_compare(value, measure->min.value) >= 0) &&
           (!measure->max.present || hw__decimal_compare(value, measure->max.value) <= 0);
}

bool hw__measure_allows_ever(const hw__thing *measure, hw__decimal value)
{
    for (size_t r = measure->revisions.count; r-- > 0;) {
        if (hw__measure_allows((const hw_measure *)measure->revisions.items[r], value)) {
            return true;
        }
    }
    return false;
}

bool hw__moment_precedes(hw_moment at, hw_instant recorded)
{
    switch (at.precision) {
    case HW_PRECISION_EXACT:
        return at.instant <= recorded;
    case HW_PRECISION_DATE:
        return at.instant - MOST_AHEAD <= recorded;
    default:
        return true;
    }
}

/* By the latest revision, or the one that held when it happened: a late entry may be on the scale of its
 * time. */
static bool is_allowed(const hw__thing *measure, const hw_entry *entry, const hw_change *change,
                       hw__decimal value)
{
    if (hw__measure_allows((const hw_measure *)hw__thing_latest(measure), value)) {
        return true;
    }
    if (entry->at.precision == HW_PRECISION_UNKNOWN) {
        return false;
    }
    const hw_revision *then = hw__thing_at(measure, change->recorded.instant, hw__moment_wall(entry->at));
    return then && hw__measure_allows((const hw_measure *)then, value);
}

static void check_measures(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                           hw__form_faults *faults)
{
    for (size_t i = 0; i < entry->values.count; i++) {
        const hw__entry_value *value = &entry->values.items[i];
        if (value->kind != HW_VALUE_MEASURE) {
            continue;
        }
        const hw__thing *measure = hw__plan_thing(plan, HW__MEASURES, value->name, strlen(value->name));
        if (!measure) {
            hw__form_fault(faults, HW_PROBLEM_UNKNOWN_ID, HW_ERR_NOT_FOUND, value->name,
                           "there is no such measure");
        } else if (!is_allowed(measure, entry, change, value->number)) {
            hw__form_fault(faults, HW_PROBLEM_VALUE, HW_ERR_RANGE, value->name,
                           "the value is not one that its measure allows");
        }
    }
}

static bool judge_fields(const hw_entry *entry, hw__form_run *run, bool *confidential)
{
    for (size_t i = 0; i < entry->values.count; i++) {
        const hw__entry_value *value = &entry->values.items[i];
        if (value->kind != HW_VALUE_NUMBER && value->kind != HW_VALUE_TEXT) {
            continue;
        }
        uint32_t row = hw__form_row_find(run->form, value->name, value->phase);
        hw__form_value view = {value->kind, value->group, value->number, value->text, value->size};
        if (confidential) {
            confidential[i] = row != HW__NO_ROW && run->form->rows.items[row].confidential;
        }
        if (!hw__form_judge(run, row, value->name, &view)) {
            return false;
        }
    }
    hw__form_judge_end(run);
    return true;
}

static bool has_fields(const hw_entry *entry)
{
    for (size_t i = 0; i < entry->values.count; i++) {
        if (entry->values.items[i].kind == HW_VALUE_NUMBER || entry->values.items[i].kind == HW_VALUE_TEXT) {
            return true;
        }
    }
    return false;
}

/* `confidential`, if not NULL, is told of each value whether it is. False without memory. */
static bool check_fields(const hw__thing *assignment, const hw_entry *entry, const hw_change *change,
                         hw__form_faults *faults, bool *confidential)
{
    const hw_assignment *revision = hw__form_revision(assignment, entry->at, change->recorded);
    hw__form_rows form = {0};
    if (revision->fields.count == 0 && !has_fields(entry)) {
        return true; /* nothing is said, and nothing owed */
    }
    hw__form_run run = {.form = &form,
                        .faults = faults,
                        .is_owed = hw__form_is_owed(entry->extent, entry->source)};
    bool good =
        hw__form_collect(&form, revision->kind, &revision->fields) && judge_fields(entry, &run, confidential);
    hw__vec_free(&run.seen);
    hw__form_clear(&form);
    return good;
}

static void check_facts(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                        hw__form_faults *faults)
{
    hw_error fault;
    if (hw_entry_check(entry, &fault) != HW_OK) {
        hw__form_fault(faults, HW_PROBLEM_SYNTAX, (hw_status)fault.status, fault.subject, fault.message);
    }
    if (!hw__plan_thing(plan, HW__PEOPLE, change->by, strlen(change->by))) {
        hw__form_fault(faults, HW_PROBLEM_UNKNOWN_ID, HW_ERR_NOT_FOUND, change->by,
                       "there is no such person");
    }
    if (entry->assignment &&
        !hw__plan_thing(plan, HW__ASSIGNMENTS, entry->assignment, strlen(entry->assignment))) {
        hw__form_fault(faults, HW_PROBLEM_UNKNOWN_ID, HW_ERR_NOT_FOUND, entry->assignment,
                       "there is no such assignment");
    }
    if (entry->has_due && !entry->assignment) {
        hw__form_fault(faults, HW_PROBLEM_CONTRADICTION, HW_ERR_ARGUMENT, "due",
                       "an occurrence is named, but no assignment");
    }
    if (entry->has_due && entry->extent == HW_EXTENT_NO_OPPORTUNITY) {
        hw__form_fault(faults, HW_PROBLEM_CONTRADICTION, HW_ERR_ARGUMENT, "due",
                       "that there was no opportunity answers no occurrence");
    }
    if (entry->percent > 0 && entry->extent != HW_EXTENT_PARTIAL) {
        hw__form_fault(faults, HW_PROBLEM_CONTRADICTION, HW_ERR_ARGUMENT, "percent",
                       "percent is only for what was done in part");
    }
    if (!hw__moment_precedes(entry->at, change->recorded.instant)) {
        hw__form_fault(faults, HW_PROBLEM_OUT_OF_RANGE, HW_ERR_RANGE, "at",
                       "it happened after it was recorded");
    }
}

static hw_status validate(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                          hw_problems *problems, bool *confidential, hw_error *err)
{
    hw__form_faults faults = {.problems = problems, .severity = HW_SEVERITY_ERROR, .err = err};
    const hw__thing *assignment = entry->assignment ? hw__plan_thing(plan, HW__ASSIGNMENTS, entry->assignment,
                                                                     strlen(entry->assignment))
                                                    : NULL;
    check_facts(plan, entry, change, &faults);
    check_measures(plan, entry, change, &faults);
    if (assignment && !check_fields(assignment, entry, change, &faults, confidential)) {
        return hw__no_memory(err);
    }
    return faults.first == HW_OK ? hw__ok(err) : faults.first;
}

hw_status hw__entry_validate(const hw_plan *plan, hw_entry *entry, const hw_change *change, hw_error *err)
{
    bool confidential[HW__MAX_ITEMS] = {false};
    hw_status status = validate(plan, entry, change, NULL, confidential, err);
    for (size_t i = 0; i < entry->values.count; i++) {
        hw__entry_value *value = &entry->values.items[i];
        if (value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT) {
            value->code = confidential[i] ? HW__VALUE_CONFIDENTIAL : 0;
        }
    }
    return status;
}

hw_status hw_plan_check_entry(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                              hw_problems *problems, hw_error *err)
{
    if (!plan || !entry || !change) {
        return hw__null_argument(err, !plan ? "plan" : !entry ? "entry" : "change");
    }
    return validate(plan, entry, change, problems, NULL, err);
}

static bool push_value(hw__log_store *log, const hw__entry_value *value)
{
    hw__value_row row = {.group = value->group,
                         .kind = value->kind,
                         .code = value->code,
                         .phase = value->phase};
    if (value->name) {
        row.name = hw__log_name(log, value->name, strlen(value->name));
        if (row.name == 0) {
            return false;
        }
    }
    if (value->kind == HW_VALUE_MEASURE || value->kind == HW_VALUE_NUMBER) {
        row.as.mantissa = value->number.mantissa;
        row.scale = value->number.scale;
    } else if (value->text) {
        row.as.text.offset = hw__log_text(log, value->text, value->size);
        row.as.text.size = (uint32_t)value->size;
        if (row.as.text.offset == UINT32_MAX) {
            return false;
        }
    }
    return hw__vec_push(&log->values, row);
}

/* Where the text of an id is: that of the entry itself if it is there, else a copy. */
static uint32_t id_text(hw__log_store *log, const char *id)
{
    size_t size = strlen(id);
    uint32_t index = hw__log_find(log, id, size);
    return index != UINT32_MAX ? log->entries.items[index].id : hw__log_text(log, id, size);
}

static bool put_symbol(hw__log_store *log, const char *text, uint32_t *symbol)
{
    *symbol = text ? hw__log_symbol(log, text, strlen(text)) : 0;
    return !text || *symbol != 0;
}

static bool push_entry(hw__log_store *log, const hw_entry *entry, const hw_change *change, hw_local key,
                       int link, const char *target)
{
    for (size_t i = 0; i < entry->values.count; i++) {
        if (!push_value(log, &entry->values.items[i])) {
            return false;
        }
    }
    bool has_key = hw_local_is_valid(key);
    hw__entry_row row = {
        .recorded = change->recorded.instant,
        .recorded_offset = change->recorded.offset,
        .at = entry->at.instant,
        .at_offset = entry->at.offset,
        .at_precision = (uint8_t)entry->at.precision,
        .due_day = has_key ? hw__day_from_date(key.date) : HW__NO_DAY,
        .due_seconds = has_key ? key.seconds : 0,
        .values = (uint16_t)entry->values.count,
        .extent = entry->extent,
        .percent = entry->percent,
        .source = entry->source,
        .visibility = entry->visibility,
        .link = (uint8_t)link,
    };
    if (!put_symbol(log, entry->assignment, &row.assignment) || !put_symbol(log, change->by, &row.by)) {
        return false;
    }
    row.id = hw__log_text(log, entry->id, strlen(entry->id));
    row.target = target ? id_text(log, target) : 0;
    return row.id != UINT32_MAX && row.target != UINT32_MAX && hw__log_push(log, &row);
}

bool hw__log_push_entry(hw__log_store *log, const hw_entry *entry, const hw_change *change, hw_local key,
                        int link, const char *target)
{
    hw__log_point point = hw__log_mark(log);
    if (push_entry(log, entry, change, key, link, target)) {
        return true;
    }
    hw__log_undo(log, point);
    return false;
}
