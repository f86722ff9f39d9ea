/* SPDX-License-Identifier: MIT */
/** @file patterns.h
 *  When, where and with what: homework and behaviour by weekday, part of the day, place, trigger and skill.
 *
 *  A table has a cell for each of these, and each cell some figures: counts, shares with what they are shares
 *  of, how much of what was due was done, the mean of a value. A pattern is a difference between counts,
 *  never a cause. Every figure comes with its n, a small one is marked "few", and the table says how many
 *  figures can be held against each other: of many comparisons some look striking by chance alone.
 *
 *  The parts of the day are those of the clock of the person: night from 0 to 5 o'clock, morning to 12,
 *  afternoon to 17, evening to 24. Places, triggers and skills are what entries say in the fields "place",
 *  "trigger" and "skill", by the very words: "Bus" and "bus" are two. What an entry does not say, or may not
 *  tell, stands in the cell 0 of its dimension. Private entries and confidential fields are left out unless
 *  they are asked for; entries that are shared as a summary tell no words. Places, triggers and skills are
 *  numbers from 1, and words only if texts are asked for or if they are one of the choices of a field.
 *
 *      hw_pattern_options *options = hw_pattern_options_new(&err);
 *      hw_pattern_options_set_measure(options, "mood", HW_PHASE_NONE, &err);
 *      hw_patterns *patterns = hw_plan_patterns(plan, from, to, now, options, &err);
 *      for (size_t i = 0; i < hw_patterns_count(patterns); i++)
 *          show(hw_patterns_key_at(patterns, i), hw_patterns_figure_at(patterns, i, HW_CELL_MEAN),
 *               hw_patterns_few_at(patterns, i, HW_CELL_MEAN));
 *      hw_patterns_free(patterns);
 */
#ifndef HOMEWORK_PATTERNS_H
#define HOMEWORK_PATTERNS_H

#include "entry.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** By what it is looked at. Dense; new ones are added at the end. */
typedef enum hw_pattern {
    HW_PATTERN_WEEKDAY = 0, /**< Keys 1 to 7: Monday to Sunday. */
    HW_PATTERN_DAY_PART,    /**< Keys 1 to 4: night, morning, afternoon, evening. */
    HW_PATTERN_PLACE,       /**< Where it was. */
    HW_PATTERN_TRIGGER,     /**< What set it off; an entry can name several. */
    HW_PATTERN_SKILL,       /**< Which skill was used; an entry can name several. */
    HW_PATTERN_COUNT        /**< The number of dimensions; not one. */
} hw_pattern;

/** What is told of a cell. A behaviour is a report of a tracked behaviour that says anything about it, but
 *  that it did not occur; a report with the count 0, or that there was no opportunity, is of a day without.
 *  Dense; new ones are added at the end. */
typedef enum hw_cell_figure {
    HW_CELL_PRACTICES = 0,  /**< Practices: entries of which at least something was attempted. */
    HW_CELL_PRACTICE_SHARE, /**< Their share of all practices. */
    HW_CELL_BEHAVIORS,      /**< Reports of behaviour. */
    HW_CELL_BEHAVIOR_SHARE, /**< Their share of all reports of behaviour. */
    HW_CELL_BASE_RATE,   /**< The share of tracked days, with and without behaviour, that are of the cell. */
    HW_CELL_DONE,        /**< Done, of what was due: as the metric "done". */
    HW_CELL_MEAN,        /**< Mean of the value that was asked for, by entry. */
    HW_CELL_ASSOCIATION, /**< Kendall's tau-b of being in the cell against that value. */
    HW_CELL_COUNT        /**< The number of figures; not one. */
} hw_cell_figure;

/** What is looked at. Opaque; NULL stands for the defaults. */
typedef struct hw_pattern_options hw_pattern_options;

/** The defaults: all homework, no value, below 5 is few, nothing private, no texts. Owned:
 *  hw_pattern_options_free(). @since 0.2 */
HW_API hw_pattern_options *hw_pattern_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_pattern_options_free(hw_pattern_options *options);

/** Looks at one assignment (its id; NULL = all). Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_MEMORY.
 *  @since 0.2 */
HW_API hw_status hw_pattern_options_set_assignment(hw_pattern_options *options, const char *assignment,
                                                   hw_error *err);

/** Asks for the mean of a measure (its id) at a phase. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_RANGE
 *  (no such phase), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_pattern_options_set_measure(hw_pattern_options *options, const char *measure,
                                                hw_phase phase, hw_error *err);

/** Asks for the mean of the numbers in a field at a phase instead. Errors: as
 *  hw_pattern_options_set_measure(). @since 0.2 */
