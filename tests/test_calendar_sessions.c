/* SPDX-License-Identifier: MIT */
/* Sessions as appointments, and goals above the to-dos that serve them: what each shows in its course, in which
 * profiles, that ids stay while sequence numbers go on, and that neither says what it is about. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/scene.h"

static hw_error err;

static hw_calendar_options *options_of(hw_calendar_profile profile)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_non_null(options);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_sessions(options, true, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_goals(options, true, &err), HW_OK);
    return options;
}

static ics calendar_of(const scene *s, hw_calendar_profile profile)
{
    size_t size;
    hw_calendar_options *options = options_of(profile);
    char *text = hw_plan_to_calendar(s->plan, s->now.instant, options, &size, &err);
    if (!text) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    ics lines = ics_open(text, size);
    hw_string_free(text);
    hw_calendar_options_free(options);
    return lines;
}

/* Whether the nth component has these lines, in this order, perhaps with others between them. */
static void expect_component(const ics *calendar, const char *name, size_t index, const char *const *lines)
{
    char *component = ics_component(calendar, name, index), *at = component;
    assert_non_null(component);
    for (; *lines; lines++) {
        char *found = strstr(at, *lines);
        if (!found) {
            print_error("no %s in\n%s\n", *lines, component);
        }
        assert_non_null(found);
        at = found + strlen(*lines);
    }
    free(component);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A Monday. */
static scene open_scene(void)
{
    return scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
}

/* ---- Sessions ---- */

static void test_course_of_a_session(void **state)
{
    (void)state;
    scene s = open_scene();
    char uid[48];
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    ics calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    expect_component(&calendar, "VEVENT", 0,
                     LINES("DTSTAMP:20250303T080000Z", "SEQUENCE:0",
                           "DTSTART;TZID=Europe/Berlin:20250310T100000",
                           "DTEND;TZID=Europe/Berlin:20250310T105000", "SUMMARY:Appointment",
                           "STATUS:CONFIRMED", "TRANSP:OPAQUE", "CLASS:PRIVATE"));
    snprintf(uid, sizeof uid, "%s", ics_value(&calendar, "UID:", 0));
    assert_int_equal(ics_count(&calendar, "BEGIN:VALARM"), 0);
    assert_int_equal(ics_count(&calendar, "BEGIN:VTIMEZONE"), 1);
    ics_close(&calendar);
    scene_now(&s, "2025-03-04T09:00:00+01:00");
    scene_session(&s, "s1", "2025-03-11T16:00", HW_SESSION_PLANNED);
    calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    expect_component(&calendar, "VEVENT", 0,
                     LINES("DTSTAMP:20250304T080000Z", "SEQUENCE:1",
                           "DTSTART;TZID=Europe/Berlin:20250311T160000", "STATUS:CONFIRMED"));
    assert_string_equal(ics_value(&calendar, "UID:", 0), uid);
    ics_close(&calendar);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_CANCELLED);
    calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    expect_component(&calendar, "VEVENT", 0,
                     LINES("DTSTAMP:20250305T080000Z", "SEQUENCE:2", "STATUS:CANCELLED",
                           "TRANSP:TRANSPARENT"));
    assert_string_equal(ics_value(&calendar, "UID:", 0), uid);
    ics_close(&calendar);
    scene_now(&s, "2025-04-02T09:59:59+02:00");
    calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VEVENT"), 1);
    ics_close(&calendar);
    scene_now(&s, "2025-04-02T10:00:00+02:00");
    calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VEVENT"), 0);
    ics_close(&calendar);
    scene_close(&s);
}

static void test_held_and_missed(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-17T10:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-18T09:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_HELD);
    scene_session(&s, "s2", NULL, HW_SESSION_MISSED);
    ics calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    expect_component(&calendar, "VEVENT", 0, LINES("SEQUENCE:1", "STATUS:CONFIRMED", "TRANSP:OPAQUE"));
    expect_component(&calendar, "VEVENT", 1, LINES("SEQUENCE:1", "STATUS:CANCELLED"));
    assert_false(ics_mentions(&calendar, "missed"));
    ics_close(&calendar);
    scene_now(&s, "2026-03-18T09:00:00+01:00");
    calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VEVENT"), 1);
    ics_close(&calendar);
    scene_close(&s);
}

