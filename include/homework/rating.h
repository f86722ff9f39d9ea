/* SPDX-License-Identifier: MIT */
/** @file rating.h
 *  How somebody rates the engagement with homework, from 0 (not at all) to 4 (completely).
 *
 *  The client and the therapist rate for themselves, and what nobody rated stays absent. Quantity and quality
 *  come first; the other dimensions are for those who want them.
 */
#ifndef HOMEWORK_RATING_H
#define HOMEWORK_RATING_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is rated, in the terms of research on homework engagement (Kazantzis and others). There is no total:
 *  quantity and quality are different things. */
typedef enum hw_dimension {
    HW_DIMENSION_QUANTITY = 0,  /**< How much was done. */
    HW_DIMENSION_QUALITY,       /**< How well it was done. */
    HW_DIMENSION_DIFFICULTY,    /**< How hard it was; less is better. */
    HW_DIMENSION_OBSTACLES,     /**< How much got in the way; less is better. */
    HW_DIMENSION_COMPREHENSION, /**< How well it was understood what to do. */
    HW_DIMENSION_RATIONALE,     /**< How well it was understood what for. */
    HW_DIMENSION_COLLABORATION, /**< How much of it was worked out together. */
    HW_DIMENSION_SPECIFICITY,   /**< How clear it was when, where and how. */
    HW_DIMENSION_GOAL_MATCH,    /**< How well it fitted the goals. */
    HW_DIMENSION_PLEASURE,      /**< How enjoyable it was. */
    HW_DIMENSION_MASTERY,       /**< How much of a success it was. */
    HW_DIMENSION_PROGRESS       /**< How much it helped. */
} hw_dimension;

/** The number of dimensions. */
#define HW_DIMENSION_COUNT 12

/** A draft of a session, by a person (their ids), with nothing rated yet. NULL: HW_ERR_ARGUMENT;
 *  malformed: HW_ERR_SYNTAX. Owned: release with hw_rating_unref(). @since 0.2 */
HW_API hw_rating *hw_rating_new(const char *id, const char *session, const char *rater, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_rating(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_rating_unref(). @since 0.2 */
HW_API hw_rating *hw_rating_edit(const hw_rating *rating, hw_error *err);

/** Keeps a rating that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_rating *hw_rating_ref(const hw_rating *rating);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_rating_unref(hw_rating *rating);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_rating_check(const hw_rating *rating, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_rating_revision(const hw_rating *rating);

/** The id of the rating; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_rating_id(const hw_rating *rating);

/** The id of the session in which it was rated. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_rating_session(const hw_rating *rating);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_rating_set_session(hw_rating *rating, const char *session);

/** The id of the assignment, if only one was rated. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_rating_assignment(const hw_rating *rating);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_rating_set_assignment(hw_rating *rating, const char *assignment);

/** The id of the person who rates. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_rating_rater(const hw_rating *rating);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_rating_set_rater(hw_rating *rating, const char *rater);

/** The rating of a dimension, 0-4; -1 if it was not rated, or out of range. @since 0.2 */
HW_API int32_t hw_rating_value(const hw_rating *rating, hw_dimension dimension);

/** Rates a dimension, 0-4; -1 takes the rating back. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_rating_set_value(hw_rating *rating, hw_dimension dimension, int32_t value);

/** Whether less is better in a dimension. @since 0.2 */
HW_API bool hw_dimension_is_reverse(hw_dimension dimension);

/** Takes a draft into the plan as a new rating: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_rating(hw_plan *plan, hw_rating *rating, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_rating(), and
 *  HW_ERR_NOT_FOUND (no such rating), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.2 */
HW_API hw_status hw_plan_revise_rating(hw_plan *plan, hw_rating *rating, const hw_change *change,
                                       hw_error *err);

/** How many ratings there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_rating_count(const hw_plan *plan);

/** The latest revision of the rating at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_rating *hw_plan_rating_at(const hw_plan *plan, size_t index);

/** The latest revision of the rating with an id. Borrowed until the plan changes; NULL if there is
 *  none. @since 0.2 */
HW_API const hw_rating *hw_plan_rating(const hw_plan *plan, const char *id);

/** How many revisions a rating has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_rating_revision_count(const hw_plan *plan, const char *id);

/** A revision of a rating by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_rating *hw_plan_rating_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
