# SPDX-License-Identifier: MIT
"""Reports as rows, all or none; and blocks of edits that leave no trace when something in them goes wrong."""
from __future__ import annotations

import copy
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import homework
import pytest
from plans import BERLIN, Who, small_plan

WHO = Who(by="client", origin="phone", recorded=datetime(2025, 4, 1, 8, tzinfo=BERLIN))
ROWS: list[dict[str, Any]] = [
    {"assignment": "breathing", "at": "2025-03-03T19:05:00+01:00", "suds/before": 60, "minutes": 12},
    {"assignment": "breathing", "extent": "partial", "percent": 50, "at": datetime(2025, 3, 6, 19, 10, tzinfo=BERLIN),
     "note": "half of it", "visibility": "private", "tension/after": 3},
    {"assignment": "breathing", "extent": "not-attempted", "due": "2025-03-10T19:00", "source": "paper"},
    {"assignment": None, "at": date(2025, 3, 11), "unscheduled": False, "values": {"suds": 20}, "id": "mine-1"},
]


def same_entry(entry: homework.LogEntry) -> homework.LogEntry:
    return entry._replace(id="", recorded=WHO["recorded"])


def test_rows_say_what_the_arguments_of_log_say() -> None:
    one, many = small_plan(), small_plan()
    for row in ROWS:
        said: dict[str, Any] = {**row}
        values: dict[Any, float] = {**said.pop("values", {})}
        if "suds/before" in said:
            values["suds", "before"] = said.pop("suds/before")
        tension = said.pop("tension/after", None)
        if said.pop("unscheduled", False):
            said["unscheduled"] = True
        entry = homework.Entry(said.pop("assignment"), said.pop("extent", "done"), values=values, **said)
        if tension is not None:
            entry.number("tension", tension, "after")
        one.log(entry, **WHO)
    ids = many.log.extend(ROWS, **WHO)
    assert sorted(ids) == sorted(entry.id for entry in many.entries) and ids[3] == "mine-1"
    mine, theirs = [sorted((same_entry(e)._replace(values=tuple(sorted(e.values, key=repr))) for e in plan.entries), key=repr)
                    for plan in (one, many)]
    assert mine == theirs


def test_rows_may_be_entries_and_say_who_and_when() -> None:
    plan = small_plan()
    ids = plan.log.extend(
        [homework.Entry("breathing", at="2025-03-03T19:05:00+01:00"),
         {"assignment": "breathing", "at": "2025-03-06T19:05:00+01:00", "by": "mk", "recorded": "2025-03-07T09:00:00+01:00"},
         {"assignment": "breathing", "at": "2025-03-10T19:05:00+01:00", "recorded": "2025-03-10T19:30:00+01:00"}], **WHO)
    found = [plan.entries[id] for id in ids]
    assert [entry.by for entry in found] == ["client", "mk", "client"]
    assert [entry.recorded for entry in found] == [WHO["recorded"], datetime(2025, 3, 7, 9, tzinfo=BERLIN),
                                                   datetime(2025, 3, 10, 19, 30, tzinfo=BERLIN)]
    assert plan.log.extend([], **WHO) == []


def test_rows_of_a_data_frame() -> None:
    pandas = pytest.importorskip("pandas")
    plan, other = small_plan(), small_plan()
    frame = pandas.DataFrame({
        "assignment": pandas.Categorical(["breathing", "breathing", None]),
        "extent": ["done", "partial", "done"],
        "at": pandas.to_datetime(["2025-03-03T18:05Z", "2025-03-06T18:05Z", None], utc=True).tz_convert("Europe/Berlin"),
        "percent": pandas.array([None, 40, None], dtype="Int64"),
        "minutes": [10.0, float("nan"), 5],
        "suds/before": [60, None, None],
        "note": ["well", None, pandas.NA],
    })
    plan.log.extend(frame, **WHO)
    other.log.extend([{"assignment": "breathing", "at": "2025-03-03T19:05:00+01:00", "minutes": 10, "suds/before": 60, "note": "well"},
                      {"assignment": "breathing", "extent": "partial", "percent": 40, "at": "2025-03-06T19:05:00+01:00"},
                      {"minutes": 5}], **WHO)
    assert list(map(same_entry, plan.entries)) == list(map(same_entry, other.entries)) and len(plan.entries) == 3
    floats = frame.assign(percent=[None, 40.0, None]).loc[[1]]      # what pandas makes of whole numbers with gaps
    assert len(plan.log.extend(floats, **WHO)) == 1


