/* SPDX-License-Identifier: MIT */
/* When do reminders ring, and for what? All that could ring in a span of time and so much around it that the client's
 * limits come out the same whatever span is asked for; then what is asked for, in order. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "schedule/reminder.h"

/* Days before and after what is asked for: quiet hours move a reminder by less than two days, a day of the client's
 * is decided with the one before it, and a journey makes days longer. */
#define DAYS_BEFORE 7
#define DAYS_AFTER 5

#define HORIZON 400 /* days */
#define MOST_NEXT 10000

/* ---- where to look ---- */

/* How far a rule rings from what it is counted from, in days. */
static int64_t rule_reach(const hw__reminder_rule *rule)
{
    int64_t days = rule->clock >= 0 ? rule->days : rule->minutes / 1440;
    days = rule->anchor == HW_ANCHOR_ABSOLUTE ? 0 : days;
    return (days < 0 ? -days : days) + 2;
}

/* The same for all of a thing; 0 if it has none. `session` is set to how far it rings from sessions. What rings
 * while something is open is not far from that. */
static int64_t ring_reach(const hw__thing *thing, int64_t *session)
{
    int64_t reach = 0;
    *session = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__reminder_rule *rules = assignment->reminders.items;
        for (uint32_t i = 0; i < assignment->reminders.count; i++) {
            int64_t days = rule_reach(&rules[i]);
            if (rules[i].anchor == HW_ANCHOR_SESSION) {
                *session = days > *session ? days : *session;
                days = 2;
            }
            reach = days > reach ? days : reach;
        }
    }
    return reach;
}

/* Something is counted from the first session after it has opened: so it has not opened before the last one that
 * is too early. */
static int32_t before_sessions(const hw__ring_search *s, int32_t first, int64_t reach)
{
    size_t i = hw__ring_appointment(s, s->first - reach * HW__DAY_SECONDS);
    while (i > 0 && !hw__is_on(&s->appointments.items[i - 1])) {
        i--;
    }
    int32_t day = i > 0 ? hw__wall_day(s->appointments.items[i - 1].start) - 1 : HW__DAY_MIN;
    return day < first ? day : first;
}

/* The days of keys of a thing whose reminders may ring. False if it has none. */
static bool find_days(const hw__ring_search *s, const hw__thing *thing, int64_t moving, int32_t *first,
                      int32_t *end)
{
    int64_t before, after;
    int64_t session, reach = ring_reach(thing, &session);
    if (reach == 0) {
        return false;
    }
    const hw_plan *plan = s->timeline.plan;
    hw__reach_of(plan, thing, moving, &before, &after);
    int32_t day = hw__wall_day(s->first);
    day = session ? before_sessions(s, day, session) : day;
    *first = hw__day_within(day - after - reach);
    *end = hw__day_within(hw__wall_day(s->end) + before + reach + session + 1);
    return true;
}

/* The same for all assignments together, and for what has none. */
static void find_all_days(const hw__ring_search *s, int64_t moving, int32_t *first, int32_t *end)
{
    const hw__things *things = &s->timeline.plan->sections[HW__ASSIGNMENTS];
    *first = hw__day_within((int64_t)hw__wall_day(s->first) - 2);
    *end = hw__day_within((int64_t)hw__wall_day(s->end) + 3);
    for (size_t t = 0; t < things->count; t++) {
        int32_t its_first, its_end;
        if (find_days(s, &things->items[t], moving, &its_first, &its_end)) {
            *first = its_first < *first ? its_first : *first;
            *end = its_end > *end ? its_end : *end;
        }
    }
}

/* Whether anything is counted from sessions. */
static bool needs_sessions(const hw_plan *plan)
{
    const hw__thing *settings = &plan->sections[HW__SETTINGS].items[0];
    for (size_t r = 0; r < settings->revisions.count; r++) {
        if (((const hw_settings *)settings->revisions.items[r])->reminders.count) {
            return true;
        }
    }
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    for (size_t t = 0; t < things->count; t++) {
        int64_t session;
        ring_reach(&things->items[t], &session);
        if (session) {
            return true;
        }
    }
    return false;
}

/* ---- the result ---- */

static bool copy_id(hw_reminders *result, const hw__thing *thing, const char **slot)
{
    const char *id = thing->revisions.items[0]->id;
    *slot = *slot ? *slot : hw__arena_text(&result->arena, id, strlen(id));
    return *slot != NULL;
}

