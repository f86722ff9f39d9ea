/* SPDX-License-Identifier: MIT */
/* Whatever a calendar has ever shown is taken back: plans that grow are exported again and again, in every
 * profile and with every switch, and in the end each id of any of these calendars is in the withdrawal, once,
 * cancelled, newer than it ever was. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/random_wishes.h"
#include "support/scene.h"

#define DAY 86400

static hw_error err;

/* A component as some calendar had it. */
typedef struct shown {
    char uid[37], stamp[17];
    long sequence;
    bool event, off;
} shown;

typedef struct shown_list {
    shown *items;
    size_t count, room;
} shown_list;

static void add(shown_list *list, const shown *one)
{
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 64;
        list->items = realloc(list->items, list->room * sizeof *list->items);
        assert_non_null(list->items);
    }
    list->items[list->count++] = *one;
}

static void read_components(const char *text, size_t size, shown_list *list)
{
    ics calendar = ics_open(text, size);
    shown one = {0};
    bool alarm = false;
    for (size_t i = 0; i < calendar.count; i++) {
        const char *line = calendar.lines[i];
        if (strcmp(line, "BEGIN:VEVENT") == 0 || strcmp(line, "BEGIN:VTODO") == 0) {
            one = (shown){.event = line[7] == 'E'};
        } else if (strcmp(line, "BEGIN:VALARM") == 0 || strcmp(line, "END:VALARM") == 0) {
            alarm = line[0] == 'B';
        } else if (strncmp(line, "UID:", 4) == 0 && !alarm) {
            snprintf(one.uid, sizeof one.uid, "%s", line + 4);
        } else if (strncmp(line, "DTSTAMP:", 8) == 0) {
            snprintf(one.stamp, sizeof one.stamp, "%s", line + 8);
        } else if (strncmp(line, "SEQUENCE:", 9) == 0) {
            one.sequence = atol(line + 9);
        } else if (strcmp(line, "STATUS:CANCELLED") == 0) {
            one.off = true;
        } else if (strcmp(line, "END:VEVENT") == 0 || strcmp(line, "END:VTODO") == 0) {
            add(list, &one);
        }
    }
    ics_close(&calendar);
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const shown *)a)->uid, ((const shown *)b)->uid);
}

/* ---- What was exported ---- */

typedef struct history {
    shown_list shown;
    hw_date until; /* the furthest day that was asked for */
} history;

static hw_calendar_options *random_options(test_random *random, hw_instant as_of, history *h)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_profile profile = (hw_calendar_profile)random_below(random, HW_CALENDAR_GOOGLE + 1);
    hw_calendar_options_set_profile(options, profile, &err);
    hw_calendar_options_set_sessions(options, random_chance(random, 50), &err);
    hw_calendar_options_set_goals(options, random_chance(random, 50), &err);
    if (random_chance(random, 20)) {
        hw_date day =
            hw_date_add_days(hw_moment_local(hw_moment_at(as_of, 0)).date, random_int(random, -9, 60));
        hw_calendar_options_set_until(options, day, &err);
        h->until = hw_date_compare(day, h->until) > 0 ? day : h->until;
    }
    return options;
}

static void export(const hw_plan *plan, test_random *random, hw_instant as_of, history *h)
{
    size_t size;
    hw_calendar_options *options = random_options(random, as_of, h);
    char *text = hw_plan_to_calendar(plan, as_of, options, &size, &err);
    if (!text) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    read_components(text, size, &h->shown);
    hw_string_free(text);
    hw_calendar_options_free(options);
}

/* Says which of those that were shown is not taken back. */
static void check_taken_back(const shown_list *were, shown_list *now)
{
    qsort(now->items, now->count, sizeof *now->items, compare);
    for (size_t i = 0; i < now->count; i++) {
        assert_true(now->items[i].off);
        assert_true(i == 0 || strcmp(now->items[i - 1].uid, now->items[i].uid) < 0);
    }
    for (size_t i = 0; i < were->count; i++) {
        const shown *was = &were->items[i];
        const shown *is = now->count ? bsearch(was, now->items, now->count, sizeof *was, compare) : NULL;
        if (!is || is->sequence <= was->sequence) {
            print_error("%s %s, sequence %ld of %s\n", was->event ? "event" : "to-do", was->uid,
                        was->sequence, was->stamp);
        }
        assert_non_null(is);
        assert_true(is->sequence > was->sequence);
        assert_true(strcmp(is->stamp, was->stamp) >= 0);
        assert_int_equal(is->event, was->event);
    }
}

