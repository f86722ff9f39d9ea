/* SPDX-License-Identifier: MIT */
/* Random plans: the occurrences against a naive account of the rules, key by key; and what must be true of any list. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "schedule/occur.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"
#include "support/scene.h"

/* ---- What must be true of any list ---- */

static void check_list(const hw_occurrences *list, hw_instant as_of)
{
    size_t sum = 0;
    for (int status = 0; status < HW_STATUS_COUNT; status++) {
        sum += hw_occurrences_status_count(list, (hw_occurrence_status)status);
    }
    assert_int_equal(sum, hw_occurrences_count(list));
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        const hw__occurrence *row = &list->rows.items[i];
        hw_occurrence_status status = hw_occurrences_status_at(list, i);
        assert_true(row->opens <= row->closes && row->due <= row->closes && row->closes <= row->settles);
        assert_true((row->flags & (HW__OCCURRENCE_SETTLED | HW__OCCURRENCE_QUOTA)) || row->settles > as_of);
        assert_true(row->settles > as_of || (row->flags & HW__OCCURRENCE_SETTLED));
        assert_false(row->flags & HW__OCCURRENCE_UNLISTED);
        assert_true(status != HW_STATUS_NOT_REPORTED || row->settles <= as_of);
        assert_true(status != HW_STATUS_OPEN || (row->opens <= as_of && as_of < row->settles));
        assert_true(status != HW_STATUS_UPCOMING || as_of < row->opens);
        double credit = hw_occurrences_credit_at(list, i);
        assert_true(credit >= 0 && credit <= 1);
        if (i > 0) {
            const hw__occurrence *before = row - 1;
            int order =
                strcmp(hw_occurrences_assignment_at(list, i - 1), hw_occurrences_assignment_at(list, i));
            assert_true(before->due < row->due || (before->due == row->due && order <= 0));
            assert_false(before->due == row->due && order == 0 && before->day == row->day &&
                         before->seconds == row->seconds);
        }
    }
}

/* ---- The naive account ---- */

/* One occurrence of one assignment, as the rules tell it. */
typedef struct told {
    bool there, is_cut, opened;
    size_t revision;
    hw_instant opens, closes, settles, due;
    int64_t closes_wall;
    int day_start;
} told;

static hw_instant resolve(const char *zone, hw_local local, int64_t *wall)
{
    static hw_zones *zones;
    hw_moment moment;
    hw_error err;
    if (!zones) {
        zones = hw_zones_new(NULL, &err);
    }
    if (local.seconds == HW_ALL_DAY) {
        local.seconds = 0;
    }
    assert_int_equal(hw_zones_resolve(zones, zone, local, &moment, NULL, &err), HW_OK);
    *wall = moment.instant + moment.offset * 60;
    return moment.instant;
}

static hw_local later(hw_local local, int days, int seconds)
{
    if (local.seconds == HW_ALL_DAY) {
        local.seconds = 0;
    }
    return hw_local_add(local, (hw_duration){days, seconds});
}

static void tell_window(const hw_assignment *a, const hw_settings *settings, hw_local key, told *out)
{
    const char *zone = hw_assignment_zone(a) ? hw_assignment_zone(a) : hw_settings_zone(settings);
    int day_start = hw_settings_day_start(settings) * 60;
    bool before = key.seconds != HW_ALL_DAY && key.seconds < day_start;
    hw_local day = {hw_date_add_days(key.date, before ? -1 : 0), day_start}, opens = day,
             closes = later(day, 1, 0);
    hw_duration span;
    bool has_opens = hw_assignment_opens(a, &span);
    if (has_opens) {
        opens = later(key, span.days, span.seconds);
    }
    if (hw_assignment_closes(a, &span)) {
        closes = later(key, span.days, span.seconds);
        if (!has_opens && hw_local_compare(opens, closes) > 0) {
            opens = later(key, 0, 0);
        }
    }
    span = hw_assignment_grace(a);
    int64_t wall;
    out->day_start = day_start;
    out->due = resolve(zone, key, &wall);
    out->opens = resolve(zone, opens, &wall);
    out->settles = resolve(zone, later(closes, span.days, span.seconds), &wall);
    out->closes = resolve(zone, closes, &out->closes_wall);
    if (key.seconds != HW_ALL_DAY && out->opens > out->due) { /* only where the clock skips an hour */
        out->opens = out->due;
    }
    if (out->closes < out->due) {
        out->closes_wall += out->due - out->closes;
        out->closes = out->due;
    }
    if (out->settles < out->closes) {
        out->settles = out->closes;
    }
}

