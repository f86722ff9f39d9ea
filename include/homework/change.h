/* SPDX-License-Identifier: MIT */
/** @file change.h
 *  Who changes a plan, when and why: the one argument that every changing verb takes.
 *
 *      hw_change *now = hw_change_new(moment, "mk", "desk", &err);   // M. K., at the desk computer
 *      hw_change_set_reason(now, "agreed in session 3", &err);
 *      hw_plan_revise_assignment(plan, draft, now, &err);
 *      hw_change_free(now);
 *
 *  One hw_change may serve many verbs. The library has no clock: `recorded` is what the caller says. A
 *  revision cannot be recorded before the one that it follows, whatever a device's clock shows: the verb then
 *  fails with HW_ERR_ARGUMENT.
 */
#ifndef HOMEWORK_CHANGE_H
#define HOMEWORK_CHANGE_H

#include "time.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Who, when, why. Opaque. */
typedef struct hw_change hw_change;

/** A change recorded at an exact moment by a person of the plan.
 *  `by` is the person's id. `origin` names the device or program that records (an id of its own, such as
 *  "phone", at most 44 bytes): ids that the library mints are `<origin>-<counter>`, so two origins never
 *  collide. NULL or a moment that is not exact: HW_ERR_ARGUMENT; a malformed id: HW_ERR_SYNTAX. Owned:
 *  hw_change_free(). @since 0.1 */
HW_API hw_change *hw_change_new(hw_moment recorded, const char *by, const char *origin, hw_error *err);

/** Frees it. NULL is ignored. @since 0.1 */
HW_API void hw_change_free(hw_change *change);

/** Why, in one line of at most 1,024 bytes; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_change_set_reason(hw_change *change, const char *reason, hw_error *err);

/** From which wall time on the change holds. Without it: from the moment of recording, as the recorder's
 *  clock showed it. Any date is allowed; what is settled already stays as it is. Errors: HW_ERR_RANGE.
 *  @since 0.1 */
HW_API hw_status hw_change_set_effective(hw_change *change, hw_local effective, hw_error *err);

/** The moment of recording; unknown for NULL. @since 0.1 */
HW_API hw_moment hw_change_recorded(const hw_change *change);

/** The person's id. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_change_by(const hw_change *change);

/** The origin's id. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_change_origin(const hw_change *change);

/** A revision's own facts: every record of a plan (a goal, an assignment, ...) is one revision of a thing,
 *  and gives them through its `_revision` getter. Borrowed: lives as long as its record. */
typedef struct hw_revision hw_revision;

/** The id of this revision, unique in the plan; NULL in a draft. @since 0.1 */
HW_API const char *hw_revision_id(const hw_revision *revision);

/** The id of the revision that it was made from; NULL for a first one. @since 0.1 */
HW_API const char *hw_revision_follows(const hw_revision *revision);

/** From which wall time on it holds; all zero in a draft. @since 0.1 */
HW_API hw_local hw_revision_effective(const hw_revision *revision);

/** When it was recorded; unknown in a draft. @since 0.1 */
HW_API hw_moment hw_revision_recorded(const hw_revision *revision);

/** The id of the person who recorded it; NULL in a draft. @since 0.1 */
HW_API const char *hw_revision_by(const hw_revision *revision);

/** Why; NULL if nothing was said. @since 0.1 */
HW_API const char *hw_revision_reason(const hw_revision *revision);

#ifdef __cplusplus
}
#endif

#endif
