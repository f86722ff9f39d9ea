/* SPDX-License-Identifier: MIT */
/* What became of an occurrence: by time, reports, excuses and holds; late or not; the credit; and what quotas
 * ask for. */
#include <stdio.h>
#include <string.h>

#include "schedule/occur.h"
#include "support/scene.h"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

/* Due daily at 19:00, open 18:00-21:00, a grace of a day. It is the evening of 3 March. */
static scene evening(hw_late_policy late)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY;COUNT=7");
    hw_assignment_set_opens(a, (hw_duration){0, -3600});
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    hw_assignment_set_grace(a, (hw_duration){1, 0});
    hw_assignment_set_late(a, late);
    scene_give(&s, a);
    scene_now(&s, "2025-03-03T22:00:00+01:00");
    return s;
}

static void test_by_time(void **state)
{
    static const struct {
        const char *as_of, *status;
        bool settled;
    } rows[] = {
        {"2025-03-03T17:59:59+01:00", "upcoming", false},
        {"2025-03-03T18:00:00+01:00", "open", false},
        {"2025-03-03T20:59:59+01:00", "open", false},
        {"2025-03-03T21:00:00+01:00", "open", false},
        {"2025-03-04T20:59:59+01:00", "open", false},
        {"2025-03-04T21:00:00+01:00", "not-reported", true},
        {"2035-03-04T21:00:00+01:00", "not-reported", true},
    };
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_occurrences *list = scene_occurrences(&s, "2025-03-03", "2025-03-04", rows[i].as_of);
        assert_string_equal(hw_occurrence_status_name(hw_occurrences_status_at(list, 0)), rows[i].status);
        assert_int_equal(hw_occurrences_settled_at(list, 0), rows[i].settled);
        assert_int_equal(hw_occurrences_status_count(list, hw_occurrences_status_at(list, 0)), 1);
        hw_occurrences_free(list);
    }
    scene_close(&s);
}

typedef struct report_row {
    hw_extent extent;
    int32_t percent;
} report_row;

