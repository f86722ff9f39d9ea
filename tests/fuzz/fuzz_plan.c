/* SPDX-License-Identifier: MIT */
/* Plan documents from anywhere: refused with a problem, or read so that writing and reading give the same
 * bytes, and every answer can be computed. */
#include <string.h>

#include "fuzz.h"
#include "homework.h"

static void compute(const hw_plan *plan)
{
    hw_error err;
    hw_date from = {2025, 1, 1}, to = {2025, 7, 1};
    hw_instant as_of = 1751328000;
    hw_progress *progress = hw_plan_progress(plan, from, to, as_of, NULL, &err);
    char *report = hw_plan_report(plan, from, to, as_of, NULL, &err);
    hw_string_free(report);
    hw_progress_free(progress);
    hw_string_free(hw_plan_to_calendar(plan, as_of, NULL, NULL, &err));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    MUST(problems && options);
    MUST(hw_read_options_set_salvage(options, size & 1, NULL) == HW_OK);
    hw_plan *plan = hw_plan_from_xml((const char *)data, size, options, problems, &err);
    MUST(plan || (err.status != HW_OK && hw_problems_error_count(problems)));
    if (plan && !hw_plan_is_read_only(plan)) {
        size_t first_size, second_size;
        char *first = hw_plan_to_xml(plan, &first_size, &err);
        MUST(first);
        hw_plan *again = hw_plan_from_xml(first, first_size, options, NULL, &err);
        MUST(again);
        char *second = hw_plan_to_xml(again, &second_size, &err);
        MUST(second && first_size == second_size && memcmp(first, second, first_size) == 0);
        MUST(hw_plan_merge(plan, again, NULL, &err) == HW_OK);
        compute(plan);
        hw_string_free(second);
        hw_plan_free(again);
        hw_string_free(first);
    }
    hw_plan_free(plan);
    hw_read_options_free(options);
    hw_problems_free(problems);
    return 0;
}
