/* SPDX-License-Identifier: MIT */
/* The window and the reminders of an assignment. */
#include <stdint.h>

#include "model/shape_checks.h"
#include "support/drafts.h"

#define SPAN(d, s) ((hw_duration){(d), (s)})
#define SUNDAY ((hw_local){{2025, 3, 9}, 18 * 3600})

DRAFT_VERBS(assignment);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, err);
}

static draft_said set(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){{hw_assignment_set_opens(a, SPAN(-1, -3600)),
                         hw_assignment_set_closes(a, SPAN(0, 10800)), hw_assignment_set_grace(a, SPAN(2, 0)),
                         hw_assignment_set_late(a, HW_LATE_REFUSED),
                         hw_assignment_add_reminder(a, HW_REMINDER_NUDGE, HW_ANCHOR_CLOSE, -30),
                         hw_assignment_add_reminder_at(a, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_OPEN, 1, 9 * 3600),
                         hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0),
                         hw_assignment_set_reminder_priority(a, 9),
                         hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 366, 8 * 3600),
                         hw_assignment_add_reminder_when(a, HW_REMINDER_NUDGE, SUNDAY, 7), DRAFT_END}};
}

static draft_said set_others(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){{hw_assignment_clear_window(a), hw_assignment_clear_reminders(a), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    hw_duration span;
    int32_t days = 7, clock = 7;
    assert_true(hw_assignment_opens(a, &span));
    assert_int_equal(span.days, -1);
    assert_int_equal(span.seconds, -3600);
    assert_true(hw_assignment_closes(a, &span));
    assert_int_equal(span.seconds, 10800);
    assert_true(hw_assignment_closes(a, NULL));
    assert_int_equal(hw_assignment_grace(a).days, 2);
    assert_int_equal(hw_assignment_late(a), HW_LATE_REFUSED);
    assert_int_equal(hw_assignment_reminder_count(a), 5);
    assert_int_equal(hw_assignment_reminder_kind_at(a, 0), HW_REMINDER_NUDGE);
    assert_int_equal(hw_assignment_reminder_anchor_at(a, 0), HW_ANCHOR_CLOSE);
    assert_int_equal(hw_assignment_reminder_minutes_at(a, 0), -30);
    assert_false(hw_assignment_reminder_clock_at(a, 0, &days, &clock));
    assert_int_equal(days, 7);
    assert_int_equal(hw_assignment_reminder_kind_at(a, 1), HW_REMINDER_FOLLOW_UP);
    assert_int_equal(hw_assignment_reminder_anchor_at(a, 1), HW_ANCHOR_OPEN);
    assert_true(hw_assignment_reminder_clock_at(a, 1, &days, &clock));
    assert_int_equal(days, 1);
    assert_int_equal(clock, 9 * 3600);
    assert_true(hw_assignment_reminder_clock_at(a, 1, NULL, NULL));
    assert_int_equal(hw_assignment_reminder_minutes_at(a, 1), 0);
    assert_int_equal(hw_assignment_reminder_minutes_at(a, 2), 0);
    assert_int_equal(hw_assignment_reminder_priority_at(a, 1), 5);
    assert_int_equal(hw_assignment_reminder_priority_at(a, 2), 9);
    assert_int_equal(hw_assignment_reminder_anchor_at(a, 3), HW_ANCHOR_OPEN);
    assert_int_equal(hw_assignment_reminder_every_at(a, 3), 366);
    assert_true(hw_assignment_reminder_clock_at(a, 3, &days, &clock));
    assert_int_equal(days, 0);
    assert_int_equal(clock, 8 * 3600);
    assert_int_equal(hw_assignment_reminder_anchor_at(a, 4), HW_ANCHOR_ABSOLUTE);
    assert_int_equal(hw_local_compare(hw_assignment_reminder_when_at(a, 4), SUNDAY), 0);
    assert_int_equal(hw_assignment_reminder_every_at(a, 4), 7);
    assert_int_equal(hw_assignment_reminder_kind_at(a, 5), HW_REMINDER_PROMPT);
    assert_int_equal(hw_assignment_reminder_anchor_at(a, 5), HW_ANCHOR_DUE);
    assert_int_equal(hw_assignment_reminder_priority_at(a, 5), 5);
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);
}

static void clear(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    hw_assignment *plain = hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, NULL);
    hw_duration span = SPAN(7, 7);
    assert_false(hw_assignment_opens(plain, &span) || hw_assignment_closes(plain, &span));
    assert_int_equal(span.days, 7);
    assert_int_equal(hw_assignment_grace(plain).days, 0);
    assert_int_equal(hw_assignment_clear_window(a), HW_OK);
    assert_true(a->window.present); /* late work is still refused */
    assert_int_equal(hw_assignment_set_late(a, HW_LATE_MARKED), HW_OK);
    assert_int_equal(hw_assignment_clear_reminders(a), HW_OK);
    assert_true(hw__record_equal(&a->head, &plain->head));
    assert_int_equal(hw_assignment_set_opens(a, SPAN(0, 0)), HW_OK);
    assert_true(hw_assignment_opens(a, &span));
    assert_int_equal(span.days, 0);
    assert_true(a->window.present);
    hw_assignment_unref(plain);
}

