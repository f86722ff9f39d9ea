/* SPDX-License-Identifier: MIT */
/* A growing text with a hard cap. The first failure sticks, so writers check once, at the end. With a sink
 * the text is handed on in pieces and memory stays constant. */
#ifndef HW_BASE_BUFFER_H
#define HW_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "homework/error.h"

/* Takes a piece; false stops the writing (HW_ERR_CANCELLED). */
typedef bool (*hw__sink)(void *user, const char *data, size_t size);

typedef struct hw__buffer {
    char *data;
    size_t size, room; /* bytes used; bytes that fit (0 more after a failure) */
    size_t cap;        /* most bytes that it may ever hold (or pass on) */
    size_t passed;     /* bytes given to the sink so far */
    hw_status status;  /* the first failure */
    hw__sink sink;
    void *user;
} hw__buffer;

void hw__buffer_init(hw__buffer *buffer, size_t cap);
void hw__buffer_init_sink(hw__buffer *buffer, size_t cap, hw__sink sink, void *user);
void hw__buffer_free(hw__buffer *buffer);                 /* and makes it as after hw__buffer_init() */
bool hw__buffer_reserve(hw__buffer *buffer, size_t more); /* false after a failure */
void hw__buffer_fail(hw__buffer *buffer,
                     hw_status status);    /* a failure of the writer's own; the first sticks */
void hw__buffer_flush(hw__buffer *buffer); /* to the sink, if there is one */
/* The text, NUL-terminated and owned by the caller, or NULL with `err` filled in; `size` may be NULL. Not for
 * a buffer with a sink. Either way the buffer is then as after hw__buffer_init(). */
char *hw__buffer_take(hw__buffer *buffer, size_t *size, hw_error *err);
hw_status hw__buffer_status(const hw__buffer *buffer, hw_error *err);

static inline void hw__put(hw__buffer *buffer, const char *data, size_t size)
{
    if (size == 0 || (buffer->room - buffer->size < size && !hw__buffer_reserve(buffer, size))) {
        return;
    }
    memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
}

static inline void hw__put_char(hw__buffer *buffer, char c)
{
    hw__put(buffer, &c, 1);
}

static inline void hw__put_text(hw__buffer *buffer, const char *text)
{
    hw__put(buffer, text, strlen(text));
}

/* A string literal, its length known to the compiler. */
#define HW__PUT_LIT(buffer, literal) hw__put((buffer), "" literal, sizeof(literal) - 1)

void hw__put_int(hw__buffer *buffer, int64_t value);
void hw__put_digits(hw__buffer *buffer, uint32_t value, int width); /* zero-padded; wider values in full */

#endif
