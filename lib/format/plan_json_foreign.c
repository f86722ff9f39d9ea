/* SPDX-License-Identifier: MIT */
/* Content of other namespaces, and what was kept aside: XML text in JSON, which is read as XML and made
 * canonical before it is kept, so that it can be written into either kind of document. */
#include <string.h>

#include "base/alloc.h"
#include "format/plan_json_reader.h"

/* How deep an element stands in XML that holds content of the root, a section, a record. */
enum {
    DEPTH_OF_ROOT,
    DEPTH_OF_SECTION,
    DEPTH_OF_RECORD
};

void hw__json_mark_foreign(hw__json_reader *w, size_t first)
{
    static const char *const names[] = {HW__JSON_FOREIGN, HW__JSON_FOREIGN_ATTRIBUTES};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        hw__json_member *member = hw__json_find(w, first, names[i]);
        if (member) {
            member->is_done = true;
        }
    }
}

/* The text as canonical XML, in `out`; false, and told of, when it is none. */
static bool read_piece(hw__json_reader *w, const char *name, hw__json_value value, hw__xml_piece piece,
                       hw__buffer *out)
{
    hw__buffer_init(out, SIZE_MAX);
    if (hw__json_kind_of(value) != HW__JSON_STRING) {
        hw__json_wrong(w, HW_PROBLEM_NAMESPACE, name, value);
        return false;
    }
    piece.text = hw__json_string(value, &piece.size);
    piece.note_name = hw__json_note_name;
    piece.user = w;
    hw_status status = hw__reader_piece(w->r, &piece, out);
    if (status == HW_OK) {
        return true;
    }
    hw__buffer_free(out);
    if (status == HW_ERR_INVALID || status == HW_ERR_LIMIT) {
        hw__json_wrong(w, HW_PROBLEM_NAMESPACE, name, value);
        return false;
    }
    if (status == HW_ERR_UNSUPPORTED) {
        hw__reader_report(w->r, HW_PROBLEM_NAMESPACE, HW_SEVERITY_ERROR, HW__AT_BYTE,
                          hw__json_begin(w, value), name,
                          "this build of the library cannot read the XML in '%s'", name);
        w->r->is_fatal = true;
    }
    hw__reader_stop(w->r, status);
    return false;
}

void hw__json_foreign_attributes(hw__json_reader *w, size_t first, bool in_log)
{
    const hw__json_member *member = hw__json_find(w, first, HW__JSON_FOREIGN_ATTRIBUTES);
    const hw__xml_piece piece = {.is_attributes = true,
                                 .in_log = in_log,
                                 .depth = DEPTH_OF_RECORD,
                                 .attributes = w->places.count};
    hw__buffer text;
    if (member && read_piece(w, HW__JSON_FOREIGN_ATTRIBUTES, member->value, piece, &text)) {
        hw__reader_keep_text(w->r, w->r->is_second ? w->r->kept : &w->r->item_attributes, text.data,
                             text.size);
        hw__buffer_free(&text);
    }
}

/* `kept` NULL: to what is being taken down. */
static void keep_elements(hw__json_reader *w, const char *name, hw__json_value value, hw__buffer *kept,
                          hw__xml_piece piece)
{
    hw__json_value item;
    hw__json_walk walk = hw__json_start(value);
    if (hw__json_kind_of(value) != HW__JSON_ARRAY) {
        hw__json_wrong(w, HW_PROBLEM_NAMESPACE, name, value);
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_item(&w->tree, &walk, &item)) {
        hw__buffer text;
        if (!read_piece(w, name, item, piece, &text)) {
            continue;
        }
        if (!kept) {
            hw__reader_kept_text(w->r, "", 0); /* ends the start tag */
        }
        hw__reader_keep_text(w->r, kept ? kept : w->r->kept, text.data, text.size);
        hw__buffer_free(&text);
    }
}

