# SPDX-License-Identifier: MIT
"""Every calendar that is written is read to the same content by python-icalendar, vobject, libical and ical.js; and
what it makes occur is what the plan says, whoever reckons it: python-dateutil, libical, ical.js."""
from __future__ import annotations

import collections
import datetime
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

from common import FULL
from ical_plans import Time
from ical_readers import (Component, by_ical_js, by_icalendar, by_libical, by_vobject, expand_by_ical_js, expand_by_libical, tool,
                          validate_by_vobject)

#: Seed, events, todos, what is expected of them, the other profiles by name.
Calendar = tuple[int, bytes, bytes, dict[str, "collections.Counter[Time]"], dict[str, bytes]]
COUNT = 250 if FULL else 25
SEEDS = range(1, COUNT + 1)
OTHERS = ("both", "outlook", "google")
FEW = COUNT // 3  # of what is much the same for each profile
UTC = datetime.timezone.utc


@pytest.fixture(scope="module")
def calendars(tmp_path_factory: pytest.TempPathFactory) -> list[Calendar]:
    """One for each seed."""
    made: list[Calendar] = []
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp(f"seed{seed}")
        subprocess.run([str(tool("calendar_dump")), "plan", str(seed), str(folder)], check=True, timeout=60)
        expected: dict[str, collections.Counter[Time]] = {}
        for line in (folder / "occurrences.txt").read_text().splitlines():
            summary, start = line.split("\t")
            expected.setdefault(summary, collections.Counter())[start if len(start) == 8 else int(start)] += 1
        made.append((seed, (folder / "events.ics").read_bytes(), (folder / "todos.ics").read_bytes(), expected,
                     {name: (folder / f"{name}.ics").read_bytes() for name in OTHERS}))
    return made


def count(content: Component, name: str) -> int:
    return (content[0] == name) + sum(count(inner, name) for inner in content[2])


def test_that_there_is_something_to_read(calendars: list[Calendar]) -> None:
    events = b"".join(c[1] for c in calendars)
    todos = b"".join(c[2] for c in calendars)
    for text in (b"RRULE:FREQ=DAILY", b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=MONTHLY", b"EXDATE;TZID", b"EXDATE;VALUE=DATE",
                 b"TRIGGER:-P", b"DTSTART:", b"DTSTART;VALUE=DATE", b"RDATE:", b"BYDAY=-1"):
        assert text in events, text
    for text in (b"DUE;TZID", b"DUE;VALUE=DATE", b"STATUS:NEEDS-ACTION", b"TRIGGER;VALUE=DATE-TIME:"):
        assert text in todos, text


@pytest.mark.parametrize("which", ["events", "todos", *OTHERS])
def test_four_readers_agree(calendars: list[Calendar], which: str) -> None:
    for seed, events, todos, _, others in calendars:
        if which in OTHERS and seed > FEW:
            break
        data = {"events": events, "todos": todos, **others}[which]
        expected = by_icalendar(data)
        assert by_vobject(data) == expected, seed
        assert by_libical(data) == expected, seed
        assert by_ical_js(data) == expected, seed
        if count(expected, "VEVENT") + count(expected, "VTODO"):
            validate_by_vobject(data)


def starts_of(event: Any) -> set[Time]:
    """The instances of an event by dateutil and zoneinfo, which have nothing of the file's VTIMEZONE."""
    start = event["DTSTART"].dt
    zone = event["DTSTART"].params.get("TZID")
    if not isinstance(start, datetime.datetime):
        first = datetime.datetime.combine(start, datetime.time())
        rule = event["RRULE"].to_ical().decode() if "RRULE" in event else "FREQ=DAILY;COUNT=1"
        return {day.strftime("%Y%m%d") for day in rrulestr(rule, dtstart=first)} - {
            item.dt.strftime("%Y%m%d") for item in exdates(event)}
    start = start.replace(tzinfo=ZoneInfo(zone) if zone else UTC)
    if "RRULE" not in event:
        return {int(start.timestamp())}
    rule = event["RRULE"].to_ical().decode()
    out = {item.dt.replace(tzinfo=None) for item in exdates(event)}
    return {int(at.timestamp()) for at in rrulestr(rule, dtstart=start) if at.replace(tzinfo=None) not in out}


def exdates(event: Any) -> list[Any]:
    found = event.get("EXDATE", [])
    return [item for each in (found if isinstance(found, list) else [found]) for item in each.dts]


