/* SPDX-License-Identifier: MIT */
/* Walks records, and the tables themselves, by their shapes. */
#include "support/shape_cover.h"

#include <stdlib.h>

#include "support/cmocka_all.h"

static int find(const shape_cover *cover, const void *row)
{
    for (int i = 0; i < cover->count; i++) {
        if (cover->rows[i] == row) {
            return i;
        }
    }
    return -1;
}

static void mark(shape_cover *cover, const void *row, uint64_t words)
{
    int at = find(cover, row);
    if (at < 0) {
        assert_true(cover->count < SHAPE_COVER_MOST);
        at = cover->count++;
        cover->rows[at] = row;
    }
    cover->words[at] |= words;
}

static void look_at_attribute(shape_cover *cover, const hw__attribute *attribute, const char *base)
{
    if (attribute->type == HW__TYPE_WORD) {
        uint8_t word = *(const uint8_t *)(base + attribute->offset);
        mark(cover, attribute, word < attribute->words->count ? UINT64_C(1) << word : 0);
    } else if (!hw__attribute_is_none(attribute, base)) {
        mark(cover, attribute, 0);
    }
}

static void look_at(shape_cover *cover, const hw__shape *shape, const char *base)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        look_at_attribute(cover, &shape->attributes[i], base);
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        const char *field = base + child->offset;
        const hw__list *list = (const hw__list *)(const void *)field; /* texts begin with theirs */
        bool is_one = child->kind == HW__CHILD_ONE;
        if (is_one ? !*(const bool *)(const void *)field : list->count == 0) {
            continue;
        }
        mark(cover, child, 0);
        for (uint32_t k = 0; child->shape && k < (is_one ? 1 : list->count); k++) {
            look_at(cover, child->shape,
                    is_one ? field : (const char *)list->items + (size_t)k * child->shape->size);
        }
    }
}

void shape_cover_plan(shape_cover *cover, const hw_plan *plan)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        const hw__things *things = &plan->sections[s];
        for (size_t t = 0; t < things->count; t++) {
            for (size_t r = 0; r < things->items[t].revisions.count; r++) {
                const hw_revision *record = things->items[t].revisions.items[r];
                for (int i = 0; i < hw__revision_attribute_count; i++) {
                    look_at_attribute(cover, &hw__revision_attributes[i], (const char *)record);
                }
                look_at(cover, record->shape, (const char *)record);
            }
        }
    }
}

static int miss(const shape_cover *cover, const char *in, const char *name, const char *word)
{
    if (cover->says)
        print_message("<%s> never had %s%s%s\n", in, name, word ? "=" : "", word ? word : "");
    return 1;
}

/* Words that never stand in a document: of a schedule, since there is none then. */
static bool is_never_written(const hw__attribute *attribute, int word)
{
    return attribute->words == &hw__words_schedule_kind && word == HW_SCHEDULE_ON_DEMAND;
}

static int missing_attribute(const shape_cover *cover, const char *in, const hw__attribute *attribute)
{
    int at = find(cover, attribute), missing = 0;
    if (at < 0) {
        return miss(cover, in, attribute->name, NULL);
    }
    for (int w = 0; attribute->type == HW__TYPE_WORD && w < attribute->words->count; w++) {
        if (!(cover->words[at] >> w & 1u) && !is_never_written(attribute, w)) {
            missing += miss(cover, in, attribute->name, hw__words_at(attribute->words, w));
        }
    }
    return missing;
}

static int missing_of(const shape_cover *cover, const hw__shape *shape)
{
    int missing = 0;
    for (int i = 0; i < shape->attribute_count; i++) {
        missing += missing_attribute(cover, shape->name, &shape->attributes[i]);
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        if (find(cover, child) < 0) {
            missing += miss(cover, shape->name, child->name, NULL);
        } else if (child->shape) {
            missing += missing_of(cover, child->shape);
        }
    }
    return missing;
}

int shape_cover_missing(const shape_cover *cover)
{
    int missing = 0;
    for (int i = 0; i < hw__revision_attribute_count; i++) {
        missing += missing_attribute(cover, "revision", &hw__revision_attributes[i]);
    }
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        missing += missing_of(cover, hw__shapes[s]);
    }
    return missing;
}
