/* SPDX-License-Identifier: MIT */
/* How wide a text is on a terminal, so that tables line up in any script. Without the C library's wcwidth(),
 * which follows the locale. */
#include "base/text.h"
#include "base/width_table.h"

static bool is_within(const width_range *ranges, size_t count, uint32_t character)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (character > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && character >= ranges[low].first;
}

static size_t width(uint32_t character)
{
    if (character < 0x300) {
        return 1;
    }
    if (is_within(no_column, sizeof no_column / sizeof *no_column, character)) {
        return 0;
    }
    return is_within(two_columns, sizeof two_columns / sizeof *two_columns, character) ? 2 : 1;
}

size_t hw__utf8_columns(const char *text, size_t size)
{
    size_t columns = 0;
    for (size_t i = 0; i < size;) {
        uint32_t character;
        size_t length = hw__utf8_decode(text + i, size - i, &character);
        columns += length > 0 ? width(character) : 1;
        i += length > 0 ? length : 1;
    }
    return columns;
}
