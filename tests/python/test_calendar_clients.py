# SPDX-License-Identifier: MIT
"""The calendars of the example plans, in every profile and form: their bytes and properties, what the plan says has to be in
them, and what a dozen clients and libraries make of them (ical_clients.py). Two plans, and the clients that are there; with
HW_TEST_FULL all plans and all clients."""
from __future__ import annotations

import collections
import contextlib
import datetime
import re
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import homework
import ical_plans
from common import FULL
from ical_clients import CLIENTS, said_by
from ical_plans import Case, Shown, Time, all_cases, cases_of, events_wanted, items_of, sessions_wanted, times_of, todos_wanted
from ical_readers import by_icalendar, tool

UTC = datetime.timezone.utc


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return all_cases()


# ---- bytes ----

LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^\";:,]+)*):(.+)")


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def test_the_bytes(cases: list[Case]) -> None:
    for case in cases:
        data = case.data
        assert data.endswith(b"\r\n") and not data.startswith(b"\xef\xbb\xbf"), case
        for line in data.split(b"\r\n"):
            assert len(line) <= 75 and not re.search(rb"[\x00-\x1f\x7f]", line), (case, line)
            line.decode()  # no character is folded in two
        for unbroken in unfolded(data):
            assert LINE.fullmatch(unbroken), (case, unbroken)  # no property is empty
            assert not unbroken.startswith(("METHOD", "ATTACH", "ATTENDEE", "ORGANIZER", "LOCATION", "URL", "CATEGORIES", "COMMENT",
                                        "CONTACT", "X-LIC", "X-LHW")), (case, unbroken)


def test_what_is_within_comes_last(cases: list[Case]) -> None:
    for case in cases:
        ended = [False]
        for line in unfolded(case.data):
            if line.startswith("BEGIN:"):
                ended[-1] = True
                ended.append(False)
            elif line.startswith("END:"):
                ended.pop()
            else:
                assert not ended[-1], (case, line)


# ---- properties ----

CALENDAR = {"VERSION", "PRODID", "CALSCALE"}
FEED = CALENDAR | {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}
ALL = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "CLASS", "STATUS", "DTSTART"}
EVENT = ALL | {"DTEND", "RRULE", "EXDATE", "TRANSP", "RELATED-TO"}
MICROSOFT = {"X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-IMPORTANCE", "X-MICROSOFT-DISALLOW-COUNTER"}
TODO = ALL | {"DUE", "PERCENT-COMPLETE", "PRIORITY", "COMPLETED", "RELATED-TO"}
ALARM = {"UID", "ACTION", "TRIGGER", "DESCRIPTION"}
# profile -> (of events, of to-dos, alarms of an event at most, alarms of a to-do at most); None = it has none of these
KINDS = {
    "events": (EVENT, None, 3, 0),
    "todos": (None, TODO, 0, 3),
    "both": (EVENT, TODO, 0, 3),
    "outlook": (EVENT | MICROSOFT, None, 1, 0),
    "google": (EVENT, None, 1, 0),
    "withdrawal": (ALL | {"TRANSP"}, ALL | {"DUE"}, 0, 0),
}
ALWAYS = {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "CLASS", "STATUS"}
STATES = {"VEVENT": {"CONFIRMED", "CANCELLED"}, "VTODO": {"NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"}}
RULE = re.compile(r"FREQ=(DAILY(;INTERVAL=\d+)?|WEEKLY(;INTERVAL=\d+)?;BYDAY=[A-Z,]+(;WKST=MO)?|MONTHLY(;INTERVAL=\d+)?;"
                  r"(BYMONTHDAY=(\d+|-1)|BYDAY=([1-4]|-1)[A-Z]{2}));(UNTIL=\d{8}(T\d{6}Z)?|COUNT=\d+)")


def look_at_alarms(case: Case, item: Any, most: int) -> None:
    alarms = item.walk("VALARM")
    assert len(alarms) <= most, case
    for alarm in alarms:
        assert set(alarm) == ALARM and alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] == item["SUMMARY"], case
        if item.name == "VTODO":
            assert alarm["TRIGGER"].dt.tzinfo is not None, case
        elif case.profile == "outlook":
            assert alarm["TRIGGER"].dt <= datetime.timedelta(), case
        else:
            assert isinstance(alarm["TRIGGER"].dt, datetime.timedelta), case


