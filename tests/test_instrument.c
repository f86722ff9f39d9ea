/* SPDX-License-Identifier: MIT */
/* The instruments of the library and how a form is scored: published examples, every answer that is refused, flags
 * that nothing suppresses, variants, and memory that runs out. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "progress/instrument.h"
#include "support/cmocka_all.h"

#define NONE NAN

static const hw_instrument *find(const char *id)
{
    const hw_instrument *instrument = hw_instrument_find(id);
    assert_non_null(instrument);
    return instrument;
}

static hw_questionnaire_score *score_by(const char *id, const double *answers, size_t count,
                                        const char *variant, const char *set)
{
    hw_error err;
    hw_scoring_options *options = hw_scoring_options_new(&err);
    assert_int_equal(hw_scoring_options_set_variant(options, variant, &err), HW_OK);
    assert_int_equal(hw_scoring_options_set_bands(options, set, &err), HW_OK);
    hw_questionnaire_score *score = hw_instrument_score(find(id), answers, count, options, &err);
    if (!score) {
        fail_msg("%s: %s", id, err.message);
    }
    hw_scoring_options_free(options);
    return score;
}

static double total_of(const hw_questionnaire_score *score)
{
    hw_estimate total = hw_questionnaire_score_total(score);
    assert_int_equal(total.undefined, HW_UNDEFINED_NOT);
    assert_int_equal(total.n, hw_questionnaire_score_answered(score));
    return total.value;
}

/* ---- what there is ---- */

static void test_instruments_are_found_by_id(void **state)
{
    (void)state;
    static const char *const expected[] = {"core-10", "gad-2", "gad-7", "k10",   "k6",    "oasis",
                                           "pcl-5",   "phq-2", "phq-8", "phq-9", "who-5", "wsas"};
    assert_int_equal(hw_instrument_count(), sizeof expected / sizeof *expected);
    for (size_t i = 0; i < hw_instrument_count(); i++) {
        assert_string_equal(hw_instrument_id(hw_instrument_at(i)), expected[i]);
        assert_ptr_equal(hw_instrument_find(expected[i]), hw_instrument_at(i));
    }
    static const char *const spellings[] = {"PHQ-9", "phq9", "PHQ 9", "Phq_9", " phq-9 "};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        assert_ptr_equal(hw_instrument_find(spellings[i]), find("phq-9"));
    }
    static const char *const others[] = {"", "phq", "phq-90", "9", "bdi-ii"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_null(hw_instrument_find(others[i]));
    }
    assert_null(hw_instrument_find(NULL));
    assert_null(hw_instrument_at(hw_instrument_count()));
}

/* Whatever the data files say, these hold. */
static void test_every_instrument_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < hw_instrument_count(); i++) {
        hw_error err;
        const hw_instrument *instrument = hw_instrument_at(i);
        if (hw__instrument_check(instrument, &err) != HW_OK) {
            fail_msg("%s: %s", hw_instrument_id(instrument), err.message);
        }
        assert_true(strlen(hw_instrument_title(instrument)) > 5);
        assert_true(strlen(hw_instrument_licence(instrument)) > 20);
        assert_true(strlen(hw_instrument_source(instrument)) > 20);
        bool worded = hw_instrument_language(instrument) != NULL;
        assert_int_equal(hw_instrument_lead_in(instrument) != NULL, worded);
        assert_int_equal(hw_instrument_answer_count(instrument) > 0, worded);
        for (size_t item = 0; item < hw_instrument_item_count(instrument); item++) {
            assert_int_equal(hw_instrument_item_text_at(instrument, item) != NULL, worded);
        }
        for (size_t set = 0; set < hw_instrument_set_count(instrument); set++) {
            assert_true(strlen(hw_instrument_set_source_at(instrument, set)) > 20);
        }
        for (size_t screen = 0; screen < hw_instrument_screen_count(instrument); screen++) {
            assert_true(strlen(hw_instrument_screen_source_at(instrument, screen)) > 20);
        }
    }
}

