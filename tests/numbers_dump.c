/* SPDX-License-Identifier: MIT */
/* Prints, as JSON, what the library makes of plans: occurrences, metrics, statistics, reminders, the log. This is
 * tests/data/numbers.json, which the tests of every host language compare their own numbers with.
 * Arguments, four for each plan: FILE FROM TO AS_OF.
 *
 * Numbers that take 64 bits, and seconds since 1970, are strings of digits; a double has as many digits as it takes to
 * read the same one back, and is null when undefined. */
#include <homework.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *separator = "";

static void fail(const char *what, const hw_error *err)
{
    fprintf(stderr, "numbers_dump: %s: %s\n", what, err->message);
    exit(1);
}

/* ---- JSON ------------------------------------------------------------------------------------------------ */
static void open_list(const char *name)
{
    printf(",\n  \"%s\": [", name);
    separator = "\n   {";
}

static void close_list(void)
{
    printf("]");
}

static void open_row(void)
{
    fputs(separator, stdout);
    separator = "";
}

static void close_row(void)
{
    printf("}");
    separator = ",\n   {";
}

static void put_key(const char *name)
{
    printf("%s\"%s\": ", separator, name);
    separator = ", ";
}

static void put_text(const char *name, const char *text)
{
    put_key(name);
    if (!text) {
        printf("null");
        return;
    }
    putchar('"');
    for (const char *at = text; *at; at++) {
        if (*at == '"' || *at == '\\') {
            putchar('\\');
        }
        putchar(*at);
    }
    putchar('"');
}

static void put_owned(const char *name, char *text, const hw_error *err)
{
    if (!text) {
        fail(name, err);
    }
    put_text(name, text);
    hw_string_free(text);
}

static void put_count(const char *name, size_t count)
{
    put_key(name);
    printf("%zu", count);
}

static void put_long(const char *name, int64_t value)
{
    put_key(name);
    printf("\"%" PRId64 "\"", value);
}

static void put_number(const char *name, bool defined, double value)
{
    put_key(name);
    if (defined) {
        printf("%.17g", value);
    } else {
        printf("null");
    }
}

static void put_flag(const char *name, bool flag)
{
    put_key(name);
    printf(flag ? "true" : "false");
}

static void put_moment(const char *name, hw_moment moment)
{
    hw_error err;
    char seconds[64];
    put_owned(name, hw_moment_text(moment, &err), &err);
    snprintf(seconds, sizeof seconds, "%s_seconds", name);
    put_long(seconds, moment.instant);
}

static void put_local(const char *name, hw_local local)
{
    hw_error err;
    put_owned(name, hw_local_text(local, &err), &err);
}

/* ---- what a plan amounts to ------------------------------------------------------------------------------ */
static void put_assignments(const hw_plan *plan)
{
    open_list("assignments");
    for (size_t i = 0; i < hw_plan_assignment_count(plan); i++) {
        const hw_assignment *one = hw_plan_assignment_at(plan, i);
        open_row();
        put_text("id", hw_assignment_id(one));
        put_text("title", hw_assignment_title(one, NULL));
        close_row();
    }
    close_list();
}

static void put_entries(const hw_plan *plan)
{
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    if (!log) {
        fail("entries", &err);
    }
    open_list("entries");
    for (size_t i = 0; i < hw_log_count(log); i++) {
        open_row();
        put_text("id", hw_log_id_at(log, i));
        put_text("assignment", hw_log_assignment_at(log, i));
        put_moment("recorded", hw_log_recorded_at(log, i));
        put_text("by", hw_log_by_at(log, i));
        put_count("values", hw_log_value_count(log, i));
        close_row();
    }
    close_list();
    hw_log_unref(log);
}

static void put_occurrences(const hw_occurrences *list)
{
    open_list("occurrences");
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        open_row();
        put_text("assignment", hw_occurrences_assignment_at(list, i));
        put_local("key", hw_occurrences_key_at(list, i));
        put_moment("due", hw_occurrences_due_at(list, i));
        put_text("status", hw_occurrence_status_name(hw_occurrences_status_at(list, i)));
        put_flag("settled", hw_occurrences_settled_at(list, i));
        put_number("credit", true, hw_occurrences_credit_at(list, i));
        put_count("entries", hw_occurrences_entry_count(list, i));
        close_row();
    }
    close_list();
}

