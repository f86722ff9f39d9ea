/* SPDX-License-Identifier: MIT */
/* Metrics by kind, skill, interval, week, month and measure; from occurrences that are there. What parts the
 * window, or the assignments, sums to the plan. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "schedule/occur.h"
#include "support/busy_plan.h"
#include "support/random_plan.h"
#include "support/story.h"

#define START "2025-03-01T11:00:00+01:00"
#define NOW "2025-04-20T12:00:00+02:00"

static hw_progress_options *by(const hw_subject *subjects, size_t count)
{
    hw_progress_options *options = hw_progress_options_new(NULL);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(hw_progress_options_add_by(options, subjects[i], NULL), HW_OK);
    }
    return options;
}

static hw_progress *progress_by(const hw_plan *plan, const char *from, const char *to, hw_subject subject)
{
    hw_error err;
    hw_progress_options *options = by(&subject, 1);
    hw_progress *progress =
        hw_plan_progress(plan, story_date(from), story_date(to), story_instant(NOW), options, &err);
    assert_int_equal(err.status, HW_OK);
    hw_progress_options_free(options);
    return progress;
}

typedef struct part {
    const char *id;
    int64_t generated, done, practices;
} part;

/* The subjects of a kind, in order, and nothing else of that kind. */
static void expect_parts(const hw_progress *progress, hw_subject kind, const part *parts, size_t count)
{
    size_t found = 0;
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        if (hw_progress_subject_at(progress, s) != kind) {
            continue;
        }
        if (!parts || found == count) {
            fail();
            return;
        }
        const part *its = &parts[found++];
        assert_string_equal(hw_progress_subject_id(progress, s), its->id);
        assert_int_equal(hw_progress_find(progress, kind, its->id), s);
        assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_GENERATED), its->generated);
        assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_DONE), its->done);
        assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_PRACTICES), its->practices);
    }
    assert_int_equal(found, count);
}

static void did_on(hw_plan *plan, const char *assignment, const char *key)
{
    char when[40];
    snprintf(when, sizeof when, "%sT18:00:00+01:00", key);
    story_did(plan, assignment, key, HW_EXTENT_DONE, when, when);
}

static void meet(hw_plan *plan, const char *id, const char *start, hw_session_outcome outcome)
{
    hw_change *change = story_change("2025-03-02T10:00:00+01:00");
    hw_session *session = hw_session_new(id, story_local(start), NULL);
    hw_session_set_state(session, outcome);
    assert_int_equal(hw_plan_add_session(plan, session, change, NULL), HW_OK);
    hw_session_unref(session);
    hw_change_free(change);
}

/* A walk on each day from Monday the 3rd of March 2025 to the 16th, a letter once; some of it was done. */
static hw_plan *fortnight(void)
{
    hw_plan *plan = story_new();
    hw_change *change = story_change(START);
    hw_skill *skill = hw_skill_new("pacing", "Pacing", NULL);
    assert_int_equal(hw_plan_add_skill(plan, skill, change, NULL), HW_OK);
    hw_skill_unref(skill);
    hw_change_free(change);
    hw_assignment *walk = story_recurring("walk", "2025-03-03", "FREQ=DAILY;COUNT=14");
    hw_assignment_add_skill(walk, "pacing");
    story_add(plan, walk, START);
    hw_assignment *letter = hw_assignment_new("letter", "A letter", HW_KIND_WORKSHEET, NULL);
    hw_assignment_set_once(letter, story_local("2025-03-31"));
    story_add(plan, letter, START);
    did_on(plan, "walk", "2025-03-03");
    did_on(plan, "walk", "2025-03-08");
    did_on(plan, "walk", "2025-03-09");
    did_on(plan, "walk", "2025-03-10");
    did_on(plan, "walk", "2025-03-16");
    did_on(plan, "letter", "2025-03-31");
    return plan;
}

