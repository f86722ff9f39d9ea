/* SPDX-License-Identifier: MIT */
/* Records, by the tables of their shapes: a revision's own facts, attributes, human texts, parts. */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "format/plan_xml_reader.h"

#define GOOD HW_PROBLEM_CODE_COUNT

static hw__reader_frame *top(hw__plan_reader *r)
{
    return &r->frames[r->frame_count - 1];
}

static bool is_named(const hw__plan_reader *r, const hw__attribute *attribute, const char *name)
{
    return attribute->name[0] == name[0] && strcmp(attribute->name, name) == 0 &&
           attribute->since <= r->minor;
}

/* Attributes mostly come in the order of the table: the search begins where the last one ended. */
static int find_attribute(const hw__plan_reader *r, const hw__attribute *attributes, int count,
                          const char *name, int first)
{
    for (int i = first; i < count; i++) {
        if (is_named(r, &attributes[i], name)) {
            return i;
        }
    }
    for (int i = 0; i < first; i++) {
        if (is_named(r, &attributes[i], name)) {
            return i;
        }
    }
    return -1;
}

/* A table of attributes, and how far it has been read. */
typedef struct table {
    const hw__attribute *attributes;
    int count, next;
    uint64_t seen; /* bit i: attribute i is there */
    int which;     /* HW__TABLE_... */
} table;

/* Reads an attribute into its field when the table has it. */
static bool read_attribute(hw__plan_reader *r, table *t, char *base, const hw__xml_attribute *attribute)
{
    const hw__attribute *attributes = t->attributes;
    int i = find_attribute(r, attributes, t->count, attribute->local, t->next);
    if (i < 0) {
        return false;
    }
    t->seen |= UINT64_C(1) << i;
    t->next = i + 1;
    hw_problem_code code =
        hw__reader_field(r, &r->record->arena, &attributes[i], base, attribute->value, attribute->size);
    if (code != GOOD) {
        hw__reader_bad_value(r, code, attributes[i].name, attribute->value);
    }
    return true;
}

/* The attributes of a table that must be there; found anew when another one than the last is read. */
static uint64_t required_of(hw__plan_reader *r, const table *t)
{
    if (r->required[t->which].attributes != t->attributes) {
        uint64_t mask = 0;
        for (int i = 0; i < t->count; i++) {
            mask |= (uint64_t)((t->attributes[i].flags & HW__REQUIRED) != 0) << i;
        }
        r->required[t->which].attributes = t->attributes;
        r->required[t->which].mask = mask;
    }
    return r->required[t->which].mask;
}

static void check_required(hw__plan_reader *r, const table *t)
{
    if ((required_of(r, t) & ~t->seen) == 0) {
        return;
    }
    for (int i = 0; i < t->count && r->status == HW_OK; i++) {
        if ((t->attributes[i].flags & HW__REQUIRED) && !(t->seen & UINT64_C(1) << i)) {
            hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, hw__reader_here(r), t->attributes[i].name);
        }
    }
}

/* The part's own text, for those that have one; NULL otherwise. */
static hw__texts *own_text(const hw__reader_frame *frame)
{
    return frame->shape->has_text ? (hw__texts *)(void *)(frame->base + frame->shape->text_offset) : NULL;
}

static void begin_human(hw__plan_reader *r, hw__texts *texts, const char *name, size_t most, bool one_line)
{
    r->text.count = 0;
    r->is_long = false;
    r->human.texts = texts;
    r->human.name = name;
    r->human.most = most;
    r->human.one_line = one_line;
    r->place = hw__reader_here(r);
    r->mode = HW__MODE_TEXT;
}

static bool is_language(const hw__plan_reader *r, const hw__xml_attribute *attribute)
{
    return attribute->uri == r->xml_uri && attribute->local == r->names[HW__NAME_LANG];
}

/* ---- records ---- */

void hw__reader_start_record(hw__plan_reader *r, const hw__xml_tag *tag)
{
    const hw__shape *shape = hw__shapes[r->section];
    const int is_settings = r->section == HW__SETTINGS; /* which have no id attribute, the first one */
    table facts = {hw__revision_attributes + is_settings, hw__revision_attribute_count - is_settings, 0, 0,
                   HW__TABLE_FACTS};
    table own = {shape->attributes, shape->attribute_count, 0, 0, HW__TABLE_OWN};
    r->in_item = true;
    r->is_broken = false;
    r->record = hw__record_new(shape, NULL);
    if (!r->record) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    char *base = (char *)r->record;
    bool has_foreign = false;
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (attribute.uri && hw__reader_is_foreign(r, &attribute)) {
            has_foreign = true;
        } else if (attribute.uri || (!(own.next > 0 && read_attribute(r, &own, base, &attribute)) &&
                                     !read_attribute(r, &facts, base, &attribute) &&
                                     !(own.next == 0 && read_attribute(r, &own, base, &attribute)))) {
            hw__reader_refuse_attribute(r, &attribute, shape->name);
        }
    }
    check_required(r, &facts);
    check_required(r, &own);
    if (has_foreign) {
        hw__reader_keep_attributes(r, tag, &r->item_attributes);
    }
    if (is_settings) {
        r->record->id = hw__arena_text(&r->record->arena, "settings", strlen("settings"));
        if (!r->record->id) {
            hw__reader_stop(r, HW_ERR_MEMORY);
        }
    }
    r->frames[0] = (hw__reader_frame){shape, base, -1, hw__reader_here(r)};
    r->frame_count = 1;
    r->mode = HW__MODE_RECORD;
}

