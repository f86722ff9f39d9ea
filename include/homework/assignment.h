/* SPDX-License-Identifier: MIT */
/** @file assignment.h
 *  A piece of homework: what it is, what it is for, when it is due, when to remind.
 *
 *  An assignment is revised, never rewritten: a revision makes only occurrences from its effective moment
 *  on that were not settled when it was recorded. Its schedule and window are set by the functions of
 *  schedule.h.
 *
 *  States follow one another so: DRAFT to PROPOSED or CANCELLED; PROPOSED to AGREED, DECLINED, DRAFT or
 *  CANCELLED; AGREED to ACTIVE or CANCELLED; ACTIVE to ON_HOLD, COMPLETED or STOPPED; ON_HOLD to ACTIVE or
 *  STOPPED; any to ENTERED_IN_ERROR. A new assignment may begin in any of the first four.
 *
 *      hw_assignment *breathing = hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, &err);
 *      hw_assignment_set_recurring(breathing, start, "FREQ=WEEKLY;BYDAY=MO,TH");
 *      hw_assignment_add_reminder(breathing, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
 *      hw_plan_add_assignment(plan, breathing, change, &err);
 *      hw_assignment_unref(breathing);
 */
#ifndef HOMEWORK_ASSIGNMENT_H
#define HOMEWORK_ASSIGNMENT_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What kind of homework it is. */
typedef enum hw_kind {
    HW_KIND_JOURNALING = 0,         /**< Writing a journal. */
    HW_KIND_WORKSHEET,              /**< Filling in a worksheet. */
    HW_KIND_THOUGHT_RECORD,         /**< Recording and weighing thoughts. */
    HW_KIND_ROLE_PLAY,              /**< Playing a situation through. */
    HW_KIND_RELAXATION,             /**< Relaxing. */
    HW_KIND_COMMUNICATION_PRACTICE, /**< Practising how to say something. */
    HW_KIND_BEHAVIOR_TRACKING,      /**< Watching one's own behaviour. */
    HW_KIND_SKILL_PRACTICE,         /**< Practising a skill. */
    HW_KIND_ACTIVITY_SCHEDULING,    /**< Planning and doing activities. */
    HW_KIND_EXPOSURE,               /**< Going towards what is feared. */
    HW_KIND_BEHAVIORAL_EXPERIMENT,  /**< Testing a belief. */
    HW_KIND_DIARY_CARD,             /**< Keeping a diary card. */
    HW_KIND_PSYCHOEDUCATION,        /**< Reading, hearing, watching. */
    HW_KIND_MEASURE,                /**< Filling in a questionnaire. */
    HW_KIND_OTHER                   /**< Anything else; see hw_assignment_label(). */
} hw_kind;

/** Where an assignment stands. */
typedef enum hw_assignment_stage {
    HW_ASSIGNMENT_DRAFT = 0,       /**< Being written. */
    HW_ASSIGNMENT_PROPOSED,        /**< Offered. */
    HW_ASSIGNMENT_AGREED,          /**< Agreed, not begun. */
    HW_ASSIGNMENT_ACTIVE,          /**< Going on: the only state that makes occurrences. */
    HW_ASSIGNMENT_ON_HOLD,         /**< Resting. */
    HW_ASSIGNMENT_COMPLETED,       /**< Done with. */
    HW_ASSIGNMENT_STOPPED,         /**< Ended early. */
    HW_ASSIGNMENT_DECLINED,        /**< Not wanted. */
    HW_ASSIGNMENT_CANCELLED,       /**< Withdrawn before it began. */
    HW_ASSIGNMENT_ENTERED_IN_ERROR /**< Never meant; excluded everywhere. */
} hw_assignment_stage;

/** When, within a practice, a value was taken. */
typedef enum hw_phase {
    HW_PHASE_NONE = 0,  /**< Not said. */
    HW_PHASE_BEFORE,    /**< Before. */
    HW_PHASE_PREDICTED, /**< Expected, before. */
    HW_PHASE_PEAK,      /**< At its highest. */
    HW_PHASE_DURING,    /**< Meanwhile. */
    HW_PHASE_AFTER      /**< After. */
} hw_phase;

/** A draft in state HW_ASSIGNMENT_ACTIVE, on demand, titled in the plan's own language. NULL:
 *  HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX. Owned: release with hw_assignment_unref(). @since 0.1 */
