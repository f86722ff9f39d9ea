/* SPDX-License-Identifier: MIT */
/* How much homework a week holds, and when that is more than there is room for. */
#include <string.h>

#include "homework.h"
#include "support/scene.h"

static hw_lint *lint_of(const scene *s, const char *id)
{
    hw_error err;
    hw_lint *lint = hw_plan_lint(s->plan, id, s->now.instant, HW_LINT_LIKELY_ENOUGH, &err);
    if (!lint) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(lint);
    return lint;
}

static void set_capacity(scene *s, int32_t minutes, int32_t assignments)
{
    hw_error err;
    hw_settings *edit = hw_settings_edit(hw_plan_settings(s->plan), &err);
    assert_int_equal(hw_settings_set_capacity_minutes(edit, minutes), HW_OK);
    assert_int_equal(hw_settings_set_capacity_assignments(edit, assignments), HW_OK);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, edit, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(edit);
}

static void give_minutes(scene *s, hw_assignment *a, int32_t minutes)
{
    hw_assignment_set_minutes(a, minutes);
    scene_give(s, a);
}

typedef struct week {
    int64_t minutes;
    size_t unknown, active;
} week;

static void expect_week(scene *s, const char *now, week expected)
{
    scene_now(s, now);
    hw_lint *lint = lint_of(s, NULL);
    assert_int_equal(hw_lint_planned_minutes(lint), expected.minutes);
    assert_int_equal(hw_lint_unknown_count(lint), expected.unknown);
    assert_int_equal(hw_lint_active_count(lint), expected.active);
    hw_lint_free(lint);
}

static void test_planned_minutes(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    expect_week(&s, "2025-03-01T09:00:00+01:00", (week){0, 0, 0});
    give_minutes(&s, scene_recurring("daily", "2025-03-03T19:00", "FREQ=DAILY"), 10);
    expect_week(&s, "2025-03-01T09:01:00+01:00", (week){50, 0, 1}); /* from the third to the seventh */
    expect_week(&s, "2025-03-03T09:00:00+01:00", (week){70, 0, 1});
    give_minutes(&s, scene_quota("weekly", "2025-03-03", 3, 0, HW_PERIOD_WEEK), 20);
    expect_week(&s, "2025-03-05T09:00:00+01:00", (week){70 + 60, 0, 2}); /* parts of two weeks */
    give_minutes(&s, scene_quota("daily-quota", "2025-03-03", 2, 0, HW_PERIOD_DAY), 5);
    expect_week(&s, "2025-03-10T09:00:00+01:00", (week){70 + 60 + 70, 0, 3});
    give_minutes(&s, scene_quota("monthly", "2025-03-03", 31, 0, HW_PERIOD_MONTH), 10);
    expect_week(&s, "2025-03-11T09:00:00+01:00", (week){200 + 70, 0, 4});
    scene_give(&s, scene_recurring("open-ended", "2025-03-03", "FREQ=DAILY")); /* no minutes */
    hw_error err;
    hw_assignment *demand = hw_assignment_new("demand", "Practice", HW_KIND_RELAXATION, &err);
    give_minutes(&s, demand, 30); /* no occurrences */
    expect_week(&s, "2025-03-12T09:00:00+01:00", (week){270, 1, 6});
    scene_hold(&s, "h", "2025-03-13", "2025-03-13", "daily", false);
    scene_excuse(&s, "x", "daily", "2025-03-14T19:00", false);
    expect_week(&s, "2025-03-12T10:00:00+01:00", (week){250, 1, 6});
    scene_close(&s);
}

static void test_overload(void **state)
{
    (void)state;
    static const struct {
        int32_t minutes, assignments;
        size_t found;
    } rows[] = {
        {0, 0, 0}, {140, 2, 0}, {139, 2, 1}, {140, 1, 1}, {0, 1, 1}, {1, 1, 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        give_minutes(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"), 10);
        give_minutes(&s, scene_recurring("b", "2025-03-03T19:00", "FREQ=DAILY"), 10);
        scene_now(&s, "2025-03-03T09:00:00+01:00");
        set_capacity(&s, rows[i].minutes, rows[i].assignments);
        hw_lint *lint = lint_of(&s, i % 2 ? "a" : NULL);
        size_t found = 0;
        assert_int_equal(hw_lint_capacity_minutes(lint), rows[i].minutes);
        assert_int_equal(hw_lint_capacity_assignments(lint), rows[i].assignments);
        for (size_t k = 0; k < hw_lint_count(lint); k++) {
            if (hw_lint_assignment_at(lint, k)) {
                continue;
            }
            found++;
            assert_int_equal(hw_lint_code_at(lint, k), HW_LINT_OVERLOAD);
            int64_t value = 0, limit = 0;
            bool of_minutes = strcmp(hw_lint_unit_at(lint, k), "min") == 0;
            assert_true(hw_lint_value_at(lint, k, &value) && hw_lint_limit_at(lint, k, &limit));
            assert_int_equal(value, of_minutes ? 140 : 2);
            assert_int_equal(limit, of_minutes ? rows[i].minutes : rows[i].assignments);
        }
        assert_int_equal(found, rows[i].found);
        hw_lint_free(lint);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_planned_minutes),
        cmocka_unit_test(test_overload),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
