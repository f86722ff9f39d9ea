/* SPDX-License-Identifier: MIT */
/* What entries show: put together, in the order of time, and one by one. */
#include "homework/practice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/practice.h"

static const hw_practice_options defaults = {0};

/* ---- options ---- */

hw_practice_options *hw_practice_options_new(hw_error *err)
{
    hw_practice_options *options = HW__NEW(practice_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_practice_options_free(hw_practice_options *options)
{
    HW__DELETE(practice_options, options);
}

hw_status hw_practice_options_set_kind(hw_practice_options *options, hw_kind kind, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if ((unsigned)kind >= HW__KINDS) {
        return hw__fail(err, HW_ERR_RANGE, "kind", "there is no such kind of homework");
    }
    options->kind = (uint8_t)kind;
    options->has_kind = true;
    return hw__ok(err);
}

hw_status hw_practice_options_set_private(hw_practice_options *options, bool private_too, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->private_too = private_too;
    return hw__ok(err);
}

hw_status hw_practice_options_set_texts(hw_practice_options *options, bool texts, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->texts = texts;
    return hw__ok(err);
}

/* ---- put together ---- */

static int compare_rows(const void *a, const void *b)
{
    const hw__practice_row *left = a, *right = b;
    if (left->at != right->at) {
        return left->at < right->at ? -1 : 1;
    }
    if (left->log != right->log) {
        return left->log < right->log ? -1 : 1;
    }
    if (left->quantity != right->quantity) {
        return left->quantity < right->quantity ? -1 : 1;
    }
    return left->group < right->group ? -1 : left->group > right->group;
}

static void put_in_order(hw_practices *practices)
{
    hw__practice_row *rows = practices->rows.items;
    for (size_t i = 1; i < practices->rows.count; i++) {
        if (compare_rows(&rows[i - 1], &rows[i]) > 0) {
            qsort(rows, practices->rows.count, sizeof *rows, compare_rows);
            return;
        }
    }
}

/* Gives items numbers in the order of time. False without memory. */
static bool number_items(hw_practices *practices)
{
    size_t count = practices->names.offsets.count;
    uint32_t *numbers = hw__zalloc(count, sizeof *numbers);
    uint32_t *offsets = hw__alloc(count * sizeof *offsets);
    bool *are_choices = hw__alloc(count * sizeof *are_choices);
    uint32_t next = 0;
    bool good = numbers && offsets && are_choices;
    for (size_t i = 0; good && i < practices->rows.count; i++) {
        int32_t *item = &practices->rows.items[i].item;
        uint32_t name = (uint32_t)*item - 1;
        if (*item == 0) {
            continue;
        }
        if (numbers[name] == 0) {
            offsets[next] = practices->names.offsets.items[name];
            are_choices[next] = practices->are_choices.items[name];
            numbers[name] = ++next;
        }
        *item = (int32_t)numbers[name];
    }
    for (uint32_t i = 0; good && i < next; i++) { /* every name was given for a row */
        practices->names.offsets.items[i] = offsets[i];
        practices->are_choices.items[i] = are_choices[i];
    }
    hw__table_clear(&practices->names.table); /* it has the old numbers, and nothing is looked up any more */
    hw__free(numbers);
    hw__free(offsets);
    hw__free(are_choices);
    return good;
}

static bool make(hw_practices *practices, hw__walk *walk, const hw_practice_options *options)
{
    if (!hw__practice_read(practices, walk, options)) {
        return false;
    }
    practices->texts = options->texts;
    practices->undated = walk->undated;
    practices->hidden = walk->hidden;
    if (practices->rows.count == 0) {
        return true;
    }
    put_in_order(practices);
    return number_items(practices) && hw__practice_compare_sessions(practices) &&
           hw__practice_sum_up(practices);
}

hw_practices *hw_plan_practices(const hw_plan *plan, const char *assignment, hw_date from, hw_date to,
                                hw_instant as_of, const hw_practice_options *options, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    options = options ? options : &defaults;
    hw__walk_query query = {.as_of = as_of, .private_too = options->private_too};
    if (hw__window_days(from, to, &query.from, &query.to, err) != HW_OK ||
        hw__walk_find(plan, assignment, as_of, &query.assignment, err) != HW_OK) {
        return NULL;
    }
    hw__walk walk;
    hw_practices *practices = HW__NEW(practices);
    bool good = hw__walk_open(&walk, plan, &query) && practices && make(practices, &walk, options);
    hw__walk_close(&walk);
    if (!good) {
        hw_practices_free(practices);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return practices;
}

void hw_practices_free(hw_practices *practices)
{
    if (practices) {
        hw__vec_free(&practices->rows);
        hw__vec_free(&practices->summaries);
        hw__vec_free(&practices->are_choices);
        hw__names_free(&practices->names);
        hw__arena_free(&practices->arena);
        HW__DELETE(practices, practices);
    }
}

/* ---- one by one ---- */

size_t hw_practices_private_count(const hw_practices *practices)
{
    return practices ? practices->hidden : 0;
}

size_t hw_practices_undated_count(const hw_practices *practices)
{
    return practices ? practices->undated : 0;
}

size_t hw_practices_count(const hw_practices *practices)
{
    return practices ? practices->rows.count : 0;
}

/* NULL past the end. */
static const hw__practice_row *row_at(const hw_practices *practices, size_t index)
{
    return index < hw_practices_count(practices) ? &practices->rows.items[index] : NULL;
}

hw_practice hw_practices_quantity_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? (hw_practice)row->quantity : HW_PRACTICE_COUNT;
}

const char *hw_practices_entry_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->entry : NULL;
}

const char *hw_practices_assignment_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->assignment : NULL;
}

