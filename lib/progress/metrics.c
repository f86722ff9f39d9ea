/* SPDX-License-Identifier: MIT */
/* The table of metrics: what each is called, what it is exactly, where that comes from, and how it is read
 * from what was added up. Names are column names and JSON keys; docs/metrics.md is printed from here. */
#include <string.h>

#include "progress/progress.h"

#define OCC "{occurrence}"

#define LEDGER                                                                                          \
    "Ledger of this library: each occurrence has exactly one status, so the counts of statuses sum to " \
    "what was generated."
#define ADHERENCE                                                                                      \
    "Share of the assigned homework that was done, as reviewed by Kazantzis, Deane and Ronan (2004), " \
    "doi:10.1002/jclp.10239."
#define DIARIES "Diaries that are filled in afterwards: Stone and others (2002), BMJ 324:1193."
#define AVERAGE                                                                                      \
    "Geometric moving average: Roberts (1959), Technometrics 1:239-250; corrected for its start by " \
    "dividing by the sum of the weights."
#define RUNS "Runs of what counts: an excuse or a hold neither lengthens nor breaks one."
#define SAID "As the person reported."

/* How a metric is read, from which list or sum, and on which list it rests. */
#define LIST(name) hw__read_count, HW__LIST_##name, HW__LIST_##name
#define STATUS(name) hw__read_count, HW__LIST_STATUS + HW_STATUS_##name, HW__LIST_STATUS + HW_STATUS_##name
#define RATE(name) hw__read_rate, HW__SUM_##name, HW__LIST_ELIGIBLE

