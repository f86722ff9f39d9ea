/* SPDX-License-Identifier: MIT */
/* Calendars that mean harm, or were cut off: the plan is untouched, and none costs more than 250 ms of CPU. And what
 * people write in a plan puts no property of its own into a calendar. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/cmocka_all.h"
#include "support/scene.h"
#include "support/scratch.h"

#define MOST_SECONDS 0.25
#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A client//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define OURS "UID:c8e664e5-a745-519c-bea6-cfd232489a20\r\n"

static hw_error err;

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Reads and gives way to nothing but the verdict; returns the time that it took. */
static double read_once(const hw_plan *plan, const char *text, size_t size, hw_instant as_of)
{
    hw_problems *problems = hw_problems_new(&err);
    double start = seconds();
    hw_proposals *found = hw_plan_read_calendar(plan, text, size, as_of, problems, &err);
    double used = seconds() - start;
    assert_true(found || err.status == HW_ERR_INVALID || err.status == HW_ERR_LIMIT);
    hw_proposals_free(found);
    hw_problems_free(problems);
    return used;
}

static void check_time(const char *name, double used)
{
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    if (used > MOST_SECONDS) {
        print_error("%s: %.3f s\n", name, used);
    }
    assert_true(used <= MOST_SECONDS);
#else
    (void)name;
    (void)used;
#endif
}

/* ---- A piece many times over ---- */

static const struct {
    const char *name, *before, *piece, *after;
    size_t times;
} floods[] = {
    {"nestings", HEAD "BEGIN:VTODO\r\n" OURS, "BEGIN:X\r\n", TAIL, 100000},
    {"nested to-dos", HEAD, "BEGIN:VTODO\r\n" OURS, TAIL, 100000},
    {"nested alarms", HEAD "BEGIN:VTODO\r\n" OURS, "BEGIN:VALARM\r\n", TAIL, 100000},
    {"alarms", HEAD "BEGIN:VTODO\r\n" OURS, "BEGIN:VALARM\r\nACKNOWLEDGED:20250304T174530Z\r\nEND:VALARM\r\n",
     "END:VTODO\r\n" TAIL, 100000},
    {"exceptions", HEAD "BEGIN:VTODO\r\n" OURS "EXDATE:20250304T180000Z", ",20250304T180000Z",
     "\r\nEND:VTODO\r\n" TAIL, 1200},
    {"dates of completion", HEAD "BEGIN:VTODO\r\n" OURS "COMPLETED:20250304T180000Z", ",20250304T180000Z",
     "\r\nEND:VTODO\r\n" TAIL, 1200},
    {"relations", HEAD "BEGIN:VTODO\r\n" OURS,
     "RELATED-TO;RELTYPE=SIBLING:c8e664e5-a745-519c-bea6-cfd232489a21\r\n", "END:VTODO\r\n" TAIL, 1200},
    {"parameters", HEAD "BEGIN:VTODO\r\n" OURS "STATUS", ";X=\"y\"", ":COMPLETED\r\nEND:VTODO\r\n" TAIL,
     1200},
    {"rules that never match", HEAD,
     "BEGIN:VTODO\r\n" OURS "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VTODO\r\n", TAIL, 10000},
    {"rules that crash", HEAD,
     "BEGIN:VTODO\r\n" OURS "RRULE:FREQ=YEARLY;BYWEEKNO=-53;BYSETPOS=2,4\r\nEND:VTODO\r\n", TAIL, 10000},
    {"zones that are paths", HEAD,
     "BEGIN:VTODO\r\n" OURS "COMPLETED;TZID=../../../../etc/passwd:20250304T180000\r\nEND:VTODO\r\n", TAIL,
     10000},
    {"to-dos of ours", HEAD, "BEGIN:VTODO\r\n" OURS "STATUS:COMPLETED\r\nEND:VTODO\r\n", TAIL, 20000},
    {"to-dos of others", HEAD, "BEGIN:VTODO\r\nUID:x\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n", TAIL, 100000},
    {"calendars", "", HEAD TAIL, "", 80000},
    {"folds", HEAD "BEGIN:VTODO\r\n" OURS "STATUS:COMPLETED", "\r\n ", "\r\nEND:VTODO\r\n" TAIL, 2000000},
};

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_now(&s, "2025-03-04T21:00:00+01:00");
    return s;
}

