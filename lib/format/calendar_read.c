/* SPDX-License-Identifier: MIT */
/* Ticks coming home: which items of a calendar are ours, what do they say, and does the plan know it already?
 * Only our own single to-dos count, known by their UID. Anything that a client has rewritten into something
 * else is for a person to look at. */
#include "format/calendar_read.h"

#include "base/fail.h"
#include "schedule/timeline.h"

#define MARGIN_DAYS 62 /* around the dates of the calendar: a to-do may have been moved */
#define MOST_DAYS 1500 /* from today: older or later to-dos are not looked for */

/* ---- The items ---- */

static void see_day(hw__reading *r, const hw__ical_time *time)
{
    if (time->readable) {
        int32_t day = hw__day_from_date(time->local.date);
        r->first = day < r->first ? day : r->first;
        r->last = day > r->last ? day : r->last;
    }
}

static hw_status visit(void *user, const hw__ical_part *part, hw_error *err)
{
    hw__reading *r = user;
    hw__todo_item item;
    if (!part->todo) {
        r->out->foreign++;
        return HW_OK;
    }
    hw_status status = hw__ical_read_todo(part, &item, r->problems, err);
    if (status == HW_ERR_INVALID) {
        return HW_OK; /* the problem is noted */
    }
    if (status != HW_OK) {
        return status;
    }
    if (!item.has_uid) {
        r->out->foreign++;
        return HW_OK;
    }
    see_day(r, &item.start);
    see_day(r, &item.due);
    return hw__vec_push(&r->found, item) ? HW_OK : hw__no_memory(err);
}

/* ---- Which of them are ours ---- */

static size_t slot_of(const hw__reading *r, const hw__uuid *uuid)
{
    uint64_t hash;
    memcpy(&hash, uuid->bytes + 8, sizeof hash); /* a digest: its bits are as good as any */
    size_t i = (size_t)hash & r->mask;
    while (r->slots[i] && memcmp(r->uuids[r->slots[i] - 1].bytes, uuid->bytes, sizeof uuid->bytes) != 0) {
        i = (i + 1) & r->mask;
    }
    return i;
}

static int32_t within(int64_t day)
{
    return day < HW__DAY_MIN ? HW__DAY_MIN : day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}

/* The occurrences that the items may be about, with the ids of their to-dos. */
static hw_status find_rows(hw__reading *r, hw_error *err)
{
    int64_t today = r->calendar.today, first = r->first, last = r->last;
    int64_t margin =
        MARGIN_DAYS + hw__calendar_reach(&r->calendar); /* what is due then may be known by another day */
    first = (first < today ? first : today) - margin;
    last = (last > today ? last : today) + margin;
    hw__occurrence_query query = {.from = within(first > today - MOST_DAYS ? first : today - MOST_DAYS),
                                  .to = within(last < today + MOST_DAYS ? last : today + MOST_DAYS),
                                  .as_of = r->calendar.as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT,
                                  .unlisted = true};
    r->rows = hw__plan_occurrences(r->plan, &query, err);
    if (!r->rows) {
        return (hw_status)err->status;
    }
    size_t count = r->rows->rows.count, slots = 8;
    while (slots < 2 * count) {
        slots *= 2;
    }
    r->mask = slots - 1;
    r->slots = hw__zalloc(slots, sizeof *r->slots);
    r->uuids = hw__zalloc(count, sizeof *r->uuids);
    r->latest = hw__zalloc(count, sizeof *r->latest);
    if (!r->slots || !r->uuids || !r->latest) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        const hw__occurrence *row = &r->rows->rows.items[i];
        hw__todo_uuid(&r->calendar.covers[row->assignment], row->day, row->seconds, &r->uuids[i]);
        r->slots[slot_of(r, &r->uuids[i])] = (uint32_t)i + 1;
    }
    return HW_OK;
}

hw_moment hw__reading_moment(hw__reading *r, const hw__ical_time *time)
{
    if (!time->readable) {
        return (hw_moment){0};
    }
    if (time->local.seconds == HW_ALL_DAY) {
        return hw_moment_on(time->local.date);
    }
    int64_t wall = hw__local_wall(time->local);
    const hw__zone *zone = *time->zone ? hw__zones_find(r->plan->zones, time->zone, NULL) : NULL;
    hw_instant instant =
        time->utc ? wall : hw__zone_resolve(zone ? zone : r->zone, wall, &r->hint, NULL, NULL);
    return hw_moment_at(instant, hw__zone_offset(r->zone, instant, &r->hint) / 60);
}

