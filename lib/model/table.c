/* SPDX-License-Identifier: MIT */
/* Tables: packed columns of one type each, texts as codes. */
#include "model/table.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/objects.h"
#include "base/vec.h"
#include "time/civil.h"

/* The texts of a column, each once. */
typedef struct text_codes {
    HW__VEC(char *) items;
    int32_t *slots; /* open addressing: code + 1, 0 = free */
    size_t mask;    /* slots - 1; 0 = no table */
    int32_t last;   /* the code given out last */
} text_codes;

typedef struct packed {
    void *data;
    unsigned char *valid;
    text_codes texts;
} packed;

struct hw_table {
    const hw__column *specs;
    packed *columns;
    size_t column_count, row_count;
    bool failed; /* memory ran out */
};

static const size_t cell_size[] = {
    [HW_COLUMN_TEXT] = sizeof(int32_t),    [HW_COLUMN_INT] = sizeof(int64_t),
    [HW_COLUMN_NUMBER] = sizeof(double),   [HW_COLUMN_BOOL] = sizeof(uint8_t),
    [HW_COLUMN_LOCAL] = sizeof(int64_t),   [HW_COLUMN_DATE] = sizeof(int32_t),
    [HW_COLUMN_INSTANT] = sizeof(int64_t),
};

static bool start_column(packed *column, const hw__column *spec, size_t rows)
{
    column->data = hw__zalloc(rows, cell_size[spec->type]);
    column->valid = hw__zalloc(rows, 1);
    if (!column->data || !column->valid)
        return false;
    if (spec->type == HW_COLUMN_TEXT)
        memset(column->data, 0xff, rows * sizeof(int32_t)); /* -1: none */
    for (size_t row = 0; spec->type == HW_COLUMN_NUMBER && row < rows; row++)
        ((double *)column->data)[row] = (double)NAN;
    return true;
}

hw_table *hw__table_new(const hw__column *columns, size_t column_count, size_t row_count, hw_error *err)
{
    hw_table *table = HW__NEW(table);
    if (table) {
        table->specs = columns;
        table->row_count = row_count;
        table->columns = hw__zalloc(column_count, sizeof *table->columns);
        table->column_count = table->columns ? column_count : 0;
        table->failed = !table->columns;
        for (size_t c = 0; c < table->column_count && !table->failed; c++)
            table->failed = !start_column(&table->columns[c], &columns[c], row_count);
    }
    if (!table || table->failed) {
        hw_table_free(table);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return table;
}

void hw_table_free(hw_table *table)
{
    if (!table)
        return;
    for (size_t c = 0; c < table->column_count; c++) {
        packed *column = &table->columns[c];
        for (size_t i = 0; i < column->texts.items.count; i++)
            hw__free(column->texts.items.items[i]);
        hw__vec_free(&column->texts.items);
        hw__free(column->texts.slots);
        hw__free(column->data);
        hw__free(column->valid);
    }
    hw__free(table->columns);
    HW__DELETE(table, table);
}

static uint64_t hash(const char *text)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return h ^ (h >> 32);
}

static int32_t *find_slot(const text_codes *texts, const char *text)
{
    for (size_t i = (size_t)hash(text);; i++) {
        int32_t *slot = &texts->slots[i & texts->mask];
        if (!*slot || strcmp(texts->items.items[*slot - 1], text) == 0)
            return slot;
    }
}

static bool grow_slots(text_codes *texts)
{
    if (texts->slots && (texts->items.count + 1) * 2 <= texts->mask + 1)
        return true;
    size_t slots = texts->slots ? (texts->mask + 1) * 2 : 16;
    int32_t *table = hw__zalloc(slots, sizeof *table);
    if (!table)
        return false;
    hw__free(texts->slots);
    texts->slots = table;
    texts->mask = slots - 1;
    for (size_t i = 0; i < texts->items.count; i++)
        *find_slot(texts, texts->items.items[i]) = (int32_t)i + 1;
    return true;
}

