/* SPDX-License-Identifier: MIT */
#include "support/random_wishes.h"

#include "support/cmocka_all.h"

void random_reminders(hw_plan *plan, test_random *random, random_editor *editor)
{
    hw_error err;
    for (size_t i = 0; i < hw_plan_assignment_count(plan); i++) {
        hw_assignment *draft = hw_assignment_edit(hw_plan_assignment_at(plan, i), &err);
        for (int n = random_int(random, 1, 4); n > 0; n--) {
            hw_reminder_kind kind = (hw_reminder_kind)random_int(random, 0, HW_REMINDER_FOLLOW_UP);
            hw_assignment_add_reminder(draft, kind, (hw_anchor)random_int(random, 0, HW_ANCHOR_SESSION),
                                       random_int(random, -300, 90));
            hw_assignment_set_reminder_priority(draft, random_int(random, 1, 9));
        }
        hw_assignment_add_reminder_every(draft, HW_REMINDER_PROMPT, random_int(random, 1, 3),
                                         random_int(random, 0, 95) * 900);
        hw_change *change = random_change(plan, random, editor, &err);
        hw_plan_revise_assignment(plan, draft, change, &err); /* some are not in a state for it */
        hw_change_free(change);
        hw_assignment_unref(draft);
    }
}

void random_wishes(hw_plan *plan, test_random *random, random_editor *editor, bool limited)
{
    hw_error err;
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), &err);
    int32_t from = random_int(random, 0, 47) * 1800;
    if (limited) {
        hw_settings_set_quiet(settings, from, (from + random_int(random, 1, 20) * 1800) % 86400);
        hw_settings_set_reminders_per_day(settings, random_int(random, 0, 4));
        hw_settings_set_reminders_each(settings, random_int(random, 0, 2));
        hw_settings_set_reminder_gap(settings, random_int(random, 0, 3) * random_int(random, 1, 160));
    }
    hw_settings_add_reminder(settings, -random_int(random, 0, 3000));
    hw_settings_add_check_in(settings, (hw_local){random_date(random, editor->now), from},
                             random_int(random, 0, 5));
    hw_settings_set_own_words(settings, random_chance(random, 60));
    hw_change *change = random_change(plan, random, editor, &err);
    hw_change_set_effective(change, (hw_local){{2000, 1, 1}, 0}, &err);
    hw_plan_revise_settings(plan, settings, change, &err); /* refused if what it would replace is newer */
    hw_change_free(change);
    hw_settings_unref(settings);
}
