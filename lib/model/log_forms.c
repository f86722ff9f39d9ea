/* SPDX-License-Identifier: MIT */
/* By which form is an entry of a log judged, and which of its fields does a value row mean? */
#include "model/log_forms.h"

#include <string.h>

#define PHASE_BITS 3
#define SLOT_KEY(symbol, phase) ((uint32_t)(symbol) << PHASE_BITS | (uint32_t)(phase))

static uint32_t spread(uint32_t key)
{
    return key * UINT32_C(2654435769) >> 16;
}

/* Enters the rows whose names the log knows. */
static bool index_rows(hw__log_form *form, const hw__log_store *log)
{
    uint32_t room = 4;
    while (room < form->form.rows.count * 2) {
        room *= 2;
    }
    form->slots = hw__zalloc((size_t)room * 2, sizeof *form->slots);
    if (!form->slots) {
        return false;
    }
    form->mask = room - 1;
    for (uint32_t i = 0; i < form->form.rows.count; i++) {
        const hw__form_row *row = &form->form.rows.items[i];
        uint32_t symbol = hw__log_find_symbol(log, row->name, strlen(row->name));
        if (symbol == 0 || symbol > UINT16_MAX) {
            continue; /* no value row names it */
        }
        uint32_t key = SLOT_KEY(symbol, row->phase), slot = spread(key) & form->mask;
        while (form->slots[slot * 2]) {
            slot = (slot + 1) & form->mask;
        }
        form->slots[slot * 2] = key;
        form->slots[slot * 2 + 1] = i;
    }
    return true;
}

uint32_t hw__log_form_row(const hw__log_form *form, uint32_t symbol, int phase)
{
    uint32_t key = SLOT_KEY(symbol, phase), slot = spread(key) & form->mask;
    while (form->slots[slot * 2] && form->slots[slot * 2] != key) {
        slot = (slot + 1) & form->mask;
    }
    return form->slots[slot * 2] ? form->slots[slot * 2 + 1] : HW__NO_ROW;
}

static void clear_form(hw__log_form *form)
{
    hw__form_clear(&form->form);
    hw__free(form->slots);
}

/* Its index and 1; 0 without memory. */
static uint32_t add_form(hw__log_forms *forms, const hw_assignment *record, int kind, const hw__list *fields,
                         uint32_t older)
{
    hw__log_form form = {.record = record, .older = older};
    if (!hw__form_collect(&form.form, kind, fields) || !index_rows(&form, forms->log) ||
        !hw__vec_push(&forms->items, form)) {
        clear_form(&form);
        return 0;
    }
    return (uint32_t)forms->items.count;
}

bool hw__log_forms_plain(const hw__thing *assignment)
{
    const hw_assignment *latest = (const hw_assignment *)hw__thing_latest(assignment);
    for (size_t r = 0; r < assignment->revisions.count; r++) {
        const hw_assignment *revision = (const hw_assignment *)assignment->revisions.items[r];
        if (revision->fields.count > 0 || revision->kind != latest->kind) {
            return false;
        }
    }
    return true;
}

uint32_t hw__log_forms_find(hw__log_forms *forms, const hw_assignment *record, uint32_t *newest)
{
    const hw__list none = {0};
    if (record->fields.count == 0) {
        uint32_t *known = &forms->of_kind[record->kind < HW__KINDS ? record->kind : HW__KINDS];
        if (!*known) {
            *known = add_form(forms, NULL, record->kind, &none, 0);
        }
        return *known;
    }
    for (uint32_t i = *newest; i > 0; i = forms->items.items[i - 1].older) {
        if (forms->items.items[i - 1].record == record) {
            return i;
        }
    }
    uint32_t made = add_form(forms, record, record->kind, &record->fields, *newest);
    *newest = made ? made : *newest;
    return made;
}

void hw__log_forms_free(hw__log_forms *forms)
{
    for (size_t i = 0; i < forms->items.count; i++) {
        clear_form(&forms->items.items[i]);
    }
    hw__vec_free(&forms->items);
}
