/* SPDX-License-Identifier: MIT */
/* What can be done to any record by its shape alone: filling in its defaults, comparing, copying. One
 * table says how each type of field lies in memory. */
#include "model/shape.h"

#include <string.h>

#include "model/record.h"

typedef enum form {
    FORM_PLAIN, /* a value without pointers or padding */
    FORM_NUMBER,
    FORM_TEXT,
    FORM_LIST,      /* of plain values */
    FORM_TEXT_LIST, /* of texts */
} form;

typedef struct layout {
    uint8_t form;
    uint8_t size; /* of the value; of lists, of an item */
} layout;

static const layout layouts[] = {
    [HW__TYPE_ID] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_REF] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_REFS] = {FORM_TEXT_LIST, sizeof(char *)},
    [HW__TYPE_KEY] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_KEYS] = {FORM_TEXT_LIST, sizeof(char *)},
    [HW__TYPE_LINE] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_ZONE] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_LANGUAGE] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_RULE] = {FORM_TEXT, sizeof(char *)},
    [HW__TYPE_WORD] = {FORM_PLAIN, sizeof(uint8_t)},
    [HW__TYPE_INT] = {FORM_PLAIN, sizeof(int32_t)},
    [HW__TYPE_BOOL] = {FORM_PLAIN, sizeof(uint8_t)},
    [HW__TYPE_DECIMAL] = {FORM_NUMBER, sizeof(hw__number)},
    [HW__TYPE_DATE] = {FORM_PLAIN, sizeof(hw_date)},
    [HW__TYPE_LOCAL] = {FORM_PLAIN, sizeof(hw_local)},
    [HW__TYPE_LOCALS] = {FORM_LIST, sizeof(hw_local)},
    [HW__TYPE_MOMENT] = {FORM_PLAIN, sizeof(hw_moment)},
    [HW__TYPE_CLOCK] = {FORM_PLAIN, sizeof(int32_t)},
    [HW__TYPE_CLOCKS] = {FORM_LIST, sizeof(int32_t)},
    [HW__TYPE_DURATION] = {FORM_PLAIN, sizeof(hw_duration)},
};

static const void *at(const void *record, size_t offset)
{
    return (const char *)record + offset;
}

static void *slot(void *record, size_t offset)
{
    return (char *)record + offset;
}

/* ---- none ---- */

/* Writes the value for "none" of a plain field. */
static void put_none(const hw__attribute *attribute, void *field)
{
    const hw_duration no_duration = HW__NO_DURATION;
    const int32_t no_clock = -1;
    const uint8_t word = (uint8_t)attribute->fallback;
    switch ((hw__type)attribute->type) {
    case HW__TYPE_WORD:
        memcpy(field, &word, sizeof word);
        break;
    case HW__TYPE_INT:
        memcpy(field, &attribute->fallback, sizeof attribute->fallback);
        break;
    case HW__TYPE_CLOCK:
        memcpy(field, &no_clock, sizeof no_clock);
        break;
    case HW__TYPE_DURATION:
        memcpy(field, &no_duration, sizeof no_duration);
        break;
    default:
        memset(field, 0, layouts[attribute->type].size);
        break;
    }
}

void hw__shape_defaults(const hw__shape *shape, void *record)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        const hw__attribute *attribute = &shape->attributes[i];
        if (layouts[attribute->type].form == FORM_PLAIN) {
            put_none(attribute, slot(record, attribute->offset));
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        if (child->kind == HW__CHILD_ONE) {
            hw__shape_defaults(child->shape, slot(record, child->offset));
        }
    }
}

bool hw__attribute_is_none(const hw__attribute *attribute, const void *record)
{
    const void *field = at(record, attribute->offset);
    const layout *how = &layouts[attribute->type];
    unsigned char none[sizeof(hw_moment)];
    switch ((form)how->form) {
    case FORM_NUMBER:
        return !((const hw__number *)field)->present;
    case FORM_TEXT:
        return !*(char *const *)field;
    case FORM_LIST:
    case FORM_TEXT_LIST:
        return ((const hw__list *)field)->count == 0;
    default:
        put_none(attribute, none);
        return memcmp(field, none, how->size) == 0;
    }
}

bool hw__part_is_none(const hw__shape *shape, const void *part)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        if (!hw__attribute_is_none(&shape->attributes[i], part)) {
            return false;
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        const void *field = at(part, child->offset); /* texts begin with their list */
        if (child->kind == HW__CHILD_ONE ? *(const bool *)field : ((const hw__list *)field)->count > 0) {
            return false;
        }
    }
    return true;
}

/* ---- equal ---- */

