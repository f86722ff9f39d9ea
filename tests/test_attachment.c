/* SPDX-License-Identifier: MIT */
/* Files of assignments and of reports: what may be said of one, and that it comes back from documents, merges and
 * redaction as it should. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

#define SHA "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define MOST INT64_C(999999999999999)

static const struct {
    const char *href, *type;
    int64_t size;
    const char *sha256;
    hw_status status;
} cases[] = {
    {"https://example.org/a%20b?c=d&e='f'#g", "audio/ogg", 12345, SHA, HW_OK},
    {"sheet.pdf", NULL, -1, NULL, HW_OK},
    {"../a/b", "application/vnd.api+json", 0, NULL, HW_OK},
    {"file:///x", NULL, MOST, SHA, HW_OK},
    {"urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "text/plain", 1, NULL, HW_OK},
    {NULL, "audio/ogg", 1, SHA, HW_ERR_ARGUMENT},
    {"", NULL, -1, NULL, HW_ERR_SYNTAX},
    {"a b", NULL, -1, NULL, HW_ERR_SYNTAX},
    {"a\nb", NULL, -1, NULL, HW_ERR_SYNTAX},
    {"a\"b", NULL, -1, NULL, HW_ERR_SYNTAX},
    {"<a>", NULL, -1, NULL, HW_ERR_SYNTAX},
    {"a", "audio", -1, NULL, HW_ERR_SYNTAX},
    {"a", "audio/", -1, NULL, HW_ERR_SYNTAX},
    {"a", "audio/ogg; x=y", -1, NULL, HW_ERR_SYNTAX},
    {"a", "", -1, NULL, HW_ERR_SYNTAX},
    {"a", NULL, -2, NULL, HW_ERR_RANGE},
    {"a", NULL, MOST + 1, NULL, HW_ERR_RANGE},
    {"a", NULL, -1, "abc", HW_ERR_SYNTAX},
    {"a", NULL, -1, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", HW_ERR_SYNTAX},
    {"a", NULL, -1, SHA "0", HW_ERR_SYNTAX},
};

static void expect_text(const char *got, const char *expected)
{
    if (expected) {
        assert_non_null(got);
        assert_string_equal(got, expected);
    } else {
        assert_null(got);
    }
}

static void test_of_assignments(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_RELAXATION, NULL);
        hw_status status =
            hw_assignment_add_attachment(a, cases[i].href, cases[i].type, cases[i].size, cases[i].sha256);
        assert_int_equal(status, cases[i].status);
        assert_int_equal(hw_assignment_check(a, NULL), cases[i].status);
        assert_int_equal(hw_assignment_attachment_count(a), status == HW_OK);
        expect_text(hw_assignment_attachment_href_at(a, 0), status == HW_OK ? cases[i].href : NULL);
        expect_text(hw_assignment_attachment_type_at(a, 0), status == HW_OK ? cases[i].type : NULL);
        expect_text(hw_assignment_attachment_sha256_at(a, 0), status == HW_OK ? cases[i].sha256 : NULL);
        assert_true(hw_assignment_attachment_size_at(a, 0) == (status == HW_OK ? cases[i].size : -1));
        hw_assignment_unref(a);
    }
}

static void test_of_reports(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_give(&s, scene_once("a", "2025-03-03"));
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, NULL);
        hw_change *change = hw_change_new(s.now, "me", "desk", NULL);
        hw_status status =
            hw_entry_add_attachment(entry, cases[i].href, cases[i].type, cases[i].size, cases[i].sha256);
        assert_int_equal(status, cases[i].status);
        hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, "Recorded it");
        assert_int_equal(hw_plan_log(s.plan, entry, change, NULL), cases[i].status);
        hw_log *log = hw_plan_entries(s.plan, NULL);
        if (status == HW_OK) {
            assert_int_equal(hw_log_value_kind(log, 0, 0), HW_VALUE_ATTACHMENT);
            assert_null(hw_log_value_name(log, 0, 0));
            expect_text(hw_log_value_text(log, 0, 0), cases[i].href);
            expect_text(hw_log_value_type(log, 0, 0), cases[i].type);
            expect_text(hw_log_value_sha256(log, 0, 0), cases[i].sha256);
            assert_true(hw_log_value_size(log, 0, 0) == cases[i].size);
        }
        assert_null(hw_log_value_type(log, 0, 1));
        assert_null(hw_log_value_sha256(log, 0, 1));
        assert_true(hw_log_value_size(log, 0, 1) == -1);
        assert_true(hw_log_value_size(NULL, 0, 0) == -1);
        hw_log_unref(log);
        hw_change_free(change);
        hw_entry_free(entry);
        scene_close(&s);
    }
}

static void test_titles_limits_and_ends(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_RELAXATION, NULL);
    char href[32];
    for (int i = 0; i < 100; i++) {
        snprintf(href, sizeof href, "f%d.ogg", i);
        assert_int_equal(hw_assignment_add_attachment(a, href, NULL, -1, NULL), HW_OK);
    }
    assert_int_equal(hw_assignment_set_attachment_title(a, 99, NULL, "The last"), HW_OK);
    assert_int_equal(hw_assignment_set_attachment_title(a, 99, "de", "Das letzte"), HW_OK);
    assert_string_equal(hw_assignment_attachment_title_at(a, 99, "de"), "Das letzte");
    assert_string_equal(hw_assignment_attachment_title_at(a, 99, NULL), "The last");
    assert_null(hw_assignment_attachment_title_at(a, 98, NULL));
    assert_int_equal(hw_assignment_set_attachment_title(a, 99, "de", NULL), HW_OK);
    assert_string_equal(hw_assignment_attachment_title_at(a, 99, "de"), "The last");
    hw_assignment *copy = hw_assignment_edit(a, NULL);
    assert_int_equal(hw_assignment_add_attachment(copy, "more", NULL, -1, NULL), HW_ERR_LIMIT);
    hw_assignment_unref(copy);
    copy = hw_assignment_edit(a, NULL);
    assert_int_equal(hw_assignment_set_attachment_title(copy, 100, NULL, "x"), HW_ERR_RANGE);
    hw_assignment_unref(copy);
    assert_int_equal(hw_assignment_clear_attachments(a), HW_OK);
    assert_int_equal(hw_assignment_attachment_count(a), 0);
    hw_assignment_unref(a);
    assert_int_equal(hw_assignment_add_attachment(NULL, "a", NULL, -1, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_assignment_set_attachment_title(NULL, 0, NULL, "a"), HW_ERR_ARGUMENT);
    assert_int_equal(hw_assignment_clear_attachments(NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_attachment(NULL, "a", NULL, -1, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_assignment_attachment_count(NULL), 0);
}

/* A plan with files in all places. */
static scene with_files(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_once("a", "2025-03-03");
    hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, NULL);
    for (size_t i = 0; i < 5; i++) {
        hw_assignment_add_attachment(a, cases[i].href, cases[i].type, cases[i].size, cases[i].sha256);
        hw_entry_add_attachment(entry, cases[i].href, cases[i].type, cases[i].size, cases[i].sha256);
    }
    hw_assignment_set_attachment_title(a, 1, NULL, "The <sheet>");
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 10);
    scene_give(&s, a);
    hw_change *change = hw_change_new(s.now, "me", "desk", NULL);
    assert_int_equal(hw_plan_log(s.plan, entry, change, NULL), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
    return s;
}

