/* SPDX-License-Identifier: MIT */
/* Norms: what a host may say and what is refused, and the table that the library brings. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/near.h"

static hw_norms *draft(hw_better better)
{
    hw_error err;
    hw_norms *norms = hw_norms_new("own", "bdi", better, "Our ward", &err);
    assert_int_equal(err.status, HW_OK);
    assert_non_null(norms);
    return norms;
}

static void test_values_come_back(void **state)
{
    (void)state;
    hw_norms *norms = draft(HW_BETTER_LOWER);
    hw_error err;
    double mean, sd, share, best, value;
    assert_false(hw_norms_clinical(norms, &mean, &sd) || hw_norms_functional(norms, &mean, &sd) ||
                 hw_norms_reliability(norms, &value) || hw_norms_points(norms, &value) ||
                 hw_norms_response(norms, &share, &best) || hw_norms_remission(norms, &value) ||
                 hw_norms_caseness(norms, &value) || hw_norms_threshold(norms, &value));
    assert_int_equal(hw_norms_reliability_kind(norms), HW_RELIABILITY_NOT_STATED);
    assert_int_equal(hw_norms_method(norms), HW_CHANGE_METHOD_NONE);
    assert_true(hw_norms_critical(norms) == 1.96);
    assert_null(hw_norms_version(norms));

    assert_int_equal(hw_norms_set_clinical(norms, 28.5, 10.5, &err), HW_OK);
    assert_int_equal(hw_norms_method(norms), HW_CHANGE_METHOD_NONE); /* no reliability yet */
    assert_int_equal(hw_norms_set_functional(norms, 6.25, 5.5, &err), HW_OK);
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_ALPHA, 0.961, &err), HW_OK);
    assert_int_equal(hw_norms_method(norms), HW_CHANGE_METHOD_INDEX);
    assert_true(hw_norms_threshold(norms, &value));
    assert_near(value, 5.747681, 5e-7);
    assert_int_equal(hw_norms_set_critical(norms, 1.959963985, &err), HW_OK);
    assert_true(hw_norms_threshold(norms, &value));
    assert_near(value, 5.747576, 5e-7);
    assert_int_equal(hw_norms_set_points(norms, 7, &err), HW_OK);
    assert_int_equal(hw_norms_method(norms), HW_CHANGE_METHOD_POINTS);
    assert_true(hw_norms_threshold(norms, &value) && value == 7);
    assert_int_equal(hw_norms_set_response(norms, 0.5, 0, &err), HW_OK);
    assert_int_equal(hw_norms_set_remission(norms, 10, &err), HW_OK);
    assert_int_equal(hw_norms_set_caseness(norms, 14, &err), HW_OK);
    assert_int_equal(hw_norms_set_version(norms, "2024", &err), HW_OK);

    hw_norms *copy = hw_norms_copy(norms, "other", "Elsewhere", &err);
    hw_norms_free(norms);
    assert_string_equal(hw_norms_id(copy), "other");
    assert_string_equal(hw_norms_source(copy), "Elsewhere");
    assert_string_equal(hw_norms_instrument(copy), "bdi");
    assert_string_equal(hw_norms_version(copy), "2024");
    assert_int_equal(hw_norms_better(copy), HW_BETTER_LOWER);
    assert_true(hw_norms_clinical(copy, &mean, &sd) && mean == 28.5 && sd == 10.5);
    assert_true(hw_norms_functional(copy, &mean, &sd) && mean == 6.25 && sd == 5.5);
    assert_true(hw_norms_reliability(copy, &value) && value == 0.961);
    assert_int_equal(hw_norms_reliability_kind(copy), HW_RELIABILITY_ALPHA);
    assert_true(hw_norms_points(copy, &value) && value == 7);
    assert_true(hw_norms_response(copy, &share, &best) && share == 0.5 && best == 0);
    assert_true(hw_norms_remission(copy, &value) && value == 10);
    assert_true(hw_norms_caseness(copy, &value) && value == 14);
    assert_int_equal(hw_norms_set_version(copy, NULL, &err), HW_OK);
    assert_null(hw_norms_version(copy));
    hw_norms_free(copy);
}

