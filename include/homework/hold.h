/* SPDX-License-Identifier: MIT */
/** @file hold.h
 *  A pause: for a time, some or all homework is not expected.
 *
 *  What falls into a hold and was not settled when the hold was recorded is suspended: counted beside the
 *  rates, not in them, whatever was done.
 */
#ifndef HOMEWORK_HOLD_H
#define HOMEWORK_HOLD_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Why something is not expected. Either side may excuse, and it is kept who did. */
typedef enum hw_reason {
    HW_EXCUSE_ILLNESS = 0,    /**< Illness. */
    HW_EXCUSE_CRISIS,         /**< A crisis. */
    HW_EXCUSE_BEREAVEMENT,    /**< Bereavement. */
    HW_EXCUSE_TRAVEL,         /**< Travel. */
    HW_EXCUSE_HOLIDAY,        /**< Holiday. */
    HW_EXCUSE_NO_OPPORTUNITY, /**< No opportunity arose. */
    HW_EXCUSE_AGREED_BREAK,   /**< A break that was agreed. */
    HW_EXCUSE_TECHNICAL,      /**< Something technical. */
    HW_EXCUSE_OTHER           /**< Anything else. */
} hw_reason;

/** A draft from one day to another, both included; `to` all zero while the end is open. NULL id:
 *  HW_ERR_ARGUMENT; invalid or reversed days: HW_ERR_RANGE. Owned: release with hw_hold_unref().
 *  @since 0.1 */
HW_API hw_hold *hw_hold_new(const char *id, hw_date from, hw_date to, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_hold(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_hold_unref(). @since 0.1 */
HW_API hw_hold *hw_hold_edit(const hw_hold *hold, hw_error *err);

/** Keeps a hold that was borrowed: one more owner, for any thread. Returns its argument; NULL stays NULL.
 *  @since 0.1 */
HW_API hw_hold *hw_hold_ref(const hw_hold *hold);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_hold_unref(hw_hold *hold);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_hold_check(const hw_hold *hold, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_hold_revision(const hw_hold *hold);

/** The id of the hold; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_hold_id(const hw_hold *hold);

/** The first day. @since 0.1 */
HW_API hw_date hw_hold_from(const hw_hold *hold);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_hold_set_from(hw_hold *hold, hw_date from);

/** The last day, included; all zero while open. @since 0.1 */
HW_API hw_date hw_hold_to(const hw_hold *hold);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_hold_set_to(hw_hold *hold, hw_date to);

/** Why. @since 0.1 */
HW_API hw_reason hw_hold_reason(const hw_hold *hold);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_hold_set_reason(hw_hold *hold, hw_reason reason);

/** How many assignments are held; 0 means all. @since 0.1 */
HW_API size_t hw_hold_assignment_count(const hw_hold *hold);

/** The id at an index. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_hold_assignment_at(const hw_hold *hold, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_hold_add_assignment(hw_hold *hold, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_hold_clear_assignments(hw_hold *hold);

/** More about it. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_hold_note(const hw_hold *hold, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_hold_set_note(hw_hold *hold, const char *language, const char *text);

/** Whether it was taken back. @since 0.1 */
HW_API bool hw_hold_withdrawn(const hw_hold *hold);

/** Sets it. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_hold_set_withdrawn(hw_hold *hold, bool withdrawn);

/** Takes a draft into the plan as a new hold: checks it, freezes it, and keeps it beside the caller's own
 *  reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT (NULL,
 *  something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or who
 *  records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_add_hold(hw_plan *plan, hw_hold *hold, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_hold(), and
 *  HW_ERR_NOT_FOUND (no such hold), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_hold(hw_plan *plan, hw_hold *hold, const hw_change *change, hw_error *err);

/** How many holds there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_hold_count(const hw_plan *plan);

/** The latest revision of the hold at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_hold *hw_plan_hold_at(const hw_plan *plan, size_t index);

/** The latest revision of the hold with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_hold *hw_plan_hold(const hw_plan *plan, const char *id);

/** How many revisions a hold has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_hold_revision_count(const hw_plan *plan, const char *id);

/** A revision of a hold by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_hold *hw_plan_hold_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
