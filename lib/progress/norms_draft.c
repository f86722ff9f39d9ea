/* SPDX-License-Identifier: MIT */
/* Norms of a host: made, filled in and checked as they come, so that no impossible number is ever stored. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "progress/norms.h"
#include "progress/statistics.h"

/* ---- texts ---- */

static hw_status put_id(hw_norms *norms, const char **slot, const char *id, const char *field, hw_error *err)
{
    size_t size = strlen(id);
    if (!hw__id_is_valid(id, size)) {
        return hw__fail(err, HW_ERR_SYNTAX, field, "that is no id");
    }
    const char *copy = hw__arena_text(&norms->arena, id, size);
    *slot = copy ? copy : *slot;
    return copy ? HW_OK : hw__no_memory(err);
}

static hw_status put_line(hw_norms *norms, const char **slot, const char *line, const char *field,
                          hw_error *err)
{
    size_t size = strlen(line);
    hw__text_fault fault = hw__line_check(line, size, HW__MAX_LINE_BYTES);
    if (fault != HW__TEXT_GOOD) {
        return hw__fail(err, HW_ERR_SYNTAX, field, "the text %s", hw__text_fault_name(fault));
    }
    const char *copy = hw__arena_text(&norms->arena, line, size);
    *slot = copy ? copy : *slot;
    return copy ? HW_OK : hw__no_memory(err);
}

/* The draft with its texts, or NULL with `err` filled in; frees it then. */
static hw_norms *name(hw_norms *norms, const char *id, const char *instrument, const char *source,
                      const char *version, hw_error *err)
{
    if (!norms) {
        hw__no_memory(err);
        return NULL;
    }
    if (put_id(norms, &norms->id, id, "id", err) != HW_OK ||
        put_id(norms, &norms->instrument, instrument, "instrument", err) != HW_OK ||
        put_line(norms, &norms->source, source, "source", err) != HW_OK ||
        (version && put_line(norms, &norms->version, version, "version", err) != HW_OK)) {
        hw_norms_free(norms);
        return NULL;
    }
    hw__ok(err);
    return norms;
}

hw_norms *hw_norms_new(const char *id, const char *instrument, hw_better better, const char *source,
                       hw_error *err)
{
    if (!id || !instrument || !source) {
        hw__null_argument(err, !id ? "id" : !instrument ? "instrument" : "source");
        return NULL;
    }
    if (better != HW_BETTER_HIGHER && better != HW_BETTER_LOWER) {
        hw__fail(err, HW_ERR_RANGE, "better", "norms need one way that is better");
        return NULL;
    }
    hw_norms *norms = HW__NEW(norms);
    if (norms) {
        norms->better = (uint8_t)better;
    }
    return name(norms, id, instrument, source, NULL, err);
}

hw_norms *hw_norms_copy(const hw_norms *norms, const char *id, const char *source, hw_error *err)
{
    if (!norms) {
        hw__null_argument(err, "norms");
        return NULL;
    }
    hw_norms *copy = HW__NEW(norms);
    if (copy) {
        *copy = *norms;
        copy->fixed = false;
        copy->arena = (hw__arena){0};
        copy->version = NULL;
    }
    return name(copy, id ? id : norms->id, norms->instrument, source ? source : norms->source, norms->version,
                err);
}

void hw_norms_free(hw_norms *norms)
{
    if (norms && !norms->fixed) {
        hw__arena_free(&norms->arena);
        HW__DELETE(norms, norms);
    }
}

const char *hw_norms_id(const hw_norms *norms)
{
    return norms ? norms->id : NULL;
}

const char *hw_norms_instrument(const hw_norms *norms)
{
    return norms ? norms->instrument : NULL;
}

hw_better hw_norms_better(const hw_norms *norms)
{
    return norms ? (hw_better)norms->better : HW_BETTER_NEUTRAL;
}

const char *hw_norms_source(const hw_norms *norms)
{
    return norms ? norms->source : NULL;
}

const char *hw_norms_version(const hw_norms *norms)
{
    return norms ? norms->version : NULL;
}

/* ---- what setters check ---- */

static bool is_number(double value)
{
    return !hw__is_missing(value) && hw__is_in_range(value);
}

/* HW_OK: the draft may be changed. */
static hw_status open_norms(const hw_norms *norms, hw_error *err)
{
    if (!norms) {
        return hw__null_argument(err, "norms");
    }
    if (norms->fixed) {
        return hw__fail(err, HW_ERR_STATE, norms->id, "the library's own norms are not changed: copy them");
    }
    return HW_OK;
}

static hw_status set_number(hw_norms *norms, hw__stated *slot, double value, bool is_good, const char *field,
                            const char *rule, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status != HW_OK || !slot) { /* no norms, no slot */
        return status;
    }
    if (!is_good) { /* NaN too */
        return hw__fail(err, HW_ERR_RANGE, field, "%s", rule);
    }
    *slot = (hw__stated){true, value};
    return hw__ok(err);
}

static bool get(const hw__stated *slot, double *out)
{
    if (slot && slot->present && out) {
        *out = slot->value;
    }
    return slot && slot->present;
}

hw_status hw_norms_set_version(hw_norms *norms, const char *version, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status != HW_OK) {
        return status;
    }
    if (!version) {
        norms->version = NULL;
        return hw__ok(err);
    }
    status = put_line(norms, &norms->version, version, "version", err);
    return status == HW_OK ? hw__ok(err) : status;
}

