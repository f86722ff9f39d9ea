/* SPDX-License-Identifier: MIT */
/* Growing lists in a record's arena, and human text in several languages: which one answers whom. */
#include <string.h>

#include "model/record.h"

#define FIRST_ROOM 4

void *hw__list_insert(hw__arena *arena, hw__list *list, size_t item_size, uint32_t index)
{
    if (list->count == list->room) {
        uint32_t room = list->room ? list->room * 2 : FIRST_ROOM;
        void *items = hw__arena_alloc(arena, room * item_size);
        if (!items) {
            return NULL;
        }
        if (list->count > 0) {
            memcpy(items, list->items, list->count * item_size);
        }
        list->items = items;
        list->room = room;
    }
    char *item = (char *)list->items + index * item_size;
    memmove(item + item_size, item, (list->count - index) * item_size);
    memset(item, 0, item_size);
    list->count++;
    return item;
}

void *hw__list_add(hw__arena *arena, hw__list *list, size_t item_size)
{
    return hw__list_insert(arena, list, item_size, list->count);
}

void hw__list_remove(hw__list *list, size_t item_size, uint32_t index)
{
    char *item = (char *)list->items + index * item_size;
    list->count--;
    memmove(item, item + item_size, (list->count - index) * item_size);
}

/* ---- languages ---- */

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

int hw__tags_compare(const char *a, const char *b)
{
    if (!a || !b) {
        return (a != NULL) - (b != NULL);
    }
    while (*a && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) - lower(*b);
}

size_t hw__tag_rank(const char *tag, const char *language)
{
    if (!tag) {
        return 1;
    }
    size_t size = 0;
    while (language && tag[size] && lower(tag[size]) == lower(language[size])) {
        size++;
    }
    bool fits = language && tag[size] == '\0' && (language[size] == '\0' || language[size] == '-');
    return fits ? size + 1 : 0;
}

const char *hw__texts_pick(const hw__texts *texts, const char *language)
{
    const hw__tongue *tongues = texts->list.items, *best = NULL;
    size_t best_rank = 0;
    for (uint32_t i = 0; i < texts->list.count; i++) {
        size_t rank = hw__tag_rank(tongues[i].language, language);
        if (!best || rank > best_rank) {
            best = &tongues[i];
            best_rank = rank;
        }
    }
    return best ? best->text : NULL;
}

hw__tongue *hw__texts_find(const hw__texts *texts, const char *language)
{
    hw__tongue *tongues = texts->list.items;
    for (uint32_t i = 0; i < texts->list.count; i++) {
        if (hw__tags_compare(tongues[i].language, language) == 0) {
            return &tongues[i];
        }
    }
    return NULL;
}

bool hw__texts_set(hw__arena *arena, hw__texts *texts, const char *language, const char *text)
{
    hw__tongue *tongue = hw__texts_find(texts, language);
    char *copy = hw__arena_text(arena, text, strlen(text));
    if (!copy) {
        return false;
    }
    if (tongue) {
        tongue->text = copy;
        return true;
    }
    char *tag = language ? hw__arena_text(arena, language, strlen(language)) : NULL;
    if (language && !tag) {
        return false;
    }
    uint32_t index = 0;
    const hw__tongue *tongues = texts->list.items;
    while (index < texts->list.count && hw__tags_compare(tongues[index].language, language) < 0) {
        index++;
    }
    tongue = hw__list_insert(arena, &texts->list, sizeof *tongue, index);
    if (!tongue) {
        return false;
    }
    *tongue = (hw__tongue){tag, copy};
    return true;
}

void hw__texts_remove(hw__texts *texts, const char *language)
{
    const hw__tongue *tongue = hw__texts_find(texts, language);
    if (tongue) {
        const hw__tongue *tongues = texts->list.items;
        hw__list_remove(&texts->list, sizeof *tongue, (uint32_t)(tongue - tongues));
    }
}

bool hw__number_get(const hw__number *number, double *out)
{
    if (number->present && out) {
        *out = hw__decimal_double(number->value);
    }
    return number->present;
}
