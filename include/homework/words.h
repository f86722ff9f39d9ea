/* SPDX-License-Identifier: MIT */
/** @file words.h
 *  The words of the enumerations, as documents, tables and the command line spell them.
 *
 *      hw_word_at(HW_WORDS_EXTENT, HW_EXTENT_NOT_ATTEMPTED)   // "not-attempted"
 *      hw_word_find(HW_WORDS_KIND, "role-play")               // HW_KIND_ROLE_PLAY
 */
#ifndef HOMEWORK_WORDS_H
#define HOMEWORK_WORDS_H

#include <stddef.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The enumerations that have words. */
typedef enum hw_words {
    HW_WORDS_ROLE = 0,          /**< hw_role */
    HW_WORDS_WEEKDAY,           /**< hw_weekday: mo, tu, ... */
    HW_WORDS_WORDING,           /**< hw_wording */
    HW_WORDS_QUANTITY,          /**< hw_quantity */
    HW_WORDS_BETTER,            /**< hw_better */
    HW_WORDS_GOAL_STATE,        /**< hw_goal_lifecycle */
    HW_WORDS_ACHIEVEMENT,       /**< hw_achievement */
    HW_WORDS_DIRECTION,         /**< hw_direction */
    HW_WORDS_STEP_STATE,        /**< hw_step_stage */
    HW_WORDS_KIND,              /**< hw_kind */
    HW_WORDS_ASSIGNMENT_STATE,  /**< hw_assignment_stage */
    HW_WORDS_PHASE,             /**< hw_phase */
    HW_WORDS_SCHEDULE,          /**< hw_schedule_kind */
    HW_WORDS_PERIOD,            /**< hw_period */
    HW_WORDS_LATE,              /**< hw_late_policy */
    HW_WORDS_REMINDER,          /**< hw_reminder_kind */
    HW_WORDS_ANCHOR,            /**< hw_anchor */
    HW_WORDS_SESSION_STATE,     /**< hw_session_outcome */
    HW_WORDS_MEETING,           /**< hw_meeting */
    HW_WORDS_REASON,            /**< hw_reason */
    HW_WORDS_EXTENT,            /**< hw_extent */
    HW_WORDS_SOURCE,            /**< hw_source */
    HW_WORDS_VISIBILITY,        /**< hw_visibility */
    HW_WORDS_NOTE,              /**< hw_note_kind */
    HW_WORDS_BARRIER,           /**< hw_barrier */
    HW_WORDS_VALUE,             /**< hw_value_kind */
    HW_WORDS_ENTRY_STATE,       /**< hw_entry_state */
    HW_WORDS_SKILL_STATE,       /**< hw_skill_stage */
    HW_WORDS_COMPARATOR,        /**< hw_comparator */
    HW_WORDS_FIELD,             /**< hw_field_type */
    HW_WORDS_DECISION,          /**< hw_decision */
    HW_WORDS_DIMENSION,         /**< hw_dimension */
    HW_WORDS_MESSAGE,           /**< hw_topic */
    HW_WORDS_MESSAGE_STATE,     /**< hw_message_stage */
    HW_WORDS_REMOVAL,           /**< hw_removal */
    HW_WORDS_RELATION,          /**< hw_relation */
    HW_WORDS_UNHELD,            /**< hw_unheld_policy */
    HW_WORDS_AREA,              /**< hw_area */
    HW_WORDS_AREA_RULE,         /**< hw_area_rule */
    HW_WORDS_AREA_PARAMETER,    /**< hw_area_parameter */
    HW_WORDS_SUGGESTION,        /**< hw_suggestion */
    HW_WORDS_SUGGESTION_REASON, /**< hw_suggestion_reason */
    HW_WORDS_FACTOR,            /**< hw_factor */
    HW_WORDS_ACCOMPLISHMENT,    /**< hw_accomplishment */
    HW_WORDS_INITIATIVE,        /**< hw_initiative */
    HW_WORDS_EVIDENCE,          /**< hw_evidence_kind */
    HW_WORDS_CHANGE_CLASS,      /**< hw_change_class */
    HW_WORDS_CHANGE_METHOD,     /**< hw_change_method */
    HW_WORDS_CUTOFF,            /**< hw_cutoff */
    HW_WORDS_RELIABILITY,       /**< hw_reliability */
    HW_WORDS_PAIRED_OUTCOME,    /**< hw_paired_outcome */
    HW_WORDS_COURSE_RULE,       /**< hw_course_rule */
    HW_WORDS_RING,              /**< hw_ring_state */
    HW_WORDS_PROPOSAL,          /**< hw_proposal_kind */
    HW_WORDS_CERTAINTY,         /**< hw_certainty */
    HW_WORDS_PROPOSAL_REASON,   /**< hw_proposal_reason */
    HW_WORDS_COUNT              /**< The number of enumerations; not one. */
} hw_words;

/** How many words an enumeration has; 0 out of range. @since 0.1 */
HW_API size_t hw_word_count(hw_words words);

/** The word for a value; "unknown" out of range. Static storage. @since 0.1 */
HW_API const char *hw_word_at(hw_words words, int value);

/** The value of a word; -1 if it is none, or NULL. @since 0.1 */
HW_API int hw_word_find(hw_words words, const char *word);

#ifdef __cplusplus
}
#endif

#endif
