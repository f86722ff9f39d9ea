/* SPDX-License-Identifier: MIT */
/** @file message.h
 *  What client and therapist have to tell each other between sessions: questions, concerns, challenges, insights,
 *  requests.
 *
 *  Who wrote a message is who recorded its first revision. A new one is open; what is open or deferred waits for
 *  the next session.
 */
#ifndef HOMEWORK_MESSAGE_H
#define HOMEWORK_MESSAGE_H

#include "entry.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a message is about. */
typedef enum hw_topic {
    HW_MESSAGE_QUESTION = 0, /**< Something to be answered. */
    HW_MESSAGE_CONCERN,      /**< Something that worries. */
    HW_MESSAGE_CHALLENGE,    /**< Something that is hard. */
    HW_MESSAGE_INSIGHT,      /**< Something that was understood. */
    HW_MESSAGE_REQUEST       /**< Something that is asked for. */
} hw_topic;

/** What became of a message. OPEN leads to ACKNOWLEDGED, DISCUSSED, DEFERRED or WITHDRAWN; ACKNOWLEDGED and
 *  DEFERRED to DISCUSSED or RESOLVED; DISCUSSED to RESOLVED or back to OPEN. */
typedef enum hw_message_stage {
    HW_MESSAGE_OPEN = 0,     /**< Nobody has taken it up. */
    HW_MESSAGE_ACKNOWLEDGED, /**< It was read. */
    HW_MESSAGE_DISCUSSED,    /**< It was talked about. */
    HW_MESSAGE_DEFERRED,     /**< It is to be taken up later. */
    HW_MESSAGE_RESOLVED,     /**< Nothing is left to do. */
    HW_MESSAGE_WITHDRAWN     /**< Its author has taken it back. */
} hw_message_stage;

/** A draft in state HW_MESSAGE_OPEN, in the plan's own language. NULL: HW_ERR_ARGUMENT; malformed:
 *  HW_ERR_SYNTAX; no such topic: HW_ERR_RANGE. Owned: release with hw_message_unref(). @since 0.2 */
HW_API hw_message *hw_message_new(const char *id, hw_topic topic, const char *text, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_message(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_message_unref(). @since 0.2
 *  */
HW_API hw_message *hw_message_edit(const hw_message *message, hw_error *err);

/** Keeps a message that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_message *hw_message_ref(const hw_message *message);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_message_unref(hw_message *message);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_message_check(const hw_message *message, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_message_revision(const hw_message *message);

/** The id of the message; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_message_id(const hw_message *message);

/** What it is about. @since 0.2 */
HW_API hw_topic hw_message_topic(const hw_message *message);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_topic(hw_message *message, hw_topic topic);

/** What became of it. @since 0.2 */
HW_API hw_message_stage hw_message_state(const hw_message *message);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_state(hw_message *message, hw_message_stage state);

/** Who may see it; HW_VISIBILITY_SHARED by default. @since 0.2 */
HW_API hw_visibility hw_message_visibility(const hw_message *message);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_visibility(hw_message *message, hw_visibility visibility);

/** The id of the assignment that it concerns. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_message_assignment(const hw_message *message);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_assignment(hw_message *message, const char *assignment);

/** The id of the goal that it concerns. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_message_goal(const hw_message *message);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_goal(hw_message *message, const char *goal);

/** The id of the session in which it was discussed, or to which it was deferred. Borrowed; NULL if
 *  there is none. @since 0.2 */
HW_API const char *hw_message_session(const hw_message *message);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_message_set_session(hw_message *message, const char *session);

/** What is said, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed;
 *  NULL if there is none. @since 0.2 */
HW_API const char *hw_message_text(const hw_message *message, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_message_set_text(hw_message *message, const char *language, const char *text);

/** What was answered, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_message_answer(const hw_message *message, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_message_set_answer(hw_message *message, const char *language, const char *text);

/** Takes a draft into the plan as a new message: checks it, freezes it, and keeps it beside the
 *  caller's own reference. On failure nothing has changed and the draft stays a draft. Errors:
 *  HW_ERR_ARGUMENT (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it
 *  refers to, or who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX,
 *  HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_message(hw_plan *plan, hw_message *message, const hw_change *change,
                                     hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_message(), and
 *  HW_ERR_NOT_FOUND (no such message), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.2 */
HW_API hw_status hw_plan_revise_message(hw_plan *plan, hw_message *message, const hw_change *change,
                                        hw_error *err);

/** How many messages there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_message_count(const hw_plan *plan);

/** The latest revision of the message at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_message *hw_plan_message_at(const hw_plan *plan, size_t index);

/** The latest revision of the message with an id. Borrowed until the plan changes; NULL if there is
 *  none. @since 0.2 */
HW_API const hw_message *hw_plan_message(const hw_plan *plan, const char *id);

/** How many revisions a message has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_message_revision_count(const hw_plan *plan, const char *id);

/** A revision of a message by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_message *hw_plan_message_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes a message to a state that may follow its own: see hw_message_stage. A new revision says who,
 *  when and why. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such message, or who records),
 *  HW_ERR_RANGE (no such state), HW_ERR_STATE (it cannot follow, or it is there already), HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_mark_message(hw_plan *plan, const char *id, hw_message_stage state,
                                      const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
