/* SPDX-License-Identifier: MIT */
/* What the benchmark programs share. A program checks first that contenders give equal results and stops when
 * they do not, then measures. Run as it is, it prints thread CPU times; run under callgrind, each job is
 * counted once by itself, and nothing else is. run.py starts the programs both ways and reads the lines `kind
 * name value`. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Something to measure. It must clean up after itself and may run any number of times. */
typedef void (*bench_job)(void *context);

/* Whether instructions are being counted: then one run is enough, and slow contenders may be given less to
 * do. */
bool bench_counts(void);

/* Measures jobs in turn (A B A B ...), `rounds` times each, and prints the medians as `time name
 * nanoseconds`. Under callgrind: a warm-up, then one counted run each. */
typedef struct bench_contender {
    const char *name;
    bench_job job;
    void *context;
} bench_contender;
void bench_run(const bench_contender *contenders, size_t count, int rounds);

/* Prints `fact name value`. */
void bench_fact(const char *name, double value);

/* Stops the program with a message unless `good`. */
void bench_check(bool good, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes in use on the heap, by the C library's own account. */
size_t bench_heap(void);

#endif
