# SPDX-License-Identifier: MIT
"""Numbers equal C's: tests/data/numbers.json is made by a C program (tests/numbers_dump.c) and read by the tests of every host language.

HW_UPDATE_GOLDEN=1 in the environment makes it anew (./dev golden)."""
from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime, timedelta
from typing import Any, Iterator

import homework
import pytest
from common import BUILD, ROOT

FILE = ROOT / "tests" / "data" / "numbers.json"
#: What is looked at: the plan, its window, and the moment at which ./dev demo looks at it.
CASES = {
    "cards-and-thoughts": ("2026-08-03", "2026-10-19", "2026-10-12T18:00:00+02:00"),
    "first-week": ("2026-11-09", "2026-11-30", "2026-11-18T19:00:00+00:00"),
    "kitchen-table": ("2026-09-07", "2026-11-30", "2026-11-20T18:00:00+01:00"),
    "lunch-table": ("2026-09-14", "2026-11-30", "2026-11-22T18:00:00+01:00"),
    "one-thing-a-day": ("2026-09-14", "2026-11-30", "2026-11-20T22:00:00+01:00"),
}


@pytest.fixture(scope="module")
def plans() -> list[dict[str, Any]]:
    plans: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["plans"]
    return plans


def test_golden_numbers() -> None:
    words = [word for name, case in CASES.items() for word in (f"examples/plans/{name}.xml", *case)]
    made = subprocess.run([str(BUILD / "tests" / "numbers_dump"), *words], cwd=ROOT, capture_output=True, check=True, timeout=120).stdout
    if os.environ.get("HW_UPDATE_GOLDEN"):
        FILE.write_bytes(made)
    assert made == FILE.read_bytes()


def same(rows: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """Row by row, so that a difference is shown with its row."""
    assert len(rows) == len(found)
    for row, own in zip(rows, found):
        assert row == own


def at(name: str, moment: datetime) -> dict[str, str]:
    return {name: moment.isoformat(), f"{name}_seconds": str(int(moment.timestamp()))}


@pytest.mark.parametrize("index", range(len(CASES)), ids=list(CASES))
def test_every_number(index: int, plans: list[dict[str, Any]]) -> None:
    fixture = plans[index]
    plan = homework.load(ROOT / fixture["file"])
    as_of, window = datetime.fromisoformat(fixture["as_of"]), (fixture["from"], fixture["to"])
    assert (plan.uid, plan.settings.zone) == (fixture["uid"], fixture["zone"])
    change = plan.next_change(as_of)
    assert fixture["next_change_seconds"] == (None if change is None else str(int(change.timestamp())))
    same(fixture["assignments"], [{"id": one.id, "title": one.title} for one in plan.assignments])
    same(fixture["entries"], [{"id": one.id, "assignment": one.assignment, **at("recorded", one.recorded), "by": one.by,
                               "values": len(one.values)} for one in plan.entries])
    same(fixture["occurrences"], [
        {"assignment": one.assignment, "key": one.key.isoformat(), **at("due", one.due), "status": one.status.word,
         "settled": one.settled, "credit": one.credit, "entries": len(one.entries)} for one in plan.occurrences(*window, as_of=as_of)])
    same(fixture["metrics"], list(metrics(plan.progress(*window, as_of=as_of))))
    same(fixture["statistics"], [
        {"measure": measure.id, "statistic": name, "value": estimate.value, "undefined": estimate.undefined.word, "n": str(estimate.n)}
        for measure in plan.measures for name, estimate in plan.series(measure.id, *window, as_of=as_of).statistics.items()])
    same(fixture["reminders"], [
        {**at("at", ring.at), "assignment": ring.assignment, "state": ring.state.word, "priority": ring.priority}
        for ring in plan.reminders(as_of, as_of + timedelta(days=7), as_of=as_of, suppressed=True)])


def metrics(progress: homework.Progress) -> Iterator[dict[str, Any]]:
    for subject in progress.subjects:
        for name, one in subject.items():
            if not subject.applies(name):
                continue
            yield {"subject": subject.subject.word, "id": subject.id, "metric": name, "value": one.value, "undefined": one.undefined.word,
                   "numerator": str(one.numerator), "denominator": str(one.denominator), "n": str(one.n)}


def test_there_is_enough_to_compare(plans: list[dict[str, Any]]) -> None:
    assert [plan["file"].split("/")[-1][:-4] for plan in plans] == list(CASES)
    assert sum(len(plan["metrics"]) for plan in plans) > 1000 and sum(len(plan["occurrences"]) for plan in plans) > 300
    assert sum(len(plan["reminders"]) for plan in plans) > 20 and sum(row["value"] is None for plan in plans for row in plan["metrics"]) > 100
