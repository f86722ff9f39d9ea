/* SPDX-License-Identifier: MIT */
/* Contracts: every part set, cleared and refused; and who agreed, and when, whatever happened since. */
#include "support/drafts.h"
#include "support/scene.h"

DRAFT_VERBS(assignment);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_assignment_new("walk", "A walk", HW_KIND_OTHER, err);
}

static draft_said set(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    return (draft_said){
        {hw_assignment_set_what(a, NULL, "Walk"), hw_assignment_set_where(a, "de", "Im Park"),
         hw_assignment_set_when(a, NULL, "After work"), hw_assignment_set_how_often(a, NULL, "Twice a week"),
         hw_assignment_set_how_long(a, NULL, "Ten minutes"),
         hw_assignment_set_rationale(a, NULL, "It lifts the mood"),
         hw_assignment_set_cue(a, NULL, "When I come home"),
         hw_assignment_set_action(a, NULL, "I keep my shoes on"), hw_assignment_set_with(a, HW_ROLE_PARTNER),
         hw_assignment_set_likelihood(a, 0), hw_assignment_set_expected_difficulty(a, 100),
         hw_assignment_set_rehearsed(a, true), hw_assignment_set_sheet_given(a, true),
         hw_assignment_add_obstacle(a, HW_BARRIER_LOW_ENERGY, NULL, "Half the way"),
         hw_assignment_add_obstacle(a, HW_BARRIER_LOW_ENERGY, "de", "Der halbe Weg"),
         hw_assignment_add_obstacle(a, HW_BARRIER_OTHER, NULL, NULL), hw_assignment_add_skill(a, "asking"),
         hw_assignment_set_maintenance(a, true), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    hw_role with = HW_ROLE_CLIENT;
    assert_string_equal(hw_assignment_what(a, NULL), "Walk");
    assert_string_equal(hw_assignment_where(a, "de-AT"), "Im Park");
    assert_string_equal(hw_assignment_when(a, NULL), "After work");
    assert_string_equal(hw_assignment_how_often(a, NULL), "Twice a week");
    assert_string_equal(hw_assignment_how_long(a, NULL), "Ten minutes");
    assert_string_equal(hw_assignment_rationale(a, NULL), "It lifts the mood");
    assert_string_equal(hw_assignment_cue(a, NULL), "When I come home");
    assert_string_equal(hw_assignment_action(a, NULL), "I keep my shoes on");
    assert_true(hw_assignment_with(a, &with));
    assert_int_equal(with, HW_ROLE_PARTNER);
    assert_int_equal(hw_assignment_likelihood(a), 0);
    assert_int_equal(hw_assignment_expected_difficulty(a), 100);
    assert_true(hw_assignment_rehearsed(a));
    assert_true(hw_assignment_sheet_given(a));
    assert_int_equal(hw_assignment_obstacle_count(a), 2);
    assert_int_equal(hw_assignment_obstacle_at(a, 0), HW_BARRIER_LOW_ENERGY);
    assert_string_equal(hw_assignment_coping_at(a, 0, NULL), "Half the way");
    assert_string_equal(hw_assignment_coping_at(a, 0, "de"), "Der halbe Weg");
    assert_int_equal(hw_assignment_obstacle_at(a, 1), HW_BARRIER_OTHER);
    assert_null(hw_assignment_coping_at(a, 1, NULL));
    assert_int_equal(hw_assignment_skill_count(a), 1);
    assert_string_equal(hw_assignment_skill_at(a, 0), "asking");
    assert_true(hw_assignment_maintenance(a));
}

static void check_null(void)
{
    assert_null(hw_assignment_what(NULL, NULL));
    assert_null(hw_assignment_where(NULL, NULL));
    assert_null(hw_assignment_when(NULL, NULL));
    assert_null(hw_assignment_how_often(NULL, NULL));
    assert_null(hw_assignment_how_long(NULL, NULL));
    assert_null(hw_assignment_rationale(NULL, NULL));
    assert_null(hw_assignment_cue(NULL, NULL));
    assert_null(hw_assignment_action(NULL, NULL));
    assert_false(hw_assignment_with(NULL, NULL));
    assert_int_equal(hw_assignment_likelihood(NULL), -1);
    assert_int_equal(hw_assignment_expected_difficulty(NULL), -1);
    assert_false(hw_assignment_rehearsed(NULL));
    assert_false(hw_assignment_sheet_given(NULL));
    assert_int_equal(hw_assignment_obstacle_count(NULL), 0);
    assert_int_equal(hw_assignment_obstacle_at(NULL, 0), HW_BARRIER_OTHER);
    assert_null(hw_assignment_coping_at(NULL, 0, NULL));
    assert_int_equal(hw_assignment_skill_count(NULL), 0);
    assert_false(hw_assignment_maintenance(NULL));
    assert_null(hw_plan_agreed_by(NULL, "walk"));
    assert_int_equal(hw_plan_agreed_at(NULL, "walk").precision, HW_PRECISION_UNKNOWN);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_assignment *a = (hw_assignment *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_assignment_set_what(a, NULL, "")},
        {HW_ERR_SYNTAX, hw_assignment_set_where(a, "?", "x")},
        {HW_ERR_SYNTAX, hw_assignment_set_cue(a, NULL, "\x01")},
        {HW_ERR_RANGE, hw_assignment_set_with(a, (hw_role)6)},
        {HW_ERR_RANGE, hw_assignment_set_likelihood(a, 101)},
        {HW_ERR_RANGE, hw_assignment_set_likelihood(a, -2)},
        {HW_ERR_RANGE, hw_assignment_set_expected_difficulty(a, 101)},
        {HW_ERR_RANGE, hw_assignment_add_obstacle(a, (hw_barrier)20, NULL, "x")},
        {HW_ERR_SYNTAX, hw_assignment_add_obstacle(a, HW_BARRIER_FORGOT, NULL, "")},
        {HW_ERR_SYNTAX, hw_assignment_add_skill(a, "1")},
        {HW_ERR_DUPLICATE, hw_assignment_add_skill(a, "asking")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_assignment *a = (hw_assignment *)record;
    assert_int_equal(hw_assignment_set_where(a, "de", NULL), HW_OK);
    assert_null(hw_assignment_where(a, NULL));
    assert_int_equal(hw_assignment_clear_with(a), HW_OK);
    assert_false(hw_assignment_with(a, NULL));
    assert_int_equal(hw_assignment_clear_obstacles(a), HW_OK);
    assert_int_equal(hw_assignment_obstacle_count(a), 0);
    assert_int_equal(hw_assignment_clear_skills(a), HW_OK);
    assert_int_equal(hw_assignment_skill_count(a), 0);
}

static const draft_noun noun = {&assignment_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

/* Whatever was set and taken back: no contract is left, so that equal agreements make equal records. */
static void test_an_empty_contract_is_none(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    hw_assignment *plain = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    assert_false(a->contract.present);
    hw_assignment_set_cue(a, NULL, "When");
    assert_true(a->contract.present);
    hw_assignment_set_likelihood(a, 10);
    hw_assignment_set_rehearsed(a, true);
    hw_assignment_add_obstacle(a, HW_BARRIER_FORGOT, NULL, "Note");
    hw_assignment_set_cue(a, NULL, NULL);
    hw_assignment_set_likelihood(a, -1);
    hw_assignment_set_rehearsed(a, false);
    assert_true(a->contract.present);
    hw_assignment_clear_obstacles(a);
    assert_false(a->contract.present);
    assert_true(hw__record_equal(&a->head, &plain->head));
    hw_assignment_unref(a);
    hw_assignment_unref(plain);
}

static void test_twenty_obstacles_at_most(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    for (int barrier = 0; barrier <= HW_BARRIER_OTHER; barrier++)
        assert_int_equal(hw_assignment_add_obstacle(a, (hw_barrier)barrier, NULL, NULL), HW_OK);
    assert_int_equal(hw_assignment_obstacle_count(a), HW_BARRIER_OTHER + 1);
    assert_int_equal(hw_assignment_check(a, NULL), HW_OK);
    hw_assignment_unref(a);
}

/* ---- agreement ---- */

static hw_status mark(scene *s, hw_assignment_stage state, const char *by, hw_error *err)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", NULL);
    hw_status status = state == HW_ASSIGNMENT_AGREED
                           ? hw_plan_agree_assignment(s->plan, "a", by, change, err)
                           : hw_plan_mark_assignment(s->plan, "a", state, change, err);
    hw_change_free(change);
    return status;
}

static void add_person(scene *s, const char *id, hw_role role)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", NULL);
    hw_person *person = hw_person_new(id, role, NULL);
    assert_int_equal(hw_plan_add_person(s->plan, person, change, NULL), HW_OK);
    hw_person_unref(person);
    hw_change_free(change);
}

static void test_who_agreed_and_when(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_person(&s, "cl", HW_ROLE_CLIENT);
    add_person(&s, "watch", HW_ROLE_DEVICE);
    hw_assignment *draft = scene_once("a", "2025-03-10");
    hw_assignment_set_state(draft, HW_ASSIGNMENT_PROPOSED);
    scene_give(&s, draft);
    assert_null(hw_plan_agreed_by(s.plan, "a"));
    assert_null(hw_plan_agreed_by(s.plan, "b"));
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    assert_int_equal(mark(&s, HW_ASSIGNMENT_ACTIVE, NULL, &err), HW_ERR_STATE); /* not without agreement */
    assert_int_equal(mark(&s, HW_ASSIGNMENT_AGREED, "nobody", &err), HW_ERR_NOT_FOUND);
    assert_int_equal(mark(&s, HW_ASSIGNMENT_AGREED, "watch", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_assignment_state(hw_plan_assignment(s.plan, "a")), HW_ASSIGNMENT_PROPOSED);
    assert_int_equal(mark(&s, HW_ASSIGNMENT_AGREED, "cl", &err), HW_OK);
    hw_moment agreed = s.now;
    scene_now(&s, "2025-03-03T09:00:00+01:00");
    assert_int_equal(mark(&s, HW_ASSIGNMENT_ACTIVE, NULL, &err), HW_OK);
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    assert_int_equal(mark(&s, HW_ASSIGNMENT_STOPPED, NULL, &err), HW_OK);
    assert_string_equal(hw_plan_agreed_by(s.plan, "a"), "cl");
    assert_int_equal(hw_plan_agreed_at(s.plan, "a").instant, agreed.instant);
    scene_close(&s);
}

/* A proposal that a device revises is no more agreed than one that it marks. */
static void test_no_device_agrees_by_revising(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_person(&s, "watch", HW_ROLE_DEVICE);
    hw_assignment *draft = scene_once("a", "2025-03-10");
    hw_assignment_set_state(draft, HW_ASSIGNMENT_PROPOSED);
    scene_give(&s, draft);
    static const char *const people[] = {"watch", "me"};
    for (size_t i = 0; i < COUNT_OF(people); i++) {
        hw_change *change = hw_change_new(s.now, people[i], "desk", NULL);
        hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(s.plan, "a"), NULL);
        hw_assignment_set_state(edit, HW_ASSIGNMENT_AGREED);
        assert_int_equal(hw_plan_revise_assignment(s.plan, edit, change, &err), i ? HW_OK : HW_ERR_ARGUMENT);
        hw_assignment_unref(edit);
        hw_change_free(change);
    }
    assert_string_equal(hw_plan_agreed_by(s.plan, "a"), "me");
    hw_change *change = hw_change_new(s.now, "watch", "watch", NULL); /* it may begin what was agreed */
    assert_int_equal(hw_plan_mark_assignment(s.plan, "a", HW_ASSIGNMENT_ACTIVE, change, &err), HW_OK);
    hw_change_free(change);
    scene_close(&s);
}

/* Nor can it by adding what is agreed already. */
static void test_a_device_adds_only_proposals(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_person(&s, "watch", HW_ROLE_DEVICE);
    hw_change *change = hw_change_new(s.now, "watch", "watch", NULL);
    for (int stage = HW_ASSIGNMENT_DRAFT; stage <= HW_ASSIGNMENT_ACTIVE; stage++) {
        char id[2] = {(char)('a' + stage), '\0'};
        hw_assignment *draft = hw_assignment_new(id, "A walk", HW_KIND_OTHER, NULL);
        hw_assignment_set_state(draft, (hw_assignment_stage)stage);
        bool proposes = stage <= HW_ASSIGNMENT_PROPOSED;
        assert_int_equal(hw_plan_add_assignment(s.plan, draft, change, NULL),
                         proposes ? HW_OK : HW_ERR_ARGUMENT);
        hw_assignment_unref(draft);
    }
    assert_int_equal(hw_plan_assignment_count(s.plan), 2);
    hw_change_free(change);
    scene_close(&s);
}

/* What begins as agreed was agreed when it was recorded, by who recorded it. */
static void test_what_begins_as_active_is_agreed(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_moment first = s.now;
    scene_give(&s, scene_once("a", "2025-03-10"));
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    hw_assignment *edit = scene_edit(&s, "a");
    hw_assignment_set_likelihood(edit, 80);
    scene_give(&s, edit);
    assert_string_equal(hw_plan_agreed_by(s.plan, "a"), "me");
    assert_int_equal(hw_plan_agreed_at(s.plan, "a").instant, first.instant);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_an_empty_contract_is_none),
        cmocka_unit_test(test_twenty_obstacles_at_most),
        cmocka_unit_test(test_who_agreed_and_when),
        cmocka_unit_test(test_no_device_agrees_by_revising),
        cmocka_unit_test(test_a_device_adds_only_proposals),
        cmocka_unit_test(test_what_begins_as_active_is_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
