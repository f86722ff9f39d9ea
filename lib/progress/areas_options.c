/* SPDX-License-Identifier: MIT */
/* The thresholds of areas: one table of their defaults, ranges and sources; and what else may be asked for. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"
#include "progress/areas.h"

#define MOST_NORMS 1000
#define MOST_COUNT HW__AREAS_MOST_LAST

typedef struct parameter {
    const char *name, *definition, *source;
    double least, most;
    hw__figure usual;
    bool whole;
} parameter;

#define USUALLY(number) \
    {                   \
        (number), true  \
    }

static const char own[] = "a decision of this library";

static const parameter parameters[HW_AREA_PARAMETER_COUNT] = {
    [HW_AREA_PARAMETER_LAST] = {"last", "How many last observations are compared with as many before them.",
                                own, 1, MOST_COUNT, USUALLY(4), true},
    [HW_AREA_PARAMETER_LEAST] = {"least", "How many observations either part has at least.", own, 1,
                                 MOST_COUNT, USUALLY(3), true},
    [HW_AREA_PARAMETER_BETTER] =
        {"better", "The nonoverlap of all pairs from which on it is better.",
         "nonoverlap as of Parker and Vannest 2009; the bound is a decision of this library", 0, 1,
         USUALLY(0.66), false},
    [HW_AREA_PARAMETER_WORSE] = {"worse", "The nonoverlap of all pairs up to which it is worse.",
                                 "1 less the bound of better", 0, 1, USUALLY(0.34), false},
    [HW_AREA_PARAMETER_DONE] = {"done", "The share done below which an assignment needs work.", own, 0, 1,
                                USUALLY(0.5), false},
    [HW_AREA_PARAMETER_SETTLED] = {"settled",
                                   "How many settled occurrences, or practices of a skill, it takes "
                                   "at least.",
                                   own, 1, MOST_COUNT, USUALLY(3), true},
    [HW_AREA_PARAMETER_REPEATED] = {"repeated", "How many entries tell of a barrier that is called repeated.",
                                    own, 1, MOST_COUNT, USUALLY(2), true},
    [HW_AREA_PARAMETER_CONCERNS] = {"concerns", "How many open concerns make an assignment need work.", own,
                                    1, MOST_COUNT, USUALLY(2), true},
    [HW_AREA_PARAMETER_POOR_CREDIT] = {"poor_credit",
                                       "The credit below which an occurrence calls for an easier "
                                       "step.",
                                       own, 0, 1, USUALLY(0.5), false},
    [HW_AREA_PARAMETER_POOR_RUN] = {"poor_run", "How many such in a row.", own, 1, MOST_COUNT, USUALLY(2),
                                    true},
    [HW_AREA_PARAMETER_LIKELIHOOD] =
        {"likelihood",
         "The likelihood, in per cent, below which something simpler is "
         "suggested.",
         "collaborative prescription after Beck: below 70 simplify; others want 90", 0, 100, USUALLY(70),
         false},
    [HW_AREA_PARAMETER_DISTRESS] = {"distress",
                                    "The distress above which an easier step is suggested.",
                                    "stated by the caller, on the scale that is used",
                                    0,
                                    1e6,
                                    {0, false},
                                    false},
    [HW_AREA_PARAMETER_DISAGREEMENT] =
        {"disagreement",
         "How many points two ratings of a dimension are apart that "
         "disagree.",
         "engagement is rated 0-4 (Kazantzis and others); how far apart is a decision "
         "of this library",
         1, 4, USUALLY(2), true},
    [HW_AREA_PARAMETER_PARTIAL_CREDIT] = {"partial_credit",
                                          "The credit for what is done in part without a share.", own, 0, 1,
                                          USUALLY(0.5), false},
    [HW_AREA_PARAMETER_LATE_CREDIT] = {"late_credit", "The credit for what is done late.", own, 0, 1,
                                       USUALLY(1), false},
};

/* NULL out of range. */
static const parameter *parameter_at(hw_area_parameter which)
{
    return (unsigned)which < HW_AREA_PARAMETER_COUNT ? &parameters[which] : NULL;
}

void hw__thresholds_usual(hw__thresholds *thresholds)
{
    for (int i = 0; i < HW_AREA_PARAMETER_COUNT; i++) {
        thresholds->by[i] = parameters[i].usual;
    }
}

