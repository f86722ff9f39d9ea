/* SPDX-License-Identifier: MIT */
/* Random plans: the occurrences against a naive account of the rules, key by key; and what must be true of
 * any list. */
#include <string.h>

#include "base/alloc.h"
#include "schedule/occur.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"
#include "support/scene.h"
#include "support/tale.h"

/* ---- What must be true of any list ---- */

static void check_list(const hw_occurrences *list, hw_instant as_of)
{
    size_t sum = 0;
    for (int status = 0; status < HW_STATUS_COUNT; status++) {
        sum += hw_occurrences_status_count(list, (hw_occurrence_status)status);
    }
    assert_int_equal(sum, hw_occurrences_count(list));
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        const hw__occurrence *row = &list->rows.items[i];
        hw_occurrence_status status = hw_occurrences_status_at(list, i);
        assert_true(row->opens <= row->closes && row->due <= row->closes && row->closes <= row->settles);
        assert_true((row->flags & (HW__OCCURRENCE_SETTLED | HW__OCCURRENCE_QUOTA)) || row->settles > as_of);
        assert_true(row->settles > as_of || (row->flags & HW__OCCURRENCE_SETTLED));
        assert_false(row->flags & HW__OCCURRENCE_UNLISTED);
        assert_true(status != HW_STATUS_NOT_REPORTED || row->settles <= as_of);
        assert_true(status != HW_STATUS_OPEN || (row->opens <= as_of && as_of < row->settles));
        assert_true(status != HW_STATUS_UPCOMING || as_of < row->opens);
        double credit = hw_occurrences_credit_at(list, i);
        assert_true(credit >= 0 && credit <= 1);
        if (i > 0) {
            const hw__occurrence *before = row - 1;
            int order =
                strcmp(hw_occurrences_assignment_at(list, i - 1), hw_occurrences_assignment_at(list, i));
            assert_true(before->due < row->due || (before->due == row->due && order <= 0));
            assert_false(before->due == row->due && order == 0 && before->day == row->day &&
                         before->seconds == row->seconds);
        }
    }
}

/* ---- Against the naive account ---- */

/* Whether it is, or was, of a kind that the account does not know. */
static bool is_beyond(const hw_plan *plan, const char *id)
{
    for (size_t r = 0; r < hw_plan_assignment_revision_count(plan, id); r++) {
        const hw_assignment *a = hw_plan_assignment_revision_at(plan, id, r);
        if (hw_assignment_schedule(a) >= HW_SCHEDULE_QUOTA || hw_assignment_move_count(a) > 0 ||
            hw_assignment_taper_count(a) > 0) {
            return true;
        }
    }
    return false;
}

static bool is_error(const hw_plan *plan, const char *id)
{
    return hw_assignment_state(hw_plan_assignment(plan, id)) == HW_ASSIGNMENT_ENTERED_IN_ERROR;
}

