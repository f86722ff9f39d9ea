/* SPDX-License-Identifier: MIT */
/* Instruments from anywhere: refused with an error, or good for scoring any form: a total within its range, flags of
 * items that are there. */
#include <math.h>

#include "fuzz.h"
#include "homework.h"

#define MOST_ITEMS 200

/* The lowest answers, the highest, or those that the bytes say; NaN here and there. */
static void fill(const hw_instrument *instrument, int way, const uint8_t *data, size_t size, double *answers)
{
    for (size_t i = 0; i < hw_instrument_item_count(instrument); i++) {
        int32_t least = hw_instrument_item_least_at(instrument, i);
        int32_t greatest = hw_instrument_item_greatest_at(instrument, i);
        uint8_t byte = data[i % size];
        answers[i] = way == 0 ? least : way == 1 ? greatest : least + byte % (greatest - least + 1);
        if (way > 1 && byte % 16 == 0) {
            answers[i] = NAN;
        }
    }
}

static void score(const hw_instrument *instrument, const double *answers, const char *variant)
{
    hw_error err;
    hw_scoring_options *options = hw_scoring_options_new(&err);
    MUST(options && hw_scoring_options_set_variant(options, variant, &err) == HW_OK);
    hw_questionnaire_score *score =
        hw_instrument_score(instrument, answers, hw_instrument_item_count(instrument), options, &err);
    MUST(score || (variant && (err.status == HW_ERR_RANGE || err.status == HW_ERR_ARGUMENT)));
    if (score) {
        hw_estimate total = hw_questionnaire_score_total(score);
        double exact;
        if (hw_questionnaire_score_exact(score, &exact)) {
            MUST(total.undefined == HW_UNDEFINED_NOT);
            MUST(exact >= hw_questionnaire_score_least(score) - 1e-6 &&
                 exact <= hw_questionnaire_score_greatest(score) + 1e-6);
            MUST(fabs(exact - total.value) <= 0.5);
        }
        MUST(total.n <= hw_questionnaire_score_expected(score));
        for (size_t i = 0; i < hw_questionnaire_score_flag_count(score); i++) {
            int32_t item = hw_questionnaire_score_flag_at(score, i), from;
            MUST(item > 0 && hw_instrument_item_safety_at(instrument, (size_t)item - 1, &from));
        }
        hw_table *table = hw_questionnaire_score_table(score, &err);
        MUST(table);
        hw_table_free(table);
    }
    hw_questionnaire_score_free(score);
    hw_scoring_options_free(options);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hw_error err;
    double answers[MOST_ITEMS];
    hw_instrument *instrument = hw_instrument_from_json((const char *)data, size, &err);
    MUST(instrument || (err.status != HW_OK && err.status != HW_ERR_MEMORY));
    for (int way = 0; instrument && way < 3; way++) {
        fill(instrument, way, data, size, answers);
        score(instrument, answers, NULL);
        for (size_t i = 0; i < hw_instrument_variant_count(instrument); i++) {
            score(instrument, answers, hw_instrument_variant_id_at(instrument, i));
        }
    }
    hw_instrument_unref(instrument);
    return 0;
}
