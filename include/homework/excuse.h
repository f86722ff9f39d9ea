/* SPDX-License-Identifier: MIT */
/** @file excuse.h
 *  One occurrence that is not expected after all.
 *
 *  An excuse may come before or after the fact, from either side. What was done all the same counts as
 *  done. Whether there is such an occurrence is not asked: a day of a quota's period may be excused by
 *  itself, and a plan may be changed later.
 */
#ifndef HOMEWORK_EXCUSE_H
#define HOMEWORK_EXCUSE_H

#include "hold.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A draft for the occurrence of an assignment that is due then (its key). NULL: HW_ERR_ARGUMENT;
 *  malformed: HW_ERR_SYNTAX; invalid: HW_ERR_RANGE. Owned: release with hw_excuse_unref(). @since 0.1 */
HW_API hw_excuse *hw_excuse_new(const char *id, const char *assignment, hw_local due, hw_reason reason,
                                hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_excuse(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_excuse_unref(). @since 0.1 */
HW_API hw_excuse *hw_excuse_edit(const hw_excuse *excuse, hw_error *err);

/** Keeps an excuse that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.1 */
HW_API hw_excuse *hw_excuse_ref(const hw_excuse *excuse);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_excuse_unref(hw_excuse *excuse);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_excuse_check(const hw_excuse *excuse, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_excuse_revision(const hw_excuse *excuse);

/** The id of the excuse; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_excuse_id(const hw_excuse *excuse);

/** The id of the assignment. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_excuse_assignment(const hw_excuse *excuse);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_excuse_set_assignment(hw_excuse *excuse, const char *assignment);

/** The key of the occurrence: its original local due date or date-time. @since 0.1 */
HW_API hw_local hw_excuse_due(const hw_excuse *excuse);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_excuse_set_due(hw_excuse *excuse, hw_local due);

/** Why. @since 0.1 */
HW_API hw_reason hw_excuse_reason(const hw_excuse *excuse);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_excuse_set_reason(hw_excuse *excuse, hw_reason reason);

/** More about it. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_excuse_note(const hw_excuse *excuse, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_excuse_set_note(hw_excuse *excuse, const char *language, const char *text);

/** Whether it was taken back. @since 0.1 */
HW_API bool hw_excuse_withdrawn(const hw_excuse *excuse);

/** Sets it. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_excuse_set_withdrawn(hw_excuse *excuse, bool withdrawn);

/** Takes a draft into the plan as a new excuse: checks it, freezes it, and keeps it beside the caller's own
 *  reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT (NULL,
 *  something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or who
 *  records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_add_excuse(hw_plan *plan, hw_excuse *excuse, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_excuse(), and
 *  HW_ERR_NOT_FOUND (no such excuse), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_excuse(hw_plan *plan, hw_excuse *excuse, const hw_change *change,
                                       hw_error *err);

/** How many excuses there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_excuse_count(const hw_plan *plan);

/** The latest revision of the excuse at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_excuse *hw_plan_excuse_at(const hw_plan *plan, size_t index);

/** The latest revision of the excuse with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_excuse *hw_plan_excuse(const hw_plan *plan, const char *id);

/** How many revisions an excuse has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_excuse_revision_count(const hw_plan *plan, const char *id);

/** A revision of an excuse by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_excuse *hw_plan_excuse_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
