/* SPDX-License-Identifier: MIT */
/* What was missed, when, and what was said to get in the way. Silence and "not done" stay apart. */
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

#define DATES_SHOWN 4

/* "not reported 6 (Tue 6 Oct, Thu 8 Oct, ... and 2 more)": the latest dates of an assignment's occurrences with a status. */
static void put_status(const hw__report *report, uint32_t assignment, int status, hw__label label,
                       hw__buffer *line)
{
    const hw__page *page = &report->page;
    int32_t days[DATES_SHOWN];
    int64_t count = 0;
    for (uint32_t i = report->first[assignment + 1]; i-- > report->first[assignment];) {
        const hw__occurrence *row = &report->occurrences->rows.items[report->order[i]];
        if (row->status != status)
            continue;
        if (count < DATES_SHOWN)
            days[count] = row->day;
        count++;
    }
    if (!count)
        return;
    hw__buffer dates;
    hw__report_begin(&dates);
    for (int64_t i = count < DATES_SHOWN ? count : DATES_SHOWN; i-- > 0;) {
        hw__page_date(page, &dates, hw__date_from_day(days[i]), false);
        if (i)
            HW__PUT_LIT(&dates, ", ");
    }
    char *shown = hw__report_end(report, &dates);
    if (shown && count > DATES_SHOWN) {
        const char *const parts[] = {shown};
        char *more = hw__page_label(page, HW__LABEL_REPORT_DATES_MORE, count - DATES_SHOWN, parts);
        hw__free(shown);
        shown = more;
    }
    char *what = hw__page_label(page, label, count, NULL);
    const char *const parts[] = {what, shown};
    if (what && shown)
        hw__page_item(page, line, "; ", HW__LABEL_REPORT_ON_DATES, 0, parts);
    hw__free(what);
    hw__free(shown);
}

/* "no time 3, forgot 1": most frequent first, then in the order of the codes. */
static void put_barriers(const hw__report *report, uint32_t assignment)
{
    uint32_t left[HW__BARRIERS];
    memcpy(left, report->tallies[assignment].barriers, sizeof left);
    hw__buffer list;
    hw__report_begin(&list);
    for (;;) {
        int most = 0;
        for (int code = 1; code < HW__BARRIERS; code++) {
            if (left[code] > left[most])
                most = code;
        }
        if (!left[most])
            break;
        const char *word =
            hw__label_text(report->page.language, (hw__label)(HW__LABEL_BARRIER_FORGOT + most));
        hw__page_item(&report->page, &list, ", ", HW__LABEL_NAME_AND_COUNT, left[most], &word);
        left[most] = 0;
    }
    const char *barriers = hw__report_end(report, &list);
    char *line =
        barriers && *barriers ? hw__page_label(&report->page, HW__LABEL_REPORT_BECAUSE, 0, &barriers) : NULL;
    if (line)
        hw__page_text(&report->page, 4, 2, line);
    hw__free(line);
    hw__free((char *)barriers);
}

/* Why occurrences in the window were excused, by reason. */
static void put_excuses(const hw__report *report, const hw_assignment *assignment)
{
    int64_t reasons[HW_EXCUSE_OTHER + 1] = {0};
    const hw__things *excuses = &report->plan->sections[HW__EXCUSES];
    for (size_t i = 0; i < excuses->count; i++) {
        const hw_excuse *excuse = (const hw_excuse *)hw__report_latest(report, &excuses->items[i]);
        if (excuse && !excuse->withdrawn && strcmp(excuse->assignment, assignment->head.id) == 0 &&
            hw_date_compare(excuse->due.date, report->from) >= 0 &&
            hw_date_compare(excuse->due.date, report->to) < 0)
            reasons[excuse->reason]++;
    }
    hw__buffer list;
    hw__report_begin(&list);
    for (int reason = 0; reason <= HW_EXCUSE_OTHER; reason++) {
        const char *word =
            hw__label_text(report->page.language, (hw__label)(HW__LABEL_REASON_ILLNESS + reason));
        if (reasons[reason])
            hw__page_item(&report->page, &list, ", ", HW__LABEL_NAME_AND_COUNT, reasons[reason], &word);
    }
    const char *excused = hw__report_end(report, &list);
    char *line =
        excused && *excused ? hw__page_label(&report->page, HW__LABEL_REPORT_EXCUSED_FOR, 0, &excused) : NULL;
    if (line)
        hw__page_text(&report->page, 4, 2, line);
    hw__free(line);
    hw__free((char *)excused);
}

/* Whether there is anything to say about an assignment. */
static bool is_missed(const hw__report *report, size_t subject)
{
    static const hw_metric metrics[] = {HW_METRIC_PARTIAL, HW_METRIC_NOT_DONE, HW_METRIC_NOT_REPORTED,
                                        HW_METRIC_EXCUSED};
    for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++) {
        if (hw_progress_numerator(report->progress, subject, metrics[i]))
            return true;
    }
    return false;
}

static void put_assignment(const hw__report *report, const hw_assignment *assignment, uint32_t index)
{
    const char *title = hw__texts_pick(&assignment->title, NULL);
    hw__page_text(&report->page, 2, 2, title ? title : assignment->head.id);
    hw__buffer line;
    hw__report_begin(&line);
    put_status(report, index, HW_STATUS_NOT_DONE, HW__LABEL_COUNT_NOT_DONE, &line);
    put_status(report, index, HW_STATUS_NOT_REPORTED, HW__LABEL_COUNT_NOT_REPORTED, &line);
    put_status(report, index, HW_STATUS_PARTIAL, HW__LABEL_COUNT_IN_PART, &line);
    char *text = hw__report_end(report, &line);
    if (text && *text)
        hw__page_text(&report->page, 4, 2, text);
    hw__free(text);
    put_barriers(report, index);
    put_excuses(report, assignment);
}

void hw__report_missed(const hw__report *report)
{
    hw__report_heading(report, HW__LABEL_REPORT_MISSED);
    bool any = false;
    for (size_t i = 0; i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = hw__report_assignment(report, i);
        size_t subject = assignment
                             ? hw_progress_find(report->progress, HW_SUBJECT_ASSIGNMENT, assignment->head.id)
                             : SIZE_MAX;
        if (subject == SIZE_MAX || !is_missed(report, subject))
            continue;
        put_assignment(report, assignment, (uint32_t)i);
        any = true;
    }
    if (!any)
        hw__page_text(&report->page, 2, 0, hw__label_text(report->page.language, HW__LABEL_REPORT_NONE));
}
