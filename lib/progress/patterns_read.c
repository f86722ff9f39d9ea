/* SPDX-License-Identifier: MIT */
/* In which cells is an entry, and what does it count for there? */
#include <stdlib.h>
#include <string.h>

#include "progress/patterns.h"
#include "progress/statistics.h"
#include "time/civil.h"

/* A value that is in a cell. */
typedef struct member {
    uint32_t value, key;
    uint8_t dimension;
} member;

/* A day on which behaviour was tracked, in a cell; in the dimension HW_PATTERN_COUNT each such day. */
typedef struct day {
    int32_t day;
    uint32_t key;
    uint8_t dimension;
} day;

/* What an entry is. */
typedef struct traits {
    bool is_practice, is_behavior, is_tracked, has_value;
    double value;
} traits;

typedef struct reader {
    hw_patterns *patterns;
    hw__walk *walk;
    const hw_pattern_options *options;
    hw__pattern_value value;
    uint32_t fields[HW_PATTERN_COUNT]; /* symbols; 0 = none, or nobody has used it */
    uint32_t count, minutes;           /* symbols of these fields */
    HW__VEC(double) values;
    HW__VEC(member) members;
    HW__VEC(day) days;
    /* The entry at hand. */
    const hw__walk_entry *entry;
    const hw__log_form *form;
    const hw__value_row *rows;
    traits traits;
} reader;

int hw__day_part(int32_t seconds)
{
    static const int32_t ends[] = {5 * 3600, 12 * 3600, 17 * 3600, HW__DAY_SECONDS};
    int part = 0;
    while (seconds >= ends[part]) {
        part++;
    }
    return seconds == HW_ALL_DAY ? 0 : part + 1;
}

/* ---- what an entry is ---- */

static bool is_visible(const reader *r, const hw__value_row *value)
{
    return !hw__value_is_confidential(value) || r->options->private_too;
}

/* Whether the report of a tracked behaviour says anything about it, and whether it says that it did not
 * occur. */
static void read_behavior(const reader *r, bool *is_said, bool *is_none)
{
    bool has_count = false, is_above = false;
    for (uint32_t i = 0; i < r->entry->row->values; i++) {
        const hw__value_row *value = &r->rows[i];
        bool is_field = value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT;
        if (!is_field || !is_visible(r, value) || value->name == r->minutes) {
            continue;
        }
        *is_said = true;
        if (value->kind == HW_VALUE_NUMBER && value->name == r->count) {
            has_count = true;
            is_above = is_above || value->as.mantissa > 0;
        }
    }
    *is_none = has_count && !is_above;
}

static traits traits_of(reader *r)
{
    unsigned extent = r->entry->row->extent;
    traits its = {.is_practice = extent >= HW_EXTENT_ATTEMPTED && extent != HW_EXTENT_NO_OPPORTUNITY};
    if (r->entry->record->kind == HW_KIND_BEHAVIOR_TRACKING && extent != HW_EXTENT_NOT_ATTEMPTED) {
        bool is_said = false, is_none = false;
        read_behavior(r, &is_said, &is_none);
        is_none = is_none || extent == HW_EXTENT_NO_OPPORTUNITY;
        its.is_behavior = is_said && !is_none;
        its.is_tracked = its.is_behavior || is_none;
        r->patterns->has_days_without = r->patterns->has_days_without || is_none;
    }
    its.has_value =
        hw__pattern_value_read(&r->value, r->entry, r->form, r->rows, &its.value, &r->patterns->is_one_scale);
    return its;
}

/* ---- in cells ---- */

/* Counts the entry at hand in a cell, once. False without memory. */
static bool count_in(reader *r, hw_pattern dimension, uint32_t key)
{
    hw__pattern_cell *cell = &r->patterns->dimensions[dimension].cells.items[key];
    const traits *its = &r->traits;
    if (cell->seen == r->entry->index + 1) {
        return true;
    }
    cell->seen = r->entry->index + 1;
    cell->practices += its->is_practice;
    cell->behaviors += its->is_behavior;
    if (its->is_tracked && !hw__vec_push(&r->days, ((day){r->entry->day, key, (uint8_t)dimension}))) {
        return false;
    }
    if (!its->has_value) {
        return true;
    }
    cell->values++;
    cell->sum += its->value;
    return hw__vec_push(&r->members, ((member){(uint32_t)r->values.count, key, (uint8_t)dimension}));
}

/* The key of a text, and its cell; 0 without memory. */
static uint32_t key_of(hw__dimension *dimension, const char *text, size_t size)
{
    uint32_t name = hw__names_add(&dimension->names, text, size);
    if (name == HW__NO_NAME) {
        return 0;
    }
    bool is_new = name + 1 == dimension->cells.count;
    if (is_new && (!hw__vec_reserve(&dimension->are_choices, 1) ||
                   !hw__vec_push(&dimension->cells, ((hw__pattern_cell){0})))) {
        return 0;
    }
    if (is_new) {
        dimension->are_choices.items[dimension->are_choices.count++] = false;
    }
    return name + 1;
}

