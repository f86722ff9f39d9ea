/* SPDX-License-Identifier: MIT */
/** @file score.h
 *  How far a goal is attained, by one rater: a level of goal attainment scaling (Kiresuk and Sherman 1968).
 *
 *  The levels are worded in the goal (hw_goal_set_level()): 0 is what is expected, 2 much more, -2 much less.
 *  Each rater scores for themselves.
 */
#ifndef HOMEWORK_SCORE_H
#define HOMEWORK_SCORE_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A draft about a goal, by a person (their ids). NULL: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX; no
 *  such level: HW_ERR_RANGE. Owned: release with hw_score_unref(). @since 0.2 */
HW_API hw_score *hw_score_new(const char *id, const char *goal, const char *rater, int32_t level,
                              hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_score(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_score_unref(). @since 0.2 */
HW_API hw_score *hw_score_edit(const hw_score *score, hw_error *err);

/** Keeps a score that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_score *hw_score_ref(const hw_score *score);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_score_unref(hw_score *score);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_score_check(const hw_score *score, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_score_revision(const hw_score *score);

/** The id of the score; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_score_id(const hw_score *score);

/** The id of the goal. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_score_goal(const hw_score *score);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_score_set_goal(hw_score *score, const char *goal);

/** The id of the session in which it was scored. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_score_session(const hw_score *score);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_score_set_session(hw_score *score, const char *session);

/** The id of the person who scores. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_score_rater(const hw_score *score);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_score_set_rater(hw_score *score, const char *rater);

/** The level, -2 to 2. @since 0.2 */
HW_API int32_t hw_score_level(const hw_score *score);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_score_set_level(hw_score *score, int32_t level);

/** Takes a draft into the plan as a new score: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_score(hw_plan *plan, hw_score *score, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_score(), and
 *  HW_ERR_NOT_FOUND (no such score), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.2 */
HW_API hw_status hw_plan_revise_score(hw_plan *plan, hw_score *score, const hw_change *change, hw_error *err);

/** How many scores there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_score_count(const hw_plan *plan);

/** The latest revision of the score at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_score *hw_plan_score_at(const hw_plan *plan, size_t index);

/** The latest revision of the score with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.2 */
HW_API const hw_score *hw_plan_score(const hw_plan *plan, const char *id);

/** How many revisions a score has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_score_revision_count(const hw_plan *plan, const char *id);

/** A revision of a score by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_score *hw_plan_score_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
