/* SPDX-License-Identifier: MIT */
/* What got in the way, where raters differ, what was accomplished, and who began it. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/area_scene.h"

#define FROM "2025-03-03"
#define TO "2025-03-29"
#define LATER "2025-03-29T12:00:00+01:00"

/* A new assignment that the therapist records. */
static void give_by_therapist(scene *s, hw_assignment *draft)
{
    hw_error err;
    hw_change *change = area_change(s, "mk");
    assert_int_equal(hw_plan_add_assignment(s->plan, draft, change, &err), HW_OK);
    hw_change_free(change);
    hw_assignment_unref(draft);
}

static hw_assignment *on_demand(const char *id)
{
    hw_error err;
    return hw_assignment_new(id, "Practice", HW_KIND_RELAXATION, &err);
}

/* ---- barriers ---- */

static void test_factors(void **state)
{
    (void)state;
    static const hw_factor factors[] = {
        [HW_BARRIER_FORGOT] = HW_FACTOR_CLIENT,          [HW_BARRIER_NO_TIME] = HW_FACTOR_CONTEXT,
        [HW_BARRIER_TOO_DIFFICULT] = HW_FACTOR_TASK,     [HW_BARRIER_TOO_LONG] = HW_FACTOR_TASK,
        [HW_BARRIER_UNCLEAR_WHAT] = HW_FACTOR_TASK,      [HW_BARRIER_UNCLEAR_WHY] = HW_FACTOR_THERAPY,
        [HW_BARRIER_NOT_RELEVANT] = HW_FACTOR_THERAPY,   [HW_BARRIER_DISAGREED] = HW_FACTOR_THERAPY,
        [HW_BARRIER_DID_NOT_HELP] = HW_FACTOR_THERAPY,   [HW_BARRIER_LOW_ENERGY] = HW_FACTOR_CLIENT,
        [HW_BARRIER_LOW_MOTIVATION] = HW_FACTOR_CLIENT,  [HW_BARRIER_AVOIDANCE] = HW_FACTOR_CLIENT,
        [HW_BARRIER_DISTRESS] = HW_FACTOR_CLIENT,        [HW_BARRIER_SELF_CRITICISM] = HW_FACTOR_CLIENT,
        [HW_BARRIER_PHYSICAL_HEALTH] = HW_FACTOR_CLIENT, [HW_BARRIER_NO_PRIVACY] = HW_FACTOR_CONTEXT,
        [HW_BARRIER_NO_MATERIALS] = HW_FACTOR_CONTEXT,   [HW_BARRIER_OTHER_PEOPLE] = HW_FACTOR_CONTEXT,
        [HW_BARRIER_LIFE_EVENT] = HW_FACTOR_CONTEXT,     [HW_BARRIER_OTHER] = HW_FACTOR_OTHER,
    };
    assert_int_equal(COUNT_OF(factors), hw_word_count(HW_WORDS_BARRIER));
    for (size_t i = 0; i < COUNT_OF(factors); i++) {
        assert_int_equal(hw_barrier_factor((hw_barrier)i), factors[i]);
    }
    assert_int_equal(hw_barrier_factor((hw_barrier)COUNT_OF(factors)), HW_FACTOR_OTHER);
    assert_int_equal(hw_barrier_factor((hw_barrier)-1), HW_FACTOR_OTHER);
}

static void log_by(scene *s, const char *by, hw_entry *entry)
{
    hw_error err;
    hw_change *change = area_change(s, by);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
}