static bool equal_texts(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool equal_tongues(const hw__texts *a, const hw__texts *b)
{
    if (a->list.count != b->list.count) {
        return false;
    }
    const hw__tongue *left = a->list.items, *right = b->list.items;
    for (uint32_t i = 0; i < a->list.count; i++) {
        if (!equal_texts(left[i].language, right[i].language) || !equal_texts(left[i].text, right[i].text)) {
            return false;
        }
    }
    return true;
}

static bool equal_lists(const hw__list *a, const hw__list *b, const layout *how)
{
    if (a->count != b->count) {
        return false;
    }
    if (how->form == FORM_LIST) {
        return a->count == 0 || memcmp(a->items, b->items, (size_t)a->count * how->size) == 0;
    }
    char *const *left = a->items, *const *right = b->items;
    for (uint32_t i = 0; i < a->count; i++) {
        if (!equal_texts(left[i], right[i])) {
            return false;
        }
    }
    return true;
}

static bool equal_fields(const hw__attribute *attribute, const void *a, const void *b)
{
    const layout *how = &layouts[attribute->type];
    const hw__number *left = a, *right = b;
    switch ((form)how->form) {
    case FORM_NUMBER:
        return left->present == right->present &&
               (!left->present || hw__decimal_compare(left->value, right->value) == 0);
    case FORM_TEXT:
        return equal_texts(*(char *const *)a, *(char *const *)b);
    case FORM_LIST:
    case FORM_TEXT_LIST:
        return equal_lists(a, b, how);
    default:
        return memcmp(a, b, how->size) == 0;
    }
}

static bool equal_children(const hw__child *child, const void *a, const void *b)
{
    const hw__list *left = a, *right = b;
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_LIST:
        if (left->count != right->count) {
            return false;
        }
        for (uint32_t i = 0; i < left->count; i++) {
            size_t offset = (size_t)i * child->shape->size;
            if (!hw__shape_equal(child->shape, at(left->items, offset), at(right->items, offset))) {
                return false;
            }
        }
        return true;
    case HW__CHILD_ONE:
        return *(const bool *)a == *(const bool *)b && hw__shape_equal(child->shape, a, b);
    default:
        return equal_tongues(a, b);
    }
}

bool hw__shape_equal(const hw__shape *shape, const void *a, const void *b)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        size_t offset = shape->attributes[i].offset;
        if (!equal_fields(&shape->attributes[i], at(a, offset), at(b, offset))) {
            return false;
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        size_t offset = shape->children[i].offset;
        if (!equal_children(&shape->children[i], at(a, offset), at(b, offset))) {
            return false;
        }
    }
    return !shape->has_text || equal_tongues(at(a, shape->text_offset), at(b, shape->text_offset));
}

/* ---- copy ---- */

static bool copy_text(hw__arena *arena, char **to, const char *from)
{
    *to = from ? hw__arena_text(arena, from, strlen(from)) : NULL;
    return *to || !from;
}

/* Room for as many items as `from` has, zeroed and counted. */
static bool copy_room(hw__arena *arena, hw__list *to, const hw__list *from, size_t item_size)
{
    if (from->count == 0) {
        return true;
    }
    size_t size = from->count * item_size;
    to->items = hw__arena_alloc(arena, size);
    if (!to->items) {
        return false;
    }
    memset(to->items, 0, size);
    to->count = to->room = from->count;
    return true;
}

static bool copy_tongues(hw__arena *arena, hw__texts *to, const hw__texts *from)
{
    if (!copy_room(arena, &to->list, &from->list, sizeof(hw__tongue))) {
        return false;
    }
    hw__tongue *copies = to->list.items;
    const hw__tongue *tongues = from->list.items;
    for (uint32_t i = 0; i < from->list.count; i++) {
        if (!copy_text(arena, &copies[i].language, tongues[i].language) ||
            !copy_text(arena, &copies[i].text, tongues[i].text)) {
            return false;
        }
    }
    return true;
}

static bool copy_field(const hw__attribute *attribute, hw__arena *arena, void *to, const void *from)
{
    const layout *how = &layouts[attribute->type];
    const hw__list *list = from;
    hw__list *copy = to;
    switch ((form)how->form) {
    case FORM_TEXT:
        return copy_text(arena, to, *(char *const *)from);
    case FORM_LIST:
        if (!copy_room(arena, copy, list, how->size)) {
            return false;
        }
        if (list->count > 0) {
            memcpy(copy->items, list->items, (size_t)list->count * how->size);
        }
        return true;
    case FORM_TEXT_LIST:
        if (!copy_room(arena, copy, list, how->size)) {
            return false;
        }
        for (uint32_t i = 0; i < list->count; i++) {
            if (!copy_text(arena, &((char **)copy->items)[i], ((char *const *)list->items)[i])) {
                return false;
            }
        }
        return true;
    default:
        memcpy(to, from, how->size);
        return true;
    }
}

static bool copy_child(const hw__child *child, hw__arena *arena, void *to, const void *from)
{
    const hw__list *list = from;
    hw__list *copy = to;
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_LIST:
        if (!copy_room(arena, copy, list, child->shape->size)) {
            return false;
        }
        for (uint32_t i = 0; i < list->count; i++) {
            size_t offset = (size_t)i * child->shape->size;
            if (!hw__shape_copy(child->shape, arena, slot(copy->items, offset), at(list->items, offset))) {
                return false;
            }
        }
        return true;
    case HW__CHILD_ONE:
        *(bool *)to = *(const bool *)from;
        return hw__shape_copy(child->shape, arena, to, from);
    default:
        return copy_tongues(arena, to, from);
    }
}

bool hw__shape_copy(const hw__shape *shape, hw__arena *arena, void *to, const void *from)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        size_t offset = shape->attributes[i].offset;
        if (!copy_field(&shape->attributes[i], arena, slot(to, offset), at(from, offset))) {
            return false;
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        size_t offset = shape->children[i].offset;
        if (!copy_child(&shape->children[i], arena, slot(to, offset), at(from, offset))) {
            return false;
        }
    }
    return !shape->has_text ||
           copy_tongues(arena, slot(to, shape->text_offset), at(from, shape->text_offset));
}
