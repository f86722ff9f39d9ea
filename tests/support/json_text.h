/* SPDX-License-Identifier: MIT */
/* A small plan as JSON for the tests of the reader, as the writer writes it, and ways to change it. */
#ifndef HW_TESTS_JSON_TEXT_H
#define HW_TESTS_JSON_TEXT_H

#include "support/plan_text.h"

/* tests/data/valid/small.xml as JSON; freed by hw_string_free(). */
static inline char *small_json(void)
{
    char *xml = read_small();
    hw_plan *plan = read_plan(xml, false, NULL, NULL);
    assert_non_null(plan);
    char *json = hw_plan_to_json(plan, NULL, NULL);
    assert_non_null(json);
    hw_plan_free(plan);
    free(xml);
    return json;
}

static inline hw_plan *read_json(const char *text, size_t size, bool salvage, hw_problems *problems,
                                 hw_error *err)
{
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, salvage, NULL);
    hw_plan *plan = hw_plan_from_json(text, size, options, problems, err);
    hw_read_options_free(options);
    return plan;
}

#endif
