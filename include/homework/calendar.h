/* SPDX-License-Identifier: MIT */
/** @file calendar.h
 *  Reminders out to calendar clients, and their ticks home again (RFC 5545).
 *
 *  Discreet by default: a summary is the cover label agreed with the client, else "Practice 1"; no other
 *  property, alarm, name or identifier says anything. The settings' wording decides, and only the client's
 *  choice widens it. The same plan gives the same bytes, on any day: nothing comes from a clock.
 *
 *  Profile `events`: repeating events with alarms, which every client shows. They end with their assignment,
 *  else with the plan, else with `calendar-until`, else with the last planned session, else 28 days after the
 *  assignment was last revised or begins; in no case more than ten years after. Events show what is agreed,
 *  whatever was done: so follow-ups do not ring there, and quotas have an event only if they have reminders.
 *
 *  What rings is what the client's reminders come to (homework/reminders.h), with quiet hours, caps, gap and
 *  priority. Reminders that are counted once from an occurrence's own times are alarms of its event, three at
 *  most, the most important first. An occurrence that rings otherwise than its series, because the clocks are
 *  changed in between, because of quiet hours or because there is enough that day, is an event of its own. What
 *  rings around sessions, at times of its own or again and again, and what the plan has, is a short event that
 *  rings when it begins, in a series where it comes every so many days; it is called what its assignment is, or
 *  nothing in particular. A check-in says the client's own words only if the client wants them and the wording
 *  is plain. Such reminders of one rule that come in one minute ring once.
 *
 *  Profile `todos`: single to-dos, which can be ticked off, up to the end of the day of the next planned
 *  session (that day included; it may be today), else for 7 days. DUE is the closing of the window, a minute
 *  before it if that is midnight; the time planned only if nothing but an opening was agreed. DTSTART is
 *  the opening that was agreed, else the time planned. Alarms are the reminders of its occurrence that are
 *  planned, follow-ups and repeated ones among them, three at most: those after it was last changed, then what
 *  closes first, then what is more important. What rings for no occurrence (before sessions, check-ins, on
 *  demand) has no place here. hw_plan_read_calendar() brings the ticks home as proposals, and a second call
 *  applies them.
 *
 *  Profile `both`: the two in one calendar, for clients that show both. Of occurrences only the to-dos have
 *  alarms, so that nothing rings twice; each says with RELATED-TO which event shows the same occurrence. What
 *  rings for no occurrence is an event here too.
 *
 *  DTSTAMP and SEQUENCE rise whenever a component looks different, and at nothing else: what was recorded of its
 *  assignment, of what that comes after or hangs on, and in to-dos of what was done. If the client wants only so
 *  many reminders in a day, or a gap between them, each depends on the others, and all rise together. So they do on
 *  the day from which another wording holds, and when something was taken out of the plan (homework/erasure.h).
 *
 *  Profile `outlook`: events with one alarm, at their beginning at the latest (one that lies after it cannot be
 *  said there and is left out), rules of Exchange's templates only, and X-MICROSOFT- properties that keep the
 *  time free. Profile `google`: events with one alarm; Google rings by its own settings in spite of it.
 */
#ifndef HOMEWORK_CALENDAR_H
#define HOMEWORK_CALENDAR_H

#include "document.h"
#include "occurrences.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What goes into a calendar. */
typedef enum hw_calendar_profile {
    HW_CALENDAR_EVENTS = 0, /**< Repeating events. */
    HW_CALENDAR_TODOS,      /**< Single to-dos. */
    HW_CALENDAR_BOTH,       /**< Both; the to-dos ring, and each names its event. @since 0.2 */
    HW_CALENDAR_OUTLOOK,    /**< Events as Outlook and Exchange take them. @since 0.2 */
    HW_CALENDAR_GOOGLE      /**< Events as Google takes them. @since 0.2 */
} hw_calendar_profile;

/** How to write a calendar. Opaque; NULL stands for the defaults. */
typedef struct hw_calendar_options hw_calendar_options;

/** The defaults: profile `events`. Owned: hw_calendar_options_free(). @since 0.1 */
HW_API hw_calendar_options *hw_calendar_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.1 */
HW_API void hw_calendar_options_free(hw_calendar_options *options);

