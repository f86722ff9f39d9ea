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
#define BOUNDS "Definition of this library: silence is not taken for an answer, so both extremes are told."
#define WILSON                                                                                          \
    "Wilson (1927), J Am Stat Assoc 22:209-212, without continuity correction, z = 1.959964. It takes " \
    "occurrences to be independent, which those of neighbouring days seldom are."
#define OWN "Definition of this library."
#define SERIES \
    "The series of the measure in the window (hw_plan_series()), of live entries that are not private."
#define THEIL "Theil (1950), Proc K Ned Akad Wet A 53:386-392; Sen (1968), J Am Stat Assoc 63:1379-1389."
#define KENDALL                                                                                              \
    "Mann (1945), Econometrica 13:245-259; Kendall (1970), Rank correlation methods. It takes values to be " \
    "independent, which those of neighbouring days seldom are."
#define GAS                                                                                            \
    "Goal attainment scaling: Kiresuk and Sherman (1968), Community Ment Health J 4:443-453, with an " \
    "assumed correlation of 0.3."
#define GOAL_RATINGS "Goal-based outcomes, ratings from 0 to 10: Law and Jacob (2015)."
#define SIMPSON                                                                                        \
    "Simpson (1949), Nature 163:688: the chance that two are of different kinds, divided by the most " \
    "that it can be with seven kinds."
#define RUNS "Runs of what counts: an excuse or a hold neither lengthens nor breaks one."
#define SAID "As the person reported."

/* The subjects that have occurrences and practices: all but measures. */
#define LEDGERS ((1u << HW_SUBJECT_MEASURE) - 1)
#define ALWAYS           \
    {                    \
        LEDGERS, LEDGERS \
    }
#define NOT_LEAN   \
    {              \
        LEDGERS, 0 \
    }

/* How a metric is read, from which list or sum, on which list it rests, whether it counts; for whom. */
#define LIST(name) hw__read_count, HW__LIST_##name, HW__LIST_##name, true, ALWAYS
#define STATUS(name) \
    hw__read_count, HW__LIST_STATUS + HW_STATUS_##name, HW__LIST_STATUS + HW_STATUS_##name, true, ALWAYS
#define RATE(name) hw__read_rate, HW__SUM_##name, HW__LIST_ELIGIBLE, false, ALWAYS
#define OF_ELIGIBLE(read, item) (read), (item), HW__LIST_ELIGIBLE, false, ALWAYS
#define OF_PRACTICES(read, item) (read), (item), HW__LIST_COUNT, false, ALWAYS
#define COUNT(read, item) (read), (item), HW__LIST_COUNT, true, ALWAYS
#define RICH(read, item, list, counts) (read), (item), (list), (counts), NOT_LEAN

#define OF_PLAN(item)                              \
    hw__read_stored, (item), HW__LIST_COUNT, true, \
    {                                              \
        1u << HW_SUBJECT_PLAN, 0                   \
    }
#define OF_GOAL(item, counts)                          \
    hw__read_stored, (item), HW__LIST_COUNT, (counts), \
    {                                                  \
        1u << HW_SUBJECT_GOAL, 0                       \
    }
#define OF_MEASURE(item, counts)                       \
    hw__read_stored, (item), HW__LIST_COUNT, (counts), \
    {                                                  \
        1u << HW_SUBJECT_MEASURE, 0                    \
    }
#define MEASURE HW__UNIT_OF_MEASURE

