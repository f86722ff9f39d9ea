/* SPDX-License-Identifier: MIT */
/* Occurrences that are moved, rules that taper off, what is meant for the time after the plan; and
 * windows, days and weeks in all combinations. */
#include <stdio.h>
#include <string.h>

#include "support/scene.h"

#define MARCH_FIRST "2025-03-01T09:00:00+01:00"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

static hw_moment due_of(scene *s, const char *key)
{
    hw_occurrences *list = scene_occurrences(s, "2025-01-01", "2026-01-01", NULL);
    hw_moment due = {0};
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local its = hw_occurrences_key_at(list, i), wanted = scene_local(key);
        if (hw_local_compare(its, wanted) == 0 && its.seconds == wanted.seconds) {
            due = hw_occurrences_due_at(list, i);
        }
    }
    assert_int_equal(due.precision, HW_PRECISION_EXACT);
    hw_occurrences_free(list);
    return due;
}

#define assert_due(s, key, due) assert_int_equal(due_of((s), (key)).instant, scene_instant(due))

/* ---- moves ---- */

static void test_moves(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=3");
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_assignment_add_reminder_at(a, HW_REMINDER_NUDGE, HW_ANCHOR_DUE, -1, 12 * 3600);
    assert_int_equal(hw_assignment_add_move(a, scene_local("2025-03-04T19:00"),
                                            scene_local("2025-03-10T08:00")),
                     HW_OK);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-03T19:00 upcoming, 03-05T19:00 upcoming, "
                 "03-04T19:00 upcoming");
    assert_due(&s, "2025-03-04T19:00", "2025-03-10T08:00:00+01:00");
    hw_error err;
    hw_reminders *rings = hw_plan_reminders(s.plan, scene_instant("2025-03-06T00:00:00+01:00"),
                                            scene_instant("2025-03-20T00:00:00+01:00"), s.now.instant, &err);
    assert_int_equal(hw_reminders_count(rings), 2);
    assert_int_equal(hw_reminders_at(rings, 0).instant, scene_instant("2025-03-09T12:00:00+01:00"));
    assert_int_equal(hw_reminders_at(rings, 1).instant, scene_instant("2025-03-10T07:30:00+01:00"));
    assert_int_equal(hw_local_compare(hw_reminders_key_at(rings, 1), scene_local("2025-03-04T19:00")), 0);
    hw_reminders_free(rings);
    hw_instant next;
    assert_true(hw_plan_next_change(s.plan, scene_instant("2025-03-06T00:00:00+01:00"), &next, &err));
    assert_int_equal(next, scene_instant("2025-03-10T00:00:00+01:00"));
    scene_hold(&s, "h", "2025-03-09", "2025-03-11", NULL, false); /* a hold is for when it is due */
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-03T19:00 upcoming, 03-05T19:00 upcoming, "
                 "03-04T19:00 suspended");
    scene_hold(&s, "h", "2025-03-04", "2025-03-04", NULL, false);
    assert_shows(&s, "2025-03-04", "2025-03-05", NULL, "03-04T19:00 upcoming");
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-10T08:30:00+01:00", NULL),
                        "03-04T19:00");
    scene_close(&s);
}

