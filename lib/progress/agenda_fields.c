/* SPDX-License-Identifier: MIT */
/* What an agenda says, item by item, as a table, and the words of its sections and reasons. */
#include <string.h>

#include "base/fail.h"
#include "base/words.h"
#include "homework/words.h"
#include "model/table.h"
#include "progress/agenda.h"

/* ---- words ---- */

static const char *const section_words[HW_AGENDA_SECTION_COUNT] = {
    [HW_AGENDA_PERSON] = "person",     [HW_AGENDA_ASKED] = "asked",   [HW_AGENDA_HOMEWORK] = "homework",
    [HW_AGENDA_BARRIERS] = "barriers", [HW_AGENDA_RATERS] = "raters", [HW_AGENDA_STEPS] = "steps",
    [HW_AGENDA_GAINS] = "gains",       [HW_AGENDA_GOALS] = "goals",   [HW_AGENDA_PLANNING] = "planning",
};

static const char *const reason_words[HW_AGENDA_REASON_COUNT] = {
    [HW_AGENDA_REASON_FLAGGED] = "flagged",
    [HW_AGENDA_REASON_SAFETY_ITEM] = "safety-item",
    [HW_AGENDA_REASON_CONCERN] = "concern",
    [HW_AGENDA_REASON_QUESTION] = "question",
    [HW_AGENDA_REASON_REQUEST] = "request",
    [HW_AGENDA_REASON_CHALLENGE] = "challenge",
    [HW_AGENDA_REASON_HOMEWORK] = "homework",
    [HW_AGENDA_REASON_RECORDED_LATER] = "recorded-later",
    [HW_AGENDA_REASON_BARRIER] = "barrier",
    [HW_AGENDA_REASON_RATERS_DIFFER] = "raters-differ",
    [HW_AGENDA_REASON_STEP_UP] = "step-up",
    [HW_AGENDA_REASON_STEP_DOWN] = "step-down",
    [HW_AGENDA_REASON_SIMPLIFY] = "simplify",
    [HW_AGENDA_REASON_INSIGHT] = "insight",
    [HW_AGENDA_REASON_ACCOMPLISHMENT] = "accomplishment",
    [HW_AGENDA_REASON_GOAL_NEEDS_WORK] = "goal-needs-work",
    [HW_AGENDA_REASON_GOAL_STEADY] = "goal-steady",
    [HW_AGENDA_REASON_GOAL_PROGRESS] = "goal-progress",
    [HW_AGENDA_REASON_NO_GOAL] = "no-goal",
    [HW_AGENDA_REASON_NO_HOMEWORK] = "no-homework",
    [HW_AGENDA_REASON_ENDING] = "ending",
    [HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK] = "goal-without-homework",
    [HW_AGENDA_REASON_AGREEMENT_LACKS] = "agreement-lacks",
};

const char *hw_agenda_section_name(hw_agenda_section section)
{
    return (unsigned)section < HW_AGENDA_SECTION_COUNT ? section_words[section] : "unknown";
}

const char *hw_agenda_reason_name(hw_agenda_reason reason)
{
    return (unsigned)reason < HW_AGENDA_REASON_COUNT ? reason_words[reason] : "unknown";
}

hw_agenda_reason hw_agenda_reason_find(const char *name)
{
    int reason = 0;
    while (reason < HW_AGENDA_REASON_COUNT && !(name && strcmp(reason_words[reason], name) == 0)) {
        reason++;
    }
    return (hw_agenda_reason)reason;
}

/* ---- the agenda ---- */

size_t hw_agenda_count(const hw_agenda *agenda)
{
    return agenda ? agenda->items.count : 0;
}

size_t hw_agenda_left_out(const hw_agenda *agenda)
{
    return agenda ? agenda->left_out : 0;
}

const char *hw_agenda_last_session(const hw_agenda *agenda)
{
    return agenda ? agenda->last : NULL;
}

const char *hw_agenda_next_session(const hw_agenda *agenda)
{
    return agenda ? agenda->next : NULL;
}

hw_date hw_agenda_since(const hw_agenda *agenda)
{
    return agenda ? agenda->since : (hw_date){0};
}

/* ---- items ---- */

/* NULL past the end. */
static const hw__agenda_item *item_at(const hw_agenda *agenda, size_t index)
{
    return index < hw_agenda_count(agenda) ? &agenda->items.items[index] : NULL;
}

hw_agenda_section hw_agenda_section_at(const hw_agenda *agenda, size_t index)
{
    const hw__agenda_item *item = item_at(agenda, index);
    return item ? (hw_agenda_section)item->section : HW_AGENDA_PLANNING;
}

