/* SPDX-License-Identifier: MIT */
/* What holds for every plan, whatever its schedules, and whatever else is recorded later: many small
 * random plans of all kinds, watched as time goes by. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "schedule/occur.h"
#include "support/cmocka_all.h"
#include "support/random_schedule.h"
#include "time/zone.h"

#define DAY 86400

static hw_occurrences *list_all(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of)
{
    hw_error err;
    hw_occurrences *list = hw_plan_occurrences(plan, from, to, as_of, &err);
    if (!list) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(list);
    return list;
}

static size_t find_row(const hw_occurrences *list, const char *id, hw_local key)
{
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_local its = hw_occurrences_key_at(list, i);
        if (strcmp(hw_occurrences_assignment_at(list, i), id) == 0 && hw_local_compare(its, key) == 0 &&
            its.seconds == key.seconds) {
            return i;
        }
    }
    return SIZE_MAX;
}

static void show(const char *what, const hw_occurrences *list, size_t i)
{
    char *key = hw_local_text(hw_occurrences_key_at(list, i), NULL);
    const hw__occurrence *row = &list->rows.items[i];
    print_error(
        "%s: %s (%u) %s %s, opens %lld, due %lld, closes %lld, settles %lld, revision %u, flags %u, %u "
        "entries; as of %lld\n",
        what, list->assignments ? list->assignments[row->assignment].id : "", (unsigned)row->assignment, key,
        hw_occurrence_status_name(hw_occurrences_status_at(list, i)), (long long)row->opens,
        (long long)row->due, (long long)row->closes, (long long)row->settles, (unsigned)row->revision,
        (unsigned)row->flags, (unsigned)row->count, (long long)list->as_of);
    hw_string_free(key);
}

static bool same_times(const hw_occurrences *a, size_t i, const hw_occurrences *b, size_t j)
{
    const hw__occurrence *x = &a->rows.items[i], *y = &b->rows.items[j];
    return x->due == y->due && x->opens == y->opens && x->closes == y->closes && x->settles == y->settles &&
           x->fold == y->fold && x->revision == y->revision;
}

static bool same_row(const hw_occurrences *a, size_t i, const hw_occurrences *b, size_t j)
{
    const hw__occurrence *x = &a->rows.items[i], *y = &b->rows.items[j];
    bool same = same_times(a, i, b, j) && x->status == y->status && x->flags == y->flags &&
                x->count == y->count && x->done == y->done && x->percents == y->percents;
    for (size_t e = 0; e < x->count && same; e++) {
        same = strcmp(hw_occurrences_entry_at(a, i, e), hw_occurrences_entry_at(b, j, e)) == 0;
    }
    return same && hw_occurrences_credit_at(a, i) == hw_occurrences_credit_at(b, j);
}

static void expect_same(const hw_occurrences *a, const hw_occurrences *b, const char *what)
{
    assert_int_equal(hw_occurrences_count(a), hw_occurrences_count(b));
    for (size_t i = 0; i < hw_occurrences_count(a); i++) {
        const char *id = hw_occurrences_assignment_at(a, i);
        size_t j = find_row(b, id, hw_occurrences_key_at(a, i));
        if (j != i || !same_row(a, i, b, j)) {
            show(what, a, i);
        }
        assert_int_equal(i, j);
        assert_true(same_row(a, i, b, j));
    }
}

/* ---- one list ---- */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Statuses sum, keys are unique, times are in order, and no entry answers two. */
static void check_list(const hw_occurrences *list)
{
    static const char *entries[20000];
    size_t count = hw_occurrences_count(list), sum = 0, answers = 0;
    for (int s = 0; s < HW_STATUS_COUNT; s++) {
        sum += hw_occurrences_status_count(list, (hw_occurrence_status)s);
    }
    assert_int_equal(sum, count);
    for (size_t i = 0; i < count; i++) {
        const hw__occurrence *row = &list->rows.items[i];
        assert_int_equal(find_row(list, hw_occurrences_assignment_at(list, i),
                                  hw_occurrences_key_at(list, i)),
                         i);
        assert_true(row->opens <= row->closes && row->due <= row->closes && row->closes <= row->settles);
        for (size_t e = 0; e < hw_occurrences_entry_count(list, i); e++) {
            assert_true(answers < sizeof entries / sizeof *entries);
            entries[answers++] = hw_occurrences_entry_at(list, i, e);
        }
    }
    qsort(entries, answers, sizeof *entries, compare_texts);
    for (size_t e = 1; e < answers; e++) {
        assert_int_not_equal(strcmp(entries[e - 1], entries[e]), 0);
    }
}

