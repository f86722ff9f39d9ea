/* SPDX-License-Identifier: MIT */
#include "support/random_schedule.h"

#include <string.h>

#include "support/cmocka_all.h"

#define HOUR 3600
#define DAY 86400

#define PICK_AT(plan, random, noun)                                                              \
    (hw_plan_##noun##_count(plan)                                                                \
         ? hw_plan_##noun##_at(plan, (size_t)random_below(random, hw_plan_##noun##_count(plan))) \
         : NULL)

static const char *const rules[] = {"FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,TH",
                                    "FREQ=WEEKLY;BYDAY=SA", "FREQ=MONTHLY;BYMONTHDAY=1,15"};

static const char *some_rule(test_random *random)
{
    return rules[random_below(random, sizeof rules / sizeof *rules)];
}

static hw_date day_near(test_random *random, const random_editor *editor, int before, int after)
{
    hw_date today = hw_moment_local(hw_moment_at(editor->now, 0)).date;
    return hw_date_add_days(today, random_int(random, -before, after));
}

static hw_duration some_span(test_random *random, int days)
{
    bool has_time = random_chance(random, 40);
    return (hw_duration){random_int(random, 0, days), has_time ? random_int(random, 0, 20) * 1800 : 0};
}

/* ---- schedules ---- */

static void fill_times(test_random *random, hw_assignment *draft)
{
    for (int i = random_int(random, -2, 2); i > 0; i--) {
        hw_assignment_add_time(draft, (random_int(random, 0, 47) * 1800));
    }
}

/* Some of them concern occurrences that there are. */
static void fill_changes(test_random *random, hw_assignment *draft)
{
    hw_local start = hw_assignment_start(draft);
    for (int i = random_int(random, -2, 3); i > 0; i--) {
        hw_local key = {hw_date_add_days(start.date, random_int(random, 0, 20)), start.seconds}, to = key;
        to.date = hw_date_add_days(to.date, random_int(random, -4, 4));
        to.seconds = key.seconds == HW_ALL_DAY ? HW_ALL_DAY : random_int(random, 0, 47) * 1800;
        hw_assignment_add_move(draft, key, to);
    }
    for (int i = random_int(random, -3, 1); i > 0; i--) {
        hw_local key = {hw_date_add_days(start.date, random_int(random, 0, 20)), start.seconds};
        hw_assignment_add_exception(draft, key);
    }
    for (int i = random_int(random, -3, 1); i > 0; i--) {
        hw_local key = {hw_date_add_days(start.date, random_int(random, 0, 20)), start.seconds};
        hw_assignment_add_extra(draft, key);
    }
}

static void fill_recurring(test_random *random, hw_assignment *draft, hw_date start)
{
    bool whole = random_chance(random, 50);
    hw_assignment_set_on_demand(draft); /* forgets the last day, which might come before the first */
    hw_assignment_set_recurring(draft,
                                (hw_local){start, whole ? HW_ALL_DAY : random_int(random, 0, 47) * 1800},
                                some_rule(random));
    hw_date from = start;
    for (int i = random_int(random, -1, 2); i > 0; i--) {
        from =
            hw_date_add_days(from, random_int(random, 8, 20)); /* so that the rule before comes to matter */
        if (random_chance(random, 70) && hw_date_days_between(start, from) > 31) {
            hw_assignment_add_taper(draft, from, some_rule(random));
        } else if (hw_assignment_rule(draft) && strcmp(hw_assignment_rule(draft), "FREQ=DAILY") == 0 &&
                   hw_assignment_taper_count(draft) == 0) {
            hw_assignment_add_taper(draft, from, "FREQ=WEEKLY;BYDAY=WE");
        }
    }
    if (!whole) {
        fill_times(random, draft);
    }
}

/* An assignment that another may come after: one made before it, so that there is no circle. */
static const char *some_earlier(const hw_plan *plan, test_random *random, const hw_assignment *draft)
{
    size_t count = hw_plan_assignment_count(plan), place = count;
    const char *id = hw_assignment_id(draft); /* NULL without memory for the draft */
    for (size_t i = 0; id && i < count; i++) {
        if (strcmp(hw_assignment_id(hw_plan_assignment_at(plan, i)), id) == 0) {
            place = i;
        }
    }
    return place ? hw_assignment_id(hw_plan_assignment_at(plan, (size_t)random_below(random, place))) : NULL;
}

