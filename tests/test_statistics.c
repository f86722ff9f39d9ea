/* SPDX-License-Identifier: MIT */
/* The statistics against worked examples that were published. */
#include <math.h>

#include "homework/statistics.h"
#include "support/cmocka_all.h"

#define X ((double)NAN) /* missing */

static void expect(hw_estimate found, double wanted, double tolerance, int64_t n)
{
    if (found.undefined != HW_UNDEFINED_NOT || !(fabs(found.value - wanted) <= tolerance)) {
        fail_msg("%.12g (%s), wanted %.12g", found.value, hw_undefined_name((hw_undefined)found.undefined),
                 wanted);
    }
    assert_int_equal(found.n, n);
}

static void expect_none(hw_estimate found, hw_undefined why, int64_t n)
{
    assert_string_equal(hw_undefined_name((hw_undefined)found.undefined), hw_undefined_name(why));
    assert_true(found.value == 0);
    assert_int_equal(found.n, n);
}

/* ---- worked examples ---- */

/* J. Little, "A Mann-Kendall Example (By Hand)", College of the Holy Cross: S, the variance's parts and Z
 * are printed; one-sided p .0018. */
static void test_mann_kendall_by_hand(void **state)
{
    (void)state;
    static const double values[] = {12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9,
                                    11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7};
    hw_rank_test test;
    assert_int_equal(hw_mann_kendall(NULL, values, 14, &test, NULL), HW_OK);
    assert_int_equal(test.s, 54);
    assert_true(fabs(test.variance - (14 * 13 * 33 - 2 * 1 * 9) / 18.0) < 1e-12);
    expect(test.z, 2.9058, 5e-5, 14);
    expect(test.p, 2 * .0018, 1e-4, 14);
    assert_int_equal(test.exact, 0);
    /* A missing value changes nothing, nor does the order in which points come when they have times. */
    static const double times[] = {14, 13, 12, 11, 10, 9, 8, 7, 6.5, 6, 5, 4, 3, 2, 1};
    static const double backwards[] = {21.7, 20.1, 18.3, 19.0, 15.9, 17.3, 11.0, 12.9,
                                       X,    15.6, 13.8, 15.7, 13.2, 14.8, 12.9};
    hw_rank_test again;
    assert_int_equal(hw_mann_kendall(times, backwards, 15, &again, NULL), HW_OK);
    assert_int_equal(again.s, 54);
    assert_true(again.z.value == test.z.value && again.p.n == 14);
}

/* The orders of n values with so many inversions (OEIS A008302): of 5 values 1, 4, 9, 15, 20, 22, ...; so the
 * clearest trend has p 2/120 and the next one 2 (1 + 4)/120. */
static void test_p_is_counted(void **state)
{
    (void)state;
    static const struct {
        double values[10];
        size_t count;
        int64_t s;
        double p;
    } rows[] = {{{1, 2, 3, 4, 5}, 5, 10, 2 / 120.0},
                {{5, 4, 3, 2, 1}, 5, -10, 2 / 120.0},
                {{1, 2, 3, 5, 4}, 5, 8, 10 / 120.0},
                {{1, 2, 5, 4, 3}, 5, 4, 58 / 120.0},
                {{2, 1, 5, 3, 4}, 5, 4, 58 / 120.0},
                {{1, 5, 4, 3, 2}, 5, -2, 98 / 120.0},
                {{1, 2, 3, 4, 5, 6}, 6, 15, 2 / 720.0},
                {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10, 45, 2 / 3628800.0},
                {{3, 1, 4, 2}, 4, 0, 0}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_rank_test test;
        assert_int_equal(hw_mann_kendall(NULL, rows[i].values, rows[i].count, &test, NULL), HW_OK);
        assert_int_equal(test.s, rows[i].s);
        if (rows[i].count < 5) {
            expect_none(test.p, HW_UNDEFINED_TOO_FEW, (int64_t)rows[i].count);
            continue;
        }
        assert_int_equal(test.exact, 1);
        expect(test.p, rows[i].p, 1e-16, (int64_t)rows[i].count);
    }
}

/* Kendall (1970), example 3.1, page 35: S = 33, denominator sqrt(41 * 36), tau-b .859. */
static void test_kendall_1970(void **state)
{
    (void)state;
    static const double x[] = {1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5};
    static const double y[] = {1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10};
    hw_rank_test test;
    assert_int_equal(hw_kendall_tau_b(x, y, 10, &test, NULL), HW_OK);
    assert_int_equal(test.s, 33);
    expect(test.tau, 33 / sqrt(41 * 36), 1e-15, 10);
    expect(test.tau, .859, 5e-4, 10);
    assert_int_equal(test.exact, 0);
}