static void test_barriers(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    scene_give(&s, scene_recurring("a", FROM, "FREQ=DAILY"));
    scene_give(&s, on_demand("b"));
    area_days(&s, "b", "2025-03-02", "U", true);
    area_days(&s, "a", FROM, "WWTM", false);
    area_days(&s, "b", FROM, "U", true);
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, &err);
    hw_entry_set_at(entry, s.now);
    hw_entry_add_barrier(entry, HW_BARRIER_NO_TIME, "Private words");
    hw_entry_add_barrier(entry, HW_BARRIER_NO_TIME, NULL);
    log_by(&s, "me", entry);
    hw_areas *areas = area_answer(&s, FROM, TO, LATER, NULL);
    assert_string_equal(area_table(hw_areas_barrier_table(areas, &err)),
                        "assignment,factor,barrier,times,repeated\r\n"
                        ",client,forgot,2,true\r\n"
                        ",task,too-difficult,1,false\r\n"
                        ",task,unclear-what,1,false\r\n"
                        ",context,no-time,1,false\r\n"
                        "a,client,forgot,2,true\r\n"
                        "a,task,too-difficult,1,false\r\n"
                        "b,task,unclear-what,1,false\r\n");
    assert_int_equal(hw_areas_barrier_left_out(areas), 1);
    assert_int_equal(hw_areas_barrier_count(areas), 7);
    assert_null(hw_areas_barrier_assignment_at(areas, 0));
    assert_int_equal(hw_areas_barrier_at(areas, 0), HW_BARRIER_FORGOT);
    assert_int_equal(hw_areas_barrier_factor_at(areas, 3), HW_FACTOR_CONTEXT);
    assert_int_equal(hw_areas_barrier_times_at(areas, 4), 2);
    assert_true(hw_areas_barrier_repeated_at(areas, 4));
    assert_int_equal(hw_evidence_count(hw_areas_barrier_evidence_at(areas, 4)), 2);
    assert_int_equal(hw_evidence_count(hw_areas_barrier_evidence_at(areas, 3)), 1);
    assert_null(hw_areas_barrier_evidence_at(areas, 7));
    assert_int_equal(hw_areas_barrier_times_at(areas, 7), 0);
    assert_false(hw_areas_barrier_repeated_at(areas, 7));
    hw_areas_free(areas);

    hw_areas_options *options = hw_areas_options_new(&err);
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_REPEATED, 3, &err), HW_OK);
    areas = area_answer(&s, FROM, TO, LATER, options);
    assert_false(hw_areas_barrier_repeated_at(areas, 0));
    hw_areas_free(areas);
    hw_areas_options_free(options);
    assert_int_equal(hw_areas_barrier_left_out(NULL), 0);
    assert_null(hw_areas_barrier_table(NULL, NULL));
    scene_close(&s);
}

/* ---- raters ---- */

