# SPDX-License-Identifier: MIT
# A plan, a weekly assignment, a reminder, a practice, its progress: the whole round.
library(homework)

monday <- hw_change("mk", "desk", "2025-03-03T17:40:00+01:00")
thursday <- hw_change("mk", "desk", "2025-03-06T19:20:00+01:00")
plan <- hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)

walk <- hw_assignment_new("walk", "A walk after work", "activity-scheduling")
hw_assignment_set_recurring(walk, "2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
hw_assignment_add_reminder(walk, "prompt", "due", -30)
hw_add(plan, walk, monday)
hw_plan_log(plan, hw_entry_new("walk", "done"), thursday)

progress <- hw_progress(plan, "2025-03-03", "2025-03-10", "2025-03-07T19:20:00+01:00")
done <- subset(progress, id == "walk" & metric == "done")
cat(sprintf("done: %d of %d\n", as.integer(done$numerator), as.integer(done$denominator)))
