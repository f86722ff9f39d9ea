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

/* One edit of what only the second version of the format has (random_nouns.c). */
hw_status random_noun_edit(editing *e);
/* The same for forms, templates in use, attachments and agreements (random_forms.c). */
hw_status random_form_edit(editing *e);

#endif