static void test_floods(void **state)
{
    (void)state;
    scene s = open_scene();
    char *plan = hw_plan_to_xml(s.plan, NULL, &err);
    for (size_t i = 0; i < COUNT_OF(floods); i++) {
        size_t before = strlen(floods[i].before), piece = strlen(floods[i].piece),
               after = strlen(floods[i].after), size = before + piece * floods[i].times + after;
        char *text = malloc(size), *at = text + before;
        assert_non_null(text);
        memcpy(text, floods[i].before, before);
        for (size_t k = 0; k < floods[i].times; k++, at += piece) {
            memcpy(at, floods[i].piece, piece);
        }
        memcpy(at, floods[i].after, after);
        check_time(floods[i].name, read_once(s.plan, text, size, s.now.instant));
        char *now = hw_plan_to_xml(s.plan, NULL, &err);
        assert_string_equal(now, plan);
        hw_string_free(now);
        free(text);
    }
    hw_string_free(plan);
    scene_close(&s);
}

/* ---- The example plans' calendars, cut off ---- */

#define EXAMPLES HW_SOURCE_DIR "/examples/plans"
#define EXAMPLE_NOW "2026-11-22T21:00:00+01:00"

static char *export(const hw_plan *plan, hw_calendar_profile profile, size_t *size)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, profile, &err);
    hw_calendar_options_set_until(options, (hw_date){2026, 12, 13}, &err);
    char *text = hw_plan_to_calendar(plan, scene_instant(EXAMPLE_NOW), options, size, &err);
    assert_non_null(text);
    hw_calendar_options_free(options);
    return text;
}

/* A calendar that is not whole is read as far as it goes: cut off anywhere, what was found of it is no more than what
 * is in the whole. */
static size_t cut_off(const hw_plan *plan, hw_calendar_profile profile)
{
    size_t size, cuts = 0;
    char *text = export(plan, profile, &size);
    for (size_t cut = 0; cut < size; cut += 64, cuts++) {
        char *copy = malloc(cut ? cut : 1); /* so that a step too far is seen */
        assert_non_null(copy);
        memcpy(copy, text, cut);
        check_time("cut off", read_once(plan, copy, cut, scene_instant(EXAMPLE_NOW)));
        free(copy);
    }
    hw_string_free(text);
    return cuts;
}

static void test_cut_off(void **state)
{
    (void)state;
    size_t cuts = 0, plans = 0;
    DIR *folder = opendir(EXAMPLES);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char path[400];
        size_t size = 0;
        snprintf(path, sizeof path, EXAMPLES "/%.200s", entry->d_name);
        if (!strstr(path, ".xml")) {
            continue;
        }
        char *text = scratch_read(path, &size);
        hw_plan *plan = hw_plan_from_xml(text, size, NULL, NULL, &err);
        assert_non_null(plan);
        char *before = hw_plan_to_xml(plan, NULL, &err);
        for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
            cuts += cut_off(plan, (hw_calendar_profile)profile);
        }
        char *after = hw_plan_to_xml(plan, NULL, &err);
        assert_string_equal(before, after);
        hw_string_free(before);
        hw_string_free(after);
        hw_plan_free(plan);
        free(text);
        plans++;
    }
    closedir(folder);
    assert_true(plans >= 5);
    assert_true(cuts > 500);
}

/* ---- What people write ---- */

static const char *const texts[] = {
    "a\\nX-EVIL:1",
    "END:VTODO",
    "x;X-EVIL=1:y",
    "\"quoted\", comma; semicolon: colon \\ backslash",
    "x\tX-EVIL:1",
    "\xC2\x85X-EVIL:1",
    "\xE2\x80\xA8X-EVIL:1",
    "=0D=0AX-EVIL:1",
    "%0D%0AX-EVIL:1",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa X-EVIL:1 "
    "aaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\\\\\\\\\\\\\\\\\\\\\\\X-EVIL:1",
    "x\r\nX-EVIL:1",
    "x\nX-EVIL:1",
    "x\rX-EVIL:1",
};

