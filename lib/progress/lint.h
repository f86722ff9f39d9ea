/* SPDX-License-Identifier: MIT */
/* The findings of hw_plan_lint(), and what the week holds. */
#ifndef HW_PROGRESS_LINT_H
#define HW_PROGRESS_LINT_H

#include "base/arena.h"
#include "base/vec.h"
#include "homework/lint.h"
#include "model/plan_store.h"

typedef struct hw__finding {
    const char *assignment; /* in the arena; NULL = the whole plan */
    const char *unit;       /* static; NULL = it has no numbers */
    int64_t value, limit;
    uint8_t code;     /* hw_lint_code */
    uint8_t obstacle; /* hw_barrier; of HW_LINT_COPING */
} hw__finding;

/* What is planned for a week, and what there is room for. */
typedef struct hw__load {
    int64_t minutes;
    size_t unknown, active;
    int32_t minutes_room, assignments_room; /* 0 = not stated */
} hw__load;

struct hw_lint {
    HW__VEC(hw__finding) findings;
    hw__load load;
    hw__arena arena;
};

/* The seven days from the moment's on. Errors: as hw_plan_occurrences(). */
hw_status hw__load_measure(const hw_plan *plan, hw_instant as_of, hw__load *out, hw_error *err);

#endif
