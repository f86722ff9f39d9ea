/* SPDX-License-Identifier: MIT */
/* What does an entry show? Its fields are sorted by name, phase and group, so that each quantity finds its
 * own side by side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "progress/practice.h"

/* Phases whose ratings make the mean of a session. */
#define RATED_PHASES \
    (1u << HW_PHASE_BEFORE | 1u << HW_PHASE_PEAK | 1u << HW_PHASE_DURING | 1u << HW_PHASE_AFTER)
/* Where the parts of a key are; the row is at its end. */
#define NAME_SHIFT 40
#define PHASE_SHIFT 32
#define GROUP_SHIFT 16

/* The ranges that were met. */
typedef struct ranges {
    hw__range items[HW__MOST_RANGES];
    uint8_t count;
} ranges;

typedef struct reader {
    hw_practices *practices;
    hw__walk *walk;
    const hw_practice_options *options;
    uint16_t fields[HW_PRACTICE_COUNT], items[HW_PRACTICE_COUNT]; /* symbols; 0 = nobody has used it */
    uint8_t first[HW__KINDS + 1]; /* the quantities of a kind: from this one to that of the next kind */
    HW__VEC(uint64_t) keys;       /* of the entry at hand, sorted */
    hw__names themes;
    ranges ranges;
    /* The entry at hand. */
    const hw__walk_entry *entry;
    const hw__log_form *form;
    const hw__value_row *values;
    const char *id, *assignment; /* in the arena */
    uint32_t assignment_symbol;
} reader;

/* ---- the fields of an entry ---- */

static int compare_keys(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

/* False without memory. What is confidential is not there, unless it was asked for. */
static bool sort_fields(reader *r)
{
    const hw__entry_row *row = r->entry->row;
    bool is_sorted = true;
    r->keys.count = 0;
    if (!hw__vec_reserve(&r->keys, row->values)) {
        return false;
    }
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &r->values[i];
        if ((value->kind != HW_VALUE_NUMBER && value->kind != HW_VALUE_TEXT) ||
            (hw__value_is_confidential(value) && !r->options->private_too)) {
            continue;
        }
        uint64_t key = (uint64_t)value->name << NAME_SHIFT | (uint64_t)value->phase << PHASE_SHIFT |
                       (uint64_t)value->group << GROUP_SHIFT | i;
        is_sorted = is_sorted && (r->keys.count == 0 || r->keys.items[r->keys.count - 1] < key);
        r->keys.items[r->keys.count++] = key;
    }
    if (!is_sorted) {
        qsort(r->keys.items, r->keys.count, sizeof *r->keys.items, compare_keys);
    }
    return true;
}

/* The values of a field at a phase. */
typedef struct slice {
    const uint64_t *next, *end;
} slice;

static slice slice_of(const reader *r, uint32_t name, unsigned phase)
{
    uint64_t least = (uint64_t)name << NAME_SHIFT | (uint64_t)phase << PHASE_SHIFT;
    uint64_t beyond = least + (UINT64_C(1) << PHASE_SHIFT);
    size_t low = 0, high = r->keys.count;
    while (name && low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->keys.items[middle] < least) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    slice its = {r->keys.items + low, r->keys.items + low};
    while (name && its.end < r->keys.items + r->keys.count && *its.end < beyond) {
        its.end++;
    }
    return its;
}

static uint32_t group_of(const slice *its)
{
    return its->next < its->end ? (uint16_t)(*its->next >> GROUP_SHIFT) : UINT32_MAX;
}

static const hw__value_row *value_of(const reader *r, const slice *its)
{
    return &r->values[(uint16_t)*its->next];
}

/* Goes on to the next group: of what is said twice the first counts. */
static void step(slice *its)
{
    uint32_t group = group_of(its);
    while (its->next < its->end && group_of(its) == group) {
        its->next++;
    }
}

/* The number in a slice if it is of the group; else NaN. */
static double take(const reader *r, slice *its, uint32_t group)
{
    if (group_of(its) != group) {
        return (double)NAN;
    }
    const hw__value_row *value = value_of(r, its);
    double number = value->kind == HW_VALUE_NUMBER
                        ? hw__decimal_double((hw__decimal){value->as.mantissa, value->scale})
                        : (double)NAN;
    step(its);
    return number;
}

