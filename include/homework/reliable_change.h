/* SPDX-License-Identifier: MIT */
/** @file reliable_change.h
 *  Has somebody changed by more than the error of measurement, and have they come to where people without the
 *  problem are?
 *
 *  By Jacobson and Truax (J Consult Clin Psychol 1991; 59: 12-19), with s1 and r of the clinical group:
 *
 *      SEM = s1 * sqrt(1 - r)    S_diff = sqrt(2) * SEM    RC = (post - pre) / S_diff
 *
 *  A change is reliable when |RC| is greater than the critical value; 1.96 exactly is not. A cut-off between the
 *  clinical and the functional group says who is where; a score at the cut-off is not on the functional side.
 *  With d = 1 where more is better and -1 where less is (M1, s1 clinical; M0, s0 functional):
 *
 *      a = M1 + d * 2 * s1    b = M0 - d * 2 * s0    c = (s0 * M1 + s1 * M0) / (s0 + s1)
 *
 *  The SD in b is that of the functional group, as criterion B is worded there ("within two SD of the functional
 *  mean"); some programs take the clinical one.
 *
 *  Where a change value is published as so many points (6 of the PHQ-9), the norms state it, and a change of so
 *  many points or more is reliable. Every number comes with its source, and hosts bring their own norms:
 *
 *      hw_norms *own = hw_norms_new("ward-bdi", "bdi", HW_BETTER_LOWER, "Our ward, 2019-2024, n = 412", &err);
 *      hw_norms_set_clinical(own, 28.3, 10.5, &err);
 *      hw_norms_set_reliability(own, HW_RELIABILITY_RETEST, 0.93, &err);
 *      hw_reliable_change *change = hw_norms_compare(own, 31, 17, &err);
 *      puts(hw_word_at(HW_WORDS_CHANGE_CLASS, hw_reliable_change_class(change)));
 *
 *  An index above the error of measurement is no proof of a cause, and one below it no proof that nothing has
 *  changed. No result here is a diagnosis.
 */
#ifndef HOMEWORK_RELIABLE_CHANGE_H
#define HOMEWORK_RELIABLE_CHANGE_H

#include "measure.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a reliability comes from. */
typedef enum hw_reliability {
    HW_RELIABILITY_NOT_STATED = 0, /**< There is none. */
    HW_RELIABILITY_RETEST,         /**< Test-retest: the correlation of two tests. */
    HW_RELIABILITY_ALPHA,          /**< Internal consistency, as Cronbach's alpha. */
    HW_RELIABILITY_OTHER           /**< Another kind; the source says which. */
} hw_reliability;

/** What parts the clinical side from the functional one. */
typedef enum hw_cutoff {
    HW_CUTOFF_NONE = 0, /**< Nothing: the norms allow none. */
    HW_CUTOFF_A,        /**< Two SD from the clinical mean. */
    HW_CUTOFF_B,        /**< Two SD from the functional mean. */
    HW_CUTOFF_C,        /**< As far from either mean, in SDs. */
    HW_CUTOFF_CASENESS  /**< The published threshold of a case. */
} hw_cutoff;

/** What has become of somebody. */
typedef enum hw_change_class {
    HW_CHANGE_CLASS_NONE = 0,     /**< It cannot be said: hw_reliable_change_undefined(). */
    HW_CHANGE_CLASS_DETERIORATED, /**< Reliably worse. */
    HW_CHANGE_CLASS_UNCHANGED,    /**< Neither reliably better nor worse. */
    HW_CHANGE_CLASS_IMPROVED,     /**< Reliably better. */
    HW_CHANGE_CLASS_RECOVERED     /**< Reliably better, and from the clinical to the functional side. */
} hw_change_class;

/** How it was decided whether a change is reliable. */
typedef enum hw_change_method {
    HW_CHANGE_METHOD_NONE = 0, /**< It was not: a number is missing. */
    HW_CHANGE_METHOD_INDEX,    /**< |RC| > the critical value. */
    HW_CHANGE_METHOD_POINTS,   /**< So many points as the norms state, or more. */
    HW_CHANGE_METHOD_TREND     /**< |RTI| > the critical value. */
} hw_change_method;

