/* SPDX-License-Identifier: MIT */
/* Nothing at all, bounds, consistency, dose and spread: small plans against numbers worked out by hand, and
 * random plans against a count that looks at every day and every entry by itself. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "schedule/occur.h"
#include "support/busy_plan.h"
#include "support/random_plan.h"
#include "support/story.h"

#define START "2025-03-01T11:00:00+01:00"

static hw_progress *progress_of(const hw_plan *plan, const char *from, const char *to, const char *as_of,
                                const hw_progress_options *options)
{
    hw_error err;
    hw_progress *progress =
        hw_plan_progress(plan, story_date(from), story_date(to), story_instant(as_of), options, &err);
    assert_int_equal(err.status, HW_OK);
    return progress;
}

static size_t find(const hw_progress *progress, const char *assignment)
{
    size_t subject = hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, assignment);
    assert_true(subject != SIZE_MAX);
    return subject;
}

static double value_of(const hw_progress *progress, size_t subject, hw_metric metric)
{
    double value = NAN;
    if (!hw_progress_value(progress, subject, metric, &value)) {
        print_error("%s: %s\n", hw_metric_name(metric),
                    hw_undefined_name(hw_progress_undefined(progress, subject, metric)));
        fail();
    }
    return value;
}

static void expect(const hw_progress *progress, size_t subject, hw_metric metric, int64_t numerator,
                   int64_t denominator, double value)
{
    double found = value_of(progress, subject, metric);
    if (fabs(found - value) > 1e-9) {
        print_error("%s: %.12g\n", hw_metric_name(metric), found);
    }
    assert_true(fabs(found - value) <= 1e-9);
    assert_int_equal(hw_progress_numerator(progress, subject, metric), numerator);
    assert_int_equal(hw_progress_denominator(progress, subject, metric), denominator);
}

static void log_by(hw_plan *plan, hw_entry *entry, const char *by, const char *recorded)
{
    hw_change *change = hw_change_new(story_moment(recorded), by, "phone", NULL);
    assert_int_equal(hw_plan_log(plan, entry, change, NULL), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
}

static void did(hw_plan *plan, const char *assignment, const char *key, const char *happened, double minutes)
{
    hw_entry *entry = story_entry(assignment, key, HW_EXTENT_DONE, happened);
    if (minutes > 0) {
        hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, minutes);
    }
    log_by(plan, entry, "client", strlen(happened) > 10 ? happened : "2025-03-10T20:00:00+01:00");
}

/* ---- by hand ---- */

/* What each metric says of a plan without homework. */
static hw_undefined why_nothing(hw_metric metric)
{
    switch (metric) {
    case HW_METRIC_PRACTICES:
    case HW_METRIC_NO_OPPORTUNITY:
    case HW_METRIC_ELIGIBLE_DAYS:
        return HW_UNDEFINED_NOT;
    case HW_METRIC_MINUTES:
    case HW_METRIC_MINUTES_PER_WEEK:
    case HW_METRIC_WEEKDAYS:
    case HW_METRIC_WEEKDAY_EVENNESS:
    case HW_METRIC_RECORDED_BY_CLIENT:
    case HW_METRIC_GAS_T:
        return HW_UNDEFINED_NO_VALUES;
    case HW_METRIC_PRACTICES_PER_DAY:
        return HW_UNDEFINED_NOT_APPLICABLE;
    default:
        if (metric >= HW_METRIC_TARGET_REACHED) {
            return HW_UNDEFINED_NOT_APPLICABLE; /* of goals and measures */
        }
        return metric <= HW_METRIC_CHANGED_AFTER ? HW_UNDEFINED_NOT : HW_UNDEFINED_NOTHING_DUE;
    }
}

