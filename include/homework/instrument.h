/* SPDX-License-Identifier: MIT */
/** @file instrument.h
 *  Questionnaires: their items and ranges, how they are scored, what a total is called, and which answers must
 *  never be passed over.
 *
 *  An instrument is data. The library brings some (hw_instrument_at(), docs/instruments.md); a host brings
 *  its own as JSON. Wording is there only where it is free to ship. Every band and every threshold names its
 *  source. A score is a number with a name that others gave it: no diagnosis, and no advice.
 *
 *  Answers are refused where they are not right, never clamped: exactly one for each item, whole numbers, within
 *  the item's range; NaN stands for an item that was not answered. How many may be missing is the
 *  instrument's to say. The answers to safety items are looked at first: their flags come with every score,
 *  however low the total is and however little was answered.
 *
 *      const double answers[] = {2, 2, 2, 2, 1, 1, 2, 0, 0};
 *      hw_questionnaire_score *score = hw_instrument_score(hw_instrument_find("phq-9"), answers, 9, NULL, &err);
 *      hw_estimate total = hw_questionnaire_score_total(score);
 *      if (total.undefined == HW_UNDEFINED_NOT)
 *          printf("%.0f, %s\n", total.value, hw_questionnaire_score_band_title(score));
 *      for (size_t i = 0; i < hw_questionnaire_score_flag_count(score); i++)
 *          printf("look at item %d\n", (int)hw_questionnaire_score_flag_at(score, i));
 *      hw_questionnaire_score_free(score);
 */
#ifndef HOMEWORK_INSTRUMENT_H
#define HOMEWORK_INSTRUMENT_H

#include "measure.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A questionnaire. Immutable. Opaque. */
typedef struct hw_instrument hw_instrument;

/** How many instruments the library brings. @since 0.2 */
HW_API size_t hw_instrument_count(void);

/** One of those, by index, in the order of their ids. Static storage; NULL past the end. @since 0.2 */
HW_API const hw_instrument *hw_instrument_at(size_t index);

/** One of those, by id. Case, blanks, hyphens and underscores make no difference: "phq-9", "PHQ9". Static
 *  storage; NULL if there is none, and for NULL. @since 0.2 */
HW_API const hw_instrument *hw_instrument_find(const char *id);

/** Reads an instrument of the host's own: one JSON object of the form that docs/instruments.md describes. What
 *  is refused is named by its path ("items[3].max") as the error's subject, with its line. Errors:
 *  HW_ERR_ARGUMENT (NULL, a member is missing), HW_ERR_SYNTAX (not JSON, a member that is not known or of the
 *  wrong kind), HW_ERR_RANGE (a number, or a reference to an item, outside its range), HW_ERR_DUPLICATE (an id
 *  or item stands twice), HW_ERR_LIMIT (too large), HW_ERR_UNSUPPORTED (a build without JSON), HW_ERR_MEMORY.
 *  Owned: hw_instrument_unref(). @since 0.2 */
HW_API hw_instrument *hw_instrument_from_json(const char *data, size_t size, hw_error *err);

/** One more owner. Returns its argument; NULL stays NULL. What the library brings needs no owner. @since 0.2 */
HW_API hw_instrument *hw_instrument_ref(const hw_instrument *instrument);

/** One owner less; the last one frees. NULL, and what the library brings, is ignored. @since 0.2 */
HW_API void hw_instrument_unref(hw_instrument *instrument);

/* ---- what it is ---- */

/** Its id ("phq-9"). Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_instrument_id(const hw_instrument *instrument);

/** Its title. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_instrument_title(const hw_instrument *instrument);

/** The version of this definition; it changes whenever a score could. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_instrument_version(const hw_instrument *instrument);

/** Under which terms it may be used. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_instrument_licence(const hw_instrument *instrument);

/** What has to be shown wherever its wording is. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_instrument_notice(const hw_instrument *instrument);

/** Where it was published, and what the scoring follows. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_instrument_source(const hw_instrument *instrument);

/** The language of its wording (BCP 47). Borrowed; NULL if it has no wording. @since 0.2 */
HW_API const char *hw_instrument_language(const hw_instrument *instrument);

/** What stands before the items. Borrowed; NULL if it has no wording. @since 0.2 */
HW_API const char *hw_instrument_lead_in(const hw_instrument *instrument);

