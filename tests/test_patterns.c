/* SPDX-License-Identifier: MIT */
/* Patterns by weekday, part of the day, place, trigger and skill, by examples; and what is refused. */
#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "support/watch.h"

static size_t cell_of(const hw_patterns *patterns, hw_pattern dimension, int32_t key)
{
    for (size_t i = 0; i < hw_patterns_count(patterns); i++) {
        if (hw_patterns_dimension_at(patterns, i) == dimension && hw_patterns_key_at(patterns, i) == key) {
            return i;
        }
    }
    fail_msg("no cell %s %d", hw_pattern_name(dimension), key);
    return 0;
}

typedef struct expected {
    hw_pattern dimension;
    int32_t key;
    hw_cell_figure figure;
    double value;
    int64_t n, size;
    hw_undefined why;
} expected;

static void expect_figures(const hw_patterns *patterns, const expected *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t cell = cell_of(patterns, rows[i].dimension, rows[i].key);
        hw_estimate is = hw_patterns_figure_at(patterns, cell, rows[i].figure);
        if (fabs(is.value - rows[i].value) > 1e-12 || is.n != rows[i].n ||
            is.undefined != (int32_t)rows[i].why ||
            hw_patterns_size_at(patterns, cell, rows[i].figure) != rows[i].size) {
            fail_msg("row %zu: %g of %lld (%s), %lld in it", i, is.value, (long long)is.n,
                     hw_undefined_name((hw_undefined)is.undefined),
                     (long long)hw_patterns_size_at(patterns, cell, rows[i].figure));
        }
    }
}

/* ---- examples ---- */

#define WATCHED(at_) .assignment = "watch", .at = (at_), .extent = HW_EXTENT_DONE

/* 3 March 2025 is a Monday. */
static const report watched[] = {
    {.id = "b1",
     WATCHED("2025-03-03T04:59:59+01:00"),
     .place = "bus",
     .triggers = {"row", "noise"},
     .mood = 2},
    {.id = "b2", WATCHED("2025-03-03T05:00:00+01:00"), .place = "bus", .triggers = {"row", "row"}, .mood = 4},
    {.id = "b3", WATCHED("2025-03-04T12:00:00+01:00"), .triggers = {"row"}, .count = 3, .has_count = true},
    {.id = "b4", WATCHED("2025-03-05T17:00:00+01:00"), .place = "home", .skill = "breathing", .mood = 6},
    {.id = "none1", WATCHED("2025-03-10"), .place = "bus", .has_count = true}, /* it did not occur */
    {.id = "none2",
     .assignment = "watch",
     .at = "2025-03-11",
     .extent = HW_EXTENT_NO_OPPORTUNITY,
     .triggers = {"row"}},
    {.id = "tick", WATCHED("2025-03-12")}, /* says nothing about it */
    {.id = "not", .assignment = "watch", .at = "2025-03-12", .extent = HW_EXTENT_NOT_ATTEMPTED},
    {.id = "p1",
     .assignment = "skill",
     .at = "2025-03-03T16:59:59+01:00",
     .extent = HW_EXTENT_PARTIAL,
     .skill = "breathing",
     .mood = 8},
    {.id = "undated", .assignment = "skill", .extent = HW_EXTENT_DONE, .skill = "breathing"},
};

static void log_watched(scene *s)
{
    for (size_t i = 0; i < COUNT_OF(watched); i++) {
        log_report(s, &watched[i]);
    }
}

