/* SPDX-License-Identifier: MIT */
/* What another copy of a plan lacks, as a document; and taking in one that came from there. */
#include "homework/exchange.h"

#include "base/fail.h"
#include "format/plan_xml.h"
#include "model/knowledge.h"

/* The document of what is lacking. */
static char *write_part(const hw_plan *part, size_t *size, hw_error *err)
{
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw__put_changes(&out, part);
    return hw__buffer_take(&out, size, err);
}

char *hw_plan_changes_since(const hw_plan *plan, const char *knowledge, size_t knowledge_size, size_t *size,
                            hw_error *err)
{
    if (size)
        *size = 0;
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    if (plan->read_only) {
        hw__fail(err, HW_ERR_READ_ONLY, NULL, "the plan is read-only");
        return NULL;
    }
    hw__knowledge known = {0};
    char *text = NULL;
    if (!knowledge || hw__knowledge_parse(&known, plan, knowledge, knowledge_size, err) == HW_OK) {
        hw_plan *part = hw__plan_lacking(plan, knowledge ? &known : NULL, err);
        text = part ? write_part(part, size, err) : NULL;
        hw_plan_free(part);
    }
    hw__knowledge_free(&known);
    return text;
}

hw_status hw_plan_merge_changes(hw_plan *plan, const char *data, size_t size, const hw_read_options *options,
                                hw_problems *problems, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_plan *whole = hw_plan_from_changes(plan, data, size, options, problems, err);
    if (!whole)
        return (hw_status)err->status;
    hw_status status = hw_plan_merge(plan, whole, problems, err);
    hw_plan_free(whole);
    return status;
}
