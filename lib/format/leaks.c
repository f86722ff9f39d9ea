/* SPDX-License-Identifier: MIT */
/* How to look for leaks, and what was found: one by one, in words, and as a table. */
#include "format/leaks.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/words.h"
#include "model/table.h"

#define MOST_TERMS 1000u
#define LEAST_LETTERS 2
#define MOST_LETTERS 32
#define USUAL_LETTERS 4

static const char *const kinds[HW_LEAK_KIND_COUNT] = {
    [HW_LEAK_TEXT] = "text",       [HW_LEAK_PHRASE] = "phrase", [HW_LEAK_WORD] = "word",
    [HW_LEAK_NAME] = "name",       [HW_LEAK_TERM] = "term",     [HW_LEAK_ID] = "id",
    [HW_LEAK_LIBRARY] = "library",
};
static const hw__words kind_words = {kinds, HW_LEAK_KIND_COUNT, 0};

static const char *const places[HW_LEAK_PLACE_COUNT] = {
    [HW_LEAK_VALUE] = "value",         [HW_LEAK_PROPERTY] = "property",
    [HW_LEAK_PARAMETER] = "parameter", [HW_LEAK_PARAMETER_NAME] = "parameter-name",
    [HW_LEAK_COMPONENT] = "component", [HW_LEAK_FILE_NAME] = "file-name",
};
static const hw__words place_words = {places, HW_LEAK_PLACE_COUNT, 0};

const char *hw_leak_kind_name(hw_leak_kind kind)
{
    return hw__words_at(&kind_words, (int)kind);
}

hw_leak_kind hw_leak_kind_find(const char *name)
{
    int kind = name ? hw__words_find(&kind_words, name, strlen(name)) : -1;
    return kind < 0 ? HW_LEAK_KIND_COUNT : (hw_leak_kind)kind;
}

const char *hw_leak_place_name(hw_leak_place place)
{
    return hw__words_at(&place_words, (int)place);
}

hw_leak_place hw_leak_place_find(const char *name)
{
    int place = name ? hw__words_find(&place_words, name, strlen(name)) : -1;
    return place < 0 ? HW_LEAK_PLACE_COUNT : (hw_leak_place)place;
}

/* ---- Options ---- */

hw_leaks_options *hw_leaks_options_new(hw_error *err)
{
    hw_leaks_options *options = HW__NEW(leaks_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    options->letters = USUAL_LETTERS;
    options->wording = HW_WORDING_PLAIN;
    hw__ok(err);
    return options;
}

void hw_leaks_options_free(hw_leaks_options *options)
{
    if (options) {
        hw__vec_free(&options->terms);
        hw__arena_free(&options->arena);
        HW__DELETE(leaks_options, options);
    }
}

/* Whether there is anything to look for in a term: HW_OK, HW_ERR_SYNTAX, HW_ERR_MEMORY. */
static hw_status check_term(const char *term, hw_error *err)
{
    if (strlen(term) > HW__MAX_LINE_BYTES)
        return hw__fail(err, HW_ERR_SYNTAX, "term", "it is longer than %u bytes", HW__MAX_LINE_BYTES);
    hw__folded folded = {0};
    bool good = hw__fold(&folded, term, strlen(term));
    size_t words = folded.words.count;
    hw__folded_free(&folded);
    if (!good)
        return hw__no_memory(err);
    return words ? HW_OK : hw__fail(err, HW_ERR_SYNTAX, "term", "there is no letter or digit in it");
}

hw_status hw_leaks_options_add_term(hw_leaks_options *options, const char *term, hw_error *err)
{
    if (!options || !term)
        return hw__null_argument(err, options ? "term" : "options");
    hw_status status = check_term(term, err);
    if (status != HW_OK)
        return status;
    if (options->terms.count == MOST_TERMS)
        return hw__fail(err, HW_ERR_LIMIT, "term", "there are %u terms already", MOST_TERMS);
    if (!hw__vec_reserve(&options->terms, 1))
        return hw__no_memory(err);
    char *copy = hw__arena_text(&options->arena, term, strlen(term));
    if (!copy)
        return hw__no_memory(err);
    options->terms.items[options->terms.count++] = copy;
    return hw__ok(err);
}

hw_status hw_leaks_options_set_letters(hw_leaks_options *options, int32_t letters, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    if (letters < LEAST_LETTERS || letters > MOST_LETTERS)
        return hw__fail(err, HW_ERR_RANGE, "letters", "%d to %d", LEAST_LETTERS, MOST_LETTERS);
    options->letters = letters;
    return hw__ok(err);
}

hw_status hw_leaks_options_set_words(hw_leaks_options *options, bool words, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    options->no_words = !words;
    return hw__ok(err);
}

hw_status hw_leaks_options_set_ids(hw_leaks_options *options, bool ids, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    options->ids = ids;
    return hw__ok(err);
}

hw_status hw_leaks_options_set_wording(hw_leaks_options *options, hw_wording wording, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    if ((unsigned)wording > HW_WORDING_PLAIN)
        return hw__fail(err, HW_ERR_RANGE, "wording", "there is no such wording");
    options->wording = (uint8_t)wording;
    return hw__ok(err);
}

/* ---- What was found ---- */

void hw_leaks_free(hw_leaks *leaks)
{
    if (leaks) {
        hw__vec_free(&leaks->sources);
        hw__vec_free(&leaks->list);
        hw__arena_free(&leaks->arena);
        HW__DELETE(leaks, leaks);
    }
}

size_t hw_leaks_count(const hw_leaks *leaks)
{
    return leaks ? leaks->list.count : 0;
}

/* NULL past the end. */
static const hw__leak *leak_at(const hw_leaks *leaks, size_t index)
{
    return index < hw_leaks_count(leaks) ? &leaks->list.items[index] : NULL;
}

hw_leak_kind hw_leaks_kind_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return leak ? (hw_leak_kind)leak->kind : HW_LEAK_KIND_COUNT;
}

