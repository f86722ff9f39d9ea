/* SPDX-License-Identifier: MIT */
/* When reminders ring: their anchors, across clock changes and days that start late, and for what they do not
 * ring. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/scene.h"

static const char *show(scene *s, const char *from, const char *to)
{
    static char shown[2048];
    hw_error err;
    hw_reminders *list =
        hw_plan_reminders(s->plan, scene_instant(from), scene_instant(to), s->now.instant, &err);
    assert_non_null(list);
    size_t at = 0;
    shown[0] = '\0';
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        static const char *const kinds[] = {"prompt", "nudge", "follow-up"};
        char *moment = hw_moment_text(hw_reminders_at(list, i), &err);
        at += (size_t)snprintf(shown + at, sizeof shown - at, "%s%s %.22s %s", i ? ", " : "",
                               hw_reminders_assignment_at(list, i), moment + 5,
                               kinds[hw_reminders_kind_at(list, i)]);
        assert_true(at < sizeof shown);
        hw_string_free(moment);
    }
    hw_reminders_free(list);
    return shown;
}

#define assert_rings(s, from, to, expected) assert_string_equal(show((s), (from), (to)), (expected))

static void test_anchors(void **state)
{
    static const struct {
        hw_anchor anchor;
        int32_t minutes;
        const char *rings;
    } by_minutes[] = {
        {HW_ANCHOR_DUE, -30, "a 03-03T18:30:00+01:00 prompt"},
        {HW_ANCHOR_DUE, 0, "a 03-03T19:00:00+01:00 prompt"},
        {HW_ANCHOR_OPEN, 0, "a 03-03T17:00:00+01:00 prompt"},
        {HW_ANCHOR_CLOSE, -15, "a 03-03T21:45:00+01:00 prompt"},
        {HW_ANCHOR_CLOSE, 60, ""}, /* it has closed */
        {HW_ANCHOR_CLOSE, 60, "a 03-03T23:00:00+01:00 follow-up"},
        {HW_ANCHOR_DUE, -1440, "a 03-02T19:00:00+01:00 prompt"},
        {HW_ANCHOR_DUE, 527040, "a 03-04T19:00:00+01:00 follow-up"}, /* in 2026 */
    };
    static const struct {
        hw_anchor anchor;
        int32_t days, clock;
        const char *rings;
    } by_clock[] = {
        {HW_ANCHOR_DUE, 0, 8 * 3600, "a 03-03T08:00:00+01:00 prompt"},
        {HW_ANCHOR_DUE, -1, 20 * 3600, "a 03-02T20:00:00+01:00 prompt"},
        {HW_ANCHOR_CLOSE, 1, 9 * 3600, ""},
        {HW_ANCHOR_CLOSE, 1, 9 * 3600, "a 03-04T09:00:00+01:00 follow-up"},
        {HW_ANCHOR_OPEN, 0, 0, "a 03-03T00:00:00+01:00 prompt"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(by_minutes) + COUNT_OF(by_clock); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *a = scene_once("a", "2025-03-03T19:00");
        hw_assignment_set_opens(a, (hw_duration){0, -7200});
        hw_assignment_set_closes(a, (hw_duration){0, 3 * 3600});
        bool minutes = i < COUNT_OF(by_minutes);
        size_t c = minutes ? i : i - COUNT_OF(by_minutes);
        const char *rings = minutes ? by_minutes[c].rings : by_clock[c].rings;
        hw_reminder_kind kind = strstr(rings, "follow-up") ? HW_REMINDER_FOLLOW_UP : HW_REMINDER_PROMPT;
        if (minutes) {
            hw_assignment_add_reminder(a, kind, by_minutes[c].anchor, by_minutes[c].minutes);
        } else {
            hw_assignment_add_reminder_at(a, kind, by_clock[c].anchor, by_clock[c].days, by_clock[c].clock);
        }
        scene_give(&s, a);
        assert_rings(&s, "2025-03-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00", rings);
        scene_close(&s);
    }
}

/* What closes with the day is closed on that day, not on the next one, whenever that begins. */
static void test_closing_with_the_day(void **state)
{
    (void)state;
    for (int day_start = 0; day_start <= 720; day_start += 240) {
        scene s = scene_open("Europe/Berlin", "2025-02-20T09:00:00+01:00");
        scene_settings(&s, "Europe/Berlin", day_start, HW_MONDAY, NULL);
        hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=1");
        hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, 0, 20 * 3600);
        scene_give(&s, a);
        hw_assignment *quota = scene_quota("q", "2025-03-03", 2, 0, HW_PERIOD_WEEK);
        hw_assignment_set_until(quota, scene_date("2025-03-09"));
        hw_assignment_add_reminder_at(quota, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_DUE, 1, 20 * 3600);
        scene_give(&s, quota);
        assert_rings(&s, "2025-03-01T00:00:00+01:00", "2025-04-01T00:00:00+02:00",
                     "a 03-03T20:00:00+01:00 nudge, q 03-10T20:00:00+01:00 follow-up");
        scene_close(&s);
    }
}

