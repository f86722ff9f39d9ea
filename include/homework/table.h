/* SPDX-License-Identifier: MIT */
/** @file table.h
 *  Any result as a table: named, typed columns, ready for CSV, JSON, data frames.
 *
 *  The columns of each result are documented by the table itself (name, type, unit, meaning). A column is
 *  packed memory of one type; what is undefined is marked in its validity bytes, and a number there is NaN.
 *  Tables own their memory and point into nothing.
 */
#ifndef HOMEWORK_TABLE_H
#define HOMEWORK_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "time.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The type of a column: what hw_table_column_data() points to. */
typedef enum hw_column_type {
    HW_COLUMN_TEXT = 0, /**< int32_t codes into the texts of the column; -1 = none. */
    HW_COLUMN_INT,      /**< int64_t. */
    HW_COLUMN_NUMBER,   /**< double; NaN = undefined. */
    HW_COLUMN_BOOL,     /**< uint8_t. */
    HW_COLUMN_LOCAL,    /**< int64_t: wall seconds since 1970-01-01T00:00:00; see hw_table_column_valid(). */
    HW_COLUMN_DATE,     /**< int32_t: days since 1970-01-01. */
    HW_COLUMN_INSTANT   /**< int64_t: seconds since 1970-01-01T00:00:00Z. */
} hw_column_type;

/** A table. Opaque. */
typedef struct hw_table hw_table;

/** Frees it. NULL is ignored. @since 0.1 */
HW_API void hw_table_free(hw_table *table);

/** How many rows; 0 for NULL. @since 0.1 */
HW_API size_t hw_table_row_count(const hw_table *table);

/** How many columns; 0 for NULL. @since 0.1 */
HW_API size_t hw_table_column_count(const hw_table *table);

/** The index of a column by name; SIZE_MAX if there is none. @since 0.1 */
HW_API size_t hw_table_find(const hw_table *table, const char *name);

/** A column's name: lower case with underscores. Static storage; NULL past the end. @since 0.1 */
HW_API const char *hw_table_column_name(const hw_table *table, size_t column);

/** A column's type; HW_COLUMN_TEXT past the end. @since 0.1 */
HW_API hw_column_type hw_table_column_type(const hw_table *table, size_t column);

/** A column's unit ("min", "s"), "" if it has none. Static storage; NULL past the end. @since 0.1 */
HW_API const char *hw_table_column_unit(const hw_table *table, size_t column);

/** What a column means, in one sentence. Static storage; NULL past the end. @since 0.1 */
HW_API const char *hw_table_column_meaning(const hw_table *table, size_t column);

/** The packed values of a column, one for each row. Borrowed while the table lives; NULL past the end.
 *  @since 0.1 */
HW_API const void *hw_table_column_data(const hw_table *table, size_t column);

/** One byte for each row: 0 = no value, 1 = a value, 2 = a whole day (only in HW_COLUMN_LOCAL). NULL past the
 *  end. Borrowed while the table lives. @since 0.1 */
HW_API const unsigned char *hw_table_column_valid(const hw_table *table, size_t column);

/** How many different texts a column of texts has. @since 0.1 */
HW_API size_t hw_table_text_count(const hw_table *table, size_t column);

/** The text for a code. Borrowed; NULL out of range. @since 0.1 */
HW_API const char *hw_table_text_at(const hw_table *table, size_t column, size_t code);

/** The table as CSV (RFC 4180, CRLF, a header row): texts that a spreadsheet would take for a formula get a
 *  leading apostrophe. `size` may be NULL. Owned: hw_string_free(). Errors: HW_ERR_ARGUMENT, HW_ERR_LIMIT,
 *  HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API char *hw_table_to_csv(const hw_table *table, size_t *size, hw_error *err);

/** The table as JSON (RFC 8259): an array with an object for each row, undefined values as null. `size` may
 *  be NULL. Owned: hw_string_free(). Errors: as hw_table_to_csv(). @since 0.1 */
HW_API char *hw_table_to_json(const hw_table *table, size_t *size, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
