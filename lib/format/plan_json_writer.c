/* SPDX-License-Identifier: MIT */
/* A plan as its canonical JSON document: the same plan, the same bytes. Record for record, field for field,
 * it is what plan_xml_writer.c writes. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "format/json_out.h"
#include "format/plan_json.h"
#include "format/plan_xml.h"
#include "homework/document.h"
#include "model/plan_store.h"

/* The begin of a member of the root that is on lines of its own. */
static void put_line(hw__buffer *out, const char *name)
{
    HW__PUT_LIT(out, ",\n  \"");
    hw__put_text(out, name);
    HW__PUT_LIT(out, "\": ");
}

static void put_head(hw__buffer *out, const hw_plan *plan, int minor)
{
    HW__PUT_LIT(out, "{\n  \"" HW__JSON_FORMAT "\": \"" HW__XML_NAMESPACE "\"");
    put_line(out, "version");
    HW__PUT_LIT(out, "\"0.");
    hw__put_int(out, minor);
    hw__put_char(out, '"');
    put_line(out, "uid");
    HW__PUT_LIT(out, "\"urn:uuid:");
    hw__put_text(out, plan->uid);
    hw__put_char(out, '"');
    put_line(out, HW__JSON_LANGUAGE);
    hw__put_json(out, plan->language, strlen(plan->language));
    if (plan->must_understand) {
        put_line(out, "must-understand");
        hw__put_json(out, plan->must_understand, strlen(plan->must_understand));
    }
}

static void put_section(hw__buffer *out, const hw_plan *plan, int section)
{
    const hw__things *things = &plan->sections[section];
    put_line(out, hw__section_names[section]);
    hw__put_char(out, '[');
    for (size_t t = 0; t < things->count; t++) {
        for (size_t r = 0; r < things->items[t].revisions.count; r++) {
            hw__put_text(out, t + r ? ",\n    " : "\n    ");
            hw__put_json_record(out, things->items[t].revisions.items[r]);
        }
    }
    hw__put_text(out, things->count ? "\n  ]" : "]");
}

static void put_log(hw__buffer *out, const hw_plan *plan)
{
    put_line(out, "log");
    hw__put_char(out, '[');
    for (uint32_t i = 0; i < plan->log->entries.count && out->status == HW_OK; i++) {
        hw__put_text(out, i ? ",\n    " : "\n    ");
        hw__put_json_entry(out, plan->log, i);
    }
    hw__put_text(out, plan->log->entries.count ? "\n  ]" : "]");
}

static const char *section_name(int section)
{
    return section < HW__SECTION_COUNT ? hw__section_names[section] : "log";
}

static void put_section_foreign(hw__buffer *out, const hw_plan *plan)
{
    bool is_first = true;
    for (int s = 0; s <= HW__SECTION_COUNT; s++) {
        if (!plan->section_foreign[s])
            continue;
        if (is_first) {
            put_line(out, HW__JSON_SECTION_FOREIGN);
            hw__put_char(out, '{');
        }
        hw__put_member(out, section_name(s), &is_first);
        hw__put_json_elements(out, plan->section_foreign[s]);
    }
    if (!is_first)
        hw__put_char(out, '}');
}

static void put_pieces(hw__buffer *out, const hw_plan *plan, int section, bool *is_first)
{
    const char *lead = "[";
    for (size_t i = 0; i < plan->aside.count; i++) {
        const hw__aside *aside = &plan->aside.items[i];
        if (aside->section != section)
            continue;
        if (*lead == '[')
            hw__put_member(out, section_name(section), is_first);
        hw__put_text(out, lead);
        hw__put_json(out, aside->xml, strlen(aside->xml));
        lead = ", ";
    }
    if (*lead != '[')
        hw__put_char(out, ']');
}

static void put_aside(hw__buffer *out, const hw_plan *plan)
{
    bool is_first = true;
    if (!plan->aside.count)
        return;
    put_line(out, HW__JSON_ASIDE);
    hw__put_char(out, '{');
    for (int s = 0; s <= HW__SECTION_COUNT; s++)
        put_pieces(out, plan, s, &is_first);
    hw__put_char(out, '}');
}

static void put_plan(hw__buffer *out, const hw_plan *plan)
{
    int minor = hw__plan_minor(plan);
    put_head(out, plan, minor);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__shapes[s]->since <= minor)
            put_section(out, plan, s);
    }
    put_log(out, plan);
    if (plan->foreign.attributes) {
        put_line(out, HW__JSON_FOREIGN_ATTRIBUTES);
        hw__put_json(out, plan->foreign.attributes + 1, strlen(plan->foreign.attributes) - 1);
    }
    if (plan->foreign.elements) {
        put_line(out, HW__JSON_FOREIGN);
        hw__put_json_elements(out, plan->foreign.elements);
    }
    put_section_foreign(out, plan);
    put_aside(out, plan);
    HW__PUT_LIT(out, "\n}\n");
}

char *hw_plan_to_json(const hw_plan *plan, size_t *size, hw_error *err)
{
    hw__buffer out;
    if (size)
        *size = 0;
    if (hw__plan_may_be_written(plan, err) != HW_OK)
        return NULL;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    put_plan(&out, plan);
    return hw__buffer_take(&out, size, err);
}

hw_status hw_plan_write_json(const hw_plan *plan, hw_sink sink, void *user, hw_error *err)
{
    hw__buffer out;
    hw_status status = hw__plan_may_be_written(plan, err);
    if (status != HW_OK)
        return status;
    if (!sink)
        return hw__null_argument(err, "sink");
    hw__buffer_init_sink(&out, HW__MAX_OUTPUT_BYTES, sink, user);
    put_plan(&out, plan);
    hw__buffer_flush(&out);
    status = hw__buffer_status(&out, err);
    hw__buffer_free(&out);
    return status;
}
