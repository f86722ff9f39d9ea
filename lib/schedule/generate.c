/* SPDX-License-Identifier: MIT */
/* Which occurrences does an assignment have? What its revisions make, one after another in the order in which
 * they were recorded. A revision makes what is due from its effective moment on and was not settled when it
 * was recorded. It cuts off what earlier ones had made from there on, unless that was settled or answered by
 * then. */
#include <string.h>

#include "base/fail.h"
#include "schedule/maker.h"

/* ---- One revision after another ---- */

static void cut(hw__occurrence *row, hw_instant recorded)
{
    row->flags |= row->opens <= recorded ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
}

/* A period that had begun stays; the days from the revision on count no more, unless the revision would make
 * the same period. */
static void shorten_period(const hw__maker *m, hw__occurrence *row, const hw__report *report,
                           const hw__report *end)
{
    const hw__timeline *timeline = m->timeline;
    int32_t left = m->effective.day - row->day;
    bool is_open = !(row->flags & HW__ROW_CUT) && row->settles > m->recorded;
    if (!(row->flags & HW__OCCURRENCE_QUOTA) || !is_open || left <= 0 || left >= row->days) {
        return;
    }
    const hw_revision *its =
        timeline->plan->sections[HW__ASSIGNMENTS].items[m->thing].revisions.items[row->revision];
    if (hw__quota_is_full(timeline, (const hw_assignment *)its, row, report, end, m->recorded)) {
        return; /* settled already */
    }
    row->target &= (1u << left) - 1;
    if (row->target == 0) {
        cut(row, m->recorded);
    }
}

/* Whether an occurrence of an earlier revision keeps its key from a later one. */
static bool stays(const hw__occurrence *row, hw_instant recorded)
{
    if (!(row->flags & HW__ROW_CUT)) {
        return true;
    }
    return (row->flags & HW__ROW_OPENED) && row->settles <= recorded;
}

