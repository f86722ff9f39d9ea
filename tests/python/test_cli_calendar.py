# SPDX-License-Identifier: MIT
"""The `homework` command and calendars: reminders go out, ticks come home."""
from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest

from cli import DATA, FILE, GOOD, LATER, NOW, good, refused, run
from common import LUNCH


def test_remind_is_discreet_and_the_same_on_any_day() -> None:
    for profile in ("events", "todos", "both", "outlook", "google"):
        text = good("remind", LUNCH, *NOW, "--profile", profile)
        for word in ("breathing", "Lunch at", "Jana", "Mood", "Keller", "omework"):
            assert word not in text
    assert good("remind", LUNCH, *NOW) == good("remind", LUNCH, *LATER)


def test_remind_until() -> None:
    todos = icalendar.Calendar.from_ical(good("remind", LUNCH, *NOW, "--profile", "todos", "--to", "2026-12-05"))
    far = max(todo.decoded("due") for todo in todos.walk("VTODO") if hasattr(todo.decoded("due"), "hour"))
    assert (far.month, far.day) == (12, 5)  # the diary of the evening before closes after midnight


def components(text: str) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(text)
    return {str(one["uid"]): one for one in calendar.walk() if one.name in ("VEVENT", "VTODO")}


def test_what_was_shown_on_any_day_is_taken_back() -> None:
    now = NOW[1]
    gone = components(good("remind", LUNCH, "--as-of", now, "--withdraw", "--check-leaks"))
    assert all(one["status"] == "CANCELLED" and not one.walk("VALARM") and "rrule" not in one for one in gone.values())
    shown = 0
    for day in ("2026-09-14", "2026-09-15", "2026-10-02", "2026-11-01", "2026-11-12", now[:10]):
        for profile in ("events", "todos", "both", "outlook", "google"):
            also = (("--sessions",) if profile != "todos" else ()) + (("--goals",) if profile in ("todos", "both") else ())
            for uid, one in components(good("remind", LUNCH, "--as-of", day, "--profile", profile, *also)).items():
                assert gone[uid]["sequence"] > one["sequence"] and gone[uid].name == one.name
                shown += 1
    assert shown > 100
    events = components(good("remind", LUNCH, "--as-of", now, "--withdraw", "--profile", "events"))
    assert {one.name for one in events.values()} == {"VEVENT"} and set(events) < set(gone)


@pytest.fixture(scope="module")
def broken_writer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library to be loaded first, which writes calendars that do not read back."""
    folder = tmp_path_factory.mktemp("broken")
    source, library = folder / "broken.c", folder / "broken.so"
    source.write_text("""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
