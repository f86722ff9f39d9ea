/* SPDX-License-Identifier: MIT */
/* No word that somebody wrote is in calendars that were not allowed to say it, nor of what is private in reports
 * and tables, and none is in anything once it was taken out. */
#include "support/marks.h"

/* A plan with a mark in each of its texts. Covers are agreed with the client to be seen, so they have
 * none. */
static hw_plan *marked_plan(const char *path, const char *visibility, const char *wording)
{
    text document = {0}, marked = {0}, final = {0};
    assert_true(read_file(path, &document));
    mark(&document, &marked);
    for (size_t i = 0; i < marked.size; i++) {
        if (begins(&marked, i, "<cover>")) {
            put(&final, "<cover>Stretching");
            while (!begins(&marked, i, "</cover>"))
                i++;
        }
        add(&final, marked.data + i, 1);
        if (begins(&marked, i + 1, " extent=")) {
            put(&final, visibility);
        } else if (begins(&marked, i + 1, " zone=\"Europe/Berlin\"")) {
            put(&final, wording);
        } else if (begins(&marked, i + 1, " wording=\"cover\"")) { /* of the document itself */
            i += strlen(" wording=\"cover\"");
        }
    }
    hw_plan *plan = plan_of(&final);
    free(document.data);
    free(marked.data);
    free(final.data);
    return plan;
}

static void test_calendars_out(void **state)
{
    (void)state;
    static const char *const wordings[] = {"", " wording=\"neutral\"", " wording=\"cover\""};
    static const char *const paths[] = {DATA "valid/small.xml", DATA "valid/whole.xml"};
    for (size_t w = 0; w < COUNT_OF(wordings) * COUNT_OF(paths); w++) {
        hw_plan *plan = marked_plan(paths[w % COUNT_OF(paths)], "", wordings[w / COUNT_OF(paths)]);
        for (int profile = 0; profile < 2; profile++) {
            size_t size;
            char *calendar = export(plan, (hw_calendar_profile)profile, &size);
            assert_non_null(strstr(calendar, profile ? "BEGIN:VTODO" : "BEGIN:VEVENT"));
            /* Ids may be telling too. */
            static const char *const words[] = {"SENTINEL", "breathing", "suds",  "talk",      "mk",
                                                "client",   "calm",      "sheet", "until-then"};
            for (size_t k = 0; k < COUNT_OF(words); k++)
                assert_null(strstr(calendar, words[k]));
            hw_string_free(calendar);
        }
        hw_plan_free(plan);
    }
}

static void expect_silence(hw_table *table)
{
    size_t csv_size, json_size;
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, &csv_size, NULL), *json = hw_table_to_json(table, &json_size, NULL);
    assert_non_null(csv);
    assert_non_null(json);
    assert_false(has_mark(csv, csv_size));
    assert_false(has_mark(json, json_size));
    hw_string_free(csv);
    hw_string_free(json);
    hw_table_free(table);
}

static size_t count_of(const char *haystack, const char *needle)
{
    size_t count = 0;
    for (const char *at = haystack; (at = strstr(at, needle)); at++)
        count++;
    return count;
}

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})
#define AS_OF INT64_C(1742000000)

/* Of the texts that entries have, none is in a report or a table once they are private, or shared as a
 * summary. */
static void test_private_entries(void **state)
{
    (void)state;
    static const char *const visibilities[] = {"", " visibility=\"shared-summary\"",
                                               " visibility=\"private\""};
    size_t notes_shown[COUNT_OF(visibilities)];
    for (size_t v = 0; v < COUNT_OF(visibilities); v++) {
        hw_error err;
        hw_plan *plan = marked_plan(DATA "valid/small.xml", visibilities[v], "");
        /* The entry that is replaced says nothing; undone, it would. */
        hw_change *change = hw_change_new(hw_moment_at(AS_OF - 60, 0), "client", "desk", &err);
        assert_int_equal(hw_plan_void_entry(plan, "e-2", change, &err), HW_OK);
        hw_change_free(change);
        char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
        assert_non_null(report);
        notes_shown[v] = count_of(report, "SENTINEL wie");
        hw_occurrences *list = hw_plan_occurrences(plan, FROM, TO, AS_OF, &err);
        hw_progress *progress = hw_plan_progress(plan, FROM, TO, AS_OF, NULL, &err);
        hw_log *log = hw_plan_entries(plan, &err);
        assert_true(list && progress && log);
        expect_silence(hw_occurrences_table(list, &err));
        expect_silence(hw_progress_table(progress, &err));
        expect_silence(hw_log_table(log, &err));
        if (v > 0) {
            assert_null(strstr(report, "SENTINEL home"));
            assert_null(strstr(report, "SENTINEL late"));
            expect_silence(hw_log_value_table(log, false, &err));
        }
        hw_log_unref(log);
        hw_progress_free(progress);
        hw_occurrences_free(list);
        hw_string_free(report);
        hw_plan_free(plan);
    }
    assert_int_equal(notes_shown[0], 1);
    assert_int_equal(notes_shown[1], 0);
    assert_int_equal(notes_shown[2], 0);
}

