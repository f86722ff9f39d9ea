/* SPDX-License-Identifier: MIT */
/* What an agreement lacks: each finding by itself, all of them for an empty design and none for a
 * complete one, numbers, sentences, and nothing lost without memory. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

#define ALL                                                                                           \
    "what when where how-often how-long rationale cue action obstacles agreement likelihood-missing " \
    "difficulty rehearsal sheet"

static const hw_local sunday_evening = {{2025, 3, 2}, 19 * 3600};

/* Everything that an agreement can say. */
static hw_assignment *complete(const char *id)
{
    hw_assignment *a = scene_recurring(id, "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_assignment_set_what(a, NULL, "Breathe slowly"), HW_OK);
    assert_int_equal(hw_assignment_set_where(a, NULL, "At the window"), HW_OK);
    assert_int_equal(hw_assignment_set_minutes(a, 10), HW_OK);
    assert_int_equal(hw_assignment_set_rationale(a, NULL, "It calms"), HW_OK);
    assert_int_equal(hw_assignment_set_cue(a, NULL, "After supper"), HW_OK);
    assert_int_equal(hw_assignment_set_action(a, NULL, "I sit down"), HW_OK);
    assert_int_equal(hw_assignment_add_obstacle(a, HW_BARRIER_FORGOT, NULL, "A note on the table"), HW_OK);
    assert_int_equal(hw_assignment_set_likelihood(a, 80), HW_OK);
    assert_int_equal(hw_assignment_set_expected_difficulty(a, 30), HW_OK);
    assert_int_equal(hw_assignment_set_rehearsed(a, true), HW_OK);
    assert_int_equal(hw_assignment_set_sheet_given(a, true), HW_OK);
    return a;
}

static scene open_scene(void)
{
    return scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
}

static hw_lint *lint_of(const scene *s, const char *id, int32_t threshold)
{
    hw_error err;
    hw_lint *lint = hw_plan_lint(s->plan, id, s->now.instant, threshold, &err);
    if (!lint) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(lint);
    return lint;
}

/* The codes of one assignment, or of the whole plan (NULL). */
static const char *codes(const hw_lint *lint, const char *id)
{
    static char text[1024];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_lint_count(lint); i++) {
        const char *about = hw_lint_assignment_at(lint, i);
        if (about && id ? strcmp(about, id) == 0 : about == id) {
            size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", size ? " " : "",
                                     hw_lint_code_name(hw_lint_code_at(lint, i)));
        }
    }
    return text;
}

/* ---- one assignment ---- */

static void test_empty_and_complete(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    hw_assignment *empty = hw_assignment_new("empty", "Practice", HW_KIND_RELAXATION, &err);
    hw_assignment_set_state(empty, HW_ASSIGNMENT_PROPOSED);
    scene_give(&s, empty);
    scene_give(&s, complete("full"));
    hw_lint *lint = lint_of(&s, NULL, HW_LINT_LIKELY_ENOUGH);
    assert_string_equal(codes(lint, "empty"), ALL);
    assert_string_equal(codes(lint, "full"), "");
    assert_string_equal(codes(lint, NULL), "");
    hw_lint_free(lint);
    lint = lint_of(&s, "full", HW_LINT_LIKELY_ENOUGH);
    assert_int_equal(hw_lint_count(lint), 0);
    hw_lint_free(lint);
    scene_close(&s);
}

