/* SPDX-License-Identifier: MIT */
/** @file tables.h
 *  Ratings, scores and messages as tables: what was said, by whom, in which session. Nothing is summed up.
 */
#ifndef HOMEWORK_TABLES_H
#define HOMEWORK_TABLES_H

#include "message.h"
#include "rating.h"
#include "score.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The ratings, a row for each dimension that was rated: rating, session, assignment, rater, role,
 *  recorded, dimension, value, reverse. What nobody rated has no row. The latest revisions, in the
 *  plan's order. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_plan_ratings_table(const hw_plan *plan, hw_error *err);

/** The scores, a row for each: score, goal, session, rater, role, recorded, level. The latest revisions,
 *  in the plan's order. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_plan_scores_table(const hw_plan *plan, hw_error *err);

/** The messages, a row for each: message, topic, state, visibility, author, role, recorded, marked,
 *  assignment, goal, session, text, answer. Private ones are in it if `private_too`, what was written if
 *  `texts`, and of what is shared as a summary only if both; in a language by BCP 47 lookup (NULL: the
 *  plan's own). The latest revisions, in the plan's order. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY.
 *  Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_plan_messages_table(const hw_plan *plan, bool private_too, bool texts,
                                        const char *language, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
