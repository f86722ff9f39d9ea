/* SPDX-License-Identifier: MIT */
/* What the parts of the walk over a JSON plan share. The walk gives the plan reader the events that the same
 * plan gives as XML: scalar members as attributes, the others as elements, in the order of the shapes'
 * tables. */
#ifndef HW_FORMAT_PLAN_JSON_READER_H
#define HW_FORMAT_PLAN_JSON_READER_H

#include "base/arena.h"
#include "format/json_tree.h"
#include "format/plan_json.h"
#include "format/plan_xml_reader.h"
#include "model/text_table.h"

typedef struct hw__json_member {
    const char *name;
    hw__json_value value;
    bool is_done; /* is an attribute already, or was told of */
} hw__json_member;

typedef struct hw__json_reader {
    hw__plan_reader *r;
    hw__json_tree tree;
    uint32_t here; /* the place of the event */

    /* The tag that is being made. */
    HW__VEC(const unsigned char *) cells; /* as hw__xml_tag has them */
    HW__VEC(uint32_t) places;             /* of the attributes */
    hw__arena lists;                      /* their values that are put together */

    /* The members of the objects that are being read, those of the outermost first. */
    HW__VEC(hw__json_member) members;

    /* Names that are not ours, interned. */
    HW__VEC(char) pool;
    HW__VEC(uint32_t) offsets;     /* in the pool */
    HW__VEC(const char *) strange; /* copies */
    hw__arena copies;
    hw__text_table table;
} hw__json_reader;

static inline bool hw__json_goes_on(const hw__json_reader *w)
{
    return w->r->status == HW_OK;
}
static inline uint32_t hw__json_begin(const hw__json_reader *w, hw__json_value value)
{
    return hw__json_place_of(&w->tree, value)->begin;
}

/* plan_json_tag.c: tags, and what they are made of. A value of the wrong kind becomes an empty one, which no
 * attribute may have; in the second pass of a salvage reading it is not done, and kept as it stands. */
void hw__json_tag(hw__json_reader *w); /* begins one without attributes */
void hw__json_attribute(hw__json_reader *w, const char *name, hw__json_form form, hw__json_member *member);
void hw__json_language(hw__json_reader *w, const char *tag, hw__json_value value); /* xml:lang */
/* An attribute that is not known, if it can be one. */
bool hw__json_strange_attribute(hw__json_reader *w, hw__json_member *member);
/* Gives the reader the tag as the start of an element of ours, at a place in the document. */
void hw__json_element(hw__json_reader *w, const char *name, uint32_t place);
void hw__json_end(hw__json_reader *w, const char *name, uint32_t place);
void hw__json_text(hw__json_reader *w, hw__json_value value); /* of an element: what a string says */
/* An element of that name, or `member`, that holds the JSON text of a member. */
void hw__json_raw(hw__json_reader *w, const char *name, hw__json_value value);
/* A member of ours that is not of its form. */
void hw__json_wrong(hw__json_reader *w, hw_problem_code code, const char *name, hw__json_value value);

void hw__json_note_name(void *reader, const char *name); /* of content of another namespace */

/* The members of an object, at the end of w->members; the index of the first. */
size_t hw__json_open(hw__json_reader *w, hw__json_value value);
void hw__json_close(hw__json_reader *w, size_t first);
/* One of them; NULL if it has no such. */
hw__json_member *hw__json_find(hw__json_reader *w, size_t first, const char *name);
/* Whether the element whose tag was given is read: in the second pass most are not. */
bool hw__json_is_read(const hw__json_reader *w);
/* Those that nothing has asked for, as elements. */
void hw__json_strange_members(hw__json_reader *w, size_t first);

/* plan_json_foreign.c: content of other namespaces, in the object that is open. */
void hw__json_mark_foreign(hw__json_reader *w, size_t first); /* as members that are known */
void hw__json_foreign_attributes(hw__json_reader *w, size_t first, bool in_log);
void hw__json_foreign_elements(hw__json_reader *w, size_t first, bool in_log);
void hw__json_section_elements(hw__json_reader *w, hw__json_value value, int section);
void hw__json_root_foreign(hw__json_reader *w, size_t first);
void hw__json_take_aside(hw__json_reader *w, hw__json_value value);

/* plan_json_record.c, plan_json_entry.c: an object of a section. */
void hw__json_record(hw__json_reader *w, hw__json_value value, const hw__shape *shape);
void hw__json_entry(hw__json_reader *w, hw__json_value value);

/* plan_json_root.c: the whole document. */
int hw__json_section(const char *name); /* -1 = none */
void hw__json_root(hw__json_reader *w);

#endif
