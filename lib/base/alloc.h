/* SPDX-License-Identifier: MIT */
/* Every allocation of the library goes through here, so that tests can fail the nth one. */
#ifndef HW_BASE_ALLOC_H
#define HW_BASE_ALLOC_H

#include <stddef.h>

#include "homework/export.h"

void *hw__alloc(size_t size);                /* NULL without memory; size 0 gives a pointer */
void *hw__zalloc(size_t count, size_t size); /* zeroed; NULL also on overflow */
void *hw__realloc(void *old, size_t size);   /* on failure `old` stays valid */
void hw__free(void *pointer);
char *hw__strndup(const char *text, size_t size); /* copies `size` bytes and adds a NUL */
char *hw__strdup(const char *text);

/* Tests only (exported from the static library, hidden in the shared one): the nth allocation from now
 * fails; once, or from then on. 0 switches it off. hw__alloc_count() counts since the last call
 * of either; the first of all calls begins to count. */
void hw__alloc_fail(size_t nth, int for_good);
size_t hw__alloc_count(void);

#endif
