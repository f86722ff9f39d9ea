/* SPDX-License-Identifier: MIT */
/* The statistics at their edges: little or nothing to tell from, what makes no sense, no memory. */
#include <math.h>

#include "base/alloc.h"
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

static void test_mean_and_median(void **state)
{
    (void)state;
    static const struct {
        double values[6];
        size_t count;
        double mean, median;
        int64_t n;
    } rows[] = {{{0.1, 0.1, 0.1}, 3, 0.1, 0.1, 3},
                {{1, X, 2, X}, 4, 1.5, 1.5, 2},
                {{5}, 1, 5, 5, 1},
                {{4, 1, 3, 2}, 4, 2.5, 2.5, 4},
                {{1e150, 1, -1e150}, 3, 1 / 3.0, 1, 3},
                {{-1, -1, -1, 7, 7}, 5, 11 / 5.0, -1, 5},
                {{9, 8, 7, 6, 5, 4}, 6, 6.5, 6.5, 6}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_estimate mean, median;
        assert_int_equal(hw_mean(rows[i].values, rows[i].count, &mean, NULL), HW_OK);
        assert_int_equal(hw_median(rows[i].values, rows[i].count, &median, NULL), HW_OK);
        expect(mean, rows[i].mean, 0, rows[i].n);
        expect(median, rows[i].median, 0, rows[i].n);
    }
}

/* Undefined, each with its reason, where there is little or nothing to tell from. */
static void test_what_cannot_be_told(void **state)
{
    (void)state;
    static const struct {
        double t[9], y[9];
        size_t count;
        int64_t n;
        hw_undefined middle, slope, trend, tau, rho, r1;
    } rows[] = {{{0},
                 {0},
                 0,
                 0,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES},
                {{1, X},
                 {X, 1},
                 2,
                 0,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_NO_VALUES,
                 HW_UNDEFINED_TOO_FEW},
                {{1},
                 {7},
                 1,
                 1,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_TOO_FEW},
                {{1, 2},
                 {7, 9},
                 2,
                 2,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_TOO_FEW},
                {{3, 3, 3},
                 {7, 8, 9},
                 3,
                 3,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_NOT},
                {{1, 2, 3},
                 {7, 7, 7},
                 3,
                 3,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_TOO_FEW,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT},
                {{3, 3, 3, 3, 3},
                 {7, 8, 9, 1, 2},
                 5,
                 5,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_NOT},
                {{1, 2, 3, 4, 5},
                 {7, 7, 7, 7, 7},
                 5,
                 5,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_NOT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT,
                 HW_UNDEFINED_CONSTANT}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const double *t = rows[i].t, *y = rows[i].y;
        size_t count = rows[i].count;
        hw_estimate mean, median, rho;
        hw_trend_line line;
        hw_rank_test trend, tau;
        hw_serial serial;
        assert_int_equal(hw_mean(y, count, &mean, NULL), HW_OK);
        assert_int_equal(hw_median(y, count, &median, NULL), HW_OK);
        assert_int_equal(hw_theil_sen(t, y, count, &line, NULL), HW_OK);
        assert_int_equal(hw_mann_kendall(t, y, count, &trend, NULL), HW_OK);
        assert_int_equal(hw_kendall_tau_b(t, y, count, &tau, NULL), HW_OK);
        assert_int_equal(hw_spearman(t, y, count, &rho, NULL), HW_OK);
        assert_int_equal(hw_autocorrelation(y, count, &serial, NULL), HW_OK);
        assert_int_equal(mean.undefined, rows[i].middle);
        assert_int_equal(median.undefined, rows[i].middle);
        assert_int_equal(line.slope.undefined, rows[i].slope);
        assert_int_equal(line.intercept.undefined, rows[i].slope);
        assert_int_equal(trend.p.undefined, rows[i].trend);
        assert_int_equal(trend.z.undefined, rows[i].trend);
        assert_int_equal(tau.tau.undefined, rows[i].tau);
        assert_int_equal(rho.undefined, rows[i].rho);
        assert_int_equal(serial.r1.undefined, rows[i].r1);
        assert_int_equal(serial.effective.undefined, rows[i].r1);
        assert_int_equal(line.slope.n, rows[i].n);
        assert_int_equal(tau.p.n, rows[i].n);
        assert_int_not_equal(tau.p.undefined, HW_UNDEFINED_NOT); /* below 8 */
        assert_true(tau.p.value == 0 && tau.z.value == 0);
    }
}

