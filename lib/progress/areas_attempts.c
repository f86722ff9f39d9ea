/* SPDX-License-Identifier: MIT */
/* Did the last times of an assignment come to little, one after the other, and was it too difficult or too
 * distressing? */
#include <stdlib.h>
#include <string.h>

#include "progress/areas.h"
#include "progress/ladder.h"

/* ---- what became of the last times ---- */

/* One time that an assignment was due, or of one that is never due was practised. */
typedef struct attempt {
    int64_t wall;
    const hw__occurrence *row; /* NULL = an entry that answers none */
    uint32_t log;              /* that entry */
    double credit;
} attempt;

typedef HW__VEC(attempt) attempts;

static int compare_attempts(const void *a, const void *b)
{
    const attempt *left = a, *right = b;
    if (left->wall != right->wall) {
        return left->wall < right->wall ? -1 : 1;
    }
    return left->log < right->log ? -1 : left->log > right->log;
}

/* Whether an entry by itself was a try, and what it is worth. */
static bool is_try(const hw__areas_work *work, const hw__entry_row *row, double *credit)
{
    double partial = hw__areas_limit(work, HW_AREA_PARAMETER_PARTIAL_CREDIT);
    switch ((hw_extent)row->extent) {
    case HW_EXTENT_DONE:
    case HW_EXTENT_EXCEEDED:
        *credit = 1;
        return true;
    case HW_EXTENT_PARTIAL:
        *credit = row->percent ? row->percent / 100.0 : partial;
        return true;
    case HW_EXTENT_SUBSTITUTED:
        *credit = hw__entry_is_equivalent(work->plan, work->as_of, hw__log_pool(work->plan->log, row->id));
        return true;
    case HW_EXTENT_NOT_ATTEMPTED:
    case HW_EXTENT_ATTEMPTED:
        *credit = 0;
        return true;
    default:
        return false;
    }
}

/* The settled occurrences of the window that count; without any, the entries that answer none. */
static void gather(hw__areas_work *work, uint32_t assignment, attempts *out)
{
    bool good = true;
    for (uint32_t i = work->first[assignment]; good && i < work->first[assignment + 1]; i++) {
        const hw__occurrence *row = &work->areas->occurrences->rows.items[work->eligible[i]];
        good = hw__vec_push(out, ((attempt){.row = row, .credit = hw__areas_credit(work, row)}));
    }
    bool due = out->count > 0;
    for (uint32_t i = work->chains[assignment]; good && !due && i != HW__NO_ENTRY;
         i = work->entries.items[i].next) {
        const hw__areas_entry *entry = &work->entries.items[i];
        attempt next = {.wall = entry->wall, .log = entry->log};
        if (entry->within && hw__areas_row(work, entry)->due_day == HW__NO_DAY &&
            is_try(work, hw__areas_row(work, entry), &next.credit)) {
            good = hw__vec_push(out, next);
        }
    }
    if (!good) {
        hw__areas_fail(work);
    }
    if (!due && out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, compare_attempts);
    }
}

/* ---- what it was like ---- */

/* The greatest distress that an entry tells of its own time: in the field of that name, or as the measure of
 * the options. */
static hw__figure distress_of(const hw__areas_work *work, uint32_t log)
{
    const hw__log_store *store = work->plan->log;
    const hw__entry_row *row = &store->entries.items[log];
    const char *measure = work->options->distress;
    uint32_t field = hw__log_find_symbol(store, "distress", strlen("distress"));
    uint32_t measured = measure ? hw__log_find_symbol(store, measure, strlen(measure)) : 0;
    hw__figure most = {0};
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &store->values.items[row->first + i];
        bool tells = (value->kind == HW_VALUE_NUMBER && field && value->name == field) ||
                     (value->kind == HW_VALUE_MEASURE && measured && value->name == measured);
        if (!tells || value->phase == HW_PHASE_PREDICTED || hw__value_is_confidential(value)) {
            continue;
        }
        double number = hw__decimal_double((hw__decimal){value->as.mantissa, value->scale});
        most = most.there && most.value >= number ? most : hw__figure_of(number);
    }
    return most;
}

