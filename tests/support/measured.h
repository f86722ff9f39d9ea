/* SPDX-License-Identifier: MIT */
/* A plan in which two things are measured, with reports from rows of a table, and its series as text. */
#ifndef HW_TESTS_MEASURED_H
#define HW_TESTS_MEASURED_H

#include <math.h>
#include <stdio.h>

#include "homework.h"
#include "support/scene.h"

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})

static inline hw_change *measured_change(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    if (s->effective.date.year) {
        assert_int_equal(hw_change_set_effective(change, s->effective, &err), HW_OK);
    }
    return change;
}

static inline void give_measure(scene *s, hw_measure *measure)
{
    hw_error err;
    hw_change *change = measured_change(s);
    hw_status status = hw_plan_measure(s->plan, hw_measure_id(measure))
                           ? hw_plan_revise_measure(s->plan, measure, change, &err)
                           : hw_plan_add_measure(s->plan, measure, change, &err);
    if (status != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_measure_unref(measure);
    hw_change_free(change);
}

static inline void add_measure(scene *s, const char *id, double max, hw_better better)
{
    hw_error err;
    hw_measure *measure = hw_measure_new(id, "Some measure", HW_MEASURE_RATING, &err);
    hw_measure_set_min(measure, 0);
    hw_measure_set_max(measure, max);
    hw_measure_set_unit(measure, "{score}");
    hw_measure_set_better(measure, better);
    give_measure(s, measure);
}

static inline void revise_max(scene *s, double max)
{
    hw_error err;
    hw_measure *edit = hw_measure_edit(hw_plan_measure(s->plan, "mood"), &err);
    hw_measure_set_max(edit, max);
    give_measure(s, edit);
}

/* Measures "mood" (0-10, more is better) and "suds" (0-100, less is), an assignment "a". */
static inline scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
    hw_error err;
    add_measure(&s, "mood", 10, HW_BETTER_HIGHER);
    add_measure(&s, "suds", 100, HW_BETTER_LOWER);
    scene_give(&s, hw_assignment_new("a", "Practice", HW_KIND_EXPOSURE, &err));
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    return s;
}

typedef struct report {
    const char *id, *at; /* at NULL = unknown */
    double value;
    const char *measure; /* NULL = "mood" */
    hw_phase phase;
    hw_visibility visibility;
    const char *assignment; /* NULL = "a" */
} report;

static inline void log_report(scene *s, const report *r)
{
    hw_error err;
    hw_change *change = measured_change(s);
    hw_entry *entry = hw_entry_new(r->assignment ? r->assignment : "a", HW_EXTENT_DONE, &err);
    hw_entry_set_id(entry, r->id);
    hw_entry_set_at(entry, scene_moment(r->at));
    hw_entry_set_visibility(entry, r->visibility);
    hw_entry_add_measure(entry, r->measure ? r->measure : "mood", r->phase, r->value);
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

static inline hw_series *series_of(const scene *s, const char *measure, const hw_series_options *options)
{
    hw_error err;
    hw_series *series = hw_plan_series(s->plan, measure, FROM, TO, s->now.instant, options, &err);
    if (!series) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return series;
}

/* "a=3 b=4.5", in its order. */
static inline const char *shown(const hw_series *series)
{
    static char text[1024];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_series_count(series); i++) {
        double value = -1;
        assert_true(hw_series_value_at(series, i, &value));
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s=%g", i ? " " : "",
                                 hw_series_entry_at(series, i), value);
    }
    return text;
}

static inline void expect_estimate(hw_estimate is, double value, int64_t n)
{
    if (is.undefined != HW_UNDEFINED_NOT || is.n != n || fabs(is.value - value) > 1e-12 * (1 + fabs(value))) {
        fail_msg("%g of %lld (%s), expected %g of %lld", is.value, (long long)is.n,
                 hw_undefined_name((hw_undefined)is.undefined), value, (long long)n);
    }
}

static inline void expect_undefined(hw_estimate is, hw_undefined why, int64_t n)
{
    assert_string_equal(hw_undefined_name((hw_undefined)is.undefined), hw_undefined_name(why));
    assert_int_equal(is.n, n);
    assert_true(is.value == 0);
}

static inline void expect_statistic(const hw_series *series, hw_statistic statistic, double value, int64_t n)
{
    expect_estimate(hw_series_statistic_value(series, statistic), value, n);
}

#endif
