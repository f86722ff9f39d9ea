/* SPDX-License-Identifier: MIT */
/* When does an occurrence open, fall due, close and settle? Wall times first, by the client's day and the
 * assignment's window; then instants. */
#include <string.h>

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
    *out = (hw__frame){.zone = timeline->zones.items[zone].zone,
                       .client = timeline->zones.items[regime->zone].zone,
                       .schedule = schedule,
                       .day_start = regime->day_start,
                       .sequenced = schedule->kind == HW_SCHEDULE_SEQUENCED};
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
        if (!assignment->maintenance) {
            out->last = regime->ends < out->last ? regime->ends : out->last;
        } else if (regime->ends < HW__DAY_MAX &&
                   regime->ends >= out->first) { /* it takes over from what ends with the plan */
            out->first = regime->ends + 1;
        }
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
    if (row->closes <= row->opens && at->closes > at->opens) { /* a day that the calendar of the zone skips */
        row->closes = row->opens + (at->closes - at->opens);
        row->closes_offset = hw__zone_offset(frame->zone, row->closes, hint);
        row->settles = row->closes + (at->settles - at->closes);
    }
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

static inline void walls_of_day(const hw__frame *frame, hw__key due, walls *at)
{
    int64_t midnight = (int64_t)due.day * HW__DAY_SECONDS;
    at->due = midnight + (due.seconds < 0 ? 0 : due.seconds);
    at->opens = midnight + frame->day_start;
    if (due.seconds >= 0 && due.seconds < frame->day_start) { /* of the client's day before */
        at->opens -= HW__DAY_SECONDS;
    }
    at->closes = at->opens + HW__DAY_SECONDS;
    if (frame->has_opens) {
        at->opens = at->due + frame->opens;
    }
    if (frame->has_closes) {
        at->closes = at->due + frame->closes;
        if (at->opens > at->closes) { /* a whole day that closes before the client's day begins */
            at->opens = at->due;
        }
    }
    at->settles = at->closes + frame->grace;
}

/* What comes after something else opens no sooner than that releases it. */
static inline void open_with(const hw__frame *frame, int64_t release, walls *at)
{
    at->opens = frame->has_opens && at->opens > release ? at->opens : release;
}

static inline void fill_day(const hw__frame *frame, hw__key key, bool sequenced, hw__zone_hint *hint,
                            hw__occurrence *row)
{
    walls at;
    walls_of_day(frame, key, &at);
    if (sequenced) {
        open_with(frame, at.due, &at);
    }
    *row = frame->blank;
    row->day = key.day;
    row->seconds = key.seconds;
    resolve(frame, &at, hint, row);
}

static void walls_of_period(const hw__frame *frame, hw__key key, walls *at, hw__occurrence *row)
{
    fill_quota(frame, key.day, row, &at->opens, &at->due);
    if (frame->has_opens) {
        at->opens = at->due + frame->opens;
    }
    at->closes = frame->has_closes ? at->due + frame->closes : at->due;
    at->due = at->closes;
    at->settles = at->closes + frame->grace;
}

static void fill_period(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row)
{
    walls at;
    *row = frame->blank;
    row->day = key.day;
    row->seconds = key.seconds;
    walls_of_period(frame, key, &at, row);
    resolve(frame, &at, hint, row);
}

void hw__frame_fill(const hw__frame *frame, hw__key key, hw__zone_hint *hint, hw__occurrence *row)
{
    if (frame->quota) {
        fill_period(frame, key, hint, row);
    } else {
        fill_day(frame, key, frame->sequenced, hint, row);
    }
}

/* `sequenced` is the frame's: a constant in each of the two loops that this becomes. */
static inline size_t fill_days(const hw__frame *frame, const hw__key *keys, size_t count, bool sequenced,
                               hw_instant recorded, hw__zone_hint *hint, hw__occurrence *rows)
{
    const hw__occurrence *first = rows;
    for (const hw__key *key = keys; key < keys + count; key++) {
        fill_day(frame, *key, sequenced, hint, rows);
        rows += rows->settles > recorded;
    }
    return (size_t)(rows - first);
}

