/* SPDX-License-Identifier: MIT */
/* Threads of assignments: in order over branches and circles, with their sessions and reviews; and what
 * waits for a review. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/random.h"
#include "support/scene.h"

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static scene open_scene(void)
{
    return scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
}

static void give(scene *s, const char *id, const char *predecessor)
{
    hw_error err;
    hw_assignment *a = hw_assignment_new(id, "Practice", HW_KIND_RELAXATION, &err);
    assert_int_equal(hw_assignment_set_predecessor(a, predecessor), HW_OK);
    scene_give(s, a);
}

static void continues(scene *s, const char *id, const char *predecessor)
{
    hw_assignment *edit = scene_edit(s, id);
    assert_int_equal(hw_assignment_set_predecessor(edit, predecessor), HW_OK);
    scene_give(s, edit);
}

static void hold_session(scene *s, const char *id, const char *start)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_session *session = hw_session_new(id, scene_local(start), &err);
    hw_session_set_state(session, HW_SESSION_HELD);
    if (hw_plan_add_session(s->plan, session, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_session_unref(session);
    hw_change_free(change);
}

static void plan_session(scene *s, const char *id, const char *start)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_session *session = hw_session_new(id, scene_local(start), &err);
    assert_int_equal(hw_plan_add_session(s->plan, session, change, &err), HW_OK);
    hw_session_unref(session);
    hw_change_free(change);
}

static void review(scene *s, const char *id, const char *session, const char *assignment,
                   hw_decision decision)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_review *made = hw_review_new(id, session, assignment, decision, &err);
    if (hw_plan_add_review(s->plan, made, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_review_unref(made);
    hw_change_free(change);
}

/* The ids of a thread, in order. */
static const char *thread_of(const scene *s, const char *id, hw_instant as_of)
{
    static char text[512];
    size_t size = 0;
    hw_error err;
    hw_thread *thread = hw_plan_thread(s->plan, id, as_of, &err);
    assert_non_null(thread);
    text[0] = '\0';
    for (size_t i = 0; i < hw_thread_count(thread); i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i ? " " : "",
                                 hw_thread_assignment_at(thread, i));
    }
    hw_thread_free(thread);
    return text;
}

static void expect_thread(const scene *s, const char *const *ids, size_t count, const char *expected)
{
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(thread_of(s, ids[i], s->now.instant), expected);
    }
}

static void test_branches(void **state)
{
    (void)state;
    static const char *const all[] = {"a", "b", "c", "d", "late"};
    scene s = open_scene();
    give(&s, "a", NULL);
    give(&s, "alone", NULL);
    give(&s, "c", "a");
    give(&s, "b", "a");
    give(&s, "d", "b");
    expect_thread(&s, all, 4, "a b c d");
    assert_string_equal(thread_of(&s, "alone", s.now.instant), "alone");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    give(&s, "late", NULL);
    continues(&s, "a", "late"); /* recorded last, and yet what all began with */
    expect_thread(&s, all, 5, "late a b c d");
    assert_string_equal(thread_of(&s, "d", scene_instant("2025-03-04T09:00:00+01:00")), "a b c d");
    continues(&s, "b", NULL);
    assert_string_equal(thread_of(&s, "d", s.now.instant), "b d");
    assert_string_equal(thread_of(&s, "c", s.now.instant), "late a c");
    scene_close(&s);
}

/* Two copies, each right by itself, lead in a circle together. */
static void test_circles(void **state)
{
    (void)state;
    static const char *const all[] = {"a", "b", "c", "tail"};
    hw_error err;
    scene s = open_scene();
    give(&s, "a", NULL);
    give(&s, "b", "a");
    give(&s, "c", NULL);
    give(&s, "tail", "c");
    scene other = s;
    other.plan = hw_plan_copy(s.plan, &err);
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    continues(&s, "c", "b");
    hw_change *change = hw_change_new(scene_moment("2025-03-03T09:00:00+01:00"), "me", "phone", &err);
    hw_assignment *edit = scene_edit(&other, "a");
    hw_assignment_set_predecessor(edit, "c");
    assert_int_equal(hw_plan_revise_assignment(other.plan, edit, change, &err), HW_OK);
    hw_assignment_unref(edit);
    hw_change_free(change);
    assert_int_equal(hw_plan_merge(s.plan, other.plan, NULL, &err), HW_OK);
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    expect_thread(&s, all, COUNT_OF(all), "a b c tail");
    hw_plan_free(other.plan);
    scene_close(&s);
}