static size_t find_row(const hw_occurrences *list, const char *id, hw_local key)
{
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local its = hw_occurrences_key_at(list, i);
        if (strcmp(hw_occurrences_assignment_at(list, i), id) == 0 && hw_local_compare(its, key) == 0 &&
            its.seconds == key.seconds) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* Compares all occurrences of assignments that the account knows; returns how many there were. */
static size_t compare_with_tale(const hw_plan *plan, hw_date from, int days, hw_instant as_of)
{
    static hw_local keys[40000];
    hw_error err;
    hw_occurrences *list = hw_plan_occurrences(plan, from, hw_date_add_days(from, days), as_of, &err);
    hw_log *log = hw_plan_entries(plan, &err);
    size_t listed = 0, told_of = 0;
    assert_non_null(list);
    check_list(list, as_of);
    for (size_t a = 0; a < hw_plan_assignment_count(plan); a++) {
        const char *id = hw_assignment_id(hw_plan_assignment_at(plan, a));
        if (is_beyond(plan, id) || is_error(plan, id)) {
            continue;
        }
        for (size_t i = 0; i < hw_occurrences_count(list); i++) {
            listed += strcmp(hw_occurrences_assignment_at(list, i), id) == 0;
        }
        size_t count = tell_keys(plan, id, from, days, keys, COUNT_OF(keys));
        for (size_t k = 0; k < count; k++) {
            story s = {plan, log, as_of, id, keys[k]};
            told it = tell(&s);
            hw_occurrence_status status = tell_status(&s, &it);
            size_t row = status == HW_STATUS_COUNT ? SIZE_MAX : find_row(list, id, keys[k]);
            if (status == HW_STATUS_COUNT) {
                continue;
            }
            told_of++;
            if (row == SIZE_MAX || hw_occurrences_status_at(list, row) != status) {
                char *text = hw_local_text(keys[k], &err);
                print_error("%s %s: %s\n", id, text, hw_occurrence_status_name(status));
                hw_string_free(text);
            }
            assert_int_not_equal(row, SIZE_MAX);
            assert_int_equal(hw_occurrences_status_at(list, row), status);
            assert_int_equal(list->rows.items[row].revision, it.revision);
            assert_int_equal(hw_occurrences_opens_at(list, row).instant, it.opens);
            assert_int_equal(hw_occurrences_due_at(list, row).instant, it.due);
            assert_int_equal(hw_occurrences_closes_at(list, row).instant, it.closes);
            assert_int_equal(hw_occurrences_settles_at(list, row), it.settles);
        }
    }
    assert_int_equal(listed, told_of);
    hw_log_unref(log);
    hw_occurrences_free(list);
    return told_of;
}

static void test_against_the_naive_account(void **state)
{
    (void)state;
    test_random random = random_start("occurrences against the naive account", 41);
    size_t compared = 0;
    for (long round = random_rounds(80, 4000); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, (int)random_below(&random, 120) + 10);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "reader");
        hw_date from = random_date(&random, editor.now);
        compared += compare_with_tale(plan, hw_date_add_days(from, -20), 60, editor.now);
        hw_plan_free(plan);
    }
    print_message("%zu occurrences compared\n", compared);
    assert_true(compared > 1000);
}

/* ---- What later edits may change ---- */

static size_t count_revisions(const hw_plan *plan)
{
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    size_t count = hw_log_count(log);
    hw_log_unref(log);
    for (size_t x = 0; x < hw_plan_excuse_count(plan); x++) {
        count += hw_plan_excuse_revision_count(plan, hw_excuse_id(hw_plan_excuse_at(plan, x)));
    }
    for (size_t r = 0; r < hw_plan_review_count(plan); r++) {
        count += hw_plan_review_revision_count(plan, hw_review_id(hw_plan_review_at(plan, r)));
    }
    for (size_t a = 0; a < hw_plan_assignment_count(plan); a++) {
        const hw_assignment *assignment = hw_plan_assignment_at(plan, a);
        count += hw_assignment_state(assignment) == HW_ASSIGNMENT_ENTERED_IN_ERROR;
    }
    return count;
}

/* What is erased is gone for every moment, that of before included. */
static size_t count_erased(const hw_plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < hw_plan_erasure_count(plan); i++) {
        count += hw_erasure_removal(hw_plan_erasure_at(plan, i)) == HW_REMOVAL_ERASE;
    }
    return count;
}

static bool same_row(const hw_occurrences *a, size_t i, const hw_occurrences *b, size_t j)
{
    const hw__occurrence *x = &a->rows.items[i], *y = &b->rows.items[j];
    return x->due == y->due && x->opens == y->opens && x->closes == y->closes && x->settles == y->settles &&
           x->status == y->status && x->revision == y->revision && x->fold == y->fold &&
           x->count == y->count && hw_occurrences_credit_at(a, i) == hw_occurrences_credit_at(b, j);
}

/* As of the moment before an edit that erases nothing, nothing differs; and what was settled by then keeps its
 * status, unless the edit was a report, an excuse, a review, or the discovery of an error. */
