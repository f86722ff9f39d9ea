/* SPDX-License-Identifier: MIT */
/* What rings of all that could, worked out once more and slowly: every plan is made twice, with and without what its
 * client wants, and on journeys too. The reminders of the second are put through quiet hours, caps and gaps here, by
 * nothing but clocks; those of the first must be the same. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/random_schedule.h"

#define DAY ((hw_instant)86400)
#define MOST 20000
#define NEVER INT64_MAX

typedef struct bell {
    hw_instant at, original, closes;
    hw_instant opens; /* INT64_MIN = always open */
    hw_local key;
    const char *id; /* "" = of the plan */
    int day;
    int32_t kind, priority;
    size_t rule, made; /* made: its place in the list */
    hw_ring_state state;
    bool maintenance;
} bell;

typedef struct wish {
    const hw_settings *settings;
    hw_instant from;
} wish;

typedef struct world {
    hw_plan *plan;
    hw_zones *zones;
    hw_instant now;
    wish wishes[128];
    size_t wish_count;
} world;

/* ---- two plans ---- */

/* Settings at some moment, from then on, or from now on: where the client is, and what the client wants. */
static void set_wishes(hw_plan *plan, test_random *random, random_editor *editor, bool wanted)
{
    static const char *const places[] = {"Europe/Berlin",    "America/New_York", "Pacific/Kiritimati",
                                         "Pacific/Honolulu", "Asia/Kolkata",     "Australia/Lord_Howe"};
    hw_error err;
    int32_t from = random_int(random, 0, 47) * 1800, length = random_int(random, 1, 30) * 1800;
    int32_t day = random_int(random, 0, 4), each = random_int(random, 0, 2), gap = random_int(random, 0, 480);
    int32_t every = random_int(random, 1, 3), clock = random_int(random, 0, 95) * 900;
    bool quiet = random_chance(random, 80), has_gap = random_chance(random, 60);
    const char *place = places[random_below(random, COUNT_OF(places))];
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), &err);
    hw_settings_set_zone(settings, place);
    hw_settings_clear_reminders(settings);
    hw_settings_add_check_in(settings, (hw_local){random_date(random, editor->now), clock}, every);
    hw_settings_add_reminder(settings, -random_int(random, 0, 3000));
    hw_settings_set_own_words(settings, true);
    if (wanted) {
        hw_settings_set_quiet(settings, quiet ? from : -1, quiet ? (from + length) % 86400 : -1);
        hw_settings_set_reminders_per_day(settings, day);
        hw_settings_set_reminders_each(settings, each);
        hw_settings_set_reminder_gap(settings, has_gap ? gap : 0);
    }
    hw_change *change = random_change(plan, random, editor, &err);
    assert_int_equal(hw_plan_revise_settings(plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

static void set_reminders(hw_plan *plan, test_random *random, random_editor *editor)
{
    hw_error err;
    for (size_t i = 0; i < hw_plan_assignment_count(plan); i++) {
        hw_assignment *draft = hw_assignment_edit(hw_plan_assignment_at(plan, i), &err);
        for (int n = random_int(random, 1, 4); n > 0; n--) {
            hw_reminder_kind kind = (hw_reminder_kind)random_int(random, 0, HW_REMINDER_FOLLOW_UP);
            hw_assignment_add_reminder(draft, kind, (hw_anchor)random_int(random, 0, HW_ANCHOR_SESSION),
                                       random_int(random, -20, 20) * 30);
            hw_assignment_set_reminder_priority(draft, random_int(random, 1, 9));
        }
        int32_t every = random_int(random, 1, 3), clock = random_int(random, 0, 47) * 1800;
        hw_assignment_add_reminder_every(draft, HW_REMINDER_PROMPT, every, clock);
        hw_change *change = random_change(plan, random, editor, &err);
        hw_plan_revise_assignment(plan, draft, change, &err);
        hw_change_free(change);
        hw_assignment_unref(draft);
    }
}

static world make_world(uint64_t seed, bool wanted)
{
    test_random random = {seed};
    random_editor editor = {0};
    world w = {.plan = random_schedule_plan(&random, &editor)};
    for (int i = random_int(&random, 5, 30); i > 0; i--) {
        random_schedule_edit(w.plan, &random, &editor);
    }
    set_reminders(w.plan, &random, &editor);
    for (int i = random_int(&random, 1, 4); i > 0; i--) {
        set_wishes(w.plan, &random, &editor, wanted);
        editor.now += random_int(&random, 0, 5) * DAY / 2;
    }
    w.now = editor.now;
    return w;
}

/* ---- which settings hold ---- */

static hw_instant resolve(const world *w, const char *zone, hw_local local)
{
    hw_moment moment;
    hw_error err;
    assert_int_equal(hw_zones_resolve(w->zones, zone, local, &moment, NULL, &err), HW_OK);
    return moment.instant;
}

static hw_local shown(const world *w, const char *zone, hw_instant at)
{
    hw_moment moment;
    hw_error err;
    assert_int_equal(hw_zones_show(w->zones, zone, at, &moment, &err), HW_OK);
    return hw_moment_local(moment);
}

static void read_wishes(world *w)
{
    w->wish_count = hw_plan_settings_revision_count(w->plan);
    assert_true(w->wish_count <= COUNT_OF(w->wishes));
    for (size_t i = 0; i < w->wish_count; i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(w->plan, i);
        hw_local effective = hw_revision_effective(hw_settings_revision(settings));
        effective.seconds = effective.seconds == HW_ALL_DAY ? 0 : effective.seconds;
        w->wishes[i] = (wish){settings, resolve(w, hw_settings_zone(settings), effective)};
    }
}

/* The last recorded of those that have begun; the first one before all. */
static const hw_settings *wish_at(const world *w, hw_instant at)
{
    size_t best = 0;
    for (size_t i = 0; i < w->wish_count; i++) {
        best = w->wishes[i].from <= at ? i : best;
    }
    return w->wishes[best].settings;
}

/* ---- quiet hours ---- */

static bool is_inside(const hw_settings *settings, int32_t clock)
{
    int32_t from = hw_settings_quiet_from(settings), to = hw_settings_quiet_to(settings);
    return from >= 0 && (from < to ? clock > from && clock < to : clock > from || clock < to);
}

/* The end of the quiet hours that an instant lies in, or their beginning: the nearest such clock time. */
static hw_instant edge(const world *w, const hw_settings *settings, hw_instant at, bool end)
{
    const char *zone = hw_settings_zone(settings);
    hw_local now = shown(w, zone, at);
    int32_t clock = end ? hw_settings_quiet_to(settings) : hw_settings_quiet_from(settings);
    hw_date day = now.date;
    if (end && clock <= now.seconds) {
        day = hw_date_add_days(day, 1);
    } else if (!end && clock >= now.seconds) {
        day = hw_date_add_days(day, -1);
    }
    return resolve(w, zone, (hw_local){day, clock});
}

static void hush(const world *w, bell *b)
{
    for (int moves = 0; moves < 3; moves++) {
        const hw_settings *settings = wish_at(w, b->at);
        if (!is_inside(settings, shown(w, hw_settings_zone(settings), b->at).seconds)) {
            return;
        }
        hw_instant begin = edge(w, settings, b->at, false), end = edge(w, settings, b->at, true);
        if (end <= b->at) {
            return; /* clocks were put back: it is over */
        }
        if (b->kind == HW_REMINDER_NUDGE && begin >= b->opens && begin <= b->at) {
            b->at = begin;
        } else if (end < b->closes) {
            b->at = end;
        } else {
            break;
        }
    }
    b->at = b->original;
    b->state = HW_RING_QUIET;
}

/* ---- caps and gaps ---- */

static hw_instant minute_of(const bell *b)
{
    return b->at / 60 - (b->at % 60 < 0);
}

static int client_day(const world *w, hw_instant at)
{
    const hw_settings *settings = wish_at(w, at);
    hw_date date = shown(w, hw_settings_zone(settings), at - hw_settings_day_start(settings) * 60).date;
    return hw_date_days_between((hw_date){2000, 1, 1}, date);
}

/* What was moved may come after the end of the plan. */
static void end_with_plan(const world *w, bell *b)
{
    hw_date ends = hw_settings_ends(wish_at(w, b->at));
    bool is_over = ends.year && b->day > hw_date_days_between((hw_date){2000, 1, 1}, ends);
    if (b->state == HW_RING_PLANNED && b->at != b->original && is_over && !b->maintenance) {
        b->state = HW_RING_PLAN_ENDED;
    }
}

static int order_of(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

/* What matters more comes first. */
static int by_importance(const void *left, const void *right)
{
    const bell *a = left, *b = right;
    int order = order_of(a->closes, b->closes);
    order = order ? order : order_of(a->priority, b->priority);
    order = order ? order : hw_local_compare(a->key, b->key);
    order = order ? order : order_of(a->key.seconds, b->key.seconds);
    order = order ? order : order_of(!*a->id, !*b->id);
    order = order ? order : strcmp(a->id, b->id);
    order = order ? order : order_of((int64_t)a->rule, (int64_t)b->rule);
    return order ? order : order_of(a->original, b->original);
}

static hw_ring_state judge(const world *w, const bell *bells, size_t n, const bell *b)
{
    const hw_settings *settings = wish_at(w, b->at);
    int32_t rings = 0, own = 0;
    bool too_close = false, has_rung = false, own_rung = false;
    for (size_t i = 0; i < n; i++) { /* those before it in importance */
        const bell *other = &bells[i];
        if (other->state != HW_RING_PLANNED || other->day != b->day) {
            continue;
        }
        bool first = true, first_own = true, of_it = strcmp(other->id, b->id) == 0;
        for (size_t j = 0; j < i; j++) {
            bool same = bells[j].state == HW_RING_PLANNED && minute_of(&bells[j]) == minute_of(other);
            first = first && !same;
            first_own = first_own && !(same && strcmp(bells[j].id, b->id) == 0);
        }
        rings += first;
        own += of_it && first_own;
        has_rung = has_rung || minute_of(other) == minute_of(b);
        own_rung = own_rung || (of_it && minute_of(other) == minute_of(b));
        too_close = too_close || llabs(minute_of(other) - minute_of(b)) < hw_settings_reminder_gap(settings);
    }
    int32_t each = hw_settings_reminders_each(settings), day = hw_settings_reminders_per_day(settings);
    return *b->id && each && !own_rung && own >= each ? HW_RING_ASSIGNMENT_CAP
           : !has_rung && day && rings >= day         ? HW_RING_DAY_CAP
           : !has_rung && too_close                   ? HW_RING_GAP
                                                      : HW_RING_PLANNED;
}

/* What is too soon after the last ring of an earlier day. */
static void part_days(const world *w, bell *bells, size_t count)
{
    hw_ring_state *states = calloc(count + 1, sizeof *states);
    for (size_t i = 0; i < count; i++) {
        const bell *b = &bells[i];
        hw_instant last = INT64_MIN / 2;
        for (size_t j = 0; j < count; j++) {
            bool before = bells[j].state == HW_RING_PLANNED && bells[j].day != b->day &&
                          minute_of(&bells[j]) < minute_of(b);
            last = before && minute_of(&bells[j]) > last ? minute_of(&bells[j]) : last;
        }
        bool too_close = minute_of(b) - last < hw_settings_reminder_gap(wish_at(w, b->at));
        states[i] = b->state == HW_RING_PLANNED && too_close ? HW_RING_GAP : b->state;
    }
    for (size_t i = 0; i < count; i++) {
        bells[i].state = states[i];
    }
    free(states);
}

/* ---- one world ---- */

static hw_instant instant_or(hw_moment moment, hw_instant otherwise)
{
    return moment.precision == HW_PRECISION_EXACT ? moment.instant : otherwise;
}

static bell bell_at(const hw_reminders *list, size_t i)
{
    const char *id = hw_reminders_assignment_at(list, i);
    return (bell){.at = hw_reminders_at(list, i).instant,
                  .original = hw_reminders_original_at(list, i).instant,
                  .closes = instant_or(hw_reminders_closes_at(list, i), NEVER),
                  .opens = INT64_MIN,
                  .key = hw_reminders_key_at(list, i),
                  .id = id ? id : "",
                  .kind = hw_reminders_kind_at(list, i),
                  .priority = hw_reminders_priority_at(list, i),
                  .rule = hw_reminders_rule_at(list, i),
                  .made = i,
                  .state = hw_reminders_state_at(list, i)};
}

/* Whether the revision of an assignment is for the time after the plan; without an id, whether any is. */
static bool maintains(const hw_plan *plan, const char *assignment, const char *id)
{
    bool does = false;
    for (size_t i = 0; i < hw_plan_assignment_revision_count(plan, assignment); i++) {
        const hw_assignment *revision = hw_plan_assignment_revision_at(plan, assignment, i);
        bool is_it = !id || strcmp(hw_revision_id(hw_assignment_revision(revision)), id) == 0;
        does = does || (is_it && hw_assignment_maintenance(revision));
    }
    return does;
}

static void find_row(const world *w, bell *b, const hw_occurrences *list)
{
    b->maintenance = *b->id && maintains(w->plan, b->id, NULL);
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local key = hw_occurrences_key_at(list, i);
        if (strcmp(hw_occurrences_assignment_at(list, i), b->id) == 0 && hw_local_compare(key, b->key) == 0 &&
            key.seconds == b->key.seconds) {
            b->opens = hw_occurrences_opens_at(list, i).instant;
            b->maintenance = maintains(w->plan, b->id, hw_occurrences_revision_at(list, i));
        }
    }
}

static int by_day(const void *left, const void *right)
{
    const bell *a = left, *b = right;
    int order = order_of(a->day, b->day);
    return order ? order : by_importance(left, right);
}

static size_t work_out(const world *w, const hw_reminders *free_list, bell *bells)
{
    hw_date today = shown(w, "UTC", w->now).date;
    hw_occurrences *rows = hw_plan_occurrences(w->plan, hw_date_add_days(today, -200),
                                               hw_date_add_days(today, 200), w->now, NULL);
    assert_non_null(rows);
    size_t count = 0;
    assert_true(hw_reminders_count(free_list) < MOST);
    for (size_t i = 0; i < hw_reminders_count(free_list); i++) {
        bell b = bell_at(free_list, i);
        if (b.state == HW_RING_PLANNED) {
            find_row(w, &b, rows);
            hush(w, &b);
        }
        b.day = client_day(w, b.at);
        end_with_plan(w, &b);
        bells[count++] = b;
    }
    hw_occurrences_free(rows);
    qsort(bells, count, sizeof *bells, by_day);
    for (size_t i = 0, first = 0; i < count; i++) {
        first = bells[i].day != bells[first].day ? i : first;
        if (bells[i].state == HW_RING_PLANNED) {
            bells[i].state = judge(w, bells + first, i - first, &bells[i]);
        }
    }
    part_days(w, bells, count);
    return count;
}

static bool is_same(const bell *a, const bell *b)
{
    return a->original == b->original && strcmp(a->id, b->id) == 0 && a->rule == b->rule &&
           a->kind == b->kind && hw_local_compare(a->key, b->key) == 0 && a->key.seconds == b->key.seconds &&
           a->closes == b->closes;
}

static void compare(const world *w, const hw_reminders *list, const bell *bells, size_t count)
{
    hw_instant from = w->now - 3 * DAY, to = w->now + 4 * DAY;
    size_t expected = 0;
    for (size_t i = 0; i < count; i++) {
        expected += bells[i].at >= from && bells[i].at < to;
    }
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        bell mine = bell_at(list, i);
        size_t n = 0;
        while (n < count &&
               !(is_same(&mine, &bells[n]) && mine.at == bells[n].at && mine.state == bells[n].state)) {
            n++;
        }
        if (n == count) {
            print_error("%s rule %zu at %lld (was %lld): %s\n", mine.id, mine.rule, (long long)mine.at,
                        (long long)mine.original, hw_ring_state_name(mine.state));
            for (n = 0; n < count; n++) {
                if (is_same(&mine, &bells[n])) {
                    print_error("  here at %lld: %s\n", (long long)bells[n].at,
                                hw_ring_state_name(bells[n].state));
                }
            }
        }
        assert_true(n < count);
    }
    assert_int_equal(hw_reminders_count(list), expected);
}

static void test_against_a_slow_one(void **state)
{
    (void)state;
    test_random random = random_start("what rings, worked out slowly", 73);
    hw_zones *zones = hw_zones_new(NULL, NULL);
    bell *bells = calloc(MOST, sizeof *bells);
    assert_true(zones && bells);
    for (long i = random_rounds(60, 3000); i > 0; i--) {
        uint64_t seed = random_below(&random, UINT64_C(1) << 62);
        world w = make_world(seed, true), plain = make_world(seed, false);
        assert_true(w.now == plain.now);
        w.zones = zones;
        read_wishes(&w);
        hw_reminders *all =
            hw_plan_all_reminders(plain.plan, w.now - 12 * DAY, w.now + 12 * DAY, w.now, NULL);
        hw_reminders *list = hw_plan_all_reminders(w.plan, w.now - 3 * DAY, w.now + 4 * DAY, w.now, NULL);
        assert_true(all && list);
        compare(&w, list, bells, work_out(&w, all, bells));
        hw_reminders_free(all);
        hw_reminders_free(list);
        hw_plan_free(w.plan);
        hw_plan_free(plain.plan);
    }
    free(bells);
    hw_zones_unref(zones);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_a_slow_one)};
    return cmocka_run_group_tests_name("ring_oracle", tests, NULL, NULL);
}