/* In the cells of what it says in a field; if it says nothing, or may not tell, in that of key 0. */
static bool count_words(reader *r, hw_pattern dimension)
{
    hw__dimension *its = &r->patterns->dimensions[dimension];
    bool is_said = false, has_words = hw__walk_has_words(r->walk, r->entry) && r->fields[dimension];
    for (uint32_t i = 0; has_words && i < r->entry->row->values; i++) {
        const hw__value_row *value = &r->rows[i];
        if (value->name != r->fields[dimension] || !is_visible(r, value) ||
            !hw__walk_is_said(r->walk, value)) {
            continue;
        }
        uint32_t key = key_of(its, hw__log_pool(r->walk->log, value->as.text.offset), value->as.text.size);
        if (key == 0 || !count_in(r, dimension, key)) {
            return false;
        }
        uint32_t row = hw__log_form_row(r->form, value->name, value->phase);
        if (row != HW__NO_ROW && r->form->form.rows.items[row].type == HW_FIELD_CHOICE) {
            its->are_choices.items[key - 1] = true;
        }
        is_said = true;
    }
    return is_said || count_in(r, dimension, 0);
}

static bool read_entry(reader *r, const hw__walk_entry *entry)
{
    hw_patterns *patterns = r->patterns;
    r->entry = entry;
    r->rows = r->walk->log->values.items + entry->row->first;
    r->form = hw__walk_form(r->walk, entry);
    if (!r->form) {
        return false;
    }
    r->traits = traits_of(r);
    patterns->practices += r->traits.is_practice;
    patterns->behaviors += r->traits.is_behavior;
    bool good = count_in(r, HW_PATTERN_WEEKDAY, (uint32_t)hw__day_weekday(entry->day) + 1) &&
                count_in(r, HW_PATTERN_DAY_PART, (uint32_t)hw__day_part(entry->seconds)) &&
                count_words(r, HW_PATTERN_PLACE) && count_words(r, HW_PATTERN_TRIGGER) &&
                count_words(r, HW_PATTERN_SKILL);
    if (good && r->traits.is_tracked) {
        good = hw__vec_push(&r->days, ((day){entry->day, 0, HW_PATTERN_COUNT}));
    }
    return good && (!r->traits.has_value || hw__vec_push(&r->values, r->traits.value));
}

/* ---- after the last entry ---- */

static int compare_days(const void *a, const void *b)
{
    const day *left = a, *right = b;
    if (left->dimension != right->dimension) {
        return left->dimension < right->dimension ? -1 : 1;
    }
    if (left->key != right->key) {
        return left->key < right->key ? -1 : 1;
    }
    return left->day < right->day ? -1 : left->day > right->day;
}

static void count_days(reader *r)
{
    day *days = r->days.items; /* NULL if there is none */
    if (days) {
        qsort(days, r->days.count, sizeof *days, compare_days);
    }
    for (size_t i = 0; days && i < r->days.count; i++) {
        if (i > 0 && compare_days(&days[i - 1], &days[i]) == 0) {
            continue;
        }
        if (days[i].dimension == HW_PATTERN_COUNT) {
            r->patterns->days++;
        } else {
            r->patterns->dimensions[days[i].dimension].cells.items[days[i].key].days++;
        }
    }
}

/* Puts the rank of each value, the middle one of those that are the same, in its place. */
static void rank(hw_patterns *patterns, const hw__keyed *sorted, size_t count, double *values)
{
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && sorted[next].key == sorted[first].key) {
            next++;
        }
        double same = (double)(next - first);
        patterns->tied += same * (same - 1) / 2;
        for (size_t i = first; i < next; i++) {
            values[sorted[i].at] = (double)(first + next + 1) / 2;
        }
    }
}

static bool rank_values(reader *r)
{
    size_t count = r->values.count;
    hw__keyed *sorted = hw__alloc(count * sizeof *sorted), *spare = hw__alloc(count * sizeof *spare);
    bool good = sorted && spare;
    r->patterns->values = (int64_t)count;
    for (size_t i = 0; good && i < count; i++) {
        sorted[i] = (hw__keyed){r->values.items[i], (uint32_t)i};
    }
    if (good && count > 0) {
        hw__sort_keyed(sorted, spare, count);
        rank(r->patterns, sorted, count, r->values.items);
        for (size_t i = 0; i < r->members.count; i++) {
            const member *its = &r->members.items[i];
            r->patterns->dimensions[its->dimension].cells.items[its->key].ranks +=
                r->values.items[its->value];
        }
    }
    hw__free(sorted);
    hw__free(spare);
    return good;
}

static uint32_t symbol_of(const hw__walk *walk, const char *name)
{
    return hw__log_find_symbol(walk->log, name, strlen(name));
}

bool hw__patterns_read(hw_patterns *patterns, hw__walk *walk, const hw_pattern_options *options)
{
    reader r = {.patterns = patterns, .walk = walk, .options = options};
    r.fields[HW_PATTERN_PLACE] = symbol_of(walk, "place");
    r.fields[HW_PATTERN_TRIGGER] = symbol_of(walk, "trigger");
    r.fields[HW_PATTERN_SKILL] = symbol_of(walk, "skill");
    r.count = symbol_of(walk, "count");
    r.minutes = symbol_of(walk, "minutes");
    hw__pattern_value_open(&r.value, walk, options);
    hw__walk_entry entry;
    bool good = true;
    while (good && hw__walk_next(walk, &entry)) {
        good = read_entry(&r, &entry);
    }
    if (good) {
        count_days(&r);
        good = rank_values(&r);
    }
    hw__vec_free(&r.values);
    hw__vec_free(&r.members);
    hw__vec_free(&r.days);
    return good;
}