static void check_null(void)
{
    hw_duration span;
    int32_t number;
    assert_false(hw_assignment_opens(NULL, &span) || hw_assignment_closes(NULL, &span));
    assert_int_equal(hw_assignment_grace(NULL).seconds, 0);
    assert_int_equal(hw_assignment_late(NULL), HW_LATE_MARKED);
    assert_int_equal(hw_assignment_reminder_count(NULL), 0);
    assert_int_equal(hw_assignment_reminder_kind_at(NULL, 0), HW_REMINDER_PROMPT);
    assert_int_equal(hw_assignment_reminder_anchor_at(NULL, 0), HW_ANCHOR_DUE);
    assert_int_equal(hw_assignment_reminder_minutes_at(NULL, 0), 0);
    assert_false(hw_assignment_reminder_clock_at(NULL, 0, &number, &number));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_assignment *a = (hw_assignment *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_assignment_set_opens(a, SPAN(0, 1))},
        {HW_ERR_RANGE, hw_assignment_set_opens(a, SPAN(1, 0))},
        {HW_ERR_RANGE, hw_assignment_set_opens(a, SPAN(-1, 1))},
        {HW_ERR_RANGE, hw_assignment_set_opens(a, SPAN(-36601, 0))},
        {HW_ERR_RANGE, hw_assignment_set_opens(a, SPAN(INT32_MIN, 0))},
        {HW_ERR_RANGE, hw_assignment_set_closes(a, SPAN(0, -1))},
        {HW_ERR_RANGE, hw_assignment_set_closes(a, SPAN(36601, 0))},
        {HW_ERR_RANGE, hw_assignment_set_closes(a, SPAN(0, 8640001))},
        {HW_ERR_RANGE, hw_assignment_set_grace(a, SPAN(-1, 0))},
        {HW_ERR_RANGE, hw_assignment_set_grace(a, SPAN(INT32_MAX, INT32_MAX))},
        {HW_ERR_RANGE, hw_assignment_set_late(a, (hw_late_policy)3)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, (hw_reminder_kind)5, HW_ANCHOR_DUE, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, (hw_anchor)5, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 527041)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -527041)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 367, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, -1)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_at(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0, 86400)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, HW_REMINDER_CHECK_IN, HW_ANCHOR_DUE, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_ABSOLUTE, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 0, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 367, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_every(a, HW_REMINDER_PROMPT, 1, 86400)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_every(a, HW_REMINDER_FOLLOW_UP, 1, 0)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_when(a, HW_REMINDER_PROMPT, SUNDAY, 367)},
        {HW_ERR_RANGE, hw_assignment_add_reminder_when(a, HW_REMINDER_FOLLOW_UP, SUNDAY, 0)},
        {HW_ERR_RANGE, hw_assignment_set_reminder_priority(a, 0)},
        {HW_ERR_RANGE, hw_assignment_set_reminder_priority(a, 10)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static const draft_noun noun = {&assignment_verbs, begin,      set,    set_others,
                                check_values,      check_null, refuse, clear};

static void test_limits_reminders(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, NULL);
    for (uint32_t i = 0; i <= HW__MAX_REMINDERS; i++) {
        hw_status expected = i < HW__MAX_REMINDERS ? HW_OK : HW_ERR_LIMIT;
        assert_int_equal(hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 527040), expected);
    }
    assert_int_equal(hw_assignment_reminder_count(a), HW__MAX_REMINDERS);
    hw_assignment_unref(a);
}

/* What documents may say and setters refuse. */
static void test_finds_contradictions(void **state)
{
    (void)state;
    const struct {
        hw_duration opens, closes, grace;
        hw__reminder_rule rule;
        hw_problem_code code;
    } rows[] = {
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, 0), {.minutes = 5, .clock = -1}, HW_PROBLEM_CODE_COUNT},
        {SPAN(0, 1), SPAN(0, 0), SPAN(0, 0), {.minutes = 5, .clock = -1}, HW_PROBLEM_OUT_OF_RANGE},
        {SPAN(0, 0), SPAN(-1, 0), SPAN(0, 0), {.minutes = 5, .clock = -1}, HW_PROBLEM_OUT_OF_RANGE},
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, -1), {.minutes = 5, .clock = -1}, HW_PROBLEM_OUT_OF_RANGE},
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, 0), {.minutes = INT32_MIN, .days = 3}, HW_PROBLEM_CODE_COUNT},
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, 0), {.minutes = INT32_MIN, .clock = -1}, HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, 0), {.minutes = 5, .clock = 3600}, HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = 5, .days = 1, .clock = -1},
         HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = INT32_MIN, .anchor = HW_ANCHOR_OPEN, .every = 1},
         HW_PROBLEM_CODE_COUNT},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = INT32_MIN, .anchor = HW_ANCHOR_OPEN, .every = 1, .days = 1},
         HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0), SPAN(0, 0), SPAN(0, 0), {.minutes = INT32_MIN, .every = 1}, HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = INT32_MIN, .clock = -1, .anchor = HW_ANCHOR_ABSOLUTE, .when = {{2025, 3, 9}, 0}},
         HW_PROBLEM_CODE_COUNT},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = INT32_MIN,
          .clock = -1,
          .anchor = HW_ANCHOR_ABSOLUTE,
          .when = {{2025, 3, 9}, HW_ALL_DAY}},
         HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = 5, .clock = -1, .when = {{2025, 3, 9}, 0}},
         HW_PROBLEM_CONTRADICTION},
        {SPAN(0, 0),
         SPAN(0, 0),
         SPAN(0, 0),
         {.minutes = 5, .clock = -1, .kind = HW_REMINDER_CHECK_IN},
         HW_PROBLEM_CONTRADICTION},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_assignment *a = hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, NULL);
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, 0);
        a->window = (hw__window){true, HW_LATE_OK, rows[i].opens, rows[i].closes, rows[i].grace};
        *(hw__reminder_rule *)a->reminders.items = rows[i].rule;
        assert_int_equal(drafts_problem(&a->head), rows[i].code);
        hw_assignment_unref(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_limits_reminders),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