static void test_ratings(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    scene_give(&s, on_demand("a"));
    area_session(&s, "one", "2025-03-04T10:00");
    area_session(&s, "two", "2025-03-11T10:00");
    area_session(&s, "old", "2025-02-11T10:00");
    area_rating(&s, "r1", "one", NULL, "mk", "14004");
    hw_areas *areas = area_answer(&s, FROM, TO, NULL, NULL);
    assert_int_equal(hw_areas_rating_count(areas), 0); /* who has nobody to compare with does not disagree */
    hw_areas_free(areas);
    area_rating(&s, "r2", "one", NULL, "me", "00---");
    scene_now(&s, "2025-03-01T10:00:00+01:00");
    area_rating(&s, "r2", "one", NULL, "me", "34--2");
    area_rating(&s, "r3", "old", NULL, "me", "0");
    area_rating(&s, "r4", "old", NULL, "mk", "4");
    area_rating(&s, "r5", "two", "a", "mk", "2");
    area_rating(&s, "r6", "two", NULL, "me", "2");
    areas = area_answer(&s, FROM, TO, NULL, NULL);
    assert_string_equal(area_table(hw_areas_rating_table(areas, &err)),
                        "session,assignment,goal,dimension,reverse,first,second,first_value,second_value,"
                        "difference,disagree\r\n"
                        "one,,,quantity,false,me,mk,3,1,2,true\r\n"
                        "one,,,quality,false,me,mk,4,4,0,false\r\n"
                        "one,,,difficulty,true,me,mk,,0,,false\r\n"
                        "one,,,obstacles,true,me,mk,,0,,false\r\n"
                        "one,,,comprehension,false,me,mk,2,4,-2,true\r\n");
    assert_string_equal(area_evidence(hw_areas_rating_evidence_at(areas, 0)), "rating:r2 rating:r1");
    int32_t value = 9;
    hw_dimension dimension = HW_DIMENSION_PROGRESS;
    assert_false(hw_areas_rating_first_value_at(areas, 2, &value));
    assert_false(hw_areas_rating_difference_at(areas, 2, &value));
    assert_int_equal(value, 9);
    assert_true(hw_areas_rating_second_value_at(areas, 2, &value));
    assert_int_equal(value, 0);
    assert_true(hw_areas_rating_dimension_at(areas, 2, &dimension));
    assert_int_equal(dimension, HW_DIMENSION_DIFFICULTY);
    assert_true(hw_areas_rating_reverse_at(areas, 2));
    assert_true(hw_areas_rating_difference_at(areas, 4, &value));
    assert_int_equal(value, -2);
    assert_false(hw_areas_rating_dimension_at(areas, 5, &dimension));
    assert_null(hw_areas_rating_session_at(areas, 5));
    assert_null(hw_areas_rating_first_at(areas, 5));
    assert_null(hw_areas_rating_evidence_at(areas, 5));
    assert_false(hw_areas_rating_disagree_at(areas, 5));
    hw_areas_free(areas);

    /* As it was known an hour before; of two ratings of one person the later one counts; three raters are
     * three pairs; another bound. */
    areas = area_answer(&s, FROM, TO, "2025-03-01T09:30:00+01:00", NULL);
    assert_int_equal(hw_areas_rating_count(areas), 5);
    assert_true(hw_areas_rating_difference_at(areas, 1, &value));
    assert_int_equal(value, -4);
    hw_areas_free(areas);
    scene_now(&s, "2025-03-01T11:00:00+01:00");
    area_rating(&s, "r0", "one", NULL, "me", "1");
    area_rating(&s, "r7", "one", NULL, "dad", "4");
    hw_areas_options *options = hw_areas_options_new(&err);
    hw_areas_options_set(options, HW_AREA_PARAMETER_DISAGREEMENT, 3, &err);
    areas = area_answer(&s, FROM, TO, NULL, options);
    assert_string_equal(area_table(hw_areas_rating_table(areas, &err)),
                        "session,assignment,goal,dimension,reverse,first,second,first_value,second_value,"
                        "difference,disagree\r\n"
                        "one,,,quantity,false,me,dad,1,4,-3,true\r\n"
                        "one,,,quantity,false,me,mk,1,1,0,false\r\n"
                        "one,,,quality,false,me,mk,,4,,false\r\n"
                        "one,,,difficulty,true,me,mk,,0,,false\r\n"
                        "one,,,obstacles,true,me,mk,,0,,false\r\n"
                        "one,,,comprehension,false,me,mk,,4,,false\r\n"
                        "one,,,quantity,false,dad,mk,4,1,3,true\r\n"
                        "one,,,quality,false,dad,mk,,4,,false\r\n"
                        "one,,,difficulty,true,dad,mk,,0,,false\r\n"
                        "one,,,obstacles,true,dad,mk,,0,,false\r\n"
                        "one,,,comprehension,false,dad,mk,,4,,false\r\n");
    hw_areas_free(areas);
    hw_areas_options_free(options);
    scene_close(&s);
}

static void test_scores(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    area_give_goal(&s, area_goal(&s, "g"));
    area_give_goal(&s, area_goal(&s, "h"));
    area_session(&s, "one", "2025-03-04T10:00");
    area_score(&s, "c1", "g", "one", "mk", -1);
    area_score(&s, "c2", "g", "one", "me", 1);
    area_score(&s, "c3", "h", "one", "me", 0);
    area_score(&s, "c4", "h", "one", "mk", 0);
    area_score(&s, "c5", "h", NULL, "dad", 2);
    area_rating(&s, "r1", "one", NULL, "me", "2");
    area_rating(&s, "r2", "one", NULL, "mk", "3");
    hw_areas *areas = area_answer(&s, "2025-03-01", TO, NULL, NULL);
    assert_string_equal(area_table(hw_areas_rating_table(areas, &err)),
                        "session,assignment,goal,dimension,reverse,first,second,first_value,second_value,"
                        "difference,disagree\r\n"
                        "one,,,quantity,false,me,mk,2,3,-1,false\r\n"
                        "one,,g,,false,me,mk,1,-1,2,true\r\n"
                        "one,,h,,false,me,mk,0,0,0,false\r\n");
    assert_string_equal(hw_areas_rating_goal_at(areas, 1), "g");
    assert_null(hw_areas_rating_assignment_at(areas, 1));
    assert_false(hw_areas_rating_dimension_at(areas, 1, NULL));
    assert_string_equal(area_evidence(hw_areas_rating_evidence_at(areas, 1)), "score:c2 score:c1");
    hw_areas_free(areas);
    scene_close(&s);
}

