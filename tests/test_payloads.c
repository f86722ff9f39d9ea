/* SPDX-License-Identifier: MIT */
/* The fields that each kind of homework has: every one of them in range and out of it; and the ranges that
 * clinicians' worksheets have. */
#include "support/cmocka_all.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "homework.h"
#include "support/scene.h"

#define AT "2025-03-03T19:30:00+01:00"

static hw_change *change_at(const char *recorded)
{
    hw_change *change = hw_change_new(scene_moment(recorded), "me", "desk", NULL);
    assert_non_null(change);
    return change;
}

static scene begin(hw_kind kind)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = hw_assignment_new("a", "Practice", kind, NULL);
    assert_non_null(a);
    scene_give(&s, a);
    return s;
}

static hw_entry *begin_entry(hw_extent extent)
{
    hw_entry *entry = hw_entry_new("a", extent, NULL);
    assert_non_null(entry);
    assert_int_equal(hw_entry_set_at(entry, scene_moment(AT)), HW_OK);
    return entry;
}

/* Logs what is in the draft, and lets it go. The plan is as before if that is refused, and the field is named. */
static void expect_logged(scene *s, hw_entry *entry, hw_status expected, const char *field)
{
    hw_error err, same;
    hw_change *change = change_at("2025-03-03T20:00:00+01:00");
    hw_problems *problems = hw_problems_new(NULL);
    uint64_t generation = hw_plan_generation(s->plan);
    assert_int_equal(hw_plan_check_entry(s->plan, entry, change, problems, &same), expected);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), expected);
    assert_int_equal(hw_plan_generation(s->plan) - generation, expected == HW_OK);
    assert_int_equal(hw_problems_count(problems), expected == HW_OK ? 0 : 1);
    if (expected != HW_OK) {
        assert_string_equal(err.subject, field);
        assert_string_equal(err.message, same.message);
        assert_non_null(strstr(err.message, field));
        assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_FIELD);
        assert_int_equal(hw_problems_severity_at(problems, 0), HW_SEVERITY_ERROR);
        assert_string_equal(hw_problems_subject_at(problems, 0), field);
        assert_string_equal(hw_problems_message_at(problems, 0), err.message);
    }
    hw_problems_free(problems);
    hw_change_free(change);
    hw_entry_free(entry);
}

static void try_number(scene *s, const hw_form *form, size_t i, double value, hw_status expected)
{
    hw_entry *entry = begin_entry(HW_EXTENT_DONE);
    hw_status status =
        hw_entry_add_number(entry, hw_form_name_at(form, i), hw_form_phase_at(form, i), 0, value);
    assert_int_equal(status, HW_OK);
    expect_logged(s, entry, expected, hw_form_name_at(form, i));
}

static void try_text(scene *s, const hw_form *form, size_t i, const char *value, hw_status expected)
{
    hw_entry *entry = begin_entry(HW_EXTENT_DONE);
    hw_status status =
        hw_entry_add_answer(entry, hw_form_name_at(form, i), hw_form_phase_at(form, i), 0, value);
    assert_int_equal(status, HW_OK);
    expect_logged(s, entry, expected, hw_form_name_at(form, i));
}

static void try_bounds(scene *s, const hw_form *form, size_t i)
{
    double bound = 0;
    bool is_minutes = strcmp(hw_form_name_at(form, i), "minutes") == 0; /* whose setter knows its bound */
    if (hw_form_least_at(form, i, &bound)) {
        try_number(s, form, i, bound, HW_OK);
        if (!is_minutes) {
            try_number(s, form, i, bound - 0.001, HW_ERR_RANGE);
            try_number(s, form, i, bound - 1, HW_ERR_RANGE);
        }
    }
    if (hw_form_greatest_at(form, i, &bound)) {
        try_number(s, form, i, bound, HW_OK);
        try_number(s, form, i, bound + 0.001, HW_ERR_RANGE);
        try_number(s, form, i, 99999, HW_ERR_RANGE);
    } else {
        try_number(s, form, i, 99999, HW_OK);
    }
    try_number(s, form, i, 0.5, hw_form_whole_at(form, i) ? HW_ERR_RANGE : HW_OK);
    try_text(s, form, i, "five", HW_ERR_SYNTAX);
}