void hw__json_foreign_elements(hw__json_reader *w, size_t first, bool in_log)
{
    const hw__json_member *member = hw__json_find(w, first, HW__JSON_FOREIGN);
    if (member) {
        keep_elements(w, HW__JSON_FOREIGN, member->value, w->r->is_second ? NULL : &w->r->item_elements,
                      (hw__xml_piece){.in_log = in_log, .depth = DEPTH_OF_RECORD});
    }
}

void hw__json_section_elements(hw__json_reader *w, hw__json_value value, int section)
{
    keep_elements(w, HW__JSON_SECTION_FOREIGN, value, &w->r->section_elements,
                  (hw__xml_piece){.in_log = section == HW__SECTION_COUNT, .depth = DEPTH_OF_SECTION});
}

void hw__json_root_foreign(hw__json_reader *w, size_t first)
{
    const hw__json_member *elements = hw__json_find(w, first, HW__JSON_FOREIGN),
                          *attributes = hw__json_find(w, first, HW__JSON_FOREIGN_ATTRIBUTES);
    const hw__xml_piece piece = {.is_attributes = true,
                                 .depth = DEPTH_OF_ROOT,
                                 .attributes = w->places.count};
    hw__buffer text;
    if (attributes && read_piece(w, HW__JSON_FOREIGN_ATTRIBUTES, attributes->value, piece, &text)) {
        hw__reader_keep_text(w->r, &w->r->item_attributes, text.data, text.size);
        w->r->plan->foreign.attributes = hw__reader_take(w->r, &w->r->item_attributes);
        hw__buffer_free(&text);
    }
    if (elements && hw__json_goes_on(w)) {
        keep_elements(w, HW__JSON_FOREIGN, elements->value, &w->r->root_elements,
                      (hw__xml_piece){.depth = DEPTH_OF_ROOT});
    }
}

/* ---- kept aside ---- */

static void take_piece(hw__json_reader *w, hw__json_value value, int section)
{
    const hw__xml_piece piece = {.is_ours = true,
                                 .in_log = section == HW__SECTION_COUNT,
                                 .depth = DEPTH_OF_SECTION};
    hw__aside aside = {.section = (uint8_t)section};
    hw__buffer text;
    if (!read_piece(w, HW__JSON_ASIDE, value, piece, &text)) {
        return;
    }
    aside.xml = hw__buffer_take(&text, NULL, NULL);
    if (!aside.xml || !hw__vec_push(&w->r->taken, aside)) {
        hw__free(aside.xml);
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return;
    }
    hw__reader_report(w->r, HW_PROBLEM_KEPT_ASIDE, HW_SEVERITY_WARNING, HW__AT_BYTE, hw__json_begin(w, value),
                      HW__JSON_ASIDE, "it is kept aside and does not count");
}

static void take_section(hw__json_reader *w, const char *name, hw__json_value value)
{
    int section = hw__json_section(name);
    hw__json_value item;
    hw__json_walk walk = hw__json_start(value);
    if (section < 0 || hw__json_kind_of(value) != HW__JSON_ARRAY) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, HW__JSON_ASIDE, value);
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_item(&w->tree, &walk, &item)) {
        take_piece(w, item, section);
    }
}

/* What an earlier salvage reading has kept aside is kept so by the next; a strict one refuses it. */
void hw__json_take_aside(hw__json_reader *w, hw__json_value value)
{
    const char *name;
    hw__json_value pieces;
    hw__json_walk walk = hw__json_start(value);
    if (hw__json_kind_of(value) != HW__JSON_OBJECT) {
        hw__json_wrong(w, HW_PROBLEM_UNEXPECTED_TEXT, HW__JSON_ASIDE, value);
        return;
    }
    if (!w->r->options->salvage) {
        hw__reader_report(w->r, HW_PROBLEM_KEPT_ASIDE, HW_SEVERITY_ERROR, HW__AT_BYTE,
                          hw__json_begin(w, value), HW__JSON_ASIDE,
                          "something was kept aside because it is not valid");
        return;
    }
    while (hw__json_goes_on(w) && hw__json_next_member(&w->tree, &walk, &name, &pieces)) {
        take_section(w, name, pieces);
    }
}
