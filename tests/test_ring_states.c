/* SPDX-License-Identifier: MIT */
/* What rings and what does not, and why: each reason, quiet hours, what the client wants in a day, and what rings
 * without an occurrence. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/scene.h"

#define CLOCK(hours, minutes) ((hours)*3600 + (minutes)*60)

/* Each reminder: of what, when it rings (and when it would have), its kind and its state. */
static const char *tell(scene *s, const hw_reminders *list)
{
    size_t at = 0;
    s->shown[0] = '\0';
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        hw_moment when = hw_reminders_at(list, i), original = hw_reminders_original_at(list, i);
        char *text = hw_moment_text(when, NULL), *was = hw_moment_text(original, NULL);
        const char *id = hw_reminders_assignment_at(list, i);
        hw_ring_state state = hw_reminders_state_at(list, i);
        at += (size_t)snprintf(s->shown + at, sizeof s->shown - at, "%s%s %.11s%s%.5s %s%s%s", i ? ", " : "",
                               id ? id : "-", text + 5, original.instant == when.instant ? "" : "<",
                               original.instant == when.instant ? "" : was + 11,
                               hw_word_at(HW_WORDS_REMINDER, hw_reminders_kind_at(list, i)),
                               state == HW_RING_PLANNED ? "" : " ",
                               state == HW_RING_PLANNED ? "" : hw_ring_state_name(state));
        assert_true(at < sizeof s->shown);
        hw_string_free(text);
        hw_string_free(was);
    }
    return s->shown;
}

static hw_reminders *find_all(scene *s, const char *from, const char *to)
{
    hw_error err;
    hw_reminders *list =
        hw_plan_all_reminders(s->plan, scene_instant(from), scene_instant(to), s->now.instant, &err);
    assert_non_null(list);
    return list;
}

static void expect_rings(scene *s, const char *from, const char *to, const char *expected)
{
    hw_reminders *list = find_all(s, from, to);
    assert_string_equal(tell(s, list), expected);
    hw_reminders_free(list);
}

#define MARCH "2025-03-01T00:00:00+01:00", "2025-03-29T00:00:00+01:00"

static hw_settings *edit_settings(scene *s)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), NULL);
    assert_non_null(settings);
    return settings;
}

static void give_settings(scene *s, hw_settings *settings)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

static scene begin(void)
{
    return scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
}

/* One occurrence on the third of March at seven in the evening, open from five to ten. */
static hw_assignment *evening(const char *id)
{
    hw_assignment *a = scene_once(id, "2025-03-03T19:00");
    hw_assignment_set_opens(a, (hw_duration){0, -7200});
    hw_assignment_set_closes(a, (hw_duration){0, 3 * 3600});
    return a;
}

/* ---- for what there are occurrences ---- */

static void test_what_became_of_it(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=5");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    scene_give(&s, a);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00");
    scene_excuse(&s, "e", "a", "2025-03-05T19:00", false);
    scene_hold(&s, "h", "2025-03-06", "2025-03-06", NULL, false);
    expect_rings(&s, MARCH,
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
        scene s = begin();
        hw_assignment *a = evening("a");
        hw_assignment_set_late(a, rows[i].late);
        hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, CLOCK(9, 0));
        hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 30);
        hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 60);
        scene_give(&s, a);
        expect_rings(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

static void test_closed_and_ended(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = evening("a");
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -1);
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, 0);
    hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, CLOCK(9, 0));
    scene_give(&s, a);
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-03");
    expect_rings(&s, MARCH,
                 "a 03-03T21:59 nudge, a 03-03T22:00 nudge closed, a 03-04T09:00 follow-up plan-ended");
    scene_close(&s);
}