/* ---- what is in them ---- */

static int find_child(const hw__plan_reader *r, const hw__shape *shape, const char *name)
{
    for (int i = 0; i < shape->child_count; i++) {
        if (shape->children[i].name[0] == name[0] && strcmp(shape->children[i].name, name) == 0 &&
            shape->children[i].since <= r->minor) {
            return i;
        }
    }
    return -1;
}

static void read_text_attributes(hw__plan_reader *r, const hw__xml_tag *tag, const char *name)
{
    r->human.language[0] = '\0';
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (is_language(r, &attribute)) {
            hw__reader_language(r, &attribute, r->human.language);
        } else {
            hw__reader_refuse_attribute(r, &attribute, name);
        }
    }
}

static void read_part_attributes(hw__plan_reader *r, const hw__xml_tag *tag, hw__reader_frame *frame)
{
    table own = {frame->shape->attributes, frame->shape->attribute_count, 0, 0, HW__TABLE_PART};
    r->human.language[0] = '\0';
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (is_language(r, &attribute) && own_text(frame)) {
            hw__reader_language(r, &attribute, r->human.language);
        } else if (attribute.uri || !read_attribute(r, &own, frame->base, &attribute)) {
            hw__reader_refuse_attribute(r, &attribute, frame->shape->name);
        }
    }
    check_required(r, &own);
}

/* Where the struct of a part is to be: in its record, or a new item of a list. NULL when it may not be
 * there. */
static char *part_base(hw__plan_reader *r, const hw__child *child, char *field)
{
    char *base = field;
    if (child->kind == HW__CHILD_ONE) {
        if (*(const bool *)(const void *)field) {
            hw__reader_report(r, HW_PROBLEM_REPEATED_ELEMENT, HW_SEVERITY_ERROR, HW__AT_TAG,
                              hw__reader_here(r), child->name, "'%s' may stand only once", child->name);
            return NULL;
        }
        *(bool *)(void *)field = true;
        return base;
    }
    hw__list *list = (hw__list *)(void *)field;
    if (list->count >= child->most) {
        hw__reader_report(r, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, HW__AT_TAG, hw__reader_here(r), child->name,
                          "more than %u of '%s'", (unsigned)child->most, child->name);
        return NULL;
    }
    base = hw__list_add(&r->record->arena, list, child->shape->size);
    if (!base) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return NULL;
    }
    hw__shape_defaults(child->shape, base);
    return base;
}

static void skip_part(hw__plan_reader *r)
{
    r->outer = r->mode;
    r->mode = HW__MODE_SKIP;
    r->inner = 1;
}

static void start_struct(hw__plan_reader *r, const hw__xml_tag *tag, const hw__child *child, char *field)
{
    char *base = r->frame_count < HW__MAX_FRAMES ? part_base(r, child, field) : NULL;
    if (!base) {
        skip_part(r);
        return;
    }
    hw__reader_frame *frame = &r->frames[r->frame_count++];
    *frame = (hw__reader_frame){child->shape, base, -1, hw__reader_here(r)};
    read_part_attributes(r, tag, frame);
    hw__texts *text = own_text(frame);
    if (text) {
        begin_human(r, text, child->shape->name, HW__MAX_TEXT_BYTES, false);
    }
}

void hw__reader_start_part(hw__plan_reader *r, const hw__xml_tag *tag)
{
    hw__reader_frame *frame = top(r);
    if (tag->uri != r->plan_uri && r->frame_count == 1) {
        hw__reader_keep(r, tag, &r->item_elements, false);
        return;
    }
    int index = tag->uri == r->plan_uri ? find_child(r, frame->shape, tag->local) : -1;
    if (index < 0) {
        hw__reader_refuse_element(r, tag, frame->shape->name);
        return;
    }
    const hw__child *child = &frame->shape->children[index];
    if (index < frame->child) {
        hw__reader_report(r, HW_PROBLEM_ELEMENT_ORDER, HW_SEVERITY_ERROR, HW__AT_TAG, hw__reader_here(r),
                          child->name, "'%s' stands after what it must precede", child->name);
    }
    frame->child = index;
    char *field = frame->base + child->offset;
    if (child->kind == HW__CHILD_LIST || child->kind == HW__CHILD_ONE) {
        start_struct(r, tag, child, field);
        return;
    }
    read_text_attributes(r, tag, child->name);
    begin_human(r, (hw__texts *)(void *)field, child->name, child->most, child->kind == HW__CHILD_LINE);
}

