/* SPDX-License-Identifier: MIT */
/* Opening and closing a timeline: which settings held, and the zones that are in use. */
#include "schedule/maker.h"

#include <string.h>

#include "base/fail.h"

uint32_t hw__timeline_zone(hw__timeline *timeline, const char *name, hw_error *err)
{
    for (size_t i = 0; i < timeline->zones.count; i++) {
        if (strcmp(timeline->zones.items[i].name, name) == 0) {
            return (uint32_t)i;
        }
    }
    if (timeline->zones.count > UINT16_MAX) {
        hw__fail(err, HW_ERR_LIMIT, name, "more than %d time zones in one plan", UINT16_MAX);
        return UINT32_MAX;
    }
    hw__zone_use use = {name, hw__zones_find(timeline->plan->zones, name, err)};
    if (!use.zone) {
        return UINT32_MAX;
    }
    if (!hw__vec_push(&timeline->zones, use)) {
        hw__no_memory(err);
        return UINT32_MAX;
    }
    return (uint32_t)timeline->zones.count - 1;
}

/* Whether occurrences are the same under both, apart from when they hold. */
static bool same_regime(const hw__regime *a, const hw__regime *b)
{
    return a->day_start == b->day_start && a->ends == b->ends && a->zone == b->zone &&
           a->week_start == b->week_start;
}

/* The first revision of the settings holds for everything before it too, and whatever is known. */
static hw_status read_settings(hw__timeline *timeline, hw_error *err)
{
    const hw__thing *thing = &timeline->plan->sections[HW__SETTINGS].items[0];
    uint32_t known = hw__known_revisions(thing, timeline->as_of);
    timeline->regime_count = known ? known : 1;
    timeline->regimes = hw__zalloc(timeline->regime_count, sizeof *timeline->regimes);
    if (!timeline->regimes) {
        return hw__no_memory(err);
    }
    timeline->uniform = true;
    for (uint32_t i = 0; i < timeline->regime_count; i++) {
        const hw_settings *settings = (const hw_settings *)thing->revisions.items[i];
        uint32_t zone = hw__timeline_zone(timeline, settings->zone, err);
        if (zone == UINT32_MAX) {
            return err ? (hw_status)err->status : HW_ERR_NOT_FOUND;
        }
        hw__regime *regime = &timeline->regimes[i];
        regime->recorded = settings->head.recorded.instant;
        regime->effective = hw__key_from_local(settings->head.effective);
        regime->day_start = settings->day_start * 60;
        regime->ends = settings->ends.year ? hw__day_from_date(settings->ends) : HW__DAY_MAX;
        regime->zone = (uint16_t)zone;
        regime->week_start = settings->week_start;
        timeline->uniform &= same_regime(regime, &timeline->regimes[0]);
    }
    return HW_OK;
}

static hw_status open_as(hw__timeline *timeline, const hw__timeline *wanted, hw_error *err)
{
    *timeline = *wanted;
    timeline->things = (uint32_t)wanted->plan->sections[HW__ASSIGNMENTS].count;
    hw_error unused;
    err = err ? err : &unused;
    hw_status status = read_settings(timeline, err);
    if (status == HW_OK) {
        status = hw__timeline_links(timeline, err);
    }
    return status == HW_OK ? hw__timeline_evidence(timeline, err) : status;
}

hw_status hw__timeline_open(hw__timeline *timeline, const hw_plan *plan, hw_instant as_of, int32_t from,
                            int32_t to, uint32_t only, hw_error *err)
{
    hw__timeline wanted = {.plan = plan, .as_of = as_of, .from = from, .to = to, .only = only};
    return open_as(timeline, &wanted, err);
}

hw_status hw__timeline_open_agreed(hw__timeline *timeline, const hw_plan *plan, hw_instant as_of,
                                   int32_t from, int32_t to, uint32_t only, hw_error *err)
{
    hw__timeline wanted = {
        .plan = plan, .as_of = as_of, .from = from, .to = to, .only = only, .agreed = true};
    return open_as(timeline, &wanted, err);
}

void hw__timeline_close(hw__timeline *timeline)
{
    hw__free(timeline->regimes);
    hw__vec_free(&timeline->zones);
    hw__free(timeline->reports.items);
    hw__free(timeline->reports.starts);
    hw__free(timeline->excuses.items);
    hw__free(timeline->excuses.starts);
    hw__free(timeline->pauses.items);
    hw__free(timeline->pauses.starts);
    hw__free(timeline->links);
    hw__free(timeline->visiting);
    hw__free(timeline->meetings.items);
    hw__free(timeline->meetings.starts);
    hw__vec_free(&timeline->lasts);
    hw__vec_free(&timeline->keys);
    hw__vec_free(&timeline->slots);
    hw__vec_free(&timeline->fresh);
    hw__vec_free(&timeline->merged);
}
