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
    return (draft_said){{hw_settings_set_title(settings, NULL, "Spring"),
                         hw_settings_set_title(settings, "de", "Frühling"),
                         hw_settings_set_zone(settings, "Europe/Lisbon"),
                         hw_settings_set_week_start(settings, HW_SUNDAY),
                         hw_settings_set_day_start(settings, 240),
                         hw_settings_set_ends(settings, day(2025, 12, 31)),
                         hw_settings_set_calendar_until(settings, day(2026, 1, 31)),
                         hw_settings_set_wording(settings, HW_WORDING_COVER),
                         hw_settings_set_capacity_minutes(settings, 240),
                         hw_settings_set_capacity_assignments(settings, 4),
                         hw_settings_set_quiet(settings, 22 * 3600, 7 * 3600),
                         hw_settings_set_reminders_per_day(settings, 8),
                         hw_settings_set_reminders_each(settings, 3),
                         hw_settings_set_reminder_gap(settings, 480),
                         hw_settings_set_own_words(settings, true),
                         hw_settings_set_motivation(settings, NULL, "The garden"),
                         hw_settings_add_reminder(settings, -120),
                         hw_settings_set_reminder_priority(settings, 9),
                         hw_settings_add_reminder_at(settings, -1, 9 * 3600),
                         hw_settings_add_check_in(settings, (hw_local){day(2025, 3, 9), 18 * 3600}, 7),
                         DRAFT_END}};
}

static void check_others(const hw_settings *settings)
{
    int32_t days, clock;
    assert_int_equal(hw_settings_capacity_minutes(settings), 240);
    assert_int_equal(hw_settings_capacity_assignments(settings), 4);
    assert_int_equal(hw_settings_quiet_from(settings), 22 * 3600);
    assert_int_equal(hw_settings_quiet_to(settings), 7 * 3600);
    assert_int_equal(hw_settings_reminders_per_day(settings), 8);
    assert_int_equal(hw_settings_reminders_each(settings), 3);
    assert_int_equal(hw_settings_reminder_gap(settings), 480);
    assert_true(hw_settings_own_words(settings));
    assert_string_equal(hw_settings_motivation(settings, "de"), "The garden");
    assert_int_equal(hw_settings_reminder_count(settings), 3);
    assert_int_equal(hw_settings_reminder_kind_at(settings, 0), HW_REMINDER_REVIEW_PREP);
    assert_int_equal(hw_settings_reminder_minutes_at(settings, 0), -120);
    assert_int_equal(hw_settings_reminder_priority_at(settings, 0), 9);
    assert_false(hw_settings_reminder_clock_at(settings, 0, &days, &clock));
    assert_true(hw_settings_reminder_clock_at(settings, 1, &days, &clock));
    assert_int_equal(days, -1);
    assert_int_equal(clock, 9 * 3600);
    assert_int_equal(hw_settings_reminder_kind_at(settings, 2), HW_REMINDER_CHECK_IN);
    assert_int_equal(hw_settings_reminder_every_at(settings, 2), 7);
    assert_int_equal(hw_settings_reminder_when_at(settings, 2).seconds, 18 * 3600);
    assert_int_equal(hw_settings_reminder_priority_at(settings, 3), 5);
    assert_int_equal(drafts_problem(&settings->head), HW_PROBLEM_CODE_COUNT);
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
    check_others(settings);
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
    assert_int_equal(hw_settings_capacity_minutes(NULL), 0);
    assert_int_equal(hw_settings_capacity_assignments(NULL), 0);
    assert_int_equal(hw_settings_quiet_from(NULL), -1);
    assert_int_equal(hw_settings_quiet_to(NULL), -1);
    assert_int_equal(hw_settings_reminders_per_day(NULL), 0);
    assert_int_equal(hw_settings_reminders_each(NULL), 0);
    assert_int_equal(hw_settings_reminder_gap(NULL), 0);
    assert_false(hw_settings_own_words(NULL));
    assert_null(hw_settings_motivation(NULL, NULL));
    assert_int_equal(hw_settings_reminder_count(NULL), 0);
    assert_int_equal(hw_settings_reminder_kind_at(NULL, 0), HW_REMINDER_REVIEW_PREP);
    assert_int_equal(hw_settings_reminder_every_at(NULL, 0), 0);
    assert_day(hw_settings_reminder_when_at(NULL, 0).date, NO_DAY);
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
        {HW_ERR_RANGE, hw_settings_set_capacity_minutes(settings, 10081)},
        {HW_ERR_RANGE, hw_settings_set_capacity_assignments(settings, 100)},
        {HW_ERR_RANGE, hw_settings_set_quiet(settings, 0, 0)},
        {HW_ERR_RANGE, hw_settings_set_quiet(settings, -1, 0)},
        {HW_ERR_RANGE, hw_settings_set_quiet(settings, 0, -1)},
        {HW_ERR_RANGE, hw_settings_set_quiet(settings, 0, 86400)},
        {HW_ERR_RANGE, hw_settings_set_reminders_per_day(settings, 100)},
        {HW_ERR_RANGE, hw_settings_set_reminders_per_day(settings, -1)},
        {HW_ERR_RANGE, hw_settings_set_reminders_each(settings, 100)},
        {HW_ERR_RANGE, hw_settings_set_reminder_gap(settings, 481)},
        {HW_ERR_SYNTAX, hw_settings_set_motivation(settings, NULL, "")},
        {HW_ERR_RANGE, hw_settings_add_reminder(settings, 1)},
        {HW_ERR_RANGE, hw_settings_add_reminder(settings, -527041)},
        {HW_ERR_RANGE, hw_settings_add_reminder_at(settings, 1, 0)},
        {HW_ERR_RANGE, hw_settings_add_reminder_at(settings, -367, 0)},
        {HW_ERR_RANGE, hw_settings_add_reminder_at(settings, 0, 86400)},
        {HW_ERR_RANGE, hw_settings_add_check_in(settings, (hw_local){day(2025, 3, 9), HW_ALL_DAY}, 0)},
        {HW_ERR_RANGE, hw_settings_add_check_in(settings, (hw_local){day(2025, 2, 29), 0}, 0)},
        {HW_ERR_RANGE, hw_settings_add_check_in(settings, (hw_local){day(2025, 3, 9), 0}, 367)},
        {HW_ERR_RANGE, hw_settings_add_check_in(settings, (hw_local){day(2025, 3, 9), 0}, -1)},
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
    assert_int_equal(hw_settings_set_quiet(settings, -1, -1), HW_OK);
    assert_int_equal(hw_settings_quiet_from(settings), -1);
    assert_int_equal(hw_settings_set_reminders_per_day(settings, 0), HW_OK);
    assert_int_equal(hw_settings_set_reminder_gap(settings, 0), HW_OK);
    assert_int_equal(hw_settings_clear_reminders(settings), HW_OK);
    assert_int_equal(hw_settings_reminder_count(settings), 0);
    assert_int_equal(hw_settings_set_reminder_priority(settings, 1), HW_ERR_STATE);
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