/** The LOINC code of the whole questionnaire. Borrowed; NULL where none was verified. @since 0.2 */
HW_API const char *hw_instrument_panel_loinc(const hw_instrument *instrument);

/** The LOINC code of its total. Borrowed; NULL where none was verified. @since 0.2 */
HW_API const char *hw_instrument_total_loinc(const hw_instrument *instrument);

/** Which way is better for the client. @since 0.2 */
HW_API hw_better hw_instrument_better(const hw_instrument *instrument);

/** The least total of a complete form. @since 0.2 */
HW_API double hw_instrument_least(const hw_instrument *instrument);

/** The greatest total of a complete form. @since 0.2 */
HW_API double hw_instrument_greatest(const hw_instrument *instrument);

/** How many answers may be missing for there to be a total: the mean of the others then stands in for them.
 *  @since 0.2 */
HW_API int32_t hw_instrument_may_miss(const hw_instrument *instrument);

/** Who says so. Borrowed; NULL if none may be missing. @since 0.2 */
HW_API const char *hw_instrument_may_miss_source(const hw_instrument *instrument);

/* ---- items and answers; items count from 1 on paper, indices from 0 ---- */

/** How many items; 0 for NULL. @since 0.2 */
HW_API size_t hw_instrument_item_count(const hw_instrument *instrument);

/** Its wording. Borrowed; NULL if there is none, and past the end. @since 0.2 */
HW_API const char *hw_instrument_item_text_at(const hw_instrument *instrument, size_t item);

/** Its LOINC code. Borrowed; NULL where none was verified. @since 0.2 */
HW_API const char *hw_instrument_item_loinc_at(const hw_instrument *instrument, size_t item);

/** Its least answer. @since 0.2 */
HW_API int32_t hw_instrument_item_least_at(const hw_instrument *instrument, size_t item);

/** Its greatest answer. @since 0.2 */
HW_API int32_t hw_instrument_item_greatest_at(const hw_instrument *instrument, size_t item);

/** Whether it counts the other way round: least + greatest - answer. @since 0.2 */
HW_API bool hw_instrument_item_reversed_at(const hw_instrument *instrument, size_t item);

/** From which answer on it raises a flag; false, and `out` unchanged, if it never does. @since 0.2 */
HW_API bool hw_instrument_item_safety_at(const hw_instrument *instrument, size_t item, int32_t *out);

/** How many answers have words. @since 0.2 */
HW_API size_t hw_instrument_answer_count(const hw_instrument *instrument);

/** What such an answer counts; 0 past the end. @since 0.2 */
HW_API int32_t hw_instrument_answer_value_at(const hw_instrument *instrument, size_t answer);

/** Its words. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_answer_text_at(const hw_instrument *instrument, size_t answer);

/** Its LOINC code. Borrowed; NULL where none was verified. @since 0.2 */
HW_API const char *hw_instrument_answer_loinc_at(const hw_instrument *instrument, size_t answer);

/* ---- what totals are called; the first set of bands is the default ---- */

/** How many sets of bands there are; more than one where the field does not agree. @since 0.2 */
HW_API size_t hw_instrument_set_count(const hw_instrument *instrument);

/** A set's id. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_set_id_at(const hw_instrument *instrument, size_t set);

/** A set's source. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_set_source_at(const hw_instrument *instrument, size_t set);

/** How many bands a set has. @since 0.2 */
HW_API size_t hw_instrument_band_count(const hw_instrument *instrument, size_t set);

/** The least total of a band; it goes up to the next one. 0 past the end. @since 0.2 */
HW_API double hw_instrument_band_from_at(const hw_instrument *instrument, size_t set, size_t band);

/** A band's word ("moderately-severe"). Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_band_word_at(const hw_instrument *instrument, size_t set, size_t band);

/** A band's name in English. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_band_title_at(const hw_instrument *instrument, size_t set, size_t band);

/** How many thresholds there are. @since 0.2 */
HW_API size_t hw_instrument_screen_count(const hw_instrument *instrument);

/** A threshold's id ("screen", "iapt-caseness"). Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_screen_id_at(const hw_instrument *instrument, size_t screen);

/** A threshold's source. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_screen_source_at(const hw_instrument *instrument, size_t screen);

/** The total at which it is reached, itself included; 0 past the end. @since 0.2 */
HW_API double hw_instrument_screen_value_at(const hw_instrument *instrument, size_t screen);

