/* SPDX-License-Identifier: MIT */
/** @file progress.h
 *  What the homework amounts to: metrics by subject, each with its counts, its evidence and, when it is
 *  undefined, the reason.
 *
 *  A metric is a row of one table: name, unit, definition, source. Subjects are the plan, each goal and each
 *  assignment, and what the options ask for besides: kinds, skills, weeks, months, the time between sessions.
 *  Only occurrences that are settled enter a rate; excused, suspended and withdrawn ones are counted beside
 *  it; silence is not the same as "not done". Where nothing can be said a metric is undefined: never 0, never
 *  100 %. A value comes with what it was made from, and hw_progress_few() says when that is too little to
 *  lean on.
 *
 *      hw_progress *p = hw_plan_progress(plan, from, to, now, NULL, &err);
 *      size_t whole = hw_progress_find(p, HW_SUBJECT_PLAN, NULL);
 *      double rate;
 *      if (hw_progress_value(p, whole, HW_METRIC_DONE, &rate))
 *          printf("%.0f %% of %lld\n", 100 * rate, (long long)hw_progress_denominator(p, whole,
 *          HW_METRIC_DONE));
 *      hw_progress_free(p);
 */
#ifndef HOMEWORK_PROGRESS_H
#define HOMEWORK_PROGRESS_H

