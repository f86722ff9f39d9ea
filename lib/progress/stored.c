/* SPDX-License-Identifier: MIT */
/* What is told of goals and measures by themselves, worked out once when the progress is made: how far goals
 * are attained, and what the values of measures in the window show. */
#include <string.h>

#include "base/fail.h"
#include "homework/attainment.h"
#include "progress/one_series.h"
#include "progress/progress.h"
#include "progress/series.h"

#define SECONDS_A_DAY 86400.0

static hw__reading reading_of(hw_estimate estimate)
{
    return (hw__reading){.value = estimate.value,
                         .n = estimate.n,
                         .denominator = estimate.n,
                         .undefined = (hw_undefined)estimate.undefined};
}

static hw__reading none(hw_undefined why)
{
    return (hw__reading){.undefined = why};
}

/* ---- goals ---- */

/* Whether there is anything to be told of goals: most plans begin without. */
static bool has_attainment(const hw_plan *plan, hw_instant as_of)
{
    const hw__things *goals = &plan->sections[HW__GOALS];
    bool found = plan->sections[HW__SCORES].count > 0 || plan->sections[HW__STEPS].count > 0;
    for (size_t i = 0; !found && i < goals->count; i++) {
        const hw_revision *latest = hw__thing_known(&goals->items[i], as_of);
        found = latest && ((const hw_goal *)latest)->measure;
    }
    return found;
}

static hw__reading read_target(const hw_attainment *a, const hw_goal *goal, size_t index)
{
    hw_estimate latest = hw_attainment_latest_at(a, index);
    if (!goal->measure || !goal->target.present) {
        return none(HW_UNDEFINED_NOT_STATED);
    }
    hw__reading reading = reading_of(latest);
    reading.value = hw_attainment_reached_at(a, index).year != 0;
    reading.numerator = reading.value > 0;
    return reading;
}

/* Raters are never averaged: what several say differently has to be asked for by rater. */
static hw__reading read_level(const hw_attainment *a, size_t index)
{
    hw__reading reading = none(HW_UNDEFINED_NO_VALUES);
    for (size_t r = 0; r < hw_attainment_rater_count(a); r++) {
        int32_t level = 0;
        if (!hw_attainment_level_at(a, index, r, true, &level)) {
            continue;
        }
        if (reading.undefined == HW_UNDEFINED_NOT && reading.value != level) {
            return none(HW_UNDEFINED_NOT_STATED);
        }
        reading.undefined = HW_UNDEFINED_NOT;
        reading.value = level;
        reading.numerator = level;
        reading.n += hw_attainment_score_count(a, index, r);
        reading.denominator = reading.n;
    }
    return reading;
}

static hw__reading read_steps(const hw_attainment *a, size_t index)
{
    hw__reading reading = {.numerator = hw_attainment_steps_met_at(a, index),
                           .denominator = hw_attainment_steps_at(a, index)};
    reading.n = reading.denominator;
    if (reading.n == 0) {
        reading.undefined = HW_UNDEFINED_NOT_STATED;
        return reading;
    }
    reading.value = (double)reading.numerator / (double)reading.denominator;
    return reading;
}

static hw__reading read_t(const hw_attainment *a)
{
    size_t raters = hw_attainment_rater_count(a);
    return raters == 1 ? reading_of(hw_attainment_t_at(a, 0))
                       : none(raters ? HW_UNDEFINED_NOT_STATED : HW_UNDEFINED_NO_VALUES);
}

/* Goals are the subjects after the plan, in the order that an attainment has them. */
static hw_status store_goals(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    hw_instant as_of = progress->occurrences->as_of;
    hw_attainment *a = hw_plan_attainment(plan, NULL, as_of, err);
    if (!a) {
        return err ? (hw_status)err->status : HW_ERR_MEMORY;
    }
    hw__reading *next = progress->stored;
    next[HW__GOAL_T] = read_t(a);
    progress->subjects[0].tally.stored = next;
    for (uint32_t s = 1; s < progress->first_assignment && s <= hw_attainment_goal_count(a); s++) {
        hw__subject *subject = &progress->subjects[s];
        const hw__thing *thing = hw__plan_thing(plan, HW__GOALS, subject->id, strlen(subject->id));
        const hw_goal *goal = (const hw_goal *)hw__thing_known(thing, as_of);
        next += HW__STORED;
        next[HW__GOAL_TARGET] = read_target(a, goal, s - 1);
        next[HW__GOAL_MOVEMENT] = reading_of(hw_attainment_movement_at(a, s - 1));
        next[HW__GOAL_LEVEL] = read_level(a, s - 1);
        next[HW__GOAL_STEPS] = read_steps(a, s - 1);
        subject->tally.stored = next;
    }
    hw_attainment_free(a);
    return HW_OK;
}