/* A row: name and unit; definition; source, and how it is read. */
/* clang-format off */
const hw__metric hw__metrics[HW_METRIC_COUNT] = {
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
     LEDGER, COUNT(hw__read_sum, HW__SUM_UNSCHEDULED)},
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
     ADHERENCE, OF_ELIGIBLE(hw__read_credit, HW__SUM_CREDIT)},
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
     AVERAGE, OF_ELIGIBLE(hw__read_strength, 0)},
    [HW_METRIC_STREAK_CURRENT] = {"streak_current", OCC,
     "Eligible occurrences done, late or not, one after another in the order in which they were due, "
     "up to the last eligible one.",
     RUNS, OF_ELIGIBLE(hw__read_streak_current, 0)},
    [HW_METRIC_STREAK_BEST] = {"streak_best", OCC,
     "The longest run of eligible occurrences done, late or not, one after another in the order in "
     "which they were due.",
     RUNS, OF_ELIGIBLE(hw__read_streak_best, 0)},
    [HW_METRIC_MINUTES] = {"minutes", "min",
     "Sum of the field `minutes`, predictions left out, of practices of an assignment, attempted at "
     "least, on a day in the window as for `unscheduled`.",
     SAID, OF_PRACTICES(hw__read_minutes, HW__SUM_CLOCKED)},
    [HW_METRIC_DONE_LOW] = {"done_low", "1",
     "The rate `done` if none of what nobody reported on was done: what it is by itself.",
     BOUNDS, RATE(DONE)},
    [HW_METRIC_DONE_HIGH] = {"done_high", "1",
     "The rate `done` if all of what nobody reported on was done: eligible occurrences done or not "
     "reported, divided by the eligible ones.",
     BOUNDS, OF_ELIGIBLE(hw__read_high, HW__SUM_DONE)},
    [HW_METRIC_DONE_WILSON_LOW] = {"done_wilson_low", "1",
     "Lower bound of the 95 % interval of the rate `done`.",
     WILSON, OF_ELIGIBLE(hw__read_wilson, 0)},
    [HW_METRIC_DONE_WILSON_HIGH] = {"done_wilson_high", "1",
     "Upper bound of the 95 % interval of the rate `done`.",
     WILSON, OF_ELIGIBLE(hw__read_wilson, 1)},
    [HW_METRIC_RECORDED_LATER] = {"recorded_later", "1",
     "Eligible occurrences done, but not by entries recorded before they settled, divided by the "
     "eligible ones: `done` less `recorded_promptly`. It tells when something was written down, and "
     "nothing about whether it is true.",
     DIARIES, RATE(LATER)},
    [HW_METRIC_CONSISTENCY] = {"consistency", "1",
     "Eligible occurrences done, due at a time of the day, that were practised no more than the set "
     "minutes before or after it by the clock of the person who did them (of several practices the "
     "nearest), divided by those of them with a practice whose time is known.",
     OWN, RICH(hw__read_consistency, HW__SUM_NEAR, HW__LIST_ELIGIBLE, false)},
    [HW_METRIC_PRACTICES] = {"practices", "{practice}",
     "Practices of an assignment, attempted at least, whether they answer an occurrence or not, on a "
     "day in the window as for `unscheduled`.",
     SAID, COUNT(hw__read_sum, HW__SUM_PRACTICES)},
    [HW_METRIC_NO_OPPORTUNITY] = {"no_opportunity", "{entry}",
     "Entries that say that what an assignment waits for did not come up, on a day in the window as "
     "for `unscheduled`. They are no practices, and no silence.",
     SAID, COUNT(hw__read_sum, HW__SUM_NONE)},
    [HW_METRIC_ELIGIBLE_DAYS] = {"eligible_days", "d",
     "Days of the window that have begun by the client's clock, and on which an assignment could be "
     "practised: its revision that holds at the end of the day is active, its schedule has begun and "
     "not ended, the plan has not ended (of what is meant for maintenance: has, or without an end its "
     "last session lies behind), and the day lies in "
     "no hold and is not excused as a whole. For several assignments a day counts once.",
     OWN, RICH(hw__read_days, 0, HW__LIST_COUNT, true)},
    [HW_METRIC_PRACTICES_PER_WEEK] = {"practices_per_week", "/wk",
     "Seven times `practices`, divided by `eligible_days`.",
     OWN, RICH(hw__read_practices_per_week, HW__SUM_PRACTICES, HW__LIST_COUNT, false)},
    [HW_METRIC_MINUTES_PER_WEEK] = {"minutes_per_week", "min/wk",
     "Seven times `minutes`, divided by `eligible_days`. Practices that do not say how long they took "
     "add nothing.",
     OWN, RICH(hw__read_minutes_per_week, HW__SUM_CLOCKED, HW__LIST_COUNT, false)},
    [HW_METRIC_PRACTICES_PER_DAY] = {"practices_per_day", "/d",
     "Practices of assignments that are on demand or wait for an event, divided by the eligible days "
     "of these. They have no occurrences, and so no rates of them.",
     OWN, RICH(hw__read_practices_per_day, HW__SUM_FREE, HW__LIST_COUNT, false)},
    [HW_METRIC_WEEKDAYS] = {"weekdays", "{weekday}",
     "On how many different days of the week there was a practice.",
     OWN, RICH(hw__read_weekdays, HW__SUM_PRACTICES, HW__LIST_COUNT, false)},
    [HW_METRIC_WEEKDAY_EVENNESS] = {"weekday_evenness", "1",
     "How evenly practices lie on the days of the week: 7/6 of one less the sum of the squares of the "
     "seven shares. 0 if all are on one day of the week, 1 if all seven have the same. Undefined of a "
     "single practice.",
     SIMPSON, RICH(hw__read_evenness, HW__SUM_PRACTICES, HW__LIST_COUNT, false)},
    [HW_METRIC_RECORDED_BY_CLIENT] = {"recorded_by_client", "1",
     "Practices recorded by a person whose role is that of the client, divided by all.",
     OWN, RICH(hw__read_share, HW__SUM_BY_CLIENT, HW__LIST_COUNT, false)},
    [HW_METRIC_TARGET_REACHED] = {"target_reached", "1",
     "Whether the measure of the goal has been at its target, or beyond it in the goal's direction, on "
     "any day up to the moment, whatever the window: 1 or 0. Undefined without a measure or a target.",
     OWN, OF_GOAL(HW__GOAL_TARGET, true)},
    [HW_METRIC_MOVEMENT] = {"movement", "{point}",
     "Of a goal with a measure from 0 to 10: how far it has moved from the baseline, or else the first "
     "value, to the latest up to the moment, whatever the window; positive towards what is better.",
     GOAL_RATINGS, OF_GOAL(HW__GOAL_MOVEMENT, false)},
    [HW_METRIC_GAS_LEVEL] = {"gas_level", "{level}",
     "The latest level of the goal, -2 to 2, up to the moment, whatever the window. Undefined when "
     "raters differ: they are not averaged.",
     GAS, OF_GOAL(HW__GOAL_LEVEL, true)},
    [HW_METRIC_GAS_T] = {"gas_t", "{T}",
     "T-score of the latest levels of all goals that were scored, with their weights, up to the moment, "
     "whatever the window. Undefined when there are several raters: it is theirs, and not averaged. T "
     "depends on the number of goals, and compares no two persons.",
     GAS, OF_PLAN(HW__GOAL_T)},
    [HW_METRIC_STEPS_MET] = {"steps_met", "1",
     "Steps of the goal that have met their criterion or are consolidated, divided by all that were "
     "not skipped, as of the moment. Undefined of a goal without steps.",
     OWN, OF_GOAL(HW__GOAL_STEPS, true)},
    [HW_METRIC_VALUES] = {"values", "{value}",
     "Values of the measure that happened in the window, of the phase that stands for it.",
     SERIES, OF_MEASURE(HW__MEASURE_VALUES, true)},
    [HW_METRIC_FIRST] = {"first", MEASURE,
     "The first of the values.",
     SERIES, OF_MEASURE(HW_STATISTIC_FIRST, false)},
    [HW_METRIC_LAST] = {"last", MEASURE,
     "The last of the values.",
     SERIES, OF_MEASURE(HW_STATISTIC_LAST, false)},
    [HW_METRIC_LEAST] = {"least", MEASURE,
     "The least of the values.",
     SERIES, OF_MEASURE(HW_STATISTIC_LEAST, false)},
    [HW_METRIC_GREATEST] = {"greatest", MEASURE,
     "The greatest of the values.",
     SERIES, OF_MEASURE(HW_STATISTIC_GREATEST, false)},
    [HW_METRIC_MEAN] = {"mean", MEASURE,
     "Sum of the values, divided by their number.",
     SERIES, OF_MEASURE(HW_STATISTIC_MEAN, false)},
    [HW_METRIC_MEDIAN] = {"median", MEASURE,
     "The value in the middle; of an even number the mean of the two in the middle.",
     SERIES, OF_MEASURE(HW_STATISTIC_MEDIAN, false)},
    [HW_METRIC_CHANGE] = {"change", MEASURE,
     "The last of the values less the first.",
     SERIES, OF_MEASURE(HW_STATISTIC_CHANGE, false)},
    [HW_METRIC_SPAN] = {"span", "d",
     "Days of 24 hours from the first of the values to the last.",
     SERIES, OF_MEASURE(HW_STATISTIC_SPAN, false)},
    [HW_METRIC_LONGEST_GAP] = {"longest_gap", "d",
     "The most days of 24 hours from one of the values to the next.",
     SERIES, OF_MEASURE(HW_STATISTIC_LONGEST_GAP, false)},
    [HW_METRIC_SLOPE] = {"slope", MEASURE "/wk",
     "Median of the slopes between all pairs of values at different moments, for 7 days of 24 hours.",
     THEIL, OF_MEASURE(HW_STATISTIC_SLOPE, false)},
    [HW_METRIC_TREND_Z] = {"trend_z", "1",
     "Rising less falling pairs of values, less 1 towards 0, divided by the standard deviation that "
     "this has without a trend, corrected for ties. Undefined below 5 values.",
     KENDALL, OF_MEASURE(HW__MEASURE_Z, false)},
    [HW_METRIC_TREND_P] = {"trend_p", "1",
     "Two-sided p of the test for a trend: counted over all orders of at most 10 values without ties, "
     "else by the normal distribution of z. Undefined below 5 values.",
     KENDALL, OF_MEASURE(HW__MEASURE_P, false)},
};
/* clang-format on */

bool hw_metric_applies(hw_metric metric, hw_subject subject)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec && (int)subject >= 0 && (int)subject < HW_SUBJECT_COUNT && (spec->subjects[0] >> subject & 1);
}

const char *hw_metric_name(hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    return spec ? spec->name : "unknown";
}

hw_metric hw_metric_find(const char *name)
{
    int metric = 0;
    while (metric < HW_METRIC_COUNT && !(name && strcmp(hw__metrics[metric].name, name) == 0)) {
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