#include "occurrences.h"
#include "undefined.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The metrics. Dense; new ones are added at the end. Their definitions: hw_metric_definition(). */
typedef enum hw_metric {
    HW_METRIC_GENERATED = 0, /**< Occurrences in the window. */
    HW_METRIC_UPCOMING,      /**< Of these, upcoming. */
    HW_METRIC_OPEN,          /**< Open. */
    HW_METRIC_DONE_COUNT,    /**< Done on time. */
    HW_METRIC_DONE_LATE,     /**< Done late. */
    HW_METRIC_PARTIAL,       /**< In part. */
    HW_METRIC_NOT_DONE,      /**< Said not to be done. */
    HW_METRIC_NOT_REPORTED,  /**< Settled in silence. */
    HW_METRIC_EXCUSED,       /**< Excused. */
    HW_METRIC_SUSPENDED,     /**< In a hold. */
    HW_METRIC_WITHDRAWN,     /**< Withdrawn. */
    HW_METRIC_ELIGIBLE,      /**< Settled, and not excused, suspended or withdrawn: what rates are of. */
    HW_METRIC_AHEAD,         /**< Done, but not settled yet. */
    HW_METRIC_UNSCHEDULED,   /**< Practices that answer no occurrence. */
    HW_METRIC_CHANGED_AFTER, /**< Settled occurrences whose status an entry or excuse recorded later has changed. */
    HW_METRIC_DONE,          /**< Rate: done, late or not. */
    HW_METRIC_CREDIT,        /**< Rate: sum of credit. */
    HW_METRIC_ON_TIME,       /**< Rate: done within the window. */
    HW_METRIC_RECORDED_PROMPTLY,  /**< Rate: done, and recorded before it settled. */
    HW_METRIC_REPORTED,           /**< Rate: anything was reported, "not done" too. */
    HW_METRIC_STRENGTH,           /**< Smoothed credit, 0-1. */
    HW_METRIC_STREAK_CURRENT,     /**< Done in a row, up to now. */
    HW_METRIC_STREAK_BEST,        /**< Done in a row, at best. */
    HW_METRIC_MINUTES,            /**< Minutes practised. */
    HW_METRIC_DONE_LOW,           /**< Rate: done, if all that is silent was not. @since 0.2 */
    HW_METRIC_DONE_HIGH,          /**< Rate: done, if all that is silent was. @since 0.2 */
    HW_METRIC_DONE_WILSON_LOW,    /**< Lower bound of Wilson's 95 % interval of the rate done. @since 0.2 */
    HW_METRIC_DONE_WILSON_HIGH,   /**< Its upper bound. @since 0.2 */
    HW_METRIC_RECORDED_LATER,     /**< Rate: done, and recorded after it had settled. @since 0.2 */
    HW_METRIC_CONSISTENCY,        /**< Share of what was done that was done near its set time. @since 0.2 */
    HW_METRIC_PRACTICES,          /**< Practices, scheduled or not. @since 0.2 */
    HW_METRIC_NO_OPPORTUNITY,     /**< Times that nothing to practise on came up. @since 0.2 */
    HW_METRIC_ELIGIBLE_DAYS,      /**< Days on which there was something that could be done. @since 0.2 */
    HW_METRIC_PRACTICES_PER_WEEK, /**< Practices in seven eligible days. @since 0.2 */
    HW_METRIC_MINUTES_PER_WEEK,   /**< Minutes in seven eligible days. @since 0.2 */
    HW_METRIC_PRACTICES_PER_DAY,  /**< Practices an eligible day, of what is due at no set time. @since 0.2 */
    HW_METRIC_WEEKDAYS,           /**< Different days of the week practised on. @since 0.2 */
    HW_METRIC_WEEKDAY_EVENNESS,   /**< How evenly practices lie on them, 0-1. @since 0.2 */
    HW_METRIC_RECORDED_BY_CLIENT, /**< Share of practices that the client recorded. @since 0.2 */
    HW_METRIC_TARGET_REACHED, /**< Of a goal: 1 if its measure has been at its target, else 0. @since 0.2 */
    HW_METRIC_MOVEMENT,       /**< Of a goal rated from 0 to 10: points gained. @since 0.2 */
    HW_METRIC_GAS_LEVEL,      /**< Of a goal: its latest level, -2 to 2. @since 0.2 */
    HW_METRIC_GAS_T,          /**< Of the plan: the T-score of goal attainment scaling. @since 0.2 */
    HW_METRIC_STEPS_MET,      /**< Of a goal: share of its steps that are met. @since 0.2 */
    HW_METRIC_VALUES,         /**< Of a measure: how many values it has. @since 0.2 */
    HW_METRIC_FIRST,          /**< Of a measure: the first value. @since 0.2 */
    HW_METRIC_LAST,           /**< Of a measure: the last value. @since 0.2 */
    HW_METRIC_LEAST,          /**< Of a measure: the least value. @since 0.2 */
    HW_METRIC_GREATEST,       /**< Of a measure: the greatest value. @since 0.2 */
    HW_METRIC_MEAN,           /**< Of a measure: the mean. @since 0.2 */
    HW_METRIC_MEDIAN,         /**< Of a measure: the median. @since 0.2 */
    HW_METRIC_CHANGE,         /**< Of a measure: last less first. @since 0.2 */
    HW_METRIC_SPAN,           /**< Of a measure: days from the first value to the last. @since 0.2 */
    HW_METRIC_LONGEST_GAP,    /**< Of a measure: the most days between values. @since 0.2 */
    HW_METRIC_SLOPE,          /**< Of a measure: Theil-Sen slope, a week. @since 0.2 */
    HW_METRIC_TREND_Z,        /**< Of a measure: z of the Mann-Kendall test. @since 0.2 */
    HW_METRIC_TREND_P,        /**< Of a measure: its two-sided p. @since 0.2 */
    HW_METRIC_COUNT           /**< The number of metrics; not one. */
} hw_metric;

/** What a metric is about. */
typedef enum hw_subject {
    HW_SUBJECT_PLAN = 0,   /**< The whole plan. */
    HW_SUBJECT_GOAL,       /**< The assignments that serve a goal, by themselves or by one of its steps. */
    HW_SUBJECT_ASSIGNMENT, /**< One assignment. */
    HW_SUBJECT_KIND,       /**< The assignments of a kind; the id is its word. @since 0.2 */
    HW_SUBJECT_SKILL,      /**< The assignments that practise a skill. @since 0.2 */
    HW_SUBJECT_INTERVAL, /**< The days from one held session to the next; the id is that of the session which
                                begins it, empty for what lies before the first. @since 0.2 */
    HW_SUBJECT_WEEK,     /**< A calendar week; the id is its first day, "2026-03-02". @since 0.2 */
    HW_SUBJECT_MONTH,    /**< A calendar month; the id is "2026-03". @since 0.2 */
    HW_SUBJECT_MEASURE   /**< The values of a measure in the window; see hw_plan_series(). @since 0.2 */
} hw_subject;

/** The number of kinds of subjects. @since 0.2 */
#define HW_SUBJECT_COUNT 9

