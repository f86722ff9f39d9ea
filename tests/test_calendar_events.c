/* SPDX-License-Identifier: MIT */
/* The profile of repeating events: which rules are written, where series end, what is taken out of them and
 * written apart, and when an id, a sequence number or a stamp changes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/events.h"
#include "support/ics.h"
#include "support/scene.h"

static hw_error err;

static scene open_scene(void)
{
    return scene_open("Europe/Berlin", "2025-01-02T09:00:00+01:00");
}

#define START "DTSTART;TZID=Europe/Berlin:"

static void test_rules(void **state)
{
    (void)state;
    static const struct {
        const char *start, *rule, *until, *expected;
    } rows[] = {
        {"2025-01-06T19:00", "FREQ=DAILY", "2025-01-10",
         START "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20250110T180000Z"},
        {"2025-01-06T19:00", "FREQ=DAILY;INTERVAL=3", "2025-01-20",
         START "20250106T190000 RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20250118T180000Z"},
        {"2025-01-06T19:00", "FREQ=DAILY;BYDAY=SA,SU", "2025-01-20",
         START "20250111T190000 RRULE:FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20250119T180000Z"},
        {"2025-01-08T19:00", "FREQ=WEEKLY", "2025-01-31",
         START "20250108T190000 RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20250129T180000Z"},
        {"2025-01-06T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=SU", "2025-01-22",
         START "20250108T190000 | " START "20250119T190000 | " START "20250122T190000"},
        {"2025-01-06T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "2025-01-31",
         START "20250107T190000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20250121T180000Z"},
        {"2025-01-06", "FREQ=MONTHLY;BYMONTHDAY=-1", "2025-04-01",
         "DTSTART;VALUE=DATE:20250131 RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20250331"},
        {"2025-01-28T08:00", "FREQ=MONTHLY", "2025-04-01",
         START "20250128T080000 RRULE:FREQ=MONTHLY;BYMONTHDAY=28;UNTIL=20250328T070000Z"},
        {"2025-01-29T08:00", "FREQ=MONTHLY", "2025-04-01",
         START "20250129T080000 | " START "20250329T080000"},
        {"2025-01-06T19:00", "FREQ=MONTHLY;BYDAY=2TU", "2025-03-20",
         START "20250114T190000 RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20250311T180000Z"},
        {"2025-01-06T19:00", "FREQ=MONTHLY;BYDAY=-1FR", "2025-03-20",
         START "20250131T190000 RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20250228T180000Z"},
        {"2025-01-06T19:00", "FREQ=MONTHLY;BYDAY=5TH", "2025-05-31",
         START "20250130T190000 | " START "20250529T190000"},
        {"2025-01-06T19:00", "FREQ=MONTHLY;BYDAY=MO", "2025-01-31",
         START "20250106T190000 RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20250127T180000Z"},
        {"2025-01-06T19:00", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2025-02-20",
         START "20250115T190000 | " START "20250201T190000 | " START "20250215T190000"},
        {"2025-01-06T19:00", "FREQ=WEEKLY;COUNT=3;BYDAY=MO", NULL,
         START "20250106T190000 RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20250120T180000Z"},
        {"2025-01-06T19:00", "FREQ=DAILY", "2025-01-06", START "20250106T190000"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        hw_assignment *a = scene_recurring("a", rows[i].start, rows[i].rule);
        if (rows[i].until) {
            hw_assignment_set_until(a, scene_date(rows[i].until));
        }
        scene_give(&s, a);
        events_expect(&s, rows[i].expected);
        scene_close(&s);
    }
}

static void add_session(scene *s, const char *id, const char *start, hw_session_outcome state)
{
    hw_session *session = hw_session_new(id, scene_local(start), &err);
    hw_session_set_state(session, state);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_add_session(s->plan, session, change, &err), HW_OK);
    hw_change_free(change);
    hw_session_unref(session);
}

static void set_calendar_until(scene *s, const char *day)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), &err);
    hw_settings_set_calendar_until(settings, scene_date(day));
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

/* Assignment, plan, calendar-until, last planned session, four weeks: in this order. */
static void test_ends(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_give(&s, scene_recurring("a", "2025-01-06", "FREQ=DAILY"));
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250203");
    add_session(&s, "s1", "2025-01-20T10:00", HW_SESSION_PLANNED);
    add_session(&s, "s2", "2025-02-10T10:00", HW_SESSION_PLANNED);
    add_session(&s, "s3", "2025-03-10T10:00", HW_SESSION_CANCELLED);
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250210");
    set_calendar_until(&s, "2025-01-31");
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250131");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-01");
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250301");
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_until(a, scene_date("2025-02-20"));
    scene_give(&s, a);
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250220");
    scene_close(&s);
}

