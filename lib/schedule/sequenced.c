/* SPDX-License-Identifier: MIT */
/* What is due when an occurrence of another assignment has settled. Its key is when that was planned to
 * settle, by the other's key alone, so that neither the log nor a move changes it. */
#include <string.h>

#include "base/fail.h"
#include "model/chains.h"
#include "schedule/maker.h"

/* ---- who depends on whom ---- */

/* Marks an assignment, and those that it has ever come after. */
static void mark(hw__timeline *timeline, uint32_t thing, uint32_t *stack)
{
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    size_t count = 0;
    stack[count++] = thing;
    timeline->links[thing] = HW__LINK_GOOD;
    while (count > 0) {
        const hw__thing *at = &things->items[stack[--count]];
        for (size_t r = 0; r < at->revisions.count; r++) {
            const char *id = ((const hw_assignment *)at->revisions.items[r])->schedule.after;
            const hw__thing *before =
                id ? hw__plan_thing(timeline->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
            if (before && !timeline->links[before - things->items]) {
                timeline->links[before - things->items] = HW__LINK_GOOD;
                stack[count++] = (uint32_t)(before - things->items);
            }
        }
    }
}

static bool is_sequenced(const hw__thing *thing)
{
    for (size_t r = 0; r < thing->revisions.count; r++) {
        if (((const hw_assignment *)thing->revisions.items[r])->schedule.after) {
            return true;
        }
    }
    return false;
}

/* Whether what is looked at may come after something else. */
static bool any_sequenced(const hw__timeline *timeline)
{
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    if (timeline->only != HW__EVERY_ASSIGNMENT) {
        return timeline->only < timeline->things && is_sequenced(&things->items[timeline->only]);
    }
    for (uint32_t t = 0; t < timeline->things; t++) {
        if (is_sequenced(&things->items[t])) {
            return true;
        }
    }
    return false;
}

/* Leaves out whatever is in a circle, by the revisions that are known. */
static bool find_circles(hw__timeline *timeline)
{
    uint8_t *links = hw__chain_links(timeline->plan, HW__CHAIN_AFTER, timeline->as_of);
    for (uint32_t t = 0; links && t < timeline->things; t++) {
        if (timeline->links[t]) {
            timeline->links[t] = links[t];
        }
    }
    hw__free(links);
    return links != NULL;
}

hw_status hw__timeline_links(hw__timeline *timeline, hw_error *err)
{
    timeline->first = timeline->from;
    timeline->end = timeline->to;
    if (!any_sequenced(timeline)) {
        return HW_OK;
    }
    bool every = timeline->only == HW__EVERY_ASSIGNMENT;
    uint32_t *stack = hw__alloc(timeline->things * sizeof *stack);
    timeline->links = hw__zalloc(timeline->things, 1);
    timeline->visiting = hw__zalloc(timeline->things, 1);
    bool good = stack && timeline->links && timeline->visiting;
    for (uint32_t t = 0; t < timeline->things && good; t++) {
        if ((every || t == timeline->only) && !timeline->links[t]) {
            mark(timeline, t, stack);
        }
    }
    good = good && find_circles(timeline);
    hw__free(stack);
    timeline->first = HW__DAY_MIN; /* what comes before may have come long before */
    timeline->end = timeline->to < HW__DAY_MAX - 2 ? timeline->to + 3 : HW__DAY_MAX + 1;
    return good ? HW_OK : hw__no_memory(err);
}

/* ---- what was before ---- */

/* The scratch of a timeline, set aside while another assignment's occurrences are made. */
typedef struct scratch {
    hw__timeline saved;
} scratch;

static void set_aside(hw__timeline *timeline, scratch *out)
{
    out->saved = *timeline;
    memset(&timeline->keys, 0, sizeof timeline->keys);
    memset(&timeline->slots, 0, sizeof timeline->slots);
    memset(&timeline->fresh, 0, sizeof timeline->fresh);
    memset(&timeline->merged, 0, sizeof timeline->merged);
}

static void take_back(hw__timeline *timeline, const scratch *from)
{
    hw__vec_free(&timeline->keys);
    hw__vec_free(&timeline->slots);
    hw__vec_free(&timeline->fresh);
    hw__vec_free(&timeline->merged);
    memcpy(&timeline->keys, &from->saved.keys, sizeof timeline->keys);
    memcpy(&timeline->slots, &from->saved.slots, sizeof timeline->slots);
    memcpy(&timeline->fresh, &from->saved.fresh, sizeof timeline->fresh);
    memcpy(&timeline->merged, &from->saved.merged, sizeof timeline->merged);
}

/* The occurrences of the other assignment, as they are by all that is known. */
static hw_status make_earlier(hw__timeline *timeline, uint32_t thing, int64_t from, int64_t to,
                              hw__rows *rows, hw_error *err)
{
    scratch mine;
    if (timeline->visiting[thing] || timeline->depth >= HW__MAX_CHAIN) {
        return HW_OK; /* by what revisions of long ago say; what they made is made by others too */
    }
    set_aside(timeline, &mine);
    timeline->depth++;
    hw_status status =
        hw__generate_all(timeline, thing, hw__day_within(from), hw__day_within(to), false, rows, err);
    timeline->depth--;
    take_back(timeline, &mine);
    return status;
}

/* One assignment after another, and the frame of the latter's revision that was looked at last. */
typedef struct sequence {
    hw__maker *m;
    uint32_t thing;
    const hw__thing *earlier;
    uint32_t revision; /* UINT32_MAX = none yet */
    hw__frame frame;   /* by the first settings, which never change */
    int64_t delay;
} sequence;

static bool is_withdrawn(const sequence *s, const hw__occurrence *row)
{
    const hw__timeline *timeline = s->m->timeline;
    if (!(row->flags & HW__ROW_CUT)) {
        return false;
    }
    const hw__report *end, *report = hw__reports_from(timeline, s->thing, hw__row_key(row), &end);
    return !hw__is_answered(timeline, report, end, hw__row_key(row), timeline->as_of);
}

/* The wall time in our zone, by the first settings. */
static int64_t in_our_zone(const sequence *s, int64_t wall)
{
    hw__zone_hint *hint = &s->m->timeline->hint;
    const hw__zone *ours = s->m->frames[0].zone, *theirs = s->frame.zone;
    if (ours == theirs) {
        return wall;
    }
    hw_instant instant = hw__zone_resolve(theirs, wall, hint, NULL, NULL);
    return instant + hw__zone_offset(ours, instant, hint);
}

static int64_t within_days(int64_t wall)
{
    const int64_t first = hw__wall(HW__DAY_MIN, 0), last = hw__wall(HW__DAY_MAX, HW__DAY_SECONDS - 1);
    return wall < first ? first : wall > last ? last : wall;
}

/* Looks at a revision of the other assignment. */
static hw_status turn_to(sequence *s, uint32_t revision, hw_error *err)
{
    hw__timeline *timeline = s->m->timeline;
    const hw_assignment *its = (const hw_assignment *)s->earlier->revisions.items[revision];
    s->revision = revision;
    return hw__frame_make(timeline, its, &timeline->regimes[0], &s->frame, err);
}

/* When an occurrence of the other assignment was planned to settle by a revision of it, and the delay. */
static inline hw_status planned(sequence *s, uint32_t revision, hw__key key, int64_t *wall, hw_error *err)
{
    hw_status status = revision != s->revision ? turn_to(s, revision, err) : HW_OK;
    if (status != HW_OK) {
        return status;
    }
    *wall = within_days(in_our_zone(s, hw__frame_settles(&s->frame, key)) + s->delay);
    return HW_OK;
}

/* What was answered ahead keeps its key when the other assignment is revised, or withdrawn: looks for the one
 * that an earlier revision gave it. */
static hw_status find_answered(sequence *s, const hw__occurrence *row, bool withdrawn, int64_t *wall,
                               bool *found, hw_error *err)
{
    const hw__timeline *timeline = s->m->timeline;
    const uint32_t *starts = timeline->reports.starts + s->m->thing;
    uint32_t revisions = starts[0] == starts[1] ? 0 : row->revision + (withdrawn ? 1 : 0);
    hw_status status = HW_OK;
    *found = false;
    for (uint32_t r = 0; r < revisions && !*found && status == HW_OK; r++) {
        hw_instant by = r == row->revision
                            ? HW__FOR_EVER
                            : ((const hw_revision *)s->earlier->revisions.items[r + 1])->recorded.instant;
        status = planned(s, r, hw__row_key(row), wall, err);
        if (status == HW_OK) {
            hw__key key = hw__key_from_wall(*wall);
            const hw__report *end, *report = hw__reports_from(timeline, s->m->thing, key, &end);
            *found = hw__is_answered(timeline, report, end, key, by);
        }
    }
    return status;
}

static hw_status add(sequence *s, const hw__occurrence *row, int32_t from, int32_t to, hw_error *err)
{
    hw__timeline *timeline = s->m->timeline;
    int64_t wall, kept = 0;
    bool answered, withdrawn = is_withdrawn(s, row);
    hw_status status = find_answered(s, row, withdrawn, &kept, &answered, err);
    if (status != HW_OK || (withdrawn && !answered)) {
        return status;
    }
    status = planned(s, row->revision, hw__row_key(row), &wall, err);
    if (status != HW_OK) {
        return status;
    }
    hw__slot slot = {.key = hw__key_from_wall(answered ? kept : wall), .early = HW__FOR_EVER};
    slot.due = slot.key;
    if (slot.key.day < from || slot.key.day >= to) {
        return HW_OK;
    }
    if (row->flags & HW__OCCURRENCE_MOVED ||
        !timeline->uniform) { /* it may settle at another time than planned */
        hw_instant settles = row->settles;
        int64_t due = settles + hw__zone_offset(s->m->frames[0].zone, settles, &timeline->hint) + s->delay;
        slot.due = hw__key_from_wall(within_days(due + (answered ? kept - wall : 0)));
    }
    if (row->flags & HW__OCCURRENCE_QUOTA) {
        hw_instant settled = hw__quota_settled(timeline, s->thing, row);
        slot.early = settled < row->settles ? settled : HW__FOR_EVER;
    }
    return hw__vec_push(&timeline->slots, slot) ? HW_OK : hw__no_memory(err);
}

/* By key; those of one key are one, the first. */
static bool put_in_order(hw__slots *slots)
{
    hw__slot *items = slots->items;
    bool ordered = true;
    for (size_t i = 1; i < slots->count && ordered; i++) {
        ordered = hw__key_compare(items[i - 1].key, items[i].key) < 0;
    }
    if (ordered) {
        return true;
    }
    hw__order *order = hw__alloc(slots->count * sizeof *order);
    hw__slot *sorted = hw__alloc(slots->count * sizeof *sorted);
    for (size_t i = 0; order && i < slots->count; i++) {
        order[i] = (hw__order){hw__wall(items[i].key.day, items[i].key.seconds), i};
    }
    bool good = order && sorted && hw__order_sort(order, slots->count);
    size_t kept = 0;
    for (size_t i = 0; good && i < slots->count; i++) {
        const hw__slot *slot = &items[order[i].tie];
        if (kept == 0 || hw__key_compare(sorted[kept - 1].key, slot->key) != 0) {
            sorted[kept++] = *slot;
        }
    }
    if (good) {
        memcpy(items, sorted, kept * sizeof *sorted);
        slots->count = kept;
    }
    hw__free(order);
    hw__free(sorted);
    return good;
}

hw_status hw__sequenced_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err)
{
    const hw__schedule *schedule = &m->assignment->schedule;
    const hw__things *things = &m->timeline->plan->sections[HW__ASSIGNMENTS];
    const hw__thing *earlier =
        hw__plan_thing(m->timeline->plan, HW__ASSIGNMENTS, schedule->after, strlen(schedule->after));
    if (!earlier) {
        return HW_OK;
    }
    sequence s = {.m = m, .thing = (uint32_t)(earlier - things->items), .earlier = earlier};
    s.revision = UINT32_MAX;
    if (schedule->delay.days != INT32_MIN) {
        s.delay = (int64_t)schedule->delay.days * HW__DAY_SECONDS + schedule->delay.seconds;
    }
    hw__rows rows = {0};
    uint8_t visited = m->timeline->visiting[m->thing];
    m->timeline->visiting[m->thing] = 1;
    int64_t days = hw__whole_days(schedule->delay), reach = hw__settling_reach(earlier);
    hw_status status =
        make_earlier(m->timeline, s.thing, from - days - reach - 3, (int64_t)to - days + 3, &rows, err);
    m->timeline->visiting[m->thing] = visited;
    if (status == HW_OK && !hw__vec_reserve(&m->timeline->slots, rows.count)) {
        status = hw__no_memory(err);
    }
    for (size_t i = 0; i < rows.count && status == HW_OK; i++) {
        status = add(&s, &rows.items[i], from, to, err);
    }
    hw__vec_free(&rows);
    if (status == HW_OK && !put_in_order(&m->timeline->slots)) {
        status = hw__no_memory(err);
    }
    return status;
}
