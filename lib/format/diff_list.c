/* SPDX-License-Identifier: MIT */
/* A list of differences, item by item and as a table. */
#include "base/fail.h"
#include "base/objects.h"
#include "base/words.h"
#include "format/diff.h"
#include "model/table.h"

static const char *const names[HW_DIFF_KIND_COUNT] = {
    [HW_DIFF_ADDED] = "added",       [HW_DIFF_REMOVED] = "removed", [HW_DIFF_REVISED] = "revised",
    [HW_DIFF_MARKED] = "marked",     [HW_DIFF_VOIDED] = "voided",   [HW_DIFF_SUPERSEDED] = "superseded",
    [HW_DIFF_RESTORED] = "restored", [HW_DIFF_ERASED] = "erased",   [HW_DIFF_FIELD] = "field",
};
static const hw__words words = {names, HW_DIFF_KIND_COUNT, 0};

const char *hw_diff_kind_name(hw_diff_kind kind)
{
    return hw__words_at(&words, (int)kind);
}

void hw_diff_free(hw_diff *diff)
{
    if (diff) {
        hw__vec_free(&diff->items);
        hw__arena_free(&diff->arena);
        HW__DELETE(diff, diff);
    }
}

size_t hw_diff_count(const hw_diff *diff)
{
    return diff ? diff->items.count : 0;
}

static const hw__difference past_end = {.kind = HW_DIFF_KIND_COUNT};

static const hw__difference *item_at(const hw_diff *diff, size_t index)
{
    return index < hw_diff_count(diff) ? &diff->items.items[index] : &past_end;
}

hw_diff_kind hw_diff_kind_at(const hw_diff *diff, size_t index)
{
    return (hw_diff_kind)item_at(diff, index)->kind;
}

const char *hw_diff_section_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->section;
}

const char *hw_diff_thing_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->thing;
}

const char *hw_diff_revision_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->revision;
}

const char *hw_diff_field_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->field;
}

const char *hw_diff_before_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->before;
}

const char *hw_diff_after_at(const hw_diff *diff, size_t index)
{
    return item_at(diff, index)->after;
}

enum {
    KIND,
    SECTION,
    THING,
    REVISION,
    FIELD,
    BEFORE,
    AFTER,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "",
              "What it says: what became of a thing or entry, or that a field differs."},
    [SECTION] = {"section", HW_COLUMN_TEXT, 0, "", "The section of the document."},
    [THING] = {"thing", HW_COLUMN_TEXT, 0, "", "The id of the thing or entry."},
    [REVISION] = {"revision", HW_COLUMN_TEXT, 0, "", "The id of the newer revision, or of the only one."},
    [FIELD] = {"field", HW_COLUMN_TEXT, 0, "",
               "The path of the field; none of what is about a whole thing or entry."},
    [BEFORE] = {"before", HW_COLUMN_TEXT, 0, "", "What the field held before."},
    [AFTER] = {"after", HW_COLUMN_TEXT, 0, "", "What it holds now."},
};

hw_table *hw_diff_table(const hw_diff *diff, hw_error *err)
{
    if (!diff) {
        hw__null_argument(err, "diff");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, diff->items.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < diff->items.count; row++) {
        const hw__difference *item = &diff->items.items[row];
        hw__table_text(table, KIND, row, names[item->kind]);
        hw__table_text(table, SECTION, row, item->section);
        hw__table_text(table, THING, row, item->thing);
        hw__table_text(table, REVISION, row, item->revision);
        hw__table_text(table, FIELD, row, item->field);
        hw__table_text(table, BEFORE, row, item->before);
        hw__table_text(table, AFTER, row, item->after);
    }
    return hw__table_done(table, err);
}
