/* SPDX-License-Identifier: MIT */
/* A document becomes a plan: guard, parser, checks, verdict; whatever the source, XML or JSON. */
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "format/plan_xml_reader.h"
#include "model/foreign.h"
#include "model/merge.h"
#include "model/removal.h"

#define FIRST_TEXT 256

static hw_status begin(hw__plan_reader *r, const hw__reader_source *source, const char *data, size_t size,
                       const hw_read_options *options)
{
    memset(r, 0, sizeof *r);
    r->source = source;
    r->data = data;
    r->size = size;
    r->options = options ? options : &hw__read_defaults;
    r->section = -1;
    hw__buffer *const buffers[] = {&r->item_elements, &r->item_attributes, &r->section_elements,
                                   &r->root_elements, &r->capture};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        hw__buffer_init(buffers[i], SIZE_MAX);
    }
    r->problems = hw_problems_new(NULL);
    r->found = hw_problems_new(NULL);
    return r->problems && r->found && hw__vec_reserve(&r->text, FIRST_TEXT) ? HW_OK : HW_ERR_MEMORY;
}

void hw__reader_finish(hw__plan_reader *r)
{
    for (size_t i = 0; i < r->items.count; i++) {
        hw__record_unref(r->items.items[i].record);
    }
    for (size_t i = 0; i < r->taken.count; i++) {
        hw__free(r->taken.items[i].xml);
    }
    hw__record_unref(r->record);
    if (!r->plan) {
        hw__log_unref(r->log); /* a sidecar's */
    }
    hw_plan_free(r->plan);
    hw_plan_free(r->whole);
    hw_problems_free(r->problems);
    hw_problems_free(r->found);
    hw__buffer_free(&r->item_elements);
    hw__buffer_free(&r->item_attributes);
    hw__buffer_free(&r->section_elements);
    hw__buffer_free(&r->root_elements);
    hw__buffer_free(&r->capture);
    hw__vec_free(&r->lines);
    hw__vec_free(&r->text);
    hw__vec_free(&r->declared);
    hw__vec_free(&r->items);
    hw__vec_free(&r->entries);
    hw__vec_free(&r->broken_entries);
    hw__vec_free(&r->aside);
    hw__vec_free(&r->taken);
    hw__free(r->strange);
}

static void read_all(hw__plan_reader *r)
{
    r->status = r->source->guard(r);
    if (r->status == HW_OK) {
        r->source->parse(r);
    }
    if (r->status == HW_OK) {
        hw__reader_build(r);
    }
    if (r->status == HW_OK && !r->is_fatal) {
        hw__reader_take_aside(r);
    }
    bool is_refused = r->options->salvage ? r->is_fatal : hw_problems_error_count(r->problems) > 0;
    if (is_refused) {
        hw__reader_stop(r, HW_ERR_INVALID);
    }
}

/* Where the problem stands that is the reason for the verdict: what stopped the reading, else the first
 * error. */
static size_t find_reason(const hw__plan_reader *r)
{
    size_t count = hw_problems_count(r->problems), reason = count;
    for (size_t i = 0; i < count; i++) {
        if (hw_problems_severity_at(r->problems, i) == HW_SEVERITY_ERROR) {
            reason = i;
            if (r->status == HW_ERR_INVALID) {
                break;
            }
        }
    }
    return reason;
}

static void pass_on(const hw_problems *from, hw_problems *to)
{
    size_t count = hw_problems_count(from), errors = 0, dropped = hw_problems_dropped(from);
    for (size_t i = 0; i < count; i++) {
        errors += hw_problems_severity_at(from, i) == HW_SEVERITY_ERROR;
        hw__problem(to, hw_problems_code_at(from, i), hw_problems_severity_at(from, i),
                    hw_problems_line_at(from, i), hw_problems_column_at(from, i),
                    hw_problems_subject_at(from, i), "%s", hw_problems_message_at(from, i));
    }
    errors = hw_problems_error_count(from) - errors; /* among those that were dropped */
    hw__problems_drop(to, HW_SEVERITY_ERROR, errors);
    hw__problems_drop(to, HW_SEVERITY_NOTICE, dropped - errors);
}

