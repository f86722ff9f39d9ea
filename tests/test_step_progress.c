/* SPDX-License-Identifier: MIT */
/* What counts for a step's criterion and when it was met, by examples and against a count by hand over
 * random entries. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/random.h"
#include "support/scene.h"

#define NOW "2025-04-01T12:00:00+02:00"

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static void add_goal(scene *s, const char *id)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_goal *goal = hw_goal_new(id, "Sleep", &err);
    assert_int_equal(hw_plan_add_goal(s->plan, goal, change, &err), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
}

static void add_measure(scene *s, const char *id)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_measure *measure = hw_measure_new(id, "Distress", HW_MEASURE_RATING, &err);
    assert_int_equal(hw_plan_add_measure(s->plan, measure, change, &err), HW_OK);
    hw_measure_unref(measure);
    hw_change_free(change);
}

static hw_step *step_draft(const char *id, const char *goal, int32_t position)
{
    hw_error err;
    hw_step *step = hw_step_new(id, goal, "A step", &err);
    assert_int_equal(hw_step_set_position(step, position), HW_OK);
    return step;
}

/* Takes it in as a new one or as a revision, and lets it go. */
static void give_step(scene *s, hw_step *step)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_status status = hw_plan_step(s->plan, hw_step_id(step))
                           ? hw_plan_revise_step(s->plan, step, change, &err)
                           : hw_plan_add_step(s->plan, step, change, &err);
    assert_int_equal(status, HW_OK);
    hw_step_unref(step);
    hw_change_free(change);
}

static void give_practice(scene *s, const char *id, const char *step)
{
    hw_error err;
    hw_assignment *a = hw_assignment_new(id, "Practice", HW_KIND_EXPOSURE, &err);
    if (step) {
        assert_int_equal(hw_assignment_add_step(a, step), HW_OK);
    }
    scene_give(s, a);
}

/* A goal "g" with a step "step", two measures, an assignment "a" that practises the step and "b" that
 * does not. */
static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_goal(&s, "g");
    add_measure(&s, "suds");
    add_measure(&s, "mood");
    give_step(&s, step_draft("step", "g", 1));
    give_practice(&s, "a", "step");
    give_practice(&s, "b", NULL);
    scene_now(&s, NOW);
    return s;
}

static void set_criterion(scene *s, const char *measure, hw_phase phase, hw_comparator comparator,
                          double value, int32_t times, hw_duration within)
{
    hw_error err;
    hw_step *edit = hw_step_edit(hw_plan_step(s->plan, "step"), &err);
    assert_int_equal(hw_step_set_criterion(edit, measure, phase, comparator, value, times, within), HW_OK);
    give_step(s, edit);
}

static hw_step_progress *progress_of(const scene *s, hw_instant as_of)
{
    hw_error err;
    hw_step_progress *progress = hw_plan_step_progress(s->plan, "step", as_of, &err);
    if (!progress) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(progress);
    return progress;
}

/* "yes 2025-03-04: e-2 e-4", "1/3: e-2", ... */
static const char *shown(const scene *s, const char *as_of)
{
    static char text[512];
    hw_step_progress *progress = progress_of(s, as_of ? scene_instant(as_of) : s->now.instant);
    hw_date met = hw_step_progress_first_met(progress);
    size_t size = hw_step_progress_met(progress)
                      ? (size_t)snprintf(text, sizeof text, "yes %d-%02d-%02d:", met.year, met.month, met.day)
                      : (size_t)snprintf(text, sizeof text, "%d/%d:", hw_step_progress_count(progress),
                                         hw_step_progress_needed(progress));
    assert_int_equal(met.year != 0, hw_step_progress_met(progress));
    for (size_t i = 0; i < hw_step_progress_evidence_count(progress); i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, " %s",
                                 hw_step_progress_evidence_at(progress, i));
    }
    hw_step_progress_free(progress);
    return text;
}

typedef struct report {
    const char *id, *assignment;
    hw_extent extent;
    const char *at; /* NULL = unknown */
    double suds;    /* peak; negative = none */
} report;

static void log_report(scene *s, const report *r)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_entry *entry = hw_entry_new(r->assignment, r->extent, &err);
    hw_entry_set_id(entry, r->id);
    hw_entry_set_at(entry, scene_moment(r->at));
    if (r->suds >= 0) {
        hw_entry_add_measure(entry, "suds", HW_PHASE_PEAK, r->suds);
    }
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_entry_free(entry);
    hw_change_free(change);
}

