/* SPDX-License-Identifier: MIT */
/* Reliable change against the numbers that papers and programs print, its boundaries, and bad input. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/near.h"

#define NONE ((double)NAN)

/* ---- errors of measurement ---- */

static void test_errors_of_measurement(void **state)
{
    (void)state;
    static const struct {
        double sd, reliability, critical, error, difference, value, most;
    } rows[] = {
        /* R package suddengains, reference of define_crit1_cutoff() */
        {10.5, 0.961, 1.96, 2.073584, 2.93249, 5.747681, 5e-6},
        {6.396073, 0.931, 1.96, 1.680111, 2.376036, 4.65703, 5e-6},
        /* the same with the quantile of the normal distribution instead of 1.96 */
        {10.5, 0.961, 1.959963985, 2.073584, 2.93249, 5.747576, 5e-6},
        /* Jacobson and Truax 1991, with SD 7.5 and reliability .80 */
        {7.5, 0.80, 1.96, 3.354102, 4.743416, 9.297096, 5e-6},
        {7.5, 0, 1.96, 7.5, 10.606602, 20.788939, 5e-6},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        double error, difference;
        assert_int_equal(hw_measurement_error(rows[i].sd, rows[i].reliability, &error, &err), HW_OK);
        assert_int_equal(hw_difference_error(rows[i].sd, rows[i].reliability, &difference, &err), HW_OK);
        assert_near(error, rows[i].error, rows[i].most);
        assert_near(difference, rows[i].difference, rows[i].most);
        assert_near(rows[i].critical * difference, rows[i].value, rows[i].most);
    }
}

static void test_index(void **state)
{
    (void)state;
    static const struct {
        double pre, post, sd, reliability, index;
    } rows[] = {
        {32.5, 47.5, 7.5, 0.80, 3.16227766},  /* sqrt(10) */
        {47.5, 32.5, 7.5, 0.80, -3.16227766}, /* lower is better: the sign is of the score */
        {20, 20, 7.5, 0.80, 0},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_estimate index;
        assert_int_equal(hw_reliable_change_index(rows[i].pre, rows[i].post, rows[i].sd, rows[i].reliability,
                                                  &index, &err),
                         HW_OK);
        assert_estimate(index, rows[i].index, 5e-9, 2);
    }
    /* Printed by Jacobson and Truax with S_diff rounded to 4.74: 3.16; to more digits 3.164557. A trend of two
     * points is the same. */
    hw_estimate index;
    const double times[] = {0, 10}, scores[] = {32.5, 47.5};
    assert_int_equal(hw_reliable_trend_index(times, scores, 2, 4.74, &index, NULL, NULL), HW_OK);
    assert_estimate(index, 3.164557, 5e-7, 2);
}

