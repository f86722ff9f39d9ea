/* SPDX-License-Identifier: MIT */
/* What was written since the last session that was held: questions first. A question stays open until a session is
 * held after it was recorded. And messages, as long as they are open or deferred. Only text that is shared. */
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

/* "Mon 5 Oct: ..." */
static void put_dated(const hw__report *report, hw_moment recorded, const char *words, size_t size)
{
    hw__buffer line;
    hw__report_begin(&line);
    hw__page_date(&report->page, &line, hw_moment_local(recorded).date, false);
    HW__PUT_LIT(&line, ": ");
    hw__put(&line, words, size);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(&report->page, 2, 2, text);
    hw__free(text);
}

/* Under which notes a message stands. */
static hw_note_kind kind_of(const hw_message *message)
{
    return message->topic == HW_MESSAGE_CHALLENGE ? HW_NOTE_CHALLENGE
           : message->topic == HW_MESSAGE_INSIGHT ? HW_NOTE_INSIGHT
                                                  : HW_NOTE_QUESTION;
}

/* Whether a message waits for the next session; an insight asks for nothing and is told once. */
static bool waits(const hw__thing *thing, const hw_message *message, int64_t since)
{
    if (message->visibility != HW_VISIBILITY_SHARED ||
        (message->topic == HW_MESSAGE_INSIGHT &&
         hw__moment_wall(thing->revisions.items[0]->recorded) <= since))
        return false;
    return message->state == HW_MESSAGE_OPEN || message->state == HW_MESSAGE_ACKNOWLEDGED ||
           message->state == HW_MESSAGE_DEFERRED;
}

/* All messages that stand under notes of a kind; `any` says whether there is a heading already. */
static bool put_messages(const hw__report *report, hw_note_kind kind, hw__label heading, int64_t since,
                         bool any)
{
    const hw__things *messages = &report->plan->sections[HW__MESSAGES];
    for (size_t i = 0; i < messages->count; i++) {
        const hw__thing *thing = &messages->items[i];
        const hw_message *message = (const hw_message *)hw__report_latest(report, thing);
        const char *text = message ? hw__report_text(report, &message->text) : NULL;
        if (!text || kind_of(message) != kind || !waits(thing, message, since))
            continue;
        if (!any)
            hw__report_heading(report, heading);
        any = true;
        put_dated(report, thing->revisions.items[0]->recorded, text, strlen(text));
    }
    return any;
}

/* All notes of one kind; returns whether there were any. */
static bool put_notes(const hw__report *report, hw_note_kind kind, hw__label heading, int64_t since)
{
    const hw__log_store *log = report->plan->log;
    bool any = put_messages(report, kind, heading, since, false);
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
            put_dated(report, hw__entry_recorded(row), hw__log_pool(report->plan->log, value->as.text.offset),
                      value->as.text.size);
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
