/* SPDX-License-Identifier: MIT */
/* The figures of the rows of a quantity: of all of them, and of each item. */
#include <math.h>
#include <stdlib.h>

#include "progress/practice.h"

#define SECONDS_A_DAY 86400.0
#define DAYS_A_WEEK 7

/* The rows of a summary, as arrays; NaN where a row has no such number. */
typedef struct columns {
    double *days, *before, *after, *difference, *fraction, *halved;
    size_t count;
    bool is_one_scale, is_one_kind; /* means of the same ratings */
} columns;

#define ARRAYS 6

typedef struct place {
    uint8_t quantity;
    int32_t item;
    uint32_t row;
} place;

static int compare(const void *a, const void *b)
{
    const place *left = a, *right = b;
    if (left->quantity != right->quantity) {
        return left->quantity < right->quantity ? -1 : 1;
    }
    if (left->item != right->item) {
        return left->item < right->item ? -1 : 1;
    }
    return left->row < right->row ? -1 : left->row > right->row;
}

static bool is_pair(const hw__quantity *quantity)
{
    return quantity->read == HW__READ_PAIR || quantity->read == HW__READ_MEANS;
}

bool hw__figure_applies(const hw__quantity *quantity, hw_practice_figure figure)
{
    bool has_two = is_pair(quantity) || quantity->read >= HW__READ_BETWEEN;
    switch (figure) {
    case HW_FIGURE_BEFORE_MEAN:
    case HW_FIGURE_DIFFERENCE_MEAN:
    case HW_FIGURE_DIFFERENCE_MEDIAN:
        return has_two;
    case HW_FIGURE_FRACTION_MEAN:
    case HW_FIGURE_HALVED:
        return quantity->is_share;
    default:
        return figure < HW_FIGURE_COUNT;
    }
}

static double value_of(hw_estimate estimate)
{
    return estimate.undefined == HW_UNDEFINED_NOT ? estimate.value : (double)NAN;
}

static void fill(columns *out, const hw_practices *practices, const place *places, size_t count)
{
    const hw__practice_row *rows = practices->rows.items;
    const hw__practice_row *first = &rows[places[0].row];
    out->count = count;
    out->is_one_scale = first->range != HW__OTHER_RANGE;
    out->is_one_kind = true;
    for (size_t i = 0; i < count; i++) {
        const hw__practice_row *row = &rows[places[i].row];
        out->is_one_scale = out->is_one_scale && row->range == first->range;
        out->is_one_kind = out->is_one_kind && row->parts == first->parts;
        out->days[i] = (double)(row->at - first->at) / SECONDS_A_DAY;
        out->before[i] = row->before;
        out->after[i] = row->after;
        out->difference[i] = value_of(row->difference);
        out->fraction[i] = value_of(row->fraction);
        out->halved[i] = row->fraction.undefined == HW_UNDEFINED_NOT ? row->is_halved : (double)NAN;
    }
}

static hw_status read_slope(const columns *of, const double *values, hw_estimate *out)
{
    hw_trend_line line;
    hw_status status = hw_theil_sen(of->days, values, of->count, &line, NULL);
    if (status == HW_OK) {
        *out = line.slope;
        out->value *= DAYS_A_WEEK;
    }
    return status;
}

static hw_status read_figure(const columns *of, const hw__quantity *quantity, hw_practice_figure figure,
                             hw_estimate *out)
{
    switch (figure) {
    case HW_FIGURE_BEFORE_MEAN:
        return hw_mean(of->before, of->count, out, NULL);
    case HW_FIGURE_AFTER_MEAN:
        return hw_mean(of->after, of->count, out, NULL);
    case HW_FIGURE_AFTER_MEDIAN:
        return hw_median(of->after, of->count, out, NULL);
    case HW_FIGURE_DIFFERENCE_MEAN:
        return hw_mean(of->difference, of->count, out, NULL);
    case HW_FIGURE_DIFFERENCE_MEDIAN:
        return hw_median(of->difference, of->count, out, NULL);
    case HW_FIGURE_FRACTION_MEAN:
        return hw_mean(of->fraction, of->count, out, NULL);
    case HW_FIGURE_HALVED:
        return hw_mean(of->halved, of->count, out, NULL);
    default:
        return read_slope(of, is_pair(quantity) ? of->difference : of->after, out);
    }
}

