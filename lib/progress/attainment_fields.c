/* SPDX-License-Identifier: MIT */
/* Looking at the attainment of a plan's goals. */
#include "progress/attainment.h"
#include "progress/statistics.h"

/* ---- raters ---- */

size_t hw_attainment_rater_count(const hw_attainment *attainment)
{
    return attainment ? attainment->rater_count : 0;
}

/* NULL past the end. */
static const hw__judge *rater_at(const hw_attainment *attainment, size_t rater)
{
    return rater < hw_attainment_rater_count(attainment) ? &attainment->raters[rater] : NULL;
}

const char *hw_attainment_rater_at(const hw_attainment *attainment, size_t rater)
{
    const hw__judge *at = rater_at(attainment, rater);
    return at ? at->id : NULL;
}

hw_estimate hw_attainment_t_at(const hw_attainment *attainment, size_t rater)
{
    const hw__judge *at = rater_at(attainment, rater);
    return at ? at->t : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

hw_estimate hw_attainment_baseline_at(const hw_attainment *attainment, size_t rater)
{
    const hw__judge *at = rater_at(attainment, rater);
    return at ? at->baseline : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

hw_estimate hw_attainment_change_at(const hw_attainment *attainment, size_t rater)
{
    const hw__judge *at = rater_at(attainment, rater);
    return at ? at->change : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

/* ---- goals ---- */

size_t hw_attainment_goal_count(const hw_attainment *attainment)
{
    return attainment ? attainment->goal_count : 0;
}

/* NULL past the end. */
static const hw__attained *goal_at(const hw_attainment *attainment, size_t goal)
{
    return goal < hw_attainment_goal_count(attainment) ? &attainment->goals[goal] : NULL;
}

const char *hw_attainment_goal_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->id : NULL;
}

bool hw_attainment_weight_at(const hw_attainment *attainment, size_t goal, double *out)
{
    const hw__attained *at = goal_at(attainment, goal);
    if (!at || !at->has_weight) {
        return false;
    }
    if (out) {
        *out = at->weight;
    }
    return true;
}

hw_estimate hw_attainment_spread_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->spread : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

hw_date hw_attainment_reached_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->reached : (hw_date){0, 0, 0};
}

hw_estimate hw_attainment_latest_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->latest : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

hw_achievement hw_attainment_achievement_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? (hw_achievement)at->derived : HW_ACHIEVEMENT_NONE;
}

hw_estimate hw_attainment_movement_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->movement : hw__no_estimate(0, HW_UNDEFINED_NO_VALUES);
}

int64_t hw_attainment_steps_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->steps : 0;
}

int64_t hw_attainment_steps_met_at(const hw_attainment *attainment, size_t goal)
{
    const hw__attained *at = goal_at(attainment, goal);
    return at ? at->steps_met : 0;
}

/* ---- what a rater said of a goal ---- */

/* NULL if nothing. */
static const hw__opinion *opinion_at(const hw_attainment *attainment, size_t goal, size_t rater)
{
    if (!goal_at(attainment, goal) || !rater_at(attainment, rater)) {
        return NULL;
    }
    const hw__opinion *opinion = hw__opinion_at(attainment, goal, rater);
    return opinion->n > 0 ? opinion : NULL;
}

static const hw__mark *mark_of(const hw__opinion *opinion, bool latest)
{
    return latest ? &opinion->latest : &opinion->first;
}

int64_t hw_attainment_score_count(const hw_attainment *attainment, size_t goal, size_t rater)
{
    const hw__opinion *opinion = opinion_at(attainment, goal, rater);
    return opinion ? opinion->n : 0;
}

bool hw_attainment_level_at(const hw_attainment *attainment, size_t goal, size_t rater, bool latest,
                            int32_t *out)
{
    const hw__opinion *opinion = opinion_at(attainment, goal, rater);
    if (opinion && out) {
        *out = mark_of(opinion, latest)->level;
    }
    return opinion != NULL;
}

hw_date hw_attainment_scored_at(const hw_attainment *attainment, size_t goal, size_t rater, bool latest)
{
    const hw__opinion *opinion = opinion_at(attainment, goal, rater);
    return opinion ? mark_of(opinion, latest)->date : (hw_date){0, 0, 0};
}

const char *hw_attainment_score_at(const hw_attainment *attainment, size_t goal, size_t rater, bool latest)
{
    const hw__opinion *opinion = opinion_at(attainment, goal, rater);
    return opinion ? mark_of(opinion, latest)->score : NULL;
}
