/* SPDX-License-Identifier: MIT */
/** @file skill.h
 *  What the client learns to do, from a first explanation to everyday life.
 *
 *  A skill goes from stage to stage by evidence: hw_plan_mark_skill() asks for the entry or the session that
 *  shows it. Assignments that practise a skill name it (hw_assignment_add_skill()).
 */
#ifndef HOMEWORK_SKILL_H
#define HOMEWORK_SKILL_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far a skill has come. Each stage follows the one before it, and only evidence leads there. */
typedef enum hw_skill_stage {
    HW_SKILL_INTRODUCED = 0,       /**< Explained or shown. */
    HW_SKILL_PRACTISED_IN_SESSION, /**< Practised in a session. */
    HW_SKILL_PRACTISED_SAFE,       /**< Practised where nothing was at stake. */
    HW_SKILL_APPLIED,              /**< Used in life. */
    HW_SKILL_GENERALISED           /**< Used in life, in various situations. */
} hw_skill_stage;

/** A draft in state HW_SKILL_INTRODUCED, titled in the plan's own language. NULL: HW_ERR_ARGUMENT;
 *  malformed: HW_ERR_SYNTAX. Owned: release with hw_skill_unref(). @since 0.2 */
HW_API hw_skill *hw_skill_new(const char *id, const char *title, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_skill(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_skill_unref(). @since 0.2 */
HW_API hw_skill *hw_skill_edit(const hw_skill *skill, hw_error *err);

/** Keeps a skill that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_skill *hw_skill_ref(const hw_skill *skill);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_skill_unref(hw_skill *skill);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_skill_check(const hw_skill *skill, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_skill_revision(const hw_skill *skill);

/** The id of the skill; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_skill_id(const hw_skill *skill);

/** The skill in a few words, one line of at most 1,024 bytes. Picked by BCP 47 lookup; NULL language =
 *  the plan's own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_skill_title(const hw_skill *skill, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_skill_set_title(hw_skill *skill, const char *language, const char *text);

/** What it consists of, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_skill_description(const hw_skill *skill, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_skill_set_description(hw_skill *skill, const char *language, const char *text);

/** How far it has come. @since 0.2 */
HW_API hw_skill_stage hw_skill_state(const hw_skill *skill);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_skill_set_state(hw_skill *skill, hw_skill_stage state);

/** The id of the entry, or of the session that was held, that shows the stage it has come to. Borrowed;
 *  NULL if there is none. @since 0.2 */
HW_API const char *hw_skill_evidence(const hw_skill *skill);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_skill_set_evidence(hw_skill *skill, const char *evidence);

/** How many goals it serves. @since 0.2 */
HW_API size_t hw_skill_goal_count(const hw_skill *skill);

/** The id at an index. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_skill_goal_at(const hw_skill *skill, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY,
 *  HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_skill_add_goal(hw_skill *skill, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_skill_clear_goals(hw_skill *skill);

/** Takes a draft into the plan as a new skill: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_skill(hw_plan *plan, hw_skill *skill, const hw_change *change, hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_skill(), and
 *  HW_ERR_NOT_FOUND (no such skill), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.2 */
HW_API hw_status hw_plan_revise_skill(hw_plan *plan, hw_skill *skill, const hw_change *change, hw_error *err);

/** How many skills there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_skill_count(const hw_plan *plan);

/** The latest revision of the skill at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_skill *hw_plan_skill_at(const hw_plan *plan, size_t index);

/** The latest revision of the skill with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.2 */
HW_API const hw_skill *hw_plan_skill(const hw_plan *plan, const char *id);

/** How many revisions a skill has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_skill_revision_count(const hw_plan *plan, const char *id);

/** A revision of a skill by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_skill *hw_plan_skill_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes a skill to the next stage. `evidence` is the id of a live entry in which the skill was
 *  practised, or of a session that was held (for HW_SKILL_PRACTISED_IN_SESSION). An entry must report that
 *  at least something was tried, on an assignment that serves the skill; if it says its setting (the field
 *  "setting": in-session, rehearsed, in-vivo), that must fit the stage. Each stage asks for evidence of its
 *  own. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such skill, entry or session, or who records),
 *  HW_ERR_RANGE (no such stage), HW_ERR_STATE (not the next stage, or no evidence for it),
 *  HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_mark_skill(hw_plan *plan, const char *id, hw_skill_stage stage, const char *evidence,
                                    const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
