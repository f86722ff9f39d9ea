/* SPDX-License-Identifier: MIT */
/* What entries of each kind show: differences, shares, sessions held against each other; what is private, and
 * what is refused. */
#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "support/worksheet.h"

/* ---- exposure ---- */

static void test_exposure(void **state)
{
    (void)state;
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(exposures); i++) {
        log_report(&s, &exposures[i]);
    }
    static const struct {
        hw_practice quantity;
        const char *shown;
    } rows[] = {
        {HW_PRACTICE_DISTRESS_FALL, "e1 distress_fall 80>40=40\n"
                                    "e3 1: distress_fall 0>0=0\n"
                                    "e2 distress_fall 70>36=34\n"
                                    "e4 distress_fall 50> too-few n=1\n"
                                    "e5 distress_fall 50 too-few n=1"},
        {HW_PRACTICE_DISTRESS_EXPECTED, "e1 distress_expected 90>80=10\n"
                                        "e3 1: distress_expected 0 too-few n=1\n"
                                        "e2 distress_expected 70 too-few n=1\n"
                                        "e4 distress_expected 50 too-few n=1"},
        {HW_PRACTICE_DISTRESS_PEAKS, "e1 distress_peaks 80 too-few n=1\n"
                                     "e3 1: distress_peaks 0 too-few n=1\n"
                                     "e2 distress_peaks 80>70=-10\n"
                                     "e4 distress_peaks 70>50=-20"},
        {HW_PRACTICE_DISTRESS_STARTS, "e1 distress_starts 60 too-few n=1\n"
                                      "e2 distress_starts 60>20=-40"},
        {HW_PRACTICE_DISTRESS_ENDS, "e1 distress_ends 40 too-few n=1\n"
                                    "e3 1: distress_ends 0 too-few n=1\n"
                                    "e2 distress_ends 40>36=-4\n"
                                    "e5 distress_ends 36>50=14"},
        {HW_PRACTICE_DISTRESS_MEANS, "e1 distress_means 60 too-few n=1\n"
                                     "e3 1: distress_means 0 too-few n=1\n"
                                     "e2 distress_means 60>42=-18\n"
                                     "e4 distress_means 42>50\n" /* the means of other ratings */
                                     "e5 distress_means 50>50"},
        {HW_PRACTICE_FEARED, "e1 feared 1\ne3 1: feared 0\ne2 feared 0\ne4 feared 0\ne5 feared 0"},
        {HW_PRACTICE_HAPPENED, "e1 happened 0\ne3 1: happened 1"},
        {HW_PRACTICE_SAFETY_BEHAVIORS, "e1 safety_behaviors 2\ne3 1: safety_behaviors 0\n"
                                       "e2 safety_behaviors 0\ne4 safety_behaviors 0\ne5 safety_behaviors 0"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expect_shown(&s, "exposure", rows[i].quantity, rows[i].shown);
    }
    scene_close(&s);
}

static void test_share_of_the_peak(void **state)
{
    (void)state;
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(exposures); i++) {
        log_report(&s, &exposures[i]);
    }
    static const struct {
        const char *entry;
        double fraction; /* negative = undefined */
        bool halved;
        hw_undefined why;
    } rows[] = {
        {"e1", 0.5, true, HW_UNDEFINED_NOT},
        {"e3", -1, false, HW_UNDEFINED_NOT_APPLICABLE}, /* a peak of 0 */
        {"e2", 34 / 70.0, false, HW_UNDEFINED_NOT},
        {"e4", -1, false, HW_UNDEFINED_TOO_FEW},
        {"e5", -1, false, HW_UNDEFINED_TOO_FEW},
    };
    hw_practices *all = practices_of(&s, "exposure", NULL);
    size_t found = 0;
    for (size_t i = 0; i < hw_practices_count(all); i++) {
        hw_estimate fraction = hw_practices_fraction_at(all, i);
        if (hw_practices_quantity_at(all, i) != HW_PRACTICE_DISTRESS_FALL) {
            assert_int_equal(fraction.undefined, HW_UNDEFINED_NOT_APPLICABLE);
            continue;
        }
        assert_string_equal(hw_practices_entry_at(all, i), rows[found].entry);
        assert_int_equal(fraction.undefined, rows[found].why);
        assert_true(fabs(fraction.value - (rows[found].fraction < 0 ? 0 : rows[found].fraction)) < 1e-15);
        assert_int_equal(hw_practices_halved_at(all, i), rows[found].halved);
        found++;
    }
    assert_int_equal(found, COUNT_OF(rows));
    hw_practices_free(all);
    scene_close(&s);
}

