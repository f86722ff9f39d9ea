/* SPDX-License-Identifier: MIT */
/* Tables as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "format/cells.h"

/* Whether a spreadsheet may take the text for a formula: its first character, after blanks, a byte order
 * mark or in full-width form, begins one (CWE-1236). */
static bool is_formula(const char *text)
{
    static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                       "\xef\xbc\xa0"}; /* = + - @ */
    for (;;) {
        if (*text == ' ')
            text++;
        else if (strncmp(text, "\xef\xbb\xbf", 3) == 0 || strncmp(text, "\xe3\x80\x80", 3) == 0)
            text += 3;
        else if (strncmp(text, "\xc2\xa0", 2) == 0)
            text += 2;
        else
            break;
    }
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (strncmp(text, wide[i], 3) == 0)
            return true;
    }
    return *text && strchr("=+-@\t\r", *text);
}

static void put_quoted(hw__buffer *out, const char *text)
{
    bool formula = is_formula(text);
    if (!formula && !strpbrk(text, ",\"\r\n")) {
        hw__put_text(out, text);
        return;
    }
    hw__put_char(out, '"');
    if (formula)
        hw__put_char(out, '\'');
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        hw__put(out, text, (size_t)(quote - text) + 1);
        hw__put_char(out, '"');
    }
    hw__put_text(out, text);
    hw__put_char(out, '"');
}

static void put_row(hw__buffer *out, const hw_table *table, size_t row)
{
    for (size_t column = 0; column < hw_table_column_count(table); column++) {
        if (column)
            hw__put_char(out, ',');
        const char *text = hw__cell_text(table, column, row);
        if (text)
            put_quoted(out, text);
        else
            hw__put_cell(out, table, column, row);
    }
    HW__PUT_LIT(out, "\r\n");
}

char *hw_table_to_csv(const hw_table *table, size_t *size, hw_error *err)
{
    if (!table) {
        hw__null_argument(err, "table");
        return NULL;
    }
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    for (size_t column = 0; column < hw_table_column_count(table); column++) {
        if (column)
            hw__put_char(&out, ',');
        hw__put_text(&out, hw_table_column_name(table, column));
    }
    HW__PUT_LIT(&out, "\r\n");
    for (size_t row = 0; row < hw_table_row_count(table); row++)
        put_row(&out, table, row);
    return hw__buffer_take(&out, size, err);
}
