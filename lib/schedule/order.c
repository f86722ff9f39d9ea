/* SPDX-License-Identifier: MIT */
/* Putting things in order that mostly are: a merge sort over the runs that are there already. */
#include <stdlib.h>
#include <string.h>

#include "schedule/timeline.h"

static bool is_before(const hw__order *a, const hw__order *b)
{
    return a->key < b->key || (a->key == b->key && a->tie < b->tie);
}

/* The end of the run that begins at `from`. */
static size_t run_end(const hw__order *items, size_t from, size_t count)
{
    size_t end = from + 1;
    while (end < count && !is_before(&items[end], &items[end - 1])) {
        end++;
    }
    return end;
}

static void merge(const hw__order *a, const hw__order *a_end, const hw__order *b, const hw__order *b_end,
                  hw__order *out)
{
    while (a < a_end && b < b_end) {
        if (is_before(b, a)) {
            *out++ = *b++;
        } else {
            *out++ = *a++;
        }
    }
    memcpy(out, a, (size_t)(a_end - a) * sizeof *out);
    out += a_end - a;
    memcpy(out, b, (size_t)(b_end - b) * sizeof *out);
}

/* Merges the runs in pairs; returns the number of runs that were found. */
static size_t merge_pairs(const hw__order *items, hw__order *out, size_t count)
{
    size_t runs = 0;
    for (size_t begin = 0; begin < count;) {
        size_t middle = run_end(items, begin, count);
        size_t end = middle < count ? run_end(items, middle, count) : middle;
        merge(items + begin, items + middle, items + middle, items + end, out + begin);
        runs += end > middle ? 2 : 1;
        begin = end;
    }
    return runs;
}

bool hw__order_sort(hw__order *items, size_t count)
{
    if (count < 2 || run_end(items, 0, count) == count) {
        return true;
    }
    hw__order *spare = hw__alloc(count * sizeof *spare);
    if (!spare) {
        return false;
    }
    hw__order *from = items, *to = spare;
    while (merge_pairs(from, to, count) > 1) {
        hw__order *swap = from;
        from = to;
        to = swap;
    }
    if (from == spare) {
        memcpy(items, spare, count * sizeof *items);
    }
    hw__free(spare);
    return true;
}

typedef struct ranked {
    const char *id;
    uint32_t assignment;
} ranked;

static int compare_ranked(const void *a, const void *b)
{
    return strcmp(((const ranked *)a)->id, ((const ranked *)b)->id);
}

uint32_t *hw__assignment_ranks(const hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    ranked *list = hw__alloc(things->count * sizeof *list);
    uint32_t *ranks = hw__alloc(things->count * sizeof *ranks);
    if (!list || !ranks) {
        hw__free(list);
        hw__free(ranks);
        return NULL;
    }
    for (size_t i = 0; i < things->count; i++) {
        list[i] = (ranked){things->items[i].revisions.items[0]->id, (uint32_t)i};
    }
    qsort(list, things->count, sizeof *list, compare_ranked);
    for (size_t i = 0; i < things->count; i++) {
        ranks[list[i].assignment] = (uint32_t)i;
    }
    hw__free(list);
    return ranks;
}
