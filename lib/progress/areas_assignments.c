/* SPDX-License-Identifier: MIT */
/* How do assignments and skills go? By what was done, what got in the way, which concerns wait, and whether
 * the second half of the window went better than the first. */
#include <stdlib.h>

#include "progress/areas.h"

/* ---- what is counted of an assignment ---- */

static const hw__occurrence *eligible_at(const hw__areas_work *work, uint32_t index)
{
    return &work->areas->occurrences->rows.items[work->eligible[index]];
}

static void judge_done(hw__areas_work *work, hw__area *area, uint32_t assignment, size_t n)
{
    size_t done = 0;
    for (uint32_t i = work->first[assignment]; i < work->first[assignment + 1]; i++) {
        done += hw__areas_done(eligible_at(work, i));
    }
    double rate = n ? (double)done / (double)n : 0;
    hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_DONE);
    if ((double)n >= hw__areas_limit(work, HW_AREA_PARAMETER_SETTLED) && rate < least.value) {
        hw__area_decide(area, HW_AREA_RULE_DONE_SELDOM, hw__figure_of(rate), least, n);
        hw__areas_cite_eligible(work, &area->evidence, area->id, assignment);
    }
}

/* The most frequent barrier; of several the first in their order. */
static void judge_barriers(hw__areas_work *work, hw__area *area, uint32_t assignment)
{
    const uint32_t *told = work->told + (size_t)assignment * HW__BARRIERS;
    int most = 0;
    for (int barrier = 1; barrier < HW__BARRIERS; barrier++) {
        most = told[barrier] > told[most] ? barrier : most;
    }
    hw__figure repeated = hw__areas_threshold(work, HW_AREA_PARAMETER_REPEATED);
    if (told[most] < repeated.value) {
        return;
    }
    hw__area_decide(area, HW_AREA_RULE_BARRIER_REPEATED, hw__figure_of(told[most]), repeated, told[most]);
    hw__areas_cite_barrier(work, &area->evidence, assignment, (hw_barrier)most);
}

/* Concerns about the assignment that wait. */
static void judge_concerns(hw__areas_work *work, hw__area *area, uint32_t assignment)
{
    const hw__links *its = &work->concerns;
    size_t n = its->starts[assignment + 1] - its->starts[assignment];
    hw__figure concerns = hw__areas_threshold(work, HW_AREA_PARAMETER_CONCERNS);
    if ((double)n < concerns.value) {
        return;
    }
    hw__area_decide(area, HW_AREA_RULE_CONCERNS_OPEN, hw__figure_of((double)n), concerns, n);
    for (uint32_t i = its->starts[assignment]; i < its->starts[assignment + 1]; i++) {
        hw__areas_cite(work, &area->evidence, HW_EVIDENCE_MESSAGE,
                       hw__areas_known(work, HW__MESSAGES, its->items[i])->id);
    }
}

/* Nothing needs work: is the second half better than the first? The one in the middle is in neither. */
static void judge_halves(hw__areas_work *work, hw__area *area, uint32_t assignment, size_t n)
{
    size_t half = n / 2, done = 0;
    double overlap = 0;
    for (size_t i = 0; i < n; i++) {
        const hw__occurrence *row = eligible_at(work, work->first[assignment] + (uint32_t)i);
        done += hw__areas_done(row);
        if (i < half || i >= n - half) {
            work->scratch[i < half ? i : i - n + 2 * half] = hw__areas_credit(work, row);
        }
    }
    hw__figure better = hw__areas_threshold(work, HW_AREA_PARAMETER_BETTER);
    if ((double)half < hw__areas_limit(work, HW_AREA_PARAMETER_LEAST)) {
        hw__area_decide(area, HW_AREA_RULE_DONE_ENOUGH, hw__figure_of((double)done / (double)n),
                        hw__areas_threshold(work, HW_AREA_PARAMETER_DONE), n);
    } else if (hw__areas_nonoverlap(work, work->scratch, half, half, &overlap)) {
        hw__area_decide(area, overlap >= better.value ? HW_AREA_RULE_CREDIT_BETTER : HW_AREA_RULE_CREDIT_SAME,
                        hw__figure_of(overlap), better, n);
        area->earlier = area->later = half;
    }
    hw__areas_cite_eligible(work, &area->evidence, area->id, assignment);
}