/* Every day at six, from Monday until three times are done. */
static void test_quota(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *q = scene_quota("q", "2025-03-03", 3, 0, HW_PERIOD_WEEK);
    hw_assignment_add_reminder_every(q, HW_REMINDER_PROMPT, 2, CLOCK(18, 0));
    scene_give(&s, q);
    scene_hold(&s, "h", "2025-03-09", "2025-03-10", NULL, false);
    scene_excuse(&s, "e", "q", "2025-03-12", false);
    expect_rings(
        &s, "2025-03-03T00:00:00+01:00", "2025-03-17T00:00:00+01:00",
        "q 03-03T18:00 prompt, q 03-05T18:00 prompt, q 03-07T18:00 prompt, q 03-09T18:00 prompt on-hold, "
        "q 03-10T18:00 prompt on-hold, q 03-12T18:00 prompt excused, q 03-14T18:00 prompt, "
        "q 03-16T18:00 prompt");
    scene_now(&s, "2025-03-04T20:00:00+01:00");
    for (int i = 0; i < 3; i++) {
        scene_report(&s, "q", HW_EXTENT_DONE, "2025-03-04T19:00:00+01:00", NULL);
    }
    expect_rings(&s, "2025-03-03T00:00:00+01:00", "2025-03-08T00:00:00+01:00",
                 "q 03-03T18:00 prompt done, q 03-05T18:00 prompt done, q 03-07T18:00 prompt done");
    scene_close(&s);
}

/* A time of its own, for whatever is open then. */
static void test_absolute(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = evening("a");
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-03T16:59"), 0);
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-03T17:00"), 0);
    hw_assignment_add_reminder_when(a, HW_REMINDER_NUDGE, scene_local("2025-02-01T21:00"), 5);
    hw_assignment_add_reminder_when(a, HW_REMINDER_NUDGE, scene_local("2025-03-03T22:00"), 0);
    scene_give(&s, a);
    expect_rings(&s, MARCH, "a 03-03T17:00 prompt, a 03-03T21:00 nudge");
    scene_close(&s);
}

/* ---- around sessions ---- */

static void test_before_sessions(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = scene_once("a", "2025-03-02T12:00");
    hw_assignment_set_closes(a, (hw_duration){20, 0});
    hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_SESSION, -1, CLOCK(18, 0));
    scene_give(&s, a);
    hw_settings *settings = edit_settings(&s);
    assert_int_equal(hw_settings_add_reminder(settings, -60), HW_OK);
    assert_int_equal(hw_settings_add_reminder_at(settings, 0, CLOCK(11, 0)), HW_OK);
    give_settings(&s, settings);
    expect_rings(&s, MARCH, "");
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-17T10:00", HW_SESSION_PLANNED);
    expect_rings(&s, MARCH,
                 "a 03-09T18:00 nudge, - 03-10T09:00 review-prep, - 03-10T11:00 review-prep closed, "
                 "- 03-17T09:00 review-prep, - 03-17T11:00 review-prep closed");
    scene_session(&s, "s1", "2025-03-11T14:00", HW_SESSION_PLANNED);
    expect_rings(&s, MARCH,
                 "a 03-10T18:00 nudge, - 03-11T11:00 review-prep, - 03-11T13:00 review-prep, "
                 "- 03-17T09:00 review-prep, - 03-17T11:00 review-prep closed");
    scene_session(&s, "s1", NULL, HW_SESSION_CANCELLED);
    scene_hold(&s, "h", "2025-03-17", "2025-03-17", NULL, false);
    expect_rings(&s, MARCH,
                 "- 03-11T11:00 review-prep session-off, - 03-11T13:00 review-prep session-off, "
                 "a 03-16T18:00 nudge, - 03-17T09:00 review-prep on-hold, - 03-17T11:00 review-prep on-hold");
    hw_reminders *list = find_all(&s, MARCH);
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
    scene s = begin();
    hw_settings *settings = edit_settings(&s);
    hw_settings_add_reminder(settings, -60);
    give_settings(&s, settings);
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-10T11:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_HELD);
    expect_rings(&s, MARCH, "- 03-10T09:00 review-prep done");
    scene_close(&s);
}

/* ---- without occurrences ---- */

