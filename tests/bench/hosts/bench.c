/* SPDX-License-Identifier: MIT */
/* What the other hosts are measured against: the same jobs in C. bench PLAN (tests/bench/bench_hosts.py says which). */
#include <homework.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    TIMES = 20000,
    ROUNDS = 15,
    PLANS = 20
};
#define FROM ((hw_date){2026, 1, 1})
#define TO ((hw_date){2027, 1, 1})
#define AS_OF ((hw_instant)1798761600)

static hw_plan *plan;
static hw_assignment *assignment;
static hw_progress *progress;
static hw_table *table;
static hw_error err;

static size_t attribute(void)
{
    size_t size = 0;
    for (int i = 0; i < TIMES; i++)
        size += strlen(hw_assignment_title(assignment, NULL));
    return size / TIMES;
}

static size_t child(void)
{
    size_t found = 0;
    for (int i = 0; i < TIMES; i++) {
        hw_assignment *one = hw_assignment_ref(hw_plan_assignment(plan, "breathing"));
        found += one != NULL;
        hw_assignment_unref(one);
    }
    return found / TIMES;
}

static size_t occurrences(void)
{
    size_t done = 0;
    hw_occurrences *list = hw_plan_occurrences(plan, FROM, TO, AS_OF, &err);
    for (size_t i = 0; i < hw_occurrences_count(list); i++)
        done += hw_occurrences_status_at(list, i) == HW_STATUS_DONE;
    hw_occurrences_free(list);
    return done;
}

static size_t column(void)
{
    double value, sum = 0;
    for (size_t i = 0; i < hw_progress_subject_count(progress); i++)
        sum += hw_progress_value(progress, i, HW_METRIC_DONE, &value) ? value : 0;
    return (size_t)sum;
}

static size_t caseload(void)
{
    double sum = 0;
    size_t rows = hw_table_row_count(table);
    const double *values = hw_table_column_data(table, hw_table_find(table, "value"));
    for (size_t i = 0; i < rows; i++)
        sum += isnan(values[i]) ? 0 : values[i];
    return (size_t)sum;
}

static hw_table *table_of(const char *path)
{
    hw_caseload *load = hw_caseload_new(AS_OF, &err);
    hw_caseload_set_window(load, FROM, TO, &err);
    for (int i = 0; i < PLANS; i++)
        hw_caseload_add_path(load, path, &err);
    hw_table *made = hw_caseload_table(load, NULL, NULL, &err);
    hw_caseload_free(load);
    return made;
}

static void measure(const char *name, size_t (*job)(void))
{
    double best = 1e300;
    printf("check %s %zu\n", name, job());
    for (int i = 0; i < ROUNDS; i++) {
        struct timespec begin, end;
        clock_gettime(CLOCK_MONOTONIC, &begin);
        job();
        clock_gettime(CLOCK_MONOTONIC, &end);
        double nanoseconds =
            (double)(end.tv_sec - begin.tv_sec) * 1e9 + (double)(end.tv_nsec - begin.tv_nsec);
        best = nanoseconds < best ? nanoseconds : best;
    }
    printf("time %s %.0f\n", name, best);
}

int main(int count, char **words)
{
    plan = count == 2 ? hw_file_load(words[1], NULL, NULL, NULL, &err) : NULL;
    if (!plan)
        return 1;
    assignment = hw_assignment_ref(hw_plan_assignment(plan, "breathing"));
    progress = hw_plan_progress(plan, FROM, TO, AS_OF, NULL, &err);
    table = table_of(words[1]);
    measure("attribute", attribute);
    measure("child", child);
    measure("occurrences", occurrences);
    measure("column", column);
    measure("caseload", caseload);
    hw_table_free(table);
    hw_progress_free(progress);
    hw_assignment_unref(assignment);
    hw_plan_free(plan);
    return 0;
}
