/* SPDX-License-Identifier: MIT */
#include "support/calendar_plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/random.h"

#define DAY 86400
#define BEGIN INT64_C(1756000000) /* 2025-08-24 */

typedef struct maker {
    test_random random;
    hw_plan *plan;
    hw_instant now;
    hw_error err;
    bool failed;
} maker;

static uint64_t below(maker *m, uint64_t limit)
{
    return random_below(&m->random, limit);
}

static bool chance(maker *m, unsigned percent)
{
    return below(m, 100) < percent;
}

static hw_change *change_of(maker *m)
{
    m->now += 60 + (hw_instant)below(m, DAY);
    return hw_change_new(hw_moment_at(m->now, 60), "me", "desk", &m->err);
}

static void expect(maker *m, hw_status status, const char *what)
{
    if (status != HW_OK) {
        printf("%s: %s %s\n", what, m->err.subject, m->err.message);
        m->failed = true;
    }
}

static const char *some_zone(maker *m)
{
    static const char *const zones[] = {"Europe/Berlin",
                                        "America/New_York",
                                        "Australia/Lord_Howe",
                                        "Asia/Kolkata",
                                        "Africa/Casablanca",
                                        "America/St_Johns",
                                        "Pacific/Auckland",
                                        "Europe/Dublin",
                                        "UTC",
                                        "America/Sao_Paulo",
                                        "Africa/Cairo",
                                        "Asia/Jerusalem",
                                        "America/Argentina/ComodRivadavia"};
    return zones[below(m, sizeof zones / sizeof *zones)];
}

static const char *some_rule(maker *m)
{
    static const char *const rules[] = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU,MO",
        "FREQ=DAILY;BYMONTHDAY=1,15,-1",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR;WKST=TH",
        "FREQ=WEEKLY;COUNT=12;BYDAY=SA,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=7",
        "FREQ=MONTHLY;BYMONTHDAY=-3,10",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=5WE",
        "FREQ=MONTHLY;BYDAY=MO,WE",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=SU",
    };
    return rules[below(m, sizeof rules / sizeof *rules)];
}

/* Mostly ordinary hours, and those in which clocks are changed. */
static int32_t some_clock(maker *m)
{
    static const int32_t hours[] = {0, 1, 2, 3, 8, 12, 19, 23};
    return hours[below(m, 8)] * 3600 + (int32_t)below(m, 4) * 900;
}

static hw_date day_after(int days)
{
    return hw_date_add_days((hw_date){2025, 9, 1}, days);
}

static void set_schedule(maker *m, hw_assignment *a)
{
    hw_local start = {day_after((int)below(m, 60)), chance(m, 25) ? HW_ALL_DAY : some_clock(m)};
    if (chance(m, 10)) {
        hw_assignment_set_once(a, start);
        return;
    }
    if (chance(m, 15)) {
        hw_assignment_set_quota(a, start.date, 1 + (int32_t)below(m, 3), 0, (hw_period)below(m, 3));
        return;
    }
    hw_assignment_set_recurring(a, start, some_rule(m));
    while (start.seconds != HW_ALL_DAY && hw_assignment_time_count(a) < 4 && chance(m, 30)) {
        int32_t clock = some_clock(m);
        bool there = false;
        for (size_t i = 0; i < hw_assignment_time_count(a); i++) {
            there = there || hw_assignment_time_at(a, i) == clock;
        }
        if (!there) {
            hw_assignment_add_time(a, clock);
        }
    }
    for (int i = (int)below(m, 4); i > 0; i--) {
        hw_assignment_add_extra(a, (hw_local){day_after(80 + i * 7 + (int)below(m, 7)), start.seconds});
    }
}

static void set_rest(maker *m, hw_assignment *a)
{
    hw_assignment_clear_reminders(a);
    if (hw_assignment_schedule(a) != HW_SCHEDULE_ONCE && chance(m, 60)) {
        hw_assignment_set_until(a, day_after(150 + (int)below(m, 400)));
    }
    for (int i = (int)below(m, 4); i > 0; i--) {
        hw_reminder_kind kind = (hw_reminder_kind)below(m, 3);
        hw_anchor anchor = (hw_anchor)below(m, 3);
        if (chance(m, 50)) {
            hw_assignment_add_reminder(a, kind, anchor, (int32_t)below(m, 4000) - 3000);
        } else {
            hw_assignment_add_reminder_at(a, kind, anchor, -(int32_t)below(m, 3), some_clock(m));
        }
    }
    if (chance(m, 30)) {
        hw_assignment_set_minutes(a, 5 + (int32_t)below(m, 120));
    }
    if (chance(m, 30)) {
        hw_assignment_set_closes(a, (hw_duration){0, 1800 * (1 + (int32_t)below(m, 10))});
    }
    if (chance(m, 20)) {
        hw_assignment_set_opens(a, (hw_duration){-(int32_t)below(m, 3), 0});
    }
}

