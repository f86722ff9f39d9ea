/* SPDX-License-Identifier: MIT */
/* All metrics of all subjects: one pass over the occurrences, one over the log, and the getters that read
 * what was added up. */
#include "homework/progress.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "progress/progress.h"

static hw_status compute(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    hw_status status = hw__progress_find_subjects(progress, plan, err);
    if (status != HW_OK) {
        return status;
    }
    bool lean = progress->options.lean;
    if (!hw__progress_read_log(progress, plan) || !hw__progress_count(progress, plan) ||
        (!lean && !hw__progress_count_days(progress, plan))) {
        return hw__no_memory(err);
    }
    return lean ? hw__ok(err) : hw__progress_store(progress, plan, err);
}

/* Takes over the caller's reference. */
static hw_progress *make(const hw_plan *plan, hw_occurrences *occurrences, const hw_progress_options *options,
                         hw_error *err)
{
    hw_progress *progress = HW__NEW(progress);
    if (!progress) {
        hw_occurrences_free(occurrences);
        hw__no_memory(err);
        return NULL;
    }
    progress->occurrences = occurrences;
    progress->options = options ? *options : hw__progress_defaults;
    if (compute(progress, plan, err) != HW_OK) {
        hw_progress_free(progress);
        return NULL;
    }
    return progress;
}

hw_progress *hw_plan_progress(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                              const hw_progress_options *options, hw_error *err)
{
    hw_occurrences *occurrences = hw_plan_occurrences(plan, from, to, as_of, err);
    return occurrences ? make(plan, occurrences, options, err) : NULL;
}

bool hw__occurrences_fit(const hw_occurrences *occurrences, const hw_plan *plan)
{
    return occurrences->generation == plan->generation &&
           occurrences->log_count == plan->log->entries.count &&
           occurrences->assignment_count == plan->sections[HW__ASSIGNMENTS].count;
}

hw_progress *hw_occurrences_progress(const hw_plan *plan, const hw_occurrences *occurrences,
                                     const hw_progress_options *options, hw_error *err)
{
    if (!plan || !occurrences) {
        hw__null_argument(err, plan ? "occurrences" : "plan");
        return NULL;
    }
    if (!hw__occurrences_fit(occurrences, plan)) {
        hw__fail(err, HW_ERR_STATE, "occurrences", "the plan has changed since they were made");
        return NULL;
    }
    return make(plan, hw__occurrences_ref(occurrences), options, err);
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
    hw__evidence_free(atomic_load_explicit(&progress->evidence, memory_order_relaxed));
    hw__free(progress->stored);
    hw__arena_free(&progress->texts);
    HW__DELETE(progress, progress);
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

/* `out` is zeroed. False when there is no such subject or metric. */
HW__IN_PLACE bool read_metric(const hw_progress *progress, size_t subject, hw_metric metric, hw__reading *out)
{
    const hw__metric *spec = hw__metric_at(metric);
    out->undefined = HW_UNDEFINED_NO_VALUES;
    if (!progress || subject >= progress->subject_count || !spec) {
        return false;
    }
    const hw__subject *its = &progress->subjects[subject];
    out->undefined = HW_UNDEFINED_NOT_APPLICABLE;
    if (spec->subjects[progress->options.lean] >> its->kind & 1) {
        out->undefined = HW_UNDEFINED_NOT;
        spec->read(&its->tally, spec->item, out);
    }
    return true;
}

bool hw__progress_read(const hw_progress *progress, size_t subject, hw_metric metric, hw__reading *out)
{
    *out = (hw__reading){0};
    return read_metric(progress, subject, metric, out);
}

bool hw__reading_is_few(const hw__reading *reading, const hw__metric *metric)
{
    return reading->undefined == HW_UNDEFINED_NOT && !metric->counts && reading->n < HW__FEW;
}

bool hw_progress_value(const hw_progress *progress, size_t subject, hw_metric metric, double *out)
{
    hw__reading reading = {0};
    read_metric(progress, subject, metric, &reading);
    bool found = reading.undefined == HW_UNDEFINED_NOT;
    if (found && out) {
        *out = reading.value;
    }
    return found;
}

hw_undefined hw_progress_undefined(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading = {0};
    read_metric(progress, subject, metric, &reading);
    return reading.undefined;
}

int64_t hw_progress_numerator(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading = {0};
    read_metric(progress, subject, metric, &reading);
    return reading.numerator;
}

int64_t hw_progress_denominator(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading = {0};
    read_metric(progress, subject, metric, &reading);
    return reading.denominator;
}

int64_t hw_progress_n(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading = {0};
    read_metric(progress, subject, metric, &reading);
    return reading.n;
}

bool hw_progress_few(const hw_progress *progress, size_t subject, hw_metric metric)
{
    hw__reading reading = {0};
    return read_metric(progress, subject, metric, &reading) &&
           hw__reading_is_few(&reading, hw__metric_at(metric));
}