/* ---- scales ---- */

static bool is_same(const hw__number *a, const hw__number *b)
{
    return a->present == b->present && (!a->present || hw__decimal_compare(a->value, b->value) == 0);
}

static const hw__form_row *form_row(const reader *r, uint32_t name, unsigned phase)
{
    uint32_t row = hw__log_form_row(r->form, name, (int)phase);
    return row == HW__NO_ROW ? NULL : &r->form->form.rows.items[row];
}

static uint8_t range_of(reader *r, uint32_t name, unsigned phase)
{
    const hw__form_row *row = form_row(r, name, phase);
    hw__range its = {0};
    if (row) {
        its = (hw__range){row->min, row->max};
    }
    ranges *known = &r->ranges;
    for (uint8_t i = 0; i < known->count; i++) {
        if (is_same(&known->items[i].min, &its.min) && is_same(&known->items[i].max, &its.max)) {
            return i;
        }
    }
    if (known->count == HW__OTHER_RANGE) {
        return HW__OTHER_RANGE;
    }
    known->items[known->count] = its;
    return known->count++;
}

/* ---- rows ---- */

/* The text that names an item; NULL if there is none. */
static const hw__value_row *item_value(const reader *r, int quantity, uint32_t group)
{
    slice its = slice_of(r, r->items[quantity], HW_PHASE_NONE);
    while (its.next < its.end && group_of(&its) < group) {
        its.next++;
    }
    const hw__value_row *value = group_of(&its) == group ? value_of(r, &its) : NULL;
    return value && hw__walk_is_said(r->walk, value) ? value : NULL;
}

/* Names what a row is about. False without memory. */
static bool name_item(reader *r, hw__practice_row *row)
{
    const hw__value_row *value = item_value(r, row->quantity, row->group);
    row->theme = HW__NO_NAME; /* sessions of no step in particular */
    if (!value) {
        return true;
    }
    const char *text = hw__log_pool(r->walk->log, value->as.text.offset);
    if (hw__quantities[row->quantity].read >= HW__READ_BETWEEN) {
        row->theme = hw__names_add(&r->themes, text, value->as.text.size);
        if (row->theme == HW__NO_NAME) {
            return false;
        }
    }
    if (!hw__walk_has_words(r->walk, r->entry)) {
        return true;
    }
    hw_practices *practices = r->practices;
    uint32_t name = hw__names_add(&practices->names, text, value->as.text.size);
    if (name == HW__NO_NAME ||
        (name == practices->are_choices.count && !hw__vec_push(&practices->are_choices, false))) {
        return false;
    }
    const hw__form_row *its = form_row(r, value->name, value->phase);
    if (its && its->type == HW_FIELD_CHOICE) {
        practices->are_choices.items[name] = true;
    }
    row->item = (int32_t)name + 1;
    return true;
}

void hw__practice_subtract(hw__practice_row *row, bool is_one_scale)
{
    bool has_before = !isnan(row->before), has_after = !isnan(row->after);
    row->difference = (hw_estimate){.n = has_before + has_after};
    if (!has_before || !has_after) {
        row->difference.undefined = HW_UNDEFINED_TOO_FEW;
    } else if (!is_one_scale) {
        row->difference.undefined = HW_UNDEFINED_RANGE_CHANGED;
    } else {
        double rise = row->after - row->before;
        row->difference.value = hw__quantities[row->quantity].is_fall ? 0 - rise : rise;
    }
}

/* By how much of the peak distress fell: something that only a scale from 0 can say. */
static void take_share(const reader *r, hw__practice_row *row)
{
    const hw__number *least = &r->ranges.items[row->range].min;
    row->fraction = row->difference;
    if (row->difference.undefined != HW_UNDEFINED_NOT) {
        return;
    }
    if (row->range == HW__OTHER_RANGE || !least->present || least->value.mantissa != 0 || row->before <= 0) {
        row->fraction.value = 0;
        row->fraction.undefined = HW_UNDEFINED_NOT_APPLICABLE;
        return;
    }
    row->fraction.value = row->difference.value / row->before;
    row->is_halved = row->after <= row->before / 2;
}

