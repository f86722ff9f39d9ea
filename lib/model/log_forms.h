/* SPDX-License-Identifier: MIT */
/* Forms as a log is judged by them: put together once for a kind, and for each revision that has fields of its
 * own; the fields found by symbol and phase. */
#ifndef HW_MODEL_LOG_FORMS_H
#define HW_MODEL_LOG_FORMS_H

#include "model/form_rows.h"

#define HW__KINDS (HW_KIND_OTHER + 1)

typedef struct hw__log_form {
    const hw_assignment *record; /* whose own fields it has; NULL = the form of a kind */
    hw__form_rows form;
    uint32_t *slots; /* symbol and phase, and row; open addressing, two numbers a slot, 0 = free */
    uint32_t mask;
    uint32_t older; /* the index and 1 of another form of the same assignment; 0 = none */
} hw__log_form;

/* All zero but for the log before the first form. The log must have all its symbols. */
typedef struct hw__log_forms {
    const hw__log_store *log;
    HW__VEC(hw__log_form) items;
    uint32_t of_kind[HW__KINDS + 1]; /* index and 1; the last is for anything that is no kind */
} hw__log_forms;

/* Whether all revisions of an assignment have the form of one kind: then no entry needs to be dated for it. */
bool hw__log_forms_plain(const hw__thing *assignment);
/* The form for a revision: its index and 1. `*newest` is the last one made for the assignment (0 = none yet), and
 * brought up to date. 0 without memory. */
uint32_t hw__log_forms_find(hw__log_forms *forms, const hw_assignment *record, uint32_t *newest);
/* The row for what a value row names; HW__NO_ROW = none. */
uint32_t hw__log_form_row(const hw__log_form *form, uint32_t symbol, int phase);
void hw__log_forms_free(hw__log_forms *forms);

#endif
