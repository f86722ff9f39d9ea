/* SPDX-License-Identifier: MIT */
/** @file contract.h
 *  What was agreed about an assignment: what, where, when, how often, how long, with whom, what for; what shall
 *  set it off; what may get in the way, and what to do then; how likely it seems.
 *
 *  Designing homework together, concretely and in writing, is what makes it likely to be done (Kazantzis and
 *  others; Gollwitzer 1999 on if-then plans). hw_plan_lint() tells what is missing. All of it belongs to a
 *  revision of the assignment, so what was agreed earlier stays on record.
 *
 *      hw_assignment_set_where(a, NULL, "At the kitchen table");
 *      hw_assignment_set_cue(a, NULL, "When I have brushed my teeth");
 *      hw_assignment_set_action(a, NULL, "I sit down and breathe slowly for ten minutes");
 *      hw_assignment_add_obstacle(a, HW_BARRIER_NO_PRIVACY, NULL, "Tell the family beforehand");
 *      hw_assignment_set_likelihood(a, 80);
 */
#ifndef HOMEWORK_CONTRACT_H
#define HOMEWORK_CONTRACT_H

#include "assignment.h"
#include "entry.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is to be done, in the words of the agreement, up to 65,536 bytes. Picked by BCP 47 lookup; NULL
 *  language = the plan's own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_what(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_what(hw_assignment *assignment, const char *language, const char *text);

/** Where, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL
 *  if there is none. @since 0.2 */
HW_API const char *hw_assignment_where(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_where(hw_assignment *assignment, const char *language, const char *text);

/** When, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if
 *  there is none. @since 0.2 */
HW_API const char *hw_assignment_when(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_when(hw_assignment *assignment, const char *language, const char *text);

/** How often, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed;
 *  NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_how_often(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_how_often(hw_assignment *assignment, const char *language,
                                             const char *text);

/** How long, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed;
 *  NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_how_long(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_how_long(hw_assignment *assignment, const char *language,
                                            const char *text);

/** What it is good for, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_rationale(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_rationale(hw_assignment *assignment, const char *language,
                                             const char *text);

/** What shall set it off: the "if" of an if-then plan, up to 65,536 bytes. Picked by BCP 47 lookup;
 *  NULL language = the plan's own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_cue(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_cue(hw_assignment *assignment, const char *language, const char *text);

/** What is done then: the "then" of an if-then plan, up to 65,536 bytes. Picked by BCP 47 lookup; NULL
 *  language = the plan's own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_action(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_assignment_set_action(hw_assignment *assignment, const char *language, const char *text);

/** With whom, by role. False, and `out` unchanged, if nobody was named. @since 0.2 */
HW_API bool hw_assignment_with(const hw_assignment *assignment, hw_role *out);

/** Sets it. Errors: HW_ERR_RANGE (no such role), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_with(hw_assignment *assignment, hw_role with);

/** Names nobody. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_with(hw_assignment *assignment);

/** How likely the client thinks it is that it will be done, 0-100; -1 if nobody has asked. @since 0.2
 *  */
HW_API int32_t hw_assignment_likelihood(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_likelihood(hw_assignment *assignment, int32_t likelihood);

/** How difficult the client expects it to be, 0-100; -1 if nobody has asked. @since 0.2 */
HW_API int32_t hw_assignment_expected_difficulty(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_expected_difficulty(hw_assignment *assignment,
                                                       int32_t expected_difficulty);

/** Whether it was tried out in the session. @since 0.2 */
HW_API bool hw_assignment_rehearsed(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_rehearsed(hw_assignment *assignment, bool rehearsed);

/** Whether the client has got it in writing. @since 0.2 */
HW_API bool hw_assignment_sheet_given(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_sheet_given(hw_assignment *assignment, bool sheet_given);

/** How many obstacles are foreseen. @since 0.2 */
HW_API size_t hw_assignment_obstacle_count(const hw_assignment *assignment);

/** What may get in the way, by index; HW_BARRIER_OTHER past the end. @since 0.2 */
HW_API hw_barrier hw_assignment_obstacle_at(const hw_assignment *assignment, size_t index);

/** What to do then. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is
 *  none. @since 0.2 */
HW_API const char *hw_assignment_coping_at(const hw_assignment *assignment, size_t index,
                                           const char *language);

/** Foresees an obstacle, once for each barrier; a second call for a barrier words the coping plan in
 *  another language (NULL = the plan's own) or anew. NULL coping: none yet. Errors: HW_ERR_RANGE,
 *  HW_ERR_SYNTAX, HW_ERR_LIMIT (20), HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_add_obstacle(hw_assignment *assignment, hw_barrier barrier,
                                            const char *language, const char *coping);

/** Foresees no obstacles. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_obstacles(hw_assignment *assignment);

/** When it was agreed: as stated; for an assignment that began as agreed or active, when that was
 *  recorded. Unknown if it has not been agreed. The latest revision counts. @since 0.2 */
HW_API hw_moment hw_plan_agreed_at(const hw_plan *plan, const char *assignment);

/** Who agreed: as stated, else who recorded it as agreed or active. Borrowed until the plan changes;
 *  NULL if it has not been agreed, or there is no such assignment. @since 0.2 */
HW_API const char *hw_plan_agreed_by(const hw_plan *plan, const char *assignment);

/** Agrees to a proposed assignment: `by` is the id of the person who agrees (NULL: who records), not a
 *  device; when is the moment of the change. Errors: as hw_plan_mark_assignment(), and HW_ERR_NOT_FOUND (no
 *  such person), HW_ERR_ARGUMENT (a device cannot agree). @since 0.2 */
HW_API hw_status hw_plan_agree_assignment(hw_plan *plan, const char *id, const char *by,
                                          const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