def test_each_profile_has_its_properties_and_no_others(cases: list[Case]) -> None:
    seen: collections.Counter[tuple[str, str]] = collections.Counter()
    for case in cases:
        events, todos, event_alarms, todo_alarms = KINDS[case.profile]
        for item in items_of(case.data):
            allowed, most = (events, event_alarms) if item.name == "VEVENT" else (todos, todo_alarms)
            assert allowed and set(item) <= allowed and ALWAYS <= set(item), case
            assert item["CLASS"] == "PRIVATE" and item["STATUS"] in STATES[item.name], case
            assert item["SUMMARY"].params == {} and "\n" not in item["SUMMARY"], case
            if case.profile == "withdrawal":
                assert item["STATUS"] == "CANCELLED", case
            else:
                assert "CREATED" in item and (item.name == "VTODO" or "DTEND" in item), case
            if item.name == "VEVENT":
                busy = item["SUMMARY"] == "Appointment" and item["STATUS"] == "CONFIRMED"
                assert item["TRANSP"] == ("OPAQUE" if busy else "TRANSPARENT"), case
            if case.profile == "outlook":
                assert MICROSOFT <= set(item), case
            look_at_alarms(case, item, most)
            seen.update((case.profile, name) for name in item)
    for profile in ical_plans.PROFILES:
        events, todos, _, _ = KINDS[profile]
        for needed in ("UID", "DTSTART", *(("RRULE", "EXDATE", "TRANSP") if events else ()), *(("DUE",) if todos else ())):
            assert seen[profile, needed], (profile, needed)