static void test_counts(void **state)
{
    (void)state;
    static const expected rows[] = {
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_PRACTICES, 4, 4, 4, 0}, /* b1 b2 none1 p1 */
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_PRACTICE_SHARE, 4 / 7.0, 7, 4, 0},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_BEHAVIORS, 2, 2, 2, 0},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_BEHAVIOR_SHARE, 0.5, 4, 2, 0},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_BASE_RATE, 0.4, 5, 2, 0}, /* the 3rd and 10th of five days */
        {HW_PATTERN_WEEKDAY, 2, HW_CELL_BASE_RATE, 0.4, 5, 2, 0},
        {HW_PATTERN_WEEKDAY, 7, HW_CELL_PRACTICES, 0, 0, 0, 0},
        {HW_PATTERN_WEEKDAY, 7, HW_CELL_DONE, 0, 0, 0, HW_UNDEFINED_NOTHING_DUE},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_MEAN, 0, 0, 0, HW_UNDEFINED_NOT_STATED},
        {HW_PATTERN_DAY_PART, 1, HW_CELL_BEHAVIORS, 1, 1, 1, 0},
        {HW_PATTERN_DAY_PART, 2, HW_CELL_BEHAVIORS, 1, 1, 1, 0},
        {HW_PATTERN_DAY_PART, 3, HW_CELL_PRACTICES, 2, 2, 2, 0}, /* b3 p1 */
        {HW_PATTERN_DAY_PART, 4, HW_CELL_PRACTICES, 1, 1, 1, 0},
        {HW_PATTERN_DAY_PART, 0, HW_CELL_PRACTICES, 2, 2, 2, 0}, /* whole days: none1 tick */
        {HW_PATTERN_DAY_PART, 1, HW_CELL_BASE_RATE, 0, 0, 0, HW_UNDEFINED_NOT_APPLICABLE},
        {HW_PATTERN_PLACE, 1, HW_CELL_BEHAVIORS, 2, 2, 2, 0},
        {HW_PATTERN_PLACE, 1, HW_CELL_BASE_RATE, 0.4, 5, 2, 0},
        {HW_PATTERN_PLACE, 2, HW_CELL_BEHAVIOR_SHARE, 0.25, 4, 1, 0},
        {HW_PATTERN_PLACE, 0, HW_CELL_BEHAVIORS, 1, 1, 1, 0},
        {HW_PATTERN_PLACE, 1, HW_CELL_DONE, 0, 0, 0, HW_UNDEFINED_NOT_APPLICABLE},
        {HW_PATTERN_TRIGGER, 1, HW_CELL_BEHAVIOR_SHARE, 0.75, 4, 3, 0}, /* said twice it is once */
        {HW_PATTERN_TRIGGER, 1, HW_CELL_BASE_RATE, 0.6, 5, 3, 0},       /* the 3rd, 4th and 11th */
        {HW_PATTERN_TRIGGER, 2, HW_CELL_BEHAVIORS, 1, 1, 1, 0},
        {HW_PATTERN_TRIGGER, 0, HW_CELL_BEHAVIORS, 1, 1, 1, 0},
        {HW_PATTERN_SKILL, 1, HW_CELL_PRACTICES, 2, 2, 2, 0}, /* b4 p1 */
    };
    scene s = open_scene();
    log_watched(&s);
    hw_patterns *patterns = patterns_of(&s, NULL);
    expect_figures(patterns, rows, COUNT_OF(rows));
    assert_null(hw_patterns_name_at(patterns, cell_of(patterns, HW_PATTERN_TRIGGER, 1)));
    assert_string_equal(hw_patterns_name_at(patterns, cell_of(patterns, HW_PATTERN_WEEKDAY, 1)), "mo");
    assert_string_equal(hw_patterns_name_at(patterns, cell_of(patterns, HW_PATTERN_DAY_PART, 4)), "evening");
    assert_int_equal(hw_patterns_undated_count(patterns), 0); /* it was recorded in April */
    hw_patterns_free(patterns);
    scene_close(&s);
}

