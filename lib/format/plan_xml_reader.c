/* SPDX-License-Identifier: MIT */
/* Where in the document is the reader, and who takes the next element? */
#include "format/plan_xml_reader.h"

#include <string.h>

#define LOG HW__SECTION_COUNT

static const char *section_name(int section)
{
    return section < LOG ? hw__section_names[section] : "log";
}

/* ---- what does not belong ---- */

static void skip(hw__plan_reader *r)
{
    r->outer = r->mode;
    r->mode = HW__MODE_SKIP;
    r->inner = 1;
}

void hw__reader_refuse_element(hw__plan_reader *r, const hw__xml_tag *tag, const char *in)
{
    bool is_new = hw__reader_is_new_name(r, tag->local);
    bool is_ours = tag->uri == r->plan_uri;
    if (r->is_newer && is_ours) {
        if (is_new) {
            hw__reader_report(r, HW_PROBLEM_UNKNOWN_ELEMENT, HW_SEVERITY_NOTICE, HW__AT_TAG,
                              hw__reader_here(r), hw__reader_shown(tag->local),
                              "an element in '%s' is not known here and was left out", in);
        }
    } else {
        hw__reader_report(r, HW_PROBLEM_UNKNOWN_ELEMENT, HW_SEVERITY_ERROR, HW__AT_TAG, hw__reader_here(r),
                          is_ours ? hw__reader_shown(tag->local) : in,
                          "an element in '%s' does not belong there", in);
    }
    skip(r);
}

void hw__reader_refuse_attribute(hw__plan_reader *r, const hw__xml_attribute *attribute, const char *in)
{
    bool is_new = hw__reader_is_new_name(r, attribute->local);
    uint32_t place = hw__reader_value_place(r, attribute->value);
    if (!r->is_newer || attribute->uri) {
        hw__reader_report(r, HW_PROBLEM_UNKNOWN_ATTRIBUTE, HW_SEVERITY_ERROR, HW__AT_BYTE, place,
                          attribute->uri ? in : hw__reader_shown(attribute->local),
                          "an attribute of '%s' does not belong there", in);
    } else if (is_new) {
        hw__reader_report(r, HW_PROBLEM_UNKNOWN_ATTRIBUTE, HW_SEVERITY_NOTICE, HW__AT_BYTE, place,
                          hw__reader_shown(attribute->local),
                          "an attribute of '%s' is not known here and was left out", in);
    }
}

/* An element that is kept aside by a salvage reading, since it is nothing that can be read: with its
 * section. */
static void refuse_item(hw__plan_reader *r, const hw__xml_tag *tag, int section, const char *in)
{
    r->in_item = true;
    r->is_broken = false;
    hw__reader_refuse_element(r, tag, in);
    if (r->is_broken) {
        hw__reader_put_aside(r, hw__reader_here(r), section, NULL);
    }
    r->in_item = false;
}

/* ---- sections ---- */

/* Sections are all there, once, in order. A salvage reading takes them as they are. */
static void check_order(hw__plan_reader *r, int section, uint32_t place)
{
    hw_severity severity = r->options->salvage ? HW_SEVERITY_WARNING : HW_SEVERITY_ERROR;
    const char *name = section_name(section);
    if (section <= r->section) {
        bool is_double = (r->sections_seen & 1u << section) != 0;
        hw__reader_report(r, is_double ? HW_PROBLEM_REPEATED_ELEMENT : HW_PROBLEM_ELEMENT_ORDER, severity,
                          HW__AT_TAG, place, name, "'%s' stands %s", name,
                          is_double ? "twice" : "after what it must precede");
    }
}

/* Whether documents of this version have a section. */
static bool has_section(const hw__plan_reader *r, int section)
{
    return section == LOG || hw__shapes[section]->since <= r->minor;
}

static void check_missing(hw__plan_reader *r)
{
    hw_severity severity = r->options->salvage ? HW_SEVERITY_WARNING : HW_SEVERITY_ERROR;
    for (int s = 0; s <= LOG; s++) {
        bool is_old = s == LOG || hw__shapes[s]->since <= 1;
        if (has_section(r, s) && (is_old || !r->is_unversioned) && !(r->sections_seen & 1u << s)) {
            hw__reader_report(r, HW_PROBLEM_MISSING_ELEMENT, severity, HW__AT_BYTE, hw__reader_here(r),
                              section_name(s), "'%s' is missing", section_name(s));
        }
    }
}

static int find_section(const hw__plan_reader *r, const char *name)
{
    for (int s = 0; s <= LOG; s++) {
        if (has_section(r, s) && strcmp(section_name(s), name) == 0) {
            return s;
        }
    }
    return -1;
}

static void start_section(hw__plan_reader *r, const hw__xml_tag *tag)
{
    if (tag->uri != r->plan_uri) {
        hw__reader_keep(r, tag, &r->root_elements, false);
        return;
    }
    int section = find_section(r, tag->local);
    if (section < 0) {
        refuse_item(r, tag, LOG, "plan");
        return;
    }
    check_order(r, section, hw__reader_here(r));
    r->sections_seen |= 1u << section;
    r->section = section;
    r->mode = section == LOG ? HW__MODE_LOG : HW__MODE_SECTION;
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        hw__reader_refuse_attribute(r, &attribute, section_name(section));
    }
    char **kept = &r->plan->section_foreign[section];
    if (*kept) { /* of the same section earlier on */
        hw__put_text(&r->section_elements, *kept);
        hw_string_free(*kept);
        *kept = NULL;
    }
}

