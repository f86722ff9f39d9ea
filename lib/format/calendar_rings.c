/* SPDX-License-Identifier: MIT */
/* Which alarms has an occurrence? Those that the client's reminders come to: in quiet hours, as often as wanted, not too
 * close together. Where nothing limits them, each occurrence is asked about when it is written; else all that ring are
 * made first, since what rings for one thing then depends on the others. */
#include "format/calendar_rings.h"

#include "base/fail.h"
#include "base/objects.h"
#include "format/calendar_gather.h"

#define MARGIN_DAYS 4 /* for zones, quiet hours and parts of days */

const hw__reminder_rule *hw__ring_rule(const hw_plan *plan, const hw__ring *ring)
{
    bool own = ring->assignment == HW__OF_PLAN;
    const hw__thing *thing =
        &plan->sections[own ? HW__SETTINGS : HW__ASSIGNMENTS].items[own ? 0 : ring->assignment];
    const hw_revision *revision = thing->revisions.items[ring->revision];
    const hw__list *rules =
        own ? &((const hw_settings *)revision)->reminders : &((const hw_assignment *)revision)->reminders;
    return &((const hw__reminder_rule *)rules->items)[ring->rule];
}

/* ---- what there is ---- */

bool hw__has_alarms(const hw_assignment *assignment)
{
    const hw__reminder_rule *rules = assignment->reminders.items;
    for (uint32_t i = 0; i < assignment->reminders.count; i++) {
        if (rules[i].kind != HW_REMINDER_FOLLOW_UP && hw__is_alarm(&rules[i])) {
            return true;
        }
    }
    return false;
}