/* ---- accomplishments ---- */

static void add_measured_goal(scene *s)
{
    area_measure(s, "mood", HW_BETTER_HIGHER);
    hw_goal *goal = area_goal(s, "g");
    assert_int_equal(hw_goal_set_measure(goal, "mood"), HW_OK);
    assert_int_equal(hw_goal_set_target(goal, 6), HW_OK);
    area_give_goal(s, goal);
    hw_step *step = area_step(s, "s1", "g", 1);
    assert_int_equal(hw_step_set_criterion(step, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, 2, (hw_duration){0, 0}),
                     HW_OK);
    area_give_step(s, step);
    area_give_step(s, area_step(s, "s2", "g", 2));
}

static const char *facts_of(const scene *s, const char *from, bool streaks)
{
    hw_error err;
    hw_areas_options *options = hw_areas_options_new(&err);
    assert_int_equal(hw_areas_options_set_streaks(options, streaks, &err), HW_OK);
    hw_areas *areas = area_answer(s, from, TO, LATER, options);
    const char *text = area_table(hw_areas_accomplishment_table(areas, &err));
    hw_areas_free(areas);
    hw_areas_options_free(options);
    return text;
}

#define FACTS "kind,id,date,times,of\r\n"

static void test_accomplishments(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    assert_string_equal(facts_of(&s, FROM, true), FACTS);
    add_measured_goal(&s);
    hw_assignment *a = scene_recurring("a", FROM, "FREQ=DAILY;COUNT=6");
    assert_int_equal(hw_assignment_add_step(a, "s1"), HW_OK);
    scene_give(&s, a);
    scene_give(&s, scene_quota("q", FROM, 2, 2, HW_PERIOD_WEEK));
    scene_give(&s, on_demand("diary"));
    area_days(&s, "a", FROM, "DNDDE.", false);
    area_days(&s, "q", FROM, "D.D", false);
    area_values(&s, "diary", "mood", "2025-03-10", "5 6 3 7");
    assert_string_equal(facts_of(&s, FROM, true), FACTS "target-reached,g,2025-03-11,1,0\r\n"
                                                        "criterion-met,s1,2025-03-05,4,0\r\n"
                                                        "first-done,a,2025-03-03,1,0\r\n"
                                                        "first-done,diary,2025-03-10,1,0\r\n"
                                                        "first-done,q,2025-03-03,1,0\r\n"
                                                        "quota-met,q,,1,3\r\n"
                                                        "done,a,,4,6\r\n"
                                                        "streak,a,,3,6\r\n");
    /* A streak only if it is asked for; what came before the window is not told again. */
    assert_string_equal(facts_of(&s, "2025-03-12", false), FACTS);
    assert_null(strstr(facts_of(&s, FROM, false), "streak"));
    assert_string_equal(facts_of(&s, "2025-03-06", false),
                        FACTS "target-reached,g,2025-03-11,1,0\r\nfirst-done,diary,2025-03-10,1,0\r\n"
                              "done,a,,2,3\r\n");

    /* When somebody says that the step is reached it is no criterion any more. */
    scene_now(&s, "2025-03-14T09:00:00+01:00");
    area_mark_step(&s, "s1", HW_STEP_IN_PRACTICE);
    hw_step *step = area_step(&s, "s1", NULL, 0);
    hw_step_set_state(step, HW_STEP_CRITERION_MET);
    hw_step_set_reached(step, scene_date("2025-03-05"));
    area_give_step(&s, step);
    area_mark_step(&s, "s1", HW_STEP_CONSOLIDATED);
    hw_goal *goal = area_goal(&s, "g");
    hw_goal_set_achievement(goal, HW_ACHIEVEMENT_ACHIEVED);
    area_give_goal(&s, goal);
    assert_string_equal(facts_of(&s, "2025-03-05", false), FACTS "goal-achieved,g,2025-03-14,1,0\r\n"
                                                                 "target-reached,g,2025-03-11,1,0\r\n"
                                                                 "step-reached,s1,2025-03-05,1,0\r\n"
                                                                 "step-kept,s1,2025-03-14,1,0\r\n"
                                                                 "first-done,diary,2025-03-10,1,0\r\n"
                                                                 "done,a,,3,4\r\n");
    goal = area_goal(&s, "g");
    hw_goal_set_achievement(goal, HW_ACHIEVEMENT_WORSENING);
    area_give_goal(&s, goal);
    assert_null(strstr(facts_of(&s, FROM, false), "goal-achieved"));

    hw_areas *areas = area_answer(&s, FROM, TO, LATER, NULL);
    assert_int_equal(hw_areas_accomplishment_at(areas, 0), HW_ACCOMPLISHMENT_TARGET_REACHED);
    assert_string_equal(hw_areas_accomplishment_id_at(areas, 0), "g");
    assert_int_equal(hw_areas_accomplishment_date_at(areas, 0).day, 11);
    assert_int_equal(hw_evidence_count(hw_areas_accomplishment_evidence_at(areas, 0)), 1);
    size_t count = hw_areas_accomplishment_count(areas);
    assert_string_equal(area_evidence(hw_areas_accomplishment_evidence_at(areas, count - 1)),
                        "occurrence:a@2025-03-03 occurrence:a@2025-03-05 occurrence:a@2025-03-06 "
                        "occurrence:a@2025-03-07");
    assert_int_equal(hw_areas_accomplishment_times_at(areas, count - 1), 4);
    assert_int_equal(hw_areas_accomplishment_of_at(areas, count - 1), 6);
    char *text = hw_areas_accomplishment_text(areas, count - 1, NULL, &err);
    assert_string_equal(text, "done 4 of 6");
    hw_string_free(text);
    text = hw_areas_accomplishment_text(areas, count - 2, "de", &err);
    assert_string_equal(text, "in 1 von 3 Zeiträumen alles erledigt");
    hw_string_free(text);
    assert_null(hw_areas_accomplishment_text(areas, count, NULL, &err));
    assert_null(hw_areas_accomplishment_id_at(areas, count));
    assert_null(hw_areas_accomplishment_evidence_at(areas, count));
    assert_int_equal(hw_areas_accomplishment_times_at(areas, count), 0);
    hw_areas_free(areas);
    scene_close(&s);
}

