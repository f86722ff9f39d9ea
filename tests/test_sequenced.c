/* SPDX-License-Identifier: MIT */
/* What comes after another assignment: keys, windows, chains, circles; and what has no occurrences,
 * waiting for its trigger. */
#include <stdio.h>
#include <string.h>

#include "support/scene.h"

#define MARCH_FIRST "2025-03-01T09:00:00+01:00"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

static const hw_duration none = {0, 0}, two_hours = {0, 7200}, one_day = {1, 0};

/* What is shown of one assignment. */
static const char *show_of(scene *s, const char *id)
{
    static char out[4096];
    hw_occurrences *list = scene_occurrences(s, "2025-01-01", "2026-01-01", NULL);
    hw_error err;
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        if (strcmp(hw_occurrences_assignment_at(list, i), id) != 0) {
            continue;
        }
        char *key = hw_local_text(hw_occurrences_key_at(list, i), &err);
        int size = snprintf(out + at, sizeof out - at, "%s%.11s %s", at ? ", " : "", key + 5,
                            hw_occurrence_status_name(hw_occurrences_status_at(list, i)));
        assert_true(size > 0 && (size_t)size < sizeof out - at);
        at += (size_t)size;
        hw_string_free(key);
    }
    hw_occurrences_free(list);
    return out;
}

static size_t index_of(const hw_occurrences *list, const char *id, const char *key)
{
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local its = hw_occurrences_key_at(list, i), wanted = scene_local(key);
        if (strcmp(hw_occurrences_assignment_at(list, i), id) == 0 && hw_local_compare(its, wanted) == 0 &&
            its.seconds == wanted.seconds) {
            return i;
        }
    }
    fail_msg("there is no %s", key);
    return 0;
}

static void assert_window(scene *s, const char *id, const char *key, const char *opens, const char *due,
                          const char *closes)
{
    hw_occurrences *list = scene_occurrences(s, "2025-01-01", "2026-01-01", NULL);
    size_t i = index_of(list, id, key);
    assert_int_equal(hw_occurrences_opens_at(list, i).instant, scene_instant(opens));
    assert_int_equal(hw_occurrences_due_at(list, i).instant, scene_instant(due));
    assert_int_equal(hw_occurrences_closes_at(list, i).instant, scene_instant(closes));
    hw_occurrences_free(list);
}

static void test_keys_and_windows(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *first = scene_recurring("first", "2025-03-03T19:00", "FREQ=WEEKLY;COUNT=2");
    hw_assignment_set_closes(first, two_hours);
    hw_assignment_set_grace(first, (hw_duration){0, 3600});
    scene_give(&s, first);
    scene_give(&s, scene_after("then", "2025-03-03", "first", one_day));
    assert_string_equal(show_of(&s, "then"), "03-04T22:00 upcoming, 03-11T22:00 upcoming");
    assert_window(&s, "then", "2025-03-04T22:00", "2025-03-04T22:00:00+01:00", "2025-03-04T22:00:00+01:00",
                  "2025-03-05T00:00:00+01:00");
    hw_assignment *then = scene_edit(&s, "then");
    hw_assignment_set_opens(then, (hw_duration){-1, 0}); /* never before the other has settled */
    hw_assignment_set_closes(then, one_day);
    scene_give(&s, then);
    assert_window(&s, "then", "2025-03-04T22:00", "2025-03-04T22:00:00+01:00", "2025-03-04T22:00:00+01:00",
                  "2025-03-05T22:00:00+01:00");
    then = scene_edit(&s, "then");
    hw_assignment_set_sequenced(then, scene_date("2025-03-05"), "first", one_day);
    hw_assignment_add_extra(then, scene_local("2025-03-08"));
    hw_assignment_add_move(then, scene_local("2025-03-11T22:00"), scene_local("2025-03-12T08:00"));
    scene_give(&s, then);
    assert_string_equal(show_of(&s, "then"), "03-08 upcoming, 03-11T22:00 upcoming");
    assert_window(&s, "then", "2025-03-11T22:00", "2025-03-12T08:00:00+01:00", "2025-03-12T08:00:00+01:00",
                  "2025-03-13T08:00:00+01:00");
    scene_close(&s);
}