/* What stands in place of something. */
typedef struct swap {
    const char *what, *with;
} swap;

/* The whole document with some pieces replaced; each must be there. */
static void swapped(const swap *swaps, size_t count, text *out)
{
    text document = {0};
    assert_true(read_file(DATA "valid/whole.xml", &document));
    bool done[16] = {false};
    out->size = 0;
    for (size_t i = 0; i < document.size; i++) {
        size_t k = 0;
        while (k < count && !begins(&document, i, swaps[k].what))
            k++;
        if (k == count) {
            add(out, document.data + i, 1);
            continue;
        }
        put(out, swaps[k].with);
        i += strlen(swaps[k].what) - 1;
        done[k] = true;
    }
    for (size_t k = 0; k < count; k++) {
        if (!done[k])
            fail_msg("there is no %s", swaps[k].what);
    }
    free(document.data);
}

/* Tables that are made without asking for anything private by name. */
static void expect_all_silent(const hw_plan *plan, const hw_plan *before)
{
    hw_error err;
    hw_lint *lint = hw_plan_lint(plan, NULL, AS_OF, 70, &err);
    hw_journey *journey = hw_plan_journey(plan, "talk", AS_OF, &err);
    hw_thread *thread = hw_plan_thread(plan, "breathing", AS_OF, &err);
    hw_unreviewed *waiting = hw_plan_unreviewed(plan, AS_OF, &err);
    hw_diff *diff = hw_plan_diff(before, plan, false, &err);
    hw_occurrences *list = hw_plan_occurrences(plan, FROM, TO, AS_OF, &err);
    hw_progress *progress = hw_plan_progress(plan, FROM, TO, AS_OF, NULL, &err);
    hw_log *log = hw_plan_entries(plan, &err);
    expect_silence(hw_lint_table(lint, &err));
    expect_silence(hw_journey_table(journey, &err));
    expect_silence(hw_thread_table(thread, &err));
    expect_silence(hw_unreviewed_table(waiting, &err));
    assert_true(hw_diff_count(diff) > 0);
    expect_silence(hw_diff_table(diff, &err));
    expect_silence(hw_occurrences_table(list, &err));
    expect_silence(hw_progress_table(progress, &err));
    expect_silence(hw_log_table(log, &err));
    expect_silence(hw_log_value_table(log, false, &err));
    expect_silence(hw_plan_ratings_table(plan, &err));
    expect_silence(hw_plan_scores_table(plan, &err));
    expect_silence(hw_plan_messages_table(plan, false, false, NULL, &err));
    expect_silence(hw_plan_messages_table(plan, false, true, NULL, &err));
    hw_areas *areas = hw_plan_areas(plan, FROM, TO, AS_OF, NULL, &err);
    expect_silence(hw_areas_table(areas, &err));
    expect_silence(hw_areas_suggestion_table(areas, &err));
    expect_silence(hw_areas_barrier_table(areas, &err));
    expect_silence(hw_areas_rating_table(areas, &err));
    expect_silence(hw_areas_accomplishment_table(areas, &err));
    expect_silence(hw_areas_initiative_table(areas, &err));
    expect_silence(hw_areas_evidence_table(areas, &err));
    hw_areas_free(areas);
    static const char *const ids[] = {"m-1", "e-1", "breathing", "v-1", "settings"};
    for (size_t i = 0; i < COUNT_OF(ids); i++)
        expect_silence(hw_plan_history(plan, ids[i], &err));
    hw_lint_free(lint);
    hw_journey_free(journey);
    hw_thread_free(thread);
    hw_unreviewed_free(waiting);
    hw_diff_free(diff);
    hw_occurrences_free(list);
    hw_progress_free(progress);
    hw_log_unref(log);
}

static size_t marks_in(hw_table *table)
{
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(csv);
    size_t count = count_of(csv, MARK);
    hw_string_free(csv);
    hw_table_free(table);
    return count;
}

/* What of the whole cycle is private, shared as a summary, or confidential by its form: in no report,
 * calendar or table, but in those that were asked for it by name. */
