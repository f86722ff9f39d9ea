/* SPDX-License-Identifier: MIT */
/* The slope of Theil and Sen, bit for bit what sorting all slopes gives: random series with ties in times
 * and values, whole and broken numbers, lines that are straight but for rounding, and sizes from one end of
 * the range to the other. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "homework/statistics.h"
#include "support/cmocka_all.h"
#include "support/random.h"

#define MOST 2400

static double times[MOST], values[MOST], slopes[MOST * MOST / 2];

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static size_t sort_all(size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) {
            if (times[i] != times[j]) {
                slopes[count++] = (values[j] - values[i]) / (times[j] - times[i]) + 0.0;
            }
        }
    }
    qsort(slopes, count, sizeof *slopes, compare);
    return count;
}

static double middle(double *sorted, size_t count)
{
    return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
}

static void expect_same(size_t n, const char *what)
{
    static double rests[MOST];
    hw_trend_line line;
    hw_error err;
    size_t count = sort_all(n);
    hw_status status = hw_theil_sen(times, values, n, &line, &err);
    if (count == 0) {
        assert_int_equal(status, HW_OK);
        assert_int_equal(line.slope.undefined, n == 0   ? HW_UNDEFINED_NO_VALUES
                                               : n == 1 ? HW_UNDEFINED_TOO_FEW
                                                        : HW_UNDEFINED_CONSTANT);
        return;
    }
    double slope = middle(slopes, count), rest;
    for (size_t i = 0; i < n; i++) {
        rests[i] = values[i] - slope * times[i];
    }
    qsort(rests, n, sizeof *rests, compare);
    rest = middle(rests, n);
    if (!isfinite(slope) || !isfinite(rest)) {
        assert_int_equal(status, HW_ERR_RANGE);
        return;
    }
    assert_int_equal(status, HW_OK);
    assert_int_equal(line.pairs, (int64_t)count);
    assert_int_equal(line.slope.n, (int64_t)n);
    if (memcmp(&line.slope.value, &slope, sizeof slope) != 0 || line.intercept.value != rest) {
        fail_msg("%s, n = %zu: %a %a, wanted %a %a", what, n, line.slope.value, line.intercept.value, slope,
                 rest);
    }
}

/* ---- random series ---- */

static double part(test_random *random)
{
    return (double)(random_bits(random) >> 11) * 0x1p-53;
}

static double a_time(test_random *random, unsigned kind, size_t i)
{
    switch (kind) {
    case 0:
        return (double)i;
    case 1:
        return (double)random_below(random, 20);
    case 2:
        return 7 * (double)i;
    case 3:
        return part(random) * 365;
    case 4:
        return 19000 + (double)i + 10 / 24.0; /* every day at ten: differences are nearly whole */
    case 5:
        return (double)(1650000000 + random_below(random, 30000000)) / 86400;
    case 6:
        return (double)i / 3;
    case 7:
        return part(random) < .5 ? 0 : 1e-9 * part(random);
    case 8:
        return (double)random_below(random, 3);
    default:
        return ldexp(part(random), (int)random_below(random, 600) - 300);
    }
}

static double a_value(test_random *random, unsigned kind, size_t i, double time)
{
    switch (kind) {
    case 0:
        return (double)random_below(random, 11);
    case 1:
        return 2 * time + 1;
    case 2:
        return part(random);
    case 3:
        return (double)random_below(random, 3);
    case 4:
        return 5;
    case 5:
        return time * 0.1 + part(random) * 1e-3;
    case 6:
        return -time / 7;
    case 7:
        return floor(time / 3) + (double)random_below(random, 2);
    case 8:
        return part(random) < .9 ? 0 : part(random);
    case 9:
        return (double)random_below(random, 27) / 10;
    case 10:
        return (double)random_below(random, 4) - (double)i;
    case 11:
        return (double)i * 0.1;
    default:
        return ldexp(part(random) - 0.5, (int)random_below(random, 600) - 300);
    }
}

static void make_series(test_random *random, size_t n, char what[80])
{
    unsigned time = (unsigned)random_below(random, 10), value = (unsigned)random_below(random, 13);
    int scale = random_below(random, 5) == 0 ? (int)random_below(random, 300) - 150 : 0;
    int stretch = random_below(random, 7) == 0 ? (int)random_below(random, 300) - 150 : 0;
    snprintf(what, 80, "times %u, values %u, 2^%d in 2^%d", time, value, scale, stretch);
    for (size_t i = 0; i < n; i++) {
        double t = a_time(random, time, i);
        values[i] = ldexp(a_value(random, value, i, t), scale);
        times[i] = ldexp(t, stretch);
    }
}

static void test_random_series(void **state)
{
    (void)state;
    static const uint64_t most[] = {12, 60, 301};
    test_random random = random_start("theil_sen", 1);
    long rounds = random_rounds(6000, 200000);
    for (long i = 0; i < rounds; i++) {
        char what[80];
        size_t n = (size_t)random_below(&random, most[i % 3]);
        make_series(&random, n, what);
        expect_same(n, what);
    }
}

static void test_long_series(void **state)
{
    (void)state;
    test_random random = random_start("theil_sen, long", 2);
    long rounds = random_rounds(6, 300);
    for (long i = 0; i < rounds; i++) {
        char what[80];
        size_t n = 1000 + (size_t)random_below(&random, MOST - 1000);
        make_series(&random, n, what);
        expect_same(n, what);
    }
}

/* One shape each, where a count could go wrong by one: the middle at the edge of many equal slopes, two
 * middles on either side of it, times that nearly coincide. */
static void test_at_the_edge_of_ties(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 120; n++) {
        for (size_t flat = 0; flat <= n; flat++) {
            for (size_t i = 0; i < n; i++) {
                times[i] = (double)i;
                values[i] = i < flat ? 0 : (double)(i - flat) + 1;
            }
            expect_same(n, "flat, then rising");
            for (size_t i = 0; i < n; i++) {
                times[i] = (double)(i / 2) + (i % 2 ? 0x1p-40 : 0);
                values[i] = i < flat ? (double)i / 3 : -(double)(i % 5) / 7;
            }
            expect_same(n, "pairs of times");
        }
        n += n / 8;
    }
}

/* So many slopes that differ in their last digits only that they are not all looked at. */
static void test_a_long_straight_line(void **state)
{
    (void)state;
    static double t[20000], y[20000];
    for (size_t n = 10000; n <= COUNT_OF(t); n += 9999) {
        hw_trend_line line;
        for (size_t i = 0; i < n; i++) {
            t[i] = 19000 + (double)i + 10 / 24.0;
            y[i] = 0.1 * (double)i;
        }
        assert_int_equal(hw_theil_sen(t, y, n, &line, NULL), HW_OK);
        assert_true(fabs(line.slope.value - 0.1) < 1e-12);
        assert_int_equal(line.pairs, (int64_t)(n * (n - 1) / 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_series),
        cmocka_unit_test(test_long_series),
        cmocka_unit_test(test_at_the_edge_of_ties),
        cmocka_unit_test(test_a_long_straight_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