/* ---- the numbers alone ---- */

/** The standard error of measurement, sd * sqrt(1 - reliability), in points of the scale. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (a negative SD, a reliability outside 0-1, not finite). @since 0.2 */
HW_API hw_status hw_measurement_error(double sd, double reliability, double *out, hw_error *err);

/** The standard error of a difference, sqrt(2) times hw_measurement_error(). Errors: the same. @since 0.2 */
HW_API hw_status hw_difference_error(double sd, double reliability, double *out, hw_error *err);

/** The reliable change index RC; positive when the score rose. `n` of it: how many of the two scores are there
 *  (NaN = missing). Undefined: HW_UNDEFINED_NO_VALUES (none), HW_UNDEFINED_TOO_FEW (one),
 *  HW_UNDEFINED_CONSTANT (the SD is 0 or the reliability 1: there is no error to compare with). Errors: as
 *  hw_measurement_error(), and HW_ERR_RANGE (an infinite score). @since 0.2 */
HW_API hw_status hw_reliable_change_index(double pre, double post, double sd, double reliability,
                                          hw_estimate *out, hw_error *err);

/** The reliable trend index (McAleevey 2022; R package ReliableTrendIndex): z = slope / sqrt(SEM^2 / Sxx), by
 *  least squares over all points, SEM^2 = difference_error^2 / 2. Of two points it is the RC. Two-sided p:
 *  2 * (1 - hw_normal_cdf(|z|)). Pairs with a NaN are missing; `n` counts the others; `slope` may be NULL and is
 *  per unit of `times`. Undefined: HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_TOO_FEW (one point),
 *  HW_UNDEFINED_CONSTANT (all times are the same; for the index also a difference_error of 0). Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (infinite, or a negative or missing difference_error). @since 0.2 */
HW_API hw_status hw_reliable_trend_index(const double *times, const double *values, size_t count,
                                         double difference_error, hw_estimate *index, hw_estimate *slope,
                                         hw_error *err);

/** The share of the way from the first score to the best possible one that was made: (pre - post) / (pre - best);
 *  0.5 is the usual "50 % response", negative is worse. Undefined: HW_UNDEFINED_NO_VALUES,
 *  HW_UNDEFINED_TOO_FEW, HW_UNDEFINED_NOT_APPLICABLE (the first score is the best possible). Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE (infinite; `best` missing). @since 0.2 */
HW_API hw_status hw_response_share(double pre, double post, double best, hw_estimate *out, hw_error *err);

/* ---- norms ---- */

/** What is known of a scale: where clinical and functional groups lie, how reliable it is, and which values are
 *  published. A draft is changed by one thread; when it is filled in, any may read it. Opaque. */
typedef struct hw_norms hw_norms;

/** Norms without numbers: their id, the instrument or measure that they are about (an id), which way is better,
 *  and where they come from (a line, required). The critical value is 1.96. Errors: HW_ERR_ARGUMENT (NULL),
 *  HW_ERR_SYNTAX (an id, an empty or malformed source), HW_ERR_RANGE (HW_BETTER_NEUTRAL: nothing is better or
 *  worse), HW_ERR_MEMORY. Owned: hw_norms_free(). @since 0.2 */
HW_API hw_norms *hw_norms_new(const char *id, const char *instrument, hw_better better, const char *source,
                              hw_error *err);

/** A copy to be changed, under an id and source of its own; NULL keeps what is there. Errors: as
 *  hw_norms_new(). Owned: hw_norms_free(). @since 0.2 */
HW_API hw_norms *hw_norms_copy(const hw_norms *norms, const char *id, const char *source, hw_error *err);

/** Frees them; those of the library stay. NULL is ignored. @since 0.2 */
HW_API void hw_norms_free(hw_norms *norms);

/** Their id. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_norms_id(const hw_norms *norms);

/** The id of the instrument or measure. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_norms_instrument(const hw_norms *norms);

/** Which way is better; HW_BETTER_NEUTRAL for NULL. @since 0.2 */
HW_API hw_better hw_norms_better(const hw_norms *norms);

