/* SPDX-License-Identifier: MIT */
/* Puts a log in order. What is in order already, as in every document that we wrote, costs one look at
 * each neighbour; a few entries that were appended to an ordered log are put where they belong, more of them cost one
 * merge. */
#include <string.h>

#include "model/log_store.h"

#define FEW 8 /* entries that are put in one by one */

static int compare_rows(const hw__log_store *log, const hw__entry_row *a, const hw__entry_row *b)
{
    if (a->recorded != b->recorded) {
        return a->recorded < b->recorded ? -1 : 1;
    }
    return strcmp(hw__log_pool(log, a->id), hw__log_pool(log, b->id));
}

static int compare(const hw__log_store *log, uint32_t a, uint32_t b)
{
    return compare_rows(log, &log->entries.items[a], &log->entries.items[b]);
}

static bool is_in_order(const hw__log_store *log)
{
    const hw__entry_row *rows = log->entries.items;
    for (size_t i = log->sorted > 0 ? log->sorted : 1; i < log->entries.count; i++) {
        if (compare_rows(log, &rows[i - 1], &rows[i]) > 0) {
            return false;
        }
    }
    return true;
}

/* Where the run that begins at `start` ends. */
static uint32_t run_end(const hw__log_store *log, const uint32_t *order, uint32_t start, uint32_t count)
{
    uint32_t end = start + 1;
    while (end < count && compare(log, order[end - 1], order[end]) <= 0) {
        end++;
    }
    return end;
}

/* Merges neighbouring runs of `from` into `to`; returns how many runs are left. */
static uint32_t merge_runs(const hw__log_store *log, const uint32_t *from, uint32_t *to, uint32_t count)
{
    uint32_t runs = 0;
    for (uint32_t start = 0; start < count; runs++) {
        uint32_t middle = run_end(log, from, start, count);
        uint32_t end = middle < count ? run_end(log, from, middle, count) : middle;
        uint32_t left = start, right = middle;
        for (uint32_t out = start; out < end; out++) {
            bool take_left = right == end || (left < middle && compare(log, from[left], from[right]) <= 0);
            to[out] = take_left ? from[left++] : from[right++];
        }
        start = end;
    }
    return runs;
}

/* Gives the foreign content its entries' new indexes. `place` is room for a number for each entry. */
static void move_foreign(hw__log_store *log, const uint32_t *order, uint32_t *place, hw__entry_foreign *moved)
{
    uint32_t count = (uint32_t)log->entries.count;
    memset(place, 0, count * sizeof *place);
    for (size_t i = 0; i < log->foreign.count; i++) {
        place[log->foreign.items[i].entry] = (uint32_t)i + 1;
    }
    size_t done = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (place[order[i]]) {
            moved[done] = log->foreign.items[place[order[i]] - 1];
            moved[done++].entry = i;
        }
    }
    hw__free(log->foreign.items);
    log->foreign.items = moved;
    log->foreign.room = log->foreign.count;
}

static void move_rows(hw__log_store *log, const uint32_t *order, hw__entry_row *moved)
{
    for (size_t i = 0; i < log->entries.count; i++) {
        moved[i] = log->entries.items[order[i]];
    }
    hw__free(log->entries.items);
    log->entries.items = moved;
    log->entries.room = log->entries.count;
}

static bool reorder(hw__log_store *log, uint32_t *pushed)
{
    uint32_t count = (uint32_t)log->entries.count;
    uint32_t *order = hw__alloc((size_t)count * 2 * sizeof *order);
    hw__entry_row *rows = hw__alloc(count * sizeof *rows);
    hw__entry_foreign *foreign = NULL;
    if (log->foreign.count > 0) {
        foreign = hw__alloc(log->foreign.count * sizeof *foreign);
    }
    if (!order || !rows || (log->foreign.count > 0 && !foreign)) {
        hw__free(order);
        hw__free(rows);
        hw__free(foreign);
        return false;
    }
    uint32_t *from = order, *to = order + count;
    for (uint32_t i = 0; i < count; i++) {
        from[i] = i;
    }
    while (merge_runs(log, from, to, count) > 1) {
        uint32_t *next = from;
        from = to;
        to = next;
    }
    if (foreign) {
        move_foreign(log, to, from, foreign);
    }
    move_rows(log, to, rows);
    if (pushed) {
        memcpy(pushed, to, count * sizeof *to);
    }
    hw__free(order);
    return true;
}

