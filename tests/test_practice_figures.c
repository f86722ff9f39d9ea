/* SPDX-License-Identifier: MIT */
/* The figures of what entries show: of all rows, of each item, and over a change of the scale. */
#include <math.h>

#include "support/worksheet.h"

/* ---- summaries ---- */

static hw_estimate figure_of(const hw_practices *all, hw_practice quantity, int32_t item,
                             hw_practice_figure figure, size_t *rows)
{
    for (size_t i = 0; i < hw_practices_summary_count(all); i++) {
        if (hw_practices_summary_quantity(all, i) == quantity && hw_practices_summary_item(all, i) == item) {
            *rows = hw_practices_summary_rows(all, i);
            return hw_practices_summary_figure(all, i, figure);
        }
    }
    *rows = 0;
    return (hw_estimate){.n = -1};
}

typedef struct expected {
    hw_practice quantity;
    int32_t item;
    hw_practice_figure figure;
    size_t rows;
    int64_t n; /* -1 = there is no such summary */
    double value;
    hw_undefined why;
} expected;

static void expect_figures(const hw_practices *all, const expected *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t has;
        hw_estimate is = figure_of(all, rows[i].quantity, rows[i].item, rows[i].figure, &has);
        if (has != rows[i].rows || is.n != rows[i].n || is.undefined != (int32_t)rows[i].why ||
            fabs(is.value - rows[i].value) > 1e-12) {
            fail_msg("row %zu: %g of %lld in %zu (%s)", i, is.value, (long long)is.n, has,
                     hw_undefined_name((hw_undefined)is.undefined));
        }
    }
}

static void test_summaries(void **state)
{
    (void)state;
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(exposures); i++) {
        log_report(&s, &exposures[i]);
    }
    static const expected rows[] = {
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_BEFORE_MEAN, 5, 4, 50, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_AFTER_MEAN, 5, 4, 31.5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_AFTER_MEDIAN, 5, 4, 38, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_DIFFERENCE_MEAN, 5, 3, 74 / 3.0, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_DIFFERENCE_MEDIAN, 5, 3, 34, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_FRACTION_MEAN, 5, 2, (0.5 + 34 / 70.0) / 2,
         HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_HALVED, 5, 2, 0.5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 1, HW_FIGURE_DIFFERENCE_MEAN, 1, 1, 0, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_FALL, 1, HW_FIGURE_SLOPE, 1, 1, 0, HW_UNDEFINED_TOO_FEW},
        {HW_PRACTICE_DISTRESS_FALL, 1, HW_FIGURE_FRACTION_MEAN, 1, 0, 0, HW_UNDEFINED_NO_VALUES},
        /* of what is held against the last session the slope is that of the sessions */
        {HW_PRACTICE_DISTRESS_STARTS, 0, HW_FIGURE_SLOPE, 2, 2, -40 / (2 + 1 / 12.0) * 7, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_STARTS, 0, HW_FIGURE_DIFFERENCE_MEAN, 2, 1, -40, HW_UNDEFINED_NOT},
        {HW_PRACTICE_HAPPENED, 0, HW_FIGURE_AFTER_MEAN, 2, 2, 0.5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_HAPPENED, 0, HW_FIGURE_DIFFERENCE_MEAN, 2, 0, 0, HW_UNDEFINED_NOT_APPLICABLE},
        {HW_PRACTICE_BELIEF, 0, HW_FIGURE_AFTER_MEAN, 0, -1, 0, HW_UNDEFINED_NOT},
    };
    hw_practices *all = practices_of(&s, NULL, NULL);
    expect_figures(all, rows, COUNT_OF(rows));
    hw_practices_free(all);
    scene_close(&s);
}

