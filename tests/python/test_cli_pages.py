# SPDX-License-Identifier: MIT
"""The verbs of the `homework` command that print pages for people: agenda and sheet, in English and German."""
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli import DATA, LATER, NOW, USAGE, good, refused
from common import PLANS, stem


def test_the_agenda(plan: Path) -> None:
    page = good("agenda", plan, *NOW)
    assert page.startswith("For the session on Mon 23 Nov 2026 17:00\n\nConcerns and questions\n")
    assert "Question (Wed 11 Nov): Is it normal that my hands tingle?" in page
    sections = [line for line in page.splitlines() if line and not line.startswith(" ")][1:]
    order = ["Concerns and questions", "Homework since the last session", "Insights, and what was reached", "Goals",
             "To be planned"]
    assert [section for section in sections if section in order] == order


def test_it_is_the_same_each_time_and_in_every_format(plan: Path) -> None:
    assert good("agenda", plan, *NOW) == good("agenda", plan, *NOW)
    rows = json.loads(good("agenda", plan, "--format", "json", *NOW))
    table = list(csv.DictReader(io.StringIO(good("agenda", plan, "--format", "csv", *NOW), newline="")))
    assert [row["reason"] for row in rows] == [row["reason"] for row in table]
    assert len(rows) == 12 and rows[0]["reason"] == "question"
    homework = next(row for row in rows if row["reason"] == "homework")
    assert 0 <= homework["value"] <= homework["of"]


def test_its_length(plan: Path) -> None:
    whole = good("agenda", plan, "--length", "1000", *NOW)
    assert "not shown" not in whole
    items = whole.count("\n  - ")
    for length in (1, 5, items - 1):
        page = good("agenda", plan, "--length", length, *NOW)
        assert page.count("\n  - ") == length
        more = items - length
        assert page.endswith(f"\n{more} more item{'s are' if more > 1 else ' is'} not shown.\n")
    for wrong in ("0", "1001", "2.5", "many", ""):
        refused(USAGE, "1 to 1000", "agenda", plan, "--length", wrong, *NOW)


def test_in_german(plan: Path) -> None:
    page = good("agenda", plan, "--language", "de-AT", *NOW)
    assert page.startswith("Für die Sitzung am Mo 23. Nov 2026 17:00\n\nAnliegen und Fragen\n")
    assert "jeden Tag" in good("report", plan, "--language", "de", *NOW)
    refused(USAGE, "language tag", "agenda", plan, "--language", "de_AT", *NOW)
    refused(USAGE, "language tag", "report", plan, "--language", "", *NOW)


@pytest.mark.parametrize("course", PLANS, ids=stem)
def test_every_example_has_an_agenda_and_sheets(course: Path) -> None:
    assert good("agenda", course, *LATER)
    rows = json.loads(good("show", course, "settings", "--format", "json", *LATER))
    assert rows
    for language in ("en", "de"):
        for row in json.loads(good("agenda", course, "--format", "json", "--length", "1000", *LATER)):
            if row["kind"] == "assignment":
                sheet = good("sheet", course, row["id"], "--language", language, *LATER)
                assert ("Wann, wo, wie oft" if language == "de" else "When, where, how often") in sheet


def test_a_sheet(plan: Path, tmp_path: Path) -> None:
    sheet = good("sheet", plan, "breathing", *NOW)
    assert sheet.startswith("Slow breathing\n")
    out = tmp_path / "sheet.txt"
    assert good("sheet", plan, "breathing", "--output", out, *NOW) == ""
    assert out.read_text(encoding="utf-8") == sheet
    assert max(map(len, good("sheet", plan, "breathing", "--width", "40", *NOW).splitlines())) <= 40
    refused(DATA, "nothing-such", "sheet", plan, "nothing-such", *NOW)
    refused(USAGE, "--width", "sheet", plan, "breathing", "--width", "12", *NOW)