/* A move concerns what was neither settled nor answered when it was recorded, and may be taken back. */
static void test_moves_by_revision(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=4"));
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T08:00:00+01:00", NULL);
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_add_move(a, scene_local("2025-03-04"), scene_local("2025-03-14"));
    hw_assignment_add_move(a, scene_local("2025-03-05"), scene_local("2025-03-15"));
    hw_assignment_add_move(a, scene_local("2025-03-06"), scene_local("2025-03-16"));
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-03 not-reported, 03-04 not-reported, 03-05 done, 03-06 upcoming");
    assert_due(&s, "2025-03-04", "2025-03-04T00:00:00+01:00");
    assert_due(&s, "2025-03-05", "2025-03-05T00:00:00+01:00");
    assert_due(&s, "2025-03-06", "2025-03-16T00:00:00+01:00");
    scene_now(&s, "2025-03-08T09:00:00+01:00");
    assert_shows(&s, "2025-03-06", "2025-03-07", NULL, "03-06 upcoming");
    a = scene_edit(&s, "a");
    hw_assignment_clear_changes(a);
    hw_assignment_add_move(a, scene_local("2025-03-06"), scene_local("2025-03-09"));
    scene_give(&s, a);
    assert_due(&s, "2025-03-06", "2025-03-09T00:00:00+01:00");
    a = scene_edit(&s, "a"); /* without the move it would have been over: it is withdrawn */
    hw_assignment_clear_changes(a);
    scene_give(&s, a);
    assert_shows(&s, "2025-03-06", "2025-03-07", "2025-03-08T08:00:00+01:00", "03-06 upcoming");
    assert_shows(&s, "2025-03-06", "2025-03-07", NULL, "");
    scene_close(&s);
}

/* What would be over where it is moved to stays where it was; what was over there stays over. */
static void test_moves_into_the_past(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=7"));
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_add_move(a, scene_local("2025-03-08"), scene_local("2025-03-02"));
    hw_assignment_add_move(a, scene_local("2025-03-09"), scene_local("2025-03-05"));
    scene_give(&s, a);
    const char *shown = "03-03 not-reported, 03-04 open, 03-05 upcoming, 03-09 upcoming, 03-06 upcoming, "
                        "03-07 upcoming, 03-08 upcoming";
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, shown);
    assert_due(&s, "2025-03-08", "2025-03-08T00:00:00+01:00");
    scene_now(&s, "2025-03-07T09:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_minutes(a, 5);
    scene_give(&s, a);
    assert_due(&s, "2025-03-09", "2025-03-05T00:00:00+01:00");
    assert_shows(&s, "2025-03-08", "2026-01-01", NULL, "03-09 not-reported, 03-08 upcoming");
    scene_close(&s);
}

static void test_refused_moves(void **state)
{
    (void)state;
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY");
    hw_local day = scene_local("2025-03-04"), other = scene_local("2025-03-05"),
             time = scene_local("2025-03-05T10:00");
    assert_int_equal(hw_assignment_add_move(a, day, time), HW_ERR_RANGE);
    assert_int_equal(hw_assignment_add_move(a, time, day), HW_ERR_RANGE);
    assert_int_equal(hw_assignment_add_move(a, day, (hw_local){{0, 0, 0}, 0}), HW_ERR_RANGE);
    assert_int_equal(hw_assignment_add_move(a, day, other), HW_OK);
    assert_int_equal(hw_assignment_add_move(a, day, other), HW_ERR_DUPLICATE);
    assert_int_equal(hw_assignment_move_count(a), 1);
    hw_assignment_unref(a);
    a = scene_quota("a", "2025-03-03", 1, 0, HW_PERIOD_WEEK);
    assert_int_equal(hw_assignment_add_move(a, day, other), HW_ERR_STATE);
    hw_assignment_set_event_contingent(a, day.date);
    assert_int_equal(hw_assignment_add_move(a, day, other), HW_ERR_STATE);
    assert_int_equal(hw_assignment_add_move(NULL, day, other), HW_ERR_ARGUMENT);
    hw_assignment_unref(a);
}

/* ---- tapers ---- */