/** Where the numbers come from, and how sure they are. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_norms_source(const hw_norms *norms);

/** The version of this set of numbers. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_norms_version(const hw_norms *norms);

/** Sets the version, a line; NULL for none. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_STATE (norms of the library:
 *  copy them), HW_ERR_SYNTAX, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_norms_set_version(hw_norms *norms, const char *version, hw_error *err);

/** Mean and SD of the clinical group. False, and nothing written, if there are none; each may be NULL.
 *  @since 0.2 */
HW_API bool hw_norms_clinical(const hw_norms *norms, double *mean, double *sd);

/** Sets them. Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the library), HW_ERR_RANGE (not finite, an SD of 0 or
 *  less, a clinical mean that is not worse than the functional one). @since 0.2 */
HW_API hw_status hw_norms_set_clinical(hw_norms *norms, double mean, double sd, hw_error *err);

/** Mean and SD of the functional group. False, and nothing written, if there are none; each may be NULL.
 *  @since 0.2 */
HW_API bool hw_norms_functional(const hw_norms *norms, double *mean, double *sd);

/** Sets them. Errors: as hw_norms_set_clinical(). @since 0.2 */
HW_API hw_status hw_norms_set_functional(hw_norms *norms, double mean, double sd, hw_error *err);

/** The reliability, 0-1. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_norms_reliability(const hw_norms *norms, double *out);

/** Which reliability it is. @since 0.2 */
HW_API hw_reliability hw_norms_reliability_kind(const hw_norms *norms);

/** Sets it with its kind. Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the library), HW_ERR_RANGE (outside 0-1, no
 *  such kind, or HW_RELIABILITY_NOT_STATED). @since 0.2 */
HW_API hw_status hw_norms_set_reliability(hw_norms *norms, hw_reliability kind, double reliability,
                                          hw_error *err);

/** The critical value of an index: 1.96 unless set. 0 for NULL. @since 0.2 */
HW_API double hw_norms_critical(const hw_norms *norms);

/** Sets it: 1.96 as printed by Jacobson and Truax, 1.959964 as the normal distribution has it, 1.645 for 90 %.
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the library), HW_ERR_RANGE (not finite, or 0 or less). @since 0.2 */
HW_API hw_status hw_norms_set_critical(hw_norms *norms, double critical, hw_error *err);

/** The published number of points that is a reliable change. False, and `out` unchanged, if there is none.
 *  @since 0.2 */
HW_API bool hw_norms_points(const hw_norms *norms, double *out);

/** Sets it: it goes before the index. Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the library), HW_ERR_RANGE (not
 *  finite, or 0 or less). @since 0.2 */
HW_API hw_status hw_norms_set_points(hw_norms *norms, double points, hw_error *err);

/** The share of hw_response_share() that counts as a response, and the best score possible. False, and nothing
 *  written, if they are not stated; each may be NULL. @since 0.2 */
HW_API bool hw_norms_response(const hw_norms *norms, double *share, double *best);

/** Sets them: a share above 0, to 1; a share of 0.5 is usual. Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the
 *  library), HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_norms_set_response(hw_norms *norms, double share, double best, hw_error *err);

/** The score beyond which (not at which) it is a remission. False, and `out` unchanged, if there is none.
 *  @since 0.2 */
HW_API bool hw_norms_remission(const hw_norms *norms, double *out);

/** Sets it: 5 for "below 5". Errors: HW_ERR_ARGUMENT, HW_ERR_STATE (of the library), HW_ERR_RANGE (not finite).
 *  @since 0.2 */
HW_API hw_status hw_norms_set_remission(hw_norms *norms, double threshold, hw_error *err);

/** The score at which, and on the worse side of which, somebody counts as a case. False, and `out` unchanged,
 *  if there is none. @since 0.2 */
HW_API bool hw_norms_caseness(const hw_norms *norms, double *out);

/** Sets it. Errors: as hw_norms_set_remission(). @since 0.2 */
HW_API hw_status hw_norms_set_caseness(hw_norms *norms, double threshold, hw_error *err);

