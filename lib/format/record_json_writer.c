/* SPDX-License-Identifier: MIT */
/* A record as JSON, by the table of its shape: attributes, then elements, in the table's order. */
#include <string.h>

#include "format/json_out.h"
#include "format/plan_json.h"
#include "format/plan_xml.h"
#include "model/foreign.h"
#include "time/civil.h"

hw__json_form hw__json_form_of(hw__type type)
{
    switch (type) {
    case HW__TYPE_INT:
    case HW__TYPE_DECIMAL:
        return HW__FORM_NUMBER;
    case HW__TYPE_BOOL:
        return HW__FORM_BOOL;
    case HW__TYPE_REFS:
    case HW__TYPE_KEYS:
    case HW__TYPE_LOCALS:
    case HW__TYPE_CLOCKS:
        return HW__FORM_LIST;
    default:
        return HW__FORM_STRING;
    }
}

static void put_text(hw__buffer *out, const char *text)
{
    hw__put_json(out, text, strlen(text));
}

void hw__put_member(hw__buffer *out, const char *name, bool *is_first)
{
    if (!*is_first)
        HW__PUT_LIT(out, ", ");
    *is_first = false;
    hw__put_char(out, '"');
    hw__put_text(out, name);
    HW__PUT_LIT(out, "\": ");
}

static void put_list(hw__buffer *out, hw__type type, const hw__list *list)
{
    hw__put_char(out, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        hw__put_text(out, i ? ", \"" : "\"");
        if (type == HW__TYPE_LOCALS)
            hw__put_local(out, ((const hw_local *)list->items)[i]);
        else if (type == HW__TYPE_CLOCKS)
            hw__put_clock(out, ((const int32_t *)list->items)[i]);
        else
            hw__put_text(out, ((char *const *)list->items)[i]);
        hw__put_char(out, '"');
    }
    hw__put_char(out, ']');
}

static void put_value(hw__buffer *out, const hw__attribute *attribute, const void *field)
{
    switch (hw__json_form_of((hw__type)attribute->type)) {
    case HW__FORM_NUMBER:
    case HW__FORM_BOOL:
        hw__put_field(out, attribute, field);
        break;
    case HW__FORM_LIST:
        put_list(out, (hw__type)attribute->type, field);
        break;
    case HW__FORM_STRING:
        if (attribute->type == HW__TYPE_LINE) {
            put_text(out, *(char *const *)field);
            break;
        }
        hw__put_char(out, '"');
        hw__put_field(out, attribute, field);
        hw__put_char(out, '"');
        break;
    }
}

static void put_attributes(hw__buffer *out, const hw__attribute *attributes, int count, const void *base,
                           bool *is_first)
{
    for (int i = 0; i < count; i++) {
        const hw__attribute *attribute = &attributes[i];
        if (!(attribute->flags & HW__ALWAYS) && hw__attribute_is_none(attribute, base))
            continue;
        hw__put_member(out, attribute->name, is_first);
        put_value(out, attribute, (const char *)base + attribute->offset);
    }
}

/* A text in the plan's own language alone is a string; else there is an object, by language. */
static void put_tongues(hw__buffer *out, const hw__tongue *tongues, uint32_t count)
{
    if (count == 1 && !tongues->language) {
        put_text(out, tongues->text);
        return;
    }
    bool is_first = true;
    hw__put_char(out, '{');
    for (uint32_t i = 0; i < count; i++) {
        hw__put_member(out, tongues[i].language ? tongues[i].language : HW__JSON_OWN, &is_first);
        put_text(out, tongues[i].text);
    }
    hw__put_char(out, '}');
}

static void put_children(hw__buffer *out, const hw__shape *shape, const void *base, bool *is_first);

static void put_part(hw__buffer *out, const hw__shape *shape, const void *base)
{
    bool is_first = true;
    hw__put_char(out, '{');
    put_attributes(out, shape->attributes, shape->attribute_count, base, &is_first);
    put_children(out, shape, base, &is_first);
    hw__put_char(out, '}');
}

/* A part with a text of its own stands once for each language, as in XML. */
static void put_part_texts(hw__buffer *out, const hw__shape *shape, const void *base, bool *is_first)
{
    const hw__texts *texts = (const hw__texts *)((const char *)base + shape->text_offset);
    for (uint32_t i = 0; i < texts->list.count; i++) {
        bool is_first_member = true;
        hw__put_text(out, *is_first ? "{" : ", {");
        *is_first = false;
        put_attributes(out, shape->attributes, shape->attribute_count, base, &is_first_member);
        hw__put_member(out, HW__JSON_TEXT, &is_first_member);
        put_tongues(out, &((const hw__tongue *)texts->list.items)[i], 1);
        hw__put_char(out, '}');
    }
}

static void put_parts(hw__buffer *out, const hw__shape *shape, const hw__list *list)
{
    bool is_first = true;
    hw__put_char(out, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        const char *base = (const char *)list->items + (size_t)i * shape->size;
        if (shape->has_text) {
            put_part_texts(out, shape, base, &is_first);
            continue;
        }
        if (i)
            HW__PUT_LIT(out, ", ");
        put_part(out, shape, base);
    }
    hw__put_char(out, ']');
}

static void put_child(hw__buffer *out, const hw__child *child, const void *field, bool *is_first)
{
    const hw__list *list = field; /* hw__texts begins with its list, as lists do */
    if (child->kind == HW__CHILD_ONE ? !*(const bool *)field : !list->count)
        return;
    hw__put_member(out, child->name, is_first);
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_TEXT:
    case HW__CHILD_LINE:
        put_tongues(out, list->items, list->count);
        break;
    case HW__CHILD_LIST:
        put_parts(out, child->shape, list);
        break;
    case HW__CHILD_ONE:
        put_part(out, child->shape, field);
        break;
    }
}

static void put_children(hw__buffer *out, const hw__shape *shape, const void *base, bool *is_first)
{
    for (int i = 0; i < shape->child_count; i++)
        put_child(out, &shape->children[i], (const char *)base + shape->children[i].offset, is_first);
}

void hw__put_json_elements(hw__buffer *out, const char *elements)
{
    hw__piece piece;
    const char *lead = "[";
    while (hw__next_element(&elements, &piece)) {
        hw__put_text(out, lead);
        hw__put_json(out, piece.text, piece.size);
        lead = ", ";
    }
    hw__put_char(out, ']');
}

void hw__put_json_foreign(hw__buffer *out, const hw__foreign *foreign, bool *is_first)
{
    if (foreign->attributes) {
        hw__put_member(out, HW__JSON_FOREIGN_ATTRIBUTES, is_first);
        put_text(out, foreign->attributes + 1); /* without the blank before the first */
    }
    if (foreign->elements) {
        hw__put_member(out, HW__JSON_FOREIGN, is_first);
        hw__put_json_elements(out, foreign->elements);
    }
}

void hw__put_json_record(hw__buffer *out, const hw_revision *record)
{
    const hw__shape *shape = record->shape;
    const int skipped = shape->section == HW__SETTINGS; /* there is only one thing of this kind: no id */
    bool is_first = true;
    hw__put_char(out, '{');
    put_attributes(out, hw__revision_attributes + skipped, hw__revision_attribute_count - skipped, record,
                   &is_first);
    put_attributes(out, shape->attributes, shape->attribute_count, record, &is_first);
    put_children(out, shape, record, &is_first);
    hw__put_json_foreign(out, &record->foreign, &is_first);
    hw__put_char(out, '}');
}
