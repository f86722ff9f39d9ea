/* SPDX-License-Identifier: MIT */
/* How goals, assignments and skills go: each rule at its bounds, with the numbers that decided and what shows
 * them. */
#include <stdio.h>
#include <string.h>

#include "homework/reliable_change.h"
#include "support/area_scene.h"

#define FROM "2025-03-03"
#define TO "2025-03-29"

static void expect_area(const scene *s, const hw_areas_options *options, hw_subject subject, const char *id,
                        const char *name, const char *expected)
{
    hw_areas *areas = area_answer(s, FROM, TO, "2025-03-29T12:00:00+01:00", options);
    if (strcmp(area_shown(areas, subject, id), expected) != 0) {
        print_error("%s: %s, not %s\n", name, area_shown(areas, subject, id), expected);
        fail();
    }
    hw_areas_free(areas);
}

/* ---- goals: the measure ---- */

typedef struct course {
    const char *name;
    hw_better better;
    hw_direction direction;
    int target;                   /* 0 = none */
    const char *values;           /* one a day */
    int last;                     /* how many are compared; 0 = as usual */
    double better_from, worse_to; /* 0 = as usual */
    const char *expected;
} course;

#define TEN "10 20 30 40 50 60 70 80 90 100 "

static const course courses[] = {
    {"none", HW_BETTER_HIGHER, 0, 0, "", 0, 0, 0, "too-little-data measure-few 0/3 n=0"},
    {"one", HW_BETTER_HIGHER, 0, 0, "1", 0, 0, 0, "too-little-data measure-few 0/3 n=1 0+1"},
    {"two", HW_BETTER_HIGHER, 0, 0, "1 2", 0, 0, 0, "too-little-data measure-few 1/3 n=2 1+1"},
    {"two and three", HW_BETTER_HIGHER, 0, 0, "1 2 3 4 5", 0, 0, 0,
     "too-little-data measure-few 2/3 n=5 2+3"},
    {"three and three", HW_BETTER_HIGHER, 0, 0, "1 2 3 4 5 6", 0, 0, 0,
     "progress measure-better 1/0.66 n=6 3+3"},
    {"three and four", HW_BETTER_HIGHER, 0, 0, "1 2 3 4 5 6 7", 0, 0, 0,
     "progress measure-better 1/0.66 n=7 3+4"},
    {"four and four", HW_BETTER_HIGHER, 0, 0, "1 2 3 4 5 6 7 8", 0, 0, 0,
     "progress measure-better 1/0.66 n=8 4+4"},
    {"the last eight", HW_BETTER_HIGHER, 0, 0, "99 99 1 2 3 4 5 6 7 8", 0, 0, 0,
     "progress measure-better 1/0.66 n=8 4+4"},
    {"with days without", HW_BETTER_HIGHER, 0, 0, "1 - 2 - 3 4 - - 5 6", 0, 0, 0,
     "progress measure-better 1/0.66 n=6 3+3"},
    {"less is better", HW_BETTER_LOWER, 0, 0, "1 2 3 4 5 6 7 8", 0, 0, 0,
     "needs-work measure-worse 0/0.34 n=8 4+4"},
    {"all the same", HW_BETTER_HIGHER, 0, 0, "5 5 5 5 5 5 5 5", 0, 0, 0,
     "steady measure-same 0.5/0.66 n=8 4+4"},
    {"0.66", HW_BETTER_HIGHER, 0, 0, TEN "75 75 75 75 75 75 65 65 65 65", 10, 0, 0,
     "progress measure-better 0.66/0.66 n=20 10+10"},
    {"0.655", HW_BETTER_HIGHER, 0, 0, TEN "75 75 75 75 75 70 65 65 65 65", 10, 0, 0,
     "steady measure-same 0.655/0.66 n=20 10+10"},
    {"0.34", HW_BETTER_HIGHER, 0, 0, TEN "45 45 45 45 35 35 35 35 35 35", 10, 0, 0,
     "needs-work measure-worse 0.34/0.34 n=20 10+10"},
    {"0.345", HW_BETTER_HIGHER, 0, 0, TEN "45 45 45 45 35 35 35 35 35 40", 10, 0, 0,
     "steady measure-same 0.345/0.66 n=20 10+10"},
    {"another bound", HW_BETTER_HIGHER, 0, 0, "5 5 5 5 5 5 5 5", 0, 0.5, 0,
     "progress measure-better 0.5/0.5 n=8 4+4"},
    {"the other bound", HW_BETTER_HIGHER, 0, 0, "5 5 5 5 5 5 5 5", 0, 0, 0.5,
     "needs-work measure-worse 0.5/0.5 n=8 4+4"},
    {"the goal says which way", HW_BETTER_LOWER, HW_DIRECTION_UP, 0, "1 2 3 4 5 6 7 8", 0, 0, 0,
     "progress measure-better 1/0.66 n=8 4+4"},
    {"and which not", HW_BETTER_NEUTRAL, HW_DIRECTION_DOWN, 0, "1 2 3 4 5 6 7 8", 0, 0, 0,
     "needs-work measure-worse 0/0.34 n=8 4+4"},
    {"nobody says", HW_BETTER_NEUTRAL, 0, 0, "1 2 3 4 5 6 7 8", 0, 0, 0,
     "too-little-data measure-neutral n=0"},
    {"to be kept", HW_BETTER_HIGHER, HW_DIRECTION_MAINTAIN, 5, "9 1 8 2 5 5 6 4", 0, 0, 0,
     "progress measure-better 1/0.66 n=8 4+4"},
    {"not kept", HW_BETTER_HIGHER, HW_DIRECTION_MAINTAIN, 5, "5 5 6 4 9 1 8 2", 0, 0, 0,
     "needs-work measure-worse 0/0.34 n=8 4+4"},
    {"kept at nothing", HW_BETTER_HIGHER, HW_DIRECTION_MAINTAIN, 0, "9 1 8 2 5 5 6 4", 0, 0, 0,
     "too-little-data measure-neutral n=0"},
};