static void test_by_reports(void **state)
{
    static const struct {
        report_row reports[3];
        const char *status;
        double credit;
    } rows[] = {
        {{{HW_EXTENT_NOT_ATTEMPTED, 0}}, "not-done", 0},
        {{{HW_EXTENT_ATTEMPTED, 0}}, "partial", 0},
        {{{HW_EXTENT_PARTIAL, 0}}, "partial", 0.5},
        {{{HW_EXTENT_PARTIAL, 30}}, "partial", 0.3},
        {{{HW_EXTENT_PARTIAL, 30}, {HW_EXTENT_PARTIAL, 80}}, "partial", 0.8},
        {{{HW_EXTENT_PARTIAL, 30}, {HW_EXTENT_PARTIAL, 0}}, "partial", 0.5},
        {{{HW_EXTENT_PARTIAL, 80}, {HW_EXTENT_PARTIAL, 0}}, "partial", 0.8},
        {{{HW_EXTENT_DONE, 0}}, "done", 1},
        {{{HW_EXTENT_EXCEEDED, 0}}, "done", 1},
        {{{HW_EXTENT_SUBSTITUTED, 0}}, "partial", 0},
        {{{HW_EXTENT_NONE, 0}}, "open", 0},
        {{{HW_EXTENT_DONE, 0}, {HW_EXTENT_NOT_ATTEMPTED, 0}}, "done", 1},
        {{{HW_EXTENT_NOT_ATTEMPTED, 0}, {HW_EXTENT_ATTEMPTED, 0}}, "partial", 0},
        {{{HW_EXTENT_NOT_ATTEMPTED, 0}, {HW_EXTENT_SUBSTITUTED, 0}, {HW_EXTENT_DONE, 0}}, "done", 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = evening(HW_LATE_MARKED);
        hw_error err;
        size_t count = 0;
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        do {
            hw_entry *entry = hw_entry_new("a", rows[i].reports[count].extent, &err);
            hw_entry_set_due(entry, scene_local("2025-03-03T19:00"));
            hw_entry_set_percent(entry, rows[i].reports[count].percent);
            assert_int_equal(hw_plan_log(s.plan, entry, change, &err), HW_OK);
            hw_entry_free(entry);
            count++;
        } while (count < 3 && rows[i].reports[count].extent != HW_EXTENT_NONE);
        hw_change_free(change);
        hw_occurrences *list = scene_occurrences(&s, "2025-03-03", "2025-03-04", NULL);
        assert_string_equal(hw_occurrence_status_name(hw_occurrences_status_at(list, 0)), rows[i].status);
        assert_float_equal(hw_occurrences_credit_at(list, 0), rows[i].credit, 1e-12);
        assert_int_equal(hw_occurrences_entry_count(list, 0), count);
        assert_string_equal(hw_occurrences_entry_at(list, 0, count - 1), scene_last(&s));
        assert_null(hw_occurrences_entry_at(list, 0, count));
        hw_plan_free(s.plan); /* the list lives on */
        assert_string_equal(hw_occurrences_assignment_at(list, 0), "a");
        assert_non_null(hw_occurrences_entry_at(list, 0, 0));
        hw_occurrences_free(list);
    }
}

/* By the wall clock of the person, wherever that is. */
static void test_late(void **state)
{
    static const struct {
        const char *at;
        const char *marked, *ok, *refused;
    } rows[] = {
        {"2025-03-03T20:59:59+01:00", "done", "done", "done"},
        {"2025-03-03T21:00:00+01:00", "done-late", "done", "refused"},
        {"2025-03-03T20:30:00+00:00", "done", "done",
         "done"}, /* half past eight there, half past nine at home */
        {"2025-03-04T05:00:00+09:00", "done-late", "done", "refused"},
        {"2025-03-03T17:00:00+01:00", "done", "done", "done"}, /* ahead */
        {"2025-03-03", "done", "done", "done"},
        {"2025-03-04", "done-late", "done", "refused"},
        {NULL, "done", "done", "done"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *expected[] = {rows[i].marked, rows[i].ok, rows[i].refused};
        for (int late = HW_LATE_MARKED; late <= HW_LATE_REFUSED; late++) {
            scene s = evening((hw_late_policy)late);
            scene_now(&s, "2025-03-05T12:00:00+01:00");
            hw_status status = scene_try(&s, "a", HW_EXTENT_DONE, rows[i].at, "2025-03-03T19:00");
            if (strcmp(expected[late], "refused") == 0) {
                assert_int_equal(status, HW_ERR_STATE);
                assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T19:00 not-reported");
            } else {
                char shown[64];
                snprintf(shown, sizeof shown, "03-03T19:00 %s", expected[late]);
                assert_int_equal(status, HW_OK);
                assert_shows(&s, "2025-03-03", "2025-03-04", NULL, shown);
            }
            scene_close(&s);
        }
    }
}

static void test_late_where_days_start_late(void **state)
{
    static const struct {
        const char *at, *shown;
    } rows[] = {
        {"2025-03-04T03:59:59+01:00", "03-03 done"},
        {"2025-03-04T04:00:00+01:00", "03-03 done-late"},
        {"2025-03-03", "03-03 done"},
        {"2025-03-04", "03-03 done-late"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_settings(&s, "Europe/Berlin", 240, HW_MONDAY, NULL);
        scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY"));
        scene_now(&s, "2025-03-05T12:00:00+01:00");
        scene_report(&s, "a", HW_EXTENT_DONE, rows[i].at, "2025-03-03");
        assert_shows(&s, "2025-03-03", "2025-03-04", NULL, rows[i].shown);
        scene_close(&s);
    }
}

static void test_excuses(void **state)
{
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_excuse(&s, "e4", "a", "2025-03-04T19:00", false);
    scene_excuse(&s, "e5", "a", "2025-03-05T19:00", false);
    scene_excuse(&s, "elsewhere", "a", "2025-03-06", false); /* a whole day is another key */
    scene_now(&s, "2025-03-10T12:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-04T19:00:00+01:00", "2025-03-04T19:00");
    scene_report(&s, "a", HW_EXTENT_PARTIAL, "2025-03-05T19:00:00+01:00", "2025-03-05T19:00");
    scene_excuse(&s, "e3", "a", "2025-03-03T19:00", false); /* after the fact */
    assert_shows(&s, "2025-03-03", "2025-03-07", NULL,
                 "03-03T19:00 excused, 03-04T19:00 done, 03-05T19:00 excused, 03-06T19:00 not-reported");
    assert_shows(&s, "2025-03-03", "2025-03-04", "2025-03-10T11:00:00+01:00", "03-03T19:00 not-reported");
    scene_now(&s, "2025-03-11T12:00:00+01:00");
    scene_excuse(&s, "e5", "a", NULL, true);
    assert_shows(&s, "2025-03-05", "2025-03-06", NULL, "03-05T19:00 partial");
    assert_shows(&s, "2025-03-05", "2025-03-06", "2025-03-10T12:00:00+01:00", "03-05T19:00 excused");
    scene_close(&s);
}

static void test_holds(void **state)
{
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_give(&s, scene_recurring("b", "2025-03-04T20:00", "FREQ=DAILY;COUNT=3"));
    scene_now(&s, "2025-03-05T22:00:00+01:00"); /* the 3rd has settled, the 4th not yet */
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T19:00:00+01:00", "2025-03-05T19:00");
    scene_hold(&s, "h", "2025-03-01", "2025-03-05", "a", false);
    assert_shows(
        &s, "2025-03-03", "2025-03-07", NULL,
        "a 03-03T19:00 not-reported, a 03-04T19:00 not-reported, b 03-04T20:00 not-reported, "
        "a 03-05T19:00 suspended, b 03-05T20:00 open, a 03-06T19:00 upcoming, b 03-06T20:00 upcoming");
    scene_hold(&s, "all", "2025-03-06", NULL, NULL, false); /* open end */
    assert_shows(
        &s, "2025-03-05", "2025-03-10", NULL,
        "a 03-05T19:00 suspended, b 03-05T20:00 open, a 03-06T19:00 suspended, b 03-06T20:00 suspended, "
        "a 03-07T19:00 suspended, a 03-08T19:00 suspended, a 03-09T19:00 suspended");
    scene_now(&s, "2025-03-08T12:00:00+01:00"); /* the 6th has settled: it stays in the hold */
    scene_hold(&s, "all", "2025-03-07", "2025-03-08", NULL, false);
    assert_shows(
        &s, "2025-03-06", "2025-03-10", NULL,
        "a 03-06T19:00 suspended, b 03-06T20:00 suspended, a 03-07T19:00 suspended, a 03-08T19:00 suspended, "
        "a 03-09T19:00 upcoming");
    scene_hold(&s, "all", "2025-03-07", "2025-03-08", NULL, true);
    assert_shows(
        &s, "2025-03-06", "2025-03-10", NULL,
        "a 03-06T19:00 suspended, b 03-06T20:00 suspended, a 03-07T19:00 open, a 03-08T19:00 upcoming, "
        "a 03-09T19:00 upcoming");
    scene_close(&s);
}

/* ---- Quotas ---- */

static double credit_of_week(scene *s, const char *as_of, bool *settled)
{
    hw_occurrences *list = scene_occurrences(s, "2025-03-03", "2025-03-04", as_of);
    assert_int_equal(hw_occurrences_count(list), 1);
    double credit = hw_occurrences_credit_at(list, 0);
    *settled = hw_occurrences_settled_at(list, 0);
    hw_occurrences_free(list);
    return credit;
}

static void test_quota_is_prorated(void **state)
{
    static const struct {
        const char *hold_from, *hold_to, *excuses[2];
        int done;
        double credit;
        const char *status;
    } rows[] = {
        {NULL, NULL, {NULL, NULL}, 2, 2.0 / 3, "03-03 partial"},
        {NULL, NULL, {NULL, NULL}, 3, 1, "03-03 done"},
        {NULL, NULL, {"2025-03-05", "2025-03-06"}, 2, 2.0 / (15.0 / 7), "03-03 partial"}, /* .933333 */
        {"2025-03-05", "2025-03-06", {NULL, NULL}, 2, 2.0 / (15.0 / 7), "03-03 partial"},
        {"2025-03-05", "2025-03-06", {"2025-03-06", "2025-03-07"}, 2, 1, "03-03 done"}, /* 3 * 4/7 */
        {"2025-02-05", "2025-03-08", {NULL, NULL}, 0, 0, "03-03 open"},
        {"2025-02-05", "2025-03-08", {NULL, NULL}, 1, 1, "03-03 done"},
        {"2025-02-05", "2025-03-09", {NULL, NULL}, 1, 0, "03-03 suspended"},
        {"2025-03-05", "2025-03-09", {"2025-03-04", "2025-03-03T00:00"}, 0, 0, "03-03 excused"},
        {NULL, NULL, {"2025-03-03", NULL}, 1, 1.0 / 3, "03-03 excused"}, /* the key: the whole week */
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_give(&s, scene_quota("a", "2025-03-03", 3, 0, HW_PERIOD_WEEK));
        if (rows[i].hold_from) {
            scene_hold(&s, "h", rows[i].hold_from, rows[i].hold_to, NULL, false);
        }
        for (int e = 0; e < 2 && rows[i].excuses[e]; e++) {
            scene_excuse(&s, e ? "e1" : "e0", "a", rows[i].excuses[e], false);
        }
        scene_now(&s, "2025-03-08T12:00:00+01:00");
        for (int d = 0; d < rows[i].done; d++) {
            assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-03");
        }
        bool settled;
        assert_float_equal(credit_of_week(&s, NULL, &settled), rows[i].credit, 1e-12);
        assert_int_equal(settled, rows[i].done == 3);
        assert_shows(&s, "2025-03-03", "2025-03-04", NULL, rows[i].status);
        scene_close(&s);
    }
}

static void test_quota_adds_up(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_quota("a", "2025-03-03", 2, 0, HW_PERIOD_WEEK);
    hw_assignment_set_grace(a, (hw_duration){3, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-11T12:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_PARTIAL, "2025-03-04T12:00:00+01:00", NULL);
    scene_report(&s, "a", HW_EXTENT_PARTIAL, "2025-03-05T12:00:00+01:00", NULL);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03 partial");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-10T12:00:00+01:00", "2025-03-03"); /* after the week */
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03 done-late");
    scene_report(&s, "a", HW_EXTENT_EXCEEDED, "2025-03-09T12:00:00+01:00", NULL);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03 done");
    scene_close(&s);
}

/* ---- What progress reads ---- */

static unsigned flags_of(scene *s, const char *day, const char *as_of)
{
    hw_occurrences *list = scene_occurrences(s, day, "2025-03-10", as_of);
    assert_true(hw_occurrences_count(list) > 0);
    unsigned flags = list->rows.items[0].flags;
    hw_occurrences_free(list);
    return flags;
}

static void test_prompt_and_changed(void **state)
{
    static const unsigned both = HW__OCCURRENCE_PROMPT | HW__OCCURRENCE_CHANGED;
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-03T19:00");
    scene_now(&s, "2025-03-06T21:00:00+01:00"); /* the 3rd and 4th have settled; the 5th settles now */
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-04T19:00");
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-05T19:00");
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-06T19:00");
    assert_int_equal(flags_of(&s, "2025-03-03", NULL) & both, HW__OCCURRENCE_PROMPT);
    assert_int_equal(flags_of(&s, "2025-03-04", NULL) & both, HW__OCCURRENCE_CHANGED);
    assert_int_equal(flags_of(&s, "2025-03-05", NULL) & both, HW__OCCURRENCE_CHANGED);
    assert_int_equal(flags_of(&s, "2025-03-06", NULL) & both, HW__OCCURRENCE_PROMPT);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-03T19:00"); /* nothing new */
    assert_int_equal(flags_of(&s, "2025-03-03", NULL) & both, HW__OCCURRENCE_PROMPT);
    scene_now(&s, "2025-03-20T12:00:00+01:00");
    scene_excuse(&s, "e", "a", "2025-03-07T19:00", false);
    assert_int_equal(flags_of(&s, "2025-03-07", NULL) & both, HW__OCCURRENCE_CHANGED);
    assert_int_equal(flags_of(&s, "2025-03-07", "2025-03-19T12:00:00+01:00") & both, 0);
    scene_close(&s);
}

static void test_correction_after_settlement(void **state)
{
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_PARTIAL, NULL, "2025-03-03T19:00");
    hw_error err;
    hw_change *later = hw_change_new(scene_moment("2025-03-20T12:00:00+01:00"), "me", "desk", &err);
    hw_entry *entry = hw_entry_new("a", HW_EXTENT_PARTIAL, &err);
    assert_int_equal(hw_plan_supersede_entry(s.plan, scene_last(&s), entry, later, &err), HW_OK);
    hw_entry_free(entry);
    scene_now(&s, "2025-03-21T12:00:00+01:00");
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T19:00 partial");
    assert_int_equal(flags_of(&s, "2025-03-03", NULL) & HW__OCCURRENCE_CHANGED, 0); /* it was so before */
    assert_int_equal(hw_plan_void_entry(s.plan, scene_last(&s), later, &err), HW_OK);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL,
                 "03-03T19:00 partial"); /* the first one counts again */
    assert_int_equal(flags_of(&s, "2025-03-03", NULL) & HW__OCCURRENCE_CHANGED, 0);
    hw_change_free(later);
    scene_close(&s);
}

/* Corrections of corrections that were all recorded at one moment, whose ids are not in their order. */
static void test_corrections_at_one_moment(void **state)
{
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_PARTIAL, NULL, "2025-03-03T19:00");
    hw_error err;
    hw_change *later = hw_change_new(scene_moment("2025-03-20T12:00:00+01:00"), "me", "desk", &err);
    static const char *const ids[] = {"e", "b", "d", "a", "c"};
    char last[65];
    snprintf(last, sizeof last, "%s", scene_last(&s));
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, &err);
        hw_entry_set_id(entry, ids[i]);
        assert_int_equal(hw_plan_supersede_entry(s.plan, last, entry, later, &err), HW_OK);
        snprintf(last, sizeof last, "%s", ids[i]);
        hw_entry_free(entry);
    }
    scene_now(&s, "2025-03-21T12:00:00+01:00");
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T19:00 done");
    assert_int_not_equal(flags_of(&s, "2025-03-03", NULL) & HW__OCCURRENCE_PROMPT, 0);
    hw_change_free(later);
    scene_close(&s);
}

