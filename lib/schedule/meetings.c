/* SPDX-License-Identifier: MIT */
/* When are the sessions, by what was known at each moment? For schedules that are anchored to them. */
#include "base/fail.h"
#include "schedule/timeline.h"

static hw_status read_meeting(hw__timeline *timeline, const hw_session *session, uint32_t index,
                              hw__meeting *out, hw_error *err)
{
    hw_local start = session->start;
    *out = (hw__meeting){.recorded = session->head.recorded.instant,
                         .wall = hw__wall(hw__day_from_date(start.date), start.seconds),
                         .session = index,
                         .state = session->state};
    const hw__zone *zone = timeline->zones.items[timeline->regimes[0].zone].zone;
    if (session->zone) {
        uint32_t own = hw__timeline_zone(timeline, session->zone, err);
        if (own == UINT32_MAX) {
            return (hw_status)err->status;
        }
        zone = out->zone = timeline->zones.items[own].zone;
    }
    out->start = hw__zone_resolve(zone, out->wall, &timeline->hint, NULL, NULL);
    return HW_OK;
}

static size_t count_revisions(const hw__things *sessions)
{
    size_t count = 0;
    for (size_t s = 0; s < sessions->count; s++) {
        count += sessions->items[s].revisions.count;
    }
    return count;
}

hw_status hw__timeline_meetings(hw__timeline *timeline, hw_error *err)
{
    hw__meetings *its = &timeline->meetings;
    const hw__things *sessions = &timeline->plan->sections[HW__SESSIONS];
    if (its->starts) {
        return HW_OK;
    }
    its->items = hw__alloc(count_revisions(sessions) * sizeof *its->items);
    its->starts = its->items ? hw__zalloc(sessions->count + 1, sizeof *its->starts) : NULL;
    if (!its->starts) {
        return hw__no_memory(err);
    }
    its->count = (uint32_t)sessions->count;
    uint32_t at = 0;
    for (uint32_t s = 0; s < its->count; s++) {
        const hw__thing *thing = &sessions->items[s];
        uint32_t known = (uint32_t)thing->revisions.count;
        if (thing->revisions.items[known - 1]->recorded.instant > timeline->as_of) {
            known = hw__known_revisions(thing, timeline->as_of);
        }
        its->starts[s] = at;
        for (uint32_t r = 0; r < known; r++) {
            hw_status status = read_meeting(timeline, (const hw_session *)thing->revisions.items[r], s,
                                            &its->items[at++], err);
            if (status != HW_OK) {
                return status;
            }
        }
    }
    its->starts[its->count] = at;
    return HW_OK;
}

const hw__meeting *hw__meeting_at(const hw__meetings *meetings, uint32_t session, hw_instant at)
{
    const hw__meeting *first = meetings->items + meetings->starts[session];
    const hw__meeting *last = meetings->items + meetings->starts[session + 1];
    while (last > first && last[-1].recorded > at) {
        last--;
    }
    return last > first ? last - 1 : NULL;
}

hw_instant hw__meeting_after(const hw__meetings *meetings, uint32_t session, hw_instant at)
{
    const hw__meeting *meeting = meetings->items + meetings->starts[session];
    const hw__meeting *end = meetings->items + meetings->starts[session + 1];
    while (meeting < end && meeting->recorded <= at) {
        meeting++;
    }
    return meeting < end ? meeting->recorded : HW__FOR_EVER;
}
