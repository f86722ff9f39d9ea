/* SPDX-License-Identifier: MIT */
/* The ledger alone, of a plan that is loaded and occurrences that are there: counts, rates, strength,
 * streaks, minutes, of the plan, its goals and its assignments. Then with every other metric, and all of
 * them read; and everything that progress can tell, with the occurrences and the measure. Against the XML
 * parser alone over the bytes of the same plan. `bench_progress FOLDER` writes the tables that
 * pandas_ledger.py works from. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bare_parse.h"
#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define ENTRIES 1000
#define AS_OF 1744672620 /* a week after the window */

static const hw_date first_day = {2024, 1, 8}, last_day = {2025, 4, 8};

typedef struct subject_of {
    plan_text text;
    hw_progress_options *lean, *measures;
    hw_plan *plan;
    hw_occurrences *occurrences;
    double sum; /* of what was read: so that nothing is left out */
} subject_of;

/* ---- the contenders ---- */

static hw_progress *ledger_of(const subject_of *its, const hw_progress_options *options)
{
    hw_error err;
    hw_progress *progress = hw_occurrences_progress(its->plan, its->occurrences, options, &err);
    bench_check(progress != NULL, "progress: %s", err.message);
    return progress;
}

static void ledger(void *context)
{
    const subject_of *its = context;
    hw_progress_free(ledger_of(its, its->lean));
}

static double read_all(const hw_progress *progress, int metrics)
{
    double sum = 0, value;
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        for (int metric = 0; metric < metrics; metric++) {
            if (hw_progress_value(progress, s, (hw_metric)metric, &value)) {
                sum += value;
            }
        }
    }
    return sum;
}

static void every_metric(void *context)
{
    subject_of *its = context;
    hw_progress *progress = ledger_of(its, NULL);
    its->sum = read_all(progress, HW_METRIC_TARGET_REACHED); /* the first that is not of the ledger */
    hw_progress_free(progress);
}

/* From a plan that is loaded: occurrences, the ledger, the statistics of the measure's thousand values. */
static void everything(void *context)
{
    subject_of *its = context;
    hw_error err;
    hw_progress *progress = hw_plan_progress(its->plan, first_day, last_day, AS_OF, its->measures, &err);
    bench_check(progress != NULL, "progress: %s", err.message);
    its->sum = read_all(progress, HW_METRIC_COUNT);
    hw_progress_free(progress);
}

/* ---- equality: the same once more, straight from the rows ---- */

typedef struct straight {
    int64_t generated, eligible, done, on_time, reported, prompt_or_later;
    int64_t current, best;
    double credit, level, weight, minutes;
} straight;

static bool is_in(const char *assignment, const char *wanted)
{
    return !wanted || (assignment && strcmp(assignment, wanted) == 0);
}

static void add_occurrence(straight *sum, const hw_occurrences *list, size_t i, double keep)
{
    hw_occurrence_status status = hw_occurrences_status_at(list, i);
    bool done = status == HW_STATUS_DONE || status == HW_STATUS_DONE_LATE;
    sum->generated++;
    if (!hw_occurrences_settled_at(list, i) || status >= HW_STATUS_EXCUSED) {
        return;
    }
    double credit = done ? 1 : status == HW_STATUS_PARTIAL ? hw_occurrences_credit_at(list, i) : 0;
    sum->eligible++;
    sum->done += done;
    sum->on_time += status == HW_STATUS_DONE;
    sum->reported += status != HW_STATUS_NOT_REPORTED;
    sum->credit += nearbyint(credit * 1000);
    sum->level = keep * sum->level + (1 - keep) * credit;
    sum->weight = keep * sum->weight + (1 - keep);
    sum->current = done ? sum->current + 1 : 0;
    sum->best = sum->current > sum->best ? sum->current : sum->best;
}

static straight count_straight(const subject_of *its, const char *assignment)
{
    straight sum = {0};
    double keep = pow(0.5, 0.1);
    for (size_t i = 0; i < hw_occurrences_count(its->occurrences); i++) {
        if (is_in(hw_occurrences_assignment_at(its->occurrences, i), assignment)) {
            add_occurrence(&sum, its->occurrences, i, keep);
        }
    }
    hw_log *log = hw_plan_entries(its->plan, NULL);
    for (size_t i = 0; i < hw_log_count(log); i++) {
        for (size_t v = 0; v < hw_log_value_count(log, i); v++) {
            double minutes = 0;
            if (is_in(hw_log_assignment_at(log, i), assignment) &&
                hw_log_value_kind(log, i, v) == HW_VALUE_NUMBER && hw_log_value_number(log, i, v, &minutes)) {
                sum.minutes += minutes;
            }
        }
    }
    hw_log_unref(log);
    return sum;
}

static void expect(const hw_progress *progress, size_t s, hw_metric metric, double expected)
{
    double found = NAN;
    hw_progress_value(progress, s, metric, &found);
    bench_check(fabs(found - expected) <= 1e-9, "%s of %s: %.12g found, %.12g straight",
                hw_metric_name(metric), hw_progress_subject_id(progress, s), found, expected);
}

