/* SPDX-License-Identifier: MIT */
/* How much homework a week holds: minutes and assignments, beside what the client has room for. */
#include "base/fail.h"
#include "progress/lint.h"
#include "schedule/occur.h"

#define WEEK 7
#define LONGEST_PERIOD 31 /* days: a quota's period may have begun so long before */
#define THOUSANDTHS 1000

static bool is_expected(const hw__occurrence *row)
{
    return row->status != HW_STATUS_EXCUSED && row->status != HW_STATUS_SUSPENDED &&
           row->status != HW_STATUS_WITHDRAWN;
}

/* How many times an occurrence asks for between two days, in thousandths. What a quota asks for is
 * spread over the days from its opening to its end. */
static int64_t times_between(const hw__occurrence *row, int32_t from, int32_t to)
{
    if (!(row->flags & HW__OCCURRENCE_QUOTA)) {
        return row->day >= from ? THOUSANDTHS : 0;
    }
    int32_t opens = hw__wall_day(row->opens + row->opens_offset),
            ends = hw__wall_day(row->due + row->due_offset);
    int32_t first = opens > row->day ? opens : row->day;
    int32_t begin = first > from ? first : from, end = ends < to ? ends : to;
    if (end <= begin) {
        return 0;
    }
    int64_t all = (int64_t)row->days * (ends - first);
    return ((int64_t)row->target * (end - begin) * THOUSANDTHS + all / 2) / all;
}

static bool is_active(const hw__thing *thing, hw_instant as_of)
{
    const hw_assignment *latest = (const hw_assignment *)hw__thing_known(thing, as_of);
    return latest && latest->state == HW_ASSIGNMENT_ACTIVE;
}

static hw_status add_occurrences(const hw_plan *plan, const hw_occurrences *week, int32_t from, int32_t to,
                                 hw__load *load, hw_error *err)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    bool *unknown = hw__zalloc(things->count, sizeof *unknown);
    if (!unknown) {
        return hw__no_memory(err);
    }
    int64_t thousandths = 0;
    for (size_t i = 0; i < week->rows.count; i++) {
        const hw__occurrence *row = &week->rows.items[i];
        int64_t times = is_expected(row) ? times_between(row, from, to) : 0;
        const hw_revision *revision = things->items[row->assignment].revisions.items[row->revision];
        int32_t minutes = ((const hw_assignment *)revision)->minutes;
        thousandths += times * minutes;
        if (times > 0 && minutes == 0 && !unknown[row->assignment]) {
            unknown[row->assignment] = true;
            load->unknown++;
        }
    }
    load->minutes = (thousandths + THOUSANDTHS / 2) / THOUSANDTHS;
    hw__free(unknown);
    return HW_OK;
}

hw_status hw__load_measure(const hw_plan *plan, hw_instant as_of, hw__load *out, hw_error *err)
{
    int64_t wall = hw__plan_wall(plan, as_of);
    int32_t from = hw__wall_day(wall);
    int32_t to = from < HW__DAY_MAX - WEEK ? from + WEEK : HW__DAY_MAX;
    hw__occurrence_query query = {.from = from > HW__DAY_MIN + LONGEST_PERIOD ? from - LONGEST_PERIOD
                                                                              : HW__DAY_MIN,
                                  .to = to,
                                  .as_of = as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT};
    const hw_settings *settings = hw__plan_settings_at(plan, as_of, wall);
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    *out = (hw__load){.minutes_room = settings->capacity_minutes,
                      .assignments_room = settings->capacity_assignments};
    for (size_t i = 0; i < things->count; i++) {
        out->active += is_active(&things->items[i], as_of);
    }
    hw_error own;
    err = err ? err : &own;
    hw_occurrences *week = hw__plan_occurrences(plan, &query, err);
    if (!week) {
        return (hw_status)err->status;
    }
    hw_status status = add_occurrences(plan, week, from, to, out, err);
    hw_occurrences_free(week);
    return status;
}
