/* SPDX-License-Identifier: MIT */
/* What goes well, what needs work, and what belongs to it: gathers once what all of the answers look at, and
 * asks for each. */
#include "progress/areas.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/ladder.h"

/* ---- what they look at ---- */

static bool has_area(const hw_assignment *assignment)
{
    switch (assignment->state) {
    case HW_ASSIGNMENT_AGREED:
    case HW_ASSIGNMENT_ACTIVE:
    case HW_ASSIGNMENT_ON_HOLD:
    case HW_ASSIGNMENT_COMPLETED:
    case HW_ASSIGNMENT_STOPPED:
        return true;
    default:
        return false;
    }
}

static bool gather_assignments(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    work->assignments = hw__zalloc(count, sizeof *work->assignments);
    for (size_t i = 0; work->assignments && i < count; i++) {
        const hw_assignment *known = (const hw_assignment *)hw__areas_known(work, HW__ASSIGNMENTS, i);
        work->assignments[i] = known && has_area(known) ? known : NULL;
    }
    return work->assignments != NULL;
}

static bool is_eligible(const hw__areas_work *work, const hw__occurrence *row)
{
    return work->assignments[row->assignment] && (row->flags & HW__OCCURRENCE_SETTLED) &&
           row->status < HW_STATUS_EXCUSED;
}

/* Sorts the occurrences that count by assignment, as they fell due. */
static bool gather_occurrences(hw__areas_work *work)
{
    const hw_occurrences *all = work->areas->occurrences;
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    work->eligible = hw__alloc(all->rows.count * sizeof *work->eligible);
    work->first = hw__zalloc(count + 2, sizeof *work->first);
    work->scratch = hw__alloc((all->rows.count + 2 * HW__AREAS_MOST_LAST) * sizeof *work->scratch);
    if (!work->eligible || !work->first || !work->scratch) {
        return false;
    }
    for (size_t i = 0; i < all->rows.count; i++) {
        const hw__occurrence *row = &all->rows.items[i];
        work->first[row->assignment + 2] += is_eligible(work, row);
    }
    for (size_t i = 2; i < count + 2; i++) {
        work->first[i] += work->first[i - 1];
    }
    for (size_t i = 0; i < all->rows.count; i++) {
        const hw__occurrence *row = &all->rows.items[i];
        if (is_eligible(work, row)) {
            work->eligible[work->first[row->assignment + 1]++] = (uint32_t)i;
        }
    }
    return true;
}

/* By symbol: the index of that assignment, or HW__NO_ASSIGNMENT. */
static uint32_t *symbols_of(const hw__areas_work *work)
{
    const hw__log_store *log = work->plan->log;
    const hw__things *things = &work->plan->sections[HW__ASSIGNMENTS];
    uint32_t *out = hw__alloc((log->symbols.texts.count + 1) * sizeof *out);
    for (size_t i = 0; out && i <= log->symbols.texts.count; i++) {
        out[i] = HW__NO_ASSIGNMENT;
    }
    for (size_t i = 0; out && i < things->count; i++) {
        const char *id = things->items[i].revisions.items[0]->id;
        out[hw__log_find_symbol(log, id, strlen(id))] = (uint32_t)i;
    }
    if (out) {
        out[0] = HW__NO_ASSIGNMENT;
    }
    return out;
}

static bool add_entry(hw__areas_work *work, uint32_t log, uint32_t assignment)
{
    const hw__entry_row *row = &work->plan->log->entries.items[log];
    if (row->assignment != 0 && (assignment == HW__NO_ASSIGNMENT || !work->assignments[assignment])) {
        return true;
    }
    hw__areas_entry entry = {.wall = hw__practice_wall(row),
                             .log = log,
                             .assignment = assignment,
                             .hidden = row->visibility == HW_VISIBILITY_PRIVATE};
    entry.within = hw__areas_within(work, hw__wall_day(entry.wall));
    return hw__vec_push(&work->entries, entry);
}

/* So that an assignment's entries are found without a look at all the others'. */
static bool chain_entries(hw__areas_work *work)
{
    size_t count = work->plan->sections[HW__ASSIGNMENTS].count;
    work->chains = hw__alloc(count * sizeof *work->chains);
    for (size_t i = 0; work->chains && i < count; i++) {
        work->chains[i] = HW__NO_ENTRY;
    }
    for (size_t i = work->entries.count; work->chains && i-- > 0;) {
        hw__areas_entry *entry = &work->entries.items[i];
        entry->next = HW__NO_ENTRY;
        if (entry->assignment != HW__NO_ASSIGNMENT) {
            entry->next = work->chains[entry->assignment];
            work->chains[entry->assignment] = (uint32_t)i;
        }
    }
    return work->chains != NULL;
}

static bool gather_log(hw__areas_work *work)
{
    const hw__log_store *log = work->plan->log;
    uint8_t *states = work->states = hw__alloc(log->entries.count);
    uint32_t *symbols = symbols_of(work);
    bool good = states && symbols && hw__log_states(log, work->as_of, states);
    for (size_t i = 0; good && i < log->entries.count; i++) {
        good = states[i] != HW_ENTRY_LIVE ||
               add_entry(work, (uint32_t)i, symbols[log->entries.items[i].assignment]);
    }
    good = good && chain_entries(work);
    if (good) {
        hw__series_query query = {.from = HW__DAY_MIN,
                                  .to = work->to,
                                  .as_of = work->as_of,
                                  .states = states};
        work->series = hw__series_collect(work->plan, &query);
        good = work->series != NULL;
    }
    hw__free(symbols);
    return good;
}