/* The names of what reminders are for, and the settings with the words of check-ins. */
static bool copy_names(hw__ring_search *s)
{
    hw_reminders *result = s->result;
    const hw__things *things = &s->timeline.plan->sections[HW__ASSIGNMENTS];
    const hw__things *sessions = &s->timeline.plan->sections[HW__SESSIONS];
    result->assignments = hw__zalloc(things->count, sizeof *result->assignments);
    result->sessions = hw__zalloc(sessions->count, sizeof *result->sessions);
    result->settings = hw__zalloc(s->timeline.regime_count, sizeof(hw_settings *));
    result->settings_count = result->settings ? s->timeline.regime_count : 0;
    bool good = result->assignments && result->sessions && result->settings;
    for (size_t i = 0; good && i < result->items.count; i++) {
        const hw__ring *ring = &result->items.items[i];
        if (ring->assignment != HW__OF_PLAN) {
            good = copy_id(result, &things->items[ring->assignment], &result->assignments[ring->assignment]);
        }
        if (good && ring->session != HW__NOTHING) {
            good = copy_id(result, &sessions->items[ring->session], &result->sessions[ring->session]);
        }
        if (ring->settings != HW__NOTHING && !result->settings[ring->settings]) {
            result->settings[ring->settings] = hw_settings_ref((hw_settings *)s->settings[ring->settings]);
        }
    }
    return good;
}

/* By instant, assignment and key; those of one occurrence in the order in which they are listed. */
static bool put_in_order(hw_reminders *result, const uint32_t *ranks)
{
    size_t count = result->items.count;
    if (count < 2) {
        return true;
    }
    hw__order *order = hw__alloc(count * sizeof *order);
    hw__ring *items = hw__alloc(count * sizeof *items);
    bool good = order && items;
    for (size_t i = 0; good && i < count; i++) {
        const hw__ring *item = &result->items.items[i];
        uint32_t rank = item->assignment == HW__OF_PLAN ? UINT32_MAX : ranks[item->assignment];
        order[i] = (hw__order){item->at, (uint64_t)rank << 32 | i};
    }
    good = good && hw__order_sort(order, count);
    if (good) {
        for (size_t i = 0; i < count; i++) {
            items[i] = result->items.items[(uint32_t)order[i].tie];
        }
        memcpy(result->items.items, items, count * sizeof *items);
    }
    hw__free(order);
    hw__free(items);
    return good;
}

static void fill_in(hw__ring_search *s, hw__ring *ring)
{
    if (s->bare) {
        return;
    }
    ring->at_offset = hw__zone_offset(ring->zone, ring->at, &s->show);
    ring->original_offset = hw__zone_offset(ring->zone, ring->original, &s->show);
    ring->closes_offset =
        ring->closes == HW__FOR_EVER ? 0 : hw__zone_offset(ring->zone, ring->closes, &s->show);
    ring->zone = NULL;
}

/* Keeps what is asked for, and bundles what rings in one minute. */
static void keep_asked(hw__ring_search *s)
{
    hw_reminders *result = s->result;
    size_t kept = 0;
    int64_t minute = 0;
    for (size_t i = 0; i < result->items.count; i++) {
        hw__ring ring = result->items.items[i];
        bool rings = ring.state == HW_RING_PLANNED;
        if (ring.at < s->from || ring.at >= s->to || (!rings && !s->all)) {
            continue;
        }
        if (rings) {
            result->bundles += result->bundles == 0 || hw__ring_minute(&ring) != minute;
            minute = hw__ring_minute(&ring);
            ring.bundle = (int64_t)result->bundles - 1;
        }
        fill_in(s, &ring);
        result->items.items[kept++] = ring;
    }
    result->items.count = kept;
}

/* ---- a search ---- */

static hw_status make_all(hw__ring_search *s, int64_t moving, hw_error *err)
{
    hw_status status = HW_OK;
    const hw__things *things = &s->timeline.plan->sections[HW__ASSIGNMENTS];
    for (uint32_t t = 0; t < s->timeline.things && status == HW_OK; t++) {
        int32_t first, end;
        if (find_days(s, &things->items[t], moving, &first, &end)) {
            status = hw__ring_rows(s, t, first, end, err);
        }
    }
    return status == HW_OK ? hw__ring_others(s, err) : status;
}

static hw_status finish(hw__ring_search *s, bool limited, hw_error *err)
{
    uint32_t *ranks = hw__assignment_ranks(s->timeline.plan);
    bool good = ranks && (!limited || hw__ring_limit(s, ranks)) && put_in_order(s->result, ranks);
    hw__free(ranks);
    if (!good) {
        return hw__no_memory(err);
    }
    if (limited) {
        hw__ring_limit_across(s);
    }
    keep_asked(s);
    return s->bare || copy_names(s) ? HW_OK : hw__no_memory(err);
}

/* Sessions say from which days on evidence is wanted, and are read by a timeline: a small one, of no days. */
static hw_status read_sessions(hw__ring_search *s, const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    int32_t day = hw__day_within(hw__wall_day(s->first));
    hw_status status =
        hw__timeline_open_agreed(&s->timeline, plan, as_of, day, day, HW__EVERY_ASSIGNMENT, err);
    status = status == HW_OK ? hw__ring_clocks(s, true, err) : status;
    hw__timeline_close(&s->timeline);
    return status;
}

void hw__ring_search_close(hw__ring_search *s)
{
    hw__timeline_close(&s->timeline);
    hw__vec_free(&s->rows);
    hw__vec_free(&s->appointments);
    hw__steps_free(&s->by_instant);
    hw__steps_free(&s->by_wall);
    hw__free(s->settings);
}