static void fill_anchored(test_random *random, hw_assignment *draft, hw_date start)
{
    hw_relation relation = (hw_relation)random_int(random, 0, HW_RELATION_AFTER);
    bool until = relation == HW_RELATION_UNTIL;
    hw_duration none = {0, 0};
    hw_assignment_set_session_anchored(draft, start, relation, until ? none : some_span(random, 5),
                                       until || random_chance(random, 60) ? 1 : random_int(random, 2, 3));
    if (until || hw_assignment_offset(draft).seconds == 0) {
        fill_times(random, draft);
    }
    hw_assignment_set_unheld(draft, (hw_unheld_policy)random_int(random, 0, HW_UNHELD_CLOSE));
}

void random_schedule_fill(const hw_plan *plan, test_random *random, const random_editor *editor,
                          hw_assignment *draft)
{
    hw_date start = day_near(random, editor, 10, 5);
    const char *earlier = some_earlier(plan, random, draft);
    hw_assignment_set_on_demand(draft); /* forgets the last day */
    switch (random_int(random, 0, 6)) {
    case 0:
        hw_assignment_set_event_contingent(draft, start);
        hw_assignment_set_trigger(draft, random_language(random), random_text(random));
        return;
    case 1:
    case 2:
        if (earlier) {
            hw_assignment_set_sequenced(draft, start, earlier, some_span(random, 3));
            break;
        }
        fill_anchored(random, draft, start);
        break;
    case 3:
        fill_recurring(random, draft, start);
        break;
    default:
        fill_anchored(random, draft, start);
        break;
    }
    if (random_chance(random, 20)) {
        hw_assignment_set_until(draft, hw_date_add_days(start, random_int(random, 20, 60)));
    }
    fill_changes(random, draft);
}

/* ---- plans ---- */

typedef struct work {
    hw_plan *plan;
    test_random *random;
    random_editor *editor;
    hw_change *change;
} work;

static void fill_plain(work *w, hw_assignment *draft)
{
    hw_date start = day_near(w->random, w->editor, 10, 5);
    switch (random_int(w->random, 0, 3)) {
    case 0:
        hw_assignment_set_once(draft, (hw_local){start, random_int(w->random, 0, 47) * 1800});
        break;
    case 1:
        hw_assignment_set_quota(draft, start, random_int(w->random, 1, 4), 0,
                                (hw_period)random_int(w->random, 0, HW_PERIOD_MONTH));
        break;
    default:
        fill_recurring(w->random, draft, start);
        break;
    }
}

static void fill_window(work *w, hw_assignment *draft)
{
    hw_assignment_clear_window(draft);
    if (random_chance(w->random, 40)) {
        hw_assignment_set_opens(draft, (hw_duration){-random_int(w->random, 0, 6), 0});
    }
    if (random_chance(w->random, 50)) {
        hw_assignment_set_closes(draft, some_span(w->random, 3));
    }
    if (random_chance(w->random, 30)) {
        hw_assignment_set_grace(draft, (hw_duration){random_int(w->random, 0, 2), 0});
    }
    hw_assignment_set_late(draft, (hw_late_policy)random_int(w->random, 0, HW_LATE_REFUSED));
    if (random_chance(w->random, 15)) {
        hw_assignment_set_zone(draft, random_zone(w->random));
    }
}

static random_touch edit_assignment(work *w, bool fresh)
{
    const hw_assignment *old = fresh ? NULL : PICK_AT(w->plan, w->random, assignment);
    char id[40];
    random_id(id, 'a', w->editor);
    hw_assignment *draft =
        old ? hw_assignment_edit(old, NULL) : hw_assignment_new(id, "Practice", HW_KIND_RELAXATION, NULL);
    random_touch touch = RANDOM_TOUCH_NOTHING;
    assert_non_null(draft);
    if (old && random_chance(w->random, 15)) {
        static const hw_assignment_stage ends[] = {HW_ASSIGNMENT_STOPPED, HW_ASSIGNMENT_ON_HOLD,
                                                   HW_ASSIGNMENT_COMPLETED, HW_ASSIGNMENT_ENTERED_IN_ERROR};
        hw_assignment_stage end = ends[random_below(w->random, 4)];
        touch = end == HW_ASSIGNMENT_ENTERED_IN_ERROR ? RANDOM_TOUCH_ALL : touch;
        hw_assignment_set_state(draft, end);
    } else if (old) {
        hw_assignment_set_state(draft, HW_ASSIGNMENT_ACTIVE);
    }
    if (!old || random_chance(w->random, 50)) {
        if (random_chance(w->random, 35)) {
            fill_plain(w, draft);
        } else {
            random_schedule_fill(w->plan, w->random, w->editor, draft);
        }
    }
    if (!old || random_chance(w->random, 50)) {
        fill_window(w, draft);
    }
    hw_assignment_set_maintenance(draft, random_chance(w->random, 8));
    hw_status status = old ? hw_plan_revise_assignment(w->plan, draft, w->change, NULL)
                           : hw_plan_add_assignment(w->plan, draft, w->change, NULL);
    hw_assignment_unref(draft);
    return status == HW_OK ? touch : RANDOM_TOUCH_NOTHING;
}

