/* SPDX-License-Identifier: MIT */
/* What rings in a calendar is what the client's reminders come to: of to-dos and events of random plans, expanded here;
 * calendars with it say nothing more than others. Examples are in test_calendar_own_events.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/calendar_base.h"
#include "support/cmocka_all.h"
#include "support/events.h"
#include "support/random_wishes.h"
#include "support/rings.h"

#define DAY ((hw_instant)86400)
#define MOST 20000

static hw_error err;

static char *calendar_of(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile, size_t *size)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    char *text = hw_plan_to_calendar(plan, as_of, options, size, &err);
    assert_non_null(text);
    hw_calendar_options_free(options);
    return text;
}

/* ---- sets of instants ---- */

typedef struct instants {
    hw_instant items[MOST];
    size_t count;
} instants;

static int compare(const void *a, const void *b)
{
    hw_instant x = *(const hw_instant *)a, y = *(const hw_instant *)b;
    return x < y ? -1 : x > y;
}

static void add(instants *set, hw_instant at)
{
    assert_true(set->count < MOST);
    set->items[set->count++] = at;
}

static void settle(instants *set)
{
    size_t kept = 0;
    qsort(set->items, set->count, sizeof *set->items, compare);
    for (size_t i = 0; i < set->count; i++) {
        if (kept == 0 || set->items[kept - 1] != set->items[i]) {
            set->items[kept++] = set->items[i];
        }
    }
    set->count = kept;
}

static bool has(const instants *set, hw_instant at)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i] == at) {
            return true;
        }
    }
    return false;
}

static bool holds(const instants *set, const instants *part, const char *what)
{
    for (size_t i = 0; i < part->count; i++) {
        if (!has(set, part->items[i])) {
            char *text = hw_moment_text(hw_moment_at(part->items[i], 0), NULL);
            print_error("%s: %s\n", what, text);
            hw_string_free(text);
            return false;
        }
    }
    return true;
}

/* ---- an event, expanded here ---- */

typedef struct start {
    hw_local local;
    bool utc;
    char zone[64];
} start;

static int number(const char *text, int digits)
{
    char copy[8] = {0};
    memcpy(copy, text, (size_t)digits);
    return atoi(copy);
}

/* The value of "DTSTART;TZID=Europe/Berlin:20250301T190000". */
static start read_start(const char *line)
{
    start s = {.zone = ""};
    const char *zone = strstr(line, ";TZID="), *value = strrchr(line, ':') + 1;
    if (zone) {
        snprintf(s.zone, sizeof s.zone, "%.*s", (int)(value - 1 - zone - 6), zone + 6);
    }
    s.local.date =
        (hw_date){(int16_t)number(value, 4), (int8_t)number(value + 4, 2), (int8_t)number(value + 6, 2)};
    s.local.seconds = value[8] == 'T'
                          ? number(value + 9, 2) * 3600 + number(value + 11, 2) * 60 + number(value + 13, 2)
                          : HW_ALL_DAY;
    s.utc = value[8] == 'T' && value[15] == 'Z';
    return s;
}

/* "-PT1H30M", "P1D" */
static hw_instant read_duration(const char *text)
{
    hw_instant sign = *text == '-' ? -1 : 1, total = 0, value = 0;
    for (; *text; text++) {
        if (*text >= '0' && *text <= '9') {
            value = value * 10 + (*text - '0');
            continue;
        }
        total += value * (*text == 'W'   ? 7 * DAY
                          : *text == 'D' ? DAY
                          : *text == 'H' ? 3600
                          : *text == 'M' ? 60
                                         : 1);
        value = 0;
    }
    return sign * total;
}

static hw_instant utc_instant(hw_local local)
{
    return hw_date_days_between((hw_date){1970, 1, 1}, local.date) * DAY + local.seconds;
}

typedef struct rule {
    char freq, days[64];
    int interval, monthday;
    start until;
} rule;

static const char *part_of(const char *text, const char *name)
{
    const char *at = strstr(text, name);
    return at ? at + strlen(name) : NULL;
}

static rule read_rule(const char *text)
{
    rule r = {.freq = *part_of(text, "FREQ="), .interval = 1};
    const char *interval = part_of(text, "INTERVAL="), *days = part_of(text, "BYDAY="),
               *monthday = part_of(text, "BYMONTHDAY=");
    r.interval = interval ? atoi(interval) : 1;
    r.monthday = monthday ? atoi(monthday) : 0;
    snprintf(r.days, sizeof r.days, "%.*s", days ? (int)strcspn(days, ";") : 0, days ? days : "");
    char line[40];
    snprintf(line, sizeof line, "UNTIL:%s", part_of(text, "UNTIL="));
    r.until = read_start(line);
    return r;
}

