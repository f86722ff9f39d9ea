/* SPDX-License-Identifier: MIT */
/* What one copy of a plan lacks of another, as a sidecar. That they converge, whatever the histories, is in
 * test_convergence.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "base/alloc.h"
#include "base/limits.h"
#include "support/two_copies.h"

/* ---- changes ---- */

static void changes_have_just_what_is_lacking(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    char *known = knowledge_of(a);
    char *nothing = changes_since(b, known);
    assert_string_equal(nothing,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<changes xmlns=\"urn:libhomework:plan:1\" version=\"0.2\" plan=\"urn:uuid:" UID
                        "\" xml:lang=\"en\">\n</changes>\n");
    log_entry(b, "phone-1", "phone");
    retitle(b, "New", "phone");
    char *changes = changes_since(b, known);
    assert_non_null(strstr(changes, "<assignments>\n"));
    assert_non_null(strstr(changes, "revision=\"phone-2\" follows=\"desk-3\""));
    assert_null(strstr(changes, "revision=\"desk-3\" "));
    assert_non_null(strstr(changes, "<log>\n    <entry id=\"phone-1\""));
    assert_null(strstr(changes, "<settings"));
    hw_error err;
    hw_plan *other = hw_plan_from_changes(a, changes, strlen(changes), NULL, NULL, &err);
    assert_non_null(other);
    assert_same_plan(other, b);
    assert_int_equal(hw_plan_assignment_revision_count(a, "breathing"), 1); /* as it was */
    assert_int_equal(hw_plan_merge(a, other, NULL, &err), HW_OK);
    assert_same_plan(a, b);
    uint64_t generation = hw_plan_generation(a);
    assert_int_equal(hw_plan_merge_changes(a, changes, strlen(changes), NULL, NULL, &err), HW_OK);
    assert_int_equal(hw_plan_generation(a), generation); /* twice is once */
    hw_plan_free(other);
    hw_string_free(nothing);
    hw_string_free(changes);
    hw_string_free(known);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void without_knowledge_it_is_everything(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    retitle(b, "New", "phone");
    log_entry(b, "phone-9", "phone");
    assert_int_equal(hw_plan_set_language(b, "de", NULL), HW_OK);
    char *all = changes_since(b, NULL);
    assert_non_null(strstr(all, "<settings>"));
    assert_int_equal(hw_plan_merge_changes(a, all, strlen(all), NULL, NULL, NULL), HW_OK);
    assert_same_plan(a, b);
    hw_string_free(all);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void what_two_did_is_flagged_once(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    retitle(a, "Here", "phone");
    retitle(b, "There", "tablet");
    char *known = knowledge_of(a), *changes = changes_since(b, known);
    hw_problems *problems = hw_problems_new(NULL);
    assert_int_equal(hw_plan_merge_changes(a, changes, strlen(changes), NULL, problems, NULL), HW_OK);
    assert_int_equal(hw_problems_count(problems), 1);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_CONCURRENT);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(a, "breathing"), NULL), "There");
    hw_problems_free(problems);
    hw_string_free(known);
    hw_string_free(changes);
    hw_plan_free(a);
    hw_plan_free(b);
}

/* A sidecar as a document: `rest` stands between the root's tags. */
static char *sidecar(const char *root, const char *rest)
{
    char *text = malloc(strlen(root) + strlen(rest) + 400);
    assert_non_null(text);
    sprintf(text, "<changes xmlns=\"urn:libhomework:plan:1\" %s>%s</changes>", root, rest);
    return text;
}

#define ROOT "version=\"0.2\" plan=\"urn:uuid:" UID "\""
#define FACTS "effective=\"2025-03-15T02:00:00\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\""

typedef struct sidecar_row {
    const char *root, *rest;
    hw_status status;
    hw_problem_code code; /* of the first problem */
} sidecar_row;