static void try_field(scene *s, const hw_form *form, size_t i)
{
    switch (hw_form_type_at(form, i)) {
    case HW_FIELD_NUMBER:
    case HW_FIELD_RATING:
        try_bounds(s, form, i);
        break;
    case HW_FIELD_YES_NO:
        try_number(s, form, i, 0, HW_OK);
        try_number(s, form, i, 1, HW_OK);
        try_number(s, form, i, 2, HW_ERR_RANGE);
        try_number(s, form, i, -1, HW_ERR_RANGE);
        try_number(s, form, i, 0.5, HW_ERR_RANGE);
        try_text(s, form, i, "yes", HW_ERR_SYNTAX);
        break;
    case HW_FIELD_CHOICE:
        for (size_t c = 0; c < hw_form_choice_count(form, i); c++) {
            try_text(s, form, i, hw_form_choice_at(form, i, c), HW_OK);
        }
        try_text(s, form, i, "elsewhere", HW_ERR_RANGE);
        try_text(s, form, i, "in-viv", HW_ERR_RANGE);
        try_number(s, form, i, 1, HW_ERR_SYNTAX);
        break;
    case HW_FIELD_DATE:
        fail_msg("no kind has one");
        break;
    case HW_FIELD_TEXT:
        try_text(s, form, i, "Quite a lot\nof it", HW_OK);
        try_number(s, form, i, 1, HW_ERR_SYNTAX);
        break;
    }
}

static void test_every_field_of_every_kind(void **state)
{
    (void)state;
    for (int kind = 0; kind <= HW_KIND_OTHER; kind++) {
        scene s = begin((hw_kind)kind);
        hw_form *form = hw_kind_form((hw_kind)kind, NULL);
        assert_non_null(form);
        for (size_t i = 0; i < hw_form_count(form); i++) {
            try_field(&s, form, i);
        }
        hw_form_free(form);
        scene_close(&s);
    }
}