/* Nothing moves, so nothing speaks for a trend; and one step is not told from none. */
static void test_no_trend(void **state)
{
    (void)state;
    static const double same[] = {3, 3, 3, 3, 3, 3}, one_step[] = {1, 1, 1, 3, 2, 1, 1};
    hw_rank_test test;
    hw_trend_line line;
    assert_int_equal(hw_mann_kendall(NULL, same, 6, &test, NULL), HW_OK);
    assert_int_equal(test.s, 0);
    assert_true(test.variance == 0);
    expect(test.z, 0, 0, 6);
    expect(test.p, 1, 0, 6);
    assert_int_equal(hw_theil_sen(one_step, same, 6, &line, NULL), HW_OK); /* some at one time */
    expect(line.slope, 0, 0, 6);
    expect(line.intercept, 3, 0, 6);
    assert_int_equal(hw_mann_kendall(NULL, one_step, 7, &test, NULL), HW_OK);
    assert_int_equal(test.s, 1);
    expect(test.z, 0, 0, 7);
    expect(test.p, 1, 1e-15, 7);
}

/* Points on one line leave rests of rounding only, which are no effect; what lies beside it is. */
static void test_rests_of_a_line_are_tied(void **state)
{
    (void)state;
    for (int step = 1; step <= 9; step++) {
        double t[12], y[12];
        hw_phase_effect effect;
        for (int i = 0; i < 12; i++) {
            t[i] = 20000 + i / (double)step;
            y[i] = 7 + t[i] * 0.1;
        }
        assert_int_equal(hw_baseline_corrected_tau(t, y, 12, 6, HW_CORRECTION_ALWAYS, &effect, NULL), HW_OK);
        assert_int_equal(effect.corrected, 1);
        expect_none(effect.effect.tau, HW_UNDEFINED_CONSTANT, 12);
        y[11] += 1e-6;
        assert_int_equal(hw_baseline_corrected_tau(t, y, 12, 6, HW_CORRECTION_ALWAYS, &effect, NULL), HW_OK);
        assert_int_equal(effect.effect.s, 6); /* with each of the baseline */
    }
}

