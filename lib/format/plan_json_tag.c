/* SPDX-License-Identifier: MIT */
/* Tags out of members: what an attribute's value is as text, and what is done with members that are not of
 * their form or not known. */
#include <string.h>

#include "base/text.h"
#include "format/json_out.h"
#include "format/plan_json_reader.h"

#define CELLS 5 /* of an attribute */

/* ---- members ---- */

size_t hw__json_open(hw__json_reader *w, hw__json_value value)
{
    size_t first = w->members.count;
    hw__json_member member = {.is_done = false};
    hw__json_walk walk = hw__json_start(value);
    while (hw__json_goes_on(w) && hw__json_next_member(&w->tree, &walk, &member.name, &member.value)) {
        if (!hw__vec_push(&w->members, member)) {
            hw__reader_stop(w->r, HW_ERR_MEMORY);
        }
    }
    return first;
}

void hw__json_close(hw__json_reader *w, size_t first)
{
    w->members.count = first;
}

hw__json_member *hw__json_find(hw__json_reader *w, size_t first, const char *name)
{
    for (size_t i = first; i < w->members.count; i++) {
        if (strcmp(w->members.items[i].name, name) == 0) {
            return &w->members.items[i];
        }
    }
    return NULL;
}

/* The same pointer for the same name, whichever object it stands in. */
static const char *intern(hw__json_reader *w, const char *name)
{
    size_t size = strlen(name);
    const uint32_t offset = (uint32_t)w->pool.count, count = (uint32_t)w->strange.count;
    hw__text_items items = {w->pool.items, w->pool.count, (const char *)w->offsets.items, sizeof offset};
    uint32_t found = hw__table_find(&w->table, &items, name, size);
    if (found != UINT32_MAX) {
        return w->strange.items[found];
    }
    const char *copy = hw__arena_text(&w->copies, name, size);
    if (!copy || !hw__vec_reserve(&w->pool, size + 1) || !hw__vec_reserve(&w->strange, 1) ||
        !hw__vec_push(&w->offsets, offset)) {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return name;
    }
    memcpy(w->pool.items + offset, name, size + 1);
    w->pool.count += size + 1;
    w->strange.items[w->strange.count++] = copy;
    items = (hw__text_items){w->pool.items, w->pool.count, (const char *)w->offsets.items, sizeof offset};
    if (hw__table_reserve(&w->table, &items, count + 1)) {
        hw__table_enter(&w->table, &items, count + 1);
    } else {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
    }
    return copy;
}

void hw__json_note_name(void *reader, const char *name)
{
    hw__json_reader *w = reader;
    const char *known = hw__json_goes_on(w) ? intern(w, name) : NULL;
    if (known && hw__json_goes_on(w)) {
        hw__reader_is_new_name(w->r, known);
    }
}

/* ---- attributes ---- */

void hw__json_tag(hw__json_reader *w)
{
    w->cells.count = w->places.count = 0;
    hw__arena_free(&w->lists);
}

static void add(hw__json_reader *w, const char *local, const char *prefix, const char *uri, const char *value,
                size_t size, uint32_t place)
{
    const char *const cells[CELLS] = {local, prefix, uri, value, value + size};
    if (!hw__vec_reserve(&w->cells, CELLS) || !hw__vec_push(&w->places, place)) {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return;
    }
    for (int i = 0; i < CELLS; i++) {
        w->cells.items[w->cells.count++] = (const unsigned char *)cells[i];
    }
}

/* JSON text with the two characters escaped that JSON may have and XML may not; they stand in strings
 * only. */
static const char *escape(hw__json_reader *w, const char *text, size_t *size)
{
    const char *end = text + *size, *at = text;
    char *copy = hw__arena_alloc(&w->lists, *size * 2 + 1), *out = copy;
    if (!copy) {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return text;
    }
    while (at < end) {
        bool is_none = end - at >= 3 && memcmp(at, "\xEF\xBF", 2) == 0 && (unsigned char)at[2] >= 0xBE;
        if (is_none) {
            memcpy(out, at[2] == '\xBE' ? "\\ufffe" : "\\uffff", 6);
            out += 6;
            at += 3;
        } else {
            *out++ = *at++;
        }
    }
    *size = (size_t)(out - copy);
    return copy;
}