static void check_straight(const subject_of *its, const hw_progress_options *options)
{
    hw_progress *progress = ledger_of(its, options);
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        hw_subject kind = hw_progress_subject_at(progress, s);
        if (kind == HW_SUBJECT_GOAL) {
            continue;
        }
        straight sum =
            count_straight(its, kind == HW_SUBJECT_ASSIGNMENT ? hw_progress_subject_id(progress, s) : NULL);
        double of = (double)sum.eligible;
        expect(progress, s, HW_METRIC_GENERATED, (double)sum.generated);
        expect(progress, s, HW_METRIC_ELIGIBLE, of);
        expect(progress, s, HW_METRIC_DONE, (double)sum.done / of);
        expect(progress, s, HW_METRIC_ON_TIME, (double)sum.on_time / of);
        expect(progress, s, HW_METRIC_REPORTED, (double)sum.reported / of);
        expect(progress, s, HW_METRIC_CREDIT, sum.credit / 1000 / of);
        expect(progress, s, HW_METRIC_STRENGTH, sum.level / sum.weight);
        expect(progress, s, HW_METRIC_STREAK_CURRENT, (double)sum.current);
        expect(progress, s, HW_METRIC_STREAK_BEST, (double)sum.best);
        expect(progress, s, HW_METRIC_MINUTES, sum.minutes);
    }
    hw_progress_free(progress);
}

/* The measure as its series tells it. */
static void check_measure(const subject_of *its)
{
    static const struct {
        hw_metric metric;
        hw_statistic statistic;
    } rows[] = {{HW_METRIC_MEAN, HW_STATISTIC_MEAN},
                {HW_METRIC_MEDIAN, HW_STATISTIC_MEDIAN},
                {HW_METRIC_LONGEST_GAP, HW_STATISTIC_LONGEST_GAP},
                {HW_METRIC_SLOPE, HW_STATISTIC_SLOPE}};
    hw_progress *progress = ledger_of(its, its->measures);
    hw_series *series = hw_plan_series(its->plan, "calmness", first_day, last_day, AS_OF, NULL, NULL);
    size_t s = hw_progress_find(progress, HW_SUBJECT_MEASURE, "calmness");
    bench_check(hw_series_count(series) == ENTRIES, "%zu values", hw_series_count(series));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(progress, s, rows[i].metric, hw_series_statistic_value(series, rows[i].statistic).value);
    }
    hw_series_free(series);
    hw_progress_free(progress);
}

/* From occurrences that are there, and from the plan: the same in every cell. */
static void check_whole(const subject_of *its)
{
    hw_error err;
    hw_progress *parts = ledger_of(its, NULL);
    hw_progress *whole = hw_plan_progress(its->plan, first_day, last_day, AS_OF, NULL, &err);
    hw_table *tables[] = {hw_progress_table(parts, &err), hw_progress_table(whole, &err)};
    char *texts[] = {hw_table_to_csv(tables[0], NULL, &err), hw_table_to_csv(tables[1], NULL, &err)};
    bench_check(texts[0] && texts[1] && strcmp(texts[0], texts[1]) == 0, "two ways to two ledgers");
    for (int i = 0; i < 2; i++) {
        hw_string_free(texts[i]);
        hw_table_free(tables[i]);
    }
    hw_progress_free(parts);
    hw_progress_free(whole);
}

/* ---- tables for others ---- */

static void write_table(const char *folder, const char *name, hw_table *table)
{
    char path[1000];
    hw_error err;
    snprintf(path, sizeof path, "%s/%s.csv", folder, name);
    char *text = hw_table_to_csv(table, NULL, &err);
    FILE *file = fopen(path, "wb");
    bench_check(text && file && fputs(text, file) >= 0 && fclose(file) == 0, "%s: not written", path);
    hw_string_free(text);
    hw_table_free(table);
}

static void write_tables(const subject_of *its, const char *folder)
{
    hw_progress *progress = ledger_of(its, NULL);
    hw_log *log = hw_plan_entries(its->plan, NULL);
    write_table(folder, "occurrences", hw_occurrences_table(its->occurrences, NULL));
    write_table(folder, "entries", hw_log_table(log, NULL));
    write_table(folder, "values", hw_log_value_table(log, true, NULL));
    write_table(folder, "progress", hw_progress_table(progress, NULL));
    hw_log_unref(log);
    hw_progress_free(progress);
}

int main(int count, char **arguments)
{
    hw_error err;
    subject_of its = {.text = plan_text_make(
                          &(plan_text_options){.entries = ENTRIES, .seed = 1, .values = 2, .notes = true})};
    its.lean = hw_progress_options_new(&err);
    hw_progress_options_set_lean(its.lean, true, &err);
    its.measures = hw_progress_options_new(&err);
    hw_progress_options_add_by(its.measures, HW_SUBJECT_MEASURE, &err);
    its.plan = hw_plan_from_xml(its.text.data, its.text.size, NULL, NULL, &err);
    bench_check(its.plan != NULL, "loading: %s", err.message);
    its.occurrences = hw_plan_occurrences(its.plan, first_day, last_day, AS_OF, &err);
    bench_check(its.occurrences != NULL, "occurrences: %s", err.message);
    if (count > 1) {
        write_tables(&its, arguments[1]);
    } else {
        check_straight(&its, NULL);
        check_straight(&its, its.lean);
        check_whole(&its);
        check_measure(&its);
        bench_run((bench_contender[]){{"ledger/1000", ledger, &its},
                                      {"metrics/1000", every_metric, &its},
                                      {"everything/1000", everything, &its},
                                      {"ledger_bare/1000", bare_parse, &its.text}},
                  4, 41);
        bench_fact("ledger", (double)(ENTRIES + hw_occurrences_count(its.occurrences)));
    }
    hw_occurrences_free(its.occurrences);
    hw_progress_options_free(its.lean);
    hw_progress_options_free(its.measures);
    hw_plan_free(its.plan);
    free(its.text.data);
    return 0;
}
