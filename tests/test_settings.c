/* SPDX-License-Identifier: MIT */
/* The settings of a plan: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(settings);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_settings_new("Europe/Berlin", err);
}

static draft_said set(hw_revision *record)
{
    hw_settings *settings = (hw_settings *)record;
    return (draft_said){
        {hw_settings_set_title(settings, NULL, "Spring"), hw_settings_set_title(settings, "de", "Frühling"),
         hw_settings_set_zone(settings, "Europe/Lisbon"), hw_settings_set_week_start(settings, HW_SUNDAY),
         hw_settings_set_day_start(settings, 240), hw_settings_set_ends(settings, day(2025, 12, 31)),
         hw_settings_set_calendar_until(settings, day(2026, 1, 31)),
         hw_settings_set_wording(settings, HW_WORDING_COVER), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_settings *settings = (hw_settings *)record;
    assert_string_equal(hw_settings_title(settings, "de-DE"), "Frühling");
    assert_string_equal(hw_settings_zone(settings), "Europe/Lisbon");
    assert_int_equal(hw_settings_week_start(settings), HW_SUNDAY);
    assert_int_equal(hw_settings_day_start(settings), 240);
    assert_day(hw_settings_ends(settings), day(2025, 12, 31));
    assert_day(hw_settings_calendar_until(settings), day(2026, 1, 31));
    assert_int_equal(hw_settings_wording(settings), HW_WORDING_COVER);
}

static void check_null(void)
{
    assert_null(hw_settings_title(NULL, NULL));
    assert_null(hw_settings_zone(NULL));
    assert_int_equal(hw_settings_week_start(NULL), HW_MONDAY);
    assert_int_equal(hw_settings_day_start(NULL), 0);
    assert_day(hw_settings_ends(NULL), NO_DAY);
    assert_day(hw_settings_calendar_until(NULL), NO_DAY);
    assert_int_equal(hw_settings_wording(NULL), HW_WORDING_NEUTRAL);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
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
}

static void clear(hw_revision *record)
{
    hw_settings *settings = (hw_settings *)record;
    assert_int_equal(hw_settings_set_title(settings, "de", NULL), HW_OK);
    assert_string_equal(hw_settings_title(settings, "de"), "Spring");
    assert_int_equal(hw_settings_set_zone(settings, NULL), HW_OK);
    assert_null(hw_settings_zone(settings));
    assert_int_equal(hw_settings_set_ends(settings, NO_DAY), HW_OK);
    assert_day(hw_settings_ends(settings), NO_DAY);
}

static const draft_noun noun = {&settings_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_settings_new(NULL, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_settings_new("Europe/", &err), err, HW_ERR_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
