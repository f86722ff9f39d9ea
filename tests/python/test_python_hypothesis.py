# SPDX-License-Identifier: MIT
"""What hypothesis thinks of: clocks of many zones beside Python's own, any text through a document, and any order of verbs on a plan, where
one that is refused has changed nothing and what is there can be written and read again."""
from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta, timezone
from typing import Callable, Iterator
from zoneinfo import ZoneInfo

import alive
import homework
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from common import FULL
from plans import AGREED, clock, small_plan

often = settings(deadline=None, max_examples=3000 if FULL else 300, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
ZONES = homework.Zones()
NAMES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca",
         "Europe/Dublin", "America/St_Johns", "Antarctica/Troll", "Pacific/Kiritimati", "America/Caracas", "UTC")
#: Words with everything that people write, and everything that they do not.
texts = some.one_of(some.text(max_size=40), some.text(some.characters(blacklist_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=80))


def whole(moment: datetime) -> int:
    """Its seconds since 1970, by Python's own arithmetic, in which `fold` counts."""
    offset = moment.utcoffset() or timedelta()
    return (moment.replace(tzinfo=timezone.utc) - offset - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(seconds=1)


@pytest.fixture(autouse=True, scope="module")
def nothing_is_left() -> Iterator[None]:
    """Of all that was made, and of all that was refused; the zones that were asked for stay with ZONES."""
    before = alive.alive()
    yield
    left = {kind: number for kind, number in alive.leaked(before).items() if kind != "memory"}
    assert not left


# ---- clocks
@often
@given(some.integers(-2_208_988_800, 7_258_118_400), some.sampled_from(NAMES))
def test_what_a_clock_shows(seconds: int, name: str) -> None:
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    shown, expected = ZONES.show(name, moment), moment.astimezone(ZoneInfo(name))
    assert whole(shown) == seconds
    if (expected.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta():       # not so for local mean times of long ago
        assert shown.replace(tzinfo=None) == expected.replace(tzinfo=None) and shown.utcoffset() == expected.utcoffset()


@often
@given(some.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)), some.sampled_from(NAMES))
def test_what_moment_a_wall_time_is(wall: datetime, name: str) -> None:
    """In a gap by the offset before it, in an overlap the first: what Python calls fold=0."""
    wall = wall.replace(microsecond=0)
    assert whole(ZONES.resolve(name, wall)) == whole(wall.replace(tzinfo=ZoneInfo(name)))


@pytest.mark.parametrize("name, wall", [("Europe/Berlin", "2025-10-26T02:30:00"), ("Australia/Lord_Howe", "2025-04-06T01:45:00"),
                                        ("America/New_York", "2025-11-02T01:15:00"), ("Europe/Dublin", "2025-10-26T01:30:00")])
def test_both_sides_of_an_overlap(name: str, wall: str) -> None:
    """Each of the two moments that one wall time is keeps its own place in the log."""
    plan = small_plan()
    first, second = (datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(name), fold=fold) for fold in (0, 1))
    assert whole(first) < whole(second)
    for id, moment in (("one", first), ("two", second)):
        plan.log("breathing", at=moment, unscheduled=True, id=id, by="mk", origin="desk", recorded=second)
    logged = homework.load(plan.to_bytes()).entries
    assert [whole(clock(logged[id].happened)) for id in ("one", "two")] == [whole(first), whole(second)]
    assert [clock(logged[id].happened).utcoffset() for id in ("one", "two")] == [first.utcoffset(), second.utcoffset()]


