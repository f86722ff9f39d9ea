/* SPDX-License-Identifier: MIT */
/* What was accomplished in the window: goals, targets, steps, criteria, skills, and what was done. Facts with
 * their evidence, no praise. */
#include <string.h>

#include "progress/areas.h"
#include "progress/ladder.h"

/* A fact that is about to be cited. */
static hw__fact begin(hw__areas_work *work, hw_accomplishment kind, const char *id, hw_date date,
                      int64_t times)
{
    return (hw__fact){.kind = (uint8_t)kind,
                      .id = hw__areas_keep(work, id),
                      .date = date,
                      .times = times,
                      .evidence = hw__evidence_begin(&work->areas->proofs)};
}

static void add(hw__areas_work *work, hw__fact fact)
{
    if (!hw__vec_push(&work->areas->facts, fact)) {
        hw__areas_fail(work);
    }
}

static bool is_within(const hw__areas_work *work, hw_date date)
{
    return date.year && hw__areas_within(work, hw__day_from_date(date));
}

/* ---- what somebody said ---- */

static bool is_achieved(const hw_revision *record)
{
    const hw_goal *goal = (const hw_goal *)record;
    return goal->achievement == HW_ACHIEVEMENT_ACHIEVED || goal->achievement == HW_ACHIEVEMENT_SUSTAINING;
}

static bool is_reached(const hw_revision *record)
{
    const hw_step *step = (const hw_step *)record;
    return step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED;
}

static bool is_kept(const hw_revision *record)
{
    return ((const hw_step *)record)->state == HW_STEP_CONSOLIDATED;
}

/* The revision with which a thing came to be so as it still is known to be; NULL if it is not. */
static const hw_revision *came_to(const hw__areas_work *work, const hw__thing *thing,
                                  bool (*is_so)(const hw_revision *record))
{
    const hw_revision *since = NULL;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_revision *record = thing->revisions.items[r];
        if (record->recorded.instant <= work->as_of) {
            since = !is_so(record) ? NULL : since ? since : record;
        }
    }
    return since;
}

static void add_said(hw__areas_work *work, hw_accomplishment kind, const hw_revision *since, hw_date date)
{
    if (!since || !is_within(work, date)) {
        return;
    }
    hw__fact fact = begin(work, kind, since->id, date, 1);
    hw__areas_cite(work, &fact.evidence, HW_EVIDENCE_REVISION, since->revision);
    add(work, fact);
}

/* The goal at an index as known, if it has an area. */
static const hw_goal *goal_at(const hw__areas_work *work, size_t index)
{
    const hw_goal *goal = (const hw_goal *)hw__areas_known(work, HW__GOALS, index);
    return goal && hw__areas_has_goal(goal) ? goal : NULL;
}

/* The step at an index as known, if its goal has an area. */
static const hw_step *step_at(const hw__areas_work *work, size_t index)
{
    const hw_step *step = (const hw_step *)hw__areas_known(work, HW__STEPS, index);
    const hw_goal *goal = step ? (const hw_goal *)hw__areas_find_known(work, HW__GOALS, step->goal) : NULL;
    return goal && hw__areas_has_goal(goal) ? step : NULL;
}

static void find_goals(hw__areas_work *work)
{
    const hw__things *goals = &work->plan->sections[HW__GOALS];
    for (size_t i = 0; i < goals->count; i++) {
        const hw_revision *since = goal_at(work, i) ? came_to(work, &goals->items[i], is_achieved) : NULL;
        if (since) {
            add_said(work, HW_ACCOMPLISHMENT_GOAL_ACHIEVED, since, since->effective.date);
        }
    }
}

static void find_steps(hw__areas_work *work, hw_accomplishment kind, bool (*is_so)(const hw_revision *record))
{
    const hw__things *steps = &work->plan->sections[HW__STEPS];
    for (size_t i = 0; i < steps->count; i++) {
        const hw_revision *since = step_at(work, i) ? came_to(work, &steps->items[i], is_so) : NULL;
        if (since) {
            add_said(work, kind, since, hw__step_reached_on((const hw_step *)since));
        }
    }
}