static void test_tables(void **state)
{
    (void)state;
    scene s = with_files();
    hw_log *log = hw_plan_entries(s.plan, NULL);
    hw_table *table = hw_log_value_table(log, false, NULL);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_int_equal(hw_table_row_count(table), 6);
    assert_non_null(strstr(csv, "attachment,,,0,,sheet.pdf"));
    hw_string_free(csv);
    hw_table_free(table);
    hw_log_unref(log);
    scene_close(&s);
}

/* The address of a private recording is nobody's business; of a summary neither. */
static void test_visibility(void **state)
{
    (void)state;
    for (int visibility = 0; visibility <= HW_VISIBILITY_PRIVATE; visibility++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, NULL);
        hw_entry_set_visibility(entry, (hw_visibility)visibility);
        hw_entry_add_attachment(entry, "voice.ogg", NULL, -1, NULL);
        hw_change *change = hw_change_new(s.now, "me", "desk", NULL);
        assert_int_equal(hw_plan_log(s.plan, entry, change, NULL), HW_OK);
        hw_log *log = hw_plan_entries(s.plan, NULL);
        hw_table *table = hw_log_value_table(log, false, NULL), *all = hw_log_value_table(log, true, NULL);
        assert_int_equal(hw_table_row_count(table), visibility == HW_VISIBILITY_SHARED);
        assert_int_equal(hw_table_row_count(all), 1);
        hw_table_free(all);
        hw_table_free(table);
        hw_log_unref(log);
        hw_change_free(change);
        hw_entry_free(entry);
        scene_close(&s);
    }
}

#if HW_WITH_XML
static void test_documents(void **state)
{
    (void)state;
    scene s = with_files();
    char *xml = hw_plan_to_xml(s.plan, NULL, NULL);
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *read = hw_plan_from_xml(xml, strlen(xml), NULL, problems, NULL);
    assert_non_null(read);
    assert_int_equal(hw_problems_count(problems), 0);
    char *again = hw_plan_to_xml(read, NULL, NULL);
    assert_string_equal(xml, again);
    assert_non_null(strstr(xml, "<attachment href=\"sheet.pdf\"/>"));
    assert_non_null(strstr(xml, "version=\"0.2\""));
    hw_string_free(again);
    /* Both copies have it, and it is the same. */
    assert_int_equal(hw_plan_merge(read, s.plan, problems, NULL), HW_OK);
    again = hw_plan_to_xml(read, NULL, NULL);
    assert_string_equal(xml, again);
    hw_string_free(again);
    hw_plan_free(read);
#if HW_WITH_JSON
    char *json = hw_plan_to_json(s.plan, NULL, NULL);
    read = hw_plan_from_json(json, strlen(json), NULL, problems, NULL);
    assert_non_null(read);
    assert_int_equal(hw_problems_count(problems), 0);
    again = hw_plan_to_xml(read, NULL, NULL);
    assert_string_equal(xml, again);
    assert_non_null(strstr(json, "{\"attachment\": \"sheet.pdf\"}"));
    hw_string_free(again);
    hw_plan_free(read);
    hw_string_free(json);
#endif
    hw_problems_free(problems);
    hw_string_free(xml);
    scene_close(&s);
}