static void test_nothing_assigned(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-07T12:00:00+01:00", NULL);
    assert_int_equal(hw_progress_subject_count(progress), 1);
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        hw_undefined why = why_nothing((hw_metric)m);
        double value = 3;
        assert_int_equal(hw_progress_value(progress, 0, (hw_metric)m, &value), why == HW_UNDEFINED_NOT);
        assert_true(value == (why == HW_UNDEFINED_NOT ? 0 : 3));
        assert_int_equal(hw_progress_undefined(progress, 0, (hw_metric)m), why);
        assert_int_equal(hw_progress_n(progress, 0, (hw_metric)m), 0);
        assert_false(hw_progress_few(progress, 0, (hw_metric)m));
        assert_int_equal(hw_progress_numerator(progress, 0, (hw_metric)m), 0);
        assert_int_equal(hw_progress_denominator(progress, 0, (hw_metric)m), 0);
        assert_int_equal(hw_progress_evidence_count(progress, 0, (hw_metric)m), 0);
        assert_int_equal(hw_progress_evidence_at(progress, 0, (hw_metric)m, 0), SIZE_MAX);
    }
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* Wilson (1927): 3 of 4, 0 of 1, 9 of 10; computed with z = 1.959963984540054. */
static void test_bounds(void **state)
{
    (void)state;
    static const struct {
        int done, of;
        double low, high;
    } rows[] = {{3, 4, .3006, .9544}, {0, 1, 0, .7935}, {9, 10, .5958, .9821}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char rule[40], key[20], when[40];
        hw_plan *plan = story_new();
        snprintf(rule, sizeof rule, "FREQ=DAILY;COUNT=%d", rows[i].of);
        story_add(plan, story_recurring("walk", "2025-03-03", rule), START);
        for (int day = 0; day < rows[i].done; day++) {
            snprintf(key, sizeof key, "2025-03-%02d", 3 + day);
            snprintf(when, sizeof when, "%sT18:00:00+01:00", key);
            did(plan, "walk", key, when, 0);
        }
        hw_progress *progress =
            progress_of(plan, "2025-03-03", "2025-03-31", "2025-03-31T12:00:00+02:00", NULL);
        int64_t done = rows[i].done, of = rows[i].of;
        assert_true(fabs(value_of(progress, 0, HW_METRIC_DONE_WILSON_LOW) - rows[i].low) < 5e-5);
        assert_true(fabs(value_of(progress, 0, HW_METRIC_DONE_WILSON_HIGH) - rows[i].high) < 5e-5);
        assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_DONE_WILSON_HIGH), done);
        expect(progress, 0, HW_METRIC_DONE_LOW, done, of, (double)done / (double)of);
        expect(progress, 0, HW_METRIC_DONE_HIGH, of, of, 1); /* the rest is silence */
        assert_int_equal(hw_progress_few(progress, 0, HW_METRIC_DONE), of < 5);
        assert_int_equal(hw_progress_n(progress, 0, HW_METRIC_CREDIT), of);
        assert_false(hw_progress_few(progress, 0, HW_METRIC_DONE_COUNT));
        hw_progress_free(progress);
        hw_plan_free(plan);
    }
}

/* Walks at six from Monday the 3rd to Sunday the 9th, and breathing on demand. */
static hw_plan *week(void)
{
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T18:00", "FREQ=DAILY;COUNT=7"), START);
    story_add(plan, hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, NULL), START);
    did(plan, "walk", "2025-03-03T18:00", "2025-03-03T18:10:00+01:00", 20);
    did(plan, "walk", "2025-03-04T18:00", "2025-03-04T18:31:00+01:00", 10.5);
    did(plan, "walk", "2025-03-05T18:00", "2025-03-05T17:30:00+01:00", 0);
    did(plan, "walk", "2025-03-06T18:00", "2025-03-06", 0); /* nobody knows when */
    story_did(plan, "walk", "2025-03-07T18:00", HW_EXTENT_ATTEMPTED, "2025-03-07T12:00:00+01:00",
              "2025-03-07T12:01:00+01:00");
    did(plan, "walk", "2025-03-07T18:00", "2025-03-07T18:05:00+01:00", 15);
    did(plan, "breathing", NULL, "2025-03-03T09:00:00+01:00", 5);
    did(plan, "breathing", NULL, "2025-03-03T21:00:00+01:00", 5);
    log_by(plan, story_entry("breathing", NULL, HW_EXTENT_NO_OPPORTUNITY, "2025-03-04"), "client",
           "2025-03-04T22:00:00+01:00");
    return plan;
}

