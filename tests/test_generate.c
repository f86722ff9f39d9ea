/* SPDX-License-Identifier: MIT */
/* Which occurrences there are: keys, zones and clock changes, days that start late, periods, and the revision
 * rule. */
#include <string.h>

#include "support/scene.h"

#define MARCH_FIRST "2025-03-01T09:00:00+01:00"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

static hw_moment due_of(scene *s, const char *day, hw_fold *fold)
{
    hw_occurrences *list = scene_occurrences(s, day, "2030-01-01", NULL);
    assert_true(hw_occurrences_count(list) > 0);
    hw_moment due = hw_occurrences_due_at(list, 0);
    *fold = hw_occurrences_fold_at(list, 0);
    hw_occurrences_free(list);
    return due;
}

static void test_keys(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,WE");
    hw_assignment_add_time(a, 8 * 3600);
    hw_assignment_add_exception(a, scene_local("2025-03-05"));
    hw_assignment_add_exception(a, scene_local("2025-03-10T08:00"));
    hw_assignment_add_extra(a, scene_local("2025-03-06T12:00"));
    hw_assignment_add_extra(a, scene_local("2025-03-10T19:00")); /* is there already */
    hw_assignment_add_extra(a, scene_local("2025-03-20"));
    hw_assignment_set_until(a, scene_date("2025-03-12"));
    scene_give(&s, a);
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL,
                 "03-03T08:00 upcoming, 03-03T19:00 upcoming, 03-06T12:00 upcoming, 03-10T19:00 upcoming, "
                 "03-12T08:00 upcoming, 03-12T19:00 upcoming, 03-20 upcoming");
    assert_shows(&s, "2025-03-04", "2025-03-10", NULL, "03-06T12:00 upcoming");
    assert_shows(&s, "2025-03-10", "2025-03-11", NULL, "03-10T19:00 upcoming");
    assert_shows(&s, "2025-03-10", "2025-03-10", NULL, "");
    scene_give(&s, scene_once("b", "2025-03-10T19:00"));
    assert_shows(&s, "2025-03-10", "2025-03-11", NULL, "a 03-10T19:00 upcoming, b 03-10T19:00 upcoming");
    scene_close(&s);
}

/* Berlin, 30 March 2025: 02:00 becomes 03:00. 26 October: 03:00 becomes 02:00. */
static void test_clock_changes(void **state)
{
    static const struct {
        const char *day, *due;
        hw_fold fold;
    } rows[] = {
        {"2025-03-29", "2025-03-29T02:30:00+01:00", HW_FOLD_NONE},
        {"2025-03-30", "2025-03-30T02:30:00+01:00", HW_FOLD_GAP},
        {"2025-03-31", "2025-03-31T02:30:00+02:00", HW_FOLD_NONE},
        {"2025-10-25", "2025-10-25T02:30:00+02:00", HW_FOLD_NONE},
        {"2025-10-26", "2025-10-26T02:30:00+02:00", HW_FOLD_OVERLAP},
        {"2025-10-27", "2025-10-27T02:30:00+01:00", HW_FOLD_NONE},
    };
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03T02:30", "FREQ=DAILY"));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_fold fold;
        hw_moment due = due_of(&s, rows[i].day, &fold), expected = scene_moment(rows[i].due);
        assert_int_equal(due.instant, expected.instant);
        assert_int_equal(due.offset, expected.offset);
        assert_int_equal(fold, rows[i].fold);
    }
    hw_occurrences *year = scene_occurrences(&s, "2025-03-03", "2026-03-03", NULL);
    assert_int_equal(hw_occurrences_count(year), 365);
    hw_occurrences_free(year);
    scene_close(&s);
}

