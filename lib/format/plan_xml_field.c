/* SPDX-License-Identifier: MIT */
/* From the text of an attribute to its field, by the type that the shape's table gives it. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"
#include "format/plan_xml_reader.h"
#include "model/records.h"
#include "time/civil.h"

#define GOOD HW_PROBLEM_CODE_COUNT

/* A copy in the record's arena. */
static hw_problem_code put_text(hw__plan_reader *r, hw__arena *arena, void *field, const char *text,
                                size_t size)
{
    char *copy = hw__arena_text(arena, text, size);
    if (!copy) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    *(char **)field = copy;
    return GOOD;
}

static hw_problem_code put_int(const hw__attribute *attribute, void *field, const char *text, size_t size)
{
    int64_t value;
    if (!hw__int_parse(text, size, INT64_MIN, INT64_MAX, &value)) {
        return HW_PROBLEM_BAD_NUMBER;
    }
    if (value < attribute->least || value > attribute->most) {
        return HW_PROBLEM_OUT_OF_RANGE;
    }
    *(int32_t *)field = (int32_t)value;
    return GOOD;
}

static hw_problem_code put_word(const hw__plan_reader *r, const hw__attribute *attribute, void *field,
                                const char *text, size_t size)
{
    int word = hw__words_find(attribute->words, text, size);
    if (!hw__reader_has_word(r, attribute->words, word)) {
        return HW_PROBLEM_BAD_WORD;
    }
    *(uint8_t *)field = (uint8_t)word;
    return GOOD;
}

static hw_problem_code put_bool(void *field, const char *text, size_t size)
{
    bool is_true = size == 4 && memcmp(text, "true", 4) == 0;
    if (!is_true && !(size == 5 && memcmp(text, "false", 5) == 0)) {
        return HW_PROBLEM_BAD_WORD;
    }
    *(uint8_t *)field = is_true;
    return GOOD;
}

static hw_problem_code put_duration(const hw__attribute *attribute, void *field, const char *text,
                                    size_t size)
{
    hw_duration value;
    if (!hw__duration_read(text, size, &value)) {
        return HW_PROBLEM_BAD_DURATION;
    }
    int32_t sign = (value.days > 0 || value.seconds > 0) - (value.days < 0 || value.seconds < 0);
    if (sign < attribute->least || sign > attribute->most) {
        return HW_PROBLEM_OUT_OF_RANGE;
    }
    *(hw_duration *)field = value;
    return GOOD;
}

/* Says itself what is wrong: which part, mostly. */
static hw_problem_code put_rule(hw__plan_reader *r, hw__arena *arena, void *field, const char *text,
                                size_t size)
{
    hw_error err;
    hw_status status = hw__rule_canonical(arena, text, size, field, &err);
    if (status == HW_ERR_MEMORY) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    } else if (status != HW_OK) {
        hw__reader_report(r, HW_PROBLEM_BAD_RULE, HW_SEVERITY_ERROR, HW__AT_BYTE,
                          hw__reader_value_place(r, text), "rule", "%s", err.message);
    }
    return GOOD;
}

/* Much of a plan was recorded at the same moment as what stands before it. */
static hw_problem_code put_moment(hw__plan_reader *r, hw_moment *moment, const char *text, size_t size)
{
    if (size > 0 && size == r->last_moment.size && memcmp(text, r->last_moment.text, size) == 0) {
        *moment = r->last_moment.moment;
        return GOOD;
    }
    if (!hw__moment_read(text, size, moment) || moment->precision != HW_PRECISION_EXACT) {
        return HW_PROBLEM_BAD_MOMENT;
    }
    if (size <= sizeof r->last_moment.text) {
        memcpy(r->last_moment.text, text, size);
        r->last_moment.size = size;
        r->last_moment.moment = *moment;
    }
    return GOOD;
}

