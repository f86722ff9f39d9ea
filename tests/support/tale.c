/* SPDX-License-Identifier: MIT */
#include "support/tale.h"

#include <string.h>

#include "model/records.h"
#include "support/cmocka_all.h"
#include "time/civil.h"

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

/* As the clock would show it if it were never changed. */
static int64_t nominal(hw_local local)
{
    return hw__wall(hw__day_from_date(local.date), local.seconds);
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
    if (out->closes <= out->opens && nominal(closes) > nominal(opens)) { /* the clock skips all of it */
        int64_t offset = out->closes_wall - out->closes;
        out->closes = out->opens + nominal(closes) - nominal(opens);
        out->closes_wall = out->closes + offset;
        out->settles = out->closes + nominal(later(closes, span.days, span.seconds)) - nominal(closes);
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

static hw_instant recorded_of(const hw_assignment *a)
{
    return hw_revision_recorded(hw_assignment_revision(a)).instant;
}

/* Whether a live entry says what became of it, one that was recorded by `by` or stands in the place of one
 * that was. */
static bool is_answered(const story *s, hw_instant by)
{
    for (size_t i = 0; i < hw_log_count(s->log); i++) {
        hw_extent extent = hw_log_extent_at(s->log, i);
        if (hw_log_state_at(s->log, i) != HW_ENTRY_LIVE || extent == HW_EXTENT_NONE ||
            extent == HW_EXTENT_NO_OPPORTUNITY) {
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

/* By the settings: the last recorded of those that are effective by then and found it unsettled. `by`: by
 * those that had been recorded. */
static const hw_settings *tell_times(const story *s, const hw_assignment *a, hw_instant by, told *out)
{
    const hw_settings *holds = hw_plan_settings_revision_at(s->plan, 0);
    tell_window(a, holds, s->key, out);
    for (size_t i = 1; i < hw_plan_settings_revision_count(s->plan); i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(s->plan, i);
        const hw_revision *revision = hw_settings_revision(settings);
        hw_instant recorded = hw_revision_recorded(revision).instant;
        if (recorded <= by && covers(hw_revision_effective(revision), s->key) && out->settles > recorded) {
            holds = settings;
            tell_window(a, holds, s->key, out);
        }
    }
    return holds;
}

static bool is_after_plan(const hw_settings *settings, hw_local key)
{
    hw_date ends = hw_settings_ends(settings);
    return ends.year && hw_date_compare(key.date, ends) > 0;
}

/* ---- maintenance ---- */

/* What was known of a session at a moment; NULL if nothing was. */
static const hw_session *session_by(const story *s, size_t index, hw_instant by)
{
    const char *id = hw_session_id(hw_plan_session_at(s->plan, index));
    const hw_session *known = NULL;
    for (size_t r = 0; r < hw_plan_session_revision_count(s->plan, id); r++) {
        const hw_session *session = hw_plan_session_revision_at(s->plan, id, r);
        known = hw_revision_recorded(hw_session_revision(session)).instant <= by ? session : known;
    }
    return known;
}

/* Whether the key comes after the plan's end, or in a plan without one after its last session. */
static bool is_time_for_maintenance(const story *s, const hw_settings *settings, hw_instant by)
{
    bool any = false;
    if (hw_settings_ends(settings).year) {
        return is_after_plan(settings, s->key);
    }
    for (size_t i = 0; i < hw_plan_session_count(s->plan); i++) {
        const hw_session *session = session_by(s, i, by);
        hw_session_outcome state = session ? hw_session_state(session) : HW_SESSION_MISSED;
        if (state == HW_SESSION_PLANNED || state == HW_SESSION_HELD) {
            any = true;
            if (hw_date_compare(hw_session_start(session).date, s->key.date) >= 0) {
                return false;
            }
        }
    }
    return any;
}

/* The first moment after another at which settings or a session were recorded; INT64_MAX = none. */
static hw_instant next_moment(const story *s, hw_instant after)
{
    hw_instant next = INT64_MAX;
    for (size_t i = 0; i < hw_plan_settings_revision_count(s->plan); i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(s->plan, i);
        hw_instant at = hw_revision_recorded(hw_settings_revision(settings)).instant;
        next = at > after && at < next ? at : next;
    }
    for (size_t i = 0; i < hw_plan_session_count(s->plan); i++) {
        const char *id = hw_session_id(hw_plan_session_at(s->plan, i));
        for (size_t r = 0; r < hw_plan_session_revision_count(s->plan, id); r++) {
            const hw_session *session = hw_plan_session_revision_at(s->plan, id, r);
            hw_instant at = hw_revision_recorded(hw_session_revision(session)).instant;
            next = at > after && at < next ? at : next;
        }
    }
    return next;
}

/* When the next revision takes the key over; INT64_MAX = none does. */
static hw_instant taken_over(const story *s, size_t revision)
{
    for (size_t r = revision + 1; r < hw_plan_assignment_revision_count(s->plan, s->id); r++) {
        const hw_revision *later = hw_assignment_revision(hw_plan_assignment_revision_at(s->plan, s->id, r));
        if (covers(hw_revision_effective(later), s->key)) {
            return hw_revision_recorded(later).instant;
        }
    }
    return INT64_MAX;
}

/* From one moment to the next, until it has settled: is it the time for it? */
static void tell_maintenance(const story *s, const hw_assignment *a, size_t revision, told *out)
{
    hw_instant at = recorded_of(a), end = taken_over(s, revision);
    told then = *out;
    const hw_settings *holds = tell_times(s, a, at, &then);
    out->there = is_time_for_maintenance(s, holds, at);
    out->born = at;
    while ((at = next_moment(s, at)) != INT64_MAX && at <= s->as_of) {
        holds = tell_times(s, a, at, &then);
        if (then.settles <= at || at >= end) {
            return;
        }
        bool wanted = is_time_for_maintenance(s, holds, at);
        if (wanted && (!out->there || out->is_cut)) {
            out->there = true;
            out->is_cut = false;
            out->born = at;
        } else if (!wanted && out->there && !out->is_cut) {
            out->is_cut = true;
            out->opened = then.opens <= at;
        }
    }
}

told tell(const story *s)
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
        told then = made;
        tell_times(s, a, recorded, &then);
        const hw_settings *settings = tell_times(s, a, s->as_of, &made);
        bool was_settled = made.settles <= recorded && then.settles <= recorded;
        made.born = recorded;
        if (hw_assignment_maintenance(a) && !was_settled) {
            tell_maintenance(s, a, r, &made);
        }
        bool stays = now.there && (!now.is_cut || (now.opened && now.settles <= made.born));
        if (was_settled || stays || !made.there) {
            continue;
        }
        if (!hw_assignment_maintenance(a) && is_after_plan(settings, s->key)) {
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

/* Whether the latest known revision of any review finds it equivalent. */
static bool is_accepted(const story *s, const char *entry)
{
    for (size_t i = 0; i < hw_plan_review_count(s->plan); i++) {
        const char *id = hw_review_id(hw_plan_review_at(s->plan, i));
        const hw_review *last = NULL;
        for (size_t r = 0; r < hw_plan_review_revision_count(s->plan, id); r++) {
            const hw_review *review = hw_plan_review_revision_at(s->plan, id, r);
            last = hw_revision_recorded(hw_review_revision(review)).instant <= s->as_of ? review : last;
        }
        for (size_t e = 0; last && e < hw_review_equivalent_count(last); e++) {
            if (strcmp(hw_review_equivalent_at(last, e), entry) == 0) {
                return true;
            }
        }
    }
    return false;
}

hw_occurrence_status tell_status(const story *s, const told *it)
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
        bool accepted = extent == HW_EXTENT_SUBSTITUTED && is_accepted(s, hw_log_id_at(s->log, i));
        bool is_done = extent == HW_EXTENT_DONE || extent == HW_EXTENT_EXCEEDED || accepted;
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

size_t tell_keys(const hw_plan *plan, const char *id, hw_date from, int days, hw_local *out, size_t most)
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