static int weekday_of(hw_date date)
{
    return (int)(hw_date_days_between((hw_date){2024, 1, 1}, date) % 7 + 7) % 7; /* a Monday */
}

static bool is_last_of_month(hw_date date)
{
    return hw_date_add_days(date, 1).month != date.month;
}

static bool is_on(const rule *r, hw_date first, hw_date date)
{
    static const char names[][3] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    int weekday = weekday_of(date);
    int64_t days = hw_date_days_between(first, date);
    int months = (date.year - first.year) * 12 + date.month - first.month;
    const char *listed = strstr(r->days, names[weekday]);
    switch (r->freq) {
    case 'D':
        return days % r->interval == 0;
    case 'W':
        return (days + weekday_of(first) - weekday) / 7 % r->interval == 0 && listed;
    default:
        if (months % r->interval != 0) {
            return false;
        }
        if (r->monthday) {
            return r->monthday == -1 ? is_last_of_month(date) : date.day == r->monthday;
        }
        return listed && (r->days[0] == '-' ? hw_date_add_days(date, 7).month != date.month
                                            : (date.day - 1) / 7 + 1 == r->days[0] - '0');
    }
}

typedef struct expander {
    hw_zones *zones;
    const char *client;
    instants *out;
    hw_instant from, to;
} expander;

static hw_instant instant_of(const expander *x, const start *s, hw_date date)
{
    hw_moment moment;
    hw_fold fold;
    hw_local local = {date, s->local.seconds == HW_ALL_DAY ? 0 : s->local.seconds};
    const char *zone = s->zone[0] ? s->zone : x->client;
    if (s->utc) {
        return utc_instant(local);
    }
    assert_int_equal(hw_zones_resolve(x->zones, zone, local, &moment, &fold, &err), HW_OK);
    return moment.instant;
}

/* Adds when each instance rings. */
static void expand(const expander *x, char **lines)
{
    start first = {.zone = ""};
    const char *rule_text = NULL;
    instants *outs = calloc(1, sizeof *outs);
    hw_instant triggers[4];
    size_t count = 0;
    for (; strcmp(*lines, "END:VEVENT") != 0; lines++) {
        if (strncmp(*lines, "DTSTART", 7) == 0) {
            first = read_start(*lines);
        } else if (strncmp(*lines, "RRULE:", 6) == 0) {
            rule_text = *lines + 6;
        } else if (strncmp(*lines, "EXDATE", 6) == 0) {
            start out = read_start(*lines);
            add(outs, instant_of(x, &out, out.local.date));
        } else if (strncmp(*lines, "TRIGGER:", 8) == 0) {
            triggers[count++] = read_duration(*lines + 8);
        }
    }
    rule r = rule_text ? read_rule(rule_text) : (rule){.freq = 'D', .interval = 1, .until = first};
    hw_instant end =
        rule_text ? instant_of(x, &r.until, r.until.local.date) : instant_of(x, &first, first.local.date);
    for (hw_date date = first.local.date;; date = hw_date_add_days(date, 1)) {
        hw_instant at = instant_of(x, &first, date);
        if (at > end) {
            break;
        }
        for (size_t i = 0; i < count && is_on(&r, first.local.date, date) && !has(outs, at); i++) {
            if (at + triggers[i] > x->from && at + triggers[i] < x->to) {
                add(x->out, at + triggers[i]);
            }
        }
    }
    free(outs);
}

/* ---- random plans ---- */

