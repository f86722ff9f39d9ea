/* SPDX-License-Identifier: MIT */
/* Instruments: finding them, keeping them, and what they say of themselves. */
#include "progress/instrument.h"

#include <math.h>
#include <stdint.h>

#include "base/objects.h"

static const hw__instrument_list nothing;

/* ---- finding and keeping ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '-' || c == '_';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool hw__instrument_is_named(const char *id, const char *name)
{
    for (;;) {
        while (is_blank(*id)) {
            id++;
        }
        while (is_blank(*name)) {
            name++;
        }
        if (lower(*id) != lower(*name)) {
            return false;
        }
        if (!*id) {
            return true;
        }
        id++;
        name++;
    }
}

size_t hw_instrument_count(void)
{
    return hw__instruments_count;
}

const hw_instrument *hw_instrument_at(size_t index)
{
    return index < hw__instruments_count ? &hw__instruments[index] : NULL;
}

const hw_instrument *hw_instrument_find(const char *id)
{
    for (size_t i = 0; id && i < hw__instruments_count; i++) {
        if (hw__instrument_is_named(hw__instruments[i].id, id)) {
            return &hw__instruments[i];
        }
    }
    return NULL;
}

hw_instrument *hw_instrument_ref(const hw_instrument *instrument)
{
    /* Owners are counted in the instrument itself, which is otherwise never written to. */
    hw_instrument *shared = (hw_instrument *)(uintptr_t)instrument;
    if (shared && atomic_load_explicit(&shared->owners, memory_order_relaxed)) {
        atomic_fetch_add_explicit(&shared->owners, 1, memory_order_relaxed);
    }
    return shared;
}

void hw_instrument_unref(hw_instrument *instrument)
{
    if (instrument && atomic_load_explicit(&instrument->owners, memory_order_relaxed) &&
        atomic_fetch_sub_explicit(&instrument->owners, 1, memory_order_acq_rel) == 1) {
        hw__arena_free(&instrument->arena);
        HW__DELETE(instrument, instrument);
    }
}

/* ---- what it is ---- */

const char *hw_instrument_id(const hw_instrument *instrument)
{
    return instrument ? instrument->id : NULL;
}

const char *hw_instrument_title(const hw_instrument *instrument)
{
    return instrument ? instrument->title : NULL;
}

const char *hw_instrument_version(const hw_instrument *instrument)
{
    return instrument ? instrument->version : NULL;
}

const char *hw_instrument_licence(const hw_instrument *instrument)
{
    return instrument ? instrument->licence : NULL;
}

const char *hw_instrument_notice(const hw_instrument *instrument)
{
    return instrument ? instrument->notice : NULL;
}

const char *hw_instrument_source(const hw_instrument *instrument)
{
    return instrument ? instrument->source : NULL;
}

const char *hw_instrument_language(const hw_instrument *instrument)
{
    return instrument ? instrument->language : NULL;
}

const char *hw_instrument_lead_in(const hw_instrument *instrument)
{
    return instrument ? instrument->lead_in : NULL;
}

const char *hw_instrument_panel_loinc(const hw_instrument *instrument)
{
    return instrument ? instrument->panel_loinc : NULL;
}

const char *hw_instrument_total_loinc(const hw_instrument *instrument)
{
    return instrument ? instrument->total_loinc : NULL;
}

const char *hw_instrument_may_miss_source(const hw_instrument *instrument)
{
    return instrument ? instrument->may_miss_source : NULL;
}

hw_better hw_instrument_better(const hw_instrument *instrument)
{
    return instrument ? (hw_better)instrument->better : HW_BETTER_NEUTRAL;
}

int32_t hw_instrument_may_miss(const hw_instrument *instrument)
{
    return instrument ? instrument->may_miss : 0;
}

double hw_instrument_least(const hw_instrument *instrument)
{
    double least = 0, greatest = 0;
    if (instrument) {
        hw__instrument_range(instrument, NULL, &least, &greatest);
    }
    return least;
}

double hw_instrument_greatest(const hw_instrument *instrument)
{
    double least = 0, greatest = 0;
    if (instrument) {
        hw__instrument_range(instrument, NULL, &least, &greatest);
    }
    return greatest;
}

/* ---- items ---- */

