/* SPDX-License-Identifier: MIT */
/* What hangs on sessions: keys and windows of every form, and what becomes of them when sessions move, are
 * missed, called off or planned in between. Sessions are on Tuesdays at 10:00 in Berlin. */
#include <stdio.h>
#include <string.h>

#include "support/scene.h"

#define MARCH_FIRST "2025-03-01T09:00:00+01:00"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

static const hw_duration none = {0, 0}, two_days = {2, 0}, two_hours = {0, 7200}, one_day = {1, 0};

/* Sessions of the 4th, 11th, 18th and 25th of March, planned on the 1st. */
static scene four_sessions(void)
{
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_session(&s, "s1", "2025-03-04T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-11T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s3", "2025-03-18T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s4", "2025-03-25T10:00", HW_SESSION_PLANNED);
    return s;
}

/* When an occurrence is due, by its key. */
static hw_moment due_of(scene *s, const char *key, hw_moment *opens, hw_moment *closes)
{
    hw_occurrences *list = scene_occurrences(s, "2025-01-01", "2026-01-01", NULL);
    hw_moment due = {0};
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local its = hw_occurrences_key_at(list, i), wanted = scene_local(key);
        if (hw_local_compare(its, wanted) == 0 && its.seconds == wanted.seconds) {
            due = hw_occurrences_due_at(list, i);
            if (opens) {
                *opens = hw_occurrences_opens_at(list, i);
            }
            if (closes) {
                *closes = hw_occurrences_closes_at(list, i);
            }
        }
    }
    assert_int_equal(due.precision, HW_PRECISION_EXACT);
    hw_occurrences_free(list);
    return due;
}

static void assert_due(scene *s, const char *key, const char *due)
{
    hw_moment found = due_of(s, key, NULL, NULL), wanted = scene_moment(due);
    assert_int_equal(found.instant, wanted.instant);
    assert_int_equal(found.offset, wanted.offset);
}

/* ---- the forms ---- */

typedef struct form_row {
    hw_relation relation;
    hw_duration offset;
    int every;
    const char *times, *expected;
} form_row;

static void test_forms(void **state)
{
    static const form_row rows[] = {
        {HW_RELATION_UNTIL, {0, 0}, 1, "", "03-03 upcoming"},
        {HW_RELATION_UNTIL,
         {0, 0},
         1,
         "08 20",
         "03-03T08:00 upcoming, 03-03T20:00 upcoming, 03-04T08:00 upcoming"},
        {HW_RELATION_BEFORE, {2, 0}, 1, "", "03-09 upcoming, 03-16 upcoming, 03-23 upcoming"},
        {HW_RELATION_BEFORE, {1, 0}, 2, "", "03-10 upcoming, 03-24 upcoming"},
        {HW_RELATION_BEFORE, {1, 0}, 3, "", "03-17 upcoming"},
        {HW_RELATION_BEFORE, {1, 0}, 2, "18", "03-10T18:00 upcoming, 03-24T18:00 upcoming"},
        {HW_RELATION_BEFORE, {0, 0}, 4, "", "03-25T10:00 upcoming"},
        {HW_RELATION_BEFORE, {0, 0}, 4, "07 08", "03-25T07:00 upcoming, 03-25T08:00 upcoming"},
        {HW_RELATION_BEFORE, {0, 5400}, 2, "", "03-11T08:30 upcoming, 03-25T08:30 upcoming"},
        {HW_RELATION_BEFORE, {1, 3600}, 4, "", "03-24T09:00 upcoming"},
        {HW_RELATION_AFTER, {1, 0}, 2, "", "03-12 upcoming, 03-26 upcoming"},
        {HW_RELATION_AFTER, {0, 10800}, 4, "", "03-25T13:00 upcoming"},
        {HW_RELATION_AFTER, {14, 0}, 4, "21", "04-08T21:00 upcoming"},
        {HW_RELATION_AFTER, {0, 0}, 99, "", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = four_sessions();
        hw_assignment *a = scene_around("a", "2025-03-03", rows[i].relation, rows[i].offset, rows[i].every);
        for (const char *at = rows[i].times; *at; at += strcspn(at, " ") + (at[strcspn(at, " ")] == ' ')) {
            assert_int_equal(hw_assignment_add_time(a, (at[0] - '0') * 36000 + (at[1] - '0') * 3600), HW_OK);
        }
        scene_give(&s, a);
        assert_shows(&s, "2025-01-01", "2026-01-01", NULL, rows[i].expected);
        scene_close(&s);
    }
}

/* What is before the first day, or after the last, is not due; sessions before it are not counted. */
static void test_bounds(void **state)
{
    (void)state;
    scene s = four_sessions();
    hw_assignment *a = scene_around("a", "2025-03-10", HW_RELATION_BEFORE, two_days, 1);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-16 upcoming, 03-23 upcoming");
    a = scene_edit(&s, "a");
    hw_assignment_set_until(a, scene_date("2025-03-16"));
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-16 upcoming");
    a = scene_edit(&s, "a");
    hw_assignment_set_session_anchored(a, scene_date("2025-03-10"), HW_RELATION_BEFORE, two_days, 2);
    hw_assignment_set_until(a, scene_date("2025-12-31"));
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-16 upcoming");
    assert_shows(&s, "2025-03-16", "2025-03-17", NULL, "03-16 upcoming");
    assert_shows(&s, "2025-03-17", "2026-01-01", NULL, "");
    scene_close(&s);
}

static void test_without_sessions(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_days, 1));
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "");
    scene_give(&s, scene_until("b", "2025-12-30"));
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "b 12-30 upcoming, b 12-31 upcoming");
    scene_close(&s);
}

