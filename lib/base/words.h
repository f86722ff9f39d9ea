/* SPDX-License-Identifier: MIT */
/* An enumeration's words, as documents, tables and hosts spell them. Index = value. */
#ifndef HW_BASE_WORDS_H
#define HW_BASE_WORDS_H

#include <stddef.h>

typedef struct hw__words {
    const char *const *words;
    int count;
    int newer; /* those from this index on are of the second minor version of the format; 0 = none is */
} hw__words;

int hw__words_find(const hw__words *words, const char *text, size_t size); /* -1 if it is none */
const char *hw__words_at(const hw__words *words, int value);               /* "unknown" out of range */

#endif
