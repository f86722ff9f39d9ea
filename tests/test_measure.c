/* SPDX-License-Identifier: MIT */
/* Measures: every field set, cleared and refused, and what contradicts itself. */
#include <math.h>

#include "support/drafts.h"

DRAFT_VERBS(measure);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_measure_new("suds", "Distress", HW_MEASURE_RATING, err);
}

static draft_said set(hw_revision *record)
{
    hw_measure *measure = (hw_measure *)record;
    return (draft_said){{hw_measure_set_title(measure, "de", "Anspannung"),
                         hw_measure_set_kind(measure, HW_MEASURE_SCORE),
                         hw_measure_set_unit(measure, "{score}"), hw_measure_set_min(measure, -2.5),
                         hw_measure_set_max(measure, 100), hw_measure_set_whole(measure, true),
                         hw_measure_set_better(measure, HW_BETTER_LOWER), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_measure *measure = (hw_measure *)record;
    double number = 0;
    assert_string_equal(hw_measure_id(measure), "suds");
    assert_string_equal(hw_measure_title(measure, NULL), "Distress");
    assert_string_equal(hw_measure_title(measure, "DE"), "Anspannung");
    assert_int_equal(hw_measure_kind(measure), HW_MEASURE_SCORE);
    assert_string_equal(hw_measure_unit(measure), "{score}");
    assert_true(hw_measure_min(measure, &number));
    assert_true(number == -2.5);
    assert_true(hw_measure_max(measure, &number));
    assert_true(number == 100);
    assert_true(hw_measure_whole(measure));
    assert_int_equal(hw_measure_better(measure), HW_BETTER_LOWER);
    assert_int_equal(drafts_problem(&measure->head), HW_PROBLEM_CODE_COUNT);
}

static void check_null(void)
{
    assert_null(hw_measure_id(NULL));
    double number = 7;
    assert_null(hw_measure_title(NULL, NULL));
    assert_int_equal(hw_measure_kind(NULL), HW_MEASURE_RATING);
    assert_null(hw_measure_unit(NULL));
    assert_false(hw_measure_min(NULL, &number) || hw_measure_max(NULL, &number));
    assert_true(number == 7);
    assert_false(hw_measure_whole(NULL));
    assert_int_equal(hw_measure_better(NULL), HW_BETTER_NEUTRAL);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_measure *measure = (hw_measure *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_measure_set_title(measure, NULL, "\xFF")},
        {HW_ERR_RANGE, hw_measure_set_kind(measure, (hw_quantity)4)},
        {HW_ERR_SYNTAX, hw_measure_set_unit(measure, "")},
        {HW_ERR_RANGE, hw_measure_set_min(measure, -HUGE_VAL)},
        {HW_ERR_RANGE, hw_measure_set_max(measure, 1e300)},
        {HW_ERR_RANGE, hw_measure_set_max(measure, 1e-300)},
        {HW_ERR_RANGE, hw_measure_set_better(measure, (hw_better)3)},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_measure *measure = (hw_measure *)record;
    double number = 7;
    assert_int_equal(hw_measure_set_unit(measure, NULL), HW_OK);
    assert_null(hw_measure_unit(measure));
    assert_int_equal(hw_measure_set_min(measure, NAN), HW_OK);
    assert_false(hw_measure_min(measure, &number));
    assert_true(hw_measure_max(measure, NULL));
}

static const draft_noun noun = {&measure_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_measure_new(NULL, "T", HW_MEASURE_COUNT, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_measure_new("m", NULL, HW_MEASURE_COUNT, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_measure_new("-m", "T", HW_MEASURE_COUNT, &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_measure_new("m", "T", (hw_quantity)4, &err), err, HW_ERR_RANGE);
}

static void test_counts_are_whole(void **state)
{
    (void)state;
    hw_measure *measure = hw_measure_new("urges", "Urges", HW_MEASURE_COUNT, NULL);
    assert_true(hw_measure_whole(measure));
    hw_measure_set_kind(measure, HW_MEASURE_DURATION);
    assert_false(hw_measure_whole(measure));
    hw_measure_unref(measure);
}

static void test_finds_contradictions(void **state)
{
    (void)state;
    const struct {
        hw_quantity kind;
        double min, max;
        hw_problem_code code;
    } rows[] = {
        {HW_MEASURE_RATING, 0, 0, HW_PROBLEM_CODE_COUNT},
        {HW_MEASURE_RATING, 0.1, 0.09, HW_PROBLEM_CONTRADICTION},
        {HW_MEASURE_RATING, -5, -6, HW_PROBLEM_CONTRADICTION},
        {HW_MEASURE_COUNT, 0, 10, HW_PROBLEM_CODE_COUNT},
        {HW_MEASURE_COUNT, -1, 10, HW_PROBLEM_CONTRADICTION},
        {HW_MEASURE_COUNT, NAN, -1, HW_PROBLEM_CONTRADICTION},
        {HW_MEASURE_COUNT, NAN, NAN, HW_PROBLEM_CODE_COUNT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_measure *measure = hw_measure_new("m", "M", rows[i].kind, NULL);
        hw_measure_set_min(measure, rows[i].min);
        hw_measure_set_max(measure, rows[i].max);
        assert_int_equal(drafts_problem(&measure->head), rows[i].code);
        hw_measure_unref(measure);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_counts_are_whole),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
