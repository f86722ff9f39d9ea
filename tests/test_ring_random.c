/* SPDX-License-Identifier: MIT */
/* What holds of the reminders of every plan: random plans and random wishes of their clients. Limits, quiet hours and
 * simple rules are worked out again here, from what the library says about settings, zones and occurrences. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/cmocka_all.h"
#include "support/random_wishes.h"

#define DAY ((hw_instant)86400)
#define MINUTES(instant) ((instant) / 60)

typedef struct trial {
    hw_plan *plan;
    hw_instant now, from, to;
    hw_zones *zones;
    bool settled; /* one set of wishes holds at all times: no journey came after it */
} trial;

static trial begin(test_random *random, random_editor *editor, bool quiet)
{
    trial t = {.plan = random_schedule_plan(random, editor)};
    for (int i = random_int(random, 5, 40); i > 0; i--) {
        random_schedule_edit(t.plan, random, editor);
    }
    random_reminders(t.plan, random, editor);
    random_wishes(t.plan, random, editor, quiet);
    size_t settings = hw_plan_settings_revision_count(t.plan);
    for (int i = random_int(random, 0, 20); i > 0; i--) {
        random_schedule_edit(t.plan, random, editor);
    }
    t.settled = hw_plan_settings_revision_count(t.plan) == settings;
    t.now = editor->now;
    t.from = t.now - random_int(random, 0, 20) * DAY;
    t.to = t.now + random_int(random, 1, 20) * DAY;
    return t;
}

static hw_reminders *list_all(const trial *t, hw_instant from, hw_instant to)
{
    hw_error err;
    hw_reminders *list = hw_plan_all_reminders(t->plan, from, to, t->now, &err);
    if (!list) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(list);
    return list;
}

static const char *id_at(const hw_reminders *list, size_t i)
{
    const char *id = hw_reminders_assignment_at(list, i);
    return id ? id : "";
}

static bool same(const hw_reminders *a, size_t i, const hw_reminders *b, size_t j)
{
    return hw_reminders_at(a, i).instant == hw_reminders_at(b, j).instant &&
           hw_reminders_original_at(a, i).instant == hw_reminders_original_at(b, j).instant &&
           hw_reminders_closes_at(a, i).instant == hw_reminders_closes_at(b, j).instant &&
           hw_reminders_kind_at(a, i) == hw_reminders_kind_at(b, j) &&
           hw_reminders_state_at(a, i) == hw_reminders_state_at(b, j) &&
           hw_reminders_rule_at(a, i) == hw_reminders_rule_at(b, j) &&
           strcmp(id_at(a, i), id_at(b, j)) == 0 &&
           hw_local_compare(hw_reminders_key_at(a, i), hw_reminders_key_at(b, j)) == 0;
}

/* What b has from `at` on is what a has. */
static size_t expect_same(const hw_reminders *a, const hw_reminders *b, size_t at)
{
    for (size_t i = 0; i < hw_reminders_count(a); i++) {
        assert_true(at + i < hw_reminders_count(b));
        assert_true(same(a, i, b, at + i));
    }
    return at + hw_reminders_count(a);
}

/* Planned ones alone; and a span in two pieces. */
static void check_spans(const trial *t, const hw_reminders *all, test_random *random)
{
    hw_reminders *planned = hw_plan_reminders(t->plan, t->from, t->to, t->now, NULL);
    size_t n = 0;
    for (size_t i = 0; i < hw_reminders_count(all); i++) {
        if (hw_reminders_state_at(all, i) == HW_RING_PLANNED) {
            assert_true(same(all, i, planned, n));
            assert_int_equal(hw_reminders_bundle_at(all, i), hw_reminders_bundle_at(planned, n));
            n++;
        } else {
            assert_int_equal(hw_reminders_bundle_at(all, i), -1);
        }
    }
    assert_int_equal(n, hw_reminders_count(planned));
    hw_reminders_free(planned);
    hw_instant middle = t->from + (hw_instant)random_below(random, (uint64_t)(t->to - t->from));
    hw_reminders *first = list_all(t, t->from, middle), *second = list_all(t, middle, t->to);
    assert_int_equal(expect_same(second, all, expect_same(first, all, 0)), hw_reminders_count(all));
    hw_reminders_free(first);
    hw_reminders_free(second);
}

