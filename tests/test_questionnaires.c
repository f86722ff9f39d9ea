/* SPDX-License-Identifier: MIT */
/* Questionnaires of a log: which entries are one, what their items give, what does not agree, what is private, and
 * the series that statistics are made of. */
#include "homework/questionnaires.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/enumerators.h"
#include "support/scene.h"

#define UNSAID NAN

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *form = scene_recurring("form", "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_assignment_set_kind(form, HW_KIND_MEASURE), HW_OK);
    scene_give(&s, form);
    scene_give(&s, scene_recurring("other", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-04-01T09:00:00+02:00");
    return s;
}

static hw_entry *begin(const char *assignment, const char *at, const char *instrument)
{
    hw_entry *entry = hw_entry_new(assignment, HW_EXTENT_DONE, NULL);
    assert_non_null(entry);
    assert_int_equal(hw_entry_set_at(entry, scene_moment(at)), HW_OK);
    assert_int_equal(hw_entry_set_unscheduled(entry), HW_OK);
    if (instrument) {
        assert_int_equal(hw_entry_add_answer(entry, "instrument", HW_PHASE_NONE, 0, instrument), HW_OK);
    }
    return entry;
}

static void add_items(hw_entry *entry, const double *answers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!isnan(answers[i])) {
            assert_int_equal(hw_entry_add_number(entry, "score", HW_PHASE_NONE, (int32_t)i + 1, answers[i]),
                             HW_OK);
        }
    }
}

static void add_total(hw_entry *entry, double total)
{
    if (!isnan(total)) {
        assert_int_equal(hw_entry_add_number(entry, "total", HW_PHASE_NONE, 0, total), HW_OK);
    }
}

static void give(scene *s, hw_entry *entry)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "phone", &err);
    if (!change || hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_change_free(change);
    hw_entry_free(entry);
}

static hw_questionnaires *all_of(const scene *s, const hw_questionnaires_options *options)
{
    hw_error err;
    hw_questionnaires *all = hw_plan_questionnaires(s->plan, scene_date("2025-01-01"),
                                                    scene_date("2026-01-01"), s->now.instant, options, &err);
    if (!all) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return all;
}

/* ---- findings ---- */

