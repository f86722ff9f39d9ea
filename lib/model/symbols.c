/* SPDX-License-Identifier: MIT */
/* Texts that repeat in a log are kept once and named by a number, from 1 in the order of their first use. */
#include "model/log_store.h"

#include <string.h>

static hw__text_items symbol_items(const hw__log_store *log)
{
    return (hw__text_items){
        .pool = log->pool.items,
        .pool_size = log->pool.count,
        .first = (const char *)log->symbols.texts.items,
        .stride = sizeof(uint32_t),
    };
}

uint32_t hw__log_find_symbol(const hw__log_store *log, const char *text, size_t size)
{
    hw__text_items items = symbol_items(log);
    uint32_t found = hw__table_find(&log->symbols.table, &items, text, size);
    return found == UINT32_MAX ? 0 : found;
}

static uint32_t add_symbol(hw__log_store *log, const char *text, size_t size)
{
    hw__symbols *symbols = &log->symbols;
    size_t first = symbols->texts.count == 0;
    if (symbols->texts.count >= UINT32_MAX - 2 || !hw__vec_reserve(&symbols->texts, 1 + first)) {
        return 0;
    }
    hw__text_items items = symbol_items(log);
    if (!hw__table_reserve(&symbols->table, &items, (uint32_t)(symbols->texts.count + 1 + first))) {
        return 0;
    }
    uint32_t offset = hw__log_text(log, text, size);
    if (offset == UINT32_MAX) {
        return 0;
    }
    if (first) {
        symbols->texts.items[symbols->texts.count++] = 0;
    }
    symbols->texts.items[symbols->texts.count++] = offset;
    items = symbol_items(log);
    hw__table_enter(&symbols->table, &items, (uint32_t)symbols->texts.count);
    return (uint32_t)(symbols->texts.count - 1);
}

static bool is_symbol(const hw__log_store *log, uint32_t symbol, const char *text, size_t size)
{
    uint32_t offset = log->symbols.texts.items[symbol];
    return size < log->pool.count - offset && log->pool.items[offset + size] == '\0' &&
           memcmp(log->pool.items + offset, text, size) == 0;
}

/* Entry after entry asks for the same few, so those are looked at before the table. */
uint32_t hw__log_symbol(hw__log_store *log, const char *text, size_t size)
{
    if (size == 0) {
        return 0;
    }
    uint32_t glance =
        (uint32_t)size << 16 | (uint32_t)(unsigned char)text[0] << 8 | (unsigned char)text[size - 1];
    uint32_t *recent = &log->symbols.recent[glance * UINT32_C(0x9E3779B1) >> (32 - HW__RECENT_BITS)];
    if (*recent != 0 && is_symbol(log, *recent, text, size)) {
        return *recent;
    }
    uint32_t symbol = hw__log_find_symbol(log, text, size);
    if (symbol == 0) {
        symbol = add_symbol(log, text, size);
    }
    *recent = symbol;
    return symbol;
}

uint16_t hw__log_name(hw__log_store *log, const char *text, size_t size)
{
    uint32_t symbol = hw__log_symbol(log, text, size);
    return symbol <= UINT16_MAX ? (uint16_t)symbol : 0;
}
