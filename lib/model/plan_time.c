/* SPDX-License-Identifier: MIT */
/* Which revision holds: a revision replaces what was recorded before it, from its effective wall time on. */
#include "model/plan_store.h"
#include "time/civil.h"
#include "time/zone.h"

const hw_revision *hw__thing_at(const hw__thing *thing, hw_instant as_of, int64_t wall)
{
    for (size_t r = thing->revisions.count; r-- > 0;) {
        const hw_revision *revision = thing->revisions.items[r];
        if (revision->recorded.instant <= as_of && hw__local_wall(revision->effective) <= wall)
            return revision;
    }
    return NULL;
}

const hw_revision *hw__thing_known(const hw__thing *thing, hw_instant as_of)
{
    for (size_t r = thing->revisions.count; r-- > 0;) {
        if (thing->revisions.items[r]->recorded.instant <= as_of) {
            return thing->revisions.items[r];
        }
    }
    return NULL;
}

/* What a clock in the zone of some settings shows; as if in UTC when the zone cannot be read. */
static int64_t wall_in(const hw_plan *plan, const hw_settings *settings, hw_instant instant)
{
    const hw__zone *zone = hw__zones_find(plan->zones, settings->zone, NULL);
    hw__zone_hint hint = {0};
    instant = hw__instant_within(instant);
    return instant + (zone ? hw__zone_offset(zone, instant, &hint) : 0);
}

/* By the last recorded settings that hold by their own zone's clock. */
int64_t hw__plan_wall(const hw_plan *plan, hw_instant as_of)
{
    const hw__thing *settings = &plan->sections[HW__SETTINGS].items[0];
    for (size_t r = settings->revisions.count; r-- > 0;) {
        const hw_revision *revision = settings->revisions.items[r];
        int64_t wall = wall_in(plan, (const hw_settings *)revision, as_of);
        if (r == 0 || (revision->recorded.instant <= as_of && hw__local_wall(revision->effective) <= wall))
            return wall;
    }
    return as_of;
}

const hw_revision *hw__plan_as_of(const hw_plan *plan, const hw__thing *thing, hw_instant as_of)
{
    return hw__thing_at(thing, as_of, hw__plan_wall(plan, as_of));
}

const hw_settings *hw__plan_settings_at(const hw_plan *plan, hw_instant as_of, int64_t wall)
{
    const hw__thing *settings = &plan->sections[HW__SETTINGS].items[0];
    const hw_revision *found = hw__thing_at(settings, as_of, wall);
    return (const hw_settings *)(found ? found : settings->revisions.items[0]);
}
