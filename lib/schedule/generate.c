/* SPDX-License-Identifier: MIT */
/* Which occurrences does an assignment have? What its revisions make, one after another in the order in which
 * they were recorded. A revision makes what is due from its effective moment on and was not settled when it
 * was recorded. It cuts off what earlier ones had made from there on, unless that was settled or answered by
 * then. */
#include <string.h>

#include "base/fail.h"
#include "schedule/timeline.h"

#define LONGEST_PERIOD 31

/* One revision at work. */
typedef struct maker {
    hw__timeline *timeline;
    const hw_assignment *assignment;
    uint32_t thing, revision;
    hw_instant recorded;
    hw__key effective;
    hw__frame *frames; /* by regime; one if all are the same */
    uint32_t frame_count;
    hw__frame only_frame;
} maker;

static void open_maker(maker *m, hw__timeline *timeline, uint32_t thing, uint32_t revision)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    const hw_assignment *assignment = (const hw_assignment *)its->revisions.items[revision];
    *m = (maker){.timeline = timeline, .assignment = assignment, .thing = thing, .revision = revision};
    m->recorded = assignment->head.recorded.instant;
    m->effective = hw__key_from_local(assignment->head.effective);
}

static hw_status make_frames(maker *m, hw_error *err)
{
    m->frame_count = m->timeline->uniform ? 1 : m->timeline->regime_count;
    m->frames = &m->only_frame;
    if (m->frame_count > 1) {
        m->frames = hw__alloc(m->frame_count * sizeof *m->frames);
        if (!m->frames) {
            return hw__no_memory(err);
        }
    }
    for (uint32_t i = 0; i < m->frame_count; i++) {
        hw_status status =
            hw__frame_make(m->timeline, m->assignment, &m->timeline->regimes[i], &m->frames[i], err);
        if (status != HW_OK) {
            return status;
        }
        m->frames[i].blank.assignment = m->thing;
        m->frames[i].blank.revision = m->revision;
    }
    return HW_OK;
}

static void close_maker(maker *m)
{
    if (m->frames != &m->only_frame) {
        hw__free(m->frames);
    }
}

static bool is_quota(const hw_assignment *assignment)
{
    return assignment->schedule.kind == HW_SCHEDULE_QUOTA;
}

/* Whether an entry that was recorded by then, or in the place of one that was, says what became of the
 * occurrence. `at` is the first report that may be about it. */
static bool is_answered(const hw__timeline *timeline, const hw__report *at, const hw__report *end,
                        hw__key key, hw_instant by)
{
    const hw__entry_row *entries = timeline->plan->log->entries.items;
    for (const hw__report *r = at; r < end && hw__key_compare(r->key, key) <= 0; r++) {
        bool about = hw__key_compare(r->key, key) == 0 && r->ended == HW__FOR_EVER;
        if (about && r->since <= by && entries[r->log].extent != HW_EXTENT_NONE) {
            return true;
        }
    }
    return false;
}

/* Whether a period of a quota stays as it is for the next settings: one that is full is settled; and a new
 * first day of the week moves weeks, but none that an entry speaks of. */
static bool keeps_period(const maker *m, hw__key key, const hw__occurrence *row, uint32_t holds,
                         uint32_t next)
{
    const hw__regime *regimes = m->timeline->regimes;
    if (!m->frames[0].quota) {
        return false;
    }
    const hw__report *end, *report = hw__reports_from(m->timeline, m->thing, key, &end);
    if (hw__quota_is_full(m->timeline, m->assignment, row, report, end, regimes[next].recorded)) {
        return true;
    }
    bool is_week =
        m->frames[0].period == HW_PERIOD_WEEK && hw__day_weekday(key.day) == regimes[holds].week_start;
    if (!is_week || regimes[holds].week_start == regimes[next].week_start) {
        return false;
    }
    for (; report < end && hw__key_compare(report->key, key) == 0; report++) {
        if (report->ended == HW__FOR_EVER) {
            return true;
        }
    }
    return false;
}

