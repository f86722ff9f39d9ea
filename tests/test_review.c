/* SPDX-License-Identifier: MIT */
/* Reviews: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(review);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_review_new("r", "s", "a", HW_DECISION_CONTINUE, err);
}

static draft_said set(hw_revision *record)
{
    hw_review *review = (hw_review *)record;
    return (draft_said){
        {hw_review_set_session(review, "s2"), hw_review_set_assignment(review, "a2"),
         hw_review_set_decision(review, HW_DECISION_COMPLETE),
         hw_review_set_findings(review, NULL, "Went well"), hw_review_set_next_revision(review, "desk-7"),
         hw_review_set_replacement(review, "a3"), hw_review_add_equivalent(review, "a1"), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_review *review = (hw_review *)record;
    assert_string_equal(hw_review_id(review), "r");
    assert_string_equal(hw_review_session(review), "s2");
    assert_string_equal(hw_review_assignment(review), "a2");
    assert_int_equal(hw_review_decision(review), HW_DECISION_COMPLETE);
    assert_string_equal(hw_review_findings(review, NULL), "Went well");
    assert_string_equal(hw_review_next_revision(review), "desk-7");
    assert_string_equal(hw_review_replacement(review), "a3");
    assert_int_equal(hw_review_equivalent_count(review), 1);
    assert_string_equal(hw_review_equivalent_at(review, 0), "a1");
    assert_null(hw_review_equivalent_at(review, 1));
}

static void check_null(void)
{
    assert_null(hw_review_id(NULL));
    assert_null(hw_review_session(NULL));
    assert_null(hw_review_assignment(NULL));
    assert_int_equal(hw_review_decision(NULL), HW_DECISION_CONTINUE);
    assert_null(hw_review_findings(NULL, NULL));
    assert_null(hw_review_next_revision(NULL));
    assert_null(hw_review_replacement(NULL));
    assert_int_equal(hw_review_equivalent_count(NULL), 0);
    assert_null(hw_review_equivalent_at(NULL, 0));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_review *review = (hw_review *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_review_set_session(review, "")},
        {HW_ERR_SYNTAX, hw_review_set_assignment(review, "a b")},
        {HW_ERR_RANGE, hw_review_set_decision(review, (hw_decision)11)},
        {HW_ERR_SYNTAX, hw_review_set_findings(review, NULL, "")},
        {HW_ERR_SYNTAX, hw_review_set_next_revision(review, "?")},
        {HW_ERR_SYNTAX, hw_review_set_replacement(review, "1")},
        {HW_ERR_SYNTAX, hw_review_add_equivalent(review, "1x")},
        {HW_ERR_DUPLICATE, hw_review_add_equivalent(review, "a1")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_review *review = (hw_review *)record;
    assert_int_equal(hw_review_set_replacement(review, NULL), HW_OK);
    assert_null(hw_review_replacement(review));
    assert_int_equal(hw_review_clear_equivalents(review), HW_OK);
    assert_int_equal(hw_review_equivalent_count(review), 0);
}

static const draft_noun noun = {&review_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_review_new(NULL, "s", "a", HW_DECISION_STOP, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_review_new("r", NULL, "a", HW_DECISION_STOP, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_review_new("r", "s", NULL, HW_DECISION_STOP, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_review_new("r", "s", "a", (hw_decision)-1, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_review_new("r", "1", "a", HW_DECISION_STOP, &err), err, HW_ERR_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
