/* SPDX-License-Identifier: MIT */
/* When do reminders ring, and for what? They follow from the occurrences that are still to be done. */
#include <string.h>

#include "base/fail.h"
#include "schedule/timeline.h"

typedef struct reminder {
    hw_instant at;
    int32_t offset; /* seconds */
    hw__key key;
    uint32_t assignment;
    uint8_t kind;
} reminder;

struct hw_reminders {
    HW__VEC(reminder) items;
    const char **ids; /* of assignments; NULL where there is no reminder */
    hw__arena arena;
};

/* The civil day of an anchor. What closes with the day, which is the first instant of the next, is of that
 * day. */
static int32_t anchor_day(const hw__occurrence *row, hw_anchor anchor)
{
    if (anchor == HW_ANCHOR_OPEN) {
        return hw__wall_day(row->opens + row->opens_offset);
    }
    if (anchor == HW_ANCHOR_CLOSE || row->flags & HW__OCCURRENCE_QUOTA) {
        return hw__wall_day(row->closes + row->closes_offset - 1 - row->day_start * 60);
    }
    return hw__row_due_day(row);
}

hw_instant hw__reminder_instant(const hw__occurrence *row, const hw__reminder_rule *rule,
                                const hw__zone *zone, hw__zone_hint *hint)
{
    if (rule->clock >= 0) {
        int64_t day = (int64_t)anchor_day(row, (hw_anchor)rule->anchor) + rule->days;
        return hw__zone_resolve(zone, day * HW__DAY_SECONDS + rule->clock, hint, NULL, NULL);
    }
    hw_instant anchor = rule->anchor == HW_ANCHOR_OPEN    ? row->opens
                        : rule->anchor == HW_ANCHOR_CLOSE ? row->closes
                                                          : row->due;
    return anchor + (int64_t)rule->minutes * 60;
}

static bool is_to_be_done(const hw__occurrence *row)
{
    switch (row->status) {
    case HW_STATUS_UPCOMING:
    case HW_STATUS_OPEN:
    case HW_STATUS_PARTIAL:
    case HW_STATUS_NOT_DONE:
    case HW_STATUS_NOT_REPORTED:
        return true;
    default:
        return false;
    }
}

/* How many days before or after its anchor a reminder of a thing rings at most; 0 if it has none. */
static int64_t ring_reach(const hw__thing *thing)
{
    int64_t reach = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__reminder_rule *rules = assignment->reminders.items;
        for (uint32_t i = 0; i < assignment->reminders.count; i++) {
            int64_t days = rules[i].clock >= 0 ? rules[i].days : rules[i].minutes / 1440;
            days = (days < 0 ? -days : days) + 2;
            reach = days > reach ? days : reach;
        }
    }
    return reach;
}

/* The days of keys of a thing whose reminders may ring in [from, to). False if it has none. */
static bool find_days(const hw_plan *plan, const hw__thing *thing, int64_t moving, hw_instant from,
                      hw_instant to, int32_t *first, int32_t *end)
{
    int64_t before, after;
    int64_t reach = ring_reach(thing);
    if (reach == 0) {
        return false;
    }
    hw__reach_of(plan, thing, moving, &before, &after);
    *first = hw__day_within(hw__wall_day(from) - after - reach);
    *end = hw__day_within(hw__wall_day(to) + before + reach + 1);
    return true;
}

/* The same for all assignments together. */
static void find_all_days(const hw_plan *plan, int64_t moving, hw_instant from, hw_instant to, int32_t *first,
                          int32_t *end)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    *first = *end = hw__day_within(hw__wall_day(from));
    for (size_t t = 0; t < things->count; t++) {
        int32_t its_first, its_end;
        if (find_days(plan, &things->items[t], moving, from, to, &its_first, &its_end)) {
            *first = its_first < *first ? its_first : *first;
            *end = its_end > *end ? its_end : *end;
        }
    }
}

/* What is asked for, and what for. */
typedef struct search {
    hw__timeline timeline;
    hw__rows rows;
    hw_instant from, to;
    hw__zone_hint ring, show;
    hw_reminders *result;
} search;

static hw_status add_of_row(search *s, const hw__occurrence *row, hw_error *err)
{
    const hw__thing *thing = &s->timeline.plan->sections[HW__ASSIGNMENTS].items[row->assignment];
    const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[row->revision];
    const hw__zone *zone = s->timeline.zones.items[row->zone].zone;
    const hw__reminder_rule *rules = assignment->reminders.items;
    for (uint32_t i = 0; i < assignment->reminders.count; i++) {
        hw_instant at = hw__reminder_instant(row, &rules[i], zone, &s->ring);
        if (at < s->from || at >= s->to) {
            continue;
        }
        if (s->result->items.count == HW__MAX_OCCURRENCES) {
            return hw__fail(err, HW_ERR_LIMIT, "reminders", "more than %u reminders", HW__MAX_OCCURRENCES);
        }
        reminder item = {at, hw__zone_offset(zone, at, &s->show), hw__row_key(row), row->assignment,
                         rules[i].kind};
        if (!hw__vec_push(&s->result->items, item)) {
            return hw__no_memory(err);
        }
    }
    return HW_OK;
}

