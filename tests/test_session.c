/* SPDX-License-Identifier: MIT */
/* Sessions: every field set, cleared and refused, and what contradicts itself. */
#include "support/drafts.h"

DRAFT_VERBS(session);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_session_new("s1", clock_on(2025, 3, 3, 0), err);
}

static draft_said set(hw_revision *record)
{
    hw_session *session = (hw_session *)record;
    return (draft_said){{hw_session_set_start(session, clock_on(2025, 3, 10, 61200)),
                         hw_session_set_zone(session, "Europe/Berlin"), hw_session_set_minutes(session, 1440),
                         hw_session_set_state(session, HW_SESSION_MISSED),
                         hw_session_set_mode(session, HW_MODE_VIDEO), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_session *session = (hw_session *)record;
    assert_string_equal(hw_session_id(session), "s1");
    assert_local(hw_session_start(session), clock_on(2025, 3, 10, 61200));
    assert_string_equal(hw_session_zone(session), "Europe/Berlin");
    assert_int_equal(hw_session_minutes(session), 1440);
    assert_int_equal(hw_session_state(session), HW_SESSION_MISSED);
    assert_int_equal(hw_session_mode(session), HW_MODE_VIDEO);
    assert_int_equal(drafts_problem(&session->head), HW_PROBLEM_CODE_COUNT);
    session->start.seconds = HW_ALL_DAY; /* as a document may say */
    assert_int_equal(drafts_problem(&session->head), HW_PROBLEM_CONTRADICTION);
}

static void check_null(void)
{
    assert_null(hw_session_id(NULL));
    assert_local(hw_session_start(NULL), NO_LOCAL);
    assert_null(hw_session_zone(NULL));
    assert_int_equal(hw_session_minutes(NULL), 0);
    assert_int_equal(hw_session_state(NULL), HW_SESSION_PLANNED);
    assert_int_equal(hw_session_mode(NULL), HW_MODE_IN_PERSON);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_session *session = (hw_session *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_session_set_start(session, whole_day(2025, 3, 10))},
        {HW_ERR_RANGE, hw_session_set_start(session, clock_on(2025, 3, 10, 86400))},
        {HW_ERR_RANGE, hw_session_set_start(session, clock_on(2025, 2, 30, 0))},
        {HW_ERR_RANGE, hw_session_set_start(session, clock_on(0, 0, 0, 1))},
        {HW_ERR_SYNTAX, hw_session_set_zone(session, "Berlin.txt")},
        {HW_ERR_RANGE, hw_session_set_minutes(session, 0)},
        {HW_ERR_RANGE, hw_session_set_minutes(session, 1441)},
        {HW_ERR_RANGE, hw_session_set_state(session, (hw_session_outcome)4)},
        {HW_ERR_RANGE, hw_session_set_mode(session, (hw_meeting)4)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_session *session = (hw_session *)record;
    assert_int_equal(hw_session_set_start(session, NO_LOCAL), HW_OK);
    assert_local(hw_session_start(session), NO_LOCAL);
    assert_int_equal(hw_session_set_zone(session, NULL), HW_OK);
    assert_null(hw_session_zone(session));
}

static const draft_noun noun = {&session_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_session_new(NULL, clock_on(2025, 3, 3, 0), &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_session_new("s", whole_day(2025, 3, 3), &err), err, HW_ERR_RANGE);
    assert_not_made(hw_session_new("s", NO_LOCAL, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_session_new("s", clock_on(2025, 3, 32, 0), &err), err, HW_ERR_RANGE);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_session *session = hw_session_new("s1", clock_on(2025, 3, 3, 61200), NULL);
    assert_int_equal(hw_session_minutes(session), 50);
    assert_int_equal(hw_session_state(session), HW_SESSION_PLANNED);
    assert_int_equal(hw_session_mode(session), HW_MODE_IN_PERSON);
    assert_null(hw_session_zone(session));
    hw_session_unref(session);
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
