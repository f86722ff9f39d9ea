# SPDX-License-Identifier: MIT
"""A whole plan from code: people, a measure, a goal with its steps, sessions, homework, what was reported, what it amounts to."""
import homework

plan = homework.Plan("Europe/Berlin", "therapist", by="mk", origin="desk", recorded="2025-03-03T17:40:00+01:00")
with plan.edit(by="mk", origin="desk", recorded="2025-03-03T17:50:00+01:00", reason="agreed in session 1"):
    plan.add(homework.Person("client", "client", language="de"))
    plan.add(homework.Measure("suds", "Distress", min=0, max=100, better="lower"))
    plan.add(homework.Goal("market", "Go to the market again", measure="suds", target=30))
    plan.add(homework.Step("square", "market", "Cross the square", position=1, difficulty=40))
    for number, day in enumerate(["2025-03-03", "2025-03-10", "2025-03-17"], 1):
        plan.add(homework.Session(f"s-{number}", f"{day}T17:00", minutes=50))
    walk = homework.Assignment("walk", "A walk to the square", "exposure", goals=["market"], steps=["square"], likelihood=70)
    walk.recur("2025-03-04T18:00", "FREQ=WEEKLY;BYDAY=TU,TH,SA")
    walk.measure("suds", "peak")
    walk.remind(minutes=-30)
    plan.add(walk)

plan.log.extend([
    {"assignment": "walk", "at": "2025-03-04T18:10:00+01:00", "suds/peak": 80, "minutes": 20},
    {"assignment": "walk", "extent": "partial", "percent": 50, "at": "2025-03-06T18:05:00+01:00", "suds/peak": 70},
    {"assignment": "walk", "at": "2025-03-08T18:30:00+01:00", "suds/peak": 55, "note": "A neighbour said hello"},
], by="client", origin="phone", recorded="2025-03-08T19:00:00+01:00")

progress = plan.progress("2025-03-03", "2025-03-10", as_of="2025-03-10T09:00:00+01:00")
print(plan.report("2025-03-03", "2025-03-10", as_of=progress.as_of))
