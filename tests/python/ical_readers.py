# SPDX-License-Identifier: MIT
"""Four readers of calendars that were not written here, each giving the same plain form: a list of components (name,
properties, components within), a property being (name, zone, value), the value as a calendar writes it."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Iterable, Union

import icalendar
from common import BUILD, NODE_MODULES, found
import vobject

HERE = Path(__file__).resolve().parent
DURATION = r"([-+]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
Property = tuple[str, str, str]
Component = tuple[str, list[Property], list[Any]]
#: The starts of instances, instants or dates, by UID.
Times = dict[str, list[Union[int, str]]]
TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "TZID", "TZNAME", "PRODID"}


def tool(name: str) -> Path:
    path = BUILD / "tests" / name
    return path if path.exists() else BUILD / name


def normal(name: str, zone: str | None, value: str) -> Property:
    """The order of the parts of a rule is free, and so are the units of a duration."""
    if name == "RRULE":
        value = ";".join(sorted(value.split(";")))
    if name == "TRIGGER" and "P" in value:
        sign, weeks, days, hours, minutes, seconds = found(rf"^{DURATION}$", value).groups("0")
        span = int(weeks) * 604800 + int(days) * 86400 + int(hours) * 3600 + int(minutes) * 60 + int(seconds)
        value = str(-span if sign == "-" else span)
    return name, zone or "", value


def component(name: str, properties: Iterable[tuple[str, str | None, str]], inner: Iterable[Component]) -> Component:
    return name, sorted(normal(*p) for p in properties), sorted(inner)


# ---- python-icalendar --------------------------------------------------------------------------------------

def by_icalendar(data: bytes) -> Component:
    def convert(part: Any) -> Component:
        properties = []
        for name, value in part.property_items(recursive=False):
            if name in ("BEGIN", "END"):
                continue
            zone = value.params.get("TZID") if hasattr(value, "params") else None
            text = str(value) if name in TEXTS else value.to_ical()
            text = text.decode() if isinstance(text, bytes) else text
            properties.append((name, zone, text))
        return component(part.name, properties, [convert(p) for p in part.subcomponents])

    calendar = icalendar.Calendar.from_ical(data)
    assert not [p for p in calendar.walk() if p.errors]
    assert icalendar.Calendar.from_ical(calendar.to_ical()) == calendar
    return convert(calendar)


# ---- vobject -----------------------------------------------------------------------------------------------

def unescaped(text: str) -> str:
    out, i = [], 0
    while i < len(text):
        if text[i] == "\\" and i + 1 < len(text):
            i += 1
            out.append("\n" if text[i] in "nN" else text[i])
        else:
            out.append(text[i])
        i += 1
    return "".join(out)


def by_vobject(data: bytes) -> Component:
    def convert(part: Any) -> Component:
        properties, inner = [], []
        for child in part.getChildren():
            if isinstance(child, vobject.base.Component):
                inner.append(convert(child))
            else:
                zone = child.params.get("TZID", [None])[0]
                value = unescaped(child.value) if child.name in TEXTS else child.value
                properties.append((child.name, zone, value))
        return component(part.name, properties, inner)

    return convert(vobject.base.readOne(data.decode(), transform=False))


def validate_by_vobject(data: bytes) -> None:
    vobject.base.readOne(data.decode()).validate(raiseException=True)


# ---- libical -----------------------------------------------------------------------------------------------

def run(*command: str | Path, data: bytes) -> str:
    return subprocess.run([str(part) for part in command], input=data, check=True, capture_output=True).stdout.decode()


def by_libical(data: bytes) -> Component:
    stack: list[Component] = [("", [], [])]
    for line in run(tool("ical_dump"), "read", data=data).splitlines():
        if line.startswith("BEGIN "):
            stack.append((line[6:], [], []))
        elif line.startswith("END "):
            name, properties, inner = stack.pop()
            stack[-1][2].append(component(name, properties, inner))
        else:
            name, zone, value = line.split("\t")
            assert name != "X-LIC-ERROR", value
            stack[-1][1].append((name, zone, value))
    read: Component = stack[0][2][0]
    return read


def expand_by_libical(data: bytes) -> Times:
    """uid -> the starts of its instances, instants or dates."""
    return instances(run(tool("ical_dump"), "expand", data=data))


def instances(text: str) -> Times:
    out: Times = {}
    for line in text.splitlines():
        uid, start = line.split("\t")
        out.setdefault(uid, []).append(start if len(start) == 8 else int(start))
    return out


# ---- ical.js -----------------------------------------------------------------------------------------------

def by_ical_js(data: bytes) -> Component:
    def convert(part: Any) -> Component:
        name, properties, inner = part
        return component(name, [(name, zone, value) for name, zone, value in properties], [convert(p) for p in inner])

    return convert(json.loads(run("node", HERE / "ical_js.mjs", NODE_MODULES, "read", data=data)))


def expand_by_ical_js(data: bytes) -> Times:
    return instances(run("node", HERE / "ical_js.mjs", NODE_MODULES, "expand", data=data))