size_t hw__frame_fill_days(const hw__frame *frame, const hw__key *keys, size_t count, hw_instant recorded,
                           hw__zone_hint *hint, hw__occurrence *rows)
{
    return frame->sequenced ? fill_days(frame, keys, count, true, recorded, hint, rows)
                            : fill_days(frame, keys, count, false, recorded, hint, rows);
}

static int64_t period_settles(const hw__frame *frame, hw__key key)
{
    walls at;
    hw__occurrence unused;
    walls_of_period(frame, key, &at, &unused);
    return at.settles;
}

int64_t hw__frame_settles(const hw__frame *frame, hw__key key)
{
    walls at;
    if (frame->quota) {
        return period_settles(frame, key);
    }
    walls_of_day(frame, key, &at);
    return at.settles;
}

/* ---- What is due at another time than its key says ---- */

static int64_t seconds_of(hw_duration duration)
{
    int64_t seconds;
    wall_span(duration, &seconds);
    return seconds;
}

/* The wall time in the frame's zone of what is one in another zone. */
static int64_t convert(const hw__frame *frame, const hw__zone *zone, int64_t wall, hw__zone_hint *hint)
{
    if (zone == frame->zone) {
        return wall;
    }
    hw_instant instant = hw__zone_resolve(zone, wall, hint, NULL, NULL);
    return instant + hw__zone_offset(frame->zone, instant, hint);
}

int64_t hw__frame_meeting(const hw__frame *frame, const hw__meeting *meeting, hw__zone_hint *hint)
{
    return convert(frame, meeting->zone ? meeting->zone : frame->client, meeting->wall, hint);
}

static int64_t within_days(int64_t wall)
{
    const int64_t first = hw__wall(HW__DAY_MIN, 0), last = hw__wall(HW__DAY_MAX, HW__DAY_SECONDS - 1);
    return wall < first ? first : wall > last ? last : wall;
}

int64_t hw__frame_shift(const hw__frame *frame)
{
    int64_t seconds = seconds_of(frame->schedule->offset);
    return frame->schedule->relation == HW_RELATION_BEFORE ? -seconds : seconds;
}

hw__key hw__frame_around(const hw__frame *frame, const hw__meeting *meeting, hw__key key, hw__zone_hint *hint)
{
    const hw__schedule *schedule = frame->schedule;
    int64_t due = within_days(hw__frame_meeting(frame, meeting, hint) + hw__frame_shift(frame));
    if (hw__is_by_days(schedule)) {
        return (hw__key){hw__wall_day(due), key.seconds};
    }
    return hw__key_from_wall(due);
}

hw__key hw__frame_due(const hw__frame *frame, const hw__slot *slot, hw__zone_hint *hint)
{
    return slot->meeting ? hw__frame_around(frame, slot->meeting, slot->key, hint) : slot->due;
}

void hw__frame_fill_slot(const hw__frame *frame, const hw__slot *slot, hw__zone_hint *hint,
                         hw__occurrence *row)
{
    walls at;
    hw__key due = hw__frame_due(frame, slot, hint);
    walls_of_day(frame, due, &at);
    if (frame->sequenced) {
        int64_t release = at.due;
        if (slot->early != HW__FOR_EVER) {
            int64_t early = slot->early + hw__zone_offset(frame->zone, slot->early, hint) +
                            seconds_of(frame->schedule->delay);
            release = early < release ? early : release;
        }
        open_with(frame, release, &at);
    }
    *row = frame->blank;
    row->day = slot->key.day;
    row->seconds = slot->key.seconds;
    row->flags = hw__key_compare(due, slot->key) == 0 ? 0 : HW__OCCURRENCE_MOVED;
    resolve(frame, &at, hint, row);
}

/* ---- How far a window reaches ---- */

