# SPDX-License-Identifier: MIT
# A plan, a weekly assignment, a reminder, a practice, its progress: the whole round.
library(homework)

monday <- hw_change("mk", "desk", "2025-03-03T17:40:00+01:00")
thursday <- hw_change("mk", "desk", "2025-03-06T19:20:00+01:00")
plan <- hw_new_plan("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)

walk <- hw_call("assignment_new", "walk", "A walk after work", "activity-scheduling")
hw_call("assignment_set_recurring", walk, "2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
hw_call("assignment_add_reminder", walk, "prompt", "due", -30)
hw_add(plan, walk, monday)
hw_report_practice(plan, hw_call("entry_new", "walk", "done"), thursday)

progress <- hw_progress(plan, "2025-03-03", "2025-03-10", "2025-03-07T19:20:00+01:00")
done <- progress[progress$id == "walk" & progress$metric == "done", ]
cat(sprintf("done: %d of %d\n", as.integer(done$numerator), as.integer(done$denominator)))
