/* SPDX-License-Identifier: MIT */
/* How does a goal go whose measure does not say? By the scores of attainment, or by its steps. */
#include <string.h>

#include "progress/areas.h"
#include "progress/ladder.h"

/* ---- its attainment ---- */

/* A score of the goal as known, if it stands in the window: where its first revision holds from. */
static const hw_score *score_at(const hw__areas_work *work, const hw_goal *goal, size_t index, int64_t *wall)
{
    const hw_score *score = (const hw_score *)hw__areas_known(work, HW__SCORES, index);
    if (!score || strcmp(score->goal, goal->head.id) != 0) {
        return NULL;
    }
    *wall = hw__local_wall(work->plan->sections[HW__SCORES].items[index].revisions.items[0]->effective);
    return hw__areas_within(work, hw__wall_day(*wall)) ? score : NULL;
}

/* What one rater said in the window. */
typedef struct opinion {
    const hw_score *first, *last;
    int64_t first_wall, last_wall;
    size_t n;
} opinion;

static opinion opinion_of(const hw__areas_work *work, const hw_goal *goal, const char *rater)
{
    opinion its = {0};
    for (size_t i = 0; i < work->plan->sections[HW__SCORES].count; i++) {
        int64_t wall = 0;
        const hw_score *score = score_at(work, goal, i, &wall);
        if (!score || strcmp(score->rater, rater) != 0) {
            continue;
        }
        if (its.n == 0 || wall < its.first_wall) {
            its.first = score;
            its.first_wall = wall;
        }
        if (its.n == 0 || wall >= its.last_wall) {
            its.last = score;
            its.last_wall = wall;
        }
        its.n++;
    }
    return its;
}

/* Of the raters who scored it twice, the one who did so last: the first and the last level. */
bool hw__areas_judge_attainment(hw__areas_work *work, hw__area *area, const hw_goal *goal)
{
    opinion its = {0};
    for (size_t i = 0; i < work->plan->sections[HW__SCORES].count; i++) {
        int64_t wall = 0;
        const hw_score *score = score_at(work, goal, i, &wall);
        if (score && (its.n == 0 || wall >= its.last_wall)) {
            opinion other = opinion_of(work, goal, score->rater);
            its = other.n >= 2 && (its.n == 0 || other.last_wall >= its.last_wall) ? other : its;
        }
    }
    if (its.n == 0) {
        return false;
    }
    int32_t levels = its.last->level - its.first->level;
    hw_area_rule rule = levels > 0   ? HW_AREA_RULE_ATTAINMENT_HIGHER
                        : levels < 0 ? HW_AREA_RULE_ATTAINMENT_LOWER
                                     : HW_AREA_RULE_ATTAINMENT_SAME;
    hw__area_decide(area, rule, hw__figure_of(levels), (hw__figure){0}, its.n);
    hw__areas_cite(work, &area->evidence, HW_EVIDENCE_SCORE, its.first->head.id);
    hw__areas_cite(work, &area->evidence, HW_EVIDENCE_SCORE, its.last->head.id);
    return true;
}

/* ---- its steps ---- */

/* What became of a step in the window: the revision with which it was reached, or lost, and is so still. */
typedef struct turn {
    const hw_step *reached, *lost;
} turn;

static turn turn_of(const hw__areas_work *work, const hw__thing *thing)
{
    turn its = {NULL, NULL};
    const hw_step *before = NULL;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_step *step = (const hw_step *)thing->revisions.items[r];
        if (step->head.recorded.instant > work->as_of) {
            continue;
        }
        bool came = !before || before->state != step->state;
        bool now = came && hw__areas_within(work, hw__day_from_date(hw__step_reached_on(step)));
        if (step->state == HW_STEP_REGRESSED) {
            its = (turn){NULL, came ? (now ? step : NULL) : its.lost};
        } else if (step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED) {
            its = (turn){now ? step : its.reached, NULL};
        }
        before = step;
    }
    return its;
}

static void cite_turns(hw__areas_work *work, hw__area *area, size_t goal, bool lost)
{
    const hw__links *steps = &work->goal_steps;
    for (uint32_t i = steps->starts[goal]; i < steps->starts[goal + 1]; i++) {
        turn its = turn_of(work, &work->plan->sections[HW__STEPS].items[steps->items[i]]);
        const hw_step *shown = lost ? its.lost : its.reached;
        if (shown) {
            hw__areas_cite(work, &area->evidence, HW_EVIDENCE_REVISION, shown->head.revision);
        }
    }
}

/* Practised for its steps often enough, and none of them was reached or lost. */
static bool judge_practice(hw__areas_work *work, hw__area *area, size_t goal)
{
    const hw__links *its = &work->goal_assignments;
    size_t n = 0;
    for (uint32_t i = its->starts[goal]; i < its->starts[goal + 1]; i++) {
        n += work->first[its->items[i] + 1] - work->first[its->items[i]];
    }
    hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_SETTLED);
    if ((double)n < least.value) {
        return false;
    }
    hw__area_decide(area, HW_AREA_RULE_STEPS_SAME, hw__figure_of(0), hw__figure_of(1), n);
    for (uint32_t i = its->starts[goal]; i < its->starts[goal + 1]; i++) {
        const char *kept = hw__areas_keep(work, work->assignments[its->items[i]]->head.id);
        hw__areas_cite_eligible(work, &area->evidence, kept, its->items[i]);
    }
    return true;
}

bool hw__areas_judge_steps(hw__areas_work *work, hw__area *area, const hw_goal *goal)
{
    const hw__links *steps = &work->goal_steps;
    size_t index = hw__areas_index(work, HW__GOALS, goal->head.id);
    size_t reached = 0, lost = 0, n = steps->starts[index + 1] - steps->starts[index];
    for (uint32_t i = steps->starts[index]; i < steps->starts[index + 1]; i++) {
        turn its = turn_of(work, &work->plan->sections[HW__STEPS].items[steps->items[i]]);
        reached += its.reached != NULL;
        lost += its.lost != NULL;
    }
    if (lost > 0) {
        hw__area_decide(area, HW_AREA_RULE_STEPS_LOST, hw__figure_of((double)lost), hw__figure_of(1), n);
    } else if (reached > 0) {
        hw__area_decide(area, HW_AREA_RULE_STEPS_REACHED, hw__figure_of((double)reached), hw__figure_of(1),
                        n);
    } else {
        return n > 0 && judge_practice(work, area, index);
    }
    cite_turns(work, area, index, lost > 0);
    return true;
}
