# SPDX-License-Identifier: MIT
"""Whatever is refused is a typed exception that says what and where, and nothing has changed."""
from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any, Callable

import homework
import pytest
from homework import errors
from plans import INVALID, small_plan

CASES = sorted(INVALID.iterdir())


def name_of(case: Path) -> str:
    return case.name


def read(case: Path) -> object:
    """Reads the document of a case: a plan, or a sidecar log into a plan."""
    if (case / "plan.xml").exists():
        return homework.Plan.from_bytes((case / "plan.xml").read_bytes())
    return homework.load(INVALID.parent / "valid" / "small.xml").read_log((case / "log.xml").read_bytes())


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_every_invalid_document(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(homework.HomeworkError) as caught:
        read(case)
    error = caught.value
    found = [f"{problem.line or 0} {problem.code.word} {problem.subject or '-'}" for problem in error.problems]
    assert found == (case / "expected").read_text().splitlines()
    assert "SENTINEL" not in error.message + "".join(problem.message for problem in error.problems)
    worst = [problem for problem in error.problems if problem.severity == homework.Severity.ERROR]
    assert error.line == worst[0].line
    if error.line:
        assert str(error).startswith(f"line {error.line}: ")
    assert capfd.readouterr() == ("", "")


def test_there_are_invalid_documents() -> None:
    assert len(CASES) > 100


def test_salvage_keeps_aside_what_is_invalid() -> None:
    data = (INVALID / "entry-assignment-unknown" / "plan.xml").read_bytes()
    plan = homework.load(data, salvage=True)
    assert plan.aside_count == 1
    assert [problem.code for problem in plan.problems if problem.severity != homework.Severity.ERROR] == [
        homework.ProblemCode.KEPT_ASIDE]


def test_a_class_for_each_status() -> None:
    bases = {"MEMORY": MemoryError, "ARGUMENT": ValueError, "SYNTAX": ValueError, "RANGE": ValueError,
             "NOT_FOUND": LookupError, "DUPLICATE": ValueError, "CONFLICT": RuntimeError, "STATE": RuntimeError,
             "UNSUPPORTED": NotImplementedError, "LIMIT": ValueError, "INVALID": ValueError, "READ_ONLY": RuntimeError,
             "IO": OSError, "NOT_DURABLE": OSError, "CANCELLED": RuntimeError}
    assert set(bases) | {"OK"} == {status.name for status in homework.Status}
    classes = set()
    for name, base in bases.items():
        error = errors._from_c(homework.Status[name], "the message", "the-id", 7, 0)
        assert isinstance(error, homework.HomeworkError) and isinstance(error, base)
        assert (error.status, error.subject, error.line, error.column, error.problems) == (
            homework.Status[name], "the-id", 7, None, ())
        assert str(error) == "line 7: the message (the-id)"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error) and vars(again) == vars(error) and str(again) == str(error)
        classes.add(type(error))
    assert len(classes) == len(bases)
    assert issubclass(homework.MissingFileError, FileNotFoundError)


def test_a_status_without_a_message_is_explained() -> None:
    goal = small_plan().goals[0]
    with pytest.raises(homework.StateError, match="^Not allowed in the present state: .*edit"):
        goal.title = "x"


def remind_often(draft: homework.Assignment) -> None:
    for n in range(17):
        draft.remind(minutes=n)


def test_verbs_that_fail_change_nothing() -> None:
    plan = small_plan()
    before, generation = plan.to_bytes(), plan.generation
    change = homework.Change("mk", "desk", "2025-03-04T09:00:00+01:00")
    stranger = homework.Change("nobody", "desk", "2025-03-04T09:00:00+01:00")
    wrong: list[tuple[type[homework.HomeworkError], Callable[[], object]]] = [
        (homework.NotFoundError, lambda: plan.log("nothing", change=change)),
        (homework.NotFoundError, lambda: plan.log("breathing", change=stranger)),
        (homework.NotFoundError, lambda: plan.log("breathing", values={"weight": 1}, change=change)),
        (homework.RangeError, lambda: plan.log("breathing", values={"suds": 101}, change=change)),
        (homework.RangeError, lambda: plan.log("breathing", at="2025-03-05T09:00:00+01:00", change=change)),
        (homework.DuplicateError, lambda: plan.add(homework.Goal("calm", "Again"), change)),
        (homework.NotFoundError, lambda: plan.add(homework.Step("a", "no-goal", "A"), change)),
        (homework.NotFoundError, lambda: plan.revise(homework.Goal("new", "New"), change)),
        (homework.StateError, lambda: plan.add(plan.goals[0], change)),
        (homework.NotFoundError, lambda: plan.void("nothing", change)),
        (homework.RangeError, lambda: plan.progress("2025-03-10", "2025-03-03")),
        (homework.RangeError, lambda: plan.progress("2025-03-03", "2025-03-10", partial_credit=2)),
        (homework.RangeError, lambda: plan.report("2025-03-03", "2025-03-10", width=5)),
        (homework.NotFoundError, lambda: plan.progress("2025-03-03", "2025-03-10").goal("none")),
        (homework.ArgumentError, lambda: homework.Change("mk", "desk", "2025-03-04")),
        (homework.ParseError, lambda: homework.Goal("not an id", "x")),
        (homework.ParseError, lambda: homework.Plan("Not A Zone", "client", change)),
        (homework.ParseError, lambda: homework.Plan("Europe/Berlin", "client", change, uid="x")),
        (homework.UnsupportedError, lambda: homework.Assignment("a", "A").recur("2025-03-03", "FREQ=YEARLY")),
        (homework.RangeError, lambda: homework.Assignment("a", "A").recur("2025-03-03", "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=9MO")),
        (homework.RangeError, lambda: homework.Assignment("a", "A", minutes=-1)),
        (homework.LimitError, lambda: remind_often(homework.Assignment("a", "A"))),
    ]
    for kind, call in wrong:
        with pytest.raises(kind) as caught:
            call()
        assert type(caught.value) is kind and caught.value.message, kind
    assert plan.to_bytes() == before and plan.generation == generation


def test_a_draft_keeps_its_first_error() -> None:
    plan = small_plan()
    draft = homework.Goal("second", "Second")
    with pytest.raises(homework.RangeError):
        draft.weight = -1
    with pytest.raises(homework.RangeError) as caught:
        plan.add(draft, by="mk", origin="desk", recorded="2025-03-04T09:00:00+01:00")
    assert caught.value.subject == "second" and re.search("weight", caught.value.message)


def test_what_is_not_a_change() -> None:
    plan = small_plan()
    goal = homework.Goal("second", "Second")
    wrong: list[dict[str, Any]] = [{}, {"by": "mk"}, {"origin": "desk"}, {"change": "mk"}, {"change": homework.Change("mk", "desk"), "by": "mk"}]
    for arguments in wrong:
        with pytest.raises(TypeError):
            plan.add(goal, **arguments)
    things: list[Any] = [None, 3, "goal", plan, homework.Settings("Europe/Berlin"), homework.Entry(None)]
    for thing in things:
        with pytest.raises(TypeError, match="cannot add"):
            plan.add(thing, by="mk", origin="desk")