@often
@given(some.dates(date(1990, 1, 1), date(2100, 1, 1)), some.integers(0, 60))
def test_windows_are_half_open(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    plan = small_plan()
    found = plan.occurrences(start, end, as_of=AGREED)
    assert all(start <= one.due.date() < end for one in found)
    assert len(found) == sum((start + timedelta(days=day)).isoweekday() in (1, 4) and start + timedelta(days=day) >= date(2025, 3, 3)
                             for day in range(days))


# ---- texts
@often
@given(texts)
def test_any_text_through_a_document(text: str) -> None:
    plan = small_plan()
    before = plan.to_bytes()
    change = homework.Change("mk", "desk", AGREED)
    try:
        plan.log("breathing", note=text, change=change, id="e")
        plan.add(homework.Goal("g", "G", description=text), change)
    except ValueError:
        assert not text or "e" not in [entry.id for entry in plan.entries] or "g" not in plan.goals
        if "e" not in [entry.id for entry in plan.entries]:
            assert plan.to_bytes() == before
    else:
        for again in (homework.load(plan.to_bytes()), homework.load(plan.to_json()), copy.deepcopy(plan), pickle.loads(pickle.dumps(plan))):
            assert [value.text for value in again.entries["e"].values] == [text] and again.goals["g"].description == text


# ---- plans
class AnyPlan(RuleBasedStateMachine):
    """Verbs in any order, with arguments that are often wrong."""

    goals: Bundle[str] = Bundle("goals")
    entries: Bundle[str] = Bundle("entries")
    done = refused = 0

    @initialize()
    def begin(self) -> None:
        self.plan, self.minute = small_plan(), 0

    def attempt(self, verb: Callable[[homework.Change], object]) -> None:
        """Does it, or it is refused and nothing has changed."""
        before, generation = self.plan.to_bytes(), self.plan.generation
        self.minute += 1
        change = homework.Change("mk", "desk", AGREED + timedelta(days=2, minutes=self.minute))
        try:
            verb(change)
            AnyPlan.done += 1
        except (homework.HomeworkError, ValueError):
            AnyPlan.refused += 1
            assert self.plan.to_bytes() == before and self.plan.generation == generation

    @rule(target=goals, id=some.sampled_from("abcd"), title=texts, weight=some.sampled_from([None, 1, 2.5, -1, 1e300]))
    def add_goal(self, id: str, title: str, weight: float | None) -> str:
        def verb(change: homework.Change) -> None:
            self.plan.add(homework.Goal(id, title, weight=weight), change)
        self.attempt(verb)
        return id

    @rule(id=goals, title=texts, aim=some.integers() | some.none())
    def revise_goal(self, id: str, title: str, aim: int | None) -> None:
        def verb(change: homework.Change) -> None:
            with self.plan.editing(self.plan.goals[id], change) as goal:
                goal.title = title
                goal.target = aim
        self.attempt(verb)

    @rule(id=goals, state=some.sampled_from(homework.GoalState))
    def mark_goal(self, id: str, state: homework.GoalState) -> None:
        self.attempt(lambda change: self.plan.mark(self.plan.goals[id], state, change))

    @rule(target=entries, at=some.datetimes(datetime(2025, 3, 1), datetime(2025, 3, 6), timezones=some.sampled_from(
        [ZoneInfo(name) for name in NAMES])), percent=some.integers(-5, 105), extent=some.sampled_from(homework.Extent),
          suds=some.floats(-5, 105) | some.none())
    def log(self, at: datetime, percent: int, extent: homework.Extent, suds: float | None) -> str:
        id = f"e-{self.minute}"
        values = None if suds is None else {("suds", "before"): round(suds, 2)}
        self.attempt(lambda change: self.plan.log("breathing", extent, at=at, percent=percent, values=values, id=id, change=change))
        return id

    @rule(id=entries)
    def void(self, id: str) -> None:
        self.attempt(lambda change: self.plan.void(id, change))

    @rule(id=entries | goals, verb=some.sampled_from(["redact", "erase"]))
    def take_out(self, id: str, verb: str) -> None:
        self.attempt(lambda change: getattr(self.plan, verb)(id, change))

    @rule(first=some.dates(date(2025, 2, 1), date(2025, 4, 1)), days=some.integers(-3, 20))
    def hold(self, first: date, days: int) -> None:
        self.attempt(lambda change: self.plan.add(homework.Hold(f"h-{self.minute}", first, first + timedelta(days=days)), change))

    @rule()
    def exchange(self) -> None:
        other = small_plan()
        other.merge_changes(self.plan.changes_since(other.knowledge()))
        assert other.to_bytes() == self.plan.to_bytes()

    @invariant()
    def can_be_written_and_read(self) -> None:
        if hasattr(self, "plan"):
            data = self.plan.to_bytes()
            assert homework.load(data).to_bytes() == data == homework.load(self.plan.to_json()).to_bytes()

    @invariant()
    def counts_add_up(self) -> None:
        if hasattr(self, "plan"):
            figures = self.plan.progress("2025-03-03", "2025-03-24", as_of=AGREED + timedelta(days=20)).plan
            states = ("done_count", "done_late", "partial", "not_done", "not_reported")
            assert figures["eligible"].value == sum(figures[state].value or 0 for state in states)
            done = figures["done"].value
            assert done is None or 0 <= done <= 1


AnyPlan.TestCase.settings = settings(deadline=None, max_examples=400 if FULL else 40, stateful_step_count=40, derandomize=True,
                                     suppress_health_check=list(HealthCheck))
TestAnyPlan = AnyPlan.TestCase


def test_some_verbs_were_taken_and_some_refused() -> None:
    assert AnyPlan.done > 100 and AnyPlan.refused > 50, (AnyPlan.done, AnyPlan.refused)
