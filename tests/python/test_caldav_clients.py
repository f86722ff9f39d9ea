# SPDX-License-Identifier: MIT
"""The whole way, with other people's programs: our resources on a server, vdirsyncer, khal and todoman on the client's side, and
examples/caldav_sync.py that brings home what was ticked off there. With HW_TEST_FULL=1, since it takes a minute."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Iterator

import homework
import pytest

from caldav_device import FOREIGN, Device, named, practice
from caldav_server import PASSWORD, USER, WELL, Collection, Server, program, radicale, xandikos
from common import FULL
from plans import BERLIN, clock

pytestmark = pytest.mark.skipif(not FULL, reason="HW_TEST_FULL=1 runs it")

VDIRSYNCER = """[general]
status_path = "status"
[pair all]
a = "local"
b = "remote"
collections = [["all", "{name}", "{name}"]]
conflict_resolution = "a wins"
[storage local]
type = "filesystem"
path = "vdir"
fileext = ".ics"
[storage remote]
type = "caldav"
url = "{url}"
username = "{user}"
password = "{password}"
"""
KHAL = """[calendars]
[[all]]
path = {folder}/vdir/{name}
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
TODOMAN = """path = "vdir/*"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "{name}"
cache_path = "cache/todoman.sqlite3"
"""


class Client:
    """A computer of the client's, with three programs on one folder of items."""

    def __init__(self, folder: Path, collection: Collection) -> None:
        folder.mkdir()
        self.folder = folder
        home, _, self.name = collection.path.rstrip("/").rpartition("/")
        words = {"name": self.name, "url": f"http://127.0.0.1:{collection.port}{home}/", "user": USER, "password": PASSWORD,
                 "folder": folder}
        for file, text in (("vdirsyncer.conf", VDIRSYNCER), ("khal.conf", KHAL), ("todoman.py", TODOMAN)):
            (folder / file).write_text(text.format(**words))
        (folder / "vdir" / self.name).mkdir(parents=True)
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "discover", "all", stdin=b"y\n" * 9)
        self.sync()

    def run(self, name: str, *words: str, stdin: bytes = b"") -> str:
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run([sys.executable, program(name), *words], cwd=self.folder, input=stdin, capture_output=True, timeout=120,
                              env=environment)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
        return done.stdout.decode()

    def sync(self) -> None:
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "sync")

    def todoman(self, *words: str) -> str:
        return self.run("todoman", "--config", "todoman.py", *words)

    def todos(self) -> dict[int, tuple[float, str]]:
        """(due in seconds, summary) of what is open, by todoman's number for it."""
        found = json.loads(self.todoman("--porcelain", "list"))
        return {todo["id"]: (todo["due"], todo["summary"]) for todo in found}

    def done(self, due: float) -> None:
        number, = [number for number, (when, _) in self.todos().items() if when == due]
        self.todoman("done", str(number))

    def delete(self, due: float) -> None:
        number, = [number for number, (when, _) in self.todos().items() if when == due]
        self.todoman("delete", "--yes", str(number))

    def khal(self, start: date, end: date) -> list[str]:
        words = self.run("khal", "-c", "khal.conf", "list", str(start), str(end), "--notstarted", "--day-format", "",
                         "--format", "{start-long}|{end-time}|{title}|{alarm-symbol}")
        return [line for line in words.splitlines() if line.strip()]


@pytest.fixture(scope="module", params=[radicale, xandikos], ids=named)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as started:
        yield started


def collection(server: Server, component: str) -> Collection:
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make(component)
    server.asked.clear()
    return made


def today() -> date:
    """The day of the plan's client, wherever this runs."""
    return datetime.now(BERLIN).date()


def noon(days: int) -> datetime:
    """So many days from today, at noon."""
    return datetime.combine(today() + timedelta(days=days), time(12), BERLIN)


def device_of(folder: Path, server: Server, made: Collection, plan: homework.Plan) -> Device:
    device = Device(folder, server, made.path, plan)
    device.sync(at=None)
    return device


#: A collection with to-dos, the device that put them there, and a client's computer.
Loop = tuple[Collection, Device, Client]


@pytest.fixture
def loop(tmp_path: Path, server: Server) -> Loop:
    made = collection(server, "VTODO")
    device = device_of(tmp_path / "desk", server, made, practice(noon(-1)))
    return made, device, Client(tmp_path / "laptop", made)


def dues(device: Device) -> dict[date, float]:
    """When the plan's to-dos that are open are due, in seconds, by their day."""
    found = {}
    for occurrence in device.plan.occurrences(today(), today() + timedelta(days=7)):
        if occurrence.status.word in ("upcoming", "open", "due"):
            found[occurrence.due.date()] = occurrence.closes.timestamp()
    return found


