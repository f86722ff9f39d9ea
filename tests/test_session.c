/* SPDX-License-Identifier: MIT */
/* Sessions: every field set, cleared and refused, and what contradicts itself. */
#include "support/drafts.h"

#define SETTERS(session)                                                                      \
    hw_session_set_start(session, clock_on(2025, 3, 10, 61200)),                              \
        hw_session_set_zone(session, "Europe/Berlin"), hw_session_set_minutes(session, 1440), \
        hw_session_set_state(session, HW_SESSION_MISSED), hw_session_set_mode(session, HW_MODE_VIDEO)

static hw_revision *make(hw_error *err)
{
    hw_session *session = hw_session_new("s1", clock_on(2025, 3, 3, 0), err);
    if (session) {
        const hw_status all[] = {SETTERS(session)};
        (void)all;
    }
    return (hw_revision *)session;
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
    hw_session *session = (hw_session *)make(NULL);
    assert_ptr_equal(hw_session_revision(session), session);
    assert_string_equal(hw_session_id(session), "s1");
    assert_local(hw_session_start(session), clock_on(2025, 3, 10, 61200));
    assert_string_equal(hw_session_zone(session), "Europe/Berlin");
    assert_int_equal(hw_session_minutes(session), 1440);
    assert_int_equal(hw_session_state(session), HW_SESSION_MISSED);
    assert_int_equal(hw_session_mode(session), HW_MODE_VIDEO);
    assert_int_equal(drafts_problem(&session->head), HW_PROBLEM_CODE_COUNT);
    session->start.seconds = HW_ALL_DAY; /* as a document may say */
    assert_int_equal(drafts_problem(&session->head), HW_PROBLEM_CONTRADICTION);
    hw_session_unref(session);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_session *none = NULL;
    const hw_status all[] = {SETTERS(none)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_session_id(NULL));
    assert_null(hw_session_revision(NULL));
    assert_local(hw_session_start(NULL), NO_LOCAL);
    assert_null(hw_session_zone(NULL));
    assert_int_equal(hw_session_minutes(NULL), 0);
    assert_int_equal(hw_session_state(NULL), HW_SESSION_PLANNED);
    assert_int_equal(hw_session_mode(NULL), HW_MODE_IN_PERSON);
    assert_null(hw_session_ref(NULL));
    hw_session_unref(NULL);
    hw_error err;
    assert_null(hw_session_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_session_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_session *session = (hw_session *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(session)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_session_check(session, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
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
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_session *session = (hw_session *)make(NULL);
    assert_int_equal(hw_session_set_start(session, NO_LOCAL), HW_OK);
    assert_local(hw_session_start(session), NO_LOCAL);
    assert_int_equal(hw_session_set_zone(session, NULL), HW_OK);
    assert_null(hw_session_zone(session));
    hw_session_unref(session);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_session_new(NULL, clock_on(2025, 3, 3, 0), &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_session_new("s", whole_day(2025, 3, 3), &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_session_new("s", NO_LOCAL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_session_new("s", clock_on(2025, 3, 32, 0), &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
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
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_is_frozen),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_clears),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_begins_with_defaults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
