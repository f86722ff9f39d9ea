/* SPDX-License-Identifier: MIT */
/* Two measures together: recovery, reliable improvement and deterioration, with and without all scores. */
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/near.h"

#define NONE ((double)NAN)

/* "+" holds, "-" does not, and a letter for why it is undefined: v no values, f too few, s not stated, c constant,
 * a not applicable; in the order of the outcomes. */
static const char *shown(const hw_paired_change *pair)
{
    static char text[HW_PAIRED_COUNT + 1];
    for (int i = 0; i < HW_PAIRED_COUNT; i++) {
        bool holds;
        if (hw_paired_change_outcome(pair, (hw_paired_outcome)i, &holds)) {
            assert_int_equal(hw_paired_change_undefined(pair, (hw_paired_outcome)i), HW_UNDEFINED_NOT);
            text[i] = holds ? '+' : '-';
            continue;
        }
        switch (hw_paired_change_undefined(pair, (hw_paired_outcome)i)) {
        case HW_UNDEFINED_NO_VALUES:
            text[i] = 'v';
            break;
        case HW_UNDEFINED_TOO_FEW:
            text[i] = 'f';
            break;
        case HW_UNDEFINED_NOT_STATED:
            text[i] = 's';
            break;
        case HW_UNDEFINED_CONSTANT:
            text[i] = 'c';
            break;
        case HW_UNDEFINED_NOT_APPLICABLE:
            text[i] = 'a';
            break;
        default:
            text[i] = '?';
        }
    }
    return text;
}

typedef struct scores {
    double phq[2], gad[2];
    const char *expected; /* case, recovery, improvement, deterioration, reliable recovery */
    int n;
} scores;

static void test_rules(void **state)
{
    (void)state;
    static const scores rows[] = {
        /* Caseness is "PHQ-9 > 9 or GAD-7 > 7". */
        {{10, 4}, {3, 3}, "+++-+", 4},
        {{9, 4}, {8, 3}, "+++-+", 4}, /* PHQ-9 down by 5 only, GAD-7 by 5 */
        {{9, 3}, {7, 7}, "-a+-a", 4}, /* no case: nothing to recover from, but reliably better */
        /* Recovery: both below at last. */
        {{20, 9}, {15, 8}, "+-+--", 4},
        {{20, 10}, {15, 7}, "+-+--", 4},
        {{20, 9}, {15, 7}, "+++-+", 4},
        /* Recovered without a reliable improvement. */
        {{10, 9}, {8, 7}, "++---", 4},
        {{14, 9}, {5, 5}, "++---", 4},
        {{15, 9}, {5, 5}, "+++-+", 4},
        /* The thresholds: 6 and 4. */
        {{20, 15}, {15, 12}, "+----", 4},
        {{20, 14}, {15, 12}, "+-+--", 4},
        {{20, 15}, {15, 11}, "+-+--", 4},
        {{10, 16}, {9, 9}, "+--+-", 4},
        {{10, 15}, {9, 13}, "+--+-", 4},
        {{10, 15}, {9, 12}, "+----", 4},
        /* One up, one down: neither. */
        {{20, 10}, {9, 13}, "+----", 4},
        {{10, 16}, {15, 5}, "+----", 4},
        {{15, 9}, {3, 7}, "++---", 4}, /* recovered, but not reliably */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_paired_change *pair =
            hw_norms_compare_pair(hw_norms_find("phq-9-iapt"), rows[i].phq[0], rows[i].phq[1],
                                  hw_norms_find("gad-7-iapt"), rows[i].gad[0], rows[i].gad[1], NULL);
        assert_string_equal(shown(pair), rows[i].expected);
        assert_int_equal(hw_paired_change_n(pair), rows[i].n);
        hw_paired_change_free(pair);
        /* It does not matter which comes first. */
        pair = hw_norms_compare_pair(hw_norms_find("gad-7-iapt"), rows[i].gad[0], rows[i].gad[1],
                                     hw_norms_find("phq-9-iapt"), rows[i].phq[0], rows[i].phq[1], NULL);
        assert_string_equal(shown(pair), rows[i].expected);
        hw_paired_change_free(pair);
    }
}

/* What missing scores cannot change is said all the same. */
static void test_missing_scores(void **state)
{
    (void)state;
    static const scores rows[] = {
        {{NAN, NAN}, {NAN, NAN}, "vvvvv", 0},
        {{20, NAN}, {NAN, NAN}, "+ffff", 1}, /* a case by one measure is a case */
        {{5, NAN}, {NAN, NAN}, "fffff", 1},
        {{20, 5}, {NAN, NAN}, "+ff-f", 2},
        {{20, 15}, {NAN, NAN}, "+-ff-", 2}, /* still a case: no recovery, whatever the other is */
        {{20, 5}, {12, NAN}, "+ff-f", 3},   /* better on one: no deterioration any more */
        {{10, 20}, {12, NAN}, "+--f-", 3},
        {{20, 5}, {NAN, 9}, "+-f--", 3},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_paired_change *pair =
            hw_norms_compare_pair(hw_norms_find("phq-9-iapt"), rows[i].phq[0], rows[i].phq[1],
                                  hw_norms_find("gad-7-iapt"), rows[i].gad[0], rows[i].gad[1], NULL);
        assert_string_equal(shown(pair), rows[i].expected);
        assert_int_equal(hw_paired_change_n(pair), rows[i].n);
        hw_paired_change_free(pair);
    }
}

