/* SPDX-License-Identifier: MIT */
/** @file practice.h
 *  What each kind of homework shows by itself: how far distress fell in an exposure, how a belief moved in a
 *  thought record, what an activity gave against what was expected of it, how strong an urge was.
 *
 *  A quantity is a row of one table: the kind of homework, what stands before, what stands after, and their
 *  difference. Each entry gives a row for each quantity that it says something about; what repeats within an
 *  entry (emotions, urges) gives a row each. A summary has the rows of one quantity, all together or of one
 *  item (an emotion, an activity), in the order of time.
 *
 *  Nothing is added up that the field does not add up: a diary card has no total, and its emotions, urges and
 *  targets are summed up each for itself only; an urge and acting on it are two quantities; mastery and
 *  pleasure stay apart. An exposure is never said to have failed: that distress fell to half is told, and
 *  nothing follows when it did not.
 *
 *  What is private is left out and counted, and what is in a confidential field is left out, unless it is
 *  asked for. Items are numbers from 1, the same number for the same words; the words themselves are the
 *  client's and are told only if texts are asked for, or if they are one of the choices of a field. Entries
 *  that are shared as a summary give numbers only, and no item.
 *
 *      hw_practices *all = hw_plan_practices(plan, "bus-rides", from, to, now, NULL, &err);
 *      for (size_t i = 0; i < hw_practices_count(all); i++)
 *          if (hw_practices_quantity_at(all, i) == HW_PRACTICE_DISTRESS_FALL)
 *              show(hw_practices_difference_at(all, i), hw_practices_halved_at(all, i));
 *      hw_practices_free(all);
 */
#ifndef HOMEWORK_PRACTICE_H
#define HOMEWORK_PRACTICE_H

#include "entry.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What entries show. Dense; new ones are added at the end. Definitions: hw_practice_definition(). */
typedef enum hw_practice {
    HW_PRACTICE_DISTRESS_FALL = 0,   /**< Exposure: peak less end, within a session. */
    HW_PRACTICE_DISTRESS_EXPECTED,   /**< Exposure: predicted less peak. */
    HW_PRACTICE_DISTRESS_PEAKS,      /**< Exposure: this session's peak less the last one's. */
    HW_PRACTICE_DISTRESS_STARTS,     /**< Exposure: this session's start less the last one's. */
    HW_PRACTICE_DISTRESS_ENDS,       /**< Exposure: this session's end less the last one's. */
    HW_PRACTICE_DISTRESS_MEANS,      /**< Exposure: this session's mean less the last one's. */
    HW_PRACTICE_FEARED,              /**< Exposure: 1 if it was said what was feared, else 0. */
    HW_PRACTICE_HAPPENED,            /**< Exposure: 1 if what was feared happened, 0 if not. */
    HW_PRACTICE_SAFETY_BEHAVIORS,    /**< Exposure: how many safety behaviours were named. */
    HW_PRACTICE_BELIEF,              /**< Thought record: belief after less before. */
    HW_PRACTICE_EMOTION,             /**< Thought record: one emotion, after less before. */
    HW_PRACTICE_EMOTIONS,            /**< Thought record: mean of an entry's emotions, after less before. */
    HW_PRACTICE_BALANCED_BELIEF,     /**< Thought record: belief in the other view. */
    HW_PRACTICE_MASTERY,             /**< Activity: mastery. */
    HW_PRACTICE_MASTERY_EXPECTED,    /**< Activity: mastery predicted less actual. */
    HW_PRACTICE_PLEASURE,            /**< Activity: pleasure. */
    HW_PRACTICE_PLEASURE_EXPECTED,   /**< Activity: pleasure predicted less actual. */
    HW_PRACTICE_ACTIVITY_MOOD,       /**< Activity: mood after less before. */
    HW_PRACTICE_TENSION,             /**< Relaxation: tension after less before. */
    HW_PRACTICE_JOURNAL_MOOD,        /**< Journal: mood after less before. */
    HW_PRACTICE_EXPERIMENT_BELIEF,   /**< Behavioural experiment: belief after less before. */
    HW_PRACTICE_ROLE_PLAY_SELF,      /**< Role play: how it went for oneself. */
    HW_PRACTICE_ROLE_PLAY_PARTNER,   /**< Role play: how it went for the other. */
    HW_PRACTICE_COMMUNICATION,       /**< Communication practice: how it went for oneself. */
    HW_PRACTICE_COMMUNICATION_AGAIN, /**< Communication practice: 1 if it would be done again, else 0. */
    HW_PRACTICE_HELPFULNESS,         /**< Skill practice: how much it helped. */
    HW_PRACTICE_BEHAVIOR_INTENSITY,  /**< Tracked behaviour: how strong. */
    HW_PRACTICE_BEHAVIOR_COUNT,      /**< Tracked behaviour: how many times. */
    HW_PRACTICE_DIARY_EMOTION,       /**< Diary card: one emotion. */
    HW_PRACTICE_DIARY_URGE,          /**< Diary card: one urge. */
    HW_PRACTICE_DIARY_ACTED,         /**< Diary card: 1 if one urge was acted on, else 0. */
    HW_PRACTICE_DIARY_TARGET,        /**< Diary card: how much of one target. */
    HW_PRACTICE_DIARY_SKILLS,        /**< Diary card: how skills were used. */
    HW_PRACTICE_DIARY_MEDICATION,    /**< Diary card: 1 if medication was taken as prescribed, else 0. */
    HW_PRACTICE_MATERIAL,            /**< Psychoeducation: share of the material, 0-1. */
    HW_PRACTICE_QUANTITY,            /**< Homework of another kind: how much. */
    HW_PRACTICE_COUNT                /**< The number of quantities; not one. */
} hw_practice;