static void test_phases_that_tell_little(void **state)
{
    (void)state;
    static const double one[] = {3}, two[] = {4, 5}, gaps[] = {X, X};
    hw_overlap overlap;
    assert_int_equal(hw_nap(one, 1, two, 2, HW_BETTER_HIGHER, &overlap, NULL), HW_OK);
    expect(overlap.nap, 1, 0, 3);
    expect(overlap.tau, 1, 0, 3);
    expect_none(overlap.error, HW_UNDEFINED_TOO_FEW, 3);
    assert_true(fabs(overlap.null_error - sqrt(4 / 24.0)) < 1e-15);
    assert_int_equal(hw_nap(NULL, 0, two, 2, HW_BETTER_HIGHER, &overlap, NULL), HW_OK);
    expect_none(overlap.nap, HW_UNDEFINED_NO_VALUES, 2);
    expect_none(overlap.tau, HW_UNDEFINED_NO_VALUES, 2);
    assert_true(overlap.null_error == 0);
    assert_int_equal(hw_nap(two, 2, gaps, 2, HW_BETTER_LOWER, &overlap, NULL), HW_OK);
    expect_none(overlap.nap, HW_UNDEFINED_NO_VALUES, 2);
    assert_int_equal(overlap.after, 0);
    assert_int_equal(hw_nap(one, 1, two, 2, HW_BETTER_NEUTRAL, &overlap, NULL), HW_OK);
    expect_none(overlap.nap, HW_UNDEFINED_NOT_APPLICABLE, 3);
    /* Complete separation is not certainty: half a pair is taken off. */
    assert_int_equal(hw_nap(two, 2, (const double[]){6, 7, 8}, 3, HW_BETTER_HIGHER, &overlap, NULL), HW_OK);
    expect(overlap.nap, 1, 0, 5);
    assert_true(overlap.error.value > 0.1);
    hw_phase_effect effect;
    static const double t[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, y[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    static const size_t empty[] = {0, 9};
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        assert_int_equal(hw_baseline_corrected_tau(t, y, 9, empty[i], HW_CORRECTION_ALWAYS, &effect, NULL),
                         HW_OK);
        expect_none(effect.effect.tau, HW_UNDEFINED_NO_VALUES, 9);
        expect_none(effect.effect.p, HW_UNDEFINED_NO_VALUES, 9);
    }
}

static void test_control_charts_at_their_edges(void **state)
{
    (void)state;
    hw_xmr_limits limits;
    int32_t signals[12];
    assert_int_equal(hw_xmr(NULL, 0, &limits, NULL), HW_OK);
    expect_none(limits.centre, HW_UNDEFINED_NO_VALUES, 0);
    expect_none(limits.upper, HW_UNDEFINED_NO_VALUES, 0);
    static const double apart[] = {1, X, 3};
    assert_int_equal(hw_xmr(apart, 3, &limits, NULL), HW_OK);
    expect(limits.centre, 2, 0, 2);
    expect_none(limits.lower, HW_UNDEFINED_TOO_FEW, 0);
    assert_int_equal(hw_xmr_signals(&limits, apart, 3, signals, NULL), HW_OK);
    assert_int_equal(signals[0] | signals[1] | signals[2], HW_SIGNAL_NONE);
    /* Nor are there runs on one side of a centre that is no more than one value. */
    static const double five[] = {5}, eight[] = {6, 6, 6, 6, 6, 6, 6, 6};
    assert_int_equal(hw_xmr(five, 1, &limits, NULL), HW_OK);
    assert_int_equal(hw_xmr_signals(&limits, eight, 8, signals, NULL), HW_OK);
    assert_int_equal(signals[7], HW_SIGNAL_NONE);
    /* No range over the gap: |2 - 1|, |9 - 8|. */
    static const double gap[] = {1, 2, X, 8, 9};
    assert_int_equal(hw_xmr(gap, 5, &limits, NULL), HW_OK);
    expect(limits.mean_range, 1, 0, 2);
    /* Eight in a row on one side, a missing one passed over; a value on the centre begins again. */
    limits = (hw_xmr_limits){.centre = {5, 9, 0}, .lower = {0, 8, 0}, .upper = {10, 8, 0}};
    static const double run[] = {6, 7, 6, X, 7, 6, 7, 6, 7, 6, 5, 11},
                        mixed[] = {6, 6, 6, 6, 6, 6, 6, 5, 6, 4, -1, 4};
    assert_int_equal(hw_xmr_signals(&limits, run, 12, signals, NULL), HW_OK);
    for (int i = 0; i < 12; i++) {
        assert_int_equal(signals[i], i == 8 || i == 9 ? HW_SIGNAL_RUN
                                     : i == 11        ? HW_SIGNAL_OUTSIDE
                                                      : HW_SIGNAL_NONE);
    }
    assert_int_equal(hw_xmr_signals(&limits, mixed, 12, signals, NULL), HW_OK);
    for (int i = 0; i < 12; i++) {
        assert_int_equal(signals[i], i == 10 ? HW_SIGNAL_OUTSIDE : HW_SIGNAL_NONE);
    }
    /* A missing value has no average, and the next one goes on from the last. */
    hw_ewma_point points[3];
    static const double jump[] = {0, X, 100};
    assert_int_equal(hw_ewma(jump, 3, 0.5, 0, 1, 3, points, NULL), HW_OK);
    expect(points[0].average, 0, 0, 1);
    expect_none(points[1].average, HW_UNDEFINED_NO_VALUES, 1);
    expect(points[2].average, 50, 0, 2);
    assert_int_equal(points[2].signal, HW_SIGNAL_OUTSIDE);
    assert_true(fabs(points[2].upper - 3 * sqrt(0.5 / 1.5 * (1 - 0.0625))) < 1e-15);
}

/* ---- what makes no sense ---- */

typedef struct wrong {
    const char *what;
    hw_status wanted;
    hw_status (*call)(hw_error *err);
} wrong;

static const double good[] = {1, 2, 3, 4}, infinite[] = {1, (double)INFINITY, 3, 4},
                    huge[] = {1, 2, -1.1e150, 4};
static hw_estimate value;
static hw_trend_line line;
static hw_rank_test ranks;
static hw_overlap overlap;
static hw_phase_effect effect;
static hw_proportion share;
static hw_xmr_limits limits;
static hw_ewma_point points[4];
static hw_serial serial;
static int32_t signals[4];

#define CALL(name, call)                 \
    static hw_status name(hw_error *err) \
    {                                    \
        return call;                     \
    }
#define EWMA(weight, target, sigma, width) hw_ewma(good, 4, weight, target, sigma, width, points, err)

CALL(mean_null, hw_mean(NULL, 1, &value, err))
CALL(mean_out, hw_mean(good, 4, NULL, err))
CALL(mean_infinite, hw_mean(infinite, 4, &value, err))
CALL(median_null, hw_median(NULL, 2, &value, err))
CALL(median_out, hw_median(good, 4, NULL, err))
CALL(median_huge, hw_median(huge, 4, &value, err))
CALL(line_times, hw_theil_sen(NULL, good, 4, &line, err))
CALL(line_values, hw_theil_sen(good, NULL, 4, &line, err))
CALL(line_out, hw_theil_sen(good, good, 4, NULL, err))
CALL(line_infinite, hw_theil_sen(infinite, good, 4, &line, err))
CALL(line_huge, hw_theil_sen(good, huge, 4, &line, err))
CALL(line_steep, hw_theil_sen((const double[]){0, 1e-300}, (const double[]){0, 1e100}, 2, &line, err))
CALL(trend_values, hw_mann_kendall(good, NULL, 4, &ranks, err))
CALL(trend_out, hw_mann_kendall(good, good, 4, NULL, err))
CALL(trend_infinite, hw_mann_kendall(NULL, infinite, 4, &ranks, err))
CALL(tau_x, hw_kendall_tau_b(NULL, good, 4, &ranks, err))
CALL(tau_infinite, hw_kendall_tau_b(good, infinite, 4, &ranks, err))
CALL(rho_y, hw_spearman(good, NULL, 4, &value, err))
CALL(rho_out, hw_spearman(good, good, 4, NULL, err))
CALL(rho_huge, hw_spearman(huge, good, 4, &value, err))
CALL(nap_before, hw_nap(NULL, 1, good, 4, HW_BETTER_HIGHER, &overlap, err))
CALL(nap_out, hw_nap(good, 4, good, 4, HW_BETTER_HIGHER, NULL, err))
CALL(nap_infinite, hw_nap(good, 4, infinite, 4, HW_BETTER_HIGHER, &overlap, err))
CALL(nap_better, hw_nap(good, 4, good, 4, (hw_better)9, &overlap, err))
CALL(nap_worse, hw_nap(good, 4, good, 4, (hw_better)-1, &overlap, err))
CALL(phase_times, hw_baseline_corrected_tau(NULL, good, 4, 2, HW_CORRECTION_NEVER, &effect, err))
CALL(phase_out, hw_baseline_corrected_tau(good, good, 4, 2, HW_CORRECTION_NEVER, NULL, err))
CALL(phase_baseline, hw_baseline_corrected_tau(good, good, 4, 5, HW_CORRECTION_NEVER, &effect, err))
CALL(phase_correction, hw_baseline_corrected_tau(good, good, 4, 2, (hw_correction)3, &effect, err))
CALL(phase_infinite, hw_baseline_corrected_tau(good, infinite, 4, 2, HW_CORRECTION_NEVER, &effect, err))
CALL(share_negative, hw_wilson(-1, 4, HW_Z_95, &share, err))
CALL(share_trials, hw_wilson(0, -4, HW_Z_95, &share, err))
CALL(share_more, hw_wilson(5, 4, HW_Z_95, &share, err))
CALL(share_z, hw_wilson(1, 4, 0, &share, err))
CALL(share_nan, hw_wilson(1, 4, X, &share, err))
CALL(share_infinite, hw_wilson(1, 4, (double)INFINITY, &share, err))
CALL(share_out, hw_wilson(1, 4, HW_Z_95, NULL, err))
CALL(xmr_null, hw_xmr(NULL, 4, &limits, err))
CALL(xmr_out, hw_xmr(good, 4, NULL, err))
CALL(xmr_infinite, hw_xmr(infinite, 4, &limits, err))
CALL(signals_limits, hw_xmr_signals(NULL, good, 4, signals, err))
CALL(signals_out, hw_xmr_signals(&limits, good, 4, NULL, err))
CALL(signals_infinite, hw_xmr_signals(&limits, infinite, 4, signals, err))
CALL(ewma_out, hw_ewma(good, 4, 0.3, 0, 1, 3, NULL, err))
CALL(ewma_null, hw_ewma(NULL, 4, 0.3, 0, 1, 3, points, err))
CALL(ewma_infinite, hw_ewma(infinite, 4, 0.3, 0, 1, 3, points, err))
CALL(ewma_weight, EWMA(0, 0, 1, 3))
CALL(ewma_heavy, EWMA(1.01, 0, 1, 3))
CALL(ewma_weight_nan, EWMA(X, 0, 1, 3))
CALL(ewma_target, EWMA(0.3, X, 1, 3))
CALL(ewma_target_infinite, EWMA(0.3, -(double)INFINITY, 1, 3))
CALL(ewma_sigma, EWMA(0.3, 0, -1, 3))
CALL(ewma_sigma_nan, EWMA(0.3, 0, X, 3))
CALL(ewma_width, EWMA(0.3, 0, 1, -3))
CALL(ewma_width_infinite, EWMA(0.3, 0, 1, (double)INFINITY))
CALL(serial_null, hw_autocorrelation(NULL, 4, &serial, err))
CALL(serial_out, hw_autocorrelation(good, 4, NULL, err))
CALL(serial_infinite, hw_autocorrelation(infinite, 4, &serial, err))

static const wrong calls[] = {
    {"mean: values", HW_ERR_ARGUMENT, mean_null},
    {"mean: result", HW_ERR_ARGUMENT, mean_out},
    {"mean: infinite", HW_ERR_RANGE, mean_infinite},
    {"median: values", HW_ERR_ARGUMENT, median_null},
    {"median: result", HW_ERR_ARGUMENT, median_out},
    {"median: huge", HW_ERR_RANGE, median_huge},
    {"line: times", HW_ERR_ARGUMENT, line_times},
    {"line: values", HW_ERR_ARGUMENT, line_values},
    {"line: result", HW_ERR_ARGUMENT, line_out},
    {"line: infinite", HW_ERR_RANGE, line_infinite},
    {"line: huge", HW_ERR_RANGE, line_huge},
    {"line: steep", HW_ERR_RANGE, line_steep},
    {"trend: values", HW_ERR_ARGUMENT, trend_values},
    {"trend: result", HW_ERR_ARGUMENT, trend_out},
    {"trend: infinite", HW_ERR_RANGE, trend_infinite},
    {"tau: x", HW_ERR_ARGUMENT, tau_x},
    {"tau: infinite", HW_ERR_RANGE, tau_infinite},
    {"rho: y", HW_ERR_ARGUMENT, rho_y},
    {"rho: result", HW_ERR_ARGUMENT, rho_out},
    {"rho: huge", HW_ERR_RANGE, rho_huge},
    {"NAP: before", HW_ERR_ARGUMENT, nap_before},
    {"NAP: result", HW_ERR_ARGUMENT, nap_out},
    {"NAP: infinite", HW_ERR_RANGE, nap_infinite},
    {"NAP: better", HW_ERR_RANGE, nap_better},
    {"NAP: worse", HW_ERR_RANGE, nap_worse},
    {"phase: times", HW_ERR_ARGUMENT, phase_times},
    {"phase: result", HW_ERR_ARGUMENT, phase_out},
    {"phase: baseline", HW_ERR_RANGE, phase_baseline},
    {"phase: correction", HW_ERR_RANGE, phase_correction},
    {"phase: infinite", HW_ERR_RANGE, phase_infinite},
    {"share: negative", HW_ERR_RANGE, share_negative},
    {"share: trials", HW_ERR_RANGE, share_trials},
    {"share: more", HW_ERR_RANGE, share_more},
    {"share: z", HW_ERR_RANGE, share_z},
    {"share: z NaN", HW_ERR_RANGE, share_nan},
    {"share: z infinite", HW_ERR_RANGE, share_infinite},
    {"share: result", HW_ERR_ARGUMENT, share_out},
    {"XmR: values", HW_ERR_ARGUMENT, xmr_null},
    {"XmR: result", HW_ERR_ARGUMENT, xmr_out},
    {"XmR: infinite", HW_ERR_RANGE, xmr_infinite},
    {"signals: limits", HW_ERR_ARGUMENT, signals_limits},
    {"signals: result", HW_ERR_ARGUMENT, signals_out},
    {"signals: infinite", HW_ERR_RANGE, signals_infinite},
    {"EWMA: result", HW_ERR_ARGUMENT, ewma_out},
    {"EWMA: values", HW_ERR_ARGUMENT, ewma_null},
    {"EWMA: infinite", HW_ERR_RANGE, ewma_infinite},
    {"EWMA: weight 0", HW_ERR_RANGE, ewma_weight},
    {"EWMA: weight above 1", HW_ERR_RANGE, ewma_heavy},
    {"EWMA: weight NaN", HW_ERR_RANGE, ewma_weight_nan},
    {"EWMA: target NaN", HW_ERR_RANGE, ewma_target},
    {"EWMA: target infinite", HW_ERR_RANGE, ewma_target_infinite},
    {"EWMA: sigma negative", HW_ERR_RANGE, ewma_sigma},
    {"EWMA: sigma NaN", HW_ERR_RANGE, ewma_sigma_nan},
    {"EWMA: width negative", HW_ERR_RANGE, ewma_width},
    {"EWMA: width infinite", HW_ERR_RANGE, ewma_width_infinite},
    {"serial: values", HW_ERR_ARGUMENT, serial_null},
    {"serial: result", HW_ERR_ARGUMENT, serial_out},
    {"serial: infinite", HW_ERR_RANGE, serial_infinite},
};

/* A typed error each, with a message, and nothing is touched. */
static void test_bad_input(void **state)
{
    (void)state;
    value = (hw_estimate){.value = 17};
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        hw_error err;
        hw_status status = calls[i].call(&err);
        if (status != calls[i].wanted || err.status != (int32_t)status || !err.message[0] ||
            !err.subject[0]) {
            fail_msg("%s: %s, wanted %s", calls[i].what, hw_status_name(status),
                     hw_status_name(calls[i].wanted));
        }
        assert_int_equal(calls[i].call(NULL), calls[i].wanted);
        assert_true(value.value == 17);
    }
}