hw_instant hw__reading_instant(hw__reading *r, const hw__ical_time *time)
{
    hw_moment moment = hw__reading_moment(r, time);
    return moment.precision == HW_PRECISION_EXACT ? moment.instant : INT64_MIN;
}

/* Whether an item is newer than another one with its UID. */
static bool is_newer(hw__reading *r, const hw__todo_item *a, const hw__todo_item *b)
{
    if (a->sequence != b->sequence) {
        return a->sequence > b->sequence;
    }
    hw_instant changed = hw__reading_instant(r, &a->changed), other = hw__reading_instant(r, &b->changed);
    if (changed != other) {
        return changed > other;
    }
    return hw__reading_instant(r, &a->stamped) > hw__reading_instant(r, &b->stamped);
}

static void match(hw__reading *r)
{
    for (size_t i = 0; i < r->found.count; i++) {
        const hw__todo_item *item = &r->found.items[i];
        uint32_t row = r->slots[slot_of(r, &item->uid)];
        if (!row) {
            r->out->foreign++;
            continue;
        }
        uint32_t *latest = &r->latest[row - 1];
        bool series = item->series || (*latest && r->found.items[*latest - 1].series);
        if (!*latest || is_newer(r, item, &r->found.items[*latest - 1])) {
            *latest = (uint32_t)i + 1;
        }
        r->found.items[*latest - 1].series = series;
    }
}

/* ---- The whole ---- */

static hw_status find_zone(hw__reading *r, hw_error *err)
{
    const hw__thing *settings = &r->plan->sections[HW__SETTINGS].items[0];
    const hw_revision *now = hw__plan_as_of(r->plan, settings, r->calendar.as_of);
    const hw_settings *used = (const hw_settings *)(now ? now : settings->revisions.items[0]);
    r->zone = hw__zones_find(r->plan->zones, used->zone, err);
    return r->zone ? HW_OK : (hw_status)err->status;
}

static hw_status read_all(hw__reading *r, const char *data, size_t size, hw_error *err)
{
    hw_status status = hw__ical_guard(data, size, visit, r, r->problems, err);
    if (status == HW_OK) {
        status = find_zone(r, err);
    }
    if (status == HW_OK) {
        status = find_rows(r, err);
    }
    if (status == HW_OK) {
        match(r);
    }
    for (size_t i = 0; status == HW_OK && i < r->rows->rows.count; i++) {
        if (r->latest[i]) {
            status = hw__reading_decide(r, &r->rows->rows.items[i], &r->found.items[r->latest[i] - 1], err);
        }
    }
    return status;
}

static hw_status read_calendar(const hw_plan *plan, const char *data, size_t size, hw_instant as_of,
                               hw_problems *problems, hw_proposals *out, hw_error *err)
{
    hw__reading r = {
        .plan = plan, .problems = problems, .out = out, .first = HW__DAY_MAX, .last = HW__DAY_MIN};
    hw_status status = hw__calendar_open(&r.calendar, plan, as_of, err);
    if (status == HW_OK) {
        status = read_all(&r, data, size, err);
    }
    hw__calendar_close(&r.calendar);
    hw_occurrences_free(r.rows);
    hw__vec_free(&r.found);
    hw__free(r.slots);
    hw__free(r.uuids);
    hw__free(r.latest);
    return status;
}

hw_proposals *hw_plan_read_calendar(const hw_plan *plan, const char *data, size_t size, hw_instant as_of,
                                    hw_problems *problems, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!plan || !data) {
        hw__null_argument(err, plan ? "data" : "plan");
        return NULL;
    }
    if (!hw__ical_is_built_in()) {
        hw__fail(err, HW_ERR_UNSUPPORTED, "calendar", "this build cannot read calendars");
        return NULL;
    }
    hw_proposals *out = hw__zalloc(1, sizeof *out);
    if (!out) {
        hw__no_memory(err);
        return NULL;
    }
    if (read_calendar(plan, data, size, as_of, problems, out, err) != HW_OK) {
        hw_proposals_free(out);
        return NULL;
    }
    hw__ok(err);
    return out;
}
