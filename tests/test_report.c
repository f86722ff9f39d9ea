/* SPDX-License-Identifier: MIT */
/* The text report: golden pages, widths, what must not be in it, its words, and memory that runs out.
 *
 * HW_UPDATE_GOLDEN=1 in the environment writes the golden pages anew (./dev golden). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/labels.h"
#include "base/text.h"
#include "support/random_plan.h"
#include "support/scene.h"

#define GOLDEN HW_SOURCE_DIR "/tests/data/golden/"

static char *report(const hw_plan *plan, const char *from, const char *to, const char *as_of, int width,
                    bool terminal)
{
    hw_error err;
    hw_report_options *options = hw_report_options_new(&err);
    assert_non_null(options);
    assert_int_equal(hw_report_options_set_width(options, width, &err), HW_OK);
    assert_int_equal(hw_report_options_set_terminal(options, terminal, &err), HW_OK);
    char *text = hw_plan_report(plan, scene_date(from), scene_date(to), scene_instant(as_of), options, &err);
    assert_non_null(text);
    assert_int_equal(err.status, HW_OK);
    hw_report_options_free(options);
    return text;
}

/* ---- Golden pages ---- */

static char *read_all(const char *path)
{
    char *data = calloc(1, 1 << 16);
    FILE *file = fopen(path, "rb");
    assert_non_null(data);
    if (file) {
        size_t size = fread(data, 1, (1 << 16) - 1, file);
        assert_true(size > 0);
        fclose(file);
    }
    return data;
}

static void expect_golden(const char *name, const char *text)
{
    char path[1024];
    snprintf(path, sizeof path, "%s%s", GOLDEN, name);
    if (getenv("HW_UPDATE_GOLDEN")) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fputs(text, file);
        fclose(file);
    }
    char *golden = read_all(path);
    if (strcmp(golden, text) != 0) {
        print_error("%s differs; ./dev golden writes it anew\n%s", name, text);
    }
    assert_string_equal(text, golden);
    free(golden);
}

#if HW_WITH_XML
static void test_golden_pages(void **state)
{
    (void)state;
    static const struct {
        const char *plan, *from, *to, *as_of, *golden;
        int width;
        bool terminal;
    } pages[] = {
        {"lunch-table", "2026-09-14", "2026-11-23", "2026-11-22T18:00:00+01:00", "lunch-table.report.txt", 80,
         false},
        {"lunch-table", "2026-09-14", "2026-11-23", "2026-11-22T18:00:00+01:00", "lunch-table.terminal.txt",
         100, true},
        {"lunch-table", "2026-10-05", "2026-10-19", "2026-10-19T17:00:00+02:00", "lunch-table.narrow.txt", 40,
         false},
        {"first-week", "2026-11-16", "2026-11-19", "2026-11-18T19:00:00+00:00", "first-week.report.txt", 80,
         false},
        {"one-thing-a-day", "2026-09-07", "2026-11-21", "2026-11-20T22:00:00+01:00",
         "one-thing-a-day.report.txt", 80, false},
        {"kitchen-table", "2026-09-15", "2026-11-21", "2026-11-20T18:00:00+01:00", "kitchen-table.report.txt",
         80, false},
        {"cards-and-thoughts", "2026-07-06", "2026-10-13", "2026-10-12T18:00:00+02:00",
         "cards-and-thoughts.report.txt", 80, false},
    };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        char path[1024];
        hw_error err;
        snprintf(path, sizeof path, "%s/examples/plans/%s.xml", HW_SOURCE_DIR, pages[i].plan);
        hw_plan *plan = hw_file_load(path, NULL, NULL, NULL, &err);
        assert_non_null(plan);
        char *text =
            report(plan, pages[i].from, pages[i].to, pages[i].as_of, pages[i].width, pages[i].terminal);
        expect_golden(pages[i].golden, text);
        hw_string_free(text);
        hw_plan_free(plan);
    }
}
#endif

