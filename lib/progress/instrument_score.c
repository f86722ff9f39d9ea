/* SPDX-License-Identifier: MIT */
/* Scoring a form: is every answer one, which must not be passed over, what do they add up to, and what is that
 * called. */
#include <math.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/vec.h"
#include "progress/instrument.h"

/* ---- answers ---- */

static hw_status check_answer(const hw__instrument_item *item, int32_t number, double answer, int32_t shift,
                              hw_error *err)
{
    hw_error name;
    hw__fail(&name, HW_OK, NULL, "%d", (int)number);
    if (!(answer >= item->least + shift && answer <= item->greatest + shift)) {
        return hw__fail(err, HW_ERR_RANGE, name.message, "the answer to item %d is not from %d to %d",
                        (int)number, (int)(item->least + shift), (int)(item->greatest + shift));
    }
    if (answer != (double)(int32_t)answer) {
        return hw__fail(err, HW_ERR_RANGE, name.message, "the answer to item %d is not a whole number",
                        (int)number);
    }
    return HW_OK;
}

static hw_status check_answers(const hw_instrument *instrument, const hw__instrument_variant *variant,
                               const double *answers, size_t count, hw_error *err)
{
    if (count != instrument->items.count) {
        return hw__fail(err, HW_ERR_ARGUMENT, instrument->id, "%zu answers to %zu items", count,
                        (size_t)instrument->items.count);
    }
    const hw__instrument_item *items = hw__instrument_items(instrument);
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < count; i++) {
        int32_t number = (int32_t)i + 1;
        if (isnan(answers[i])) {
            continue;
        }
        status = check_answer(&items[i], number, answers[i], variant ? variant->shift : 0, err);
        if (status == HW_OK && hw__instrument_leaves_out(variant, number)) {
            hw_error name;
            hw__fail(&name, HW_OK, NULL, "%d", (int)number);
            status = hw__fail(err, HW_ERR_ARGUMENT, name.message,
                              "the variant leaves out item %d, which is answered", (int)number);
        }
    }
    return status;
}

bool hw__instrument_is_flagged(const hw__instrument_item *item, double answer)
{
    /* Of a number that is no answer, too: it is closer to the truth than silence. */
    return item->safety != HW__NO_ANSWER && hw__instrument_turned(item, answer) >= item->safety;
}

/* ---- the score ---- */

typedef struct subset_score {
    hw_estimate sum, counted;
} subset_score;

struct hw_questionnaire_score {
    hw_instrument *instrument;
    const hw__instrument_variant *variant; /* NULL = none */
    const hw__instrument_set *set;         /* NULL = none */
    const hw__instrument_band *band;       /* NULL = none */
    int64_t raw;
    int32_t answered, expected;
    hw_estimate total;
    double exact, named; /* before rounding; as bands and thresholds see it */
    double least, greatest;
    bool prorated;
    HW__VEC(int32_t) flags;
    HW__VEC(subset_score) subsets;
};

static double base_of(const hw_questionnaire_score *score, double answer)
{
    return answer - (score->variant ? score->variant->shift : 0);
}

/* Adds up the answers and takes down the flags; false without memory. */
static bool add_up(hw_questionnaire_score *score, const double *answers, int64_t *sum)
{
    const hw__instrument_item *items = hw__instrument_items(score->instrument);
    bool good = true;
    for (uint32_t i = 0; good && i < score->instrument->items.count; i++) {
        double answer = base_of(score, answers[i]);
        if (isnan(answer)) {
            continue;
        }
        *sum += (int64_t)hw__instrument_turned(&items[i], answer);
        score->answered++;
        if (hw__instrument_is_flagged(&items[i], answer)) {
            good = hw__vec_push(&score->flags, (int32_t)i + 1);
        }
    }
    score->raw = *sum + (int64_t)score->answered * (score->variant ? score->variant->shift : 0);
    return good;
}

