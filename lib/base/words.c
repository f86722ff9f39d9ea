/* SPDX-License-Identifier: MIT */
/* From an enumeration's value to its word and back. */
#include "base/words.h"

#include <string.h>

int hw__words_find(const hw__words *words, const char *text, size_t size)
{
    for (int i = 0; i < words->count && size > 0; i++) {
        const char *word = words->words[i];
        if (word && *word == *text && strlen(word) == size && memcmp(word, text, size) == 0) {
            return i;
        }
    }
    return -1;
}

const char *hw__words_at(const hw__words *words, int value)
{
    if (value < 0 || value >= words->count || !words->words[value]) {
        return "unknown";
    }
    return words->words[value];
}