/* A row: name and unit; definition; source, and how it is read. */
/* clang-format off */
static const hw__metric metrics[HW_METRIC_COUNT] = {
    [HW_METRIC_GENERATED] = {"generated", OCC,
     "Occurrences that the schedules made with a key in the window.",
     LEDGER, LIST(GENERATED)},
    [HW_METRIC_UPCOMING] = {"upcoming", OCC,
     "Occurrences that have not opened, and about which nobody has reported.",
     LEDGER, STATUS(UPCOMING)},
    [HW_METRIC_OPEN] = {"open", OCC,
     "Occurrences that have opened, are not settled, and about which nobody has reported.",
     LEDGER, STATUS(OPEN)},
    [HW_METRIC_DONE_COUNT] = {"done_count", OCC,
     "Occurrences done within their window; quotas met within their period. What happened at an "
     "unknown time is not taken for late.",
     LEDGER, STATUS(DONE)},
    [HW_METRIC_DONE_LATE] = {"done_late", OCC,
     "Occurrences done after their window had closed, by the clock of the person who did them.",
     LEDGER, STATUS(DONE_LATE)},
    [HW_METRIC_PARTIAL] = {"partial", OCC,
     "Occurrences attempted, done in part, or replaced by something else.",
     LEDGER, STATUS(PARTIAL)},
    [HW_METRIC_NOT_DONE] = {"not_done", OCC,
     "Occurrences of which a person said that they were not begun.",
     LEDGER, STATUS(NOT_DONE)},
    [HW_METRIC_NOT_REPORTED] = {"not_reported", OCC,
     "Settled occurrences about which nobody has said anything.",
     LEDGER, STATUS(NOT_REPORTED)},
    [HW_METRIC_EXCUSED] = {"excused", OCC,
     "Occurrences that were excused and not done.",
     LEDGER, STATUS(EXCUSED)},
    [HW_METRIC_SUSPENDED] = {"suspended", OCC,
     "Occurrences in a hold that was recorded before they settled.",
     LEDGER, STATUS(SUSPENDED)},
    [HW_METRIC_WITHDRAWN] = {"withdrawn", OCC,
     "Occurrences that a revision cut off after they had opened.",
     LEDGER, STATUS(WITHDRAWN)},
    [HW_METRIC_ELIGIBLE] = {"eligible", OCC,
     "Settled occurrences that are not excused, suspended or withdrawn: what rates are of.",
     LEDGER, LIST(ELIGIBLE)},
    [HW_METRIC_AHEAD] = {"ahead", OCC,
     "Occurrences done, late or not, that are not settled and therefore in no rate yet.",
     LEDGER, LIST(AHEAD)},
    [HW_METRIC_UNSCHEDULED] = {"unscheduled", "{practice}",
     "Practices of an assignment, attempted at least, that answer no occurrence, on a day in the "
     "window by the clock of the person who did them (if nobody says when, the day of the recording).",
     LEDGER, hw__read_unscheduled, HW__SUM_UNSCHEDULED, HW__LIST_COUNT},
    [HW_METRIC_CHANGED_AFTER] = {"changed_after", OCC,
     "Settled occurrences that would have another status without the entries and excuses recorded "
     "after they had settled.",
     LEDGER, LIST(CHANGED)},
    [HW_METRIC_DONE] = {"done", "1",
     "Eligible occurrences done, late or not, divided by the eligible ones.",
     ADHERENCE, RATE(DONE)},
    [HW_METRIC_CREDIT] = {"credit", "1",
     "Sum of the credit of the eligible occurrences, divided by their number. The credit of one is 1 "
     "when done; the late credit when done late; in part the share that was reported, or else the "
     "partial credit; of a quota the share of what was asked for on the days that count; otherwise 0. "
     "Each is rounded to thousandths, half to even.",
     ADHERENCE, hw__read_credit, HW__SUM_CREDIT, HW__LIST_ELIGIBLE},
    [HW_METRIC_ON_TIME] = {"on_time", "1",
     "Eligible occurrences done within their window, divided by the eligible ones.",
     ADHERENCE, RATE(ON_TIME)},
    [HW_METRIC_RECORDED_PROMPTLY] = {"recorded_promptly", "1",
     "Eligible occurrences done, by entries recorded before they settled, divided by the eligible "
     "ones. The rest of what was done was recorded later.",
     DIARIES, RATE(PROMPT)},
    [HW_METRIC_REPORTED] = {"reported", "1",
     "Eligible occurrences of which somebody said what became of them, \"not begun\" too, divided by "
     "the eligible ones.",
     ADHERENCE, RATE(REPORTED)},
    [HW_METRIC_STRENGTH] = {"strength", "1",
     "Weighted mean of the credit of the eligible occurrences, 0 to 1. The weight of one halves with "
     "every half-life of eligible occurrences that were due after it.",
     AVERAGE, hw__read_strength, 0, HW__LIST_ELIGIBLE},
    [HW_METRIC_STREAK_CURRENT] = {"streak_current", OCC,
     "Eligible occurrences done, late or not, one after another in the order in which they were due, "
     "up to the last eligible one.",
     RUNS, hw__read_streak_current, 0, HW__LIST_ELIGIBLE},
    [HW_METRIC_STREAK_BEST] = {"streak_best", OCC,
     "The longest run of eligible occurrences done, late or not, one after another in the order in "
     "which they were due.",
     RUNS, hw__read_streak_best, 0, HW__LIST_ELIGIBLE},
    [HW_METRIC_MINUTES] = {"minutes", "min",
     "Sum of the field `minutes`, predictions left out, of practices of an assignment, attempted at "
     "least, on a day in the window as for `unscheduled`.",
     SAID, hw__read_minutes, HW__SUM_TIMED, HW__LIST_COUNT},
};
/* clang-format on */

const hw__metric *hw__metric_at(hw_metric metric)
{
    return (int)metric >= 0 && metric < HW_METRIC_COUNT ? &metrics[metric] : NULL;
}

const char *hw_metric_name(hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec ? spec->name : "unknown";
}

hw_metric hw_metric_find(const char *name)
{
    int metric = 0;
    while (metric < HW_METRIC_COUNT && !(name && strcmp(metrics[metric].name, name) == 0)) {
        metric++;
    }
    return (hw_metric)metric;
}

const char *hw_metric_unit(hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec ? spec->unit : "";
}

const char *hw_metric_definition(hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec ? spec->definition : "";
}

const char *hw_metric_source(hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec ? spec->source : "";
}
