/* SPDX-License-Identifier: MIT */
/* Filling in a hw_error: once, where the fact is known. Messages never hold the caller's text. */
#ifndef HW_BASE_FAIL_H
#define HW_BASE_FAIL_H

#include <stdarg.h>

#include "homework/error.h"

#if defined(__GNUC__)
#define HW__PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#define HW__PRINTF(f, a)
#endif

/* Fills `err` (may be NULL) and returns `status`. `subject` may be NULL. A text that is too long is cut at
 * a character, and bytes that are no printable UTF-8 become "?". The arguments may point into `err`. Only %s,
 * %d, %u, %zu, %lld, %c and %% are used in formats. */
hw_status hw__fail(hw_error *err, hw_status status, const char *subject, const char *format, ...)
    HW__PRINTF(4, 5);
hw_status hw__fail_at(hw_error *err, hw_status status, int32_t line, int32_t column, const char *subject,
                      const char *format, ...) HW__PRINTF(6, 7);
/* The same with its arguments as a list, for functions that take a format themselves. */
hw_status hw__fail_list(hw_error *err, hw_status status, int32_t line, int32_t column, const char *subject,
                        const char *format, va_list arguments) HW__PRINTF(6, 0);
hw_status hw__no_memory(hw_error *err);                       /* HW_ERR_MEMORY */
hw_status hw__null_argument(hw_error *err, const char *name); /* HW_ERR_ARGUMENT */
hw_status hw__ok(hw_error *err);                              /* clears, returns HW_OK */

#endif