/* ---- groups ---- */

bool hw_norms_clinical(const hw_norms *norms, double *mean, double *sd)
{
    return norms && get(&norms->clinical_mean, mean) && get(&norms->clinical_sd, sd);
}

bool hw_norms_functional(const hw_norms *norms, double *mean, double *sd)
{
    return norms && get(&norms->functional_mean, mean) && get(&norms->functional_sd, sd);
}

/* A group's mean and SD, where `sign` times its distance from the other mean has to be above 0. */
static hw_status check_group(const hw_norms *norms, double mean, double sd, double sign,
                             const hw__stated *other, hw_error *err)
{
    if (!is_number(mean)) {
        return hw__fail(err, HW_ERR_RANGE, "mean", "a mean is a finite number");
    }
    if (!(is_number(sd) && sd > 0)) {
        return hw__fail(err, HW_ERR_RANGE, "sd", "an SD is a finite number above 0");
    }
    if (other->present && !(sign * hw__norms_sign(norms) * (mean - other->value) > 0)) {
        return hw__fail(err, HW_ERR_RANGE, "mean", "the functional mean is better than the clinical one");
    }
    return HW_OK;
}

hw_status hw_norms_set_clinical(hw_norms *norms, double mean, double sd, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status == HW_OK) {
        status = check_group(norms, mean, sd, -1, &norms->functional_mean, err);
    }
    if (status != HW_OK) {
        return status;
    }
    norms->clinical_mean = (hw__stated){true, mean};
    norms->clinical_sd = (hw__stated){true, sd};
    return hw__ok(err);
}

hw_status hw_norms_set_functional(hw_norms *norms, double mean, double sd, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status == HW_OK) {
        status = check_group(norms, mean, sd, 1, &norms->clinical_mean, err);
    }
    if (status != HW_OK) {
        return status;
    }
    norms->functional_mean = (hw__stated){true, mean};
    norms->functional_sd = (hw__stated){true, sd};
    return hw__ok(err);
}

/* ---- single numbers ---- */

bool hw_norms_reliability(const hw_norms *norms, double *out)
{
    return norms && get(&norms->reliability, out);
}

hw_reliability hw_norms_reliability_kind(const hw_norms *norms)
{
    return norms ? (hw_reliability)norms->reliability_kind : HW_RELIABILITY_NOT_STATED;
}

hw_status hw_norms_set_reliability(hw_norms *norms, hw_reliability kind, double reliability, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status != HW_OK) {
        return status;
    }
    if ((int)kind <= HW_RELIABILITY_NOT_STATED || (int)kind > HW_RELIABILITY_OTHER) {
        return hw__fail(err, HW_ERR_RANGE, "kind", "which reliability it is has to be said");
    }
    bool is_good = reliability >= 0 && reliability <= 1;
    status = set_number(norms, &norms->reliability, reliability, is_good, "reliability",
                        "a reliability is 0 to 1", err);
    if (status == HW_OK) {
        norms->reliability_kind = (uint8_t)kind;
    }
    return status;
}

double hw_norms_critical(const hw_norms *norms)
{
    return !norms ? 0 : norms->critical > 0 ? norms->critical : HW__CRITICAL;
}

hw_status hw_norms_set_critical(hw_norms *norms, double critical, hw_error *err)
{
    hw__stated stated = {0};
    hw_status status = set_number(norms, &stated, critical, is_number(critical) && critical > 0, "critical",
                                  "a critical value is finite and above 0", err);
    if (status == HW_OK) {
        norms->critical = critical;
    }
    return status;
}

bool hw_norms_points(const hw_norms *norms, double *out)
{
    return norms && get(&norms->points, out);
}

hw_status hw_norms_set_points(hw_norms *norms, double points, hw_error *err)
{
    return set_number(norms, norms ? &norms->points : NULL, points, is_number(points) && points > 0, "points",
                      "a reliable change is finite and above 0", err);
}

bool hw_norms_response(const hw_norms *norms, double *share, double *best)
{
    return norms && get(&norms->share, share) && get(&norms->best, best);
}

hw_status hw_norms_set_response(hw_norms *norms, double share, double best, hw_error *err)
{
    hw_status status = open_norms(norms, err);
    if (status != HW_OK) {
        return status;
    }
    if (!is_number(best)) {
        return hw__fail(err, HW_ERR_RANGE, "best", "the best score is a finite number");
    }
    status = set_number(norms, &norms->share, share, share > 0 && share <= 1, "share",
                        "a response is a share above 0, to 1", err);
    if (status == HW_OK) {
        norms->best = (hw__stated){true, best};
    }
    return status;
}

bool hw_norms_remission(const hw_norms *norms, double *out)
{
    return norms && get(&norms->remission, out);
}

hw_status hw_norms_set_remission(hw_norms *norms, double threshold, hw_error *err)
{
    return set_number(norms, norms ? &norms->remission : NULL, threshold, is_number(threshold), "remission",
                      "a threshold is a finite number", err);
}

bool hw_norms_caseness(const hw_norms *norms, double *out)
{
    return norms && get(&norms->caseness, out);
}

hw_status hw_norms_set_caseness(hw_norms *norms, double threshold, hw_error *err)
{
    return set_number(norms, norms ? &norms->caseness : NULL, threshold, is_number(threshold), "caseness",
                      "a threshold is a finite number", err);
}