static void check_text(const char *text, size_t size)
{
    static const char *const allowed[] = {"BEGIN:V",    "END:V",     "VERSION:2.0", "PRODID:-//Practice//",
                                          "CALSCALE:",  "UID:",      "DTSTAMP:",    "LAST-MODIFIED:",
                                          "SEQUENCE:",  "DTSTART:",  "SUMMARY:",    "STATUS:CANCELLED",
                                          "TRANSP:TRA", "CLASS:PRIV"};
    ics calendar = ics_open(text, size);
    for (size_t i = 0; i < calendar.count; i++) {
        bool known = false;
        for (size_t k = 0; k < COUNT_OF(allowed); k++) {
            known = known || strncmp(calendar.lines[i], allowed[k], strlen(allowed[k])) == 0;
        }
        assert_true(known);
    }
    assert_int_equal(ics_count_prefix(&calendar, "BEGIN:VALARM"), 0);
    assert_int_equal(ics_count_prefix(&calendar, "BEGIN:VTIMEZONE"), 0);
    ics_close(&calendar);
}

static void withdraw(const hw_plan *plan, hw_instant as_of, const history *h)
{
    size_t size;
    hw_calendar_options *options = NULL;
    if (h->until.year) {
        options = hw_calendar_options_new(&err);
        hw_calendar_options_set_profile(options, HW_CALENDAR_BOTH, &err);
        hw_calendar_options_set_sessions(options, true, &err);
        hw_calendar_options_set_goals(options, true, &err);
        hw_calendar_options_set_until(options, h->until, &err);
    }
    char *text = hw_plan_calendar_withdrawal(plan, as_of, options, &size, &err);
    if (!text) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    shown_list now = {0};
    read_components(text, size, &now);
    check_text(text, size);
    check_taken_back(&h->shown, &now);
    hw_calendar_resources *resources = hw_plan_withdrawal_resources(plan, as_of, options, &err);
    assert_int_equal(hw_calendar_resources_count(resources), now.count);
    hw_leaks *leaks = hw_plan_check_leaks(plan, text, size, NULL, &err);
    assert_int_equal(hw_leaks_count(leaks), 0);
    hw_leaks_free(leaks);
    hw_calendar_resources_free(resources);
    hw_calendar_options_free(options);
    hw_string_free(text);
    free(now.items);
}

/* ---- Random plans ---- */

static void edit(hw_plan *plan, test_random *random, random_editor *editor)
{
    switch (random_int(random, 0, 9)) {
    case 0:
        random_reminders(plan, random, editor);
        break;
    case 1:
        random_wishes(plan, random, editor, random_chance(random, 50));
        break;
    default:
        random_schedule_edit(plan, random, editor);
    }
}

/* A plan that grows, exported as it is between its edits, and some time after them. */
static void test_plans_that_grow(void **state)
{
    (void)state;
    test_random random = random_start("calendars taken back", 31);
    size_t components = 0;
    for (long round = random_rounds(60, 3000); round > 0; round--) {
        random_editor editor;
        history h = {0};
        hw_plan *plan = random_schedule_plan(&random, &editor);
        for (int edits = random_int(&random, 5, 50); edits > 0; edits--) {
            hw_instant before = editor.now;
            hw_plan *copy = hw_plan_copy(plan, &err);
            edit(plan, &random, &editor);
            if (random_chance(&random, 40) && editor.now > before) {
                export(copy, &random,
                       before + (hw_instant)random_below(&random, (uint64_t)(editor.now - before)), &h);
            }
            hw_plan_free(copy);
        }
        withdraw(plan, editor.now, &h);
        hw_instant later = editor.now + random_int(&random, 0, 60) * DAY;
        export(plan, &random, later, &h);
        withdraw(plan, later + random_int(&random, 0, 60) * DAY, &h);
        components += h.shown.count;
        free(h.shown.items);
        hw_plan_free(plan);
    }
    assert_true(components > 1000);
}

/* A plan with everything in it, exported by what was known at earlier moments. */
static void test_plans_as_they_were(void **state)
{
    (void)state;
    test_random random = random_start("calendars taken back later", 32);
    for (long round = random_rounds(10, 200); round > 0; round--) {
        history h = {0};
        hw_plan *plan = random_plan_new(&random, 30 + (int)random_below(&random, 150));
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "reader");
        for (int i = 0; i < 20; i++) {
            export(plan, &random, editor.now - (hw_instant)random_below(&random, 300 * DAY), &h);
        }
        withdraw(plan, editor.now, &h);
        free(h.shown.items);
        hw_plan_free(plan);
    }
}

/* ---- What it is made of ---- */

static size_t count_of(const scene *s, const hw_calendar_options *options, const char *line)
{
    size_t size;
    char *text = hw_plan_calendar_withdrawal(s->plan, s->now.instant, options, &size, &err);
    assert_non_null(text);
    ics calendar = ics_open(text, size);
    size_t count = ics_count(&calendar, line);
    ics_close(&calendar);
    hw_string_free(text);
    return count;
}

