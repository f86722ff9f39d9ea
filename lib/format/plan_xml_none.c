/* SPDX-License-Identifier: MIT */
/* Stands in for the reader in a build without XML: plans can be written, but not read. */
#include "base/fail.h"
#include "format/plan_xml_reader.h"
#include "homework/document.h"
#include "homework/exchange.h"

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

hw_plan *hw_plan_from_changes(const hw_plan *plan, const char *data, size_t size,
                              const hw_read_options *options, hw_problems *problems, hw_error *err)
{
    (void)plan;
    (void)data;
    (void)size;
    (void)options;
    (void)problems;
    refuse(err);
    return NULL;
}

hw_status hw__reader_piece(const hw__plan_reader *r, const hw__xml_piece *piece, hw__buffer *out)
{
    (void)r;
    (void)piece;
    (void)out;
    return HW_ERR_UNSUPPORTED;
}