/* The same for the time from which on it holds. */
static hw_problem_code put_local(hw__plan_reader *r, hw_local *local, const char *text, size_t size)
{
    if (size > 0 && size == r->last_local.size && memcmp(text, r->last_local.text, size) == 0) {
        *local = r->last_local.local;
        return GOOD;
    }
    if (!hw__local_read(text, size, local)) {
        return HW_PROBLEM_BAD_DATE;
    }
    if (size <= sizeof r->last_local.text) {
        memcpy(r->last_local.text, text, size);
        r->last_local.size = size;
        r->last_local.local = *local;
    }
    return GOOD;
}

/* ---- lists ---- */

static bool holds_ids(const hw__attribute *attribute)
{
    return attribute->type == HW__TYPE_REFS || attribute->type == HW__TYPE_KEYS;
}

static size_t item_size(const hw__attribute *attribute)
{
    return holds_ids(attribute)                 ? sizeof(char *)
           : attribute->type == HW__TYPE_LOCALS ? sizeof(hw_local)
                                                : sizeof(int32_t);
}

static hw_problem_code item_fault(const hw__attribute *attribute)
{
    return holds_ids(attribute)                 ? HW_PROBLEM_BAD_ID
           : attribute->type == HW__TYPE_LOCALS ? HW_PROBLEM_BAD_DATE
                                                : HW_PROBLEM_BAD_CLOCK;
}

