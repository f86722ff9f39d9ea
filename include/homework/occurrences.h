/* SPDX-License-Identifier: MIT */
/** @file occurrences.h
 *  What is due, and what became of it: the occurrences of a span of days, with their status as of a moment.
 *
 *  An occurrence is known by its assignment and its key: the original local due date or date-time. Its status
 *  is derived from the log, never stored. `as_of` is knowledge time: what was recorded later is invisible.
 *
 *  A clock change never drops an occurrence; only its due instant moves. What is late is judged by the wall
 *  clock of the person who did it; what is settled (nothing more is waited for: closed, and the grace is
 *  over) by instants.
 *
 *  A revision makes only occurrences from its effective moment on that were not settled when it was recorded
 *  (a whole day counts from its midnight). What it cuts off is WITHDRAWN if it had opened by then and nobody
 *  has answered it; what had not opened is simply not made any more. What was answered or settled before is
 *  kept as it was. So later or back-dated edits never change a closed period; only an assignment that was
 *  entered in error loses all its occurrences.
 *
 *  The client's zone, day start and week start are those of the settings that were effective by then and
 *  recorded before the occurrence was settled; after the plan's end nothing is due. An occurrence opens with
 *  the client's day and closes with it, unless its assignment says otherwise. With a day that starts at
 *  04:00, what is due at 01:30 belongs to the day before.
 *
 *  What is around a session moves with it, and an occurrence can be moved by a revision of its assignment:
 *  the key stays, due time, window and reminders move along, unless it had settled or was answered when the
 *  move was recorded, or would be over by then where it moves to. A hold covers it when it is due there.
 *  What comes after another assignment opens when that one settles.
 *
 *  The plan's end cuts off what is due after it. An assignment that is meant for maintenance is due only
 *  after the plan's end; in a plan whose end nobody has set, after the day of the last session that is planned
 *  or was held, as far as sessions are known. When another session is planned, what is due up to its day is
 *  put off, but for what had settled by then; when the last one is missed or called off, maintenance begins
 *  after the one before it. Of a quota the periods count that begin after that day.
 *
 *  A quota makes one occurrence for each calendar period. Days before its start, after its end or its
 *  revision, in a hold, or excused by themselves (an excuse whose date is not the key) do not count, and less
 *  is asked for: 3 times a week with two days in a hold are 3 * 5/7 times. It is settled early when all of it
 *  is done.
 *
 *  Several entries may answer one occurrence: what was done most counts. What was only attempted, and
 *  something else instead, is PARTIAL with no credit; but something else counts as done when the latest
 *  revision of a review finds it equivalent. A hold suspends what it covers whatever was done, if it was
 *  recorded before the occurrence had settled; an excuse may come at any time, and gives way to what was
 *  done.
 *
 *      hw_occurrences *week = hw_plan_occurrences(plan, monday, next_monday, now, &err);
 *      for (size_t i = 0; i < hw_occurrences_count(week); i++)
 *          puts(hw_occurrences_assignment_at(week, i));
 *      hw_occurrences_free(week);
 */
#ifndef HOMEWORK_OCCURRENCES_H
#define HOMEWORK_OCCURRENCES_H

#include "log.h"
#include "reminders.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What became of an occurrence. */
typedef enum hw_occurrence_status {
    HW_STATUS_UPCOMING = 0, /**< Its window has not opened. */
    HW_STATUS_OPEN,         /**< It can be done, or is still waited for; nothing was reported. */
    HW_STATUS_DONE,         /**< Done, or more. */
    HW_STATUS_DONE_LATE,    /**< Done after its window had closed. */
    HW_STATUS_PARTIAL,      /**< Attempted, done in part, or something else instead. */
    HW_STATUS_NOT_DONE,     /**< The person says it was not done. */
    HW_STATUS_NOT_REPORTED, /**< Settled, and nothing was said. */
    HW_STATUS_EXCUSED,      /**< Excused, and not done. */
    HW_STATUS_SUSPENDED,    /**< In a hold. */
    HW_STATUS_WITHDRAWN     /**< Cut off by a revision after it had opened. */
} hw_occurrence_status;

/** The number of statuses. */
#define HW_STATUS_COUNT 10

/** A list of occurrences, sorted by (due instant, assignment id, key). Immutable. Opaque. */
typedef struct hw_occurrences hw_occurrences;

/** The occurrences whose key's date is in [from, to), with their status as of a moment. Errors:
 *  HW_ERR_ARGUMENT (NULL, or a date that is not valid), HW_ERR_RANGE (to before from), HW_ERR_NOT_FOUND or
 *  HW_ERR_INVALID (a zone), HW_ERR_LIMIT (1,000,000), HW_ERR_MEMORY. Owned: hw_occurrences_free().
 *  @since 0.1 */
