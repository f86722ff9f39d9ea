/* SPDX-License-Identifier: MIT */
/* The one place where memory comes from. When a test wants it, it counts what is asked for, and refuses one
 * request or all from one on. The counters are atomic because records are made on any thread; they are left alone
 * until somebody asks, since threads that count together wait for one another. */
#include "base/alloc.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/objects.h"

static atomic_bool is_counting;    /* somebody has asked */
static atomic_size_t requests;     /* since then */
static atomic_size_t reported;     /* the requests at the last hw__alloc_count() */
static atomic_size_t refused_at;   /* the request to refuse; 0 = none */
static atomic_bool refuse_onwards; /* and every later one */

/* Where builds count objects, they count all blocks too. */
#ifdef HW_COUNT_OBJECTS
static void *born(void *block)
{
    if (block) {
        hw__object_add(HW__OBJECT(memory), 1);
    }
    return block;
}
#define DEAD(block) hw__object_add(HW__OBJECT(memory), (block) ? -1 : 0)
#else
#define born(block) (block)
#define DEAD(block) ((void)0)
#endif

static int is_refused(void)
{
    if (!atomic_load_explicit(&is_counting, memory_order_relaxed)) {
        return 0;
    }
    size_t number = atomic_fetch_add_explicit(&requests, 1, memory_order_relaxed) + 1;
    size_t limit = atomic_load_explicit(&refused_at, memory_order_relaxed);
    if (limit == 0 || number < limit) {
        return 0;
    }
    return number == limit || atomic_load_explicit(&refuse_onwards, memory_order_relaxed);
}

void *hw__alloc(size_t size)
{
    if (is_refused()) {
        return NULL;
    }
    return born(malloc(size > 0 ? size : 1));
}

void *hw__zalloc(size_t count, size_t size)
{
    if (is_refused()) {
        return NULL;
    }
    if (count == 0 || size == 0) {
        return born(calloc(1, 1));
    }
    if (count > SIZE_MAX / size) {
        return NULL;
    }
    return born(calloc(count, size));
}

void *hw__realloc(void *old, size_t size)
{
    if (is_refused()) {
        return NULL;
    }
    void *block = realloc(old, size > 0 ? size : 1);
    return old ? block : born(block);
}

void hw__free(void *pointer)
{
    DEAD(pointer);
    free(pointer);
}

char *hw__strndup(const char *text, size_t size)
{
    if (size == SIZE_MAX) {
        return NULL;
    }
    char *copy = hw__alloc(size + 1);
    if (!copy) {
        return NULL;
    }
    if (size > 0) {
        memcpy(copy, text, size);
    }
    copy[size] = '\0';
    return copy;
}

char *hw__strdup(const char *text)
{
    return hw__strndup(text, strlen(text));
}

void hw__alloc_fail(size_t nth, int for_good)
{
    size_t now = atomic_load_explicit(&requests, memory_order_relaxed);
    atomic_store_explicit(&is_counting, true, memory_order_relaxed);
    atomic_store_explicit(&refuse_onwards, for_good != 0, memory_order_relaxed);
    atomic_store_explicit(&refused_at, nth > 0 ? now + nth : 0, memory_order_relaxed);
}

size_t hw__alloc_count(void)
{
    atomic_store_explicit(&is_counting, true, memory_order_relaxed);
    size_t now = atomic_load_explicit(&requests, memory_order_relaxed);
    return now - atomic_exchange_explicit(&reported, now, memory_order_relaxed);
}
