/* SPDX-License-Identifier: MIT */
/* What is looked at before a JSON parser sees a single byte: is this text of a bearable size and shape? One
 * linear pass, which also notes where every value lies; parsers do not tell. */
#ifndef HW_FORMAT_JSON_GUARD_H
#define HW_FORMAT_JSON_GUARD_H

#include "base/vec.h"
#include "format/read_options.h"

/* Where a value lies in the text, and which value is the next that is not inside it. */
typedef struct hw__json_place {
    uint32_t begin, end, next;
} hw__json_place;

/* All values in the order in which they begin. */
typedef HW__VEC(hw__json_place) hw__json_map;

/* HW_OK, HW_ERR_MEMORY, or HW_ERR_INVALID or HW_ERR_LIMIT with one problem added. `limits` has
 * HW__LIMIT_COUNT items; that of elements counts values, that of attributes the members of one object, that
 * of tags the bytes of a name. Whether the text is JSON is left to the parser; if it is, the map is right. */
hw_status hw__json_guard(const char *data, size_t size, const size_t *limits, hw__json_map *map,
                         hw_problems *problems);

#endif
