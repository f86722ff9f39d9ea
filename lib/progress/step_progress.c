/* SPDX-License-Identifier: MIT */
/* Has a step's criterion been met, and what shows it? The practices that count, in the order in which
 * they happened, and the span of time that holds the most of them. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/objects.h"
#include "homework/ladder.h"
#include "model/plan_store.h"
#include "progress/ladder.h"
#include "time/civil.h"

struct hw_step_progress {
    bool met;
    int32_t count, needed;
    hw_date first_met;
    HW__VEC(const char *) evidence; /* in the arena */
    hw__arena arena;
};

typedef struct practice {
    int64_t wall; /* by the clock of the person */
    uint32_t log; /* index of the entry */
} practice;

typedef HW__VEC(practice) practices;

typedef struct search {
    const hw_plan *plan;
    const hw_step *step;
    hw_instant as_of;
    int64_t since;    /* wall: what happened before does not count */
    uint32_t measure; /* symbol of the criterion's; 0 = it has none, or nobody has ever reported it */
    const hw__step_sources *sources;
} search;

/* ---- what counts ---- */

int64_t hw__practice_wall(const hw__entry_row *row)
{
    if (row->at_precision != HW_PRECISION_UNKNOWN) {
        return hw__moment_wall(hw__entry_at(row));
    }
    return row->due_day != HW__NO_DAY ? hw__wall(row->due_day, row->due_seconds)
                                      : hw__moment_wall(hw__entry_recorded(row));
}

static bool has_id(const hw__list *ids, const char *id)
{
    char *const *items = ids->items;
    for (uint32_t i = 0; i < ids->count; i++) {
        if (strcmp(items[i], id) == 0) {
            return true;
        }
    }
    return false;
}

bool hw__entry_is_equivalent(const hw_plan *plan, hw_instant as_of, const char *entry)
{
    const hw__things *reviews = &plan->sections[HW__REVIEWS];
    for (size_t i = 0; i < reviews->count; i++) {
        const hw_review *review = (const hw_review *)hw__thing_known(&reviews->items[i], as_of);
        if (review && has_id(&review->equivalents, entry)) {
            return true;
        }
    }
    return false;
}

/* Whether the assignment listed the step when it was practised, by what is known. What happened before
 * its first revision holds goes by that one. */
static bool lists_step(const search *s, const hw__entry_row *row)
{
    const char *id = hw__log_symbol_text(s->plan->log, row->assignment);
    const hw__thing *thing = id ? hw__plan_thing(s->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    const hw_revision *revision = thing ? hw__thing_at(thing, s->as_of, hw__practice_wall(row)) : NULL;
    if (thing && !revision) {
        revision = thing->revisions.items[0];
    }
    return revision && revision->recorded.instant <= s->as_of &&
           has_id(&((const hw_assignment *)revision)->steps, s->step->head.id);
}

static bool compares(const hw__criterion *criterion, hw__decimal value)
{
    int order = hw__decimal_compare(value, criterion->value.value);
    switch ((hw_comparator)criterion->comparator) {
    case HW_AT_LEAST:
        return order >= 0;
    case HW_AT_MOST:
        return order <= 0;
    default:
        return order == 0;
    }
}

static bool has_value(const search *s, const hw__entry_row *row)
{
    const hw__criterion *criterion = &s->step->criterion;
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &s->plan->log->values.items[row->first + i];
        if (value->kind == HW_VALUE_MEASURE && value->name == s->measure &&
            (criterion->phase == HW_PHASE_NONE || value->phase == criterion->phase) &&
            compares(criterion, (hw__decimal){value->as.mantissa, value->scale})) {
            return true;
        }
    }
    return false;
}

static bool is_practice(const search *s, const hw__entry_row *row)
{
    if (s->step->criterion.measure) {
        return row->extent != HW_EXTENT_NOT_ATTEMPTED && row->extent != HW_EXTENT_NO_OPPORTUNITY &&
               s->measure && has_value(s, row);
    }
    return row->extent == HW_EXTENT_DONE || row->extent == HW_EXTENT_EXCEEDED ||
           (row->extent == HW_EXTENT_SUBSTITUTED &&
            hw__entry_is_equivalent(s->plan, s->as_of, hw__log_pool(s->plan->log, row->id)));
}

