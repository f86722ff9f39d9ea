/* SPDX-License-Identifier: MIT */
/* The text report: what it is made of, and in which order. */
#include "homework/report.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "report/context.h"

struct hw_report_options {
    int32_t width;
    bool terminal;
};

static const hw_report_options defaults = {.width = 80};

hw_report_options *hw_report_options_new(hw_error *err)
{
    hw_report_options *options = hw__alloc(sizeof *options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_report_options_free(hw_report_options *options)
{
    hw__free(options);
}

hw_status hw_report_options_set_width(hw_report_options *options, int32_t columns, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    if (columns < 40 || columns > 400)
        return hw__fail(err, HW_ERR_RANGE, "columns", "a line has 40 to 400 columns");
    options->width = columns;
    return hw__ok(err);
}

hw_status hw_report_options_set_terminal(hw_report_options *options, bool terminal, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    options->terminal = terminal;
    return hw__ok(err);
}

const hw_revision *hw__report_latest(const hw__report *report, const hw__thing *thing)
{
    return hw__plan_as_of(report->plan, thing, report->as_of);
}

const hw_assignment *hw__report_assignment(const hw__report *report, size_t index)
{
    const hw__thing *thing = &report->plan->sections[HW__ASSIGNMENTS].items[index];
    const hw_assignment *assignment = (const hw_assignment *)hw__report_latest(report, thing);
    if (!assignment || assignment->state < HW_ASSIGNMENT_AGREED ||
        assignment->state == HW_ASSIGNMENT_DECLINED || assignment->state == HW_ASSIGNMENT_CANCELLED ||
        assignment->state == HW_ASSIGNMENT_ENTERED_IN_ERROR)
        return NULL;
    return assignment;
}

const hw_goal *hw__report_goal(const hw__report *report, size_t index)
{
    const hw__thing *thing = &report->plan->sections[HW__GOALS].items[index];
    const hw_goal *goal = (const hw_goal *)hw__report_latest(report, thing);
    if (!goal || goal->state == HW_GOAL_ENTERED_IN_ERROR || goal->state == HW_GOAL_REJECTED ||
        goal->state == HW_GOAL_CANCELLED)
        return NULL;
    return goal;
}

void hw__report_begin(hw__buffer *list)
{
    hw__buffer_init(list, HW__MAX_OUTPUT_BYTES);
}

char *hw__report_end(const hw__report *report, hw__buffer *list)
{
    char *text = hw__buffer_take(list, NULL, NULL);
    if (!text && report->page.out->status == HW_OK)
        report->page.out->status = HW_ERR_MEMORY;
    return text;
}

void hw__report_heading(const hw__report *report, hw__label key)
{
    hw__page_heading(&report->page, hw__label_text(report->page.language, key));
}

/* The next session that is still planned; NULL if there is none. */
static const hw_session *next_session(const hw__report *report, int64_t now)
{
    const hw_session *next = NULL;
    for (size_t i = 0; i < report->plan->sections[HW__SESSIONS].count; i++) {
        const hw__thing *thing = &report->plan->sections[HW__SESSIONS].items[i];
        const hw_session *session = (const hw_session *)hw__report_latest(report, thing);
        if (!session || session->state != HW_SESSION_PLANNED || hw__local_wall(session->start) < now)
            continue;
        if (!next || hw_local_compare(session->start, next->start) < 0)
            next = session;
    }
    return next;
}

static void put_head(const hw__report *report)
{
    const hw__page *page = &report->page;
    const hw_settings *settings =
        (const hw_settings *)hw__report_latest(report, &report->plan->sections[HW__SETTINGS].items[0]);
    const char *title = settings ? hw__texts_pick(&settings->title, NULL) : NULL;
    hw_moment now = {0};
    if (!settings || hw_zones_show(report->plan->zones, settings->zone, report->as_of, &now, NULL) != HW_OK)
        now = hw_moment_at(report->as_of, 0);
    hw__buffer text;
    char *parts[3];
    hw__report_begin(&text);
    hw__page_date(page, &text, report->from, true);
    parts[0] = hw__report_end(report, &text);
    hw__report_begin(&text);
    hw__page_date(page, &text, hw_date_add_days(report->to, -1), true);
    parts[1] = hw__report_end(report, &text);
    hw__report_begin(&text);
    hw__page_local(page, &text, hw_moment_local(now));
    parts[2] = hw__report_end(report, &text);
    if (title)
        hw__page_text(page, 0, 0, title);
    if (parts[0] && parts[1] && parts[2]) {
        char *span = hw__page_label(page, HW__LABEL_REPORT_SPAN, 0, (const char *const *)parts);
        if (span)
            hw__page_text(page, 0, 0, span);
        hw__free(span);
    }
    for (int i = 0; i < 3; i++)
        hw__free(parts[i]);
    const hw_session *next = next_session(report, hw__local_wall(hw_moment_local(now)));
    if (!next)
        return;
    hw__report_begin(&text);
    hw__page_local(page, &text, next->start);
    const char *when = hw__report_end(report, &text);
    char *line = when ? hw__page_label(page, HW__LABEL_REPORT_NEXT_SESSION, 0, &when) : NULL;
    if (line)
        hw__page_text(page, 0, 0, line);
    hw__free(line);
    hw__free((char *)when);
}

/* Whether an entry lies in the report's window: by the day it happened, else was recorded. */
static bool in_window(const hw__report *report, const hw__entry_row *row)
{
    hw_moment at = hw__entry_at(row);
    if (at.precision == HW_PRECISION_UNKNOWN)
        at = hw__entry_recorded(row);
    hw_date date = hw_moment_local(at).date;
    return hw_date_compare(date, report->from) >= 0 && hw_date_compare(date, report->to) < 0;
}

/* One pass over the log: what got in the way, by assignment. */
static void tally_barriers(hw__report *report, const uint32_t *by_symbol)
{
    const hw__log_store *log = report->plan->log;
    for (size_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        uint32_t index = by_symbol[row->assignment];
        if (report->states[i] != HW_ENTRY_LIVE || row->visibility == HW_VISIBILITY_PRIVATE ||
            index == UINT32_MAX || !in_window(report, row))
            continue;
        for (uint32_t v = 0; v < row->values; v++) {
            const hw__value_row *value = &log->values.items[row->first + v];
            if (value->kind == HW_VALUE_BARRIER && value->code < HW__BARRIERS)
                report->tallies[index].barriers[value->code]++;
        }
    }
}

/* Groups the occurrences by assignment: a counting sort, which keeps their order. */
static bool group_occurrences(hw__report *report)
{
    size_t assignments = report->plan->sections[HW__ASSIGNMENTS].count,
           count = report->occurrences->rows.count;
    const hw__occurrence *rows = report->occurrences->rows.items;
    report->first = hw__zalloc(assignments + 2, sizeof *report->first);
    report->order = hw__alloc(count * sizeof *report->order);
    if (!report->first || !report->order)
        return false;
    for (size_t i = 0; i < count; i++)
        report->first[rows[i].assignment + 2]++;
    for (size_t a = 2; a <= assignments; a++)
        report->first[a] += report->first[a - 1];
    for (size_t i = 0; i < count; i++)
        report->order[report->first[rows[i].assignment + 1]++] = (uint32_t)i;
    return true;
}

static bool prepare(hw__report *report)
{
    const hw__log_store *log = report->plan->log;
    const hw__things *assignments = &report->plan->sections[HW__ASSIGNMENTS];
    size_t symbols = log->symbols.texts.count + 1;
    uint32_t *by_symbol = hw__alloc(symbols * sizeof *by_symbol);
    report->states = hw__alloc(log->entries.count);
    report->tallies = hw__zalloc(assignments->count, sizeof *report->tallies);
    bool good = by_symbol && report->states && report->tallies;
    if (good) {
        hw__log_states(log, report->as_of, report->states);
        memset(by_symbol, 0xff, symbols * sizeof *by_symbol);
        for (size_t i = 0; i < assignments->count; i++) {
            const char *id = assignments->items[i].revisions.items[0]->id;
            uint32_t symbol = hw__log_find_symbol(log, id, strlen(id));
            if (symbol)
                by_symbol[symbol] = (uint32_t)i;
        }
        tally_barriers(report, by_symbol);
    }
    hw__free(by_symbol);
    return good && group_occurrences(report);
}

static char *write_report(hw__report *report, hw_error *err)
{
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    report->page.out = &out;
    put_head(report);
    hw__report_goals(report);
    hw__report_homework(report);
    hw__report_progressed(report);
    hw__report_missed(report);
    hw__report_notes(report);
    return hw__buffer_take(&out, NULL, err);
}

char *hw_plan_report(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                     const hw_report_options *options, hw_error *err)
{
    hw_progress *progress = hw_plan_progress(plan, from, to, as_of, NULL, err);
    if (!progress)
        return NULL;
    if (!options)
        options = &defaults;
    hw__report report = {
        .page = {.language = hw__language_find(plan->language),
                 .width = options->width,
                 .terminal = options->terminal},
        .plan = plan,
        .progress = progress,
        .occurrences = hw_progress_occurrences(progress),
        .from = from,
        .to = to,
        .as_of = as_of,
    };
    char *text = NULL;
    if (prepare(&report))
        text = write_report(&report, err);
    else
        hw__no_memory(err);
    hw__free(report.states);
    hw__free(report.tallies);
    hw__free(report.order);
    hw__free(report.first);
    hw_progress_free(progress);
    return text;
}
