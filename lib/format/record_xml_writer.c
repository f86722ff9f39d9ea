/* SPDX-License-Identifier: MIT */
/* A record as XML, by the table of its shape: attributes, then elements, in the table's order. */
#include <string.h>

#include "format/plan_xml.h"
#include "format/xml_out.h"
#include "model/foreign.h"
#include "time/civil.h"

void hw__put_indent(hw__buffer *out, int depth)
{
    for (int i = 0; i < depth; i++)
        HW__PUT_LIT(out, "  ");
}

static void put_ids(hw__buffer *out, const hw__list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (i)
            hw__put_char(out, ' ');
        hw__put_text(out, ((char *const *)list->items)[i]);
    }
}

static void put_locals(hw__buffer *out, const hw__list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (i)
            hw__put_char(out, ' ');
        hw__put_local(out, ((const hw_local *)list->items)[i]);
    }
}

static void put_clocks(hw__buffer *out, const hw__list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (i)
            hw__put_char(out, ' ');
        hw__put_clock(out, ((const int32_t *)list->items)[i]);
    }
}

static void put_decimal(hw__buffer *out, hw__decimal value)
{
    char text[HW__DECIMAL_MAX_TEXT];
    hw__put(out, text, hw__decimal_print(value, text));
}

void hw__put_field(hw__buffer *out, const hw__attribute *attribute, const void *field)
{
    const char *text;
    switch ((hw__type)attribute->type) {
    case HW__TYPE_LINE:
        text = *(char *const *)field;
        hw__put_xml(out, text, strlen(text), HW__XML_VALUE);
        break;
    case HW__TYPE_ID:
    case HW__TYPE_REF:
    case HW__TYPE_KEY:
    case HW__TYPE_ZONE:
    case HW__TYPE_LANGUAGE:
    case HW__TYPE_RULE:
        hw__put_text(out, *(char *const *)field);
        break;
    case HW__TYPE_REFS:
    case HW__TYPE_KEYS:
        put_ids(out, field);
        break;
    case HW__TYPE_WORD:
        hw__put_text(out, hw__words_at(attribute->words, *(const uint8_t *)field));
        break;
    case HW__TYPE_INT:
        hw__put_int(out, *(const int32_t *)field);
        break;
    case HW__TYPE_BOOL:
        hw__put_text(out, *(const uint8_t *)field ? "true" : "false");
        break;
    case HW__TYPE_DECIMAL:
        put_decimal(out, ((const hw__number *)field)->value);
        break;
    case HW__TYPE_DATE:
        hw__put_date(out, *(const hw_date *)field);
        break;
    case HW__TYPE_LOCAL:
        hw__put_local(out, *(const hw_local *)field);
        break;
    case HW__TYPE_LOCALS:
        put_locals(out, field);
        break;
    case HW__TYPE_MOMENT:
        hw__put_moment(out, *(const hw_moment *)field);
        break;
    case HW__TYPE_CLOCK:
        hw__put_clock(out, *(const int32_t *)field);
        break;
    case HW__TYPE_CLOCKS:
        put_clocks(out, field);
        break;
    case HW__TYPE_DURATION:
        hw__put_duration(out, *(const hw_duration *)field);
        break;
    }
}

static void put_attributes(hw__buffer *out, const hw__attribute *attributes, int count, const void *base)
{
    for (int i = 0; i < count; i++) {
        const hw__attribute *attribute = &attributes[i];
        if (!(attribute->flags & HW__ALWAYS) && hw__attribute_is_none(attribute, base))
            continue;
        hw__put_char(out, ' ');
        hw__put_text(out, attribute->name);
        HW__PUT_LIT(out, "=\"");
        hw__put_field(out, attribute, (const char *)base + attribute->offset);
        hw__put_char(out, '"');
    }
}

void hw__put_language(hw__buffer *out, const char *language)
{
    if (!language)
        return;
    HW__PUT_LIT(out, " xml:lang=\"");
    hw__put_text(out, language);
    hw__put_char(out, '"');
}

/* The rest of an element with human text, after its attributes. */
static void put_text_end(hw__buffer *out, const char *name, const hw__tongue *tongue)
{
    hw__put_language(out, tongue->language);
    hw__put_char(out, '>');
    hw__put_xml(out, tongue->text, strlen(tongue->text), HW__XML_TEXT);
    HW__PUT_LIT(out, "</");
    hw__put_text(out, name);
    HW__PUT_LIT(out, ">\n");
}

