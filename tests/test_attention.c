/* SPDX-License-Identifier: MIT */
/* Why a plan is to be looked at: each reason when it holds and just before, as of any moment; in words; which plan
 * comes first. */
#include <stdio.h>
#include <string.h>

#include "support/scene.h"

#include "base/alloc.h"
#include "base/labels.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define FROM "2025-03-01"
#define TO "2025-05-01"

/* ---- what was found, as text ---- */

static hw_attention *look(scene *s, int32_t silence, const char *as_of, bool flagged)
{
    hw_error err;
    hw_instant now = as_of ? scene_instant(as_of) : s->now.instant;
    hw_progress *progress = hw_plan_progress(s->plan, scene_date(FROM), scene_date(TO), now, NULL, &err);
    assert_non_null(progress);
    hw_attention *found = hw_plan_attention(s->plan, progress, silence, flagged, &err);
    assert_non_null(found);
    assert_int_equal(err.status, HW_OK);
    hw_progress_free(progress);
    return found;
}

static const char *show(const hw_attention *found)
{
    static char text[400];
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < hw_attention_count(found); i++) {
        int32_t days;
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %d", i ? ", " : "",
                               hw_attention_name(hw_attention_reason_at(found, i)),
                               (int)hw_attention_number_at(found, i));
        if (hw_attention_days_at(found, i, &days))
            at += (size_t)snprintf(text + at, sizeof text - at, " %dd", (int)days);
    }
    return text;
}

/* As of a moment; NULL = now. */
static void expect(scene *s, int32_t silence, const char *as_of, const char *wanted)
{
    hw_attention *found = look(s, silence, as_of, false);
    assert_string_equal(show(found), wanted);
    hw_attention_free(found);
}

static hw_change *change_now(const scene *s)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", NULL);
    assert_non_null(change);
    return change;
}

/* Something that goes on and makes nothing due. */
static void give_quiet(scene *s)
{
    hw_assignment *quiet = scene_once("quiet", "2026-01-01T12:00");
    assert_int_equal(hw_assignment_set_state(quiet, HW_ASSIGNMENT_ACTIVE), HW_OK);
    scene_give(s, quiet);
}

/* ---- nothing assigned ---- */

static void test_nothing_assigned(void **state)
{
    (void)state;
    static const struct {
        hw_assignment_stage first, then;
        const char *wanted;
    } rows[] = {
        {HW_ASSIGNMENT_DRAFT, HW_ASSIGNMENT_DRAFT, "nothing-assigned 0"},
        {HW_ASSIGNMENT_PROPOSED, HW_ASSIGNMENT_PROPOSED, ""},
        {HW_ASSIGNMENT_AGREED, HW_ASSIGNMENT_AGREED, ""},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ACTIVE, ""},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ON_HOLD, "nothing-assigned 0"},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_COMPLETED, "nothing-assigned 0"},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_STOPPED, "nothing-assigned 0"},
        {HW_ASSIGNMENT_PROPOSED, HW_ASSIGNMENT_DECLINED, "nothing-assigned 0"},
        {HW_ASSIGNMENT_AGREED, HW_ASSIGNMENT_CANCELLED, "nothing-assigned 0"},
        {HW_ASSIGNMENT_ACTIVE, HW_ASSIGNMENT_ENTERED_IN_ERROR, "nothing-assigned 0"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
        expect(&s, 1, NULL, "nothing-assigned 0");
        scene_now(&s, "2025-03-02T09:00:00+01:00");
        hw_assignment *draft = scene_once("a", "2025-12-01T19:00");
        assert_int_equal(hw_assignment_set_state(draft, rows[i].first), HW_OK);
        scene_give(&s, draft);
        if (rows[i].then != rows[i].first) {
            draft = scene_edit(&s, "a");
            assert_int_equal(hw_assignment_set_state(draft, rows[i].then), HW_OK);
            scene_give(&s, draft);
        }
        expect(&s, 1, NULL, rows[i].wanted);
        expect(&s, 1, "2025-03-02T08:59:59+01:00", "nothing-assigned 0"); /* not known yet */
        scene_close(&s);
    }
}

