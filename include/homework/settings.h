/* SPDX-License-Identifier: MIT */
/** @file settings.h
 *  What holds for the whole plan: the client's zone, week and day, the calendar, the wording.
 *
 *  Settings have revisions like everything else. A revision with another zone is the client's journey: from
 *  its effective moment on, what is scheduled in the zone `client` moves along; what is settled stays.
 *
 *      hw_settings *travel = hw_settings_edit(hw_plan_settings(plan), &err);
 *      hw_settings_set_zone(travel, "Europe/Lisbon");
 *      hw_change_set_effective(change, july_first, &err);
 *      hw_plan_revise_settings(plan, travel, change, &err);
 */
#ifndef HOMEWORK_SETTINGS_H
#define HOMEWORK_SETTINGS_H

#include "plan.h"
#include "schedule.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How much a calendar may say. The client's choice. */
typedef enum hw_wording {
    HW_WORDING_NEUTRAL = 0, /**< "Practice 1": says nothing. */
    HW_WORDING_COVER,       /**< The cover label that was agreed with the client, else neutral. */
    HW_WORDING_PLAIN        /**< The title itself. */
} hw_wording;

/** A draft with the client's zone (an IANA name). NULL: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX. Owned:
 *  release with hw_settings_unref(). @since 0.1 */