/* Two that settle at one time release one; what is withdrawn, none. */
static void test_what_releases(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *first = scene_recurring("first", "2025-03-03T08:00", "FREQ=DAILY");
    hw_assignment_add_time(first, 20 * 3600);
    hw_assignment_set_until(first, scene_date("2025-03-05"));
    scene_give(&s, first);
    scene_give(&s, scene_after("then", "2025-03-03", "first", none));
    assert_string_equal(show_of(&s, "then"),
                        "03-04T00:00 upcoming, 03-05T00:00 upcoming, 03-06T00:00 upcoming");
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    scene_report(&s, "first", HW_EXTENT_DONE, "2025-03-04T08:30:00+01:00", NULL);
    first = scene_edit(&s, "first");
    hw_assignment_set_state(first, HW_ASSIGNMENT_STOPPED);
    scene_effective(&s, "2025-03-04");
    scene_give(&s, first);
    assert_string_equal(show_of(&s, "first"), "03-03T08:00 not-reported, 03-03T20:00 not-reported, "
                                              "03-04T08:00 done, 03-04T20:00 withdrawn");
    assert_string_equal(show_of(&s, "then"), "03-04T00:00 open, 03-05T00:00 upcoming");
    scene_now(&s, "2025-03-07T09:00:00+01:00");
    first = scene_edit(&s, "first"); /* what came of it stays */
    hw_assignment_set_state(first, HW_ASSIGNMENT_ENTERED_IN_ERROR);
    scene_give(&s, first);
    assert_string_equal(show_of(&s, "first"), "");
    assert_string_equal(show_of(&s, "then"), "03-04T00:00 not-reported, 03-05T00:00 not-reported");
    scene_close(&s);
}

/* A quota that is full releases what comes after it early; the key does not depend on that. */
static void test_after_a_quota(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *first = scene_quota("first", "2025-03-03", 2, 0, HW_PERIOD_WEEK);
    hw_assignment_set_until(first, scene_date("2025-03-16"));
    scene_give(&s, first);
    scene_give(&s, scene_after("then", "2025-03-03", "first", two_hours));
    assert_string_equal(show_of(&s, "then"), "03-10T02:00 upcoming, 03-17T02:00 upcoming");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_report(&s, "first", HW_EXTENT_DONE, "2025-03-04T08:30:00+01:00", NULL);
    scene_report(&s, "first", HW_EXTENT_DONE, "2025-03-05T08:30:00+01:00", NULL);
    assert_window(&s, "then", "2025-03-10T02:00", "2025-03-05T11:00:00+01:00", "2025-03-10T02:00:00+01:00",
                  "2025-03-11T00:00:00+01:00");
    assert_string_equal(show_of(&s, "then"), "03-10T02:00 upcoming, 03-17T02:00 upcoming");
    scene_now(&s, "2025-03-05T12:00:00+01:00");
    assert_string_equal(show_of(&s, "then"), "03-10T02:00 open, 03-17T02:00 upcoming");
    assert_string_equal(scene_report(&s, "then", HW_EXTENT_DONE, "2025-03-05T11:30:00+01:00", NULL),
                        "03-10T02:00");
    hw_error err;
    hw_change *change = hw_change_new(scene_moment("2025-03-05T13:00:00+01:00"), "me", "desk", &err);
    hw_log *log = hw_plan_entries(s.plan, &err);
    assert_int_equal(hw_plan_void_entry(s.plan, hw_log_id_at(log, 0), change, &err), HW_OK);
    hw_log_unref(log);
    hw_change_free(change);
    scene_now(&s, "2025-03-05T13:00:00+01:00");
    assert_window(&s, "then", "2025-03-10T02:00", "2025-03-10T02:00:00+01:00", "2025-03-10T02:00:00+01:00",
                  "2025-03-11T00:00:00+01:00");
    assert_string_equal(show_of(&s, "then"), "03-10T02:00 done, 03-17T02:00 upcoming");
    scene_close(&s);
}

/* A chain: what follows a session's homework moves along with the session, all the way, and keeps its
 * keys. */
