#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The calendars of bench_calendar_peers by python-icalendar, and by ical.js and ical-generator (calendar_peers.mjs).

    calendar_peers.py FOLDER

FOLDER has todos.ics, events.ics and ticked.ics, as `bench_calendar_peers FOLDER` writes them. What is to be written is taken
out of the first two before the clock starts; what each library writes must then read as the same content. ical-generator has
no to-dos, and of an alarm no UID. Prints `time NAME NANOSECONDS`, the medians of some runs; of JavaScript only if node and
the packages of tests/npm are there (HW_NODE_MODULES, else build/npm/node_modules)."""
from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, TypeVar

import icalendar

ROOT = Path(__file__).resolve().parents[2]
MODULES = Path(os.environ.get("HW_NODE_MODULES", ROOT / "build/npm/node_modules"))
ROUNDS = 5
T = TypeVar("T", bound=Any)
Properties = list[tuple[str, Any]]
#: Of each item its properties, and those of each of its alarms.
Facts = list[tuple[Properties, list[Properties]]]
sys.path.insert(0, str(ROOT / "tests/python"))

from ical_readers import Component, by_icalendar  # noqa: E402


def measure(name: str, job: Callable[[], object]) -> None:
    times = []
    for _ in range(ROUNDS):
        begin = time.thread_time_ns()
        job()
        times.append(time.thread_time_ns() - begin)
    print(f"time {name} {statistics.median(times):.0f}")


def value_of(value: Any) -> Any:
    return value.dt if hasattr(value, "dt") else value


def properties_of(part: Any) -> Properties:
    return [(name, value_of(value)) for name, value in part.property_items(recursive=False) if name not in ("BEGIN", "END")]


def facts_of(data: bytes) -> Facts:
    """Of each item its properties and its alarms', as dates, texts and rules: what a program would have at hand."""
    return [(properties_of(item), [properties_of(alarm) for alarm in item.subcomponents])
            for item in icalendar.Calendar.from_ical(data).subcomponents if item.name != "VTIMEZONE"]


def fill(part: T, properties: Properties) -> T:
    for name, value in properties:
        part.add(name, value)
    return part


def write(kind: type[Any], facts: Facts, zone: Any) -> bytes:
    calendar = fill(icalendar.Calendar(), [("version", "2.0"), ("prodid", "-//Practice//Calendar 1//EN"),
                                           ("calscale", "GREGORIAN")])
    calendar.add_component(zone)
    for properties, alarms in facts:
        item = fill(kind(), properties)
        for alarm in alarms:
            item.add_component(fill(icalendar.Alarm(), alarm))
        calendar.add_component(item)
    return bytes(calendar.to_ical())


def done_in(data: bytes) -> int:
    return sum(str(item.get("STATUS")) == "COMPLETED" for item in icalendar.Calendar.from_ical(data).walk("VTODO"))


def same(what: str, a: object, b: object) -> None:
    if a != b:
        sys.exit(f"not equal: {what}")


def in_python(todos: bytes, events: bytes, ticked: bytes) -> None:
    zone = icalendar.Calendar.from_ical(todos).walk("VTIMEZONE")[0]
    for name, kind, data in (("todos", icalendar.Todo, todos), ("events", icalendar.Event, events)):
        facts = facts_of(data)
        same(f"{name} by python-icalendar", by_icalendar(write(kind, facts, zone)), by_icalendar(data))
        measure(f"python_write_{name}/1000", lambda: write(kind, facts, zone))
    same("what python-icalendar reads", done_in(ticked), 1000)
    measure("python_read_todos/1000", lambda: done_in(ticked))


# ical-generator has no place for CALSCALE and an alarm's UID, names the zone in properties of its own, and writes stamps as
# local times, which RFC 5545 does not allow.
OTHERWISE = re.compile(rb"(?<=BEGIN:VALARM\r\n)UID:.*\r\n|^(?:CALSCALE|TIMEZONE-ID|X-WR-TIMEZONE):.*\r\n", re.M)
STAMP = re.compile(rb"^((?:DTSTAMP|CREATED|LAST-MODIFIED):)\d{8}T\d{6}Z?", re.M)


def leaving_out(data: bytes) -> Component:
    return by_icalendar(STAMP.sub(rb"\g<1>20240101T000000Z", OTHERWISE.sub(b"", data)))


def in_javascript(folder: Path, todos: bytes, events: bytes) -> None:
    place = {**os.environ, "TZ": "Europe/Berlin"}  # ical-generator takes wall times from there
    run = subprocess.run(["node", ROOT / "tests/bench/calendar_peers.mjs", MODULES, folder, str(ROUNDS)], check=True,
                         stdout=subprocess.PIPE, env=place)
    same("to-dos by ical.js", by_icalendar((folder / "todos.ical.js.ics").read_bytes()), by_icalendar(todos))
    same("events by ical-generator", leaving_out((folder / "events.ical-generator.ics").read_bytes()), leaving_out(events))
    print(run.stdout.decode(), end="")


def main() -> None:
    folder = Path(sys.argv[1])
    todos, events, ticked = ((folder / f"{name}.ics").read_bytes() for name in ("todos", "events", "ticked"))
    in_python(todos, events, ticked)
    if shutil.which("node") and (MODULES / "ical-generator").is_dir():
        in_javascript(folder, todos, events)


if __name__ == "__main__":
    main()