/* Two times a week from Thursday on, both done on Thursday. It is Friday. */
static scene full_week(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_quota("a", "2025-03-06", 2, 0, HW_PERIOD_WEEK));
    scene_now(&s, "2025-03-06T20:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T12:00:00+01:00", NULL);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-06T18:00:00+01:00", NULL);
    scene_now(&s, "2025-03-07T09:00:00+01:00");
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-03 done");
    return s;
}

/* A quota that is full is settled: no later hold, end or revision changes it, and excuses give way. */
static void test_a_full_quota_is_settled(void **state)
{
    (void)state;
    scene s = full_week();
    scene_hold(&s, "h", "2025-03-01", "2025-03-31", NULL, false);
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-03 done");
    scene_report(&s, "a", HW_EXTENT_EXCEEDED, "2025-03-07T08:00:00+01:00", "2025-03-03");
    assert_shows(&s, "2025-03-03", "2025-03-10", "2025-04-01T00:00:00+02:00", "03-03 done");
    scene_close(&s);

    s = full_week();
    scene_effective(&s, "2025-03-04");
    scene_give(&s, scene_edit(&s, "a"));
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-03 done");
    hw_assignment *daily = scene_edit(&s, "a");
    hw_assignment_set_recurring(daily, scene_local("2025-03-08"), "FREQ=DAILY;COUNT=1");
    scene_effective(&s, "2025-03-04");
    scene_give(&s, daily);
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-08 upcoming, 03-03 done");
    scene_close(&s);

    s = full_week();
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-02");
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-03 done");
    scene_close(&s);

    s = full_week();
    scene_effective(&s, "2025-03-01");
    scene_settings(&s, "Pacific/Auckland", 240, HW_SUNDAY, NULL);
    hw_occurrences *week = scene_occurrences(&s, "2025-03-03", "2025-03-04", NULL);
    assert_int_equal(hw_occurrences_count(week), 1);
    assert_int_equal(hw_occurrences_settles_at(week, 0), scene_instant("2025-03-10T00:00:00+01:00"));
    hw_occurrences_free(week);
    scene_close(&s);

    s = full_week();
    static const char *const days[] = {"2025-03-06", "2025-03-07", "2025-03-08", "2025-03-09"};
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        char id[] = {'x', (char)('1' + i), '\0'};
        scene_excuse(&s, id, "a", days[i], false);
    }
    assert_shows(&s, "2025-03-03", "2025-03-10", NULL, "03-03 done");
    scene_close(&s);
}

