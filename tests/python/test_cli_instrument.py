# SPDX-License-Identifier: MIT
"""The verb instrument of the `homework` command: what it lists, scores and refuses."""
from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, Sequence

import pytest

from cli import DATA, FILE, USAGE, good, refused
from common import ROOT

INSTRUMENTS = ROOT / "lib" / "progress" / "instruments"
FILES: dict[str, Any] = {path.stem: json.loads(path.read_text()) for path in INSTRUMENTS.glob("*.json")}
RECORDED = ("--by", "client", "--origin", "phone")


# ---- What there is ----

def test_list_has_every_data_file() -> None:
    lines = good("instrument", "list").splitlines()
    assert [line.split()[0] for line in lines] == sorted(FILES)
    for line in lines:
        data = FILES[line.split()[0]]
        assert line.endswith(data["title"])
        assert f" {len(data['items'])} items " in line
        assert ("worded" in line) == ("lead_in" in data)


def test_list_as_a_table() -> None:
    rows = list(csv.DictReader(io.StringIO(good("instrument", "list", "--format", "csv"))))
    assert {row["instrument"] for row in rows} == set(FILES)
    for row in rows:
        assert row["source"] == FILES[row["instrument"]]["source"]
        assert row["better"] == FILES[row["instrument"]]["better"]


@pytest.mark.parametrize("name", sorted(FILES))
def test_show(name: str) -> None:
    data, text = FILES[name], good("instrument", "show", name)
    assert text.startswith(data["title"] + "\n")
    for key in ("licence", "source", "notice", "lead_in"):
        assert data.get(key, "") in text
    for number, item in enumerate(data["items"], 1):
        line = next(line for line in text.splitlines() if re.match(rf" +{number}\. ", line))
        assert item.get("text", "") in line
        assert f"({item['min']} to {item['max']}" in line
        assert ("reversed" in line) == bool(item.get("reversed"))
        assert ("flagged" in line) == ("safety" in item)
    for sets in data.get("band_sets", []):
        for band in sets["bands"]:
            assert band["title"] in text
    rows = json.loads(good("instrument", "show", name, "--format", "json"))
    assert [row["text"] for row in rows] == [item.get("text") for item in data["items"]]


# ---- Scores ----

@pytest.mark.parametrize("words, line", [
    (("phq-9", "2,2,2,2,1,1,2,0,0"), "Patient Health Questionnaire 9 (PHQ-9): 12 of 27, Moderate; 9 of 9 items answered"),
    (("PHQ9", "1,1,1,1,1,1,1,.,."), "Patient Health Questionnaire 9 (PHQ-9): 9 of 27, Mild, prorated; 7 of 9 items answered"),
    (("phq-9", "1,1,1,1,1,1,,,"),
     "Patient Health Questionnaire 9 (PHQ-9): no total (too-few); 6 of 9 items answered"),
    (("phq-9", ".,.,.,.,.,.,.,.,."),
     "Patient Health Questionnaire 9 (PHQ-9): no total (no-values); 0 of 9 items answered"),
    (("who-5", "3,3,2,2,3"), "WHO-5 Well-Being Index: 52 of 100; 5 of 5 items answered"),
    (("k10", "1,1,1,1,1,1,1,1,1,1"), "Kessler Psychological Distress Scale (K10): 10 of 50, Low; 10 of 10 items answered"),
    (("k10", "0,0,0,0,0,0,0,0,0,0", "--variant", "0-4", "--bands", "practice"),
     "Kessler Psychological Distress Scale (K10): 0 of 40, Likely to be well; 10 of 10 items answered"),
    (("wsas", ".,5,5,5,6", "--variant", "not-working"),
     "Work and Social Adjustment Scale (WSAS): 21 of 32; 4 of 4 items answered"),
])
def test_score(words: Sequence[str], line: str) -> None:
    assert good("instrument", "score", *words).splitlines()[0] == line


def test_safety_items_are_always_told() -> None:
    told = "Item 9 is a safety item and was answered at or above its threshold.\n"
    assert told in good("instrument", "score", "phq-9", "0,0,0,0,0,0,0,0,1")
    assert told in good("instrument", "score", "phq-9", ".,.,.,.,.,.,.,.,3")
    assert "safety" not in good("instrument", "score", "phq-9", "3,3,3,3,3,3,3,3,0")
    assert "Item 6" in good("instrument", "score", "core-10", "0,4,4,0,0,1,0,0,0,0")


def test_no_word_of_a_diagnosis() -> None:
    for name, data in FILES.items():
        form = ",".join(str(item["max"]) for item in data["items"])
        assert not re.search("diagnos|disorder|suicid|PTSD", good("instrument", "score", name, form).split(":", 1)[1])


def test_a_score_as_a_table() -> None:
    rows = json.loads(good("instrument", "score", "phq-9", "3,3,0,0,0,0,0,0,2", "--format", "json"))
    assert [(row["part"], row["name"], row["value"]) for row in rows][:2] == [("total", "phq-9", 8), ("band", "mild", 8)]
    assert (rows[-1]["part"], rows[-1]["name"]) == ("flag", "9")


