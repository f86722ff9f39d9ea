/* SPDX-License-Identifier: MIT */
/* Which plans make a caseload and what is wanted of them; the run on one thread; and what a row tells. */
#include "format/caseload.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"

#define MOST_DAYS 3660
#define MOST_SILENCE 1000
#define MOST_THREADS 256

hw_caseload *hw_caseload_new(hw_instant as_of, hw_error *err)
{
    hw_caseload *caseload = HW__NEW(caseload);
    hw_zones *zones = caseload ? hw_zones_new(NULL, err) : NULL;
    if (!zones) {
        HW__DELETE(caseload, caseload);
        hw__no_memory(err);
        return NULL;
    }
    caseload->as_of = as_of;
    caseload->days = HW_CASELOAD_DAYS;
    caseload->threads = 1;
    caseload->progress = hw__progress_defaults;
    caseload->reading = hw__read_defaults;
    caseload->reading.zones = zones;
    hw__ok(err);
    return caseload;
}

void hw_caseload_free(hw_caseload *caseload)
{
    if (!caseload) {
        return;
    }
    hw_zones_unref(caseload->reading.zones);
    hw__vec_free(&caseload->inputs);
    hw__vec_free(&caseload->metrics);
    hw__arena_free(&caseload->names);
    HW__DELETE(caseload, caseload);
}

/* ---- which plans ---- */

static hw_status add(hw_caseload *caseload, const char *name, const char *data, size_t size, hw_error *err)
{
    const char *copy = hw__arena_text(&caseload->names, name, strlen(name));
    hw__caseload_input input = {.name = copy, .data = data, .size = size};
    return copy && hw__vec_push(&caseload->inputs, input) ? hw__ok(err) : hw__no_memory(err);
}

hw_status hw_caseload_add_path(hw_caseload *caseload, const char *path, hw_error *err)
{
    if (!caseload || !path) {
        return hw__null_argument(err, caseload ? "path" : "caseload");
    }
    return add(caseload, path, NULL, 0, err);
}

hw_status hw_caseload_add_bytes(hw_caseload *caseload, const char *name, const char *data, size_t size,
                                hw_error *err)
{
    if (!caseload || !name || !data) {
        return hw__null_argument(err, !caseload ? "caseload" : name ? "data" : "name");
    }
    return add(caseload, name, data, size, err);
}

hw_status hw_caseload_add_copy(hw_caseload *caseload, const char *name, const char *data, size_t size,
                               hw_error *err)
{
    if (!caseload || !name || !data) {
        return hw__null_argument(err, !caseload ? "caseload" : name ? "data" : "name");
    }
    const char *copy = hw__arena_text(&caseload->names, data, size);
    return copy ? add(caseload, name, copy, size, err) : hw__no_memory(err);
}

hw_status hw_caseload_flag(hw_caseload *caseload, size_t index, bool flagged, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    if (index >= caseload->inputs.count) {
        return hw__fail(err, HW_ERR_ARGUMENT, "index", "there is no such plan");
    }
    caseload->inputs.items[index].flagged = flagged;
    return hw__ok(err);
}

size_t hw_caseload_count(const hw_caseload *caseload)
{
    return caseload ? caseload->inputs.count : 0;
}

/* ---- what is wanted ---- */

hw_status hw_caseload_set_window(hw_caseload *caseload, hw_date from, hw_date to, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    if (!hw_date_is_valid(from) || !hw_date_is_valid(to)) {
        return hw__fail(err, HW_ERR_ARGUMENT, hw_date_is_valid(from) ? "to" : "from", "there is no such day");
    }
    if (hw_date_compare(to, from) < 0) {
        return hw__fail(err, HW_ERR_RANGE, "to", "the span of days ends before it begins");
    }
    caseload->from = from;
    caseload->to = to;
    caseload->days = 0;
    return hw__ok(err);
}

static hw_status set_number(hw_caseload *caseload, int32_t *slot, int32_t value, int32_t least, int32_t most,
                            const char *name, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    if (value < least || value > most) {
        return hw__fail(err, HW_ERR_RANGE, name, "%s must be from %d to %d", name, (int)least, (int)most);
    }
    *slot = value;
    return hw__ok(err);
}

hw_status hw_caseload_set_days(hw_caseload *caseload, int32_t days, hw_error *err)
{
    return set_number(caseload, caseload ? &caseload->days : NULL, days, 1, MOST_DAYS, "days", err);
}

hw_status hw_caseload_set_threads(hw_caseload *caseload, int32_t threads, hw_error *err)
{
    return set_number(caseload, caseload ? &caseload->threads : NULL, threads, 0, MOST_THREADS, "threads",
                      err);
}

hw_status hw_caseload_set_attention(hw_caseload *caseload, int32_t silence, hw_error *err)
{
    return set_number(caseload, caseload ? &caseload->silence : NULL, silence, 0, MOST_SILENCE, "silence",
                      err);
}

hw_status hw_caseload_set_progress(hw_caseload *caseload, const hw_progress_options *options, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    caseload->progress = options ? *options : hw__progress_defaults;
    return hw__ok(err);
}

hw_status hw_caseload_set_zones(hw_caseload *caseload, hw_zones *zones, hw_error *err)
{
    if (!caseload || !zones) {
        return hw__null_argument(err, caseload ? "zones" : "caseload");
    }
    hw_zones *kept = hw_zones_ref(zones);
    hw_zones_unref(caseload->reading.zones);
    caseload->reading.zones = kept;
    return hw__ok(err);
}

