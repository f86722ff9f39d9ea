/* SPDX-License-Identifier: MIT */
/** @file series.h
 *  The values of one measure over time, and what they show.
 *
 *  A series has the values of live entries that happened on some days, in the order in which they happened.
 *  When it happened is an instant; of what is only known by its day it is that day's noon by the client's
 *  clock. What nobody dated is left out and counted, and so are private entries unless they are asked for;
 *  of entries that are shared as a summary the numbers are in it.
 *
 *  Values of different phases are not put into one row of numbers: "before" and "after" would look like a
 *  trend. Unless a phase is asked for it is the first of these at which the measure was ever reported: none,
 *  peak, after, during, before. What was only predicted is never in a series unless it is asked for.
 *
 *  When the measure was given another range, unit or kind on the way, values before and after are on
 *  different scales. A value is read by the revision of its own day. Whatever compares values is then
 *  undefined, HW_UNDEFINED_RANGE_CHANGED; the series says where the scale changed, and by option its
 *  statistics are those of the values since the last change.
 *
 *      hw_series *mood = hw_plan_series(plan, "mood", from, to, now, NULL, &err);
 *      hw_estimate slope = hw_series_statistic_value(mood, HW_STATISTIC_SLOPE);
 *      if (slope.undefined == HW_UNDEFINED_NOT)
 *          printf("%+.1f a week, from %lld values\n", slope.value, (long long)slope.n);
 *      else
 *          puts(hw_undefined_name((hw_undefined)slope.undefined));
 *      hw_series_free(mood);
 */
#ifndef HOMEWORK_SERIES_H
#define HOMEWORK_SERIES_H

#include "entry.h"
#include "measure.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is told about a series. Dense; new ones are added at the end. */
typedef enum hw_statistic {
    HW_STATISTIC_FIRST = 0,   /**< The first value. */
    HW_STATISTIC_LAST,        /**< The last value. */
    HW_STATISTIC_LEAST,       /**< The least value. */
    HW_STATISTIC_GREATEST,    /**< The greatest value. */
    HW_STATISTIC_MEAN,        /**< The mean. */
    HW_STATISTIC_MEDIAN,      /**< The median; of an even number the mean of the middle two. */
    HW_STATISTIC_CHANGE,      /**< Last less first. */
    HW_STATISTIC_SPAN,        /**< Days from the first to the last. */
    HW_STATISTIC_LONGEST_GAP, /**< The most days between one value and the next. */
    HW_STATISTIC_SLOPE,       /**< Theil-Sen slope, a week. */
    HW_STATISTIC_COUNT        /**< The number of statistics; not one. */
} hw_statistic;

/** What is to be in a series. Opaque; NULL stands for the defaults. */
typedef struct hw_series_options hw_series_options;

/** The defaults: one phase, chosen as above; no private entries; statistics of all values. Owned:
 *  hw_series_options_free(). @since 0.2 */
HW_API hw_series_options *hw_series_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_series_options_free(hw_series_options *options);

/** Asks for the values of one phase, HW_PHASE_PREDICTED too. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (no such
 *  phase). @since 0.2 */
HW_API hw_status hw_series_options_set_phase(hw_series_options *options, hw_phase phase, hw_error *err);

/** Asks for the values of all phases, what was predicted too. When there are several, whatever compares
 *  values is undefined, HW_UNDEFINED_NOT_APPLICABLE. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_series_options_set_every_phase(hw_series_options *options, bool every, hw_error *err);

/** Whether private entries are in it too. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_series_options_set_private(hw_series_options *options, bool private_too, hw_error *err);

/** Whether statistics are of the values since the last change of the range only. Errors: HW_ERR_ARGUMENT.
 *  @since 0.2 */
HW_API hw_status hw_series_options_set_last_range(hw_series_options *options, bool last_only, hw_error *err);

/** A series. Immutable, points into nothing. Opaque. */
typedef struct hw_series hw_series;

/** The values of a measure that happened on the days [from, to), by the clock of the person, as of a moment:
 *  what was recorded later is not known. Entries about an assignment that was entered in error are left out.
 *  Errors: HW_ERR_ARGUMENT (NULL, or a date that is not valid), HW_ERR_RANGE (to before from),
 *  HW_ERR_NOT_FOUND (no such measure as of the moment), HW_ERR_MEMORY. Owned: hw_series_free(). @since 0.2 */
