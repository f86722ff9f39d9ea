/* SPDX-License-Identifier: MIT */
/* Metrics of random plans: the same when worked out again, naively and from the public interface alone;
 * parts that sum to the whole; and rates that the future does not touch. */
#include <math.h>
#include <string.h>

#include "support/busy_plan.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"

#define HALF_LIFE 10

typedef struct span {
    hw_date from, to;
    hw_instant as_of;
} span;

/* A plan of any kind, or one with much to count; `its` = a window with all that is known of it. */
static hw_plan *some_plan(test_random *random, span *its)
{
    if (random_chance(random, 50)) {
        hw_plan *plan = busy_plan_new(random);
        its->from = hw_date_add_days(BUSY_FIRST, random_int(random, -3, 20));
        its->to = hw_date_add_days(its->from, random_int(random, 0, BUSY_DAYS));
        its->as_of = busy_instant(hw_date_add_days(BUSY_FIRST, BUSY_DAYS + 60));
        return plan;
    }
    hw_plan *plan = random_plan_new(random, random_int(random, 0, 150));
    its->as_of = random_editor_start(plan, "look").now;
    hw_date today = hw_moment_local(hw_moment_at(its->as_of, 0)).date;
    its->from = hw_date_add_days(today, -random_int(random, 0, 120));
    its->to = hw_date_add_days(today, random_int(random, 0, 40));
    return plan;
}

static hw_progress *compute(const hw_plan *plan, span its)
{
    hw_error err;
    hw_progress *progress = hw_plan_progress(plan, its.from, its.to, its.as_of, NULL, &err);
    if (!progress) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(progress);
    return progress;
}

/* ---- Once more, naively ---- */

typedef struct naive {
    const hw_plan *plan;
    const hw_log *log;
    const hw_occurrences *list;
    span its;
    hw_subject kind;
    const char *id;
} naive;

