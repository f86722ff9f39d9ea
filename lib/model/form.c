/* SPDX-License-Identifier: MIT */
/* Forms for hosts: a snapshot of all fields that apply, with their questions in words. */
#include "homework/form.h"

#include <string.h>

#include "base/fail.h"
#include "base/labels.h"
#include "base/objects.h"
#include "model/field.h"
#include "model/form_rows.h"
#include "model/shape_checks.h"
#include "model/table.h"

struct hw_form {
    hw__arena arena;
    hw__list fields; /* of hw__field: copies of the own ones */
    hw__form_rows form;
};

static bool copy_fields(hw_form *form, const hw__list *fields)
{
    const hw__field *items = fields->items;
    for (uint32_t i = 0; i < fields->count; i++) {
        hw__field *copy = hw__list_add(&form->arena, &form->fields, sizeof *copy);
        if (!copy) {
            return false;
        }
        hw__shape_defaults(&hw__shape_field, copy);
        if (!hw__shape_copy(&hw__shape_field, &form->arena, copy, &items[i])) {
            return false;
        }
    }
    return true;
}

static hw_form *make_form(int kind, const hw__list *fields, hw_error *err)
{
    hw_form *form = HW__NEW(form);
    if (!form || !copy_fields(form, fields) || !hw__form_collect(&form->form, kind, &form->fields)) {
        hw_form_free(form);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return form;
}

hw_form *hw_kind_form(hw_kind kind, hw_error *err)
{
    const hw__list none = {0};
    if ((int)kind < 0 || (int)kind >= hw__words_kind.count) {
        hw__fail(err, HW_ERR_RANGE, "kind", "there is no such kind");
        return NULL;
    }
    return make_form((int)kind, &none, err);
}

hw_form *hw_assignment_form(const hw_assignment *assignment, hw_error *err)
{
    if (!assignment) {
        hw__null_argument(err, "assignment");
        return NULL;
    }
    return make_form(assignment->kind, &assignment->fields, err);
}

hw_form *hw_template_form(const hw_template *sheet, hw_error *err)
{
    if (!sheet) {
        hw__null_argument(err, "template");
        return NULL;
    }
    return make_form(sheet->kind, &sheet->fields, err);
}

void hw_form_free(hw_form *form)
{
    if (form) {
        hw__form_clear(&form->form);
        hw__arena_free(&form->arena);
        HW__DELETE(form, form);
    }
}

size_t hw_form_count(const hw_form *form)
{
    return form ? form->form.rows.count : 0;
}

bool hw_form_closed(const hw_form *form)
{
    return form && form->form.closed;
}

size_t hw_form_find(const hw_form *form, const char *name, hw_phase phase)
{
    uint32_t row = form && name ? hw__form_row_find(&form->form, name, (int)phase) : HW__NO_ROW;
    return row == HW__NO_ROW ? SIZE_MAX : row;
}

/* NULL past the end. */
static const hw__form_row *row_at(const hw_form *form, size_t index)
{
    return index < hw_form_count(form) ? &form->form.rows.items[index] : NULL;
}

const char *hw_form_name_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? row->name : NULL;
}

hw_phase hw_form_phase_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? (hw_phase)row->phase : HW_PHASE_NONE;
}

hw_field_type hw_form_type_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? (hw_field_type)row->type : HW_FIELD_TEXT;
}

bool hw_form_least_at(const hw_form *form, size_t index, double *out)
{
    const hw__form_row *row = row_at(form, index);
    return row && hw__number_get(&row->min, out);
}

bool hw_form_greatest_at(const hw_form *form, size_t index, double *out)
{
    const hw__form_row *row = row_at(form, index);
    return row && hw__number_get(&row->max, out);
}

bool hw_form_whole_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row && row->whole;
}

const char *hw_form_unit_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? row->unit : NULL;
}

const char *hw_form_group_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? row->group : NULL;
}

bool hw_form_required_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row && row->required;
}

bool hw_form_confidential_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row && row->confidential;
}

bool hw_form_own_at(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row && row->own;
}

const char *hw_form_title_at(const hw_form *form, size_t index, const char *language)
{
    const hw__form_row *row = row_at(form, index);
    const char *own = row && row->own ? hw__texts_pick(&row->own->title, language) : NULL;
    if (own || !row || !row->kind) {
        return own;
    }
    return hw__label_text(hw__language_find(language), row->kind->label);
}

size_t hw_form_choice_count(const hw_form *form, size_t index)
{
    const hw__form_row *row = row_at(form, index);
    return row ? hw__form_row_choices(row) : 0;
}

const char *hw_form_choice_at(const hw_form *form, size_t index, size_t choice)
{
    return choice < hw_form_choice_count(form, index) ? hw__form_row_choice(row_at(form, index), choice)
                                                      : NULL;
}

const char *hw_form_choice_title_at(const hw_form *form, size_t index, size_t choice, const char *language)
{
    const hw__form_row *row = row_at(form, index);
    if (!row || choice >= hw__form_row_choices(row)) {
        return NULL;
    }
    return row->own ? hw__texts_pick(&((const hw__choice *)row->own->choices.items)[choice].title, language)
                    : hw__label_text(hw__language_find(language), row->kind->choices[choice].label);
}

/* ---- a draft of a field ---- */

