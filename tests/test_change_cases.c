/* SPDX-License-Identifier: MIT */
/* T-scores, reliable change and trends of random inputs against decimals of 50 digits, which tests/make_change.py
 * has written down. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/near.h"

#define MOST_CELLS 32
#define MOST_POINTS 16
#define ROWS 2000

typedef struct line {
    double cells[MOST_CELLS];
    size_t count;
} line;

/* The next line with numbers; NA as NaN. */
static bool next_line(FILE *file, line *out)
{
    char text[1024];
    do {
        if (!fgets(text, sizeof text, file)) {
            return false;
        }
    } while (text[0] == '#');
    out->count = 0;
    for (char *at = text; *at && out->count < MOST_CELLS; at++) {
        if (strncmp(at, "NA", 2) == 0) {
            out->cells[out->count++] = (double)NAN;
            at += 2;
        } else {
            out->cells[out->count++] = strtod(at, &at);
        }
        assert_true(*at == ',' || *at == '\n');
    }
    return true;
}

/* Relative to the value, and near 0 to what it comes from. */
static void check(hw_estimate estimate, double expected, double count, double scale)
{
    assert_int_equal(estimate.undefined != HW_UNDEFINED_NOT, isnan(expected));
    if (!isnan(expected)) {
        assert_near(estimate.value, expected, 1e-12 * fmax(scale, fabs(expected)));
    }
    assert_true((double)estimate.n == count);
}

static void check_gas(const line *row)
{
    double levels[MOST_POINTS], weights[MOST_POINTS];
    size_t goals = (row->count - 3) / 2;
    for (size_t i = 0; i < goals; i++) {
        levels[i] = row->cells[1 + 2 * i];
        weights[i] = row->cells[2 + 2 * i];
    }
    hw_estimate t;
    assert_int_equal(hw_gas_t(levels, weights, goals, row->cells[0], &t, NULL), HW_OK);
    check(t, row->cells[row->count - 1], row->cells[row->count - 2], 50);
}

static void check_change(const line *row)
{
    const double *cells = row->cells;
    assert_int_equal(row->count, 8);
    double error, difference;
    hw_estimate index;
    assert_int_equal(hw_measurement_error(cells[2], cells[3], &error, NULL), HW_OK);
    assert_int_equal(hw_difference_error(cells[2], cells[3], &difference, NULL), HW_OK);
    assert_int_equal(hw_reliable_change_index(cells[0], cells[1], cells[2], cells[3], &index, NULL), HW_OK);
    assert_same(error, cells[4]);
    assert_same(difference, cells[5]);
    check(index, cells[6], 2, cells[0] / difference);
    hw_norms *norms = hw_norms_new("case", "case", HW_BETTER_LOWER, "A random case", NULL);
    hw_norms_set_clinical(norms, 50, cells[2], NULL);
    hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, cells[3], NULL);
    double threshold;
    assert_true(hw_norms_threshold(norms, &threshold));
    assert_same(threshold, cells[7]);
    hw_reliable_change *change = hw_norms_compare(norms, cells[0], cells[1], NULL);
    hw_change_class class = hw_reliable_change_class(change);
    bool is_reliable = fabs(cells[6]) > 1.96, is_worse = cells[6] > 0;
    assert_int_equal(class != HW_CHANGE_CLASS_UNCHANGED, is_reliable);
    assert_int_equal(class == HW_CHANGE_CLASS_DETERIORATED, is_reliable && is_worse);
    hw_reliable_change_free(change);
    hw_norms_free(norms);
}

static void check_trend(const line *row)
{
    double times[MOST_POINTS], values[MOST_POINTS];
    size_t points = (row->count - 4) / 2;
    for (size_t i = 0; i < points; i++) {
        times[i] = row->cells[1 + 2 * i];
        values[i] = row->cells[2 + 2 * i];
    }
    hw_estimate index, slope;
    assert_int_equal(hw_reliable_trend_index(times, values, points, row->cells[0], &index, &slope, NULL),
                     HW_OK);
    const double *expected = row->cells + row->count - 3;
    double steepness = isnan(expected[1]) ? 1 : fmax(1, fabs(expected[1]));
    check(slope, expected[1], expected[0], steepness);
    check(index, expected[2], expected[0], steepness * 500 / row->cells[0]);
}

static void run(const char *name, void (*check_line)(const line *row))
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/data/change/%s.csv", HW_SOURCE_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    line row;
    int rows = 0;
    for (; next_line(file, &row); rows++) {
        check_line(&row);
    }
    fclose(file);
    assert_int_equal(rows, ROWS);
}

static void test_gas(void **state)
{
    (void)state;
    run("gas", check_gas);
}

static void test_change(void **state)
{
    (void)state;
    run("change", check_change);
}

static void test_trend(void **state)
{
    (void)state;
    run("trend", check_trend);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gas),
        cmocka_unit_test(test_change),
        cmocka_unit_test(test_trend),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
