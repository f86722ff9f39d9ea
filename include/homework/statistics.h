/* SPDX-License-Identifier: MIT */
/** @file statistics.h
 *  Statistics of short, noisy series: what most clinical series are. Functions of arrays, without a plan.
 *
 *      hw_trend_line line;
 *      if (hw_theil_sen(days, ratings, count, &line, &err) == HW_OK && !line.slope.undefined)
 *          printf("%.2f points a week, of %lld ratings\n", 7 * line.slope.value, (long long)line.slope.n);
 *
 *  For all of them. NaN in an array is a missing value and is left out, of paired arrays with its partner.
 *  Infinite numbers, and those beyond 1e150, are HW_ERR_RANGE. A NULL array of length 0 is an empty one; a
 *  NULL result or another NULL array is HW_ERR_ARGUMENT; HW_ERR_MEMORY without memory. On an error the result
 *  has not been touched. What cannot be told is no error: it is undefined, with the reason, and comes with
 *  the n that there was. Nothing is rounded, and the same input gives the same bits on every machine: only
 *  additions, multiplications, divisions and square roots are used. Moments are in days, or in any other
 *  unit, and in any order.
 *
 *  Every p-value here takes the values to be independent of each other, which those of neighbouring days
 *  seldom are: hw_autocorrelation() is the warning light.
 */
#ifndef HOMEWORK_STATISTICS_H
#define HOMEWORK_STATISTICS_H

#include "measure.h"
#include "undefined.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A value with the number that it rests on. */
typedef struct hw_estimate {
    double value;      /**< The value; 0 when it is undefined. */
    int64_t n;         /**< Of how many values that were there; also when it is undefined. */
    int32_t undefined; /**< Why it is undefined: a hw_undefined; HW_UNDEFINED_NOT when it is defined. */
} hw_estimate;

/** A straight line through a series. */
typedef struct hw_trend_line {
    hw_estimate slope;     /**< Change for each unit of time; n points. */
    hw_estimate intercept; /**< Where the line is at time 0; n points. */
    int64_t pairs;         /**< Pairs of points at different times: how many slopes the median is of. */
} hw_trend_line;

/** Whether two rankings agree, or a series rises or falls. */
typedef struct hw_rank_test {
    hw_estimate tau; /**< Kendall's tau-b, -1 to 1. */
    int64_t s;       /**< Concordant less discordant pairs. */
    double variance; /**< Of `s` if there were nothing to find, corrected for ties on both sides. */
    hw_estimate z;   /**< `s` in standard deviations. */
    hw_estimate p;   /**< Two-sided. */
    int32_t exact;   /**< 1: `p` was counted; 0: it is from the normal distribution. */
} hw_rank_test;

/** How little two phases overlap. */
typedef struct hw_overlap {
    hw_estimate nap;   /**< Share of pairs that improved, 0-1, 0.5 without any effect; n values of both. */
    hw_estimate tau;   /**< 2 NAP - 1, -1 to 1. */
    hw_estimate error; /**< Standard error of NAP, as SingleCaseES 0.7.4 has it (Sen 1967, Mee 1990). */
    double null_error; /**< Standard error of NAP if the phases did not differ; 0 when NAP is undefined. */
    int64_t before;    /**< Values before. */
    int64_t after;     /**< Values after. */
} hw_overlap;

/** When a trend in the baseline is taken out. */
typedef enum hw_correction {
    HW_CORRECTION_SIGNIFICANT =
        0,                /**< If its two-sided p is at most .05, of 5 points or more: as published. */
    HW_CORRECTION_ALWAYS, /**< Whenever there is a slope. */
    HW_CORRECTION_NEVER   /**< Not at all. */
} hw_correction;

/** The effect of a phase, with what was done about the trend before it. */
typedef struct hw_phase_effect {
    hw_rank_test effect;   /**< The phase against the values, corrected or not. */
    hw_rank_test baseline; /**< The trend of the baseline. */
    hw_trend_line line;    /**< The line of the baseline. */
    int32_t corrected;     /**< 1: the line was taken out; 0: it was not. */
} hw_phase_effect;

