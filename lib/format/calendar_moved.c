/* SPDX-License-Identifier: MIT */
/* Has a client moved a to-do to another day or time? It may also have written the same time in another form, or not
 * have heard yet that the plan has changed. */
#include "format/calendar_read.h"
#include "schedule/timeline.h"

/* A day that is one too late is how some clients say that the day is included. */
static bool same_day(int32_t day, bool whole, const hw__todo_span *span)
{
    return day == span->last || day == span->first || (whole && day == span->last + 1);
}

bool hw__reading_same_due(hw__reading *r, const hw__ical_time *time, const hw__todo_span *span)
{
    hw_moment moment = hw__reading_moment(r, time);
    if (moment.precision == HW_PRECISION_UNKNOWN) {
        return false;
    }
    bool whole = moment.precision == HW_PRECISION_DATE;
    int32_t day = hw__wall_day(hw__moment_wall(moment));
    if (span->all_day) {
        return same_day(day, whole, span);
    }
    if (whole) { /* its time of day is gone, and no more */
        return day == hw__wall_day(span->due_wall) || day == hw__wall_day(span->start_wall);
    }
    /* Some clients have only one of the two times. */
    return moment.instant == span->due || moment.instant == span->start;
}

/* Whether the client has changed what it got from us last. */
static bool is_changed(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item)
{
    hw__history history = r->calendar.covers[row->assignment].history;
    hw_instant changed = hw__reading_instant(r, &item->changed);
    if (changed == INT64_MIN) {
        changed = hw__reading_instant(r, &item->stamped);
    }
    hw__see_all(&history, &r->calendar.apart);
    return item->sequence >= hw__sequence(&history) && (changed == INT64_MIN || changed > history.changed);
}

bool hw__reading_moved(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                       const hw__ical_time **to)
{
    const hw__ical_time *time = item->due.readable ? &item->due : &item->start;
    if (!time->readable || row->flags & HW__OCCURRENCE_QUOTA || !is_changed(r, row, item)) {
        return false;
    }
    hw__todo_span span = hw__todo_span_of(r->plan, row);
    *to = time;
    return !hw__reading_same_due(r, time, &span);
}