static void test_findings(void **state)
{
    (void)state;
    static const double middling[] = {2, 2, 2, 2, 1, 1, 2, 0, 0}, risky[] = {0, 0, 0, 0, 0, 0, 0, 0, 2};
    static const double gaps[] = {1, 1, 1, 1, 1, 1, UNSAID, UNSAID, UNSAID};
    static const double few[] = {1, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, 3};
    static const double wild[] = {0, 7, 0, 0, 0, 0, 0, 0, 1}, broken[] = {0.5, 0, 0, 0, 0, 0, 0, 0, 0};
    static const struct {
        const char *name, *instrument; /* as the entry has it; the id */
        const double *items;
        size_t count;
        double stated;
        hw_questionnaire_finding finding;
        hw_undefined undefined;
        double total;
        int64_t n;
        const char *band;
        int32_t item, flag;
    } rows[] = {
        {"PHQ-9", "phq-9", middling, 9, UNSAID, HW_QUESTIONNAIRE_SCORED, HW_UNDEFINED_NOT, 12, 9, "moderate",
         0, 0},
        {"phq9", "phq-9", middling, 9, 12, HW_QUESTIONNAIRE_SCORED, HW_UNDEFINED_NOT, 12, 9, "moderate", 0,
         0},
        {"phq-9", "phq-9", middling, 9, 13, HW_QUESTIONNAIRE_TOTAL_DIFFERS, HW_UNDEFINED_NOT, 12, 9,
         "moderate", 0, 0},
        {"phq-9", "phq-9", risky, 9, 2, HW_QUESTIONNAIRE_SCORED, HW_UNDEFINED_NOT, 2, 9, "minimal", 0, 9},
        {"phq-9", "phq-9", gaps, 9, UNSAID, HW_QUESTIONNAIRE_SCORED, HW_UNDEFINED_TOO_FEW, 0, 6, NULL, 0, 0},
        {"phq-9", "phq-9", gaps, 9, 6, HW_QUESTIONNAIRE_TOTAL_DIFFERS, HW_UNDEFINED_TOO_FEW, 0, 6, NULL, 0,
         0},
        {"phq-9", "phq-9", few, 9, UNSAID, HW_QUESTIONNAIRE_SCORED, HW_UNDEFINED_TOO_FEW, 0, 2, NULL, 0, 9},
        {"phq-9", "phq-9", wild, 9, 8, HW_QUESTIONNAIRE_REFUSED, HW_UNDEFINED_NO_VALUES, 0, 0, NULL, 2, 9},
        {"phq-9", "phq-9", broken, 9, UNSAID, HW_QUESTIONNAIRE_REFUSED, HW_UNDEFINED_NO_VALUES, 0, 0, NULL, 1,
         0},
        {"phq-2", "phq-2", middling, 9, UNSAID, HW_QUESTIONNAIRE_REFUSED, HW_UNDEFINED_NO_VALUES, 0, 0, NULL,
         0, 0},
        {"phq-9", "phq-9", NULL, 0, 21, HW_QUESTIONNAIRE_TOTAL_ONLY, HW_UNDEFINED_NOT, 21, 0, "severe", 0, 0},
        {"phq-9", "phq-9", NULL, 0, 28, HW_QUESTIONNAIRE_OUT_OF_RANGE, HW_UNDEFINED_NO_VALUES, 0, 0, NULL, 0,
         0},
        {"phq-9", "phq-9", NULL, 0, -1, HW_QUESTIONNAIRE_OUT_OF_RANGE, HW_UNDEFINED_NO_VALUES, 0, 0, NULL, 0,
         0},
        {"phq-9", "phq-9", NULL, 0, UNSAID, HW_QUESTIONNAIRE_TOTAL_ONLY, HW_UNDEFINED_NO_VALUES, 0, 0, NULL,
         0, 0},
        {"BDI-II", "BDI-II", middling, 9, 30, HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT, HW_UNDEFINED_NOT, 30, 0,
         NULL, 0, 0},
        {"BDI-II", "BDI-II", middling, 9, UNSAID, HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT, HW_UNDEFINED_NO_VALUES,
         0, 0, NULL, 0, 0},
        {NULL, NULL, NULL, 0, 5, HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT, HW_UNDEFINED_NOT, 5, 0, NULL, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scene s = open_scene();
        hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", rows[i].name);
        add_items(entry, rows[i].items, rows[i].count);
        add_total(entry, rows[i].stated);
        give(&s, entry);
        hw_questionnaires *all = all_of(&s, NULL);
        assert_int_equal(hw_questionnaires_count(all), 1);
        hw_estimate total = hw_questionnaires_total_at(all, 0);
        double stated = 77;
        if (hw_questionnaires_finding_at(all, 0) != rows[i].finding) {
            fail_msg("row %zu: %s", i, hw_questionnaire_finding_name(hw_questionnaires_finding_at(all, 0)));
        }
        assert_int_equal(total.undefined, rows[i].undefined);
        assert_true(total.value == rows[i].total);
        assert_int_equal(total.n, rows[i].n);
        assert_int_equal(hw_questionnaires_item_at(all, 0), rows[i].item);
        assert_int_equal(hw_questionnaires_flag_count(all, 0), rows[i].flag > 0);
        assert_int_equal(hw_questionnaires_flag_at(all, 0, 0), rows[i].flag);
        assert_int_equal(hw_questionnaires_stated_at(all, 0, &stated), !isnan(rows[i].stated));
        assert_true(stated == (isnan(rows[i].stated) ? 77 : rows[i].stated));
        assert_int_equal(hw_questionnaires_band_at(all, 0) != NULL, rows[i].band != NULL);
        if (rows[i].band) {
            assert_string_equal(hw_questionnaires_band_at(all, 0), rows[i].band);
        }
        assert_int_equal(hw_questionnaires_instrument_at(all, 0) != NULL, rows[i].instrument != NULL);
        if (rows[i].instrument) {
            assert_string_equal(hw_questionnaires_instrument_at(all, 0), rows[i].instrument);
        }
        hw_questionnaires_free(all);
        scene_close(&s);
    }
}

static void name_item(hw_entry *entry, int32_t group, const char *name, double score)
{
    assert_int_equal(hw_entry_add_answer(entry, "item", HW_PHASE_NONE, group, name), HW_OK);
    assert_int_equal(hw_entry_add_number(entry, "score", HW_PHASE_NONE, group, score), HW_OK);
}

static void test_items_are_named_by_number_code_or_wording(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second;
        hw_questionnaire_finding finding;
        double total;
        int32_t item;
    } rows[] = {
        {"1", "2", HW_QUESTIONNAIRE_SCORED, 5, 0},
        {"2", "1", HW_QUESTIONNAIRE_SCORED, 5, 0},
        {"44250-9", "44255-8", HW_QUESTIONNAIRE_SCORED, 5, 0},
        {"Little interest or pleasure in doing things", "2", HW_QUESTIONNAIRE_SCORED, 5, 0},
        {"1", "1", HW_QUESTIONNAIRE_REFUSED, 0, 1},
        {"1", "3", HW_QUESTIONNAIRE_REFUSED, 0, 0},
        {"1", "0", HW_QUESTIONNAIRE_REFUSED, 0, 0},
        {"1", "Feeling down", HW_QUESTIONNAIRE_REFUSED, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scene s = open_scene();
        hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", "phq-2");
        name_item(entry, 5, rows[i].first, 2);
        name_item(entry, 9, rows[i].second, 3);
        give(&s, entry);
        hw_questionnaires *all = all_of(&s, NULL);
        assert_int_equal(hw_questionnaires_finding_at(all, 0), rows[i].finding);
        assert_true(hw_questionnaires_total_at(all, 0).value == rows[i].total);
        assert_int_equal(hw_questionnaires_item_at(all, 0), rows[i].item);
        hw_questionnaires_free(all);
        scene_close(&s);
    }
}

/* Of two answers to one item the one that flags is not passed over, and none that comes after many. */
static void test_no_flag_hides_behind_another_answer(void **state)
{
    (void)state;
    static const double many[300];
    for (int order = 0; order < 3; order++) {
        scene s = open_scene();
        hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", "phq-9");
        add_items(entry, many, order == 2 ? 300 : 0);
        name_item(entry, 301, "9", order == 1 ? 2 : 0);
        name_item(entry, 302, "9", order == 1 ? 0 : 2);
        give(&s, entry);
        hw_questionnaires *all = all_of(&s, NULL);
        assert_int_equal(hw_questionnaires_finding_at(all, 0), HW_QUESTIONNAIRE_REFUSED);
        assert_int_equal(hw_questionnaires_flag_at(all, 0, 0), 9);
        hw_questionnaires_free(all);
        scene_close(&s);
    }
}

/* ---- which entries ---- */

static void report(scene *s, const char *assignment, const char *at, double total, hw_visibility visibility)
{
    hw_entry *entry = begin(assignment, at, "phq-9");
    add_total(entry, total);
    assert_int_equal(hw_entry_set_visibility(entry, visibility), HW_OK);
    give(s, entry);
}

static void test_private_ones_are_left_out_unless_asked_for(void **state)
{
    (void)state;
    scene s = open_scene();
    report(&s, "form", "2025-03-03T19:30:00+01:00", 5, HW_VISIBILITY_SHARED);
    report(&s, "form", "2025-03-04T19:30:00+01:00", 6, HW_VISIBILITY_SHARED_SUMMARY);
    report(&s, "form", "2025-03-05T19:30:00+01:00", 7, HW_VISIBILITY_PRIVATE);
    hw_questionnaires *all = all_of(&s, NULL);
    assert_int_equal(hw_questionnaires_count(all), 2);
    assert_int_equal(hw_questionnaires_left_out(all), 1);
    assert_int_equal(hw_questionnaires_visibility_at(all, 1), HW_VISIBILITY_SHARED_SUMMARY);
    hw_questionnaires_free(all);
    hw_questionnaires_options *options = hw_questionnaires_options_new(NULL);
    assert_int_equal(hw_questionnaires_options_set_private(options, true, NULL), HW_OK);
    all = all_of(&s, options);
    assert_int_equal(hw_questionnaires_count(all), 3);
    assert_int_equal(hw_questionnaires_left_out(all), 0);
    assert_true(hw_questionnaires_total_at(all, 2).value == 7);
    hw_questionnaires_free(all);
    hw_questionnaires_options_free(options);
    scene_close(&s);
}

/* What is shared as a summary tells its numbers, and no word that somebody wrote. */
static void test_summaries_tell_no_words(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) { /* the id of an instrument is no word of theirs */
        scene s = open_scene();
        hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", i ? "the one of Dr. Q" : "PHQ 9");
        assert_int_equal(hw_entry_add_answer(entry, "version", HW_PHASE_NONE, 0, "by Dr. Q"), HW_OK);
        hw_entry_set_visibility(entry, HW_VISIBILITY_SHARED_SUMMARY);
        give(&s, entry);
        hw_questionnaires *all = all_of(&s, NULL);
        assert_true(!hw_questionnaires_version_at(all, 0) &&
                    !hw_questionnaires_instrument_at(all, 0) == (i == 1));
        hw_questionnaires_free(all);
        scene_close(&s);
    }
}

