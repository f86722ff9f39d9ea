/* SPDX-License-Identifier: MIT */
/* How an instrument is scored where there is a choice: its variants, its sets of bands, missing answers. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/instrument.h"

const hw_scoring_options hw__scoring_defaults = {.prorate = true};

hw_scoring_options *hw_scoring_options_new(hw_error *err)
{
    hw_scoring_options *options = HW__NEW(scoring_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = hw__scoring_defaults;
    hw__ok(err);
    return options;
}

void hw_scoring_options_free(hw_scoring_options *options)
{
    HW__DELETE(scoring_options, options);
}

static hw_status set_id(char slot[HW__MAX_ID_BYTES + 1], const char *id, const char *name, hw_error *err)
{
    size_t size = id ? strlen(id) : 0;
    if (id && !hw__instrument_id_is_valid(id, size)) {
        return hw__fail(err, HW_ERR_SYNTAX, name, "not an id");
    }
    memset(slot, 0, HW__MAX_ID_BYTES + 1);
    if (id) {
        memcpy(slot, id, size);
    }
    return hw__ok(err);
}

hw_status hw_scoring_options_set_variant(hw_scoring_options *options, const char *variant, hw_error *err)
{
    return options ? set_id(options->variant, variant, "variant", err) : hw__null_argument(err, "options");
}

hw_status hw_scoring_options_set_bands(hw_scoring_options *options, const char *set, hw_error *err)
{
    return options ? set_id(options->set, set, "bands", err) : hw__null_argument(err, "options");
}

hw_status hw_scoring_options_set_prorate(hw_scoring_options *options, bool prorate, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->prorate = prorate;
    return hw__ok(err);
}

hw_status hw__scoring_check(const hw_instrument *instrument, const hw_scoring_options *options, hw_error *err)
{
    if (*options->variant && hw__instrument_find_variant(instrument, options->variant) == UINT32_MAX) {
        return hw__fail(err, HW_ERR_NOT_FOUND, options->variant, "the instrument has no such variant");
    }
    if (*options->set && hw__instrument_find_set(instrument, options->set) == UINT32_MAX) {
        return hw__fail(err, HW_ERR_NOT_FOUND, options->set, "the instrument has no such set of bands");
    }
    return hw__ok(err);
}

const hw__instrument_variant *hw__scoring_variant(const hw_instrument *instrument,
                                                  const hw_scoring_options *options)
{
    uint32_t index =
        *options->variant ? hw__instrument_find_variant(instrument, options->variant) : UINT32_MAX;
    return HW__INSTRUMENT_AT(hw__instrument_variant, instrument->variants, index);
}

int32_t hw__scoring_shift(const hw_instrument *instrument, const hw_scoring_options *options)
{
    const hw__instrument_variant *variant = hw__scoring_variant(instrument, options);
    return variant ? variant->shift : 0;
}

/* Whether so many answers can add up to a total, before it is rounded or after. */
static bool can_give(const hw_instrument *instrument, const hw__instrument_variant *variant, int32_t answered,
                     double total)
{
    hw__instrument_ratio none = hw__instrument_total(instrument, variant, 0, answered);
    hw__instrument_ratio one = hw__instrument_total(instrument, variant, 1, answered);
    double weight = (double)(one.numerator - none.numerator);
    int64_t near = (int64_t)((total * answered - (double)none.numerator) / weight);
    for (int64_t sum = near - 1; sum <= near + 1; sum++) {
        hw__instrument_ratio ratio = hw__instrument_total(instrument, variant, sum, answered);
        bool is_rounded =
            instrument->rounding != HW__ROUND_NONE && (double)hw__instrument_rounded(ratio) == total;
        if (is_rounded || (double)ratio.numerator / ratio.denominator == total) {
            return true;
        }
    }
    return false;
}

bool hw__scoring_gives(const hw_instrument *instrument, const hw_scoring_options *options, double total)
{
    const hw__instrument_variant *variant = hw__scoring_variant(instrument, options);
    int32_t expected = hw__instrument_expected(instrument, variant);
    int32_t most_missing = options->prorate ? instrument->may_miss : 0;
    double least, greatest;
    hw__instrument_range(instrument, variant, &least, &greatest);
    bool is_within = total >= least && total <= greatest, good = false;
    for (int32_t missing = 0; is_within && !good && missing <= most_missing && missing < expected;
         missing++) {
        good = can_give(instrument, variant, expected - missing, total);
    }
    return good;
}

const char *hw__scoring_band(const hw_instrument *instrument, const hw_scoring_options *options, double total)
{
    const hw__instrument_variant *variant = hw__scoring_variant(instrument, options);
    uint32_t index = *options->set ? hw__instrument_find_set(instrument, options->set) : 0;
    const hw__instrument_set *set = HW__INSTRUMENT_AT(hw__instrument_set, instrument->sets, index);
    if (!set || (variant && !variant->named)) {
        return NULL;
    }
    double shift = (double)hw__instrument_total(instrument, variant, 0, 1).shift;
    const hw__instrument_band *band = hw__instrument_band_of(set, total - shift);
    return band ? band->word : NULL;
}