static void check_edit(const hw_occurrences *before, hw_plan *plan, hw_date from, hw_date to, hw_instant then,
                       hw_instant now, bool may_change)
{
    hw_error err;
    hw_occurrences *again = hw_plan_occurrences(plan, from, to, then, &err);
    assert_int_equal(hw_occurrences_count(again), hw_occurrences_count(before));
    for (size_t i = 0; i < hw_occurrences_count(before); i++) {
        assert_true(same_row(before, i, again, i));
    }
    hw_occurrences_free(again);
    hw_occurrences *after = hw_plan_occurrences(plan, from, to, now, &err);
    check_list(after, now);
    for (size_t i = 0; i < hw_occurrences_count(before) && !may_change; i++) {
        if (before->rows.items[i].settles > then) {
            continue;
        }
        size_t j = find_row(after, hw_occurrences_assignment_at(before, i), hw_occurrences_key_at(before, i));
        assert_int_not_equal(j, SIZE_MAX);
        assert_true(same_row(before, i, after, j));
    }
    hw_occurrences_free(after);
}

static void test_closed_periods_stay(void **state)
{
    (void)state;
    test_random random = random_start("closed periods", 42);
    size_t settled = 0;
    for (long round = random_rounds(15, 600); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 80);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "later");
        hw_date from = hw_date_add_days(random_date(&random, editor.now), -60),
                to = hw_date_add_days(from, 150);
        for (int edit = 0; edit < 25; edit++) {
            hw_error err;
            hw_instant then = editor.now++;
            hw_occurrences *before = hw_plan_occurrences(plan, from, to, then, &err);
            size_t revisions = count_revisions(plan), erased = count_erased(plan);
            assert_non_null(before);
            for (size_t i = 0; i < hw_occurrences_count(before); i++) {
                settled += hw_occurrences_settles_at(before, i) <= then;
            }
            random_edit(plan, &random, &editor, &err);
            if (count_erased(plan) == erased) {
                check_edit(before, plan, from, to, then, editor.now, count_revisions(plan) != revisions);
            }
            hw_occurrences_free(before);
        }
        hw_plan_free(plan);
    }
    print_message("%zu settled occurrences watched\n", settled);
    assert_true(settled > 1000);
}

/* A window is a part of a larger one. */
static void test_windows_are_parts(void **state)
{
    (void)state;
    test_random random = random_start("windows", 43);
    for (long round = random_rounds(15, 300); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 100);
        hw_error err;
        random_editor editor = random_editor_start(plan, "reader");
        hw_date from = hw_date_add_days(random_date(&random, editor.now), -50),
                to = hw_date_add_days(from, 120);
        hw_occurrences *all = hw_plan_occurrences(plan, from, to, editor.now, &err);
        size_t sum = 0;
        for (hw_date day = from; hw_date_compare(day, to) < 0; day = hw_date_add_days(day, 10)) {
            hw_occurrences *part =
                hw_plan_occurrences(plan, day, hw_date_add_days(day, 10), editor.now, &err);
            for (size_t i = 0; i < hw_occurrences_count(part); i++) {
                size_t j =
                    find_row(all, hw_occurrences_assignment_at(part, i), hw_occurrences_key_at(part, i));
                assert_int_not_equal(j, SIZE_MAX);
                assert_true(same_row(part, i, all, j));
            }
            sum += hw_occurrences_count(part);
            hw_occurrences_free(part);
        }
        assert_int_equal(sum, hw_occurrences_count(all));
        hw_occurrences_free(all);
        hw_plan_free(plan);
    }
}