/* A part of the days, and one assignment alone, show the same. */
static void check_parts(const hw_plan *plan, const hw_occurrences *all, test_random *random)
{
    hw_date from = hw_date_add_days(all->from, random_int(random, 0, 60));
    hw_date to = hw_date_add_days(from, random_int(random, 0, 30));
    hw_occurrences *part = list_all(plan, from, to, all->as_of);
    size_t count = 0;
    for (size_t i = 0; i < hw_occurrences_count(all); i++) {
        hw_date day = hw_occurrences_key_at(all, i).date;
        if (hw_date_compare(day, from) < 0 || hw_date_compare(day, to) >= 0) {
            continue;
        }
        size_t j = find_row(part, hw_occurrences_assignment_at(all, i), hw_occurrences_key_at(all, i));
        if (j == SIZE_MAX || !same_row(all, i, part, j)) {
            show("as a part", all, i);
        }
        assert_int_not_equal(j, SIZE_MAX);
        assert_true(same_row(all, i, part, j));
        count++;
    }
    assert_int_equal(count, hw_occurrences_count(part));
    hw_occurrences_free(part);

    uint32_t one = (uint32_t)random_below(random, all->assignment_count);
    hw__occurrence_query query = {hw__day_from_date(all->from), hw__day_from_date(all->to), all->as_of, one,
                                  false};
    hw_occurrences *alone = hw__plan_occurrences(plan, &query, NULL);
    assert_non_null(alone);
    count = 0;
    for (size_t i = 0; i < hw_occurrences_count(all); i++) {
        if (all->rows.items[i].assignment == one) {
            assert_true(count < hw_occurrences_count(alone));
            if (!same_row(all, i, alone, count)) {
                show("among others", all, i);
                show("alone", alone, count);
            }
            assert_true(same_row(all, i, alone, count));
            count++;
        }
    }
    assert_int_equal(count, hw_occurrences_count(alone));
    hw_occurrences_free(alone);
}

/* ---- what is recorded later ---- */

/* As of a moment before an edit nothing differs. What had settled by then stays as it was; reports,
 * excuses and reviews may change what became of it, and that is marked. */
static void check_edit(const hw_plan *plan, const hw_occurrences *before, hw_instant now, random_touch touch)
{
    hw_occurrences *again = list_all(plan, before->from, before->to, before->as_of);
    expect_same(before, again, "as of before");
    hw_occurrences_free(again);
    hw_occurrences *after = list_all(plan, before->from, before->to, now);
    for (size_t i = 0; i < hw_occurrences_count(before) && touch != RANDOM_TOUCH_ALL; i++) {
        const hw__occurrence *row = &before->rows.items[i];
        size_t j = find_row(after, hw_occurrences_assignment_at(before, i), hw_occurrences_key_at(before, i));
        if (row->settles > before->as_of) {
            continue;
        }
        if (j != SIZE_MAX && row->status == HW_STATUS_WITHDRAWN &&
            after->rows.items[j].status == HW_STATUS_WITHDRAWN) {
            continue; /* it stays so, by whichever revision */
        }
        bool is_cut = row->status == HW_STATUS_WITHDRAWN || (touch == RANDOM_TOUCH_EVIDENCE && j == SIZE_MAX);
        if (touch == RANDOM_TOUCH_EVIDENCE && is_cut) {
            continue; /* an entry kept it, or keeps it now */
        }
        if (j == SIZE_MAX || !same_times(before, i, after, j)) {
            show("was", before, i);
            if (j != SIZE_MAX) {
                show("is", after, j);
            }
        }
        assert_int_not_equal(j, SIZE_MAX);
        if (touch == RANDOM_TOUCH_EVIDENCE && !same_times(before, i, after, j)) {
            continue; /* what an entry kept from a revision has become that revision's */
        }
        assert_true(same_times(before, i, after, j));
        const hw__occurrence *then = &after->rows.items[j];
        bool is_marked = touch == RANDOM_TOUCH_EVIDENCE &&
                         (then->flags & HW__OCCURRENCE_CHANGED || row->flags & HW__OCCURRENCE_CHANGED ||
                          then->status == HW_STATUS_WITHDRAWN || row->flags & HW__OCCURRENCE_QUOTA);
        if (then->status != row->status && !is_marked) {
            show("was", before, i);
            show("is", after, j);
        }
        assert_true(then->status == row->status || is_marked);
    }
    check_list(after);
    hw_occurrences_free(after);
}