static void edit_session(work *w)
{
    const hw_session *old = random_chance(w->random, 70) ? PICK_AT(w->plan, w->random, session) : NULL;
    hw_local start = {day_near(w->random, w->editor, 4, 14), random_int(w->random, 8, 19) * HOUR};
    char id[40];
    random_id(id, 'v', w->editor);
    hw_session *draft = old ? hw_session_edit(old, NULL) : hw_session_new(id, start, NULL);
    assert_non_null(draft);
    if (old && random_chance(w->random, 50)) {
        hw_session_set_state(draft, (hw_session_outcome)random_int(w->random, 0, HW_SESSION_CANCELLED));
    } else if (old) {
        hw_session_set_start(draft, start);
    } else if (random_chance(w->random, 15)) {
        hw_session_set_zone(draft, random_zone(w->random));
    }
    old ? hw_plan_revise_session(w->plan, draft, w->change, NULL)
        : hw_plan_add_session(w->plan, draft, w->change, NULL);
    hw_session_unref(draft);
}

static void edit_hold(work *w)
{
    const hw_hold *old = random_chance(w->random, 40) ? PICK_AT(w->plan, w->random, hold) : NULL;
    hw_date from = day_near(w->random, w->editor, 5, 10);
    const hw_assignment *about = PICK_AT(w->plan, w->random, assignment);
    char id[40];
    random_id(id, 'h', w->editor);
    hw_hold *draft = old ? hw_hold_edit(old, NULL)
                         : hw_hold_new(id, from, hw_date_add_days(from, random_int(w->random, 0, 6)), NULL);
    assert_non_null(draft);
    if (old) {
        hw_hold_set_withdrawn(draft, random_chance(w->random, 60));
    } else if (about && random_chance(w->random, 50)) {
        hw_hold_add_assignment(draft, hw_assignment_id(about));
    }
    old ? hw_plan_revise_hold(w->plan, draft, w->change, NULL)
        : hw_plan_add_hold(w->plan, draft, w->change, NULL);
    hw_hold_unref(draft);
}

static void edit_settings(work *w)
{
    hw_settings *draft = hw_settings_edit(hw_plan_settings(w->plan), NULL);
    assert_non_null(draft);
    switch (random_int(w->random, 0, 3)) {
    case 0:
        hw_settings_set_zone(draft, random_zone(w->random));
        break;
    case 1:
        hw_settings_set_day_start(draft, random_chance(w->random, 50) ? 0 : 180);
        break;
    case 2:
        hw_settings_set_week_start(draft, (hw_weekday)random_int(w->random, HW_MONDAY, HW_SUNDAY));
        break;
    default:
        hw_settings_set_ends(draft, random_chance(w->random, 50) ? day_near(w->random, w->editor, 5, 40)
                                                                 : (hw_date){0, 0, 0});
        break;
    }
    hw_plan_revise_settings(w->plan, draft, w->change, NULL);
    hw_settings_unref(draft);
}

/* An occurrence of around now; an all zero key if there is none. */
static hw_local some_key(work *w, const char *assignment)
{
    hw_date today = day_near(w->random, w->editor, 0, 0);
    hw_occurrences *list = hw_plan_occurrences(w->plan, hw_date_add_days(today, -14),
                                               hw_date_add_days(today, 6), w->editor->now, NULL);
    hw_local key = {{0, 0, 0}, 0};
    size_t count = hw_occurrences_count(list), first = count ? (size_t)random_below(w->random, count) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = (first + i) % count;
        if (strcmp(hw_occurrences_assignment_at(list, at), assignment) == 0) {
            key = hw_occurrences_key_at(list, at);
            break;
        }
    }
    hw_occurrences_free(list);
    return key;
}

static void excuse(work *w)
{
    const hw_assignment *about = PICK_AT(w->plan, w->random, assignment);
    hw_local key = about ? some_key(w, hw_assignment_id(about)) : (hw_local){{0, 0, 0}, 0};
    char id[40];
    if (!key.date.year) {
        return;
    }
    random_id(id, 'x', w->editor);
    hw_excuse *draft = hw_excuse_new(id, hw_assignment_id(about), key, HW_EXCUSE_ILLNESS, NULL);
    assert_non_null(draft);
    hw_plan_add_excuse(w->plan, draft, w->change, NULL);
    hw_excuse_unref(draft);
}