static void take_total(hw_questionnaire_score *score, int64_t sum, bool may_prorate)
{
    int32_t missing = score->expected - score->answered;
    score->total.n = score->answered;
    if (score->answered == 0) {
        score->total.undefined = HW_UNDEFINED_NO_VALUES;
    } else if (missing > (may_prorate ? score->instrument->may_miss : 0)) {
        score->total.undefined = HW_UNDEFINED_TOO_FEW;
    } else {
        hw__instrument_ratio ratio =
            hw__instrument_total(score->instrument, score->variant, sum, score->answered);
        score->exact = (double)ratio.numerator / ratio.denominator;
        score->total.value = score->instrument->rounding == HW__ROUND_NONE
                                 ? score->exact
                                 : (double)hw__instrument_rounded(ratio);
        score->named = score->total.value - (double)ratio.shift;
        score->prorated = missing > 0 || (score->variant && score->variant->prorate);
    }
}

/* Whether bands and thresholds mean anything for it. */
static bool is_named(const hw_questionnaire_score *score)
{
    return score->total.undefined == HW_UNDEFINED_NOT && (!score->variant || score->variant->named);
}

static subset_score score_subset(const hw_questionnaire_score *score, const hw__instrument_subset *subset,
                                 const double *answers)
{
    const hw__instrument_item *all = hw__instrument_items(score->instrument);
    const int32_t *items = subset->items.items, *from = subset->counts_from.items;
    subset_score result = {.sum = {0}};
    bool left_out = false;
    int64_t sum = 0, counted = 0, n = 0;
    for (uint32_t i = 0; i < subset->items.count; i++) {
        double answer = base_of(score, answers[items[i] - 1]);
        left_out |= hw__instrument_leaves_out(score->variant, items[i]);
        if (!isnan(answer)) {
            double turned = hw__instrument_turned(&all[items[i] - 1], answer);
            sum += (int64_t)turned + (score->variant ? score->variant->shift : 0);
            counted += from && turned >= from[i];
            n++;
        }
    }
    hw_undefined few = n == 0                    ? HW_UNDEFINED_NO_VALUES
                       : n < subset->items.count ? HW_UNDEFINED_TOO_FEW
                                                 : HW_UNDEFINED_NOT;
    hw_undefined none = n == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_NOT;
    result.sum.n = result.counted.n = n;
    result.sum.undefined = (int32_t)(left_out ? HW_UNDEFINED_NOT_APPLICABLE : few);
    result.counted.undefined = (int32_t)(left_out || !from ? HW_UNDEFINED_NOT_APPLICABLE : none);
    result.sum.value = result.sum.undefined == HW_UNDEFINED_NOT ? (double)sum : 0;
    result.counted.value = result.counted.undefined == HW_UNDEFINED_NOT ? (double)counted : 0;
    return result;
}

/* Fills in a score that has its instrument; false without memory. */
static bool fill(hw_questionnaire_score *score, const double *answers, const hw_scoring_options *options)
{
    const hw_instrument *instrument = score->instrument;
    const hw__instrument_subset *subsets = instrument->subsets.items;
    uint32_t set = *options->set ? hw__instrument_find_set(instrument, options->set) : 0;
    int64_t sum = 0;
    score->variant = hw__scoring_variant(instrument, options);
    score->expected = hw__instrument_expected(instrument, score->variant);
    hw__instrument_range(instrument, score->variant, &score->least, &score->greatest);
    bool good = add_up(score, answers, &sum);
    take_total(score, sum, options->prorate);
    score->set = HW__INSTRUMENT_AT(hw__instrument_set, instrument->sets, set);
    score->band = score->set && is_named(score) ? hw__instrument_band_of(score->set, score->named) : NULL;
    for (uint32_t i = 0; good && i < instrument->subsets.count; i++) {
        good = hw__vec_push(&score->subsets, score_subset(score, &subsets[i], answers));
    }
    return good;
}

