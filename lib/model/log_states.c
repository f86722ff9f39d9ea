/* SPDX-License-Identifier: MIT */
/* What became of each entry. Every entry has at most one link, so the links are trees (and circles, in
 * documents that somebody made up): what links to an entry is settled before the entry itself, then
 * places are given away from the roots down. */
#include <string.h>

#include "model/log_store.h"

/* Marks in `states` while it is worked out. */
enum {
    KNOWN = 1,
    VOIDED = 2,   /* a void with effect links to it */
    REPLACED = 4, /* something that holds its place supersedes it */
    LOST = 8      /* another one got the place that it wanted */
};

typedef struct links {
    uint32_t *target;  /* of each entry: entry + 1; 0 = none */
    uint32_t *pending; /* of each entry: links to it that are not settled yet */
    uint32_t *winner;  /* of each entry: entry + 1 that stands in its place; 0 = none */
    uint32_t *settled; /* the entries with links, each after those that link to it */
    uint32_t count;    /* of settled */
} links;

static uint32_t find_target(const hw__log_store *log, const hw__entry_row *row, const uint8_t *states)
{
    if (row->link == HW__LINK_NONE || row->target == 0) {
        return 0;
    }
    const char *id = hw__log_pool(log, row->target);
    uint32_t target = hw__log_find(log, id, strlen(id));
    return target != UINT32_MAX && states[target] & KNOWN ? target + 1 : 0;
}

/* Returns how many links there are. */
static uint32_t mark_known(const hw__log_store *log, hw_instant as_of, uint8_t *states)
{
    uint32_t count = 0;
    for (size_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        states[i] = row->recorded <= as_of ? KNOWN : 0;
        count += states[i] && row->link != HW__LINK_NONE;
    }
    return count;
}

static void collect(const hw__log_store *log, const uint8_t *states, links *all)
{
    for (size_t i = 0; i < log->entries.count; i++) {
        if (states[i] & KNOWN) {
            all->target[i] = find_target(log, &log->entries.items[i], states);
        }
        if (all->target[i]) {
            all->pending[all->target[i] - 1]++;
        }
    }
}

/* Nothing that links to `entry` is open any more: what does its own link do? */
static void settle(const hw__log_store *log, uint32_t entry, uint8_t *states, links *all)
{
    uint32_t target = all->target[entry] - 1;
    if (log->entries.items[entry].link == HW__LINK_VOIDS) {
        if (!(states[entry] & (VOIDED | REPLACED))) {
            states[target] |= VOIDED;
        }
    } else if (!(states[entry] & VOIDED) || states[entry] & REPLACED) {
        states[target] |= REPLACED;
        if (all->winner[target] < entry + 1) { /* the order of entries is that of recording */
            all->winner[target] = entry + 1;
        }
    }
    all->settled[all->count++] = entry;
}

static void settle_all(const hw__log_store *log, uint8_t *states, links *all)
{
    uint32_t count = (uint32_t)log->entries.count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t entry = i;
        /* Follows the links as long as the last open one was taken; a settled one is marked in `pending`. */
        while (all->target[entry] && all->pending[entry] == 0) {
            uint32_t target = all->target[entry] - 1;
            settle(log, entry, states, all);
            all->pending[entry] = UINT32_MAX;
            all->pending[target]--;
            entry = target;
        }
    }
    for (uint32_t i = all->count; i > 0; i--) {
        uint32_t entry = all->settled[i - 1], target = all->target[entry] - 1;
        if (log->entries.items[entry].link == HW__LINK_SUPERSEDES &&
            (all->winner[target] != entry + 1 || states[target] & LOST)) {
            states[entry] |= LOST;
        }
    }
}

static uint8_t state_of(uint8_t marks, uint8_t link)
{
    if (!(marks & KNOWN)) {
        return HW__ENTRY_UNKNOWN;
    }
    if (marks & VOIDED) {
        return HW_ENTRY_VOIDED;
    }
    if (marks & (REPLACED | LOST)) {
        return HW_ENTRY_SUPERSEDED;
    }
    return link == HW__LINK_VOIDS ? HW_ENTRY_VOID : HW_ENTRY_LIVE;
}

bool hw__log_states(const hw__log_store *log, hw_instant as_of, uint8_t *states)
{
    size_t count = log->entries.count;
    uint32_t link_count = mark_known(log, as_of, states);
    if (link_count > 0) {
        uint32_t *room = hw__zalloc(count * 3 + link_count, sizeof *room);
        if (!room) {
            return false;
        }
        links all = {room, room + count, room + 2 * count, room + 3 * count, 0};
        collect(log, states, &all);
        settle_all(log, states, &all);
        hw__free(room);
    }
    for (size_t i = 0; i < count; i++) {
        states[i] = state_of(states[i], log->entries.items[i].link);
    }
    return true;
}
