/* SPDX-License-Identifier: MIT */
/* A plan in which a behaviour is watched and a skill practised, with reports from rows of a table. */
#ifndef HW_TESTS_WATCH_H
#define HW_TESTS_WATCH_H

#include <string.h>

#include "homework.h"
#include "support/scene.h"

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})

static inline hw_change *watch_change(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static inline void give_measure(scene *s, const char *id, double max)
{
    hw_error err;
    hw_change *change = watch_change(s);
    const hw_measure *known = hw_plan_measure(s->plan, id);
    hw_measure *measure =
        known ? hw_measure_edit(known, &err) : hw_measure_new(id, "Mood", HW_MEASURE_RATING, &err);
    hw_measure_set_min(measure, 0);
    hw_measure_set_max(measure, max);
    assert_int_equal(known ? hw_plan_revise_measure(s->plan, measure, change, &err)
                           : hw_plan_add_measure(s->plan, measure, change, &err),
                     HW_OK);
    hw_measure_unref(measure);
    hw_change_free(change);
}

/* A behaviour that is watched, "watch"; a skill to practise, "skill"; a measure "mood". */
static inline scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
    hw_error err;
    give_measure(&s, "mood", 10);
    scene_give(&s, hw_assignment_new("watch", "Watching", HW_KIND_BEHAVIOR_TRACKING, &err));
    scene_give(&s, hw_assignment_new("skill", "Practising", HW_KIND_SKILL_PRACTICE, &err));
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    return s;
}

#define MOST_TRIGGERS 3

typedef struct report {
    const char *id, *assignment, *at;
    hw_extent extent;
    const char *place, *skill, *triggers[MOST_TRIGGERS];
    int count;
    bool has_count;
    double mood; /* 0 = none */
    hw_visibility visibility;
} report;

static inline void log_report(scene *s, const report *r)
{
    hw_error err;
    hw_change *change = watch_change(s);
    hw_entry *entry = hw_entry_new(r->assignment, r->extent, &err);
    hw_entry_set_id(entry, r->id);
    hw_entry_set_at(entry, scene_moment(r->at));
    hw_entry_set_visibility(entry, r->visibility);
    if (r->place) {
        hw_entry_add_text(entry, "place", 0, r->place);
    }
    if (r->skill) {
        hw_entry_add_text(entry, "skill", 0, r->skill);
    }
    for (int32_t i = 0; i < MOST_TRIGGERS && r->triggers[i]; i++) {
        hw_entry_add_text(entry, "trigger", i, r->triggers[i]);
    }
    if (r->has_count) {
        hw_entry_add_number(entry, "count", HW_PHASE_NONE, 0, r->count);
    }
    if (r->mood > 0) {
        hw_entry_add_measure(entry, "mood", HW_PHASE_NONE, r->mood);
    }
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s: %s", r->id, err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

static inline hw_patterns *patterns_of(const scene *s, const hw_pattern_options *options)
{
    hw_error err;
    hw_patterns *patterns = hw_plan_patterns(s->plan, FROM, TO, s->now.instant, options, &err);
    if (!patterns) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return patterns;
}

#endif
