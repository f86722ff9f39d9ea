/* SPDX-License-Identifier: MIT */
/* How do the goals go? Their measure speaks first: the last values against those before. Then scores of
 * attainment, then the steps. */
#include <string.h>

#include "progress/areas.h"

bool hw__areas_has_goal(const hw_goal *goal)
{
    return goal->state != HW_GOAL_ENTERED_IN_ERROR && goal->state != HW_GOAL_REJECTED &&
           goal->state != HW_GOAL_CANCELLED;
}

uint32_t hw__areas_measure(const hw__areas_work *work, const char *id)
{
    const hw__thing *thing = id ? hw__plan_thing(work->plan, HW__MEASURES, id, strlen(id)) : NULL;
    bool known = thing && hw__thing_known(thing, work->as_of);
    return known ? (uint32_t)(thing - work->plan->sections[HW__MEASURES].items) : UINT32_MAX;
}

int hw__areas_way(const hw_goal *goal, const hw_measure *measure)
{
    switch (goal->direction) {
    case HW_DIRECTION_UP:
        return 1;
    case HW_DIRECTION_DOWN:
        return -1;
    case HW_DIRECTION_MAINTAIN:
        return 0;
    default:
        return measure->better == HW_BETTER_HIGHER ? 1 : measure->better == HW_BETTER_LOWER ? -1 : 0;
    }
}

/* ---- its measure ---- */

/* The values that are compared: the last ones of the window, on one scale. */
typedef struct side_by_side {
    const hw__series_row *rows; /* earlier, then later ones */
    size_t earlier, later;
    bool changed; /* there are more on another scale */
} side_by_side;

static side_by_side find_values(const hw__areas_work *work, uint32_t measure)
{
    size_t count = 0, most = 2 * (size_t)hw__areas_limit(work, HW_AREA_PARAMETER_LAST);
    int phase = work->series->measures[measure].phase;
    const hw__series_row *rows = hw__series_rows(work->series, measure, phase, &count);
    side_by_side found = {0};
    size_t first = count;
    while (first > 0 && count - first < most && rows[first - 1].day >= work->from &&
           rows[first - 1].range == rows[count - 1].range) {
        first--;
    }
    found.changed = first > 0 && count - first < most && rows[first - 1].day >= work->from;
    found.rows = first < count ? rows + first : NULL;
    found.earlier = (count - first) / 2;
    found.later = count - first - found.earlier;
    return found;
}

static const hw_norms *norms_of(const hw__areas_work *work, const char *measure)
{
    for (size_t i = 0; i < work->options->norms.count; i++) {
        if (strcmp(work->options->norms.items[i].measure, measure) == 0) {
            return work->options->norms.items[i].norms;
        }
    }
    return NULL;
}

/* Whether the last value is reliably worse than the first of those compared, by norms that mean the same
 * way. */
static void judge_reliably(hw__areas_work *work, hw__area *area, const hw_goal *goal, side_by_side found,
                           int way)
{
    const hw_norms *norms = norms_of(work, goal->measure);
    size_t n = found.earlier + found.later;
    if (!norms || way != (hw_norms_better(norms) == HW_BETTER_HIGHER ? 1 : -1)) {
        return;
    }
    hw_reliable_change *change =
        hw_norms_compare(norms, found.rows[0].value, found.rows[n - 1].value, work->err);
    if (!change) {
        hw__areas_fail(work);
        return;
    }
    hw__figure points = {0}, threshold = {0};
    points.there = hw_reliable_change_points(change, &points.value);
    threshold.there = hw_reliable_change_threshold(change, &threshold.value);
    if (hw_reliable_change_class(change) == HW_CHANGE_CLASS_DETERIORATED) {
        hw__area_decide(area, HW_AREA_RULE_MEASURE_RELIABLY_WORSE, points, threshold, n);
    }
    hw_reliable_change_free(change);
}

/* The value so that more is better. */
static double turned(const hw_goal *goal, double value, int way)
{
    if (way != 0) {
        return way * value;
    }
    double target = hw__decimal_double(goal->target.value);
    return value < target ? value - target : target - value;
}

