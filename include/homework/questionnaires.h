/* SPDX-License-Identifier: MIT */
/** @file questionnaires.h
 *  The questionnaires in the log: each scored by its instrument, with what is missing, what does not agree, and
 *  which answers must not be passed over.
 *
 *  A questionnaire is a live entry about an assignment of the kind `measure` that says something in the fields of
 *  that kind (docs/payloads.md): `instrument` and `version`, the group `items` with `item` and `score`, and
 *  `total`. An item is named by its number, its LOINC code or its wording; without a name it has the number of
 *  its group. What an entry says is never corrected: a stated total that is not the computed one is a finding
 *  beside it.
 *
 *  Private entries, and those with an answer that their form keeps confidential, are left out unless the options
 *  ask for them, and their flags with them: what somebody keeps to themself is not read behind their back.
 *  How many were left out is told. Of an entry that is shared as a summary there are the numbers and the id of
 *  a known instrument, but no words of its own: no version, and no name of an instrument that is not known.
 *
 *      hw_questionnaires *forms = hw_plan_questionnaires(plan, from, to, now, NULL, &err);
 *      for (size_t i = 0; i < hw_questionnaires_count(forms); i++)
 *          show(hw_questionnaires_instrument_at(forms, i), hw_questionnaires_total_at(forms, i));
 *      hw_questionnaires_free(forms);
 */
#ifndef HOMEWORK_QUESTIONNAIRES_H
#define HOMEWORK_QUESTIONNAIRES_H

#include "entry.h"
#include "instrument.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What there is to say about how an entry was scored. Dense; new ones are added at the end. */
typedef enum hw_questionnaire_finding {
    HW_QUESTIONNAIRE_SCORED = 0,    /**< Nothing: its items give its total. */
    HW_QUESTIONNAIRE_TOTAL_DIFFERS, /**< The total that it states is not that of its items. */
    HW_QUESTIONNAIRE_TOTAL_ONLY,    /**< It has no items; its total is what it states, if it does. */
    HW_QUESTIONNAIRE_OUT_OF_RANGE, /**< It has no items, and states a total that the instrument cannot give: one
                                         out of range, or between those that there are (a WHO-5 of 13, say). */
    HW_QUESTIONNAIRE_REFUSED,      /**< Its items cannot be scored; see hw_questionnaires_item_at(). */
    HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT /**< The instrument is not known, or not named. */
} hw_questionnaire_finding;

/** The word for a finding ("total-differs"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_questionnaire_finding_name(hw_questionnaire_finding finding);

/** What to take in, and how to score. Opaque; NULL stands for the defaults. */
typedef struct hw_questionnaires_options hw_questionnaires_options;

/** The defaults: nothing private, the library's instruments, each scored by its defaults. Owned:
 *  hw_questionnaires_options_free(). @since 0.2 */
HW_API hw_questionnaires_options *hw_questionnaires_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_questionnaires_options_free(hw_questionnaires_options *options);

/** Whether private entries and confidential answers are taken in. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_questionnaires_options_set_private(hw_questionnaires_options *options, bool included,
                                                       hw_error *err);

/** Adds an instrument of the host's own, which takes the place of one of that id; and how to score it, or
 *  one of the library's (NULL = by its defaults). Both are kept. Errors: HW_ERR_ARGUMENT, HW_ERR_LIMIT (100),
 *  HW_ERR_NOT_FOUND (the instrument has no such variant or set of bands), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_questionnaires_options_add(hw_questionnaires_options *options,
                                               const hw_instrument *instrument,
                                               const hw_scoring_options *scoring, hw_error *err);

/** The questionnaires of a plan. Immutable. Opaque. */
typedef struct hw_questionnaires hw_questionnaires;

/** The questionnaires that were filled in from `from` until before `to`, by the clock of the person, in the order
 *  in which that happened; if nobody knows when, when they were recorded. What was recorded after `as_of` is
 *  invisible. Errors: HW_ERR_ARGUMENT (NULL, a day that does not exist), HW_ERR_RANGE (`to` before `from`),
 *  HW_ERR_MEMORY. Owned: hw_questionnaires_free(). @since 0.2 */