static void test_values(void **state)
{
    (void)state;
    static const expected rows[] = {
        {HW_PATTERN_PLACE, 1, HW_CELL_MEAN, 3, 2, 2, 0},
        {HW_PATTERN_PLACE, 2, HW_CELL_MEAN, 6, 1, 1, 0},
        {HW_PATTERN_PLACE, 0, HW_CELL_MEAN, 8, 1, 1, 0},
        {HW_PATTERN_WEEKDAY, 2, HW_CELL_MEAN, 0, 0, 0, HW_UNDEFINED_NO_VALUES},
        {HW_PATTERN_PLACE, 1, HW_CELL_ASSOCIATION, -4 / 4.898979485566356, 4, 2, 0}, /* -4 / (2 sqrt 6) */
        {HW_PATTERN_WEEKDAY, 5, HW_CELL_ASSOCIATION, 0, 4, 0, HW_UNDEFINED_CONSTANT},
    };
    scene s = open_scene();
    hw_error err;
    log_watched(&s);
    hw_pattern_options *options = hw_pattern_options_new(&err);
    assert_int_equal(hw_pattern_options_set_measure(options, "mood", HW_PHASE_NONE, &err), HW_OK);
    hw_patterns *patterns = patterns_of(&s, options);
    expect_figures(patterns, rows, COUNT_OF(rows));
    hw_patterns_free(patterns);
    assert_int_equal(hw_pattern_options_set_field(options, "count", HW_PHASE_NONE, &err), HW_OK);
    patterns = patterns_of(&s, options);
    static const expected counts[] = {
        {HW_PATTERN_TRIGGER, 1, HW_CELL_MEAN, 3, 1, 1, 0},
        {HW_PATTERN_PLACE, 1, HW_CELL_MEAN, 0, 1, 1, 0},
    };
    expect_figures(patterns, counts, COUNT_OF(counts));
    hw_patterns_free(patterns);
    assert_int_equal(hw_pattern_options_set_assignment(options, "skill", &err), HW_OK);
    patterns = patterns_of(&s, options);
    static const expected one[] = {{HW_PATTERN_WEEKDAY, 1, HW_CELL_PRACTICES, 1, 1, 1, 0},
                                   {HW_PATTERN_WEEKDAY, 1, HW_CELL_BASE_RATE, 0, 0, 0,
                                    HW_UNDEFINED_NOT_STATED},
                                   {HW_PATTERN_WEEKDAY, 1, HW_CELL_MEAN, 0, 0, 0, HW_UNDEFINED_NO_VALUES}};
    expect_figures(patterns, one, COUNT_OF(one));
    hw_patterns_free(patterns);
    hw_pattern_options_free(options);
    scene_close(&s);
}

static void test_range_changed(void **state)
{
    (void)state;
    static const expected rows[] = {
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_MEAN, 0, 1, 1, HW_UNDEFINED_RANGE_CHANGED},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_ASSOCIATION, 0, 2, 1, HW_UNDEFINED_RANGE_CHANGED},
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_PRACTICES, 1, 1, 1, 0},
    };
    scene s = open_scene();
    hw_error err;
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    log_report(&s, &(report){.id = "a", WATCHED("2025-03-03"), .mood = 5});
    give_measure(&s, "mood", 100);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    log_report(&s, &(report){.id = "b", WATCHED("2025-03-12"), .mood = 50});
    hw_pattern_options *options = hw_pattern_options_new(&err);
    hw_pattern_options_set_measure(options, "mood", HW_PHASE_NONE, &err);
    hw_patterns *patterns = patterns_of(&s, options);
    expect_figures(patterns, rows, COUNT_OF(rows));
    hw_patterns_free(patterns);
    hw_pattern_options_free(options);
    scene_close(&s);
}

/* Done of due, by the day and time that it was due at. */
static void test_due(void **state)
{
    (void)state;
    static const expected rows[] = {
        {HW_PATTERN_WEEKDAY, 1, HW_CELL_DONE, 0.5, 2, 2, 0},
        {HW_PATTERN_WEEKDAY, 4, HW_CELL_DONE, 0, 1, 1, 0},
        {HW_PATTERN_WEEKDAY, 5, HW_CELL_DONE, 0, 0, 0, HW_UNDEFINED_NOTHING_DUE}, /* excused */
        {HW_PATTERN_WEEKDAY, 2, HW_CELL_DONE, 0, 1, 1, 0},                        /* where it was moved to */
        {HW_PATTERN_WEEKDAY, 0, HW_CELL_DONE, 0, 1, 1, 0},                        /* of a week */
        {HW_PATTERN_DAY_PART, 4, HW_CELL_DONE, 1 / 3.0, 3, 3, 0},
        {HW_PATTERN_DAY_PART, 2, HW_CELL_DONE, 0, 1, 1, 0},
        {HW_PATTERN_DAY_PART, 0, HW_CELL_DONE, 0, 1, 1, 0},
    };
    scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
    hw_error err;
    hw_assignment *draft = scene_recurring("a", "2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,WE,TH,FR");
    assert_int_equal(hw_assignment_add_move(draft, scene_local("2025-03-05T19:00"),
                                            scene_local("2025-03-04T08:00")),
                     HW_OK);
    scene_give(&s, draft);
    scene_give(&s, scene_quota("q", "2025-03-03", 2, 0, HW_PERIOD_WEEK));
    scene_now(&s, "2025-03-03T20:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T19:30:00+01:00", NULL);
    scene_excuse(&s, "x", "a", "2025-03-07T19:00", false);
    scene_now(&s, "2025-04-01T12:00:00+02:00");
    hw_patterns *patterns = hw_plan_patterns(s.plan, FROM, scene_date("2025-03-11"),
                                             scene_instant("2025-03-11T23:00:00+01:00"), NULL, &err);
    assert_non_null(patterns);
    expect_figures(patterns, rows, COUNT_OF(rows));
    hw_patterns_free(patterns);
    scene_close(&s);
}