static void test_a_week(void **state)
{
    (void)state;
    hw_plan *plan = week();
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-31", "2025-03-12T12:00:00+01:00", NULL);
    size_t walk = find(progress, "walk"), breathing = find(progress, "breathing");
    expect(progress, walk, HW_METRIC_CONSISTENCY, 3, 4, 0.75);
    expect(progress, 0, HW_METRIC_CONSISTENCY, 3, 4, 0.75);
    expect(progress, walk, HW_METRIC_PRACTICES, 6, 7, 6);
    expect(progress, breathing, HW_METRIC_PRACTICES, 2, 0, 2);
    expect(progress, 0, HW_METRIC_PRACTICES, 8, 7, 8);
    expect(progress, breathing, HW_METRIC_NO_OPPORTUNITY, 1, 0, 1);
    /* The window has begun on ten days; a rule that ends by COUNT has no last day of its own. */
    expect(progress, walk, HW_METRIC_ELIGIBLE_DAYS, 10, 7, 10);
    expect(progress, 0, HW_METRIC_ELIGIBLE_DAYS, 10, 7, 10);
    expect(progress, walk, HW_METRIC_PRACTICES_PER_WEEK, 6, 10, 4.2);
    expect(progress, 0, HW_METRIC_MINUTES_PER_WEEK, 56, 10, 55.5 * 7 / 10);
    assert_int_equal(hw_progress_n(progress, 0, HW_METRIC_MINUTES_PER_WEEK), 5);
    expect(progress, breathing, HW_METRIC_PRACTICES_PER_DAY, 2, 10, 0.2);
    expect(progress, 0, HW_METRIC_PRACTICES_PER_DAY, 2, 10, 0.2);
    assert_int_equal(hw_progress_undefined(progress, walk, HW_METRIC_PRACTICES_PER_DAY),
                     HW_UNDEFINED_NOT_APPLICABLE);
    expect(progress, walk, HW_METRIC_WEEKDAYS, 5, 6, 5);
    /* Shares 1, 1, 1, 1, 2 of 6: 1 - 8/36. */
    expect(progress, walk, HW_METRIC_WEEKDAY_EVENNESS, 5, 6, 28. / 36 * 7 / 6);
    expect(progress, breathing, HW_METRIC_WEEKDAY_EVENNESS, 1, 2, 0);
    expect(progress, 0, HW_METRIC_RECORDED_BY_CLIENT, 7, 8, 7. / 8);
    expect(progress, breathing, HW_METRIC_RECORDED_BY_CLIENT, 2, 2, 1);
    assert_true(hw_progress_few(progress, breathing, HW_METRIC_RECORDED_BY_CLIENT));
    assert_false(hw_progress_few(progress, 0, HW_METRIC_RECORDED_BY_CLIENT));
    assert_int_equal(hw_progress_undefined(progress, breathing, HW_METRIC_CONSISTENCY),
                     HW_UNDEFINED_NOTHING_DUE);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_how_near(void **state)
{
    (void)state;
    static const struct {
        int32_t minutes;
        int64_t near;
    } rows[] = {{1, 0}, {5, 1}, {10, 2}, {29, 2}, {30, 3}, {31, 4}, {1440, 4}};
    hw_plan *plan = week();
    hw_progress_options *options = hw_progress_options_new(NULL);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(hw_progress_options_set_near(options, rows[i].minutes, NULL), HW_OK);
        hw_progress *progress =
            progress_of(plan, "2025-03-03", "2025-03-31", "2025-03-12T12:00:00+01:00", options);
        expect(progress, 0, HW_METRIC_CONSISTENCY, rows[i].near, 4, (double)rows[i].near / 4);
        hw_progress_free(progress);
    }
    hw_progress_options_free(options);
    hw_plan_free(plan);
}

