/* SPDX-License-Identifier: MIT */
/* Was something taken out, and which ids went with it? Erasures are immutable but for one thing: the
 * first one of a thing, by the order of their ids, remembers the last revision id of each origin that
 * went. What is remembered of a thing only grows, so copies may be merged in any order. */
#include "model/removal.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

/* The first erasure of a target; removed.count if there is none. */
static size_t find_first(const hw_plan *plan, const char *id)
{
    size_t low = 0, high = plan->removed.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(plan->removed.items[middle]->target, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < plan->removed.count && strcmp(plan->removed.items[low]->target, id) == 0
               ? low
               : plan->removed.count;
}

int hw__plan_removal(const hw_plan *plan, const char *id)
{
    size_t first = find_first(plan, id);
    return first < plan->removed.count ? plan->removed.items[first]->removal : -1;
}

int hw__record_removal(const hw_plan *plan, const hw_revision *record)
{
    int section = record->shape->section;
    int removal = plan->removed.count > 0 ? hw__plan_removal(plan, record->id) : -1;
    bool stays = section == HW__SETTINGS || section == HW__ERASURES;
    return removal == HW_REMOVAL_ERASE && stays ? HW_REMOVAL_REDACT : removal;
}

bool hw_plan_is_removed(const hw_plan *plan, const char *id, hw_removal *removal)
{
    int found = plan && id ? hw__plan_removal(plan, id) : -1;
    if (found >= 0 && removal)
        *removal = (hw_removal)found;
    return found >= 0;
}

/* ---- the ids that went ---- */

/* An id of the form `<origin>-<number>`. */
typedef struct minted {
    const char *id;
    size_t origin; /* its size */
    int64_t number;
} minted;

static bool split(const char *id, minted *out)
{
    const char *dash = strrchr(id, '-');
    if (!dash || dash == id || !hw__int_parse(dash + 1, strlen(dash + 1), 1, INT64_MAX / 2, &out->number))
        return false;
    out->id = id;
    out->origin = (size_t)(dash - id);
    return true;
}

static int compare_origins(const minted *a, const minted *b)
{
    size_t size = a->origin < b->origin ? a->origin : b->origin;
    int order = memcmp(a->id, b->id, size);
    return order ? order : (a->origin > b->origin) - (a->origin < b->origin);
}

/* Where an origin is among what an erasure remembers, or would be. */
static uint32_t find_origin(const hw_erasure *erasure, const minted *one, bool *found, int64_t *number)
{
    char *const *ids = erasure->minted.items;
    uint32_t i = 0;
    *found = false;
    for (; i < erasure->minted.count; i++) {
        minted other;
        if (!split(ids[i], &other))
            continue;
        int order = compare_origins(&other, one);
        if (order >= 0) {
            *found = order == 0;
            *number = other.number;
            break;
        }
    }
    return i;
}

/* The erasure as one that may be changed: itself if nobody else has it, else a copy that takes its place. */
static hw_erasure *own(hw_plan *plan, const hw_erasure *erasure)
{
    hw_erasure *mine = (hw_erasure *)(uintptr_t)erasure;
    if (atomic_load_explicit(&mine->head.owners, memory_order_acquire) == 1)
        return mine;
    mine = (hw_erasure *)hw__record_clone(&erasure->head);
    if (mine)
        hw__plan_replace(plan, &mine->head);
    return mine;
}

/* Makes an erasure remember an id. Of more origins than there is room for, the first ones stay. */
static bool remember(hw_plan *plan, const hw_erasure *erasure, const minted *one, bool *changed)
{
    bool found;
    int64_t number = 0;
    uint32_t at = find_origin(erasure, one, &found, &number);
    if ((found && number >= one->number) || (!found && at >= HW__MAX_ITEMS))
        return true;
    hw_erasure *mine = own(plan, erasure);
    char *id = mine ? hw__arena_text(&mine->head.arena, one->id, strlen(one->id)) : NULL;
    char **slot = NULL;
    if (id)
        slot = found ? (char **)mine->minted.items + at
                     : hw__list_insert(&mine->head.arena, &mine->minted, sizeof *slot, at);
    if (!slot)
        return false;
    *slot = id;
    if (mine->minted.count > HW__MAX_ITEMS)
        mine->minted.count = HW__MAX_ITEMS;
    *changed = true;
    return true;
}

bool hw__removal_note(hw_plan *plan, const char *target, const char *revision, bool *changed)
{
    minted one;
    size_t first = find_first(plan, target);
    if (first == plan->removed.count || plan->removed.items[first]->removal != HW_REMOVAL_ERASE ||
        !split(revision, &one))
        return true;
    return remember(plan, plan->removed.items[first], &one, changed);
}

/* Hands what an erasure remembers to the first one of its target. */
static bool hand_over(hw_plan *plan, const hw_erasure *erasure, bool *changed)
{
    hw_revision *kept = hw__record_ref(&erasure->head); /* it is replaced meanwhile */
    bool good = true;
    for (uint32_t k = 0; k < erasure->minted.count && good; k++)
        good = hw__removal_note(plan, erasure->target, ((char *const *)erasure->minted.items)[k], changed);
    hw_erasure *empty = good ? (hw_erasure *)hw__record_clone(&erasure->head) : NULL;
    if (empty) {
        empty->minted.count = 0;
        hw__plan_replace(plan, &empty->head);
        *changed = true;
    }
    hw__record_unref(kept);
    return empty != NULL;
}

bool hw__removal_level(hw_plan *plan, bool *changed)
{
    for (size_t i = 1; i < plan->removed.count; i++) {
        const hw_erasure *erasure = plan->removed.items[i];
        if (erasure->minted.count > 0 && strcmp(plan->removed.items[i - 1]->target, erasure->target) == 0 &&
            !hand_over(plan, erasure, changed))
            return false;
    }
    return true;
}

bool hw__erasure_same(const hw_revision *a, const hw_revision *b, bool *failed)
{
    *failed = false;
    if (a->shape->section != HW__ERASURES || b->shape->section != HW__ERASURES)
        return false;
    hw_revision *x = hw__record_clone(a), *y = hw__record_clone(b);
    bool same = false;
    *failed = !x || !y;
    if (!*failed) {
        ((hw_erasure *)x)->minted.count = ((hw_erasure *)y)->minted.count = 0;
        same = hw__record_equal(x, y);
    }
    hw__record_unref(x);
    hw__record_unref(y);
    return same;
}
