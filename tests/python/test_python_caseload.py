# SPDX-License-Identifier: MIT
"""A caseload as a wide table, as a tidy one, and what happens on the way: errors, progress, every form in which plans come."""
from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import Any, TypedDict
from datetime import date, datetime

import homework
import pytest
from homework import samples
from common import PLANS

AT = "2026-11-24T18:00:00+01:00"
class Span(TypedDict):
    """Which days are looked at, and when."""

    start: date
    end: date
    as_of: datetime


SPAN = Span(start=samples.START, end=samples.END, as_of=samples.AS_OF)


@pytest.fixture(scope="module")
def plans() -> dict[str, homework.Plan]:
    return samples.caseload(25, seed=3)


def test_each_figure_is_that_of_its_plan(plans: dict[str, homework.Plan]) -> None:
    metrics = ["done", "credit", "not_reported", "minutes"]
    table = homework.caseload(plans, metrics=metrics, **SPAN)
    columns = table.columns()
    assert list(columns) == ["name", "uid", "done", "done_numerator", "done_denominator", "credit", "credit_numerator",
                             "credit_denominator", "not_reported", "minutes"]
    assert columns["name"] == list(plans) and len(table) == 25 and not table.tidy and table.errors == ()
    for row in table.to_dict():
        figures = plans[row["name"]].progress(samples.START, samples.END, as_of=samples.AS_OF).plan
        for metric in metrics:
            assert row[metric] == figures[metric].value, (row["name"], metric)
        assert (row["done_numerator"], row["done_denominator"]) == figures["done"][2:4] and row["uid"] == plans[row["name"]].uid
    assert table.as_of == samples.AS_OF and repr(table) == "<Caseload: 25 rows, as of 2026-03-30 12:00+02:00>"


def test_the_tidy_table_says_the_same(plans: dict[str, homework.Plan]) -> None:
    metrics = ["done", "reported"]
    wide = homework.caseload(plans, metrics=metrics, **SPAN)
    tidy = homework.caseload(plans, metrics=metrics, tidy=True, **SPAN)
    assert tidy.tidy and len(tidy) == 50 and "status" not in tidy.columns()
    found = {(row["name"], row["metric"]): row for row in tidy.to_dict()}
    for row in wide.to_dict():
        for metric in metrics:
            same = found[row["name"], metric]
            assert (row[metric], row[metric + "_numerator"], row[metric + "_denominator"]) == (
                same["value"], same["numerator"], same["denominator"])
    assert wide.table().to_csv() == tidy.table().to_csv()


@pytest.mark.parametrize("by", ("goal", "assignment", "week", "month", "kind"))
def test_rows_by_subject(plans: dict[str, homework.Plan], by: str) -> None:
    table = homework.caseload(plans, metrics="done", by=by, **SPAN)
    assert table.by == homework.Subject.of(by) and list(table.columns())[:3] == ["name", "uid", "id"]
    rows: dict[str, dict[str, float | None]] = {}
    for row in table.to_dict():
        rows.setdefault(row["name"], {})[row["id"]] = row["done"]
    for name, plan in plans.items():
        progress = plan.progress(samples.START, samples.END, as_of=samples.AS_OF, by=[by])
        assert rows[name] == {figures.id: figures["done"].value for figures in progress.by(by)}, name


def test_as_a_data_frame(plans: dict[str, homework.Plan]) -> None:
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    some = {**plans, "empty": homework.Plan("UTC", "therapist", by="mk", origin="desk", recorded="2026-01-01T08:00:00Z")}
    frame = homework.caseload(some, metrics=["done", "minutes"], **SPAN).to_dataframe()
    assert frame.shape == (26, 6) and str(frame["done"].dtype) == "float64" and str(frame["done_numerator"].dtype) == "int64"
    assert pandas.isna(frame["done"].iloc[-1]) and frame["done_denominator"].iloc[-1] == 0
    assert frame["done"].iloc[:-1].notna().all() and list(frame.columns) == ["name", "uid", "done", "done_numerator",
                                                                             "done_denominator", "minutes"]
    arrays = homework.caseload(some, metrics=["done"], **SPAN).to_numpy(["done", "done_denominator"])
    assert list(arrays) == ["done", "done_denominator"] and numpy.isnan(arrays["done"][-1])
    tidy = homework.caseload(some, metrics=["done"], tidy=True, **SPAN).to_dataframe()
    assert len(tidy) == 26 and set(tidy["undefined"].dropna()) == {"nothing-due"}