def test_an_instrument_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(json.dumps({
        "id": "own", "title": "Our own", "version": "1", "licence": "Ours", "source": "Us", "better": "lower",
        "method": "mean", "round": "none", "items": [{"min": 0, "max": 4}, {"min": 0, "max": 4, "reversed": True}]}))
    assert good("instrument", "score", own, "1,2") == "Our own: 1.5 of 4; 2 of 2 items answered\n"
    assert "Our own" in good("instrument", "show", own)


# ---- What is refused ----

@pytest.mark.parametrize("code, message, words", [
    (USAGE, "something is missing", []),
    (USAGE, "instrument: list, show ID, score ID ANSWERS, or log PLAN", ["frobnicate"]),
    (USAGE, "instrument: list, show ID, score ID ANSWERS, or log PLAN", ["list", "phq-9"]),
    (USAGE, "instrument: list, show ID, score ID ANSWERS, or log PLAN", ["show"]),
    (USAGE, "instrument: list, show ID, score ID ANSWERS, or log PLAN", ["score", "phq-9"]),
    (USAGE, "one word too many", ["score", "phq-9", "1", "2"]),
    (USAGE, "x: not a number", ["score", "phq-2", "1,x"]),
    (USAGE, "true: not a number", ["score", "phq-2", "1,true"]),
    (USAGE, "nan: not a number", ["score", "phq-2", "1,nan"]),
    (USAGE, "inf: not a number", ["score", "phq-2", "1,inf"]),
    (USAGE, "0x1: not a number", ["score", "phq-2", "1,0x1"]),
    (USAGE, "answers with commas between", ["score", "phq-2", ",".join("1" * 201)]),
    (DATA, "there is no such instrument", ["score", "bdi-ii", "1,2"]),
    (DATA, "phq-2: 1 answers to 2 items", ["score", "phq-2", "1"]),
    (DATA, "phq-2: 3 answers to 2 items", ["score", "phq-2", "1,1,1"]),
    (DATA, "the answer to item 2 is not from 0 to 3 [2]", ["score", "phq-2", "1,4"]),
    (DATA, "the answer to item 2 is not from 0 to 3 [2]", ["score", "phq-2", "1,-1"]),
    (DATA, "the answer to item 2 is not a whole number [2]", ["score", "phq-2", "1,1.5"]),
    (DATA, "no such variant [retired]", ["score", "wsas", "1,1,1,1,1", "--variant", "retired"]),
    (DATA, "no such set of bands [mine]", ["score", "wsas", "1,1,1,1,1", "--bands", "mine"]),
    (DATA, "the variant leaves out item 1, which is answered", ["score", "wsas", "1,1,1,1,1", "--variant", "not-working"]),
    (FILE, "missing.json", ["show", "missing.json"]),
    (FILE, "there is no such file", ["log", "missing.xml"]),
])
def test_refused(code: int, message: str, words: Sequence[str]) -> None:
    refused(code, message, "instrument", *words)


def test_a_file_that_is_not_right_is_told_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text('{\n "id": "own",\n "title": 7\n}\n')
    assert refused(DATA, "title: not a text", "instrument", "show", own).startswith(f"{own}:3:")


# ---- Those of a plan ----

@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xml"
    at = ("--at", "2026-01-05T10:00:00+01:00", *RECORDED)
    good("new", path, "--zone", "Europe/Berlin", "--at", "2026-01-05T09:00:00+01:00")
    good("propose", path, "form", "title=The form", "kind=measure", *at)
    good("agree", path, "form", *at)
    good("start", path, "form", *at)
    return path


def answered(path: Path, day: int, *fields: str, private: bool = False) -> None:
    good("log", path, "form", "--at", f"2026-01-{day:02}T19:00:00+01:00", "--as-of", f"2026-01-{day:02}T20:00:00+01:00",
         *(("--private",) if private else ()), *RECORDED, *fields)


def test_log(plan: Path) -> None:
    now = ("--as-of", "2026-02-01T10:00:00+01:00")
    items = [f"score.{number}={value}" for number, value in enumerate((0, 0, 0, 0, 0, 0, 1, 0, 2), 1)]
    answered(plan, 6, "instrument=PHQ-9", *items, "total=4")
    answered(plan, 13, "instrument=phq-9", "total=12")
    answered(plan, 20, "instrument=gad-7", "total=9", private=True)
    assert good("instrument", "log", plan, *now) == (
        "2026-01-06  phq-9  3  minimal  total-differs (it states 4)  safety item 9\n"
        "2026-01-13  phq-9  12  moderate  total-only\n"
        "1 more: private\n")
    assert "2026-01-20  gad-7  9  mild  total-only\n" in good("instrument", "log", plan, "--private", *now)
    rows = list(csv.DictReader(io.StringIO(good("instrument", "log", plan, "--format", "csv", *now))))
    assert [(row["total"], row["finding"], row["flags"]) for row in rows] == [
        ("3", "total-differs", "9"), ("12", "total-only", "")]
    shorter = good("instrument", "log", plan, "--from", "2026-01-10", *now)
    assert shorter.startswith("2026-01-13")