/* A form of the assignment's own that keeps its total to its author. */
static void test_confidential_answers_are_private(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *edit = scene_edit(&s, "form");
    hw_field *total = hw_field_new("total", HW_FIELD_NUMBER, NULL);
    assert_int_equal(hw_field_set_confidential(total, true), HW_OK);
    assert_int_equal(hw_assignment_add_field(edit, total), HW_OK);
    hw_field_free(total);
    scene_effective(&s, "2025-03-01T09:00");
    scene_give(&s, edit);
    scene_now(&s, "2025-04-02T09:00:00+02:00");
    report(&s, "form", "2025-04-01T19:30:00+02:00", 5, HW_VISIBILITY_SHARED);
    hw_questionnaires *all = all_of(&s, NULL);
    assert_int_equal(hw_questionnaires_count(all), 0);
    assert_int_equal(hw_questionnaires_left_out(all), 1);
    hw_questionnaires_free(all);
    scene_close(&s);
}

static void test_only_entries_that_count(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    report(&s, "other", "2025-03-03T19:30:00+01:00", 1, HW_VISIBILITY_SHARED);
    give(&s, begin("form", "2025-03-03T19:30:00+01:00", NULL)); /* says nothing */
    report(&s, "form", "2025-03-10T19:30:00+01:00", 10, HW_VISIBILITY_SHARED);
    report(&s, "form", "2025-03-03T23:59:59+01:00", 3, HW_VISIBILITY_SHARED);
    report(&s, "form", "2025-03-09T00:00:00+01:00", 9, HW_VISIBILITY_SHARED);
    hw_instant before = s.now.instant;
    scene_now(&s, "2025-04-03T09:00:00+02:00");
    report(&s, "form", "2025-03-08T10:00:00+01:00", 8, HW_VISIBILITY_SHARED);
    hw_change *change = hw_change_new(s.now, "me", "phone", &err);
    hw_log *log = hw_plan_entries(s.plan, &err);
    for (size_t i = 0; i < hw_log_count(log); i++) { /* the one of the 10th was a mistake */
        if (hw_moment_local(hw_log_happened_at(log, i)).date.day == 10) {
            assert_int_equal(hw_plan_void_entry(s.plan, hw_log_id_at(log, i), change, &err), HW_OK);
        }
    }
    hw_log_unref(log);
    hw_change_free(change);
    hw_questionnaires *all = all_of(&s, NULL);
    static const double totals[] = {3, 8, 9};
    assert_int_equal(hw_questionnaires_count(all), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(hw_questionnaires_total_at(all, i).value == totals[i]);
    }
    hw_questionnaires_free(all);
    /* As it was known before: with the mistake, without what came later. */
    all = hw_plan_questionnaires(s.plan, scene_date("2025-03-03"), scene_date("2025-03-11"), before, NULL,
                                 &err);
    assert_int_equal(hw_questionnaires_count(all), 3);
    assert_true(hw_questionnaires_total_at(all, 1).value == 9);
    assert_true(hw_questionnaires_total_at(all, 2).value == 10);
    hw_questionnaires_free(all);
    /* A window: its first day, but not the day after its last. */
    all = hw_plan_questionnaires(s.plan, scene_date("2025-03-08"), scene_date("2025-03-09"), s.now.instant,
                                 NULL, &err);
    assert_int_equal(hw_questionnaires_count(all), 1);
    hw_questionnaires_free(all);
    all = hw_plan_questionnaires(s.plan, scene_date("2025-03-08"), scene_date("2025-03-08"), s.now.instant,
                                 NULL, &err);
    assert_int_equal(hw_questionnaires_count(all), 0);
    hw_questionnaires_free(all);
    scene_close(&s);
}

