/* SPDX-License-Identifier: MIT */
/** @file ladder.h
 *  How far the steps of a goal have come: what the log shows of a step's criterion, which step is next,
 *  and the way that was made.
 *
 *  Nothing here changes a step: whether it counts as reached is said by hw_plan_mark_step().
 *
 *  A criterion asks for so many practices, perhaps within a span of time. A practice is a live entry
 *  about an assignment that listed the step when it happened. Without a measure, it must report that it
 *  was done, or more, or something else that a review found to be equivalent. With one, it must hold a
 *  value of the measure at the criterion's phase that compares as asked; what was not attempted, or had
 *  no opportunity, is no practice. When it happened goes by the clock of the person; a day without a
 *  time counts from its midnight. If nobody knows, the due time of the occurrence that it answers stands
 *  in, or else the moment of recording. */
#ifndef HOMEWORK_LADDER_H
#define HOMEWORK_LADDER_H

#include "step.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What the log shows of a step's criterion. Immutable. Opaque. */
typedef struct hw_step_progress hw_step_progress;

/** What is known at a moment of the criterion of a step (its id). Errors: HW_ERR_ARGUMENT (NULL),
 *  HW_ERR_NOT_FOUND (no such step was known then), HW_ERR_STATE (it has no criterion), HW_ERR_MEMORY.
 *  Owned: hw_step_progress_free(). @since 0.2 */
HW_API hw_step_progress *hw_plan_step_progress(const hw_plan *plan, const char *step, hw_instant as_of,
                                               hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_step_progress_free(hw_step_progress *progress);

/** Whether the criterion has been met: once met it stays so, as long as the entries do. @since 0.2 */
HW_API bool hw_step_progress_met(const hw_step_progress *progress);

/** How many practices count so far: the most that any span of the criterion holds, or all of them if it has
 *  none. @since 0.2 */
HW_API int32_t hw_step_progress_count(const hw_step_progress *progress);

/** How many are needed; 0 for NULL. @since 0.2 */
HW_API int32_t hw_step_progress_needed(const hw_step_progress *progress);

/** The day of the practice with which the criterion was first met; all zero if it was not. @since 0.2 */
HW_API hw_date hw_step_progress_first_met(const hw_step_progress *progress);

/** How many entries show it: when it is met as many as are needed, those with which it was first met;
 *  else those that count so far, the latest ones if several spans hold as many. @since 0.2 */
HW_API size_t hw_step_progress_evidence_count(const hw_step_progress *progress);

/** The id of one, in the order in which they happened. Borrowed while the result lives; NULL past the end.
 *  @since 0.2 */
HW_API const char *hw_step_progress_evidence_at(const hw_step_progress *progress, size_t index);

/** The step of a goal (its id) that is next, by what was recorded at a moment: in the order of
 *  positions, then of ids, the first that is available, in practice or regressed; if there is none, the
 *  first that is locked. What has met its criterion, is consolidated or skipped is passed. The last
 *  revision that was known then. Borrowed until the plan changes; NULL if all are passed, if there is no
 *  such goal, and for NULL. @since 0.2 */
HW_API const hw_step *hw_plan_next_step(const hw_plan *plan, const char *goal, hw_instant as_of);

/** The way of a goal's steps: each state that each of them came to, and when. Immutable. Opaque. */
typedef struct hw_journey hw_journey;

/** The journey of a goal (its id) as known at a moment: the steps in the order of positions, then of
 *  ids, and the states of each in the order in which they were recorded. Errors: HW_ERR_ARGUMENT (NULL),
 *  HW_ERR_NOT_FOUND (no such goal was known then), HW_ERR_MEMORY. Owned: hw_journey_free(). @since 0.2 */
HW_API hw_journey *hw_plan_journey(const hw_plan *plan, const char *goal, hw_instant as_of, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_journey_free(hw_journey *journey);

/** How many states were come to; 0 for NULL. @since 0.2 */
HW_API size_t hw_journey_count(const hw_journey *journey);

/** The id of the step. Borrowed while the journey lives; NULL past the end. @since 0.2 */
HW_API const char *hw_journey_step_at(const hw_journey *journey, size_t index);

/** The state that it came to. @since 0.2 */
HW_API hw_step_stage hw_journey_state_at(const hw_journey *journey, size_t index);

/** The day on which it came there: of a criterion that was met the day that the step says, else the one
 *  from which the revision holds. @since 0.2 */
HW_API hw_date hw_journey_reached_at(const hw_journey *journey, size_t index);

/** Whether it is there still. @since 0.2 */
HW_API bool hw_journey_current_at(const hw_journey *journey, size_t index);

/** The id of the step's revision that says so. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_journey_revision_at(const hw_journey *journey, size_t index);

/** The journey as a table: step, state, reached, current, revision. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY.
 *  Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_journey_table(const hw_journey *journey, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
