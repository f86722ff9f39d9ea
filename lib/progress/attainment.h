/* SPDX-License-Identifier: MIT */
/* The attainment of a plan's goals in memory: goals, raters, and what each rater said of each goal. */
#ifndef HW_PROGRESS_ATTAINMENT_H
#define HW_PROGRESS_ATTAINMENT_H

#include "base/arena.h"
#include "homework/attainment.h"
#include "model/plan_store.h"

/* One of a rater's scores of a goal. */
typedef struct hw__mark {
    const char *score; /* its id, in the arena */
    hw_date date;
    int32_t level;
} hw__mark;

/* What one rater said of one goal. */
typedef struct hw__opinion {
    int64_t n; /* 0 = nothing */
    hw__mark first, latest;
    int64_t first_wall, latest_wall;
} hw__opinion;

typedef struct hw__attained {
    const char *id; /* in the arena */
    bool has_weight, has_baseline, has_target;
    double weight, baseline, target;
    uint8_t said, derived; /* hw_achievement */
    hw_date reached;
    hw_estimate latest, movement, spread;
    int64_t steps, steps_met;
} hw__attained;

typedef struct hw__judge {
    const char *id; /* in the arena */
    int16_t role;   /* hw_role; -1 = nobody knows any more */
    hw_estimate t, baseline, change;
} hw__judge;

struct hw_attainment {
    hw__attained *goals;
    hw__judge *raters;
    size_t goal_count, rater_count;
    hw__opinion *opinions; /* of goal g and rater r at g * rater_count + r */
    hw__arena arena;
};

static inline hw__opinion *hw__opinion_at(const hw_attainment *attainment, size_t goal, size_t rater)
{
    return &attainment->opinions[goal * attainment->rater_count + rater];
}

/* attainment_goals.c: what measures and steps say of the goals, whose ids and numbers are there. */
/* `rows`: by a goal's place in the plan its row, and 1; 0 = it has none. */
void hw__attainment_read_steps(hw_attainment *attainment, const hw_plan *plan, const size_t *rows,
                               hw_instant as_of);
/* False without memory. */
bool hw__attainment_read_values(hw_attainment *attainment, const hw_plan *plan, hw_instant as_of);

#endif