static bool covers(hw_local effective, hw_local key)
{
    int days = hw_date_compare(effective.date, key.date);
    return days < 0 || (days == 0 && (key.seconds == HW_ALL_DAY || effective.seconds <= key.seconds));
}

static bool has_key(const hw_assignment *a, hw_local key)
{
    bool there = false;
    if (hw_assignment_schedule(a) == HW_SCHEDULE_ONCE) {
        hw_local due = hw_assignment_start(a);
        there = hw_local_compare(due, key) == 0 && due.seconds == key.seconds;
    } else if (hw_assignment_schedule(a) == HW_SCHEDULE_RECURRING) {
        int32_t day = hw__day_from_date(key.date);
        bool at = hw_assignment_time_count(a) == 0 && key.seconds == HW_ALL_DAY;
        for (size_t t = 0; t < hw_assignment_time_count(a); t++) {
            at |= hw_assignment_time_at(a, t) == key.seconds;
        }
        there = at && hw__rule_next(&a->schedule.compiled, day) == day;
    }
    for (size_t i = 0; i < hw_assignment_extra_count(a); i++) {
        hw_local extra = hw_assignment_extra_at(a, i);
        there |= hw_local_compare(extra, key) == 0 && extra.seconds == key.seconds;
    }
    for (size_t i = 0; i < hw_assignment_exception_count(a); i++) {
        hw_local exception = hw_assignment_exception_at(a, i);
        there &= hw_date_compare(exception.date, key.date) != 0 ||
                 (exception.seconds != HW_ALL_DAY && exception.seconds != key.seconds);
    }
    return there;
}

typedef struct story {
    const hw_plan *plan;
    const hw_log *log;
    hw_instant as_of;
    const char *id;
    hw_local key;
} story;

static hw_instant recorded_of(const hw_assignment *a)
{
    return hw_revision_recorded(hw_assignment_revision(a)).instant;
}

/* Whether a live entry says what became of it, one that was recorded by `by` or stands in the place of one that was. */
static bool is_answered(const story *s, hw_instant by)
{
    for (size_t i = 0; i < hw_log_count(s->log); i++) {
        if (hw_log_state_at(s->log, i) != HW_ENTRY_LIVE || hw_log_extent_at(s->log, i) == HW_EXTENT_NONE) {
            continue;
        }
        bool about = true;
        hw_instant since = INT64_MAX;
        for (size_t e = i; about && e != SIZE_MAX;) {
            const char *id = hw_log_assignment_at(s->log, e);
            hw_local due = hw_log_due_at(s->log, e);
            about = id && strcmp(id, s->id) == 0 && due.date.year && hw_local_compare(due, s->key) == 0 &&
                    due.seconds == s->key.seconds;
            if (about && hw_log_recorded_at(s->log, e).instant < since) {
                since = hw_log_recorded_at(s->log, e).instant;
            }
            e = hw_log_target_at(s->log, e) ? hw_log_find(s->log, hw_log_target_at(s->log, e)) : SIZE_MAX;
        }
        if (since != INT64_MAX && since <= by) {
            return true;
        }
    }
    return false;
}

/* By the settings: the last recorded of those that are effective by then and found it unsettled. */
static const hw_settings *tell_times(const story *s, const hw_assignment *a, told *out)
{
    const hw_settings *holds = hw_plan_settings_revision_at(s->plan, 0);
    tell_window(a, holds, s->key, out);
    for (size_t i = 1; i < hw_plan_settings_revision_count(s->plan); i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(s->plan, i);
        const hw_revision *revision = hw_settings_revision(settings);
        hw_instant recorded = hw_revision_recorded(revision).instant;
        if (recorded <= s->as_of && covers(hw_revision_effective(revision), s->key) &&
            out->settles > recorded) {
            holds = settings;
            tell_window(a, holds, s->key, out);
        }
    }
    return holds;
}

