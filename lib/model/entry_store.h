/* SPDX-License-Identifier: MIT */
/* From a draft to rows of the log, and what must be true of an entry within its plan: one set of rules
 * for the verbs that log and for the rows that were read. */
#ifndef HW_MODEL_ENTRY_STORE_H
#define HW_MODEL_ENTRY_STORE_H

#include "base/problem_list.h"
#include "model/log_forms.h"
#include "model/plan_store.h"

/* Whether a draft may be logged: its own first fault, who records, its assignment and measures, its fields, the
 * range of its values, its moment. Which occurrence it answers is not looked at. HW_OK, HW_ERR_NOT_FOUND,
 * HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_ARGUMENT, HW_ERR_MEMORY, or the fault. Notes with its values which are
 * confidential. */
hw_status hw__entry_validate(const hw_plan *plan, hw_entry *entry, const hw_change *change, hw_error *err);

/* Appends the draft, unsorted. `key` is the occurrence it answers, all zero for none; `link` and `target`
 * (NULL = none) what it supersedes or voids. The draft has an id. False without memory or past a limit;
 * nothing has changed then. */
bool hw__log_push_entry(hw__log_store *log, const hw_entry *entry, const hw_change *change, hw_local key,
                        int link, const char *target);

/* What is known about a symbol, so that it is looked up once for all entries. */
typedef struct hw__symbol_facts {
    const hw__thing *measure, *assignment;
    uint32_t newest; /* form of its own that was made for the assignment; see hw__log_forms_find() */
    uint8_t known;   /* bits; private to entry_check.c */
} hw__symbol_facts;

/* A run of checks over a log. The plan's records and the log must not change meanwhile, but that rows become
 * confidential. All zero but for the first two before the first check. */
typedef struct hw__entry_check {
    const hw_plan *plan;
    hw__log_store *log;
    HW__VEC(hw__symbol_facts) facts;
    hw__log_forms forms;
    hw__form_run run; /* its room is kept from entry to entry */
} hw__entry_check;

/* Adds a problem for everything that is wrong with an entry that was read: unknown ids, values that no
 * revision of their measure allows, moments after the recording, things that exclude each other; and a warning
 * for each field that is not as its form has it. False without memory. */
bool hw__entry_check_row(hw__entry_check *check, uint32_t index, hw_problems *problems, int32_t line);
void hw__entry_check_end(hw__entry_check *check);

/* Rules that both use. */
bool hw__measure_allows(const hw_measure *measure, hw__decimal value);
bool hw__measure_allows_ever(const hw__thing *measure, hw__decimal value); /* by any of its revisions */
/* Whether something that happened then can have been recorded at `recorded`. A date has begun when it has
 * begun anywhere. */
bool hw__moment_precedes(hw_moment at, hw_instant recorded);

#endif
