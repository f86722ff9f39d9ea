/* SPDX-License-Identifier: MIT */
/** @file review.h
 *  What a session made of an assignment: what was found, and what was decided.
 *
 *  A review never changes an assignment by itself: its next revision does, and the review names it. Something
 *  else that was done instead counts only if a review finds it equivalent.
 */
#ifndef HOMEWORK_REVIEW_H
#define HOMEWORK_REVIEW_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What was decided about an assignment. */
typedef enum hw_decision {
    HW_DECISION_CONTINUE = 0, /**< Go on as before. */
    HW_DECISION_STEP_UP,      /**< Go on to the next step. */
    HW_DECISION_HOLD_STEP,    /**< Stay at this step. */
    HW_DECISION_STEP_DOWN,    /**< Go back to an easier step. */
    HW_DECISION_SIMPLIFY,     /**< Make it simpler. */
    HW_DECISION_INCREASE,     /**< More of it. */
    HW_DECISION_REDUCE,       /**< Less of it. */
    HW_DECISION_REPLACE,      /**< Something else instead. */
    HW_DECISION_PAUSE,        /**< Let it rest. */
    HW_DECISION_STOP,         /**< End it early. */
    HW_DECISION_COMPLETE      /**< It has served its purpose. */
} hw_decision;

/** A draft about an assignment, of a session (their ids). NULL: HW_ERR_ARGUMENT; malformed:
 *  HW_ERR_SYNTAX; no such decision: HW_ERR_RANGE. Owned: release with hw_review_unref(). @since 0.2 */
HW_API hw_review *hw_review_new(const char *id, const char *session, const char *assignment,
                                hw_decision decision, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_review(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_review_unref(). @since 0.2 */
HW_API hw_review *hw_review_edit(const hw_review *review, hw_error *err);

/** Keeps a review that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_review *hw_review_ref(const hw_review *review);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_review_unref(hw_review *review);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_review_check(const hw_review *review, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_review_revision(const hw_review *review);

/** The id of the review; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_review_id(const hw_review *review);

/** The id of the session in which it was reviewed. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_review_session(const hw_review *review);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_set_session(hw_review *review, const char *session);

/** The id of the assignment that was reviewed. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_review_assignment(const hw_review *review);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_set_assignment(hw_review *review, const char *assignment);

/** What was decided. @since 0.2 */
HW_API hw_decision hw_review_decision(const hw_review *review);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_set_decision(hw_review *review, hw_decision decision);

/** What was found, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_review_findings(const hw_review *review, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_review_set_findings(hw_review *review, const char *language, const char *text);

/** The id of the assignment's revision that carries the decision out. Borrowed; NULL if there is none.
 *  @since 0.2 */
HW_API const char *hw_review_next_revision(const hw_review *review);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_set_next_revision(hw_review *review, const char *next_revision);

/** The id of the assignment that takes its place. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_review_replacement(const hw_review *review);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_set_replacement(hw_review *review, const char *replacement);

/** How many entries report something else instead that was found to be equivalent: these count as done.
 *  @since 0.2 */
HW_API size_t hw_review_equivalent_count(const hw_review *review);

/** The id at an index. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_review_equivalent_at(const hw_review *review, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY,
 *  HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_add_equivalent(hw_review *review, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_review_clear_equivalents(hw_review *review);

/** Takes a draft into the plan as a new review: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_review(hw_plan *plan, hw_review *review, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_review(), and
 *  HW_ERR_NOT_FOUND (no such review), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.2 */
HW_API hw_status hw_plan_revise_review(hw_plan *plan, hw_review *review, const hw_change *change,
                                       hw_error *err);

/** How many reviews there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_review_count(const hw_plan *plan);

/** The latest revision of the review at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_review *hw_plan_review_at(const hw_plan *plan, size_t index);

/** The latest revision of the review with an id. Borrowed until the plan changes; NULL if there is
 *  none. @since 0.2 */
HW_API const hw_review *hw_plan_review(const hw_plan *plan, const char *id);

/** How many revisions a review has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_review_revision_count(const hw_plan *plan, const char *id);

/** A revision of a review by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_review *hw_plan_review_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
