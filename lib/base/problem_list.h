/* SPDX-License-Identifier: MIT */
/* Adding to a hw_problems. */
#ifndef HW_BASE_PROBLEM_LIST_H
#define HW_BASE_PROBLEM_LIST_H

#include <stdbool.h>

#include "base/fail.h"
#include "homework/problems.h"

/* Adds one. `problems` may be NULL, and then nothing is noted. Returns false without memory (the list then
 * says so by its count of dropped ones). A full list drops it and returns true. `subject` may be NULL. */
bool hw__problem(hw_problems *problems, hw_problem_code code, hw_severity severity, int32_t line,
                 int32_t column, const char *subject, const char *format, ...) HW__PRINTF(7, 8);
/* Counts problems that are found but not kept: for a list that is full and has an error. NULL is ignored. */
void hw__problems_drop(hw_problems *problems, hw_severity severity, size_t count);

#endif