/* A goal "g" that is measured by "mood", and an assignment "diary" to report it with. */
static scene open_measured(hw_better better, hw_direction direction, int target)
{
    hw_error err;
    scene s = area_open();
    area_measure(&s, "mood", better);
    hw_goal *goal = area_goal(&s, "g");
    assert_int_equal(hw_goal_set_measure(goal, "mood"), HW_OK);
    assert_int_equal(hw_goal_set_direction(goal, direction), HW_OK);
    if (target) {
        assert_int_equal(hw_goal_set_target(goal, target), HW_OK);
    }
    area_give_goal(&s, goal);
    scene_give(&s, hw_assignment_new("diary", "Diary", HW_KIND_JOURNALING, &err));
    return s;
}

static void test_measures(void **state)
{
    (void)state;
    hw_error err;
    for (size_t i = 0; i < COUNT_OF(courses); i++) {
        const course *its = &courses[i];
        scene s = open_measured(its->better, its->direction, its->target);
        hw_areas_options *options = hw_areas_options_new(&err);
        area_values(&s, "diary", "mood", FROM, its->values);
        if (its->last) {
            hw_areas_options_set(options, HW_AREA_PARAMETER_LAST, its->last, &err);
        }
        if (its->better_from != 0) {
            hw_areas_options_set(options, HW_AREA_PARAMETER_BETTER, its->better_from, &err);
        }
        if (its->worse_to != 0) {
            hw_areas_options_set(options, HW_AREA_PARAMETER_WORSE, its->worse_to, &err);
        }
        expect_area(&s, options, HW_SUBJECT_GOAL, "g", its->name, its->expected);
        hw_areas_options_free(options);
        scene_close(&s);
    }
}

/* Values on another scale are not compared; what happened before the window is not looked at; of private
 * entries nothing is. */