HW_API hw_series *hw_plan_series(const hw_plan *plan, const char *measure, hw_date from, hw_date to,
                                 hw_instant as_of, const hw_series_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_series_free(hw_series *series);

/** The id of the measure. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_series_measure(const hw_series *series);

/** Its unit as it was last recorded. Borrowed; NULL if it has none. @since 0.2 */
HW_API const char *hw_series_unit(const hw_series *series);

/** Which way is better, as it was last recorded. @since 0.2 */
HW_API hw_better hw_series_better(const hw_series *series);

/** The phase of its values; HW_PHASE_NONE when it has all. @since 0.2 */
HW_API hw_phase hw_series_phase(const hw_series *series);

/** How many values it has; 0 for NULL. @since 0.2 */
HW_API size_t hw_series_count(const hw_series *series);

/** How many values were left out because nobody knows when it was. They count by the day on which they were
 *  recorded. @since 0.2 */
HW_API size_t hw_series_undated_count(const hw_series *series);

/** How many values of private entries were left out. @since 0.2 */
HW_API size_t hw_series_private_count(const hw_series *series);

/** A value; false, and `out` unchanged, past the end. @since 0.2 */
HW_API bool hw_series_value_at(const hw_series *series, size_t index, double *out);

/** When it happened, as it was logged; unknown past the end. @since 0.2 */
HW_API hw_moment hw_series_happened_at(const hw_series *series, size_t index);

/** The instant that it counts from; 0 past the end. @since 0.2 */
HW_API hw_instant hw_series_instant_at(const hw_series *series, size_t index);

/** The phase; HW_PHASE_NONE past the end. @since 0.2 */
HW_API hw_phase hw_series_phase_at(const hw_series *series, size_t index);

/** The group within what repeats; 0 for none. @since 0.2 */
HW_API int32_t hw_series_group_at(const hw_series *series, size_t index);

/** The id of the entry. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_series_entry_at(const hw_series *series, size_t index);

/** The id of the assignment that the entry is about. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_series_assignment_at(const hw_series *series, size_t index);

/** The id of the person who recorded it. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_series_by_at(const hw_series *series, size_t index);

/** Where it comes from. @since 0.2 */
HW_API hw_source hw_series_source_at(const hw_series *series, size_t index);

/** How many stretches of values on one scale follow one another: 0 of an empty series, 1 if the range never
 *  changed. @since 0.2 */
HW_API size_t hw_series_stretch_count(const hw_series *series);

/** The index of the first value of a stretch; SIZE_MAX past the end. @since 0.2 */
HW_API size_t hw_series_stretch_at(const hw_series *series, size_t stretch);

/* ---- what it shows ---- */

/** A statistic: its value, the number of values that it rests on, and the reason if it is undefined: no
 *  values (HW_UNDEFINED_NO_VALUES), fewer than it takes (HW_UNDEFINED_TOO_FEW), all at one moment
 *  (HW_UNDEFINED_CONSTANT, of a slope), another range on the way (HW_UNDEFINED_RANGE_CHANGED), several phases
 *  (HW_UNDEFINED_NOT_APPLICABLE). The first and the last value, the span and the longest gap compare no values
 *  and are told over a change of the range and for several phases all the same. NULL and no such statistic:
 *  HW_UNDEFINED_NO_VALUES. @since 0.2 */
HW_API hw_estimate hw_series_statistic_value(const hw_series *series, hw_statistic statistic);

/** The name of a statistic ("longest_gap"): a column name and JSON key. Static storage; "unknown" out of
 *  range. @since 0.2 */
HW_API const char *hw_statistic_name(hw_statistic statistic);

/** What exactly it is. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_statistic_definition(hw_statistic statistic);

/** The statistic with a name; HW_STATISTIC_COUNT if there is none. @since 0.2 */
HW_API hw_statistic hw_statistic_find(const char *name);

/** Whether the values rise or fall: the test of hw_mann_kendall() on the moments. Undefined besides as
 *  hw_series_statistic_value(). Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_series_trend(const hw_series *series, hw_rank_test *test, hw_error *err);

/** How little the values before a day overlap those from it on: hw_nap(), with the direction of the measure
 *  (one that is neutral has no improvement: HW_UNDEFINED_NOT_APPLICABLE). Undefined besides as
 *  hw_series_statistic_value(). Errors: HW_ERR_ARGUMENT (NULL, no such day), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_series_overlap(const hw_series *series, hw_date day, hw_overlap *overlap, hw_error *err);

/** Whether two series go together: hw_kendall_tau_b() of the means of each day on which both have values. It
 *  says that they go together, not why; whoever asks for several says how many. Undefined besides as
 *  hw_series_statistic_value(), of either. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_series_association(const hw_series *series, const hw_series *other, hw_rank_test *test,
                                       hw_error *err);

/** Whether the values are others on some days, those on which something happened, say: hw_kendall_tau_b() of
 *  being one of `days` against the mean of each day that has values. Days may repeat and come in any order.
 *  Undefined besides as hw_series_statistic_value(). Errors: HW_ERR_ARGUMENT (NULL, no such day),
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_series_day_association(const hw_series *series, const hw_date *days, size_t count,
                                           hw_rank_test *test, hw_error *err);

/** The values, a row for each: measure, entry, assignment, happened, happened_local, instant, value, unit,
 *  phase, group, stretch, by, source. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free().
 *  @since 0.2 */
HW_API hw_table *hw_series_table(const hw_series *series, hw_error *err);

/** The statistics, a row for each: measure, phase, statistic, value, unit, n, undefined. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_series_statistics_table(const hw_series *series, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
