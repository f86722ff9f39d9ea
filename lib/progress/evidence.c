/* SPDX-License-Identifier: MIT */
/* On which occurrences does a metric rest? Lists of them for the plan, each assignment and each span, made
 * when somebody first asks: most never do. A group has those of its assignments: they are not kept again, but
 * searched. Whoever makes the lists offers them to all threads; the first one is taken, and what it offered
 * never changes. Without memory for them the occurrences themselves are looked through. */
#include "progress/progress.h"

struct hw__evidence {
    uint32_t *items;                  /* indices of occurrences, ascending within a list */
    size_t (*starts)[HW__LIST_COUNT]; /* by subject: where each list begins; not of groups */
};

/* Gives each list its place, one after another. */
static size_t place_lists(const hw_progress *progress, struct hw__evidence *evidence)
{
    size_t next = 0;
    for (uint32_t s = 0; s < progress->subject_count; s++) {
        const hw__subject *subject = &progress->subjects[s];
        for (int list = 0; !hw__is_group(subject->kind) && list < HW__LIST_COUNT; list++) {
            evidence->starts[s][list] = next;
            next += (size_t)subject->tally.lists[list];
        }
    }
    return next;
}

static void append(struct hw__evidence *evidence, uint32_t subject, const hw__occurrence *row, uint32_t index)
{
    size_t *next = evidence->starts[subject];
    for (uint32_t lists = hw__class_lists[hw__occurrence_class(row)]; lists; lists &= lists - 1) {
        evidence->items[next[__builtin_ctz(lists)]++] = index;
    }
}

static void fill(const hw_progress *progress, struct hw__evidence *evidence)
{
    const hw_occurrences *occurrences = progress->occurrences;
    for (size_t i = 0; i < occurrences->rows.count; i++) {
        const hw__occurrence *row = &occurrences->rows.items[i];
        uint32_t subject = progress->assignments[row->assignment];
        if (!subject) {
            continue;
        }
        append(evidence, subject, row, (uint32_t)i);
        append(evidence, 0, row, (uint32_t)i);
        for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
            append(evidence, hw__progress_span(progress, s, end, s, row->day), row, (uint32_t)i);
        }
    }
}

void hw__evidence_free(struct hw__evidence *evidence)
{
    if (evidence) {
        hw__free(evidence->items);
        hw__free(evidence->starts);
        hw__free(evidence);
    }
}

static struct hw__evidence *make(const hw_progress *progress)
{
    struct hw__evidence *evidence = hw__zalloc(1, sizeof *evidence);
    if (!evidence) {
        return NULL;
    }
    evidence->starts = hw__zalloc(progress->subject_count, sizeof *evidence->starts);
    size_t count = evidence->starts ? place_lists(progress, evidence) : 0;
    evidence->items = hw__alloc(count * sizeof *evidence->items);
    if (!evidence->starts || !evidence->items) {
        hw__evidence_free(evidence);
        return NULL;
    }
    fill(progress, evidence);
    place_lists(progress, evidence); /* appending moved them on */
    return evidence;
}

/* NULL without memory. */
static const struct hw__evidence *evidence_of(const hw_progress *progress)
{
    _Atomic(struct hw__evidence *) *slot = (_Atomic(struct hw__evidence *) *)&progress->evidence;
    struct hw__evidence *there = atomic_load_explicit(slot, memory_order_acquire);
    if (there) {
        return there;
    }
    struct hw__evidence *made = make(progress);
    if (made && !atomic_compare_exchange_strong_explicit(slot, &there, made, memory_order_acq_rel,
                                                         memory_order_acquire)) {
        hw__evidence_free(made);
        return there;
    }
    return made;
}

/* ---- groups ---- */

/* How many items of one of its assignments' lists are before `row`. */
static size_t rank(const hw_progress *progress, const struct hw__evidence *evidence, uint32_t subject,
                   int list, uint32_t row)
{
    const uint32_t *items = evidence->items + evidence->starts[subject][list];
    size_t low = 0, high = (size_t)progress->subjects[subject].tally.lists[list];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (items[middle] < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The occurrence that has `index` others of the group's list before it. */
static uint32_t select_of_group(const hw_progress *progress, const struct hw__evidence *evidence,
                                const hw__subject *group, int list, size_t index)
{
    uint32_t low = 0, high = (uint32_t)progress->occurrences->rows.count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        size_t before = 0;
        for (uint32_t i = 0; i < group->count; i++) {
            uint32_t assignment = progress->links.items[group->first + i];
            before += rank(progress, evidence, assignment, list, middle + 1);
        }
        if (before <= index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* ---- without memory ---- */

static bool concerns(const hw_progress *progress, const hw__subject *subject, const hw__occurrence *row)
{
    uint32_t of = progress->assignments[row->assignment];
    if (of == 0 || subject->kind == HW_SUBJECT_PLAN) {
        return of != 0;
    }
    if (hw__is_span(subject->kind)) {
        return row->day >= subject->from && row->day < subject->to;
    }
    if (!hw__is_group(subject->kind)) {
        return subject == &progress->subjects[of];
    }
    for (uint32_t i = 0; i < subject->count; i++) {
        if (progress->links.items[subject->first + i] == of) {
            return true;
        }
    }
    return false;
}

static size_t look_through(const hw_progress *progress, const hw__subject *subject, int list, size_t index)
{
    const hw_occurrences *occurrences = progress->occurrences;
    for (size_t i = 0; i < occurrences->rows.count; i++) {
        const hw__occurrence *row = &occurrences->rows.items[i];
        bool listed = hw__class_lists[hw__occurrence_class(row)] >> list & 1;
        if (listed && concerns(progress, subject, row) && index-- == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* ---- for all ---- */

size_t hw_progress_evidence_count(const hw_progress *progress, size_t subject, hw_metric metric)
{
    const hw__metric *spec = hw__metric_at(metric);
    if (!progress || subject >= progress->subject_count || !spec || spec->list == HW__LIST_COUNT) {
        return 0;
    }
    return (size_t)progress->subjects[subject].tally.lists[spec->list];
}

size_t hw_progress_evidence_at(const hw_progress *progress, size_t subject, hw_metric metric, size_t index)
{
    if (index >= hw_progress_evidence_count(progress, subject, metric)) {
        return SIZE_MAX;
    }
    const hw__subject *its = &progress->subjects[subject];
    int list = hw__metric_at(metric)->list;
    const struct hw__evidence *evidence = evidence_of(progress);
    if (!evidence) {
        return look_through(progress, its, list, index);
    }
    return hw__is_group(its->kind) ? select_of_group(progress, evidence, its, list, index)
                                   : evidence->items[evidence->starts[subject][list] + index];
}
