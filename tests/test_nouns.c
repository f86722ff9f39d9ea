/* SPDX-License-Identifier: MIT */
/* Every noun through its own functions of a plan: added, found, revised, and its history. That they all
 * reach the right section is what is asked here; what the verbs refuse is asked elsewhere. */
#include <string.h>

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
    hw_error err;
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, &err);
    if (!plan) {
        print_error("%s\n", err.message);
    }
    assert_non_null(plan);
    hw_change_free(change);
    return plan;
}

/* `draft` makes a new one with the id "x"; `edit` is a setter that gives the draft `copy` another content. */
#define CHECK_NOUN(noun, plan, already, draft, edit)                                 \
    do {                                                                             \
        hw_change *first = change_at(10), *second = change_at(20);                   \
        hw_error err;                                                                \
        hw_##noun *made = (draft);                                                   \
        assert_non_null(made);                                                       \
        assert_int_equal(hw_plan_##noun##_count(plan), already);                     \
        assert_null(hw_plan_##noun(plan, "x"));                                      \
        if (hw_plan_add_##noun(plan, made, first, &err) != HW_OK) {                  \
            print_error("%s\n", err.message);                                        \
        }                                                                            \
        assert_int_equal(err.status, HW_OK);                                         \
        assert_int_equal(hw_plan_##noun##_count(plan), (already) + 1);               \
        assert_ptr_equal(hw_plan_##noun##_at(plan, already), made);                  \
        assert_null(hw_plan_##noun##_at(plan, (already) + 1));                       \
        assert_ptr_equal(hw_plan_##noun(plan, "x"), made);                           \
        assert_int_equal(hw_plan_add_##noun(plan, made, first, &err), HW_ERR_STATE); \
        hw_##noun *copy = hw_##noun##_edit(made, &err);                              \
        assert_int_equal((edit), HW_OK);                                             \
        assert_int_equal(hw_plan_revise_##noun(plan, copy, second, &err), HW_OK);    \
        assert_int_equal(hw_plan_##noun##_count(plan), (already) + 1);               \
        assert_int_equal(hw_plan_##noun##_revision_count(plan, "x"), 2);             \
        assert_ptr_equal(hw_plan_##noun##_revision_at(plan, "x", 0), made);          \
        assert_ptr_equal(hw_plan_##noun##_revision_at(plan, "x", 1), copy);          \
        assert_null(hw_plan_##noun##_revision_at(plan, "x", 2));                     \
        assert_ptr_equal(hw_plan_##noun(plan, "x"), copy);                           \
        assert_string_equal(hw_revision_follows(hw_##noun##_revision(copy)),         \
                            hw_revision_id(hw_##noun##_revision(made)));             \
        assert_string_equal(hw_revision_by(hw_##noun##_revision(copy)), "mk");       \
        hw_##noun##_unref(made);                                                     \
        hw_##noun##_unref(copy);                                                     \
        hw_change_free(first);                                                       \
        hw_change_free(second);                                                      \
    } while (0)

#define CHECK_NULL(noun)                                                                  \
    do {                                                                                  \
        assert_int_equal(hw_plan_add_##noun(NULL, NULL, NULL, NULL), HW_ERR_ARGUMENT);    \
        assert_int_equal(hw_plan_revise_##noun(NULL, NULL, NULL, NULL), HW_ERR_ARGUMENT); \
        assert_int_equal(hw_plan_##noun##_count(NULL), 0);                                \
        assert_null(hw_plan_##noun##_at(NULL, 0));                                        \
        assert_null(hw_plan_##noun(NULL, "x"));                                           \
        assert_int_equal(hw_plan_##noun##_revision_count(NULL, "x"), 0);                  \
        assert_null(hw_plan_##noun##_revision_at(NULL, "x", 0));                          \
    } while (0)

static void test_people_and_measures(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    CHECK_NOUN(person, plan, 1, hw_person_new("x", HW_ROLE_PARENT, &err), hw_person_set_name(copy, "P."));
    hw_plan_free(plan);
    plan = new_plan();
    CHECK_NOUN(measure, plan, 0, hw_measure_new("x", "Distress", HW_MEASURE_RATING, &err),
               hw_measure_set_min(copy, 0));
    hw_plan_free(plan);
}

static void test_goals_and_steps(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    CHECK_NOUN(goal, plan, 0, hw_goal_new("x", "Out", &err), hw_goal_set_state(copy, HW_GOAL_ON_HOLD));
    hw_plan_free(plan);
    plan = new_plan();
    hw_change *change = change_at(5);
    hw_goal *goal = hw_goal_new("g", "Out", NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    CHECK_NOUN(step, plan, 0, hw_step_new("x", "g", "A coffee", &err), hw_step_set_position(copy, 3));
    hw_goal_unref(goal);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void test_assignments_and_excuses(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    CHECK_NOUN(assignment, plan, 0, hw_assignment_new("x", "A walk", HW_KIND_OTHER, &err),
               hw_assignment_set_recurring(copy, clock_on(2025, 3, 3, 3600), "FREQ=DAILY"));
    const hw_assignment *walk = hw_plan_assignment(plan, "x");
    assert_true(walk->schedule.compiled.turn_size > 0); /* compiled when it was taken in */
    hw_plan_free(plan);

    plan = new_plan();
    hw_change *change = change_at(5);
    hw_assignment *a = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    assert_int_equal(hw_plan_add_assignment(plan, a, change, NULL), HW_OK);
    CHECK_NOUN(excuse, plan, 0, hw_excuse_new("x", "walk", whole_day(2025, 3, 3), HW_EXCUSE_ILLNESS, &err),
               hw_excuse_set_withdrawn(copy, true));
    hw_assignment_unref(a);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void test_sessions_and_holds(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    CHECK_NOUN(session, plan, 0, hw_session_new("x", clock_on(2025, 3, 3, 61200), &err),
               hw_session_set_state(copy, HW_SESSION_HELD));
    hw_plan_free(plan);
    plan = new_plan();
    CHECK_NOUN(hold, plan, 0, hw_hold_new("x", day(2025, 8, 1), NO_DAY, &err),
               hw_hold_set_to(copy, day(2025, 8, 9)));
    hw_plan_free(plan);
}

static hw_plan *plan_to_review(void)
{
    hw_plan *plan = new_plan();
    hw_change *change = change_at(5);
    hw_goal *goal = hw_goal_new("g", "Out", NULL);
    hw_assignment *walk = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    hw_session *session = hw_session_new("s", clock_on(2025, 3, 3, 61200), NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    assert_int_equal(hw_plan_add_assignment(plan, walk, change, NULL), HW_OK);
    assert_int_equal(hw_plan_add_session(plan, session, change, NULL), HW_OK);
    hw_goal_unref(goal);
    hw_assignment_unref(walk);
    hw_session_unref(session);
    hw_change_free(change);
    return plan;
}

static hw_rating *rate(hw_error *err)
{
    hw_rating *rating = hw_rating_new("x", "s", "mk", err);
    hw_rating_set_value(rating, HW_DIMENSION_QUALITY, 3);
    return rating;
}

static void test_skills_and_templates(void **state)
{
    (void)state;
    hw_plan *plan = plan_to_review();
    CHECK_NOUN(skill, plan, 0, hw_skill_new("x", "Asking", &err), hw_skill_add_goal(copy, "g"));
    hw_plan_free(plan);
    plan = new_plan();
    CHECK_NOUN(template, plan, 0, hw_template_new("x", "Calm", HW_KIND_RELAXATION, &err),
               hw_template_set_minutes(copy, 10));
    hw_plan_free(plan);
}

static void test_reviews_ratings_and_scores(void **state)
{
    (void)state;
    hw_plan *plan = plan_to_review();
    CHECK_NOUN(review, plan, 0, hw_review_new("x", "s", "walk", HW_DECISION_CONTINUE, &err),
               hw_review_set_decision(copy, HW_DECISION_STEP_UP));
    hw_plan_free(plan);
    plan = plan_to_review();
    CHECK_NOUN(rating, plan, 0, rate(&err), hw_rating_set_value(copy, HW_DIMENSION_QUANTITY, 0));
    hw_plan_free(plan);
    plan = plan_to_review();
    CHECK_NOUN(score, plan, 0, hw_score_new("x", "g", "mk", 1, &err), hw_score_set_level(copy, -1));
    hw_plan_free(plan);
}

static void test_messages(void **state)
{
    (void)state;
    hw_plan *plan = plan_to_review();
    CHECK_NOUN(message, plan, 0, hw_message_new("x", HW_MESSAGE_QUESTION, "Why?", &err),
               hw_message_set_assignment(copy, "walk"));
    hw_plan_free(plan);
}

static void test_tolerate_null(void **state)
{
    (void)state;
    CHECK_NULL(person);
    CHECK_NULL(measure);
    CHECK_NULL(goal);
    CHECK_NULL(step);
    CHECK_NULL(assignment);
    CHECK_NULL(session);
    CHECK_NULL(hold);
    CHECK_NULL(excuse);
    CHECK_NULL(skill);
    CHECK_NULL(template);
    CHECK_NULL(review);
    CHECK_NULL(rating);
    CHECK_NULL(score);
    CHECK_NULL(message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people_and_measures),
        cmocka_unit_test(test_goals_and_steps),
        cmocka_unit_test(test_assignments_and_excuses),
        cmocka_unit_test(test_sessions_and_holds),
        cmocka_unit_test(test_skills_and_templates),
        cmocka_unit_test(test_reviews_ratings_and_scores),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_tolerate_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
