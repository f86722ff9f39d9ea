/* SPDX-License-Identifier: MIT */
/* Differences of random plans: none with itself, the same ones read backwards, none left out, and never
 * a field that is the same on both sides. */
#include "support/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/random_plan.h"

static const hw_diff_kind reversed[] = {
    [HW_DIFF_ADDED] = HW_DIFF_REMOVED,       [HW_DIFF_REMOVED] = HW_DIFF_ADDED,
    [HW_DIFF_REVISED] = HW_DIFF_REVISED,     [HW_DIFF_MARKED] = HW_DIFF_MARKED,
    [HW_DIFF_FIELD] = HW_DIFF_FIELD,         [HW_DIFF_VOIDED] = HW_DIFF_RESTORED,
    [HW_DIFF_SUPERSEDED] = HW_DIFF_RESTORED,
};

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether two kinds are each other's reverse: what counts again was voided or superseded. */
static bool are_reverse(hw_diff_kind there, hw_diff_kind back)
{
    if (there == HW_DIFF_RESTORED) {
        return back == HW_DIFF_VOIDED || back == HW_DIFF_SUPERSEDED || back == HW_DIFF_ERASED;
    }
    if (there == HW_DIFF_ERASED || (there == HW_DIFF_VOIDED && back == HW_DIFF_SUPERSEDED) ||
        (there == HW_DIFF_SUPERSEDED && back == HW_DIFF_VOIDED)) {
        return true;
    }
    return reversed[there] == back;
}

static hw_diff *diff_of(const hw_plan *before, const hw_plan *after)
{
    hw_error err;
    hw_diff *diff = hw_plan_diff(before, after, true, &err);
    assert_non_null(diff);
    return diff;
}

static void check_reverse(const hw_plan *before, const hw_plan *after)
{
    hw_diff *there = diff_of(before, after), *back = diff_of(after, before);
    assert_int_equal(hw_diff_count(there), hw_diff_count(back));
    for (size_t i = 0; i < hw_diff_count(there); i++) {
        assert_string_equal(hw_diff_section_at(there, i), hw_diff_section_at(back, i));
        assert_string_equal(hw_diff_thing_at(there, i), hw_diff_thing_at(back, i));
        assert_true(same_text(hw_diff_field_at(there, i), hw_diff_field_at(back, i)));
        assert_true(same_text(hw_diff_before_at(there, i), hw_diff_after_at(back, i)));
        assert_true(same_text(hw_diff_after_at(there, i), hw_diff_before_at(back, i)));
        assert_true(are_reverse(hw_diff_kind_at(there, i), hw_diff_kind_at(back, i)));
        if (hw_diff_kind_at(there, i) == HW_DIFF_FIELD) {
            assert_false(same_text(hw_diff_before_at(there, i), hw_diff_after_at(there, i)));
            assert_non_null(hw_diff_field_at(there, i));
        } else {
            assert_null(hw_diff_field_at(there, i));
        }
    }
    hw_diff_free(there);
    hw_diff_free(back);
}

static bool same_bytes(const hw_plan *a, const hw_plan *b)
{
    hw_error err;
    char *left = hw_plan_to_xml(a, NULL, &err), *right = hw_plan_to_xml(b, NULL, &err);
    assert_non_null(left);
    assert_non_null(right);
    bool same = strcmp(left, right) == 0;
    hw_string_free(left);
    hw_string_free(right);
    return same;
}

static void test_random_plans(void **state)
{
    (void)state;
    test_random random = random_start("differences of plans", 6);
    for (long round = random_rounds(60, 2000); round > 0; round--) {
        hw_error err;
        hw_plan *plan = random_plan_new(&random, 60), *old = hw_plan_copy(plan, &err);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "tablet");
        for (uint64_t edits = random_below(&random, 12); edits > 0; edits--) {
            hw_plan *before = hw_plan_copy(plan, &err);
            random_edit(plan, &random, &editor, &err);
            hw_diff *step = diff_of(before, plan);
            assert_int_equal(hw_diff_count(step) == 0, same_bytes(before, plan));
            hw_diff_free(step);
            hw_plan_free(before);
        }
        hw_diff *itself = diff_of(plan, plan);
        assert_int_equal(hw_diff_count(itself), 0);
        hw_diff_free(itself);
        check_reverse(old, plan);
        hw_plan_free(old);
        hw_plan_free(plan);
    }
}

/* What the diff says of some fields is what their getters say. */
static const char *field_after(const hw_diff *diff, const char *field, bool *found)
{
    *found = false;
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        if (strcmp(hw_diff_field_at(diff, i), field) == 0) {
            *found = true;
            return hw_diff_after_at(diff, i);
        }
    }
    return NULL;
}

static void check_assignment(const hw_assignment *a, const hw_assignment *b)
{
    hw_error err;
    bool found;
    hw_diff *diff = hw_revision_diff(hw_assignment_revision(a), hw_assignment_revision(b), false, &err);
    assert_non_null(diff);
    const char *after = field_after(diff, "minutes", &found);
    assert_int_equal(found, hw_assignment_minutes(a) != hw_assignment_minutes(b));
    assert_true(!found || (after ? atoi(after) : 0) == hw_assignment_minutes(b));
    after = field_after(diff, "state", &found);
    assert_int_equal(found, hw_assignment_state(a) != hw_assignment_state(b));
    assert_true(!found || hw_word_find(HW_WORDS_ASSIGNMENT_STATE, after) == (int)hw_assignment_state(b));
    after = field_after(diff, "session", &found);
    assert_int_equal(found, !same_text(hw_assignment_session(a), hw_assignment_session(b)));
    assert_true(!found || same_text(after, hw_assignment_session(b)));
    hw_diff_free(diff);
}

static void test_random_revisions(void **state)
{
    (void)state;
    test_random random = random_start("differences of revisions", 7);
    for (long round = random_rounds(20, 500); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 200);
        assert_non_null(plan);
        for (size_t i = 0; i < hw_plan_assignment_count(plan); i++) {
            const char *id = hw_assignment_id(hw_plan_assignment_at(plan, i));
            for (size_t r = 1; r < hw_plan_assignment_revision_count(plan, id); r++) {
                check_assignment(hw_plan_assignment_revision_at(plan, id, r - 1),
                                 hw_plan_assignment_revision_at(plan, id, r));
            }
        }
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_plans),
        cmocka_unit_test(test_random_revisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
