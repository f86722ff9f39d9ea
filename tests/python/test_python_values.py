# SPDX-License-Identifier: MIT
"""Dates, wall times, moments, durations, texts and numbers cross the border unchanged, and what cannot be meant is refused
with a sentence that says what to give instead."""
from __future__ import annotations

import enum
from datetime import date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo
from typing import Callable

import homework
import pytest
from homework import _homework as c
from homework import enums
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from plans import AGREED, BERLIN, refuses, small_plan

settings.register_profile("homework", deadline=None, max_examples=200, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("homework")

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
                                     "Asia/Kathmandu", "Africa/Casablanca")]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def moment_of(value: datetime | str) -> datetime:
    """There and back: in as the moment of an entry's recording, out again."""
    recorded: datetime = c.hw_change_recorded(homework.Change("mk", "desk", value))
    return recorded


@given(some.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)), some.sampled_from(ZONES), some.booleans())
def test_a_moment_keeps_instant_and_clock(wall: datetime, zone: ZoneInfo, second: bool) -> None:
    moment = wall.replace(tzinfo=zone, fold=int(second))
    offset = moment.utcoffset() or timedelta()
    back = moment_of(moment)
    assert back == moment.replace(microsecond=0) or offset.total_seconds() % 60 or moment.fold
    assert (back - EPOCH) // timedelta(seconds=1) == (
        datetime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second,
                 tzinfo=timezone.utc) - offset - EPOCH) // timedelta(seconds=1)
    minutes = int(offset.total_seconds() / 60)                 # cut towards zero, for local mean times of the past
    assert back.utcoffset() == timedelta(minutes=minutes) and back.microsecond == 0


@given(some.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)), some.integers(-1439, 1439))
def test_a_moment_with_a_fixed_offset(wall: datetime, minutes: int) -> None:
    moment = wall.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert (moment_of(moment), moment_of(moment).utcoffset()) == (moment, moment.utcoffset())
    assert moment_of(moment.isoformat()) == moment


@given(some.datetimes(), some.dates())
def test_wall_times_and_days(wall: datetime, day: date) -> None:
    wall = wall.replace(microsecond=0)
    values: list[date | str] = [wall, wall.isoformat(), day, day.isoformat()]
    for value in values:
        due = homework.Excuse("x", "a", value).due
        assert due == (wall if value in (wall, wall.isoformat()) else day) and type(due) in (datetime, date)
    hold = homework.Hold("h", day)
    assert (hold.first, hold.last) == (day, None)
    hold.last = day
    assert hold.last == day


@given(some.integers(-8640000 * 2, 8640000 * 2))
def test_durations(seconds: int) -> None:
    draft = homework.Assignment("a", "A")
    draft.once(date(2025, 3, 3))
    span = timedelta(seconds=abs(seconds))
    draft.grace = span
    assert draft.grace == span
    draft.opens = -span
    assert draft.opens == -span
    draft.closes = "P1DT2H"
    assert draft.closes == timedelta(days=1, hours=2)


@given(some.decimals(-10**9, 10**9, places=4), some.integers(-2**31, 2**31 - 1))
def test_numbers(number: Decimal, whole: int) -> None:
    goal = homework.Goal("g", "G")
    goal.target = number  # type: ignore[assignment]
    assert goal.target == float(number)
    goal.target = None
    assert goal.target is None
    goal.baseline = whole
    assert goal.baseline == whole


@given(some.text(max_size=60))
def test_texts(text: str) -> None:
    goal = homework.Goal("g", "G")
    try:
        goal.description = text
    except ValueError:                          # controls, surrogates, an empty text: refused, not changed
        assert goal.description is None
    else:
        assert goal.description == text


def test_naive_datetimes_are_no_moments() -> None:
    plan = small_plan()
    calls: list[Callable[[], object]] = [
        lambda: plan.log("breathing", at=datetime(2025, 3, 3, 19), by="mk", origin="desk"),
        lambda: homework.Change("mk", "desk", datetime(2025, 3, 3, 19)),
        lambda: plan.progress("2025-03-03", "2025-03-04", as_of=datetime(2025, 3, 3, 19))]
    for call in calls:
        with pytest.raises(ValueError, match="has no tzinfo.*ZoneInfo"):
            call()
    with pytest.raises(ValueError, match="has no tzinfo"):
        plan.progress("2025-03-03", "2025-03-04", as_of=datetime(2025, 3, 3, 19, tzinfo=NoOffset()))