/** Sets the profile. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_calendar_options_set_profile(hw_calendar_options *options, hw_calendar_profile profile,
                                                 hw_error *err);

/** To-dos from the day of `as_of` less 14 (if still open) until this day, excluded, instead of the next
 *  session; all zero for the default. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_calendar_options_set_until(hw_calendar_options *options, hw_date until, hw_error *err);

/** Makes it a feed, which clients read again after so many minutes (15 to 40,320; 0 = no feed, the default): NAME
 *  and X-WR-CALNAME, REFRESH-INTERVAL and X-PUBLISHED-TTL, in profile `google` also X-WR-TIMEZONE. The name is
 *  copied, one line of at most 200 bytes, and is seen by whoever sees the calendar; NULL for a neutral one.
 *  Resources never have these. Many clients ring nothing of a feed. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE,
 *  HW_ERR_SYNTAX, HW_ERR_LIMIT. @since 0.2 */
HW_API hw_status hw_calendar_options_set_feed(hw_calendar_options *options, const char *name, int32_t minutes,
                                              hw_error *err);

/** Also the sessions, as appointments: busy events called "Appointment" at any wording, from the session's beginning to
 *  its end, without an alarm of their own. One that was missed or called off is cancelled for 28 days after that was
 *  recorded, then left out. Profiles without events have none. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_calendar_options_set_sessions(hw_calendar_options *options, bool sessions, hw_error *err);

/** Also the goals: to-dos without dates or alarms, called "Goal 1" or by their title if the wording is plain, with the
 *  share of their steps that are reached as PERCENT-COMPLETE (those skipped do not count; 99 at most until the goal
 *  itself is completed). The to-dos of an assignment stand below the first of its goals that is agreed on
 *  (RELATED-TO;RELTYPE=PARENT). One that was only proposed is left out; one that was given up, rejected or entered in
 *  error is cancelled for 28 days after that was recorded, then left out. Profiles without to-dos have none. Errors:
 *  HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_calendar_options_set_goals(hw_calendar_options *options, bool goals, hw_error *err);

/** The calendar, as of a moment. `size` may be NULL. Errors: HW_ERR_ARGUMENT, HW_ERR_NOT_FOUND or
 *  HW_ERR_INVALID (a zone), HW_ERR_LIMIT, HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.1 */
HW_API char *hw_plan_to_calendar(const hw_plan *plan, hw_instant as_of, const hw_calendar_options *options,
                                 size_t *size, hw_error *err);

/** The same to a sink, in pieces of about 64 KiB. Errors: as hw_plan_to_calendar(), and HW_ERR_CANCELLED.
 *  @since 0.1 */
HW_API hw_status hw_plan_write_calendar(const hw_plan *plan, hw_instant as_of,
                                        const hw_calendar_options *options, hw_sink sink, void *user,
                                        hw_error *err);

/** A calendar in pieces: what a CalDAV server stores, or files. Immutable. Opaque. */
typedef struct hw_calendar_resources hw_calendar_resources;

/** One resource for each component, as CalDAV has it (RFC 4791 section 4.1): a calendar with the component and
 *  the VTIMEZONE that it needs, in the order of the calendar. A resource whose ETag is the same has the same
 *  bytes, so that only what has changed need be sent. Errors: as hw_plan_to_calendar(). Owned:
 *  hw_calendar_resources_free(). @since 0.2 */
HW_API hw_calendar_resources *hw_plan_calendar_resources(const hw_plan *plan, hw_instant as_of,
                                                         const hw_calendar_options *options, hw_error *err);

/** The calendar as files that its client takes: of `outlook` each with less than 500 components, of `google`
 *  with about 900,000 bytes at most; else one file. One that would be empty is left out. Errors: as
 *  hw_plan_to_calendar(). Owned: hw_calendar_resources_free(). @since 0.2 */
HW_API hw_calendar_resources *hw_plan_calendar_files(const hw_plan *plan, hw_instant as_of,
                                                     const hw_calendar_options *options, hw_error *err);

