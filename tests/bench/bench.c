/* SPDX-License-Identifier: MIT */
/* Measuring: thread CPU time by itself, instructions under callgrind. */
#include "bench.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <valgrind/callgrind.h>

#define MOST_CONTENDERS 8
#define MOST_ROUNDS 101

bool bench_counts(void)
{
    return RUNNING_ON_VALGRIND > 0;
}

static double cpu_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void count_instructions(const bench_contender *contender)
{
    contender->job(contender->context); /* what is made once, such as zones, is there then */
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    contender->job(contender->context);
    CALLGRIND_DUMP_STATS_AT(contender->name);
    CALLGRIND_STOP_INSTRUMENTATION;
}

/* The C library merges small freed blocks when the next large one is asked for: that belongs to who freed
 * them. */
static void settle_heap(void)
{
    void *volatile large = malloc(100000);
    free(large);
}

void bench_run(const bench_contender *contenders, size_t count, int rounds)
{
    static double times[MOST_CONTENDERS][MOST_ROUNDS];
    bench_check(count <= MOST_CONTENDERS && rounds <= MOST_ROUNDS, "too much to measure at once");
    if (bench_counts()) {
        for (size_t i = 0; i < count; i++) {
            count_instructions(&contenders[i]);
        }
        return;
    }
    for (int round = -1; round < rounds; round++) {
        for (size_t i = 0; i < count; i++) {
            double begin = cpu_now();
            contenders[i].job(contenders[i].context);
            settle_heap();
            if (round >= 0) {
                times[i][round] = cpu_now() - begin;
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        qsort(times[i], (size_t)rounds, sizeof times[i][0], compare_times);
        printf("time %s %.0f\n", contenders[i].name, times[i][rounds / 2]);
    }
}

void bench_fact(const char *name, double value)
{
    printf("fact %s %.10g\n", name, value);
}

void bench_check(bool good, const char *format, ...)
{
    if (good) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    fputs("not equal, or not possible: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

size_t bench_heap(void)
{
    struct mallinfo2 now = mallinfo2();
    return now.uordblks + now.hblkhd;
}