def test_what_occurs_is_what_the_plan_says(calendars: list[Calendar]) -> None:
    compared = 0
    for seed, events, _, expected, _ in calendars:
        calendar = icalendar.Calendar.from_ical(events)
        by_summary: dict[str, collections.Counter[Time]] = {}
        by_uid: dict[str, set[Time]] = {}
        for event in calendar.walk("VEVENT"):
            starts = starts_of(event)
            summary = str(event["SUMMARY"])
            # In a gap two times of day may be one instant: counted, not merely listed.
            by_summary.setdefault(summary, collections.Counter()).update(starts)
            by_uid[str(event["UID"])] = starts
        assert len(by_uid) == len(calendar.walk("VEVENT"))
        for summary, made in by_summary.items():
            wanted = expected.get(summary)
            if wanted is None:
                continue  # a quota, which occurrences.txt leaves out
            for kind in (int, str):
                ours: collections.Counter[Any] = collections.Counter({start: n for start, n in made.items() if isinstance(start, kind)})
                theirs: collections.Counter[Any] = collections.Counter({start: n for start, n in wanted.items() if isinstance(start, kind)})
                if not theirs or not ours:
                    continue
                last = max(ours)
                assert not collections.Counter({s: n for s, n in theirs.items() if s <= last}) - ours, (seed, summary)
                assert not ours - theirs or quotas_among(calendar, summary), (seed, summary)
                compared += len(ours)
        for expand in (expand_by_ical_js, expand_by_libical):
            assert {uid: set(starts) for uid, starts in expand(events).items()} == by_uid, (seed, expand.__name__)
    assert compared > 20 * COUNT


def quotas_among(calendar: Any, summary: str) -> bool:
    """An assignment that was a quota for a time has whole days that occurrences.txt leaves out."""
    return any(str(event["SUMMARY"]) == summary and not isinstance(event["DTSTART"].dt, datetime.datetime)
               for event in calendar.walk("VEVENT"))


ALL = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "CLASS", "STATUS", "DTSTART"}
EVENT = ALL | {"DTEND", "RRULE", "EXDATE", "TRANSP"}
TODO = ALL | {"DUE", "PERCENT-COMPLETE", "PRIORITY", "COMPLETED"}
ALLOWED = {
    "both": {"VEVENT": EVENT, "VTODO": TODO | {"RELATED-TO"}},
    "outlook": {"VEVENT": EVENT | {"X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-IMPORTANCE",
                                   "X-MICROSOFT-DISALLOW-COUNTER"}},
    "google": {"VEVENT": EVENT},
}


@pytest.mark.parametrize("which", OTHERS)
def test_a_profile_has_its_properties_and_no_others(calendars: list[Calendar], which: str) -> None:
    seen: dict[str, set[str]] = {}
    for seed, events, todos, _, others in calendars:
        calendar = icalendar.Calendar.from_ical(others[which])
        for item in calendar.subcomponents:
            if item.name == "VTIMEZONE":
                continue
            names = seen.setdefault(item.name, set())
            names |= set(item.keys())
            assert set(item.keys()) <= ALLOWED[which][item.name], seed
            alarms = item.walk("VALARM")
            for alarm in alarms:
                assert set(alarm.keys()) == {"UID", "ACTION", "TRIGGER", "DESCRIPTION"}, seed
                assert alarm["DESCRIPTION"] == item["SUMMARY"]
                if item.name == "VEVENT":
                    assert isinstance(alarm["TRIGGER"].dt, datetime.timedelta)
                    assert which != "outlook" or alarm["TRIGGER"].dt <= datetime.timedelta()
            if item.name == "VEVENT":
                assert len(alarms) <= (0 if which == "both" else 1), seed
            if which == "outlook" and "RRULE" in item:
                assert b"BYMONTHDAY=-1" not in item["RRULE"].to_ical()
            exdates_of_item = list(exdates(item)) if item.name == "VEVENT" else []
            assert len(exdates_of_item) <= 50, seed
    assert seen == ALLOWED[which]


def test_all_profiles_with_events_show_the_same(calendars: list[Calendar]) -> None:
    for seed, events, todos, _, others in calendars[:FEW]:
        def shown(data: bytes) -> collections.Counter[tuple[str, Time]]:
            made: collections.Counter[tuple[str, Time]] = collections.Counter()
            for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
                made.update((str(event["SUMMARY"]), start) for start in starts_of(event))
            return made
        wanted = shown(events)
        for which in OTHERS:
            assert shown(others[which]) == wanted, (seed, which)