/* Fills `err` and passes the problems on. */
static hw_status give_verdict(hw__plan_reader *r, hw_problems *problems, hw_error *err)
{
    const hw_problems *from = r->problems;
    hw_status status = r->status;
    pass_on(from, problems);
    if (status == HW_OK) {
        return hw__ok(err);
    }
    if (status == HW_ERR_MEMORY) {
        return hw__no_memory(err);
    }
    size_t reason = find_reason(r);
    if (status == HW_ERR_INVALID && hw_problems_code_at(from, reason) == HW_PROBLEM_LIMIT) {
        status = HW_ERR_LIMIT;
    }
    return hw__fail_at(err, status, hw_problems_line_at(from, reason), hw_problems_column_at(from, reason),
                       hw_problems_subject_at(from, reason), "%s", hw_problems_message_at(from, reason));
}

/* Hands what was taken down to the plan, which has room for it, unless it has it already. */
static void move_aside(hw__plan_reader *r, hw_plan *plan)
{
    size_t before = plan->aside.count;
    if (r->taken.count > 0 && r->minor > plan->aside_minor) {
        plan->aside_minor = (uint8_t)r->minor;
    }
    for (size_t i = 0; i < r->taken.count; i++) {
        bool is_there = hw__aside_is_removed(plan, r->taken.items[i].xml);
        for (size_t k = 0; k < before && !is_there; k++) {
            is_there = plan->aside.items[k].section == r->taken.items[i].section &&
                       strcmp(plan->aside.items[k].xml, r->taken.items[i].xml) == 0;
        }
        if (!is_there) {
            plan->aside.items[plan->aside.count++] = r->taken.items[i];
            r->taken.items[i].xml = NULL;
        }
    }
}

hw_plan *hw__reader_plan(const hw__reader_source *source, void *parser, const char *data, size_t size,
                         const hw_read_options *options, hw_problems *problems, hw_error *err)
{
    if (!data) {
        hw__null_argument(err, "data");
        return NULL;
    }
    hw__plan_reader r;
    hw_plan *plan = NULL;
    r.status = begin(&r, source, data, size, options);
    r.parser = parser;
    if (r.status == HW_OK) {
        read_all(&r);
    }
    if (r.status == HW_OK && !hw__vec_reserve(&r.plan->aside, r.taken.count)) {
        r.status = HW_ERR_MEMORY;
    }
    if (give_verdict(&r, problems, err) == HW_OK) {
        move_aside(&r, r.plan);
        plan = r.plan;
        r.plan = NULL;
        r.log = NULL;
    }
    hw__reader_finish(&r);
    return plan;
}

/* Takes what was read of a sidecar into the plan: all or nothing. */
static hw_status merge(hw__plan_reader *r, hw_plan *plan, hw_problems *problems, hw_error *err)
{
    char *kept = NULL, **old = &plan->section_foreign[HW__SECTION_COUNT];
    char *own = hw__reader_take(r, &r->section_elements);
    bool good = r->status == HW_OK && hw__union_elements(*old, own, &kept) &&
                hw__vec_reserve(&plan->aside, r->taken.count);
    hw__free(own);
    if (!good) {
        hw__free(kept);
        return hw__no_memory(err);
    }
    hw_status status = hw__plan_merge_log(plan, r->log, problems, err);
    if (status != HW_OK) {
        hw__free(kept);
        return status;
    }
    hw__free(*old);
    *old = kept;
    move_aside(r, plan);
    return status;
}

hw_status hw__reader_run(hw__plan_reader *r, const hw__reader_source *source, const hw_plan *base,
                         const char *data, size_t size, const hw_read_options *options, hw_problems *problems,
                         hw_error *err)
{
    r->status = begin(r, source, data, size, options);
    r->base = base;
    if (r->status == HW_OK) {
        read_all(r);
    }
    return give_verdict(r, problems, err);
}

hw_status hw__reader_log(const hw__reader_source *source, hw_plan *plan, const char *data, size_t size,
                         const hw_read_options *options, hw_problems *problems, hw_error *err)
{
    if (!plan || !data) {
        return hw__null_argument(err, plan ? "data" : "plan");
    }
    if (plan->read_only) {
        return hw__fail(err, HW_ERR_READ_ONLY, NULL, "the plan is read-only");
    }
    hw__plan_reader r;
    r.status = begin(&r, source, data, size, options);
    r.owner = plan;
    if (r.status == HW_OK) {
        read_all(&r);
    }
    hw_status status = give_verdict(&r, problems, err);
    if (status == HW_OK) {
        status = merge(&r, plan, problems, err);
    }
    hw__reader_finish(&r);
    return status;
}
