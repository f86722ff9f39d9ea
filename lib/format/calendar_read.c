/* SPDX-License-Identifier: MIT */
/* Ticks coming home: which items of a calendar are ours, what do they say, and does the plan know it already? Only our own single to-dos
 * count, known by their UID. Anything that a client has rewritten into something else is for a person to look at. */
#include <string.h>

#include "base/fail.h"
#include "format/calendar_base.h"
#include "format/calendar_in.h"
#include "format/proposals.h"
#include "schedule/timeline.h"

#define MARGIN_DAYS 62  /* around the dates of the calendar: a to-do may have been moved */
#define MOST_DAYS 1500  /* from today: older or later to-dos are not looked for */
#define YEAR_DAYS 366

/* A to-do of ours, or perhaps of ours. */
typedef HW__VEC(hw__todo_item) items;

typedef struct reading {
    const hw_plan *plan;
    hw__calendar calendar;
    hw_problems *problems;
    hw_proposals *out;
    items found;
    int32_t first, last; /* days that the items have dates on */
    hw_occurrences *rows;
    hw__uuid *uuids;     /* of rows */
    uint32_t *slots;     /* by UUID: row + 1 */
    size_t mask;
    uint32_t *latest;    /* by row: the item that counts + 1 */
    const hw__zone *zone; /* the client's */
    hw__zone_hint hint;
} reading;

/* ---- The items ---- */

static void see_day(reading *r, const hw__ical_time *time)
{
    if (time->readable) {
        int32_t day = hw__day_from_date(time->local.date);
        r->first = day < r->first ? day : r->first;
        r->last = day > r->last ? day : r->last;
    }
}

