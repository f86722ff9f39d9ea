/* SPDX-License-Identifier: MIT */
/* A caseload of plans in files, from the files to rows: against the XML parser alone over the same files, on one
 * thread; how much memory it takes for any number of plans, in a process of its own; and what a second thread
 * brings, beside what it brings to arithmetic that shares nothing. */
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bare_parse.h"
#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define ENTRIES 100
#define COUNTED 500 /* plans whose instructions are counted */
#define ALL 10000
#define SHARED 2000 /* plans for two threads */
#define BESIDE 200  /* plans for pandas */
#define ROUNDS 25
#define ENOUGH 7 /* rounds in which a second thread had a processor */
#define PATH_BYTES 320

static const hw_date first_day = {2024, 1, 8};
static char folder[PATH_BYTES - 40]; /* of the plans */
static int days;                     /* from the first day to the last of all logs */
static size_t minutes[ALL];          /* what each log says */

static void name_file(size_t plan, char path[PATH_BYTES])
{
    snprintf(path, PATH_BYTES, "%s/%05zu.xml", folder, plan);
}

static void write_plans(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char path[PATH_BYTES];
        plan_text text = plan_text_make(
            &(plan_text_options){.entries = ENTRIES, .seed = i + 1, .values = 2, .notes = true});
        name_file(i, path);
        FILE *file = fopen(path, "w");
        bench_check(file && fwrite(text.data, 1, text.size, file) == text.size && fclose(file) == 0,
                    "writing a plan");
        minutes[i] = text.minutes;
        days = text.last_day >= days ? text.last_day + 1 : days;
        free(text.data);
    }
}

static void remove_plans(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char path[PATH_BYTES];
        name_file(i, path);
        unlink(path);
    }
    rmdir(folder);
}

/* ---- ours ---- */

typedef struct job {
    size_t plans;
    int32_t threads, silence; /* silence: 0 = nobody asks who needs attention */
    double sum;               /* of every number of every row */
} job;

static bool add_row(void *user, const hw_caseload_row *row)
{
    job *j = user;
    const hw_progress *progress = hw_caseload_row_progress(row);
    bench_check(progress != NULL, "%s: %s", hw_caseload_row_name(row), hw_caseload_row_error(row)->message);
    for (int metric = 0; metric <= HW_METRIC_MINUTES; metric++) {
        double value = 0;
        hw_progress_value(progress, 0, (hw_metric)metric, &value);
        j->sum += value + (double)hw_progress_numerator(progress, 0, (hw_metric)metric) +
                  (double)hw_progress_denominator(progress, 0, (hw_metric)metric) +
                  (double)hw_attention_count(hw_caseload_row_attention(row));
    }
    return true;
}

static void go_through(const job *j, hw_caseload_sink sink, void *user)
{
    hw_error err;
    hw_moment evening;
    bench_check(hw_moment_parse("2024-03-31T22:00:00Z", &evening, &err) == HW_OK, "%s", err.message);
    hw_caseload *caseload = hw_caseload_new(evening.instant, &err);
    bench_check(caseload &&
                    hw_caseload_set_window(caseload, first_day, hw_date_add_days(first_day, days), &err) ==
                        HW_OK &&
                    hw_caseload_set_attention(caseload, j->silence, &err) == HW_OK &&
                    hw_caseload_set_threads(caseload, j->threads, &err) == HW_OK,
                "%s", err.message);
    for (size_t i = 0; i < j->plans; i++) {
        char path[PATH_BYTES];
        name_file(i, path);
        bench_check(hw_caseload_add_path(caseload, path, &err) == HW_OK, "%s", err.message);
    }
    bench_check(hw_caseload_run(caseload, sink, user, NULL, NULL, &err) == HW_OK, "%s", err.message);
    hw_caseload_free(caseload);
}

static void ours(void *context)
{
    job *j = context;
    j->sum = 0;
    go_through(j, add_row, j);
}

/* ---- the parser alone ---- */

static void bare(void *context)
{
    const job *j = context;
    static char data[1 << 17];
    for (size_t i = 0; i < j->plans; i++) {
        char path[PATH_BYTES];
        name_file(i, path);
        int file = open(path, O_RDONLY | O_CLOEXEC);
        plan_text text = {.data = data};
        for (ssize_t got = 1; got > 0; text.size += got > 0 ? (size_t)got : 0) {
            got = read(file, data + text.size, sizeof data - text.size);
        }
        close(file);
        bench_check(text.size > 0 && text.size < sizeof data, "reading a plan");
        bare_parse(&text);
    }
}

/* ---- equality ---- */

static bool check_row(void *user, const hw_caseload_row *row)
{
    (void)user;
    double said = 0;
    const hw_progress *progress = hw_caseload_row_progress(row);
    bench_check(progress && hw_progress_value(progress, 0, HW_METRIC_MINUTES, &said) &&
                    said == (double)minutes[hw_caseload_row_index(row)],
                "the minutes of plan %zu", hw_caseload_row_index(row));
    return true;
}

/* ---- a second thread ---- */

static double wall_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double time_ours(int32_t threads)
{
    job j = {SHARED, threads, 0, 0};
    double begin = wall_now();
    ours(&j);
    return wall_now() - begin;
}