static void test_tapers(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-06"), "FREQ=DAILY;INTERVAL=2"), HW_OK);
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-11"), "BYDAY=MO;FREQ=WEEKLY"), HW_OK);
    assert_int_equal(hw_assignment_set_until(a, scene_date("2025-03-24")), HW_OK);
    assert_int_equal(hw_assignment_taper_count(a), 2);
    assert_string_equal(hw_assignment_taper_rule_at(a, 1), "FREQ=WEEKLY;BYDAY=MO");
    assert_int_equal(hw_assignment_taper_from_at(a, 1).day, 11);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-03T19:00 upcoming, 03-04T19:00 upcoming, 03-05T19:00 upcoming, 03-06T19:00 upcoming, "
                 "03-08T19:00 upcoming, 03-10T19:00 upcoming, 03-17T19:00 upcoming, 03-24T19:00 upcoming");
    assert_shows(&s, "2025-03-05", "2025-03-09", NULL,
                 "03-05T19:00 upcoming, 03-06T19:00 upcoming, 03-08T19:00 upcoming");
    a = scene_edit(&s, "a");
    assert_int_equal(hw_assignment_clear_tapers(a), HW_OK);
    scene_now(&s, "2025-03-20T09:00:00+01:00");
    scene_give(&s, a);
    assert_shows(&s, "2025-03-18", "2026-01-01", NULL,
                 "03-20T19:00 open, 03-21T19:00 upcoming, 03-22T19:00 upcoming, 03-23T19:00 upcoming, "
                 "03-24T19:00 upcoming");
    scene_close(&s);
}

static void test_refused_tapers(void **state)
{
    (void)state;
    static const struct {
        const char *from, *rule;
        hw_status status;
    } rows[] = {
        {"2025-03-03", "FREQ=DAILY", HW_ERR_RANGE},
        {"2025-03-01", "FREQ=DAILY", HW_ERR_RANGE},
        {"2025-03-10", NULL, HW_ERR_ARGUMENT},
        {"2025-03-10", "FREQ=YEARLY", HW_ERR_UNSUPPORTED},
        {"2025-03-10", "nonsense", HW_ERR_SYNTAX},
        {"2025-03-10", "FREQ=DAILY;INTERVAL=0", HW_ERR_RANGE},
        {"2025-03-10", "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO", HW_ERR_RANGE},
        {"2025-03-05", "FREQ=DAILY", HW_ERR_RANGE}, /* the first rule would never come to matter */
        {"2025-03-10", "FREQ=DAILY", HW_OK},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=WEEKLY;BYDAY=FR");
        assert_int_equal(hw_assignment_add_taper(a, scene_date(rows[i].from), rows[i].rule), rows[i].status);
        assert_int_equal(hw_assignment_taper_count(a), rows[i].status == HW_OK);
        hw_assignment_unref(a);
    }
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-10"), "FREQ=WEEKLY"), HW_OK);
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-10"), "FREQ=WEEKLY"), HW_ERR_RANGE);
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-12"), "FREQ=WEEKLY"), HW_OK);
    hw_assignment_set_once(a, scene_local("2025-03-03"));
    assert_int_equal(hw_assignment_taper_count(a), 0);
    assert_int_equal(hw_assignment_add_taper(a, scene_date("2025-03-20"), "FREQ=DAILY"), HW_ERR_STATE);
    hw_assignment_unref(a);
}

/* ---- after the plan ---- */

static void test_maintenance(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=6");
    hw_assignment_set_maintenance(a, true);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, ""); /* nobody has said when the plan ends */
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-05");
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-06 upcoming, 03-07 upcoming, 03-08 upcoming");
    scene_now(&s, "2025-03-07T09:00:00+01:00");
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-07"); /* it goes on for a while */
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-06 not-reported, 03-07 withdrawn, 03-08 upcoming");
    scene_close(&s);

    s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-12");
    a = scene_quota("a", "2025-03-03", 7, 0, HW_PERIOD_WEEK);
    hw_assignment_set_until(a, scene_date("2025-03-20"));
    hw_assignment_set_maintenance(a, true);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-10 upcoming, 03-17 upcoming");
    hw_occurrences *list =
        scene_occurrences(&s, "2025-03-10", "2025-03-11", NULL); /* four of its days count */
    assert_int_equal(hw_occurrences_opens_at(list, 0).instant, scene_instant("2025-03-13T00:00:00+01:00"));
    hw_occurrences_free(list);
    scene_close(&s);
}

