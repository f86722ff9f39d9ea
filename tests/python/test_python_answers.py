# SPDX-License-Identifier: MIT
"""What is computed over contracts, ladders, reviews and threads, as of a moment, compared with what was put in."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import homework
import pytest
from plans import AGREED, BERLIN, Who, refuses, small_plan

LATER = Who(by="mk", origin="desk", recorded=AGREED + timedelta(hours=1))
KNOWN = AGREED + timedelta(days=60)
Code = homework.LintCode


# ---- agreements

COMPLETE: dict[str, Any] = dict(what="Breathe", where="Table", when="Evening", how_often="Daily", how_long="Ten minutes", rationale="Calm",
                cue="Plates done", action="Sit down", likelihood=90, expected_difficulty=20, rehearsed=True, sheet_given=True,
                obstacles=[("forgot", "A note")])
# what is taken out of the complete agreement, and what is found then
LACKS = [({"where": None}, Code.WHERE), ({"rationale": None}, Code.RATIONALE), ({"cue": None}, Code.CUE),
         ({"action": None}, Code.ACTION), ({"obstacles": []}, Code.OBSTACLES), ({"obstacles": [("forgot", None)]}, Code.COPING),
         ({"likelihood": None}, Code.LIKELIHOOD_MISSING), ({"likelihood": 69}, Code.LIKELIHOOD_LOW),
         ({"expected_difficulty": None}, Code.DIFFICULTY), ({"rehearsed": False}, Code.REHEARSAL),
         ({"sheet_given": False}, Code.SHEET), ({"what": None}, Code.WHAT), ({"how_long": None}, Code.HOW_LONG),
         ({"when": None}, Code.WHEN), ({"how_often": None}, Code.HOW_OFTEN)]


def lint_of(**values: Any) -> homework.Lint:
    plan = small_plan()
    plan.add(homework.Assignment("a", "A", **{**COMPLETE, **values}), **LATER)
    return plan.lint("a", as_of=KNOWN)


def test_a_complete_agreement_lacks_nothing() -> None:
    lint = lint_of()
    assert len(lint) == 0 and list(lint) == [] and repr(lint).startswith("<Lint: 0 findings, as of ")
    assert (lint.active_count, lint.capacity_minutes, lint.capacity_assignments) == (2, None, None)


@pytest.mark.parametrize("values, code", LACKS, ids=lambda value: str(value) if isinstance(value, Code) else "")
def test_what_an_agreement_lacks(values: dict[str, Any], code: Code) -> None:
    lint = lint_of(**values)
    finding, = lint
    assert (finding.code, finding.assignment) == (code, "a")
    assert finding.obstacle == (homework.Barrier.FORGOT if code == Code.COPING else None)
    low = code == Code.LIKELIHOOD_LOW
    assert (finding.value, finding.limit, finding.unit) == ((69, 70, "%") if low else (None, None, ""))
    assert lint.text(0) == lint.text(-1, "en-GB") and lint.text(0).endswith(".") and "breath" not in lint.text(0).lower()
    assert low == ("69" in lint.text(0) and "70" in lint.text(0))
    assert lint.table().columns()["code"] == [code.word]


def test_lint_of_the_whole_plan() -> None:
    plan = small_plan()
    plan.add(homework.Assignment("a", "A", state="proposed", **COMPLETE), **LATER)
    with plan.editing(plan.settings, **LATER) as settings:
        settings.capacity_minutes, settings.capacity_assignments = 15, 1
    with plan.editing(plan.assignments["breathing"], **LATER) as breathing:
        breathing.minutes = 40
    lint = plan.lint(as_of=AGREED + timedelta(hours=2))
    assert [finding.assignment for finding in lint][-1] is None
    assert {finding.code for finding in lint if finding.assignment == "a"} == {Code.AGREEMENT}
    overload, = [finding for finding in lint if finding.code == Code.OVERLOAD]
    assert (overload.value, overload.limit, overload.unit) == (80, 15, "min")
    assert (lint.planned_minutes, lint.capacity_minutes) == (80, 15)
    assert (lint.unknown_count, lint.active_count) == (0, 1)
    low = small_plan()
    low.add(homework.Assignment("a", "A", **COMPLETE), **LATER)
    assert [finding.code for finding in low.lint("a", as_of=KNOWN, likely_enough=91)] == [Code.LIKELIHOOD_LOW]
    refuses(
        (homework.RangeError, lambda: plan.lint(likely_enough=101)),
        (homework.NotFoundError, lambda: plan.lint("b")),
        (homework.NotFoundError, lambda: plan.lint("a", as_of=AGREED)),
        (IndexError, lambda: lint.text(99)),
        (IndexError, lambda: lint[99]))


# ---- ladders

def ladder_plan() -> homework.Plan:
    plan = small_plan()
    with plan.editing(plan.steps["sit"], **LATER) as step:
        step.criterion = homework.Criterion("suds", homework.Comparator.AT_MOST, 30, 2, homework.Phase.AFTER, timedelta(days=7))
    plan.add(homework.Step("stand", "calm", "Stand", position=2, state="locked"), **LATER)
    for day, suds in ((6, 50), (10, 30), (13, 20), (17, 10)):
        at = datetime(2025, 3, day, 19, tzinfo=BERLIN)
        plan.log("breathing", at=at, values={("suds", "after"): suds}, by="client", origin="phone", recorded=at)
    return plan


def test_what_the_log_shows_of_a_criterion() -> None:
    plan = ladder_plan()
    progress = plan.step_progress("sit", as_of=KNOWN)
    assert (progress.met, progress.count, progress.needed, progress.first_met) == (True, 2, 2, date(2025, 3, 13))
    assert progress.evidence == ("phone-2", "phone-3") and repr(progress) == f"<StepProgress: {progress.count} of 2>"
    early = plan.step_progress("sit", as_of="2025-03-12T00:00:00Z")
    assert (early.met, early.count, early.first_met, early.evidence) == (False, 1, None, ("phone-2",))
    refuses(
        (homework.StateError, lambda: plan.step_progress("stand")),
        (homework.NotFoundError, lambda: plan.step_progress("fly")),
        (homework.NotFoundError, lambda: plan.step_progress("sit", as_of=AGREED - timedelta(days=1))))
    assert plan.steps["sit"].state.word == "available"          # nothing has changed by looking


def next_id(plan: homework.Plan, as_of: datetime) -> str | None:
    step = plan.next_step("calm", as_of=as_of)
    return step.id if step else None


def test_the_way_of_a_ladder() -> None:
    plan = ladder_plan()
    assert next_id(plan, KNOWN) == "sit" and plan.next_step("none") is None
    week = timedelta(days=7)
    plan.mark(plan.steps["sit"], "in-practice", by="mk", origin="desk", recorded=AGREED + week)
    plan.mark(plan.steps["sit"], "criterion-met", by="mk", origin="desk", recorded=AGREED + 2 * week)
    plan.mark(plan.steps["sit"], "consolidated", by="mk", origin="desk", recorded=AGREED + 3 * week)
    assert next_id(plan, KNOWN) == "stand"
    assert next_id(plan, AGREED + week) == "sit"
    journey = plan.journey("calm", as_of=KNOWN)
    assert [(stage.step, stage.state.word, stage.reached, stage.current) for stage in journey] == [
        ("sit", "available", date(2025, 3, 3), False), ("sit", "in-practice", date(2025, 3, 10), False),
        ("sit", "criterion-met", date(2025, 3, 17), False), ("sit", "consolidated", date(2025, 3, 24), True),
        ("stand", "locked", date(2025, 3, 3), True)]
    revisions = {record.revision.id for step in ("sit", "stand") for record in plan.steps.revisions(step)}
    assert {stage.revision for stage in journey} <= revisions
    assert journey.table().columns()["reached"] == [stage.reached for stage in journey]
    assert len(plan.journey("calm", as_of=AGREED + week)) == 3
    with pytest.raises(homework.NotFoundError):
        plan.journey("none")


# ---- threads and reviews

def course_plan() -> homework.Plan:
    plan = small_plan()
    plan.add(homework.Session("s-1", "2025-03-03T17:00", state="held"), **LATER)
    plan.add(homework.Session("s-2", "2025-03-10T17:00"), **LATER)
    with plan.editing(plan.assignments["breathing"], **LATER) as breathing:
        breathing.session = "s-1"
    plan.add(homework.Assignment("outdoors", "Breathing outdoors", predecessor="breathing", session="s-1"), **LATER)
    plan.add(homework.Assignment("alone", "On your own", predecessor="outdoors"), **LATER)
    plan.add(homework.Review("r-1", "s-1", "outdoors", "continue"), **LATER)
    return plan


def test_a_thread() -> None:
    plan = course_plan()
    wanted = [("breathing", None, ("s-1",), ()), ("outdoors", "breathing", ("s-1",), ("r-1",)), ("alone", "outdoors", (), ())]
    for id in ("breathing", "outdoors", "alone"):
        thread = plan.thread(id, as_of=KNOWN)
        assert list(thread) == wanted and repr(thread).startswith("<Thread: breathing > outdoors > alone, as of ")
    assert thread.table().columns()["assignment"] == ["breathing", "outdoors", "outdoors", "alone"]
    assert [part.assignment for part in plan.thread("breathing", as_of=AGREED)] == ["breathing"]
    with pytest.raises(homework.NotFoundError):
        plan.thread("none")


def test_what_waits_for_a_review() -> None:
    plan = course_plan()
    at = datetime(2025, 3, 9, 12, tzinfo=BERLIN)
    waiting = plan.unreviewed(as_of=at)
    assert waiting.session == "s-1" and [item.assignment for item in waiting] == ["breathing", "alone", "outdoors"]
    found = {item.assignment: (item.active, item.settled) for item in waiting}
    assert found["breathing"] == (True, 2) and found["alone"] == (True, 0)
    assert waiting.table().columns()["settled"] == [item.settled for item in waiting]
    assert plan.unreviewed(as_of=AGREED).session is None


def test_tables_of_what_was_rated_and_said() -> None:
    plan = course_plan()
    plan.add(homework.Rating("e", "s-1", "client", values={"quality": 2, "difficulty": 3}), **LATER)
    plan.add(homework.Score("c", "calm", "mk", -1), **LATER)
    plan.add(homework.Message("m", "insight", "the sea", visibility="private"), **LATER)
    plan.add(homework.Message("n", "question", "the wind", answer="the rain"), **LATER)
    rows = plan.ratings_table().to_dict()
    assert [(row["rating"], row["rater"], row["role"], row["dimension"], row["value"], row["reverse"]) for row in rows] == [
        ("e", "client", "client", "quality", 2, False), ("e", "client", "client", "difficulty", 3, True)]
    row, = plan.scores_table().to_dict()
    assert (row["score"], row["goal"], row["rater"], row["role"], row["level"]) == ("c", "calm", "mk", "therapist", -1)
    assert [row["message"] for row in plan.messages_table().to_dict()] == ["n"]
    shared = plan.messages_table().to_csv()
    assert "the wind" not in shared and "the sea" not in shared
    row, = plan.messages_table(texts=True).to_dict()
    assert (row["text"], row["answer"], row["author"]) == ("the wind", "the rain", "mk")
    assert (row["topic"], row["state"]) == ("question", "open")
    assert "the sea" in plan.messages_table(private_too=True, texts=True).to_csv()
    assert "the sea" not in plan.messages_table(private_too=True).to_csv()


def test_results_outlive_their_plan() -> None:
    plan = ladder_plan()
    lint, journey, progress = plan.lint(as_of=KNOWN), plan.journey("calm", as_of=KNOWN), plan.step_progress("sit", as_of=KNOWN)
    form, diff = plan.assignments[0].form, plan.diff(small_plan())
    count = len(lint), len(journey), len(progress.evidence), len(form), len(diff)
    del plan
    assert (len(list(lint)), len(list(journey)), len(progress.evidence), len(list(form)), len(list(diff))) == count
    assert min(count) > 0
