/* SPDX-License-Identifier: MIT */
/* Metrics of small plans against numbers worked out by hand. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "progress/progress.h"
#include "support/story.h"

#define START "2025-03-01T11:00:00+01:00" /* a Saturday; the walks begin on the Monday */

typedef struct expectation {
    hw_metric metric;
    int64_t numerator, denominator;
    double value;           /* NAN = undefined ... */
    hw_undefined undefined; /* ... for this reason */
} expectation;

#define COUNTED(name, count, of)                                   \
    {                                                              \
        HW_METRIC_##name, (count), (of), (count), HW_UNDEFINED_NOT \
    }
#define RATE(name, k, n)                                                \
    {                                                                   \
        HW_METRIC_##name, (k), (n), (double)(k) / (n), HW_UNDEFINED_NOT \
    }
#define NO_RATE(name, why)                                      \
    {                                                           \
        HW_METRIC_##name, 0, 0, (double)NAN, HW_UNDEFINED_##why \
    }

static void expect(const hw_progress *progress, size_t subject, const expectation *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const expectation *row = &rows[i];
        double value = -1;
        bool defined = hw_progress_value(progress, subject, row->metric, &value);
        if (hw_progress_numerator(progress, subject, row->metric) != row->numerator ||
            defined != (row->undefined == HW_UNDEFINED_NOT)) {
            print_error("%s: %lld\n", hw_metric_name(row->metric),
                        (long long)hw_progress_numerator(progress, subject, row->metric));
        }
        assert_int_equal(hw_progress_numerator(progress, subject, row->metric), row->numerator);
        assert_int_equal(hw_progress_denominator(progress, subject, row->metric), row->denominator);
        assert_int_equal(hw_progress_undefined(progress, subject, row->metric), row->undefined);
        assert_int_equal(defined, row->undefined == HW_UNDEFINED_NOT);
        assert_true(defined ? fabs(value - row->value) < 1e-12 : value == -1);
        assert_int_equal(hw_progress_value(progress, subject, row->metric, NULL), defined);
    }
}

static hw_progress *progress_of(const hw_plan *plan, const char *from, const char *to, const char *as_of,
                                const hw_progress_options *options)
{
    hw_error err;
    hw_progress *progress =
        hw_plan_progress(plan, story_date(from), story_date(to), story_instant(as_of), options, &err);
    assert_int_equal(err.status, HW_OK);
    assert_non_null(progress);
    return progress;
}

/* Seven walks from Monday to Sunday. */
static hw_plan *seven_walks(void)
{
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03", "FREQ=DAILY;COUNT=7"), START);
    return plan;
}

static void did_on(hw_plan *plan, const char *key)
{
    char when[40];
    snprintf(when, sizeof when, "%sT18:00:00+01:00", key);
    story_did(plan, "walk", key, HW_EXTENT_DONE, when, when);
}

