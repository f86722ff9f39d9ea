/* SPDX-License-Identifier: MIT */
/* What is due before or after sessions, and what becomes of it when they move, are missed or called off? Each
 * occurrence is followed through all that was recorded of its session, one thing after another, by the rule
 * that holds for revisions too: what had settled or was answered by then stays. */
#include "base/fail.h"
#include "schedule/maker.h"

#define NO_SESSION UINT32_MAX

/* Sessions that were first planned for one day, or for one time: they share their occurrences. */
typedef struct group {
    int64_t base;               /* what they were first planned for: a wall time, or the midnight of a day */
    hw_instant created, latest; /* when the first of them was recorded; the last of all groups so far */
    uint32_t begin, end;        /* in series.sessions */
    bool fixed;                 /* its number has been the same ever since it was known */
} group;

/* All sessions, as a schedule sees them. */
typedef struct series {
    hw__maker *m;
    const hw__schedule *schedule;
    const hw__meetings *meetings;
    hw__order *sessions; /* by what they were first planned for; tie = the session */
    group *groups;
    size_t group_count, first; /* first: the group from which they are counted */
    int32_t from, to;          /* days of keys: from <= day < to */
    bool by_days;
    bool alone;    /* nothing but the sessions decides what is due: no later revision, move or settings */
    int64_t shift; /* seconds from a session to what is due around it */
    int64_t lead;  /* no more seconds lie between what is due and the session that it is due before */
} series;

/* One occurrence on its way. */
typedef struct tracker {
    const series *of;
    size_t group;
    hw__slot slot;
    bool made, fixed; /* fixed: the schedule itself moves it */
    hw_instant cut;   /* when it was cut off; HW__FOR_EVER = it was not */
    bool opened;      /* by then */
    bool extended;    /* its session did not take place, and it goes on */
    uint32_t next;    /* with this one; NO_SESSION = that is not known yet */
    hw_instant from;  /* when the one that did not take place would have begun */
} tracker;

static bool takes_place(const hw__meeting *meeting)
{
    return meeting->state == HW_SESSION_PLANNED || meeting->state == HW_SESSION_HELD;
}

/* ---- which session ---- */

/* The session that counts for a group: the first that takes place, else that was missed, else of all. */
static const hw__meeting *owner_at(const tracker *k, hw_instant at)
{
    const series *of = k->of;
    const group *g = &of->groups[k->group];
    const hw__meeting *best = NULL;
    int best_rank = 3;
    for (size_t i = g->begin; i < g->end; i++) {
        const hw__meeting *meeting = hw__meeting_at(of->meetings, (uint32_t)of->sessions[i].tie, at);
        int rank = !meeting ? 3 : takes_place(meeting) ? 0 : meeting->state == HW_SESSION_MISSED ? 1 : 2;
        if (rank < best_rank) {
            best = meeting;
            best_rank = rank;
        }
    }
    return best;
}

/* The next planned session after a moment, by what was known at another one. */
static uint32_t next_planned(const series *of, hw_instant after, hw_instant at)
{
    const hw__meeting *best = NULL;
    for (uint32_t s = 0; s < of->meetings->count; s++) {
        const hw__meeting *meeting = hw__meeting_at(of->meetings, s, at);
        bool is_next = meeting && meeting->state == HW_SESSION_PLANNED && meeting->start > after;
        best = is_next && (!best || meeting->start < best->start) ? meeting : best;
    }
    return best ? best->session : NO_SESSION;
}

/* How many of some groups were known at a moment. */
static int64_t count_known(const series *of, size_t begin, size_t end, hw_instant at)
{
    int64_t count = 0;
    if (end > begin && of->groups[end - 1].latest <= at) {
        return (int64_t)(end - begin);
    }
    for (size_t g = begin; g < end; g++) {
        count += of->groups[g].created <= at;
    }
    return count;
}

/* Whether it belongs to this group of sessions, as they were counted at a moment. */
static bool is_counted(const tracker *k, hw_instant at)
{
    const series *of = k->of;
    if (of->schedule->every == 1) {
        return true;
    }
    int64_t number = k->group >= of->first ? 1 + count_known(of, of->first, k->group, at)
                                           : -count_known(of, k->group + 1, of->first, at);
    return number % of->schedule->every == 0;
}

/* ---- when something happens ---- */

static hw_instant sooner(hw_instant a, hw_instant b)
{
    return a < b ? a : b;
}