/* What may not be shipped is not: these have numbers only. */
static void test_wording_is_there_where_it_is_free(void **state)
{
    (void)state;
    static const char *const numbers_only[] = {"core-10", "oasis", "who-5", "wsas"};
    for (size_t i = 0; i < sizeof numbers_only / sizeof *numbers_only; i++) {
        assert_null(hw_instrument_language(find(numbers_only[i])));
    }
    assert_string_equal(hw_instrument_answer_text_at(find("gad-7"), 0), "Not at all");
    assert_string_equal(hw_instrument_answer_text_at(find("k10"), 0), "None of the time");
    assert_int_equal(hw_instrument_answer_value_at(find("k10"), 0), 1);
    assert_non_null(strstr(hw_instrument_notice(find("k10")), "World Health Organization 2003"));
    assert_non_null(strstr(hw_instrument_notice(find("k6")), "Kessler"));
    assert_null(hw_instrument_notice(find("phq-9")));
    assert_string_equal(hw_instrument_item_loinc_at(find("phq-9"), 8), "44260-8");
    assert_string_equal(hw_instrument_panel_loinc(find("gad-7")), "69737-5");
    assert_string_equal(hw_instrument_total_loinc(find("gad-7")), "70274-6");
    assert_null(hw_instrument_panel_loinc(find("gad-2")));
    /* The short forms ask what the long ones ask. */
    for (size_t i = 0; i < 8; i++) {
        assert_string_equal(hw_instrument_item_text_at(find("phq-8"), i),
                            hw_instrument_item_text_at(find("phq-9"), i));
    }
    static const size_t of_k10[] = {1, 3, 4, 7, 8, 9};
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(hw_instrument_item_text_at(find("k6"), i),
                            hw_instrument_item_text_at(find("k10"), of_k10[i]));
    }
}

static void test_ranges_are_those_that_are_published(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        size_t items;
        double least, greatest;
        hw_better better;
    } rows[] = {
        {"core-10", 10, 0, 40, HW_BETTER_LOWER}, {"gad-2", 2, 0, 6, HW_BETTER_LOWER},
        {"gad-7", 7, 0, 21, HW_BETTER_LOWER},    {"k10", 10, 10, 50, HW_BETTER_LOWER},
        {"k6", 6, 0, 24, HW_BETTER_LOWER},       {"oasis", 5, 0, 20, HW_BETTER_LOWER},
        {"pcl-5", 20, 0, 80, HW_BETTER_LOWER},   {"phq-2", 2, 0, 6, HW_BETTER_LOWER},
        {"phq-8", 8, 0, 24, HW_BETTER_LOWER},    {"phq-9", 9, 0, 27, HW_BETTER_LOWER},
        {"who-5", 5, 0, 100, HW_BETTER_HIGHER},  {"wsas", 5, 0, 40, HW_BETTER_LOWER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hw_instrument *instrument = find(rows[i].id);
        assert_int_equal(hw_instrument_item_count(instrument), rows[i].items);
        assert_true(hw_instrument_least(instrument) == rows[i].least);
        assert_true(hw_instrument_greatest(instrument) == rows[i].greatest);
        assert_int_equal(hw_instrument_better(instrument), rows[i].better);
    }
}

/* ---- scores ---- */

static void test_published_examples(void **state)
{
    (void)state;
    /* HL7 US Core, example of a PHQ-9. */
    const double phq[] = {2, 2, 2, 2, 1, 1, 2, 0, 0};
    hw_questionnaire_score *score = hw_instrument_score(find("phq-9"), phq, 9, NULL, NULL);
    assert_true(total_of(score) == 12);
    assert_string_equal(hw_questionnaire_score_band(score), "moderate");
    assert_string_equal(hw_questionnaire_score_band_title(score), "Moderate");
    assert_string_equal(hw_questionnaire_score_band_set(score), "kroenke-2001");
    assert_int_equal(hw_questionnaire_score_flag_count(score), 0);
    bool reached = false;
    assert_true(hw_questionnaire_score_screen(score, 0, &reached) && reached);
    hw_questionnaire_score_free(score);
    /* HL7 Personal Health Record Format, example of a GAD-7. */
    const double gad[] = {0, 0, 1, 1, 0, 1, 0};
    score = hw_instrument_score(find("gad-7"), gad, 7, NULL, NULL);
    assert_true(total_of(score) == 3);
    assert_string_equal(hw_questionnaire_score_band(score), "minimal");
    hw_questionnaire_score_free(score);
}

