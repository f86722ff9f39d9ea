/* SPDX-License-Identifier: MIT */
/* Records and their parts, by the tables of their shapes, in the tables' order whatever the order of the
 * members. */
#include <string.h>

#include "format/plan_json_reader.h"

static const hw__attribute *find_attribute(const hw__attribute *attributes, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(attributes[i].name, name) == 0) {
            return &attributes[i];
        }
    }
    return NULL;
}

static bool is_child(const hw__shape *shape, const char *name)
{
    for (int i = 0; i < shape->child_count; i++) {
        if (strcmp(shape->children[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Adds those members to the tag that are attributes of the shape, or could be if it had them. */
static void add_attributes(hw__json_reader *w, size_t first, const hw__shape *shape)
{
    const bool is_record = shape->section != HW__SECTION_COUNT;
    const int skipped = shape->section == HW__SETTINGS; /* which have no id */
    for (size_t i = first; i < w->members.count && hw__json_goes_on(w); i++) {
        hw__json_member *member = &w->members.items[i];
        const hw__attribute *attribute =
            find_attribute(shape->attributes, shape->attribute_count, member->name);
        if (!attribute && is_record) {
            attribute = find_attribute(hw__revision_attributes + skipped,
                                       hw__revision_attribute_count - skipped, member->name);
        }
        if (attribute) {
            hw__json_attribute(w, attribute->name, hw__json_form_of((hw__type)attribute->type), member);
        } else if (!member->is_done && !is_child(shape, member->name)) {
            hw__json_strange_attribute(w, member);
        }
    }
}

/* ---- human texts ---- */

static void give_text(hw__json_reader *w, const char *name, const char *language, hw__json_value value)
{
    if (hw__json_kind_of(value) != HW__JSON_STRING) {
        hw__json_wrong(w, HW_PROBLEM_BAD_TEXT, name, value);
        return;
    }
    hw__json_tag(w);
    if (strcmp(language, HW__JSON_OWN) != 0) {
        hw__json_language(w, language, value);
    }
    hw__json_element(w, name, hw__json_begin(w, value));
    hw__json_text(w, value);
    hw__json_end(w, name, hw__json_begin(w, value));
}

/* A string, or an object with a string for each language. */
static void give_texts(hw__json_reader *w, const char *name, hw__json_value value)
{
    hw__json_kind kind = hw__json_kind_of(value);
    const char *language;
    hw__json_value text;
    hw__json_walk walk = hw__json_start(value);
    if (kind == HW__JSON_STRING) {
        give_text(w, name, HW__JSON_OWN, value);
    } else if (kind != HW__JSON_OBJECT || !walk.rest) {
        hw__json_wrong(w, HW_PROBLEM_BAD_TEXT, name, value);
    } else {
        while (hw__json_goes_on(w) && hw__json_next_member(&w->tree, &walk, &language, &text)) {
            give_text(w, name, language, text);
        }
    }
}

/* The text of a part: a string, or an object with one string. Adds the language to the tag; false if it is
 * neither. */
static bool find_own_text(hw__json_reader *w, hw__json_value *value)
{
    const char *language;
    hw__json_value text, more;
    hw__json_walk walk = hw__json_start(*value);
    if (hw__json_kind_of(*value) == HW__JSON_STRING) {
        return true;
    }
    if (hw__json_kind_of(*value) != HW__JSON_OBJECT ||
        !hw__json_next_member(&w->tree, &walk, &language, &text) ||
        hw__json_kind_of(text) != HW__JSON_STRING) {
        return false;
    }
    if (strcmp(language, HW__JSON_OWN) != 0) {
        hw__json_language(w, language, text);
    }
    *value = text;
    return !hw__json_next_member(&w->tree, &walk, &language, &more);
}

/* ---- parts ---- */

static void give_children(hw__json_reader *w, size_t first, const hw__shape *shape);

static void give_part(hw__json_reader *w, const hw__child *child, hw__json_value value)
{
    const hw__shape *shape = child->shape;
    if (hw__json_kind_of(value) != HW__JSON_OBJECT) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, child->name, value);
        return;
    }
    size_t first = hw__json_open(w, value);
    hw__json_member *own = shape->has_text ? hw__json_find(w, first, HW__JSON_TEXT) : NULL;
    hw__json_value text = own ? own->value : value;
    hw__json_tag(w);
    bool is_text = own && find_own_text(w, &text);
    if (own) {
        own->is_done = true;
    }
    add_attributes(w, first, shape);
    hw__json_element(w, child->name, hw__json_begin(w, value));
    if (is_text) {
        hw__json_text(w, text);
    } else if (own && w->r->is_second) {
        hw__json_raw(w, HW__JSON_TEXT, own->value);
    }
    give_children(w, first, shape);
    hw__json_strange_members(w, first);
    hw__json_end(w, child->name, hw__json_begin(w, value));
    hw__json_close(w, first);
}

static void give_list(hw__json_reader *w, const hw__child *child, hw__json_value value)
{
    hw__json_value item;
    hw__json_walk walk = hw__json_start(value);
    if (hw__json_kind_of(value) != HW__JSON_ARRAY) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, child->name, value);
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_item(&w->tree, &walk, &item)) {
        give_part(w, child, item);
    }
}

static void give_children(hw__json_reader *w, size_t first, const hw__shape *shape)
{
    for (int i = 0; i < shape->child_count && hw__json_goes_on(w); i++) {
        const hw__child *child = &shape->children[i];
        hw__json_member *member = hw__json_find(w, first, child->name);
        if (!member) {
            continue;
        }
        const hw__json_value value = member->value; /* the list of members may move */
        member->is_done = true;
        switch ((hw__child_kind)child->kind) {
        case HW__CHILD_TEXT:
        case HW__CHILD_LINE:
            give_texts(w, child->name, value);
            break;
        case HW__CHILD_LIST:
            give_list(w, child, value);
            break;
        case HW__CHILD_ONE:
            give_part(w, child, value);
            break;
        }
    }
}

void hw__json_record(hw__json_reader *w, hw__json_value value, const hw__shape *shape)
{
    size_t first = hw__json_open(w, value);
    hw__json_mark_foreign(w, first);
    hw__json_tag(w);
    add_attributes(w, first, shape);
    hw__json_element(w, shape->name, hw__json_begin(w, value));
    if (hw__json_is_read(w)) {
        hw__json_foreign_attributes(w, first, false);
        give_children(w, first, shape);
        hw__json_strange_members(w, first);
        hw__json_foreign_elements(w, first, false);
    }
    hw__json_end(w, shape->name, hw__json_begin(w, value));
    hw__json_close(w, first);
}
