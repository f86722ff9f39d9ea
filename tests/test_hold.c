/* SPDX-License-Identifier: MIT */
/* Holds: every field set, cleared and refused, and what contradicts itself. */
#include <stdio.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "support/drafts.h"

DRAFT_VERBS(hold);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_hold_new("sea", day(2025, 8, 1), NO_DAY, err);
}

static draft_said set(hw_revision *record)
{
    hw_hold *hold = (hw_hold *)record;
    return (draft_said){{hw_hold_set_from(hold, day(2025, 8, 2)), hw_hold_set_to(hold, day(2025, 8, 16)),
                         hw_hold_set_reason(hold, HW_EXCUSE_HOLIDAY), hw_hold_add_assignment(hold, "walk"),
                         hw_hold_add_assignment(hold, "breathing"),
                         hw_hold_set_note(hold, NULL, "At the\nsea"), hw_hold_set_withdrawn(hold, true),
                         DRAFT_END}};
}

static draft_said set_others(hw_revision *record)
{
    hw_hold *hold = (hw_hold *)record;
    return (draft_said){{hw_hold_clear_assignments(hold), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_hold *hold = (hw_hold *)record;
    assert_string_equal(hw_hold_id(hold), "sea");
    assert_day(hw_hold_from(hold), day(2025, 8, 2));
    assert_day(hw_hold_to(hold), day(2025, 8, 16));
    assert_int_equal(hw_hold_reason(hold), HW_EXCUSE_HOLIDAY);
    assert_int_equal(hw_hold_assignment_count(hold), 2);
    assert_string_equal(hw_hold_assignment_at(hold, 0), "walk");
    assert_string_equal(hw_hold_assignment_at(hold, 1), "breathing");
    assert_null(hw_hold_assignment_at(hold, 2));
    assert_string_equal(hw_hold_note(hold, "de"), "At the\nsea");
    assert_true(hw_hold_withdrawn(hold));
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_CODE_COUNT);
}

static void check_null(void)
{
    assert_null(hw_hold_id(NULL));
    assert_day(hw_hold_from(NULL), NO_DAY);
    assert_day(hw_hold_to(NULL), NO_DAY);
    assert_int_equal(hw_hold_reason(NULL), HW_EXCUSE_OTHER);
    assert_int_equal(hw_hold_assignment_count(NULL), 0);
    assert_null(hw_hold_assignment_at(NULL, 0));
    assert_null(hw_hold_note(NULL, NULL));
    assert_false(hw_hold_withdrawn(NULL));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_hold *hold = (hw_hold *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_hold_set_from(hold, day(2025, 0, 1))},
        {HW_ERR_RANGE, hw_hold_set_to(hold, day(-1, 1, 1))},
        {HW_ERR_RANGE, hw_hold_set_reason(hold, (hw_reason)9)},
        {HW_ERR_ARGUMENT, hw_hold_add_assignment(hold, NULL)},
        {HW_ERR_SYNTAX, hw_hold_add_assignment(hold, "")},
        {HW_ERR_DUPLICATE, hw_hold_add_assignment(hold, "walk")},
        {HW_ERR_SYNTAX, hw_hold_set_note(hold, NULL, "")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_hold *hold = (hw_hold *)record;
    assert_int_equal(hw_hold_clear_assignments(hold), HW_OK);
    assert_int_equal(hw_hold_assignment_count(hold), 0);
    assert_int_equal(hw_hold_set_to(hold, NO_DAY), HW_OK);
    assert_day(hw_hold_to(hold), NO_DAY);
    assert_int_equal(hw_hold_set_note(hold, NULL, NULL), HW_OK);
    assert_null(hw_hold_note(hold, NULL));
    assert_int_equal(hw_hold_set_withdrawn(hold, false), HW_OK);
    assert_false(hw_hold_withdrawn(hold));
    assert_int_equal(hw_hold_check(hold, NULL), HW_OK);
}

static const draft_noun noun = {&hold_verbs, begin, set, set_others, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_hold_new(NULL, day(2025, 8, 1), NO_DAY, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_hold_new("h", NO_DAY, NO_DAY, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_hold_new("h", day(2025, 8, 2), day(2025, 8, 1), &err), err, HW_ERR_RANGE);
    assert_not_made(hw_hold_new("h", day(2025, 8, 2), day(2025, 8, 32), &err), err, HW_ERR_RANGE);
}

static void test_finds_contradictions(void **state)
{
    (void)state;
    hw_hold *hold = hw_hold_new("h", day(2025, 8, 1), NO_DAY, NULL);
    assert_int_equal(hw_hold_reason(hold), HW_EXCUSE_OTHER);
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_CODE_COUNT);
    hw_hold_set_to(hold, day(2025, 8, 1));
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_CODE_COUNT);
    hw_hold_set_from(hold, day(2025, 8, 2));
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_CONTRADICTION);
    hw_hold_set_to(hold, NO_DAY);
    const char *const ids[] = {"b", "a", "c"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        hw_hold_add_assignment(hold, ids[i]);
    }
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_CODE_COUNT);
    ((char **)hold->assignments.items)[2][0] = 'b'; /* as a document may say */
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_DUPLICATE_ID);
    hw__alloc_fail(2, 0); /* the first allocation is the list of problems */
    assert_int_equal(drafts_problem(&hold->head), HW_PROBLEM_DUPLICATE_ID);
    hw__alloc_fail(0, 0);
    hw_hold_unref(hold);
}

static void test_limits_ids(void **state)
{
    (void)state;
    hw_hold *hold = hw_hold_new("h", day(2025, 8, 1), NO_DAY, NULL);
    for (uint32_t i = 0; i <= HW__MAX_ITEMS; i++) {
        char id[8];
        snprintf(id, sizeof id, "a%u", i);
        hw_status expected = i < HW__MAX_ITEMS ? HW_OK : HW_ERR_LIMIT;
        assert_int_equal(hw_hold_add_assignment(hold, id), expected);
    }
    assert_int_equal(hw_hold_assignment_count(hold), HW__MAX_ITEMS);
    assert_string_equal(hw_hold_assignment_at(hold, 999), "a999");
    hw_hold_unref(hold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_finds_contradictions),
        cmocka_unit_test(test_limits_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
