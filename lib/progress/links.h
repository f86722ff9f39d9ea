/* SPDX-License-Identifier: MIT */
/* What names what: for each thing of one section, in order, the indices of those that name it. So that a thing's are
 * found without a look at all the others. */
#ifndef HW_PROGRESS_LINKS_H
#define HW_PROGRESS_LINKS_H

#include "base/vec.h"
#include "model/plan_store.h"

typedef struct hw__link {
    uint32_t to, from;
} hw__link;

typedef HW__VEC(hw__link) hw__link_list;

/* Those that name thing t are items[starts[t]] to items[starts[t + 1] - 1]. All zero = not made. */
typedef struct hw__links {
    uint32_t *starts, *items;
} hw__links;

/* Notes that `from` names the thing of a section with an id; nothing if there is none, or no id. False without
 * memory. */
bool hw__link_add(hw__link_list *list, const hw_plan *plan, hw__section section, const char *id,
                  uint32_t from);
/* The same for a list of ids (char *). */
bool hw__link_add_all(hw__link_list *list, const hw_plan *plan, hw__section section, const hw__list *ids,
                      uint32_t from);
/* Of a list in the order of `from`; what names a thing twice is there once. The list is let go. False without
 * memory. */
bool hw__links_make(hw__links *links, hw__link_list *list, size_t things);
void hw__links_free(hw__links *links);

#endif
