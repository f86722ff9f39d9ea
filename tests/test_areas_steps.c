/* SPDX-License-Identifier: MIT */
/* What the rule of graded steps suggests: a table of histories, one line each, and what is said beside the
 * decision. */
#include <string.h>

#include "support/area_scene.h"

/* A goal "g" with a ladder: s1 is consolidated, s2 is looked at, s3 is locked. Assignment "a" is due every day
 * from 3 March on, "b" never; both are for s2. */
typedef struct history {
    const char *name;
    hw_step_stage state;
    int times, within; /* the criterion: how often, within how many days; 0 = none */
    bool measured;     /* it asks for "suds" of at most 30 */
    int likelihood;    /* of "a"; 0 = nobody asked */
    const char *a, *b; /* days from 3 March on, as in area_scene.h; NULL = there is no "b" */
    int cap;           /* of distress; 0 = none */
    bool suds;         /* distress is read from the measure too */
    hw_area_parameter parameter;
    double value; /* 0 = as usual */
    const char *expected;
} history;

#define ON HW_STEP_IN_PRACTICE

static const history histories[] = {
    {"nothing happened", HW_STEP_AVAILABLE, .a = "", .expected = "hold no-criterion (0)"},
    {"not often enough", ON, 3, .a = "DD", .expected = "hold criterion-open 2/3 (0)"},
    {"as often as agreed", ON, 3, .a = "DDD", .expected = "step-up criterion-met 3/3 to s3 (3)"},
    {"more often", ON, 3, .a = "DDDD", .expected = "step-up criterion-met 4/3 to s3 (3)"},
    {"not begun officially", HW_STEP_AVAILABLE, 1, .a = "D",
     .expected = "step-up criterion-met 1/1 to s3 (1)"},
    {"with days between", ON, 3, .a = "D.D.D", .expected = "step-up criterion-met 3/3 to s3 (3)"},
    {"too far apart", ON, 3, 3, .a = "D.D.D", .expected = "hold criterion-open 2/3 (0)"},
    {"close together", ON, 3, 3, .a = "DDD", .expected = "step-up criterion-met 3/3 to s3 (3)"},
    {"close together, long ago", ON, 3, 3, .a = "DDD....N",
     .expected = "step-up criterion-met 3/3 to s3 (3)"},
    {"more than agreed counts", ON, 2, .a = "ED", .expected = "step-up criterion-met 2/2 to s3 (2)"},
    {"in part does not", ON, 2, .a = "PPD", .expected = "hold criterion-open 1/2 (0)"},
    {"something else does not", ON, 2, .a = "SSD", .expected = "hold criterion-open 1/2 (0)"},
    {"a measure low enough", ON, 2, 0, true, .a = "CC", .expected = "step-up criterion-met 2/2 to s3 (2)"},
    {"a measure once", ON, 2, 0, true, .a = "CK", .expected = "hold criterion-open 1/2 (0)"},
    {"a measure too high", ON, 2, 0, true, .a = "GC", .expected = "hold criterion-open 1/2 (0)"},
    {"done without the measure", ON, 2, 0, true, .a = "DDD", .expected = "hold criterion-open 0/2 (0)"},
    {"met by private ones", ON, 2, .a = "FD", .expected = "step-up criterion-met 2/2 to s3 (1)"},
    {"met, and then too difficult", ON, 3, .a = "DDDTT", .expected = "step-up criterion-met 3/3 to s3 (3)"},

    {"too difficult twice", ON, .a = "TT", .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"too difficult once", ON, .a = "T", .expected = "hold no-criterion (0)"},
    {"three times", ON, .a = "TTT", .expected = "step-down too-difficult 3/2 by a to s1 (6)"},
    {"better since", ON, .a = "TTD", .expected = "hold no-criterion (0)"},
    {"lately too difficult", ON, 9, .a = "DDTT", .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"every other day", ON, .a = "TDT", .expected = "hold no-criterion (0)"},
    {"an excuse between is seen through", ON, .a = "TXT",
     .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"silence between is not", ON, .a = "T.T", .expected = "hold no-criterion (0)"},
    {"silence after it is not", ON, .a = "TT.", .expected = "hold no-criterion (0)"},
    {"most of it was done", ON, .a = "QQ", .expected = "hold no-criterion (0)"},
    {"all of it was done", ON, .a = "VV", .expected = "hold no-criterion (0)"},
    {"little, and nothing is told", ON, .a = "AA", .expected = "hold no-criterion (0)"},
    {"not done, and forgotten", ON, .a = "WW", .expected = "hold no-criterion (0)"},
    {"too difficult in private", ON, .a = "MM", .expected = "hold no-criterion (0)"},
    {"half in private", ON, .a = "TM", .expected = "hold no-criterion (0)"},
    {"three are asked for", ON, .a = "TT", .parameter = HW_AREA_PARAMETER_POOR_RUN, .value = 3,
     .expected = "hold no-criterion (0)"},
    {"three are asked for and there", ON, .a = "TTT", .parameter = HW_AREA_PARAMETER_POOR_RUN, .value = 3,
     .expected = "step-down too-difficult 3/3 by a to s1 (6)"},
    {"one is enough", ON, .a = "DT", .parameter = HW_AREA_PARAMETER_POOR_RUN, .value = 1,
     .expected = "step-down too-difficult 1/1 by a to s1 (2)"},
    {"more credit is asked for", ON, .a = "QQ", .parameter = HW_AREA_PARAMETER_POOR_CREDIT, .value = 0.7,
     .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"just as much credit", ON, .a = "QQ", .parameter = HW_AREA_PARAMETER_POOR_CREDIT, .value = 0.6,
     .expected = "hold no-criterion (0)"},

    {"distress without a cap", ON, .a = "HH", .expected = "hold no-criterion (0)"},
    {"distress above the cap", ON, .a = "HH", .cap = 90,
     .expected = "step-down distress 95/90 by a to s1 (4)"},
    {"distress at the cap", ON, .a = "HH", .cap = 95, .expected = "hold no-criterion (0)"},
    {"distress above it once", ON, .a = "LH", .cap = 90, .expected = "hold no-criterion (0)"},
    {"the greatest of both", ON, .a = "HL", .cap = 70, .expected = "step-down distress 95/70 by a to s1 (4)"},
    {"one of either", ON, .a = "TH", .cap = 90, .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"predicted distress", ON, .a = "RR", .cap = 90, .expected = "hold no-criterion (0)"},
    {"distress as a measure", ON, .a = "GG", .cap = 90, .suds = true,
     .expected = "step-down distress 95/90 by a to s1 (4)"},
    {"a measure that is no distress", ON, .a = "GG", .cap = 90, .expected = "hold no-criterion (0)"},

    {"hardly likely", ON, .likelihood = 60, .a = "", .expected = "simplify likelihood-low 60/70 by a (1)"},
    {"likely enough", ON, .likelihood = 70, .a = "", .expected = "hold no-criterion (0)"},
    {"just not", ON, .likelihood = 69, .a = "DD", .expected = "simplify likelihood-low 69/70 by a (1)"},
    {"another threshold", ON, .likelihood = 60, .a = "", .parameter = HW_AREA_PARAMETER_LIKELIHOOD,
     .value = 60, .expected = "hold no-criterion (0)"},
    {"unclear what", ON, .a = "U", .expected = "simplify unclear-what 1/1 by a (1)"},
    {"unclear what, twice", ON, 5, .a = "UDU", .expected = "simplify unclear-what 2/1 by a (2)"},
    {"down goes before simpler", ON, .likelihood = 60, .a = "UTT",
     .expected = "step-down too-difficult 2/2 by a to s1 (4)"},
    {"up goes before simpler", ON, 2, .likelihood = 60, .a = "DD",
     .expected = "step-up criterion-met 2/2 to s3 (2)"},
    {"likelihood goes before clarity", ON, .likelihood = 60, .a = "U",
     .expected = "simplify likelihood-low 60/70 by a (1)"},

    {"locked", HW_STEP_LOCKED, 1, .a = "DD", .expected = "none locked (1)"},
    {"skipped", HW_STEP_SKIPPED, 1, .a = "DD", .expected = "none skipped (1)"},
    {"consolidated", HW_STEP_CONSOLIDATED, 1, .a = "TT", .expected = "none reached (1)"},
    {"reached", HW_STEP_CRITERION_MET, 1, .likelihood = 60, .a = "UD", .expected = "none reached (1)"},
    {"reached, and too difficult", HW_STEP_CRITERION_MET, 1, .a = "DTT",
     .expected = "step-down too-difficult 2/2 by a to s1 (4)"},

    {"whenever it helps: too difficult", ON, .a = "", .b = "TT",
     .expected = "step-down too-difficult 2/2 by b to s1 (2)"},
    {"whenever it helps: better since", ON, .a = "", .b = "TTD", .expected = "hold no-criterion (0)"},
    {"whenever it helps: days without", ON, .a = "", .b = "T..OT",
     .expected = "step-down too-difficult 2/2 by b to s1 (2)"},
    {"whenever it helps: more in part", ON, .a = "", .b = "QT", .expected = "hold no-criterion (0)"},
    {"whenever it helps: often enough", ON, 2, .a = "D", .b = ".D",
     .expected = "step-up criterion-met 2/2 to s3 (2)"},
    {"one goes well, the other does not", ON, .a = "DD", .b = "TT",
     .expected = "step-down too-difficult 2/2 by b to s1 (2)"},
};