static void judge_assignment(hw__areas_work *work, hw__area *area, uint32_t assignment)
{
    size_t n = work->first[assignment + 1] - work->first[assignment];
    judge_done(work, area, assignment, n);
    judge_barriers(work, area, assignment);
    judge_concerns(work, area, assignment);
    if (area->applies != 0) {
        return;
    }
    hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_SETTLED);
    if ((double)n < least.value) {
        hw__area_decide(area, HW_AREA_RULE_SETTLED_FEW, hw__figure_of((double)n), least, n);
        hw__areas_cite_eligible(work, &area->evidence, area->id, assignment);
        return;
    }
    judge_halves(work, area, assignment, n);
}

void hw__areas_judge_assignments(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    for (uint32_t i = 0; i < count && work->status == HW_OK; i++) {
        if (!work->assignments[i]) {
            continue;
        }
        hw__area area = {.subject = HW_SUBJECT_ASSIGNMENT,
                         .id = hw__areas_keep(work, work->assignments[i]->head.id)};
        area.evidence = hw__evidence_begin(&work->areas->proofs);
        if (area.id) {
            judge_assignment(work, &area, i);
        }
        if (!hw__vec_push(&work->areas->areas, area)) {
            hw__areas_fail(work);
        }
    }
}

/* ---- skills ---- */

/* How many stages a skill came further in the window, and the revisions that say so. */
static size_t count_stages(hw__areas_work *work, hw__area *area, const hw__thing *thing)
{
    const hw_skill *before = NULL;
    size_t stages = 0;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_skill *skill = (const hw_skill *)thing->revisions.items[r];
        if (skill->head.recorded.instant > work->as_of) {
            continue;
        }
        bool further = before && skill->state > before->state;
        if (further && hw__areas_within(work, hw__day_from_date(skill->head.effective.date))) {
            stages += (size_t)(skill->state - before->state);
            hw__areas_cite(work, &area->evidence, HW_EVIDENCE_REVISION, skill->head.revision);
        }
        before = skill;
    }
    return stages;
}

/* Whether something was tried in the window. */
static bool is_practice(const hw__areas_work *work, const hw__areas_entry *entry)
{
    hw_extent extent = (hw_extent)hw__areas_row(work, entry)->extent;
    return entry->within && extent >= HW_EXTENT_ATTEMPTED && extent != HW_EXTENT_NO_OPPORTUNITY;
}

typedef HW__VEC(uint32_t) practices; /* indices of entries */

static int compare_indices(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

/* What was tried on the assignments of a skill, in the order of the log. */
static bool gather_practices(const hw__areas_work *work, size_t skill, practices *out)
{
    const hw__links *its = &work->skill_assignments;
    bool good = true;
    for (uint32_t i = its->starts[skill]; i < its->starts[skill + 1]; i++) {
        for (uint32_t e = work->chains[its->items[i]]; good && e != HW__NO_ENTRY;
             e = work->entries.items[e].next) {
            good = !is_practice(work, &work->entries.items[e]) || hw__vec_push(out, e);
        }
    }
    if (good && out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, compare_indices);
    }
    return good;
}

static void judge_skill(hw__areas_work *work, hw__area *area, size_t skill)
{
    size_t stages = count_stages(work, area, &work->plan->sections[HW__SKILLS].items[skill]);
    practices all = {0};
    if (!gather_practices(work, skill, &all)) {
        hw__areas_fail(work);
    } else if (stages > 0) {
        hw__area_decide(area, HW_AREA_RULE_SKILL_ADVANCED, hw__figure_of((double)stages), hw__figure_of(1),
                        all.count);
    } else {
        hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_SETTLED);
        bool enough = (double)all.count >= least.value;
        hw__area_decide(area, enough ? HW_AREA_RULE_SKILL_PRACTISED : HW_AREA_RULE_SKILL_FEW,
                        hw__figure_of((double)all.count), least, all.count);
        for (size_t i = 0; i < all.count; i++) {
            hw__areas_cite_entry(work, &area->evidence, work->entries.items[all.items[i]].log);
        }
    }
    hw__vec_free(&all);
}

void hw__areas_judge_skills(hw__areas_work *work)
{
    const hw__things *skills = &work->plan->sections[HW__SKILLS];
    for (size_t i = 0; i < skills->count && work->status == HW_OK; i++) {
        const hw_revision *known = hw__areas_known(work, HW__SKILLS, i);
        if (!known) {
            continue;
        }
        hw__area area = {.subject = HW_SUBJECT_SKILL, .id = hw__areas_keep(work, known->id)};
        area.evidence = hw__evidence_begin(&work->areas->proofs);
        if (area.id) {
            judge_skill(work, &area, i);
        }
        if (!hw__vec_push(&work->areas->areas, area)) {
            hw__areas_fail(work);
        }
    }
}
