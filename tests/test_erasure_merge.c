/* SPDX-License-Identifier: MIT */
/* What was redacted or erased stays so, through merges and documents that still have it. */
#include "support/removal.h"

#include "base/alloc.h"

/* Whichever way the two are merged: the same plan, which is read again. */
static hw_plan *merged(const hw_plan *a, const hw_plan *b)
{
    hw_plan *ab = copy(a), *ba = copy(b);
    merge(ab, b);
    merge(ba, a);
    assert_same_plan(ab, ba);
    merge(ab, ba);
    assert_same_plan(ab, ba);
    char *text = to_xml(ab);
    hw_plan_free(ba);
    ba = from_xml(text, NULL);
    assert_same_plan(ab, ba);
    hw_string_free(text);
    hw_plan_free(ba);
    return ab;
}

/* ---- entries ---- */

static void an_earlier_version_does_not_come_back_to_life(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    log_entry(plan, "e1", NULL, NOW + 60, "desk");
    hw_plan *old = copy(plan);
    log_entry(plan, "e2", "e1", NOW + 120, "desk");
    log_entry(plan, "e3", "e2", NOW + 180, "desk");
    must(erase(plan, "e3", NULL));
    assert_int_equal(hw_plan_erasure_count(plan), 3);
    assert_false(has_entry(plan, "e1") || has_entry(plan, "e2") || has_entry(plan, "e3"));
    hw_plan *both = merged(plan, old); /* which knows of no later version */
    assert_false(has_entry(both, "e1"));
    assert_false(says(both, MARK));
    hw_plan_free(both);
    hw_plan_free(old);
    hw_plan_free(plan);
}

/* A later version on another device stays, and is read again though what it supersedes is gone. */
static void a_later_version_elsewhere_stays(void **state)
{
    (void)state;
    hw_plan *here = small_plan();
    log_entry(here, "e1", NULL, NOW + 60, "desk");
    hw_plan *there = copy(here);
    must(erase(here, "e1", NULL));
    log_entry(there, "e2", "e1", NOW + 120, "phone");
    hw_plan *both = merged(here, there);
    assert_true(has_entry(both, "e2"));
    assert_false(has_entry(both, "e1"));
    hw_plan_free(both);
    hw_plan_free(here);
    hw_plan_free(there);
}

/* ---- merging ---- */

static void retitle(hw_plan *plan, const char *title, hw_instant at, const char *origin)
{
    hw_change *change = change_at(at, origin);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "breathing"), NULL);
    hw_assignment_set_title(edit, NULL, title);
    must(hw_plan_revise_assignment(plan, edit, change, NULL));
    hw_assignment_unref(edit);
    hw_change_free(change);
}

static void a_copy_that_has_the_words_loses_them(void **state)
{
    (void)state;
    hw_plan *here = small_plan();
    retitle(here, MARK, NOW + 10, "desk");
    log_entry(here, "e1", NULL, NOW + 60, "desk");
    hw_plan *there = copy(here);
    must(redact(here, "breathing", NULL));
    must(redact(here, "e1", NULL));
    retitle(there, MARK " again", NOW + 1000, "phone"); /* even what was recorded later */
    hw_plan *both = merged(here, there);
    assert_false(says(both, MARK));
    assert_string_equal(hw_assignment_title(hw_plan_assignment(both, "breathing"), NULL), HW_REDACTED);
    assert_int_equal(hw_plan_assignment_revision_count(both, "breathing"), 3);
    assert_true(has_entry(both, "e1"));
    hw_plan_free(both);
    hw_plan_free(here);
    hw_plan_free(there);
}

/* Content that an erasure covers is nothing to quarrel about. */
static void what_is_gone_is_no_conflict(void **state)
{
    (void)state;
    hw_plan *here = small_plan(), *there = copy(here);
    log_entry(here, "e1", NULL, NOW + 60, "desk");
    log_entry(there, "e1", NULL, NOW + 70, "phone"); /* the same id for something else */
    assert_int_equal(hw_plan_merge(here, there, NULL, NULL), HW_ERR_CONFLICT);
    must(erase(here, "e1", NULL));
    hw_plan *both = merged(here, there);
    assert_false(has_entry(both, "e1"));
    hw_plan_free(both);
    hw_plan_free(here);
    hw_plan_free(there);
}

