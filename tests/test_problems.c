/* SPDX-License-Identifier: MIT */
/* The list of problems: what it keeps, what it says about what it could not keep, and its words. */
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/problem_list.h"
#include "base/words.h"
#include "support/cmocka_all.h"
#include "support/enumerators.h"

static void test_words_are_the_enumerators(void **state)
{
    (void)state;
    char word[64];
    enumerators declared = enumerators_read("homework/problems.h", "hw_problem_code");
    assert_int_equal(declared.count, HW_PROBLEM_CODE_COUNT + 1);
    for (int i = 0; i < HW_PROBLEM_CODE_COUNT; i++) {
        enumerator_word(declared.names[i], "HW_PROBLEM_", word);
        assert_string_equal(hw_problem_code_name((hw_problem_code)i), word);
    }
    assert_string_equal(hw_problem_code_name(HW_PROBLEM_CODE_COUNT), "unknown");
    assert_string_equal(hw_problem_code_name((hw_problem_code)-1), "unknown");

    declared = enumerators_read("homework/problems.h", "hw_severity");
    assert_int_equal(declared.count, HW_SEVERITY_ERROR + 1);
    for (int i = 0; i < declared.count; i++) {
        enumerator_word(declared.names[i], "HW_SEVERITY_", word);
        assert_string_equal(hw_severity_name((hw_severity)i), word);
    }
    assert_string_equal(hw_severity_name((hw_severity)declared.count), "unknown");
}

static void test_words_are_found(void **state)
{
    (void)state;
    static const char *const three[] = {"not-done", NULL, "done"};
    static const hw__words words = {.words = three, .count = 3};
    assert_int_equal(hw__words_find(&words, "not-done", 8), 0);
    assert_int_equal(hw__words_find(&words, "done late", 4), 2);
    assert_int_equal(hw__words_find(&words, "don", 3), -1);
    assert_int_equal(hw__words_find(&words, "done-", 5), -1);
    assert_int_equal(hw__words_find(&words, "Done", 4), -1);
    assert_int_equal(hw__words_find(&words, "done\0x", 6), -1);
    assert_int_equal(hw__words_find(&words, "", 0), -1);
    assert_string_equal(hw__words_at(&words, 2), "done");
    assert_string_equal(hw__words_at(&words, 1), "unknown");
    assert_string_equal(hw__words_at(&words, 3), "unknown");
    assert_string_equal(hw__words_at(&words, -1), "unknown");
}

static void test_keeps_what_was_found(void **state)
{
    (void)state;
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    assert_int_equal(err.status, HW_OK);
    assert_true(
        hw__problem(problems, HW_PROBLEM_NEWER_VERSION, HW_SEVERITY_NOTICE, 2, 0, NULL, "format 0.%d", 9));
    assert_true(hw__problem(problems, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_ERROR, 30, 14, "walk",
                            "no goal \"%s\"", "g7"));
    assert_true(hw__problem(problems, HW_PROBLEM_BAD_DATE, HW_SEVERITY_ERROR, 31, 1, "due", "not a date"));
    assert_int_equal(hw_problems_count(problems), 3);
    assert_int_equal(hw_problems_error_count(problems), 2);
    assert_int_equal(hw_problems_dropped(problems), 0);
    assert_int_equal(hw_problems_code_at(problems, 1), HW_PROBLEM_UNKNOWN_ID);
    assert_int_equal(hw_problems_severity_at(problems, 1), HW_SEVERITY_ERROR);
    assert_int_equal(hw_problems_line_at(problems, 1), 30);
    assert_int_equal(hw_problems_column_at(problems, 1), 14);
    assert_string_equal(hw_problems_subject_at(problems, 1), "walk");
    assert_string_equal(hw_problems_message_at(problems, 1), "no goal \"g7\"");
    assert_string_equal(hw_problems_subject_at(problems, 0), "");
    assert_string_equal(hw_problems_message_at(problems, 0), "format 0.9");

    hw_problems_clear(problems);
    assert_int_equal(hw_problems_count(problems), 0);
    assert_int_equal(hw_problems_error_count(problems), 0);
    assert_true(hw__problem(problems, HW_PROBLEM_SYNTAX, HW_SEVERITY_WARNING, 1, 1, "again", "again"));
    assert_string_equal(hw_problems_message_at(problems, 0), "again");
    hw_problems_free(problems);
}

