# SPDX-License-Identifier: MIT
"""Results as columns, arrays and data frames: all say the same, and what is missing stays missing."""
from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable

import homework
import pytest
from homework import samples
from common import PLANS, stem
from plans import BERLIN, instrument, norms, small_plan

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")

SPAN = ("2026-07-01", "2026-12-01")
AT = "2026-11-24T18:00:00+01:00"
ColumnType = homework.ColumnType


def results(plan: homework.Plan) -> list[Any]:
    """Every result of a plan that is a table."""
    progress = plan.progress(*SPAN, as_of=AT, by=["week"])
    found = [
        plan.entries, plan.occurrences(*SPAN, as_of=AT), progress, plan.reminders("2026-11-24T00:00:00Z", "2026-12-24T00:00:00Z", as_of=AT),
        plan.session_agenda(as_of=AT), plan.areas(*SPAN, as_of=AT), plan.patterns(*SPAN, as_of=AT), plan.practices(*SPAN, as_of=AT),
        plan.questionnaires(*SPAN, as_of=AT), plan.attainment(as_of=AT), plan.lint(as_of=AT), plan.unreviewed(as_of=AT),
        plan.attention(progress), plan.diff(plan), plan.check_leaks(plan.to_calendar(as_of=AT)),
        *(plan.series(measure.id, *SPAN, as_of=AT) for measure in plan.measures), *(plan.journey(goal.id, as_of=AT) for goal in plan.goals),
        *(plan.thread(assignment.id, as_of=AT) for assignment in plan.assignments), *(assignment.form for assignment in plan.assignments),
        homework.Instrument.all()[0], instrument("gad-7").score([1] * 7), norms("phq-9-iapt").compare(20, 8),
        homework.sudden_gains([30, 29, 31, 15, 14, 13], 7),
    ]
    return found


def tables(plan: homework.Plan) -> list[homework.Table]:
    return [*(result.table() for result in results(plan)), plan.entries.value_table(), plan.ratings_table(), plan.scores_table(),
            plan.messages_table(texts=True), plan.history(plan.assignments[0].id), homework.Instrument.catalogue()]


def listings(plan: homework.Plan) -> list[Any]:
    return [plan.people, plan.measures, plan.skills, plan.goals, plan.steps, plan.templates, plan.assignments, plan.sessions, plan.reviews,
            plan.ratings, plan.scores, plan.messages, plan.holds, plan.excuses, plan.erasures, plan.calendar_resources(as_of=AT),
            plan.read_calendar(plan.to_calendar("todos", as_of=AT), as_of=AT)]


def plain(value: Any) -> Any:
    """A value of an array or a data frame as columns() has it."""
    if value is None or value is pandas.NA or value is pandas.NaT or value != value or value is numpy.ma.masked:
        return None
    if isinstance(value, numpy.datetime64):
        return None if numpy.isnat(value) else pandas.Timestamp(value)
    return value.item() if isinstance(value, numpy.generic) else value


def moment(value: Any, type: homework.ColumnType) -> Any:
    """What is in a column as an array has it: moments and days as naive datetimes, in UTC."""
    if type == ColumnType.INSTANT and value is not None:
        return value.astimezone(timezone.utc).replace(tzinfo=None)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value


@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_arrays_and_frames_say_what_columns_say(path: Path) -> None:
    for table in tables(homework.load(path)):
        columns, arrays, frame = table.columns(), table.to_numpy(), table.to_dataframe()
        coded = table.to_numpy(codes=True)
        assert list(columns) == list(arrays) == list(coded) and len(frame) == len(table)
        for column in table.schema:
            name, type = column.name, column.type
            wanted = [moment(value, type) for value in columns[name]]
            assert [plain(value) for value in arrays[name]] == wanted, (name, type)
            shown = frame[name].dt.tz_convert("UTC").dt.tz_localize(None) if type == ColumnType.INSTANT else frame[name]
            assert [plain(value) for value in shown] == wanted, (name, type)
            if type == ColumnType.TEXT:
                texts = table.texts(name)
                assert [None if code is numpy.ma.masked else texts[code] for code in coded[name]] == wanted