static void review(work *w)
{
    const hw_session *session = PICK_AT(w->plan, w->random, session);
    const hw_review *old = random_chance(w->random, 40) ? PICK_AT(w->plan, w->random, review) : NULL;
    const hw_assignment *about = PICK_AT(w->plan, w->random, assignment);
    hw_log *log = hw_plan_entries(w->plan, NULL);
    char id[40];
    if (session && about && hw_log_count(log)) {
        random_id(id, 'w', w->editor);
        hw_review *draft = old ? hw_review_edit(old, NULL)
                               : hw_review_new(id, hw_session_id(session), hw_assignment_id(about),
                                               HW_DECISION_CONTINUE, NULL);
        hw_review_clear_equivalents(draft);
        hw_review_add_equivalent(draft,
                                 hw_log_id_at(log, (size_t)random_below(w->random, hw_log_count(log))));
        old ? hw_plan_revise_review(w->plan, draft, w->change, NULL)
            : hw_plan_add_review(w->plan, draft, w->change, NULL);
        hw_review_unref(draft);
    }
    hw_log_unref(log);
}

static void report(work *w)
{
    const hw_assignment *about = PICK_AT(w->plan, w->random, assignment);
    hw_log *log = hw_plan_entries(w->plan, NULL);
    size_t count = hw_log_count(log);
    size_t old = count ? (size_t)random_below(w->random, count) : 0;
    bool is_plain = count && !hw_log_target_at(log, old); /* what corrects another is left alone */
    if (is_plain && random_chance(w->random, 12)) {
        hw_plan_void_entry(w->plan, hw_log_id_at(log, old), w->change, NULL);
    } else if (about) {
        hw_entry *entry = hw_entry_new(hw_assignment_id(about),
                                       (hw_extent)random_int(w->random, 0, HW_EXTENT_NO_OPPORTUNITY), NULL);
        hw_instant then = w->editor->now - random_int(w->random, 0, 60) * HOUR;
        hw_local key =
            random_chance(w->random, 40) ? some_key(w, hw_assignment_id(about)) : (hw_local){{0, 0, 0}, 0};
        assert_non_null(entry);
        hw_entry_set_at(entry, hw_moment_at(then, 60));
        if (key.date.year) {
            hw_entry_set_due(entry, key);
        }
        if (count && random_chance(w->random, 10)) {
            hw_plan_supersede_entry(w->plan, hw_log_id_at(log, (size_t)random_below(w->random, count)), entry,
                                    w->change, NULL);
        } else {
            hw_plan_log(w->plan, entry, w->change, NULL);
        }
        hw_entry_free(entry);
    }
    hw_log_unref(log);
}

random_touch random_schedule_edit(hw_plan *plan, test_random *random, random_editor *editor)
{
    random_touch touch = RANDOM_TOUCH_NOTHING;
    editor->now += random_int(random, 1, 40) * 1800;
    work w = {plan, random, editor, random_change(plan, random, editor, NULL)};
    assert_non_null(w.change);
    switch (random_int(random, 0, 19)) {
    case 0:
    case 1:
        edit_assignment(&w, true);
        break;
    case 2:
    case 3:
    case 4:
        touch = edit_assignment(&w, false);
        break;
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
        edit_session(&w);
        break;
    case 10:
        edit_hold(&w);
        break;
    case 11:
        edit_settings(&w);
        break;
    case 12:
        excuse(&w);
        touch = RANDOM_TOUCH_EVIDENCE;
        break;
    case 13:
        review(&w);
        touch = RANDOM_TOUCH_EVIDENCE;
        break;
    default:
        report(&w);
        touch = RANDOM_TOUCH_EVIDENCE;
        break;
    }
    hw_change_free(w.change);
    return touch;
}

hw_plan *random_schedule_plan(test_random *random, random_editor *editor)
{
    hw_error err;
    *editor = (random_editor){.origin = "desk", .now = 1740000000 + random_int(random, 0, 300) * DAY};
    hw_change *change = hw_change_new(hw_moment_at(editor->now, 60), "me", "desk", &err);
    hw_plan *plan = hw_plan_new(RANDOM_PLAN_UID, random_zone(random), HW_ROLE_CLIENT, change, &err);
    assert_non_null(plan);
    work w = {plan, random, editor, change};
    for (int i = random_int(random, 0, 4); i > 0; i--) {
        edit_session(&w);
    }
    for (int i = random_int(random, 1, 4); i > 0; i--) {
        edit_assignment(&w, true);
    }
    hw_change_free(change);
    return plan;
}