static void test_without_occurrences(void **state)
{
    (void)state;
    scene s = begin();
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
    expect_rings(&s, "2025-03-01T00:00:00+01:00", "2025-03-14T00:00:00+01:00",
                 "a 03-04T08:00 prompt, b 03-05T20:00 prompt, a 03-06T09:30 nudge, a 03-07T08:00 prompt, "
                 "a 03-09T12:00 prompt, a 03-10T08:00 prompt, b 03-12T20:00 prompt, a 03-13T08:00 prompt");
    scene_now(&s, "2025-03-08T09:00:00+01:00");
    hw_assignment *stopped = scene_edit(&s, "a");
    hw_assignment_set_state(stopped, HW_ASSIGNMENT_STOPPED);
    scene_give(&s, stopped);
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-11");
    expect_rings(&s, "2025-03-06T00:00:00+01:00", "2025-03-14T00:00:00+01:00",
                 "a 03-06T09:30 nudge, a 03-07T08:00 prompt, a 03-09T12:00 prompt not-active, "
                 "a 03-10T08:00 prompt not-active, b 03-12T20:00 prompt plan-ended, "
                 "a 03-13T08:00 prompt not-active");
    scene_close(&s);
}

static void test_check_ins(void **state)
{
    (void)state;
    scene s = begin();
    hw_settings *settings = edit_settings(&s);
    assert_int_equal(hw_settings_add_check_in(settings, scene_local("2025-03-02T18:00"), 7), HW_OK);
    assert_int_equal(hw_settings_set_motivation(settings, NULL, "The garden"), HW_OK);
    give_settings(&s, settings);
    expect_rings(&s, "2025-03-01T00:00:00+01:00", "2025-03-10T00:00:00+01:00",
                 "- 03-02T18:00 check-in not-opted-in, - 03-09T18:00 check-in not-opted-in");
    hw_reminders *list = find_all(&s, MARCH);
    assert_null(hw_reminders_words_at(list, 0, NULL));
    hw_reminders_free(list);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    settings = edit_settings(&s);
    hw_settings_set_own_words(settings, true);
    give_settings(&s, settings);
    expect_rings(&s, "2025-03-01T00:00:00+01:00", "2025-03-10T00:00:00+01:00",
                 "- 03-02T18:00 check-in not-opted-in, - 03-09T18:00 check-in");
    list = find_all(&s, MARCH);
    assert_null(hw_reminders_words_at(list, 0, NULL));
    assert_string_equal(hw_reminders_words_at(list, 1, "de"), "The garden");
    hw_reminders_free(list);
    scene_close(&s);
}

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
        scene s = begin();
        hw_assignment *a = evening("a");
        hw_assignment_add_reminder(a, rows[i].kind, rows[i].anchor, rows[i].minutes);
        scene_give(&s, a);
        hw_settings *settings = edit_settings(&s);
        assert_int_equal(hw_settings_set_quiet(settings, rows[i].from, rows[i].to), HW_OK);
        give_settings(&s, settings);
        expect_rings(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

/* Quiet from one to half past two: on one night that hour does not exist, on another it comes twice. */
static void test_quiet_when_clocks_change(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, CLOCK(1, 30));
    scene_give(&s, a);
    hw_settings *settings = edit_settings(&s);
    hw_settings_set_quiet(settings, CLOCK(1, 0), CLOCK(2, 30));
    give_settings(&s, settings);
    expect_rings(&s, "2025-03-30T00:00:00+01:00", "2025-03-31T00:00:00+02:00", "a 03-30T03:30<01:30 prompt");
    expect_rings(&s, "2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00", "a 10-26T02:30<01:30 prompt");
    scene_close(&s);
}

/* ---- so many, and not too close ---- */

/* Four assignments, each with a prompt at its due time; d closes first, then c, then a and b. */
static scene four(void)
{
    static const struct {
        const char *id;
        int hour, close, priority;
    } rows[] = {{"a", 9, 23, 5}, {"b", 10, 23, 4}, {"c", 10, 22, 9}, {"d", 12, 21, 9}};
    scene s = begin();
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
        hw_settings *settings = edit_settings(&s);
        hw_settings_set_reminders_per_day(settings, rows[i].day);
        hw_settings_set_reminder_gap(settings, rows[i].gap);
        give_settings(&s, settings);
        expect_rings(&s, MARCH, rows[i].rings);
        scene_close(&s);
    }
}

