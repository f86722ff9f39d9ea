/* SPDX-License-Identifier: MIT */
/* Drafts and records of any noun: the first error stays, memory may run out anywhere, owners may be on any
 * thread, and equality looks at everything. */
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "support/drafts.h"

static void test_keeps_the_first_error(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("people", "Out", NULL);
    hw_error err;
    assert_int_equal(hw_goal_check(goal, &err), HW_OK);
    assert_int_equal(err.status, HW_OK);
    assert_int_equal(hw_goal_set_weight(goal, -1), HW_ERR_RANGE);
    assert_int_equal(hw_goal_set_measure(goal, "a b"), HW_ERR_SYNTAX);
    assert_int_equal(hw_goal_set_title(goal, NULL, "Out and about"), HW_OK);
    assert_int_equal(hw_goal_check(goal, &err), HW_ERR_RANGE);
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_string_equal(err.subject, "people");
    assert_string_equal(err.message, "weight must be above 0");
    assert_int_equal(hw_goal_check(goal, NULL), HW_ERR_RANGE);
    assert_string_equal(hw_goal_title(goal, NULL), "Out and about");
    hw_goal *copy = hw_goal_edit(goal, NULL); /* an error is not lost by copying a draft */
    hw_goal_unref(goal);
    assert_int_equal(hw_goal_check(copy, &err), HW_ERR_RANGE);
    hw_goal_unref(copy);
}

static void test_says_nothing_private(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("people", "Out", NULL);
    hw_error err;
    hw_goal_set_title(goal, NULL, "a secret\nof two lines");
    assert_int_equal(hw_goal_check(goal, &err), HW_ERR_SYNTAX);
    assert_null(strstr(err.message, "secret"));
    assert_null(strstr(err.subject, "secret"));
    hw_goal_unref(goal);
}

/* The fault itself needs memory: without any, the fault is that there is none. */
static void test_reports_memory_without_memory(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("people", "Out", NULL);
    hw_error err;
    hw__alloc_fail(1, 1);
    hw_status status = HW_OK;
    for (int i = 0; i < 100 && status == HW_OK; i++) { /* until the arena's first block is full */
        status = hw_goal_set_measure(goal, "suds");
    }
    assert_int_equal(status, HW_ERR_MEMORY);
    assert_int_equal(hw_goal_check(goal, &err), HW_ERR_MEMORY);
    hw__alloc_fail(0, 0);
    assert_string_equal(hw_goal_measure(goal), "suds");
    assert_int_equal(hw_goal_set_weight(goal, -1), HW_ERR_RANGE);
    assert_int_equal(hw_goal_check(goal, &err), HW_ERR_MEMORY);
    hw_goal_unref(goal);

    goal = hw_goal_new("people", "Out", NULL);
    hw__alloc_fail(1, 1);
    assert_int_equal(hw_goal_set_weight(goal, -1), HW_ERR_MEMORY); /* no room for the true reason */
    hw__alloc_fail(0, 0);
    assert_int_equal(hw_goal_check(goal, NULL), HW_ERR_MEMORY);
    hw_goal_unref(goal);
}

static void test_tells_why_a_draft_is_closed(void **state)
{
    (void)state;
    hw_status status;
    hw_revision *record = hw__record_new(hw__shapes[HW__GOALS], NULL);
    assert_false(hw__draft_open(NULL, &status));
    assert_int_equal(status, HW_ERR_ARGUMENT);
    assert_true(hw__draft_open(record, &status));
    assert_int_equal(status, HW_OK);
    record->frozen = true;
    assert_false(hw__draft_open(record, &status));
    assert_int_equal(status, HW_ERR_STATE);
    hw__record_unref(record);
}

static void test_checks_ids(void **state)
{
    (void)state;
    const struct {
        const char *id;
        hw_status status;
    } rows[] = {
        {NULL, HW_ERR_ARGUMENT},
        {"", HW_ERR_SYNTAX},
        {"9a", HW_ERR_SYNTAX},
        {"a b", HW_ERR_SYNTAX},
        {"a/b", HW_ERR_SYNTAX},
        {"a23456789.123456789.123456789.123456789.123456789.123456789.12345", HW_ERR_SYNTAX},
        {"a23456789.123456789.123456789.123456789.123456789.123456789.1234", HW_OK},
        {"_", HW_OK},
        {"Az-9._", HW_OK},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_revision *record = hw__record_new_id(hw__shapes[HW__GOALS], rows[i].id, &err);
        assert_int_equal(err.status, rows[i].status);
        assert_true((record != NULL) == (rows[i].status == HW_OK));
        hw__record_unref(record);
    }
}