/* A target that was reached on another scale says nothing; nor does a stage that another copy does not know. */
static void test_facts_that_are_none(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    add_measured_goal(&s);
    scene_give(&s, on_demand("diary"));
    area_values(&s, "diary", "mood", FROM, "9");
    assert_non_null(strstr(facts_of(&s, FROM, false), "target-reached"));
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    hw_measure *measure = hw_measure_edit(hw_plan_measure(s.plan, "mood"), &err);
    hw_skill *skill = hw_skill_new("breathe", "A skill", &err);
    hw_change *change = area_change(&s, "mk");
    assert_int_equal(hw_measure_set_max(measure, 10), HW_OK);
    assert_int_equal(hw_plan_revise_measure(s.plan, measure, change, &err), HW_OK);
    assert_int_equal(hw_plan_add_skill(s.plan, skill, change, &err), HW_OK);
    hw_measure_unref(measure);
    hw_skill_unref(skill);
    hw_change_free(change);
    area_values(&s, "diary", "mood", "2025-03-05", "4 5");
    assert_null(strstr(facts_of(&s, FROM, false), "target-reached"));

    scene_session(&s, "one", "2025-03-07T10:00", HW_SESSION_HELD);
    hw_plan *copy = hw_plan_copy(s.plan, &err);
    scene_now(&s, "2025-03-07T12:00:00+01:00");
    change = area_change(&s, "mk");
    assert_int_equal(hw_plan_mark_skill(s.plan, "breathe", HW_SKILL_PRACTISED_IN_SESSION, "one", change,
                                        &err),
                     HW_OK);
    hw_change_free(change);
    assert_non_null(strstr(facts_of(&s, FROM, false), "skill-advanced"));
    scene_now(&s, "2025-03-07T13:00:00+01:00");
    change = hw_change_new(s.now, "me", "phone", &err);
    skill = hw_skill_edit(hw_plan_skill(copy, "breathe"), &err);
    assert_int_equal(hw_skill_set_title(skill, NULL, "The same skill"), HW_OK);
    assert_int_equal(hw_plan_revise_skill(copy, skill, change, &err), HW_OK);
    hw_skill_unref(skill);
    hw_change_free(change);
    assert_int_equal(hw_plan_merge(s.plan, copy, NULL, &err), HW_OK);
    assert_int_equal(hw_skill_state(hw_plan_skill(s.plan, "breathe")), HW_SKILL_INTRODUCED);
    assert_null(strstr(facts_of(&s, FROM, false), "skill-advanced"));
    hw_plan_free(copy);
    scene_close(&s);
}