static void test_exceptions_extras_and_moves(void **state)
{
    (void)state;
    scene s = four_sessions();
    hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_days, 1);
    hw_assignment_add_exception(a, scene_local("2025-03-16"));
    hw_assignment_add_extra(a, scene_local("2025-03-20"));
    hw_assignment_add_move(a, scene_local("2025-03-23"), scene_local("2025-03-22"));
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-09 upcoming, 03-20 upcoming, 03-23 upcoming");
    assert_due(&s, "2025-03-23", "2025-03-22T00:00:00+01:00");
    scene_session(&s, "s4", "2025-03-28T10:00", HW_SESSION_PLANNED); /* what was moved by hand stays there */
    assert_due(&s, "2025-03-23", "2025-03-22T00:00:00+01:00");
    scene_close(&s);
}

/* ---- sessions that move ---- */

static void test_moves_take_windows_along(void **state)
{
    (void)state;
    scene s = four_sessions();
    hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_hours, 1);
    hw_assignment_set_opens(a, (hw_duration){-1, 0});
    hw_assignment_set_closes(a, two_hours);
    scene_give(&s, a);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    assert_shows(&s, "2025-03-05", "2025-04-01", NULL,
                 "03-11T08:00 open, 03-18T08:00 upcoming, 03-25T08:00 upcoming");
    scene_session(&s, "s2", "2025-03-13T15:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-03-05", "2025-04-01", NULL,
                 "03-11T08:00 upcoming, 03-18T08:00 upcoming, 03-25T08:00 upcoming");
    hw_moment opens, closes;
    assert_due(&s, "2025-03-11T08:00", "2025-03-13T13:00:00+01:00");
    due_of(&s, "2025-03-11T08:00", &opens, &closes);
    assert_int_equal(opens.instant, scene_instant("2025-03-12T13:00:00+01:00"));
    assert_int_equal(closes.instant, scene_instant("2025-03-13T15:00:00+01:00"));
    /* As of before the move it was where it had been. */
    assert_shows(&s, "2025-03-05", "2025-03-12", "2025-03-10T08:30:00+01:00", "03-11T08:00 open");
    scene_now(&s, "2025-03-13T12:00:00+01:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-13T11:00:00+01:00", NULL),
                        "03-11T08:00");
    /* What was answered stays, whatever becomes of the session. */
    scene_session(&s, "s2", "2025-03-14T15:00", HW_SESSION_PLANNED);
    assert_due(&s, "2025-03-11T08:00", "2025-03-13T13:00:00+01:00");
    assert_shows(&s, "2025-03-05", "2025-03-12", NULL, "03-11T08:00 done");
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    scene_session(&s, "s3", "2025-04-08T10:00", HW_SESSION_PLANNED); /* told afterwards */
    assert_shows(&s, "2025-03-05", "2025-04-10", NULL,
                 "03-11T08:00 done, 03-18T08:00 not-reported, 03-25T08:00 not-reported");
    scene_close(&s);
}