static void test_other_values(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_measured(HW_BETTER_HIGHER, 0, 0);
    area_values(&s, "diary", "mood", FROM, "1 2 3 4 5 6");
    hw_areas *areas = area_answer(&s, "2025-03-06", TO, NULL, NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_GOAL, "g"), "too-little-data measure-few 1/3 n=3 1+2");
    assert_string_equal(area_evidence(hw_areas_evidence_at(areas, 0)),
                        "entry:desk-11 entry:desk-12 entry:desk-13");
    hw_areas_free(areas);
    areas = area_answer(&s, FROM, "2025-03-05", NULL, NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_GOAL, "g"), "too-little-data measure-few 1/3 n=2 1+1");
    hw_areas_free(areas);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    hw_measure *measure = hw_measure_edit(hw_plan_measure(s.plan, "mood"), &err);
    hw_change *change = area_change(&s, "mk");
    assert_int_equal(hw_measure_set_max(measure, 100), HW_OK);
    assert_int_equal(hw_plan_revise_measure(s.plan, measure, change, &err), HW_OK);
    hw_measure_unref(measure);
    hw_change_free(change);
    area_values(&s, "diary", "mood", "2025-03-11", "50 60 70 80 90");
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "new scale", "too-little-data measure-changed 2/3 n=5 2+3");
    area_values(&s, "diary", "mood", "2025-03-16", "95");
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "new scale", "progress measure-better 1/0.66 n=6 3+3");
    scene_close(&s);
}

/* Norms that mean the same way: RC of 10 points, 1.96 * 4.743 = 9.297 are reliable (SD 7.5, r .80). */
static void test_norms(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_measured(HW_BETTER_LOWER, 0, 0);
    area_values(&s, "diary", "mood", FROM, "20 40 40 40 20 20 20 30");
    hw_areas_options *options = hw_areas_options_new(&err);
    hw_norms *norms = hw_norms_new("own", "mood", HW_BETTER_LOWER, "Jacobson and Truax 1991", &err);
    assert_int_equal(hw_norms_set_clinical(norms, 40, 7.5, &err), HW_OK);
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 0.8, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "no norms",
                "progress measure-better 0.84375/0.66 n=8 4+4");
    assert_int_equal(hw_areas_options_set_norms(options, "mood", norms, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "norms",
                "needs-work measure-reliably-worse 10/9.2971 n=8 4+4");
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 0.7, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "a copy was taken",
                "needs-work measure-reliably-worse 10/9.2971 n=8 4+4");
    assert_int_equal(hw_areas_options_set_norms(options, "mood", norms, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "less reliable",
                "progress measure-better 0.84375/0.66 n=8 4+4");
    hw_norms *turned = hw_norms_new("other", "mood", HW_BETTER_HIGHER, "Turned", &err);
    assert_int_equal(hw_norms_set_points(turned, 1, &err), HW_OK);
    assert_int_equal(hw_areas_options_set_norms(options, "mood", turned, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "the other way",
                "progress measure-better 0.84375/0.66 n=8 4+4");
    assert_int_equal(hw_areas_options_set_norms(options, "mood", NULL, &err), HW_OK);
    assert_int_equal(hw_areas_options_set_norms(options, "nothing", NULL, &err), HW_OK);
    expect_area(&s, options, HW_SUBJECT_GOAL, "g", "none again",
                "progress measure-better 0.84375/0.66 n=8 4+4");
    hw_norms_free(norms);
    hw_norms_free(turned);
    hw_areas_options_free(options);
    scene_close(&s);
}

/* ---- goals: attainment and steps ---- */

static void test_attainment(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_measured(HW_BETTER_NEUTRAL, 0, 0);
    area_score(&s, "c0", "g", NULL, "mk", 2);
    scene_now(&s, "2025-03-04T10:00:00+01:00");
    area_score(&s, "c1", "g", NULL, "mk", -2);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "one score", "too-little-data measure-neutral n=0");
    scene_now(&s, "2025-03-11T10:00:00+01:00");
    area_score(&s, "c2", "g", NULL, "mk", 1);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "up", "progress attainment-higher 3 n=2");
    hw_areas *areas = area_answer(&s, FROM, TO, NULL, NULL);
    assert_string_equal(area_evidence(hw_areas_evidence_at(areas, 0)), "score:c1 score:c2");
    hw_areas_free(areas);
    area_score(&s, "c3", "g", NULL, "me", 0);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "another rater once", "progress attainment-higher 3 n=2");
    scene_now(&s, "2025-03-12T10:00:00+01:00");
    area_score(&s, "c4", "g", NULL, "me", 0);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "the rater who scored last", "steady attainment-same 0 n=2");
    scene_now(&s, "2025-03-18T10:00:00+01:00");
    area_score(&s, "c5", "g", NULL, "me", -1);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "down", "needs-work attainment-lower -1 n=3");
    scene_now(&s, "2025-03-19T10:00:00+01:00");
    hw_score *score = hw_score_edit(hw_plan_score(s.plan, "c3"), &err);
    hw_change *change = area_change(&s, "me");
    assert_int_equal(hw_score_set_level(score, -2), HW_OK);
    assert_int_equal(hw_plan_revise_score(s.plan, score, change, &err), HW_OK);
    hw_score_unref(score);
    hw_change_free(change);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "a slip of the pen", "progress attainment-higher 1 n=3");
    scene_close(&s);
}