@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_what_is_missing_is_never_a_number(path: Path) -> None:
    kinds = {ColumnType.INT: "iI", ColumnType.NUMBER: "f", ColumnType.BOOL: "b", ColumnType.TEXT: "O", ColumnType.LOCAL: "M",
             ColumnType.DATE: "M", ColumnType.INSTANT: "M"}
    for table in tables(homework.load(path)):
        columns, arrays, frame = table.columns(), table.to_numpy(), table.to_dataframe()
        for column in table.schema:
            name, gaps = column.name, [value is None for value in columns[column.name]]
            assert arrays[name].dtype.kind in kinds[column.type]
            assert list(frame[name].isna()) == gaps
            if column.type in (ColumnType.INT, ColumnType.BOOL):
                assert isinstance(arrays[name], numpy.ma.MaskedArray) == any(gaps)
                assert str(frame[name].dtype) == ({"i": "Int64", "b": "boolean"} if any(gaps) else {"i": "int64", "b": "bool"})[
                    arrays[name].dtype.kind]


@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_results_are_tables_too(path: Path) -> None:
    for result in results(homework.load(path)):
        table = result.table()
        assert result.columns() == table.columns() and list(result.to_numpy()) == list(table.columns())
        assert result.to_dataframe().equals(table.to_dataframe())
        if not isinstance(result, homework.Progress):
            assert result.to_dict() == table.to_dict()
        assert "<table>" in result._repr_html_() and "</tbody></table>" in table._repr_html_()


@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_lists_are_tables_too(path: Path) -> None:
    for listing in listings(homework.load(path)):
        columns, frame, arrays = listing.columns(), listing.to_dataframe(), listing.to_numpy()
        rows = listing.to_dict()
        assert list(columns) == list(frame.columns) == list(arrays) and len(frame) == len(listing) == len(rows)
        for i, item in enumerate(listing):
            assert all(rows[i][name] == columns[name][i] for name in columns)
            assert all(getattr(item, name) == columns[name][i] for name in columns if hasattr(item, name))
        for name, values in columns.items():
            assert list(frame[name].isna()) == [value is None for value in values], name
        assert "<table>" in listing._repr_html_()


def test_types_of_lists() -> None:
    plan = samples.plan()
    frame = plan.assignments.to_dataframe()
    assert list(frame["kind"].cat.categories) == [kind.word for kind in homework.Kind] and frame["kind"][0] == "behavioral-experiment"
    assert str(frame["recorded"].dtype) == "datetime64[ns, Europe/Berlin]" and str(frame["likelihood"].dtype) == "Int64"
    assert str(frame["rehearsed"].dtype) == "bool" and frame["goals"][0] == ("crowds",)
    assert str(plan.measures.to_dataframe()["min"].dtype) == "float64" and str(plan.holds.to_dataframe()["first"].dtype) == "datetime64[ns]"
    assert list(plan.sessions.to_dataframe(["id", "start"]).columns) == ["id", "start"]
    assert plan.sessions.to_dataframe()["start"][0] == pandas.Timestamp("2026-01-05 10:00")
    arrays = plan.assignments.to_numpy()
    assert isinstance(arrays["likelihood"], numpy.ma.MaskedArray) and arrays["kind"][0] == "behavioral-experiment"
    assert plan.steps.to_numpy()["position"].dtype.kind == "i" and arrays["rehearsed"].dtype.kind == "b"