static void check_course(test_random *random, int edits, bool thorough)
{
    random_editor editor;
    hw_plan *plan = random_schedule_plan(random, &editor);
    hw_date from = hw_date_add_days(hw_moment_local(hw_moment_at(editor.now, 0)).date, -25);
    hw_date to = hw_date_add_days(from, 95);
    for (int i = 0; i < edits; i++) {
        hw_occurrences *before = thorough || i == edits - 1 ? list_all(plan, from, to, editor.now) : NULL;
        random_touch touch = random_schedule_edit(plan, random, &editor);
        if (before) {
            check_edit(plan, before, editor.now, touch);
            hw_occurrences_free(before);
        }
    }
    hw_occurrences *all = list_all(plan, from, to, editor.now + random_int(random, -5, 20) * DAY);
    check_list(all);
    if (all->assignment_count > 0) {
        check_parts(plan, all, random);
    }
    hw_plan *copy = hw_plan_copy(plan, NULL);
    hw_occurrences *copied = list_all(copy, from, to, all->as_of);
    expect_same(all, copied, "in a copy");
    hw_occurrences_free(copied);
    hw_plan_free(copy);
    hw_occurrences_free(all);
    hw_plan_free(plan);
}

static void test_courses(void **state)
{
    (void)state;
    test_random random = random_start("courses of plans", 61);
    for (long round = random_rounds(150, 15000); round > 0; round--) {
        check_course(&random, random_int(&random, 5, 40), true);
    }
}

/* The same for more plans, each looked at once, after all. */
static void test_many_plans(void **state)
{
    (void)state;
    test_random random = random_start("many plans", 62);
    for (long round = random_rounds(300, 90000); round > 0; round--) {
        check_course(&random, random_int(&random, 1, 25), false);
    }
}

/* ---- merging ---- */

static hw_plan *merged(const hw_plan *a, const hw_plan *b)
{
    hw_error err;
    hw_plan *plan = hw_plan_copy(a, &err);
    assert_int_equal(hw_plan_merge(plan, b, NULL, &err), HW_OK);
    return plan;
}

/* Two origins go on alone, and it does not matter who takes whom in, or how often. */
static void test_merge_order(void **state)
{
    (void)state;
    test_random random = random_start("merged plans", 63);
    for (long round = random_rounds(60, 5000); round > 0; round--) {
        random_editor desk, phone;
        hw_plan *plan = random_schedule_plan(&random, &desk);
        hw_date from = hw_date_add_days(hw_moment_local(hw_moment_at(desk.now, 0)).date, -25);
        hw_date to = hw_date_add_days(from, 95);
        for (int i = random_int(&random, 0, 10); i > 0; i--) {
            random_schedule_edit(plan, &random, &desk);
        }
        hw_plan *other = hw_plan_copy(plan, NULL);
        phone = (random_editor){.origin = "phone", .now = desk.now};
        for (int i = random_int(&random, 1, 12); i > 0; i--) {
            random_schedule_edit(plan, &random, &desk);
            random_schedule_edit(other, &random, &phone);
        }
        hw_plan *ab = merged(plan, other), *ba = merged(other, plan);
        hw_plan *aba = merged(ab, plan);
        hw_instant as_of = (desk.now > phone.now ? desk.now : phone.now) + DAY;
        hw_occurrences *lists[] = {list_all(ab, from, to, as_of), list_all(ba, from, to, as_of),
                                   list_all(aba, from, to, as_of)};
        check_list(lists[0]);
        expect_same(lists[0], lists[1], "merged the other way round");
        expect_same(lists[0], lists[2], "merged again");
        for (size_t i = 0; i < 3; i++) {
            hw_occurrences_free(lists[i]);
        }
        hw_plan_free(plan);
        hw_plan_free(other);
        hw_plan_free(ab);
        hw_plan_free(ba);
        hw_plan_free(aba);
    }
}

