/* SPDX-License-Identifier: MIT */
/* What was missed, when, and what was said to get in the way. Silence and "not done" stay apart. */
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

#define DATES_SHOWN 4

/* How the dates of an assignment's occurrences are spoken of: a quota's key is the first day of its
 * period. */
static hw__label dates_label(const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    bool quota = schedule->present && schedule->kind == HW_SCHEDULE_QUOTA;
    if (quota && schedule->period == HW_PERIOD_WEEK)
        return HW__LABEL_REPORT_IN_WEEKS;
    return quota && schedule->period == HW_PERIOD_MONTH ? HW__LABEL_REPORT_IN_MONTHS
                                                        : HW__LABEL_REPORT_ON_DATES;
}

/* The latest days of settled occurrences with a status, latest first, into `days`; returns how many there are
 * in all. */
static int64_t find_days(const hw__report *report, uint32_t assignment, int status, int32_t days[DATES_SHOWN])
{
    int64_t count = 0;
    for (uint32_t i = report->first[assignment + 1]; i-- > report->first[assignment];) {
        const hw__occurrence *row = hw__report_row(report, i);
        if (row->status != status || !(row->flags & HW__OCCURRENCE_SETTLED))
            continue;
        if (count < DATES_SHOWN)
            days[count] = hw__row_due_day(row);
        count++;
    }
    return count;
}

/* "not reported 6 (2 earlier, Tue 6 Oct, Thu 8 Oct, Fri 9 Oct, Mon 12 Oct)". */
static void put_status(const hw__report *report, const hw_assignment *assignment, uint32_t index, int status,
                       hw__label label, hw__buffer *line)
{
    const hw__page *page = &report->page;
    int32_t days[DATES_SHOWN];
    int64_t count = find_days(report, index, status, days);
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
        const char *const latest = shown;
        char *with_earlier =
            hw__page_label(page, HW__LABEL_REPORT_DATES_EARLIER, count - DATES_SHOWN, &latest);
        hw__free(shown);
        shown = with_earlier;
    }
    char *what = hw__page_label(page, label, count, NULL);
    const char *const parts[] = {what, shown};
    if (what && shown)
        hw__page_item(page, line, "; ", dates_label(assignment), count, parts);
    hw__free(what);
    hw__free(shown);
}

/* "illness 2, holiday 1" behind a label: most frequent first, then in the order of the codes. `left` is used
 * up. */
static void put_reasons(const hw__report *report, hw__label key, hw__label first_word, uint32_t *left,
                        int size)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (;;) {
        int most = 0;
        for (int code = 1; code < size; code++) {
            if (left[code] > left[most])
                most = code;
        }
        if (!left[most])
            break;
        const char *word = hw__label_text(report->page.language, (hw__label)((int)first_word + most));
        hw__page_item(&report->page, &list, ", ", HW__LABEL_NAME_AND_COUNT, left[most], &word);
        left[most] = 0;
    }
    const char *reasons = hw__report_end(report, &list);
    if (reasons && *reasons)
        hw__report_line(report, 4, key, 0, &reasons);
    hw__free((char *)reasons);
}

/* Why occurrences are paused, if any are. */
static void put_holds(const hw__report *report, uint32_t assignment)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (int reason = 0; reason < HW__REASONS; reason++) {
        if (!report->holds[reason] && !report->tallies[assignment].holds[reason])
            continue;
        if (list.size)
            HW__PUT_LIT(&list, ", ");
        hw__put_text(&list,
                     hw__label_text(report->page.language, (hw__label)(HW__LABEL_REASON_ILLNESS + reason)));
    }
    const char *reasons = hw__report_end(report, &list);
    if (reasons && *reasons)
        hw__report_line(report, 4, HW__LABEL_REPORT_PAUSED_FOR, 0, &reasons);
    hw__free((char *)reasons);
}

/* Which statuses an assignment's occurrences have, as bits: settled ones, and those beside. */
static unsigned statuses_of(const hw__report *report, uint32_t assignment)
{
    unsigned found = 0;
    for (uint32_t i = report->first[assignment]; i < report->first[assignment + 1]; i++) {
        const hw__occurrence *row = hw__report_row(report, i);
        if (row->flags & HW__OCCURRENCE_SETTLED || row->status >= HW_STATUS_EXCUSED)
            found |= 1u << row->status;
    }
    return found;
}

static void put_assignment(const hw__report *report, const hw_assignment *assignment, uint32_t index,
                           unsigned found)
{
    hw__page_text(&report->page, 2, 2, hw__report_title(report, &assignment->title, &assignment->head));
    hw__buffer line;
    hw__report_begin(&line);
    put_status(report, assignment, index, HW_STATUS_NOT_DONE, HW__LABEL_COUNT_NOT_DONE, &line);
    put_status(report, assignment, index, HW_STATUS_NOT_REPORTED, HW__LABEL_COUNT_NOT_REPORTED, &line);
    put_status(report, assignment, index, HW_STATUS_PARTIAL, HW__LABEL_COUNT_IN_PART, &line);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(&report->page, 4, 2, text);
    hw__free(text);
    uint32_t barriers[HW__BARRIERS], excuses[HW__REASONS];
    memcpy(barriers, report->tallies[index].barriers, sizeof barriers);
    memcpy(excuses, report->tallies[index].excuses, sizeof excuses);
    put_reasons(report, HW__LABEL_REPORT_BECAUSE, HW__LABEL_BARRIER_FORGOT, barriers, HW__BARRIERS);
    put_reasons(report, HW__LABEL_REPORT_EXCUSED_FOR, HW__LABEL_REASON_ILLNESS, excuses, HW__REASONS);
    if (found & 1u << HW_STATUS_SUSPENDED)
        put_holds(report, index);
}

void hw__report_missed(const hw__report *report)
{
    static const unsigned missed = 1u << HW_STATUS_PARTIAL | 1u << HW_STATUS_NOT_DONE |
                                   1u << HW_STATUS_NOT_REPORTED | 1u << HW_STATUS_EXCUSED |
                                   1u << HW_STATUS_SUSPENDED;
    hw__report_heading(report, HW__LABEL_REPORT_MISSED);
    bool any = false;
    for (size_t i = 0; i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = hw__report_assignment(report, i);
        unsigned found = assignment ? statuses_of(report, (uint32_t)i) : 0;
        if (!(found & missed))
            continue;
        put_assignment(report, assignment, (uint32_t)i, found);
        any = true;
    }
    if (!any)
        hw__page_text(&report->page, 2, 0,
                      hw__label_text(report->page.language, HW__LABEL_REPORT_NOTHING_MISSED));
}
