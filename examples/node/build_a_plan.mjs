// SPDX-License-Identifier: MIT
// A plan, a weekly assignment, a reminder, a practice, its progress: the whole round.
import { Assignment, Entry, Plan, change } from "homework";

const monday = change({ by: "mk", origin: "desk", at: "2025-03-03T17:40:00+01:00" });
const thursday = change({ by: "mk", origin: "desk", at: "2025-03-06T19:20:00+01:00" });
const plan = Plan.create("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday);

const walk = Assignment.create("walk", "A walk after work", "activity-scheduling");
walk.setRecurring("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH");
walk.addReminder("prompt", "due", -30);
plan.add(walk, monday);
plan.log(Entry.create("walk", "done"), thursday);

const progress = plan.progress({ from: "2025-03-03", to: "2025-03-10", asOf: "2025-03-07T19:20:00+01:00" });
const done = progress.figure("walk", "done");
console.log(`done: ${done.numerator} of ${done.denominator}`);