/* A field of a kind as a draft; its words are those of the kind, in English. */
static void fill_in(hw_field *draft, const hw__form_row *row)
{
    hw__field *content = &draft->content;
    content->type = row->type;
    content->phase = row->phase;
    content->required = row->required;
    content->confidential = row->confidential;
    content->whole = row->whole;
    content->min = row->min;
    content->max = row->max;
    hw_field_set_unit(draft, row->unit);
    hw_field_set_group(draft, row->group);
    hw_field_set_title(draft, "en", hw__label_text(NULL, row->kind->label));
    for (size_t i = 0; i < row->kind->choice_count; i++) {
        hw_field_add_choice(draft, row->kind->choices[i].value, "en",
                            hw__label_text(NULL, row->kind->choices[i].label));
    }
}

hw_field *hw_form_field_at(const hw_form *form, size_t index, hw_error *err)
{
    const hw__form_row *row = row_at(form, index);
    if (!row) {
        hw__fail(err, HW_ERR_RANGE, "field", "the form has no field there");
        return NULL;
    }
    hw_field *draft = hw__field_blank(row->name, err);
    if (!draft) {
        return NULL;
    }
    if (!row->own) {
        fill_in(draft, row);
        return (hw_field *)hw__record_made(&draft->head, err);
    }
    if (!hw__shape_copy(&hw__shape_field, &draft->head.arena, &draft->content, row->own)) {
        hw_field_free(draft);
        hw__no_memory(err);
        return NULL;
    }
    return draft;
}

/* ---- as a table ---- */

enum {
    NAME,
    PHASE,
    TYPE,
    LEAST,
    GREATEST,
    WHOLE,
    UNIT,
    GROUP,
    REQUIRED,
    CONFIDENTIAL,
    OWN,
    TITLE,
    CHOICES,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [NAME] = {"name", HW_COLUMN_TEXT, 0, "", "The name of the field."},
    [PHASE] = {"phase", HW_COLUMN_TEXT, 0, "", "When within the practice it is asked; none if at any time."},
    [TYPE] = {"type", HW_COLUMN_TEXT, 0, "", "What it holds: text, number, rating, choice, date or yes-no."},
    [LEAST] = {"least", HW_COLUMN_NUMBER, -1, "", "Its least value, if it has one."},
    [GREATEST] = {"greatest", HW_COLUMN_NUMBER, -1, "", "Its greatest value, if it has one."},
    [WHOLE] = {"whole", HW_COLUMN_BOOL, 0, "", "Whether only whole numbers are allowed."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of a number."},
    [GROUP] = {"group", HW_COLUMN_TEXT, 0, "", "The group that it repeats with; none if it does not."},
    [REQUIRED] = {"required", HW_COLUMN_BOOL, 0, "", "Whether an entry of something done must say it."},
    [CONFIDENTIAL] = {"confidential", HW_COLUMN_BOOL, 0, "", "Whether what is said stays with its author."},
    [OWN] = {"own", HW_COLUMN_BOOL, 0, "",
             "Whether the assignment or template declares it, and not the kind."},
    [TITLE] = {"title", HW_COLUMN_TEXT, 0, "", "The question, in words."},
    [CHOICES] = {"choices", HW_COLUMN_TEXT, 0, "", "The values to choose from, with blanks between."},
};

static bool fill_choices(hw_table *table, const hw__form_row *row, size_t at)
{
    hw__buffer text;
    size_t count = hw__form_row_choices(row);
    hw__buffer_init(&text, HW__MAX_CHOICES * (HW__MAX_ID_BYTES + 1));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            hw__put_char(&text, ' ');
        }
        hw__put_text(&text, hw__form_row_choice(row, i));
    }
    char *values = hw__buffer_take(&text, NULL, NULL);
    if (values && count > 0) {
        hw__table_text(table, CHOICES, at, values);
    }
    hw_string_free(values);
    return values != NULL;
}

static bool fill_row(hw_table *table, const hw_form *form, size_t at, const char *language)
{
    const hw__form_row *row = &form->form.rows.items[at];
    hw__table_text(table, NAME, at, row->name);
    if (row->phase != HW_PHASE_NONE) {
        hw__table_text(table, PHASE, at, hw__words_at(&hw__words_phase, row->phase));
    }
    hw__table_text(table, TYPE, at, hw__words_at(&hw__words_field_type, row->type));
    if (row->min.present) {
        hw__table_number(table, LEAST, at, hw__decimal_double(row->min.value));
    }
    if (row->max.present) {
        hw__table_number(table, GREATEST, at, hw__decimal_double(row->max.value));
    }
    hw__table_bool(table, WHOLE, at, row->whole);
    hw__table_text(table, UNIT, at, row->unit);
    hw__table_text(table, GROUP, at, row->group);
    hw__table_bool(table, REQUIRED, at, row->required);
    hw__table_bool(table, CONFIDENTIAL, at, row->confidential);
    hw__table_bool(table, OWN, at, row->own != NULL);
    hw__table_text(table, TITLE, at, hw_form_title_at(form, at, language));
    return fill_choices(table, row, at);
}

hw_table *hw_form_table(const hw_form *form, const char *language, hw_error *err)
{
    if (!form) {
        hw__null_argument(err, "form");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, hw_form_count(form), err);
    bool good = table != NULL;
    for (size_t at = 0; good && at < hw_form_count(form); at++) {
        good = fill_row(table, form, at, language);
    }
    if (table && !good) {
        hw_table_free(table);
        hw__no_memory(err);
        return NULL;
    }
    return table ? hw__table_done(table, err) : NULL;
}