static void add_ladder(scene *s, const history *its)
{
    hw_step *first = area_step(s, "s1", "g", 1), *second = area_step(s, "s2", "g", 2),
            *third = area_step(s, "s3", "g", 3);
    hw_duration within = {its->within ? its->within : 0, 0};
    assert_int_equal(hw_step_set_state(first, HW_STEP_CONSOLIDATED), HW_OK);
    assert_int_equal(hw_step_set_state(second, its->state), HW_OK);
    assert_int_equal(hw_step_set_state(third, HW_STEP_LOCKED), HW_OK);
    if (its->times) {
        assert_int_equal(hw_step_set_criterion(second, its->measured ? "suds" : NULL, HW_PHASE_NONE,
                                               HW_AT_MOST, 30, its->times, within),
                         HW_OK);
    }
    area_give_step(s, third);
    area_give_step(s, first);
    area_give_step(s, second);
}

static void add_assignments(scene *s, const history *its)
{
    hw_error err;
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_step(a, "s2"), HW_OK);
    if (its->likelihood) {
        assert_int_equal(hw_assignment_set_likelihood(a, its->likelihood), HW_OK);
    }
    scene_give(s, a);
    if (its->b) {
        hw_assignment *b = hw_assignment_new("b", "Practice", HW_KIND_EXPOSURE, &err);
        assert_int_equal(hw_assignment_add_step(b, "s2"), HW_OK);
        scene_give(s, b);
    }
}