/* ---- Width ---- */

/* Takes escape sequences of bold out of a line, in place. */
static void strip_bold(char *line)
{
    for (char *escape; (escape = strchr(line, '\x1b'));) {
        char *end = strchr(escape, 'm');
        assert_non_null(end);
        memmove(escape, end + 1, strlen(end + 1) + 1);
    }
}

/* Every line fits, ends without a blank, and holds nothing that could move a cursor or turn the writing. */
static void expect_width(const char *text, int width)
{
    char *copy = strdup(text), *rest;
    assert_non_null(copy);
    for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        strip_bold(line);
        size_t size = strlen(line);
        if (hw__utf8_columns(line, size) > (size_t)width) {
            fail_msg("%zu columns, not %d: %s", hw__utf8_columns(line, size), width, line);
        }
        assert_true(size == 0 || hw__line_check(line, size, 10000) == HW__TEXT_GOOD);
        for (size_t i = 0; i < size;) {
            uint32_t c;
            size_t length = hw__utf8_decode(line + i, size - i, &c);
            assert_true(length > 0);
            assert_false((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
                         c == 0x200f || c == 0x61c);
            i += length;
        }
    }
    free(copy);
}

static const int widths[] = {40, 41, 53, 80, 120, 400};

static void test_random_plans_keep_the_width(void **state)
{
    (void)state;
    test_random random = random_start("plans for reports", 1);
    int plans = getenv("HW_TEST_FULL") ? 400 : 20;
    for (int i = 0; i < plans; i++) {
        hw_plan *plan = random_plan_new(&random, 100);
        assert_non_null(plan);
        for (size_t w = 0; w < COUNT_OF(widths); w++) {
            char *text = report(plan, "2025-01-01", "2025-07-01", "2026-01-01T00:00:00Z", widths[w], w % 2);
            expect_width(text, widths[w]);
            hw_string_free(text);
        }
        hw_plan_free(plan);
    }
}

static void give_goal(scene *s, const char *title)
{
    hw_error err;
    hw_goal *goal = hw_goal_new("g", title, &err);
    hw_step *step = hw_step_new("st", "g", title, &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_true(goal && step && change);
    assert_int_equal(hw_plan_add_goal(s->plan, goal, change, &err), HW_OK);
    assert_int_equal(hw_plan_add_step(s->plan, step, change, &err), HW_OK);
    hw_goal_unref(goal);
    hw_step_unref(step);
    hw_change_free(change);
}

static void note(scene *s, hw_note_kind kind, hw_visibility visibility, const char *text)
{
    hw_error err;
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_true(entry && change);
    hw_entry_add_note(entry, kind, NULL, text);
    hw_entry_set_visibility(entry, visibility);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static void test_any_text_keeps_the_width(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "short",
        "Wordsthatdonotendwordsthatdonotendwordsthatdonotendwordsthatdonotendwordsthatdonotendwordsthatdonote"
        "nd",
        /* wide: each takes two columns */
        "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8"
        "\xaa\x9e"
        "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8"
        "\xaa\x9e"
        "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac\xe8"
        "\xaa\x9e",
        /* combining marks take none; a mark that turns the direction; blanks at odd places */
        "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81 \xe2\x80\xae"
        "desrever\xe2\x80\xac  two  blanks ",
        "twenty characters.. exactly, and then some more of it",
        "thirty-eight columns: the margin's end. And more",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *assignment = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
        assert_int_equal(hw_assignment_set_title(assignment, NULL, texts[i]), HW_OK);
        scene_give(&s, assignment);
        give_goal(&s, texts[i]);
        note(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED, texts[i]);
        for (size_t w = 0; w < COUNT_OF(widths); w++) {
            char *text = report(s.plan, "2025-03-01", "2025-06-01", "2025-06-02T00:00:00Z", widths[w], w % 2);
            expect_width(text, widths[w]);
            hw_string_free(text);
        }
        scene_close(&s);
    }
}

static void test_notes_keep_their_lines(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    note(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED,
         "one\n\ntwo\tthree\xe2\x80\xa8"
         "four\n");
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z", 80, false);
    assert_non_null(strstr(text, "\n  Sat 1 Mar: one\n\n    two three four\n"));
    expect_width(text, 80);
    hw_string_free(text);
    scene_close(&s);
}

/* ---- What is in it, and what is not ---- */

static void test_private_text_is_absent(void **state)
{
    (void)state;
    static const hw_note_kind kinds[] = {HW_NOTE_COMMENT, HW_NOTE_CHALLENGE, HW_NOTE_INSIGHT,
                                         HW_NOTE_QUESTION, HW_NOTE_TRIGGER};
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        note(&s, kinds[i], HW_VISIBILITY_PRIVATE, "for my eyes only");
        note(&s, kinds[i], HW_VISIBILITY_SHARED_SUMMARY, "for my eyes only");
    }
    note(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED, "a question for all");
    note(&s, HW_NOTE_INSIGHT, HW_VISIBILITY_SHARED, "an insight for all");
    note(&s, HW_NOTE_CHALLENGE, HW_VISIBILITY_SHARED, "a challenge for all");
    note(&s, HW_NOTE_COMMENT, HW_VISIBILITY_SHARED, "a comment stays in the log");
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z", 80, false);
    assert_null(strstr(text, "for my eyes only"));
    assert_null(strstr(text, "a comment"));
    assert_non_null(strstr(text, "Sat 1 Mar: a question for all"));
    assert_non_null(strstr(text, "Sat 1 Mar: an insight for all"));
    assert_non_null(strstr(text, "Sat 1 Mar: a challenge for all"));
    hw_string_free(text);
    scene_close(&s);
}

