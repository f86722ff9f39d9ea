/* SPDX-License-Identifier: MIT */
/* Sudden gains and losses at their boundaries and mirrored, and the rules by which a course is off track. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/near.h"
#include "support/random.h"

#define NONE ((double)NAN)
#define MOST 12

/* ---- sudden gains ---- */

typedef struct sudden_row {
    size_t count;
    double scores[MOST];
    double cutoff;
    const char *gains; /* "N:size" for each, and ">R" with the session that reverses it */
    const char *losses;
    size_t tested;
} sudden_row;

static const sudden_row sudden_rows[] = {
    /* The boundary pair of R package suddengains: criterion 3 as published, without sqrt(1/n1 + 1/n2). */
    {5, {28, 19, 23, 12, 13}, 7, "", "", 2},
    {5, {28, 19, 23, 11, 12}, 7, "2:12", "", 2},
    /* Criterion 1: 7 points, or more. */
    {6, {25, 25, 25, 18, 18, 18}, 7, "2:7", "", 3},
    {6, {25, 25, 25, 18.5, 18.5, 18.5}, 7, "", "", 3},
    {6, {25, 25, 25, 18.5, 18.5, 18.5}, 6.5, "2:6.5", "", 3},
    /* Criterion 2: a quarter of the score before, or more. */
    {6, {28, 28, 28, 21, 21, 21}, 7, "2:7", "", 3},
    {6, {28.5, 28.5, 28.5, 21.5, 21.5, 21.5}, 7, "", "", 3},
    /* A loss is its mirror image, with a quarter of the score before. */
    {6, {10, 10, 10, 20, 20, 20}, 7, "", "2:10", 3},
    {6, {30, 30, 30, 37, 37, 37}, 7, "", "", 3},
    {6, {28, 28, 28, 35, 35, 35}, 7, "", "2:7", 3},
    {6, {0, 0, 0, 7, 7, 7}, 7, "", "2:7", 3},
    /* It takes two of three scores on either side, and both at the step. */
    {5, {25, 25, 15, 15, 15}, 7, "1:10", "", 2},
    {4, {25, 25, 15, 15}, 7, "1:10", "", 1},
    {3, {25, 25, 15}, 7, "", "", 0},
    {3, {25, 15, 15}, 7, "", "", 0},
    {6, {25, NAN, 25, 15, NAN, 15}, 7, "2:10", "", 1},
    {6, {NAN, NAN, 25, 15, 15, 15}, 7, "", "", 1},
    {6, {25, 25, NAN, 15, 15, 15}, 7, "", "", 1},
    /* Reversed when any later score is beyond the score after and half of the size; at it is not. */
    {8, {25, 25, 25, 15, 15, 15, 20, 20}, 7, "2:10", "", 5},
    {8, {25, 25, 25, 15, 15, 15, 20, 20.5}, 7, "2:10>7", "", 5},
    {8, {25, 25, 25, 15, 21, 15, 15, 15}, 7, "2:10>4", "", 5},
    {8, {10, 10, 10, 20, 20, 20, 15, 14}, 7, "", "2:10>7", 5},
    /* Two gains. */
    {9, {40, 40, 40, 30, 30, 30, 20, 20, 20}, 7, "2:10 5:10", "", 6},
    /* None: no scores, one, or the same all along. */
    {0, {0}, 7, "", "", 0},
    {1, {25}, 7, "", "", 0},
    {6, {NAN, NAN, NAN, NAN, NAN, NAN}, 7, "", "", 0},
    {6, {25, 25, 25, 25, 25, 25}, 7, "", "", 3},
};

static const char *shown(hw_sudden *sudden)
{
    static char text[256];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_sudden_count(sudden); i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%zu:%g", i > 0 ? " " : "",
                                 hw_sudden_session_at(sudden, i), hw_sudden_size_at(sudden, i));
        size_t reversed = hw_sudden_reversed_at(sudden, i);
        if (reversed != SIZE_MAX) {
            size += (size_t)snprintf(text + size, sizeof text - size, ">%zu", reversed);
        }
        assert_true(hw_sudden_mean_at(sudden, i) > hw_sudden_needed_at(sudden, i));
        assert_in_range(hw_sudden_n_at(sudden, i), 4, 6);
    }
    hw_sudden_free(sudden);
    return text;
}

