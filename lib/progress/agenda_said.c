/* SPDX-License-Identifier: MIT */
/* What people have said, for the agenda: marked records, answers to safety items, messages and notes. Private ones
 * are passed over; of what is shared as a summary the words are. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "homework/questionnaires.h"
#include "progress/agenda.h"

/* ---- marked for a person ---- */

/* By kind of evidence: where such records are. */
static const uint8_t section_of[] = {
    [HW_EVIDENCE_MESSAGE] = HW__MESSAGES,
    [HW_EVIDENCE_RATING] = HW__RATINGS,
    [HW_EVIDENCE_SCORE] = HW__SCORES,
    [HW_EVIDENCE_GOAL] = HW__GOALS,
    [HW_EVIDENCE_STEP] = HW__STEPS,
    [HW_EVIDENCE_SKILL] = HW__SKILLS,
    [HW_EVIDENCE_ASSIGNMENT] = HW__ASSIGNMENTS,
    [HW_EVIDENCE_SESSION] = HW__SESSIONS,
    [HW_EVIDENCE_REVIEW] = HW__REVIEWS,
};

static const hw__entry_row *entry_of(const hw__agenda_maker *maker, const char *id)
{
    const hw__log_store *log = maker->plan->log;
    uint32_t index = hw__log_find(log, id, strlen(id));
    const hw__entry_row *row = index == UINT32_MAX ? NULL : &log->entries.items[index];
    return row && row->recorded <= maker->as_of && row->visibility != HW_VISIBILITY_PRIVATE ? row : NULL;
}

static bool is_private(const hw_revision *record, uint8_t kind)
{
    return kind == HW_EVIDENCE_MESSAGE && ((const hw_message *)record)->visibility == HW_VISIBILITY_PRIVATE;
}

static hw_status add_flags(hw__agenda_maker *maker)
{
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < maker->options->flags.count; i++) {
        const hw__agenda_flag *flag = &maker->options->flags.items[i];
        hw__agenda_item item = hw__agenda_item_of(HW_AGENDA_PERSON, HW_AGENDA_REASON_FLAGGED);
        item.kind = flag->kind;
        if (flag->kind == HW_EVIDENCE_ENTRY) {
            status = entry_of(maker, flag->id) ? hw__agenda_add_id(maker, item, flag->id) : HW_OK;
            continue;
        }
        const hw_revision *record = hw__agenda_known(maker, section_of[flag->kind], flag->id);
        if (record && !is_private(record, flag->kind)) {
            status = hw__agenda_add(maker, item, record);
        }
    }
    return status;
}

/* An item for each answer; the title is that of its assignment. */
static hw_status add_safety_items(hw__agenda_maker *maker, const hw_questionnaires *forms, size_t form)
{
    hw_status status = HW_OK;
    const char *assignment = hw_questionnaires_assignment_at(forms, form);
    const hw_revision *about = assignment ? hw__agenda_known(maker, HW__ASSIGNMENTS, assignment) : NULL;
    for (size_t i = 0; status == HW_OK && i < hw_questionnaires_flag_count(forms, form); i++) {
        hw__agenda_item item = {.section = HW_AGENDA_PERSON,
                                .reason = HW_AGENDA_REASON_SAFETY_ITEM,
                                .kind = HW_EVIDENCE_ENTRY,
                                .likelihood = -1,
                                .date = hw_moment_local(hw_questionnaires_happened_at(forms, form)).date,
                                .value = hw_questionnaires_flag_at(forms, form, i),
                                .has_value = true};
        status = hw__agenda_add_as(maker, item, hw_questionnaires_entry_at(forms, form), about);
    }
    return status;
}

/* Whether a form was filled in since the last session, or recorded since then, whenever it was filled in. */
static bool is_news(const hw__agenda_maker *maker, const hw_questionnaires *forms, size_t form)
{
    hw_date day = hw_moment_local(hw_questionnaires_happened_at(forms, form)).date;
    const hw__entry_row *row = entry_of(maker, hw_questionnaires_entry_at(forms, form));
    return hw_date_compare(day, maker->since) >= 0 || (row && row->recorded > maker->since_instant);
}

hw_status hw__agenda_person(hw__agenda_maker *maker)
{
    hw_status status = add_flags(maker);
    if (status != HW_OK) {
        return status;
    }
    hw_questionnaires *forms =
        hw_plan_questionnaires(maker->plan, maker->first, hw_date_add_days(maker->today, 1), maker->as_of,
                               NULL, maker->err);
    if (!forms) {
        return (hw_status)maker->err->status;
    }
    for (size_t i = 0; status == HW_OK && i < hw_questionnaires_count(forms); i++) {
        status = is_news(maker, forms, i) ? add_safety_items(maker, forms, i) : HW_OK;
    }
    hw_questionnaires_free(forms);
    return status;
}

/* ---- messages and notes ---- */

typedef struct said {
    hw__agenda_item item;
    const hw_revision *about; /* of a message */
    const char *id, *note;
    uint32_t size; /* of the note */
} said;

typedef HW__VEC(said) sayings;

/* Concerns come first; what was asked, what is requested and what was hard follow, each from the oldest on. */
static const uint8_t reason_of_topic[] = {
    [HW_MESSAGE_QUESTION] = HW_AGENDA_REASON_QUESTION,   [HW_MESSAGE_CONCERN] = HW_AGENDA_REASON_CONCERN,
    [HW_MESSAGE_CHALLENGE] = HW_AGENDA_REASON_CHALLENGE, [HW_MESSAGE_INSIGHT] = HW_AGENDA_REASON_INSIGHT,
    [HW_MESSAGE_REQUEST] = HW_AGENDA_REASON_REQUEST,
};

