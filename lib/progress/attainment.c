/* SPDX-License-Identifier: MIT */
/* How far the goals of a plan are attained as of a moment: whose scores there are, the T-score of each rater by
 * themselves, and where raters differ. */
#include <math.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/attainment.h"
#include "progress/statistics.h"
#include "time/civil.h"

typedef struct gathering {
    hw_attainment *out;
    const hw_plan *plan;
    const char *rater; /* NULL = all */
    hw_instant as_of;
    size_t *rows; /* by a goal's place in the plan: its row, and 1 */
} gathering;

static const char *keep_text(hw_attainment *attainment, const char *text)
{
    return hw__arena_text(&attainment->arena, text, strlen(text));
}

/* ---- goals ---- */

static bool gather_goals(gathering *g)
{
    const hw__things *things = &g->plan->sections[HW__GOALS];
    hw_attainment *out = g->out;
    out->goals = hw__zalloc(things->count, sizeof *out->goals);
    g->rows = hw__zalloc(things->count, sizeof *g->rows);
    for (size_t i = 0; out->goals && g->rows && i < things->count; i++) {
        const hw_goal *goal = (const hw_goal *)hw__thing_known(&things->items[i], g->as_of);
        if (!goal || goal->state == HW_GOAL_ENTERED_IN_ERROR) {
            continue;
        }
        hw__attained *row = &out->goals[out->goal_count++];
        g->rows[i] = out->goal_count;
        row->id = keep_text(out, goal->head.id);
        row->said = goal->achievement;
        row->has_weight = hw__number_get(&goal->weight, &row->weight);
        row->has_baseline = hw__number_get(&goal->baseline, &row->baseline);
        row->has_target = hw__number_get(&goal->target, &row->target);
        if (!row->id) {
            return false;
        }
    }
    return out->goals && g->rows;
}

/* SIZE_MAX if it is none of them. */
static size_t find_goal(const gathering *g, const char *id)
{
    const hw__thing *thing = hw__plan_thing(g->plan, HW__GOALS, id, strlen(id));
    return thing ? g->rows[thing - g->plan->sections[HW__GOALS].items] - 1 : SIZE_MAX;
}

static size_t find_rater(const hw_attainment *attainment, const char *id)
{
    for (size_t i = 0; i < attainment->rater_count; i++) {
        if (strcmp(attainment->raters[i].id, id) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* ---- scores ---- */

/* The score as it was last recorded, if it counts: its goal at *goal. Else NULL. */
static const hw_score *score_at(const gathering *g, size_t index, size_t *goal)
{
    const hw__thing *thing = &g->plan->sections[HW__SCORES].items[index];
    const hw_score *score = (const hw_score *)hw__thing_known(thing, g->as_of);
    if (!score || !score->goal || !score->rater || (g->rater && strcmp(score->rater, g->rater) != 0)) {
        return NULL;
    }
    *goal = find_goal(g, score->goal);
    return *goal != SIZE_MAX ? score : NULL;
}

static bool add_rater(gathering *g, const char *id, int role)
{
    hw__judge *rater = &g->out->raters[g->out->rater_count];
    rater->id = keep_text(g->out, id);
    rater->role = (int16_t)role;
    g->out->rater_count += rater->id != NULL;
    return rater->id != NULL;
}

/* Whether each person of the plan has scored, in its order. NULL without memory. */
static bool *find_who_scored(const gathering *g)
{
    const hw__things *people = &g->plan->sections[HW__PEOPLE];
    bool *have = hw__zalloc(people->count, sizeof *have);
    for (size_t i = 0; have && i < g->plan->sections[HW__SCORES].count; i++) {
        size_t goal;
        const hw_score *score = score_at(g, i, &goal);
        const hw__thing *thing =
            score ? hw__plan_thing(g->plan, HW__PEOPLE, score->rater, strlen(score->rater)) : NULL;
        if (thing) {
            have[thing - people->items] = true;
        }
    }
    return have;
}

/* Who scored: the people of the plan in their order, then those whom it does not know any more. */
static bool gather_raters(gathering *g)
{
    const hw__things *people = &g->plan->sections[HW__PEOPLE], *scores = &g->plan->sections[HW__SCORES];
    g->out->raters = hw__zalloc(people->count + scores->count, sizeof *g->out->raters);
    bool *have = find_who_scored(g), good = g->out->raters && have;
    for (size_t i = 0; good && i < people->count; i++) {
        const hw_person *person = (const hw_person *)hw__thing_known(&people->items[i], g->as_of);
        if (person && have[i]) {
            good = add_rater(g, person->head.id, person->role);
        }
    }
    hw__free(have);
    for (size_t i = 0; good && i < scores->count; i++) {
        size_t goal;
        const hw_score *score = score_at(g, i, &goal);
        if (score && find_rater(g->out, score->rater) == SIZE_MAX) {
            good = add_rater(g, score->rater, -1);
        }
    }
    return good;
}

/* A score stands where its first revision holds from; its level is that of the last. */
static bool add_score(gathering *g, const hw_score *score, const hw_revision *first, size_t goal)
{
    hw__opinion *opinion = hw__opinion_at(g->out, goal, find_rater(g->out, score->rater));
    hw__mark mark = {keep_text(g->out, score->head.id), first->effective.date, score->level};
    int64_t wall = hw__local_wall(first->effective);
    if (opinion->n == 0 || wall < opinion->first_wall) {
        opinion->first = mark;
        opinion->first_wall = wall;
    }
    if (opinion->n == 0 || wall >= opinion->latest_wall) { /* of two at one time the one recorded later */
        opinion->latest = mark;
        opinion->latest_wall = wall;
    }
    opinion->n++;
    return mark.score != NULL;
}

static bool gather_scores(gathering *g)
{
    const hw__things *things = &g->plan->sections[HW__SCORES];
    g->out->opinions = hw__zalloc(g->out->goal_count * g->out->rater_count, sizeof *g->out->opinions);
    bool good = g->out->opinions != NULL;
    for (size_t i = 0; good && i < things->count; i++) {
        size_t goal;
        const hw_score *score = score_at(g, i, &goal);
        good = !score || add_score(g, score, things->items[i].revisions.items[0], goal);
    }
    return good;
}

/* ---- what raters say together, and each alone ---- */

static void spread(hw_attainment *attainment, size_t goal)
{
    int32_t least = 0, most = 0;
    int64_t n = 0;
    for (size_t r = 0; r < attainment->rater_count; r++) {
        const hw__opinion *opinion = hw__opinion_at(attainment, goal, r);
        if (opinion->n > 0) {
            int32_t level = opinion->latest.level;
            least = n == 0 || level < least ? level : least;
            most = n == 0 || level > most ? level : most;
            n++;
        }
    }
    attainment->goals[goal].spread =
        n > 1 ? hw__estimate(most - least, n)
              : hw__no_estimate(n, n == 1 ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NO_VALUES);
}

/* What the levels of one rater are laid out in, a row for each goal. */
typedef struct sheet {
    double *latest, *before, *after, *weights; /* one block */
    bool any_weight;
} sheet;

static bool open_sheet(sheet *s, const hw_attainment *attainment)
{
    size_t count = attainment->goal_count;
    s->latest = hw__zalloc(count + 1, 4 * sizeof *s->latest);
    if (!s->latest) {
        return false;
    }
    s->before = s->latest + count;
    s->after = s->before + count;
    s->weights = s->after + count;
    for (size_t i = 0; i < count; i++) {
        s->weights[i] = attainment->goals[i].has_weight ? attainment->goals[i].weight : NAN;
        s->any_weight |= attainment->goals[i].has_weight;
    }
    return true;
}

static hw_status judge(hw_attainment *attainment, const sheet *s, size_t rater, hw_error *err)
{
    const double missing = NAN;
    for (size_t i = 0; i < attainment->goal_count; i++) {
        const hw__opinion *opinion = hw__opinion_at(attainment, i, rater);
        s->latest[i] = opinion->n > 0 ? (double)opinion->latest.level : missing;
        s->before[i] = opinion->n > 1 ? (double)opinion->first.level : missing;
        s->after[i] = opinion->n > 1 ? (double)opinion->latest.level : missing;
    }
    hw__judge *its = &attainment->raters[rater];
    const double *weights = s->any_weight ? s->weights : NULL;
    hw_status status = hw_gas_t(s->latest, weights, attainment->goal_count, HW_GAS_RHO, &its->t, err);
    if (status == HW_OK) {
        status = hw_gas_change(s->before, s->after, weights, attainment->goal_count, HW_GAS_RHO,
                               &its->baseline, NULL, &its->change, err);
    }
    if (its->baseline.undefined == HW_UNDEFINED_NO_VALUES) { /* there are scores, but one of each goal */
        its->baseline.undefined = its->change.undefined = HW_UNDEFINED_TOO_FEW;
    }
    return status;
}

static hw_status judge_all(hw_attainment *attainment, hw_error *err)
{
    sheet s = {0};
    hw_status status = open_sheet(&s, attainment) ? HW_OK : hw__no_memory(err);
    for (size_t r = 0; status == HW_OK && r < attainment->rater_count; r++) {
        status = judge(attainment, &s, r, err);
    }
    for (size_t i = 0; i < attainment->goal_count; i++) {
        spread(attainment, i);
    }
    hw__free(s.latest);
    return status;
}

static bool gather(gathering *g)
{
    if (!gather_goals(g) || !gather_raters(g) || !gather_scores(g)) {
        return false;
    }
    hw__attainment_read_steps(g->out, g->plan, g->rows, g->as_of);
    return hw__attainment_read_values(g->out, g->plan, g->as_of);
}

hw_attainment *hw_plan_attainment(const hw_plan *plan, const char *rater, hw_instant as_of, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    const hw__thing *person = rater ? hw__plan_thing(plan, HW__PEOPLE, rater, strlen(rater)) : NULL;
    if (rater && (!person || !hw__thing_known(person, as_of))) {
        hw__fail(err, HW_ERR_NOT_FOUND, rater, "there is no such person as of the moment");
        return NULL;
    }
    gathering g = {.out = HW__NEW(attainment), .plan = plan, .rater = rater, .as_of = as_of};
    bool good = g.out && gather(&g);
    hw__free(g.rows);
    if (!good) {
        hw_attainment_free(g.out);
        hw__no_memory(err);
        return NULL;
    }
    if (judge_all(g.out, err) != HW_OK) {
        hw_attainment_free(g.out);
        return NULL;
    }
    hw__ok(err);
    return g.out;
}

void hw_attainment_free(hw_attainment *attainment)
{
    if (attainment) {
        hw__free(attainment->goals);
        hw__free(attainment->raters);
        hw__free(attainment->opinions);
        hw__arena_free(&attainment->arena);
        HW__DELETE(attainment, attainment);
    }
}
