/* SPDX-License-Identifier: MIT */
/* Setting the fields of a draft: each value is checked before anything is touched, and the first error
 * stays with the draft for the verb that takes it. */
#include <math.h>
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/text.h"
#include "homework/zones.h"
#include "model/record.h"

/* What a draft keeps when there is no memory to keep anything in. */
static const hw_error no_memory = {.status = HW_ERR_MEMORY, .message = "memory ran out"};

bool hw__draft_open(hw_revision *draft, hw_status *status)
{
    *status = !draft ? HW_ERR_ARGUMENT : draft->frozen ? HW_ERR_STATE : HW_OK;
    return *status == HW_OK;
}

hw_status hw__draft_keep(hw_revision *draft, const hw_error *error)
{
    if (draft->fault) {
        return (hw_status)error->status;
    }
    hw_error *kept = error->status == HW_ERR_MEMORY ? NULL : hw__arena_alloc(&draft->arena, sizeof *kept);
    if (kept) {
        *kept = *error;
    }
    draft->fault = kept ? kept : &no_memory;
    return (hw_status)draft->fault->status;
}

hw_status hw__draft_fail(hw_revision *draft, hw_status status, const char *field, const char *message)
{
    if (status == HW_ERR_MEMORY) {
        return hw__draft_keep(draft, &no_memory);
    }
    hw_error error;
    hw__fail(&error, status, draft->id, "%s %s", field, message);
    return hw__draft_keep(draft, &error);
}

static hw_status no_memory_for(hw_revision *draft)
{
    return hw__draft_keep(draft, &no_memory);
}

/* Stores a text that has been checked; NULL = none. */
static hw_status put_text(hw_revision *draft, char **slot, const char *text)
{
    char *copy = text ? hw__arena_text(&draft->arena, text, strlen(text)) : NULL;
    if (text && !copy) {
        return no_memory_for(draft);
    }
    *slot = copy;
    return HW_OK;
}

hw_status hw__draft_id(hw_revision *draft, char **slot, const char *id, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (id && !hw__id_is_valid(id, strlen(id))) {
        return hw__draft_fail(draft, HW_ERR_SYNTAX, field, "is not an id");
    }
    return put_text(draft, slot, id);
}

hw_status hw__draft_line(hw_revision *draft, char **slot, const char *text, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (text) {
        hw__text_fault fault = hw__line_check(text, strlen(text), HW__MAX_LINE_BYTES);
        if (fault != HW__TEXT_GOOD) {
            return hw__draft_fail(draft, HW_ERR_SYNTAX, field, hw__text_fault_name(fault));
        }
    }
    return put_text(draft, slot, text);
}

hw_status hw__draft_zone(hw_revision *draft, char **slot, const char *zone, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (zone && !hw_zone_name_is_valid(zone)) {
        return hw__draft_fail(draft, HW_ERR_SYNTAX, field, "is not the name of a time zone");
    }
    return put_text(draft, slot, zone);
}

hw_status hw__draft_language(hw_revision *draft, char **slot, const char *tag, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (tag && !hw__language_is_valid(tag, strlen(tag))) {
        return hw__draft_fail(draft, HW_ERR_SYNTAX, field, "is not a language tag");
    }
    return put_text(draft, slot, tag);
}

hw_status hw__draft_check_text(hw_revision *draft, const char *language, const char *text, size_t most,
                               bool one_line, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (language && !hw__language_is_valid(language, strlen(language))) {
        return hw__draft_fail(draft, HW_ERR_SYNTAX, field, "is in no language: not a language tag");
    }
    if (text) {
        size_t size = strlen(text);
        hw__text_fault fault = one_line ? hw__line_check(text, size, most) : hw__text_check(text, size, most);
        if (fault != HW__TEXT_GOOD) {
            return hw__draft_fail(draft, HW_ERR_SYNTAX, field, hw__text_fault_name(fault));
        }
    }
    return HW_OK;
}

hw_status hw__draft_text(hw_revision *draft, hw__texts *texts, const char *language, const char *text,
                         size_t most, bool one_line, const char *field)
{
    hw_status status = hw__draft_check_text(draft, language, text, most, one_line, field);
    if (status != HW_OK) {
        return status;
    }
    if (!text) {
        hw__texts_remove(texts, language);
        return HW_OK;
    }
    if (texts->list.count >= HW__MAX_ITEMS && !hw__texts_find(texts, language)) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, field, "is in too many languages");
    }
    return hw__texts_set(&draft->arena, texts, language, text) ? HW_OK : no_memory_for(draft);
}

hw_status hw__draft_word(hw_revision *draft, uint8_t *slot, int value, const hw__words *words,
                         const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (value < 0 || value >= words->count) {
        return hw__draft_fail(draft, HW_ERR_RANGE, field, "has no such value");
    }
    *slot = (uint8_t)value;
    return HW_OK;
}

hw_status hw__draft_int(hw_revision *draft, int32_t *slot, int32_t value, int32_t least, int32_t most,
                        const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (value < least || value > most) {
        hw_error error;
        hw__fail(&error, HW_ERR_RANGE, draft->id, "%s must be %d to %d", field, (int)least, (int)most);
        return hw__draft_keep(draft, &error);
    }
    *slot = value;
    return HW_OK;
}

hw_status hw__draft_bool(hw_revision *draft, uint8_t *slot, bool value)
{
    hw_status status;
    if (hw__draft_open(draft, &status)) {
        *slot = value;
    }
    return status;
}

hw_status hw__draft_number(hw_revision *draft, hw__number *slot, double value, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (isnan(value)) {
        *slot = (hw__number){.present = false};
        return HW_OK;
    }
    hw__decimal decimal;
    if (!hw__decimal_from_double(value, &decimal)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, field, "is not a decimal of at most 15 digits");
    }
    *slot = (hw__number){.value = decimal, .present = true};
    return HW_OK;
}

static bool is_no_date(hw_date date)
{
    return date.year == 0 && date.month == 0 && date.day == 0;
}

hw_status hw__draft_date(hw_revision *draft, hw_date *slot, hw_date value, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (!is_no_date(value) && !hw_date_is_valid(value)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, field, "is not a day of the years 1 to 9999");
    }
    *slot = value;
    return HW_OK;
}

hw_status hw__draft_local(hw_revision *draft, hw_local *slot, hw_local value, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (!(is_no_date(value.date) && value.seconds == 0) && !hw_local_is_valid(value)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, field, "is not a day or time of the years 1 to 9999");
    }
    *slot = value;
    return HW_OK;
}

hw_status hw__draft_add_id(hw_revision *draft, hw__list *list, const char *id, const char *field)
{
    hw_status status;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (!id) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, field, "must not be NULL");
    }
    size_t size = strlen(id);
    if (!hw__id_is_valid(id, size)) {
        return hw__draft_fail(draft, HW_ERR_SYNTAX, field, "is not an id");
    }
    char *const *ids = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return hw__draft_fail(draft, HW_ERR_DUPLICATE, field, "is there already");
        }
    }
    if (list->count >= HW__MAX_ITEMS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, field, "is one too many: 1,000 at most");
    }
    char *copy = hw__arena_text(&draft->arena, id, size);
    char **item = copy ? hw__list_add(&draft->arena, list, sizeof *item) : NULL;
    if (!item) {
        return no_memory_for(draft);
    }
    *item = copy;
    return HW_OK;
}

hw_status hw__draft_clear(hw_revision *draft, hw__list *list)
{
    hw_status status;
    if (hw__draft_open(draft, &status)) {
        list->count = 0;
    }
    return status;
}