/** Takes back everything that calendars of this plan can have shown until a moment: each component that was written at
 *  any earlier moment, by what was known then, once more, with STATUS:CANCELLED, a SEQUENCE that none has had and
 *  without alarms, rules or words. Options of NULL stand for whatever was exported, sessions and goals too; else only
 *  events or to-dos are taken back as their profile has them (of any profile), and sessions and goals as they say.
 *  To-dos that were asked for beyond the next session are among them as far as `until` says. What was erased from the
 *  plan, and what another copy exported before it was merged, cannot be known. Give it to whom the calendar was
 *  given; after it, this plan's calendars are older than it. It costs about as much as an export for each moment at
 *  which something but an entry was recorded, for what depends on it. `size` may be NULL. Errors: as
 *  hw_plan_to_calendar(). Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_plan_calendar_withdrawal(const hw_plan *plan, hw_instant as_of,
                                         const hw_calendar_options *options, size_t *size, hw_error *err);

/** The same as resources, one for each component: what a CalDAV server is to delete by their names, or to be given.
 *  Errors: as hw_plan_to_calendar(). Owned: hw_calendar_resources_free(). @since 0.2 */
HW_API hw_calendar_resources *hw_plan_withdrawal_resources(const hw_plan *plan, hw_instant as_of,
                                                           const hw_calendar_options *options, hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_calendar_resources_free(hw_calendar_resources *resources);

/** How many resources; 0 for NULL. @since 0.2 */
HW_API size_t hw_calendar_resources_count(const hw_calendar_resources *resources);

/** The UID of its component, a UUID in lower case. Borrowed; NULL past the end, and for files. @since 0.2 */
HW_API const char *hw_calendar_resources_uid_at(const hw_calendar_resources *resources, size_t index);

/** Its name in a collection, "<uid>.ics"; of files "practice-1.ics" and so on. Borrowed; NULL past the end.
 *  @since 0.2 */
HW_API const char *hw_calendar_resources_href_at(const hw_calendar_resources *resources, size_t index);

/** A digest of its bytes, 40 hexadecimal digits (SHA-1, which is for telling change, not for secrets); without
 *  the quotes that HTTP puts around an ETag. A server may make one of its own. Borrowed; NULL past the end.
 *  @since 0.2 */
HW_API const char *hw_calendar_resources_etag_at(const hw_calendar_resources *resources, size_t index);

/** Its bytes, a whole calendar that ends in NUL; `size` may be NULL. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_calendar_resources_bytes_at(const hw_calendar_resources *resources, size_t index,
                                                  size_t *size);

/** A resource for a client that has changed the one it had: `theirs`, byte for byte, but for what we have a say in,
 *  which is as in `ours` (hw_calendar_resources_bytes_at()). That is, if the two do not say the same already: the
 *  times, the rule and exceptions of an event, the summary, STATUS, COMPLETED and PERCENT-COMPLETE; then
 *  DTSTAMP and LAST-MODIFIED, the later ones, and a greater SEQUENCE. Of alarms, those that we have made ring as
 *  ours do now; one that the client has taken away from an open to-do stays away. All other properties,
 *  parameters, alarms, components and ends of lines stay as they are. If nothing has to change, the bytes are those
 *  of `theirs`, and nothing need be sent. Of the plan only the zones are used. `size` may be NULL. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_INVALID (one of the two cannot be read as a whole; nothing is guessed), HW_ERR_LIMIT,
 *  HW_ERR_NOT_FOUND (`theirs` does not have the component), HW_ERR_CONFLICT (a client has made a series of the
 *  to-do: a person should look), HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_plan_update_resource(const hw_plan *plan, const char *ours, size_t ours_size,
                                     const char *theirs, size_t theirs_size, size_t *size, hw_error *err);

/** How sure a proposal is. */
typedef enum hw_certainty {
    HW_CERTAIN = 0, /**< The item says so. */
    HW_PROBABLE,    /**< It contradicts itself, or is known by what it is related to: the likelier reading. */
    HW_INFERRED     /**< Something was filled in: the moment say, or an un-tick where no state stands. */
} hw_certainty;

/** What a proposal is. */
typedef enum hw_proposal_kind {
    HW_PROPOSAL_LOG = 0,  /**< Log an entry with the extent given. */
    HW_PROPOSAL_VOID,     /**< Void the entry that an earlier tick made: it was un-ticked. */
    HW_PROPOSAL_CONFLICT, /**< A person should look: nothing is proposed. */
    HW_PROPOSAL_REMOVED, /**< The to-do was removed in the client: that says nothing of doing it. @since 0.2 */
    HW_PROPOSAL_ACKNOWLEDGED, /**< An alarm was dismissed: that says nothing of doing it. @since 0.2 */
    HW_PROPOSAL_SNOOZED       /**< An alarm was put off. @since 0.2 */
} hw_proposal_kind;

/** Why a person should look, or why it is not certain. @since 0.2 */
typedef enum hw_proposal_reason {
    HW_PROPOSAL_REASON_NONE = 0, /**< It is certain. */
    HW_PROPOSAL_REASON_SERIES,   /**< A client has made a series of the to-do: what was done of it is lost. */
    HW_PROPOSAL_REASON_CANCELLED, /**< It was cancelled there: skipped, or not wanted any more. */
    HW_PROPOSAL_REASON_MOVED, /**< It was moved there: hw_proposals_happened_at() is the new date or time. */
    HW_PROPOSAL_REASON_LATE,  /**< It was done late, and late work is refused. */
    HW_PROPOSAL_REASON_CUT_OFF,       /**< It was done, but a revision has cut it off. */
    HW_PROPOSAL_REASON_QUOTA,         /**< A tick of a quota does not say how often it was done. */
    HW_PROPOSAL_REASON_SEVERAL,       /**< It was un-ticked, and there were several ticks. */
    HW_PROPOSAL_REASON_CONTRADICTION, /**< Its state and its percentage contradict each other. */
    HW_PROPOSAL_REASON_TWICE,         /**< What may stand once stands twice; the first one counted. */
    HW_PROPOSAL_REASON_UNREADABLE,    /**< One of its values cannot be read; see the problems. */
    HW_PROPOSAL_REASON_RELATED, /**< It has another UID, and is known by what it is related to and its date. */
    HW_PROPOSAL_REASON_NO_MOMENT, /**< It does not say when: the moment is that of its last change, or unknown. */
    HW_PROPOSAL_REASON_BAD_MOMENT, /**< When it says is not possible, and was left out. */
    HW_PROPOSAL_REASON_UNSTATED,   /**< It was un-ticked, and nothing says so: what said otherwise is gone. */
    HW_PROPOSAL_REASON_UNDATED,    /**< It was un-ticked, and nothing says when: it may be an old file. */
    HW_PROPOSAL_REASON_INCOMPLETE  /**< It is not there, but parts of the calendar could not be read. */
} hw_proposal_reason;

/** What a calendar says happened: a list of proposals, in the order in which the occurrences fall due. Immutable.
 *  Opaque. */
typedef struct hw_proposals hw_proposals;

/** Reads a calendar that a client has given back, or several, one after another: as many as there are are read at
 *  once for little more than one. Only our own to-dos count, known by their UID; a copy with another UID counts
 *  as probable if it is done, still names our to-do or its event (RELATED-TO;RELTYPE=SIBLING) and has its date. Of
 *  several items with one UID the newest counts, by SEQUENCE, LAST-MODIFIED and DTSTAMP; if one is of a series, all
 *  are one conflict. A tick that was taken back is not brought back by a copy from before that. Other items are
 *  ignored and counted. What a client did about an alarm (RFC 9074, X-MOZ-LASTACK,
 *  X-MOZ-SNOOZE-TIME) is told of what is still open. No rule and no zone of the calendar is evaluated. `problems`
 *  (may be NULL) gets what could not be read. Nothing in the plan changes. Errors: HW_ERR_ARGUMENT, HW_ERR_INVALID
 *  (not a calendar), HW_ERR_LIMIT (8 MiB, or nested too deep), HW_ERR_UNSUPPORTED (built without libical),
 *  HW_ERR_NOT_FOUND (a zone), HW_ERR_MEMORY. Owned: hw_proposals_free(). @since 0.1 */
HW_API hw_proposals *hw_plan_read_calendar(const hw_plan *plan, const char *data, size_t size,
                                           hw_instant as_of, hw_problems *problems, hw_error *err);

/** The same of a whole collection: to-dos that were given away (`exported`: their UIDs as of
 *  hw_calendar_resources_uid_at(), with blanks or ends of lines between them; NULL = none) and are not there any more
 *  are HW_PROPOSAL_REMOVED, as long as they are open by the plan; never done. UIDs of events do no harm. If there are
 *  any, nothing at all may be left of the collection. Errors: as hw_plan_read_calendar(), and HW_ERR_SYNTAX (what is no
 *  UUID). Owned: hw_proposals_free(). @since 0.2 */
HW_API hw_proposals *hw_plan_read_collection(const hw_plan *plan, const char *data, size_t size,
                                             const char *exported, hw_instant as_of, hw_problems *problems,
                                             hw_error *err);

/** Frees the list. NULL is ignored. @since 0.1 */
HW_API void hw_proposals_free(hw_proposals *proposals);

/** How many proposals. @since 0.1 */
HW_API size_t hw_proposals_count(const hw_proposals *proposals);

/** How many items of the calendar are not ours. @since 0.1 */
HW_API size_t hw_proposals_foreign_count(const hw_proposals *proposals);

/** What a proposal is; HW_PROPOSAL_CONFLICT past the end. @since 0.1 */
HW_API hw_proposal_kind hw_proposals_kind_at(const hw_proposals *proposals, size_t index);

/** How sure it is. @since 0.1 */
HW_API hw_certainty hw_proposals_certainty_at(const hw_proposals *proposals, size_t index);

/** Why a person should look, or why it is not certain; HW_PROPOSAL_REASON_NONE past the end. @since 0.2 */
HW_API hw_proposal_reason hw_proposals_reason_at(const hw_proposals *proposals, size_t index);

/** The id of the assignment. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_proposals_assignment_at(const hw_proposals *proposals, size_t index);

/** The key of the occurrence. @since 0.1 */
HW_API hw_local hw_proposals_key_at(const hw_proposals *proposals, size_t index);

/** The extent to log: done, partial or attempted. @since 0.1 */
HW_API hw_extent hw_proposals_extent_at(const hw_proposals *proposals, size_t index);

/** How much of it, 1-99 %; 0 = not said. @since 0.1 */
HW_API int32_t hw_proposals_percent_at(const hw_proposals *proposals, size_t index);

/** When: of what is to be logged, when it was done, as the calendar says; of what is to be voided, of the entry; of a
 *  to-do that was moved, to when; of an alarm, when it was acknowledged, or until when it was put off. Unknown if the
 *  calendar does not say. @since 0.1 */
HW_API hw_moment hw_proposals_happened_at(const hw_proposals *proposals, size_t index);

/** The same as it stands in the calendar ("20250304T191000Z", "TZID=Europe/Berlin:20250304T201000"), also if that is
 *  not possible; "" if it is not there, and of an entry. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_proposals_raw_at(const hw_proposals *proposals, size_t index);

/** The UID of our to-do, a UUID in lower case. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_proposals_uid_at(const hw_proposals *proposals, size_t index);

/** The line of the calendar on which the item begins; 0 if it is not there. @since 0.2 */
HW_API int32_t hw_proposals_line_at(const hw_proposals *proposals, size_t index);

/** The properties that the proposal rests on, as they stand in the calendar ("STATUS:COMPLETED;
 *  PERCENT-COMPLETE:100"), never a summary or a description. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_proposals_evidence_at(const hw_proposals *proposals, size_t index);

/** A sentence that says what is proposed, and why a person should look or it is not certain, in a language (BCP 47;
 *  English and German are there, NULL = English). It names nothing. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (past
 *  the end), HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_proposals_text(const hw_proposals *proposals, size_t index, const char *language,
                               hw_error *err);

/** The list as a table. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_proposals_table(const hw_proposals *proposals, hw_error *err);

/** Applies the proposals, all or nothing: logs with source `calendar`, voids what was un-ticked. All others are left
 *  alone: conflicts and removals are for a person, and the plan has no place for what was done about an alarm. What the plan already knows is skipped, so applying twice changes nothing. `applied` (may
 *  be NULL) gets how many changed something. Errors: as hw_plan_log(), and
 *  HW_ERR_INVALID (they were read for another plan). @since 0.1 */
HW_API hw_status hw_plan_apply_proposals(hw_plan *plan, const hw_proposals *proposals,
                                         const hw_change *change, size_t *applied, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