/* Shares of a peak are comparable whatever the scale. */
static bool needs_one_scale(hw_practice_figure figure)
{
    return figure != HW_FIGURE_FRACTION_MEAN && figure != HW_FIGURE_HALVED;
}

/* Differences are of the same ratings already, row by row. */
static bool needs_one_kind(hw_practice_figure figure)
{
    return figure == HW_FIGURE_BEFORE_MEAN || figure == HW_FIGURE_AFTER_MEAN ||
           figure == HW_FIGURE_AFTER_MEDIAN || figure == HW_FIGURE_SLOPE;
}

static bool add_summary(hw_practices *practices, columns *room, const place *places, size_t count,
                        int32_t item)
{
    hw__practice_summary made = {.quantity = places[0].quantity, .item = item, .rows = count};
    const hw__quantity *quantity = &hw__quantities[made.quantity];
    fill(room, practices, places, count);
    for (int f = 0; f < HW_FIGURE_COUNT; f++) {
        hw_estimate *out = &made.figures[f];
        if (!hw__figure_applies(quantity, (hw_practice_figure)f)) {
            out->undefined = HW_UNDEFINED_NOT_APPLICABLE;
        } else if (read_figure(room, quantity, (hw_practice_figure)f, out) != HW_OK) {
            return false;
        } else if (!room->is_one_scale && needs_one_scale((hw_practice_figure)f) && out->n > 0) {
            out->value = 0;
            out->undefined = HW_UNDEFINED_RANGE_CHANGED;
        } else if (!room->is_one_kind && needs_one_kind((hw_practice_figure)f) && out->n > 0) {
            out->value = 0;
            out->undefined = HW_UNDEFINED_NOT_APPLICABLE;
        }
    }
    return hw__vec_push(&practices->summaries, made);
}

/* The rows of one quantity, by item: first all of them in the order of time, then each item. */
static bool sum_up_quantity(hw_practices *practices, columns *room, place *places, size_t count)
{
    bool good = true;
    if (!hw__quantities[places[0].quantity].by_item) {
        place *all = hw__alloc(count * sizeof *all);
        for (size_t i = 0; all && i < count; i++) {
            all[i] = (place){places[i].quantity, 0, places[i].row};
        }
        if (all) {
            qsort(all, count, sizeof *all, compare);
        }
        good = all && add_summary(practices, room, all, count, 0);
        hw__free(all);
    }
    for (size_t first = 0, next; good && first < count; first = next) {
        next = first + 1;
        while (next < count && places[next].item == places[first].item) {
            next++;
        }
        good = places[first].item == 0 ||
               add_summary(practices, room, &places[first], next - first, places[first].item);
    }
    return good;
}

static bool sum_up(hw_practices *practices, columns *room, place *places)
{
    size_t count = practices->rows.count;
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        const hw__practice_row *row = &practices->rows.items[i];
        places[i] = (place){row->quantity, row->item, (uint32_t)i};
    }
    qsort(places, count, sizeof *places, compare);
    for (size_t first = 0, next; good && first < count; first = next) {
        next = first + 1;
        while (next < count && places[next].quantity == places[first].quantity) {
            next++;
        }
        good = sum_up_quantity(practices, room, &places[first], next - first);
    }
    return good;
}

bool hw__practice_sum_up(hw_practices *practices)
{
    size_t count = practices->rows.count;
    place *places = hw__alloc(count * sizeof *places);
    double *numbers = hw__zalloc(count, ARRAYS * sizeof *numbers);
    columns room = {0};
    if (numbers) {
        room = (columns){.days = numbers,
                         .before = numbers + count,
                         .after = numbers + 2 * count,
                         .difference = numbers + 3 * count,
                         .fraction = numbers + 4 * count,
                         .halved = numbers + 5 * count};
    }
    bool good = places && numbers && sum_up(practices, &room, places);
    hw__free(places);
    hw__free(numbers);
    return good;
}
