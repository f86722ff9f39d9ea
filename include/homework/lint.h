/* SPDX-License-Identifier: MIT */
/** @file lint.h
 *  What the agreement on homework still lacks: a list of codes with numbers.
 *
 *  What is asked for is what goes with homework being done: a task that is specific and suits the client
 *  (Bennion and others 2025), its rationale and an answer to difficulties (the review of 59 studies in
 *  Cognitive Behaviour Therapy 2024, doi 10.1080/16506073.2024.2369939), an if-then plan (Gollwitzer
 *  1999), barriers that are foreseen (Callan 2012), a written note (Helbig and Fehm 2004), and the
 *  client's own likelihood of doing it (after Beck).
 *
 *  What is there is decided by the fields that are filled in alone; no text is ever read. A finding is
 *  something to talk about, not a fault: a plan with findings is as valid as one without.
 *
 *      hw_lint *lint = hw_plan_lint(plan, "breathing", now, HW_LINT_LIKELY_ENOUGH, &err);
 *      for (size_t i = 0; i < hw_lint_count(lint); i++)
 *          puts(hw_lint_code_name(hw_lint_code_at(lint, i)));
 *      hw_lint_free(lint);
 */
#ifndef HOMEWORK_LINT_H
#define HOMEWORK_LINT_H

#include "contract.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is missing or weak. Dense; new ones are added at the end. */
typedef enum hw_lint_code {
    HW_LINT_WHAT = 0,           /**< Neither what is to be done nor instructions are given. */
    HW_LINT_WHEN,               /**< Neither a text nor a schedule says when. */
    HW_LINT_WHERE,              /**< Where is not said. */
    HW_LINT_HOW_OFTEN,          /**< Neither a text nor a schedule says how often. */
    HW_LINT_HOW_LONG,           /**< Neither minutes nor a text say how long. */
    HW_LINT_RATIONALE,          /**< What it is good for is not said. */
    HW_LINT_CUE,                /**< The if-then plan has no cue. */
    HW_LINT_ACTION,             /**< The if-then plan has no action. */
    HW_LINT_OBSTACLES,          /**< No obstacle is foreseen. */
    HW_LINT_COPING,             /**< An obstacle has no coping plan: a finding for each. */
    HW_LINT_AGREEMENT,          /**< It is not agreed. */
    HW_LINT_LIKELIHOOD_MISSING, /**< Nobody has asked how likely it is to be done. */
    HW_LINT_LIKELIHOOD_LOW,     /**< It is not likely enough. The value is the likelihood, the limit the
                                     threshold. */
    HW_LINT_DIFFICULTY,         /**< Nobody has asked how difficult it is expected to be. */
    HW_LINT_REHEARSAL,          /**< It was not tried out in a session. */
    HW_LINT_SHEET,              /**< The client has not got it in writing. */
    HW_LINT_OVERLOAD,           /**< Of the whole plan: more than the client has room for, a finding for
                                     minutes and one for assignments. The value is what is planned, the
                                     limit the capacity. */
    HW_LINT_CODE_COUNT          /**< The number of codes; not one. */
} hw_lint_code;

/** The threshold that is usual: a likelihood below it asks for something simpler. */
#define HW_LINT_LIKELY_ENOUGH 70

/** A list of findings. Immutable. Opaque. */
typedef struct hw_lint hw_lint;

/** What an assignment (its id) lacks; NULL for all that are proposed, agreed or active. Looks at the
 *  last revisions known at a moment. Findings come by assignment in the plan's order and then by code;
 *  those of the whole plan are last, and there whatever was asked for. `threshold` is the least
 *  likelihood that is enough, 0-100. Errors: HW_ERR_ARGUMENT (NULL plan), HW_ERR_RANGE (threshold),
 *  HW_ERR_NOT_FOUND (the assignment was not known then; a zone), HW_ERR_INVALID (a zone), HW_ERR_LIMIT,
 *  HW_ERR_MEMORY. Owned: hw_lint_free(). @since 0.2 */
HW_API hw_lint *hw_plan_lint(const hw_plan *plan, const char *assignment, hw_instant as_of, int32_t threshold,
                             hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_lint_free(hw_lint *lint);

/** How many findings; 0 for NULL. @since 0.2 */
HW_API size_t hw_lint_count(const hw_lint *lint);

/** What a finding is; HW_LINT_CODE_COUNT past the end. @since 0.2 */
HW_API hw_lint_code hw_lint_code_at(const hw_lint *lint, size_t index);

/** The id of the assignment that it is about; NULL for one of the whole plan, and past the end. Borrowed
 *  while the list lives. @since 0.2 */
HW_API const char *hw_lint_assignment_at(const hw_lint *lint, size_t index);

/** The number that was found: a likelihood, planned minutes, active assignments. False, and `out`
 *  unchanged, if the finding has none. @since 0.2 */
HW_API bool hw_lint_value_at(const hw_lint *lint, size_t index, int64_t *out);

/** The number that it is held against: the threshold, or the capacity. False, and `out` unchanged, if
 *  the finding has none. @since 0.2 */
HW_API bool hw_lint_limit_at(const hw_lint *lint, size_t index, int64_t *out);

/** The unit of both numbers, a UCUM code: "%", "min", "{assignment}"; "" if there are none. Static storage.
 *  @since 0.2 */
HW_API const char *hw_lint_unit_at(const hw_lint *lint, size_t index);

/** The obstacle that has no coping plan. False, and `out` unchanged, for other findings. @since 0.2 */
HW_API bool hw_lint_obstacle_at(const hw_lint *lint, size_t index, hw_barrier *out);

/** A finding as a sentence, in a language that the library has (a BCP 47 tag; English if it has not, and
 *  for NULL). It names no assignment and holds no text of the plan. Owned: hw_string_free(). Errors:
 *  HW_ERR_ARGUMENT (NULL, past the end), HW_ERR_MEMORY. @since 0.2 */
HW_API char *hw_lint_text(const hw_lint *lint, size_t index, const char *language, hw_error *err);

/** How many minutes of homework the seven days from the moment's on hold, by the client's clock: each
 *  occurrence of an active assignment counts with its minutes, one of a quota with the times that fall
 *  to those days when they are spread evenly. What is excused, in a hold or withdrawn does not count.
 *  @since 0.2 */
HW_API int64_t hw_lint_planned_minutes(const hw_lint *lint);

/** How many assignments of those seven days do not say how many minutes they take: what they need is not
 *  in the planned minutes. @since 0.2 */
HW_API size_t hw_lint_unknown_count(const hw_lint *lint);

/** How many assignments are active. @since 0.2 */
HW_API size_t hw_lint_active_count(const hw_lint *lint);

/** How many minutes a week the client has for homework, as stated in the settings; 0 if not stated.
 *  @since 0.2 */
HW_API int32_t hw_lint_capacity_minutes(const hw_lint *lint);

/** How many assignments at a time the client can carry, as stated in the settings; 0 if not stated.
 *  @since 0.2 */
HW_API int32_t hw_lint_capacity_assignments(const hw_lint *lint);

/** The findings as a table: assignment, code, obstacle, value, limit, unit. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_lint_table(const hw_lint *lint, hw_error *err);

/** A code's word ("how-often"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_lint_code_name(hw_lint_code code);

/** The code with a word; HW_LINT_CODE_COUNT if there is none. @since 0.2 */
HW_API hw_lint_code hw_lint_code_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif
