/* SPDX-License-Identifier: MIT */
/* The report's homework: each assignment with its counts and the bar of its days. */
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

#define FEW 5 /* fewer than this many are marked */

/* The counts that are shown when they are not 0, in this order. */
static const struct {
    hw_metric metric;
    hw__label label;
} counts[] = {
    {HW_METRIC_DONE_LATE, HW__LABEL_COUNT_LATE},      {HW_METRIC_PARTIAL, HW__LABEL_COUNT_IN_PART},
    {HW_METRIC_NOT_DONE, HW__LABEL_COUNT_NOT_DONE},   {HW_METRIC_NOT_REPORTED, HW__LABEL_COUNT_NOT_REPORTED},
    {HW_METRIC_EXCUSED, HW__LABEL_COUNT_EXCUSED},     {HW_METRIC_SUSPENDED, HW__LABEL_COUNT_SUSPENDED},
    {HW_METRIC_WITHDRAWN, HW__LABEL_COUNT_WITHDRAWN}, {HW_METRIC_OPEN, HW__LABEL_COUNT_OPEN},
    {HW_METRIC_AHEAD, HW__LABEL_COUNT_AHEAD},
};

static void put_done(const hw__report *report, size_t subject, hw__buffer *line)
{
    const hw__page *page = &report->page;
    if (hw_progress_undefined(report->progress, subject, HW_METRIC_DONE) != HW_UNDEFINED_NOT) {
        bool due = hw_progress_numerator(report->progress, subject, HW_METRIC_GENERATED) > 0;
        hw__page_item(page, line, ", ", due ? HW__LABEL_COUNT_NOTHING_SETTLED : HW__LABEL_COUNT_NOTHING_DUE,
                      0, NULL);
        return;
    }
    int64_t of = hw_progress_denominator(report->progress, subject, HW_METRIC_DONE);
    hw__buffer number;
    hw__report_begin(&number);
    hw__put_int(&number, of);
    const char *total = hw__report_end(report, &number);
    if (total)
        hw__page_item(page, line, ", ", HW__LABEL_COUNT_DONE_OF,
                      hw_progress_numerator(report->progress, subject, HW_METRIC_DONE), &total);
    if (of < FEW) {
        HW__PUT_LIT(line, " (");
        hw__put_text(line, hw__label_text(page->language, HW__LABEL_REPORT_FEW));
        HW__PUT_LIT(line, ")");
    }
    hw__free((char *)total);
}

static void put_counts(const hw__report *report, size_t subject, bool on_demand)
{
    const hw__page *page = &report->page;
    hw__buffer line;
    hw__report_begin(&line);
    int64_t besides = hw_progress_numerator(report->progress, subject, HW_METRIC_UNSCHEDULED);
    if (!on_demand)
        put_done(report, subject, &line);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int64_t count = hw_progress_numerator(report->progress, subject, counts[i].metric);
        if (count)
            hw__page_item(page, &line, ", ", counts[i].label, count, NULL);
    }
    if (on_demand || besides)
        hw__page_item(page, &line, ", ", on_demand ? HW__LABEL_COUNT_PRACTISED : HW__LABEL_COUNT_UNSCHEDULED,
                      besides, NULL);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(page, 4, 0, text);
    hw__free(text);
}

static void put_strength(const hw__report *report, size_t subject)
{
    const hw__page *page = &report->page;
    hw__buffer line;
    hw__report_begin(&line);
    double strength, minutes;
    if (hw_progress_value(report->progress, subject, HW_METRIC_STRENGTH, &strength))
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_STRENGTH, (int64_t)(strength * 100 + 0.5), NULL);
    int64_t best = hw_progress_numerator(report->progress, subject, HW_METRIC_STREAK_BEST);
    if (best > 1)
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_STREAK, best, NULL);
    if (hw_progress_value(report->progress, subject, HW_METRIC_MINUTES, &minutes))
        hw__page_item(page, &line, ", ", HW__LABEL_MINUTE_COUNT, (int64_t)(minutes + 0.5), NULL);
    char *text = hw__report_end(report, &line);
    if (text && *text)
        hw__page_text(page, 4, 0, text);
    hw__free(text);
}

/* The titles of the goals that an assignment serves. */
static void put_goals(const hw__report *report, const hw_assignment *assignment)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (uint32_t i = 0; i < assignment->goals.count; i++) {
        const char *id = ((char *const *)assignment->goals.items)[i];
        const hw__thing *thing = hw__plan_thing(report->plan, HW__GOALS, id, strlen(id));
        const hw_goal *goal = thing ? (const hw_goal *)hw__report_latest(report, thing) : NULL;
        const char *title = goal ? hw__texts_pick(&goal->title, NULL) : NULL;
        if (!title)
            continue;
        if (list.size)
            HW__PUT_LIT(&list, "; ");
        hw__put_text(&list, title);
    }
    const char *goals = hw__report_end(report, &list);
    char *line = goals && *goals ? hw__page_label(&report->page, HW__LABEL_REPORT_SERVES, 0, &goals) : NULL;
    if (line)
        hw__page_text(&report->page, 4, 2, line);
    hw__free(line);
    hw__free((char *)goals);
}

static void put_assignment(const hw__report *report, const hw_assignment *assignment, uint32_t index)
{
    const char *title = hw__texts_pick(&assignment->title, NULL);
    const char *kind = assignment->kind == HW_KIND_OTHER && assignment->label
                           ? assignment->label
                           : hw__label_text(report->page.language,
                                            (hw__label)(HW__LABEL_KIND_JOURNALING + assignment->kind));
    hw__page_pair(&report->page, 2, title ? title : assignment->head.id, kind);
    put_goals(report, assignment);
    size_t subject = hw_progress_find(report->progress, HW_SUBJECT_ASSIGNMENT, assignment->head.id);
    if (subject == SIZE_MAX)
        return;
    put_counts(report, subject, !assignment->schedule.present);
    put_strength(report, subject);
    hw__report_bar(report, index);
}

void hw__report_homework(const hw__report *report)
{
    hw__report_heading(report, HW__LABEL_REPORT_HOMEWORK);
    bool any = false;
    for (size_t i = 0; i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = hw__report_assignment(report, i);
        if (!assignment)
            continue;
        put_assignment(report, assignment, (uint32_t)i);
        any = true;
    }
    if (any)
        hw__report_legend(report);
    else
        hw__page_text(&report->page, 2, 0, hw__label_text(report->page.language, HW__LABEL_REPORT_NONE));
}