/* ---- ends ---- */

static hw__text_fault check_human(const hw__plan_reader *r)
{
    const char *text = r->text.count > 0 ? r->text.items : "";
    return r->human.one_line ? hw__line_check(text, r->text.count, r->human.most)
                             : hw__text_check(text, r->text.count, r->human.most);
}

/* Whether the text that has come to its end may stand; reports why not. */
static bool judge_human(hw__plan_reader *r, const char *language)
{
    const char *name = r->human.name;
    if (r->is_long) {
        hw__reader_report(r, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "text-bytes",
                          "the text of '%s' has more than %zu bytes", name,
                          r->options->limits[HW_LIMIT_TEXT_BYTES]);
        return false;
    }
    hw__text_fault fault = check_human(r);
    if (fault != HW__TEXT_GOOD) {
        hw__reader_report(r, HW_PROBLEM_BAD_TEXT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, name,
                          "the text of '%s' %s", name, hw__text_fault_name(fault));
        return false;
    }
    if (hw__texts_find(r->human.texts, language)) {
        hw__reader_report(r, HW_PROBLEM_REPEATED_ELEMENT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, name,
                          "'%s' stands twice in one language", name);
        return false;
    }
    return true;
}

void hw__reader_end_human(hw__plan_reader *r)
{
    const char *language = r->human.language[0] ? r->human.language : NULL;
    r->mode = HW__MODE_RECORD;
    if (judge_human(r, language)) {
        const char end = '\0';
        if (!hw__vec_push(&r->text, end) ||
            !hw__texts_set(&r->record->arena, r->human.texts, language, r->text.items)) {
            hw__reader_stop(r, HW_ERR_MEMORY);
        }
    }
    if (own_text(top(r)) == r->human.texts) {
        r->frame_count--;
    }
}

static void check_children(hw__plan_reader *r, const hw__reader_frame *frame)
{
    for (int i = 0, count = frame->shape->child_count; i < count; i++) {
        const hw__child *child = &frame->shape->children[i];
        const hw__list *list = (const hw__list *)(const void *)(frame->base + child->offset);
        if ((child->flags & HW__REQUIRED) && child->kind != HW__CHILD_ONE && list->count == 0 &&
            !r->is_broken) {
            hw__reader_missing(r, HW_PROBLEM_MISSING_ELEMENT, frame->place, child->name);
        }
    }
}

static char *to_arena(hw__plan_reader *r, hw__buffer *kept)
{
    if (kept->size == 0) {
        return NULL;
    }
    char *text = hw__arena_text(&r->record->arena, kept->data, kept->size);
    kept->size = 0;
    if (!text) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    return text;
}

/* A strict reading keeps a broken record if it can be referred to, so that one mistake is reported once. It
 * needs the id of a revision for that: one that no document can have. */
void hw__reader_stand_in(hw__plan_reader *r, hw_revision *record, uint32_t place)
{
    char name[16];
    int size = snprintf(name, sizeof name, "?%u", (unsigned)place);
    record->revision = hw__arena_text(&record->arena, name, (size_t)size);
    if (!record->revision) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

static void finish_record(hw__plan_reader *r)
{
    hw_revision *record = r->record;
    record->foreign.attributes = to_arena(r, &r->item_attributes);
    record->foreign.elements = to_arena(r, &r->item_elements);
    record->frozen = true;
    hw__reader_item item = {record, r->frames[0].place, r->is_broken};
    if (r->is_broken && r->options->salvage) {
        hw__reader_put_aside(r, item.place, r->section, record->id);
    }
    if (r->is_broken && !record->revision && !r->options->salvage) {
        hw__reader_stand_in(r, record, r->frames[0].place);
    }
    if (record->id && r->status == HW_OK && !(r->is_broken && r->options->salvage)) {
        if (hw__vec_push(&r->items, item)) {
            r->record = NULL;
        } else {
            hw__reader_stop(r, HW_ERR_MEMORY);
        }
    }
    hw__record_unref(r->record);
    r->record = NULL;
    r->in_item = false;
    r->frame_count = 0;
    r->mode = HW__MODE_SECTION;
}

void hw__reader_end_part(hw__plan_reader *r)
{
    check_children(r, top(r));
    if (r->frame_count > 1) {
        r->frame_count--;
    } else {
        finish_record(r);
    }
}