/* The end of the window: the day after the last of those that are told. */
static hw_date end_of(const history *its)
{
    size_t a = strlen(its->a), b = its->b ? strlen(its->b) : 0;
    hw_local first = scene_local("2025-03-03");
    return hw_local_add(first, (hw_duration){(int32_t)(a > b ? a : b), 0}).date;
}

static hw_areas_options *options_of(const history *its)
{
    hw_error err;
    hw_areas_options *options = hw_areas_options_new(&err);
    if (its->cap) {
        assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_DISTRESS, its->cap, &err), HW_OK);
    }
    if (its->suds) {
        assert_int_equal(hw_areas_options_set_distress(options, "suds", &err), HW_OK);
    }
    if (its->value != 0) {
        assert_int_equal(hw_areas_options_set(options, its->parameter, its->value, &err), HW_OK);
    }
    return options;
}

static void test_histories(void **state)
{
    (void)state;
    assert_true(COUNT_OF(histories) >= 40);
    for (size_t i = 0; i < COUNT_OF(histories); i++) {
        const history *its = &histories[i];
        scene s = area_open();
        area_measure(&s, "suds", HW_BETTER_LOWER);
        area_give_goal(&s, area_goal(&s, "g"));
        add_ladder(&s, its);
        add_assignments(&s, its);
        area_days(&s, "a", "2025-03-03", its->a, false);
        if (its->b) {
            area_days(&s, "b", "2025-03-03", its->b, true);
        }
        hw_error err;
        hw_areas_options *options = options_of(its);
        hw_areas *areas = hw_plan_areas(s.plan, scene_date("2025-03-03"), end_of(its),
                                        scene_instant("2025-03-25T12:00:00+01:00"), options, &err);
        assert_non_null(areas);
        if (strcmp(area_advice(areas, "s2"), its->expected) != 0) {
            print_error("%s: %s, not %s\n", its->name, area_advice(areas, "s2"), its->expected);
            fail();
        }
        assert_string_equal(area_advice(areas, "s1"), "none reached (1)");
        assert_string_equal(area_advice(areas, "s3"), "none locked (1)");
        hw_areas_free(areas);
        hw_areas_options_free(options);
        scene_close(&s);
    }
}

