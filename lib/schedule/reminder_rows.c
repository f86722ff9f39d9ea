/* SPDX-License-Identifier: MIT */
/* What rings for occurrences? Each rule once, or again and again while the window is open. */
#include "base/fail.h"
#include "base/limits.h"
#include "schedule/reminder.h"

hw_status hw__ring_add(hw__ring_search *s, const hw__ring *ring, hw_error *err)
{
    if (ring->original < s->first || ring->original >= s->end) {
        return HW_OK;
    }
    hw__ring item = *ring;
    item.at = item.original;
    item.bundle = HW__NOT_BUNDLED;
    hw__ring_end(s, &item);
    if (item.state != HW_RING_PLANNED && !s->all) {
        return HW_OK;
    }
    if (s->result->items.count == HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "reminders", "more than %u reminders", HW__MAX_OCCURRENCES);
    }
    return hw__vec_push(&s->result->items, item) ? HW_OK : hw__no_memory(err);
}

/* ---- holds and excuses of single days ---- */

static bool is_held_by(const hw__pause *pause, const hw__pause *end, int32_t day)
{
    for (; pause < end && pause->from <= day; pause++) {
        if (pause->to >= day && pause->ended == HW__FOR_EVER) {
            return true;
        }
    }
    return false;
}

bool hw__ring_held(const hw__ring_search *s, uint32_t assignment, int32_t day)
{
    const hw__pauses *pauses = &s->timeline.pauses;
    const uint32_t *starts = pauses->starts;
    uint32_t all = s->timeline.things;
    return is_held_by(pauses->items + starts[all], pauses->items + starts[all + 1], day) ||
           (assignment != HW__OF_PLAN &&
            is_held_by(pauses->items + starts[assignment], pauses->items + starts[assignment + 1], day));
}

static bool is_excused(const hw__ring_search *s, uint32_t assignment, int32_t day)
{
    const hw__excuses *excuses = &s->timeline.excuses;
    if (assignment == HW__OF_PLAN) {
        return false;
    }
    size_t low = excuses->starts[assignment], end = excuses->starts[assignment + 1], high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (excuses->items[middle].key.day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < end && excuses->items[low].key.day == day; low++) {
        if (excuses->items[low].ended == HW__FOR_EVER) {
            return true;
        }
    }
    return false;
}

/* ---- what rings again and again ---- */