def test_ticked_by_todoman_and_brought_home(loop: Loop, server: Server) -> None:
    made, device, client = loop
    expected = dues(device)
    todos = client.todos()
    assert sorted(when for when, _ in todos.values()) == sorted(expected.values()) and len(expected) >= 6
    assert {summary for _, summary in todos.values()} == {"Practice 1"}

    days = sorted(expected)
    client.done(expected[days[1]])
    client.sync()
    device.sync(at=None)
    entry, = device.plan.entries
    assert (entry.assignment, clock(entry.due).date(), entry.extent.word) == ("breathing", days[1], "done")
    assert entry.source == homework.Source.CALENDAR
    assert abs(clock(entry.happened) - datetime.now(timezone.utc)) < timedelta(minutes=5)
    client.sync()
    assert device.sync(at=None) == [] and len(client.todos()) == len(todos) - 1

    def revise(plan: homework.Plan) -> None:
        plan.add(homework.Excuse("trip", "breathing", datetime.combine(days[3], time(19)),
                                 reason="travel"), homework.Change("client", "phone"))

    before = made.names()
    device.revise(revise)
    touched = {name for _, name, _ in device.sync(at=None)}
    after = made.names()
    assert len(touched) == 1 and {name for name in before if after.get(name) != before[name]} == touched
    client.sync()
    assert sorted(when for when, _ in client.todos().values()) == sorted(expected[day] for day in days if day not in (days[1], days[3]))


def test_what_a_client_deletes_or_adds(loop: Loop, server: Server) -> None:
    made, device, client = loop
    expected = dues(device)
    gone = expected[sorted(expected)[2]]
    client.delete(gone)
    client.todoman("new", "--list", client.name, "Milk")
    client.sync()
    there = made.names()
    assert device.sync(at=None) == [] and made.names() == there and len(device.plan.entries) == 0
    milk, = [name for name, body in made.bodies().items() if b"Milk" in body]
    assert {method for method, _, _ in device.sync("--withdraw", at=None)} == {"DELETE"}
    assert list(made.names()) == [milk]
    client.sync()
    assert [summary for _, summary in client.todos().values()] == ["Milk"]


def test_two_computers_of_one_client(loop: Loop, server: Server, tmp_path: Path) -> None:
    made, device, laptop = loop
    phone = Client(tmp_path / "phone", made)
    expected = dues(device)
    first, second, third = (expected[day] for day in sorted(expected)[1:4])
    laptop.done(first)
    laptop.done(second)
    phone.done(first)
    phone.done(third)
    laptop.sync()
    phone.sync()
    laptop.sync()
    device.sync(at=None)
    logged = [(clock(entry.due).date(), entry.extent.word) for entry in device.plan.entries]
    assert sorted(logged) == [(day, "done") for day in sorted(expected)[1:4]]
    for _ in range(2):
        laptop.sync()
        phone.sync()
    assert device.sync(at=None) == [] and len(device.plan.entries) == 3
    assert sorted(laptop.todos().values()) == sorted(phone.todos().values())


def test_two_copies_of_the_plan(loop: Loop, server: Server, tmp_path: Path) -> None:
    made, device, client = loop
    other = device_of(tmp_path / "practice", server, made, device.plan)
    expected = dues(device)
    days = sorted(expected)
    client.done(expected[days[1]])
    client.sync()
    other.revise(lambda plan: plan.log("breathing", due=datetime.combine(days[2], time(19)),
                                       change=homework.Change("client", "tablet")))
    for _ in range(3):
        last = other.sync(at=None), device.sync(at=None)
        client.sync()
    assert last == ([], [])
    for copy in (device, other):
        assert sorted(day.date() for _, day, _ in copy.log()) == days[1:3]
    one, two = device.plan, other.plan
    one.merge(two)
    two.merge(device.plan)
    assert one.to_bytes() == two.to_bytes()


def test_what_khal_shows(server: Server, tmp_path: Path) -> None:
    made = collection(server, "VEVENT")
    foreign = FOREIGN.replace(b"VTODO", b"VEVENT").replace(b"STATUS:COMPLETED", b"DTSTART:20200101T100000Z")
    made.put("party.ics", foreign % b"party")
    device = Device(tmp_path / "desk", server, made.path, practice(noon(-1)))
    assert [status for _, _, status in device.sync("--profile", "events", at=None)] == [WELL]
    client = Client(tmp_path / "laptop", made)
    start = today()
    lines = client.khal(start, start + timedelta(days=6))
    expected = [f"{occurrence.due:%Y-%m-%d %H:%M}" for occurrence in
                device.plan.occurrences(start, start + timedelta(days=7), as_of=noon(-1))]
    assert [line.split("|")[0] for line in lines] == expected and len(expected) == 7
    assert {line.split("|")[2] for line in lines} == {"Practice 1"}
    assert all(line.split("|")[3].strip() for line in lines), lines  # each with a bell
    device.sync("--profile", "events", "--withdraw", at=None)
    client.sync()
    assert client.khal(start, start + timedelta(days=6)) == [] and list(made.names()) == ["party.ics"]
