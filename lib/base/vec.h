/* SPDX-License-Identifier: MIT */
/* A growable array: HW__VEC(type) is a struct with items, count and room. */
#ifndef HW_BASE_VEC_H
#define HW_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/alloc.h"

#define HW__VEC(type)       \
    struct {                \
        type *items;        \
        size_t count, room; \
    }

/* Makes room for `more` items; false without memory (the array is then unchanged). The arguments are
 * evaluated more than once. */
#define hw__vec_reserve(vec, more)           \
    ((more) <= (vec)->room - (vec)->count || \
     hw__vec_grow((void **)&(vec)->items, &(vec)->room, (vec)->count, (more), sizeof *(vec)->items))

/* Appends `value`; false without memory. */
#define hw__vec_push(vec, value) \
    (hw__vec_reserve((vec), 1) ? ((vec)->items[(vec)->count++] = (value), true) : false)

/* Gives back unused room. */
#define hw__vec_trim(vec) \
    hw__vec_shrink((void **)&(vec)->items, &(vec)->room, (vec)->count, sizeof *(vec)->items)

#define hw__vec_free(vec) (hw__free((vec)->items), (vec)->items = NULL, (vec)->count = (vec)->room = 0)

bool hw__vec_grow(void **items, size_t *room, size_t count, size_t more, size_t item_size);
void hw__vec_shrink(void **items, size_t *room, size_t count, size_t item_size);

#endif