/* What rings next is what rings in the days to come, up to so many notifications. */
static void check_next(const trial *t)
{
    hw_reminders *ahead = hw_plan_reminders(t->plan, t->now + 1, t->now + 30 * DAY, t->now, NULL);
    hw_reminders *next = hw_plan_next_reminders(t->plan, t->now, 5, t->now, NULL);
    size_t bundles = hw_reminders_bundle_count(ahead), count = 0;
    if (bundles >= 5) {
        while (count < hw_reminders_count(ahead) && hw_reminders_bundle_at(ahead, count) < 5) {
            count++;
        }
        assert_int_equal(hw_reminders_count(next), count);
        assert_int_equal(hw_reminders_bundle_count(next), 5);
        expect_same(next, ahead, 0);
    } else {
        assert_true(hw_reminders_count(next) >= hw_reminders_count(ahead));
        expect_same(ahead, next, 0);
    }
    hw_reminders_free(ahead);
    hw_reminders_free(next);
}

/* ---- limits ---- */

/* What the client's clock shows. */
static hw_moment shown(const trial *t, hw_instant at)
{
    hw_moment moment;
    hw_error err;
    assert_int_equal(hw_zones_show(t->zones, hw_settings_zone(hw_plan_settings(t->plan)), at, &moment, &err),
                     HW_OK);
    return moment;
}

static bool is_quiet(const trial *t, hw_instant at)
{
    const hw_settings *settings = hw_plan_settings(t->plan);
    int32_t from = hw_settings_quiet_from(settings), to = hw_settings_quiet_to(settings);
    int32_t clock = hw_moment_local(shown(t, at)).seconds;
    return from >= 0 && (from < to ? clock > from && clock < to : clock > from || clock < to);
}

static hw_date day_of(const trial *t, hw_instant at)
{
    return hw_moment_local(shown(t, at - hw_settings_day_start(hw_plan_settings(t->plan)) * 60)).date;
}

static void check_limits(const trial *t, const hw_reminders *all)
{
    const hw_settings *settings = hw_plan_settings(t->plan);
    int32_t most = hw_settings_reminders_per_day(settings), each = hw_settings_reminders_each(settings);
    hw_instant last = INT64_MIN / 2;
    for (size_t i = 0; i < hw_reminders_count(all); i++) {
        if (hw_reminders_state_at(all, i) != HW_RING_PLANNED) {
            continue;
        }
        hw_instant at = hw_reminders_at(all, i).instant, minute = MINUTES(at), rung = INT64_MIN,
                   own = INT64_MIN;
        int32_t rings = 0, its = 0;
        assert_true(!is_quiet(t, at) || is_quiet(t, at - 3600) != is_quiet(t, at + 3600));
        assert_true(minute == last || minute - last >= hw_settings_reminder_gap(settings));
        last = minute;
        for (size_t j = 0; j < hw_reminders_count(all); j++) {
            hw_instant other = hw_reminders_at(all, j).instant;
            if (hw_reminders_state_at(all, j) == HW_RING_PLANNED &&
                hw_date_compare(day_of(t, other), day_of(t, at)) == 0) {
                rings += MINUTES(other) != rung;
                rung = MINUTES(other);
                if (strcmp(id_at(all, j), id_at(all, i)) == 0) { /* what rings in one minute counts once */
                    its += MINUTES(other) != own;
                    own = MINUTES(other);
                }
            }
        }
        assert_true(most == 0 || rings <= most);
        assert_true(each == 0 || its <= each || !*id_at(all, i));
        if (hw_reminders_closes_at(all, i).precision == HW_PRECISION_EXACT) {
            assert_true(at < hw_reminders_closes_at(all, i).instant);
        }
    }
}

/* ---- what it is for ---- */

static size_t find_occurrence(const hw_occurrences *list, const char *id, hw_local key)
{
    size_t i = 0;
    while (i < hw_occurrences_count(list) && (strcmp(hw_occurrences_assignment_at(list, i), id) != 0 ||
                                              hw_local_compare(hw_occurrences_key_at(list, i), key) != 0 ||
                                              hw_occurrences_key_at(list, i).seconds != key.seconds)) {
        i++;
    }
    return i;
}

static const hw_assignment *revision_of(const hw_plan *plan, const hw_occurrences *list, size_t index)
{
    const char *id = hw_occurrences_assignment_at(list, index);
    for (size_t r = 0; r < hw_plan_assignment_revision_count(plan, id); r++) {
        const hw_assignment *revision = hw_plan_assignment_revision_at(plan, id, r);
        if (strcmp(hw_revision_id(hw_assignment_revision(revision)),
                   hw_occurrences_revision_at(list, index)) == 0) {
            return revision;
        }
    }
    return NULL;
}

static bool is_to_be_done(hw_occurrence_status status)
{
    return status != HW_STATUS_DONE && status != HW_STATUS_DONE_LATE && status != HW_STATUS_EXCUSED &&
           status != HW_STATUS_SUSPENDED && status != HW_STATUS_WITHDRAWN;
}