static void no_what(hw_assignment *a)
{
    hw_assignment_set_what(a, NULL, NULL);
}
static void instructions(hw_assignment *a)
{
    no_what(a);
    hw_assignment_set_instructions(a, NULL, "Ten breaths");
}
static void no_where(hw_assignment *a)
{
    hw_assignment_set_where(a, NULL, NULL);
}
static void no_minutes(hw_assignment *a)
{
    hw_assignment_set_minutes(a, 0);
}
static void length_in_words(hw_assignment *a)
{
    no_minutes(a);
    hw_assignment_set_how_long(a, NULL, "As long as it helps");
}
static void no_rationale(hw_assignment *a)
{
    hw_assignment_set_rationale(a, NULL, NULL);
}
static void no_cue(hw_assignment *a)
{
    hw_assignment_set_cue(a, NULL, NULL);
}
static void no_action(hw_assignment *a)
{
    hw_assignment_set_action(a, NULL, NULL);
}
static void no_obstacles(hw_assignment *a)
{
    hw_assignment_clear_obstacles(a);
}
static void no_coping(hw_assignment *a)
{
    hw_assignment_add_obstacle(a, HW_BARRIER_NO_TIME, NULL, NULL);
}
static void no_coping_twice(hw_assignment *a)
{
    no_coping(a);
    hw_assignment_add_obstacle(a, HW_BARRIER_OTHER, NULL, NULL);
}
static void coping_elsewhere(hw_assignment *a)
{
    hw_assignment_add_obstacle(a, HW_BARRIER_NO_TIME, "de", "Der Wecker");
}
static void proposed(hw_assignment *a)
{
    hw_assignment_set_state(a, HW_ASSIGNMENT_PROPOSED);
}
static void agreed(hw_assignment *a)
{
    hw_assignment_set_state(a, HW_ASSIGNMENT_AGREED);
}
static void no_likelihood(hw_assignment *a)
{
    hw_assignment_set_likelihood(a, -1);
}
static void least_likely(hw_assignment *a)
{
    hw_assignment_set_likelihood(a, 70);
}
static void less_likely(hw_assignment *a)
{
    hw_assignment_set_likelihood(a, 69);
}
static void not_likely(hw_assignment *a)
{
    hw_assignment_set_likelihood(a, 0);
}
static void no_difficulty(hw_assignment *a)
{
    hw_assignment_set_expected_difficulty(a, -1);
}
static void not_difficult(hw_assignment *a)
{
    hw_assignment_set_expected_difficulty(a, 0);
}
static void not_rehearsed(hw_assignment *a)
{
    hw_assignment_set_rehearsed(a, false);
}
static void no_sheet(hw_assignment *a)
{
    hw_assignment_set_sheet_given(a, false);
}
static void nobody(hw_assignment *a)
{
    hw_assignment_clear_with(a);
}
static void on_demand(hw_assignment *a)
{
    hw_assignment_set_on_demand(a);
}
static void in_words(hw_assignment *a)
{
    on_demand(a);
    hw_assignment_set_when(a, NULL, "When it gets loud");
    hw_assignment_set_how_often(a, NULL, "Now and then");
}
static void whole_days(hw_assignment *a)
{
    hw_assignment_set_recurring(a, scene_local("2025-03-03"), "FREQ=DAILY");
}
static void times_of_day(hw_assignment *a)
{
    whole_days(a);
    hw_assignment_add_time(a, 8 * 3600);
}
static void once_at(hw_assignment *a)
{
    hw_assignment_set_once(a, sunday_evening);
}
static void once_on(hw_assignment *a)
{
    hw_assignment_set_once(a, scene_local("2025-03-05"));
}
static void quota(hw_assignment *a)
{
    hw_assignment_set_quota(a, scene_date("2025-03-03"), 3, 0, HW_PERIOD_WEEK);
}
static void days_before(hw_assignment *a)
{
    hw_assignment_set_session_anchored(a, scene_date("2025-03-03"), HW_RELATION_BEFORE, (hw_duration){1, 0},
                                       1);
}
static void hours_before(hw_assignment *a)
{
    hw_assignment_set_session_anchored(a, scene_date("2025-03-03"), HW_RELATION_BEFORE,
                                       (hw_duration){0, 7200}, 1);
}
static void when_it_happens(hw_assignment *a)
{
    hw_assignment_set_event_contingent(a, scene_date("2025-03-03"));
}
static void when_that_happens(hw_assignment *a)
{
    when_it_happens(a);
    hw_assignment_set_trigger(a, NULL, "After a quarrel");
}