/* What a document may not say of a file in an entry. */
static void test_documents_that_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *instead;
        hw_problem_code code;
    } rows[] = {
        {"<attachment/>", HW_PROBLEM_MISSING_ATTRIBUTE},
        {"<attachment type=\"a/b\"/>", HW_PROBLEM_MISSING_ATTRIBUTE},
        {"<attachment href=\"\"/>", HW_PROBLEM_BAD_TEXT},
        {"<attachment href=\"a b\"/>", HW_PROBLEM_BAD_URI},
        {"<attachment href=\"a\" type=\"ab\"/>", HW_PROBLEM_BAD_WORD},
        {"<attachment href=\"a\" size=\"x\"/>", HW_PROBLEM_BAD_NUMBER},
        {"<attachment href=\"a\" size=\"-1\"/>", HW_PROBLEM_OUT_OF_RANGE},
        {"<attachment href=\"a\" size=\"1.5\"/>", HW_PROBLEM_OUT_OF_RANGE},
        {"<attachment href=\"a\" sha256=\"00\"/>", HW_PROBLEM_BAD_WORD},
        {"<attachment href=\"a\" kind=\"comment\"/>", HW_PROBLEM_UNKNOWN_ATTRIBUTE},
        {"<attachment href=\"a\">b</attachment>", HW_PROBLEM_UNEXPECTED_TEXT},
        {"<note href=\"a\">b</note>", HW_PROBLEM_UNKNOWN_ATTRIBUTE},
    };
    scene s = with_files();
    char *xml = hw_plan_to_xml(s.plan, NULL, NULL);
    char *log = strstr(xml, "<log"), *place = strstr(log, "<attachment href=\"sheet.pdf\"/>");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[8192];
        int size = snprintf(text, sizeof text, "%.*s%s%s", (int)(place - xml), xml, rows[i].instead,
                            place + strlen("<attachment href=\"sheet.pdf\"/>"));
        hw_problems *problems = hw_problems_new(NULL);
        assert_in_range(size, 1, (int)sizeof text - 1);
        assert_null(hw_plan_from_xml(text, (size_t)size, NULL, problems, NULL));
        if (hw_problems_count(problems) != 1 || hw_problems_code_at(problems, 0) != rows[i].code) {
            fail_msg("%s: %zu, %s", rows[i].instead, hw_problems_count(problems),
                     hw_problems_message_at(problems, 0));
        }
        hw_problems_free(problems);
    }
    hw_string_free(xml);
    scene_close(&s);
}

/* Documents of the first version have none. */
static void test_first_version(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_once("a", "2025-03-03"));
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_NONE, NULL, NULL), HW_OK);
    char *xml = hw_plan_to_xml(s.plan, NULL, NULL), text[4096];
    assert_non_null(strstr(xml, "version=\"0.1\""));
    char *end = strstr(strstr(xml, "<entry "), "/>");
    int size = snprintf(text, sizeof text, "%.*s><attachment href=\"a\"/></entry>%s", (int)(end - xml), xml,
                        end + 2);
    hw_problems *problems = hw_problems_new(NULL);
    assert_null(hw_plan_from_xml(text, (size_t)size, NULL, problems, NULL));
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_UNKNOWN_ELEMENT);
    hw_problems_free(problems);
    hw_string_free(xml);
    scene_close(&s);
}
#endif

static void test_no_memory(void **state)
{
    (void)state;
    for (int step = 0; step < 2; step++) {
        bool done = false;
        for (size_t nth = 1; !done; nth++) {
            hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_RELAXATION, NULL);
            hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, NULL);
            hw_status status = HW_OK;
            hw__alloc_fail(nth, 1);
            for (size_t i = 0; i < 5 && status == HW_OK; i++) {
                status = step ? hw_entry_add_attachment(entry, cases[i].href, cases[i].type, cases[i].size,
                                                        cases[i].sha256)
                              : hw_assignment_add_attachment(a, cases[i].href, cases[i].type, cases[i].size,
                                                             cases[i].sha256);
            }
            hw__alloc_fail(0, 0);
            done = status == HW_OK;
            assert_true(done || status == HW_ERR_MEMORY);
            assert_int_equal(step ? hw_entry_check(entry, NULL) : hw_assignment_check(a, NULL), status);
            hw_entry_free(entry);
            hw_assignment_unref(a);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_of_assignments),
        cmocka_unit_test(test_of_reports),
        cmocka_unit_test(test_titles_limits_and_ends),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_visibility),
#if HW_WITH_XML
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_documents_that_are_refused),
        cmocka_unit_test(test_first_version),
#endif
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
