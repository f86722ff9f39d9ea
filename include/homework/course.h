/* SPDX-License-Identifier: MIT */
/** @file course.h
 *  The course of treatment, session by session: sudden gains and losses, and rules by which somebody is off track.
 *
 *  Scores are arrays, one for each session in order; NaN is a session without a score, infinities are refused.
 *  No rule here says what to do: a warning is a reason to talk.
 */
#ifndef HOMEWORK_COURSE_H
#define HOMEWORK_COURSE_H

#include "reliable_change.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The cut-off of Tang and DeRubeis for the Beck Depression Inventory, in points. For other measures
 *  hw_norms_threshold() is a cut-off: 1.96 * S_diff. */
#define HW_SUDDEN_GAIN_BDI 7.0

/** Sudden gains or losses. Immutable. Opaque. */
typedef struct hw_sudden hw_sudden;

/** The sudden gains (Tang and DeRubeis, J Consult Clin Psychol 1999; 67: 894-904) of a course, as published.
 *  Between sessions N and N+1: (1) the score gets better by `cutoff` or more; (2) by 25 % of the score at N or
 *  more; (3) the mean of up to three scores before (N-2, N-1, N) is better afterwards (N+1, N+2, N+3) by more than
 *  t times their pooled SD, t = 2.776, 3.182, 4.303 for 6, 5, 4 scores. The third has no sqrt(1/n1 + 1/n2) and is
 *  stricter than a t-test; that is how it is published. It takes the scores at N and N+1 and at least two of three
 *  on either side. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (an infinite score; a cut-off that is not above
 *  0; HW_BETTER_NEUTRAL), HW_ERR_MEMORY. Owned: hw_sudden_free(). @since 0.2 */
HW_API hw_sudden *hw_sudden_gains(const double *scores, size_t count, hw_better better, double cutoff,
                                  hw_error *err);

/** The sudden losses: the mirror image, each criterion with "worse" for "better" and the 25 % still of the score
 *  at N. (R package suddengains takes for the second criterion one that is true of every rise.) Errors: as
 *  hw_sudden_gains(). Owned: hw_sudden_free(). @since 0.2 */
HW_API hw_sudden *hw_sudden_losses(const double *scores, size_t count, hw_better better, double cutoff,
                                   hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_sudden_free(hw_sudden *sudden);

/** How many there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_sudden_count(const hw_sudden *sudden);

/** How many steps from a session to the next could be tested: those with enough scores. 0 for NULL.
 *  @since 0.2 */
HW_API size_t hw_sudden_tested(const hw_sudden *sudden);

/** The index of the session N before one, in ascending order; SIZE_MAX past the end. @since 0.2 */
HW_API size_t hw_sudden_session_at(const hw_sudden *sudden, size_t index);

/** By how many points the score changed from N to N+1, above 0. NaN past the end. @since 0.2 */
HW_API double hw_sudden_size_at(const hw_sudden *sudden, size_t index);

/** By how many points the mean changed, above 0; criterion 3 compares it with hw_sudden_needed_at(). NaN past
 *  the end. @since 0.2 */
HW_API double hw_sudden_mean_at(const hw_sudden *sudden, size_t index);

/** t times the pooled SD. NaN past the end. @since 0.2 */
HW_API double hw_sudden_needed_at(const hw_sudden *sudden, size_t index);

/** How many scores criterion 3 rests on, 4 to 6; 0 past the end. @since 0.2 */
HW_API int32_t hw_sudden_n_at(const hw_sudden *sudden, size_t index);

/** The score beyond which half of the size is lost again: the score at N+1 and half the size back. NaN past the
 *  end. @since 0.2 */
HW_API double hw_sudden_reversal_at(const hw_sudden *sudden, size_t index);

/** The index of the first later session with a score beyond that; SIZE_MAX if there is none: it was not
 *  reversed. @since 0.2 */
HW_API size_t hw_sudden_reversed_at(const hw_sudden *sudden, size_t index);

/** The same as a table: session, size, mean, needed, n, reversal, reversed. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_sudden_table(const hw_sudden *sudden, hw_error *err);

/* ---- off track ---- */

/** What a rule looks at. */
typedef enum hw_course_rule {
    HW_COURSE_LEVEL = 0,      /**< The score is still so bad at a certain week. */
    HW_COURSE_NO_IMPROVEMENT, /**< No reliable improvement by a certain session. */
    HW_COURSE_DETERIORATION   /**< Reliably worse than at the first session, at any time. */
} hw_course_rule;

/** The rules that apply to a course, and what came of each. Immutable. Opaque. */
typedef struct hw_off_track hw_off_track;

/** Applies the rules: the levels that are known for the instrument of the norms (of the PHQ-9 17, 13 and 9 or more
 *  at weeks 4, 9 and 14: Schueller 2015, PMID 26077754, non-response in two trials of CBT); no reliable
 *  improvement by the session with the number `by` (the first is 1; 0 = do not ask); and reliable deterioration at
 *  any session. Changes are against the first score, by the norms. `days` are days since the start, ascending (the
 *  first score counts as week 0); the score of a week is the one nearest to it, at most three and a half days away,
 *  the earlier of two. NULL `days` leaves out the levels. Errors: HW_ERR_ARGUMENT (NULL norms or scores),
 *  HW_ERR_RANGE (infinite; days that are missing or go backwards; `by` negative), HW_ERR_MEMORY. Owned:
 *  hw_off_track_free(). @since 0.2 */
HW_API hw_off_track *hw_course_off_track(const hw_norms *norms, const double *days, const double *scores,
                                         size_t count, int32_t by, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_off_track_free(hw_off_track *off_track);

/** How many rules were asked; 0 for NULL. @since 0.2 */
HW_API size_t hw_off_track_count(const hw_off_track *off_track);

/** What the rule at an index looks at. @since 0.2 */
HW_API hw_course_rule hw_off_track_rule_at(const hw_off_track *off_track, size_t index);

/** Whether the rule says "off track". False, and `out` unchanged, when it cannot say. @since 0.2 */
HW_API bool hw_off_track_holds_at(const hw_off_track *off_track, size_t index, bool *out);

/** Why it cannot say: HW_UNDEFINED_NO_VALUES (no score there, or none at all), HW_UNDEFINED_TOO_FEW (not so many
 *  sessions yet, or one score), HW_UNDEFINED_NOT_STATED (the norms have no reliable change),
 *  HW_UNDEFINED_CONSTANT (no error of measurement). @since 0.2 */
HW_API hw_undefined hw_off_track_undefined_at(const hw_off_track *off_track, size_t index);

/** The week of a level, the session number of "no improvement"; 0 of deterioration. @since 0.2 */
HW_API int32_t hw_off_track_when_at(const hw_off_track *off_track, size_t index);

/** The index of the score that decided: of a level the one of that week, of "no improvement" the best by then, of
 *  deterioration the first that is reliably worse, or else the worst. SIZE_MAX if there is none. @since 0.2 */
HW_API size_t hw_off_track_score_at(const hw_off_track *off_track, size_t index);

/** What it was compared with: of a level the score, of the others the points of a reliable change. False, and
 *  `out` unchanged, if there is nothing. @since 0.2 */
HW_API bool hw_off_track_threshold_at(const hw_off_track *off_track, size_t index, double *out);

/** Where the rule comes from. Static storage or borrowed while the result lives; NULL past the end. @since 0.2 */
HW_API const char *hw_off_track_source_at(const hw_off_track *off_track, size_t index);

/** The same as a table: rule, holds, undefined, when, score, threshold, source. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_off_track_table(const hw_off_track *off_track, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
