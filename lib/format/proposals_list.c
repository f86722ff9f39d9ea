/* SPDX-License-Identifier: MIT */
/* Looking at proposals: one by one, in words, and as a table. */
#include "base/buffer.h"
#include "base/fail.h"
#include "base/labels.h"
#include "base/limits.h"
#include "base/objects.h"
#include "format/proposals.h"
#include "model/records.h"
#include "model/table.h"
#include "time/civil.h"

void hw_proposals_free(hw_proposals *proposals)
{
    if (proposals) {
        hw__vec_free(&proposals->items);
        hw__arena_free(&proposals->arena);
        HW__DELETE(proposals, proposals);
    }
}

size_t hw_proposals_count(const hw_proposals *proposals)
{
    return proposals ? proposals->items.count : 0;
}

size_t hw_proposals_foreign_count(const hw_proposals *proposals)
{
    return proposals ? proposals->foreign : 0;
}

static const hw__proposal *at(const hw_proposals *proposals, size_t index)
{
    static const hw__proposal none = {.kind = HW_PROPOSAL_CONFLICT};
    return proposals && index < proposals->items.count ? &proposals->items.items[index] : &none;
}

hw_proposal_kind hw_proposals_kind_at(const hw_proposals *proposals, size_t index)
{
    return (hw_proposal_kind)at(proposals, index)->kind;
}

hw_certainty hw_proposals_certainty_at(const hw_proposals *proposals, size_t index)
{
    return (hw_certainty)at(proposals, index)->certainty;
}

hw_proposal_reason hw_proposals_reason_at(const hw_proposals *proposals, size_t index)
{
    return (hw_proposal_reason)at(proposals, index)->reason;
}

const char *hw_proposals_assignment_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->assignment;
}

hw_local hw_proposals_key_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->key;
}

hw_extent hw_proposals_extent_at(const hw_proposals *proposals, size_t index)
{
    return (hw_extent)at(proposals, index)->extent;
}

int32_t hw_proposals_percent_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->percent;
}

hw_moment hw_proposals_happened_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->happened;
}

const char *hw_proposals_evidence_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->evidence;
}

const char *hw_proposals_raw_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->raw;
}

const char *hw_proposals_uid_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->uid;
}

int32_t hw_proposals_line_at(const hw_proposals *proposals, size_t index)
{
    return at(proposals, index)->line;
}

/* ---- In words ---- */

static hw__label kind_label(const hw__proposal *proposal)
{
    switch (proposal->kind) {
    case HW_PROPOSAL_LOG:
        return proposal->extent == HW_EXTENT_DONE ? HW__LABEL_PROPOSAL_DONE : HW__LABEL_PROPOSAL_PART;
    case HW_PROPOSAL_VOID:
        return HW__LABEL_PROPOSAL_VOID;
    case HW_PROPOSAL_REMOVED:
        return HW__LABEL_PROPOSAL_REMOVED;
    case HW_PROPOSAL_ACKNOWLEDGED:
        return HW__LABEL_PROPOSAL_ACKNOWLEDGED;
    case HW_PROPOSAL_SNOOZED:
        return HW__LABEL_PROPOSAL_SNOOZED;
    default:
        return HW__LABEL_PROPOSAL_CONFLICT;
    }
}

/* By reason, without the first. */
static const hw__label reasons[] = {
    HW__LABEL_PROPOSAL_SERIES,     HW__LABEL_PROPOSAL_CANCELLED,     HW__LABEL_PROPOSAL_MOVED,
    HW__LABEL_PROPOSAL_LATE,       HW__LABEL_PROPOSAL_CUT_OFF,       HW__LABEL_PROPOSAL_QUOTA,
    HW__LABEL_PROPOSAL_SEVERAL,    HW__LABEL_PROPOSAL_CONTRADICTION, HW__LABEL_PROPOSAL_TWICE,
    HW__LABEL_PROPOSAL_UNREADABLE, HW__LABEL_PROPOSAL_RELATED,       HW__LABEL_PROPOSAL_NO_MOMENT,
    HW__LABEL_PROPOSAL_BAD_MOMENT, HW__LABEL_PROPOSAL_UNSTATED,      HW__LABEL_PROPOSAL_UNDATED,
    HW__LABEL_PROPOSAL_INCOMPLETE,
};

