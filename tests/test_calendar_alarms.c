/* SPDX-License-Identifier: MIT */
/* What rings in the profile of repeating events: which reminders, how long before or after the beginning, and
 * what stands by itself because the clocks are changed in between. */
#include <stdio.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/events.h"

#define START "DTSTART;TZID=Europe/Berlin:"

static void test_alarms(void **state)
{
    (void)state;
    static const struct {
        hw_reminder_kind kind;
        hw_anchor anchor;
        int minutes, days, clock; /* clock < 0: by minutes */
    } rules[] = {
        {HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 60, 0, -1}, /* an event cannot know whether it was done */
        {HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -30, 0, -1},
        {HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -15, 0, -1},
        {HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -15, 0, -1}, /* in the same minute */
        {HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, -1, 20 * 3600},
        {HW_REMINDER_NUDGE, HW_ANCHOR_DUE, 5, 0, -1}, /* the fourth */
    };
    scene s = scene_open("Europe/Berlin", "2025-01-02T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-25T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-04-05"));
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (rules[i].clock >= 0) {
            hw_assignment_add_reminder_at(a, rules[i].kind, rules[i].anchor, rules[i].days, rules[i].clock);
        } else {
            hw_assignment_add_reminder(a, rules[i].kind, rules[i].anchor, rules[i].minutes);
        }
    }
    scene_give(&s, a);
    ics lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "BEGIN:VEVENT"), 2); /* one by itself: the clocks are changed before */
    assert_int_equal(ics_count(&lines, "BEGIN:VALARM"), 6);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT15M"), 2);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT23H"), 1);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT22H"), 1);
    assert_int_equal(ics_count(&lines, "TRIGGER:PT1H30M"), 2);
    assert_int_equal(ics_count(&lines, "ACTION:DISPLAY"), 6);
    assert_int_equal(ics_count(&lines, "DESCRIPTION:Practice 1"), 6);
    ics_close(&lines);
    a = scene_edit(&s, "a");
    hw_assignment_clear_reminders(a);
    hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -30);
    scene_give(&s, a);
    lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "TRIGGER:PT1H30M"), 1);
    ics_close(&lines);
    scene_close(&s);
}

#define DAY_START "DTSTART;VALUE=DATE:"
#define DAY_EXDATE " EXDATE;VALUE=DATE:"

/* An alarm's distance is time that passes. Where that is not the series' because the clocks are changed, the
 * event stands by itself. */
