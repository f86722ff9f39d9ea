/* SPDX-License-Identifier: MIT */
/* What totals an instrument can give, and what they are called. */
#include <math.h>
#include <string.h>

#include "progress/instrument.h"

uint32_t hw__instrument_find_set(const hw_instrument *instrument, const char *id)
{
    const hw__instrument_set *sets = instrument->sets.items;
    for (uint32_t i = 0; i < instrument->sets.count; i++) {
        if (strcmp(sets[i].id, id) == 0) {
            return i;
        }
    }
    return UINT32_MAX;
}

uint32_t hw__instrument_find_variant(const hw_instrument *instrument, const char *id)
{
    const hw__instrument_variant *variants = instrument->variants.items;
    for (uint32_t i = 0; i < instrument->variants.count; i++) {
        if (strcmp(variants[i].id, id) == 0) {
            return i;
        }
    }
    return UINT32_MAX;
}

bool hw__instrument_leaves_out(const hw__instrument_variant *variant, int32_t item)
{
    const int32_t *items = variant ? variant->leave_out.items : NULL;
    for (uint32_t i = 0; items && i < variant->leave_out.count; i++) {
        if (items[i] == item) {
            return true;
        }
    }
    return false;
}

int32_t hw__instrument_expected(const hw_instrument *instrument, const hw__instrument_variant *variant)
{
    return (int32_t)(instrument->items.count - (variant ? variant->leave_out.count : 0));
}

hw__instrument_ratio hw__instrument_total(const hw_instrument *instrument,
                                          const hw__instrument_variant *variant, int64_t sum,
                                          int32_t answered)
{
    bool all = !variant || variant->prorate;
    int64_t weight = instrument->times;
    if (instrument->method == HW__METHOD_SUM) {
        weight *= all ? (int32_t)instrument->items.count : hw__instrument_expected(instrument, variant);
    }
    int64_t shift = variant ? variant->shift : 0;
    return (hw__instrument_ratio){(sum + shift * answered) * weight, answered, shift * weight};
}

int64_t hw__instrument_rounded(hw__instrument_ratio ratio)
{
    int64_t doubled = 2 * ratio.numerator + ratio.denominator, by = 2 * (int64_t)ratio.denominator;
    int64_t whole = doubled / by;
    return doubled % by < 0 ? whole - 1 : whole;
}

void hw__instrument_range(const hw_instrument *instrument, const hw__instrument_variant *variant,
                          double *least, double *greatest)
{
    const hw__instrument_item *items = hw__instrument_items(instrument);
    int64_t low = 0, high = 0;
    for (uint32_t i = 0; i < instrument->items.count; i++) {
        if (!hw__instrument_leaves_out(variant, (int32_t)i + 1)) {
            low += items[i].least;
            high += items[i].greatest;
        }
    }
    int32_t expected = hw__instrument_expected(instrument, variant);
    hw__instrument_ratio first = hw__instrument_total(instrument, variant, low, expected);
    hw__instrument_ratio last = hw__instrument_total(instrument, variant, high, expected);
    *least = (double)first.numerator / (double)first.denominator;
    *greatest = (double)last.numerator / (double)last.denominator;
}

const hw__instrument_band *hw__instrument_band_of(const hw__instrument_set *set, double total)
{
    const hw__instrument_band *bands = set->bands.items, *found = NULL;
    for (uint32_t i = 0; i < set->bands.count && bands[i].from <= total; i++) {
        found = &bands[i];
    }
    return found;
}

bool hw__instrument_reaches(const hw__instrument_screen *screen, double total)
{
    return isnan(screen->to) ? total >= screen->from : total <= screen->to;
}