/* The mean of a peak alone is another number than that of all ratings: they make no trend. */
static void test_means_of_other_ratings(void **state)
{
    (void)state;
    static const report reports[] = {
        {.id = "m1",
         .assignment = "exposure",
         .at = "2025-03-03",
         .fields = {{"distress", HW_PHASE_BEFORE, 0, 40, NULL}, {"distress", HW_PHASE_PEAK, 0, 80, NULL}}},
        {.id = "m2",
         .assignment = "exposure",
         .at = "2025-03-04",
         .fields = {{"distress", HW_PHASE_BEFORE, 0, 20, NULL}, {"distress", HW_PHASE_PEAK, 0, 70, NULL}}},
        {.id = "m3",
         .assignment = "exposure",
         .at = "2025-03-05",
         .fields = {{"distress", HW_PHASE_PEAK, 0, 70, NULL}}},
    };
    static const expected same[] = {
        {HW_PRACTICE_DISTRESS_MEANS, 0, HW_FIGURE_AFTER_MEAN, 2, 2, 52.5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_MEANS, 0, HW_FIGURE_SLOPE, 2, 2, -15 * 7, HW_UNDEFINED_NOT},
    };
    static const expected other[] = {
        {HW_PRACTICE_DISTRESS_MEANS, 0, HW_FIGURE_AFTER_MEAN, 3, 3, 0, HW_UNDEFINED_NOT_APPLICABLE},
        {HW_PRACTICE_DISTRESS_MEANS, 0, HW_FIGURE_SLOPE, 3, 3, 0, HW_UNDEFINED_NOT_APPLICABLE},
        {HW_PRACTICE_DISTRESS_MEANS, 0, HW_FIGURE_DIFFERENCE_MEAN, 3, 1, -15, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DISTRESS_PEAKS, 0, HW_FIGURE_AFTER_MEAN, 3, 3, 220 / 3.0, HW_UNDEFINED_NOT},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
        hw_practices *all = practices_of(&s, NULL, NULL);
        if (i > 0) {
            expect_figures(all, i == 1 ? same : other, i == 1 ? COUNT_OF(same) : COUNT_OF(other));
        }
        hw_practices_free(all);
    }
    scene_close(&s);
}

