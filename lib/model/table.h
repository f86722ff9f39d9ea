/* SPDX-License-Identifier: MIT */
/* Building tables: the columns are a static list, the rows are filled in cell by cell. */
#ifndef HW_MODEL_TABLE_H
#define HW_MODEL_TABLE_H

#include "homework/table.h"

/* One column of a result: the same list drives CSV, JSON, hosts and documentation. */
typedef struct hw__column {
    const char *name;
    uint8_t type;  /* hw_column_type */
    int8_t digits; /* of a number: after the point when printed; -1 = as few as needed */
    const char *unit, *meaning;
} hw__column;

/* A table with all cells empty. NULL with `err` filled in. */
hw_table *hw__table_new(const hw__column *columns, size_t column_count, size_t row_count, hw_error *err);

/* Filling in cells. A text is copied; NULL leaves the cell empty. A lack of memory is kept until
 * hw__table_done(). */
void hw__table_text(hw_table *table, size_t column, size_t row, const char *text);
void hw__table_int(hw_table *table, size_t column, size_t row, int64_t value);
void hw__table_number(hw_table *table, size_t column, size_t row, double value); /* none unless finite */
void hw__table_bool(hw_table *table, size_t column, size_t row, bool value);
void hw__table_local(hw_table *table, size_t column, size_t row,
                     hw_local value);                                           /* all zero leaves it empty */
void hw__table_date(hw_table *table, size_t column, size_t row, hw_date value); /* all zero leaves it empty */
void hw__table_instant(hw_table *table, size_t column, size_t row, hw_instant value);

/* The finished table, or NULL when memory ran out meanwhile (it is then freed). */
hw_table *hw__table_done(hw_table *table, hw_error *err);

/* For writers: the column's own description. */
const hw__column *hw__table_column(const hw_table *table, size_t column);

#endif