static void test_taken_out(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-01-12"));
    hw_assignment_add_exception(a, scene_local("2025-01-07T19:00"));
    hw_assignment_add_extra(a, scene_local("2025-01-09T08:00"));
    scene_give(&s, a);
    events_expect(
        &s, START
        "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20250112T180000Z EXDATE;TZID=Europe/Berlin:20250107T190000"
        " | " START "20250109T080000");
    scene_excuse(&s, "x", "a", "2025-01-08T19:00", false);
    scene_hold(&s, "h", "2025-01-11", "2025-01-12", NULL, false);
    events_expect(
        &s, START
        "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20250110T180000Z EXDATE;TZID=Europe/Berlin:20250107T190000"
        " EXDATE;TZID=Europe/Berlin:20250108T190000 | " START "20250109T080000");
    scene_close(&s);
}

/* A long pause, or many exceptions, make a new series rather than a long list. */
static void test_gaps(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-03-10"));
    scene_give(&s, a);
    scene_hold(&s, "h", "2025-01-10", "2025-01-30", NULL, false);
    events_expect(&s, "DTSTART;VALUE=DATE:20250106 RRULE:FREQ=DAILY;UNTIL=20250109 | "
                      "DTSTART;VALUE=DATE:20250131 RRULE:FREQ=DAILY;UNTIL=20250310");
    scene_close(&s);
    s = open_scene();
    a = scene_recurring("a", "2025-01-06", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-06-10"));
    for (int i = 0; i < 60; i++) {
        hw_assignment_add_exception(a,
                                    (hw_local){hw_date_add_days((hw_date){2025, 1, 7}, 2 * i), HW_ALL_DAY});
    }
    scene_give(&s, a);
    ics lines = events_open(&s);
    assert_int_equal(ics_count_prefix(&lines, "RRULE:FREQ=DAILY"), 2);
    assert_int_equal(ics_count_prefix(&lines, "EXDATE"), 59); /* the sixtieth lies between the two series */
    ics_close(&lines);
    scene_close(&s);
}

/* Where the clocks are changed, an event of its own, in UTC; and no series leads over it. */
static void test_clock_changes(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-03-28T02:30", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-04-01"));
    scene_give(&s, a);
    events_expect(
        &s,
        START "20250328T023000 RRULE:FREQ=DAILY;UNTIL=20250329T013000Z | DTSTART:20250330T013000Z | " START
              "20250331T023000 RRULE:FREQ=DAILY;UNTIL=20250401T003000Z");
    scene_close(&s);
    s = open_scene();
    a = scene_recurring("a", "2025-10-25T02:30", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-10-27"));
    scene_give(&s, a);
    events_expect(&s, START "20251025T023000 | DTSTART:20251026T003000Z | " START "20251027T023000");
    scene_close(&s);
    s = open_scene(); /* its end would lie in the gap */
    a = scene_once("a", "2025-03-30T01:50");
    scene_give(&s, a);
    events_expect(&s, "DTSTART:20250330T005000Z");
    scene_close(&s);
}

static void test_journey(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-01-12"));
    scene_give(&s, a);
    scene_effective(&s, "2025-01-08T00:00");
    scene_settings(&s, "Europe/Lisbon", 0, HW_MONDAY, NULL);
    scene_effective(&s, "2025-01-10T00:00");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, NULL);
    events_expect(
        &s, START
        "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20250112T180000Z EXDATE;TZID=Europe/Berlin:20250108T190000"
        " EXDATE;TZID=Europe/Berlin:20250109T190000"
        " | DTSTART;TZID=Europe/Lisbon:20250108T190000 RRULE:FREQ=DAILY;UNTIL=20250109T190000Z");
    scene_close(&s);
}

static void copy(char to[200], const char *from)
{
    snprintf(to, 200, "%s", from);
}