static const hw__instrument_item *item_at(const hw_instrument *instrument, size_t index)
{
    const hw__instrument_list *list = instrument ? &instrument->items : &nothing;
    return HW__INSTRUMENT_AT(hw__instrument_item, *list, index);
}

size_t hw_instrument_item_count(const hw_instrument *instrument)
{
    return instrument ? instrument->items.count : 0;
}

const char *hw_instrument_item_text_at(const hw_instrument *instrument, size_t item)
{
    const hw__instrument_item *at = item_at(instrument, item);
    return at ? at->text : NULL;
}

const char *hw_instrument_item_loinc_at(const hw_instrument *instrument, size_t item)
{
    const hw__instrument_item *at = item_at(instrument, item);
    return at ? at->loinc : NULL;
}

int32_t hw_instrument_item_least_at(const hw_instrument *instrument, size_t item)
{
    const hw__instrument_item *at = item_at(instrument, item);
    return at ? at->least : 0;
}

int32_t hw_instrument_item_greatest_at(const hw_instrument *instrument, size_t item)
{
    const hw__instrument_item *at = item_at(instrument, item);
    return at ? at->greatest : 0;
}

bool hw_instrument_item_reversed_at(const hw_instrument *instrument, size_t item)
{
    const hw__instrument_item *at = item_at(instrument, item);
    return at && at->reversed;
}

bool hw_instrument_item_safety_at(const hw_instrument *instrument, size_t item, int32_t *out)
{
    const hw__instrument_item *at = item_at(instrument, item);
    bool has = at && at->safety != HW__NO_ANSWER;
    if (has && out) {
        *out = at->safety;
    }
    return has;
}

/* ---- answers ---- */

static const hw__instrument_answer *answer_at(const hw_instrument *instrument, size_t index)
{
    const hw__instrument_list *list = instrument ? &instrument->answers : &nothing;
    return HW__INSTRUMENT_AT(hw__instrument_answer, *list, index);
}

size_t hw_instrument_answer_count(const hw_instrument *instrument)
{
    return instrument ? instrument->answers.count : 0;
}

int32_t hw_instrument_answer_value_at(const hw_instrument *instrument, size_t answer)
{
    const hw__instrument_answer *at = answer_at(instrument, answer);
    return at ? at->value : 0;
}

const char *hw_instrument_answer_text_at(const hw_instrument *instrument, size_t answer)
{
    const hw__instrument_answer *at = answer_at(instrument, answer);
    return at ? at->text : NULL;
}

const char *hw_instrument_answer_loinc_at(const hw_instrument *instrument, size_t answer)
{
    const hw__instrument_answer *at = answer_at(instrument, answer);
    return at ? at->loinc : NULL;
}

/* ---- bands and thresholds ---- */

static const hw__instrument_set *set_at(const hw_instrument *instrument, size_t index)
{
    const hw__instrument_list *list = instrument ? &instrument->sets : &nothing;
    return HW__INSTRUMENT_AT(hw__instrument_set, *list, index);
}

size_t hw_instrument_set_count(const hw_instrument *instrument)
{
    return instrument ? instrument->sets.count : 0;
}

const char *hw_instrument_set_id_at(const hw_instrument *instrument, size_t set)
{
    const hw__instrument_set *at = set_at(instrument, set);
    return at ? at->id : NULL;
}

const char *hw_instrument_set_source_at(const hw_instrument *instrument, size_t set)
{
    const hw__instrument_set *at = set_at(instrument, set);
    return at ? at->source : NULL;
}

size_t hw_instrument_band_count(const hw_instrument *instrument, size_t set)
{
    const hw__instrument_set *at = set_at(instrument, set);
    return at ? at->bands.count : 0;
}

static const hw__instrument_band *band_at(const hw_instrument *instrument, size_t set, size_t band)
{
    const hw__instrument_set *at = set_at(instrument, set);
    return at ? HW__INSTRUMENT_AT(hw__instrument_band, at->bands, band) : NULL;
}

double hw_instrument_band_from_at(const hw_instrument *instrument, size_t set, size_t band)
{
    const hw__instrument_band *at = band_at(instrument, set, band);
    return at ? at->from : 0;
}

const char *hw_instrument_band_word_at(const hw_instrument *instrument, size_t set, size_t band)
{
    const hw__instrument_band *at = band_at(instrument, set, band);
    return at ? at->word : NULL;
}