static void end_section(hw__plan_reader *r)
{
    if (r->plan) {
        r->plan->section_foreign[r->section] = hw__reader_take(r, &r->section_elements);
        r->mode = HW__MODE_PLAN;
    } else {
        r->mode = HW__MODE_DOCUMENT; /* the end of a sidecar */
    }
}

static void start_in_section(hw__plan_reader *r, const hw__xml_tag *tag)
{
    if (tag->uri != r->plan_uri) {
        hw__reader_keep(r, tag, &r->section_elements, r->section == LOG);
    } else if (r->section == LOG && tag->local == r->names[HW__NAME_ENTRY]) {
        hw__reader_start_entry(r, tag);
    } else if (r->section < LOG && strcmp(tag->local, hw__shapes[r->section]->name) == 0) {
        hw__reader_start_record(r, tag);
    } else {
        refuse_item(r, tag, r->section, section_name(r->section));
    }
}

/* ---- events ---- */

void hw__reader_start(hw__plan_reader *r, const hw__xml_tag *tag)
{
    r->has_text = false;
    if ((size_t)++r->depth > r->options->limits[HW_LIMIT_DEPTH]) {
        hw__reader_limit(r, hw__reader_here(r), "depth", r->options->limits[HW_LIMIT_DEPTH]);
        return;
    }
    if (r->is_second && r->mode != HW__MODE_FOREIGN) {
        hw__reader_start_aside(r, tag);
        return;
    }
    switch (r->mode) {
    case HW__MODE_DOCUMENT:
        hw__reader_start_root(r, tag);
        break;
    case HW__MODE_PLAN:
        start_section(r, tag);
        break;
    case HW__MODE_SECTION:
    case HW__MODE_LOG:
        start_in_section(r, tag);
        break;
    case HW__MODE_RECORD:
        hw__reader_start_part(r, tag);
        break;
    case HW__MODE_ENTRY:
        hw__reader_start_row(r, tag);
        break;
    case HW__MODE_FOREIGN:
        hw__reader_kept_start(r, tag);
        break;
    case HW__MODE_PIECE:
        hw__reader_start_piece(r, tag);
        break;
    case HW__MODE_SKIP:
        r->inner++;
        break;
    case HW__MODE_TEXT:
    case HW__MODE_ROW:
        hw__reader_refuse_element(r, tag, r->mode == HW__MODE_TEXT ? r->human.name : r->names[r->value_name]);
        break;
    }
}

void hw__reader_end(hw__plan_reader *r)
{
    r->depth--;
    switch (r->mode) {
    case HW__MODE_FOREIGN:
    case HW__MODE_SKIP:
        if (--r->inner == 0) {
            r->mode = r->outer;
            if (r->is_second) {
                hw__reader_end_aside(r);
            }
        }
        break;
    case HW__MODE_ROW:
        hw__reader_end_row(r);
        break;
    case HW__MODE_ENTRY:
        hw__reader_end_entry(r);
        break;
    case HW__MODE_TEXT:
        hw__reader_end_human(r);
        break;
    case HW__MODE_RECORD:
        hw__reader_end_part(r);
        break;
    case HW__MODE_SECTION:
    case HW__MODE_LOG:
        end_section(r);
        break;
    case HW__MODE_PLAN:
        if (!r->base) {
            check_missing(r);
        }
        r->plan->foreign.elements = hw__reader_take(r, &r->root_elements);
        r->mode = HW__MODE_DOCUMENT;
        break;
    case HW__MODE_DOCUMENT: /* in the second pass */
    case HW__MODE_PIECE:
        break;
    }
}

static bool is_blank(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r') {
            return false;
        }
    }
    return true;
}

/* A text comes in pieces: at line breaks, references, and the ends of what the parser has in hand. */
static void add_text(hw__plan_reader *r, const char *text, size_t size)
{
    size_t limit = r->options->limits[HW_LIMIT_TEXT_BYTES];
    if (size > limit - r->text.count) {
        r->is_long = true;
        return;
    }
    if (size > r->text.room - r->text.count && !hw__vec_reserve(&r->text, size)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    memcpy(r->text.items + r->text.count, text, size);
    r->text.count += size;
}

void hw__reader_text(hw__plan_reader *r, const char *text, size_t size)
{
    switch (r->mode) {
    case HW__MODE_TEXT:
    case HW__MODE_ROW:
        add_text(r, text, size);
        break;
    case HW__MODE_FOREIGN:
        hw__reader_kept_text(r, text, size);
        break;
    case HW__MODE_SKIP:
    case HW__MODE_DOCUMENT:
        break;
    default:
        if (!is_blank(text, size) && !r->has_text) {
            r->has_text = true;
            hw__reader_report(r, HW_PROBLEM_UNEXPECTED_TEXT, HW_SEVERITY_ERROR, HW__AT_BYTE,
                              hw__reader_value_place(r, text), NULL, "text where only elements may stand");
        }
        break;
    }
}
