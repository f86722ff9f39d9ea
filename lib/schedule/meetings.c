/* SPDX-License-Identifier: MIT */
/* When are the sessions, by what was known at each moment? For schedules that are anchored to them. */
#include "base/fail.h"
#include "schedule/timeline.h"

/* Notes where the meetings of each session begin, of those that are known. Returns their number. */
static uint32_t count_meetings(const hw__things *sessions, hw_instant as_of, uint32_t *starts)
{
    uint32_t count = 0;
    for (size_t s = 0; s < sessions->count; s++) {
        const hw__thing *thing = &sessions->items[s];
        size_t known = thing->revisions.count;
        starts[s] = count;
        if (thing->revisions.items[known - 1]->recorded.instant > as_of) {
            known = hw__known_revisions(thing, as_of);
        }
        count += (uint32_t)known;
    }
    starts[sessions->count] = count;
    return count;
}

/* The zone of a session; NULL with `err` filled in. */
static const hw__zone *zone_of(hw__timeline *timeline, const hw_session *session, hw_error *err)
{
    uint32_t own = hw__timeline_zone(timeline, session->zone, err);
    return own == UINT32_MAX ? NULL : timeline->zones.items[own].zone;
}

static bool read_meetings(hw__timeline *timeline, const hw__things *sessions, const uint32_t *starts,
                          hw__meeting *items, hw_error *err)
{
    const hw__zone *client = timeline->zones.items[timeline->regimes[0].zone].zone;
    hw__month_hint month = {0};
    hw__meeting *out = items;
    for (uint32_t s = 0; s < sessions->count; s++) {
        hw_revision **revision = sessions->items[s].revisions.items;
        const hw__meeting *end = items + starts[s + 1];
        for (; out < end; out++, revision++) {
            const hw_session *session = (const hw_session *)*revision;
            const hw__zone *zone = client;
            out->zone = NULL;
            if (session->zone) {
                zone = out->zone = zone_of(timeline, session, err);
                if (!zone) {
                    return false;
                }
            }
            out->recorded = session->head.recorded.instant;
            out->day = hw__day_near(session->start.date, &month);
            out->wall = hw__wall(out->day, session->start.seconds);
            out->start = hw__zone_resolve(zone, out->wall, &timeline->hint, NULL, NULL);
            out->session = s;
            out->state = session->state;
        }
    }
    return true;
}

hw_status hw__timeline_meetings(hw__timeline *timeline, hw_error *err)
{
    hw__meetings *its = &timeline->meetings;
    const hw__things *sessions = &timeline->plan->sections[HW__SESSIONS];
    if (its->starts) {
        return HW_OK;
    }
    uint32_t *starts = hw__alloc((sessions->count + 1) * sizeof *starts);
    hw__meeting *items =
        starts ? hw__alloc(count_meetings(sessions, timeline->as_of, starts) * sizeof *items) : NULL;
    bool good = items && read_meetings(timeline, sessions, starts, items, err);
    if (!good) {
        hw__free(starts);
        hw__free(items);
        return items ? (hw_status)err->status : hw__no_memory(err);
    }
    *its = (hw__meetings){items, starts, (uint32_t)sessions->count};
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
