/* SPDX-License-Identifier: MIT */
/* The words of the text report: schedules of every kind, and messages that wait for the next session. */
#include <stdio.h>
#include <string.h>

#include "support/scene.h"

static char *report(const hw_plan *plan, const char *from, const char *to, const char *as_of)
{
    hw_error err;
    char *text = hw_plan_report(plan, scene_date(from), scene_date(to), scene_instant(as_of), NULL, &err);
    assert_non_null(text);
    return text;
}

/* ---- Schedules in words ---- */

static void test_schedules_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *start, *rule, *words;
    } rules[] = {
        {"2025-03-03T19:00", "FREQ=DAILY", "every day at 19:00"},
        {"2025-03-03", "FREQ=DAILY;INTERVAL=2", "every 2 days"},
        {"2025-03-03T07:30", "FREQ=WEEKLY;BYDAY=MO,WE", "every week on Mon, Wed at 07:30"},
        {"2025-03-06", "FREQ=WEEKLY", "every week on Thu"},
        {"2025-03-06", "FREQ=WEEKLY;INTERVAL=3", "every 3 weeks on Thu"},
        {"2025-03-06", "FREQ=DAILY;BYDAY=SA,SU", "every day on Sat, Sun"},
        {"2025-03-06", "FREQ=MONTHLY;BYDAY=1MO", "every month"},
    };
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_give(&s, scene_recurring("a", rules[i].start, rules[i].rule));
        char *text = report(s.plan, "2025-03-01", "2025-03-02", "2025-03-01T12:00:00Z");
        char line[100];
        snprintf(line, sizeof line, "\n    %s\n", rules[i].words);
        if (!strstr(text, line)) {
            fail_msg("%s: %s", rules[i].words, text);
        }
        hw_string_free(text);
        scene_close(&s);
    }
}

/* What is due once and was moved is told where it is. */
static void test_once_in_words(void **state)
{
    (void)state;
    for (int moved = 0; moved < 2; moved++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *draft = scene_once("a", "2025-03-10T19:00");
        if (moved)
            hw_assignment_add_move(draft, scene_local("2025-03-10T19:00"), scene_local("2025-03-12T08:00"));
        scene_give(&s, draft);
        char *text = report(s.plan, "2025-03-01", "2025-03-02", "2025-03-01T12:00:00Z");
        assert_int_equal(strstr(text, "10 Mar") != NULL && strstr(text, "19:00") != NULL, !moved);
        assert_int_equal(strstr(text, "12 Mar") != NULL && strstr(text, "08:00") != NULL, moved);
        hw_string_free(text);
        scene_close(&s);
    }
}

/* Around sessions, after one another, and whenever something comes up. */
static void test_other_schedules_in_words(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    static const struct {
        hw_relation relation;
        hw_duration offset;
        int every;
        const char *words;
    } around[] = {
        {HW_RELATION_UNTIL, {0, 0}, 1, "    every day until the next session\n"},
        {HW_RELATION_BEFORE, {0, 0}, 1, "    when the session begins\n"},
        {HW_RELATION_BEFORE, {1, 0}, 1, "    the day before the session\n"},
        {HW_RELATION_BEFORE, {3, 0}, 2, "    3 days before the session, every 2 sessions\n"},
        {HW_RELATION_AFTER, {1, 0}, 1, "    the day after the session\n"},
        {HW_RELATION_AFTER, {0, 3600}, 1, "    1 hour after the session\n"},
        {HW_RELATION_BEFORE, {1, 7200}, 1, "    26 hours before the session\n"},
        {HW_RELATION_AFTER, {0, 5400}, 3, "    90 minutes after the session, every 3 sessions\n"},
    };
    for (size_t i = 0; i < COUNT_OF(around); i++) {
        char id[16];
        snprintf(id, sizeof id, "a-%zu", i);
        scene_give(&s, scene_around(id, "2025-03-01", around[i].relation, around[i].offset, around[i].every));
    }
    hw_error err;
    hw_assignment *timed = scene_around("timed", "2025-03-01", HW_RELATION_BEFORE, (hw_duration){2, 0}, 1);
    assert_int_equal(hw_assignment_add_time(timed, 19 * 3600), HW_OK);
    assert_int_equal(hw_assignment_set_title(timed, NULL, "The first one"), HW_OK);
    scene_give(&s, timed);
    hw_assignment *same_day =
        scene_around("same-day", "2025-03-01", HW_RELATION_AFTER, (hw_duration){0, 0}, 1);
    assert_int_equal(hw_assignment_add_time(same_day, 21 * 3600), HW_OK);
    scene_give(&s, same_day);
    scene_give(&s, scene_after("then", "2025-03-01", "timed", (hw_duration){0, 0}));
    hw_assignment *event = hw_assignment_new("event", "An event", HW_KIND_OTHER, &err);
    assert_int_equal(hw_assignment_set_event_contingent(event, scene_date("2025-03-01")), HW_OK);
    assert_int_equal(hw_assignment_set_trigger(event, NULL, "The phone rings"), HW_OK);
    scene_give(&s, event);
    hw_assignment *tapered = scene_recurring("tapered", "2025-03-01", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_taper(tapered, scene_date("2025-03-15"), "FREQ=WEEKLY;BYDAY=SU"),
                     HW_OK);
    scene_give(&s, tapered);
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z");
    for (size_t i = 0; i < COUNT_OF(around); i++) {
        assert_non_null(strstr(text, around[i].words));
    }
    assert_non_null(strstr(text, "    2 days before the session at 19:00\n"));
    assert_non_null(strstr(text, "    on the day of the session at 21:00\n"));
    assert_non_null(strstr(text, "    after: The first one\n"));
    assert_non_null(strstr(text, "    whenever: The phone rings\n"));
    assert_non_null(strstr(text, "    every day\n"));
    hw_string_free(text);
    text = report(s.plan, "2025-03-01", "2025-03-17", "2025-03-16T23:00:00Z");
    assert_non_null(strstr(text, "    every week on Sun\n"));
    hw_string_free(text);
    scene_close(&s);
}