/* ---- examples ---- */

static void test_what_was_done(void **state)
{
    (void)state;
    static const report reports[] = {
        {"done", "a", HW_EXTENT_DONE, "2025-03-05T19:00:00+01:00", -1},
        {"more", "a", HW_EXTENT_EXCEEDED, "2025-03-04T19:00:00+01:00", -1},
        {"part", "a", HW_EXTENT_PARTIAL, "2025-03-04T20:00:00+01:00", -1},
        {"begun", "a", HW_EXTENT_ATTEMPTED, "2025-03-04T21:00:00+01:00", -1},
        {"none", "a", HW_EXTENT_NONE, "2025-03-04T21:00:00+01:00", -1},
        {"not", "a", HW_EXTENT_NOT_ATTEMPTED, "2025-03-04T21:00:00+01:00", -1},
        {"other", "a", HW_EXTENT_SUBSTITUTED, "2025-03-06", -1},
        {"elsewhere", "b", HW_EXTENT_DONE, "2025-03-05T19:00:00+01:00", -1},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    set_criterion(&s, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, 3, (hw_duration){0, 0});
    assert_string_equal(shown(&s, NULL), "2/3: more done");
    hw_error err;
    scene_now(&s, "2025-04-02T12:00:00+02:00");
    hw_change *change = change_of(&s);
    hw_session *session = hw_session_new("s1", scene_local("2025-03-07T10:00"), &err);
    hw_review *review = hw_review_new("r1", "s1", "a", HW_DECISION_CONTINUE, &err);
    hw_review_add_equivalent(review, "other");
    assert_int_equal(hw_plan_add_session(s.plan, session, change, &err), HW_OK);
    assert_int_equal(hw_plan_add_review(s.plan, review, change, &err), HW_OK);
    assert_string_equal(shown(&s, NULL), "yes 2025-03-06: more done other");
    assert_string_equal(shown(&s, NOW), "2/3: more done"); /* the review was not known yet */
    scene_now(&s, "2025-04-03T12:00:00+02:00");
    hw_change_free(change);
    change = change_of(&s);
    assert_int_equal(hw_plan_void_entry(s.plan, "more", change, &err), HW_OK);
    assert_string_equal(shown(&s, NULL), "2/3: done other");
    hw_change_free(change);
    hw_session_unref(session);
    hw_review_unref(review);
    scene_close(&s);
}

static void test_spans(void **state)
{
    (void)state;
    static const report reports[] = {
        {"e1", "a", HW_EXTENT_DONE, "2025-03-03T19:00:00+01:00", -1},
        {"e2", "a", HW_EXTENT_DONE, "2025-03-10T19:00:00+01:00", -1}, /* seven days later to the second */
        {"e3", "a", HW_EXTENT_DONE, "2025-03-11", -1},
        {"e4", "a", HW_EXTENT_DONE, "2025-03-17T18:59:59+01:00", -1},
        {"e5", "a", HW_EXTENT_DONE, "2025-03-18", -1},
    };
    static const struct {
        int32_t times;
        hw_duration within;
        const char *shown;
    } rows[] = {
        {1, {7, 0}, "yes 2025-03-03: e1"},
        {2, {7, 0}, "yes 2025-03-11: e2 e3"},
        {2, {7, 1}, "yes 2025-03-10: e1 e2"},
        {3, {7, 0}, "yes 2025-03-17: e2 e3 e4"},
        {4, {7, 0}, "3/4: e2 e3 e4"},
        {4, {7, 3600}, "3/4: e3 e4 e5"},
        {4, {8, 0}, "yes 2025-03-18: e2 e3 e4 e5"},
        {2, {0, 6 * 3600}, "yes 2025-03-11: e2 e3"},
        {2, {0, 5 * 3600}, "1/2: e5"},
        {5, {0, 0}, "yes 2025-03-18: e1 e2 e3 e4 e5"},
    };
    scene s = open_scene();
    for (size_t i = COUNT_OF(reports); i > 0; i--) { /* the order of logging is another */
        log_report(&s, &reports[i - 1]);
    }
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        set_criterion(&s, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, rows[i].times, rows[i].within);
        if (strcmp(shown(&s, NULL), rows[i].shown) != 0) {
            fail_msg("row %zu: '%s', expected '%s'", i, shown(&s, NULL), rows[i].shown);
        }
    }
    scene_close(&s);
}