static bool is_new(const hw__agenda_maker *maker, hw_moment recorded)
{
    return maker->since_instant == INT64_MIN || recorded.instant > maker->since_instant;
}

/* Whether a message waits for the next session; an insight asks for nothing and is told once. */
static bool waits(const hw__agenda_maker *maker, const hw_message *message, hw_moment written)
{
    if (message->visibility == HW_VISIBILITY_PRIVATE ||
        (message->topic == HW_MESSAGE_INSIGHT && !is_new(maker, written))) {
        return false;
    }
    return message->state == HW_MESSAGE_OPEN || message->state == HW_MESSAGE_ACKNOWLEDGED ||
           message->state == HW_MESSAGE_DEFERRED;
}

static said saying(uint8_t reason, hw_moment written, hw_evidence_kind kind)
{
    uint8_t section = reason == HW_AGENDA_REASON_INSIGHT ? HW_AGENDA_GAINS : HW_AGENDA_ASKED;
    return (said){.item = {.section = section,
                           .reason = reason,
                           .kind = (uint8_t)kind,
                           .likelihood = -1,
                           .date = hw_moment_local(written).date,
                           .written = written.instant}};
}

static bool take_messages(const hw__agenda_maker *maker, sayings *all)
{
    const hw__things *messages = &maker->plan->sections[HW__MESSAGES];
    bool good = true;
    for (size_t i = 0; good && i < messages->count; i++) {
        const hw_message *message = (const hw_message *)hw__thing_known(&messages->items[i], maker->as_of);
        hw_moment written = messages->items[i].revisions.items[0]->recorded;
        if (!message || !waits(maker, message, written)) {
            continue;
        }
        said one = saying(reason_of_topic[message->topic], written, HW_EVIDENCE_MESSAGE);
        one.about = &message->head;
        one.id = message->head.id;
        good = hw__vec_push(all, one);
    }
    return good;
}

/* The reason for a kind of note; HW_AGENDA_REASON_COUNT for those that are not talked about. */
static uint8_t reason_of_note(uint8_t note)
{
    switch (note) {
    case HW_NOTE_QUESTION:
        return HW_AGENDA_REASON_QUESTION;
    case HW_NOTE_CHALLENGE:
        return HW_AGENDA_REASON_CHALLENGE;
    case HW_NOTE_INSIGHT:
        return HW_AGENDA_REASON_INSIGHT;
    default:
        return HW_AGENDA_REASON_COUNT;
    }
}

static bool take_notes_of(const hw__agenda_maker *maker, const hw__entry_row *row, sayings *all)
{
    const hw__log_store *log = maker->plan->log;
    bool good = true;
    for (uint32_t v = 0; good && v < row->values; v++) {
        const hw__value_row *value = &log->values.items[row->first + v];
        uint8_t reason = value->kind == HW_VALUE_NOTE ? reason_of_note(value->code) : HW_AGENDA_REASON_COUNT;
        if (reason == HW_AGENDA_REASON_COUNT) {
            continue;
        }
        said one = saying(reason, hw__entry_recorded(row), HW_EVIDENCE_ENTRY);
        one.id = hw__log_pool(log, row->id);
        if (row->visibility == HW_VISIBILITY_SHARED) {
            one.note = hw__log_pool(log, value->as.text.offset);
            one.size = value->as.text.size;
        }
        good = hw__vec_push(all, one);
    }
    return good;
}

/* The notes that were written since the last session. */
static bool take_notes(const hw__agenda_maker *maker, sayings *all)
{
    const hw__log_store *log = maker->plan->log;
    uint8_t *states = hw__alloc(log->entries.count);
    bool good = states && hw__log_states(log, maker->as_of, states);
    for (size_t i = 0; good && i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        if (states[i] == HW_ENTRY_LIVE && row->visibility != HW_VISIBILITY_PRIVATE &&
            is_new(maker, hw__entry_recorded(row))) {
            good = take_notes_of(maker, row, all);
        }
    }
    hw__free(states);
    return good;
}

/* By reason, then from the oldest on, then by id. */
static int compare(const void *left, const void *right)
{
    const said *a = left, *b = right;
    if (a->item.reason != b->item.reason) {
        return a->item.reason < b->item.reason ? -1 : 1;
    }
    if (a->item.written != b->item.written) {
        return a->item.written < b->item.written ? -1 : 1;
    }
    int order = strcmp(a->id, b->id);
    return order ? order : a->note < b->note ? -1 : a->note > b->note;
}

static hw_status add_saying(hw__agenda_maker *maker, said one)
{
    if (one.note) {
        one.item.words = hw__arena_text(&maker->agenda->arena, one.note, one.size);
        if (!one.item.words) {
            return hw__no_memory(maker->err);
        }
    }
    return one.about ? hw__agenda_add(maker, one.item, one.about)
                     : hw__agenda_add_id(maker, one.item, one.id);
}

static hw_status add_section(hw__agenda_maker *maker, hw_agenda_section section)
{
    sayings all = {0};
    bool good = take_messages(maker, &all) && take_notes(maker, &all);
    hw_status status = good ? HW_OK : hw__no_memory(maker->err);
    if (all.count > 1) {
        qsort(all.items, all.count, sizeof *all.items, compare);
    }
    for (size_t i = 0; status == HW_OK && i < all.count; i++) {
        if (all.items[i].item.section == section) {
            status = add_saying(maker, all.items[i]);
        }
    }
    hw__vec_free(&all);
    return status;
}

hw_status hw__agenda_asked(hw__agenda_maker *maker)
{
    return add_section(maker, HW_AGENDA_ASKED);
}

hw_status hw__agenda_insights(hw__agenda_maker *maker)
{
    return add_section(maker, HW_AGENDA_GAINS);
}
