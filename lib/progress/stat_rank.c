/* SPDX-License-Identifier: MIT */
/* Whether two columns rise and fall together: Kendall's tests, and Spearman's rho. Discordant pairs are the
 * inversions that a merge sort counts (Knight 1966). */
#include "base/alloc.h"
#include "base/fail.h"
#include "base/root.h"
#include "progress/statistics.h"

/* What the groups of equal values of a column come to, each group of t: n pairs of equals, and the sums that
 * the variance needs. */
typedef struct ties {
    uint64_t pairs;          /* t (t - 1) / 2 */
    double twos, threes, vs; /* t (t - 1), t (t - 1) (t - 2), t (t - 1) (2 t + 5) */
} ties;

static void add_group(ties *all, uint64_t t)
{
    double d = (double)t;
    all->pairs += t * (t - 1) / 2;
    all->twos += d * (d - 1);
    all->threes += d * (d - 1) * (d - 2);
    all->vs += d * (d - 1) * (2 * d + 5);
}

static ties ties_of(const hw__keyed *sorted, size_t count)
{
    ties all = {0};
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && sorted[end].key == sorted[i].key; end++) {
        }
        add_group(&all, end - i);
    }
    return all;
}

/* Pairs that are equal on both sides, of rows in order of x, then y. */
static uint64_t double_ties(const hw__keyed *by_x, const double *y, size_t count)
{
    uint64_t pairs = 0;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && by_x[end].key == by_x[i].key && y[by_x[end].at] == y[by_x[i].at];
             end++) {
        }
        pairs += (uint64_t)(end - i) * (end - i - 1) / 2;
    }
    return pairs;
}

typedef struct counted {
    ties x, y;
    uint64_t pairs;
    int64_t s;
} counted;

/* `items` and `spare` hold as many as there are pairs. */
static counted count_pairs(const hw__pairs *pairs, hw__keyed *items, hw__keyed *spare)
{
    size_t n = pairs->count;
    counted out = {.pairs = (uint64_t)n * (n - (n > 0)) / 2};
    for (size_t i = 0; i < n; i++) {
        items[i] = (hw__keyed){.key = pairs->y[i], .at = (uint32_t)i};
    }
    hw__sort_keyed(items, spare, n);
    out.y = ties_of(items, n);
    for (size_t i = 0; i < n; i++) {
        items[i].key = pairs->x[items[i].at];
    }
    hw__sort_keyed(items, spare, n);
    out.x = ties_of(items, n);
    uint64_t both = double_ties(items, pairs->y, n);
    for (size_t i = 0; i < n; i++) {
        items[i].key = pairs->y[items[i].at];
    }
    uint64_t discordant = hw__sort_keyed(items, spare, n);
    out.s = (int64_t)(out.pairs - out.x.pairs - out.y.pairs + both) - 2 * (int64_t)discordant;
    return out;
}

static double variance_of(const counted *c, double n)
{
    double variance = (n * (n - 1) * (2 * n + 5) - c->x.vs - c->y.vs) / 18;
    if (n > 1) {
        variance += c->x.twos * c->y.twos / (2 * n * (n - 1));
    }
    if (n > 2) {
        variance += c->x.threes * c->y.threes / (9 * n * (n - 1) * (n - 2));
    }
    return variance > 0 ? variance : 0;
}

#define MOST_COUNTED 10

/* The share of all orders of n values whose |s| is at least that: the orders with k inversions are counted
 * value by value, the next one adding 0 to m of them. */
static double counted_p(int n, int64_t s)
{
    int64_t orders[MOST_COUNTED * (MOST_COUNTED - 1) / 2 + 1] = {1}, all = 1, far = 0;
    int pairs = 0;
    for (int m = 1; m < n; m++) {
        pairs += m;
        all *= m + 1;
        for (int k = pairs; k >= 0; k--) {
            for (int added = 1; added <= m && added <= k; added++) {
                orders[k] += orders[k - added];
            }
        }
    }
    for (int k = 0; k <= pairs; k++) {
        int64_t distance = pairs - 2 * k;
        far += (distance < 0 ? -distance : distance) >= (s < 0 ? -s : s) ? orders[k] : 0;
    }
    return (double)far / (double)all;
}

static void set_significance(hw_rank_test *out, const counted *c, size_t n, hw__rank_rule rule)
{
    double s = (double)out->s;
    double z = 0;
    if (out->s != 0) { /* then there is a variance */
        double corrected = rule.continuity ? s - (s > 0 ? 1 : -1) : s;
        z = corrected / hw__sqrt(out->variance);
    }
    out->exact = n <= MOST_COUNTED && c->x.pairs == 0 && c->y.pairs == 0;
    out->z = hw__estimate(z, (int64_t)n);
    out->p =
        hw__estimate(out->exact ? counted_p((int)n, out->s) : 2 * hw_normal_cdf(z < 0 ? z : -z), (int64_t)n);
}

