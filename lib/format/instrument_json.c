/* SPDX-License-Identifier: MIT */
/* Instruments of a host's own, read from JSON by the table of their fields. What is refused is named by its
 * path, and nothing is made of it. */
#include <string.h>

#include "base/decimal.h"
#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "format/json_tree.h"
#include "format/xml_guard.h"
#include "progress/instrument.h"

#define MOST_BYTES ((size_t)1 << 20)
#define MOST_ITEMS 1000 /* of a list */

typedef struct reader {
    const char *data;
    size_t size;
    hw__json_tree tree;
    hw__arena *arena;
    hw_error *err;
    char path[96]; /* of what is being read: "items[3].max" */
    size_t length;
} reader;

static bool read_record(reader *r, hw__json_value value, const hw__instrument_shape *shape, void *out);

/* ---- where it is, and what is wrong ---- */

/* Goes into a member; returns where the path was. A name that is too long is cut, the fault keeps its line. */
static size_t enter(reader *r, const char *name)
{
    size_t before = r->length, size = strlen(name), room = sizeof r->path - 1 - r->length;
    if (before > 0 && room > 1) {
        r->path[r->length++] = '.';
        room--;
    }
    size = hw__utf8_cut(name, size < room ? size : room);
    memcpy(r->path + r->length, name, size);
    r->length += size;
    r->path[r->length] = '\0';
    return before;
}

/* Goes to an item of a list, counted from 1; returns where the path was. */
static size_t enter_item(reader *r, size_t index)
{
    size_t before = r->length;
    hw_error text;
    hw__fail(&text, HW_OK, NULL, "[%zu]", index + 1);
    size_t size = strlen(text.message);
    if (r->length + size < sizeof r->path) {
        memcpy(r->path + r->length, text.message, size + 1);
        r->length += size;
    }
    return before;
}

static void leave(reader *r, size_t before)
{
    r->length = before;
    r->path[before] = '\0';
}

static bool refuse(reader *r, hw__json_value value, hw_status status, const char *message)
{
    int32_t line, column;
    hw__text_place(r->data, r->size, hw__json_place_of(&r->tree, value)->begin, &line, &column);
    hw__fail_at(r->err, status, line, column, r->path, "%s%s%s", r->path, *r->path ? ": " : "", message);
    return false;
}

static bool no_memory(reader *r)
{
    hw__no_memory(r->err);
    return false;
}

/* ---- values ---- */

static bool read_text(reader *r, hw__json_value value, const hw__instrument_field *field, const char **out)
{
    size_t size;
    if (hw__json_kind_of(value) != HW__JSON_STRING) {
        return refuse(r, value, HW_ERR_SYNTAX, "not a text");
    }
    const char *text = hw__json_string(value, &size);
    if (field->type == HW__INSTRUMENT_LINE) {
        hw__text_fault fault = hw__line_check(text, size, HW__MAX_LINE_BYTES);
        if (fault != HW__TEXT_GOOD) {
            return refuse(r, value, fault == HW__TEXT_LONG ? HW_ERR_LIMIT : HW_ERR_SYNTAX,
                          hw__text_fault_name(fault));
        }
    } else if (field->type == HW__INSTRUMENT_TAG ? !hw__language_is_valid(text, size)
                                                 : !hw__instrument_id_is_valid(text, size)) {
        return refuse(r, value, HW_ERR_SYNTAX,
                      field->type == HW__INSTRUMENT_TAG ? "not a language tag" : "not an id");
    }
    *out = hw__arena_text(r->arena, text, size);
    return *out || no_memory(r);
}

static bool read_word(reader *r, hw__json_value value, const hw__instrument_field *field, uint8_t *out)
{
    size_t size = 0;
    const char *text = hw__json_kind_of(value) == HW__JSON_STRING ? hw__json_string(value, &size) : "";
    int word = hw__words_find(field->words, text, size);
    if (word < 0) {
        return refuse(r, value, HW_ERR_SYNTAX, "none of its words");
    }
    *out = (uint8_t)word;
    return true;
}

