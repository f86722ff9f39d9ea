/* SPDX-License-Identifier: MIT */
/* One cell of a table as text. */
#include "format/cells.h"

#include "base/decimal.h"
#include "time/civil.h"

#define MOST_FIXED 1e15 /* what hw__fixed_print() refuses */

bool hw__cell_is_valid(const hw_table *table, size_t column, size_t row)
{
    return hw_table_column_valid(table, column)[row] != 0;
}

static const char *text_at(const hw_table *table, size_t column, size_t row)
{
    int32_t code = ((const int32_t *)hw_table_column_data(table, column))[row];
    return hw_table_text_at(table, column, (size_t)code);
}

const char *hw__cell_text(const hw_table *table, size_t column, size_t row)
{
    if (hw_table_column_type(table, column) != HW_COLUMN_TEXT || !hw__cell_is_valid(table, column, row))
        return NULL;
    return text_at(table, column, row);
}

/* Beyond what a decimal holds: 15 digits and an exponent. */
static void put_large(hw__buffer *out, double value)
{
    int exponent = 0;
    for (; value >= MOST_FIXED || value <= -MOST_FIXED; exponent++) {
        value /= 10;
    }
    hw__put_int(out, (int64_t)value);
    hw__put_char(out, 'e');
    hw__put_int(out, exponent);
}

static void put_number(hw__buffer *out, double value, int digits)
{
    char text[40];
    hw__decimal decimal;
    size_t size;
    if (digits < 0 && hw__decimal_from_double(value, &decimal)) {
        size = hw__decimal_print(decimal, text);
    } else {
        size = hw__fixed_print(value, digits < 0 ? 9 : digits, text);
    }
    if (size == 0) {
        put_large(out, value);
    }
    hw__put(out, text, size);
}

static void put_instant(hw__buffer *out, int64_t instant)
{
    hw__put_local(out, hw__wall_local(instant));
    hw__put_char(out, 'Z');
}

static void put_local(hw__buffer *out, int64_t wall, bool whole_day)
{
    hw_local local = hw__wall_local(wall);
    if (whole_day)
        local.seconds = HW_ALL_DAY;
    hw__put_local(out, local);
}

void hw__put_cell(hw__buffer *out, const hw_table *table, size_t column, size_t row)
{
    if (!hw__cell_is_valid(table, column, row))
        return;
    const void *data = hw_table_column_data(table, column);
    switch (hw_table_column_type(table, column)) {
    case HW_COLUMN_TEXT:
        hw__put_text(out, text_at(table, column, row));
        break;
    case HW_COLUMN_INT:
        hw__put_int(out, ((const int64_t *)data)[row]);
        break;
    case HW_COLUMN_NUMBER:
        put_number(out, ((const double *)data)[row], hw__table_column(table, column)->digits);
        break;
    case HW_COLUMN_BOOL:
        hw__put_text(out, ((const uint8_t *)data)[row] ? "true" : "false");
        break;
    case HW_COLUMN_LOCAL:
        put_local(out, ((const int64_t *)data)[row], hw_table_column_valid(table, column)[row] == 2);
        break;
    case HW_COLUMN_DATE:
        hw__put_date(out, hw__date_from_day(((const int32_t *)data)[row]));
        break;
    case HW_COLUMN_INSTANT:
        put_instant(out, ((const int64_t *)data)[row]);
        break;
    }
}

bool hw__cell_is_quoted(hw_column_type type)
{
    return type != HW_COLUMN_INT && type != HW_COLUMN_NUMBER && type != HW_COLUMN_BOOL;
}
