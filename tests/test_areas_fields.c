/* SPDX-License-Identifier: MIT */
/* Areas one by one, as a table and in words; the words of their enumerations, their thresholds, and what is
 * refused. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "homework/reliable_change.h"
#include "support/area_scene.h"
#include "support/enumerators.h"

#define FROM "2025-03-03"
#define TO "2025-03-29"

/* A goal "g" that is measured by "mood", of which more is better, and an assignment "diary" to report it
 * with. */
static scene open_measured(void)
{
    hw_error err;
    scene s = area_open();
    area_measure(&s, "mood", HW_BETTER_HIGHER);
    hw_goal *goal = area_goal(&s, "g");
    assert_int_equal(hw_goal_set_measure(goal, "mood"), HW_OK);
    area_give_goal(&s, goal);
    scene_give(&s, hw_assignment_new("diary", "Diary", HW_KIND_JOURNALING, &err));
    return s;
}

static void test_fields(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_measured();
    scene_give(&s, scene_recurring("a", FROM, "FREQ=DAILY;COUNT=3"));
    area_values(&s, "diary", "mood", FROM, "1 2 3 4 5 6");
    hw_areas *areas = area_answer(&s, FROM, TO, "2025-03-29T12:00:00+01:00", NULL);
    assert_string_equal(area_table(hw_areas_table(areas, &err)),
                        "subject,id,area,rule,value,threshold,n,earlier,later,evidence\r\n"
                        "goal,g,progress,measure-better,1,0.66,6,3,3,6\r\n"
                        "assignment,a,needs-work,done-seldom,0,0.5,3,0,0,3\r\n"
                        "assignment,diary,too-little-data,settled-few,0,3,0,0,0,0\r\n");
    char *text = hw_areas_text(areas, 0, NULL, &err);
    assert_string_equal(text, "progress: better of late: nonoverlap 1, at least 0.66; 6 values");
    hw_string_free(text);
    text = hw_areas_text(areas, 1, "de-AT", &err);
    assert_string_equal(text, "braucht Arbeit: Anteil erledigt 0, unter 0,50; 3 Termine abgeschlossen");
    hw_string_free(text);
    assert_null(hw_areas_text(areas, 3, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_areas_text(NULL, 0, NULL, NULL));
    const char *proofs = area_table(hw_areas_evidence_table(areas, &err));
    char first[200];
    snprintf(first, sizeof first, "answer,row,kind,id,key\r\narea,0,entry,%s,\r\n",
             hw_evidence_id_at(hw_areas_evidence_at(areas, 0), 0));
    assert_memory_equal(proofs, first, strlen(first));
    assert_non_null(strstr(proofs, "area,1,occurrence,a,2025-03-05\r\n"));
    assert_int_equal(hw_areas_subject_at(areas, 3), HW_SUBJECT_PLAN);
    assert_int_equal(hw_areas_area_at(areas, 3), HW_AREA_TOO_LITTLE_DATA);
    assert_null(hw_areas_id_at(areas, 3));
    assert_null(hw_areas_evidence_at(areas, 3));
    assert_int_equal(hw_evidence_count(NULL), 0);
    assert_null(hw_evidence_id_at(hw_areas_evidence_at(areas, 0), 6));
    assert_int_equal(hw_occurrences_count(hw_areas_occurrences(areas)), 3);
    hw_areas_free(areas);
    hw_areas_free(NULL);
    assert_int_equal(hw_areas_count(NULL), 0);
    assert_null(hw_areas_occurrences(NULL));
    assert_null(hw_areas_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_areas_evidence_table(NULL, NULL));
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        hw_words words;
        const char *header, *type, *prefix;
    } all[] = {
        {HW_WORDS_AREA, "homework/areas.h", "hw_area", "HW_AREA_"},
        {HW_WORDS_AREA_RULE, "homework/areas.h", "hw_area_rule", "HW_AREA_RULE_"},
        {HW_WORDS_AREA_PARAMETER, "homework/areas.h", "hw_area_parameter", "HW_AREA_PARAMETER_"},
        {HW_WORDS_SUGGESTION, "homework/areas.h", "hw_suggestion", "HW_SUGGESTION_"},
        {HW_WORDS_SUGGESTION_REASON, "homework/areas.h", "hw_suggestion_reason", "HW_SUGGESTION_REASON_"},
        {HW_WORDS_FACTOR, "homework/areas.h", "hw_factor", "HW_FACTOR_"},
        {HW_WORDS_ACCOMPLISHMENT, "homework/areas.h", "hw_accomplishment", "HW_ACCOMPLISHMENT_"},
        {HW_WORDS_INITIATIVE, "homework/areas.h", "hw_initiative", "HW_INITIATIVE_"},
        {HW_WORDS_EVIDENCE, "homework/evidence.h", "hw_evidence_kind", "HW_EVIDENCE_"},
    };
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        enumerators its = enumerators_read(all[i].header, all[i].type);
        assert_true(its.count > 3);
        assert_int_equal(hw_word_count(all[i].words), its.count);
        for (int k = 0; k < its.count; k++) {
            char word[64];
            assert_string_equal(hw_word_at(all[i].words, k),
                                enumerator_word(its.names[k], all[i].prefix, word));
            assert_int_equal(hw_word_find(all[i].words, word), k);
        }
    }
    assert_int_equal(hw_word_count(HW_WORDS_AREA_RULE), HW_AREA_RULE_COUNT);
    assert_int_equal(hw_word_count(HW_WORDS_AREA_PARAMETER), HW_AREA_PARAMETER_COUNT);
    assert_int_equal(hw_word_count(HW_WORDS_SUGGESTION_REASON), HW_SUGGESTION_REASON_COUNT);
    for (int i = 0; i < HW_AREA_RULE_COUNT; i++) {
        assert_true(strlen(hw_area_rule_definition((hw_area_rule)i)) > 20);
    }
    assert_string_equal(hw_area_rule_definition((hw_area_rule)HW_AREA_RULE_COUNT), "");
    assert_string_equal(hw_area_rule_definition((hw_area_rule)-1), "");
    assert_int_equal(hw_area_rule_area((hw_area_rule)-1), HW_AREA_TOO_LITTLE_DATA);
    assert_int_equal(hw_area_rule_area(HW_AREA_RULE_STEPS_LOST), HW_AREA_NEEDS_WORK);
}