/* Arithmetic in pieces of some ten microseconds, handed out one by one. */
static void *calculate(void *argument)
{
    atomic_int *left = argument;
    volatile uint64_t kept;
    uint64_t x = 1;
    while (atomic_fetch_sub(left, 1) > 0) {
        for (int i = 0; i < 20000; i++) {
            x = x * 6364136223846793005u + 1442695040888963407u;
        }
    }
    kept = x; /* so that it is not left out */
    (void)kept;
    return NULL;
}

static double time_control(int threads)
{
    atomic_int left = 10000;
    pthread_t other;
    double begin = wall_now();
    bench_check(threads == 1 || pthread_create(&other, NULL, calculate, &left) == 0, "a thread");
    calculate(&left);
    if (threads > 1) {
        pthread_join(other, NULL);
    }
    return wall_now() - begin;
}

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_numbers);
    return values[count / 2];
}

/* By wall clocks, in turn, so that what else the machine does meets both alike. A round in which arithmetic gains
 * nothing from a second thread says nothing: then others had the processors. */
static void measure_threads(void)
{
    double caseload[ROUNDS], control[ROUNDS], share[ROUNDS];
    size_t good = 0;
    for (int round = 0; round < ROUNDS && good < ENOUGH; round++) {
        double ours_one = time_ours(1), control_one = time_control(1);
        double ours_two = time_ours(2), control_two = time_control(2);
        caseload[good] = ours_one / ours_two;
        control[good] = control_one / control_two;
        share[good] = caseload[good] / control[good];
        good += control[good] > 1.7;
    }
    bench_fact("speedup/rounds", (double)good);
    good = good ? good : 1;
    bench_fact("speedup/caseload", median(caseload, good));
    bench_fact("speedup/control", median(control, good));
    bench_fact("speedup/share", median(share, good));
}

/* ---- memory ---- */

/* Of this process, at its largest; not what its parent had. */
static double resident_kib(void)
{
    char line[256];
    long most = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, "VmHWM:", 6) == 0) {
            most = strtol(line + 6, NULL, 10);
        }
    }
    fclose(status);
    return (double)most;
}

/* In the process of its own: bench_caseload FOLDER DAYS PLANS THREADS */
static int measure_own_memory(char **arguments)
{
    char name[40];
    snprintf(folder, sizeof folder, "%s", arguments[1]);
    days = atoi(arguments[2]);
    job j = {strtoul(arguments[3], NULL, 10), (int32_t)atoi(arguments[4]), HW_ATTENTION_SILENCE, 0};
    ours(&j);
    snprintf(name, sizeof name, "resident/%s/%s", arguments[3], arguments[4]);
    bench_fact(name, resident_kib() / 1024);
    return 0;
}

static void measure_memory(char *program, char *plans, char *threads)
{
    char span[20];
    pid_t child;
    int ended;
    snprintf(span, sizeof span, "%d", days);
    char *const arguments[] = {program, folder, span, plans, threads, NULL};
    fflush(stdout);
    bench_check(posix_spawn(&child, "/proc/self/exe", NULL, NULL, arguments, NULL) == 0 &&
                    waitpid(child, &ended, 0) == child && ended == 0,
                "a process of its own");
}

/* For pandas_caseload.py: bench_caseload FOLDER */
static int write_for_others(const char *place)
{
    char path[PATH_BYTES];
    snprintf(folder, sizeof folder, "%s", place);
    snprintf(path, sizeof path, "%s/minutes.csv", folder);
    write_plans(BESIDE);
    FILE *file = fopen(path, "w");
    bench_check(file != NULL, "a file");
    fputs("minutes\n", file);
    for (size_t i = 0; i < BESIDE; i++) {
        fprintf(file, "%zu\n", minutes[i]);
    }
    return fclose(file);
}

int main(int count, char **arguments)
{
    if (count > 1) {
        return count == 2 ? write_for_others(arguments[1]) : measure_own_memory(arguments);
    }
    const char *base = getenv("TMPDIR");
    size_t plans = bench_counts() ? COUNTED : ALL;
    snprintf(folder, sizeof folder, "%s/bench-caseload-XXXXXX", base ? base : "/tmp");
    bench_check(mkdtemp(folder) != NULL, "a folder");
    write_plans(plans);
    job some = {COUNTED, 1, 0, 0}, asked = {COUNTED, 1, HW_ATTENTION_SILENCE, 0}, all = {ALL, 1, 0, 0};
    go_through(&some, check_row, NULL);
    bench_run((bench_contender[]){{"caseload/500", ours, &some},
                                  {"caseload_attention/500", ours, &asked},
                                  {"caseload_bare/500", bare, &some}},
              3, 7);
    if (!bench_counts()) {
        bench_run((bench_contender[]){{"caseload/10000", ours, &all}, {"caseload_bare/10000", bare, &all}}, 2,
                  3);
        measure_threads();
        measure_memory(arguments[0], "1000", "1");
        measure_memory(arguments[0], "10000", "1");
        measure_memory(arguments[0], "10000", "2");
    }
    remove_plans(plans);
    return 0;
}
