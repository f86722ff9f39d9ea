/* SPDX-License-Identifier: MIT */
/* The alarms of events, and which of them a series has. What rings otherwise than its series, because the clocks are
 * changed before it, because of quiet hours or because the day is full, is an event of its own. */
#include "format/calendar_gather.h"
#include "format/calendar_rings.h"

#define LEAP (3 * 3600) /* no clock is put forward by more, but to cross the date line */
#define CANDIDATES 8    /* so many ways of ringing are counted */

static const hw__alarms none;

const hw__alarms *hw__alarms_of(const hw__gathering *gathering, const hw__event *event)
{
    return gathering->alarms.count > 0 ? &gathering->alarms.items[event - gathering->events.items] : &none;
}

bool hw__alarms_same(const hw__alarms *a, const hw__alarms *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = a->offsets[i] == b->offsets[i];
    }
    return same;
}

/* Whether no change of the clocks has a part in that distance. What would lie in a gap comes soon after it. */
static bool is_steady(const hw__zone *zone, hw_instant start, int64_t offset, hw__zone_hint *hint)
{
    hw_instant from = start + (offset < 0 ? offset : 0), to = start + (offset > 0 ? offset : 0);
    return hw__zone_offset(zone, from - LEAP, hint) == hw__zone_offset(zone, to, hint);
}

static hw_status make_alarms(hw__gathering *gathering, const hw__event *event, hw__alarms *out, hw_error *err)
{
    hw__calendar *calendar = gathering->calendar;
    const hw__profile *profile = calendar->profile;
    const hw__zone *zone = gathering->zones[event->row->zone];
    hw__chosen chosen;
    const hw__ring_choice choice = {.most = profile->event_alarms,
                                    .alarms = true,
                                    .last = profile->in_time ? event->start : INT64_MAX,
                                    .over = INT64_MIN};
    hw_status status = hw__rings_choose(calendar->rings, event->row, zone, &choice, &chosen, err);
    *out = (hw__alarms){.steady = true, .over = event->row->closes <= gathering->history.changed};
    for (size_t i = 0; i < chosen.count && status == HW_OK; i++) {
        int64_t offset = chosen.rings[i].at - event->start;
        out->offsets[out->count++] = offset;
        out->steady = out->steady && is_steady(event->clock, event->start, offset, &calendar->hint);
    }
    return status;
}

/* Whether any revision has a reminder that may be an alarm. */
static bool any_alarms(const hw__thing *thing)
{
    for (size_t r = 0; r < thing->revisions.count; r++) {
        if (hw__has_alarms((const hw_assignment *)thing->revisions.items[r])) {
            return true;
        }
    }
    return false;
}

hw_status hw__alarms_make(hw__gathering *gathering, hw_error *err)
{
    hw__calendar *calendar = gathering->calendar;
    size_t count = gathering->events.count;
    if (calendar->profile->event_alarms == 0 || count == 0 || !any_alarms(gathering->thing)) {
        return HW_OK;
    }
    hw_status status = hw__rings_ready(calendar, err);
    if (status == HW_OK && !hw__vec_reserve(&gathering->alarms, count)) {
        hw__buffer_fail(calendar->out, HW_ERR_MEMORY);
        return hw__buffer_status(calendar->out, err);
    }
    for (size_t i = 0; i < count && status == HW_OK; i++) {
        status = make_alarms(gathering, &gathering->events.items[i], &gathering->alarms.items[i], err);
    }
    gathering->alarms.count = count;
    return status;
}

/* ---- what a series rings ---- */

/* The ways in which events ring, and how many do. */
typedef struct ballot {
    const hw__alarms *ways[CANDIDATES];
    size_t votes[CANDIDATES], count;
} ballot;

static void vote(ballot *b, const hw__alarms *way)
{
    size_t i = 0;
    while (i < b->count && !hw__alarms_same(b->ways[i], way)) {
        i++;
    }
    if (i < CANDIDATES) {
        b->ways[i] = way;
        b->votes[i] = i < b->count ? b->votes[i] + 1 : 1;
        b->count = i < b->count ? b->count : i + 1;
    }
}

/* The way of most of them; NULL if each has its own. */
static const hw__alarms *winner(const ballot *b)
{
    size_t best = 0;
    for (size_t i = 1; i < b->count; i++) {
        best = b->votes[i] > b->votes[best] ? i : best;
    }
    return b->count == 1 || b->votes[best] > 1 ? b->ways[best] : NULL;
}

/* Those that are still to come count, and of them those whose distance no change of the clocks is in. */
const hw__alarms *hw__alarms_of_series(const hw__gathering *gathering, const hw__event *first,
                                       const hw__event *last, bool (*is_in)(const void *, const hw__event *),
                                       const void *context)
{
    ballot steady = {0}, ahead = {0};
    if (gathering->alarms.count == 0) {
        return &none;
    }
    for (const hw__event *event = first; event <= last; event++) {
        const hw__alarms *alarms = hw__alarms_of(gathering, event);
        if (alarms->over || !is_in(context, event)) {
            continue;
        }
        vote(&ahead, alarms);
        if (alarms->steady) {
            vote(&steady, alarms);
        }
    }
    if (ahead.count == 0) {
        return hw__alarms_of(gathering, last);
    }
    return winner(steady.count > 0 ? &steady : &ahead);
}
