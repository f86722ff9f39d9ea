/* SPDX-License-Identifier: MIT */
/* When will a status change although nobody does anything? So that a screen need not ask again before. */
#include "base/fail.h"
#include "schedule/timeline.h"

#define HORIZON 400 /* days */

/* The days of keys whose windows may open or settle in a span of days: those of each assignment, and those
 * of all together. */
typedef struct days {
    int32_t first, end;
} days;

static days days_of(const hw_plan *plan, const hw__thing *thing, int64_t moving, hw_instant after, int ahead)
{
    int64_t before, behind;
    hw__reach_of(plan, thing, moving, &before, &behind);
    return (days){hw__day_within(hw__wall_day(after) - behind),
                  hw__day_within(hw__wall_day(after) + ahead + before + 1)};
}

static days days_of_all(const hw_plan *plan, int64_t moving, hw_instant after, int ahead)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    days all = {hw__day_within(hw__wall_day(after)), hw__day_within(hw__wall_day(after) + 1)};
    for (size_t t = 0; t < things->count; t++) {
        days its = days_of(plan, &things->items[t], moving, after, ahead);
        all.first = its.first < all.first ? its.first : all.first;
        all.end = its.end > all.end ? its.end : all.end;
    }
    return all;
}

static void look_at(const hw__occurrence *row, hw_instant after, hw_instant *best)
{
    if (row->status == HW_STATUS_UPCOMING && row->opens > after && row->opens < *best) {
        *best = row->opens;
    }
    if (!(row->flags & HW__OCCURRENCE_SETTLED) && row->settles > after && row->settles < *best) {
        *best = row->settles;
    }
}

/* The first change after `after` among the occurrences whose keys lie up to `ahead` days ahead, and their
 * windows' reach. */
static hw_status find_first(const hw_plan *plan, hw_instant after, int ahead, hw_instant *best, hw_error *err)
{
    hw__timeline timeline;
    hw__rows rows = {0};
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    int64_t moving = hw__moving_reach(plan);
    days all = days_of_all(plan, moving, after, ahead);
    hw_status status =
        hw__timeline_open(&timeline, plan, after, all.first, all.end, HW__EVERY_ASSIGNMENT, err);
    for (uint32_t t = 0; t < timeline.things && status == HW_OK; t++) {
        days its = days_of(plan, &things->items[t], moving, after, ahead);
        rows.count = 0;
        status = hw__generate(&timeline, t, its.first, its.end, false, &rows, err);
        if (status != HW_OK) {
            break;
        }
        hw__judge(&timeline, t, &rows, 0, false);
        for (size_t i = 0; i < rows.count; i++) {
            look_at(&rows.items[i], after, best);
        }
    }
    hw__timeline_close(&timeline);
    hw__vec_free(&rows);
    return status;
}

bool hw_plan_next_change(const hw_plan *plan, hw_instant after, hw_instant *next, hw_error *err)
{
    static const int horizons[] = {2, 32, HORIZON}; /* most often something happens soon */
    hw_error own;
    err = err ? err : &own;
    if (!plan || !next) {
        hw__null_argument(err, plan ? "next" : "plan");
        return false;
    }
    hw__ok(err);
    if (after < hw__wall(HW__DAY_MIN, 0) || after > hw__wall(HW__DAY_MAX, 0)) {
        return false;
    }
    for (size_t h = 0; h < sizeof horizons / sizeof *horizons; h++) {
        hw_instant best = HW__FOR_EVER;
        if (find_first(plan, after, horizons[h], &best, err) != HW_OK) {
            return false;
        }
        if (best <= after + (int64_t)horizons[h] * HW__DAY_SECONDS) {
            *next = best;
            hw__ok(err);
            return true;
        }
    }
    hw__ok(err);
    return false;
}