/* Where the clocks are changed while it takes place, or its time does not exist or exists twice. */
static void test_clock_changes(void **state)
{
    (void)state;
    static const struct {
        const char *start, *begin, *end;
    } rows[] = {
        {"2025-03-30T01:30", "DTSTART;TZID=Europe/Berlin:20250330T013000",
         "DTEND;TZID=Europe/Berlin:20250330T032000"},
        {"2025-03-30T02:30", "DTSTART:20250330T013000Z", "DTEND:20250330T022000Z"},
        {"2025-10-26T02:30", "DTSTART:20251026T003000Z", "DTEND:20251026T012000Z"},
        {"2025-10-26T01:30", "DTSTART:20251025T233000Z", "DTEND:20251026T002000Z"},
        {"2025-06-30T23:30", "DTSTART;TZID=Europe/Berlin:20250630T233000",
         "DTEND;TZID=Europe/Berlin:20250701T002000"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = open_scene();
        scene_session(&s, "s1", rows[i].start, HW_SESSION_PLANNED);
        ics calendar = calendar_of(&s, HW_CALENDAR_EVENTS);
        expect_component(&calendar, "VEVENT", 0, LINES(rows[i].begin, rows[i].end));
        ics_close(&calendar);
        scene_close(&s);
    }
}

/* The client's zone is the one that holds when it takes place; its own comes first. */
static void test_zones(void **state)
{
    (void)state;
    scene s = open_scene();
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-05-10T10:00", HW_SESSION_PLANNED);
    hw_session *own = hw_session_new("s3", scene_local("2025-05-11T10:00"), &err);
    hw_session_set_zone(own, "Asia/Tokyo");
    hw_session_set_minutes(own, 90);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    assert_int_equal(hw_plan_add_session(s.plan, own, change, &err), HW_OK);
    hw_session_unref(own);
    hw_change_free(change);
    scene_effective(&s, "2025-04-01");
    scene_settings(&s, "America/New_York", 0, 0, NULL);
    ics calendar = calendar_of(&s, HW_CALENDAR_OUTLOOK);
    expect_component(&calendar, "VEVENT", 0, LINES("DTSTART;TZID=Europe/Berlin:20250310T100000"));
    expect_component(&calendar, "VEVENT", 1,
                     LINES("SEQUENCE:1", "DTSTART;TZID=America/New_York:20250510T100000"));
    expect_component(&calendar, "VEVENT", 2,
                     LINES("DTSTART;TZID=Asia/Tokyo:20250511T100000", "DTEND;TZID=Asia/Tokyo:20250511T113000",
                           "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"));
    assert_int_equal(ics_count(&calendar, "BEGIN:VTIMEZONE"), 3);
    ics_close(&calendar);
    scene_close(&s);
}

/* ---- Goals ---- */

static void add_goal(scene *s, const char *id, const char *title, hw_goal_lifecycle state)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    const hw_goal *known = hw_plan_goal(s->plan, id);
    hw_goal *goal = known ? hw_goal_edit(known, &err) : hw_goal_new(id, title, &err);
    hw_goal_set_state(goal, state);
    hw_status status = known ? hw_plan_revise_goal(s->plan, goal, change, &err)
                             : hw_plan_add_goal(s->plan, goal, change, &err);
    if (status != HW_OK) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_int_equal(status, HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
}

static void add_step(scene *s, const char *id, const char *goal, hw_step_stage state)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    const hw_step *known = hw_plan_step(s->plan, id);
    hw_step *step = known ? hw_step_edit(known, &err) : hw_step_new(id, goal, "secret rung", &err);
    hw_step_set_state(step, state);
    hw_status status = known ? hw_plan_revise_step(s->plan, step, change, &err)
                             : hw_plan_add_step(s->plan, step, change, &err);
    assert_int_equal(status, HW_OK);
    hw_step_unref(step);
    hw_change_free(change);
}

