/* SPDX-License-Identifier: MIT */
/* Taking reports into the log: all of a call or none, each with the occurrence that it answers. What is in
 * the log is never changed; a correction or a voiding is an entry of its own. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "model/entry_store.h"
#include "schedule/log_match.h"

/* One call of a verb that logs. */
typedef struct batch {
    hw_plan *plan;
    hw_entry *const *entries;
    size_t count;
    const hw_change *change;
    int link;
    const char *target;  /* what the only entry supersedes or voids; NULL */
    const hw_local *key; /* its key, when that is known; NULL */
    hw_local *keys;
    bool *minted;       /* whose ids are ours */
    const char **taken; /* the ids that entries bring along, sorted */
    size_t taken_count;
} batch;

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static hw_status check_entries(const batch *b, size_t *failed, hw_error *err)
{
    for (*failed = 0; *failed < b->count; ++*failed) {
        hw_entry *entry = b->entries[*failed];
        if (!entry) {
            return hw__null_argument(err, "entry");
        }
        hw_status status = hw__entry_validate(b->plan, entry, b->change, err);
        if (status != HW_OK) {
            return status;
        }
    }
    return HW_OK;
}

/* The ids that entries bring along: free in the log, and different. */
static hw_status check_ids(batch *b, hw_error *err)
{
    for (size_t i = 0; i < b->count; i++) {
        const char *id = b->entries[i]->id;
        if (!id) {
            continue;
        }
        if (hw__log_find(b->plan->log, id, strlen(id)) != UINT32_MAX) {
            return hw__fail(err, HW_ERR_DUPLICATE, id, "the id is taken by another entry");
        }
        if (hw_plan_is_removed(b->plan, id, NULL)) {
            return hw__fail(err, HW_ERR_DUPLICATE, id, "the id is that of something that was taken out");
        }
        b->taken[b->taken_count++] = id;
    }
    qsort(b->taken, b->taken_count, sizeof *b->taken, compare_texts);
    for (size_t i = 1; i < b->taken_count; i++) {
        if (strcmp(b->taken[i - 1], b->taken[i]) == 0) {
            return hw__fail(err, HW_ERR_DUPLICATE, b->taken[i], "two of the entries have the same id");
        }
    }
    return HW_OK;
}

static hw_status mint_ids(batch *b, hw_error *err)
{
    uint64_t counter = 0;
    for (size_t i = 0; i < b->count; i++) {
        char *id = b->entries[i]->id;
        if (id) {
            if (!bsearch(&id, b->taken, b->taken_count, sizeof *b->taken, compare_texts)) {
                return hw__fail(err, HW_ERR_DUPLICATE, NULL, "an entry is there twice");
            }
            continue;
        }
        do {
            id = hw__plan_mint(b->plan, b->change->origin, &counter, err);
            if (!id) {
                return (hw_status)err->status;
            }
            if (!bsearch(&id, b->taken, b->taken_count, sizeof *b->taken, compare_texts)) {
                break;
            }
            hw__free(id);
        } while (true);
        b->entries[i]->id = id;
        b->minted[i] = true;
    }
    return HW_OK;
}

static void take_ids_back(batch *b)
{
    for (size_t i = 0; b->minted && i < b->count; i++) {
        if (b->minted[i]) {
            hw__free(b->entries[i]->id);
            b->entries[i]->id = NULL;
        }
    }
}

/* The index of the only assignment that is reported on, or HW__EVERY_ASSIGNMENT. */
static uint32_t only_assignment(const batch *b)
{
    const char *id = b->entries[0]->assignment;
    if (b->count > 1 || !id) {
        return HW__EVERY_ASSIGNMENT;
    }
    const hw__thing *thing = hw__plan_thing(b->plan, HW__ASSIGNMENTS, id, strlen(id));
    return (uint32_t)(thing - b->plan->sections[HW__ASSIGNMENTS].items);
}

/* A correction keeps the occurrence, even one that a revision has cut off since; but late work that is
 * refused cannot come in that way. */