/* What stands in the document. */
static const char *raw_text(hw__json_reader *w, hw__json_value value, size_t *size)
{
    const hw__json_place *place = hw__json_place_of(&w->tree, value);
    *size = place->end - place->begin;
    return w->r->is_second ? escape(w, w->tree.data + place->begin, size) : w->tree.data + place->begin;
}

/* What a string says; NULL for what no text may have, if it is to be taken down: it could not stand in
 * XML. */
static const char *string_text(const hw__json_reader *w, hw__json_value value, size_t *size)
{
    const char *text = hw__json_string(value, size);
    bool is_good = !w->r->is_second || *size == 0 || hw__text_check(text, *size, *size) == HW__TEXT_GOOD;
    return is_good ? text : NULL;
}

/* The items of an array with blanks between them; NULL if one is no text or has a blank itself. */
static const char *list_text(hw__json_reader *w, hw__json_value value, size_t *size)
{
    hw__json_value item;
    size_t length;
    *size = 0;
    hw__json_walk walk = hw__json_start(value);
    while (hw__json_next_item(&w->tree, &walk, &item)) {
        if (hw__json_kind_of(item) != HW__JSON_STRING) {
            return NULL;
        }
        const char *text = hw__json_string(item, &length);
        if (length == 0 || memchr(text, ' ', length)) {
            return NULL;
        }
        *size += length + 1;
    }
    char *list = hw__arena_alloc(&w->lists, *size + 1), *at = list;
    if (!list) {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return NULL;
    }
    walk = hw__json_start(value);
    while (hw__json_next_item(&w->tree, &walk, &item)) {
        const char *text = hw__json_string(item, &length);
        memcpy(at, text, length);
        at[length] = ' ';
        at += length + 1;
    }
    *size -= *size > 0;
    return list;
}

/* The value as the text of an attribute; NULL if it is of another kind. */
static const char *value_text(hw__json_reader *w, hw__json_form form, hw__json_value value, size_t *size)
{
    static const hw__json_kind kinds[] = {
        [HW__FORM_STRING] = HW__JSON_STRING,
        [HW__FORM_NUMBER] = HW__JSON_NUMBER,
        [HW__FORM_BOOL] = HW__JSON_BOOL,
        [HW__FORM_LIST] = HW__JSON_ARRAY,
    };
    if (hw__json_kind_of(value) != kinds[form]) {
        return NULL;
    }
    return form == HW__FORM_STRING ? string_text(w, value, size)
           : form == HW__FORM_LIST ? list_text(w, value, size)
                                   : raw_text(w, value, size);
}

void hw__json_attribute(hw__json_reader *w, const char *name, hw__json_form form, hw__json_member *member)
{
    size_t size;
    const char *text = value_text(w, form, member->value, &size);
    if (!text && w->r->is_second) {
        return; /* it is taken down as an element */
    }
    if (!text) {
        text = w->tree.data + hw__json_begin(w, member->value);
        size = 0;
    }
    add(w, name, NULL, NULL, text, size, hw__json_begin(w, member->value));
    member->is_done = true;
}

/* Whether a member can be an attribute or element of the same name. */
static bool is_plain_name(const char *name)
{
    bool is_reserved = (name[0] | 32) == 'x' && (name[1] | 32) == 'm' && (name[2] | 32) == 'l';
    return hw__id_is_valid(name, strlen(name)) && !is_reserved;
}

bool hw__json_strange_attribute(hw__json_reader *w, hw__json_member *member)
{
    hw__json_kind kind = hw__json_kind_of(member->value);
    size_t size;
    if (kind == HW__JSON_OBJECT || kind == HW__JSON_ARRAY || !is_plain_name(member->name)) {
        return false;
    }
    const char *text =
        kind == HW__JSON_STRING ? string_text(w, member->value, &size) : raw_text(w, member->value, &size);
    if (!text) {
        return false;
    }
    add(w, intern(w, member->name), NULL, NULL, text, size, hw__json_begin(w, member->value));
    member->is_done = true;
    return true;
}