static hw_status visit(void *user, const hw__ical_part *part, hw_error *err)
{
    reading *r = user;
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

static size_t slot_of(const reading *r, const hw__uuid *uuid)
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
static hw_status find_rows(reading *r, hw_error *err)
{
    int64_t today = r->calendar.today, first = r->first, last = r->last;
    first = (first < today ? first : today) - MARGIN_DAYS;
    last = (last > today ? last : today) + MARGIN_DAYS;
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

/* What a time of an item means. A time without a zone is by the client's clock. */
static hw_moment moment_of(reading *r, const hw__ical_time *time)
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

static hw_instant instant_of(reading *r, const hw__ical_time *time)
{
    hw_moment moment = moment_of(r, time);
    return moment.precision == HW_PRECISION_EXACT ? moment.instant : INT64_MIN;
}

/* Whether an item is newer than another one with its UID. */
static bool is_newer(reading *r, const hw__todo_item *a, const hw__todo_item *b)
{
    if (a->sequence != b->sequence) {
        return a->sequence > b->sequence;
    }
    hw_instant changed = instant_of(r, &a->changed), other = instant_of(r, &b->changed);
    if (changed != other) {
        return changed > other;
    }
    return instant_of(r, &a->stamped) > instant_of(r, &b->stamped);
}

static void match(reading *r)
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

/* ---- What they say ---- */

/* What the plan has about an occurrence. */
typedef struct known {
    bool done;
    uint8_t percent;                /* the greatest share of those in part */
    bool begun;
    const hw__entry_row *tick;      /* the last entry that came from a calendar; NULL */
    uint32_t ticks;                 /* how many did */
} known;

static known known_of(const reading *r, const hw__occurrence *row)
{
    known k = {0};
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__answer *answer = &r->rows->entries.items[row->first + i];
        const hw__entry_row *entry = &r->plan->log->entries.items[answer->log];
        k.done = k.done || entry->extent == HW_EXTENT_DONE || entry->extent == HW_EXTENT_EXCEEDED;
        k.begun = k.begun || entry->extent >= HW_EXTENT_ATTEMPTED;
        if (entry->extent == HW_EXTENT_PARTIAL && entry->percent > k.percent) {
            k.percent = entry->percent;
        }
        if (entry->source == HW_SOURCE_CALENDAR) {
            k.tick = entry;
            k.ticks++;
        }
    }
    return k;
}

/* What an item says. */
typedef struct claim {
    hw__todo_state state;
    int percent; /* of HW__TODO_PART; 0 = not said */
    bool contradicts;
} claim;

static claim claim_of(const hw__todo_item *item)
{
    claim c = {.state = HW__TODO_OPEN, .contradicts = item->doubtful};
    bool says_done = item->status == HW__ICAL_COMPLETED || item->completed.present ||
                     (item->has_percent && item->percent == 100);
    bool says_part = item->status == HW__ICAL_IN_PROCESS || (item->has_percent && item->percent > 0);
    if (item->status == HW__ICAL_CANCELLED) {
        c.state = HW__TODO_CANCELLED;
    } else if (says_done) {
        c.state = HW__TODO_DONE;
        c.contradicts = c.contradicts || (item->has_percent && item->percent < 100) ||
                        (item->status != HW__ICAL_NONE && item->status != HW__ICAL_COMPLETED);
    } else if (says_part) {
        c.state = HW__TODO_PART;
        c.percent = item->percent;
        c.contradicts = c.contradicts || item->status == HW__ICAL_NEEDS_ACTION;
    }
    return c;
}

/* When it happened: what the item says, else when the client last changed it. What cannot be is unknown. */
static hw_moment happened_at(reading *r, const hw__todo_item *item, const hw__occurrence *row, bool *inferred)
{
    hw_moment at = moment_of(r, &item->completed);
    *inferred = at.precision == HW_PRECISION_UNKNOWN;
    if (*inferred) {
        hw_instant ours = r->calendar.covers[row->assignment].changed;
        at = moment_of(r, &item->changed);
        if (at.precision != HW_PRECISION_EXACT || at.instant <= ours) {
            at = (hw_moment){0}; /* it is what we wrote ourselves */
        }
    }
    int64_t earliest = row->opens - (int64_t)YEAR_DAYS * HW__DAY_SECONDS;
    bool future = at.precision == HW_PRECISION_EXACT
                      ? at.instant > r->calendar.as_of
                      : hw__wall_day(at.instant) > hw__wall_day(r->calendar.as_of +
                                                                hw__zone_offset(r->zone, r->calendar.as_of, &r->hint));
    if (at.precision != HW_PRECISION_UNKNOWN && (future || at.instant < earliest)) {
        *inferred = true;
        return (hw_moment){0};
    }
    return at;
}

static hw_status propose(reading *r, const hw__occurrence *row, const hw__todo_item *item, hw_proposal_kind kind,
                         hw__proposal proposal, hw_error *err)
{
    hw__arena *arena = &r->out->arena;
    const char *id = r->rows->assignments[row->assignment].id;
    proposal.kind = (uint8_t)kind;
    proposal.quota = row->flags & HW__OCCURRENCE_QUOTA;
    proposal.key = (hw_local){hw__date_from_day(row->day), row->seconds};
    proposal.assignment = hw__arena_text(arena, id, strlen(id));
    proposal.evidence = hw__arena_text(arena, item->evidence, strlen(item->evidence));
    if (!proposal.assignment || !proposal.evidence || !hw__vec_push(&r->out->items, proposal)) {
        return hw__no_memory(err);
    }
    return HW_OK;
}

static hw_status propose_void(reading *r, const hw__occurrence *row, const hw__todo_item *item, const known *k,
                              hw_error *err)
{
    const char *id = hw__log_pool(r->plan->log, k->tick->id);
    hw__proposal proposal = {.extent = k->tick->extent, .happened = hw__entry_at(k->tick)};
    proposal.certainty = item->changed.readable || item->stamped.readable ? HW_CERTAIN : HW_PROBABLE;
    proposal.entry = hw__arena_text(&r->out->arena, id, strlen(id));
    return proposal.entry ? propose(r, row, item, HW_PROPOSAL_VOID, proposal, err) : hw__no_memory(err);
}

/* Whether an item was last changed before the plan learned of the tick: an old file, not an un-ticking. */
static bool is_stale(reading *r, const hw__todo_item *item, const known *k)
{
    hw_instant changed = instant_of(r, &item->changed);
    if (changed == INT64_MIN) {
        changed = instant_of(r, &item->stamped);
    }
    return changed != INT64_MIN && changed < k->tick->recorded;
}

static bool is_late_and_refused(const reading *r, const hw__occurrence *row, hw_moment at)
{
    const hw__window *window = &hw__row_assignment(r->plan, row)->window;
    return window->present && window->late == HW_LATE_REFUSED && hw__is_late(row, at);
}

static hw_status conflict(reading *r, const hw__occurrence *row, const hw__todo_item *item, hw_error *err)
{
    return propose(r, row, item, HW_PROPOSAL_CONFLICT, (hw__proposal){0}, err);
}

/* Something was done: all of it, a part, or it was begun. */
static hw_status propose_log(reading *r, const hw__occurrence *row, const hw__todo_item *item, const claim *c,
                             hw_error *err)
{
    bool inferred;
    hw__proposal proposal = {.extent = HW_EXTENT_DONE, .happened = happened_at(r, item, row, &inferred)};
    if (c->state == HW__TODO_PART) {
        proposal.extent = c->percent ? HW_EXTENT_PARTIAL : HW_EXTENT_ATTEMPTED;
        proposal.percent = (uint8_t)c->percent;
    }
    proposal.certainty = c->contradicts ? HW_PROBABLE : inferred ? HW_INFERRED : HW_CERTAIN;
    if (is_late_and_refused(r, row, proposal.happened)) {
        return conflict(r, row, item, err);
    }
    return propose(r, row, item, HW_PROPOSAL_LOG, proposal, err);
}

/* A quota's to-do is one tick for all of it. That says what was done only if one time was missing. */
static bool lacks_one(const hw__occurrence *row)
{
    uint32_t times = row->days ? (row->target + row->days - 1u) / row->days : 0;
    return row->done + 1u == times;
}

static hw_status decide_done(reading *r, const hw__occurrence *row, const hw__todo_item *item, const known *k,
                             const claim *c, hw_error *err)
{
    int percent;
    bool quota = row->flags & HW__OCCURRENCE_QUOTA;
    if (quota ? hw__todo_shown(row, &percent) == HW__TODO_DONE : k->done) {
        return HW_OK;
    }
    if (row->status == HW_STATUS_WITHDRAWN || (quota && !lacks_one(row))) {
        return conflict(r, row, item, err);
    }
    return propose_log(r, row, item, c, err);
}

static hw_status decide_part(reading *r, const hw__occurrence *row, const hw__todo_item *item, const known *k,
                             const claim *c, hw_error *err)
{
    int percent;
    hw__todo_state shown = hw__todo_shown(row, &percent);
    bool same_tick = k->tick && k->tick->extent == (c->percent ? HW_EXTENT_PARTIAL : HW_EXTENT_ATTEMPTED) &&
                     k->tick->percent == c->percent;
    if ((shown == HW__TODO_PART && percent == c->percent) || same_tick) {
        return HW_OK;
    }
    if (row->flags & HW__OCCURRENCE_QUOTA || row->status == HW_STATUS_WITHDRAWN) {
        return conflict(r, row, item, err);
    }
    if (k->tick && !is_stale(r, item, k)) { /* it was more, or less, before */
        hw_status status = propose_void(r, row, item, k, err);
        return status == HW_OK ? propose_log(r, row, item, c, err) : status;
    }
    bool more = c->percent ? c->percent > k->percent : !k->begun;
    return !k->done && more ? propose_log(r, row, item, c, err) : HW_OK;
}

static hw_status decide_open(reading *r, const hw__occurrence *row, const hw__todo_item *item, const known *k,
                             hw_error *err)
{
    if (!k->tick || is_stale(r, item, k)) {
        return HW_OK;
    }
    return k->ticks == 1 ? propose_void(r, row, item, k, err) : conflict(r, row, item, err);
}

static hw_status decide(reading *r, const hw__occurrence *row, const hw__todo_item *item, hw_error *err)
{
    int percent;
    known k = known_of(r, row);
    claim c = claim_of(item);
    if (item->series) {
        return conflict(r, row, item, err);
    }
    switch (c.state) {
    case HW__TODO_DONE:
        return decide_done(r, row, item, &k, &c, err);
    case HW__TODO_PART:
        return decide_part(r, row, item, &k, &c, err);
    case HW__TODO_OPEN:
        return decide_open(r, row, item, &k, err);
    default:
        return hw__todo_shown(row, &percent) == HW__TODO_CANCELLED ? HW_OK : conflict(r, row, item, err);
    }
}

/* ---- The whole ---- */

static hw_status find_zone(reading *r, hw_error *err)
{
    const hw__thing *settings = &r->plan->sections[HW__SETTINGS].items[0];
    const hw_revision *now = hw__plan_as_of(r->plan, settings, r->calendar.as_of);
    const hw_settings *used = (const hw_settings *)(now ? now : settings->revisions.items[0]);
    r->zone = hw__zones_find(r->plan->zones, used->zone, err);
    return r->zone ? HW_OK : (hw_status)err->status;
}

static hw_status read_all(reading *r, const char *data, size_t size, hw_error *err)
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
            status = decide(r, &r->rows->rows.items[i], &r->found.items[r->latest[i] - 1], err);
        }
    }
    return status;
}

static hw_status read_calendar(const hw_plan *plan, const char *data, size_t size, hw_instant as_of,
                               hw_problems *problems, hw_proposals *out, hw_error *err)
{
    reading r = {.plan = plan, .problems = problems, .out = out, .first = HW__DAY_MAX, .last = HW__DAY_MIN};
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
