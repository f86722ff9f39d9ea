/* SPDX-License-Identifier: MIT */
/* One cell of a table as text, the same in every format. */
#ifndef HW_FORMAT_CELLS_H
#define HW_FORMAT_CELLS_H

#include "base/buffer.h"
#include "model/table.h"

/* Whether the cell has a value. */
bool hw__cell_is_valid(const hw_table *table, size_t column, size_t row);
/* The text of a valid cell of texts; NULL for every other cell. Borrowed. */
const char *hw__cell_text(const hw_table *table, size_t column, size_t row);
/* Writes a cell that is not text: 0.7143, true, 2025-03-03T19:00:00, 2025-03-03T18:00:00Z; nothing when it
 * is empty. */
void hw__put_cell(hw__buffer *out, const hw_table *table, size_t column, size_t row);
/* Whether the type's values are written as JSON strings. */
bool hw__cell_is_quoted(hw_column_type type);

#endif