HW_API hw_occurrences *hw_plan_occurrences(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                                           hw_error *err);

/** Frees the list. NULL is ignored. @since 0.1 */
HW_API void hw_occurrences_free(hw_occurrences *occurrences);

/** How many there are; 0 for NULL. @since 0.1 */
HW_API size_t hw_occurrences_count(const hw_occurrences *occurrences);

/** How many have a status. @since 0.1 */
HW_API size_t hw_occurrences_status_count(const hw_occurrences *occurrences, hw_occurrence_status status);

/** The id of its assignment. Borrowed from the list; NULL past the end. @since 0.1 */
HW_API const char *hw_occurrences_assignment_at(const hw_occurrences *occurrences, size_t index);

/** The id of the assignment's revision that made it. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_occurrences_revision_at(const hw_occurrences *occurrences, size_t index);

/** Its key: the original local due date or date-time; of a quota the first day of the period. @since 0.1 */
HW_API hw_local hw_occurrences_key_at(const hw_occurrences *occurrences, size_t index);

/** When it is due, in its zone: when its key says, unless it has moved; of a quota when it closes.
 *  @since 0.1 */
HW_API hw_moment hw_occurrences_due_at(const hw_occurrences *occurrences, size_t index);

/** What a clock change did to the due time. @since 0.1 */
HW_API hw_fold hw_occurrences_fold_at(const hw_occurrences *occurrences, size_t index);

/** When its window opens. @since 0.1 */
HW_API hw_moment hw_occurrences_opens_at(const hw_occurrences *occurrences, size_t index);

/** When its window closes: the first instant after it. @since 0.1 */
HW_API hw_moment hw_occurrences_closes_at(const hw_occurrences *occurrences, size_t index);

/** When it is settled, unless a quota is met before: closing plus grace. @since 0.1 */
HW_API hw_instant hw_occurrences_settles_at(const hw_occurrences *occurrences, size_t index);

/** What became of it. @since 0.1 */
HW_API hw_occurrence_status hw_occurrences_status_at(const hw_occurrences *occurrences, size_t index);

/** Whether it is settled as of the moment. @since 0.1 */
HW_API bool hw_occurrences_settled_at(const hw_occurrences *occurrences, size_t index);

/** The credit for it, 0-1: done 1, in part the share that was reported, else 0.5; of a quota the share of it.
 *  @since 0.1 */
HW_API double hw_occurrences_credit_at(const hw_occurrences *occurrences, size_t index);

/** How many live entries answer it. @since 0.1 */
HW_API size_t hw_occurrences_entry_count(const hw_occurrences *occurrences, size_t index);

/** The id of an entry that answers it, in the order of the log. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_occurrences_entry_at(const hw_occurrences *occurrences, size_t index, size_t entry);

/** The list as a table. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.1 */
HW_API hw_table *hw_occurrences_table(const hw_occurrences *occurrences, hw_error *err);

/** The word for a status ("not-reported"); "unknown" out of range. Static storage. @since 0.1 */
HW_API const char *hw_occurrence_status_name(hw_occurrence_status status);

/** The first instant after `after` at which the status of an occurrence changes by itself: a window opens or
 *  an occurrence settles. False, and `next` unchanged, if none does within 400 days. Errors as
 *  hw_plan_occurrences(). @since 0.1 */
HW_API bool hw_plan_next_change(const hw_plan *plan, hw_instant after, hw_instant *next, hw_error *err);

/** Looks for entries that name an occurrence which their assignment does not have, by all that is known,
 *  and for excuses of such: another program may have written them, or two copies were merged. Adds a
 *  warning HW_PROBLEM_ORPHAN for each live one. Besides (since 0.2) a warning HW_PROBLEM_UNKNOWN_ID for
 *  each id that a skill's evidence, a review or an assignment's template revision names in vain, and
 *  HW_PROBLEM_CONTRADICTION for an agreement by a device. Errors: HW_ERR_ARGUMENT (NULL), and as
 *  hw_plan_occurrences(). @since 0.1 */
HW_API hw_status hw_plan_check_entries(const hw_plan *plan, hw_problems *problems, hw_error *err);

/** The entries of a log as a table, a row for each, whatever became of it; no text that a person wrote is in
 *  it. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.1 */
HW_API hw_table *hw_log_table(const hw_log *log, hw_error *err);

/** The value rows of a log's live entries as a table. Unless `private_too`, those of private entries are left
 *  out, and of what is shared as a summary only numbers and barriers, without their texts, are in it. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.1 */
HW_API hw_table *hw_log_value_table(const hw_log *log, bool private_too, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