static told tell(const story *s)
{
    told now = {.there = false};
    size_t count = hw_plan_assignment_revision_count(s->plan, s->id);
    for (size_t r = 0; r < count; r++) {
        const hw_assignment *a = hw_plan_assignment_revision_at(s->plan, s->id, r);
        hw_instant recorded = recorded_of(a);
        hw_local effective = hw_revision_effective(hw_assignment_revision(a));
        if (recorded > s->as_of) {
            break;
        }
        if (now.there && !now.is_cut && covers(effective, s->key) && now.settles > recorded &&
            !is_answered(s, recorded)) {
            now.is_cut = true;
            now.opened = now.opens <= recorded;
        }
        if (hw_assignment_state(a) != HW_ASSIGNMENT_ACTIVE || !has_key(a, s->key) ||
            !covers(effective, s->key)) {
            continue;
        }
        told made = {.there = true, .revision = r};
        const hw_settings *settings = tell_times(s, a, &made);
        bool stays = now.there && (!now.is_cut || (now.opened && now.settles <= recorded));
        if (made.settles <= recorded || stays) {
            continue;
        }
        hw_date ends = hw_settings_ends(settings);
        if (ends.year && hw_date_compare(s->key.date, ends) > 0) {
            made.is_cut = true;
            made.opened = made.opens <= hw_revision_recorded(hw_settings_revision(settings)).instant;
        }
        now = made;
    }
    return now;
}

static bool tell_late(const told *it, hw_moment at)
{
    hw_local local = hw_moment_local(at);
    if (at.precision == HW_PRECISION_EXACT) {
        return at.instant + at.offset * 60 >= it->closes_wall;
    }
    return at.precision == HW_PRECISION_DATE &&
           hw__day_from_date(local.date) > hw__wall_day(it->closes_wall - 1 - it->day_start);
}

static bool is_held(const story *s, const told *it)
{
    for (size_t h = 0; h < hw_plan_hold_count(s->plan); h++) {
        const char *id = hw_hold_id(hw_plan_hold_at(s->plan, h));
        const hw_hold *holds = NULL; /* the last revision that was recorded before it settled */
        for (size_t r = 0; r < hw_plan_hold_revision_count(s->plan, id); r++) {
            const hw_hold *hold = hw_plan_hold_revision_at(s->plan, id, r);
            hw_instant recorded = hw_revision_recorded(hw_hold_revision(hold)).instant;
            holds = recorded <= s->as_of && recorded < it->settles ? hold : holds;
        }
        if (!holds || hw_hold_withdrawn(holds) || hw_date_compare(hw_hold_from(holds), s->key.date) > 0 ||
            (hw_hold_to(holds).year && hw_date_compare(hw_hold_to(holds), s->key.date) < 0)) {
            continue;
        }
        bool about = hw_hold_assignment_count(holds) == 0;
        for (size_t a = 0; a < hw_hold_assignment_count(holds); a++) {
            about |= strcmp(hw_hold_assignment_at(holds, a), s->id) == 0;
        }
        if (about) {
            return true;
        }
    }
    return false;
}

static bool is_excused(const story *s)
{
    for (size_t x = 0; x < hw_plan_excuse_count(s->plan); x++) {
        const char *id = hw_excuse_id(hw_plan_excuse_at(s->plan, x));
        const hw_excuse *last = NULL;
        for (size_t r = 0; r < hw_plan_excuse_revision_count(s->plan, id); r++) {
            const hw_excuse *excuse = hw_plan_excuse_revision_at(s->plan, id, r);
            last = hw_revision_recorded(hw_excuse_revision(excuse)).instant <= s->as_of ? excuse : last;
        }
        if (last && !hw_excuse_withdrawn(last) && strcmp(hw_excuse_assignment(last), s->id) == 0 &&
            hw_local_compare(hw_excuse_due(last), s->key) == 0 &&
            hw_excuse_due(last).seconds == s->key.seconds) {
            return true;
        }
    }
    return false;
}

