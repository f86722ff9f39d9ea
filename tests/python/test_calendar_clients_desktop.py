# SPDX-License-Identifier: MIT
"""The code of KOrganizer and Merkuro (KCalendarCore) and of Evolution and GNOME (evolution-data-server): what they make of the
example plans' calendars, and that what they tick off comes home. Only with HW_TEST_FULL, and only if they are there;
HW_TEST_DESKTOP=1 ./dev test-all installs them, and then they must be."""
from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

import homework
from common import FULL
import ical_plans
from ical_plans import all_cases, stamp, times_by_uid
from ical_readers import HERE

WANTED = bool(os.environ.get("HW_TEST_DESKTOP"))
PACKAGES = ["KF5CalendarCore", "Qt5Gui"]
INCLUDE = "-I/usr/include/KF5/KCalendarCore"
MINUTES_AGO = datetime.timedelta(minutes=20)


def demand(is_there: object, what: str) -> None:
    if is_there:
        return
    assert not WANTED, f"{what} is not installed"
    pytest.skip(f"{what} is not installed; HW_TEST_DESKTOP=1 ./dev test-all installs it")


@pytest.fixture(scope="module", autouse=True)
def only_with_full_counts() -> None:
    if not FULL and not WANTED:
        pytest.skip("desktop clients are tried by ./dev test-all")


@pytest.fixture(scope="module")
def kde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that uses KCalendarCore."""
    found = shutil.which("pkg-config") and subprocess.run(["pkg-config", "--exists", *PACKAGES]).returncode == 0
    demand(found and shutil.which("g++"), "KCalendarCore (libkf5calendarcore-dev, qtbase5-dev)")
    program = tmp_path_factory.mktemp("kde") / "ical_kde"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *PACKAGES], check=True, capture_output=True, text=True)
    subprocess.run(["g++", "-std=c++17", "-fPIC", str(HERE / "ical_kde.cpp"), "-o", str(program), *flags.stdout.split(),
                    INCLUDE], check=True)
    return program


@pytest.fixture(scope="module")
def eds() -> None:
    bindings = subprocess.run([sys.executable, "-c", "import gi; gi.require_version('ECal', '2.0')"], capture_output=True)
    demand(shutil.which("dbus-run-session") and bindings.returncode == 0 and
           os.path.exists("/usr/libexec/evolution-source-registry"),
           "evolution-data-server (with gir1.2-ecal-2.0, python3-gi, dbus)")


def test_kde_expands_as_we_do(kde: Path, tmp_path: Path) -> None:
    cases = all_cases()
    paths = []
    for i, case in enumerate(cases):
        paths.append(tmp_path / f"{i}.ics")
        paths[-1].write_bytes(case.data)
    out = subprocess.run([str(kde), "expand", *map(str, paths)], check=True, capture_output=True, timeout=600)
    lines = out.stdout.splitlines()
    assert len(lines) == len(cases)
    for case, line in zip(cases, lines):
        said = {uid: sorted(times, key=str) for uid, times in json.loads(line)["times"].items()}
        assert said == {uid: times for uid, times in times_by_uid(case.data).items() if times}, case


def open_todos(data: bytes) -> list[str]:
    return [str(todo["UID"]) for todo in icalendar.Calendar.from_ical(data).walk("VTODO") if todo["STATUS"] == "NEEDS-ACTION"]


def take_home(plan: homework.Plan, ticked: bytes, moment: datetime.datetime, as_of: datetime.datetime) -> None:
    """One to-do was ticked off at a moment: it is one certain proposal, is logged once, and then known. One tick for something
    that is to be done several times a week is for a person to look at."""
    done, = plan.read_calendar(ticked, as_of=as_of)
    several = (plan.assignments[done.assignment].quota_times or 0) > 1
    assert (str(done.kind), str(done.certainty)) == ("conflict" if several else "log", "certain")
    if not several:
        assert str(done.extent) == "done" and done.happened == moment.replace(microsecond=0)
    change = homework.Change("client", "phone", as_of)
    assert plan.apply(plan.read_calendar(ticked, as_of=as_of), change) == (0 if several else 1)
    assert plan.apply(plan.read_calendar(ticked, as_of=as_of), change) == 0


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_ticks_of_kde_come_home(kde: Path, name: str, tmp_path: Path) -> None:
    as_of = datetime.datetime.fromisoformat(ical_plans.MOMENTS[name])
    moment = as_of - MINUTES_AGO
    plan = ical_plans.load(name)
    data = plan.to_calendar("todos", as_of=as_of)
    path = tmp_path / "todos.ics"
    path.write_bytes(data)
    uids = open_todos(data)
    assert uids
    for uid in uids:
        said = subprocess.run([str(kde), "tick", uid, moment.astimezone(ical_plans.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                               str(path)], check=True, capture_output=True)
        assert b"STATUS:COMPLETED" in said.stdout and said.stdout.count(b"BEGIN:VALARM") == data.count(b"BEGIN:VALARM")
        take_home(plan, said.stdout, moment, as_of)


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_ticks_of_evolution_come_home(eds: None, name: str, tmp_path: Path) -> None:
    as_of = datetime.datetime.fromisoformat(ical_plans.MOMENTS[name])
    moment = as_of - MINUTES_AGO
    plan = ical_plans.load(name)
    data = plan.to_calendar("todos", as_of=as_of)
    path = tmp_path / "todos.ics"
    path.write_bytes(data)
    uids = open_todos(data)
    place = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path),
             **{f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE")}}
    said = subprocess.run(["dbus-run-session", "--", sys.executable, "-B", str(HERE / "ical_eds.py"), str(path),
                           str(stamp(moment)), *uids], check=True, capture_output=True, timeout=120, env=place)
    calendars = said.stdout.split(b"BEGIN:VCALENDAR")[1:]
    assert len(calendars) == len(uids) > 0
    for one in calendars:
        take_home(plan, b"BEGIN:VCALENDAR" + one, moment, as_of)
