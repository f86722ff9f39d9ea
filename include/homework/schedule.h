/* SPDX-License-Identifier: MIT */
/** @file schedule.h
 *  When an assignment is due: its schedule, its window, and its reminders.
 *
 *  Times are wall times in the schedule's zone, which is the client's own unless a zone is named: reminders
 *  travel with the person. A schedule makes occurrences; each is known by its key, the original local due
 *  date or date-time.
 *
 *  Setting another kind of schedule keeps the zone and, of what repeats, the last day; times, exceptions,
 *  extras, moves and tapers begin anew.
 *
 *  What is anchored to sessions follows them: the key comes from the first start that was ever planned for a
 *  session and never changes; when a session moves, what is due around it moves along, but for what had
 *  settled or was answered when the move was recorded.
 *
 *      hw_assignment_set_recurring(a, start, "FREQ=WEEKLY;BYDAY=MO,WE,FR");   // start says 19:00
 *      hw_assignment_add_time(a, 8 * 3600);                                   // and 08:00
 *      hw_assignment_set_closes(a, (hw_duration){0, 3 * 3600});               // until three hours later
 *      hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
 */
#ifndef HOMEWORK_SCHEDULE_H
#define HOMEWORK_SCHEDULE_H

#include "assignment.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How occurrences come about. */
typedef enum hw_schedule_kind {
    HW_SCHEDULE_ON_DEMAND = 0, /**< Whenever it is useful: no occurrences. */
    HW_SCHEDULE_ONCE,          /**< One occurrence. */
    HW_SCHEDULE_RECURRING,     /**< By a recurrence rule, at one or several times of the day. */
    HW_SCHEDULE_QUOTA,         /**< So many times in each calendar period: one occurrence for each period. */
    HW_SCHEDULE_SESSION_ANCHORED, /**< Daily until the next session, or before or after sessions. */
    HW_SCHEDULE_SEQUENCED,        /**< When an occurrence of another assignment has settled. */
    HW_SCHEDULE_EVENT_CONTINGENT  /**< Whenever something happens, its trigger: no occurrences. */
} hw_schedule_kind;

/** How an assignment is anchored to sessions. */
typedef enum hw_relation {
    HW_RELATION_UNTIL = 0, /**< Every day from the start until the next session. */
    HW_RELATION_BEFORE,    /**< Some days or hours before sessions. */
    HW_RELATION_AFTER      /**< Some days or hours after sessions. */
} hw_relation;

/** What becomes of what is anchored to a session that did not take place. What had not opened when that was
 *  recorded is not made, but for a daily series. */
typedef enum hw_unheld_policy {
    HW_UNHELD_EXTEND = 0, /**< It goes on, with the next planned session instead. */
    HW_UNHELD_CLOSE       /**< Missed: it ends as it was planned. Cancelled: it is withdrawn; a daily series
                               ends as it was planned. */
} hw_unheld_policy;

/** The calendar period of a quota. */
typedef enum hw_period {
    HW_PERIOD_DAY = 0, /**< A day. */
    HW_PERIOD_WEEK,    /**< A week, from the plan's first day of the week on. */
    HW_PERIOD_MONTH    /**< A calendar month. */
} hw_period;

/** What becomes of work that is reported after its window has closed. */
typedef enum hw_late_policy {
    HW_LATE_MARKED = 0, /**< It counts, and is marked as late. */
    HW_LATE_OK,         /**< It counts as on time. */
    HW_LATE_REFUSED     /**< It does not count; logging it for that occurrence is refused. */
} hw_late_policy;

/** What a reminder is for. */
typedef enum hw_reminder_kind {
    HW_REMINDER_PROMPT = 0, /**< It can be done now. */
    HW_REMINDER_NUDGE,      /**< It closes soon. */
    HW_REMINDER_FOLLOW_UP,  /**< It has closed, and can still be made up for. */
    HW_REMINDER_REVIEW_PREP, /**< A session is near, and what was done is talked about in it. Of the plan; since
                                  0.2 */
    HW_REMINDER_CHECK_IN /**< No assignment: why the person does this at all, in their own words if they want to.
                              Of the plan; since 0.2 */
} hw_reminder_kind;

