/* SPDX-License-Identifier: MIT */
/* Random plans survive writing and reading to the byte; random edits keep a plan valid, and a verb that fails
 * leaves it byte for byte as it was. HW_TEST_FULL=1 takes more plans, HW_TEST_SEED=n another seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "model/records.h"
#include "support/random_plan.h"
#include "support/shape_cover.h"

typedef struct bytes {
    char *data;
    size_t size;
} bytes;

static bytes write_plan(const hw_plan *plan)
{
    hw_error err;
    bytes written;
    written.data = hw_plan_to_xml(plan, &written.size, &err);
    if (!written.data)
        fail_msg("writing: %s", err.message);
    return written;
}

static void assert_same(const bytes *a, const bytes *b, const char *what)
{
    size_t least = a->size < b->size ? a->size : b->size, at = 0;
    while (at < least && a->data[at] == b->data[at])
        at++;
    if (a->size != b->size || at < least) {
        size_t from = at < 80 ? 0 : at - 80;
        fail_msg("%s: differs at byte %zu:\n%.200s\n----\n%.200s", what, at, a->data + from, b->data + from);
    }
}

static void expect_no_errors(const hw_problems *problems)
{
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        if (hw_problems_severity_at(problems, i) == HW_SEVERITY_ERROR)
            fail_msg("line %d: %s: %s", hw_problems_line_at(problems, i), hw_problems_subject_at(problems, i),
                     hw_problems_message_at(problems, i));
    }
}

static hw_plan *read_plan(const bytes *document)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *plan = hw_plan_from_xml(document->data, document->size, NULL, problems, &err);
    expect_no_errors(problems);
    if (!plan)
        fail_msg("reading: line %d: %s", err.line, err.message);
    hw_problems_free(problems);
    return plan;
}

/* write(read(x)) == x. */
static void check_document(const bytes *document)
{
    hw_plan *again = read_plan(document);
    bytes second = write_plan(again);
    assert_same(document, &second, "write(read(document))");
    hw_string_free(second.data);
    hw_plan_free(again);
}

static void check_plan(const hw_plan *plan)
{
    bytes document = write_plan(plan);
    check_document(&document);
    hw_string_free(document.data);
}

static void random_plans_survive(void **state)
{
    (void)state;
    test_random random = random_start("round trips", 20250303);
    for (long i = 0; i < random_rounds(80, 10000); i++) {
        hw_plan *plan = random_plan_new(&random, random_int(&random, 0, 200));
        assert_non_null(plan);
        check_plan(plan);
        hw_plan_free(plan);
    }
}

typedef struct vocabulary {
    const char *attribute;
    const hw__words *words;
    int except; /* a word that is the default, and so never written; -1 = none */
} vocabulary;

/* The generator is only worth its name if every word of the format comes up. */
static void random_plans_use_every_word(void **state)
{
    static const vocabulary words[] = {
        {"role", &hw__words_role, -1},
        {"wording", &hw__words_wording, HW_WORDING_NEUTRAL},
        {"week-start", &hw__words_weekday, HW_MONDAY},
        {"kind", &hw__words_measure_kind, -1},
        {"better", &hw__words_better, HW_BETTER_NEUTRAL},
        {"state", &hw__words_goal_state, -1},
        {"achievement", &hw__words_achievement, HW_ACHIEVEMENT_NONE},
        {"direction", &hw__words_direction, HW_DIRECTION_NONE},
        {"state", &hw__words_step_state, -1},
        {"kind", &hw__words_kind, -1},
        {"state", &hw__words_assignment_state, -1},
        {"kind", &hw__words_schedule_kind, HW_SCHEDULE_ON_DEMAND},
        {"per", &hw__words_period, -1},
        {"late", &hw__words_late, HW_LATE_MARKED},
        {"kind", &hw__words_reminder_kind, -1},
        {"anchor", &hw__words_anchor, HW_ANCHOR_DUE},
        {"state", &hw__words_session_state, -1},
        {"mode", &hw__words_session_mode, HW_MODE_IN_PERSON},
        {"cause", &hw__words_excuse_reason, -1},
        {"extent", &hw__words_extent, HW_EXTENT_NONE},
        {"source", &hw__words_source, HW_SOURCE_APP},
        {"visibility", &hw__words_visibility, HW_VISIBILITY_SHARED},
        {"phase", &hw__words_phase, HW_PHASE_NONE},
        {"code", &hw__words_barrier, -1},
        {"kind", &hw__words_note_kind, HW_NOTE_COMMENT},
    };
    (void)state;
    test_random random = random_start("words", 3);
    hw_plan *plan = random_plan_new(&random, 3000);
    assert_non_null(plan);
    bytes document = write_plan(plan);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        for (int value = 0; value < words[i].words->count; value++) {
            char text[80];
            snprintf(text, sizeof text, " %s=\"%s\"", words[i].attribute, words[i].words->words[value]);
            if (value != words[i].except && !strstr(document.data, text))
                fail_msg("no%s in a plan of 3000 edits", text);
        }
    }
    check_document(&document);
    hw_string_free(document.data);
    hw_plan_free(plan);
}

