/* SPDX-License-Identifier: MIT */
/* Reading with every allocation refused in turn, once and from there on: either nothing is lost, or nothing
 * has happened. */
#include "support/plan_text.h"

#include "base/alloc.h"

/* Reads with one allocation refused, once or from there on: no plan and HW_ERR_MEMORY, or exactly the
 * plan. */
static void sweep(const char *text, bool salvage, const char *wanted)
{
    for (int for_good = 0; for_good < 2; for_good++) {
        size_t most = 100000;
        for (size_t nth = 1; nth < most; nth++) {
            hw_error err;
            hw_read_options *options = hw_read_options_new(NULL);
            hw_problems *problems = hw_problems_new(NULL);
            hw_read_options_set_salvage(options, salvage, NULL);
            hw__alloc_count();
            hw__alloc_fail(nth, for_good);
            hw_plan *plan = hw_plan_from_xml(text, strlen(text), options, problems, &err);
            hw__alloc_fail(0, 0);
            if (hw__alloc_count() < nth) {
                most = 0; /* it was never refused */
            }
            if (plan) {
                char *written = hw_plan_to_xml(plan, NULL, NULL);
                assert_string_equal(written, wanted);
                hw_string_free(written);
            } else {
                assert_int_equal(err.status, HW_ERR_MEMORY);
            }
            hw_plan_free(plan);
            hw_problems_free(problems);
            hw_read_options_free(options);
        }
        assert_int_equal(most, 0);
    }
}

static void test_memory(void **state)
{
    (void)state;
    char *small = read_small();
    char *wanted = rewrite(small);
    sweep(small, false, wanted);
    hw_string_free(wanted);
    char *broken = edit(small, "kind=\"rating\"", "kind=\"x\"");
    char *more = edit(broken, "  </log>", "<x:a xmlns:x='urn:x' x:b='1'>t</x:a></log>");
    hw_plan *plan = read_plan(more, true, NULL, NULL);
    assert_non_null(plan);
    wanted = hw_plan_to_xml(plan, NULL, NULL);
    hw_plan_free(plan);
    sweep(more, true, wanted);
    hw_string_free(wanted);
    free(broken);
    free(more);
    free(small);
}

static void test_memory_of_sidecars(void **state)
{
    (void)state;
    static const char log[] =
        SIDECAR("<entry id='e-7' recorded='2025-03-05T20:00:00Z' by='mk' xmlns:x='urn:x' x:b='1'/>"
                "<entry id='e-8' recorded='2025-03-05T20:00:00Z' by='nobody'/><a xmlns='urn:x'/>");
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL);
    hw_status status = HW_ERR_MEMORY;
    for (size_t nth = 1; status != HW_OK; nth++) {
        hw_error err;
        hw_plan *plan = hw_plan_from_xml(PLAIN, strlen(PLAIN), NULL, NULL, NULL);
        hw__alloc_count();
        hw__alloc_fail(nth, 0);
        hw_status now = hw_plan_read_log_xml(plan, log, strlen(log), options, NULL, &err);
        hw__alloc_fail(0, 0);
        if (hw__alloc_count() < nth) {
            status = now;
        }
        if (now != HW_OK) {
            char *written = hw_plan_to_xml(plan, NULL, NULL);
            assert_int_equal(now, HW_ERR_MEMORY);
            assert_string_equal(written, PLAIN); /* all or nothing */
            hw_string_free(written);
        }
        hw_plan_free(plan);
    }
    hw_read_options_free(options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_memory_of_sidecars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