/* Cites what shows a stage: a session, or an entry. */
static void cite_skill(hw__areas_work *work, hw_evidence *evidence, const char *id)
{
    uint32_t log = id ? hw__log_find(work->plan->log, id, strlen(id)) : UINT32_MAX;
    if (log != UINT32_MAX && work->plan->log->entries.items[log].recorded <= work->as_of) {
        hw__areas_cite_entry(work, evidence, log);
    } else if (hw__areas_find_known(work, HW__SESSIONS, id)) {
        hw__areas_cite(work, evidence, HW_EVIDENCE_SESSION, id);
    }
}

static void find_skills(hw__areas_work *work)
{
    const hw__things *skills = &work->plan->sections[HW__SKILLS];
    for (size_t i = 0; i < skills->count; i++) {
        const hw_skill *before = NULL, *last = NULL;
        for (size_t r = 0; r < skills->items[i].revisions.count; r++) {
            const hw_skill *skill = (const hw_skill *)skills->items[i].revisions.items[r];
            if (skill->head.recorded.instant > work->as_of) {
                continue;
            }
            last = before && skill->state > before->state ? skill : last;
            before = skill;
        }
        if (!last || before->state < last->state || !is_within(work, last->head.effective.date)) {
            continue;
        }
        hw__fact fact = begin(work, HW_ACCOMPLISHMENT_SKILL_ADVANCED, last->head.id,
                              last->head.effective.date, last->state);
        hw__areas_cite(work, &fact.evidence, HW_EVIDENCE_REVISION, last->head.revision);
        cite_skill(work, &fact.evidence, last->evidence);
        add(work, fact);
    }
}

/* ---- what the log shows ---- */

/* The first value that came to the target, on the scale of the last one. */
static const hw__series_row *first_at_target(const hw__areas_work *work, const hw_goal *goal,
                                             uint32_t measure)
{
    size_t count = 0;
    int way = hw__areas_way(goal, work->series->measures[measure].record);
    const hw__series_row *rows =
        hw__series_rows(work->series, measure, work->series->measures[measure].phase, &count);
    double target = hw__decimal_double(goal->target.value);
    for (size_t i = 0; way != 0 && i < count; i++) {
        if (rows[i].range == rows[count - 1].range && way * rows[i].value >= way * target) {
            return &rows[i];
        }
    }
    return NULL;
}

static void find_targets(hw__areas_work *work)
{
    for (size_t i = 0; i < work->plan->sections[HW__GOALS].count; i++) {
        const hw_goal *goal = goal_at(work, i);
        uint32_t measure = goal && goal->target.present ? hw__areas_measure(work, goal->measure) : UINT32_MAX;
        const hw__series_row *row = measure != UINT32_MAX ? first_at_target(work, goal, measure) : NULL;
        if (row && hw__areas_within(work, row->day)) {
            hw__fact fact =
                begin(work, HW_ACCOMPLISHMENT_TARGET_REACHED, goal->head.id, hw__date_from_day(row->day), 1);
            hw__areas_cite_entry(work, &fact.evidence, row->entry);
            add(work, fact);
        }
    }
}

static void find_criteria(hw__areas_work *work)
{
    for (size_t i = 0; i < work->plan->sections[HW__STEPS].count && work->status == HW_OK; i++) {
        const hw_step *step = step_at(work, i);
        if (!step || !step->criterion.present ||
            (step->state != HW_STEP_AVAILABLE && step->state != HW_STEP_IN_PRACTICE &&
             step->state != HW_STEP_REGRESSED)) {
            continue;
        }
        hw_step_progress *progress = hw__areas_step_progress(work, step);
        if (progress && hw_step_progress_met(progress) &&
            is_within(work, hw_step_progress_first_met(progress))) {
            hw__fact fact = begin(work, HW_ACCOMPLISHMENT_CRITERION_MET, step->head.id,
                                  hw_step_progress_first_met(progress), hw_step_progress_count(progress));
            hw__areas_cite_practices(work, &fact.evidence, progress);
            if (fact.evidence.count > 0) {
                add(work, fact);
            }
        }
        hw_step_progress_free(progress);
    }
}

static bool is_done(const hw__areas_work *work, const hw__areas_entry *entry)
{
    const hw__entry_row *row = hw__areas_row(work, entry);
    return row->extent == HW_EXTENT_DONE || row->extent == HW_EXTENT_EXCEEDED ||
           (row->extent == HW_EXTENT_SUBSTITUTED &&
            hw__entry_is_equivalent(work->plan, work->as_of, hw__areas_entry_id(work, entry->log)));
}