static bool serves(const hw_plan *plan, const char *assignment, const char *goal)
{
    const hw_assignment *its = hw_plan_assignment(plan, assignment);
    for (size_t i = 0; i < hw_assignment_goal_count(its); i++) {
        if (strcmp(hw_assignment_goal_at(its, i), goal) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < hw_assignment_step_count(its); i++) {
        const hw_step *step = hw_plan_step(plan, hw_assignment_step_at(its, i));
        if (strcmp(hw_step_goal(step), goal) == 0) {
            return true;
        }
    }
    return false;
}

static bool concerns(const naive *n, const char *assignment)
{
    const hw_assignment *its = assignment ? hw_plan_assignment(n->plan, assignment) : NULL;
    if (!its || hw_assignment_state(its) == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
        return false;
    }
    return n->kind == HW_SUBJECT_PLAN ||
           (n->kind == HW_SUBJECT_ASSIGNMENT && strcmp(assignment, n->id) == 0) ||
           (n->kind == HW_SUBJECT_GOAL && serves(n->plan, assignment, n->id));
}

static bool is_eligible(const naive *n, size_t i)
{
    hw_occurrence_status status = hw_occurrences_status_at(n->list, i);
    return hw_occurrences_settled_at(n->list, i) && status != HW_STATUS_EXCUSED &&
           status != HW_STATUS_SUSPENDED && status != HW_STATUS_WITHDRAWN;
}

static bool is_done(const naive *n, size_t i)
{
    hw_occurrence_status status = hw_occurrences_status_at(n->list, i);
    return status == HW_STATUS_DONE || status == HW_STATUS_DONE_LATE;
}

/* Whether an occurrence is certainly (or, with `perhaps`, possibly) known to be done by entries recorded
 * before it settled. */
static bool is_prompt(const naive *n, size_t i, bool perhaps)
{
    for (size_t e = 0; e < hw_occurrences_entry_count(n->list, i); e++) {
        size_t at = hw_log_find(n->log, hw_occurrences_entry_at(n->list, i, e));
        bool corrects = hw_log_target_at(n->log, at) != NULL;
        hw_extent extent = hw_log_extent_at(n->log, at);
        bool is_whole = extent == HW_EXTENT_DONE || extent == HW_EXTENT_EXCEEDED || perhaps;
        bool before = hw_log_recorded_at(n->log, at).instant < hw_occurrences_settles_at(n->list, i);
        const hw_assignment *its = hw_plan_assignment(n->plan, hw_occurrences_assignment_at(n->list, i));
        bool is_quota = hw_assignment_schedule(its) != HW_SCHEDULE_RECURRING;
        if ((before || (perhaps && corrects)) && is_whole && (perhaps || !is_quota)) {
            return true;
        }
    }
    return false;
}

typedef struct numbers {
    int64_t counts[HW_METRIC_COUNT];
    int64_t eligible, credit, prompt_least, prompt_most, timed;
    double strength, minutes;
} numbers;

static void count_row(const naive *n, size_t i, numbers *out)
{
    hw_occurrence_status status = hw_occurrences_status_at(n->list, i);
    bool done = is_done(n, i), eligible = is_eligible(n, i);
    out->counts[HW_METRIC_GENERATED]++;
    out->counts[HW_METRIC_UPCOMING + (int)status]++;
    out->counts[HW_METRIC_AHEAD] += done && !hw_occurrences_settled_at(n->list, i);
    if (!eligible) {
        return;
    }
    out->eligible++;
    out->counts[HW_METRIC_ELIGIBLE]++;
    out->counts[HW_METRIC_DONE] += done;
    out->counts[HW_METRIC_ON_TIME] += status == HW_STATUS_DONE;
    out->counts[HW_METRIC_REPORTED] += status != HW_STATUS_NOT_REPORTED;
    out->counts[HW_METRIC_STREAK_CURRENT] = done ? out->counts[HW_METRIC_STREAK_CURRENT] + 1 : 0;
    if (out->counts[HW_METRIC_STREAK_BEST] < out->counts[HW_METRIC_STREAK_CURRENT]) {
        out->counts[HW_METRIC_STREAK_BEST] = out->counts[HW_METRIC_STREAK_CURRENT];
    }
    out->credit += llrint(hw_occurrences_credit_at(n->list, i) * 1000);
    out->prompt_least += done && is_prompt(n, i, false);
    out->prompt_most += done && is_prompt(n, i, true);
}

static void weigh(const naive *n, numbers *out)
{
    double sum = 0, weights = 0, weight = 1;
    for (size_t i = hw_occurrences_count(n->list); i-- > 0;) {
        if (concerns(n, hw_occurrences_assignment_at(n->list, i)) && is_eligible(n, i)) {
            sum += weight * hw_occurrences_credit_at(n->list, i);
            weights += weight;
            weight *= pow(0.5, 1.0 / HALF_LIFE);
        }
    }
    out->strength = weights > 0 ? sum / weights : -1;
}

static void read_entry(const naive *n, size_t i, numbers *out)
{
    hw_moment when = hw_log_happened_at(n->log, i);
    if (when.precision == HW_PRECISION_UNKNOWN) {
        when = hw_log_recorded_at(n->log, i);
    }
    hw_date day = hw_moment_local(when).date;
    hw_extent extent = hw_log_extent_at(n->log, i);
    bool was_tried = extent >= HW_EXTENT_ATTEMPTED && extent <= HW_EXTENT_SUBSTITUTED;
    if (hw_log_state_at(n->log, i) != HW_ENTRY_LIVE || !was_tried ||
        !concerns(n, hw_log_assignment_at(n->log, i)) || hw_date_compare(day, n->its.from) < 0 ||
        hw_date_compare(day, n->its.to) >= 0) {
        return;
    }
    out->counts[HW_METRIC_UNSCHEDULED] += hw_log_due_at(n->log, i).date.year == 0;
    double minutes = 0;
    bool says = false;
    for (size_t v = 0; v < hw_log_value_count(n->log, i); v++) {
        if (hw_log_value_kind(n->log, i, v) == HW_VALUE_NUMBER &&
            strcmp(hw_log_value_name(n->log, i, v), "minutes") == 0 &&
            hw_log_value_phase(n->log, i, v) != HW_PHASE_PREDICTED) {
            says = says || hw_log_value_number(n->log, i, v, &minutes);
            out->minutes += minutes;
        }
    }
    out->timed += says;
}

static numbers work_out(const naive *n)
{
    numbers out = {.eligible = 0};
    for (size_t i = 0; i < hw_occurrences_count(n->list); i++) {
        if (concerns(n, hw_occurrences_assignment_at(n->list, i))) {
            count_row(n, i, &out);
        }
    }
    for (size_t i = 0; i < hw_log_count(n->log); i++) {
        read_entry(n, i, &out);
    }
    weigh(n, &out);
    return out;
}

static void expect_same(const hw_progress *progress, size_t s, const numbers *n)
{
    double value;
    for (int m = 0; m <= HW_METRIC_MINUTES; m++) { /* the others: test_dose.c */
        hw_metric metric = (hw_metric)m;
        bool defined = hw_progress_value(progress, s, metric, &value);
        int64_t numerator = hw_progress_numerator(progress, s, metric);
        bool is_count = m < HW_METRIC_DONE;
        assert_int_equal(defined, is_count || (m == HW_METRIC_MINUTES ? n->timed > 0 : n->eligible > 0));
        switch (m) {
        case HW_METRIC_CHANGED_AFTER:
            break; /* known only to who looks back */
        case HW_METRIC_RECORDED_PROMPTLY:
            assert_in_range(numerator, (uintmax_t)n->prompt_least, (uintmax_t)n->prompt_most);
            break;
        case HW_METRIC_CREDIT:
            assert_int_equal(numerator, n->credit);
            break;
        case HW_METRIC_STRENGTH:
            assert_true(!defined || fabs(value - n->strength) < 1e-9);
            break;
        case HW_METRIC_MINUTES:
            assert_true(!defined || fabs(value - n->minutes) < 1e-6);
            assert_int_equal(hw_progress_denominator(progress, s, metric), n->timed);
            break;
        default:
            assert_int_equal(numerator, n->counts[m]);
            assert_true(!defined || !is_count || value == (double)numerator);
            break;
        }
        if (!is_count && m <= HW_METRIC_REPORTED) {
            int64_t one = m == HW_METRIC_CREDIT ? 1000 : 1;
            assert_int_equal(hw_progress_denominator(progress, s, metric), n->eligible * one);
            assert_true(!defined || value == (double)numerator / (double)(n->eligible * one));
        }
    }
}

static void expect_evidence(const naive *n, const hw_progress *progress, size_t s)
{
    size_t eligible = 0, partial = 0;
    for (size_t i = 0; i < hw_occurrences_count(n->list); i++) {
        if (!concerns(n, hw_occurrences_assignment_at(n->list, i))) {
            continue;
        }
        if (is_eligible(n, i)) {
            assert_int_equal(hw_progress_evidence_at(progress, s, HW_METRIC_CREDIT, eligible++), i);
        }
        if (hw_occurrences_status_at(n->list, i) == HW_STATUS_PARTIAL) {
            assert_int_equal(hw_progress_evidence_at(progress, s, HW_METRIC_PARTIAL, partial++), i);
        }
    }
    assert_int_equal(hw_progress_evidence_count(progress, s, HW_METRIC_CREDIT), eligible);
    assert_int_equal(hw_progress_evidence_count(progress, s, HW_METRIC_PARTIAL), partial);
}

/* The subjects that there must be, one after another; false after the last. */
static bool next_subject(const hw_plan *plan, size_t *goal, size_t *assignment, hw_subject *kind,
                         const char **id)
{
    while (*goal < hw_plan_goal_count(plan)) {
        const hw_goal *its = hw_plan_goal_at(plan, (*goal)++);
        if (hw_goal_state(its) != HW_GOAL_ENTERED_IN_ERROR) {
            *kind = HW_SUBJECT_GOAL;
            *id = hw_goal_id(its);
            return true;
        }
    }
    while (*assignment < hw_plan_assignment_count(plan)) {
        const hw_assignment *its = hw_plan_assignment_at(plan, (*assignment)++);
        if (hw_assignment_state(its) != HW_ASSIGNMENT_ENTERED_IN_ERROR) {
            *kind = HW_SUBJECT_ASSIGNMENT;
            *id = hw_assignment_id(its);
            return true;
        }
    }
    return false;
}

static void check_naively(const hw_plan *plan, span its)
{
    hw_progress *progress = compute(plan, its);
    hw_log *log = hw_plan_entries(plan, NULL);
    naive n = {plan, log, hw_progress_occurrences(progress), its, HW_SUBJECT_PLAN, hw_plan_uid(plan)};
    size_t goal = 0, assignment = 0, s = 0;
    do {
        assert_int_equal(hw_progress_subject_at(progress, s), n.kind);
        assert_string_equal(hw_progress_subject_id(progress, s), n.id);
        numbers worked_out = work_out(&n);
        expect_same(progress, s, &worked_out);
        expect_evidence(&n, progress, s);
        s++;
    } while (next_subject(plan, &goal, &assignment, &n.kind, &n.id));
    assert_int_equal(hw_progress_subject_count(progress), s);
    hw_log_unref(log);
    hw_progress_free(progress);
}

static void test_worked_out_again(void **state)
{
    (void)state;
    test_random random = random_start("progress, worked out again", 41);
    for (long round = random_rounds(60, 4000); round > 0; round--) {
        span its;
        hw_plan *plan = some_plan(&random, &its);
        check_naively(plan, its);
        its.as_of += 400 * (hw_instant)86400;
        check_naively(plan, its);
        hw_plan_free(plan);
    }
}

/* ---- Sums ---- */

static void expect_statuses_sum(const hw_progress *progress)
{
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        int64_t sum = 0;
        for (int m = HW_METRIC_UPCOMING; m <= HW_METRIC_WITHDRAWN; m++) {
            sum += hw_progress_numerator(progress, s, (hw_metric)m);
        }
        assert_int_equal(sum, hw_progress_numerator(progress, s, HW_METRIC_GENERATED));
        assert_in_range(hw_progress_numerator(progress, s, HW_METRIC_ELIGIBLE), 0, (uintmax_t)sum);
    }
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_GENERATED),
                     hw_occurrences_count(hw_progress_occurrences(progress)));
}