static void test_private_words(void **state)
{
    (void)state;
    static const char *const visibilities[] = {" visibility=\"private\"", " visibility=\"shared-summary\""};
    for (size_t v = 0; v < COUNT_OF(visibilities); v++) {
        const swap swaps[] = {
            {" visibility=\"private\"", visibilities[v]},
            {"<text>too", "<text>" MARK},
            {"<answer>", "<answer>" MARK},
            {"<answer field=\"where\">", "<answer field=\"where\">" MARK},
            {"<barrier code=\"no-time\">", "<barrier code=\"no-time\">" MARK},
            {"xml:lang=\"de\">wie", "xml:lang=\"de\">" MARK},
            {"href=\"diary", "href=\"" MARK},
            {" supersedes=\"e-1\"", ""}, /* so that the first entry counts */
        };
        text document = {0};
        hw_error err;
        swapped(swaps, COUNT_OF(swaps), &document);
        hw_plan *plan = plan_of(&document);
        hw_change *first = hw_change_new(hw_moment_at(AS_OF - 86400 * 30, 0), "mk", "desk", NULL);
        hw_plan *before = hw_plan_new(hw_plan_uid(plan), "Europe/Berlin", HW_ROLE_THERAPIST, first, &err);
        assert_non_null(before);
        expect_all_silent(plan, before);
        char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
        assert_non_null(report);
        assert_null(strstr(report, MARK));
        hw_string_free(report);
        for (int profile = 0; profile < 2; profile++) {
            size_t size;
            char *calendar = export(plan, (hw_calendar_profile)profile, &size);
            assert_false(has_mark(calendar, size));
            hw_string_free(calendar);
        }
        char *known = hw_plan_knowledge(plan, NULL, &err);
        assert_null(strstr(known, MARK));
        hw_string_free(known);
        hw_log *log = hw_plan_entries(plan, &err);
        assert_true(marks_in(hw_log_value_table(log, true, &err)) >= 3);
        assert_int_equal(marks_in(hw_plan_messages_table(plan, true, true, NULL, &err)), 2);
        hw_diff *diff = hw_plan_diff(before, plan, true, &err);
        assert_true(marks_in(hw_diff_table(diff, &err)) >= 4);
        hw_diff_free(diff);
        hw_log_unref(log);
        hw_change_free(first);
        hw_plan_free(before);
        hw_plan_free(plan);
        free(document.data);
    }
}

/* What a form calls confidential stays with its author, whoever may see the entry. */
static void test_confidential_fields(void **state)
{
    (void)state;
    const swap swaps[] = {
        {" visibility=\"private\"", ""},
        {"<field name=\"where\" type=\"text\"", "<field name=\"where\" type=\"text\" confidential=\"true\""},
        {"<answer field=\"where\">", "<answer field=\"where\">" MARK},
        {" supersedes=\"e-1\"", ""},
    };
    text document = {0};
    hw_error err;
    swapped(swaps, COUNT_OF(swaps), &document);
    hw_plan *plan = plan_of(&document);
    hw_log *log = hw_plan_entries(plan, &err);
    expect_silence(hw_log_value_table(log, false, &err));
    assert_int_equal(marks_in(hw_log_value_table(log, true, &err)), 1);
    char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
    assert_non_null(report);
    assert_null(strstr(report, MARK));
    hw_string_free(report);
    hw_log_unref(log);
    hw_plan_free(plan);
    free(document.data);
}

/* Once taken out, words are in nothing that a plan can say, whoever asks. */
static void test_words_that_were_taken_out(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "settings", "client", "mk",       "phone",     "suds",      "calm",          "talk",
        "talk-1",   "sheet",  "after-it", "breathing", "each-time", "if-it-happens", "until-then",
        "s-1",      "s-2",    "v-1",      "q-1",       "g-1",       "m-1",           "h-1",
        "x-1",      "e-1",    "e-2",      "e-4"};
    hw_plan *plan = marked_plan(DATA "valid/whole.xml", "", "");
    hw_change *change = hw_change_new(hw_moment_at(AS_OF, 0), "mk", "desk", NULL);
    hw_error err;
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        if (hw_plan_redact(plan, ids[i], change, &err) != HW_OK && !hw_plan_is_removed(plan, ids[i], NULL))
            fail_msg("%s: %s", ids[i], err.message);
    }
    size_t size;
    char *written = hw_plan_to_xml(plan, &size, &err);
    assert_non_null(written);
    /* What stands beside the records is nobody's: one element, with its attribute. */
    assert_int_equal(count_of(written, MARK), 2);
    char *changes = hw_plan_changes_since(plan, NULL, 0, NULL, &err);
    assert_non_null(changes);
    assert_int_equal(count_of(changes, MARK), 2);
    hw_string_free(changes);
    hw_string_free(written);
    hw_change_free(change);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendars_out),
        cmocka_unit_test(test_private_entries),
        cmocka_unit_test(test_private_words),
        cmocka_unit_test(test_confidential_fields),
        cmocka_unit_test(test_words_that_were_taken_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