/* Spearman's rho: intelligence and hours of television (Wikipedia, "Spearman's rank correlation
 * coefficient"), -29/165; scipy's documentation of spearmanr(), 0.8207826817 = 8 / sqrt(95). */
static void test_spearman_examples(void **state)
{
    (void)state;
    static const double iq[] = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    static const double tv[] = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    static const double x[] = {1, 2, 3, 4, 5}, y[] = {5, 6, 7, 8, 7};
    hw_estimate rho;
    assert_int_equal(hw_spearman(iq, tv, 10, &rho, NULL), HW_OK);
    expect(rho, -29 / 165.0, 1e-15, 10);
    assert_int_equal(hw_spearman(x, y, 5, &rho, NULL), HW_OK);
    expect(rho, 8 / sqrt(95), 1e-15, 5);
}

/* Parker, Vannest and Davis (2011): NAP .917 and Tau .833 are printed; standard errors by the formulas of
 * SingleCaseES 0.7.4, in R. And its other example, of Parker and Vannest (2009). */
static void test_nap_examples(void **state)
{
    (void)state;
    static const double a[] = {20, 20, 26, 25, 22, 23}, b[] = {28, 25, 24, 27, 30, 30, 29};
    static const double c[] = {4, 3, 4, 3, 4, 7, 5, 2, 3, 2}, d[] = {5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9};
    hw_overlap overlap;
    assert_int_equal(hw_nap(a, 6, b, 7, HW_BETTER_HIGHER, &overlap, NULL), HW_OK);
    expect(overlap.nap, .917, 5e-4, 13);
    expect(overlap.nap, 38.5 / 42, 1e-15, 13);
    expect(overlap.tau, .833, 5e-4, 13);
    expect(overlap.error, .06900655593, 1e-10, 13);
    assert_true(fabs(overlap.null_error - 1 / 6.0) < 1e-15);
    assert_int_equal(overlap.before, 6);
    assert_int_equal(overlap.after, 7);
    assert_int_equal(hw_nap(a, 6, b, 7, HW_BETTER_LOWER, &overlap, NULL), HW_OK);
    expect(overlap.nap, 3.5 / 42, 1e-15, 13);
    expect(overlap.tau, -35 / 42.0, 1e-15, 13);
    expect(overlap.error, .06900655593, 1e-10, 13);
    assert_int_equal(hw_nap(c, 10, d, 11, HW_BETTER_HIGHER, &overlap, NULL), HW_OK);
    expect(overlap.nap, .96363636364, 1e-10, 21);
    expect(overlap.error, .03192622349, 1e-10, 21);
}

/* Tarlow (2017), page 439: trend of the baseline -.75 (z -2.31), uncorrected -.58 (-2.98), corrected .69
 * (3.57); the line's intercept is 31 by median(y - b t). */
static void test_tarlow_2017(void **state)
{
    (void)state;
    static const double values[] = {33, 25, 17, 25, 14, 13, 14, 14, 15, 15, 4, 6, 9, 5, 4, 2, 2, 8, 11, 7};
    double times[20];
    for (int i = 0; i < 20; i++) {
        times[i] = i + 1;
    }
    hw_phase_effect effect;
    assert_int_equal(hw_baseline_corrected_tau(times, values, 20, 7, HW_CORRECTION_SIGNIFICANT, &effect,
                                               NULL),
                     HW_OK);
    assert_int_equal(effect.corrected, 1);
    expect(effect.baseline.tau, -.75, 5e-3, 7);
    expect(effect.baseline.z, -2.31, 5e-3, 7);
    expect(effect.line.slope, -3, 0, 7);
    expect(effect.line.intercept, 31, 0, 7);
    expect(effect.effect.tau, .69, 5e-3, 20);
    expect(effect.effect.z, 3.57, 5e-3, 20);
    assert_int_equal(hw_baseline_corrected_tau(times, values, 20, 7, HW_CORRECTION_NEVER, &effect, NULL),
                     HW_OK);
    assert_int_equal(effect.corrected, 0);
    expect(effect.effect.tau, -.58, 5e-3, 20);
    expect(effect.effect.z, -2.98, 5e-3, 20);
    /* Of the first four points the trend is not tested: taken out only if asked for. */
    assert_int_equal(hw_baseline_corrected_tau(times, values, 20, 4, HW_CORRECTION_SIGNIFICANT, &effect,
                                               NULL),
                     HW_OK);
    expect_none(effect.baseline.p, HW_UNDEFINED_TOO_FEW, 4);
    assert_int_equal(effect.corrected, 0);
    assert_int_equal(hw_baseline_corrected_tau(times, values, 20, 4, HW_CORRECTION_ALWAYS, &effect, NULL),
                     HW_OK);
    assert_int_equal(effect.corrected, 1);
}

