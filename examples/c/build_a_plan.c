/* SPDX-License-Identifier: MIT */
/* A plan, a weekly assignment, a reminder, a practice, its progress: the whole round in thirty lines. */
#include <homework.h>
#include <stdio.h>

int main(void)
{
    hw_error err;
    hw_moment agreed, evening;
    hw_local start;
    hw_date from = {2025, 3, 3}, to = {2025, 3, 10};
    if (hw_moment_parse("2025-03-03T17:40:00+01:00", &agreed, &err) ||
        hw_moment_parse("2025-03-06T19:20:00+01:00", &evening, &err) ||
        hw_local_parse("2025-03-06T19:00", &start, &err))
        return fprintf(stderr, "%s\n", err.message), 1;
    hw_change *monday = hw_change_new(agreed, "mk", "desk", &err);
    hw_change *thursday = hw_change_new(evening, "mk", "desk", &err);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, monday, &err);
    hw_assignment *walk = hw_assignment_new("walk", "A walk after work", HW_KIND_ACTIVITY_SCHEDULING, &err);
    hw_assignment_set_recurring(walk, start, "FREQ=WEEKLY;BYDAY=TH"); /* a draft keeps its first error */
    hw_assignment_add_reminder(walk, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_entry *entry = hw_entry_new("walk", HW_EXTENT_DONE, &err);
    hw_progress *progress = NULL;
    if (hw_plan_add_assignment(plan, walk, monday, &err) == HW_OK &&
        hw_plan_log(plan, entry, thursday, &err) == HW_OK)
        progress = hw_plan_progress(plan, from, to, evening.instant + 86400, NULL, &err);
    if (progress)
        printf("done: %lld of %lld\n", (long long)hw_progress_numerator(progress, 0, HW_METRIC_DONE),
               (long long)hw_progress_denominator(progress, 0, HW_METRIC_DONE));
    else
        fprintf(stderr, "%s\n", err.message);
    hw_progress_free(progress), hw_entry_free(entry), hw_assignment_unref(walk), hw_plan_free(plan);
    hw_change_free(thursday), hw_change_free(monday);
    return progress == NULL;
}