/* What takes days away: what has not begun, an end, a hold, an excuse of a whole day. */
static void test_eligible_days(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    hw_assignment *walk = story_recurring("walk", "2025-03-05", "FREQ=DAILY");
    hw_assignment_set_until(walk, story_date("2025-03-20"));
    story_add(plan, walk, START);
    story_add(plan, story_recurring("lamp", "2025-03-18", "FREQ=DAILY"), START);
    story_hold(plan, "trip", "2025-03-08", "2025-03-10", "2025-03-07T09:00:00+01:00");
    story_excuse(plan, "flu", "walk", "2025-03-12", "2025-03-12T09:00:00+01:00");
    hw_progress *progress = progress_of(plan, "2025-03-01", "2025-04-01", "2025-03-22T12:00:00+01:00", NULL);
    expect(progress, find(progress, "walk"), HW_METRIC_ELIGIBLE_DAYS, 12, 16, 12); /* 5-20 less 8-10, 12 */
    expect(progress, find(progress, "lamp"), HW_METRIC_ELIGIBLE_DAYS, 5, 14, 5);   /* 18-22 */
    expect(progress, 0, HW_METRIC_ELIGIBLE_DAYS, 14, 30, 14);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_MINUTES_PER_WEEK), HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_WEEKDAY_EVENNESS), HW_UNDEFINED_NO_VALUES);
    hw_progress_free(progress);
    /* Stopped on the 15th. */
    hw_assignment *stop = hw_assignment_edit(hw_plan_assignment(plan, "walk"), NULL);
    hw_assignment_set_state(stop, HW_ASSIGNMENT_STOPPED);
    story_revise(plan, stop, "2025-03-15T12:00:00+01:00");
    progress = progress_of(plan, "2025-03-01", "2025-04-01", "2025-03-22T12:00:00+01:00", NULL);
    expect(progress, find(progress, "walk"), HW_METRIC_ELIGIBLE_DAYS, 6, 11,
           6); /* 5-14 less four; on the 15th the walk had opened */
    hw_progress_free(progress);
    /* Before anything was known. */
    progress = progress_of(plan, "2025-03-01", "2025-04-01", "2025-03-01T10:30:00+01:00", NULL);
    expect(progress, 0, HW_METRIC_ELIGIBLE_DAYS, 0, 0, 0);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_PRACTICES_PER_WEEK),
                     HW_UNDEFINED_NOTHING_DUE);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* One practice is on one day of the week; how evenly it lies there cannot be told. */
static void test_one_practice(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    story_add(plan, hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, NULL), START);
    did(plan, "breathing", NULL, "2025-03-05T21:00:00+01:00", 0);
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-12T12:00:00+01:00", NULL);
    expect(progress, 0, HW_METRIC_WEEKDAYS, 1, 1, 1);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_WEEKDAY_EVENNESS), HW_UNDEFINED_TOO_FEW);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_MINUTES), HW_UNDEFINED_NO_VALUES);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_lean(void **state)
{
    (void)state;
    hw_plan *plan = week();
    hw_progress_options *options = hw_progress_options_new(NULL);
    assert_int_equal(hw_progress_options_set_lean(options, true, NULL), HW_OK);
    hw_progress *all = progress_of(plan, "2025-03-03", "2025-03-31", "2025-03-12T12:00:00+01:00", NULL);
    hw_progress *lean = progress_of(plan, "2025-03-03", "2025-03-31", "2025-03-12T12:00:00+01:00", options);
    for (size_t s = 0; s < hw_progress_subject_count(all); s++) {
        for (int m = 0; m < HW_METRIC_COUNT; m++) {
            hw_metric metric = (hw_metric)m;
            bool left_out =
                m == HW_METRIC_CONSISTENCY || (m >= HW_METRIC_ELIGIBLE_DAYS && m <= HW_METRIC_COUNT);
            double a = -1, b = -1;
            hw_progress_value(all, s, metric, &a);
            hw_progress_value(lean, s, metric, &b);
            assert_true(left_out ? b == -1 : a == b);
            if (left_out) {
                assert_int_equal(hw_progress_undefined(lean, s, metric), HW_UNDEFINED_NOT_APPLICABLE);
            } else {
                assert_int_equal(hw_progress_numerator(lean, s, metric),
                                 hw_progress_numerator(all, s, metric));
            }
        }
    }
    hw_progress_free(lean);
    hw_progress_free(all);
    hw_progress_options_free(options);
    hw_plan_free(plan);
}