static void test_kinds_and_skills(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *progress = progress_by(plan, "2025-03-01", "2025-04-02", HW_SUBJECT_KIND);
    static const part kinds[] = {{"worksheet", 1, 1, 1}, {"activity-scheduling", 14, 5, 5}};
    expect_parts(progress, HW_SUBJECT_KIND, kinds, COUNT_OF(kinds));
    expect_parts(progress, HW_SUBJECT_SKILL, NULL, 0);
    size_t walks = hw_progress_find(progress, HW_SUBJECT_KIND, "activity-scheduling");
    assert_int_equal(hw_progress_evidence_count(progress, walks, HW_METRIC_DONE_COUNT), 5);
    assert_int_equal(hw_progress_evidence_at(progress, walks, HW_METRIC_DONE_COUNT, 0), 0);
    assert_int_equal(hw_progress_evidence_at(progress, walks, HW_METRIC_DONE_COUNT, 4), 13);
    hw_progress_free(progress);
    progress = progress_by(plan, "2025-03-01", "2025-04-02", HW_SUBJECT_SKILL);
    static const part skills[] = {{"pacing", 14, 5, 5}};
    expect_parts(progress, HW_SUBJECT_SKILL, skills, COUNT_OF(skills));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_weeks_and_months(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *progress = progress_by(plan, "2025-03-05", "2025-03-20", HW_SUBJECT_WEEK);
    static const part weeks[] = {{"2025-03-03", 5, 2, 2}, {"2025-03-10", 7, 2, 2}, {"2025-03-17", 0, 0, 0}};
    expect_parts(progress, HW_SUBJECT_WEEK, weeks, COUNT_OF(weeks));
    size_t last = hw_progress_find(progress, HW_SUBJECT_WEEK, "2025-03-17");
    assert_int_equal(hw_progress_undefined(progress, last, HW_METRIC_DONE), HW_UNDEFINED_NOTHING_DUE);
    /* Of the first week: misses from Wednesday to Friday, then two done; four practices a week would be
     * more. */
    size_t first = hw_progress_find(progress, HW_SUBJECT_WEEK, "2025-03-03");
    assert_int_equal(hw_progress_numerator(progress, first, HW_METRIC_STREAK_BEST), 2);
    assert_int_equal(hw_progress_numerator(progress, first, HW_METRIC_STREAK_CURRENT), 2);
    assert_int_equal(hw_progress_numerator(progress, first, HW_METRIC_ELIGIBLE_DAYS), 5);
    assert_int_equal(hw_progress_evidence_count(progress, first, HW_METRIC_DONE), 5);
    assert_int_equal(hw_progress_evidence_at(progress, first, HW_METRIC_DONE_COUNT, 0), 3);
    assert_int_equal(hw_progress_evidence_at(progress, first, HW_METRIC_DONE_COUNT, 2), SIZE_MAX);
    hw_progress_free(progress);
    progress = progress_by(plan, "2025-03-05", "2025-04-02", HW_SUBJECT_MONTH);
    static const part months[] = {{"2025-03", 13, 5, 5}, {"2025-04", 0, 0, 0}};
    expect_parts(progress, HW_SUBJECT_MONTH, months, COUNT_OF(months));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* Weeks begin on the plan's day. */
static void test_weeks_from_sunday(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_settings *draft = hw_settings_edit(hw_plan_settings(plan), NULL);
    hw_settings_set_week_start(draft, HW_SUNDAY);
    hw_change *change = story_change("2025-03-17T10:00:00+01:00");
    assert_int_equal(hw_plan_revise_settings(plan, draft, change, NULL), HW_OK);
    hw_settings_unref(draft);
    hw_change_free(change);
    hw_progress *progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_WEEK);
    static const part weeks[] = {{"2025-03-02", 6, 2, 2}, {"2025-03-09", 7, 2, 2}, {"2025-03-16", 1, 1, 1}};
    expect_parts(progress, HW_SUBJECT_WEEK, weeks, COUNT_OF(weeks));
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* A day on which a session was held belongs to the interval that it begins; only held ones count. */
static void test_intervals(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_INTERVAL);
    static const part one[] = {{"", 14, 5, 5}};
    expect_parts(progress, HW_SUBJECT_INTERVAL, one, COUNT_OF(one));
    hw_progress_free(progress);
    meet(plan, "second", "2025-03-10T16:00", HW_SESSION_HELD);
    meet(plan, "first", "2025-03-05T16:00", HW_SESSION_HELD);
    meet(plan, "missed", "2025-03-07T16:00", HW_SESSION_MISSED);
    meet(plan, "again", "2025-03-10T09:00", HW_SESSION_HELD); /* not the last of the day */
    meet(plan, "planned", "2025-03-14T16:00", HW_SESSION_PLANNED);
    progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_INTERVAL);
    static const part several[] = {{"", 2, 1, 1}, {"first", 5, 2, 2}, {"second", 7, 2, 2}};
    expect_parts(progress, HW_SUBJECT_INTERVAL, several, COUNT_OF(several));
    hw_progress_free(progress);
    /* An interval that began before the window. */
    progress = progress_by(plan, "2025-03-08", "2025-03-10", HW_SUBJECT_INTERVAL);
    static const part inside[] = {{"first", 2, 2, 2}};
    expect_parts(progress, HW_SUBJECT_INTERVAL, inside, COUNT_OF(inside));
    hw_progress_free(progress);
    progress = progress_by(plan, "2025-03-08", "2025-03-08", HW_SUBJECT_INTERVAL);
    expect_parts(progress, HW_SUBJECT_INTERVAL, NULL, 0);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_too_many_weeks(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = fortnight();
    static const hw_subject kinds[] = {HW_SUBJECT_WEEK, HW_SUBJECT_MONTH};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        hw_progress_options *options = by(&kinds[i], 1);
        hw_progress *progress = hw_plan_progress(plan, story_date("0001-01-01"), story_date("9999-12-31"),
                                                 story_instant(NOW), options, &err);
        assert_null(progress);
        assert_int_equal(err.status, HW_ERR_LIMIT);
        hw_progress_options_free(options);
    }
    hw_plan_free(plan);
}

