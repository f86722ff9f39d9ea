/* SPDX-License-Identifier: MIT */
/* What an item says about an occurrence, and whether the plan knows it already. A tick, a part and an
 * un-ticking become proposals; what cannot be one is a conflict, for a person. What was done about an alarm is told,
 * and never taken for doing what it rings for. */
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
    int percent;    /* of HW__TODO_PART; 0 = not said */
    uint8_t reason; /* hw_proposal_reason: why it is not certain; HW_PROPOSAL_REASON_NONE */
} claim;

static bool contradicts(const hw__todo_item *item, hw__todo_state state)
{
    switch (state) {
    case HW__TODO_DONE:
        return (item->has_percent && item->percent < 100) ||
               (item->status != HW__ICAL_NONE && item->status != HW__ICAL_COMPLETED);
    case HW__TODO_PART:
        return item->status == HW__ICAL_NEEDS_ACTION;
    default:
        return false;
    }
}

static claim claim_of(const hw__todo_item *item, bool related)
{
    claim c = {.state = HW__TODO_OPEN};
    bool says_done = item->status == HW__ICAL_COMPLETED || item->completed.present ||
                     (item->has_percent && item->percent == 100);
    bool says_part = item->status == HW__ICAL_IN_PROCESS || (item->has_percent && item->percent > 0);
    if (item->status == HW__ICAL_CANCELLED) {
        c.state = HW__TODO_CANCELLED;
    } else if (says_done) {
        c.state = HW__TODO_DONE;
    } else if (says_part) {
        c.state = HW__TODO_PART;
        c.percent = item->percent;
    }
    c.reason = related                      ? HW_PROPOSAL_REASON_RELATED
               : item->unreadable           ? HW_PROPOSAL_REASON_UNREADABLE
               : item->twice                ? HW_PROPOSAL_REASON_TWICE
               : contradicts(item, c.state) ? HW_PROPOSAL_REASON_CONTRADICTION
                                            : HW_PROPOSAL_REASON_NONE;
    return c;
}

/* One occurrence that is decided about. */
typedef struct subject {
    hw__reading *r;
    const hw__occurrence *row;
    const hw__uuid *uid;       /* of its to-do */
    const hw__todo_item *item; /* NULL = the calendar does not have it */
    known known;
    claim claim;
} subject;

/* ---- Moments ---- */

static bool is_plausible(const subject *s, hw_moment at)
{
    hw__reading *r = s->r;
    hw_instant as_of = r->calendar.as_of;
    bool future =
        at.precision == HW_PRECISION_EXACT
            ? at.instant > as_of
            : hw__wall_day(at.instant) > hw__wall_day(as_of + hw__zone_offset(r->zone, as_of, &r->hint));
    return !future && at.instant >= s->row->opens - (int64_t)YEAR_DAYS * HW__DAY_SECONDS;
}

/* When it happened: what the item says, else when the client last changed it. What cannot be is unknown. `reason`:
 * why it is not certain, if it is not. Returns the time that says so; NULL = none does. */
static const hw__ical_time *happened_at(const subject *s, hw_moment *out, hw_proposal_reason *reason)
{
    const hw__ical_time *says = &s->item->completed;
    *out = hw__reading_moment(s->r, says);
    *reason = HW_PROPOSAL_REASON_NONE;
    if (out->precision == HW_PRECISION_UNKNOWN) {
        hw_instant ours = s->r->calendar.covers[s->row->assignment].history.changed;
        *reason = HW_PROPOSAL_REASON_NO_MOMENT;
        says = &s->item->changed;
        *out = hw__reading_moment(s->r, says);
        if (out->precision != HW_PRECISION_EXACT || out->instant <= ours) {
            *out = (hw_moment){0}; /* it is what we wrote ourselves */
            return NULL;
        }
    }
    if (!is_plausible(s, *out)) {
        *reason = HW_PROPOSAL_REASON_BAD_MOMENT;
        *out = (hw_moment){0};
    }
    return says;
}

/* ---- Proposals ---- */