static void test_few(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    log_watched(&s);
    hw_pattern_options *options = hw_pattern_options_new(&err);
    hw_pattern_options_set_enough(options, 3, &err);
    hw_patterns *patterns = patterns_of(&s, options);
    assert_false(hw_patterns_few_at(patterns, cell_of(patterns, HW_PATTERN_TRIGGER, 1), HW_CELL_BEHAVIORS));
    assert_true(hw_patterns_few_at(patterns, cell_of(patterns, HW_PATTERN_TRIGGER, 2), HW_CELL_BEHAVIORS));
    assert_int_equal(hw_patterns_comparisons(patterns, HW_PATTERN_TRIGGER, HW_CELL_BEHAVIORS), 1);
    assert_int_equal(hw_patterns_comparisons(patterns, HW_PATTERN_TRIGGER, HW_CELL_BASE_RATE), 1);
    assert_int_equal(hw_patterns_comparisons(patterns, HW_PATTERN_WEEKDAY, HW_CELL_PRACTICES), 1);
    assert_int_equal(hw_patterns_comparisons(patterns, HW_PATTERN_COUNT, HW_CELL_PRACTICES), 0);
    size_t all = 0;
    for (size_t i = 0; i < hw_patterns_count(patterns); i++) {
        for (int f = 0; f < HW_CELL_COUNT; f++) {
            hw_cell_figure figure = (hw_cell_figure)f;
            all += hw_patterns_key_at(patterns, i) > 0 && !hw_patterns_few_at(patterns, i, figure) &&
                   hw_patterns_figure_at(patterns, i, figure).undefined == HW_UNDEFINED_NOT;
        }
    }
    assert_int_equal(hw_patterns_all_comparisons(patterns), all);
    assert_true(all > 4);
    hw_patterns_free(patterns);
    hw_pattern_options_free(options);
    scene_close(&s);
}