static hw_status keep_key(batch *b, hw_error *err)
{
    hw__matcher matcher;
    b->keys[0] = *b->key;
    if (!b->key->date.year) {
        return HW_OK;
    }
    hw_status status =
        hw__matcher_open(&matcher, b->plan, b->change->recorded.instant, 1, only_assignment(b), err);
    if (status == HW_OK) {
        hw_local same;
        status = hw__matcher_find(&matcher, b->entries[0], b->key, &same, err);
    }
    hw__matcher_close(&matcher);
    return status == HW_ERR_NOT_FOUND ? HW_OK : status;
}

static bool needs_match(const batch *b)
{
    for (size_t i = 0; i < b->count; i++) {
        if (b->entries[i]->assignment && !b->entries[i]->unscheduled) {
            return true;
        }
    }
    return false;
}

static hw_status match_entries(batch *b, size_t *failed, hw_error *err)
{
    hw__matcher matcher;
    *failed = 0;
    if (b->key) {
        return keep_key(b, err);
    }
    if (!needs_match(b)) {
        return HW_OK;
    }
    hw_status status =
        hw__matcher_open(&matcher, b->plan, b->change->recorded.instant, b->count, only_assignment(b), err);
    for (; *failed < b->count && status == HW_OK; ++*failed) {
        const hw_entry *entry = b->entries[*failed];
        status =
            hw__matcher_find(&matcher, entry, entry->has_due ? &entry->due : NULL, &b->keys[*failed], err);
        if (status != HW_OK) {
            break;
        }
    }
    hw__matcher_close(&matcher);
    return status;
}

static hw_status push_entries(const batch *b, hw_error *err)
{
    if (b->plan->log->entries.count + b->count > HW__MAX_ENTRIES) {
        return hw__fail(err, HW_ERR_LIMIT, "entries", "more than %u entries", HW__MAX_ENTRIES);
    }
    hw__log_store *log = hw__plan_own_log(b->plan, err);
    if (!log) {
        return HW_ERR_MEMORY;
    }
    hw__log_point point = hw__log_mark(log);
    bool good = true;
    for (size_t i = 0; i < b->count && good; i++) {
        good = hw__log_push_entry(log, b->entries[i], b->change, b->keys[i], b->link, b->target);
    }
    uint32_t duplicate = UINT32_MAX;
    if (!good || (!hw__log_sort(log, NULL, &duplicate) && duplicate == UINT32_MAX)) {
        hw__log_undo(log, point);
        return hw__no_memory(err);
    }
    return HW_OK;
}

/* Names the entry that failed, by its id or else its index. */
static void name_failed(const batch *b, size_t failed, hw_error *err)
{
    hw_error copy = *err;
    const hw_entry *entry = failed < b->count ? b->entries[failed] : NULL;
    char index[24];
    size_t at = sizeof index - 1;
    index[at] = '\0';
    do {
        index[--at] = (char)('0' + failed % 10);
        failed /= 10;
    } while (failed);
    hw__fail(err, (hw_status)copy.status, entry && entry->id ? entry->id : &index[at], "%s", copy.message);
}

static hw_status run(batch *b, bool many, hw_error *err)
{
    size_t failed = 0;
    hw_status status = check_entries(b, &failed, err);
    bool of_one = true;
    if (status == HW_OK) {
        of_one = false;
        status = check_ids(b, err);
    }
    if (status == HW_OK) {
        status = match_entries(b, &failed, err);
        of_one = true;
    }
    if (status != HW_OK) {
        if (many && of_one) {
            name_failed(b, failed, err);
        }
        return status;
    }
    status = mint_ids(b, err);
    if (status == HW_OK) {
        status = push_entries(b, err);
    }
    if (status != HW_OK) {
        take_ids_back(b);
        return status;
    }
    b->plan->generation++;
    return hw__ok(err);
}

/* Runs a batch that is described but for its room. */
static hw_status log_batch(batch *b, bool many, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_status status = hw__plan_open(b->plan, b->change, err);
    if (status != HW_OK || b->count == 0) {
        return status;
    }
    b->keys = hw__zalloc(b->count, sizeof *b->keys);
    b->minted = hw__zalloc(b->count, sizeof *b->minted);
    b->taken = hw__zalloc(b->count, sizeof *b->taken);
    status = b->keys && b->minted && b->taken ? run(b, many, err) : hw__no_memory(err);
    hw__free(b->keys);
    hw__free(b->minted);
    hw__free(b->taken);
    return status;
}

