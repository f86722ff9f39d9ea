/* SPDX-License-Identifier: MIT */
/* JSON as a source of the plan reader: guard, parser, and a walk over the tree for each pass. */
#include "base/fail.h"
#include "format/plan_json_reader.h"
#include "homework/document.h"

static uint32_t here(const hw__plan_reader *r)
{
    const hw__json_reader *w = r->parser;
    return w->here;
}

static uint32_t value_place(const hw__plan_reader *r, const char *value)
{
    const hw__json_reader *w = r->parser;
    for (size_t i = 0; i < w->places.count; i++) {
        if ((const char *)w->cells.items[i * 5 + 3] == value) {
            return w->places.items[i];
        }
    }
    return w->here;
}

static hw_status guard(hw__plan_reader *r)
{
    hw__json_reader *w = r->parser;
    return hw__json_guard(r->data, r->size, r->options->limits, &w->tree.map, r->problems);
}

static bool parse_tree(hw__json_reader *w)
{
    hw__json_fault fault;
    if (hw__json_parse(&w->tree, w->r->size, &fault)) {
        return true;
    }
    if (fault.code == HW_PROBLEM_CODE_COUNT) {
        hw__reader_stop(w->r, HW_ERR_MEMORY);
        return false;
    }
    hw__reader_report(w->r, fault.code, HW_SEVERITY_ERROR, HW__AT_BYTE, fault.place, NULL, "%s",
                      fault.message);
    hw__reader_stop(w->r, HW_ERR_INVALID);
    return false;
}

static void parse(hw__plan_reader *r)
{
    hw__json_reader *w = r->parser;
    w->r = r;
    r->plan_uri = HW__XML_NAMESPACE;
    r->xml_uri = HW__XML_OWN_NAMESPACE;
    for (int i = 0; i < HW__NAME_COUNT; i++) {
        r->names[i] = hw__log_names[i];
    }
    w->tree.data = r->data;
    if (w->tree.root || parse_tree(w)) {
        hw__json_root(w);
    }
}

static const hw__reader_source json = {guard, parse, here, value_place, HW__JSON_FORMAT, HW__JSON_LANGUAGE,
                                       '\0'};

hw_plan *hw_plan_from_json(const char *data, size_t size, const hw_read_options *options,
                           hw_problems *problems, hw_error *err)
{
    hw__json_reader w = {.here = 0};
    hw_plan *plan = hw__reader_plan(&json, &w, data, size, options, problems, err);
    hw__json_free(&w.tree);
    hw__vec_free(&w.cells);
    hw__vec_free(&w.places);
    hw__vec_free(&w.members);
    hw__vec_free(&w.pool);
    hw__vec_free(&w.offsets);
    hw__vec_free(&w.strange);
    hw__table_free(&w.table);
    hw__arena_free(&w.lists);
    hw__arena_free(&w.copies);
    return plan;
}