/* Without memory: HW_ERR_MEMORY, and nothing is touched, whichever allocation fails. */
static void test_without_memory(void **state)
{
    (void)state;
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, y[] = {3, 1, 4, 1, 5, 9, 2, 6, 5};
    for (int which = 0; which < 7; which++) {
        hw_status status = HW_ERR_MEMORY;
        size_t nth = 1;
        for (; status == HW_ERR_MEMORY; nth++) {
            hw_error err;
            value.n = line.pairs = ranks.s = overlap.after = 77;
            effect.corrected = 77;
            hw__alloc_fail(nth, 0);
            switch (which) {
            case 0:
                status = hw_median(y, 9, &value, &err);
                break;
            case 1:
                status = hw_theil_sen(x, y, 9, &line, &err);
                break;
            case 2:
                status = hw_mann_kendall(x, y, 9, &ranks, &err);
                break;
            case 3:
                status = hw_kendall_tau_b(x, y, 9, &ranks, &err);
                break;
            case 4:
                status = hw_spearman(x, y, 9, &value, &err);
                break;
            case 5:
                status = hw_nap(x, 4, y, 9, HW_BETTER_LOWER, &overlap, &err);
                break;
            default:
                status = hw_baseline_corrected_tau(x, y, 9, 5, HW_CORRECTION_ALWAYS, &effect, &err);
            }
            hw__alloc_fail(0, 0);
            assert_int_equal(err.status, status);
            bool is_untouched = value.n == 77 && line.pairs == 77 && ranks.s == 77 && overlap.after == 77 &&
                                effect.corrected == 77;
            assert_int_equal(is_untouched, status == HW_ERR_MEMORY);
        }
        assert_int_equal(status, HW_OK);
        assert_true(nth > 2);
    }
}

/* ---- the normal distribution at its ends ---- */

static void test_normal_ends(void **state)
{
    (void)state;
    assert_true(hw_normal_cdf(0) == 0.5);
    assert_true(hw_normal_cdf(-(double)INFINITY) == 0);
    assert_true(hw_normal_cdf((double)INFINITY) == 1);
    assert_true(isnan(hw_normal_cdf(X)));
    assert_true(fabs(hw_normal_cdf(HW_Z_95) - .975) < 1e-15);
    double before = 0;
    for (int i = -40000; i <= 40000; i++) {
        double below = hw_normal_cdf(i / 1000.0);
        assert_true(below >= before && below <= 1);
        assert_true(fabs(below + hw_normal_cdf(-i / 1000.0) - 1) < 4e-16);
        before = below;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mean_and_median),
        cmocka_unit_test(test_what_cannot_be_told),
        cmocka_unit_test(test_no_trend),
        cmocka_unit_test(test_phases_that_tell_little),
        cmocka_unit_test(test_rests_of_a_line_are_tied),
        cmocka_unit_test(test_control_charts_at_their_edges),
        cmocka_unit_test(test_bad_input),
        cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_normal_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