static void test_parameters(void **state)
{
    (void)state;
    hw_error err;
    hw_areas_options *options = hw_areas_options_new(&err);
    for (int i = 0; i < HW_AREA_PARAMETER_COUNT; i++) {
        hw_area_parameter which = (hw_area_parameter)i;
        double usual = -7, value = -7, least = hw_area_parameter_least(which),
               most = hw_area_parameter_most(which);
        assert_int_equal(hw_area_parameter_default(which, &usual), i != HW_AREA_PARAMETER_DISTRESS);
        assert_int_equal(hw_areas_options_value(options, which, &value), i != HW_AREA_PARAMETER_DISTRESS);
        assert_true(usual == value);
        assert_true(i == HW_AREA_PARAMETER_DISTRESS || (usual >= least && usual <= most));
        assert_true(strlen(hw_area_parameter_definition(which)) > 10);
        assert_true(strlen(hw_area_parameter_source(which)) > 10);
        const double wrong[] = {NAN, INFINITY, -INFINITY, nextafter(least, -DBL_MAX),
                                nextafter(most, DBL_MAX)};
        for (size_t k = 0; k < COUNT_OF(wrong); k++) {
            assert_int_equal(hw_areas_options_set(options, which, wrong[k], &err), HW_ERR_RANGE);
            assert_int_equal(err.status, HW_ERR_RANGE);
        }
        assert_int_equal(hw_areas_options_set(options, which, least, &err), HW_OK);
        assert_int_equal(hw_areas_options_set(options, which, most, NULL), HW_OK);
        assert_true(hw_areas_options_value(options, which, &value) && value == most);
        assert_true(hw_areas_options_value(options, which, NULL));
    }
    static const hw_area_parameter whole[] = {HW_AREA_PARAMETER_LAST,        HW_AREA_PARAMETER_LEAST,
                                              HW_AREA_PARAMETER_SETTLED,     HW_AREA_PARAMETER_REPEATED,
                                              HW_AREA_PARAMETER_CONCERNS,    HW_AREA_PARAMETER_POOR_RUN,
                                              HW_AREA_PARAMETER_DISAGREEMENT};
    for (size_t i = 0; i < COUNT_OF(whole); i++) {
        assert_int_equal(hw_areas_options_set(options, whole[i], 1.5, &err), HW_ERR_RANGE);
        assert_int_equal(hw_areas_options_set(options, whole[i], 0, &err), HW_ERR_RANGE);
    }
    assert_int_equal(hw_areas_options_set(options, (hw_area_parameter)HW_AREA_PARAMETER_COUNT, 1, &err),
                     HW_ERR_ARGUMENT);
    assert_int_equal(hw_areas_options_set(NULL, HW_AREA_PARAMETER_LAST, 1, &err), HW_ERR_ARGUMENT);
    double out = 3;
    assert_false(hw_area_parameter_default((hw_area_parameter)-1, &out));
    assert_false(hw_areas_options_value(NULL, HW_AREA_PARAMETER_LAST, &out));
    assert_true(out == 3);
    assert_string_equal(hw_area_parameter_definition((hw_area_parameter)-1), "");
    assert_string_equal(hw_area_parameter_source((hw_area_parameter)-1), "");
    assert_true(hw_area_parameter_least((hw_area_parameter)-1) == 0);
    assert_true(hw_area_parameter_most((hw_area_parameter)-1) == 0);
    hw_areas_options_free(options);
    hw_areas_options_free(NULL);
}