/** From what a reminder is counted. */
typedef enum hw_anchor {
    HW_ANCHOR_DUE = 0, /**< The due time; midnight of a whole day. */
    HW_ANCHOR_OPEN,    /**< When the window opens. */
    HW_ANCHOR_CLOSE,   /**< When the window closes. */
    HW_ANCHOR_SESSION, /**< When a session begins: the first one after the window has opened; of what has no
                            occurrences, and of the plan, every session. Since 0.2 */
    HW_ANCHOR_ABSOLUTE /**< A wall time of its own. Since 0.2 */
} hw_anchor;

/** How occurrences come about; HW_SCHEDULE_ON_DEMAND for NULL. @since 0.1 */
HW_API hw_schedule_kind hw_assignment_schedule(const hw_assignment *assignment);

/** Makes it on demand. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_on_demand(hw_assignment *assignment);

/** Makes it due once, on a day or at a wall time. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_once(hw_assignment *assignment, hw_local due);

/** Makes it recurring from `start` on. The rule is RFC 5545 RRULE text of FREQ (DAILY, WEEKLY, MONTHLY),
 *  INTERVAL, COUNT, BYDAY, BYMONTHDAY and WKST; COUNT counts days. `start` is a bound: it is an occurrence
 *  only if it matches. Its time of day, if any, is the first of the times. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_UNSUPPORTED (the message names the part), HW_ERR_RANGE (a value; a rule that can never match),
 *  HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_recurring(hw_assignment *assignment, hw_local start, const char *rule);

/** Makes it due `times` to `most` times in each calendar period from the day `start` on; `most` 0 = no upper
 *  bound. Errors: HW_ERR_RANGE (times 1-999, most 0 or times-999), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_quota(hw_assignment *assignment, hw_date start, int32_t times,
                                         int32_t most, hw_period period);

/** Anchors it to sessions from the day `start` on. HW_RELATION_UNTIL makes it daily until the first
 *  session of a later day than `start`; `offset` is zero and `every` 1. Otherwise it is due `offset`
 *  before or after every `every`-th session: whole days of it count civil days, and times of the day may
 *  be added; with seconds, or none at all, it is due that long before or after the session begins.
 *  Sessions are counted in the order in which they were first planned for, from the first one on or after
 *  `start`, whatever became of them; those on one day (with seconds: at one time) count, and make
 *  occurrences, together. Nothing is due before `start`. Errors: HW_ERR_RANGE (offset 0 to 366 days; every
 *  1-99), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_session_anchored(hw_assignment *assignment, hw_date start,
                                                    hw_relation relation, hw_duration offset, int32_t every);

/** Makes it due once for each occurrence of another assignment (its id, `after`), `delay` after that one
 *  has settled: from then on it is open, of a quota that settles early from that moment on. Its key is
 *  when that was planned to settle, plus the delay, so it does not depend on what is reported; those that
 *  settle at one time release one occurrence. What is withdrawn releases nothing; what was answered ahead
 *  stays, with the key that it had. Nothing is due before the day `start`. The verb that takes the draft
 *  refuses a circle (HW_ERR_STATE). Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_RANGE (delay 0 to 366
 *  days), HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_sequenced(hw_assignment *assignment, hw_date start, const char *after,
                                             hw_duration delay);

/** Makes it something to do whenever its trigger comes up, from the day `start` on: it has no occurrences,
 *  and no rates. That nothing came up can be logged too, as HW_EXTENT_NO_OPPORTUNITY. Errors:
 *  HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_set_event_contingent(hw_assignment *assignment, hw_date start);

/** How it is anchored to sessions; HW_RELATION_UNTIL unless it is. @since 0.2 */
HW_API hw_relation hw_assignment_relation(const hw_assignment *assignment);

/** How long before or after sessions it is due, never negative; zero unless it is. @since 0.2 */
HW_API hw_duration hw_assignment_offset(const hw_assignment *assignment);

/** It belongs to every so-many-th session; 1 = to all. @since 0.2 */
HW_API int32_t hw_assignment_every(const hw_assignment *assignment);

