/* SPDX-License-Identifier: MIT */
/* On which occurrences does a metric rest? Lists of them for the plan and for each assignment. A goal has
 * those of its assignments: they are not kept again, but searched. */
#include "progress/progress.h"

/* Gives each list its place, one after another. */
static size_t place_lists(hw_progress *progress)
{
    size_t next = 0;
    for (uint32_t s = 0; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        for (int list = 0; subject->kind != HW_SUBJECT_GOAL && list < HW__LIST_COUNT; list++) {
            subject->evidence[list] = next;
            next += (size_t)subject->tally.lists[list];
        }
    }
    return next;
}

static void append(hw_progress *progress, hw__subject *subject, const hw__occurrence *row, uint32_t index)
{
    unsigned traits = hw__occurrence_traits(row);
    uint32_t *evidence = progress->evidence;
    size_t *next = subject->evidence;
    evidence[next[HW__LIST_GENERATED]++] = index;
    evidence[next[HW__LIST_STATUS + row->status]++] = index;
    if (traits & HW__IS_ELIGIBLE) {
        evidence[next[HW__LIST_ELIGIBLE]++] = index;
    }
    if (traits & HW__IS_AHEAD) {
        evidence[next[HW__LIST_AHEAD]++] = index;
    }
    if (row->flags & HW__OCCURRENCE_CHANGED) {
        evidence[next[HW__LIST_CHANGED]++] = index;
    }
}

bool hw__progress_fill_evidence(hw_progress *progress)
{
    progress->evidence = hw__alloc(place_lists(progress) * sizeof *progress->evidence);
    if (!progress->evidence) {
        return false;
    }
    const hw_occurrences *occurrences = progress->occurrences;
    for (size_t i = 0; i < occurrences->rows.count; i++) {
        const hw__occurrence *row = &occurrences->rows.items[i];
        uint32_t subject = progress->assignments[row->assignment];
        if (subject) {
            append(progress, &progress->subjects[subject], row, (uint32_t)i);
            append(progress, &progress->subjects[0], row, (uint32_t)i);
        }
    }
    place_lists(progress); /* appending moved them on */
    return true;
}

/* How many items of one of its assignments' lists are before `row`. */
static size_t rank(const hw_progress *progress, const hw__subject *subject, int list, uint32_t row)
{
    const uint32_t *items = progress->evidence + subject->evidence[list];
    size_t low = 0, high = (size_t)subject->tally.lists[list];
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

/* The occurrence that has `index` others of the goal's list before it. */
static uint32_t select_of_goal(const hw_progress *progress, const hw__subject *goal, int list, size_t index)
{
    uint32_t low = 0, high = (uint32_t)progress->occurrences->rows.count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        size_t before = 0;
        for (uint32_t i = 0; i < goal->count; i++) {
            uint32_t assignment = progress->links.items[goal->first + i];
            before += rank(progress, &progress->subjects[assignment], list, middle + 1);
        }
        if (before <= index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

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
    return its->kind == HW_SUBJECT_GOAL ? select_of_goal(progress, its, list, index)
                                        : progress->evidence[its->evidence[list] + index];
}