hw_status hw_plan_log(hw_plan *plan, hw_entry *entry, const hw_change *change, hw_error *err)
{
    batch b = {.plan = plan, .entries = &entry, .count = 1, .change = change};
    return log_batch(&b, false, err);
}

hw_status hw_plan_log_all(hw_plan *plan, hw_entry *const *entries, size_t count, const hw_change *change,
                          hw_error *err)
{
    if (!entries && count) {
        return hw__null_argument(err, "entries");
    }
    batch b = {.plan = plan, .entries = entries, .count = count, .change = change};
    return log_batch(&b, true, err);
}

/* ---- Corrections ---- */

/* Finds an entry, and what has become of it by all that is known. */
static hw_status find_target(const hw_plan *plan, const char *id, const hw__entry_row **row, uint8_t *state,
                             hw_error *err)
{
    uint32_t index = hw__log_find(plan->log, id, strlen(id));
    if (index == UINT32_MAX) {
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "there is no such entry");
    }
    uint8_t *states = hw__alloc(plan->log->entries.count);
    if (!states || !hw__log_states(plan->log, HW__FOR_EVER, states)) {
        hw__free(states);
        return hw__no_memory(err);
    }
    *row = &plan->log->entries.items[index];
    *state = states[index];
    hw__free(states);
    return HW_OK;
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

hw_status hw_plan_supersede_entry(hw_plan *plan, const char *id, hw_entry *entry, const hw_change *change,
                                  hw_error *err)
{
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK) {
        return status;
    }
    if (!id || !entry) {
        return hw__null_argument(err, id ? "entry" : "id");
    }
    const hw__entry_row *row;
    uint8_t state;
    status = find_target(plan, id, &row, &state, err);
    if (status != HW_OK) {
        return status;
    }
    if (state != HW_ENTRY_LIVE) {
        return hw__fail(err, HW_ERR_STATE, id, "the entry is superseded or voided, or voids another");
    }
    batch b = {.plan = plan,
               .entries = &entry,
               .count = 1,
               .change = change,
               .link = HW__LINK_SUPERSEDES,
               .target = id};
    hw_local key = hw__entry_due(row);
    bool about_same = same_text(entry->assignment, hw__log_symbol_text(plan->log, row->assignment));
    bool answers = entry->extent != HW_EXTENT_NO_OPPORTUNITY;
    if (about_same && answers && !entry->has_due && !entry->unscheduled) {
        b.key = &key;
    }
    return log_batch(&b, false, err);
}

/* What is logged to void an entry: no report, but the reason as a note. */
static hw_entry *draft_void(const hw__entry_row *row, const hw_change *change, hw_error *err)
{
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, err);
    if (!entry) {
        return NULL;
    }
    hw_status status = hw_entry_set_visibility(entry, (hw_visibility)row->visibility);
    if (status == HW_OK && change->reason) {
        status = hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, change->reason);
    }
    if (status != HW_OK) {
        hw_entry_check(entry, err);
        hw_entry_free(entry);
        return NULL;
    }
    return entry;
}

hw_status hw_plan_void_entry(hw_plan *plan, const char *id, const hw_change *change, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK) {
        return status;
    }
    if (!id) {
        return hw__null_argument(err, "id");
    }
    const hw__entry_row *row;
    uint8_t state;
    status = find_target(plan, id, &row, &state, err);
    if (status != HW_OK) {
        return status;
    }
    if (state == HW_ENTRY_VOIDED) {
        return hw__fail(err, HW_ERR_STATE, id, "the entry is voided already");
    }
    hw_entry *entry = draft_void(row, change, err);
    if (!entry) {
        return (hw_status)err->status;
    }
    batch b = {
        .plan = plan, .entries = &entry, .count = 1, .change = change, .link = HW__LINK_VOIDS, .target = id};
    status = log_batch(&b, false, err);
    hw_entry_free(entry);
    return status;
}