# ---- zones
def test_moments_are_in_the_clients_zone() -> None:
    plan = small_plan()
    plan.log("breathing", "done", at=datetime(2025, 3, 3, 19, 5, tzinfo=BERLIN), by="client", origin="phone", recorded="2025-03-03T19:06:00+01:00")
    plan.log("breathing", "done", at=datetime(2025, 4, 3, 19, 5, tzinfo=BERLIN), by="client", origin="phone", recorded="2025-04-03T17:06:00Z")
    plan.log("breathing", "done", at=date(2025, 4, 7), by="client", origin="phone", recorded="2025-04-08T17:06:00Z")
    for frame in (plan.entries.to_dataframe(), plan.entries.table().to_dataframe()):
        assert str(frame["happened"].dtype) == "datetime64[ns, Europe/Berlin]" and "happened_zone" not in frame
        assert frame["happened"][0] == datetime(2025, 3, 3, 19, 5, tzinfo=BERLIN) and frame["happened"][1].utcoffset() == timedelta(hours=2)
        assert frame["happened"].isna()[2] and frame["happened_local"][2] == pandas.Timestamp("2025-04-07")
        assert frame["recorded_local"][1] == pandas.Timestamp("2025-04-03 17:06")      # by the clock that recorded it
    other = plan.entries.to_dataframe(zone="Asia/Kolkata")
    assert str(other["happened"].dtype) == "datetime64[ns, Asia/Kolkata]" and list(other["happened"])[:2] == list(frame["happened"])[:2]


def test_moments_of_a_client_who_moved() -> None:
    plan = small_plan()
    plan.log("breathing", "done", at=datetime(2025, 3, 3, 19, 5, tzinfo=BERLIN), by="client", origin="phone", recorded="2025-03-03T19:06:00+01:00")
    settings = plan.settings.edit()
    settings.zone = "America/St_Johns"
    plan.revise(settings, by="mk", origin="desk", recorded="2025-03-05T10:00:00+01:00")
    plan.log("breathing", "done", at="2025-03-06T19:05:00-03:30", by="client", origin="phone", recorded="2025-03-06T19:06:00-03:30")
    plan.log("breathing", "done", at=date(2025, 3, 10), by="client", origin="phone", recorded="2025-03-11T19:06:00-02:30")
    frame = plan.entries.to_dataframe()
    assert str(frame["happened"].dtype) == "datetime64[ns, UTC]"
    assert list(frame["happened_zone"].astype(object).where(frame["happened_zone"].notna(), None)) == ["UTC+01:00", "UTC-03:30", None]
    assert list(frame["recorded_zone"]) == ["UTC+01:00", "UTC-03:30", "UTC-02:30"]
    assert list(frame["recorded_local"]) == list(map(pandas.Timestamp, ("2025-03-03 19:06", "2025-03-06 19:06", "2025-03-11 19:06")))
    place = list(frame.columns).index("happened_local")
    assert frame.columns[place + 1] == "happened_zone"
    assert "happened_zone" not in plan.entries.to_dataframe(zone="UTC") and "happened_zone" not in plan.entries.to_dataframe(["happened"])
    assert str(plan.goals.to_dataframe()["recorded"].dtype) == "datetime64[ns, UTC]"


@pytest.mark.parametrize("at", ["1900-07-01T12:00:00+01:00", "2026-03-01T12:00:00+01:00", "2050-07-01T12:00:00+02:00"])
def test_clocks_of_far_years(at: str) -> None:
    plan = samples.plan()
    id = plan.log("breathing", at=at, by="client", origin="phone", recorded="2050-07-02T12:00:00+02:00")
    frame = plan.entries.to_dataframe().set_index("entry")
    assert str(frame.happened.dtype) == "datetime64[ns, Europe/Berlin]"
    assert frame.happened[id].isoformat() == at and frame.happened_local[id].isoformat() == at[:-6]