static hw__practice_row row_for(const reader *r, int quantity, uint32_t group)
{
    const hw_estimate none = {.undefined = HW_UNDEFINED_NOT_APPLICABLE};
    return (hw__practice_row){.entry = r->id,
                              .assignment = r->assignment,
                              .happened = hw__entry_at(r->entry->row),
                              .at = r->entry->at,
                              .before = (double)NAN,
                              .after = (double)NAN,
                              .difference = none,
                              .fraction = none,
                              .log = r->entry->index,
                              .thing = r->entry->assignment,
                              .group = (uint16_t)group,
                              .quantity = (uint8_t)quantity};
}

static bool push(reader *r, hw__practice_row *row)
{
    return name_item(r, row) && hw__vec_push(&r->practices->rows, *row);
}

static bool read_pairs(reader *r, int quantity)
{
    const hw__quantity *its = &hw__quantities[quantity];
    uint32_t name = r->fields[quantity];
    slice before = slice_of(r, name, its->before), after = slice_of(r, name, its->after);
    for (;;) {
        uint32_t left = group_of(&before), right = group_of(&after), group = left < right ? left : right;
        if (group == UINT32_MAX) {
            return true;
        }
        hw__practice_row row = row_for(r, quantity, group);
        row.before = take(r, &before, group);
        row.after = take(r, &after, group);
        uint8_t range = range_of(r, name, its->before);
        row.range = range_of(r, name, its->after);
        hw__practice_subtract(&row, range == row.range && range != HW__OTHER_RANGE);
        if (its->is_share) {
            take_share(r, &row);
        }
        row.range = range == row.range ? range : HW__OTHER_RANGE;
        bool is_said = !isnan(row.before) || !isnan(row.after);
        if (is_said && !push(r, &row)) {
            return false;
        }
    }
}

static bool read_alone(reader *r, int quantity)
{
    const hw__quantity *its = &hw__quantities[quantity];
    slice values = slice_of(r, r->fields[quantity], its->after);
    while (values.next < values.end) {
        hw__practice_row row = row_for(r, quantity, group_of(&values));
        row.after = take(r, &values, row.group);
        row.range = range_of(r, r->fields[quantity], its->after);
        row.difference.n = 1;
        if (its->read == HW__READ_BETWEEN) {
            hw__practice_subtract(&row, true);
        }
        if (!isnan(row.after) && !push(r, &row)) {
            return false;
        }
    }
    return true;
}

/* Whether it was said, but in confidence. */
static bool is_withheld(const reader *r, uint32_t name)
{
    for (uint32_t i = 0; i < r->entry->row->values; i++) {
        if (r->values[i].name == name && hw__value_is_confidential(&r->values[i])) {
            return !r->options->private_too;
        }
    }
    return false;
}

/* How often a worksheet says something; of HW__READ_THERE whether it does. */
static bool read_number(reader *r, int quantity)
{
    slice values = slice_of(r, r->fields[quantity], hw__quantities[quantity].after);
    if (r->keys.count == 0 || is_withheld(r, r->fields[quantity])) {
        return true;
    }
    hw__practice_row row = row_for(r, quantity, 0);
    row.difference.n = 1;
    row.after = 0;
    while (values.next < values.end) {
        row.after = hw__quantities[quantity].read == HW__READ_THERE ? 1 : row.after + 1;
        step(&values);
    }
    return push(r, &row);
}

/* The means of a repeating pair, over those that have both. */
static bool read_means(reader *r, int quantity)
{
    const hw__quantity *its = &hw__quantities[quantity];
    uint32_t name = r->fields[quantity];
    slice before = slice_of(r, name, its->before), after = slice_of(r, name, its->after);
    double left_sum = 0, right_sum = 0;
    int64_t count = 0;
    while (group_of(&before) != UINT32_MAX && group_of(&after) != UINT32_MAX) {
        uint32_t left = group_of(&before), right = group_of(&after), group = left < right ? left : right;
        double first = take(r, &before, group), second = take(r, &after, group);
        if (!isnan(first) && !isnan(second)) {
            left_sum += first;
            right_sum += second;
            count++;
        }
    }
    if (count == 0) {
        return true;
    }
    hw__practice_row row = row_for(r, quantity, 0);
    uint8_t range = range_of(r, name, its->before);
    row.range = range_of(r, name, its->after);
    row.before = left_sum / (double)count;
    row.after = right_sum / (double)count;
    hw__practice_subtract(&row, range == row.range && range != HW__OTHER_RANGE);
    row.difference.n = count;
    row.range = range == row.range ? range : HW__OTHER_RANGE;
    return push(r, &row);
}