static void add_assignment(maker *m, int number)
{
    char id[16];
    snprintf(id, sizeof id, "a%d", number);
    hw_assignment *a = hw_assignment_new(id, "Something private", HW_KIND_JOURNALING, &m->err);
    set_schedule(m, a);
    if (chance(m, 40)) {
        hw_assignment_set_zone(a, some_zone(m));
    }
    set_rest(m, a);
    hw_change *change = change_of(m);
    expect(m, hw_plan_add_assignment(m->plan, a, change, &m->err), "assignment");
    hw_change_free(change);
    hw_assignment_unref(a);
}

static const char *some_assignment(maker *m)
{
    return hw_assignment_id(hw_plan_assignment_at(m->plan, below(m, hw_plan_assignment_count(m->plan))));
}

/* A key that the assignment has, as far as is known. */
static bool some_key(maker *m, const char *id, hw_local *key)
{
    hw_occurrences *all = hw_plan_occurrences(m->plan, day_after(0), day_after(300), m->now, &m->err);
    bool found = false;
    for (size_t i = 0, at = below(m, 200); all && i < hw_occurrences_count(all); i++) {
        if (strcmp(hw_occurrences_assignment_at(all, i), id) == 0 && (i >= at || !found)) {
            *key = hw_occurrences_key_at(all, i);
            found = true;
            if (i >= at) {
                break;
            }
        }
    }
    hw_occurrences_free(all);
    return found;
}

static void revise(maker *m)
{
    hw_assignment *a = hw_assignment_edit(hw_plan_assignment(m->plan, some_assignment(m)), &m->err);
    hw_local key;
    if (chance(m, 50)) {
        set_rest(m, a);
    } else if (chance(m, 60) && hw_assignment_schedule(a) == HW_SCHEDULE_RECURRING &&
               some_key(m, hw_assignment_id(a), &key)) {
        hw_assignment_add_exception(a, key);
    } else {
        set_schedule(m, a);
        set_rest(m, a);
    }
    hw_change *change = change_of(m);
    if (hw_assignment_check(a, NULL) == HW_OK) {
        expect(m, hw_plan_revise_assignment(m->plan, a, change, &m->err), "revision");
    }
    hw_change_free(change);
    hw_assignment_unref(a);
}

static void hold(maker *m, int number)
{
    char id[16];
    snprintf(id, sizeof id, "h%d", number);
    int from = (int)below(m, 250);
    hw_hold *h = hw_hold_new(id, day_after(from), day_after(from + (int)below(m, 40)), &m->err);
    if (chance(m, 50)) {
        hw_hold_add_assignment(h, some_assignment(m));
    }
    hw_change *change = change_of(m);
    expect(m, hw_plan_add_hold(m->plan, h, change, &m->err), "hold");
    hw_change_free(change);
    hw_hold_unref(h);
}

static void excuse(maker *m, int number)
{
    char id[16];
    hw_local key;
    const char *assignment = some_assignment(m);
    snprintf(id, sizeof id, "e%d", number);
    if (!some_key(m, assignment, &key)) {
        return;
    }
    hw_excuse *e = hw_excuse_new(id, assignment, key, HW_EXCUSE_ILLNESS, &m->err);
    hw_change *change = change_of(m);
    expect(m, hw_plan_add_excuse(m->plan, e, change, &m->err), "excuse");
    hw_change_free(change);
    hw_excuse_unref(e);
}

static void travel(maker *m)
{
    hw_settings *s = hw_settings_edit(hw_plan_settings(m->plan), &m->err);
    hw_settings_set_zone(s, some_zone(m));
    hw_change *change = change_of(m);
    expect(m, hw_plan_revise_settings(m->plan, s, change, &m->err), "journey");
    hw_change_free(change);
    hw_settings_unref(s);
}

static void report(maker *m)
{
    const char *id = some_assignment(m);
    hw_local key;
    if (!some_key(m, id, &key)) {
        return;
    }
    hw_entry *entry = hw_entry_new(id, (hw_extent)(1 + below(m, 6)), &m->err);
    hw_entry_set_due(entry, key);
    hw_change *change = change_of(m);
    hw_plan_log(m->plan, entry, change, &m->err); /* withdrawn since, perhaps */
    hw_change_free(change);
    hw_entry_free(entry);
}

hw_plan *calendar_plan_new(uint64_t seed)
{
    maker m = {.random = {seed}, .now = BEGIN};
    hw_change *change = change_of(&m);
    m.plan =
        hw_plan_new("2f6b6a5e-6f0c-4d5b-9f1e-0b9f1c2d3e4f", some_zone(&m), HW_ROLE_CLIENT, change, &m.err);
    hw_change_free(change);
    if (!m.plan) {
        return NULL;
    }
    int count = 1 + (int)below(&m, 5);
    for (int i = 0; i < count; i++) {
        add_assignment(&m, i);
    }
    for (int i = 0; i < 25 && m.now < CALENDAR_PLAN_AS_OF - 2 * DAY; i++) {
        m.now += (hw_instant)below(&m, 10) * DAY;
        switch (below(&m, 6)) {
        case 0:
            revise(&m);
            break;
        case 1:
            hold(&m, i);
            break;
        case 2:
            excuse(&m, i);
            break;
        case 3:
            travel(&m);
            break;
        default:
            report(&m);
        }
    }
    if (m.failed) {
        hw_plan_free(m.plan);
        return NULL;
    }
    return m.plan;
}