/* What only private entries show is not told: neither the first time, nor a criterion. */
static void test_private_facts(void **state)
{
    (void)state;
    scene s = area_open();
    add_measured_goal(&s);
    hw_assignment *a = on_demand("a");
    assert_int_equal(hw_assignment_add_step(a, "s1"), HW_OK);
    scene_give(&s, a);
    area_days(&s, "a", FROM, "FF", true);
    assert_string_equal(facts_of(&s, FROM, true), FACTS);
    area_days(&s, "a", "2025-03-05", "D", true);
    assert_string_equal(facts_of(&s, FROM, true), FACTS);
    scene_close(&s);
}

static void test_skill_facts(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    hw_skill *skill = hw_skill_new("breathe", "A skill", &err);
    hw_change *change = area_change(&s, "mk");
    assert_int_equal(hw_plan_add_skill(s.plan, skill, change, &err), HW_OK);
    hw_skill_unref(skill);
    hw_change_free(change);
    hw_assignment *a = on_demand("a");
    assert_int_equal(hw_assignment_add_skill(a, "breathe"), HW_OK);
    scene_give(&s, a);
    scene_session(&s, "one", "2025-03-03T10:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-03T12:00:00+01:00");
    scene_session(&s, "one", NULL, HW_SESSION_HELD);
    change = area_change(&s, "mk");
    assert_int_equal(hw_plan_mark_skill(s.plan, "breathe", HW_SKILL_PRACTISED_IN_SESSION, "one", change,
                                        &err),
                     HW_OK);
    hw_change_free(change);
    hw_areas *areas = area_answer(&s, FROM, TO, LATER, NULL);
    assert_string_equal(area_table(hw_areas_accomplishment_table(areas, &err)),
                        FACTS "skill-advanced,breathe,2025-03-03,1,0\r\n");
    assert_non_null(strstr(area_evidence(hw_areas_accomplishment_evidence_at(areas, 0)), " session:one"));
    hw_areas_free(areas);
    scene_close(&s);
}

/* ---- independence ---- */