static void test_quotas_in_words(void **state)
{
    (void)state;
    static const struct {
        int times, most;
        hw_period period;
        const char *words;
    } quotas[] = {
        {1, 0, HW_PERIOD_DAY, "once a day, until Mon 30 Jun 2025"},
        {2, 3, HW_PERIOD_WEEK, "2 times a week, 3 at most, until Mon 30 Jun 2025"},
        {5, 0, HW_PERIOD_MONTH, "5 times a month, until Mon 30 Jun 2025"},
    };
    for (size_t i = 0; i < COUNT_OF(quotas); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *quota =
            scene_quota("q", "2025-03-03", quotas[i].times, quotas[i].most, quotas[i].period);
        assert_int_equal(hw_assignment_set_until(quota, scene_date("2025-06-30")), HW_OK);
        scene_give(&s, quota);
        char *text = report(s.plan, "2025-03-01", "2025-03-02", "2025-03-01T12:00:00Z");
        assert_non_null(strstr(text, quotas[i].words));
        hw_string_free(text);
        scene_close(&s);
    }
}

/* ---- Messages ---- */

static void write_message(scene *s, const char *id, hw_topic topic, hw_visibility visibility,
                          const char *text)
{
    hw_error err;
    hw_message *message = hw_message_new(id, topic, text, &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_true(message && change);
    assert_int_equal(hw_message_set_visibility(message, visibility), HW_OK);
    assert_int_equal(hw_plan_add_message(s->plan, message, change, &err), HW_OK);
    hw_message_unref(message);
    hw_change_free(change);
}

static void mark_message(scene *s, const char *id, hw_message_stage state)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_mark_message(s->plan, id, state, change, &err), HW_OK);
    hw_change_free(change);
}

static void test_messages_wait_for_the_session(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    write_message(&s, "m-1", HW_MESSAGE_QUESTION, HW_VISIBILITY_SHARED, "how long");
    write_message(&s, "m-2", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED, "a worry");
    write_message(&s, "m-3", HW_MESSAGE_REQUEST, HW_VISIBILITY_SHARED_SUMMARY, "a summary only");
    write_message(&s, "m-4", HW_MESSAGE_QUESTION, HW_VISIBILITY_PRIVATE, "a secret");
    write_message(&s, "m-5", HW_MESSAGE_CHALLENGE, HW_VISIBILITY_SHARED, "hard to begin");
    write_message(&s, "m-6", HW_MESSAGE_INSIGHT, HW_VISIBILITY_SHARED, "an idea");
    scene_now(&s, "2025-03-03T18:00:00+01:00");
    scene_session(&s, "s-1", "2025-03-03T17:00", HW_SESSION_HELD);
    mark_message(&s, "m-1", HW_MESSAGE_DISCUSSED);
    mark_message(&s, "m-2", HW_MESSAGE_DEFERRED);
    char *text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-02T00:00:00Z");
    assert_non_null(
        strstr(text, "Questions for the next session\n  Sat 1 Mar: how long\n  Sat 1 Mar: a worry\n"));
    assert_non_null(strstr(text, "  Sat 1 Mar: hard to begin\n"));
    assert_non_null(strstr(text, "  Sat 1 Mar: an idea\n"));
    assert_null(strstr(text, "secret"));
    assert_null(strstr(text, "summary"));
    hw_string_free(text);
    text = report(s.plan, "2025-03-01", "2025-03-08", "2025-03-08T00:00:00Z");
    assert_null(strstr(text, "how long")); /* it was talked about */
    assert_null(strstr(text, "an idea"));  /* it was told, and asks for nothing */
    assert_non_null(strstr(text, "Questions for the next session\n  Sat 1 Mar: a worry\n"));
    hw_string_free(text);
    scene_close(&s);
}

/* In the language that is asked for; a plan that is in German needs no asking. */
static void test_german(void **state)
{
    (void)state;
    for (int own = 0; own < 2; own++) {
        hw_error err;
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=TU,SU"));
        hw_report_options *options = hw_report_options_new(&err);
        if (own)
            assert_int_equal(hw_plan_set_language(s.plan, "de-CH", &err), HW_OK);
        else
            assert_int_equal(hw_report_options_set_language(options, "DE", &err), HW_OK);
        char *text = hw_plan_report(s.plan, scene_date("2025-03-01"), scene_date("2025-03-02"),
                                    scene_instant("2025-03-01T12:00:00Z"), options, &err);
        assert_non_null(strstr(text, "\n    jede Woche, Di, So um 19:00\n"));
        assert_non_null(strstr(text, "Stand Sa 1. M\xc3\xa4"
                                     "r 2025 13:00"));
        hw_string_free(text);
        hw_report_options_free(options);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_once_in_words),      cmocka_unit_test(test_german),
        cmocka_unit_test(test_schedules_in_words), cmocka_unit_test(test_other_schedules_in_words),
        cmocka_unit_test(test_quotas_in_words),    cmocka_unit_test(test_messages_wait_for_the_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
