/* SPDX-License-Identifier: MIT */
/** @file entry.h
 *  A report of what happened, ready to be logged.
 *
 *  An entry is a draft: fill it in, log it, free it. What has been logged is read through hw_log (log.h).
 *  It is decided when it is logged which occurrence it answers: the occurrence whose window contains the
 *  moment, the earliest one that is unmet first; or the one that the entry names; or none (then it counts
 *  as unscheduled, and for quotas). It is never matched again, and never overwritten: a mistake is
 *  superseded or voided.
 *
 *      hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_DONE, &err);
 *      hw_entry_set_at(entry, moment);
 *      hw_entry_add_measure(entry, "suds", HW_PHASE_BEFORE, 70);
 *      hw_entry_add_note(entry, HW_NOTE_INSIGHT, NULL, "It was easier outdoors");
 *      hw_plan_log(plan, entry, change, &err);
 *      hw_entry_free(entry);
 */
#ifndef HOMEWORK_ENTRY_H
#define HOMEWORK_ENTRY_H

#include "assignment.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A report that is being written. Opaque. */
typedef struct hw_entry hw_entry;

/** How much was done. */
typedef enum hw_extent {
    HW_EXTENT_NONE = 0,      /**< Nothing is said about doing: an observation, a note. */
    HW_EXTENT_NOT_ATTEMPTED, /**< Not begun: the person says so. */
    HW_EXTENT_ATTEMPTED,     /**< Begun. */
    HW_EXTENT_PARTIAL,       /**< Done in part. */
    HW_EXTENT_DONE,          /**< Done as agreed. */
    HW_EXTENT_EXCEEDED,      /**< More than agreed. */
    HW_EXTENT_SUBSTITUTED,   /**< Something else instead. */
    HW_EXTENT_NO_OPPORTUNITY /**< What it was for did not come up. It answers no occurrence, but tells a time
                                  without opportunity from silence. */
} hw_extent;

/** Where an entry comes from. */
typedef enum hw_source {
    HW_SOURCE_APP = 0,  /**< Entered in an app. */
    HW_SOURCE_CALENDAR, /**< Ticked in a calendar. */
    HW_SOURCE_PAPER,    /**< Copied from paper. */
    HW_SOURCE_VERBAL,   /**< Told. */
    HW_SOURCE_IMPORT    /**< From another program. */
} hw_source;

/** Who may see an entry. */
typedef enum hw_visibility {
    HW_VISIBILITY_SHARED = 0,     /**< Client and therapist. */
    HW_VISIBILITY_SHARED_SUMMARY, /**< That it happened, how much, and numbers; no text. */
    HW_VISIBILITY_PRIVATE         /**< Its author. It counts, but is shown nowhere unless asked for. */
} hw_visibility;

/** What a note is about. */
typedef enum hw_note_kind {
    HW_NOTE_COMMENT = 0, /**< Anything. */
    HW_NOTE_CHALLENGE,   /**< What was hard. */
    HW_NOTE_INSIGHT,     /**< What was learned. */
    HW_NOTE_QUESTION,    /**< For the next session. */
    HW_NOTE_TRIGGER      /**< What set it off. */
} hw_note_kind;

/** What got in the way (field's factors: client, task, therapy, context). */
typedef enum hw_barrier {
    HW_BARRIER_FORGOT = 0,      /**< Forgot. */
    HW_BARRIER_NO_TIME,         /**< No time. */
    HW_BARRIER_TOO_DIFFICULT,   /**< Too difficult. */
    HW_BARRIER_TOO_LONG,        /**< Too long. */
    HW_BARRIER_UNCLEAR_WHAT,    /**< Unclear what to do. */
    HW_BARRIER_UNCLEAR_WHY,     /**< Unclear what for. */
    HW_BARRIER_NOT_RELEVANT,    /**< Not relevant. */
    HW_BARRIER_DISAGREED,       /**< Disagreed. */
    HW_BARRIER_DID_NOT_HELP,    /**< It did not help. */
    HW_BARRIER_LOW_ENERGY,      /**< Low energy. */
    HW_BARRIER_LOW_MOTIVATION,  /**< Low motivation. */
    HW_BARRIER_AVOIDANCE,       /**< Avoidance. */
    HW_BARRIER_DISTRESS,        /**< Distress. */
    HW_BARRIER_SELF_CRITICISM,  /**< Self-criticism. */
    HW_BARRIER_PHYSICAL_HEALTH, /**< Physical health. */
    HW_BARRIER_NO_PRIVACY,      /**< No privacy. */
    HW_BARRIER_NO_MATERIALS,    /**< No materials. */
    HW_BARRIER_OTHER_PEOPLE,    /**< Other people. */
    HW_BARRIER_LIFE_EVENT,      /**< A life event. */
    HW_BARRIER_OTHER            /**< Anything else. */
} hw_barrier;

/** A draft about an assignment (its id; NULL for a report about none). Malformed id: HW_ERR_SYNTAX; extent
 *  out of range: HW_ERR_RANGE. Owned: hw_entry_free(). @since 0.1 */
