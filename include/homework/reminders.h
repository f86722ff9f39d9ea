/* SPDX-License-Identifier: MIT */
/** @file reminders.h
 *  What rings, and when; and why something does not.
 *
 *  Reminders follow from what is agreed and what was done, as far as it had been recorded by a moment. Each rule of
 *  an assignment gives one for every occurrence, or several if it rings again and again; what has no occurrences (on
 *  demand, event-contingent) rings at times of its own, around sessions and every so many days while it is active;
 *  the plan has reminders of its own, before sessions and as check-ins. Every one of them is either planned or
 *  suppressed for a reason, the first that applies of hw_ring_state, in this order:
 *
 *  1. What it is for is done, excused, on hold, withdrawn or not active, or there is a hold when it would ring; the
 *     session does not take place; the plan has ended; a check-in is not wanted.
 *  2. A follow-up rings if work may still be late, when the window has closed, and once for an occurrence: the
 *     earliest of several.
 *  3. Prompts and nudges do not ring when the window has closed, nor what prepares for a session when that has begun.
 *  4. In the client's quiet hours, a nudge moves to their beginning and anything else to their end; if the window is
 *     not open then, it does not ring.
 *  5. There are no more in the client's day than the client wants, neither for one assignment nor in all, and not too
 *     soon after one another. What closes first goes first, then what is more important, then by key; follow-ups and
 *     check-ins, which do not close, go last. What rings in one minute is one notification, and counts once.
 *
 *  All by the client's own clock, where the client is: nothing depends on who looks, or from where.
 *
 *      hw_reminders *week = hw_plan_all_reminders(plan, now, now + 7 * 86400, now, &err);
 *      for (size_t i = 0; i < hw_reminders_count(week); i++)
 *          if (hw_reminders_state_at(week, i) != HW_RING_PLANNED)
 *              puts(hw_ring_state_name(hw_reminders_state_at(week, i)));
 *      hw_reminders_free(week);
 */
#ifndef HOMEWORK_REMINDERS_H
#define HOMEWORK_REMINDERS_H

#include "plan.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Whether a reminder rings, or why it does not. */
typedef enum hw_ring_state {
    HW_RING_PLANNED = 0,    /**< It rings. */
    HW_RING_DONE,           /**< What it is for is done; the session has been held. */
    HW_RING_EXCUSED,        /**< Excused. */
    HW_RING_ON_HOLD,        /**< In a hold, or what it is for is. */
    HW_RING_WITHDRAWN,      /**< Cut off by a revision. */
    HW_RING_NOT_ACTIVE,     /**< The assignment is not active then. */
    HW_RING_SESSION_OFF,    /**< The session was called off, or missed. */
    HW_RING_PLAN_ENDED,     /**< The plan has ended by then, and it is not for maintenance. */
    HW_RING_NOT_OPTED_IN,   /**< A check-in, and the client has not said that they want it. */
    HW_RING_LATE_REFUSED,   /**< A follow-up of what takes no late work. */
    HW_RING_STILL_OPEN,     /**< A follow-up, and the window has not closed by then. */
    HW_RING_FOLLOWED_UP,    /**< Another follow-up of the occurrence comes before. */
    HW_RING_CLOSED,         /**< The window has closed by then, or the session has begun. */
    HW_RING_QUIET,          /**< In quiet hours, and the window is not open where it would move to. */
    HW_RING_ASSIGNMENT_CAP, /**< More than the client wants for one assignment in a day. */
    HW_RING_DAY_CAP,        /**< More than the client wants in a day. */
    HW_RING_GAP             /**< Too soon before or after another one. */
} hw_ring_state;

/** The number of states. */
#define HW_RING_STATE_COUNT 17

/** A list of reminders, sorted by (instant, assignment id), those of the plan last. Immutable. Opaque. */
typedef struct hw_reminders hw_reminders;

/** The reminders that ring in [from, to), sorted by instant, as of a moment. Errors: as hw_plan_occurrences().
 *  Owned: hw_reminders_free(). @since 0.1 */
HW_API hw_reminders *hw_plan_reminders(const hw_plan *plan, hw_instant from, hw_instant to, hw_instant as_of,
                                       hw_error *err);

/** The same with those that are suppressed, and why. Errors: as hw_plan_occurrences(). Owned:
 *  hw_reminders_free(). @since 0.2 */
HW_API hw_reminders *hw_plan_all_reminders(const hw_plan *plan, hw_instant from, hw_instant to,
                                           hw_instant as_of, hw_error *err);

/** The reminders that ring next after a moment, up to `most` (1-10000) notifications, however far ahead within 400
 *  days: for programs that schedule their own. Platforms have limits: 64 is what iOS keeps for one app. Errors: as
 *  hw_plan_occurrences(); HW_ERR_RANGE (`most`). Owned: hw_reminders_free(). @since 0.2 */