/* ---- where the viewer is ---- */

static void test_viewers_zone(void **state)
{
    static const char *const zones[] = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"};
    (void)state;
    test_random random = random_start("viewers", 64);
    char *old = getenv("TZ") ? strdup(getenv("TZ")) : NULL;
    for (long round = random_rounds(20, 500); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = random_schedule_plan(&random, &editor);
        hw_date from = hw_date_add_days(hw_moment_local(hw_moment_at(editor.now, 0)).date, -25);
        hw_date to = hw_date_add_days(from, 95);
        for (int i = random_int(&random, 0, 15); i > 0; i--) {
            random_schedule_edit(plan, &random, &editor);
        }
        hw_occurrences *here = list_all(plan, from, to, editor.now);
        for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
            setenv("TZ", zones[z], 1);
            tzset();
            hw_occurrences *there = list_all(plan, from, to, editor.now);
            expect_same(here, there, zones[z]);
            hw_occurrences_free(there);
        }
        hw_occurrences_free(here);
        hw_plan_free(plan);
    }
    old ? setenv("TZ", old, 1) : unsetenv("TZ");
    tzset();
    free(old);
}

/* A client who goes to another zone takes along what is due, and no key becomes another. */
static void test_journeys_keep_keys(void **state)
{
    (void)state;
    test_random random = random_start("journeys", 65);
    size_t compared = 0;
    for (long round = random_rounds(40, 2000); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = random_schedule_plan(&random, &editor);
        hw_date from = hw_date_add_days(hw_moment_local(hw_moment_at(editor.now, 0)).date, -5);
        hw_date to = hw_date_add_days(from, 60);
        hw_occurrences *before = list_all(plan, from, to, editor.now);
        hw_error err;
        hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), &err);
        hw_change *change = hw_change_new(hw_moment_at(++editor.now, 60), "me", "desk", &err);
        hw_settings_set_zone(settings, random_zone(&random));
        assert_int_equal(hw_plan_revise_settings(plan, settings, change, &err), HW_OK);
        hw_change_free(change);
        hw_settings_unref(settings);
        hw_occurrences *after = list_all(plan, from, to, editor.now);
        for (size_t i = 0; i < hw_occurrences_count(before); i++) {
            size_t j =
                find_row(after, hw_occurrences_assignment_at(before, i), hw_occurrences_key_at(before, i));
            if (j == SIZE_MAX) {
                show("lost on a journey", before, i);
            }
            assert_int_not_equal(j, SIZE_MAX);
            compared++;
        }
        for (size_t i = 0; i < hw_occurrences_count(after); i++) {
            size_t j =
                find_row(before, hw_occurrences_assignment_at(after, i), hw_occurrences_key_at(after, i));
            /* What is around a session of another zone may come to be due within the assignment's time. */
            assert_true(j != SIZE_MAX || after->rows.items[i].flags & HW__OCCURRENCE_MOVED);
        }
        hw_occurrences_free(before);
        hw_occurrences_free(after);
        hw_plan_free(plan);
    }
    assert_true(compared > 200);
}

/* ---- changes of the clocks ---- */

#define STREAK_DAYS 9

static const char *const clock_zones[] = {
    "Europe/Berlin",     "Europe/London",    "Europe/Moscow",   "Europe/Istanbul",     "America/New_York",
    "America/Sao_Paulo", "America/St_Johns", "America/Caracas", "America/Havana",      "Asia/Amman",
    "Asia/Tehran",       "Asia/Gaza",        "Asia/Pyongyang",  "Australia/Lord_Howe", "Australia/Sydney",
    "Africa/Casablanca", "Africa/Cairo",     "Pacific/Apia",    "Pacific/Auckland",    "Antarctica/Troll",
    "America/Asuncion",  "America/Santiago", "Asia/Beirut",     "Pacific/Easter",      "Pacific/Chatham",
};