/* What got in the way is counted, but not from private entries. */
static void test_private_barriers_are_absent(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-01T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    static const hw_visibility visible[] = {HW_VISIBILITY_PRIVATE, HW_VISIBILITY_SHARED_SUMMARY,
                                            HW_VISIBILITY_SHARED};
    for (size_t i = 0; i < COUNT_OF(visible); i++) {
        hw_error err;
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_NOT_ATTEMPTED, &err);
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        assert_true(entry && change);
        hw_entry_set_visibility(entry, visible[i]);
        hw_entry_add_barrier(entry,
                             visible[i] == HW_VISIBILITY_PRIVATE ? HW_BARRIER_AVOIDANCE : HW_BARRIER_NO_TIME,
                             "a text of its own");
        assert_int_equal(hw_plan_log(s.plan, entry, change, &err), HW_OK);
        hw_entry_free(entry);
        hw_change_free(change);
    }
    char *text = report(s.plan, "2025-03-01", "2025-03-03", "2025-03-03T12:00:00Z", 80, false);
    assert_non_null(strstr(text, "in the way: no time 2\n"));
    assert_null(strstr(text, "avoidance"));
    assert_null(strstr(text, "a text of its own"));
    hw_string_free(text);
    scene_close(&s);
}

/* What is recorded later does not show in a page of before. */
static void test_a_page_knows_only_what_was_known(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-01T19:00", "FREQ=DAILY"));
    char *before = report(s.plan, "2025-03-01", "2025-03-31", "2025-03-31T12:00:00Z", 80, false);
    scene_now(&s, "2025-04-01T09:00:00+02:00");
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Europe/Berlin", 0, HW_WEDNESDAY, NULL);
    char *after = report(s.plan, "2025-03-01", "2025-03-31", "2025-03-31T12:00:00Z", 80, false);
    assert_string_equal(before, after);
    hw_string_free(before);
    hw_string_free(after);
    scene_close(&s);
}

