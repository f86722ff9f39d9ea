/* SPDX-License-Identifier: MIT */
/* The sheet of an assignment: all that was agreed is on it, in order and in the language asked for, and what was not
 * is not. */
#include <string.h>

#include "base/alloc.h"
#include "homework/sheet.h"
#include "support/scene.h"

static const char *const as_of = "2025-03-04T12:00:00Z";

static void must(hw_status status)
{
    assert_int_equal(status, HW_OK);
}

static hw_change *change_of(scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static void add_therapist(scene *s, const char *name)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_person *therapist = hw_person_new("t", HW_ROLE_THERAPIST, &err);
    must(hw_person_set_name(therapist, name));
    must(hw_plan_add_person(s->plan, therapist, change, &err));
    hw_person_unref(therapist);
    hw_change_free(change);
}

/* A plan whose therapist has a name, with a goal, a measure and the next session. */
static scene open_plan(void)
{
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_change *change = change_of(&s);
    add_therapist(&s, "Dr. Ada Weber");
    hw_goal *goal = hw_goal_new("calm", "Ride the bus again", &err);
    must(hw_plan_add_goal(s.plan, goal, change, &err));
    hw_goal_unref(goal);
    hw_measure *tension = hw_measure_new("tension", "Tension", HW_MEASURE_RATING, &err);
    must(hw_measure_set_min(tension, 0));
    must(hw_measure_set_max(tension, 10));
    must(hw_plan_add_measure(s.plan, tension, change, &err));
    hw_measure_unref(tension);
    hw_change_free(change);
    scene_session(&s, "s1", "2025-03-10T17:00", HW_SESSION_PLANNED);
    return s;
}

static hw_assignment *agreed_in_full(void)
{
    hw_assignment *draft = scene_recurring("breathe", "2025-03-03T19:00", "FREQ=DAILY");
    must(hw_assignment_set_title(draft, NULL, "Breathing"));
    must(hw_assignment_set_title(draft, "de",
                                 "Atem\xc3\xbc"
                                 "bung"));
    must(hw_assignment_set_what(draft, NULL, "Ten slow breaths, hand on the belly."));
    must(hw_assignment_set_instructions(draft, NULL, "Sit down first."));
    must(hw_assignment_set_rationale(draft, NULL, "A slow breath tells the body that it is safe."));
    must(hw_assignment_set_when(draft, NULL, "after supper"));
    must(hw_assignment_set_where(draft, NULL, "in the kitchen"));
    must(hw_assignment_set_minutes(draft, 10));
    must(hw_assignment_set_with(draft, HW_ROLE_PARTNER));
    must(hw_assignment_set_cue(draft, NULL, "the table is cleared."));
    must(hw_assignment_set_action(draft, NULL, "I sit down and breathe."));
    must(hw_assignment_add_obstacle(draft, HW_BARRIER_FORGOT, NULL, "a note on the kettle"));
    must(hw_assignment_add_obstacle(draft, HW_BARRIER_NO_TIME, NULL, NULL));
    must(hw_assignment_add_goal(draft, "calm"));
    must(hw_assignment_add_measure(draft, "tension", HW_PHASE_BEFORE));
    return draft;
}

static char *sheet(const scene *s, const char *id, const char *language)
{
    hw_error err;
    hw_report_options *options = hw_report_options_new(&err);
    must(hw_report_options_set_language(options, language, &err));
    char *text = hw_plan_assignment_sheet(s->plan, id, scene_instant(as_of), options, &err);
    hw_report_options_free(options);
    assert_non_null(text);
    return text;
}

static void test_all_of_it(void **state)
{
    (void)state;
    scene s = open_plan();
    scene_give(&s, agreed_in_full());
    char *text = sheet(&s, "breathe", NULL);
    assert_string_equal(text, "Breathing\n"
                              "for: Ride the bus again\n"
                              "\n"
                              "What to do\n"
                              "  Ten slow breaths, hand on the belly.\n"
                              "  Sit down first.\n"
                              "\n"
                              "What it is good for\n"
                              "  A slow breath tells the body that it is safe.\n"
                              "\n"
                              "When, where, how often\n"
                              "  every day at 19:00\n"
                              "  When: after supper\n"
                              "  Where: in the kitchen\n"
                              "  How long: 10 minutes\n"
                              "  With: partner\n"
                              "\n"
                              "If and then\n"
                              "  If: the table is cleared. Then: I sit down and breathe.\n"
                              "\n"
                              "What may get in the way\n"
                              "  - forgot: a note on the kettle\n"
                              "  - no time\n"
                              "\n"
                              "What to write down\n"
                              "  - What I did to relax\n"
                              "  - Tension before (0-10)\n"
                              "  - Tension after (0-10)\n"
                              "  - How many minutes\n"
                              "  - Tension (0-10), before\n"
                              "\n"
                              "Whom to ask\n"
                              "  Dr. Ada Weber\n"
                              "  Next session: Mon 10 Mar 2025 17:00\n");
    hw_string_free(text);
    scene_close(&s);
}

