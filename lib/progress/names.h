/* SPDX-License-Identifier: MIT */
/* Numbers for texts that repeat: the same number for the same text, from 0 in the order in which they come.
 * */
#ifndef HW_PROGRESS_NAMES_H
#define HW_PROGRESS_NAMES_H

#include "base/vec.h"
#include "model/text_table.h"

typedef struct hw__names {
    HW__VEC(uint32_t) offsets; /* where each begins in the pool */
    HW__VEC(char) pool;        /* NUL-terminated texts */
    hw__text_table table;
} hw__names; /* all zero = none */

#define HW__NO_NAME UINT32_MAX

/* The number of a text; HW__NO_NAME without memory, or when all texts together would be too long. */
uint32_t hw__names_add(hw__names *names, const char *text, size_t size);
static inline const char *hw__names_at(const hw__names *names, uint32_t number)
{
    return names->pool.items + names->offsets.items[number];
}
void hw__names_free(hw__names *names);

#endif
