/* SPDX-License-Identifier: MIT */
/* Prints docs/metrics.md from the table of metrics. With a file as its argument it compares instead, and
 * says whether that file has to be printed again: `build/dev/tests/metrics_doc > docs/metrics.md`. */
#include <stdio.h>

#include "doc_page.h"
#include "homework/progress.h"

static const char head[] =
    "<!-- Printed from lib/progress/metrics.c by tools/metrics_doc.c; do not edit. -->\n"
    "# Metrics\n"
    "\n"
    "Every metric is computed as of a moment: what was recorded later is invisible. Those of the ledger are "
    "computed for the\n"
    "plan, for each goal and for each assignment, over the occurrences whose key lies in the window, and on "
    "request for each\n"
    "kind, skill, week, month and interval between held sessions. Only settled occurrences enter a rate. "
    "Where nothing can be\n"
    "said a metric is undefined, with a reason: it is never 0 or 100 % instead. A value that rests on fewer "
    "than 5 things is\n"
    "marked as few. Units are UCUM codes; `{measure}` stands for the unit of the measure.\n"
    "\n"
    "The counts of assignments, of kinds, and of weeks, months and intervals sum to those of the plan. Goals "
    "and skills may\n"
    "share assignments.\n"
    "\n"
    "Rule parameters: the partial credit (0.5), the late credit (1), the half-life of strength (10 "
    "occurrences), and what is\n"
    "near a set time (30 minutes).\n";

static const char *const subjects[HW_SUBJECT_COUNT] = {
    [HW_SUBJECT_PLAN] = "plan", [HW_SUBJECT_GOAL] = "goal",   [HW_SUBJECT_ASSIGNMENT] = "assignment",
    [HW_SUBJECT_KIND] = "kind", [HW_SUBJECT_SKILL] = "skill", [HW_SUBJECT_INTERVAL] = "interval",
    [HW_SUBJECT_WEEK] = "week", [HW_SUBJECT_MONTH] = "month", [HW_SUBJECT_MEASURE] = "measure",
};

static void print_subjects(FILE *out, hw_metric metric)
{
    const char *separator = "";
    for (int subject = 0; subject < HW_SUBJECT_COUNT; subject++) {
        if (hw_metric_applies(metric, (hw_subject)subject)) {
            fprintf(out, "%s%s", separator, subjects[subject]);
            separator = ", ";
        }
    }
}

static void print_metric(FILE *out, hw_metric metric)
{
    fprintf(out, "\n## %s\n\n%s\n\n- Unit: `%s`\n- Of: ", hw_metric_name(metric),
            hw_metric_definition(metric), hw_metric_unit(metric));
    print_subjects(out, metric);
    fprintf(out, "\n- Source: %s\n", hw_metric_source(metric));
}

static void print_undefined(FILE *out)
{
    static const char *const meanings[] = {
        [HW_UNDEFINED_NOTHING_DUE] = "Nothing was due in the window.",
        [HW_UNDEFINED_NOT_SETTLED] = "Nothing is settled yet.",
        [HW_UNDEFINED_EXCLUDED] = "All that is settled is excused, suspended or withdrawn.",
        [HW_UNDEFINED_NO_VALUES] = "No entry says anything about it.",
        [HW_UNDEFINED_TOO_FEW] = "There are values, but fewer than it takes.",
        [HW_UNDEFINED_CONSTANT] = "All values, or all moments, are the same.",
        [HW_UNDEFINED_RANGE_CHANGED] = "The measure changed its range on the way.",
        [HW_UNDEFINED_NOT_APPLICABLE] = "It has no meaning for this subject.",
        [HW_UNDEFINED_NOT_STATED] = "A parameter, norm, weight, baseline or target is missing.",
    };
    fprintf(out, "\n## Why a metric is undefined\n\n");
    for (int i = HW_UNDEFINED_NOT + 1; i < (int)(sizeof meanings / sizeof *meanings); i++) {
        fprintf(out, "- `%s`: %s\n", hw_undefined_name((hw_undefined)i), meanings[i]);
    }
}

static bool print_all(FILE *out)
{
    fputs(head, out);
    for (int metric = 0; metric < HW_METRIC_COUNT; metric++) {
        print_metric(out, (hw_metric)metric);
    }
    print_undefined(out);
    return true;
}

int main(int argc, char **argv)
{
    return doc_page(argc, argv, "the table of metrics says", print_all);
}