/** A cut-off by its formula, or the caseness threshold. False, and `out` unchanged, if the norms lack what it
 *  takes. @since 0.2 */
HW_API bool hw_norms_cutoff(const hw_norms *norms, hw_cutoff which, double *out);

/** Which cut-off counts: c when both groups are known and overlap (a lies beyond b), b when they do not, a when
 *  only the clinical group is known, b when only the functional one is; without either the caseness threshold.
 *  (The choice of Jacobson and Truax, as program JTRCI has it; "overlap" by two SD is a decision of this
 *  library.) @since 0.2 */
HW_API hw_cutoff hw_norms_cutoff_chosen(const hw_norms *norms);

/** How a change is judged by these norms. @since 0.2 */
HW_API hw_change_method hw_norms_method(const hw_norms *norms);

/** How many points a reliable change takes: those stated, or the critical value times S_diff (which must be
 *  passed). False, and `out` unchanged, without either, and when S_diff is 0. @since 0.2 */
HW_API bool hw_norms_threshold(const hw_norms *norms, double *out);

/** How many norms the library brings: a table with a source and version in each row. Nothing that was not read
 *  in a source, but for what says so. @since 0.2 */
HW_API size_t hw_norms_count(void);

/** One of them; NULL past the end. Static: it need not be freed, and cannot be changed. @since 0.2 */
HW_API const hw_norms *hw_norms_at(size_t index);

/** One of them by id ("phq-9-iapt"); NULL if there is none. Static, as hw_norms_at(). @since 0.2 */
HW_API const hw_norms *hw_norms_find(const char *id);

/** Those of the library as a table: id, instrument, better, every number, source, version. Errors:
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_norms_table(hw_error *err);

/* ---- one person's change ---- */

/** A change with the numbers that decided. Immutable. Opaque. */
typedef struct hw_reliable_change hw_reliable_change;

/** Compares a first and a last score (NaN = missing: no class). Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE
 *  (infinite), HW_ERR_MEMORY. Owned: hw_reliable_change_free(). @since 0.2 */
HW_API hw_reliable_change *hw_norms_compare(const hw_norms *norms, double pre, double post, hw_error *err);

/** The same by the reliable trend index over all scores, in the order of their times; the sides of the cut-off
 *  are those of the earliest and the latest score. Only the index decides, not stated points. Errors: as
 *  hw_norms_compare(). Owned: hw_reliable_change_free(). @since 0.2 */
