/* SPDX-License-Identifier: MIT */
/* Ticks coming home: what each way of ticking off, partly doing and un-ticking is taken for; what is a
 * conflict; what is already known; and that applying is all or nothing, and twice is once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/scene.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A client//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define NOW "2025-03-04T21:00:00+01:00"

static hw_error err;

/* The UID that the to-do of an occurrence has. */
static void uid_of(const scene *s, const char *as_of, const char *due, char uid[64])
{
    size_t size;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, HW_CALENDAR_TODOS, &err);
    char *text = hw_plan_to_calendar(s->plan, scene_instant(as_of), options, &size, &err);
    assert_non_null(text);
    ics lines = ics_open(text, size);
    uid[0] = '\0';
    for (size_t i = 0; i < lines.count; i++) {
        if (strstr(lines.lines[i], due) == lines.lines[i]) {
            while (strncmp(lines.lines[i], "UID:", 4) != 0) {
                i--;
            }
            snprintf(uid, 64, "%s", lines.lines[i] + 4);
            break;
        }
    }
    assert_int_equal(strlen(uid), 36);
    ics_close(&lines);
    hw_calendar_options_free(options);
    hw_string_free(text);
}

static char shown[4096];

/* The proposals as text, one a line. */
static const char *show(const hw_proposals *proposals)
{
    static const char *const kinds[] = {"log", "void", "conflict"};
    static const char *const sure[] = {"certain", "probable", "inferred"};
    static const char *const extents[] = {"none", "not-attempted", "attempted",  "partial",
                                          "done", "exceeded",      "substituted"};
    char *at = shown;
    *at = '\0';
    for (size_t i = 0; i < hw_proposals_count(proposals); i++) {
        if (hw_proposals_kind_at(proposals, i) == HW_PROPOSAL_CONFLICT) {
            at += sprintf(at, "%sconflict", i ? "\n" : "");
            continue;
        }
        char *when = hw_moment_text(hw_proposals_happened_at(proposals, i), &err);
        at += sprintf(at, "%s%s %s %s %d %s", i ? "\n" : "", kinds[hw_proposals_kind_at(proposals, i)],
                      sure[hw_proposals_certainty_at(proposals, i)],
                      extents[hw_proposals_extent_at(proposals, i)],
                      (int)hw_proposals_percent_at(proposals, i), *when ? when : "-");
        hw_string_free(when);
    }
    return shown;
}

static hw_proposals *read_text(const scene *s, const char *text, hw_problems *problems)
{
    hw_proposals *out = hw_plan_read_calendar(s->plan, text, strlen(text), s->now.instant, problems, &err);
    if (!out) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(out);
    return out;
}

static size_t apply(scene *s, const hw_proposals *proposals)
{
    size_t applied;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_apply_proposals(s->plan, proposals, change, &applied, &err), HW_OK);
    hw_change_free(change);
    return applied;
}

/* Daily at 19:00 in Berlin, agreed three days ago; now it is the evening of the second day. */
static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, NOW);
    return s;
}

/* What had been logged before. */
enum {
    NOTHING,
    APP_DONE,
    APP_NOT,
    TICK_DONE,
    TICK_HALF,
    TICK_BEGUN,
    APP_HALF
};

static void log_before(scene *s, int before)
{
    static const struct {
        hw_extent extent;
        int percent;
        hw_source source;
    } what[] = {
        [APP_DONE] = {HW_EXTENT_DONE, 0, HW_SOURCE_APP},
        [APP_NOT] = {HW_EXTENT_NOT_ATTEMPTED, 0, HW_SOURCE_APP},
        [TICK_DONE] = {HW_EXTENT_DONE, 0, HW_SOURCE_CALENDAR},
        [TICK_HALF] = {HW_EXTENT_PARTIAL, 50, HW_SOURCE_CALENDAR},
        [TICK_BEGUN] = {HW_EXTENT_ATTEMPTED, 0, HW_SOURCE_CALENDAR},
        [APP_HALF] = {HW_EXTENT_PARTIAL, 50, HW_SOURCE_APP},
    };
    if (before == NOTHING) {
        return;
    }
    hw_entry *entry = hw_entry_new("a", what[before].extent, &err);
    hw_entry_set_due(entry, scene_local("2025-03-04T19:00"));
    hw_entry_set_source(entry, what[before].source);
    hw_entry_set_percent(entry, what[before].percent);
    hw_change *change = hw_change_new(scene_moment("2025-03-04T20:00:00+01:00"), "me", "desk", &err);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
}

