/* SPDX-License-Identifier: MIT */
/* Messages: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(message);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_message_new("n", HW_MESSAGE_QUESTION, "Why?", err);
}

static draft_said set(hw_revision *record)
{
    hw_message *message = (hw_message *)record;
    return (draft_said){{hw_message_set_topic(message, HW_MESSAGE_REQUEST),
                         hw_message_set_state(message, HW_MESSAGE_DEFERRED),
                         hw_message_set_visibility(message, HW_VISIBILITY_PRIVATE),
                         hw_message_set_assignment(message, "a"), hw_message_set_goal(message, "g"),
                         hw_message_set_session(message, "s"), hw_message_set_text(message, "de", "Warum?"),
                         hw_message_set_answer(message, NULL, "Because"), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_message *message = (hw_message *)record;
    assert_string_equal(hw_message_id(message), "n");
    assert_int_equal(hw_message_topic(message), HW_MESSAGE_REQUEST);
    assert_int_equal(hw_message_state(message), HW_MESSAGE_DEFERRED);
    assert_int_equal(hw_message_visibility(message), HW_VISIBILITY_PRIVATE);
    assert_string_equal(hw_message_assignment(message), "a");
    assert_string_equal(hw_message_goal(message), "g");
    assert_string_equal(hw_message_session(message), "s");
    assert_string_equal(hw_message_text(message, "de"), "Warum?");
    assert_string_equal(hw_message_text(message, NULL), "Why?");
    assert_string_equal(hw_message_answer(message, NULL), "Because");
}

static void check_null(void)
{
    assert_null(hw_message_id(NULL));
    assert_int_equal(hw_message_topic(NULL), HW_MESSAGE_QUESTION);
    assert_int_equal(hw_message_state(NULL), HW_MESSAGE_OPEN);
    assert_int_equal(hw_message_visibility(NULL), HW_VISIBILITY_SHARED);
    assert_null(hw_message_assignment(NULL));
    assert_null(hw_message_goal(NULL));
    assert_null(hw_message_session(NULL));
    assert_null(hw_message_text(NULL, NULL));
    assert_null(hw_message_answer(NULL, NULL));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_message *message = (hw_message *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_message_set_topic(message, (hw_topic)5)},
        {HW_ERR_RANGE, hw_message_set_state(message, (hw_message_stage)6)},
        {HW_ERR_RANGE, hw_message_set_visibility(message, (hw_visibility)3)},
        {HW_ERR_SYNTAX, hw_message_set_assignment(message, "a b")},
        {HW_ERR_SYNTAX, hw_message_set_text(message, NULL, "")},
        {HW_ERR_SYNTAX, hw_message_set_answer(message, "--", "x")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_message *message = (hw_message *)record;
    assert_int_equal(hw_message_set_answer(message, NULL, NULL), HW_OK);
    assert_null(hw_message_answer(message, NULL));
    assert_int_equal(hw_message_set_goal(message, NULL), HW_OK);
    assert_null(hw_message_goal(message));
}

static const draft_noun noun = {&message_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_message_new(NULL, HW_MESSAGE_QUESTION, "T", &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_message_new("n", HW_MESSAGE_QUESTION, NULL, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_message_new("n", (hw_topic)5, "T", &err), err, HW_ERR_RANGE);
    assert_not_made(hw_message_new("n", HW_MESSAGE_QUESTION, "", &err), err, HW_ERR_SYNTAX);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_message *message = hw_message_new("n", HW_MESSAGE_QUESTION, "Why?", NULL);
    assert_int_equal(hw_message_state(message), HW_MESSAGE_OPEN);
    assert_int_equal(hw_message_visibility(message), HW_VISIBILITY_SHARED);
    hw_message_unref(message);
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
