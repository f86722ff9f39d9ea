/* SPDX-License-Identifier: MIT */
/* Arrays for statistics: what may be read, without what is missing, in order, and the middle of it. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "progress/statistics.h"

bool hw__is_missing(double value)
{
    return value != value;
}

bool hw__is_in_range(double value)
{
    return hw__is_missing(value) || (value <= HW__STATISTICS_MOST && value >= -HW__STATISTICS_MOST);
}

hw_status hw__values_check(const double *values, size_t count, const char *name, hw_error *err)
{
    if (!values && count > 0) {
        return hw__null_argument(err, name);
    }
    if (count > UINT32_MAX) {
        return hw__fail(err, HW_ERR_RANGE, name, "at most %u values", UINT32_MAX);
    }
    for (size_t i = 0; i < count; i++) {
        if (!hw__is_in_range(values[i])) {
            return hw__fail(err, HW_ERR_RANGE, name, "value %zu is infinite or beyond 1e150", i);
        }
    }
    return HW_OK;
}

hw_status hw__pairs_load(hw__pairs *out, const double *x, const char *x_name, const double *y,
                         const char *y_name, size_t count, hw_error *err)
{
    hw_status status = hw__values_check(y, count, y_name, err);
    if (status == HW_OK && x_name) {
        status = hw__values_check(x, count, x_name, err);
    }
    if (status != HW_OK) {
        return status;
    }
    *out = (hw__pairs){.x = hw__zalloc(count > 0 ? count : 1, 2 * sizeof *out->x)};
    if (!out->x) {
        return hw__no_memory(err);
    }
    out->y = out->x + count;
    for (size_t i = 0; i < count; i++) {
        if (!hw__is_missing(y[i]) && !(x && hw__is_missing(x[i]))) {
            out->x[out->count] = x ? x[i] : (double)out->count;
            out->y[out->count++] = y[i];
        }
    }
    return HW_OK;
}

void hw__pairs_free(hw__pairs *pairs)
{
    hw__free(pairs->x);
    *pairs = (hw__pairs){0};
}

double *hw__present(const double *values, size_t count, size_t *kept)
{
    double *out = hw__zalloc(count > 0 ? count : 1, sizeof *out);
    *kept = 0;
    for (size_t i = 0; out && i < count; i++) {
        if (!hw__is_missing(values[i])) {
            out[(*kept)++] = values[i];
        }
    }
    return out;
}

/* ---- order ---- */

#define RUN 8 /* sorted by insertion before merging begins */

static uint64_t sort_run(hw__keyed *items, size_t count)
{
    uint64_t moves = 0;
    for (size_t i = 1; i < count; i++) {
        hw__keyed item = items[i];
        size_t to = i;
        for (; to > 0 && item.key < items[to - 1].key; to--) {
            items[to] = items[to - 1];
        }
        items[to] = item;
        moves += i - to;
    }
    return moves;
}

/* Two sorted halves into one; the pairs out of order are, for each item of the right, what is left of the
 * left when it is taken. */
static uint64_t merge(const hw__keyed *from, size_t left, size_t count, hw__keyed *to)
{
    const hw__keyed *a = from, *a_end = from + left, *b = a_end, *b_end = from + count;
    uint64_t inversions = 0;
    while (a < a_end && b < b_end) {
        if (b->key < a->key) {
            inversions += (uint64_t)(a_end - a);
            *to++ = *b++;
        } else {
            *to++ = *a++;
        }
    }
    memcpy(to, a, (size_t)(a_end - a) * sizeof *a);
    memcpy(to + (a_end - a), b, (size_t)(b_end - b) * sizeof *b);
    return inversions;
}

uint64_t hw__sort_keyed(hw__keyed *items, hw__keyed *spare, size_t count)
{
    uint64_t inversions = 0;
    for (size_t i = 0; i < count; i += RUN) {
        inversions += sort_run(items + i, count - i < RUN ? count - i : RUN);
    }
    hw__keyed *from = items, *to = spare;
    for (size_t width = RUN; width < count; width *= 2) {
        for (size_t i = 0; i < count; i += 2 * width) {
            size_t both = count - i < 2 * width ? count - i : 2 * width;
            inversions += merge(from + i, both < width ? both : width, both, to + i);
        }
        hw__keyed *other = from;
        from = to;
        to = other;
    }
    if (from != items) {
        memcpy(items, from, count * sizeof *items);
    }
    return inversions;
}

/* ---- selection ---- */

static void swap(double *a, double *b)
{
    double held = *a;
    *a = *b;
    *b = held;
}

/* The middle one of the first, middle and last element goes to `low`. */
static void pivot_to_low(double *v, size_t low, size_t high)
{
    size_t middle = low + (high - low) / 2;
    if (v[high] < v[middle]) {
        swap(&v[high], &v[middle]);
    }
    if (v[middle] < v[low]) {
        swap(&v[middle], &v[low]);
    }
    if (v[high] < v[middle]) {
        swap(&v[high], &v[middle]);
    }
    swap(&v[low], &v[middle]);
}

static void sift(double *v, size_t root, size_t count)
{
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && v[child] < v[child + 1]) {
            child++;
        }
        if (!(v[root] < v[child])) {
            return;
        }
        swap(&v[root], &v[child]);
    }
}

/* By a heap: slower, but never quadratic. */
static void sort_doubles(double *v, size_t count)
{
    for (size_t root = count / 2; root-- > 0;) {
        sift(v, root, count);
    }
    for (size_t end = count; end-- > 1;) {
        swap(&v[0], &v[end]);
        sift(v, 0, end);
    }
}

double hw__select(double *values, size_t count, size_t rank)
{
    size_t low = 0, high = count - 1;
    for (size_t work = 8 * count; low < high; work -= high - low) {
        if (work < high - low) {
            sort_doubles(values + low, high - low + 1);
            break;
        }
        pivot_to_low(values, low, high);
        double pivot = values[low];
        size_t i = low, j = high + 1;
        for (;;) {
            while (values[++i] < pivot && i < high) {
            }
            while (pivot < values[--j]) {
            }
            if (i >= j) {
                break;
            }
            swap(&values[i], &values[j]);
        }
        swap(&values[low], &values[j]);
        if (j >= rank) {
            high = j > rank ? j - 1 : j;
        }
        if (j <= rank) {
            low = j < rank ? j + 1 : j;
        }
    }
    return values[rank];
}

double hw__median(double *values, size_t count)
{
    double upper = hw__select(values, count, count / 2);
    if (count % 2 == 1) {
        return upper;
    }
    double lower = values[0];
    for (size_t i = 1; i < count / 2; i++) {
        lower = values[i] > lower ? values[i] : lower;
    }
    return (lower + upper) / 2;
}
