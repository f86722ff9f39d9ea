/* SPDX-License-Identifier: MIT */
/* Random edits of everything but the log. */
#include "support/random_plan.h"
#include "support/random_schedule.h"

#include <math.h>
#include <string.h>

#include "support/random_edits.h"

#define NONE ((double)NAN)

#define PICK_AT(plan, random, noun)    \
    (hw_plan_##noun##_count(plan) == 0 \
         ? NULL                        \
         : hw_plan_##noun##_at((plan), (size_t)random_below((random), hw_plan_##noun##_count(plan))))

/* Adds a draft, or gives an edit copy back, and lets it go. */
#define GIVE(noun, plan, draft, fresh, change, err)                                           \
    hw_status status = (draft) == NULL ? HW_ERR_MEMORY                                        \
                       : (fresh)       ? hw_plan_add_##noun((plan), (draft), (change), (err)) \
                                       : hw_plan_revise_##noun((plan), (draft), (change), (err));   \
    hw_##noun##_unref(draft);                                                                 \
    return status

static hw_local some_time(test_random *random, hw_instant near)
{
    int32_t seconds = random_int(random, 0, 95) * 900;
    return (hw_local){random_date(random, near), random_chance(random, 25) ? HW_ALL_DAY : seconds};
}

static hw_status edit_settings(editing *e)
{
    hw_settings *draft = hw_settings_edit(hw_plan_settings(e->plan), e->err);
    hw_settings_set_title(draft, random_language(e->random), random_line(e->random));
    if (random_chance(e->random, 40))
        hw_settings_set_zone(draft, random_zone(e->random));
    hw_settings_set_week_start(draft, (hw_weekday)random_int(e->random, HW_MONDAY, HW_SUNDAY));
    hw_settings_set_day_start(draft, random_chance(e->random, 50) ? 0 : random_int(e->random, 0, 720));
    hw_settings_set_wording(draft, (hw_wording)random_int(e->random, HW_WORDING_NEUTRAL, HW_WORDING_PLAIN));
    if (random_chance(e->random, 50))
        hw_settings_set_ends(draft, hw_date_add_days(random_date(e->random, e->editor->now), 200));
    if (random_chance(e->random, 50))
        hw_settings_set_calendar_until(draft, hw_date_add_days(random_date(e->random, e->editor->now), 90));
    hw_status status = draft ? hw_plan_revise_settings(e->plan, draft, e->change, e->err) : HW_ERR_MEMORY;
    hw_settings_unref(draft);
    return status;
}

static hw_status edit_person(editing *e)
{
    const hw_person *old = random_chance(e->random, 60) ? PICK_AT(e->plan, e->random, person) : NULL;
    char id[40];
    random_id(id, 'p', e->editor);
    hw_role role = (hw_role)random_int(e->random, HW_ROLE_CLIENT, HW_ROLE_DEVICE);
    hw_person *draft = old ? hw_person_edit(old, e->err) : hw_person_new(id, role, e->err);
    hw_person_set_name(draft, random_chance(e->random, 80) ? random_line(e->random) : NULL);
    hw_person_set_language(draft, random_language(e->random));
    GIVE(person, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_measure(editing *e)
{
    const hw_measure *old = random_chance(e->random, 40) ? PICK_AT(e->plan, e->random, measure) : NULL;
    char id[40];
    random_id(id, 'm', e->editor);
    hw_quantity kind = (hw_quantity)random_int(e->random, HW_MEASURE_RATING, HW_MEASURE_SCORE);
    hw_measure *draft =
        old ? hw_measure_edit(old, e->err) : hw_measure_new(id, random_line(e->random), kind, e->err);
    hw_measure_set_title(draft, random_language(e->random), random_line(e->random));
    if (!old) { /* later revisions keep the range, so that earlier values stay good */
        hw_measure_set_min(draft, random_chance(e->random, 80) ? 0 : NONE);
        hw_measure_set_max(draft, random_chance(e->random, 70) ? random_int(e->random, 5, 100) : NONE);
        hw_measure_set_whole(draft, random_chance(e->random, 50));
    }
    hw_measure_set_unit(draft, random_chance(e->random, 50) ? random_line(e->random) : NULL);
    hw_measure_set_better(draft, (hw_better)random_int(e->random, HW_BETTER_NEUTRAL, HW_BETTER_LOWER));
    GIVE(measure, e->plan, draft, !old, e->change, e->err);
}

static double some_number(test_random *random)
{
    static const double numbers[] = {0, 1, -1, 0.5, 12.25, -0.001, 123456789012345, 99.9, 40};
    return numbers[random_below(random, sizeof numbers / sizeof *numbers)];
}

static void fill_goal(editing *e, hw_goal *draft)
{
    const hw_measure *measure = PICK_AT(e->plan, e->random, measure);
    hw_goal_set_title(draft, random_language(e->random), random_line(e->random));
    hw_goal_set_description(draft, random_language(e->random), random_text(e->random));
    hw_goal_set_achievement(draft, (hw_achievement)random_int(e->random, 0, HW_ACHIEVEMENT_NOT_ATTAINABLE));
    hw_goal_set_measure(draft, measure && random_chance(e->random, 50) ? hw_measure_id(measure) : NULL);
    hw_goal_set_baseline(draft, random_chance(e->random, 50) ? some_number(e->random) : NONE);
    hw_goal_set_target(draft, random_chance(e->random, 50) ? some_number(e->random) : NONE);
    hw_goal_set_direction(draft, (hw_direction)random_int(e->random, 0, HW_DIRECTION_MAINTAIN));
    hw_goal_set_due(draft, random_chance(e->random, 50) ? random_date(e->random, e->editor->now)
                                                        : (hw_date){0, 0, 0});
    hw_goal_set_weight(draft, random_chance(e->random, 30) ? random_int(e->random, 1, 30) / 10.0 : NONE);
    for (int level = -2; level <= 2; level++) {
        if (random_chance(e->random, 30))
            hw_goal_set_level(draft, level, random_language(e->random), random_line(e->random));
    }
}

static hw_status edit_goal(editing *e)
{
    const hw_goal *old = random_chance(e->random, 60) ? PICK_AT(e->plan, e->random, goal) : NULL;
    char id[40];
    random_id(id, 'g', e->editor);
    hw_goal *draft = old ? hw_goal_edit(old, e->err) : hw_goal_new(id, random_line(e->random), e->err);
    if (!old || random_chance(e->random, 40))
        hw_goal_set_state(draft, (hw_goal_lifecycle)random_int(e->random, 0, HW_GOAL_REJECTED));
    fill_goal(e, draft);
    GIVE(goal, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_step(editing *e)
{
    const hw_step *old = random_chance(e->random, 60) ? PICK_AT(e->plan, e->random, step) : NULL;
    const hw_goal *goal = PICK_AT(e->plan, e->random, goal);
    char id[40];
    random_id(id, 's', e->editor);
    hw_step *draft =
        old ? hw_step_edit(old, e->err)
            : hw_step_new(id, goal ? hw_goal_id(goal) : "nothing", random_line(e->random), e->err);
    hw_step_set_title(draft, random_language(e->random), random_line(e->random));
    hw_step_set_position(draft, random_int(e->random, 0, 9));
    hw_step_set_difficulty(draft, random_chance(e->random, 50) ? random_int(e->random, 0, 100) : -1);
    if (random_chance(e->random, 60))
        hw_step_set_state(draft, (hw_step_stage)random_int(e->random, 0, HW_STEP_SKIPPED));
    hw_step_set_reached(draft, random_chance(e->random, 30) ? random_date(e->random, e->editor->now)
                                                            : (hw_date){0, 0, 0});
    GIVE(step, e->plan, draft, !old, e->change, e->err);
}

static void fill_recurring(editing *e, hw_assignment *draft)
{
    static const char *const rules[] = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU",
        "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=20",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=2TU,-1FR",
        "FREQ=DAILY;COUNT=30",
    };
    hw_local start = some_time(e->random, e->editor->now);
    hw_assignment_set_recurring(draft, start, rules[random_below(e->random, sizeof rules / sizeof *rules)]);
    for (int i = random_int(e->random, -2, 2); i > 0 && start.seconds != HW_ALL_DAY; i--)
        hw_assignment_add_time(draft, (start.seconds + i * 7200) % 86400);
    if (random_chance(e->random, 30))
        hw_assignment_set_until(draft, hw_date_add_days(start.date, random_int(e->random, 0, 100)));
    for (int i = random_int(e->random, -3, 2); i > 0; i--)
        hw_assignment_add_exception(draft, (hw_local){hw_date_add_days(start.date, i * 7), HW_ALL_DAY});
    for (int i = random_int(e->random, -3, 2); i > 0; i--)
        hw_assignment_add_extra(draft, (hw_local){hw_date_add_days(start.date, i * 5), start.seconds});
}

static void fill_schedule(editing *e, hw_assignment *draft)
{
    int32_t times = random_int(e->random, 1, 5);
    switch (random_int(e->random, 0, 6)) {
    case 0:
        hw_assignment_set_on_demand(draft);
        break;
    case 1:
        hw_assignment_set_once(draft, some_time(e->random, e->editor->now));
        break;
    case 3:
        if (!e->editor->plain) {
            random_schedule_fill(e->plan, e->random, e->editor, draft);
            return;
        }
        fill_recurring(e, draft);
        break;
    case 2:
        hw_assignment_set_quota(draft, random_date(e->random, e->editor->now), times,
                                random_chance(e->random, 50) ? 0 : times + 2,
                                (hw_period)random_int(e->random, 0, HW_PERIOD_MONTH));
        break;
    default:
        fill_recurring(e, draft);
        break;
    }
    if (hw_assignment_schedule(draft) != HW_SCHEDULE_ON_DEMAND)
        hw_assignment_set_zone(draft, random_chance(e->random, 20) ? random_zone(e->random) : NULL);
}

/* What rings again and again, by a time of its own, or around sessions. */
static void add_newer_reminder(editing *e, hw_assignment *draft)
{
    hw_reminder_kind kind = (hw_reminder_kind)random_int(e->random, 0, HW_REMINDER_NUDGE);
    int32_t clock = random_int(e->random, 0, 95) * 900;
    switch (random_int(e->random, 0, 3)) {
    case 0:
        hw_assignment_add_reminder_every(draft, kind, random_int(e->random, 1, 3), clock);
        break;
    case 1:
        hw_assignment_add_reminder_when(draft, kind,
                                        (hw_local){random_date(e->random, e->editor->now), clock},
                                        random_int(e->random, 0, 8));
        break;
    case 2:
        hw_assignment_add_reminder(draft, kind, HW_ANCHOR_SESSION, random_int(e->random, -3000, 60));
        break;
    default:
        hw_assignment_add_reminder_at(draft, kind, HW_ANCHOR_SESSION, random_int(e->random, -3, 1), clock);
        break;
    }
    hw_assignment_set_reminder_priority(draft, random_int(e->random, 1, 9));
}

static void fill_window(editing *e, hw_assignment *draft)
{
    hw_assignment_clear_window(draft);
    if (random_chance(e->random, 30))
        hw_assignment_set_opens(draft, (hw_duration){0, -random_int(e->random, 0, 20) * 900});
    if (random_chance(e->random, 40))
        hw_assignment_set_closes(draft, (hw_duration){random_int(e->random, 0, 1),
                                                      random_int(e->random, 0, 20) * 900});
    if (random_chance(e->random, 30))
        hw_assignment_set_grace(draft, (hw_duration){random_int(e->random, 0, 3), 0});
    hw_assignment_set_late(draft, (hw_late_policy)random_int(e->random, 0, HW_LATE_REFUSED));
    hw_assignment_clear_reminders(draft);
    for (int i = random_int(e->random, -1, 3); i > 0; i--) {
        hw_reminder_kind kind = (hw_reminder_kind)random_int(e->random, 0, HW_REMINDER_FOLLOW_UP);
        hw_anchor anchor = (hw_anchor)random_int(e->random, 0, HW_ANCHOR_CLOSE);
        if (!e->editor->plain && random_chance(e->random, 25))
            add_newer_reminder(e, draft);
        else if (random_chance(e->random, 60))
            hw_assignment_add_reminder(draft, kind, anchor, random_int(e->random, -120, 60));
        else
            hw_assignment_add_reminder_at(draft, kind, anchor, random_int(e->random, -2, 1),
                                          random_int(e->random, 0, 95) * 900);
    }
}

static void fill_references(editing *e, hw_assignment *draft)
{
    const hw_goal *goal = PICK_AT(e->plan, e->random, goal);
    const hw_step *step = PICK_AT(e->plan, e->random, step);
    const hw_session *session = PICK_AT(e->plan, e->random, session);
    hw_assignment_clear_goals(draft);
    hw_assignment_clear_steps(draft);
    hw_assignment_clear_measures(draft);
    if (goal && random_chance(e->random, 60))
        hw_assignment_add_goal(draft, hw_goal_id(goal));
    if (step && random_chance(e->random, 50))
        hw_assignment_add_step(draft, hw_step_id(step));
    hw_assignment_set_session(draft, session && random_chance(e->random, 40) ? hw_session_id(session) : NULL);
    for (size_t i = 0; i < hw_plan_measure_count(e->plan) && i < 3; i++) {
        hw_phase phase = (hw_phase)random_int(e->random, 0, HW_PHASE_AFTER);
        hw_assignment_add_measure(draft, hw_measure_id(hw_plan_measure_at(e->plan, i)), phase);
    }
}

static hw_status edit_assignment(editing *e)
{
    const hw_assignment *old = random_chance(e->random, 60) ? PICK_AT(e->plan, e->random, assignment) : NULL;
    const hw_assignment *before = PICK_AT(e->plan, e->random, assignment);
    char id[40];
    random_id(id, 'a', e->editor);
    hw_kind kind = (hw_kind)random_int(e->random, 0, HW_KIND_OTHER);
    hw_assignment *draft =
        old ? hw_assignment_edit(old, e->err) : hw_assignment_new(id, random_line(e->random), kind, e->err);
    if (old && hw_assignment_state(old) == HW_ASSIGNMENT_PROPOSED)
        hw_assignment_set_state(draft,
                                random_chance(e->random, 50) ? HW_ASSIGNMENT_AGREED : HW_ASSIGNMENT_DECLINED);
    else if (random_chance(e->random, old ? 50 : 35)) /* mostly active, or nothing would happen */
        hw_assignment_set_state(draft, (hw_assignment_stage)random_int(e->random, 0, old ? 9 : 3));
    hw_assignment_set_title(draft, random_language(e->random), random_line(e->random));
    hw_assignment_set_instructions(draft, random_language(e->random), random_text(e->random));
    hw_assignment_set_cover(draft, random_language(e->random),
                            random_chance(e->random, 50) ? "Practice" : NULL);
    hw_assignment_set_label(draft, kind == HW_KIND_OTHER ? random_line(e->random) : NULL);
    hw_assignment_set_minutes(draft, random_chance(e->random, 50) ? random_int(e->random, 1, 120) : 0);
    if (!old && before && random_chance(e->random, 30))
        hw_assignment_set_predecessor(draft, hw_assignment_id(before));
    fill_references(e, draft);
    if (!old || random_chance(e->random, 50))
        fill_schedule(e, draft);
    if (!old || random_chance(e->random, 50))
        fill_window(e, draft);
    GIVE(assignment, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_session(editing *e)
{
    const hw_session *old = random_chance(e->random, 50) ? PICK_AT(e->plan, e->random, session) : NULL;
    hw_local start = {random_date(e->random, e->editor->now), random_int(e->random, 8, 19) * 3600};
    char id[40];
    random_id(id, 'v', e->editor);
    hw_session *draft = old ? hw_session_edit(old, e->err) : hw_session_new(id, start, e->err);
    if (old && random_chance(e->random, 60))
        hw_session_set_state(draft, (hw_session_outcome)random_int(e->random, 0, HW_SESSION_CANCELLED));
    hw_session_set_start(draft, start);
    hw_session_set_mode(draft, (hw_meeting)random_int(e->random, 0, HW_MODE_OTHER));
    hw_session_set_minutes(draft, random_chance(e->random, 50) ? 50 : 90);
    hw_session_set_zone(draft, random_chance(e->random, 20) ? random_zone(e->random) : NULL);
    GIVE(session, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_hold(editing *e)
{
    const hw_hold *old = random_chance(e->random, 40) ? PICK_AT(e->plan, e->random, hold) : NULL;
    const hw_assignment *held = PICK_AT(e->plan, e->random, assignment);
    hw_date from = random_date(e->random, e->editor->now), open = {0, 0, 0};
    hw_date to = random_chance(e->random, 70) ? hw_date_add_days(from, random_int(e->random, 0, 14)) : open;
    char id[40];
    random_id(id, 'h', e->editor);
    hw_hold *draft = old ? hw_hold_edit(old, e->err) : hw_hold_new(id, from, to, e->err);
    hw_hold_set_reason(draft, (hw_reason)random_int(e->random, 0, HW_EXCUSE_OTHER));
    hw_hold_set_note(draft, random_language(e->random), random_text(e->random));
    if (!old && held && random_chance(e->random, 50))
        hw_hold_add_assignment(draft, hw_assignment_id(held));
    hw_hold_set_withdrawn(draft, old && random_chance(e->random, 30));
    GIVE(hold, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_excuse(editing *e)
{
    const hw_excuse *old = random_chance(e->random, 40) ? PICK_AT(e->plan, e->random, excuse) : NULL;
    const hw_assignment *assignment = PICK_AT(e->plan, e->random, assignment);
    char id[40];
    random_id(id, 'x', e->editor);
    hw_excuse *draft = old ? hw_excuse_edit(old, e->err)
                           : hw_excuse_new(id, assignment ? hw_assignment_id(assignment) : "nothing",
                                           some_time(e->random, e->editor->now), HW_EXCUSE_ILLNESS, e->err);
    hw_excuse_set_reason(draft, (hw_reason)random_int(e->random, 0, HW_EXCUSE_OTHER));
    hw_excuse_set_note(draft, random_language(e->random), random_text(e->random));
    hw_excuse_set_withdrawn(draft, old && random_chance(e->random, 30));
    GIVE(excuse, e->plan, draft, !old, e->change, e->err);
}

static hw_status edit_language(editing *e)
{
    const char *language = random_language(e->random);
    return language && random_chance(e->random, 20) ? hw_plan_set_language(e->plan, language, e->err) : HW_OK;
}

static hw_status log_again(editing *e)
{
    return random_log_edit(e->plan, e->random, e->editor, e->err);
}

static hw_status edit_newer(editing *e)
{
    if (e->editor->plain)
        return log_again(e);
    return random_chance(e->random, 25) ? random_form_edit(e) : random_noun_edit(e);
}

hw_status random_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err)
{
    static hw_status (*const kinds[])(editing *) = {
        edit_settings, edit_person, edit_measure, edit_goal,       edit_step,       edit_assignment,
        edit_session,  edit_hold,   edit_excuse,  edit_assignment, edit_assignment, edit_language,
        log_again,     log_again,   log_again,    log_again,       log_again,       log_again,
        edit_newer,    edit_newer,  edit_newer,   edit_newer,      edit_newer,      edit_newer,
    };
    editor->now += random_int(random, 0, 50) * 1800;
    hw_change *change = random_change(plan, random, editor, err);
    editing e = {plan, random, editor, change, err};
    hw_status status = change ? kinds[random_below(random, sizeof kinds / sizeof *kinds)](&e) : HW_ERR_MEMORY;
    hw_change_free(change);
    return status;
}

hw_plan *random_plan_new(test_random *random, int edits)
{
    hw_error err;
    random_editor editor = {"desk", INT64_C(1740000000), 0, random_chance(random, 20)}; /* February 2025 */
    hw_moment first = {editor.now, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(first, "mk", "desk", &err);
    hw_plan *plan =
        change ? hw_plan_new(RANDOM_PLAN_UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, &err) : NULL;
    hw_change_free(change);
    for (int done = 0, tried = 0; plan && done < edits; tried++) {
        editor.origin = tried % 2 ? "phone" : "desk";
        hw_status status = random_edit(plan, random, &editor, &err);
        done += status == HW_OK;
        if (status == HW_ERR_MEMORY || tried > edits * 10 + 100) {
            hw_plan_free(plan);
            plan = NULL;
        }
    }
    if (!plan)
        printf("random plan: %s: %s\n", hw_status_name((hw_status)err.status), err.message);
    return plan;
}
