/* SPDX-License-Identifier: MIT */
/* A client has copied a to-do of ours and given it a UID of its own. What is it a copy of? It still names the event
 * that shows the same occurrence, or the to-do itself, and it has its dates. */
#include <stdlib.h>

#include "base/fail.h"
#include "format/calendar_read.h"
#include "schedule/timeline.h"

/* An occurrence by the id that a copy names, and the day on which its to-do begins or is due. */
typedef struct known {
    hw__uuid uuid;
    int32_t day;
    uint32_t row;
} known;

typedef struct relating {
    hw__reading *reading;
    HW__VEC(known) known;
} relating;

static int compare(const void *a, const void *b)
{
    const known *x = a, *y = b;
    int order = memcmp(x->uuid.bytes, y->uuid.bytes, sizeof x->uuid.bytes);
    return order ? order : x->day < y->day ? -1 : x->day > y->day;
}

static bool add(relating *g, const hw__uuid *uuid, uint32_t row)
{
    hw__todo_span span = hw__todo_span_of(g->reading->plan, &g->reading->rows->rows.items[row]);
    int32_t first = span.all_day ? span.first : hw__wall_day(span.start_wall),
            last = span.all_day ? span.last : hw__wall_day(span.due_wall);
    return hw__vec_push(&g->known, ((known){*uuid, first, row})) &&
           (first == last || hw__vec_push(&g->known, ((known){*uuid, last, row})));
}

/* The events of the occurrences become known as they do for a calendar that has both. */
static hw_status find_events(hw__reading *r, hw__buffer *out, hw_error *err)
{
    static const hw_calendar_options both = {.profile = HW_CALENDAR_BOTH};
    hw__calendar *calendar = &r->calendar;
    calendar->out = out;
    calendar->options = &both;
    calendar->profile = hw__calendar_profile(&both);
    calendar->link_from = HW__DAY_MIN;
    calendar->link_to = HW__DAY_MAX;
    hw_status status = hw__calendar_events(calendar, false, err);
    hw__links_sort(calendar);
    return status == HW_OK ? hw__buffer_status(out, err) : status;
}

static hw_status know(relating *g, hw_error *err)
{
    hw__reading *r = g->reading;
    hw__buffer out;
    hw__buffer_init(&out, 1);
    hw_status status = find_events(r, &out, err);
    hw__buffer_free(&out);
    for (uint32_t i = 0; status == HW_OK && i < r->rows->rows.count; i++) {
        const hw__uuid *event = hw__links_find(&r->calendar, &r->rows->rows.items[i]);
        if (!add(g, &r->uuids[i], i) || (event && !add(g, event, i))) {
            status = hw__no_memory(err);
        }
    }
    if (status == HW_OK && g->known.count > 1) {
        qsort(g->known.items, g->known.count, sizeof *g->known.items, compare);
    }
    return status;
}

/* The row of what an item is related to, if it has the same date. */
static uint32_t find(const relating *g, const hw__todo_item *item, const hw__ical_time *time)
{
    hw__reading *r = g->reading;
    hw_moment moment = hw__reading_moment(r, time);
    if (moment.precision == HW_PRECISION_UNKNOWN) {
        return HW__ITEM_NONE;
    }
    known wanted = {item->sibling, hw__wall_day(hw__moment_wall(moment)), 0};
    const known *at = g->known.count > 0
                          ? bsearch(&wanted, g->known.items, g->known.count, sizeof *g->known.items, compare)
                          : NULL;
    while (at && at > g->known.items && compare(at - 1, &wanted) == 0) {
        at--;
    }
    for (; at && at < g->known.items + g->known.count && compare(at, &wanted) == 0; at++) {
        hw__todo_span span = hw__todo_span_of(r->plan, &r->rows->rows.items[at->row]);
        if (hw__reading_same_due(r, time, &span)) {
            return at->row;
        }
    }
    return HW__ITEM_NONE;
}

static bool is_wanted(const hw__reading *r, size_t i)
{
    return r->rows_of.items[i] == HW__ITEM_NONE && r->found.items[i].has_sibling;
}

/* An item by its own UID goes before any copy. */
static void relate(relating *g, uint32_t index)
{
    hw__reading *r = g->reading;
    const hw__todo_item *item = &r->found.items[index];
    uint32_t row = find(g, item, item->due.readable ? &item->due : &item->start);
    if (row == HW__ITEM_NONE) {
        return;
    }
    uint32_t *latest = &r->latest[row];
    bool free = *latest == HW__ITEM_NONE || *latest == HW__ITEM_GONE;
    bool copy = !free && !(r->found.items[*latest].has_uid &&
                           memcmp(&r->found.items[*latest].uid, &r->uuids[row], sizeof(hw__uuid)) == 0);
    r->rows_of.items[index] = row;
    if (free || (copy && hw__reading_is_newer(r, item, &r->found.items[*latest]))) {
        *latest = index;
    }
}

hw_status hw__reading_relate(hw__reading *r, hw_error *err)
{
    size_t i = 0;
    while (i < r->found.count && !is_wanted(r, i)) {
        i++;
    }
    if (i == r->found.count) {
        return HW_OK;
    }
    relating g = {.reading = r};
    hw_status status = know(&g, err);
    for (; status == HW_OK && i < r->found.count; i++) {
        if (is_wanted(r, i)) {
            relate(&g, (uint32_t)i);
        }
    }
    hw__vec_free(&g.known);
    return status;
}
