# frozen_string_literal: true

# SPDX-License-Identifier: MIT
# A plan, a weekly assignment, a reminder, a practice, its progress: the whole round.
require "homework"

monday = Homework.change(by: "mk", origin: "desk", at: "2025-03-03T17:40:00+01:00")
thursday = Homework.change(by: "mk", origin: "desk", at: "2025-03-06T19:20:00+01:00")
plan = Homework::Plan.new(uid: "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", zone: "Europe/Berlin", role: :therapist, change: monday)

walk = Homework::Assignment.new(id: "walk", title: "A walk after work", kind: :activity_scheduling)
walk.set_recurring("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
walk.add_reminder(:prompt, :due, -30)
plan.add(walk, monday)
plan.log(Homework::Entry.new("walk", :done), thursday)

progress = plan.progress(from: "2025-03-03", to: "2025-03-10", as_of: "2025-03-07T19:20:00+01:00")
done = progress.figure("walk", :done)
puts "done: #{done.numerator} of #{done.denominator}"