static void put_metrics(const hw_progress *progress)
{
    open_list("metrics");
    for (size_t i = 0; i < hw_progress_subject_count(progress); i++) {
        hw_subject subject = hw_progress_subject_at(progress, i);
        for (int m = 0; m < HW_METRIC_COUNT; m++) {
            hw_metric metric = (hw_metric)m;
            double value = 0;
            bool defined = hw_progress_value(progress, i, metric, &value);
            if (!hw_metric_applies(metric, subject)) {
                continue;
            }
            open_row();
            put_text("subject", hw_subject_name(subject));
            put_text("id", hw_progress_subject_id(progress, i));
            put_text("metric", hw_metric_name(metric));
            put_number("value", defined, value);
            put_text("undefined", hw_undefined_name(hw_progress_undefined(progress, i, metric)));
            put_long("numerator", hw_progress_numerator(progress, i, metric));
            put_long("denominator", hw_progress_denominator(progress, i, metric));
            put_long("n", hw_progress_n(progress, i, metric));
            close_row();
        }
    }
    close_list();
}

static void put_statistics(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of)
{
    open_list("statistics");
    for (size_t i = 0; i < hw_plan_measure_count(plan); i++) {
        hw_error err;
        const char *measure = hw_measure_id(hw_plan_measure_at(plan, i));
        hw_series *series = hw_plan_series(plan, measure, from, to, as_of, NULL, &err);
        if (!series) {
            fail(measure, &err);
        }
        for (int s = 0; s < HW_STATISTIC_COUNT; s++) {
            hw_estimate estimate = hw_series_statistic_value(series, (hw_statistic)s);
            open_row();
            put_text("measure", measure);
            put_text("statistic", hw_statistic_name((hw_statistic)s));
            put_number("value", estimate.undefined == HW_UNDEFINED_NOT, estimate.value);
            put_text("undefined", hw_undefined_name(estimate.undefined));
            put_long("n", estimate.n);
            close_row();
        }
        hw_series_free(series);
    }
    close_list();
}

/* A week of them, those that do not ring too. */
static void put_reminders(const hw_plan *plan, hw_instant as_of)
{
    hw_error err;
    hw_reminders *rings = hw_plan_all_reminders(plan, as_of, as_of + 7 * 86400, as_of, &err);
    if (!rings) {
        fail("reminders", &err);
    }
    open_list("reminders");
    for (size_t i = 0; i < hw_reminders_count(rings); i++) {
        open_row();
        put_moment("at", hw_reminders_at(rings, i));
        put_text("assignment", hw_reminders_assignment_at(rings, i));
        put_text("state", hw_ring_state_name(hw_reminders_state_at(rings, i)));
        put_count("priority", (size_t)hw_reminders_priority_at(rings, i));
        close_row();
    }
    close_list();
    hw_reminders_free(rings);
}

static void put_plan(const hw_plan *plan, hw_date from, hw_date to, hw_moment as_of)
{
    hw_error err;
    hw_instant next = 0;
    hw_occurrences *list = hw_plan_occurrences(plan, from, to, as_of.instant, &err);
    hw_progress *progress = list ? hw_plan_progress(plan, from, to, as_of.instant, NULL, &err) : NULL;
    if (!progress) {
        fail("progress", &err);
    }
    put_owned("from", hw_date_text(from, &err), &err);
    put_owned("to", hw_date_text(to, &err), &err);
    put_moment("as_of", as_of);
    put_text("uid", hw_plan_uid(plan));
    put_text("zone", hw_settings_zone(hw_plan_settings(plan)));
    if (hw_plan_next_change(plan, as_of.instant, &next, &err)) {
        put_long("next_change_seconds", next);
    } else {
        put_text("next_change_seconds", NULL);
    }
    put_assignments(plan);
    put_entries(plan);
    put_occurrences(list);
    put_metrics(progress);
    put_statistics(plan, from, to, as_of.instant);
    put_reminders(plan, as_of.instant);
    hw_progress_free(progress);
    hw_occurrences_free(list);
}

int main(int count, char **words)
{
    printf("{\"plans\": [");
    for (int i = 1; i + 3 < count; i += 4) {
        hw_error err;
        hw_date from, to;
        hw_moment as_of;
        hw_plan *plan = hw_file_load(words[i], NULL, NULL, NULL, &err);
        if (!plan || hw_date_parse(words[i + 1], &from, &err) != HW_OK ||
            hw_date_parse(words[i + 2], &to, &err) != HW_OK ||
            hw_moment_parse(words[i + 3], &as_of, &err) != HW_OK) {
            fail(words[i], &err);
        }
        printf(i == 1 ? "\n {" : ",\n {");
        separator = "";
        put_text("file", words[i]);
        put_plan(plan, from, to, as_of);
        printf("}");
        hw_plan_free(plan);
    }
    printf("\n]}\n");
    return 0;
}
