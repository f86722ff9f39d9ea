# SPDX-License-Identifier: MIT
"""examples/caldav_sync.py when somebody else writes at the same time, and when the server, the network or the files fail."""
from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Callable, Iterable, Sequence
from unittest import mock
from urllib.parse import unquote

import homework
import pytest

from caldav_device import (DATA, DONE, FILE, MONDAY, SERVER, SYNC, USAGE, Device, collection, device, name_of, server, tick)  # noqa: F401
from caldav_server import PASSWORD, WELL, XML, Answer, Collection, Server
from common import found
from test_python_types import mypy


# ---- somebody else writes at the same time ----

def meanwhile(server: Server, collection: Collection, method: str, name: str, change: Callable[[], object], times: int) -> None:
    """Lets somebody else change an item right before a request for it arrives, so often."""
    left = [times]

    def meddle(asked: str, path: str) -> None:
        if asked == method and path.endswith(name) and left[0]:
            left[0] -= 1
            change()

    server.meddle = meddle


def test_a_tick_between_reading_and_writing_is_not_lost(device: Device, server: Server, collection: Collection) -> None:
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


def test_who_never_rests_is_left_for_a_person(device: Device, server: Server, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    device.revise(lambda plan: plan.log("breathing", due="2025-03-03T19:00", change=homework.Change("client", "phone", MONDAY)))
    later, priority = MONDAY + timedelta(hours=1), iter(range(1, 9))
    meanwhile(server, collection, "PUT", name, lambda: collection.edit(
        name, lambda body: re.sub(rb"PRIORITY:\d", b"PRIORITY:%d" % next(priority), body)), 9)
    assert device.sync(at=later, expect=DATA) == [("PUT", name, 412)] * 2
    server.meddle = None
    assert device.sync(at=later) == [("PUT", name, WELL)] or device.sync(at=later) == []


def test_an_item_that_appears_meanwhile(device: Device, server: Server, collection: Collection) -> None:
    item = device.plan.calendar_resources("todos", as_of=MONDAY)[0]
    meanwhile(server, collection, "PUT", item.href, lambda: collection.put(item.href, item.data), 1)
    written = device.sync()
    assert ("PUT", item.href, 412) in written and len(collection.names()) == 7
    server.meddle = None
    assert device.sync() == []


def test_an_item_that_changes_before_it_is_deleted(device: Device, server: Server, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    meanwhile(server, collection, "DELETE", name, lambda: collection.edit(name, tick), 1)
    written = device.sync("--withdraw", at=MONDAY + timedelta(hours=1))
    assert ("DELETE", name, 412) in written and collection.names() == {}
    assert device.log() == [("breathing", datetime(2025, 3, 3, 19), "done")]


def test_as_a_program(device: Device, collection: Collection) -> None:
    words = [sys.executable, "-B", str(SYNC), *device.words()]
    environment = {**os.environ, "CALDAV_PASSWORD": PASSWORD}
    done = subprocess.run(words, capture_output=True, timeout=60, env=environment, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (DONE, b"") and b"written 7" in done.stderr and len(collection.names()) == 7
    assert PASSWORD.encode() not in done.stderr
    assert subprocess.run(words[:3], capture_output=True, timeout=60).returncode == USAGE


# ---- what it refuses, and how it fails ----

def answering(status: int, headers: Iterable[tuple[str, str]] = (), body: bytes = b"", methods: Sequence[str] = ("PROPFIND",),
              after: int = 0) -> Callable[[str, str], Answer | None]:
    left = [after]

    def meddle(method: str, _: str) -> Answer | None:
        if method in methods:
            left[0] -= 1
            if left[0] < 0:
                return status, list(headers), body
        return None

    return meddle


def test_the_wrong_password(device: Device, server: Server, collection: Collection) -> None:
    if not server.asks:
        server.meddle = answering(401)
    assert "password" in device.run(password="wrong", expect=SERVER) and collection.names() == {}


@pytest.mark.parametrize("status, said", [(404, "nothing there"), (429, "busy"), (500, "500"), (503, "busy")])
def test_errors_of_http_are_explained(device: Device, server: Server, collection: Collection, status: int, said: str) -> None:
    server.meddle = answering(status)
    assert said in device.run(expect=SERVER)


@pytest.mark.parametrize("body, said", [
    (b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><m xmlns="DAV:">&b;</m>', "document type"),
    (b"<html><p>Welcome to our hotel", "XML"),
    (b'<multistatus xmlns="DAV:"/>', "no calendar"),
    (b'<?xml version="1.0" encoding="nowhere"?><multistatus xmlns="DAV:"/>', "XML"),
    (b'<multistatus xmlns="DAV:"><response><href>http://[1/</href></response></multistatus>', "address that is none"),
])
def test_strange_answers(device: Device, server: Server, collection: Collection, body: bytes, said: str) -> None:
    server.meddle = answering(207, body=body)
    assert said in device.run(expect=SERVER) and collection.names() == {}


def test_half_a_list_is_no_list(device: Device, server: Server, collection: Collection) -> None:
    device.sync()
    body = (f'<multistatus xmlns="DAV:"><response><href>{collection.path}</href><status>HTTP/1.1 507 Insufficient Storage</status>'
            "</response></multistatus>").encode()
    server.meddle = answering(207, body=body, after=1)
    before = device.memory.read_bytes()
    assert "only a part" in device.run(expect=SERVER) and device.memory.read_bytes() == before


@pytest.mark.parametrize("link", ["http://[1/", "http://127.0.0.1:x/"])
def test_links_that_are_none(device: Device, server: Server, collection: Collection, link: str) -> None:
    server.meddle = answering(301, [("Location", link)])
    assert "address that is none" in device.run(expect=SERVER)


def test_an_etag_that_no_header_can_take(device: Device, server: Server, collection: Collection) -> None:
    body = collection.ask("PROPFIND", body=b'<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>', Depth="0", **XML)[2]
    name = device.plan.calendar_resources("todos", as_of=MONDAY)[0].href
    listed = (f'<multistatus xmlns="DAV:"><response><href>{collection.path}{name}</href><propstat><prop><getetag>"1&#10;X: \u20ac"'
              "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>").encode()
    answers = iter([body, listed])
    server.meddle = lambda method, _: (207, [], next(answers)) if method == "PROPFIND" else (
        (200, [], b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") if method == "GET" else None)
    device.run("--withdraw", "--yes", expect=SERVER)


def test_an_address_as_people_type_it(device: Device, server: Server, collection: Collection) -> None:
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}%20%C3%9Cbung/")
    made.make("VTODO")
    device.url = server.url(unquote(made.path))
    assert len(device.sync()) == 7 == len(made.names())


def test_the_password_goes_to_no_other_host(device: Device, server: Server, collection: Collection) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0.2)
        server.meddle = answering(301, [("Location", f"http://127.0.0.1:{other.getsockname()[1]}/x/")])
        assert "does not get the password" in device.run(expect=SERVER)
        with pytest.raises(socket.timeout):
            other.accept()


def test_a_home_on_another_host_is_named(device: Device, server: Server, collection: Collection) -> None:
    body = ('<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><current-user-principal><href>https://p1.example.org/pat/'
            "</href></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>").encode()
    device.url = server.url("/")
    server.meddle = answering(207, body=body)
    assert "https://p1.example.org" in device.run(expect=SERVER)


def test_a_connection_that_breaks_and_one_that_hangs(device: Device, server: Server, collection: Collection) -> None:
    left = [1]

    def breaks(method: str, path: str) -> None:
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
    with mock.patch("caldav_client.MOST_SECONDS", -1):
        assert "takes too long" in device.run(expect=SERVER)


def test_a_redirect_on_the_same_host_is_followed_but_not_for_ever(device: Device, server: Server, collection: Collection) -> None:
    device.url = server.url(collection.path.rstrip("/"))
    server.meddle = lambda method, path: ((308, [("Location", collection.path)], b"")
                                          if path == collection.path.rstrip("/") else None)
    assert len(device.sync()) == 7
    server.meddle = lambda method, path: (302, [("Location", path)], b"")
    assert "circles" in device.run(expect=SERVER)


def test_the_only_calendar_is_found_from_the_top(device: Device, server: Server, collection: Collection) -> None:
    device.url = server.url("/")
    Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/").make("VTODO")
    named = found(r"name one of these calendars: (.*)", device.run(expect=SERVER))[1].split(", ")
    assert collection.path in named and len(named) >= 2 and collection.names() == {}
    for path in named:
        if path != collection.path:
            Collection(server.port, path).ask("DELETE")
    assert len(device.sync()) == 7 == len(collection.names())


def test_a_server_that_fails_half_way(device: Device, server: Server, collection: Collection) -> None:
    server.meddle = answering(503, methods=("PUT",), after=3)
    assert "busy" in device.run("--yes", expect=SERVER)
    server.meddle = None
    assert len(collection.names()) == 3 and len(device.sync()) == 4 and len(collection.names()) == 7


def test_an_item_that_the_server_does_not_want(device: Device, server: Server, collection: Collection) -> None:
    server.meddle = answering(415, methods=("PUT",), after=6)
    assert "415" in device.run("--yes", expect=DATA)
    server.meddle = None
    assert len(device.sync()) == 1


def test_what_is_wrong_before_it_begins(device: Device, tmp_path: Path, collection: Collection) -> None:
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


def test_a_plan_that_changes_meanwhile_is_not_written_over(device: Device, server: Server, collection: Collection) -> None:
    device.sync()
    name = name_of(collection, 3)
    collection.edit(name, tick)

    def change() -> None:
        device.revise(lambda plan: plan.log("breathing", due="2025-03-05T19:00", change=homework.Change("client", "phone", MONDAY)))

    meanwhile(server, collection, "GET", name, change, 1)
    later = MONDAY + timedelta(hours=1)
    assert "run this again" in device.run("--yes", at=later, expect=FILE)
    assert [day for _, day, _ in device.log()] == [datetime(2025, 3, 5, 19)]
    device.sync(at=later)
    assert sorted(day.day for _, day, _ in device.log()) == [3, 5]


def test_its_types(tmp_path: Path) -> None:
    assert mypy("--python-version", "3.9", SYNC, SYNC.with_name("caldav_client.py"), folder=tmp_path) == ""