/* The first of rows[begin ... count) that a revision could touch. */
static size_t first_touched(const hw__rows *rows, size_t begin, int32_t day)
{
    size_t low = begin, high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows->items[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Whether any row is due at another time than its key says. */
static bool any_moved(const hw__rows *rows, size_t begin)
{
    for (size_t i = begin; i < rows->count; i++) {
        if (rows->items[i].flags & HW__OCCURRENCE_MOVED) {
            return true;
        }
    }
    return false;
}

/* Whether the revision takes over what was made with a key: it is due from its effective moment on, or is
 * moved there by the revision itself. */
static bool takes_over(const hw__maker *m, const hw__occurrence *row, const hw__occurrence *again)
{
    hw__key to;
    if (hw__key_is_from(hw__row_due(row), m->effective)) {
        return true;
    }
    return again && hw__schedule_move(&m->assignment->schedule, hw__row_key(again), &to) &&
           hw__key_is_from(to, m->effective);
}

/* There is room. */
static void put_row(hw__rows *out, const hw__occurrence *row)
{
    out->items[out->count] = *row;
    hw__row_set_born(&out->items[out->count++], 0);
}

/* Merges what the revision makes (timeline->fresh) into rows[begin ... count). */
static hw_status merge(hw__maker *m, hw__rows *rows, size_t begin, hw_error *err)
{
    hw__timeline *timeline = m->timeline;
    hw__rows *out = &timeline->merged;
    const hw__occurrence *fresh = timeline->fresh.items, *fresh_end = fresh + timeline->fresh.count;
    size_t from =
        any_moved(rows, begin) ? begin : first_touched(rows, begin, m->effective.day - HW__LONGEST_PERIOD);
    const hw__report *end, *report = hw__reports_from(timeline, m->thing, (hw__key){HW__DAY_MIN, -1}, &end);
    out->count = 0;
    if (!hw__vec_reserve(out, rows->count - from + timeline->fresh.count)) {
        return hw__no_memory(err);
    }
    for (size_t i = from; i < rows->count; i++) {
        hw__occurrence *row = &rows->items[i];
        hw__key key = hw__row_key(row);
        while (report < end && hw__key_compare(report->key, key) < 0) {
            report++;
        }
        while (fresh < fresh_end && hw__key_compare(hw__row_key(fresh), key) < 0) {
            put_row(out, fresh++);
        }
        bool again = fresh < fresh_end && hw__key_compare(hw__row_key(fresh), key) == 0;
        if (!(row->flags & HW__ROW_CUT) && row->settles > m->recorded &&
            takes_over(m, row, again ? fresh : NULL) &&
            !hw__is_answered(timeline, report, end, key, m->recorded)) {
            cut(row, m->recorded);
        }
        if (!again) {
            shorten_period(m, row, report, end);
        }
        hw_instant born = again ? hw__row_born(fresh) : 0;
        bool kept = stays(row, born > m->recorded ? born : m->recorded);
        put_row(out, again && !kept ? fresh : row);
        fresh += again;
    }
    while (fresh < fresh_end) {
        put_row(out, fresh++);
    }
    rows->count = from;
    if (!hw__vec_reserve(rows, out->count)) {
        return hw__no_memory(err);
    }
    if (out->count > 0) {
        memcpy(rows->items + from, out->items, out->count * sizeof *out->items);
    }
    rows->count += out->count;
    return HW_OK;
}

/* Up to which day what a revision makes can matter, given the next one: what had not opened by then and is
 * not answered is cut off without a trace. */
static int32_t last_needed(const hw__maker *m, const hw_revision *next, int32_t to)
{
    const hw__timeline *timeline = m->timeline;
    const hw__window *window = &m->assignment->window;
    hw__key effective = hw__key_from_local(next->effective);
    const hw__schedule *schedule = &m->assignment->schedule;
    if (schedule->moves.count > 0 || schedule->kind > HW_SCHEDULE_QUOTA) {
        return to; /* a key says little about when it opens */
    }
    bool has_opens = window->present && window->opens.days != INT32_MIN;
    int64_t lead = has_opens ? -(int64_t)window->opens.days - window->opens.seconds / HW__DAY_SECONDS : 0;
    int64_t day = hw__wall_day(next->recorded.instant) + lead + 3;
    if (day < effective.day) {
        day = (int64_t)effective.day + 1;
    }
    uint32_t report_end = timeline->reports.starts[m->thing + 1];
    if (report_end > timeline->reports.starts[m->thing]) {
        int32_t reported = timeline->reports.items[report_end - 1].key.day;
        day = reported >= day ? (int64_t)reported + 1 : day;
    }
    return day < to ? (int32_t)day : to;
}

static hw_status apply(hw__maker *m, const hw_revision *next, int32_t from, int32_t to, hw__rows *rows,
                       size_t begin, hw_error *err)
{
    hw__rows *fresh = &m->timeline->fresh;
    int32_t until = next ? last_needed(m, next, to) : to;
    if (m->revision == 0) {
        return hw__maker_run(m, from, until, rows, err);
    }
    fresh->count = 0;
    hw_status status = hw__maker_run(m, from, until, fresh, err);
    return status == HW_OK ? merge(m, rows, begin, err) : status;
}

hw_status hw__generate_all(hw__timeline *timeline, uint32_t thing, int32_t from, int32_t to, bool all,
                           hw__rows *rows, hw_error *err)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    uint32_t known = hw__known_revisions(its, timeline->as_of);
    size_t begin = rows->count;
    hw_status status = HW_OK;
    if (from >= to) {
        return HW_OK;
    }
    for (uint32_t r = 0; r < known && status == HW_OK; r++) {
        const hw_revision *next = r + 1 < known && !all ? its->revisions.items[r + 1] : NULL;
        hw__maker m;
        hw__maker_open(&m, timeline, thing, r, all);
        status = apply(&m, next, from, to, rows, begin, err);
        hw__maker_close(&m);
    }
    if (status == HW_OK && rows->count > HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    return status;
}

hw_status hw__generate(hw__timeline *timeline, uint32_t thing, int32_t from, int32_t to, bool all,
                       hw__rows *rows, hw_error *err)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    uint32_t known = hw__known_revisions(its, timeline->as_of);
    bool in_error = known > 0 && ((const hw_assignment *)its->revisions.items[known - 1])->state ==
                                     HW_ASSIGNMENT_ENTERED_IN_ERROR;
    return in_error ? HW_OK : hw__generate_all(timeline, thing, from, to, all, rows, err);
}
