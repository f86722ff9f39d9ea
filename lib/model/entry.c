/* SPDX-License-Identifier: MIT */
/* The draft of a log entry: each value is checked before anything is touched, and the first error stays
 * with the draft for the verb that takes it. */
#include "homework/form.h"

#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "model/log_store.h"
#include "time/civil.h"

#define MOST_GROUP 9999

hw_status hw__entry_fail(hw_entry *entry, hw_status status, const char *subject, const char *message)
{
    hw_error error;
    hw__fail(&error, status, subject, "%s", message);
    if (entry->fault.status == HW_OK) {
        entry->fault = error;
    }
    return status;
}

static hw_status no_memory(hw_entry *entry)
{
    if (entry->fault.status == HW_OK) {
        hw__no_memory(&entry->fault);
    }
    return HW_ERR_MEMORY;
}

static bool is_id(const char *text)
{
    return hw__id_is_valid(text, strlen(text));
}

hw_entry *hw_entry_new(const char *assignment, hw_extent extent, hw_error *err)
{
    if (assignment && !is_id(assignment)) {
        hw__fail(err, HW_ERR_SYNTAX, "assignment", "the assignment is not an id");
        return NULL;
    }
    if (extent < HW_EXTENT_NONE || extent > HW_EXTENT_NO_OPPORTUNITY) {
        hw__fail(err, HW_ERR_RANGE, "extent", "the extent has no such value");
        return NULL;
    }
    hw_entry *entry = HW__NEW(entry);
    char *copy = assignment ? hw__strdup(assignment) : NULL;
    if (!entry || (assignment && !copy)) {
        HW__DELETE(entry, entry);
        hw__free(copy);
        hw__no_memory(err);
        return NULL;
    }
    entry->assignment = copy;
    entry->extent = (uint8_t)extent;
    hw__ok(err);
    return entry;
}

void hw_entry_free(hw_entry *entry)
{
    if (!entry) {
        return;
    }
    for (size_t i = 0; i < entry->values.count; i++) {
        hw__free(entry->values.items[i].name);
        hw__free(entry->values.items[i].text);
    }
    hw__vec_free(&entry->values);
    hw__free(entry->id);
    hw__free(entry->assignment);
    HW__DELETE(entry, entry);
}

hw_status hw_entry_check(const hw_entry *entry, hw_error *err)
{
    if (!entry) {
        return hw__null_argument(err, "entry");
    }
    if (err) {
        *err = entry->fault;
    }
    return (hw_status)entry->fault.status;
}

const char *hw_entry_id(const hw_entry *entry)
{
    return entry ? entry->id : NULL;
}

hw_status hw_entry_set_id(hw_entry *entry, const char *id)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (id && !is_id(id)) {
        return hw__entry_fail(entry, HW_ERR_SYNTAX, "id", "the entry's id is not an id");
    }
    char *copy = id ? hw__strdup(id) : NULL;
    if (id && !copy) {
        return no_memory(entry);
    }
    hw__free(entry->id);
    entry->id = copy;
    return HW_OK;
}

static bool is_moment(hw_moment at)
{
    switch (at.precision) {
    case HW_PRECISION_UNKNOWN:
        return at.instant == 0 && at.offset == 0;
    case HW_PRECISION_DATE:
        return at.offset == 0 && at.instant % HW__DAY_SECONDS == 0 &&
               at.instant >= hw__wall(HW__DAY_MIN, 0) && at.instant <= hw__wall(HW__DAY_MAX, 0);
    case HW_PRECISION_EXACT:
        return hw_moment_at(at.instant, at.offset).precision == HW_PRECISION_EXACT;
    default:
        return false;
    }
}

hw_status hw_entry_set_at(hw_entry *entry, hw_moment at)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (!is_moment(at)) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "at", "the moment is not one of the years 1 to 9999");
    }
    entry->at = at;
    entry->at.reserved = 0;
    return HW_OK;
}

hw_status hw_entry_set_due(hw_entry *entry, hw_local due)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (!hw_local_is_valid(due)) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "due",
                              "the key is not a day or time of the years 1 to 9999");
    }
    entry->due = due;
    entry->has_due = true;
    entry->unscheduled = false;
    return HW_OK;
}

hw_status hw_entry_set_unscheduled(hw_entry *entry)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    entry->due = (hw_local){0};
    entry->has_due = false;
    entry->unscheduled = true;
    return HW_OK;
}

hw_status hw_entry_set_percent(hw_entry *entry, int32_t percent)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (percent < 0 || percent > 99) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "percent", "percent must be 1 to 99, or 0 for none");
    }
    entry->percent = (uint8_t)percent;
    return HW_OK;
}

hw_status hw_entry_set_source(hw_entry *entry, hw_source source)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (source < HW_SOURCE_APP || source > HW_SOURCE_IMPORT) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "source", "the source has no such value");
    }
    entry->source = (uint8_t)source;
    return HW_OK;
}

hw_status hw_entry_set_visibility(hw_entry *entry, hw_visibility visibility)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (visibility < HW_VISIBILITY_SHARED || visibility > HW_VISIBILITY_PRIVATE) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "visibility", "the visibility has no such value");
    }
    entry->visibility = (uint8_t)visibility;
    return HW_OK;
}

