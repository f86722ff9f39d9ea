/* SPDX-License-Identifier: MIT */
/* Log entries, by the names of their attributes and elements. */
#include <string.h>

#include "format/plan_json_reader.h"

/* Which of a run of names this is; -1 = none. */
static int find_name(const char *name, int begin, int end)
{
    for (int i = begin; i < end; i++) {
        if (strcmp(hw__log_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static hw__json_form form_of(int name)
{
    bool is_number = name == HW__NAME_PERCENT || name == HW__NAME_GROUP || name == HW__NAME_SIZE;
    return is_number ? HW__FORM_NUMBER : HW__FORM_STRING;
}

/* Adds those members to the tag that are among a run of names, or that no attribute is called by. */
static void add_attributes(hw__json_reader *w, size_t first, int begin, int end)
{
    for (size_t i = first; i < w->members.count && hw__json_goes_on(w); i++) {
        hw__json_member *member = &w->members.items[i];
        int name = find_name(member->name, begin, end);
        if (member->is_done) {
            continue;
        }
        if (name >= 0) {
            hw__json_attribute(w, w->r->names[name], form_of(name), member);
        } else {
            hw__json_strange_attribute(w, member);
        }
    }
}

/* The language of a note, which is no attribute of our own. */
static void add_language(hw__json_reader *w, size_t first)
{
    hw__json_member *member = hw__json_find(w, first, HW__JSON_LANG);
    size_t size;
    bool is_text = member && hw__json_kind_of(member->value) == HW__JSON_STRING;
    if (is_text || (member && !w->r->is_second)) {
        hw__json_language(w, is_text ? hw__json_string(member->value, &size) : "", member->value);
        member->is_done = true;
    }
}

/* What a row holds: a number for a value, a text for the others. What it is not it is told by its end, but
 * for barriers, which may be empty. */
static void give_content(hw__json_reader *w, int name, hw__json_value value)
{
    hw__json_kind wanted = name == HW__NAME_VALUE ? HW__JSON_NUMBER : HW__JSON_STRING;
    const hw__json_place *place = hw__json_place_of(&w->tree, value);
    if (hw__json_kind_of(value) != wanted) {
        if (w->r->is_second || name == HW__NAME_BARRIER) {
            hw__json_wrong(w, HW_PROBLEM_BAD_TEXT, hw__log_names[name], value);
        }
    } else if (wanted == HW__JSON_STRING) {
        hw__json_text(w, value);
    } else if (hw__json_goes_on(w)) {
        hw__reader_text(w->r, w->tree.data + place->begin, place->end - place->begin);
    }
}

/* The member that says which element a row is; NULL if none does. */
static hw__json_member *find_row(hw__json_reader *w, size_t first, int *name)
{
    for (size_t i = first; i < w->members.count; i++) {
        *name = find_name(w->members.items[i].name, HW__NAME_VALUE, HW__NAME_ID);
        if (*name >= 0) {
            return &w->members.items[i];
        }
    }
    return NULL;
}

static void give_row(hw__json_reader *w, hw__json_value value)
{
    int name;
    if (hw__json_kind_of(value) != HW__JSON_OBJECT) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, HW__JSON_VALUES, value);
        return;
    }
    size_t first = hw__json_open(w, value);
    hw__json_member *row = find_row(w, first, &name);
    if (!row) {
        hw__json_raw(w, HW__JSON_VALUES, value);
        hw__json_close(w, first);
        return;
    }
    const hw__json_value content = row->value;
    const bool is_file = name == HW__NAME_ATTACHMENT;
    row->is_done = !is_file;
    hw__json_tag(w);
    if (is_file) { /* its address, which in XML is an attribute like the others */
        hw__json_attribute(w, w->r->names[HW__NAME_HREF], HW__FORM_STRING, row);
    }
    if (name == HW__NAME_NOTE) {
        add_language(w, first);
    }
    add_attributes(w, first, is_file ? HW__NAME_TYPE : HW__NAME_MEASURE, HW__NAME_LANG);
    hw__json_element(w, w->r->names[name], hw__json_begin(w, value));
    if (!is_file) {
        give_content(w, name, content);
    }
    hw__json_strange_members(w, first);
    hw__json_end(w, w->r->names[name], hw__json_begin(w, value));
    hw__json_close(w, first);
}

static void give_rows(hw__json_reader *w, hw__json_value value)
{
    hw__json_value item;
    hw__json_walk walk = hw__json_start(value);
    if (hw__json_kind_of(value) != HW__JSON_ARRAY) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, HW__JSON_VALUES, value);
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_item(&w->tree, &walk, &item)) {
        give_row(w, item);
    }
}

void hw__json_entry(hw__json_reader *w, hw__json_value value)
{
    size_t first = hw__json_open(w, value);
    hw__json_member *values = hw__json_find(w, first, HW__JSON_VALUES);
    const hw__json_value rows = values ? values->value : value;
    const bool has_rows = values != NULL;
    if (values) {
        values->is_done = true;
    }
    hw__json_mark_foreign(w, first);
    hw__json_tag(w);
    add_attributes(w, first, HW__NAME_ID, HW__NAME_MEASURE);
    hw__json_element(w, w->r->names[HW__NAME_ENTRY], hw__json_begin(w, value));
    if (hw__json_is_read(w)) {
        hw__json_foreign_attributes(w, first, true);
        if (has_rows) {
            give_rows(w, rows);
        }
        hw__json_strange_members(w, first);
        hw__json_foreign_elements(w, first, true);
    }
    hw__json_end(w, w->r->names[HW__NAME_ENTRY], hw__json_begin(w, value));
    hw__json_close(w, first);
}