static int compare(const void *a, const void *b)
{
    const practice *left = a, *right = b;
    if (left->wall != right->wall) {
        return left->wall < right->wall ? -1 : 1;
    }
    return left->log < right->log ? -1 : left->log > right->log;
}

/* Those about one assignment. */
static bool gather_of(const search *s, uint32_t assignment, practices *out)
{
    const hw__links *entries = &s->sources->entries;
    bool good = true;
    for (uint32_t i = entries->starts[assignment]; good && i < entries->starts[assignment + 1]; i++) {
        uint32_t log = entries->items[i];
        const hw__entry_row *row = &s->plan->log->entries.items[log];
        if (s->sources->states[log] == HW_ENTRY_LIVE && is_practice(s, row) &&
            hw__practice_wall(row) >= s->since && lists_step(s, row)) {
            good = hw__vec_push(out, ((practice){hw__practice_wall(row), log}));
        }
    }
    return good;
}

/* All that count, in the order in which they happened; false without memory. */
static bool gather(const search *s, practices *out)
{
    const hw__links *assignments = &s->sources->assignments;
    const char *id = s->step->head.id;
    const hw__thing *thing = hw__plan_thing(s->plan, HW__STEPS, id, strlen(id));
    size_t step = (size_t)(thing - s->plan->sections[HW__STEPS].items);
    bool good = true;
    for (uint32_t i = assignments->starts[step]; good && i < assignments->starts[step + 1]; i++) {
        good = gather_of(s, assignments->items[i], out);
    }
    if (good && out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, compare);
    }
    return good;
}

/* ---- how often within how much time ---- */

/* The practices that show it: [first, first + count). */
typedef struct showing {
    size_t first, count;
} showing;

static showing measure(const practices *all, const hw__criterion *criterion, hw_step_progress *out)
{
    bool any = criterion->within.days == INT32_MIN;
    int64_t span = any ? 0 : (int64_t)criterion->within.days * HW__DAY_SECONDS + criterion->within.seconds;
    size_t first = 0, needed = (size_t)criterion->times;
    showing best = {0, 0}, met = {0, 0};
    for (size_t last = 0; last < all->count; last++) {
        while (!any && all->items[last].wall - all->items[first].wall >= span) {
            first++;
        }
        size_t count = last - first + 1;
        if (count >= best.count) {
            best = (showing){first, count};
        }
        if (count >= needed && !out->met) {
            out->met = true;
            out->first_met = hw__wall_local(all->items[last].wall).date;
            met = (showing){last + 1 - needed, needed};
        }
    }
    out->count = (int32_t)best.count;
    return out->met ? met : best;
}

static bool add_evidence(hw_step_progress *out, const hw__log_store *log, const practices *all, showing shown)
{
    const practice *items = all->items; /* NULL if there is none */
    for (size_t i = shown.first; items && i < shown.first + shown.count; i++) {
        const char *id = hw__log_pool(log, log->entries.items[items[i].log].id);
        const char *copy = hw__arena_text(&out->arena, id, strlen(id));
        if (!copy || !hw__vec_push(&out->evidence, copy)) {
            return false;
        }
    }
    return true;
}

static bool fill(const search *s, hw_step_progress *out)
{
    practices all = {0};
    bool good = gather(s, &all);
    if (good) {
        out->needed = s->step->criterion.times;
        good = add_evidence(out, s->plan->log, &all, measure(&all, &s->step->criterion, out));
    }
    hw__vec_free(&all);
    return good;
}

/* ---- where to look ---- */

static bool link_assignments(hw__step_sources *sources, const hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    hw__link_list list = {0};
    bool good = true;
    for (uint32_t i = 0; i < things->count; i++) {
        for (size_t r = 0; good && r < things->items[i].revisions.count; r++) {
            const hw_assignment *revision = (const hw_assignment *)things->items[i].revisions.items[r];
            good = hw__link_add_all(&list, plan, HW__STEPS, &revision->steps, i);
        }
    }
    return hw__links_make(&sources->assignments, &list, plan->sections[HW__STEPS].count) && good;
}

