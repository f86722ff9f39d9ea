/* SPDX-License-Identifier: MIT */
/* Which occurrence does a new entry answer? Asked once for many entries that are logged together. */
#ifndef HW_SCHEDULE_LOG_MATCH_H
#define HW_SCHEDULE_LOG_MATCH_H

#include "schedule/timeline.h"

/* What the entries of this call add to an occurrence, which the log does not have yet. */
typedef struct hw__addition {
    uint32_t thing; /* index + 1; 0 = free */
    hw__key key;
    uint32_t percent; /* of what is asked for once: done = 100 */
    uint32_t done;    /* entries that say so */
} hw__addition;

typedef struct hw__matcher {
    hw__timeline timeline;
    hw__rows rows;           /* scratch */
    hw__addition *additions; /* open addressing; NULL when a single entry is logged */
    size_t mask;
} hw__matcher;

/* For `count` entries that are recorded now; `only` as in hw__timeline. To be closed in any case. */
hw_status hw__matcher_open(hw__matcher *matcher, const hw_plan *plan, hw_instant recorded, size_t count,
                           uint32_t only, hw_error *err);
void hw__matcher_close(hw__matcher *matcher);
/* The key of the occurrence that an entry answers; all zero for none. It is remembered as answered. `named`
 * (may be NULL) is an occurrence to take it for. HW_ERR_NOT_FOUND (there is no such occurrence), HW_ERR_STATE
 * (late where that is refused), and those of hw_plan_occurrences(). */
hw_status hw__matcher_find(hw__matcher *matcher, const hw_entry *entry, const hw_local *named, hw_local *key,
                           hw_error *err);

#endif
