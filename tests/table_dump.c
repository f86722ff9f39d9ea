/* SPDX-License-Identifier: MIT */
/* Prints random tables cell by cell, in a form that hides nothing, and beside it what the CSV and JSON
 * writers make of them; for oracle_tables.py to compare. Arguments: how many tables, seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/random_table.h"

static void print_hex(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        printf("%02x", (unsigned char)text[i]);
    }
    putchar('\n');
}

static void print_cell(const hw_table *table, size_t column, size_t row)
{
    const void *data = hw_table_column_data(table, column);
    unsigned char valid = hw_table_column_valid(table, column)[row];
    if (!valid) {
        printf("none\n");
        return;
    }
    switch (hw_table_column_type(table, column)) {
    case HW_COLUMN_TEXT: {
        const char *text = hw_table_text_at(table, column, (size_t)((const int32_t *)data)[row]);
        printf("text ");
        print_hex(text, strlen(text));
        break;
    }
    case HW_COLUMN_NUMBER:
        printf("number%d %a\n", hw__table_column(table, column)->digits, ((const double *)data)[row]);
        break;
    case HW_COLUMN_BOOL:
        printf("bool %d\n", ((const uint8_t *)data)[row]);
        break;
    case HW_COLUMN_DATE:
        printf("date %d\n", (int)((const int32_t *)data)[row]);
        break;
    case HW_COLUMN_INT:
        printf("int %lld\n", (long long)((const int64_t *)data)[row]);
        break;
    case HW_COLUMN_LOCAL:
        printf("%s %lld\n", valid == 2 ? "day" : "local", (long long)((const int64_t *)data)[row]);
        break;
    case HW_COLUMN_INSTANT:
        printf("instant %lld\n", (long long)((const int64_t *)data)[row]);
        break;
    }
}

static int dump(const hw_table *table)
{
    size_t rows = hw_table_row_count(table), columns = hw_table_column_count(table), size;
    printf("table %zu %zu\n", rows, columns);
    for (size_t column = 0; column < columns; column++) {
        printf("%s\n", hw_table_column_name(table, column));
    }
    for (size_t cell = 0; cell < rows * columns; cell++) {
        print_cell(table, cell % columns, cell / columns);
    }
    char *csv = hw_table_to_csv(table, &size, NULL);
    if (csv) {
        print_hex(csv, size);
    }
    char *json = hw_table_to_json(table, &size, NULL);
    if (json) {
        print_hex(json, size);
    }
    hw_string_free(csv);
    hw_string_free(json);
    return csv && json ? 0 : 1;
}

int main(int argc, char **argv)
{
    long tables = argc > 1 ? strtol(argv[1], NULL, 10) : 1;
    test_random random = {argc > 2 ? strtoull(argv[2], NULL, 10) : 1};
    int bad = 0;
    for (long i = 0; i < tables && !bad; i++) {
        hw_table *table = random_table(&random, (size_t)random_below(&random, 40));
        bad = table ? dump(table) : 1;
        hw_table_free(table);
    }
    return bad;
}