/* ---- goals and measures ---- */

static void test_a_measure(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_change *change = story_change(START);
    hw_measure *mood = hw_measure_new("mood", "Mood", HW_MEASURE_RATING, NULL);
    hw_measure_set_min(mood, 0);
    hw_measure_set_max(mood, 10);
    hw_measure_set_unit(mood, "{score}");
    assert_int_equal(hw_plan_add_measure(plan, mood, change, NULL), HW_OK);
    hw_measure_unref(mood);
    hw_change_free(change);
    for (int day = 0; day < 6; day++) { /* 2, 3, ... 7, every second day at noon */
        char when[40];
        snprintf(when, sizeof when, "2025-03-%02dT12:00:00+01:00", 3 + 2 * day);
        hw_entry *entry = story_entry("walk", NULL, HW_EXTENT_NONE, when);
        hw_entry_add_measure(entry, "mood", HW_PHASE_NONE, 2 + day);
        story_log(plan, entry, NULL, when);
    }
    hw_progress *progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_MEASURE);
    size_t s = hw_progress_find(progress, HW_SUBJECT_MEASURE, "mood");
    assert_true(s != SIZE_MAX);
    static const struct {
        hw_metric metric;
        double value;
    } rows[] = {
        {HW_METRIC_VALUES, 6},         {HW_METRIC_FIRST, 2},
        {HW_METRIC_LAST, 7},           {HW_METRIC_LEAST, 2},
        {HW_METRIC_GREATEST, 7},       {HW_METRIC_MEAN, 4.5},
        {HW_METRIC_MEDIAN, 4.5},       {HW_METRIC_CHANGE, 5},
        {HW_METRIC_SPAN, 10},          {HW_METRIC_SLOPE, 3.5},
        {HW_METRIC_LONGEST_GAP, 2},    {HW_METRIC_TREND_Z, 14 / 5.322906474223771},
        {HW_METRIC_TREND_P, 2. / 720},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        double value = NAN;
        assert_true(hw_progress_value(progress, s, rows[i].metric, &value));
        if (fabs(value - rows[i].value) > 1e-9) {
            print_error("%s: %.12g\n", hw_metric_name(rows[i].metric), value);
        }
        assert_true(fabs(value - rows[i].value) <= 1e-9);
        assert_int_equal(hw_progress_n(progress, s, rows[i].metric), 6);
        assert_true(hw_metric_applies(rows[i].metric, HW_SUBJECT_MEASURE));
        assert_false(hw_metric_applies(rows[i].metric, HW_SUBJECT_PLAN));
        assert_int_equal(hw_progress_undefined(progress, 0, rows[i].metric), HW_UNDEFINED_NOT_APPLICABLE);
    }
    assert_int_equal(hw_progress_undefined(progress, s, HW_METRIC_DONE), HW_UNDEFINED_NOT_APPLICABLE);
    /* In the table with the measure's own unit. */
    hw_table *table = hw_progress_table(progress, NULL);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(strstr(csv, "measure,mood,mean,4.5,{score},0,6,,false\r\n"));
    assert_non_null(strstr(csv, "measure,mood,slope,3.5,{score}/wk,0,6,,false\r\n"));
    assert_null(strstr(csv, "measure,mood,done,"));
    assert_null(strstr(csv, "{measure}"));
    hw_string_free(csv);
    hw_table_free(table);
    hw_progress_free(progress);
    /* Fewer values than a test of a trend takes; none at all. */
    progress = progress_by(plan, "2025-03-03", "2025-03-06", HW_SUBJECT_MEASURE);
    s = hw_progress_find(progress, HW_SUBJECT_MEASURE, "mood");
    assert_int_equal(hw_progress_undefined(progress, s, HW_METRIC_TREND_P), HW_UNDEFINED_TOO_FEW);
    assert_true(hw_progress_few(progress, s, HW_METRIC_MEAN));
    hw_progress_free(progress);
    progress = progress_by(plan, "2025-04-03", "2025-04-06", HW_SUBJECT_MEASURE);
    s = hw_progress_find(progress, HW_SUBJECT_MEASURE, "mood");
    assert_int_equal(hw_progress_undefined(progress, s, HW_METRIC_MEAN), HW_UNDEFINED_NO_VALUES);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_a_goal(void **state)
{
    (void)state;
    hw_plan *plan = fortnight();
    hw_progress *before = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_KIND);
    assert_int_equal(hw_progress_undefined(before, 0, HW_METRIC_GAS_T), HW_UNDEFINED_NO_VALUES);
    hw_progress_free(before);
    story_add_goal(plan, "outdoors", START);
    story_add_goal(plan, "other", START);
    story_add_step(plan, "block", "outdoors", START);
    meet(plan, "first", "2025-03-05T16:00", HW_SESSION_HELD);
    hw_instant then = story_instant("2025-03-01T07:00:00+01:00"); /* when nothing of this was known */
    before = hw_plan_progress(plan, story_date("2025-03-03"), story_date("2025-03-17"), then, NULL, NULL);
    assert_int_equal(hw_progress_undefined(before, 0, HW_METRIC_GAS_T), HW_UNDEFINED_NO_VALUES);
    hw_progress_free(before);
    hw_change *change = story_change("2025-03-06T10:00:00+01:00");
    hw_score *score = hw_score_new("score-1", "outdoors", "client", 1, NULL);
    hw_score_set_session(score, "first");
    assert_int_equal(hw_plan_add_score(plan, score, change, NULL), HW_OK);
    hw_score_unref(score);
    hw_progress *progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_KIND);
    size_t goal = hw_progress_find(progress, HW_SUBJECT_GOAL, "outdoors");
    size_t other = hw_progress_find(progress, HW_SUBJECT_GOAL, "other");
    double value = -9;
    assert_true(hw_progress_value(progress, goal, HW_METRIC_GAS_LEVEL, &value) && value == 1);
    assert_int_equal(hw_progress_undefined(progress, other, HW_METRIC_GAS_LEVEL), HW_UNDEFINED_NO_VALUES);
    assert_true(hw_progress_value(progress, 0, HW_METRIC_GAS_T, &value) && fabs(value - 60) < 1e-9);
    assert_true(hw_progress_value(progress, goal, HW_METRIC_STEPS_MET, &value) && value == 0);
    assert_int_equal(hw_progress_denominator(progress, goal, HW_METRIC_STEPS_MET), 1);
    assert_int_equal(hw_progress_undefined(progress, other, HW_METRIC_STEPS_MET), HW_UNDEFINED_NOT_STATED);
    assert_int_equal(hw_progress_undefined(progress, goal, HW_METRIC_TARGET_REACHED),
                     HW_UNDEFINED_NOT_STATED);
    assert_int_equal(hw_progress_undefined(progress, goal, HW_METRIC_MOVEMENT), HW_UNDEFINED_NOT_STATED);
    hw_progress_free(progress);
    /* A second rater who says something else: neither is taken for both. */
    score = hw_score_new("score-2", "outdoors", "mk", -1, NULL);
    hw_score_set_session(score, "first");
    assert_int_equal(hw_plan_add_score(plan, score, change, NULL), HW_OK);
    hw_score_unref(score);
    hw_change_free(change);
    progress = progress_by(plan, "2025-03-03", "2025-03-17", HW_SUBJECT_KIND);
    assert_int_equal(hw_progress_undefined(progress, goal, HW_METRIC_GAS_LEVEL), HW_UNDEFINED_NOT_STATED);
    assert_int_equal(hw_progress_undefined(progress, 0, HW_METRIC_GAS_T), HW_UNDEFINED_NOT_STATED);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* ---- from occurrences that are there ---- */

