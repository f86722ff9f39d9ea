/* SPDX-License-Identifier: MIT */
/* What rings and what does not, and why: each reason, and what rings without an occurrence. */
#include <string.h>

#include "support/rings.h"

/* ---- for what there are occurrences ---- */

static void test_what_became_of_it(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=5");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    scene_give(&s, a);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00");
    scene_excuse(&s, "e", "a", "2025-03-05T19:00", false);
    scene_hold(&s, "h", "2025-03-06", "2025-03-06", NULL, false);
    rings_expect(&s, MARCH,
                 "a 03-03T19:00 prompt, a 03-04T19:00 prompt done, a 03-05T19:00 prompt excused, "
                 "a 03-06T19:00 prompt on-hold, a 03-07T19:00 prompt");
    scene_close(&s);
}

static void test_follow_ups(void **state)
{
    (void)state;
    static const struct {
        hw_late_policy late;
        const char *rings;
    } rows[] = {
        {HW_LATE_MARKED, "a 03-03T22:30 follow-up, a 03-03T23:00 follow-up followed-up, "
                         "a 03-04T09:00 follow-up followed-up"},
        {HW_LATE_OK, "a 03-03T22:30 follow-up, a 03-03T23:00 follow-up followed-up, "
                     "a 03-04T09:00 follow-up followed-up"},
        {HW_LATE_REFUSED, "a 03-03T22:30 follow-up late-refused, a 03-03T23:00 follow-up late-refused, "
                          "a 03-04T09:00 follow-up late-refused"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = rings_scene();
        hw_assignment *a = rings_evening("a");
        hw_assignment_set_late(a, rows[i].late);
        hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, CLOCK(9, 0));
        hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 30);
        hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 60);
        scene_give(&s, a);
        rings_expect(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

/* A follow-up asks when the time is over, not before; another that comes too early does not stop it. */
static void test_follow_up_too_early(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_DUE, 60);
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 0);
    scene_give(&s, a);
    rings_expect(&s, MARCH, "a 03-03T20:00 follow-up still-open, a 03-03T22:00 follow-up");
    scene_close(&s);
}

/* Nothing rings in a hold: neither for what comes after it, nor for what came before. */
static void test_rings_in_a_hold(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=WEEKLY;COUNT=2");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -1440);
    hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, CLOCK(9, 0));
    scene_give(&s, a);
    scene_hold(&s, "h", "2025-03-04", "2025-03-09", NULL, false);
    rings_expect(&s, MARCH,
                 "a 03-02T19:00 prompt, a 03-04T09:00 follow-up on-hold, a 03-09T19:00 prompt on-hold, "
                 "a 03-11T09:00 follow-up");
    scene_close(&s);
}

static void test_closed_and_ended(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -1);
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, 0);
    hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, CLOCK(9, 0));
    scene_give(&s, a);
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-03");
    rings_expect(&s, MARCH,
                 "a 03-03T21:59 nudge, a 03-03T22:00 nudge closed, a 03-04T09:00 follow-up plan-ended");
    scene_close(&s);
}

/* Every day at six, from Monday until three times are done. */
static void test_quota(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *q = scene_quota("q", "2025-03-03", 3, 0, HW_PERIOD_WEEK);
    hw_assignment_add_reminder_every(q, HW_REMINDER_PROMPT, 2, CLOCK(18, 0));
    scene_give(&s, q);
    scene_hold(&s, "h", "2025-03-09", "2025-03-10", NULL, false);
    scene_excuse(&s, "e", "q", "2025-03-12", false);
    rings_expect(
        &s, "2025-03-03T00:00:00+01:00", "2025-03-17T00:00:00+01:00",
        "q 03-03T18:00 prompt, q 03-05T18:00 prompt, q 03-07T18:00 prompt, q 03-09T18:00 prompt on-hold, "
        "q 03-10T18:00 prompt on-hold, q 03-12T18:00 prompt excused, q 03-14T18:00 prompt, "
        "q 03-16T18:00 prompt");
    scene_now(&s, "2025-03-04T20:00:00+01:00");
    for (int i = 0; i < 3; i++) {
        scene_report(&s, "q", HW_EXTENT_DONE, "2025-03-04T19:00:00+01:00", NULL);
    }
    rings_expect(&s, "2025-03-03T00:00:00+01:00", "2025-03-08T00:00:00+01:00",
                 "q 03-03T18:00 prompt done, q 03-05T18:00 prompt done, q 03-07T18:00 prompt done");
    scene_close(&s);
}