static void test_index_undefined(void **state)
{
    (void)state;
    static const struct {
        double pre, post, sd, reliability;
        hw_undefined why;
        int n;
    } rows[] = {
        {NAN, NAN, 7.5, 0.8, HW_UNDEFINED_NO_VALUES, 0}, {NAN, 12, 7.5, 0.8, HW_UNDEFINED_TOO_FEW, 1},
        {12, NAN, 7.5, 0.8, HW_UNDEFINED_TOO_FEW, 1},    {12, 13, 7.5, 1, HW_UNDEFINED_CONSTANT, 2},
        {12, 13, 0, 0.8, HW_UNDEFINED_CONSTANT, 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_estimate index = {.value = 7};
        assert_int_equal(hw_reliable_change_index(rows[i].pre, rows[i].post, rows[i].sd, rows[i].reliability,
                                                  &index, NULL),
                         HW_OK);
        assert_undefined(index, rows[i].why, rows[i].n);
    }
}

static void test_bad_numbers(void **state)
{
    (void)state;
    static const struct {
        double pre, post, sd, reliability;
        const char *subject;
    } rows[] = {
        {1, 2, -1, 0.8, "sd"},          {1, 2, NAN, 0.8, "sd"},         {1, 2, INFINITY, 0.8, "sd"},
        {1, 2, 1, -0.1, "reliability"}, {1, 2, 1, 1.01, "reliability"}, {1, 2, 1, NAN, "reliability"},
        {INFINITY, 2, 1, 0.8, "pre"},   {1, -INFINITY, 1, 0.8, "post"}, {1, 2e200, 1, 0.8, "post"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_estimate index = {.value = 7};
        assert_int_equal(hw_reliable_change_index(rows[i].pre, rows[i].post, rows[i].sd, rows[i].reliability,
                                                  &index, &err),
                         HW_ERR_RANGE);
        assert_string_equal(err.subject, rows[i].subject);
        assert_true(index.value == 7);
    }
    double out;
    assert_int_equal(hw_measurement_error(1, 0.5, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_difference_error(1, 0.5, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_difference_error(1, 1.5, &out, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_reliable_change_index(1, 2, 1, 0.5, NULL, NULL), HW_ERR_ARGUMENT);
    /* So far apart that the index is no number. */
    hw_estimate index;
    assert_int_equal(hw_reliable_change_index(-1e150, 1e150, 1e-170, 0, &index, NULL), HW_ERR_RANGE);
}

/* ---- the trend index ---- */

/* The example of R package ReliableTrendIndex. */
static void test_trend_printed(void **state)
{
    (void)state;
    const double times[] = {0, 1, 2, 3, 4, 5}, values[] = {98, 98, 98, 99, 99, 99};
    hw_estimate index, slope;
    assert_int_equal(hw_reliable_trend_index(times, values, 6, 0.707, &index, &slope, NULL), HW_OK);
    assert_estimate(slope, 0.2571, 5e-5, 6);
    assert_near(slope.value / index.value, 0.1195, 5e-5);
    assert_estimate(index, 2.1517, 5e-5, 6);
    assert_near(2 * (1 - hw_normal_cdf(index.value)), 0.0314, 5e-5);
    /* RC of the ends, which are not enough. */
    const double ends[] = {0, 5}, scores[] = {98, 99};
    assert_int_equal(hw_reliable_trend_index(ends, scores, 2, 0.707, &index, NULL, NULL), HW_OK);
    assert_estimate(index, 1.414, 5e-4, 2);
}

static void test_trend_undefined(void **state)
{
    (void)state;
    static const struct {
        double times[3], values[3];
        size_t count;
        double difference;
        hw_undefined why, slope_why;
        int n;
    } rows[] = {
        {{0}, {0}, 0, 1, HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_NO_VALUES, 0},
        {{0}, {4}, 1, 1, HW_UNDEFINED_TOO_FEW, HW_UNDEFINED_TOO_FEW, 1},
        {{0, 1}, {4, NAN}, 2, 1, HW_UNDEFINED_TOO_FEW, HW_UNDEFINED_TOO_FEW, 1},
        {{0, NAN, 2}, {4, 5, NAN}, 3, 1, HW_UNDEFINED_TOO_FEW, HW_UNDEFINED_TOO_FEW, 1},
        {{NAN, NAN}, {4, 5}, 2, 1, HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_NO_VALUES, 0},
        {{3, 3, 3}, {4, 5, 6}, 3, 1, HW_UNDEFINED_CONSTANT, HW_UNDEFINED_CONSTANT, 3},
        {{1, 2, 3}, {4, 5, 6}, 3, 0, HW_UNDEFINED_CONSTANT, HW_UNDEFINED_NOT, 3},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_estimate index, slope;
        assert_int_equal(hw_reliable_trend_index(rows[i].times, rows[i].values, rows[i].count,
                                                 rows[i].difference, &index, &slope, NULL),
                         HW_OK);
        assert_undefined(index, rows[i].why, rows[i].n);
        assert_int_equal(slope.undefined, rows[i].slope_why);
    }
    hw_estimate index;
    assert_int_equal(hw_reliable_trend_index(NULL, NULL, 0, 1, &index, NULL, NULL), HW_OK);
    assert_undefined(index, HW_UNDEFINED_NO_VALUES, 0);
}

static void test_trend_refused(void **state)
{
    (void)state;
    const double times[] = {0, 1}, values[] = {1, 2}, wrong[] = {0, INFINITY};
    hw_estimate index = {.value = 7};
    const struct {
        const double *times, *values;
        double difference;
        hw_status status;
    } rows[] = {
        {NULL, values, 1, HW_ERR_ARGUMENT},      {times, NULL, 1, HW_ERR_ARGUMENT},
        {wrong, values, 1, HW_ERR_RANGE},        {times, wrong, 1, HW_ERR_RANGE},
        {times, values, -1, HW_ERR_RANGE},       {times, values, NONE, HW_ERR_RANGE},
        {times, values, INFINITY, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(hw_reliable_trend_index(rows[i].times, rows[i].values, 2, rows[i].difference, &index,
                                                 NULL, NULL),
                         rows[i].status);
        assert_true(index.value == 7);
    }
    assert_int_equal(hw_reliable_trend_index(times, values, 2, 1, NULL, NULL, NULL), HW_ERR_ARGUMENT);
    /* So steep that the slope is no number. */
    const double close[] = {0, 1e-160}, far[] = {-1e150, 1e150};
    assert_int_equal(hw_reliable_trend_index(close, far, 2, 1, &index, NULL, NULL), HW_ERR_RANGE);
    assert_true(index.value == 7);
}

/* ---- responses ---- */

static void test_response(void **state)
{
    (void)state;
    static const struct {
        double pre, post, best, share;
    } rows[] = {
        {20, 10, 0, 0.5},   {20, 11, 0, 0.45}, {20, 25, 0, -0.25}, {30, 20, 10, 0.5}, /* K10 begins at 10 */
        {20, 60, 100, 0.5},                                                           /* more is better */
    };
    hw_estimate share;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(hw_response_share(rows[i].pre, rows[i].post, rows[i].best, &share, NULL), HW_OK);
        assert_estimate(share, rows[i].share, 1e-15, 2);
    }
    assert_int_equal(hw_response_share(0, 3, 0, &share, NULL), HW_OK);
    assert_undefined(share, HW_UNDEFINED_NOT_APPLICABLE, 2);
    assert_int_equal(hw_response_share(NONE, 3, 0, &share, NULL), HW_OK);
    assert_undefined(share, HW_UNDEFINED_TOO_FEW, 1);
    assert_int_equal(hw_response_share(NONE, NONE, 0, &share, NULL), HW_OK);
    assert_undefined(share, HW_UNDEFINED_NO_VALUES, 0);
    assert_int_equal(hw_response_share(3, 3, NONE, &share, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_response_share(INFINITY, 3, 0, &share, NULL), HW_ERR_RANGE);
    assert_int_equal(hw_response_share(3, 3, 0, NULL, NULL), HW_ERR_ARGUMENT);
}

/* ---- cut-offs ---- */

/* Norms with groups; an SD of 0 leaves a group out. */
static hw_norms *groups(hw_better better, double m1, double s1, double m0, double s0)
{
    hw_error err;
    hw_norms *norms = hw_norms_new("own", "own", better, "A test", &err);
    assert_non_null(norms);
    assert_true(s1 == 0 || hw_norms_set_clinical(norms, m1, s1, &err) == HW_OK);
    assert_true(s0 == 0 || hw_norms_set_functional(norms, m0, s0, &err) == HW_OK);
    return norms;
}

static void test_cutoffs(void **state)
{
    (void)state;
    static const struct {
        hw_better better;
        double m1, s1, m0, s0;
        hw_cutoff chosen;
        double a, b, c;
    } rows[] = {
        /* Jacobson and Truax 1991 */
        {HW_BETTER_HIGHER, 40, 7.5, 60, 7.5, HW_CUTOFF_C, 55, 45, 50},
        {HW_BETTER_LOWER, 60, 7.5, 40, 7.5, HW_CUTOFF_C, 45, 55, 50},
        /* The SD of b is the functional one: with the clinical one b would be 45. */
        {HW_BETTER_HIGHER, 40, 7.5, 60, 5, HW_CUTOFF_C, 55, 50, 52},
        /* R package JTRCI: criterion b of M0 30, s0 5, lower is better, is 40. */
        {HW_BETTER_LOWER, 50, 10, 30, 5, HW_CUTOFF_C, 30, 40, 110 / 3.0},
        /* They do not overlap: b. At two SD exactly they do not either. */
        {HW_BETTER_LOWER, 90, 5, 30, 5, HW_CUTOFF_B, 80, 40, 60},
        {HW_BETTER_LOWER, 50, 5, 30, 5, HW_CUTOFF_B, 40, 40, 40},
        {HW_BETTER_LOWER, 50, 5, 30, 5.5, HW_CUTOFF_C, 40, 41, 30 + 5.5 * 20 / 10.5},
        /* No norms: a. */
        {HW_BETTER_LOWER, 50, 10, 0, 0, HW_CUTOFF_A, 30, NAN, NAN},
        {HW_BETTER_LOWER, 0, 0, 30, 5, HW_CUTOFF_B, NAN, 40, NAN},
        {HW_BETTER_LOWER, 0, 0, 0, 0, HW_CUTOFF_NONE, NAN, NAN, NAN},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_norms *norms = groups(rows[i].better, rows[i].m1, rows[i].s1, rows[i].m0, rows[i].s0);
        assert_int_equal(hw_norms_cutoff_chosen(norms), rows[i].chosen);
        const double expected[] = {rows[i].a, rows[i].b, rows[i].c};
        for (int which = HW_CUTOFF_A; which <= HW_CUTOFF_C; which++) {
            double at = -1;
            double wanted = expected[which - HW_CUTOFF_A];
            assert_int_equal(hw_norms_cutoff(norms, (hw_cutoff)which, &at), !isnan(wanted));
            if (isnan(wanted)) {
                assert_true(at == -1);
            } else {
                assert_same(at, wanted);
            }
        }
        assert_false(hw_norms_cutoff(norms, HW_CUTOFF_CASENESS, NULL));
        assert_false(hw_norms_cutoff(norms, HW_CUTOFF_NONE, NULL));
        hw_norms_free(norms);
    }
    assert_int_equal(hw_norms_cutoff_chosen(hw_norms_find("phq-9-iapt")), HW_CUTOFF_CASENESS);
    assert_int_equal(hw_norms_cutoff_chosen(NULL), HW_CUTOFF_NONE);
}

/* ---- classes ---- */

/* Norms of Jacobson and Truax: lower is better, cut-off c 50, S_diff 4.743, so 9.297 points. */
static hw_norms *clinic(hw_better better)
{
    hw_norms *norms =
        better == HW_BETTER_LOWER ? groups(better, 60, 7.5, 40, 7.5) : groups(better, 40, 7.5, 60, 7.5);
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 0.80, NULL), HW_OK);
    return norms;
}

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        double pre, post;
        hw_change_class class;
    } rows[] = {
        {47.5, 32.5, HW_CHANGE_CLASS_IMPROVED}, /* on the functional side at first: no recovery */
        {57.5, 42.5, HW_CHANGE_CLASS_RECOVERED},
        {60, 50, HW_CHANGE_CLASS_IMPROVED},  /* at the cut-off is not functional */
        {50, 40, HW_CHANGE_CLASS_RECOVERED}, /* and at first neither */
        {60, 49.9, HW_CHANGE_CLASS_RECOVERED},
        {70, 55, HW_CHANGE_CLASS_IMPROVED},
        {55, 45.8, HW_CHANGE_CLASS_UNCHANGED}, /* across it, but by 9.2 points */
        {55, 45.7, HW_CHANGE_CLASS_RECOVERED}, /* 9.3 */
        {45, 55, HW_CHANGE_CLASS_DETERIORATED},
        {45, 45, HW_CHANGE_CLASS_UNCHANGED},
        {20, 35, HW_CHANGE_CLASS_DETERIORATED},
    };
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        hw_norms *norms = clinic(mirrored ? HW_BETTER_HIGHER : HW_BETTER_LOWER);
        for (size_t i = 0; i < COUNT_OF(rows); i++) {
            double pre = mirrored ? 100 - rows[i].pre : rows[i].pre;
            double post = mirrored ? 100 - rows[i].post : rows[i].post;
            hw_reliable_change *change = hw_norms_compare(norms, pre, post, NULL);
            assert_int_equal(hw_reliable_change_class(change), rows[i].class);
            assert_int_equal(hw_reliable_change_undefined(change), HW_UNDEFINED_NOT);
            assert_int_equal(hw_reliable_change_method(change), HW_CHANGE_METHOD_INDEX);
            assert_int_equal(hw_reliable_change_n(change), 2);
            double points, threshold, at;
            assert_true(hw_reliable_change_points(change, &points));
            assert_same(points, post - pre);
            assert_true(hw_reliable_change_threshold(change, &threshold));
            assert_near(threshold, 9.2971, 5e-5);
            assert_true(hw_reliable_change_cutoff(change, &at));
            assert_same(at, 50);
            assert_int_equal(hw_reliable_change_cutoff_kind(change), HW_CUTOFF_C);
            bool before, after;
            assert_true(hw_reliable_change_functional(change, false, &before));
            assert_true(hw_reliable_change_functional(change, true, &after));
            assert_int_equal(before, rows[i].pre < 50);
            assert_int_equal(after, rows[i].post < 50);
            hw_reliable_change_free(change);
        }
        hw_norms_free(norms);
    }
}

/* |RC| of exactly the critical value is not reliable; stated points are, exactly. */
static void test_boundaries(void **state)
{
    (void)state;
    hw_norms *norms = clinic(HW_BETTER_LOWER);
    hw_estimate index;
    assert_int_equal(hw_reliable_change_index(60, 51, 7.5, 0.80, &index, NULL), HW_OK);
    static const struct {
        int sign;
        hw_change_class class;
    } rows[] = {{0, HW_CHANGE_CLASS_UNCHANGED},
                {-1, HW_CHANGE_CLASS_IMPROVED},
                {1, HW_CHANGE_CLASS_UNCHANGED}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double critical = rows[i].sign == 0 ? -index.value : nextafter(-index.value, rows[i].sign * 100);
        assert_int_equal(hw_norms_set_critical(norms, critical, NULL), HW_OK);
        hw_reliable_change *change = hw_norms_compare(norms, 60, 51, NULL);
        assert_int_equal(hw_reliable_change_class(change), rows[i].class);
        hw_reliable_change_free(change);
    }
    assert_int_equal(hw_norms_set_points(norms, 9, NULL), HW_OK); /* goes before the index */
    const double posts[] = {51, 51.001, 69, 68.999};
    const hw_change_class classes[] = {HW_CHANGE_CLASS_IMPROVED, HW_CHANGE_CLASS_UNCHANGED,
                                       HW_CHANGE_CLASS_DETERIORATED, HW_CHANGE_CLASS_UNCHANGED};
    for (size_t i = 0; i < COUNT_OF(posts); i++) {
        hw_reliable_change *change = hw_norms_compare(norms, 60, posts[i], NULL);
        assert_int_equal(hw_reliable_change_class(change), classes[i]);
        assert_int_equal(hw_reliable_change_method(change), HW_CHANGE_METHOD_POINTS);
        double value;
        assert_true(hw_reliable_change_value(change, &value)); /* the index is there all the same */
        hw_reliable_change_free(change);
    }
    hw_norms_free(norms);
}

static void test_no_class(void **state)
{
    (void)state;
    hw_norms *norms = clinic(HW_BETTER_LOWER), *sure = clinic(HW_BETTER_LOWER);
    assert_int_equal(hw_norms_set_reliability(sure, HW_RELIABILITY_ALPHA, 1, NULL), HW_OK);
    const struct {
        const hw_norms *norms;
        double pre, post;
        hw_undefined why;
        int n;
    } rows[] = {
        {norms, NONE, 40, HW_UNDEFINED_TOO_FEW, 1},
        {norms, 40, NONE, HW_UNDEFINED_TOO_FEW, 1},
        {norms, NONE, NONE, HW_UNDEFINED_NO_VALUES, 0},
        {sure, 60, 40, HW_UNDEFINED_CONSTANT, 2},
        {hw_norms_find("oasis-screen"), 12, 3, HW_UNDEFINED_NOT_STATED, 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_reliable_change *change = hw_norms_compare(rows[i].norms, rows[i].pre, rows[i].post, NULL);
        assert_int_equal(hw_reliable_change_class(change), HW_CHANGE_CLASS_NONE);
        assert_int_equal(hw_reliable_change_undefined(change), rows[i].why);
        assert_int_equal(hw_reliable_change_method(change), HW_CHANGE_METHOD_NONE);
        assert_int_equal(hw_reliable_change_n(change), rows[i].n);
        assert_int_equal(hw_reliable_change_points(change, NULL), rows[i].n == 2);
        assert_int_equal(hw_reliable_change_functional(change, false, NULL), !isnan(rows[i].pre));
        assert_int_equal(hw_reliable_change_functional(change, true, NULL), !isnan(rows[i].post));
        hw_reliable_change_free(change);
    }
    hw_norms_free(sure);
    hw_norms_free(norms);
}

/* PHQ-9: half of the score gone is a response, below 5 a remission, 6 points a reliable change. */
static void test_phq_9(void **state)
{
    (void)state;
    static const struct {
        double pre, post;
        hw_change_class class;
        bool response, remission;
    } rows[] = {
        {20, 10, HW_CHANGE_CLASS_IMPROVED, true, false},
        {20, 9, HW_CHANGE_CLASS_RECOVERED, true, false},
        {20, 11, HW_CHANGE_CLASS_IMPROVED, false, false},
        {20, 15, HW_CHANGE_CLASS_UNCHANGED, false, false},
        {20, 14, HW_CHANGE_CLASS_IMPROVED, false, false},
        {10, 5, HW_CHANGE_CLASS_UNCHANGED, true, false},
        {10, 4, HW_CHANGE_CLASS_RECOVERED, true, true},
        {9, 4, HW_CHANGE_CLASS_UNCHANGED, true, true},
        {9, 3, HW_CHANGE_CLASS_IMPROVED, true, true},
        {10, 16, HW_CHANGE_CLASS_DETERIORATED, false, false},
        {10, 15, HW_CHANGE_CLASS_UNCHANGED, false, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_reliable_change *change =
            hw_norms_compare(hw_norms_find("phq-9-iapt"), rows[i].pre, rows[i].post, NULL);
        assert_int_equal(hw_reliable_change_class(change), rows[i].class);
        bool response, remission;
        assert_true(hw_reliable_change_response(change, &response));
        assert_true(hw_reliable_change_remission(change, &remission));
        assert_int_equal(response, rows[i].response);
        assert_int_equal(remission, rows[i].remission);
        assert_false(hw_reliable_change_value(change, NULL)); /* no SD, no index */
        hw_reliable_change_free(change);
    }
    /* Nothing is left to respond with, and norms that state nothing about it. */
    hw_reliable_change *change = hw_norms_compare(hw_norms_find("phq-9-iapt"), 0, 3, NULL);
    assert_false(hw_reliable_change_response(change, NULL));
    hw_reliable_change_free(change);
    change = hw_norms_compare(hw_norms_find("gad-7-iapt"), 10, 3, NULL);
    assert_false(hw_reliable_change_response(change, NULL));
    assert_false(hw_reliable_change_remission(change, NULL));
    hw_reliable_change_free(change);
}

static void test_trend_class(void **state)
{
    (void)state;
    hw_norms *norms = groups(HW_BETTER_HIGHER, 90, 0.5, 98.5, 5); /* S_diff = 0.5 * sqrt(2) = .707 */
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 0, NULL), HW_OK);
    const double times[] = {5, 1, 2, 3, 4, 0},
                 values[] = {99, 98, 98, 99, 99, 98}; /* the last one is the first */
    hw_reliable_change *change = hw_norms_trend(norms, times, values, 6, NULL);
    double index, threshold, points;
    assert_int_equal(hw_reliable_change_method(change), HW_CHANGE_METHOD_TREND);
    assert_int_equal(hw_reliable_change_class(change), HW_CHANGE_CLASS_IMPROVED);
    assert_int_equal(hw_reliable_change_n(change), 6);
    assert_true(hw_reliable_change_value(change, &index));
    assert_near(index, 2.1514, 5e-5); /* S_diff is not rounded here */
    assert_true(hw_reliable_change_threshold(change, &threshold));
    assert_same(threshold, 1.96);
    assert_true(hw_reliable_change_points(change, &points));
    assert_same(points, 1);
    hw_reliable_change_free(change);
    /* RC alone would say: unchanged. */
    change = hw_norms_compare(norms, 98, 99, NULL);
    assert_int_equal(hw_reliable_change_class(change), HW_CHANGE_CLASS_UNCHANGED);
    hw_reliable_change_free(change);
    /* One score, none, and norms without an SD. */
    change = hw_norms_trend(norms, times, values, 1, NULL);
    assert_int_equal(hw_reliable_change_undefined(change), HW_UNDEFINED_TOO_FEW);
    assert_true(hw_reliable_change_functional(change, false, NULL));
    assert_false(hw_reliable_change_functional(change, true, NULL));
    hw_reliable_change_free(change);
    change = hw_norms_trend(norms, NULL, NULL, 0, NULL);
    assert_int_equal(hw_reliable_change_undefined(change), HW_UNDEFINED_NO_VALUES);
    hw_reliable_change_free(change);
    change = hw_norms_trend(hw_norms_find("phq-9-iapt"), times, values, 6, NULL);
    assert_int_equal(hw_reliable_change_undefined(change), HW_UNDEFINED_NOT_STATED);
    assert_int_equal(hw_reliable_change_method(change), HW_CHANGE_METHOD_NONE);
    hw_reliable_change_free(change);
    hw_norms_free(norms);
}

/* ---- bad arguments, tables, memory ---- */

static void test_arguments(void **state)
{
    (void)state;
    const hw_norms *norms = hw_norms_find("phq-9-iapt");
    const double times[] = {0, 1}, wrong[] = {1, INFINITY};
    hw_error err;
    assert_null(hw_norms_compare(NULL, 1, 2, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_norms_compare(norms, INFINITY, 2, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_norms_compare(norms, 1, -INFINITY, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    hw_norms *narrow = groups(HW_BETTER_LOWER, 0, 1e-170, 0, 0);
    hw_norms_set_reliability(narrow, HW_RELIABILITY_RETEST, 0, NULL);
    assert_null(hw_norms_compare(narrow, -1e150, 1e150, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    hw_norms_free(narrow);
    assert_null(hw_norms_trend(NULL, times, times, 2, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_norms_trend(norms, times, wrong, 2, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_norms_trend(norms, NULL, times, 2, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_reliable_change_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_reliable_change_free(NULL);
    assert_int_equal(hw_reliable_change_class(NULL), HW_CHANGE_CLASS_NONE);
    assert_int_equal(hw_reliable_change_undefined(NULL), HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_reliable_change_method(NULL), HW_CHANGE_METHOD_NONE);
    assert_int_equal(hw_reliable_change_cutoff_kind(NULL), HW_CUTOFF_NONE);
    assert_int_equal(hw_reliable_change_n(NULL), 0);
    assert_false(hw_reliable_change_points(NULL, NULL) || hw_reliable_change_value(NULL, NULL) ||
                 hw_reliable_change_threshold(NULL, NULL) || hw_reliable_change_cutoff(NULL, NULL) ||
                 hw_reliable_change_functional(NULL, true, NULL) || hw_reliable_change_response(NULL, NULL) ||
                 hw_reliable_change_remission(NULL, NULL));
}

static void test_table(void **state)
{
    (void)state;
    hw_norms *norms = clinic(HW_BETTER_LOWER);
    hw_reliable_change *changes[] = {hw_norms_compare(norms, 57.5, 42.5, NULL),
                                     hw_norms_compare(norms, 57.5, NONE, NULL)};
    hw_norms_free(norms); /* a change keeps nothing of them */
    static const char *const rows[] = {
        "own,own,recovered,,index,2,-15,-3.16227766016838,9.297096321,c,50,false,true,,,A test\r\n",
        "own,own,,too-few,none,1,,,9.297096321,c,50,false,,,,A test\r\n",
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_table *table = hw_reliable_change_table(changes[i], NULL);
        char *csv = hw_table_to_csv(table, NULL, NULL);
        assert_non_null(csv);
        assert_string_equal(strchr(csv, '\n') + 1, rows[i]);
        hw_string_free(csv);
        hw_table_free(table);
        hw_reliable_change_free(changes[i]);
    }
}

static void test_without_memory(void **state)
{
    (void)state;
    hw_norms *norms = clinic(HW_BETTER_LOWER);
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        const double times[] = {0, 1, 2}, values[] = {60, 50, 40};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_reliable_change *trend = hw_norms_trend(norms, times, values, 3, &err);
        hw_reliable_change *change = trend ? hw_norms_compare(norms, 60, 40, &err) : NULL;
        hw_table *table = change ? hw_reliable_change_table(change, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_reliable_change_free(change);
        hw_reliable_change_free(trend);
    }
    hw_norms_free(norms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors_of_measurement),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_index_undefined),
        cmocka_unit_test(test_bad_numbers),
        cmocka_unit_test(test_trend_printed),
        cmocka_unit_test(test_trend_undefined),
        cmocka_unit_test(test_trend_refused),
        cmocka_unit_test(test_response),
        cmocka_unit_test(test_cutoffs),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_boundaries),
        cmocka_unit_test(test_no_class),
        cmocka_unit_test(test_phq_9),
        cmocka_unit_test(test_trend_class),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