static const struct {
    void (*change)(hw_assignment *a);
    const char *found;
} cells[] = {
    {no_what, "what"},
    {instructions, ""},
    {no_where, "where"},
    {no_minutes, "how-long"},
    {length_in_words, ""},
    {no_rationale, "rationale"},
    {no_cue, "cue"},
    {no_action, "action"},
    {no_obstacles, "obstacles"},
    {no_coping, "coping"},
    {no_coping_twice, "coping coping"},
    {coping_elsewhere, ""},
    {proposed, "agreement"},
    {agreed, ""},
    {no_likelihood, "likelihood-missing"},
    {least_likely, ""},
    {less_likely, "likelihood-low"},
    {not_likely, "likelihood-low"},
    {no_difficulty, "difficulty"},
    {not_difficult, ""},
    {not_rehearsed, "rehearsal"},
    {no_sheet, "sheet"},
    {nobody, ""},
    {on_demand, "when how-often"},
    {in_words, ""},
    {whole_days, "when"},
    {times_of_day, ""},
    {once_at, ""},
    {once_on, "when"},
    {quota, "when"},
    {days_before, "when"},
    {hours_before, ""},
    {when_it_happens, "when"},
    {when_that_happens, ""},
};

static void test_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        scene s = open_scene();
        hw_assignment *a = complete("a");
        cells[i].change(a);
        scene_give(&s, a);
        hw_lint *lint = lint_of(&s, "a", HW_LINT_LIKELY_ENOUGH);
        if (strcmp(codes(lint, "a"), cells[i].found) != 0) {
            fail_msg("cell %zu: found '%s', expected '%s'", i, codes(lint, "a"), cells[i].found);
        }
        hw_lint_free(lint);
        scene_close(&s);
    }
}

static void test_numbers(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_assignment *a = complete("a");
    hw_assignment_set_likelihood(a, 60);
    no_coping(a);
    scene_give(&s, a);
    hw_lint *lint = lint_of(&s, "a", 90);
    int64_t value = -1, limit = -1;
    hw_barrier obstacle = HW_BARRIER_FORGOT;
    assert_string_equal(codes(lint, "a"), "coping likelihood-low");
    assert_true(hw_lint_obstacle_at(lint, 0, &obstacle));
    assert_int_equal(obstacle, HW_BARRIER_NO_TIME);
    assert_false(hw_lint_value_at(lint, 0, &value));
    assert_false(hw_lint_limit_at(lint, 0, &limit));
    assert_string_equal(hw_lint_unit_at(lint, 0), "");
    assert_false(hw_lint_obstacle_at(lint, 1, &obstacle));
    assert_true(hw_lint_value_at(lint, 1, &value));
    assert_true(hw_lint_limit_at(lint, 1, &limit));
    assert_int_equal(value, 60);
    assert_int_equal(limit, 90);
    assert_string_equal(hw_lint_unit_at(lint, 1), "%");
    hw_lint_free(lint);
    lint = lint_of(&s, "a", 0);
    assert_string_equal(codes(lint, "a"), "coping");
    hw_lint_free(lint);
    scene_close(&s);
}