class NoOffset(tzinfo):
    def utcoffset(self, moment: datetime | None) -> None:
        return None

    def dst(self, moment: datetime | None) -> None:
        return None

    def tzname(self, moment: datetime | None) -> None:
        return None


class Raising(tzinfo):
    def utcoffset(self, moment: datetime | None) -> timedelta:
        raise ZeroDivisionError

    def dst(self, moment: datetime | None) -> None:
        return None

    def tzname(self, moment: datetime | None) -> None:
        return None


def test_what_python_raises_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        homework.Change("mk", "desk", datetime(2025, 3, 3, tzinfo=Raising()))


def test_what_is_no_time() -> None:
    plan = small_plan()
    draft = plan.assignments[0].edit()
    refuses(
        (ValueError, lambda: draft.skip(datetime(2025, 3, 3, 19, tzinfo=BERLIN))),       # planned times have no zone
        (ValueError, lambda: draft.skip(datetime(2025, 3, 3, 19, 0, 0, 1))),
        (TypeError, lambda: setattr(draft, "until", datetime(2025, 3, 3))),              # a datetime is no date
        (TypeError, lambda: setattr(draft, "until", 20250303)),
        (TypeError, lambda: setattr(draft, "grace", 3600)),
        (ValueError, lambda: setattr(draft, "grace", timedelta(microseconds=1))),
        (ValueError, lambda: setattr(draft, "grace", timedelta(days=40000))),
        (TypeError, lambda: draft.skip(1.5)),  # type: ignore[arg-type]
        (TypeError, lambda: plan.progress("2025-03-03", "2025-03-04", as_of=date(2025, 3, 3))),  # type: ignore[arg-type]
        (ValueError, lambda: plan.progress("2025-03-03", "2025-03-04", as_of="2025-03-03")),
        (ValueError, lambda: plan.progress("2025-03-03", "2025-02-30")),
        (TypeError, lambda: plan.progress(3, "2025-03-04")),  # type: ignore[arg-type]
        (ValueError, lambda: plan.progress(None, "2025-03-04")),  # type: ignore[arg-type]
        (OverflowError, lambda: homework.Change(                                         # before the year 1
            "mk", "desk", datetime(1, 1, 1, 0, 0, 10, tzinfo=timezone(timedelta(seconds=30))))),
        (homework.RangeError, lambda: setattr(homework.Goal("g", "G"), "target", 1 / 3)))


def test_text_and_numbers_of_the_wrong_type() -> None:
    goal, assignment = homework.Goal("g", "G"), homework.Assignment("a", "A")
    refused: list[tuple[type[Exception], str, Callable[[], object]]] = [
        (TypeError, "text must be str, not int", lambda: setattr(goal, "title", 5)),
        (TypeError, "must be str, not bytes", lambda: homework.Goal(b"g", "G")),  # type: ignore[arg-type]
        (ValueError, "title must not contain NUL", lambda: homework.Goal("g", "a\0b")),
        (ValueError, "", lambda: homework.Goal("g", "\ud800")),
        (homework.ArgumentError, "", lambda: homework.Goal(None, "G")),  # type: ignore[arg-type]
        (TypeError, "target must be a number, not str", lambda: setattr(goal, "target", "3")),
        (TypeError, "target must be a number, not bool", lambda: setattr(goal, "target", True)),
        (TypeError, "minutes must be int, not float", lambda: setattr(assignment, "minutes", 1.5)),
        (TypeError, "minutes must be int, not bool", lambda: setattr(assignment, "minutes", True)),
        (OverflowError, "minutes must be between", lambda: setattr(assignment, "minutes", 2**80)),
        (TypeError, "withdrawn must be True or False", lambda: setattr(homework.Hold("h", "2025-03-03"), "withdrawn", 1)),
        (TypeError, "state must be GoalState or one of its words, not float", lambda: setattr(goal, "state", 1.0)),
        (TypeError, "not Kind", lambda: setattr(goal, "state", homework.Kind.OTHER)),
        (TypeError, "state must be int, not bool|GoalState", lambda: setattr(goal, "state", True)),
        (ValueError, "state must be one of .*'on-hold'.*not 'resting'", lambda: setattr(goal, "state", "resting")),
        (homework.RangeError, "", lambda: setattr(goal, "state", 99)),
        (TypeError, "list of ids", lambda: setattr(assignment, "goals", "calm")),
        (TypeError, "no property 'titel'", lambda: homework.Goal("g", "G", titel="x")),
        (AttributeError, "", lambda: setattr(goal, "titel", "x")),
        (AttributeError, "", lambda: setattr(goal, "id", "x")),
        (AttributeError, "no text", lambda: goal.text("titel")),
        (TypeError, "either minutes, or a clock", lambda: assignment.remind()),
        (TypeError, "either minutes, or a clock", lambda: assignment.remind(5, clock=0)),
    ]
    for kind, match, call in refused:
        with pytest.raises(kind, match=match):
            call()


