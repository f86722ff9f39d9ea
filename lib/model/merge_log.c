/* SPDX-License-Identifier: MIT */
/* The union of two logs by entry id: all or nothing, and the same whichever comes first. */
#include "model/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "model/removal.h"

static uint32_t find_entry(const hw__log_store *log, const hw__log_store *other, uint32_t index)
{
    const char *id = hw__log_pool(other, other->entries.items[index].id);
    return hw__log_find(log, id, strlen(id));
}

/* Counts what `other` has and `log` has not; HW_ERR_CONFLICT when an id means different things. */
static hw_status compare_logs(const hw__log_store *log, const hw__log_store *other, size_t *fresh,
                              hw_problems *problems, hw_error *err)
{
    const char *first = NULL;
    *fresh = 0;
    for (uint32_t i = 0; i < other->entries.count; i++) {
        uint32_t mine = find_entry(log, other, i);
        if (mine == UINT32_MAX) {
            ++*fresh;
        } else if (!hw__entry_equal(log, mine, other, i)) {
            const char *id = hw__log_pool(log, log->entries.items[mine].id);
            hw__problem(problems, HW_PROBLEM_MERGE_CONFLICT, HW_SEVERITY_ERROR, 0, 0, id,
                        "the entry '%s' has one content in this copy and another in the other", id);
            first = first ? first : id;
        }
    }
    if (first)
        return hw__fail(err, HW_ERR_CONFLICT, first,
                        "the two copies have entries of the same id that differ");
    return HW_OK;
}

/* What supersedes what, for finding rivals. */
typedef struct successor {
    const char *target, *id;
    uint32_t index;
    bool fresh;
} successor;

static int compare_successors(const void *a, const void *b)
{
    const successor *x = a, *y = b;
    int order = strcmp(x->target, y->target);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* A problem for each pair of an entry and the last that supersedes the same, if one of them is new. `list` is
 * sorted. */
static void flag_runs(const successor *list, size_t count, hw_problems *problems)
{
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && strcmp(list[end].target, list[begin].target) == 0; end++)
            ;
        const successor *last = &list[end - 1];
        for (const successor *one = &list[begin]; one < last; one++) {
            if (one->fresh || last->fresh)
                hw__problem(problems, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, 0, 0, last->target,
                            "the entries '%s' and '%s' both supersede '%s'; the latter counts", one->id,
                            last->id, last->target);
        }
    }
}

/* `order` tells where each entry was pushed; those from `before` on are new. */
static void flag_rivals(const hw__log_store *log, const uint32_t *order, size_t before, hw_problems *problems)
{
    HW__VEC(successor) list = {0};
    for (uint32_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        if (row->link != HW__LINK_SUPERSEDES)
            continue;
        successor one = {hw__log_pool(log, row->target), hw__log_pool(log, row->id), i, order[i] >= before};
        if (!hw__vec_push(&list, one)) {
            list.count = 0;
            break;
        }
    }
    if (list.count) {
        qsort(list.items, list.count, sizeof *list.items, compare_successors);
        flag_runs(list.items, list.count, problems);
    }
    hw__vec_free(&list);
}

static bool copy_fresh(hw__log_store *log, const hw__log_store *other)
{
    for (uint32_t i = 0; i < other->entries.count; i++) {
        if (find_entry(log, other, i) == UINT32_MAX && !hw__log_copy_entry(log, other, i))
            return false;
    }
    return true;
}

static hw_status take_fresh(hw__log_store *log, const hw__log_store *other, size_t fresh,
                            hw_problems *problems, hw_error *err)
{
    size_t before = log->entries.count;
    hw__log_point point = hw__log_mark(log);
    uint32_t *order = hw__alloc((before + fresh) * sizeof *order);
    uint32_t duplicate;
    if (!order || !copy_fresh(log, other) || !hw__log_sort(log, order, &duplicate)) {
        hw__free(order);
        hw__log_undo(log, point);
        return hw__no_memory(err);
    }
    if (problems)
        flag_rivals(log, order, before, problems);
    hw__free(order);
    return hw__ok(err);
}

static hw_status merge_cleaned(hw_plan *plan, const hw__log_store *other, hw_problems *problems,
                               hw_error *err)
{
    size_t fresh;
    hw_status status = compare_logs(plan->log, other, &fresh, problems, err);
    if (status != HW_OK)
        return status;
    if (!fresh)
        return hw__ok(err);
    if (fresh > HW__MAX_ENTRIES || plan->log->entries.count + fresh > HW__MAX_ENTRIES)
        return hw__fail(err, HW_ERR_LIMIT, "entries", "a log has at most %u entries", HW__MAX_ENTRIES);
    hw__log_store *own = hw__plan_own_log(plan, err);
    if (!own)
        return hw__no_memory(err);
    status = take_fresh(own, other, fresh, problems, err);
    if (status == HW_OK)
        plan->generation++;
    return status;
}

hw_status hw__plan_merge_log(hw_plan *plan, hw__log_store *other, hw_problems *problems, hw_error *err)
{
    hw__log_store *cleaned = hw__log_cleaned(plan, other);
    if (!cleaned)
        return hw__no_memory(err);
    hw_status status = merge_cleaned(plan, cleaned, problems, err);
    hw__log_unref(cleaned);
    return status;
}
