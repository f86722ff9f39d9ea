/* SPDX-License-Identifier: MIT */
/* From the bytes of a plan to a report: load, 15 months of occurrences, every metric of every subject, as
 * JSON. Against the XML parser alone over the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bare_parse.h"
#include "bench.h"
#include "homework.h"
#include "plan_text.h"

static const hw_date first_day = {2024, 1, 8}, last_day = {2025, 4, 8};
#define AS_OF 1744672620 /* a week later */

static char *report(const plan_text *text, hw_progress **kept)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(text->data, text->size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    hw_progress *progress = hw_plan_progress(plan, first_day, last_day, AS_OF, NULL, &err);
    bench_check(progress != NULL, "progress: %s", err.message);
    hw_table *table = hw_progress_table(progress, &err);
    char *json = hw_table_to_json(table, NULL, &err);
    bench_check(json != NULL, "table: %s", err.message);
    hw_table_free(table);
    hw_plan_free(plan);
    if (kept) {
        *kept = progress;
    } else {
        hw_progress_free(progress);
    }
    return json;
}

static void ours(void *context)
{
    hw_string_free(report(context, NULL));
}

/* ---- equality: what the generator knows ---- */

static double value_of(const hw_progress *progress, size_t subject, hw_metric metric)
{
    double value = 0;
    bench_check(hw_progress_value(progress, subject, metric, &value), "%s is undefined",
                hw_metric_name(metric));
    return value;
}

static void expect(const char *what, double found, size_t expected)
{
    bench_check(found == (double)expected, "%s: %g found, %zu generated", what, found, expected);
}

static void check_report(const plan_text *text)
{
    hw_progress *progress;
    char *json = report(text, &progress);
    size_t plan = hw_progress_find(progress, HW_SUBJECT_PLAN, NULL);
    size_t quota = hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, PLAN_TEXT_QUOTA);
    int days = hw_date_days_between(first_day, last_day);
    bench_check(text->last_day < days, "the log goes on after the window");
    double on_time =
        value_of(progress, plan, HW_METRIC_DONE_COUNT) - value_of(progress, quota, HW_METRIC_DONE_COUNT);
    double late =
        value_of(progress, plan, HW_METRIC_DONE_LATE) - value_of(progress, quota, HW_METRIC_DONE_LATE);
    expect("occurrences", value_of(progress, plan, HW_METRIC_GENERATED), plan_text_due(days));
    expect("done on time", on_time, text->done - text->late);
    expect("done late", late, text->late);
    expect("minutes", value_of(progress, plan, HW_METRIC_MINUTES), text->minutes);
    bench_check(strstr(json, "\"streak_best\"") != NULL, "no metrics in the JSON");
    hw_string_free(json);
    hw_progress_free(progress);
}

int main(void)
{
    plan_text text =
        plan_text_make(&(plan_text_options){.entries = 1000, .seed = 1, .values = 2, .notes = true});
    check_report(&text);
    bench_run((bench_contender[]){{"report/1000", ours, &text}, {"report_bare/1000", bare_parse, &text}}, 2,
              41);
    free(text.data);
    return 0;
}