static void sidecars_that_do_not_fit_are_refused(void **state)
{
    static const sidecar_row rows[] = {
        {ROOT, "", HW_OK, HW_PROBLEM_CODE_COUNT},
        {ROOT, "<log/>", HW_OK, HW_PROBLEM_CODE_COUNT},
        {"version=\"0.2\" plan=\"urn:uuid:" OTHER_UID "\"", "", HW_ERR_INVALID, HW_PROBLEM_OTHER_PLAN},
        {"version=\"0.2\" uid=\"urn:uuid:" UID "\"", "", HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ATTRIBUTE},
        {"version=\"0.2\"", "", HW_ERR_INVALID, HW_PROBLEM_MISSING_ATTRIBUTE},
        {"version=\"0.9\" plan=\"urn:uuid:" UID "\"", "", HW_ERR_UNSUPPORTED, HW_PROBLEM_NEWER_VERSION},
        {"version=\"1.0\" plan=\"urn:uuid:" UID "\"", "", HW_ERR_UNSUPPORTED, HW_PROBLEM_VERSION},
        {ROOT, "<log/><goals/>", HW_ERR_INVALID, HW_PROBLEM_ELEMENT_ORDER},
        {ROOT, "<goals/><goals/>", HW_ERR_INVALID, HW_PROBLEM_REPEATED_ELEMENT},
        {ROOT, "<nothing/>", HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ELEMENT},
        /* what refers to the plan */
        {ROOT,
         "<goals><goal id=\"g\" revision=\"x-1\" " FACTS " state=\"active\"><title>T</title></goal></goals>",
         HW_OK, HW_PROBLEM_CODE_COUNT},
        {ROOT,
         "<steps><step id=\"s\" revision=\"x-1\" " FACTS
         " goal=\"g\" state=\"locked\"><title>T</title></step></steps>",
         HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ID},
        {ROOT,
         "<assignments><assignment id=\"breathing\" revision=\"x-1\" follows=\"desk-9\" " FACTS
         " kind=\"relaxation\" state=\"active\"><title>T</title></assignment></assignments>",
         HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ID},
        {ROOT,
         "<assignments><assignment id=\"breathing\" revision=\"x-1\" follows=\"desk-3\" " FACTS
         " kind=\"relaxation\" state=\"proposed\"><title>T</title></assignment></assignments>",
         HW_ERR_INVALID, HW_PROBLEM_TRANSITION},
        {ROOT,
         "<log><entry id=\"x\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\" "
         "assignment=\"breathing\"/></log>",
         HW_OK, HW_PROBLEM_CODE_COUNT},
        {ROOT,
         "<log><entry id=\"x\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\" assignment=\"other\"/></log>",
         HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ID},
        {ROOT,
         "<log><entry id=\"x\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\" "
         "supersedes=\"phone-1\"/></log>",
         HW_OK, HW_PROBLEM_CODE_COUNT},
        {ROOT,
         "<log><entry id=\"x\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\" "
         "supersedes=\"phone-2\"/></log>",
         HW_ERR_INVALID, HW_PROBLEM_UNKNOWN_ID},
        /* what contradicts it */
        {ROOT,
         "<goals><goal id=\"breathing\" revision=\"x-1\" " FACTS
         " state=\"active\"><title>T</title></goal></goals>",
         HW_ERR_CONFLICT, HW_PROBLEM_MERGE_CONFLICT},
        {ROOT,
         "<goals><goal id=\"g\" revision=\"desk-3\" " FACTS
         " state=\"active\"><title>T</title></goal></goals>",
         HW_ERR_CONFLICT, HW_PROBLEM_MERGE_CONFLICT},
        {ROOT, "<log><entry id=\"phone-1\" recorded=\"2025-03-15T02:00:00+01:00\" by=\"mk\"/></log>",
         HW_ERR_CONFLICT, HW_PROBLEM_MERGE_CONFLICT},
    };
    (void)state;
    hw_plan *plan = small_plan(UID);
    log_entry(plan, "phone-1", "phone");
    char *before = to_xml(plan);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_plan *its = copy(plan);
        hw_problems *problems = hw_problems_new(NULL);
        char *text = sidecar(rows[i].root, rows[i].rest);
        hw_status status = hw_plan_merge_changes(its, text, strlen(text), NULL, problems, &err);
        if (status != rows[i].status || (int)err.status != (int)status)
            fail_msg("row %zu: %s: %s", i, hw_status_name(status), err.message);
        if (status != HW_OK) {
            assert_int_equal(hw_problems_code_at(problems, 0), rows[i].code);
            char *after = to_xml(its);
            assert_string_equal(after, before);
            hw_string_free(after);
        }
        free(text);
        hw_problems_free(problems);
        hw_plan_free(its);
    }
    hw_string_free(before);
    hw_plan_free(plan);
}

