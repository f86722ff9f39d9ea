# SPDX-License-Identifier: MIT
"""Calendars that come back: proposals as objects are the library's table of them, and what a client (python-icalendar) has
put into a to-do of the example plans is still there when we have had our say."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import icalendar
import pytest

import homework
from homework import Certainty, ProposalKind, ProposalReason
from common import PLANS, stem

AT = "2026-11-22T21:00:00+01:00"
LATER = "2026-11-22T22:30:00+01:00"
LOADED = pytest.mark.parametrize("path", PLANS, ids=stem)


def word(value: object) -> object:
    return value.word if isinstance(value, homework.enums.Word) else value


def opened(path: Path) -> tuple[homework.Plan, list[homework.CalendarResource]]:
    plan = homework.load(path)
    return plan, list(plan.calendar_resources("todos", as_of=AT, until="2026-12-06"))


def todo_of(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data).walk("VTODO")[0]


def text(todo: Any, name: str) -> bytes | None:
    return todo[name].to_ical() if name in todo else None


def by_client(data: bytes, **properties: str | None) -> bytes:
    """A resource as a client writes it again: its own order, its own folds, something of its own in it."""
    calendar = icalendar.Calendar.from_ical(data)
    todo, = calendar.walk("VTODO")
    for name, value in properties.items():
        todo.pop(name.replace("_", "-"), None)
        if value is not None:
            todo.add(name.replace("_", "-"), icalendar.vText(value), encode=False)
    todo.add("x-client-note", "kept; as, it \\ is " * 8)
    todo.add("color", "turquoise")
    alarm = icalendar.Alarm()
    alarm.add("uid", "of-the-client")
    alarm.add("action", "AUDIO")
    alarm.add("trigger", icalendar.vText("-PT7M"), encode=False)
    todo.add_component(alarm)
    return bytes(calendar.to_ical())


@LOADED
def test_rows_are_the_table(path: Path) -> None:
    plan, resources = opened(path)
    states = [{"STATUS": "COMPLETED"}, {"STATUS": "CANCELLED"}, {"STATUS": "IN-PROCESS", "PERCENT_COMPLETE": "40"},
              {"X_MOZ_LASTACK": "20261122T200000Z"}, {"RRULE": "FREQ=DAILY"}]
    calendars = [by_client(item.data, **states[i % len(states)], LAST_MODIFIED="20261122T210000Z")
                 for i, item in enumerate(resources)]
    found = plan.read_calendar(b"".join(calendars[1:]), as_of=LATER, exported=[str(item.uid) for item in resources])
    rows = found.table().to_dict()
    assert len(rows) == len(found) > 0
    for row, proposal in zip(rows, found):
        assert row["kind"] == word(proposal.kind) and row["certainty"] == word(proposal.certainty)
        assert (row["reason"] or "none") == word(proposal.reason)
        assert row["assignment"] == proposal.assignment and row["uid"] == proposal.uid
        assert (row["evidence"] or "", row["raw"] or "", row["line"] or 0) == (
            proposal.evidence, proposal.raw, proposal.line)
        assert proposal.uid in {item.uid for item in resources}
    assert found[0].evidence is not None and found.foreign_count == 0
    for i in range(len(found)):
        assert found.why(i).endswith(".") and found.why(i, "de") != found.why(i)
    removed = [p for p in found if p.kind is ProposalKind.REMOVED]
    assert {p.uid for p in removed} <= {resources[0].uid} and all(p.certainty is Certainty.CERTAIN for p in removed)
    assert {p.reason for p in found if p.kind is ProposalKind.CONFLICT} <= {
        ProposalReason.CANCELLED, ProposalReason.SERIES, ProposalReason.QUOTA}


@LOADED
def test_what_a_client_has_put_in_stays(path: Path) -> None:
    plan, resources = opened(path)
    for item in resources:
        theirs = by_client(item.data, STATUS="COMPLETED", COMPLETED="20261122T203000Z", DUE=None)
        before, ours = todo_of(theirs), todo_of(item.data)
        out = plan.update_resource(item.data, theirs)
        after = todo_of(out)
        for name in ("x-client-note", "color", "priority", "class", "created"):
            assert after[name].to_ical() == before[name].to_ical()
        for name in ("status", "due", "summary", "percent-complete"):
            assert text(after, name) == text(ours, name)
        assert ("completed" in after) == ("completed" in ours)
        alarms = {str(alarm["uid"]) for alarm in after.walk("VALARM")}
        assert "of-the-client" in alarms
        assert alarms >= {str(alarm["uid"]) for alarm in ours.walk("VALARM")}
        assert int(after["sequence"]) > int(ours["sequence"])
        lines = set(theirs.split(b"\r\n"))
        assert sum(line not in lines for line in out.split(b"\r\n")) <= 12
        assert plan.update_resource(item.data, out) == out
        assert plan.update_resource(item.data, item.data) == item.data


def test_errors_are_exceptions() -> None:
    plan, resources = opened(next(path for path in PLANS if path.stem == "one-thing-a-day"))
    item, other = resources[0], resources[1]
    with pytest.raises(homework.NotFoundError):
        plan.update_resource(item.data, other.data)
    with pytest.raises(homework.ConflictError):
        plan.update_resource(item.data, by_client(item.data, RRULE="FREQ=DAILY"))
    with pytest.raises(homework.InvalidError):
        plan.update_resource(item.data, item.data[:-20])
    with pytest.raises(homework.HomeworkError):
        plan.read_calendar(item.data, as_of=AT, exported=["no uuid"])
    with pytest.raises(IndexError):
        plan.read_calendar(item.data, as_of=AT)[0]
    with pytest.raises(homework.RangeError):
        plan.read_calendar(item.data, as_of=AT).why(0)