HW_API hw_assignment *hw_assignment_new(const char *id, const char *title, hw_kind kind, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_assignment(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_assignment_unref().
 *  @since 0.1 */
HW_API hw_assignment *hw_assignment_edit(const hw_assignment *assignment, hw_error *err);

/** Keeps an assignment that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.1 */
HW_API hw_assignment *hw_assignment_ref(const hw_assignment *assignment);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_assignment_unref(hw_assignment *assignment);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_assignment_check(const hw_assignment *assignment, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_assignment_revision(const hw_assignment *assignment);

/** The id of the assignment; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_assignment_id(const hw_assignment *assignment);

/** The title. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_assignment_title(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_assignment_set_title(hw_assignment *assignment, const char *language, const char *text);

/** What to do, in plain text. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if
 *  there is none. @since 0.1 */
HW_API const char *hw_assignment_instructions(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_assignment_set_instructions(hw_assignment *assignment, const char *language,
                                                const char *text);

/** What a calendar may show instead of the title, agreed with the client. Picked by BCP 47 lookup; NULL
 *  language = the plan's own. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_assignment_cover(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_assignment_set_cover(hw_assignment *assignment, const char *language, const char *text);

/** The kind of homework. @since 0.1 */
HW_API hw_kind hw_assignment_kind(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_kind(hw_assignment *assignment, hw_kind kind);

/** What kind it is when it is of no listed kind, up to 1,024 bytes. Borrowed; NULL if there is none.
 *  @since 0.1 */
HW_API const char *hw_assignment_label(const hw_assignment *assignment);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_label(hw_assignment *assignment, const char *label);

/** Where it stands. @since 0.1 */
HW_API hw_assignment_stage hw_assignment_state(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_state(hw_assignment *assignment, hw_assignment_stage state);

/** How long one practice takes, 1-1440 minutes; 0 if nobody has said. @since 0.1 */
HW_API int32_t hw_assignment_minutes(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_minutes(hw_assignment *assignment, int32_t minutes);

/** The id of the session in which it was agreed. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_assignment_session(const hw_assignment *assignment);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_session(hw_assignment *assignment, const char *session);

/** The id of the assignment that it continues. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_assignment_predecessor(const hw_assignment *assignment);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_predecessor(hw_assignment *assignment, const char *predecessor);

/** How many goals it serves. @since 0.1 */
HW_API size_t hw_assignment_goal_count(const hw_assignment *assignment);

/** The id at an index. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_assignment_goal_at(const hw_assignment *assignment, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_assignment_add_goal(hw_assignment *assignment, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_goals(hw_assignment *assignment);

/** How many steps it serves. @since 0.1 */
HW_API size_t hw_assignment_step_count(const hw_assignment *assignment);

/** The id at an index. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_assignment_step_at(const hw_assignment *assignment, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_assignment_add_step(hw_assignment *assignment, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_steps(hw_assignment *assignment);

/** How many skills it practises. @since 0.2 */
HW_API size_t hw_assignment_skill_count(const hw_assignment *assignment);

/** The id at an index. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_assignment_skill_at(const hw_assignment *assignment, size_t index);

/** Adds an id. Errors: HW_ERR_SYNTAX, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY,
 *  HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_add_skill(hw_assignment *assignment, const char *id);

/** Removes all ids. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_skills(hw_assignment *assignment);

/** Whether it keeps up what was gained: it is due only after the plan's end, which does not cut it off. In a
 *  plan without an end it is due from the day after the last session that is planned or was held; a session
 *  that is planned later puts off what is still open, and what had settled by then stays. Without an end and
 *  without sessions it is never due. @since 0.2 */
HW_API bool hw_assignment_maintenance(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_maintenance(hw_assignment *assignment, bool maintenance);

/** How many measures are asked for. @since 0.1 */
HW_API size_t hw_assignment_measure_count(const hw_assignment *assignment);

/** The id of the measure asked for at an index. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_assignment_measure_at(const hw_assignment *assignment, size_t index);

/** When the measure at an index is to be taken; HW_PHASE_NONE past the end. @since 0.1 */
HW_API hw_phase hw_assignment_phase_at(const hw_assignment *assignment, size_t index);

/** Asks for a measure (its id), at a phase of the practice. Errors: HW_ERR_SYNTAX, HW_ERR_RANGE,
 *  HW_ERR_DUPLICATE, HW_ERR_LIMIT, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_add_measure(hw_assignment *assignment, const char *measure, hw_phase phase);

/** Asks for no measure. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_measures(hw_assignment *assignment);

/** Takes a draft into the plan as a new assignment: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_add_assignment(hw_plan *plan, hw_assignment *assignment, const hw_change *change,
                                        hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_assignment(), and
 *  HW_ERR_NOT_FOUND (no such assignment), HW_ERR_CONFLICT (made from a revision that is no longer the
 *  latest). @since 0.1 */
HW_API hw_status hw_plan_revise_assignment(hw_plan *plan, hw_assignment *assignment, const hw_change *change,
                                           hw_error *err);

/** How many assignments there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_assignment_count(const hw_plan *plan);

/** The latest revision of the assignment at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_assignment *hw_plan_assignment_at(const hw_plan *plan, size_t index);

/** The latest revision of the assignment with an id. Borrowed until the plan changes; NULL if there is
 *  none. @since 0.1 */
HW_API const hw_assignment *hw_plan_assignment(const hw_plan *plan, const char *id);

/** How many revisions an assignment has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_assignment_revision_count(const hw_plan *plan, const char *id);

/** A revision of an assignment by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_assignment *hw_plan_assignment_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes an assignment to a state that may follow its own: as above. To HW_ASSIGNMENT_AGREED it is
 *  agreed by whom the change names; see hw_plan_agree_assignment(). A new revision says who, when and why.
 *  Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such assignment, or who records), HW_ERR_RANGE (no
 *  such state), HW_ERR_STATE (it cannot follow, or it is there already), HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.2 */
HW_API hw_status hw_plan_mark_assignment(hw_plan *plan, const char *id, hw_assignment_stage state,
                                         const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
