/* SPDX-License-Identifier: MIT */
/* How many objects of each kind are alive: only in builds that count them, where tests ask for it. */
#include "base/objects.h"

#include <stdatomic.h>

static _Atomic(int64_t) alive[HW__OBJECT_COUNT];

void hw__object_add(hw__object kind, int n)
{
    atomic_fetch_add_explicit(&alive[kind], n, memory_order_relaxed);
}

void *hw__object_new(hw__object kind, size_t size)
{
    void *object = hw__zalloc(1, size);
    if (object) {
        hw__object_add(kind, 1);
    }
    return object;
}

void hw__object_free(hw__object kind, void *object)
{
    if (object) {
        hw__object_add(kind, -1);
    }
    hw__free(object);
}

const char *hw__object_kind(size_t kind)
{
#define HW__OBJECT_ROW(kind) #kind,
    static const char *const names[HW__OBJECT_COUNT] = {
#include "base/object_table.h"
        "memory"};
#undef HW__OBJECT_ROW
    return kind < HW__OBJECT_COUNT ? names[kind] : NULL;
}

int64_t hw__object_count(size_t kind)
{
    return kind < HW__OBJECT_COUNT ? atomic_load_explicit(&alive[kind], memory_order_relaxed) : 0;
}