/* Activities each for itself; a diary card only so. */
static void test_items(void **state)
{
    (void)state;
    static const report reports[] = {
        {.id = "a1",
         .assignment = "activity-scheduling",
         .at = "2025-03-03",
         .fields = {{"activity", HW_PHASE_NONE, 0, 0, "walk"}, {"pleasure", HW_PHASE_NONE, 0, 4, NULL}}},
        {.id = "a2",
         .assignment = "activity-scheduling",
         .at = "2025-03-04",
         .fields = {{"activity", HW_PHASE_NONE, 0, 0, "sing"}, {"pleasure", HW_PHASE_NONE, 0, 9, NULL}}},
        {.id = "a3",
         .assignment = "activity-scheduling",
         .at = "2025-03-05",
         .fields = {{"activity", HW_PHASE_NONE, 0, 0, "walk"}, {"pleasure", HW_PHASE_NONE, 0, 8, NULL}}},
        {.id = "d1",
         .assignment = "diary-card",
         .at = "2025-03-03",
         .fields = {{"urge", HW_PHASE_NONE, 0, 0, "walk"},
                    {"strength", HW_PHASE_NONE, 0, 1, NULL},
                    {"acted", HW_PHASE_NONE, 0, 1, NULL},
                    {"urge", HW_PHASE_NONE, 1, 0, "hide"},
                    {"strength", HW_PHASE_NONE, 1, 5, NULL},
                    {"strength", HW_PHASE_NONE, 2, 3, NULL}}},
        {.id = "d2",
         .assignment = "diary-card",
         .at = "2025-03-04",
         .fields = {{"urge", HW_PHASE_NONE, 0, 0, "walk"}, {"strength", HW_PHASE_NONE, 0, 2, NULL}}},
    };
    static const expected rows[] = {
        {HW_PRACTICE_PLEASURE, 0, HW_FIGURE_AFTER_MEAN, 3, 3, 7, HW_UNDEFINED_NOT},
        {HW_PRACTICE_PLEASURE, 1, HW_FIGURE_AFTER_MEAN, 2, 2, 6, HW_UNDEFINED_NOT},
        {HW_PRACTICE_PLEASURE, 1, HW_FIGURE_SLOPE, 2, 2, 14, HW_UNDEFINED_NOT},
        {HW_PRACTICE_PLEASURE, 3, HW_FIGURE_AFTER_MEDIAN, 1, 1, 9, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DIARY_URGE, 0, HW_FIGURE_AFTER_MEAN, 0, -1, 0, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DIARY_URGE, 1, HW_FIGURE_AFTER_MEAN, 2, 2, 1.5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DIARY_URGE, 2, HW_FIGURE_AFTER_MEAN, 1, 1, 5, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DIARY_ACTED, 1, HW_FIGURE_AFTER_MEAN, 1, 1, 1, HW_UNDEFINED_NOT},
        {HW_PRACTICE_DIARY_ACTED, 0, HW_FIGURE_AFTER_MEAN, 0, -1, 0, HW_UNDEFINED_NOT},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    hw_practices *all = practices_of(&s, NULL, NULL);
    expect_figures(all, rows, COUNT_OF(rows));
    hw_practices_free(all);
    scene_close(&s);
}

/* ---- scales ---- */

static void give_scale(scene *s, const char *id, double least, double greatest)
{
    hw_error err;
    hw_assignment *edit = scene_edit(s, id);
    hw_assignment_clear_fields(edit);
    static const hw_phase phases[] = {HW_PHASE_BEFORE, HW_PHASE_PEAK, HW_PHASE_AFTER};
    for (size_t i = 0; i < COUNT_OF(phases); i++) {
        hw_field *its = hw_field_new("distress", HW_FIELD_RATING, &err);
        hw_field_set_phase(its, phases[i]);
        hw_field_set_range(its, least, greatest);
        assert_int_equal(hw_assignment_add_field(edit, its), HW_OK);
        hw_field_free(its);
    }
    scene_give(s, edit);
}

static void test_another_range(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    log_report(&s, &(report){.id = "e1",
                             .assignment = "exposure",
                             .at = "2025-03-02",
                             .fields = {DISTRESS(PEAK, 80), DISTRESS(AFTER, 40)}});
    give_scale(&s, "exposure", 1, 10);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    log_report(&s, &(report){.id = "e2",
                             .assignment = "exposure",
                             .at = "2025-03-12",
                             .fields = {DISTRESS(PEAK, 8), DISTRESS(AFTER, 4)}});
    log_report(&s, &(report){.id = "e3",
                             .assignment = "exposure",
                             .at = "2025-03-14",
                             .fields = {DISTRESS(PEAK, 6), DISTRESS(AFTER, 5)}});
    hw_practices *all = practices_of(&s, "exposure", NULL);
    assert_string_equal(shown(all, HW_PRACTICE_DISTRESS_FALL), "e1 distress_fall 80>40=40\n"
                                                               "e2 distress_fall 8>4=4\n"
                                                               "e3 distress_fall 6>5=1");
    assert_string_equal(shown(all, HW_PRACTICE_DISTRESS_PEAKS), "e1 distress_peaks 80 too-few n=1\n"
                                                                "e2 distress_peaks 80>8 range-changed n=2\n"
                                                                "e3 distress_peaks 8>6=-2");
    static const expected rows[] = {
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_BEFORE_MEAN, 3, 3, 0, HW_UNDEFINED_RANGE_CHANGED},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_DIFFERENCE_MEAN, 3, 3, 0, HW_UNDEFINED_RANGE_CHANGED},
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_SLOPE, 3, 3, 0, HW_UNDEFINED_RANGE_CHANGED},
        /* from 1 to 10 there is no share of a peak */
        {HW_PRACTICE_DISTRESS_FALL, 0, HW_FIGURE_FRACTION_MEAN, 3, 1, 0.5, HW_UNDEFINED_NOT},
    };
    expect_figures(all, rows, COUNT_OF(rows));
    hw_practices_free(all);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_summaries),
        cmocka_unit_test(test_means_of_other_ratings),
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_another_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
