/* SPDX-License-Identifier: MIT */
/* What does the client want to ring, of all that could? Quiet hours, so many in a day, and not too close together.
 *
 * Each of the client's days is decided by itself, what matters most first; then what rings too soon after the last of
 * the day before is dropped. A gap is a third of a day at most, so what is dropped early on one day says nothing
 * about the next: it is enough to know a day and the one before it, whatever span is asked for. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "schedule/reminder.h"

#define MOST_MOVES 2 /* out of quiet hours, on a journey into those of another place */

bool hw__ring_limited(const hw_plan *plan)
{
    const hw__thing *thing = &plan->sections[HW__SETTINGS].items[0];
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_settings *settings = (const hw_settings *)thing->revisions.items[r];
        if (settings->quiet_from >= 0 || settings->reminders_per_day || settings->reminders_each ||
            settings->reminder_gap) {
            return true;
        }
    }
    return false;
}

/* The client's day of an instant: it begins when the client says. */
static int32_t day_of(const hw__ring_search *s, uint32_t regime, hw_instant at, hw__zone_hint *hint)
{
    int32_t offset = hw__zone_offset(hw__ring_zone(s, regime), at, hint);
    return hw__wall_day(at + offset - s->timeline.regimes[regime].day_start);
}

void hw__ring_end(const hw__ring_search *s, hw__ring *ring)
{
    hw__zone_hint hint = {0};
    uint32_t regime = hw__ring_regime(s, ring->at);
    int32_t ends = s->timeline.regimes[regime].ends;
    if (ends != HW__DAY_MAX && !ring->maintenance && day_of(s, regime, ring->at, &hint) > ends) {
        hw__ring_suppress(ring, HW_RING_PLAN_ENDED);
    }
}

/* ---- quiet hours ---- */

/* The quiet hours around a wall time, which lies between their ends. */
typedef struct quiet {
    int64_t from, to;
} quiet;

static bool find_quiet(const hw_settings *settings, int64_t wall, quiet *out)
{
    int32_t from = settings->quiet_from, to = settings->quiet_to;
    int64_t midnight = hw__wall(hw__wall_day(wall), 0);
    int64_t clock = wall - midnight;
    if (from < 0) {
        return false;
    }
    if (from < to) {
        *out = (quiet){midnight + from, midnight + to};
        return clock > from && clock < to;
    }
    bool evening = clock > from;
    *out = evening ? (quiet){midnight + from, midnight + HW__DAY_SECONDS + to}
                   : (quiet){midnight - HW__DAY_SECONDS + from, midnight + to};
    return evening || clock < to;
}

/* Moves it once; false if it need not be, or cannot. Where clocks are put back, the end may be over already: then
 * they are not quiet any more. */
static bool move_once(hw__ring_search *s, hw__ring *ring)
{
    uint32_t regime = hw__ring_regime(s, ring->at);
    const hw__zone *zone = hw__ring_zone(s, regime);
    quiet hours;
    if (!find_quiet(s->settings[regime], ring->at + hw__zone_offset(zone, ring->at, &s->show), &hours)) {
        return false;
    }
    hw_instant begin = hw__zone_resolve(zone, hours.from, &s->client, NULL, NULL);
    hw_instant end = hw__zone_resolve(zone, hours.to, &s->client, NULL, NULL);
    if (end <= ring->at) {
        return false;
    }
    if (ring->kind == HW_REMINDER_NUDGE && begin >= ring->opens && begin <= ring->at) {
        ring->at = begin;
        return true;
    }
    if (end < ring->closes) {
        ring->at = end;
        return true;
    }
    hw__ring_suppress(ring, HW_RING_QUIET);
    return false;
}

/* Where quiet hours end others may hold: the client has gone elsewhere, or wants it otherwise from that day on. */
static void move_out(hw__ring_search *s, hw__ring *ring)
{
    int moves = 0;
    while (move_once(s, ring)) {
        if (++moves > MOST_MOVES) {
            ring->at = ring->original;
            hw__ring_suppress(ring, HW_RING_QUIET);
            return;
        }
    }
    if (ring->state != HW_RING_PLANNED) {
        ring->at = ring->original;
    }
}