const char *hw_instrument_band_title_at(const hw_instrument *instrument, size_t set, size_t band)
{
    const hw__instrument_band *at = band_at(instrument, set, band);
    return at ? at->title : NULL;
}

/* ---- thresholds ---- */

static const hw__instrument_screen *screen_at(const hw_instrument *instrument, size_t index)
{
    const hw__instrument_list *list = instrument ? &instrument->screens : &nothing;
    return HW__INSTRUMENT_AT(hw__instrument_screen, *list, index);
}

size_t hw_instrument_screen_count(const hw_instrument *instrument)
{
    return instrument ? instrument->screens.count : 0;
}

const char *hw_instrument_screen_id_at(const hw_instrument *instrument, size_t screen)
{
    const hw__instrument_screen *at = screen_at(instrument, screen);
    return at ? at->id : NULL;
}

const char *hw_instrument_screen_source_at(const hw_instrument *instrument, size_t screen)
{
    const hw__instrument_screen *at = screen_at(instrument, screen);
    return at ? at->source : NULL;
}

double hw_instrument_screen_value_at(const hw_instrument *instrument, size_t screen)
{
    const hw__instrument_screen *at = screen_at(instrument, screen);
    return at ? (isnan(at->to) ? at->from : at->to) : 0;
}

bool hw_instrument_screen_low_at(const hw_instrument *instrument, size_t screen)
{
    const hw__instrument_screen *at = screen_at(instrument, screen);
    return at && !isnan(at->to);
}

/* What subsets and variants have in common: an id, a title, and where they are from. */
#define NAMED(noun)                                                                              \
    static const hw__instrument_##noun *noun##_at(const hw_instrument *instrument, size_t index) \
    {                                                                                            \
        const hw__instrument_list *list = instrument ? &instrument->noun##s : &nothing;          \
        return HW__INSTRUMENT_AT(hw__instrument_##noun, *list, index);                           \
    }                                                                                            \
    size_t hw_instrument_##noun##_count(const hw_instrument *instrument)                         \
    {                                                                                            \
        return instrument ? instrument->noun##s.count : 0;                                       \
    }                                                                                            \
    const char *hw_instrument_##noun##_id_at(const hw_instrument *instrument, size_t index)      \
    {                                                                                            \
        const hw__instrument_##noun *at = noun##_at(instrument, index);                          \
        return at ? at->id : NULL;                                                               \
    }                                                                                            \
    const char *hw_instrument_##noun##_title_at(const hw_instrument *instrument, size_t index)   \
    {                                                                                            \
        const hw__instrument_##noun *at = noun##_at(instrument, index);                          \
        return at ? at->title : NULL;                                                            \
    }                                                                                            \
    const char *hw_instrument_##noun##_source_at(const hw_instrument *instrument, size_t index)  \
    {                                                                                            \
        const hw__instrument_##noun *at = noun##_at(instrument, index);                          \
        return at ? at->source : NULL;                                                           \
    }

/* ---- subsets ---- */

NAMED(subset)

size_t hw_instrument_subset_item_count(const hw_instrument *instrument, size_t subset)
{
    const hw__instrument_subset *at = subset_at(instrument, subset);
    return at ? at->items.count : 0;
}

int32_t hw_instrument_subset_item_at(const hw_instrument *instrument, size_t subset, size_t index)
{
    const hw__instrument_subset *at = subset_at(instrument, subset);
    const int32_t *item = at ? HW__INSTRUMENT_AT(int32_t, at->items, index) : NULL;
    return item ? *item : 0;
}

bool hw_instrument_subset_counts_from_at(const hw_instrument *instrument, size_t subset, size_t index,
                                         int32_t *out)
{
    const hw__instrument_subset *at = subset_at(instrument, subset);
    const int32_t *from = at ? HW__INSTRUMENT_AT(int32_t, at->counts_from, index) : NULL;
    if (from && out) {
        *out = *from;
    }
    return from != NULL;
}

int32_t hw_instrument_subset_needed(const hw_instrument *instrument, size_t subset)
{
    const hw__instrument_subset *at = subset_at(instrument, subset);
    return at ? at->needed : 0;
}

/* ---- variants ---- */

NAMED(variant)