static void test_private(void **state)
{
    (void)state;
    static const struct {
        bool private_too, texts;
        int64_t practices, said;
        size_t hidden;
        const char *name;
    } rows[] = {
        {false, false, 2, 1, 1, NULL},
        {false, true, 2, 1, 1, "CANARY open"},
        {true, false, 3, 3, 0, NULL},
        {true, true, 3, 3, 0, "CANARY open"},
    };
    scene s = open_scene();
    log_report(&s, &(report){.id = "a", WATCHED("2025-03-03"), .place = "CANARY open"});
    log_report(&s, &(report){.id = "b",
                             WATCHED("2025-03-03"),
                             .place = "CANARY summary",
                             .visibility = HW_VISIBILITY_SHARED_SUMMARY});
    log_report(&s, &(report){.id = "c",
                             WATCHED("2025-03-03"),
                             .place = "CANARY private",
                             .visibility = HW_VISIBILITY_PRIVATE});
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_pattern_options *options = hw_pattern_options_new(&err);
        hw_pattern_options_set_private(options, rows[i].private_too, &err);
        hw_pattern_options_set_texts(options, rows[i].texts, &err);
        hw_patterns *patterns = patterns_of(&s, options);
        size_t monday = cell_of(patterns, HW_PATTERN_WEEKDAY, 1),
               place = cell_of(patterns, HW_PATTERN_PLACE, 1);
        size_t not_said = cell_of(patterns, HW_PATTERN_PLACE, 0);
        assert_int_equal(hw_patterns_size_at(patterns, monday, HW_CELL_PRACTICES), rows[i].practices);
        assert_int_equal(hw_patterns_size_at(patterns, not_said, HW_CELL_PRACTICES),
                         rows[i].practices - rows[i].said);
        assert_int_equal(hw_patterns_private_count(patterns), rows[i].hidden);
        const char *name = hw_patterns_name_at(patterns, place);
        assert_true(rows[i].name ? name && strcmp(name, rows[i].name) == 0 : !name);
        hw_table *table = hw_patterns_table(patterns, &err);
        char *csv = hw_table_to_csv(table, NULL, &err);
        assert_true((strstr(csv, "CANARY") != NULL) == rows[i].texts);
        assert_true((strstr(csv, "CANARY private") != NULL) == (rows[i].texts && rows[i].private_too));
        assert_true((strstr(csv, "CANARY summary") != NULL) == (rows[i].texts && rows[i].private_too));
        hw_string_free(csv);
        hw_table_free(table);
        hw_patterns_free(patterns);
        hw_pattern_options_free(options);
    }
    scene_close(&s);
}

/* Words that were taken out are said by nobody: they are no place that two entries share. */
static void test_redacted(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_scene();
    log_report(&s, &(report){.id = "a", WATCHED("2025-03-03"), .place = "bus", .triggers = {"row"}});
    log_report(&s, &(report){.id = "b", WATCHED("2025-03-04"), .place = "bus", .triggers = {"row"}});
    hw_change *change = watch_change(&s);
    assert_int_equal(hw_plan_redact(s.plan, "b", change, &err), HW_OK);
    hw_change_free(change);
    hw_patterns *patterns = patterns_of(&s, NULL);
    for (int d = HW_PATTERN_PLACE; d <= HW_PATTERN_TRIGGER; d++) {
        for (int32_t key = 0; key < 2; key++) {
            size_t cell = cell_of(patterns, (hw_pattern)d, key);
            assert_int_equal(hw_patterns_size_at(patterns, cell, HW_CELL_BEHAVIORS), 1);
        }
    }
    assert_int_equal(hw_patterns_key_at(patterns, hw_patterns_count(patterns) - 1), 0); /* no skill */
    hw_patterns_free(patterns);
    scene_close(&s);
}

/* ---- what is refused ---- */