/* Around the gap nothing closes before it is due, or settles before it closes. */
static void test_windows_in_the_gap(void **state)
{
    (void)state;
    for (int32_t minute = 0; minute < 6 * 60; minute += 5) {
        for (int32_t length = 0; length <= 90; length += 15) {
            scene s = scene_open("Europe/Berlin", MARCH_FIRST);
            hw_assignment *a = scene_once("a", "2025-03-30");
            hw_assignment_set_once(a, (hw_local){{2025, 3, 30}, minute * 60});
            hw_assignment_set_opens(a, (hw_duration){0, -length * 60});
            hw_assignment_set_closes(a, (hw_duration){0, length * 60});
            hw_assignment_set_grace(a, (hw_duration){0, length * 60});
            scene_give(&s, a);
            hw_occurrences *list = scene_occurrences(&s, "2025-03-30", "2025-03-31", NULL);
            assert_int_equal(hw_occurrences_count(list), 1);
            hw_moment due = hw_occurrences_due_at(list, 0), closes = hw_occurrences_closes_at(list, 0);
            assert_true(hw_occurrences_opens_at(list, 0).instant <= due.instant);
            assert_true(due.instant <= closes.instant);
            assert_true(closes.instant <= hw_occurrences_settles_at(list, 0));
            hw_occurrences_free(list);
            scene_close(&s);
        }
    }
}

typedef struct window_row {
    const char *key, *opens, *closes, *settles;
} window_row;

static void check_window(scene *s, const window_row *row)
{
    hw_occurrences *list = scene_occurrences(s, "2025-03-03", "2025-03-20", NULL);
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        if (hw_local_compare(hw_occurrences_key_at(list, i), scene_local(row->key)) == 0) {
            found = i;
        }
    }
    assert_int_not_equal(found, SIZE_MAX);
    assert_int_equal(hw_occurrences_opens_at(list, found).instant, scene_instant(row->opens));
    assert_int_equal(hw_occurrences_closes_at(list, found).instant, scene_instant(row->closes));
    assert_int_equal(hw_occurrences_settles_at(list, found), scene_instant(row->settles));
    hw_occurrences_free(list);
}

static void test_windows_of_a_day_that_starts_late(void **state)
{
    static const window_row by_day[] = {
        {"2025-03-03T19:00", "2025-03-03T04:00:00+01:00", "2025-03-04T04:00:00+01:00",
         "2025-03-04T04:00:00+01:00"},
        {"2025-03-04T01:30", "2025-03-03T04:00:00+01:00", "2025-03-04T04:00:00+01:00",
         "2025-03-04T04:00:00+01:00"},
        {"2025-03-04T04:00", "2025-03-04T04:00:00+01:00", "2025-03-05T04:00:00+01:00",
         "2025-03-05T04:00:00+01:00"},
        {"2025-03-12", "2025-03-12T04:00:00+01:00", "2025-03-13T04:00:00+01:00", "2025-03-13T04:00:00+01:00"},
    };
    static const window_row set[] = {
        {"2025-03-03T19:00", "2025-03-03T18:00:00+01:00", "2025-03-03T21:00:00+01:00",
         "2025-03-05T21:00:00+01:00"},
        {"2025-03-12", "2025-03-11T23:00:00+01:00", "2025-03-12T02:00:00+01:00", "2025-03-14T02:00:00+01:00"},
    };
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_settings(&s, "Europe/Berlin", 240, HW_MONDAY, NULL);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_add_time(a, 5400);
    hw_assignment_add_time(a, 4 * 3600);
    hw_assignment_add_extra(a, scene_local("2025-03-12"));
    scene_give(&s, a);
    for (size_t i = 0; i < COUNT_OF(by_day); i++) {
        check_window(&s, &by_day[i]);
    }
    a = scene_edit(&s, "a");
    hw_assignment_set_opens(a, (hw_duration){0, -3600});
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    hw_assignment_set_grace(a, (hw_duration){2, 0});
    scene_give(&s, a);
    for (size_t i = 0; i < COUNT_OF(set); i++) {
        check_window(&s, &set[i]);
    }
    scene_close(&s);
}