static hw_status add_one(hw__ring_search *s, const hw__ring_series *series, int64_t wall, hw_error *err)
{
    hw__ring ring = series->ring;
    if (series->zone) {
        ring.zone = series->zone;
        ring.original = hw__zone_resolve(series->zone, wall, &s->ring, NULL, NULL);
    } else {
        ring.original = hw__ring_client(s, wall, &ring.zone);
    }
    if (ring.original < ring.opens || ring.original >= ring.closes) {
        return HW_OK;
    }
    int32_t day = hw__wall_day(wall);
    ring.key = series->own_keys ? hw__key_from_wall(wall) : ring.key;
    if (is_excused(s, ring.assignment, day)) {
        hw__ring_suppress(&ring, HW_RING_EXCUSED);
    } else if (hw__ring_held(s, ring.assignment, day)) {
        hw__ring_suppress(&ring, HW_RING_ON_HOLD);
    }
    return hw__ring_add(s, &ring, err);
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

hw_status hw__ring_repeat(hw__ring_search *s, const hw__ring_series *series, hw_error *err)
{
    /* No clock is more than a day away from UTC. */
    int64_t from = later(later(s->first, series->ring.opens) - HW__DAY_SECONDS, series->wall_from);
    int64_t to = sooner(sooner(s->end, series->ring.closes) + HW__DAY_SECONDS, series->wall_to);
    int64_t step = (int64_t)series->every * HW__DAY_SECONDS, wall = series->wall;
    if (step && wall < from) {
        wall += (from - wall + step - 1) / step * step;
    }
    hw_status status = HW_OK;
    while (status == HW_OK && wall >= from && wall < to) {
        status = add_one(s, series, wall, err);
        if (!step) {
            break;
        }
        wall += step;
    }
    return status;
}

/* ---- one occurrence ---- */

static hw_ring_state state_of(const hw__occurrence *row)
{
    switch (row->status) {
    case HW_STATUS_DONE:
    case HW_STATUS_DONE_LATE:
        return HW_RING_DONE;
    case HW_STATUS_EXCUSED:
        return HW_RING_EXCUSED;
    case HW_STATUS_SUSPENDED:
        return HW_RING_ON_HOLD;
    case HW_STATUS_WITHDRAWN:
        return HW_RING_WITHDRAWN;
    default:
        return HW_RING_PLANNED;
    }
}

/* When a rule rings that rings once. False if it does not: there is no such session, or it is not open then. */
static bool find_instant(hw__ring_search *s, const hw__occurrence *row, const hw__reminder_rule *rule,
                         const hw__zone *zone, hw_instant *out)
{
    if (rule->anchor != HW_ANCHOR_SESSION) {
        *out = hw__reminder_instant(row, rule, zone, &s->ring);
        return true;
    }
    for (size_t i = hw__ring_appointment(s, row->opens + 1); i < s->appointments.count; i++) {
        if (hw__is_on(&s->appointments.items[i])) {
            *out = hw__ring_around(s, &s->appointments.items[i], rule, zone);
            return *out >= row->opens;
        }
    }
    return false;
}

/* The follow-up that rings first when the window has closed: another does not. */
static uint32_t first_follow_up(hw__ring_search *s, const hw__occurrence *row,
                                const hw_assignment *assignment, const hw__zone *zone)
{
    const hw__reminder_rule *rules = assignment->reminders.items;
    hw_instant at, best = HW__FOR_EVER;
    uint32_t first = HW__NOTHING;
    for (uint32_t i = 0; i < assignment->reminders.count; i++) {
        if (rules[i].kind == HW_REMINDER_FOLLOW_UP && find_instant(s, row, &rules[i], zone, &at) &&
            at >= row->closes && at < best) {
            best = at;
            first = i;
        }
    }
    return first;
}

static hw_status add_repeated(hw__ring_search *s, const hw__occurrence *row, const hw__reminder_rule *rule,
                              const hw__ring *ring, hw_error *err)
{
    bool absolute = rule->anchor == HW_ANCHOR_ABSOLUTE;
    int32_t day =
        absolute ? hw__day_from_date(rule->when.date) : hw__wall_day(row->opens + row->opens_offset);
    hw__ring_series series = {.ring = *ring,
                              .wall = hw__wall(day, absolute ? rule->when.seconds : rule->clock),
                              .every = rule->every,
                              .zone = ring->zone,
                              .wall_from = INT64_MIN,
                              .wall_to = INT64_MAX};
    return hw__ring_repeat(s, &series, err);
}

/* Whether there is a hold on the day on which it would ring. */
static bool is_held_at(hw__ring_search *s, const hw__ring *ring)
{
    int32_t offset = hw__zone_offset(ring->zone, ring->original, &s->show);
    return hw__ring_held(s, ring->assignment, hw__wall_day(ring->original + offset));
}

hw_status hw__ring_of_row(hw__ring_search *s, const hw__occurrence *row, const hw__zone *zone, hw_error *err)
{
    const hw__thing *thing = &s->timeline.plan->sections[HW__ASSIGNMENTS].items[row->assignment];
    const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[row->revision];
    const hw__reminder_rule *rules = assignment->reminders.items;
    const hw__ring common = {.opens = row->opens,
                             .zone = zone,
                             .key = hw__row_key(row),
                             .assignment = row->assignment,
                             .revision = row->revision,
                             .session = HW__NOTHING,
                             .settings = HW__NOTHING,
                             .state = (uint8_t)state_of(row),
                             .maintenance = assignment->maintenance};
    uint32_t follow_up = first_follow_up(s, row, assignment, common.zone);
    hw_status status = HW_OK;
    for (uint32_t i = 0; i < assignment->reminders.count && status == HW_OK; i++) {
        hw__ring ring = common;
        bool follows = rules[i].kind == HW_REMINDER_FOLLOW_UP;
        if (follows && s->agreed) {
            continue; /* whether it is done is not known */
        }
        ring.kind = rules[i].kind;
        ring.rule = (uint8_t)i;
        ring.priority = (uint8_t)rules[i].priority;
        ring.closes = follows ? HW__FOR_EVER : row->closes;
        if (rules[i].every || rules[i].anchor == HW_ANCHOR_ABSOLUTE) {
            status = add_repeated(s, row, &rules[i], &ring, err);
            continue;
        }
        if (!find_instant(s, row, &rules[i], common.zone, &ring.original)) {
            continue;
        }
        if (is_held_at(s, &ring)) {
            hw__ring_suppress(&ring, HW_RING_ON_HOLD);
        }
        if (follows && assignment->window.late == HW_LATE_REFUSED) {
            hw__ring_suppress(&ring, HW_RING_LATE_REFUSED);
        } else if (follows && ring.original < row->closes) {
            hw__ring_suppress(&ring, HW_RING_STILL_OPEN);
        } else if (follows && i != follow_up) {
            hw__ring_suppress(&ring, HW_RING_FOLLOWED_UP);
        } else if (ring.original >= ring.closes) {
            hw__ring_suppress(&ring, HW_RING_CLOSED);
        }
        status = hw__ring_add(s, &ring, err);
    }
    return status;
}

hw_status hw__ring_rows(hw__ring_search *s, uint32_t thing, int32_t first, int32_t end, hw_error *err)
{
    s->rows.count = 0;
    hw_status status = hw__generate(&s->timeline, thing, first, end, false, &s->rows, err);
    if (status != HW_OK) {
        return status;
    }
    hw__judge(&s->timeline, thing, &s->rows, 0, false);
    for (size_t i = 0; i < s->rows.count && status == HW_OK; i++) {
        const hw__occurrence *row = &s->rows.items[i];
        if (s->all || state_of(row) == HW_RING_PLANNED) {
            status = hw__ring_of_row(s, row, s->timeline.zones.items[row->zone].zone, err);
        }
    }
    return status;
}