/* Recorded at 20:00 in Berlin, which is 19:00 UTC. */
#define NEW "LAST-MODIFIED:20250304T193000Z\r\n"
#define OLD "LAST-MODIFIED:20250304T120000Z\r\n"
#define AT "COMPLETED:20250304T191000Z\r\n"

static const struct {
    const char *name;
    int before;
    const char *item, *expected;
} ticks[] = {
    {"all three", NOTHING, "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n" AT NEW,
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"status alone", NOTHING, "STATUS:COMPLETED\r\n" NEW, "log inferred done 0 2025-03-04T20:30:00+01:00"},
    {"moment alone", NOTHING, AT, "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"percent alone", NOTHING, "PERCENT-COMPLETE:100\r\n", "log inferred done 0 -"},
    {"Synology", NOTHING, "STATUS:COMPLETED\r\nPERCENT-COMPLETE:0\r\nPERCENT_COMPLETE:100\r\n" AT,
     "log probable done 0 2025-03-04T20:10:00+01:00"},
    {"needs action, yet completed", NOTHING, "STATUS:NEEDS-ACTION\r\n" AT,
     "log probable done 0 2025-03-04T20:10:00+01:00"},
    {"floating", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED:20250304T201000\r\n",
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"a zone", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED;TZID=America/New_York:20250304T141000\r\n",
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"an unknown zone", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED;TZID=Nowhere:20250304T201000\r\n",
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"a date", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED;VALUE=DATE:20250304\r\n",
     "log certain done 0 2025-03-04"},
    {"tomorrow", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED;VALUE=DATE:20250305\r\n", "log inferred done 0 -"},
    {"in an hour", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED:20250304T210000Z\r\n", "log inferred done 0 -"},
    {"in the year 1970", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED:19700101T000000Z\r\n",
     "log inferred done 0 -"},
    {"on 30 February", NOTHING, "STATUS:COMPLETED\r\nCOMPLETED:20250230T191000Z\r\n" NEW,
     "log probable done 0 2025-03-04T20:30:00+01:00"},
    {"last changed when we wrote it", NOTHING, "STATUS:COMPLETED\r\nLAST-MODIFIED:20250301T080000Z\r\n",
     "log inferred done 0 -"},
    {"lower case", NOTHING, "status:completed\r\n" AT, "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"two states", NOTHING, "STATUS:COMPLETED\r\nSTATUS:NEEDS-ACTION\r\n" AT,
     "log probable done 0 2025-03-04T20:10:00+01:00"},
    {"half", NOTHING, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n" NEW,
     "log inferred partial 50 2025-03-04T20:30:00+01:00"},
    {"half without a state", NOTHING, "PERCENT-COMPLETE:50\r\n" NEW,
     "log inferred partial 50 2025-03-04T20:30:00+01:00"},
    {"half, needs action", NOTHING, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:50\r\n" NEW,
     "log probable partial 50 2025-03-04T20:30:00+01:00"},
    {"begun", NOTHING, "STATUS:IN-PROCESS\r\n" NEW, "log inferred attempted 0 2025-03-04T20:30:00+01:00"},
    {"untouched", NOTHING, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n", ""},
    {"nothing said", NOTHING, "", ""},
    {"140 percent", NOTHING, "PERCENT-COMPLETE:140\r\n", ""},
    {"not a number", NOTHING, "PERCENT-COMPLETE:many\r\n", ""},
    {"a state of events", NOTHING, "STATUS:CONFIRMED\r\n", ""},
    {"cancelled", NOTHING, "STATUS:CANCELLED\r\n" NEW, "conflict"},
    {"cancelled, as we said", APP_NOT, "STATUS:CANCELLED\r\n" NEW, ""},
    {"made a series", NOTHING, "STATUS:COMPLETED\r\nRRULE:FREQ=DAILY\r\n" AT, "conflict"},
    {"one of a series", NOTHING, "STATUS:COMPLETED\r\nRECURRENCE-ID:20250304T180000Z\r\n" AT, "conflict"},
    {"done, and known", APP_DONE, "STATUS:COMPLETED\r\n" AT NEW, ""},
    {"done, and known from a tick", TICK_DONE, "STATUS:COMPLETED\r\n" AT NEW, ""},
    {"done after half", TICK_HALF, "STATUS:COMPLETED\r\n" AT NEW,
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"done after all", APP_NOT, "STATUS:COMPLETED\r\n" AT NEW,
     "log certain done 0 2025-03-04T20:10:00+01:00"},
    {"half, and known", TICK_HALF, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n" NEW, ""},
    {"half, and known from the app", APP_HALF, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n" NEW, ""},
    {"less than the app says", APP_HALF, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:30\r\n" NEW, ""},
    {"more than the app says", APP_HALF, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:70\r\n" NEW,
     "log inferred partial 70 2025-03-04T20:30:00+01:00"},
    {"less than ticked", TICK_HALF, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:30\r\n" NEW,
     "void certain partial 0 -\nlog inferred partial 30 2025-03-04T20:30:00+01:00"},
    {"only half after all", TICK_DONE, "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n" NEW,
     "void certain done 0 -\nlog inferred partial 50 2025-03-04T20:30:00+01:00"},
    {"un-ticked", TICK_DONE, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n" NEW, "void certain done 0 -"},
    {"un-ticked half", TICK_HALF, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n" NEW,
     "void certain partial 0 -"},
    {"un-ticked begun", TICK_BEGUN, "STATUS:NEEDS-ACTION\r\n" NEW, "void certain attempted 0 -"},
    {"un-ticked, no date of change", TICK_DONE, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n",
     "void probable done 0 -"},
    {"un-ticked, nothing but the date of change", TICK_DONE, NEW, "void inferred done 0 -"},
    {"un-ticked, nothing at all", TICK_HALF, "", "void inferred partial 0 -"},
    {"un-ticked, the state gone", TICK_DONE, "PERCENT-COMPLETE:0\r\n" NEW, "void certain done 0 -"},
    {"an old file", TICK_DONE, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n" OLD, ""},
    {"not un-ticked: the app says so", APP_DONE, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n" NEW, ""},
};

static void test_ticks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(ticks); i++) {
        char uid[64], text[2048];
        scene s = open_scene();
        uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
        log_before(&s, ticks[i].before);
        snprintf(text, sizeof text, HEAD "BEGIN:VTODO\r\nUID:%s\r\nSUMMARY:Moved\r\n%sEND:VTODO\r\n" TAIL,
                 uid, ticks[i].item);
        hw_proposals *proposals = read_text(&s, text, NULL);
        if (strcmp(show(proposals), ticks[i].expected) != 0) {
            print_error("%s:\n%s\n", ticks[i].name, shown);
        }
        assert_string_equal(shown, ticks[i].expected);
        assert_int_equal(hw_proposals_foreign_count(proposals), 0);
        size_t wanted = hw_proposals_count(proposals) - (strstr(shown, "conflict") != NULL);
        assert_int_equal(apply(&s, proposals), wanted);
        assert_int_equal(apply(&s, proposals), 0);
        hw_proposals *again = read_text(&s, text, NULL);
        if (strstr(shown, "conflict") == NULL && hw_proposals_count(again) > 0) {
            print_error("%s, again:\n%s\n", ticks[i].name, show(again));
        }
        assert_true(hw_proposals_count(again) == 0 || strcmp(show(again), "conflict") == 0);
        hw_proposals_free(again);
        hw_proposals_free(proposals);
        scene_close(&s);
    }
}

static void test_what_is_told(void **state)
{
    (void)state;
    char uid[64], text[2048];
    scene s = open_scene();
    uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
    snprintf(text, sizeof text,
             HEAD "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nUID:%s\r\nSUMMARY:"
                  "private\r\nDESCRIPTION:private\r\n"
                  "STATUS:COMPLETED\r\n" AT
                  "END:VTODO\r\nBEGIN:VTODO\r\nUID:somebody@example.com\r\nEND:VTODO\r\n"
                  "BEGIN:VTODO\r\nUID:2f6b6a5e-6f0c-5d5b-9f1e-0b9f1c2d3e4f\r\nEND:VTODO\r\nBEGIN:"
                  "VTODO\r\nEND:VTODO\r\n" TAIL,
             uid);
    hw_proposals *proposals = read_text(&s, text, NULL);
    assert_int_equal(hw_proposals_count(proposals), 1);
    assert_int_equal(hw_proposals_foreign_count(proposals), 4);
    assert_string_equal(hw_proposals_assignment_at(proposals, 0), "a");
    assert_int_equal(hw_local_compare(hw_proposals_key_at(proposals, 0), scene_local("2025-03-04T19:00")), 0);
    assert_string_equal(hw_proposals_evidence_at(proposals, 0),
                        "STATUS:COMPLETED; COMPLETED:20250304T191000Z");
    assert_null(hw_proposals_assignment_at(proposals, 1));
    assert_null(hw_proposals_evidence_at(proposals, 1));
    assert_int_equal(hw_proposals_kind_at(proposals, 1), HW_PROPOSAL_CONFLICT);
    assert_int_equal(hw_proposals_count(NULL), 0);
    apply(&s, proposals);
    hw_log *log = hw_plan_entries(s.plan, &err);
    assert_int_equal(hw_log_count(log), 1);
    assert_int_equal(hw_log_source_at(log, 0), HW_SOURCE_CALENDAR);
    assert_int_equal(hw_log_extent_at(log, 0), HW_EXTENT_DONE);
    hw_log_unref(log);
    hw_proposals_free(proposals);
    scene_close(&s);
}

/* Ticked off, taken back, ticked off again: an old copy brings nothing back, a new tick counts. */
static void test_old_copies(void **state)
{
    (void)state;
    static const char *const copies[] = {
        "STATUS:COMPLETED\r\n" AT "LAST-MODIFIED:20250304T191000Z\r\n",
        "STATUS:NEEDS-ACTION\r\n" NEW,
        "STATUS:COMPLETED\r\nCOMPLETED:20250304T193500Z\r\nLAST-MODIFIED:20250304T193500Z\r\n",
        "STATUS:COMPLETED\r\n" AT,
    };
    static const struct {
        int copy;
        const char *now;
        size_t changes;
    } rows[] = {
        {0, "2025-03-04T20:20:00+01:00", 1}, {1, "2025-03-04T20:31:00+01:00", 1},
        {0, "2025-03-04T20:32:00+01:00", 0}, {3, "2025-03-04T20:33:00+01:00", 0},
        {2, "2025-03-04T20:40:00+01:00", 1}, {0, "2025-03-04T20:41:00+01:00", 0},
        {1, "2025-03-04T20:42:00+01:00", 0}, {2, "2025-03-04T20:43:00+01:00", 0},
    };
    char uid[64], text[1024];
    scene s = open_scene();
    uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene_now(&s, rows[i].now);
        snprintf(text, sizeof text, HEAD "BEGIN:VTODO\r\nUID:%s\r\n%sEND:VTODO\r\n" TAIL, uid,
                 copies[rows[i].copy]);
        hw_proposals *proposals = NULL;
        for (size_t nth = 1; !proposals; nth++) {
            hw__alloc_fail(nth, 1);
            proposals = hw_plan_read_calendar(s.plan, text, strlen(text), s.now.instant, NULL, &err);
            hw__alloc_fail(0, 0);
            assert_true(proposals || err.status == HW_ERR_MEMORY);
        }
        assert_int_equal(hw_proposals_count(proposals), rows[i].changes);
        assert_int_equal(apply(&s, proposals), rows[i].changes);
        hw_proposals_free(proposals);
    }
    scene_close(&s);
}

/* Plans that were made from one template have assignments and days in common. */
static void test_of_another_plan(void **state)
{
    (void)state;
    char uid[64], text[1024];
    scene s = open_scene();
    uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
    snprintf(text, sizeof text, HEAD "BEGIN:VTODO\r\nUID:%s\r\nSTATUS:COMPLETED\r\n" AT "END:VTODO\r\n" TAIL,
             uid);
    hw_proposals *proposals = read_text(&s, text, NULL);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    hw_plan *other =
        hw_plan_new("0b1e7a44-3f0a-4b6e-8d2f-5a9c1e7d4b63", "Europe/Berlin", HW_ROLE_CLIENT, change, &err);
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_plan_add_assignment(other, a, change, &err), HW_OK);
    hw_assignment_unref(a);
    size_t applied = 1;
    assert_int_equal(hw_plan_apply_proposals(other, proposals, change, &applied, &err), HW_ERR_INVALID);
    assert_string_equal(err.subject, "proposals");
    assert_int_equal(applied, 0);
    hw_plan *copy = hw_plan_copy(s.plan, &err);
    assert_int_equal(hw_plan_apply_proposals(copy, proposals, change, &applied, &err), HW_OK);
    assert_int_equal(applied, 1);
    hw_plan_free(copy);
    hw_plan_free(other);
    hw_change_free(change);
    hw_proposals_free(proposals);
    scene_close(&s);
}

/* Of two items with one UID the newer counts. */
static void test_twice_in_a_file(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *expected;
    } rows[] = {
        {"SEQUENCE:1\r\nSTATUS:NEEDS-ACTION\r\n", "SEQUENCE:2\r\nSTATUS:COMPLETED\r\n" AT,
         "log certain done 0 2025-03-04T20:10:00+01:00"},
        {"SEQUENCE:3\r\nSTATUS:NEEDS-ACTION\r\n", "SEQUENCE:2\r\nSTATUS:COMPLETED\r\n" AT, ""},
        {"STATUS:COMPLETED\r\n" AT NEW, "STATUS:NEEDS-ACTION\r\n" OLD,
         "log certain done 0 2025-03-04T20:10:00+01:00"},
        {"STATUS:COMPLETED\r\n" AT "DTSTAMP:20250304T120000Z\r\n",
         "STATUS:NEEDS-ACTION\r\nDTSTAMP:20250304T130000Z\r\n", ""},
        {"STATUS:COMPLETED\r\n" AT NEW, "RECURRENCE-ID:20250304T180000Z\r\n" OLD, "conflict"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char uid[64], text[2048];
        scene s = open_scene();
        uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
        snprintf(text, sizeof text,
                 HEAD "BEGIN:VTODO\r\nUID:%s\r\n%sEND:VTODO\r\nBEGIN:VTODO\r\nUID:%s\r\n%sEND:VTODO\r\n" TAIL,
                 uid, rows[i].first, uid, rows[i].second);
        hw_proposals *proposals = read_text(&s, text, NULL);
        assert_string_equal(show(proposals), rows[i].expected);
        hw_proposals_free(proposals);
        scene_close(&s);
    }
}

/* A quota's one tick says what was done only if one time was missing. */
static void test_quota(void **state)
{
    (void)state;
    char uid[64], text[1024];
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    scene_give(&s, scene_quota("q", "2025-03-03", 2, 0, HW_PERIOD_WEEK));
    scene_now(&s, NOW);
    uid_of(&s, NOW, "DTSTART;VALUE=DATE:20250303", uid);
    snprintf(text, sizeof text, HEAD "BEGIN:VTODO\r\nUID:%s\r\nSTATUS:COMPLETED\r\n" AT "END:VTODO\r\n" TAIL,
             uid);
    hw_proposals *proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals), "conflict");
    hw_proposals_free(proposals);
    scene_report(&s, "q", HW_EXTENT_DONE, "2025-03-03T20:00:00+01:00", NULL);
    proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals), "log certain done 0 2025-03-04T20:10:00+01:00");
    assert_int_equal(apply(&s, proposals), 1);
    assert_int_equal(apply(&s, proposals), 0);
    hw_proposals_free(proposals);
    proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals), "");
    hw_proposals_free(proposals);
    scene_close(&s);
}