/* One assignment alone is as among all; and what is not listed comes only where it is asked for. */
static void test_queries(void **state)
{
    (void)state;
    test_random random = random_start("queries", 44);
    size_t unlisted = 0;
    for (long round = random_rounds(20, 300); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 100);
        hw_error err;
        random_editor editor = random_editor_start(plan, "reader");
        int32_t middle = hw__wall_day(editor.now);
        hw__occurrence_query query = {.from = middle - 60, .to = middle + 60, .as_of = editor.now};
        query.assignment = HW__EVERY_ASSIGNMENT;
        hw_occurrences *all = hw__plan_occurrences(plan, &query, &err);
        query.unlisted = true;
        hw_occurrences *more = hw__plan_occurrences(plan, &query, &err);
        query.unlisted = false;
        size_t sum = 0, listed = 0;
        for (query.assignment = 0; query.assignment < hw_plan_assignment_count(plan); query.assignment++) {
            hw_occurrences *one = hw__plan_occurrences(plan, &query, &err);
            for (size_t i = 0; i < hw_occurrences_count(one); i++) {
                assert_int_equal(one->rows.items[i].assignment, query.assignment);
                assert_true(same_row(one, i, all,
                                     find_row(all, hw_occurrences_assignment_at(one, i),
                                              hw_occurrences_key_at(one, i))));
            }
            sum += hw_occurrences_count(one);
            hw_occurrences_free(one);
        }
        assert_int_equal(sum, hw_occurrences_count(all));
        for (size_t i = 0; i < hw_occurrences_count(more); i++) {
            bool is_listed = !(more->rows.items[i].flags & HW__OCCURRENCE_UNLISTED);
            size_t j = find_row(all, hw_occurrences_assignment_at(more, i), hw_occurrences_key_at(more, i));
            assert_int_equal(j != SIZE_MAX, is_listed);
            assert_true(!is_listed || same_row(more, i, all, j));
            listed += is_listed;
        }
        assert_int_equal(listed, hw_occurrences_count(all));
        unlisted += hw_occurrences_count(more) - listed;
        hw_occurrences_free(more);
        hw_occurrences_free(all);
        hw_plan_free(plan);
    }
    assert_true(unlisted > 0);
}

/* How many of the problems are about entries, not excuses: those may be for any day. */
static size_t about_entries(const hw_plan *plan, const hw_problems *problems)
{
    hw_log *log = hw_plan_entries(plan, NULL);
    size_t count = 0;
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        count += hw_log_find(log, hw_problems_subject_at(problems, i)) != SIZE_MAX;
    }
    hw_log_unref(log);
    return count;
}

/* Entries that verbs have logged are never about nothing. */
static void test_no_orphans(void **state)
{
    (void)state;
    test_random random = random_start("orphans", 45);
    for (long round = random_rounds(20, 400); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 150);
        hw_error err;
        hw_problems *problems = hw_problems_new(&err);
        assert_int_equal(hw_plan_check_entries(plan, problems, &err), HW_OK);
        assert_int_equal(about_entries(plan, problems), 0);
        hw_problems_free(problems);
        hw_plan_free(plan);
    }
}

static void test_without_memory(void **state)
{
    (void)state;
    test_random random = random_start("occurrences without memory", 46);
    hw_plan *plan = random_plan_new(&random, 100);
    hw_error err;
    random_editor editor = random_editor_start(plan, "reader");
    hw_date from = hw_date_add_days(random_date(&random, editor.now), -50), to = hw_date_add_days(from, 100);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_occurrences *list = hw_plan_occurrences(plan, from, to, editor.now, &err);
        hw__alloc_fail(0, 0);
        if (list) {
            check_list(list, editor.now);
            hw_occurrences_free(list);
            assert_true(nth > 20);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_plan_free(plan);
}

/* A week costs the same in the first year and a hundred years on, and rows need no memory each. */
static void test_allocations(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-01-01T00:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-01-01T09:00", "FREQ=DAILY;COUNT=90000"));
    hw_error err;
    size_t used[3];
    const char *to[] = {"2025-02-01", "2027-02-01", "2125-02-01"};
    for (int i = 0; i < 3; i++) {
        hw__alloc_count();
        hw_occurrences *list =
            hw_plan_occurrences(s.plan, scene_date("2025-01-01"), scene_date(to[i]), 2000000000, &err);
        used[i] = hw__alloc_count();
        hw_occurrences_free(list);
    }
    assert_true(used[1] <= used[0] + 20);
    assert_true(used[2] <= used[1] + 20);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_the_naive_account),
        cmocka_unit_test(test_closed_periods_stay),
        cmocka_unit_test(test_windows_are_parts),
        cmocka_unit_test(test_queries),
        cmocka_unit_test(test_no_orphans),
        cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests_name("occurrences", tests, NULL, NULL);
}
