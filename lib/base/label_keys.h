/* SPDX-License-Identifier: MIT */
/* The keys of the label table (label_table.h), dense from 0. */
#ifndef HW_BASE_LABEL_KEYS_H
#define HW_BASE_LABEL_KEYS_H

typedef enum hw__label {
#define HW__LABEL(key, en_one, en_other, de_one, de_other) HW__LABEL_##key,
#include "base/label_table.h"
#undef HW__LABEL
    HW__LABEL_COUNT
} hw__label;

#endif