hw_status hw_caseload_set_reading(hw_caseload *caseload, const hw_read_options *options, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    const hw_read_options *wanted = options ? options : &hw__read_defaults;
    hw_zones *zones = hw_zones_ref(wanted->zones ? wanted->zones : caseload->reading.zones);
    hw_zones_unref(caseload->reading.zones);
    caseload->reading = *wanted;
    caseload->reading.zones = zones;
    return hw__ok(err);
}

hw_status hw_caseload_set_metrics(hw_caseload *caseload, const hw_metric *metrics, size_t count,
                                  hw_error *err)
{
    if (!caseload || (!metrics && count > 0)) {
        return hw__null_argument(err, caseload ? "metrics" : "caseload");
    }
    for (size_t i = 0; i < count; i++) {
        if (!hw__metric_at(metrics[i])) {
            return hw__fail(err, HW_ERR_ARGUMENT, "metrics", "there is no such metric");
        }
    }
    size_t before = caseload->metrics.count;
    caseload->metrics.count = 0;
    if (!hw__vec_reserve(&caseload->metrics, count)) {
        caseload->metrics.count = before;
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        caseload->metrics.items[caseload->metrics.count++] = metrics[i];
    }
    return hw__ok(err);
}

hw_status hw_caseload_set_subject(hw_caseload *caseload, hw_subject subject, hw_error *err)
{
    if (!caseload) {
        return hw__null_argument(err, "caseload");
    }
    if ((int)subject < 0 || (int)subject >= HW_SUBJECT_COUNT) {
        return hw__fail(err, HW_ERR_RANGE, "subject", "there is no such kind of subject");
    }
    caseload->subject = subject;
    return hw__ok(err);
}

/* ---- the run ---- */

bool hw__caseload_give(const hw__caseload_run *run, const hw_caseload_row *row)
{
    return run->sink(run->user, row) &&
           (!run->watch || run->watch(run->watch_user, row->index + 1, run->caseload->inputs.count));
}

hw_status hw__caseload_alone(const hw__caseload_run *run)
{
    hw_caseload_row row = {0};
    hw_status status = HW_OK;
    for (size_t i = 0; i < run->caseload->inputs.count && status == HW_OK; i++) {
        hw__caseload_read(run->caseload, i, &row);
        status = hw__caseload_give(run, &row) ? HW_OK : HW_ERR_CANCELLED;
    }
    hw__caseload_clear(&row);
    return status;
}

/* As it is now: what a sink or watch changes does not touch the run. */
static bool snapshot(const hw_caseload *caseload, hw_caseload *now)
{
    *now = *caseload;
    now->inputs.items = NULL;
    now->inputs.count = now->inputs.room = 0;
    if (!hw__vec_reserve(&now->inputs, caseload->inputs.count)) {
        return false;
    }
    for (size_t i = 0; i < caseload->inputs.count; i++) {
        now->inputs.items[now->inputs.count++] = caseload->inputs.items[i];
    }
    hw_zones_ref(now->reading.zones);
    return true;
}

static hw_status run_all(const hw__caseload_run *run)
{
    const hw_caseload *caseload = run->caseload;
    size_t count = caseload->inputs.count;
    size_t threads = caseload->threads ? (size_t)caseload->threads : hw__processor_count();
    threads = threads < count ? threads : count;
    if (run->watch && !run->watch(run->watch_user, 0, count)) {
        return HW_ERR_CANCELLED;
    }
    return threads > 1 ? hw__caseload_crew(run, threads) : hw__caseload_alone(run);
}

hw_status hw_caseload_run(const hw_caseload *caseload, hw_caseload_sink sink, void *user,
                          hw_caseload_watch watch, void *watch_user, hw_error *err)
{
    if (!caseload || !sink) {
        return hw__null_argument(err, caseload ? "sink" : "caseload");
    }
    hw_caseload now;
    if (!snapshot(caseload, &now)) {
        return hw__no_memory(err);
    }
    hw_status status = run_all(&(hw__caseload_run){&now, sink, watch, user, watch_user});
    hw_zones_unref(now.reading.zones);
    hw__vec_free(&now.inputs);
    if (status == HW_ERR_CANCELLED) {
        return hw__fail(err, status, NULL, "the run was stopped");
    }
    return status == HW_OK ? hw__ok(err) : hw__no_memory(err);
}

/* ---- a row ---- */

size_t hw_caseload_row_index(const hw_caseload_row *row)
{
    return row ? row->index : 0;
}

const char *hw_caseload_row_name(const hw_caseload_row *row)
{
    return row ? row->name : NULL;
}

const char *hw_caseload_row_uid(const hw_caseload_row *row)
{
    return row && row->plan ? row->plan->uid : NULL;
}

const hw_error *hw_caseload_row_error(const hw_caseload_row *row)
{
    return row ? &row->error : NULL;
}

const hw_problems *hw_caseload_row_problems(const hw_caseload_row *row)
{
    return row ? row->problems : NULL;
}

hw_date hw_caseload_row_from(const hw_caseload_row *row)
{
    return row ? row->from : (hw_date){0};
}

hw_date hw_caseload_row_to(const hw_caseload_row *row)
{
    return row ? row->to : (hw_date){0};
}

const hw_plan *hw_caseload_row_plan(const hw_caseload_row *row)
{
    return row ? row->plan : NULL;
}

const hw_progress *hw_caseload_row_progress(const hw_caseload_row *row)
{
    return row ? row->progress : NULL;
}

const hw_attention *hw_caseload_row_attention(const hw_caseload_row *row)
{
    return row ? row->attention : NULL;
}