/* HW_STATUS_COUNT: not listed. */
static hw_occurrence_status tell_status(const story *s, const told *it)
{
    if (!it->there) {
        return HW_STATUS_COUNT;
    }
    if (it->is_cut && !is_answered(s, INT64_MAX)) {
        return it->opened ? HW_STATUS_WITHDRAWN : HW_STATUS_COUNT;
    }
    if (is_held(s, it)) {
        return HW_STATUS_SUSPENDED;
    }
    hw_late_policy policy = hw_assignment_late(hw_plan_assignment_revision_at(s->plan, s->id, it->revision));
    bool done = false, on_time = false, tried = false, not_done = false;
    for (size_t i = 0; i < hw_log_count(s->log); i++) {
        const char *id = hw_log_assignment_at(s->log, i);
        hw_local due = hw_log_due_at(s->log, i);
        if (hw_log_state_at(s->log, i) != HW_ENTRY_LIVE || !id || strcmp(id, s->id) != 0 || !due.date.year ||
            hw_local_compare(due, s->key) != 0 || due.seconds != s->key.seconds) {
            continue;
        }
        bool late = policy != HW_LATE_OK && tell_late(it, hw_log_happened_at(s->log, i));
        if (late && policy == HW_LATE_REFUSED) {
            continue;
        }
        hw_extent extent = hw_log_extent_at(s->log, i);
        bool is_done = extent == HW_EXTENT_DONE || extent == HW_EXTENT_EXCEEDED;
        done |= is_done;
        on_time |= is_done && !late;
        tried |=
            extent == HW_EXTENT_ATTEMPTED || extent == HW_EXTENT_PARTIAL || extent == HW_EXTENT_SUBSTITUTED;
        not_done |= extent == HW_EXTENT_NOT_ATTEMPTED;
    }
    if (done) {
        return on_time ? HW_STATUS_DONE : HW_STATUS_DONE_LATE;
    }
    if (is_excused(s)) {
        return HW_STATUS_EXCUSED;
    }
    if (tried || not_done) {
        return tried ? HW_STATUS_PARTIAL : HW_STATUS_NOT_DONE;
    }
    return s->as_of < it->opens     ? HW_STATUS_UPCOMING
           : s->as_of < it->settles ? HW_STATUS_OPEN
                                    : HW_STATUS_NOT_REPORTED;
}

/* All keys that could be: every day at every time that any revision speaks of. */
static size_t all_keys(const hw_plan *plan, const char *id, hw_date from, int days, hw_local *out,
                       size_t most)
{
    int32_t times[200];
    size_t time_count = 0, count = 0;
    times[time_count++] = HW_ALL_DAY;
    for (size_t r = 0; r < hw_plan_assignment_revision_count(plan, id); r++) {
        const hw_assignment *a = hw_plan_assignment_revision_at(plan, id, r);
        for (size_t t = 0; t < hw_assignment_time_count(a); t++) {
            times[time_count++] = hw_assignment_time_at(a, t);
        }
        for (size_t t = 0; t < hw_assignment_extra_count(a); t++) {
            times[time_count++] = hw_assignment_extra_at(a, t).seconds;
        }
        times[time_count++] =
            hw_assignment_schedule(a) == HW_SCHEDULE_ONCE ? hw_assignment_start(a).seconds : HW_ALL_DAY;
        assert_true(time_count < 150);
    }
    for (int day = 0; day < days; day++) {
        for (size_t t = 0; t < time_count; t++) {
            bool again = false;
            for (size_t u = 0; u < t; u++) {
                again |= times[u] == times[t];
            }
            if (!again) {
                assert_true(count < most);
                out[count++] = (hw_local){hw_date_add_days(from, day), times[t]};
            }
        }
    }
    return count;
}

static bool has_quota(const hw_plan *plan, const char *id)
{
    for (size_t r = 0; r < hw_plan_assignment_revision_count(plan, id); r++) {
        if (hw_assignment_schedule(hw_plan_assignment_revision_at(plan, id, r)) == HW_SCHEDULE_QUOTA) {
            return true;
        }
    }
    return false;
}

