/* SPDX-License-Identifier: MIT */
/* Schedules of an assignment: each kind set and given back, what it keeps of the one before, what is
 * refused, and what documents may say that contradicts itself. */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "model/shape_checks.h"
#include "support/drafts.h"

#define MONDAY whole_day(2025, 3, 3)

static hw_assignment *on_demand(void)
{
    return hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, NULL);
}

static hw_assignment *weekly(void)
{
    hw_assignment *a = on_demand();
    assert_int_equal(hw_assignment_set_recurring(a, clock_on(2025, 3, 3, 68400), "FREQ=WEEKLY;BYDAY=MO"),
                     HW_OK);
    return a;
}

DRAFT_VERBS(assignment);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, err);
}

static draft_said set(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){
        {hw_assignment_set_recurring(a, clock_on(2025, 3, 3, 68400), "FREQ=WEEKLY;BYDAY=TH,MO"),
         hw_assignment_add_time(a, 8 * 3600), hw_assignment_set_until(a, day(2025, 5, 12)),
         hw_assignment_set_zone(a, "Europe/Berlin"),
         hw_assignment_add_exception(a, clock_on(2025, 3, 10, 68400)),
         hw_assignment_add_exception(a, whole_day(2025, 3, 6)),
         hw_assignment_add_extra(a, clock_on(2025, 3, 11, 68400)), DRAFT_END}};
}

static draft_said set_others(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){{hw_assignment_set_on_demand(a), hw_assignment_set_once(a, MONDAY),
                         hw_assignment_set_quota(a, day(2025, 3, 3), 1, 0, HW_PERIOD_DAY),
                         hw_assignment_clear_changes(a), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    assert_int_equal(hw_assignment_schedule(a), HW_SCHEDULE_RECURRING);
    assert_local(hw_assignment_start(a), clock_on(2025, 3, 3, 8 * 3600));
    assert_string_equal(hw_assignment_rule(a), "FREQ=WEEKLY;BYDAY=MO,TH");
    assert_int_equal(hw_assignment_time_count(a), 2);
    assert_int_equal(hw_assignment_time_at(a, 0), 8 * 3600);
    assert_int_equal(hw_assignment_time_at(a, 1), 68400);
    assert_int_equal(hw_assignment_time_at(a, 2), -1);
    assert_day(hw_assignment_until(a), day(2025, 5, 12));
    assert_string_equal(hw_assignment_zone(a), "Europe/Berlin");
    assert_int_equal(hw_assignment_exception_count(a), 2);
    assert_local(hw_assignment_exception_at(a, 0), whole_day(2025, 3, 6));
    assert_local(hw_assignment_exception_at(a, 1), clock_on(2025, 3, 10, 68400));
    assert_local(hw_assignment_exception_at(a, 2), NO_LOCAL);
    assert_int_equal(hw_assignment_extra_count(a), 1);
    assert_local(hw_assignment_extra_at(a, 0), clock_on(2025, 3, 11, 68400));
    assert_int_equal(hw_assignment_quota_times(a), 0);
    assert_int_equal(hw_assignment_quota_most(a), 0);
    assert_int_equal(hw_assignment_quota_period(a), HW_PERIOD_DAY);
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);
}

static void test_is_on_demand_at_first(void **state)
{
    (void)state;
    hw_assignment *a = on_demand(), *b = weekly();
    assert_int_equal(hw_assignment_schedule(a), HW_SCHEDULE_ON_DEMAND);
    assert_local(hw_assignment_start(a), NO_LOCAL);
    assert_null(hw_assignment_rule(a));
    assert_int_equal(hw_assignment_time_at(a, 0), -1);
    assert_int_equal(hw_assignment_quota_period(a), HW_PERIOD_DAY);
    assert_int_equal(hw_assignment_set_on_demand(b), HW_OK);
    assert_true(hw__record_equal(&a->head, &b->head));
    hw_assignment_unref(a);
    hw_assignment_unref(b);
}

