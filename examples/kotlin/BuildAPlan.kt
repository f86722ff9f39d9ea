// SPDX-License-Identifier: MIT
// A plan, a weekly assignment, a reminder, a practice, its progress: the whole round.
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import org.homework.Anchor
import org.homework.Assignment
import org.homework.Entry
import org.homework.Extent
import org.homework.Homework
import org.homework.Kind
import org.homework.Local
import org.homework.Metric
import org.homework.Plan
import org.homework.ReminderKind
import org.homework.Role

fun main() {
    val monday = Homework.change("mk", "desk", OffsetDateTime.parse("2025-03-03T17:40:00+01:00"))
    val thursday = Homework.change("mk", "desk", OffsetDateTime.parse("2025-03-06T19:20:00+01:00"))
    val plan = Plan.create("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", Role.THERAPIST, monday)

    val walk = Assignment.create("walk", "A walk after work", Kind.ACTIVITY_SCHEDULING)
        .setRecurring(Local.parse("2025-03-06T19:00"), "FREQ=WEEKLY;BYDAY=TH")
        .addReminder(ReminderKind.PROMPT, Anchor.DUE, -30)
    plan.add(walk, monday)
    plan.log(Entry.create("walk", Extent.DONE), thursday)

    val progress = plan.progress(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 10), Instant.parse("2025-03-07T18:20:00Z"))
    val done = progress.figure("walk", Metric.DONE)
    println("done: ${done.numerator()} of ${done.denominator()}")
}