static void test_sudden(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sudden_rows); i++) {
        const sudden_row *row = &sudden_rows[i];
        double mirrored[MOST];
        for (size_t j = 0; j < row->count; j++) {
            mirrored[j] = -row->scores[j];
        }
        hw_sudden *gains = hw_sudden_gains(row->scores, row->count, HW_BETTER_LOWER, row->cutoff, NULL);
        assert_int_equal(hw_sudden_tested(gains), row->tested);
        assert_string_equal(shown(gains), row->gains);
        assert_string_equal(shown(hw_sudden_losses(row->scores, row->count, HW_BETTER_LOWER, row->cutoff,
                                                   NULL)),
                            row->losses);
        /* Where more is better a gain is a rise. */
        assert_string_equal(shown(hw_sudden_gains(mirrored, row->count, HW_BETTER_HIGHER, row->cutoff, NULL)),
                            row->gains);
        assert_string_equal(shown(
                                hw_sudden_losses(mirrored, row->count, HW_BETTER_HIGHER, row->cutoff, NULL)),
                            row->losses);
        assert_string_equal(shown(hw_sudden_gains(row->scores, row->count, HW_BETTER_HIGHER, row->cutoff,
                                                  NULL)),
                            row->losses);
    }
}

/* The numbers that decided, of the boundary pair: 11.833 against 3.182 * 3.704. */
static void test_sudden_numbers(void **state)
{
    (void)state;
    const double scores[] = {28, 19, 23, 11, 12, 9, 17.5};
    hw_sudden *gains = hw_sudden_gains(scores, 5, HW_BETTER_LOWER, HW_SUDDEN_GAIN_BDI, NULL);
    assert_int_equal(hw_sudden_count(gains), 1);
    assert_near(hw_sudden_mean_at(gains, 0), 11.833333, 5e-7);
    assert_near(hw_sudden_needed_at(gains, 0), 11.787258, 5e-5);
    assert_int_equal(hw_sudden_n_at(gains, 0), 5);
    assert_same(hw_sudden_reversal_at(gains, 0), 17);
    assert_true(hw_sudden_reversed_at(gains, 0) == SIZE_MAX);
    hw_sudden_free(gains);
    gains = hw_sudden_gains(scores, 7, HW_BETTER_LOWER, HW_SUDDEN_GAIN_BDI, NULL);
    assert_int_equal(hw_sudden_reversed_at(gains, 0), 6);
    char *csv;
    hw_table *table = hw_sudden_table(gains, NULL);
    csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(strstr(csv, "session,size,mean,needed,n,reversal,reversed\r\n2,12,12.666666667,"));
    assert_non_null(strstr(csv, ",6,17,6\r\n"));
    hw_string_free(csv);
    hw_table_free(table);
    hw_sudden_free(gains);
}

/* Against a count by hand, straight from the words of the paper. */
static size_t count_gains(const double *x, size_t count, double cutoff)
{
    static const double t[] = {[4] = 4.303, [5] = 3.182, [6] = 2.776};
    size_t found = 0;
    for (size_t n = 0; n + 1 < count; n++) {
        double before[3], after[3], sum[2] = {0}, squares[2] = {0};
        size_t b = 0, a = 0;
        for (size_t k = 0; k < 3; k++) {
            if (n >= k && !isnan(x[n - k])) {
                before[b++] = x[n - k];
            }
            if (n + 1 + k < count && !isnan(x[n + 1 + k])) {
                after[a++] = x[n + 1 + k];
            }
        }
        if (isnan(x[n]) || isnan(x[n + 1]) || b < 2 || a < 2) {
            continue;
        }
        for (size_t k = 0; k < b; k++) {
            sum[0] += before[k];
            squares[0] += before[k] * before[k];
        }
        for (size_t k = 0; k < a; k++) {
            sum[1] += after[k];
            squares[1] += after[k] * after[k];
        }
        double within = squares[0] - sum[0] * sum[0] / (double)b + squares[1] - sum[1] * sum[1] / (double)a;
        double difference = sum[0] / (double)b - sum[1] / (double)a;
        double pooled = sqrt(fmax(0, within) / (double)(a + b - 2));
        found +=
            x[n] - x[n + 1] >= cutoff && x[n] - x[n + 1] >= x[n] / 4 && difference > t[a + b] * pooled + 1e-9;
    }
    return found;
}