/** The rule parameters. Opaque; NULL stands for the defaults. */
typedef struct hw_progress_options hw_progress_options;

/** The defaults: partial credit 0.5, late work in full, strength with a half-life of 10 occurrences. Owned:
 *  hw_progress_options_free(). @since 0.1 */
HW_API hw_progress_options *hw_progress_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.1 */
HW_API void hw_progress_options_free(hw_progress_options *options);

/** The credit for what is done in part when no share was reported, 0-1. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_progress_options_set_partial_credit(hw_progress_options *options, double credit,
                                                        hw_error *err);

/** The credit for what is done late, 0-1. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_progress_options_set_late_credit(hw_progress_options *options, double credit,
                                                     hw_error *err);

/** After how many occurrences in a row a change has gone half its way into the strength, 1-1000. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_progress_options_set_half_life(hw_progress_options *options, int32_t occurrences,
                                                   hw_error *err);

/** How near to its set time a practice counts as consistent, 1-1440 minutes; 30 by default. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_progress_options_set_near(hw_progress_options *options, int32_t minutes, hw_error *err);

/** Asks for subjects beside the plan, its goals and its assignments, which are always there. Weeks begin on
 *  the plan's first day of the week; a day belongs whole to the interval that a session on it begins. Each of
 *  weeks, months and intervals parts the window, so their counts sum to the plan's, as those of assignments
 *  and of kinds do. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (no such kind of subject). @since 0.2 */
HW_API hw_status hw_progress_options_add_by(hw_progress_options *options, hw_subject subject, hw_error *err);

/** Whether to leave out what takes a look at more than the ledger does: consistency, eligible days and what
 *  is told by the week or the day, weekdays, who recorded, and all that is told of goals and measures by
 *  themselves; they are then HW_UNDEFINED_NOT_APPLICABLE. False by default. For who asks many plans for
 *  little. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_progress_options_set_lean(hw_progress_options *options, bool lean, hw_error *err);

/** The metrics of a plan. Immutable. Opaque. */
typedef struct hw_progress hw_progress;

/** Computes all metrics of all subjects over the occurrences whose key's date is in [from, to), as of a
 *  moment. Errors: as hw_plan_occurrences() and hw_occurrences_progress(). Owned: hw_progress_free().
 *  @since 0.1 */
HW_API hw_progress *hw_plan_progress(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                                     const hw_progress_options *options, hw_error *err);

/** The same from occurrences that the caller has, of the plan as it is now; the window and the moment are
 *  theirs. They may be freed before the progress is. Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (the plan has
 *  changed since), HW_ERR_LIMIT (more than 10,000 weeks or months), HW_ERR_MEMORY. Owned: hw_progress_free().
 *  @since 0.2 */
