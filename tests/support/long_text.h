/* SPDX-License-Identifier: MIT */
/* Long documents, piece by piece. */
#ifndef HW_TESTS_LONG_TEXT_H
#define HW_TESTS_LONG_TEXT_H

#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

typedef struct text {
    char *data;
    size_t size, room;
} text;

static inline void text_add(text *t, const char *piece)
{
    size_t size = strlen(piece);
    if (t->room - t->size < size + 1) {
        t->room = (t->size + size) * 2 + 4096;
        t->data = realloc(t->data, t->room);
        assert_non_null(t->data);
    }
    memcpy(t->data + t->size, piece, size + 1);
    t->size += size;
}

#endif