static void find_firsts(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    const hw__areas_entry **first = hw__zalloc(count, sizeof *first);
    for (size_t i = 0; first && i < work->entries.count; i++) {
        const hw__areas_entry *entry = &work->entries.items[i];
        if (entry->assignment != HW__NO_ASSIGNMENT && is_done(work, entry) &&
            (!first[entry->assignment] || entry->wall < first[entry->assignment]->wall)) {
            first[entry->assignment] = entry;
        }
    }
    for (size_t i = 0; first && i < count; i++) {
        if (first[i] && first[i]->within && !first[i]->hidden) {
            hw__fact fact = begin(work, HW_ACCOMPLISHMENT_FIRST_DONE, work->assignments[i]->head.id,
                                  hw__wall_local(first[i]->wall).date, 1);
            hw__areas_cite_entry(work, &fact.evidence, first[i]->log);
            add(work, fact);
        }
    }
    if (!first) {
        hw__areas_fail(work);
    }
    hw__free(first);
}

/* ---- what was counted ---- */

static const hw__occurrence *eligible_at(const hw__areas_work *work, uint32_t index)
{
    return &work->areas->occurrences->rows.items[work->eligible[index]];
}

/* Adds how many were done, of occurrences of a quota or of others. */
static void add_count(hw__areas_work *work, hw_accomplishment kind, uint32_t assignment, unsigned quota)
{
    int64_t times = 0, of = 0;
    for (uint32_t i = work->first[assignment]; i < work->first[assignment + 1]; i++) {
        const hw__occurrence *row = eligible_at(work, i);
        bool counts = (row->flags & HW__OCCURRENCE_QUOTA) == quota;
        of += counts;
        times += counts && hw__areas_done(row);
    }
    if (times == 0) {
        return;
    }
    hw__fact fact = begin(work, kind, work->assignments[assignment]->head.id, (hw_date){0, 0, 0}, times);
    fact.of = of;
    for (uint32_t i = work->first[assignment]; i < work->first[assignment + 1]; i++) {
        const hw__occurrence *row = eligible_at(work, i);
        if ((row->flags & HW__OCCURRENCE_QUOTA) == quota && hw__areas_done(row)) {
            hw__areas_cite_row(work, &fact.evidence, fact.id, row);
        }
    }
    add(work, fact);
}

/* Adds the longest row of what was done, if it is one; of several the first. */
static void add_streak(hw__areas_work *work, uint32_t assignment)
{
    uint32_t run = 0, best = 0, end = 0;
    for (uint32_t i = work->first[assignment]; i < work->first[assignment + 1]; i++) {
        run = hw__areas_done(eligible_at(work, i)) ? run + 1 : 0;
        if (run > best) {
            best = run;
            end = i + 1;
        }
    }
    if (best < 2) {
        return;
    }
    hw__fact fact = begin(work, HW_ACCOMPLISHMENT_STREAK, work->assignments[assignment]->head.id,
                          (hw_date){0, 0, 0}, best);
    fact.of = work->first[assignment + 1] - work->first[assignment];
    for (uint32_t i = end - best; i < end; i++) {
        hw__areas_cite_row(work, &fact.evidence, fact.id, eligible_at(work, i));
    }
    add(work, fact);
}

static void find_counts(hw__areas_work *work, hw_accomplishment kind)
{
    for (uint32_t i = 0; i < work->plan->sections[HW__ASSIGNMENTS].count; i++) {
        if (!work->assignments[i]) {
            continue;
        }
        if (kind == HW_ACCOMPLISHMENT_STREAK) {
            add_streak(work, i);
        } else {
            add_count(work, kind, i, kind == HW_ACCOMPLISHMENT_QUOTA_MET ? HW__OCCURRENCE_QUOTA : 0);
        }
    }
}

void hw__areas_find_facts(hw__areas_work *work)
{
    find_goals(work);
    find_targets(work);
    find_steps(work, HW_ACCOMPLISHMENT_STEP_REACHED, is_reached);
    find_steps(work, HW_ACCOMPLISHMENT_STEP_KEPT, is_kept);
    find_criteria(work);
    find_skills(work);
    find_firsts(work);
    find_counts(work, HW_ACCOMPLISHMENT_QUOTA_MET);
    find_counts(work, HW_ACCOMPLISHMENT_DONE);
    if (work->options->streaks) {
        find_counts(work, HW_ACCOMPLISHMENT_STREAK);
    }
}
