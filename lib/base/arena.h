/* SPDX-License-Identifier: MIT */
/* Memory that is freed all at once: the texts and lists of one record. */
#ifndef HW_BASE_ARENA_H
#define HW_BASE_ARENA_H

#include <stddef.h>

struct hw__arena_block;

#define HW__ARENA_ROOM 272

typedef struct hw__arena {
    struct hw__arena_block *blocks; /* the newest first */
    size_t used, room;              /* of the newest block */
} hw__arena;                        /* all zero = empty */

/* Begins an empty arena with memory of its owner, which is not freed with it: HW__ARENA_ROOM bytes, aligned
 * for any type. */
void hw__arena_begin(hw__arena *arena, void *memory);
void *hw__arena_alloc(hw__arena *arena, size_t size); /* aligned for any type; NULL without memory */
char *hw__arena_text(hw__arena *arena, const char *text, size_t size); /* a copy with a NUL */
void hw__arena_free(hw__arena *arena);

#endif
