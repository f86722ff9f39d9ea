# SPDX-License-Identifier: MIT
"""A plan, a weekly assignment, a reminder, a practice, its progress: the whole round."""
import homework

monday = homework.Change("mk", "desk", "2025-03-03T17:40:00+01:00")
thursday = homework.Change("mk", "desk", "2025-03-06T19:20:00+01:00")
plan = homework.Plan("Europe/Berlin", "therapist", monday, uid="5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10")

walk = homework.Assignment("walk", "A walk after work", "activity-scheduling")
walk.recur("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
walk.remind(minutes=-30)
plan.add(walk, monday)
plan.log(homework.Entry("walk", "done"), change=thursday)

done = plan.progress("2025-03-03", "2025-03-10", as_of="2025-03-07T19:20:00+01:00").plan["done"]
print(f"done: {done.numerator} of {done.denominator}")