hw_moment hw_practices_happened_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->happened : (hw_moment){0};
}

int32_t hw_practices_item_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->item : 0;
}

const char *hw_practices_item_name(const hw_practices *practices, int32_t item)
{
    if (!practices || item < 1 || (size_t)item > practices->names.offsets.count) {
        return NULL;
    }
    uint32_t name = (uint32_t)item - 1;
    bool is_told = practices->texts || practices->are_choices.items[name];
    return is_told ? hw__names_at(&practices->names, name) : NULL;
}

int32_t hw_practices_group_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->group : 0;
}

static bool give(double value, double *out)
{
    if (!isnan(value) && out) {
        *out = value;
    }
    return !isnan(value);
}

bool hw_practices_before_at(const hw_practices *practices, size_t index, double *out)
{
    const hw__practice_row *row = row_at(practices, index);
    return row && give(row->before, out);
}

bool hw_practices_after_at(const hw_practices *practices, size_t index, double *out)
{
    const hw__practice_row *row = row_at(practices, index);
    return row && give(row->after, out);
}

static const hw_estimate no_values = {.undefined = HW_UNDEFINED_NO_VALUES};

hw_estimate hw_practices_difference_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->difference : no_values;
}

hw_estimate hw_practices_fraction_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row ? row->fraction : no_values;
}

bool hw_practices_halved_at(const hw_practices *practices, size_t index)
{
    const hw__practice_row *row = row_at(practices, index);
    return row && row->is_halved;
}

size_t hw_practices_summary_count(const hw_practices *practices)
{
    return practices ? practices->summaries.count : 0;
}

/* NULL past the end. */
static const hw__practice_summary *summary_at(const hw_practices *practices, size_t index)
{
    return index < hw_practices_summary_count(practices) ? &practices->summaries.items[index] : NULL;
}

hw_practice hw_practices_summary_quantity(const hw_practices *practices, size_t index)
{
    const hw__practice_summary *summary = summary_at(practices, index);
    return summary ? (hw_practice)summary->quantity : HW_PRACTICE_COUNT;
}

int32_t hw_practices_summary_item(const hw_practices *practices, size_t index)
{
    const hw__practice_summary *summary = summary_at(practices, index);
    return summary ? summary->item : 0;
}

size_t hw_practices_summary_rows(const hw_practices *practices, size_t index)
{
    const hw__practice_summary *summary = summary_at(practices, index);
    return summary ? summary->rows : 0;
}

hw_estimate hw_practices_summary_figure(const hw_practices *practices, size_t index,
                                        hw_practice_figure figure)
{
    const hw__practice_summary *summary = summary_at(practices, index);
    return summary && (unsigned)figure < HW_FIGURE_COUNT ? summary->figures[figure] : no_values;
}