static void test_priority_and_each(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = evening("a");
    for (int i = 0; i < 4; i++) {
        hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 10 * i);
        assert_int_equal(hw_assignment_set_reminder_priority(a, i == 2 ? 1 : 5), HW_OK);
    }
    scene_give(&s, a);
    hw_settings *settings = edit_settings(&s);
    hw_settings_set_reminders_each(settings, 2);
    give_settings(&s, settings);
    expect_rings(&s, MARCH,
                 "a 03-03T19:00 nudge, a 03-03T19:10 nudge assignment-cap, a 03-03T19:20 nudge, "
                 "a 03-03T19:30 nudge assignment-cap");
    hw_reminders *list = find_all(&s, MARCH);
    assert_int_equal(hw_reminders_priority_at(list, 2), 1);
    assert_int_equal(hw_reminders_rule_at(list, 2), 2);
    hw_reminders_free(list);
    scene_close(&s);
}

/* The day after begins at midnight, or when the client says; what rings too soon after the last of the day before
 * is dropped. */
static void test_gap_across_days(void **state)
{
    (void)state;
    scene s = begin();
    hw_assignment *a = hw_assignment_new("a", "Breathe", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, CLOCK(0, 10));
    scene_give(&s, a);
    hw_assignment *b = hw_assignment_new("b", "Look", HW_KIND_RELAXATION, NULL);
    hw_assignment_add_reminder_when(b, HW_REMINDER_PROMPT, scene_local("2025-03-03T23:50"), 0);
    scene_give(&s, b);
    hw_settings *settings = edit_settings(&s);
    hw_settings_set_reminder_gap(settings, 30);
    give_settings(&s, settings);
    expect_rings(
        &s, "2025-03-03T00:00:00+01:00", "2025-03-05T12:00:00+01:00",
        "a 03-03T00:10 prompt, b 03-03T23:50 prompt, a 03-04T00:10 prompt gap, a 03-05T00:10 prompt");
    expect_rings(&s, "2025-03-04T00:05:00+01:00", "2025-03-05T12:00:00+01:00",
                 "a 03-04T00:10 prompt gap, a 03-05T00:10 prompt");
    scene_close(&s);
}

static void test_bundles_and_next(void **state)
{
    (void)state;
    scene s = four();
    hw_error err;
    hw_reminders *list = find_all(&s, MARCH);
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
    scene s = begin();
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
    hw_settings *settings = edit_settings(&s);
    hw_settings_set_reminders_per_day(settings, 1);
    give_settings(&s, settings);
    hw_reminders *list = find_all(&s, MARCH);
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
    scene s = begin();
    hw_assignment *a = evening("a");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, 0);
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 10);
    scene_give(&s, a);
    hw_reminders *list = find_all(&s, MARCH);
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
    scene s = begin();
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
    hw_settings *settings = edit_settings(&s);
    hw_settings_add_check_in(settings, scene_local("2025-03-03T18:00"), 1);
    hw_settings_add_reminder(settings, -60);
    hw_settings_set_own_words(settings, true);
    hw_settings_set_reminders_per_day(settings, 3);
    hw_settings_set_reminder_gap(settings, 10);
    give_settings(&s, settings);
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
        cmocka_unit_test(test_what_became_of_it),
        cmocka_unit_test(test_follow_ups),
        cmocka_unit_test(test_closed_and_ended),
        cmocka_unit_test(test_quota),
        cmocka_unit_test(test_absolute),
        cmocka_unit_test(test_before_sessions),
        cmocka_unit_test(test_held_session),
        cmocka_unit_test(test_without_occurrences),
        cmocka_unit_test(test_check_ins),
        cmocka_unit_test(test_quiet_hours),
        cmocka_unit_test(test_quiet_when_clocks_change),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_priority_and_each),
        cmocka_unit_test(test_gap_across_days),
        cmocka_unit_test(test_bundles_and_next),
        cmocka_unit_test(test_next_is_far),
        cmocka_unit_test(test_why_not),
        cmocka_unit_test(test_snooze),
        cmocka_unit_test(test_refused_and_nothing),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests_name("ring_states", tests, NULL, NULL);
}
