/* SPDX-License-Identifier: MIT */
/* Which fields apply to an assignment? Those of its kind, unless it has one of that name and phase itself, and
 * its own. */
#include "model/form_rows.h"

#include <string.h>

#include "time/civil.h"

static hw__number from_int(int value)
{
    return (hw__number){.value = {.mantissa = value, .scale = 0}, .present = true};
}

static const hw__field *own_field(const hw__list *fields, const char *name, int phase)
{
    const hw__field *items = fields->items;
    for (uint32_t i = 0; i < fields->count; i++) {
        if (items[i].phase == phase && items[i].name && strcmp(items[i].name, name) == 0) {
            return &items[i];
        }
    }
    return NULL;
}

static const hw__kind_field *kind_field(int kind, const char *name, int phase)
{
    for (size_t i = 0; i < hw__kind_field_count; i++) {
        const hw__kind_field *field = &hw__kind_fields[i];
        if ((field->kind == kind || field->kind == HW__EVERY_KIND) && field->phase == phase &&
            strcmp(field->name, name) == 0) {
            return field;
        }
    }
    return NULL;
}

static hw__form_row row_of_kind(const hw__kind_field *field)
{
    bool is_number = field->type == HW_FIELD_NUMBER || field->type == HW_FIELD_RATING;
    hw__form_row row = {.name = field->name,
                        .group = field->group,
                        .unit = field->unit,
                        .type = field->type,
                        .phase = field->phase,
                        .confidential = field->confidential,
                        .whole = field->whole,
                        .kind = field};
    if (is_number && field->most >= 0) {
        row.min = from_int(0);
    }
    if (is_number && field->most > 0) {
        row.max = from_int(field->most);
    }
    return row;
}

static hw__form_row row_of_own(const hw__field *field, int kind)
{
    return (hw__form_row){.name = field->name,
                          .group = field->group,
                          .unit = field->unit,
                          .type = field->type,
                          .phase = field->phase,
                          .required = field->required,
                          .confidential = field->confidential,
                          .whole = field->whole,
                          .min = field->min,
                          .max = field->max,
                          .kind = kind_field(kind, field->name, field->phase),
                          .own = field};
}

static bool push_row(hw__form_rows *form, hw__form_row row)
{
    uint8_t last = 0;
    for (size_t i = 0; row.group && i < form->rows.count; i++) {
        const hw__form_row *other = &form->rows.items[i];
        if (other->group && strcmp(other->group, row.group) == 0) {
            row.group_number = other->group_number;
        }
        last = other->group_number > last ? other->group_number : last;
    }
    if (row.group && !row.group_number) {
        row.group_number = (uint8_t)(last + 1);
    }
    return hw__vec_push(&form->rows, row);
}

bool hw__form_collect(hw__form_rows *form, int kind, const hw__list *fields)
{
    const hw__field *own = fields->items;
    form->closed = fields->count > 0;
    for (size_t i = 0; i < hw__kind_field_count; i++) {
        const hw__kind_field *field = &hw__kind_fields[i];
        bool applies = field->kind == kind || field->kind == HW__EVERY_KIND;
        if (applies && !own_field(fields, field->name, field->phase) && !push_row(form, row_of_kind(field))) {
            return false;
        }
    }
    for (uint32_t i = 0; i < fields->count; i++) {
        if (own[i].name && !push_row(form, row_of_own(&own[i], kind))) {
            return false;
        }
    }
    return true;
}

void hw__form_clear(hw__form_rows *form)
{
    hw__vec_free(&form->rows);
}

uint32_t hw__form_row_find(const hw__form_rows *form, const char *name, int phase)
{
    for (size_t i = 0; i < form->rows.count; i++) {
        if (form->rows.items[i].phase == phase && strcmp(form->rows.items[i].name, name) == 0) {
            return (uint32_t)i;
        }
    }
    return HW__NO_ROW;
}

size_t hw__form_row_choices(const hw__form_row *row)
{
    return row->own ? row->own->choices.count : row->kind->choice_count;
}

const char *hw__form_row_choice(const hw__form_row *row, size_t index)
{
    return row->own ? ((const hw__choice *)row->own->choices.items)[index].value
                    : row->kind->choices[index].value;
}

const hw_assignment *hw__form_revision(const hw__thing *assignment, hw_moment at, hw_moment recorded)
{
    if (assignment->revisions.count == 1) {
        return (const hw_assignment *)assignment->revisions.items[0];
    }
    int64_t wall = hw__moment_wall(at.precision == HW_PRECISION_UNKNOWN ? recorded : at);
    if (at.precision == HW_PRECISION_DATE) {
        wall += HW__DAY_SECONDS - 1; /* at any time of that day */
    }
    const hw_revision *found = hw__thing_at(assignment, recorded.instant, wall);
    return (const hw_assignment *)(found ? found : assignment->revisions.items[0]);
}