static void test_a_plan_that_is_over_wants_nothing(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    scene_settings(&s, "Europe/Zurich", 0, HW_MONDAY, "2025-03-10");
    expect(&s, 1, "2025-03-10T23:59:59+01:00", "nothing-assigned 0");
    expect(&s, 1, "2025-03-11T00:00:00+01:00", "");
    scene_close(&s);
}

/* ---- messages and questions ---- */

static void write_message(scene *s, const char *id, hw_topic topic, hw_visibility visibility)
{
    hw_error err;
    hw_message *message = hw_message_new(id, topic, "Words", &err);
    hw_change *change = change_now(s);
    assert_int_equal(hw_message_set_visibility(message, visibility), HW_OK);
    assert_int_equal(hw_plan_add_message(s->plan, message, change, &err), HW_OK);
    hw_change_free(change);
    hw_message_unref(message);
}

static void mark_message(scene *s, const char *id, hw_message_stage stage)
{
    hw_error err;
    hw_change *change = change_now(s);
    assert_int_equal(hw_plan_mark_message(s->plan, id, stage, change, &err), HW_OK);
    hw_change_free(change);
}

static void test_messages_wait(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    give_quiet(&s);
    write_message(&s, "c1", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    expect(&s, 1, NULL, "concern 1 0d");
    expect(&s, 1, "2025-03-02T08:59:59+01:00", "concern 1 0d");
    expect(&s, 1, "2025-03-02T09:00:00+01:00", "concern 1 1d");
    expect(&s, 1, "2025-03-01T08:59:59+01:00", "nothing-assigned 0"); /* nothing was known */
    scene_now(&s, "2025-03-03T09:00:00+01:00");
    write_message(&s, "q1", HW_MESSAGE_QUESTION, HW_VISIBILITY_SHARED);
    write_message(&s, "r1", HW_MESSAGE_REQUEST, HW_VISIBILITY_SHARED_SUMMARY);
    write_message(&s, "h1", HW_MESSAGE_CHALLENGE, HW_VISIBILITY_SHARED);
    write_message(&s, "i1", HW_MESSAGE_INSIGHT, HW_VISIBILITY_SHARED); /* asks for nothing */
    write_message(&s, "p1", HW_MESSAGE_CONCERN, HW_VISIBILITY_PRIVATE);
    write_message(&s, "p2", HW_MESSAGE_QUESTION, HW_VISIBILITY_PRIVATE);
    expect(&s, 1, NULL, "concern 1 2d, question 3 0d");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    mark_message(&s, "c1", HW_MESSAGE_ACKNOWLEDGED); /* read, and not talked about */
    mark_message(&s, "q1", HW_MESSAGE_DEFERRED);
    mark_message(&s, "r1", HW_MESSAGE_DISCUSSED);
    mark_message(&s, "h1", HW_MESSAGE_WITHDRAWN);
    expect(&s, 1, NULL, "concern 1 4d, question 1 2d");
    expect(&s, 1, "2025-03-05T08:59:59+01:00", "concern 1 3d, question 3 1d");
    mark_message(&s, "c1", HW_MESSAGE_RESOLVED);
    mark_message(&s, "q1", HW_MESSAGE_DISCUSSED);
    expect(&s, 1, NULL, "");
    scene_close(&s);
}

static void ask(scene *s, hw_note_kind kind, hw_visibility visibility)
{
    hw_error err;
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, &err);
    assert_non_null(entry);
    hw_change *change = change_now(s);
    assert_int_equal(hw_entry_add_note(entry, kind, NULL, "Words"), HW_OK);
    assert_int_equal(hw_entry_set_visibility(entry, visibility), HW_OK);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static void test_questions_in_the_log_wait_for_a_session(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    give_quiet(&s);
    scene_now(&s, "2025-03-03T10:00:00+01:00");
    ask(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED);
    ask(&s, HW_NOTE_INSIGHT, HW_VISIBILITY_SHARED);
    ask(&s, HW_NOTE_QUESTION, HW_VISIBILITY_PRIVATE);
    scene_now(&s, "2025-03-04T10:00:00+01:00");
    ask(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED);
    expect(&s, 1, NULL, "question 2 1d");
    expect(&s, 1, "2025-03-04T09:00:00+01:00", "question 1 0d");
    hw_error err;
    hw_change *change = change_now(&s);
    char last[80];
    snprintf(last, sizeof last, "%s", scene_last(&s));
    assert_int_equal(hw_plan_void_entry(s.plan, last, change, &err), HW_OK); /* taken back */
    hw_change_free(change);
    expect(&s, 1, NULL, "question 1 1d");
    scene_now(&s, "2025-03-05T09:00:00+01:00");
    scene_session(&s, "s1", "2025-03-05T08:00", HW_SESSION_HELD);
    expect(&s, 1, NULL, "");
    scene_now(&s, "2025-03-05T09:30:00+01:00");
    ask(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED);
    expect(&s, 1, NULL, "question 1 0d");
    scene_close(&s);
}

/* ---- safety items ---- */

/* A PHQ-9 of which only some items were answered; the ninth is the safety item. */
static void fill_in(scene *s, const char *at, int item, double answer, hw_visibility visibility)
{
    hw_error err;
    hw_entry *entry = hw_entry_new("form", HW_EXTENT_DONE, &err);
    hw_change *change = change_now(s);
    assert_int_equal(hw_entry_set_at(entry, scene_moment(at)), HW_OK);
    assert_int_equal(hw_entry_set_unscheduled(entry), HW_OK);
    assert_int_equal(hw_entry_set_visibility(entry, visibility), HW_OK);
    assert_int_equal(hw_entry_add_answer(entry, "instrument", HW_PHASE_NONE, 0, "phq-9"), HW_OK);
    assert_int_equal(hw_entry_add_number(entry, "score", HW_PHASE_NONE, item, answer), HW_OK);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static void test_a_marked_safety_item(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-02-01T09:00:00+01:00");
    hw_assignment *form = scene_once("form", "2026-01-01T12:00");
    assert_int_equal(hw_assignment_set_kind(form, HW_KIND_MEASURE), HW_OK);
    scene_give(&s, form);
    scene_now(&s, "2025-03-20T09:00:00+01:00");
    fill_in(&s, "2025-02-20T12:00:00+01:00", 9, 1, HW_VISIBILITY_SHARED); /* before the window */
    fill_in(&s, "2025-03-02T12:00:00+01:00", 9, 0, HW_VISIBILITY_SHARED);
    fill_in(&s, "2025-03-03T12:00:00+01:00", 8, 3, HW_VISIBILITY_SHARED); /* another item */
    fill_in(&s, "2025-03-04T12:00:00+01:00", 9, 3, HW_VISIBILITY_PRIVATE);
    expect(&s, 1, NULL, "");
    fill_in(&s, "2025-03-06T12:00:00+01:00", 9, 1, HW_VISIBILITY_SHARED);
    expect(&s, 1, NULL, "safety 1 13d");
    fill_in(&s, "2025-03-05T12:00:00+01:00", 9, 2, HW_VISIBILITY_SHARED_SUMMARY);
    hw_attention *found = look(&s, 1, NULL, false);
    assert_string_equal(show(found), "safety 2 13d");
    char *text = hw_attention_text(found, 0, NULL, NULL);
    assert_string_equal(text,
                        "a safety item was marked in 2 questionnaires, the latest filled in 13 days ago");
    hw_string_free(text);
    hw_attention_free(found);
    write_message(&s, "c1", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    expect(&s, 1, NULL, "safety 2 13d, concern 1 0d");
    scene_close(&s);
}

/* ---- silence ---- */

static void test_silence(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    /* Each settles at the end of its day; nothing was ever recorded. */
    expect(&s, 1, "2025-03-03T23:59:59+01:00", "");
    expect(&s, 1, "2025-03-04T00:00:00+01:00", "silent 1");
    expect(&s, 2, "2025-03-04T00:00:00+01:00", "");
    expect(&s, 5, "2025-03-08T00:00:00+01:00",
           "silent 5, needs-work 1"); /* five that settled can be judged */
    scene_now(&s, "2025-03-10T20:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_NOT_ATTEMPTED, NULL, "2025-03-10T19:00"); /* heard from */
    expect(&s, 1, NULL, "needs-work 1");
    expect(&s, 1, "2025-03-11T23:59:59+01:00", "needs-work 1");
    expect(&s, 1, "2025-03-13T00:00:00+01:00", "silent 2 2d, needs-work 1");
    expect(&s, 2, "2025-03-13T00:00:00+01:00", "silent 2 2d, needs-work 1");
    expect(&s, 3, "2025-03-13T00:00:00+01:00", "needs-work 1");
    scene_now(&s, "2025-03-20T12:00:00+01:00");
    scene_hold(&s, "h", "2025-03-20", "2025-03-29", NULL, false); /* nothing is expected */
    expect(&s, 1, "2025-03-30T00:00:00+01:00", "silent 9 19d, needs-work 1");
    scene_close(&s);
}

/* ---- sessions ---- */

static void test_sessions_that_nobody_marked(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    give_quiet(&s);
    scene_session(&s, "s1", "2025-03-05T09:00", HW_SESSION_PLANNED); /* 50 minutes */
    scene_session(&s, "s2", "2025-03-12T09:00", HW_SESSION_PLANNED);
    scene_session(&s, "s3", "2025-03-13T09:00", HW_SESSION_CANCELLED);
    expect(&s, 1, "2025-03-05T09:49:59+01:00", "");
    expect(&s, 1, "2025-03-05T09:50:00+01:00", "session-open 1 0d");
    expect(&s, 1, "2025-03-06T09:50:00+01:00", "session-open 1 1d");
    expect(&s, 1, "2025-03-13T12:00:00+01:00", "session-open 2 8d");
    scene_now(&s, "2025-03-13T13:00:00+01:00");
    scene_session(&s, "s1", NULL, HW_SESSION_MISSED);
    expect(&s, 1, NULL, "session-open 1 1d");
    scene_session(&s, "s2", NULL, HW_SESSION_HELD);
    expect(&s, 1, NULL, "");
    hw_error err; /* one by another clock, an hour behind */
    hw_session *abroad = hw_session_new("s4", scene_local("2025-03-20T09:00"), &err);
    hw_change *change = change_now(&s);
    assert_int_equal(hw_session_set_zone(abroad, "Europe/London"), HW_OK);
    assert_int_equal(hw_plan_add_session(s.plan, abroad, change, &err), HW_OK);
    hw_session_unref(abroad);
    hw_change_free(change);
    expect(&s, 1, "2025-03-20T09:50:00+01:00", "");
    expect(&s, 1, "2025-03-20T10:50:00+01:00", "session-open 1 0d");
    scene_close(&s);
}

/* ---- all together ---- */

/* A plan with every reason that it can have. */
static scene busy(void)
{
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    hw_assignment *daily = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    scene_give(&s, daily);
    write_message(&s, "c1", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    write_message(&s, "c2", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    write_message(&s, "q1", HW_MESSAGE_QUESTION, HW_VISIBILITY_SHARED);
    scene_session(&s, "s1", "2025-03-05T09:00", HW_SESSION_PLANNED);
    scene_now(&s, "2025-03-08T09:00:00+01:00");
    daily = scene_edit(&s, "a");
    assert_int_equal(hw_assignment_set_state(daily, HW_ASSIGNMENT_STOPPED), HW_OK);
    scene_give(&s, daily);
    return s;
}

static void test_the_order_and_the_table(void **state)
{
    (void)state;
    scene s = busy();
    hw_attention *found = look(&s, 3, NULL, true);
    assert_string_equal(show(found),
                        "flagged 1, concern 2 7d, question 1 7d, silent 5, needs-work 1, nothing-assigned 0, "
                        "session-open 1 2d");
    hw_error err;
    hw_attention *copy = hw_attention_copy(found, &err);
    assert_non_null(copy);
    assert_int_equal(hw_attention_compare(copy, found), 0);
    hw_attention_free(copy);
    hw_table *table = hw_attention_table(found, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(
        csv,
        "reason,number,days\r\nflagged,1,\r\nconcern,2,7\r\nquestion,1,7\r\nsilent,5,\r\nneeds-work,1,\r\n"
        "nothing-assigned,0,\r\nsession-open,1,2\r\n");
    hw_string_free(csv);
    hw_table_free(table);
    hw_attention_free(found);
    scene_close(&s);
}

static void expect_text(const hw_attention *found, size_t index, const char *language, const char *wanted)
{
    hw_error err;
    char *text = hw_attention_text(found, index, language, &err);
    assert_non_null(text);
    assert_string_equal(text, wanted);
    hw_string_free(text);
}

static void test_sentences(void **state)
{
    (void)state;
    static const struct {
        const char *english, *german;
    } rows[] = {
        {"flagged for a person", "zur Durchsicht vorgemerkt"},
        {"2 concerns wait, the oldest written 7 days ago",
         "2 Anliegen warten, das älteste geschrieben vor 7 Tagen"},
        {"1 question waits, written 7 days ago", "1 Frage wartet, geschrieben vor 7 Tagen"},
        {"nothing was reported of 5 occurrences, and nothing was ever recorded",
         "zu 5 Terminen wurde nichts berichtet, es gibt noch keinen Eintrag"},
        {"1 area needs work", "1 Bereich braucht Arbeit"},
        {"nothing is assigned", "es ist nichts vereinbart"},
        {"1 planned session is over and not marked, ended 2 days ago",
         "1 geplante Sitzung ist vorbei und nicht eingetragen, Ende vor 2 Tagen"},
    };
    scene s = busy();
    hw_attention *found = look(&s, 3, NULL, true);
    assert_int_equal(hw_attention_count(found), COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expect_text(found, i, NULL, rows[i].english);
        expect_text(found, i, "de-CH", rows[i].german);
    }
    hw_attention_free(found);
    found = look(&s, 3, "2025-03-05T12:00:00+01:00", false);
    assert_string_equal(show(found), "concern 2 4d, question 1 4d, session-open 1 0d");
    expect_text(found, 2, NULL, "1 planned session is over and not marked, ended less than a day ago");
    hw_attention_free(found);
    scene_now(&s, "2025-03-09T09:00:00+01:00");
    ask(&s, HW_NOTE_COMMENT, HW_VISIBILITY_SHARED);
    found = look(&s, 1, NULL, false);
    for (size_t i = 0; i < hw_attention_count(found); i++)
        assert_int_not_equal(hw_attention_reason_at(found, i), HW_ATTENTION_SILENT);
    hw_attention_free(found);
    scene_close(&s);
}

static void test_labels_stand_in_the_order_of_reasons(void **state)
{
    (void)state;
    assert_int_equal(HW__LABEL_ATTENTION_SESSION_OPEN - HW__LABEL_ATTENTION_FLAGGED,
                     HW_ATTENTION_SESSION_OPEN);
    for (int i = 0; i < HW_ATTENTION_REASON_COUNT; i++)
        assert_int_equal(hw_attention_find(hw_attention_name((hw_attention_reason)i)), i);
    assert_string_equal(hw_attention_name(HW_ATTENTION_REASON_COUNT), "unknown");
    assert_int_equal(hw_attention_find("unknown"), HW_ATTENTION_REASON_COUNT);
    assert_int_equal(hw_attention_find(NULL), HW_ATTENTION_REASON_COUNT);
}

/* Plans in the order in which they are to be looked at; equal ones on one line. */
static void test_which_plan_comes_first(void **state)
{
    (void)state;
    hw_attention *ranked[5];
    scene s = scene_open("Europe/Zurich", "2025-03-01T09:00:00+01:00");
    give_quiet(&s);
    hw_attention *none = look(&s, 1, NULL, false);
    write_message(&s, "q1", HW_MESSAGE_QUESTION, HW_VISIBILITY_SHARED);
    ranked[4] = look(&s, 1, NULL, false); /* a question */
    write_message(&s, "q2", HW_MESSAGE_QUESTION, HW_VISIBILITY_SHARED);
    ranked[3] = look(&s, 1, NULL, false); /* two */
    write_message(&s, "c1", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    ranked[2] = look(&s, 1, NULL, false); /* a concern, too */
    write_message(&s, "c2", HW_MESSAGE_CONCERN, HW_VISIBILITY_SHARED);
    ranked[1] = look(&s, 1, NULL, false);
    ranked[0] = look(&s, 1, NULL, true);
    for (size_t i = 0; i < COUNT_OF(ranked); i++) {
        assert_true(hw_attention_compare(ranked[i], none) < 0);
        assert_true(hw_attention_compare(none, ranked[i]) > 0);
        assert_true(hw_attention_compare(ranked[i], NULL) < 0);
        for (size_t k = 0; k < COUNT_OF(ranked); k++) {
            int order = hw_attention_compare(ranked[i], ranked[k]);
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
    assert_int_equal(hw_attention_compare(none, NULL), 0);
    for (size_t i = 0; i < COUNT_OF(ranked); i++)
        hw_attention_free(ranked[i]);
    hw_attention_free(none);
    scene_close(&s);
}

static void test_refusals(void **state)
{
    (void)state;
    scene s = busy();
    hw_error err;
    hw_progress *progress =
        hw_plan_progress(s.plan, scene_date(FROM), scene_date(TO), s.now.instant, NULL, &err);
    static const int32_t bad[] = {0, -1, 1001, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_null(hw_plan_attention(s.plan, progress, bad[i], false, &err));
        assert_int_equal(err.status, HW_ERR_RANGE);
    }
    assert_null(hw_plan_attention(NULL, progress, 1, false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_attention(s.plan, NULL, 1, false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    scene other = busy();
    give_quiet(&other);
    assert_null(
        hw_plan_attention(other.plan, progress, 1, false, &err)); /* its progress is of another plan */
    assert_int_equal(err.status, HW_ERR_STATE);
    scene_close(&other);
    hw_attention *found = hw_plan_attention(s.plan, progress, 1000, false, &err);
    int32_t days = 77;
    size_t end = hw_attention_count(found);
    assert_int_equal(hw_attention_reason_at(found, end), HW_ATTENTION_REASON_COUNT);
    assert_int_equal(hw_attention_number_at(found, end), 0);
    assert_false(hw_attention_days_at(found, end, &days));
    assert_int_equal(days, 77);
    assert_null(hw_attention_text(found, end, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_attention_text(NULL, 0, NULL, &err));
    assert_null(hw_attention_copy(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_attention_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_attention_count(NULL), 0);
    hw_attention_free(found);
    hw_attention_free(NULL);
    hw_progress_free(progress);
    scene_close(&s);
}

static void test_memory(void **state)
{
    (void)state;
    scene s = busy();
    ask(&s, HW_NOTE_QUESTION, HW_VISIBILITY_SHARED);
    hw_error err;
    hw_progress *progress =
        hw_plan_progress(s.plan, scene_date(FROM), scene_date(TO), s.now.instant, NULL, &err);
    for (size_t nth = 1;; nth++) {
        hw__alloc_count();
        hw__alloc_fail(nth, 0);
        hw_attention *found = hw_plan_attention(s.plan, progress, 3, false, &err);
        assert_int_equal(err.status, found ? HW_OK : HW_ERR_MEMORY);
        hw_table *table = found ? hw_attention_table(found, &err) : NULL;
        assert_int_equal(err.status, table ? HW_OK : HW_ERR_MEMORY);
        char *text = found ? hw_attention_text(found, 0, NULL, &err) : NULL;
        assert_int_equal(err.status, text ? HW_OK : HW_ERR_MEMORY);
        hw__alloc_fail(0, 0);
        hw_string_free(text);
        hw_table_free(table);
        hw_attention_free(found);
        if (hw__alloc_count() < nth)
            break;
    }
    hw_progress_free(progress);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_assigned),
        cmocka_unit_test(test_a_plan_that_is_over_wants_nothing),
        cmocka_unit_test(test_messages_wait),
        cmocka_unit_test(test_questions_in_the_log_wait_for_a_session),
        cmocka_unit_test(test_a_marked_safety_item),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_sessions_that_nobody_marked),
        cmocka_unit_test(test_the_order_and_the_table),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_labels_stand_in_the_order_of_reasons),
        cmocka_unit_test(test_which_plan_comes_first),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
