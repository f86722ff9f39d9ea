/* SPDX-License-Identifier: MIT */
/* Which minor version of the format does a plan need? The least that has everything that the plan holds, so that
 * older programs can read what they know. The tables of shapes and words say since when there is what. */
#include "model/plan_store.h"

static bool newer_part(const hw__shape *shape, const void *base);

static bool newer_attribute(const hw__attribute *attribute, const void *base)
{
    if (attribute->since > 1) {
        return !hw__attribute_is_none(attribute, base);
    }
    if (attribute->type != HW__TYPE_WORD || !attribute->words->newer) {
        return false;
    }
    uint8_t word = ((const uint8_t *)base)[attribute->offset];
    return word >= attribute->words->newer && word < attribute->words->count;
}

static bool newer_child(const hw__child *child, const void *base)
{
    const void *field = (const char *)base + child->offset;
    const hw__list *list = field;
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_ONE:
        return *(const bool *)field && (child->since > 1 || newer_part(child->shape, field));
    case HW__CHILD_LIST:
        if (child->since > 1) {
            return list->count > 0;
        }
        for (uint32_t i = 0; i < list->count; i++) {
            if (newer_part(child->shape, (const char *)list->items + (size_t)i * child->shape->size)) {
                return true;
            }
        }
        return false;
    default:
        return child->since > 1 && ((const hw__texts *)field)->list.count > 0;
    }
}

static bool newer_part(const hw__shape *shape, const void *base)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        if (newer_attribute(&shape->attributes[i], base)) {
            return true;
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        if (newer_child(&shape->children[i], base)) {
            return true;
        }
    }
    return false;
}

static bool newer_records(const hw_plan *plan, int section)
{
    const hw__things *things = &plan->sections[section];
    if (hw__shapes[section]->since > 1) {
        return things->count > 0;
    }
    for (size_t t = 0; t < things->count; t++) {
        const hw__thing *thing = &things->items[t];
        for (size_t r = 0; r < thing->revisions.count; r++) {
            if (newer_part(hw__shapes[section], thing->revisions.items[r])) {
                return true;
            }
        }
    }
    return false;
}

static bool newer_entries(const hw__log_store *log)
{
    int extents = hw__words_extent.newer, kinds = hw__words_value_kind.newer;
    for (size_t i = 0; extents && i < log->entries.count; i++) {
        if (log->entries.items[i].extent >= extents) {
            return true;
        }
    }
    for (size_t i = 0; kinds && i < log->values.count; i++) {
        if (log->values.items[i].kind >= kinds) {
            return true;
        }
    }
    return false;
}

/* Whether other programs' content is kept in a section that the first version does not have. */
static bool newer_foreign(const hw_plan *plan)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__shapes[s]->since > 1 && plan->section_foreign[s]) {
            return true;
        }
    }
    return false;
}

/* Whether something is kept aside from a newer document: once put right, it may need what that version has. */
static bool newer_aside(const hw_plan *plan, int first, int last)
{
    for (size_t i = 0; plan->aside_minor > 1 && i < plan->aside.count; i++) {
        int section = plan->aside.items[i].section;
        if (section >= first && section <= last) {
            return true;
        }
    }
    return false;
}

int hw__plan_minor(const hw_plan *plan)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (newer_records(plan, s)) {
            return 2;
        }
    }
    bool newer = newer_entries(plan->log) || newer_foreign(plan) || newer_aside(plan, 0, HW__SECTION_COUNT);
    return newer ? 2 : 1;
}

int hw__plan_log_minor(const hw_plan *plan)
{
    bool newer = newer_entries(plan->log) || newer_aside(plan, HW__SECTION_COUNT, HW__SECTION_COUNT);
    return newer ? 2 : 1;
}
