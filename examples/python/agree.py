# SPDX-License-Identifier: MIT
"""The client proposes, both look at what is still open, and it is agreed: a contract in a few lines."""
import homework

said = homework.Change("client", "phone", "2025-03-03T17:40:00+01:00")
plan = homework.Plan("Europe/Berlin", "client", said, uid="5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10")
plan.add(homework.Person("mk", "therapist"), said)

walk = homework.Assignment("walk", "A walk after work", "activity-scheduling", state="proposed", minutes=20, likelihood=60)
walk.recur("2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
plan.add(walk, said)

now = "2025-03-03T17:50:00+01:00"
lint = plan.lint("walk", as_of=now)
for index in range(len(lint)):
    print(lint.text(index))

together = homework.Change("mk", "desk", now, reason="worked out in session")
with plan.editing(plan.assignments["walk"], together) as walk:
    walk.what, walk.where, walk.rationale = "Once round the block", "From the front door", "Light and air lift the mood"
    walk.cue, walk.action = "When I close my laptop", "I put on my shoes and go"
    walk.obstacles = [("low-energy", "Only to the corner and back")]
    walk.likelihood, walk.expected_difficulty, walk.rehearsed, walk.sheet_given = 80, 30, True, True
plan.agree("walk", "client", together)

agreement = plan.agreement("walk")
if agreement:
    print(f"agreed by {agreement.by} at {agreement.at.isoformat()}, {len(plan.lint('walk', as_of=now))} open")