static void test_who_5_has_a_raw_sum_and_a_percentage(void **state)
{
    (void)state;
    const double answers[] = {3, 3, 2, 2, 3};
    bool reached;
    hw_questionnaire_score *score = hw_instrument_score(find("who-5"), answers, 5, NULL, NULL);
    assert_int_equal(hw_questionnaire_score_raw(score), 13);
    assert_true(total_of(score) == 52); /* not (13 - 5) * 4, as one public calculator has it */
    for (size_t i = 0; i < 3; i++) {
        assert_true(hw_questionnaire_score_screen(score, i, &reached) && !reached);
    }
    hw_questionnaire_score_free(score);
    const double lower[] = {3, 3, 2, 2, 2};
    score = hw_instrument_score(find("who-5"), lower, 5, NULL, NULL);
    assert_true(total_of(score) == 48);
    assert_true(hw_questionnaire_score_screen(score, 0, &reached) && reached);
    assert_true(hw_questionnaire_score_screen(score, 1, &reached) && reached);
    assert_true(hw_questionnaire_score_screen(score, 2, &reached) && !reached);
    hw_questionnaire_score_free(score);
}

static void test_core_10_turns_two_items_round(void **state)
{
    (void)state;
    const double best[] = {0, 4, 4, 0, 0, 0, 0, 0, 0, 0}, worst[] = {4, 0, 0, 4, 4, 4, 4, 4, 4, 4};
    hw_questionnaire_score *score = hw_instrument_score(find("core-10"), best, 10, NULL, NULL);
    assert_true(total_of(score) == 0);
    hw_questionnaire_score_free(score);
    score = hw_instrument_score(find("core-10"), worst, 10, NULL, NULL);
    assert_true(total_of(score) == 40);
    hw_questionnaire_score_free(score);
    /* One item missing: 13 of 9 items is 14.44, which is mild; halves would go up. */
    const double missing[] = {1, 3, 3, 1, 2, 0, 2, 2, 3, NONE};
    double exact = 0;
    score = hw_instrument_score(find("core-10"), missing, 10, NULL, NULL);
    assert_true(total_of(score) == 14);
    assert_true(hw_questionnaire_score_exact(score, &exact) && fabs(exact - 130.0 / 9) < 1e-12);
    assert_true(hw_questionnaire_score_prorated(score));
    assert_string_equal(hw_questionnaire_score_band(score), "mild");
    hw_questionnaire_score_free(score);
}

