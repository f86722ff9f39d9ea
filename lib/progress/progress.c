/* SPDX-License-Identifier: MIT */
/* All metrics of all subjects: one pass over the occurrences, one over the log, and the getters that read
 * what was added up. */
#include "homework/progress.h"

#include <string.h>

#include "base/fail.h"
#include "progress/progress.h"

static void follow(hw__tally *tally, double keep, double credit, bool done)
{
    hw__strength_step(&tally->strength, keep, credit);
    hw__streak_step(&tally->streak, done);
}

/* What depends on the order of occurrences is followed for each subject; what does not is counted once,
 * for the assignment. */
static void count_occurrences(hw_progress *progress)
{
    const hw_occurrences *occurrences = progress->occurrences;
    hw__subject *subjects = progress->subjects;
    double keep = hw__strength_keep(progress->options.half_life);
    for (size_t i = 0; i < occurrences->rows.count; i++) {
        const hw__occurrence *row = &occurrences->rows.items[i];
        uint32_t s = progress->assignments[row->assignment];
        if (s == 0) {
            continue;
        }
        unsigned traits = hw__occurrence_traits(row);
        double credit = hw__progress_credit(row, &progress->options);
        hw__ledger_count(&subjects[s].tally, row, traits, credit);
        if (!(traits & HW__IS_ELIGIBLE)) {
            continue;
        }
        bool done = traits & HW__IS_DONE;
        follow(&subjects[s].tally, keep, credit, done);
        follow(&subjects[0].tally, keep, credit, done);
        for (uint32_t link = 0; link < subjects[s].count; link++) {
            uint32_t goal = progress->links.items[subjects[s].first + link];
            follow(&subjects[goal].tally, keep, credit, done);
        }
    }
}

static void add_up(hw_progress *progress)
{
    hw__subject *subjects = progress->subjects;
    for (uint32_t s = 1; s < progress->subject_count; s++) {
        if (subjects[s].kind != HW_SUBJECT_ASSIGNMENT) {
            continue;
        }
        hw__ledger_add(&subjects[0].tally, &subjects[s].tally);
        for (uint32_t i = 0; i < subjects[s].count; i++) {
            hw__ledger_add(&subjects[progress->links.items[subjects[s].first + i]].tally, &subjects[s].tally);
        }
    }
}

static bool compute(hw_progress *progress, const hw_plan *plan)
{
    if (!hw__progress_find_subjects(progress, plan, progress->occurrences->as_of)) {
        return false;
    }
    count_occurrences(progress);
    if (!hw__progress_read_log(progress, plan)) {
        return false;
    }
    add_up(progress);
    return hw__progress_fill_evidence(progress);
}

hw_progress *hw_plan_progress(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                              const hw_progress_options *options, hw_error *err)
{
    hw_occurrences *occurrences = hw_plan_occurrences(plan, from, to, as_of, err);
    if (!occurrences) {
        return NULL;
    }
    hw_progress *progress = hw__zalloc(1, sizeof *progress);
    if (!progress) {
        hw_occurrences_free(occurrences);
        hw__no_memory(err);
        return NULL;
    }
    progress->occurrences = occurrences;
    progress->options = options ? *options : hw__progress_defaults;
    if (!compute(progress, plan)) {
        hw_progress_free(progress);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return progress;
}

void hw_progress_free(hw_progress *progress)
{
    if (!progress) {
        return;
    }
    hw_occurrences_free(progress->occurrences);
    hw__free(progress->subjects);
    hw__free(progress->assignments);
    hw__vec_free(&progress->links);
    hw__free(progress->evidence);
    hw__arena_free(&progress->texts);
    hw__free(progress);
}

const hw_occurrences *hw_progress_occurrences(const hw_progress *progress)
{
    return progress ? progress->occurrences : NULL;
}

size_t hw_progress_subject_count(const hw_progress *progress)
{
    return progress ? progress->subject_count : 0;
}

/* NULL past the end. */
static const hw__subject *subject_at(const hw_progress *progress, size_t index)
{
    return index < hw_progress_subject_count(progress) ? &progress->subjects[index] : NULL;
}

hw_subject hw_progress_subject_at(const hw_progress *progress, size_t index)
{
    const hw__subject *subject = subject_at(progress, index);
    return subject ? subject->kind : HW_SUBJECT_PLAN;
}

const char *hw_progress_subject_id(const hw_progress *progress, size_t index)
{
    const hw__subject *subject = subject_at(progress, index);
    return subject ? subject->id : NULL;
}

size_t hw_progress_find(const hw_progress *progress, hw_subject subject, const char *id)
{
    size_t count = hw_progress_subject_count(progress);
    for (size_t i = 0; i < count; i++) {
        const hw__subject *its = &progress->subjects[i];
        if (its->kind == subject && (subject == HW_SUBJECT_PLAN || (id && strcmp(its->id, id) == 0))) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* False when there is no such subject or metric. */
static bool read_metric(const hw_progress *progress, size_t subject, hw_metric metric, hw__reading *out)
{
    const hw__subject *its = subject_at(progress, subject);
    const hw__metric *spec = hw__metric_at(metric);
    *out = (hw__reading){0};
    if (its && spec) {
        spec->read(&its->tally, spec->item, out);
    }
    return its && spec;
}

bool hw_progress_value(const hw_progress *progress, size_t subject, hw_metric metric, double *out)
{
    hw__reading reading;
    bool found = read_metric(progress, subject, metric, &reading) && reading.undefined == HW_UNDEFINED_NOT;
    if (found && out) {
        *out = reading.value;
    }
    return found;
}

hw_undefined hw_progress_undefined(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading;
    return read_metric(progress, subject, metric, &reading) ? reading.undefined : HW_UNDEFINED_NO_VALUES;
}

int64_t hw_progress_numerator(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading;
    read_metric(progress, subject, metric, &reading);
    return reading.numerator;
}

int64_t hw_progress_denominator(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading;
    read_metric(progress, subject, metric, &reading);
    return reading.denominator;
}