static void expect_blank(const hw_problems *problems, size_t index)
{
    assert_int_equal(hw_problems_code_at(problems, index), HW_PROBLEM_CODE_COUNT);
    assert_int_equal(hw_problems_severity_at(problems, index), HW_SEVERITY_NOTICE);
    assert_int_equal(hw_problems_line_at(problems, index), 0);
    assert_int_equal(hw_problems_column_at(problems, index), 0);
    assert_string_equal(hw_problems_subject_at(problems, index), "");
    assert_string_equal(hw_problems_message_at(problems, index), "");
}

static void test_past_the_end_and_null(void **state)
{
    (void)state;
    hw_problems *problems = hw_problems_new(NULL);
    expect_blank(problems, 0);
    hw__problem(problems, HW_PROBLEM_SYNTAX, HW_SEVERITY_ERROR, 1, 1, "s", "m");
    expect_blank(problems, 1);
    expect_blank(problems, SIZE_MAX);
    expect_blank(NULL, 0);
    assert_int_equal(hw_problems_count(NULL), 0);
    assert_int_equal(hw_problems_dropped(NULL), 0);
    assert_int_equal(hw_problems_error_count(NULL), 0);
    assert_true(hw__problem(NULL, HW_PROBLEM_SYNTAX, HW_SEVERITY_ERROR, 1, 1, "s", "m"));
    hw_problems_clear(NULL);
    hw_problems_free(NULL);
    hw_problems_free(problems);
}

/* A document full of warnings must not hide the error behind them. */
static void test_full_list_still_knows_the_error(void **state)
{
    (void)state;
    hw_problems *problems = hw_problems_new(NULL);
    for (unsigned i = 0; i < HW__MAX_PROBLEMS + 5; i++) {
        assert_true(
            hw__problem(problems, HW_PROBLEM_ORPHAN, HW_SEVERITY_WARNING, (int32_t)i + 1, 1, "e", "m%u", i));
    }
    assert_true(hw__problem(problems, HW_PROBLEM_BAD_ID, HW_SEVERITY_ERROR, 2000, 3, "late", "not an id"));
    assert_true(hw__problem(problems, HW_PROBLEM_BAD_ID, HW_SEVERITY_ERROR, 2001, 3, "later", "not an id"));
    assert_int_equal(hw_problems_count(problems), HW__MAX_PROBLEMS);
    assert_int_equal(hw_problems_dropped(problems), 7);
    assert_int_equal(hw_problems_error_count(problems), 2);
    assert_string_equal(hw_problems_message_at(problems, HW__MAX_PROBLEMS - 1), "m999");
    hw_problems_free(problems);
}

static void test_without_memory(void **state)
{
    (void)state;
    hw_error err;
    hw__alloc_fail(1, 0);
    assert_null(hw_problems_new(&err));
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw_problems *problems = hw_problems_new(NULL);
    for (size_t nth = 1; nth <= 2; nth++) {
        hw_problems_clear(problems);
        hw__alloc_fail(nth, 0);
        assert_false(hw__problem(problems, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, 4, 5, "entries", "too many"));
        hw__alloc_fail(0, 0);
        assert_int_equal(hw_problems_count(problems), 0);
        assert_int_equal(hw_problems_dropped(problems), 1);
        assert_int_equal(hw_problems_error_count(problems), 1);
    }
    hw_problems_free(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_the_enumerators),
        cmocka_unit_test(test_words_are_found),
        cmocka_unit_test(test_keeps_what_was_found),
        cmocka_unit_test(test_past_the_end_and_null),
        cmocka_unit_test(test_full_list_still_knows_the_error),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
