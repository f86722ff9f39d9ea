/* SPDX-License-Identifier: MIT */
/* Excuses: every field set, cleared and refused. */
#include "support/drafts.h"

#define SETTERS(excuse)                                                                                \
    hw_excuse_set_assignment(excuse, "walk"), hw_excuse_set_due(excuse, clock_on(2025, 3, 4, 68400)),  \
        hw_excuse_set_reason(excuse, HW_EXCUSE_TRAVEL), hw_excuse_set_note(excuse, "de", "Unterwegs"), \
        hw_excuse_set_withdrawn(excuse, true)

static hw_revision *make(hw_error *err)
{
    hw_excuse *excuse = hw_excuse_new("x1", "breathing", whole_day(2025, 3, 3), HW_EXCUSE_ILLNESS, err);
    if (excuse) {
        const hw_status all[] = {SETTERS(excuse)};
        (void)all;
    }
    return (hw_revision *)excuse;
}

static void test_life(void **state)
{
    (void)state;
    drafts_check_life(make);
}

static void test_memory(void **state)
{
    (void)state;
    drafts_check_memory(make);
}

static void test_gives_back_what_was_set(void **state)
{
    (void)state;
    hw_excuse *excuse = (hw_excuse *)make(NULL);
    assert_ptr_equal(hw_excuse_revision(excuse), excuse);
    assert_string_equal(hw_excuse_id(excuse), "x1");
    assert_string_equal(hw_excuse_assignment(excuse), "walk");
    assert_local(hw_excuse_due(excuse), clock_on(2025, 3, 4, 68400));
    assert_int_equal(hw_excuse_reason(excuse), HW_EXCUSE_TRAVEL);
    assert_string_equal(hw_excuse_note(excuse, NULL), "Unterwegs");
    assert_true(hw_excuse_withdrawn(excuse));
    hw_excuse_unref(excuse);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_excuse *none = NULL;
    const hw_status all[] = {SETTERS(none)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_excuse_id(NULL));
    assert_null(hw_excuse_revision(NULL));
    assert_null(hw_excuse_assignment(NULL));
    assert_local(hw_excuse_due(NULL), NO_LOCAL);
    assert_int_equal(hw_excuse_reason(NULL), HW_EXCUSE_OTHER);
    assert_null(hw_excuse_note(NULL, NULL));
    assert_false(hw_excuse_withdrawn(NULL));
    assert_null(hw_excuse_ref(NULL));
    hw_excuse_unref(NULL);
    hw_error err;
    assert_null(hw_excuse_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_excuse_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_excuse *excuse = (hw_excuse *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(excuse)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_excuse_check(excuse, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_excuse *excuse = (hw_excuse *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_excuse_set_assignment(excuse, "a/b")},
        {HW_ERR_RANGE, hw_excuse_set_due(excuse, clock_on(2025, 3, 4, -2))},
        {HW_ERR_RANGE, hw_excuse_set_due(excuse, clock_on(0, 0, 0, HW_ALL_DAY))},
        {HW_ERR_RANGE, hw_excuse_set_reason(excuse, (hw_reason)9)},
        {HW_ERR_SYNTAX, hw_excuse_set_note(excuse, NULL, "\r")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_excuse *excuse = (hw_excuse *)make(NULL);
    assert_int_equal(hw_excuse_set_assignment(excuse, NULL), HW_OK);
    assert_null(hw_excuse_assignment(excuse));
    assert_int_equal(hw_excuse_set_due(excuse, NO_LOCAL), HW_OK);
    assert_local(hw_excuse_due(excuse), NO_LOCAL);
    assert_int_equal(hw_excuse_set_note(excuse, "de", NULL), HW_OK);
    assert_null(hw_excuse_note(excuse, "de"));
    hw_excuse_unref(excuse);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_excuse_new(NULL, "a", whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_excuse_new("x", NULL, whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_excuse_new("x", "", whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_excuse_new("x", "a", NO_LOCAL, HW_EXCUSE_OTHER, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_excuse_new("x", "a", whole_day(2025, 3, 3), (hw_reason)9, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_is_frozen),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_clears),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