/** A share with its interval. */
typedef struct hw_proportion {
    hw_estimate share; /**< Successes / trials, 0-1. */
    double low;        /**< Lower end, 0-1; 0 when the share is undefined. */
    double high;       /**< Upper end, 0-1; 0 when the share is undefined. */
} hw_proportion;

/** The normal quantile for an interval of 95 %. */
#define HW_Z_95 1.959963984540054

/** The natural limits of a process: an XmR chart. */
typedef struct hw_xmr_limits {
    hw_estimate centre;      /**< Mean; n values. */
    hw_estimate lower;       /**< Lower limit; n moving ranges. */
    hw_estimate upper;       /**< Upper limit; n moving ranges. */
    hw_estimate mean_range;  /**< Mean moving range; n of them. */
    hw_estimate range_upper; /**< Upper limit of a moving range; n of them. */
} hw_xmr_limits;

/** What a control chart says of a value; bits. */
typedef enum hw_signal {
    HW_SIGNAL_NONE = 0,    /**< Nothing. */
    HW_SIGNAL_OUTSIDE = 1, /**< It is beyond a limit. */
    HW_SIGNAL_RUN = 2      /**< It is the eighth, or a later one, in a row on one side of the centre. */
} hw_signal;

/** A value of an exponentially weighted moving average, with its limits. */
typedef struct hw_ewma_point {
    hw_estimate average; /**< The average so far; n values so far. Undefined where the value is missing. */
    double lower;        /**< Lower limit; 0 when the average is undefined. */
    double upper;        /**< Upper limit; 0 when the average is undefined. */
    int32_t signal;      /**< HW_SIGNAL_OUTSIDE or HW_SIGNAL_NONE. */
} hw_ewma_point;

/** How much a value goes with the one before it. */
typedef struct hw_serial {
    hw_estimate r1;        /**< Lag-1 autocorrelation. */
    hw_estimate effective; /**< How many independent values would tell as much: n (1 - r1) / (1 + r1). */
} hw_serial;

/** The mean, correct to the last digit or nearly so. Undefined: NO_VALUES. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_mean(const double *values, size_t count, hw_estimate *mean, hw_error *err);

/** The median; of an even number the mean of the two in the middle. Undefined: NO_VALUES. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_median(const double *values, size_t count, hw_estimate *median, hw_error *err);

/** The line of Theil (1950) and Sen (1968): its slope is the median of the slopes between all points at
 *  different times, the very double that sorting them all would give. The intercept is the median of y -
 *  slope * t (as R's and Tarlow's programs do it; scipy's default is median(y) - slope * median(t), which
 *  differs). Undefined: NO_VALUES, TOO_FEW (one point), CONSTANT (all at one time). Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_RANGE (also a slope beyond all numbers), HW_ERR_MEMORY. Time grows as n log n, memory as n. Where
 *  very many slopes are equal but for their last digits (a straight line at broken times) they are all looked
 *  at, n^2 of them; beyond 33 million of these the last digits are those in the middle of a sample.
 *  @since 0.2 */
HW_API hw_status hw_theil_sen(const double *times, const double *values, size_t count, hw_trend_line *line,
                              hw_error *err);

