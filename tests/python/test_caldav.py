# SPDX-License-Identifier: MIT
"""examples/caldav_sync.py against Radicale: what it writes, what it brings home, what it leaves alone, and what it refuses."""
import contextlib
import importlib
import io
import json
import os
import re
import socket
import stat
import subprocess
import sys
import time
import uuid
from datetime import datetime, timedelta
from unittest import mock

import homework
import pytest

from caldav_server import NEEDED, PASSWORD, USER, WELL, Collection, radicale, xandikos
from plans import BERLIN, ROOT
from test_python_types import mypy

SYNC = ROOT / "examples" / "caldav_sync.py"
MONDAY = datetime(2025, 3, 3, 12, tzinfo=BERLIN)
TITLE = "Breathe before the call"
FOREIGN = (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20250303T100000Z\r\n"
           b"SUMMARY:Milk\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
DONE, DATA, USAGE, FILE, SERVER = range(5)

with mock.patch.object(sys, "dont_write_bytecode", True), mock.patch.object(sys, "path", [str(SYNC.parent), *sys.path]):
    caldav_sync = importlib.import_module("caldav_sync")


def practice(start, uid=None):
    """Breathing every evening from a day on, with a reminder."""
    first = homework.Change("mk", "desk", start - timedelta(hours=1))
    plan = homework.Plan("Europe/Berlin", "therapist", first, uid=uid or str(uuid.uuid4()))
    plan.add(homework.Person("client", "client"), first)
    breathing = homework.Assignment("breathing", TITLE, "relaxation", minutes=10)
    breathing.recur(f"{start:%Y-%m-%d}T19:00", "FREQ=DAILY")
    breathing.closes = "PT3H"
    breathing.remind(minutes=-30)
    plan.add(breathing, first)
    return plan


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Device:
    """A copy of a plan on a device that syncs with a collection through the proxy of a server."""

    def __init__(self, folder, server, path, plan=None):
        folder.mkdir(exist_ok=True)
        self.folder, self.server, self.url = folder, server, server.url(path)
        self.file = folder / "plan.xml"
        if plan is not None:
            plan.save(self.file)

    def words(self, *words, at=MONDAY):
        return [str(self.file), self.url, "--user", USER, *(["--as-of", at.isoformat()] if at else []), *words]

    def run(self, *words, expect=DONE, password=PASSWORD, at=MONDAY, typed=None):
        """The program in this process, which is ten times as fast as starting it; `typed`: at a terminal, by a person."""
        environment = {"CALDAV_PASSWORD": password} if password else {}
        kind = io.StringIO if typed is None else Terminal
        out, err = io.StringIO(), kind()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch.object(sys, "stdin", kind(typed)), \
                mock.patch.object(sys, "argv", ["caldav_sync.py", *self.words(*words, at=at)]), \
                mock.patch.dict(os.environ, environment):
            try:
                code = caldav_sync.main()
            except SystemExit as end:
                code = end.code
        self.out, self.err = out.getvalue(), err.getvalue()
        assert code == expect, (code, self.out, self.err)
        return self.err

    def sync(self, *words, **more):
        """Runs it, and gives what it wrote."""
        self.server.asked.clear()
        self.run("--yes", *words, **more)
        return self.server.writes()

    @property
    def plan(self):
        return homework.load(self.file)

    @property
    def memory(self):
        file, = self.folder.glob("*.caldav")
        return file

    def revise(self, change):
        plan = self.plan
        change(plan)
        plan.save()

    def log(self):
        return [(entry.assignment, entry.due, entry.extent.word) for entry in self.plan.entries if entry.state == homework.EntryState.LIVE]


@pytest.fixture(scope="module", params=[radicale, xandikos] if NEEDED else [radicale], ids=lambda start: start.__name__)
def server(request, tmp_path_factory):
    with request.param(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture
def collection(server):
    """A new one for to-dos."""
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make("VTODO")
    server.asked.clear()
    server.meddle = None
    return made


@pytest.fixture
def device(tmp_path, server, collection):
    return Device(tmp_path / "one", server, collection.path, practice(MONDAY))


def due(body):
    return re.search(rb"^DUE[^:]*:(\d{8})", body, re.M)[1].decode()


def last_modified(body):
    return re.search(rb"^LAST-MODIFIED:(\S+)", body, re.M)[1]


def name_of(collection, day):
    """The item of a day of March 2025."""
    found, = [name for name, body in collection.bodies().items() if due(body) == f"202503{day:02}"]
    return found


def tick(body, when=b"20250303T103000Z"):
    """As a client ticks off that knows what it does."""
    body = body.replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED\r\nCOMPLETED:" + when)
    body = body.replace(b"PERCENT-COMPLETE:0", b"PERCENT-COMPLETE:100")
    return re.sub(rb"(?m)^LAST-MODIFIED:.*?\r?$", b"LAST-MODIFIED:" + when + b"\r", body)


def untick(body, when):
    body = re.sub(rb"(?m)^COMPLETED:.*\r?\n", b"", body.replace(b"STATUS:COMPLETED", b"STATUS:NEEDS-ACTION"))
    body = body.replace(b"PERCENT-COMPLETE:100", b"PERCENT-COMPLETE:0")
    return re.sub(rb"(?m)^LAST-MODIFIED:.*?\r?$", b"LAST-MODIFIED:" + when + b"\r", body)


# ---- out ----

def test_it_is_put_there_once_and_discreetly(device, collection):
    assert device.run("--dry-run") and collection.names() == {} and not list(device.folder.glob("*.caldav"))
    resources = device.plan.calendar_resources("todos", as_of=MONDAY)
    assert len(resources) == 7
    written = device.sync()
    assert sorted(written) == sorted(("PUT", item.href, WELL) for item in resources)
    assert device.sync() == [] and device.sync("--dry-run") == []
    bodies = collection.bodies()
    assert set(bodies) == {item.href for item in resources}
    seen = b"".join(bodies.values()) + device.memory.read_bytes()
    assert b"reathe" not in seen and b"omework" not in seen
    assert stat.S_IMODE(device.memory.stat().st_mode) & 0o077 == 0
    assert len(json.loads(device.memory.read_text())["items"]) == 7


def test_every_write_names_what_it_replaces_and_nothing_tells_who_writes(device, server, collection):
    device.sync()
    device.revise(lambda plan: plan.add(homework.Excuse("trip", "breathing", "2025-03-05T19:00", reason="travel"),
                                        homework.Change("client", "phone", MONDAY)))
    server.asked.clear()
    device.run("--yes")
    device.run("--withdraw")
    asked = [(method, headers) for method, _, headers, _ in server.asked]
    assert {method for method, _ in asked} <= {"PROPFIND", "GET", "PUT", "DELETE"}
    for method, headers in asked:
        assert (method in ("PUT", "DELETE")) == ("If-Match" in headers or "If-None-Match" in headers)
        assert "omework" not in headers["User-Agent"]


def test_a_revised_plan_touches_only_what_has_changed(device, collection):
    device.sync()
    before = collection.names()
    moved, excused = name_of(collection, 4), name_of(collection, 6)

    def change(plan):
        client = homework.Change("client", "phone", MONDAY + timedelta(minutes=5))
        plan.log("breathing", due="2025-03-04T19:00", change=client)
        plan.add(homework.Excuse("trip", "breathing", "2025-03-06T19:00", reason="travel"), client)

    device.revise(change)
    later = MONDAY + timedelta(minutes=10)
    assert sorted(name for _, name, _ in device.sync(at=later)) == sorted([moved, excused])
    after = collection.names()
    assert {name for name in before if after.get(name) != before[name]} == {moved, excused}
    assert b"STATUS:COMPLETED" in collection.get(moved)
    assert device.sync(at=later) == []


def test_what_the_plan_no_longer_wants_is_deleted(device, collection):
    device.sync()
    foreign = f"{uuid.uuid4()}.ics"
    collection.put(foreign, FOREIGN % foreign[:-4].encode())
    later = MONDAY + timedelta(days=30)
    was = set(collection.names()) - {foreign}
    written = device.sync(at=later)
    now = set(collection.names()) - {foreign}
    assert {name for method, name, _ in written if method == "DELETE"} == was - now and was - now
    assert {name for method, name, _ in written if method == "PUT"} == now - was and now - was
    assert foreign in collection.names()


def test_events_in_a_collection_of_events(tmp_path, server):
    events = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    events.make("VEVENT")
    device = Device(tmp_path / "one", server, events.path, practice(MONDAY))
    if server.sets:
        assert "VTODO" in device.run(expect=SERVER)  # to-dos are not what it takes
    assert [status for _, _, status in device.sync("--profile", "events")] == [WELL]
    assert device.sync("--profile", "events") == []
    device.sync("--withdraw")  # whatever it was
    assert events.names() == {}


# ---- home ----

def test_a_tick_comes_home(device, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    ticked = collection.get(name)
    later = MONDAY + timedelta(hours=1)
    assert device.run(at=later, expect=DATA) and device.log() == []  # nobody agreed
    assert "COMPLETED" in device.out and TITLE in device.out
    assert device.run("--dry-run", at=later) and device.log() == []
    written = device.sync(at=later)
    assert device.log() == [("breathing", datetime(2025, 3, 3, 19), "done")]
    entry = device.plan.entries[0]
    assert entry.source == homework.Source.CALENDAR and entry.happened == datetime(2025, 3, 3, 11, 30, tzinfo=BERLIN)
    assert written == [("PUT", name, WELL)] and device.sync(at=later) == []
    assert b"BEGIN:VALARM" in ticked and b"BEGIN:VALARM" not in collection.get(name)  # what is done need not ring
    assert b"COMPLETED:20250303T103000Z" in collection.get(name)


def test_what_a_client_has_added_stays(device, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, lambda body: body.replace(b"END:VTODO", b"X-CLIENTS-OWN;A=b:keep\r\nEND:VTODO").replace(
        b"PRIORITY:5", b"PRIORITY:1"))
    assert device.sync() == []
    device.revise(lambda plan: plan.log("breathing", "partial", percent=40, due="2025-03-03T19:00",
                                        change=homework.Change("client", "phone", MONDAY)))
    assert device.sync(at=MONDAY + timedelta(hours=1)) == [("PUT", name, WELL)]
    body = collection.get(name)
    assert b"X-CLIENTS-OWN;A=b:keep" in body and b"PRIORITY:1" in body and b"PERCENT-COMPLETE:40" in body


def test_news_that_change_nothing_are_shown_once(device, collection):
    device.sync()
    moved, dismissed = name_of(collection, 4), name_of(collection, 5)
    collection.edit(moved, lambda body: re.sub(rb"LAST-MODIFIED:\w+", b"LAST-MODIFIED:20250303T113000Z", body.replace(
        b"Europe/Berlin:20250304T", b"Europe/Berlin:20250303T")))
    collection.edit(dismissed, lambda body: body.replace(b"END:VALARM", b"ACKNOWLEDGED:20250303T110000Z\r\nEND:VALARM"))
    before = device.file.read_bytes()
    later = MONDAY + timedelta(hours=2)
    assert device.sync(at=later, expect=DATA) == [] and device.out.count(TITLE) == 2 and "1 left for you" in device.err
    assert device.sync(at=later) == [] and device.out == "" and device.file.read_bytes() == before
    assert b"DUE;TZID=Europe/Berlin:20250303T" in collection.get(moved)  # it stays where the client wants it


def test_a_to_do_that_a_client_makes_a_series_is_for_a_person(device, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, lambda body: body.replace(b"STATUS:", b"RRULE:FREQ=DAILY\r\nSTATUS:"))
    assert device.sync(expect=DATA) == [] and "series" in device.out and "1 left for you" in device.err
    assert device.sync() == [] and device.out == ""  # it was shown
    device.revise(lambda plan: plan.log("breathing", due="2025-03-03T19:00", change=homework.Change("client", "phone", MONDAY)))
    assert device.sync(at=MONDAY + timedelta(hours=1), expect=DATA) == [] and name in device.err
    device.sync("--withdraw", at=MONDAY + timedelta(hours=1))
    assert collection.names() == {}


def test_a_person_is_asked(device, collection):
    with mock.patch("getpass.getpass", return_value=PASSWORD) as asked:
        assert "write 7 of 7" in device.run(password=None, typed="")
    asked.assert_called_once()
    collection.edit(name_of(collection, 3), tick)
    later = MONDAY + timedelta(hours=1)
    for typed in ("\n", "n\n", "what\n"):
        device.run(at=later, typed=typed, expect=DATA)
        assert device.log() == [] and "Log this in the plan?" in device.out and "1 left for you" in device.err
    device.run(at=later, typed="y\n")
    assert len(device.log()) == 1


def test_an_interruption_keeps_what_is_known(device, collection):
    with mock.patch.object(caldav_sync.Sync, "delete", side_effect=KeyboardInterrupt):
        assert "goes on from there" in device.run(expect=130)
    assert len(collection.names()) == 7 and device.sync() == []


def test_an_unticking_comes_home(device, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    device.sync(at=MONDAY + timedelta(hours=1))
    collection.edit(name, lambda body: untick(body, b"20250303T130000Z"))
    device.sync(at=MONDAY + timedelta(hours=3))
    assert device.log() == []
    assert device.sync(at=MONDAY + timedelta(hours=3)) == [] and b"STATUS:NEEDS-ACTION" in collection.get(name)


def test_what_nobody_has_agreed_to_is_not_written_over(device, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    device.revise(lambda plan: plan.add(homework.Excuse("ill", "breathing", "2025-03-03T19:00", reason="illness"),
                                        homework.Change("client", "phone", MONDAY)))
    ticked = collection.get(name)
    device.server.asked.clear()
    device.run(at=MONDAY + timedelta(hours=1), expect=DATA)
    assert device.server.writes() == [] and collection.get(name) == ticked


def test_what_a_client_deletes_stays_deleted_until_the_plan_changes_it(device, collection):
    device.sync()
    name = name_of(collection, 5)
    collection.ask("DELETE", name)
    assert device.sync() == [] and "deleted" in device.err
    assert device.sync() == [] and "has deleted" not in device.err and device.log() == []
    device.revise(lambda plan: plan.log("breathing", due="2025-03-05T19:00", change=homework.Change("client", "phone", MONDAY)))
    assert device.sync(at=MONDAY + timedelta(hours=1)) == [("PUT", name, WELL)]


def test_a_calendar_that_was_made_anew_is_filled_again(device, collection):
    device.sync()
    collection.ask("DELETE")
    collection.make("VTODO")
    assert len(device.sync()) == 7 and len(collection.names()) == 7


def test_a_broken_item_is_left_for_a_person(device, server, collection):
    device.sync()
    name = name_of(collection, 5)

    def meddle(method, path):
        if method == "GET" and path.endswith(name):
            return 200, [("ETag", '"other"')], b"no calendar at all"
        return None

    collection.edit(name, lambda body: body.replace(b"PRIORITY:5", b"PRIORITY:1"))
    server.meddle = meddle
    assert name in device.run("--yes", expect=DATA)


def test_sessions_and_goals_by_switch(tmp_path, server):
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make("VEVENT", "VTODO")
    plan, change = practice(MONDAY), homework.Change("mk", "desk", MONDAY - timedelta(minutes=30))
    plan.add(homework.Session("s1", start="2025-03-10T10:00", minutes=50), change)
    plan.add(homework.Goal("calm", "Calmer evenings", state="active"), change)
    device = Device(tmp_path / "one", server, made.path, plan)
    words = ("--profile", "both", "--sessions", "--goals")
    device.sync(*words)
    bodies = b"".join(made.bodies().values())
    assert bodies.count(b"SUMMARY:Appointment") == 1 and b"SUMMARY:Goal 1" in bodies and b"Calm" not in bodies
    assert device.sync(*words) == []
    assert {method for method, _, _ in device.sync("--profile", "both")} >= {"DELETE"}
    device.sync(*words)
    ignorant = Device(tmp_path / "two", server, made.path, plan)
    ignorant.sync("--withdraw")
    assert made.names() == {}


# ---- others ----

def test_foreign_items_survive_everything(device, collection):
    kept = {f"{uuid.uuid4()}.ics": None, "milk.ics": None, f"{uuid.uuid4()}-copy.ics": None}
    for number, name in enumerate(kept):
        kept[name] = FOREIGN % f"other-{number}".encode()
        collection.put(name, kept[name])
    etags = collection.names()
    for words in ((), ("--dry-run",), ("--withdraw", "--dry-run"), ("--withdraw",), (), ("--withdraw",)):
        device.sync(*words)
        assert {name: etag for name, etag in collection.names().items() if name in etags} == etags
    assert collection.names() == etags


def test_everything_of_ours_goes_even_from_a_device_that_knows_nothing(device, tmp_path, server, collection):
    device.sync()
    collection.edit(name_of(collection, 3), tick)
    other = Device(tmp_path / "two", server, collection.path, device.plan)
    later = MONDAY + timedelta(days=2)
    assert other.run("--withdraw", "--dry-run", at=later) and len(collection.names()) == 7
    assert {method for method, _, _ in other.sync("--withdraw", at=later)} == {"DELETE"}
    assert collection.names() == {} and other.log() == [("breathing", datetime(2025, 3, 3, 19), "done")]
    assert device.sync("--remove-all", at=later) == [] and device.sync("--withdraw", at=later) == []


def test_what_was_written_before_the_plan_changed_is_found_again(tmp_path, server):
    """A series gets a new name with a new schedule: the old one is known by the plan's history alone."""
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make("VEVENT")
    device = Device(tmp_path / "one", server, made.path, practice(MONDAY))
    words = ("--profile", "events")
    device.sync(*words)
    old, = made.names()
    plan, later = device.plan, MONDAY + timedelta(hours=2)
    draft = plan.assignments["breathing"].edit()
    draft.recur("2025-03-04T08:00", "FREQ=WEEKLY;BYDAY=TU")
    plan.revise(draft, homework.Change("mk", "desk", MONDAY + timedelta(hours=1)))
    new = {item.href for item in plan.calendar_resources("events", as_of=later)}
    assert new - {old}
    for number, words in enumerate((words, (*words, "--withdraw"))):
        ignorant = Device(tmp_path / f"ignorant-{number}", server, made.path, plan)
        ignorant.sync(*words, at=later)
        assert set(made.names()) == (set() if number else new)


def test_two_devices(device, tmp_path, server, collection):
    device.sync()
    other = Device(tmp_path / "two", server, collection.path, device.plan)
    assert other.sync() == []  # it is all there already
    same, different = name_of(collection, 3), name_of(collection, 4)
    collection.edit(same, tick)
    other.revise(lambda plan: plan.log("breathing", due="2025-03-04T19:00", change=homework.Change(
        "client", "tablet", MONDAY + timedelta(minutes=30))))
    at = MONDAY + timedelta(hours=1)
    other.sync(at=at)
    device.sync(at=at + timedelta(minutes=1))
    both = [("breathing", datetime(2025, 3, 3, 19), "done"), ("breathing", datetime(2025, 3, 4, 19), "done")]
    assert sorted(device.log()) == sorted(other.log()) == both
    for _ in range(3):  # it comes to rest
        last = other.sync(at=at + timedelta(minutes=2)), device.sync(at=at + timedelta(minutes=2))
    assert last == ([], [])
    one, two = device.plan, other.plan
    one.merge(two)
    statuses = one.occurrences("2025-03-03", "2025-03-05", as_of=at + timedelta(hours=1))
    assert [occurrence.status.word for occurrence in statuses] == ["done", "done"]
    assert different in collection.names()


def test_a_device_that_knows_nothing_does_not_write_over_what_is_newer(device, tmp_path, server, collection):
    other = Device(tmp_path / "two", server, collection.path, device.plan)
    device.revise(lambda plan: plan.log("breathing", due="2025-03-04T19:00", change=homework.Change("client", "phone", MONDAY)))
    device.sync(at=MONDAY + timedelta(hours=1))
    name = name_of(collection, 4)
    ticked = collection.get(name)
    other.sync(at=MONDAY + timedelta(hours=2))
    assert last_modified(collection.get(name)) >= last_modified(ticked) and b"STATUS:COMPLETED" in collection.get(name)
    assert len(other.log()) == 1


# ---- somebody else writes at the same time ----

def meanwhile(server, collection, method, name, change, times):
    """Lets somebody else change an item right before a request for it arrives, so often."""
    left = [times]

    def meddle(asked, path):
        if asked == method and path.endswith(name) and left[0]:
            left[0] -= 1
            change()

    server.meddle = meddle


def test_a_tick_between_reading_and_writing_is_not_lost(device, server, collection):
    device.sync()
    name = name_of(collection, 3)
    device.revise(lambda plan: plan.log("breathing", "partial", percent=40, due="2025-03-03T19:00",
                                        change=homework.Change("client", "phone", MONDAY)))
    later = MONDAY + timedelta(hours=1)
    meanwhile(server, collection, "PUT", name, lambda: collection.edit(name, tick), 1)
    written = device.sync(at=later)
    assert written[0] == ("PUT", name, 412)
    assert ("breathing", datetime(2025, 3, 3, 19), "done") in device.log()
    server.meddle = None
    assert device.sync(at=later) == [] and b"STATUS:COMPLETED" in collection.get(name)


def test_who_never_rests_is_left_for_a_person(device, server, collection):
    device.sync()
    name = name_of(collection, 3)
    device.revise(lambda plan: plan.log("breathing", due="2025-03-03T19:00", change=homework.Change("client", "phone", MONDAY)))
    later, priority = MONDAY + timedelta(hours=1), iter(range(1, 9))
    meanwhile(server, collection, "PUT", name, lambda: collection.edit(
        name, lambda body: re.sub(rb"PRIORITY:\d", b"PRIORITY:%d" % next(priority), body)), 9)
    assert device.sync(at=later, expect=DATA) == [("PUT", name, 412)] * 2
    server.meddle = None
    assert device.sync(at=later) == [("PUT", name, WELL)] or device.sync(at=later) == []


def test_an_item_that_appears_meanwhile(device, server, collection):
    item = device.plan.calendar_resources("todos", as_of=MONDAY)[0]
    meanwhile(server, collection, "PUT", item.href, lambda: collection.put(item.href, item.data), 1)
    written = device.sync()
    assert ("PUT", item.href, 412) in written and len(collection.names()) == 7
    server.meddle = None
    assert device.sync() == []


def test_an_item_that_changes_before_it_is_deleted(device, server, collection):
    device.sync()
    name = name_of(collection, 3)
    meanwhile(server, collection, "DELETE", name, lambda: collection.edit(name, tick), 1)
    written = device.sync("--withdraw", at=MONDAY + timedelta(hours=1))
    assert ("DELETE", name, 412) in written and collection.names() == {}
    assert device.log() == [("breathing", datetime(2025, 3, 3, 19), "done")]


def test_as_a_program(device, collection):
    words = [sys.executable, "-B", str(SYNC), *device.words()]
    environment = {**os.environ, "CALDAV_PASSWORD": PASSWORD}
    done = subprocess.run(words, capture_output=True, timeout=60, env=environment, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (DONE, b"") and b"written 7" in done.stderr and len(collection.names()) == 7
    assert PASSWORD.encode() not in done.stderr
    assert subprocess.run(words[:3], capture_output=True, timeout=60).returncode == USAGE


# ---- what it refuses, and how it fails ----

def answering(status, headers=(), body=b"", methods=("PROPFIND",), after=0):
    left = [after]

    def meddle(method, _):
        if method in methods:
            left[0] -= 1
            if left[0] < 0:
                return status, list(headers), body
        return None

    return meddle


def test_the_wrong_password(device, server, collection):
    if not server.asks:
        server.meddle = answering(401)
    assert "password" in device.run(password="wrong", expect=SERVER) and collection.names() == {}


@pytest.mark.parametrize("status, said", [(404, "nothing there"), (429, "busy"), (500, "500"), (503, "busy")])
def test_errors_of_http_are_explained(device, server, collection, status, said):
    server.meddle = answering(status)
    assert said in device.run(expect=SERVER)


@pytest.mark.parametrize("body, said", [
    (b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><m xmlns="DAV:">&b;</m>', "document type"),
    (b"<html><p>Welcome to our hotel", "XML"),
    (b'<multistatus xmlns="DAV:"/>', "no calendar"),
])
def test_strange_answers(device, server, collection, body, said):
    server.meddle = answering(207, body=body)
    assert said in device.run(expect=SERVER) and collection.names() == {}


def test_half_a_list_is_no_list(device, server, collection):
    device.sync()
    body = (f'<multistatus xmlns="DAV:"><response><href>{collection.path}</href><status>HTTP/1.1 507 Insufficient Storage</status>'
            "</response></multistatus>").encode()
    server.meddle = answering(207, body=body, after=1)
    before = device.memory.read_bytes()
    assert "only a part" in device.run(expect=SERVER) and device.memory.read_bytes() == before


def test_the_password_goes_to_no_other_host(device, server, collection):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0.2)
        server.meddle = answering(301, [("Location", f"http://127.0.0.1:{other.getsockname()[1]}/x/")])
        assert "does not get the password" in device.run(expect=SERVER)
        with pytest.raises(socket.timeout):
            other.accept()


def test_a_home_on_another_host_is_named(device, server, collection):
    body = ('<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><current-user-principal><href>https://p1.example.org/pat/'
            "</href></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>").encode()
    device.url = server.url("/")
    server.meddle = answering(207, body=body)
    assert "https://p1.example.org" in device.run(expect=SERVER)


def test_a_connection_that_breaks_and_one_that_hangs(device, server, collection):
    left = [1]

    def breaks(method, path):
        if method == "PUT" and left[0]:
            left[0] -= 1
            raise ConnectionError

    server.meddle = breaks
    assert len(device.sync()) == 7 and left == [0]
    left[0] = 10 ** 6
    device.revise(lambda plan: plan.log("breathing", due="2025-03-05T19:00", change=homework.Change("client", "phone", MONDAY)))
    assert device.run(at=MONDAY + timedelta(hours=1), expect=SERVER).startswith("The server: ")
    server.meddle = lambda method, path: time.sleep(1)
    with mock.patch("caldav_client.TIMEOUT", 0.2):
        assert "timed out" in device.run(expect=SERVER)
    server.meddle = lambda method, path: (207, [], b" " * 2000)
    with mock.patch("caldav_client.MOST_BYTES", 1000):
        assert "too long" in device.run(expect=SERVER)


def test_a_redirect_on_the_same_host_is_followed_but_not_for_ever(device, server, collection):
    device.url = server.url(collection.path.rstrip("/"))
    server.meddle = lambda method, path: ((308, [("Location", collection.path)], b"")
                                          if path == collection.path.rstrip("/") else None)
    assert len(device.sync()) == 7
    server.meddle = lambda method, path: (302, [("Location", path)], b"")
    assert "circles" in device.run(expect=SERVER)


def test_the_only_calendar_is_found_from_the_top(device, server, collection):
    device.url = server.url("/")
    Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/").make("VTODO")
    named = re.search(r"name one of these calendars: (.*)", device.run(expect=SERVER))[1].split(", ")
    assert collection.path in named and len(named) >= 2 and collection.names() == {}
    for path in named:
        if path != collection.path:
            Collection(server.port, path).ask("DELETE")
    assert len(device.sync()) == 7 == len(collection.names())


def test_a_server_that_fails_half_way(device, server, collection):
    server.meddle = answering(503, methods=("PUT",), after=3)
    assert "busy" in device.run("--yes", expect=SERVER)
    server.meddle = None
    assert len(collection.names()) == 3 and len(device.sync()) == 4 and len(collection.names()) == 7


def test_an_item_that_the_server_does_not_want(device, server, collection):
    server.meddle = answering(415, methods=("PUT",), after=6)
    assert "415" in device.run("--yes", expect=DATA)
    server.meddle = None
    assert len(device.sync()) == 1


def test_what_is_wrong_before_it_begins(device, tmp_path, collection):
    device.url = "http://calendar.example.org/"
    assert "https" in device.run(expect=SERVER)
    device.url = "https://pat:secret@calendar.example.org/"
    assert "without a user name" in device.run(expect=SERVER)
    for url in ("https://calendar.example.org:port/", "ftp://127.0.0.1/", "calendar"):
        device.url = url
        assert "https" in device.run(expect=SERVER)
    device.url = device.server.url(collection.path)
    assert "password" in device.run(expect=USAGE, password=None)
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o644)
    assert "chmod 600" in device.run("--password-file", str(secret), expect=FILE, password=None)
    secret.chmod(0o600)
    assert device.run("--password-file", str(secret), "--dry-run", password=None)
    device.run("--by", "nobody", expect=DONE)  # nothing to log: it does not matter
    device.memory.write_text("{}")
    assert "damaged" in device.run(expect=FILE)
    device.memory.write_text(json.dumps({"plan": "other", "device": "x", "items": {}}))
    assert "another plan" in device.run(expect=FILE)
    device.file.unlink()
    assert device.run(expect=FILE)


def test_a_plan_that_changes_meanwhile_is_not_written_over(device, server, collection):
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)

    def change():
        device.revise(lambda plan: plan.log("breathing", due="2025-03-05T19:00", change=homework.Change("client", "phone", MONDAY)))

    meanwhile(server, collection, "GET", name, change, 1)
    later = MONDAY + timedelta(hours=1)
    assert "run this again" in device.run("--yes", at=later, expect=FILE)
    assert [day for _, day, _ in device.log()] == [datetime(2025, 3, 5, 19)]
    device.sync(at=later)
    assert sorted(day.day for _, day, _ in device.log()) == [3, 5]


def test_its_types(tmp_path):
    assert mypy("--python-version", "3.9", SYNC, SYNC.with_name("caldav_client.py"), folder=tmp_path) == ""