static void test_a_question_is_open_until_a_session_is_held(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_error err;
    note(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED, "before");
    scene_now(&s, "2025-03-03T18:00:00+01:00");
    hw_session *session = hw_session_new("s-1", scene_local("2025-03-03T17:00"), &err);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    assert_true(session && change);
    assert_int_equal(hw_session_set_state(session, HW_SESSION_HELD), HW_OK);
    assert_int_equal(hw_plan_add_session(s.plan, session, change, &err), HW_OK);
    hw_session_unref(session);
    hw_change_free(change);
    note(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED, "after");
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z", 80, false);
    assert_null(strstr(text, "before"));
    assert_non_null(strstr(text, "Mon 3 Mar: after"));
    assert_non_null(strstr(text, "Last session: Mon 3 Mar 2025 17:00"));
    hw_string_free(text);
    text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-02T00:00:00Z", 80, false);
    assert_non_null(strstr(text, "Sat 1 Mar: before")); /* as of then, no session is known */
    hw_string_free(text);
    scene_close(&s);
}

static const char empty_page[] = "Sat 1 Mar 2025 to Fri 7 Mar 2025, as of Sat 8 Mar 2025 01:00\n"
                                 "\nHomework\n  None agreed yet.\n"
                                 "\nWhat progressed\n  Nothing stands out yet.\n"
                                 "\nWhat was missed, and why\n  Nothing.\n"
                                 "\nQuestions for the next session\n  None.\n";

static void test_an_empty_plan(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_error err;
    char *text = hw_plan_report(s.plan, scene_date("2025-03-01"), scene_date("2025-03-08"),
                                scene_instant("2025-03-08T00:00:00Z"), NULL, &err);
    assert_string_equal(text, empty_page);
    hw_string_free(text);
    text = report(s.plan, "2025-03-01", "2025-03-01", "2025-03-08T00:00:00Z", 80, false); /* no days at all */
    assert_memory_equal(text, "Sat 1 Mar 2025 to Sat 1 Mar 2025, as of ", 40);
    hw_string_free(text);
    text =
        report(s.plan, "2020-01-01", "2020-01-08", "2020-01-01T00:00:00Z", 80, false); /* before it began */
    assert_memory_equal(text, "Wed 1 Jan 2020 to Tue 7 Jan 2020, as of ", 40);
    hw_string_free(text);
    scene_close(&s);
}

static void test_nothing_due(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_once("later", "2025-06-01T10:00"));
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z", 80, false);
    assert_non_null(strstr(text, "once, Sun 1 Jun 2025 10:00\n    nothing was due\n"));
    assert_null(strstr(text, "Bars"));
    assert_null(strstr(text, "%"));
    hw_string_free(text);
    text = report(s.plan, "2025-06-01", "2025-06-02", "2025-06-01T07:00:00Z", 80, false);
    assert_non_null(strstr(text, "nothing settled yet; open 1\n    o\n"));
    assert_null(strstr(text, "%"));
    hw_string_free(text);
    scene_close(&s);
}

/* ---- Words ---- */

