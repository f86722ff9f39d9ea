/* SPDX-License-Identifier: MIT */
/* When an assignment is due, in words. What a rule says beyond its days of the week is left to the
 * occurrences. */
#include <string.h>

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

/* The rule that holds on the last day of the report: the schedule's own, or that of a taper. */
static hw__rule rule_of(const hw__report *report, const hw__schedule *schedule)
{
    const hw__taper *tapers = schedule->tapers.items;
    hw__rule rule = schedule->compiled;
    for (uint32_t i = 0; i < schedule->tapers.count; i++) {
        if (hw_date_compare(tapers[i].from, report->to) < 0)
            rule = tapers[i].compiled;
    }
    return rule;
}

static char *at_times(const hw__report *report, const hw__schedule *schedule, char *text)
{
    if (!schedule->times.count)
        return text;
    char *clocks = times(report, &schedule->times);
    text = around(report, HW__LABEL_SCHEDULE_AT, 0, text, clocks);
    hw__free(clocks);
    return text;
}

static char *recurring(const hw__report *report, const hw__schedule *schedule)
{
    static const hw__label units[] = {HW__LABEL_SCHEDULE_DAYS, HW__LABEL_SCHEDULE_WEEKS,
                                      HW__LABEL_SCHEDULE_MONTHS};
    const hw__rule holds = rule_of(report, schedule), *rule = &holds;
    unsigned mask = rule->freq == HW__MONTHLY ? 0 : rule->weekdays;
    if (rule->freq == HW__WEEKLY && !mask)
        mask = 1u << hw_date_weekday(schedule->start.date);
    char *text = hw__page_label(&report->page, units[rule->freq], rule->interval, NULL);
    if (mask) {
        char *days = weekdays(report, mask);
        text = around(report, HW__LABEL_SCHEDULE_ON, 0, text, days);
        hw__free(days);
    }
    return at_times(report, schedule, text);
}

/* "2 days before the session at 19:00", "3 hours after the session, every 2 sessions". */
static char *anchored(const hw__report *report, const hw__schedule *schedule)
{
    static const hw__label before[] = {HW__LABEL_SCHEDULE_DAYS_BEFORE, HW__LABEL_SCHEDULE_HOURS_BEFORE,
                                       HW__LABEL_SCHEDULE_MINUTES_BEFORE};
    static const hw__label after[] = {HW__LABEL_SCHEDULE_DAYS_AFTER, HW__LABEL_SCHEDULE_HOURS_AFTER,
                                      HW__LABEL_SCHEDULE_MINUTES_AFTER};
    const hw__label *labels = schedule->relation == HW_RELATION_BEFORE ? before : after;
    hw_duration offset = schedule->offset;
    bool given = offset.days != HW__NO_DURATION.days;
    char *text;
    if (schedule->relation == HW_RELATION_UNTIL)
        text = hw__page_label(&report->page, HW__LABEL_SCHEDULE_UNTIL_SESSION, 0, NULL);
    else if (given && offset.seconds)
        text = offset.seconds % 3600
                   ? hw__page_label(&report->page, labels[2], offset.days * 1440 + offset.seconds / 60, NULL)
                   : hw__page_label(&report->page, labels[1], offset.days * 24 + offset.seconds / 3600, NULL);
    else if (given && offset.days)
        text = hw__page_label(&report->page, labels[0], offset.days, NULL);
    else
        text = hw__page_label(&report->page,
                              schedule->times.count ? HW__LABEL_SCHEDULE_SESSION_DAY
                                                    : HW__LABEL_SCHEDULE_WITH_SESSION,
                              0, NULL);
    text = at_times(report, schedule, text);
    return schedule->every > 1 ? around(report, HW__LABEL_SCHEDULE_OF_SESSIONS, schedule->every, text, "")
                               : text;
}

/* The other assignment by its title. */
static char *sequenced(const hw__report *report, const hw__schedule *schedule)
{
    const char *title = schedule->after;
    for (size_t i = 0; i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *other = hw__report_assignment(report, i);
        if (other && strcmp(other->head.id, schedule->after) == 0)
            title = hw__report_title(report, &other->title, &other->head);
    }
    return hw__page_label(&report->page, HW__LABEL_SCHEDULE_AFTER_OTHER, 0, &title);
}

static char *whenever(const hw__report *report, const hw__schedule *schedule)
{
    const char *trigger = hw__report_text(report, &schedule->trigger);
    return hw__page_label(&report->page, trigger ? HW__LABEL_SCHEDULE_TRIGGER : HW__LABEL_SCHEDULE_WHENEVER,
                          0, &trigger);
}

static char *quota(const hw__report *report, const hw__schedule *schedule)
{
    static const hw__label periods[] = {HW__LABEL_SCHEDULE_A_DAY, HW__LABEL_SCHEDULE_A_WEEK,
                                        HW__LABEL_SCHEDULE_A_MONTH};
    char *text = hw__page_label(&report->page, periods[schedule->period], schedule->quota, NULL);
    return schedule->most ? around(report, HW__LABEL_SCHEDULE_AT_MOST, schedule->most, text, "") : text;
}

static char *once(const hw__report *report, const hw__schedule *schedule)
{
    const hw__move *moves = schedule->moves.items;
    hw_local due = schedule->start;
    hw__buffer date;
    for (uint32_t i = 0; i < schedule->moves.count; i++) {
        if (hw_local_compare(moves[i].key, schedule->start) == 0)
            due = moves[i].to;
    }
    hw__report_begin(&date);
    hw__page_local(&report->page, &date, due);
    return around(report, HW__LABEL_SCHEDULE_ONCE, 0, hw__report_end(report, &date), "");
}

char *hw__report_schedule(const hw__report *report, const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    if (!schedule->present)
        return hw__page_label(&report->page, HW__LABEL_SCHEDULE_ON_DEMAND, 0, NULL);
    char *text = NULL;
    switch ((hw_schedule_kind)schedule->kind) {
    case HW_SCHEDULE_ONCE:
        return once(report, schedule);
    case HW_SCHEDULE_EVENT_CONTINGENT:
        return whenever(report, schedule);
    case HW_SCHEDULE_QUOTA:
        text = quota(report, schedule);
        break;
    case HW_SCHEDULE_SESSION_ANCHORED:
        text = anchored(report, schedule);
        break;
    case HW_SCHEDULE_SEQUENCED:
        text = sequenced(report, schedule);
        break;
    case HW_SCHEDULE_RECURRING:
    case HW_SCHEDULE_ON_DEMAND:
        text = recurring(report, schedule);
        break;
    }
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
