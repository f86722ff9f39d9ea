/* SPDX-License-Identifier: MIT */
/* The agenda of the next session: what is on it and why, in which order, how much of it, in whose words; that
 * nothing private is on it, and that nothing recorded later changes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "homework/agenda.h"
#include "support/blame.h"
#include "support/random_plan.h"
#include "support/scene.h"

static void must(hw_status status)
{
    assert_int_equal(status, HW_OK);
}

static hw_change *change_of(const scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static hw_agenda *agenda_of(const scene *s)
{
    hw_error err;
    hw_agenda *agenda = hw_plan_session_agenda(s->plan, s->now.instant, NULL, &err);
    if (!agenda) {
        fail_msg("%s", err.message);
    }
    return agenda;
}

/* The reasons with their ids: "homework:a barrier". */
static const char *reasons(const hw_agenda *agenda)
{
    static char text[8192];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_agenda_count(agenda); i++) {
        const char *id = hw_agenda_id_at(agenda, i);
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s%s%s", i ? " " : "",
                                 hw_agenda_reason_name(hw_agenda_reason_at(agenda, i)), id ? ":" : "",
                                 id ? id : "");
    }
    return text;
}

static size_t index_of(const hw_agenda *agenda, hw_agenda_reason reason)
{
    size_t i = 0;
    while (i < hw_agenda_count(agenda) && hw_agenda_reason_at(agenda, i) != reason) {
        i++;
    }
    return i;
}

static void expect_text(const hw_agenda *agenda, hw_agenda_reason reason, const char *language,
                        const char *expected)
{
    hw_error err;
    size_t index = index_of(agenda, reason);
    if (index == hw_agenda_count(agenda)) {
        fail_msg("%s is not in: %s", hw_agenda_reason_name(reason), reasons(agenda));
    }
    char *text = hw_agenda_text(agenda, index, language, &err);
    assert_string_equal(text, expected);
    hw_string_free(text);
}

static void add_message(scene *s, const char *id, hw_topic topic, const char *text, hw_visibility visibility)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_message *message = hw_message_new(id, topic, text, &err);
    must(hw_message_set_visibility(message, visibility));
    must(hw_plan_add_message(s->plan, message, change, &err));
    hw_message_unref(message);
    hw_change_free(change);
}

static void add_goal(scene *s, const char *id, const char *title)
{
    hw_error err;
    hw_change *change = change_of(s);
    hw_goal *goal = hw_goal_new(id, title, &err);
    must(hw_plan_add_goal(s->plan, goal, change, &err));
    hw_goal_unref(goal);
    hw_change_free(change);
}

/* ---- what is on it ---- */

