/* SPDX-License-Identifier: MIT */
/* Who, when and why: what a change and a revision say, and what they refuse. */
#include <string.h>

#include "base/alloc.h"
#include "model/plan_store.h"
#include "support/drafts.h"

static hw_moment now(void)
{
    return hw_moment_at(1741020000, 60);
}

static void test_says_who_and_when(void **state)
{
    (void)state;
    hw_error err;
    hw_change *change = hw_change_new(now(), "mk", "desk", &err);
    assert_non_null(change);
    assert_int_equal(err.status, HW_OK);
    assert_int_equal(hw_change_recorded(change).instant, 1741020000);
    assert_int_equal(hw_change_recorded(change).offset, 60);
    assert_string_equal(hw_change_by(change), "mk");
    assert_string_equal(hw_change_origin(change), "desk");
    assert_null(change->reason);
    assert_local(change->effective, NO_LOCAL);
    assert_int_equal(hw_change_set_reason(change, "agreed in session 3", &err), HW_OK);
    assert_int_equal(hw_change_set_reason(change, "two\nlines", &err), HW_ERR_SYNTAX);
    assert_string_equal(change->reason, "agreed in session 3");
    assert_int_equal(hw_change_set_reason(change, NULL, &err), HW_OK);
    assert_null(change->reason);
    assert_int_equal(hw_change_set_effective(change, whole_day(2025, 3, 3), &err), HW_OK);
    assert_int_equal(hw_change_set_effective(change, whole_day(2025, 2, 29), &err), HW_ERR_RANGE);
    assert_int_equal(hw_change_set_effective(change, NO_LOCAL, &err), HW_ERR_RANGE);
    assert_local(change->effective, whole_day(2025, 3, 3));
    hw_change_free(change);
}

static void test_refuses(void **state)
{
    (void)state;
    const struct {
        hw_moment recorded;
        const char *by, *origin;
        hw_status status;
    } rows[] = {
        {now(), NULL, "desk", HW_ERR_ARGUMENT},
        {now(), "mk", NULL, HW_ERR_ARGUMENT},
        {hw_moment_on(day(2025, 3, 3)), "mk", "desk", HW_ERR_ARGUMENT},
        {{0, 0, HW_PRECISION_UNKNOWN, 0}, "mk", "desk", HW_ERR_ARGUMENT},
        {{0, 1440, HW_PRECISION_EXACT, 0}, "mk", "desk", HW_ERR_ARGUMENT},
        {{INT64_MAX, 0, HW_PRECISION_EXACT, 0}, "mk", "desk", HW_ERR_ARGUMENT},
        {now(), "m k", "desk", HW_ERR_SYNTAX},
        {now(), "mk", "", HW_ERR_SYNTAX},
        {now(), "mk", "o23456789.123456789.123456789.123456789.12345", HW_ERR_SYNTAX},
        {now(), "mk", "o23456789.123456789.123456789.123456789.1234", HW_OK},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_change *change = hw_change_new(rows[i].recorded, rows[i].by, rows[i].origin, &err);
        assert_int_equal(err.status, rows[i].status);
        assert_true((change != NULL) == (rows[i].status == HW_OK));
        hw_change_free(change);
    }
}

static void test_survives_without_memory(void **state)
{
    (void)state;
    hw_error err;
    for (size_t nth = 1; nth <= 3; nth++) {
        hw__alloc_fail(nth, 0);
        assert_null(hw_change_new(now(), "mk", "desk", &err));
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw__alloc_fail(0, 0);
    hw_change *change = hw_change_new(now(), "mk", "desk", &err);
    assert_int_equal(hw_change_set_reason(change, "first", &err), HW_OK);
    hw__alloc_fail(1, 0);
    assert_int_equal(hw_change_set_reason(change, "second", &err), HW_ERR_MEMORY);
    hw__alloc_fail(0, 0);
    assert_string_equal(change->reason, "first");
    hw_change_free(change);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_error err;
    assert_int_equal(hw_change_set_reason(NULL, "x", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_change_set_effective(NULL, whole_day(2025, 3, 3), &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_change_recorded(NULL).precision, HW_PRECISION_UNKNOWN);
    assert_null(hw_change_by(NULL));
    assert_null(hw_change_origin(NULL));
    hw_change_free(NULL);
    assert_null(hw_revision_id(NULL));
    assert_null(hw_revision_follows(NULL));
    assert_null(hw_revision_by(NULL));
    assert_null(hw_revision_reason(NULL));
    assert_int_equal(hw_revision_recorded(NULL).precision, HW_PRECISION_UNKNOWN);
    assert_local(hw_revision_effective(NULL), NO_LOCAL);
}

static void test_revisions_give_it_back(void **state)
{
    (void)state;
    char id[] = "desk-2", follows[] = "desk-1", by[] = "mk", reason[] = "moved";
    hw_revision revision = {.revision = id, .follows = follows, .by = by, .reason = reason};
    revision.recorded = now();
    revision.effective = whole_day(2025, 3, 3);
    assert_string_equal(hw_revision_id(&revision), "desk-2");
    assert_string_equal(hw_revision_follows(&revision), "desk-1");
    assert_string_equal(hw_revision_by(&revision), "mk");
    assert_string_equal(hw_revision_reason(&revision), "moved");
    assert_int_equal(hw_revision_recorded(&revision).instant, now().instant);
    assert_local(hw_revision_effective(&revision), whole_day(2025, 3, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_says_who_and_when),       cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_survives_without_memory), cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_revisions_give_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
