/* SPDX-License-Identifier: MIT */
/* Random edits of forms, templates in use, attachments and agreements; and the states and reports that other edits
 * come to too seldom. */
#include <string.h>

#include "support/random_edits.h"

#define PICK_AT(e, noun)                    \
    (hw_plan_##noun##_count((e)->plan) == 0 \
         ? NULL                             \
         : hw_plan_##noun##_at((e)->plan,   \
                               (size_t)random_below((e)->random, hw_plan_##noun##_count((e)->plan))))

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static hw_status nothing_yet(editing *e)
{
    if (e->err)
        *e->err = (hw_error){.status = HW_ERR_NOT_FOUND, .message = "nothing to edit yet"};
    return HW_ERR_NOT_FOUND;
}

/* ---- forms ---- */

/* What random entries say, and what they do not. */
static const struct {
    const char *name, *group;
    hw_field_type type;
    hw_phase phase;
} fields[] = {
    {"situation", "row", HW_FIELD_TEXT, HW_PHASE_NONE}, {"thought", "row", HW_FIELD_TEXT, HW_PHASE_NONE},
    {"outcome", "row", HW_FIELD_TEXT, HW_PHASE_NONE},   {"bakery", "row", HW_FIELD_TEXT, HW_PHASE_NONE},
    {"minutes", NULL, HW_FIELD_NUMBER, HW_PHASE_NONE},  {"steps", "row", HW_FIELD_NUMBER, HW_PHASE_DURING},
    {"steps", NULL, HW_FIELD_NUMBER, HW_PHASE_PEAK},    {"calm", NULL, HW_FIELD_RATING, HW_PHASE_BEFORE},
    {"calm", NULL, HW_FIELD_RATING, HW_PHASE_AFTER},    {"calm", NULL, HW_FIELD_RATING, HW_PHASE_PREDICTED},
    {"trap", NULL, HW_FIELD_CHOICE, HW_PHASE_NONE},     {"day", NULL, HW_FIELD_DATE, HW_PHASE_NONE},
    {"went", NULL, HW_FIELD_YES_NO, HW_PHASE_NONE},
};
#define FIELD_COUNT (sizeof fields / sizeof *fields)

static hw_field *make_field(editing *e, size_t i, bool required)
{
    hw_field *field = hw_field_new(fields[i].name, fields[i].type, e->err);
    hw_field_set_phase(field, fields[i].phase);
    hw_field_set_group(field, fields[i].group);
    hw_field_set_required(field, required);
    hw_field_set_confidential(field, random_chance(e->random, 20));
    if (random_chance(e->random, 50))
        hw_field_set_title(field, random_language(e->random), random_line(e->random));
    if (fields[i].type == HW_FIELD_RATING) {
        hw_field_set_range(field, 0, random_int(e->random, 5, 100));
        hw_field_set_whole(field, random_chance(e->random, 50));
        hw_field_set_unit(field, random_chance(e->random, 50) ? random_line(e->random) : NULL);
    }
    if (fields[i].type == HW_FIELD_CHOICE) {
        hw_field_add_choice(field, "all-or-nothing", NULL, random_line(e->random));
        hw_field_add_choice(field, "other", random_language(e->random), random_line(e->random));
    }
    return field;
}

static hw_status edit_form(editing *e)
{
    const hw_assignment *old = PICK_AT(e, assignment);
    hw_assignment *draft = old ? hw_assignment_edit(old, e->err) : NULL;
    if (!old)
        return nothing_yet(e);
    bool good = draft != NULL;
    hw_assignment_clear_fields(draft);
    for (size_t i = 0; i < FIELD_COUNT && random_chance(e->random, 95); i++) {
        hw_field *field = make_field(e, i, false);
        good = field && good;
        hw_assignment_add_field(draft, field);
        hw_field_free(field);
    }
    hw_assignment_clear_attachments(draft);
    for (int i = random_int(e->random, -1, 2); i > 0; i--)
        hw_assignment_add_attachment(draft, i == 1 ? "sheets/a.pdf" : "https://example.org/\xC3\xBC?a=1&b=2",
                                     i == 1 ? "application/pdf" : NULL,
                                     random_chance(e->random, 50) ? random_int(e->random, 0, 1 << 30) : -1,
                                     random_chance(e->random, 50) ? DIGEST : NULL);
    if (hw_assignment_attachment_count(draft) > 0)
        hw_assignment_set_attachment_title(draft, 0, random_language(e->random), random_line(e->random));
    if (random_chance(e->random, 50))
        hw_assignment_set_with(draft, (hw_role)random_int(e->random, 0, HW_ROLE_DEVICE));
    hw_status status = good ? hw_plan_revise_assignment(e->plan, draft, e->change, e->err) : HW_ERR_MEMORY;
    hw_assignment_unref(draft);
    return status;
}

/* ---- templates ---- */

static hw_status keep_as_template(editing *e)
{
    const hw_assignment *model = PICK_AT(e, assignment);
    char id[40];
    random_id(id, 'f', e->editor);
    if (!model)
        return nothing_yet(e);
    hw_template *draft = hw_template_from_assignment(id, model, e->err);
    bool good = draft != NULL;
    if (hw_template_field_count(draft) == 0) {
        hw_field *field = make_field(e, 0, true);
        good = field && good;
        hw_template_add_field(draft, field);
        hw_field_free(field);
    }
    hw_status status = good ? hw_plan_add_template(e->plan, draft, e->change, e->err) : HW_ERR_MEMORY;
    hw_template_unref(draft);
    return status;
}

static hw_status use_template(editing *e)
{
    const hw_template *sheet = PICK_AT(e, template);
    char id[40];
    random_id(id, 'u', e->editor);
    if (!sheet)
        return nothing_yet(e);
    hw_assignment *draft = hw_assignment_from_template(id, sheet, e->err);
    hw_status status = draft ? hw_plan_add_assignment(e->plan, draft, e->change, e->err) : HW_ERR_MEMORY;
    hw_assignment_unref(draft);
    return status;
}

/* ---- states that ask for others before them ---- */

static hw_status answer_proposal(editing *e)
{
    const char *by = NULL;
    for (size_t i = 0; i < hw_plan_person_count(e->plan) && !by; i++) {
        const hw_person *person = hw_plan_person_at(e->plan, i);
        by = hw_person_role(person) != HW_ROLE_DEVICE ? hw_person_id(person) : NULL;
    }
    for (size_t i = 0; i < hw_plan_assignment_count(e->plan) && by; i++) {
        const hw_assignment *one = hw_plan_assignment_at(e->plan, i);
        if (hw_assignment_state(one) != HW_ASSIGNMENT_PROPOSED)
            continue;
        return random_chance(e->random, 60)
                   ? hw_plan_agree_assignment(e->plan, hw_assignment_id(one), by, e->change, e->err)
                   : hw_plan_mark_assignment(e->plan, hw_assignment_id(one), HW_ASSIGNMENT_DECLINED,
                                             e->change, e->err);
    }
    return nothing_yet(e);
}

static hw_status settle_message(editing *e)
{
    const hw_message *one = PICK_AT(e, message);
    if (!one)
        return nothing_yet(e);
    hw_message_stage next = hw_message_state(one) == HW_MESSAGE_OPEN
                                ? (hw_message_stage)random_int(e->random, 1, HW_MESSAGE_DEFERRED)
                                : HW_MESSAGE_RESOLVED;
    return hw_plan_mark_message(e->plan, hw_message_id(one), next, e->change, e->err);
}

/* ---- the log ---- */

static hw_status log_something(editing *e)
{
    const char *waiting = NULL;
    for (size_t i = 0; i < hw_plan_assignment_count(e->plan) && !waiting; i++) {
        const hw_assignment *one = hw_plan_assignment_at(e->plan, i);
        bool waits = hw_assignment_schedule(one) == HW_SCHEDULE_EVENT_CONTINGENT;
        waiting = waits ? hw_assignment_id(one) : NULL;
    }
    bool is_waiting = waiting && random_chance(e->random, 50);
    hw_entry *entry = hw_entry_new(is_waiting ? waiting : NULL,
                                   is_waiting ? HW_EXTENT_NO_OPPORTUNITY : HW_EXTENT_NONE, e->err);
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, random_text(e->random));
    hw_entry_add_attachment(entry, "photo.jpg", random_chance(e->random, 50) ? "image/jpeg" : NULL,
                            random_chance(e->random, 50) ? random_int(e->random, 0, 1 << 20) : -1,
                            random_chance(e->random, 50) ? DIGEST : NULL);
    hw_status status = entry ? hw_plan_log(e->plan, entry, e->change, e->err) : HW_ERR_MEMORY;
    hw_entry_free(entry);
    return status;
}

hw_status random_form_edit(editing *e)
{
    static hw_status (*const kinds[])(editing *) = {
        edit_form, keep_as_template, use_template, answer_proposal, settle_message, log_something,
    };
    return kinds[random_below(e->random, sizeof kinds / sizeof *kinds)](e);
}