static const double flow_rate[] = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};

/* NIST/SEMATECH e-Handbook 6.3.2.2: flow rate, 50.81, 1.8778, 55.8041 and 45.8159. */
static void test_xmr_by_nist(void **state)
{
    (void)state;
    hw_xmr_limits limits;
    int32_t signals[10];
    assert_int_equal(hw_xmr(flow_rate, 10, &limits, NULL), HW_OK);
    expect(limits.centre, 50.81, 1e-12, 10);
    expect(limits.mean_range, 1.8778, 5e-5, 9);
    expect(limits.upper, 55.8041, 5e-5, 9);
    expect(limits.lower, 45.8159, 5e-5, 9);
    expect(limits.range_upper, 3.267 * 16.9 / 9, 1e-12, 9);
    assert_int_equal(hw_xmr_signals(&limits, flow_rate, 10, signals, NULL), HW_OK);
    for (int i = 0; i < 10; i++) {
        assert_int_equal(signals[i], HW_SIGNAL_NONE);
    }
}

/* NIST/SEMATECH e-Handbook 6.3.2.4: 20 printed averages; limits 52.5884 and 47.4115 (which is cut, not
 * rounded). */
static void test_ewma_by_nist(void **state)
{
    (void)state;
    static const double values[] = {52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5,
                                    49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    static const double printed[] = {50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33,
                                     50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99};
    hw_ewma_point points[20];
    assert_int_equal(hw_ewma(values, 20, 0.3, 50, 2.0539, 3, points, NULL), HW_OK);
    for (int i = 0; i < 20; i++) {
        expect(points[i].average, printed[i], 0.0050001, i + 1);
        assert_int_equal(points[i].signal, HW_SIGNAL_NONE);
        assert_true(i == 0 || points[i].upper > points[i - 1].upper);
    }
    assert_true(fabs(points[19].upper - 52.5884) < 5e-5);
    assert_true(fabs(points[19].lower - 47.41157) < 5e-6);
    /* The first limit is one weighted value's: 3 * 2.0539 * 0.3. */
    assert_true(fabs(points[0].upper - 50 - 3 * 2.0539 * 0.3) < 1e-12);
}

/* By R 4.2.2, prop.test(correct = FALSE). */
static void test_wilson_by_r(void **state)
{
    (void)state;
    static const struct {
        int64_t successes, trials;
        double low, high;
    } rows[] = {{18, 20, .698966355, .972133519}, {0, 30, 0, .113513393},
                {3, 4, .300641843, .954412739},   {0, 1, 0, .793450686},
                {9, 10, .595849973, .982123787},  {1, 1, 1 - .793450686, 1}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_proportion found;
        assert_int_equal(hw_wilson(rows[i].successes, rows[i].trials, HW_Z_95, &found, NULL), HW_OK);
        expect(found.share, (double)rows[i].successes / (double)rows[i].trials, 0, rows[i].trials);
        assert_true(fabs(found.low - rows[i].low) < 1e-9);
        assert_true(fabs(found.high - rows[i].high) < 1e-9);
    }
}

/* R's data set lh (luteinizing hormone, Diggle 1990): acf() gives 0.575524475524475. */
static void test_autocorrelation_by_r(void **state)
{
    (void)state;
    static const double lh[] = {2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7,
                                2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0,
                                2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7,
                                1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9};
    hw_serial serial;
    assert_int_equal(hw_autocorrelation(lh, COUNT_OF(lh), &serial, NULL), HW_OK);
    expect(serial.r1, 0.575524475524475, 1e-14, 48);
    expect(serial.effective, 48 * (1 - 0.575524475524475) / (1 + 0.575524475524475), 1e-12, 48);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mann_kendall_by_hand), cmocka_unit_test(test_p_is_counted),
        cmocka_unit_test(test_kendall_1970),         cmocka_unit_test(test_spearman_examples),
        cmocka_unit_test(test_nap_examples),         cmocka_unit_test(test_tarlow_2017),
        cmocka_unit_test(test_xmr_by_nist),          cmocka_unit_test(test_ewma_by_nist),
        cmocka_unit_test(test_wilson_by_r),          cmocka_unit_test(test_autocorrelation_by_r),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
