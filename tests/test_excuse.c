/* SPDX-License-Identifier: MIT */
/* Excuses: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(excuse);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_excuse_new("x1", "breathing", whole_day(2025, 3, 3), HW_EXCUSE_ILLNESS, err);
}

static draft_said set(hw_revision *record)
{
    hw_excuse *excuse = (hw_excuse *)record;
    return (draft_said){
        {hw_excuse_set_assignment(excuse, "walk"), hw_excuse_set_due(excuse, clock_on(2025, 3, 4, 68400)),
         hw_excuse_set_reason(excuse, HW_EXCUSE_TRAVEL), hw_excuse_set_note(excuse, "de", "Unterwegs"),
         hw_excuse_set_withdrawn(excuse, true), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_excuse *excuse = (hw_excuse *)record;
    assert_string_equal(hw_excuse_id(excuse), "x1");
    assert_string_equal(hw_excuse_assignment(excuse), "walk");
    assert_local(hw_excuse_due(excuse), clock_on(2025, 3, 4, 68400));
    assert_int_equal(hw_excuse_reason(excuse), HW_EXCUSE_TRAVEL);
    assert_string_equal(hw_excuse_note(excuse, NULL), "Unterwegs");
    assert_true(hw_excuse_withdrawn(excuse));
}

static void check_null(void)
{
    assert_null(hw_excuse_id(NULL));
    assert_null(hw_excuse_assignment(NULL));
    assert_local(hw_excuse_due(NULL), NO_LOCAL);
    assert_int_equal(hw_excuse_reason(NULL), HW_EXCUSE_OTHER);
    assert_null(hw_excuse_note(NULL, NULL));
    assert_false(hw_excuse_withdrawn(NULL));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_excuse *excuse = (hw_excuse *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_excuse_set_assignment(excuse, "a/b")},
        {HW_ERR_RANGE, hw_excuse_set_due(excuse, clock_on(2025, 3, 4, -2))},
        {HW_ERR_RANGE, hw_excuse_set_due(excuse, clock_on(0, 0, 0, HW_ALL_DAY))},
        {HW_ERR_RANGE, hw_excuse_set_reason(excuse, (hw_reason)9)},
        {HW_ERR_SYNTAX, hw_excuse_set_note(excuse, NULL, "\r")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_excuse *excuse = (hw_excuse *)record;
    assert_int_equal(hw_excuse_set_assignment(excuse, NULL), HW_OK);
    assert_null(hw_excuse_assignment(excuse));
    assert_int_equal(hw_excuse_set_due(excuse, NO_LOCAL), HW_OK);
    assert_local(hw_excuse_due(excuse), NO_LOCAL);
    assert_int_equal(hw_excuse_set_note(excuse, "de", NULL), HW_OK);
    assert_null(hw_excuse_note(excuse, "de"));
}

static const draft_noun noun = {&excuse_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_excuse_new(NULL, "a", whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err), err,
                    HW_ERR_ARGUMENT);
    assert_not_made(hw_excuse_new("x", NULL, whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err), err,
                    HW_ERR_ARGUMENT);
    assert_not_made(hw_excuse_new("x", "", whole_day(2025, 3, 3), HW_EXCUSE_OTHER, &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_excuse_new("x", "a", NO_LOCAL, HW_EXCUSE_OTHER, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_excuse_new("x", "a", whole_day(2025, 3, 3), (hw_reason)9, &err), err, HW_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