static void test_course_of_a_goal(void **state)
{
    (void)state;
    scene s = open_scene();
    add_goal(&s, "g1", "Secret aim", HW_GOAL_PROPOSED);
    ics calendar = calendar_of(&s, HW_CALENDAR_TODOS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VTODO"), 0);
    ics_close(&calendar);
    static const struct {
        const char *now;
        hw_goal_lifecycle state;
        const char *status, *sequence;
    } rows[] = {
        {"2025-03-04T09:00:00+01:00", HW_GOAL_PLANNED, "STATUS:NEEDS-ACTION", "SEQUENCE:1"},
        {"2025-03-05T09:00:00+01:00", HW_GOAL_ACTIVE, "STATUS:IN-PROCESS", "SEQUENCE:2"},
        {"2025-03-06T09:00:00+01:00", HW_GOAL_ON_HOLD, "STATUS:IN-PROCESS", "SEQUENCE:3"},
        {"2025-03-07T09:00:00+01:00", HW_GOAL_COMPLETED, "STATUS:COMPLETED", "SEQUENCE:4"},
        {"2025-03-08T09:00:00+01:00", HW_GOAL_ENTERED_IN_ERROR, "STATUS:CANCELLED", "SEQUENCE:5"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene_now(&s, rows[i].now);
        add_goal(&s, "g1", NULL, rows[i].state);
        calendar = calendar_of(&s, HW_CALENDAR_TODOS);
        expect_component(&calendar, "VTODO", 0, LINES(rows[i].sequence, "SUMMARY:Goal 1", rows[i].status));
        assert_int_equal(ics_count(&calendar, "COMPLETED:20250307T080000Z"),
                         rows[i].state == HW_GOAL_COMPLETED ? 1 : 0);
        assert_int_equal(ics_count_prefix(&calendar, "DTSTART") + ics_count_prefix(&calendar, "DUE"), 0);
        assert_false(ics_mentions(&calendar, "Secret"));
        ics_close(&calendar);
    }
    scene_now(&s, "2025-04-05T10:00:00+02:00");
    calendar = calendar_of(&s, HW_CALENDAR_TODOS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VTODO"), 0);
    ics_close(&calendar);
    scene_close(&s);
}

static void test_share_of_steps(void **state)
{
    (void)state;
    scene s = open_scene();
    add_goal(&s, "g1", "Aim", HW_GOAL_ACTIVE);
    add_goal(&s, "g2", "Other aim", HW_GOAL_ACTIVE);
    add_step(&s, "p1", "g1", HW_STEP_CONSOLIDATED);
    add_step(&s, "p2", "g1", HW_STEP_IN_PRACTICE);
    add_step(&s, "p3", "g1", HW_STEP_AVAILABLE);
    add_step(&s, "p4", "g1", HW_STEP_SKIPPED);
    ics calendar = calendar_of(&s, HW_CALENDAR_BOTH);
    expect_component(&calendar, "VTODO", 0, LINES("SEQUENCE:4", "SUMMARY:Goal 1", "PERCENT-COMPLETE:33"));
    expect_component(&calendar, "VTODO", 1, LINES("SEQUENCE:0", "SUMMARY:Goal 2", "PERCENT-COMPLETE:0"));
    ics_close(&calendar);
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    add_step(&s, "p2", "g1", HW_STEP_CRITERION_MET);
    add_step(&s, "p3", "g1", HW_STEP_SKIPPED);
    calendar = calendar_of(&s, HW_CALENDAR_BOTH);
    expect_component(&calendar, "VTODO", 0,
                     LINES("DTSTAMP:20250305T080000Z", "SEQUENCE:6", "STATUS:IN-PROCESS",
                           "PERCENT-COMPLETE:99"));
    ics_close(&calendar);
    scene_close(&s);
}

/* To-dos stand below the first goal of theirs that is agreed on, and change when that does. */
static void test_what_stands_below(void **state)
{
    (void)state;
    scene s = open_scene();
    add_goal(&s, "g1", "Aim", HW_GOAL_PROPOSED);
    add_goal(&s, "g2", "Other aim", HW_GOAL_ACTIVE);
    hw_assignment *a = scene_once("a", "2025-03-04T19:00");
    hw_assignment_add_goal(a, "g1");
    hw_assignment_add_goal(a, "g2");
    scene_give(&s, a);
    ics calendar = calendar_of(&s, HW_CALENDAR_TODOS);
    char parent[80];
    snprintf(parent, sizeof parent, "RELATED-TO;RELTYPE=PARENT:%s", ics_value(&calendar, "UID:", 0));
    expect_component(&calendar, "VTODO", 1, LINES("SEQUENCE:0", "SUMMARY:Practice 1", parent));
    ics_close(&calendar);
    scene_now(&s, "2025-03-03T10:00:00+01:00");
    add_goal(&s, "g1", NULL, HW_GOAL_ACCEPTED);
    calendar = calendar_of(&s, HW_CALENDAR_TODOS);
    assert_int_equal(ics_count(&calendar, "BEGIN:VTODO"), 3);
    assert_int_equal(ics_count(&calendar, parent), 0);
    snprintf(parent, sizeof parent, "RELATED-TO;RELTYPE=PARENT:%s", ics_value(&calendar, "UID:", 0));
    expect_component(&calendar, "VTODO", 2,
                     LINES("DTSTAMP:20250303T090000Z", "SEQUENCE:1", "SUMMARY:Practice 1", parent));
    ics_close(&calendar);
    scene_now(&s, "2025-03-03T11:00:00+01:00");
    add_goal(&s, "g1", NULL, HW_GOAL_CANCELLED);
    add_goal(&s, "g2", NULL, HW_GOAL_CANCELLED);
    calendar = calendar_of(&s, HW_CALENDAR_TODOS);
    assert_int_equal(ics_count_prefix(&calendar, "RELATED-TO"), 0);
    expect_component(&calendar, "VTODO", 2, LINES("SEQUENCE:3", "SUMMARY:Practice 1"));
    ics_close(&calendar);
    scene_close(&s);
}

/* ---- Both ---- */

static scene busy_scene(void)
{
    scene s = open_scene();
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-17T10:00", HW_SESSION_PLANNED);
    add_goal(&s, "g1", "Riding the underground again", HW_GOAL_ACTIVE);
    add_step(&s, "p1", "g1", HW_STEP_CONSOLIDATED);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_add_goal(a, "g1");
    scene_give(&s, a);
    return s;
}

static void test_profiles(void **state)
{
    (void)state;
    static const struct {
        hw_calendar_profile profile;
        size_t appointments, goals;
    } rows[] = {{HW_CALENDAR_EVENTS, 2, 0},
                {HW_CALENDAR_TODOS, 0, 1},
                {HW_CALENDAR_BOTH, 2, 1},
                {HW_CALENDAR_OUTLOOK, 2, 0},
                {HW_CALENDAR_GOOGLE, 2, 0}};
    scene s = busy_scene();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        ics calendar = calendar_of(&s, rows[i].profile);
        assert_int_equal(ics_count(&calendar, "SUMMARY:Appointment"), rows[i].appointments);
        assert_int_equal(ics_count(&calendar, "TRANSP:OPAQUE"), rows[i].appointments);
        assert_int_equal(ics_count(&calendar, "SUMMARY:Goal 1"), rows[i].goals);
        assert_int_equal(ics_count_prefix(&calendar, "RELATED-TO;RELTYPE=PARENT:") > 0, rows[i].goals > 0);
        ics_close(&calendar);
        hw_calendar_options *options = options_of(rows[i].profile);
        hw_calendar_options_set_sessions(options, false, &err);
        hw_calendar_options_set_goals(options, false, &err);
        char *without = hw_plan_to_calendar(s.plan, s.now.instant, options, NULL, &err);
        char *plain = NULL;
        hw_calendar_options *usual = hw_calendar_options_new(&err);
        hw_calendar_options_set_profile(usual, rows[i].profile, &err);
        plain = hw_plan_to_calendar(s.plan, s.now.instant, usual, NULL, &err);
        assert_string_equal(without, plain);
        assert_null(strstr(plain, "Appointment"));
        assert_null(strstr(plain, "=PARENT:"));
        hw_string_free(without);
        hw_string_free(plain);
        hw_calendar_options_free(usual);
        hw_calendar_options_free(options);
    }
    scene_close(&s);
}

static void set_wording(scene *s, hw_wording wording)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_settings_set_wording(settings, wording);
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_settings_unref(settings);
    hw_change_free(change);
}

/* What the search for leaks finds at each wording: nothing; and at a narrower one than it was written for, the
 * title. */
static void test_discretion(void **state)
{
    (void)state;
    scene s = busy_scene();
    for (int wording = HW_WORDING_NEUTRAL; wording <= HW_WORDING_PLAIN; wording++) {
        scene_now(&s, wording == HW_WORDING_NEUTRAL ? "2025-03-03T10:00:00+01:00"
                      : wording == HW_WORDING_COVER ? "2025-03-03T11:00:00+01:00"
                                                    : "2025-03-03T12:00:00+01:00");
        if (wording != HW_WORDING_NEUTRAL) {
            set_wording(&s, (hw_wording)wording);
        }
        for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
            hw_calendar_options *options = options_of((hw_calendar_profile)profile);
            hw_leaks_options *looking = hw_leaks_options_new(&err);
            size_t size;
            char *text = hw_plan_to_calendar(s.plan, s.now.instant, options, &size, &err);
            hw_leaks *leaks = hw_plan_check_leaks(s.plan, text, size, looking, &err);
            assert_int_equal(hw_leaks_count(leaks), 0);
            hw_leaks_free(leaks);
            bool has_goals = profile == HW_CALENDAR_TODOS || profile == HW_CALENDAR_BOTH;
            bool is_said = strstr(text, "SUMMARY:Riding the underground again") != NULL;
            assert_int_equal(is_said, wording == HW_WORDING_PLAIN && has_goals);
            hw_leaks_options_set_wording(looking, HW_WORDING_COVER, &err);
            leaks = hw_plan_check_leaks(s.plan, text, size, looking, &err);
            assert_int_equal(hw_leaks_count(leaks) > 0, is_said);
            hw_leaks_free(leaks);
            hw_leaks_options_free(looking);
            hw_string_free(text);
            hw_calendar_options_free(options);
        }
    }
    scene_close(&s);
}