/* A time as it stands in the calendar, after a prefix. */
static const char *raw_text(const subject *s, const char *prefix, const char *infix,
                            const hw__ical_time *time)
{
    hw__buffer text;
    hw__buffer_init(&text, 512);
    hw__put_text(&text, prefix);
    if (time && *time->zone) {
        hw__put_text(&text, infix);
        hw__put_text(&text, time->zone);
    }
    hw__put_text(&text, *prefix || (time && *time->zone) ? ":" : "");
    hw__put_text(&text, time ? time->raw : "");
    const char *kept = text.status == HW_OK
                           ? hw__arena_text(&s->r->out->arena, text.data ? text.data : "", text.size)
                           : NULL;
    hw__buffer_free(&text);
    return kept;
}

/* `time`: what says when, for the raw text; NULL. */
static hw_status propose(const subject *s, hw_proposal_kind kind, hw__proposal proposal,
                         const hw__ical_time *time, hw_error *err)
{
    hw__arena *arena = &s->r->out->arena;
    const char *id = s->r->rows->assignments[s->row->assignment].id;
    char uid[36];
    hw__uuid_print(s->uid, uid);
    proposal.kind = (uint8_t)kind;
    proposal.quota = s->row->flags & HW__OCCURRENCE_QUOTA;
    proposal.key = (hw_local){hw__date_from_day(s->row->day), s->row->seconds};
    proposal.line = s->item ? s->item->line : 0;
    proposal.assignment = hw__arena_text(arena, id, strlen(id));
    proposal.uid = hw__arena_text(arena, uid, sizeof uid);
    proposal.raw = raw_text(s, "", "TZID=", time);
    if (!proposal.evidence) {
        const char *evidence = s->item ? s->item->evidence : "";
        proposal.evidence = hw__arena_text(arena, evidence, strlen(evidence));
    }
    if (!proposal.assignment || !proposal.uid || !proposal.raw || !proposal.evidence ||
        !hw__vec_push(&s->r->out->items, proposal)) {
        return hw__no_memory(err);
    }
    return HW_OK;
}

static hw_status conflict(const subject *s, hw_proposal_reason reason, hw_error *err)
{
    return propose(s, HW_PROPOSAL_CONFLICT, (hw__proposal){.reason = (uint8_t)reason}, NULL, err);
}

static hw_status propose_void(const subject *s, hw_error *err)
{
    const hw__entry_row *tick = s->known.tick;
    const char *id = hw__log_pool(s->r->plan->log, tick->id);
    hw__proposal proposal = {.extent = tick->extent, .happened = hw__entry_at(tick)};
    if (s->claim.reason == HW_PROPOSAL_REASON_RELATED) {
        proposal.certainty = HW_PROBABLE;
        proposal.reason = s->claim.reason;
    } else if (!*s->item->evidence) { /* nothing says so: what said otherwise is gone */
        proposal.certainty = HW_INFERRED;
        proposal.reason = HW_PROPOSAL_REASON_UNSTATED;
    } else if (!s->item->changed.readable && !s->item->stamped.readable) {
        proposal.certainty = HW_PROBABLE;
        proposal.reason = HW_PROPOSAL_REASON_UNDATED;
    }
    proposal.entry = hw__arena_text(&s->r->out->arena, id, strlen(id));
    return proposal.entry ? propose(s, HW_PROPOSAL_VOID, proposal, NULL, err) : hw__no_memory(err);
}

/* Whether an item was last changed before the plan learned of the tick: an old file, not an un-ticking. */
static bool is_stale(const subject *s)
{
    hw_instant changed = hw__reading_instant(s->r, &s->item->changed);
    if (changed == INT64_MIN) {
        changed = hw__reading_instant(s->r, &s->item->stamped);
    }
    return changed != INT64_MIN && changed < s->known.tick->recorded;
}

static bool is_late_and_refused(const subject *s, hw_moment at)
{
    const hw__window *window = &hw__row_assignment(s->r->plan, s->row)->window;
    return window->present && window->late == HW_LATE_REFUSED && hw__is_late(s->row, at);
}