static void test_every_value_has_its_label(void **state)
{
    (void)state;
    static const struct {
        hw_words words;
        hw__label first, last;
    } enumerations[] = {
        {HW_WORDS_KIND, HW__LABEL_KIND_JOURNALING, HW__LABEL_KIND_OTHER},
        {HW_WORDS_ASSIGNMENT_STATE, HW__LABEL_ASSIGNMENT_DRAFT, HW__LABEL_ASSIGNMENT_ENTERED_IN_ERROR},
        {HW_WORDS_GOAL_STATE, HW__LABEL_GOAL_PROPOSED, HW__LABEL_GOAL_REJECTED},
        {HW_WORDS_ACHIEVEMENT, HW__LABEL_ACHIEVEMENT_NONE, HW__LABEL_ACHIEVEMENT_NOT_ATTAINABLE},
        {HW_WORDS_STEP_STATE, HW__LABEL_STEP_LOCKED, HW__LABEL_STEP_SKIPPED},
        {HW_WORDS_REASON, HW__LABEL_REASON_ILLNESS, HW__LABEL_REASON_OTHER},
        {HW_WORDS_BARRIER, HW__LABEL_BARRIER_FORGOT, HW__LABEL_BARRIER_OTHER},
        {HW_WORDS_WEEKDAY, HW__LABEL_WEEKDAY_MON, HW__LABEL_WEEKDAY_SUN},
    };
    for (size_t i = 0; i < COUNT_OF(enumerations); i++) {
        assert_int_equal(hw_word_count(enumerations[i].words),
                         enumerations[i].last - enumerations[i].first + 1);
    }
    assert_int_equal(HW__LABEL_STATUS_WITHDRAWN - HW__LABEL_STATUS_UPCOMING + 1, HW_STATUS_COUNT);
    assert_int_equal(HW__LABEL_MONTH_DEC - HW__LABEL_MONTH_JAN, 11);
    /* ... and in the right order, where label and word are the same but for hyphens */
    assert_string_equal(hw__label_text(NULL, HW__LABEL_BARRIER_NO_TIME), "no time");
    assert_string_equal(hw_word_at(HW_WORDS_BARRIER, HW_BARRIER_NO_TIME), "no-time");
    for (int code = 0; code < HW_STATUS_COUNT; code++) {
        assert_true(*hw__label_text(NULL, (hw__label)(HW__LABEL_STATUS_UPCOMING + code)));
    }
}

/* ---- Arguments and memory ---- */

static void test_arguments(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_date day = {2025, 3, 1}, next = {2025, 3, 2}, none = {2025, 2, 30};
    assert_null(hw_plan_report(NULL, day, next, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_report(s.plan, none, next, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_report(s.plan, next, day, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_plan_report(s.plan, next, day, 0, NULL, NULL));
    hw_report_options *options = hw_report_options_new(NULL);
    static const int32_t bad[] = {INT32_MIN, -1, 0, 39, 401, INT32_MAX};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(hw_report_options_set_width(options, bad[i], &err), HW_ERR_RANGE);
    }
    assert_int_equal(hw_report_options_set_width(NULL, 80, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_report_options_set_terminal(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_report_options_free(options);
    hw_report_options_free(NULL);
    scene_close(&s);
}

static void test_memory_runs_out(void **state)
{
    (void)state;
    test_random random = random_start("a plan that is reported without memory", 7);
    hw_plan *plan = random_plan_new(&random, 60);
    assert_non_null(plan);
    hw_date from = scene_date("2025-01-01"), to = scene_date("2025-07-01");
    hw_instant as_of = scene_instant("2026-01-01T00:00:00Z");
    char *whole = hw_plan_report(plan, from, to, as_of, NULL, NULL), *text = NULL;
    assert_non_null(whole);
    for (size_t nth = 1; !text; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2);
        text = hw_plan_report(plan, from, to, as_of, NULL, &err);
        hw__alloc_fail(0, 0);
        assert_int_equal(err.status, text ? HW_OK : HW_ERR_MEMORY);
    }
    assert_string_equal(text, whole);
    hw_string_free(text);
    hw_string_free(whole);
    hw_plan_free(plan);
    hw__alloc_fail(1, 0);
    assert_null(hw_report_options_new(NULL));
    hw__alloc_fail(0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#if HW_WITH_XML
        cmocka_unit_test(test_golden_pages),
#endif
        cmocka_unit_test(test_random_plans_keep_the_width),
        cmocka_unit_test(test_any_text_keeps_the_width),
        cmocka_unit_test(test_notes_keep_their_lines),
        cmocka_unit_test(test_private_text_is_absent),
        cmocka_unit_test(test_private_barriers_are_absent),
        cmocka_unit_test(test_a_page_knows_only_what_was_known),
        cmocka_unit_test(test_a_question_is_open_until_a_session_is_held),
        cmocka_unit_test(test_an_empty_plan),
        cmocka_unit_test(test_nothing_due),
        cmocka_unit_test(test_every_value_has_its_label),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