static void test_steps(void **state)
{
    (void)state;
    scene s = area_open();
    area_give_goal(&s, area_goal(&s, "g"));
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "nothing at all", "too-little-data no-measure n=0");
    area_give_step(&s, area_step(&s, "s1", "g", 1));
    area_give_step(&s, area_step(&s, "s2", "g", 2));
    hw_assignment *a = scene_recurring("a", FROM, "FREQ=DAILY;COUNT=3");
    assert_int_equal(hw_assignment_add_step(a, "s1"), HW_OK);
    scene_give(&s, a);
    hw_areas *areas = area_answer(&s, FROM, "2025-03-05", "2025-03-29T12:00:00+01:00", NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_GOAL, "g"), "too-little-data no-measure n=0");
    hw_areas_free(areas);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "three settled", "steady steps-same 0/1 n=3");
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    area_mark_step(&s, "s1", HW_STEP_IN_PRACTICE);
    area_mark_step(&s, "s1", HW_STEP_CRITERION_MET);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "reached", "progress steps-reached 1/1 n=2");
    areas = area_answer(&s, FROM, TO, NULL, NULL);
    char shown[100];
    snprintf(shown, sizeof shown, "revision:%s",
             hw_revision_id(hw_step_revision(hw_plan_step(s.plan, "s1"))));
    assert_string_equal(area_evidence(hw_areas_evidence_at(areas, 0)), shown);
    hw_areas_free(areas);
    areas = area_answer(&s, "2025-03-05", TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_GOAL, "g"), "too-little-data no-measure n=0");
    hw_areas_free(areas);
    scene_now(&s, "2025-03-06T09:00:00+01:00");
    area_mark_step(&s, "s1", HW_STEP_CONSOLIDATED);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "kept", "progress steps-reached 1/1 n=2");
    area_mark_step(&s, "s2", HW_STEP_IN_PRACTICE);
    area_mark_step(&s, "s2", HW_STEP_CRITERION_MET);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "both", "progress steps-reached 2/1 n=2");
    area_mark_step(&s, "s2", HW_STEP_REGRESSED);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "lost", "needs-work steps-lost 1/1 n=2");
    areas = area_answer(&s, "2025-03-07", TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_GOAL, "g"), "too-little-data no-measure n=0");
    hw_areas_free(areas);
    area_mark_step(&s, "s2", HW_STEP_IN_PRACTICE);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "taken up again", "needs-work steps-lost 1/1 n=2");
    area_mark_step(&s, "s2", HW_STEP_CRITERION_MET);
    expect_area(&s, NULL, HW_SUBJECT_GOAL, "g", "and reached", "progress steps-reached 2/1 n=2");
    scene_close(&s);
}

/* ---- assignments ---- */