def test_rules_are_those_that_all_agree_on(cases: list[Case]) -> None:
    rules = 0
    for case in cases:
        for line in unfolded(re.sub(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", b"", case.data, flags=re.S)):
            if line.startswith("RRULE:"):
                assert RULE.fullmatch(line[6:]), (case, line)
                rules += 1
        for item in items_of(case.data):
            assert len(ical_plans.exdates(item)) <= (50 if case.profile == "google" else 500), case
    assert rules > 20


def test_only_feeds_have_what_feeds_have(cases: list[Case]) -> None:
    for case in cases:
        name, properties, _ = by_icalendar(case.data)
        found = {each[0] for each in properties}
        zone = {"X-WR-TIMEZONE"} if case.profile == "google" else set()
        assert found == (FEED | zone if case.form == "feed" else CALENDAR), case
        if case.form == "feed":
            assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in case.data and b"X-PUBLISHED-TTL:PT12H\r\n" in case.data


def test_a_resource_is_one_component_with_its_zone(cases: list[Case]) -> None:
    for case in (each for each in cases if each.form.startswith("resource")):
        item, = items_of(case.data)
        zones = {line.split(":")[0].split("TZID=")[1] for line in unfolded(case.data) if ";TZID=" in line}
        assert {line[5:] for line in unfolded(case.data) if line.startswith("TZID:")} == zones, case


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_the_three_forms_have_the_same_components(name: str) -> None:
    made = cases_of(name)
    for profile in ical_plans.PROFILES:
        of = {case.form: by_icalendar(case.data)[2] for case in made if case.profile == profile and not case.whole}
        pieces = [inner for form, inner in of.items() if form.startswith("resource")]
        whole = [each for each in of["file"] if each[0] != "VTIMEZONE"]
        assert of["feed"] == of["file"], profile
        assert sorted(each for inner in pieces for each in inner if each[0] != "VTIMEZONE") == whole, profile


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_a_withdrawal_names_everything(name: str) -> None:
    made = cases_of(name)
    withdrawal, = (case for case in made if case.profile == "withdrawal" and case.form == "file")
    taken_back = {str(item["UID"]): item["SEQUENCE"] for item in items_of(withdrawal.data)}
    for case in (each for each in made if each.profile != "withdrawal"):
        for item in items_of(case.data):
            assert taken_back[str(item["UID"])] > item["SEQUENCE"], (case, item["SUMMARY"])


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_nothing_of_the_plan_leaks(name: str) -> None:
    plan = ical_plans.load(name)
    for case in cases_of(name):
        assert len(plan.check_leaks(case.data)) == 0, case


# ---- what the plan says ----

def shown(data: bytes) -> tuple[Shown, collections.Counter[tuple[str, Time]]]:
    events: Shown = {}
    todos: collections.Counter[tuple[str, Time]] = collections.Counter()
    for item in items_of(data):
        if item.name == "VEVENT":
            events.setdefault(str(item["SUMMARY"]), collections.Counter()).update(times_of(item))
        else:
            todos.update((str(item["SUMMARY"]), due) for due in times_of(item))
    return events, todos


@pytest.mark.parametrize("name", ical_plans.MOMENTS)
def test_what_occurs_is_what_the_plan_says(name: str) -> None:
    most, least = events_wanted(name)
    wanted = todos_wanted(name)
    assert least and wanted
    for case in (each for each in cases_of(name) if not each.form.startswith("resource") and each.profile != "withdrawal"):
        events, todos = shown(case.data)
        appointments = events.pop("Appointment", collections.Counter())
        if case.whole and case.profile != "todos":
            assert sessions_wanted(name)[1] <= set(appointments) <= sessions_wanted(name)[0], case
        else:
            assert not appointments, case
        for summary in (set(events) | set(least)) if case.profile != "todos" else ():
            made = events.get(summary, collections.Counter())
            assert not made - most[summary], (case, summary)
            assert not least.get(summary, collections.Counter()) - made, (case, summary)
        assert todos == (wanted if case.profile in ("todos", "both") else collections.Counter()), case


# ---- what clients make of it ----

def instants(item: Any) -> list[int]:
    return sorted(at for at in times_of(item) if isinstance(at, int))


def until_in_utc(item: Any) -> list[Time] | None:
    """iCal::Parser hands a rule that ends at an instant to a library that then counts in UTC, as if the wall time of the
    first occurrence were one of UTC."""
    if "RRULE" not in item or "TZID" not in item["DTSTART"].params:
        return None
    until, = item["RRULE"]["UNTIL"]
    zone = ZoneInfo(item["DTSTART"].params["TZID"])
    walls = [datetime.datetime.fromtimestamp(at, zone).replace(tzinfo=UTC) for at in instants(item)]
    return [ical_plans.stamp(wall) for wall in walls if wall <= until.replace(tzinfo=UTC)]


def only_rules(item: Any) -> list[Time] | None:
    """rrule-temporal is a library for rules, and is given nothing else."""
    return None if item.name == "VEVENT" and "RRULE" in item else []


def no_todos(item: Any) -> list[Time] | None:
    """iCal::Parser lists to-dos apart, without saying whether one is due on a day or at a time."""
    return [] if item.name == "VTODO" else None


def offset(at: float, zone: ZoneInfo) -> datetime.timedelta:
    return datetime.datetime.fromtimestamp(at, zone).utcoffset() or datetime.timedelta()


def end_by_the_first_offset(item: Any) -> list[Time] | None:
    """recurring-ical-events ends a series by the offset that its zone has at the beginning: one that begins in winter and ends in
    summer lacks its last occurrence."""
    if "RRULE" not in item or "TZID" not in item["DTSTART"].params:
        return None
    zone, times = ZoneInfo(item["DTSTART"].params["TZID"]), instants(item)
    return [*times[:-1]] if offset(times[-1], zone) > offset(times[0], zone) else None


def late_after_a_gap(item: Any) -> list[Time] | None:
    """sabre/vobject 2.1 steps from day to day within a week. A wall time that one of these days does not have becomes a later
    one, and stays so."""
    if "RRULE" not in item or "TZID" not in item["DTSTART"].params or item["RRULE"]["FREQ"] != ["WEEKLY"]:
        return None
    zone, times = ZoneInfo(item["DTSTART"].params["TZID"]), instants(item)
    wall, day = item["DTSTART"].dt.replace(tzinfo=zone), datetime.timedelta(1)
    monday = wall.date() - wall.weekday() * day
    every = item["RRULE"].get("INTERVAL", [1])[0]
    while wall.timestamp() < times[-1]:
        there = datetime.datetime.fromtimestamp(wall.timestamp(), zone)
        steps = (wall.date() - monday).days // 7 % every == 0
        if steps and there.replace(tzinfo=None) != wall.replace(tzinfo=None):
            late = int((there.replace(tzinfo=None) - wall.replace(tzinfo=None)).total_seconds())
            moved = [at if at < wall.timestamp() else at + late for at in times]
            return [at for at in moved if at <= times[-1]]
        wall += day
    return None


def undated_in_2038(item: Any) -> list[Time] | None:
    """recurring-ical-events gives a to-do without dates the last day that it knows, and shows it in any span."""
    return ["20380101"] if item.name == "VTODO" and "DTSTART" not in item and "DUE" not in item else None


# What a client is known to make of an item instead of what is right; None = what is right.
KNOWN = {
    "recurring-ical-events": [undated_in_2038, end_by_the_first_offset],
    "sabre/vobject": [late_after_a_gap],
    "iCal::Parser": [until_in_utc, no_todos],
    "rrule-temporal": [only_rules],
}


def expected_of(client: str, case: Case) -> dict[str, list[Time]]:
    wanted = {}
    for item in items_of(case.data):
        known = [times for fault in KNOWN.get(client, []) if (times := fault(item)) is not None]
        times = sorted(known[0] if known else times_of(item), key=str)
        if times:
            wanted[str(item["UID"])] = times
    return wanted


@pytest.mark.parametrize("client", CLIENTS)
def test_client(client: str, cases: list[Case], tmp_path: Path) -> None:
    compared = 0
    for case, said in zip(cases, said_by(client, cases, tmp_path)):
        assert not said.get("faults"), case
        if "tree" in said:
            assert said["tree"] == by_icalendar(case.data), case
            compared += 1
        if "times" in said:
            assert {uid: times for uid, times in said["times"].items() if times} == expected_of(client, case), case
            compared += len(said["times"])
        if "shown" in said:
            events, todos = shown(case.data)
            assert said["shown"] == sum((collections.Counter({(summary, at): n for at, n in made.items()})
                                         for summary, made in events.items()), collections.Counter()), case
            assert said["todos"] == collections.Counter(str(item["SUMMARY"]) for item in items_of(case.data)
                                                        if item.name == "VTODO"), case
            compared += len(said["shown"])
    assert compared > 30


# Those that have zones, and take any of them: iCal::Parser and calcurse know one, and icalendar for Ruby fails on the zones that
# have no yearly rule. ical.js and libical have plans of their own in test_calendars.py.
ANYWHERE = ["recurring-ical-events", "node-ical", "rrule-temporal", "Data::ICal", "sabre/vobject"]


@pytest.mark.skipif(not FULL, reason="HW_TEST_FULL=1 runs it")
@pytest.mark.parametrize("client", ANYWHERE)
def test_client_anywhere(client: str, tmp_path: Path) -> None:
    """Random plans in zones of all kinds, with revisions, holds, moves and tapers."""
    made = []
    for seed in range(1, 41):
        subprocess.run([str(tool("calendar_dump")), "plan", str(seed), str(tmp_path)], check=True, timeout=60)
        made += [ical_plans.Case(f"seed {seed}", name, "file", "UTC", (tmp_path / f"{name}.ics").read_bytes())
                 for name in ("both", "outlook")]
    compared = 0
    for case, said in zip(made, said_by(client, made, tmp_path)):
        assert "tree" not in said or said["tree"] == by_icalendar(case.data), case
        if "times" in said:
            assert {uid: times for uid, times in said["times"].items() if times} == expected_of(client, case), case
        compared += len(said.get("times", [1] * 20))
    assert compared > 200


def test_ruby_wants_yearly_rules(tmp_path: Path) -> None:
    """icalendar for Ruby asks every part of a zone when it began last, and fails on one that has not begun yet. Where rules come
    back every year, all of them have."""
    agreed = homework.Change("mk", "desk", "2025-03-03T17:40:00Z")
    for zone, fails in (("Europe/Berlin", False), ("Africa/Casablanca", True)):
        plan = homework.Plan(zone, "therapist", agreed)
        practice = homework.Assignment("practice", "Practice", "relaxation")
        practice.recur("2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,TH")
        practice.until = "2025-06-01"
        plan.add(practice, agreed)
        case = ical_plans.Case(zone, "events", "file", zone, plan.to_calendar("events", as_of="2025-03-03T17:40:00Z"))
        with contextlib.ExitStack() as stack:
            if fails:
                stack.enter_context(pytest.raises(subprocess.CalledProcessError))
            assert said_by("icalendar for Ruby", [case], tmp_path)[0]["tree"] == by_icalendar(case.data)
