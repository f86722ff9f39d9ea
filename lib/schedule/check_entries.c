/* SPDX-License-Identifier: MIT */
/* Does every entry answer, and every excuse mean, an occurrence that there is? A document may say otherwise:
 * written by another program, or merged. */
#include <string.h>

#include "base/fail.h"
#include "base/problem_list.h"
#include "model/links.h"
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

/* Whether a row is what an excuse means: its key, or of a quota a day of its period. */
static bool is_meant(const hw__occurrence *row, hw__key key)
{
    if (row->flags & HW__OCCURRENCE_QUOTA) {
        return key.seconds == HW_ALL_DAY && key.day >= row->day && key.day < row->day + row->days;
    }
    return hw__key_compare(hw__row_key(row), key) == 0;
}

#define LONGEST_PERIOD 31

/* Adds a problem when an excuse that was not taken back is for nothing: it would leave the numbers as they are. */
static hw_status check_excuse(hw__timeline *timeline, const hw_excuse *excuse, hw__rows *rows,
                              hw_problems *problems, hw_error *err)
{
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    const hw__thing *thing =
        hw__plan_thing(timeline->plan, HW__ASSIGNMENTS, excuse->assignment, strlen(excuse->assignment));
    if (!thing) { /* erased, while another copy excused it: readers warn of the id */
        return HW_OK;
    }
    hw__key key = {hw__day_from_date(excuse->due.date), excuse->due.seconds};
    int32_t from = key.day - LONGEST_PERIOD < HW__DAY_MIN ? HW__DAY_MIN : key.day - LONGEST_PERIOD;
    rows->count = 0;
    hw_status status =
        hw__generate(timeline, (uint32_t)(thing - things->items), from, key.day + 1, true, rows, err);
    bool found = false;
    for (size_t i = 0; i < rows->count && !found; i++) {
        found = is_meant(&rows->items[i], key);
    }
    if (status == HW_OK && !found &&
        !hw__problem(problems, HW_PROBLEM_ORPHAN, HW_SEVERITY_WARNING, 0, 0, excuse->head.id,
                     "the excuse is for an occurrence that its assignment does not have")) {
        return hw__no_memory(err);
    }
    return status;
}

static hw_status check_excuses(hw__timeline *timeline, hw__rows *rows, hw_problems *problems, hw_error *err)
{
    const hw__things *excuses = &timeline->plan->sections[HW__EXCUSES];
    hw_status status = HW_OK;
    for (size_t i = 0; i < excuses->count && status == HW_OK; i++) {
        const hw_excuse *excuse = (const hw_excuse *)hw__thing_latest(&excuses->items[i]);
        if (!excuse->withdrawn) {
            status = check_excuse(timeline, excuse, rows, problems, err);
        }
    }
    return status;
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
    if (status == HW_OK) {
        status = check_excuses(&timeline, &rows, problems, err);
    }
    hw__timeline_close(&timeline);
    hw__vec_free(&rows);
    if (status == HW_OK) {
        status = hw__links_check_plan(plan, problems, err);
    }
    return status == HW_OK ? hw__ok(err) : status;
}