/* ---- what matters most ---- */

typedef struct wish {
    hw_instant closes;
    hw__key key;
    uint32_t rank, index; /* of the assignment by id; of the reminder */
    int32_t day;
    uint8_t priority, rule;
} wish;

static int compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_wishes(const void *left, const void *right)
{
    const wish *a = left, *b = right;
    int order = compare_numbers(a->day, b->day);
    order = order ? order : compare_numbers(a->closes, b->closes);
    order = order ? order : compare_numbers(a->priority, b->priority);
    order = order ? order : hw__key_compare(a->key, b->key);
    order = order ? order : compare_numbers(a->rank, b->rank);
    order = order ? order : compare_numbers(a->rule, b->rule);
    return order ? order : compare_numbers(a->index, b->index);
}

/* Notes all that may ring, by day and importance. */
static wish *list_wishes(const hw__ring_search *s, const uint32_t *ranks, size_t *count)
{
    wish *list = hw__alloc(s->result->items.count * sizeof *list);
    *count = 0;
    for (size_t i = 0; list && i < s->result->items.count; i++) {
        const hw__ring *ring = &s->result->items.items[i];
        if (ring->state == HW_RING_PLANNED) {
            uint32_t rank = ring->assignment == HW__OF_PLAN ? UINT32_MAX : ranks[ring->assignment];
            list[(*count)++] =
                (wish){ring->closes, ring->key, rank, (uint32_t)i, ring->day, ring->priority, ring->rule};
        }
    }
    if (list) {
        qsort(list, *count, sizeof *list, compare_wishes);
    }
    return list;
}

/* ---- one day ---- */

/* A minute in which something of an assignment rings. */
typedef struct own_ring {
    int64_t minute;
    uint32_t next; /* + 1; 0 = no other */
} own_ring;

/* What was decided of a day: in which minutes something rings, and in which something of each assignment. */
typedef struct day_plan {
    HW__VEC(uint8_t) minutes; /* by minute from the first */
    int64_t first;
    int64_t rings;          /* how many minutes */
    int32_t *last;          /* by assignment: the day for which its count is */
    uint32_t *counts, *own; /* by assignment; own: its last ring, + 1 */
    HW__VEC(own_ring) owns;
} day_plan;

/* Makes room for the minutes of the wishes of one day. */
static bool begin_day(const hw__ring_search *s, day_plan *plan, const wish *first, const wish *end)
{
    const hw__ring *rings = s->result->items.items;
    int64_t least = INT64_MAX, most = INT64_MIN;
    for (const wish *w = first; w < end; w++) {
        int64_t minute = hw__ring_minute(&rings[w->index]);
        least = minute < least ? minute : least;
        most = minute > most ? minute : most;
    }
    size_t count = (size_t)(most - least + 1);
    plan->minutes.count = 0;
    if (!hw__vec_reserve(&plan->minutes, count)) {
        return false;
    }
    memset(plan->minutes.items, 0, count);
    plan->minutes.count = count;
    plan->first = least;
    plan->rings = 0;
    return true;
}

static bool is_too_close(const day_plan *plan, int64_t at, int32_t gap)
{
    int64_t from = at - gap + 1, to = at + gap, count = (int64_t)plan->minutes.count;
    from = from > 0 ? from : 0;
    to = to < count ? to : count;
    return to > from && memchr(plan->minutes.items + from, 1, (size_t)(to - from)) != NULL;
}

/* Whether something of the assignment rings in that minute already. */
static bool rings_with_its_own(const day_plan *plan, uint32_t assignment, int64_t minute)
{
    uint32_t i = plan->own[assignment];
    while (i && plan->owns.items[i - 1].minute != minute) {
        i = plan->owns.items[i - 1].next;
    }
    return i != 0;
}

/* False without memory. */
static bool count_own(day_plan *plan, uint32_t assignment, int64_t minute)
{
    own_ring fresh = {minute, plan->own[assignment]};
    if (!hw__vec_push(&plan->owns, fresh)) {
        return false;
    }
    plan->own[assignment] = (uint32_t)plan->owns.count;
    plan->counts[assignment]++;
    return true;
}

