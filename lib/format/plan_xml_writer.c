/* SPDX-License-Identifier: MIT */
/* A plan as its canonical document: the same plan, the same bytes. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "format/plan_xml.h"
#include "format/xml_out.h"
#include "homework/document.h"
#include "model/plan_store.h"

/* What follows the records or entries of a section: what was kept aside, then the elements of other
 * namespaces. */
static void put_rest(hw__buffer *out, const hw_plan *plan, int section, int depth)
{
    for (size_t i = 0; i < plan->aside.count; i++) {
        if (plan->aside.items[i].section == section) {
            hw__put_indent(out, depth);
            hw__put_text(out, plan->aside.items[i].xml);
            hw__put_char(out, '\n');
        }
    }
    hw__put_elements(out, plan->section_foreign[section], depth);
}

static bool has_rest(const hw_plan *plan, int section)
{
    for (size_t i = 0; i < plan->aside.count; i++) {
        if (plan->aside.items[i].section == section)
            return true;
    }
    return plan->section_foreign[section] != NULL;
}

static void put_section(hw__buffer *out, const hw_plan *plan, int section)
{
    const hw__things *things = &plan->sections[section];
    hw__put_open(out, hw__section_names[section], 1);
    if (!things->count && !has_rest(plan, section)) {
        HW__PUT_LIT(out, "/>\n");
        return;
    }
    HW__PUT_LIT(out, ">\n");
    for (size_t t = 0; t < things->count; t++) {
        for (size_t r = 0; r < things->items[t].revisions.count; r++)
            hw__put_record(out, things->items[t].revisions.items[r], 2);
    }
    put_rest(out, plan, section, 2);
    hw__put_close(out, hw__section_names[section], 1);
}

static void put_entries(hw__buffer *out, const hw_plan *plan, int depth)
{
    for (uint32_t i = 0; i < plan->log->entries.count && out->status == HW_OK; i++)
        hw__put_entry(out, plan->log, i, depth);
    put_rest(out, plan, HW__SECTION_COUNT, depth);
}

static void put_log(hw__buffer *out, const hw_plan *plan)
{
    if (!plan->log->entries.count && !has_rest(plan, HW__SECTION_COUNT)) {
        HW__PUT_LIT(out, "  <log/>\n");
        return;
    }
    HW__PUT_LIT(out, "  <log>\n");
    put_entries(out, plan, 2);
    HW__PUT_LIT(out, "  </log>\n");
}

/* The declaration and the root's attributes up to the language; `uid` is what the plan's uid is called
 * there. */
static void put_head(hw__buffer *out, const hw_plan *plan, int minor, const char *root, const char *uid)
{
    HW__PUT_LIT(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    hw__put_text(out, root);
    HW__PUT_LIT(out, " xmlns=\"" HW__XML_NAMESPACE "\" version=\"0.");
    hw__put_int(out, minor);
    HW__PUT_LIT(out, "\" ");
    hw__put_text(out, uid);
    HW__PUT_LIT(out, "=\"urn:uuid:");
    hw__put_text(out, plan->uid);
    hw__put_char(out, '"');
    hw__put_language(out, plan->language);
}

/* What only a plan or changes to it have, and the end of the tag. */
static void put_root_rest(hw__buffer *out, const hw_plan *plan)
{
    if (plan->must_understand) {
        HW__PUT_LIT(out, " must-understand=\"");
        hw__put_xml(out, plan->must_understand, strlen(plan->must_understand), HW__XML_VALUE);
        hw__put_char(out, '"');
    }
    if (plan->foreign.attributes)
        hw__put_text(out, plan->foreign.attributes);
    HW__PUT_LIT(out, ">\n");
}

static void put_plan(hw__buffer *out, const hw_plan *plan)
{
    int minor = hw__plan_minor(plan);
    put_head(out, plan, minor, "plan", "uid");
    put_root_rest(out, plan);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__shapes[s]->since <= minor)
            put_section(out, plan, s);
    }
    put_log(out, plan);
    hw__put_elements(out, plan->foreign.elements, 1);
    HW__PUT_LIT(out, "</plan>\n");
}

void hw__put_changes(hw__buffer *out, const hw_plan *part)
{
    put_head(out, part, 2, "changes", "plan"); /* the first version has no such documents */
    put_root_rest(out, part);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (part->sections[s].count > 0 || has_rest(part, s))
            put_section(out, part, s);
    }
    if (part->log->entries.count > 0 || has_rest(part, HW__SECTION_COUNT))
        put_log(out, part);
    hw__put_elements(out, part->foreign.elements, 1);
    HW__PUT_LIT(out, "</changes>\n");
}

static void put_log_file(hw__buffer *out, const hw_plan *plan)
{
    put_head(out, plan, hw__plan_log_minor(plan), "log-file", "plan");
    if (!plan->log->entries.count && !has_rest(plan, HW__SECTION_COUNT)) {
        HW__PUT_LIT(out, "/>\n");
        return;
    }
    HW__PUT_LIT(out, ">\n");
    put_entries(out, plan, 1);
    HW__PUT_LIT(out, "</log-file>\n");
}

hw_status hw__plan_may_be_written(const hw_plan *plan, hw_error *err)
{
    if (!plan)
        return hw__null_argument(err, "plan");
    if (plan->read_only)
        return hw__fail(err, HW_ERR_READ_ONLY, NULL,
                        "the document is of a newer version, or needs what is not understood here");
    return HW_OK;
}

static char *to_text(const hw_plan *plan, void (*put)(hw__buffer *, const hw_plan *), size_t *size,
                     hw_error *err)
{
    if (size)
        *size = 0;
    if (hw__plan_may_be_written(plan, err) != HW_OK)
        return NULL;
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    put(&out, plan);
    return hw__buffer_take(&out, size, err);
}

char *hw_plan_to_xml(const hw_plan *plan, size_t *size, hw_error *err)
{
    return to_text(plan, put_plan, size, err);
}

char *hw_plan_log_to_xml(const hw_plan *plan, size_t *size, hw_error *err)
{
    return to_text(plan, put_log_file, size, err);
}

hw_status hw_plan_write_xml(const hw_plan *plan, hw_sink sink, void *user, hw_error *err)
{
    hw_status status = hw__plan_may_be_written(plan, err);
    if (status != HW_OK)
        return status;
    if (!sink)
        return hw__null_argument(err, "sink");
    hw__buffer out;
    hw__buffer_init_sink(&out, HW__MAX_OUTPUT_BYTES, sink, user);
    put_plan(&out, plan);
    hw__buffer_flush(&out);
    status = hw__buffer_status(&out, err);
    hw__buffer_free(&out);
    return status;
}