/* Another reminder or end: the same series. Another time: a new one, and the old one ends. */
static void test_revisions(void **state)
{
    (void)state;
    char uid[200], stamp[200], created[200];
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-01-31"));
    scene_give(&s, a);
    ics lines = events_open(&s);
    copy(uid, events_value(&lines, 0, "UID:"));
    copy(created, events_value(&lines, 0, "CREATED:"));
    copy(stamp, events_value(&lines, 0, "DTSTAMP:"));
    assert_string_equal(created, "20250102T080000Z");
    assert_string_equal(stamp, "20250102T080000Z");
    assert_string_equal(events_value(&lines, 0, "SEQUENCE:"), "0");
    ics_close(&lines);

    scene_now(&s, "2025-01-08T12:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -10);
    hw_assignment_set_until(a, scene_date("2025-02-10"));
    scene_give(&s, a);
    lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "BEGIN:VEVENT"), 1);
    assert_string_equal(events_value(&lines, 0, "UID:"), uid);
    assert_string_equal(events_value(&lines, 0, "CREATED:"), created);
    assert_string_equal(events_value(&lines, 0, "DTSTAMP:"), "20250108T110000Z");
    assert_string_equal(events_value(&lines, 0, "LAST-MODIFIED:"), "20250108T110000Z");
    assert_string_equal(events_value(&lines, 0, "SEQUENCE:"), "1");
    assert_string_equal(events_value(&lines, 0, "TRIGGER:"), "-PT10M");
    ics_close(&lines);

    scene_now(&s, "2025-01-10T12:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_recurring(a, scene_local("2025-01-11T08:00"), "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-02-10"));
    scene_give(&s, a);
    events_expect(&s, START "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20250109T180000Z | " START
                            "20250111T080000 RRULE:FREQ=DAILY;UNTIL=20250210T070000Z");
    lines = events_open(&s);
    assert_string_equal(events_value(&lines, 0, "UID:"), uid);
    assert_true(strcmp(events_value(&lines, 1, "UID:"), uid) != 0);
    assert_string_equal(events_value(&lines, 1, "SEQUENCE:"), "2");
    ics_close(&lines);

    /* An excuse changes the series too, a report does not. */
    scene_now(&s, "2025-01-12T12:00:00+01:00");
    scene_excuse(&s, "x", "a", "2025-01-13T08:00", false);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-01-12T08:30:00+01:00", NULL);
    lines = events_open(&s);
    assert_string_equal(events_value(&lines, 1, "SEQUENCE:"), "3");
    assert_string_equal(events_value(&lines, 1, "LAST-MODIFIED:"), "20250112T110000Z");
    ics_close(&lines);
    scene_close(&s);
}

/* A quota has no time of its own: only with reminders is it an event, on the last day of each period. */
static void test_quota(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_quota("q", "2025-01-08", 3, 0, HW_PERIOD_WEEK);
    hw_assignment_set_until(a, scene_date("2025-02-02"));
    scene_give(&s, a);
    events_expect(&s, "");
    a = scene_edit(&s, "q");
    hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -1, 18 * 3600);
    scene_give(&s, a);
    events_expect(&s, "DTSTART;VALUE=DATE:20250112 RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20250202");
    ics lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "DTEND;VALUE=DATE:20250113"), 1);
    assert_int_equal(ics_count_prefix(&lines, "TRIGGER:"), 1);
    assert_int_equal(ics_count(&lines, "BEGIN:VTIMEZONE"), 0);
    ics_close(&lines);
    scene_close(&s);
    /* The month opens as many days before its end as it has: no one distance, so single events. */
    s = open_scene();
    a = scene_quota("q", "2025-01-01", 3, 0, HW_PERIOD_MONTH);
    hw_assignment_set_until(a, scene_date("2025-03-31"));
    hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, HW_ANCHOR_OPEN, 0, 9 * 3600);
    scene_give(&s, a);
    events_expect(&s,
                  "DTSTART;VALUE=DATE:20250131 | DTSTART;VALUE=DATE:20250228 | DTSTART;VALUE=DATE:20250331");
    lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT687H"), 1); /* agreed on the second */
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT639H"), 1);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT710H"), 1); /* the clocks are changed in March */
    ics_close(&lines);
    scene_close(&s);
}

static void set_wording(scene *s, hw_wording wording, const char *effective)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), &err);
    hw_settings_set_wording(settings, wording);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    if (effective) {
        hw_change_set_effective(change, scene_local(effective), &err);
    }
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