static void test_from_occurrences(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = fortnight();
    hw_occurrences *list = hw_plan_occurrences(plan, story_date("2025-03-03"), story_date("2025-03-17"),
                                               story_instant(NOW), NULL);
    hw_progress *progress = hw_occurrences_progress(plan, list, NULL, &err);
    assert_int_equal(err.status, HW_OK);
    assert_ptr_equal(hw_progress_occurrences(progress), list);
    hw_occurrences_free(list); /* the progress is an owner, too */
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_DONE), 5);
    assert_int_equal(hw_progress_evidence_at(progress, 0, HW_METRIC_DONE_COUNT, 4), 13);
    assert_int_equal(hw_occurrences_count(hw_progress_occurrences(progress)), 14);
    hw_progress_free(progress);

    list = hw_plan_occurrences(plan, story_date("2025-03-03"), story_date("2025-03-17"), story_instant(NOW),
                               NULL);
    assert_null(hw_occurrences_progress(NULL, list, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_occurrences_progress(plan, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    did_on(plan, "walk", "2025-03-11");
    assert_null(hw_occurrences_progress(plan, list, NULL, &err));
    assert_int_equal(err.status, HW_ERR_STATE);
    hw_plan *another = story_new();
    assert_null(hw_occurrences_progress(another, list, NULL, &err));
    assert_int_equal(err.status, HW_ERR_STATE);
    hw_plan_free(another);
    hw_occurrences_free(list);
    hw_plan_free(plan);
}

static void test_without_memory(void **state)
{
    (void)state;
    static const hw_subject all[] = {HW_SUBJECT_KIND, HW_SUBJECT_SKILL, HW_SUBJECT_INTERVAL,
                                     HW_SUBJECT_WEEK, HW_SUBJECT_MONTH, HW_SUBJECT_MEASURE};
    hw_plan *plan = fortnight();
    meet(plan, "first", "2025-03-05T16:00", HW_SESSION_HELD);
    story_hold(plan, "trip", "2025-03-12", "2025-03-13", "2025-03-11T09:00:00+01:00");
    hw_progress_options *options = by(all, COUNT_OF(all));
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_progress *progress = hw_plan_progress(plan, story_date("2025-03-03"), story_date("2025-03-17"),
                                                 story_instant(NOW), options, &err);
        hw__alloc_fail(0, 0);
        if (!progress) {
            assert_int_equal(err.status, HW_ERR_MEMORY);
            continue;
        }
        /* Without memory for lists the evidence is found all the same. */
        for (size_t lists = 0; lists < 2; lists++) {
            for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
                size_t count = hw_progress_evidence_count(progress, s, HW_METRIC_DONE_COUNT);
                for (size_t i = 0; i < count; i++) {
                    hw__alloc_fail(lists == 0, 1);
                    size_t at = hw_progress_evidence_at(progress, s, HW_METRIC_DONE_COUNT, i);
                    hw__alloc_fail(0, 0);
                    assert_int_equal(hw_occurrences_status_at(hw_progress_occurrences(progress), at),
                                     HW_STATUS_DONE);
                }
            }
        }
        hw_progress_free(progress);
        assert_true(nth > 20);
        break;
    }
    hw_progress_options_free(options);
    hw_plan_free(plan);
}

