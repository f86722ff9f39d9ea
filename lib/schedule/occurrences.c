/* SPDX-License-Identifier: MIT */
/* The occurrences of a plan in a span of days: collected by assignment, then in the order in which they fall
 * due, in memory of their own. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "schedule/timeline.h"

/* ---- In the order in which they fall due ---- */

static bool is_in_order(const hw_occurrences *result)
{
    const hw__occurrence *rows = result->rows.items; /* NULL if there is none */
    for (size_t i = 1; rows && i < result->rows.count; i++) {
        const hw__occurrence *row = &rows[i - 1];
        if (row[1].due <= row->due && (row[1].due < row->due || row[1].assignment != row->assignment)) {
            return false;
        }
    }
    return true;
}

/* `several`: not all rows are of one assignment. */
static bool put_in_order(hw_occurrences *result, const hw_plan *plan, bool several)
{
    size_t count = result->rows.count;
    if (is_in_order(result)) {
        return true;
    }
    uint32_t *ranks = several ? hw__assignment_ranks(plan) : NULL;
    hw__order *order = hw__alloc(count * sizeof *order);
    hw__occurrence *rows = hw__alloc(count * sizeof *rows);
    bool good = (ranks || !several) && order && rows;
    for (size_t i = 0; good && i < count; i++) {
        const hw__occurrence *row = &result->rows.items[i];
        uint64_t rank = several ? ranks[row->assignment] : 0;
        order[i] = (hw__order){row->due, rank << 32 | i};
    }
    good = good && hw__order_sort(order, count);
    if (good) {
        for (size_t i = 0; i < count; i++) {
            rows[i] = result->rows.items[(uint32_t)order[i].tie];
        }
        hw__free(result->rows.items);
        result->rows.items = rows;
        result->rows.room = count;
        rows = NULL;
    }
    hw__free(ranks);
    hw__free(order);
    hw__free(rows);
    return good;
}

/* ---- In memory of their own ---- */

static bool copy_revisions(hw_occurrences *result, hw__occurrence_ids *ids, const hw__thing *thing)
{
    ids->id =
        hw__arena_text(&result->arena, thing->revisions.items[0]->id, strlen(thing->revisions.items[0]->id));
    ids->revision_count = hw__known_revisions(thing, result->as_of);
    ids->revisions = hw__arena_alloc(&result->arena, ids->revision_count * sizeof *ids->revisions);
    if (!ids->id || !ids->revisions) {
        return false;
    }
    for (uint32_t r = 0; r < ids->revision_count; r++) {
        const char *id = thing->revisions.items[r]->revision;
        ids->revisions[r] = hw__arena_text(&result->arena, id, strlen(id));
        if (!ids->revisions[r]) {
            return false;
        }
    }
    return true;
}

static bool copy_assignments(hw_occurrences *result, const hw__timeline *timeline)
{
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    result->assignments = hw__zalloc(things->count, sizeof *result->assignments);
    if (!result->assignments) {
        return false;
    }
    for (size_t t = 0; t < things->count; t++, result->assignment_count++) {
        if (!copy_revisions(result, &result->assignments[t], &things->items[t])) {
            return false;
        }
    }
    return true;
}

static bool copy_zones(hw_occurrences *result, const hw__timeline *timeline)
{
    for (size_t z = 0; z < timeline->zones.count; z++) {
        const char *name = timeline->zones.items[z].name;
        name = hw__arena_text(&result->arena, name, strlen(name));
        if (!name || !hw__vec_push(&result->zones, name)) {
            return false;
        }
    }
    return true;
}

/* Turns what a row has of the timeline's reports into the live ones among them, with ids of their own. */
static bool copy_answers(hw_occurrences *result, const hw__timeline *timeline, hw__occurrence *row)
{
    const hw__report *report = timeline->reports.items + row->first, *end = report + row->count;
    size_t first = result->entries.count;
    for (; report < end; report++) {
        if (report->ended != HW__FOR_EVER) {
            continue;
        }
        const char *id =
            hw__log_pool(timeline->plan->log, timeline->plan->log->entries.items[report->log].id);
        size_t size = strlen(id) + 1;
        hw__answer answer = {report->log, (uint32_t)result->ids.count};
        if (!hw__vec_reserve(&result->ids, size) || !hw__vec_push(&result->entries, answer)) {
            return false;
        }
        memcpy(result->ids.items + result->ids.count, id, size);
        result->ids.count += size;
    }
    row->first = (uint32_t)first;
    row->count = (uint32_t)(result->entries.count - first);
    return true;
}

/* Everything that is left once the rows are there, but the names of assignments. */
static bool finish(hw_occurrences *result, const hw__timeline *timeline, bool several)
{
    if (!copy_zones(result, timeline) || !put_in_order(result, timeline->plan, several)) {
        return false;
    }
    hw__occurrence *rows = result->rows.items; /* NULL if there is none */
    for (size_t i = 0; rows && i < result->rows.count; i++) {
        hw__occurrence *row = &rows[i];
        result->counts[row->status]++;
        if (row->count && !copy_answers(result, timeline, row)) {
            return false;
        }
    }
    return true;
}

