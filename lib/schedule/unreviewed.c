/* SPDX-License-Identifier: MIT */
/* What waits for a review: assignments that are active, or settled something since the last session, and
 * that no later session has taken up. */
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/objects.h"
#include "homework/thread.h"
#include "model/table.h"
#include "schedule/timeline.h"

typedef struct waiting {
    const char *assignment; /* in the arena */
    size_t settled;
    bool active;
} waiting;

struct hw_unreviewed {
    HW__VEC(waiting) items;
    const char *session; /* in the arena; NULL */
    hw__arena arena;
};

typedef struct search {
    const hw_plan *plan;
    hw_instant as_of, since; /* since: when the last session that was held began; INT64_MIN = none was */
    const char *session;     /* its id */
    hw__timeline timeline;
    hw__rows rows; /* scratch */
} search;

/* ---- sessions ---- */

hw_status hw__session_instant(const hw_plan *plan, const hw_session *session, hw_instant as_of,
                              hw_instant *out, hw_error *err)
{
    int64_t wall = hw__local_wall(session->start);
    const char *name = session->zone ? session->zone : hw__plan_settings_at(plan, as_of, wall)->zone;
    const hw__zone *zone = hw__zones_find(plan->zones, name, err);
    if (!zone) {
        return (hw_status)err->status;
    }
    hw__zone_hint hint = {0};
    *out = hw__zone_resolve(zone, wall, &hint, NULL, NULL);
    return HW_OK;
}

static hw_status find_last_session(search *s, hw_error *err)
{
    const hw__things *sessions = &s->plan->sections[HW__SESSIONS];
    for (size_t i = 0; i < sessions->count; i++) {
        const hw_session *session = (const hw_session *)hw__thing_known(&sessions->items[i], s->as_of);
        hw_instant start = 0;
        if (!session || session->state != HW_SESSION_HELD) {
            continue;
        }
        if (hw__session_instant(s->plan, session, s->as_of, &start, err) != HW_OK) {
            return (hw_status)err->status;
        }
        if (!s->session || start > s->since) {
            s->since = start;
            s->session = session->head.id;
        }
    }
    return HW_OK;
}

/* Whether a review of a later session takes an assignment up. */
static hw_status is_reviewed(const search *s, const char *assignment, bool *out, hw_error *err)
{
    const hw__things *reviews = &s->plan->sections[HW__REVIEWS];
    *out = false;
    for (size_t i = 0; i < reviews->count && !*out; i++) {
        const hw_review *review = (const hw_review *)hw__thing_known(&reviews->items[i], s->as_of);
        if (!review || strcmp(review->assignment, assignment) != 0) {
            continue;
        }
        const hw__thing *thing =
            hw__plan_thing(s->plan, HW__SESSIONS, review->session, strlen(review->session));
        const hw_revision *session = thing ? hw__thing_known(thing, s->as_of) : NULL;
        hw_instant start = INT64_MIN;
        if (session &&
            hw__session_instant(s->plan, (const hw_session *)session, s->as_of, &start, err) != HW_OK) {
            return (hw_status)err->status;
        }
        *out = !s->session || start > s->since;
    }
    return HW_OK;
}

/* ---- what was settled ---- */

/* The days of keys that may have settled since; all up to the moment if there was no session. */
static void days_of(const search *s, const hw__thing *thing, int64_t moving, int32_t *from, int32_t *to)
{
    int64_t before, behind;
    hw__reach_of(s->plan, thing, moving, &before, &behind);
    *from = s->session ? hw__day_within(hw__wall_day(hw__instant_within(s->since)) - behind) : HW__DAY_MIN;
    *to = hw__day_within(hw__wall_day(hw__instant_within(s->as_of)) + before + 1);
    *to = *to < *from ? *from : *to;
}

static bool has_settled(const search *s, const hw__occurrence *row)
{
    return row->flags & HW__OCCURRENCE_SETTLED && row->settles > s->since &&
           row->status != HW_STATUS_WITHDRAWN && row->status != HW_STATUS_SUSPENDED;
}

static hw_status count_settled(search *s, uint32_t thing, int64_t moving, size_t *out, hw_error *err)
{
    int32_t from, to;
    days_of(s, &s->plan->sections[HW__ASSIGNMENTS].items[thing], moving, &from, &to);
    s->rows.count = 0;
    hw_status status = hw__generate(&s->timeline, thing, from, to, false, &s->rows, err);
    *out = 0;
    if (status == HW_OK) {
        hw__judge(&s->timeline, thing, &s->rows, 0, false);
    }
    for (size_t i = 0; status == HW_OK && i < s->rows.count; i++) {
        *out += has_settled(s, &s->rows.items[i]);
    }
    return status;
}