static void test_norms_lack_something(void **state)
{
    (void)state;
    hw_error err;
    const hw_norms *phq = hw_norms_find("phq-9-iapt");
    hw_norms *sure = hw_norms_new("sure", "own", HW_BETTER_HIGHER, "A test", &err);
    hw_norms_set_clinical(sure, 10, 2, &err);
    hw_norms_set_reliability(sure, HW_RELIABILITY_OTHER, 1, &err);
    hw_norms_set_caseness(sure, 12, &err);
    const struct {
        const hw_norms *other;
        double pre, post;
        const char *expected;
    } rows[] = {
        {hw_norms_find("oasis-screen"), 12, 3, "++s-s"}, /* no reliable change is stated */
        {hw_norms_find("goal-rating"), 2, 8, "+s+-s"},   /* no caseness, and more is better */
        {sure, 10, 13, "++c-c"},                         /* no error of measurement */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_paired_change *pair =
            hw_norms_compare_pair(phq, 20, 5, rows[i].other, rows[i].pre, rows[i].post, &err);
        assert_string_equal(shown(pair), rows[i].expected);
        assert_int_equal(hw_reliable_change_class(hw_paired_change_of(pair, false)),
                         HW_CHANGE_CLASS_RECOVERED);
        assert_non_null(hw_paired_change_of(pair, true));
        hw_paired_change_free(pair);
    }
    hw_norms_free(sure);
}

static void test_arguments(void **state)
{
    (void)state;
    const hw_norms *phq = hw_norms_find("phq-9-iapt");
    hw_error err;
    assert_null(hw_norms_compare_pair(NULL, 1, 2, phq, 1, 2, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_norms_compare_pair(phq, 1, 2, NULL, 1, 2, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_norms_compare_pair(phq, 1, INFINITY, phq, 1, 2, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_norms_compare_pair(phq, 1, 2, phq, -INFINITY, 2, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_paired_change_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_paired_change_free(NULL);
    assert_false(hw_paired_change_outcome(NULL, HW_PAIRED_RECOVERY, NULL));
    assert_int_equal(hw_paired_change_undefined(NULL, HW_PAIRED_RECOVERY), HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_paired_change_n(NULL), 0);
    assert_null(hw_paired_change_of(NULL, false));
    hw_paired_change *pair = hw_norms_compare_pair(phq, 1, 2, phq, 1, 2, NULL);
    assert_false(hw_paired_change_outcome(pair, (hw_paired_outcome)HW_PAIRED_COUNT, NULL));
    assert_false(hw_paired_change_outcome(pair, (hw_paired_outcome)-1, NULL));
    hw_paired_change_free(pair);
    assert_string_equal(hw_paired_outcome_definition((hw_paired_outcome)HW_PAIRED_COUNT), "");
    assert_string_equal(hw_paired_outcome_source((hw_paired_outcome)-1), "");
    for (int i = 0; i < HW_PAIRED_COUNT; i++) {
        assert_true(strlen(hw_paired_outcome_definition((hw_paired_outcome)i)) > 10);
        bool is_remembered = i >= HW_PAIRED_RELIABLE_IMPROVEMENT;
        assert_int_equal(strstr(hw_paired_outcome_source((hw_paired_outcome)i), "check before use") != NULL,
                         is_remembered);
    }
}

static void test_table_and_memory(void **state)
{
    (void)state;
    const hw_norms *phq = hw_norms_find("phq-9-iapt"), *gad = hw_norms_find("gad-7-iapt");
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_paired_change *pair = hw_norms_compare_pair(phq, 20, 5, gad, 12, NONE, &err);
        hw_table *table = pair ? hw_paired_change_table(pair, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        if (done) {
            char *csv = hw_table_to_csv(table, NULL, NULL);
            assert_int_equal(hw_table_row_count(table), HW_PAIRED_COUNT);
            assert_non_null(strstr(csv, "\r\ncase-at-first,true,,3,"));
            assert_non_null(strstr(csv, "\r\nrecovery,,too-few,3,"));
            assert_non_null(strstr(csv, "\r\nreliable-deterioration,false,,3,"));
            hw_string_free(csv);
        }
        hw_table_free(table);
        hw_paired_change_free(pair);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_missing_scores),
        cmocka_unit_test(test_norms_lack_something),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_table_and_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