static bool has_lone(const hw__thing *thing, size_t count)
{
    for (size_t r = 0; r < count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__reminder_rule *rules = assignment->reminders.items;
        for (uint32_t i = 0; i < assignment->reminders.count; i++) {
            if (!hw__is_alarm(&rules[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the plan itself has ever rung. */
static bool plan_rings(const hw__calendar *calendar)
{
    const hw__thing *settings = &calendar->plan->sections[HW__SETTINGS].items[0];
    uint32_t known = hw__known_revisions(settings, calendar->as_of);
    for (uint32_t r = 0; r < known; r++) {
        if (((const hw_settings *)settings->revisions.items[r])->reminders.count > 0) {
            return true;
        }
    }
    return false;
}

bool hw__any_lone_rings(const hw__calendar *calendar)
{
    const hw__things *things = &calendar->plan->sections[HW__ASSIGNMENTS];
    if (plan_rings(calendar)) {
        return true;
    }
    for (size_t t = 0; t < things->count; t++) {
        if (has_lone(&things->items[t], hw__known_revisions(&things->items[t], calendar->as_of))) {
            return true;
        }
    }
    return false;
}

static int64_t longer(const hw__list *list, int64_t days)
{
    const hw__reminder_rule *rules = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        int64_t its = rules[i].clock >= 0 ? rules[i].days : rules[i].minutes / 1440;
        its = rules[i].anchor == HW_ANCHOR_ABSOLUTE ? 0 : its < 0 ? -its : its;
        days = its > days ? its : days;
    }
    return days;
}

/* How many seconds anything rings from what it is for, at most. */
static int64_t longest(const hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    int64_t days = 0;
    for (size_t t = 0; t < things->count; t++) {
        for (size_t r = 0; r < things->items[t].revisions.count; r++) {
            days = longer(&((const hw_assignment *)things->items[t].revisions.items[r])->reminders, days);
        }
    }
    return (days + MARGIN_DAYS) * HW__DAY_SECONDS;
}

/* By occurrence; what is for none is left out. */
static bool put_in_order(hw__rings *rings)
{
    size_t count = rings->list->items.count, kept = 0;
    rings->order = hw__alloc(count * sizeof *rings->order);
    for (size_t i = 0; rings->order && i < count; i++) {
        const hw__ring *ring = &rings->list->items.items[i];
        if (!ring->alone) {
            rings->order[kept++] =
                (hw__order){hw__occurrence_key(ring->assignment, ring->key.day, ring->key.seconds), i};
        }
    }
    rings->order_count = kept;
    return rings->order && hw__order_sort(rings->order, kept);
}

static hw__rings *make(const hw__calendar *calendar, bool listed, const hw__ring_search *wanted,
                       hw_error *err)
{
    hw__rings *rings = hw__zalloc(1, sizeof *rings);
    hw_reminders *list = HW__NEW(reminders);
    if (!rings || !list) {
        hw__free(rings);
        HW__DELETE(reminders, list);
        hw__no_memory(err);
        return NULL;
    }
    *rings = (hw__rings){.plan = calendar->plan, .search = *wanted, .list = list, .listed = listed};
    rings->search.result = list;
    rings->search.bare = true;
    hw_status status = (listed ? hw__ring_search_run : hw__ring_search_open)(&rings->search, calendar->plan,
                                                                             calendar->as_of, err);
    if (status == HW_OK && listed && !put_in_order(rings)) {
        status = hw__no_memory(err);
    }
    if (status != HW_OK) {
        hw__rings_free(rings);
        return NULL;
    }
    return rings;
}

hw_status hw__rings_ready(hw__calendar *calendar, hw_error *err)
{
    if (calendar->rings) {
        return HW_OK;
    }
    const hw__things *things = &calendar->plan->sections[HW__ASSIGNMENTS];
    int64_t last = plan_rings(calendar) ? hw__calendar_last_day(calendar, HW__OF_PLAN, 0) : HW__DAY_MIN;
    for (uint32_t i = 0; i < things->count; i++) {
        int64_t its = calendar->covers[i].latest
                          ? hw__calendar_last_day(calendar, i, 0) + hw__settling_reach(&things->items[i])
                          : last;
        last = its > last ? its : last;
    }
    hw__ring_search wanted = {.from = hw__wall(HW__DAY_MIN, 0),
                              .to = last * HW__DAY_SECONDS + longest(calendar->plan),
                              .agreed = true};
    bool listed = hw__ring_limited(calendar->plan) || hw__any_lone_rings(calendar);
    calendar->rings = make(calendar, listed, &wanted, err);
    return calendar->rings ? HW_OK : (hw_status)err->status;
}

hw__rings *hw__rings_for_todos(const hw__calendar *calendar, hw_instant from, hw_instant to, hw_error *err)
{
    int64_t margin = longest(calendar->plan);
    hw__ring_search wanted = {.from = from - margin, .to = to + margin};
    return make(calendar, hw__ring_limited(calendar->plan), &wanted, err);
}

void hw__rings_free(hw__rings *rings)
{
    if (rings) {
        if (!rings->listed) {
            hw__ring_search_close(&rings->search);
        }
        hw_reminders_free(rings->list);
        hw__free(rings->order);
        hw__free(rings);
    }
}

/* ---- one occurrence ---- */

/* What is still to come, then what closes first, then what is more important, then what is for the beginning, then what
 * rings first. */
static int compare(const hw__ring *a, const hw__ring *b, hw_instant over)
{
    const int64_t x[] = {a->at <= over, a->closes, a->priority, a->kind, a->rule, a->at},
                  y[] = {b->at <= over, b->closes, b->priority, b->kind, b->rule, b->at};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        if (x[i] != y[i]) {
            return x[i] < y[i] ? -1 : 1;
        }
    }
    return 0;
}

/* Takes one among the chosen if it matters more than one of them. */
static void consider(const hw__ring *ring, const hw__ring_choice *choice, hw__chosen *out)
{
    size_t at = out->count, same = SIZE_MAX;
    for (size_t i = out->count; i-- > 0;) {
        if (hw__ring_minute(&out->rings[i]) == hw__ring_minute(ring)) {
            same = i;
        }
        if (compare(ring, &out->rings[i], choice->over) < 0) {
            at = i;
        }
    }
    if (same != SIZE_MAX && same < at) {
        return;
    }
    size_t end = same != SIZE_MAX ? same : out->count < choice->most ? out->count++ : choice->most - 1;
    if (at > end) {
        return;
    }
    for (size_t i = end; i > at; i--) {
        out->rings[i] = out->rings[i - 1];
    }
    out->rings[at] = *ring;
}

static size_t first_of(const hw__rings *rings, int64_t key)
{
    size_t low = 0, high = rings->order_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rings->order[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

hw_status hw__rings_choose(hw__rings *rings, const hw__occurrence *row, const hw__zone *zone,
                           const hw__ring_choice *choice, hw__chosen *out, hw_error *err)
{
    int64_t key = hw__occurrence_key(row->assignment, row->day, row->seconds);
    size_t begin = 0, end = 0;
    out->count = 0;
    if (rings->listed) {
        begin = end = first_of(rings, key);
        while (end < rings->order_count && rings->order[end].key == key) {
            end++;
        }
    } else {
        rings->list->items.count = 0;
        hw_status status = hw__ring_of_row(&rings->search, row, zone, err);
        if (status != HW_OK) {
            return status;
        }
        end = rings->list->items.count;
    }
    for (size_t i = begin; i < end && choice->most > 0; i++) {
        const hw__ring *ring = &rings->list->items.items[rings->listed ? (uint32_t)rings->order[i].tie : i];
        if (!choice->alarms || (ring->kind != HW_REMINDER_FOLLOW_UP && ring->at <= choice->last &&
                                hw__is_alarm(hw__ring_rule(rings->plan, ring)))) {
            consider(ring, choice, out);
        }
    }
    return HW_OK;
}