/* ---- sums ---- */

/* What is counted sums; rates, runs, means and days of the week do not, nor what is rounded. */
static bool sums(int metric)
{
    switch (metric) {
    case HW_METRIC_STRENGTH:
    case HW_METRIC_STREAK_CURRENT:
    case HW_METRIC_STREAK_BEST:
    case HW_METRIC_MINUTES:
    case HW_METRIC_MINUTES_PER_WEEK:
    case HW_METRIC_WEEKDAYS:
    case HW_METRIC_WEEKDAY_EVENNESS:
        return false;
    default:
        return metric < HW_METRIC_TARGET_REACHED;
    }
}

static void expect_sum(const hw_progress *progress, hw_subject kind)
{
    bool spans = kind == HW_SUBJECT_INTERVAL || kind == HW_SUBJECT_WEEK || kind == HW_SUBJECT_MONTH;
    double minutes = 0, whole = 0;
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        int64_t sum = 0;
        for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
            if (hw_progress_subject_at(progress, s) == kind) {
                double value = 0;
                sum += hw_progress_numerator(progress, s, (hw_metric)m);
                hw_progress_value(progress, s, HW_METRIC_MINUTES, &value);
                minutes += m == 0 ? value : 0;
            }
        }
        if (sums(m) && (spans || m != HW_METRIC_ELIGIBLE_DAYS)) {
            if (sum != hw_progress_numerator(progress, 0, (hw_metric)m)) {
                print_error("%s of kind %d\n", hw_metric_name((hw_metric)m), (int)kind);
            }
            assert_int_equal(sum, hw_progress_numerator(progress, 0, (hw_metric)m));
        }
    }
    hw_progress_value(progress, 0, HW_METRIC_MINUTES, &whole);
    assert_true(fabs(minutes - whole) < 1e-6);
}