static bool read_item(hw__plan_reader *r, hw__arena *arena, const hw__attribute *attribute, void *item,
                      const char *text, size_t size)
{
    switch ((hw__type)attribute->type) {
    case HW__TYPE_REFS:
    case HW__TYPE_KEYS:
        return hw__id_is_valid(text, size) && put_text(r, arena, item, text, size) == GOOD;
    case HW__TYPE_LOCALS:
        return hw__local_read(text, size, item);
    default:
        return hw__clock_read(text, size, item);
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int compare_locals(const void *a, const void *b)
{
    return hw_local_compare(*(const hw_local *)a, *(const hw_local *)b);
}

static int compare_clocks(const void *a, const void *b)
{
    const int32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Sorts the items, and tells whether two are equal. */
static bool sort_items(const hw__attribute *attribute, char *items, size_t count)
{
    size_t size = item_size(attribute);
    int (*compare)(const void *, const void *) = holds_ids(attribute)                 ? compare_ids
                                                 : attribute->type == HW__TYPE_LOCALS ? compare_locals
                                                                                      : compare_clocks;
    qsort(items, count, size, compare);
    for (size_t i = 1; i < count; i++) {
        if (compare(items + (i - 1) * size, items + i * size) == 0) {
            return true;
        }
    }
    return false;
}

/* Times are kept in ascending order, whatever order they come in; ids in the order in which they come. */
static hw_problem_code finish_list(hw__plan_reader *r, const hw__attribute *attribute, hw__list *list)
{
    if (list->count == 0) {
        return item_fault(attribute);
    }
    if (!holds_ids(attribute)) {
        return sort_items(attribute, list->items, list->count) ? HW_PROBLEM_CONTRADICTION : GOOD;
    }
    char *copy = hw__alloc(list->count * sizeof(char *));
    if (!copy) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return GOOD;
    }
    memcpy(copy, list->items, list->count * sizeof(char *));
    bool is_double = sort_items(attribute, copy, list->count);
    hw__free(copy);
    return is_double ? HW_PROBLEM_CONTRADICTION : GOOD;
}

static hw_problem_code put_list(hw__plan_reader *r, hw__arena *arena, const hw__attribute *attribute,
                                hw__list *list, const char *text, size_t size)
{
    for (const char *end = text + size; text < end && r->status == HW_OK;) {
        if (*text == ' ') {
            text++;
            continue;
        }
        const char *stop = memchr(text, ' ', (size_t)(end - text));
        size_t length = (size_t)((stop ? stop : end) - text);
        if (list->count >= (uint32_t)attribute->most) {
            return HW_PROBLEM_LIMIT;
        }
        void *item = hw__list_add(arena, list, item_size(attribute));
        if (!item) {
            hw__reader_stop(r, HW_ERR_MEMORY);
            return GOOD;
        }
        if (!read_item(r, arena, attribute, item, text, length)) {
            list->count--;
            return item_fault(attribute);
        }
        text += length;
    }
    return r->status == HW_OK ? finish_list(r, attribute, list) : GOOD;
}

/* ---- all types ---- */

static bool is_zone_name(const char *text, size_t size)
{
    char name[HW__MAX_ID_BYTES + 1];
    if (size > HW__MAX_ID_BYTES) {
        return false;
    }
    memcpy(name, text, size);
    name[size] = '\0';
    return hw_zone_name_is_valid(name);
}

/* The types that are kept as text. */
static hw_problem_code check_text(hw__type type, const char *text, size_t size)
{
    switch (type) {
    case HW__TYPE_LINE:
        return hw__line_check(text, size, HW__MAX_LINE_BYTES) == HW__TEXT_GOOD ? GOOD : HW_PROBLEM_BAD_TEXT;
    case HW__TYPE_ZONE:
        return is_zone_name(text, size) ? GOOD : HW_PROBLEM_BAD_ZONE;
    case HW__TYPE_LANGUAGE:
        return hw__language_is_valid(text, size) ? GOOD : HW_PROBLEM_BAD_LANGUAGE;
    default:
        return hw__id_is_valid(text, size) ? GOOD : HW_PROBLEM_BAD_ID;
    }
}

hw_problem_code hw__reader_field(hw__plan_reader *r, hw__arena *arena, const hw__attribute *attribute,
                                 char *base, const char *value, size_t size)
{
    void *field = base + attribute->offset;
    hw_moment *moment = field;
    hw__number *number = field;
    hw_problem_code code;
    switch ((hw__type)attribute->type) {
    case HW__TYPE_ID:
    case HW__TYPE_REF:
    case HW__TYPE_KEY:
    case HW__TYPE_LINE:
    case HW__TYPE_ZONE:
    case HW__TYPE_LANGUAGE:
        code = check_text((hw__type)attribute->type, value, size);
        return code == GOOD ? put_text(r, arena, field, value, size) : code;
    case HW__TYPE_RULE:
        return put_rule(r, arena, field, value, size);
    case HW__TYPE_WORD:
        return put_word(r, attribute, field, value, size);
    case HW__TYPE_INT:
        return put_int(attribute, field, value, size);
    case HW__TYPE_BOOL:
        return put_bool(field, value, size);
    case HW__TYPE_DECIMAL:
        number->present = hw__decimal_parse(value, size, &number->value);
        return number->present ? GOOD : HW_PROBLEM_BAD_NUMBER;
    case HW__TYPE_DATE:
        return hw__date_read(value, size, field) ? GOOD : HW_PROBLEM_BAD_DATE;
    case HW__TYPE_LOCAL:
        return put_local(r, field, value, size);
    case HW__TYPE_MOMENT:
        return put_moment(r, moment, value, size);
    case HW__TYPE_CLOCK:
        return hw__clock_read(value, size, field) ? GOOD : HW_PROBLEM_BAD_CLOCK;
    case HW__TYPE_DURATION:
        return put_duration(attribute, field, value, size);
    case HW__TYPE_REFS:
    case HW__TYPE_KEYS:
    case HW__TYPE_LOCALS:
    case HW__TYPE_CLOCKS:
        return put_list(r, arena, attribute, field, value, size);
    }
    return GOOD;
}

/* An xml:lang, kept as it is written: the plan's own language may change. False, and reported, when it is no
 * language. */
bool hw__reader_language(hw__plan_reader *r, const hw__xml_attribute *attribute, char language[36])
{
    language[0] = '\0';
    if (!hw__language_is_valid(attribute->value, attribute->size)) {
        hw__reader_bad_value(r, HW_PROBLEM_BAD_LANGUAGE, r->source->language_name, attribute->value);
        return false;
    }
    memcpy(language, attribute->value, attribute->size);
    language[attribute->size] = '\0';
    return true;
}