static void test_not_made(void **state)
{
    (void)state;
    static const struct {
        const char *id, *instrument;
        hw_better better;
        const char *source;
        hw_status status;
        const char *subject;
    } rows[] = {
        {NULL, "bdi", HW_BETTER_LOWER, "Source", HW_ERR_ARGUMENT, "id"},
        {"own", NULL, HW_BETTER_LOWER, "Source", HW_ERR_ARGUMENT, "instrument"},
        {"own", "bdi", HW_BETTER_LOWER, NULL, HW_ERR_ARGUMENT, "source"},
        {"", "bdi", HW_BETTER_LOWER, "Source", HW_ERR_SYNTAX, "id"},
        {"9 lives", "bdi", HW_BETTER_LOWER, "Source", HW_ERR_SYNTAX, "id"},
        {"own", "b d i", HW_BETTER_LOWER, "Source", HW_ERR_SYNTAX, "instrument"},
        {"own", "bdi", HW_BETTER_LOWER, "", HW_ERR_SYNTAX, "source"},
        {"own", "bdi", HW_BETTER_LOWER, "Two\nlines", HW_ERR_SYNTAX, "source"},
        {"own", "bdi", HW_BETTER_LOWER, "\xff", HW_ERR_SYNTAX, "source"},
        {"own", "bdi", HW_BETTER_NEUTRAL, "Source", HW_ERR_RANGE, "better"},
        {"own", "bdi", (hw_better)3, "Source", HW_ERR_RANGE, "better"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_null(hw_norms_new(rows[i].id, rows[i].instrument, rows[i].better, rows[i].source, &err));
        assert_int_equal(err.status, rows[i].status);
        assert_string_equal(err.subject, rows[i].subject);
    }
    hw_error err;
    assert_null(hw_norms_copy(NULL, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_norms_copy(hw_norms_at(0), "no id", NULL, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_norms_copy(hw_norms_at(0), NULL, "", &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
}

/* Every number that cannot be is refused, and nothing is stored of it. */
static void test_impossible_numbers(void **state)
{
    (void)state;
    static const double bad[] = {NAN, INFINITY, -INFINITY, 1e151};
    hw_norms *norms = draft(HW_BETTER_LOWER);
    hw_error err;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(hw_norms_set_clinical(norms, bad[i], 1, &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_clinical(norms, 1, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_functional(norms, bad[i], 1, &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_functional(norms, 1, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_critical(norms, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_points(norms, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_response(norms, bad[i], 0, &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_response(norms, 0.5, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_remission(norms, bad[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_caseness(norms, bad[i], &err), HW_ERR_RANGE);
    }
    static const double not_above_0[] = {0, -1};
    for (size_t i = 0; i < COUNT_OF(not_above_0); i++) {
        assert_int_equal(hw_norms_set_clinical(norms, 1, not_above_0[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_functional(norms, 1, not_above_0[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_critical(norms, not_above_0[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_points(norms, not_above_0[i], &err), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_response(norms, not_above_0[i], 0, &err), HW_ERR_RANGE);
    }
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, -0.01, &err), HW_ERR_RANGE);
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 1.01, &err), HW_ERR_RANGE);
    assert_string_equal(err.subject, "reliability");
    assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_NOT_STATED, 0.8, &err), HW_ERR_RANGE);
    assert_int_equal(hw_norms_set_reliability(norms, (hw_reliability)4, 0.8, &err), HW_ERR_RANGE);
    assert_int_equal(hw_norms_set_reliability(norms, (hw_reliability)-1, 0.8, &err), HW_ERR_RANGE);
    assert_int_equal(hw_norms_set_response(norms, 1.1, 0, &err), HW_ERR_RANGE);
    assert_int_equal(hw_norms_set_version(norms, "", &err), HW_ERR_SYNTAX);
    double value;
    assert_false(hw_norms_clinical(norms, &value, &value) || hw_norms_functional(norms, &value, &value) ||
                 hw_norms_reliability(norms, &value) || hw_norms_points(norms, &value) ||
                 hw_norms_response(norms, &value, &value) || hw_norms_remission(norms, &value) ||
                 hw_norms_caseness(norms, &value) || hw_norms_version(norms));
    assert_true(hw_norms_critical(norms) == 1.96);
    assert_int_equal(hw_norms_reliability_kind(norms), HW_RELIABILITY_NOT_STATED);
    hw_norms_free(norms);
}

/* Groups on the wrong sides of each other contradict what is better. */
static void test_groups_contradict(void **state)
{
    (void)state;
    for (int higher = 0; higher < 2; higher++) {
        hw_norms *norms = draft(higher ? HW_BETTER_HIGHER : HW_BETTER_LOWER);
        double sign = higher ? 1 : -1;
        assert_int_equal(hw_norms_set_clinical(norms, 50, 5, NULL), HW_OK);
        assert_int_equal(hw_norms_set_functional(norms, 50, 5, NULL), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_functional(norms, 50 - sign, 5, NULL), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_functional(norms, 50 + sign, 5, NULL), HW_OK);
        assert_int_equal(hw_norms_set_clinical(norms, 50 + sign, 5, NULL), HW_ERR_RANGE);
        assert_int_equal(hw_norms_set_clinical(norms, 50 - sign, 5, NULL), HW_OK);
        hw_norms_free(norms);
    }
}

static void test_null_and_fixed(void **state)
{
    (void)state;
    hw_norms *fixed = (hw_norms *)(uintptr_t)hw_norms_find("phq-9-iapt");
    const struct {
        hw_norms *norms;
        hw_status status;
    } rows[] = {{NULL, HW_ERR_ARGUMENT}, {fixed, HW_ERR_STATE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_norms *norms = rows[i].norms;
        assert_int_equal(hw_norms_set_version(norms, "9", NULL), rows[i].status);
        assert_int_equal(hw_norms_set_clinical(norms, 1, 1, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_functional(norms, 1, 1, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_reliability(norms, HW_RELIABILITY_RETEST, 0.5, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_critical(norms, 2, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_points(norms, 2, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_response(norms, 0.2, 0, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_remission(norms, 2, NULL), rows[i].status);
        assert_int_equal(hw_norms_set_caseness(norms, 2, NULL), rows[i].status);
    }
    hw_norms_free(fixed); /* stays */
    assert_string_equal(hw_norms_version(fixed), "1");
    hw_norms_free(NULL);
    assert_true(!hw_norms_id(NULL) && !hw_norms_instrument(NULL) && !hw_norms_source(NULL) &&
                !hw_norms_version(NULL));
    assert_int_equal(hw_norms_better(NULL), HW_BETTER_NEUTRAL);
    assert_int_equal(hw_norms_reliability_kind(NULL), HW_RELIABILITY_NOT_STATED);
    assert_true(hw_norms_critical(NULL) == 0);
    assert_false(hw_norms_clinical(NULL, NULL, NULL) || hw_norms_functional(NULL, NULL, NULL) ||
                 hw_norms_reliability(NULL, NULL) || hw_norms_points(NULL, NULL) ||
                 hw_norms_response(NULL, NULL, NULL) || hw_norms_remission(NULL, NULL) ||
                 hw_norms_caseness(NULL, NULL) || hw_norms_threshold(NULL, NULL) ||
                 hw_norms_cutoff(NULL, HW_CUTOFF_A, NULL));
    assert_int_equal(hw_norms_method(NULL), HW_CHANGE_METHOD_NONE);
}

/* What the library brings: every row is consistent and says where it comes from. */
static void test_own_table(void **state)
{
    (void)state;
    assert_true(hw_norms_count() > 0);
    for (size_t i = 0; i < hw_norms_count(); i++) {
        const hw_norms *norms = hw_norms_at(i);
        assert_ptr_equal(hw_norms_find(hw_norms_id(norms)), norms);
        assert_true(strlen(hw_norms_source(norms)) > 20);
        assert_non_null(hw_norms_version(norms));
        assert_true(hw_norms_better(norms) != HW_BETTER_NEUTRAL);
        assert_true(hw_norms_points(norms, NULL) || hw_norms_caseness(norms, NULL));
        hw_norms *copy = hw_norms_copy(norms, NULL, NULL, NULL); /* its texts are ids and lines */
        assert_non_null(copy);
        assert_string_equal(hw_norms_id(copy), hw_norms_id(norms));
        hw_norms_free(copy);
    }
    assert_null(hw_norms_at(hw_norms_count()));
    assert_null(hw_norms_find("bdi"));
    assert_null(hw_norms_find(NULL));
    static const struct {
        const char *id;
        double points, caseness; /* negative = none */
    } rows[] = {
        {"phq-9-iapt", 6, 10},
        {"gad-7-iapt", 4, 8},
        {"phq-9-least", 5, 10},
        {"gad-7-screen", 4, 10},
        {"phq-2-screen", -1, 3},
        {"gad-2-screen", -1, 3},
        {"who-5-percent", 10, 50},
        {"oasis-screen", -1, 8},
        {"pcl-5-low", -1, 31},
        {"pcl-5-high", -1, 33},
        {"goal-rating", HW_GOAL_MOVED, -1},
    };
    assert_int_equal(COUNT_OF(rows), hw_norms_count());
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const hw_norms *norms = hw_norms_find(rows[i].id);
        assert_non_null(norms);
        double points = -1, caseness = -1;
        hw_norms_points(norms, &points);
        hw_norms_caseness(norms, &caseness);
        assert_true(points == rows[i].points && caseness == rows[i].caseness);
    }
    /* What was not read says so. */
    assert_non_null(strstr(hw_norms_source(hw_norms_find("goal-rating")), "check before use"));
}

/* The page about them names each. */
static void test_page(void **state)
{
    (void)state;
    static char page[65536];
    FILE *file = fopen(HW_SOURCE_DIR "/docs/change.md", "r");
    assert_non_null(file);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    for (size_t i = 0; i < hw_norms_count(); i++) {
        char row[80];
        snprintf(row, sizeof row, "\n| `%s` |", hw_norms_id(hw_norms_at(i)));
        assert_non_null(strstr(page, row));
    }
}

static void test_table(void **state)
{
    (void)state;
    hw_table *table = hw_norms_table(NULL);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(csv);
    assert_int_equal(hw_table_row_count(table), hw_norms_count());
    assert_non_null(strstr(csv, "\r\nphq-9-iapt,phq-9,lower,,,,,,not-stated,1.96,6,0.5,0,5,10,"));
    hw_string_free(csv);
    hw_table_free(table);
}

/* A number of points is reached where decimals say so, though doubles can fall short of it. */
static void test_points_are_decimals(void **state)
{
    (void)state;
    static const struct {
        double pre, post;
        hw_change_class class;
    } rows[] = {
        {2, 4.45, HW_CHANGE_CLASS_IMPROVED},        {0.1, 2.55, HW_CHANGE_CLASS_IMPROVED},
        {0.2, 2.65, HW_CHANGE_CLASS_IMPROVED},      {2.65, 0.2, HW_CHANGE_CLASS_DETERIORATED},
        {0.1, 2.549999, HW_CHANGE_CLASS_UNCHANGED}, {2.65, 0.200001, HW_CHANGE_CLASS_UNCHANGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hw_reliable_change *change =
            hw_norms_compare(hw_norms_find("goal-rating"), rows[i].pre, rows[i].post, NULL);
        assert_int_equal(hw_reliable_change_class(change), rows[i].class);
        hw_reliable_change_free(change);
    }
}

/* Who begins beyond the best score of the norms has no way to go, and does not respond by getting worse. */
static void test_response_from_beyond_the_best(void **state)
{
    (void)state;
    bool response = true;
    hw_norms *own = hw_norms_new("own", "bdi", HW_BETTER_LOWER, "Our ward", NULL);
    assert_int_equal(hw_norms_set_response(own, 0.5, 5, NULL), HW_OK);
    for (int pre = 3; pre < 7; pre++) {
        hw_reliable_change *change = hw_norms_compare(own, pre, 5, NULL);
        assert_true(hw_reliable_change_response(change, &response) == (pre > 5) && response);
        hw_reliable_change_free(change);
    }
    hw_norms_free(own);
}

static void test_without_memory(void **state)
{
    (void)state;
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_norms *copy = hw_norms_copy(hw_norms_find("phq-9-iapt"), NULL, NULL, &err);
        hw_norms *norms = copy ? hw_norms_new("own", "bdi", HW_BETTER_LOWER, "Our ward", &err) : NULL;
        hw_status set = norms ? hw_norms_set_version(norms, "2024", &err) : HW_ERR_MEMORY;
        hw_table *table = set == HW_OK ? hw_norms_table(&err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_norms_free(norms);
        hw_norms_free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_come_back),
        cmocka_unit_test(test_not_made),
        cmocka_unit_test(test_impossible_numbers),
        cmocka_unit_test(test_groups_contradict),
        cmocka_unit_test(test_null_and_fixed),
        cmocka_unit_test(test_own_table),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_points_are_decimals),
        cmocka_unit_test(test_response_from_beyond_the_best),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
