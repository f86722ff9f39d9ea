/* SPDX-License-Identifier: MIT */
/* Every legal change of state has its verb, and every other one is refused with a typed error that changes
 * nothing: the whole matrices, cell by cell, through the public verbs. */
#include <string.h>

#include "homework.h"
#include "model/plan_store.h"
#include "support/cmocka_all.h"
#include "support/drafts.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_change *change_at(int64_t second)
{
    hw_change *change = hw_change_new(hw_moment_at(1741020000 + second, 60), "mk", "desk", NULL);
    assert_non_null(change);
    return change;
}

static hw_plan *new_plan(void)
{
    hw_change *change = change_at(0);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(plan);
    hw_change_free(change);
    return plan;
}

/* ---- a thing "x" in any state, as if a document had said so ---- */

typedef hw_revision *(*maker)(void);

static hw_revision *make_goal(void)
{
    return (hw_revision *)hw_goal_new("x", "A goal", NULL);
}

static hw_revision *make_step(void)
{
    return (hw_revision *)hw_step_new("x", "g", "A step", NULL);
}

static hw_revision *make_assignment(void)
{
    return (hw_revision *)hw_assignment_new("x", "A walk", HW_KIND_OTHER, NULL);
}

static hw_revision *make_session(void)
{
    return (hw_revision *)hw_session_new("x", clock_on(2025, 3, 3, 61200), NULL);
}

static hw_revision *make_message(void)
{
    return (hw_revision *)hw_message_new("x", HW_MESSAGE_CONCERN, "Is it too much?", NULL);
}

static hw_plan *plan_with(maker make, int state)
{
    hw_plan *plan = new_plan();
    hw_revision *record = make();
    assert_non_null(record);
    *hw__state_slot(record) = (uint8_t)state;
    record->revision = hw__arena_text(&record->arena, "old-1", 5);
    record->by = hw__arena_text(&record->arena, "mk", 2);
    record->recorded = hw_moment_at(1741020005, 60);
    record->effective = hw_moment_local(record->recorded);
    record->frozen = true;
    assert_int_equal(hw__plan_insert(plan, record, NULL, NULL), HW_OK);
    assert_int_equal(hw__plan_settle(plan, NULL), HW_OK);
    if (record->shape->section == HW__STEPS) {
        hw_change *change = change_at(6);
        hw_goal *goal = hw_goal_new("g", "A goal", NULL);
        assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
        hw_goal_unref(goal);
        hw_change_free(change);
    }
    return plan;
}

static hw_status mark(hw_plan *plan, hw__section section, int state, hw_error *err)
{
    hw_change *change = change_at(10);
    hw_status status = HW_ERR_ARGUMENT;
    switch (section) {
    case HW__GOALS:
        status = hw_plan_mark_goal(plan, "x", (hw_goal_lifecycle)state, change, err);
        break;
    case HW__STEPS:
        status = hw_plan_mark_step(plan, "x", (hw_step_stage)state, change, err);
        break;
    case HW__ASSIGNMENTS:
        status = hw_plan_mark_assignment(plan, "x", (hw_assignment_stage)state, change, err);
        break;
    case HW__SESSIONS:
        status = hw_plan_mark_session(plan, "x", (hw_session_outcome)state, change, err);
        break;
    default:
        status = hw_plan_mark_message(plan, "x", (hw_message_stage)state, change, err);
        break;
    }
    hw_change_free(change);
    return status;
}

static const struct {
    hw__section section;
    maker make;
} nouns[] = {
    {HW__GOALS, make_goal},       {HW__STEPS, make_step},       {HW__ASSIGNMENTS, make_assignment},
    {HW__SESSIONS, make_session}, {HW__MESSAGES, make_message},
};

