/* SPDX-License-Identifier: MIT */
/* The occurrences of a plan, with instants and status, against libical's iterator with the conversion of each
 * date-time to UTC; and how much a week costs that lies a hundred years ahead. */
#include <stdio.h>
#include <stdlib.h>

#include <libical/ical.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define WANTED 500
#define START_YEAR 2024
#define AS_OF 1748736000 /* the 1st of June 2025: some are settled, some are to come */

typedef struct series {
    const char *name, *rule;
    int last_year; /* by then it has had WANTED occurrences */
    hw_plan *plan;
    hw_date from, to;
    icaltimezone *zone;
    size_t count;
} series;

static hw_plan *plan_of(const char *rule)
{
    hw_error err;
    plan_text text = plan_text_series(rule, "19:00:00", 1);
    hw_plan *plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    bench_check(plan != NULL, "%s: line %d: %s", rule, (int)err.line, err.message);
    free(text.data);
    return plan;
}

static hw_occurrences *find(const series *s)
{
    hw_error err;
    hw_occurrences *found = hw_plan_occurrences(s->plan, s->from, s->to, AS_OF, &err);
    bench_check(found != NULL, "%s: %s", s->rule, err.message);
    return found;
}

/* ---- the contenders ---- */

static void ours(void *context)
{
    series *s = context;
    hw_occurrences *found = find(s);
    bench_check(hw_occurrences_count(found) == s->count, "%s: %zu occurrences", s->rule,
                hw_occurrences_count(found));
    hw_occurrences_free(found);
}

static void theirs(void *context)
{
    series *s = context;
    struct icaltimetype start = icaltime_from_string("20240108T190000");
    start.zone = s->zone;
    icalrecur_iterator *iterator = icalrecur_iterator_new(icalrecurrencetype_from_string(s->rule), start);
    time_t sum = 0;
    for (size_t i = 0; i < s->count; i++) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        sum += icaltime_as_timet_with_zone(next, s->zone);
    }
    icalrecur_iterator_free(iterator);
    bench_check(sum != 0, "%s: libical finds nothing", s->rule);
}

/* ---- equality ---- */

static void check_equal(const series *s)
{
    hw_occurrences *found = find(s);
    struct icaltimetype start = icaltime_from_string("20240108T190000");
    start.zone = s->zone;
    icalrecur_iterator *iterator = icalrecur_iterator_new(icalrecurrencetype_from_string(s->rule), start);
    for (size_t i = 0; i < s->count; i++) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        hw_local key = hw_occurrences_key_at(found, i);
        bool same_day =
            next.year == key.date.year && next.month == key.date.month && next.day == key.date.day;
        bool same_time = next.hour * 3600 + next.minute * 60 + next.second == key.seconds;
        bool same_instant =
            icaltime_as_timet_with_zone(next, s->zone) == hw_occurrences_due_at(found, i).instant;
        bench_check(same_day && same_time && same_instant, "%s: occurrence %zu is not libical's", s->rule, i);
    }
    icalrecur_iterator_free(iterator);
    hw_occurrences_free(found);
}

/* ---- what is measured ---- */

static icaltimezone *zone_from_system(void)
{
    icaltimezone *zone = icaltimezone_get_builtin_timezone(PLAN_TEXT_ZONE);
    bench_check(zone != NULL, "libical does not know " PLAN_TEXT_ZONE);
    return zone;
}

/* The window ends with the day of the 500th occurrence. */
static void measure_series(series *s)
{
    char our_name[40], their_name[40];
    s->plan = plan_of(s->rule);
    s->zone = zone_from_system();
    s->from = (hw_date){START_YEAR, 1, 8};
    s->to = (hw_date){(int16_t)s->last_year, 12, 31};
    hw_occurrences *found = find(s);
    bench_check(hw_occurrences_count(found) >= WANTED, "%s: only %zu", s->rule, hw_occurrences_count(found));
    s->to = hw_date_add_days(hw_occurrences_key_at(found, WANTED - 1).date, 1);
    s->count = WANTED;
    hw_occurrences_free(found);
    check_equal(s);
    snprintf(our_name, sizeof our_name, "occurrences/%s", s->name);
    snprintf(their_name, sizeof their_name, "libical/%s", s->name);
    bench_run((bench_contender[]){{our_name, ours, s}, {their_name, theirs, s}}, 2, 11);
    hw_plan_free(s->plan);
}

/* The days 8 to 14 of a month are a week, and hold each weekday once. */
static void measure_week(const char *name, const char *rule, int year, const char *when)
{
    char full[48];
    series s = {.name = name, .rule = rule, .plan = plan_of(rule)};
    s.from = (hw_date){(int16_t)year, 7, 8};
    s.to = (hw_date){(int16_t)year, 7, 15};
    hw_occurrences *found = find(&s);
    s.count = hw_occurrences_count(found);
    hw_occurrences_free(found);
    bench_check(s.count > 0, "%s: nothing in the week", rule);
    snprintf(full, sizeof full, "week/%s/%s", name, when);
    bench_run(&(bench_contender){full, ours, &s}, 1, 101);
    bench_fact(full, (double)s.count);
    hw_plan_free(s.plan);
}

/* ---- what hangs on something else ---- */

/* A plan of one assignment of a kind, with WANTED occurrences from the first day on; and with what it hangs on. */
typedef struct kind {
    const char *name;
    void (*fill)(hw_assignment *draft, hw_date first);
    int sessions; /* planned, a week apart */
    hw_plan *plan;
    uint32_t assignment;
    hw_date from, to;
} kind;

