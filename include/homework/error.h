/* SPDX-License-Identifier: MIT */
/** @file error.h
 *  What went wrong, told to the caller and to nobody else.
 *
 *  Functions that make something return a pointer, NULL for failure; functions that change something
 *  return a hw_status. Both take a `hw_error *` as their last argument. It is the caller's own, may be
 *  NULL, and is rewritten by every call (status HW_OK after success), so it is never stale. The library
 *  prints nothing, aborts never and keeps no error of its own.
 *
 *      hw_error err;
 *      hw_plan *plan = hw_plan_from_xml(bytes, size, NULL, NULL, &err);
 *      if (!plan)
 *          fprintf(stderr, "line %d: %s\n", err.line, err.message);
 */
#ifndef HOMEWORK_ERROR_H
#define HOMEWORK_ERROR_H

#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How a call ended. The values are dense and never renumbered; new ones are added at the end. */
typedef enum hw_status {
    HW_OK = 0,          /**< Done. */
    HW_ERR_MEMORY,      /**< Memory ran out; nothing was changed. */
    HW_ERR_ARGUMENT,    /**< An argument is NULL, or cannot be meant. */
    HW_ERR_SYNTAX,      /**< Text that does not follow its grammar. */
    HW_ERR_RANGE,       /**< Well formed, but outside the permitted range. */
    HW_ERR_NOT_FOUND,   /**< No such id, zone or file. */
    HW_ERR_DUPLICATE,   /**< The id is taken. */
    HW_ERR_CONFLICT,    /**< Based on something that has changed meanwhile. */
    HW_ERR_STATE,       /**< Not allowed in the present state. */
    HW_ERR_UNSUPPORTED, /**< Known, but not supported: a rule part, a version, a build without the part. */
    HW_ERR_LIMIT,       /**< A named limit was passed; the message names it. */
    HW_ERR_INVALID,     /**< The document has problems; see hw_problems. */
    HW_ERR_READ_ONLY,   /**< The plan must not be changed; see hw_plan_is_read_only(). */
    HW_ERR_IO,          /**< The operating system refused to read or write. */
    HW_ERR_NOT_DURABLE, /**< Written and visible, but perhaps not yet safe from a power cut. */
    HW_ERR_CANCELLED    /**< A callback of the caller asked to stop. */
} hw_status;

/** What failed, filled in by every call that takes one. 512 bytes, frozen. */
typedef struct hw_error {
    int32_t status;          /**< A hw_status. */
    int32_t line;            /**< Line of the input, from 1; 0 = none. */
    int32_t column;          /**< Byte within the line, from 1; 0 = none. */
    int32_t reserved_int[5]; /**< Zero. */
    char subject[128];       /**< The id, field, zone or limit concerned; never private text. */
    char message[320];       /**< One English sentence without a full stop; never private text. */
    char reserved[32];       /**< Zero. */
} hw_error;

/** The name of a status ("HW_ERR_SYNTAX"). Static storage; "HW_ERR_UNKNOWN" for a value out of range.
 *  @since 0.1 */
HW_API const char *hw_status_name(hw_status status);

/** Sets an error to HW_OK and empties its texts. NULL is ignored. @since 0.1 */
HW_API void hw_error_clear(hw_error *err);

/** Frees a text or buffer that the library returned as `char *`. NULL is ignored. @since 0.1 */
HW_API void hw_string_free(char *text);

#ifdef __cplusplus
}
#endif

#endif
