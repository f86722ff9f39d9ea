/* SPDX-License-Identifier: MIT */
#include "support/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_change *change_now(scene *s)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_non_null(change);
    if (s->effective.date.year) {
        assert_int_equal(hw_change_set_effective(change, s->effective, &err), HW_OK);
    }
    s->effective = (hw_local){{0, 0, 0}, 0};
    return change;
}

static void expect_ok(hw_status status, const hw_error *err)
{
    if (status != HW_OK) {
        print_error("%s: %s\n", err->subject, err->message);
    }
    assert_int_equal(status, HW_OK);
}

hw_local scene_local(const char *text)
{
    hw_local local = {{0, 0, 0}, 0};
    hw_error err;
    if (text) {
        expect_ok(hw_local_parse(text, &local, &err), &err);
    }
    return local;
}

hw_date scene_date(const char *text)
{
    return scene_local(text).date;
}

hw_moment scene_moment(const char *text)
{
    hw_moment moment = {0};
    hw_error err;
    if (text) {
        expect_ok(hw_moment_parse(text, &moment, &err), &err);
    }
    return moment;
}

hw_instant scene_instant(const char *text)
{
    return scene_moment(text).instant;
}

scene scene_open(const char *zone, const char *now)
{
    scene s = {.now = scene_moment(now)};
    hw_error err;
    hw_change *change = change_now(&s);
    s.plan = hw_plan_new(UID, zone, HW_ROLE_CLIENT, change, &err);
    assert_non_null(s.plan);
    hw_change_free(change);
    return s;
}

void scene_close(scene *s)
{
    hw_plan_free(s->plan);
}

void scene_now(scene *s, const char *now)
{
    s->now = scene_moment(now);
}

void scene_effective(scene *s, const char *effective)
{
    s->effective = scene_local(effective);
}

static hw_assignment *draft(const char *id)
{
    hw_error err;
    hw_assignment *made = hw_assignment_new(id, "Practice", HW_KIND_RELAXATION, &err);
    assert_non_null(made);
    return made;
}

hw_assignment *scene_recurring(const char *id, const char *start, const char *rule)
{
    hw_assignment *made = draft(id);
    assert_int_equal(hw_assignment_set_recurring(made, scene_local(start), rule), HW_OK);
    return made;
}

hw_assignment *scene_once(const char *id, const char *due)
{
    hw_assignment *made = draft(id);
    assert_int_equal(hw_assignment_set_once(made, scene_local(due)), HW_OK);
    return made;
}

hw_assignment *scene_quota(const char *id, const char *start, int times, int most, hw_period period)
{
    hw_assignment *made = draft(id);
    assert_int_equal(hw_assignment_set_quota(made, scene_date(start), times, most, period), HW_OK);
    return made;
}

hw_assignment *scene_until(const char *id, const char *start)
{
    return scene_around(id, start, HW_RELATION_UNTIL, (hw_duration){0, 0}, 1);
}

hw_assignment *scene_around(const char *id, const char *start, hw_relation relation, hw_duration offset,
                            int every)
{
    hw_assignment *made = draft(id);
    assert_int_equal(hw_assignment_set_session_anchored(made, scene_date(start), relation, offset, every),
                     HW_OK);
    return made;
}

hw_assignment *scene_after(const char *id, const char *start, const char *after, hw_duration delay)
{
    hw_assignment *made = draft(id);
    assert_int_equal(hw_assignment_set_sequenced(made, scene_date(start), after, delay), HW_OK);
    return made;
}

hw_assignment *scene_edit(scene *s, const char *id)
{
    hw_error err;
    hw_assignment *made = hw_assignment_edit(hw_plan_assignment(s->plan, id), &err);
    assert_non_null(made);
    return made;
}

void scene_give(scene *s, hw_assignment *given)
{
    hw_error err;
    hw_change *change = change_now(s);
    bool is_new = !hw_plan_assignment(s->plan, hw_assignment_id(given));
    hw_status status = is_new ? hw_plan_add_assignment(s->plan, given, change, &err)
                              : hw_plan_revise_assignment(s->plan, given, change, &err);
    expect_ok(status, &err);
    hw_change_free(change);
    hw_assignment_unref(given);
}

void scene_settings(scene *s, const char *zone, int day_start, int week_start, const char *ends)
{
    hw_error err;
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), &err);
    hw_change *change = change_now(s);
    assert_int_equal(hw_settings_set_zone(settings, zone), HW_OK);
    assert_int_equal(hw_settings_set_day_start(settings, day_start), HW_OK);
    assert_int_equal(hw_settings_set_week_start(settings, (hw_weekday)week_start), HW_OK);
    assert_int_equal(hw_settings_set_ends(settings, scene_date(ends)), HW_OK);
    expect_ok(hw_plan_revise_settings(s->plan, settings, change, &err), &err);
    hw_change_free(change);
    hw_settings_unref(settings);
}

void scene_hold(scene *s, const char *id, const char *from, const char *to, const char *assignment,
                bool withdrawn)
{
    hw_error err;
    const hw_hold *old = hw_plan_hold(s->plan, id);
    hw_hold *hold = old ? hw_hold_edit(old, &err) : hw_hold_new(id, scene_date(from), scene_date(to), &err);
    hw_change *change = change_now(s);
    assert_non_null(hold);
    hw_hold_set_from(hold, scene_date(from));
    hw_hold_set_to(hold, scene_date(to));
    hw_hold_set_withdrawn(hold, withdrawn);
    if (assignment && !old) {
        assert_int_equal(hw_hold_add_assignment(hold, assignment), HW_OK);
    }
    expect_ok(old ? hw_plan_revise_hold(s->plan, hold, change, &err)
                  : hw_plan_add_hold(s->plan, hold, change, &err),
              &err);
    hw_change_free(change);
    hw_hold_unref(hold);
}

