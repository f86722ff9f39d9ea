/* SPDX-License-Identifier: MIT */
/* When a status changes by itself: the same as by asking for the statuses at every moment. */
#include <stdio.h>

#include "base/alloc.h"
#include "support/scene.h"

#define NEVER INT64_MAX

static hw_instant next_after(const scene *s, hw_instant after)
{
    hw_error err;
    hw_instant next = NEVER;
    bool there = hw_plan_next_change(s->plan, after, &next, &err);
    assert_int_equal(err.status, HW_OK);
    assert_int_equal(there, next != NEVER);
    return next;
}

static void test_one_occurrence(void **state)
{
    static const struct {
        const char *after, *next;
    } rows[] = {
        {"2025-03-01T09:00:00+01:00", "2025-03-10T18:00:00+01:00"},
        {"2025-03-10T17:59:59+01:00", "2025-03-10T18:00:00+01:00"},
        {"2025-03-10T18:00:00+01:00", "2025-03-11T21:00:00+01:00"},
        {"2025-03-11T20:59:59+01:00", "2025-03-11T21:00:00+01:00"},
        {"2025-03-11T21:00:00+01:00", NULL},
        {"2025-02-28T09:00:00+01:00", NULL}, /* not known yet */
    };
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    assert_int_equal(next_after(&s, s.now.instant), NEVER);
    hw_assignment *a = scene_once("a", "2025-03-10T19:00");
    hw_assignment_set_opens(a, (hw_duration){0, -3600});
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    hw_assignment_set_grace(a, (hw_duration){1, 0});
    scene_give(&s, a);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_instant next = rows[i].next ? scene_instant(rows[i].next) : NEVER;
        assert_int_equal(next_after(&s, scene_instant(rows[i].after)), next);
    }
    scene_close(&s);
}

static void test_horizon(void **state)
{
    static const struct {
        const char *due;
        bool found;
    } rows[] = {{"2026-04-05", true}, {"2026-04-06", false}, {"2029-01-01", false}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("UTC", "2025-03-01T00:00:00+00:00");
        scene_give(&s, scene_once("a", rows[i].due));
        assert_int_equal(next_after(&s, s.now.instant) != NEVER, rows[i].found);
        scene_close(&s);
    }
}

static void test_far_windows(void **state)
{
    (void)state;
    scene s = scene_open("UTC", "2020-01-01T00:00:00+00:00");
    hw_assignment *a = scene_once("a", "2020-06-01T12:00");
    hw_assignment_set_closes(a, (hw_duration){2000, 0});
    scene_give(&s, a);
    assert_int_equal(next_after(&s, scene_instant("2025-11-01T00:00:00+00:00")),
                     scene_instant("2025-11-22T12:00:00+00:00"));
    hw_assignment *b = scene_once("b", "2030-06-01T12:00");
    hw_assignment_set_opens(b, (hw_duration){-2000, 0});
    scene_give(&s, b);
    assert_int_equal(next_after(&s, scene_instant("2024-12-01T00:00:00+00:00")),
                     scene_instant("2024-12-09T12:00:00+00:00"));
    scene_close(&s);
}

/* Statuses as one text, so that any change shows. */
static void snapshot(scene *s, hw_instant as_of, char out[2048])
{
    hw_error err;
    hw_occurrences *list =
        hw_plan_occurrences(s->plan, scene_date("2025-03-01"), scene_date("2025-04-01"), as_of, &err);
    assert_non_null(list);
    size_t at = 0;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        at += (size_t)snprintf(out + at, 2048 - at, "%s %d %d ", hw_occurrences_assignment_at(list, i),
                               (int)hw_occurrences_status_at(list, i), hw_occurrences_settled_at(list, i));
        assert_true(at < 2048);
    }
    hw_occurrences_free(list);
}

/* Between two changes nothing differs; at a change something does. */
static void test_nothing_between(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=5");
    hw_assignment_set_grace(a, (hw_duration){0, 5400});
    scene_give(&s, a);
    scene_give(&s, scene_quota("b", "2025-03-01", 2, 0, HW_PERIOD_WEEK));
    hw_assignment *c = scene_edit(&s, "b");
    hw_assignment_set_until(c, scene_date("2025-03-14"));
    scene_give(&s, c);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00");
    scene_hold(&s, "h", "2025-03-06", "2025-03-06", "a", false);
    char before[2048], after[2048];
    hw_instant now = s.now.instant, end = scene_instant("2025-03-31T00:00:00+02:00");
    while (now < end) {
        hw_instant next = next_after(&s, now);
        hw_instant until = next < end ? next : end;
        snapshot(&s, now, before);
        for (hw_instant between = now; between < until; between += 3 * 3600 + 7) {
            snapshot(&s, between, after);
            assert_string_equal(before, after);
        }
        snapshot(&s, until - 1, after);
        assert_string_equal(before, after);
        if (next < end) {
            snapshot(&s, next, after);
            assert_string_not_equal(before, after);
        }
        now = until;
    }
    scene_close(&s);
}

static void test_refused_calls(void **state)
{
    (void)state;
    scene s = scene_open("UTC", "2025-03-01T00:00:00+00:00");
    hw_error err;
    hw_instant next = 7;
    assert_false(hw_plan_next_change(NULL, 0, &next, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_false(hw_plan_next_change(s.plan, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY"));
    assert_false(hw_plan_next_change(s.plan, INT64_MAX, &next, &err));
    assert_false(hw_plan_next_change(s.plan, INT64_MIN, &next, NULL));
    assert_int_equal(next, 7);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        bool there = hw_plan_next_change(s.plan, s.now.instant, &next, &err);
        hw__alloc_fail(0, 0);
        if (there) {
            assert_true(nth > 5);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_occurrence), cmocka_unit_test(test_horizon),
        cmocka_unit_test(test_far_windows),    cmocka_unit_test(test_nothing_between),
        cmocka_unit_test(test_refused_calls),
    };
    return cmocka_run_group_tests_name("next_change", tests, NULL, NULL);
}