@pytest.mark.parametrize("change, kind, message, subject", [
    ({"percent": 400}, homework.RangeError, "row 1, column 'percent'", "percent"),
    ({"percent": "much"}, TypeError, "row 1, column 'percent': percent must be int", None),
    ({"extent": "dun"}, ValueError, "row 1, column 'extent': Extent must be one of none, not-attempted, ", None),
    ({"at": datetime(2025, 3, 6, 19)}, ValueError, "row 1, column 'at': at has no tzinfo", None),
    ({"suds/befor": 3}, ValueError, "row 1, column 'suds/befor'", None),
    ({"sads": 3}, homework.ArgumentError, "row 1, column 'sads': there is no such measure or field", "sads"),
    ({"suds": 300}, homework.RangeError, "row 1, column 'suds'", "suds"),
    ({"assignment": "walking"}, homework.NotFoundError, "row 1", ""),
    ({"at": "2031-01-01T00:00:00+00:00"}, homework.RangeError, "row 1, column 'at'", "at"),
    ({"id": "bad id"}, homework.HomeworkError, "row 1, column 'id'", "id"),
    ({7: 3}, TypeError, "row 1, column 7: names of columns must be str", None),
    ({"unscheduled": "False"}, TypeError, "row 1, column 'unscheduled': unscheduled must be bool, not str", None),
    ({"values": 5}, TypeError, "row 1, column 'values': values must be a dict of numbers by measure, not int", None),
    ({"suds": Decimal("sNaN")}, ValueError, "row 1, column 'suds'", None),
])
def test_an_error_names_the_row_and_the_column(change: dict[Any, Any], kind: type[Exception], message: str, subject: str | None) -> None:
    plan = small_plan()
    before = plan.to_bytes(), plan.generation
    rows = [ROWS[0], {"assignment": "breathing", "at": "2025-03-06T19:05:00+01:00", **change}, ROWS[2]]
    with pytest.raises(kind) as caught:
        plan.log.extend(rows, **WHO)
    assert message in str(caught.value)
    assert subject is None or getattr(caught.value, "subject") == subject
    assert (plan.to_bytes(), plan.generation) == before


def test_an_error_names_the_row_whoever_recorded_it() -> None:
    """Rows are logged by who recorded them; their numbers are those of all."""
    plan = small_plan()
    rows: list[dict[str, Any]] = [ROWS[0], {**ROWS[0], "at": "2025-03-06T19:05:00+01:00"},
                                  *({"at": f"2025-03-{day}T10:00:00+01:00", "by": "mk"} for day in (10, 11, 12))]
    rows[3]["percent"] = 40
    with pytest.raises(homework.ArgumentError, match="^row 3, column 'percent': percent is only for what was done in part"):
        plan.log.extend(rows, **WHO)
    assert len(plan.entries) == 0


@pytest.mark.parametrize("rows, kind, message", [
    ("breathing", TypeError, "rows must be a DataFrame or a list of dicts, not str"),
    ({"assignment": "breathing"}, TypeError, "not dict"),
    ([ROWS[0], 5], TypeError, "row 1 must be a dict or homework.Entry, not int"),
    (5, TypeError, "not iterable"),
])
def test_what_are_no_rows(rows: Any, kind: type[Exception], message: str) -> None:
    plan = small_plan()
    with pytest.raises(kind, match=message):
        plan.log.extend(rows, **WHO)
    with pytest.raises(TypeError, match="say who records"):
        plan.log.extend(ROWS)
    assert len(plan.entries) == 0