static void test_values(void **state)
{
    (void)state;
    static const report reports[] = {
        {"e70", "a", HW_EXTENT_DONE, "2025-03-03T19:00:00+01:00", 70},
        {"e40", "a", HW_EXTENT_PARTIAL, "2025-03-04T19:00:00+01:00", 40},
        {"e39", "a", HW_EXTENT_NONE, "2025-03-05T19:00:00+01:00", 39},
        {"not", "a", HW_EXTENT_NOT_ATTEMPTED, "2025-03-06T19:00:00+01:00", 10},
        {"chance", "a", HW_EXTENT_NO_OPPORTUNITY, "2025-03-06T19:00:00+01:00", 10},
        {"b", "b", HW_EXTENT_DONE, "2025-03-06T19:00:00+01:00", 10},
    };
    static const struct {
        const char *measure;
        hw_phase phase;
        hw_comparator comparator;
        double value;
        const char *shown;
    } rows[] = {
        {"suds", HW_PHASE_PEAK, HW_AT_MOST, 40, "2/3: e40 e39"},
        {"suds", HW_PHASE_NONE, HW_AT_MOST, 40, "2/3: e40 e39"},
        {"suds", HW_PHASE_BEFORE, HW_AT_MOST, 40, "0/3:"},
        {"suds", HW_PHASE_PEAK, HW_AT_LEAST, 40, "2/3: e70 e40"},
        {"suds", HW_PHASE_PEAK, HW_EXACTLY, 39, "1/3: e39"},
        {"suds", HW_PHASE_PEAK, HW_AT_MOST, 70, "yes 2025-03-05: e70 e40 e39"},
        {"mood", HW_PHASE_PEAK, HW_AT_LEAST, 0, "0/3:"},
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        log_report(&s, &reports[i]);
    }
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        set_criterion(&s, rows[i].measure, rows[i].phase, rows[i].comparator, rows[i].value, 3,
                      (hw_duration){0, 0});
        if (strcmp(shown(&s, NULL), rows[i].shown) != 0) {
            fail_msg("row %zu: '%s', expected '%s'", i, shown(&s, NULL), rows[i].shown);
        }
    }
    scene_close(&s);
}