/* A skill's numbers are the sums of its assignments'. */
static void expect_skills(const hw_plan *plan, const hw_progress *progress)
{
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        if (hw_progress_subject_at(progress, s) != HW_SUBJECT_SKILL) {
            continue;
        }
        int64_t sum = 0;
        for (size_t a = 0; a < hw_progress_subject_count(progress); a++) {
            const char *id = hw_progress_subject_id(progress, a);
            const hw_assignment *its = hw_progress_subject_at(progress, a) == HW_SUBJECT_ASSIGNMENT
                                           ? hw_plan_assignment(plan, id)
                                           : NULL;
            for (size_t i = 0; its && i < hw_assignment_skill_count(its); i++) {
                if (strcmp(hw_assignment_skill_at(its, i), hw_progress_subject_id(progress, s)) == 0) {
                    sum += hw_progress_numerator(progress, a, HW_METRIC_CREDIT);
                    break;
                }
            }
        }
        assert_int_equal(hw_progress_numerator(progress, s, HW_METRIC_CREDIT), sum);
    }
}

/* Strength and streaks of a span are those of a window of its days. */
static void expect_windows(const hw_plan *plan, const hw_progress *progress, hw_instant as_of, hw_date from,
                           hw_date to)
{
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        hw_date first, after;
        char text[20];
        if (hw_progress_subject_at(progress, s) != HW_SUBJECT_MONTH) {
            continue;
        }
        snprintf(text, sizeof text, "%s-01", hw_progress_subject_id(progress, s));
        assert_int_equal(hw_date_parse(text, &first, NULL), HW_OK);
        after = hw_date_add_days(first, 31);
        after.day = 1;
        first = hw_date_compare(first, from) < 0 ? from : first;
        after = hw_date_compare(after, to) > 0 ? to : after;
        hw_progress *month = hw_plan_progress(plan, first, after, as_of, NULL, NULL);
        for (int m = 0; m < HW_METRIC_TARGET_REACHED; m++) {
            double a = -1, b = -1;
            hw_progress_value(progress, s, (hw_metric)m, &a);
            hw_progress_value(month, 0, (hw_metric)m, &b);
            if (fabs(a - b) > 1e-9) {
                print_error("%s of %s: %.12g, %.12g\n", hw_metric_name((hw_metric)m), text, a, b);
            }
            assert_true(fabs(a - b) <= 1e-9);
            assert_int_equal(hw_progress_undefined(progress, s, (hw_metric)m),
                             hw_progress_undefined(month, 0, (hw_metric)m));
        }
        hw_progress_free(month);
    }
}

