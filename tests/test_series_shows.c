/* SPDX-License-Identifier: MIT */
/* What a series shows, of how few values ever; its tables; what is refused. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/measured.h"

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
        char id[16], at[16];
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
    expect_csv(hw_series_statistics_table(series, &err), "measure,phase,statistic,value,unit,n,undefined\r\n"
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
        char id[20], at[24];
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
        cmocka_unit_test(test_small_numbers), cmocka_unit_test(test_real_time),
        cmocka_unit_test(test_overlap),       cmocka_unit_test(test_association),
        cmocka_unit_test(test_tables),        cmocka_unit_test(test_words),
        cmocka_unit_test(test_bad_input),     cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
