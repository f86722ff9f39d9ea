/* SPDX-License-Identifier: MIT */
/* The fields that apply to an assignment: those of its kind and its own, side by side; and what is wrong with the
 * values that an entry has for them. One set of rules for the verbs that log and for documents. */
#ifndef HW_MODEL_FORM_ROWS_H
#define HW_MODEL_FORM_ROWS_H

#include "base/problem_list.h"
#include "base/vec.h"
#include "model/payloads.h"
#include "model/plan_store.h"

/* A field, wherever it comes from. Points into the record that declares it, or the table of kinds. */
typedef struct hw__form_row {
    const char *name, *group, *unit; /* group and unit may be NULL */
    uint8_t type, phase, required, confidential, whole;
    uint8_t group_number; /* from 1, in the order in which groups come; 0 = it does not repeat */
    hw__number min, max;
    const hw__kind_field *kind; /* of the same name and phase; NULL */
    const hw__field *own;       /* NULL = the kind's */
} hw__form_row;

typedef struct hw__form_rows {
    HW__VEC(hw__form_row) rows;
    bool closed; /* other fields are refused */
} hw__form_rows;

/* Puts rows together; the form is all zero before. `fields` are hw__field, and must stay. False without
 * memory. */
bool hw__form_collect(hw__form_rows *form, int kind, const hw__list *fields);
void hw__form_clear(hw__form_rows *form);

#define HW__NO_ROW UINT32_MAX
uint32_t hw__form_row_find(const hw__form_rows *form, const char *name, int phase);
size_t hw__form_row_choices(const hw__form_row *row);
const char *hw__form_row_choice(const hw__form_row *row, size_t index);

/* The revision of an assignment by which an entry is judged: the one that was known when it was recorded and in
 * force when it happened; the first if that was earlier. */
const hw_assignment *hw__form_revision(const hw__thing *assignment, hw_moment at, hw_moment recorded);

/* Where faults go. */
typedef struct hw__form_faults {
    hw_problems *problems; /* may be NULL */
    hw_severity severity;
    int32_t line;
    hw_status first; /* of the first fault; HW_OK while there is none */
    hw_error *err;   /* is told the first; may be NULL */
} hw__form_faults;

/* Notes a fault. Of a field (HW_PROBLEM_FIELD) the message goes on after its name. */
void hw__form_fault(hw__form_faults *faults, hw_problem_code code, hw_status status, const char *subject,
                    const char *message);

/* A value of an entry. */
typedef struct hw__form_value {
    uint8_t kind; /* HW_VALUE_NUMBER or HW_VALUE_TEXT */
    uint16_t group;
    hw__decimal number;
    const char *text; /* of `size` bytes */
    size_t size;
} hw__form_value;

/* One entry being judged. `seen` may be kept from entry to entry. */
typedef struct hw__form_run {
    const hw__form_rows *form;
    hw__form_faults *faults;
    bool is_owed; /* required fields must be there */
    HW__VEC(uint32_t) seen;
} hw__form_run;

/* A value in the field of a row (HW__NO_ROW: of a name that the form does not have). False without memory. */
bool hw__form_judge(hw__form_run *run, uint32_t row, const char *name, const hw__form_value *value);
/* What is missing, or there twice. */
void hw__form_judge_end(hw__form_run *run);
/* Whether an entry owes the required fields of its form: what was ticked in a calendar says no more. */
bool hw__form_is_owed(int extent, int source);

#endif