static bool read_number(reader *r, hw__json_value value, const hw__instrument_field *field, bool whole,
                        double *out)
{
    const hw__json_place *place = hw__json_place_of(&r->tree, value);
    hw__decimal decimal;
    if (hw__json_kind_of(value) != HW__JSON_NUMBER) {
        return refuse(r, value, HW_ERR_SYNTAX, "not a number");
    }
    if (!hw__decimal_parse(r->data + place->begin, place->end - place->begin, &decimal)) {
        return refuse(r, value, HW_ERR_SYNTAX, "not a decimal of at most 15 digits");
    }
    if (whole && decimal.scale > 0) {
        return refuse(r, value, HW_ERR_SYNTAX, "not a whole number");
    }
    double number = hw__decimal_double(decimal);
    if (number < field->least || number > field->greatest) {
        return refuse(r, value, HW_ERR_RANGE, "outside its range");
    }
    *out = number;
    return true;
}

/* Room for the items of an array; an item of it is `size` bytes. NULL after refusing. */
static void *room_for(reader *r, hw__json_value value, size_t size, uint32_t *count)
{
    hw__json_value item;
    if (hw__json_kind_of(value) != HW__JSON_ARRAY) {
        refuse(r, value, HW_ERR_SYNTAX, "not a list");
        return NULL;
    }
    *count = 0;
    for (hw__json_walk walk = hw__json_start(value); hw__json_next_item(&r->tree, &walk, &item);) {
        if (++*count > MOST_ITEMS) {
            refuse(r, value, HW_ERR_LIMIT, "too long");
            return NULL;
        }
    }
    void *items = hw__arena_alloc(r->arena, *count > 0 ? *count * size : 1);
    if (!items) {
        no_memory(r);
    }
    return items;
}

static bool read_numbers(reader *r, hw__json_value value, const hw__instrument_field *field,
                         hw__instrument_list *out)
{
    hw__json_value item;
    uint32_t count = 0;
    int32_t *numbers = room_for(r, value, sizeof *numbers, &count);
    hw__json_walk walk = hw__json_start(value);
    bool good = numbers != NULL;
    for (uint32_t i = 0; good && hw__json_next_item(&r->tree, &walk, &item); i++) {
        double number = 0;
        size_t before = enter_item(r, i);
        good = read_number(r, item, field, true, &number);
        numbers[i] = (int32_t)number;
        leave(r, before);
    }
    *out = (hw__instrument_list){count > 0 ? numbers : NULL, count};
    return good;
}

static bool read_list(reader *r, hw__json_value value, const hw__instrument_field *field,
                      hw__instrument_list *out)
{
    hw__json_value item;
    uint32_t count = 0;
    size_t size = field->shape->size;
    char *records = room_for(r, value, size, &count);
    hw__json_walk walk = hw__json_start(value);
    bool good = records != NULL;
    for (uint32_t i = 0; good && hw__json_next_item(&r->tree, &walk, &item); i++) {
        size_t before = enter_item(r, i);
        memcpy(records + i * size, field->shape->blank, size);
        good = read_record(r, item, field->shape, records + i * size);
        leave(r, before);
    }
    *out = (hw__instrument_list){count > 0 ? records : NULL, count};
    return good;
}

static bool read_field(reader *r, hw__json_value value, const hw__instrument_field *field, char *out)
{
    double number = 0;
    void *slot = out + field->offset;
    switch ((hw__instrument_type)field->type) {
    case HW__INSTRUMENT_ID:
    case HW__INSTRUMENT_LINE:
    case HW__INSTRUMENT_TAG:
        return read_text(r, value, field, slot);
    case HW__INSTRUMENT_WORD:
        return read_word(r, value, field, slot);
    case HW__INSTRUMENT_INT:
        if (read_number(r, value, field, true, &number)) {
            *(int32_t *)slot = (int32_t)number;
            return true;
        }
        return false;
    case HW__INSTRUMENT_NUMBER:
        return read_number(r, value, field, false, slot);
    case HW__INSTRUMENT_BOOL:
        if (hw__json_kind_of(value) != HW__JSON_BOOL) {
            return refuse(r, value, HW_ERR_SYNTAX, "neither true nor false");
        }
        *(bool *)slot = r->data[hw__json_place_of(&r->tree, value)->begin] == 't';
        return true;
    case HW__INSTRUMENT_INTS:
        return read_numbers(r, value, field, slot);
    default:
        return read_list(r, value, field, slot);
    }
}