/** The test of Mann (1945) and Kendall for a trend up or down. Pairs at one time count for nothing. `times`
 *  may be NULL: the values follow one another. z = (s - sign s) / sqrt(variance), and 0 if `s` is 0. Without
 *  ties and with at most 10 values p is counted over all orders, else it is from the normal distribution.
 *  z and p are undefined below 5 values (TOO_FEW: not even the clearest trend could reach .05) and when all
 *  are at one time (CONSTANT); of values that are all the same z is 0, p is 1 and tau is undefined. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_mann_kendall(const double *times, const double *values, size_t count, hw_rank_test *test,
                                 hw_error *err);

/** Kendall's tau-b (Kendall 1970), counted after Knight (1966): how far two things go together. z = s /
 *  sqrt(variance), without a correction for continuity; p as hw_mann_kendall(). z and p are undefined below 8
 *  values (TOO_FEW); all three when one side is constant (CONSTANT). Who tests several triggers at once must
 *  say how many. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_kendall_tau_b(const double *x, const double *y, size_t count, hw_rank_test *test,
                                  hw_error *err);

/** Spearman's rho: the correlation of ranks, ties at their mean rank. Undefined: NO_VALUES, TOO_FEW (one
 *  pair), CONSTANT. It has no p here; hw_kendall_tau_b() does. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_spearman(const double *x, const double *y, size_t count, hw_estimate *rho, hw_error *err);

/** Nonoverlap of all pairs (Parker and Vannest 2009): of all pairs of a value before and one after, the share
 *  that improved, ties for half. Undefined: NO_VALUES (a phase is empty), NOT_APPLICABLE (HW_BETTER_NEUTRAL);
 *  the error alone TOO_FEW (one value in a phase), or NOT_APPLICABLE (an estimate of its variance below 0).
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (also of `better`), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_nap(const double *before, size_t before_count, const double *after, size_t after_count,
                        hw_better better, hw_overlap *overlap, hw_error *err);

/** Baseline-corrected tau (Tarlow 2017): the first `baseline` points are the baseline, the others the phase.
 *  Tau-b of being in the phase against the values; from all of them the Theil-Sen line of the baseline may be
 *  taken first, and the result says whether it was. With few points in the baseline the line is uncertain and
 *  can turn the sign of the effect: show both. The sign is that of the values, whichever way is better. What
 *  is left beside the line and differs by rounding only counts as tied.
 *  Undefined as hw_kendall_tau_b(), NO_VALUES also when a phase is empty. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_RANGE (also `baseline` > `count`, `correction`), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_baseline_corrected_tau(const double *times, const double *values, size_t count,
                                           size_t baseline, hw_correction correction, hw_phase_effect *effect,
                                           hw_error *err);

/** The score interval of Wilson (1927) for a share; `z` as HW_Z_95, above 0 and up to 100. It takes the
 *  trials to be independent. Undefined: NO_VALUES (no trials). Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (a
 *  negative count, more successes than trials, z). @since 0.2 */
HW_API hw_status hw_wilson(int64_t successes, int64_t trials, double z, hw_proportion *proportion,
                           hw_error *err);

/** Limits of an XmR chart (Shewhart; NIST/SEMATECH e-Handbook 6.3.2.2): mean +/- 3 * mean moving range /
 *  1.128, and 3.267 * mean moving range. Over a missing value no moving range is formed. Limits can lie
 *  outside the scale: clamp them for display only. Fewer than 8 to 10 values give poor limits. Undefined:
 *  NO_VALUES; all but the centre TOO_FEW (no two neighbours). Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE.
 *  @since 0.2 */
HW_API hw_status hw_xmr(const double *values, size_t count, hw_xmr_limits *limits, hw_error *err);

/** Holds values against limits, of the same series or of an earlier part of it: `count` hw_signal bits, at
 *  each value. A value on the centre ends a run, a missing one is passed over. Limits that are undefined give
 *  no signals. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_xmr_signals(const hw_xmr_limits *limits, const double *values, size_t count,
                                int32_t *signals, hw_error *err);

/** The exponentially weighted moving average (Roberts 1959; NIST/SEMATECH e-Handbook 6.3.2.4): each value
 *  moves it by `weight` (above 0, up to 1), from `target`; limits target +/- width * sigma * sqrt(weight / (2
 *  - weight) * (1 - (1 - weight)^(2 i))), i values so far. `sigma` is the known standard deviation, 0 or
 *  more; `width` is 0 or more, 3 by custom. `points` takes `count` of them. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_ewma(const double *values, size_t count, double weight, double target, double sigma,
                         double width, hw_ewma_point *points, hw_error *err);

/** Lag-1 autocorrelation, as R's acf(): mean product of neighbours' deviations over the mean square, each sum
 *  with its own count; over a missing value no pair is formed, and what gaps would lead beyond -1 or 1 is
 *  held there. Low for short series. Undefined: NO_VALUES, TOO_FEW (below 3, or no two neighbours), CONSTANT;
 *  `effective` alone NOT_APPLICABLE at -1 and 1. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_autocorrelation(const double *values, size_t count, hw_serial *serial, hw_error *err);

/** The standard normal distribution: the share below `z`. Within 1e-15 of the true value, in the lower tail
 *  also within 1e-13 of it in relation to itself. 0 and 1 of infinities; NaN of NaN. @since 0.2 */
HW_API double hw_normal_cdf(double z);

#ifdef __cplusplus
}
#endif

#endif
