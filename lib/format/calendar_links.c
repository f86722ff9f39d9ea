/* SPDX-License-Identifier: MIT */
/* Which event shows the occurrence that a to-do is about? */
#include <stdlib.h>

#include "format/calendar_base.h"
#include "schedule/timeline.h"

void hw__links_add(hw__calendar *calendar, const hw__occurrence *row, const hw__uuid *event)
{
    if (!calendar->profile->relates || row->day < calendar->link_from || row->day >= calendar->link_to) {
        return;
    }
    hw__link link = {hw__occurrence_key(row->assignment, row->day, row->seconds), *event};
    if (!hw__vec_push(&calendar->links, link)) {
        hw__buffer_fail(calendar->out, HW_ERR_MEMORY);
    }
}

static int compare(const void *a, const void *b)
{
    int64_t x = ((const hw__link *)a)->key, y = ((const hw__link *)b)->key;
    return x < y ? -1 : x > y;
}

void hw__links_sort(hw__calendar *calendar)
{
    if (calendar->links.count > 1) {
        qsort(calendar->links.items, calendar->links.count, sizeof *calendar->links.items, compare);
    }
}

const hw__uuid *hw__links_find(const hw__calendar *calendar, const hw__occurrence *row)
{
    hw__link wanted = {.key = hw__occurrence_key(row->assignment, row->day, row->seconds)};
    const hw__link *link = calendar->links.count > 0
                               ? bsearch(&wanted, calendar->links.items, calendar->links.count,
                                         sizeof *calendar->links.items, compare)
                               : NULL;
    return link ? &link->uuid : NULL;
}
