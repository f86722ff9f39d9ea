/* SPDX-License-Identifier: MIT */
/* In which fields do two revisions differ? The tables of shapes say which there are, and documents how
 * their values are spelt. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "format/diff.h"
#include "format/plan_xml.h"

#define MOST_BYTES ((size_t)1 << 24) /* of a path or value: many times what any may have */

/* ---- the list ---- */

bool hw__comparison_open(hw__comparison *c, hw_error *err)
{
    *c = (hw__comparison){0};
    hw__buffer_init(&c->path, MOST_BYTES);
    hw__buffer_init(&c->before, MOST_BYTES);
    hw__buffer_init(&c->after, MOST_BYTES);
    c->diff = HW__NEW(diff);
    if (!c->diff) {
        hw__no_memory(err);
    }
    return c->diff != NULL;
}

hw_diff *hw__comparison_close(hw__comparison *c, hw_error *err)
{
    bool failed =
        c->failed || c->path.status != HW_OK || c->before.status != HW_OK || c->after.status != HW_OK;
    hw__buffer_free(&c->path);
    hw__buffer_free(&c->before);
    hw__buffer_free(&c->after);
    if (failed) {
        hw_diff_free(c->diff);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return c->diff;
}

static const char *keep(hw__comparison *c, const char *text, size_t size)
{
    const char *copy = text ? hw__arena_text(&c->diff->arena, text, size) : NULL;
    c->failed = c->failed || (text && !copy);
    return copy;
}

void hw__compare_about(hw__comparison *c, const char *section, const char *thing, const char *revision)
{
    c->about = (hw__difference){.section = section,
                                .thing = keep(c, thing, thing ? strlen(thing) : 0),
                                .revision = keep(c, revision, revision ? strlen(revision) : 0)};
}

static void push(hw__comparison *c, hw__difference item)
{
    c->failed = c->failed || !hw__vec_push(&c->diff->items, item);
}

void hw__compare_whole(hw__comparison *c, hw_diff_kind kind)
{
    hw__difference item = c->about;
    item.kind = (uint8_t)kind;
    push(c, item);
}

void hw__compare_field(hw__comparison *c, const char *field, const char *before, const char *after)
{
    hw__difference item = c->about;
    item.kind = HW_DIFF_FIELD;
    item.field = keep(c, field, strlen(field));
    item.before = keep(c, before, before ? strlen(before) : 0);
    item.after = keep(c, after, after ? strlen(after) : 0);
    push(c, item);
}

/* ---- one field ---- */

/* Where the path goes on; put back by hw__buffer's size. */
static size_t enter(hw__comparison *c, const char *name)
{
    size_t end = c->path.size;
    if (end > 0) {
        hw__put_char(&c->path, '/');
    }
    hw__put_text(&c->path, name);
    return end;
}

/* Adds an item for the field of the path. */
static void add(hw__comparison *c, const hw__buffer *before, const hw__buffer *after)
{
    hw__difference item = c->about;
    item.kind = HW_DIFF_FIELD;
    item.field = keep(c, c->path.data ? c->path.data : "", c->path.size);
    item.before = before ? keep(c, before->data ? before->data : "", before->size) : NULL;
    item.after = after ? keep(c, after->data ? after->data : "", after->size) : NULL;
    push(c, item);
}

static bool same(const hw__buffer *a, const hw__buffer *b)
{
    return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

/* Adds an item if the values in the two buffers differ; false = there is none. */
static void settle(hw__comparison *c, bool has_before, bool has_after)
{
    if (has_before != has_after || (has_before && !same(&c->before, &c->after))) {
        add(c, has_before ? &c->before : NULL, has_after ? &c->after : NULL);
    }
}

/* Writes an attribute as documents do; false if they would not. `base` may be NULL. */
static bool spell(hw__buffer *out, const hw__attribute *attribute, const void *base)
{
    out->size = 0;
    if (!base || (!(attribute->flags & HW__ALWAYS) && hw__attribute_is_none(attribute, base))) {
        return false;
    }
    const void *field = (const char *)base + attribute->offset;
    if (attribute->type == HW__TYPE_LINE) { /* as it is, not as XML has it */
        const char *text = *(char *const *)field;
        hw__put_text(out, text ? text : "");
    } else {
        hw__put_field(out, attribute, field);
    }
    return true;
}

static void compare_attribute(hw__comparison *c, const hw__attribute *attribute, const void *a, const void *b)
{
    if (c->no_texts && attribute->type == HW__TYPE_LINE) {
        return;
    }
    bool has_before = spell(&c->before, attribute, a), has_after = spell(&c->after, attribute, b);
    size_t end = enter(c, attribute->name);
    settle(c, has_before, has_after);
    c->path.size = end;
}

/* ---- human texts, by language ---- */

static void compare_tongue(hw__comparison *c, const char *language, const hw__tongue *a, const hw__tongue *b)
{
    size_t end = c->path.size;
    if (language) {
        hw__put_char(&c->path, '[');
        hw__put_text(&c->path, language);
        hw__put_char(&c->path, ']');
    }
    c->before.size = c->after.size = 0;
    if (a) {
        hw__put_text(&c->before, a->text);
    }
    if (b) {
        hw__put_text(&c->after, b->text);
    }
    settle(c, a != NULL, b != NULL);
    c->path.size = end;
}

/* Texts stand in the order of their languages. */
static void compare_texts(hw__comparison *c, const hw__texts *a, const hw__texts *b)
{
    const hw__tongue *left = a ? a->list.items : NULL, *right = b ? b->list.items : NULL;
    uint32_t left_count = a ? a->list.count : 0, right_count = b ? b->list.count : 0, i = 0, k = 0;
    while (!c->no_texts && (i < left_count || k < right_count)) {
        int order = i == left_count    ? 1
                    : k == right_count ? -1
                                       : hw__tags_compare(left[i].language, right[k].language);
        const char *language = order <= 0 ? left[i].language : right[k].language;
        compare_tongue(c, language, order <= 0 ? &left[i] : NULL, order >= 0 ? &right[k] : NULL);
        i += order <= 0;
        k += order >= 0;
    }
}

/* ---- parts ---- */

static void compare_part(hw__comparison *c, const hw__shape *shape, const void *a, const void *b);

static const void *item_of(const hw__list *list, uint32_t index, size_t size)
{
    return list && index < list->count ? (const char *)list->items + index * size : NULL;
}

static void compare_list(hw__comparison *c, const hw__shape *shape, const hw__list *a, const hw__list *b)
{
    uint32_t left = a ? a->count : 0, right = b ? b->count : 0;
    for (uint32_t i = 0; i < left || i < right; i++) {
        size_t end = c->path.size;
        hw__put_char(&c->path, '[');
        hw__put_int(&c->path, (int64_t)i + 1);
        hw__put_char(&c->path, ']');
        compare_part(c, shape, item_of(a, i, shape->size), item_of(b, i, shape->size));
        c->path.size = end;
    }
}

static const void *if_present(const void *part)
{
    return part && *(const bool *)part ? part : NULL;
}

static void compare_child(hw__comparison *c, const hw__child *child, const void *a, const void *b)
{
    const void *left = a ? (const char *)a + child->offset : NULL;
    const void *right = b ? (const char *)b + child->offset : NULL;
    if (c->no_texts && child->shape == &hw__shape_attachment) { /* goes with the words */
        return;
    }
    size_t end = enter(c, child->name);
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_LIST:
        compare_list(c, child->shape, left, right);
        break;
    case HW__CHILD_ONE:
        compare_part(c, child->shape, if_present(left), if_present(right));
        break;
    default:
        compare_texts(c, left, right);
        break;
    }
    c->path.size = end;
}

/* NULL = it is not there. That a part came or went is said by its fields, or by itself if it has none. */
static void compare_part(hw__comparison *c, const hw__shape *shape, const void *a, const void *b)
{
    size_t items = c->diff->items.count;
    if (!a && !b) {
        return;
    }
    for (int i = 0; i < shape->attribute_count; i++) {
        compare_attribute(c, &shape->attributes[i], a, b);
    }
    for (int i = 0; i < shape->child_count; i++) {
        compare_child(c, &shape->children[i], a, b);
    }
    if (shape->has_text) {
        compare_texts(c, a ? (const void *)((const char *)a + shape->text_offset) : NULL,
                      b ? (const void *)((const char *)b + shape->text_offset) : NULL);
    }
    if ((!a || !b) && c->path.size > 0 && c->diff->items.count == items) {
        c->before.size = c->after.size = 0;
        settle(c, a != NULL, b != NULL);
    }
}

void hw__compare_records(hw__comparison *c, const hw_revision *before, const hw_revision *after)
{
    c->path.size = 0;
    compare_part(c, before ? before->shape : after->shape, before, after);
}

static bool is_withheld(const hw_revision *record)
{
    return record && record->shape->section == HW__MESSAGES &&
           ((const hw_message *)record)->visibility != HW_VISIBILITY_SHARED;
}

hw_diff *hw_revision_diff(const hw_revision *before, const hw_revision *after, bool private_too,
                          hw_error *err)
{
    const hw_revision *newer = after ? after : before;
    if (!newer) {
        hw__null_argument(err, "after");
        return NULL;
    }
    if (before && before->shape != newer->shape) {
        hw__fail(err, HW_ERR_ARGUMENT, "before", "only revisions of one kind of thing can be compared");
        return NULL;
    }
    hw__comparison c;
    if (!hw__comparison_open(&c, err)) {
        return NULL;
    }
    c.no_texts = !private_too && (is_withheld(before) || is_withheld(after));
    hw__compare_about(&c, hw__section_names[newer->shape->section], newer->id, newer->revision);
    hw__compare_records(&c, before, after);
    return hw__comparison_close(&c, err);
}