def test_cells_of_numpy() -> None:
    numpy = pytest.importorskip("numpy")
    plan = small_plan()
    row = {"assignment": "breathing", "due": numpy.datetime64("2025-03-06T19:00", "ns"), "extent": numpy.int64(4),
           "suds": numpy.float64(40), "unscheduled": numpy.bool_(False), "note": numpy.datetime64("NaT")}
    [id] = plan.log.extend([row], **WHO)
    assert plan.entries[id].due == datetime(2025, 3, 6, 19) and plan.entries[id].extent == homework.Extent.DONE
    for cell in (numpy.array(["a", "b"]), numpy.array([]), numpy.array([numpy.nan])):
        with pytest.raises(TypeError, match="row 0, column 'note': text must be str, not numpy.ndarray"):
            plan.log.extend([{**row, "note": cell}], **WHO)
    assert len(plan.entries) == 1


def test_rows_of_one_column_twice() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([["breathing", "done", "done"]], columns=["assignment", "extent", "extent"])
    with pytest.raises(homework.ArgumentError, match="different names"):
        small_plan().log.extend(frame, **WHO)


# ---- blocks
def test_a_block_is_all_or_nothing() -> None:
    plan = small_plan()
    goals, number = plan.goals, plan.generation
    before, identity = plan.to_bytes(), hash(plan)
    held = {plan: "here"}
    with pytest.raises(ZeroDivisionError):
        with plan.edit(**WHO) as same:
            assert same is plan
            plan.add(homework.Goal("sleep", "Sleep through"))
            plan.log("breathing", "done", at="2025-03-03T19:05:00+01:00")
            plan.mark(plan.assignments["breathing"], "completed")
            assert len(goals) == 2 and len(plan.entries) == 1
            1 / 0
    assert plan.to_bytes() == before and plan.generation == number and len(goals) == 1
    assert hash(plan) == identity and held[plan] == "here" and plan == plan and plan != copy.copy(plan)
    with plan.edit(**WHO):
        plan.add(homework.Goal("sleep", "Sleep through"))
    assert goals.ids() == ["calm", "sleep"] and plan.goals["sleep"].revision.by == "client"


def test_blocks_in_blocks() -> None:
    plan = small_plan()
    with plan.edit(by="mk", origin="desk", recorded="2025-03-04T10:00:00+01:00"):
        plan.add(homework.Goal("sleep", "Sleep through"))
        with pytest.raises(homework.DuplicateError):
            with plan.edit(by="client", origin="phone", recorded="2025-03-04T11:00:00+01:00"):
                plan.add(homework.Goal("walk", "Walk"))
                plan.add(homework.Goal("walk", "Walk"))
        plan.add(homework.Goal("read", "Read"), by="client", origin="phone", recorded="2025-03-04T12:00:00+01:00")
        plan.add(homework.Goal("cook", "Cook"))
        entry = plan.log("breathing", "done", at="2025-03-03T19:05:00+01:00")
        plan.void(entry)
    assert {goal.id: goal.revision.by for goal in plan.goals} == {"calm": "mk", "sleep": "mk", "read": "client", "cook": "mk"}
    with pytest.raises(TypeError, match="say who records"):
        plan.add(homework.Goal("late", "Late"))


def test_results_taken_in_a_block_live_on() -> None:
    plan = small_plan()
    with pytest.raises(KeyboardInterrupt):
        with plan.edit(**WHO):
            plan.add(homework.Goal("sleep", "Sleep through"))
            goal, occurrences = plan.goals["sleep"], plan.occurrences("2025-03-03", "2025-03-10", as_of=WHO["recorded"])
            raise KeyboardInterrupt
    assert goal.title == "Sleep through" and len(occurrences) == 2 and "sleep" not in plan.goals
    moved = datetime(2025, 4, 2, tzinfo=timezone.utc) + timedelta(hours=1)
    plan.log("breathing", "done", at=moved, by="client", origin="phone", recorded=moved)
    assert len(plan.entries) == 1
