/* SPDX-License-Identifier: MIT */
/* Does every entry answer an occurrence that there is? A document may say otherwise: written by another
 * program, or merged. */
#include <string.h>

#include "base/fail.h"
#include "base/problem_list.h"
#include "schedule/timeline.h"

#define NEAR_DAYS 8 /* reports so close together are looked up at once */

/* Adds a problem for each of some reports, all of one assignment and in the order of their keys, that is
 * about nothing. */
static bool compare(const hw__timeline *timeline, const hw__report *report, const hw__report *end,
                    const hw__rows *rows, hw_problems *problems)
{
    const hw__log_store *log = timeline->plan->log;
    size_t row = 0;
    for (; report < end; report++) {
        while (row < rows->count && hw__key_compare(hw__row_key(&rows->items[row]), report->key) < 0) {
            row++;
        }
        bool found = row < rows->count && hw__key_compare(hw__row_key(&rows->items[row]), report->key) == 0;
        const char *id = hw__log_pool(log, log->entries.items[report->log].id);
        if (!found && report->ended == HW__FOR_EVER &&
            !hw__problem(problems, HW_PROBLEM_ORPHAN, HW_SEVERITY_WARNING, 0, 0, id,
                         "the entry names an occurrence that its assignment does not have")) {
            return false;
        }
    }
    return true;
}

static hw_status check_thing(hw__timeline *timeline, uint32_t thing, hw__rows *rows, hw_problems *problems,
                             hw_error *err)
{
    const hw__report *report = timeline->reports.items + timeline->reports.starts[thing];
    const hw__report *end = timeline->reports.items + timeline->reports.starts[thing + 1];
    while (report < end) {
        const hw__report *next = report + 1;
        while (next < end && next->key.day - next[-1].key.day <= NEAR_DAYS) {
            next++;
        }
        rows->count = 0;
        hw_status status =
            hw__generate(timeline, thing, report->key.day, next[-1].key.day + 1, true, rows, err);
        if (status != HW_OK) {
            return status;
        }
        if (!compare(timeline, report, next, rows, problems)) {
            return hw__no_memory(err);
        }
        report = next;
    }
    return HW_OK;
}

hw_status hw_plan_check_entries(const hw_plan *plan, hw_problems *problems, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!plan || !problems) {
        return hw__null_argument(err, plan ? "problems" : "plan");
    }
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    hw__timeline timeline;
    hw__rows rows = {0};
    hw_status status = hw__timeline_open(&timeline, plan, HW__FOR_EVER, HW__DAY_MIN, HW__DAY_MAX + 1,
                                         HW__EVERY_ASSIGNMENT, err);
    for (uint32_t t = 0; t < timeline.things && status == HW_OK; t++) {
        const hw_assignment *latest = (const hw_assignment *)hw__thing_latest(&things->items[t]);
        if (latest->state != HW_ASSIGNMENT_ENTERED_IN_ERROR) { /* that one has none, and is known for it */
            status = check_thing(&timeline, t, &rows, problems, err);
        }
    }
    hw__timeline_close(&timeline);
    hw__vec_free(&rows);
    return status == HW_OK ? hw__ok(err) : status;
}