static void test_bad_parameters(void **state)
{
    (void)state;
    hw_error err;
    hw_progress_options *options = hw_progress_options_new(&err);
    static const int32_t near[] = {0, -1, 1441, INT32_MAX, INT32_MIN};
    static const int subjects[] = {-1, HW_SUBJECT_COUNT, 31, 32, 1000};
    static const double credits[] = {-0.001, 1.001, (double)INFINITY, -(double)INFINITY, (double)NAN};
    for (size_t i = 0; i < COUNT_OF(near); i++) {
        assert_int_equal(hw_progress_options_set_near(options, near[i], &err), HW_ERR_RANGE);
        assert_string_equal(err.subject, "near");
        assert_int_equal(hw_progress_options_add_by(options, (hw_subject)subjects[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_progress_options_set_partial_credit(options, credits[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_progress_options_set_late_credit(options, credits[i], &err), HW_ERR_RANGE);
    }
    assert_int_equal(hw_progress_options_set_near(NULL, 30, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_progress_options_add_by(NULL, HW_SUBJECT_WEEK, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_progress_options_set_lean(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_progress_options_free(options);
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        assert_false(hw_metric_applies((hw_metric)m, (hw_subject)-1));
        assert_false(hw_metric_applies((hw_metric)m, (hw_subject)HW_SUBJECT_COUNT));
    }
    assert_false(hw_metric_applies(HW_METRIC_COUNT, HW_SUBJECT_PLAN));
    assert_int_equal(hw_progress_n(NULL, 0, HW_METRIC_DONE), 0);
    assert_false(hw_progress_few(NULL, 0, HW_METRIC_DONE));
}

/* As of before everything, and of long after: what is due is settled or not, and nothing else happens. */
static void test_at_the_ends_of_time(void **state)
{
    (void)state;
    static const struct {
        hw_instant as_of;
        int64_t generated, settled, days;
    } rows[] = {{INT64_MIN, 0, 0, 0}, {0, 0, 0, 0}, {INT64_MAX, 7, 7, 28}};
    hw_plan *plan = week();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_progress *progress = hw_plan_progress(plan, story_date("2025-03-03"), story_date("2025-03-31"),
                                                 rows[i].as_of, NULL, &err);
        assert_int_equal(err.status, HW_OK);
        assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_GENERATED), rows[i].generated);
        assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_ELIGIBLE), rows[i].settled);
        assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_ELIGIBLE_DAYS), rows[i].days);
        assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_DONE),
                         rows[i].settled ? HW_UNDEFINED_NOT : HW_UNDEFINED_NOTHING_DUE);
        hw_progress_free(progress);
    }
    hw_plan_free(plan);
}

/* ---- once more, day by day and entry by entry ---- */

typedef struct naive {
    const hw_plan *plan;
    hw_date from, to;
    hw_instant as_of;
    int32_t today, ends, last;
} naive;

/* What holds at the end of a day. */
static const hw_assignment *holds_on(const naive *n, const char *id, hw_date day)
{
    hw_local end = {day, 86399};
    for (size_t r = hw_plan_assignment_revision_count(n->plan, id); r-- > 0;) {
        const hw_assignment *its = hw_plan_assignment_revision_at(n->plan, id, r);
        const hw_revision *revision = hw_assignment_revision(its);
        if (hw_revision_recorded(revision).instant <= n->as_of &&
            hw_local_compare(hw_revision_effective(revision), end) <= 0) {
            return its;
        }
    }
    return NULL;
}

