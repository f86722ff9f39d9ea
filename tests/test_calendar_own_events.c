/* SPDX-License-Identifier: MIT */
/* Examples of what rings in a calendar: limits that leave a series whole or take occurrences out of it, and what rings by
 * itself. Random plans are in test_calendar_rings.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/events.h"
#include "support/rings.h"

static hw_error err;

static char *calendar_of(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile, size_t *size)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    char *text = hw_plan_to_calendar(plan, as_of, options, size, &err);
    assert_non_null(text);
    hw_calendar_options_free(options);
    return text;
}

static void check_leaks(const hw_plan *plan, const char *text, size_t size)
{
    hw_leaks *leaks = hw_plan_check_leaks(plan, text, size, NULL, &err);
    assert_non_null(leaks);
    assert_int_equal(hw_leaks_count(leaks), 0);
    hw_leaks_free(leaks);
}

/* The events that ring, in order: summary, when, the rule, and how long after the beginning. */
static void expect(const scene *s, hw_calendar_profile profile, const char *expected)
{
    static char shown[8192];
    size_t size, at = 0;
    char *text = calendar_of(s->plan, s->now.instant, profile, &size);
    ics lines = ics_open(text, size);
    const char *summary = "", *separator = "";
    char when[160] = "";
    shown[0] = '\0';
    for (size_t i = 0; i < lines.count; i++) {
        const char *line = lines.lines[i];
        if (strncmp(line, "DTSTART", 7) == 0) {
            snprintf(when, sizeof when, "%s", strrchr(line, ':') + 1);
        } else if (strncmp(line, "RRULE:", 6) == 0 || strncmp(line, "EXDATE", 6) == 0) {
            size_t used = strlen(when);
            snprintf(when + used, sizeof when - used, " %s%s", *line == 'E' ? "not " : "",
                     *line == 'E' ? strrchr(line, ':') + 1 : line + 6);
        } else if (strncmp(line, "SUMMARY:", 8) == 0) {
            summary = line + 8;
        } else if (strncmp(line, "TRIGGER", 7) == 0) {
            at += (size_t)snprintf(shown + at, sizeof shown - at, "%s%s %s %s", separator, summary, when,
                                   strrchr(line, ':') + 1);
            separator = " | ";
        }
    }
    if (strcmp(shown, expected) != 0) {
        print_error("%s\n", shown);
    }
    assert_string_equal(shown, expected);
    check_leaks(s->plan, text, size);
    ics_close(&lines);
    hw_string_free(text);
}

/* Quiet hours that move all alike leave a series whole; those that move some, and full days, take these out. */
static void test_limits(void **state)
{
    (void)state;
    static const struct {
        int quiet_from, quiet_to, most, each, gap; /* quiet_from < 0: none */
        const char *expected;
    } rows[] = {
        {-1, 0, 0, 0, 0,
         "Practice 1 20250303T190000 FREQ=DAILY;UNTIL=20250307T180000Z -PT30M | "
         "Practice 2 20250303T190000 FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20250305T180000Z -PT1H"},
        {18 * 3600 + 900, 18 * 3600 + 2700, 0, 0, 0, /* to a quarter before seven */
         "Practice 1 20250303T190000 FREQ=DAILY;UNTIL=20250307T180000Z -PT15M | "
         "Practice 2 20250303T190000 FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20250305T180000Z -PT1H"},
        {-1, 0, 1, 0, 0, /* on Mondays and Wednesdays the second rings, which closes first */
         "Practice 1 20250304T190000 FREQ=DAILY;UNTIL=20250307T180000Z not 20250305T190000 -PT30M | "
         "Practice 2 20250303T190000 FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20250305T180000Z -PT1H"},
        {-1, 0, 0, 0, 45, /* half an hour is too soon after it */
         "Practice 1 20250304T190000 FREQ=DAILY;UNTIL=20250307T180000Z not 20250305T190000 -PT30M | "
         "Practice 2 20250303T190000 FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20250305T180000Z -PT1H"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
        hw_assignment_set_until(a, scene_date("2025-03-07"));
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
        scene_give(&s, a);
        a = scene_recurring("b", "2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,WE");
        hw_assignment_set_until(a, scene_date("2025-03-07"));
        hw_assignment_set_closes(a, (hw_duration){0, 3600});
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -60);
        scene_give(&s, a);
        hw_settings *settings = rings_settings(&s);
        if (rows[i].quiet_from >= 0) {
            hw_settings_set_quiet(settings, rows[i].quiet_from, rows[i].quiet_to);
        }
        hw_settings_set_reminders_per_day(settings, rows[i].most);
        hw_settings_set_reminders_each(settings, rows[i].each);
        hw_settings_set_reminder_gap(settings, rows[i].gap);
        rings_give(&s, settings);
        expect(&s, HW_CALENDAR_EVENTS, rows[i].expected);
        scene_close(&s);
    }
}