static void test_bad_input(void **state)
{
    (void)state;
    scene s = open_scene();
    const hw_instant now = s.now.instant;
    const struct {
        const hw_plan *plan;
        const char *assignment, *measure;
        hw_date from, to;
        hw_instant as_of;
        hw_status status;
        const char *subject;
    } rows[] = {
        {NULL, NULL, NULL, FROM, TO, now, HW_ERR_ARGUMENT, "plan"},
        {s.plan, "nothing", NULL, FROM, TO, now, HW_ERR_NOT_FOUND, "nothing"},
        {s.plan, "watch", NULL, FROM, TO, INT64_MIN, HW_ERR_NOT_FOUND, "watch"},
        {s.plan, NULL, "nothing", FROM, TO, now, HW_ERR_NOT_FOUND, "nothing"},
        {s.plan, NULL, "watch", FROM, TO, now, HW_ERR_NOT_FOUND, "watch"},
        {s.plan, NULL, NULL, TO, FROM, now, HW_ERR_RANGE, "to"},
        {s.plan, NULL, NULL, {2025, 2, 29}, TO, now, HW_ERR_ARGUMENT, "from"},
        {s.plan, NULL, NULL, FROM, {0, 0, 0}, now, HW_ERR_ARGUMENT, "to"},
        {s.plan, NULL, NULL, FROM, FROM, now, HW_OK, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_pattern_options *options = hw_pattern_options_new(&err);
        hw_pattern_options_set_assignment(options, rows[i].assignment, &err);
        if (rows[i].measure) {
            hw_pattern_options_set_measure(options, rows[i].measure, HW_PHASE_NONE, &err);
        }
        hw_patterns *patterns =
            hw_plan_patterns(rows[i].plan, rows[i].from, rows[i].to, rows[i].as_of, options, &err);
        if (err.status != (int32_t)rows[i].status || strcmp(err.subject, rows[i].subject) != 0 ||
            (patterns != NULL) != (rows[i].status == HW_OK)) {
            fail_msg("row %zu: %d, %s", i, err.status, err.subject);
        }
        hw_patterns_free(patterns);
        hw_pattern_options_free(options);
    }
    scene_close(&s);
}

static void test_options(void **state)
{
    (void)state;
    hw_error err;
    hw_pattern_options *o = hw_pattern_options_new(&err);
    assert_int_equal(hw_pattern_options_set_enough(o, 0, &err), HW_ERR_RANGE);
    assert_int_equal(hw_pattern_options_set_enough(o, 1000001, &err), HW_ERR_RANGE);
    assert_int_equal(hw_pattern_options_set_enough(o, 1, &err), HW_OK);
    assert_int_equal(hw_pattern_options_set_enough(NULL, 1, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_pattern_options_set_assignment(o, "no id", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_pattern_options_set_assignment(NULL, "a", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_pattern_options_set_measure(o, "", HW_PHASE_NONE, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_pattern_options_set_measure(o, NULL, HW_PHASE_NONE, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_pattern_options_set_measure(o, "a", (hw_phase)6, &err), HW_ERR_RANGE);
    assert_int_equal(hw_pattern_options_set_field(NULL, "a", HW_PHASE_NONE, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_pattern_options_set_private(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_pattern_options_set_texts(NULL, true, &err), HW_ERR_ARGUMENT);
    hw_pattern_options_free(o);
    hw_pattern_options_free(NULL);
    hw_patterns_free(NULL);
    assert_int_equal(hw_patterns_count(NULL), 0);
    assert_int_equal(hw_patterns_dimension_at(NULL, 0), HW_PATTERN_COUNT);
    assert_null(hw_patterns_name_at(NULL, 0));
    assert_int_equal(hw_patterns_figure_at(NULL, 0, HW_CELL_MEAN).undefined, HW_UNDEFINED_NO_VALUES);
    assert_int_equal(hw_patterns_size_at(NULL, 0, HW_CELL_MEAN), 0);
    assert_true(hw_patterns_few_at(NULL, 0, HW_CELL_MEAN));
    assert_null(hw_patterns_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    for (int i = 0; i < HW_PATTERN_COUNT; i++) {
        assert_int_equal(hw_pattern_find(hw_pattern_name((hw_pattern)i)), i);
    }
    for (int i = 0; i < HW_CELL_COUNT; i++) {
        assert_int_equal(hw_cell_figure_find(hw_cell_figure_name((hw_cell_figure)i)), i);
    }
    assert_int_equal(hw_pattern_find(NULL), HW_PATTERN_COUNT);
    assert_int_equal(hw_cell_figure_find("nothing"), HW_CELL_COUNT);
    assert_string_equal(hw_pattern_name(HW_PATTERN_COUNT), "unknown");
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    hw_pattern_options *options = hw_pattern_options_new(&err);
    hw_pattern_options_set_measure(options, "mood", HW_PHASE_NONE, &err);
    log_watched(&s);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_patterns *patterns = hw_plan_patterns(s.plan, FROM, TO, s.now.instant, options, &err);
        hw_table *table = patterns ? hw_patterns_table(patterns, &err) : NULL;
        hw__alloc_fail(0, 0);
        bool is_done = table != NULL;
        hw_table_free(table);
        hw_patterns_free(patterns);
        if (is_done) {
            assert_true(nth > 30);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_pattern_options_free(options);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),        cmocka_unit_test(test_values),
        cmocka_unit_test(test_range_changed), cmocka_unit_test(test_due),
        cmocka_unit_test(test_few),           cmocka_unit_test(test_private),

        cmocka_unit_test(test_bad_input),     cmocka_unit_test(test_options),
        cmocka_unit_test(test_redacted),      cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
