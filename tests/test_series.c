/* SPDX-License-Identifier: MIT */
/* Which values are in the series of a measure, in which order, and what is told about them: by examples. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    if (s->effective.date.year) {
        assert_int_equal(hw_change_set_effective(change, s->effective, &err), HW_OK);
    }
    return change;
}

static void give_measure(scene *s, hw_measure *measure)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_status status = hw_plan_measure(s->plan, hw_measure_id(measure))
                           ? hw_plan_revise_measure(s->plan, measure, change, &err)
                           : hw_plan_add_measure(s->plan, measure, change, &err);
    if (status != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_measure_unref(measure);
    hw_change_free(change);
}

static void add_measure(scene *s, const char *id, double max, hw_better better)
{
    hw_error err;
    hw_measure *measure = hw_measure_new(id, "Some measure", HW_MEASURE_RATING, &err);
    hw_measure_set_min(measure, 0);
    hw_measure_set_max(measure, max);
    hw_measure_set_unit(measure, "{score}");
    hw_measure_set_better(measure, better);
    give_measure(s, measure);
}

static void revise_max(scene *s, double max)
{
    hw_error err;
    hw_measure *edit = hw_measure_edit(hw_plan_measure(s->plan, "mood"), &err);
    hw_measure_set_max(edit, max);
    give_measure(s, edit);
}

/* Measures "mood" (0-10, more is better) and "suds" (0-100, less is), an assignment "a". */
static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
    hw_error err;
    add_measure(&s, "mood", 10, HW_BETTER_HIGHER);
    add_measure(&s, "suds", 100, HW_BETTER_LOWER);
    scene_give(&s, hw_assignment_new("a", "Practice", HW_KIND_EXPOSURE, &err));
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    return s;
}

typedef struct report {
    const char *id, *at; /* at NULL = unknown */
    double value;
    const char *measure; /* NULL = "mood" */
    hw_phase phase;
    hw_visibility visibility;
    const char *assignment; /* NULL = "a" */
} report;

static void log_report(scene *s, const report *r)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_entry *entry = hw_entry_new(r->assignment ? r->assignment : "a", HW_EXTENT_DONE, &err);
    hw_entry_set_id(entry, r->id);
    hw_entry_set_at(entry, scene_moment(r->at));
    hw_entry_set_visibility(entry, r->visibility);
    hw_entry_add_measure(entry, r->measure ? r->measure : "mood", r->phase, r->value);
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

static hw_series *series_of(const scene *s, const char *measure, const hw_series_options *options)
{
    hw_error err;
    hw_series *series = hw_plan_series(s->plan, measure, FROM, TO, s->now.instant, options, &err);
    if (!series) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return series;
}

/* "a=3 b=4.5", in its order. */
static const char *shown(const hw_series *series)
{
    static char text[1024];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_series_count(series); i++) {
        double value = -1;
        assert_true(hw_series_value_at(series, i, &value));
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s=%g", i ? " " : "",
                                 hw_series_entry_at(series, i), value);
    }
    return text;
}

static void expect_estimate(hw_estimate is, double value, int64_t n)
{
    if (is.undefined != HW_UNDEFINED_NOT || is.n != n || fabs(is.value - value) > 1e-12 * (1 + fabs(value))) {
        fail_msg("%g of %lld (%s), expected %g of %lld", is.value, (long long)is.n,
                 hw_undefined_name((hw_undefined)is.undefined), value, (long long)n);
    }
}

static void expect_undefined(hw_estimate is, hw_undefined why, int64_t n)
{
    assert_string_equal(hw_undefined_name((hw_undefined)is.undefined), hw_undefined_name(why));
    assert_int_equal(is.n, n);
    assert_true(is.value == 0);
}

static void expect_statistic(const hw_series *series, hw_statistic statistic, double value, int64_t n)
{
    expect_estimate(hw_series_statistic_value(series, statistic), value, n);
}

/* ---- what is in it ---- */

