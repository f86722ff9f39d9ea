/* SPDX-License-Identifier: MIT */
/** @file report.h
 *  The page that client and therapist look at together.
 *
 *  Goals and steps, each assignment with its counts and a bar of its days, what progressed, what was missed
 *  and why, the open questions. Private text is absent. Every word comes from the label table; nothing
 *  blames.
 */
#ifndef HOMEWORK_REPORT_H
#define HOMEWORK_REPORT_H

#include "progress.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How to write a report. Opaque; NULL stands for the defaults. */
typedef struct hw_report_options hw_report_options;

/** The defaults: 80 columns, plain. Owned: hw_report_options_free(). @since 0.1 */
HW_API hw_report_options *hw_report_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.1 */
HW_API void hw_report_options_free(hw_report_options *options);

/** How wide a line may be, 40-400 columns. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_report_options_set_width(hw_report_options *options, int32_t columns, hw_error *err);

/** Whether a terminal shows it: bold headings by ANSI sequences, box characters in the bars; plain ASCII bars
 *  otherwise. Errors: HW_ERR_ARGUMENT. @since 0.1 */
HW_API hw_status hw_report_options_set_terminal(hw_report_options *options, bool terminal, hw_error *err);

/** The language of the library's own words, and of titles that are there in several (BCP 47 lookup); NULL for
 *  the plan's own, which is the default. The library speaks English and German, and English where it has no
 *  other. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX (no language tag). @since 0.2 */
HW_API hw_status hw_report_options_set_language(hw_report_options *options, const char *language,
                                                hw_error *err);

/** The report over [from, to) as of a moment, as UTF-8 text with line feeds. Errors: as hw_plan_progress().
 *  Owned: hw_string_free(). @since 0.1 */
HW_API char *hw_plan_report(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                            const hw_report_options *options, hw_error *err);

/* ---- single words, for pictures that hosts draw ---- */

/** What stands in a picture beside statuses, days and the titles of the plan. */
typedef enum hw_caption {
    HW_CAPTION_NOTHING_DUE = 0, /**< A day on which nothing is due. */
    HW_CAPTION_SHARE_DONE,      /**< Which share of what was due is done. */
    HW_CAPTION_NO_VALUES,       /**< There is nothing to draw. */
    HW_CAPTION_SESSION          /**< A session that was held. */
} hw_caption;

/** A caption in a language by BCP 47 lookup, as of hw_report_options_set_language(); NULL = English. Static storage;
 *  "" out of range. @since 0.2 */
HW_API const char *hw_caption_label(hw_caption caption, const char *language);

/** What a report calls a status ("not reported"). As hw_caption_label(). @since 0.2 */
HW_API const char *hw_occurrence_status_label(hw_occurrence_status status, const char *language);

/** What a report calls a phase of a practice ("at its highest"); "" for HW_PHASE_NONE. As hw_caption_label().
 *  @since 0.2 */
HW_API const char *hw_phase_label(hw_phase phase, const char *language);

/** A day of the week in short ("Mon"). As hw_caption_label(). @since 0.2 */
HW_API const char *hw_weekday_label(hw_weekday weekday, const char *language);

/** A month in short ("Jan"), 1-12. As hw_caption_label(). @since 0.2 */
HW_API const char *hw_month_label(int32_t month, const char *language);

#ifdef __cplusplus
}
#endif

#endif