int64_t hw__whole_days(hw_duration duration)
{
    if (duration.days == INT32_MIN) {
        return 0;
    }
    int64_t days = (int64_t)duration.days + duration.seconds / HW__DAY_SECONDS;
    return days < 0 ? -days : days;
}

static int64_t greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* By how many days a schedule moves an occurrence at most, by itself. */
static int64_t longest_move(const hw__schedule *schedule)
{
    const hw__move *moves = schedule->moves.items;
    int64_t longest = 0;
    for (uint32_t i = 0; i < schedule->moves.count; i++) {
        int64_t days = hw_date_days_between(moves[i].key.date, moves[i].to.date);
        longest = greater(longest, days < 0 ? -days : days);
    }
    return longest;
}

/* How many days lie between all starts of all sessions, whatever is known of them: what is due around one
 * may move from any to any other. */
int64_t hw__sessions_span(const hw_plan *plan)
{
    const hw__things *sessions = &plan->sections[HW__SESSIONS];
    int32_t first = HW__DAY_MAX, last = HW__DAY_MIN;
    for (size_t s = 0; s < sessions->count; s++) {
        for (size_t r = 0; r < sessions->items[s].revisions.count; r++) {
            int32_t day =
                hw__day_from_date(((const hw_session *)sessions->items[s].revisions.items[r])->start.date);
            first = day < first ? day : first;
            last = day > last ? day : last;
        }
    }
    return greater(0, (int64_t)last - first);
}

int64_t hw__longest_move(const hw__thing *thing)
{
    int64_t longest = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        longest =
            greater(longest, longest_move(&((const hw_assignment *)thing->revisions.items[r])->schedule));
    }
    return longest;
}

int64_t hw__settling_reach(const hw__thing *thing)
{
    int64_t after = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__window *window = &assignment->window;
        if (assignment->schedule.kind == HW_SCHEDULE_QUOTA && after < 31) {
            after = 31;
        }
        if (window->present) {
            after = greater(after, hw__whole_days(window->closes) + hw__whole_days(window->grace) + 31);
        }
    }
    return after + 3; /* for zones, the start of the day, and parts of days */
}

int64_t hw__moving_reach(const hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    int64_t longest = 0;
    bool anchored = false;
    for (size_t t = 0; t < things->count; t++) {
        for (size_t r = 0; r < things->items[t].revisions.count; r++) {
            const hw_revision *revision = things->items[t].revisions.items[r];
            const hw__schedule *schedule = &((const hw_assignment *)revision)->schedule;
            anchored = anchored || schedule->kind == HW_SCHEDULE_SESSION_ANCHORED;
            longest = schedule->moves.count > 0 ? greater(longest, longest_move(schedule)) : longest;
        }
    }
    return anchored ? greater(longest, hw__sessions_span(plan)) : longest;
}

void hw__reach_of(const hw_plan *plan, const hw__thing *thing, int64_t moving, int64_t *before,
                  int64_t *after)
{
    int64_t opens = 0, moves = 0;
    bool anchored = false; /* it follows what moves */
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__schedule *schedule = &assignment->schedule;
        opens = greater(opens, assignment->window.present ? hw__whole_days(assignment->window.opens) : 0);
        moves = greater(moves, longest_move(schedule));
        anchored = anchored || (schedule->kind == HW_SCHEDULE_SESSION_ANCHORED &&
                                schedule->relation != HW_RELATION_UNTIL);
        const hw__thing *earlier =
            schedule->after ? hw__plan_thing(plan, HW__ASSIGNMENTS, schedule->after, strlen(schedule->after))
                            : NULL;
        if (earlier) { /* it opens when that one settles, which may be as soon as that one has opened */
            opens = greater(opens, hw__settling_reach(earlier));
            anchored = true;
        }
    }
    if (anchored) {
        moves = greater(moves, moving);
    }
    *before = opens + moves + 3;
    *after = hw__settling_reach(thing) + moves;
}

int32_t hw__day_within(int64_t day)
{
    return day < HW__DAY_MIN ? HW__DAY_MIN : day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}
