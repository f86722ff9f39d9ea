# SPDX-License-Identifier: MIT
"""A plan, a device that syncs it with examples/caldav_sync.py, and what clients do to items: for the tests of CalDAV."""
from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import sys
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Callable, Iterator
from unittest import mock

import homework
import pytest

from caldav_server import PASSWORD, USER, Collection, Server, Write, radicale, xandikos
from common import FULL, ROOT, found
from plans import BERLIN, clock

SYNC = ROOT / "examples" / "caldav_sync.py"
MONDAY = datetime(2025, 3, 3, 12, tzinfo=BERLIN)
TITLE = "Breathe before the call"
FOREIGN = (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20250303T100000Z\r\n"
           b"SUMMARY:Milk\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
DONE, DATA, USAGE, FILE, SERVER = range(5)

with mock.patch.object(sys, "dont_write_bytecode", True), mock.patch.object(sys, "path", [str(SYNC.parent), *sys.path]):
    caldav_sync = importlib.import_module("caldav_sync")


def practice(start: datetime, uid: str | None = None) -> homework.Plan:
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
    def isatty(self) -> bool:
        return True


class Device:
    """A copy of a plan on a device that syncs with a collection through the proxy of a server."""

    def __init__(self, folder: Path, server: Server, path: str, plan: homework.Plan | None = None) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.server, self.url = folder, server, server.url(path)
        self.file = folder / "plan.xml"
        if plan is not None:
            plan.save(self.file)

    def words(self, *words: str, at: datetime | None = MONDAY) -> list[str]:
        return [str(self.file), self.url, "--user", USER, *(["--as-of", at.isoformat()] if at else []), *words]

    def run(self, *words: str, expect: int = DONE, password: str | None = PASSWORD, at: datetime | None = MONDAY,
            typed: str | None = None) -> str:
        """The program in this process, which is ten times as fast as starting it; `typed`: at a terminal, by a person."""
        environment = {"CALDAV_PASSWORD": password} if password else {}
        kind: type[io.StringIO] = io.StringIO if typed is None else Terminal
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

    def sync(self, *words: str, **more: Any) -> list[Write]:
        """Runs it, and gives what it wrote."""
        self.server.asked.clear()
        self.run("--yes", *words, **more)
        return self.server.writes()

    @property
    def plan(self) -> homework.Plan:
        return homework.load(self.file)

    @property
    def memory(self) -> Path:
        file, = self.folder.glob("*.caldav")
        return file

    def revise(self, change: Callable[[homework.Plan], object]) -> None:
        plan = self.plan
        change(plan)
        plan.save()

    def log(self) -> list[tuple[str | None, datetime, str]]:
        return [(entry.assignment, clock(entry.due), entry.extent.word) for entry in self.plan.entries if entry.state == homework.EntryState.LIVE]


def named(start: Callable[..., object]) -> str:
    return start.__name__


@pytest.fixture(scope="module", params=[radicale, xandikos] if FULL else [radicale], ids=named)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture
def collection(server: Server) -> Collection:
    """A new one for to-dos."""
    made = Collection(server.port, f"{server.home}{uuid.uuid4().hex[:8]}/")
    made.make("VTODO")
    server.asked.clear()
    server.meddle = None
    return made


@pytest.fixture
def device(tmp_path: Path, server: Server, collection: Collection) -> Device:
    return Device(tmp_path / "one", server, collection.path, practice(MONDAY))


def due(body: bytes) -> str:
    return found(rb"^DUE[^:]*:(\d{8})", body, re.M)[1].decode()


def last_modified(body: bytes) -> bytes:
    return found(rb"^LAST-MODIFIED:(\S+)", body, re.M)[1]


def name_of(collection: Collection, day: int) -> str:
    """The item of a day of March 2025."""
    name, = [name for name, body in collection.bodies().items() if due(body) == f"202503{day:02}"]
    return name


def tick(body: bytes, when: bytes = b"20250303T103000Z") -> bytes:
    """As a client ticks off that knows what it does."""
    body = body.replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED\r\nCOMPLETED:" + when)
    body = body.replace(b"PERCENT-COMPLETE:0", b"PERCENT-COMPLETE:100")
    return re.sub(rb"(?m)^LAST-MODIFIED:.*?\r?$", b"LAST-MODIFIED:" + when + b"\r", body)


def untick(body: bytes, when: bytes) -> bytes:
    body = re.sub(rb"(?m)^COMPLETED:.*\r?\n", b"", body.replace(b"STATUS:COMPLETED", b"STATUS:NEEDS-ACTION"))
    body = body.replace(b"PERCENT-COMPLETE:100", b"PERCENT-COMPLETE:0")
    return re.sub(rb"(?m)^LAST-MODIFIED:.*?\r?$", b"LAST-MODIFIED:" + when + b"\r", body)