static void test_chains_follow(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_session(&s, "s1", "2025-03-11T10:00", HW_SESSION_PLANNED);
    scene_give(&s, scene_around("a", "2025-03-03", HW_RELATION_AFTER, two_hours, 1));
    scene_give(&s, scene_after("b", "2025-03-03", "a", none));
    scene_give(&s, scene_after("c", "2025-03-03", "b", two_hours));
    assert_string_equal(show_of(&s, "a"), "03-11T12:00 upcoming");
    assert_string_equal(show_of(&s, "b"), "03-12T00:00 upcoming");
    assert_string_equal(show_of(&s, "c"), "03-13T02:00 upcoming");
    scene_session(&s, "s1", "2025-03-14T10:00", HW_SESSION_PLANNED);
    assert_string_equal(show_of(&s, "c"), "03-13T02:00 upcoming");
    assert_window(&s, "b", "2025-03-12T00:00", "2025-03-15T00:00:00+01:00", "2025-03-15T00:00:00+01:00",
                  "2025-03-16T00:00:00+01:00");
    assert_window(&s, "c", "2025-03-13T02:00", "2025-03-16T02:00:00+01:00", "2025-03-16T02:00:00+01:00",
                  "2025-03-17T00:00:00+01:00");
    hw_instant next;
    hw_error err;
    assert_true(hw_plan_next_change(s.plan, scene_instant("2025-03-15T12:00:00+01:00"), &next, &err));
    assert_int_equal(next, scene_instant("2025-03-16T00:00:00+01:00"));
    assert_true(hw_plan_next_change(s.plan, next, &next, &err));
    assert_int_equal(next, scene_instant("2025-03-16T02:00:00+01:00"));
    scene_now(&s, "2025-03-16T10:00:00+01:00");
    assert_string_equal(scene_report(&s, "c", HW_EXTENT_DONE, "2025-03-16T09:00:00+01:00", NULL),
                        "03-13T02:00");
    scene_close(&s);
}

/* What was done ahead stays, whatever becomes of what it comes after. */
static void test_what_was_answered_stays(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=4"));
    scene_give(&s, scene_after("b", "2025-03-03", "a", none));
    scene_now(&s, "2025-03-04T10:00:00+01:00");
    scene_report(&s, "b", HW_EXTENT_DONE, NULL, "2025-03-05T00:00");
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_closes(a, (hw_duration){0, 43200});
    scene_give(&s, a);
    const char *kept = "03-04T00:00 open, 03-05T00:00 done, 03-05T12:00 upcoming, 03-06T12:00 upcoming";
    assert_string_equal(show_of(&s, "b"), kept);
    a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_STOPPED);
    scene_give(&s, a);
    assert_string_equal(show_of(&s, "b"), "03-04T00:00 open, 03-05T00:00 done");
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    assert_int_equal(hw_plan_check_entries(s.plan, problems, &err), HW_OK);
    assert_int_equal(hw_problems_count(problems), 0);
    hw_problems_free(problems);
    scene_close(&s);
}

/* ---- circles ---- */

static hw_status try_revise(scene *s, hw_assignment *draft, hw_error *err)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", err);
    hw_status status = hw_plan_revise_assignment(s->plan, draft, change, err);
    hw_change_free(change);
    hw_assignment_unref(draft);
    return status;
}

static void test_circles_are_refused(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=3"));
    scene_give(&s, scene_after("b", "2025-03-03", "a", none));
    scene_give(&s, scene_after("c", "2025-03-03", "b", none));
    hw_assignment *a = scene_edit(&s, "a");
    hw_assignment_set_sequenced(a, scene_date("2025-03-03"), "c", none);
    assert_int_equal(try_revise(&s, a, &err), HW_ERR_STATE);
    assert_string_equal(err.subject, "a");
    a = scene_edit(&s, "a");
    hw_assignment_set_sequenced(a, scene_date("2025-03-03"), "a", none);
    assert_int_equal(try_revise(&s, a, &err), HW_ERR_ARGUMENT);
    a = scene_edit(&s, "b");
    hw_assignment_set_predecessor(a, "c");
    assert_int_equal(try_revise(&s, a, &err), HW_OK);
    a = scene_edit(&s, "c");
    hw_assignment_set_predecessor(a, "b");
    assert_int_equal(try_revise(&s, a, &err), HW_ERR_STATE);
    a = scene_edit(&s, "c"); /* the other way round there is no circle */
    hw_assignment_set_sequenced(a, scene_date("2025-03-03"), "a", none);
    assert_int_equal(try_revise(&s, a, &err), HW_OK);
    a = scene_edit(&s, "b");
    hw_assignment_set_sequenced(a, scene_date("2025-03-03"), "c", none);
    assert_int_equal(try_revise(&s, a, &err), HW_OK);
    assert_true(strlen(show_of(&s, "b")) > 0);
    scene_close(&s);
}

static void test_chains_have_an_end(void **state)
{
    (void)state;
    hw_error err;
    char id[16], before[16];
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_once("a000", "2025-03-03"));
    for (int i = 1; i <= 101; i++) {
        snprintf(id, sizeof id, "a%03d", i);
        snprintf(before, sizeof before, "a%03d", i - 1);
        hw_assignment *next = scene_after(id, "2025-03-03", before, none);
        if (i <= 100) {
            scene_give(&s, next);
            continue;
        }
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        assert_int_equal(hw_plan_add_assignment(s.plan, next, change, &err), HW_ERR_LIMIT);
        hw_change_free(change);
        hw_assignment_unref(next);
    }
    hw_occurrences *list = scene_occurrences(&s, "2025-01-01", "2026-01-01", NULL);
    assert_int_equal(hw_occurrences_count(list), 101);
    hw_occurrences_free(list);
    scene_close(&s);
}

