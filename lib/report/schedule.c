/* SPDX-License-Identifier: MIT */
/* When an assignment is due, in words. What a rule says beyond its days of the week is left to the
 * occurrences. */
#include "base/alloc.h"
#include "report/context.h"

/* Puts a text that is already there into a label: "{0}" is `text`, which is freed, "{1}" is `more`. */
static char *around(const hw__report *report, hw__label key, int64_t count, char *text, const char *more)
{
    const char *const parts[] = {text, more};
    char *out = text && more ? hw__page_label(&report->page, key, count, parts) : NULL;
    hw__free(text);
    return out;
}

static char *weekdays(const hw__report *report, unsigned mask)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (int day = 0; day < 7; day++) {
        if (!(mask >> day & 1))
            continue;
        if (list.size)
            HW__PUT_LIT(&list, ", ");
        hw__put_text(&list, hw__label_text(report->page.language, (hw__label)(HW__LABEL_WEEKDAY_MON + day)));
    }
    return hw__report_end(report, &list);
}

static char *times(const hw__report *report, const hw__list *times_of_day)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (uint32_t i = 0; i < times_of_day->count; i++) {
        if (i)
            HW__PUT_LIT(&list, ", ");
        hw__page_clock(&list, ((const int32_t *)times_of_day->items)[i]);
    }
    return hw__report_end(report, &list);
}

static char *recurring(const hw__report *report, const hw__schedule *schedule)
{
    static const hw__label units[] = {HW__LABEL_SCHEDULE_DAYS, HW__LABEL_SCHEDULE_WEEKS,
                                      HW__LABEL_SCHEDULE_MONTHS};
    const hw__rule *rule = &schedule->compiled;
    unsigned mask = rule->freq == HW__MONTHLY ? 0 : rule->weekdays;
    if (rule->freq == HW__WEEKLY && !mask)
        mask = 1u << hw_date_weekday(schedule->start.date);
    char *text = hw__page_label(&report->page, units[rule->freq], rule->interval, NULL);
    if (mask) {
        char *days = weekdays(report, mask);
        text = around(report, HW__LABEL_SCHEDULE_ON, 0, text, days);
        hw__free(days);
    }
    if (schedule->times.count) {
        char *clocks = times(report, &schedule->times);
        text = around(report, HW__LABEL_SCHEDULE_AT, 0, text, clocks);
        hw__free(clocks);
    }
    return text;
}

static char *quota(const hw__report *report, const hw__schedule *schedule)
{
    static const hw__label periods[] = {HW__LABEL_SCHEDULE_A_DAY, HW__LABEL_SCHEDULE_A_WEEK,
                                        HW__LABEL_SCHEDULE_A_MONTH};
    char *text = hw__page_label(&report->page, periods[schedule->period], schedule->quota, NULL);
    return schedule->most ? around(report, HW__LABEL_SCHEDULE_AT_MOST, schedule->most, text, "") : text;
}

static char *once(const hw__report *report, hw_local due)
{
    hw__buffer date;
    hw__report_begin(&date);
    hw__page_local(&report->page, &date, due);
    return around(report, HW__LABEL_SCHEDULE_ONCE, 0, hw__report_end(report, &date), "");
}

char *hw__report_schedule(const hw__report *report, const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    if (!schedule->present)
        return hw__page_label(&report->page, HW__LABEL_SCHEDULE_ON_DEMAND, 0, NULL);
    if (schedule->kind == HW_SCHEDULE_ONCE)
        return once(report, schedule->start);
    char *text = schedule->kind == HW_SCHEDULE_QUOTA ? quota(report, schedule) : recurring(report, schedule);
    if (!schedule->until.year)
        return text;
    hw__buffer date;
    hw__report_begin(&date);
    hw__page_date(&report->page, &date, schedule->until, true);
    char *until = hw__report_end(report, &date);
    text = around(report, HW__LABEL_SCHEDULE_UNTIL, 0, text, until);
    hw__free(until);
    return text;
}
