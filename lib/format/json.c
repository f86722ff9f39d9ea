/* SPDX-License-Identifier: MIT */
/* Tables as JSON (RFC 8259): an array with an object for each row, keys in the order of the columns. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "format/cells.h"

static void put_escape(hw__buffer *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
    case '\\':
        hw__put_char(out, '\\');
        hw__put_char(out, (char)c);
        break;
    case '\n':
        HW__PUT_LIT(out, "\\n");
        break;
    case '\t':
        HW__PUT_LIT(out, "\\t");
        break;
    default:
        HW__PUT_LIT(out, "\\u00");
        hw__put_char(out, hex[c >> 4]);
        hw__put_char(out, hex[c & 15]);
        break;
    }
}

static void put_string(hw__buffer *out, const char *text)
{
    hw__put_char(out, '"');
    const char *run = text;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        hw__put(out, run, (size_t)(text - run));
        put_escape(out, c);
        run = text + 1;
    }
    hw__put(out, run, (size_t)(text - run));
    hw__put_char(out, '"');
}

static void put_value(hw__buffer *out, const hw_table *table, size_t column, size_t row)
{
    if (!hw__cell_is_valid(table, column, row)) {
        HW__PUT_LIT(out, "null");
        return;
    }
    const char *text = hw__cell_text(table, column, row);
    if (text) {
        put_string(out, text);
        return;
    }
    bool quoted = hw__cell_is_quoted(hw_table_column_type(table, column));
    if (quoted)
        hw__put_char(out, '"');
    hw__put_cell(out, table, column, row);
    if (quoted)
        hw__put_char(out, '"');
}

static void put_row(hw__buffer *out, const hw_table *table, size_t row)
{
    hw__put_char(out, '{');
    for (size_t column = 0; column < hw_table_column_count(table); column++) {
        if (column)
            HW__PUT_LIT(out, ", ");
        put_string(out, hw_table_column_name(table, column));
        HW__PUT_LIT(out, ": ");
        put_value(out, table, column, row);
    }
    hw__put_char(out, '}');
}

char *hw_table_to_json(const hw_table *table, size_t *size, hw_error *err)
{
    if (!table) {
        hw__null_argument(err, "table");
        return NULL;
    }
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw__put_char(&out, '[');
    for (size_t row = 0; row < hw_table_row_count(table); row++) {
        hw__put_text(&out, row ? ",\n " : "\n ");
        put_row(&out, table, row);
    }
    hw__put_text(&out, hw_table_row_count(table) ? "\n]\n" : "]\n");
    return hw__buffer_take(&out, size, err);
}