static const struct {
    const char *days, *expected;
} weeks[] = {
    {"", "too-little-data settled-few 0/3 n=0"},
    {"DD", "too-little-data settled-few 2/3 n=2"},
    {"NN", "too-little-data settled-few 2/3 n=2"},
    {"DDD", "steady done-enough 1/0.5 n=3"},
    {"DNN", "needs-work done-seldom 0.333333/0.5 n=3"},
    {"DDNN", "steady done-enough 0.5/0.5 n=4"},
    {"DNDNN", "needs-work done-seldom 0.4/0.5 n=5"},
    {"D..", "needs-work done-seldom 0.333333/0.5 n=3"},
    {"PPP", "needs-work done-seldom 0/0.5 n=3"},
    {"XXDDD", "steady done-enough 1/0.5 n=3"},
    {"XXDD", "too-little-data settled-few 2/3 n=2"},
    {"NNDDD", "steady done-enough 0.6/0.5 n=5"},
    {"NNNDDD", "progress credit-better 1/0.66 n=6 3+3"},
    {"DDDDDD", "steady credit-same 0.5/0.66 n=6 3+3"},
    {"DDDNNN", "steady credit-same 0/0.66 n=6 3+3"},
    {"NNDDDDD", "progress credit-better 0.833333/0.66 n=7 3+3"},
    {"NNDNDDD", "progress credit-better 0.833333/0.66 n=7 3+3"},
    {"DDNDDND", "steady credit-same 0.5/0.66 n=7 3+3"},
    {"NDDDDD", "progress credit-better 0.666667/0.66 n=6 3+3"},
    {"PPPDDD", "progress credit-better 1/0.66 n=6 3+3"},
    {"446DDD", "progress credit-better 1/0.66 n=6 3+3"},
    {"Y", "too-little-data settled-few 1/3 n=1"},
    {"YY", "needs-work barrier-repeated 2/2 n=2"},
    {"YYDDDD", "needs-work barrier-repeated 2/2 n=2"},
    {"YVDDDD", "steady credit-same 0.5/0.66 n=6 3+3"},
    {"YVYVY", "needs-work barrier-repeated 3/2 n=3"},
    {"MM", "too-little-data settled-few 2/3 n=2"},
    {"WWN", "needs-work done-seldom 0/0.5 n=3"},
};

static void test_assignments(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(weeks); i++) {
        char rule[60];
        size_t size = strlen(weeks[i].days);
        scene s = area_open();
        snprintf(rule, sizeof rule, "FREQ=DAILY;COUNT=%zu", size ? size : 1);
        scene_give(&s, scene_recurring("a", size ? FROM : "2025-03-29", rule));
        area_days(&s, "a", FROM, weeks[i].days, false);
        expect_area(&s, NULL, HW_SUBJECT_ASSIGNMENT, "a", weeks[i].days, weeks[i].expected);
        scene_close(&s);
    }
}

