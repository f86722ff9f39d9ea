/* SPDX-License-Identifier: MIT */
/* The ladder of a goal: which step is next, and which states its steps came to, by their revisions. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/objects.h"
#include "homework/ladder.h"
#include "model/plan_store.h"
#include "model/table.h"
#include "progress/ladder.h"

/* ---- the order of steps ---- */

int hw__steps_compare(const hw_step *a, const hw_step *b)
{
    if (a->position != b->position) {
        return a->position < b->position ? -1 : 1;
    }
    return strcmp(a->head.id, b->head.id);
}

/* The step as known at a moment, if it is one of the goal's; else NULL. */
static const hw_step *step_of(const hw__thing *thing, const char *goal, hw_instant as_of)
{
    const hw_step *step = (const hw_step *)hw__thing_known(thing, as_of);
    return step && step->goal && strcmp(step->goal, goal) == 0 ? step : NULL;
}

/* How soon a step of that state is next; 0 = it is passed. */
static int urgency(const hw_step *step)
{
    switch (step->state) {
    case HW_STEP_AVAILABLE:
    case HW_STEP_IN_PRACTICE:
    case HW_STEP_REGRESSED:
        return 2;
    case HW_STEP_LOCKED:
        return 1;
    default:
        return 0;
    }
}

const hw_step *hw_plan_next_step(const hw_plan *plan, const char *goal, hw_instant as_of)
{
    const hw_step *next = NULL;
    for (size_t i = 0; plan && goal && i < plan->sections[HW__STEPS].count; i++) {
        const hw_step *step = step_of(&plan->sections[HW__STEPS].items[i], goal, as_of);
        int urgent = step ? urgency(step) : 0;
        if (urgent == 0) {
            continue;
        }
        if (!next || urgent > urgency(next) ||
            (urgent == urgency(next) && hw__steps_compare(step, next) < 0)) {
            next = step;
        }
    }
    return next;
}

/* ---- the journey ---- */

typedef struct stop {
    const char *step, *revision; /* in the arena */
    hw_date reached;
    uint8_t state;
    bool current;
} stop;

struct hw_journey {
    HW__VEC(stop) stops;
    hw__arena arena;
};

/* A step and its history. */
typedef struct rung {
    const hw_step *step; /* as known */
    const hw__thing *thing;
} rung;

static int compare_rungs(const void *a, const void *b)
{
    return hw__steps_compare(((const rung *)a)->step, ((const rung *)b)->step);
}

hw_date hw__step_reached_on(const hw_step *step)
{
    bool said = step->state == HW_STEP_CRITERION_MET && step->reached.year;
    return said ? step->reached : step->head.effective.date;
}

/* Adds each state that a step came to; false without memory. */
static bool add_stops(hw_journey *journey, const hw__thing *thing, hw_instant as_of)
{
    stop *last = NULL;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_step *step = (const hw_step *)thing->revisions.items[r];
        if (step->head.recorded.instant > as_of || (last && last->state == step->state)) {
            continue;
        }
        stop next = {.reached = hw__step_reached_on(step), .state = step->state, .current = true};
        next.step = hw__arena_text(&journey->arena, step->head.id, strlen(step->head.id));
        next.revision = hw__arena_text(&journey->arena, step->head.revision, strlen(step->head.revision));
        if (last) {
            last->current = false;
        }
        if (!next.step || !next.revision || !hw__vec_push(&journey->stops, next)) {
            return false;
        }
        last = &journey->stops.items[journey->stops.count - 1];
    }
    return true;
}

