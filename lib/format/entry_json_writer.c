/* SPDX-License-Identifier: MIT */
/* A log entry as a JSON object. Written by hand rather than by a table: most of a plan's bytes are
 * entries. */
#include <string.h>

#include "format/json_out.h"
#include "format/plan_json.h"
#include "model/attachment.h"
#include "model/records.h"
#include "time/civil.h"

static void put_known(hw__buffer *out, const char *text) /* an id or a word: nothing to escape */
{
    hw__put_char(out, '"');
    hw__put_text(out, text);
    hw__put_char(out, '"');
}

static void put_moment(hw__buffer *out, hw_moment moment)
{
    hw__put_char(out, '"');
    hw__put_moment(out, moment);
    hw__put_char(out, '"');
}

static void put_facts(hw__buffer *out, const hw__log_store *log, const hw__entry_row *row)
{
    HW__PUT_LIT(out, "{\"id\": ");
    put_known(out, hw__log_pool(log, row->id));
    HW__PUT_LIT(out, ", \"recorded\": ");
    put_moment(out, hw__entry_recorded(row));
    HW__PUT_LIT(out, ", \"by\": ");
    put_known(out, hw__log_known_text(log, row->by));
    if (row->assignment) {
        HW__PUT_LIT(out, ", \"assignment\": ");
        put_known(out, hw__log_known_text(log, row->assignment));
    }
    if (row->due_day != HW__NO_DAY) {
        HW__PUT_LIT(out, ", \"due\": \"");
        hw__put_local(out, hw__entry_due(row));
        hw__put_char(out, '"');
    }
    if (row->at_precision != HW_PRECISION_UNKNOWN) {
        HW__PUT_LIT(out, ", \"at\": ");
        put_moment(out, hw__entry_at(row));
    }
}

static void put_quality(hw__buffer *out, const hw__log_store *log, const hw__entry_row *row)
{
    if (row->extent != HW_EXTENT_NONE) {
        HW__PUT_LIT(out, ", \"extent\": ");
        put_known(out, hw__words_at(&hw__words_extent, row->extent));
    }
    if (row->percent) {
        HW__PUT_LIT(out, ", \"percent\": ");
        hw__put_int(out, row->percent);
    }
    if (row->source != HW_SOURCE_APP) {
        HW__PUT_LIT(out, ", \"source\": ");
        put_known(out, hw__words_at(&hw__words_source, row->source));
    }
    if (row->visibility != HW_VISIBILITY_SHARED) {
        HW__PUT_LIT(out, ", \"visibility\": ");
        put_known(out, hw__words_at(&hw__words_visibility, row->visibility));
    }
    if (row->link != HW__LINK_NONE) {
        if (row->link == HW__LINK_SUPERSEDES)
            HW__PUT_LIT(out, ", \"supersedes\": ");
        else
            HW__PUT_LIT(out, ", \"voids\": ");
        put_known(out, hw__log_pool(log, row->target));
    }
}

static void put_value_text(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    hw__put_json(out, hw__log_pool(log, value->as.text.offset), value->as.text.size);
}

/* The measure or field of a value or answer, and what else they have in common. */
static void put_subject(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    if (value->kind == HW_VALUE_MEASURE)
        HW__PUT_LIT(out, ", \"measure\": ");
    else
        HW__PUT_LIT(out, ", \"field\": ");
    put_known(out, hw__log_known_text(log, value->name));
    if (value->phase != HW_PHASE_NONE) {
        HW__PUT_LIT(out, ", \"phase\": ");
        put_known(out, hw__words_at(&hw__words_phase, value->phase));
    }
    if (value->group) {
        HW__PUT_LIT(out, ", \"group\": ");
        hw__put_int(out, value->group);
    }
}

static void put_note(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    HW__PUT_LIT(out, "{\"note\": ");
    put_value_text(out, log, value);
    if (value->code != HW_NOTE_COMMENT) {
        HW__PUT_LIT(out, ", \"kind\": ");
        put_known(out, hw__words_at(&hw__words_note_kind, value->code));
    }
    if (value->name) {
        HW__PUT_LIT(out, ", \"" HW__JSON_LANG "\": ");
        put_known(out, hw__log_known_text(log, value->name));
    }
}

static void put_attachment(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    hw__attachment file;
    hw__attachment_unpack(hw__log_pool(log, value->as.text.offset), &file);
    HW__PUT_LIT(out, "{\"attachment\": ");
    hw__put_json(out, file.href, strlen(file.href));
    if (file.type) {
        HW__PUT_LIT(out, ", \"type\": ");
        hw__put_json(out, file.type, strlen(file.type));
    }
    if (file.size.present) {
        HW__PUT_LIT(out, ", \"size\": ");
        hw__put(out, digits, hw__decimal_print(file.size.value, digits));
    }
    if (file.sha256) {
        HW__PUT_LIT(out, ", \"sha256\": ");
        put_known(out, file.sha256);
    }
}

static void put_value(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    switch (value->kind) {
    case HW_VALUE_MEASURE:
    case HW_VALUE_NUMBER:
        HW__PUT_LIT(out, "{\"value\": ");
        hw__put(out, digits, hw__decimal_print((hw__decimal){value->as.mantissa, value->scale}, digits));
        put_subject(out, log, value);
        break;
    case HW_VALUE_TEXT:
        HW__PUT_LIT(out, "{\"answer\": ");
        put_value_text(out, log, value);
        put_subject(out, log, value);
        break;
    case HW_VALUE_BARRIER:
        HW__PUT_LIT(out, "{\"barrier\": ");
        put_value_text(out, log, value);
        HW__PUT_LIT(out, ", \"code\": ");
        put_known(out, hw__words_at(&hw__words_barrier, value->code));
        break;
    case HW_VALUE_ATTACHMENT:
        put_attachment(out, log, value);
        break;
    default:
        put_note(out, log, value);
        break;
    }
    hw__put_char(out, '}');
}

void hw__put_json_entry(hw__buffer *out, const hw__log_store *log, uint32_t index)
{
    const hw__entry_row *row = &log->entries.items[index];
    const hw__foreign *foreign = log->foreign.count ? hw__log_foreign(log, index) : NULL;
    bool is_first = false;
    put_facts(out, log, row);
    put_quality(out, log, row);
    for (uint32_t i = 0; i < row->values; i++) {
        hw__put_text(out, i ? ", " : ", \"" HW__JSON_VALUES "\": [");
        put_value(out, log, &log->values.items[row->first + i]);
    }
    if (row->values)
        hw__put_char(out, ']');
    if (foreign)
        hw__put_json_foreign(out, foreign, &is_first);
    hw__put_char(out, '}');
}