/* Something was done: all of it, a part, or it was begun. */
static hw_status propose_log(const subject *s, hw_error *err)
{
    hw_proposal_reason reason;
    hw__proposal proposal = {.extent = HW_EXTENT_DONE};
    const hw__ical_time *says = happened_at(s, &proposal.happened, &reason);
    if (s->claim.state == HW__TODO_PART) {
        proposal.extent = s->claim.percent ? HW_EXTENT_PARTIAL : HW_EXTENT_ATTEMPTED;
        proposal.percent = (uint8_t)s->claim.percent;
    }
    proposal.certainty = s->claim.reason ? HW_PROBABLE : reason ? HW_INFERRED : HW_CERTAIN;
    proposal.reason = s->claim.reason ? s->claim.reason : (uint8_t)reason;
    bool undone;
    hw_status status = hw__reading_was_undone(s->r, s->row, s->item, &proposal, &undone, err);
    if (status != HW_OK || undone) {
        return status;
    }
    if (is_late_and_refused(s, proposal.happened)) {
        return conflict(s, HW_PROPOSAL_REASON_LATE, err);
    }
    return propose(s, HW_PROPOSAL_LOG, proposal, says, err);
}

/* ---- What it says is done ---- */

/* A quota's to-do is one tick for all of it. That says what was done only if one time was missing. */
static bool lacks_one(const hw__occurrence *row)
{
    uint32_t times = row->days ? (row->target + row->days - 1u) / row->days : 0;
    return row->done + 1u == times;
}

static hw_status decide_done(const subject *s, hw_error *err)
{
    bool quota = s->row->flags & HW__OCCURRENCE_QUOTA;
    if (!quota && s->known.done) {
        return HW_OK;
    }
    if (s->row->status == HW_STATUS_WITHDRAWN) {
        return conflict(s, HW_PROPOSAL_REASON_CUT_OFF, err);
    }
    return quota && !lacks_one(s->row) ? conflict(s, HW_PROPOSAL_REASON_QUOTA, err) : propose_log(s, err);
}

static hw_status decide_part(const subject *s, hw_error *err)
{
    const known *k = &s->known;
    int percent = s->claim.percent;
    hw_extent extent = percent ? HW_EXTENT_PARTIAL : HW_EXTENT_ATTEMPTED;
    if (k->tick && k->tick->extent == extent && k->tick->percent == percent) {
        return HW_OK;
    }
    if (s->row->flags & HW__OCCURRENCE_QUOTA || s->row->status == HW_STATUS_WITHDRAWN) {
        bool quota = s->row->flags & HW__OCCURRENCE_QUOTA;
        return conflict(s, quota ? HW_PROPOSAL_REASON_QUOTA : HW_PROPOSAL_REASON_CUT_OFF, err);
    }
    if (k->tick && !is_stale(s)) { /* it was more, or less, before */
        hw_status status = propose_void(s, err);
        return status == HW_OK ? propose_log(s, err) : status;
    }
    bool more = percent ? percent > k->percent : !k->begun;
    return !k->done && more ? propose_log(s, err) : HW_OK;
}

static hw_status decide_open(const subject *s, hw_error *err)
{
    if (!s->known.tick || is_stale(s)) {
        return HW_OK;
    }
    return s->known.ticks == 1 ? propose_void(s, err) : conflict(s, HW_PROPOSAL_REASON_SEVERAL, err);
}

static hw_status decide_state(const subject *s, hw_error *err)
{
    int percent;
    hw__todo_state shown = hw__todo_shown(s->row, &percent);
    if (s->claim.state == shown && (shown != HW__TODO_PART || s->claim.percent == percent)) {
        return HW_OK; /* as it was given away */
    }
    switch (s->claim.state) {
    case HW__TODO_DONE:
        return decide_done(s, err);
    case HW__TODO_PART:
        return decide_part(s, err);
    case HW__TODO_OPEN:
        return decide_open(s, err);
    default:
        return conflict(s, HW_PROPOSAL_REASON_CANCELLED, err);
    }
}

/* ---- What else a client did with it ---- */