HW_API hw_status hw_pattern_options_set_field(hw_pattern_options *options, const char *field, hw_phase phase,
                                              hw_error *err);

/** Sets from how many on a cell is not few, 1 to 1,000,000. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2
 *  */
HW_API hw_status hw_pattern_options_set_enough(hw_pattern_options *options, int32_t enough, hw_error *err);

/** Whether private entries and confidential fields are looked at too. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_pattern_options_set_private(hw_pattern_options *options, bool private_too, hw_error *err);

/** Whether places, triggers and skills are told in the client's words. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_pattern_options_set_texts(hw_pattern_options *options, bool texts, hw_error *err);

/** The table. Immutable, points into nothing. Opaque. */
typedef struct hw_patterns hw_patterns;

/** Looks at the live entries that happened on the days [from, to), by the clock of the person, and at the
 *  occurrences whose key's date is in it, as of a moment. Entries that nobody dated, and those of assignments
 *  that were entered in error, are left out. Errors: as hw_plan_occurrences(), and HW_ERR_NOT_FOUND (no such
 *  assignment or measure as of the moment). Owned: hw_patterns_free(). @since 0.2 */
HW_API hw_patterns *hw_plan_patterns(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                                     const hw_pattern_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_patterns_free(hw_patterns *patterns);

/** How many entries were left out because they are private. @since 0.2 */
HW_API size_t hw_patterns_private_count(const hw_patterns *patterns);

/** How many entries were left out because nobody knows when it was; they count by the day on which they were
 *  recorded. @since 0.2 */
HW_API size_t hw_patterns_undated_count(const hw_patterns *patterns);

/** How many cells there are, by dimension and key; 0 for NULL. @since 0.2 */
HW_API size_t hw_patterns_count(const hw_patterns *patterns);

/** The dimension of a cell; HW_PATTERN_COUNT past the end. @since 0.2 */
HW_API hw_pattern hw_patterns_dimension_at(const hw_patterns *patterns, size_t index);

/** Its key, from 1; 0 = it is not said, or may not be told. @since 0.2 */
HW_API int32_t hw_patterns_key_at(const hw_patterns *patterns, size_t index);

/** The key in words: "mo", "evening", or the client's. Borrowed; NULL of key 0, of words that were not asked
 *  for, and past the end. @since 0.2 */
HW_API const char *hw_patterns_name_at(const hw_patterns *patterns, size_t index);

/** A figure: its value, its n, and the reason if it is undefined. n is what it is a share of: all practices,
 *  all behaviours, tracked days, occurrences due; of a count the count, of a mean its values, of an
 *  association all values. Undefined: HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_NOTHING_DUE,
 *  HW_UNDEFINED_NOT_STATED (no value was asked for; a base rate without any report of a day without
 *  behaviour), HW_UNDEFINED_CONSTANT (an association with all or no values in the cell, or of equal values),
 *  HW_UNDEFINED_RANGE_CHANGED (the value changed its range on the way), HW_UNDEFINED_NOT_APPLICABLE (what was
 *  due has a weekday and a time, but no place; a day has all its parts). @since 0.2 */
HW_API hw_estimate hw_patterns_figure_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure);

/** How many of the figure's things are in the cell itself: practices, behaviours, days, occurrences due,
 *  values. @since 0.2 */
HW_API int64_t hw_patterns_size_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure);

/** Whether these are few. @since 0.2 */
HW_API bool hw_patterns_few_at(const hw_patterns *patterns, size_t index, hw_cell_figure figure);

/** How many cells of a dimension have a figure that is defined and not few: so many can be held against each
 *  other. Cells with the key 0 are not among them. @since 0.2 */
HW_API size_t hw_patterns_comparisons(const hw_patterns *patterns, hw_pattern dimension,
                                      hw_cell_figure figure);

/** All these of the whole table together. @since 0.2 */
HW_API size_t hw_patterns_all_comparisons(const hw_patterns *patterns);

/** The table, a row for each cell and figure that the dimension has: dimension, key, name, figure, value, n,
 *  size, few, comparisons, all_comparisons, undefined. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_patterns_table(const hw_patterns *patterns, hw_error *err);

/** The name of a dimension ("day_part"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_pattern_name(hw_pattern dimension);

/** The dimension with a name; HW_PATTERN_COUNT if there is none. @since 0.2 */
HW_API hw_pattern hw_pattern_find(const char *name);

/** The name of a figure ("base_rate"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_cell_figure_name(hw_cell_figure figure);

/** The figure with a name; HW_CELL_COUNT if there is none. @since 0.2 */
HW_API hw_cell_figure hw_cell_figure_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif
