/* SPDX-License-Identifier: MIT */
/* Tables of all types with awkward cells: texts with quotes, commas, line breaks, formulas and characters
 * of every length, numbers large, small and undefined, days and times at both ends. */
#ifndef HW_TESTS_RANDOM_TABLE_H
#define HW_TESTS_RANDOM_TABLE_H

#include "model/table.h"
#include "support/random.h"

/* One column of each type in HW_COLUMN_ order, and then a number with four digits. */
enum {
    TABLE_TEXT,
    TABLE_INT,
    TABLE_NUMBER,
    TABLE_BOOL,
    TABLE_LOCAL,
    TABLE_DATE,
    TABLE_INSTANT,
    TABLE_RATE,
    TABLE_COLUMNS
};
extern const hw__column random_table_columns[TABLE_COLUMNS];

hw_table *random_table(test_random *random, size_t rows);

#endif