/* Every rule by minutes from an occurrence's times rings once, and nothing else does. */
static void check_rules(const trial *t, const hw_reminders *all, const hw_occurrences *list)
{
    size_t expected = 0, found = 0;
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        const hw_assignment *revision = revision_of(t->plan, list, i);
        for (size_t r = 0; r < hw_assignment_reminder_count(revision); r++) {
            hw_anchor anchor = hw_assignment_reminder_anchor_at(revision, r);
            hw_moment from = anchor == HW_ANCHOR_OPEN    ? hw_occurrences_opens_at(list, i)
                             : anchor == HW_ANCHOR_CLOSE ? hw_occurrences_closes_at(list, i)
                                                         : hw_occurrences_due_at(list, i);
            hw_instant at = from.instant + hw_assignment_reminder_minutes_at(revision, r) * 60;
            expected += anchor <= HW_ANCHOR_CLOSE && !hw_assignment_reminder_every_at(revision, r) &&
                        !hw_assignment_reminder_clock_at(revision, r, NULL, NULL) && at >= t->from &&
                        at < t->to;
        }
    }
    for (size_t i = 0; i < hw_reminders_count(all); i++) {
        size_t o = find_occurrence(list, id_at(all, i), hw_reminders_key_at(all, i));
        if (o == hw_occurrences_count(list)) {
            continue; /* of the plan, or without occurrences */
        }
        const hw_assignment *revision = revision_of(t->plan, list, o);
        size_t rule = hw_reminders_rule_at(all, i);
        hw_occurrence_status status = hw_occurrences_status_at(list, o);
        hw_ring_state state = hw_reminders_state_at(all, i);
        assert_true(state != HW_RING_PLANNED || is_to_be_done(status));
        assert_true(is_to_be_done(status) || (state >= HW_RING_DONE && state <= HW_RING_WITHDRAWN));
        assert_int_equal(hw_reminders_kind_at(all, i), hw_assignment_reminder_kind_at(revision, rule));
        assert_true(state != HW_RING_PLANNED || hw_reminders_kind_at(all, i) != HW_REMINDER_FOLLOW_UP ||
                    hw_assignment_late(revision) != HW_LATE_REFUSED);
        found += hw_assignment_reminder_anchor_at(revision, rule) <= HW_ANCHOR_CLOSE &&
                 !hw_assignment_reminder_every_at(revision, rule) &&
                 !hw_assignment_reminder_clock_at(revision, rule, NULL, NULL);
    }
    assert_int_equal(found, expected);
}

static void check_trial(trial *t, test_random *random, bool quiet)
{
    hw_reminders *all = list_all(t, t->from, t->to);
    check_spans(t, all, random);
    check_next(t);
    if (t->settled) {
        check_limits(t, all);
    }
    if (!quiet) {
        hw_date day = day_of(t, t->now);
        hw_occurrences *list = hw_plan_occurrences(t->plan, hw_date_add_days(day, -500),
                                                   hw_date_add_days(day, 500), t->now, NULL);
        check_rules(t, all, list);
        hw_occurrences_free(list);
    }
    hw_reminders_free(all);
}

static void test_random_plans(void **state)
{
    (void)state;
    test_random random = random_start("what rings", 71);
    hw_zones *zones = hw_zones_new(NULL, NULL);
    assert_non_null(zones);
    for (long i = random_rounds(60, 3000); i > 0; i--) {
        random_editor editor = {0};
        bool quiet = i % 3 != 0;
        trial t = begin(&random, &editor, quiet);
        t.zones = zones;
        check_trial(&t, &random, quiet);
        hw_plan_free(t.plan);
    }
    hw_zones_unref(zones);
}

/* What is recorded later says nothing about what was known; nor does it matter where who looks is. */
static void test_later_and_elsewhere(void **state)
{
    (void)state;
    test_random random = random_start("what rings, looked at later", 72);
    for (long i = random_rounds(40, 2000); i > 0; i--) {
        random_editor editor = {0};
        trial t = begin(&random, &editor, true);
        hw_reminders *before = list_all(&t, t.from, t.to);
        editor.now += 1;
        for (int n = 0; n < 15; n++) {
            random_schedule_edit(t.plan, &random, &editor);
        }
        setenv("TZ", i % 2 ? "Pacific/Kiritimati" : "America/Adak", 1);
        tzset();
        hw_reminders *after = list_all(&t, t.from, t.to);
        assert_int_equal(hw_reminders_count(before), hw_reminders_count(after));
        expect_same(before, after, 0);
        hw_reminders_free(before);
        hw_reminders_free(after);
        hw_plan_free(t.plan);
    }
    unsetenv("TZ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_plans),
        cmocka_unit_test(test_later_and_elsewhere),
    };
    return cmocka_run_group_tests_name("ring_random", tests, NULL, NULL);
}
