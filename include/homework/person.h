/* SPDX-License-Identifier: MIT */
/** @file person.h
 *  Who takes part: in roles, with no more of a name than is wanted.
 *
 *  Whoever records, agrees or does something is a person of the plan, a program or device included. Names
 *  are optional.
 */
#ifndef HOMEWORK_PERSON_H
#define HOMEWORK_PERSON_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A draft. NULL id: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX. Owned: release with hw_person_unref().
 *  @since 0.1 */
HW_API hw_person *hw_person_new(const char *id, hw_role role, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_person(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_person_unref(). @since 0.1 */
HW_API hw_person *hw_person_edit(const hw_person *person, hw_error *err);

/** Keeps a person that was borrowed: one more owner, for any thread. Returns its argument; NULL stays NULL.
 *  @since 0.1 */
HW_API hw_person *hw_person_ref(const hw_person *person);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_person_unref(hw_person *person);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_person_check(const hw_person *person, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_person_revision(const hw_person *person);

/** The id of the person; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_person_id(const hw_person *person);

/** The role. @since 0.1 */
HW_API hw_role hw_person_role(const hw_person *person);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_person_set_role(hw_person *person, hw_role role);

/** The name as it is to be shown, up to 1,024 bytes. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_person_name(const hw_person *person);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_person_set_name(hw_person *person, const char *name);

/** The language the person prefers, a BCP 47 tag. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_person_language(const hw_person *person);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_person_set_language(hw_person *person, const char *language);

/** Takes a draft into the plan as a new person: checks it, freezes it, and keeps it beside the caller's own
 *  reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT (NULL,
 *  something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or who
 *  records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_add_person(hw_plan *plan, hw_person *person, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_person(), and
 *  HW_ERR_NOT_FOUND (no such person), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_person(hw_plan *plan, hw_person *person, const hw_change *change,
                                       hw_error *err);

/** How many people there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_person_count(const hw_plan *plan);

/** The latest revision of the person at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_person *hw_plan_person_at(const hw_plan *plan, size_t index);

/** The latest revision of the person with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_person *hw_plan_person(const hw_plan *plan, const char *id);

/** How many revisions a person has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_person_revision_count(const hw_plan *plan, const char *id);

/** A revision of a person by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_person *hw_plan_person_revision_at(const hw_plan *plan, const char *id, size_t index);

#ifdef __cplusplus
}
#endif

#endif