static bool is_error(const hw_plan *plan, const char *id)
{
    return hw_assignment_state(hw_plan_assignment(plan, id)) == HW_ASSIGNMENT_ENTERED_IN_ERROR;
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

/* Compares all occurrences of assignments that were never quotas; returns how many there were. */
static size_t compare_with_tale(const hw_plan *plan, hw_date from, int days, hw_instant as_of)
{
    static hw_local keys[40000];
    hw_error err;
    hw_occurrences *list = hw_plan_occurrences(plan, from, hw_date_add_days(from, days), as_of, &err);
    hw_log *log = hw_plan_entries(plan, &err);
    size_t listed = 0, told_of = 0;
    assert_non_null(list);
    check_list(list, as_of);
    for (size_t a = 0; a < hw_plan_assignment_count(plan); a++) {
        const char *id = hw_assignment_id(hw_plan_assignment_at(plan, a));
        if (has_quota(plan, id) || is_error(plan, id)) {
            continue;
        }
        for (size_t i = 0; i < hw_occurrences_count(list); i++) {
            listed += strcmp(hw_occurrences_assignment_at(list, i), id) == 0;
        }
        size_t count = all_keys(plan, id, from, days, keys, COUNT_OF(keys));
        for (size_t k = 0; k < count; k++) {
            story s = {plan, log, as_of, id, keys[k]};
            told it = tell(&s);
            hw_occurrence_status status = tell_status(&s, &it);
            size_t row = status == HW_STATUS_COUNT ? SIZE_MAX : find_row(list, id, keys[k]);
            if (status == HW_STATUS_COUNT) {
                continue;
            }
            told_of++;
            if (row == SIZE_MAX || hw_occurrences_status_at(list, row) != status) {
                char *text = hw_local_text(keys[k], &err);
                print_error("%s %s: %s\n", id, text, hw_occurrence_status_name(status));
                hw_string_free(text);
            }
            assert_int_not_equal(row, SIZE_MAX);
            assert_int_equal(hw_occurrences_status_at(list, row), status);
            assert_int_equal(list->rows.items[row].revision, it.revision);
            assert_int_equal(hw_occurrences_opens_at(list, row).instant, it.opens);
            assert_int_equal(hw_occurrences_due_at(list, row).instant, it.due);
            assert_int_equal(hw_occurrences_closes_at(list, row).instant, it.closes);
            assert_int_equal(hw_occurrences_settles_at(list, row), it.settles);
        }
    }
    assert_int_equal(listed, told_of);
    hw_log_unref(log);
    hw_occurrences_free(list);
    return told_of;
}

static void test_against_the_naive_account(void **state)
{
    (void)state;
    test_random random = random_start("occurrences against the naive account", 41);
    size_t compared = 0;
    for (long round = random_rounds(40, 2000); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, (int)random_below(&random, 120) + 10);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "reader");
        hw_date from = random_date(&random, editor.now);
        compared += compare_with_tale(plan, hw_date_add_days(from, -20), 60, editor.now);
        hw_plan_free(plan);
    }
    print_message("%zu occurrences compared\n", compared);
    assert_true(compared > 1000);
}

/* ---- What later edits may change ---- */

static size_t count_revisions(const hw_plan *plan)
{
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    size_t count = hw_log_count(log);
    hw_log_unref(log);
    for (size_t x = 0; x < hw_plan_excuse_count(plan); x++) {
        count += hw_plan_excuse_revision_count(plan, hw_excuse_id(hw_plan_excuse_at(plan, x)));
    }
    for (size_t a = 0; a < hw_plan_assignment_count(plan); a++) {
        const hw_assignment *assignment = hw_plan_assignment_at(plan, a);
        count += hw_assignment_state(assignment) == HW_ASSIGNMENT_ENTERED_IN_ERROR;
    }
    return count;
}

static bool same_row(const hw_occurrences *a, size_t i, const hw_occurrences *b, size_t j)
{
    const hw__occurrence *x = &a->rows.items[i], *y = &b->rows.items[j];
    return x->due == y->due && x->opens == y->opens && x->closes == y->closes && x->settles == y->settles &&
           x->status == y->status && x->revision == y->revision && x->fold == y->fold &&
           x->count == y->count && hw_occurrences_credit_at(a, i) == hw_occurrences_credit_at(b, j);
}