static void test_halves_go_up(void **state)
{
    (void)state;
    /* 7 answers that add up to 7 and 6: 9 exactly, and 54/7 = 7.71; 8 answers with 4: 4.5, which is 5, mild. */
    static const struct {
        double answers[9], exact, total;
        const char *band;
    } rows[] = {
        {{1, 1, 1, 1, 1, 1, 1, NONE, NONE}, 9, 9, "mild"},
        {{1, 1, 1, 1, 1, 1, 0, NONE, NONE}, 54.0 / 7, 8, "mild"},
        {{1, 1, 1, 1, 0, 0, 0, 0, NONE}, 4.5, 5, "mild"},
        {{1, 1, 1, 0, 0, 0, 0, 0, NONE}, 27.0 / 8, 3, "minimal"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double exact = 0;
        hw_questionnaire_score *score = hw_instrument_score(find("phq-9"), rows[i].answers, 9, NULL, NULL);
        assert_true(total_of(score) == rows[i].total);
        assert_true(hw_questionnaire_score_exact(score, &exact) && fabs(exact - rows[i].exact) < 1e-12);
        assert_string_equal(hw_questionnaire_score_band(score), rows[i].band);
        assert_true(hw_questionnaire_score_prorated(score));
        hw_questionnaire_score_free(score);
    }
}

static void test_too_much_missing_is_no_total(void **state)
{
    (void)state;
    const double three[] = {1, 1, 1, 1, 1, 1, NONE, NONE, NONE};
    const double one[] = {1, 1, 1, 1, 1, 1, 1, 1, NONE};
    const double none[] = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    hw_questionnaire_score *score = hw_instrument_score(find("phq-9"), three, 9, NULL, NULL);
    hw_estimate total = hw_questionnaire_score_total(score);
    bool reached = true;
    double exact = 77;
    assert_int_equal(total.undefined, HW_UNDEFINED_TOO_FEW);
    assert_int_equal(total.n, 6);
    assert_true(total.value == 0);
    assert_int_equal(hw_questionnaire_score_expected(score), 9);
    assert_int_equal(hw_questionnaire_score_raw(score), 6);
    assert_null(hw_questionnaire_score_band(score));
    assert_null(hw_questionnaire_score_band_set(score));
    assert_false(hw_questionnaire_score_screen(score, 0, &reached));
    assert_false(hw_questionnaire_score_exact(score, &exact));
    assert_true(reached && exact == 77);
    assert_false(hw_questionnaire_score_prorated(score));
    hw_questionnaire_score_free(score);
    score = hw_instrument_score(find("phq-9"), none, 9, NULL, NULL);
    assert_int_equal(hw_questionnaire_score_total(score).undefined, HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_questionnaire_score_total(score).n, 0);
    hw_questionnaire_score_free(score);
    hw_scoring_options *options = hw_scoring_options_new(NULL);
    assert_int_equal(hw_scoring_options_set_prorate(options, false, NULL), HW_OK);
    score = hw_instrument_score(find("phq-9"), one, 9, options, NULL);
    assert_int_equal(hw_questionnaire_score_total(score).undefined, HW_UNDEFINED_TOO_FEW);
    hw_questionnaire_score_free(score);
    hw_scoring_options_free(options);
}

static void test_flags_come_with_every_form(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        double answers[10];
        size_t count;
        int32_t flag; /* 0 = none */
        bool has_total;
    } rows[] = {
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 1}, 9, 9, true}, /* the total is 1: minimal */
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 3}, 9, 9, true},
        {"phq-9", {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 1}, 9, 9, false},
        {"phq-9", {3, 3, 3, 3, 3, 3, 3, 3, 0}, 9, 0, true},
        {"phq-9", {3, 3, 3, 3, 3, 3, 3, 3, NONE}, 9, 0, true},
        {"core-10", {0, 4, 4, 0, 0, 1, 0, 0, 0, 0}, 10, 6, true},
        {"core-10", {NONE, NONE, NONE, NONE, NONE, 4, NONE, NONE, NONE, NONE}, 10, 6, false},
        {"core-10", {4, 0, 0, 4, 4, 0, 4, 4, 4, 4}, 10, 0, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hw_questionnaire_score *score =
            hw_instrument_score(find(rows[i].id), rows[i].answers, rows[i].count, NULL, NULL);
        assert_int_equal(hw_questionnaire_score_flag_count(score), rows[i].flag > 0);
        assert_int_equal(hw_questionnaire_score_flag_at(score, 0), rows[i].flag);
        assert_int_equal(hw_questionnaire_score_flag_at(score, 1), 0);
        assert_int_equal(hw_questionnaire_score_total(score).undefined == HW_UNDEFINED_NOT,
                         rows[i].has_total);
        hw_questionnaire_score_free(score);
    }
}

static void test_subsets_and_counts(void **state)
{
    (void)state;
    /* 2, 2, 2, 1, ..., 1 in item 9: four symptoms count, two of them core ones; no word of a diagnosis. */
    const double phq[] = {2, 2, 2, 1, 1, 1, 1, 1, 1};
    hw_questionnaire_score *score = hw_instrument_score(find("phq-9"), phq, 9, NULL, NULL);
    assert_string_equal(hw_instrument_subset_id_at(find("phq-9"), 3), "symptoms");
    assert_true(hw_questionnaire_score_subset(score, 0).value == 4);  /* PHQ-2 */
    assert_true(hw_questionnaire_score_subset(score, 1).value == 11); /* PHQ-8 */
    assert_true(hw_questionnaire_score_subset_counted(score, 2).value == 2);
    assert_true(hw_questionnaire_score_subset_counted(score, 3).value == 4);
    assert_int_equal(hw_questionnaire_score_subset_counted(score, 0).undefined, HW_UNDEFINED_NOT_APPLICABLE);
    assert_int_equal(hw_questionnaire_score_subset(score, 4).undefined, HW_UNDEFINED_NOT_APPLICABLE);
    hw_questionnaire_score_free(score);
    const hw_instrument *pcl = find("pcl-5");
    static const int32_t needed[] = {1, 1, 2, 2};
    static const size_t sizes[] = {5, 2, 7, 6};
    int32_t next = 1;
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(hw_instrument_subset_needed(pcl, i), needed[i]);
        assert_int_equal(hw_instrument_subset_item_count(pcl, i), sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++) {
            int32_t from = 0;
            assert_int_equal(hw_instrument_subset_item_at(pcl, i, j), next++);
            assert_true(hw_instrument_subset_counts_from_at(pcl, i, j, &from) && from == 2);
        }
    }
}