HW_API hw_settings *hw_settings_new(const char *zone, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it to
 *  hw_plan_revise_settings(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_settings_unref(). @since 0.1 */
HW_API hw_settings *hw_settings_edit(const hw_settings *settings, hw_error *err);

/** Keeps a settings that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.1 */
HW_API hw_settings *hw_settings_ref(const hw_settings *settings);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_settings_unref(hw_settings *settings);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_settings_check(const hw_settings *settings, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.1 */
HW_API const hw_revision *hw_settings_revision(const hw_settings *settings);

/** The plan's title. Picked by BCP 47 lookup; NULL language = the plan's own. Borrowed; NULL if there is
 *  none. @since 0.1 */
HW_API const char *hw_settings_title(const hw_settings *settings, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.1 */
HW_API hw_status hw_settings_set_title(hw_settings *settings, const char *language, const char *text);

/** The client's zone from the revision's effective moment on, an IANA name. Borrowed; NULL if there is
 *  none. @since 0.1 */
HW_API const char *hw_settings_zone(const hw_settings *settings);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_zone(hw_settings *settings, const char *zone);

/** The first day of the client's week; HW_MONDAY by default. @since 0.1 */
HW_API hw_weekday hw_settings_week_start(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_week_start(hw_settings *settings, hw_weekday week_start);

/** Minutes after midnight at which the client's day begins, 0-720; 0 by default. @since 0.1 */
HW_API int32_t hw_settings_day_start(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_day_start(hw_settings *settings, int32_t day_start);

/** The last day of the plan; all zero if open. @since 0.1 */
HW_API hw_date hw_settings_ends(const hw_settings *settings);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_ends(hw_settings *settings, hw_date ends);

/** The last day up to which calendars are filled when neither assignment nor plan ends; all zero if not
 *  set. @since 0.1 */
HW_API hw_date hw_settings_calendar_until(const hw_settings *settings);

/** Sets it; all zero for none. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_calendar_until(hw_settings *settings, hw_date calendar_until);

/** How much a calendar may say; HW_WORDING_NEUTRAL by default. @since 0.1 */
HW_API hw_wording hw_settings_wording(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.1 */
HW_API hw_status hw_settings_set_wording(hw_settings *settings, hw_wording wording);

/** How many minutes a week the client has for homework, 1-10080; 0 if not stated. @since 0.2 */
HW_API int32_t hw_settings_capacity_minutes(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_capacity_minutes(hw_settings *settings, int32_t capacity_minutes);

/** How many assignments at a time the client can carry, 1-99; 0 if not stated. @since 0.2 */
HW_API int32_t hw_settings_capacity_assignments(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_capacity_assignments(hw_settings *settings, int32_t capacity_assignments);

/** From when on nothing may ring, in seconds after midnight by the client's clock; -1 if there are no quiet hours.
 *  At the very beginning and end of them it may. @since 0.2 */
HW_API int32_t hw_settings_quiet_from(const hw_settings *settings);

/** Until when nothing may ring: at or before quiet_from, it is the next day's. -1 if there are no quiet hours.
 *  @since 0.2 */
HW_API int32_t hw_settings_quiet_to(const hw_settings *settings);

/** Sets the quiet hours, 0-86399 each and not the same; -1 and -1 for none. Errors: HW_ERR_RANGE, HW_ERR_STATE.
 *  @since 0.2 */
HW_API hw_status hw_settings_set_quiet(hw_settings *settings, int32_t from, int32_t to);

/** How many times a day anything may ring at most, 1-99; 0 = as often as there are reminders. What rings in one
 *  minute rings once. @since 0.2 */
HW_API int32_t hw_settings_reminders_per_day(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_reminders_per_day(hw_settings *settings, int32_t reminders_per_day);

/** How many reminders a day one assignment may have at most, 1-99; 0 = as many as it has. @since 0.2 */
HW_API int32_t hw_settings_reminders_each(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_reminders_each(hw_settings *settings, int32_t reminders_each);

/** How many minutes lie at least between what rings, 1-480; 0 = it does not matter. What rings in one minute rings
 *  once. @since 0.2 */
HW_API int32_t hw_settings_reminder_gap(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_reminder_gap(hw_settings *settings, int32_t reminder_gap);

/** Why the client does all this, in the client's own words. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_settings_motivation(const hw_settings *settings, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY,
 *  HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_settings_set_motivation(hw_settings *settings, const char *language, const char *text);

/** Whether the client wants check-ins, with these words in them; false unless the client has said so. @since 0.2 */
HW_API bool hw_settings_own_words(const hw_settings *settings);

/** Sets it. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_set_own_words(hw_settings *settings, bool own_words);

/** How many reminders belong to the plan itself: before sessions, and check-ins. @since 0.2 */
HW_API size_t hw_settings_reminder_count(const hw_settings *settings);

/** What the reminder at an index is for: HW_REMINDER_REVIEW_PREP, which is counted from each session, or
 *  HW_REMINDER_CHECK_IN, which has a wall time of its own; HW_REMINDER_REVIEW_PREP past the end. @since 0.2 */
HW_API hw_reminder_kind hw_settings_reminder_kind_at(const hw_settings *settings, size_t index);

/** As hw_assignment_reminder_clock_at(). @since 0.2 */
HW_API bool hw_settings_reminder_clock_at(const hw_settings *settings, size_t index, int32_t *days,
                                          int32_t *clock);

/** As hw_assignment_reminder_minutes_at(). @since 0.2 */
HW_API int32_t hw_settings_reminder_minutes_at(const hw_settings *settings, size_t index);

/** When a check-in rings first; all zero of any other, and past the end. @since 0.2 */
HW_API hw_local hw_settings_reminder_when_at(const hw_settings *settings, size_t index);

/** After how many days it rings again; 0 = it does not, and past the end. @since 0.2 */
HW_API int32_t hw_settings_reminder_every_at(const hw_settings *settings, size_t index);

/** As hw_assignment_reminder_priority_at(). @since 0.2 */
HW_API int32_t hw_settings_reminder_priority_at(const hw_settings *settings, size_t index);

/** Adds a reminder some minutes from the beginning of each session (-527040 to 0). Errors: HW_ERR_RANGE,
 *  HW_ERR_LIMIT (16), HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_add_reminder(hw_settings *settings, int32_t minutes);

/** Adds a reminder at a time of day (seconds after midnight) some civil days (-366 to 0) from the day of each
 *  session. Errors: as hw_settings_add_reminder(). @since 0.2 */
HW_API hw_status hw_settings_add_reminder_at(hw_settings *settings, int32_t days, int32_t clock);

/** Adds a check-in at a wall time, and every so many days (1-366) after it; 0 = once. It rings only if the client
 *  wants it: see hw_settings_set_own_words(). Errors: as hw_settings_add_reminder(); HW_ERR_RANGE (not a time, or a
 *  whole day). @since 0.2 */
HW_API hw_status hw_settings_add_check_in(hw_settings *settings, hw_local when, int32_t every);

/** Says how important the reminder that was added last is: 1-9, 1 the highest. Errors: HW_ERR_RANGE, HW_ERR_STATE
 *  (not a draft, or no reminder). @since 0.2 */
HW_API hw_status hw_settings_set_reminder_priority(hw_settings *settings, int32_t priority);

/** Removes the plan's reminders. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_settings_clear_reminders(hw_settings *settings);

#ifdef __cplusplus
}
#endif

#endif