/* Nothing was ever asked for in a week that is over before the quota begins. */
static void test_quota_without_days(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_settings(&s, "Europe/Berlin", 0, HW_MONDAY, "2025-03-04");
    scene_give(&s, scene_quota("a", "2025-03-06", 2, 0, HW_PERIOD_WEEK));
    assert_shows(&s, "2025-03-03", "2025-03-17", "2025-04-01T00:00:00+02:00", "");
    scene_close(&s);

    s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_quota("a", "2025-03-03", 7, 0, HW_PERIOD_WEEK));
    scene_now(&s, "2025-03-06T09:00:00+01:00");
    hw_assignment *over = scene_edit(&s, "a");
    hw_assignment_set_until(over, scene_date("2025-03-05"));
    scene_give(&s, over);
    for (int i = 0; i < 3; i++) {
        scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-05T12:00:00+01:00", "2025-03-03");
    }
    assert_shows(&s, "2025-03-03", "2025-03-17", NULL, "03-03 done");
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(hw_occurrence_status_name(HW_STATUS_UPCOMING), "upcoming");
    assert_string_equal(hw_occurrence_status_name(HW_STATUS_DONE_LATE), "done-late");
    assert_string_equal(hw_occurrence_status_name(HW_STATUS_WITHDRAWN), "withdrawn");
    assert_string_equal(hw_occurrence_status_name((hw_occurrence_status)HW_STATUS_COUNT), "unknown");
    assert_string_equal(hw_occurrence_status_name((hw_occurrence_status)-1), "unknown");
}