static void test_variants(void **state)
{
    (void)state;
    const double k10[] = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, low[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    hw_questionnaire_score *score = score_by("k10", k10, 10, "0-4", NULL);
    assert_true(total_of(score) == 40 && hw_questionnaire_score_greatest(score) == 40);
    assert_true(hw_questionnaire_score_least(score) == 0);
    assert_string_equal(hw_questionnaire_score_band(score), "very-high");
    hw_questionnaire_score_free(score);
    score = score_by("k10", low, 10, "0-4", "practice");
    assert_true(total_of(score) == 0);
    assert_string_equal(hw_questionnaire_score_band(score), "well");
    hw_questionnaire_score_free(score);
    const double wsas[] = {NONE, 5, 5, 5, 6};
    score = score_by("wsas", wsas, 5, "not-working", NULL);
    assert_true(total_of(score) == 21 && hw_questionnaire_score_greatest(score) == 32);
    assert_int_equal(hw_questionnaire_score_expected(score), 4);
    assert_null(hw_questionnaire_score_band(score));
    assert_false(hw_questionnaire_score_prorated(score));
    hw_questionnaire_score_free(score);
    score = score_by("wsas", wsas, 5, "not-working-prorated", NULL);
    assert_true(total_of(score) == 26 && hw_questionnaire_score_greatest(score) == 40); /* 26.25 */
    assert_string_equal(hw_questionnaire_score_band(score), "moderately-severe");
    assert_true(hw_questionnaire_score_prorated(score));
    hw_questionnaire_score_free(score);
    /* 20 itself: "above 20" as published, or from 20 on. */
    const double twenty[] = {4, 4, 4, 4, 4};
    score = score_by("wsas", twenty, 5, NULL, NULL);
    assert_string_equal(hw_questionnaire_score_band(score), "significant");
    hw_questionnaire_score_free(score);
    score = score_by("wsas", twenty, 5, NULL, "from-20");
    assert_string_equal(hw_questionnaire_score_band(score), "moderately-severe");
    assert_string_equal(hw_questionnaire_score_band_set(score), "from-20");
    hw_questionnaire_score_free(score);
}

/* ---- what is refused ---- */

static void test_bad_answers_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        double answers[11];
        size_t count;
        const char *variant;
        hw_status status;
        const char *subject;
    } rows[] = {
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0}, 8, NULL, HW_ERR_ARGUMENT, "phq-9"},
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 10, NULL, HW_ERR_ARGUMENT, "phq-9"},
        {"phq-9", {0}, 0, NULL, HW_ERR_ARGUMENT, "phq-9"},
        {"phq-9", {0, 0, 4, 0, 0, 0, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "3"},
        {"phq-9", {0, 0, 0, -1, 0, 0, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "4"},
        {"phq-9", {0, 0, 0, 0, 1.5, 0, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "5"},
        {"phq-9", {0, 0, 0, 0, 0, 0.9999999, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "6"},
        {"phq-9", {0, 0, 0, 0, 0, 0, 3.0000001, 0, 0}, 9, NULL, HW_ERR_RANGE, "7"},
        {"phq-9", {INFINITY, 0, 0, 0, 0, 0, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "1"},
        {"phq-9", {0, -INFINITY, 0, 0, 0, 0, 0, 0, 0}, 9, NULL, HW_ERR_RANGE, "2"},
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 1e300, 0}, 9, NULL, HW_ERR_RANGE, "8"},
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 4}, 9, NULL, HW_ERR_RANGE, "9"},
        {"phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 5e-324}, 9, NULL, HW_ERR_RANGE, "9"},
        {"k10", {1, 1, 1, 1, 1, 1, 1, 1, 1, 0}, 10, NULL, HW_ERR_RANGE, "10"},
        {"k10", {0, 0, 0, 0, 0, 0, 0, 0, 0, 5}, 10, "0-4", HW_ERR_RANGE, "10"},
        {"wsas", {3, 3, 3, 3, 3}, 5, "not-working", HW_ERR_ARGUMENT, "1"},
        {"wsas", {9, 3, 3, 3, 3}, 5, "not-working", HW_ERR_RANGE, "1"},
        {"wsas", {3, 3, 3, 3, 3}, 5, "retired", HW_ERR_NOT_FOUND, "retired"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hw_error err;
        hw_scoring_options *options = hw_scoring_options_new(NULL);
        assert_int_equal(hw_scoring_options_set_variant(options, rows[i].variant, NULL), HW_OK);
        assert_null(hw_instrument_score(find(rows[i].id), rows[i].answers, rows[i].count, options, &err));
        assert_int_equal(err.status, rows[i].status);
        assert_string_equal(err.subject, rows[i].subject);
        assert_true(strlen(err.message) > 10);
        hw_scoring_options_free(options);
    }
}

static void test_bad_arguments(void **state)
{
    (void)state;
    hw_error err;
    const double answers[] = {0, 0};
    hw_scoring_options *options = hw_scoring_options_new(&err);
    assert_null(hw_instrument_score(NULL, answers, 2, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_instrument_score(find("phq-2"), NULL, 2, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_scoring_options_set_bands(options, "nobody", &err), HW_OK);
    assert_null(hw_instrument_score(find("phq-2"), answers, 2, options, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_int_equal(hw_scoring_options_set_bands(options, "", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_scoring_options_set_variant(options, "a b", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_scoring_options_set_variant(NULL, "a", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_scoring_options_set_bands(NULL, "a", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_scoring_options_set_prorate(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_scoring_options_free(options);
    hw_scoring_options_free(NULL);
    hw_questionnaire_score_free(NULL);
    hw_instrument_unref(NULL);
    assert_null(hw_instrument_ref(NULL));
    assert_null(hw_instrument_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_questionnaire_score_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_questionnaire_score_total(NULL).undefined, HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_questionnaire_score_flag_count(NULL), 0);
}

/* Every getter with NULL, and past the end. */
static void test_getters_past_the_end(void **state)
{
    (void)state;
    const hw_instrument *whom[] = {NULL, hw_instrument_find("wsas")};
    for (size_t i = 0; i < 2; i++) {
        const hw_instrument *it = whom[i];
        int32_t out = 77;
        assert_null(hw_instrument_item_text_at(it, 99));
        assert_null(hw_instrument_item_loinc_at(it, 99));
        assert_int_equal(hw_instrument_item_least_at(it, 99), 0);
        assert_int_equal(hw_instrument_item_greatest_at(it, 99), 0);
        assert_false(hw_instrument_item_reversed_at(it, 99));
        assert_false(hw_instrument_item_safety_at(it, 99, &out));
        assert_int_equal(hw_instrument_answer_count(it), 0);
        assert_int_equal(hw_instrument_answer_value_at(it, 0), 0);
        assert_null(hw_instrument_answer_text_at(it, 0));
        assert_null(hw_instrument_answer_loinc_at(it, 0));
        assert_null(hw_instrument_set_id_at(it, 9));
        assert_null(hw_instrument_set_source_at(it, 9));
        assert_int_equal(hw_instrument_band_count(it, 9), 0);
        assert_true(hw_instrument_band_from_at(it, 0, 9) == 0);
        assert_null(hw_instrument_band_word_at(it, 0, 9));
        assert_null(hw_instrument_band_title_at(it, 9, 0));
        assert_int_equal(hw_instrument_screen_count(it), 0);
        assert_null(hw_instrument_screen_id_at(it, 0));
        assert_null(hw_instrument_screen_source_at(it, 0));
        assert_true(hw_instrument_screen_value_at(it, 0) == 0);
        assert_false(hw_instrument_screen_low_at(it, 0));
        assert_int_equal(hw_instrument_subset_count(it), 0);
        assert_null(hw_instrument_subset_id_at(it, 0));
        assert_null(hw_instrument_subset_title_at(it, 0));
        assert_null(hw_instrument_subset_source_at(it, 0));
        assert_int_equal(hw_instrument_subset_item_count(it, 0), 0);
        assert_int_equal(hw_instrument_subset_item_at(it, 0, 0), 0);
        assert_false(hw_instrument_subset_counts_from_at(it, 0, 0, &out));
        assert_int_equal(hw_instrument_subset_needed(it, 0), 0);
        assert_null(hw_instrument_variant_id_at(it, 9));
        assert_null(hw_instrument_variant_title_at(it, 9));
        assert_null(hw_instrument_variant_source_at(it, 9));
        assert_int_equal(out, 77);
    }
    assert_null(hw_instrument_title(NULL));
    assert_int_equal(hw_instrument_item_count(NULL), 0);
    assert_true(hw_instrument_least(NULL) == 0 && hw_instrument_greatest(NULL) == 0);
    assert_int_equal(hw_instrument_better(NULL), HW_BETTER_NEUTRAL);
}

/* ---- tables and memory ---- */

static const char *text_in(const hw_table *table, const char *column, size_t row)
{
    size_t at = hw_table_find(table, column);
    const int32_t *codes = hw_table_column_data(table, at);
    return codes[row] < 0 ? "" : hw_table_text_at(table, at, (size_t)codes[row]);
}

static double number_in(const hw_table *table, const char *column, size_t row)
{
    return ((const double *)hw_table_column_data(table, hw_table_find(table, column)))[row];
}

static void test_tables(void **state)
{
    (void)state;
    hw_table *all = hw_instruments_table(NULL);
    assert_int_equal(hw_table_row_count(all), hw_instrument_count());
    assert_string_equal(text_in(all, "instrument", 9), "phq-9");
    assert_string_equal(text_in(all, "better", 10), "higher");
    assert_string_equal(text_in(all, "wording", 10), "");
    assert_true(number_in(all, "greatest", 9) == 27);
    hw_table_free(all);
    hw_table *items = hw_instrument_table(find("core-10"), NULL);
    const uint8_t *reversed = hw_table_column_data(items, hw_table_find(items, "reversed"));
    assert_int_equal(hw_table_row_count(items), 10);
    assert_true(!reversed[0] && reversed[1] && reversed[2] && !reversed[3]);
    hw_table_free(items);
    const double answers[] = {3, 3, 0, 0, 0, 0, 0, 0, 2};
    hw_questionnaire_score *score = hw_instrument_score(find("phq-9"), answers, 9, NULL, NULL);
    hw_table *table = hw_questionnaire_score_table(score, NULL);
    static const char *const parts[] = {"total",  "band",    "screen", "screen",  "subset", "subset",
                                        "subset", "counted", "subset", "counted", "flag"};
    static const char *const names[] = {
        "phq-9",         "mild",          "screen",   "iapt-caseness", "phq-2", "phq-8",
        "core-symptoms", "core-symptoms", "symptoms", "symptoms",      "9"};
    static const double values[] = {8, 8, 0, 0, 6, 6, 6, 2, 8, 3, 1};
    assert_int_equal(hw_table_row_count(table), 11);
    for (size_t row = 0; row < 11; row++) {
        assert_string_equal(text_in(table, "part", row), parts[row]);
        assert_string_equal(text_in(table, "name", row), names[row]);
        assert_true(number_in(table, "value", row) == values[row]);
    }
    hw_table_free(table);
    hw_questionnaire_score_free(score);
}

static void test_nothing_is_lost_without_memory(void **state)
{
    (void)state;
    const double answers[] = {3, 3, 0, 0, 0, 0, 0, 0, 2};
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_scoring_options *options = hw_scoring_options_new(&err);
        hw_questionnaire_score *score =
            options ? hw_instrument_score(find("phq-9"), answers, 9, options, &err) : NULL;
        hw_table *table = score ? hw_questionnaire_score_table(score, &err) : NULL;
        hw_table *all = table ? hw_instruments_table(&err) : NULL;
        hw_table *items = all ? hw_instrument_table(find("phq-9"), &err) : NULL;
        hw__alloc_fail(0, 0);
        done = items != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(items);
        hw_table_free(all);
        hw_table_free(table);
        hw_questionnaire_score_free(score);
        hw_scoring_options_free(options);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_instruments_are_found_by_id),
        cmocka_unit_test(test_every_instrument_is_whole),
        cmocka_unit_test(test_wording_is_there_where_it_is_free),
        cmocka_unit_test(test_ranges_are_those_that_are_published),
        cmocka_unit_test(test_published_examples),
        cmocka_unit_test(test_who_5_has_a_raw_sum_and_a_percentage),
        cmocka_unit_test(test_core_10_turns_two_items_round),
        cmocka_unit_test(test_halves_go_up),
        cmocka_unit_test(test_too_much_missing_is_no_total),
        cmocka_unit_test(test_flags_come_with_every_form),
        cmocka_unit_test(test_subsets_and_counts),
        cmocka_unit_test(test_variants),
        cmocka_unit_test(test_bad_answers_are_refused),
        cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_getters_past_the_end),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_nothing_is_lost_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
