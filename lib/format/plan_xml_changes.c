/* SPDX-License-Identifier: MIT */
/* A sidecar of changes becomes a plan: the one that it is for, with what it says. Its records are
 * checked there, since what they refer to mostly is there. */
#include "base/fail.h"
#include "format/plan_xml_reader.h"
#include "model/merge.h"

void hw__reader_unite(hw__plan_reader *r)
{
    bool changed = false;
    r->whole = hw_plan_copy(r->base, NULL);
    if (!r->whole) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    r->in_item = true;
    hw_status status = hw__plan_merge_records(r->whole, r->plan, r->problems, &changed, NULL);
    if (status == HW_OK) {
        hw__plan_take_new_turns(r->whole, r->base, r->plan);
        status = hw__plan_settle(r->whole, NULL);
    }
    r->in_item = false;
    hw__reader_stop(r, status);
}

/* What has no id, and the log: the records are there. */
static hw_status complete(hw__plan_reader *r, hw_problems *problems, hw_error *err)
{
    bool changed = false;
    hw_status status = hw__plan_merge_log(r->whole, r->log, problems, err);
    if (status == HW_OK) {
        status = hw__plan_merge_extras(r->whole, r->plan, problems, &changed, err);
    }
    if (status == HW_OK && r->plan->read_only) {
        r->whole->read_only = true;
    }
    return status;
}

hw_plan *hw__reader_changes(const hw__reader_source *source, const hw_plan *plan, const char *data,
                            size_t size, const hw_read_options *options, hw_problems *problems, hw_error *err)
{
    if (!plan || !data) {
        hw__null_argument(err, plan ? "data" : "plan");
        return NULL;
    }
    if (plan->read_only) {
        hw__fail(err, HW_ERR_READ_ONLY, NULL, "the plan is read-only");
        return NULL;
    }
    hw_read_options strict = options ? *options : hw__read_defaults;
    strict.salvage = false;
    hw__plan_reader r;
    hw_plan *whole = NULL;
    hw_status status = hw__reader_run(&r, source, plan, data, size, &strict, problems, err);
    if (status == HW_OK) {
        status = complete(&r, problems, err);
    }
    if (status == HW_OK) {
        whole = r.whole;
        r.whole = NULL;
        hw__ok(err);
    }
    hw__reader_finish(&r);
    return whole;
}