HW_API hw_reliable_change *hw_norms_trend(const hw_norms *norms, const double *times, const double *values,
                                          size_t count, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_reliable_change_free(hw_reliable_change *change);

/** The class, in this order: reliably worse; reliably better and across the cut-off; reliably better; else
 *  unchanged. Who was on the functional side at first can improve, not recover. @since 0.2 */
HW_API hw_change_class hw_reliable_change_class(const hw_reliable_change *change);

/** Why there is no class: HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_TOO_FEW (one score), HW_UNDEFINED_NOT_STATED (the
 *  norms have neither points nor an SD with a reliability), HW_UNDEFINED_CONSTANT (no error of measurement, or
 *  all times are the same). @since 0.2 */
HW_API hw_undefined hw_reliable_change_undefined(const hw_reliable_change *change);

/** How it was decided. @since 0.2 */
HW_API hw_change_method hw_reliable_change_method(const hw_reliable_change *change);

/** How many scores it rests on. @since 0.2 */
HW_API int64_t hw_reliable_change_n(const hw_reliable_change *change);

/** The last score less the first. False, and `out` unchanged, if one is missing. @since 0.2 */
HW_API bool hw_reliable_change_points(const hw_reliable_change *change, double *out);

/** RC or RTI; positive when the score rose. False, and `out` unchanged, if the norms do not give it. @since 0.2 */
HW_API bool hw_reliable_change_value(const hw_reliable_change *change, double *out);

/** How many points it took; of a trend the critical value of the index. False, and `out` unchanged, if there is
 *  none. @since 0.2 */
HW_API bool hw_reliable_change_threshold(const hw_reliable_change *change, double *out);

/** Which cut-off was used. @since 0.2 */
HW_API hw_cutoff hw_reliable_change_cutoff_kind(const hw_reliable_change *change);

/** Where it lies. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_reliable_change_cutoff(const hw_reliable_change *change, double *out);

/** Whether the first score, or the last (`last`), is on the functional side. False, and `out` unchanged, without
 *  the score or a cut-off. @since 0.2 */
HW_API bool hw_reliable_change_functional(const hw_reliable_change *change, bool last, bool *out);

/** Whether the share of the norms was reached: a response. False, and `out` unchanged, if it is not stated or
 *  undefined, also where the first score is better than the best of the norms. @since 0.2 */
HW_API bool hw_reliable_change_response(const hw_reliable_change *change, bool *out);

/** Whether the last score is beyond the threshold of the norms: a remission. False, and `out` unchanged, if it is
 *  not stated or there is no last score. @since 0.2 */
HW_API bool hw_reliable_change_remission(const hw_reliable_change *change, bool *out);

/** The change as a table of one row: norms, instrument, class, undefined, method, n, change, index, threshold,
 *  cut-off and which, sides, response, remission, source. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_reliable_change_table(const hw_reliable_change *change, hw_error *err);

/* ---- two measures together ---- */

/** What is said of a pair of measures (NHS Talking Therapies, formerly IAPT). */
typedef enum hw_paired_outcome {
    HW_PAIRED_CASE_AT_FIRST = 0,      /**< A case on either measure at first. */
    HW_PAIRED_RECOVERY,               /**< A case at first, and on neither measure at last. */
    HW_PAIRED_RELIABLE_IMPROVEMENT,   /**< Reliably better on one, and reliably worse on neither. */
    HW_PAIRED_RELIABLE_DETERIORATION, /**< Reliably worse on one, and reliably better on neither. */
    HW_PAIRED_RELIABLE_RECOVERY       /**< Recovery and reliable improvement. */
} hw_paired_outcome;

/** How many outcomes there are. */
#define HW_PAIRED_COUNT 5

/** The outcomes of a pair of measures. Immutable. Opaque. */
typedef struct hw_paired_change hw_paired_change;

/** Compares the first and last scores of two measures (NaN = missing), each by its norms: their caseness
 *  threshold, and the points of a reliable change. Reliably better on one and worse on the other is neither an
 *  improvement nor a deterioration: as remembered of the NHS manual, not read there; check before use. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (infinite), HW_ERR_MEMORY. Owned: hw_paired_change_free(). @since 0.2 */
HW_API hw_paired_change *hw_norms_compare_pair(const hw_norms *one, double one_pre, double one_post,
                                               const hw_norms *other, double other_pre, double other_post,
                                               hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_paired_change_free(hw_paired_change *change);

/** Whether an outcome holds. False, and `out` unchanged, when it is undefined. What missing scores cannot change
 *  is said all the same. @since 0.2 */
HW_API bool hw_paired_change_outcome(const hw_paired_change *change, hw_paired_outcome outcome, bool *out);

/** Why it is undefined: HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_TOO_FEW (scores are missing),
 *  HW_UNDEFINED_NOT_STATED (the norms lack a threshold), HW_UNDEFINED_NOT_APPLICABLE (recovery of who was no
 *  case). @since 0.2 */
HW_API hw_undefined hw_paired_change_undefined(const hw_paired_change *change, hw_paired_outcome outcome);

/** How many of the four scores there are; 0 for NULL. @since 0.2 */
HW_API int64_t hw_paired_change_n(const hw_paired_change *change);

/** The change on the first measure, or on the `other`. Borrowed while the pair lives; NULL for NULL.
 *  @since 0.2 */
HW_API const hw_reliable_change *hw_paired_change_of(const hw_paired_change *change, bool other);

/** What exactly an outcome is. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_paired_outcome_definition(hw_paired_outcome outcome);

/** Where that comes from, and how sure it is. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_paired_outcome_source(hw_paired_outcome outcome);

/** The outcomes as a table: outcome, holds, undefined, n, definition, source. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_paired_change_table(const hw_paired_change *change, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