hw_questionnaire_score *hw_instrument_score(const hw_instrument *instrument, const double *answers,
                                            size_t count, const hw_scoring_options *options, hw_error *err)
{
    if (!instrument || !answers) {
        hw__null_argument(err, instrument ? "answers" : "instrument");
        return NULL;
    }
    options = options ? options : &hw__scoring_defaults;
    if (hw__scoring_check(instrument, options, err) != HW_OK ||
        check_answers(instrument, hw__scoring_variant(instrument, options), answers, count, err) != HW_OK) {
        return NULL;
    }
    hw_questionnaire_score *score = HW__NEW(questionnaire_score);
    if (score) {
        score->instrument = hw_instrument_ref(instrument);
    }
    if (!score || !fill(score, answers, options)) {
        hw_questionnaire_score_free(score);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return score;
}

void hw_questionnaire_score_free(hw_questionnaire_score *score)
{
    if (score) {
        hw__vec_free(&score->flags);
        hw__vec_free(&score->subsets);
        hw_instrument_unref(score->instrument);
        HW__DELETE(questionnaire_score, score);
    }
}

/* ---- what it says ---- */

const hw_instrument *hw_questionnaire_score_instrument(const hw_questionnaire_score *score)
{
    return score ? score->instrument : NULL;
}

hw_estimate hw_questionnaire_score_total(const hw_questionnaire_score *score)
{
    return score ? score->total : (hw_estimate){0, 0, HW_UNDEFINED_NO_VALUES};
}

bool hw_questionnaire_score_exact(const hw_questionnaire_score *score, double *out)
{
    bool has = score && score->total.undefined == HW_UNDEFINED_NOT;
    if (has && out) {
        *out = score->exact;
    }
    return has;
}

int64_t hw_questionnaire_score_raw(const hw_questionnaire_score *score)
{
    return score ? score->raw : 0;
}

int32_t hw_questionnaire_score_answered(const hw_questionnaire_score *score)
{
    return score ? score->answered : 0;
}

int32_t hw_questionnaire_score_expected(const hw_questionnaire_score *score)
{
    return score ? score->expected : 0;
}

bool hw_questionnaire_score_prorated(const hw_questionnaire_score *score)
{
    return score && score->prorated;
}

double hw_questionnaire_score_least(const hw_questionnaire_score *score)
{
    return score ? score->least : 0;
}

double hw_questionnaire_score_greatest(const hw_questionnaire_score *score)
{
    return score ? score->greatest : 0;
}

const char *hw_questionnaire_score_band(const hw_questionnaire_score *score)
{
    return score && score->band ? score->band->word : NULL;
}

const char *hw_questionnaire_score_band_title(const hw_questionnaire_score *score)
{
    return score && score->band ? score->band->title : NULL;
}

const char *hw_questionnaire_score_band_set(const hw_questionnaire_score *score)
{
    return score && score->band ? score->set->id : NULL;
}

bool hw_questionnaire_score_screen(const hw_questionnaire_score *score, size_t screen, bool *out)
{
    const hw__instrument_screen *at =
        score ? HW__INSTRUMENT_AT(hw__instrument_screen, score->instrument->screens, screen) : NULL;
    bool has = at && is_named(score);
    if (has && out) {
        *out = hw__instrument_reaches(at, score->named);
    }
    return has;
}

size_t hw_questionnaire_score_flag_count(const hw_questionnaire_score *score)
{
    return score ? score->flags.count : 0;
}

int32_t hw_questionnaire_score_flag_at(const hw_questionnaire_score *score, size_t index)
{
    return index < hw_questionnaire_score_flag_count(score) ? score->flags.items[index] : 0;
}

hw_estimate hw_questionnaire_score_subset(const hw_questionnaire_score *score, size_t subset)
{
    return score && subset < score->subsets.count ? score->subsets.items[subset].sum
                                                  : (hw_estimate){0, 0, HW_UNDEFINED_NOT_APPLICABLE};
}

hw_estimate hw_questionnaire_score_subset_counted(const hw_questionnaire_score *score, size_t subset)
{
    return score && subset < score->subsets.count ? score->subsets.items[subset].counted
                                                  : (hw_estimate){0, 0, HW_UNDEFINED_NOT_APPLICABLE};
}