/* What is for no occurrence, or comes again and again, is an event of its own. */
static void test_own_events(void **state)
{
    (void)state;
    static const char own[] =
        "Practice 1 20250304T080000 FREQ=DAILY;INTERVAL=3;UNTIL=20250310T070000Z not 20250307T080000 PT0S | "
        "Practice 2 20250305T170000 FREQ=DAILY;UNTIL=20250306T160000Z PT0S | ";
    static const char plans[] = "Practice 20250306T150000 PT0S | "
                                "Practice 20250302T100000 FREQ=DAILY;INTERVAL=7;UNTIL=20250309T090000Z PT0S";
    char expected[600];
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = hw_assignment_new("a", "Something private", HW_KIND_JOURNALING, &err);
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-04T08:00"), 3);
    scene_give(&s, a);
    a = scene_recurring("b", "2025-03-06T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-03-06"));
    hw_assignment_set_opens(a, (hw_duration){-2, 0});
    hw_assignment_set_closes(a, (hw_duration){0, 3600});
    hw_assignment_add_reminder_every(a, HW_REMINDER_NUDGE, 1, 17 * 3600);
    scene_give(&s, a);
    scene_hold(&s, "h", "2025-03-07", "2025-03-07", "a", false);
    scene_session(&s, "v", "2025-03-07T15:00", HW_SESSION_PLANNED);
    hw_settings *settings = rings_settings(&s);
    hw_settings_set_calendar_until(settings, scene_date("2025-03-12"));
    hw_settings_add_reminder(settings, -24 * 60);
    hw_settings_add_check_in(settings, scene_local("2025-03-02T10:00"), 7);
    hw_settings_set_motivation(settings, NULL, "For my daughter");
    hw_settings_set_own_words(settings, true);
    rings_give(&s, settings);
    snprintf(expected, sizeof expected, "%s%s", own, plans);
    expect(&s, HW_CALENDAR_EVENTS, expected);
    expect(&s, HW_CALENDAR_OUTLOOK, expected);
    expect(&s, HW_CALENDAR_GOOGLE, expected);
    expect(&s, HW_CALENDAR_TODOS,
           "Practice 2 20250304T190000 20250305T160000Z | Practice 2 20250304T190000 20250306T160000Z");
    settings = rings_settings(&s);
    hw_settings_set_wording(settings, HW_WORDING_PLAIN);
    s.now.instant += 60;
    rings_give(&s, settings);
    expect(
        &s, HW_CALENDAR_EVENTS,
        "Something private 20250304T080000 FREQ=DAILY;INTERVAL=3;UNTIL=20250310T070000Z not 20250307T080000 "
        "PT0S | Practice 20250305T170000 FREQ=DAILY;UNTIL=20250306T160000Z PT0S | "
        "Practice 20250306T150000 PT0S | "
        "For my daughter 20250302T100000 FREQ=DAILY;INTERVAL=7;UNTIL=20250309T090000Z PT0S");
    settings = rings_settings(&s);
    hw_settings_set_own_words(settings, false);
    hw_settings_set_wording(settings, HW_WORDING_NEUTRAL);
    s.now.instant += 60;
    rings_give(&s, settings);
    snprintf(expected, sizeof expected, "%sPractice 20250306T150000 PT0S", own);
    expect(&s, HW_CALENDAR_EVENTS, expected);
    scene_close(&s);
}

/* A reworded agreement renames nothing, and a session that moves takes its event along. */
static void test_names(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = hw_assignment_new("a", "Something private", HW_KIND_JOURNALING, &err);
    hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, scene_local("2025-03-04T08:00"), 3);
    scene_give(&s, a);
    scene_session(&s, "v", "2025-03-07T15:00", HW_SESSION_PLANNED);
    hw_settings *settings = rings_settings(&s);
    hw_settings_add_reminder(settings, -24 * 60);
    rings_give(&s, settings);
    ics before = events_open(&s);
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_title(a, NULL, "Something else");
    scene_give(&s, a);
    scene_session(&s, "v", "2025-03-10T11:00", HW_SESSION_PLANNED);
    ics after = events_open(&s);
    assert_int_equal(ics_count(&after, "BEGIN:VEVENT"), 2);
    for (size_t i = 0; i < 2; i++) {
        char uid[200];
        snprintf(uid, sizeof uid, "%s", events_value(&before, i, "UID:"));
        assert_string_equal(events_value(&after, i, "UID:"), uid);
        assert_true(atoi(events_value(&after, i, "SEQUENCE:")) > atoi(events_value(&before, i, "SEQUENCE:")));
    }
    assert_int_equal(ics_count_prefix(&after, "DTSTART;TZID=Europe/Berlin:20250309T110000"), 1);
    ics_close(&before);
    ics_close(&after);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_own_events),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
