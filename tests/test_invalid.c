/* SPDX-License-Identifier: MIT */
/* Every folder of tests/data/invalid is a document that must be refused: exactly the problems in `expected`
 * are found, quickly, silently, without a word of private text, and nothing is left behind. A folder with
 * log.xml instead of plan.xml is a sidecar log for tests/data/valid/small.xml. HW_SHOW=1 prints what was
 * found, in the form of `expected`. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "homework/document.h"
#include "support/case_folders.h"
#include "support/sentences.h"

#define DATA HW_SOURCE_DIR "/tests/data/"
#define MOST_SECONDS 0.25
#define PRIVATE "SENTINEL"

/* The codes that reading a document can give; the others are merging's and the calendar's. */
static bool seen[HW_PROBLEM_CODE_COUNT];
static const hw_problem_code elsewhere[] = {HW_PROBLEM_MERGE_CONFLICT, HW_PROBLEM_KEPT_ASIDE,
                                            HW_PROBLEM_CALENDAR, HW_PROBLEM_ORPHAN};

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    struct stat about;
    assert_int_equal(fstat(fileno(file), &about), 0);
    char *bytes = malloc((size_t)about.st_size + 1);
    assert_non_null(bytes);
    *size = fread(bytes, 1, (size_t)about.st_size, file);
    bytes[*size] = '\0';
    fclose(file);
    return bytes;
}

/* What was found, in the form of `expected`. */
static char *describe(const hw_problems *problems)
{
    char *text = calloc(hw_problems_count(problems) + 1, 256);
    assert_non_null(text);
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        const char *subject = hw_problems_subject_at(problems, i);
        const char *message = hw_problems_message_at(problems, i);
        snprintf(text + strlen(text), 256, "%d %s %s\n", (int)hw_problems_line_at(problems, i),
                 hw_problem_code_name(hw_problems_code_at(problems, i)), *subject ? subject : "-");
        seen[hw_problems_code_at(problems, i)] = true;
        assert_true(*message);
        assert_null(strstr(message, PRIVATE));
        sentences_heard(message);
    }
    return text;
}

typedef struct result {
    hw_problems *problems;
    hw_error err;
    double seconds;
    bool refused;
} result;

static void read_plan(const char *bytes, size_t size, bool salvage, result *out)
{
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, salvage, NULL);
    out->problems = hw_problems_new(NULL);
    clock_t start = clock();
    hw_plan *plan = hw_plan_from_xml(bytes, size, options, out->problems, &out->err);
    out->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    out->refused = !plan;
    hw_read_options_free(options);
    /* What a salvage reading accepts it writes and reads again, to the same bytes. */
    if (plan && !hw_plan_is_read_only(plan)) {
        size_t written_size, again_size;
        char *written = hw_plan_to_xml(plan, &written_size, NULL);
        assert_non_null(written);
        options = hw_read_options_new(NULL);
        hw_read_options_set_salvage(options, true, NULL);
        hw_plan *second = hw_plan_from_xml(written, written_size, options, NULL, NULL);
        assert_non_null(second);
        char *again = hw_plan_to_xml(second, &again_size, NULL);
        assert_string_equal(written, again);
        assert_int_equal(hw_plan_aside_count(plan), hw_plan_aside_count(second));
        hw_string_free(written);
        hw_string_free(again);
        hw_plan_free(second);
        hw_read_options_free(options);
    }
    hw_plan_free(plan);
}

/* A sidecar is refused without a trace in the plan. */
static void read_log(const char *bytes, size_t size, result *out)
{
    size_t plan_size;
    char *document = read_file(DATA "valid/small.xml", &plan_size);
    assert_non_null(document);
    hw_plan *plan = hw_plan_from_xml(document, plan_size, NULL, NULL, NULL);
    assert_non_null(plan);
    char *before = hw_plan_to_xml(plan, NULL, NULL);
    out->problems = hw_problems_new(NULL);
    clock_t start = clock();
    out->refused = hw_plan_read_log_xml(plan, bytes, size, NULL, out->problems, &out->err) != HW_OK;
    out->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    char *after = hw_plan_to_xml(plan, NULL, NULL);
    assert_string_equal(before, after);
    hw_string_free(before);
    hw_string_free(after);
    hw_plan_free(plan);
    free(document);
}