/* Meanwhile another device refers to what is erased here: that stays, is read with a warning, and goes on. */
static void a_reference_to_what_is_gone_is_a_warning(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *here = small_plan();
    add_goal(here, "walk", "desk");
    hw_plan *there = copy(here);
    must(erase(here, "walk", NULL));
    hw_change *change = change_at(NOW + 100, "phone");
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(there, "breathing"), NULL);
    hw_assignment_add_goal(edit, "walk");
    must(hw_plan_revise_assignment(there, edit, change, NULL));
    hw_plan *both = merged(here, there);
    assert_false(says(both, MARK));
    char *text = to_xml(both);
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *again = from_xml(text, problems);
    assert_int_equal(hw_problems_count(problems), 1);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_UNKNOWN_ID);
    assert_int_equal(hw_problems_severity_at(problems, 0), HW_SEVERITY_WARNING);
    must(hw_plan_mark_assignment(both, "breathing", HW_ASSIGNMENT_COMPLETED, change, &err));
    hw_step *step = hw_step_new("s1", "walk", "Step", NULL); /* what is new may not */
    assert_int_equal(hw_plan_add_step(both, step, change, &err), HW_ERR_NOT_FOUND);
    char *report = hw_plan_report(both, (hw_date){2025, 3, 1}, (hw_date){2025, 4, 1}, NOW + 5000, NULL, &err);
    assert_non_null(report);
    hw_string_free(report);
    hw_step_unref(step);
    hw_assignment_unref(edit);
    hw_change_free(change);
    hw_problems_free(problems);
    hw_string_free(text);
    hw_plan_free(again);
    hw_plan_free(both);
    hw_plan_free(here);
    hw_plan_free(there);
}

static void add_excuse(hw_plan *plan, const char *id, const char *assignment, const char *origin)
{
    hw_change *change = change_at(NOW + 60, origin);
    hw_excuse *excuse =
        hw_excuse_new(id, assignment, (hw_local){{2025, 3, 4}, HW_ALL_DAY}, HW_EXCUSE_ILLNESS, NULL);
    must(hw_plan_add_excuse(plan, excuse, change, NULL));
    hw_excuse_unref(excuse);
    hw_change_free(change);
}

/* An assignment that another device has reported on and excused meanwhile: both stay, and answer nothing. */
static void reports_on_what_is_gone_stay(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *here = small_plan(), *there = copy(here);
    must(erase(here, "breathing", NULL));
    log_entry(there, "e1", NULL, NOW + 60, "phone");
    add_excuse(there, "x1", "breathing", "phone");
    hw_plan *both = merged(here, there);
    assert_true(has_entry(both, "e1"));
    assert_non_null(hw_plan_excuse(both, "x1"));
    hw_problems *problems = hw_problems_new(NULL);
    must(hw_plan_check_entries(both, problems, &err));
    hw_progress *progress =
        hw_plan_progress(both, (hw_date){2025, 3, 1}, (hw_date){2025, 4, 1}, NOW + 5000, NULL, &err);
    assert_non_null(progress);
    size_t size;
    char *calendar = hw_plan_to_calendar(both, NOW + 5000, NULL, &size, &err);
    assert_non_null(calendar);
    hw_string_free(calendar);
    hw_progress_free(progress);
    hw_problems_free(problems);
    hw_plan_free(both);
    hw_plan_free(here);
    hw_plan_free(there);
}

/* ---- documents ---- */

/* The document of `plan` with the erasures of another one put in by hand. */
static char *with_erasures(const hw_plan *plan, const hw_plan *other)
{
    char *text = to_xml(plan), *more = to_xml(other), *all = calloc(1, strlen(text) + strlen(more) + 1);
    assert_non_null(all);
    char *at = strstr(text, "  <erasures"), *rest = strstr(text, "  <log");
    char *from = strstr(more, "  <erasures"), *to = strstr(more, "  <log");
    assert_true(at && rest && from && to);
    memcpy(all, text, (size_t)(at - text));
    memcpy(all + strlen(all), from, (size_t)(to - from));
    memcpy(all + strlen(all), rest, strlen(rest));
    hw_string_free(text);
    hw_string_free(more);
    return all;
}

