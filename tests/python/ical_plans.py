# SPDX-License-Identifier: MIT
"""The calendars of the example plans, each at the moment at which ./dev demo looks at it, and what the plans themselves say
that has to be in them: reckoned here from the occurrences, by the rules of homework/calendar.h."""
from __future__ import annotations

import collections
import datetime
from dataclasses import dataclass
from typing import Any, Union
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr

import homework
from homework import OccurrenceStatus as Status

from common import FULL, ROOT

UTC = datetime.timezone.utc
DAY = datetime.timedelta(1)
MINUTE = datetime.timedelta(minutes=1)
MOMENTS = {
    "first-week": "2026-11-18T19:00:00+00:00",
    "lunch-table": "2026-11-22T18:00:00+01:00",
    "one-thing-a-day": "2026-11-20T22:00:00+01:00",
    "kitchen-table": "2026-11-20T18:00:00+01:00",
    "cards-and-thoughts": "2026-10-12T18:00:00+02:00",
}
#: An instant in seconds, or a date as it is written.
Time = Union[int, str]
#: How often something begins when, by what it is called.
Shown = dict[str, collections.Counter[Time]]
PROFILES = ("events", "todos", "both", "outlook", "google")
FEED_MINUTES = 720


@dataclass(frozen=True)
class Case:
    """A calendar: of which plan, in which profile (or a withdrawal) and form (file, feed, or the nth resource)."""

    plan: str
    profile: str
    form: str
    zone: str       # the plan's
    data: bytes
    whole: bool = False     # with sessions and goals

    def __str__(self) -> str:
        return f"{self.plan}/{self.profile}/{self.form}{' with sessions and goals' if self.whole else ''}"


def load(name: str) -> homework.Plan:
    return homework.load(ROOT / "examples" / "plans" / f"{name}.xml")


def cases_of(name: str) -> list[Case]:
    """Of the resources with sessions and goals only those that there are not without."""
    plan, as_of = load(name), MOMENTS[name]
    zone = plan.settings.zone
    made: list[Case] = []

    def add(profile: str, form: str, data: bytes, whole: bool = False) -> None:
        made.append(Case(name, profile, form, zone, data, whole))

    for profile in PROFILES:
        resources = [resource.data for resource in plan.calendar_resources(profile, as_of=as_of)]
        more = [resource.data for resource in plan.calendar_resources(profile, as_of=as_of, sessions=True, goals=True)]
        add(profile, "file", plan.to_calendar(profile, as_of=as_of))
        add(profile, "feed", plan.to_calendar(profile, as_of=as_of, feed=FEED_MINUTES))
        add(profile, "file", plan.to_calendar(profile, as_of=as_of, sessions=True, goals=True), True)
        for i, data in enumerate(resources):
            add(profile, f"resource {i}", data)
        for i, data in enumerate(sorted(set(more) - set(resources))):
            add(profile, f"resource {i}", data, True)
    add("withdrawal", "file", plan.calendar_withdrawal(as_of=as_of))
    for i, resource in enumerate(plan.withdrawal_resources(as_of=as_of)[::20]):
        add("withdrawal", f"resource {i}", resource.data)
    return made


def all_cases() -> list[Case]:
    """Every one with full counts; else those of two plans, and few of their resources."""
    if FULL:
        return [case for name in MOMENTS for case in cases_of(name)]
    return [case for name in ("lunch-table", "kitchen-table") for case in cases_of(name)
            if not case.form.startswith("resource") or int(case.form.split()[1]) % 7 == 0]


# ---- what occurs, by the file alone: dateutil and zoneinfo, which have nothing of its VTIMEZONE ----

def stamp(moment: datetime.datetime) -> int:
    return int(moment.timestamp())


def bare(day: datetime.date) -> str:
    return day.strftime("%Y%m%d")


def written(value: Any) -> Time:
    """An instant, or a date as it is written."""
    if isinstance(value.dt, datetime.datetime):
        zone = value.params.get("TZID")
        return stamp(value.dt.replace(tzinfo=ZoneInfo(zone) if zone else UTC))
    return bare(value.dt)


def exdates(event: icalendar.cal.Component) -> set[datetime.date]:
    found = event.get("EXDATE", [])
    return {item.dt for each in (found if isinstance(found, list) else [found]) for item in each.dts}


def times_of(item: icalendar.cal.Component) -> list[Time]:
    """The starts of an event, or what a to-do is due."""
    if item.name == "VTODO":
        return [written(item["DUE"])] if "DUE" in item else []
    if "RRULE" not in item:
        return [written(item["DTSTART"])]
    start, out = item["DTSTART"].dt, exdates(item)
    rule = item["RRULE"].to_ical().decode()
    if not isinstance(start, datetime.datetime):
        days = rrulestr(rule, dtstart=datetime.datetime.combine(start, datetime.time()))
        return [bare(day) for day in days if day.date() not in out]
    zone = ZoneInfo(item["DTSTART"].params["TZID"]) if "TZID" in item["DTSTART"].params else UTC
    away = {each.replace(tzinfo=None) for each in out if isinstance(each, datetime.datetime)}
    return [stamp(at) for at in rrulestr(rule, dtstart=start.replace(tzinfo=zone)) if at.replace(tzinfo=None) not in away]


def items_of(data: bytes) -> list[icalendar.cal.Component]:
    return [item for item in icalendar.Calendar.from_ical(data).subcomponents if item.name != "VTIMEZONE"]


def times_by_uid(data: bytes) -> dict[str, list[Time]]:
    return {str(item["UID"]): sorted(times_of(item), key=str) for item in items_of(data)}


