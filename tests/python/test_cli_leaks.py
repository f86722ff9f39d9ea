# SPDX-License-Identifier: MIT
"""The `homework` command looks for leaks: what it finds, what it holds back, and that it tells no text itself."""
from __future__ import annotations

import base64
import csv
import io
import json
import quopri
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from cli import DATA, FILE, NOW, USAGE, good, refused, run
from common import LUNCH, PLANS, stem

TITLE = "Coffee beside the shared table"  # said by the plan, see below


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    plan = Path(shutil.copy(LUNCH, tmp_path / "plan.xml"))
    good("add", plan, "assignment", "shared", f"title={TITLE}", "kind=other", *NOW)
    return plan


def seeded(plan: Path, line: str) -> Path:
    text = good("remind", plan, *NOW)
    assert "BEGIN:VEVENT\r\n" in text
    calendar = plan.parent / "calendar.ics"
    calendar.write_bytes(text.replace("BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\n{line}\r\n", 1).encode())
    return calendar


@pytest.mark.parametrize("path", PLANS, ids=stem)
@pytest.mark.parametrize("profile", ["events", "todos"])
def test_our_calendars_say_nothing(path: Path, profile: str, tmp_path: Path) -> None:
    text = good("remind", path, *NOW, "--profile", profile)
    assert good("remind", path, *NOW, "--profile", profile, "--check-leaks") == text
    calendar = tmp_path / "c.ics"
    calendar.write_bytes(text.encode())
    assert good("leaks", path, calendar, *NOW) == ""


@pytest.mark.parametrize("line, place", [
    (f"COMMENT:{TITLE}", "VEVENT COMMENT value: text"),
    (f"LOCATION:{TITLE.upper()}", "VEVENT LOCATION value: text"),
    (f"URL:https://example.org/{quote(TITLE)}", "VEVENT URL value: text"),
    (f"ATTACH;ENCODING=BASE64;VALUE=BINARY:{base64.b64encode(TITLE.encode()).decode()}", "VEVENT ATTACH value: text"),
    (f"CONTACT;ENCODING=QUOTED-PRINTABLE:{quopri.encodestring(TITLE.encode()).decode()}",
     "VEVENT CONTACT value: text"),
    (f"ATTENDEE;CN=\"{TITLE}\":mailto:a@example.org", "VEVENT ATTENDEE CN parameter: text"),
])
def test_what_leaks_is_told_without_the_text(plan: Path, line: str, place: str) -> None:
    calendar = seeded(plan, line)
    result = run("leaks", plan, calendar, *NOW)
    assert (result.code, result.err) == (DATA, "")
    number = calendar.read_text().split(line.split("=", 1)[0])[0].count("\n") + 1
    assert f"line {number}: {place} of shared, title\n" in result.out
    assert "shared table" not in result.out and TITLE not in result.out


def test_as_a_table(plan: Path) -> None:
    calendar = seeded(plan, f"COMMENT:{TITLE}")
    result = run("leaks", plan, calendar, *NOW, "--format", "csv")
    row, = csv.DictReader(io.StringIO(result.out))
    assert (result.code, row["property"], row["kind"], row["record"]) == (DATA, "COMMENT", "text", "shared")
    found, = json.loads(run("leaks", plan, calendar, *NOW, "--format", "json").out)
    assert (found["component"], found["place"], found["field"]) == ("VEVENT", "value", "title")


def test_terms(plan: Path, tmp_path: Path) -> None:
    calendar = seeded(plan, "COMMENT:Dr. Miller's clinic")
    assert good("leaks", plan, calendar, *NOW) == ""
    for term in ("CLINIC", "dr miller"):
        result = run("leaks", plan, calendar, *NOW, "--term", term)
        assert result.code == DATA and result.out.endswith("VEVENT COMMENT value: term\n")
    refused(DATA, "--term", "leaks", plan, calendar, *NOW, "--term", "...")


def test_nothing_is_written_that_leaks(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "reminders.ics"
    good("remind", plan, *NOW, "--check-leaks", "--output", out)
    before = out.read_bytes()
    err = refused(DATA, "nothing was written", "remind", plan, *NOW, "--check-leaks", "--output", out,
                  "--term", "Practice")
    assert "VCALENDAR PRODID value: term\n" in err
    assert out.read_bytes() == before
    named = tmp_path / "shared-table.ics"
    assert "file-name: " in refused(DATA, "nothing was written", "remind", plan, *NOW, "--check-leaks", "--output", named)
    assert not named.exists()


def test_the_command_line(plan: Path) -> None:
    refused(USAGE, "something is missing", "leaks", plan)
    refused(FILE, "", "leaks", plan, plan.parent / "missing.ics")
    refused(USAGE, "--check-leaks", "report", plan, "--check-leaks")


def test_from_python() -> None:
    import homework
    from homework import LeakKind, LeakPlace

    plan = homework.load(LUNCH)
    calendar = plan.to_calendar(as_of="2026-11-22T18:00:00+01:00")
    assert len(plan.check_leaks(calendar)) == 0
    title = str(plan.assignments["breathing"].title)
    seeded = calendar.replace(b"SUMMARY:", f"SUMMARY:{title} ".encode(), 1)
    leaks = plan.check_leaks(seeded)
    assert leaks[0].kind in (LeakKind.TEXT, LeakKind.PHRASE) and leaks[0].place is LeakPlace.VALUE
    assert (leaks[0].property, leaks[0].record) == ("SUMMARY", "breathing")
    assert leaks.table().columns() and title not in str(list(leaks))
    assert {leak.kind for leak in plan.check_leaks(calendar, terms=["practice"])} == {LeakKind.TERM}
    assert len(plan.check_leaks(calendar, terms=["gregorian"])) == 0      # a word of the format itself
    assert len(plan.check_leaks_name(f"{title}.ics")) > 0
    assert len(plan.check_leaks_name("practice.ics")) == 0
