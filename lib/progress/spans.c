/* SPDX-License-Identifier: MIT */
/* The window in parts: the days between held sessions, calendar weeks, calendar months. Every day of the
 * window lies in exactly one of each kind, so what is counted by them sums to what is counted of the plan. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fail.h"
#include "progress/progress.h"
#include "schedule/timeline.h"

#define MOST_SPANS 10000 /* of one kind */
#define SHORTEST_MONTH 28

typedef struct window {
    int32_t from, to; /* days */
} window;

static window window_of(const hw_progress *progress)
{
    return (window){hw__day_from_date(progress->occurrences->from),
                    hw__day_from_date(progress->occurrences->to)};
}

static bool is_wanted(const hw_progress *progress, hw_subject kind)
{
    return progress->options.by >> kind & 1;
}

/* At most, in a window of so many days, of spans of so many each. */
static size_t most_of(const hw_progress *progress, hw_subject kind, int32_t each)
{
    window days = window_of(progress);
    size_t count = (size_t)((days.to - days.from) / each) + 2;
    return !is_wanted(progress, kind) ? 0 : count > MOST_SPANS ? MOST_SPANS : count;
}

size_t hw__progress_span_room(const hw_progress *progress, const hw_plan *plan)
{
    size_t intervals = is_wanted(progress, HW_SUBJECT_INTERVAL) ? plan->sections[HW__SESSIONS].count + 1 : 0;
    return intervals + most_of(progress, HW_SUBJECT_WEEK, HW__WEEKDAYS) +
           most_of(progress, HW_SUBJECT_MONTH, SHORTEST_MONTH);
}

/* The days from <= x < to, as far as the window has them; nothing if it has none. `id` is kept. */
static void add_span(hw_progress *progress, hw_subject kind, int32_t from, int32_t to, const char *id)
{
    window days = window_of(progress);
    from = from > days.from ? from : days.from;
    to = to < days.to ? to : days.to;
    if (from < to) {
        progress->subjects[progress->subject_count++] =
            (hw__subject){.kind = kind, .id = id, .from = from, .to = to};
    }
}

/* ---- intervals ---- */

typedef struct meeting {
    int32_t day;
    int64_t wall;
    uint32_t number; /* as they were first recorded */
    const char *id;
} meeting;

static int compare_meetings(const void *a, const void *b)
{
    const meeting *x = a, *y = b;
    if (x->wall != y->wall) {
        return x->wall < y->wall ? -1 : 1;
    }
    return x->number < y->number ? -1 : x->number > y->number;
}

/* The sessions that are known to have been held, in their order. */
static size_t find_meetings(const hw_progress *progress, const hw_plan *plan, meeting *out)
{
    const hw__things *things = &plan->sections[HW__SESSIONS];
    size_t count = 0;
    for (size_t i = 0; i < things->count; i++) {
        const hw_session *latest =
            (const hw_session *)hw__thing_known(&things->items[i], progress->occurrences->as_of);
        if (latest && latest->state == HW_SESSION_HELD) {
            out[count++] = (meeting){.day = hw__day_from_date(latest->start.date),
                                     .wall = hw__local_wall(latest->start),
                                     .number = (uint32_t)i,
                                     .id = latest->head.id};
        }
    }
    qsort(out, count, sizeof *out, compare_meetings);
    return count;
}

/* Of several sessions on one day the last begins the interval. */
static hw_status add_intervals(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    meeting *meetings = hw__alloc(plan->sections[HW__SESSIONS].count * sizeof *meetings);
    if (!meetings) {
        return hw__no_memory(err);
    }
    size_t count = find_meetings(progress, plan, meetings);
    bool good = true;
    add_span(progress, HW_SUBJECT_INTERVAL, HW__DAY_MIN, count ? meetings[0].day : HW__DAY_MAX, "");
    for (size_t i = 0; good && i < count; i++) {
        int32_t next = i + 1 < count ? meetings[i + 1].day : HW__DAY_MAX;
        const char *id = hw__arena_text(&progress->texts, meetings[i].id, strlen(meetings[i].id));
        good = id != NULL;
        add_span(progress, HW_SUBJECT_INTERVAL, meetings[i].day, next, id);
    }
    hw__free(meetings);
    return good ? HW_OK : hw__no_memory(err);
}

/* ---- weeks and months ---- */

/* The first letters of the date of a day. */
static char *id_of(hw_progress *progress, int32_t day, size_t letters)
{
    hw__buffer text;
    hw__buffer_init(&text, HW__MAX_ID_BYTES);
    hw__put_date(&text, hw__date_from_day(day > HW__DAY_MIN ? day : HW__DAY_MIN));
    char *id = text.status == HW_OK ? hw__arena_text(&progress->texts, text.data, letters) : NULL;
    hw__buffer_free(&text);
    return id;
}

static hw_status add_periods(hw_progress *progress, hw_subject kind, hw_period period, int week_start,
                             size_t letters, hw_error *err)
{
    window days = window_of(progress);
    size_t count = 0;
    for (int32_t day = hw__period_first(period, days.from, week_start); day < days.to; count++) {
        if (count == MOST_SPANS) {
            return hw__fail(err, HW_ERR_LIMIT, "window", "more than %d weeks or months", MOST_SPANS);
        }
        int32_t next = hw__period_next(period, day);
        char *id = id_of(progress, day, letters);
        if (!id) {
            return hw__no_memory(err);
        }
        add_span(progress, kind, day, next, id);
        day = next;
    }
    return HW_OK;
}

hw_status hw__progress_add_spans(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    hw_instant as_of = progress->occurrences->as_of;
    hw_status status = HW_OK;
    if (is_wanted(progress, HW_SUBJECT_INTERVAL)) {
        status = add_intervals(progress, plan, err);
    }
    if (status == HW_OK && is_wanted(progress, HW_SUBJECT_WEEK)) {
        const hw_settings *settings = hw__plan_settings_at(plan, as_of, hw__plan_wall(plan, as_of));
        status = add_periods(progress, HW_SUBJECT_WEEK, HW_PERIOD_WEEK, settings->week_start,
                             sizeof "2026-03-02" - 1, err);
    }
    if (status == HW_OK && is_wanted(progress, HW_SUBJECT_MONTH)) {
        status = add_periods(progress, HW_SUBJECT_MONTH, HW_PERIOD_MONTH, 0, sizeof "2026-03" - 1, err);
    }
    return status;
}

/* ---- which one ---- */

uint32_t hw__progress_span_end(const hw_progress *progress, uint32_t first)
{
    uint32_t end = first;
    while (end < progress->subject_count && progress->subjects[end].kind == progress->subjects[first].kind) {
        end++;
    }
    return first < end && hw__is_span(progress->subjects[first].kind) ? end : 0;
}

uint32_t hw__progress_span(const hw_progress *progress, uint32_t first, uint32_t end, uint32_t hint,
                           int32_t day)
{
    const hw__subject *its = &progress->subjects[hint];
    if (day >= its->from && day < its->to) {
        return hint;
    }
    while (first + 1 < end) {
        uint32_t middle = first + (end - first) / 2;
        if (progress->subjects[middle].from <= day) {
            first = middle;
        } else {
            end = middle;
        }
    }
    return first;
}
