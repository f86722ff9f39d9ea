/* SPDX-License-Identifier: MIT */
/* The history of things and entries: every revision with what it changed, every entry that hangs
 * together with another, and what was taken out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/story.h"

#define FIRST "2025-03-02T10:00:00+01:00"
#define LATER "2025-03-09T10:00:00+01:00"
#define LAST "2025-03-10T10:00:00+01:00"

static const char *cell(const hw_table *table, const char *column, size_t row)
{
    size_t c = hw_table_find(table, column);
    assert_true(c != SIZE_MAX);
    int32_t code = ((const int32_t *)hw_table_column_data(table, c))[row];
    return code < 0 ? "-" : hw_table_text_at(table, c, (size_t)code);
}

/* One row a line: section, state, reason, what changed. */
static const char *told(const hw_plan *plan, const char *id)
{
    static char text[2048];
    size_t size = 0;
    hw_error err;
    hw_table *table = hw_plan_history(plan, id, &err);
    assert_non_null(table);
    text[0] = '\0';
    for (size_t row = 0; row < hw_table_row_count(table); row++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%s %s (%s): %s\n",
                                 cell(table, "section", row), cell(table, "state", row),
                                 cell(table, "reason", row), cell(table, "changed", row));
    }
    hw_table_free(table);
    return text;
}

static hw_change *because(const char *recorded, const char *reason)
{
    hw_change *change = story_change(recorded);
    assert_int_equal(hw_change_set_reason(change, reason, NULL), HW_OK);
    return change;
}

static void test_things(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY"), FIRST);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "walk"), &err);
    hw_assignment_set_title(edit, NULL, "A longer walk");
    hw_assignment_set_where(edit, "de", "Im Park");
    hw_change *change = because(LATER, "too short");
    assert_int_equal(hw_plan_revise_assignment(plan, edit, change, &err), HW_OK);
    hw_assignment_unref(edit);
    hw_change_free(change);
    change = because(LAST, "holiday");
    assert_int_equal(hw_plan_mark_assignment(plan, "walk", HW_ASSIGNMENT_ON_HOLD, change, &err), HW_OK);
    hw_change_free(change);
    assert_string_equal(told(plan, "walk"), "assignments active (-): -\n"
                                            "assignments active (too short): title contract/where[de]\n"
                                            "assignments on-hold (holiday): state\n");
    assert_string_equal(told(plan, "settings"), "settings - (-): -\n");
    assert_string_equal(told(plan, "client"), "people - (-): -\n");
    hw_table *table = hw_plan_history(plan, "walk", &err);
    assert_string_equal(cell(table, "follows", 0), "-");
    assert_string_equal(cell(table, "follows", 1), cell(table, "revision", 0));
    assert_string_equal(cell(table, "follows", 2), cell(table, "revision", 1));
    assert_string_equal(cell(table, "by", 2), "mk");
    const int64_t *recorded = hw_table_column_data(table, hw_table_find(table, "recorded"));
    assert_int_equal(recorded[1], story_instant(LATER));
    hw_table_free(table);
    hw_plan_free(plan);
}

/* Two devices revise the same revision: both say what they have changed of it. */
static void test_concurrent_revisions(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    story_add_goal(plan, "g", FIRST);
    hw_plan *other = hw_plan_copy(plan, &err);
    hw_plan *plans[] = {plan, other};
    for (int i = 0; i < 2; i++) {
        hw_goal *edit = hw_goal_edit(hw_plan_goal(plans[i], "g"), &err);
        hw_change *change = hw_change_new(story_moment(i ? LAST : LATER), "mk", i ? "phone" : "tablet", &err);
        if (i) {
            hw_goal_set_due(edit, story_date("2025-06-01"));
        } else {
            hw_goal_set_title(edit, NULL, "Outdoors");
        }
        assert_int_equal(hw_plan_revise_goal(plans[i], edit, change, &err), HW_OK);
        hw_goal_unref(edit);
        hw_change_free(change);
    }
    assert_int_equal(hw_plan_merge(plan, other, NULL, &err), HW_OK);
    assert_string_equal(told(plan, "g"),
                        "goals active (-): -\ngoals active (-): title\ngoals active (-): due\n");
    hw_plan_free(plan);
    hw_plan_free(other);
}

static void log_instead(hw_plan *plan, const char *target, const char *id, const char *recorded)
{
    hw_error err;
    hw_change *change = story_change(recorded);
    hw_entry *entry = story_entry("walk", NULL, HW_EXTENT_DONE, "2025-03-04T19:30:00+01:00");
    hw_entry_set_id(entry, id);
    assert_int_equal(hw_plan_supersede_entry(plan, target, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static void test_entries(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY"), FIRST);
    static const char *const ids[] = {"first", "alone"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        story_log(plan, story_entry("walk", NULL, HW_EXTENT_DONE, "2025-03-04T19:30:00+01:00"), ids[i],
                  "2025-03-05T10:00:00+01:00");
    }
    log_instead(plan, "first", "second", "2025-03-06T10:00:00+01:00");
    log_instead(plan, "second", "third", "2025-03-07T10:00:00+01:00");
    hw_change *change = story_change("2025-03-08T10:00:00+01:00");
    assert_int_equal(hw_plan_void_entry(plan, "third", change, &err), HW_OK);
    hw_change_free(change);
    static const char *const asked[] = {"first", "second", "third"};
    for (size_t i = 0; i < COUNT_OF(asked); i++) {
        assert_string_equal(told(plan, asked[i]), "log superseded (-): -\n"
                                                  "log live (-): -\n"
                                                  "log voided (-): -\n"
                                                  "log void (-): -\n");
    }
    assert_string_equal(told(plan, "alone"), "log live (-): -\n");
    hw_table *table = hw_plan_history(plan, "second", &err);
    assert_string_equal(cell(table, "id", 1), "second");
    assert_string_equal(cell(table, "follows", 1), "first");
    assert_string_equal(cell(table, "follows", 3), "third");
    assert_string_equal(cell(table, "revision", 1), "-");
    hw_table_free(table);
    hw_plan_free(plan);
}

static void test_what_was_taken_out(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY"), FIRST);
    story_log(plan, story_entry("walk", NULL, HW_EXTENT_DONE, "2025-03-04T19:30:00+01:00"), "e", LATER);
    hw_change *change = because(LAST, "asked for");
    assert_int_equal(hw_plan_redact(plan, "walk", change, &err), HW_OK);
    assert_int_equal(hw_plan_erase(plan, "e", change, &err), HW_OK);
    hw_change_free(change);
    assert_string_equal(told(plan, "walk"), "assignments active (-): -\nerasures redact (asked for): -\n");
    assert_string_equal(told(plan, "e"), "erasures erase (asked for): -\n");
    hw_plan_free(plan);
}

static void test_arguments(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    assert_null(hw_plan_history(NULL, "walk", &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_history(plan, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_history(plan, "walk", &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    hw_plan_free(plan);
}

static void test_no_memory(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY"), FIRST);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "walk"), NULL);
    hw_assignment_set_minutes(edit, 5);
    story_revise(plan, edit, LATER);
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_table *table = hw_plan_history(plan, "walk", &err);
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
    }
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_things),    cmocka_unit_test(test_concurrent_revisions),
        cmocka_unit_test(test_entries),   cmocka_unit_test(test_what_was_taken_out),
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