/* The names that a calendar of ours has, those of zones and alarms included. */
static const char *const names[] = {
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "NAME",
    "X-WR-CALNAME",
    "TZID",
    "TZNAME",
    "DTSTART",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "RRULE",
    "RDATE",
    "EXDATE",
    "UID",
    "DTSTAMP",
    "CREATED",
    "SEQUENCE",
    "LAST-MODIFIED",
    "DTEND",
    "DUE",
    "SUMMARY",
    "STATUS",
    "COMPLETED",
    "TRANSP",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "CLASS",
    "ACTION",
    "TRIGGER",
    "DESCRIPTION",
    "RELATED-TO",
    "X-WR-TIMEZONE",
    "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-MICROSOFT-CDO-IMPORTANCE",
    "X-MICROSOFT-DISALLOW-COUNTER",
};

static bool is_known(const char *line)
{
    size_t size = strcspn(line, ":;");
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strlen(names[i]) == size && strncmp(line, names[i], size) == 0) {
            return true;
        }
    }
    return false;
}

/* Whatever ends a line for any reader: CR, LF, and the line ends of Unicode. */
static void check_lines(const char *text)
{
    for (const char *at = text; *at; at++) {
        bool ends = *at == '\n' || (*at == '\r' && at[1] != '\n');
        assert_true(*at != '\n' || (at > text && at[-1] == '\r'));
        assert_true(*at != '\r' || at[1] == '\n');
        if (ends && at[1] && at[1] != ' ' && at[1] != '\t') {
            if (!is_known(at + 1)) {
                print_error("a line of its own: %.40s\n", at + 1);
            }
            assert_true(is_known(at + 1));
        }
        assert_true((unsigned char)*at >= 0x20 || *at == '\r' || *at == '\n' || *at == '\t');
        assert_int_not_equal(*at, 0x7F);
    }
}

static void test_injection(void **state)
{
    (void)state;
    size_t accepted = 0;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_settings *settings = hw_settings_edit(hw_plan_settings(s.plan), &err);
        hw_settings_set_wording(settings, HW_WORDING_PLAIN);
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        assert_int_equal(hw_plan_revise_settings(s.plan, settings, change, &err), HW_OK);
        hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
        hw_assignment_set_title(a, NULL, texts[i]);
        hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -75);
        bool taken = hw_plan_add_assignment(s.plan, a, change, &err) == HW_OK;
        hw_assignment_unref(a);
        accepted += taken;
        for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
            hw_calendar_options *options = hw_calendar_options_new(&err);
            hw_calendar_options_set_profile(options, (hw_calendar_profile)profile, &err);
            hw_calendar_options_set_feed(options, texts[i], 60, &err);
            char *text = hw_plan_to_calendar(s.plan, s.now.instant, options, NULL, &err);
            assert_non_null(text);
            check_lines(text);
            assert_true(!taken || !strstr(text, "SUMMARY:Practice")); /* it is in there */
            hw_string_free(text);
            hw_calendar_options_free(options);
        }
        hw_change_free(change);
        hw_settings_unref(settings);
        scene_close(&s);
    }
    assert_true(accepted >= 8);
}

/* What was given away is read strictly, too. */
static void test_exported(void **state)
{
    (void)state;
    scene s = open_scene();
    static const char text[] = HEAD TAIL;
    hw_proposals *found = hw_plan_read_collection(
        s.plan, text, strlen(text),
        " \tc8e664e5-a745-519c-bea6-cfd232489a20\r\n\n2f6b6a5e-6f0c-4d5b-9f1e-0b9f1c2d3e4f ", s.now.instant,
        NULL, &err);
    assert_int_equal(hw_proposals_count(found), 1);
    assert_int_equal(hw_proposals_kind_at(found, 0), HW_PROPOSAL_REMOVED);
    hw_proposals_free(found);
    found = hw_plan_read_collection(s.plan, " \r\n", 3, "c8e664e5-a745-519c-bea6-cfd232489a20", s.now.instant,
                                    NULL, &err);
    assert_int_equal(hw_proposals_count(found), 1);
    hw_proposals_free(found);
    assert_null(hw_plan_read_collection(s.plan, " \r\n", 3, "", s.now.instant, NULL, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_null(hw_plan_read_collection(s.plan, text, strlen(text), "c8e664e5", s.now.instant, NULL, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_floods),
        cmocka_unit_test(test_cut_off),
        cmocka_unit_test(test_injection),
        cmocka_unit_test(test_exported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