static bool is_away(const naive *n, const char *id, hw_date day)
{
    for (size_t i = 0; i < hw_plan_hold_count(n->plan); i++) {
        const hw_hold *hold = hw_plan_hold_at(n->plan, i);
        bool about = hw_hold_assignment_count(hold) == 0;
        for (size_t a = 0; a < hw_hold_assignment_count(hold); a++) {
            about = about || strcmp(hw_hold_assignment_at(hold, a), id) == 0;
        }
        if (about && !hw_hold_withdrawn(hold) && hw_date_compare(hw_hold_from(hold), day) <= 0 &&
            hw_date_compare(hw_hold_to(hold), day) >= 0) {
            return true;
        }
    }
    for (size_t i = 0; i < hw_plan_excuse_count(n->plan); i++) {
        const hw_excuse *excuse = hw_plan_excuse_at(n->plan, i);
        hw_local due = hw_excuse_due(excuse);
        if (!hw_excuse_withdrawn(excuse) && strcmp(hw_excuse_assignment(excuse), id) == 0 &&
            due.seconds == HW_ALL_DAY && hw_date_compare(due.date, day) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_eligible_on(const naive *n, const char *id, hw_date day)
{
    const hw_assignment *its = holds_on(n, id, day);
    int32_t number = hw__day_from_date(day);
    if (number > n->today || !its || hw_assignment_state(its) != HW_ASSIGNMENT_ACTIVE) {
        return false;
    }
    hw_date start = hw_assignment_start(its).date, until = hw_assignment_until(its);
    if ((start.year && hw_date_compare(day, start) < 0) || (until.year && hw_date_compare(day, until) > 0)) {
        return false;
    }
    bool in_time = hw_assignment_maintenance(its) ? number > n->last : number <= n->ends;
    return in_time && !is_away(n, id, day);
}

static int64_t days_of(const naive *n, const char *only)
{
    int64_t days = 0;
    for (hw_date day = n->from; hw_date_compare(day, n->to) < 0; day = hw_date_add_days(day, 1)) {
        bool any = false;
        for (size_t i = 0; i < hw_plan_assignment_count(n->plan) && !any; i++) {
            const hw_assignment *its = hw_plan_assignment_at(n->plan, i);
            const char *id = hw_assignment_id(its);
            any = hw_assignment_state(its) != HW_ASSIGNMENT_ENTERED_IN_ERROR &&
                  (!only || strcmp(id, only) == 0) && is_eligible_on(n, id, day);
        }
        days += any;
    }
    return days;
}

typedef struct practised {
    int64_t all, none, by_client, weekdays[7];
} practised;

static practised practised_of(const naive *n, const char *only)
{
    practised sum = {0};
    hw_log *log = hw_plan_entries(n->plan, NULL);
    for (size_t i = 0; i < hw_log_count(log); i++) {
        const char *id = hw_log_assignment_at(log, i);
        const hw_assignment *its = id ? hw_plan_assignment(n->plan, id) : NULL;
        hw_moment when = hw_log_happened_at(log, i);
        if (when.precision == HW_PRECISION_UNKNOWN) {
            when = hw_log_recorded_at(log, i);
        }
        hw_date day = hw_moment_local(when).date;
        hw_extent extent = hw_log_extent_at(log, i);
        if (!its || (only && strcmp(id, only) != 0) || hw_log_state_at(log, i) != HW_ENTRY_LIVE ||
            hw_assignment_state(its) == HW_ASSIGNMENT_ENTERED_IN_ERROR || hw_date_compare(day, n->from) < 0 ||
            hw_date_compare(day, n->to) >= 0) {
            continue;
        }
        if (extent >= HW_EXTENT_ATTEMPTED && extent <= HW_EXTENT_SUBSTITUTED) {
            const hw_person *by = hw_plan_person(n->plan, hw_log_by_at(log, i));
            sum.all++;
            sum.by_client += by && hw_person_role(by) == HW_ROLE_CLIENT;
            sum.weekdays[hw__day_weekday(hw__day_from_date(day))]++;
        }
        sum.none += extent == HW_EXTENT_NO_OPPORTUNITY;
    }
    hw_log_unref(log);
    return sum;
}

static void expect_share(const hw_progress *progress, size_t s, hw_metric metric, int64_t part, int64_t of,
                         double times)
{
    double value = -1;
    bool defined = hw_progress_value(progress, s, metric, &value);
    assert_int_equal(hw_progress_numerator(progress, s, metric), part);
    assert_int_equal(hw_progress_denominator(progress, s, metric), of);
    assert_int_equal(defined, of > 0);
    assert_true(!defined || fabs(value - times * (double)part / (double)of) < 1e-9);
}

static void check_subject(const naive *n, const hw_progress *progress, size_t s, const char *only)
{
    practised sum = practised_of(n, only);
    int64_t days = days_of(n, only), weekdays = 0;
    for (int i = 0; i < 7; i++) {
        weekdays += sum.weekdays[i] > 0;
    }
    assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_PRACTICES), sum.all);
    assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_NO_OPPORTUNITY), sum.none);
    assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_WEEKDAYS), weekdays);
    assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_ELIGIBLE_DAYS), days);
    expect_share(progress, s, HW_METRIC_PRACTICES_PER_WEEK, sum.all, days, 7);
    expect_share(progress, s, HW_METRIC_RECORDED_BY_CLIENT, sum.by_client, sum.all, 1);
}