static hw_status add_of_thing(search *s, uint32_t thing, int32_t first, int32_t end, hw_error *err)
{
    s->rows.count = 0;
    hw_status status = hw__generate(&s->timeline, thing, first, end, false, &s->rows, err);
    if (status != HW_OK) {
        return status;
    }
    hw__judge(&s->timeline, thing, &s->rows, 0, false);
    for (size_t i = 0; i < s->rows.count && status == HW_OK; i++) {
        if (is_to_be_done(&s->rows.items[i])) {
            status = add_of_row(s, &s->rows.items[i], err);
        }
    }
    return status;
}

static bool copy_ids(hw_reminders *result, const hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    result->ids = hw__zalloc(things->count, sizeof *result->ids);
    for (size_t i = 0; result->ids && i < result->items.count; i++) {
        uint32_t assignment = result->items.items[i].assignment;
        if (!result->ids[assignment]) {
            const char *id = things->items[assignment].revisions.items[0]->id;
            result->ids[assignment] = hw__arena_text(&result->arena, id, strlen(id));
            if (!result->ids[assignment]) {
                return false;
            }
        }
    }
    return result->ids != NULL;
}

/* By instant, assignment and key; those of one occurrence in the order in which they are listed. */
static bool put_in_order(hw_reminders *result, const hw_plan *plan)
{
    size_t count = result->items.count;
    if (count < 2) {
        return true;
    }
    uint32_t *ranks = hw__assignment_ranks(plan);
    hw__order *order = hw__alloc(count * sizeof *order);
    reminder *items = hw__alloc(count * sizeof *items);
    bool good = ranks && order && items;
    for (size_t i = 0; good && i < count; i++) {
        const reminder *item = &result->items.items[i];
        order[i] = (hw__order){item->at, (uint64_t)ranks[item->assignment] << 32 | i};
    }
    good = good && hw__order_sort(order, count);
    if (good) {
        for (size_t i = 0; i < count; i++) {
            items[i] = result->items.items[(uint32_t)order[i].tie];
        }
        memcpy(result->items.items, items, count * sizeof *items);
    }
    hw__free(ranks);
    hw__free(order);
    hw__free(items);
    return good;
}

static hw_status run(search *s, const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    int32_t first, end;
    int64_t moving = hw__moving_reach(plan);
    find_all_days(plan, moving, s->from, s->to, &first, &end);
    hw_status status = hw__timeline_open(&s->timeline, plan, as_of, first, end, HW__EVERY_ASSIGNMENT, err);
    for (uint32_t t = 0; t < s->timeline.things && status == HW_OK; t++) {
        const hw__thing *thing = &plan->sections[HW__ASSIGNMENTS].items[t];
        if (find_days(plan, thing, moving, s->from, s->to, &first, &end)) {
            status = add_of_thing(s, t, first, end, err);
        }
    }
    if (status == HW_OK && (!copy_ids(s->result, plan) || !put_in_order(s->result, plan))) {
        status = hw__no_memory(err);
    }
    hw__timeline_close(&s->timeline);
    hw__vec_free(&s->rows);
    return status;
}

/* The nearest instant of the years 1 to 9999. */
static hw_instant instant_within(hw_instant instant)
{
    hw_instant first = hw__wall(HW__DAY_MIN, 0), last = hw__wall(HW__DAY_MAX, 0);
    return instant < first ? first : instant > last ? last : instant;
}

hw_reminders *hw_plan_reminders(const hw_plan *plan, hw_instant from, hw_instant to, hw_instant as_of,
                                hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    if (to < from) {
        hw__fail(err, HW_ERR_RANGE, "to", "the span of time ends before it begins");
        return NULL;
    }
    search s = {.from = instant_within(from), .to = instant_within(to)};
    s.result = hw__zalloc(1, sizeof *s.result);
    if (!s.result) {
        hw__no_memory(err);
        return NULL;
    }
    if (run(&s, plan, as_of, err) != HW_OK) {
        hw_reminders_free(s.result);
        return NULL;
    }
    hw__ok(err);
    return s.result;
}

void hw_reminders_free(hw_reminders *reminders)
{
    if (!reminders) {
        return;
    }
    hw__vec_free(&reminders->items);
    hw__free(reminders->ids);
    hw__arena_free(&reminders->arena);
    hw__free(reminders);
}

static const reminder *item_at(const hw_reminders *reminders, size_t index)
{
    return reminders && index < reminders->items.count ? &reminders->items.items[index] : NULL;
}

size_t hw_reminders_count(const hw_reminders *reminders)
{
    return reminders ? reminders->items.count : 0;
}

hw_moment hw_reminders_at(const hw_reminders *reminders, size_t index)
{
    const reminder *item = item_at(reminders, index);
    return item ? hw_moment_at(item->at, item->offset / 60) : (hw_moment){0};
}

const char *hw_reminders_assignment_at(const hw_reminders *reminders, size_t index)
{
    const reminder *item = item_at(reminders, index);
    return item ? reminders->ids[item->assignment] : NULL;
}

hw_local hw_reminders_key_at(const hw_reminders *reminders, size_t index)
{
    const reminder *item = item_at(reminders, index);
    return item ? (hw_local){hw__date_from_day(item->key.day), item->key.seconds} : (hw_local){{0, 0, 0}, 0};
}

int32_t hw_reminders_kind_at(const hw_reminders *reminders, size_t index)
{
    const reminder *item = item_at(reminders, index);
    return item ? item->kind : HW_REMINDER_PROMPT;
}