/* The client goes to Lisbon on 5 March; what is due at home at a fixed place stays. */
static void test_travel(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    hw_assignment *fixed = scene_recurring("fixed", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_zone(fixed, "Europe/Berlin");
    scene_give(&s, fixed);
    scene_now(&s, "2025-03-04T12:00:00+01:00");
    scene_effective(&s, "2025-03-05");
    scene_settings(&s, "Europe/Lisbon", 0, HW_MONDAY, NULL);
    static const char *const expected[] = {"2025-03-04T19:00:00+01:00", "2025-03-04T19:00:00+01:00",
                                           "2025-03-05T19:00:00+01:00", "2025-03-05T19:00:00+00:00"};
    hw_occurrences *list = scene_occurrences(&s, "2025-03-04", "2025-03-06", NULL);
    assert_int_equal(hw_occurrences_count(list), 4);
    for (size_t i = 0; i < 4; i++) {
        hw_moment due = hw_occurrences_due_at(list, i), wanted = scene_moment(expected[i]);
        assert_int_equal(due.instant, wanted.instant);
        assert_int_equal(due.offset, wanted.offset);
    }
    hw_occurrences_free(list);

    /* Told afterwards, that it was Tokyo since 2 March: what has settled stays where it was. */
    scene_now(&s, "2025-03-05T12:00:00+00:00");
    scene_effective(&s, "2025-03-02");
    scene_settings(&s, "Asia/Tokyo", 0, HW_MONDAY, NULL);
    list = scene_occurrences(&s, "2025-03-03", "2025-03-06", NULL);
    assert_string_equal(hw_occurrences_assignment_at(list, 0), "a");
    assert_int_equal(hw_occurrences_due_at(list, 0).offset, 60);
    assert_int_equal(hw_occurrences_due_at(list, 2).offset, 60);
    size_t moved = 0;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        moved += hw_occurrences_due_at(list, i).offset == 540;
    }
    assert_int_equal(moved, 1); /* that of 5 March, which was still to come in Lisbon */
    hw_occurrences_free(list);
    scene_close(&s);
}