void scene_session(scene *s, const char *id, const char *start, hw_session_outcome state)
{
    hw_error err;
    const hw_session *old = hw_plan_session(s->plan, id);
    hw_session *session = old ? hw_session_edit(old, &err) : hw_session_new(id, scene_local(start), &err);
    hw_change *change = change_now(s);
    assert_non_null(session);
    if (start) {
        assert_int_equal(hw_session_set_start(session, scene_local(start)), HW_OK);
    }
    assert_int_equal(hw_session_set_state(session, state), HW_OK);
    expect_ok(old ? hw_plan_revise_session(s->plan, session, change, &err)
                  : hw_plan_add_session(s->plan, session, change, &err),
              &err);
    hw_change_free(change);
    hw_session_unref(session);
}

void scene_excuse(scene *s, const char *id, const char *assignment, const char *due, bool withdrawn)
{
    hw_error err;
    const hw_excuse *old = hw_plan_excuse(s->plan, id);
    hw_excuse *excuse = old ? hw_excuse_edit(old, &err)
                            : hw_excuse_new(id, assignment, scene_local(due), HW_EXCUSE_ILLNESS, &err);
    hw_change *change = change_now(s);
    assert_non_null(excuse);
    hw_excuse_set_withdrawn(excuse, withdrawn);
    expect_ok(old ? hw_plan_revise_excuse(s->plan, excuse, change, &err)
                  : hw_plan_add_excuse(s->plan, excuse, change, &err),
              &err);
    hw_change_free(change);
    hw_excuse_unref(excuse);
}

hw_status scene_try(scene *s, const char *assignment, hw_extent extent, const char *at, const char *due)
{
    hw_error err;
    hw_entry *entry = hw_entry_new(assignment, extent, &err);
    hw_change *change = change_now(s);
    assert_non_null(entry);
    hw_entry_set_at(entry, scene_moment(at));
    if (due && strcmp(due, "none") == 0) {
        hw_entry_set_unscheduled(entry);
    } else if (due) {
        hw_entry_set_due(entry, scene_local(due));
    }
    uint64_t generation = hw_plan_generation(s->plan);
    hw_status status = hw_plan_log(s->plan, entry, change, &err);
    assert_int_equal(err.status, status);
    assert_int_equal(hw_plan_generation(s->plan) - generation, status == HW_OK);
    assert_int_equal(hw_entry_id(entry) != NULL, status == HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
    return status;
}

const char *scene_last(const scene *s)
{
    static char id[80];
    hw_error err;
    hw_log *log = hw_plan_entries(s->plan, &err);
    assert_non_null(log);
    long newest = -1, most = -1;
    for (size_t i = 0; i < hw_log_count(log); i++) {
        const char *dash = strrchr(hw_log_id_at(log, i), '-');
        long number = dash ? strtol(dash + 1, NULL, 10) : 0;
        if (number > most) {
            most = number;
            newest = (long)i;
        }
    }
    assert_true(newest >= 0);
    snprintf(id, sizeof id, "%s", hw_log_id_at(log, (size_t)newest));
    hw_log_unref(log);
    return id;
}

static void put_local(char *out, size_t size, hw_local local)
{
    if (local.seconds == HW_ALL_DAY) {
        snprintf(out, size, "%02d-%02d", local.date.month, local.date.day);
    } else {
        snprintf(out, size, "%02d-%02dT%02d:%02d", local.date.month, local.date.day, local.seconds / 3600,
                 local.seconds / 60 % 60);
    }
}

const char *scene_report(scene *s, const char *assignment, hw_extent extent, const char *at, const char *due)
{
    static char text[32];
    hw_error err;
    assert_int_equal(scene_try(s, assignment, extent, at, due), HW_OK);
    hw_log *log = hw_plan_entries(s->plan, &err);
    size_t index = hw_log_find(log, scene_last(s));
    hw_local key = hw_log_due_at(log, index);
    if (key.date.year == 0) {
        snprintf(text, sizeof text, "none");
    } else {
        put_local(text, sizeof text, key);
    }
    hw_log_unref(log);
    return text;
}

hw_occurrences *scene_occurrences(scene *s, const char *from, const char *to, const char *as_of)
{
    hw_error err;
    hw_instant instant = as_of ? scene_instant(as_of) : s->now.instant;
    hw_occurrences *list = hw_plan_occurrences(s->plan, scene_date(from), scene_date(to), instant, &err);
    if (!list) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(list);
    return list;
}

const char *scene_show(scene *s, const char *from, const char *to, const char *as_of)
{
    hw_occurrences *list = scene_occurrences(s, from, to, as_of);
    bool named = hw_plan_assignment_count(s->plan) > 1;
    size_t at = 0;
    s->shown[0] = '\0';
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        char key[32];
        put_local(key, sizeof key, hw_occurrences_key_at(list, i));
        int size = snprintf(s->shown + at, sizeof s->shown - at, "%s%s%s%s %s", i ? ", " : "",
                            named ? hw_occurrences_assignment_at(list, i) : "", named ? " " : "", key,
                            hw_occurrence_status_name(hw_occurrences_status_at(list, i)));
        assert_true(size > 0 && (size_t)size < sizeof s->shown - at);
        at += (size_t)size;
    }
    hw_occurrences_free(list);
    return s->shown;
}
