/* SPDX-License-Identifier: MIT */
/** @file attention.h
 *  Which plans ask for a person first, and why: a short list of reasons, each with the numbers behind it.
 *
 *  A reason is something that stands in the plan: a safety item that was marked, a concern that waits, silence,
 *  a session that nobody has said anything about. It is no measure of risk and no judgement of anybody: it says
 *  where to look first, and a plan without reasons may need a look all the same. This is not crisis detection.
 *
 *  What is private is never counted. Everything is as of the moment of the progress that it is made from.
 *
 *      hw_attention *why = hw_plan_attention(plan, progress, HW_ATTENTION_SILENCE, false, &err);
 *      for (size_t i = 0; i < hw_attention_count(why); i++)
 *          puts(hw_attention_name(hw_attention_reason_at(why, i)));
 *      hw_attention_free(why);
 */
#ifndef HOMEWORK_ATTENTION_H
#define HOMEWORK_ATTENTION_H

#include "progress.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Why a plan is to be looked at; what comes first is more pressing. */
typedef enum hw_attention_reason {
    HW_ATTENTION_FLAGGED = 0, /**< The host has flagged the plan for a person. */
    HW_ATTENTION_SAFETY,      /**< A safety item of a questionnaire was marked in the window: how often. */
    HW_ATTENTION_CONCERN,     /**< Concerns wait to be talked about: how many. */
    HW_ATTENTION_QUESTION,    /**< Questions, requests and challenges wait: how many. */
    HW_ATTENTION_SILENT,      /**< Occurrences have settled in silence since anything was last recorded: how
                                        many. */
    HW_ATTENTION_NEEDS_WORK,  /**< Areas that need work: how many. */
    HW_ATTENTION_NOTHING_ASSIGNED, /**< No assignment is proposed, agreed or active, and the plan goes on. */
    HW_ATTENTION_SESSION_OPEN,     /**< Planned sessions are over that nobody has marked: how many. */
    HW_ATTENTION_REASON_COUNT      /**< The number of reasons; not one. */
} hw_attention_reason;

/** The number of occurrences that is usual for HW_ATTENTION_SILENT. */
#define HW_ATTENTION_SILENCE 5

/** A list of reasons, the most pressing first. Immutable. Opaque. */
typedef struct hw_attention hw_attention;

/** Why a plan is to be looked at, by its progress over a window as of a moment; `progress` is of this plan as it
 *  is now. `silence` is from how many occurrences in the window on it is silence that they have settled without a
 *  report since the last entry was recorded, 1-1000; `flagged` says that the host has reasons of its own. Sessions,
 *  messages and assignments are looked at whatever the window; areas are those of hw_plan_areas() by its defaults,
 *  questionnaires those of hw_plan_questionnaires(). Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (silence),
 *  HW_ERR_STATE (the plan has changed since), HW_ERR_NOT_FOUND and HW_ERR_INVALID (a zone), HW_ERR_LIMIT,
 *  HW_ERR_MEMORY. Owned: hw_attention_free(). @since 0.2 */
HW_API hw_attention *hw_plan_attention(const hw_plan *plan, const hw_progress *progress, int32_t silence,
                                       bool flagged, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_attention_free(hw_attention *attention);

/** A copy, to keep what was borrowed. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_MEMORY. Owned: hw_attention_free().
 *  @since 0.2 */
HW_API hw_attention *hw_attention_copy(const hw_attention *attention, hw_error *err);

/** How many reasons there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_attention_count(const hw_attention *attention);

/** A reason; HW_ATTENTION_REASON_COUNT past the end. @since 0.2 */
HW_API hw_attention_reason hw_attention_reason_at(const hw_attention *attention, size_t index);

/** How many things of that kind there are, at least 1; 0 for HW_ATTENTION_NOTHING_ASSIGNED, and past the end.
 *  @since 0.2 */
HW_API int64_t hw_attention_number_at(const hw_attention *attention, size_t index);

/** How many days ago: when the latest form with a marked item was filled in, the oldest message written, anything
 *  last recorded in the log, the oldest such session over. Whole days of 24 hours. False, and `days` unchanged,
 *  where nothing dates it. @since 0.2 */
HW_API bool hw_attention_days_at(const hw_attention *attention, size_t index, int32_t *days);

/** A reason as a sentence with its numbers, in a language that the library has (a BCP 47 tag; English if it has
 *  not, and for NULL). It holds no text of the plan. Owned: hw_string_free(). Errors: HW_ERR_ARGUMENT (NULL,
 *  past the end), HW_ERR_MEMORY. @since 0.2 */
HW_API char *hw_attention_text(const hw_attention *attention, size_t index, const char *language,
                               hw_error *err);

/** Which of two plans comes first: below 0 the one of `a`, above 0 the one of `b`, 0 neither. By the most pressing
 *  reason, then by its number, then by the next reason. NULL has no reasons and comes last. @since 0.2 */
HW_API int hw_attention_compare(const hw_attention *a, const hw_attention *b);

/** The reasons as a table: reason, number, days. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_attention_table(const hw_attention *attention, hw_error *err);

/** The word for a reason ("needs-work"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_attention_name(hw_attention_reason reason);

/** The reason with a word; HW_ATTENTION_REASON_COUNT if there is none. @since 0.2 */
HW_API hw_attention_reason hw_attention_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif
