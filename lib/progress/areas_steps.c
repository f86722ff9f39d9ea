/* SPDX-License-Identifier: MIT */
/* What the rule of graded steps suggests for each step of the goals, why, and where that leads. */
#include <stdlib.h>
#include <string.h>

#include "progress/areas.h"
#include "progress/ladder.h"

/* ---- the rules ---- */

static bool is_going_on(const hw_assignment *assignment)
{
    return assignment->state == HW_ASSIGNMENT_AGREED || assignment->state == HW_ASSIGNMENT_ACTIVE;
}

static bool is_unlikely(hw__areas_work *work, hw__advice *advice, uint32_t assignment)
{
    const hw_assignment *its = work->assignments[assignment];
    hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_LIKELIHOOD);
    int32_t likelihood = its->contract.likelihood;
    if (likelihood < 0 || likelihood >= least.value) {
        return false;
    }
    hw__advice_decide(advice, HW_SUGGESTION_SIMPLIFY, HW_SUGGESTION_REASON_LIKELIHOOD_LOW,
                      hw__figure_of(likelihood), least);
    advice->assignment = hw__areas_keep(work, its->head.id);
    hw__areas_cite(work, &advice->evidence, HW_EVIDENCE_REVISION, its->head.revision);
    return true;
}

/* An entry that was recorded since the assignment was last revised, and tells that it is unclear. */
static bool tells_unclear(const hw__areas_work *work, const hw__areas_entry *entry, uint32_t assignment)
{
    return entry->within && !entry->hidden &&
           hw__areas_row(work, entry)->recorded >= work->assignments[assignment]->head.recorded.instant &&
           hw__areas_tells(work, entry->log, HW_BARRIER_UNCLEAR_WHAT);
}

static bool is_unclear(hw__areas_work *work, hw__advice *advice, uint32_t assignment)
{
    size_t times = 0;
    for (uint32_t i = work->chains[assignment]; i != HW__NO_ENTRY; i = work->entries.items[i].next) {
        if (tells_unclear(work, &work->entries.items[i], assignment)) {
            hw__areas_cite_entry(work, &advice->evidence, work->entries.items[i].log);
            times++;
        }
    }
    if (times == 0) {
        return false;
    }
    hw__advice_decide(advice, HW_SUGGESTION_SIMPLIFY, HW_SUGGESTION_REASON_UNCLEAR_WHAT,
                      hw__figure_of((double)times), hw__figure_of(1));
    advice->assignment = hw__areas_keep(work, work->assignments[assignment]->head.id);
    return true;
}

/* The first assignment of the step of which a rule holds. */
static bool any(hw__areas_work *work, hw__advice *advice, const hw_step *step, bool going_on,
                bool (*rule)(hw__areas_work *work, hw__advice *advice, uint32_t assignment))
{
    const hw__links *its = &work->step_assignments;
    size_t index = hw__areas_index(work, HW__STEPS, step->head.id);
    bool holds = false;
    for (uint32_t i = its->starts[index]; !holds && i < its->starts[index + 1]; i++) {
        uint32_t assignment = its->items[i];
        holds = (!going_on || is_going_on(work->assignments[assignment])) && rule(work, advice, assignment);
    }
    return holds;
}

/* From when on practices count: since the step was last lost. */
static int64_t counts_from(const hw__areas_work *work, const hw_step *step)
{
    const hw__thing *thing = hw__plan_thing(work->plan, HW__STEPS, step->head.id, strlen(step->head.id));
    const hw_step *before = NULL;
    int64_t from = INT64_MIN;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_step *revision = (const hw_step *)thing->revisions.items[r];
        if (revision->head.recorded.instant > work->as_of) {
            continue;
        }
        if (revision->state == HW_STEP_REGRESSED && !(before && before->state == HW_STEP_REGRESSED)) {
            from = hw__local_wall(revision->head.effective);
        }
        before = revision;
    }
    return from;
}

hw_step_progress *hw__areas_step_progress(hw__areas_work *work, const hw_step *step)
{
    hw_step_progress *progress =
        hw__step_progress_since(work->plan, step, work->as_of, counts_from(work, step), &work->sources);
    if (!progress) {
        hw__areas_fail(work);
    }
    return progress;
}

void hw__areas_cite_practices(hw__areas_work *work, hw_evidence *evidence, const hw_step_progress *progress)
{
    for (size_t i = 0; i < hw_step_progress_evidence_count(progress); i++) {
        const char *id = hw_step_progress_evidence_at(progress, i);
        hw__areas_cite_entry(work, evidence, hw__log_find(work->plan->log, id, strlen(id)));
    }
}

/* Whether the criterion is met; else that it is not, or is missing. */
static bool step_up(hw__areas_work *work, hw__advice *advice, const hw_step *step, size_t *count,
                    size_t *needed)
{
    *count = *needed = 0;
    if (!step->criterion.present) {
        return false;
    }
    hw_step_progress *progress = hw__areas_step_progress(work, step);
    if (!progress) {
        return false;
    }
    bool met = hw_step_progress_met(progress);
    *count = (size_t)hw_step_progress_count(progress);
    *needed = (size_t)hw_step_progress_needed(progress);
    if (met) {
        hw__areas_cite_practices(work, &advice->evidence, progress);
    }
    hw_step_progress_free(progress);
    return met;
}

static void advise_practised(hw__areas_work *work, hw__advice *advice, const hw_step *step)
{
    size_t count = 0, needed = 0;
    bool met = step_up(work, advice, step, &count, &needed);
    hw__figure practised = {(double)count, needed > 0}, agreed = {(double)needed, needed > 0};
    if (met) {
        hw__advice_decide(advice, HW_SUGGESTION_STEP_UP, HW_SUGGESTION_REASON_CRITERION_MET, practised,
                          agreed);
    } else if (!any(work, advice, step, false, hw__areas_step_down) &&
               !any(work, advice, step, true, is_unlikely) && !any(work, advice, step, true, is_unclear)) {
        hw__advice_decide(advice, HW_SUGGESTION_HOLD,
                          needed > 0 ? HW_SUGGESTION_REASON_CRITERION_OPEN
                                     : HW_SUGGESTION_REASON_NO_CRITERION,
                          practised, agreed);
    }
}

static void advise_by_state(hw__areas_work *work, hw__advice *advice, const hw_step *step)
{
    hw_suggestion_reason why = HW_SUGGESTION_REASON_REACHED;
    switch (step->state) {
    case HW_STEP_AVAILABLE:
    case HW_STEP_IN_PRACTICE:
    case HW_STEP_REGRESSED:
        advise_practised(work, advice, step);
        return;
    case HW_STEP_CRITERION_MET:
        if (any(work, advice, step, false, hw__areas_step_down)) {
            return;
        }
        break;
    case HW_STEP_LOCKED:
        why = HW_SUGGESTION_REASON_LOCKED;
        break;
    case HW_STEP_SKIPPED:
        why = HW_SUGGESTION_REASON_SKIPPED;
        break;
    default:
        break;
    }
    hw__advice_decide(advice, HW_SUGGESTION_NONE, why, (hw__figure){0}, (hw__figure){0});
    hw__areas_cite(work, &advice->evidence, HW_EVIDENCE_REVISION, step->head.revision);
}

/* ---- the ladder of a goal ---- */

typedef HW__VEC(const hw_step *) rungs;

static int compare_rungs(const void *a, const void *b)
{
    return hw__steps_compare(*(const hw_step *const *)a, *(const hw_step *const *)b);
}

static bool is_passed(const hw_step *step)
{
    return step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED ||
           step->state == HW_STEP_SKIPPED;
}

/* Where a suggestion leads; NULL. */
static const char *target_of(hw__areas_work *work, const hw__advice *advice, const rungs *all, size_t index)
{
    if (advice->suggestion == HW_SUGGESTION_STEP_UP) {
        for (size_t i = index + 1; i < all->count; i++) {
            if (!is_passed(all->items[i])) {
                return hw__areas_keep(work, all->items[i]->head.id);
            }
        }
    }
    for (size_t i = index; advice->suggestion == HW_SUGGESTION_STEP_DOWN && i > 0; i--) {
        if (all->items[i - 1]->state != HW_STEP_SKIPPED) {
            return hw__areas_keep(work, all->items[i - 1]->head.id);
        }
    }
    return NULL;
}

static void advise_goal(hw__areas_work *work, const hw_goal *goal, size_t index)
{
    const hw__links *steps = &work->goal_steps;
    rungs all = {0};
    for (uint32_t i = steps->starts[index]; i < steps->starts[index + 1]; i++) {
        if (!hw__vec_push(&all, (const hw_step *)hw__areas_known(work, HW__STEPS, steps->items[i]))) {
            hw__areas_fail(work);
        }
    }
    if (all.count > 1) {
        qsort(all.items, all.count, sizeof *all.items, compare_rungs);
    }
    const char *kept = all.count ? hw__areas_keep(work, goal->head.id) : NULL;
    for (size_t i = 0; i < all.count && work->status == HW_OK; i++) {
        hw__advice advice = {.goal = kept,
                             .step = hw__areas_keep(work, all.items[i]->head.id),
                             .state = all.items[i]->state};
        advice.evidence = hw__evidence_begin(&work->areas->proofs);
        advise_by_state(work, &advice, all.items[i]);
        advice.target = target_of(work, &advice, &all, i);
        if (!hw__vec_push(&work->areas->advice, advice)) {
            hw__areas_fail(work);
        }
    }
    hw__vec_free(&all);
}

void hw__areas_advise(hw__areas_work *work)
{
    for (size_t i = 0; i < work->plan->sections[HW__GOALS].count && work->status == HW_OK; i++) {
        const hw_goal *goal = (const hw_goal *)hw__areas_known(work, HW__GOALS, i);
        if (goal && hw__areas_has_goal(goal)) {
            advise_goal(work, goal, i);
        }
    }
}
