/* SPDX-License-Identifier: MIT */
/** @file session.h
 *  A meeting of client and therapist.
 *
 *  A planned session may be moved by a revision with another start.
 */
#ifndef HOMEWORK_SESSION_H
#define HOMEWORK_SESSION_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What became of a session. */
typedef enum hw_session_outcome {
    HW_SESSION_PLANNED = 0, /**< To come. */
    HW_SESSION_HELD,        /**< It took place. */
    HW_SESSION_MISSED,      /**< Somebody did not come. */
    HW_SESSION_CANCELLED    /**< Called off. */
} hw_session_outcome;

/** How client and therapist meet. */
typedef enum hw_meeting {
    HW_MODE_IN_PERSON = 0, /**< In a room. */
    HW_MODE_VIDEO,         /**< By video. */
    HW_MODE_PHONE,         /**< By phone. */
    HW_MODE_OTHER          /**< Otherwise. */
} hw_meeting;

/** A draft in state HW_SESSION_PLANNED. NULL id: HW_ERR_ARGUMENT; a whole day or an invalid time:
 *  HW_ERR_RANGE. Owned: release with hw_session_unref(). @since 0.1 */
HW_API hw_session *hw_session_new(const char *id, hw_local start, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_session(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_session_unref(). @since 0.1 */
HW_API hw_session *hw_session_edit(const hw_session *session, hw_error *err);

/** Keeps a session that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.1 */
HW_API hw_session *hw_session_ref(const hw_session *session);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_session_unref(hw_session *session);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_session_check(const hw_session *session, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_session_revision(const hw_session *session);

/** The id of the session; the same in all its revisions. Borrowed; NULL for NULL. @since 0.1 */
HW_API const char *hw_session_id(const hw_session *session);

/** When it begins, wall time in its zone. @since 0.1 */
HW_API hw_local hw_session_start(const hw_session *session);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_session_set_start(hw_session *session, hw_local start);

/** Its zone: an IANA name, or NULL for the client's. Borrowed; NULL if there is none. @since 0.1 */
HW_API const char *hw_session_zone(const hw_session *session);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_session_set_zone(hw_session *session, const char *zone);

/** How long it lasts, 1-1440 minutes; 50 by default. @since 0.1 */
HW_API int32_t hw_session_minutes(const hw_session *session);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_session_set_minutes(hw_session *session, int32_t minutes);

/** What became of it. @since 0.1 */
HW_API hw_session_outcome hw_session_state(const hw_session *session);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_session_set_state(hw_session *session, hw_session_outcome state);

/** How they meet. @since 0.1 */
HW_API hw_meeting hw_session_mode(const hw_session *session);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_session_set_mode(hw_session *session, hw_meeting mode);

/** Takes a draft into the plan as a new session: checks it, freezes it, and keeps it beside the caller's
 *  own reference. On failure nothing has changed and the draft stays a draft. Errors: HW_ERR_ARGUMENT
 *  (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it refers to, or
 *  who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_add_session(hw_plan *plan, hw_session *session, const hw_change *change,
                                     hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_session(), and
 *  HW_ERR_NOT_FOUND (no such session), HW_ERR_CONFLICT (made from a revision that is no longer the latest).
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_session(hw_plan *plan, hw_session *session, const hw_change *change,
                                        hw_error *err);

/** How many sessions there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_session_count(const hw_plan *plan);

/** The latest revision of the session at an index, in the order in which they were first recorded. Borrowed
 *  until the plan changes; NULL past the end. @since 0.1 */
HW_API const hw_session *hw_plan_session_at(const hw_plan *plan, size_t index);

/** The latest revision of the session with an id. Borrowed until the plan changes; NULL if there is none.
 *  @since 0.1 */
HW_API const hw_session *hw_plan_session(const hw_plan *plan, const char *id);

/** How many revisions a session has; 0 if there is no such id. @since 0.1 */
HW_API size_t hw_plan_session_revision_count(const hw_plan *plan, const char *id);

/** A revision of a session by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_session *hw_plan_session_revision_at(const hw_plan *plan, const char *id, size_t index);

/** Takes a session to a state that may follow its own: PLANNED to HELD, MISSED or CANCELLED. A new
 *  revision says who, when and why. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such session, or
 *  who records), HW_ERR_RANGE (no such state), HW_ERR_STATE (it cannot follow, or it is there already),
 *  HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_mark_session(hw_plan *plan, const char *id, hw_session_outcome state,
                                      const hw_change *change, hw_error *err);

/** Moves a planned session to another time: a new revision. Open windows that hang on the session move
 *  along. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such session, or who records), HW_ERR_RANGE
 *  (no such time), HW_ERR_STATE (it is not planned any more), HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2
 *  */
HW_API hw_status hw_plan_move_session(hw_plan *plan, const char *id, hw_local start, const hw_change *change,
                                      hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