static bool link_entries(hw__step_sources *sources, const hw_plan *plan)
{
    const hw__log_store *log = plan->log;
    hw__link_list list = {0};
    bool good = true;
    for (uint32_t i = 0; good && i < log->entries.count; i++) {
        uint32_t symbol = log->entries.items[i].assignment;
        const char *id = symbol ? hw__log_symbol_text(log, symbol) : NULL;
        good = hw__link_add(&list, plan, HW__ASSIGNMENTS, id, i);
    }
    return hw__links_make(&sources->entries, &list, plan->sections[HW__ASSIGNMENTS].count) && good;
}

bool hw__step_sources_make(hw__step_sources *sources, const hw_plan *plan, const uint8_t *states)
{
    *sources = (hw__step_sources){.states = states};
    return link_assignments(sources, plan) && link_entries(sources, plan);
}

void hw__step_sources_free(hw__step_sources *sources)
{
    hw__links_free(&sources->assignments);
    hw__links_free(&sources->entries);
}

hw_step_progress *hw__step_progress_since(const hw_plan *plan, const hw_step *step, hw_instant as_of,
                                          int64_t since, const hw__step_sources *sources)
{
    const char *measured = step->criterion.measure;
    search s = {.plan = plan, .step = step, .as_of = as_of, .since = since, .sources = sources};
    s.measure = measured ? hw__log_find_symbol(plan->log, measured, strlen(measured)) : 0;
    hw_step_progress *progress = HW__NEW(step_progress);
    if (progress && !fill(&s, progress)) {
        hw_step_progress_free(progress);
        progress = NULL;
    }
    return progress;
}

hw_step_progress *hw_plan_step_progress(const hw_plan *plan, const char *step, hw_instant as_of,
                                        hw_error *err)
{
    if (!plan || !step) {
        hw__null_argument(err, plan ? "step" : "plan");
        return NULL;
    }
    const hw__thing *thing = hw__plan_thing(plan, HW__STEPS, step, strlen(step));
    const hw_step *known = thing ? (const hw_step *)hw__thing_known(thing, as_of) : NULL;
    if (!known) {
        hw__fail(err, HW_ERR_NOT_FOUND, step, "there is no such step as of the moment");
        return NULL;
    }
    if (!known->criterion.present) {
        hw__fail(err, HW_ERR_STATE, step, "the step has no criterion");
        return NULL;
    }
    uint8_t *states = hw__alloc(plan->log->entries.count);
    hw__step_sources sources = {0};
    bool good =
        states && hw__log_states(plan->log, as_of, states) && hw__step_sources_make(&sources, plan, states);
    hw_step_progress *progress =
        good ? hw__step_progress_since(plan, known, as_of, INT64_MIN, &sources) : NULL;
    hw__step_sources_free(&sources);
    hw__free(states);
    if (!progress) {
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return progress;
}

void hw_step_progress_free(hw_step_progress *progress)
{
    if (progress) {
        hw__vec_free(&progress->evidence);
        hw__arena_free(&progress->arena);
        HW__DELETE(step_progress, progress);
    }
}

bool hw_step_progress_met(const hw_step_progress *progress)
{
    return progress && progress->met;
}

int32_t hw_step_progress_count(const hw_step_progress *progress)
{
    return progress ? progress->count : 0;
}

int32_t hw_step_progress_needed(const hw_step_progress *progress)
{
    return progress ? progress->needed : 0;
}

hw_date hw_step_progress_first_met(const hw_step_progress *progress)
{
    return progress ? progress->first_met : (hw_date){0, 0, 0};
}

size_t hw_step_progress_evidence_count(const hw_step_progress *progress)
{
    return progress ? progress->evidence.count : 0;
}

const char *hw_step_progress_evidence_at(const hw_step_progress *progress, size_t index)
{
    return index < hw_step_progress_evidence_count(progress) ? progress->evidence.items[index] : NULL;
}