static void check_plan(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of)
{
    hw_error err;
    int64_t now = hw__plan_wall(plan, as_of);
    const hw_settings *settings = hw__plan_settings_at(plan, as_of, now);
    hw_date ends = hw_settings_ends(settings);
    naive n = {.plan = plan, .from = from, .to = to, .as_of = as_of, .today = hw__wall_day(now)};
    n.ends = ends.year ? hw__day_from_date(ends) : INT32_MAX;
    n.last = ends.year ? n.ends : hw__last_session_day(plan, as_of);
    hw_progress *progress = hw_plan_progress(plan, from, to, as_of, NULL, &err);
    assert_non_null(progress);
    check_subject(&n, progress, 0, NULL);
    for (size_t s = 1; s < hw_progress_subject_count(progress); s++) {
        if (hw_progress_subject_at(progress, s) == HW_SUBJECT_ASSIGNMENT) {
            check_subject(&n, progress, s, hw_progress_subject_id(progress, s));
        }
    }
    hw_progress_free(progress);
}

static void test_worked_out_again(void **state)
{
    (void)state;
    test_random random = random_start("dose, worked out again", 51);
    for (long round = random_rounds(40, 2000); round > 0; round--) {
        if (random_chance(&random, 50)) {
            hw_plan *plan = busy_plan_new(&random);
            hw_date from = hw_date_add_days(BUSY_FIRST, random_int(&random, -3, 20));
            check_plan(plan, from, hw_date_add_days(from, random_int(&random, 0, BUSY_DAYS)),
                       busy_instant(hw_date_add_days(BUSY_FIRST, BUSY_DAYS + 60)));
            hw_plan_free(plan);
            continue;
        }
        hw_plan *plan = random_plan_new(&random, random_int(&random, 0, 150));
        hw_instant as_of = random_editor_start(plan, "look").now;
        hw_date today = hw_moment_local(hw_moment_at(as_of, 0)).date;
        check_plan(plan, hw_date_add_days(today, -random_int(&random, 0, 120)),
                   hw_date_add_days(today, random_int(&random, 0, 40)), as_of);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_assigned),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_a_week),
        cmocka_unit_test(test_how_near),
        cmocka_unit_test(test_eligible_days),
        cmocka_unit_test(test_one_practice),
        cmocka_unit_test(test_lean),
        cmocka_unit_test(test_bad_parameters),
        cmocka_unit_test(test_at_the_ends_of_time),
        cmocka_unit_test(test_worked_out_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