/* Each of two copies is right; together they lead in a circle. */
static void test_circles_of_a_merge(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=3"));
    hw_assignment *b = scene_recurring("b", "2025-03-03", "FREQ=DAILY;COUNT=3");
    scene_give(&s, b);
    scene other = s;
    other.plan = hw_plan_copy(s.plan, &err);
    b = scene_edit(&s, "b");
    hw_assignment_set_sequenced(b, scene_date("2025-03-03"), "a", none);
    hw_assignment_add_extra(b, scene_local("2025-04-01"));
    scene_give(&s, b);
    hw_assignment *a = scene_edit(&other, "a");
    hw_assignment_set_sequenced(a, scene_date("2025-03-03"), "b", none);
    hw_change *change = hw_change_new(s.now, "me", "phone", &err);
    assert_int_equal(hw_plan_revise_assignment(other.plan, a, change, &err), HW_OK);
    hw_change_free(change);
    hw_assignment_unref(a);
    hw_problems *problems = hw_problems_new(&err);
    assert_int_equal(hw_plan_merge(s.plan, other.plan, problems, &err), HW_OK);
    assert_int_equal(hw_problems_count(problems), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(hw_problems_code_at(problems, i), HW_PROBLEM_CYCLE);
        assert_int_equal(hw_problems_severity_at(problems, i), HW_SEVERITY_WARNING);
        assert_string_equal(hw_problems_subject_at(problems, i), i ? "b" : "a");
    }
    assert_string_equal(show_of(&s, "a"), "");
    assert_string_equal(show_of(&s, "b"), "");
    scene_now(&s, "2025-03-02T09:00:00+01:00"); /* it can be mended, and be left as it is in other ways */
    b = scene_edit(&s, "b");
    hw_assignment_set_minutes(b, 10);
    assert_int_equal(try_revise(&s, b, &err), HW_OK);
    a = scene_edit(&s, "a");
    hw_assignment_set_once(a, scene_local("2025-03-03"));
    assert_int_equal(try_revise(&s, a, &err), HW_OK);
    assert_string_equal(show_of(&s, "b"), "03-04T00:00 upcoming, 04-01 upcoming");
    hw_problems_free(problems);
    hw_plan_free(other.plan);
    scene_close(&s);
}

/* ---- upon an event ---- */

static void test_event_contingent(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    hw_assignment *a = scene_once("a", "2025-03-03");
    assert_int_equal(hw_assignment_set_event_contingent(a, scene_date("2025-03-03")), HW_OK);
    assert_int_equal(hw_assignment_set_trigger(a, NULL, "When I feel the urge to check"), HW_OK);
    scene_give(&s, a);
    assert_string_equal(hw_assignment_trigger(hw_plan_assignment(s.plan, "a"), "fr"),
                        "When I feel the urge to check");
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T08:00:00+01:00", NULL), "none");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_NO_OPPORTUNITY, "2025-03-04", NULL), "none");
    hw_progress *progress = hw_plan_progress(s.plan, scene_date("2025-03-01"), scene_date("2025-04-01"),
                                             s.now.instant, NULL, &err);
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_GENERATED), 0);
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_UNSCHEDULED), 1);
    hw_progress_free(progress);
    scene_close(&s);
}

/* That nothing came up is no answer. */
static void test_no_opportunity(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", MARCH_FIRST);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=2"));
    scene_now(&s, "2025-03-03T20:00:00+01:00");
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_NO_OPPORTUNITY, NULL, "2025-03-03"), HW_ERR_ARGUMENT);
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_NO_OPPORTUNITY, "2025-03-03", NULL), "none");
    assert_shows(&s, "2025-01-01", "2026-01-01", NULL, "03-03 open, 03-04 upcoming");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_and_windows),   cmocka_unit_test(test_what_releases),
        cmocka_unit_test(test_after_a_quota),      cmocka_unit_test(test_what_was_answered_stays),
        cmocka_unit_test(test_chains_follow),      cmocka_unit_test(test_circles_are_refused),
        cmocka_unit_test(test_chains_have_an_end), cmocka_unit_test(test_circles_of_a_merge),
        cmocka_unit_test(test_event_contingent),   cmocka_unit_test(test_no_opportunity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