/* A time of its own, for whatever is open then. */
static void test_absolute(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = rings_evening("a");
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-03T16:59"), 0);
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-03T17:00"), 0);
    hw_assignment_add_reminder_when(a, HW_REMINDER_NUDGE, scene_local("2025-02-01T21:00"), 5);
    hw_assignment_add_reminder_when(a, HW_REMINDER_NUDGE, scene_local("2025-03-03T22:00"), 0);
    scene_give(&s, a);
    rings_expect(&s, MARCH, "a 03-03T17:00 prompt, a 03-03T21:00 nudge");
    scene_close(&s);
}

/* ---- around sessions ---- */

static void test_before_sessions(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = scene_once("a", "2025-03-02T12:00");
    hw_assignment_set_closes(a, (hw_duration){20, 0});
    hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_SESSION, -1, CLOCK(18, 0));
    scene_give(&s, a);
    hw_settings *settings = rings_settings(&s);
    assert_int_equal(hw_settings_add_reminder(settings, -60), HW_OK);
    assert_int_equal(hw_settings_add_reminder_at(settings, 0, CLOCK(11, 0)), HW_OK);
    rings_give(&s, settings);
    rings_expect(&s, MARCH, "");
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-17T10:00", HW_SESSION_PLANNED);
    rings_expect(&s, MARCH,
                 "a 03-09T18:00 nudge, - 03-10T09:00 review-prep, - 03-10T11:00 review-prep closed, "
                 "- 03-17T09:00 review-prep, - 03-17T11:00 review-prep closed");
    scene_session(&s, "s1", "2025-03-11T14:00", HW_SESSION_PLANNED);
    rings_expect(&s, MARCH,
                 "a 03-10T18:00 nudge, - 03-11T11:00 review-prep, - 03-11T13:00 review-prep, "
                 "- 03-17T09:00 review-prep, - 03-17T11:00 review-prep closed");
    scene_session(&s, "s1", NULL, HW_SESSION_CANCELLED);
    scene_hold(&s, "h", "2025-03-17", "2025-03-17", NULL, false);
    rings_expect(&s, MARCH,
                 "- 03-11T11:00 review-prep session-off, - 03-11T13:00 review-prep session-off, "
                 "a 03-16T18:00 nudge, - 03-17T09:00 review-prep on-hold, - 03-17T11:00 review-prep on-hold");
    hw_reminders *list = rings_all(&s, MARCH);
    assert_string_equal(hw_reminders_session_at(list, 0), "s1");
    assert_null(hw_reminders_session_at(list, 2));
    assert_int_equal(hw_reminders_closes_at(list, 0).instant, scene_instant("2025-03-11T14:00:00+01:00"));
    assert_int_equal(hw_local_compare(hw_reminders_key_at(list, 0), scene_local("2025-03-11T14:00")), 0);
    hw_reminders_free(list);
    scene_close(&s);
}

static void test_held_session(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_settings *settings = rings_settings(&s);
    hw_settings_add_reminder(settings, -60);
    rings_give(&s, settings);
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-10T11:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_HELD);
    rings_expect(&s, MARCH, "- 03-10T09:00 review-prep done");
    scene_close(&s);
}

/* ---- without occurrences ---- */