static void test_initiative(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    scene_give(&s, scene_recurring("mine", FROM, "FREQ=DAILY"));
    give_by_therapist(&s, scene_recurring("theirs", FROM, "FREQ=DAILY"));
    area_days(&s, "mine", FROM, "DNO", false); /* that there was no opportunity answers nothing */
    area_days(&s, "theirs", FROM, "DAN", false);
    area_days(&s, "theirs", FROM, "DF", true);
    hw_entry *entry = hw_entry_new("theirs", HW_EXTENT_DONE, &err);
    hw_entry_set_at(entry, scene_moment("2025-03-05T10:00:00+01:00"));
    hw_entry_set_due(entry, scene_local("2025-03-05"));
    log_by(&s, "mk", entry);
    hw_areas *areas = area_answer(&s, FROM, TO, LATER, NULL);
    assert_string_equal(area_table(hw_areas_initiative_table(areas, &err)),
                        "assignment,initiative,times,practices,share\r\n"
                        ",client,3,6,0.5\r\n"
                        ",unscheduled,2,6,0.333333333\r\n"
                        ",proposal,1,6,0.166666667\r\n"
                        ",recorded,5,6,0.833333333\r\n"
                        "mine,client,1,1,1\r\n"
                        "mine,unscheduled,0,1,0\r\n"
                        "mine,proposal,1,1,1\r\n"
                        "mine,recorded,1,1,1\r\n"
                        "theirs,client,2,5,0.4\r\n"
                        "theirs,unscheduled,2,5,0.4\r\n"
                        "theirs,proposal,0,5,0\r\n"
                        "theirs,recorded,4,5,0.8\r\n");
    double share = 0;
    assert_true(hw_areas_initiative_share_at(areas, 0, HW_INITIATIVE_CLIENT, &share));
    assert_true(share == 0.5);
    assert_int_equal(hw_areas_initiative_practices_at(areas, 2), 5);
    assert_int_equal(hw_areas_initiative_times_at(areas, 2, HW_INITIATIVE_CLIENT), 2);
    assert_int_equal(hw_areas_initiative_times_at(areas, 2, (hw_initiative)9), 0);
    assert_false(hw_areas_initiative_share_at(areas, 2, (hw_initiative)-1, &share));
    assert_false(hw_areas_initiative_share_at(areas, 3, HW_INITIATIVE_CLIENT, &share));
    assert_null(hw_areas_initiative_assignment_at(areas, 0));
    assert_string_equal(hw_areas_initiative_assignment_at(areas, 2), "theirs");
    assert_null(hw_areas_initiative_assignment_at(areas, 3));
    hw_areas_free(areas);
    areas = area_answer(&s, "2025-03-20", TO, LATER, NULL);
    assert_non_null(strstr(area_table(hw_areas_initiative_table(areas, &err)), "\r\n,client,0,0,\r\n"));
    hw_areas_free(areas);
    assert_null(hw_areas_initiative_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    scene_close(&s);
}

/* ---- without memory ---- */

static void test_without_memory(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    add_measured_goal(&s);
    hw_assignment *a = scene_recurring("a", FROM, "FREQ=DAILY;COUNT=6");
    assert_int_equal(hw_assignment_add_step(a, "s1"), HW_OK);
    scene_give(&s, a);
    area_session(&s, "one", "2025-03-04T10:00");
    area_rating(&s, "r1", "one", NULL, "me", "23");
    area_rating(&s, "r2", "one", NULL, "mk", "31");
    area_score(&s, "c1", "g", "one", "mk", -1);
    area_score(&s, "c2", "g", "one", "me", 1);
    area_days(&s, "a", FROM, "TTDDUW", false);
    area_values(&s, "a", "mood", FROM, "1 2 3 4 5 7");
    size_t nth = 1;
    for (bool done = false; !done; nth++) {
        hw__alloc_fail(nth, 0);
        hw_areas *areas =
            hw_plan_areas(s.plan, scene_date(FROM), scene_date(TO), scene_instant(LATER), NULL, &err);
        hw__alloc_fail(0, 0);
        done = areas != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_areas_free(areas);
    }
    assert_true(nth > 30);
    hw_areas *areas = area_answer(&s, FROM, TO, LATER, NULL);
    hw_table *(*const tables[])(const hw_areas *areas, hw_error *err) = {hw_areas_table,
                                                                         hw_areas_suggestion_table,
                                                                         hw_areas_barrier_table,
                                                                         hw_areas_rating_table,
                                                                         hw_areas_evidence_table,
                                                                         hw_areas_initiative_table,
                                                                         hw_areas_accomplishment_table};
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        bool done = false;
        for (nth = 1; !done; nth++) {
            hw__alloc_fail(nth, 0);
            hw_table *table = tables[i](areas, &err);
            hw__alloc_fail(0, 0);
            done = table != NULL;
            assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
            hw_table_free(table);
        }
    }
    char *(*const texts[])(const hw_areas *areas, size_t index, const char *language,
                           hw_error *err) = {hw_areas_text, hw_areas_suggestion_text,
                                             hw_areas_accomplishment_text};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        bool done = false;
        for (nth = 1; !done; nth++) {
            hw__alloc_fail(nth, 0);
            char *text = texts[i](areas, 0, "de", &err);
            hw__alloc_fail(0, 0);
            done = text != NULL;
            assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
            hw_string_free(text);
        }
    }
    hw_areas_free(areas);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_factors),         cmocka_unit_test(test_barriers),
        cmocka_unit_test(test_ratings),         cmocka_unit_test(test_scores),
        cmocka_unit_test(test_accomplishments), cmocka_unit_test(test_private_facts),
        cmocka_unit_test(test_skill_facts),     cmocka_unit_test(test_facts_that_are_none),
        cmocka_unit_test(test_initiative),      cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
