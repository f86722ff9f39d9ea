/* SPDX-License-Identifier: MIT */
/* How long does a daily series go on that lasts until the next session? As the session moves, or does not
 * take place, its end moves; days that had settled or were answered by then stay as they were. */
#include "base/fail.h"
#include "schedule/maker.h"

/* From a moment on, it was known to end so. */
typedef struct ending {
    hw_instant recorded;
    int64_t wall; /* HW__FOR_EVER = no session is known */
} ending;

typedef struct until {
    hw__maker *m;
    const hw__schedule *schedule;
    const hw__meetings *meetings;
    int64_t *walls;    /* by session: its end, as far as it is known; HW__FOR_EVER = it is none */
    hw__order *events; /* all that is known of sessions, as it was recorded */
    HW__VEC(ending) endings;
    int64_t soonest, latest; /* of the endings, the beginning without any included */
    int64_t after;           /* sessions end it from then on */
} until;

/* Whether a session ends the series, and when. */
static int64_t wall_of(const until *u, const hw__meeting *meeting)
{
    bool lost = meeting->state == HW_SESSION_MISSED || meeting->state == HW_SESSION_CANCELLED;
    int64_t wall = hw__frame_meeting(&u->m->frames[0], meeting, &u->m->timeline->hint);
    return wall < u->after || (lost && u->schedule->unheld == HW_UNHELD_EXTEND) ? HW__FOR_EVER : wall;
}

static int64_t first_of(const int64_t *walls, uint32_t count)
{
    int64_t first = HW__FOR_EVER;
    for (uint32_t s = 0; s < count; s++) {
        first = walls[s] < first ? walls[s] : first;
    }
    return first;
}

/* Goes through all that was recorded, and notes whenever the end changes. */
static bool find_endings(until *u)
{
    const hw__meetings *meetings = u->meetings;
    size_t count = meetings->starts[meetings->count];
    int64_t end = HW__FOR_EVER;
    for (size_t i = 0; i < count; i++) {
        const hw__meeting *meeting = &meetings->items[(uint32_t)u->events[i].tie];
        int64_t before = u->walls[meeting->session], wall = wall_of(u, meeting);
        u->walls[meeting->session] = wall;
        int64_t now = wall <= end ? wall : before == end ? first_of(u->walls, meetings->count) : end;
        if (now == end) {
            continue;
        }
        end = now;
        size_t last = u->endings.count;
        if (last > 0 && u->endings.items[last - 1].recorded == meeting->recorded) {
            u->endings.items[last - 1].wall =
                end; /* of what is recorded at one moment only the outcome counts */
        } else if (!hw__vec_push(&u->endings, ((ending){meeting->recorded, end}))) {
            return false;
        }
    }
    u->soonest = HW__FOR_EVER;
    u->latest = INT64_MIN;
    for (size_t i = 0; i < u->endings.count; i++) {
        int64_t wall = u->endings.items[i].wall;
        u->soonest = wall < u->soonest ? wall : u->soonest;
        u->latest = wall > u->latest ? wall : u->latest;
    }
    return true;
}

static bool prepare(until *u)
{
    const hw__meetings *meetings = u->meetings;
    size_t count = meetings->starts[meetings->count];
    u->walls = hw__alloc(meetings->count * sizeof *u->walls);
    u->events = hw__alloc(count * sizeof *u->events);
    if (!u->walls || !u->events) {
        return false;
    }
    for (uint32_t s = 0; s < meetings->count; s++) {
        u->walls[s] = HW__FOR_EVER;
    }
    for (size_t i = 0; i < count; i++) {
        u->events[i] = (hw__order){meetings->items[i].recorded, i};
    }
    return hw__order_sort(u->events, count) && find_endings(u);
}

/* ---- days ---- */

static bool is_before(hw__key key, int64_t end)
{
    if (end == HW__FOR_EVER) {
        return true;
    }
    return key.seconds == HW_ALL_DAY ? key.day < hw__wall_day(end) : hw__wall(key.day, key.seconds) < end;
}

static bool is_final(const until *u, const hw__slot *slot, const hw__occurrence *row, hw_instant at)
{
    hw__maker *m = u->m;
    const hw__report *end, *report = hw__reports_from(m->timeline, m->thing, slot->key, &end);
    return row->settles <= at || hw__is_answered(m->timeline, report, end, slot->key, at) ||
           hw__maker_is_over(m, hw__row_due(row), at);
}

