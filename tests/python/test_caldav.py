# SPDX-License-Identifier: MIT
"""examples/caldav_sync.py against Radicale, and in the full counts Xandikos: what it writes, what it brings home, what it leaves alone."""
from __future__ import annotations

import json
import re
import stat
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import homework

from caldav_device import (DATA, FOREIGN, MONDAY, SERVER, TITLE, Device, caldav_sync, collection, device, last_modified, name_of,  # noqa: F401
                           practice, server, tick, untick)
from caldav_server import PASSWORD, WELL, Answer, Collection, Server
from plans import BERLIN


# ---- out ----

def test_it_is_put_there_once_and_discreetly(device: Device, collection: Collection) -> None:
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


def test_every_write_names_what_it_replaces_and_nothing_tells_who_writes(device: Device, server: Server, collection: Collection) -> None:
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


def test_a_revised_plan_touches_only_what_has_changed(device: Device, collection: Collection) -> None:
    device.sync()
    before = collection.names()
    moved, excused = name_of(collection, 4), name_of(collection, 6)

    def change(plan: homework.Plan) -> None:
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


def test_what_the_plan_no_longer_wants_is_deleted(device: Device, collection: Collection) -> None:
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


def test_events_in_a_collection_of_events(tmp_path: Path, server: Server) -> None:
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

def test_a_tick_comes_home(device: Device, collection: Collection) -> None:
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


def test_what_a_client_has_added_stays(device: Device, collection: Collection) -> None:
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


def test_news_that_change_nothing_are_shown_once(device: Device, collection: Collection) -> None:
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


def test_a_to_do_that_a_client_makes_a_series_is_for_a_person(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, lambda body: body.replace(b"STATUS:", b"RRULE:FREQ=DAILY\r\nSTATUS:"))
    assert device.sync(expect=DATA) == [] and "series" in device.out and "1 left for you" in device.err
    assert device.sync() == [] and device.out == ""  # it was shown
    device.revise(lambda plan: plan.log("breathing", due="2025-03-03T19:00", change=homework.Change("client", "phone", MONDAY)))
    assert device.sync(at=MONDAY + timedelta(hours=1), expect=DATA) == [] and name in device.err
    device.sync("--withdraw", at=MONDAY + timedelta(hours=1))
    assert collection.names() == {}


def test_a_person_is_asked(device: Device, collection: Collection) -> None:
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


def test_an_interruption_keeps_what_is_known(device: Device, collection: Collection) -> None:
    with mock.patch.object(caldav_sync.Sync, "delete", side_effect=KeyboardInterrupt):
        assert "goes on from there" in device.run(expect=130)
    assert len(collection.names()) == 7 and device.sync() == []


