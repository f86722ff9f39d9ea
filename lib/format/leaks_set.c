/* SPDX-License-Identifier: MIT */
/* What is searched for: sets of words, pairs and texts, and the machine that finds strings inside of words. */
#include <string.h>

#include "format/leaks.h"

static hw__text_items items_of(const hw__leak_set *set)
{
    return (hw__text_items){set->pool.items, set->pool.count, (const char *)set->keys.items,
                            sizeof *set->keys.items};
}

hw__leak_key *hw__leak_set_find(const hw__leak_set *set, const char *text, size_t size)
{
    hw__text_items items = items_of(set);
    uint32_t key = hw__table_find(&set->table, &items, text, size);
    return key == UINT32_MAX ? NULL : &set->keys.items[key];
}

hw__leak_key *hw__leak_set_add(hw__leak_set *set, const char *text, size_t size)
{
    hw__leak_key *known = hw__leak_set_find(set, text, size);
    if (known)
        return known;
    if (size >= UINT32_MAX - set->pool.count || !hw__vec_reserve(&set->pool, size + 1) ||
        !hw__vec_reserve(&set->keys, 1))
        return NULL;
    hw__text_items items = items_of(set);
    if (!hw__table_reserve(&set->table, &items, (uint32_t)set->keys.count + 1))
        return NULL;
    hw__leak_key *key = &set->keys.items[set->keys.count++];
    *key = (hw__leak_key){(uint32_t)set->pool.count, 0, 0};
    memcpy(set->pool.items + set->pool.count, text, size);
    set->pool.items[set->pool.count + size] = '\0';
    set->pool.count += size + 1;
    items = items_of(set);
    hw__table_enter(&set->table, &items, (uint32_t)set->keys.count);
    return key;
}

void hw__leak_set_free(hw__leak_set *set)
{
    hw__vec_free(&set->pool);
    hw__vec_free(&set->keys);
    hw__table_free(&set->table);
}

/* ---- Strings ---- */

static uint32_t child_of(const hw__leak_needles *needles, uint32_t node, unsigned char byte)
{
    uint32_t child = needles->nodes.items[node].child;
    while (child && needles->nodes.items[child].byte != byte)
        child = needles->nodes.items[child].sibling;
    return child;
}

/* The child for a byte, made if there is none; 0 without memory. */
static uint32_t grow(hw__leak_needles *needles, uint32_t node, unsigned char byte)
{
    uint32_t child = child_of(needles, node, byte);
    if (child)
        return child;
    hw__leak_node fresh = {.sibling = needles->nodes.items[node].child, .byte = byte};
    if (needles->nodes.count >= UINT32_MAX || !hw__vec_push(&needles->nodes, fresh))
        return 0;
    child = (uint32_t)needles->nodes.count - 1;
    needles->nodes.items[node].child = child;
    return child;
}

static bool begin(hw__leak_needles *needles)
{
    hw__leak_node root = {0};
    return needles->nodes.count > 0 || hw__vec_push(&needles->nodes, root);
}

/* One more piece of a needle, from a node on; false without memory. */
static bool extend(hw__leak_needles *needles, uint32_t *node, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        *node = grow(needles, *node, (unsigned char)bytes[i]);
        if (!*node)
            return false;
    }
    return true;
}

/* Of equal ones the first stays. */
static void end_needle(hw__leak_needles *needles, uint32_t node, hw__leak_needle needle)
{
    if (node && !needles->nodes.items[node].needle) {
        needles->list.items[needles->list.count++] = needle;
        needles->nodes.items[node].needle = (uint32_t)needles->list.count;
    }
}

bool hw__leak_needles_add(hw__leak_needles *needles, const hw__folded *text, hw__leak_needle needle)
{
    if (!begin(needles) || !hw__vec_reserve(&needles->list, 1))
        return false;
    uint32_t node = 0;
    for (size_t w = 0; w < text->words.count; w++) {
        const hw__word *word = &text->words.items[w];
        if (!extend(needles, &node, text->bytes.items + word->start, word->size))
            return false;
        needle.size += word->size;
    }
    end_needle(needles, node, needle);
    return true;
}

bool hw__leak_needles_add_phrase(hw__leak_needles *needles, const hw__folded *text, hw__leak_needle needle)
{
    uint32_t node = 0;
    if (!begin(needles) || !hw__vec_reserve(&needles->list, 1) || !extend(needles, &node, " ", 1) ||
        !extend(needles, &node, text->bytes.items, text->bytes.count))
        return false;
    needle.size = (uint32_t)text->bytes.count + 1;
    end_needle(needles, node, needle);
    return true;
}

uint32_t hw__leak_needles_step(const hw__leak_needles *needles, uint32_t node, unsigned char byte)
{
    uint32_t next;
    while (!(next = child_of(needles, node, byte)) && node)
        node = needles->nodes.items[node].fail;
    return next;
}

bool hw__leak_needles_link(hw__leak_needles *needles)
{
    if (!begin(needles))
        return false;
    hw__leak_node *nodes = needles->nodes.items;
    uint32_t *queue = hw__zalloc(needles->nodes.count, sizeof *queue);
    if (!queue)
        return false;
    size_t count = 1; /* the root is first */
    for (size_t first = 0; first < count; first++) {
        uint32_t node = queue[first];
        for (uint32_t child = nodes[node].child; child; child = nodes[child].sibling) {
            uint32_t fail = node ? hw__leak_needles_step(needles, nodes[node].fail, nodes[child].byte) : 0;
            nodes[child].fail = fail;
            nodes[child].out = nodes[fail].needle ? fail : nodes[fail].out;
            queue[count++] = child;
        }
    }
    hw__free(queue);
    return true;
}

void hw__leak_needles_free(hw__leak_needles *needles)
{
    hw__vec_free(&needles->nodes);
    hw__vec_free(&needles->list);
}