/* Two records with the same revision facts, the second with one of them changed. */
static hw_revision *revision(void)
{
    hw_person *person = hw_person_new("mk", HW_ROLE_CLIENT, NULL);
    hw_revision *record = &person->head;
    record->revision = hw__arena_text(&record->arena, "desk-2", 6);
    record->follows = hw__arena_text(&record->arena, "desk-1", 6);
    record->by = hw__arena_text(&record->arena, "mk", 2);
    record->reason = hw__arena_text(&record->arena, "moved", 5);
    record->recorded = hw_moment_at(1741000000, 60);
    record->effective = clock_on(2025, 3, 3, 12 * 3600);
    record->foreign.elements = hw__arena_text(&record->arena, "<x/>", 4);
    return record;
}

static void test_equality_looks_at_everything(void **state)
{
    (void)state;
    hw_revision *a = revision();
    hw_revision *bare = hw__record_new(hw__shapes[HW__GOALS], NULL);
    assert_false(hw__record_equal(a, bare));
    hw__record_unref(bare);
    for (int i = 0; i < 11; i++) {
        hw_revision *b = revision();
        assert_true(hw__record_equal(a, b));
        b->frozen = true; /* not content */
        assert_true(hw__record_equal(a, b));
        switch (i) {
        case 0:
            b->id[0] = 'x';
            break;
        case 1:
            b->revision[0] = 'x';
            break;
        case 2:
            b->follows = NULL;
            break;
        case 3:
            b->by[0] = 'x';
            break;
        case 4:
            b->reason = NULL;
            break;
        case 5:
            b->recorded.offset = 0;
            break;
        case 6:
            b->recorded.instant++;
            break;
        case 7:
            b->effective.seconds++;
            break;
        case 8:
            b->foreign.elements[1] = 'y';
            break;
        case 9:
            b->foreign.attributes = b->id;
            break;
        default:
            ((hw_person *)b)->role = HW_ROLE_DEVICE;
            break;
        }
        assert_false(hw__record_equal(a, b));
        assert_false(hw__record_equal(b, a));
        hw__record_unref(b);
    }
    hw__record_unref(a);
}

static void *own_for_a_while(void *argument)
{
    hw_goal *goal = argument;
    for (int i = 0; i < 20000; i++) {
        hw_goal *mine = hw_goal_ref(goal);
        if (hw_goal_state(mine) != HW_GOAL_ACTIVE) {
            return NULL;
        }
        hw_goal_unref(mine);
    }
    hw_goal_unref(goal);
    return argument;
}

static void test_owners_on_threads(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("people", "Out", NULL);
    drafts_freeze(&goal->head, "r1");
    pthread_t threads[4];
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, own_for_a_while, hw_goal_ref(goal)), 0);
    }
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        void *result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_ptr_equal(result, goal);
    }
    assert_int_equal(atomic_load(&goal->head.owners), 1);
    hw_goal_unref(goal);
}

/* Editing a draft of an edit keeps what the first was made from. */
static void test_edits_of_edits(void **state)
{
    (void)state;
    hw_revision *first = revision();
    first->frozen = true;
    hw_revision *second = hw__record_edit(first, NULL), *third = hw__record_edit(second, NULL);
    assert_string_equal(second->follows, "desk-2");
    assert_string_equal(third->follows, "desk-2");
    assert_null(second->by);
    assert_null(second->reason);
    assert_int_equal(second->recorded.precision, HW_PRECISION_UNKNOWN);
    assert_local(second->effective, NO_LOCAL);
    hw__record_unref(first);
    hw__record_unref(second);
    assert_string_equal(third->foreign.elements, "<x/>");
    hw__record_unref(third);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keeps_the_first_error),
        cmocka_unit_test(test_says_nothing_private),
        cmocka_unit_test(test_reports_memory_without_memory),
        cmocka_unit_test(test_tells_why_a_draft_is_closed),
        cmocka_unit_test(test_checks_ids),
        cmocka_unit_test(test_equality_looks_at_everything),
        cmocka_unit_test(test_owners_on_threads),
        cmocka_unit_test(test_edits_of_edits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