/* Which states are looked at when all are, and that knowledge ends at the moment. */
static void test_states_and_moments(void **state)
{
    (void)state;
    static const struct {
        hw_assignment_stage begin, stage;
        bool looked_at;
    } rows[] = {
        {HW_ASSIGNMENT_DRAFT, HW_ASSIGNMENT_DRAFT, false},
        {HW_ASSIGNMENT_PROPOSED, HW_ASSIGNMENT_PROPOSED, true},
        {HW_ASSIGNMENT_PROPOSED, HW_ASSIGNMENT_AGREED, true},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ACTIVE, true},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ON_HOLD, false},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_COMPLETED, false},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_STOPPED, false},
        {HW_ASSIGNMENT_PROPOSED, HW_ASSIGNMENT_DECLINED, false},
        {HW_ASSIGNMENT_AGREED, HW_ASSIGNMENT_CANCELLED, false},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ENTERED_IN_ERROR, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        hw_error err;
        hw_assignment *a = complete("a");
        no_where(a);
        hw_assignment_set_state(a, rows[i].begin);
        scene_give(&s, a);
        if (rows[i].stage != rows[i].begin) {
            hw_change *change = hw_change_new(s.now, "me", "desk", &err);
            assert_int_equal(hw_plan_mark_assignment(s.plan, "a", rows[i].stage, change, &err), HW_OK);
            hw_change_free(change);
        }
        hw_lint *all = lint_of(&s, NULL, HW_LINT_LIKELY_ENOUGH);
        hw_lint *one = lint_of(&s, "a", HW_LINT_LIKELY_ENOUGH);
        assert_int_equal(hw_lint_count(all) > 0, rows[i].looked_at);
        assert_int_equal(strncmp(codes(one, "a"), "where", 5), 0);
        hw_lint_free(all);
        hw_lint_free(one);
        scene_close(&s);
    }
    scene s = open_scene();
    scene_now(&s, "2025-03-02T10:00:00+01:00");
    scene_give(&s, complete("a"));
    hw_assignment *edit = scene_edit(&s, "a");
    no_where(edit);
    scene_now(&s, "2025-03-04T10:00:00+01:00");
    scene_give(&s, edit);
    hw_error err;
    hw_instant moments[] = {scene_instant("2025-03-02T09:59:59+01:00"),
                            scene_instant("2025-03-03T10:00:00+01:00"),
                            scene_instant("2025-03-04T10:00:00+01:00")};
    assert_null(hw_plan_lint(s.plan, "a", moments[0], 70, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        hw_lint *lint = hw_plan_lint(s.plan, NULL, moments[i], 70, &err);
        assert_int_equal(hw_lint_count(lint), i == 2);
        hw_lint_free(lint);
    }
    scene_close(&s);
}

/* ---- words, tables, arguments, memory ---- */

static void set_capacity(scene *s, int32_t minutes, int32_t assignments)
{
    hw_error err;
    hw_settings *edit = hw_settings_edit(hw_plan_settings(s->plan), &err);
    assert_int_equal(hw_settings_set_capacity_minutes(edit, minutes), HW_OK);
    assert_int_equal(hw_settings_set_capacity_assignments(edit, assignments), HW_OK);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, edit, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(edit);
}

static scene crowded(void)
{
    scene s = open_scene();
    hw_error err;
    hw_assignment *empty = hw_assignment_new("empty", "Practice", HW_KIND_RELAXATION, &err);
    hw_assignment_set_state(empty, HW_ASSIGNMENT_PROPOSED);
    scene_give(&s, empty);
    hw_assignment *weak = complete("weak");
    no_coping(weak);
    not_likely(weak);
    scene_give(&s, weak);
    scene_give(&s, complete("good"));
    set_capacity(&s, 1, 1);
    scene_now(&s, "2025-03-03T09:00:00+01:00");
    return s;
}

static void test_sentences(void **state)
{
    (void)state;
    scene s = crowded();
    hw_lint *lint = lint_of(&s, NULL, HW_LINT_LIKELY_ENOUGH);
    bool seen[HW_LINT_CODE_COUNT] = {false};
    for (size_t i = 0; i < hw_lint_count(lint); i++) {
        hw_error err;
        hw_lint_code code = hw_lint_code_at(lint, i);
        char *text = hw_lint_text(lint, i, i % 2 ? "en-GB" : NULL, &err);
        assert_non_null(text);
        assert_null(strchr(text, '{'));
        seen[code] = true;
        if (code == HW_LINT_COPING) {
            assert_string_equal(text, "There is no plan yet for this obstacle: no time.");
        } else if (code == HW_LINT_LIKELIHOOD_LOW) {
            assert_string_equal(
                text, "It is 0 % likely to be done, less than 70 %: something simpler may suit better.");
        } else if (code == HW_LINT_OVERLOAD && strcmp(hw_lint_unit_at(lint, i), "min") == 0) {
            assert_string_equal(text, "140 minutes are planned for the week, and there is room for 1.");
        } else if (code == HW_LINT_OVERLOAD) {
            assert_string_equal(text, "2 assignments are active, and there is room for 1.");
        } else if (code == HW_LINT_SHEET) {
            assert_string_equal(text, "It has not been given in writing yet.");
        }
        hw_string_free(text);
    }
    for (int code = 0; code < HW_LINT_CODE_COUNT; code++) {
        assert_true(seen[code]);
    }
    hw_lint_free(lint);
    scene_close(&s);
}