hw_leak_place hw_leaks_place_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return leak ? (hw_leak_place)leak->spot.place : HW_LEAK_PLACE_COUNT;
}

size_t hw_leaks_line_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return leak ? leak->spot.line : 0;
}

static const char *or_empty(const char *name)
{
    return name ? name : "";
}

const char *hw_leaks_component_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return or_empty(leak ? leak->spot.component : NULL);
}

const char *hw_leaks_property_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return or_empty(leak ? leak->spot.property : NULL);
}

const char *hw_leaks_parameter_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return or_empty(leak ? leak->spot.parameter : NULL);
}

const char *hw_leaks_record_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return leak ? leaks->sources.items[leak->source].record : NULL;
}

const char *hw_leaks_field_at(const hw_leaks *leaks, size_t index)
{
    const hw__leak *leak = leak_at(leaks, index);
    return leak ? leaks->sources.items[leak->source].field : "";
}

/* ---- As a table ---- */

enum {
    LINE,
    COMPONENT,
    PROPERTY,
    PARAMETER,
    PLACE,
    KIND,
    RECORD,
    FIELD,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [LINE] = {"line", HW_COLUMN_INT, 0, "", "The line on which the property begins, from 1."},
    [COMPONENT] = {"component", HW_COLUMN_TEXT, 0, "", "The component, if it is one that is known."},
    [PROPERTY] = {"property", HW_COLUMN_TEXT, 0, "", "The property, if it is one that is known."},
    [PARAMETER] = {"parameter", HW_COLUMN_TEXT, 0, "", "The parameter, if it is one that is known."},
    [PLACE] = {"place", HW_COLUMN_TEXT, 0, "", "In what it was found."},
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "What was found."},
    [RECORD] = {"record", HW_COLUMN_TEXT, 0, "", "The id of the record or entry that says it."},
    [FIELD] = {"field", HW_COLUMN_TEXT, 0, "", "The field of that record."},
};

static void fill_name(hw_table *table, size_t column, size_t row, const char *name)
{
    hw__table_text(table, column, row, name && *name ? name : NULL);
}

hw_table *hw_leaks_table(const hw_leaks *leaks, hw_error *err)
{
    if (!leaks) {
        hw__null_argument(err, "leaks");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, leaks->list.count, err);
    if (!table)
        return NULL;
    for (size_t row = 0; row < leaks->list.count; row++) {
        const hw__leak *leak = &leaks->list.items[row];
        hw__table_int(table, LINE, row, (int64_t)leak->spot.line);
        fill_name(table, COMPONENT, row, leak->spot.component);
        fill_name(table, PROPERTY, row, leak->spot.property);
        fill_name(table, PARAMETER, row, leak->spot.parameter);
        hw__table_text(table, PLACE, row, places[leak->spot.place]);
        hw__table_text(table, KIND, row, kinds[leak->kind]);
        fill_name(table, RECORD, row, hw_leaks_record_at(leaks, row));
        fill_name(table, FIELD, row, hw_leaks_field_at(leaks, row));
    }
    return hw__table_done(table, err);
}
