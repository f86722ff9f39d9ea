/* SPDX-License-Identifier: MIT */
/* The profile of to-dos: which occurrences have one, from when to when it can be done, what it says of the
 * state, what rings and when; and that an id stays while stamps and sequence numbers go on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/scene.h"

static hw_error err;

static ics todos_of(const scene *s, const char *until)
{
    size_t size;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, HW_CALENDAR_TODOS, &err);
    assert_int_equal(hw_calendar_options_set_until(options, scene_date(until), &err), HW_OK);
    char *text = hw_plan_to_calendar(s->plan, s->now.instant, options, &size, &err);
    if (!text) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    ics lines = ics_open(text, size);
    hw_string_free(text);
    hw_calendar_options_free(options);
    return lines;
}

/* Of each to-do DTSTART, DUE and what else is asked for, joined by blanks; to-dos by " | ". */
static const char *show(const scene *s, const char *until, const char *also)
{
    static char out[8192];
    char *at = out;
    ics lines = todos_of(s, until);
    *at = '\0';
    bool inside = false;
    for (size_t i = 0; i < lines.count; i++) {
        const char *line = lines.lines[i];
        if (strcmp(line, "BEGIN:VTODO") == 0) {
            at += sprintf(at, "%s", at == out ? "" : " |");
            inside = true;
        }
        if (inside && (strncmp(line, "DTSTART", 7) == 0 || strncmp(line, "DUE", 3) == 0 ||
                       (also && strncmp(line, also, strlen(also)) == 0))) {
            at += sprintf(at, "%s%s", at == out ? "" : " ", line);
        }
        inside = inside && strcmp(line, "END:VTODO") != 0;
    }
    ics_close(&lines);
    return out;
}

static void expect(const scene *s, const char *until, const char *also, const char *expected)
{
    const char *found = show(s, until, also);
    if (strcmp(found, expected) != 0) {
        print_error("%s\n", found);
    }
    assert_string_equal(found, expected);
}

/* A Monday. */
static scene open_scene(void)
{
    return scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
}

#define S "DTSTART;TZID=Europe/Berlin:"
#define D " DUE;TZID=Europe/Berlin:"