static void test_parts_sum_to_the_whole(void **state)
{
    (void)state;
    static const hw_subject all[] = {HW_SUBJECT_KIND, HW_SUBJECT_SKILL, HW_SUBJECT_INTERVAL,
                                     HW_SUBJECT_WEEK, HW_SUBJECT_MONTH, HW_SUBJECT_MEASURE};
    test_random random = random_start("progress, by parts", 52);
    hw_progress_options *options = by(all, COUNT_OF(all));
    for (long round = random_rounds(60, 4000); round > 0; round--) {
        hw_error err;
        bool busy = random_chance(&random, 50);
        hw_plan *plan = busy ? busy_plan_new(&random) : random_plan_new(&random, random_int(&random, 0, 150));
        hw_instant as_of = busy ? busy_instant(hw_date_add_days(BUSY_FIRST, BUSY_DAYS + 60))
                                : random_editor_start(plan, "look").now;
        hw_date today = hw_moment_local(hw_moment_at(as_of, 0)).date;
        hw_date from = hw_date_add_days(busy ? BUSY_FIRST : today, -random_int(&random, 0, 120));
        hw_date to = hw_date_add_days(from, random_int(&random, 0, 160));
        hw_progress *progress = hw_plan_progress(plan, from, to, as_of, options, &err);
        assert_int_equal(err.status, HW_OK);
        expect_sum(progress, HW_SUBJECT_ASSIGNMENT);
        expect_sum(progress, HW_SUBJECT_KIND);
        if (hw_date_compare(from, to) < 0) {
            expect_sum(progress, HW_SUBJECT_INTERVAL);
            expect_sum(progress, HW_SUBJECT_WEEK);
            expect_sum(progress, HW_SUBJECT_MONTH);
        }
        expect_skills(plan, progress);
        expect_windows(plan, progress, as_of, from, to);
        hw_progress_free(progress);
        hw_plan_free(plan);
    }
    hw_progress_options_free(options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_and_skills),
        cmocka_unit_test(test_weeks_and_months),
        cmocka_unit_test(test_weeks_from_sunday),
        cmocka_unit_test(test_intervals),
        cmocka_unit_test(test_too_many_weeks),
        cmocka_unit_test(test_a_measure),
        cmocka_unit_test(test_a_goal),
        cmocka_unit_test(test_from_occurrences),
        cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_parts_sum_to_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