/* ---- beside the decision ---- */

static const history practised = {.state = ON, .times = 2, .a = ""};

static scene open_ladder(const history *its)
{
    scene s = area_open();
    area_measure(&s, "suds", HW_BETTER_LOWER);
    area_give_goal(&s, area_goal(&s, "g"));
    add_ladder(&s, its);
    add_assignments(&s, its);
    return s;
}

static void expect_advice(const scene *s, const char *to, const char *as_of, const char *step,
                          const char *expected)
{
    hw_areas *areas = area_answer(s, "2025-03-03", to, as_of, NULL);
    assert_string_equal(area_advice(areas, step), expected);
    hw_areas_free(areas);
}

/* What was lost must be earned again; what was earned before does not count any more. */
static void test_regressed(void **state)
{
    (void)state;
    scene s = open_ladder(&practised);
    area_days(&s, "a", "2025-03-03", "DD", false);
    scene_now(&s, "2025-03-05T08:00:00+01:00");
    area_mark_step(&s, "s2", HW_STEP_CRITERION_MET);
    scene_now(&s, "2025-03-06T08:00:00+01:00");
    area_mark_step(&s, "s2", HW_STEP_REGRESSED);
    expect_advice(&s, "2025-03-10", NULL, "s2", "hold criterion-open 0/2 (0)");
    area_days(&s, "a", "2025-03-06", "D", false);
    expect_advice(&s, "2025-03-10", NULL, "s2", "hold criterion-open 1/2 (0)");
    area_mark_step(&s, "s2", HW_STEP_IN_PRACTICE);
    area_days(&s, "a", "2025-03-07", "D", false);
    expect_advice(&s, "2025-03-10", NULL, "s2", "step-up criterion-met 2/2 to s3 (2)");
    expect_advice(&s, "2025-03-10", "2025-03-04T22:00:00+01:00", "s2", "step-up criterion-met 2/2 to s3 (2)");
    expect_advice(&s, "2025-03-10", "2025-03-05T12:00:00+01:00", "s2", "none reached (1)");
    scene_close(&s);
}

