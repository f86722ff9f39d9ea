/* SPDX-License-Identifier: MIT */
/* A record without words: what its shape calls a text is gone, or says no more than that it was there. */
#include <string.h>

#include "model/removal.h"

static void *slot(void *record, size_t offset)
{
    return (char *)record + offset;
}

static bool put_word(hw__arena *arena, char **text)
{
    *text = hw__arena_text(arena, HW_REDACTED, strlen(HW_REDACTED));
    return *text != NULL;
}

/* A text that is needed says so in the plan's own language; any other goes. */
static bool redact_texts(hw__arena *arena, hw__texts *texts, bool is_needed)
{
    bool was_there = texts->list.count > 0;
    texts->list.count = 0;
    return !is_needed || !was_there || hw__texts_set(arena, texts, NULL, HW_REDACTED);
}

/* A part that is nothing without its text keeps one in each language. */
static bool redact_own_text(hw__arena *arena, hw__texts *texts)
{
    hw__tongue *tongues = texts->list.items;
    for (uint32_t i = 0; i < texts->list.count; i++) {
        if (!put_word(arena, &tongues[i].text))
            return false;
    }
    return true;
}

static bool redact_part(hw__arena *arena, const hw__shape *shape, void *part);

static bool redact_child(hw__arena *arena, const hw__child *child, void *field)
{
    hw__list *list = field;
    switch ((hw__child_kind)child->kind) {
    case HW__CHILD_LIST:
        if (child->shape == &hw__shape_attachment)
            list->count = 0;
        for (uint32_t i = 0; i < list->count; i++) {
            if (!redact_part(arena, child->shape, slot(list->items, (size_t)i * child->shape->size)))
                return false;
        }
        return true;
    case HW__CHILD_ONE:
        return redact_part(arena, child->shape, field);
    default:
        return redact_texts(arena, field, (child->flags & (HW__REQUIRED | HW__LASTING)) != 0);
    }
}

static bool redact_part(hw__arena *arena, const hw__shape *shape, void *part)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        const hw__attribute *attribute = &shape->attributes[i];
        char **text = slot(part, attribute->offset);
        if (attribute->type != HW__TYPE_LINE || !*text)
            continue;
        *text = NULL;
        if ((attribute->flags & HW__REQUIRED) && !put_word(arena, text))
            return false;
    }
    for (int i = 0; i < shape->child_count; i++) {
        if (!redact_child(arena, &shape->children[i], slot(part, shape->children[i].offset)))
            return false;
    }
    return !shape->has_text || redact_own_text(arena, slot(part, shape->text_offset));
}

/* Binds the rule of an assignment's schedule. A broken one, of a document, is refused elsewhere. */
static bool compile(hw_revision *record)
{
    if (record->shape->section != HW__ASSIGNMENTS)
        return true;
    return hw__schedule_compile(&((hw_assignment *)record)->schedule, NULL) != HW_ERR_MEMORY;
}

hw_revision *hw__record_redacted(hw_revision *record)
{
    hw_revision *scratch = hw__record_clone(record), *redacted = NULL;
    if (scratch && redact_part(&scratch->arena, scratch->shape, scratch)) {
        scratch->reason = NULL;
        scratch->foreign = (hw__foreign){NULL, NULL};
        /* The memory of the first clone still has the words. */
        redacted = hw__record_equal(scratch, record) ? hw__record_ref(record) : hw__record_clone(scratch);
    }
    hw__record_unref(scratch);
    if (redacted && redacted != record && !compile(redacted)) {
        hw__record_unref(redacted);
        redacted = NULL;
    }
    return redacted;
}