static bool walk(hw_journey *journey, const hw_plan *plan, const char *goal, hw_instant as_of)
{
    const hw__things *steps = &plan->sections[HW__STEPS];
    HW__VEC(rung) rungs = {0};
    bool good = true;
    for (size_t i = 0; good && i < steps->count; i++) {
        const hw_step *step = step_of(&steps->items[i], goal, as_of);
        good = !step || hw__vec_push(&rungs, ((rung){step, &steps->items[i]}));
    }
    if (good && rungs.count > 1) {
        qsort(rungs.items, rungs.count, sizeof *rungs.items, compare_rungs);
    }
    for (size_t i = 0; good && i < rungs.count; i++) {
        good = add_stops(journey, rungs.items[i].thing, as_of);
    }
    hw__vec_free(&rungs);
    return good;
}

hw_journey *hw_plan_journey(const hw_plan *plan, const char *goal, hw_instant as_of, hw_error *err)
{
    if (!plan || !goal) {
        hw__null_argument(err, plan ? "goal" : "plan");
        return NULL;
    }
    const hw__thing *thing = hw__plan_thing(plan, HW__GOALS, goal, strlen(goal));
    if (!thing || !hw__thing_known(thing, as_of)) {
        hw__fail(err, HW_ERR_NOT_FOUND, goal, "there is no such goal as of the moment");
        return NULL;
    }
    hw_journey *journey = HW__NEW(journey);
    if (!journey || !walk(journey, plan, goal, as_of)) {
        hw_journey_free(journey);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return journey;
}

void hw_journey_free(hw_journey *journey)
{
    if (journey) {
        hw__vec_free(&journey->stops);
        hw__arena_free(&journey->arena);
        HW__DELETE(journey, journey);
    }
}

size_t hw_journey_count(const hw_journey *journey)
{
    return journey ? journey->stops.count : 0;
}

/* NULL past the end. */
static const stop *stop_at(const hw_journey *journey, size_t index)
{
    return index < hw_journey_count(journey) ? &journey->stops.items[index] : NULL;
}

const char *hw_journey_step_at(const hw_journey *journey, size_t index)
{
    const stop *at = stop_at(journey, index);
    return at ? at->step : NULL;
}

hw_step_stage hw_journey_state_at(const hw_journey *journey, size_t index)
{
    const stop *at = stop_at(journey, index);
    return at ? (hw_step_stage)at->state : HW_STEP_LOCKED;
}

hw_date hw_journey_reached_at(const hw_journey *journey, size_t index)
{
    const stop *at = stop_at(journey, index);
    return at ? at->reached : (hw_date){0, 0, 0};
}

bool hw_journey_current_at(const hw_journey *journey, size_t index)
{
    const stop *at = stop_at(journey, index);
    return at && at->current;
}

const char *hw_journey_revision_at(const hw_journey *journey, size_t index)
{
    const stop *at = stop_at(journey, index);
    return at ? at->revision : NULL;
}

/* ---- as a table ---- */

enum {
    STEP,
    STATE,
    REACHED,
    CURRENT,
    REVISION,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [STEP] = {"step", HW_COLUMN_TEXT, 0, "", "The id of the step."},
    [STATE] = {"state", HW_COLUMN_TEXT, 0, "", "The state that it came to."},
    [REACHED] = {"reached", HW_COLUMN_DATE, 0, "", "The day on which it came there."},
    [CURRENT] = {"current", HW_COLUMN_BOOL, 0, "", "Whether it is there still."},
    [REVISION] = {"revision", HW_COLUMN_TEXT, 0, "", "The id of the step's revision that says so."},
};

hw_table *hw_journey_table(const hw_journey *journey, hw_error *err)
{
    if (!journey) {
        hw__null_argument(err, "journey");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, journey->stops.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < journey->stops.count; row++) {
        const stop *at = &journey->stops.items[row];
        hw__table_text(table, STEP, row, at->step);
        hw__table_text(table, STATE, row, hw__words_at(&hw__words_step_state, at->state));
        hw__table_date(table, REACHED, row, at->reached);
        hw__table_bool(table, CURRENT, row, at->current);
        hw__table_text(table, REVISION, row, at->revision);
    }
    return hw__table_done(table, err);
}
