/* SPDX-License-Identifier: MIT */
/* Random plans of people who practise. */
#include "support/busy_plan.h"

#include <stdio.h>

typedef struct busy {
    hw_plan *plan;
    test_random *random;
} busy;

static bool chance(busy *b, unsigned percent)
{
    return random_below(b->random, 100) < percent;
}

hw_instant busy_instant(hw_date day)
{
    hw_date epoch = {1970, 1, 1};
    return (hw_instant)hw_date_days_between(epoch, day) * 86400;
}

static hw_change *change_at(hw_instant instant)
{
    return hw_change_new(hw_moment_at(instant, 60), "mk", "desk", NULL);
}

static void add_goals(busy *b, const hw_change *change)
{
    for (int i = 0; i < 3; i++) {
        char id[20], step[20];
        snprintf(id, sizeof id, "goal-%d", i);
        snprintf(step, sizeof step, "step-%d", i);
        hw_goal *goal = hw_goal_new(id, "A goal", NULL);
        hw_plan_add_goal(b->plan, goal, change, NULL);
        hw_goal_unref(goal);
        hw_step *its = hw_step_new(step, id, "A step", NULL);
        hw_plan_add_step(b->plan, its, change, NULL);
        hw_step_unref(its);
    }
}

static void schedule(busy *b, hw_assignment *draft)
{
    static const char *const rules[] = {"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY;INTERVAL=3",
                                        "FREQ=MONTHLY;BYMONTHDAY=-1,15"};
    if (chance(b, 25)) {
        int32_t times = 1 + (int32_t)random_below(b->random, 5);
        hw_assignment_set_quota(draft, BUSY_FIRST, times, 0,
                                chance(b, 80) ? HW_PERIOD_WEEK : HW_PERIOD_MONTH);
    } else {
        hw_local start = {BUSY_FIRST, chance(b, 50) ? HW_ALL_DAY : 19 * 3600};
        hw_assignment_set_recurring(draft, start, rules[random_below(b->random, 4)]);
        if (start.seconds != HW_ALL_DAY && chance(b, 50)) {
            hw_assignment_add_time(draft, 8 * 3600);
        }
    }
    if (chance(b, 40)) {
        hw_assignment_set_grace(draft, (hw_duration){1, 0});
    }
    if (chance(b, 20)) {
        hw_assignment_set_late(draft, HW_LATE_OK);
    }
}

static void add_assignments(busy *b, const hw_change *change)
{
    for (int i = 1 + (int)random_below(b->random, 5); i > 0; i--) {
        char id[20], name[20];
        snprintf(id, sizeof id, "work-%d", i);
        hw_assignment *draft = hw_assignment_new(id, "Homework", HW_KIND_OTHER, NULL);
        schedule(b, draft);
        for (int g = 0; g < 3; g++) {
            snprintf(name, sizeof name, "goal-%d", g);
            if (chance(b, 40)) {
                hw_assignment_add_goal(draft, name);
            }
            snprintf(name, sizeof name, "step-%d", g);
            if (chance(b, 30)) {
                hw_assignment_add_step(draft, name);
            }
        }
        hw_plan_add_assignment(b->plan, draft, change, NULL);
        hw_assignment_unref(draft);
    }
}

/* Something that happened about when it was due, recorded at once, in the evening, or weeks later. */
static void report(busy *b, const char *assignment, hw_local key, hw_instant about)
{
    hw_instant happened = about + (hw_instant)random_below(b->random, 36) * 3600 - 6 * 3600;
    hw_instant recorded =
        happened + (chance(b, 60) ? 0 : (hw_instant)random_below(b->random, chance(b, 70) ? 20 : 400) * 3600);
    hw_extent extent =
        chance(b, 65) ? HW_EXTENT_DONE : (hw_extent)random_below(b->random, HW_EXTENT_SUBSTITUTED + 1);
    hw_entry *entry = hw_entry_new(assignment, extent, NULL);
    if (chance(b, 90)) {
        hw_entry_set_due(entry, key);
    } else {
        hw_entry_set_unscheduled(entry);
    }
    if (chance(b, 70)) {
        hw_entry_set_at(entry, hw_moment_at(happened, 60));
    } else if (chance(b, 70)) {
        hw_entry_set_at(entry, hw_moment_on(hw_moment_local(hw_moment_at(happened, 60)).date));
    }
    if (extent == HW_EXTENT_PARTIAL && chance(b, 60)) {
        hw_entry_set_percent(entry, 1 + (int32_t)random_below(b->random, 99));
    }
    if (chance(b, 50)) {
        hw_entry_add_number(entry, "minutes", chance(b, 80) ? HW_PHASE_NONE : HW_PHASE_PREDICTED, 0,
                            (double)random_below(b->random, 200) / 4);
    }
    hw_change *change = change_at(recorded);
    hw_plan_log(b->plan, entry, change, NULL);
    hw_change_free(change);
    hw_entry_free(entry);
}

static void excuse(busy *b, size_t number, const char *assignment, hw_local key, hw_instant about)
{
    char id[30];
    snprintf(id, sizeof id, "excuse-%zu", number);
    hw_excuse *draft = hw_excuse_new(id, assignment, key, HW_EXCUSE_ILLNESS, NULL);
    hw_change *change = change_at(about + (hw_instant)random_below(b->random, 60) * 3600);
    hw_plan_add_excuse(b->plan, draft, change, NULL);
    hw_change_free(change);
    hw_excuse_unref(draft);
}

static void live(busy *b)
{
    hw_date end = hw_date_add_days(BUSY_FIRST, BUSY_DAYS);
    hw_occurrences *all = hw_plan_occurrences(b->plan, BUSY_FIRST, end, busy_instant(BUSY_FIRST), NULL);
    for (size_t i = 0; i < hw_occurrences_count(all); i++) {
        const char *assignment = hw_occurrences_assignment_at(all, i);
        hw_local key = hw_occurrences_key_at(all, i);
        hw_instant about = hw_occurrences_opens_at(all, i).instant + 12 * 3600;
        for (int times = (int)random_below(b->random, 3); times > 0; times--) {
            report(b, assignment, key, about);
        }
        if (chance(b, 8)) {
            excuse(b, i, assignment, key, about);
        }
    }
    hw_occurrences_free(all);
}

hw_plan *busy_plan_new(test_random *random)
{
    hw_change *change = change_at(busy_instant(BUSY_FIRST) - 36 * 3600);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    busy b = {plan, random};
    if (plan) {
        add_goals(&b, change);
        add_assignments(&b, change);
        live(&b);
    }
    if (plan && chance(&b, 40)) {
        hw_date from = hw_date_add_days(BUSY_FIRST, (int32_t)random_below(random, BUSY_DAYS));
        hw_hold *hold = hw_hold_new("hold", from, hw_date_add_days(from, 6), NULL);
        hw_plan_add_hold(plan, hold, change, NULL);
        hw_hold_unref(hold);
    }
    hw_change_free(change);
    return plan;
}