static void other_roots_are_refused(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan(UID), *its = copy(plan);
    char *whole = to_xml(plan), *log = hw_plan_log_to_xml(plan, NULL, NULL),
         *changes = changes_since(plan, NULL);
    assert_int_equal(hw_plan_merge_changes(its, whole, strlen(whole), NULL, NULL, &err), HW_ERR_INVALID);
    assert_int_equal(hw_plan_merge_changes(its, log, strlen(log), NULL, NULL, &err), HW_ERR_INVALID);
    assert_null(hw_plan_from_xml(changes, strlen(changes), NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_int_equal(hw_plan_read_log_xml(its, changes, strlen(changes), NULL, NULL, &err), HW_ERR_INVALID);
    assert_same_plan(its, plan);
    hw_string_free(whole);
    hw_string_free(log);
    hw_string_free(changes);
    hw_plan_free(its);
    hw_plan_free(plan);
}

/* Salvage is for documents, of which nobody has another copy. */
static void salvage_does_nothing_here(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan(UID);
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL);
    char *text = sidecar(ROOT, "<goals><goal id=\"g\"/></goals>");
    assert_int_equal(hw_plan_merge_changes(plan, text, strlen(text), options, NULL, &err), HW_ERR_INVALID);
    assert_int_equal(hw_plan_aside_count(plan), 0);
    free(text);
    hw_read_options_free(options);
    hw_plan_free(plan);
}

/* Nor does what it has kept aside hinder the exchange of all the rest. */
static void what_is_kept_aside_stays(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *here = small_plan(UID);
    char *text = to_xml(here), *broken = calloc(1, strlen(text) + 100),
         *at = strstr(text, "  </assignments>");
    assert_non_null(broken);
    assert_non_null(at);
    sprintf(broken, "%.*s<assignment id=\"bad\"/>%s", (int)(at - text), text, at);
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL);
    hw_plan *there = hw_plan_from_xml(broken, strlen(broken), options, NULL, &err);
    assert_non_null(there);
    assert_int_equal(hw_plan_aside_count(there), 1);
    log_entry(there, "e1", "phone");
    char *known = knowledge_of(here), *changes = changes_since(there, known);
    assert_int_equal(hw_plan_merge_changes(here, changes, strlen(changes), NULL, NULL, &err), HW_OK);
    hw_log *log = hw_plan_entries(here, NULL);
    assert_int_equal(hw_log_count(log), 1);
    assert_int_equal(hw_plan_aside_count(here), 0);
    assert_int_equal(hw_plan_aside_count(there), 1);
    hw_log_unref(log);
    hw_string_free(known);
    hw_string_free(changes);
    hw_string_free(text);
    free(broken);
    hw_read_options_free(options);
    hw_plan_free(here);
    hw_plan_free(there);
}

static void limits_hold(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan(UID);
    hw_read_options *options = hw_read_options_new(NULL);
    char *text = changes_since(plan, NULL);
    hw_read_options_set_limit(options, HW_LIMIT_BYTES, strlen(text) - 1, NULL);
    assert_int_equal(hw_plan_merge_changes(plan, text, strlen(text), options, NULL, &err), HW_ERR_LIMIT);
    char *long_one = calloc(1, HW__MAX_DOCUMENT_BYTES + 1);
    assert_non_null(long_one);
    assert_null(hw_plan_changes_since(plan, long_one, HW__MAX_DOCUMENT_BYTES + 1, NULL, &err));
    assert_int_equal(err.status, HW_ERR_LIMIT);
    free(long_one);
    hw_string_free(text);
    hw_read_options_free(options);
    hw_plan_free(plan);
}

/* ---- content of other namespaces, and what takes everything out ---- */

static void what_has_no_id_goes_along(void **state)
{
    (void)state;
    static const char foreign[] = "<x:theme xmlns:x=\"urn:x\">dark</x:theme>";
    hw_plan *a = small_plan(UID);
    char *text = to_xml(a), *more = malloc(strlen(text) + 300);
    assert_non_null(more);
    char *end = strstr(text, "  <log/>");
    assert_non_null(end);
    sprintf(more, "%.*s  <log>\n    %s\n  </log>\n  %s\n</plan>\n", (int)(end - text), text, foreign,
            foreign);
    hw_plan *b = hw_plan_from_xml(more, strlen(more), NULL, NULL, NULL);
    assert_non_null(b);
    char *known = knowledge_of(a), *changes = changes_since(b, known);
    assert_int_equal(hw_plan_merge_changes(a, changes, strlen(changes), NULL, NULL, NULL), HW_OK);
    assert_same_plan(a, b);
    hw_string_free(text);
    free(more);
    hw_string_free(known);
    hw_string_free(changes);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void what_was_erased_goes_as_an_erasure(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    log_entry(a, "phone-1", "phone");
    hw_change *change = change_at(NOW + 500, "tablet");
    char *known = knowledge_of(a), *all = changes_since(a, NULL);
    assert_int_equal(hw_plan_merge_changes(b, all, strlen(all), NULL, NULL, NULL), HW_OK);
    assert_int_equal(hw_plan_redact(b, "breathing", change, NULL), HW_OK);
    assert_int_equal(hw_plan_erase(b, "phone-1", change, NULL), HW_OK);
    char *changes = changes_since(b, known);
    assert_null(strstr(changes, "Breathing"));
    assert_null(strstr(changes, "<entry"));
    assert_int_equal(hw_plan_merge_changes(a, changes, strlen(changes), NULL, NULL, NULL), HW_OK);
    assert_same_plan(a, b);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(a, "breathing"), NULL), HW_REDACTED);
    hw_change_free(change);
    hw_string_free(known);
    hw_string_free(all);
    hw_string_free(changes);
    hw_plan_free(a);
    hw_plan_free(b);
}