hw_occurrences *hw__occurrences_since(const hw_plan *plan, int32_t from, hw_instant since, int32_t to,
                                      hw_instant as_of, hw_error *err)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    int64_t moving = hw__moving_reach(plan), first = from;
    for (size_t t = 0; since != INT64_MIN && t < things->count; t++) {
        int64_t before, behind;
        hw__reach_of(plan, &things->items[t], moving, &before, &behind);
        int64_t day = hw__wall_day(hw__instant_within(since)) - behind;
        first = day < first ? day : first;
    }
    hw__occurrence_query query = {.from = hw__day_within(first),
                                  .to = to,
                                  .as_of = as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT};
    hw_occurrences *all = hw__plan_occurrences(plan, &query, err);
    size_t kept = 0;
    for (size_t i = 0; all && i < all->rows.count; i++) {
        const hw__occurrence row = all->rows.items[i];
        if (row.day >= from || row.settles > since) {
            all->rows.items[kept++] = row;
        } else {
            all->counts[row.status]--;
        }
    }
    if (all) {
        all->rows.count = kept;
        all->from = hw__date_from_day(from);
    }
    return all;
}

/* Adds an assignment if it waits. */
static hw_status look_at(search *s, uint32_t thing, int64_t moving, hw_unreviewed *out, hw_error *err)
{
    const hw__thing *its = &s->plan->sections[HW__ASSIGNMENTS].items[thing];
    const hw_assignment *known = (const hw_assignment *)hw__thing_known(its, s->as_of);
    waiting item = {0};
    bool reviewed = false;
    if (!known || known->state == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
        return HW_OK;
    }
    hw_status status = is_reviewed(s, known->head.id, &reviewed, err);
    if (status == HW_OK && !reviewed) {
        status = count_settled(s, thing, moving, &item.settled, err);
    }
    item.active = known->state == HW_ASSIGNMENT_ACTIVE;
    if (status != HW_OK || reviewed || (!item.active && item.settled == 0)) {
        return status;
    }
    item.assignment = hw__arena_text(&out->arena, known->head.id, strlen(known->head.id));
    return item.assignment && hw__vec_push(&out->items, item) ? HW_OK : hw__no_memory(err);
}

static hw_status gather(search *s, hw_unreviewed *out, hw_error *err)
{
    hw_status status = find_last_session(s, err);
    if (status == HW_OK && s->session) {
        out->session = hw__arena_text(&out->arena, s->session, strlen(s->session));
        status = out->session ? HW_OK : hw__no_memory(err);
    }
    if (status == HW_OK) {
        status = hw__timeline_open(&s->timeline, s->plan, s->as_of, HW__DAY_MIN, HW__DAY_MAX,
                                   HW__EVERY_ASSIGNMENT, err);
        int64_t moving = hw__moving_reach(s->plan);
        for (uint32_t t = 0; t < s->timeline.things && status == HW_OK; t++) {
            status = look_at(s, t, moving, out, err);
        }
        hw__timeline_close(&s->timeline);
    }
    hw__vec_free(&s->rows);
    return status;
}

hw_unreviewed *hw_plan_unreviewed(const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw_unreviewed *unreviewed = HW__NEW(unreviewed);
    if (!unreviewed) {
        hw__no_memory(err);
        return NULL;
    }
    search s = {.plan = plan, .as_of = as_of, .since = INT64_MIN};
    if (gather(&s, unreviewed, err) != HW_OK) {
        hw_unreviewed_free(unreviewed);
        return NULL;
    }
    hw__ok(err);
    return unreviewed;
}

void hw_unreviewed_free(hw_unreviewed *unreviewed)
{
    if (unreviewed) {
        hw__vec_free(&unreviewed->items);
        hw__arena_free(&unreviewed->arena);
        HW__DELETE(unreviewed, unreviewed);
    }
}

size_t hw_unreviewed_count(const hw_unreviewed *unreviewed)
{
    return unreviewed ? unreviewed->items.count : 0;
}

/* NULL past the end. */
static const waiting *item_at(const hw_unreviewed *unreviewed, size_t index)
{
    return index < hw_unreviewed_count(unreviewed) ? &unreviewed->items.items[index] : NULL;
}

const char *hw_unreviewed_assignment_at(const hw_unreviewed *unreviewed, size_t index)
{
    const waiting *item = item_at(unreviewed, index);
    return item ? item->assignment : NULL;
}

bool hw_unreviewed_active_at(const hw_unreviewed *unreviewed, size_t index)
{
    const waiting *item = item_at(unreviewed, index);
    return item && item->active;
}

size_t hw_unreviewed_settled_at(const hw_unreviewed *unreviewed, size_t index)
{
    const waiting *item = item_at(unreviewed, index);
    return item ? item->settled : 0;
}

const char *hw_unreviewed_session(const hw_unreviewed *unreviewed)
{
    return unreviewed ? unreviewed->session : NULL;
}

enum {
    ASSIGNMENT,
    ACTIVE,
    SETTLED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment."},
    [ACTIVE] = {"active", HW_COLUMN_BOOL, 0, "", "Whether it is active."},
    [SETTLED] = {"settled", HW_COLUMN_INT, 0, "{occurrence}",
                 "How many occurrences of it were settled since the last session that was held."},
};

hw_table *hw_unreviewed_table(const hw_unreviewed *unreviewed, hw_error *err)
{
    if (!unreviewed) {
        hw__null_argument(err, "unreviewed");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, unreviewed->items.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < unreviewed->items.count; row++) {
        const waiting *item = &unreviewed->items.items[row];
        hw__table_text(table, ASSIGNMENT, row, item->assignment);
        hw__table_bool(table, ACTIVE, row, item->active);
        hw__table_int(table, SETTLED, row, (int64_t)item->settled);
    }
    return hw__table_done(table, err);
}
