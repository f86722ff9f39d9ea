/* SPDX-License-Identifier: MIT */
/* Scores of attainment: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(score);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_score_new("c", "g", "mk", 0, err);
}

static draft_said set(hw_revision *record)
{
    hw_score *score = (hw_score *)record;
    return (draft_said){{hw_score_set_goal(score, "g2"), hw_score_set_session(score, "s"),
                         hw_score_set_rater(score, "client"), hw_score_set_level(score, -2), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_score *score = (hw_score *)record;
    assert_string_equal(hw_score_id(score), "c");
    assert_string_equal(hw_score_goal(score), "g2");
    assert_string_equal(hw_score_session(score), "s");
    assert_string_equal(hw_score_rater(score), "client");
    assert_int_equal(hw_score_level(score), -2);
}

static void check_null(void)
{
    assert_null(hw_score_id(NULL));
    assert_null(hw_score_goal(NULL));
    assert_null(hw_score_session(NULL));
    assert_null(hw_score_rater(NULL));
    assert_int_equal(hw_score_level(NULL), 0);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_score *score = (hw_score *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_score_set_level(score, 3)},
        {HW_ERR_RANGE, hw_score_set_level(score, -3)},
        {HW_ERR_SYNTAX, hw_score_set_goal(score, "")},
        {HW_ERR_SYNTAX, hw_score_set_rater(score, "1")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_score *score = (hw_score *)record;
    assert_int_equal(hw_score_set_session(score, NULL), HW_OK);
    assert_null(hw_score_session(score));
}

static const draft_noun noun = {&score_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_score_new(NULL, "g", "p", 0, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_score_new("c", NULL, "p", 0, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_score_new("c", "g", NULL, 0, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_score_new("c", "g", "p", 3, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_score_new("c", "1", "p", 0, &err), err, HW_ERR_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