/* ---- arguments and memory ---- */

static void bad_arguments_are_refused(void **state)
{
    (void)state;
    hw_error err;
    size_t size = 9;
    hw_plan *plan = small_plan(UID);
    assert_null(hw_plan_knowledge(NULL, &size, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(size, 0);
    assert_null(hw_plan_changes_since(NULL, NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_from_changes(NULL, "", 0, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_from_changes(plan, NULL, 0, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_merge_changes(NULL, "", 0, NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_merge_changes(plan, "", 0, NULL, NULL, NULL), HW_ERR_INVALID);
    hw_plan_free(plan);
}

/* A plan that cannot be changed gives nothing away and takes nothing. */
static void a_read_only_plan_does_not_take_part(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan(UID);
    char *text = to_xml(plan), *newer = strstr(text, "version=\"0.1\""), *changes = changes_since(plan, NULL);
    memcpy(newer, "version=\"0.9\"", strlen("version=\"0.9\""));
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL); /* it lacks the sections of 0.9 */
    hw_plan *stuck = hw_plan_from_xml(text, strlen(text), options, NULL, &err);
    assert_non_null(stuck);
    assert_true(hw_plan_is_read_only(stuck));
    assert_null(hw_plan_changes_since(stuck, NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_READ_ONLY);
    assert_int_equal(hw_plan_merge_changes(stuck, changes, strlen(changes), NULL, NULL, &err),
                     HW_ERR_READ_ONLY);
    hw_read_options_free(options);
    hw_string_free(text);
    hw_string_free(changes);
    hw_plan_free(stuck);
    hw_plan_free(plan);
}

static hw_status exchange(hw_plan *a, const hw_plan *b, hw_error *err)
{
    size_t known_size, size;
    char *known = hw_plan_knowledge(a, &known_size, err);
    char *changes = known ? hw_plan_changes_since(b, known, known_size, &size, err) : NULL;
    hw_status status =
        changes ? hw_plan_merge_changes(a, changes, size, NULL, NULL, err) : (hw_status)err->status;
    hw_string_free(known);
    hw_string_free(changes);
    return status;
}

static void without_memory_nothing_changes(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    hw_change *change = change_at(NOW + 500, "tablet");
    retitle(a, "Here", "phone");
    retitle(b, "There", "tablet");
    log_entry(a, "phone-9", "phone");
    log_entry(b, "other", "tablet");
    log_entry(b, "tablet-9", "tablet");
    assert_int_equal(hw_plan_erase(b, "tablet-9", change, NULL), HW_OK);
    assert_int_equal(hw_plan_redact(b, "settings", change, NULL), HW_OK);
    char *before = to_xml(a);
    for (int for_good = 0; for_good < 2; for_good++) {
        hw_status status = HW_ERR_MEMORY;
        for (size_t nth = 1; status != HW_OK; nth++) {
            hw_error err;
            hw_plan *its = copy(a);
            hw__alloc_fail(nth, for_good);
            status = exchange(its, b, &err);
            hw__alloc_fail(0, 0);
            assert_true(status == HW_OK || status == HW_ERR_MEMORY);
            char *after = to_xml(its);
            assert_int_equal(strcmp(after, before) == 0, status != HW_OK);
            hw_string_free(after);
            hw_plan_free(its);
        }
    }
    hw_string_free(before);
    hw_change_free(change);
    hw_plan_free(a);
    hw_plan_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_have_just_what_is_lacking),
        cmocka_unit_test(without_knowledge_it_is_everything),
        cmocka_unit_test(what_two_did_is_flagged_once),
        cmocka_unit_test(sidecars_that_do_not_fit_are_refused),
        cmocka_unit_test(other_roots_are_refused),
        cmocka_unit_test(salvage_does_nothing_here),
        cmocka_unit_test(what_is_kept_aside_stays),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(what_has_no_id_goes_along),
        cmocka_unit_test(what_was_erased_goes_as_an_erasure),
        cmocka_unit_test(bad_arguments_are_refused),
        cmocka_unit_test(a_read_only_plan_does_not_take_part),
        cmocka_unit_test(without_memory_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
