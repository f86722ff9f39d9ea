/* SPDX-License-Identifier: MIT */
/* The bar of an assignment's days: a character an occurrence, a blank between weeks, told apart without
 * colour. */
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/context.h"

#define BAR_WEEKS 12 /* what fits a page */

static const char *const plain[HW_STATUS_COUNT] = {
    [HW_STATUS_UPCOMING] = "",      [HW_STATUS_OPEN] = "o",    [HW_STATUS_DONE] = "#",
    [HW_STATUS_DONE_LATE] = "+",    [HW_STATUS_PARTIAL] = "~", [HW_STATUS_NOT_DONE] = "-",
    [HW_STATUS_NOT_REPORTED] = ".", [HW_STATUS_EXCUSED] = "e", [HW_STATUS_SUSPENDED] = "=",
    [HW_STATUS_WITHDRAWN] = "w",
};

static const char *const boxes[HW_STATUS_COUNT] = {
    [HW_STATUS_UPCOMING] = "",
    [HW_STATUS_OPEN] = "\xe2\x97\x8b",      /* white circle */
    [HW_STATUS_DONE] = "\xe2\x96\x88",      /* full block */
    [HW_STATUS_DONE_LATE] = "\xe2\x96\x93", /* dark shade */
    [HW_STATUS_PARTIAL] = "\xe2\x96\x84",   /* lower half block */
    [HW_STATUS_NOT_DONE] = "\xe2\x80\x93",  /* en dash */
    [HW_STATUS_NOT_REPORTED] = "\xc2\xb7",  /* middle dot */
    [HW_STATUS_EXCUSED] = "e",
    [HW_STATUS_SUSPENDED] = "=",
    [HW_STATUS_WITHDRAWN] = "w",
};

static const char *mark(const hw__report *report, int status)
{
    return (report->page.terminal ? boxes : plain)[status];
}

/* The client's first day of the week, as it was known. */
static int week_start(const hw__report *report)
{
    const hw__thing *thing = &report->plan->sections[HW__SETTINGS].items[0];
    const hw_revision *known = hw__report_latest(report, thing);
    return ((const hw_settings *)(known ? known : thing->revisions.items[0]))->week_start;
}

/* The number of the week that a day is in. */
static int32_t week_of(int32_t day, int start)
{
    return (day - HW__DAY_MIN - start) / 7; /* 0001-01-01 was a Monday */
}

/* The bar on as few lines as it needs, all about equally long. */
static void put_bar(const hw__page *page, const char *bar)
{
    const int indent = 4, half_week = 4;
    int columns = (int)hw__utf8_columns(bar, strlen(bar)), lines = columns / (page->width - indent) + 1;
    hw__page narrow = *page;
    if (lines > 1 && indent + columns / lines + half_week < page->width)
        narrow.width = indent + columns / lines + half_week;
    hw__page_text(&narrow, indent, 0, bar);
}

void hw__report_bar(const hw__report *report, uint32_t assignment)
{
    hw__buffer bar;
    hw__report_begin(&bar);
    int32_t first = hw__day_from_date(report->to) - 7 * BAR_WEEKS, week = -1;
    int start = week_start(report);
    for (uint32_t i = report->first[assignment]; i < report->first[assignment + 1]; i++) {
        const hw__occurrence *row = hw__report_row(report, i);
        if (hw__row_due_day(row) < first || row->status == HW_STATUS_UPCOMING)
            continue;
        if (week >= 0 && week_of(hw__row_due_day(row), start) != week)
            hw__put_char(&bar, ' ');
        week = week_of(hw__row_due_day(row), start);
        hw__put_text(&bar, mark(report, row->status));
    }
    char *text = hw__report_end(report, &bar);
    if (text && *text)
        put_bar(&report->page, text);
    hw__free(text);
}

void hw__report_legend(const hw__report *report)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (int i = 0; i < HW_STATUS_COUNT; i++) {
        hw_occurrence_status status = (hw_occurrence_status)i;
        if (status == HW_STATUS_UPCOMING || !hw_occurrences_status_count(report->occurrences, status))
            continue;
        if (list.size)
            HW__PUT_LIT(&list, ", ");
        hw__put_text(&list, mark(report, i));
        hw__put_char(&list, ' ');
        hw__put_text(&list,
                     hw__label_text(report->page.language, (hw__label)(HW__LABEL_STATUS_UPCOMING + i)));
    }
    const char *marks = hw__report_end(report, &list);
    if (marks && *marks) {
        bool all = hw__day_from_date(report->to) - hw__day_from_date(report->from) <= 7 * BAR_WEEKS;
        hw__put_char(report->page.out, '\n');
        hw__report_line(report, 2, all ? HW__LABEL_REPORT_LEGEND : HW__LABEL_REPORT_LEGEND_RECENT, BAR_WEEKS,
                        &marks);
    }
    hw__free((char *)marks);
}