static void test_sudden_random(void **state)
{
    (void)state;
    test_random random = random_start("course", 1999);
    size_t all = 0;
    for (int round = 0; round < 5000; round++) {
        double scores[MOST];
        size_t count = random_below(&random, MOST + 1);
        int level = 40;
        for (size_t i = 0; i < count; i++) {
            level -= random_below(&random, 4) == 0 ? (int)random_below(&random, 16) - 3 : 0;
            level = level < 0 ? 0 : level;
            scores[i] = random_below(&random, 8) == 0 ? NONE : level + (double)random_below(&random, 3);
        }
        hw_sudden *gains = hw_sudden_gains(scores, count, HW_BETTER_LOWER, 7, NULL);
        assert_int_equal(hw_sudden_count(gains), count_gains(scores, count, 7));
        all += hw_sudden_count(gains);
        hw_sudden_free(gains);
    }
    assert_true(all > 100);
}

static void test_sudden_refused(void **state)
{
    (void)state;
    const double good[] = {1, 2, 3}, wrong[] = {1, INFINITY, 3};
    const struct {
        const double *scores;
        size_t count;
        hw_better better;
        double cutoff;
        hw_status status;
    } rows[] = {
        {NULL, 3, HW_BETTER_LOWER, 7, HW_ERR_ARGUMENT}, {wrong, 3, HW_BETTER_LOWER, 7, HW_ERR_RANGE},
        {good, 3, HW_BETTER_NEUTRAL, 7, HW_ERR_RANGE},  {good, 3, (hw_better)7, 7, HW_ERR_RANGE},
        {good, 3, HW_BETTER_LOWER, 0, HW_ERR_RANGE},    {good, 3, HW_BETTER_LOWER, -7, HW_ERR_RANGE},
        {good, 3, HW_BETTER_LOWER, NONE, HW_ERR_RANGE}, {good, 3, HW_BETTER_LOWER, INFINITY, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_null(hw_sudden_gains(rows[i].scores, rows[i].count, rows[i].better, rows[i].cutoff, &err));
        assert_int_equal(err.status, rows[i].status);
        assert_null(hw_sudden_losses(rows[i].scores, rows[i].count, rows[i].better, rows[i].cutoff, &err));
        assert_int_equal(err.status, rows[i].status);
    }
    hw_error err;
    assert_null(hw_sudden_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_sudden_free(NULL);
    assert_int_equal(hw_sudden_count(NULL) + hw_sudden_tested(NULL), 0);
    assert_true(hw_sudden_session_at(NULL, 0) == SIZE_MAX && hw_sudden_reversed_at(NULL, 0) == SIZE_MAX);
    assert_true(isnan(hw_sudden_size_at(NULL, 0)) && isnan(hw_sudden_mean_at(NULL, 0)) &&
                isnan(hw_sudden_needed_at(NULL, 0)) && isnan(hw_sudden_reversal_at(NULL, 0)));
    assert_int_equal(hw_sudden_n_at(NULL, 0), 0);
}

/* ---- off track ---- */

/* "level/4+@2 level/9f ... none/6- worse+@5": rule, when, what it says, the score that decided. */
static const char *ruled(const hw_norms *norms, const double *days, const double *scores, size_t count,
                         int32_t by)
{
    static char text[512];
    static const char *const names[] = {"level", "none", "worse"};
    static const char reasons[] = {[HW_UNDEFINED_NO_VALUES] = 'v',
                                   [HW_UNDEFINED_TOO_FEW] = 'f',
                                   [HW_UNDEFINED_CONSTANT] = 'c',
                                   [HW_UNDEFINED_NOT_STATED] = 's'};
    hw_off_track *result = hw_course_off_track(norms, days, scores, count, by, NULL);
    assert_non_null(result);
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_off_track_count(result); i++) {
        bool holds;
        char said = hw_off_track_holds_at(result, i, &holds) ? (holds ? '+' : '-')
                                                             : reasons[hw_off_track_undefined_at(result, i)];
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i > 0 ? " " : "",
                                 names[hw_off_track_rule_at(result, i)]);
        if (hw_off_track_when_at(result, i) > 0) {
            size += (size_t)snprintf(text + size, sizeof text - size, "/%d", hw_off_track_when_at(result, i));
        }
        size += (size_t)snprintf(text + size, sizeof text - size, "%c", said);
        if (hw_off_track_score_at(result, i) != SIZE_MAX) {
            size +=
                (size_t)snprintf(text + size, sizeof text - size, "@%zu", hw_off_track_score_at(result, i));
        }
        assert_true(strlen(hw_off_track_source_at(result, i)) > 5);
    }
    hw_off_track_free(result);
    return text;
}

