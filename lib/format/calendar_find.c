/* SPDX-License-Identifier: MIT */
/* Which occurrences are the items of a calendar about? The ids of our to-dos are digests, so they are made of the
 * occurrences that come into question and looked up; the days of the items say which those are. */
#include "format/calendar_read.h"

#include "base/fail.h"
#include "schedule/timeline.h"

#define MARGIN_DAYS 62 /* around the dates of the calendar: a to-do may have been moved */
#define WIDE_DAYS 400  /* around today, for what is not found there */
#define MOST_DAYS 1500 /* from today: older or later to-dos are not looked for */

/* ---- Times ---- */

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

bool hw__reading_is_newer(hw__reading *r, const hw__todo_item *a, const hw__todo_item *b)
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

/* ---- The occurrences, by the ids of their to-dos ---- */

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

uint32_t hw__reading_row(const hw__reading *r, const hw__uuid *uuid)
{
    uint32_t slot = r->slots[slot_of(r, uuid)];
    return slot ? slot - 1 : HW__ITEM_NONE;
}

static void forget_rows(hw__reading *r)
{
    hw_occurrences_free(r->rows);
    hw__free(r->uuids);
    hw__free(r->latest);
    hw__free(r->slots);
    r->rows = NULL;
    r->uuids = NULL;
    r->latest = NULL;
    r->slots = NULL;
}

/* The occurrences of the days first <= day <= last, and of those around them that are due then. */
static hw_status find_rows(hw__reading *r, int64_t first, int64_t last, hw_error *err)
{
    int64_t today = r->calendar.today,
            reach = hw__calendar_reach(&r->calendar); /* what is due then may be known by another day */
    first = first < today - MOST_DAYS ? today - MOST_DAYS : first;
    last = last > today + MOST_DAYS ? today + MOST_DAYS : last;
    hw__occurrence_query query = {.from = hw__day_within(first - reach),
                                  .to = hw__day_within(last + reach + 1),
                                  .as_of = r->calendar.as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT,
                                  .unlisted = true};
    query.to = query.to < query.from ? query.from : query.to;
    forget_rows(r);
    r->rows = hw__plan_occurrences(r->plan, &query, err);
    if (!r->rows) {
        return err->status ? (hw_status)err->status : HW_ERR_MEMORY;
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
        r->latest[i] = HW__ITEM_NONE;
    }
    return HW_OK;
}

/* ---- Items and occurrences ---- */

/* A row has one more item. What one of them says about a series is true of all. */
static void take(hw__reading *r, uint32_t row, uint32_t index)
{
    hw__todo_item *item = &r->found.items[index];
    uint32_t *latest = &r->latest[row];
    bool first = *latest == HW__ITEM_NONE;
    bool series = item->series || (!first && r->found.items[*latest].series);
    if (first || hw__reading_is_newer(r, item, &r->found.items[*latest])) {
        *latest = index;
    }
    r->found.items[*latest].series = series;
    r->rows_of.items[index] = row;
}

/* Returns how many were looked for in vain. */
static size_t match(hw__reading *r)
{
    size_t missing = 0;
    for (size_t i = 0; i < r->found.count; i++) {
        const hw__todo_item *item = &r->found.items[i];
        uint32_t row = item->has_uid ? hw__reading_row(r, &item->uid) : HW__ITEM_NONE;
        r->rows_of.items[i] = HW__ITEM_NONE;
        missing += item->has_uid && row == HW__ITEM_NONE;
        if (row != HW__ITEM_NONE) {
            take(r, row, (uint32_t)i);
        }
    }
    for (size_t i = 0; i < r->exported.count; i++) {
        uint32_t row = hw__reading_row(r, &r->exported.items[i]);
        missing += row == HW__ITEM_NONE;
        if (row != HW__ITEM_NONE && r->latest[row] == HW__ITEM_NONE) {
            r->latest[row] = HW__ITEM_GONE;
        }
    }
    return missing;
}

/* Looks on the days of the items, then around them and today, then further. A client has our to-dos of some weeks,
 * and the plan may be long: what each of them costs must not hang on that. */
static hw_status match_all(hw__reading *r, hw_error *err)
{
    int64_t today = r->calendar.today;
    bool dated = r->first <= r->last;
    int64_t first = dated && r->first < today ? r->first : today,
            last = dated && r->last > today ? r->last : today;
    const struct {
        int64_t first, last;
    } spans[] = {
        {dated ? r->first - 1 : today, dated ? r->last + 1 : today},
        {first - MARGIN_DAYS, last + MARGIN_DAYS},
        {(first < today - WIDE_DAYS ? first : today - WIDE_DAYS) - MARGIN_DAYS,
         (last > today + WIDE_DAYS ? last : today + WIDE_DAYS) + MARGIN_DAYS},
    };
    hw_status status = HW_OK;
    size_t missing = 1;
    for (size_t i = 0; i < sizeof spans / sizeof *spans && missing > 0 && status == HW_OK; i++) {
        status = find_rows(r, spans[i].first, spans[i].last, err);
        missing = status == HW_OK && r->slots ? match(r) : 0;
    }
    return status;
}

hw_status hw__reading_find(hw__reading *r, hw_error *err)
{
    if (!hw__vec_reserve(&r->rows_of, r->found.count)) {
        return hw__no_memory(err);
    }
    r->rows_of.count = r->found.count;
    hw_status status = match_all(r, err);
    if (status == HW_OK) {
        status = hw__reading_relate(r, err);
    }
    for (size_t i = 0; status == HW_OK && i < r->found.count; i++) {
        r->out->foreign += r->rows_of.items[i] == HW__ITEM_NONE;
    }
    return status;
}