/* Follows one day through the endings; false if it is not made. */
static bool follow(const until *u, hw__slot *slot)
{
    bool made = true, opened = false;
    hw_instant cut = HW__FOR_EVER;
    for (size_t i = 0; i < u->endings.count; i++) {
        const ending *e = &u->endings.items[i];
        hw__occurrence row;
        if (is_before(slot->key, e->wall) == made) {
            continue;
        }
        hw__maker_fill(u->m, slot, e->recorded, &row);
        if (made ? is_final(u, slot, &row, e->recorded) : row.settles <= e->recorded) {
            if (made) {
                break;
            }
            continue;
        }
        made = !made;
        slot->born = made ? e->recorded : slot->born;
        cut = e->recorded;
        opened = row.opens <= e->recorded;
    }
    if (!made) {
        slot->flags = opened ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
    }
    return made || (cut > u->m->recorded && (opened || u->m->all));
}

static hw_status add(const until *u, hw__key key, hw_error *err)
{
    hw__slots *slots = &u->m->timeline->slots;
    hw__slot slot = {.key = key, .due = key, .early = HW__FOR_EVER};
    if (u->schedule->moves.count > 0) {
        hw__schedule_move(u->schedule, key, &slot.due);
    }
    if (!is_before(key, u->soonest) && !follow(u, &slot)) {
        return HW_OK;
    }
    if (slots->count == HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    return hw__vec_push(slots, slot) ? HW_OK : hw__no_memory(err);
}

/* The first day on which nothing can be: after the latest end only what had opened or was answered before
 * that end was known is left. */
static int32_t end_of_days(const until *u, int32_t to)
{
    const hw__timeline *timeline = u->m->timeline;
    if (u->m->all || u->endings.count == 0 || u->latest == HW__FOR_EVER) {
        return to;
    }
    int64_t end = (int64_t)hw__wall_day(u->latest) + 1;
    int64_t lead = u->m->assignment->window.present ? hw__whole_days(u->m->assignment->window.opens) : 0;
    for (size_t i = 0; i < u->endings.count; i++) {
        int64_t seen = hw__wall_day(u->endings.items[i].recorded) + lead + 3;
        end = seen > end ? seen : end;
    }
    uint32_t reports = timeline->reports.starts[u->m->thing + 1];
    if (reports > timeline->reports.starts[u->m->thing]) {
        int64_t reported = (int64_t)timeline->reports.items[reports - 1].key.day + 1;
        end = reported > end ? reported : end;
    }
    if (u->schedule->moves.count > 0) {
        const hw__move *moves = u->schedule->moves.items;
        int64_t moved = (int64_t)hw__day_from_date(moves[u->schedule->moves.count - 1].key.date) + 1;
        end = moved > end ? moved : end;
    }
    return end < to ? (int32_t)end : to;
}

static hw_status add_days(const until *u, int32_t from, int32_t to, hw_error *err)
{
    const int32_t *times = u->schedule->times.items;
    int32_t start = hw__day_from_date(u->schedule->start.date);
    int32_t last = u->schedule->until.year ? hw__day_from_date(u->schedule->until) : HW__DAY_MAX;
    hw_status status = HW_OK;
    from = start > from ? start : from;
    to = end_of_days(u, to <= last ? to : last + 1);
    for (int32_t day = from; day < to && status == HW_OK; day++) {
        if (u->schedule->times.count == 0) {
            status = add(u, (hw__key){day, HW_ALL_DAY}, err);
        }
        for (uint32_t i = 0; i < u->schedule->times.count && status == HW_OK; i++) {
            status = add(u, (hw__key){day, times[i]}, err);
        }
    }
    return status;
}

hw_status hw__until_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err)
{
    until u = {.m = m, .schedule = &m->assignment->schedule, .meetings = &m->timeline->meetings};
    hw_status status = hw__timeline_meetings(m->timeline, err);
    u.after = hw__wall(hw__day_from_date(u.schedule->start.date) + 1, 0);
    if (status == HW_OK && !prepare(&u)) {
        status = hw__no_memory(err);
    }
    if (status == HW_OK) {
        status = add_days(&u, from, to, err);
    }
    hw__free(u.walls);
    hw__free(u.events);
    hw__vec_free(&u.endings);
    return status;
}
