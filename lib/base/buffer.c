/* SPDX-License-Identifier: MIT */
/* The slow paths of the growing text: more room, the cap, the sink, and what became of it all. */
#include "base/buffer.h"

#include "base/alloc.h"
#include "base/fail.h"

#define FIRST_ROOM ((size_t)256)
#define PIECE ((size_t)32 << 10) /* what a sink gets at a time */

void hw__buffer_init(hw__buffer *buffer, size_t cap)
{
    hw__buffer_init_sink(buffer, cap, NULL, NULL);
}

void hw__buffer_init_sink(hw__buffer *buffer, size_t cap, hw__sink sink, void *user)
{
    *buffer = (hw__buffer){.cap = cap < SIZE_MAX ? cap : cap - 1, .sink = sink, .user = user};
}

void hw__buffer_free(hw__buffer *buffer)
{
    hw__free(buffer->data);
    hw__buffer_init_sink(buffer, buffer->cap, buffer->sink, buffer->user);
}

/* With no room left, every later write comes to hw__buffer_reserve() and is turned away there. */
static bool fail(hw__buffer *buffer, hw_status status)
{
    buffer->status = status;
    buffer->room = buffer->size;
    return false;
}

void hw__buffer_fail(hw__buffer *buffer, hw_status status)
{
    if (buffer->status == HW_OK) {
        fail(buffer, status);
    }
}

/* Makes the room `room` bytes, with one more for the NUL of hw__buffer_take(). */
static bool resize(hw__buffer *buffer, size_t room)
{
    char *data = hw__realloc(buffer->data, room + 1);
    if (!data) {
        return fail(buffer, HW_ERR_MEMORY);
    }
    buffer->data = data;
    buffer->room = room;
    return true;
}

bool hw__buffer_reserve(hw__buffer *buffer, size_t more)
{
    if (buffer->status != HW_OK) {
        return false;
    }
    if (buffer->room - buffer->size >= more) {
        return true;
    }
    if (more > buffer->cap - buffer->passed - buffer->size) {
        return fail(buffer, HW_ERR_LIMIT);
    }
    if (buffer->sink) {
        hw__buffer_flush(buffer);
        if (buffer->status != HW_OK) {
            return false;
        }
        if (buffer->room >= more) {
            return true;
        }
    }
    size_t most = buffer->cap - buffer->passed;
    size_t room = buffer->sink ? PIECE : buffer->room + buffer->room / 2;
    if (room < FIRST_ROOM) {
        room = FIRST_ROOM;
    }
    if (room < buffer->size + more) {
        room = buffer->size + more;
    }
    return resize(buffer, room < most ? room : most);
}

void hw__buffer_flush(hw__buffer *buffer)
{
    if (!buffer->sink || buffer->status != HW_OK || buffer->size == 0) {
        return;
    }
    size_t size = buffer->size;
    buffer->size = 0;
    if (!buffer->sink(buffer->user, buffer->data, size)) {
        fail(buffer, HW_ERR_CANCELLED);
        return;
    }
    buffer->passed += size;
    size_t most = buffer->cap - buffer->passed;
    if (buffer->room > most) {
        buffer->room = most; /* so that the quick path cannot pass the cap */
    }
}

hw_status hw__buffer_status(const hw__buffer *buffer, hw_error *err)
{
    switch (buffer->status) {
    case HW_OK:
        return hw__ok(err);
    case HW_ERR_MEMORY:
        return hw__no_memory(err);
    case HW_ERR_CANCELLED:
        return hw__fail(err, HW_ERR_CANCELLED, NULL, "the receiver of the output asked to stop");
    default:
        return hw__fail(err, buffer->status, "output-bytes", "the output would be longer than %zu bytes",
                        buffer->cap);
    }
}

char *hw__buffer_take(hw__buffer *buffer, size_t *size, hw_error *err)
{
    if (buffer->status == HW_OK && !buffer->data) {
        resize(buffer, 0);
    }
    char *text = NULL;
    if (hw__buffer_status(buffer, err) == HW_OK && buffer->data) {
        text = buffer->data;
        text[buffer->size] = '\0';
        buffer->data = NULL;
    }
    if (size) {
        *size = text ? buffer->size : 0;
    }
    hw__buffer_free(buffer);
    return text;
}

/* Writes the digits of `value` so that they end at `end`; returns where they begin. */
static char *digits_before(char *end, uint64_t value)
{
    do {
        *--end = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    return end;
}

void hw__put_int(hw__buffer *buffer, int64_t value)
{
    char text[20];
    char *end = text + sizeof text;
    /* Negated as unsigned: the least value has no positive counterpart. */
    char *begin = digits_before(end, value < 0 ? -(uint64_t)value : (uint64_t)value);
    if (value < 0) {
        *--begin = '-';
    }
    hw__put(buffer, begin, (size_t)(end - begin));
}

void hw__put_digits(hw__buffer *buffer, uint32_t value, int width)
{
    char text[10];
    char *end = text + sizeof text;
    char *begin = digits_before(end, value);
    for (int missing = width - (int)(end - begin); missing > 0; missing--) {
        hw__put_char(buffer, '0');
    }
    hw__put(buffer, begin, (size_t)(end - begin));
}