/* When a session is planned next that could be the one it goes on with. */
static hw_instant next_chance(const tracker *k, hw_instant at)
{
    const hw__meetings *meetings = k->of->meetings;
    const hw__meeting *end = meetings->items + meetings->starts[meetings->count];
    hw_instant next = HW__FOR_EVER;
    for (const hw__meeting *x = meetings->items; x < end; x++) {
        if (x->recorded > at && x->state == HW_SESSION_PLANNED && x->start > k->from) {
            next = sooner(next, x->recorded);
        }
    }
    return next;
}

/* When something is recorded next, after a moment, that could concern it. */
static hw_instant next_event(const tracker *k, hw_instant at)
{
    const series *of = k->of;
    const group *g = &of->groups[k->group];
    hw_instant next = HW__FOR_EVER;
    for (size_t i = g->begin; i < g->end; i++) {
        next = sooner(next, hw__meeting_after(of->meetings, (uint32_t)of->sessions[i].tie, at));
    }
    if (k->extended && k->next != NO_SESSION) {
        next = sooner(next, hw__meeting_after(of->meetings, k->next, at));
    } else if (k->extended) {
        next = sooner(next, next_chance(k, at));
    }
    size_t counted = k->group > of->first ? k->group : of->first;
    if (of->schedule->every > 1 && counted > 0 && of->groups[counted - 1].latest > at) {
        for (size_t i = k->group < of->first ? k->group : of->first; i < counted; i++) {
            hw_instant created = of->groups[i].created;
            next = created > at ? sooner(next, created) : next;
        }
    }
    return next;
}

/* ---- what happens ---- */

/* Whether nothing that is recorded at a moment changes it any more. */
static bool is_final(const tracker *k, hw_instant at)
{
    hw__maker *m = k->of->m;
    hw__occurrence row;
    const hw__report *end, *report = hw__reports_from(m->timeline, m->thing, k->slot.key, &end);
    hw__maker_fill(m, &k->slot, at, &row);
    return row.settles <= at || hw__is_answered(m->timeline, report, end, k->slot.key, at) ||
           hw__maker_is_over(m, hw__row_due(&row), at);
}

static bool has_opened(const tracker *k, hw_instant at)
{
    hw__occurrence row;
    hw__maker_fill(k->of->m, &k->slot, at, &row);
    return row.opens <= at;
}

static bool has_settled(const tracker *k, hw_instant at)
{
    hw__occurrence row;
    hw__maker_fill(k->of->m, &k->slot, at, &row);
    return row.settles <= at;
}

static bool same_place(const hw__meeting *a, const hw__meeting *b)
{
    return a->wall == b->wall && a->zone == b->zone;
}

/* Whether what is due around a session is so far off that it cannot have settled yet. */
static bool is_far_off(const tracker *k, const hw__meeting *meeting, hw_instant at)
{
    return !k->fixed && meeting->start - k->of->lead > at && k->of->m->revision + 1 == k->of->m->known;
}

/* Makes it due around a session, unless it would be over by then. False if it is final. */
static bool go_to(tracker *k, const hw__meeting *meeting, hw_instant at)
{
    hw__slot slot = k->slot;
    hw__occurrence row;
    if (k->made && (k->fixed || same_place(slot.meeting, meeting))) {
        return true;
    }
    if (k->made && is_final(k, at)) {
        return false;
    }
    if (!k->made && k->opened && has_settled(k, at)) {
        return true; /* it was withdrawn, and is over */
    }
    slot.meeting = k->fixed ? NULL : meeting;
    if (!is_far_off(k, meeting, at)) {
        hw__maker_fill(k->of->m, &slot, at, &row);
        if (row.settles <= at || (!k->made && hw__maker_is_over(k->of->m, hw__row_due(&row), at))) {
            return true;
        }
    }
    slot.born = k->made ? slot.born : at;
    k->slot = slot;
    k->made = true;
    k->opened = false;
    k->cut = HW__FOR_EVER;
    return true;
}

static bool drop(tracker *k, hw_instant at)
{
    if (!k->made) {
        return true;
    }
    if (is_final(k, at)) {
        return false;
    }
    k->opened = has_opened(k, at);
    k->made = false;
    k->cut = at;
    return true;
}

