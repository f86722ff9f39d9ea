/* SPDX-License-Identifier: MIT */
/* The fields that each kind of homework has by itself, as data. To add one, add a row to payloads.c and its
 * label; nothing else. */
#ifndef HW_MODEL_PAYLOADS_H
#define HW_MODEL_PAYLOADS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/label_keys.h"

#define HW__EVERY_KIND 255

/* One of the answers to a field of a kind. */
typedef struct hw__kind_choice {
    const char *value;
    hw__label label;
} hw__kind_choice;

typedef struct hw__kind_field {
    uint8_t kind; /* hw_kind, or HW__EVERY_KIND */
    uint8_t type; /* hw_field_type */
    uint8_t phase;
    bool whole, confidential;
    int8_t most; /* of a rating: from 0 to this; of a number 0 = no bound above; -1 = no bounds */
    const char *name, *group, *unit; /* group and unit may be NULL */
    hw__label label;
    const hw__kind_choice *choices;
    size_t choice_count;
} hw__kind_field;

extern const hw__kind_field hw__kind_fields[];
extern const size_t hw__kind_field_count;

#endif