static void test_alarms_over_clock_changes(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *start, *rule, *until;
        hw_anchor anchor;
        int days, clock; /* clock < 0: `days` are minutes */
        const char *expected;
    } rows[] = {
        {"Europe/Berlin", "2025-03-28", "FREQ=DAILY", "2025-04-01", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20250330 TRIGGER:PT16H | " DAY_START "20250328 RRULE:FREQ=DAILY;UNTIL=20250401" DAY_EXDATE
                   "20250330 TRIGGER:PT17H"},
        {"Europe/Berlin", "2025-10-25", "FREQ=DAILY", "2025-10-28", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251026 TRIGGER:PT18H | " DAY_START "20251025 RRULE:FREQ=DAILY;UNTIL=20251028" DAY_EXDATE
                   "20251026 TRIGGER:PT17H"},
        {"Europe/Berlin", "2025-10-25", "FREQ=DAILY", "2025-10-26", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251026 TRIGGER:PT18H | " DAY_START "20251025 TRIGGER:PT17H"},
        {"Europe/Berlin", "2025-10-26", "FREQ=DAILY", "2025-10-28", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251026 TRIGGER:PT18H | " DAY_START "20251027 RRULE:FREQ=DAILY;UNTIL=20251028"
                   " TRIGGER:PT17H"},
        {"Europe/Berlin", "2025-10-26", "FREQ=DAILY", "2025-10-26", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251026 TRIGGER:PT18H"},
        {"Europe/Berlin", "2025-10-25", "FREQ=DAILY", "2025-10-27", HW_ANCHOR_DUE, 0, 3600,
         DAY_START "20251025 RRULE:FREQ=DAILY;UNTIL=20251027 TRIGGER:PT1H"}, /* before the change */
        {"Asia/Kolkata", "2025-10-25", "FREQ=DAILY", "2025-10-27", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251025 RRULE:FREQ=DAILY;UNTIL=20251027 TRIGGER:PT17H"},
        /* The day begins at one, or has its first hour twice. */
        {"America/Havana", "2025-03-08", "FREQ=DAILY", "2025-03-10", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20250309 TRIGGER:PT16H | " DAY_START "20250308 RRULE:FREQ=DAILY;UNTIL=20250310" DAY_EXDATE
                   "20250309 TRIGGER:PT17H"},
        {"America/Havana", "2025-11-01", "FREQ=DAILY", "2025-11-03", HW_ANCHOR_DUE, 0, 17 * 3600,
         DAY_START "20251102 TRIGGER:PT18H | " DAY_START "20251101 RRULE:FREQ=DAILY;UNTIL=20251103" DAY_EXDATE
                   "20251102 TRIGGER:PT17H"},
        /* At half past two: on the day before it is of another offset; where there is none, half past three. */
        {"Europe/Berlin", "2025-03-29", "FREQ=DAILY", "2025-04-01", HW_ANCHOR_DUE, -1, 9000,
         DAY_START "20250331 TRIGGER:-PT20H30M | " DAY_START
                   "20250329 RRULE:FREQ=DAILY;UNTIL=20250401" DAY_EXDATE "20250331 TRIGGER:-PT21H30M"},
        {"Europe/Berlin", "2025-03-29", "FREQ=DAILY", "2025-04-01", HW_ANCHOR_DUE, 0, 9000,
         DAY_START "20250329 RRULE:FREQ=DAILY;UNTIL=20250401 TRIGGER:PT2H30M"},
        {"Europe/Berlin", "2025-10-25", "FREQ=DAILY", "2025-10-28", HW_ANCHOR_DUE, -1, 9000,
         DAY_START "20251027 TRIGGER:-PT22H30M | " DAY_START
                   "20251025 RRULE:FREQ=DAILY;UNTIL=20251028" DAY_EXDATE "20251027 TRIGGER:-PT21H30M"},
        /* Of an hour: the change lies between the evening and the morning. */
        {"Europe/Berlin", "2025-03-29T07:00", "FREQ=DAILY", "2025-04-01", HW_ANCHOR_DUE, -1, 20 * 3600,
         START
         "20250330T070000 TRIGGER:-PT10H | " START
         "20250329T070000 RRULE:FREQ=DAILY;UNTIL=20250401T050000Z EXDATE;TZID=Europe/Berlin:20250330T070000"
         " TRIGGER:-PT11H"},
        {"Europe/Berlin", "2025-03-29T07:00", "FREQ=DAILY", "2025-04-01", HW_ANCHOR_DUE, -660, -1,
         START "20250329T070000 RRULE:FREQ=DAILY;UNTIL=20250401T050000Z TRIGGER:-PT11H"},
        {"Europe/Berlin", "2025-03-24T07:00", "FREQ=WEEKLY;BYDAY=MO,SU", "2025-04-06", HW_ANCHOR_OPEN, 0,
         3600,
         START "20250330T070000 TRIGGER:-PT5H | " START
               "20250324T070000 RRULE:FREQ=WEEKLY;BYDAY=MO,SU;UNTIL=20250406T050000Z"
               " EXDATE;TZID=Europe/Berlin:20250330T070000 TRIGGER:-PT6H"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open(rows[i].zone, "2025-01-02T09:00:00+01:00");
        hw_assignment *a = scene_recurring("a", rows[i].start, rows[i].rule);
        hw_assignment_set_until(a, scene_date(rows[i].until));
        if (rows[i].clock < 0) {
            hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, rows[i].anchor, rows[i].days);
        } else {
            hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, rows[i].anchor, rows[i].days, rows[i].clock);
        }
        scene_give(&s, a);
        events_expect_alarms(&s, rows[i].expected);
        scene_close(&s);
    }
}

/* A reminder weeks ahead has the change before it for weeks: too many to be taken out of one series. What
 * has been taken out has its own reminders; and a new end leaves the ids of the others as they are. */
static void test_alarms_weeks_ahead(void **state)
{
    (void)state;
    char first[200], second[200];
    scene s = scene_open("Europe/Berlin", "2025-01-02T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-20", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-05-10"));
    hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -28, 20 * 3600);
    scene_give(&s, a);
    ics lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "BEGIN:VEVENT"), 27 + 2);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT651H"), 27);
    assert_int_equal(ics_count(&lines, "TRIGGER:-PT652H"), 2);
    assert_int_equal(ics_count(&lines, "RRULE:FREQ=DAILY;UNTIL=20250330"), 1);
    assert_int_equal(ics_count(&lines, "DTSTART;VALUE=DATE:20250427"), 1);
    assert_int_equal(ics_count(&lines, "RRULE:FREQ=DAILY;UNTIL=20250510"), 1);
    assert_int_equal(ics_count_prefix(&lines, "EXDATE"), 0);
    snprintf(first, sizeof first, "%s", events_value(&lines, 27, "UID:"));
    snprintf(second, sizeof second, "%s", events_value(&lines, 28, "UID:"));
    assert_true(strcmp(first, second) != 0);
    ics_close(&lines);
    a = scene_edit(&s, "a");
    hw_assignment_set_until(a, scene_date("2025-06-10"));
    scene_give(&s, a);
    lines = events_open(&s);
    assert_int_equal(ics_count(&lines, "BEGIN:VEVENT"), 27 + 2);
    assert_string_equal(events_value(&lines, 27, "UID:"), first);
    assert_string_equal(events_value(&lines, 28, "UID:"), second);
    ics_close(&lines);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alarms),
        cmocka_unit_test(test_alarms_over_clock_changes),
        cmocka_unit_test(test_alarms_weeks_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