/* As of the moment before an edit nothing differs, whatever the edit; and what was settled by then keeps its status, unless the edit was
 * a report, an excuse, or the discovery of an error. */
static void check_edit(const hw_occurrences *before, hw_plan *plan, hw_date from, hw_date to, hw_instant then,
                       hw_instant now, bool may_change)
{
    hw_error err;
    hw_occurrences *again = hw_plan_occurrences(plan, from, to, then, &err);
    assert_int_equal(hw_occurrences_count(again), hw_occurrences_count(before));
    for (size_t i = 0; i < hw_occurrences_count(before); i++) {
        assert_true(same_row(before, i, again, i));
    }
    hw_occurrences_free(again);
    hw_occurrences *after = hw_plan_occurrences(plan, from, to, now, &err);
    check_list(after, now);
    for (size_t i = 0; i < hw_occurrences_count(before) && !may_change; i++) {
        if (before->rows.items[i].settles > then) {
            continue;
        }
        size_t j = find_row(after, hw_occurrences_assignment_at(before, i), hw_occurrences_key_at(before, i));
        assert_int_not_equal(j, SIZE_MAX);
        assert_true(same_row(before, i, after, j));
    }
    hw_occurrences_free(after);
}

static void test_closed_periods_stay(void **state)
{
    (void)state;
    test_random random = random_start("closed periods", 42);
    size_t settled = 0;
    for (long round = random_rounds(15, 600); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 80);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "later");
        hw_date from = hw_date_add_days(random_date(&random, editor.now), -60),
                to = hw_date_add_days(from, 150);
        for (int edit = 0; edit < 25; edit++) {
            hw_error err;
            hw_instant then = editor.now++;
            hw_occurrences *before = hw_plan_occurrences(plan, from, to, then, &err);
            size_t revisions = count_revisions(plan);
            assert_non_null(before);
            for (size_t i = 0; i < hw_occurrences_count(before); i++) {
                settled += hw_occurrences_settles_at(before, i) <= then;
            }
            random_edit(plan, &random, &editor, &err);
            check_edit(before, plan, from, to, then, editor.now, count_revisions(plan) != revisions);
            hw_occurrences_free(before);
        }
        hw_plan_free(plan);
    }
    print_message("%zu settled occurrences watched\n", settled);
    assert_true(settled > 1000);
}

/* A window is a part of a larger one. */
static void test_windows_are_parts(void **state)
{
    (void)state;
    test_random random = random_start("windows", 43);
    for (long round = random_rounds(15, 300); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 100);
        hw_error err;
        random_editor editor = random_editor_start(plan, "reader");
        hw_date from = hw_date_add_days(random_date(&random, editor.now), -50),
                to = hw_date_add_days(from, 120);
        hw_occurrences *all = hw_plan_occurrences(plan, from, to, editor.now, &err);
        size_t sum = 0;
        for (hw_date day = from; hw_date_compare(day, to) < 0; day = hw_date_add_days(day, 10)) {
            hw_occurrences *part =
                hw_plan_occurrences(plan, day, hw_date_add_days(day, 10), editor.now, &err);
            for (size_t i = 0; i < hw_occurrences_count(part); i++) {
                size_t j =
                    find_row(all, hw_occurrences_assignment_at(part, i), hw_occurrences_key_at(part, i));
                assert_int_not_equal(j, SIZE_MAX);
                assert_true(same_row(part, i, all, j));
            }
            sum += hw_occurrences_count(part);
            hw_occurrences_free(part);
        }
        assert_int_equal(sum, hw_occurrences_count(all));
        hw_occurrences_free(all);
        hw_plan_free(plan);
    }
}

