/* SPDX-License-Identifier: MIT */
/* What the values of a goal's measure and its steps say: when the target was reached, how far the goal has moved,
 * and how many steps are behind it. */
#include <math.h>
#include <string.h>

#include "progress/attainment.h"
#include "progress/series.h"
#include "progress/statistics.h"
#include "time/civil.h"

#define LEAST_RATING 0
#define MOST_RATING 10

/* ---- steps ---- */

void hw__attainment_read_steps(hw_attainment *attainment, const hw_plan *plan, const size_t *rows,
                               hw_instant as_of)
{
    const hw__things *steps = &plan->sections[HW__STEPS];
    for (size_t i = 0; i < steps->count; i++) {
        const hw_step *step = (const hw_step *)hw__thing_known(&steps->items[i], as_of);
        const hw__thing *thing =
            step && step->goal ? hw__plan_thing(plan, HW__GOALS, step->goal, strlen(step->goal)) : NULL;
        size_t row = thing ? rows[thing - plan->sections[HW__GOALS].items] : 0;
        if (row && step->state != HW_STEP_SKIPPED) {
            hw__attained *goal = &attainment->goals[row - 1];
            goal->steps++;
            goal->steps_met += step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED;
        }
    }
}

/* ---- values ---- */

/* The values of a goal's measure. */
typedef struct readings {
    const hw_measure *measure; /* as known */
    const hw__thing *history;
    const hw__series_row *rows; /* in the order of time */
    size_t count;
} readings;

static readings read_measure(const hw_plan *plan, const hw__series_set *set, const char *id)
{
    const hw__things *measures = &plan->sections[HW__MEASURES];
    readings out = {.history = hw__plan_thing(plan, HW__MEASURES, id, strlen(id))};
    if (out.history) {
        uint32_t index = (uint32_t)(out.history - measures->items);
        const hw__series_measure *its = &set->measures[index];
        out.measure = its->record;
        out.rows = hw__series_rows(set, index, its->phase, &out.count);
    }
    return out;
}

static bool same_number(const hw__number *a, const hw__number *b)
{
    return a->present == b->present && (!a->present || hw__decimal_compare(a->value, b->value) == 0);
}

/* Whether all values are on the scale that the measure has. */
static bool is_one_scale(const readings *its)
{
    for (size_t i = 1; i < its->count; i++) {
        if (its->rows[i].range != its->rows[0].range) {
            return false;
        }
    }
    if (its->count == 0) {
        return true;
    }
    const hw_measure *then = (const hw_measure *)its->history->revisions.items[its->rows[0].range];
    return same_number(&then->min, &its->measure->min) && same_number(&then->max, &its->measure->max);
}

static bool is_rating(const hw_measure *measure)
{
    double least, most;
    return hw__number_get(&measure->min, &least) && hw__number_get(&measure->max, &most) &&
           least == LEAST_RATING && most == MOST_RATING && measure->better != HW_BETTER_NEUTRAL;
}

static hw_estimate movement_of(const hw__attained *goal, const readings *its)
{
    size_t n = its->count + goal->has_baseline;
    if (!is_rating(its->measure)) {
        return hw__no_estimate((int64_t)its->count, HW_UNDEFINED_NOT_APPLICABLE);
    }
    if (its->count == 0 || n < 2) {
        return hw__no_estimate((int64_t)n, its->count == 0 ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_TOO_FEW);
    }
    double first = goal->has_baseline ? goal->baseline : its->rows[0].value;
    double rise = its->rows[its->count - 1].value - first;
    return hw__estimate(its->measure->better == HW_BETTER_HIGHER ? rise : -rise, (int64_t)n);
}

/* What the row at an index says of the target, after the one before it. */
static hw_achievement achieved_by(const hw__attained *goal, hw_direction direction, const readings *its,
                                  size_t index)
{
    hw_achievement out = HW_ACHIEVEMENT_NONE;
    hw_goal_achievement_by(goal->has_baseline ? goal->baseline : NAN, goal->has_target ? goal->target : NAN,
                           direction, index > 0 ? its->rows[index - 1].value : NAN, its->rows[index].value,
                           &out, NULL);
    return out;
}

static void read_target(hw__attained *goal, hw_direction direction, const readings *its)
{
    for (size_t i = 0; i < its->count && goal->reached.year == 0; i++) {
        hw_achievement achieved = achieved_by(goal, direction, its, i);
        if (achieved == HW_ACHIEVEMENT_ACHIEVED || achieved == HW_ACHIEVEMENT_SUSTAINING) {
            goal->reached = hw__date_from_day(its->rows[i].day);
        }
    }
    goal->derived = (uint8_t)achieved_by(goal, direction, its, its->count - 1);
}

static void read_goal(hw__attained *goal, const hw_goal *record, const readings *its)
{
    if (!its->measure) {
        goal->latest = goal->movement = hw__no_estimate(0, HW_UNDEFINED_NOT_STATED);
        return;
    }
    if (!is_one_scale(its)) {
        goal->latest = goal->movement = hw__no_estimate((int64_t)its->count, HW_UNDEFINED_RANGE_CHANGED);
        return;
    }
    goal->movement = movement_of(goal, its);
    if (its->count == 0) {
        goal->latest = hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
        return;
    }
    goal->latest = hw__estimate(its->rows[its->count - 1].value, (int64_t)its->count);
    read_target(goal, (hw_direction)record->direction, its);
}

static const hw_goal *record_of(const hw_plan *plan, const hw__attained *goal, hw_instant as_of)
{
    return (const hw_goal *)hw__thing_known(hw__plan_thing(plan, HW__GOALS, goal->id, strlen(goal->id)),
                                            as_of);
}

bool hw__attainment_read_values(hw_attainment *attainment, const hw_plan *plan, hw_instant as_of)
{
    hw__series_query query = {.from = HW__DAY_MIN, .to = HW__DAY_MAX + 1, .as_of = as_of};
    hw__series_set *set = NULL; /* goals without measures do not look at the log */
    for (size_t i = 0; i < attainment->goal_count; i++) {
        hw__attained *goal = &attainment->goals[i];
        const hw_goal *record = record_of(plan, goal, as_of);
        readings its = {0};
        if (record->measure) {
            set = set ? set : hw__series_collect(plan, &query);
            if (!set) {
                return false;
            }
            its = read_measure(plan, set, record->measure);
        }
        read_goal(goal, record, &its);
    }
    hw__series_set_free(set);
    return true;
}