static void fill_recurring(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_recurring(draft, (hw_local){first, 19 * 3600}, "FREQ=DAILY");
    hw_assignment_set_until(draft, hw_date_add_days(first, WANTED - 1));
}

static void fill_before(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_session_anchored(draft, first, HW_RELATION_BEFORE, (hw_duration){1, 0}, 1);
    hw_assignment_add_time(draft, 19 * 3600);
}

static void fill_every_second(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_session_anchored(draft, first, HW_RELATION_BEFORE, (hw_duration){1, 0}, 2);
    hw_assignment_add_time(draft, 19 * 3600);
}

static void fill_until(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_session_anchored(draft, first, HW_RELATION_UNTIL, (hw_duration){0, 0}, 1);
    hw_assignment_set_until(draft, hw_date_add_days(first, WANTED - 1));
}

static void fill_quota(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_quota(draft, first, 3, 0, HW_PERIOD_WEEK);
    hw_assignment_set_until(draft, hw_date_add_days(first, 7 * WANTED - 1));
}

static void fill_after(hw_assignment *draft, hw_date first)
{
    hw_assignment_set_sequenced(draft, first, "before", (hw_duration){0, 3600});
}

static void add_session(hw_plan *plan, int number, hw_local start, const hw_change *change)
{
    char id[16];
    hw_error err;
    snprintf(id, sizeof id, "s%04d", number);
    hw_session *session = hw_session_new(id, start, &err);
    bench_check(hw_plan_add_session(plan, session, change, &err) == HW_OK, "session: %s", err.message);
    hw_session_unref(session);
}

static void add_assignment(hw_plan *plan, const char *id, void (*fill)(hw_assignment *, hw_date),
                           hw_date first, const hw_change *change)
{
    hw_error err;
    hw_assignment *draft = hw_assignment_new(id, "Practice", HW_KIND_RELAXATION, &err);
    fill(draft, first);
    bench_check(hw_plan_add_assignment(plan, draft, change, &err) == HW_OK, "assignment: %s", err.message);
    hw_assignment_unref(draft);
}

static void make_kind(kind *k)
{
    hw_error err;
    hw_date first = {START_YEAR, 1, 8};
    hw_change *change = hw_change_new(hw_moment_at(1704700000, 60), "me", "desk", &err);
    k->plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", PLAN_TEXT_ZONE, HW_ROLE_CLIENT, change, &err);
    for (int i = 0; i < k->sessions; i++) {
        add_session(k->plan, i, (hw_local){hw_date_add_days(first, 7 * (i + 1)), 10 * 3600}, change);
    }
    if (k->fill == fill_after) {
        add_assignment(k->plan, "before", fill_recurring, first, change);
        k->assignment = 1;
    }
    add_assignment(k->plan, "a", k->fill, first, change);
    hw_change_free(change);
    k->from = first;
    k->to = hw_date_add_days(first, 7 * (k->sessions > WANTED ? k->sessions : WANTED) + 7);
}

static void expand(void *context)
{
    kind *k = context;
    hw_error err;
    hw_occurrences *found = hw_plan_occurrences(k->plan, k->from, k->to, AS_OF, &err);
    size_t wanted = k->assignment > 0 ? 2 * WANTED : WANTED; /* those that come before are made too */
    bench_check(found && hw_occurrences_count(found) == wanted, "%s: %zu occurrences", k->name,
                found ? hw_occurrences_count(found) : 0);
    hw_occurrences_free(found);
}

static void measure_kind(kind *k)
{
    char name[40];
    make_kind(k);
    snprintf(name, sizeof name, "kind/%s", k->name);
    bench_run(&(bench_contender){name, expand, k}, 1, 11);
    hw_plan_free(k->plan);
}

int main(void)
{
    static kind kinds[] = {
        {.name = "recurring", .fill = fill_recurring},
        {.name = "until", .fill = fill_until, .sessions = 0},
        {.name = "before", .fill = fill_before, .sessions = WANTED},
        {.name = "second", .fill = fill_every_second, .sessions = 2 * WANTED},
        {.name = "quota", .fill = fill_quota},
        {.name = "sequenced", .fill = fill_after},
    };
    static series all[] = {
        {.name = "daily", .rule = "FREQ=DAILY", .last_year = 2026},
        {.name = "daily2", .rule = "FREQ=DAILY;INTERVAL=2", .last_year = 2028},
        {.name = "weekly", .rule = "FREQ=WEEKLY;BYDAY=MO,WE,FR", .last_year = 2028},
        {.name = "weekly2", .rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", .last_year = 2034},
        {.name = "monthly", .rule = "FREQ=MONTHLY;BYDAY=2TU", .last_year = 2067},
        {.name = "monthly31", .rule = "FREQ=MONTHLY;BYMONTHDAY=31", .last_year = 2097},
    };
    static const struct {
        const char *name, *rule;
    } weeks[] = {
        {"daily", "FREQ=DAILY"},
        {"daily_count", "FREQ=DAILY;COUNT=50000"},
        {"weekly", "FREQ=WEEKLY;BYDAY=MO,WE,FR"},
        {"weekly_count", "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=20000"},
        {"monthly", "FREQ=MONTHLY;BYDAY=2TU"},
        {"monthly_count", "FREQ=MONTHLY;BYDAY=2TU;COUNT=2000"},
    };
    icaltimezone_set_tzid_prefix("");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        measure_series(&all[i]);
    }
    bench_fact("occurrences", WANTED);
    for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
        measure_week(weeks[i].name, weeks[i].rule, START_YEAR, "near");
        measure_week(weeks[i].name, weeks[i].rule, START_YEAR + 100, "far");
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        measure_kind(&kinds[i]);
    }
    icalmemory_free_ring();
    return 0;
}