/** Whether it is reached by that total and lower ones; else by that and higher ones. @since 0.2 */
HW_API bool hw_instrument_screen_low_at(const hw_instrument *instrument, size_t screen);

/* ---- parts of it, and other ways to count ---- */

/** How many subsets of items have a meaning of their own. @since 0.2 */
HW_API size_t hw_instrument_subset_count(const hw_instrument *instrument);

/** A subset's id. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_subset_id_at(const hw_instrument *instrument, size_t subset);

/** A subset's title. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_subset_title_at(const hw_instrument *instrument, size_t subset);

/** A subset's source. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_subset_source_at(const hw_instrument *instrument, size_t subset);

/** How many items are in a subset. @since 0.2 */
HW_API size_t hw_instrument_subset_item_count(const hw_instrument *instrument, size_t subset);

/** The number of such an item, from 1; 0 past the end. @since 0.2 */
HW_API int32_t hw_instrument_subset_item_at(const hw_instrument *instrument, size_t subset, size_t index);

/** From which answer on that item is counted; false, and `out` unchanged, if the subset counts none.
 *  @since 0.2 */
HW_API bool hw_instrument_subset_counts_from_at(const hw_instrument *instrument, size_t subset, size_t index,
                                                int32_t *out);

/** How many of its items have to be counted for what the source describes; 0 = nothing of the kind.
 *  @since 0.2 */
HW_API int32_t hw_instrument_subset_needed(const hw_instrument *instrument, size_t subset);

/** How many other ways to count it there are. @since 0.2 */
HW_API size_t hw_instrument_variant_count(const hw_instrument *instrument);

/** A variant's id. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_variant_id_at(const hw_instrument *instrument, size_t variant);

/** A variant's title. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_variant_title_at(const hw_instrument *instrument, size_t variant);

/** A variant's source. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_instrument_variant_source_at(const hw_instrument *instrument, size_t variant);

/** Its items as a table: item (its number), text, least, greatest, reversed, safety, loinc. Owned:
 *  hw_table_free(). NULL: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_table *hw_instrument_table(const hw_instrument *instrument, hw_error *err);

/** What the library brings as a table: instrument (its id), title, version, items, least, greatest, better,
 *  wording (its language), safety_items, panel_loinc, total_loinc, licence, source. Owned: hw_table_free().
 *  @since 0.2 */
HW_API hw_table *hw_instruments_table(hw_error *err);

/* ---- scoring ---- */

/** How to score where there is a choice. Opaque; NULL stands for the defaults. */
typedef struct hw_scoring_options hw_scoring_options;

/** The defaults: no variant, the instrument's first set of bands, missing answers as it allows them. Owned:
 *  hw_scoring_options_free(). @since 0.2 */
HW_API hw_scoring_options *hw_scoring_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_scoring_options_free(hw_scoring_options *options);

/** Counts by a variant of the instrument (its id); NULL for none. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX (no
 *  id). @since 0.2 */
HW_API hw_status hw_scoring_options_set_variant(hw_scoring_options *options, const char *variant,
                                                hw_error *err);

/** Names totals by another set of bands (its id); NULL for the first. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX
 *  (no id). @since 0.2 */
HW_API hw_status hw_scoring_options_set_bands(hw_scoring_options *options, const char *set, hw_error *err);

/** Whether the mean of what was answered may stand in for what is missing, as far as the instrument allows it.
 *  Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_scoring_options_set_prorate(hw_scoring_options *options, bool prorate, hw_error *err);

/** A form that was scored. Immutable; keeps the instrument. Opaque. */
typedef struct hw_questionnaire_score hw_questionnaire_score;

/** Scores one form: an answer for each item, in their order, NaN for one that is missing. Errors:
 *  HW_ERR_ARGUMENT (NULL; not as many answers as items; an answer to an item that the variant leaves out),
 *  HW_ERR_RANGE (not a whole number, outside the item's range, infinite; the error's subject is the item's
 *  number), HW_ERR_NOT_FOUND (no such variant or set of bands), HW_ERR_MEMORY. Owned:
 *  hw_questionnaire_score_free(). @since 0.2 */