static void test_only_what_is_settled_counts(void **state)
{
    (void)state;
    hw_plan *plan = seven_walks();
    did_on(plan, "2025-03-03");
    did_on(plan, "2025-03-04");
    did_on(plan, "2025-03-05");
    did_on(plan, "2025-03-06");
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-07T12:00:00+01:00", NULL);
    static const expectation rows[] = {
        COUNTED(GENERATED, 7, 7),
        COUNTED(UPCOMING, 2, 7),
        COUNTED(OPEN, 1, 7),
        COUNTED(DONE_COUNT, 4, 7),
        COUNTED(ELIGIBLE, 4, 7),
        COUNTED(AHEAD, 0, 7),
        RATE(DONE, 4, 4),
        RATE(ON_TIME, 4, 4),
        RATE(CREDIT, 4000, 4000),
        RATE(REPORTED, 4, 4),
        RATE(RECORDED_PROMPTLY, 4, 4),
        COUNTED(STREAK_BEST, 4, 4),
        COUNTED(STREAK_CURRENT, 4, 4),
        {HW_METRIC_STRENGTH, 1000, 4, 1, HW_UNDEFINED_NOT},
        NO_RATE(MINUTES, NO_VALUES),
    };
    expect(progress, 0, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_an_excuse_is_transparent(void **state)
{
    (void)state;
    hw_plan *plan = seven_walks();
    did_on(plan, "2025-03-03");
    did_on(plan, "2025-03-04");
    story_excuse(plan, "flu", "walk", "2025-03-05", "2025-03-05T09:00:00+01:00");
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-07T12:00:00+01:00", NULL);
    static const expectation rows[] = {
        COUNTED(ELIGIBLE, 3, 7),  COUNTED(EXCUSED, 1, 7),  COUNTED(NOT_REPORTED, 1, 7),
        RATE(DONE, 2, 3),         RATE(REPORTED, 2, 3),    COUNTED(STREAK_CURRENT, 0, 3),
        COUNTED(OPEN, 1, 7),      COUNTED(UPCOMING, 2, 7), COUNTED(STREAK_BEST, 2, 3),
        RATE(CREDIT, 2000, 3000),
    };
    expect(progress, 1, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* A fortnight in which everything happens. */
static hw_plan *fortnight(void)
{
    hw_plan *plan = story_new();
    story_add_goal(plan, "outdoors", START);
    story_add_goal(plan, "sleep", START);
    story_add_step(plan, "block", "outdoors", START);
    hw_assignment *walk = story_recurring("walk", "2025-03-03", "FREQ=DAILY;COUNT=12");
    hw_assignment_add_goal(walk, "sleep");
    hw_assignment_add_step(walk, "block");
    story_add(plan, walk, START);
    did_on(plan, "2025-03-03");
    story_did(plan, "walk", "2025-03-04", HW_EXTENT_DONE, "2025-03-05T09:00:00+01:00",
              "2025-03-05T09:00:00+01:00");
    hw_entry *entry = story_entry("walk", "2025-03-05", HW_EXTENT_PARTIAL, "2025-03-05");
    hw_entry_set_percent(entry, 40);
    story_log(plan, entry, NULL, "2025-03-05T20:00:00+01:00");
    story_did(plan, "walk", "2025-03-06", HW_EXTENT_PARTIAL, "", "2025-03-06T20:00:00+01:00");
    entry = story_entry("walk", "2025-03-07", HW_EXTENT_NOT_ATTEMPTED, "");
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 5);
    story_log(plan, entry, NULL, "2025-03-07T22:00:00+01:00");
    story_excuse(plan, "flu", "walk", "2025-03-09", "2025-03-08T09:00:00+01:00");
    story_hold(plan, "trip", "2025-03-10", "2025-03-10", "2025-03-08T09:00:00+01:00");
    story_did(plan, "walk", "2025-03-11", HW_EXTENT_DONE, "2025-03-11T18:00:00+01:00",
              "2025-03-12T12:00:00+01:00");
    story_did(plan, "walk", "2025-03-12", HW_EXTENT_EXCEEDED, "2025-03-12T18:00:00+01:00",
              "2025-03-12T18:00:00+01:00");
    did_on(plan, "2025-03-13");
    return plan;
}

#define FORTNIGHT "2025-03-03", "2025-03-15", "2025-03-13T19:00:00+01:00"

static const expectation of_fortnight[] = {
    COUNTED(GENERATED, 12, 12),    COUNTED(UPCOMING, 1, 12),
    COUNTED(OPEN, 0, 12),          COUNTED(DONE_COUNT, 4, 12),
    COUNTED(DONE_LATE, 1, 12),     COUNTED(PARTIAL, 2, 12),
    COUNTED(NOT_DONE, 1, 12),      COUNTED(NOT_REPORTED, 1, 12),
    COUNTED(EXCUSED, 1, 12),       COUNTED(SUSPENDED, 1, 12),
    COUNTED(WITHDRAWN, 0, 12),     COUNTED(ELIGIBLE, 8, 12),
    COUNTED(AHEAD, 1, 12),         COUNTED(UNSCHEDULED, 0, 12),
    COUNTED(CHANGED_AFTER, 2, 12), RATE(DONE, 4, 8),
    RATE(CREDIT, 4900, 8000), /* 1 + 1 + .4 + .5 + 0 + 0 + 1 + 1 */
    RATE(ON_TIME, 3, 8),           RATE(RECORDED_PROMPTLY, 2, 8),
    RATE(REPORTED, 7, 8),          COUNTED(STREAK_CURRENT, 2, 8),
    COUNTED(STREAK_BEST, 2, 8),    NO_RATE(MINUTES, NO_VALUES),
};

static void test_everything_happens(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *progress = progress_of(plan, FORTNIGHT, NULL);
    assert_int_equal(hw_progress_subject_count(progress), 4);
    for (size_t subject = 0; subject < 4; subject++) { /* all have the same single assignment */
        expect(progress, subject, of_fortnight, COUNT_OF(of_fortnight));
    }
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_parameters(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_error err;
    hw_progress_options *options = hw_progress_options_new(&err);
    assert_int_equal(hw_progress_options_set_partial_credit(options, 0.25, &err), HW_OK);
    assert_int_equal(hw_progress_options_set_late_credit(options, 0.6, &err), HW_OK);
    assert_int_equal(hw_progress_options_set_half_life(options, 1, &err), HW_OK);
    hw_progress *progress = progress_of(plan, FORTNIGHT, options);
    /* Strength: 1, .6, .4, .25, 0, 0, 1, 1 weigh 1, 2, 4, ... 128, of 255. */
    double strength = (1 + 2 * .6 + 4 * .4 + 8 * .25 + 64 + 128) / 255;
    const expectation rows[] = {
        RATE(CREDIT, 4250, 8000),
        RATE(DONE, 4, 8),
        {HW_METRIC_STRENGTH, 776, 8, strength, HW_UNDEFINED_NOT},
        COUNTED(STREAK_BEST, 2, 8),
    };
    expect(progress, 0, rows, COUNT_OF(rows));
    expect(progress, 3, rows, COUNT_OF(rows));
    hw_progress_free(progress);

    assert_int_equal(hw_progress_options_set_partial_credit(options, 1.01, &err), HW_ERR_RANGE);
    assert_int_equal(hw_progress_options_set_partial_credit(options, (double)NAN, &err), HW_ERR_RANGE);
    assert_int_equal(hw_progress_options_set_late_credit(options, -0.1, &err), HW_ERR_RANGE);
    assert_int_equal(hw_progress_options_set_half_life(options, 0, &err), HW_ERR_RANGE);
    assert_int_equal(hw_progress_options_set_half_life(options, 1001, &err), HW_ERR_RANGE);
    assert_int_equal(hw_progress_options_set_half_life(NULL, 1, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_progress_options_set_late_credit(NULL, 1, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_progress_options_set_partial_credit(NULL, 1, &err), HW_ERR_ARGUMENT);
    progress = progress_of(plan, FORTNIGHT, options); /* refused values have changed nothing */
    expect(progress, 0, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    hw_progress_options_free(options);
    hw_progress_options_free(NULL);
    hw_plan_free(plan);
}

static void expect_evidence(const hw_progress *progress, size_t subject, hw_metric metric, const char *days)
{
    size_t count = strlen(days) / 3;
    assert_int_equal(hw_progress_evidence_count(progress, subject, metric), count);
    for (size_t i = 0; i < count; i++) {
        size_t at = hw_progress_evidence_at(progress, subject, metric, i);
        hw_local key = hw_occurrences_key_at(hw_progress_occurrences(progress), at);
        assert_int_equal(key.date.day, (days[3 * i] - '0') * 10 + days[3 * i + 1] - '0');
    }
    assert_int_equal(hw_progress_evidence_at(progress, subject, metric, count), SIZE_MAX);
}

static void test_evidence(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *progress = progress_of(plan, FORTNIGHT, NULL);
    for (size_t s = 0; s < 4; s++) {
        expect_evidence(progress, s, HW_METRIC_GENERATED, "03 04 05 06 07 08 09 10 11 12 13 14 ");
        expect_evidence(progress, s, HW_METRIC_DONE, "03 04 05 06 07 08 11 12 ");
        expect_evidence(progress, s, HW_METRIC_STREAK_BEST, "03 04 05 06 07 08 11 12 ");
        expect_evidence(progress, s, HW_METRIC_DONE_COUNT, "03 11 12 13 ");
        expect_evidence(progress, s, HW_METRIC_PARTIAL, "05 06 ");
        expect_evidence(progress, s, HW_METRIC_AHEAD, "13 ");
        expect_evidence(progress, s, HW_METRIC_CHANGED_AFTER, "04 11 ");
        expect_evidence(progress, s, HW_METRIC_WITHDRAWN, "");
        expect_evidence(progress, s, HW_METRIC_MINUTES, "");
    }
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_typed_in_afterwards(void **state)
{
    (void)state;
    static const char *const days[] = {"2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06",
                                       "2025-03-07", "2025-03-08", "2025-03-09"};
    hw_plan *plan = seven_walks();
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        story_did(plan, "walk", days[i], HW_EXTENT_DONE, days[i], "2025-03-10T08:00:00+01:00");
    }
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-10T09:00:00+01:00", NULL);
    static const expectation rows[] = {
        RATE(DONE, 7, 7),     RATE(ON_TIME, 7, 7),          RATE(RECORDED_PROMPTLY, 0, 7),
        RATE(REPORTED, 7, 7), COUNTED(CHANGED_AFTER, 7, 7),
    };
    expect(progress, 0, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-10T07:00:00+01:00", NULL);
    static const expectation before[] = {RATE(DONE, 0, 7), RATE(REPORTED, 0, 7), COUNTED(NOT_REPORTED, 7, 7),
                                         COUNTED(CHANGED_AFTER, 0, 7)};
    expect(progress, 0, before, COUNT_OF(before));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_quota(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    hw_assignment *draft = hw_assignment_new("swim", "Swimming", HW_KIND_ACTIVITY_SCHEDULING, NULL);
    assert_int_equal(hw_assignment_set_quota(draft, story_date("2025-03-03"), 3, 0, HW_PERIOD_WEEK), HW_OK);
    story_add(plan, draft, START);
    story_did(plan, "swim", "2025-03-03", HW_EXTENT_DONE, "2025-03-04T18:00:00+01:00",
              "2025-03-04T18:00:00+01:00");
    story_did(plan, "swim", "2025-03-03", HW_EXTENT_DONE, "2025-03-06T18:00:00+01:00",
              "2025-03-06T18:00:00+01:00");
    story_excuse(plan, "flu-1", "swim", "2025-03-07", "2025-03-07T09:00:00+01:00");
    story_excuse(plan, "flu-2", "swim", "2025-03-08", "2025-03-07T09:00:00+01:00");
    /* The second week is met on its Wednesday: settled at once. */
    for (int i = 10; i <= 12; i++) {
        char when[40];
        snprintf(when, sizeof when, "2025-03-%dT18:00:00+01:00", i);
        story_did(plan, "swim", "2025-03-10", HW_EXTENT_DONE, when, when);
    }
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-24", "2025-03-13T09:00:00+01:00", NULL);
    static const expectation rows[] = {
        COUNTED(GENERATED, 3, 3),  COUNTED(PARTIAL, 1, 3),
        COUNTED(DONE_COUNT, 1, 3), COUNTED(UPCOMING, 1, 3),
        COUNTED(ELIGIBLE, 2, 3),   RATE(CREDIT, 1933, 2000), /* 2 of 3 * 5 / 7 */
        RATE(DONE, 1, 2),          COUNTED(STREAK_CURRENT, 1, 2),
    };
    expect(progress, 1, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_minutes_and_unscheduled(void **state)
{
    (void)state;
    hw_plan *plan = seven_walks();
    hw_assignment *breathing = hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, NULL);
    story_add(plan, breathing, START); /* on demand */
    hw_entry *entry = story_entry("walk", "2025-03-03", HW_EXTENT_DONE, "2025-03-04T00:30:00+01:00");
    hw_entry_add_number(entry, "minutes", HW_PHASE_PREDICTED, 0, 99);
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 30);
    hw_entry_add_number(entry, "laps", HW_PHASE_NONE, 0, 7);
    story_log(plan, entry, "long", "2025-03-04T08:00:00+01:00");
    entry = story_entry("breathing", NULL, HW_EXTENT_ATTEMPTED, "2025-03-05");
    hw_entry_add_number(entry, "minutes", HW_PHASE_DURING, 0, 2.25);
    hw_entry_add_number(entry, "minutes", HW_PHASE_DURING, 1, 0.25);
    story_log(plan, entry, NULL, "2025-03-05T22:00:00+01:00");
    story_did(plan, "breathing", NULL, HW_EXTENT_DONE, "", "2025-03-06T23:30:00+01:00");
    /* None of these counts: an observation, not begun, about nothing, voided, before and after the window. */
    entry = story_entry("breathing", NULL, HW_EXTENT_NONE, "2025-03-05");
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 1000);
    story_log(plan, entry, NULL, "2025-03-05T22:00:00+01:00");
    story_did(plan, "breathing", NULL, HW_EXTENT_NOT_ATTEMPTED, "2025-03-05", "2025-03-05T22:00:00+01:00");
    story_did(plan, NULL, NULL, HW_EXTENT_DONE, "2025-03-05", "2025-03-05T22:00:00+01:00");
    story_did(plan, "breathing", NULL, HW_EXTENT_DONE, "2025-03-03T23:59:59+01:00",
              "2025-03-05T22:00:00+01:00");
    story_did(plan, "breathing", NULL, HW_EXTENT_DONE, "2025-03-07T00:00:00+01:00",
              "2025-03-07T22:00:00+01:00");
    story_did(plan, "breathing", NULL, HW_EXTENT_DONE, "2025-03-06T20:00:00-05:00",
              "2025-03-07T22:00:00+01:00");
    story_log(plan, story_entry("breathing", NULL, HW_EXTENT_DONE, "2025-03-05"), "wrong",
              "2025-03-05T22:00:00+01:00");
    hw_change *change = story_change("2025-03-08T08:00:00+01:00");
    assert_int_equal(hw_plan_void_entry(plan, "wrong", change, NULL), HW_OK);
    hw_change_free(change);

    hw_progress *progress = progress_of(plan, "2025-03-04", "2025-03-07", "2025-03-09T09:00:00+01:00", NULL);
    static const expectation of_plan[] = {COUNTED(UNSCHEDULED, 3, 3),
                                          {HW_METRIC_MINUTES, 32, 2, 32.5, HW_UNDEFINED_NOT}};
    static const expectation of_walk[] = {COUNTED(UNSCHEDULED, 0, 3), COUNTED(MINUTES, 30, 1)};
    static const expectation of_breathing[] = {COUNTED(UNSCHEDULED, 3, 0),
                                               {HW_METRIC_MINUTES, 2, 1, 2.5, HW_UNDEFINED_NOT},
                                               COUNTED(GENERATED, 0, 0),
                                               NO_RATE(DONE, NOTHING_DUE)};
    expect(progress, 0, of_plan, COUNT_OF(of_plan));
    expect(progress, hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, "walk"), of_walk, COUNT_OF(of_walk));
    size_t breathes = hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, "breathing");
    expect(progress, breathes, of_breathing, COUNT_OF(of_breathing));
    hw_progress_free(progress);
    /* As of the day before it was voided, it counted. */
    progress = progress_of(plan, "2025-03-04", "2025-03-07", "2025-03-08T07:00:00+01:00", NULL);
    static const expectation earlier[] = {COUNTED(UNSCHEDULED, 4, 0)};
    expect(progress, breathes, earlier, COUNT_OF(earlier));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_corrected_later(void **state)
{
    (void)state;
    hw_plan *plan = seven_walks();
    story_log(plan, story_entry("walk", "2025-03-03", HW_EXTENT_DONE, "2025-03-03"), "first",
              "2025-03-03T20:00:00+01:00");
    hw_entry *better = story_entry("walk", "2025-03-03", HW_EXTENT_NOT_ATTEMPTED, "");
    hw_change *change = story_change("2025-03-05T08:00:00+01:00");
    assert_int_equal(hw_plan_supersede_entry(plan, "first", better, change, NULL), HW_OK);
    hw_change_free(change);
    hw_entry_free(better);
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-04", "2025-03-05T09:00:00+01:00", NULL);
    static const expectation rows[] = {
        COUNTED(NOT_DONE, 1, 1),      RATE(DONE, 0, 1), RATE(RECORDED_PROMPTLY, 0, 1), RATE(REPORTED, 1, 1),
        COUNTED(CHANGED_AFTER, 1, 1),
    };
    expect(progress, 0, rows, COUNT_OF(rows));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_why_undefined(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    hw_assignment *once = hw_assignment_new("letter", "A letter", HW_KIND_WORKSHEET, NULL);
    hw_assignment_set_once(once, story_local("2025-03-05"));
    hw_assignment_set_opens(once, (hw_duration){-2, 0});
    story_add(plan, once, START);
    hw_assignment *stop = hw_assignment_edit(hw_plan_assignment(plan, "letter"), NULL);
    hw_assignment_set_state(stop, HW_ASSIGNMENT_STOPPED);
    story_revise(plan, stop, "2025-03-04T12:00:00+01:00");
    story_add(plan, story_recurring("walk", "2025-03-04", "FREQ=DAILY;COUNT=3"), START);
    story_excuse(plan, "flu", "walk", "2025-03-04", "2025-03-04T09:00:00+01:00");

    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-04T13:00:00+01:00", NULL);
    static const expectation open[] = {COUNTED(WITHDRAWN, 1, 1), COUNTED(GENERATED, 1, 1),
                                       NO_RATE(CREDIT, NOT_SETTLED), NO_RATE(STRENGTH, NOT_SETTLED)};
    static const expectation walk_open[] = {NO_RATE(DONE, NOT_SETTLED), COUNTED(EXCUSED, 1, 3)};
    expect(progress, 1, open, COUNT_OF(open));
    expect(progress, 2, walk_open, COUNT_OF(walk_open));
    hw_progress_free(progress);
    progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-05T01:00:00+01:00", NULL);
    static const expectation walk_excused[] = {NO_RATE(REPORTED, EXCLUDED), NO_RATE(STREAK_BEST, EXCLUDED)};
    expect(progress, 2, walk_excused, COUNT_OF(walk_excused));
    hw_progress_free(progress);
    progress = progress_of(plan, "2025-03-03", "2025-03-04", "2025-03-05T01:00:00+01:00", NULL);
    static const expectation nothing[] = {NO_RATE(ON_TIME, NOTHING_DUE), NO_RATE(STREAK_CURRENT, NOTHING_DUE),
                                          NO_RATE(RECORDED_PROMPTLY, NOTHING_DUE)};
    expect(progress, 2, nothing, COUNT_OF(nothing));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_subjects(void **state)
{
    (void)state;
    hw_plan *plan = story_new();
    story_add_goal(plan, "sleep", START);
    story_add_goal(plan, "wrong", START);
    story_add_goal(plan, "late", "2025-03-20T09:00:00+01:00");
    story_add_step(plan, "dark", "sleep", START);
    hw_assignment *walk = story_recurring("walk", "2025-03-03", "FREQ=DAILY;COUNT=2");
    hw_assignment_add_goal(walk, "sleep");
    hw_assignment_add_goal(walk, "wrong");
    hw_assignment_add_step(walk, "dark"); /* of the same goal: it is one assignment all the same */
    story_add(plan, walk, START);
    hw_assignment *lamp = story_recurring("lamp", "2025-03-04", "FREQ=DAILY;COUNT=3");
    hw_assignment_add_goal(lamp, "sleep");
    story_add(plan, lamp, "2025-03-01T12:00:00+01:00");
    story_add(plan, story_recurring("oops", "2025-03-03", "FREQ=DAILY"), "2025-03-01T13:00:00+01:00");
    hw_assignment *error = hw_assignment_edit(hw_plan_assignment(plan, "oops"), NULL);
    hw_assignment_set_state(error, HW_ASSIGNMENT_ENTERED_IN_ERROR);
    story_revise(plan, error, "2025-03-05T13:00:00+01:00");
    hw_goal *wrong = hw_goal_edit(hw_plan_goal(plan, "wrong"), NULL);
    hw_goal_set_state(wrong, HW_GOAL_ENTERED_IN_ERROR);
    hw_change *change = story_change("2025-03-05T13:00:00+01:00");
    assert_int_equal(hw_plan_revise_goal(plan, wrong, change, NULL), HW_OK);
    hw_change_free(change);
    hw_goal_unref(wrong);

    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-07", "2025-03-10T09:00:00+01:00", NULL);
    static const struct {
        hw_subject kind;
        const char *id;
        int64_t generated;
    } subjects[] = {
        {HW_SUBJECT_PLAN, "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", 5},
        {HW_SUBJECT_GOAL, "sleep", 5},
        {HW_SUBJECT_ASSIGNMENT, "walk", 2},
        {HW_SUBJECT_ASSIGNMENT, "lamp", 3},
    };
    assert_int_equal(hw_progress_subject_count(progress), COUNT_OF(subjects));
    for (size_t s = 0; s < COUNT_OF(subjects); s++) {
        assert_int_equal(hw_progress_subject_at(progress, s), subjects[s].kind);
        assert_string_equal(hw_progress_subject_id(progress, s), subjects[s].id);
        assert_int_equal(hw_progress_find(progress, subjects[s].kind, s ? subjects[s].id : NULL), s);
        assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_GENERATED), subjects[s].generated);
    }
    expect_evidence(progress, 1, HW_METRIC_DONE, "03 04 04 05 06 ");
    expect_evidence(progress, 3, HW_METRIC_DONE, "04 05 06 ");
    assert_int_equal(hw_progress_find(progress, HW_SUBJECT_GOAL, "wrong"), SIZE_MAX);
    assert_int_equal(hw_progress_find(progress, HW_SUBJECT_GOAL, "walk"), SIZE_MAX);
    assert_int_equal(hw_progress_find(progress, HW_SUBJECT_GOAL, NULL), SIZE_MAX);
    hw_progress_free(progress);
    /* Before it was known to be an error. */
    progress = progress_of(plan, "2025-03-03", "2025-03-07", "2025-03-04T09:00:00+01:00", NULL);
    assert_int_equal(hw_progress_subject_count(progress), 6);
    assert_int_equal(hw_progress_find(progress, HW_SUBJECT_GOAL, "wrong"), 2);
    assert_int_equal(hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, "oops"), 5);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_past_the_end_and_null(void **state)
{
    (void)state;
    hw_plan *plan = seven_walks();
    hw_progress *progress = progress_of(plan, "2025-03-03", "2025-03-10", "2025-03-20T09:00:00+01:00", NULL);
    double value = 3;
    const hw_progress *both[] = {progress, NULL};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(hw_progress_subject_at(both[i], 9), HW_SUBJECT_PLAN);
        assert_null(hw_progress_subject_id(both[i], 9));
        assert_false(hw_progress_value(both[i], 9, HW_METRIC_DONE, &value));
        assert_int_equal(hw_progress_undefined(both[i], 9, HW_METRIC_DONE), HW_UNDEFINED_NO_VALUES);
        assert_int_equal(hw_progress_numerator(both[i], 9, HW_METRIC_DONE), 0);
        assert_int_equal(hw_progress_denominator(both[i], 9, HW_METRIC_DONE), 0);
        assert_int_equal(hw_progress_evidence_count(both[i], 9, HW_METRIC_DONE), 0);
        assert_int_equal(hw_progress_evidence_at(both[i], 9, HW_METRIC_DONE, 0), SIZE_MAX);
    }
    assert_false(hw_progress_value(progress, 0, HW_METRIC_COUNT, &value));
    assert_false(hw_progress_value(progress, 0, (hw_metric)-1, &value));
    assert_int_equal(hw_progress_evidence_count(progress, 0, HW_METRIC_COUNT), 0);
    assert_true(value == 3);
    assert_null(hw_progress_occurrences(NULL));
    assert_int_equal(hw_progress_subject_count(NULL), 0);
    assert_int_equal(hw_progress_find(NULL, HW_SUBJECT_PLAN, NULL), SIZE_MAX);
    hw_progress_free(progress);
    hw_progress_free(NULL);

    hw_error err;
    hw_date day = story_date("2025-03-03"), none = {0, 0, 0};
    assert_null(hw_plan_progress(NULL, day, day, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_progress(plan, none, day, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_progress(plan, day, hw_date_add_days(day, -1), 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_progress_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_plan_free(plan);
}

static void test_without_memory(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_progress *progress = hw_plan_progress(plan, story_date("2025-03-03"), story_date("2025-03-15"),
                                                 story_instant("2025-03-13T19:00:00+01:00"), NULL, &err);
        hw_table *table = progress ? hw_progress_table(progress, &err) : NULL;
        hw__alloc_fail(0, 0);
        hw_status status = (hw_status)err.status;
        if (progress) {
            expect(progress, 3, of_fortnight, COUNT_OF(of_fortnight));
        }
        hw_table_free(table);
        hw_progress_free(progress);
        if (table) {
            assert_int_equal(status, HW_OK);
            assert_true(nth > 20);
            break;
        }
        assert_int_equal(status, HW_ERR_MEMORY);
    }
    hw_error err;
    hw__alloc_fail(1, 0);
    assert_null(hw_progress_options_new(&err));
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_what_is_settled_counts),
        cmocka_unit_test(test_an_excuse_is_transparent),
        cmocka_unit_test(test_everything_happens),
        cmocka_unit_test(test_parameters),
        cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_typed_in_afterwards),
        cmocka_unit_test(test_quota),
        cmocka_unit_test(test_minutes_and_unscheduled),
        cmocka_unit_test(test_corrected_later),
        cmocka_unit_test(test_why_undefined),
        cmocka_unit_test(test_subjects),
        cmocka_unit_test(test_past_the_end_and_null),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