def test_years_that_pandas_does_not_count() -> None:
    plan = small_plan()
    plan.add(homework.Assignment("far", "Far away"), by="mk", origin="desk", recorded="2025-03-03T18:00:00+01:00")
    with plan.editing(plan.assignments["far"], by="mk", origin="desk", recorded="2025-03-03T18:00:00+01:00") as far:
        far.once("2500-01-01T10:00")
    occurrences = plan.occurrences("2500-01-01", "2500-01-02", as_of="2025-03-03T19:00:00+01:00")
    frame = occurrences.to_dataframe()
    mine = frame[frame["assignment"] == "far"].iloc[0]
    assert mine["key"] == datetime(2500, 1, 1, 10) and mine["due"] == datetime(2500, 1, 1, 9, tzinfo=timezone.utc)
    assert occurrences.to_numpy()["due_local"][0] == numpy.datetime64("2500-01-01T10:00") and len(occurrences) == 1


# ---- what is asked for
def test_only_some_columns() -> None:
    log = samples.plan().entries
    assert list(log.to_dataframe(["extent", "happened"]).columns) == ["extent", "happened"]
    assert list(log.to_numpy(("percent",))) == ["percent"] and log.to_numpy([]) == {}
    for names, kind in ((["nothing"], KeyError), ("extent", TypeError), ([3], KeyError)):
        asks: list[Callable[[Any], object]] = [log.to_numpy, log.to_dataframe, log.table().to_dataframe, samples.plan().goals.to_dataframe]
        for ask in asks:
            with pytest.raises(kind):
                ask(names)
    with pytest.raises(KeyError):
        log.table().texts("nothing")
    with pytest.raises(TypeError):
        log.to_dataframe(["extent"], "UTC")  # type: ignore[misc]


def test_units_go_along() -> None:
    assert samples.plan().entries.to_dataframe().attrs["units"] == {"percent": "%"}


def test_frames_own_their_memory() -> None:
    plan = samples.plan()
    table = plan.entries.table()
    frame, arrays = table.to_dataframe(), table.to_numpy()
    arrays["recorded"][:] = 0
    frame["percent"] = 3
    assert table.columns()["percent"] == plan.entries.columns()["percent"] and table.to_numpy()["recorded"].view("i8").all()
    del table, plan
    assert len(frame["extent"].unique()) > 2 and arrays["happened_local"].max() > numpy.datetime64("2026-03-01")


def test_a_page_shows_the_first_rows() -> None:
    html = samples.plan().entries._repr_html_()
    assert html.startswith("<p>Log: ") and html.count("<tr>") == 13 and html.endswith(" more rows</p>")
    plan = small_plan()
    plan.add(homework.Goal("sharp", "<b>& more"), by="mk", origin="desk", recorded="2025-03-03T18:00:00+01:00")
    assert "&lt;b&gt;&amp; more" in plan.goals._repr_html_()


def test_results_say_as_of_when(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = samples.plan()
    shown = [result for result in results(plan) if hasattr(type(result), "as_of")]
    assert len({type(result) for result in shown}) >= 14
    for result in shown:
        assert result.as_of == datetime.fromisoformat(AT) and ", as of 2026-11-24 18:00+01:00>" in repr(result)
    before = datetime.now(timezone.utc).replace(microsecond=0)
    assert before <= plan.progress(*SPAN).as_of <= datetime.now(timezone.utc)
    assert plan.progress(*SPAN, as_of=AT).occurrences.as_of == plan.areas(*SPAN, as_of=AT).occurrences.as_of


@pytest.mark.parametrize("package, call", [("numpy", "to_numpy"), ("pandas", "to_dataframe")])
def test_without_the_optional_packages(package: str, call: str) -> None:
    code = (f"import sys; sys.modules[{package!r}] = None\nimport homework\nplan = homework.samples.plan()\n"
            f"for result in (plan.entries, plan.entries.table(), plan.goals):\n assert result.columns() and result.to_dict()\n try:\n"
            f"  result.{call}()\n except ImportError as error:\n  assert '{call}() needs {package}' in str(error), error\n"
            " else:\n  raise AssertionError")
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_nothing_is_imported_before_it_is_used() -> None:
    code = "import sys, homework; homework.samples.plan().entries.to_dict(); assert not {'numpy', 'pandas', 'matplotlib'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