/* ---- records ---- */

static size_t find_field(const hw__instrument_shape *shape, const char *name)
{
    size_t i = 0;
    while (i < shape->field_count && strcmp(shape->fields[i].name, name) != 0) {
        i++;
    }
    return i;
}

static bool read_record(reader *r, hw__json_value value, const hw__instrument_shape *shape, void *out)
{
    const char *name;
    hw__json_value member;
    uint32_t seen = 0; /* fields, by bit */
    if (hw__json_kind_of(value) != HW__JSON_OBJECT) {
        return refuse(r, value, HW_ERR_SYNTAX, "not an object");
    }
    for (hw__json_walk walk = hw__json_start(value); hw__json_next_member(&r->tree, &walk, &name, &member);) {
        size_t field = find_field(shape, name), before = enter(r, name);
        if (field == shape->field_count) {
            return refuse(r, member, HW_ERR_SYNTAX, "not a member that is known");
        }
        if (!read_field(r, member, &shape->fields[field], out)) {
            return false;
        }
        seen |= 1u << field;
        leave(r, before);
    }
    for (size_t i = 0; i < shape->field_count; i++) {
        if (shape->fields[i].required && !(seen & 1u << i)) {
            enter(r, shape->fields[i].name);
            return refuse(r, value, HW_ERR_ARGUMENT, "missing");
        }
    }
    return true;
}

/* ---- the document ---- */

static bool guard(reader *r)
{
    size_t limits[HW__LIMIT_COUNT];
    memcpy(limits, hw__read_defaults.limits, sizeof limits);
    limits[HW_LIMIT_BYTES] = MOST_BYTES;
    hw_problems *problems = hw_problems_new(r->err);
    if (!problems) {
        return false;
    }
    hw_status status = hw__json_guard(r->data, r->size, limits, &r->tree.map, problems);
    if (status == HW_ERR_MEMORY) {
        hw__no_memory(r->err);
    } else if (status != HW_OK) {
        hw__fail_at(r->err, status == HW_ERR_LIMIT ? HW_ERR_LIMIT : HW_ERR_SYNTAX,
                    hw_problems_line_at(problems, 0), hw_problems_column_at(problems, 0),
                    hw_problems_subject_at(problems, 0), "%s", hw_problems_message_at(problems, 0));
    }
    hw_problems_free(problems);
    return status == HW_OK;
}

static bool parse(reader *r)
{
    hw__json_fault fault;
    if (hw__json_parse(&r->tree, r->size, &fault)) {
        return true;
    }
    int32_t line, column;
    hw__text_place(r->data, r->size, fault.place, &line, &column);
    if (fault.code == HW_PROBLEM_CODE_COUNT) {
        return no_memory(r);
    }
    hw__fail_at(r->err, HW_ERR_SYNTAX, line, column, NULL, "%s", fault.message);
    return false;
}

hw_instrument *hw_instrument_from_json(const char *data, size_t size, hw_error *err)
{
    hw_error own;
    if (!data) {
        hw__null_argument(err, "data");
        return NULL;
    }
    hw_instrument *instrument = HW__NEW(instrument);
    if (!instrument) {
        hw__no_memory(err);
        return NULL;
    }
    memcpy(instrument, hw__instrument_shape_whole.blank, sizeof *instrument);
    atomic_init(&instrument->owners, 1);
    reader r = {.data = data, .size = size, .arena = &instrument->arena, .err = err ? err : &own};
    r.tree.data = data;
    bool good = guard(&r) && parse(&r) &&
                read_record(&r, (hw__json_value){r.tree.root, 0}, &hw__instrument_shape_whole, instrument) &&
                hw__instrument_check(instrument, r.err) == HW_OK;
    hw__json_free(&r.tree);
    if (!good) {
        hw_instrument_unref(instrument);
        return NULL;
    }
    hw__ok(err);
    return instrument;
}