/* ---- series ---- */

static void test_series(void **state)
{
    (void)state;
    scene s = open_scene();
    static const double gaps[] = {1, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, 1};
    report(&s, "form", "2025-03-10", 10, HW_VISIBILITY_SHARED);
    report(&s, "form", "2025-03-03T18:00:00+01:00", 14, HW_VISIBILITY_SHARED);
    hw_entry *entry = begin("form", "2025-03-07T06:00:00+09:00", "phq-9");
    add_items(entry, gaps, 9);
    give(&s, entry);
    entry = begin("form", "2025-03-06T06:00:00+01:00", "gad-7");
    add_total(entry, 3);
    give(&s, entry);
    hw_questionnaires *all = all_of(&s, NULL);
    double days[4] = {0}, totals[4] = {0};
    const double first = 20150; /* 2025-03-03 */
    assert_int_equal(hw_questionnaires_series(all, "PHQ9", days, totals, 4), 3);
    assert_true(days[0] == first + 0.75 && totals[0] == 14);
    assert_true(days[1] == first + 4.25 && isnan(totals[1]));
    assert_true(days[2] == first + 7 && totals[2] == 10);
    assert_true(days[3] == 0);
    days[1] = totals[1] = 77;
    assert_int_equal(hw_questionnaires_series(all, "phq-9", days, totals, 1), 3);
    assert_true(days[1] == 77 && totals[1] == 77);
    assert_int_equal(hw_questionnaires_series(all, "phq-9", NULL, NULL, 9), 3);
    assert_int_equal(hw_questionnaires_series(all, "gad-7", NULL, NULL, 0), 1);
    assert_int_equal(hw_questionnaires_series(all, "k10", days, totals, 4), 0);
    assert_int_equal(hw_questionnaires_series(all, NULL, days, totals, 4), 0);
    assert_int_equal(hw_questionnaires_series(NULL, "phq-9", days, totals, 4), 0);
    hw_questionnaires_free(all);
    scene_close(&s);
}