/* The summary is what the client has chosen, and everything else says nothing at all. */
static void test_wording(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a =
        hw_assignment_new("exposure-lift", "Ride the lift, alone; \\ twice", HW_KIND_EXPOSURE, &err);
    hw_assignment_set_recurring(a, scene_local("2025-01-06T19:00"), "FREQ=DAILY");
    hw_assignment_set_instructions(a, NULL, "Stay until it is half as bad");
    hw_assignment_set_cover(a, NULL, "Evening walk");
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
    scene_give(&s, a);
    scene_give(&s, scene_recurring("uncovered", "2025-01-06T20:00", "FREQ=DAILY"));
    static const struct {
        hw_wording wording;
        const char *effective, *first, *second;
    } rows[] = {
        {HW_WORDING_NEUTRAL, NULL, "SUMMARY:Practice 1", "SUMMARY:Practice 2"},
        {HW_WORDING_COVER, NULL, "SUMMARY:Evening walk", "SUMMARY:Practice 2"},
        {HW_WORDING_PLAIN, "2025-02-01T00:00", "SUMMARY:Evening walk",
         "SUMMARY:Practice 2"}, /* widened later: not yet */
        {HW_WORDING_PLAIN, NULL, "SUMMARY:Ride the lift\\, alone\\; \\\\ twice", "SUMMARY:Practice"},
        {HW_WORDING_NEUTRAL, "2025-02-01T00:00", "SUMMARY:Practice 1",
         "SUMMARY:Practice 2"}, /* narrowed later: at once */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        set_wording(&s, rows[i].wording, rows[i].effective);
        ics lines = events_open(&s);
        if (ics_count(&lines, rows[i].first) != 1 || ics_count(&lines, rows[i].second) != 1) {
            print_error("row %zu: %s\n", i, ics_value(&lines, "SUMMARY:", 0));
        }
        assert_int_equal(ics_count(&lines, rows[i].first), 1);
        assert_int_equal(ics_count(&lines, rows[i].second), 1);
        assert_int_equal(ics_count_prefix(&lines, "SUMMARY:"), 2);
        assert_false(ics_mentions(&lines, "Stay until"));
        assert_false(ics_mentions(&lines, "exposure"));
        assert_false(ics_mentions(&lines, "homework"));
        assert_true(rows[i].wording == HW_WORDING_PLAIN || !ics_mentions(&lines, "lift"));
        assert_int_equal(ics_count_prefix(&lines, "X-"), 0);
        assert_int_equal(ics_count_prefix(&lines, "METHOD"), 0);
        assert_int_equal(ics_count(&lines, "CLASS:PRIVATE"), 2);
        ics_close(&lines);
    }
    scene_close(&s);
}

static void test_same_on_any_day(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06T19:00", "FREQ=WEEKLY;BYDAY=MO,TH");
    hw_assignment_set_minutes(a, 45);
    scene_give(&s, a);
    size_t size;
    char *first = hw_plan_to_calendar(s.plan, s.now.instant, NULL, &size, &err);
    for (int day = 1; day < 500; day += 7) {
        char *text = hw_plan_to_calendar(s.plan, s.now.instant + day * INT64_C(86400), NULL, &size, &err);
        assert_string_equal(text, first);
        hw_string_free(text);
    }
    assert_non_null(strstr(first, "DTEND;TZID=Europe/Berlin:20250106T194500\r\n"));
    hw_string_free(first);
    scene_close(&s);
}

static bool refuse(void *user, const char *data, size_t size)
{
    (void)user;
    (void)data;
    (void)size;
    return false;
}

static void test_options(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_profile(options, (hw_calendar_profile)7, &err), HW_ERR_RANGE);
    assert_int_equal(hw_calendar_options_set_profile(NULL, HW_CALENDAR_EVENTS, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_calendar_options_set_until(options, (hw_date){2025, 2, 30}, &err), HW_ERR_RANGE);
    assert_int_equal(hw_calendar_options_set_until(options, (hw_date){0, 0, 0}, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_until(NULL, (hw_date){0, 0, 0}, &err), HW_ERR_ARGUMENT);
    hw_calendar_options_free(options);
    hw_calendar_options_free(NULL);
    assert_null(hw_plan_to_calendar(NULL, 0, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_write_calendar(s.plan, 0, NULL, NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_write_calendar(s.plan, 0, NULL, refuse, NULL, &err), HW_ERR_CANCELLED);
    char *text = hw_plan_to_calendar(s.plan, 0, NULL, NULL, NULL);
    assert_string_equal(
        text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Practice//Calendar 1//EN\r\nCALSCALE:GREGORIAN\r\n"
              "END:VCALENDAR\r\n");
    hw_string_free(text);
    scene_close(&s);
}

/* An end in the year 9999 is not a calendar of three million days. */
static void test_far_end(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-01-06T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("9999-12-31"));
    scene_give(&s, a);
    events_expect(&s, START "20250106T190000 RRULE:FREQ=DAILY;UNTIL=20350114T180000Z");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),     cmocka_unit_test(test_ends),
        cmocka_unit_test(test_taken_out), cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_journey),   cmocka_unit_test(test_clock_changes),
        cmocka_unit_test(test_revisions), cmocka_unit_test(test_quota),
        cmocka_unit_test(test_wording),   cmocka_unit_test(test_options),
        cmocka_unit_test(test_far_end),   cmocka_unit_test(test_same_on_any_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