/* Nine days around a change, each done when it is due: the streak is nine. */
static void check_streak(const char *zone, hw_instant change, int32_t seconds)
{
    hw_error err;
    hw_instant begin = change - 12 * (hw_instant)DAY;
    hw_change *told = hw_change_new(hw_moment_at(begin, 0), "me", "desk", &err);
    hw_plan *plan = hw_plan_new(RANDOM_PLAN_UID, zone, HW_ROLE_CLIENT, told, &err);
    hw_date first = hw_date_add_days(hw_moment_local(hw_moment_at(change, 0)).date, -4);
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_RELAXATION, &err);
    hw_assignment_set_recurring(a, (hw_local){first, seconds}, "FREQ=DAILY;COUNT=9");
    assert_int_equal(hw_plan_add_assignment(plan, a, told, &err), HW_OK);
    hw_assignment_unref(a);
    hw_change_free(told);
    hw_instant end = change + 20 * (hw_instant)DAY;
    hw_occurrences *due = list_all(plan, first, hw_date_add_days(first, 30), end);
    assert_int_equal(hw_occurrences_count(due), STREAK_DAYS);
    for (size_t i = 0; i < STREAK_DAYS; i++) {
        hw_moment at = hw_occurrences_due_at(due, i), opens = hw_occurrences_opens_at(due, i);
        bool is_open = at.instant >= opens.instant && at.instant < hw_occurrences_closes_at(due, i).instant;
        at = is_open ? at
                     : opens; /* the clock skips the time when it is due, up to midnight or from then on */
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, &err);
        hw_change *now = hw_change_new(at, "me", "desk", &err);
        hw_entry_set_at(entry, at);
        assert_int_equal(hw_plan_log(plan, entry, now, &err), HW_OK);
        hw_change_free(now);
        hw_entry_free(entry);
    }
    hw_occurrences_free(due);
    hw_progress *progress = hw_plan_progress(plan, first, hw_date_add_days(first, 30), end, NULL, &err);
    assert_non_null(progress);
    if (hw_progress_numerator(progress, 0, HW_METRIC_STREAK_CURRENT) != STREAK_DAYS) {
        print_error("%s, %lld, %d\n", zone, (long long)change, (int)seconds);
    }
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_STREAK_CURRENT), STREAK_DAYS);
    assert_int_equal(hw_progress_numerator(progress, 0, HW_METRIC_UNSCHEDULED), 0);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

static void test_clock_changes_break_no_streak(void **state)
{
    static const int32_t times[] = {HW_ALL_DAY,      0,         30 * 60,         90 * 60,
                                    2 * 3600 + 1800, 12 * 3600, 23 * 3600 + 1800};
    (void)state;
    hw_error err;
    hw_zones *zones = hw_zones_new(NULL, &err);
    size_t changes = 0;
    for (size_t z = 0; z < sizeof clock_zones / sizeof *clock_zones; z++) {
        const hw__zone *zone = hw__zones_find(zones, clock_zones[z], &err);
        assert_non_null(zone);
        hw__transition next = {.at = 788918400}; /* 1995 */
        for (int i = 0; i < 18 && hw__zone_next_transition(zone, next.at, &next); i++) {
            for (size_t t = 0; t < sizeof times / sizeof *times; t++) {
                check_streak(clock_zones[z], next.at, times[t]);
            }
            changes++;
        }
    }
    hw_zones_unref(zones);
    print_message("%zu changes of the clocks\n", changes);
    assert_true(changes >= 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_courses),
        cmocka_unit_test(test_many_plans),
        cmocka_unit_test(test_merge_order),
        cmocka_unit_test(test_viewers_zone),
        cmocka_unit_test(test_journeys_keep_keys),
        cmocka_unit_test(test_clock_changes_break_no_streak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