/* By the worksheets: kind, field, phase, scale from 0 to. */
static void test_scales(void **state)
{
    (void)state;
    static const struct {
        hw_kind kind;
        const char *name;
        hw_phase phase;
        double most;
    } scales[] = {
        {HW_KIND_JOURNALING, "mood", HW_PHASE_BEFORE, 10},
        {HW_KIND_JOURNALING, "mood", HW_PHASE_AFTER, 10},
        {HW_KIND_THOUGHT_RECORD, "intensity", HW_PHASE_BEFORE, 100},
        {HW_KIND_THOUGHT_RECORD, "intensity", HW_PHASE_AFTER, 100},
        {HW_KIND_THOUGHT_RECORD, "belief", HW_PHASE_BEFORE, 100},
        {HW_KIND_THOUGHT_RECORD, "belief", HW_PHASE_AFTER, 100},
        {HW_KIND_THOUGHT_RECORD, "balanced-belief", HW_PHASE_NONE, 100},
        {HW_KIND_ROLE_PLAY, "self-rating", HW_PHASE_NONE, 10},
        {HW_KIND_ROLE_PLAY, "partner-rating", HW_PHASE_NONE, 10},
        {HW_KIND_RELAXATION, "tension", HW_PHASE_BEFORE, 10},
        {HW_KIND_RELAXATION, "tension", HW_PHASE_AFTER, 10},
        {HW_KIND_COMMUNICATION_PRACTICE, "self-rating", HW_PHASE_NONE, 10},
        {HW_KIND_BEHAVIOR_TRACKING, "intensity", HW_PHASE_NONE, 10},
        {HW_KIND_SKILL_PRACTICE, "helpfulness", HW_PHASE_NONE, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "pleasure", HW_PHASE_PREDICTED, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "pleasure", HW_PHASE_NONE, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "mastery", HW_PHASE_PREDICTED, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "mastery", HW_PHASE_NONE, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "mood", HW_PHASE_BEFORE, 10},
        {HW_KIND_ACTIVITY_SCHEDULING, "mood", HW_PHASE_AFTER, 10},
        {HW_KIND_EXPOSURE, "distress", HW_PHASE_PREDICTED, 100},
        {HW_KIND_EXPOSURE, "distress", HW_PHASE_BEFORE, 100},
        {HW_KIND_EXPOSURE, "distress", HW_PHASE_PEAK, 100},
        {HW_KIND_EXPOSURE, "distress", HW_PHASE_AFTER, 100},
        {HW_KIND_BEHAVIORAL_EXPERIMENT, "belief", HW_PHASE_BEFORE, 100},
        {HW_KIND_BEHAVIORAL_EXPERIMENT, "belief", HW_PHASE_AFTER, 100},
        {HW_KIND_DIARY_CARD, "intensity", HW_PHASE_NONE, 5},
        {HW_KIND_DIARY_CARD, "strength", HW_PHASE_NONE, 5},
        {HW_KIND_DIARY_CARD, "skills-rating", HW_PHASE_NONE, 7},
        {HW_KIND_PSYCHOEDUCATION, "fraction", HW_PHASE_NONE, 1},
    };
    size_t ratings = 0;
    for (size_t i = 0; i < COUNT_OF(scales); i++) {
        hw_form *form = hw_kind_form(scales[i].kind, NULL);
        size_t at = hw_form_find(form, scales[i].name, scales[i].phase);
        double least = -1, most = -1;
        assert_int_not_equal(at, SIZE_MAX);
        assert_int_equal(hw_form_type_at(form, at), HW_FIELD_RATING);
        assert_true(hw_form_least_at(form, at, &least) && hw_form_greatest_at(form, at, &most));
        assert_true(least == 0 && most == scales[i].most);
        hw_form_free(form);
    }
    for (int kind = 0; kind <= HW_KIND_OTHER; kind++) {
        hw_form *form = hw_kind_form((hw_kind)kind, NULL);
        for (size_t i = 0; i < hw_form_count(form); i++) {
            ratings += hw_form_type_at(form, i) == HW_FIELD_RATING;
        }
        hw_form_free(form);
    }
    assert_int_equal(ratings, COUNT_OF(scales)); /* none is left out */
}