static void test_spans(void **state)
{
    (void)state;
    static const hw_duration unset = {INT32_MIN, 0};
    static const struct {
        const char *due;
        hw_duration opens, closes;
        const char *expected;
    } rows[] = {
        {"2025-03-04T19:00", {INT32_MIN, 0}, {INT32_MIN, 0}, S "20250304T190000" D "20250304T235900"},
        {"2025-03-04T23:59", {INT32_MIN, 0}, {INT32_MIN, 0}, S "20250304T235900" D "20250305T000000"},
        {"2025-03-04T19:00", {0, -3600}, {INT32_MIN, 0}, S "20250304T180000" D "20250304T190000"},
        {"2025-03-04T19:00", {INT32_MIN, 0}, {0, 5400}, S "20250304T190000" D "20250304T203000"},
        {"2025-03-04T19:00", {-1, 0}, {0, 5400}, S "20250303T190000" D "20250304T203000"},
        {"2025-03-04T19:00", {INT32_MIN, 0}, {0, 18000}, S "20250304T190000" D "20250304T235900"},
        {"2025-03-04T19:00", {0, 0}, {0, 0}, S "20250304T190000" D "20250304T190100"},
        {"2025-03-04", {INT32_MIN, 0}, {INT32_MIN, 0}, "DUE;VALUE=DATE:20250304"},
        {"2025-03-05", {-2, 0}, {INT32_MIN, 0}, "DTSTART;VALUE=DATE:20250303 DUE;VALUE=DATE:20250305"},
        {"2025-03-04", {INT32_MIN, 0}, {3, 0}, "DTSTART;VALUE=DATE:20250304 DUE;VALUE=DATE:20250306"},
        {"2025-03-30T02:30", {INT32_MIN, 0}, {INT32_MIN, 0}, "DTSTART:20250330T013000Z DUE:20250330T215900Z"},
        {"2025-03-30T01:30", {INT32_MIN, 0}, {0, 3600}, "DTSTART:20250330T003000Z DUE:20250330T013000Z"},
        {"2025-10-26T02:30", {INT32_MIN, 0}, {INT32_MIN, 0}, "DTSTART:20251026T003000Z DUE:20251026T225900Z"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        hw_assignment *a = scene_once("a", rows[i].due);
        if (rows[i].opens.days != unset.days) {
            hw_assignment_set_opens(a, rows[i].opens);
        }
        if (rows[i].closes.days != unset.days) {
            hw_assignment_set_closes(a, rows[i].closes);
        }
        scene_give(&s, a);
        expect(&s, "2026-01-01", NULL, rows[i].expected);
        scene_close(&s);
    }
}

static void test_quotas(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_give(&s, scene_quota("d", "2025-03-03", 3, 0, HW_PERIOD_DAY));
    expect(&s, "2025-03-05", NULL, "DUE;VALUE=DATE:20250303 | DUE;VALUE=DATE:20250304");
    scene_close(&s);
    s = open_scene();
    scene_give(&s, scene_quota("w", "2025-03-03", 3, 0, HW_PERIOD_WEEK));
    scene_now(&s, "2025-03-07T09:00:00+01:00");
    expect(&s, NULL, "STATUS",
           "DTSTART;VALUE=DATE:20250303 DUE;VALUE=DATE:20250309 STATUS:NEEDS-ACTION | "
           "DTSTART;VALUE=DATE:20250310 DUE;VALUE=DATE:20250316 STATUS:NEEDS-ACTION");
    scene_report(&s, "w", HW_EXTENT_DONE, "2025-03-07T08:00:00+01:00", NULL);
    expect(&s, "2025-03-10", "PERCENT",
           "DTSTART;VALUE=DATE:20250303 DUE;VALUE=DATE:20250309 PERCENT-COMPLETE:33");
    scene_close(&s);
    s = open_scene();
    scene_give(&s, scene_quota("m", "2025-03-03", 3, 0, HW_PERIOD_MONTH));
    scene_now(&s, "2025-03-31T09:00:00+02:00");
    expect(&s, "2025-04-01", NULL, "DTSTART;VALUE=DATE:20250303 DUE;VALUE=DATE:20250331");
    scene_close(&s);
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

static size_t count_todos(const scene *s, const char *until)
{
    ics lines = todos_of(s, until);
    size_t count = ics_count(&lines, "BEGIN:VTODO");
    ics_close(&lines);
    return count;
}

/* Seven days, or up to the day of the next session, or up to the day that is asked for. */
static void test_reach(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_give(&s, scene_recurring("a", "2025-03-01", "FREQ=DAILY"));
    assert_int_equal(count_todos(&s, NULL), 7);
    assert_int_equal(count_todos(&s, "2025-03-23"), 20);
    assert_int_equal(count_todos(&s, "2025-03-01"), 0);
    add_session(&s, "held", "2025-03-03T08:00", HW_SESSION_HELD);
    add_session(&s, "off", "2025-03-04T08:00", HW_SESSION_CANCELLED);
    add_session(&s, "next", "2025-03-13T08:00", HW_SESSION_PLANNED);
    add_session(&s, "after", "2025-03-20T08:00", HW_SESSION_PLANNED);
    assert_int_equal(count_todos(&s, NULL), 11);
    scene_close(&s);
}

/* What is over goes, but for what is still waited for; what is paused, excused or withdrawn goes. */
static void test_states(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_grace(a, (hw_duration){3, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-06T20:00:00+01:00");
    expect(&s, "2025-03-08", "STATUS",
           S "20250303T190000" D "20250303T235900 STATUS:NEEDS-ACTION | " S "20250304T190000" D
             "20250304T235900 STATUS:NEEDS-ACTION | " S "20250305T190000" D
             "20250305T235900 STATUS:NEEDS-ACTION | " S "20250306T190000" D
             "20250306T235900 STATUS:NEEDS-ACTION | " S "20250307T190000" D
             "20250307T235900 STATUS:NEEDS-ACTION");
    scene_now(&s, "2025-03-07T20:00:00+01:00"); /* the first one is settled by now */
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-07T19:20:00+01:00", "2025-03-07T19:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T19:20:00+01:00", "2025-03-05T19:00");
    scene_report(&s, "a", HW_EXTENT_NOT_ATTEMPTED, NULL, "2025-03-08T19:00");
    scene_report(&s, "a", HW_EXTENT_ATTEMPTED, NULL, "2025-03-09T19:00");
    scene_excuse(&s, "x", "a", "2025-03-10T19:00", false);
    scene_hold(&s, "h", "2025-03-11", "2025-03-11", NULL, false);
    expect(&s, "2025-03-12", "STATUS",
           S "20250304T190000" D "20250304T235900 STATUS:NEEDS-ACTION | " S "20250306T190000" D
             "20250306T235900 STATUS:NEEDS-ACTION | " S "20250307T190000" D
             "20250307T235900 STATUS:COMPLETED | " S "20250308T190000" D
             "20250308T235900 STATUS:CANCELLED | " S "20250309T190000" D "20250309T235900 STATUS:IN-PROCESS");
    ics lines = todos_of(&s, "2025-03-12");
    assert_int_equal(ics_count(&lines, "COMPLETED:20250307T182000Z"), 1);
    assert_int_equal(ics_count(&lines, "PERCENT-COMPLETE:100"), 1);
    assert_int_equal(ics_count(&lines, "PRIORITY:5"), 5);
    assert_int_equal(ics_count(&lines, "CLASS:PRIVATE"), 5);
    ics_close(&lines);
    scene_close(&s);
}

static void test_alarms(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = scene_recurring("a", "2025-03-29T19:00", "FREQ=DAILY");
    hw_assignment_add_reminder(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 30);
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -15);
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -15);
    scene_give(&s, a);
    scene_now(&s, "2025-03-28T20:00:00+01:00");
    expect(
        &s, "2025-03-31", "TRIGGER",
        S
        "20250329T190000" D "20250329T235900 TRIGGER;VALUE=DATE-TIME:20250329T174500Z"
        " TRIGGER;VALUE=DATE-TIME:20250329T233000Z | " S "20250330T190000" D
        "20250330T235900 TRIGGER;VALUE=DATE-TIME:20250330T164500Z TRIGGER;VALUE=DATE-TIME:20250330T223000Z");
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-29T19:00");
    expect(&s, "2025-03-30", "TRIGGER", S "20250329T190000" D "20250329T235900");
    scene_close(&s);
}

/* The value of the first line with a prefix in the first to-do. */
static void value_of(const scene *s, const char *prefix, char out[100])
{
    ics lines = todos_of(s, NULL);
    size_t from = 0;
    while (strcmp(lines.lines[from], "BEGIN:VTODO") != 0) {
        from++;
    }
    const char *value = ics_value(&lines, prefix, from);
    snprintf(out, 100, "%s", value ? value : "");
    ics_close(&lines);
}

static void expect_facts(const scene *s, const char *uid, const char *stamp, const char *sequence)
{
    char value[100];
    value_of(s, "UID:", value);
    assert_string_equal(value, uid);
    value_of(s, "DTSTAMP:", value);
    assert_string_equal(value, stamp);
    value_of(s, "LAST-MODIFIED:", value);
    assert_string_equal(value, stamp);
    value_of(s, "CREATED:", value);
    assert_string_equal(value, "20250303T080000Z");
    value_of(s, "SEQUENCE:", value);
    assert_string_equal(value, sequence);
}

/* The id is that of the occurrence, whatever is revised or reported; each of these is a further state. */
static void test_history(void **state)
{
    (void)state;
    char uid[100];
    scene s = open_scene();
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    value_of(&s, "UID:", uid);
    expect_facts(&s, uid, "20250303T080000Z", "0");
    scene_now(&s, "2025-03-03T10:00:00+01:00");
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_minutes(a, 20);
    scene_give(&s, a);
    expect_facts(&s, uid, "20250303T090000Z", "1");
    scene_now(&s, "2025-03-03T11:00:00+01:00");
    scene_settings(&s, "Europe/Berlin", 0, HW_SUNDAY, NULL);
    expect_facts(&s, uid, "20250303T100000Z", "2");
    scene_now(&s, "2025-03-03T12:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-03T19:00");
    expect_facts(&s, uid, "20250303T110000Z", "3");
    char id[100];
    snprintf(id, sizeof id, "%s", scene_last(&s));
    scene_now(&s, "2025-03-03T13:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00"); /* of another one */
    expect_facts(&s, uid, "20250303T110000Z", "3");
    scene_now(&s, "2025-03-03T14:00:00+01:00");
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    assert_int_equal(hw_plan_void_entry(s.plan, id, change, &err), HW_OK);
    hw_change_free(change);
    expect_facts(&s, uid, "20250303T130000Z", "4");
    scene_now(&s, "2025-03-03T15:00:00+01:00");
    scene_excuse(&s, "x", "a", "2025-03-03T19:00", false);
    scene_now(&s, "2025-03-03T16:00:00+01:00");
    scene_excuse(&s, "x", "a", "2025-03-03T19:00", true);
    expect_facts(&s, uid, "20250303T150000Z", "6");
    scene_close(&s);
}

/* In the client's evening the day is still that of the client. */
static void test_today(void **state)
{
    (void)state;
    scene s = scene_open("Pacific/Auckland", "2025-03-03T09:00:00+13:00");
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY"));
    scene_now(&s, "2025-03-05T12:30:00+13:00"); /* 4 March in UTC */
    expect(&s, "2025-03-06", NULL, "DUE;VALUE=DATE:20250305");
    scene_settings(&s, "Pacific/Auckland", 12 * 60, HW_MONDAY,
                   NULL); /* the hours before noon are of the day before */
    scene_now(&s, "2025-03-07T11:30:00+13:00");
    expect(&s, "2025-03-08", NULL, "DUE;VALUE=DATE:20250306 | DUE;VALUE=DATE:20250307");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spans),  cmocka_unit_test(test_quotas), cmocka_unit_test(test_reach),
        cmocka_unit_test(test_states), cmocka_unit_test(test_alarms), cmocka_unit_test(test_history),
        cmocka_unit_test(test_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