/* With the next planned session, as soon as one is known. */
static bool extend(tracker *k, hw_instant at)
{
    const hw__meetings *meetings = k->of->meetings;
    const hw__meeting *next = k->next != NO_SESSION ? hw__meeting_at(meetings, k->next, at) : NULL;
    if (next && !takes_place(next)) {
        k->from = next->start;
        next = NULL;
    }
    if (!next) {
        k->next = next_planned(k->of, k->from, at);
        next = k->next != NO_SESSION ? hw__meeting_at(meetings, k->next, at) : NULL;
    }
    return next ? go_to(k, next, at) : true;
}

/* Its session does not take place. */
static bool lose(tracker *k, const hw__meeting *own, hw_instant at)
{
    if (!k->made) {
        return true;
    }
    if (!k->extended) {
        bool closes = k->of->schedule->unheld == HW_UNHELD_CLOSE;
        if (!has_opened(k, at) || (closes && own->state == HW_SESSION_CANCELLED)) {
            return drop(k, at);
        }
        if (closes) {
            return true;
        }
        k->extended = true;
        k->next = NO_SESSION;
        k->from = own->start;
    }
    return extend(k, at);
}

static void follow(tracker *k)
{
    bool open = true;
    hw_instant at = k->of->groups[k->group].created;
    for (; open && at != HW__FOR_EVER; at = next_event(k, at)) {
        const hw__meeting *own = owner_at(k, at);
        if (!is_counted(k, at)) {
            open = drop(k, at);
        } else if (takes_place(own)) {
            k->extended = false;
            open = go_to(k, own, at);
        } else {
            open = lose(k, own, at);
        }
    }
}

/* Whether nothing has ever happened to a group's session but that it was planned, long before, and whether it
 * has kept its number. */
static bool is_as_planned(const series *of, size_t index)
{
    const group *g = &of->groups[index];
    const hw__meetings *meetings = of->meetings;
    if (g->end - g->begin > 1 || !of->alone || !(g->fixed || of->schedule->every == 1)) {
        return false;
    }
    uint32_t session = (uint32_t)of->sessions[g->begin].tie;
    const hw__meeting *first = meetings->items + meetings->starts[session];
    const hw__meeting *end = meetings->items + meetings->starts[session + 1], *x = first + 1;
    while (x < end && takes_place(x) && same_place(x, first)) {
        x++;
    }
    return x == end && takes_place(first) && first->start - of->lead > g->created;
}

