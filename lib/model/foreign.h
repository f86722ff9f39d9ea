/* SPDX-License-Identifier: MIT */
/* Content of other namespaces, kept as canonical XML text: what its pieces are, and the union of two. */
#ifndef HW_MODEL_FOREIGN_H
#define HW_MODEL_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

/* One element of a text of elements, or one attribute of a text of attributes (without the blank before
 * it). */
typedef struct hw__piece {
    const char *text;
    size_t size;
} hw__piece;

/* Takes the next element off a text; false at its end. NULL is empty. */
bool hw__next_element(const char **text, hw__piece *piece);
/* Takes the next attribute off a text; false at its end. NULL is empty. */
bool hw__next_attribute(const char **text, hw__piece *piece);

/* The union of two texts of elements: where they differ, the distinct elements of both, sorted by bytes. So
 * the order of merging does not matter, and what is the same on both sides keeps its order. `*out` is owned;
 * NULL for nothing. False without memory. */
bool hw__union_elements(const char *a, const char *b, char **out);
/* The same of two texts of attributes: of two values of one attribute the greater by bytes stays. `*clash` is
 * set, and nothing returned, when they bind one prefix to two namespaces or one namespace to two prefixes. */
bool hw__union_attributes(const char *a, const char *b, char **out, bool *clash);
/* The union of two lists of words separated by blanks. */
bool hw__union_words(const char *a, const char *b, char **out);

#endif
