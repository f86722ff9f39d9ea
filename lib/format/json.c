/* SPDX-License-Identifier: MIT */
/* Tables as JSON (RFC 8259): an array with an object for each row, keys in the order of the columns. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "format/cells.h"
#include "format/json_out.h"

static void put_string(hw__buffer *out, const char *text)
{
    hw__put_json(out, text, strlen(text));
}

/* A column as it is needed for each row: what comes before its value (braces, comma, key), and its cells. */
typedef struct member {
    size_t lead, lead_size; /* in hw__buffer leads */
    const unsigned char *valid;
    hw_column_type type;
} member;

static member *make_members(const hw_table *table, hw__buffer *leads)
{
    size_t count = hw_table_column_count(table);
    member *members = hw__alloc(count * sizeof *members);
    for (size_t column = 0; members && column < count; column++) {
        size_t lead = leads->size;
        hw__put_text(leads, column ? ", " : "{");
        put_string(leads, hw_table_column_name(table, column));
        HW__PUT_LIT(leads, ": ");
        members[column] = (member){lead, leads->size - lead, hw_table_column_valid(table, column),
                                   hw_table_column_type(table, column)};
    }
    return members;
}

static void put_value(hw__buffer *out, const hw_table *table, const member *its, size_t column, size_t row)
{
    if (!its->valid[row]) {
        HW__PUT_LIT(out, "null");
    } else if (its->type == HW_COLUMN_TEXT) {
        put_string(out, hw__cell_text(table, column, row));
    } else if (hw__cell_is_quoted(its->type)) {
        hw__put_char(out, '"');
        hw__put_cell(out, table, column, row);
        hw__put_char(out, '"');
    } else {
        hw__put_cell(out, table, column, row);
    }
}

static void put_rows(hw__buffer *out, const hw_table *table, const member *members, const char *leads)
{
    for (size_t row = 0; row < hw_table_row_count(table); row++) {
        hw__put_text(out, row ? ",\n " : "\n ");
        for (size_t column = 0; column < hw_table_column_count(table); column++) {
            hw__put(out, leads + members[column].lead, members[column].lead_size);
            put_value(out, table, &members[column], column, row);
        }
        hw__put_char(out, '}');
    }
}

char *hw_table_to_json(const hw_table *table, size_t *size, hw_error *err)
{
    if (!table) {
        hw__null_argument(err, "table");
        return NULL;
    }
    hw__buffer out, leads;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw__buffer_init(&leads, HW__MAX_OUTPUT_BYTES);
    member *members = make_members(table, &leads);
    if (!members || hw__buffer_status(&leads, NULL) != HW_OK) {
        hw__free(members);
        hw__buffer_free(&leads);
        hw__no_memory(err);
        return NULL;
    }
    hw__put_char(&out, '[');
    put_rows(&out, table, members, leads.data);
    hw__put_text(&out, hw_table_row_count(table) ? "\n]\n" : "]\n");
    hw__free(members);
    hw__buffer_free(&leads);
    return hw__buffer_take(&out, size, err);
}