HW_API hw_entry *hw_entry_new(const char *assignment, hw_extent extent, hw_error *err);

/** Frees the draft; what was logged stays logged. NULL is ignored. @since 0.1 */
HW_API void hw_entry_free(hw_entry *entry);

/** The first error that a setter met, also in `err`; HW_OK for none, HW_ERR_ARGUMENT for NULL. The verb
 *  that takes the draft repeats it. @since 0.1 */
HW_API hw_status hw_entry_check(const hw_entry *entry, hw_error *err);

/** Its id: the caller's, or after logging the one that was minted. Borrowed until it is set again; NULL if
 *  there is none. @since 0.1 */
HW_API const char *hw_entry_id(const hw_entry *entry);

/** Sets the id; NULL for none: the verb then mints one. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_entry_set_id(hw_entry *entry, const char *id);

/** Sets when it happened: exact, a date, or unknown (the default). Errors: HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_entry_set_at(hw_entry *entry, hw_moment at);

/** Names the occurrence it answers, by key; it is then not unscheduled. HW_EXTENT_NO_OPPORTUNITY answers none:
 *  the verb refuses both together (HW_ERR_ARGUMENT). Errors: HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_entry_set_due(hw_entry *entry, hw_local due);

/** Says that it answers no occurrence, and forgets a key that was set. @since 0.1 */
HW_API hw_status hw_entry_set_unscheduled(hw_entry *entry);

/** Sets how much of it was done, 1-99 %, for HW_EXTENT_PARTIAL; 0 = not said. Errors: HW_ERR_RANGE.
 *  @since 0.1 */
HW_API hw_status hw_entry_set_percent(hw_entry *entry, int32_t percent);

/** Sets where it comes from; HW_SOURCE_APP by default. Errors: HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_entry_set_source(hw_entry *entry, hw_source source);

/** Sets who may see it; HW_VISIBILITY_SHARED by default. Errors: HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_entry_set_visibility(hw_entry *entry, hw_visibility visibility);

/** Adds the value of a measure (its id), kept as a decimal of at most 15 digits. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_RANGE, HW_ERR_LIMIT (1,000 rows), HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_entry_add_measure(hw_entry *entry, const char *measure, hw_phase phase, double value);

/** Adds a number in a named field of the practice; "minutes" is how long it took, never negative. `group`
 *  0-9999 numbers what repeats. Errors: as hw_entry_add_measure(). @since 0.1 */
HW_API hw_status hw_entry_add_number(hw_entry *entry, const char *field, hw_phase phase, int32_t group,
                                     double value);

/** Adds a text in a named field, 1-65,536 bytes. Errors: as hw_entry_add_measure(). @since 0.1 */
HW_API hw_status hw_entry_add_text(hw_entry *entry, const char *field, int32_t group, const char *text);

/** Adds something that got in the way, with an optional text. Errors: as hw_entry_add_measure().
 *  @since 0.1 */
HW_API hw_status hw_entry_add_barrier(hw_entry *entry, hw_barrier barrier, const char *text);

/** Adds a note in a language (NULL = the plan's own). Errors: as hw_entry_add_measure(). @since 0.1 */
HW_API hw_status hw_entry_add_note(hw_entry *entry, hw_note_kind kind, const char *language,
                                   const char *text);

/** Logs a report. `change` says who recorded it, and when. Its occurrence is decided now and stored. On
 *  failure nothing has changed. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (assignment, measure,
 *  person, or an occurrence that does not exist), HW_ERR_DUPLICATE (id), HW_ERR_RANGE (a value its measure
 *  does not allow; a moment after the recording), HW_ERR_STATE (late work for an occurrence that refuses it),
 *  HW_ERR_LIMIT, HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_log(hw_plan *plan, hw_entry *entry, const hw_change *change, hw_error *err);

/** Logs many reports, all or none. On failure `err->subject` names the entry's id, or its index from 0 if
 *  it has none. Errors: as hw_plan_log(). @since 0.1 */
HW_API hw_status hw_plan_log_all(hw_plan *plan, hw_entry *const *entries, size_t count,
                                 const hw_change *change, hw_error *err);

/** Logs a report in place of an earlier one, which is kept and no longer counts. Unless it names an
 *  occurrence it answers the one that the earlier one answered. Errors: as hw_plan_log(), and
 *  HW_ERR_NOT_FOUND (no such entry), HW_ERR_STATE (it is superseded or voided already). @since 0.1 */
HW_API hw_status hw_plan_supersede_entry(hw_plan *plan, const char *id, hw_entry *entry,
                                         const hw_change *change, hw_error *err);

/** Voids an entry: it is kept and no longer counts. Voiding what voids or supersedes another undoes that.
 *  The reason is the change's. Errors: HW_ERR_ARGUMENT, HW_ERR_NOT_FOUND, HW_ERR_STATE (voided already),
 *  HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_void_entry(hw_plan *plan, const char *id, const hw_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