/* Where a row belongs among the first `count`, which are in order. */
static uint32_t place_of(const hw__log_store *log, const hw__entry_row *row, uint32_t count)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_rows(log, &log->entries.items[middle], row) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void move_foreign_up(hw__log_store *log, uint32_t first)
{
    for (size_t i = log->foreign.count; i-- > 0 && log->foreign.items[i].entry >= first;) {
        log->foreign.items[i].entry++;
    }
}

/* Puts the first entry that is not in order yet in its place, and its id with those of the others if these are
 * `entered`. Returns whether they still are. */
static bool insert_next(hw__log_store *log, bool entered)
{
    hw__entry_row *rows = log->entries.items, row = rows[log->sorted];
    uint32_t last = (uint32_t)log->sorted, place = place_of(log, &row, last);
    hw__text_items items = hw__log_id_items(log);
    const char *id = hw__log_pool(log, row.id);
    if (entered && hw__log_find(log, id, strlen(id)) != UINT32_MAX) {
        entered = false; /* while numbers change, it could be mistaken for the one that has its id */
    }
    if (entered) {
        hw__table_make_way(&log->ids, &items, place);
    }
    move_foreign_up(log, place);
    memmove(&rows[place + 1], &rows[place], (last - place) * sizeof *rows);
    rows[place] = row;
    log->sorted++;
    return entered && hw__table_enter_between(&log->ids, &items, place);
}

/* Whether there are few new entries in an ordered log, of which nobody wants to know where they went, and none with
 * foreign content. */
static bool are_few(const hw__log_store *log, const uint32_t *order)
{
    size_t foreign = log->foreign.count;
    return !order && log->sorted > 0 && log->ids.count == log->sorted &&
           log->entries.count - log->sorted <= FEW &&
           (foreign == 0 || log->foreign.items[foreign - 1].entry < log->sorted);
}

/* Returns the first entry whose id is that of one before it, or UINT32_MAX. */
static uint32_t insert_few(hw__log_store *log)
{
    uint32_t count = (uint32_t)log->entries.count;
    bool entered = true;
    while (log->sorted < count) {
        entered = insert_next(log, entered);
    }
    if (entered) {
        return UINT32_MAX;
    }
    hw__text_items items = hw__log_id_items(log);
    hw__table_clear(&log->ids);
    return hw__table_enter(&log->ids, &items, count);
}

bool hw__log_sort(hw__log_store *log, uint32_t *order, uint32_t *duplicate)
{
    uint32_t count = (uint32_t)log->entries.count;
    bool is_first = log->sorted == 0;
    *duplicate = UINT32_MAX;
    hw__text_items items = hw__log_id_items(log);
    if (count == 0) {
        return true;
    }
    if (!hw__table_reserve(&log->ids, &items, count)) {
        return false;
    }
    bool in_order = is_in_order(log);
    if (!in_order && are_few(log, order)) {
        *duplicate = insert_few(log);
        return *duplicate == UINT32_MAX;
    }
    if (!in_order) {
        if (!reorder(log, order)) {
            return false;
        }
        hw__table_clear(&log->ids);
        items = hw__log_id_items(log);
    } else if (order) {
        for (uint32_t i = 0; i < count; i++) {
            order[i] = i;
        }
    }
    *duplicate = hw__table_enter(&log->ids, &items, count);
    log->sorted = count;
    if (is_first) {
        hw__log_trim(log);
    }
    return *duplicate == UINT32_MAX;
}