static void test_forms_are_well_formed(void **state)
{
    (void)state;
    for (int kind = 0; kind <= HW_KIND_OTHER; kind++) {
        hw_form *form = hw_kind_form((hw_kind)kind, NULL);
        hw_assignment *a = hw_assignment_new("a", "Practice", (hw_kind)kind, NULL);
        assert_false(hw_form_closed(form));
        assert_int_not_equal(hw_form_find(form, "minutes", HW_PHASE_NONE), SIZE_MAX);
        for (size_t i = 0; i < hw_form_count(form); i++) {
            assert_int_equal(hw_form_find(form, hw_form_name_at(form, i), hw_form_phase_at(form, i)), i);
            assert_false(hw_form_required_at(form, i) || hw_form_own_at(form, i));
            assert_true(strlen(hw_form_title_at(form, i, NULL)) > 2);
            assert_string_equal(hw_form_title_at(form, i, "en-GB"), hw_form_title_at(form, i, NULL));
            for (size_t c = 0; c < hw_form_choice_count(form, i); c++) {
                assert_true(strlen(hw_form_choice_title_at(form, i, c, "en")) > 2);
            }
            /* What the library says, a host may declare. */
            hw_field *field = hw_form_field_at(form, i, NULL);
            assert_int_equal(hw_assignment_add_field(a, field), HW_OK);
            hw_field_free(field);
        }
        hw_form *own = hw_assignment_form(a, NULL);
        assert_int_equal(hw_form_count(own), hw_form_count(form));
        for (size_t i = 0; i < hw_form_count(own); i++) {
            double ours = -1, theirs = -1;
            assert_true(hw_form_own_at(own, i));
            assert_string_equal(hw_form_name_at(own, i), hw_form_name_at(form, i));
            assert_int_equal(hw_form_type_at(own, i), hw_form_type_at(form, i));
            assert_int_equal(hw_form_greatest_at(own, i, &ours), hw_form_greatest_at(form, i, &theirs));
            assert_true(ours == theirs);
            assert_string_equal(hw_form_title_at(own, i, "en"), hw_form_title_at(form, i, "en"));
            assert_int_equal(hw_form_confidential_at(own, i), hw_form_confidential_at(form, i));
        }
        hw_form_free(own);
        hw_assignment_unref(a);
        hw_form_free(form);
    }
    hw_error err;
    assert_null(hw_kind_form((hw_kind)99, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_kind_form((hw_kind)-1, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
}

/* What was said to somebody else stays with its author; the rest of the report does not. */
static void test_what_was_said_is_private(void **state)
{
    (void)state;
    scene s = begin(HW_KIND_COMMUNICATION_PRACTICE);
    hw_entry *entry = begin_entry(HW_EXTENT_DONE);
    hw_entry_add_text(entry, "said", 0, "I feel left alone");
    hw_entry_add_text(entry, "response", 0, "A nod");
    expect_logged(&s, entry, HW_OK, "");
    hw_log *log = hw_plan_entries(s.plan, NULL);
    assert_true(hw_log_value_confidential(log, 0, 0));
    assert_false(hw_log_value_confidential(log, 0, 1));
    assert_false(hw_log_value_confidential(log, 0, 2));
    assert_false(hw_log_value_confidential(NULL, 0, 0));
    for (int private_too = 0; private_too < 2; private_too++) {
        hw_table *table = hw_log_value_table(log, private_too, NULL);
        char *csv = hw_table_to_csv(table, NULL, NULL);
        assert_int_equal(strstr(csv, "left alone") != NULL, private_too);
        assert_non_null(strstr(csv, "A nod"));
        hw_string_free(csv);
        hw_table_free(table);
    }
    hw_log_unref(log);
#if HW_WITH_XML
    char *xml = hw_plan_to_xml(s.plan, NULL, NULL);
    hw_plan *read = hw_plan_from_xml(xml, strlen(xml), NULL, NULL, NULL);
    log = hw_plan_entries(read, NULL);
    assert_true(hw_log_value_confidential(log, 0, 0));
    assert_false(hw_log_value_confidential(log, 0, 1));
    hw_log_unref(log);
    hw_plan_free(read);
    hw_string_free(xml);
#endif
    scene_close(&s);
}

static void test_other_names_and_phases_pass(void **state)
{
    (void)state;
    scene s = begin(HW_KIND_RELAXATION);
    hw_entry *entry = begin_entry(HW_EXTENT_DONE);
    hw_entry_add_number(entry, "heart-rate", HW_PHASE_AFTER, 0, 900);
    hw_entry_add_number(entry, "tension", HW_PHASE_DURING, 0, 900);
    hw_entry_add_number(entry, "tension", HW_PHASE_AFTER, 3, 4);
    hw_entry_add_number(entry, "tension", HW_PHASE_AFTER, 3, 5);
    hw_entry_add_text(entry, "place", 7, "Sofa");
    expect_logged(&s, entry, HW_OK, "");
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_field_of_every_kind),   cmocka_unit_test(test_scales),
        cmocka_unit_test(test_forms_are_well_formed),       cmocka_unit_test(test_what_was_said_is_private),
        cmocka_unit_test(test_other_names_and_phases_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