static inline hw_status push(const series *of, const hw__slot *slot, hw_error *err)
{
    hw__slots *slots = &of->m->timeline->slots;
    if (slots->count == HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    return hw__vec_push(slots, *slot) ? HW_OK : hw__no_memory(err);
}

static hw_status track(const series *of, size_t index, hw__key key, hw_error *err)
{
    hw__maker *m = of->m;
    tracker k = {.of = of, .group = index, .slot = {.key = key, .due = key, .early = HW__FOR_EVER}};
    k.cut = HW__FOR_EVER;
    k.fixed = hw__schedule_move(of->schedule, key, &k.slot.due);
    follow(&k);
    if (!k.made) {
        if (k.cut == HW__FOR_EVER || k.cut <= m->recorded || !(k.opened || m->all)) {
            return HW_OK;
        }
        k.slot.flags = k.opened ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
    }
    return push(of, &k.slot, err);
}

/* ---- all of them ---- */

/* When a session begins, by the clock of the schedule's first zone; most are by that clock anyway. */
static int64_t begins(const series *of, const hw__meeting *meeting)
{
    const hw__frame *frame = &of->m->frames[0];
    bool same = (meeting->zone ? meeting->zone : frame->client) == frame->zone;
    return same ? meeting->wall : hw__frame_meeting(frame, meeting, &of->m->timeline->hint);
}

/* All sessions by what they were first planned for; they mostly stand so already. Returns their number. */
static uint32_t list_sessions(series *of, bool *ordered)
{
    const hw__meetings *meetings = of->meetings;
    hw__order *sessions = of->sessions;
    const bool by_days = of->by_days, same = of->m->frames[0].client == of->m->frames[0].zone;
    uint32_t count = 0;
    int64_t last = INT64_MIN;
    *ordered = true;
    for (uint32_t s = 0; s < meetings->count; s++) {
        const hw__meeting *first = meetings->items + meetings->starts[s];
        if (meetings->starts[s + 1] == meetings->starts[s]) {
            continue;
        }
        int64_t wall;
        if (same && !first->zone) {
            wall = by_days ? hw__wall(first->day, 0) : first->wall;
        } else {
            wall = begins(of, first);
            wall = by_days ? hw__wall(hw__wall_day(wall), 0) : wall;
        }
        sessions[count++] = (hw__order){wall, s};
        *ordered &= wall >= last;
        last = wall;
    }
    return count;
}

static void make_groups(series *of, uint32_t count)
{
    const hw__meetings *meetings = of->meetings;
    const hw__order *sessions = of->sessions;
    group *next = of->groups;
    hw_instant latest = INT64_MIN;
    for (uint32_t i = 0; i < count; i++) {
        int64_t base = sessions[i].key;
        if (i > 0 && sessions[i - 1].key == base) {
            next[-1].end++; /* sessions stand in the order in which they were first recorded */
            continue;
        }
        hw_instant created = meetings->items[meetings->starts[(uint32_t)sessions[i].tie]].recorded;
        bool fixed = created >= latest;
        latest = fixed ? created : latest;
        *next++ = (group){base, created, latest, i, i + 1, fixed};
    }
    of->group_count = (size_t)(next - of->groups);
}

static bool arrange(series *of)
{
    bool ordered;
    of->sessions = hw__alloc(of->meetings->count * sizeof *of->sessions);
    of->groups = hw__alloc(of->meetings->count * sizeof *of->groups);
    if (!of->sessions || !of->groups) {
        return false;
    }
    uint32_t count = list_sessions(of, &ordered);
    if (!ordered && !hw__order_sort(of->sessions, count)) {
        return false;
    }
    make_groups(of, count);
    return true;
}

/* The keys of a group: what is due around what its sessions were first planned for. */
static hw_status track_group(const series *of, size_t index, hw_error *err)
{
    const hw__list *times = &of->schedule->times;
    const int32_t *seconds = times->items;
    int64_t wall = of->groups[index].base + of->shift;
    int32_t day = hw__wall_day(wall);
    if (day < of->from || day >= of->to) {
        return HW_OK;
    }
    hw__key key = of->by_days ? (hw__key){day, HW_ALL_DAY} : hw__key_from_wall(wall);
    bool as_planned = is_as_planned(of, index);
    uint32_t i = 0;
    hw_status status = HW_OK;
    do {
        key.seconds = times->count ? seconds[i] : key.seconds;
        hw__slot slot = {.key = key, .due = key, .early = HW__FOR_EVER};
        status = as_planned ? push(of, &slot, err) : track(of, index, key, err);
    } while (++i < times->count && status == HW_OK);
    return status;
}

/* Passes over groups whose number was never one that counts. */
static hw_status track_groups(const series *of, hw_error *err)
{
    const size_t count = of->group_count, every = (size_t)of->schedule->every;
    size_t number = 1 - of->first; /* of those before the first none is fixed, so theirs does not matter */
    hw_status status = HW_OK;
    for (size_t g = 0; g < count && status == HW_OK; g++, number++) {
        if (number % every == 0 || !of->groups[g].fixed) {
            status = track_group(of, g, err);
        }
    }
    return status;
}

hw_status hw__anchored_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err)
{
    series of = {.m = m, .schedule = &m->assignment->schedule, .meetings = &m->timeline->meetings};
    of.from = from;
    of.to = to;
    of.by_days = hw__is_by_days(of.schedule);
    of.alone = m->simple && of.schedule->moves.count == 0 && m->revision + 1 == m->known;
    of.shift = hw__frame_shift(&m->frames[0]);
    hw_status status = hw__timeline_meetings(m->timeline, err);
    if (status == HW_OK && !arrange(&of)) {
        status = hw__no_memory(err);
    }
    int64_t start = hw__wall(m->start, 0);
    int64_t days = of.schedule->relation == HW_RELATION_BEFORE ? hw__whole_days(of.schedule->offset) : 0;
    of.lead = (days + 3) * HW__DAY_SECONDS;
    while (status == HW_OK && of.first < of.group_count && of.groups[of.first].base < start) {
        of.groups[of.first++].fixed = false; /* they are counted backwards */
    }
    if (of.first < of.group_count) {
        of.groups[of.first].fixed = true;
    }
    if (status == HW_OK && !hw__vec_reserve(&m->timeline->slots, of.group_count)) {
        status = hw__no_memory(err);
    }
    if (status == HW_OK) {
        status = track_groups(&of, err);
    }
    hw__free(of.sessions);
    hw__free(of.groups);
    return status;
}