def test_numbers_like_numpys_are_numbers() -> None:
    class Whole:
        def __index__(self) -> int:
            return 7

    class Real:
        def __float__(self) -> float:
            return 2.5

    assignment, goal = homework.Assignment("a", "A", minutes=Whole()), homework.Goal("g", "G", weight=Real())
    assert (assignment.minutes, goal.weight) == (7, 2.5)


WORDED = [(name, cls) for name, cls in vars(enums).items()
          if isinstance(cls, type) and issubclass(cls, enums.Word) and cls is not enums.Word]


@pytest.mark.parametrize("name, cls", WORDED, ids=[name for name, _ in WORDED])
def test_every_enumeration(name: str, cls: type[enums.Word]) -> None:
    assert [member.value for member in cls] == list(range(len(cls))) and issubclass(cls, enum.IntEnum)
    for member in cls:
        assert cls(member.word) is cls.of(member.word) is cls.of(member) is cls.of(member.value) is member
        assert str(member) == f"{member}" == member.word
        if cls is not enums.Weekday and member is not enums.Metric.DONE_COUNT:
            assert member.word.replace("-", "_").upper() == member.name
    with pytest.raises(ValueError):
        cls("no such word")
    assert name in dir(homework)


def test_the_words_are_the_librarys() -> None:
    found = {cls: [c.hw_word_at(words, i) for i in range(c.hw_word_count(words))]
             for words, cls in ((c.HW_WORDS_KIND, homework.Kind), (c.HW_WORDS_BARRIER, homework.Barrier),
                                (c.HW_WORDS_GOAL_STATE, homework.GoalState), (c.HW_WORDS_WEEKDAY, homework.Weekday))}
    for cls, words in found.items():
        assert words == [member.word for member in cls] and len(words) > 5
    assert c.HW_METRIC_COUNT == len(homework.Metric) and c.HW_PROBLEM_CODE_COUNT == len(homework.ProblemCode)


def test_zones(tmp_path: Path) -> None:
    zones = homework.Zones()
    assert "Europe/Berlin" in zones and "Europe/Nowhere" not in zones
    gap, overlap = datetime(2025, 3, 30, 2, 30), datetime(2025, 10, 26, 2, 30)
    assert zones.resolve("Europe/Berlin", gap) == datetime(2025, 3, 30, 1, 30, tzinfo=timezone.utc)
    assert zones.resolve("Europe/Berlin", overlap) == datetime(2025, 10, 26, 0, 30, tzinfo=timezone.utc)
    assert zones.show("Europe/Berlin", AGREED).utcoffset() == timedelta(hours=1)
    empty = homework.Zones(tmp_path)
    assert "Europe/Berlin" not in empty and empty.version == "" and repr(empty) == "<Zones>"
    plan = small_plan()
    plan.use_zones(empty)
    with pytest.raises(homework.NotFoundError):
        plan.occurrences("2025-03-03", "2025-03-10")
    plan.use_zones(None)
    assert len(plan.occurrences("2025-03-03", "2025-03-10")) == 2
    with pytest.raises(homework.InvalidError) as caught:
        homework.load(plan.to_bytes(), zones=empty)
    assert {problem.code for problem in caught.value.problems} == {homework.ProblemCode.BAD_ZONE}
