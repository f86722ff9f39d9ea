# SPDX-License-Identifier: MIT
"""What the tests of the Python package share."""
from __future__ import annotations

from datetime import date, datetime
from typing import Callable, TypedDict
from zoneinfo import ZoneInfo

import homework
import pytest

from common import ROOT

INVALID = ROOT / "tests" / "data" / "invalid"

BERLIN = ZoneInfo("Europe/Berlin")
AGREED = datetime(2025, 3, 3, 17, 40, tzinfo=BERLIN)
UID = "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"


def clock(value: date | None) -> datetime:
    """A planned time, which has to be there and no whole day."""
    assert isinstance(value, datetime)
    return value


#: What is raised by what.
Refusal = tuple[type[BaseException], Callable[[], object]]


def refuses(*refusals: Refusal) -> None:
    """Each call raises what stands before it."""
    for kind, call in refusals:
        with pytest.raises(kind):
            call()


class Who(TypedDict):
    """Who records something, from where and when: what a verb takes instead of a homework.Change."""

    by: str
    origin: str
    recorded: datetime


def norms(id: str) -> homework.Norms:
    """Norms that the library has."""
    norms = homework.Norms.find(id)
    assert norms
    return norms


def instrument(id: str) -> homework.Instrument:
    """An instrument that the library has."""
    instrument = homework.Instrument.find(id)
    assert instrument
    return instrument


def small_plan() -> homework.Plan:
    """A client, a therapist, a measure, a goal with a step, weekly homework with a reminder."""
    monday = homework.Change("mk", "desk", AGREED, reason="agreed in session 1")
    plan = homework.Plan("Europe/Berlin", "therapist", monday, uid=UID)
    plan.add(homework.Person("client", "client", language="de"), monday)
    plan.add(homework.Measure("suds", "Distress", min=0, max=100, better="lower"), monday)
    plan.add(homework.Goal("calm", "Calmer evenings", measure="suds", target=30), monday)
    plan.add(homework.Step("sit", "calm", "Sit down for ten minutes", position=1, difficulty=20), monday)
    breathing = homework.Assignment("breathing", "Slow breathing", "relaxation", minutes=10, goals=["calm"], steps=["sit"])
    breathing.recur("2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,TH")
    breathing.closes = "PT3H"
    breathing.measure("suds", "before")
    breathing.remind(minutes=-30)
    plan.add(breathing, monday)
    return plan