/* Few enough of each kind for one event, and whatever has no place in one. */
static void give_reminders(hw_plan *plan, test_random *random, random_editor *editor)
{
    for (size_t i = 0; i < hw_plan_assignment_count(plan); i++) {
        hw_assignment *draft = hw_assignment_edit(hw_plan_assignment_at(plan, i), &err);
        hw_assignment_clear_reminders(draft);
        for (int n = random_int(random, 0, 3); n > 0; n--) {
            hw_assignment_add_reminder(draft, (hw_reminder_kind)random_int(random, 0, HW_REMINDER_NUDGE),
                                       (hw_anchor)random_int(random, 0, HW_ANCHOR_CLOSE),
                                       random_int(random, -400, 200));
            hw_assignment_set_reminder_priority(draft, random_int(random, 1, 9));
        }
        if (random_chance(random, 40)) {
            hw_assignment_add_reminder_at(draft, HW_REMINDER_PROMPT, HW_ANCHOR_SESSION,
                                          random_int(random, -2, 0), random_int(random, 0, 95) * 900);
        }
        if (random_chance(random, 50)) {
            hw_assignment_add_reminder_every(draft, HW_REMINDER_PROMPT, random_int(random, 1, 3),
                                             random_int(random, 0, 95) * 900);
        }
        if (random_chance(random, 30)) {
            hw_assignment_add_reminder_when(draft, HW_REMINDER_PROMPT,
                                            (hw_local){random_date(random, editor->now),
                                                       random_int(random, 0, 95) * 900},
                                            random_int(random, 0, 4));
        }
        hw_change *change = random_change(plan, random, editor, &err);
        hw_plan_revise_assignment(plan, draft, change, &err); /* some are not in a state for it */
        hw_change_free(change);
        hw_assignment_unref(draft);
    }
}