static void test_sets_once_and_quota(void **state)
{
    (void)state;
    hw_assignment *a = weekly();
    hw_assignment_set_zone(a, "Asia/Tokyo");
    hw_assignment_set_until(a, day(2025, 6, 1));
    assert_int_equal(hw_assignment_set_quota(a, day(2025, 3, 4), 2, 3, HW_PERIOD_WEEK), HW_OK);
    assert_int_equal(hw_assignment_schedule(a), HW_SCHEDULE_QUOTA);
    assert_local(hw_assignment_start(a), whole_day(2025, 3, 4));
    assert_int_equal(hw_assignment_quota_times(a), 2);
    assert_int_equal(hw_assignment_quota_most(a), 3);
    assert_int_equal(hw_assignment_quota_period(a), HW_PERIOD_WEEK);
    assert_null(hw_assignment_rule(a));
    assert_int_equal(hw_assignment_time_count(a), 0);
    assert_string_equal(hw_assignment_zone(a), "Asia/Tokyo");
    assert_day(hw_assignment_until(a), day(2025, 6, 1));
    assert_int_equal(hw_assignment_set_until(a, NO_DAY), HW_OK);
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);

    hw_assignment_set_until(a, day(2025, 6, 1));
    assert_int_equal(hw_assignment_set_once(a, clock_on(2025, 3, 5, 0)), HW_OK);
    assert_int_equal(hw_assignment_schedule(a), HW_SCHEDULE_ONCE);
    assert_local(hw_assignment_start(a), clock_on(2025, 3, 5, 0));
    assert_day(hw_assignment_until(a), NO_DAY);
    assert_string_equal(hw_assignment_zone(a), "Asia/Tokyo");
    assert_int_equal(hw_assignment_add_extra(a, clock_on(2025, 3, 6, 0)), HW_OK);
    assert_int_equal(hw_assignment_set_zone(a, NULL), HW_OK);
    assert_null(hw_assignment_zone(a));
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);
    hw_assignment_unref(a);
}

static void check_null(void)
{
    assert_int_equal(hw_assignment_schedule(NULL), HW_SCHEDULE_ON_DEMAND);
    assert_local(hw_assignment_start(NULL), NO_LOCAL);
    assert_null(hw_assignment_rule(NULL));
    assert_null(hw_assignment_zone(NULL));
    assert_int_equal(hw_assignment_quota_times(NULL), 0);
    assert_int_equal(hw_assignment_quota_most(NULL), 0);
    assert_int_equal(hw_assignment_quota_period(NULL), HW_PERIOD_DAY);
    assert_int_equal(hw_assignment_time_count(NULL), 0);
    assert_int_equal(hw_assignment_time_at(NULL, 0), -1);
    assert_day(hw_assignment_until(NULL), NO_DAY);
    assert_int_equal(hw_assignment_exception_count(NULL), 0);
    assert_local(hw_assignment_exception_at(NULL, 0), NO_LOCAL);
    assert_int_equal(hw_assignment_extra_count(NULL), 0);
    assert_local(hw_assignment_extra_at(NULL, 0), NO_LOCAL);
}

