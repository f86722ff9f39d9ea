# SPDX-License-Identifier: MIT
"""The `homework` command: its words, files and lists; golden outputs of every verb.

HW_UPDATE_GOLDEN=1 in the environment writes the golden outputs anew (./dev golden).
"""
from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli import DATA, FILE, GOOD, LATER, NOW, USAGE, VERBS, WEEK, good, on_terminal, refused, run
from common import COMMAND, GOLDEN, LUNCH, ROOT, found


# ---- Golden outputs ----

COURSES = {"one-thing-a-day": "2026-11-20T22:00:00+01:00", "kitchen-table": "2026-11-20T18:00:00+01:00",
           "cards-and-thoughts": "2026-10-12T18:00:00+02:00"}
PLANS = ("lunch-table", "first-week", *COURSES)

GOLDEN_OUTPUTS = {
    "lunch-table.check.txt": ("check", "lunch-table"),
    "lunch-table.today.txt": ("today", "lunch-table", *NOW),
    "lunch-table.occurrences.txt": ("occurrences", "lunch-table", *NOW),
    "lunch-table.occurrences.csv": ("occurrences", "lunch-table", *NOW, "--format", "csv", "--from", "2026-10-19",
                                    "--to", "2026-11-02"),
    "lunch-table.occurrences.json": ("occurrences", "lunch-table", *NOW, "--format", "json"),
    "lunch-table.log.txt": ("log", "lunch-table"),
    "lunch-table.log.csv": ("log", "lunch-table", "--format", "csv"),
    "lunch-table.progress.csv": ("report", "lunch-table", *NOW, "--format", "csv"),
    "lunch-table.progress.json": ("report", "lunch-table", *NOW, "--format", "json"),
    "lunch-table.events.ics": ("remind", "lunch-table", *NOW),
    "lunch-table.todos.ics": ("remind", "lunch-table", *NOW, "--profile", "todos"),
    "first-week.today.txt": ("today", "first-week", "--as-of", "2026-11-18T19:00:00+00:00"),
    "lunch-table.both.ics": ("remind", "lunch-table", *NOW, "--profile", "both"),
    "lunch-table.outlook.ics": ("remind", "lunch-table", *NOW, "--profile", "outlook"),
    "lunch-table.all.ics": ("remind", "lunch-table", *NOW, "--profile", "both", "--sessions", "--goals", "--check-leaks"),
    "lunch-table.feed.ics": ("remind", "lunch-table", *NOW, "--profile", "google", "--feed", "720"),
    "first-week.events.ics": ("remind", "first-week", "--as-of", "2026-11-18T19:00:00+00:00"),
    "first-week.todos.ics": ("remind", "first-week", "--as-of", "2026-11-18T19:00:00+00:00", "--profile", "todos"),
    "help.txt": ("--help",),
    "help.log.txt": ("help", "log"),
    "fields.txt": ("add", "--list"),
    **{f"{plan}.{name}": (*words, "--as-of", moment)
       for plan, moment in COURSES.items()
       for name, words in {
           "report.txt": ("report", plan), "progress.csv": ("report", plan, "--format", "csv"),
           "today.txt": ("today", plan), "occurrences.csv": ("occurrences", plan, "--format", "csv"),
           "events.ics": ("remind", plan), "todos.ics": ("remind", plan, "--profile", "todos"),
           "lint.txt": ("lint", plan), "messages.txt": ("message", plan)}.items()},
    "one-thing-a-day.history.txt": ("history", "one-thing-a-day", "activities"),
    "one-thing-a-day.show.txt": ("show", "one-thing-a-day", "activities"),
    "cards-and-thoughts.form.txt": ("form", "cards-and-thoughts", "card"),
}