static void test_levels(void **state)
{
    (void)state;
    const hw_norms *phq = hw_norms_find("phq-9-iapt");
    static const struct {
        size_t count;
        double days[5], scores[5];
        const char *said;
    } rows[] = {
        /* Schueller 2015: 17, 13, 9 at weeks 4, 9, 14. */
        {4, {0, 28, 63, 98}, {20, 17, 13, 9}, "level/4+@1 level/9+@2 level/14+@3 worse-@1"},
        {4, {0, 28, 63, 98}, {20, 16, 12, 8}, "level/4-@1 level/9-@2 level/14-@3 worse-@1"},
        /* Three and a half days around; the nearest, the earlier of two. */
        {2, {0, 24.5}, {20, 17}, "level/4+@1 level/9f level/14f worse-@1"},
        {2, {0, 24}, {20, 17}, "level/4f level/9f level/14f worse-@1"},
        {3, {0, 31.5, 40}, {20, 17, 3}, "level/4+@1 level/9f level/14f worse-@1"},
        {3, {0, 32, 40}, {20, 17, 3}, "level/4v level/9f level/14f worse-@1"},
        {3, {0, 26, 30}, {20, 17, 3}, "level/4+@1 level/9f level/14f worse-@1"},
        {4, {0, 26, 29, 31}, {20, 3, 17, 3}, "level/4+@2 level/9f level/14f worse-@2"},
        /* From the first score on, not from day 0; missing scores are none. */
        {3, {0, 10, 38}, {NAN, 20, 17}, "level/4+@2 level/9f level/14f worse-@2"},
        {3, {0, 28, 40}, {20, NAN, 3}, "level/4v level/9f level/14f worse-@2"},
        {1, {0}, {20}, "level/4f level/9f level/14f worsef"},
        {1, {0}, {NAN}, "level/4v level/9v level/14v worsev"},
        {0, {0}, {0}, "level/4v level/9v level/14v worsev"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_string_equal(ruled(phq, rows[i].days, rows[i].scores, rows[i].count, 0), rows[i].said);
    }
    /* Other instruments have no such levels; without days there are none either. */
    assert_string_equal(ruled(hw_norms_find("gad-7-iapt"), rows[0].days, rows[0].scores, 4, 0), "worse-@1");
    assert_string_equal(ruled(phq, NULL, rows[0].scores, 4, 0), "worse-@1");
}

static void test_changes(void **state)
{
    (void)state;
    static const struct {
        const char *norms;
        size_t count;
        double scores[6];
        int by;
        const char *said;
    } rows[] = {
        {"phq-9-iapt", 4, {18, 17, 13, 12}, 4, "none/4-@3 worse-@1"}, /* 6 points */
        {"phq-9-iapt", 4, {18, 17, 13, 13}, 4, "none/4+@2 worse-@1"}, /* 5 */
        {"phq-9-iapt", 4, {18, 17, 12, 18}, 4, "none/4-@2 worse-@3"}, /* at any time by then */
        {"phq-9-iapt", 4, {18, 17, 13, 12}, 3, "none/3+@2 worse-@1"}, /* not by then yet */
        {"phq-9-iapt", 3, {18, 17, 13}, 4, "none/4f@2 worse-@1"},     /* no fourth session yet */
        {"phq-9-iapt", 3, {18, 17, 12}, 4, "none/4-@2 worse-@1"},     /* but it is there already */
        {"phq-9-iapt", 4, {18, 24, 25, 12}, 4, "none/4-@3 worse+@1"}, /* the first that is worse */
        {"phq-9-iapt", 4, {18, 23, 24, 23}, 2, "none/2+@1 worse+@2"},
        {"phq-9-iapt", 4, {NAN, 18, NAN, 24}, 4, "none/4+@3 worse+@3"},
        {"phq-9-iapt", 1, {18}, 1, "none/1f worsef"},
        {"phq-9-iapt", 1, {18}, 4, "none/4f worsef"},
        {"phq-9-iapt", 0, {0}, 4, "none/4v worsev"},
        {"oasis-screen", 3, {18, 17, 13}, 3, "none/3s worses"},
        {"who-5-percent", 3, {40, 48, 52}, 3, "none/3-@2 worse-@1"}, /* more is better */
        {"who-5-percent", 3, {40, 36, 28}, 3, "none/3+@1 worse+@2"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_string_equal(ruled(hw_norms_find(rows[i].norms), NULL, rows[i].scores, rows[i].count,
                                  rows[i].by),
                            rows[i].said);
    }
    hw_norms *sure = hw_norms_new("sure", "own", HW_BETTER_LOWER, "A test", NULL);
    hw_norms_set_clinical(sure, 10, 2, NULL);
    hw_norms_set_reliability(sure, HW_RELIABILITY_RETEST, 1, NULL);
    assert_string_equal(ruled(sure, NULL, rows[0].scores, 4, 4), "none/4c worsec");
    hw_norms_free(sure);
}

static void test_off_track_refused(void **state)
{
    (void)state;
    const hw_norms *phq = hw_norms_find("phq-9-iapt");
    const double scores[] = {20, 17, 13}, days[] = {0, 7, 14}, backwards[] = {0, 14, 7},
                 gap[] = {0, NONE, 14}, wrong[] = {0, 7, INFINITY};
    const struct {
        const hw_norms *norms;
        const double *days, *scores;
        int by;
        hw_status status;
    } rows[] = {
        {NULL, days, scores, 0, HW_ERR_ARGUMENT},  {phq, days, NULL, 0, HW_ERR_ARGUMENT},
        {phq, backwards, scores, 0, HW_ERR_RANGE}, {phq, gap, scores, 0, HW_ERR_RANGE},
        {phq, wrong, scores, 0, HW_ERR_RANGE},     {phq, days, wrong, 0, HW_ERR_RANGE},
        {phq, days, scores, -1, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_null(hw_course_off_track(rows[i].norms, rows[i].days, rows[i].scores, 3, rows[i].by, &err));
        assert_int_equal(err.status, rows[i].status);
    }
    hw_error err;
    assert_null(hw_off_track_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_off_track_free(NULL);
    assert_int_equal(hw_off_track_count(NULL), 0);
    assert_int_equal(hw_off_track_rule_at(NULL, 0), HW_COURSE_LEVEL);
    assert_int_equal(hw_off_track_undefined_at(NULL, 0), HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_off_track_when_at(NULL, 0), 0);
    assert_true(hw_off_track_score_at(NULL, 0) == SIZE_MAX);
    assert_false(hw_off_track_holds_at(NULL, 0, NULL) || hw_off_track_threshold_at(NULL, 0, NULL));
    assert_null(hw_off_track_source_at(NULL, 0));
}

static void test_tables_and_memory(void **state)
{
    (void)state;
    const hw_norms *phq = hw_norms_find("phq-9-iapt");
    const double days[] = {0, 28}, scores[] = {20, 17}, course[] = {25, 25, 25, 15, 15, 15};
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_sudden *gains = hw_sudden_gains(course, 6, HW_BETTER_LOWER, 7, &err);
        hw_table *sudden = gains ? hw_sudden_table(gains, &err) : NULL;
        hw_off_track *off_track = sudden ? hw_course_off_track(phq, days, scores, 2, 2, &err) : NULL;
        hw_table *table = off_track ? hw_off_track_table(off_track, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        if (done) {
            double threshold;
            assert_true(hw_off_track_threshold_at(off_track, 0, &threshold) && threshold == 17);
            assert_true(hw_off_track_threshold_at(off_track, 3, &threshold) && threshold == 6);
            char *csv = hw_table_to_csv(table, NULL, NULL);
            assert_non_null(strstr(csv, "\r\nlevel,true,,4,1,17,"));
            assert_non_null(strstr(csv, "\r\nlevel,,too-few,9,,13,"));
            assert_non_null(strstr(csv, "\r\nno-improvement,true,,2,1,6,"));
            assert_non_null(strstr(csv, "\r\ndeterioration,false,,,1,6,"));
            hw_string_free(csv);
        }
        hw_table_free(table);
        hw_off_track_free(off_track);
        hw_table_free(sudden);
        hw_sudden_free(gains);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sudden),
        cmocka_unit_test(test_sudden_numbers),
        cmocka_unit_test(test_sudden_random),
        cmocka_unit_test(test_sudden_refused),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_off_track_refused),
        cmocka_unit_test(test_tables_and_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
