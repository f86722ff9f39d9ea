/* SPDX-License-Identifier: MIT */
/* A plan, a weekly assignment, a reminder, a practice, its progress: the whole round. */
#include <homework.hpp>
#include <iostream>

int main()
{
    using homework::call;
    hw_moment evening = homework::moment("2025-03-06T19:20:00+01:00");
    homework::change monday(homework::moment("2025-03-03T17:40:00+01:00"), "mk", "desk");
    homework::change thursday(evening, "mk", "desk");
    homework::plan plan("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, monday);

    auto walk = call(hw_assignment_new, "walk", "A walk after work", HW_KIND_ACTIVITY_SCHEDULING);
    call(hw_assignment_set_recurring, walk, homework::local("2025-03-06T19:00"), "FREQ=WEEKLY;BYDAY=TH");
    call(hw_assignment_add_reminder, walk, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    plan.add(walk, monday);
    plan.log(call(hw_entry_new, "walk", HW_EXTENT_DONE), thursday);

    auto done = plan.progress({2025, 3, 3}, {2025, 3, 10}, evening.instant + 86400).of(0, HW_METRIC_DONE);
    std::cout << "done: " << done.numerator << " of " << done.denominator << '\n';
}