/* Up leads over what is skipped or reached, down over what is skipped; neither leads out of the ladder. */
static void test_targets(void **state)
{
    (void)state;
    scene s = open_ladder(&practised);
    area_days(&s, "a", "2025-03-03", "DD", false);
    area_mark_step(&s, "s3", HW_STEP_AVAILABLE);
    area_mark_step(&s, "s3", HW_STEP_SKIPPED);
    expect_advice(&s, "2025-03-05", NULL, "s2", "step-up criterion-met 2/2 (2)");
    area_give_step(&s, area_step(&s, "s9", "g", 9));
    hw_step *reached = area_step(&s, "s5", "g", 5);
    assert_int_equal(hw_step_set_state(reached, HW_STEP_CRITERION_MET), HW_OK);
    area_give_step(&s, reached);
    expect_advice(&s, "2025-03-05", NULL, "s2", "step-up criterion-met 2/2 to s9 (2)");
    expect_advice(&s, "2025-03-05", NULL, "s3", "none skipped (1)");
    hw_step *step = area_step(&s, "s2", NULL, 0), *skipped = area_step(&s, "s1x", "g", 2);
    assert_int_equal(hw_step_clear_criterion(step), HW_OK);
    area_give_step(&s, step);
    assert_int_equal(hw_step_set_state(skipped, HW_STEP_SKIPPED), HW_OK);
    area_give_step(&s, skipped);
    area_days(&s, "a", "2025-03-05", "TT", false);
    scene_now(&s, "2025-03-07T08:00:00+01:00");
    expect_advice(&s, "2025-03-07", NULL, "s2", "step-down too-difficult 2/2 by a to s1 (4)");
    step = area_step(&s, "s1", NULL, 0);
    assert_int_equal(hw_step_set_position(step, 5), HW_OK);
    area_give_step(&s, step);
    expect_advice(&s, "2025-03-07", NULL, "s2", "step-down too-difficult 2/2 by a (4)");
    scene_close(&s);
}

/* An assignment that was revised since is taken as made clear. */
static void test_revised_since(void **state)
{
    (void)state;
    scene s = open_ladder(&practised);
    area_days(&s, "a", "2025-03-03", "U", false);
    scene_now(&s, "2025-03-04T08:00:00+01:00");
    expect_advice(&s, "2025-03-05", NULL, "s2", "simplify unclear-what 1/1 by a (1)");
    scene_give(&s, scene_edit(&s, "a"));
    expect_advice(&s, "2025-03-05", NULL, "s2", "hold criterion-open 1/2 (0)");
    expect_advice(&s, "2025-03-05", "2025-03-04T07:00:00+01:00", "s2", "simplify unclear-what 1/1 by a (1)");
    scene_close(&s);
}

/* What is confidential by the form is not looked at; what is not settled is no time yet. */
static void test_confidential_and_open(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_ladder(&practised);
    hw_assignment *b = scene_recurring("b", "2025-03-03", "FREQ=DAILY");
    hw_field *field = hw_field_new("distress", HW_FIELD_NUMBER, &err);
    assert_int_equal(hw_field_set_phase(field, HW_PHASE_PEAK), HW_OK);
    assert_int_equal(hw_field_set_confidential(field, true), HW_OK);
    assert_int_equal(hw_assignment_add_field(b, field), HW_OK);
    assert_int_equal(hw_assignment_add_step(b, "s2"), HW_OK);
    hw_field_free(field);
    scene_give(&s, b);
    area_days(&s, "b", "2025-03-03", "HH", false);
    scene_now(&s, "2025-03-05T08:00:00+01:00");
    hw_areas_options *options = hw_areas_options_new(&err);
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_DISTRESS, 50, &err), HW_OK);
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_POOR_RUN, 1, &err), HW_OK);
    hw_areas *areas = area_answer(&s, "2025-03-03", "2025-03-05", NULL, options);
    assert_string_equal(area_advice(areas, "s2"), "hold criterion-open 0/2 (0)");
    hw_areas_free(areas);
    area_days(&s, "a", "2025-03-05", "T", false);
    areas = area_answer(&s, "2025-03-05", "2025-03-06", NULL, options);
    assert_string_equal(area_advice(areas, "s2"), "hold criterion-open 0/2 (0)");
    hw_areas_free(areas);
    areas = area_answer(&s, "2025-03-05", "2025-03-06", "2025-03-06T00:00:00+01:00", options);
    assert_string_equal(area_advice(areas, "s2"), "step-down too-difficult 1/1 by a to s1 (2)");
    hw_areas_free(areas);
    hw_areas_options_free(options);
    scene_close(&s);
}