/* ---- the other kinds ---- */

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        report report;
        const char *shown;
    } rows[] = {
        {{.id = "t",
          .assignment = "thought-record",
          .at = "2025-03-03",
          .fields = {{"belief", HW_PHASE_BEFORE, 0, 90, NULL},
                     {"belief", HW_PHASE_AFTER, 0, 35, NULL},
                     {"emotion", HW_PHASE_NONE, 0, 0, "fear"},
                     {"intensity", HW_PHASE_AFTER, 0, 30, NULL},
                     {"intensity", HW_PHASE_BEFORE, 0, 80, NULL},
                     {"emotion", HW_PHASE_NONE, 7, 0, "shame"},
                     {"intensity", HW_PHASE_BEFORE, 7, 60, NULL},
                     {"intensity", HW_PHASE_AFTER, 7, 50, NULL},
                     {"intensity", HW_PHASE_BEFORE, 9, 10, NULL},
                     {"balanced-belief", HW_PHASE_NONE, 0, 55, NULL}}},
         "t belief 90>35=-55\n"
         "t 1: emotion 80>30=-50\n"
         "t 2: emotion 60>50=-10\n"
         "t emotion 10> too-few n=1\n"
         "t emotions 70>40=-30\n"
         "t balanced_belief 55"},
        {{.id = "a",
          .assignment = "activity-scheduling",
          .at = "2025-03-03",
          .fields = {{"activity", HW_PHASE_NONE, 0, 0, "A walk"},
                     {"mastery", HW_PHASE_PREDICTED, 0, 2, NULL},
                     {"mastery", HW_PHASE_NONE, 0, 5, NULL},
                     {"pleasure", HW_PHASE_NONE, 0, 7, NULL},
                     {"mood", HW_PHASE_BEFORE, 0, 3, NULL},
                     {"mood", HW_PHASE_AFTER, 0, 6, NULL}}},
         "a 1: mastery 5\n"
         "a 1: mastery_expected 2>5=-3\n"
         "a 1: pleasure 7\n"
         "a 1: pleasure_expected 7 too-few n=1\n"
         "a 1: activity_mood 3>6=3"},
        {{.id = "r",
          .assignment = "relaxation",
          .at = "2025-03-03",
          .fields = {{"tension", HW_PHASE_BEFORE, 0, 8, NULL}, {"tension", HW_PHASE_AFTER, 0, 3, NULL}}},
         "r tension 8>3=-5"},
        {{.id = "j",
          .assignment = "journaling",
          .at = "2025-03-03",
          .fields = {{"mood", HW_PHASE_BEFORE, 0, 4, NULL}, {"mood", HW_PHASE_AFTER, 0, 4, NULL}}},
         "j journal_mood 4>4=0"},
        {{.id = "b",
          .assignment = "behavioral-experiment",
          .at = "2025-03-03",
          .fields = {{"belief", HW_PHASE_BEFORE, 0, 70, NULL}, {"belief", HW_PHASE_AFTER, 0, 20, NULL}}},
         "b experiment_belief 70>20=-50"},
        {{.id = "p",
          .assignment = "role-play",
          .at = "2025-03-03",
          .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "Saying no"},
                     {"self-rating", HW_PHASE_NONE, 0, 4, NULL},
                     {"partner-rating", HW_PHASE_NONE, 0, 8, NULL}}},
         "p 1: role_play_self 4\np 1: role_play_partner 8"},
        {{.id = "d",
          .assignment = "diary-card",
          .at = "2025-03-03",
          .fields = {{"emotion", HW_PHASE_NONE, 0, 0, "anger"},
                     {"intensity", HW_PHASE_NONE, 0, 4, NULL},
                     {"urge", HW_PHASE_NONE, 0, 0, "to drink"},
                     {"strength", HW_PHASE_NONE, 0, 5, NULL},
                     {"acted", HW_PHASE_NONE, 0, 0, NULL},
                     {"target", HW_PHASE_NONE, 1, 0, "glasses"},
                     {"amount", HW_PHASE_NONE, 1, 0, NULL},
                     {"skills-rating", HW_PHASE_NONE, 0, 6, NULL},
                     {"medication", HW_PHASE_NONE, 0, 1, NULL}}},
         "d 1: diary_emotion 4\n"
         "d 2: diary_urge 5\n"
         "d 2: diary_acted 0\n"
         "d 3: diary_target 0\n"
         "d diary_skills 6\n"
         "d diary_medication 1"},
        {{.id = "s",
          .assignment = "skill-practice",
          .at = "2025-03-03",
          .fields = {{"helpfulness", HW_PHASE_NONE, 0, 7, NULL}}},
         "s helpfulness 7"},
        {{.id = "c",
          .assignment = "communication-practice",
          .at = "2025-03-03",
          .fields = {{"self-rating", HW_PHASE_NONE, 0, 7, NULL}, {"again", HW_PHASE_NONE, 0, 1, NULL}}},
         "c communication 7\nc communication_again 1"},
        {{.id = "k",
          .assignment = "behavior-tracking",
          .at = "2025-03-03",
          .fields = {{"intensity", HW_PHASE_NONE, 0, 7, NULL}, {"count", HW_PHASE_NONE, 0, 3, NULL}}},
         "k behavior_intensity 7\nk behavior_count 3"},
        {{.id = "m",
          .assignment = "psychoeducation",
          .at = "2025-03-03",
          .fields = {{"fraction", HW_PHASE_NONE, 0, 0.25, NULL}}},
         "m material 0.25"},
        {{.id = "o",
          .assignment = "other",
          .at = "2025-03-03",
          .fields = {{"quantity", HW_PHASE_NONE, 0, -2, NULL}}},
         "o quantity -2"},
        {{.id = "w",
          .assignment = "worksheet",
          .at = "2025-03-03",
          .fields = {{"minutes", HW_PHASE_NONE, 0, 10, NULL}}},
         ""},
        /* nothing was attempted: what was expected is no practice */
        {{.id = "n",
          .assignment = "exposure",
          .at = "2025-03-03",
          .fields = {DISTRESS(PREDICTED, 80)},
          .extent = HW_EXTENT_NOT_ATTEMPTED},
         ""},
        {{.id = "n",
          .assignment = "exposure",
          .at = "2025-03-03",
          .fields = {DISTRESS(PREDICTED, 80)},
          .extent = HW_EXTENT_NO_OPPORTUNITY},
         ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        log_report(&s, &rows[i].report);
        expect_shown(&s, NULL, HW_PRACTICE_COUNT, rows[i].shown);
        expect_shown(&s, rows[i].report.assignment, HW_PRACTICE_COUNT, rows[i].shown);
        scene_close(&s);
    }
}

