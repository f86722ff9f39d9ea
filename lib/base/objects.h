/* SPDX-License-Identifier: MIT */
/* Where the objects that the interface gives out are born and die. In a build with HW_COUNT_OBJECTS they are counted by
 * kind, so that tests of any language can tell what was not freed; in every other build these are plain allocations. */
#ifndef HW_BASE_OBJECTS_H
#define HW_BASE_OBJECTS_H

#include "base/alloc.h"

/* A zeroed object of a kind, NULL without memory; and its end, NULL or not. */
#define HW__NEW(kind) hw__object_new(HW__OBJECT(kind), sizeof(hw_##kind))
#define HW__DELETE(kind, object) hw__object_free(HW__OBJECT(kind), object)

#ifdef HW_COUNT_OBJECTS
#include <stdint.h>

#define HW__OBJECT(kind) HW__OBJECT_##kind
#define HW__OBJECT_ROW(kind) HW__OBJECT(kind),
typedef enum hw__object {
#include "base/object_table.h"
    HW__OBJECT(memory), /* every block, those of objects and texts too */
    HW__OBJECT_COUNT
} hw__object;
#undef HW__OBJECT_ROW

void *hw__object_new(hw__object kind, size_t size);
void hw__object_free(hw__object kind, void *object);
void hw__object_add(hw__object kind, int n); /* to what is alive */

/* For tests, and exported by such a build alone: the name of a kind, NULL past the last; and how many live. */
HW_API const char *hw__object_kind(size_t kind);
HW_API int64_t hw__object_count(size_t kind);
#else
#define hw__object_new(kind, size) hw__zalloc(1, size)
#define hw__object_free(kind, object) hw__free(object)
#endif

#endif