/* In a plan without an end: what is open moves on with the last session, what is closed does not. */
static void test_maintenance_after_sessions(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=9");
    hw_assignment_set_maintenance(a, true);
    scene_give(&s, a);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, ""); /* neither an end nor a session */
    scene_session(&s, "s1", "2025-03-04T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-07T10:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-08 upcoming, 03-09 upcoming, 03-10 upcoming, 03-11 upcoming");
    scene_now(&s, "2025-03-07T11:00:00+01:00");
    scene_session(&s, "s2", NULL, HW_SESSION_HELD);
    scene_now(&s, "2025-03-09T09:00:00+01:00");
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-08 not-reported, 03-09 open, 03-10 upcoming, 03-11 upcoming");
    scene_session(&s, "s3", "2025-03-10T10:00", HW_SESSION_PLANNED); /* it was not the last one after all */
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-08 not-reported, 03-09 withdrawn, 03-11 upcoming");
    assert_shows(&s, "2025-01-01", "2026-01-01", "2025-03-09T08:00:00+01:00",
                 "03-08 not-reported, 03-09 open, 03-10 upcoming, 03-11 upcoming");
    scene_now(&s, "2025-03-10T08:00:00+01:00");
    scene_session(&s, "s3", NULL, HW_SESSION_CANCELLED);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-08 not-reported, 03-09 withdrawn, 03-10 open, 03-11 upcoming");
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-10"); /* an end goes before sessions */
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL,
                 "03-08 not-reported, 03-09 withdrawn, 03-10 withdrawn, 03-11 upcoming");
    scene_close(&s);

    s = scene_open("Europe/Berlin", MARCH_FIRST);
    a = scene_quota("a", "2025-03-03", 7, 0, HW_PERIOD_WEEK);
    hw_assignment_set_until(a, scene_date("2025-03-23"));
    hw_assignment_set_maintenance(a, true);
    scene_give(&s, a);
    scene_session(&s, "s1", "2025-03-05T10:00", HW_SESSION_PLANNED);
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-10 upcoming, 03-17 upcoming"); /* whole weeks */
    scene_close(&s);
}

/* ---- windows, days and weeks ---- */

/* Due at 19:00 or at 01:00, open by the client's day or for an hour on either side: done at a moment, is
 * it on time, late, or refused? Days start at midnight or at 03:00. */