# ---- what has to be there, by the plan ----

def label(settings: homework.Settings, number: int, assignment: homework.Assignment) -> str:
    """What it is called in a calendar; the example plans keep to one wording."""
    if str(settings.wording) == "plain":
        return str(assignment.title)
    cover = assignment.cover if str(settings.wording) == "cover" else None
    return cover or f"Practice {number}"


def labels(plan: homework.Plan) -> dict[str, str]:
    return {a.id: label(plan.settings, i + 1, a) for i, a in enumerate(plan.assignments)}


def last_day(occurrence: homework.Occurrence, plan: homework.Plan) -> datetime.date:
    return (occurrence.closes - datetime.timedelta(seconds=1) - plan.settings.day_start * MINUTE).date()


def is_quota(plan: homework.Plan, occurrence: homework.Occurrence) -> bool:
    return str(plan.assignments[occurrence.assignment].schedule) == "quota"


def is_all_day(plan: homework.Plan, occurrence: homework.Occurrence) -> bool:
    return not isinstance(occurrence.key, datetime.datetime)


def day_of(value: datetime.date) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def event_start(plan: homework.Plan, occurrence: homework.Occurrence) -> Time:
    if is_quota(plan, occurrence):
        return bare(last_day(occurrence, plan))
    return bare(day_of(occurrence.due)) if is_all_day(plan, occurrence) else stamp(occurrence.due)


GONE = {Status.EXCUSED, Status.SUSPENDED, Status.WITHDRAWN}


def horizon(plan: homework.Plan, assignment: homework.Assignment) -> datetime.date:
    """The day up to which its events go: its own end (here: of what ends by itself), else that of the plan."""
    rule = assignment.rule or ""
    if "UNTIL" in rule or "COUNT" in rule or str(assignment.schedule) == "once":
        return datetime.date.max
    return assignment.until or plan.settings.ends or plan.settings.calendar_until or datetime.date.max


def events_wanted(name: str) -> tuple[Shown, Shown]:
    """summary -> Counter of starts that events may have; and those that they must have, since they are not after the day up
    to which calendars go."""
    plan = load(name)
    names = labels(plan)
    most: Shown = {}
    least: Shown = {}
    ends = {a.id: horizon(plan, a) for a in plan.assignments}
    reminded = {a.id for a in plan.assignments if a.reminders}
    for occurrence in plan.occurrences("2025-01-01", "2029-01-01", as_of=MOMENTS[name]):
        if occurrence.status in GONE:
            continue
        start = event_start(plan, occurrence)
        summary = names[occurrence.assignment]
        most.setdefault(summary, collections.Counter())[start] += 1
        day = last_day(occurrence, plan) if is_quota(plan, occurrence) else day_of(occurrence.due)
        if day <= ends[occurrence.assignment] and (not is_quota(plan, occurrence) or occurrence.assignment in reminded):
            least.setdefault(summary, collections.Counter())[start] += 1
    return most, least


def sessions_wanted(name: str) -> tuple[set[int], set[int]]:
    """Starts that appointments may have; and those that they must have, since they are planned and to come."""
    plan, now = load(name), datetime.datetime.fromisoformat(MOMENTS[name])
    zone = ZoneInfo(plan.settings.zone)
    starts = {session.id: session.start.replace(tzinfo=zone) for session in plan.sessions}
    return ({stamp(start) for start in starts.values()},
            {stamp(starts[session.id]) for session in plan.sessions
             if str(session.state) == "planned" and starts[session.id] > now})


def todo_due(plan: homework.Plan, occurrence: homework.Occurrence) -> Time:
    """When it is due: the closing that was agreed, a minute before it at midnight; the time planned if only an opening was."""
    assignment = plan.assignments[occurrence.assignment]
    if is_quota(plan, occurrence) or (is_all_day(plan, occurrence) and assignment.closes is not None):
        return bare(last_day(occurrence, plan))
    if is_all_day(plan, occurrence):
        return bare(day_of(occurrence.due))
    opens = assignment.opens is not None
    start = occurrence.opens if opens else occurrence.due
    due = occurrence.closes if assignment.closes is not None or not opens else occurrence.due
    if (due.hour, due.minute, due.second) == (0, 0, 0) and due - MINUTE > start:
        due -= MINUTE
    return stamp(max(due, start + MINUTE))


def todos_wanted(name: str) -> collections.Counter[tuple[str, Time]]:
    """Counter of (summary, due): what is open or answered, from a fortnight back to the next session."""
    plan = load(name)
    names = labels(plan)
    found: collections.Counter[tuple[str, Time]] = collections.Counter()
    now = datetime.datetime.fromisoformat(MOMENTS[name])
    today = (now.astimezone(ZoneInfo(plan.settings.zone)) - plan.settings.day_start * MINUTE).date()
    sessions = sorted(day_of(s.start) for s in plan.sessions if str(s.state) == "planned" and day_of(s.start) >= today)
    end = sessions[0] + DAY if sessions else today + 7 * DAY
    for occurrence in plan.occurrences(today - 31 * DAY, end, as_of=MOMENTS[name]):
        day = day_of(occurrence.key if is_quota(plan, occurrence) else occurrence.due)
        coming = day >= today or (is_quota(plan, occurrence) and occurrence.closes > now)
        waiting = (not occurrence.settled and occurrence.status in (Status.OPEN, Status.PARTIAL) and day >= today - 14 * DAY)
        if occurrence.status not in GONE | {Status.NOT_REPORTED} and day < end and (coming or waiting):
            found[names[occurrence.assignment], todo_due(plan, occurrence)] += 1
    return found