static void a_document_that_has_it_still_is_read_without(void **state)
{
    static const char *const redacted[] = {"breathing", "e-2", "m-1", "settings"}, *const erased[] = {"v-1",
                                                                                                      "q-1"};
    (void)state;
    char *text = marked_whole();
    hw_plan *before = from_xml(text, NULL), *plan = copy(before);
    for (size_t i = 0; i < COUNT_OF(redacted); i++)
        must(redact(plan, redacted[i], NULL));
    for (size_t i = 0; i < COUNT_OF(erased); i++)
        must(erase(plan, erased[i], NULL));
    char *dirty = with_erasures(before, plan);
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *clean = from_xml(dirty, problems);
    assert_same_plan(clean, plan);
    size_t told = 0;
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        if (hw_problems_code_at(problems, i) == HW_PROBLEM_REMOVED) {
            assert_int_equal(hw_problems_severity_at(problems, i), HW_SEVERITY_WARNING);
            assert_true(hw_problems_line_at(problems, i) > 0);
            told++;
        }
    }
    assert_int_equal(told, 7); /* e-2 has no words, but e-1 has; m-1 has two revisions */
    hw_problems_free(problems);
    free(dirty);
    free(text);
    hw_plan_free(clean);
    hw_plan_free(before);
    hw_plan_free(plan);
}

/* What a salvage reading has kept aside cannot be redacted: it goes. */
static void what_lies_aside_goes_too(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    add_goal(plan, "walk", "desk");
    must(erase(plan, "walk", NULL));
    char *text = to_xml(plan), *broken = calloc(1, strlen(text) + 1000);
    const char *goals = strstr(text, "  <goals/>\n");
    assert_non_null(goals);
    sprintf(broken,
            "%.*s  <goals>\n    <goal id=\"walk\" revision=\"?\" state=\"" MARK "\"/>\n"
            "    <goal id=\"swim\" revision=\"?\"/>\n  </goals>\n%s",
            (int)(goals - text), text, goals + strlen("  <goals/>\n"));
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL);
    hw_plan *salvaged = hw_plan_from_xml(broken, strlen(broken), options, NULL, NULL);
    assert_non_null(salvaged);
    assert_int_equal(hw_plan_aside_count(salvaged), 1);
    assert_false(says(salvaged, MARK));
    hw_read_options_free(options);
    hw_plan_free(salvaged);
    free(broken);
    hw_string_free(text);
    hw_plan_free(plan);
}

static void reading_without_memory_fails_cleanly(void **state)
{
    (void)state;
    hw_plan *before = whole_plan(), *plan = copy(before);
    must(redact(plan, "breathing", NULL));
    must(erase(plan, "m-1", NULL));
    must(erase(plan, "e-4", NULL));
    char *dirty = with_erasures(before, plan);
    hw_plan *clean = NULL;
    for (size_t nth = 1; !clean; nth++) {
        hw_error err;
        hw__alloc_fail(nth, false);
        clean = hw_plan_from_xml(dirty, strlen(dirty), NULL, NULL, &err);
        hw__alloc_fail(0, false);
        if (!clean)
            assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    assert_same_plan(clean, plan);
    free(dirty);
    hw_plan_free(clean);
    hw_plan_free(before);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_earlier_version_does_not_come_back_to_life),
        cmocka_unit_test(a_later_version_elsewhere_stays),
        cmocka_unit_test(a_copy_that_has_the_words_loses_them),
        cmocka_unit_test(what_is_gone_is_no_conflict),
        cmocka_unit_test(a_reference_to_what_is_gone_is_a_warning),
        cmocka_unit_test(reports_on_what_is_gone_stay),
        cmocka_unit_test(a_document_that_has_it_still_is_read_without),
        cmocka_unit_test(what_lies_aside_goes_too),
        cmocka_unit_test(reading_without_memory_fails_cleanly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
