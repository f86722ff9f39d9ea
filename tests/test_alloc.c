/* SPDX-License-Identifier: MIT */
/* The allocation funnel and the arrays that grow through it: what fails, fails cleanly and leaves the old. */
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "support/cmocka_all.h"

static void test_makes_usable_memory(void **state)
{
    (void)state;
    void *empty = hw__alloc(0);
    assert_non_null(empty);
    hw__free(empty);
    unsigned char *zeros = hw__zalloc(100, 7);
    assert_non_null(zeros);
    for (size_t i = 0; i < 700; i++) {
        assert_int_equal(zeros[i], 0);
    }
    zeros = hw__realloc(zeros, 0);
    assert_non_null(zeros);
    hw__free(zeros);
    void *none = hw__zalloc(0, 8);
    assert_non_null(none);
    hw__free(none);
    hw__free(NULL);
}

static void test_refuses_sizes_that_overflow(void **state)
{
    (void)state;
    volatile size_t huge = SIZE_MAX;
    assert_null(hw__zalloc(huge / 2, 3));
    assert_null(hw__zalloc(huge, huge));
    assert_null(hw__strndup("x", huge));
}

static void test_copies_text(void **state)
{
    (void)state;
    char *copy = hw__strdup("Stretching");
    assert_string_equal(copy, "Stretching");
    hw__free(copy);
    copy = hw__strndup("a\0b", 3);
    assert_memory_equal(copy, "a\0b", 4);
    hw__free(copy);
    copy = hw__strndup(NULL, 0);
    assert_string_equal(copy, "");
    hw__free(copy);
}

/* Makes six requests, one of each kind and two more; a bit for each that succeeded. */
static unsigned ask_six_times(void)
{
    void *got[6];
    got[0] = hw__alloc(10);
    got[1] = hw__zalloc(2, 5);
    got[2] = hw__strndup("ab", 2);
    got[3] = hw__strdup("cd");
    got[4] = hw__realloc(NULL, 4);
    got[5] = hw__alloc(1);
    unsigned mask = 0;
    for (unsigned i = 0; i < 6; i++) {
        mask |= got[i] ? 1u << i : 0;
        hw__free(got[i]);
    }
    return mask;
}

static void test_fails_the_nth(void **state)
{
    (void)state;
    static const struct {
        size_t nth;
        int for_good;
        unsigned expected;
    } cases[] = {
        {0, 0, 0x3F}, {1, 0, 0x3E}, {2, 0, 0x3D}, {3, 0, 0x3B}, {4, 0, 0x37}, {5, 0, 0x2F},
        {6, 0, 0x1F}, {7, 0, 0x3F}, {1, 1, 0x00}, {4, 1, 0x07}, {6, 1, 0x1F}, {0, 1, 0x3F},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__alloc_fail(cases[i].nth, cases[i].for_good);
        assert_int_equal(ask_six_times(), cases[i].expected);
        hw__alloc_fail(0, 0);
        assert_int_equal(ask_six_times(), 0x3F);
    }
}

static void test_counts_requests(void **state)
{
    (void)state;
    hw__alloc_count();
    assert_int_equal(hw__alloc_count(), 0);
    ask_six_times();
    assert_int_equal(hw__alloc_count(), 6);
    hw__alloc_fail(2, 1);
    ask_six_times();
    hw__alloc_fail(0, 0);
    assert_int_equal(hw__alloc_count(), 6);
}

static void *ask_often(void *unused)
{
    for (int i = 0; i < 1000; i++) {
        ask_six_times();
    }
    return unused;
}

static void test_counts_from_every_thread(void **state)
{
    (void)state;
    pthread_t threads[4];
    hw__alloc_count();
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, ask_often, NULL), 0);
    }
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        pthread_join(threads[i], NULL);
    }
    assert_int_equal(hw__alloc_count(), COUNT_OF(threads) * 6000);
}

typedef HW__VEC(int) int_vec;

static void test_vec_grows_and_keeps(void **state)
{
    (void)state;
    int_vec vec = {0};
    for (int i = 0; i < 10000; i++) {
        assert_true(hw__vec_push(&vec, i));
    }
    assert_int_equal(vec.count, 10000);
    assert_true(vec.room < 16000);
    hw__vec_trim(&vec);
    assert_int_equal(vec.room, 10000);
    for (int i = 0; i < 10000; i++) {
        assert_int_equal(vec.items[i], i);
    }
    assert_true(hw__vec_reserve(&vec, 50000));
    assert_true(vec.room >= 60000);
    vec.count = 0;
    hw__vec_trim(&vec);
    assert_null(vec.items);
    assert_int_equal(vec.room, 0);
    assert_true(hw__vec_push(&vec, 7));
    hw__vec_free(&vec);
    assert_null(vec.items);
    assert_int_equal(vec.count + vec.room, 0);
}

static void test_vec_is_unchanged_by_failure(void **state)
{
    (void)state;
    int_vec vec = {0};
    assert_true(hw__vec_push(&vec, 42));
    int_vec before = vec;
    volatile size_t huge = SIZE_MAX;
    assert_false(hw__vec_reserve(&vec, huge));
    assert_false(hw__vec_reserve(&vec, huge / 4));
    hw__alloc_fail(1, 1);
    assert_false(hw__vec_reserve(&vec, 100));
    hw__vec_trim(&vec);
    hw__alloc_fail(0, 0);
    assert_ptr_equal(vec.items, before.items);
    assert_int_equal(vec.count, before.count);
    assert_int_equal(vec.room, before.room);
    assert_int_equal(vec.items[0], 42);
    hw__vec_free(&vec);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_makes_usable_memory), cmocka_unit_test(test_refuses_sizes_that_overflow),
        cmocka_unit_test(test_copies_text),         cmocka_unit_test(test_fails_the_nth),
        cmocka_unit_test(test_counts_requests),     cmocka_unit_test(test_counts_from_every_thread),
        cmocka_unit_test(test_vec_grows_and_keeps), cmocka_unit_test(test_vec_is_unchanged_by_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
