/* SPDX-License-Identifier: MIT */
/* What one random edit works with. */
#ifndef HW_TESTS_RANDOM_EDITS_H
#define HW_TESTS_RANDOM_EDITS_H

#include "support/random_plan.h"

typedef struct editing {
    hw_plan *plan;
    test_random *random;
    random_editor *editor;
    const hw_change *change;
    hw_error *err;
} editing;

#endif