/* Late work where late work is refused, and what a revision has cut off, is for a person. */
static void test_refused(void **state)
{
    (void)state;
    char uid[64], text[1024];
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_closes(a, (hw_duration){0, 600});
    hw_assignment_set_grace(a, (hw_duration){2, 0});
    hw_assignment_set_late(a, HW_LATE_REFUSED);
    scene_give(&s, a);
    scene_now(&s, NOW);
    uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", uid);
    snprintf(text, sizeof text, HEAD "BEGIN:VTODO\r\nUID:%s\r\nSTATUS:COMPLETED\r\n" AT "END:VTODO\r\n" TAIL,
             uid);
    hw_proposals *proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals), "conflict");
    hw_proposals_free(proposals);
    a = scene_edit(&s, "a");
    hw_assignment_set_state(a, HW_ASSIGNMENT_STOPPED);
    scene_effective(&s, "2025-03-04T00:00");
    scene_give(&s, a);
    proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals), "conflict");
    hw_proposals_free(proposals);
    scene_close(&s);
}

static void test_all_or_nothing(void **state)
{
    (void)state;
    char one[64], two[64], text[2048];
    size_t applied;
    scene s = open_scene();
    uid_of(&s, "2025-03-03T21:00:00+01:00", "DTSTART;TZID=Europe/Berlin:20250303T190000", one);
    uid_of(&s, NOW, "DTSTART;TZID=Europe/Berlin:20250304T190000", two);
    log_before(&s, TICK_DONE);
    snprintf(text, sizeof text,
             HEAD "BEGIN:VTODO\r\nUID:%s\r\nSTATUS:NEEDS-ACTION\r\n" NEW
                  "END:VTODO\r\nBEGIN:VTODO\r\nUID:%s\r\nSTATUS:COMPLETED\r\n" AT "END:VTODO\r\n" TAIL,
             two, one);
    hw_proposals *proposals = read_text(&s, text, NULL);
    assert_string_equal(show(proposals),
                        "log certain done 0 2025-03-04T20:10:00+01:00\nvoid certain done 0 -");
    char *before = hw_plan_to_xml(s.plan, NULL, &err);
    uint64_t generation = hw_plan_generation(s.plan);
    /* Recorded before it happened: the log refuses, and the void is not kept either. */
    hw_change *early = hw_change_new(scene_moment("2025-03-04T20:05:00+01:00"), "me", "desk", &err);
    assert_int_equal(hw_plan_apply_proposals(s.plan, proposals, early, &applied, &err), HW_ERR_RANGE);
    assert_int_equal(applied, 0);
    hw_change_free(early);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 1);
        hw_status status = hw_plan_apply_proposals(s.plan, proposals, change, &applied, &err);
        hw__alloc_fail(0, 0);
        if (status == HW_OK) {
            break;
        }
        assert_int_equal(status, HW_ERR_MEMORY);
        char *now = hw_plan_to_xml(s.plan, NULL, &err);
        assert_string_equal(now, before);
        assert_int_equal(hw_plan_generation(s.plan), generation);
        hw_string_free(now);
    }
    assert_int_equal(applied, 2);
    assert_true(hw_plan_generation(s.plan) > generation);
    assert_int_equal(apply(&s, proposals), 0);
    hw_change_free(change);
    hw_string_free(before);
    hw_proposals_free(proposals);
    scene_close(&s);
}