/** What a summary tells of its rows. Dense; new ones are added at the end. */
typedef enum hw_practice_figure {
    HW_FIGURE_BEFORE_MEAN = 0,   /**< Mean of what stands before. */
    HW_FIGURE_AFTER_MEAN,        /**< Mean of what stands after; of what stands alone its mean. */
    HW_FIGURE_AFTER_MEDIAN,      /**< Median of the same. */
    HW_FIGURE_DIFFERENCE_MEAN,   /**< Mean difference. */
    HW_FIGURE_DIFFERENCE_MEDIAN, /**< Median difference. */
    HW_FIGURE_FRACTION_MEAN,     /**< Mean share of the peak by which distress fell. */
    HW_FIGURE_HALVED, /**< Share of sessions in which distress fell to half of its peak, or below. */
    HW_FIGURE_SLOPE,  /**< Theil-Sen slope a week: of the differences, or of what stands alone. */
    HW_FIGURE_COUNT   /**< The number of figures; not one. */
} hw_practice_figure;

/** What is to be told. Opaque; NULL stands for the defaults. */
typedef struct hw_practice_options hw_practice_options;

/** The defaults: all kinds, nothing private, no texts. Owned: hw_practice_options_free(). @since 0.2 */
HW_API hw_practice_options *hw_practice_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_practice_options_free(hw_practice_options *options);

/** Asks for one kind of homework only. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (no such kind). @since 0.2 */
HW_API hw_status hw_practice_options_set_kind(hw_practice_options *options, hw_kind kind, hw_error *err);

/** Whether private entries and confidential fields are told too. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_practice_options_set_private(hw_practice_options *options, bool private_too,
                                                 hw_error *err);

/** Whether items are told in the client's words. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_practice_options_set_texts(hw_practice_options *options, bool texts, hw_error *err);

/** What entries show. Immutable, points into nothing. Opaque. */
typedef struct hw_practices hw_practices;

/** What the live entries about an assignment (its id; NULL = all) show that happened on the days [from, to),
 *  by the clock of the person, as of a moment. Left out are entries that say that nothing was attempted, or
 *  that there was no opportunity, and those of assignments that were entered in error. A field is read as the
 *  form has it that judged the entry; when its range changed on the way, whatever compares is undefined,
 *  HW_UNDEFINED_RANGE_CHANGED. Errors: HW_ERR_ARGUMENT (NULL plan, or a date that is not valid), HW_ERR_RANGE
 *  (to before from), HW_ERR_NOT_FOUND (no such assignment as of the moment), HW_ERR_MEMORY. Owned:
 *  hw_practices_free(). @since 0.2 */
