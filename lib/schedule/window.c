/* SPDX-License-Identifier: MIT */
/* When does an occurrence open, fall due, close and settle? Wall times first, by the client's day and the
 * assignment's window; then instants. */
#include "base/fail.h"
#include "schedule/timeline.h"

/* Days first, then seconds: of wall time, so they add up. False when it is not set. */
static bool wall_span(hw_duration duration, int64_t *out)
{
    if (duration.days == INT32_MIN) {
        *out = 0;
        return false;
    }
    *out = (int64_t)duration.days * HW__DAY_SECONDS + duration.seconds;
    return true;
}

hw_status hw__frame_make(hw__timeline *timeline, const hw_assignment *assignment, const hw__regime *regime,
                         hw__frame *out, hw_error *err)
{
    const hw__schedule *schedule = &assignment->schedule;
    const hw__window *window = &assignment->window;
    uint32_t zone = regime->zone;
    if (schedule->zone) {
        zone = hw__timeline_zone(timeline, schedule->zone, err);
        if (zone == UINT32_MAX) {
            return (hw_status)err->status;
        }
    }
    *out = (hw__frame){.zone = timeline->zones.items[zone].zone, .day_start = regime->day_start};
    out->blank.target = out->blank.days = 1;
    out->blank.day_start = (uint16_t)(regime->day_start / 60);
    out->blank.zone = (uint16_t)zone;
    if (window->present) {
        out->has_opens = wall_span(window->opens, &out->opens);
        out->has_closes = wall_span(window->closes, &out->closes);
        wall_span(window->grace, &out->grace);
    }
    if (schedule->kind == HW_SCHEDULE_QUOTA) {
        int32_t start = hw__day_from_date(schedule->start.date);
        int32_t effective = hw__day_from_date(assignment->head.effective.date);
        out->quota = (uint32_t)schedule->quota;
        out->period = schedule->period;
        out->first = start > effective ? start : effective;
        out->last = schedule->until.year ? hw__day_from_date(schedule->until) : HW__DAY_MAX;
        out->last = regime->ends < out->last ? regime->ends : out->last;
    }
    return HW_OK;
}

/* A quota's occurrence opens with the first of its days and falls due when the last one is over. */
static void fill_quota(const hw__frame *frame, int32_t first, hw__occurrence *row, int64_t *opens,
                       int64_t *due)
{
    int32_t next = hw__period_next((hw_period)frame->period, first);
    int32_t begin = frame->first > first ? frame->first : first;
    int32_t end = frame->last < next - 1 ? frame->last + 1 : next;
    if (end <= begin) { /* the plan ended before: nothing counts, and the whole period is the window */
        begin = first;
        end = next;
        row->target = 0;
    } else {
        row->target = UINT32_MAX >> (32 - (end - begin)) << (begin - first);
    }
    row->flags = HW__OCCURRENCE_QUOTA;
    row->days = (uint16_t)(next - first);
    *opens = hw__wall(begin, frame->day_start);
    *due = hw__wall(end, frame->day_start);
}

/* Where the clock skips an hour, a wall time in the gap comes later than some that follow it. A whole day is
 * due at its midnight whenever it opens. */
static void put_in_order(hw__occurrence *row)
{
    if (row->opens > row->due && row->seconds >= 0) {
        row->opens = row->due;
        row->opens_offset = row->due_offset;
    }
    if (row->closes < row->due) {
        row->closes = row->due; /* its offset is that after the gap, so its wall time exists */
    }
    if (row->settles < row->closes) {
        row->settles = row->closes;
    }
}

/* The walls of one occurrence. */
typedef struct walls {
    int64_t opens, due, closes, settles;
} walls;

/* Near a clock change, or for the first time. */
static void resolve_each(const hw__frame *frame, const walls *at, hw__zone_hint *hint, hw__occurrence *row)
{
    hw_fold fold;
    row->opens = hw__zone_resolve(frame->zone, at->opens, hint, &row->opens_offset, NULL);
    row->due = hw__zone_resolve(frame->zone, at->due, hint, &row->due_offset, &fold);
    row->closes = hw__zone_resolve(frame->zone, at->closes, hint, &row->closes_offset, NULL);
    row->settles = hw__zone_resolve(frame->zone, at->settles, hint, NULL, NULL);
    row->fold = (uint8_t)fold;
    put_in_order(row);
}

