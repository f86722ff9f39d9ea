# SPDX-License-Identifier: MIT
"""What cannot be meant is a Python exception that says what to give instead, and the plan is byte for byte what it was."""
from __future__ import annotations

import io
import os
from datetime import date, datetime
from typing import Any, Callable, Dict, Iterator, Tuple

import homework
import pytest
from plans import AGREED, small_plan

CHANGE = homework.Change("mk", "desk", AGREED)
NAIVE = datetime(2025, 3, 3, 19)
CLOSED = io.BytesIO(b"<plan/>")
CLOSED.close()


class Broken(io.RawIOBase):
    """A file whose disk has gone."""

    def read(self, size: int = -1) -> bytes:
        raise OSError("the disk has gone")


def breaks(plan: homework.Plan) -> None:
    with plan.edit(CHANGE):
        plan.log("breathing")
        plan.add(homework.Goal("other", "Other"))
        raise ZeroDivisionError("in the block")


def entries_that_end() -> Iterator[homework.Entry]:
    yield homework.Entry("breathing")
    raise KeyError("in the iterator")


#: What is tried: (exception, what its message says, call).
CASES: Dict[str, Tuple[Any, str, Callable[[Any], Any]]] = {
    "a number for an id": (TypeError, "assignment must be str, not int", lambda plan: plan.log(3, change=CHANGE)),
    "nothing to add": (TypeError, "cannot add", lambda plan: plan.add(None, CHANGE)),
    "None for a title": (ValueError, "title must not be", lambda plan: plan.add(homework.Goal("g", None), CHANGE)),  # type: ignore[arg-type]
    "bytes for a text": (TypeError, "must be str", lambda plan: plan.add(homework.Goal("g", b"G"), CHANGE)),  # type: ignore[arg-type]
    "nobody": (TypeError, "say who records", lambda plan: plan.log("breathing")),
    "a word that is none": (ValueError, "extent must be one of .*'done'", lambda plan: plan.log("breathing", "finished", change=CHANGE)),
    "a property that is none": (TypeError, "no property 'titel'", lambda plan: plan.add(homework.Goal("g", "G", titel="x"), CHANGE)),
    "a misspelt attribute": (AttributeError, "titel", lambda plan: setattr(plan.goals[0].edit(), "titel", "x")),
    "a misspelt argument": (TypeError, "minuts", lambda plan: plan.log("breathing", minuts=3, change=CHANGE)),
    "a record that is in the plan": (RuntimeError, "edit", lambda plan: setattr(plan.goals[0], "title", "x")),
    "a NUL in a text": (ValueError, "title.*(null|NUL)", lambda plan: plan.add(homework.Goal("g", "a\0b"), CHANGE)),
    "a NUL in an id": (ValueError, "(null|NUL)", lambda plan: plan.log("brea\0thing", change=CHANGE)),
    "half a character": (ValueError, "surrogates", lambda plan: plan.add(homework.Goal("g", "\ud800"), CHANGE)),
    "a huge number": (OverflowError, "percent must be between", lambda plan: plan.log("breathing", percent=2**70, change=CHANGE)),
    "a huge weight": ((ValueError, OverflowError), "", lambda plan: plan.add(homework.Goal("g", "G", weight=10**400), CHANGE)),
    "not a number": (ValueError, "", lambda plan: plan.log("breathing", values={"suds": float("inf")}, change=CHANGE)),
    "a flag for a number": (TypeError, "must be a", lambda plan: plan.log("breathing", minutes=True, change=CHANGE)),
    "a naive moment": (ValueError, "has no tzinfo.*ZoneInfo", lambda plan: plan.log("breathing", at=NAIVE, change=CHANGE)),
    "a naive recording": (ValueError, "has no tzinfo.*ZoneInfo", lambda plan: homework.Change("mk", "desk", NAIVE)),
    "a naive as_of": (ValueError, "has no tzinfo", lambda plan: plan.progress("2025-03-03", "2025-03-10", as_of=NAIVE)),
    "a day for a moment": (TypeError, "as_of must be", lambda plan: plan.progress("2025-03-03", "2025-03-10", as_of=date(2025, 3, 3))),
    "a datetime for a day": (TypeError, "date", lambda plan: setattr(plan.goals[0].edit(), "due", NAIVE)),
    "a zone where wall time is meant": (ValueError, "tzinfo|zone", lambda plan: plan.log("breathing", due=AGREED, change=CHANGE)),
    "a day that is none": (ValueError, "", lambda plan: plan.progress("2025-02-30", "2025-03-10")),
    "a closed file": (ValueError, "closed file", lambda plan: homework.load(CLOSED)),
    "a file that breaks": (OSError, "the disk has gone", lambda plan: homework.load(Broken())),
    "a file of text": ((TypeError, ValueError), "bytes|str", lambda plan: homework.load(io.StringIO("<plan/>"))),  # type: ignore[arg-type]
    "a folder": (ValueError, "names no file", lambda plan: homework.load(os.sep)),
    "nowhere": (FileNotFoundError, "no such file", lambda plan: homework.load("/nowhere/plan.xml")),
    "no source": (TypeError, "", lambda plan: homework.load(None)),  # type: ignore[arg-type]
    "a plan that has no file": (TypeError, r"save\(path\)", lambda plan: plan.save()),
    "another plan": ((ValueError, RuntimeError), "", lambda plan: plan.merge(homework.Plan("Europe/Berlin", "client", CHANGE))),
    "a record for a plan": (TypeError, "must be homework.Plan", lambda plan: plan.merge(plan.goals[0])),
    "an exception in a block": (ZeroDivisionError, "in the block", breaks),
    "an iterator that raises": (KeyError, "in the iterator", lambda plan: plan.log_all(entries_that_end(), CHANGE)),
    "one wrong entry of many": (LookupError, "", lambda plan: plan.log_all([homework.Entry("breathing"), homework.Entry("none")], CHANGE)),
    "rows without an assignment": ((ValueError, TypeError, LookupError), "row 1|assignment", lambda plan: plan.log.extend(
        [{"assignment": "breathing"}, {"extent": "done"}, {"assignment": "none"}], CHANGE)),
    "a progress that raises": (ZeroDivisionError, "", lambda plan: homework.caseload({"a": plan}, progress=lambda done, total: 1 / 0)),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    kinds, message, call = CASES[name]
    plan = small_plan()
    before, generation, problems = plan.to_bytes(), plan.generation, plan.problems
    with pytest.raises(kinds, match=message) as caught:
        call(plan)
    assert str(caught.value) and "HW_ERR" not in str(caught.value)
    assert (plan.to_bytes(), plan.problems) == (before, problems) and (plan.generation == generation or name == "an exception in a block")
    assert capfd.readouterr() == ("", "")


def test_a_child_of_a_process_with_threads() -> None:
    """It has a copy of everything, and computes with all processors itself; the parent's plan is not touched."""
    plan = small_plan()
    homework.caseload({"a": plan, "b": plan}, as_of=AGREED, threads=2)
    before, reader, writer = plan.to_bytes(), *os.pipe()
    child = os.fork()
    if child == 0:
        good = False
        try:
            plan.log("breathing", id="c", change=CHANGE)
            table = homework.caseload({"a": plan, "b": plan}, as_of=AGREED, threads=2)
            good = len(table) == 2 and "c" in [entry.id for entry in plan.entries]
            os.write(writer, plan.to_bytes())
        finally:
            os._exit(0 if good else 1)
    os.close(writer)
    with open(reader, "rb") as pipe:
        sent = homework.load(pipe.read())
    assert os.waitpid(child, 0)[1] == 0 and plan.to_bytes() == before and not len(plan.entries) and sent.entries["c"].by == "mk"
