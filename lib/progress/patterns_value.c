/* SPDX-License-Identifier: MIT */
/* Which number does an entry give for the measure or field that was asked for? */
#include <string.h>

#include "progress/patterns.h"

void hw__pattern_value_open(hw__pattern_value *value, const hw__walk *walk, const hw_pattern_options *options)
{
    *value = (hw__pattern_value){.options = options};
    if (!options->value) {
        return;
    }
    size_t size = strlen(options->value);
    uint32_t symbol = hw__log_find_symbol(walk->log, options->value, size);
    value->symbol = symbol <= UINT16_MAX ? symbol : 0; /* else no value row names it */
    if (!options->is_field) {
        value->measure = hw__plan_thing(walk->plan, HW__MEASURES, options->value, size);
    }
}

static bool is_same(const hw__number *a, const hw__number *b)
{
    return a->present == b->present && (!a->present || hw__decimal_compare(a->value, b->value) == 0);
}

/* Whether a number is on the scale of the first one. */
static bool is_on_scale(hw__pattern_value *value, const hw__walk_entry *entry, const hw__log_form *form,
                        hw__decimal number)
{
    hw__pattern_value its = *value;
    if (value->measure) {
        its.range = hw__series_range(value->measure, entry->row, number);
    } else {
        uint32_t row = hw__log_form_row(form, value->symbol, value->options->phase);
        bool is_known = row != HW__NO_ROW;
        its.min = is_known ? form->form.rows.items[row].min : (hw__number){0};
        its.max = is_known ? form->form.rows.items[row].max : (hw__number){0};
    }
    its.has_range = true;
    if (!value->has_range) {
        *value = its;
    }
    return its.range == value->range && is_same(&its.min, &value->min) && is_same(&its.max, &value->max);
}

bool hw__pattern_value_read(hw__pattern_value *value, const hw__walk_entry *entry, const hw__log_form *form,
                            const hw__value_row *values, double *out, bool *is_one_scale)
{
    uint8_t kind = value->measure ? HW_VALUE_MEASURE : HW_VALUE_NUMBER;
    double sum = 0;
    int32_t count = 0;
    for (uint32_t i = 0; value->symbol && i < entry->row->values; i++) {
        const hw__value_row *row = &values[i];
        bool is_hidden = hw__value_is_confidential(row) && !value->options->private_too;
        if (row->kind != kind || row->name != value->symbol || row->phase != value->options->phase ||
            is_hidden) {
            continue;
        }
        hw__decimal number = {.mantissa = row->as.mantissa, .scale = row->scale};
        *is_one_scale = is_on_scale(value, entry, form, number) && *is_one_scale;
        sum += hw__decimal_double(number);
        count++;
    }
    *out = count ? sum / count : 0;
    return count > 0;
}