/* Whether the numerators of parts of the window sum to that of the whole; those of assignments do too, but for
 * days, which may be those of several. */
static bool adds_up(int metric)
{
    switch (metric) {
    case HW_METRIC_STRENGTH:
    case HW_METRIC_STREAK_CURRENT:
    case HW_METRIC_STREAK_BEST:
    case HW_METRIC_MINUTES:
    case HW_METRIC_MINUTES_PER_WEEK:
    case HW_METRIC_WEEKDAYS:
    case HW_METRIC_WEEKDAY_EVENNESS:
        return false;
    default:
        return metric < HW_METRIC_TARGET_REACHED;
    }
}

/* The counts and numerators of the plan are those of its assignments, and those of a window those of its
 * parts. */
static void expect_parts_sum(const hw_plan *plan, const hw_progress *whole, span its, hw_date middle)
{
    span first = {its.from, middle, its.as_of}, second = {middle, its.to, its.as_of};
    hw_progress *a = compute(plan, first), *b = compute(plan, second);
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        int64_t sum = 0;
        for (size_t s = 0; s < hw_progress_subject_count(whole) && adds_up(m); s++) {
            int64_t its_own = hw_progress_numerator(whole, s, (hw_metric)m);
            sum += hw_progress_subject_at(whole, s) == HW_SUBJECT_ASSIGNMENT ? its_own : 0;
            assert_int_equal(its_own, hw_progress_numerator(a, s, (hw_metric)m) +
                                          hw_progress_numerator(b, s, (hw_metric)m));
        }
        assert_true(!adds_up(m) || m == HW_METRIC_ELIGIBLE_DAYS ||
                    sum == hw_progress_numerator(whole, 0, (hw_metric)m));
    }
    hw_progress_free(a);
    hw_progress_free(b);
}

