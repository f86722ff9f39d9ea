/* SPDX-License-Identifier: MIT */
/** @file measure.h
 *  What is recorded in numbers: its unit, its range, and which way is better.
 *
 *  A measure gives the values of log entries their meaning. Values outside its range are refused, never
 *  clamped.
 *
 *      hw_measure *suds = hw_measure_new("suds", "Distress", HW_MEASURE_RATING, &err);
 *      hw_measure_set_min(suds, 0);
 *      hw_measure_set_max(suds, 100);
 *      hw_measure_set_better(suds, HW_BETTER_LOWER);
 *      hw_plan_add_measure(plan, suds, change, &err);
 */
#ifndef HOMEWORK_MEASURE_H
#define HOMEWORK_MEASURE_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What kind of number it is. */
typedef enum hw_quantity {
    HW_MEASURE_RATING = 0, /**< A judgement on a scale. */
    HW_MEASURE_COUNT,      /**< How often; whole numbers from 0. */
    HW_MEASURE_DURATION,   /**< How long, in the unit given. */
    HW_MEASURE_SCORE       /**< The result of a questionnaire. */
} hw_quantity;

/** Which way is better for the client. */
typedef enum hw_better {
    HW_BETTER_NEUTRAL = 0, /**< Neither. */
    HW_BETTER_HIGHER,      /**< More is better. */
    HW_BETTER_LOWER        /**< Less is better. */
} hw_better;

/** A draft, titled in the plan's own language. NULL: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX. Owned:
 *  release with hw_measure_unref(). @since 0.1 */
HW_API hw_measure *hw_measure_new(const char *id, const char *title, hw_quantity kind, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_measure(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_measure_unref(). @since 0.1 */
HW_API hw_measure *hw_measure_edit(const hw_measure *measure, hw_error *err);

/** Keeps a measure that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.1 */
HW_API hw_measure *hw_measure_ref(const hw_measure *measure);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_measure_unref(hw_measure *measure);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_measure_check(const hw_measure *measure, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_measure_revision(const hw_measure *measure);

/** The id of the measure; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_measure_id(const hw_measure *measure);

/** The title. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_measure_title(const hw_measure *measure, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_measure_set_title(hw_measure *measure, const char *language, const char *text);

/** The kind of number. @since 0.1 */
HW_API hw_quantity hw_measure_kind(const hw_measure *measure);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_measure_set_kind(hw_measure *measure, hw_quantity kind);

/** The unit, as UCUM text where there is one ("min", "{score}"). Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_measure_unit(const hw_measure *measure);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_measure_set_unit(hw_measure *measure, const char *unit);

/** The least value allowed. False, and `out` unchanged, if there is none. @since 0.1 */
HW_API bool hw_measure_min(const hw_measure *measure, double *out);

/** Sets it, as a decimal of at most 15 digits; NaN for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_measure_set_min(hw_measure *measure, double min);

/** The greatest value allowed. False, and `out` unchanged, if there is none. @since 0.1 */
HW_API bool hw_measure_max(const hw_measure *measure, double *out);

/** Sets it, as a decimal of at most 15 digits; NaN for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_measure_set_max(hw_measure *measure, double max);

/** Whether only whole numbers are allowed; always so for counts. @since 0.1 */
HW_API bool hw_measure_whole(const hw_measure *measure);

/** Sets it. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_measure_set_whole(hw_measure *measure, bool whole);

/** Which way is better. @since 0.1 */
HW_API hw_better hw_measure_better(const hw_measure *measure);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_measure_set_better(hw_measure *measure, hw_better better);

/** Takes a draft into the plan as a new measure: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_add_measure(hw_plan *plan, hw_measure *measure, const hw_change *change,
                                     hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_measure(), and
 *  HW_ERR_NOT_FOUND (no such measure), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_measure(hw_plan *plan, hw_measure *measure, const hw_change *change,
                                        hw_error *err);

/** How many measures there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_measure_count(const hw_plan *plan);

/** The latest revision of the measure at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_measure *hw_plan_measure_at(const hw_plan *plan, size_t index);

/** The latest revision of the measure with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_measure *hw_plan_measure(const hw_plan *plan, const char *id);

/** How many revisions a measure has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_measure_revision_count(const hw_plan *plan, const char *id);

/** A revision of a measure by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_measure *hw_plan_measure_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