/* From now on the client stays, and calendars go on for a while. */
static void stay(hw_plan *plan, test_random *random, random_editor *editor)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), &err);
    hw_settings_set_ends(settings, (hw_date){0, 0, 0});
    hw_settings_set_calendar_until(settings,
                                   hw_date_add_days(hw_moment_local(hw_moment_at(editor->now, 0)).date, 60));
    hw_change *change = random_change(plan, random, editor, &err);
    hw_change_set_effective(change, (hw_local){{2000, 1, 1}, 0}, &err);
    assert_int_equal(hw_plan_revise_settings(plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

static hw_plan *make_plan(test_random *random, random_editor *editor)
{
    hw_plan *plan = random_schedule_plan(random, editor);
    for (int i = random_int(random, 5, 30); i > 0; i--) {
        random_schedule_edit(plan, random, editor);
    }
    give_reminders(plan, random, editor);
    random_wishes(plan, random, editor, random_chance(random, 60));
    for (int i = random_int(random, 0, 8); i > 0; i--) {
        random_schedule_edit(plan, random, editor);
    }
    stay(plan, random, editor);
    return plan;
}

static void check_leaks(const hw_plan *plan, const char *text, size_t size)
{
    hw_leaks *leaks = hw_plan_check_leaks(plan, text, size, NULL, &err);
    assert_non_null(leaks);
    assert_int_equal(hw_leaks_count(leaks), 0);
    hw_leaks_free(leaks);
}

/* ---- to-dos ---- */

static void read_alarms(const char *todo, instants *out)
{
    out->count = 0;
    for (const char *at = todo; (at = strstr(at, "TRIGGER;VALUE=DATE-TIME:")); at++) {
        char line[48];
        snprintf(line, sizeof line, "%.40s", at);
        add(out, utc_instant(read_start(line).local));
    }
    settle(out);
}

/* What rings for the occurrence that a to-do is about. */
static void wanted_of(const hw_plan *plan, const hw__calendar *calendar, const hw_reminders *list,
                      const char *uid, instants *out)
{
    out->count = 0;
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        const char *id = hw_reminders_assignment_at(list, i);
        const hw__thing *thing = id ? hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
        hw_local key = hw_reminders_key_at(list, i);
        hw__uuid uuid;
        char text[40];
        if (thing) {
            const hw__cover *cover = &calendar->covers[thing - plan->sections[HW__ASSIGNMENTS].items];
            hw__todo_uuid(cover, hw__day_from_date(key.date), key.seconds, &uuid);
            hw__uuid_print(&uuid, text);
            if (strncmp(text, uid, 36) == 0) {
                add(out, hw_reminders_at(list, i).instant / 60 * 60);
            }
        }
    }
    settle(out);
}

static size_t check_todos(const hw_plan *plan, hw_instant now)
{
    static instants alarms, wanted;
    size_t size, rung = 0;
    char *text = calendar_of(plan, now, HW_CALENDAR_TODOS, &size);
    hw_reminders *list = hw_plan_reminders(plan, now - 500 * DAY, now + 500 * DAY, now, &err);
    hw__calendar calendar;
    assert_int_equal(hw__calendar_open(&calendar, plan, now, &err), HW_OK);
    ics lines = ics_open(text, size);
    char *todo;
    for (size_t i = 0; (todo = ics_component(&lines, "VTODO", i)); i++) {
        read_alarms(todo, &alarms);
        wanted_of(plan, &calendar, list, strstr(todo, "UID:") + 4, &wanted);
        bool open = strstr(todo, "STATUS:NEEDS-ACTION") || strstr(todo, "STATUS:IN-PROCESS");
        bool good =
            holds(&wanted, &alarms, "rings for nothing") && alarms.count == (!open              ? 0
                                                                             : wanted.count < 3 ? wanted.count
                                                                                                : 3);
        if (!good) {
            print_error("%s\n%zu of %zu\n", todo, alarms.count, wanted.count);
        }
        assert_true(good);
        rung += alarms.count;
        free(todo);
    }
    check_leaks(plan, text, size);
    ics_close(&lines);
    hw__calendar_close(&calendar);
    hw_reminders_free(list);
    hw_string_free(text);
    return rung;
}

static void test_todos(void **state)
{
    (void)state;
    test_random random = random_start("alarms of to-dos", 41);
    size_t rung = 0;
    for (long round = random_rounds(60, 1500); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = make_plan(&random, &editor);
        rung += check_todos(plan, editor.now);
        hw_plan_free(plan);
    }
    assert_true(rung > 60);
}

/* ---- events ---- */

#if HW_WITH_XML
/* Cuts from each `begin` to the next `end`, both included, and puts something in its place. */
static void cut(char *text, const char *begin, const char *end, const char *instead)
{
    for (char *at = text; (at = strstr(at, begin)); at++) {
        char *stop = strstr(at, end) + strlen(end);
        assert_true(strlen(instead) <= (size_t)(stop - at));
        memcpy(at, instead, strlen(instead));
        memmove(at + strlen(instead), stop, strlen(stop) + 1);
    }
}

/* The same agreements, and nothing that was reported. */
static hw_plan *agreed(const hw_plan *plan)
{
    size_t size;
    char *text = hw_plan_to_xml(plan, &size, &err);
    assert_non_null(text);
    cut(text, "<reviews>", "</reviews>", "<reviews/>");
    cut(text, "<log>", "</log>", "<log/>");
    hw_plan *bare = hw_plan_from_xml(text, strlen(text), NULL, NULL, &err);
    if (!bare) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(bare);
    hw_string_free(text);
    return bare;
}

/* What was done does not change events; and they ring when reminders do that know nothing of it. */
static size_t check_events(const hw_plan *plan, hw_instant now, hw_zones *zones)
{
    static instants rings, wanted;
    size_t size;
    hw_plan *bare = agreed(plan);
    char *text = calendar_of(bare, now, HW_CALENDAR_EVENTS, &size);
    hw_reminders *list = hw_plan_reminders(bare, now, now + 20 * DAY, now, &err);
    rings.count = wanted.count = 0;
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        hw_instant at = hw_reminders_at(list, i).instant;
        if (at > now) {
            add(&wanted, at);
        }
    }
    ics lines = ics_open(text, size);
    expander x = {zones, hw_settings_zone(hw_plan_settings(bare)), &rings, now, now + 20 * DAY};
    for (size_t i = 0; i < lines.count; i++) {
        if (strcmp(lines.lines[i], "BEGIN:VEVENT") == 0) {
            expand(&x, lines.lines + i);
        }
    }
    settle(&rings);
    settle(&wanted);
    bool good = holds(&rings, &wanted, "is silent") && holds(&wanted, &rings, "should be silent");
    if (!good) {
        char *xml = hw_plan_to_xml(bare, NULL, &err);
        print_error("as of %lld\n", (long long)now);
        FILE *file = getenv("HW_TEST_KEEP") ? fopen(getenv("HW_TEST_KEEP"), "w") : NULL;
        if (file) {
            fprintf(file, "%s\n%s", xml, text);
            fclose(file);
        }
        hw_string_free(xml);
    }
    assert_true(good);
    check_leaks(bare, text, size);
    ics_close(&lines);
    hw_reminders_free(list);
    hw_string_free(text);
    hw_plan_free(bare);
    return rings.count;
}

static void test_events(void **state)
{
    (void)state;
    test_random random = random_start("alarms of events", 42);
    hw_zones *zones = hw_zones_new(NULL, &err);
    size_t rung = 0;
    for (long round = random_rounds(60, 1500); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = make_plan(&random, &editor);
        rung += check_events(plan, editor.now, zones);
        hw_plan_free(plan);
    }
    assert_true(rung > 300);
    hw_zones_unref(zones);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_todos),
#if HW_WITH_XML
        cmocka_unit_test(test_events),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