hw_areas_options *hw_areas_options_new(hw_error *err)
{
    hw_areas_options *options = HW__NEW(areas_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    hw__thresholds_usual(&options->thresholds);
    hw__ok(err);
    return options;
}

static void free_norms(hw__areas_norms *its)
{
    hw__free(its->measure);
    hw_norms_free(its->norms);
}

void hw_areas_options_free(hw_areas_options *options)
{
    if (!options) {
        return;
    }
    for (size_t i = 0; i < options->norms.count; i++) {
        free_norms(&options->norms.items[i]);
    }
    hw__vec_free(&options->norms);
    hw__free(options->distress);
    HW__DELETE(areas_options, options);
}

hw_status hw_areas_options_set(hw_areas_options *options, hw_area_parameter which, double value,
                               hw_error *err)
{
    const parameter *its = parameter_at(which);
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (!its) {
        return hw__fail(err, HW_ERR_ARGUMENT, "parameter", "there is no such parameter");
    }
    if (!(value >= its->least && value <= its->most)) { /* NaN too */
        return hw__fail(err, HW_ERR_RANGE, its->name, "it is %lld to %lld", (long long)its->least,
                        (long long)its->most);
    }
    if (its->whole && value != (double)(int64_t)value) {
        return hw__fail(err, HW_ERR_RANGE, its->name, "it is a whole number");
    }
    options->thresholds.by[which] = hw__figure_of(value);
    return hw__ok(err);
}

bool hw_areas_options_value(const hw_areas_options *options, hw_area_parameter which, double *out)
{
    return options && parameter_at(which) && hw__figure_give(options->thresholds.by[which], out);
}

static char *copy_id(const char *id, hw_error *err)
{
    if (!hw__id_is_valid(id, strlen(id))) {
        hw__fail(err, HW_ERR_SYNTAX, "measure", "it is not an id");
        return NULL;
    }
    char *copy = hw__strdup(id);
    if (!copy) {
        hw__no_memory(err);
    }
    return copy;
}

hw_status hw_areas_options_set_distress(hw_areas_options *options, const char *measure, hw_error *err)
{
    hw_error own_error;
    err = err ? err : &own_error;
    if (!options) {
        return hw__null_argument(err, "options");
    }
    char *copy = measure ? copy_id(measure, err) : NULL;
    if (measure && !copy) {
        return (hw_status)err->status;
    }
    hw__free(options->distress);
    options->distress = copy;
    return hw__ok(err);
}

/* Puts norms in place of those of the measure, if there are any, or behind the others. */
static bool put_norms(hw_areas_options *options, hw__areas_norms next)
{
    for (size_t i = 0; i < options->norms.count; i++) {
        hw__areas_norms *its = &options->norms.items[i];
        if (strcmp(its->measure, next.measure) != 0) {
            continue;
        }
        free_norms(its);
        if (next.norms) {
            *its = next;
        } else {
            hw__free(next.measure);
            *its = options->norms.items[--options->norms.count];
        }
        return true;
    }
    if (!next.norms) {
        hw__free(next.measure);
        return true;
    }
    return hw__vec_push(&options->norms, next);
}

hw_status hw_areas_options_set_norms(hw_areas_options *options, const char *measure, const hw_norms *norms,
                                     hw_error *err)
{
    hw_error own_error;
    err = err ? err : &own_error;
    if (!options || !measure) {
        return hw__null_argument(err, options ? "measure" : "options");
    }
    if (norms && options->norms.count >= MOST_NORMS) {
        return hw__fail(err, HW_ERR_LIMIT, "norms", "there are norms of %d measures already", MOST_NORMS);
    }
    hw__areas_norms next = {.measure = copy_id(measure, err)};
    if (!next.measure) {
        return (hw_status)err->status;
    }
    next.norms = norms ? hw_norms_copy(norms, NULL, NULL, err) : NULL;
    if (norms && !next.norms) {
        hw__free(next.measure);
        return (hw_status)err->status;
    }
    if (!put_norms(options, next)) {
        free_norms(&next);
        return hw__no_memory(err);
    }
    return hw__ok(err);
}

static bool copy_into(hw_areas_options *copy, const hw_areas_options *options)
{
    hw_error err;
    copy->thresholds = options->thresholds;
    copy->streaks = options->streaks;
    copy->distress = options->distress ? hw__strdup(options->distress) : NULL;
    if (options->distress && !copy->distress) {
        return false;
    }
    for (size_t i = 0; i < options->norms.count; i++) {
        const hw__areas_norms *its = &options->norms.items[i];
        if (hw_areas_options_set_norms(copy, its->measure, its->norms, &err) != HW_OK) {
            return false;
        }
    }
    return true;
}

hw_areas_options *hw__areas_options_copy(const hw_areas_options *options, hw_error *err)
{
    hw_areas_options *copy = hw_areas_options_new(err);
    if (copy && !copy_into(copy, options)) {
        hw_areas_options_free(copy);
        hw__no_memory(err);
        return NULL;
    }
    return copy;
}

hw_status hw_areas_options_set_streaks(hw_areas_options *options, bool streaks, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->streaks = streaks;
    return hw__ok(err);
}

bool hw_area_parameter_default(hw_area_parameter which, double *out)
{
    const parameter *its = parameter_at(which);
    return its && hw__figure_give(its->usual, out);
}

double hw_area_parameter_least(hw_area_parameter which)
{
    const parameter *its = parameter_at(which);
    return its ? its->least : 0;
}

double hw_area_parameter_most(hw_area_parameter which)
{
    const parameter *its = parameter_at(which);
    return its ? its->most : 0;
}

const char *hw_area_parameter_definition(hw_area_parameter which)
{
    const parameter *its = parameter_at(which);
    return its ? its->definition : "";
}

const char *hw_area_parameter_source(hw_area_parameter which)
{
    const parameter *its = parameter_at(which);
    return its ? its->source : "";
}
