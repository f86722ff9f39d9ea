/* SPDX-License-Identifier: MIT */
/* The settings of a plan: every field set, cleared and refused. */
#include "support/drafts.h"

#define SETTERS(settings)                                                                                 \
    hw_settings_set_title(settings, NULL, "Spring"), hw_settings_set_title(settings, "de", "Frühling"),   \
        hw_settings_set_zone(settings, "Europe/Lisbon"), hw_settings_set_week_start(settings, HW_SUNDAY), \
        hw_settings_set_day_start(settings, 240), hw_settings_set_ends(settings, day(2025, 12, 31)),      \
        hw_settings_set_calendar_until(settings, day(2026, 1, 31)),                                       \
        hw_settings_set_wording(settings, HW_WORDING_COVER)

static hw_revision *make(hw_error *err)
{
    hw_settings *settings = hw_settings_new("Europe/Berlin", err);
    if (settings) {
        const hw_status all[] = {SETTERS(settings)};
        (void)all;
    }
    return (hw_revision *)settings;
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
    hw_settings *settings = (hw_settings *)make(NULL);
    assert_ptr_equal(hw_settings_revision(settings), settings);
    assert_string_equal(hw_settings_title(settings, "de-DE"), "Frühling");
    assert_string_equal(hw_settings_zone(settings), "Europe/Lisbon");
    assert_int_equal(hw_settings_week_start(settings), HW_SUNDAY);
    assert_int_equal(hw_settings_day_start(settings), 240);
    assert_day(hw_settings_ends(settings), day(2025, 12, 31));
    assert_day(hw_settings_calendar_until(settings), day(2026, 1, 31));
    assert_int_equal(hw_settings_wording(settings), HW_WORDING_COVER);
    hw_settings_unref(settings);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_settings *none = NULL;
    const hw_status all[] = {SETTERS(none)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_settings_revision(NULL));
    assert_null(hw_settings_title(NULL, NULL));
    assert_null(hw_settings_zone(NULL));
    assert_int_equal(hw_settings_week_start(NULL), HW_MONDAY);
    assert_int_equal(hw_settings_day_start(NULL), 0);
    assert_day(hw_settings_ends(NULL), NO_DAY);
    assert_day(hw_settings_calendar_until(NULL), NO_DAY);
    assert_int_equal(hw_settings_wording(NULL), HW_WORDING_NEUTRAL);
    assert_null(hw_settings_ref(NULL));
    hw_settings_unref(NULL);
    hw_error err;
    assert_null(hw_settings_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_settings_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_settings *settings = (hw_settings *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(settings)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_settings_check(settings, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_settings *settings = (hw_settings *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_settings_set_title(settings, NULL, "")},
        {HW_ERR_SYNTAX, hw_settings_set_title(settings, "x", "y")},
        {HW_ERR_SYNTAX, hw_settings_set_zone(settings, "../etc/passwd")},
        {HW_ERR_SYNTAX, hw_settings_set_zone(settings, "")},
        {HW_ERR_RANGE, hw_settings_set_week_start(settings, (hw_weekday)7)},
        {HW_ERR_RANGE, hw_settings_set_day_start(settings, -1)},
        {HW_ERR_RANGE, hw_settings_set_day_start(settings, 721)},
        {HW_ERR_RANGE, hw_settings_set_ends(settings, day(2025, 13, 1))},
        {HW_ERR_RANGE, hw_settings_set_calendar_until(settings, day(10000, 1, 1))},
        {HW_ERR_RANGE, hw_settings_set_wording(settings, (hw_wording)3)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_settings *settings = (hw_settings *)make(NULL);
    assert_int_equal(hw_settings_set_title(settings, "de", NULL), HW_OK);
    assert_string_equal(hw_settings_title(settings, "de"), "Spring");
    assert_int_equal(hw_settings_set_zone(settings, NULL), HW_OK);
    assert_null(hw_settings_zone(settings));
    assert_int_equal(hw_settings_set_ends(settings, NO_DAY), HW_OK);
    assert_day(hw_settings_ends(settings), NO_DAY);
    hw_settings_unref(settings);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_settings_new(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_settings_new("Europe/", &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