/* Something else counts when a review finds it equivalent, as long as one does; what that changes after settlement
 * is marked. */
static void review(scene *s, const char *decided, const char *entry)
{
    hw_error err;
    const hw_review *old = hw_plan_review(s->plan, "v");
    hw_review *draft =
        old ? hw_review_edit(old, &err) : hw_review_new("v", "s1", "a", HW_DECISION_CONTINUE, &err);
    hw_change *change = hw_change_new(scene_moment(decided), "me", "desk", &err);
    assert_non_null(draft);
    hw_review_clear_equivalents(draft);
    if (entry) {
        assert_int_equal(hw_review_add_equivalent(draft, entry), HW_OK);
    }
    assert_int_equal(old ? hw_plan_revise_review(s->plan, draft, change, &err)
                         : hw_plan_add_review(s->plan, draft, change, &err),
                     HW_OK);
    hw_change_free(change);
    hw_review_unref(draft);
}

static void test_equivalents(void **state)
{
    static const struct {
        const char *as_of, *status;
    } rows[] = {
        {"2025-03-03T23:00:00+01:00", "partial"},   {"2025-03-04T09:00:00+01:00", "done-late"},
        {"2025-03-05T09:00:00+01:00", "done-late"}, {"2025-03-06T09:00:00+01:00", "partial"},
        {"2025-03-07T09:00:00+01:00", "done-late"},
    };
    (void)state;
    scene s = evening(HW_LATE_MARKED);
    scene_session(&s, "s1", "2025-03-04T08:00", HW_SESSION_PLANNED);
    scene_report(&s, "a", HW_EXTENT_SUBSTITUTED, "2025-03-03T21:30:00+01:00", "2025-03-03T19:00");
    char entry[80];
    snprintf(entry, sizeof entry, "%s", scene_last(&s));
    review(&s, "2025-03-04T08:50:00+01:00", entry);
    review(&s, "2025-03-06T08:50:00+01:00", NULL);
    review(&s, "2025-03-07T08:50:00+01:00", entry);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_occurrences *list = scene_occurrences(&s, "2025-03-03", "2025-03-04", rows[i].as_of);
        assert_string_equal(hw_occurrence_status_name(hw_occurrences_status_at(list, 0)), rows[i].status);
        hw_occurrences_free(list);
    }
    /* As of the 7th it has been accepted since the 7th only: then it had settled, as partly done. */
    hw_occurrences *list = scene_occurrences(&s, "2025-03-03", "2025-03-04", rows[4].as_of);
    assert_true(list->rows.items[0].flags & HW__OCCURRENCE_CHANGED);
    assert_true(list->rows.items[0].flags & HW__OCCURRENCE_PROMPT);
    hw_occurrences_free(list);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equivalents),
        cmocka_unit_test(test_by_time),
        cmocka_unit_test(test_by_reports),
        cmocka_unit_test(test_late),
        cmocka_unit_test(test_late_where_days_start_late),
        cmocka_unit_test(test_excuses),
        cmocka_unit_test(test_holds),
        cmocka_unit_test(test_quota_is_prorated),
        cmocka_unit_test(test_quota_adds_up),
        cmocka_unit_test(test_prompt_and_changed),
        cmocka_unit_test(test_correction_after_settlement),
        cmocka_unit_test(test_corrections_at_one_moment),
        cmocka_unit_test(test_a_full_quota_is_settled),
        cmocka_unit_test(test_quota_without_days),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