static void test_order(void **state)
{
    (void)state;
    static const report reports[] = {
        {.id = "late", .at = "2025-03-05T19:00:00+01:00", .value = 5},
        {.id = "early", .at = "2025-03-01T00:00:00+01:00", .value = 1},
        /* by its own clock still the last day of February, by that of Berlin the first of March */
        {.id = "abroad", .at = "2025-02-28T23:30:00-05:00", .value = 9},
        {.id = "before", .at = "2025-02-28T23:59:59+01:00", .value = 9},
        {.id = "after", .at = "2025-04-01T00:00:00+02:00", .value = 9},
        {.id = "end", .at = "2025-03-31T23:59:59+02:00", .value = 7},
        {.id = "forenoon", .at = "2025-03-04T11:59:59+01:00", .value = 2},
        {.id = "day", .at = "2025-03-04", .value = 3.5},
        {.id = "afternoon", .at = "2025-03-04T12:00:01+01:00", .value = 4},
        {.id = "sometime", .value = 9},
        {.id = "private", .at = "2025-03-04", .value = 6, .visibility = HW_VISIBILITY_PRIVATE},
        {.id = "summary", .at = "2025-03-06", .value = 6, .visibility = HW_VISIBILITY_SHARED_SUMMARY},
        {.id = "other", .at = "2025-03-06", .value = 66, .measure = "suds"},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    hw_series *series = series_of(&s, "mood", NULL);
    assert_string_equal(shown(series), "early=1 forenoon=2 day=3.5 afternoon=4 late=5 summary=6 end=7");
    assert_int_equal(hw_series_undated_count(series), 0); /* it was recorded on the first of April */
    assert_int_equal(hw_series_private_count(series), 1);
    assert_string_equal(hw_series_measure(series), "mood");
    assert_string_equal(hw_series_unit(series), "{score}");
    assert_int_equal(hw_series_better(series), HW_BETTER_HIGHER);
    assert_int_equal(hw_series_happened_at(series, 2).precision, HW_PRECISION_DATE);
    assert_true(hw_series_instant_at(series, 2) == scene_instant("2025-03-04T12:00:00+01:00"));
    assert_true(hw_series_instant_at(series, 5) == scene_instant("2025-03-06T12:00:00+01:00"));
    assert_string_equal(hw_series_assignment_at(series, 2), "a");
    assert_string_equal(hw_series_by_at(series, 2), "me");
    assert_int_equal(hw_series_source_at(series, 2), HW_SOURCE_APP);
    hw_series_free(series);

    hw_error err;
    series = hw_plan_series(s.plan, "mood", TO, (hw_date){2025, 4, 2}, s.now.instant, NULL, &err);
    assert_string_equal(shown(series), "after=9");
    assert_int_equal(hw_series_undated_count(series), 1);
    hw_series_free(series);

    hw_series_options *options = hw_series_options_new(&err);
    hw_series_options_set_private(options, true, &err);
    series = series_of(&s, "mood", options);
    assert_string_equal(shown(series),
                        "early=1 forenoon=2 day=3.5 private=6 afternoon=4 late=5 summary=6 end=7");
    assert_int_equal(hw_series_private_count(series), 0);
    hw_series_free(series);
    hw_series_options_free(options);
    scene_close(&s);
}

static void test_corrections(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    scene_give(&s, hw_assignment_new("wrong", "Never meant", HW_KIND_OTHER, &err));
    log_report(&s, &(report){.id = "a", .at = "2025-03-02", .value = 1});
    log_report(&s, &(report){.id = "b", .at = "2025-03-03", .value = 2});
    log_report(&s, &(report){.id = "w", .at = "2025-03-04", .value = 3, .assignment = "wrong"});
    hw_instant before = s.now.instant;
    scene_now(&s, "2025-04-02T12:00:00+02:00");
    hw_change *change = change_of(&s);
    hw_entry *better = hw_entry_new("a", HW_EXTENT_DONE, &err);
    hw_entry_set_id(better, "a2");
    hw_entry_set_at(better, scene_moment("2025-03-05"));
    hw_entry_add_measure(better, "mood", HW_PHASE_NONE, 9);
    assert_int_equal(hw_plan_supersede_entry(s.plan, "a", better, change, &err), HW_OK);
    hw_entry_free(better);
    assert_int_equal(hw_plan_void_entry(s.plan, "b", change, &err), HW_OK);
    hw_assignment *edit = scene_edit(&s, "wrong");
    hw_assignment_set_state(edit, HW_ASSIGNMENT_ENTERED_IN_ERROR);
    scene_give(&s, edit);
    hw_series *series = series_of(&s, "mood", NULL);
    assert_string_equal(shown(series), "a2=9");
    hw_series_free(series);
    series = hw_plan_series(s.plan, "mood", FROM, TO, before, NULL, &err);
    assert_string_equal(shown(series), "a=1 b=2 w=3"); /* what was known then */
    hw_series_free(series);
    hw_change_free(change);
    scene_close(&s);
}

static void test_phases(void **state)
{
    (void)state;
    static const struct {
        hw_phase reported[4];
        int count;
        hw_phase phase;
    } rows[] = {
        {{HW_PHASE_PREDICTED}, 1, HW_PHASE_NONE},
        {{HW_PHASE_BEFORE, HW_PHASE_AFTER}, 2, HW_PHASE_AFTER},
        {{HW_PHASE_AFTER, HW_PHASE_PEAK, HW_PHASE_PREDICTED}, 3, HW_PHASE_PEAK},
        {{HW_PHASE_PEAK, HW_PHASE_NONE}, 2, HW_PHASE_NONE},
        {{HW_PHASE_BEFORE, HW_PHASE_DURING}, 2, HW_PHASE_DURING},
        {{HW_PHASE_BEFORE}, 1, HW_PHASE_BEFORE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        for (int k = 0; k < rows[i].count; k++) {
            char id[8];
            snprintf(id, sizeof id, "e%d", k);
            log_report(&s, &(report){.id = id, .at = "2025-03-04", .value = k, .phase = rows[i].reported[k]});
        }
        hw_series *series = series_of(&s, "mood", NULL);
        assert_int_equal(hw_series_phase(series), rows[i].phase);
        for (size_t k = 0; k < hw_series_count(series); k++) {
            assert_int_equal(hw_series_phase_at(series, k), rows[i].phase);
        }
        hw_series_free(series);
        scene_close(&s);
    }
}

/* Before and after are two series; asked for together they have no mean. */
static void test_phases_together(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    hw_series_options *options = hw_series_options_new(&err);
    log_report(&s, &(report){.id = "b1", .at = "2025-03-04", .value = 8, .phase = HW_PHASE_BEFORE});
    log_report(&s,
               &(report){.id = "a1", .at = "2025-03-04T13:00:00+01:00", .value = 3, .phase = HW_PHASE_AFTER});
    log_report(&s, &(report){.id = "b2", .at = "2025-03-06", .value = 7, .phase = HW_PHASE_BEFORE});
    hw_series_options_set_phase(options, HW_PHASE_BEFORE, &err);
    hw_series *series = series_of(&s, "mood", options);
    assert_string_equal(shown(series), "b1=8 b2=7");
    expect_statistic(series, HW_STATISTIC_MEAN, 7.5, 2);
    hw_series_free(series);
    hw_series_options_set_every_phase(options, true, &err);
    series = series_of(&s, "mood", options);
    assert_string_equal(shown(series), "b1=8 a1=3 b2=7");
    expect_undefined(hw_series_statistic_value(series, HW_STATISTIC_MEAN), HW_UNDEFINED_NOT_APPLICABLE, 3);
    expect_undefined(hw_series_statistic_value(series, HW_STATISTIC_SLOPE), HW_UNDEFINED_NOT_APPLICABLE, 3);
    expect_statistic(series, HW_STATISTIC_FIRST, 8, 3);
    expect_statistic(series, HW_STATISTIC_SPAN, 2, 3);
    expect_statistic(series, HW_STATISTIC_LONGEST_GAP, 2 - 1 / 24.0, 3);
    hw_series_free(series);
    hw_series_options_free(options);
    scene_close(&s);
}

/* ---- what it shows ---- */

static void test_small_numbers(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_rank_test test;
    hw_overlap overlap;
    hw_error err;
    hw_series *series = series_of(&s, "mood", NULL);
    for (int i = 0; i < HW_STATISTIC_COUNT; i++) {
        expect_undefined(hw_series_statistic_value(series, (hw_statistic)i), HW_UNDEFINED_NO_VALUES, 0);
    }
    assert_int_equal(hw_series_stretch_count(series), 0);
    assert_int_equal(hw_series_trend(series, &test, &err), HW_OK);
    expect_undefined(test.p, HW_UNDEFINED_NO_VALUES, 0);
    assert_int_equal(hw_series_overlap(series, FROM, &overlap, &err), HW_OK);
    expect_undefined(overlap.nap, HW_UNDEFINED_NO_VALUES, 0);
    hw_series_free(series);

    log_report(&s, &(report){.id = "a", .at = "2025-03-02T10:00:00+01:00", .value = 4});
    series = series_of(&s, "mood", NULL);
    static const hw_statistic one[] = {HW_STATISTIC_FIRST,    HW_STATISTIC_LAST, HW_STATISTIC_LEAST,
                                       HW_STATISTIC_GREATEST, HW_STATISTIC_MEAN, HW_STATISTIC_MEDIAN};
    static const hw_statistic two[] = {HW_STATISTIC_CHANGE, HW_STATISTIC_LONGEST_GAP, HW_STATISTIC_SLOPE};
    for (size_t i = 0; i < COUNT_OF(one); i++) {
        expect_statistic(series, one[i], 4, 1);
    }
    expect_statistic(series, HW_STATISTIC_SPAN, 0, 1);
    for (size_t i = 0; i < COUNT_OF(two); i++) {
        expect_undefined(hw_series_statistic_value(series, two[i]), HW_UNDEFINED_TOO_FEW, 1);
    }
    assert_int_equal(hw_series_stretch_count(series), 1);
    hw_series_free(series);

    log_report(&s, &(report){.id = "b", .at = "2025-03-02T10:00:00+01:00", .value = 6});
    series = series_of(&s, "mood", NULL);
    assert_string_equal(shown(series), "a=4 b=6");
    expect_statistic(series, HW_STATISTIC_CHANGE, 2, 2);
    expect_undefined(hw_series_statistic_value(series, HW_STATISTIC_SLOPE), HW_UNDEFINED_CONSTANT, 2);
    assert_int_equal(hw_series_trend(series, &test, &err), HW_OK);
    expect_undefined(test.p, HW_UNDEFINED_TOO_FEW, 2);
    hw_series_free(series);
    scene_close(&s);
}

/* Two weeks apart over a change of the clock: 14 days less an hour. */
static void test_real_time(void **state)
{
    (void)state;
    scene s = open_scene();
    log_report(&s, &(report){.id = "a", .at = "2025-03-16T12:00:00+01:00", .value = 4});
    log_report(&s, &(report){.id = "b", .at = "2025-03-30T12:00:00+02:00", .value = 2});
    hw_series *series = series_of(&s, "mood", NULL);
    expect_statistic(series, HW_STATISTIC_SPAN, 14 - 1 / 24.0, 2);
    expect_statistic(series, HW_STATISTIC_SLOPE, -2 / (14 - 1 / 24.0) * 7, 2);
    expect_statistic(series, HW_STATISTIC_MEDIAN, 3, 2);
    hw_series_free(series);
    scene_close(&s);
}

/* Parker, Vannest and Davis 2011: A 20 20 26 25 22 23; B 28 25 24 27 30 30 29: NAP .917. */
static void test_overlap(void **state)
{
    (void)state;
    static const double values[] = {20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29};
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        char id[8], at[16];
        snprintf(id, sizeof id, "e%zu", i);
        snprintf(at, sizeof at, "2025-03-%02zu", i + 2);
        log_report(&s, &(report){.id = id, .at = at, .value = values[i], .measure = "suds"});
    }
    hw_error err;
    hw_overlap overlap;
    hw_series *series = series_of(&s, "suds", NULL);
    assert_int_equal(hw_series_overlap(series, (hw_date){2025, 3, 8}, &overlap, &err), HW_OK);
    assert_int_equal(overlap.before, 6);
    assert_int_equal(overlap.after, 7);
    expect_estimate(overlap.nap, 1 - 38.5 / 42, 13); /* less is better: the mirror image */
    assert_int_equal(hw_series_overlap(series, (hw_date){2025, 3, 1}, &overlap, &err), HW_OK);
    assert_int_equal(overlap.nap.undefined, HW_UNDEFINED_NO_VALUES); /* nothing came before */
    hw_series_free(series);

    hw_measure *edit = hw_measure_edit(hw_plan_measure(s.plan, "suds"), &err);
    hw_measure_set_better(edit, HW_BETTER_HIGHER);
    scene_now(&s, "2025-04-02T12:00:00+02:00");
    give_measure(&s, edit);
    series = series_of(&s, "suds", NULL);
    assert_int_equal(hw_series_stretch_count(series), 1); /* the scale is the same */
    assert_int_equal(hw_series_overlap(series, (hw_date){2025, 3, 8}, &overlap, &err), HW_OK);
    expect_estimate(overlap.nap, 38.5 / 42, 13);
    hw_series_free(series);
    scene_close(&s);
}

/* Means of days; days that only one has are not in it. */
static void test_association(void **state)
{
    (void)state;
    static const report reports[] = {
        {.id = "m1", .at = "2025-03-02T08:00:00+01:00", .value = 1},
        {.id = "m2", .at = "2025-03-02T20:00:00+01:00", .value = 3}, /* mean 2 */
        {.id = "m3", .at = "2025-03-03", .value = 5},
        {.id = "m4", .at = "2025-03-04", .value = 9},
        {.id = "m5", .at = "2025-03-05", .value = 6},
        {.id = "s1", .at = "2025-03-02", .value = 80, .measure = "suds"},
        {.id = "s2", .at = "2025-03-03", .value = 50, .measure = "suds"},
        {.id = "s3", .at = "2025-03-05", .value = 60, .measure = "suds"},
        {.id = "s4", .at = "2025-03-09", .value = 1, .measure = "suds"},
    };
    scene s = open_scene();
    hw_error err;
    hw_rank_test test;
    hw_series *none = series_of(&s, "suds", NULL);
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    hw_series *mood = series_of(&s, "mood", NULL), *suds = series_of(&s, "suds", NULL);
    assert_int_equal(hw_series_association(mood, suds, &test, &err), HW_OK);
    expect_estimate(test.tau, -1 / 3.0, 3); /* 2 5 6 against 80 50 60 */
    assert_int_equal(test.s, -1);
    assert_int_equal(hw_series_association(mood, none, &test, &err), HW_OK);
    expect_undefined(test.tau, HW_UNDEFINED_NO_VALUES, 0);
    const hw_date days[] = {{2025, 3, 4}, {2025, 3, 20}, {2025, 3, 4}, {2025, 3, 3}};
    assert_int_equal(hw_series_day_association(mood, days, 4, &test, &err), HW_OK);
    expect_estimate(test.tau, 2 / sqrt(6 * 4), 4); /* 2 5 9 6 against 0 1 1 0: S = 2, four pairs untied */
    assert_int_equal(hw_series_day_association(mood, NULL, 0, &test, &err), HW_OK);
    assert_int_equal(test.tau.undefined, HW_UNDEFINED_CONSTANT);
    hw_series_free(mood);
    hw_series_free(suds);
    hw_series_free(none);
    scene_close(&s);
}

/* ---- another range ---- */

static void test_range_changed(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    log_report(&s, &(report){.id = "a", .at = "2025-03-02", .value = 3});
    log_report(&s, &(report){.id = "b", .at = "2025-03-04", .value = 5});
    revise_max(&s, 100);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    log_report(&s, &(report){.id = "c", .at = "2025-03-12", .value = 40});
    log_report(&s, &(report){.id = "d", .at = "2025-03-14", .value = 60});
    log_report(&s, &(report){.id = "e", .at = "2025-03-05", .value = 8}); /* late, on the scale of its day */
    hw_series *series = series_of(&s, "mood", NULL);
    assert_string_equal(shown(series), "a=3 b=5 e=8 c=40 d=60");
    assert_int_equal(hw_series_stretch_count(series), 2);
    assert_int_equal(hw_series_stretch_at(series, 0), 0);
    assert_int_equal(hw_series_stretch_at(series, 1), 3);
    assert_true(hw_series_stretch_at(series, 2) == SIZE_MAX);
    static const hw_statistic comparing[] = {HW_STATISTIC_LEAST,  HW_STATISTIC_GREATEST, HW_STATISTIC_MEAN,
                                             HW_STATISTIC_MEDIAN, HW_STATISTIC_CHANGE,   HW_STATISTIC_SLOPE};
    for (size_t i = 0; i < COUNT_OF(comparing); i++) {
        expect_undefined(hw_series_statistic_value(series, comparing[i]), HW_UNDEFINED_RANGE_CHANGED, 5);
    }
    expect_statistic(series, HW_STATISTIC_FIRST, 3, 5);
    expect_statistic(series, HW_STATISTIC_LAST, 60, 5);
    expect_statistic(series, HW_STATISTIC_SPAN, 12, 5);
    expect_statistic(series, HW_STATISTIC_LONGEST_GAP, 7, 5);
    hw_rank_test test;
    hw_overlap overlap;
    assert_int_equal(hw_series_trend(series, &test, &err), HW_OK);
    expect_undefined(test.tau, HW_UNDEFINED_RANGE_CHANGED, 5);
    assert_int_equal(hw_series_overlap(series, (hw_date){2025, 3, 5}, &overlap, &err), HW_OK);
    expect_undefined(overlap.nap, HW_UNDEFINED_RANGE_CHANGED, 5);
    assert_int_equal(hw_series_association(series, series, &test, &err), HW_OK);
    assert_int_equal(test.tau.undefined, HW_UNDEFINED_RANGE_CHANGED);
    hw_series_free(series);

    hw_series_options *options = hw_series_options_new(&err);
    hw_series_options_set_last_range(options, true, &err);
    series = series_of(&s, "mood", options);
    assert_int_equal(hw_series_count(series), 5); /* they are all there */
    expect_statistic(series, HW_STATISTIC_MEAN, 50, 2);
    expect_statistic(series, HW_STATISTIC_FIRST, 40, 2);
    expect_statistic(series, HW_STATISTIC_SLOPE, 70, 2);
    hw_series_free(series);
    hw_series_options_free(options);
    scene_close(&s);
}

/* A value that only the new range allows is on it, although the new range began the day after. */
static void test_range_of_late_values(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    revise_max(&s, 100);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    log_report(&s, &(report){.id = "old", .at = "2025-03-08", .value = 10});
    log_report(&s, &(report){.id = "new", .at = "2025-03-09", .value = 11});
    log_report(&s, &(report){.id = "day", .at = "2025-03-10", .value = 9}); /* at any time of that day */
    hw_series *series = series_of(&s, "mood", NULL);
    assert_string_equal(shown(series), "old=10 new=11 day=9");
    assert_int_equal(hw_series_stretch_count(series), 2);
    assert_int_equal(hw_series_stretch_at(series, 1), 1);
    hw_series_free(series);
    scene_close(&s);
}

/* ---- as tables ---- */

static void expect_csv(hw_table *table, const char *expected)
{
    hw_error err;
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(csv, expected);
    hw_string_free(csv);
    hw_table_free(table);
}

static void test_tables(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    log_report(&s,
               &(report){.id = "a", .at = "2025-03-02T10:00:00+01:00", .value = 4, .phase = HW_PHASE_PEAK});
    log_report(&s, &(report){.id = "b", .at = "2025-03-09", .value = 2.5, .phase = HW_PHASE_PEAK});
    hw_series *series = series_of(&s, "mood", NULL);
    expect_csv(
        hw_series_table(series, &err),
        "measure,entry,assignment,happened,happened_local,instant,value,unit,phase,group,stretch,by,"
        "source\r\n"
        "mood,a,a,2025-03-02T09:00:00Z,2025-03-02T10:00:00,2025-03-02T09:00:00Z,4,{score},peak,0,0,me,app\r\n"
        "mood,b,a,,2025-03-09,2025-03-09T11:00:00Z,2.5,{score},peak,0,0,me,app\r\n");
    expect_csv(hw_series_statistics_table(series, &err),
               "measure,phase,statistic,value,unit,n,undefined\r\n"
               "mood,peak,first,4,{score},2,\r\n"
               "mood,peak,last,2.5,{score},2,\r\n"
               "mood,peak,least,2.5,{score},2,\r\n"
               "mood,peak,greatest,4,{score},2,\r\n"
               "mood,peak,mean,3.25,{score},2,\r\n"
               "mood,peak,median,3.25,{score},2,\r\n"
               "mood,peak,change,-1.5,{score},2,\r\n"
               "mood,peak,span,7.083333333,d,2,\r\n"
               "mood,peak,longest_gap,7.083333333,d,2,\r\n"
               "mood,peak,slope,-1.482352941,{score}/wk,2,\r\n");
    hw_series_free(series);
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    for (int i = 0; i < HW_STATISTIC_COUNT; i++) {
        const char *name = hw_statistic_name((hw_statistic)i);
        assert_int_equal(hw_statistic_find(name), i);
        assert_true(strlen(hw_statistic_definition((hw_statistic)i)) > 10);
    }
    assert_string_equal(hw_statistic_name(HW_STATISTIC_COUNT), "unknown");
    assert_string_equal(hw_statistic_name((hw_statistic)-1), "unknown");
    assert_string_equal(hw_statistic_definition((hw_statistic)99), "");
    assert_int_equal(hw_statistic_find("nothing"), HW_STATISTIC_COUNT);
    assert_int_equal(hw_statistic_find(NULL), HW_STATISTIC_COUNT);
}

/* ---- what is refused ---- */

static void test_bad_input(void **state)
{
    (void)state;
    scene s = open_scene();
    const hw_instant now = s.now.instant;
    const struct {
        const hw_plan *plan;
        const char *measure;
        hw_date from, to;
        hw_instant as_of;
        hw_status status;
        const char *subject;
    } rows[] = {
        {NULL, "mood", FROM, TO, now, HW_ERR_ARGUMENT, "plan"},
        {s.plan, NULL, FROM, TO, now, HW_ERR_ARGUMENT, "measure"},
        {s.plan, "nothing", FROM, TO, now, HW_ERR_NOT_FOUND, "nothing"},
        {s.plan, "a", FROM, TO, now, HW_ERR_NOT_FOUND, "a"}, /* an assignment */
        {s.plan, "", FROM, TO, now, HW_ERR_NOT_FOUND, ""},
        {s.plan, "mood", FROM, TO, scene_instant("2025-01-31T00:00:00+01:00"), HW_ERR_NOT_FOUND, "mood"},
        {s.plan, "mood", FROM, TO, INT64_MIN, HW_ERR_NOT_FOUND, "mood"},
        {s.plan, "mood", TO, FROM, now, HW_ERR_RANGE, "to"},
        {s.plan, "mood", {2025, 2, 29}, TO, now, HW_ERR_ARGUMENT, "from"},
        {s.plan, "mood", {0, 0, 0}, TO, now, HW_ERR_ARGUMENT, "from"},
        {s.plan, "mood", FROM, {2025, 13, 1}, now, HW_ERR_ARGUMENT, "to"},
        {s.plan, "mood", FROM, FROM, now, HW_OK, ""},
        {s.plan, "mood", {1, 1, 1}, {9999, 12, 31}, INT64_MAX, HW_OK, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_series *series = hw_plan_series(rows[i].plan, rows[i].measure, rows[i].from, rows[i].to,
                                           rows[i].as_of, NULL, &err);
        if (err.status != (int32_t)rows[i].status || strcmp(err.subject, rows[i].subject) != 0 ||
            (series != NULL) != (rows[i].status == HW_OK)) {
            fail_msg("row %zu: %d, %s", i, err.status, err.subject);
        }
        hw_series_free(series);
    }
    scene_close(&s);
}

static void test_nothing(void **state)
{
    (void)state;
    hw_error err;
    hw_rank_test test;
    hw_overlap overlap;
    double value = 7;
    hw_series_options *options = hw_series_options_new(&err);
    assert_int_equal(hw_series_options_set_phase(options, (hw_phase)6, &err), HW_ERR_RANGE);
    assert_int_equal(hw_series_options_set_phase(options, (hw_phase)-1, &err), HW_ERR_RANGE);
    assert_int_equal(hw_series_options_set_phase(NULL, HW_PHASE_NONE, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_options_set_every_phase(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_options_set_private(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_options_set_last_range(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_series_options_free(options);
    hw_series_options_free(NULL);
    hw_series_free(NULL);
    assert_int_equal(hw_series_count(NULL), 0);
    assert_false(hw_series_value_at(NULL, 0, &value));
    assert_true(value == 7);
    assert_null(hw_series_entry_at(NULL, 0));
    assert_int_equal(hw_series_happened_at(NULL, 0).precision, HW_PRECISION_UNKNOWN);
    assert_true(hw_series_stretch_at(NULL, 0) == SIZE_MAX);
    expect_undefined(hw_series_statistic_value(NULL, HW_STATISTIC_MEAN), HW_UNDEFINED_NO_VALUES, 0);
    assert_null(hw_series_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_series_statistics_table(NULL, &err));
    assert_int_equal(hw_series_trend(NULL, &test, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_overlap(NULL, FROM, &overlap, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_association(NULL, NULL, &test, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_day_association(NULL, NULL, 0, &test, &err), HW_ERR_ARGUMENT);

    scene s = open_scene();
    hw_series *series = series_of(&s, "mood", NULL);
    const hw_date bad = {2025, 2, 30};
    assert_int_equal(hw_series_trend(series, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_overlap(series, bad, &overlap, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_overlap(series, FROM, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_association(series, NULL, &test, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_association(series, series, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_day_association(series, NULL, 1, &test, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_series_day_association(series, &bad, 1, &test, &err), HW_ERR_ARGUMENT);
    expect_undefined(hw_series_statistic_value(series, HW_STATISTIC_COUNT), HW_UNDEFINED_NO_VALUES, 0);
    hw_series_free(series);
    scene_close(&s);
}

/* ---- without memory ---- */

static hw_status everything(const scene *s)
{
    hw_error err;
    hw_rank_test test;
    hw_overlap overlap;
    hw_series *series = hw_plan_series(s->plan, "mood", FROM, TO, s->now.instant, NULL, &err);
    hw_status status = (hw_status)err.status;
    if (status == HW_OK) {
        status = hw_series_association(series, series, &test, &err);
    }
    if (status == HW_OK) {
        status = hw_series_day_association(series, &(hw_date){2025, 3, 5}, 1, &test, &err);
    }
    if (status == HW_OK) {
        status = hw_series_overlap(series, (hw_date){2025, 3, 5}, &overlap, &err);
    }
    hw_table *table = status == HW_OK ? hw_series_table(series, &err) : NULL;
    status = (hw_status)err.status;
    hw_table_free(table);
    hw_series_free(series);
    return status;
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    for (int i = 20; i > 0; i--) { /* the order of logging is another */
        char id[8], at[16];
        snprintf(id, sizeof id, "e%d", i);
        snprintf(at, sizeof at, "2025-03-%02d", i);
        log_report(&s, &(report){.id = id, .at = at, .value = i % 7});
    }
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_status status = everything(&s);
        hw__alloc_fail(0, 0);
        if (status == HW_OK) {
            assert_true(nth > 20);
            break;
        }
        assert_int_equal(status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),         cmocka_unit_test(test_corrections),
        cmocka_unit_test(test_phases),        cmocka_unit_test(test_phases_together),
        cmocka_unit_test(test_small_numbers), cmocka_unit_test(test_real_time),
        cmocka_unit_test(test_overlap),       cmocka_unit_test(test_association),
        cmocka_unit_test(test_range_changed), cmocka_unit_test(test_range_of_late_values),
        cmocka_unit_test(test_tables),        cmocka_unit_test(test_words),
        cmocka_unit_test(test_bad_input),     cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