/* Every entity, kind and state, by the tables that the library itself goes by. What was read has them all, too. */
static void random_plans_cover_every_shape(void **state)
{
    (void)state;
    shape_cover made = {0}, read = {0};
    test_random random = random_start("shapes", 5);
    for (int i = 0; i < 60 && (i == 0 || shape_cover_missing(&read) > 0); i++) {
        hw_plan *plan = random_plan_new(&random, 500);
        assert_non_null(plan);
        shape_cover_plan(&made, plan);
        bytes document = write_plan(plan);
        hw_plan *again = read_plan(&document);
        shape_cover_plan(&read, again);
        hw_string_free(document.data);
        hw_plan_free(again);
        hw_plan_free(plan);
    }
    made.says = read.says = true;
    assert_int_equal(shape_cover_missing(&made), 0);
    assert_int_equal(shape_cover_missing(&read), 0);
}

/* A copy that was read is as good as the original: the same edits lead to the same bytes. */
static void a_plan_that_was_read_goes_on(void **state)
{
    (void)state;
    test_random random = random_start("edits after reading", 7);
    for (long i = 0; i < random_rounds(20, 2000); i++) {
        hw_plan *plan = random_plan_new(&random, 80);
        assert_non_null(plan);
        bytes document = write_plan(plan);
        hw_plan *again = read_plan(&document);
        hw_string_free(document.data);
        random_editor one = random_editor_start(plan, "tablet"), two = random_editor_start(again, "tablet");
        assert_int_equal(one.now, two.now);
        test_random same = random;
        for (int edit = 0; edit < 60; edit++) {
            hw_error err, other;
            hw_status status = random_edit(plan, &random, &one, &err);
            assert_int_equal(random_edit(again, &same, &two, &other), status);
            assert_string_equal(err.message, other.message);
        }
        bytes a = write_plan(plan), b = write_plan(again);
        assert_same(&a, &b, "edits of a plan and of what was read");
        hw_string_free(a.data);
        hw_string_free(b.data);
        hw_plan_free(plan);
        hw_plan_free(again);
    }
}

/* One edit: what succeeds leaves a valid plan, what fails leaves the same bytes. */
static void edit_and_compare(hw_plan *plan, test_random *random, random_editor *editor, bytes *before,
                             bool bad)
{
    hw_error err;
    uint64_t generation = hw_plan_generation(plan);
    hw_status status =
        bad ? random_bad_edit(plan, random, editor, &err) : random_edit(plan, random, editor, &err);
    bytes after = write_plan(plan);
    if (bad && status == HW_OK)
        fail_msg("an edit was taken that must be refused");
    if (status != HW_OK) {
        assert_int_equal(err.status, status);
        assert_true(err.message[0] != '\0');
        assert_same(before, &after, err.message);
        assert_int_equal(hw_plan_generation(plan), generation);
    }
    hw_string_free(before->data);
    *before = after;
}

static void failed_verbs_change_nothing(void **state)
{
    (void)state;
    test_random random = random_start("edits, good and bad", 99);
    for (long i = 0; i < random_rounds(12, 2000); i++) {
        hw_plan *plan = random_plan_new(&random, 60);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "tablet");
        bytes before = write_plan(plan);
        for (int edit = 0; edit < 100; edit++) {
            edit_and_compare(plan, &random, &editor, &before, random_chance(&random, 40));
            if (edit % 20 == 0)
                check_document(&before);
        }
        check_document(&before);
        hw_string_free(before.data);
        hw_plan_free(plan);
    }
}

/* A log that was cut in two and put together again. */
static void logs_come_back_from_a_sidecar(void **state)
{
    (void)state;
    test_random random = random_start("sidecar logs", 12);
    for (long i = 0; i < random_rounds(25, 2000); i++) {
        hw_error err;
        hw_plan *plan = random_plan_new(&random, 60);
        assert_non_null(plan);
        hw_plan *early = hw_plan_copy(plan, &err);
        random_editor editor = random_editor_start(plan, "tablet");
        for (int edit = 0; edit < 40; edit++)
            random_log_edit(plan, &random, &editor, &err);
        size_t size;
        char *log = hw_plan_log_to_xml(plan, &size, &err);
        assert_non_null(log);
        for (int twice = 0; twice < 2; twice++) {
            if (hw_plan_read_log_xml(early, log, size, NULL, NULL, &err) != HW_OK)
                fail_msg("line %d: %s", err.line, err.message);
            bytes a = write_plan(plan), b = write_plan(early);
            assert_same(&a, &b, "a log read from its sidecar");
            hw_string_free(a.data);
            hw_string_free(b.data);
        }
        hw_string_free(log);
        hw_plan_free(early);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_plans_survive),           cmocka_unit_test(random_plans_use_every_word),
        cmocka_unit_test(random_plans_cover_every_shape), cmocka_unit_test(a_plan_that_was_read_goes_on),
        cmocka_unit_test(failed_verbs_change_nothing),    cmocka_unit_test(logs_come_back_from_a_sidecar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