/* Fills a row by the settings that hold for it: the last recorded of those that are effective by then and
 * found it unsettled. */
static uint32_t fill_row(maker *m, hw__key key, hw__occurrence *row)
{
    hw__timeline *timeline = m->timeline;
    uint32_t holds = 0;
    hw__frame_fill(&m->frames[0], key, &timeline->hint, row);
    for (uint32_t i = 1; i < m->frame_count; i++) {
        const hw__regime *regime = &timeline->regimes[i];
        if (hw__key_is_from(key, regime->effective) && row->settles > regime->recorded &&
            !keeps_period(m, key, row, holds, i)) {
            hw__frame_fill(&m->frames[i], key, &timeline->hint, row);
            holds = i;
        }
    }
    return holds;
}

/* Rows for the timeline's keys; of a weekly quota those that begin on the day on which the week begins for
 * them. */
static hw_status make_rows(maker *m, int week_start, hw__rows *rows, hw_error *err)
{
    hw__timeline *timeline = m->timeline;
    bool by_days = !is_quota(m->assignment);
    if (rows->count + timeline->keys.count > HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    if (timeline->keys.count == 0) {
        return HW_OK; /* there may be no room at all */
    }
    if (!hw__vec_reserve(rows, timeline->keys.count)) {
        return hw__no_memory(err);
    }
    const hw__key *key = timeline->keys.items, *end = key + timeline->keys.count;
    while (by_days && key < end && !hw__key_is_from(*key, m->effective)) {
        key++;
    }
    if (by_days && timeline->uniform && timeline->regimes[0].ends == HW__DAY_MAX) {
        rows->count += hw__frame_fill_days(&m->frames[0], key, (size_t)(end - key), m->recorded,
                                           &timeline->hint, rows->items + rows->count);
        return HW_OK;
    }
    for (; key < end; key++) {
        hw__occurrence *row = &rows->items[rows->count];
        const hw__regime *regime = &timeline->regimes[fill_row(m, *key, row)];
        if (row->settles <= m->recorded || (week_start >= 0 && regime->week_start != week_start)) {
            continue;
        }
        bool is_over = !by_days && row->target == 0;         /* its last day is before its first */
        if (is_over && regime->ends >= m->frames[0].first) { /* by itself, not because the plan ends */
            continue;
        }
        if (key->day > regime->ends || is_over) {
            row->flags |= row->opens <= regime->recorded ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
        }
        rows->count++;
    }
    return HW_OK;
}

/* Weekly quotas while the first day of the week has changed: each week by what held for it. */
static hw_status make_weeks(maker *m, int32_t from, int32_t to, hw__rows *rows, hw_error *err)
{
    const hw__timeline *timeline = m->timeline;
    unsigned seen = 0;
    size_t begin = rows->count;
    for (uint32_t i = 0; i < timeline->regime_count; i++) {
        int week_start = timeline->regimes[i].week_start;
        if (seen >> week_start & 1) {
            continue;
        }
        seen |= 1u << week_start;
        m->timeline->keys.count = 0;
        hw_status status =
            hw__schedule_keys(m->timeline, &m->assignment->schedule, from, to, week_start, err);
        if (status == HW_OK) {
            status = make_rows(m, week_start, rows, err);
        }
        if (status != HW_OK) {
            return status;
        }
    }
    for (size_t i = begin + 1; i < rows->count;
         i++) { /* one list of weeks for each first day: nearly in order */
        hw__occurrence row = rows->items[i];
        size_t place = i;
        for (; place > begin && rows->items[place - 1].day > row.day; place--) {
            rows->items[place] = rows->items[place - 1];
        }
        rows->items[place] = row;
    }
    return HW_OK;
}

/* Appends what a revision makes by itself in [from, to). */
static hw_status make(maker *m, int32_t from, int32_t to, hw__rows *rows, hw_error *err)
{
    const hw__schedule *schedule = &m->assignment->schedule;
    if (m->assignment->state != HW_ASSIGNMENT_ACTIVE || !schedule->present) {
        return HW_OK;
    }
    int week_start = m->timeline->regimes[0].week_start;
    bool weeks = is_quota(m->assignment) && schedule->period == HW_PERIOD_WEEK;
    int32_t first = m->effective.day;
    if (is_quota(
            m->assignment)) { /* the period that holds the day counts, for the days that are left of it */
        first = weeks && !m->timeline->uniform
                    ? first - 6
                    : hw__period_first((hw_period)schedule->period, first, week_start);
    }
    first = first > from ? first : from;
    hw_status status = make_frames(m, err);
    if (status == HW_OK && weeks && !m->timeline->uniform) {
        return make_weeks(m, first, to, rows, err);
    }
    m->timeline->keys.count = 0;
    if (status == HW_OK) {
        status = hw__schedule_keys(m->timeline, schedule, first, to, week_start, err);
    }
    return status == HW_OK ? make_rows(m, -1, rows, err) : status;
}

/* ---- One revision after another ---- */

static void cut(hw__occurrence *row, hw_instant recorded)
{
    row->flags |= row->opens <= recorded ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
}

/* A period that had begun stays; the days from the revision on count no more, unless the revision would make
 * the same period. */
static void shorten_period(const maker *m, hw__occurrence *row, const hw__report *report,
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

/* Merges what the revision makes (timeline->fresh) into rows[begin ... count). */
static hw_status merge(maker *m, hw__rows *rows, size_t begin, hw_error *err)
{
    hw__timeline *timeline = m->timeline;
    hw__rows *out = &timeline->merged;
    const hw__occurrence *fresh = timeline->fresh.items, *fresh_end = fresh + timeline->fresh.count;
    size_t from = first_touched(rows, begin, m->effective.day - LONGEST_PERIOD);
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
            out->items[out->count++] = *fresh++;
        }
        if (!(row->flags & HW__ROW_CUT) && hw__key_is_from(key, m->effective) && row->settles > m->recorded &&
            !is_answered(timeline, report, end, key, m->recorded)) {
            cut(row, m->recorded);
        }
        bool again = fresh < fresh_end && hw__key_compare(hw__row_key(fresh), key) == 0;
        if (!again) {
            shorten_period(m, row, report, end);
        }
        out->items[out->count++] = again && !stays(row, m->recorded) ? *fresh : *row;
        fresh += again;
    }
    while (fresh < fresh_end) {
        out->items[out->count++] = *fresh++;
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
static int32_t last_needed(const maker *m, const hw_revision *next, int32_t to)
{
    const hw__timeline *timeline = m->timeline;
    const hw__window *window = &m->assignment->window;
    hw__key effective = hw__key_from_local(next->effective);
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

static hw_status apply(hw__timeline *timeline, uint32_t thing, uint32_t revision, const hw_revision *next,
                       int32_t from, int32_t to, hw__rows *rows, size_t begin, hw_error *err)
{
    maker m;
    hw_status status;
    open_maker(&m, timeline, thing, revision);
    int32_t until = next ? last_needed(&m, next, to) : to;
    if (revision == 0) {
        status = make(&m, from, until, rows, err);
    } else {
        timeline->fresh.count = 0;
        status = make(&m, from, until, &timeline->fresh, err);
        if (status == HW_OK) {
            status = merge(&m, rows, begin, err);
        }
    }
    close_maker(&m);
    return status;
}

hw_status hw__generate(hw__timeline *timeline, uint32_t thing, int32_t from, int32_t to, bool all,
                       hw__rows *rows, hw_error *err)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    uint32_t known = hw__known_revisions(its, timeline->as_of);
    size_t begin = rows->count;
    hw_status status = HW_OK;
    if (known == 0 || from >= to ||
        ((const hw_assignment *)its->revisions.items[known - 1])->state == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
        return HW_OK;
    }
    for (uint32_t r = 0; r < known && status == HW_OK; r++) {
        const hw_revision *next = r + 1 < known && !all ? its->revisions.items[r + 1] : NULL;
        status = apply(timeline, thing, r, next, from, to, rows, begin, err);
    }
    if (status == HW_OK && rows->count > HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    return status;
}