HW_API hw_questionnaires *hw_plan_questionnaires(const hw_plan *plan, hw_date from, hw_date to,
                                                 hw_instant as_of, const hw_questionnaires_options *options,
                                                 hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_questionnaires_free(hw_questionnaires *questionnaires);

/** How many there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_questionnaires_count(const hw_questionnaires *questionnaires);

/** How many more there are that were left out as private. @since 0.2 */
HW_API size_t hw_questionnaires_left_out(const hw_questionnaires *questionnaires);

/** The id of the entry. Borrowed while the result lives; NULL past the end. @since 0.2 */
HW_API const char *hw_questionnaires_entry_at(const hw_questionnaires *questionnaires, size_t index);

/** The id of its assignment. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_questionnaires_assignment_at(const hw_questionnaires *questionnaires, size_t index);

/** The id of its instrument; of one that is not known what the entry calls it. Borrowed; NULL if it names
 *  none, or may not tell. @since 0.2 */
HW_API const char *hw_questionnaires_instrument_at(const hw_questionnaires *questionnaires, size_t index);

/** The version that the entry names. Borrowed; NULL for none, and if it may not tell. @since 0.2 */
HW_API const char *hw_questionnaires_version_at(const hw_questionnaires *questionnaires, size_t index);

/** When it was filled in; if nobody knows, when it was recorded. @since 0.2 */
HW_API hw_moment hw_questionnaires_happened_at(const hw_questionnaires *questionnaires, size_t index);

/** Who may see it. @since 0.2 */
HW_API hw_visibility hw_questionnaires_visibility_at(const hw_questionnaires *questionnaires, size_t index);

/** What there is to say about how it was scored. @since 0.2 */
HW_API hw_questionnaire_finding hw_questionnaires_finding_at(const hw_questionnaires *questionnaires,
                                                             size_t index);

/** The number of the item that could not be scored, from 1; 0 if there is none, or it is none of the
 *  instrument's. @since 0.2 */
HW_API int32_t hw_questionnaires_item_at(const hw_questionnaires *questionnaires, size_t index);

/** The score of its items. Borrowed while the result lives; NULL if it has no items that could be scored.
 *  @since 0.2 */
HW_API const hw_questionnaire_score *hw_questionnaires_score_at(const hw_questionnaires *questionnaires,
                                                                size_t index);

/** Its total, with n = how many items were answered: that of its items; if it has none the total that it
 *  states, with n = 0. HW_UNDEFINED_TOO_FEW as in scores; HW_UNDEFINED_NO_VALUES if it states none, or one that
 *  is out of range, or its items could not be scored. @since 0.2 */
HW_API hw_estimate hw_questionnaires_total_at(const hw_questionnaires *questionnaires, size_t index);

/** The total that it states; false, and `out` unchanged, if it states none. @since 0.2 */
HW_API bool hw_questionnaires_stated_at(const hw_questionnaires *questionnaires, size_t index, double *out);

/** The word of the total's band, of a stated total too. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_questionnaires_band_at(const hw_questionnaires *questionnaires, size_t index);

/** How many safety items were answered at or above their threshold, also where the other items could not be
 *  scored. @since 0.2 */
HW_API size_t hw_questionnaires_flag_count(const hw_questionnaires *questionnaires, size_t index);

/** The number of such an item, from 1, ascending; 0 past the end. @since 0.2 */
HW_API int32_t hw_questionnaires_flag_at(const hw_questionnaires *questionnaires, size_t index, size_t flag);

/** The totals of one instrument (its id, as hw_instrument_find() takes it) in the order in which they happened,
 *  for statistics: moments in days since 1970-01-01 by the clock of the person, with their fractions (a day
 *  without a time counts from its midnight), and totals, NaN where undefined. Fills at most `room` of each
 *  (either may be NULL) and returns how many there are. 0 for NULL. @since 0.2 */
HW_API size_t hw_questionnaires_series(const hw_questionnaires *questionnaires, const char *instrument,
                                       double *days, double *totals, size_t room);

/** A row for each: entry, assignment, instrument, version, happened, total, undefined, stated, finding, item,
 *  answered, expected, prorated, band, flags (item numbers with blanks between), visibility. Owned:
 *  hw_table_free(). NULL: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_table *hw_questionnaires_table(const hw_questionnaires *questionnaires, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
