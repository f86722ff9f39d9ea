/* SPDX-License-Identifier: MIT */
/* Which things name a thing? Sorted by counting. */
#include "progress/links.h"

#include <string.h>

bool hw__link_add(hw__link_list *list, const hw_plan *plan, hw__section section, const char *id,
                  uint32_t from)
{
    const hw__thing *thing = id ? hw__plan_thing(plan, section, id, strlen(id)) : NULL;
    return !thing ||
           hw__vec_push(list, ((hw__link){(uint32_t)(thing - plan->sections[section].items), from}));
}

bool hw__link_add_all(hw__link_list *list, const hw_plan *plan, hw__section section, const hw__list *ids,
                      uint32_t from)
{
    char *const *items = ids->items;
    bool good = true;
    for (uint32_t i = 0; good && i < ids->count; i++) {
        good = hw__link_add(list, plan, section, items[i], from);
    }
    return good;
}

/* Puts each where the next of its thing belongs, and moves that on. `last` tells what named a thing last. */
static void place(hw__links *links, const hw__link_list *list, uint32_t *last, bool counting)
{
    for (size_t i = 0; i < list->count; i++) {
        hw__link link = list->items[i];
        if (last[link.to] == link.from) {
            continue;
        }
        last[link.to] = link.from;
        if (counting) {
            links->starts[link.to + 2]++;
        } else {
            links->items[links->starts[link.to + 1]++] = link.from;
        }
    }
}

bool hw__links_make(hw__links *links, hw__link_list *list, size_t things)
{
    uint32_t *last = hw__alloc((things + 1) * sizeof *last);
    links->starts = hw__zalloc(things + 2, sizeof *links->starts);
    links->items = hw__alloc((list->count + 1) * sizeof *links->items);
    bool good = last && links->starts && links->items;
    if (good) {
        memset(last, 0xFF, (things + 1) * sizeof *last);
        place(links, list, last, true);
        for (size_t t = 2; t < things + 2; t++) {
            links->starts[t] += links->starts[t - 1];
        }
        memset(last, 0xFF, (things + 1) * sizeof *last);
        place(links, list, last, false);
    }
    hw__free(last);
    hw__vec_free(list);
    return good;
}

void hw__links_free(hw__links *links)
{
    hw__free(links->starts);
    hw__free(links->items);
}
