/* SPDX-License-Identifier: MIT */
/** @file thread.h
 *  What hangs together from session to session: the assignments that continue one another, in which
 *  sessions they were agreed, and which reviews made what of them; and what no review has taken up yet.
 */
#ifndef HOMEWORK_THREAD_H
#define HOMEWORK_THREAD_H

#include "occurrences.h"
#include "review.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The assignments of a thread. Immutable. Opaque. */
typedef struct hw_thread hw_thread;

/** The assignments that are connected with one (its id) by their predecessors, however far and over
 *  whatever branches, by the last revisions known at a moment. The oldest comes first: what is continued
 *  before what continues it, and otherwise in the plan's order. Of a circle, which two merged copies can
 *  make, the first in the plan's order begins. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such
 *  assignment was known then), HW_ERR_MEMORY. Owned: hw_thread_free(). @since 0.2 */
HW_API hw_thread *hw_plan_thread(const hw_plan *plan, const char *assignment, hw_instant as_of,
                                 hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_thread_free(hw_thread *thread);

/** How many assignments; 0 for NULL. @since 0.2 */
HW_API size_t hw_thread_count(const hw_thread *thread);

/** The id of one. Borrowed while the thread lives; NULL past the end. @since 0.2 */
HW_API const char *hw_thread_assignment_at(const hw_thread *thread, size_t index);

/** The id of the assignment that it continues. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_thread_predecessor_at(const hw_thread *thread, size_t index);

/** In how many sessions it was agreed, or agreed anew. @since 0.2 */
HW_API size_t hw_thread_session_count(const hw_thread *thread, size_t index);

/** The id of a session that its revisions name, each once, in the order of the revisions. Borrowed; NULL
 *  past the end. @since 0.2 */
HW_API const char *hw_thread_session_at(const hw_thread *thread, size_t index, size_t session);

/** How many reviews are about it. @since 0.2 */
HW_API size_t hw_thread_review_count(const hw_thread *thread, size_t index);

/** The id of a review, in the plan's order. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_thread_review_at(const hw_thread *thread, size_t index, size_t review);

/** The thread as a table: a row for each session and each review of each assignment, and one for an
 *  assignment without either. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_thread_table(const hw_thread *thread, hw_error *err);

/** Assignments that wait for a review. Immutable. Opaque. */
typedef struct hw_unreviewed hw_unreviewed;

/** The assignments that are active at a moment, or of which something was settled since the last session
 *  that was held, and that no review of a later session than that takes up. Without such a session it is
 *  all that ever settled, and any review counts. In the plan's order; without what was entered in error.
 *  Errors: as hw_plan_occurrences(). Owned: hw_unreviewed_free(). @since 0.2 */
HW_API hw_unreviewed *hw_plan_unreviewed(const hw_plan *plan, hw_instant as_of, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_unreviewed_free(hw_unreviewed *unreviewed);

/** How many there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_unreviewed_count(const hw_unreviewed *unreviewed);

/** The id of one. Borrowed while the list lives; NULL past the end. @since 0.2 */
HW_API const char *hw_unreviewed_assignment_at(const hw_unreviewed *unreviewed, size_t index);

/** Whether it is active. @since 0.2 */
HW_API bool hw_unreviewed_active_at(const hw_unreviewed *unreviewed, size_t index);

/** How many occurrences of it were settled since. @since 0.2 */
HW_API size_t hw_unreviewed_settled_at(const hw_unreviewed *unreviewed, size_t index);

/** The id of the session that was held last. Borrowed while the list lives; NULL if there is none.
 *  @since 0.2 */
HW_API const char *hw_unreviewed_session(const hw_unreviewed *unreviewed);

/** The list as a table: assignment, active, settled. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_unreviewed_table(const hw_unreviewed *unreviewed, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