static void test_sessions_and_reviews(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    hold_session(&s, "s1", "2025-02-20T10:00");
    plan_session(&s, "s2", "2025-03-07T10:00");
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_RELAXATION, &err);
    hw_assignment_set_session(a, "s1");
    scene_give(&s, a);
    hw_assignment *edit = scene_edit(&s, "a");
    hw_assignment_set_minutes(edit, 5);
    scene_give(&s, edit);
    edit = scene_edit(&s, "a");
    hw_assignment_set_session(edit, "s2");
    scene_give(&s, edit);
    give(&s, "b", "a");
    review(&s, "r1", "s1", "a", HW_DECISION_SIMPLIFY);
    review(&s, "r2", "s2", "a", HW_DECISION_CONTINUE);
    hw_thread *thread = hw_plan_thread(s.plan, "b", s.now.instant, &err);
    assert_int_equal(hw_thread_count(thread), 2);
    assert_null(hw_thread_predecessor_at(thread, 0));
    assert_string_equal(hw_thread_predecessor_at(thread, 1), "a");
    assert_int_equal(hw_thread_session_count(thread, 0), 2);
    assert_string_equal(hw_thread_session_at(thread, 0, 0), "s1");
    assert_string_equal(hw_thread_session_at(thread, 0, 1), "s2");
    assert_null(hw_thread_session_at(thread, 0, 2));
    assert_int_equal(hw_thread_review_count(thread, 0), 2);
    assert_string_equal(hw_thread_review_at(thread, 0, 1), "r2");
    assert_null(hw_thread_review_at(thread, 0, 2));
    assert_int_equal(hw_thread_session_count(thread, 1) + hw_thread_review_count(thread, 1), 0);
    hw_table *table = hw_thread_table(thread, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(csv, "assignment,predecessor,session,review,decision\r\n"
                             "a,,s1,,\r\n"
                             "a,,s2,,\r\n"
                             "a,,s1,r1,simplify\r\n"
                             "a,,s2,r2,continue\r\n"
                             "b,a,,,\r\n");
    hw_string_free(csv);
    hw_table_free(table);
    hw_thread_free(thread);
    scene_close(&s);
}

/* ---- random forests ---- */

#define MOST 12

static void check_forest(test_random *random)
{
    int count = 2 + (int)random_below(random, MOST - 1), before[MOST];
    bool joined[MOST][MOST] = {{false}};
    scene s = open_scene();
    for (int i = 0; i < count; i++) {
        char id[8], predecessor[8];
        before[i] = i > 0 && random_below(random, 3) ? (int)random_below(random, (uint64_t)i) : -1;
        snprintf(id, sizeof id, "a%c", 'a' + i);
        snprintf(predecessor, sizeof predecessor, "a%c", 'a' + (before[i] < 0 ? 0 : before[i]));
        give(&s, id, before[i] < 0 ? NULL : predecessor);
        joined[i][i] = true;
        if (before[i] >= 0) {
            joined[i][before[i]] = joined[before[i]][i] = true;
        }
    }
    for (int k = 0; k < count; k++) { /* Warshall */
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                joined[i][j] = joined[i][j] || (joined[i][k] && joined[k][j]);
            }
        }
    }
    for (int i = 0; i < count; i++) {
        char id[8], expected[MOST * 3 + 1] = "";
        snprintf(id, sizeof id, "a%c", 'a' + i);
        for (int j = 0, size = 0; j < count;
             j++) { /* the order of ids is the plan's, and predecessors stand before */
            if (joined[i][j]) {
                size += snprintf(expected + size, sizeof expected - (size_t)size, "%sa%c", size ? " " : "",
                                 'a' + j);
            }
        }
        assert_string_equal(thread_of(&s, id, s.now.instant), expected);
    }
    scene_close(&s);
}

static void test_random_forests(void **state)
{
    (void)state;
    test_random random = random_start("threads", 21);
    for (long round = random_rounds(100, 2000); round > 0; round--) {
        check_forest(&random);
    }
}

/* ---- what waits for a review ---- */

static const char *waiting(const scene *s)
{
    static char text[512];
    size_t size = 0;
    hw_error err;
    hw_unreviewed *list = hw_plan_unreviewed(s->plan, s->now.instant, &err);
    if (!list) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    const char *session = hw_unreviewed_session(list);
    size = (size_t)snprintf(text, sizeof text, "%s:", session ? session : "-");
    for (size_t i = 0; i < hw_unreviewed_count(list); i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, " %s%s %zu",
                                 hw_unreviewed_assignment_at(list, i),
                                 hw_unreviewed_active_at(list, i) ? "" : "(ended)",
                                 hw_unreviewed_settled_at(list, i));
    }
    hw_unreviewed_free(list);
    return text;
}

static void mark(scene *s, const char *id, hw_assignment_stage stage)
{
    hw_error err;
    hw_change *change = change_of(s);
    assert_int_equal(hw_plan_mark_assignment(s->plan, id, stage, change, &err), HW_OK);
    hw_change_free(change);
}