static scene busy_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-03-31"));
    scene_give(&s, a);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    a = scene_edit(&s, "a");
    hw_assignment_set_until(a, scene_date("2025-03-30"));
    scene_give(&s, a);
    return s;
}

/* Nothing but what was there: one series, and the to-dos of the days until the first week was over, and of the
 * one since. */
static void test_no_more_than_was_there(void **state)
{
    (void)state;
    scene s = busy_scene();
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(count_of(&s, NULL, "BEGIN:VEVENT"), 1);
    assert_int_equal(count_of(&s, options, "BEGIN:VEVENT"), 1);
    assert_int_equal(count_of(&s, options, "BEGIN:VTODO"), 0);
    hw_calendar_options_set_profile(options, HW_CALENDAR_TODOS, &err);
    assert_int_equal(count_of(&s, options, "BEGIN:VEVENT"), 0);
    size_t todos = count_of(&s, options, "BEGIN:VTODO");
    assert_true(todos >= 14 && todos <= 16);
    hw_calendar_options_set_until(options, scene_date("2025-03-25"), &err);
    assert_true(count_of(&s, options, "BEGIN:VTODO") >= 22);
    scene_session(&s, "s1", "2025-03-20T10:00", HW_SESSION_PLANNED);
    hw_calendar_options_set_profile(options, HW_CALENDAR_OUTLOOK, &err);
    assert_int_equal(count_of(&s, options, "BEGIN:VEVENT"), 1);
    hw_calendar_options_set_sessions(options, true, &err);
    assert_int_equal(count_of(&s, options, "BEGIN:VEVENT"), 2);
    assert_int_equal(count_of(&s, options, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), 2);
    assert_int_equal(count_of(&s, NULL, "BEGIN:VEVENT"), 2);
    hw_calendar_options_free(options);
    scene_close(&s);
}

/* What the plan itself rings, while there was no assignment yet. */
static void test_own_rings(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    history h = {0};
    static const char *const clocks[] = {"2025-03-04T10:00", "2025-03-05T11:30", "2025-03-06T20:15"};
    for (size_t i = 0; i < COUNT_OF(clocks); i++) {
        hw_settings *draft = hw_settings_edit(hw_plan_settings(s.plan), &err);
        hw_settings_set_own_words(draft, true);
        hw_settings_clear_reminders(draft);
        assert_int_equal(hw_settings_add_check_in(draft, scene_local(clocks[i]), 0), HW_OK);
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        assert_int_equal(hw_plan_revise_settings(s.plan, draft, change, &err), HW_OK);
        hw_change_free(change);
        hw_settings_unref(draft);
        size_t size, before = h.shown.count;
        char *text = hw_plan_to_calendar(s.plan, s.now.instant, NULL, &size, &err);
        read_components(text, size, &h.shown);
        assert_int_equal(h.shown.count, before + 1);
        hw_string_free(text);
        s.now.instant += 600;
    }
    withdraw(s.plan, s.now.instant, &h);
    scene_give(&s, scene_recurring("a", "2025-03-03", "FREQ=DAILY"));
    withdraw(s.plan, s.now.instant, &h);
    free(h.shown.items);
    scene_close(&s);
}

/* The same bytes from the same plan, and nothing of one that has never had anything to show. */
static void test_same_again(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    size_t size;
    char *none = hw_plan_calendar_withdrawal(s.plan, s.now.instant, NULL, &size, &err);
    assert_string_equal(none, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Practice//Calendar 1//EN\r\n"
                              "CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n");
    assert_int_equal(size, strlen(none));
    hw_string_free(none);
    scene_close(&s);
    s = busy_scene();
    hw_plan *copy = hw_plan_copy(s.plan, &err);
    char *one = hw_plan_calendar_withdrawal(s.plan, s.now.instant, NULL, NULL, &err);
    char *other = hw_plan_calendar_withdrawal(copy, s.now.instant, NULL, NULL, &err);
    assert_string_equal(one, other);
    hw_string_free(one);
    hw_string_free(other);
    hw_plan_free(copy);
    scene_close(&s);
    assert_null(hw_plan_calendar_withdrawal(NULL, 0, NULL, &size, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(size, 0);
    assert_null(hw_plan_withdrawal_resources(NULL, 0, NULL, NULL));
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = busy_scene();
    scene_session(&s, "s1", "2025-03-20T10:00", HW_SESSION_PLANNED);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 1);
        char *text = hw_plan_calendar_withdrawal(s.plan, s.now.instant, NULL, NULL, &err);
        hw__alloc_fail(0, 0);
        if (text) {
            hw_string_free(text);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plans_that_grow),
        cmocka_unit_test(test_plans_as_they_were),
        cmocka_unit_test(test_no_more_than_was_there),
        cmocka_unit_test(test_own_rings),
        cmocka_unit_test(test_same_again),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