static void test_without_occurrences(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 3, CLOCK(8, 0));
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_SESSION, -30);
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-09T12:00"), 0);
    scene_give(&s, a);
    hw_assignment *b = hw_assignment_new("b", "Upon anger", HW_KIND_THOUGHT_RECORD, NULL);
    hw_assignment_set_event_contingent(b, scene_date("2025-03-05"));
    hw_assignment_add_reminder_every(b, HW_REMINDER_PROMPT, 7, CLOCK(20, 0));
    scene_give(&s, b);
    scene_session(&s, "s1", "2025-03-06T10:00", HW_SESSION_PLANNED);
    rings_expect(&s, "2025-03-01T00:00:00+01:00", "2025-03-14T00:00:00+01:00",
                 "a 03-04T08:00 prompt, b 03-05T20:00 prompt, a 03-06T09:30 nudge, a 03-07T08:00 prompt, "
                 "a 03-09T12:00 prompt, a 03-10T08:00 prompt, b 03-12T20:00 prompt, a 03-13T08:00 prompt");
    scene_now(&s, "2025-03-08T09:00:00+01:00");
    hw_assignment *stopped = scene_edit(&s, "a");
    hw_assignment_set_state(stopped, HW_ASSIGNMENT_STOPPED);
    scene_give(&s, stopped);
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-11");
    rings_expect(&s, "2025-03-06T00:00:00+01:00", "2025-03-14T00:00:00+01:00",
                 "a 03-06T09:30 nudge, a 03-07T08:00 prompt, a 03-09T12:00 prompt not-active, "
                 "a 03-10T08:00 prompt not-active, b 03-12T20:00 prompt plan-ended, "
                 "a 03-13T08:00 prompt not-active");
    scene_close(&s);
}

static void test_check_ins(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_settings *settings = rings_settings(&s);
    assert_int_equal(hw_settings_add_check_in(settings, scene_local("2025-03-02T18:00"), 7), HW_OK);
    assert_int_equal(hw_settings_set_motivation(settings, NULL, "The garden"), HW_OK);
    rings_give(&s, settings);
    rings_expect(&s, "2025-03-01T00:00:00+01:00", "2025-03-10T00:00:00+01:00",
                 "- 03-02T18:00 check-in not-opted-in, - 03-09T18:00 check-in not-opted-in");
    hw_reminders *list = rings_all(&s, MARCH);
    assert_null(hw_reminders_words_at(list, 0, NULL));
    hw_reminders_free(list);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    settings = rings_settings(&s);
    hw_settings_set_own_words(settings, true);
    rings_give(&s, settings);
    rings_expect(&s, "2025-03-01T00:00:00+01:00", "2025-03-10T00:00:00+01:00",
                 "- 03-02T18:00 check-in not-opted-in, - 03-09T18:00 check-in");
    list = rings_all(&s, MARCH);
    assert_null(hw_reminders_words_at(list, 0, NULL));
    assert_string_equal(hw_reminders_words_at(list, 1, "de"), "The garden");
    hw_reminders_free(list);
    scene_close(&s);
}

/* The first settings hold for all that was before them, whatever span is asked for. */
static void test_check_ins_before_all(void **state)
{
    (void)state;
    scene s = rings_scene();
    hw_settings *settings = rings_settings(&s);
    hw_settings_add_check_in(settings, scene_local("2025-01-05T18:00"), 7);
    hw_settings_set_own_words(settings, true);
    hw_error err;
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    hw_change_set_effective(change, scene_local("2025-02-01T00:00"), &err);
    assert_int_equal(hw_plan_revise_settings(s.plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
    rings_expect(&s, "2025-01-01T00:00:00+01:00", "2025-01-13T00:00:00+01:00",
                 "- 01-05T18:00 check-in, - 01-12T18:00 check-in");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_became_of_it),
        cmocka_unit_test(test_follow_ups),
        cmocka_unit_test(test_follow_up_too_early),
        cmocka_unit_test(test_rings_in_a_hold),
        cmocka_unit_test(test_closed_and_ended),
        cmocka_unit_test(test_quota),
        cmocka_unit_test(test_absolute),
        cmocka_unit_test(test_before_sessions),
        cmocka_unit_test(test_held_session),
        cmocka_unit_test(test_without_occurrences),
        cmocka_unit_test(test_check_ins),
        cmocka_unit_test(test_check_ins_before_all),
    };
    return cmocka_run_group_tests_name("ring_states", tests, NULL, NULL);
}
