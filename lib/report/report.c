/* SPDX-License-Identifier: MIT */
/* The text report: what it is made of, and in which order. */
#include "homework/report.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "report/context.h"

const hw_report_options hw__report_defaults = {.width = 80};

hw_report_options *hw_report_options_new(hw_error *err)
{
    hw_report_options *options = HW__NEW(report_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = hw__report_defaults;
    hw__ok(err);
    return options;
}

void hw_report_options_free(hw_report_options *options)
{
    HW__DELETE(report_options, options);
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

hw_status hw_report_options_set_language(hw_report_options *options, const char *language, hw_error *err)
{
    if (!options)
        return hw__null_argument(err, "options");
    size_t size = language ? strlen(language) : 0;
    if (language && !hw__language_is_valid(language, size))
        return hw__fail(err, HW_ERR_SYNTAX, "language", "not a language tag (BCP 47)");
    memcpy(options->language, language ? language : "", size + 1);
    return hw__ok(err);
}

hw__page hw__report_page(const char *language, const hw_report_options *options)
{
    const char *tag = options->language[0] ? options->language : NULL;
    return (hw__page){.tag = tag,
                      .language = hw__language_find(tag ? tag : language),
                      .width = options->width,
                      .terminal = options->terminal};
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

const char *hw__report_text(const hw__report *report, const hw__texts *texts)
{
    return hw__texts_pick(texts, report->page.tag);
}

const char *hw__report_title(const hw__report *report, const hw__texts *title, const hw_revision *head)
{
    const char *text = hw__report_text(report, title);
    return text ? text : head->id;
}

const hw__occurrence *hw__report_row(const hw__report *report, uint32_t place)
{
    return &report->occurrences->rows.items[report->order[place]];
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

void hw__report_line(const hw__report *report, int indent, hw__label key, int64_t count,
                     const char *const *arguments)
{
    char *line = hw__page_label(&report->page, key, count, arguments);
    if (line)
        hw__page_text(&report->page, indent, 2, line);
    hw__free(line);
}

static void put_session(const hw__report *report, hw__label key, const hw_session *session)
{
    if (!session)
        return;
    hw__buffer text;
    hw__report_begin(&text);
    hw__page_local(&report->page, &text, session->start);
    const char *when = hw__report_end(report, &text);
    if (when)
        hw__report_line(report, 0, key, 0, &when);
    hw__free((char *)when);
}

static void put_span(const hw__report *report)
{
    hw__buffer text;
    char *parts[3];
    hw__report_begin(&text);
    hw__page_date(&report->page, &text, report->from, true);
    parts[0] = hw__report_end(report, &text);
    hw__report_begin(&text);
    bool empty = hw_date_compare(report->to, report->from) <= 0;
    hw__page_date(&report->page, &text, empty ? report->from : hw_date_add_days(report->to, -1), true);
    parts[1] = hw__report_end(report, &text);
    hw__report_begin(&text);
    hw__page_local(&report->page, &text, hw__wall_local(report->now));
    parts[2] = hw__report_end(report, &text);
    if (parts[0] && parts[1] && parts[2])
        hw__report_line(report, 0, HW__LABEL_REPORT_SPAN, 0, (const char *const *)parts);
    for (int i = 0; i < 3; i++)
        hw__free(parts[i]);
}

static void put_head(const hw__report *report)
{
    const hw_settings *settings = hw__plan_settings_at(report->plan, report->as_of, report->now);
    const char *title = settings ? hw__report_text(report, &settings->title) : NULL;
    if (title)
        hw__page_title(&report->page, title);
    put_span(report);
    put_session(report, HW__LABEL_REPORT_LAST_SESSION, report->last);
    put_session(report, HW__LABEL_REPORT_NEXT_SESSION, report->next);
}

bool hw__report_find_now(hw__report *report, hw_error *err)
{
    const hw_plan *plan = report->plan;
    const hw__thing *thing = &plan->sections[HW__SETTINGS].items[0];
    const hw_revision *known = hw__plan_as_of(plan, thing, report->as_of);
    const hw_settings *settings = (const hw_settings *)(known ? known : thing->revisions.items[0]);
    hw_moment now;
    if (hw_zones_show(plan->zones, settings->zone, report->as_of, &now, err) != HW_OK)
        return false;
    report->now = hw__moment_wall(now);
    return true;
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
        options = &hw__report_defaults;
    hw__report report = {
        .page = hw__report_page(plan->language, options),
        .plan = plan,
        .progress = progress,
        .occurrences = hw_progress_occurrences(progress),
        .from = from,
        .to = to,
        .as_of = as_of,
    };
    char *text = NULL;
    if (hw__report_find_now(&report, err)) {
        if (hw__report_prepare(&report))
            text = write_report(&report, err);
        else
            hw__no_memory(err);
    }
    hw__report_close(&report);
    hw_progress_free(progress);
    return text;
}
