/* SPDX-License-Identifier: MIT */
/* Stands in for the reader in a build without JSON: plans can be written as JSON, but not read. */
#include "base/fail.h"
#include "homework/document.h"

hw_plan *hw_plan_from_json(const char *data, size_t size, const hw_read_options *options,
                           hw_problems *problems, hw_error *err)
{
    (void)data;
    (void)size;
    (void)options;
    (void)problems;
    hw__fail(err, HW_ERR_UNSUPPORTED, "json", "this build of the library cannot read JSON");
    return NULL;
}