def test_an_unticking_comes_home(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    device.sync(at=MONDAY + timedelta(hours=1))
    collection.edit(name, lambda body: untick(body, b"20250303T130000Z"))
    device.sync(at=MONDAY + timedelta(hours=3))
    assert device.log() == []
    assert device.sync(at=MONDAY + timedelta(hours=3)) == [] and b"STATUS:NEEDS-ACTION" in collection.get(name)


def test_what_was_taken_back_in_the_plan_does_not_come_back(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    device.sync(at=MONDAY + timedelta(hours=1))
    ticked, = device.plan.entries
    device.revise(lambda plan: plan.void(ticked.id, homework.Change("client", "phone", MONDAY + timedelta(hours=2))))
    device.memory.unlink()  # so that everything is read again
    device.sync(at=MONDAY + timedelta(hours=3))
    assert device.log() == [] and b"STATUS:NEEDS-ACTION" in collection.get(name)


def test_what_nobody_has_agreed_to_is_not_written_over(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    device.revise(lambda plan: plan.add(homework.Excuse("ill", "breathing", "2025-03-03T19:00", reason="illness"),
                                        homework.Change("client", "phone", MONDAY)))
    ticked = collection.get(name)
    device.server.asked.clear()
    device.run(at=MONDAY + timedelta(hours=1), expect=DATA)
    assert device.server.writes() == [] and collection.get(name) == ticked


def test_what_nobody_was_asked_about_is_not_deleted(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)
    at = MONDAY + timedelta(hours=1)
    assert "nobody is here" in device.run("--withdraw", at=at, expect=DATA)
    assert list(collection.names()) == [name] and device.log() == []
    device.sync("--withdraw", at=at)
    assert collection.names() == {} and len(device.log()) == 1


def test_who_says_no_has_been_asked(device: Device, collection: Collection) -> None:
    device.sync()
    collection.edit(name_of(collection, 3), tick)
    device.run("--withdraw", at=MONDAY + timedelta(hours=1), typed="n\n")
    assert collection.names() == {} and device.log() == []


def test_what_a_client_deletes_stays_deleted_until_the_plan_changes_it(device: Device, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 5)
    collection.ask("DELETE", name)
    assert device.sync() == [] and "deleted" in device.err
    assert device.sync() == [] and "has deleted" not in device.err and device.log() == []
    device.revise(lambda plan: plan.log("breathing", due="2025-03-05T19:00", change=homework.Change("client", "phone", MONDAY)))
    assert device.sync(at=MONDAY + timedelta(hours=1)) == [("PUT", name, WELL)]


def test_a_calendar_that_was_made_anew_is_filled_again(device: Device, collection: Collection) -> None:
    device.sync()
    collection.ask("DELETE")
    collection.make("VTODO")
    assert len(device.sync()) == 7 and len(collection.names()) == 7


def test_a_broken_item_is_left_for_a_person(device: Device, server: Server, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 5)

    def meddle(method: str, path: str) -> Answer | None:
        if method == "GET" and path.endswith(name):
            return 200, [("ETag", '"other"')], b"no calendar at all"
        return None

    collection.edit(name, lambda body: body.replace(b"PRIORITY:5", b"PRIORITY:1"))
    server.meddle = meddle
    assert name in device.run("--yes", expect=DATA)


def test_sessions_and_goals_by_switch(tmp_path: Path, server: Server) -> None:
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

def test_foreign_items_survive_everything(device: Device, collection: Collection) -> None:
    for number, name in enumerate((f"{uuid.uuid4()}.ics", "milk.ics", f"{uuid.uuid4()}-copy.ics")):
        collection.put(name, FOREIGN % f"other-{number}".encode())
    etags = collection.names()
    for words in ((), ("--dry-run",), ("--withdraw", "--dry-run"), ("--withdraw",), (), ("--withdraw",)):
        device.sync(*words)
        assert {name: etag for name, etag in collection.names().items() if name in etags} == etags
    assert collection.names() == etags


def test_everything_of_ours_goes_even_from_a_device_that_knows_nothing(device: Device, tmp_path: Path, server: Server,
                                                                       collection: Collection) -> None:
    device.sync()
    collection.edit(name_of(collection, 3), tick)
    other = Device(tmp_path / "two", server, collection.path, device.plan)
    later = MONDAY + timedelta(days=2)
    assert other.run("--withdraw", "--dry-run", at=later) and len(collection.names()) == 7
    assert {method for method, _, _ in other.sync("--withdraw", at=later)} == {"DELETE"}
    assert collection.names() == {} and other.log() == [("breathing", datetime(2025, 3, 3, 19), "done")]
    assert device.sync("--remove-all", at=later) == [] and device.sync("--withdraw", at=later) == []


def test_what_was_written_before_the_plan_changed_is_found_again(tmp_path: Path, server: Server) -> None:
    """A series gets a new name with a new schedule: the old one is known by the plan's history alone."""
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make("VEVENT")
    device = Device(tmp_path / "one", server, made.path, practice(MONDAY))
    words: tuple[str, ...] = ("--profile", "events")
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


def test_two_devices(device: Device, tmp_path: Path, server: Server, collection: Collection) -> None:
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


def test_a_device_that_knows_nothing_does_not_write_over_what_is_newer(device: Device, tmp_path: Path, server: Server,
                                                                       collection: Collection) -> None:
    other = Device(tmp_path / "two", server, collection.path, device.plan)
    device.revise(lambda plan: plan.log("breathing", due="2025-03-04T19:00", change=homework.Change("client", "phone", MONDAY)))
    device.sync(at=MONDAY + timedelta(hours=1))
    name = name_of(collection, 4)
    ticked = collection.get(name)
    other.sync(at=MONDAY + timedelta(hours=2))
    assert last_modified(collection.get(name)) >= last_modified(ticked) and b"STATUS:COMPLETED" in collection.get(name)
    assert len(other.log()) == 1