/* What the entries of an attempt tell, but for private ones. */
typedef struct telling {
    bool difficult;
    hw__figure distress; /* above the cap */
} telling;

static void hear(const hw__areas_work *work, uint32_t log, telling *told)
{
    hw__figure cap = hw__areas_threshold(work, HW_AREA_PARAMETER_DISTRESS);
    if (work->plan->log->entries.items[log].visibility == HW_VISIBILITY_PRIVATE) {
        return;
    }
    told->difficult |= hw__areas_tells(work, log, HW_BARRIER_TOO_DIFFICULT);
    hw__figure distress = cap.there ? distress_of(work, log) : (hw__figure){0};
    if (distress.there && distress.value > cap.value &&
        !(told->distress.there && told->distress.value >= distress.value)) {
        told->distress = distress;
    }
}

static telling told_at(const hw__areas_work *work, const attempt *at)
{
    telling told = {0};
    if (!at->row) {
        hear(work, at->log, &told);
    }
    for (uint32_t i = 0; at->row && i < at->row->count; i++) {
        hear(work, work->areas->occurrences->entries.items[at->row->first + i].log, &told);
    }
    return told;
}

/* ---- one after the other ---- */

void hw__advice_decide(hw__advice *advice, hw_suggestion suggestion, hw_suggestion_reason reason,
                       hw__figure value, hw__figure threshold)
{
    advice->suggestion = (uint8_t)suggestion;
    advice->reason = (uint8_t)reason;
    advice->value = value;
    advice->threshold = threshold;
}

static void cite_attempts(hw__areas_work *work, hw__advice *advice, const attempts *all, size_t run)
{
    const hw_occurrences *occurrences = work->areas->occurrences;
    for (size_t i = all->count - run; i < all->count; i++) {
        const attempt *at = &all->items[i];
        if (!at->row) {
            hw__areas_cite_entry(work, &advice->evidence, at->log);
            continue;
        }
        hw__areas_cite_row(work, &advice->evidence, advice->assignment, at->row);
        for (uint32_t a = 0; a < at->row->count; a++) {
            hw__areas_cite_entry(work, &advice->evidence, occurrences->entries.items[at->row->first + a].log);
        }
    }
}

/* Whether the last times came to little, one after the other, and why. */
bool hw__areas_step_down(hw__areas_work *work, hw__advice *advice, uint32_t assignment)
{
    attempts all = {0};
    telling run_told = {0};
    size_t run = 0;
    gather(work, assignment, &all);
    while (run < all.count) {
        const attempt *at = &all.items[all.count - 1 - run];
        telling told = told_at(work, at);
        if (at->credit >= hw__areas_limit(work, HW_AREA_PARAMETER_POOR_CREDIT) ||
            !(told.difficult || told.distress.there)) {
            break;
        }
        run_told.difficult |= told.difficult;
        if (told.distress.there &&
            !(run_told.distress.there && run_told.distress.value >= told.distress.value)) {
            run_told.distress = told.distress;
        }
        run++;
    }
    hw__figure least = hw__areas_threshold(work, HW_AREA_PARAMETER_POOR_RUN);
    bool poor = (double)run >= least.value;
    if (poor) {
        advice->assignment = hw__areas_keep(work, work->assignments[assignment]->head.id);
        if (run_told.difficult) {
            hw__advice_decide(advice, HW_SUGGESTION_STEP_DOWN, HW_SUGGESTION_REASON_TOO_DIFFICULT,
                              hw__figure_of((double)run), least);
        } else {
            hw__advice_decide(advice, HW_SUGGESTION_STEP_DOWN, HW_SUGGESTION_REASON_DISTRESS,
                              run_told.distress, hw__areas_threshold(work, HW_AREA_PARAMETER_DISTRESS));
        }
        cite_attempts(work, advice, &all, run);
    }
    hw__vec_free(&all);
    return poor;
}
