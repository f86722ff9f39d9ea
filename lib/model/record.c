/* SPDX-License-Identifier: MIT */
/* The life of a record: draft, edit copy, owners, end. */
#include "model/record.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"

#ifdef HW_COUNT_OBJECTS
_Static_assert((int)HW__OBJECT_erasure == (int)HW__ERASURES &&
                   (int)HW__OBJECT_field == (int)HW__SECTION_COUNT,
               "records are counted by section");
#endif

hw_revision *hw__record_new(const hw__shape *shape, hw_error *err)
{
    const size_t unit = sizeof(max_align_t), size = (shape->size + unit - 1) / unit * unit;
    hw_revision *record = hw__object_new(shape->section, size + HW__ARENA_ROOM);
    if (!record) {
        hw__no_memory(err);
        return NULL;
    }
    hw__arena_begin(&record->arena, (char *)record + size);
    atomic_init(&record->owners, 1);
    record->shape = shape;
    hw__shape_defaults(shape, record);
    hw__ok(err);
    return record;
}

hw_revision *hw__record_new_id(const hw__shape *shape, const char *id, hw_error *err)
{
    if (!id) {
        hw__null_argument(err, "id");
        return NULL;
    }
    size_t size = strlen(id);
    if (!hw__id_is_valid(id, size)) {
        hw__fail(err, HW_ERR_SYNTAX, id,
                 "an id is a letter or _, then letters, digits, - _ and full stops, 64 at most");
        return NULL;
    }
    hw_revision *record = hw__record_new(shape, err);
    if (!record) {
        return NULL;
    }
    record->id = hw__arena_text(&record->arena, id, size);
    if (!record->id) {
        hw__record_unref(record);
        hw__no_memory(err);
        return NULL;
    }
    return record;
}

hw_revision *hw__record_made(hw_revision *draft, hw_error *err)
{
    if (hw__record_fault(draft, err) == HW_OK) {
        return draft;
    }
    hw__record_unref(draft);
    return NULL;
}

static bool copy_text(hw_revision *record, char **to, const char *from)
{
    *to = from ? hw__arena_text(&record->arena, from, strlen(from)) : NULL;
    return *to || !from;
}

static bool copy_fault(hw_revision *record, const hw_error *fault)
{
    if (fault) {
        hw_error *copy = hw__arena_alloc(&record->arena, sizeof *copy);
        if (!copy) {
            return false;
        }
        *copy = *fault;
        record->fault = copy;
    }
    return true;
}

hw_revision *hw__record_edit(const hw_revision *record, hw_error *err)
{
    if (!record) {
        hw__null_argument(err, "record");
        return NULL;
    }
    hw_revision *copy = hw__record_new(record->shape, err);
    if (!copy) {
        return NULL;
    }
    const char *follows = record->revision ? record->revision : record->follows;
    if (!copy_text(copy, &copy->id, record->id) || !copy_text(copy, &copy->follows, follows) ||
        !copy_text(copy, &copy->foreign.attributes, record->foreign.attributes) ||
        !copy_text(copy, &copy->foreign.elements, record->foreign.elements) ||
        !copy_fault(copy, record->fault) || !hw__shape_copy(record->shape, &copy->arena, copy, record)) {
        hw__record_unref(copy);
        hw__no_memory(err);
        return NULL;
    }
    return copy;
}

hw_revision *hw__record_clone(const hw_revision *record)
{
    hw_revision *clone = hw__record_edit(record, NULL);
    if (!clone) {
        return NULL;
    }
    clone->effective = record->effective;
    clone->recorded = record->recorded;
    clone->turn = record->turn;
    clone->frozen = record->frozen;
    if (!copy_text(clone, &clone->revision, record->revision) ||
        !copy_text(clone, &clone->follows, record->follows) || !copy_text(clone, &clone->by, record->by) ||
        !copy_text(clone, &clone->reason, record->reason)) {
        hw__record_unref(clone);
        return NULL;
    }
    return clone;
}

hw_revision *hw__record_ref(const hw_revision *record)
{
    /* Owners are counted in the record itself, which is otherwise never written to once it is frozen. */
    hw_revision *shared = (hw_revision *)(uintptr_t)record;
    if (shared) {
        atomic_fetch_add_explicit(&shared->owners, 1, memory_order_relaxed);
    }
    return shared;
}

void hw__record_unref(hw_revision *record)
{
    if (record && atomic_fetch_sub_explicit(&record->owners, 1, memory_order_acq_rel) == 1) {
        hw__arena_free(&record->arena);
        hw__object_free(record->shape->section, record);
    }
}

static bool equal_texts(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

bool hw__record_equal(const hw_revision *a, const hw_revision *b)
{
    const hw__shape facts = {.attributes = hw__revision_attributes,
                             .attribute_count = (uint8_t)hw__revision_attribute_count};
    return a->shape == b->shape && hw__shape_equal(&facts, a, b) && hw__shape_equal(a->shape, a, b) &&
           equal_texts(a->foreign.attributes, b->foreign.attributes) &&
           equal_texts(a->foreign.elements, b->foreign.elements);
}

hw_status hw__record_fault(const hw_revision *record, hw_error *err)
{
    if (!record) {
        return hw__null_argument(err, "record");
    }
    if (!record->fault) {
        return hw__ok(err);
    }
    if (err) {
        *err = *record->fault;
    }
    return (hw_status)record->fault->status;
}