/* ---- who may see what ---- */

static void test_private(void **state)
{
    (void)state;
    static const report reports[] = {
        {.id = "open",
         .assignment = "role-play",
         .at = "2025-03-03",
         .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "CANARY open"},
                    {"self-rating", HW_PHASE_NONE, 0, 4, NULL}}},
        {.id = "summary",
         .assignment = "role-play",
         .at = "2025-03-04",
         .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "CANARY summary"},
                    {"self-rating", HW_PHASE_NONE, 0, 5, NULL}},
         .visibility = HW_VISIBILITY_SHARED_SUMMARY},
        {.id = "private",
         .assignment = "role-play",
         .at = "2025-03-05",
         .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "CANARY private"},
                    {"self-rating", HW_PHASE_NONE, 0, 6, NULL}},
         .visibility = HW_VISIBILITY_PRIVATE},
    };
    static const struct {
        bool private_too, texts;
        const char *shown;
        size_t hidden;
    } rows[] = {
        {false, false, "open 1: role_play_self 4\nsummary role_play_self 5", 1},
        {false, true, "open 1:CANARY open role_play_self 4\nsummary role_play_self 5", 1},
        {true, false, "open 1: role_play_self 4\nsummary 2: role_play_self 5\nprivate 3: role_play_self 6",
         0},
        {true, true,
         "open 1:CANARY open role_play_self 4\nsummary 2:CANARY summary role_play_self 5\n"
         "private 3:CANARY private role_play_self 6",
         0},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_practice_options *options = hw_practice_options_new(&err);
        hw_practice_options_set_private(options, rows[i].private_too, &err);
        hw_practice_options_set_texts(options, rows[i].texts, &err);
        hw_practices *all = practices_of(&s, NULL, options);
        assert_string_equal(shown(all, HW_PRACTICE_COUNT), rows[i].shown);
        assert_int_equal(hw_practices_private_count(all), rows[i].hidden);
        for (int32_t item = -1; item < 9 && !(rows[i].private_too && rows[i].texts); item++) {
            const char *name = hw_practices_item_name(all, item);
            assert_true(!name || (rows[i].texts && strcmp(name, "CANARY open") == 0));
        }
        hw_practices_free(all);
        hw_practice_options_free(options);
    }
    scene_close(&s);
}