static void clear(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    assert_int_equal(hw_assignment_clear_changes(a), HW_OK);
    assert_int_equal(hw_assignment_exception_count(a) + hw_assignment_extra_count(a), 0);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_assignment *a = (hw_assignment *)record;
    const hw_date start = day(2025, 3, 3);
    const refusal rows[] = {
        {HW_ERR_ARGUMENT, hw_assignment_set_recurring(a, MONDAY, NULL)},
        {HW_ERR_SYNTAX, hw_assignment_set_recurring(a, MONDAY, "")},
        {HW_ERR_SYNTAX, hw_assignment_set_recurring(a, MONDAY, "FREQ=WEEKLY;")},
        {HW_ERR_UNSUPPORTED, hw_assignment_set_recurring(a, MONDAY, "FREQ=YEARLY")},
        {HW_ERR_UNSUPPORTED, hw_assignment_set_recurring(a, MONDAY, "FREQ=DAILY;UNTIL=20250401")},
        {HW_ERR_RANGE, hw_assignment_set_recurring(a, MONDAY, "FREQ=DAILY;INTERVAL=0")},
        {HW_ERR_RANGE,
         hw_assignment_set_recurring(a, MONDAY, "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYDAY=5TU,5WE")},
        {HW_ERR_RANGE, hw_assignment_set_recurring(a, whole_day(2025, 2, 29), "FREQ=DAILY")},
        {HW_ERR_RANGE, hw_assignment_set_recurring(a, NO_LOCAL, "FREQ=DAILY")},
        {HW_ERR_RANGE,
         hw_assignment_set_recurring(a, whole_day(2025, 5, 13), "FREQ=DAILY")}, /* after until */
        {HW_ERR_RANGE, hw_assignment_set_once(a, NO_LOCAL)},
        {HW_ERR_RANGE, hw_assignment_set_once(a, clock_on(2025, 3, 3, 86400))},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, NO_DAY, 1, 0, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 0, 0, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 1000, 0, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 3, 2, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 3, 1000, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 3, -1, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, start, 3, 3, (hw_period)3)},
        {HW_ERR_RANGE, hw_assignment_set_quota(a, day(2025, 5, 13), 1, 0, HW_PERIOD_DAY)},
        {HW_ERR_RANGE, hw_assignment_add_time(a, -1)},
        {HW_ERR_RANGE, hw_assignment_add_time(a, 86400)},
        {HW_ERR_DUPLICATE, hw_assignment_add_time(a, 68400)},
        {HW_ERR_RANGE, hw_assignment_set_until(a, day(2025, 3, 2))},
        {HW_ERR_RANGE, hw_assignment_set_until(a, day(2025, 3, 0))},
        {HW_ERR_SYNTAX, hw_assignment_set_zone(a, "/etc/localtime")},
        {HW_ERR_RANGE, hw_assignment_add_exception(a, NO_LOCAL)},
        {HW_ERR_DUPLICATE, hw_assignment_add_exception(a, whole_day(2025, 3, 6))},
        {HW_ERR_RANGE, hw_assignment_add_extra(a, clock_on(2025, 3, 3, -7))},
        {HW_ERR_DUPLICATE, hw_assignment_add_extra(a, clock_on(2025, 3, 11, 68400))},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static const draft_noun noun = {&assignment_verbs, begin,      set,    set_others,
                                check_values,      check_null, refuse, clear};

/* Setters that need a kind of schedule. */
static void test_needs_a_kind(void **state)
{
    (void)state;
    hw_assignment *a = on_demand(), *before = on_demand();
    const refusal rows[] = {
        {HW_ERR_STATE, hw_assignment_add_time(a, 0)},
        {HW_ERR_STATE, hw_assignment_set_until(a, day(2025, 5, 1))},
        {HW_ERR_STATE, hw_assignment_set_zone(a, "Europe/Berlin")},
        {HW_ERR_STATE, hw_assignment_add_exception(a, MONDAY)},
        {HW_ERR_STATE, hw_assignment_add_extra(a, MONDAY)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), &a->head, &before->head);
    hw_assignment_set_quota(a, day(2025, 3, 3), 1, 0, HW_PERIOD_MONTH);
    assert_int_equal(hw_assignment_add_time(a, 0), HW_ERR_STATE);
    assert_int_equal(hw_assignment_add_extra(a, MONDAY), HW_ERR_STATE);
    assert_int_equal(hw_assignment_add_exception(a, MONDAY), HW_OK);
    hw_assignment_set_once(a, MONDAY);
    assert_int_equal(hw_assignment_set_until(a, day(2025, 5, 1)), HW_ERR_STATE);
    hw_assignment_unref(a);
    hw_assignment_unref(before);
}