/** What becomes of it when a session does not take place. @since 0.2 */
HW_API hw_unheld_policy hw_assignment_unheld(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE (not a draft, or not anchored to sessions). @since 0.2 */
HW_API hw_status hw_assignment_set_unheld(hw_assignment *assignment, hw_unheld_policy unheld);

/** The id of the assignment that it comes after. Borrowed; NULL unless sequenced. @since 0.2 */
HW_API const char *hw_assignment_after(const hw_assignment *assignment);

/** How long after that has settled; zero unless sequenced. @since 0.2 */
HW_API hw_duration hw_assignment_delay(const hw_assignment *assignment);

/** What it is to be done upon. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if
 *  there is none. @since 0.2 */
HW_API const char *hw_assignment_trigger(const hw_assignment *assignment, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft, or not event-contingent). @since 0.2 */
HW_API hw_status hw_assignment_set_trigger(hw_assignment *assignment, const char *language, const char *text);

/** The first day or the due time; all zero when on demand. @since 0.1 */
HW_API hw_local hw_assignment_start(const hw_assignment *assignment);

/** The rule in canonical text. Borrowed; NULL unless recurring. @since 0.1 */
HW_API const char *hw_assignment_rule(const hw_assignment *assignment);

/** How many times in each period; 0 unless a quota. @since 0.1 */
HW_API int32_t hw_assignment_quota_times(const hw_assignment *assignment);

/** How many times at most in each period; 0 = no upper bound, or not a quota. @since 0.1 */
HW_API int32_t hw_assignment_quota_most(const hw_assignment *assignment);

/** The period of the quota; HW_PERIOD_DAY unless a quota. @since 0.1 */
HW_API hw_period hw_assignment_quota_period(const hw_assignment *assignment);

/** How many times of the day a recurring assignment, or one anchored to sessions, is due at; 0 = whole days
 *  (or the session's own time). @since 0.1 */
HW_API size_t hw_assignment_time_count(const hw_assignment *assignment);

/** A time of the day, in seconds after midnight, ascending; -1 past the end. @since 0.1 */
HW_API int32_t hw_assignment_time_at(const hw_assignment *assignment, size_t index);

/** Adds a time of the day, 0-86399 seconds after midnight. Errors: HW_ERR_RANGE, HW_ERR_DUPLICATE,
 *  HW_ERR_STATE (not a draft, neither recurring nor anchored to days around sessions), HW_ERR_LIMIT (24),
 *  HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_assignment_add_time(hw_assignment *assignment, int32_t seconds);

/** The last day on which it may be due, included; all zero if open. @since 0.1 */
HW_API hw_date hw_assignment_until(const hw_assignment *assignment);

/** Sets the last day; all zero for open. Errors: HW_ERR_RANGE (before the first day, or before the first
 *  match of the rule), HW_ERR_STATE (not a draft, or a schedule that does not repeat). @since 0.1 */
HW_API hw_status hw_assignment_set_until(hw_assignment *assignment, hw_date until);

/** The zone of its wall times: an IANA name, or NULL for the client's. Borrowed. @since 0.1 */
HW_API const char *hw_assignment_zone(const hw_assignment *assignment);

/** Sets the zone; NULL for the client's, which follows the client. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY,
 *  HW_ERR_STATE (not a draft, or on demand). @since 0.1 */
HW_API hw_status hw_assignment_set_zone(hw_assignment *assignment, const char *zone);

/** How many occurrences are taken out of the schedule. @since 0.1 */
HW_API size_t hw_assignment_exception_count(const hw_assignment *assignment);

/** The key of an occurrence that is taken out; all zero past the end. @since 0.1 */
HW_API hw_local hw_assignment_exception_at(const hw_assignment *assignment, size_t index);

/** Takes an occurrence, by key, out of the schedule. A whole day takes out all of that day. Errors:
 *  HW_ERR_RANGE, HW_ERR_DUPLICATE, HW_ERR_LIMIT (1,000), HW_ERR_MEMORY, HW_ERR_STATE (not a draft, or on
 *  demand). @since 0.1 */
HW_API hw_status hw_assignment_add_exception(hw_assignment *assignment, hw_local key);

/** How many occurrences are added to the schedule. @since 0.1 */
HW_API size_t hw_assignment_extra_count(const hw_assignment *assignment);

/** The key of an occurrence that is added; all zero past the end. @since 0.1 */
HW_API hw_local hw_assignment_extra_at(const hw_assignment *assignment, size_t index);

/** Adds an occurrence that the schedule does not make. Errors: HW_ERR_RANGE, HW_ERR_DUPLICATE, HW_ERR_LIMIT
 *  (1,000), HW_ERR_MEMORY, HW_ERR_STATE (not a draft, on demand, or a quota). @since 0.1 */
HW_API hw_status hw_assignment_add_extra(hw_assignment *assignment, hw_local key);

/** How many occurrences are moved. @since 0.2 */
HW_API size_t hw_assignment_move_count(const hw_assignment *assignment);

/** The key of an occurrence that is moved; all zero past the end. @since 0.2 */
HW_API hw_local hw_assignment_move_key_at(const hw_assignment *assignment, size_t index);

/** The day or time to which it is moved; all zero past the end. @since 0.2 */
HW_API hw_local hw_assignment_move_to_at(const hw_assignment *assignment, size_t index);

/** Moves an occurrence, by key, to another day or time: its window and reminders move along, its key
 *  stays. A whole day moves to a whole day, a time to a time. Like every revision it concerns only what
 *  was neither settled nor answered when it was recorded. Errors: HW_ERR_RANGE, HW_ERR_DUPLICATE (that one
 *  is moved already), HW_ERR_LIMIT (1,000), HW_ERR_MEMORY, HW_ERR_STATE (not a draft, a quota, or without
 *  occurrences). @since 0.2 */
HW_API hw_status hw_assignment_add_move(hw_assignment *assignment, hw_local key, hw_local to);

/** Removes all exceptions, extras and moves. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_changes(hw_assignment *assignment);

/** How many tapers a recurring schedule has. @since 0.2 */
HW_API size_t hw_assignment_taper_count(const hw_assignment *assignment);

/** The first day of a taper; all zero past the end. @since 0.2 */
HW_API hw_date hw_assignment_taper_from_at(const hw_assignment *assignment, size_t index);

/** The rule of a taper in canonical text. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_assignment_taper_rule_at(const hw_assignment *assignment, size_t index);

/** Lets another rule hold from a day on, after all that were added before: so practice grows rarer towards
 *  the end. The rule before it ends the day before; the times of the day stay. Errors: as
 *  hw_assignment_set_recurring(), and HW_ERR_RANGE (not after the first day or the taper before; a rule
 *  that would never come to matter), HW_ERR_STATE (not recurring), HW_ERR_LIMIT (100). @since 0.2 */
HW_API hw_status hw_assignment_add_taper(hw_assignment *assignment, hw_date from, const char *rule);

/** Removes all tapers. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_tapers(hw_assignment *assignment);

/** When the window opens, counted from the due time (0 or negative). False, and `out` unchanged, when it is
 *  not set: then it opens with the client's day (of a quota: with the period). @since 0.1 */
HW_API bool hw_assignment_opens(const hw_assignment *assignment, hw_duration *out);

/** Sets when the window opens, counted from the due time: 0 or negative. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_assignment_set_opens(hw_assignment *assignment, hw_duration opens);

/** When the window closes, counted from the due time (0 or positive). False, and `out` unchanged, when it is
 *  not set: then it closes with the client's day (of a quota: with the period). @since 0.1 */
HW_API bool hw_assignment_closes(const hw_assignment *assignment, hw_duration *out);

/** Sets when the window closes, counted from the due time: 0 or positive. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_assignment_set_closes(hw_assignment *assignment, hw_duration closes);

/** How long after closing a report is waited for before the occurrence is settled; none by default.
 *  @since 0.1 */
HW_API hw_duration hw_assignment_grace(const hw_assignment *assignment);

/** Sets the grace: 0 or positive. It delays settlement; it does not make late work punctual. Errors:
 *  HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_grace(hw_assignment *assignment, hw_duration grace);

/** Forgets opening, closing and grace. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_window(hw_assignment *assignment);

/** What becomes of late work. @since 0.1 */
HW_API hw_late_policy hw_assignment_late(const hw_assignment *assignment);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_set_late(hw_assignment *assignment, hw_late_policy late);

/** How many reminders it has. @since 0.1 */
HW_API size_t hw_assignment_reminder_count(const hw_assignment *assignment);

/** What the reminder at an index is for; HW_REMINDER_PROMPT past the end. @since 0.1 */
HW_API hw_reminder_kind hw_assignment_reminder_kind_at(const hw_assignment *assignment, size_t index);

/** From what it is counted; HW_ANCHOR_DUE past the end. @since 0.1 */
HW_API hw_anchor hw_assignment_reminder_anchor_at(const hw_assignment *assignment, size_t index);

/** Whether it is set by civil days and a clock rather than by minutes; then `days` (negative = before) and
 *  `clock` (seconds after midnight) are set. @since 0.1 */
HW_API bool hw_assignment_reminder_clock_at(const hw_assignment *assignment, size_t index, int32_t *days,
                                            int32_t *clock);

/** Its minutes from the anchor, negative = before; 0 past the end or when set by a clock. @since 0.1 */
HW_API int32_t hw_assignment_reminder_minutes_at(const hw_assignment *assignment, size_t index);

/** How important the reminder is, 1-9 as in RFC 5545: 1 is the highest; 5 by default, and past the end. When there
 *  are more than the client wants, what closes first goes first, and then what is more important. @since 0.2 */
HW_API int32_t hw_assignment_reminder_priority_at(const hw_assignment *assignment, size_t index);

/** After how many days it rings again, 1-366; 0 = it rings once, and past the end. @since 0.2 */
HW_API int32_t hw_assignment_reminder_every_at(const hw_assignment *assignment, size_t index);

/** The wall time of a reminder whose anchor is HW_ANCHOR_ABSOLUTE; all zero of any other. @since 0.2 */
HW_API hw_local hw_assignment_reminder_when_at(const hw_assignment *assignment, size_t index);

/** Adds a reminder some minutes from its anchor (-527040 to 527040; negative = before), which is not
 *  HW_ANCHOR_ABSOLUTE. The kind is a prompt, a nudge or a follow-up: the others are of the plan, see
 *  hw_settings_add_reminder(). Errors: HW_ERR_RANGE, HW_ERR_LIMIT (16), HW_ERR_MEMORY, HW_ERR_STATE.
 *  @since 0.1 */
HW_API hw_status hw_assignment_add_reminder(hw_assignment *assignment, hw_reminder_kind kind,
                                            hw_anchor anchor, int32_t minutes);

/** Adds a reminder at a time of day (seconds after midnight) some civil days from the day of its anchor
 *  (-366 to 366). Errors: as hw_assignment_add_reminder(). @since 0.1 */
HW_API hw_status hw_assignment_add_reminder_at(hw_assignment *assignment, hw_reminder_kind kind,
                                               hw_anchor anchor, int32_t days, int32_t clock);

/** Adds a reminder that rings at a time of day (seconds after midnight), each time `every` (1-366) days have gone
 *  by since the day on which the window opened, until it closes: of a quota, at the time that suits the client best
 *  while it is open. What has no occurrences (on demand, event-contingent) is open from its first day to its last.
 *  The kind is a prompt or a nudge. Errors: as hw_assignment_add_reminder(). @since 0.2 */
HW_API hw_status hw_assignment_add_reminder_every(hw_assignment *assignment, hw_reminder_kind kind,
                                                  int32_t every, int32_t clock);

/** Adds a reminder at a wall time, of whatever is open then; `every` (0-366) days after it again, 0 = once. The
 *  kind is a prompt or a nudge. Errors: as hw_assignment_add_reminder(); HW_ERR_RANGE (not a time, or a whole
 *  day). @since 0.2 */
HW_API hw_status hw_assignment_add_reminder_when(hw_assignment *assignment, hw_reminder_kind kind,
                                                 hw_local when, int32_t every);

/** Says how important the reminder that was added last is: 1-9, 1 the highest. Errors: HW_ERR_RANGE, HW_ERR_STATE
 *  (not a draft, or no reminder). @since 0.2 */
HW_API hw_status hw_assignment_set_reminder_priority(hw_assignment *assignment, int32_t priority);

/** Removes all reminders. Errors: HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_assignment_clear_reminders(hw_assignment *assignment);

#ifdef __cplusplus
}
#endif

#endif