static void test_unreviewed(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    assert_string_equal(waiting(&s), "-:");
    scene_give(&s, scene_recurring("daily", "2025-03-03", "FREQ=DAILY"));
    scene_give(&s, scene_once("once", "2025-03-04"));
    hw_assignment *idle = hw_assignment_new("idle", "Practice", HW_KIND_RELAXATION, &err);
    scene_give(&s, idle);
    hw_assignment *draft = hw_assignment_new("draft", "Practice", HW_KIND_RELAXATION, &err);
    hw_assignment_set_state(draft, HW_ASSIGNMENT_DRAFT);
    scene_give(&s, draft);
    plan_session(&s, "s1", "2025-03-06T10:00");
    plan_session(&s, "s2", "2025-03-13T10:00");
    assert_string_equal(waiting(&s), "-: daily 0 idle 0 once 0");
    scene_now(&s, "2025-03-06T10:30:00+01:00");
    assert_string_equal(waiting(&s), "-: daily 3 idle 0 once 1");
    review(&s, "r1", "s1", "daily", HW_DECISION_CONTINUE);
    assert_string_equal(waiting(&s), "-: idle 0 once 1");
    hw_change *change = change_of(&s);
    assert_int_equal(hw_plan_mark_session(s.plan, "s1", HW_SESSION_HELD, change, &err), HW_OK);
    hw_change_free(change);
    mark(&s, "once", HW_ASSIGNMENT_COMPLETED);
    assert_string_equal(waiting(&s), "s1: daily 0 idle 0"); /* what was before the session is gone with it */
    scene_now(&s, "2025-03-09T12:00:00+01:00");
    assert_string_equal(waiting(&s), "s1: daily 3 idle 0");
    mark(&s, "daily", HW_ASSIGNMENT_STOPPED);
    assert_string_equal(waiting(&s), "s1: daily(ended) 3 idle 0");
    review(&s, "r2", "s2", "daily", HW_DECISION_STOP);
    review(&s, "r3", "s1", "idle", HW_DECISION_CONTINUE); /* not of a later session */
    assert_string_equal(waiting(&s), "s1: idle 0");
    mark(&s, "idle", HW_ASSIGNMENT_ENTERED_IN_ERROR);
    assert_string_equal(waiting(&s), "s1:");
    scene_close(&s);
}

static void test_unreviewed_table(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    scene_give(&s, scene_recurring("daily", "2025-03-03", "FREQ=DAILY"));
    scene_hold(&s, "h", "2025-03-04", "2025-03-04", NULL, false);
    scene_now(&s, "2025-03-06T00:30:00+01:00");
    hw_unreviewed *list = hw_plan_unreviewed(s.plan, s.now.instant, &err);
    hw_table *table = hw_unreviewed_table(list, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(
        csv, "assignment,active,settled\r\ndaily,true,2\r\n"); /* the day of the hold does not count */
    hw_string_free(csv);
    hw_table_free(table);
    hw_unreviewed_free(list);
    list = hw_plan_unreviewed(s.plan, INT64_MAX, &err);
    assert_true(list ? hw_unreviewed_count(list) == 1 : err.status == HW_ERR_LIMIT);
    hw_unreviewed_free(list);
    list = hw_plan_unreviewed(s.plan, INT64_MIN, &err);
    assert_int_equal(hw_unreviewed_count(list), 0);
    hw_unreviewed_free(list);
    scene_close(&s);
}

/* ---- arguments, memory ---- */

static void test_arguments(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    assert_null(hw_plan_thread(NULL, "a", 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_thread(s.plan, NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_thread(s.plan, "nothing", s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    give(&s, "a", NULL);
    assert_null(hw_plan_thread(s.plan, "a", s.now.instant - 1, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_unreviewed(NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_thread_table(NULL, &err));
    assert_null(hw_unreviewed_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_thread_count(NULL) + hw_thread_session_count(NULL, 0) +
                         hw_thread_review_count(NULL, 0),
                     0);
    assert_null(hw_thread_assignment_at(NULL, 0));
    assert_null(hw_thread_predecessor_at(NULL, 0));
    assert_null(hw_thread_session_at(NULL, 0, 0));
    assert_null(hw_thread_review_at(NULL, 0, 0));
    assert_int_equal(hw_unreviewed_count(NULL) + hw_unreviewed_settled_at(NULL, 0), 0);
    assert_null(hw_unreviewed_assignment_at(NULL, 0));
    assert_false(hw_unreviewed_active_at(NULL, 0));
    assert_null(hw_unreviewed_session(NULL));
    hw_thread_free(NULL);
    hw_unreviewed_free(NULL);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    hold_session(&s, "s1", "2025-02-20T10:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY");
    hw_assignment_set_session(a, "s1");
    scene_give(&s, a);
    give(&s, "b", "a");
    review(&s, "r1", "s1", "a", HW_DECISION_CONTINUE);
    scene_now(&s, "2025-03-06T10:30:00+01:00");
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_thread *thread = hw_plan_thread(s.plan, "b", s.now.instant, &err);
        hw_table *table = thread ? hw_thread_table(thread, &err) : NULL;
        hw_unreviewed *list = table ? hw_plan_unreviewed(s.plan, s.now.instant, &err) : NULL;
        hw_table *other = list ? hw_unreviewed_table(list, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = other != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_table_free(other);
        hw_thread_free(thread);
        hw_unreviewed_free(list);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_branches),
        cmocka_unit_test(test_circles),
        cmocka_unit_test(test_sessions_and_reviews),
        cmocka_unit_test(test_random_forests),
        cmocka_unit_test(test_unreviewed),
        cmocka_unit_test(test_unreviewed_table),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