/* The mean of the ratings of a session. */
static bool read_session_mean(reader *r, int quantity)
{
    hw__practice_row row = row_for(r, quantity, 0);
    double sum = 0;
    int64_t count = 0;
    for (unsigned phase = 0; phase < HW__PHASE_COUNT; phase++) {
        slice values = slice_of(r, r->fields[quantity], phase);
        double number = take(r, &values, 0);
        if (!(RATED_PHASES & 1u << phase) || isnan(number)) {
            continue;
        }
        uint8_t range = range_of(r, r->fields[quantity], phase);
        row.range = count == 0 || range == row.range ? range : HW__OTHER_RANGE;
        row.parts = (uint8_t)(row.parts | 1u << phase);
        sum += number;
        count++;
    }
    if (count == 0) {
        return true;
    }
    row.after = sum / (double)count;
    hw__practice_subtract(&row, true);
    return push(r, &row);
}

static bool (*const readers[])(reader *r, int quantity) = {
    [HW__READ_PAIR] = read_pairs,
    [HW__READ_ALONE] = read_alone,
    [HW__READ_THERE] = read_number,
    [HW__READ_NUMBER] = read_number,
    [HW__READ_MEANS] = read_means,
    [HW__READ_BETWEEN] = read_alone,
    [HW__READ_BETWEEN_MEANS] = read_session_mean,
};

/* ---- entry by entry ---- */

static bool begin_entry(reader *r, const hw__walk_entry *entry)
{
    const hw__log_store *log = r->walk->log;
    hw__arena *arena = &r->practices->arena;
    const char *id = hw__log_pool(log, entry->row->id);
    r->entry = entry;
    r->values = log->values.items + entry->row->first;
    r->form = hw__walk_form(r->walk, entry);
    r->id = hw__arena_text(arena, id, strlen(id));
    if (entry->row->assignment != r->assignment_symbol) {
        id = hw__log_known_text(log, entry->row->assignment);
        r->assignment = hw__arena_text(arena, id, strlen(id));
        r->assignment_symbol = r->assignment ? entry->row->assignment : 0;
    }
    return r->form && r->id && r->assignment && sort_fields(r);
}

static bool read_entry(reader *r, const hw__walk_entry *entry)
{
    unsigned kind = entry->record->kind;
    bool is_practice =
        entry->row->extent != HW_EXTENT_NOT_ATTEMPTED && entry->row->extent != HW_EXTENT_NO_OPPORTUNITY;
    if (!is_practice || entry->row->values == 0 || kind >= HW__KINDS || r->first[kind] == HW_PRACTICE_COUNT ||
        (r->options->has_kind && r->options->kind != kind)) {
        return true;
    }
    bool good = begin_entry(r, entry);
    for (int q = r->first[kind]; good && q < HW_PRACTICE_COUNT && hw__quantities[q].kind == kind; q++) {
        good = readers[hw__quantities[q].read](r, q);
    }
    return good;
}

static uint16_t symbol_of(const hw__log_store *log, const char *name)
{
    uint32_t symbol = name ? hw__log_find_symbol(log, name, strlen(name)) : 0;
    return (uint16_t)(symbol <= UINT16_MAX ? symbol : 0);
}

bool hw__practice_read(hw_practices *practices, hw__walk *walk, const hw_practice_options *options)
{
    reader r = {.practices = practices, .walk = walk, .options = options};
    memset(r.first, HW_PRACTICE_COUNT, sizeof r.first);
    for (int q = HW_PRACTICE_COUNT; q-- > 0;) {
        r.first[hw__quantities[q].kind] = (uint8_t)q;
        r.fields[q] = symbol_of(walk->log, hw__quantities[q].field);
        r.items[q] = symbol_of(walk->log, hw__quantities[q].item);
    }
    hw__walk_entry entry;
    bool good = true;
    while (good && hw__walk_next(walk, &entry)) {
        good = read_entry(&r, &entry);
    }
    hw__vec_free(&r.keys);
    hw__names_free(&r.themes);
    return good;
}