/* The code of a text, added if it is new; -1 without memory. */
static int32_t code_of(text_codes *texts, const char *text)
{
    if (texts->items.count && strcmp(texts->items.items[texts->last], text) == 0)
        return texts->last;
    if (!grow_slots(texts))
        return -1;
    int32_t *slot = find_slot(texts, text);
    if (!*slot) {
        char *copy = hw__strdup(text);
        if (!copy || !hw__vec_push(&texts->items, copy)) {
            hw__free(copy);
            return -1;
        }
        *slot = (int32_t)texts->items.count;
    }
    texts->last = *slot - 1;
    return texts->last;
}

static void *cell(hw_table *table, size_t column, size_t row, unsigned char valid)
{
    table->columns[column].valid[row] = valid;
    return (char *)table->columns[column].data + row * cell_size[table->specs[column].type];
}

void hw__table_text(hw_table *table, size_t column, size_t row, const char *text)
{
    if (!text)
        return;
    int32_t code = code_of(&table->columns[column].texts, text);
    if (code < 0) {
        table->failed = true;
        return;
    }
    *(int32_t *)cell(table, column, row, 1) = code;
}

void hw__table_int(hw_table *table, size_t column, size_t row, int64_t value)
{
    *(int64_t *)cell(table, column, row, 1) = value;
}

void hw__table_number(hw_table *table, size_t column, size_t row, double value)
{
    if (value - value == 0) /* neither NaN nor infinite */
        *(double *)cell(table, column, row, 1) = value;
}

void hw__table_bool(hw_table *table, size_t column, size_t row, bool value)
{
    *(uint8_t *)cell(table, column, row, 1) = value;
}

void hw__table_local(hw_table *table, size_t column, size_t row, hw_local value)
{
    if (value.date.year)
        *(int64_t *)cell(table, column, row, value.seconds == HW_ALL_DAY ? 2 : 1) = hw__local_wall(value);
}

void hw__table_date(hw_table *table, size_t column, size_t row, hw_date value)
{
    if (value.year)
        *(int32_t *)cell(table, column, row, 1) = hw__day_from_date(value);
}

void hw__table_instant(hw_table *table, size_t column, size_t row, hw_instant value)
{
    *(int64_t *)cell(table, column, row, 1) = value;
}

hw_table *hw__table_done(hw_table *table, hw_error *err)
{
    if (table->failed) {
        hw_table_free(table);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return table;
}

const hw__column *hw__table_column(const hw_table *table, size_t column)
{
    return table && column < table->column_count ? &table->specs[column] : NULL;
}

size_t hw_table_row_count(const hw_table *table)
{
    return table ? table->row_count : 0;
}

size_t hw_table_column_count(const hw_table *table)
{
    return table ? table->column_count : 0;
}

size_t hw_table_find(const hw_table *table, const char *name)
{
    for (size_t c = 0; table && name && c < table->column_count; c++) {
        if (strcmp(table->specs[c].name, name) == 0)
            return c;
    }
    return SIZE_MAX;
}

const char *hw_table_column_name(const hw_table *table, size_t column)
{
    const hw__column *spec = hw__table_column(table, column);
    return spec ? spec->name : NULL;
}

hw_column_type hw_table_column_type(const hw_table *table, size_t column)
{
    const hw__column *spec = hw__table_column(table, column);
    return spec ? (hw_column_type)spec->type : HW_COLUMN_TEXT;
}

const char *hw_table_column_unit(const hw_table *table, size_t column)
{
    const hw__column *spec = hw__table_column(table, column);
    return spec ? spec->unit : NULL;
}

const char *hw_table_column_meaning(const hw_table *table, size_t column)
{
    const hw__column *spec = hw__table_column(table, column);
    return spec ? spec->meaning : NULL;
}

const void *hw_table_column_data(const hw_table *table, size_t column)
{
    return hw__table_column(table, column) ? table->columns[column].data : NULL;
}

const unsigned char *hw_table_column_valid(const hw_table *table, size_t column)
{
    return hw__table_column(table, column) ? table->columns[column].valid : NULL;
}

size_t hw_table_text_count(const hw_table *table, size_t column)
{
    return hw__table_column(table, column) ? table->columns[column].texts.items.count : 0;
}

const char *hw_table_text_at(const hw_table *table, size_t column, size_t code)
{
    if (!hw__table_column(table, column) || code >= table->columns[column].texts.items.count) {
        return NULL;
    }
    return table->columns[column].texts.items.items[code];
}
