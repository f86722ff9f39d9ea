/* SPDX-License-Identifier: MIT */
/* How arrays grow: by half, never past what a size can count. */
#include "base/vec.h"

#include <stdint.h>

#define FIRST_ROOM ((size_t)8)

bool hw__vec_grow(void **items, size_t *room, size_t count, size_t more, size_t item_size)
{
    if (more <= *room - count) {
        return true;
    }
    size_t most = SIZE_MAX / 2 / item_size;
    if (count > most || more > most - count) {
        return false;
    }
    size_t wanted = *room + *room / 2;
    if (wanted < FIRST_ROOM) {
        wanted = FIRST_ROOM;
    }
    if (wanted < count + more || wanted > most) {
        wanted = count + more;
    }
    void *grown = hw__realloc(*items, wanted * item_size);
    if (!grown) {
        return false;
    }
    *items = grown;
    *room = wanted;
    return true;
}

void hw__vec_shrink(void **items, size_t *room, size_t count, size_t item_size)
{
    if (count == *room) {
        return;
    }
    if (count == 0) {
        hw__free(*items);
        *items = NULL;
        *room = 0;
        return;
    }
    void *smaller = hw__realloc(*items, count * item_size);
    if (smaller) {
        *items = smaller;
        *room = count;
    }
}