HW_API hw_progress *hw_occurrences_progress(const hw_plan *plan, const hw_occurrences *occurrences,
                                            const hw_progress_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.1 */
HW_API void hw_progress_free(hw_progress *progress);

/** The occurrences that it was computed from. Borrowed while it lives; NULL for NULL. @since 0.1 */
HW_API const hw_occurrences *hw_progress_occurrences(const hw_progress *progress);

/** How many subjects: the plan, then the goals, then the assignments, in the plan's order; those that were
 *  known as of the moment, without what was entered in error. Then those that were asked for: the kinds that
 *  assignments have, the skills, the measures, and the intervals, weeks and months that the window touches.
 *  @since 0.1 */
HW_API size_t hw_progress_subject_count(const hw_progress *progress);

/** What kind of subject is at an index; HW_SUBJECT_PLAN past the end. @since 0.1 */
HW_API hw_subject hw_progress_subject_at(const hw_progress *progress, size_t index);

/** Its id; of the plan its uid; of others see hw_subject. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_progress_subject_id(const hw_progress *progress, size_t index);

/** The index of a subject; `id` is ignored for HW_SUBJECT_PLAN. SIZE_MAX if there is none. @since 0.1 */
HW_API size_t hw_progress_find(const hw_progress *progress, hw_subject subject, const char *id);

/** A metric's value: false, and `out` unchanged, when it is undefined. Rates are numerator / denominator.
 *  @since 0.1 */
HW_API bool hw_progress_value(const hw_progress *progress, size_t subject, hw_metric metric, double *out);

/** Why it is undefined; HW_UNDEFINED_NOT if it is not, HW_UNDEFINED_NO_VALUES if there is no such subject or
 *  metric.
 *  @since 0.1 */
HW_API hw_undefined hw_progress_undefined(const hw_progress *progress, size_t subject, hw_metric metric);

/** What is counted: of a rate its numerator (of the credit in thousandths), of a count the count, of a
 *  streak its length, of strength its thousandths and of minutes whole ones, rounded half to even; of
 *  bounds what the bound of the rate counts, of Wilson's what was done; of what is told by the week or the
 *  day the practices, or the minutes as above; of the evenness of weekdays how many there are; of the
 *  statistics of measures 0. @since 0.1 */
HW_API int64_t hw_progress_numerator(const hw_progress *progress, size_t subject, hw_metric metric);

/** Of how many: of a rate and its bounds the eligible occurrences (of the credit times 1,000), of strength
 *  and streaks how many entered, of minutes the entries that say how long, of consistency what was done and
 *  could be compared, of what is told by the week or the day the eligible days, of weekdays and of shares
 *  of practices the practices, of a count the occurrences generated. @since 0.1 */
HW_API int64_t hw_progress_denominator(const hw_progress *progress, size_t subject, hw_metric metric);

/** On how many things the value rests: of a rate, strength, streak or bound the eligible occurrences, of
 *  consistency what could be compared, of what is told by the week or the day the practices, of minutes the
 *  entries that say how long; of a count the count itself. 0 if there is no such subject or metric.
 *  @since 0.2 */
HW_API int64_t hw_progress_n(const hw_progress *progress, size_t subject, hw_metric metric);

/** Whether a value rests on fewer than 5 things, so that it is to be marked when it is shown; false for
 *  counts, and where there is no value. @since 0.2 */
HW_API bool hw_progress_few(const hw_progress *progress, size_t subject, hw_metric metric);

/** How many occurrences a metric rests on: of a count those that were counted, of a rate, strength or streak
 *  the eligible ones, of what entries say by themselves none. @since 0.1 */
HW_API size_t hw_progress_evidence_count(const hw_progress *progress, size_t subject, hw_metric metric);

/** An index into hw_progress_occurrences(), ascending; SIZE_MAX past the end. @since 0.1 */
HW_API size_t hw_progress_evidence_at(const hw_progress *progress, size_t subject, hw_metric metric,
                                      size_t index);

/** The table: a row for each subject and each metric that has a meaning for it, with value, numerator,
 *  denominator, whether that is few, and the reason when undefined. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY.
 *  Owned: hw_table_free(). @since 0.1 */
HW_API hw_table *hw_progress_table(const hw_progress *progress, hw_error *err);

/** A metric's name ("recorded_promptly"): a column name and JSON key. Static storage; "unknown" out of range.
 *  @since 0.1 */
HW_API const char *hw_metric_name(hw_metric metric);

/** The metric with a name; HW_METRIC_COUNT if there is none. @since 0.1 */
HW_API hw_metric hw_metric_find(const char *name);

/** The word for a kind of subject ("assignment"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_subject_name(hw_subject subject);

/** The kind of subject with a word; -1 if there is none, or for NULL. @since 0.2 */
HW_API int hw_subject_find(const char *name);

/** Whether a metric has a meaning for a kind of subject. Where it has none it is
 *  HW_UNDEFINED_NOT_APPLICABLE, and not in the table. @since 0.2 */
HW_API bool hw_metric_applies(hw_metric metric, hw_subject subject);

/** Its unit, a UCUM code: "1" of rates, "{occurrence}", "min", ...; of what is told in the unit of a measure
 *  "{measure}", in whose place the table has that unit. Static storage; "" out of range.
 *  @since 0.1 */
HW_API const char *hw_metric_unit(hw_metric metric);

/** What exactly it is. Static storage; "" out of range. @since 0.1 */
HW_API const char *hw_metric_definition(hw_metric metric);

/** Where the definition comes from. Static storage; "" out of range. @since 0.1 */
HW_API const char *hw_metric_source(hw_metric metric);

#ifdef __cplusplus
}
#endif

#endif
