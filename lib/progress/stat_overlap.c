/* SPDX-License-Identifier: MIT */
/* What changed between two phases: nonoverlap of all pairs, and baseline-corrected tau. */
#include "base/alloc.h"
#include "base/fail.h"
#include "base/root.h"
#include "progress/statistics.h"

/* ---- nonoverlap of all pairs ---- */

/* Over all pairs of one of `m` and one of `n`; a pair counts 2 if it improved and 1 if it is tied. The sums
 * are of whole numbers, so in any order they are the same. */
typedef struct wins {
    double all;     /* of all pairs */
    double squares; /* of their squares */
    double rows;    /* of the squares of what each one of m wins, and ... */
    double columns; /* ... each one of n */
} wins;

/* In ascending order, each value of `mine` against all of `others`: how many of those are greater, and twice
 * that plus those that are equal. `up`: greater is better for this side. */
static double count_side(const hw__keyed *mine, size_t m, const hw__keyed *others, size_t n, bool up,
                         wins *sums)
{
    double squares = 0;
    size_t less = 0, not_greater = 0;
    for (size_t i = 0; i < m; i++) {
        for (; less < n && others[less].key < mine[i].key; less++) {
        }
        for (; not_greater < n && others[not_greater].key <= mine[i].key; not_greater++) {
        }
        double won = 2 * (double)(up ? n - not_greater : less), tied = (double)(not_greater - less);
        sums->all += won + tied;
        sums->squares += 2 * won + tied;
        squares += (won + tied) * (won + tied);
    }
    return squares;
}

static void set_errors(hw_overlap *out, const wins *sums, double m, double n)
{
    double pairs = m * n, nap = out->nap.value, least = 0.5 / pairs;
    double kept = nap < least ? least : nap > 1 - least ? 1 - least : nap;
    double q1 = sums->rows / (4 * pairs * n) - nap * nap, q2 = sums->columns / (4 * pairs * m) - nap * nap;
    double q3 = sums->squares / (4 * pairs) - nap * nap;
    out->null_error = hw__sqrt((m + n + 1) / (12 * pairs));
    if (m < 2 || n < 2) {
        out->error = hw__no_estimate(out->nap.n, HW_UNDEFINED_TOO_FEW);
        return;
    }
    double variance = (kept * (1 - kept) + n * q1 + m * q2 - 2 * q3) / ((m - 1) * (n - 1));
    out->error = variance < 0 ? hw__no_estimate(out->nap.n, HW_UNDEFINED_NOT_APPLICABLE)
                              : hw__estimate(hw__sqrt(variance), out->nap.n);
}

/* `before` and `after` are in ascending order. */
static hw_overlap overlap_of(const hw__keyed *before, size_t m, const hw__keyed *after, size_t n,
                             hw_better better)
{
    hw_overlap out = {.before = (int64_t)m, .after = (int64_t)n};
    int64_t count = out.before + out.after;
    if (m == 0 || n == 0 || better == HW_BETTER_NEUTRAL) {
        hw_undefined why = m == 0 || n == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_NOT_APPLICABLE;
        out.nap = hw__no_estimate(count, why);
        out.tau = out.nap;
        out.error = out.nap;
        return out;
    }
    wins sums = {0}, twice = {0};
    sums.rows = count_side(before, m, after, n, better == HW_BETTER_HIGHER, &sums);
    sums.columns = count_side(after, n, before, m, better == HW_BETTER_LOWER, &twice);
    double pairs = (double)m * (double)n;
    out.nap = hw__estimate(sums.all / (2 * pairs), count);
    out.tau = hw__estimate((sums.all - pairs) / pairs, count);
    set_errors(&out, &sums, (double)m, (double)n);
    return out;
}

static size_t load_side(hw__keyed *items, hw__keyed *spare, const double *values, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (!hw__is_missing(values[i])) {
            items[kept++] = (hw__keyed){.key = values[i]};
        }
    }
    hw__sort_keyed(items, spare, kept);
    return kept;
}

hw_status hw_nap(const double *before, size_t before_count, const double *after, size_t after_count,
                 hw_better better, hw_overlap *overlap, hw_error *err)
{
    if (!overlap) {
        return hw__null_argument(err, "overlap");
    }
    hw_status status = hw__values_check(before, before_count, "before", err);
    if (status == HW_OK) {
        status = hw__values_check(after, after_count, "after", err);
    }
    if (status == HW_OK && ((int)better < HW_BETTER_NEUTRAL || better > HW_BETTER_LOWER)) {
        status = hw__fail(err, HW_ERR_RANGE, "better", "there is no direction %d", (int)better);
    }
    if (status != HW_OK) {
        return status;
    }
    size_t all = before_count + after_count;
    hw__keyed *items = hw__zalloc(all > 0 ? all : 1, 2 * sizeof *items);
    if (!items) {
        return hw__no_memory(err);
    }
    size_t m = load_side(items, items + all, before, before_count);
    size_t n = load_side(items + before_count, items + all, after, after_count);
    *overlap = overlap_of(items, m, items + before_count, n, better);
    hw__free(items);
    return hw__ok(err);
}