static hw_status decide_moved(const subject *s, hw_error *err)
{
    const hw__ical_time *to;
    if (!hw__reading_moved(s->r, s->row, s->item, &to)) {
        return HW_OK;
    }
    hw__proposal proposal = {.reason = HW_PROPOSAL_REASON_MOVED, .happened = hw__reading_moment(s->r, to)};
    proposal.evidence = raw_text(s, to == &s->item->due ? "DUE" : "DTSTART", ";TZID=", to);
    return proposal.evidence ? propose(s, HW_PROPOSAL_CONFLICT, proposal, to, err) : hw__no_memory(err);
}

/* The last thing that was done about its alarms. */
static hw_status decide_alarm(const subject *s, hw_error *err)
{
    const hw__todo_item *item = s->item;
    bool snoozed = item->snoozed_by && (!item->acknowledged_by || !item->snoozed.readable ||
                                        hw__reading_instant(s->r, &item->snoozed) >
                                            hw__reading_instant(s->r, &item->acknowledged));
    const hw__ical_time *time = snoozed ? &item->snoozed : &item->acknowledged;
    const char *by = snoozed ? item->snoozed_by : item->acknowledged_by;
    if (!by) {
        return HW_OK;
    }
    hw__proposal proposal = {.happened = hw__reading_moment(s->r, time)};
    if (!time->readable) {
        proposal.certainty = HW_INFERRED;
        proposal.reason = HW_PROPOSAL_REASON_NO_MOMENT;
    }
    proposal.evidence = raw_text(s, by, ";TZID=", time);
    return proposal.evidence
               ? propose(s, snoozed ? HW_PROPOSAL_SNOOZED : HW_PROPOSAL_ACKNOWLEDGED, proposal, time, err)
               : hw__no_memory(err);
}

/* A to-do that was given away and is not there any more: removed, and nothing else. */
static hw_status decide_gone(const subject *s, hw_error *err)
{
    int percent;
    hw__todo_state shown = hw__todo_shown(s->row, &percent);
    bool open = s->row->status == HW_STATUS_UPCOMING || s->row->status == HW_STATUS_OPEN ||
                s->row->status == HW_STATUS_PARTIAL;
    if (!open || (shown != HW__TODO_OPEN && shown != HW__TODO_PART)) {
        return HW_OK;
    }
    hw__proposal proposal = {.certainty = HW_CERTAIN};
    if (s->r->incomplete) {
        proposal.certainty = HW_INFERRED;
        proposal.reason = HW_PROPOSAL_REASON_INCOMPLETE;
    }
    return propose(s, HW_PROPOSAL_REMOVED, proposal, NULL, err);
}

static void note_unreadable(const subject *s)
{
    if (s->item->unreadable) {
        hw__problem(s->r->problems, HW_PROBLEM_CALENDAR, HW_SEVERITY_WARNING, s->item->line, 0,
                    s->item->unreadable, "a value of the to-do cannot be read");
    }
}

hw_status hw__reading_decide(hw__reading *r, uint32_t index, hw_error *err)
{
    const hw__occurrence *row = &r->rows->rows.items[index];
    const hw__uuid *uid = &r->uuids[index];
    subject s = {.r = r, .row = row, .uid = uid, .known = known_of(r, row)};
    if (r->latest[index] == HW__ITEM_GONE) {
        return decide_gone(&s, err);
    }
    s.item = &r->found.items[r->latest[index]];
    s.claim = claim_of(s.item, !s.item->has_uid || memcmp(&s.item->uid, uid, sizeof *uid) != 0);
    if (s.claim.reason == HW_PROPOSAL_REASON_RELATED && s.claim.state != HW__TODO_DONE &&
        s.claim.state != HW__TODO_PART) {
        return HW_OK; /* that a copy is open says nothing */
    }
    note_unreadable(&s);
    if (s.item->series) {
        return conflict(&s, HW_PROPOSAL_REASON_SERIES, err);
    }
    hw_status status = decide_state(&s, err);
    if (status == HW_OK && (s.claim.state == HW__TODO_OPEN || s.claim.state == HW__TODO_PART)) {
        status = decide_moved(&s, err);
        status = status == HW_OK ? decide_alarm(&s, err) : status;
    }
    return status;
}
