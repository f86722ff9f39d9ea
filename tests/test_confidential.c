/* SPDX-License-Identifier: MIT */
/* Which answers are confidential, after a merge that brings the form which says so. */
#include "homework.h"
#include "support/cmocka_all.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_change *change_at(int64_t second, const char *origin)
{
    hw_change *change = hw_change_new(hw_moment_at(1741020000 + second, 60), "mk", origin, NULL);
    assert_non_null(change);
    return change;
}

static size_t confidential(const hw_plan *plan)
{
    hw_log *log = hw_plan_entries(plan, NULL);
    size_t count = 0;
    for (size_t i = 0; i < hw_log_count(log); i++) {
        for (size_t row = 0; row < hw_log_value_count(log, i); row++)
            count += hw_log_value_confidential(log, i, row);
    }
    hw_log_unref(log);
    return count;
}

/* One copy learns that an answer is confidential only after it was given in the other: in memory as after reading. */
static void test_answers_become_confidential(void **state)
{
    (void)state;
    hw_error err;
    hw_change *first = change_at(0, "desk"), *second = change_at(60, "desk"),
              *third = change_at(120, "phone");
    hw_plan *desk = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, first, &err);
    hw_assignment *draft = hw_assignment_new("a", "A letter", HW_KIND_OTHER, &err);
    assert_int_equal(hw_plan_add_assignment(desk, draft, first, &err), HW_OK);
    hw_plan *phone = hw_plan_copy(desk, NULL);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(desk, "a"), &err);
    hw_field *field = hw_field_new("said", HW_FIELD_TEXT, &err);
    hw_field_set_confidential(field, true);
    assert_int_equal(hw_assignment_add_field(edit, field), HW_OK);
    assert_int_equal(hw_plan_revise_assignment(desk, edit, second, &err), HW_OK);
    hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, &err);
    assert_int_equal(hw_entry_add_text(entry, "said", 0, "Nobody else's business"), HW_OK);
    assert_int_equal(hw_plan_log(phone, entry, third, &err), HW_OK);
    assert_int_equal(confidential(phone), 0); /* the phone does not know yet */
    hw_plan *before = hw_plan_copy(phone, NULL), *both = hw_plan_copy(desk, NULL);
    assert_int_equal(hw_plan_merge(both, phone, NULL, &err), HW_OK);
    assert_int_equal(hw_plan_merge(phone, desk, NULL, &err), HW_OK);
    assert_int_equal(confidential(phone), 1);
    assert_int_equal(confidential(both), 1);
    assert_int_equal(confidential(before), 0); /* a copy that was made earlier stays as it was */
    char *one = hw_plan_to_xml(phone, NULL, &err), *other = hw_plan_to_xml(both, NULL, &err);
    assert_string_equal(one, other);
    hw_string_free(one);
    hw_string_free(other);
    hw_plan_free(before);
    hw_plan_free(both);
    hw_plan_free(phone);
    hw_plan_free(desk);
    hw_entry_free(entry);
    hw_field_free(field);
    hw_assignment_unref(edit);
    hw_assignment_unref(draft);
    hw_change_free(first);
    hw_change_free(second);
    hw_change_free(third);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_become_confidential),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
