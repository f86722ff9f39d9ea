/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing. Documents come from anywhere and the library has no secret random
 * number, so somebody could choose texts that all want the same slot: when probing costs far more than it
 * should, another seed is taken. */
#include "model/text_table.h"

#include <string.h>

#include "base/alloc.h"

#define FIRST_SLOTS 8u
#define MAX_ITEMS (UINT32_MAX / 4)
/* Probes for each item that are never needed at four slots in five taken, and some for small tables. */
#define FAIR_PROBES 24u
#define FAIR_START 4096u
#define MOST_SEEDS 8u
/* A look at so many slots in a row costs about as much as finding the slot of one text. */
#define SLOTS_A_TEXT 64u

static uint64_t mix(uint64_t hash)
{
    hash *= UINT64_C(0x9FB21C651E98DF25);
    return hash ^ (hash >> 32);
}

static uint32_t hash_text(const char *text, size_t size, uint32_t seed)
{
    uint64_t hash = mix((uint64_t)seed << 32 ^ size ^ UINT64_C(0xC2B2AE3D27D4EB4F));
    uint64_t part;
    while (size > 8) {
        memcpy(&part, text, 8);
        hash = mix(hash ^ part);
        text += 8;
        size -= 8;
    }
    part = 0;
    if (size >= 4) {
        uint32_t head, tail;
        memcpy(&head, text, 4);
        memcpy(&tail, text + size - 4, 4);
        part = (uint64_t)head << 32 | tail;
    } else if (size > 0) {
        part = (uint64_t)(unsigned char)text[0] << 16 | (uint64_t)(unsigned char)text[size / 2] << 8 |
               (unsigned char)text[size - 1];
    }
    return (uint32_t)mix(mix(hash ^ part));
}

static uint32_t offset_of(const hw__text_items *items, uint32_t item)
{
    uint32_t offset;
    memcpy(&offset, items->first + items->stride * item, sizeof offset);
    return offset;
}

static bool is_text(const hw__text_items *items, uint32_t item, const char *text, size_t size)
{
    uint32_t offset = offset_of(items, item);
    return size < items->pool_size - offset && items->pool[offset + size] == '\0' &&
           memcmp(items->pool + offset, text, size) == 0;
}

/* The slot that holds the text, or the free one where it would go. Adds to `probes` what it cost. */
static uint32_t find_slot(const hw__text_table *table, const hw__text_items *items, const char *text,
                          size_t size, uint64_t *probes)
{
    uint32_t slot = hash_text(text, size, table->seed) & table->mask;
    while (table->slots[slot] != 0 && !is_text(items, table->slots[slot] - 1, text, size)) {
        slot = (slot + 1) & table->mask;
        ++*probes;
    }
    return slot;
}

static uint32_t enter_all(hw__text_table *table, const hw__text_items *items, uint32_t count, bool *crowded)
{
    uint64_t probes = 0;
    uint64_t fair = (uint64_t)(count - table->count) * FAIR_PROBES + FAIR_START;
    uint32_t duplicate = UINT32_MAX;
    for (uint32_t item = table->count; item < count; item++) {
        const char *text = items->pool + offset_of(items, item);
        uint32_t slot = find_slot(table, items, text, strlen(text), &probes);
        if (table->slots[slot] == 0) {
            table->slots[slot] = item + 1;
        } else if (duplicate == UINT32_MAX) {
            duplicate = item;
        }
        if (probes > fair && table->seed + 1 < MOST_SEEDS) {
            *crowded = true;
            return UINT32_MAX;
        }
    }
    *crowded = false;
    table->count = count;
    return duplicate;
}

uint32_t hw__table_enter(hw__text_table *table, const hw__text_items *items, uint32_t count)
{
    uint32_t first_new = table->count;
    bool crowded;
    uint32_t duplicate = enter_all(table, items, count, &crowded);
    while (crowded) {
        hw__table_clear(table);
        table->seed++;
        duplicate = enter_all(table, items, count, &crowded);
    }
    /* After a change of seed those that were known before have been met again. */
    for (uint32_t item = first_new; duplicate < first_new; item++) {
        if (item == count) {
            return UINT32_MAX;
        }
        const char *text = items->pool + offset_of(items, item);
        if (hw__table_find(table, items, text, strlen(text)) != item) {
            duplicate = item;
        }
    }
    return duplicate;
}

void hw__table_make_way(hw__text_table *table, const hw__text_items *items, uint32_t first)
{
    uint64_t probes = 0;
    if (table->count - first > table->mask / SLOTS_A_TEXT) {
        for (uint32_t slot = 0; slot <= table->mask; slot++) {
            table->slots[slot] += table->slots[slot] > first;
        }
        return;
    }
    for (uint32_t item = table->count; item-- > first;) {
        const char *text = items->pool + offset_of(items, item);
        table->slots[find_slot(table, items, text, strlen(text), &probes)]++;
    }
}

bool hw__table_enter_between(hw__text_table *table, const hw__text_items *items, uint32_t item)
{
    uint64_t probes = 0;
    const char *text = items->pool + offset_of(items, item);
    uint32_t slot = find_slot(table, items, text, strlen(text), &probes);
    if (table->slots[slot] != 0 || probes > FAIR_PROBES + FAIR_START) {
        return false;
    }
    table->slots[slot] = item + 1;
    table->count++;
    return true;
}

bool hw__table_reserve(hw__text_table *table, const hw__text_items *items, uint32_t count)
{
    if (count > MAX_ITEMS) {
        return false;
    }
    uint32_t slots = table->slots ? table->mask + 1 : FIRST_SLOTS;
    while ((uint64_t)count * 5 > (uint64_t)slots * 4) {
        slots *= 2;
    }
    if (table->slots && slots == table->mask + 1) {
        return true;
    }
    uint32_t *room = hw__zalloc(slots, sizeof *room);
    if (!room) {
        return false;
    }
    hw__free(table->slots);
    table->slots = room;
    table->mask = slots - 1;
    uint32_t entered = table->count;
    table->count = 0;
    hw__table_enter(table, items, entered);
    return true;
}

uint32_t hw__table_find(const hw__text_table *table, const hw__text_items *items, const char *text,
                        size_t size)
{
    if (!table->slots) {
        return UINT32_MAX;
    }
    uint64_t probes = 0;
    uint32_t found = table->slots[find_slot(table, items, text, size, &probes)];
    return found ? found - 1 : UINT32_MAX;
}

void hw__table_clear(hw__text_table *table)
{
    if (table->slots) {
        memset(table->slots, 0, ((size_t)table->mask + 1) * sizeof *table->slots);
    }
    table->count = 0;
}

bool hw__table_copy(hw__text_table *to, const hw__text_table *from)
{
    *to = *from;
    if (!from->slots) {
        return true;
    }
    size_t size = ((size_t)from->mask + 1) * sizeof *from->slots;
    to->slots = hw__alloc(size);
    if (!to->slots) {
        *to = (hw__text_table){0};
        return false;
    }
    memcpy(to->slots, from->slots, size);
    return true;
}

void hw__table_free(hw__text_table *table)
{
    hw__free(table->slots);
    *table = (hw__text_table){0};
}