static void let_go(hw__areas_work *work)
{
    hw__free(work->assignments);
    hw__free(work->states);
    hw__vec_free(&work->entries);
    hw__free(work->chains);
    hw__free(work->eligible);
    hw__free(work->first);
    hw__free(work->scratch);
    hw__free(work->told);
    hw__series_set_free(work->series);
    hw__areas_unlink(work);
}

/* ---- the answers ---- */

static void (*const answers[])(hw__areas_work *work) = {
    hw__areas_judge_goals,    hw__areas_judge_assignments, hw__areas_judge_skills, hw__areas_advise,
    hw__areas_count_barriers, hw__areas_compare_raters,    hw__areas_find_facts,   hw__areas_count_initiative,
};

#define JUDGEMENTS 3u /* the first of them */
#define ANSWERS (sizeof answers / sizeof *answers)

static hw_status answer(hw__areas_work *work, size_t count)
{
    if (!gather_assignments(work) || !gather_occurrences(work) || !gather_log(work) ||
        !hw__areas_link(work) || !hw__areas_gather_barriers(work)) {
        hw__areas_fail(work);
    }
    for (size_t i = 0; work->status == HW_OK && i < count; i++) {
        answers[i](work);
    }
    return work->status;
}

static hw_status check_options(const hw__areas_work *work)
{
    const hw__figure *by = work->options->thresholds.by;
    if (by[HW_AREA_PARAMETER_LEAST].value > by[HW_AREA_PARAMETER_LAST].value) {
        return hw__fail(work->err, HW_ERR_RANGE, "least", "there cannot be more than the last");
    }
    if (by[HW_AREA_PARAMETER_WORSE].value >= by[HW_AREA_PARAMETER_BETTER].value) {
        return hw__fail(work->err, HW_ERR_RANGE, "worse", "it is below better");
    }
    if (work->options->distress && hw__areas_measure(work, work->options->distress) == UINT32_MAX) {
        return hw__fail(work->err, HW_ERR_NOT_FOUND, work->options->distress,
                        "there is no such measure as of the moment");
    }
    for (size_t i = 0; i < work->options->norms.count; i++) {
        const char *id = work->options->norms.items[i].measure;
        if (hw__areas_measure(work, id) == UINT32_MAX) {
            return hw__fail(work->err, HW_ERR_NOT_FOUND, id, "there is no such measure as of the moment");
        }
    }
    return HW_OK;
}

/* The first `count` answers about occurrences, which are taken over. */
static hw_areas *make(const hw_plan *plan, hw_occurrences *occurrences, const hw_areas_options *options,
                      size_t count, hw_error *err)
{
    hw_areas_options usual = {0};
    hw__thresholds_usual(&usual.thresholds);
    hw__areas_work work = {.plan = plan,
                           .options = options ? options : &usual,
                           .as_of = occurrences->as_of,
                           .from = hw__day_from_date(occurrences->from),
                           .to = hw__day_from_date(occurrences->to),
                           .err = err};
    work.areas = HW__NEW(areas);
    if (!work.areas) {
        hw_occurrences_free(occurrences);
        hw__no_memory(err);
        return NULL;
    }
    work.areas->occurrences = occurrences;
    work.areas->thresholds = work.options->thresholds;
    work.status = check_options(&work);
    if (work.status == HW_OK) {
        answer(&work, count);
    }
    let_go(&work);
    if (work.status != HW_OK) {
        hw_areas_free(work.areas);
        return NULL;
    }
    hw__ok(err);
    return work.areas;
}

hw_areas *hw_plan_areas(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                        const hw_areas_options *options, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_occurrences *occurrences = hw_plan_occurrences(plan, from, to, as_of, err);
    return occurrences ? make(plan, occurrences, options, ANSWERS, err) : NULL;
}

hw_areas *hw__plan_areas_of(const hw_plan *plan, const hw_occurrences *occurrences,
                            const hw_areas_options *options, hw_error *err)
{
    return make(plan, hw__occurrences_ref(occurrences), options, ANSWERS, err);
}

hw_areas *hw__plan_judge(const hw_plan *plan, const hw_occurrences *occurrences, hw_error *err)
{
    return make(plan, hw__occurrences_ref(occurrences), NULL, JUDGEMENTS, err);
}

void hw_areas_free(hw_areas *areas)
{
    if (!areas) {
        return;
    }
    hw_occurrences_free(areas->occurrences);
    hw__vec_free(&areas->areas);
    hw__vec_free(&areas->advice);
    hw__vec_free(&areas->hindrances);
    hw__vec_free(&areas->comparisons);
    hw__vec_free(&areas->facts);
    hw__vec_free(&areas->initiatives);
    hw__vec_free(&areas->proofs);
    hw__arena_free(&areas->texts);
    HW__DELETE(areas, areas);
}