/* ---- measures ---- */

/* The numbers of a series without its texts. False without memory. */
static bool work_out(const hw__series_row *rows, size_t count, hw__reading *out)
{
    hw_series one = {.days = hw__alloc(count * sizeof(double)), .values = hw__alloc(count * sizeof(double))};
    one.rows.count = count;
    for (size_t i = 0; one.days && one.values && i < count; i++) {
        one.days[i] = (double)(rows[i].at - rows[0].at) / SECONDS_A_DAY;
        one.values[i] = rows[i].value;
        if (rows[i].range != rows[0].range) {
            one.comparable = HW_UNDEFINED_RANGE_CHANGED;
        }
    }
    hw_rank_test trend;
    bool good =
        one.days && one.values && hw__series_work_out(&one) && hw_series_trend(&one, &trend, NULL) == HW_OK;
    if (good) {
        for (int i = 0; i < HW_STATISTIC_COUNT; i++) {
            out[i] = reading_of(one.statistics[i]);
        }
        int64_t n = (int64_t)count;
        out[HW__MEASURE_VALUES] =
            (hw__reading){.value = (double)count, .numerator = n, .denominator = n, .n = n};
        out[HW__MEASURE_Z] = reading_of(trend.z);
        out[HW__MEASURE_P] = reading_of(trend.p);
    }
    hw__free(one.days);
    hw__free(one.values);
    return good;
}

static bool store_measures(hw_progress *progress, const hw_plan *plan)
{
    const hw_occurrences *occurrences = progress->occurrences;
    hw__series_query query = {.from = hw__day_from_date(occurrences->from),
                              .to = hw__day_from_date(occurrences->to),
                              .as_of = occurrences->as_of};
    hw__series_set *set = hw__series_collect(plan, &query);
    hw__reading *next = progress->stored + (size_t)progress->first_assignment * HW__STORED;
    bool good = set != NULL;
    uint32_t subject = progress->first_measure;
    for (uint32_t m = 0; good && m < set->measure_count; m++) {
        if (!set->measures[m].record) {
            continue;
        }
        size_t count;
        const hw__series_row *rows = hw__series_rows(set, m, set->measures[m].phase, &count);
        good = work_out(rows, count, next);
        progress->subjects[subject++].tally.stored = next;
        next += HW__STORED;
    }
    hw__series_set_free(set);
    return good;
}

/* ---- both ---- */

hw_status hw__progress_store(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    size_t measures = progress->first_span - progress->first_measure;
    size_t count = progress->first_assignment + measures;
    bool attainment = has_attainment(plan, progress->occurrences->as_of);
    if (!attainment && measures == 0) {
        return hw__ok(err);
    }
    progress->stored = hw__zalloc(count * HW__STORED, sizeof *progress->stored);
    if (!progress->stored) {
        return hw__no_memory(err);
    }
    hw_status status = attainment ? store_goals(progress, plan, err) : HW_OK;
    if (status == HW_OK && measures > 0 && !store_measures(progress, plan)) {
        return hw__no_memory(err);
    }
    return status == HW_OK ? hw__ok(err) : status;
}

void hw__read_stored(const hw__tally *tally, int item, hw__reading *out)
{
    if (tally->stored) {
        *out = tally->stored[item];
    } else { /* as it would be told of a plan in which nobody has scored anything */
        bool scored = item == HW__GOAL_LEVEL || item == HW__GOAL_T;
        out->undefined = scored ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_NOT_STATED;
    }
}
