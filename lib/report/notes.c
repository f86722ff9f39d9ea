/* SPDX-License-Identifier: MIT */
/* What the client wrote since the last session that was held: questions first. A question stays open until a
 * session is held after it was recorded. Only text that is shared. */
#include "base/alloc.h"
#include "report/context.h"

static void put_note(const hw__report *report, const hw__entry_row *row, const hw__value_row *value)
{
    hw__buffer line;
    hw__report_begin(&line);
    hw__page_date(&report->page, &line, hw_moment_local(hw__entry_recorded(row)).date, false);
    HW__PUT_LIT(&line, ": ");
    hw__put(&line, hw__log_pool(report->plan->log, value->as.text.offset), value->as.text.size);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(&report->page, 2, 2, text);
    hw__free(text);
}

/* All notes of one kind; returns whether there were any. */
static bool put_notes(const hw__report *report, hw_note_kind kind, hw__label heading, int64_t since)
{
    const hw__log_store *log = report->plan->log;
    bool any = false;
    for (size_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        if (report->states[i] != HW_ENTRY_LIVE || row->visibility != HW_VISIBILITY_SHARED ||
            hw__moment_wall(hw__entry_recorded(row)) <= since)
            continue;
        for (uint32_t v = 0; v < row->values; v++) {
            const hw__value_row *value = &log->values.items[row->first + v];
            if (value->kind != HW_VALUE_NOTE || value->code != kind)
                continue;
            if (!any)
                hw__report_heading(report, heading);
            any = true;
            put_note(report, row, value);
        }
    }
    return any;
}

void hw__report_notes(const hw__report *report)
{
    int64_t since = report->last ? hw__local_wall(report->last->start) : INT64_MIN;
    if (!put_notes(report, HW_NOTE_QUESTION, HW__LABEL_REPORT_QUESTIONS, since)) {
        hw__report_heading(report, HW__LABEL_REPORT_QUESTIONS);
        hw__page_text(&report->page, 2, 0,
                      hw__label_text(report->page.language, HW__LABEL_REPORT_NO_QUESTIONS));
    }
    put_notes(report, HW_NOTE_CHALLENGE, HW__LABEL_REPORT_CHALLENGES, since);
    put_notes(report, HW_NOTE_INSIGHT, HW__LABEL_REPORT_INSIGHTS, since);
}
