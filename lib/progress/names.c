/* SPDX-License-Identifier: MIT */
/* Which number has a text? */
#include "progress/names.h"

#include <string.h>

static hw__text_items items_of(const hw__names *names)
{
    return (hw__text_items){.pool = names->pool.items,
                            .pool_size = names->pool.count,
                            .first = (const char *)names->offsets.items,
                            .stride = sizeof *names->offsets.items};
}

static bool push(hw__names *names, const char *text, size_t size)
{
    size_t room = size + 1;
    if (names->pool.count + room >= UINT32_MAX || !hw__vec_reserve(&names->pool, room) ||
        !hw__vec_push(&names->offsets, (uint32_t)names->pool.count)) {
        return false;
    }
    memcpy(names->pool.items + names->pool.count, text, size);
    names->pool.items[names->pool.count + size] = '\0';
    names->pool.count += size + 1;
    return true;
}

uint32_t hw__names_add(hw__names *names, const char *text, size_t size)
{
    hw__text_items items = items_of(names);
    uint32_t found =
        names->offsets.count > 0 ? hw__table_find(&names->table, &items, text, size) : UINT32_MAX;
    if (found != UINT32_MAX) {
        return found;
    }
    uint32_t number = (uint32_t)names->offsets.count;
    if (!push(names, text, size)) {
        return HW__NO_NAME;
    }
    items = items_of(names);
    if (!hw__table_reserve(&names->table, &items, number + 1)) {
        names->offsets.count = number;
        return HW__NO_NAME;
    }
    hw__table_enter(&names->table, &items, number + 1);
    return number;
}

void hw__names_free(hw__names *names)
{
    hw__vec_free(&names->offsets);
    hw__vec_free(&names->pool);
    hw__table_free(&names->table);
}
