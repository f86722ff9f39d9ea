/* SPDX-License-Identifier: MIT */
/* The counts of live objects themselves: what leaks shows under its name, what is freed does not, whatever thread freed it. */
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "homework.h"

#include "base/objects.h"
#include "support/scene.h"

/* The counts of all kinds. */
typedef struct counts {
    int64_t of[HW__OBJECT_COUNT];
} counts;

static counts take(void)
{
    counts now;
    for (size_t i = 0; i < HW__OBJECT_COUNT; i++) {
        now.of[i] = hw__object_count(i);
    }
    return now;
}

static size_t kind_of(const char *name)
{
    size_t kind = 0;
    while (hw__object_kind(kind) && strcmp(hw__object_kind(kind), name) != 0) {
        kind++;
    }
    assert_non_null(hw__object_kind(kind));
    return kind;
}

/* How many more of a kind live than before. */
static int64_t more(const counts *before, const char *name)
{
    size_t kind = kind_of(name);
    return hw__object_count(kind) - before->of[kind];
}

static void assert_same(const counts *before)
{
    for (size_t i = 0; i < HW__OBJECT_COUNT; i++) {
        if (hw__object_count(i) != before->of[i]) {
            fail_msg("%s: %lld alive, %lld before", hw__object_kind(i), (long long)hw__object_count(i),
                     (long long)before->of[i]);
        }
    }
}

static void test_kinds_have_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < HW__OBJECT_COUNT; i++) {
        assert_int_equal(kind_of(hw__object_kind(i)), i); /* each its own */
    }
    assert_null(hw__object_kind(HW__OBJECT_COUNT));
    assert_null(hw__object_kind(SIZE_MAX));
    assert_int_equal(hw__object_count(SIZE_MAX), 0);
    assert_string_equal(hw__object_kind(HW__OBJECT_COUNT - 1), "memory");
}

static void test_shows_what_is_not_freed(void **state)
{
    (void)state;
    const counts before = take();
    hw_assignment *walk = scene_once("walk", "2025-03-03T19:00");
    assert_int_equal(more(&before, "assignment"), 1);
    assert_true(more(&before, "memory") >= 1);
    assert_int_equal(more(&before, "goal"), 0);
    assert_ptr_equal(hw_assignment_ref(walk), walk); /* one more owner is no more objects */
    assert_int_equal(more(&before, "assignment"), 1);
    hw_assignment *copy = hw_assignment_edit(walk, NULL);
    assert_int_equal(more(&before, "assignment"), 2);
    hw_assignment_unref(copy);
    hw_assignment_unref(walk);
    assert_int_equal(more(&before, "assignment"), 1); /* as if it had been forgotten */
    hw_assignment_unref(walk);
    assert_same(&before);
}

static void test_shows_texts_that_are_not_freed(void **state)
{
    (void)state;
    const counts before = take();
    char *text = hw_date_text((hw_date){2025, 3, 3}, NULL);
    assert_int_equal(more(&before, "memory"), 1);
    hw_string_free(text);
    assert_same(&before);
}

/* A plan with a record and an entry, and much of what is made of plans. */
static void live(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-03-03T20:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T19:30:00+01:00", NULL);
    const hw_date from = scene_date("2025-03-03"), to = scene_date("2025-03-10");
    const hw_instant now = scene_instant("2025-03-05T12:00:00+01:00");
    hw_plan *copy = hw_plan_copy(s.plan, NULL);
    hw_log *log = hw_plan_entries(copy, NULL);
    hw_progress *progress = hw_plan_progress(copy, from, to, now, NULL, NULL);
    hw_table *table = hw_progress_table(progress, NULL);
    hw_areas *areas = hw_plan_areas(copy, from, to, now, NULL, NULL);
    hw_agenda *agenda = hw_plan_session_agenda(copy, now, NULL, NULL);
    hw_plan_free(copy); /* what was taken from it stays */
    hw_plan_free(hw_plan_from_xml("<plan", 5, NULL, NULL, NULL));
    hw_agenda_free(agenda);
    hw_areas_free(areas);
    hw_table_free(table);
    hw_progress_free(progress);
    hw_log_unref(log);
    scene_close(&s);
}

static void test_comes_back_to_where_it_was(void **state)
{
    (void)state;
    const counts before = take();
    live();
    assert_same(&before);
}

static void test_counts_nothing_that_could_not_be_made(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    const hw_instant now = scene_instant("2025-03-05T12:00:00+01:00");
    hw_agenda_free(hw_plan_session_agenda(s.plan, now, NULL, NULL)); /* zones are read once */
    const counts before = take();
    size_t nth = 0;
    for (hw_agenda *agenda = NULL; !agenda;) {
        hw__alloc_fail(++nth, 0);
        agenda = hw_plan_session_agenda(s.plan, now, NULL, NULL);
        hw__alloc_fail(0, 0);
        if (agenda) {
            assert_int_equal(more(&before, "agenda"), 1);
        }
        hw_agenda_free(agenda);
        assert_same(&before);
    }
    assert_true(nth > 10);
    scene_close(&s);
}

static void *make_changes(void *user)
{
    hw_change **last = user;
    for (int i = 0; i < 2000; i++) {
        hw_change_free(*last);
        *last = hw_change_new(scene_moment("2025-03-01T09:00:00+01:00"), "mk", "desk", NULL);
    }
    return NULL;
}

static void test_counts_what_threads_make(void **state)
{
    (void)state;
    const counts before = take();
    pthread_t threads[4];
    hw_change *left[COUNT_OF(threads)] = {NULL};
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, make_changes, &left[i]), 0);
    }
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    assert_int_equal(more(&before, "change"), COUNT_OF(threads));
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        hw_change_free(left[i]);
    }
    assert_same(&before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_have_names),
        cmocka_unit_test(test_shows_what_is_not_freed),
        cmocka_unit_test(test_shows_texts_that_are_not_freed),
        cmocka_unit_test(test_comes_back_to_where_it_was),
        cmocka_unit_test(test_counts_nothing_that_could_not_be_made),
        cmocka_unit_test(test_counts_what_threads_make),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