def test_plans_that_cannot_be_read(tmp_path: Path, plans: dict[str, homework.Plan]) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<plan>\n</plan>")
    given: list[Any] = [PLANS[0], broken, tmp_path / "missing.xml", ("good", plans["client-001"])]
    with pytest.raises(homework.InvalidError) as caught:
        homework.caseload(given, as_of=AT)
    assert caught.value.subject == str(broken) and caught.value.line == 1 and str(broken) in str(caught.value)
    for tidy in (False, True):
        table = homework.caseload(given, as_of=AT, metrics=["done"], errors="skip", tidy=tidy)
        assert table.columns()["name"] == [str(PLANS[0]), "good"] and "2 left out" in repr(table)
        assert [(error.name, error.status) for error in table.errors] == [
            (str(broken), homework.Status.INVALID), (str(tmp_path / "missing.xml"), homework.Status.NOT_FOUND)]
        assert table.errors[0].line == 1 and all(error.message for error in table.errors)
    with pytest.raises(homework.NotFoundError):
        homework.caseload([tmp_path / "missing.xml"])
    named: dict[str, Path | str] = {"gone": tmp_path / "missing.xml", "folder": str(tmp_path), "good": str(PLANS[0])}
    table = homework.caseload(named, as_of=AT, errors="skip")
    assert table.columns()["name"] == ["good"] and [error[:2] for error in table.errors] == [
        ("gone", homework.Status.NOT_FOUND), ("folder", homework.Status.IO)]
    with pytest.raises(FileNotFoundError):
        homework.caseload(named, as_of=AT)
    with pytest.raises(ValueError, match='"raise" or "skip"'):
        homework.caseload(given, errors="ignore")


def test_every_form_in_which_plans_come(tmp_path: Path) -> None:
    for plan in PLANS:
        shutil.copy(plan, tmp_path)
    (tmp_path / ".hidden.xml").write_text("nothing")
    (tmp_path / "notes.txt").write_text("nothing")
    (tmp_path / "first-week.json").write_bytes(homework.load(PLANS[1]).to_json())
    loaded = [homework.load(path) for path in PLANS]
    forms: list[Any] = [
        PLANS, map(str, PLANS), loaded, zip("abcde", loaded), [(path.name, path.read_bytes()) for path in PLANS],
        [(path.name, memoryview(path.read_bytes())) for path in PLANS], [(path.name, path) for path in PLANS],
        {path.name: path for path in PLANS}, {path.name: str(path) for path in PLANS}, dict(zip("abcde", loaded)),
    ]
    wanted = homework.caseload(PLANS, as_of=AT).columns()["done"]
    assert len(wanted) == 5 and all(homework.caseload(form, as_of=AT).columns()["done"] == wanted for form in forms)
    assert homework.caseload(loaded, as_of=AT).columns()["name"] == [plan.uid for plan in loaded]
    folders: list[Path | str] = [tmp_path, str(tmp_path)]
    for folder in folders:
        names = homework.caseload(folder, as_of=AT).columns()["name"]
        assert names == sorted(str(path) for path in tmp_path.glob("*") if path.suffix in (".xml", ".json") and path.name[0] != ".")
    nothing: list[Any] = [[], {}, iter(())]
    assert all(len(homework.caseload(none)) == 0 for none in nothing)
    refused: list[Any] = [[3], [None], [("a", 3)], 3, None, loaded[0], PLANS[0].read_bytes(), [PLANS[0].read_bytes()]]
    for wrong in refused:
        with pytest.raises(TypeError, match="must be a"):
            homework.caseload(wrong)


def test_progress_is_told(plans: dict[str, homework.Plan]) -> None:
    for threads in (1, 2):
        told: list[tuple[int, int]] = []
        homework.caseload(plans, metrics="done", threads=threads, progress=lambda done, total: told.append((done, total)), **SPAN)
        assert told == [(i, 25) for i in range(26)]


def test_progress_stops_the_run(plans: dict[str, homework.Plan]) -> None:
    told: list[threading.Thread] = []

    def until_three(done: int, total: int) -> bool:
        told.append(threading.current_thread())
        return done < 3

    with pytest.raises(homework.CancelledError):
        homework.caseload(plans, metrics="done", progress=until_three, **SPAN)
    assert told == [threading.main_thread()] * 4

    def fails(done: int, total: int) -> None:
        raise ZeroDivisionError("on the way")

    with pytest.raises(ZeroDivisionError, match="on the way"):
        homework.caseload(plans, progress=fails, **SPAN)
    with pytest.raises(TypeError, match="progress must be a function or None, not int"):
        homework.caseload(plans, progress=3, **SPAN)  # type: ignore[arg-type]
    assert len(homework.caseload(plans, metrics="done", **SPAN)) == 25


def test_reasons_for_attention(plans: dict[str, homework.Plan]) -> None:
    table = homework.caseload(plans, metrics=["done"], silence=3, **SPAN)
    reasons = dict(zip(table.columns()["name"], table.columns()["attention"]))
    for name, plan in plans.items():
        attention = plan.attention(plan.progress(samples.START, samples.END, as_of=samples.AS_OF), silence=3)
        assert (reasons[name] or "").split() == [item.reason.word for item in attention]
    assert "attention" not in homework.caseload(plans, metrics=["done"], **SPAN).columns()


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device without end: under a name as without."""
    pipe = tmp_path / "pipe.xml"
    os.mkfifo(pipe)
    plans = {"pipe": pipe, "device": Path("/dev/zero"), "folder": tmp_path, "client": samples.plan(weeks=2)}
    found = homework.caseload(plans, metrics=["done"], as_of=samples.AS_OF, errors="skip")
    assert [(error.name, error.status) for error in found.errors] == [(name, homework.Status.IO) for name in list(plans)[:3]]
    assert len(found) == 1
    with pytest.raises(OSError, match="it is no regular file"):
        homework.caseload({"pipe": pipe}, as_of=samples.AS_OF)
    with pytest.raises(homework.FileError, match="it is no regular file"):
        homework.caseload([pipe], as_of=samples.AS_OF)
