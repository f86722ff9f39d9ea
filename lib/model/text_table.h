/* SPDX-License-Identifier: MIT */
/* Which item has a given text: open addressing over items whose texts lie in one pool. The table holds
 * only numbers, 4 bytes a slot, so it costs little beside the items and survives the pool's moving. */
#ifndef HW_MODEL_TEXT_TABLE_H
#define HW_MODEL_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hw__text_table {
    uint32_t *slots; /* item + 1; 0 = free */
    uint32_t mask;   /* slots - 1; 0 = no table */
    uint32_t count;  /* the items 0 to count - 1 have been entered */
    uint32_t seed;
} hw__text_table;

/* Where the items are: item i keeps the offset of its text, a uint32_t, at first + i * stride. */
typedef struct hw__text_items {
    const char *pool;
    size_t pool_size;
    const char *first;
    size_t stride;
} hw__text_items;

/* Makes room for `count` items in all, at most four slots in five taken; false without memory (nothing
 * has changed). */
bool hw__table_reserve(hw__text_table *table, const hw__text_items *items, uint32_t count);
/* Enters the items from table->count to count - 1; there must be room. Of items with the same text the
 * first stays. Returns the first that was not entered because its text was there, or UINT32_MAX. */
uint32_t hw__table_enter(hw__text_table *table, const hw__text_items *items, uint32_t count);
/* The items from `first` on, all of them entered, are about to move up by one: gives them their new numbers. The item
 * after them, which is about to come before them, has the text of none. */
void hw__table_make_way(hw__text_table *table, const hw__text_items *items, uint32_t first);
/* Enters the item for which way was made, when it is there; there must be room. False if its text was there, or its
 * place is so hard to find that all are better entered anew. */
bool hw__table_enter_between(hw__text_table *table, const hw__text_items *items, uint32_t item);
uint32_t hw__table_find(const hw__text_table *table, const hw__text_items *items, const char *text,
                        size_t size);
void hw__table_clear(hw__text_table *table); /* keeps the room */
bool hw__table_copy(hw__text_table *to, const hw__text_table *from);
void hw__table_free(hw__text_table *table);

#endif