static void test_late_policies(void **state)
{
    static const char *const statuses[][3] = {{"done", "done", "done"}, {"done-late", "done", "refused"}};
    static const int day_starts[] = {0, 180};
    static const struct {
        const char *key, *at;
        bool window;
        int late[2]; /* by the day's start; -1 = not asked */
    } rows[] = {
        {"2025-03-05T19:00", "2025-03-05T19:30:00+01:00", false, {0, 0}},
        {"2025-03-05T19:00", "2025-03-05T23:59:00+01:00", false, {0, 0}},
        {"2025-03-05T19:00", "2025-03-06T02:59:00+01:00", false, {1, 0}},
        {"2025-03-05T19:00", "2025-03-06T03:00:00+01:00", false, {1, 1}},
        {"2025-03-05T19:00", "2025-03-05T19:59:00+01:00", true, {0, 0}},
        {"2025-03-05T19:00", "2025-03-05T20:00:00+01:00", true, {1, 1}},
        {"2025-03-06T01:00", "2025-03-06T02:59:00+01:00", false, {0, 0}},
        {"2025-03-06T01:00", "2025-03-06T03:01:00+01:00", false, {0, 1}},
        {"2025-03-06T01:00", "2025-03-06T01:59:00+01:00", true, {0, 0}},
        {"2025-03-06T01:00", "2025-03-06T02:00:00+01:00", true, {1, 1}},
        /* by the wall clock of the person, wherever that is */
        {"2025-03-05T19:00", "2025-03-05T19:59:00-05:00", true, {0, 0}},
        {"2025-03-05T19:00", "2025-03-06T00:30:00+09:00", false, {1, 0}},
        {"2025-03-05T19:00", "2025-03-05", true, {0, 0}},
        {"2025-03-05T19:00", "2025-03-06", true, {1, 1}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (int d = 0; d < 2; d++) {
            for (int policy = HW_LATE_MARKED; policy <= HW_LATE_REFUSED; policy++) {
                scene s = scene_open("Europe/Berlin", MARCH_FIRST);
                scene_effective(&s, "2025-01-01");
                scene_settings(&s, "Europe/Berlin", day_starts[d], HW_MONDAY, NULL);
                hw_assignment *a = scene_once("a", rows[i].key);
                hw_assignment_set_late(a, (hw_late_policy)policy);
                hw_assignment_set_grace(a, (hw_duration){3, 0});
                if (rows[i].window) {
                    hw_assignment_set_opens(a, (hw_duration){0, -3600});
                    hw_assignment_set_closes(a, (hw_duration){0, 3600});
                }
                scene_give(&s, a);
                scene_now(&s, "2025-03-07T09:00:00+01:00");
                const char *expected = statuses[rows[i].late[d]][policy];
                hw_status status = scene_try(&s, "a", HW_EXTENT_DONE, rows[i].at, rows[i].key);
                bool refused = strcmp(expected, "refused") == 0;
                if (status != (refused ? HW_ERR_STATE : HW_OK)) {
                    print_error("%s at %s, day %d, policy %d\n", rows[i].key, rows[i].at, d, policy);
                }
                assert_int_equal(status, refused ? HW_ERR_STATE : HW_OK);
                char shown[64];
                snprintf(shown, sizeof shown, "%s %s", rows[i].key + 5, refused ? "open" : expected);
                assert_string_equal(scene_show(&s, "2025-03-01", "2025-04-01", NULL), shown);
                scene_close(&s);
            }
        }
    }
}

/* Three times a week, from a Wednesday to a Saturday: the periods by the first day of the week, and how
 * long a report at 01:30 in the night to that day still belongs to the week before. */
static void test_week_starts(void **state)
{
    static const char *const firsts[] = {"2025-03-10", "2025-03-11", "2025-03-12", "2025-03-13",
                                         "2025-03-14", "2025-03-15", "2025-03-09"};
    (void)state;
    for (int start = HW_MONDAY; start <= HW_SUNDAY; start++) {
        for (int late = 0; late < 2; late++) {
            scene s = scene_open("Europe/Berlin", MARCH_FIRST);
            scene_effective(&s, "2025-01-01");
            scene_settings(&s, "Europe/Berlin", late * 180, start, NULL);
            scene_give(&s, scene_quota("a", "2025-03-05", 3, 0, HW_PERIOD_WEEK));
            scene_now(&s, "2025-04-01T09:00:00+02:00");
            hw_local first = scene_local(firsts[start]);
            char at[64], before[16], key[16];
            snprintf(at, sizeof at, "%sT01:30:00+01:00", firsts[start]);
            snprintf(key, sizeof key, "%02d-%02d", first.date.month, first.date.day);
            hw_date earlier = hw_date_add_days(first.date, -7);
            snprintf(before, sizeof before, "%02d-%02d", earlier.month, earlier.day);
            assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, at, NULL), late ? before : key);
            scene_close(&s);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moves),
        cmocka_unit_test(test_moves_by_revision),
        cmocka_unit_test(test_moves_into_the_past),
        cmocka_unit_test(test_refused_moves),
        cmocka_unit_test(test_tapers),
        cmocka_unit_test(test_refused_tapers),
        cmocka_unit_test(test_maintenance),
        cmocka_unit_test(test_maintenance_after_sessions),
        cmocka_unit_test(test_late_policies),
        cmocka_unit_test(test_week_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
