# SPDX-License-Identifier: MIT
"""Calendar clients and libraries that were not written here, each given all files at once. What one makes of a file is a dict:

    tree     [name, [[property, zone, value]...], [components]], compared after ical_readers.component
    times    uid -> instants or dates: the starts of an event, what a to-do is due
    shown    (summary, instant or date), of a client that shows no uid
    faults   what it says is wrong

A program that is not installed is a failure with HW_TEST_FULL in the environment, and a skip without."""
from __future__ import annotations

import collections
import datetime
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Callable, Sequence

import icalendar
import pytest

from common import FULL, NODE_MODULES
from ical_plans import Case, bare, stamp
from ical_readers import HERE, Component, by_icalendar, by_vobject, component, tool, validate_by_vobject

FIRST, LAST = datetime.datetime(2026, 1, 1), datetime.datetime(2028, 1, 1)  # of the example plans
EVER = (datetime.datetime(2010, 1, 1), datetime.datetime(2037, 1, 1))
Said = dict[str, Any]
Reader = Callable[[Sequence[Case], Sequence[Path]], list[Said]]
# node-ical looks for a zone that does what a VTIMEZONE says, and then takes the one that is named.
CHATTER = re.compile(rb"^\[node-ical\] resolveVTimezoneToIana: .*\n", re.M)


def tree(part: Any) -> Component:
    """A tree of a program as the readers of ical_readers give it; the icalendar gem says TZID=UTC where a Z stands."""
    name, properties, inner = part
    plain = [(n, "" if zone == "UTC" and value.endswith("Z") else zone, value) for n, zone, value in properties]
    return component(name, plain, [tree(one) for one in inner])


def answers(*command: str | Path, cases: Sequence[object], paths: Sequence[Path], **more: Any) -> list[Said]:
    """What a program says of the files: a line of JSON for each."""
    out = subprocess.run([*map(str, command), *map(str, paths)], check=True, capture_output=True, timeout=600, **more)
    assert not CHATTER.sub(b"", out.stderr), out.stderr.decode()
    found = [json.loads(line) for line in out.stdout.splitlines()]
    assert len(found) == len(cases)
    for one in found:
        if "tree" in one:
            one["tree"] = tree(one["tree"])
        if "times" in one:
            one["times"] = {uid: sorted(times, key=str) for uid, times in one["times"].items()}
    return found


# ---- Python ----

