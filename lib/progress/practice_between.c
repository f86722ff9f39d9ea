/* SPDX-License-Identifier: MIT */
/* How does a session of exposure compare with the last one of the same assignment and step? */
#include <stdlib.h>

#include "progress/practice.h"

/* A row that is to be held against another, with the place that it has among all. */
typedef struct session {
    const hw__practice_row *row;
    uint32_t index;
} session;

static bool is_between(const hw__practice_row *row)
{
    return hw__quantities[row->quantity].read >= HW__READ_BETWEEN;
}

static int order(uint32_t left, uint32_t right)
{
    return left < right ? -1 : left > right;
}

/* By quantity, assignment and step, then in the order of time. */
static int compare(const void *a, const void *b)
{
    const session *left = a, *right = b;
    if (left->row->quantity != right->row->quantity) {
        return order(left->row->quantity, right->row->quantity);
    }
    if (left->row->thing != right->row->thing) {
        return order(left->row->thing, right->row->thing);
    }
    if (left->row->theme != right->row->theme) {
        return order(left->row->theme, right->row->theme);
    }
    return order(left->index, right->index);
}

static bool is_same_run(const hw__practice_row *a, const hw__practice_row *b)
{
    return a->quantity == b->quantity && a->thing == b->thing && a->theme == b->theme && a->log != b->log;
}

/* The mean of other ratings is another number. */
static void hold_against(hw__practice_row *row, const hw__practice_row *last)
{
    row->before = last->after;
    hw__practice_subtract(row, row->range == last->range && row->range != HW__OTHER_RANGE);
    if (row->parts != last->parts) {
        row->difference.value = 0;
        row->difference.undefined = HW_UNDEFINED_NOT_APPLICABLE;
    }
}

bool hw__practice_compare_sessions(hw_practices *practices)
{
    size_t count = 0;
    hw__practice_row *rows = practices->rows.items;
    session *sessions = hw__alloc(practices->rows.count * sizeof *sessions);
    if (!sessions) {
        return false;
    }
    for (size_t i = 0; i < practices->rows.count; i++) {
        if (is_between(&rows[i])) {
            sessions[count++] = (session){&rows[i], (uint32_t)i};
        }
    }
    qsort(sessions, count, sizeof *sessions, compare);
    for (size_t i = 1; i < count; i++) {
        if (is_same_run(sessions[i - 1].row, sessions[i].row)) {
            hold_against(&rows[sessions[i].index], sessions[i - 1].row);
        }
    }
    hw__free(sessions);
    return true;
}
