/* SPDX-License-Identifier: MIT */
/* The whole way in for each folder of tests/data/calendars, which test_ical_guard.c looks at by themselves: the same
 * verdict, quickly, silently, without a word of private text, and the plan untouched. No code and no sentence of the
 * reader without a case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/case_folders.h"
#include "support/cmocka_all.h"
#include "support/scene.h"
#include "support/scratch.h"
#include "support/sentences.h"

#define CASES HW_SOURCE_DIR "/tests/data/calendars"
#define MOST_SECONDS 0.25
#define PRIVATE "SENTINEL"

static hw_error err;
static bool seen[HW_PROBLEM_CODE_COUNT];

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-03-04T21:00:00+01:00");
    return s;
}

static void hear(const hw_problems *problems)
{
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        const char *message = hw_problems_message_at(problems, i);
        seen[hw_problems_code_at(problems, i)] = true;
        assert_null(strstr(message, PRIVATE));
        assert_null(strstr(hw_problems_subject_at(problems, i), PRIVATE));
        sentences_heard(message);
    }
    if (err.status != HW_OK) {
        assert_null(strstr(err.message, PRIVATE));
        sentences_heard(err.message);
    }
}

static void check_case(const char *name)
{
    char path[400], status[40], code[40], found[40];
    size_t size = 0;
    snprintf(path, sizeof path, CASES "/%s/calendar.ics", name);
    char *text = scratch_read(path, &size);
    snprintf(path, sizeof path, CASES "/%s/expected", name);
    char *expected = scratch_read(path, NULL);
    assert_non_null(text);
    assert_non_null(expected);
    assert_int_equal(sscanf(expected, "%39s %39s", status, code), 2);
    scene s = open_scene();
    char *before = hw_plan_to_xml(s.plan, NULL, &err);
    hw_problems *problems = hw_problems_new(&err);
    clock_t start = clock();
    hw_proposals *proposals = hw_plan_read_calendar(s.plan, text, size, s.now.instant, problems, &err);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    snprintf(found, sizeof found, "%s",
             hw_problems_count(problems) ? hw_problem_code_name(hw_problems_code_at(problems, 0)) : "-");
    bool same = strcmp(hw_status_name((hw_status)err.status), status) == 0 &&
                (strcmp(code, "-") == 0 || strcmp(code, found) == 0);
    if (!same || seconds > MOST_SECONDS) {
        print_error("%s: %s %s, %.2f s\n", name, hw_status_name((hw_status)err.status), found, seconds);
    }
    assert_true(same);
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    assert_true(seconds <= MOST_SECONDS);
#endif
    hear(problems);
    char *after = hw_plan_to_xml(s.plan, NULL, &err);
    assert_string_equal(before, after);
    hw_string_free(before);
    hw_string_free(after);
    hw_proposals_free(proposals);
    hw_problems_free(problems);
    free(text);
    free(expected);
    scene_close(&s);
}

static void test_every_case(void **state)
{
    (void)state;
    assert_true(check_case_folders(CASES, check_case) > 55);
}

/* No code without a case. */
static void test_every_code(void **state)
{
    (void)state;
    static const hw_problem_code codes[] = {HW_PROBLEM_EMPTY, HW_PROBLEM_NUL_BYTE,  HW_PROBLEM_ENCODING,
                                            HW_PROBLEM_LIMIT, HW_PROBLEM_TRUNCATED, HW_PROBLEM_CALENDAR};
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (!seen[codes[i]]) {
            print_message("no case for %s\n", hw_problem_code_name(codes[i]));
        }
        assert_true(seen[codes[i]]);
        seen[codes[i]] = false;
    }
    for (int code = 0; code < HW_PROBLEM_CODE_COUNT; code++) {
        assert_false(seen[code]);
    }
}

static const sentence_unmet unmet[] = {
    {"more than * bytes", "is more than a case should be: test_ical_guard.c"},
    {"the to-do cannot be read", "needs a parser without memory: what the guard lets through has a form"},
    {"a UID that is no UUID", "of what was given away, not of the calendar: test_calendar_hostile.c"},
    {"this build cannot read calendars", "of a build without libical"},
};

static void test_every_sentence(void **state)
{
    (void)state;
    static const char *const sources[] = {"format/ical_guard.c",    "format/calendar_in.c",
                                          "format/calendar_read.c", "format/calendar_find.c",
                                          "format/ical_value.c",    "format/calendar_decide.c"};
    assert_true(sentences_check(sources, COUNT_OF(sources), unmet, COUNT_OF(unmet)) > 20);
}

static int forget(void **state)
{
    (void)state;
    sentences_forget();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_case),
        cmocka_unit_test(test_every_code),
        cmocka_unit_test(test_every_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