/* ---- options ---- */

static void test_how_to_score_can_be_said(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    static const double answers[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 4};
    hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", "k10");
    add_items(entry, answers, 10);
    give(&s, entry);
    hw_questionnaires *all = all_of(&s, NULL);
    assert_int_equal(hw_questionnaires_finding_at(all, 0), HW_QUESTIONNAIRE_REFUSED);
    hw_questionnaires_free(all);
    hw_scoring_options *scoring = hw_scoring_options_new(&err);
    hw_questionnaires_options *options = hw_questionnaires_options_new(&err);
    assert_int_equal(hw_scoring_options_set_variant(scoring, "0-4", &err), HW_OK);
    assert_int_equal(hw_questionnaires_options_add(options, hw_instrument_find("k10"), scoring, &err), HW_OK);
    all = all_of(&s, options);
    assert_int_equal(hw_questionnaires_finding_at(all, 0), HW_QUESTIONNAIRE_SCORED);
    assert_true(hw_questionnaires_total_at(all, 0).value == 4);
    assert_string_equal(hw_questionnaires_band_at(all, 0), "low");
    hw_questionnaires_free(all);
    assert_int_equal(hw_questionnaires_options_add(options, hw_instrument_find("wsas"), scoring, &err),
                     HW_ERR_NOT_FOUND);
    assert_int_equal(hw_questionnaires_options_add(options, NULL, scoring, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_questionnaires_options_add(NULL, hw_instrument_find("k10"), NULL, &err),
                     HW_ERR_ARGUMENT);
    assert_int_equal(hw_questionnaires_options_set_private(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_scoring_options_free(scoring);
    hw_questionnaires_options_free(options);
    hw_questionnaires_options_free(NULL);
    scene_close(&s);
}

#if HW_WITH_JSON
static void test_own_instruments(void **state)
{
    (void)state;
    static const char text[] =
        "{\"id\": \"%s\", \"title\": \"Our own\", \"version\": \"1\", \"licence\": \"Ours\", \"source\": "
        "\"Us\","
        " \"better\": \"lower\", \"method\": \"sum\", \"times\": 2,"
        " \"items\": [{\"min\": 0, \"max\": 9}, {\"min\": 0, \"max\": 9, \"safety\": 4}]}";
    static const char *const ids[] = {"own", "phq-9"};
    scene s = open_scene();
    static const double answers[] = {3, 4};
    for (size_t i = 0; i < 2; i++) {
        hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", ids[i]);
        add_items(entry, answers, 2);
        give(&s, entry);
    }
    hw_questionnaires_options *options = hw_questionnaires_options_new(NULL);
    for (int round = 0; round < 2; round++) { /* the second time they take their own places */
        for (size_t i = 0; i < 2; i++) {
            char document[512];
            snprintf(document, sizeof document, text, ids[i]);
            hw_instrument *own = hw_instrument_from_json(document, strlen(document), NULL);
            assert_non_null(own);
            assert_int_equal(hw_questionnaires_options_add(options, own, NULL, NULL), HW_OK);
            hw_instrument_unref(own);
        }
    }
    hw_questionnaires *all = all_of(&s, options);
    hw_questionnaires_options_free(options);
    assert_int_equal(hw_questionnaires_count(all), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_true(hw_questionnaires_total_at(all, i).value == 14);
        assert_int_equal(hw_questionnaires_flag_at(all, i, 0), 2);
        assert_string_equal(hw_instrument_title(
                                hw_questionnaire_score_instrument(hw_questionnaires_score_at(all, i))),
                            "Our own");
    }
    hw_questionnaires_free(all);
    scene_close(&s);
}

static void test_options_have_a_limit(void **state)
{
    (void)state;
    hw_error err;
    hw_questionnaires_options *options = hw_questionnaires_options_new(NULL);
    for (int i = 0; i <= 100; i++) {
        char document[256];
        snprintf(
            document, sizeof document,
            "{\"id\": \"i%d\", \"title\": \"T\", \"version\": \"1\", \"licence\": \"L\", \"source\": \"S\","
            " \"better\": \"lower\", \"method\": \"sum\", \"items\": [{\"min\": 0, \"max\": 1}]}",
            i);
        hw_instrument *own = hw_instrument_from_json(document, strlen(document), NULL);
        assert_int_equal(hw_questionnaires_options_add(options, own, NULL, &err),
                         i < 100 ? HW_OK : HW_ERR_LIMIT);
        hw_instrument_unref(own);
    }
    hw_questionnaires_options_free(options);
}
#endif

/* ---- the rest ---- */

static void test_bad_arguments(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    hw_date day = scene_date("2025-03-03"), next = scene_date("2025-03-04"), none = {2025, 2, 30};
    assert_null(hw_plan_questionnaires(NULL, day, next, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_questionnaires(s.plan, none, next, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_string_equal(err.subject, "from");
    assert_null(hw_plan_questionnaires(s.plan, day, none, 0, NULL, &err));
    assert_string_equal(err.subject, "to");
    assert_null(hw_plan_questionnaires(s.plan, next, day, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    hw_questionnaires *all = all_of(&s, NULL); /* an empty log */
    const hw_questionnaires *whom[] = {NULL, all};
    for (size_t i = 0; i < 2; i++) {
        double out = 77;
        assert_int_equal(hw_questionnaires_count(whom[i]), 0);
        assert_int_equal(hw_questionnaires_left_out(whom[i]), 0);
        assert_null(hw_questionnaires_entry_at(whom[i], 0));
        assert_null(hw_questionnaires_assignment_at(whom[i], 0));
        assert_null(hw_questionnaires_instrument_at(whom[i], 0));
        assert_null(hw_questionnaires_version_at(whom[i], 0));
        assert_null(hw_questionnaires_band_at(whom[i], 0));
        assert_null(hw_questionnaires_score_at(whom[i], 0));
        assert_int_equal(hw_questionnaires_happened_at(whom[i], 0).precision, HW_PRECISION_UNKNOWN);
        assert_int_equal(hw_questionnaires_visibility_at(whom[i], 0), HW_VISIBILITY_SHARED);
        assert_int_equal(hw_questionnaires_finding_at(whom[i], 0), HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT);
        assert_int_equal(hw_questionnaires_item_at(whom[i], 0), 0);
        assert_int_equal(hw_questionnaires_total_at(whom[i], 0).undefined, HW_UNDEFINED_NO_VALUES);
        assert_false(hw_questionnaires_stated_at(whom[i], 0, &out));
        assert_true(out == 77);
        assert_int_equal(hw_questionnaires_flag_count(whom[i], 0), 0);
        assert_int_equal(hw_questionnaires_flag_at(whom[i], 0, 0), 0);
    }
    hw_questionnaires_free(all);
    hw_questionnaires_free(NULL);
    assert_null(hw_questionnaires_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    scene_close(&s);
}

static void test_finding_names_are_the_enumerators(void **state)
{
    (void)state;
    enumerators declared = enumerators_read("homework/questionnaires.h", "hw_questionnaire_finding");
    assert_int_equal(declared.count, HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT + 1);
    for (int i = 0; i < declared.count; i++) {
        char word[64];
        enumerator_word(declared.names[i], "HW_QUESTIONNAIRE_", word);
        assert_string_equal(hw_questionnaire_finding_name((hw_questionnaire_finding)i), word);
    }
    assert_string_equal(hw_questionnaire_finding_name((hw_questionnaire_finding)declared.count), "unknown");
    assert_string_equal(hw_questionnaire_finding_name((hw_questionnaire_finding)-1), "unknown");
}

static const char *cell(const hw_table *table, const char *column)
{
    size_t at = hw_table_find(table, column);
    const int32_t *codes = hw_table_column_data(table, at);
    return codes[0] < 0 ? "" : hw_table_text_at(table, at, (size_t)codes[0]);
}

static void test_table_and_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    static const double answers[] = {0, 4, 4, 0, 0, 2, 0, 0, 0, UNSAID};
    hw_entry *entry = begin("form", "2025-03-03T19:30:00+01:00", "CORE-10");
    assert_int_equal(hw_entry_add_answer(entry, "version", HW_PHASE_NONE, 0, "2007"), HW_OK);
    add_items(entry, answers, 10);
    add_total(entry, 9);
    give(&s, entry);
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_questionnaires *all = hw_plan_questionnaires(s.plan, scene_date("2025-03-03"),
                                                        scene_date("2025-03-04"), s.now.instant, NULL, &err);
        hw_table *table = all ? hw_questionnaires_table(all, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        if (done) {
            assert_int_equal(hw_table_row_count(table), 1);
            assert_string_equal(cell(table, "instrument"), "core-10");
            assert_string_equal(cell(table, "version"), "2007");
            assert_string_equal(cell(table, "finding"), "total-differs");
            assert_string_equal(cell(table, "flags"), "6");
            assert_string_equal(cell(table, "band"), "healthy");
            assert_string_equal(cell(table, "visibility"), "shared");
            assert_true(((const double *)hw_table_column_data(table, hw_table_find(table, "total")))[0] == 2);
            assert_true(((const uint8_t *)hw_table_column_data(table, hw_table_find(table, "prorated")))[0]);
        }
        hw_table_free(table);
        hw_questionnaires_free(all);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_items_are_named_by_number_code_or_wording),
        cmocka_unit_test(test_no_flag_hides_behind_another_answer),
        cmocka_unit_test(test_private_ones_are_left_out_unless_asked_for),
        cmocka_unit_test(test_summaries_tell_no_words),
        cmocka_unit_test(test_confidential_answers_are_private),
        cmocka_unit_test(test_only_entries_that_count),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_how_to_score_can_be_said),
#if HW_WITH_JSON
        cmocka_unit_test(test_own_instruments),
        cmocka_unit_test(test_options_have_a_limit),
#endif
        cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_finding_names_are_the_enumerators),
        cmocka_unit_test(test_table_and_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