/* What stands in for a time that nobody knows, and which step was practised when. */
static void test_when_it_happened(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *timed = scene_recurring("timed", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_add_step(timed, "step");
    scene_now(&s, "2025-03-02T12:00:00+01:00");
    scene_give(&s, timed);
    scene_now(&s, "2025-03-20T12:00:00+01:00");
    scene_report(&s, "timed", HW_EXTENT_DONE, NULL, "2025-03-05T19:00");
    set_criterion(&s, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, 1, (hw_duration){0, 0});
    assert_int_equal(strncmp(shown(&s, NULL), "yes 2025-03-05:", 15), 0);
    scene_close(&s);

    s = open_scene();
    scene_now(&s, "2025-03-20T12:00:00+01:00");
    log_report(&s, &(report){"unknown", "a", HW_EXTENT_DONE, NULL, -1});
    set_criterion(&s, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, 1, (hw_duration){0, 0});
    assert_string_equal(shown(&s, NULL), "yes 2025-03-20: unknown");
    give_step(&s, step_draft("next", "g", 2));
    hw_assignment *edit = scene_edit(&s, "a");
    hw_assignment_clear_steps(edit);
    hw_assignment_add_step(edit, "next");
    scene_effective(&s, "2025-03-15");
    scene_give(&s, edit);
    log_report(&s, &(report){"late", "a", HW_EXTENT_DONE, "2025-03-16T12:00:00+01:00", -1});
    log_report(&s, &(report){"early", "a", HW_EXTENT_DONE, "2025-03-14T12:00:00+01:00", -1});
    log_report(&s, &(report){"before-all", "a", HW_EXTENT_DONE, "2025-02-14T12:00:00+01:00", -1});
    set_criterion(&s, NULL, HW_PHASE_NONE, HW_AT_LEAST, 0, 9, (hw_duration){0, 0});
    assert_string_equal(shown(&s, NULL), "2/9: before-all early");
    scene_close(&s);
}

/* ---- against a count by hand ---- */

#define MOST_ENTRIES 24

/* An entry as the test knows it. */
typedef struct told {
    char id[16];
    bool counts;  /* of "a", and done or with a value that fits */
    long minute;  /* when it happened, since the first of March by the clock */
    int recorded; /* the how manyth thing that was logged */
    int gone;     /* the how manyth thing took it out; 0 = none did */
} told;

typedef struct asked {
    bool measured, at_peak;
    int comparator, value, times;
    long span; /* minutes; 0 = any */
} asked;

static hw_moment minute_moment(long minute)
{
    hw_moment moment = scene_moment("2025-03-01T00:00:00+01:00");
    moment.instant += minute * 60;
    return moment;
}

static bool fits(const asked *what, bool peak, int value)
{
    if (what->at_peak && !peak) {
        return false;
    }
    return what->comparator == HW_AT_LEAST  ? value >= what->value
           : what->comparator == HW_AT_MOST ? value <= what->value
                                            : value == what->value;
}

/* Logs a random entry, perhaps in place of another; says what the test knows about it. */
static void tell_entry(scene *s, test_random *random, const asked *what, told *all, int index)
{
    hw_error err;
    told *it = &all[index];
    hw_extent extent = (hw_extent)random_below(random, HW_EXTENT_NO_OPPORTUNITY + 1);
    bool of_a = random_below(random, 4) != 0, whole_day = random_below(random, 5) == 0;
    hw_entry *entry = hw_entry_new(of_a ? "a" : "b", extent, &err);
    snprintf(it->id, sizeof it->id, "e-%d", index);
    it->minute = (long)random_below(random, 20 * 24) * 60;
    if (whole_day) {
        it->minute -= it->minute % (24 * 60);
    }
    hw_moment at = minute_moment(it->minute);
    if (whole_day) {
        hw_local local = hw_moment_local(at);
        char text[40];
        snprintf(text, sizeof text, "%04d-%02d-%02d", local.date.year, local.date.month, local.date.day);
        at = scene_moment(text);
    }
    bool has_value = false;
    for (uint64_t i = random_below(random, 3); i > 0; i--) {
        bool peak = random_below(random, 2);
        int value = (int)random_below(random, 6);
        hw_entry_add_measure(entry, "suds", peak ? HW_PHASE_PEAK : HW_PHASE_AFTER, value);
        has_value = has_value || fits(what, peak, value);
    }
    hw_entry_add_measure(entry, "mood", HW_PHASE_PEAK, 3);
    it->counts = of_a && (what->measured ? has_value && extent != HW_EXTENT_NOT_ATTEMPTED &&
                                               extent != HW_EXTENT_NO_OPPORTUNITY
                                         : extent == HW_EXTENT_DONE || extent == HW_EXTENT_EXCEEDED);
    hw_entry_set_id(entry, it->id);
    hw_entry_set_at(entry, at);
    it->recorded = index + 1;
    int victim = index > 0 ? (int)random_below(random, (uint64_t)index * 3) : index;
    s->now = minute_moment(31 * 24 * 60 + index);
    hw_change *change = change_of(s);
    bool replaces = victim < index && all[victim].gone == 0;
    hw_status status = replaces ? hw_plan_supersede_entry(s->plan, all[victim].id, entry, change, &err)
                                : hw_plan_log(s->plan, entry, change, &err);
    assert_int_equal(status, HW_OK);
    if (replaces) {
        all[victim].gone = index + 1;
    }
    hw_change_free(change);
    hw_entry_free(entry);
}

static bool is_known(const told *it, int known)
{
    return it->recorded <= known && (it->gone == 0 || it->gone > known);
}

/* What the entries amount to when `known` things are known: the most in any span, and the earliest end
 * of one that has enough (-1: none has). */
static void count_by_hand(const told *all, int count, int known, const asked *what, int *most, long *met)
{
    *most = 0;
    *met = -1;
    for (int end = 0; end < count; end++) {
        if (!all[end].counts || !is_known(&all[end], known)) {
            continue;
        }
        int inside = 0;
        for (int i = 0; i < count; i++) {
            bool in_span = all[i].minute <= all[end].minute &&
                           (what->span == 0 || all[end].minute - all[i].minute < what->span);
            inside += all[i].counts && is_known(&all[i], known) && in_span;
        }
        *most = inside > *most ? inside : *most;
        if (inside >= what->times && (*met < 0 || all[end].minute < *met)) {
            *met = all[end].minute;
        }
    }
}

static void check_evidence(const hw_step_progress *progress, const told *all, int count, int known,
                           const asked *what)
{
    long first = -1, last = -1;
    size_t expected =
        (size_t)(hw_step_progress_met(progress) ? what->times : hw_step_progress_count(progress));
    assert_int_equal(hw_step_progress_evidence_count(progress), expected);
    for (size_t e = 0; e < expected; e++) {
        const told *it = NULL;
        for (int i = 0; i < count; i++) {
            it = strcmp(all[i].id, hw_step_progress_evidence_at(progress, e)) == 0 ? &all[i] : it;
        }
        assert_true(it && it->counts && is_known(it, known));
        assert_true(it->minute >= last);
        first = e == 0 ? it->minute : first;
        last = it->minute;
    }
    assert_true(what->span == 0 || last - first < what->span);
}

static void check_round(test_random *random)
{
    static const hw_duration spans[] = {{0, 0}, {1, 0}, {3, 0}, {7, 0}, {0, 12 * 3600}};
    told all[MOST_ENTRIES] = {0};
    scene s = open_scene();
    hw_duration span = spans[random_below(random, COUNT_OF(spans))];
    asked what = {.measured = random_below(random, 2),
                  .at_peak = random_below(random, 2),
                  .comparator = (int)random_below(random, 3),
                  .value = (int)random_below(random, 6),
                  .times = 1 + (int)random_below(random, 4),
                  .span = span.days * 24L * 60 + span.seconds / 60};
    scene_now(&s, "2025-03-01T09:00:00+01:00");
    set_criterion(&s, what.measured ? "suds" : NULL, what.at_peak ? HW_PHASE_PEAK : HW_PHASE_NONE,
                  (hw_comparator)what.comparator, what.value, what.times, span);
    int count = (int)random_below(random, MOST_ENTRIES + 1);
    for (int i = 0; i < count; i++) {
        tell_entry(&s, random, &what, all, i);
    }
    for (int known = 0; known <= count; known++) {
        int most;
        long met;
        count_by_hand(all, count, known, &what, &most, &met);
        hw_step_progress *progress = progress_of(&s, minute_moment(31 * 24 * 60 + known - 1).instant);
        assert_int_equal(hw_step_progress_count(progress), most);
        assert_int_equal(hw_step_progress_met(progress), met >= 0);
        if (met >= 0) {
            hw_date day = hw_step_progress_first_met(progress);
            assert_int_equal(hw_date_compare(day, hw_moment_local(minute_moment(met)).date), 0);
        }
        check_evidence(progress, all, count, known, &what);
        hw_step_progress_free(progress);
    }
    scene_close(&s);
}

static void test_against_a_count_by_hand(void **state)
{
    (void)state;
    test_random random = random_start("criteria over random entries", 14);
    for (long round = random_rounds(150, 5000); round > 0; round--) {
        check_round(&random);
    }
}

/* ---- arguments, memory ---- */

static void test_arguments(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    assert_null(hw_plan_step_progress(NULL, "step", 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_step_progress(s.plan, NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_step_progress(s.plan, "nothing", s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_step_progress(s.plan, "step", scene_instant("2025-02-01T00:00:00Z"), &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_step_progress(s.plan, "step", s.now.instant, &err));
    assert_int_equal(err.status, HW_ERR_STATE);
    assert_false(hw_step_progress_met(NULL));
    assert_int_equal(hw_step_progress_count(NULL) + hw_step_progress_needed(NULL), 0);
    assert_int_equal(hw_step_progress_first_met(NULL).year, 0);
    assert_null(hw_step_progress_evidence_at(NULL, 0));
    hw_step_progress_free(NULL);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    set_criterion(&s, "suds", HW_PHASE_NONE, HW_AT_LEAST, 10, 2, (hw_duration){30, 0});
    for (int i = 0; i < 20; i++) {
        char id[16];
        snprintf(id, sizeof id, "e-%d", i);
        log_report(&s, &(report){id, "a", HW_EXTENT_DONE, "2025-03-03T19:00:00+01:00", 70});
    }
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_step_progress *progress = hw_plan_step_progress(s.plan, "step", s.now.instant, &err);
        hw__alloc_fail(0, 0);
        done = progress != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_step_progress_free(progress);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_done),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_when_it_happened),
        cmocka_unit_test(test_against_a_count_by_hand),

        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
