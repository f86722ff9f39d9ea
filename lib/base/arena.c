/* SPDX-License-Identifier: MIT */
/* Memory that is freed all at once. */
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/alloc.h"

#define FIRST_ROOM ((size_t)256)

struct hw__arena_block {
    struct hw__arena_block *older;
    bool lent; /* the owner frees it */
    max_align_t data[];
};

_Static_assert(sizeof(struct hw__arena_block) + FIRST_ROOM == HW__ARENA_ROOM, "a block and its room");

void hw__arena_begin(hw__arena *arena, void *memory)
{
    struct hw__arena_block *block = memory;
    block->older = NULL;
    block->lent = true;
    *arena = (hw__arena){block, 0, FIRST_ROOM};
}

void *hw__arena_alloc(hw__arena *arena, size_t size)
{
    const size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX / 4)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    if (!arena->blocks || arena->room - arena->used < size) {
        size_t room = arena->blocks ? arena->room * 2 : FIRST_ROOM;
        if (room < size)
            room = size;
        struct hw__arena_block *block = hw__alloc(sizeof *block + room);
        if (!block)
            return NULL;
        block->older = arena->blocks;
        block->lent = false;
        arena->blocks = block;
        arena->room = room;
        arena->used = 0;
    }
    void *memory = (char *)arena->blocks->data + arena->used;
    arena->used += size;
    return memory;
}

char *hw__arena_text(hw__arena *arena, const char *text, size_t size)
{
    char *copy = hw__arena_alloc(arena, size + 1);
    if (!copy)
        return NULL;
    if (size)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

void hw__arena_free(hw__arena *arena)
{
    while (arena->blocks) {
        struct hw__arena_block *older = arena->blocks->older;
        if (!arena->blocks->lent)
            hw__free(arena->blocks);
        arena->blocks = older;
    }
    arena->used = arena->room = 0;
}
