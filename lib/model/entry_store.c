/* SPDX-License-Identifier: MIT */
/* Checks a draft against the plan, and makes rows of it. */
#include "model/entry_store.h"

#include <string.h>

#include "base/fail.h"
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

static hw_status check_values(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                              hw_error *err)
{
    for (size_t i = 0; i < entry->values.count; i++) {
        const hw__entry_value *value = &entry->values.items[i];
        if (value->kind != HW_VALUE_MEASURE) {
            continue;
        }
        const hw__thing *measure = hw__plan_thing(plan, HW__MEASURES, value->name, strlen(value->name));
        if (!measure) {
            return hw__fail(err, HW_ERR_NOT_FOUND, value->name, "there is no such measure");
        }
        if (!is_allowed(measure, entry, change, value->number)) {
            return hw__fail(err, HW_ERR_RANGE, value->name, "the value is not one that its measure allows");
        }
    }
    return HW_OK;
}

hw_status hw__entry_validate(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                             hw_error *err)
{
    if (hw_entry_check(entry, err) != HW_OK) {
        return hw_entry_check(entry, err);
    }
    if (!hw__plan_thing(plan, HW__PEOPLE, change->by, strlen(change->by))) {
        return hw__fail(err, HW_ERR_NOT_FOUND, change->by, "there is no such person");
    }
    if (entry->assignment &&
        !hw__plan_thing(plan, HW__ASSIGNMENTS, entry->assignment, strlen(entry->assignment))) {
        return hw__fail(err, HW_ERR_NOT_FOUND, entry->assignment, "there is no such assignment");
    }
    if (entry->has_due && !entry->assignment) {
        return hw__fail(err, HW_ERR_ARGUMENT, "due", "an occurrence is named, but no assignment");
    }
    if (entry->percent > 0 && entry->extent != HW_EXTENT_PARTIAL) {
        return hw__fail(err, HW_ERR_ARGUMENT, "percent", "percent is only for what was done in part");
    }
    if (!hw__moment_precedes(entry->at, change->recorded.instant)) {
        return hw__fail(err, HW_ERR_RANGE, "at", "it happened after it was recorded");
    }
    hw_status status = check_values(plan, entry, change, err);
    return status == HW_OK ? hw__ok(err) : status;
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
        size_t size = strlen(value->text);
        row.as.text.offset = hw__log_text(log, value->text, size);
        row.as.text.size = (uint32_t)size;
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