static void test_an_empty_history(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_agenda *agenda = agenda_of(&s);
    assert_string_equal(reasons(agenda), "no-goal no-homework");
    assert_int_equal(hw_agenda_left_out(agenda), 0);
    assert_null(hw_agenda_last_session(agenda));
    assert_null(hw_agenda_next_session(agenda));
    assert_false(hw_agenda_kind_at(agenda, 0, NULL));
    assert_int_equal(hw_evidence_count(hw_agenda_evidence_at(agenda, 0)), 0);
    char *page = hw_agenda_page(agenda, NULL, &err);
    assert_string_equal(page, "For the next session; since Sat 1 Mar 2025\n"
                              "\n"
                              "To be planned\n"
                              "  - No goal is set yet.\n"
                              "  - No homework is agreed just now.\n");
    hw_string_free(page);
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* Concerns come first, then questions, the oldest first; what is private is not there, of a summary not the
 * words; insights stand with what was reached. */
static void test_what_was_said(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_message(&s, "q2", HW_MESSAGE_QUESTION, "Does it count when seated?", HW_VISIBILITY_SHARED);
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    add_message(&s, "q1", HW_MESSAGE_QUESTION, "How long?", HW_VISIBILITY_SHARED);
    add_message(&s, "secret", HW_MESSAGE_CONCERN, "SENTINEL", HW_VISIBILITY_PRIVATE);
    scene_now(&s, "2025-03-03T09:00:00+01:00");
    add_message(&s, "c1", HW_MESSAGE_CONCERN, "SENTINEL", HW_VISIBILITY_SHARED_SUMMARY);
    add_message(&s, "i1", HW_MESSAGE_INSIGHT, "Mornings are easier.", HW_VISIBILITY_SHARED);
    add_message(&s, "r1", HW_MESSAGE_REQUEST, "A shorter text, please.", HW_VISIBILITY_SHARED);
    add_message(&s, "h1", HW_MESSAGE_CHALLENGE, "The bus.", HW_VISIBILITY_SHARED);
    hw_agenda *agenda = agenda_of(&s);
    assert_string_equal(reasons(agenda),
                        "concern:c1 question:q2 question:q1 request:r1 challenge:h1 insight:i1 "
                        "no-goal no-homework");
    expect_text(agenda, HW_AGENDA_REASON_CONCERN, NULL, "Concern (Mon 3 Mar), shared without its words");
    expect_text(agenda, HW_AGENDA_REASON_QUESTION, NULL, "Question (Sat 1 Mar): Does it count when seated?");
    expect_text(agenda, HW_AGENDA_REASON_QUESTION, "de",
                "Frage (Sa 1. M\xc3\xa4"
                "r): Does it count when seated?");
    expect_text(agenda, HW_AGENDA_REASON_INSIGHT, NULL, "Insight (Mon 3 Mar): Mornings are easier.");
    const hw_evidence *shown = hw_agenda_evidence_at(agenda, 1);
    assert_int_equal(hw_evidence_count(shown), 1);
    assert_int_equal(hw_evidence_kind_at(shown, 0), HW_EVIDENCE_MESSAGE);
    assert_string_equal(hw_evidence_id_at(shown, 0), "q2");
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* Seven days that were all written down afterwards: one item says so, and does not judge. */
static void test_recorded_later(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=7"));
    scene_now(&s, "2025-03-12T09:00:00+01:00");
    for (int day = 3; day < 10; day++) {
        char at[40], due[40];
        snprintf(at, sizeof at, "2025-03-%02dT19:10:00+01:00", day);
        snprintf(due, sizeof due, "2025-03-%02dT19:00:00", day);
        scene_report(&s, "a", HW_EXTENT_DONE, at, due);
    }
    hw_agenda *agenda = agenda_of(&s);
    size_t index = index_of(agenda, HW_AGENDA_REASON_RECORDED_LATER);
    int64_t value, of;
    assert_true(hw_agenda_value_at(agenda, index, &value) && hw_agenda_of_at(agenda, index, &of));
    assert_int_equal(value, 7);
    assert_int_equal(of, 7);
    expect_text(agenda, HW_AGENDA_REASON_RECORDED_LATER, NULL, "Practice: 7 of 7 were recorded later");
    size_t homework = index_of(agenda, HW_AGENDA_REASON_HOMEWORK);
    assert_true(hw_agenda_value_at(agenda, homework, &value) && value == 7);
    expect_text(agenda, HW_AGENDA_REASON_HOMEWORK, NULL, "Practice: done 7 of 7");
    size_t items = 0;
    for (size_t i = 0; i < hw_agenda_count(agenda); i++) {
        items += hw_agenda_reason_at(agenda, i) == HW_AGENDA_REASON_RECORDED_LATER;
    }
    assert_int_equal(items, 1);
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* Counts, what was agreed, what got in the way, and only since the last session that was held. */
static void test_homework_since_the_session(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *draft = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    must(hw_assignment_set_title(draft, NULL, "Breathing"));
    must(hw_assignment_set_what(draft, NULL, "Ten breaths"));
    must(hw_assignment_set_likelihood(draft, 80));
    scene_give(&s, draft);
    scene_give(&s, scene_recurring("b", "2025-03-03T08:00", "FREQ=DAILY"));
    scene_session(&s, "s1", "2025-03-05T17:00", HW_SESSION_PLANNED);
    scene_session(&s, "s2", "2025-03-12T17:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-05T18:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_HELD);
    for (int day = 6; day < 10; day++) {
        char at[40];
        snprintf(at, sizeof at, "2025-03-%02dT19:10:00+01:00", day);
        scene_now(&s, at);
        scene_report(&s, "a", day == 9 ? HW_EXTENT_PARTIAL : HW_EXTENT_DONE, at, NULL);
    }
    scene_now(&s, "2025-03-11T12:00:00+01:00");
    hw_agenda *agenda = agenda_of(&s);
    assert_string_equal(hw_agenda_last_session(agenda), "s1");
    assert_string_equal(hw_agenda_next_session(agenda), "s2");
    hw_date since = hw_agenda_since(agenda);
    assert_true(since.year == 2025 && since.month == 3 && since.day == 5);
    /* What needs work comes first, whatever the plan's order. */
    size_t first = index_of(agenda, HW_AGENDA_REASON_HOMEWORK);
    assert_string_equal(hw_agenda_id_at(agenda, first), "b");
    assert_string_equal(hw_agenda_detail_at(agenda, first), "needs-work");
    assert_string_equal(hw_agenda_id_at(agenda, first + 1), "a");
    hw_error err;
    char *text = hw_agenda_text(agenda, first + 1, NULL, &err);
    assert_string_equal(text,
                        "Breathing: done 3 of 6, in part 1, not reported 2; 80 % likely when it was agreed");
    hw_string_free(text);
    int32_t likelihood = 0;
    assert_true(hw_agenda_likelihood_at(agenda, first + 1, &likelihood) && likelihood == 80);
    assert_false(hw_agenda_likelihood_at(agenda, first, &likelihood));
    char *page = hw_agenda_page(agenda, NULL, &err);
    assert_int_equal(strncmp(page, "For the session on Wed 12 Mar 2025 17:00\n", 41), 0);
    hw_string_free(page);
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* A week of a quota in whose middle the session was belongs to the next session, and a day that was settled
 * before it does not. */
static void test_a_week_across_the_session(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_quota("q", "2025-03-03", 2, 0, HW_PERIOD_WEEK));
    scene_give(&s, scene_recurring("d", "2025-03-03T08:00", "FREQ=WEEKLY;BYDAY=MO"));
    for (int day = 4; day < 12; day += 7) { /* Tuesdays */
        char at[40], id[20];
        snprintf(at, sizeof at, "2025-03-%02dT17:00", day);
        snprintf(id, sizeof id, "s%d", day);
        scene_session(&s, id, at, HW_SESSION_PLANNED);
    }
    scene_now(&s, "2025-03-04T18:00:00+01:00");
    scene_session(&s, "s4", NULL, HW_SESSION_HELD);
    scene_now(&s, "2025-03-05T19:10:00+01:00");
    scene_report(&s, "q", HW_EXTENT_DONE, "2025-03-05T19:00:00+01:00", NULL);
    scene_now(&s, "2025-03-11T12:00:00+01:00");
    hw_agenda *agenda = agenda_of(&s);
    size_t first = index_of(agenda, HW_AGENDA_REASON_HOMEWORK);
    assert_string_equal(hw_agenda_id_at(agenda, first), "d");
    assert_string_equal(hw_agenda_id_at(agenda, first + 1), "q");
    hw_error err;
    char *text = hw_agenda_text(agenda, first + 1, NULL, &err);
    assert_string_equal(text, "Practice: done 0 of 1, in part 1");
    hw_string_free(text);
    expect_text(agenda, HW_AGENDA_REASON_HOMEWORK, NULL, "Practice: done 0 of 1, not reported 1");
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* The ninth item of a PHQ-9. */
static void fill_in(scene *s, const char *at, double answer, hw_visibility visibility)
{
    hw_error err;
    hw_entry *entry = hw_entry_new("form", HW_EXTENT_DONE, &err);
    hw_change *change = change_of(s);
    must(hw_entry_set_at(entry, scene_moment(at)));
    must(hw_entry_set_unscheduled(entry));
    must(hw_entry_set_visibility(entry, visibility));
    must(hw_entry_add_answer(entry, "instrument", HW_PHASE_NONE, 0, "phq-9"));
    must(hw_entry_add_number(entry, "score", HW_PHASE_NONE, 9, answer));
    must(hw_plan_log(s->plan, entry, change, &err));
    hw_entry_free(entry);
    hw_change_free(change);
}

/* What a person should see comes first: also of a form that is older than the last session, but came after it. */
static void test_safety_items(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *form = scene_once("form", "2026-01-01T12:00");
    must(hw_assignment_set_kind(form, HW_KIND_MEASURE));
    scene_give(&s, form);
    scene_session(&s, "s1", "2025-03-10T17:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-08T12:00:00+01:00");
    fill_in(&s, "2025-03-08T11:00:00+01:00", 2, HW_VISIBILITY_SHARED);
    hw_agenda *agenda = agenda_of(&s);
    assert_int_equal(hw_agenda_reason_at(agenda, 0), HW_AGENDA_REASON_SAFETY_ITEM);
    expect_text(agenda, HW_AGENDA_REASON_SAFETY_ITEM, NULL,
                "Practice: the answer to item 9 is one that a person should see.");
    hw_agenda_free(agenda);
    scene_now(&s, "2025-03-10T18:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_HELD);
    scene_now(&s, "2025-03-12T12:00:00+01:00");
    fill_in(&s, "2025-03-11T12:00:00+01:00", 3, HW_VISIBILITY_PRIVATE);
    fill_in(&s, "2025-03-12T12:00:00+01:00", 0, HW_VISIBILITY_SHARED);
    agenda = agenda_of(&s);
    assert_int_equal(index_of(agenda, HW_AGENDA_REASON_SAFETY_ITEM), hw_agenda_count(agenda));
    hw_agenda_free(agenda);
    fill_in(&s, "2025-03-09T12:00:00+01:00", 1, HW_VISIBILITY_SHARED_SUMMARY);
    agenda = agenda_of(&s);
    assert_int_equal(hw_agenda_reason_at(agenda, 0), HW_AGENDA_REASON_SAFETY_ITEM);
    assert_string_equal(hw_agenda_id_at(agenda, 0), scene_last(&s));
    assert_int_not_equal(hw_agenda_reason_at(agenda, 1), HW_AGENDA_REASON_SAFETY_ITEM);
    hw_agenda_free(agenda);
    scene_close(&s);
}

/* A goal that nothing serves, an assignment that ends, an agreement that lacks something. */
static void test_planning(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_goal(&s, "calm", "Ride the bus");
    add_goal(&s, "sleep", "Sleep through");
    hw_assignment *draft = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=5");
    must(hw_assignment_add_goal(draft, "calm"));
    scene_give(&s, draft);
    hw_agenda *agenda = agenda_of(&s);
    assert_string_equal(reasons(agenda), "ending:a goal-without-homework:sleep agreement-lacks:a");
    expect_text(agenda, HW_AGENDA_REASON_ENDING, NULL, "Practice: ends in 6 days");
    expect_text(agenda, HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK, NULL,
                "Sleep through: no homework serves this goal just now");
    int64_t findings = 0;
    assert_true(hw_agenda_value_at(agenda, 2, &findings) && findings > 3);
    hw_agenda_free(agenda);
    scene_close(&s);
}

static void test_marks_come_first(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_goal(&s, "calm", "Ride the bus");
    add_message(&s, "secret", HW_MESSAGE_CONCERN, "SENTINEL", HW_VISIBILITY_PRIVATE);
    add_message(&s, "c1", HW_MESSAGE_CONCERN, "The nights", HW_VISIBILITY_SHARED);
    hw_agenda_options *options = hw_agenda_options_new(&err);
    must(hw_agenda_options_add_flag(options, HW_EVIDENCE_GOAL, "calm", &err));
    must(hw_agenda_options_add_flag(options, HW_EVIDENCE_MESSAGE, "secret", &err));
    must(hw_agenda_options_add_flag(options, HW_EVIDENCE_ENTRY, "nowhere", &err));
    hw_agenda *agenda = hw_plan_session_agenda(s.plan, s.now.instant, options, &err);
    assert_non_null(agenda);
    assert_int_equal(strncmp(reasons(agenda), "flagged:calm concern:c1", 23), 0);
    expect_text(agenda, HW_AGENDA_REASON_FLAGGED, NULL, "Marked to be looked at: Ride the bus");
    hw_agenda_free(agenda);
    hw_agenda_options_free(options);
    scene_close(&s);
}

/* ---- how much ---- */

static void test_length(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    for (int i = 0; i < 20; i++) {
        char id[16];
        snprintf(id, sizeof id, "q%02d", i);
        add_message(&s, id, HW_MESSAGE_QUESTION, "Why?", HW_VISIBILITY_SHARED);
    }
    for (int length = 1; length <= 30; length++) {
        hw_agenda_options *options = hw_agenda_options_new(&err);
        must(hw_agenda_options_set_length(options, length, &err));
        hw_agenda *agenda = hw_plan_session_agenda(s.plan, s.now.instant, options, &err);
        size_t all = 22, shown = (size_t)length < all ? (size_t)length : all;
        assert_int_equal(hw_agenda_count(agenda), shown);
        assert_int_equal(hw_agenda_left_out(agenda), all - shown);
        char *page = hw_agenda_page(agenda, NULL, &err), line[60];
        snprintf(line, sizeof line,
                 all - shown == 1 ? "\n1 more item is not shown.\n" : "\n%zu more items are", all - shown);
        assert_int_equal(strstr(page, line) != NULL, all > shown);
        hw_string_free(page);
        hw_agenda_free(agenda);
        hw_agenda_options_free(options);
    }
    hw_agenda *usual = agenda_of(&s);
    assert_int_equal(hw_agenda_count(usual), HW_AGENDA_USUAL_LENGTH);
    hw_agenda_free(usual);
    scene_close(&s);
}

static void test_bad_arguments(void **state)
{
    (void)state;
    hw_error err;
    static const int32_t lengths[] = {0, -1, 1001, INT32_MAX, INT32_MIN},
                         likelihoods[] = {-1, 101, INT32_MAX};
    hw_agenda_options *options = hw_agenda_options_new(&err);
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        assert_int_equal(hw_agenda_options_set_length(options, lengths[i], &err), HW_ERR_RANGE);
    }
    for (size_t i = 0; i < COUNT_OF(likelihoods); i++) {
        assert_int_equal(hw_agenda_options_set_likelihood(options, likelihoods[i], &err), HW_ERR_RANGE);
    }
    assert_int_equal(hw_agenda_options_set_length(NULL, 3, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_agenda_options_set_likelihood(NULL, 3, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_agenda_options_set_areas(NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_agenda_options_add_flag(NULL, HW_EVIDENCE_GOAL, "a", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_agenda_options_add_flag(options, HW_EVIDENCE_GOAL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_agenda_options_add_flag(options, HW_EVIDENCE_GOAL, "no id", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_agenda_options_add_flag(options, HW_EVIDENCE_OCCURRENCE, "a", &err), HW_ERR_RANGE);
    assert_int_equal(hw_agenda_options_add_flag(options, HW_EVIDENCE_REVISION, "a", &err), HW_ERR_RANGE);
    assert_int_equal(hw_agenda_options_add_flag(options, (hw_evidence_kind)99, "a", &err), HW_ERR_RANGE);
    for (int i = 0; i < 1000; i++) {
        must(hw_agenda_options_add_flag(options, HW_EVIDENCE_GOAL, "a", &err));
    }
    assert_int_equal(hw_agenda_options_add_flag(options, HW_EVIDENCE_GOAL, "a", &err), HW_ERR_LIMIT);
    hw_agenda_options_free(options);
    hw_agenda_options_free(NULL);
    assert_null(hw_plan_session_agenda(NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_agenda_page(NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_agenda_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_agenda_text(NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_agenda_free(NULL);
}

static void test_past_the_end(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("UTC", "2025-03-01T09:00:00Z");
    hw_agenda *agenda = agenda_of(&s);
    const hw_agenda *lists[] = {agenda, NULL};
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        assert_int_equal(hw_agenda_section_at(lists[i], 99), HW_AGENDA_PLANNING);
        assert_int_equal(hw_agenda_reason_at(lists[i], 99), HW_AGENDA_REASON_COUNT);
        assert_null(hw_agenda_id_at(lists[i], 99));
        assert_false(hw_agenda_kind_at(lists[i], 99, NULL));
        assert_false(hw_agenda_value_at(lists[i], 99, NULL));
        assert_false(hw_agenda_of_at(lists[i], 99, NULL));
        assert_false(hw_agenda_likelihood_at(lists[i], 99, NULL));
        assert_string_equal(hw_agenda_detail_at(lists[i], 99), "");
        assert_null(hw_agenda_evidence_at(lists[i], 99));
        assert_null(hw_agenda_text(lists[i], 99, NULL, &err));
        assert_int_equal(err.status, HW_ERR_ARGUMENT);
    }
    assert_int_equal(hw_agenda_count(NULL), 0);
    assert_int_equal(hw_agenda_left_out(NULL), 0);
    assert_null(hw_agenda_last_session(NULL));
    assert_null(hw_agenda_next_session(NULL));
    assert_int_equal(hw_agenda_since(NULL).year, 0);
    hw_agenda_free(agenda);
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    for (int i = 0; i < HW_AGENDA_REASON_COUNT; i++) {
        const char *word = hw_agenda_reason_name((hw_agenda_reason)i);
        assert_int_equal(hw_agenda_reason_find(word), i);
        assert_null(blame_in(word));
    }
    for (int i = 0; i < HW_AGENDA_SECTION_COUNT; i++) {
        assert_string_not_equal(hw_agenda_section_name((hw_agenda_section)i), "unknown");
    }
    assert_string_equal(hw_agenda_reason_name(HW_AGENDA_REASON_COUNT), "unknown");
    assert_string_equal(hw_agenda_section_name((hw_agenda_section)-1), "unknown");
    assert_int_equal(hw_agenda_reason_find("nothing"), HW_AGENDA_REASON_COUNT);
    assert_int_equal(hw_agenda_reason_find(NULL), HW_AGENDA_REASON_COUNT);
}

/* ---- on random plans ---- */

static char *page_of(const hw_plan *plan, hw_instant as_of, const char *language)
{
    hw_error err;
    hw_agenda_options *options = hw_agenda_options_new(&err);
    hw_report_options *pages = hw_report_options_new(&err);
    must(hw_agenda_options_set_length(options, 1000, &err));
    must(hw_report_options_set_language(pages, language, &err));
    must(hw_report_options_set_width(pages, 400, &err));
    hw_agenda *agenda = hw_plan_session_agenda(plan, as_of, options, &err);
    if (!agenda) {
        fail_msg("%s", err.message);
    }
    char *page = hw_agenda_page(agenda, pages, &err);
    assert_non_null(page);
    hw_agenda_section before = HW_AGENDA_PERSON;
    for (size_t i = 0; i < hw_agenda_count(agenda); i++) {
        hw_agenda_section section = hw_agenda_section_at(agenda, i);
        assert_true(section >= before);
        before = section;
        assert_true(!hw_agenda_id_at(agenda, i) || hw_evidence_count(hw_agenda_evidence_at(agenda, i)) > 0);
    }
    hw_agenda_free(agenda);
    hw_report_options_free(pages);
    hw_agenda_options_free(options);
    return page;
}

/* No message that is private is named, in any language; and every line that is not a text of the plan is free
 * of blame: what the plan's people wrote is not ours to judge, so only the table is read for that. */
static void expect_discretion(const hw_plan *plan, hw_instant as_of)
{
    hw_error err;
    hw_agenda *agenda = hw_plan_session_agenda(plan, as_of, NULL, &err);
    assert_non_null(agenda);
    for (size_t i = 0; i < hw_agenda_count(agenda); i++) {
        const hw_evidence *shown = hw_agenda_evidence_at(agenda, i);
        for (size_t k = 0; k < hw_evidence_count(shown); k++) {
            const char *id = hw_evidence_id_at(shown, k);
            const hw_message *message =
                hw_evidence_kind_at(shown, k) == HW_EVIDENCE_MESSAGE ? hw_plan_message(plan, id) : NULL;
            assert_true(!message || hw_message_visibility(message) != HW_VISIBILITY_PRIVATE);
        }
        assert_null(blame_in(hw_agenda_detail_at(agenda, i)));
    }
    hw_table *table = hw_agenda_table(agenda, &err);
    assert_int_equal(hw_table_row_count(table), hw_agenda_count(agenda));
    hw_table_free(table);
    hw_agenda_free(agenda);
}

static void test_random_plans(void **state)
{
    (void)state;
    const char *full = getenv("HW_TEST_FULL");
    int plans = full ? 400 : 30;
    for (int seed = 1; seed <= plans; seed++) {
        test_random random = random_start("agendas of random plans", (uint64_t)seed);
        hw_plan *plan = random_plan_new(&random, 150);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "tablet");
        hw_instant now = editor.now;
        char *english = page_of(plan, now, "en"), *again = page_of(plan, now, "en"),
             *german = page_of(plan, now, "de");
        assert_string_equal(english, again);
        expect_discretion(plan, now);
        /* What is recorded later is not known yet; erasing is the exception: it takes out at once. */
        hw_error err;
        hw_change *later = hw_change_new((hw_moment){.instant = now + 60, .precision = HW_PRECISION_EXACT},
                                         hw_person_id(hw_plan_person_at(plan, 0)), "tablet", &err);
        hw_message *message = hw_message_new("later-message", HW_MESSAGE_CONCERN, "Later", &err);
        must(hw_plan_add_message(plan, message, later, &err));
        char *after = page_of(plan, now, "en"), *known = page_of(plan, now + 60, "en");
        assert_string_equal(english, after);
        assert_non_null(strstr(known, "): Later\n"));
        hw_message_unref(message);
        hw_change_free(later);
        char *pages[] = {english, again, german, after, known};
        for (size_t i = 0; i < COUNT_OF(pages); i++) {
            hw_string_free(pages[i]);
        }
        hw_plan_free(plan);
    }
}

static void test_without_memory(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    add_goal(&s, "calm", "Ride the bus");
    add_message(&s, "c1", HW_MESSAGE_CONCERN, "The nights", HW_VISIBILITY_SHARED);
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-03-05T20:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T19:30:00+01:00", NULL);
    char *page = NULL;
    size_t nth = 0;
    for (; !page && nth < 100000; nth++) {
        hw__alloc_fail(nth + 1, 1);
        hw_agenda *agenda = hw_plan_session_agenda(s.plan, s.now.instant, NULL, &err);
        page = agenda ? hw_agenda_page(agenda, NULL, &err) : NULL;
        hw__alloc_fail(0, 0);
        assert_true(page || err.status == HW_ERR_MEMORY);
        hw_agenda_free(agenda);
    }
    assert_true(nth > 50);
    assert_non_null(strstr(page, "Concern (Sat 1 Mar): The nights"));
    hw_string_free(page);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_empty_history), cmocka_unit_test(test_what_was_said),
        cmocka_unit_test(test_recorded_later),   cmocka_unit_test(test_homework_since_the_session),
        cmocka_unit_test(test_planning),         cmocka_unit_test(test_marks_come_first),
        cmocka_unit_test(test_length),           cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_past_the_end),     cmocka_unit_test(test_words),
        cmocka_unit_test(test_random_plans),     cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_safety_items),     cmocka_unit_test(test_a_week_across_the_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