static void forget_own(day_plan *plan, uint32_t assignment, int32_t day)
{
    if (plan->last[assignment] != day) {
        plan->last[assignment] = day;
        plan->counts[assignment] = plan->own[assignment] = 0;
    }
}

static bool decide(const hw__ring_search *s, day_plan *plan, hw__ring *ring)
{
    const hw_settings *settings = s->settings[hw__ring_regime(s, ring->at)];
    int64_t minute = hw__ring_minute(ring), at = minute - plan->first;
    uint32_t assignment = ring->assignment;
    bool has_rung = plan->minutes.items[at], counts = false;
    if (assignment != HW__OF_PLAN) {
        forget_own(plan, assignment, ring->day);
        counts = !rings_with_its_own(plan, assignment, minute);
    }
    if (counts && settings->reminders_each &&
        plan->counts[assignment] >= (uint32_t)settings->reminders_each) {
        ring->state = HW_RING_ASSIGNMENT_CAP;
    } else if (!has_rung && settings->reminders_per_day && plan->rings >= settings->reminders_per_day) {
        ring->state = HW_RING_DAY_CAP;
    } else if (!has_rung && settings->reminder_gap && is_too_close(plan, at, settings->reminder_gap)) {
        ring->state = HW_RING_GAP;
    } else {
        plan->rings += !has_rung;
        plan->minutes.items[at] = 1;
        return !counts || count_own(plan, assignment, minute);
    }
    return true;
}

static bool decide_days(const hw__ring_search *s, const wish *list, size_t count)
{
    size_t things = s->timeline.things;
    day_plan plan = {.last = hw__alloc(things * sizeof *plan.last),
                     .counts = hw__zalloc(things, sizeof *plan.counts),
                     .own = hw__zalloc(things, sizeof *plan.own)};
    bool good = plan.last && plan.counts && plan.own;
    for (size_t i = 0; good && i < things; i++) {
        plan.last[i] = INT32_MIN;
    }
    for (size_t i = 0, end; good && i < count; i = end) {
        for (end = i + 1; end < count && list[end].day == list[i].day; end++) {
        }
        plan.owns.count = 0;
        good = begin_day(s, &plan, list + i, list + end);
        for (size_t w = i; good && w < end; w++) {
            good = decide(s, &plan, &s->result->items.items[list[w].index]);
        }
    }
    hw__vec_free(&plan.minutes);
    hw__vec_free(&plan.owns);
    hw__free(plan.own);
    hw__free(plan.last);
    hw__free(plan.counts);
    return good;
}

bool hw__ring_limit(hw__ring_search *s, const uint32_t *ranks)
{
    for (size_t i = 0; i < s->result->items.count; i++) {
        hw__ring *ring = &s->result->items.items[i];
        if (ring->state == HW_RING_PLANNED) {
            move_out(s, ring);
            hw__ring_end(s, ring);
        }
        ring->day = day_of(s, hw__ring_regime(s, ring->at), ring->at, &s->show);
    }
    size_t count;
    wish *list = list_wishes(s, ranks, &count);
    bool good = list && decide_days(s, list, count);
    hw__free(list);
    return good;
}

void hw__ring_limit_across(hw__ring_search *s)
{
    hw__ring *last = NULL,
             *before = NULL; /* the last that rang, and the last that rang on another day than that */
    for (size_t i = 0; i < s->result->items.count; i++) {
        hw__ring *ring = &s->result->items.items[i];
        if (ring->state != HW_RING_PLANNED) {
            continue;
        }
        const hw__ring *other = last && last->day != ring->day ? last : before;
        int32_t gap = s->settings[hw__ring_regime(s, ring->at)]->reminder_gap;
        bool too_close = other && hw__ring_minute(ring) - hw__ring_minute(other) < gap &&
                         hw__ring_minute(ring) != hw__ring_minute(other);
        if (last && last->day != ring->day) {
            before = last;
        }
        last = ring;
        if (too_close) {
            ring->state = HW_RING_GAP;
        }
    }
}