/* The library's words and the titles that are there in German; what was written in one language stays. */
static void test_german(void **state)
{
    (void)state;
    scene s = open_plan();
    scene_give(&s, agreed_in_full());
    char *text = sheet(&s, "breathe", "de-AT");
    assert_int_equal(strncmp(text,
                             "Atem\xc3\xbc"
                             "bung\n",
                             strlen("Atem\xc3\xbc"
                                    "bung\n")),
                     0);
    static const char *const lines[] = {
        "\nWas zu tun ist\n  Ten slow breaths, hand on the belly.\n",
        "\n  jeden Tag um 19:00\n",
        "\n  Wie lange: 10 Minuten\n",
        "\n  - vergessen: a note on the kettle\n",
        "\n  - Tension (0-10), vorher\n",
        "\n  N\xc3\xa4"
        "chste Sitzung: Mo 10. M\xc3\xa4"
        "r 2025 17:00\n",
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        if (!strstr(text, lines[i])) {
            fail_msg("%s is not in %s", lines[i], text);
        }
    }
    hw_string_free(text);
    scene_close(&s);
}

/* What nobody has said has no heading either. */
static void test_almost_nothing(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *draft = scene_once("letter", "2025-03-10");
    must(hw_assignment_set_kind(draft, HW_KIND_WORKSHEET));
    scene_give(&s, draft);
    add_therapist(&s, NULL);
    char *text = sheet(&s, "letter", NULL);
    static const char *const absent[] = {"What to do", "good for",     "If",  "way",
                                         "Then",       "Next session", "With"};
    for (size_t i = 0; i < COUNT_OF(absent); i++) {
        if (strstr(text, absent[i])) {
            fail_msg("%s is in %s", absent[i], text);
        }
    }
    assert_non_null(strstr(text, "\n  once, Mon 10 Mar 2025\n"));
    assert_non_null(strstr(text, "\nWhom to ask\n  therapist\n"));
    hw_string_free(text);
    assert_null(
        hw_plan_assignment_sheet(s.plan, "letter", scene_instant("2025-02-01T00:00:00Z"), NULL, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    scene_close(&s);
}

static void test_bad_arguments(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_instant now = scene_instant(as_of);
    assert_null(hw_plan_assignment_sheet(NULL, "a", now, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_assignment_sheet(s.plan, NULL, now, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_assignment_sheet(s.plan, "a", now, NULL, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "a");
    hw_report_options *options = hw_report_options_new(&err);
    assert_int_equal(hw_report_options_set_language(NULL, "de", &err), HW_ERR_ARGUMENT);
    static const char *const bad[] = {"", "-", "d", "de_AT", "de-", "abcdefghi", "de-\xc3\xa4"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(hw_report_options_set_language(options, bad[i], &err), HW_ERR_SYNTAX);
    }
    hw_report_options_free(options);
    scene_close(&s);
}

/* Without memory there is no sheet, an error, and nothing left over; with the next byte more it is whole. */
static void test_without_memory(void **state)
{
    (void)state;
    hw_error err;
    scene s = open_plan();
    scene_give(&s, agreed_in_full());
    char *whole = hw_plan_assignment_sheet(s.plan, "breathe", scene_instant(as_of), NULL, &err);
    char *text = NULL;
    size_t nth = 0;
    for (; !text && nth < 10000; nth++) {
        hw__alloc_fail(nth + 1, 1);
        text = hw_plan_assignment_sheet(s.plan, "breathe", scene_instant(as_of), NULL, &err);
        hw__alloc_fail(0, 0);
        assert_true(text || err.status == HW_ERR_MEMORY);
    }
    assert_true(nth > 10);
    assert_string_equal(text, whole);
    hw_string_free(text);
    hw_string_free(whole);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_of_it),      cmocka_unit_test(test_german),
        cmocka_unit_test(test_almost_nothing), cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
