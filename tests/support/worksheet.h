/* SPDX-License-Identifier: MIT */
/* Worksheets of every kind, filled in by a row of a table each, and what they show as text. */
#ifndef HW_TESTS_WORKSHEET_H
#define HW_TESTS_WORKSHEET_H

#include <stdio.h>
#include <string.h>

#include "homework.h"
#include "support/scene.h"

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})

typedef struct field {
    const char *name;
    hw_phase phase;
    int32_t group;
    double number;
    const char *text; /* instead of the number */
} field;

#define MOST_FIELDS 12

typedef struct report {
    const char *id, *assignment, *at;
    field fields[MOST_FIELDS];
    hw_visibility visibility;
    hw_extent extent; /* HW_EXTENT_NONE stands for done */
} report;

static inline hw_change *worksheet_change(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static inline void log_report(scene *s, const report *r)
{
    hw_error err;
    hw_change *change = worksheet_change(s);
    hw_entry *entry = hw_entry_new(r->assignment, r->extent ? r->extent : HW_EXTENT_DONE, &err);
    hw_entry_set_id(entry, r->id);
    hw_entry_set_at(entry, scene_moment(r->at));
    hw_entry_set_visibility(entry, r->visibility);
    for (size_t i = 0; i < MOST_FIELDS && r->fields[i].name; i++) {
        const field *its = &r->fields[i];
        if (its->text) {
            hw_entry_add_text(entry, its->name, its->group, its->text);
        } else {
            hw_entry_add_number(entry, its->name, its->phase, its->group, its->number);
        }
    }
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s: %s", r->id, err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

/* One assignment of each kind, whose id is the word of the kind. */
static inline scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
    hw_error err;
    for (size_t k = 0; k < hw_word_count(HW_WORDS_KIND); k++) {
        scene_give(&s, hw_assignment_new(hw_word_at(HW_WORDS_KIND, (int)k), "Homework", (hw_kind)k, &err));
    }
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    return s;
}

static inline hw_practices *practices_of(const scene *s, const char *assignment,
                                         const hw_practice_options *options)
{
    hw_error err;
    hw_practices *all = hw_plan_practices(s->plan, assignment, FROM, TO, s->now.instant, options, &err);
    if (!all) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return all;
}

/* "e1 belief 80>40=-40", with the item in front of the quantity, one a line, the rows of one quantity or all. */
static inline const char *shown(const hw_practices *all, hw_practice only)
{
    static char text[4096];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_practices_count(all); i++) {
        hw_practice quantity = hw_practices_quantity_at(all, i);
        double before, after;
        hw_estimate difference = hw_practices_difference_at(all, i);
        if (only != HW_PRACTICE_COUNT && only != quantity) {
            continue;
        }
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s ", size ? "\n" : "",
                                 hw_practices_entry_at(all, i));
        if (hw_practices_item_at(all, i)) {
            const char *name = hw_practices_item_name(all, hw_practices_item_at(all, i));
            size += (size_t)snprintf(text + size, sizeof text - size, "%d:%s ", hw_practices_item_at(all, i),
                                     name ? name : "");
        }
        size += (size_t)snprintf(text + size, sizeof text - size, "%s ", hw_practice_name(quantity));
        if (hw_practices_before_at(all, i, &before)) {
            size += (size_t)snprintf(text + size, sizeof text - size, "%g>", before);
        }
        if (hw_practices_after_at(all, i, &after)) {
            size += (size_t)snprintf(text + size, sizeof text - size, "%g", after);
        }
        if (difference.undefined == HW_UNDEFINED_NOT) {
            size += (size_t)snprintf(text + size, sizeof text - size, "=%g", difference.value);
        } else if (difference.undefined != HW_UNDEFINED_NOT_APPLICABLE) {
            size += (size_t)snprintf(text + size, sizeof text - size, " %s n=%lld",
                                     hw_undefined_name((hw_undefined)difference.undefined),
                                     (long long)difference.n);
        }
    }
    return text;
}

static inline void expect_shown(const scene *s, const char *assignment, hw_practice only,
                                const char *expected)
{
    hw_practices *all = practices_of(s, assignment, NULL);
    assert_string_equal(shown(all, only), expected);
    hw_practices_free(all);
}

#define DISTRESS(at, value)                         \
    {                                               \
        "distress", HW_PHASE_##at, 0, (value), NULL \
    }

static const report exposures[] = {
    {.id = "e1",
     .assignment = "exposure",
     .at = "2025-03-03T10:00:00+01:00",
     .fields = {DISTRESS(PREDICTED, 90),
                DISTRESS(BEFORE, 60),
                DISTRESS(PEAK, 80),
                DISTRESS(AFTER, 40),
                {"feared", HW_PHASE_NONE, 0, 0, "I faint"},
                {"happened", HW_PHASE_NONE, 0, 0, NULL},
                {"safety-behavior", HW_PHASE_NONE, 0, 0, "water"},
                {"safety-behavior", HW_PHASE_NONE, 1, 0, "phone"}}},
    {.id = "e2",
     .assignment = "exposure",
     .at = "2025-03-05",
     .fields = {DISTRESS(PEAK, 70), DISTRESS(AFTER, 36), DISTRESS(BEFORE, 20)}},
    {.id = "e3",
     .assignment = "exposure",
     .at = "2025-03-04T10:00:00+01:00", /* earlier, and of another step */
     .fields = {DISTRESS(PEAK, 0),
                DISTRESS(AFTER, 0),
                {"step", HW_PHASE_NONE, 0, 0, "The tall tower"},
                {"happened", HW_PHASE_NONE, 0, 1, NULL}}},
    {.id = "e4", .assignment = "exposure", .at = "2025-03-07", .fields = {DISTRESS(PEAK, 50)}},
    {.id = "e5", .assignment = "exposure", .at = "2025-03-08", .fields = {DISTRESS(AFTER, 50)}},
};

#endif