HW_API hw_practices *hw_plan_practices(const hw_plan *plan, const char *assignment, hw_date from, hw_date to,
                                       hw_instant as_of, const hw_practice_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_practices_free(hw_practices *practices);

/** How many entries were left out because they are private. @since 0.2 */
HW_API size_t hw_practices_private_count(const hw_practices *practices);

/** How many entries were left out because nobody knows when it was; they count by the day on which they were
 *  recorded. @since 0.2 */
HW_API size_t hw_practices_undated_count(const hw_practices *practices);

/* ---- rows ---- */

/** How many rows there are, in the order of time; 0 for NULL. @since 0.2 */
HW_API size_t hw_practices_count(const hw_practices *practices);

/** What a row is about; HW_PRACTICE_COUNT past the end. @since 0.2 */
HW_API hw_practice hw_practices_quantity_at(const hw_practices *practices, size_t index);

/** The id of the entry. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_practices_entry_at(const hw_practices *practices, size_t index);

/** The id of the assignment. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_practices_assignment_at(const hw_practices *practices, size_t index);

/** When it happened, as it was logged. @since 0.2 */
HW_API hw_moment hw_practices_happened_at(const hw_practices *practices, size_t index);

/** The item that it is about, from 1; 0 if none is said, or may be told. @since 0.2 */
HW_API int32_t hw_practices_item_at(const hw_practices *practices, size_t index);

/** The item in words. Borrowed; NULL unless texts were asked for, or it is one of the choices of a field.
 *  @since 0.2 */
HW_API const char *hw_practices_item_name(const hw_practices *practices, int32_t item);

/** The group within what repeats in the entry. @since 0.2 */
HW_API int32_t hw_practices_group_at(const hw_practices *practices, size_t index);

/** What stands before; false, and `out` unchanged, if nothing does. @since 0.2 */
HW_API bool hw_practices_before_at(const hw_practices *practices, size_t index, double *out);

/** What stands after, or alone; false, and `out` unchanged, if nothing does. @since 0.2 */
HW_API bool hw_practices_after_at(const hw_practices *practices, size_t index, double *out);

/** The difference, the way round that the quantity has it; n ratings. With one rating of two n is 1 and it is
 *  HW_UNDEFINED_TOO_FEW; of what stands alone HW_UNDEFINED_NOT_APPLICABLE; on two scales
 *  HW_UNDEFINED_RANGE_CHANGED. Past the end HW_UNDEFINED_NO_VALUES. @since 0.2 */
HW_API hw_estimate hw_practices_difference_at(const hw_practices *practices, size_t index);

/** Of HW_PRACTICE_DISTRESS_FALL the share of the peak by which it fell; undefined also when the peak is 0 or
 *  the scale does not begin at 0, and of everything else (HW_UNDEFINED_NOT_APPLICABLE). @since 0.2 */
HW_API hw_estimate hw_practices_fraction_at(const hw_practices *practices, size_t index);

/** Whether distress fell to half of its peak, or below: the usual mark of habituation, which learning does
 *  not need. False also where the fraction is undefined. @since 0.2 */
HW_API bool hw_practices_halved_at(const hw_practices *practices, size_t index);

/* ---- summaries ---- */

/** How many summaries there are: of each quantity with rows one of them all, unless it is told by item only,
 *  then one for each item. @since 0.2 */
HW_API size_t hw_practices_summary_count(const hw_practices *practices);

/** What it is about; HW_PRACTICE_COUNT past the end. @since 0.2 */
HW_API hw_practice hw_practices_summary_quantity(const hw_practices *practices, size_t index);

/** Of which item it is; 0 = of all rows. @since 0.2 */
HW_API int32_t hw_practices_summary_item(const hw_practices *practices, size_t index);

/** How many rows it has. @since 0.2 */
HW_API size_t hw_practices_summary_rows(const hw_practices *practices, size_t index);

/** A figure: its value, the number of rows that it rests on, and the reason if it is undefined: no row has
 *  what it takes (HW_UNDEFINED_NO_VALUES), too few have (HW_UNDEFINED_TOO_FEW), all at one moment
 *  (HW_UNDEFINED_CONSTANT, of a slope), another range on the way (HW_UNDEFINED_RANGE_CHANGED), or the
 *  quantity has no such figure, or sessions' means are of different ratings
 *  (HW_UNDEFINED_NOT_APPLICABLE). Past the end, and for no such figure, HW_UNDEFINED_NO_VALUES.
 *  @since 0.2 */
HW_API hw_estimate hw_practices_summary_figure(const hw_practices *practices, size_t index,
                                               hw_practice_figure figure);

/* ---- as tables, and in words ---- */

/** The rows: entry, assignment, kind, happened, happened_local, quantity, item, item_name, group, before,
 *  after, difference, undefined, n, fraction, halved. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_practices_table(const hw_practices *practices, hw_error *err);

/** The figures, a row for each summary and figure that the quantity has: kind, quantity, item, item_name,
 *  rows, figure, value, n, undefined. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free().
 *  @since 0.2 */
HW_API hw_table *hw_practices_summary_table(const hw_practices *practices, hw_error *err);

/** The name of a quantity ("distress_fall"): a column name and JSON key. Static storage; "unknown" out of
 *  range. @since 0.2 */
HW_API const char *hw_practice_name(hw_practice quantity);

/** The quantity with a name; HW_PRACTICE_COUNT if there is none. @since 0.2 */
HW_API hw_practice hw_practice_find(const char *name);

/** The kind of homework that shows it; HW_KIND_OTHER out of range. @since 0.2 */
HW_API hw_kind hw_practice_kind(hw_practice quantity);

/** What exactly it is. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_practice_definition(hw_practice quantity);

/** The name of a figure ("difference_mean"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_practice_figure_name(hw_practice_figure figure);

/** The figure with a name; HW_FIGURE_COUNT if there is none. @since 0.2 */
HW_API hw_practice_figure hw_practice_figure_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif
