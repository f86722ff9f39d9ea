/* SPDX-License-Identifier: MIT */
/* The statistics against scipy and R, on the series of tests/data/statistics/ (make_statistics.py). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework/statistics.h"
#include "support/cmocka_all.h"

#define MOST_CELLS 12
#define MOST_VALUES 400
#define SERIES 2000

/* ---- the files ---- */

typedef struct table {
    FILE *file;
    char line[16384];
    char *cells[MOST_CELLS];
    int count;
} table;

static bool next_row(table *t)
{
    t->count = 0;
    if (!fgets(t->line, sizeof t->line, t->file)) {
        return false;
    }
    t->line[strcspn(t->line, "\n")] = '\0';
    char *cell = t->line;
    while (cell && t->count < MOST_CELLS) {
        char *comma = strchr(cell, ',');
        t->cells[t->count++] = cell;
        if (comma) {
            *comma++ = '\0';
        }
        cell = comma;
    }
    return true;
}

static void open_table(table *t, const char *name, const char *header)
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/data/statistics/%s", HW_SOURCE_DIR, name);
    t->file = fopen(path, "r");
    assert_non_null(t->file);
    assert_non_null(fgets(t->line, sizeof t->line, t->file));
    t->line[strcspn(t->line, "\n")] = '\0';
    assert_string_equal(t->line, header);
}

static size_t read_list(const char *text, double *out)
{
    size_t count = 0;
    while (*text) {
        char *end;
        assert_true(count < MOST_VALUES);
        if (strncmp(text, "NA", 2) == 0) {
            out[count++] = (double)NAN;
            text += 2;
        } else {
            out[count++] = strtod(text, &end);
            assert_true(end > text);
            text = end;
        }
        text += *text == ' ';
    }
    return count;
}

static void expect_near(double found, double wanted, double tolerance, const char *what, int row)
{
    if (!(fabs(found - wanted) <= tolerance * fabs(wanted) + 1e-14)) {
        fail_msg("row %d, %s: %.17g, wanted %.17g", row, what, found, wanted);
    }
}

/* A cell that is empty has no value, one of ours that is undefined has 0 and a reason. */
static void expect_estimate(hw_estimate found, const char *cell, double tolerance, const char *what, int row)
{
    if (*cell == '\0') {
        if (found.undefined == HW_UNDEFINED_NOT || found.value != 0) {
            fail_msg("row %d, %s: %.17g, wanted none", row, what, found.value);
        }
        return;
    }
    if (found.undefined != HW_UNDEFINED_NOT) {
        fail_msg("row %d, %s: %s, wanted %s", row, what, hw_undefined_name((hw_undefined)found.undefined),
                 cell);
    }
    expect_near(found.value, strtod(cell, NULL), tolerance, what, row);
}

/* ---- the series ---- */

typedef struct series {
    double times[MOST_VALUES], values[MOST_VALUES];
    size_t count, before;
    int row;
} series;

static void read_series(table *t, series *out)
{
    assert_int_equal(t->count, 3);
    out->before = (size_t)strtoul(t->cells[0], NULL, 10);
    out->count = read_list(t->cells[2], out->values);
    assert_int_equal(read_list(t->cells[1], out->times), out->count);
    out->row++;
}

static void compare_with_scipy(const series *s, char **cells)
{
    hw_estimate mean, median, rho;
    hw_trend_line line;
    hw_rank_test test;
    hw_overlap overlap;
    assert_int_equal(hw_mean(s->values, s->count, &mean, NULL), HW_OK);
    expect_estimate(mean, cells[0], 1e-15, "mean", s->row);
    assert_int_equal(hw_median(s->values, s->count, &median, NULL), HW_OK);
    expect_estimate(median, cells[1], 0, "median", s->row);
    assert_int_equal(hw_theil_sen(s->times, s->values, s->count, &line, NULL), HW_OK);
    expect_estimate(line.slope, cells[2], 0, "slope", s->row);
    assert_true(!*cells[2] || line.slope.value == strtod(cells[2], NULL));
    expect_estimate(line.intercept, cells[3], 1e-12, "intercept", s->row);
    assert_int_equal(hw_kendall_tau_b(s->times, s->values, s->count, &test, NULL), HW_OK);
    expect_estimate(test.tau, cells[4], 1e-14, "tau", s->row);
    if (*cells[5] && test.p.undefined == HW_UNDEFINED_NOT) {
        assert_int_equal(test.exact, 1);
        expect_estimate(test.p, cells[5], 1e-13, "exact p", s->row);
    }
    assert_int_equal(hw_spearman(s->times, s->values, s->count, &rho, NULL), HW_OK);
    expect_estimate(rho, cells[6], 1e-13, "rho", s->row);
    assert_int_equal(hw_nap(s->values, s->before, s->values + s->before, s->count - s->before,
                            HW_BETTER_HIGHER, &overlap, NULL),
                     HW_OK);
    expect_estimate(overlap.nap, cells[7], 1e-15, "NAP", s->row);
}