hw_agenda_reason hw_agenda_reason_at(const hw_agenda *agenda, size_t index)
{
    const hw__agenda_item *item = item_at(agenda, index);
    return item ? (hw_agenda_reason)item->reason : (hw_agenda_reason)HW_AGENDA_REASON_COUNT;
}

bool hw_agenda_kind_at(const hw_agenda *agenda, size_t index, hw_evidence_kind *out)
{
    const hw__agenda_item *item = item_at(agenda, index);
    bool found = item && item->kind != HW__AGENDA_OF_PLAN;
    if (found && out) {
        *out = (hw_evidence_kind)item->kind;
    }
    return found;
}

const char *hw_agenda_id_at(const hw_agenda *agenda, size_t index)
{
    const hw__agenda_item *item = item_at(agenda, index);
    return item ? item->id : NULL;
}

bool hw_agenda_value_at(const hw_agenda *agenda, size_t index, int64_t *out)
{
    const hw__agenda_item *item = item_at(agenda, index);
    if (item && item->has_value && out) {
        *out = item->value;
    }
    return item && item->has_value;
}

bool hw_agenda_of_at(const hw_agenda *agenda, size_t index, int64_t *out)
{
    const hw__agenda_item *item = item_at(agenda, index);
    if (item && item->has_of && out) {
        *out = item->of;
    }
    return item && item->has_of;
}

const char *hw_agenda_detail_at(const hw_agenda *agenda, size_t index)
{
    const hw__agenda_item *item = item_at(agenda, index);
    return item && item->detail ? item->detail : "";
}

bool hw_agenda_likelihood_at(const hw_agenda *agenda, size_t index, int32_t *out)
{
    const hw__agenda_item *item = item_at(agenda, index);
    bool found = item && item->likelihood >= 0;
    if (found && out) {
        *out = item->likelihood;
    }
    return found;
}

const hw_evidence *hw_agenda_evidence_at(const hw_agenda *agenda, size_t index)
{
    const hw__agenda_item *item = item_at(agenda, index);
    if (!item) {
        return NULL;
    }
    return item->evidence ? item->evidence : &item->own;
}

/* ---- the table ---- */

enum {
    SECTION,
    REASON,
    KIND,
    ID,
    VALUE,
    OF,
    DETAIL,
    LIKELIHOOD,
    EVIDENCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SECTION] = {"section", HW_COLUMN_TEXT, 0, "", "The part of the agenda."},
    [REASON] = {"reason", HW_COLUMN_TEXT, 0, "", "Why the item is on the agenda."},
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "What kind of record it is about; none of the whole plan."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of that record."},
    [VALUE] = {"value", HW_COLUMN_INT, 0, "", "The number that goes with the reason."},
    [OF] = {"of", HW_COLUMN_INT, 0, "", "Of how many, or the second number."},
    [DETAIL] = {"detail", HW_COLUMN_TEXT, 0, "", "The word that goes with the reason."},
    [LIKELIHOOD] = {"likelihood", HW_COLUMN_INT, 0, "%", "How likely homework was to be done, by agreement."},
    [EVIDENCE] = {"evidence", HW_COLUMN_INT, 0, "", "How many records show it."},
};

static void fill_row(hw_table *table, const hw_agenda *agenda, size_t row)
{
    const hw__agenda_item *item = &agenda->items.items[row];
    hw__table_text(table, SECTION, row, section_words[item->section]);
    hw__table_text(table, REASON, row, reason_words[item->reason]);
    if (item->kind != HW__AGENDA_OF_PLAN) {
        hw__table_text(table, KIND, row, hw_word_at(HW_WORDS_EVIDENCE, item->kind));
        hw__table_text(table, ID, row, item->id);
    }
    if (item->has_value) {
        hw__table_int(table, VALUE, row, item->value);
    }
    if (item->has_of) {
        hw__table_int(table, OF, row, item->of);
    }
    if (item->detail) {
        hw__table_text(table, DETAIL, row, item->detail);
    }
    if (item->likelihood >= 0) {
        hw__table_int(table, LIKELIHOOD, row, item->likelihood);
    }
    hw__table_int(table, EVIDENCE, row, (int64_t)hw_evidence_count(hw_agenda_evidence_at(agenda, row)));
}

hw_table *hw_agenda_table(const hw_agenda *agenda, hw_error *err)
{
    if (!agenda) {
        hw__null_argument(err, "agenda");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, agenda->items.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < agenda->items.count; row++) {
        fill_row(table, agenda, row);
    }
    return hw__table_done(table, err);
}
