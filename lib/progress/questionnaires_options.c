/* SPDX-License-Identifier: MIT */
/* Which questionnaires are taken in, and how they are scored. */
#include "base/fail.h"
#include "base/objects.h"
#include "progress/questionnaires.h"

#define MOST_WAYS 100

hw_questionnaires_options *hw_questionnaires_options_new(hw_error *err)
{
    hw_questionnaires_options *options = HW__NEW(questionnaires_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return options;
}

void hw_questionnaires_options_free(hw_questionnaires_options *options)
{
    if (options) {
        for (size_t i = 0; i < options->ways.count; i++) {
            hw_instrument_unref(options->ways.items[i].instrument);
        }
        hw__vec_free(&options->ways);
        HW__DELETE(questionnaires_options, options);
    }
}

hw_status hw_questionnaires_options_set_private(hw_questionnaires_options *options, bool included,
                                                hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->with_private = included;
    return hw__ok(err);
}

static hw__questionnaire_way *find(const hw_questionnaires_options *options, const char *name)
{
    for (size_t i = 0; options && i < options->ways.count; i++) {
        if (hw__instrument_is_named(options->ways.items[i].instrument->id, name)) {
            return &options->ways.items[i];
        }
    }
    return NULL;
}

hw_status hw_questionnaires_options_add(hw_questionnaires_options *options, const hw_instrument *instrument,
                                        const hw_scoring_options *scoring, hw_error *err)
{
    if (!options || !instrument) {
        return hw__null_argument(err, options ? "instrument" : "options");
    }
    hw__questionnaire_way way = {.scoring = scoring ? *scoring : hw__scoring_defaults};
    hw__questionnaire_way *there = find(options, instrument->id);
    hw_status status = hw__scoring_check(instrument, &way.scoring, err);
    if (status != HW_OK) {
        return status;
    }
    if (!there && options->ways.count >= MOST_WAYS) {
        return hw__fail(err, HW_ERR_LIMIT, instrument->id, "at most %d instruments", MOST_WAYS);
    }
    way.instrument = hw_instrument_ref(instrument);
    if (there) {
        hw_instrument_unref(there->instrument);
        *there = way;
    } else if (!hw__vec_push(&options->ways, way)) {
        hw_instrument_unref(way.instrument);
        return hw__no_memory(err);
    }
    return hw__ok(err);
}

bool hw__questionnaires_find(const hw_questionnaires_options *options, const char *name,
                             hw__questionnaire_way *out)
{
    const hw__questionnaire_way *way = name ? find(options, name) : NULL;
    if (way) {
        *out = *way;
        return true;
    }
    /* What the library brings is never written to. */
    *out =
        (hw__questionnaire_way){(hw_instrument *)(uintptr_t)hw_instrument_find(name), hw__scoring_defaults};
    return out->instrument != NULL;
}