static void test_parts_sum_to_the_whole(void **state)
{
    (void)state;
    test_random random = random_start("progress, sums", 42);
    for (long round = random_rounds(100, 40000); round > 0; round--) {
        span its;
        hw_plan *plan = some_plan(&random, &its);
        its.as_of -= random_int(&random, -20, 90) * (hw_instant)86400;
        hw_progress *progress = compute(plan, its);
        expect_statuses_sum(progress);
        int32_t days = hw_date_days_between(its.from, its.to);
        expect_parts_sum(plan, progress, its, hw_date_add_days(its.from, random_int(&random, 0, days)));
        hw_progress_free(progress);
        hw_plan_free(plan);
    }
}

/* ---- Looking back ---- */

/* The status by what was known when it settled. */
static hw_occurrence_status status_then(const hw_plan *plan, const hw_occurrences *list, size_t i)
{
    hw_local key = hw_occurrences_key_at(list, i);
    hw_instant as_of = hw_occurrences_settles_at(list, i) - 1;
    hw_occurrences *then = hw_plan_occurrences(plan, key.date, hw_date_add_days(key.date, 1), as_of, NULL);
    const char *assignment = hw_occurrences_assignment_at(list, i);
    hw_occurrence_status status = HW_STATUS_WITHDRAWN;
    for (size_t j = 0; j < hw_occurrences_count(then); j++) {
        if (hw_local_compare(hw_occurrences_key_at(then, j), key) == 0 &&
            strcmp(hw_occurrences_assignment_at(then, j), assignment) == 0) {
            status = hw_occurrences_status_at(then, j);
        }
    }
    hw_occurrences_free(then);
    return status == HW_STATUS_OPEN ? HW_STATUS_NOT_REPORTED : status;
}

