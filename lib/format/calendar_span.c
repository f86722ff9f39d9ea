/* SPDX-License-Identifier: MIT */
/* From when to when can something be done, as a to-do says it? The calendar that is written shows it, and the one
 * that comes back is compared with it. */
#include "format/calendar_base.h"
#include "schedule/timeline.h"

#define MINUTE 60

static bool is_set(hw_duration duration)
{
    return duration.days != HW__NO_DURATION.days;
}

/* A whole day is one date, written as the DUE that every client shows: a DTSTART of the same date would not
 * be allowed, and a DUE of the next one is taken for the next day. */
static hw__todo_span day_span(const hw__occurrence *row, const hw__window *window)
{
    bool quota = row->flags & HW__OCCURRENCE_QUOTA;
    int32_t day = hw__row_due_day(row);
    hw__todo_span s = {.all_day = true, .first = day, .last = day};
    if (quota || (window->present && is_set(window->opens))) {
        s.first = hw__wall_day(row->opens + row->opens_offset - row->day_start * MINUTE);
    }
    if (quota || (window->present && is_set(window->closes))) {
        s.last = hw__row_last_day(row);
    }
    s.has_start = s.first < s.last;
    s.last = s.first > s.last ? s.first : s.last;
    return s;
}

/* An opening or closing that was agreed is shown; where none was, the time at which it is planned stands for
 * it, and the day ends a minute before midnight, so that the date is that of the day. */
static hw__todo_span time_span(const hw__occurrence *row, const hw__window *window)
{
    bool opens = window->present && is_set(window->opens);
    bool closes = (window->present && is_set(window->closes)) || !opens;
    hw__todo_span s = {.has_start = true, .start = row->due, .due = row->due};
    s.start_wall = s.due_wall = row->due + row->due_offset;
    if (opens) {
        s.start = row->opens;
        s.start_wall = row->opens + row->opens_offset;
    }
    if (closes) {
        s.due = row->closes;
        s.due_wall = row->closes + row->closes_offset;
    }
    if (s.due_wall % HW__DAY_SECONDS == 0 && s.due - MINUTE > s.start) {
        s.due -= MINUTE;
        s.due_wall -= MINUTE;
    }
    if (s.due <= s.start) { /* it must be later */
        s.due = s.start + MINUTE;
        s.due_wall = s.start_wall + MINUTE;
    }
    return s;
}

hw__todo_span hw__todo_span_of(const hw_plan *plan, const hw__occurrence *row)
{
    const hw__window *window = &hw__row_assignment(plan, row)->window;
    bool whole_days = row->flags & HW__OCCURRENCE_QUOTA || row->seconds == HW_ALL_DAY;
    return whole_days ? day_span(row, window) : time_span(row, window);
}
