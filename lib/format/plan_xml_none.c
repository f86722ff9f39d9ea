/* SPDX-License-Identifier: MIT */
/* Stands in for the reader in a build without XML: plans can be written, but not read. */
#include "base/fail.h"
#include "homework/document.h"

static hw_status refuse(hw_error *err)
{
    return hw__fail(err, HW_ERR_UNSUPPORTED, "xml", "this build of the library cannot read XML");
}

hw_plan *hw_plan_from_xml(const char *data, size_t size, const hw_read_options *options,
                          hw_problems *problems, hw_error *err)
{
    (void)data;
    (void)size;
    (void)options;
    (void)problems;
    refuse(err);
    return NULL;
}

hw_status hw_plan_read_log_xml(hw_plan *plan, const char *data, size_t size, const hw_read_options *options,
                               hw_problems *problems, hw_error *err)
{
    (void)plan;
    (void)data;
    (void)size;
    (void)options;
    (void)problems;
    return refuse(err);
}
