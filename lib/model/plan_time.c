/* SPDX-License-Identifier: MIT */
/* Which revision holds: a revision replaces what was recorded before it, from its effective wall time on. */
#include "model/plan_store.h"
#include "time/civil.h"
#include "time/zone.h"

/* Mostly all are, or all but one: a step that doubles finds them among few and among thousands. */
uint32_t hw__known_revisions(const hw__thing *thing, hw_instant as_of)
{
    hw_revision *const *items = thing->revisions.items;
    uint32_t high = (uint32_t)thing->revisions.count, low = high, step = 1;
    while (low > 0 && items[low - 1]->recorded.instant > as_of) {
        high = low - 1;
        low = low > step ? low - step : 0;
        step *= 2;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (items[middle]->recorded.instant <= as_of) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const hw_revision *hw__thing_at(const hw__thing *thing, hw_instant as_of, int64_t wall)
{
    for (uint32_t r = hw__known_revisions(thing, as_of); r-- > 0;) {
        if (hw__local_wall(thing->revisions.items[r]->effective) <= wall) {
            return thing->revisions.items[r];
        }
    }
    return NULL;
}

const hw_revision *hw__thing_known(const hw__thing *thing, hw_instant as_of)
{
    uint32_t known = hw__known_revisions(thing, as_of);
    return known > 0 ? thing->revisions.items[known - 1] : NULL;
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
    for (uint32_t r = hw__known_revisions(settings, as_of); r-- > 1;) {
        const hw_revision *revision = settings->revisions.items[r];
        int64_t wall = wall_in(plan, (const hw_settings *)revision, as_of);
        if (hw__local_wall(revision->effective) <= wall) {
            return wall;
        }
    }
    return wall_in(plan, (const hw_settings *)settings->revisions.items[0], as_of);
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