/* Words that were taken out name no item. */
static void test_redacted(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    log_report(&s, &(report){.id = "e",
                             .assignment = "role-play",
                             .at = "2025-03-03",
                             .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "the shop"},
                                        {"self-rating", HW_PHASE_NONE, 0, 4, NULL}}});
    hw_change *change = worksheet_change(&s);
    assert_int_equal(hw_plan_redact(s.plan, "e", change, &err), HW_OK);
    hw_change_free(change);
    hw_practices *all = practices_of(&s, NULL, NULL);
    assert_string_equal(shown(all, HW_PRACTICE_COUNT), "e role_play_self 4");
    hw_practices_free(all);
    scene_close(&s);
}

static hw_field *field_of(const char *name, hw_field_type type)
{
    hw_error err;
    hw_field *made = hw_field_new(name, type, &err);
    assert_non_null(made);
    return made;
}

/* A confidential rating is not there; the words of choices are the host's and may be told. */
static void test_fields(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    hw_assignment *edit = scene_edit(&s, "role-play");
    hw_field *rating = field_of("self-rating", HW_FIELD_RATING),
             *scenario = field_of("scenario", HW_FIELD_CHOICE);
    hw_field_set_range(rating, 0, 10);
    hw_field_set_confidential(rating, true);
    hw_field_add_choice(scenario, "on-the-phone", NULL, "On the phone");
    assert_int_equal(hw_assignment_add_field(edit, rating), HW_OK);
    assert_int_equal(hw_assignment_add_field(edit, scenario), HW_OK);
    hw_field_free(rating);
    hw_field_free(scenario);
    scene_now(&s, "2025-03-01T12:00:00+01:00");
    scene_give(&s, edit);
    hw_assignment *fears = scene_edit(&s, "exposure");
    hw_field *feared = field_of("feared", HW_FIELD_TEXT);
    hw_field_set_confidential(feared, true);
    assert_int_equal(hw_assignment_add_field(fears, feared), HW_OK);
    hw_field_free(feared);
    scene_give(&s, fears);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    log_report(&s, &(report){.id = "r",
                             .assignment = "role-play",
                             .at = "2025-03-03",
                             .fields = {{"scenario", HW_PHASE_NONE, 0, 0, "on-the-phone"},
                                        {"self-rating", HW_PHASE_NONE, 0, 4, NULL},
                                        {"partner-rating", HW_PHASE_NONE, 0, 7, NULL}}});
    log_report(&s, &(report){.id = "e",
                             .assignment = "exposure",
                             .at = "2025-03-03",
                             .fields = {{"feared", HW_PHASE_NONE, 0, 0, "all"},
                                        {"happened", HW_PHASE_NONE, 0, 1, NULL}}});
    hw_practices *all = practices_of(&s, NULL, NULL);
    /* That something was feared is not told either: neither 1 nor 0. */
    assert_string_equal(shown(all, HW_PRACTICE_COUNT),
                        "e happened 1\ne safety_behaviors 0\nr 1:on-the-phone role_play_partner 7");
    hw_practices_free(all);
    hw_practice_options *options = hw_practice_options_new(&err);
    hw_practice_options_set_private(options, true, &err);
    all = practices_of(&s, NULL, options);
    assert_string_equal(shown(all, HW_PRACTICE_COUNT), "e feared 1\ne happened 1\ne safety_behaviors 0\n"
                                                       "r 1:on-the-phone role_play_self 4\n"
                                                       "r 1:on-the-phone role_play_partner 7");
    hw_practices_free(all);
    hw_practice_options_set_kind(options, HW_KIND_EXPOSURE, &err);
    all = practices_of(&s, NULL, options);
    assert_string_equal(shown(all, HW_PRACTICE_COUNT), "e feared 1\ne happened 1\ne safety_behaviors 0");
    hw_practices_free(all);
    hw_practice_options_free(options);
    scene_close(&s);
}