def test_a_todo_names_its_event(calendars: list[Calendar]) -> None:
    named = 0
    for seed, _, todos, _, others in calendars:
        calendar = icalendar.Calendar.from_ical(others["both"])
        events = {str(event["UID"]): str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
        items = calendar.walk("VTODO")
        assert [str(t["UID"]) for t in items] == [
            str(t["UID"]) for t in icalendar.Calendar.from_ical(todos).walk("VTODO")]
        for item in items:
            if "RELATED-TO" in item:
                assert item["RELATED-TO"].params["RELTYPE"] == "SIBLING"
                assert events[str(item["RELATED-TO"])] == str(item["SUMMARY"]), seed
                named += 1
    assert named > COUNT


def test_due_is_later_than_start(calendars: list[Calendar]) -> None:
    for seed, _, todos, _, _ in calendars:
        for todo in icalendar.Calendar.from_ical(todos).walk("VTODO"):
            if "DTSTART" in todo:
                assert type(todo["DTSTART"].dt) is type(todo["DUE"].dt), seed
                assert todo["DTSTART"].dt < todo["DUE"].dt, seed


# Zones with whole and half hours, changes at midnight and around Ramadan; start, rule, days and time of the reminder.
CLOCKS = [
    ("Europe/Berlin", 'start="2025-01-10"', "FREQ=DAILY", 0, "17:00"),
    ("America/Havana", 'start="2025-01-10"', "FREQ=DAILY", 0, "17:00"),
    ("Africa/Casablanca", 'start="2025-01-10"', "FREQ=DAILY", 0, "17:00"),
    ("America/Santiago", 'start="2025-01-10"', "FREQ=WEEKLY;BYDAY=SU,MO", -7, "17:00"),
    ("Australia/Lord_Howe", 'start="2025-01-10"', "FREQ=DAILY;INTERVAL=3", 2, "17:00"),
    ("Europe/Berlin", 'start="2025-01-10" times="07:00:00"', "FREQ=DAILY", -1, "20:00"),
    ("America/New_York", 'start="2025-01-10" times="02:30:00"', "FREQ=DAILY", -3, "20:00"),
    ("Europe/Berlin", 'start="2025-01-10"', "FREQ=DAILY", -30, "20:00"),
]

RECORDED = 'effective="2025-01-02T09:00:00" recorded="2025-01-02T09:00:00Z" by="x"'
PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:libhomework:plan:1" version="0.1" uid="urn:uuid:8d0e6c1c-3f7b-4c55-9a43-5b2f0a6f1e28" xml:lang="en">
  <settings>
    <set revision="x-1" {recorded} zone="{zone}" ends="2033-03-04"/>
  </settings>
  <people>
    <person id="x" revision="x-2" {recorded} role="client"/>
  </people>
  <measures/>
  <goals/>
  <steps/>
  <assignments>
    <assignment id="a" revision="x-3" {recorded} kind="other" state="active">
      <title>A</title>
      <schedule kind="recurring" {start} rule="{rule}"/>
      <window closes="P4D"/>
      <reminder kind="prompt" days="{days}" clock="{clock}:00"/>
    </assignment>
  </assignments>
  <sessions/>
  <holds/>
  <excuses/>
  <log/>
</plan>
"""


@pytest.mark.parametrize("zone,start,rule,days,clock", CLOCKS)
def test_a_strict_client_rings_by_the_clock(tmp_path: Path, zone: str, start: str, rule: str, days: int, clock: str) -> None:
    """A TRIGGER is exact time after DTSTART, whatever the clocks do in between (RFC 5545, 3.8.6.3)."""
    path = tmp_path / "plan.xml"
    path.write_text(PLAN.format(recorded=RECORDED, zone=zone, start=start, rule=rule, days=days, clock=clock))
    subprocess.run([str(tool("calendar_dump")), "file", str(path), "2025-01-02T10:00:00Z", str(tmp_path)], check=True,
                   timeout=60)
    events = icalendar.Calendar.from_ical((tmp_path / "events.ics").read_bytes()).walk("VEVENT")
    place, rung = ZoneInfo(zone), []
    for event in events:
        (alarm,) = event.walk("VALARM")
        for first in starts_of(event):
            begin = (datetime.datetime.strptime(first, "%Y%m%d").replace(tzinfo=place).astimezone(UTC)
                     if isinstance(first, str) else datetime.datetime.fromtimestamp(first, UTC))
            at = (begin + alarm["TRIGGER"].dt).astimezone(place)
            day = begin.astimezone(place).date() + datetime.timedelta(days)
            assert (at.date(), at.strftime("%H:%M")) == (day, clock), begin
            rung.append(day)
    assert len(rung) == len(set(rung)) > 800
    assert len(events) < len(rung) / 5  # most of it is still a series