/* What is legal is in test_transitions.c, word by word; here that the verbs do just that. */
static void test_every_cell(void **state)
{
    (void)state;
    for (size_t n = 0; n < COUNT_OF(nouns); n++) {
        const hw__words *words = hw__state_words(nouns[n].section);
        for (int from = 0; from < words->count; from++) {
            for (int to = 0; to < words->count; to++) {
                hw_plan *plan = plan_with(nouns[n].make, from);
                uint64_t generation = hw_plan_generation(plan);
                hw_error err;
                bool legal = from != to && hw__transition_is_legal(nouns[n].section, from, to);
                hw_status status = mark(plan, nouns[n].section, to, &err);
                const hw_revision *latest = hw__plan_latest(plan, nouns[n].section, "x");
                if (status != (legal ? HW_OK : HW_ERR_STATE))
                    fail_msg("%s: %s to %s: %s", hw__section_names[nouns[n].section],
                             hw__words_at(words, from), hw__words_at(words, to), err.message);
                assert_int_equal(hw__record_state(latest), legal ? to : from);
                assert_int_equal(hw__plan_revision_count(plan, nouns[n].section, "x"), legal ? 2 : 1);
                assert_int_equal(hw_plan_generation(plan) != generation, legal);
                if (!legal)
                    assert_string_equal(err.subject, "x");
                else {
                    assert_string_equal(hw_revision_by(latest), "mk");
                    assert_int_equal(hw_revision_recorded(latest).instant, 1741020010);
                }
                hw_plan_free(plan);
            }
        }
    }
}

static void test_refuses_what_is_no_state(void **state)
{
    (void)state;
    hw_error err;
    for (size_t n = 0; n < COUNT_OF(nouns); n++) {
        hw_plan *plan = plan_with(nouns[n].make, 0), *empty = new_plan();
        assert_int_equal(mark(plan, nouns[n].section, -1, &err), HW_ERR_RANGE);
        assert_int_equal(mark(plan, nouns[n].section, hw__state_words(nouns[n].section)->count, &err),
                         HW_ERR_RANGE);
        assert_int_equal(mark(empty, nouns[n].section, 1, &err), HW_ERR_NOT_FOUND);
        assert_int_equal(mark(NULL, nouns[n].section, 1, &err), HW_ERR_ARGUMENT);
        hw_plan_free(plan);
        hw_plan_free(empty);
    }
}