/* ---- tables, words, what is refused ---- */

static void test_tables(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    log_report(&s, &(report){.id = "e1",
                             .assignment = "exposure",
                             .at = "2025-03-02T10:00:00+01:00",
                             .fields = {DISTRESS(PEAK, 80), DISTRESS(AFTER, 40)}});
    log_report(&s, &(report){.id = "r1",
                             .assignment = "relaxation",
                             .at = "2025-03-03",
                             .fields = {{"tension", HW_PHASE_BEFORE, 0, 8, NULL}}});
    hw_practices *all = practices_of(&s, NULL, NULL);
    hw_table *table = hw_practices_table(all, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    static const char head[] =
        "entry,assignment,kind,happened,happened_local,quantity,item,item_name,group,before,"
        "after,difference,undefined,n,fraction,halved\r\n"
        "e1,exposure,exposure,2025-03-02T09:00:00Z,2025-03-02T10:00:00,distress_fall,,,0,"
        "80,40,40,,2,0.5,true\r\n";
    static const char tail[] = "r1,relaxation,relaxation,,2025-03-03,tension,,,0,8,,,too-few,1,,\r\n";
    assert_int_equal(strncmp(csv, head, sizeof head - 1), 0);
    assert_string_equal(csv + strlen(csv) - (sizeof tail - 1), tail);
    hw_string_free(csv);
    hw_table_free(table);
    table = hw_practices_summary_table(all, &err);
    csv = hw_table_to_csv(table, NULL, &err);
    static const char summary[] = "kind,quantity,item,item_name,rows,figure,value,n,undefined\r\n"
                                  "exposure,distress_fall,,,1,before_mean,80,1,\r\n";
    assert_int_equal(strncmp(csv, summary, sizeof summary - 1), 0);
    assert_non_null(strstr(csv, "relaxation,tension,,,1,difference_mean,,0,no-values\r\n"));
    assert_null(strstr(csv, "tension,,,1,halved"));
    hw_string_free(csv);
    hw_table_free(table);
    hw_practices_free(all);
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    hw_kind last = HW_KIND_JOURNALING;
    bool seen[HW_KIND_OTHER + 1] = {false};
    for (int i = 0; i < HW_PRACTICE_COUNT; i++) {
        hw_practice quantity = (hw_practice)i;
        assert_int_equal(hw_practice_find(hw_practice_name(quantity)), i);
        assert_true(strlen(hw_practice_definition(quantity)) > 5);
        hw_kind kind = hw_practice_kind(quantity);
        assert_true(i == 0 || kind == last || !seen[kind]); /* those of a kind stand together */
        seen[kind] = true;
        last = kind;
    }
    for (int i = 0; i < HW_FIGURE_COUNT; i++) {
        assert_int_equal(hw_practice_figure_find(hw_practice_figure_name((hw_practice_figure)i)), i);
    }
    assert_string_equal(hw_practice_name(HW_PRACTICE_COUNT), "unknown");
    assert_string_equal(hw_practice_definition((hw_practice)-1), "");
    assert_int_equal(hw_practice_find("nothing"), HW_PRACTICE_COUNT);
    assert_int_equal(hw_practice_find(NULL), HW_PRACTICE_COUNT);
    assert_string_equal(hw_practice_figure_name(HW_FIGURE_COUNT), "unknown");
    assert_int_equal(hw_practice_figure_find(NULL), HW_FIGURE_COUNT);
}

static void test_bad_input(void **state)
{
    (void)state;
    scene s = open_scene();
    const hw_instant now = s.now.instant;
    const struct {
        const hw_plan *plan;
        const char *assignment;
        hw_date from, to;
        hw_instant as_of;
        hw_status status;
        const char *subject;
    } rows[] = {
        {NULL, NULL, FROM, TO, now, HW_ERR_ARGUMENT, "plan"},
        {s.plan, "nothing", FROM, TO, now, HW_ERR_NOT_FOUND, "nothing"},
        {s.plan, "other", FROM, TO, INT64_MIN, HW_ERR_NOT_FOUND, "other"},
        {s.plan, NULL, TO, FROM, now, HW_ERR_RANGE, "to"},
        {s.plan, NULL, {2025, 2, 29}, TO, now, HW_ERR_ARGUMENT, "from"},
        {s.plan, NULL, FROM, {0, 0, 0}, now, HW_ERR_ARGUMENT, "to"},
        {s.plan, NULL, FROM, FROM, INT64_MIN, HW_OK, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_practices *all = hw_plan_practices(rows[i].plan, rows[i].assignment, rows[i].from, rows[i].to,
                                              rows[i].as_of, NULL, &err);
        if (err.status != (int32_t)rows[i].status || strcmp(err.subject, rows[i].subject) != 0 ||
            (all != NULL) != (rows[i].status == HW_OK)) {
            fail_msg("row %zu: %d, %s", i, err.status, err.subject);
        }
        hw_practices_free(all);
    }
    hw_error err;
    hw_practice_options *options = hw_practice_options_new(&err);
    assert_int_equal(hw_practice_options_set_kind(options, (hw_kind)15, &err), HW_ERR_RANGE);
    assert_int_equal(hw_practice_options_set_kind(options, (hw_kind)-1, &err), HW_ERR_RANGE);
    assert_int_equal(hw_practice_options_set_kind(NULL, HW_KIND_OTHER, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_practice_options_set_private(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_practice_options_set_texts(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_practice_options_free(options);
    hw_practice_options_free(NULL);
    hw_practices_free(NULL);
    double value = 7;
    assert_int_equal(hw_practices_count(NULL), 0);
    assert_int_equal(hw_practices_quantity_at(NULL, 0), HW_PRACTICE_COUNT);
    assert_null(hw_practices_item_name(NULL, 1));
    assert_false(hw_practices_before_at(NULL, 0, &value) || hw_practices_after_at(NULL, 0, &value));
    assert_true(value == 7);
    assert_int_equal(hw_practices_difference_at(NULL, 0).undefined, HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_practices_summary_quantity(NULL, 0), HW_PRACTICE_COUNT);
    assert_int_equal(hw_practices_summary_figure(NULL, 0, HW_FIGURE_SLOPE).undefined, HW_UNDEFINED_NO_VALUES);
    assert_null(hw_practices_table(NULL, &err));
    assert_null(hw_practices_summary_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    for (size_t i = COUNT_OF(exposures); i > 0; i--) {
        log_report(&s, &exposures[i - 1]);
    }
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_fail(nth, 0);
        hw_practices *all = hw_plan_practices(s.plan, NULL, FROM, TO, s.now.instant, NULL, &err);
        hw_table *rows = all ? hw_practices_table(all, &err) : NULL;
        hw_table *figures = rows ? hw_practices_summary_table(all, &err) : NULL;
        hw__alloc_fail(0, 0);
        bool is_done = figures != NULL;
        hw_table_free(rows);
        hw_table_free(figures);
        hw_practices_free(all);
        if (is_done) {
            assert_true(nth > 30);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exposure), cmocka_unit_test(test_share_of_the_peak),
        cmocka_unit_test(test_kinds),    cmocka_unit_test(test_private),
        cmocka_unit_test(test_fields),   cmocka_unit_test(test_tables),
        cmocka_unit_test(test_words),    cmocka_unit_test(test_bad_input),
        cmocka_unit_test(test_redacted), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