static void test_table(void **state)
{
    (void)state;
    scene s = crowded();
    hw_error err;
    hw_lint *lint = lint_of(&s, "weak", HW_LINT_LIKELY_ENOUGH);
    hw_table *table = hw_lint_table(lint, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(csv, "assignment,code,obstacle,value,limit,unit\r\n"
                             "weak,coping,no-time,,,\r\n"
                             "weak,likelihood-low,,0,70,%\r\n"
                             ",overload,,140,1,min\r\n"
                             ",overload,,2,1,{assignment}\r\n");
    hw_string_free(csv);
    hw_table_free(table);
    hw_lint_free(lint);
    scene_close(&s);
}

static void test_codes_have_words(void **state)
{
    (void)state;
    for (int code = 0; code < HW_LINT_CODE_COUNT; code++) {
        const char *name = hw_lint_code_name((hw_lint_code)code);
        assert_string_not_equal(name, "unknown");
        assert_int_equal(hw_lint_code_find(name), code);
    }
    assert_string_equal(hw_lint_code_name(HW_LINT_CODE_COUNT), "unknown");
    assert_string_equal(hw_lint_code_name((hw_lint_code)-1), "unknown");
    assert_int_equal(hw_lint_code_find("who"), HW_LINT_CODE_COUNT);
    assert_int_equal(hw_lint_code_find(NULL), HW_LINT_CODE_COUNT);
}

static void test_arguments(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_error err;
    int64_t number = 7;
    assert_null(hw_plan_lint(NULL, NULL, 0, 70, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_lint(s.plan, NULL, s.now.instant, -1, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_plan_lint(s.plan, NULL, s.now.instant, 101, NULL));
    assert_null(hw_plan_lint(s.plan, "nothing", s.now.instant, 70, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    hw_lint *lint = lint_of(&s, NULL, 100);
    assert_int_equal(hw_lint_code_at(lint, 0), HW_LINT_CODE_COUNT);
    assert_null(hw_lint_assignment_at(lint, 0));
    assert_null(hw_lint_text(lint, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_lint_free(lint);
    assert_null(hw_lint_text(NULL, 0, NULL, &err));
    assert_null(hw_lint_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_lint_count(NULL), 0);
    assert_false(hw_lint_value_at(NULL, 0, &number) || hw_lint_limit_at(NULL, 0, &number));
    assert_false(hw_lint_obstacle_at(NULL, 0, NULL));
    assert_int_equal(number, 7);
    assert_string_equal(hw_lint_unit_at(NULL, 0), "");
    assert_int_equal(hw_lint_planned_minutes(NULL) + (int64_t)hw_lint_unknown_count(NULL) +
                         (int64_t)hw_lint_active_count(NULL) + hw_lint_capacity_minutes(NULL) +
                         hw_lint_capacity_assignments(NULL),
                     0);
    hw_lint_free(NULL);
    scene_close(&s);
}

static void test_ends_of_time(void **state)
{
    (void)state;
    scene s = crowded();
    hw_instant moments[] = {INT64_MIN, INT64_MAX};
    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        hw_error err;
        hw_lint *lint = hw_plan_lint(s.plan, NULL, moments[i], 70, &err);
        assert_non_null(lint);
        assert_int_equal(hw_lint_count(lint) > 0, i == 1);
        hw_lint_free(lint);
    }
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = crowded();
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_lint *lint = hw_plan_lint(s.plan, NULL, s.now.instant, 70, &err);
        char *text = lint ? hw_lint_text(lint, hw_lint_count(lint) - 1, NULL, &err) : NULL;
        hw_table *table = text ? hw_lint_table(lint, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_string_free(text);
        hw_lint_free(lint);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_and_complete),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_states_and_moments),

        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_codes_have_words),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_ends_of_time),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