hw_status hw__ring_search_run(hw__ring_search *s, const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    int32_t first, end;
    bool limited = hw__ring_limited(plan);
    int64_t moving = hw__moving_reach(plan);
    s->first = s->from - (limited ? DAYS_BEFORE * HW__DAY_SECONDS : 0);
    s->end = s->to + (limited ? DAYS_AFTER * HW__DAY_SECONDS : 0);
    bool sessions = needs_sessions(plan);
    hw_status status = sessions ? read_sessions(s, plan, as_of, err) : HW_OK;
    s->timeline = (hw__timeline){.plan = plan};
    if (status == HW_OK) {
        find_all_days(s, moving, &first, &end);
        status = (s->agreed ? hw__timeline_open_agreed : hw__timeline_open)(&s->timeline, plan, as_of, first,
                                                                            end, HW__EVERY_ASSIGNMENT, err);
    }
    status = status == HW_OK && !sessions ? hw__ring_clocks(s, false, err) : status;
    status = status == HW_OK ? make_all(s, moving, err) : status;
    status = status == HW_OK ? finish(s, limited, err) : status;
    hw__ring_search_close(s);
    return status;
}

hw_status hw__ring_search_open(hw__ring_search *s, const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    s->first = hw__wall(HW__DAY_MIN, 0);
    s->end = hw__wall(HW__DAY_MAX, 0);
    hw_status status = hw__timeline_open_agreed(&s->timeline, plan, as_of, HW__DAY_MIN, HW__DAY_MAX,
                                                HW__EVERY_ASSIGNMENT, err);
    return status == HW_OK ? hw__ring_clocks(s, needs_sessions(plan), err) : status;
}

/* The nearest instant of the years 1 to 9999. */
static hw_instant instant_within(hw_instant instant)
{
    hw_instant first = hw__wall(HW__DAY_MIN, 0), last = hw__wall(HW__DAY_MAX, 0);
    return instant < first ? first : instant > last ? last : instant;
}

static hw_reminders *find_reminders(const hw_plan *plan, hw_instant from, hw_instant to, hw_instant as_of,
                                    bool all, hw_error *err)
{
    hw__ring_search s = {.from = instant_within(from), .to = instant_within(to), .all = all};
    s.result = HW__NEW(reminders);
    if (!s.result) {
        hw__no_memory(err);
        return NULL;
    }
    if (hw__ring_search_run(&s, plan, as_of, err) != HW_OK) {
        hw_reminders_free(s.result);
        return NULL;
    }
    hw__ok(err);
    return s.result;
}

static bool is_good_span(const hw_plan *plan, hw_instant from, hw_instant to, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return false;
    }
    if (to < from) {
        hw__fail(err, HW_ERR_RANGE, "to", "the span of time ends before it begins");
        return false;
    }
    return true;
}

hw_reminders *hw_plan_reminders(const hw_plan *plan, hw_instant from, hw_instant to, hw_instant as_of,
                                hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    return is_good_span(plan, from, to, err) ? find_reminders(plan, from, to, as_of, false, err) : NULL;
}

hw_reminders *hw_plan_all_reminders(const hw_plan *plan, hw_instant from, hw_instant to, hw_instant as_of,
                                    hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    return is_good_span(plan, from, to, err) ? find_reminders(plan, from, to, as_of, true, err) : NULL;
}

/* What is behind the first notifications goes. */
static void cut_after(hw_reminders *list, size_t most)
{
    while (list->bundles > most) {
        list->bundles = (size_t)list->items.items[list->items.count - 1].bundle;
        while (list->items.count &&
               (size_t)list->items.items[list->items.count - 1].bundle >= list->bundles) {
            list->items.count--;
        }
    }
}

hw_reminders *hw_plan_next_reminders(const hw_plan *plan, hw_instant after, size_t most, hw_instant as_of,
                                     hw_error *err)
{
    static const int horizons[] = {2, 8, 32, 128, HORIZON}; /* days; most often that many ring soon */
    const size_t last = sizeof horizons / sizeof *horizons - 1;
    hw_error own;
    err = err ? err : &own;
    if (!is_good_span(plan, 0, 0, err)) {
        return NULL;
    }
    if (most < 1 || most > MOST_NEXT) {
        hw__fail(err, HW_ERR_RANGE, "most", "must be 1 to %d", MOST_NEXT);
        return NULL;
    }
    hw_instant from = instant_within(after == INT64_MAX ? after : after + 1);
    for (size_t h = 0;; h++) {
        hw_instant to = from + (hw_instant)horizons[h] * HW__DAY_SECONDS;
        hw_reminders *list = find_reminders(plan, from, to, as_of, false, err);
        if (!list || list->bundles >= most || h == last) {
            if (list) {
                cut_after(list, most);
            }
            return list;
        }
        hw_reminders_free(list);
    }
}