/* What cannot be answered is refused, with a status and the name of what is wrong. */
static void test_refusals(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_measured();
    hw_date from = scene_date(FROM), to = scene_date(TO);
    hw_areas_options *options = hw_areas_options_new(&err);
    assert_null(hw_plan_areas(NULL, from, to, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_areas(s.plan, (hw_date){2025, 2, 30}, to, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_areas(s.plan, to, from, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_plan_areas(s.plan, to, from, 0, NULL, NULL));
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_LAST, 2, &err), HW_OK);
    assert_null(hw_plan_areas(s.plan, from, to, 0, options, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_string_equal(err.subject, "least");
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_LEAST, 2, &err), HW_OK);
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_WORSE, 0.66, &err), HW_OK);
    assert_null(hw_plan_areas(s.plan, from, to, 0, options, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_string_equal(err.subject, "worse");
    assert_int_equal(hw_areas_options_set(options, HW_AREA_PARAMETER_WORSE, 0.65, &err), HW_OK);
    assert_int_equal(hw_areas_options_set_distress(options, "no id", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_areas_options_set_distress(options, "unknown", &err), HW_OK);
    assert_null(hw_plan_areas(s.plan, from, to, s.now.instant, options, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "unknown");
    assert_int_equal(hw_areas_options_set_distress(options, "mood", &err), HW_OK);
    assert_null(hw_plan_areas(s.plan, from, to, s.now.instant - 1, options, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    hw_areas *areas = hw_plan_areas(s.plan, from, to, s.now.instant, options, &err);
    double value = 0;
    assert_true(hw_areas_parameter(areas, HW_AREA_PARAMETER_LAST, &value) && value == 2);
    assert_true(hw_areas_parameter(areas, HW_AREA_PARAMETER_WORSE, &value) && value == 0.65);
    assert_false(hw_areas_parameter(areas, HW_AREA_PARAMETER_DISTRESS, &value));
    assert_false(hw_areas_parameter(areas, (hw_area_parameter)99, &value));
    assert_false(hw_areas_parameter(NULL, HW_AREA_PARAMETER_LAST, &value));
    hw_areas_free(areas);
    assert_int_equal(hw_areas_options_set_distress(options, NULL, &err), HW_OK);
    hw_norms *norms = hw_norms_new("own", "mood", HW_BETTER_LOWER, "Own", &err);
    assert_int_equal(hw_areas_options_set_norms(options, "un known", norms, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_areas_options_set_norms(options, NULL, norms, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_areas_options_set_norms(NULL, "mood", norms, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_areas_options_set_norms(options, "unknown", norms, &err), HW_OK);
    assert_null(hw_plan_areas(s.plan, from, to, s.now.instant, options, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    hw_norms_free(norms);
    assert_int_equal(hw_areas_options_set_distress(NULL, "mood", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_areas_options_set_streaks(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_areas_options_free(options);
    scene_close(&s);
}

/* An empty plan, an empty window, and the ends of time. */
static void test_nothing(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    const hw_instant moments[] = {0, INT64_MIN, INT64_MAX, s.now.instant};
    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        hw_areas *areas = hw_plan_areas(s.plan, scene_date(FROM), scene_date(FROM), moments[i], NULL, &err);
        assert_non_null(areas);
        assert_int_equal(hw_areas_count(areas), 0);
        assert_int_equal(hw_areas_suggestion_count(areas), 0);
        assert_int_equal(hw_areas_barrier_count(areas), 0);
        assert_int_equal(hw_areas_rating_count(areas), 0);
        assert_int_equal(hw_areas_accomplishment_count(areas), 0);
        assert_int_equal(hw_areas_initiative_count(areas), 1);
        double share = 4;
        assert_false(hw_areas_initiative_share_at(areas, 0, HW_INITIATIVE_CLIENT, &share));
        assert_true(share == 4);
        hw_areas_free(areas);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),   cmocka_unit_test(test_words),   cmocka_unit_test(test_parameters),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