static void test_clock_changes(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-29T04:00", "FREQ=DAILY;COUNT=3");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE,
                               -120); /* two hours before, as time goes */
    hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 0, 9000); /* half past two */
    scene_give(&s, a);
    assert_rings(
        &s, "2025-03-01T00:00:00+01:00", "2025-04-01T00:00:00+01:00",
        "a 03-29T02:00:00+01:00 prompt, a 03-29T02:30:00+01:00 nudge, a 03-30T01:00:00+01:00 prompt, "
        "a 03-30T03:30:00+02:00 nudge, a 03-31T02:00:00+02:00 prompt, a 03-31T02:30:00+02:00 nudge");
    scene_close(&s);
}

static void test_for_what_is_to_be_done(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=6");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    scene_give(&s, a);
    hw_assignment *b = scene_recurring("b", "2025-03-03T19:00", "FREQ=DAILY;COUNT=1");
    hw_assignment_add_reminder(b, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    hw_assignment_add_reminder(b, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 0);
    scene_give(&s, b);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00");
    scene_report(&s, "a", HW_EXTENT_PARTIAL, NULL, "2025-03-05T19:00");
    scene_excuse(&s, "e", "a", "2025-03-06T19:00", false);
    scene_hold(&s, "h", "2025-03-07", "2025-03-07", NULL, false);
    assert_rings(
        &s, "2025-03-01T00:00:00+01:00", "2025-04-01T00:00:00+01:00",
        "a 03-03T19:00:00+01:00 prompt, b 03-03T19:00:00+01:00 prompt, b 03-03T19:00:00+01:00 nudge, "
        "a 03-05T19:00:00+01:00 prompt, a 03-08T19:00:00+01:00 prompt");
    assert_rings(
        &s, "2025-03-03T19:00:00+01:00", "2025-03-03T19:00:01+01:00",
        "a 03-03T19:00:00+01:00 prompt, b 03-03T19:00:00+01:00 prompt, b 03-03T19:00:00+01:00 nudge");
    assert_rings(&s, "2025-03-03T19:00:01+01:00", "2025-03-05T19:00:00+01:00", "");
    scene_close(&s);
}

/* Windows that reach far: the reminder of an occurrence long ago, and of one far ahead. */
static void test_far_away(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2020-01-01T09:00:00+01:00");
    hw_assignment *a = scene_once("a", "2020-06-01T12:00");
    hw_assignment_set_closes(a, (hw_duration){2000, 0});
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 60);
    scene_give(&s, a);
    hw_assignment *b = scene_once("b", "2030-06-01T12:00");
    hw_assignment_set_opens(b, (hw_duration){-2000, 0});
    hw_assignment_add_reminder(b, HW_REMINDER_PROMPT, HW_ANCHOR_OPEN, 60);
    scene_give(&s, b);
    assert_rings(&s, "2024-12-09T00:00:00+01:00", "2025-11-23T00:00:00+01:00",
                 "b 12-09T13:00:00+01:00 prompt, a 11-22T13:00:00+01:00 follow-up");
    scene_close(&s);
}

static void test_refused_calls(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_error err;
    assert_null(hw_plan_reminders(NULL, 0, 1, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_reminders(s.plan, 1, 0, 0, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    hw_reminders *none = hw_plan_reminders(s.plan, INT64_MIN, INT64_MAX, INT64_MAX, NULL);
    assert_int_equal(hw_reminders_count(none), 0);
    assert_null(hw_reminders_assignment_at(none, 0));
    assert_int_equal(hw_reminders_at(none, 0).precision, HW_PRECISION_UNKNOWN);
    hw_reminders_free(none);
    hw_reminders_free(NULL);
    assert_int_equal(hw_reminders_count(NULL), 0);
    scene_close(&s);
}

static void test_without_memory(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    for (int i = 0; i < 2; i++) {
        hw_assignment *a = scene_recurring(i ? "b" : "a", "2025-03-03T19:00", "FREQ=DAILY");
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
        scene_give(&s, a);
    }
    hw_error err;
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_reminders *list =
            hw_plan_reminders(s.plan, scene_instant("2025-03-03T00:00:00+01:00"),
                              scene_instant("2025-03-30T00:00:00+01:00"), s.now.instant, &err);
        hw__alloc_fail(0, 0);
        if (list) {
            assert_int_equal(hw_reminders_count(list), 54);
            hw_reminders_free(list);
            assert_true(nth > 8);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anchors),        cmocka_unit_test(test_closing_with_the_day),
        cmocka_unit_test(test_clock_changes),  cmocka_unit_test(test_for_what_is_to_be_done),
        cmocka_unit_test(test_far_away),       cmocka_unit_test(test_refused_calls),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests_name("reminders", tests, NULL, NULL);
}