static void check_verdict(const char *name, const result *strict, const char *found, const char *expected)
{
    if (!strict->refused || strcmp(found, expected) != 0) {
        print_message("%s: expected\n%sfound\n%s", name, expected, found);
    }
    assert_true(strict->refused);
    assert_string_equal(found, expected);
    assert_int_not_equal(strict->err.status, HW_OK);
    assert_true(hw_problems_error_count(strict->problems) > 0);
    assert_null(strstr(strict->err.message, PRIVATE));
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    assert_true(strict->seconds <= MOST_SECONDS);
#endif
}

static void check_case(const char *name)
{
    char path[1024];
    size_t size = 0, ignored;
    snprintf(path, sizeof path, DATA "invalid/%s/plan.xml", name);
    char *bytes = read_file(path, &size);
    bool is_plan = bytes != NULL;
    if (!is_plan) {
        snprintf(path, sizeof path, DATA "invalid/%s/log.xml", name);
        bytes = read_file(path, &size);
    }
    assert_non_null(bytes);
    result strict = {0}, salvage = {0};
    if (is_plan) {
        read_plan(bytes, size, false, &strict);
        read_plan(bytes, size, true, &salvage);
    } else {
        read_log(bytes, size, &strict);
    }
    char *found = describe(strict.problems);
    snprintf(path, sizeof path, DATA "invalid/%s/expected", name);
    char *expected = read_file(path, &ignored);
    if (getenv("HW_SHOW")) {
        print_message("# %s\n%s", name, found);
    } else {
        assert_non_null(expected);
        check_verdict(name, &strict, found, expected);
    }
    free(describe(salvage.problems));
    free(found);
    free(expected);
    free(bytes);
    hw_problems_free(strict.problems);
    hw_problems_free(salvage.problems);
}

static void test_every_case(void **state)
{
    (void)state;
    assert_true(check_case_folders(DATA "invalid", check_case) > 250);
}

/* No code without a case. */
static void test_every_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        seen[elsewhere[i]] = true;
    }
    for (int code = 0; code < HW_PROBLEM_CODE_COUNT; code++) {
        if (!seen[code]) {
            print_message("no case for %s\n", hw_problem_code_name((hw_problem_code)code));
        }
        assert_true(seen[code]);
    }
}

/* ---- no rejection without a case ---- */

/* Where readers find what to say about a document. */
static const char *const sources[] = {
    "model/entry_check.c",      "model/form_check.c",       "model/links.c",
    "model/plan_check.c",       "model/record_checks.c",    "model/schedule_check.c",
    "model/shape_checks.c",     "format/plan_xml_build.c",  "format/plan_xml_entry.c",
    "format/plan_xml_reader.c", "format/plan_xml_record.c", "format/plan_xml_root.c",
};

/* What no document here can lead to, and why. */
static const sentence_unmet unmet[] = {
    {"the data of the time zone '*' cannot be read", "needs a database that is broken: test_zones.c"},
    {"a goal is named twice", "lists refuse it as they are read"},
    {"a goal or step is named twice", "lists refuse it as they are read"},
    {"a skill is named twice", "lists refuse it as they are read"},
    {"an assignment is named twice", "lists refuse it as they are read"},
    {"an entry is named twice", "lists refuse it as they are read"},
    {"times, exceptions and extras ascend, each once", "lists are sorted as they are read"},
    {"a window opens at the due time or before it", "durations have their sign as they are read"},
    {"a window closes at the due time or after it", "durations have their sign as they are read"},
    {"the grace is not negative", "durations have their sign as they are read"},
    {"a row fits, the kind's fields included", "is checked by the compiler"},
    {"a group fits", "is checked by the compiler"},
    {"the changes are of a newer version than the plan can take", "of changes, not of plans"},
    {"the changes belong to another plan", "of changes, not of plans"},
};

static void test_every_sentence(void **state)
{
    (void)state;
    assert_true(
        sentences_check(sources, sizeof sources / sizeof *sources, unmet, sizeof unmet / sizeof *unmet) > 80);
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