static void judge_values(hw__areas_work *work, hw__area *area, const hw_goal *goal, side_by_side found,
                         int way)
{
    size_t n = found.earlier + found.later;
    double overlap = 0;
    for (size_t i = 0; i < n; i++) {
        work->scratch[i] = turned(goal, found.rows[i].value, way);
    }
    judge_reliably(work, area, goal, found, way);
    if (!hw__areas_nonoverlap(work, work->scratch, found.earlier, found.later, &overlap)) {
        return;
    }
    hw__figure better = hw__areas_threshold(work, HW_AREA_PARAMETER_BETTER),
               worse = hw__areas_threshold(work, HW_AREA_PARAMETER_WORSE);
    hw__figure value = hw__figure_of(overlap);
    if (overlap <= worse.value) {
        hw__area_decide(area, HW_AREA_RULE_MEASURE_WORSE, value, worse, n);
    } else if (overlap >= better.value) {
        hw__area_decide(area, HW_AREA_RULE_MEASURE_BETTER, value, better, n);
    } else {
        hw__area_decide(area, HW_AREA_RULE_MEASURE_SAME, value, better, n);
    }
    area->earlier = found.earlier;
    area->later = found.later;
}

/* Whether the measure speaks; else the rule that says why not. */
static bool judge_measure(hw__areas_work *work, hw__area *area, const hw_goal *goal, hw_area_rule *why,
                          side_by_side *found)
{
    uint32_t measure = hw__areas_measure(work, goal->measure);
    *why = HW_AREA_RULE_NO_MEASURE;
    *found = (side_by_side){0};
    if (measure == UINT32_MAX) {
        return false;
    }
    int way = hw__areas_way(goal, work->series->measures[measure].record);
    *why = HW_AREA_RULE_MEASURE_NEUTRAL;
    if (way == 0 && !(goal->direction == HW_DIRECTION_MAINTAIN && goal->target.present)) {
        return false;
    }
    *found = find_values(work, measure);
    *why = found->changed ? HW_AREA_RULE_MEASURE_CHANGED : HW_AREA_RULE_MEASURE_FEW;
    if (!found->rows || (double)found->earlier < hw__areas_limit(work, HW_AREA_PARAMETER_LEAST)) {
        return false;
    }
    judge_values(work, area, goal, *found, way);
    return area->applies != 0;
}

static void cite_values(hw__areas_work *work, hw__area *area, side_by_side found)
{
    uint32_t last = UINT32_MAX;
    for (size_t i = 0; i < found.earlier + found.later; i++) {
        if (found.rows[i].entry != last) {
            hw__areas_cite_entry(work, &area->evidence, found.rows[i].entry);
        }
        last = found.rows[i].entry;
    }
}

void hw__areas_judge_goals(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__GOALS].count;
    for (size_t i = 0; i < count && work->status == HW_OK; i++) {
        const hw_goal *goal = (const hw_goal *)hw__areas_known(work, HW__GOALS, i);
        if (!goal || !hw__areas_has_goal(goal)) {
            continue;
        }
        hw_area_rule why = HW_AREA_RULE_NO_MEASURE;
        side_by_side found;
        hw__area area = {.subject = HW_SUBJECT_GOAL, .id = hw__areas_keep(work, goal->head.id)};
        area.evidence = hw__evidence_begin(&work->areas->proofs);
        bool measured = judge_measure(work, &area, goal, &why, &found);
        if (!measured && !hw__areas_judge_attainment(work, &area, goal) &&
            !hw__areas_judge_steps(work, &area, goal)) {
            bool few = why == HW_AREA_RULE_MEASURE_FEW || why == HW_AREA_RULE_MEASURE_CHANGED;
            hw__figure value = {(double)found.earlier, few};
            hw__area_decide(&area, why, value,
                            few ? hw__areas_threshold(work, HW_AREA_PARAMETER_LEAST) : (hw__figure){0},
                            found.earlier + found.later);
            area.earlier = found.earlier;
            area.later = found.later;
            measured = true;
        }
        if (measured) {
            cite_values(work, &area, found);
        }
        if (!hw__vec_push(&work->areas->areas, area)) {
            hw__areas_fail(work);
        }
    }
}