/* A move to where it would be over already takes nothing along. */
static void test_moves_into_the_past(void **state)
{
    (void)state;
    scene s = four_sessions();
    hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_AFTER, one_day, 1);
    hw_assignment_set_closes(a, (hw_duration){3, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-12T09:00:00+01:00");
    scene_session(&s, "s2", "2025-03-06T10:00", HW_SESSION_HELD);
    assert_due(&s, "2025-03-12", "2025-03-12T00:00:00+01:00");
    assert_shows(&s, "2025-03-05", "2025-03-15", NULL, "03-05 not-reported, 03-12 open");
    scene_session(&s, "s3", "2025-03-10T10:00", HW_SESSION_HELD);
    assert_due(&s, "2025-03-19", "2025-03-11T00:00:00+01:00");
    scene_close(&s);
}

static void test_an_assignment_made_after_the_move(void **state)
{
    (void)state;
    scene s = four_sessions();
    scene_session(&s, "s2", "2025-03-21T10:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-12T09:00:00+01:00");
    scene_give(&s, scene_around("a", "2025-03-12", HW_RELATION_BEFORE, two_days, 1));
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-16 upcoming, 03-09 upcoming, 03-23 upcoming");
    assert_due(&s, "2025-03-09", "2025-03-19T00:00:00+01:00");
    scene_close(&s);
}

/* ---- daily until the next session ---- */

static void test_until_follows_its_session(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_session(&s, "s1", "2025-03-04T10:00", HW_SESSION_HELD);
    scene_give(&s, scene_until("a", "2025-03-04"));
    assert_shows(&s, "2025-03-01", "2025-03-09", NULL,
                 "03-04 upcoming, 03-05 upcoming, 03-06 upcoming, 03-07 upcoming, 03-08 upcoming");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_session(&s, "s2", "2025-03-07T10:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-04 not-reported, 03-05 open, 03-06 upcoming");
    scene_now(&s, "2025-03-06T09:00:00+01:00");
    scene_session(&s, "s2", "2025-03-10T10:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-03-06", "2025-04-01", NULL,
                 "03-06 open, 03-07 upcoming, 03-08 upcoming, 03-09 upcoming");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T08:00:00+01:00", NULL), "03-06");
    scene_session(&s, "s2", "2025-03-06T12:00", HW_SESSION_PLANNED); /* today: what was done stays */
    assert_shows(&s, "2025-03-05", "2025-04-01", NULL, "03-05 not-reported, 03-06 done");
    scene_session(&s, "s2", "2025-03-08T12:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-03-05", "2025-04-01", NULL, "03-05 not-reported, 03-06 done, 03-07 upcoming");
    scene_session(&s, "s3", "2025-03-15T12:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-09T09:00:00+01:00");
    scene_session(&s, "s2", NULL, HW_SESSION_MISSED); /* it goes on until the next one */
    assert_shows(&s, "2025-03-07", "2025-04-01", NULL,
                 "03-07 not-reported, 03-09 open, 03-10 upcoming, 03-11 upcoming, 03-12 upcoming, "
                 "03-13 upcoming, 03-14 upcoming");
    scene_close(&s);
}

static void test_until_is_cut_off(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_until("a", "2025-03-04");
    hw_assignment_set_opens(a, (hw_duration){-2, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_session(&s, "s1", "2025-03-06T10:00", HW_SESSION_PLANNED); /* the 6th and 7th had opened */
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL,
                 "03-04 not-reported, 03-05 open, 03-06 withdrawn, 03-07 withdrawn");
    scene_close(&s);
}

static void test_until_closes(void **state)
{
    static const struct {
        hw_unheld_policy unheld;
        hw_session_outcome outcome;
        const char *expected;
    } rows[] = {
        {HW_UNHELD_CLOSE, HW_SESSION_MISSED, "03-05 open, 03-06 upcoming"},
        {HW_UNHELD_CLOSE, HW_SESSION_CANCELLED, "03-05 open, 03-06 upcoming"},
        {HW_UNHELD_EXTEND, HW_SESSION_MISSED, "03-05 open, 03-06 upcoming, 03-07 upcoming, 03-08 upcoming"},
        {HW_UNHELD_EXTEND, HW_SESSION_CANCELLED,
         "03-05 open, 03-06 upcoming, 03-07 upcoming, 03-08 upcoming"},
        {HW_UNHELD_EXTEND, HW_SESSION_HELD, "03-05 open, 03-06 upcoming"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", MARCH_FIRST);
        scene_session(&s, "s1", "2025-03-07T10:00", HW_SESSION_PLANNED);
        scene_session(&s, "s2", "2025-03-09T10:00", HW_SESSION_PLANNED);
        hw_assignment *a = scene_until("a", "2025-03-05");
        hw_assignment_set_unheld(a, rows[i].unheld);
        scene_give(&s, a);
        scene_now(&s, "2025-03-05T09:00:00+01:00");
        scene_session(&s, "s1", NULL, rows[i].outcome);
        assert_shows(&s, "2025-03-01", "2025-04-01", NULL, rows[i].expected);
        scene_close(&s);
    }
}

/* ---- sessions that do not take place ---- */

static void test_missed_and_cancelled(void **state)
{
    /* Two days before the session of the 11th, open for a week before, seen on the 5th when it had opened,
     * or on the 1st when it had not. */
    static const struct {
        hw_unheld_policy unheld;
        hw_session_outcome outcome;
        bool opened;
        const char *shown, *due; /* of the key of the 9th; NULL = as planned */
    } rows[] = {
        {HW_UNHELD_EXTEND, HW_SESSION_MISSED, true, "03-09 open, 03-16 upcoming",
         "2025-03-16T00:00:00+01:00"},
        {HW_UNHELD_CLOSE, HW_SESSION_MISSED, true, "03-09 open, 03-16 upcoming", NULL},
        {HW_UNHELD_EXTEND, HW_SESSION_CANCELLED, true, "03-09 open, 03-16 upcoming",
         "2025-03-16T00:00:00+01:00"},
        {HW_UNHELD_CLOSE, HW_SESSION_CANCELLED, true, "03-09 withdrawn, 03-16 upcoming", NULL},
        {HW_UNHELD_EXTEND, HW_SESSION_MISSED, false, "03-16 upcoming", NULL},
        {HW_UNHELD_CLOSE, HW_SESSION_CANCELLED, false, "03-16 upcoming", NULL},
        {HW_UNHELD_EXTEND, HW_SESSION_CANCELLED, false, "03-16 upcoming", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = four_sessions();
        hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_days, 1);
        hw_assignment_set_opens(a, (hw_duration){-14, 0});
        hw_assignment_set_closes(a, one_day);
        if (!rows[i].opened) {
            hw_assignment_set_opens(a, none);
        }
        hw_assignment_set_unheld(a, rows[i].unheld);
        scene_give(&s, a);
        scene_now(&s, "2025-03-05T09:00:00+01:00");
        scene_session(&s, "s2", NULL, rows[i].outcome);
        const char *shown = scene_show(&s, "2025-03-09", "2025-03-20", NULL);
        char plain[200];
        snprintf(plain, sizeof plain, "%s", shown);
        if (rows[i].opened) { /* the one of the 18th has opened too */
            assert_non_null(strstr(plain, "03-16 open"));
            memcpy(strstr(plain, "03-16 open"), "03-16 upcoming", 15);
        }
        assert_string_equal(plain, rows[i].shown);
        if (rows[i].due) {
            assert_due(&s, "2025-03-09", rows[i].due);
        }
        scene_close(&s);
    }
}

/* The next session is planned only after the last was missed, moves, and is missed as well. */
static void test_extends_again(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_session(&s, "s1", "2025-03-11T10:00", HW_SESSION_PLANNED);
    hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_BEFORE, none, 1);
    hw_assignment_set_opens(a, (hw_duration){-7, 0});
    hw_assignment_set_grace(a, one_day);
    scene_give(&s, a);
    scene_now(&s, "2025-03-11T11:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_MISSED);
    assert_due(&s, "2025-03-11T10:00", "2025-03-11T10:00:00+01:00");
    scene_now(&s, "2025-03-11T12:00:00+01:00");
    scene_session(&s, "s2", "2025-03-18T10:00", HW_SESSION_PLANNED);
    assert_due(&s, "2025-03-11T10:00", "2025-03-18T10:00:00+01:00");
    scene_session(&s, "s2", "2025-03-19T10:00", HW_SESSION_PLANNED);
    assert_due(&s, "2025-03-11T10:00", "2025-03-19T10:00:00+01:00");
    assert_due(&s, "2025-03-18T10:00", "2025-03-19T10:00:00+01:00");
    scene_session(&s, "s3", "2025-03-26T10:00", HW_SESSION_PLANNED);
    assert_due(&s, "2025-03-11T10:00", "2025-03-19T10:00:00+01:00");
    scene_now(&s, "2025-03-19T11:00:00+01:00");
    scene_session(&s, "s2", NULL, HW_SESSION_MISSED);
    assert_due(&s, "2025-03-11T10:00", "2025-03-26T10:00:00+01:00");
    assert_due(&s, "2025-03-18T10:00", "2025-03-26T10:00:00+01:00");
    scene_now(&s, "2025-03-26T09:00:00+01:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-26T09:00:00+01:00", NULL),
                        "03-11T10:00");
    scene_close(&s);
}

/* ---- keys ---- */

/* Two sessions that were planned for one time share an occurrence: that of the one that takes place. */
static void test_shared_keys(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_session(&s, "s1", "2025-03-11T10:00", HW_SESSION_PLANNED);
    scene_give(&s, scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_days, 1));
    scene_now(&s, "2025-03-01T10:00:00+01:00");
    scene_session(&s, "s0", "2025-03-11T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-11T17:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-09 upcoming");
    scene_session(&s, "s0", "2025-03-13T10:00", HW_SESSION_PLANNED); /* the first that was recorded counts */
    assert_due(&s, "2025-03-09", "2025-03-09T00:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_CANCELLED);
    assert_due(&s, "2025-03-09", "2025-03-11T00:00:00+01:00");
    scene_session(&s, "s0", NULL, HW_SESSION_CANCELLED);
    assert_due(&s, "2025-03-09", "2025-03-09T00:00:00+01:00");
    scene_close(&s);
}

/* A session that is planned in between changes which are the second ones, but for what is over. */
static void test_every_second(void **state)
{
    (void)state;
    scene s = four_sessions();
    scene_give(&s, scene_around("a", "2025-03-03", HW_RELATION_BEFORE, one_day, 2));
    scene_now(&s, "2025-03-12T09:00:00+01:00");
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-10 not-reported, 03-24 upcoming");
    scene_session(&s, "s5", "2025-03-07T10:00", HW_SESSION_HELD); /* told afterwards */
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-10 not-reported, 03-17 upcoming");
    assert_shows(&s, "2025-03-01", "2025-04-01", "2025-03-12T08:00:00+01:00",
                 "03-10 not-reported, 03-24 upcoming");
    scene_close(&s);
}

/* Sessions and clients in different zones: the day is the client's, and the key stays when they travel. */
static void test_zones(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("America/New_York", MARCH_FIRST);
    hw_session *session = hw_session_new("s1", scene_local("2025-03-12T02:00"), &err);
    hw_session_set_zone(session, "Europe/Berlin"); /* 21:00 of the 11th in New York */
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    assert_int_equal(hw_plan_add_session(s.plan, session, change, &err), HW_OK);
    hw_change_free(change);
    hw_session_unref(session);
    scene_give(&s, scene_around("a", "2025-03-03", HW_RELATION_BEFORE, one_day, 1));
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-10 upcoming");
    assert_due(&s, "2025-03-10", "2025-03-10T00:00:00-04:00");
    scene_effective(&s, "2025-03-05");
    scene_settings(&s, "Asia/Tokyo", 0, HW_MONDAY, NULL); /* 10:00 of the 12th */
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL, "03-10 upcoming");
    assert_due(&s, "2025-03-10", "2025-03-11T00:00:00+09:00");
    scene_close(&s);
}

/* ---- with revisions of their own ---- */

static void test_revisions(void **state)
{
    (void)state;
    scene s = four_sessions();
    hw_assignment *a = scene_around("a", "2025-03-03", HW_RELATION_BEFORE, two_days, 1);
    hw_assignment_set_opens(a, (hw_duration){-7, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_session_anchored(a, scene_date("2025-03-03"), HW_RELATION_BEFORE, one_day, 1);
    scene_give(&s, a);
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL,
                 "03-09 not-reported, 03-10 open, 03-16 withdrawn, 03-17 open, 03-24 upcoming");
    scene_session(&s, "s3", "2025-03-30T10:00", HW_SESSION_PLANNED); /* what was withdrawn stays so */
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL,
                 "03-09 not-reported, 03-10 open, 03-16 withdrawn, 03-24 upcoming, 03-17 upcoming");
    scene_now(&s, "2025-03-11T09:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_STOPPED);
    scene_give(&s, a);
    scene_session(&s, "s4", "2025-03-12T10:00", HW_SESSION_PLANNED); /* nothing rises again */
    assert_shows(&s, "2025-03-01", "2025-04-01", NULL,
                 "03-09 not-reported, 03-10 not-reported, 03-16 withdrawn");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_without_sessions),
        cmocka_unit_test(test_exceptions_extras_and_moves),
        cmocka_unit_test(test_moves_take_windows_along),
        cmocka_unit_test(test_moves_into_the_past),
        cmocka_unit_test(test_an_assignment_made_after_the_move),
        cmocka_unit_test(test_until_follows_its_session),
        cmocka_unit_test(test_until_is_cut_off),
        cmocka_unit_test(test_until_closes),
        cmocka_unit_test(test_missed_and_cancelled),
        cmocka_unit_test(test_extends_again),
        cmocka_unit_test(test_shared_keys),
        cmocka_unit_test(test_every_second),
        cmocka_unit_test(test_zones),
        cmocka_unit_test(test_revisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
