/* SPDX-License-Identifier: MIT */
/** @file step.h
 *  A small step towards a goal, or a rung of a ladder.
 *
 *  Steps of one goal are ordered by their position, then by id.
 */
#ifndef HOMEWORK_STEP_H
#define HOMEWORK_STEP_H

#include "assignment.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far a step has come. */
typedef enum hw_step_stage {
    HW_STEP_LOCKED = 0,    /**< Not yet its turn. */
    HW_STEP_AVAILABLE,     /**< May be begun. */
    HW_STEP_IN_PRACTICE,   /**< Being practised. */
    HW_STEP_CRITERION_MET, /**< Reached. */
    HW_STEP_CONSOLIDATED,  /**< Reached and kept. */
    HW_STEP_REGRESSED,     /**< Was reached, and lost. */
    HW_STEP_SKIPPED        /**< Left out on purpose. */
} hw_step_stage;

/** How a value is compared with a criterion's. */
typedef enum hw_comparator {
    HW_AT_LEAST = 0, /**< At least as much. */
    HW_AT_MOST,      /**< At most as much. */
    HW_EXACTLY       /**< Just as much. */
} hw_comparator;

/** A draft in state HW_STEP_AVAILABLE towards a goal (its id), titled in the plan's own language. NULL:
 *  HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX. Owned: release with hw_step_unref(). @since 0.1 */
HW_API hw_step *hw_step_new(const char *id, const char *goal, const char *title, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_step(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_step_unref(). @since 0.1 */
HW_API hw_step *hw_step_edit(const hw_step *step, hw_error *err);

/** Keeps a step that was borrowed: one more owner, for any thread. Returns its argument; NULL stays NULL.
 *  @since 0.1 */
HW_API hw_step *hw_step_ref(const hw_step *step);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_step_unref(hw_step *step);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_step_check(const hw_step *step, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_step_revision(const hw_step *step);

/** The id of the step; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_step_id(const hw_step *step);

/** The step in a few words. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if
 *  there is none. @since 0.1 */
HW_API const char *hw_step_title(const hw_step *step, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_step_set_title(hw_step *step, const char *language, const char *text);

/** The id of its goal. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_step_goal(const hw_step *step);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_step_set_goal(hw_step *step, const char *goal);

/** Its place among the steps of the goal, 0-9999; 0 by default. @since 0.1 */
HW_API int32_t hw_step_position(const hw_step *step);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_step_set_position(hw_step *step, int32_t position);

/** How far it has come. @since 0.1 */
HW_API hw_step_stage hw_step_state(const hw_step *step);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_step_set_state(hw_step *step, hw_step_stage state);

/** The day its criterion was met; all zero if not. @since 0.1 */
HW_API hw_date hw_step_reached(const hw_step *step);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_step_set_reached(hw_step *step, hw_date reached);

/** How difficult it is expected to be, 0-100; -1 if nobody has said. @since 0.1 */
HW_API int32_t hw_step_difficulty(const hw_step *step);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_step_set_difficulty(hw_step *step, int32_t difficulty);

/** Sets when the step counts as reached: `times` (1-999) practices, within a span of time that may be
 *  zero for any, in which a measure (its id) had such a value at a phase. Without a measure (NULL) what
 *  counts is that an assignment of the step was done; `value` is then ignored. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_RANGE, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_step_set_criterion(hw_step *step, const char *measure, hw_phase phase,
                                       hw_comparator comparator, double value, int32_t times,
                                       hw_duration within);

/** Takes the criterion away. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_step_clear_criterion(hw_step *step);

/** Whether the step has a criterion. @since 0.2 */
HW_API bool hw_step_has_criterion(const hw_step *step);

/** The id of the measure that the criterion looks at. Borrowed; NULL if it looks at what was done, or
 *  there is none. @since 0.2 */
HW_API const char *hw_step_criterion_measure(const hw_step *step);

/** The phase at which the measure counts; HW_PHASE_NONE for any. @since 0.2 */
HW_API hw_phase hw_step_criterion_phase(const hw_step *step);

/** How its value is compared. @since 0.2 */
HW_API hw_comparator hw_step_criterion_comparator(const hw_step *step);

/** The value that it is compared with. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_step_criterion_value(const hw_step *step, double *out);

/** How many times; 0 without a criterion. @since 0.2 */
HW_API int32_t hw_step_criterion_times(const hw_step *step);

/** Within which time. False, and `out` unchanged, if any will do. @since 0.2 */
HW_API bool hw_step_criterion_within(const hw_step *step, hw_duration *out);

/** Takes a draft into the plan as a new step: checks it, freezes it, and keeps it beside the caller's own
 *  reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT (NULL,
 *  something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or who
 *  records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_add_step(hw_plan *plan, hw_step *step, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_step(), and
 *  HW_ERR_NOT_FOUND (no such step), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_step(hw_plan *plan, hw_step *step, const hw_change *change, hw_error *err);

/** How many steps there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_step_count(const hw_plan *plan);

/** The latest revision of the step at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_step *hw_plan_step_at(const hw_plan *plan, size_t index);

/** The latest revision of the step with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_step *hw_plan_step(const hw_plan *plan, const char *id);

/** How many revisions a step has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_step_revision_count(const hw_plan *plan, const char *id);

/** A revision of a step by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_step *hw_plan_step_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes a step to a state that may follow its own: LOCKED to AVAILABLE; AVAILABLE to IN_PRACTICE or
 *  SKIPPED; IN_PRACTICE to CRITERION_MET or back to AVAILABLE; CRITERION_MET to CONSOLIDATED or REGRESSED;
 *  REGRESSED to IN_PRACTICE. A new revision says who, when and why. Errors: HW_ERR_ARGUMENT (NULL),
 *  HW_ERR_NOT_FOUND (no such step, or who records), HW_ERR_RANGE (no such state), HW_ERR_STATE (it cannot
 *  follow, or it is there already), HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_mark_step(hw_plan *plan, const char *id, hw_step_stage state,
                                   const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
