/* SPDX-License-Identifier: MIT */
/* Fields that an assignment or a template declares itself: their drafts, and taking them in. */
#include "model/field.h"

#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "model/shape_checks.h"

hw_field *hw__field_blank(const char *name, hw_error *err)
{
    hw_field *field = HW__NEW(field);
    if (!field) {
        hw__no_memory(err);
        return NULL;
    }
    atomic_init(&field->head.owners, 1);
    field->head.shape = &hw__shape_field;
    hw__shape_defaults(&hw__shape_field, &field->content);
    field->head.id = field->content.name = hw__arena_text(&field->head.arena, name, strlen(name));
    if (!field->head.id) {
        hw_field_free(field);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return field;
}

hw_field *hw_field_new(const char *name, hw_field_type type, hw_error *err)
{
    if (!name) {
        hw__null_argument(err, "name");
        return NULL;
    }
    if (!hw__id_is_valid(name, strlen(name))) {
        hw__fail(err, HW_ERR_SYNTAX, "name", "the name of a field is not an id");
        return NULL;
    }
    hw_field *field = hw__field_blank(name, err);
    if (!field) {
        return NULL;
    }
    hw__draft_word(&field->head, &field->content.type, (int)type, &hw__words_field_type, "type");
    return (hw_field *)hw__record_made(&field->head, err);
}

void hw_field_free(hw_field *field)
{
    hw__record_unref((hw_revision *)field);
}

hw_status hw_field_check(const hw_field *field, hw_error *err)
{
    return field ? hw__record_fault(&field->head, err) : hw__null_argument(err, "field");
}

const char *hw_field_name(const hw_field *field)
{
    return field ? field->content.name : NULL;
}

hw_status hw_field_set_phase(hw_field *field, hw_phase phase)
{
    return field ? hw__draft_word(&field->head, &field->content.phase, (int)phase, &hw__words_phase, "phase")
                 : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_range(hw_field *field, double least, double greatest)
{
    hw__number min, max;
    if (!field) {
        return HW_ERR_ARGUMENT;
    }
    hw_status status = hw__draft_number(&field->head, &min, least, "the least value");
    if (status == HW_OK) {
        status = hw__draft_number(&field->head, &max, greatest, "the greatest value");
    }
    if (status == HW_OK) {
        field->content.min = min;
        field->content.max = max;
    }
    return status;
}

hw_status hw_field_set_whole(hw_field *field, bool whole)
{
    return field ? hw__draft_bool(&field->head, &field->content.whole, whole) : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_unit(hw_field *field, const char *unit)
{
    return field ? hw__draft_line(&field->head, &field->content.unit, unit, "unit") : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_group(hw_field *field, const char *group)
{
    return field ? hw__draft_id(&field->head, &field->content.group, group, "group") : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_required(hw_field *field, bool required)
{
    return field ? hw__draft_bool(&field->head, &field->content.required, required) : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_confidential(hw_field *field, bool confidential)
{
    return field ? hw__draft_bool(&field->head, &field->content.confidential, confidential) : HW_ERR_ARGUMENT;
}

hw_status hw_field_set_title(hw_field *field, const char *language, const char *text)
{
    return field ? hw__draft_text(&field->head, &field->content.title, language, text, HW__MAX_LINE_BYTES,
                                  true, "title")
                 : HW_ERR_ARGUMENT;
}

static hw__choice *find_choice(const hw__list *choices, const char *value)
{
    hw__choice *items = choices->items;
    for (uint32_t i = 0; i < choices->count; i++) {
        if (strcmp(items[i].value, value) == 0) {
            return &items[i];
        }
    }
    return NULL;
}

hw_status hw_field_add_choice(hw_field *field, const char *value, const char *language, const char *title)
{
    if (!field) {
        return HW_ERR_ARGUMENT;
    }
    hw_revision *draft = &field->head;
    hw__list *choices = &field->content.choices;
    char *copy = NULL;
    if (!value || !title) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "choice", "needs a value and a title");
    }
    hw_status status = hw__draft_check_text(draft, language, title, HW__MAX_LINE_BYTES, true, "choice");
    if (status == HW_OK) {
        status = hw__draft_id(draft, &copy, value, "choice");
    }
    if (status != HW_OK) {
        return status;
    }
    hw__choice *choice = find_choice(choices, value);
    if (!choice && choices->count >= HW__MAX_CHOICES) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "choice", "is one too many: 100 at most");
    }
    if (!choice) {
        choice = hw__list_add(&draft->arena, choices, sizeof *choice);
        if (!choice) {
            return hw__draft_fail(draft, HW_ERR_MEMORY, "choice", "");
        }
        choice->value = copy;
    }
    return hw__draft_text(draft, &choice->title, language, title, HW__MAX_LINE_BYTES, true, "choice");
}

/* ---- taking fields in ---- */

/* What is wrong with a field by itself, kept in the draft that was to have it. */
static hw_status check_content(hw_revision *draft, const hw__field *content)
{
    hw_error error;
    hw_problems *problems = hw_problems_new(&error);
    if (!problems) {
        return hw__draft_keep(draft, &error);
    }
    hw__check_field(content, content->name, problems, 0);
    hw_status status = HW_OK;
    if (hw_problems_dropped(problems) > 0) {
        hw__no_memory(&error);
        status = hw__draft_keep(draft, &error);
    } else if (hw_problems_count(problems) > 0) {
        hw__fail(&error, HW_ERR_ARGUMENT, content->name, "%s", hw_problems_message_at(problems, 0));
        status = hw__draft_keep(draft, &error);
    }
    hw_problems_free(problems);
    return status;
}

static hw_status add_field(hw_revision *draft, hw__list *fields, const hw_field *field)
{
    hw_status status;
    hw_error error;
    if (!hw__draft_open(draft, &status)) {
        return status;
    }
    if (!field) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "field", "must not be NULL");
    }
    if (hw_field_check(field, &error) != HW_OK) {
        return hw__draft_keep(draft, &error);
    }
    status = check_content(draft, &field->content);
    if (status != HW_OK) {
        return status;
    }
    const hw__field *items = fields->items;
    for (uint32_t i = 0; i < fields->count; i++) {
        if (items[i].phase == field->content.phase && strcmp(items[i].name, field->content.name) == 0) {
            return hw__draft_fail(draft, HW_ERR_DUPLICATE, "field", "is there already, at that phase");
        }
    }
    if (fields->count >= HW__MAX_FIELDS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "field", "is one too many: 200 at most");
    }
    hw__field copy = {0};
    hw__shape_defaults(&hw__shape_field, &copy);
    hw__field *item = hw__shape_copy(&hw__shape_field, &draft->arena, &copy, &field->content)
                          ? hw__list_add(&draft->arena, fields, sizeof *item)
                          : NULL;
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "field", "");
    }
    *item = copy;
    return HW_OK;
}

size_t hw_assignment_field_count(const hw_assignment *assignment)
{
    return assignment ? assignment->fields.count : 0;
}

hw_status hw_assignment_add_field(hw_assignment *assignment, const hw_field *field)
{
    return assignment ? add_field(&assignment->head, &assignment->fields, field) : HW_ERR_ARGUMENT;
}

hw_status hw_assignment_clear_fields(hw_assignment *assignment)
{
    return assignment ? hw__draft_clear(&assignment->head, &assignment->fields) : HW_ERR_ARGUMENT;
}

size_t hw_template_field_count(const hw_template *sheet)
{
    return sheet ? sheet->fields.count : 0;
}

hw_status hw_template_add_field(hw_template *sheet, const hw_field *field)
{
    return sheet ? add_field(&sheet->head, &sheet->fields, field) : HW_ERR_ARGUMENT;
}

hw_status hw_template_clear_fields(hw_template *sheet)
{
    return sheet ? hw__draft_clear(&sheet->head, &sheet->fields) : HW_ERR_ARGUMENT;
}