static hw_status collect(hw__timeline *timeline, const hw__occurrence_query *query, hw__rows *rows,
                         hw_error *err)
{
    hw_status status = HW_OK;
    bool every = query->assignment == HW__EVERY_ASSIGNMENT;
    uint32_t end = every || query->assignment >= timeline->things ? timeline->things : query->assignment + 1;
    for (uint32_t t = every ? 0 : query->assignment; t < end && status == HW_OK; t++) {
        size_t begin = rows->count;
        status = hw__generate(timeline, t, query->from, query->to, query->unlisted, rows, err);
        if (status == HW_OK) {
            hw__judge(timeline, t, rows, begin, query->unlisted);
        }
    }
    return status;
}

/* What the query asks for, of a timeline that covers its days. */
static hw_occurrences *make(hw__timeline *timeline, const hw__occurrence_query *query, bool with_names,
                            hw_error *err)
{
    hw_occurrences *result = HW__NEW(occurrences);
    if (!result) {
        hw__no_memory(err);
        return NULL;
    }
    result->from = hw__date_from_day(query->from);
    result->to = hw__date_from_day(query->to);
    result->as_of = query->as_of;
    result->generation = timeline->plan->generation;
    result->log_count = timeline->plan->log->entries.count;
    atomic_init(&result->owners, 1);
    hw__rows rows = {0};
    hw_status status = collect(timeline, query, &rows, err);
    result->rows.items = rows.items;
    result->rows.count = rows.count;
    result->rows.room = rows.room;
    bool several = query->assignment == HW__EVERY_ASSIGNMENT;
    if (status == HW_OK &&
        ((with_names && !copy_assignments(result, timeline)) || !finish(result, timeline, several))) {
        status = hw__no_memory(err);
    }
    if (status != HW_OK) {
        hw_occurrences_free(result);
        return NULL;
    }
    hw__ok(err);
    return result;
}

hw_occurrences *hw__plan_occurrences(const hw_plan *plan, const hw__occurrence_query *query, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw__timeline timeline;
    hw_status status =
        hw__timeline_open(&timeline, plan, query->as_of, query->from, query->to, query->assignment, err);
    hw_occurrences *result = status == HW_OK ? make(&timeline, query, true, err) : NULL;
    hw__timeline_close(&timeline);
    return result;
}

/* ---- One assignment after the other ---- */

struct hw__occurrence_source {
    hw__timeline timeline;
};

hw__occurrence_source *hw__occurrence_source_open(const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    hw__occurrence_source *source = hw__zalloc(1, sizeof *source);
    if (!source) {
        hw__no_memory(err);
        return NULL;
    }
    if (hw__timeline_open_agreed(&source->timeline, plan, as_of, HW__DAY_MIN, HW__DAY_MAX,
                                 HW__EVERY_ASSIGNMENT, err) != HW_OK) {
        hw__occurrence_source_close(source);
        return NULL;
    }
    return source;
}

hw_occurrences *hw__occurrence_source_read(hw__occurrence_source *source, uint32_t assignment, int32_t from,
                                           int32_t to, hw_error *err)
{
    hw__occurrence_query query = {.from = from,
                                  .to = to,
                                  .as_of = source->timeline.as_of,
                                  .assignment = assignment};
    return make(&source->timeline, &query, false, err);
}

void hw__occurrence_source_close(hw__occurrence_source *source)
{
    if (source) {
        hw__timeline_close(&source->timeline);
        hw__free(source);
    }
}

hw_occurrences *hw_plan_occurrences(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                                    hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    if (!hw_date_is_valid(from) || !hw_date_is_valid(to)) {
        hw__fail(err, HW_ERR_ARGUMENT, hw_date_is_valid(from) ? "to" : "from", "there is no such day");
        return NULL;
    }
    hw__occurrence_query query = {.from = hw__day_from_date(from),
                                  .to = hw__day_from_date(to),
                                  .as_of = as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT};
    if (query.to < query.from) {
        hw__fail(err, HW_ERR_RANGE, "to", "the span of days ends before it begins");
        return NULL;
    }
    return hw__plan_occurrences(plan, &query, err);
}

hw_occurrences *hw__occurrences_ref(const hw_occurrences *occurrences)
{
    hw_occurrences *owned = (hw_occurrences *)occurrences;
    atomic_fetch_add_explicit(&owned->owners, 1, memory_order_relaxed);
    return owned;
}

void hw_occurrences_free(hw_occurrences *occurrences)
{
    if (!occurrences || atomic_fetch_sub_explicit(&occurrences->owners, 1, memory_order_acq_rel) != 1) {
        return;
    }
    hw__vec_free(&occurrences->rows);
    hw__vec_free(&occurrences->entries);
    hw__vec_free(&occurrences->ids);
    hw__vec_free(&occurrences->zones);
    hw__free(occurrences->assignments);
    hw__arena_free(&occurrences->arena);
    HW__DELETE(occurrences, occurrences);
}
