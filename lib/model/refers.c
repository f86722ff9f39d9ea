/* SPDX-License-Identifier: MIT */
/* Does anything name a thing? The shapes say which fields hold the ids of others. */
#include <string.h>

#include "model/removal.h"

static const void *field_at(const void *base, size_t offset)
{
    return (const char *)base + offset;
}

static bool list_has(const hw__list *list, const char *id)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (strcmp(((char *const *)list->items)[i], id) == 0)
            return true;
    }
    return false;
}

/* `is_record`: of a record itself; in its parts, keys are names of fields and the like. */
static bool attribute_refers(const hw__attribute *attribute, const void *base, const char *id, bool is_record)
{
    const void *field = field_at(base, attribute->offset);
    const char *text;
    switch ((hw__type)attribute->type) {
    case HW__TYPE_KEY:
        if (!is_record)
            return false;
        /* fall through */
    case HW__TYPE_REF:
        text = *(char *const *)field;
        return text && strcmp(text, id) == 0;
    case HW__TYPE_KEYS:
        return is_record && list_has(field, id);
    case HW__TYPE_REFS:
        return list_has(field, id);
    default:
        return false;
    }
}

static bool part_refers(const hw__shape *shape, const void *base, const char *id, bool is_record)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        if (attribute_refers(&shape->attributes[i], base, id, is_record))
            return true;
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        const void *field = field_at(base, child->offset);
        const hw__list *list = field;
        if (child->kind == HW__CHILD_ONE && *(const bool *)field &&
            part_refers(child->shape, field, id, false))
            return true;
        for (uint32_t k = 0; child->kind == HW__CHILD_LIST && k < list->count; k++) {
            if (part_refers(child->shape, field_at(list->items, (size_t)k * child->shape->size), id, false))
                return true;
        }
    }
    return false;
}

bool hw__record_refers(const hw_revision *record, const char *id)
{
    return (record->by && strcmp(record->by, id) == 0) || part_refers(record->shape, record, id, true);
}

/* Whether a record of something else names the thing, or one of its revisions. */
static bool names_thing(const hw_revision *record, const hw__thing *thing)
{
    const char *id = thing->revisions.items[0]->id;
    if (strcmp(record->id, id) == 0 || record->shape->section == HW__ERASURES)
        return strcmp(record->id, id) != 0 && strcmp(record->by, id) == 0;
    if (hw__record_refers(record, id))
        return true;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        if (part_refers(record->shape, record, thing->revisions.items[r]->revision, true))
            return true;
    }
    return false;
}

static const char *referring_record(const hw_plan *plan, const hw__thing *thing)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *other = &plan->sections[s].items[t];
            for (size_t r = 0; r < other->revisions.count; r++) {
                if (names_thing(other->revisions.items[r], thing))
                    return other->revisions.items[r]->id;
            }
        }
    }
    return NULL;
}

static bool entry_names(const hw__log_store *log, const hw__entry_row *row, uint32_t symbol, int section)
{
    if (section == HW__ASSIGNMENTS)
        return row->assignment == symbol;
    if (section == HW__PEOPLE)
        return row->by == symbol;
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &log->values.items[row->first + i];
        if (value->kind == HW_VALUE_MEASURE && value->name == symbol)
            return true;
    }
    return false;
}

/* Only assignments, people and measures are named by entries. */
static const char *referring_entry(const hw__log_store *log, const hw_revision *record)
{
    int section = record->shape->section;
    uint32_t symbol = hw__log_find_symbol(log, record->id, strlen(record->id));
    if (!symbol || (section != HW__ASSIGNMENTS && section != HW__PEOPLE && section != HW__MEASURES))
        return NULL;
    for (size_t i = 0; i < log->entries.count; i++) {
        if (entry_names(log, &log->entries.items[i], symbol, section))
            return hw__log_pool(log, log->entries.items[i].id);
    }
    return NULL;
}

const char *hw__plan_referrer(const hw_plan *plan, const hw__thing *thing)
{
    const char *id = referring_record(plan, thing);
    return id ? id : referring_entry(plan->log, thing->revisions.items[0]);
}
