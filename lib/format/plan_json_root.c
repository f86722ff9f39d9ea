/* SPDX-License-Identifier: MIT */
/* The root of a JSON plan and its sections. Members may come in any order; the reader gets them in that of
 * the format, but for the second pass of a salvage reading, which goes by places. */
#include <string.h>

#include "format/plan_json_reader.h"

#define LOG HW__SECTION_COUNT

/* The members of the root that are attributes in XML. */
static const char *const facts[] = {"version", "uid", "must-understand"};

static const char *section_name(int section)
{
    return section < LOG ? hw__section_names[section] : "log";
}

int hw__json_section(const char *name)
{
    for (int s = 0; s <= LOG; s++) {
        if (strcmp(section_name(s), name) == 0) {
            return s;
        }
    }
    return -1;
}

/* ---- sections ---- */

static void give_items(hw__json_reader *w, int section, hw__json_value value)
{
    hw__json_value item;
    hw__json_walk walk = hw__json_start(value);
    while (hw__json_goes_on(w) && hw__json_next_item(&w->tree, &walk, &item)) {
        if (hw__json_kind_of(item) != HW__JSON_OBJECT) {
            hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, section_name(section), item);
        } else if (section == LOG) {
            hw__json_entry(w, item);
        } else {
            hw__json_record(w, item, hw__shapes[section]);
        }
    }
}

/* `foreign` is the member with the sections' content of other namespaces, or NULL. */
static void give_section_foreign(hw__json_reader *w, int section, const hw__json_member *foreign)
{
    const char *name;
    hw__json_value elements;
    hw__json_walk walk;
    if (!foreign || hw__json_kind_of(foreign->value) != HW__JSON_OBJECT) {
        return;
    }
    walk = hw__json_start(foreign->value);
    while (hw__json_goes_on(w) && hw__json_next_member(&w->tree, &walk, &name, &elements)) {
        if (hw__json_section(name) == section) {
            hw__json_section_elements(w, elements, section);
        }
    }
}

static void give_section(hw__json_reader *w, size_t first, int section)
{
    hw__json_member *member = hw__json_find(w, first, section_name(section));
    if (!member || !hw__json_goes_on(w)) {
        return;
    }
    const hw__json_value value = member->value;
    member->is_done = true;
    hw__json_tag(w);
    hw__json_element(w, section_name(section), hw__json_begin(w, value));
    if (w->r->mode == HW__MODE_SKIP) {
        /* a section that documents of this version do not have */
    } else if (hw__json_kind_of(value) == HW__JSON_ARRAY) {
        give_items(w, section, value);
    } else {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, section_name(section), value);
    }
    if (w->r->mode == HW__MODE_SECTION || w->r->mode == HW__MODE_LOG) {
        give_section_foreign(w, section, hw__json_find(w, first, HW__JSON_SECTION_FOREIGN));
    }
    hw__json_end(w, section_name(section), hw__json_begin(w, value));
}

/* ---- the root ---- */

/* The namespace that the root says it is of: the reader's own text for it if it is ours. */
static const char *namespace_of(hw__json_reader *w, size_t first)
{
    size_t size;
    hw__json_member *member = hw__json_find(w, first, HW__JSON_FORMAT);
    if (!member) {
        return NULL;
    }
    member->is_done = true;
    if (hw__json_kind_of(member->value) != HW__JSON_STRING) {
        return NULL;
    }
    const char *text = hw__json_string(member->value, &size);
    return strcmp(text, w->r->plan_uri) == 0 ? w->r->plan_uri : text;
}

