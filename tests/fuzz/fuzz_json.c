/* SPDX-License-Identifier: MIT */
/* Plans as JSON from anywhere: refused with a problem, or read so that both forms hold the same plan. */
#include <string.h>

#include "fuzz.h"
#include "homework.h"

static char *write_again(const char *text, size_t size, const hw_read_options *options, size_t *written)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_json(text, size, options, NULL, &err);
    MUST(plan);
    char *again = hw_plan_to_json(plan, written, &err);
    MUST(again);
    hw_plan_free(plan);
    return again;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hw_error err;
    bool salvage = size & 1;
    hw_problems *problems = hw_problems_new(NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    MUST(problems && options);
    MUST(hw_read_options_set_salvage(options, salvage, NULL) == HW_OK);
    hw_plan *plan = hw_plan_from_json((const char *)data, size, options, problems, &err);
    MUST(plan || (err.status != HW_OK && hw_problems_error_count(problems)));
    if (plan && !hw_plan_is_read_only(plan)) {
        size_t first_size, second_size, xml_size;
        char *first = hw_plan_to_json(plan, &first_size, &err);
        MUST(first);
        char *second = write_again(first, first_size, options, &second_size);
        MUST(first_size == second_size && memcmp(first, second, first_size) == 0);
        char *xml = hw_plan_to_xml(plan, &xml_size, &err);
        MUST(xml);
        hw_plan *from_xml = hw_plan_from_xml(xml, xml_size, options, NULL, &err);
        MUST(from_xml);
        char *third = hw_plan_to_json(from_xml, &second_size, &err);
        /* Something kept aside may be valid once it stands with the rest again. */
        MUST(third && (salvage || (first_size == second_size && memcmp(first, third, first_size) == 0)));
        hw_string_free(third);
        hw_plan_free(from_xml);
        hw_string_free(xml);
        hw_string_free(second);
        hw_string_free(first);
    }
    hw_plan_free(plan);
    hw_read_options_free(options);
    hw_problems_free(problems);
    return 0;
}
