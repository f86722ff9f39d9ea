/* SPDX-License-Identifier: MIT */
/* Putting things in order that mostly are: a merge sort over the runs that are there already. */
#include <stdlib.h>
#include <string.h>

#include "schedule/timeline.h"

static inline bool is_before(const hw__order *a, const hw__order *b)
{
    return a->key < b->key || (a->key == b->key && a->tie < b->tie);
}

static size_t count_runs(const hw__order *items, size_t count)
{
    size_t runs = 1;
    for (size_t i = 1; i < count; i++) {
        runs += is_before(&items[i], &items[i - 1]);
    }
    return runs;
}

/* Sets starts[r] to where run r begins, and the one after the last to the end. */
static void find_runs(const hw__order *items, size_t count, size_t *starts)
{
    size_t runs = 0;
    starts[runs++] = 0;
    for (size_t i = 1; i < count; i++) {
        if (is_before(&items[i], &items[i - 1])) {
            starts[runs++] = i;
        }
    }
    starts[runs] = count;
}

/* `out` may lead up to `b`: it never overtakes it. */
static void merge(const hw__order *a, const hw__order *a_end, const hw__order *b, const hw__order *b_end,
                  hw__order *out)
{
    while (a < a_end && b < b_end) {
        *out++ = is_before(b, a) ? *b++ : *a++;
    }
    memcpy(out, a, (size_t)(a_end - a) * sizeof *out);
    out += a_end - a;
    if (out != b) {
        memcpy(out, b, (size_t)(b_end - b) * sizeof *out);
    }
}

/* Merges the runs in pairs; returns how many are left. `from` and `to` may be the same: then the first of
 * each pair goes through `spare`. */
static size_t merge_pairs(const hw__order *from, hw__order *to, hw__order *spare, size_t *starts, size_t runs)
{
    size_t left = 0, count = starts[runs];
    for (size_t r = 0; r < runs; r += 2) {
        size_t begin = starts[r], middle = starts[r + 1], end = r + 1 < runs ? starts[r + 2] : middle;
        const hw__order *first = from + begin;
        if (from == to && end > middle) {
            first = memcpy(spare, first, (middle - begin) * sizeof *spare);
        }
        if (from != to || end > middle) {
            merge(first, first + (middle - begin), from + middle, from + end, to + begin);
        }
        starts[left++] = begin;
    }
    starts[left] = count;
    return left;
}

/* Whether it takes an odd number of passes to make one run of some. */
static bool takes_odd(size_t runs)
{
    bool odd = false;
    for (; runs > 1; runs = (runs + 1) / 2) {
        odd = !odd;
    }
    return odd;
}

bool hw__order_sort(hw__order *items, size_t count)
{
    size_t runs = count_runs(items, count);
    if (count < 2 || runs == 1) {
        return true;
    }
    hw__order *spare = hw__alloc(count * sizeof *spare);
    size_t *starts = hw__alloc((runs + 1) * sizeof *starts);
    if (!spare || !starts) {
        hw__free(spare);
        hw__free(starts);
        return false;
    }
    find_runs(items, count, starts);
    if (takes_odd(runs)) { /* so that the last pass ends where it should */
        runs = merge_pairs(items, items, spare, starts, runs);
    }
    while (runs > 1) {
        runs = merge_pairs(items, spare, spare, starts, runs);
        runs = merge_pairs(spare, items, spare, starts, runs);
    }
    hw__free(spare);
    hw__free(starts);
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