/* Nothing changes the plan; what was decided elsewhere does not come from here. */
static void test_only_a_suggestion(void **state)
{
    (void)state;
    scene s = open_ladder(&practised);
    area_days(&s, "a", "2025-03-03", "DD", false);
    uint64_t generation = hw_plan_generation(s.plan);
    expect_advice(&s, "2025-03-05", NULL, "s2", "step-up criterion-met 2/2 to s3 (2)");
    assert_int_equal(hw_plan_generation(s.plan), generation);
    assert_int_equal(hw_step_state(hw_plan_step(s.plan, "s2")), ON);
    hw_decision decision = HW_DECISION_STOP;
    assert_false(hw_suggestion_decision(HW_SUGGESTION_NONE, &decision));
    assert_false(hw_suggestion_decision((hw_suggestion)9, &decision));
    assert_false(hw_suggestion_decision((hw_suggestion)-1, &decision));
    assert_int_equal(decision, HW_DECISION_STOP);
    static const hw_decision decisions[] = {HW_DECISION_STOP, HW_DECISION_HOLD_STEP, HW_DECISION_STEP_UP,
                                            HW_DECISION_STEP_DOWN, HW_DECISION_SIMPLIFY};
    for (int i = HW_SUGGESTION_HOLD; i <= HW_SUGGESTION_SIMPLIFY; i++) {
        assert_true(hw_suggestion_decision((hw_suggestion)i, NULL));
        assert_true(hw_suggestion_decision((hw_suggestion)i, &decision));
        assert_int_equal(decision, decisions[i]);
    }
    scene_close(&s);
}

static void test_fields(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_ladder(&practised);
    area_days(&s, "a", "2025-03-03", "TT", false);
    scene_now(&s, "2025-03-05T08:00:00+01:00");
    hw_areas *areas = area_answer(&s, "2025-03-03", "2025-03-05", NULL, NULL);
    assert_int_equal(hw_areas_suggestion_count(areas), 3);
    assert_string_equal(hw_areas_suggestion_goal_at(areas, 1), "g");
    assert_string_equal(hw_areas_suggestion_step_at(areas, 1), "s2");
    assert_int_equal(hw_areas_suggestion_state_at(areas, 1), ON);
    assert_string_equal(area_evidence(hw_areas_suggestion_evidence_at(areas, 1)),
                        "occurrence:a@2025-03-03 entry:desk-11 occurrence:a@2025-03-04 entry:desk-12");
    assert_string_equal(area_table(hw_areas_suggestion_table(areas, &err)),
                        "goal,step,state,suggestion,reason,assignment,target,value,threshold,evidence\r\n"
                        "g,s1,consolidated,none,reached,,,,,1\r\n"
                        "g,s2,in-practice,step-down,too-difficult,a,s1,2,2,4\r\n"
                        "g,s3,locked,none,locked,,,,,1\r\n");
    char *text = hw_areas_suggestion_text(areas, 1, "en", &err);
    assert_string_equal(text,
                        "go back to an easier step: little was possible 2 times in a row, and it was too "
                        "difficult");
    hw_string_free(text);
    text = hw_areas_suggestion_text(areas, 0, "de", &err);
    assert_string_equal(text, "kein Vorschlag: erreicht");
    hw_string_free(text);
    assert_null(hw_areas_suggestion_text(areas, 3, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_areas_suggestion_goal_at(areas, 3));
    assert_null(hw_areas_suggestion_step_at(areas, 3));
    assert_null(hw_areas_suggestion_target_at(areas, 3));
    assert_null(hw_areas_suggestion_assignment_at(areas, 3));
    assert_null(hw_areas_suggestion_evidence_at(areas, 3));
    assert_int_equal(hw_areas_suggestion_at(areas, 3), HW_SUGGESTION_NONE);
    assert_int_equal(hw_areas_suggestion_state_at(areas, 3), HW_STEP_LOCKED);
    double value = 7;
    assert_false(hw_areas_suggestion_value_at(areas, 0, &value));
    assert_false(hw_areas_suggestion_threshold_at(areas, 3, &value));
    assert_true(value == 7);
    hw_areas_free(areas);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_histories),
        cmocka_unit_test(test_regressed),
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_revised_since),
        cmocka_unit_test(test_only_a_suggestion),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_confidential_and_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
