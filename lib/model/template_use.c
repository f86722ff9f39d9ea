/* SPDX-License-Identifier: MIT */
/* From a template to an assignment and back: what both say about a piece of homework is copied whole, so that
 * neither knows of the other's changes. */
#include "homework/template.h"

#include <string.h>

#include "model/noun.h"

/* What templates and assignments have in common, wherever it lies. */
typedef struct content {
    uint8_t *kind;
    char **label;
    int32_t *minutes;
    hw__texts *title, *instructions, *rationale;
    hw__schedule *schedule;
    hw__window *window;
    hw__list *reminders, *tracks, *fields;
} content;

static content of_template(const hw_template *from)
{
    hw_template *t = (hw_template *)(uintptr_t)from; /* only the new record is written to */
    return (content){&t->kind,     &t->label,  &t->minutes,   &t->title,  &t->instructions, &t->rationale,
                     &t->schedule, &t->window, &t->reminders, &t->tracks, &t->fields};
}

static content of_assignment(const hw_assignment *from)
{
    hw_assignment *a = (hw_assignment *)(uintptr_t)from;
    return (content){&a->kind,     &a->label,        &a->minutes,
                     &a->title,    &a->instructions, &a->contract.rationale,
                     &a->schedule, &a->window,       &a->reminders,
                     &a->tracks,   &a->fields};
}

static bool copy_texts(hw__arena *arena, hw__texts *to, const hw__texts *from)
{
    const hw__tongue *tongues = from->list.items;
    for (uint32_t i = 0; i < from->list.count; i++) {
        if (!hw__texts_set(arena, to, tongues[i].language, tongues[i].text)) {
            return false;
        }
    }
    return true;
}

static bool copy_list(const hw__shape *shape, hw__arena *arena, hw__list *to, const hw__list *from)
{
    for (uint32_t i = 0; i < from->count; i++) {
        void *item = hw__list_add(arena, to, shape->size);
        if (!item) {
            return false;
        }
        hw__shape_defaults(shape, item);
        if (!hw__shape_copy(shape, arena, item, (const char *)from->items + (size_t)i * shape->size)) {
            return false;
        }
    }
    return true;
}

static bool copy_content(hw__arena *arena, const content *to, const content *from)
{
    *to->kind = *from->kind;
    *to->minutes = *from->minutes;
    *to->label = *from->label ? hw__arena_text(arena, *from->label, strlen(*from->label)) : NULL;
    to->schedule->present = from->schedule->present;
    to->window->present = from->window->present;
    return (*to->label || !*from->label) && copy_texts(arena, to->title, from->title) &&
           copy_texts(arena, to->instructions, from->instructions) &&
           copy_texts(arena, to->rationale, from->rationale) &&
           hw__shape_copy(&hw__shape_schedule, arena, to->schedule, from->schedule) &&
           hw__shape_copy(&hw__shape_window, arena, to->window, from->window) &&
           copy_list(&hw__shape_reminder, arena, to->reminders, from->reminders) &&
           copy_list(&hw__shape_track, arena, to->tracks, from->tracks) &&
           copy_list(&hw__shape_field, arena, to->fields, from->fields);
}

hw_template *hw_template_from_assignment(const char *id, const hw_assignment *assignment, hw_error *err)
{
    if (!assignment) {
        hw__null_argument(err, "assignment");
        return NULL;
    }
    hw_template *made = (hw_template *)hw__record_new_id(hw__shapes[HW__TEMPLATES], id, err);
    if (!made) {
        return NULL;
    }
    const content to = of_template(made), from = of_assignment(assignment);
    if (!copy_content(&made->head.arena, &to, &from)) {
        hw_template_unref(made);
        hw__no_memory(err);
        return NULL;
    }
    return made;
}

/* Where it comes from, if that is in a plan. */
static bool note_origin(hw_assignment *made, const hw_template *sheet)
{
    const char *id = sheet->head.id, *revision = sheet->head.revision;
    if (!revision) {
        return true;
    }
    made->template_id = hw__arena_text(&made->head.arena, id, strlen(id));
    made->template_revision = hw__arena_text(&made->head.arena, revision, strlen(revision));
    return made->template_id && made->template_revision;
}

hw_assignment *hw_assignment_from_template(const char *id, const hw_template *sheet, hw_error *err)
{
    if (!sheet) {
        hw__null_argument(err, "template");
        return NULL;
    }
    hw_assignment *made = (hw_assignment *)hw__record_new_id(hw__shapes[HW__ASSIGNMENTS], id, err);
    if (!made) {
        return NULL;
    }
    const content to = of_assignment(made), from = of_template(sheet);
    if (!copy_content(&made->head.arena, &to, &from) || !note_origin(made, sheet)) {
        hw_assignment_unref(made);
        hw__no_memory(err);
        return NULL;
    }
    made->state = HW_ASSIGNMENT_DRAFT;
    made->contract.present = !hw__part_is_none(&hw__shape_contract, &made->contract);
    return made;
}

const char *hw_assignment_template(const hw_assignment *assignment)
{
    return assignment ? assignment->template_id : NULL;
}

const char *hw_assignment_template_revision(const hw_assignment *assignment)
{
    return assignment ? assignment->template_revision : NULL;
}