typedef char *writer(const void *, long long, const void *, size_t *, void *);
char *hw_plan_to_calendar(const void *plan, long long as_of, const void *options, size_t *size, void *err)
{
    union { void *symbol; writer *call; } real = {dlsym(RTLD_NEXT, "hw_plan_to_calendar")};
    char *text = real.call(plan, as_of, options, size, err);
    char *end = strstr(text, getenv("HW_BREAK"));
    *size = (size_t)(end - text);
    return text;
}
""")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("profile, cut", [("events", "END:VCALENDAR"), ("events", "RRULE"), ("both", "END:VTODO"), ("todos", "END:VTODO"),
                                          ("todos", "UID:")])
def test_remind_replaces_nothing_that_does_not_read_back(broken_writer: Path, tmp_path: Path, profile: str, cut: str) -> None:
    out = tmp_path / "out.ics"
    out.write_text("the old one")
    environment = dict(os.environ, LD_PRELOAD=str(broken_writer), HW_BREAK=cut)
    result = run("remind", LUNCH, *NOW, "--profile", profile, "--output", out, env=environment)
    assert (result.code, result.out) == (DATA, "")
    assert "nothing was replaced" in result.err or "the calendar as written:" in result.err
    assert out.read_text() == "the old one"


# ---- Import ----

DONE = {"STATUS": "COMPLETED", "PERCENT_COMPLETE": "100", "COMPLETED": "20261122T204000Z"}


def ticked(text: str, number: int = 0, **properties: str) -> str:
    """The calendar with a to-do changed, as a calendar app changes it."""
    head, *todos = text.split("BEGIN:VTODO")
    for name, value in properties.items():
        name = name.replace("_", "-")
        line = f"{name}:{value}\r\n"
        if re.search(rf"^{name}:", todos[number], re.M):
            todos[number] = re.sub(rf"^{name}:.*\r\n", line, todos[number], flags=re.M)
        else:
            todos[number] = todos[number].replace("END:VTODO", line + "END:VTODO", 1)
    return "BEGIN:VTODO".join([head, *todos])


@pytest.fixture
def todos(plan: Path, tmp_path: Path) -> Path:
    path = tmp_path / "todos.ics"
    good("remind", plan, *NOW, "--profile", "todos", "--output", path)
    return path


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def test_a_tick_comes_home_once(plan: Path, todos: Path) -> None:
    before = plan.read_bytes()
    write(todos, ticked(todos.read_bytes().decode(), 1, **DONE))
    proposal = ("log           certain   diary             2026-11-22T21:30:00  done  "
                "(STATUS:COMPLETED; PERCENT-COMPLETE:100; COMPLETED:20261122T204000Z)\n")
    assert good("import", plan, todos, *LATER, "--dry-run") == (
        proposal + "1 to take home, 0 for a person to look at, 0 other items left alone\n")
    assert plan.read_bytes() == before
    assert good("import", plan, todos, *LATER, "--reason", "from the phone", "--origin", "desk") == (
        proposal + "1 taken home, 0 for a person to look at, 0 other items left alone\n")
    entry, = set(plan.read_text().splitlines()) - set(before.decode().splitlines())
    assert 'id="desk-1"' in entry and 'source="calendar"' in entry and 'at="2026-11-22T21:40:00+01:00"' in entry
    after = plan.read_bytes()
    assert good("import", plan, todos, *LATER, "--dry-run").startswith("0 to take home")
    assert good("import", plan, todos, *LATER).startswith("0 taken home")
    assert plan.read_bytes() == after
    day = good("occurrences", plan, *LATER, "--from", "2026-11-22", "--to", "2026-11-23")
    assert "done          Mood of the day" in day


def test_part_done_comes_home(plan: Path, todos: Path) -> None:
    write(todos, ticked(todos.read_bytes().decode(), 1, STATUS="IN-PROCESS", PERCENT_COMPLETE="40"))
    assert "partial  40 %" in good("import", plan, todos, *LATER)


def test_a_tick_taken_back_goes_home_too(plan: Path, todos: Path) -> None:
    text = todos.read_bytes().decode()
    write(todos, ticked(text, 1, **DONE))
    good("import", plan, todos, "--as-of", "2026-11-23T08:00:00+01:00")
    write(todos, ticked(good("remind", plan, "--as-of", "2026-11-23T08:00:00+01:00", "--profile", "todos"), 0,
                        STATUS="NEEDS-ACTION", PERCENT_COMPLETE="0", LAST_MODIFIED="20261123T080000Z"))
    result = run("import", plan, todos, "--as-of", "2026-11-23T10:00:00+01:00")
    assert result.code == GOOD
    assert result.out.splitlines()[-1].endswith("0 other items left alone")


def test_other_calendars_are_left_alone(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    other = tmp_path / "other.ics"
    write(other, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:theirs\r\n"
                 "DTSTAMP:20261122T000000Z\r\nSTATUS:COMPLETED\r\nSUMMARY:Dentist\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
    assert good("import", plan, other, *NOW) == "0 taken home, 0 for a person to look at, 1 other items left alone\n"
    assert good("import", plan, "-", *NOW, stdin=other.read_bytes()).startswith("0 taken home")
    assert plan.read_bytes() == before
    refused(DATA, "this is not a calendar", "import", plan, plan)
    refused(FILE, "No such file", "import", plan, tmp_path / "none.ics")
    refused(FILE, "Is a directory", "import", plan, tmp_path)
