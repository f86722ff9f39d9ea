/* SPDX-License-Identifier: MIT */
/* Which values are in the series of a measure, in which order, and on which scale: by examples. */
#include <stdio.h>

#include "support/measured.h"

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
    hw_change *change = measured_change(&s);
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
            char id[16];
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),         cmocka_unit_test(test_corrections),
        cmocka_unit_test(test_phases),        cmocka_unit_test(test_phases_together),
        cmocka_unit_test(test_range_changed), cmocka_unit_test(test_range_of_late_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
