/* SPDX-License-Identifier: MIT */
/* The public face of errors: names of statuses, clearing, and giving texts back. */
#include "homework/error.h"

#include <string.h>

#include "base/alloc.h"

static const char *const status_names[] = {
    [HW_OK] = "HW_OK",
    [HW_ERR_MEMORY] = "HW_ERR_MEMORY",
    [HW_ERR_ARGUMENT] = "HW_ERR_ARGUMENT",
    [HW_ERR_SYNTAX] = "HW_ERR_SYNTAX",
    [HW_ERR_RANGE] = "HW_ERR_RANGE",
    [HW_ERR_NOT_FOUND] = "HW_ERR_NOT_FOUND",
    [HW_ERR_DUPLICATE] = "HW_ERR_DUPLICATE",
    [HW_ERR_CONFLICT] = "HW_ERR_CONFLICT",
    [HW_ERR_STATE] = "HW_ERR_STATE",
    [HW_ERR_UNSUPPORTED] = "HW_ERR_UNSUPPORTED",
    [HW_ERR_LIMIT] = "HW_ERR_LIMIT",
    [HW_ERR_INVALID] = "HW_ERR_INVALID",
    [HW_ERR_READ_ONLY] = "HW_ERR_READ_ONLY",
    [HW_ERR_IO] = "HW_ERR_IO",
    [HW_ERR_NOT_DURABLE] = "HW_ERR_NOT_DURABLE",
    [HW_ERR_CANCELLED] = "HW_ERR_CANCELLED",
};

_Static_assert(sizeof(hw_error) == 512, "the size of hw_error is part of the binary interface");

const char *hw_status_name(hw_status status)
{
    /* Through unsigned, so that a negative value from a host language is out of range too. */
    unsigned index = (unsigned)status;
    return index < sizeof status_names / sizeof *status_names ? status_names[index] : "HW_ERR_UNKNOWN";
}

void hw_error_clear(hw_error *err)
{
    if (err) {
        memset(err, 0, sizeof *err);
    }
}

void hw_string_free(char *text)
{
    hw__free(text);
}
