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

static void merge(const hw__order *a, const hw__order *a_end, const hw__order *b_end, hw__order *out)
{
    const hw__order *b = a_end;
    while (a < a_end && b < b_end) {
        *out++ = is_before(b, a) ? *b++ : *a++;
    }
    memcpy(out, a, (size_t)(a_end - a) * sizeof *out);
    out += a_end - a;
    memcpy(out, b, (size_t)(b_end - b) * sizeof *out);
}

/* Merges the runs in pairs; returns how many are left. */
static size_t merge_pairs(const hw__order *from, hw__order *to, size_t *starts, size_t runs)
{
    size_t left = 0, count = starts[runs];
    for (size_t r = 0; r < runs; r += 2) {
        size_t begin = starts[r], middle = starts[r + 1], end = r + 1 < runs ? starts[r + 2] : middle;
        merge(from + begin, from + middle, from + end, to + begin);
        starts[left++] = begin;
    }
    starts[left] = count;
    return left;
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
    hw__order *from = items, *to = spare;
    while (runs > 1) {
        runs = merge_pairs(from, to, starts, runs);
        hw__order *swap = from;
        from = to;
        to = swap;
    }
    if (from == spare) {
        memcpy(items, spare, count * sizeof *items);
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
