# SPDX-License-Identifier: MIT
"""What a user writes: checked by mypy, never run. test_python_types.py compares the types and errors in the comments."""
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import homework

plan = homework.load(Path("plan.xml"))
now = datetime.now(timezone.utc)
change = homework.Change("mk", "desk", now, reason="agreed")

reveal_type(plan)                                                # homework.plan.Plan
reveal_type(plan.uid)                                            # str
reveal_type(plan.assignments)                                    # homework.changes.Records[homework.assignments.Assignment]
reveal_type(plan.assignments["breathing"])                       # homework.assignments.Assignment
reveal_type(plan.assignments[:2])                                # Tuple[homework.assignments.Assignment, ...]
reveal_type(plan.assignments.get("breathing"))                   # Union[homework.assignments.Assignment, None]
reveal_type(plan.assignments[0].kind)                            # homework.enums.Kind
reveal_type(plan.assignments[0].title)                           # Union[str, None]
reveal_type(plan.assignments[0].opens)                           # Union[timedelta, None]
reveal_type(plan.goals[0].due)                                   # Union[date, None]
reveal_type(plan.goals[0].edit())                                # homework.records.Goal
reveal_type(plan.assignments[0].with_)                           # Union[homework.enums.Role, None]
reveal_type(plan.assignments[0].obstacles[0].coping)             # Union[str, None]
reveal_type(plan.assignments[0].likelihood)                      # Union[int, None]
reveal_type(homework.Criterion("suds").within)                   # Union[timedelta, None]
reveal_type(plan.ratings[0].values)                              # dict[homework.enums.Dimension, int]
reveal_type(plan.messages.get("m-1"))                            # Union[homework.reviews.Message, None]
reveal_type(homework.Agreement("mk", now).by)                    # str
reveal_type(plan.mark(plan.goals[0], "completed", change))       # homework.records.Goal
reveal_type(plan.move_session("s-2", "2025-03-17T09:00", change))  # homework.records.Session
reveal_type(plan.sessions[0].start)                              # Union[datetime, date, None]
reveal_type(plan.entries[0].happened)                            # Union[date, None]
reveal_type(plan.progress(date(2025, 3, 3), "2025-03-10").plan["done"].value)  # Union[float, None]
reveal_type(plan.occurrences("2025-03-03", "2025-03-10")[0].status)            # homework.codes.OccurrenceStatus
reveal_type(plan.to_calendar("todos", as_of=now))                # bytes
reveal_type(plan.log("breathing", "done", at=now, change=change))  # str

draft = homework.Goal("calm", "Calmer evenings", target=30)
draft.state = "on-hold"
draft.due = "2025-06-30"
draft.due = None
draft.state = homework.GoalState.ACTIVE
breathing = homework.Assignment("breathing", "Slow breathing", homework.Kind.RELAXATION)
breathing.grace = timedelta(hours=3)
plan.add(draft, change)
plan.add(breathing, by="mk", origin="desk")
reveal_type(plan.lint(as_of=now)[0].code)                        # homework.codes.LintCode
reveal_type(plan.assignments[0].form["mood", "after"].least)     # Union[float, None]
reveal_type(plan.diff(plan)[0].before)                           # Union[str, None]
reveal_type(plan.next_step("calm"))                              # Union[homework.records.Step, None]
reveal_type(plan.step_progress("sit").first_met)                 # Union[date, None]
reveal_type(plan.thread("breathing")[0].reviews)                 # Tuple[str, ...]
reveal_type(plan.changes_since(plan.knowledge()))                # bytes
reveal_type(plan.removal("m-1"))                                 # Union[homework.enums.Removal, None]
reveal_type(homework.Assignment.from_template("a", plan.templates[0]))  # homework.assignments.Assignment
rating = homework.Rating("r-1", "s-2", "client", values={"quantity": 3})
rating.values = {homework.Dimension.QUALITY: 2}
step = homework.Step("sit", "calm", "Sit down", criterion=homework.Criterion("suds", value=30, times=3))
with plan.editing(plan.assignments["breathing"], change) as agreed:
    agreed.obstacles = [("no-time", "Before breakfast"), (homework.Barrier.FORGOT, None)]
    agreed.with_ = "partner"

draft.due = 5                                                    # error: assignment
draft.id = "other"                                               # error: assignment|misc
draft.state = 1.5                                                # error: assignment
draft.titel = "x"                                                # error: attr-defined
plan.add("draft", change)                                        # error: arg-type
plan.mark("calm", "completed", change)                           # error: type-var
plan.changes_since("text")                                       # error: arg-type
breathing.fields = ["mood"]                                      # error: list-item
agreed.likelihood = "high"                                       # error: assignment
plan.progress(3, 4)                                              # error: arg-type
plan.goals["calm"].minutes                                       # error: attr-defined
