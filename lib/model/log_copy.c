/* SPDX-License-Identifier: MIT */
/* Entries across logs, where the same text has another number and another place: comparing and copying,
 * for merging. */
#include <string.h>

#include "model/log_store.h"
#include "model/removal.h"

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_symbol(const hw__log_store *a, uint32_t i, const hw__log_store *b, uint32_t j)
{
    return same_text(hw__log_symbol_text(a, i), hw__log_symbol_text(b, j));
}

static bool is_number(const hw__value_row *value)
{
    return value->kind == HW_VALUE_MEASURE || value->kind == HW_VALUE_NUMBER;
}

/* What a row is about. Whether it is confidential is the form's to say. */
static int code_of(const hw__value_row *value)
{
    return value->kind == HW_VALUE_BARRIER || value->kind == HW_VALUE_NOTE ? value->code : 0;
}

static bool same_value(const hw__log_store *a, const hw__value_row *v, const hw__log_store *b,
                       const hw__value_row *w)
{
    if (v->kind != w->kind || v->group != w->group || code_of(v) != code_of(w) || v->phase != w->phase ||
        !same_symbol(a, v->name, b, w->name)) {
        return false;
    }
    if (is_number(v)) {
        return v->as.mantissa == w->as.mantissa && v->scale == w->scale;
    }
    return v->as.text.size == w->as.text.size &&
           (v->as.text.size == 0 || memcmp(hw__log_pool(a, v->as.text.offset),
                                           hw__log_pool(b, w->as.text.offset), v->as.text.size) == 0);
}

static bool same_facts(const hw__entry_row *a, const hw__entry_row *b)
{
    return a->recorded == b->recorded && a->at == b->at && a->due_day == b->due_day &&
           a->due_seconds == b->due_seconds && a->recorded_offset == b->recorded_offset &&
           a->at_offset == b->at_offset && a->values == b->values && a->at_precision == b->at_precision &&
           a->extent == b->extent && a->percent == b->percent && a->source == b->source &&
           a->visibility == b->visibility && a->link == b->link;
}

static bool same_foreign(const hw__foreign *a, const hw__foreign *b)
{
    return a && b ? same_text(a->attributes, b->attributes) && same_text(a->elements, b->elements) : a == b;
}

bool hw__entry_equal(const hw__log_store *a, uint32_t i, const hw__log_store *b, uint32_t j)
{
    const hw__entry_row *x = &a->entries.items[i], *y = &b->entries.items[j];
    if (!same_facts(x, y) || !same_text(hw__log_pool(a, x->id), hw__log_pool(b, y->id)) ||
        !same_symbol(a, x->assignment, b, y->assignment) || !same_symbol(a, x->by, b, y->by) ||
        !same_text(hw__log_pool(a, x->target), hw__log_pool(b, y->target))) {
        return false;
    }
    for (uint32_t k = 0; k < x->values; k++) {
        if (!same_value(a, &a->values.items[x->first + k], b, &b->values.items[y->first + k])) {
            return false;
        }
    }
    return same_foreign(hw__log_foreign(a, i), hw__log_foreign(b, j));
}

static bool copy_text(hw__log_store *to, const char *text, uint32_t *offset)
{
    *offset = hw__log_text(to, text, strlen(text));
    return *offset != UINT32_MAX;
}

static bool copy_symbol(hw__log_store *to, const hw__log_store *from, uint32_t *symbol)
{
    const char *text = hw__log_symbol_text(from, *symbol);
    if (text) {
        *symbol = hw__log_symbol(to, text, strlen(text));
    }
    return !text || *symbol != 0;
}

/* The same value without words. Whether anything is left of it. */
static bool redact_value(hw__value_row *value)
{
    if (value->kind == HW_VALUE_BARRIER) {
        value->as.text.size = 0;
    }
    return is_number(value) || value->kind == HW_VALUE_TEXT || value->kind == HW_VALUE_BARRIER;
}

static bool copy_value(hw__log_store *to, const hw__log_store *from, hw__value_row value, bool redacted)
{
    const char *name = hw__log_symbol_text(from, value.name);
    if (name) {
        value.name = hw__log_name(to, name, strlen(name));
        if (value.name == 0) {
            return false;
        }
    }
    if (!is_number(&value)) {
        bool is_answer = redacted && value.kind == HW_VALUE_TEXT;
        const char *text = is_answer ? HW_REDACTED : hw__log_pool(from, value.as.text.offset);
        if (is_answer) {
            value.as.text.size = (uint32_t)strlen(HW_REDACTED);
        }
        value.as.text.offset = hw__log_text(to, text, value.as.text.size);
        if (value.as.text.offset == UINT32_MAX) {
            return false;
        }
    }
    return hw__vec_push(&to->values, value);
}

static bool copy_entry(hw__log_store *to, const hw__log_store *from, uint32_t index, bool redacted)
{
    hw__entry_row row = from->entries.items[index];
    uint16_t count = row.values;
    for (uint32_t k = 0; k < count; k++) {
        hw__value_row value = from->values.items[row.first + k];
        if (redacted && !redact_value(&value)) {
            row.values--;
        } else if (!copy_value(to, from, value, redacted)) {
            return false;
        }
    }
    if (!copy_symbol(to, from, &row.assignment) || !copy_symbol(to, from, &row.by) ||
        !copy_text(to, hw__log_pool(from, row.id), &row.id) ||
        !copy_text(to, hw__log_pool(from, row.target), &row.target) || !hw__log_push(to, &row)) {
        return false;
    }
    const hw__foreign *foreign = redacted ? NULL : hw__log_foreign(from, index);
    return !foreign || hw__log_add_foreign(to, (uint32_t)(to->entries.count - 1), foreign);
}

static bool copy_or_undo(hw__log_store *to, const hw__log_store *from, uint32_t index, bool redacted)
{
    hw__log_point point = hw__log_mark(to);
    if (copy_entry(to, from, index, redacted)) {
        return true;
    }
    hw__log_undo(to, point);
    return false;
}

bool hw__log_copy_entry(hw__log_store *to, const hw__log_store *from, uint32_t index)
{
    return copy_or_undo(to, from, index, false);
}

bool hw__log_copy_redacted(hw__log_store *to, const hw__log_store *from, uint32_t index)
{
    return copy_or_undo(to, from, index, true);
}