char *hw_proposals_text(const hw_proposals *proposals, size_t index, const char *language, hw_error *err)
{
    if (!proposals) {
        hw__null_argument(err, "proposals");
        return NULL;
    }
    if (index >= proposals->items.count) {
        hw__fail(err, HW_ERR_RANGE, "index", "there are fewer proposals");
        return NULL;
    }
    const hw__proposal *proposal = at(proposals, index);
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_LINE_BYTES);
    hw__put_text(&out, hw__label_text(hw__language_find(language), kind_label(proposal)));
    if (proposal->reason) {
        hw__put_char(&out, ' ');
        hw__put_text(&out, hw__label_text(hw__language_find(language), reasons[proposal->reason - 1]));
    }
    return hw__buffer_take(&out, NULL, err);
}

/* ---- As a table ---- */

enum {
    KIND,
    CERTAINTY,
    REASON,
    ASSIGNMENT,
    KEY,
    EXTENT,
    PERCENT,
    HAPPENED,
    RAW,
    EVIDENCE,
    UID,
    LINE,
    COLUMNS
};
static const hw__column columns[] = {
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "log, void, conflict, removed, acknowledged or snoozed"},
    [CERTAINTY] = {"certainty", HW_COLUMN_TEXT, 0, "", "certain, probable or inferred"},
    [REASON] = {"reason", HW_COLUMN_TEXT, 0, "", "why a person should look, or why it is not certain"},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "the id of the assignment"},
    [KEY] = {"key", HW_COLUMN_LOCAL, 0, "", "the key of the occurrence"},
    [EXTENT] = {"extent", HW_COLUMN_TEXT, 0, "", "what to log; empty unless kind is log or void"},
    [PERCENT] = {"percent", HW_COLUMN_INT, 0, "%", "how much of it; empty if it does not say"},
    [HAPPENED] = {"happened", HW_COLUMN_TEXT, 0, "", "when, as a moment or a date; empty if it is not known"},
    [RAW] = {"raw", HW_COLUMN_TEXT, 0, "", "the same as it stands in the calendar"},
    [EVIDENCE] = {"evidence", HW_COLUMN_TEXT, 0, "", "the properties that it rests on"},
    [UID] = {"uid", HW_COLUMN_TEXT, 0, "", "the UID of the to-do"},
    [LINE] = {"line", HW_COLUMN_INT, 0, "", "where the item begins; empty if it is not there"},
};

static void fill_happened(hw_table *table, size_t row, hw_moment moment)
{
    hw__buffer text;
    hw__buffer_init(&text, HW__MAX_LINE_BYTES);
    hw__put_moment(&text, moment);
    hw__put_char(&text, '\0');
    hw__table_text(table, HAPPENED, row, text.data && *text.data ? text.data : NULL);
    hw__buffer_free(&text);
}

static void fill(hw_table *table, size_t row, const hw__proposal *p)
{
    hw__table_text(table, KIND, row, hw__words_at(&hw__words_proposal, p->kind));
    hw__table_text(table, CERTAINTY, row, hw__words_at(&hw__words_certainty, p->certainty));
    hw__table_text(table, REASON, row,
                   p->reason ? hw__words_at(&hw__words_proposal_reason, p->reason) : NULL);
    hw__table_text(table, ASSIGNMENT, row, p->assignment);
    hw__table_local(table, KEY, row, p->key);
    if (p->kind == HW_PROPOSAL_LOG || p->kind == HW_PROPOSAL_VOID) {
        hw__table_text(table, EXTENT, row, hw__words_at(&hw__words_extent, p->extent));
    }
    if (p->percent) {
        hw__table_int(table, PERCENT, row, p->percent);
    }
    fill_happened(table, row, p->happened);
    hw__table_text(table, RAW, row, *p->raw ? p->raw : NULL);
    hw__table_text(table, EVIDENCE, row, *p->evidence ? p->evidence : NULL);
    hw__table_text(table, UID, row, p->uid);
    if (p->line) {
        hw__table_int(table, LINE, row, p->line);
    }
}

hw_table *hw_proposals_table(const hw_proposals *proposals, hw_error *err)
{
    if (!proposals) {
        hw__null_argument(err, "proposals");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, proposals->items.count, err);
    for (size_t row = 0; table && row < proposals->items.count; row++) {
        fill(table, row, &proposals->items.items[row]);
    }
    return table ? hw__table_done(table, err) : NULL;
}
