/* SPDX-License-Identifier: MIT */
/* When it may ring: quiet hours, what the client wants in a day, what is one notification, and what is next; and what
 * can be asked about a list. */
#include <stdio.h>

#include "base/alloc.h"
#include "support/rings.h"

/* ---- quiet hours ---- */

static void test_quiet_hours(void **state)
{
    (void)state;
    static const struct {
        int32_t from, to;
        hw_reminder_kind kind;
        hw_anchor anchor;
        int32_t minutes;
        const char *rings;
    } rows[] = {
        {CLOCK(18, 0), CLOCK(20, 0), HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, "a 03-03T20:00<19:00 prompt"},
        {CLOCK(18, 0), CLOCK(20, 0), HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 0, "a 03-03T18:00<19:00 nudge"},
        {CLOCK(16, 0), CLOCK(20, 0), HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 0, "a 03-03T20:00<19:00 nudge"},
        {CLOCK(16, 0), CLOCK(22, 0), HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 0, "a 03-03T19:00 nudge quiet"},
        {CLOCK(18, 0), CLOCK(22, 0), HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, "a 03-03T19:00 prompt quiet"},
        {CLOCK(19, 0), CLOCK(20, 0), HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, "a 03-03T19:00 prompt"},
        {CLOCK(18, 0), CLOCK(19, 0), HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, "a 03-03T19:00 prompt"},
        {CLOCK(20, 0), CLOCK(7, 0), HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -30, "a 03-03T20:00<21:30 nudge"},
        {CLOCK(20, 0), CLOCK(7, 0), HW_REMINDER_PROMPT, HW_ANCHOR_CLOSE, -30, "a 03-03T21:30 prompt quiet"},
        {CLOCK(20, 0), CLOCK(7, 0), HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 30,
         "a 03-04T07:00<22:30 follow-up"},
        {CLOCK(20, 0), CLOCK(7, 0), HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 180,
         "a 03-04T07:00<01:00 follow-up"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = rings_scene();
        hw_assignment *a = rings_evening("a");
        hw_assignment_add_reminder(a, rows[i].kind, rows[i].anchor, rows[i].minutes);
        scene_give(&s, a);
        hw_settings *settings = rings_settings(&s);
        assert_int_equal(hw_settings_set_quiet(settings, rows[i].from, rows[i].to), HW_OK);
        rings_give(&s, settings);
        rings_expect(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

/* Quiet from one to half past two: on one night that hour does not exist, on another it comes twice. */
static void test_quiet_when_clocks_change(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, CLOCK(1, 30));
    scene_give(&s, a);
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_quiet(settings, CLOCK(1, 0), CLOCK(2, 30));
    rings_give(&s, settings);
    rings_expect(&s, "2025-03-30T00:00:00+01:00", "2025-03-31T00:00:00+02:00", "a 03-30T03:30<01:30 prompt");
    rings_expect(&s, "2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00", "a 10-26T02:30<01:30 prompt");
    scene_close(&s);
}

/* From Berlin to New York in the night, and from one wish to another: it is quiet where what was quiet ends. */
static void test_quiet_on_a_journey(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int32_t from, to;
        const char *rings;
    } rows[] = {
        {"America/New_York", CLOCK(22, 0), CLOCK(7, 0), "a 03-04T13:00<23:00 prompt"},
        {"Europe/Berlin", CLOCK(23, 0), CLOCK(9, 0), "a 03-04T09:00<23:00 prompt"},
        {"Europe/Berlin", CLOCK(7, 0), CLOCK(8, 0), "a 03-04T07:00<23:00 prompt"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = rings_scene();
        hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
        hw_assignment_set_once(a, scene_local("2025-03-03T23:00"));
        hw_assignment_set_zone(a, "Europe/Berlin");
        hw_assignment_set_closes(a, (hw_duration){2, 0});
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
        scene_give(&s, a);
        hw_settings *settings = rings_settings(&s);
        hw_settings_set_quiet(settings, CLOCK(22, 0), CLOCK(7, 0));
        rings_give(&s, settings);
        settings = rings_settings(&s);
        hw_settings_set_zone(settings, rows[i].zone);
        hw_settings_set_quiet(settings, rows[i].from, rows[i].to);
        hw_error err;
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        hw_change_set_effective(change, scene_local("2025-03-04T00:30"), &err);
        assert_int_equal(hw_plan_revise_settings(s.plan, settings, change, &err), HW_OK);
        hw_change_free(change);
        hw_settings_unref(settings);
        rings_expect(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

/* ---- so many, and not too close ---- */

/* Four assignments, each with a prompt at its due time; d closes first, then c, then a and b. */
static scene four(void)
{
    static const struct {
        const char *id;
        int hour, close, priority;
    } rows[] = {{"a", 9, 23, 5}, {"b", 10, 23, 4}, {"c", 10, 22, 9}, {"d", 12, 21, 9}};
    scene s = rings_scene();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char due[24];
        snprintf(due, sizeof due, "2025-03-03T%02d:00", rows[i].hour);
        hw_assignment *a = scene_once(rows[i].id, due);
        hw_assignment_set_closes(a, (hw_duration){0, CLOCK(rows[i].close - rows[i].hour, 0)});
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
        assert_int_equal(hw_assignment_set_reminder_priority(a, rows[i].priority), HW_OK);
        scene_give(&s, a);
    }
    return s;
}

static void test_limits(void **state)
{
    (void)state;
    static const struct {
        int32_t day, gap;
        const char *rings;
    } rows[] = {
        {0, 0, "a 03-03T09:00 prompt, b 03-03T10:00 prompt, c 03-03T10:00 prompt, d 03-03T12:00 prompt"},
        {1, 0,
         "a 03-03T09:00 prompt day-cap, b 03-03T10:00 prompt day-cap, c 03-03T10:00 prompt day-cap, "
         "d 03-03T12:00 prompt"},
        /* b rings in the minute of c: that is no notification more. */
        {2, 0,
         "a 03-03T09:00 prompt day-cap, b 03-03T10:00 prompt, c 03-03T10:00 prompt, d 03-03T12:00 prompt"},
        {0, 60, "a 03-03T09:00 prompt, b 03-03T10:00 prompt, c 03-03T10:00 prompt, d 03-03T12:00 prompt"},
        {0, 61, "a 03-03T09:00 prompt gap, b 03-03T10:00 prompt, c 03-03T10:00 prompt, d 03-03T12:00 prompt"},
        {0, 121,
         "a 03-03T09:00 prompt, b 03-03T10:00 prompt gap, c 03-03T10:00 prompt gap, d 03-03T12:00 prompt"},
        {1, 480,
         "a 03-03T09:00 prompt day-cap, b 03-03T10:00 prompt day-cap, c 03-03T10:00 prompt day-cap, "
         "d 03-03T12:00 prompt"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = four();
        hw_settings *settings = rings_settings(&s);
        hw_settings_set_reminders_per_day(settings, rows[i].day);
        hw_settings_set_reminder_gap(settings, rows[i].gap);
        rings_give(&s, settings);
        rings_expect(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

static void test_priority_and_each(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    for (int i = 0; i < 4; i++) {
        hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 10 * i);
        assert_int_equal(hw_assignment_set_reminder_priority(a, i == 2 ? 1 : 5), HW_OK);
    }
    scene_give(&s, a);
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_reminders_each(settings, 2);
    rings_give(&s, settings);
    rings_expect(&s, MARCH,
                 "a 03-03T19:00 nudge, a 03-03T19:10 nudge assignment-cap, a 03-03T19:20 nudge, "
                 "a 03-03T19:30 nudge assignment-cap");
    hw_reminders *list = rings_all(&s, MARCH);
    assert_int_equal(hw_reminders_priority_at(list, 2), 1);
    assert_int_equal(hw_reminders_rule_at(list, 2), 2);
    hw_reminders_free(list);
    scene_close(&s);
}

/* Two of one assignment in one minute are one notification, for its cap as well. */
static void test_each_in_one_minute(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    for (int i = 0; i < 3; i++) {
        hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, i == 2 ? 10 : 0);
    }
    scene_give(&s, a);
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_reminders_each(settings, 1);
    rings_give(&s, settings);
    rings_expect(&s, MARCH, "a 03-03T19:00 nudge, a 03-03T19:00 nudge, a 03-03T19:10 nudge assignment-cap");
    scene_close(&s);
}

/* The day after begins at midnight, or when the client says; what rings too soon after the last of the day before
 * is dropped. */
static void test_gap_across_days(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, CLOCK(0, 10));
    scene_give(&s, a);
    hw_assignment *b = hw_assignment_new("b", "Look", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_when(b, HW_REMINDER_PROMPT, scene_local("2025-03-03T23:50"), 0);
    scene_give(&s, b);
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_reminder_gap(settings, 30);
    rings_give(&s, settings);
    rings_expect(
        &s, "2025-03-03T00:00:00+01:00", "2025-03-05T12:00:00+01:00",
        "a 03-03T00:10 prompt, b 03-03T23:50 prompt, a 03-04T00:10 prompt gap, a 03-05T00:10 prompt");
    rings_expect(&s, "2025-03-04T00:05:00+01:00", "2025-03-05T12:00:00+01:00",
                 "a 03-04T00:10 prompt gap, a 03-05T00:10 prompt");
    scene_close(&s);
}

static void test_bundles_and_next(void **state)
{
    (void)state;
    scene s = four();
    hw_error err;
    hw_reminders *list = rings_all(&s, MARCH);
    const int64_t bundles[] = {0, 1, 1, 2};
    for (size_t i = 0; i < COUNT_OF(bundles); i++) {
        assert_int_equal(hw_reminders_bundle_at(list, i), bundles[i]);
    }
    assert_int_equal(hw_reminders_bundle_count(list), 3);
    hw_reminders_free(list);
    static const size_t counts[] = {0, 1, 3, 4, 4};
    for (size_t most = 1; most < COUNT_OF(counts); most++) {
        list = hw_plan_next_reminders(s.plan, s.now.instant, most, s.now.instant, &err);
        assert_int_equal(hw_reminders_count(list), counts[most]);
        assert_int_equal(hw_reminders_bundle_count(list), most < 3 ? most : 3);
        hw_reminders_free(list);
    }
    hw_instant nine = scene_instant("2025-03-03T09:00:00+01:00");
    list = hw_plan_next_reminders(s.plan, nine - 1, 1, s.now.instant, &err);
    assert_string_equal(hw_reminders_assignment_at(list, 0), "a");
    hw_reminders_free(list);
    list = hw_plan_next_reminders(s.plan, nine, 1, s.now.instant, &err);
    assert_string_equal(hw_reminders_assignment_at(list, 0), "b");
    hw_reminders_free(list);
    list = hw_plan_next_reminders(s.plan, nine + 86400, 64, s.now.instant, &err);
    assert_int_equal(hw_reminders_count(list), 0);
    hw_reminders_free(list);
    scene_close(&s);
}

/* A year and a month ahead is found, more is not. */
static void test_next_is_far(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = scene_once("a", "2026-03-20T12:00");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    scene_give(&s, a);
    hw_instant due = scene_instant("2026-03-20T12:00:00+01:00");
    for (int days = 399; days <= 401; days++) {
        hw_reminders *list = hw_plan_next_reminders(s.plan, due - days * 86400, 64, s.now.instant, NULL);
        assert_int_equal(hw_reminders_count(list), days < 401);
        hw_reminders_free(list);
    }
    scene_close(&s);
}

/* ---- questions about a list ---- */

static void test_why_not(void **state)
{
    (void)state;
    scene s = four();
    hw_error err;
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_reminders_per_day(settings, 1);
    rings_give(&s, settings);
    hw_reminders *list = rings_all(&s, MARCH);
    hw_local any = {{0, 0, 0}, 0};
    assert_int_equal(hw_reminders_find(list, 0, "b", any, scene_date("2025-03-03")), 1);
    assert_int_equal(hw_reminders_find(list, 2, "b", any, scene_date("2025-03-03")), 4);
    assert_int_equal(hw_reminders_find(list, 0, "b", any, scene_date("2025-03-04")), 4);
    assert_int_equal(hw_reminders_find(list, 0, NULL, scene_local("2025-03-03T10:00"), any.date), 1);
    assert_int_equal(hw_reminders_find(list, 2, NULL, scene_local("2025-03-03T10:00"), any.date), 2);
    assert_int_equal(hw_reminders_find(list, 0, "nobody", any, any.date), 4);
    assert_int_equal(hw_reminders_find(NULL, 0, "b", any, any.date), 0);
    char *text = hw_reminders_text(list, 1, NULL, &err), *german = hw_reminders_text(list, 3, "de-CH", &err);
    assert_string_equal(text, "Nothing rings: there are enough reminders on that day.");
    assert_string_equal(german, "Es wird erinnert.");
    hw_string_free(text);
    hw_string_free(german);
    assert_null(hw_reminders_text(list, 4, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_reminders_text(NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_reminders_free(list);
    scene_close(&s);
}

static void test_snooze(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, 0);
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 10);
    scene_give(&s, a);
    hw_reminders *list = rings_all(&s, MARCH);
    hw_instant due = scene_instant("2025-03-03T19:00:00+01:00"), close = due + 3 * 3600;
    static const struct {
        size_t index;
        int32_t now, minutes, rings; /* minutes from the due time; 0 = it does not */
    } rows[] = {
        {0, 0, 10, 10}, {0, 5, 170, 175}, {0, 0, 180, 179}, {0, 0, 1000, 179},      {0, 178, 5, 179},
        {0, 179, 5, 0}, {0, 500, 5, 0},   {1, 0, 10, 0},    {2, 190, 60, 250},      {3, 0, 10, 0},
        {0, 0, 0, 0},   {0, 0, -5, 0},    {0, 0, 10081, 0}, {2, 190, 10080, 10270},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_instant at = -1;
        bool rings = hw_reminders_snooze(list, rows[i].index, due + rows[i].now * 60, rows[i].minutes, &at);
        assert_int_equal(rings, rows[i].rings != 0);
        assert_int_equal(at, rings ? due + rows[i].rings * 60 : -1);
        assert_true(rows[i].index != 0 || at < close);
    }
    assert_false(hw_reminders_snooze(list, 0, due, 10, NULL));
    assert_false(hw_reminders_snooze(list, 0, INT64_MAX, 10, &due));
    hw_reminders_free(list);
    scene_close(&s);
}

static void test_refused_and_nothing(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_error err;
    hw_instant out = 5;
    assert_null(hw_plan_all_reminders(NULL, 0, 1, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_all_reminders(s.plan, 1, 0, 0, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_plan_next_reminders(NULL, 0, 1, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_next_reminders(s.plan, 0, 0, 0, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_plan_next_reminders(s.plan, 0, 10001, 0, NULL));
    hw_reminders *none = hw_plan_next_reminders(s.plan, INT64_MAX, 64, INT64_MAX, &err);
    assert_int_equal(hw_reminders_count(none), 0);
    assert_int_equal(hw_reminders_state_at(none, 0), HW_RING_PLANNED);
    assert_int_equal(hw_reminders_bundle_at(none, 0), -1);
    assert_int_equal(hw_reminders_priority_at(none, 0), 0);
    assert_int_equal(hw_reminders_rule_at(NULL, 0), 0);
    assert_int_equal(hw_reminders_bundle_count(NULL), 0);
    assert_int_equal(hw_reminders_closes_at(none, 0).precision, HW_PRECISION_UNKNOWN);
    assert_int_equal(hw_reminders_original_at(none, 0).precision, HW_PRECISION_UNKNOWN);
    assert_null(hw_reminders_session_at(none, 0));
    assert_null(hw_reminders_words_at(none, 0, NULL));
    assert_false(hw_reminders_snooze(none, 0, 0, 5, &out));
    assert_int_equal(out, 5);
    assert_string_equal(hw_ring_state_name((hw_ring_state)HW_RING_STATE_COUNT), "unknown");
    hw_reminders_free(none);
    scene_close(&s);
}

static void test_without_memory(void **state)
{
    (void)state;
    scene s = four();
    hw_settings *settings = rings_settings(&s);
    hw_settings_add_check_in(settings, scene_local("2025-03-03T18:00"), 1);
    hw_settings_add_reminder(settings, -60);
    hw_settings_set_own_words(settings, true);
    hw_settings_set_reminders_per_day(settings, 3);
    hw_settings_set_reminder_gap(settings, 10);
    rings_give(&s, settings);
    scene_session(&s, "s1", "2025-03-04T10:00", HW_SESSION_PLANNED);
    hw_assignment *a = hw_assignment_new("z", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, CLOCK(8, 0));
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_SESSION, -60);
    scene_give(&s, a);
    hw_error err;
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_reminders *list =
            hw_plan_all_reminders(s.plan, s.now.instant, s.now.instant + 5 * 86400, s.now.instant, &err);
        hw__alloc_fail(0, 0);
        if (list) {
            assert_true(hw_reminders_count(list) > 10);
            hw_reminders_free(list);
            assert_true(nth > 20);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quiet_hours),
        cmocka_unit_test(test_quiet_when_clocks_change),
        cmocka_unit_test(test_quiet_on_a_journey),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_priority_and_each),
        cmocka_unit_test(test_each_in_one_minute),
        cmocka_unit_test(test_gap_across_days),
        cmocka_unit_test(test_bundles_and_next),
        cmocka_unit_test(test_next_is_far),
        cmocka_unit_test(test_why_not),
        cmocka_unit_test(test_snooze),
        cmocka_unit_test(test_refused_and_nothing),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests_name("ring_limits", tests, NULL, NULL);
}