/* One assignment alone is as among all; and what is not listed comes only where it is asked for. */
static void test_queries(void **state)
{
    (void)state;
    test_random random = random_start("queries", 44);
    size_t unlisted = 0;
    for (long round = random_rounds(20, 300); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 100);
        hw_error err;
        random_editor editor = random_editor_start(plan, "reader");
        int32_t middle = hw__wall_day(editor.now);
        hw__occurrence_query query = {.from = middle - 60, .to = middle + 60, .as_of = editor.now};
        query.assignment = HW__EVERY_ASSIGNMENT;
        hw_occurrences *all = hw__plan_occurrences(plan, &query, &err);
        query.unlisted = true;
        hw_occurrences *more = hw__plan_occurrences(plan, &query, &err);
        query.unlisted = false;
        size_t sum = 0, listed = 0;
        for (query.assignment = 0; query.assignment < hw_plan_assignment_count(plan); query.assignment++) {
            hw_occurrences *one = hw__plan_occurrences(plan, &query, &err);
            for (size_t i = 0; i < hw_occurrences_count(one); i++) {
                assert_int_equal(one->rows.items[i].assignment, query.assignment);
                assert_true(same_row(one, i, all,
                                     find_row(all, hw_occurrences_assignment_at(one, i),
                                              hw_occurrences_key_at(one, i))));
            }
            sum += hw_occurrences_count(one);
            hw_occurrences_free(one);
        }
        assert_int_equal(sum, hw_occurrences_count(all));
        for (size_t i = 0; i < hw_occurrences_count(more); i++) {
            bool is_listed = !(more->rows.items[i].flags & HW__OCCURRENCE_UNLISTED);
            size_t j = find_row(all, hw_occurrences_assignment_at(more, i), hw_occurrences_key_at(more, i));
            assert_int_equal(j != SIZE_MAX, is_listed);
            assert_true(!is_listed || same_row(more, i, all, j));
            listed += is_listed;
        }
        assert_int_equal(listed, hw_occurrences_count(all));
        unlisted += hw_occurrences_count(more) - listed;
        hw_occurrences_free(more);
        hw_occurrences_free(all);
        hw_plan_free(plan);
    }
    assert_true(unlisted > 0);
}

/* Entries that verbs have logged are never about nothing. */
static void test_no_orphans(void **state)
{
    (void)state;
    test_random random = random_start("orphans", 45);
    for (long round = random_rounds(20, 400); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 150);
        hw_error err;
        hw_problems *problems = hw_problems_new(&err);
        assert_int_equal(hw_plan_check_entries(plan, problems, &err), HW_OK);
        if (hw_problems_count(problems)) {
            print_error("%s\n", hw_problems_subject_at(problems, 0));
        }
        assert_int_equal(hw_problems_count(problems), 0);
        hw_problems_free(problems);
        hw_plan_free(plan);
    }
}

static void test_without_memory(void **state)
{
    (void)state;
    test_random random = random_start("occurrences without memory", 46);
    hw_plan *plan = random_plan_new(&random, 100);
    hw_error err;
    random_editor editor = random_editor_start(plan, "reader");
    hw_date from = hw_date_add_days(random_date(&random, editor.now), -50), to = hw_date_add_days(from, 100);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_occurrences *list = hw_plan_occurrences(plan, from, to, editor.now, &err);
        hw__alloc_fail(0, 0);
        if (list) {
            check_list(list, editor.now);
            hw_occurrences_free(list);
            assert_true(nth > 20);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_plan_free(plan);
}

/* A week costs the same in the first year and a hundred years on, and rows need no memory each. */
static void test_allocations(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-01-01T00:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-01-01T09:00", "FREQ=DAILY;COUNT=90000"));
    hw_error err;
    size_t used[3];
    const char *to[] = {"2025-02-01", "2027-02-01", "2125-02-01"};
    for (int i = 0; i < 3; i++) {
        hw__alloc_count();
        hw_occurrences *list =
            hw_plan_occurrences(s.plan, scene_date("2025-01-01"), scene_date(to[i]), 2000000000, &err);
        used[i] = hw__alloc_count();
        hw_occurrences_free(list);
    }
    assert_true(used[1] <= used[0] + 20);
    assert_true(used[2] <= used[1] + 20);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_the_naive_account),
        cmocka_unit_test(test_closed_periods_stay),
        cmocka_unit_test(test_windows_are_parts),
        cmocka_unit_test(test_queries),
        cmocka_unit_test(test_no_orphans),
        cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests_name("occurrences", tests, NULL, NULL);
}