static void test_periods(void **state)
{
    static const struct {
        hw_period period;
        const char *start, *until, *expected;
    } rows[] = {
        {HW_PERIOD_WEEK, "2025-03-03", NULL,
         "03-03 open, 03-10 upcoming, 03-17 upcoming, 03-24 upcoming, 03-31 upcoming"},
        {HW_PERIOD_WEEK, "2025-03-06", "2025-03-19", "03-03 upcoming, 03-10 upcoming, 03-17 upcoming"},
        {HW_PERIOD_WEEK, "2025-03-09", "2025-03-09", "03-03 upcoming"},
        {HW_PERIOD_MONTH, "2025-02-10", NULL, "03-01 open"},
        {HW_PERIOD_MONTH, "2025-03-31", "2025-04-01", "03-01 upcoming"},
        {HW_PERIOD_DAY, "2025-03-30", NULL, "03-30 upcoming, 03-31 upcoming"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-03T00:00:00+01:00");
        hw_assignment *a = scene_quota("a", rows[i].start, 2, 0, rows[i].period);
        hw_assignment_set_until(a, scene_date(rows[i].until));
        scene_give(&s, a);
        assert_shows(&s, "2025-03-01", "2025-04-01", NULL, rows[i].expected);
        scene_close(&s);
    }
}

static void test_period_windows(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-02-20T00:00:00+01:00");
    scene_settings(&s, "Europe/Berlin", 240, HW_SUNDAY, NULL);
    hw_assignment *a = scene_quota("a", "2025-03-04", 2, 0, HW_PERIOD_WEEK);
    hw_assignment_set_grace(a, (hw_duration){1, 0});
    scene_give(&s, a);
    hw_occurrences *list = scene_occurrences(&s, "2025-03-02", "2025-03-10", NULL);
    assert_int_equal(hw_occurrences_count(list), 2);
    hw_local key = hw_occurrences_key_at(list, 0);
    assert_int_equal(hw_local_compare(key, scene_local("2025-03-02")), 0);
    assert_int_equal(key.seconds, HW_ALL_DAY);
    assert_int_equal(hw_occurrences_opens_at(list, 0).instant, scene_instant("2025-03-04T04:00:00+01:00"));
    assert_int_equal(hw_occurrences_closes_at(list, 0).instant, scene_instant("2025-03-09T04:00:00+01:00"));
    assert_int_equal(hw_occurrences_due_at(list, 0).instant, scene_instant("2025-03-09T04:00:00+01:00"));
    assert_int_equal(hw_occurrences_settles_at(list, 0), scene_instant("2025-03-10T04:00:00+01:00"));
    assert_int_equal(hw_occurrences_opens_at(list, 1).instant, scene_instant("2025-03-09T04:00:00+01:00"));
    hw_occurrences_free(list);

    /* From Wednesday 12 March on weeks begin on Thursday: the week that had begun goes on. */
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    scene_effective(&s, "2025-03-12");
    scene_settings(&s, "Europe/Berlin", 240, HW_THURSDAY, NULL);
    assert_shows(&s, "2025-03-09", "2025-03-29", NULL,
                 "03-09 open, 03-13 upcoming, 03-20 upcoming, 03-27 upcoming");
    scene_close(&s);
}

/* ---- The revision rule ---- */

static void test_first_revision(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-05T12:00:00+01:00");
    scene_effective(&s, "2025-03-01");
    scene_give(&s, scene_recurring("a", "2025-03-01T19:00", "FREQ=DAILY"));
    /* Recorded on the 5th: what was settled by then was never asked for. */
    assert_shows(&s, "2025-03-01", "2025-03-07", NULL, "03-05T19:00 open, 03-06T19:00 upcoming");
    assert_shows(&s, "2025-03-01", "2025-03-07", "2025-03-05T11:59:59+01:00", "");
    scene_give(&s, scene_recurring("b", "2025-03-01T10:00", "FREQ=DAILY")); /* effective at 12:00 */
    assert_shows(&s, "2025-03-04", "2025-03-06", NULL, "a 03-05T19:00 open");
    scene_give(&s, scene_recurring("c", "2025-03-01", "FREQ=DAILY")); /* whole days count from midnight */
    assert_shows(&s, "2025-03-04", "2025-03-06", NULL, "c 03-05 open, a 03-05T19:00 open");
    scene_close(&s);
}

/* Daily at 19:00 from 3 March; revised on Thursday 6 March at 12:00. */
static scene daily(const char *grace_days)
{
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=7");
    if (grace_days) {
        hw_assignment_set_grace(a, (hw_duration){grace_days[0] - '0', 0});
    }
    scene_give(&s, a);
    scene_now(&s, "2025-03-06T12:00:00+01:00");
    return s;
}

static void revise_to_mornings(scene *s, const char *effective)
{
    hw_assignment *a = scene_edit(s, "a");
    hw_assignment_set_recurring(a, scene_local("2025-03-03T08:00"), "FREQ=DAILY;COUNT=7");
    if (effective) {
        scene_effective(s, effective);
    }
    scene_give(s, a);
}

static void test_forward_revision(void **state)
{
    (void)state;
    scene s = daily(NULL);
    revise_to_mornings(&s, "2025-03-08");
    assert_shows(&s, "2025-03-03", "2025-03-10", "2025-03-20T12:00:00+01:00",
                 "03-03T19:00 not-reported, 03-04T19:00 not-reported, 03-05T19:00 not-reported, 03-06T19:00 "
                 "not-reported, "
                 "03-07T19:00 not-reported, 03-08T08:00 not-reported, 03-09T08:00 not-reported");
    /* Before it was recorded it was not known. */
    assert_shows(&s, "2025-03-08", "2025-03-09", "2025-03-06T11:59:59+01:00", "03-08T19:00 upcoming");
    scene_close(&s);
}

static void test_revision_cuts_what_is_open(void **state)
{
    (void)state;
    scene s = daily(NULL);
    revise_to_mornings(&s, NULL); /* from now on: 19:00 of today had opened, 08:00 of today is before */
    assert_shows(&s, "2025-03-05", "2025-03-08", NULL,
                 "03-05T19:00 not-reported, 03-06T19:00 withdrawn, 03-07T08:00 upcoming");
    scene_close(&s);

    s = daily(NULL);
    scene_report(&s, "a", HW_EXTENT_PARTIAL, "2025-03-06T11:00:00+01:00", NULL); /* answered before */
    revise_to_mornings(&s, NULL);
    assert_shows(&s, "2025-03-06", "2025-03-07", NULL, "03-06T19:00 partial");
    scene_close(&s);

    s = daily(NULL);
    scene_report(&s, "a", HW_EXTENT_NONE, "2025-03-06T11:00:00+01:00",
                 "2025-03-06T19:00"); /* a note is no answer */
    revise_to_mornings(&s, NULL);
    assert_shows(&s, "2025-03-06", "2025-03-07", NULL, "03-06T19:00 withdrawn");
    scene_close(&s);
}

static void test_backdated_revision(void **state)
{
    (void)state;
    scene s = daily(NULL);
    revise_to_mornings(&s, "2025-03-01"); /* can reach only what was not settled */
    assert_shows(
        &s, "2025-03-03", "2025-03-08", NULL,
        "03-03T19:00 not-reported, 03-04T19:00 not-reported, 03-05T19:00 not-reported, 03-06T08:00 open, "
        "03-06T19:00 withdrawn, 03-07T08:00 upcoming");
    scene_close(&s);

    s = daily("3"); /* nothing has settled by the 6th */
    revise_to_mornings(&s, "2025-03-01");
    assert_shows(&s, "2025-03-03", "2025-03-05", NULL,
                 "03-03T08:00 open, 03-03T19:00 withdrawn, 03-04T08:00 open, 03-04T19:00 withdrawn");
    scene_now(&s, "2025-03-07T12:00:00+01:00");
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_grace(a, (hw_duration){30, 0}); /* would make the 3rd unsettled again */
    scene_effective(&s, "2025-03-01");
    scene_give(&s, a);
    assert_shows(&s, "2025-03-03", "2025-03-05", NULL,
                 "03-03T08:00 not-reported, 03-03T19:00 withdrawn, 03-04T08:00 open, 03-04T19:00 withdrawn");
    scene_close(&s);
}

static void test_same_key_changes_hands(void **state)
{
    (void)state;
    scene s = daily(NULL);
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_closes(a, (hw_duration){0, 3600});
    scene_give(&s, a);
    hw_occurrences *list = scene_occurrences(&s, "2025-03-05", "2025-03-08", NULL);
    assert_int_equal(hw_occurrences_count(list), 3);
    const char *first =
        hw_revision_id(hw_assignment_revision(hw_plan_assignment_revision_at(s.plan, "a", 0)));
    const char *second =
        hw_revision_id(hw_assignment_revision(hw_plan_assignment_revision_at(s.plan, "a", 1)));
    assert_string_equal(hw_occurrences_revision_at(list, 0), first);
    assert_string_equal(hw_occurrences_revision_at(list, 1), second);
    assert_int_equal(hw_occurrences_closes_at(list, 1).instant, scene_instant("2025-03-06T20:00:00+01:00"));
    hw_occurrences_free(list);
    scene_close(&s);

    /* What was answered before stays with the revision that made it, also when it is corrected later. */
    s = daily(NULL);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T11:00:00+01:00", NULL);
    a = scene_edit(&s, "a");
    hw_assignment_set_closes(a, (hw_duration){0, 3600});
    scene_give(&s, a);
    hw_error err;
    hw_entry *entry = hw_entry_new("a", HW_EXTENT_PARTIAL, &err);
    hw_change *change = hw_change_new(scene_moment("2025-03-06T13:00:00+01:00"), "me", "desk", &err);
    assert_int_equal(hw_plan_supersede_entry(s.plan, scene_last(&s), entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
    list = scene_occurrences(&s, "2025-03-06", "2025-03-07", "2025-03-06T14:00:00+01:00");
    assert_int_equal(hw_occurrences_status_at(list, 0), HW_STATUS_PARTIAL);
    first = hw_revision_id(hw_assignment_revision(hw_plan_assignment_revision_at(s.plan, "a", 0)));
    assert_string_equal(hw_occurrences_revision_at(list, 0), first);
    hw_occurrences_free(list);
    scene_close(&s);
}

static void test_stopping_and_starting_again(void **state)
{
    (void)state;
    scene s = daily(NULL);
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_ON_HOLD);
    scene_effective(&s, "2025-03-07");
    scene_give(&s, a);
    assert_shows(&s, "2025-03-05", "2025-03-10", NULL, "03-05T19:00 not-reported, 03-06T19:00 open");
    scene_now(&s, "2025-03-08T12:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_ACTIVE);
    scene_effective(&s, "2025-03-01");
    scene_give(&s, a);
    assert_shows(
        &s, "2025-03-05", "2025-03-10", NULL,
        "03-05T19:00 not-reported, 03-06T19:00 not-reported, 03-08T19:00 open, 03-09T19:00 upcoming");
    scene_now(&s, "2025-03-08T13:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_STOPPED);
    scene_give(&s, a);
    assert_shows(&s, "2025-03-06", "2025-03-10", NULL, "03-06T19:00 not-reported, 03-08T19:00 withdrawn");
    /* An answer that comes after all brings it back. */
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-08T19:00"), HW_ERR_NOT_FOUND);
    scene_close(&s);
}

static void test_entered_in_error(void **state)
{
    (void)state;
    scene s = daily(NULL);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T11:00:00+01:00", NULL);
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_ENTERED_IN_ERROR);
    scene_give(&s, a);
    assert_shows(&s, "2025-03-01", "2025-03-30", NULL, "");
    scene_close(&s);
}

static void test_end_of_the_plan(void **state)
{
    (void)state;
    scene s = daily(NULL);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T11:00:00+01:00", "2025-03-08T19:00"); /* ahead */
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-05"); /* ended yesterday */
    assert_shows(&s, "2025-03-05", "2025-03-20", NULL,
                 "03-05T19:00 not-reported, 03-06T19:00 withdrawn, 03-08T19:00 done");
    scene_now(&s, "2025-03-06T13:00:00+01:00");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-07");
    assert_shows(&s, "2025-03-05", "2025-03-20", NULL,
                 "03-05T19:00 not-reported, 03-06T19:00 open, 03-07T19:00 upcoming, 03-08T19:00 done");
    scene_close(&s);
}

/* Three times a week, revised on Thursday 6 March. */
static void test_revised_quota(void **state)
{
    static const struct {
        hw_schedule_kind becomes;
        double credit; /* of one done, for the week that had begun */
        const char *shown;
    } rows[] = {
        {HW_SCHEDULE_QUOTA, 1.0 / 3, "03-03 partial, 03-10 upcoming"},
        {HW_SCHEDULE_ON_DEMAND, 7.0 / 9, "03-03 partial"}, /* three days of seven: 3 * 3/7 */
        {HW_SCHEDULE_RECURRING, 7.0 / 9, "03-06T19:00 open, 03-03 partial, 03-13T19:00 upcoming"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", MARCH_FIRST);
        scene_give(&s, scene_quota("a", "2025-03-03", 3, 0, HW_PERIOD_WEEK));
        scene_now(&s, "2025-03-06T12:00:00+01:00");
        assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-03");
        hw_assignment *a = scene_edit(&s, "a");
        switch (rows[i].becomes) {
        case HW_SCHEDULE_QUOTA:
            hw_assignment_set_quota(a, scene_date("2025-03-03"), 5, 0, HW_PERIOD_WEEK);
            break;
        case HW_SCHEDULE_ON_DEMAND:
            hw_assignment_set_on_demand(a);
            break;
        default:
            hw_assignment_set_recurring(a, scene_local("2025-03-06T19:00"), "FREQ=WEEKLY");
            break;
        }
        scene_give(&s, a);
        assert_shows(&s, "2025-03-03", "2025-03-17", NULL, rows[i].shown);
        hw_occurrences *list = scene_occurrences(&s, "2025-03-03", "2025-03-04", NULL);
        assert_float_equal(hw_occurrences_credit_at(list, 0), rows[i].credit, 1e-12);
        hw_occurrences_free(list);
        scene_close(&s);
    }
}

static void test_refused_calls(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_error err;
    hw_date good = scene_date("2025-03-03"), bad = {2025, 2, 29};
    assert_null(hw_plan_occurrences(NULL, good, good, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_occurrences(s.plan, bad, good, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_occurrences(s.plan, good, bad, 0, NULL));
    assert_null(hw_plan_occurrences(s.plan, good, scene_date("2025-03-02"), 0, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY"));
    /* 2.9 million */
    assert_null(hw_plan_occurrences(s.plan, good, scene_date("9999-12-31"), s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_LIMIT);
    assert_int_equal(hw_occurrences_count(NULL), 0);
    assert_null(hw_occurrences_assignment_at(NULL, 0));
    assert_int_equal(hw_occurrences_status_count(NULL, HW_STATUS_OPEN), 0);
    hw_occurrences_free(NULL);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_clock_changes),
        cmocka_unit_test(test_windows_in_the_gap),
        cmocka_unit_test(test_windows_of_a_day_that_starts_late),
        cmocka_unit_test(test_travel),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_period_windows),
        cmocka_unit_test(test_first_revision),
        cmocka_unit_test(test_forward_revision),
        cmocka_unit_test(test_revision_cuts_what_is_open),
        cmocka_unit_test(test_backdated_revision),
        cmocka_unit_test(test_same_key_changes_hands),
        cmocka_unit_test(test_stopping_and_starting_again),
        cmocka_unit_test(test_entered_in_error),
        cmocka_unit_test(test_end_of_the_plan),
        cmocka_unit_test(test_revised_quota),
        cmocka_unit_test(test_refused_calls),
    };
    return cmocka_run_group_tests_name("generate", tests, NULL, NULL);
}