static void test_series_by_scipy(void **state)
{
    (void)state;
    static table given, wanted;
    series s = {.row = 0};
    open_table(&given, "series.csv", "before,times,values");
    open_table(&wanted, "scipy.csv", "mean,median,slope,intercept,tau,exact,rho,nap");
    while (next_row(&given)) {
        assert_true(next_row(&wanted));
        assert_int_equal(wanted.count, 8);
        read_series(&given, &s);
        compare_with_scipy(&s, wanted.cells);
    }
    assert_int_equal(s.row, SERIES);
    fclose(given.file);
    fclose(wanted.file);
}

/* z and p of a test by R, which knows no least number of values. */
static void expect_test(const hw_rank_test *test, int64_t least, char **cells, const char *what, int row)
{
    if (test->tau.n < least) {
        assert_int_equal(test->p.undefined, test->tau.n == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_TOO_FEW);
        assert_int_equal(test->z.undefined, test->p.undefined);
    } else if (*cells[0]) {
        expect_estimate(test->z, cells[0], 1e-12, what, row);
        if (!test->exact) {
            expect_estimate(test->p, cells[1], 1e-11, what, row);
        }
    }
}

static void compare_with_r(const series *s, char **cells)
{
    static hw_ewma_point points[MOST_VALUES];
    hw_rank_test tau, trend;
    hw_estimate rho, average = {.undefined = HW_UNDEFINED_NO_VALUES};
    hw_serial serial;
    assert_int_equal(hw_kendall_tau_b(s->times, s->values, s->count, &tau, NULL), HW_OK);
    expect_estimate(tau.tau, cells[0], 1e-14, "tau", s->row);
    expect_test(&tau, 8, cells + 1, "tau-b", s->row);
    assert_int_equal(hw_mann_kendall(s->times, s->values, s->count, &trend, NULL), HW_OK);
    /* R moves s by one towards 0, and beyond it from 0. */
    if (trend.s != 0) {
        expect_test(&trend, 5, cells + 3, "Mann-Kendall", s->row);
    }
    if (trend.p.undefined == HW_UNDEFINED_NOT) {
        assert_int_equal(trend.exact, *cells[5] != '\0');
    }
    if (trend.exact && trend.p.undefined == HW_UNDEFINED_NOT) {
        expect_estimate(trend.p, cells[5], 1e-13, "exact p", s->row);
    }
    assert_int_equal(hw_spearman(s->times, s->values, s->count, &rho, NULL), HW_OK);
    expect_estimate(rho, cells[6], 1e-13, "rho", s->row);
    assert_int_equal(hw_autocorrelation(s->values, s->count, &serial, NULL), HW_OK);
    expect_estimate(serial.r1, cells[7], 1e-12, "r1", s->row);
    assert_int_equal(hw_ewma(s->values, s->count, 0.3, 5, 1, 3, points, NULL), HW_OK);
    for (size_t i = 0; i < s->count; i++) {
        average = points[i].average.undefined == HW_UNDEFINED_NOT ? points[i].average : average;
    }
    expect_estimate(average, cells[8], 1e-13, "EWMA", s->row);
}

static void test_series_by_r(void **state)
{
    (void)state;
    static table given, wanted;
    series s = {.row = 0};
    open_table(&given, "series.csv", "before,times,values");
    open_table(&wanted, "r.csv", "tau,z,p,z_moved,p_moved,exact,rho,r1,ewma");
    while (next_row(&given)) {
        assert_true(next_row(&wanted));
        assert_int_equal(wanted.count, 9);
        read_series(&given, &s);
        compare_with_r(&s, wanted.cells);
    }
    assert_int_equal(s.row, SERIES);
    fclose(given.file);
    fclose(wanted.file);
}

/* ---- numbers ---- */

static void test_normal_distribution(void **state)
{
    (void)state;
    static table wanted;
    int row = 0;
    open_table(&wanted, "normal.csv", "z,below");
    for (; next_row(&wanted); row++) {
        double z = strtod(wanted.cells[0], NULL), below = strtod(wanted.cells[1], NULL);
        double found = hw_normal_cdf(z);
        /* As the header promises. */
        if (fabs(found - below) > 1e-15 || fabs(found - below) > 1e-13 * below) {
            fail_msg("%.17g: %.17g, wanted %.17g", z, found, below);
        }
    }
    assert_true(row > 2000);
    fclose(wanted.file);
}

static void test_score_intervals(void **state)
{
    (void)state;
    static table wanted;
    int row = 0;
    open_table(&wanted, "wilson.csv", "successes,trials,z,low,high");
    for (; next_row(&wanted); row++) {
        hw_proportion found;
        int64_t successes = strtoll(wanted.cells[0], NULL, 10), trials = strtoll(wanted.cells[1], NULL, 10);
        assert_int_equal(hw_wilson(successes, trials, strtod(wanted.cells[2], NULL), &found, NULL), HW_OK);
        expect_near(found.low, strtod(wanted.cells[3], NULL), 1e-12, "low", row);
        expect_near(found.high, strtod(wanted.cells[4], NULL), 1e-12, "high", row);
        assert_true(found.share.value == (double)successes / (double)trials);
    }
    assert_int_equal(row, 2000);
    fclose(wanted.file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_by_scipy),
        cmocka_unit_test(test_series_by_r),
        cmocka_unit_test(test_normal_distribution),
        cmocka_unit_test(test_score_intervals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