HW_API hw_reminders *hw_plan_next_reminders(const hw_plan *plan, hw_instant after, size_t most,
                                            hw_instant as_of, hw_error *err);

/** Frees the list. NULL is ignored. @since 0.1 */
HW_API void hw_reminders_free(hw_reminders *reminders);

/** How many there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_reminders_count(const hw_reminders *reminders);

/** When it rings or would ring, after quiet hours have moved it, with the offset of the zone of its assignment, or
 *  else of the client's. @since 0.1 */
HW_API hw_moment hw_reminders_at(const hw_reminders *reminders, size_t index);

/** The id of its assignment. Borrowed; NULL if it is one of the plan's own, and past the end. @since 0.1 */
HW_API const char *hw_reminders_assignment_at(const hw_reminders *reminders, size_t index);

/** The key of its occurrence. Of what has no occurrences: when it rings by its rule; of what prepares for a session:
 *  when that begins. @since 0.1 */
HW_API hw_local hw_reminders_key_at(const hw_reminders *reminders, size_t index);

/** What it is for; see hw_reminder_kind in schedule.h. @since 0.1 */
HW_API int32_t hw_reminders_kind_at(const hw_reminders *reminders, size_t index);

/** Whether it rings, or why not; HW_RING_PLANNED past the end. @since 0.2 */
HW_API hw_ring_state hw_reminders_state_at(const hw_reminders *reminders, size_t index);

/** When it would have rung without quiet hours. @since 0.2 */
HW_API hw_moment hw_reminders_original_at(const hw_reminders *reminders, size_t index);

/** Until when what it is for can be done: the first instant after its window, or when the session begins. A moment
 *  that is not known if there is no end: of follow-ups, check-ins, and what has no occurrences. @since 0.2 */
HW_API hw_moment hw_reminders_closes_at(const hw_reminders *reminders, size_t index);

/** Which rule made it: its index in the assignment's revision that made the occurrence, or in the settings that hold
 *  then. 0 past the end. @since 0.2 */
HW_API size_t hw_reminders_rule_at(const hw_reminders *reminders, size_t index);

/** How important it is, 1-9: 1 the highest; 0 past the end. @since 0.2 */
HW_API int32_t hw_reminders_priority_at(const hw_reminders *reminders, size_t index);

/** The number of its notification in the list, from 0 on: those that ring in one minute are one. -1 if it does not
 *  ring, and past the end. @since 0.2 */
HW_API int64_t hw_reminders_bundle_at(const hw_reminders *reminders, size_t index);

/** How many notifications there are. @since 0.2 */
HW_API size_t hw_reminders_bundle_count(const hw_reminders *reminders);

/** The id of the session that it prepares for. Borrowed; NULL of any other, and past the end. @since 0.2 */
HW_API const char *hw_reminders_session_at(const hw_reminders *reminders, size_t index);

/** The client's own words for a check-in, if the client wants them. Picked by BCP 47 lookup; NULL language = the
 *  plan's own. Borrowed; NULL if there are none, of any other, and past the end. @since 0.2 */
HW_API const char *hw_reminders_words_at(const hw_reminders *reminders, size_t index, const char *language);

/** The first reminder at or after an index of an assignment (NULL = any, or none), of a key (all zero = any), that
 *  would have rung on a day by its own clock (all zero = any); the number of reminders if there is none. "Why did I
 *  not get one on Monday?" @since 0.2 */
HW_API size_t hw_reminders_find(const hw_reminders *reminders, size_t start, const char *assignment,
                                hw_local key, hw_date day);

/** A sentence that says whether it rings, and if not, why, in a language (BCP 47; English and German are there, NULL
 *  = English). It names nothing. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (past the end), HW_ERR_MEMORY. Owned:
 *  hw_string_free(). @since 0.2 */
HW_API char *hw_reminders_text(const hw_reminders *reminders, size_t index, const char *language,
                               hw_error *err);

/** When it rings again if it is put off at `now` by some minutes (1-10080): never when what it is for has closed;
 *  then in the last minute before. False, and `out` unchanged, if that has come, or it is suppressed, past the end,
 *  or the minutes are out of range. @since 0.2 */
HW_API bool hw_reminders_snooze(const hw_reminders *reminders, size_t index, hw_instant now, int32_t minutes,
                                hw_instant *out);

/** The list as a table. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_reminders_table(const hw_reminders *reminders, hw_error *err);

/** The word for a state ("day-cap"); "unknown" out of range. Static storage. @since 0.2 */
HW_API const char *hw_ring_state_name(hw_ring_state state);

#ifdef __cplusplus
}
#endif

#endif