static void test_bad_calls(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_problems *problems = hw_problems_new(&err);
    assert_null(hw_plan_read_calendar(NULL, "", 0, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_read_calendar(s.plan, NULL, 0, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_read_calendar(s.plan, "<html>", 6, 0, problems, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_CALENDAR);
    assert_int_equal(hw_plan_apply_proposals(s.plan, NULL, NULL, NULL, &err), HW_ERR_ARGUMENT);
    hw_proposals_free(NULL);
    hw_problems_free(problems);
    scene_close(&s);
}

/* Ten thousand ticks: the time is not that of ten thousand looks through the plan. */
static void test_many(void **state)
{
    (void)state;
    size_t size = 64;
    scene s = open_scene();
    char *text = malloc(64 + 10000 * 200), *at = text;
    assert_non_null(text);
    at += sprintf(at, HEAD);
    for (int i = 0; i < 10000; i++) {
        at += sprintf(
            at,
            "BEGIN:VTODO\r\nUID:2f6b6a5e-6f0c-5d5b-9f1e-0b9f1c2d%04x\r\nSTATUS:COMPLETED\r\n%sEND:VTODO\r\n",
            i, AT);
    }
    at += sprintf(at, TAIL);
    size = (size_t)(at - text);
    hw_proposals *proposals = hw_plan_read_calendar(s.plan, text, size, s.now.instant, NULL, &err);
    assert_non_null(proposals);
    assert_int_equal(hw_proposals_foreign_count(proposals), 10000);
    hw_proposals_free(proposals);
    free(text);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks),           cmocka_unit_test(test_what_is_told),
        cmocka_unit_test(test_twice_in_a_file), cmocka_unit_test(test_quota),
        cmocka_unit_test(test_refused),         cmocka_unit_test(test_all_or_nothing),
        cmocka_unit_test(test_bad_calls),       cmocka_unit_test(test_many),
        cmocka_unit_test(test_old_copies),      cmocka_unit_test(test_of_another_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