/* ---- elements ---- */

void hw__json_element(hw__json_reader *w, const char *name, uint32_t place)
{
    const hw__xml_tag tag = {name, NULL, w->r->plan_uri, (int)w->places.count, w->cells.items};
    w->here = place;
    if (hw__json_goes_on(w)) {
        hw__reader_start(w->r, &tag);
    }
}

void hw__json_end(hw__json_reader *w, const char *name, uint32_t place)
{
    w->here = place;
    if (!hw__json_goes_on(w)) {
        return;
    }
    if (w->r->mode == HW__MODE_FOREIGN) {
        hw__reader_kept_end(w->r, name, NULL);
    }
    hw__reader_end(w->r);
}

bool hw__json_is_read(const hw__json_reader *w)
{
    return hw__json_goes_on(w) && (!w->r->is_second || w->r->mode == HW__MODE_FOREIGN);
}

/* The name as JSON text, for one that cannot stand in XML as it is. */
static const char *quoted(hw__json_reader *w, const char *name, size_t *size)
{
    hw__buffer out;
    hw__buffer_init(&out, SIZE_MAX);
    hw__put_json(&out, name, strlen(name));
    *size = out.size;
    const char *text = name;
    if (out.status == HW_OK) {
        text = escape(w, out.data, size);
    } else {
        hw__reader_stop(w->r, out.status);
    }
    hw__buffer_free(&out);
    return text;
}

void hw__json_language(hw__json_reader *w, const char *tag, hw__json_value value)
{
    size_t size = strlen(tag);
    const char *text = tag;
    if (w->r->is_second && hw__text_check(tag, size, size) != HW__TEXT_GOOD) {
        text = quoted(w, tag, &size);
    }
    if (hw__json_goes_on(w)) {
        add(w, w->r->names[HW__NAME_LANG], "xml", w->r->xml_uri, text, size, hw__json_begin(w, value));
    }
}

/* `is_plain`: as an element of that name. */
static void give_raw(hw__json_reader *w, const char *name, bool is_plain, hw__json_value value)
{
    size_t size;
    const char *element = is_plain || !w->r->is_second ? name : "member";
    hw__json_tag(w);
    const char *text = raw_text(w, value, &size);
    hw__json_element(w, is_plain ? intern(w, name) : element, hw__json_begin(w, value));
    if (w->r->mode == HW__MODE_FOREIGN && hw__json_goes_on(w)) {
        if (!is_plain) {
            size_t length;
            const char *key = quoted(w, name, &length);
            hw__reader_text(w->r, key, length);
            hw__reader_text(w->r, ": ", 2);
        }
        hw__reader_text(w->r, text, size);
    }
    hw__json_end(w, element, hw__json_begin(w, value));
}

void hw__json_text(hw__json_reader *w, hw__json_value value)
{
    size_t size;
    const char *text = string_text(w, value, &size);
    if (!text) {
        give_raw(w, HW__JSON_TEXT, false, value);
    } else if (hw__json_goes_on(w) && size > 0) {
        hw__reader_text(w->r, text, size);
    }
}

void hw__json_raw(hw__json_reader *w, const char *name, hw__json_value value)
{
    give_raw(w, name, is_plain_name(name), value);
}

void hw__json_wrong(hw__json_reader *w, hw_problem_code code, const char *name, hw__json_value value)
{
    if (w->r->is_second) {
        give_raw(w, name, false, value);
    } else if (hw__json_goes_on(w)) {
        hw__reader_report(w->r, code, HW_SEVERITY_ERROR, HW__AT_BYTE, hw__json_begin(w, value), name,
                          "'%s' is not of the form that it has in JSON", name);
    }
}

void hw__json_strange_members(hw__json_reader *w, size_t first)
{
    for (size_t i = first; i < w->members.count && hw__json_goes_on(w); i++) {
        if (!w->members.items[i].is_done) {
            hw__json_raw(w, w->members.items[i].name, w->members.items[i].value);
        }
    }
}