static void test_null_ids_are_refused(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    hw_change *change = change_at(10);
    hw_local start = clock_on(2025, 3, 3, 61200);
    assert_int_equal(hw_plan_mark_goal(plan, NULL, HW_GOAL_ACTIVE, change, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_mark_goal(plan, "x", HW_GOAL_ACTIVE, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_agree_assignment(plan, NULL, NULL, change, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_move_session(plan, NULL, start, change, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_mark_skill(plan, NULL, HW_SKILL_APPLIED, "e", change, NULL), HW_ERR_ARGUMENT);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void test_a_step_that_is_met_says_when(void **state)
{
    (void)state;
    hw_plan *plan = plan_with(make_step, HW_STEP_IN_PRACTICE);
    assert_int_equal(mark(plan, HW__STEPS, HW_STEP_CRITERION_MET, NULL), HW_OK);
    assert_day(hw_step_reached(hw_plan_step(plan, "x")), day(2025, 3, 3));
    hw_plan_free(plan);
    plan = plan_with(make_step, HW_STEP_IN_PRACTICE);
    hw_change *change = change_at(10);
    hw_change_set_effective(change, whole_day(2025, 2, 20), NULL);
    assert_int_equal(hw_plan_mark_step(plan, "x", HW_STEP_CRITERION_MET, change, NULL), HW_OK);
    assert_day(hw_step_reached(hw_plan_step(plan, "x")), day(2025, 2, 20));
    hw_change_free(change);
    hw_plan_free(plan);
}

/* ---- sessions move ---- */

static void test_sessions_move(void **state)
{
    (void)state;
    hw_error err;
    for (int from = 0; from <= HW_SESSION_CANCELLED; from++) {
        hw_plan *plan = plan_with(make_session, from);
        hw_change *change = change_at(10);
        bool legal = from == HW_SESSION_PLANNED;
        hw_local later = clock_on(2025, 3, 10, 36000);
        assert_int_equal(hw_plan_move_session(plan, "y", later, change, &err), HW_ERR_NOT_FOUND);
        assert_int_equal(hw_plan_move_session(plan, "x", later, change, &err), legal ? HW_OK : HW_ERR_STATE);
        const hw_session *latest = hw_plan_session(plan, "x");
        assert_local(hw_session_start(latest), legal ? later : clock_on(2025, 3, 3, 61200));
        assert_int_equal(hw_session_state(latest), from);
        if (legal) {
            assert_int_equal(hw_plan_move_session(plan, "x", whole_day(2025, 3, 11), change, &err),
                             HW_ERR_RANGE);
            assert_int_equal(hw_plan_move_session(plan, "x", clock_on(2025, 2, 29, 0), change, &err),
                             HW_ERR_RANGE);
            assert_int_equal(hw_plan_session_revision_count(plan, "x"), 2);
        }
        hw_change_free(change);
        hw_plan_free(plan);
    }
}

/* ---- skills, by evidence ---- */

static void give_entry(hw_plan *plan, const char *id, const char *assignment, hw_extent extent,
                       const char *setting)
{
    hw_change *change = change_at(20);
    hw_entry *entry = hw_entry_new(assignment, extent, NULL);
    hw_error err;
    hw_entry_set_id(entry, id);
    if (setting)
        hw_entry_add_text(entry, "setting", 0, setting);
    if (hw_plan_log(plan, entry, change, &err) != HW_OK)
        fail_msg("%s: %s", id, err.message);
    hw_entry_free(entry);
    hw_change_free(change);
}

static hw_plan *plan_with_skill(void)
{
    hw_plan *plan = new_plan();
    hw_change *change = change_at(10);
    hw_skill *skill = hw_skill_new("asking", "Asking", NULL);
    assert_int_equal(hw_plan_add_skill(plan, skill, change, NULL), HW_OK);
    hw_skill_unref(skill);
    for (int i = 0; i < 2; i++) {
        hw_assignment *practice = hw_assignment_new(i ? "other" : "ask", "Ask", HW_KIND_SKILL_PRACTICE, NULL);
        if (i == 0)
            hw_assignment_add_skill(practice, "asking");
        assert_int_equal(hw_plan_add_assignment(plan, practice, change, NULL), HW_OK);
        hw_assignment_unref(practice);
    }
    static const char *const sessions[] = {"held", "planned"};
    for (int i = 0; i < 2; i++) {
        hw_session *session = hw_session_new(sessions[i], clock_on(2025, 3, 3, 61200), NULL);
        hw_session_set_state(session, i ? HW_SESSION_PLANNED : HW_SESSION_HELD);
        assert_int_equal(hw_plan_add_session(plan, session, change, NULL), HW_OK);
        hw_session_unref(session);
    }
    hw_change_free(change);
    give_entry(plan, "plain", "ask", HW_EXTENT_DONE, NULL);
    give_entry(plan, "in-session", "ask", HW_EXTENT_PARTIAL, "in-session");
    give_entry(plan, "rehearsed", "ask", HW_EXTENT_ATTEMPTED, "rehearsed");
    give_entry(plan, "in-vivo", "ask", HW_EXTENT_EXCEEDED, "in-vivo");
    give_entry(plan, "in-vivo-again", "ask", HW_EXTENT_DONE, "in-vivo");
    give_entry(plan, "not-done", "ask", HW_EXTENT_NOT_ATTEMPTED, NULL);
    give_entry(plan, "noted", "ask", HW_EXTENT_NONE, NULL);
    give_entry(plan, "elsewhere", "other", HW_EXTENT_DONE, NULL);
    give_entry(plan, "voided", "ask", HW_EXTENT_DONE, NULL);
    change = change_at(21);
    assert_int_equal(hw_plan_void_entry(plan, "voided", change, NULL), HW_OK);
    hw_change_free(change);
    return plan;
}

static hw_status advance(hw_plan *plan, hw_skill_stage stage, const char *evidence, hw_error *err)
{
    hw_change *change = change_at(30);
    hw_status status = hw_plan_mark_skill(plan, "asking", stage, evidence, change, err);
    hw_change_free(change);
    return status;
}

/* Which evidence leads to each stage from the one before it. */
static const struct {
    hw_skill_stage stage;
    const char *evidence;
    hw_status expected;
} evidence_rows[] = {
    {HW_SKILL_PRACTISED_IN_SESSION, "plain", HW_OK},
    {HW_SKILL_PRACTISED_IN_SESSION, "in-session", HW_OK},
    {HW_SKILL_PRACTISED_IN_SESSION, "held", HW_OK},
    {HW_SKILL_PRACTISED_IN_SESSION, "planned", HW_ERR_STATE},
    {HW_SKILL_PRACTISED_IN_SESSION, "rehearsed", HW_ERR_STATE},
    {HW_SKILL_PRACTISED_IN_SESSION, "in-vivo", HW_ERR_STATE},
    {HW_SKILL_PRACTISED_SAFE, "rehearsed", HW_OK},
    {HW_SKILL_PRACTISED_SAFE, "in-session", HW_ERR_STATE},
    {HW_SKILL_PRACTISED_SAFE, "held", HW_ERR_STATE},
    {HW_SKILL_APPLIED, "in-vivo", HW_OK},
    {HW_SKILL_APPLIED, "rehearsed", HW_ERR_STATE},
    {HW_SKILL_GENERALISED, "in-vivo-again", HW_OK},
    {HW_SKILL_GENERALISED, "in-vivo", HW_ERR_STATE}, /* it has shown that it is applied */
    {HW_SKILL_GENERALISED, "plain", HW_OK},
    {HW_SKILL_APPLIED, "not-done", HW_ERR_STATE},
    {HW_SKILL_APPLIED, "noted", HW_ERR_STATE},
    {HW_SKILL_APPLIED, "voided", HW_ERR_STATE},
    {HW_SKILL_APPLIED, "elsewhere", HW_ERR_STATE},
    {HW_SKILL_APPLIED, "nothing", HW_ERR_NOT_FOUND},
    {HW_SKILL_APPLIED, NULL, HW_ERR_ARGUMENT},
};

static const char *const fitting[] = {NULL, "held", "rehearsed", "in-vivo", "in-vivo-again"};

static void test_skills_move_by_evidence(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(evidence_rows); i++) {
        hw_plan *plan = plan_with_skill();
        hw_error err;
        for (int stage = 1; stage < (int)evidence_rows[i].stage; stage++)
            assert_int_equal(advance(plan, (hw_skill_stage)stage, fitting[stage], &err), HW_OK);
        hw_status status = advance(plan, evidence_rows[i].stage, evidence_rows[i].evidence, &err);
        if (status != evidence_rows[i].expected)
            fail_msg("row %zu: %s", i, err.message);
        const hw_skill *skill = hw_plan_skill(plan, "asking");
        bool moved = status == HW_OK;
        assert_int_equal(hw_skill_state(skill), (int)evidence_rows[i].stage - !moved);
        if (moved)
            assert_string_equal(hw_skill_evidence(skill), evidence_rows[i].evidence);
        hw_plan_free(plan);
    }
}

static void test_skills_go_stage_by_stage(void **state)
{
    (void)state;
    for (int from = 0; from <= HW_SKILL_GENERALISED; from++) {
        for (int to = -1; to <= HW_SKILL_GENERALISED + 1; to++) {
            hw_plan *plan = plan_with_skill();
            hw_error err;
            for (int stage = 1; stage <= from; stage++)
                assert_int_equal(advance(plan, (hw_skill_stage)stage, fitting[stage], &err), HW_OK);
            bool is_stage = to >= 0 && to <= HW_SKILL_GENERALISED;
            hw_status expected = !is_stage ? HW_ERR_RANGE : to == from + 1 ? HW_OK : HW_ERR_STATE;
            assert_int_equal(advance(plan, (hw_skill_stage)to, is_stage && to ? fitting[to] : "held", &err),
                             expected);
            hw_plan_free(plan);
        }
    }
}

/* Not even a revision moves a skill without evidence, and none begins further on. */
static void test_skills_do_not_move_otherwise(void **state)
{
    (void)state;
    hw_plan *plan = plan_with_skill();
    hw_change *change = change_at(30);
    hw_error err;
    hw_skill *edit = hw_skill_edit(hw_plan_skill(plan, "asking"), &err);
    hw_skill_set_state(edit, HW_SKILL_PRACTISED_IN_SESSION);
    assert_int_equal(hw_plan_revise_skill(plan, edit, change, &err), HW_ERR_ARGUMENT);
    hw_skill *begun = hw_skill_new("new", "New", &err);
    hw_skill_set_state(begun, HW_SKILL_APPLIED);
    hw_skill_set_evidence(begun, "in-vivo");
    assert_int_equal(hw_plan_add_skill(plan, begun, change, &err), HW_ERR_STATE);
    hw_message *closed = hw_message_new("closed", HW_MESSAGE_INSIGHT, "I see", &err);
    hw_message_set_state(closed, HW_MESSAGE_RESOLVED);
    assert_int_equal(hw_plan_add_message(plan, closed, change, &err), HW_ERR_STATE);
    hw_skill_unref(edit);
    hw_skill_unref(begun);
    hw_message_unref(closed);
    hw_change_free(change);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_cell),
        cmocka_unit_test(test_refuses_what_is_no_state),
        cmocka_unit_test(test_null_ids_are_refused),
        cmocka_unit_test(test_a_step_that_is_met_says_when),
        cmocka_unit_test(test_sessions_move),
        cmocka_unit_test(test_skills_move_by_evidence),
        cmocka_unit_test(test_skills_go_stage_by_stage),
        cmocka_unit_test(test_skills_do_not_move_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