@pytest.mark.parametrize("name", GOLDEN_OUTPUTS)
def test_golden(name: str) -> None:
    words = [f"{word}.xml" if word in PLANS else word for word in GOLDEN_OUTPUTS[name]]
    done = subprocess.run([COMMAND, *words], capture_output=True, cwd=ROOT / "examples" / "plans", check=True)
    assert done.stderr == b""
    if os.environ.get("HW_UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(done.stdout)
    assert done.stdout == (GOLDEN / name).read_bytes()


def test_the_courses_are_made_by_commands(tmp_path: Path) -> None:
    """What examples/plans/make.py says is what the plans hold, byte for byte."""
    subprocess.run([sys.executable, "-B", ROOT / "examples" / "plans" / "make.py", COMMAND, tmp_path], check=True,
                   stdout=subprocess.DEVNULL)
    for name in COURSES:
        assert (tmp_path / f"{name}.xml").read_bytes() == (ROOT / "examples" / "plans" / f"{name}.xml").read_bytes()
        assert good("check", tmp_path / f"{name}.xml").endswith("0 warnings\n")


def test_the_report_is_the_golden_page() -> None:
    assert good("report", LUNCH, *NOW) == (GOLDEN / "lunch-table.report.txt").read_text()
    assert good("report", WEEK, "--as-of", "2026-11-18T19:00:00Z") == (GOLDEN / "first-week.report.txt").read_text()


# ---- Help, version, usage ----

def test_help_and_manual_name_everything() -> None:
    text, manual = good("--help"), (ROOT / "docs" / "homework.1").read_text().replace("\\-", "-")
    assert max(map(len, text.splitlines())) <= 80
    options = set(re.findall(r'\{"(--[a-z-]+)"', (ROOT / "examples" / "homework" / "options.c").read_text()))
    assert len(options) > 35
    for word in options | {"--format", "--value", *VERBS}:
        assert word in text and word in manual
    assert good("-h") == text == good("help")


def test_version() -> None:
    header = (ROOT / "include" / "homework" / "version.h").read_text()
    version = ".".join(found(rf"HW_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))
    assert good("--version") == f"homework {version}\n"


@pytest.mark.parametrize("message, words", [
    ("which verb?", []),
    ("frobnicate: there is no such verb", ["frobnicate"]),
    ("which plan?", ["report"]),
    ("which calendar?", ["import", LUNCH]),
    ("one word too many", ["report", LUNCH, "more"]),
    ("one word too many", ["log", LUNCH, "breathing", "more"]),
    ("--colour: there is no such option", ["report", LUNCH, "--colour", "red"]),
    ("--width: needs a value", ["report", LUNCH, "--width"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "39"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "401"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "80x"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", ""]),
    ("--width: does not belong to this verb", ["today", LUNCH, "--width", "80"]),
    ("--undo: does not belong to this verb", ["import", LUNCH, LUNCH, "--undo"]),
    ("--format: text, json or csv", ["report", LUNCH, "--format", "xml"]),
    ("--format: does not belong to this verb", ["remind", LUNCH, "--format", "csv"]),
    ("--as-of: not a moment or day", ["report", LUNCH, "--as-of", "yesterday"]),
    ("--from: not a day", ["report", LUNCH, "--from", "2026-02-30"]),
    ("--to: not a day", ["report", LUNCH, "--to", "soon"]),
    ("--to: the last day lies before the first", ["report", LUNCH, "--from", "2026-10-02", "--to", "2026-10-01"]),
    ("--from: the last day lies before the first", ["report", LUNCH, *NOW, "--from", "2027-01-01"]),
    ("--sessions: appointments are events", ["remind", LUNCH, "--profile", "todos", "--sessions"]),
    ("--goals: goals are to-dos", ["remind", LUNCH, "--goals"]),
    ("--feed: 15 to 40320 minutes", ["remind", LUNCH, "--feed", "14"]),
    ("--feed: 15 to 40320 minutes", ["remind", LUNCH, "--feed", "15.5"]),
    ("--profile: events, todos, both, outlook or google", ["remind", LUNCH, "--profile", "ical"]),
    ("log one practice, or --csv, or --undo", ["log", LUNCH, "breathing", "--undo"]),
    ("log one practice, or --csv, or --undo", ["log", LUNCH, "--csv", "x", "--undo"]),
    ("log which assignment?", ["log", LUNCH, "--minutes", "5"]),
    ("log which assignment?", ["log", LUNCH, "--csv", "x", "--private"]),
    ("--id: goes with an assignment or --undo", ["log", LUNCH, "--id", "x"]),
    ("--at: not a moment", ["log", LUNCH, "breathing", "--at", "noon"]),
    ("--due: not a day or wall time", ["log", LUNCH, "breathing", "--due", "noon"]),
    ("--extent: one of none, not-attempted", ["log", LUNCH, "breathing", "--extent", "half"]),
    ("--barrier: one of forgot, no-time", ["log", LUNCH, "breathing", "--barrier", "rain"]),
    ("--percent: a whole number from 1 to 99", ["log", LUNCH, "breathing", "--extent", "partial", "--percent", "100"]),
    ("--percent: a whole number from 1 to 99", ["log", LUNCH, "breathing", "--extent", "partial", "--percent", "5.5"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "ten"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "0x10"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "nan"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension@noon=3"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension=low"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "t" * 65 + "=1"]),
    ("--value: stands too often", ["log", LUNCH, "breathing", *["--value", "tension=1"] * 65]),
])
def test_usage(message: str, words: list[Any]) -> None:
    error = refused(USAGE, message, *words)
    assert error.endswith("homework --help tells more\n")


# ---- Files ----

@pytest.mark.parametrize("verb", VERBS)
def test_plans_that_cannot_be_read(verb: str, tmp_path: Path) -> None:
    more = [LUNCH] if verb == "import" else []
    missing, empty, junk = tmp_path / "missing.xml", tmp_path / "empty.xml", tmp_path / "junk.xml"
    empty.write_bytes(b"")
    junk.write_bytes(b"<plan>\n</plan")
    assert refused(FILE, "there is no such file", verb, missing, *more).startswith(f"{missing}: ")
    refused(FILE, "it is a folder", verb, tmp_path, *more)
    refused(FILE, "no regular file", verb, "/dev/null", *more)
    refused(DATA, f"{empty}:1: error: the document is empty (empty)", verb, empty, *more)
    assert re.match(rf"{junk}:\d: error: ", refused(DATA, "", verb, junk, *more))


def test_a_bad_plan_is_told_line_by_line(plan: Path) -> None:
    text = plan.read_text().replace('kind="relaxation"', 'kind="napping"', 1)
    text = text.replace('extent="done"', 'extent="perhaps"', 1)
    plan.write_text(text)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "napping" in line or "perhaps" in line]
    result = run("check", plan)
    assert (result.code, result.out) == (DATA, "")
    assert sorted(set(map(int, re.findall(rf"^{plan}:(\d+): error: ", result.err, re.M)))) == lines
    assert all(re.fullmatch(rf"{plan}:\d+: error: .+ \([a-z-]+\)", line) for line in result.err.splitlines())
    assert "perhaps" not in result.err and "napping" not in result.err
    salvaged = run("check", plan, "--salvage")
    assert salvaged.code == DATA and "kept-aside" in salvaged.err
    assert run("report", plan, "--salvage", *NOW).code == GOOD


def test_messages_cannot_move_the_terminal(plan: Path) -> None:
    """Nor can an id that is none, or a file's name."""
    text = plan.read_text()
    for old, new in (('id="phone-184"', 'id="\u202ephone\u009b31m"'), ('by="client"', 'by="\u200f"'),
                     ('assignment="week"', 'assignment="\u2066\u0085week"'), ('code="no-time"', 'code="\u061c"')):
        plan.write_text(text.replace(old, new))
        result = run("check", plan)
        assert result.code == DATA and result.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", result.err)
    assert "\x1b" not in refused(FILE, "there is no such file", "check", "no\x1b[31mfile")


def test_a_newer_document_is_read_but_not_written(plan: Path) -> None:
    good("message", plan, "add", "insight", "Something of version 0.2", *LATER)
    plan.write_text(plan.read_text().replace('version="0.2"', 'version="0.9"', 1))
    assert run("report", plan, *NOW).code == GOOD
    before = plan.read_bytes()
    assert run("log", plan, "diary", *LATER).code == DATA
    assert plan.read_bytes() == before


def test_a_plan_that_changed_meanwhile_is_left_alone(plan: Path, tmp_path: Path) -> None:
    """The rows are asked for when the plan has been read: another program writes it before they come."""
    rows = tmp_path / "rows.csv"
    os.mkfifo(rows)
    process = subprocess.Popen([COMMAND, "log", plan, *LATER, "--csv", rows], stderr=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    with open(rows, "wb") as pipe:  # opens when the command has opened its end
        good("log", plan, "week", *LATER)
        between = plan.read_bytes()
        pipe.write(b"assignment\ndiary\n")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (FILE, b"")
    assert err.decode().startswith(f"{plan}: ")
    assert plan.read_bytes() == between


def test_check_says_what_is_there(plan: Path) -> None:
    assert good("check", plan) == f"{plan}: good: 6 assignments, 113 entries, 0 warnings\n"
    orphan = ('<entry id="x-1" recorded="2026-11-22T09:00:00+01:00" by="client" assignment="breathing" '
              'due="2026-11-22T20:30:00" extent="done"/>')
    plan.write_text(plan.read_text().replace("  </log>", f"    {orphan}\n  </log>"))
    result = run("check", plan)
    assert result.code == GOOD and "1 warnings" in result.out and "(orphan)" in result.err


def test_output_files(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in (["report", plan], ["today", plan], ["occurrences", plan], ["remind", plan], ["log", plan],
                  ["report", plan, "--format", "json"], ["log", plan, "--format", "csv"]):
        as_of = NOW if words[0] != "log" else ()
        out.write_text("old")
        assert good(*words, *as_of, "--output", out) == ""
        assert out.read_bytes().decode() == good(*words, *as_of)
    refused(FILE, "it is a folder", "report", plan, *NOW, "--output", tmp_path)
    refused(FILE, "no such file or folder", "report", plan, *NOW, "--output", tmp_path / "no" / "way")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "plan.xml"]


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["report", LUNCH], ["today", LUNCH], ["log", LUNCH],
                                   ["remind", LUNCH], ["check", LUNCH], ["report", LUNCH, "--format", "csv"]])
def test_a_full_disk_is_no_success(words: list[Any]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, *words], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == FILE
    assert done.stderr == b"homework: the output cannot be written\n"


# ---- Showing ----

def columns(line: str) -> int:
    return len(re.sub(r"\x1b\[[01]m", "", line))


@pytest.mark.parametrize("width", [40, 80, 120, 400])
def test_report_width(width: int) -> None:
    text = good("report", LUNCH, *NOW, "--width", width)
    assert max(map(columns, text.splitlines())) <= width
    assert text.isascii()


def test_a_terminal_gets_bold_and_boxes() -> None:
    shown, err = on_terminal("stdout", "report", LUNCH, *NOW)
    assert err == ""
    assert "\x1b[1mGoals\x1b[0m\r\n" in shown
    assert "\u2588" in shown
    assert set(re.findall(r"\x1b\[[^m]*m", shown)) == {"\x1b[1m", "\x1b[0m"}


def test_texts_cannot_move_the_terminal(plan: Path) -> None:
    """A title may hold marks that turn the direction of writing; no list and no report passes them on."""
    marks = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    plan.write_text(plan.read_text().replace("<title>Slow breathing", f"<title>Slow{marks} breathing"))
    for words in (["report", plan, *NOW], ["today", plan, *LATER], ["occurrences", plan, *NOW]):
        text = good(*words)
        assert not set(marks) & set(text)
        assert "Slow breathing" in text or words[0] == "today"


def test_a_plan_before_its_beginning() -> None:
    early = ("--as-of", "2026-09-01T10:00:00Z")
    assert good("report", LUNCH, *early).splitlines()[1] == (
        "Tue 1 Sep 2026 to Tue 1 Sep 2026, as of Tue 1 Sep 2026 12:00")
    assert good("today", LUNCH, *early) == "Nothing is due.\n"
    assert good("occurrences", LUNCH, *early, "--format", "json").strip() == "[]"
    assert "BEGIN:VEVENT" not in good("remind", LUNCH, *early)


def test_a_day_stands_for_its_end() -> None:
    last_second = good("report", LUNCH, "--as-of", "2026-11-22T23:59:59+01:00")
    assert good("report", LUNCH, "--as-of", "2026-11-22") == last_second


def test_today_is_the_clients_day() -> None:
    """On the journey to Lisbon midnight comes an hour later."""
    for moment, day in (("2026-10-10T22:30:00Z", "2026-10-10"), ("2026-10-03T22:30:00Z", "2026-10-04")):
        rows = json.loads(good("today", LUNCH, "--as-of", moment, "--format", "json"))
        assert rows and {row["key"][:10] for row in rows} == {day}


def test_today_shows_what_is_still_waited_for() -> None:
    assert "Mon 2026-11-16        open          Lunch at the table  (until Sun 2026-11-22)" in good(
        "today", LUNCH, "--as-of", "2026-11-18T10:00:00+01:00")


def test_days_of_occurrences() -> None:
    rows = list(csv.DictReader(io.StringIO(good("occurrences", LUNCH, *NOW, "--format", "csv", "--from", "2026-10-01",
                                                "--to", "2026-10-03"))))
    assert {row["key"][:10] for row in rows} == {"2026-10-01", "2026-10-02"}
    assert good("occurrences", LUNCH, *NOW, "--from", "2026-10-01", "--to", "2026-10-01") == "Nothing is due.\n"
    week = good("occurrences", LUNCH, *NOW, "--from", "2026-12-14").splitlines()
    assert week[0].startswith("Mon 2026-12-14") and len(week) == 12


@pytest.mark.parametrize("words", [["report", LUNCH, *NOW], ["occurrences", LUNCH, *NOW], ["today", LUNCH, *NOW],
                                   ["log", LUNCH]])
def test_csv_and_json_say_the_same(words: list[Any]) -> None:
    raw = good(*words, "--format", "csv")
    assert raw.endswith("\r\n") and "\n" not in raw.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    objects = json.loads(good(*words, "--format", "json"))
    assert rows and len(rows) == len(objects)
    for row, members in zip(rows, objects):
        assert list(row) == list(members)
        for name, text in row.items():
            value = members[name]
            if value is None:
                assert text == ""
            elif isinstance(value, bool):
                assert text == ("true" if value else "false")
            elif isinstance(value, (int, float)):
                assert float(text) == pytest.approx(value, abs=1e-9)
            else:
                assert text == value


def test_no_table_tells_what_a_person_wrote() -> None:
    for words in (["report", LUNCH, *NOW], ["occurrences", LUNCH, *NOW], ["log", LUNCH]):
        for form in ("csv", "json"):
            text = good(*words, "--format", form)
            for title in ("Slow breathing", "Jana", "tingle", "Keller"):
                assert title not in text