/* What is as good as the bound is better; and what the late and the partial are worth is a parameter. */
static void test_credit(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    scene_give(&s, scene_recurring("a", FROM, "FREQ=DAILY;COUNT=6"));
    area_days(&s, "a", FROM, "DDPDDD", false);
    hw_areas_options *options = hw_areas_options_new(&err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "usual",
                "progress credit-better 0.666667/0.66 n=6 3+3");
    hw_areas_options_set(options, HW_AREA_PARAMETER_PARTIAL_CREDIT, 1, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "partial", "steady credit-same 0.5/0.66 n=6 3+3");
    hw_areas_options_set(options, HW_AREA_PARAMETER_BETTER, 0.5, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "bound", "progress credit-better 0.5/0.5 n=6 3+3");
    hw_areas_options_set(options, HW_AREA_PARAMETER_LEAST, 4, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "halves", "steady done-enough 0.833333/0.5 n=6");
    hw_areas_options_set(options, HW_AREA_PARAMETER_DONE, 0.84, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "done", "needs-work done-seldom 0.833333/0.84 n=6");
    hw_areas_options_set(options, HW_AREA_PARAMETER_SETTLED, 7, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "a", "settled", "too-little-data settled-few 6/7 n=6");
    hw_areas_options_free(options);
    hw_entry *entry = hw_entry_new("late", HW_EXTENT_DONE, &err);
    scene_give(&s, scene_recurring("late", "2025-03-10", "FREQ=DAILY;COUNT=6"));
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    area_days(&s, "late", "2025-03-10", ".DDDDD", false);
    hw_change *change = area_change(&s, "me");
    hw_entry_set_at(entry, scene_moment("2025-03-12T09:00:00+01:00"));
    hw_entry_set_due(entry, scene_local("2025-03-10"));
    assert_int_equal(hw_plan_log(s.plan, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
    options = hw_areas_options_new(&err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "late", "late", "steady credit-same 0.5/0.66 n=6 3+3");
    hw_areas_options_set(options, HW_AREA_PARAMETER_LATE_CREDIT, 0.9, &err);
    expect_area(&s, options, HW_SUBJECT_ASSIGNMENT, "late", "less",
                "progress credit-better 0.666667/0.66 n=6 3+3");
    hw_areas_options_free(options);
    scene_close(&s);
}

static void test_concerns(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    scene_give(&s, scene_recurring("a", FROM, "FREQ=DAILY;COUNT=4"));
    scene_give(&s, scene_recurring("b", FROM, "FREQ=DAILY;COUNT=4"));
    area_days(&s, "a", FROM, "WWYN", false);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    area_message(&s, "m1", HW_MESSAGE_CONCERN, "a", HW_VISIBILITY_SHARED);
    area_message(&s, "m2", HW_MESSAGE_CONCERN, "a", HW_VISIBILITY_PRIVATE);
    area_message(&s, "m3", HW_MESSAGE_QUESTION, "a", HW_VISIBILITY_SHARED);
    area_message(&s, "m4", HW_MESSAGE_CONCERN, "b", HW_VISIBILITY_SHARED);
    hw_areas *areas = area_answer(&s, FROM, TO, "2025-03-29T12:00:00+01:00", NULL);
    size_t a = hw_areas_find(areas, HW_SUBJECT_ASSIGNMENT, "a");
    assert_string_equal(area_shown(areas, HW_SUBJECT_ASSIGNMENT, "a"), "needs-work done-seldom 0.25/0.5 n=4");
    assert_true(hw_areas_applies(areas, a, HW_AREA_RULE_DONE_SELDOM));
    assert_true(hw_areas_applies(areas, a, HW_AREA_RULE_BARRIER_REPEATED));
    assert_false(hw_areas_applies(areas, a, HW_AREA_RULE_CONCERNS_OPEN));
    assert_false(hw_areas_applies(areas, a, (hw_area_rule)99));
    assert_false(hw_areas_applies(areas, 99, HW_AREA_RULE_DONE_SELDOM));
    hw_areas_free(areas);
    area_message(&s, "m5", HW_MESSAGE_CONCERN, "a", HW_VISIBILITY_SHARED_SUMMARY);
    areas = area_answer(&s, FROM, TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_true(hw_areas_applies(areas, a, HW_AREA_RULE_CONCERNS_OPEN));
    const char *shown = area_evidence(hw_areas_evidence_at(areas, a));
    assert_non_null(strstr(shown, "occurrence:a@2025-03-03"));
    assert_non_null(strstr(shown, "message:m1 message:m5"));
    assert_null(strstr(shown, "m2"));
    hw_areas_free(areas);
    area_message(&s, "m6", HW_MESSAGE_CONCERN, "b", HW_VISIBILITY_SHARED);
    hw_change *change = area_change(&s, "mk");
    assert_int_equal(hw_plan_mark_message(s.plan, "m4", HW_MESSAGE_DEFERRED, change, &err), HW_OK);
    assert_int_equal(hw_plan_mark_message(s.plan, "m5", HW_MESSAGE_DISCUSSED, change, &err), HW_OK);
    hw_change_free(change);
    areas = area_answer(&s, FROM, TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_false(hw_areas_applies(areas, a, HW_AREA_RULE_CONCERNS_OPEN));
    assert_true(hw_areas_applies(areas, a + 1, HW_AREA_RULE_CONCERNS_OPEN));
    hw_areas_free(areas);
    scene_close(&s);
}

/* Which goals and assignments are told at all. */
static void test_who_has_an_area(void **state)
{
    (void)state;
    scene s = area_open();
    for (int i = HW_GOAL_PROPOSED; i <= HW_GOAL_REJECTED; i++) {
        char id[20];
        snprintf(id, sizeof id, "g%d", i);
        hw_goal *goal = area_goal(&s, id);
        assert_int_equal(hw_goal_set_state(goal, (hw_goal_lifecycle)i), HW_OK);
        area_give_goal(&s, goal);
    }
    for (int i = HW_ASSIGNMENT_DRAFT; i <= HW_ASSIGNMENT_ENTERED_IN_ERROR; i++) {
        char id[20];
        hw_error err;
        snprintf(id, sizeof id, "a%d", i);
        hw_assignment *given = hw_assignment_new(id, "Practice", HW_KIND_OTHER, &err);
        bool offered = i == HW_ASSIGNMENT_DECLINED || i == HW_ASSIGNMENT_CANCELLED;
        hw_assignment_set_state(given, offered                     ? HW_ASSIGNMENT_PROPOSED
                                       : i <= HW_ASSIGNMENT_ACTIVE ? (hw_assignment_stage)i
                                                                   : HW_ASSIGNMENT_ACTIVE);
        scene_give(&s, given);
        if (i > HW_ASSIGNMENT_ACTIVE) {
            hw_assignment *edit = scene_edit(&s, id);
            assert_int_equal(hw_assignment_set_state(edit, (hw_assignment_stage)i), HW_OK);
            scene_give(&s, edit);
        }
    }
    hw_areas *areas = area_answer(&s, FROM, TO, NULL, NULL);
    for (int i = HW_GOAL_PROPOSED; i <= HW_GOAL_REJECTED; i++) {
        char id[20];
        snprintf(id, sizeof id, "g%d", i);
        bool left_out = i == HW_GOAL_CANCELLED || i == HW_GOAL_ENTERED_IN_ERROR || i == HW_GOAL_REJECTED;
        assert_int_equal(hw_areas_find(areas, HW_SUBJECT_GOAL, id) == SIZE_MAX, left_out);
    }
    for (int i = HW_ASSIGNMENT_DRAFT; i <= HW_ASSIGNMENT_ENTERED_IN_ERROR; i++) {
        char id[20];
        snprintf(id, sizeof id, "a%d", i);
        hw_assignment_stage stage = hw_assignment_state(hw_plan_assignment(s.plan, id));
        assert_int_equal(stage, i);
        bool told = stage == HW_ASSIGNMENT_AGREED || stage == HW_ASSIGNMENT_ACTIVE ||
                    stage == HW_ASSIGNMENT_ON_HOLD || stage == HW_ASSIGNMENT_COMPLETED ||
                    stage == HW_ASSIGNMENT_STOPPED;
        assert_int_equal(hw_areas_find(areas, HW_SUBJECT_ASSIGNMENT, id) != SIZE_MAX, told);
    }
    assert_int_equal(hw_areas_find(areas, HW_SUBJECT_GOAL, "nobody"), SIZE_MAX);
    assert_int_equal(hw_areas_find(areas, HW_SUBJECT_GOAL, NULL), SIZE_MAX);
    assert_int_equal(hw_areas_find(NULL, HW_SUBJECT_GOAL, "g0"), SIZE_MAX);
    hw_areas_free(areas);
    scene_close(&s);
}

/* ---- skills ---- */

static void test_skills(void **state)
{
    (void)state;
    hw_error err;
    scene s = area_open();
    hw_skill *skill = hw_skill_new("breathe", "A skill", &err);
    hw_change *change = area_change(&s, "mk");
    assert_int_equal(hw_plan_add_skill(s.plan, skill, change, &err), HW_OK);
    hw_skill_unref(skill);
    hw_change_free(change);
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_SKILL_PRACTICE, &err);
    assert_int_equal(hw_assignment_add_skill(a, "breathe"), HW_OK);
    scene_give(&s, a);
    scene_session(&s, "one", "2025-03-03T10:00", HW_SESSION_PLANNED);
    area_days(&s, "a", FROM, "DAN", true);
    expect_area(&s, NULL, HW_SUBJECT_SKILL, "breathe", "two", "too-little-data skill-few 2/3 n=2");
    area_days(&s, "a", "2025-03-06", "DO", true);
    expect_area(&s, NULL, HW_SUBJECT_SKILL, "breathe", "three", "steady skill-practised 3/3 n=3");
    scene_session(&s, "one", NULL, HW_SESSION_HELD);
    change = area_change(&s, "mk");
    assert_int_equal(hw_plan_mark_skill(s.plan, "breathe", HW_SKILL_PRACTISED_IN_SESSION, "one", change,
                                        &err),
                     HW_OK);
    hw_change_free(change);
    expect_area(&s, NULL, HW_SUBJECT_SKILL, "breathe", "further", "progress skill-advanced 1/1 n=3");
    hw_areas *areas = area_answer(&s, "2025-03-08", TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_string_equal(area_shown(areas, HW_SUBJECT_SKILL, "breathe"), "too-little-data skill-few 0/3 n=0");
    hw_areas_free(areas);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures),        cmocka_unit_test(test_other_values),
        cmocka_unit_test(test_norms),           cmocka_unit_test(test_attainment),
        cmocka_unit_test(test_steps),           cmocka_unit_test(test_assignments),
        cmocka_unit_test(test_credit),          cmocka_unit_test(test_concerns),
        cmocka_unit_test(test_who_has_an_area), cmocka_unit_test(test_skills),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