def python_icalendar(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    return [{"tree": by_icalendar(case.data)} for case in cases]


def vobject(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    for case in cases:
        if b"BEGIN:VEVENT" in case.data or b"BEGIN:VTODO" in case.data:
            validate_by_vobject(case.data)
    return [{"tree": by_vobject(case.data)} for case in cases]


def recurring_ical_events(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    import recurring_ical_events as recurring
    found = []
    for case in cases:
        times: dict[str, list[int | str]] = {}
        calendar = icalendar.Calendar.from_ical(case.data)
        for item in recurring.of(calendar, components=["VEVENT", "VTODO"]).between(*EVER):
            at = item["DUE" if item.name == "VTODO" else "DTSTART"].dt
            times.setdefault(str(item["UID"]), []).append(stamp(at) if isinstance(at, datetime.datetime) else bare(at))
        found.append({"times": {uid: sorted(each, key=str) for uid, each in times.items()}})
    return found


# ---- C ----

def libical(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    from ical_readers import by_libical, expand_by_libical
    return [{"tree": by_libical(case.data),
             "times": {uid: sorted(each, key=str) for uid, each in expand_by_libical(case.data).items()}} for case in cases]


FORMATS = ["--format-apt", "A %(start:epoch) %m\\n", "--format-recur-apt", "A %(start:epoch) %m\\n",
           "--format-event", "E %m\\n", "--format-recur-event", "E %m\\n", "--format-todo", "T %m\\n"]


def calcurse(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    """It keeps wall times of its own zone, which is set to the plan's here."""
    found = []
    for case, path in zip(cases, paths):
        folder = path.with_suffix(".calcurse")
        folder.mkdir()
        program = ["calcurse", "-D", str(folder), "-C", str(folder)]
        place = {**os.environ, "TZ": case.zone, "LC_ALL": "C.UTF-8"}
        run = subprocess.run([*program, "-q", "-i", str(path)], check=True, capture_output=True, env=place)
        days = (LAST - FIRST).days
        out = subprocess.run([*program, "-Q", "--input-datefmt", "4", "--output-datefmt", "%Y%m%d", "--from",
                              FIRST.strftime("%Y-%m-%d"), "--days", str(days), *FORMATS],
                             check=True, capture_output=True, env=place)
        shown: collections.Counter[tuple[str, int | str]] = collections.Counter()
        todos: collections.Counter[str] = collections.Counter()
        day = ""
        for line in out.stdout.decode().splitlines():
            kind, _, rest = line.partition(" ")
            if line[:8].isdigit():
                day = line[:8]
            elif kind == "A":
                at, _, summary = rest.partition(" ")
                shown[summary, int(at)] += 1
            elif kind == "E":
                shown[rest, day] += 1
            elif kind == "T":
                todos[rest] += 1
        found.append({"shown": shown, "todos": todos, "faults": (run.stdout + run.stderr).decode().split("\n")[:-1]})
    return found


# ---- node ----

def on_node(package: str) -> Reader:
    def read(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
        return answers("node", HERE / "ical_node.mjs", NODE_MODULES, package, cases=cases, paths=paths)
    return read


# ---- Ruby, Perl, PHP ----

def ruby_icalendar(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    return answers("ruby", HERE / "ical_ruby.rb", cases=cases, paths=paths)


def data_ical(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    return answers("perl", HERE / "ical_perl.pl", "Data::ICal", cases=cases, paths=paths)


def ical_parser(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    """It has no zones: every time is read as one of a single zone, which is set to the plan's here."""
    found: list[Said] = [{} for _ in cases]
    for zone in sorted({case.zone for case in cases}):
        chosen = [i for i, case in enumerate(cases) if case.zone == zone]
        said = answers("perl", HERE / "ical_perl.pl", "iCal::Parser", zone, cases=chosen, paths=[paths[i] for i in chosen])
        for i, one in zip(chosen, said):
            found[i] = one
    return found


def sabre_vobject(cases: Sequence[Case], paths: Sequence[Path]) -> list[Said]:
    return answers("php", HERE / "ical_php.php", cases=cases, paths=paths)


def has_perl(module: str) -> bool:
    return shutil.which("perl") is not None and subprocess.run(["perl", f"-M{module}", "-e1"], capture_output=True).returncode == 0


def has_ruby(gem: str) -> bool:
    return shutil.which("ruby") is not None and subprocess.run(["ruby", "-rstringio", f"-r{gem}", "-e", "0"],
                                                               capture_output=True).returncode == 0


def has_node(package: str) -> bool:
    return shutil.which("node") is not None and (NODE_MODULES / package).is_dir()


# name -> (what reads, whether it is there, its package)
CLIENTS: dict[str, tuple[Reader, Callable[[], bool], str]] = {
    "python-icalendar": (python_icalendar, lambda: True, "python3-icalendar"),
    "vobject": (vobject, lambda: True, "python3-vobject"),
    "recurring-ical-events": (recurring_ical_events, lambda: importlib.util.find_spec("recurring_ical_events") is not None,
                              "python3-recurring-ical-events"),
    "libical": (libical, lambda: tool("ical_dump").exists(), "the build"),
    "ical.js": (on_node("ical.js"), lambda: has_node("ical.js"), "npm"),
    "node-ical": (on_node("node-ical"), lambda: has_node("node-ical"), "npm"),
    "rrule-temporal": (on_node("rrule-temporal"), lambda: has_node("rrule-temporal"), "npm"),
    "icalendar for Ruby": (ruby_icalendar, lambda: has_ruby("icalendar"), "ruby-icalendar"),
    "Data::ICal": (data_ical, lambda: has_perl("Data::ICal"), "libdata-ical-perl"),
    "iCal::Parser": (ical_parser, lambda: has_perl("iCal::Parser"), "libical-parser-perl"),
    "sabre/vobject": (sabre_vobject, lambda: shutil.which("php") is not None and Path("/usr/share/php/Sabre/VObject").is_dir(),
                      "php-sabre-vobject"),
    "calcurse": (calcurse, lambda: shutil.which("calcurse") is not None, "calcurse"),
}


def said_by(name: str, cases: Sequence[Case], folder: Path) -> list[Said]:
    """What a client makes of each case."""
    read, is_there, package = CLIENTS[name]
    if not is_there():
        assert not FULL, f"{name} is not installed ({package})"
        pytest.skip(f"{name} is not installed ({package}); ./dev test-all installs it")
    paths = []
    for i, case in enumerate(cases):
        paths.append(folder / f"{i}.ics")
        paths[-1].write_bytes(case.data)
    return read(cases, paths)