static void test_changed_since_it_settled(void **state)
{
    (void)state;
    test_random random = random_start("progress, looking back", 44);
    for (long round = random_rounds(8, 400); round > 0; round--) {
        hw_plan *plan = busy_plan_new(&random);
        span its = {BUSY_FIRST, hw_date_add_days(BUSY_FIRST, BUSY_DAYS), 0};
        its.as_of = busy_instant(hw_date_add_days(its.to, 60));
        hw_progress *progress = compute(plan, its);
        const hw_occurrences *list = hw_progress_occurrences(progress);
        int64_t changed = 0;
        for (size_t i = 0; i < hw_occurrences_count(list); i++) {
            changed += status_then(plan, list, i) != hw_occurrences_status_at(list, i);
        }
        assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_CHANGED_AFTER), changed);
        hw_progress_free(progress);
        hw_plan_free(plan);
    }
}

/* ---- The future ---- */

static void add_future(hw_plan *plan, hw_instant now, hw_date day)
{
    hw_error err;
    const char *by = hw_person_id(hw_plan_person_at(plan, 0));
    hw_change *change = hw_change_new(hw_moment_at(now, 0), by, "future", &err);
    hw_assignment *draft = hw_assignment_new("future", "Later", HW_KIND_OTHER, &err);
    hw_local due = {day, HW_ALL_DAY};
    hw_assignment_set_once(draft, due);
    for (size_t i = 0; i < hw_plan_goal_count(plan); i++) {
        hw_assignment_add_goal(draft, hw_goal_id(hw_plan_goal_at(plan, i)));
    }
    if (hw_plan_add_assignment(plan, draft, change, &err) != HW_OK) {
        print_error("%s: %s\n", err.subject, err.message);
        fail();
    }
    hw_assignment_unref(draft);
    hw_change_free(change);
}

static void test_future_touches_no_rate(void **state)
{
    (void)state;
    test_random random = random_start("progress, the future", 43);
    for (long round = random_rounds(60, 4000); round > 0; round--) {
        span its;
        hw_plan *plan = some_plan(&random, &its);
        its.to = hw_date_add_days(hw_moment_local(hw_moment_at(its.as_of, 0)).date, 30);
        hw_progress *before = compute(plan, its);
        add_future(plan, its.as_of, hw_date_add_days(its.to, -1));
        hw_progress *after = compute(plan, its);
        for (size_t s = 0; s < hw_progress_subject_count(before); s++) {
            hw_subject kind = hw_progress_subject_at(before, s);
            size_t again = hw_progress_find(after, kind, hw_progress_subject_id(before, s));
            int64_t more = kind == HW_SUBJECT_ASSIGNMENT ? 0 : 1;
            assert_int_equal(hw_progress_numerator(after, again, HW_METRIC_GENERATED),
                             hw_progress_numerator(before, s, HW_METRIC_GENERATED) + more);
            for (int m = HW_METRIC_DONE; m < HW_METRIC_COUNT; m++) {
                double old = -1, now_is = -1;
                hw_progress_value(before, s, (hw_metric)m, &old);
                hw_progress_value(after, again, (hw_metric)m, &now_is);
                assert_true(old == now_is);
                bool is_count = m >= HW_METRIC_PRACTICES && m <= HW_METRIC_ELIGIBLE_DAYS;
                assert_int_equal(hw_progress_denominator(before, s, (hw_metric)m) + (is_count ? more : 0),
                                 hw_progress_denominator(after, again, (hw_metric)m));
            }
        }
        hw_progress_free(before);
        hw_progress_free(after);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_out_again),
        cmocka_unit_test(test_parts_sum_to_the_whole),
        cmocka_unit_test(test_changed_since_it_settled),
        cmocka_unit_test(test_future_touches_no_rate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
