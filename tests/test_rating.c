/* SPDX-License-Identifier: MIT */
/* Ratings of engagement: every dimension set, taken back and refused. */
#include "support/drafts.h"

DRAFT_VERBS(rating);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_rating_new("q", "s", "client", err);
}

static draft_said set(hw_revision *record)
{
    hw_rating *rating = (hw_rating *)record;
    return (draft_said){{hw_rating_set_session(rating, "s2"), hw_rating_set_assignment(rating, "a"),
                         hw_rating_set_rater(rating, "mk"),
                         hw_rating_set_value(rating, HW_DIMENSION_QUANTITY, 0),
                         hw_rating_set_value(rating, HW_DIMENSION_PROGRESS, 4), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_rating *rating = (hw_rating *)record;
    assert_string_equal(hw_rating_id(rating), "q");
    assert_string_equal(hw_rating_session(rating), "s2");
    assert_string_equal(hw_rating_assignment(rating), "a");
    assert_string_equal(hw_rating_rater(rating), "mk");
    assert_int_equal(hw_rating_value(rating, HW_DIMENSION_QUANTITY), 0);
    assert_int_equal(hw_rating_value(rating, HW_DIMENSION_PROGRESS), 4);
    assert_int_equal(hw_rating_value(rating, HW_DIMENSION_QUALITY), -1);
    assert_int_equal(hw_rating_value(rating, (hw_dimension)12), -1);
}

static void check_null(void)
{
    assert_null(hw_rating_id(NULL));
    assert_null(hw_rating_session(NULL));
    assert_null(hw_rating_assignment(NULL));
    assert_null(hw_rating_rater(NULL));
    assert_int_equal(hw_rating_value(NULL, HW_DIMENSION_QUANTITY), -1);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_rating *rating = (hw_rating *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_rating_set_value(rating, HW_DIMENSION_QUALITY, 5)},
        {HW_ERR_RANGE, hw_rating_set_value(rating, HW_DIMENSION_QUALITY, -2)},
        {HW_ERR_RANGE, hw_rating_set_value(rating, (hw_dimension)12, 1)},
        {HW_ERR_RANGE, hw_rating_set_value(rating, (hw_dimension)-1, 1)},
        {HW_ERR_SYNTAX, hw_rating_set_rater(rating, "a b")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_rating *rating = (hw_rating *)record;
    assert_int_equal(hw_rating_set_value(rating, HW_DIMENSION_PROGRESS, -1), HW_OK);
    assert_int_equal(hw_rating_value(rating, HW_DIMENSION_PROGRESS), -1);
    assert_int_equal(hw_rating_set_assignment(rating, NULL), HW_OK);
    assert_null(hw_rating_assignment(rating));
}

static const draft_noun noun = {&rating_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_rating_new(NULL, "s", "p", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_rating_new("q", NULL, "p", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_rating_new("q", "s", NULL, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_rating_new("q", "s", "", &err), err, HW_ERR_SYNTAX);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_rating *rating = hw_rating_new("q", "s", "client", NULL);
    for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
        assert_int_equal(hw_rating_value(rating, (hw_dimension)d), -1);
        assert_int_equal(hw_dimension_is_reverse((hw_dimension)d),
                         d == HW_DIMENSION_DIFFICULTY || d == HW_DIMENSION_OBSTACLES);
    };
    hw_rating_unref(rating);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_begins_with_defaults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