static void test_limits(void **state)
{
    (void)state;
    hw_assignment *a = on_demand();
    hw_assignment_set_recurring(a, MONDAY, "FREQ=DAILY");
    for (int32_t i = 0; i <= (int32_t)HW__MAX_TIMES; i++) {
        hw_status expected = i < (int32_t)HW__MAX_TIMES ? HW_OK : HW_ERR_LIMIT;
        assert_int_equal(hw_assignment_add_time(a, 86399 - i), expected);
    }
    assert_int_equal(hw_assignment_time_at(a, 0), 86399 - 23);
    for (int32_t i = 0; i <= (int32_t)HW__MAX_ITEMS; i++) {
        hw_local key = {hw_date_add_days(day(2025, 3, 3), (i * 7) % 1009), HW_ALL_DAY};
        hw_status expected = i < (int32_t)HW__MAX_ITEMS ? HW_OK : HW_ERR_LIMIT;
        assert_int_equal(hw_assignment_add_exception(a, key), expected);
        assert_int_equal(hw_assignment_add_extra(a, key), expected);
    }
    assert_int_equal(drafts_problem(&a->head), HW_PROBLEM_CODE_COUNT);
    hw_assignment_unref(a);
}

static void test_compiles(void **state)
{
    (void)state;
    hw_assignment *a = on_demand();
    hw_error err;
    assert_int_equal(hw__schedule_compile(&a->schedule, &err), HW_OK);
    hw_assignment_set_recurring(a, MONDAY, "FREQ=DAILY;INTERVAL=3;COUNT=4");
    hw_assignment_set_until(a, day(2025, 3, 9));
    assert_int_equal(hw__schedule_compile(&a->schedule, &err), HW_OK);
    int32_t days[8], start = hw__day_from_date(day(2025, 3, 3));
    assert_int_equal(hw__rule_days(&a->schedule.compiled, start, start + 100, days, 8), 3);
    assert_int_equal(days[2], start + 6);
    hw_assignment_unref(a);
}

static void test_canonical_text(void **state)
{
    (void)state;
    hw__arena arena = {NULL, 0, 0};
    hw_error err;
    char *text = NULL;
    const char *rule = "BYDAY=SU,MO;INTERVAL=1;FREQ=WEEKLY";
    assert_int_equal(hw__rule_canonical(&arena, rule, strlen(rule), &text, &err), HW_OK);
    assert_string_equal(text, "FREQ=WEEKLY;BYDAY=MO,SU");
    text = NULL;
    assert_int_equal(hw__rule_canonical(&arena, "FREQ=HOURLY", 11, &text, &err), HW_ERR_UNSUPPORTED);
    assert_null(text);
    hw__arena_free(&arena);
}

/* What documents may say and setters refuse; `spoil` makes it of a good weekly schedule. */
typedef struct spoiled {
    const char *what;
    void (*spoil)(hw_assignment *a);
    hw_problem_code code;
} spoiled;

static void spoil_kind(hw_assignment *a)
{
    a->schedule.kind = HW_SCHEDULE_ON_DEMAND;
}

static void spoil_once_with_rule(hw_assignment *a)
{
    a->schedule.kind = HW_SCHEDULE_ONCE;
}

static void spoil_once_with_until(hw_assignment *a)
{
    hw_assignment_set_once(a, MONDAY);
    a->schedule.until = day(2025, 4, 1);
}

static void spoil_timed_start(hw_assignment *a)
{
    a->schedule.start.seconds = 0;
}

static void spoil_no_rule(hw_assignment *a)
{
    a->schedule.rule = NULL;
}

static void spoil_bad_rule(hw_assignment *a)
{
    a->schedule.rule[0] = 'f';
}

static void spoil_never(hw_assignment *a)
{
    a->schedule.start = whole_day(2025, 3, 4);
    a->schedule.until = day(2025, 3, 9);
}

static void spoil_reversed(hw_assignment *a)
{
    a->schedule.until = day(2025, 3, 2);
}

static void spoil_with_quota(hw_assignment *a)
{
    a->schedule.quota = 1;
}

static void spoil_with_period(hw_assignment *a)
{
    a->schedule.period = HW_PERIOD_DAY;
}

