/* SPDX-License-Identifier: MIT */
/* How the tables of shapes are written: one row a field. The order of the rows is the order in which documents
 * are written. What a table cannot say is in shape_checks.c. */
#ifndef HW_MODEL_SHAPE_ROWS_H
#define HW_MODEL_SHAPE_ROWS_H

#include "base/limits.h"
#include "model/records.h"
#include "model/shape_checks.h"

#define ATTRIBUTE(text, kind, record, field, ...)                                               \
    {                                                                                           \
        .name = (text), .type = HW__TYPE_##kind, .offset = offsetof(record, field), __VA_ARGS__ \
    }
#define CHILD(text, form, record, field, ...)                                                    \
    {                                                                                            \
        .name = (text), .kind = HW__CHILD_##form, .offset = offsetof(record, field), __VA_ARGS__ \
    }
#define COUNT_OF(rows) ((uint8_t)(sizeof(rows) / sizeof *(rows)))
#define PLAIN .flags = 0
#define REQUIRED .flags = HW__REQUIRED

#endif
