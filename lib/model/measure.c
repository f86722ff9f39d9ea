/* SPDX-License-Identifier: MIT */
/* What is recorded in numbers, and which of them are allowed. */
#include "homework/measure.h"

#include "model/noun.h"

HW__NOUN_LIFE(measure)
HW__NOUN_STORE(measure, HW__MEASURES)
HW__NOUN_TITLE(measure, title)
HW__NOUN_WORD(measure, kind, hw_quantity, hw__words_measure_kind, HW_MEASURE_RATING)
HW__NOUN_STRING(measure, unit, line)
HW__NOUN_NUMBER(measure, min)
HW__NOUN_NUMBER(measure, max)
HW__NOUN_WORD(measure, better, hw_better, hw__words_better, HW_BETTER_NEUTRAL)

hw_measure *hw_measure_new(const char *id, const char *title, hw_quantity kind, hw_error *err)
{
    if (!title) {
        hw__null_argument(err, "title");
        return NULL;
    }
    hw_measure *measure = (hw_measure *)hw__record_new_id(hw__shapes[HW__MEASURES], id, err);
    if (!measure) {
        return NULL;
    }
    hw_measure_set_title(measure, NULL, title);
    hw_measure_set_kind(measure, kind);
    return (hw_measure *)hw__record_made(&measure->head, err);
}

bool hw_measure_whole(const hw_measure *measure)
{
    return measure && (measure->whole || measure->kind == HW_MEASURE_COUNT);
}

hw_status hw_measure_set_whole(hw_measure *measure, bool whole)
{
    return measure ? hw__draft_bool(&measure->head, &measure->whole, whole) : HW_ERR_ARGUMENT;
}
