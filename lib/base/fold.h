/* SPDX-License-Identifier: MIT */
/* Text as it is compared when neither case nor accents nor forms of writing matter: "ÜBUNG", and "U" with two
 * dots after it, are "ubung". Cut into words; what stands between them is not kept. */
#ifndef HW_BASE_FOLD_H
#define HW_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* A word in the folded text. */
typedef struct hw__word {
    uint32_t start, size; /* in bytes */
    uint32_t letters;     /* an ideogram counts as four */
    bool alone;           /* an ideogram: a word by itself, since no blanks are written around it */
} hw__word;

/* The words of a text, each with one blank after it in `bytes`. All zero = empty; to be used again and again. */
typedef struct hw__folded {
    HW__VEC(char) bytes;
    HW__VEC(hw__word) words;
} hw__folded;

/* Folds a text of up to 1 GiB in place of what was there. What is not UTF-8 is read as ISO 8859-1. False without
 * memory. */
bool hw__fold(hw__folded *folded, const char *text, size_t size);
void hw__folded_free(hw__folded *folded);

#endif
