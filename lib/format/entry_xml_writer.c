/* SPDX-License-Identifier: MIT */
/* A log entry as one line of XML. Written by hand rather than by a table: most of a plan's bytes are
 * entries. */
#include <string.h>

#include "format/plan_xml.h"
#include "format/xml_out.h"
#include "model/attachment.h"
#include "model/records.h"
#include "time/civil.h"

#define PUT_WORD(out, name, words, value)                     \
    do {                                                      \
        HW__PUT_LIT((out), " " name "=\"");                   \
        hw__put_text((out), hw__words_at(&(words), (value))); \
        hw__put_char((out), '"');                             \
    } while (0)

static void put_facts(hw__buffer *out, const hw__log_store *log, const hw__entry_row *row)
{
    HW__PUT_LIT(out, "<entry id=\"");
    hw__put_text(out, hw__log_pool(log, row->id));
    HW__PUT_LIT(out, "\" recorded=\"");
    hw__put_moment(out, hw__entry_recorded(row));
    HW__PUT_LIT(out, "\" by=\"");
    hw__put_text(out, hw__log_known_text(log, row->by));
    hw__put_char(out, '"');
    if (row->assignment) {
        HW__PUT_LIT(out, " assignment=\"");
        hw__put_text(out, hw__log_known_text(log, row->assignment));
        hw__put_char(out, '"');
    }
    if (row->due_day != HW__NO_DAY) {
        HW__PUT_LIT(out, " due=\"");
        hw__put_local(out, hw__entry_due(row));
        hw__put_char(out, '"');
    }
    if (row->at_precision != HW_PRECISION_UNKNOWN) {
        HW__PUT_LIT(out, " at=\"");
        hw__put_moment(out, hw__entry_at(row));
        hw__put_char(out, '"');
    }
}

static void put_quality(hw__buffer *out, const hw__log_store *log, const hw__entry_row *row)
{
    if (row->extent != HW_EXTENT_NONE)
        PUT_WORD(out, "extent", hw__words_extent, row->extent);
    if (row->percent) {
        HW__PUT_LIT(out, " percent=\"");
        hw__put_int(out, row->percent);
        hw__put_char(out, '"');
    }
    if (row->source != HW_SOURCE_APP)
        PUT_WORD(out, "source", hw__words_source, row->source);
    if (row->visibility != HW_VISIBILITY_SHARED)
        PUT_WORD(out, "visibility", hw__words_visibility, row->visibility);
    if (row->link != HW__LINK_NONE) {
        if (row->link == HW__LINK_SUPERSEDES)
            HW__PUT_LIT(out, " supersedes=\"");
        else
            HW__PUT_LIT(out, " voids=\"");
        hw__put_text(out, hw__log_pool(log, row->target));
        hw__put_char(out, '"');
    }
}

static void put_phase_and_group(hw__buffer *out, const hw__value_row *value)
{
    if (value->phase != HW_PHASE_NONE)
        PUT_WORD(out, "phase", hw__words_phase, value->phase);
    if (value->group) {
        HW__PUT_LIT(out, " group=\"");
        hw__put_int(out, value->group);
        hw__put_char(out, '"');
    }
}

static void put_value_text(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    hw__put_xml(out, hw__log_pool(log, value->as.text.offset), value->as.text.size, HW__XML_LINE_TEXT);
}

static void put_number(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    if (value->kind == HW_VALUE_MEASURE)
        HW__PUT_LIT(out, "<value measure=\"");
    else
        HW__PUT_LIT(out, "<value field=\"");
    hw__put_text(out, hw__log_known_text(log, value->name));
    hw__put_char(out, '"');
    put_phase_and_group(out, value);
    hw__put_char(out, '>');
    hw__put(out, digits, hw__decimal_print((hw__decimal){value->as.mantissa, value->scale}, digits));
    HW__PUT_LIT(out, "</value>");
}

static void put_answer(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    HW__PUT_LIT(out, "<answer field=\"");
    hw__put_text(out, hw__log_known_text(log, value->name));
    hw__put_char(out, '"');
    put_phase_and_group(out, value);
    hw__put_char(out, '>');
    put_value_text(out, log, value);
    HW__PUT_LIT(out, "</answer>");
}

static void put_barrier(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    HW__PUT_LIT(out, "<barrier");
    PUT_WORD(out, "code", hw__words_barrier, value->code);
    if (!value->as.text.size) {
        HW__PUT_LIT(out, "/>");
        return;
    }
    hw__put_char(out, '>');
    put_value_text(out, log, value);
    HW__PUT_LIT(out, "</barrier>");
}

static void put_note(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    HW__PUT_LIT(out, "<note");
    if (value->code != HW_NOTE_COMMENT)
        PUT_WORD(out, "kind", hw__words_note_kind, value->code);
    if (value->name) {
        HW__PUT_LIT(out, " xml:lang=\"");
        hw__put_text(out, hw__log_known_text(log, value->name));
        hw__put_char(out, '"');
    }
    hw__put_char(out, '>');
    put_value_text(out, log, value);
    HW__PUT_LIT(out, "</note>");
}

static void put_attachment(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    hw__attachment file;
    hw__attachment_unpack(hw__log_pool(log, value->as.text.offset), &file);
    HW__PUT_LIT(out, "<attachment href=\"");
    hw__put_xml(out, file.href, strlen(file.href), HW__XML_VALUE);
    if (file.type) {
        HW__PUT_LIT(out, "\" type=\"");
        hw__put_xml(out, file.type, strlen(file.type), HW__XML_VALUE);
    }
    if (file.size.present) {
        HW__PUT_LIT(out, "\" size=\"");
        hw__put(out, digits, hw__decimal_print(file.size.value, digits));
    }
    if (file.sha256) {
        HW__PUT_LIT(out, "\" sha256=\"");
        hw__put_text(out, file.sha256);
    }
    HW__PUT_LIT(out, "\"/>");
}

static void put_value(hw__buffer *out, const hw__log_store *log, const hw__value_row *value)
{
    switch (value->kind) {
    case HW_VALUE_MEASURE:
    case HW_VALUE_NUMBER:
        put_number(out, log, value);
        break;
    case HW_VALUE_TEXT:
        put_answer(out, log, value);
        break;
    case HW_VALUE_BARRIER:
        put_barrier(out, log, value);
        break;
    case HW_VALUE_ATTACHMENT:
        put_attachment(out, log, value);
        break;
    default:
        put_note(out, log, value);
        break;
    }
}

void hw__put_entry(hw__buffer *out, const hw__log_store *log, uint32_t index, int depth)
{
    const hw__entry_row *row = &log->entries.items[index];
    const hw__foreign *foreign = log->foreign.count ? hw__log_foreign(log, index) : NULL;
    for (int i = 0; i < depth; i++)
        HW__PUT_LIT(out, "  ");
    put_facts(out, log, row);
    put_quality(out, log, row);
    if (foreign && foreign->attributes)
        hw__put_text(out, foreign->attributes);
    if (!row->values && !(foreign && foreign->elements)) {
        HW__PUT_LIT(out, "/>\n");
        return;
    }
    hw__put_char(out, '>');
    for (uint32_t i = 0; i < row->values; i++)
        put_value(out, log, &log->values.items[row->first + i]);
    if (foreign && foreign->elements)
        hw__put_text(out, foreign->elements);
    HW__PUT_LIT(out, "</entry>\n");
}
