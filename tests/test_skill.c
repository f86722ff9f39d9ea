/* SPDX-License-Identifier: MIT */
/* Skills: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(skill);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_skill_new("breathe", "Breathing", err);
}

static draft_said set(hw_revision *record)
{
    hw_skill *skill = (hw_skill *)record;
    return (draft_said){{hw_skill_set_title(skill, "de", "Atmen"),
                         hw_skill_set_description(skill, NULL, "In for four,\nout for six"),
                         hw_skill_set_state(skill, HW_SKILL_APPLIED), hw_skill_set_evidence(skill, "e1"),
                         hw_skill_add_goal(skill, "a1"), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_skill *skill = (hw_skill *)record;
    assert_string_equal(hw_skill_id(skill), "breathe");
    assert_string_equal(hw_skill_title(skill, "de"), "Atmen");
    assert_string_equal(hw_skill_title(skill, NULL), "Breathing");
    assert_string_equal(hw_skill_description(skill, NULL), "In for four,\nout for six");
    assert_int_equal(hw_skill_state(skill), HW_SKILL_APPLIED);
    assert_string_equal(hw_skill_evidence(skill), "e1");
    assert_int_equal(hw_skill_goal_count(skill), 1);
    assert_string_equal(hw_skill_goal_at(skill, 0), "a1");
    assert_null(hw_skill_goal_at(skill, 1));
}

static void check_null(void)
{
    assert_null(hw_skill_id(NULL));
    assert_null(hw_skill_title(NULL, NULL));
    assert_null(hw_skill_description(NULL, NULL));
    assert_int_equal(hw_skill_state(NULL), HW_SKILL_INTRODUCED);
    assert_null(hw_skill_evidence(NULL));
    assert_int_equal(hw_skill_goal_count(NULL), 0);
    assert_null(hw_skill_goal_at(NULL, 0));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_skill *skill = (hw_skill *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_skill_set_title(skill, NULL, "")},
        {HW_ERR_SYNTAX, hw_skill_set_title(skill, NULL, "two\nlines")},
        {HW_ERR_SYNTAX, hw_skill_set_description(skill, "not a tag", "x")},
        {HW_ERR_RANGE, hw_skill_set_state(skill, (hw_skill_stage)5)},
        {HW_ERR_RANGE, hw_skill_set_state(skill, (hw_skill_stage)-1)},
        {HW_ERR_SYNTAX, hw_skill_set_evidence(skill, "a b")},
        {HW_ERR_SYNTAX, hw_skill_add_goal(skill, "1x")},
        {HW_ERR_DUPLICATE, hw_skill_add_goal(skill, "a1")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_skill *skill = (hw_skill *)record;
    assert_int_equal(hw_skill_set_description(skill, NULL, NULL), HW_OK);
    assert_null(hw_skill_description(skill, NULL));
    assert_int_equal(hw_skill_set_evidence(skill, NULL), HW_OK);
    assert_null(hw_skill_evidence(skill));
    assert_int_equal(hw_skill_clear_goals(skill), HW_OK);
    assert_int_equal(hw_skill_goal_count(skill), 0);
}

static const draft_noun noun = {&skill_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_skill_new(NULL, "T", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_skill_new("s", NULL, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_skill_new("1", "T", &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_skill_new("s", "", &err), err, HW_ERR_SYNTAX);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_skill *skill = hw_skill_new("breathe", "Breathing", NULL);
    assert_int_equal(hw_skill_state(skill), HW_SKILL_INTRODUCED);
    assert_null(hw_skill_evidence(skill));
    hw_skill_unref(skill);
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