HW_API hw_questionnaire_score *hw_instrument_score(const hw_instrument *instrument, const double *answers,
                                                   size_t count, const hw_scoring_options *options,
                                                   hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_questionnaire_score_free(hw_questionnaire_score *score);

/** The instrument. Borrowed while the score lives; NULL for NULL. @since 0.2 */
HW_API const hw_instrument *hw_questionnaire_score_instrument(const hw_questionnaire_score *score);

/** The total, with n = how many items were answered. With answers missing, the mean of the others stands in for
 *  them. It is rounded last, to a whole number, halves up, unless the instrument says that it is not.
 *  HW_UNDEFINED_TOO_FEW when more are missing than the instrument allows; HW_UNDEFINED_NO_VALUES when nothing
 *  was answered. @since 0.2 */
HW_API hw_estimate hw_questionnaire_score_total(const hw_questionnaire_score *score);

/** The total before it was rounded; false, and `out` unchanged, if it is undefined. @since 0.2 */
HW_API bool hw_questionnaire_score_exact(const hw_questionnaire_score *score, double *out);

/** The plain sum of what was answered, reversed items turned round. @since 0.2 */
HW_API int64_t hw_questionnaire_score_raw(const hw_questionnaire_score *score);

/** How many items were answered. @since 0.2 */
HW_API int32_t hw_questionnaire_score_answered(const hw_questionnaire_score *score);

/** How many there are to answer. @since 0.2 */
HW_API int32_t hw_questionnaire_score_expected(const hw_questionnaire_score *score);

/** Whether the mean stands in for answers that are missing. @since 0.2 */
HW_API bool hw_questionnaire_score_prorated(const hw_questionnaire_score *score);

/** The least total that there can be, counted this way. @since 0.2 */
HW_API double hw_questionnaire_score_least(const hw_questionnaire_score *score);

/** The greatest total that there can be, counted this way. @since 0.2 */
HW_API double hw_questionnaire_score_greatest(const hw_questionnaire_score *score);

/** The word of the total's band. Borrowed while the score lives; NULL if the total is undefined, or the
 *  instrument has no bands for it. @since 0.2 */
HW_API const char *hw_questionnaire_score_band(const hw_questionnaire_score *score);

/** The name of the total's band in English. Borrowed; NULL likewise. @since 0.2 */
HW_API const char *hw_questionnaire_score_band_title(const hw_questionnaire_score *score);

/** The id of the set that the band is from. Borrowed; NULL likewise. @since 0.2 */
HW_API const char *hw_questionnaire_score_band_set(const hw_questionnaire_score *score);

/** Whether a threshold of the instrument is reached (by index); false, and `out` unchanged, if the total is
 *  undefined, there is no such threshold, or it has no meaning for the variant. @since 0.2 */
HW_API bool hw_questionnaire_score_screen(const hw_questionnaire_score *score, size_t screen, bool *out);

/** How many safety items were answered at or above their threshold. @since 0.2 */
HW_API size_t hw_questionnaire_score_flag_count(const hw_questionnaire_score *score);

/** The number of such an item, from 1, ascending; 0 past the end. @since 0.2 */
HW_API int32_t hw_questionnaire_score_flag_at(const hw_questionnaire_score *score, size_t index);

/** The sum of a subset's items (by index), with n = how many of them were answered. HW_UNDEFINED_TOO_FEW when
 *  one is missing; HW_UNDEFINED_NOT_APPLICABLE when the variant leaves one out, and past the end.
 *  @since 0.2 */
HW_API hw_estimate hw_questionnaire_score_subset(const hw_questionnaire_score *score, size_t subset);

/** How many of a subset's items were answered at or above what counts, with n = how many were answered: with
 *  answers missing it is a lower bound. HW_UNDEFINED_NOT_APPLICABLE when the subset counts none, and past the
 *  end; HW_UNDEFINED_NO_VALUES when nothing was answered. @since 0.2 */
HW_API hw_estimate hw_questionnaire_score_subset_counted(const hw_questionnaire_score *score, size_t subset);

/** All of it as a table: part (total, band, screen, subset, counted, flag), name (the id of the band, threshold or
 *  subset, or the item's number), value, undefined, answered, expected, prorated. Owned: hw_table_free(). NULL:
 *  HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_table *hw_questionnaire_score_table(const hw_questionnaire_score *score, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
