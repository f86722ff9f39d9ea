/* SPDX-License-Identifier: MIT */
/* Errors: names of statuses, and that what is filled in is complete, cut cleanly and never stale. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/text.h"
#include "homework/version.h"
#include "support/cmocka_all.h"
#include "support/enumerators.h"
#include "support/random.h"

static void test_status_names(void **state)
{
    (void)state;
    enumerators declared = enumerators_read("homework/error.h", "hw_status");
    assert_int_equal(declared.count, HW_ERR_CANCELLED + 1);
    for (int i = 0; i < declared.count; i++) {
        assert_string_equal(hw_status_name((hw_status)i), declared.names[i]);
    }
    assert_string_equal(hw_status_name((hw_status)declared.count), "HW_ERR_UNKNOWN");
    assert_string_equal(hw_status_name((hw_status)-1), "HW_ERR_UNKNOWN");
}

static void test_fills_everything_in(void **state)
{
    (void)state;
    hw_error err, expected;
    memset(&err, 0x5A, sizeof err);
    assert_int_equal(hw__fail_at(&err, HW_ERR_RANGE, 12, 7, "a1", "%s: %d of %u, %zu%%, %c", "x", -1, 2u,
                                 (size_t)3, '!'),
                     HW_ERR_RANGE);
    memset(&expected, 0, sizeof expected);
    expected.status = HW_ERR_RANGE;
    expected.line = 12;
    expected.column = 7;
    strcpy(expected.subject, "a1");
    strcpy(expected.message, "x: -1 of 2, 3%, !");
    assert_memory_equal(&err, &expected, sizeof err);

    assert_int_equal(hw__fail(&err, HW_ERR_STATE, NULL, "no"), HW_ERR_STATE);
    memset(&expected, 0, sizeof expected);
    expected.status = HW_ERR_STATE;
    strcpy(expected.message, "no");
    assert_memory_equal(&err, &expected, sizeof err);

    assert_int_equal(hw__ok(&err), HW_OK);
    memset(&expected, 0, sizeof expected);
    assert_memory_equal(&err, &expected, sizeof err);
}

static void test_null_is_ignored(void **state)
{
    (void)state;
    assert_int_equal(hw__fail(NULL, HW_ERR_IO, "x", "%s", "y"), HW_ERR_IO);
    assert_int_equal(hw__no_memory(NULL), HW_ERR_MEMORY);
    assert_int_equal(hw__null_argument(NULL, "plan"), HW_ERR_ARGUMENT);
    assert_int_equal(hw__ok(NULL), HW_OK);
    hw_error_clear(NULL);
    hw_string_free(NULL);
    hw_string_free(hw__strdup("text"));
}

static void test_ready_made(void **state)
{
    (void)state;
    hw_error err;
    hw__alloc_fail(1, 1); /* no error may need memory */
    hw__no_memory(&err);
    assert_string_equal(err.message, "memory ran out");
    hw__null_argument(&err, "plan");
    hw__alloc_fail(0, 0);
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_string_equal(err.subject, "plan");
    assert_string_equal(err.message, "plan must not be NULL");
}

static void test_arguments_may_be_its_own_texts(void **state)
{
    (void)state;
    hw_error err;
    hw__fail(&err, HW_ERR_NOT_FOUND, "goal-1", "no such goal");
    hw__fail(&err, HW_ERR_INVALID, err.subject, "%s: %s", err.subject, err.message);
    assert_string_equal(err.subject, "goal-1");
    assert_string_equal(err.message, "goal-1: no such goal");
}

static void test_long_texts_are_cut_at_a_character(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        char text[1000];
        memset(text, 'a', shift);
        for (size_t i = shift; i + 4 < sizeof text; i += 4) {
            memcpy(text + i, "\360\237\217\203", 5);
        }
        hw_error err;
        hw__fail(&err, HW_ERR_LIMIT, text, "%s", text);
        size_t subject = strlen(err.subject), message = strlen(err.message);
        assert_in_range(subject, sizeof err.subject - 4, sizeof err.subject - 1);
        assert_in_range(message, sizeof err.message - 4, sizeof err.message - 1);
        assert_memory_equal(err.subject, text, subject);
        assert_memory_equal(err.message, text, message);
        assert_true(hw__utf8_is_valid(err.subject, subject));
        assert_true(hw__utf8_is_valid(err.message, message));
    }
}

static void test_unprintable_bytes_become_question_marks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a\033[2Jb", "a?[2Jb"},
        {"a\nb\tc\x7F", "a?b?c?"},
        {"\xFF\x80z", "??z"},
        {"a\x80", "a?"},
        {"\303\244\302\205\303\266", "\303\244??\303\266"}, /* a C1 control between two letters */
        {"\355\240\200x", "???x"},                          /* a surrogate */
        {"\303x", "?x"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_error err;
        hw__fail(&err, HW_ERR_SYNTAX, cases[i].text, "%s", cases[i].text);
        assert_string_equal(err.subject, cases[i].expected);
        assert_string_equal(err.message, cases[i].expected);
    }
    test_random random = random_start("bytes", 41);
    for (long round = random_rounds(20000, 500000); round > 0; round--) {
        char text[400];
        size_t size = (size_t)random_below(&random, sizeof text);
        for (size_t i = 0; i < size; i++) {
            text[i] = (char)(random_below(&random, 3) ? 0xC0 | random_bits(&random)
                                                      : 1 + random_below(&random, 255));
        }
        text[size] = '\0';
        hw_error err;
        hw__fail(&err, HW_ERR_SYNTAX, text, "%s", text);
        if (size > 0) {
            size_t subject = strlen(err.subject), message = strlen(err.message);
            assert_true(subject == 0 ||
                        hw__line_check(err.subject, subject, sizeof err.subject) == HW__TEXT_GOOD);
            assert_true(message == 0 ||
                        hw__line_check(err.message, message, sizeof err.message) == HW__TEXT_GOOD);
        }
    }
}

static void test_version(void **state)
{
    (void)state;
    unsigned major, minor, patch;
    char rest;
    assert_int_equal(sscanf(hw_version_text(), "%u.%u.%u%c", &major, &minor, &patch, &rest), 3);
    assert_int_equal(major, HW_VERSION_MAJOR);
    assert_int_equal(minor, HW_VERSION_MINOR);
    assert_int_equal(patch, HW_VERSION_PATCH);
    assert_int_equal(hw_version(), major * 10000 + minor * 100 + patch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_status_names),
        cmocka_unit_test(test_fills_everything_in),
        cmocka_unit_test(test_null_is_ignored),
        cmocka_unit_test(test_ready_made),
        cmocka_unit_test(test_arguments_may_be_its_own_texts),
        cmocka_unit_test(test_long_texts_are_cut_at_a_character),
        cmocka_unit_test(test_unprintable_bytes_become_question_marks),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