static hw_rank_test judge(const counted *c, size_t n, hw__rank_rule rule)
{
    hw_rank_test out = {.s = c->s, .variance = variance_of(c, (double)n)};
    uint64_t by_x = c->pairs - c->x.pairs, by_y = c->pairs - c->y.pairs;
    hw_undefined reason = n == 0                                         ? HW_UNDEFINED_NO_VALUES
                          : n < rule.least                               ? HW_UNDEFINED_TOO_FEW
                          : by_x == 0 || (by_y == 0 && !rule.continuity) ? HW_UNDEFINED_CONSTANT
                                                                         : HW_UNDEFINED_NOT;
    if (by_x > 0 && by_y > 0) {
        double a = (double)by_x, b = (double)by_y;
        double tau = a == b ? (double)c->s / a : (double)c->s / (hw__sqrt(a) * hw__sqrt(b));
        out.tau = hw__estimate(tau, (int64_t)n);
    } else {
        out.tau = hw__no_estimate((int64_t)n, n == 0   ? HW_UNDEFINED_NO_VALUES
                                              : n == 1 ? HW_UNDEFINED_TOO_FEW
                                                       : HW_UNDEFINED_CONSTANT);
    }
    if (reason == HW_UNDEFINED_NOT) {
        set_significance(&out, c, n, rule);
    } else {
        out.z = hw__no_estimate((int64_t)n, reason);
        out.p = out.z;
    }
    return out;
}

hw_status hw__rank_test(const hw__pairs *pairs, hw__rank_rule rule, hw_rank_test *out, hw_error *err)
{
    size_t n = pairs->count;
    hw__keyed *items = hw__zalloc(n > 0 ? n : 1, 2 * sizeof *items);
    if (!items) {
        return hw__no_memory(err);
    }
    counted c = count_pairs(pairs, items, items + n);
    hw__free(items);
    *out = judge(&c, n, rule);
    return hw__ok(err);
}

static hw_status test_columns(const double *x, const char *x_name, const double *y, const char *y_name,
                              size_t count, hw__rank_rule rule, hw_rank_test *out, hw_error *err)
{
    hw__pairs pairs;
    if (!out) {
        return hw__null_argument(err, "test");
    }
    hw_status status = hw__pairs_load(&pairs, x, x_name, y, y_name, count, err);
    if (status == HW_OK) {
        status = hw__rank_test(&pairs, rule, out, err);
        hw__pairs_free(&pairs);
    }
    return status;
}

hw_status hw_mann_kendall(const double *times, const double *values, size_t count, hw_rank_test *test,
                          hw_error *err)
{
    return test_columns(times, times ? "times" : NULL, values, "values", count,
                        (hw__rank_rule){.least = 5, .continuity = true}, test, err);
}

hw_status hw_kendall_tau_b(const double *x, const double *y, size_t count, hw_rank_test *test, hw_error *err)
{
    return test_columns(x, "x", y, "y", count, (hw__rank_rule){.least = 8}, test, err);
}

/* ---- Spearman ---- */

/* Each value becomes twice its mid-rank less n + 1: an integer, and the mean of all is 0. */
static void centre_ranks(double *values, size_t count, hw__keyed *items, hw__keyed *spare)
{
    for (size_t i = 0; i < count; i++) {
        items[i] = (hw__keyed){.key = values[i], .at = (uint32_t)i};
    }
    hw__sort_keyed(items, spare, count);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && items[end].key == items[i].key; end++) {
        }
        for (size_t k = i; k < end; k++) {
            values[items[k].at] = (double)(i + end) - (double)count;
        }
    }
}

/* The correlation of what is centred already. */
static hw_estimate correlate(const hw__pairs *pairs)
{
    double xy = 0, xx = 0, yy = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        xy += pairs->x[i] * pairs->y[i];
        xx += pairs->x[i] * pairs->x[i];
        yy += pairs->y[i] * pairs->y[i];
    }
    int64_t n = (int64_t)pairs->count;
    if (n < 2) {
        return hw__no_estimate(n, n == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_TOO_FEW);
    }
    if (xx == 0 || yy == 0) {
        return hw__no_estimate(n, HW_UNDEFINED_CONSTANT);
    }
    return hw__estimate(xx == yy ? xy / xx : xy / (hw__sqrt(xx) * hw__sqrt(yy)), n);
}

hw_status hw_spearman(const double *x, const double *y, size_t count, hw_estimate *rho, hw_error *err)
{
    hw__pairs pairs;
    if (!rho) {
        return hw__null_argument(err, "rho");
    }
    hw_status status = hw__pairs_load(&pairs, x, "x", y, "y", count, err);
    if (status != HW_OK) {
        return status;
    }
    size_t n = pairs.count;
    hw__keyed *items = hw__zalloc(n > 0 ? n : 1, 2 * sizeof *items);
    if (items) {
        centre_ranks(pairs.x, n, items, items + n);
        centre_ranks(pairs.y, n, items, items + n);
        *rho = correlate(&pairs);
    }
    hw__free(items);
    hw__pairs_free(&pairs);
    return items ? hw__ok(err) : hw__no_memory(err);
}