void hw__put_open(hw__buffer *out, const char *name, int depth)
{
    hw__put_indent(out, depth);
    hw__put_char(out, '<');
    hw__put_text(out, name);
}

static void put_texts(hw__buffer *out, const char *name, const hw__texts *texts, int depth)
{
    for (uint32_t i = 0; i < texts->list.count; i++) {
        hw__put_open(out, name, depth);
        put_text_end(out, name, &((const hw__tongue *)texts->list.items)[i]);
    }
}

/* Elements of other namespaces, one a line. */
void hw__put_elements(hw__buffer *out, const char *elements, int depth)
{
    hw__piece piece;
    while (hw__next_element(&elements, &piece)) {
        hw__put_indent(out, depth);
        hw__put(out, piece.text, piece.size);
        hw__put_char(out, '\n');
    }
}

static void put_part(hw__buffer *out, const char *name, const hw__shape *shape, const void *base, int depth);

static void put_child(hw__buffer *out, const hw__child *child, const void *base, int depth)
{
    const void *field = (const char *)base + child->offset;
    const hw__list *list = field;
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_TEXT:
    case HW__CHILD_LINE:
        put_texts(out, child->name, field, depth);
        break;
    case HW__CHILD_LIST:
        for (uint32_t i = 0; i < list->count; i++)
            put_part(out, child->name, child->shape,
                     (const char *)list->items + (size_t)i * child->shape->size, depth);
        break;
    case HW__CHILD_ONE:
        if (*(const bool *)field)
            put_part(out, child->name, child->shape, field, depth);
        break;
    }
}

static bool has_child(const hw__shape *shape, const void *base)
{
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        const void *field = (const char *)base + child->offset;
        /* hw__texts begins with its list, as lists do */
        if (child->kind == HW__CHILD_ONE ? *(const bool *)field : ((const hw__list *)field)->count > 0)
            return true;
    }
    return false;
}

static void put_children(hw__buffer *out, const hw__shape *shape, const void *base, int depth)
{
    for (int i = 0; i < shape->child_count; i++)
        put_child(out, &shape->children[i], base, depth);
}

void hw__put_close(hw__buffer *out, const char *name, int depth)
{
    hw__put_indent(out, depth);
    HW__PUT_LIT(out, "</");
    hw__put_text(out, name);
    HW__PUT_LIT(out, ">\n");
}

/* A part of a record; one with a text of its own stands once for each language. */
static void put_part(hw__buffer *out, const char *name, const hw__shape *shape, const void *base, int depth)
{
    if (shape->has_text) {
        const hw__texts *texts = (const hw__texts *)((const char *)base + shape->text_offset);
        for (uint32_t i = 0; i < texts->list.count; i++) {
            hw__put_open(out, name, depth);
            put_attributes(out, shape->attributes, shape->attribute_count, base);
            put_text_end(out, name, &((const hw__tongue *)texts->list.items)[i]);
        }
        return;
    }
    hw__put_open(out, name, depth);
    put_attributes(out, shape->attributes, shape->attribute_count, base);
    if (!has_child(shape, base)) {
        HW__PUT_LIT(out, "/>\n");
        return;
    }
    HW__PUT_LIT(out, ">\n");
    put_children(out, shape, base, depth + 1);
    hw__put_close(out, name, depth);
}

void hw__put_record(hw__buffer *out, const hw_revision *record, int depth)
{
    const hw__shape *shape = record->shape;
    const hw__attribute *attributes = hw__revision_attributes;
    int count = hw__revision_attribute_count;
    if (shape->section == HW__SETTINGS) { /* there is only one thing of this kind: its id is left out */
        attributes++;
        count--;
    }
    hw__put_open(out, shape->name, depth);
    put_attributes(out, attributes, count, record);
    put_attributes(out, shape->attributes, shape->attribute_count, record);
    if (record->foreign.attributes)
        hw__put_text(out, record->foreign.attributes);
    if (!has_child(shape, record) && !record->foreign.elements) {
        HW__PUT_LIT(out, "/>\n");
        return;
    }
    HW__PUT_LIT(out, ">\n");
    put_children(out, shape, record, depth + 1);
    hw__put_elements(out, record->foreign.elements, depth + 1);
    hw__put_close(out, shape->name, depth);
}
