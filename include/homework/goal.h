/* SPDX-License-Identifier: MIT */
/** @file goal.h
 *  What the client wants: tangible, with a measure and five levels of attainment where that helps.
 *
 *  Lifecycle and achievement are the codes of FHIR R4 (goal-status, goal-achievement). The five levels, -2
 *  to +2, are those of Goal Attainment Scaling.
 */
#ifndef HOMEWORK_GOAL_H
#define HOMEWORK_GOAL_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a goal stands (FHIR goal-status). */
typedef enum hw_goal_lifecycle {
    HW_GOAL_PROPOSED = 0,     /**< Somebody wants it. */
    HW_GOAL_PLANNED,          /**< Meant for later. */
    HW_GOAL_ACCEPTED,         /**< Agreed, not begun. */
    HW_GOAL_ACTIVE,           /**< Being worked on. */
    HW_GOAL_ON_HOLD,          /**< Resting. */
    HW_GOAL_COMPLETED,        /**< Over: no further work on it. */
    HW_GOAL_CANCELLED,        /**< Given up. */
    HW_GOAL_ENTERED_IN_ERROR, /**< Never meant; excluded everywhere. */
    HW_GOAL_REJECTED          /**< Not agreed. */
} hw_goal_lifecycle;

/** How far it has come (FHIR goal-achievement), as a person judged it. */
typedef enum hw_achievement {
    HW_ACHIEVEMENT_NONE = 0,      /**< Nobody has said. */
    HW_ACHIEVEMENT_IN_PROGRESS,   /**< Under way. */
    HW_ACHIEVEMENT_IMPROVING,     /**< Getting closer. */
    HW_ACHIEVEMENT_WORSENING,     /**< Getting further away. */
    HW_ACHIEVEMENT_NO_CHANGE,     /**< Neither. */
    HW_ACHIEVEMENT_ACHIEVED,      /**< Reached. */
    HW_ACHIEVEMENT_SUSTAINING,    /**< Reached and kept. */
    HW_ACHIEVEMENT_NOT_ACHIEVED,  /**< Not reached. */
    HW_ACHIEVEMENT_NO_PROGRESS,   /**< Not reached, and no closer. */
    HW_ACHIEVEMENT_NOT_ATTAINABLE /**< Cannot be reached. */
} hw_achievement;

/** Which way the measure should go. */
typedef enum hw_direction {
    HW_DIRECTION_NONE = 0, /**< Not said. */
    HW_DIRECTION_UP,       /**< Up to the target. */
    HW_DIRECTION_DOWN,     /**< Down to the target. */
    HW_DIRECTION_MAINTAIN  /**< Stay at the target. */
} hw_direction;

/** A draft in state HW_GOAL_ACTIVE, titled in the plan's own language. NULL: HW_ERR_ARGUMENT; malformed:
 *  HW_ERR_SYNTAX. Owned: release with hw_goal_unref(). @since 0.1 */
HW_API hw_goal *hw_goal_new(const char *id, const char *title, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_goal(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_goal_unref(). @since 0.1 */
HW_API hw_goal *hw_goal_edit(const hw_goal *goal, hw_error *err);

/** Keeps a goal that was borrowed: one more owner, for any thread. Returns its argument; NULL stays NULL.
 *  @since 0.1 */
HW_API hw_goal *hw_goal_ref(const hw_goal *goal);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_goal_unref(hw_goal *goal);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_goal_check(const hw_goal *goal, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_goal_revision(const hw_goal *goal);

/** The id of the goal; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_goal_id(const hw_goal *goal);

/** The goal in a few words. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if
 *  there is none. @since 0.1 */
HW_API const char *hw_goal_title(const hw_goal *goal, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_goal_set_title(hw_goal *goal, const char *language, const char *text);

/** More about it. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_goal_description(const hw_goal *goal, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_goal_set_description(hw_goal *goal, const char *language, const char *text);

/** Where it stands. @since 0.1 */
HW_API hw_goal_lifecycle hw_goal_state(const hw_goal *goal);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_state(hw_goal *goal, hw_goal_lifecycle state);

/** How far it has come. @since 0.1 */
HW_API hw_achievement hw_goal_achievement(const hw_goal *goal);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_achievement(hw_goal *goal, hw_achievement achievement);

/** The id of the measure that shows it. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_goal_measure(const hw_goal *goal);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_measure(hw_goal *goal, const char *measure);

/** The measure at the start. False, and `out` unchanged, if there is none. @since 0.1 */
HW_API bool hw_goal_baseline(const hw_goal *goal, double *out);

/** Sets it, as a decimal of at most 15 digits; NaN for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_goal_set_baseline(hw_goal *goal, double baseline);

/** What the measure should reach. False, and `out` unchanged, if there is none. @since 0.1 */
HW_API bool hw_goal_target(const hw_goal *goal, double *out);

/** Sets it, as a decimal of at most 15 digits; NaN for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_goal_set_target(hw_goal *goal, double target);

/** Which way it should go. @since 0.1 */
HW_API hw_direction hw_goal_direction(const hw_goal *goal);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_direction(hw_goal *goal, hw_direction direction);

/** Until when; all zero if open. @since 0.1 */
HW_API hw_date hw_goal_due(const hw_goal *goal);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_due(hw_goal *goal, hw_date due);

/** Its weight among the goals, above 0. False, and `out` unchanged, if there is none. @since 0.1 */
HW_API bool hw_goal_weight(const hw_goal *goal, double *out);

/** Sets it, as a decimal of at most 15 digits; NaN for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_goal_set_weight(hw_goal *goal, double weight);

/** The wording of an attainment level, -2 to 2. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_goal_level(const hw_goal *goal, int32_t level, const char *language);

/** Words an attainment level, -2 to 2; NULL text removes it. Errors: HW_ERR_RANGE, HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_goal_set_level(hw_goal *goal, int32_t level, const char *language, const char *text);

/** Takes a draft into the plan as a new goal: checks it, freezes it, and keeps it beside the caller's own
 *  reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT (NULL,
 *  something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or who
 *  records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_add_goal(hw_plan *plan, hw_goal *goal, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_goal(), and
 *  HW_ERR_NOT_FOUND (no such goal), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_goal(hw_plan *plan, hw_goal *goal, const hw_change *change, hw_error *err);

/** How many goals there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_goal_count(const hw_plan *plan);

/** The latest revision of the goal at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_goal *hw_plan_goal_at(const hw_plan *plan, size_t index);

/** The latest revision of the goal with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_goal *hw_plan_goal(const hw_plan *plan, const char *id);

/** How many revisions a goal has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_goal_revision_count(const hw_plan *plan, const char *id);

/** A revision of a goal by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_goal *hw_plan_goal_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes a goal to a state that may follow its own: see hw_goal_lifecycle. A new revision says who,
 *  when and why. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such goal, or who records),
 *  HW_ERR_RANGE (no such state), HW_ERR_STATE (it cannot follow, or it is there already), HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_mark_goal(hw_plan *plan, const char *id, hw_goal_lifecycle state,
                                   const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