/* ---- baseline-corrected tau ---- */

static bool is_to_be_corrected(const hw_phase_effect *effect, hw_correction correction)
{
    if (effect->line.slope.undefined != HW_UNDEFINED_NOT) {
        return false;
    }
    return correction == HW_CORRECTION_ALWAYS ||
           (correction == HW_CORRECTION_SIGNIFICANT && effect->baseline.p.undefined == HW_UNDEFINED_NOT &&
            effect->baseline.p.value <= 0.05);
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

#define NOISE 0x1p-48 /* of the largest number that a rest comes from: more than all its roundings */

/* What is left of the values when the line has been taken out. Rests that differ by rounding only are made the same:
 * else the last digits of points that all lie on the line would tell an effect. */
static hw_status take_out(hw__pairs *points, const hw_trend_line *line, hw_error *err)
{
    size_t n = points->count;
    double most = 0, last = 0;
    hw__keyed *items = hw__zalloc(n > 0 ? n : 1, 2 * sizeof *items);
    if (!items) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < n; i++) {
        double rise = line->slope.value * points->x[i];
        double size = size_of(points->y[i]) + size_of(rise) + size_of(line->intercept.value);
        most = size > most ? size : most;
        points->y[i] -= line->intercept.value + rise;
        items[i] = (hw__keyed){.key = points->y[i], .at = (uint32_t)i};
    }
    hw__sort_keyed(items, items + n, n);
    for (size_t i = 0; i < n; i++) {
        bool is_same = i > 0 && items[i].key - items[i - 1].key <= NOISE * most;
        last = is_same ? last : items[i].key;
        points->y[items[i].at] = last;
    }
    hw__free(items);
    return HW_OK;
}

/* The times become phases, 0 and 1, when the line has been taken out. */
static hw_status compare_phases(hw__pairs *points, size_t baseline, hw_correction correction,
                                hw_phase_effect *out, hw_error *err)
{
    hw__pairs before = {.x = points->x, .y = points->y, .count = baseline};
    hw_status status = hw__rank_test(&before, (hw__rank_rule){.least = 5}, &out->baseline, err);
    if (status == HW_OK) {
        status = hw__theil_sen(&before, &out->line, err);
    }
    if (status != HW_OK) {
        return status;
    }
    out->corrected = is_to_be_corrected(out, correction);
    status = out->corrected ? take_out(points, &out->line, err) : HW_OK;
    if (status != HW_OK) {
        return status;
    }
    for (size_t i = 0; i < points->count; i++) {
        points->x[i] = i < baseline ? 0 : 1;
    }
    status = hw__rank_test(points, (hw__rank_rule){.least = 8}, &out->effect, err);
    if (status == HW_OK && (baseline == 0 || baseline == points->count)) {
        out->effect.tau = hw__no_estimate((int64_t)points->count, HW_UNDEFINED_NO_VALUES);
        out->effect.z = out->effect.tau;
        out->effect.p = out->effect.tau;
    }
    return status;
}

hw_status hw_baseline_corrected_tau(const double *times, const double *values, size_t count, size_t baseline,
                                    hw_correction correction, hw_phase_effect *effect, hw_error *err)
{
    hw__pairs points;
    hw_phase_effect out = {0};
    if (!effect) {
        return hw__null_argument(err, "effect");
    }
    if (baseline > count) {
        return hw__fail(err, HW_ERR_RANGE, "baseline", "%zu points in a baseline of %zu", baseline, count);
    }
    if ((int)correction < HW_CORRECTION_SIGNIFICANT || correction > HW_CORRECTION_NEVER) {
        return hw__fail(err, HW_ERR_RANGE, "correction", "there is no correction %d", (int)correction);
    }
    hw_status status = hw__pairs_load(&points, times, "times", values, "values", count, err);
    if (status != HW_OK) {
        return status;
    }
    size_t kept = baseline;
    for (size_t i = 0; i < baseline; i++) {
        kept -= hw__is_missing(times[i]) || hw__is_missing(values[i]);
    }
    status = compare_phases(&points, kept, correction, &out, err);
    hw__pairs_free(&points);
    if (status == HW_OK) {
        *effect = out;
    }
    return status;
}
