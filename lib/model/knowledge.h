/* SPDX-License-Identifier: MIT */
/* Which revisions and entries a copy of a plan has, by their ids: ranges of what origins minted, and the
 * rest. */
#ifndef HW_MODEL_KNOWLEDGE_H
#define HW_MODEL_KNOWLEDGE_H

#include "model/plan_store.h"

/* Ids `<origin>-<first>` to `<origin>-<last>`. */
typedef struct hw__known_range {
    const char *origin;
    size_t size; /* of the origin */
    int64_t first, last;
} hw__known_range;

/* An id of another form. */
typedef struct hw__known_id {
    const char *id;
    size_t size;
} hw__known_id;

/* One kind of ids; both lists are sorted, and the ranges apart. */
typedef struct hw__known_ids {
    HW__VEC(hw__known_range) ranges;
    HW__VEC(hw__known_id) others;
} hw__known_ids;

/* Points into the text that it was read from, or into a plan. */
typedef struct hw__knowledge {
    hw__known_ids revisions, entries;
} hw__knowledge;

/* Reads the text of hw_plan_knowledge() about a plan. HW_OK, HW_ERR_SYNTAX with its line, HW_ERR_UNSUPPORTED,
 * HW_ERR_INVALID (of another plan), HW_ERR_LIMIT, HW_ERR_MEMORY. To be freed in any case. */
hw_status hw__knowledge_parse(hw__knowledge *knowledge, const hw_plan *plan, const char *text, size_t size,
                              hw_error *err);
bool hw__knowledge_has(const hw__known_ids *ids, const char *id);
void hw__knowledge_free(hw__knowledge *knowledge);

/* What a plan has and a copy with that knowledge (NULL: one that has nothing) lacks: a plan that is not
 * valid by itself. NULL without memory. */
hw_plan *hw__plan_lacking(const hw_plan *plan, const hw__knowledge *knowledge, hw_error *err);

#endif
