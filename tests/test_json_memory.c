/* SPDX-License-Identifier: MIT */
/* Reading JSON with every allocation of ours refused in turn, once and from there on: either nothing is lost,
 * or nothing has happened. The parser's own allocations cannot be refused here: its hook is one for the whole
 * process, and a library must leave that to the program. */
#include "support/json_text.h"

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
            hw_plan *plan = hw_plan_from_json(text, strlen(text), options, problems, &err);
            hw__alloc_fail(0, 0);
            if (hw__alloc_count() < nth)
                most = 0; /* it was never refused */
            if (plan) {
                char *written = hw_plan_to_json(plan, NULL, NULL);
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

static void a_plan_is_read_or_memory_ran_out(void **state)
{
    (void)state;
    char *small = small_json();
    sweep(small, false, small);
    hw_string_free(small);
}

static void so_it_is_with_what_is_kept(void **state)
{
    (void)state;
    char *small = small_json();
    char *broken =
        edit(small, "\"kind\": \"rating\"", "\"kind\": 5, \"\\u0001\": 5, \"shade\": [1], \"color\": 7");
    char *more = edit(
        broken, "\"name\": \"SENTINEL K.\"",
        "\"foreign\": [\"<a xmlns='urn:x'>t</a>\"], \"foreign-attributes\": \"xmlns:x='urn:x' x:b='1'\"");
    char *most = edit(
        more, "\"language\": \"en\"",
        "\"language\": \"en\", \"aside\": {\"log\": [\"<b/>\"]}, "
        "\"section-foreign\": {\"log\": [\"<c xmlns='urn:x'/>\"]}, \"foreign\": [\"<d xmlns='urn:x'/>\"]");
    hw_plan *plan = read_json(most, strlen(most), true, NULL, NULL);
    assert_non_null(plan);
    assert_true(hw_plan_aside_count(plan) > 1);
    char *wanted = hw_plan_to_json(plan, NULL, NULL);
    sweep(most, true, wanted);
    hw_plan_free(plan);
    hw_string_free(wanted);
    free(most);
    free(more);
    free(broken);
    hw_string_free(small);
}

static void writing_fails_whole(void **state)
{
    (void)state;
    char *small = small_json();
    hw_plan *plan = read_json(small, strlen(small), false, NULL, NULL);
    hw_error err = {.status = HW_ERR_MEMORY};
    for (size_t nth = 1; err.status != HW_OK; nth++) {
        size_t size = 1;
        hw__alloc_fail(nth, 0);
        char *text = hw_plan_to_json(plan, &size, &err);
        hw__alloc_fail(0, 0);
        if (text) {
            assert_string_equal(text, small);
            assert_int_equal(size, strlen(small));
        } else {
            assert_int_equal(err.status, HW_ERR_MEMORY);
            assert_int_equal(size, 0);
        }
        hw_string_free(text);
        assert_true(nth < 1000);
    }
    hw_plan_free(plan);
    hw_string_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_read_or_memory_ran_out),
        cmocka_unit_test(so_it_is_with_what_is_kept),
        cmocka_unit_test(writing_fails_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
