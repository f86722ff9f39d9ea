/* SPDX-License-Identifier: MIT */
/* How a document is read: the options of hw_read_options, and what they are when there are none. */
#ifndef HW_FORMAT_READ_OPTIONS_H
#define HW_FORMAT_READ_OPTIONS_H

#include "homework/document.h"

#define HW__LIMIT_COUNT (HW_LIMIT_TEXT_BYTES + 1)

struct hw_read_options {
    hw_zones *zones; /* NULL = the system's */
    bool salvage;
    size_t limits[HW__LIMIT_COUNT];
};

extern const hw_read_options hw__read_defaults;

/* The name of a limit in messages ("bytes", "entries", ...). */
const char *hw__limit_name(hw_limit limit);

#endif