static inline void resolve(const hw__frame *frame, const walls *at, hw__zone_hint *hint, hw__occurrence *row)
{
    const hw__span *span = &hint->span;
    int64_t first = at->opens < at->due ? at->opens : at->due;
    if (hint->zone != frame->zone || first < span->wall_from || at->settles >= span->fold_from) {
        resolve_each(frame, at, hint, row);
        return;
    }
    int32_t offset = span->offset;
    row->opens = at->opens - offset;
    row->due = at->due - offset;
    row->closes = at->closes - offset;
    row->settles = at->settles - offset;
    row->opens_offset = row->due_offset = row->closes_offset = offset;
}

static inline void fill_day(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row)
{
    walls at;
    int64_t midnight = (int64_t)key.day * HW__DAY_SECONDS;
    at.due = midnight + (key.seconds < 0 ? 0 : key.seconds);
    at.opens = midnight + frame->day_start;
    if (key.seconds >= 0 && key.seconds < frame->day_start) { /* of the client's day before */
        at.opens -= HW__DAY_SECONDS;
    }
    at.closes = at.opens + HW__DAY_SECONDS;
    if (frame->has_opens) {
        at.opens = at.due + frame->opens;
    }
    if (frame->has_closes) {
        at.closes = at.due + frame->closes;
        if (at.opens > at.closes) { /* a whole day that closes before the client's day begins */
            at.opens = at.due;
        }
    }
    at.settles = at.closes + frame->grace;
    *row = frame->blank;
    row->day = key.day;
    row->seconds = key.seconds;
    resolve(frame, &at, hint, row);
}

static void fill_period(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row)
{
    walls at;
    *row = frame->blank;
    row->day = key.day;
    row->seconds = key.seconds;
    fill_quota(frame, key.day, row, &at.opens, &at.due);
    if (frame->has_opens) {
        at.opens = at.due + frame->opens;
    }
    at.closes = frame->has_closes ? at.due + frame->closes : at.due;
    at.due = at.closes;
    at.settles = at.closes + frame->grace;
    resolve(frame, &at, hint, row);
}

void hw__frame_fill(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row)
{
    if (frame->quota) {
        fill_period(frame, key, hint, row);
    } else {
        fill_day(frame, key, hint, row);
    }
}

size_t hw__frame_fill_days(const hw__frame *frame, const hw__key *keys, size_t count, hw_instant recorded,
                           hw__zone_hint *hint, hw__occurrence *rows)
{
    const hw__occurrence *first = rows;
    for (const hw__key *key = keys; key < keys + count; key++) {
        fill_day(frame, *key, hint, rows);
        rows += rows->settles > recorded;
    }
    return (size_t)(rows - first);
}

/* ---- How far a window reaches ---- */

static int64_t whole_days(hw_duration duration)
{
    if (duration.days == INT32_MIN) {
        return 0;
    }
    int64_t days = (int64_t)duration.days + duration.seconds / HW__DAY_SECONDS;
    return days < 0 ? -days : days;
}

void hw__reach_of(const hw__thing *thing, int64_t *before, int64_t *after)
{
    *before = *after = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__window *window = &assignment->window;
        if (assignment->schedule.kind == HW_SCHEDULE_QUOTA && *after < 31) {
            *after = 31;
        }
        if (!window->present) {
            continue;
        }
        int64_t opens = whole_days(window->opens);
        int64_t settles = whole_days(window->closes) + whole_days(window->grace) + 31;
        *before = opens > *before ? opens : *before;
        *after = settles > *after ? settles : *after;
    }
    *before += 3; /* for zones, the start of the day, and parts of days */
    *after += 3;
}

int32_t hw__day_within(int64_t day)
{
    return day < HW__DAY_MIN ? HW__DAY_MIN : day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}
