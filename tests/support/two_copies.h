/* SPDX-License-Identifier: MIT */
/* Two copies of a small plan, and what they tell each other. Every failure ends the test. */
#ifndef HW_TESTS_TWO_COPIES_H
#define HW_TESTS_TWO_COPIES_H

#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"
#define OTHER_UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c11"
#define NOW INT64_C(1742000000)

static inline hw_change *change_at(hw_instant instant, const char *origin)
{
    hw_change *change = hw_change_new((hw_moment){instant, 60, HW_PRECISION_EXACT, 0}, "mk", origin, NULL);
    assert_non_null(change);
    return change;
}

static inline hw_plan *small_plan(const char *uid)
{
    hw_change *change = change_at(NOW, "desk");
    hw_plan *plan = hw_plan_new(uid, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    hw_assignment *breathing = hw_assignment_new("breathing", "Breathing", HW_KIND_RELAXATION, NULL);
    assert_int_equal(hw_plan_add_assignment(plan, breathing, change, NULL), HW_OK);
    hw_assignment_unref(breathing);
    hw_change_free(change);
    return plan;
}

static inline void log_entry(hw_plan *plan, const char *id, const char *origin)
{
    hw_change *change = change_at(NOW + 60, origin);
    hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_DONE, NULL);
    hw_entry_set_id(entry, id);
    assert_int_equal(hw_plan_log(plan, entry, change, NULL), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static inline void retitle(hw_plan *plan, const char *title, const char *origin)
{
    hw_change *change = change_at(NOW + 100, origin);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "breathing"), NULL);
    hw_assignment_set_title(edit, NULL, title);
    assert_int_equal(hw_plan_revise_assignment(plan, edit, change, NULL), HW_OK);
    hw_assignment_unref(edit);
    hw_change_free(change);
}

static inline hw_plan *copy(const hw_plan *plan)
{
    hw_plan *other = hw_plan_copy(plan, NULL);
    assert_non_null(other);
    return other;
}

static inline char *to_xml(const hw_plan *plan)
{
    char *text = hw_plan_to_xml(plan, NULL, NULL);
    assert_non_null(text);
    return text;
}

static inline void assert_same_plan(const hw_plan *a, const hw_plan *b)
{
    char *x = to_xml(a), *y = to_xml(b);
    assert_string_equal(x, y);
    hw_string_free(x);
    hw_string_free(y);
}

static inline char *knowledge_of(const hw_plan *plan)
{
    hw_error err;
    size_t size;
    char *text = hw_plan_knowledge(plan, &size, &err);
    assert_non_null(text);
    assert_int_equal(size, strlen(text));
    return text;
}

/* NULL knowledge: everything. */
static inline char *changes_since(const hw_plan *plan, const char *knowledge)
{
    hw_error err;
    size_t size;
    char *text = hw_plan_changes_since(plan, knowledge, knowledge ? strlen(knowledge) : 0, &size, &err);
    if (!text)
        fail_msg("changes: line %d: %s", (int)err.line, err.message);
    assert_int_equal(size, strlen(text));
    return text;
}

#endif
