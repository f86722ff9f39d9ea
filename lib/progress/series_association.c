/* SPDX-License-Identifier: MIT */
/* Do two things go together, day by day? */
#include <stdlib.h>

#include "base/fail.h"
#include "progress/one_series.h"
#include "time/civil.h"

typedef struct day_value {
    int32_t day, count;
    double value; /* the sum; then the mean */
} day_value;

typedef struct day_values {
    day_value *items;
    size_t count;
} day_values;

static int compare_days(const void *a, const void *b)
{
    const day_value *left = a, *right = b;
    return left->day < right->day ? -1 : left->day > right->day;
}

/* The mean of each day that has values, by day. False without memory. */
static bool gather(const hw_series *series, day_values *out)
{
    size_t all = series->rows.count - series->counted;
    bool is_sorted = true;
    out->items = hw__alloc(all * sizeof *out->items);
    if (!out->items) {
        return false;
    }
    for (size_t i = 0; i < all; i++) {
        const hw__series_value *row = &series->rows.items[series->counted + i];
        out->items[i] = (day_value){row->day, 1, row->value};
        is_sorted = is_sorted && (i == 0 || out->items[i - 1].day <= row->day);
    }
    if (!is_sorted) { /* who travels can go back to yesterday */
        qsort(out->items, all, sizeof *out->items, compare_days);
    }
    for (size_t i = 0; i < all; i++) {
        day_value *last = out->count > 0 ? &out->items[out->count - 1] : NULL;
        if (last && last->day == out->items[i].day) {
            last->value += out->items[i].value;
            last->count++;
        } else {
            out->items[out->count++] = out->items[i];
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].value /= out->items[i].count;
    }
    return true;
}

/* Why the values of a series cannot be held against anything. */
static hw_undefined reason(const hw_series *series)
{
    return series->rows.count == series->counted ? HW_UNDEFINED_NO_VALUES : series->comparable;
}

static hw_rank_test undefined_test(hw_undefined why)
{
    hw_estimate none = {.undefined = (int32_t)why};
    return (hw_rank_test){.tau = none, .z = none, .p = none};
}

/* The days that both have. */
static hw_status associate(const day_values *a, const day_values *b, hw_rank_test *test, hw_error *err)
{
    size_t room = a->count < b->count ? a->count : b->count, count = 0;
    double *numbers = hw__alloc(2 * room * sizeof *numbers);
    if (!numbers) {
        return hw__no_memory(err);
    }
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        int order = compare_days(&a->items[i], &b->items[k]);
        if (order == 0) {
            numbers[count] = a->items[i].value;
            numbers[room + count++] = b->items[k].value;
        }
        i += order <= 0;
        k += order >= 0;
    }
    hw_status status = hw_kendall_tau_b(numbers, numbers + room, count, test, err);
    hw__free(numbers);
    return status;
}

hw_status hw_series_association(const hw_series *series, const hw_series *other, hw_rank_test *test,
                                hw_error *err)
{
    if (!series || !other || !test) {
        return hw__null_argument(err, !series ? "series" : other ? "test" : "other");
    }
    hw_undefined why = reason(series) != HW_UNDEFINED_NOT ? reason(series) : reason(other);
    if (why != HW_UNDEFINED_NOT) {
        *test = undefined_test(why);
        return hw__ok(err);
    }
    day_values a = {0}, b = {0};
    hw_status status =
        gather(series, &a) && gather(other, &b) ? associate(&a, &b, test, err) : hw__no_memory(err);
    hw__free(a.items);
    hw__free(b.items);
    return status;
}

/* Makes the days of a series, each 1 if it is one of those given, else 0. */
static bool mark_days(const day_values *all, const hw_date *days, size_t count, day_values *out)
{
    day_value *given = hw__alloc(count * sizeof *given);
    out->items = hw__alloc(all->count * sizeof *out->items);
    if (!given || !out->items) {
        hw__free(given);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        given[i] = (day_value){.day = hw__day_from_date(days[i])};
    }
    qsort(given, count, sizeof *given, compare_days);
    out->count = all->count;
    for (size_t i = 0, k = 0; i < all->count; i++) {
        while (k < count && given[k].day < all->items[i].day) {
            k++;
        }
        bool is_given = k < count && given[k].day == all->items[i].day;
        out->items[i] = (day_value){all->items[i].day, 1, is_given};
    }
    hw__free(given);
    return true;
}

hw_status hw_series_day_association(const hw_series *series, const hw_date *days, size_t count,
                                    hw_rank_test *test, hw_error *err)
{
    if (!series || (!days && count > 0) || !test) {
        return hw__null_argument(err, !series ? "series" : test ? "days" : "test");
    }
    for (size_t i = 0; i < count; i++) {
        if (!hw_date_is_valid(days[i])) {
            return hw__fail(err, HW_ERR_ARGUMENT, "days", "there is no such day");
        }
    }
    if (reason(series) != HW_UNDEFINED_NOT) {
        *test = undefined_test(reason(series));
        return hw__ok(err);
    }
    day_values all = {0}, marks = {0};
    hw_status status = gather(series, &all) && mark_days(&all, days, count, &marks)
                           ? associate(&marks, &all, test, err)
                           : hw__no_memory(err);
    hw__free(all.items);
    hw__free(marks.items);
    return status;
}
