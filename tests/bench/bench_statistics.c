/* SPDX-License-Identifier: MIT */
/* The slope of Theil and Sen against listing all slopes and selecting the middle one, and how it and
 * Kendall's tau-b grow. Two kinds of series: ratings of 0 to 10 once a day, with many ties, and a noisy
 * trend at any time of day. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "homework.h"

typedef struct work {
    size_t count;
    double *times, *values;
    double *slopes; /* room for all of them, or NULL */
    double found;
} work;

/* ---- the contenders ---- */

static void ours(void *context)
{
    work *w = context;
    hw_error err;
    hw_trend_line line;
    bench_check(hw_theil_sen(w->times, w->values, w->count, &line, &err) == HW_OK, "%s", err.message);
    w->found = line.slope.value;
}

static void tau_b(void *context)
{
    work *w = context;
    hw_error err;
    hw_rank_test test;
    bench_check(hw_kendall_tau_b(w->times, w->values, w->count, &test, &err) == HW_OK, "%s", err.message);
    w->found = test.tau.value;
}

static void swap(double *a, double *b)
{
    double held = *a;
    *a = *b;
    *b = held;
}

/* Hoare's quickselect, the middle of three as its pivot. */
static double quickselect(double *v, size_t count, size_t rank)
{
    size_t low = 0, high = count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (v[middle] < v[low])
            swap(&v[middle], &v[low]);
        if (v[high] < v[low])
            swap(&v[high], &v[low]);
        if (v[high] < v[middle])
            swap(&v[high], &v[middle]);
        double pivot = v[middle];
        size_t i = low, j = high;
        while (i <= j) {
            while (v[i] < pivot)
                i++;
            while (pivot < v[j])
                j--;
            if (i <= j) {
                swap(&v[i++], &v[j]);
                if (j-- == 0)
                    break;
            }
        }
        if (rank <= j && j < count)
            high = j;
        else if (rank >= i)
            low = i;
        else
            break;
    }
    return v[rank];
}

static void listed(void *context)
{
    work *w = context;
    size_t count = 0;
    for (size_t i = 0; i < w->count; i++) {
        for (size_t j = i + 1; j < w->count; j++) {
            if (w->times[i] != w->times[j])
                w->slopes[count++] = (w->values[j] - w->values[i]) / (w->times[j] - w->times[i]);
        }
    }
    double upper = quickselect(w->slopes, count, count / 2), lower = upper;
    if (count % 2 == 0) {
        lower = w->slopes[0];
        for (size_t i = 1; i < count / 2; i++)
            lower = w->slopes[i] > lower ? w->slopes[i] : lower;
    }
    w->found = (lower + upper) / 2;
}

/* ---- what is measured ---- */

static uint64_t next_bits(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static work make(size_t count, bool rated, bool with_slopes)
{
    uint64_t state = 1;
    work w = {.count = count, .times = malloc(2 * count * sizeof *w.times)};
    bench_check(w.times != NULL, "memory");
    w.values = w.times + count;
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = next_bits(&state);
        w.times[i] = rated ? (double)i : (double)(1750000000 + 86400 * i + bits % 60000) / 86400;
        w.values[i] = rated ? (double)(next_bits(&state) % 11)
                            : (double)(next_bits(&state) >> 11) * 0x1p-53 - 0.001 * (double)i;
    }
    if (with_slopes) {
        w.slopes = malloc(count * count / 2 * sizeof *w.slopes);
        bench_check(w.slopes != NULL, "memory");
    }
    return w;
}

static void release(work *w)
{
    free(w->times);
    free(w->slopes);
}

static void compare(const char *kind, bool rated)
{
    char names[2][40];
    work w = make(1000, rated, true);
    ours(&w);
    double found = w.found;
    listed(&w);
    bench_check(found == w.found, "%s: %a and %a", kind, found, w.found);
    snprintf(names[0], sizeof names[0], "theil_sen_%s/1000", kind);
    snprintf(names[1], sizeof names[1], "all_slopes_%s/1000", kind);
    bench_run((bench_contender[]){{names[0], ours, &w}, {names[1], listed, &w}}, 2, 21);
    release(&w);
}

static void grow(size_t count)
{
    char names[2][40];
    work w = make(count, false, false);
    snprintf(names[0], sizeof names[0], "theil_sen/%zu", count);
    snprintf(names[1], sizeof names[1], "tau_b/%zu", count);
    bench_run((bench_contender[]){{names[0], ours, &w}, {names[1], tau_b, &w}}, 2, 5);
    release(&w);
}

int main(void)
{
    static const size_t sizes[] = {12500, 25000, 50000, 100000};
    compare("rated", true);
    compare("timed", false);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        grow(sizes[i]);
    return 0;
}
