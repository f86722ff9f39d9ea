/* SPDX-License-Identifier: MIT */
/* What an item says about an occurrence, and whether the plan knows it already. A tick, a part and an
 * un-ticking become proposals; what cannot be one is a conflict, for a person. */
#include "base/fail.h"
#include "format/calendar_read.h"
#include "schedule/timeline.h"

#define YEAR_DAYS 366

/* What the plan has about an occurrence. */
typedef struct known {
    bool done;
    uint8_t percent; /* the greatest share of those in part */
    bool begun;
    const hw__entry_row *tick; /* the last entry that came from a calendar; NULL */
    uint32_t ticks;            /* how many did */
} known;

/* Whether an entry is one that ticks make. */
static bool is_tick(const hw__entry_row *entry)
{
    return entry->extent == HW_EXTENT_DONE || entry->extent == HW_EXTENT_PARTIAL ||
           entry->extent == HW_EXTENT_ATTEMPTED;
}

static known known_of(const hw__reading *r, const hw__occurrence *row)
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
        if (entry->source == HW_SOURCE_CALENDAR && is_tick(entry)) {
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
static hw_moment happened_at(hw__reading *r, const hw__todo_item *item, const hw__occurrence *row,
                             bool *inferred)
{
    hw_moment at = hw__reading_moment(r, &item->completed);
    *inferred = at.precision == HW_PRECISION_UNKNOWN;
    if (*inferred) {
        hw_instant ours = r->calendar.covers[row->assignment].history.changed;
        at = hw__reading_moment(r, &item->changed);
        if (at.precision != HW_PRECISION_EXACT || at.instant <= ours) {
            at = (hw_moment){0}; /* it is what we wrote ourselves */
        }
    }
    int64_t earliest = row->opens - (int64_t)YEAR_DAYS * HW__DAY_SECONDS;
    bool future =
        at.precision == HW_PRECISION_EXACT
            ? at.instant > r->calendar.as_of
            : hw__wall_day(at.instant) >
                  hw__wall_day(r->calendar.as_of + hw__zone_offset(r->zone, r->calendar.as_of, &r->hint));
    if (at.precision != HW_PRECISION_UNKNOWN && (future || at.instant < earliest)) {
        *inferred = true;
        return (hw_moment){0};
    }
    return at;
}

static hw_status propose(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                         hw_proposal_kind kind, hw__proposal proposal, hw_error *err)
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

static hw_status propose_void(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                              const known *k, hw_error *err)
{
    const char *id = hw__log_pool(r->plan->log, k->tick->id);
    hw__proposal proposal = {.extent = k->tick->extent, .happened = hw__entry_at(k->tick)};
    proposal.certainty = HW_CERTAIN;
    if (!*item->evidence) {
        proposal.certainty = HW_INFERRED; /* nothing says so: what said otherwise is gone */
    } else if (!item->changed.readable && !item->stamped.readable) {
        proposal.certainty = HW_PROBABLE;
    }
    proposal.entry = hw__arena_text(&r->out->arena, id, strlen(id));
    return proposal.entry ? propose(r, row, item, HW_PROPOSAL_VOID, proposal, err) : hw__no_memory(err);
}

/* Whether an item was last changed before the plan learned of the tick: an old file, not an un-ticking. */
static bool is_stale(hw__reading *r, const hw__todo_item *item, const known *k)
{
    hw_instant changed = hw__reading_instant(r, &item->changed);
    if (changed == INT64_MIN) {
        changed = hw__reading_instant(r, &item->stamped);
    }
    return changed != INT64_MIN && changed < k->tick->recorded;
}

static bool is_late_and_refused(const hw__reading *r, const hw__occurrence *row, hw_moment at)
{
    const hw__window *window = &hw__row_assignment(r->plan, row)->window;
    return window->present && window->late == HW_LATE_REFUSED && hw__is_late(row, at);
}

static hw_status conflict(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item, hw_error *err)
{
    return propose(r, row, item, HW_PROPOSAL_CONFLICT, (hw__proposal){0}, err);
}

/* Something was done: all of it, a part, or it was begun. */
static hw_status propose_log(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                             const claim *c, hw_error *err)
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

static hw_status decide_done(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                             const known *k, const claim *c, hw_error *err)
{
    bool quota = row->flags & HW__OCCURRENCE_QUOTA;
    if (!quota && k->done) {
        return HW_OK;
    }
    if (row->status == HW_STATUS_WITHDRAWN || (quota && !lacks_one(row))) {
        return conflict(r, row, item, err);
    }
    return propose_log(r, row, item, c, err);
}

static hw_status decide_part(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                             const known *k, const claim *c, hw_error *err)
{
    hw_extent extent = c->percent ? HW_EXTENT_PARTIAL : HW_EXTENT_ATTEMPTED;
    if (k->tick && k->tick->extent == extent && k->tick->percent == c->percent) {
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

static hw_status decide_open(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                             const known *k, hw_error *err)
{
    if (!k->tick || is_stale(r, item, k)) {
        return HW_OK;
    }
    return k->ticks == 1 ? propose_void(r, row, item, k, err) : conflict(r, row, item, err);
}

hw_status hw__reading_decide(hw__reading *r, const hw__occurrence *row, const hw__todo_item *item,
                             hw_error *err)
{
    int percent;
    known k = known_of(r, row);
    claim c = claim_of(item);
    hw__todo_state shown = hw__todo_shown(row, &percent);
    if (item->series) {
        return conflict(r, row, item, err);
    }
    if (c.state == shown && (c.state != HW__TODO_PART || c.percent == percent)) {
        return HW_OK; /* as it was given away */
    }
    switch (c.state) {
    case HW__TODO_DONE:
        return decide_done(r, row, item, &k, &c, err);
    case HW__TODO_PART:
        return decide_part(r, row, item, &k, &c, err);
    case HW__TODO_OPEN:
        return decide_open(r, row, item, &k, err);
    default:
        return conflict(r, row, item, err);
    }
}
