/* SPDX-License-Identifier: MIT */
/* By which clock do reminders ring? When the rule of an occurrence rings; which settings hold when; and when the
 * sessions are. */
#include "base/fail.h"
#include "schedule/reminder.h"

/* ---- the rules of occurrences ---- */

/* The civil day of an anchor. What closes with the day, which is the first instant of the next, is of that
 * day. */
static int32_t anchor_day(const hw__occurrence *row, hw_anchor anchor)
{
    if (anchor == HW_ANCHOR_OPEN) {
        return hw__wall_day(row->opens + row->opens_offset);
    }
    if (anchor == HW_ANCHOR_CLOSE || row->flags & HW__OCCURRENCE_QUOTA) {
        return hw__wall_day(row->closes + row->closes_offset - 1 - row->day_start * 60);
    }
    return hw__row_due_day(row);
}

hw_instant hw__reminder_instant(const hw__occurrence *row, const hw__reminder_rule *rule,
                                const hw__zone *zone, hw__zone_hint *hint)
{
    if (rule->clock >= 0) {
        int64_t day = (int64_t)anchor_day(row, (hw_anchor)rule->anchor) + rule->days;
        return hw__zone_resolve(zone, day * HW__DAY_SECONDS + rule->clock, hint, NULL, NULL);
    }
    hw_instant anchor = rule->anchor == HW_ANCHOR_OPEN    ? row->opens
                        : rule->anchor == HW_ANCHOR_CLOSE ? row->closes
                                                          : row->due;
    return anchor + (int64_t)rule->minutes * 60;
}

/* ---- steps ---- */

bool hw__steps_make(hw__steps *steps, const int64_t *values, size_t count)
{
    hw__order *order = hw__alloc(count * sizeof *order);
    *steps =
        (hw__steps){hw__alloc(count * sizeof *steps->values), hw__alloc(count * sizeof *steps->which), count};
    bool good = order && steps->values && steps->which;
    for (size_t i = 0; good && i < count; i++) {
        order[i] = (hw__order){values[i], i};
    }
    good = good && hw__order_sort(order, count);
    uint32_t last = 0;
    for (size_t i = 0; good && i < count; i++) {
        uint32_t which = (uint32_t)order[i].tie;
        last = which > last ? which : last;
        steps->values[i] = order[i].key;
        steps->which[i] = last;
    }
    hw__free(order);
    return good;
}

void hw__steps_free(hw__steps *steps)
{
    hw__free(steps->values);
    hw__free(steps->which);
}

uint32_t hw__steps_find(const hw__steps *steps, int64_t value)
{
    size_t low = 0, high = steps->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (steps->values[middle] <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low ? (uint32_t)low - 1 : HW__NOTHING;
}

/* ---- the client's settings ---- */

/* The first settings hold for everything before them too. */
static uint32_t regime_on(const hw__steps *steps, int64_t value)
{
    uint32_t step = hw__steps_find(steps, value);
    return step == HW__NOTHING ? 0 : steps->which[step];
}

uint32_t hw__ring_regime(const hw__ring_search *s, hw_instant at)
{
    return regime_on(&s->by_instant, at);
}

const hw__zone *hw__ring_zone(const hw__ring_search *s, uint32_t regime)
{
    return s->timeline.zones.items[s->timeline.regimes[regime].zone].zone;
}

hw_instant hw__ring_client(hw__ring_search *s, int64_t wall, const hw__zone **zone)
{
    *zone = hw__ring_zone(s, regime_on(&s->by_wall, wall));
    return hw__zone_resolve(*zone, wall, &s->client, NULL, NULL);
}

static bool read_regimes(hw__ring_search *s)
{
    const hw__thing *thing = &s->timeline.plan->sections[HW__SETTINGS].items[0];
    uint32_t count = s->timeline.regime_count;
    int64_t *walls = hw__alloc(count * sizeof *walls), *instants = hw__alloc(count * sizeof *instants);
    s->settings = hw__alloc(count * sizeof *s->settings);
    bool good = walls && instants && s->settings;
    for (uint32_t i = 0; good && i < count; i++) {
        hw__key effective = s->timeline.regimes[i].effective;
        s->settings[i] = (const hw_settings *)thing->revisions.items[i];
        walls[i] = hw__wall(effective.day, effective.seconds < 0 ? 0 : effective.seconds);
        instants[i] = hw__zone_resolve(hw__ring_zone(s, i), walls[i], &s->client, NULL, NULL);
    }
    good =
        good && hw__steps_make(&s->by_wall, walls, count) && hw__steps_make(&s->by_instant, instants, count);
    hw__free(walls);
    hw__free(instants);
    return good;
}

/* ---- sessions ---- */

static bool sort_appointments(hw__ring_search *s)
{
    size_t count = s->appointments.count;
    hw__appointment *items = hw__alloc(count * sizeof *items);
    hw__order *order = hw__alloc(count * sizeof *order);
    bool good = items && order;
    for (size_t i = 0; good && i < count; i++) {
        order[i] = (hw__order){s->appointments.items[i].start, i};
        items[i] = s->appointments.items[i];
    }
    good = good && hw__order_sort(order, count);
    for (size_t i = 0; good && i < count; i++) {
        s->appointments.items[i] = items[(uint32_t)order[i].tie];
    }
    hw__free(items);
    hw__free(order);
    return good;
}

static hw_status read_appointments(hw__ring_search *s, hw_error *err)
{
    hw_status status = hw__timeline_meetings(&s->timeline, err);
    const hw__meetings *meetings = &s->timeline.meetings;
    for (uint32_t i = 0; status == HW_OK && i < meetings->count; i++) {
        const hw__meeting *meeting = hw__meeting_at(meetings, i, s->timeline.as_of);
        if (!meeting) {
            continue;
        }
        const hw__zone *zone;
        hw__appointment item = {meeting->start, meeting->wall, i, meeting->state};
        if (!meeting->zone) {
            item.start = hw__ring_client(s, meeting->wall, &zone);
        }
        if (!hw__vec_push(&s->appointments, item)) {
            status = hw__no_memory(err);
        }
    }
    return status == HW_OK && s->appointments.count && !sort_appointments(s) ? hw__no_memory(err) : status;
}

hw_status hw__ring_clocks(hw__ring_search *s, bool sessions, hw_error *err)
{
    if (!read_regimes(s)) {
        return hw__no_memory(err);
    }
    return sessions ? read_appointments(s, err) : HW_OK;
}

size_t hw__ring_appointment(const hw__ring_search *s, hw_instant at)
{
    size_t low = 0, high = s->appointments.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->appointments.items[middle].start < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

hw_instant hw__ring_around(hw__ring_search *s, const hw__appointment *session, const hw__reminder_rule *rule,
                           const hw__zone *zone)
{
    if (rule->clock < 0) {
        return session->start + (int64_t)rule->minutes * 60;
    }
    int32_t day = hw__wall_day(session->start + hw__zone_offset(zone, session->start, &s->show)) + rule->days;
    return hw__zone_resolve(zone, hw__wall(day, rule->clock), &s->ring, NULL, NULL);
}