hw_status hw__entry_add_value(hw_entry *entry, hw__entry_value value, const char *name, const char *text,
                              size_t size)
{
    if (entry->values.count >= HW__MAX_ITEMS) {
        return hw__entry_fail(entry, HW_ERR_LIMIT, "values", "one value too many: 1,000 at most");
    }
    value.name = name ? hw__strdup(name) : NULL;
    value.text = text ? hw__alloc(size + 1) : NULL;
    value.size = size;
    if (value.text) {
        memcpy(value.text, text, size);
        value.text[size] = '\0';
    }
    if ((name && !value.name) || (text && !value.text) || !hw__vec_push(&entry->values, value)) {
        hw__free(value.name);
        hw__free(value.text);
        return no_memory(entry);
    }
    return HW_OK;
}

/* The same with a text that ends in NUL. */
static hw_status add_value(hw_entry *entry, hw__entry_value value, const char *name, const char *text)
{
    return hw__entry_add_value(entry, value, name, text, text ? strlen(text) : 0);
}

static hw_status add_decimal(hw_entry *entry, hw__entry_value value, const char *name, hw_phase phase,
                             double number)
{
    if (!name) {
        return hw__entry_fail(entry, HW_ERR_ARGUMENT, "name", "the name of a value is NULL");
    }
    if (!is_id(name)) {
        return hw__entry_fail(entry, HW_ERR_SYNTAX, "name", "the name of a value is not an id");
    }
    if (phase < HW_PHASE_NONE || phase > HW_PHASE_AFTER) {
        return hw__entry_fail(entry, HW_ERR_RANGE, name, "the phase has no such value");
    }
    if (!hw__decimal_from_double(number, &value.number)) {
        return hw__entry_fail(entry, HW_ERR_RANGE, name, "the value is not a decimal of at most 15 digits");
    }
    value.phase = (uint8_t)phase;
    return add_value(entry, value, name, NULL);
}

hw_status hw_entry_add_measure(hw_entry *entry, const char *measure, hw_phase phase, double value)
{
    return entry ? add_decimal(entry, (hw__entry_value){.kind = HW_VALUE_MEASURE}, measure, phase, value)
                 : HW_ERR_ARGUMENT;
}

static hw_status check_group(hw_entry *entry, int32_t group)
{
    return group >= 0 && group <= MOST_GROUP
               ? HW_OK
               : hw__entry_fail(entry, HW_ERR_RANGE, "group", "a group must be 0 to 9,999");
}

hw_status hw_entry_add_number(hw_entry *entry, const char *field, hw_phase phase, int32_t group, double value)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    hw_status status = check_group(entry, group);
    if (status != HW_OK) {
        return status;
    }
    if (field && strcmp(field, "minutes") == 0 && value < 0) {
        return hw__entry_fail(entry, HW_ERR_RANGE, field, "minutes are less than 0");
    }
    hw__entry_value row = {.kind = HW_VALUE_NUMBER, .group = (uint16_t)group};
    return add_decimal(entry, row, field, phase, value);
}

static hw_status check_text(hw_entry *entry, const char *text)
{
    if (!text) {
        return hw__entry_fail(entry, HW_ERR_ARGUMENT, "text", "the text is NULL");
    }
    hw__text_fault fault = hw__text_check(text, strlen(text), HW__MAX_TEXT_BYTES);
    if (fault == HW__TEXT_GOOD) {
        return HW_OK;
    }
    hw_error error;
    hw__fail(&error, HW_ERR_SYNTAX, "text", "the text %s", hw__text_fault_name(fault));
    if (entry->fault.status == HW_OK) {
        entry->fault = error;
    }
    return HW_ERR_SYNTAX;
}

hw_status hw_entry_add_answer(hw_entry *entry, const char *field, hw_phase phase, int32_t group,
                              const char *text)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (phase < HW_PHASE_NONE || phase > HW_PHASE_AFTER) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "phase", "the phase has no such value");
    }
    if (!field || !is_id(field)) {
        return hw__entry_fail(entry, field ? HW_ERR_SYNTAX : HW_ERR_ARGUMENT, "name",
                              "the name of a field is not an id");
    }
    hw_status status = check_group(entry, group);
    if (status == HW_OK) {
        status = check_text(entry, text);
    }
    hw__entry_value row = {.kind = HW_VALUE_TEXT, .phase = (uint8_t)phase, .group = (uint16_t)group};
    return status == HW_OK ? add_value(entry, row, field, text) : status;
}

hw_status hw_entry_add_text(hw_entry *entry, const char *field, int32_t group, const char *text)
{
    return hw_entry_add_answer(entry, field, HW_PHASE_NONE, group, text);
}

hw_status hw_entry_add_barrier(hw_entry *entry, hw_barrier barrier, const char *text)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (barrier < HW_BARRIER_FORGOT || barrier > HW_BARRIER_OTHER) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "barrier", "the barrier has no such value");
    }
    hw_status status = text ? check_text(entry, text) : HW_OK;
    hw__entry_value row = {.kind = HW_VALUE_BARRIER, .code = (uint8_t)barrier};
    return status == HW_OK ? add_value(entry, row, NULL, text) : status;
}

hw_status hw_entry_add_note(hw_entry *entry, hw_note_kind kind, const char *language, const char *text)
{
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    if (kind < HW_NOTE_COMMENT || kind > HW_NOTE_TRIGGER) {
        return hw__entry_fail(entry, HW_ERR_RANGE, "note", "the note's kind has no such value");
    }
    if (language && !hw__language_is_valid(language, strlen(language))) {
        return hw__entry_fail(entry, HW_ERR_SYNTAX, "language", "the note's language is not a language tag");
    }
    hw_status status = check_text(entry, text);
    hw__entry_value row = {.kind = HW_VALUE_NOTE, .code = (uint8_t)kind};
    return status == HW_OK ? add_value(entry, row, language, text) : status;
}