static void spoil_times(hw_assignment *a)
{
    hw_assignment_add_time(a, 80000);
    ((int32_t *)a->schedule.times.items)[0] = 80000;
}

static void spoil_exceptions(hw_assignment *a)
{
    hw_assignment_add_exception(a, whole_day(2025, 3, 10));
    hw_assignment_add_exception(a, whole_day(2025, 3, 17));
    ((hw_local *)a->schedule.exceptions.items)[1] = whole_day(2025, 3, 3);
}

static void spoil_extras(hw_assignment *a)
{
    hw_assignment_add_extra(a, whole_day(2025, 3, 10));
    hw_assignment_add_extra(a, whole_day(2025, 3, 17));
    ((hw_local *)a->schedule.extras.items)[1] = whole_day(2025, 3, 10);
}

static void make_quota(hw_assignment *a)
{
    hw_assignment_set_quota(a, day(2025, 3, 3), 3, 0, HW_PERIOD_WEEK);
}

static void spoil_quota_start(hw_assignment *a)
{
    make_quota(a);
    a->schedule.start.seconds = 0;
}

static void spoil_quota_times(hw_assignment *a)
{
    make_quota(a);
    a->schedule.quota = 0;
}

static void spoil_quota_period(hw_assignment *a)
{
    make_quota(a);
    a->schedule.period = HW__UNSET_WORD;
}

static void spoil_quota_most(hw_assignment *a)
{
    make_quota(a);
    a->schedule.most = 2;
}

static void spoil_quota_extras(hw_assignment *a)
{
    hw_assignment_set_once(a, MONDAY);
    hw_assignment_add_extra(a, MONDAY);
    hw__list extras = a->schedule.extras;
    make_quota(a);
    a->schedule.extras = extras;
}

static void test_finds_contradictions(void **state)
{
    (void)state;
    const spoiled rows[] = {
        {"kind", spoil_kind, HW_PROBLEM_CONTRADICTION},
        {"once with rule", spoil_once_with_rule, HW_PROBLEM_CONTRADICTION},
        {"once with until", spoil_once_with_until, HW_PROBLEM_CONTRADICTION},
        {"timed start", spoil_timed_start, HW_PROBLEM_CONTRADICTION},
        {"no rule", spoil_no_rule, HW_PROBLEM_CONTRADICTION},
        {"bad rule", spoil_bad_rule, HW_PROBLEM_BAD_RULE},
        {"never", spoil_never, HW_PROBLEM_RULE_NEVER},
        {"reversed", spoil_reversed, HW_PROBLEM_CONTRADICTION},
        {"with quota", spoil_with_quota, HW_PROBLEM_CONTRADICTION},
        {"with period", spoil_with_period, HW_PROBLEM_CONTRADICTION},
        {"times", spoil_times, HW_PROBLEM_CONTRADICTION},
        {"exceptions", spoil_exceptions, HW_PROBLEM_CONTRADICTION},
        {"extras", spoil_extras, HW_PROBLEM_CONTRADICTION},
        {"good quota", make_quota, HW_PROBLEM_CODE_COUNT},
        {"quota start", spoil_quota_start, HW_PROBLEM_CONTRADICTION},
        {"quota times", spoil_quota_times, HW_PROBLEM_CONTRADICTION},
        {"quota period", spoil_quota_period, HW_PROBLEM_CONTRADICTION},
        {"quota most", spoil_quota_most, HW_PROBLEM_CONTRADICTION},
        {"quota extras", spoil_quota_extras, HW_PROBLEM_CONTRADICTION},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_assignment *a = weekly();
        rows[i].spoil(a);
        hw_problem_code code = drafts_problem(&a->head);
        if (code != rows[i].code) {
            print_error("%s: %s\n", rows[i].what, hw_problem_code_name(code));
        }
        assert_int_equal(code, rows[i].code);
        hw_assignment_unref(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_on_demand_at_first),
        cmocka_unit_test(test_sets_once_and_quota),
        cmocka_unit_test(test_needs_a_kind),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_compiles),
        cmocka_unit_test(test_canonical_text),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
