/* SPDX-License-Identifier: MIT */
/* One plan, many readers; many plans, one hw_zones; results handed from thread to thread, and read by several.
 * For ThreadSanitizer. */
#include <pthread.h>
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"

#define THREADS 8

/* What every thread looks at, and what it must see. */
typedef struct shared {
    const hw_plan *plan;
    hw_zones *zones;
    const char *xml;
    hw_date from, to;
    hw_instant as_of;
    size_t occurrences;
    int rounds;
} shared;

/* Reads the shared plan in every way, makes a plan of its own, and gives a result back. NULL = something
 * differed. */
static void *look(void *argument)
{
    const shared *s = argument;
    hw_progress *progress = NULL;
    for (int round = 0; round < s->rounds; round++) {
        hw_error err;
        char *xml = hw_plan_to_xml(s->plan, NULL, &err);
        hw_occurrences *list = hw_plan_occurrences(s->plan, s->from, s->to, s->as_of, &err);
        hw_plan *copy = hw_plan_copy(s->plan, &err);
        bool same =
            xml && list && copy && strcmp(xml, s->xml) == 0 && hw_occurrences_count(list) == s->occurrences;
        same = same && hw_plan_set_zones(copy, s->zones, &err) == HW_OK;
        hw_progress_free(progress);
        progress = same ? hw_plan_progress(copy, s->from, s->to, s->as_of, NULL, &err) : NULL;
        hw_goal *kept = hw_goal_ref(hw_plan_goal_at(s->plan, 0));
        hw_plan_free(copy);
        hw_goal_unref(kept);
        hw_occurrences_free(list);
        hw_string_free(xml);
        if (!progress)
            return NULL;
    }
    return progress; /* freed by another thread */
}

static void test_readers_do_not_meet(void **state)
{
    (void)state;
    test_random random = random_start("threads", 7);
    hw_plan *plan = random_plan_new(&random, 150);
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    shared s = {.plan = plan, .zones = hw_zones_new(NULL, &err), .rounds = (int)random_rounds(5, 50)};
    s.xml = hw_plan_to_xml(plan, NULL, &err);
    random_editor editor = random_editor_start(plan, "x");
    s.as_of = editor.now;
    s.to = hw_moment_local(hw_moment_at(editor.now, 0)).date;
    s.from = hw_date_add_days(s.to, -60);
    hw_occurrences *list = hw_plan_occurrences(plan, s.from, s.to, s.as_of, &err);
    assert_non_null(list);
    s.occurrences = hw_occurrences_count(list);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, look, &s), 0);
    for (int i = 0; i < THREADS; i++) {
        void *progress;
        pthread_join(threads[i], &progress);
        assert_non_null(progress);
        hw_progress_free(progress);
    }
    hw_occurrences_free(list);
    hw_string_free((char *)s.xml);
    hw_zones_unref(s.zones);
    hw_log_unref(log);
    hw_plan_free(plan);
}

/* What a metric of the plan rests on: the lists are made by whoever asks first. NULL = something differed. */
static void *look_at_evidence(void *argument)
{
    const hw_progress *progress = argument;
    size_t count = hw_progress_evidence_count(progress, 0, HW_METRIC_GENERATED);
    for (size_t i = 0; i < count; i++) {
        if (hw_progress_evidence_at(progress, 0, HW_METRIC_GENERATED, i) != i)
            return NULL;
    }
    return argument;
}

static void test_evidence_is_made_once(void **state)
{
    (void)state;
    test_random random = random_start("threads, evidence", 8);
    for (long round = random_rounds(20, 200); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 100);
        hw_instant as_of = random_editor_start(plan, "x").now;
        hw_date today = hw_moment_local(hw_moment_at(as_of, 0)).date;
        hw_occurrences *list =
            hw_plan_occurrences(plan, hw_date_add_days(today, -60), hw_date_add_days(today, 30), as_of, NULL);
        hw_progress *progress = hw_occurrences_progress(plan, list, NULL, NULL);
        assert_non_null(progress);
        pthread_t threads[THREADS];
        for (int i = 0; i < THREADS; i++)
            assert_int_equal(pthread_create(&threads[i], NULL, look_at_evidence, progress), 0);
        hw_occurrences_free(list); /* while others read it */
        for (int i = 0; i < THREADS; i++) {
            void *seen;
            pthread_join(threads[i], &seen);
            assert_ptr_equal(seen, progress);
        }
        hw_progress_free(progress);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readers_do_not_meet),
        cmocka_unit_test(test_evidence_is_made_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