static void add_attributes(hw__json_reader *w, size_t first)
{
    hw__json_member *language = hw__json_find(w, first, HW__JSON_LANGUAGE);
    size_t size;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        hw__json_member *member = hw__json_find(w, first, facts[i]);
        if (member) {
            hw__json_attribute(w, facts[i], HW__FORM_STRING, member);
            member->is_done = true;
        }
    }
    if (language) {
        bool is_text = hw__json_kind_of(language->value) == HW__JSON_STRING;
        hw__json_language(w, is_text ? hw__json_string(language->value, &size) : "", language->value);
        language->is_done = true;
    }
    for (size_t i = first; i < w->members.count && hw__json_goes_on(w); i++) {
        hw__json_member *member = &w->members.items[i];
        if (!member->is_done && hw__json_section(member->name) < 0) {
            hw__json_strange_attribute(w, member);
        }
    }
}

/* Members of the root that neither are attributes nor sections. */
static void mark_known(hw__json_reader *w, size_t first)
{
    static const char *const names[] = {HW__JSON_SECTION_FOREIGN, HW__JSON_ASIDE};
    hw__json_mark_foreign(w, first);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        hw__json_member *member = hw__json_find(w, first, names[i]);
        if (member) {
            member->is_done = true;
        }
    }
}

static void check_section_foreign(hw__json_reader *w, hw__json_value value)
{
    const char *name;
    hw__json_value elements;
    hw__json_walk walk = hw__json_start(value);
    if (hw__json_kind_of(value) != HW__JSON_OBJECT) {
        hw__json_wrong(w, HW_PROBLEM_NAMESPACE, HW__JSON_SECTION_FOREIGN, value);
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_member(&w->tree, &walk, &name, &elements)) {
        if (hw__json_section(name) < 0) {
            hw__json_wrong(w, HW_PROBLEM_NAMESPACE, HW__JSON_SECTION_FOREIGN, elements);
        }
    }
}

/* Everything in the order of the format. */
static void give_content(hw__json_reader *w, size_t first)
{
    hw__json_root_foreign(w, first);
    for (int s = 0; s <= LOG; s++) {
        give_section(w, first, s);
    }
    hw__json_strange_members(w, first);
    const hw__json_member *foreign = hw__json_find(w, first, HW__JSON_SECTION_FOREIGN),
                          *aside = hw__json_find(w, first, HW__JSON_ASIDE);
    if (foreign && hw__json_goes_on(w)) {
        check_section_foreign(w, foreign->value);
    }
    if (aside && hw__json_goes_on(w)) {
        hw__json_take_aside(w, aside->value);
    }
}

/* Everything in the order of the document. */
static void give_again(hw__json_reader *w, size_t first)
{
    for (size_t i = first; i < w->members.count && hw__json_goes_on(w); i++) {
        const hw__json_member member = w->members.items[i];
        int section = hw__json_section(member.name);
        if (section >= 0) {
            give_section(w, first, section);
        } else if (!member.is_done) {
            hw__json_raw(w, member.name, member.value);
        }
    }
}

void hw__json_root(hw__json_reader *w)
{
    const hw__json_value root = {w->tree.root, 0};
    uint32_t place = hw__json_begin(w, root);
    if (hw__json_kind_of(root) != HW__JSON_OBJECT) {
        hw__reader_report(w->r, HW_PROBLEM_ROOT, HW_SEVERITY_ERROR, HW__AT_BYTE, place, NULL,
                          "the document must be an object");
        hw__reader_stop(w->r, HW_ERR_INVALID);
        return;
    }
    size_t first = hw__json_open(w, root);
    const char *uri = namespace_of(w, first);
    mark_known(w, first);
    hw__json_tag(w);
    add_attributes(w, first);
    const hw__xml_tag tag = {"plan", NULL, uri, (int)w->places.count, w->cells.items};
    w->here = place;
    if (hw__json_goes_on(w)) {
        hw__reader_start(w->r, &tag);
    }
    if (w->r->is_second) {
        give_again(w, first);
    } else if (hw__json_goes_on(w)) {
        give_content(w, first);
    }
    hw__json_end(w, "plan", hw__json_place_of(&w->tree, root)->end - 1);
    hw__json_close(w, first);
}