/* Each is a resource of its own, and the files of a client stay as small as it needs. */
static void test_pieces(void **state)
{
    (void)state;
    scene s = busy_scene();
    hw_calendar_options *options = options_of(HW_CALENDAR_BOTH);
    ics calendar = calendar_of(&s, HW_CALENDAR_BOTH);
    size_t components = ics_count(&calendar, "BEGIN:VEVENT") + ics_count(&calendar, "BEGIN:VTODO"), found = 0;
    hw_calendar_resources *all = hw_plan_calendar_resources(s.plan, s.now.instant, options, &err);
    assert_int_equal(hw_calendar_resources_count(all), components);
    for (size_t i = 0; i < components; i++) {
        const char *bytes = hw_calendar_resources_bytes_at(all, i, NULL);
        bool appointment = strstr(bytes, "SUMMARY:Appointment"), goal = strstr(bytes, "SUMMARY:Goal 1");
        assert_int_equal(strstr(bytes, "BEGIN:VTIMEZONE") != NULL, !goal);
        found += appointment || goal;
    }
    assert_int_equal(found, 3);
    hw_calendar_resources_free(all);
    hw_calendar_options_free(options);
    ics_close(&calendar);
    for (int i = 0; i < 600; i++) {
        char id[16];
        snprintf(id, sizeof id, "t%d", i);
        scene_session(&s, id, "2025-06-02T10:00", HW_SESSION_PLANNED);
    }
    options = options_of(HW_CALENDAR_OUTLOOK);
    hw_calendar_resources *files = hw_plan_calendar_files(s.plan, s.now.instant, options, &err);
    assert_int_equal(hw_calendar_resources_count(files), 2);
    for (size_t i = 0; i < 2; i++) {
        size_t size;
        const char *bytes = hw_calendar_resources_bytes_at(files, i, &size);
        ics file = ics_open(bytes, size);
        assert_true(ics_count(&file, "BEGIN:VEVENT") < 500);
        ics_close(&file);
    }
    hw_calendar_resources_free(files);
    hw_calendar_options_free(options);
    scene_close(&s);
}

static void test_refused(void **state)
{
    (void)state;
    assert_int_equal(hw_calendar_options_set_sessions(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_calendar_options_set_goals(NULL, true, &err), HW_ERR_ARGUMENT);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = busy_scene();
    hw_calendar_options *options = options_of(HW_CALENDAR_BOTH);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 1);
        char *text = hw_plan_to_calendar(s.plan, s.now.instant, options, NULL, &err);
        hw__alloc_fail(0, 0);
        if (text) {
            assert_non_null(strstr(text, "SUMMARY:Goal 1"));
            hw_string_free(text);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_calendar_options_free(options);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_course_of_a_session),
        cmocka_unit_test(test_held_and_missed),
        cmocka_unit_test(test_clock_changes),
        cmocka_unit_test(test_zones),
        cmocka_unit_test(test_course_of_a_goal),
        cmocka_unit_test(test_share_of_steps),
        cmocka_unit_test(test_what_stands_below),
        cmocka_unit_test(test_profiles),
        cmocka_unit_test(test_discretion),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
