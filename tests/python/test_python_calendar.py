# SPDX-License-Identifier: MIT
"""Calendars, reminders and the search for leaks from Python: what the methods give, as sequences and tables, and what they refuse."""
from __future__ import annotations

import hashlib
import re
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable

import homework
import icalendar
import pytest
from homework import LeakKind, LeakPlace, ProposalKind, ReminderKind, RingState

from common import found
from plans import AGREED, BERLIN, clock, small_plan

NOON = datetime(2025, 3, 3, 12, tzinfo=BERLIN)
NOW = datetime(2025, 3, 3, 18, tzinfo=BERLIN)
CLIENT = homework.Change("client", "phone", NOW)


def lines(data: bytes) -> list[str]:
    """The content lines, unfolded."""
    return re.sub(rb"\r\n[ \t]", b"", data).decode().split("\r\n")


def agreed_plan() -> homework.Plan:
    """The small plan with sessions, and with settings that say something of reminders."""
    plan = small_plan()
    change = homework.Change("mk", "desk", AGREED)
    plan.add(homework.Session("next", start="2025-03-13T17:00", minutes=50), change)
    return plan


# ---- pieces of a calendar ----

@pytest.mark.parametrize("profile", list(homework.CalendarProfile), ids=str)
def test_resources_are_the_calendar_in_pieces(profile: homework.CalendarProfile) -> None:
    plan = agreed_plan()
    resources = plan.calendar_resources(profile, as_of=NOW, until="2025-03-20", sessions=True, goals=True)
    whole = icalendar.Calendar.from_ical(plan.to_calendar(profile, as_of=NOW, until="2025-03-20", sessions=True, goals=True))
    expected = [part.to_ical() for part in whole.subcomponents if part.name != "VTIMEZONE"]
    found = []
    for resource in resources:
        assert isinstance(resource, homework.CalendarResource) and isinstance(resource.data, bytes)
        assert resource.href == f"{resource.uid}.ics" and re.fullmatch(r"[0-9a-f-]{36}", str(resource.uid))
        assert resource.etag == hashlib.sha1(resource.data).hexdigest()
        piece = icalendar.Calendar.from_ical(resource.data)
        part, = [part for part in piece.subcomponents if part.name != "VTIMEZONE"]
        assert str(part["UID"]) == resource.uid and "METHOD" not in piece and "NAME" not in piece
        found.append(part.to_ical())
    assert found == expected and len(found) >= 2


def test_resources_are_a_sequence() -> None:
    resources = small_plan().calendar_resources("todos", as_of=NOW, until="2025-03-14")
    assert len(resources) == 4 and resources[-1] == resources[3] and resources[1:3] == (resources[1], resources[2])
    assert list(reversed(resources))[0] == resources[3] and resources[0] in resources
    assert len({resource.uid for resource in resources}) == 4
    for index in (4, -5):
        with pytest.raises(IndexError):
            resources[index]
    with pytest.raises(TypeError):
        resources["0"]  # type: ignore[call-overload]
    assert len(small_plan().calendar_resources("todos", as_of=NOW, until="2025-03-03")) == 0


def test_a_change_of_the_plan_changes_only_its_resources() -> None:
    plan = small_plan()
    before = {piece.uid: piece for piece in plan.calendar_resources("todos", as_of=NOW, until="2025-03-14")}
    plan.log("breathing", due="2025-03-06T19:00", change=CLIENT)
    after = {piece.uid: piece for piece in plan.calendar_resources("todos", as_of=NOW, until="2025-03-14")}
    assert set(before) == set(after)
    changed, = [uid for uid in before if before[uid].etag != after[uid].etag]
    assert "STATUS:COMPLETED" in lines(after[changed].data)
    assert all(before[uid] == after[uid] for uid in before if uid != changed)


def test_files_fit_their_clients() -> None:
    plan = small_plan()
    file, = plan.calendar_files(as_of=NOW)
    assert (file.uid, file.href, file.data) == (None, "practice-1.ics", plan.to_calendar(as_of=NOW))
    change = homework.Change("mk", "desk", AGREED)
    for number in range(500):
        extra = homework.Assignment(f"extra-{number}", "Extra", "other")
        extra.once(f"2025-03-{5 + number % 20:02}T{8 + number % 12:02}:00")
        extra.remind(minutes=-10)
        plan.add(extra, change)
    files = plan.calendar_files("outlook", as_of=NOW)
    counts = [file.data.count(b"BEGIN:VEVENT") for file in files]
    assert sum(counts) == 501 and max(counts) < 500 and [file.href for file in files] == ["practice-1.ics", "practice-2.ics"]
    assert len(plan.calendar_files("google", as_of=NOW)) == 1


def test_feeds() -> None:
    plan = small_plan()
    for data in (plan.to_calendar("google", as_of=NOW, feed=90, name="Evenings; and more"),
                 plan.calendar_files("google", as_of=NOW, feed=90, name="Evenings; and more")[0].data):
        assert {r"NAME:Evenings\; and more", r"X-WR-CALNAME:Evenings\; and more", "REFRESH-INTERVAL;VALUE=DURATION:PT1H30M",
                "X-PUBLISHED-TTL:PT1H30M", "X-WR-TIMEZONE:Europe/Berlin"} <= set(lines(data))
    assert not re.search(rb"(?m)^(X-WR-|NAME|REFRESH|X-PUB)", plan.to_calendar("google", as_of=NOW))
    assert re.search(rb"\r\nNAME:\w+\r\n", plan.to_calendar(as_of=NOW, feed=15))  # a neutral one
    for minutes in (14, 40321, -1):
        with pytest.raises(homework.RangeError):
            plan.to_calendar(as_of=NOW, feed=minutes)
    for name, error in (("two\nlines", homework.ParseError), ("x" * 201, homework.LimitError)):
        with pytest.raises(error):
            plan.to_calendar(as_of=NOW, feed=60, name=name)


def test_sessions_and_goals_are_by_switch() -> None:
    plan = agreed_plan()
    assert b"Appointment" not in plan.to_calendar("both", as_of=NOW) and b"Goal" not in plan.to_calendar("both", as_of=NOW)
    shown = lines(plan.to_calendar("both", as_of=NOW, sessions=True, goals=True))
    assert "SUMMARY:Appointment" in shown and "SUMMARY:Goal 1" in shown and any("RELTYPE=PARENT" in line for line in shown)
    assert "SUMMARY:Appointment" not in lines(plan.to_calendar("todos", as_of=NOW, sessions=True))
    assert "SUMMARY:Goal 1" not in lines(plan.to_calendar("events", as_of=NOW, goals=True))


def test_what_calendars_refuse() -> None:
    plan = small_plan()
    calls: list[Callable[..., object]] = [plan.to_calendar, plan.calendar_resources, plan.calendar_files]
    for call in calls:
        with pytest.raises(ValueError):
            call("nothing", as_of=NOW)
        with pytest.raises(ValueError):
            call("todos", as_of=NOW, until="tomorrow")
        with pytest.raises((TypeError, ValueError)):
            call("todos", as_of=datetime(2025, 3, 3))
    with pytest.raises(TypeError):
        homework.CalendarResources()


# ---- written back ----

def test_what_a_client_has_added_survives() -> None:
    plan = small_plan()
    first = plan.calendar_resources("todos", as_of=NOW, until="2025-03-10")[0]
    theirs = first.data.replace(b"PRIORITY:5", b"PRIORITY:1\r\nX-COLOUR;A=b:green")
    assert plan.update_resource(first.data, theirs) == theirs and plan.update_resource(first.data, first.data) == first.data
    plan.log("breathing", "partial", percent=50, due="2025-03-03T19:00", change=CLIENT)
    ours = plan.calendar_resources("todos", as_of=NOW, until="2025-03-10")[0]
    assert ours.uid == first.uid
    joined = lines(plan.update_resource(memoryview(ours.data), bytearray(theirs)))
    assert {"X-COLOUR;A=b:green", "PRIORITY:1", "PERCENT-COMPLETE:50", "STATUS:IN-PROCESS"} <= set(joined)
    for other, error in ((b"nothing", homework.InvalidError), (first.data.replace(str(first.uid).encode(), b"other"), homework.NotFoundError),
                         (theirs.replace(b"STATUS:", b"RRULE:FREQ=DAILY\r\nSTATUS:"), homework.ConflictError)):
        with pytest.raises(error):
            plan.update_resource(ours.data, other)


# ---- proposals ----

def ticked(data: bytes, *uids: str) -> bytes:
    """The to-dos with these UIDs are ticked off."""
    calendar = icalendar.Calendar.from_ical(data)
    for todo in calendar.walk("VTODO"):
        if str(todo["UID"]) in uids:
            todo["STATUS"] = icalendar.vText("COMPLETED")
            todo.add("completed", datetime(2025, 3, 3, 17, 30, tzinfo=timezone.utc))
            todo["PERCENT-COMPLETE"] = icalendar.vInt(100)
            todo["LAST-MODIFIED"] = icalendar.vDDDTypes(datetime(2025, 3, 3, 17, 30, tzinfo=timezone.utc))
    return bytes(calendar.to_ical())


def test_proposals_are_a_sequence() -> None:
    plan = small_plan()
    data = plan.to_calendar("todos", as_of=NOW, until="2025-03-14")
    uids = re.findall(r"^UID:(.{36})\r\nDTSTAMP", data.decode(), re.M)
    foreign = b"BEGIN:VTODO\r\nUID:milk\r\nDTSTAMP:20250303T100000Z\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR"
    later = NOW + timedelta(hours=5)
    proposals = plan.read_calendar(ticked(data, *uids[:3]).replace(b"END:VCALENDAR", foreign), as_of=later)
    assert (len(proposals), proposals.foreign_count) == (3, 1)
    assert [proposal.key for proposal in proposals] == [datetime(2025, 3, day, 19) for day in (3, 6, 10)]
    assert proposals[-1] == proposals[2] and proposals[:2] == (proposals[0], proposals[1])
    first = proposals[0]
    assert (first.kind, first.certainty, first.assignment, first.extent, first.percent) == (
        ProposalKind.LOG, homework.Certainty.CERTAIN, "breathing", homework.Extent.DONE, 0)
    assert first.happened == datetime(2025, 3, 3, 18, 30, tzinfo=BERLIN)
    assert "STATUS:COMPLETED" in first.evidence and "Practice" not in first.evidence
    with pytest.raises(IndexError):
        proposals[3]
    before = plan.to_bytes()
    assert len(plan.read_calendar(data, as_of=later)) == 0 and plan.to_bytes() == before
    home = homework.Change("client", "calendar", later)
    assert plan.apply(proposals, home) == 3 and plan.apply(proposals, home) == 0


def test_an_unticking_and_a_conflict() -> None:
    plan = small_plan()
    data = plan.to_calendar("todos", as_of=NOW, until="2025-03-10")
    uid = found(r"^UID:(.{36})\r\nDTSTAMP", data.decode(), re.M)[1]
    home = homework.Change("client", "calendar", NOW + timedelta(hours=1))
    plan.apply(plan.read_calendar(ticked(data, uid), as_of=NOW + timedelta(hours=1)), home)
    assert [entry.extent.word for entry in plan.entries] == ["done"]
    open_again = re.sub(rb"LAST-MODIFIED:\w+", b"LAST-MODIFIED:20250303T190000Z", data)
    back = plan.read_calendar(open_again, as_of=NOW + timedelta(hours=3))
    assert [proposal.kind for proposal in back] == [ProposalKind.VOID]
    assert plan.apply(back, homework.Change("client", "calendar", NOW + timedelta(hours=3))) == 1
    assert [entry.state.word for entry in plan.entries].count("live") == 0
    series = data.replace(b"STATUS:", b"RRULE:FREQ=DAILY\r\nSTATUS:", 1)
    conflict, = plan.read_calendar(series, as_of=NOW + timedelta(hours=4))
    assert conflict.kind == ProposalKind.CONFLICT
    assert plan.apply(plan.read_calendar(series, as_of=NOW + timedelta(hours=4)), home) == 0


def test_what_is_not_there_any_more_was_removed_and_not_done() -> None:
    plan = small_plan()
    pieces = plan.calendar_resources("todos", as_of=NOW, until="2025-03-14")
    uids = [str(piece.uid) for piece in pieces]
    collection = b"".join(piece.data for piece in pieces[:3])
    later = NOW + timedelta(minutes=5)
    removed = plan.read_calendar(collection, as_of=later, exported=uids)
    assert [(proposal.kind, proposal.uid, proposal.key, proposal.line) for proposal in removed] == [
        (ProposalKind.REMOVED, uids[3], datetime(2025, 3, 13, 19), 0)]
    before = plan.to_bytes()
    assert plan.apply(removed, CLIENT) == 0 and plan.to_bytes() == before
    assert len(plan.read_calendar(collection, as_of=later)) == 0 and len(plan.read_calendar(collection, as_of=later, exported=uids[:3])) == 0
    with pytest.raises(homework.ParseError):
        plan.read_calendar(collection, as_of=later, exported=["milk"])


def test_proposals_say_why() -> None:
    plan = small_plan()
    piece = plan.calendar_resources("todos", as_of=NOW, until="2025-03-04")[0]
    later = NOW + timedelta(hours=2)
    sure = plan.read_calendar(ticked(piece.data, str(piece.uid)), as_of=later)
    unsure = plan.read_calendar(piece.data.replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED"), as_of=later)
    alarm = plan.read_calendar(piece.data.replace(b"END:VALARM", b"ACKNOWLEDGED:20250303T173100Z\r\nEND:VALARM"), as_of=later)
    assert (sure[0].reason, sure[0].uid) == (homework.ProposalReason.NONE, piece.uid)
    assert sure[0].raw.endswith("20250303T173000Z")  # as that parser writes it, with a zone
    assert piece.data.replace(b"\r\n", b"\n").decode().split("\n")[sure[0].line - 1] == "BEGIN:VTODO"
    assert unsure[0].certainty == homework.Certainty.PROBABLE and unsure[0].reason == homework.ProposalReason.CONTRADICTION
    assert alarm[0].kind == ProposalKind.ACKNOWLEDGED and plan.apply(alarm, CLIENT) == 0
    sentences = {found.why(0, language) for found in (sure, unsure, alarm) for language in (None, "de")}
    assert len(sentences) == 6 and not any("reath" in sentence for sentence in sentences)
    assert "breathing" in str(sure.table().to_dict()) and len(sure.table()) == 1
    with pytest.raises(homework.RangeError):
        sure.why(1)


# ---- taken back ----

def test_everything_can_be_taken_back() -> None:
    plan = agreed_plan()
    shown = {piece.uid for profile in homework.CalendarProfile for piece in
             plan.calendar_resources(profile, as_of=NOW, sessions=True, goals=True)}
    back = plan.withdrawal_resources(as_of=NOW + timedelta(hours=1))
    assert {piece.uid for piece in back} == shown and len(shown) >= 4
    for piece in back:
        component = re.sub(rb"(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE", b"", piece.data)
        assert "STATUS:CANCELLED" in lines(piece.data) and not re.search(rb"VALARM|RRULE", component)
    only = {piece.uid for piece in plan.withdrawal_resources("todos", as_of=NOW + timedelta(hours=1))}
    assert only == {piece.uid for piece in plan.calendar_resources("todos", as_of=NOW)} < shown
    whole = plan.calendar_withdrawal(as_of=NOW + timedelta(hours=1))
    assert whole.count(b"STATUS:CANCELLED") == len(shown) and len(plan.check_leaks(whole)) == 0


# ---- reminders ----

def test_reminders_and_why_not() -> None:
    plan = small_plan()
    plan.log("breathing", due="2025-03-03T19:00", change=CLIENT)
    everything = plan.reminders(AGREED, AGREED + timedelta(days=4), as_of=NOW, suppressed=True)
    assert [(clock(ring.key).day, ring.state) for ring in everything] == [(3, RingState.DONE), (6, RingState.PLANNED)]
    assert [clock(ring.key).day for ring in plan.reminders(AGREED, AGREED + timedelta(days=4), as_of=NOW)] == [6]
    done, planned = everything
    assert (done.bundle, planned.bundle, everything.bundle_count) == (None, 0, 1)
    assert planned.at == planned.original == datetime(2025, 3, 6, 18, 30, tzinfo=BERLIN) and planned.kind == ReminderKind.PROMPT
    assert planned.closes == datetime(2025, 3, 6, 22, tzinfo=BERLIN) and (planned.session, planned.rule) == (None, 0)
    assert 1 <= planned.priority <= 9
    assert everything.why(0) != everything.why(1) and everything.why(0, "de") != everything.why(0)
    assert "breathing" not in everything.why(0).lower() and everything.words(1) is None
    with pytest.raises(homework.RangeError):
        everything.why(2)
    table = everything.table().to_dict()
    assert len(everything.table()) == 2 and "breathing" in str(table)


def test_the_question_of_a_day() -> None:
    plan = small_plan()
    rings = plan.reminders(AGREED, AGREED + timedelta(days=14), as_of=AGREED, suppressed=True)
    thursday = rings.find("breathing", day="2025-03-06")
    assert thursday is not None and rings[thursday].key == datetime(2025, 3, 6, 19) and rings.find(day=date(2025, 3, 6)) == thursday
    assert rings.find(key="2025-03-10T19:00") == 2 and rings.find("breathing", start=1) == 1 and rings.find() == 0
    assert rings.find("other") is None and rings.find(day="2025-03-07") is None and rings.find(start=99) is None


def test_snoozing_ends_before_it_is_too_late() -> None:
    plan = small_plan()
    rings = plan.reminders(AGREED, AGREED + timedelta(days=2), as_of=AGREED)
    at = rings[0].at
    assert rings.snooze(0, 10, at) == at + timedelta(minutes=10) and clock(rings.snooze(0, 10, at)).tzinfo is not None
    closes = datetime(2025, 3, 3, 22, tzinfo=BERLIN)
    assert rings.snooze(0, 7 * 24 * 60, at) == closes - timedelta(minutes=1)
    assert rings.snooze(0, 10, closes) is None and rings.snooze(5, 10, at) is None and rings.snooze(0, 0, at) is None


def test_what_rings_next() -> None:
    plan = small_plan()
    change = homework.Change("mk", "desk", AGREED)
    twin = homework.Assignment("twin", "At the same time", "other")
    twin.recur("2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,TH")
    twin.remind(minutes=-30)
    plan.add(twin, change)
    rings = plan.next_reminders(AGREED, most=3, as_of=AGREED)
    assert rings.bundle_count == 3 and len(rings) == 6  # two in each minute are one notification
    assert [ring.bundle for ring in rings] == [0, 0, 1, 1, 2, 2]
    assert plan.next_reminders(AGREED, as_of=AGREED).bundle_count == 64
    assert [ring.at for ring in plan.next_reminders(NOW + timedelta(hours=1), most=1, as_of=AGREED)][:1] == [
        datetime(2025, 3, 6, 18, 30, tzinfo=BERLIN)]
    assert plan.next_reminders(most=1).as_of is not None  # now, if nothing is said
    for most in (0, 10001):
        with pytest.raises(homework.RangeError):
            plan.next_reminders(AGREED, most=most, as_of=AGREED)


def test_quiet_hours_move_what_they_may() -> None:
    plan = small_plan()
    with_quiet = plan.settings.edit()
    with_quiet.quiet = (18 * 3600, 19 * 3600 + 1800)
    plan.revise(with_quiet, homework.Change("mk", "desk", AGREED))
    ring = plan.reminders(AGREED, AGREED + timedelta(days=1), as_of=NOON + timedelta(hours=6))[0]
    assert (ring.at, ring.original) == (datetime(2025, 3, 3, 19, 30, tzinfo=BERLIN), datetime(2025, 3, 3, 18, 30, tzinfo=BERLIN))


REMINDERS = [  # what is given; what is read; at what times of March 3 to 9 it rings for the evenings of Monday and Thursday
    (dict(minutes=-30), ("prompt", "due", -30, None, None), ["03 18:30", "06 18:30"]),
    (dict(days=-1, clock=20 * 3600), ("prompt", "due", None, -1, 20 * 3600), ["05 20:00", "09 20:00"]),
    (dict(minutes=-60, anchor="close", kind="nudge"), ("nudge", "close", -60, None, None), ["03 21:00", "06 21:00"]),
    (dict(minutes=30, anchor="close", kind="follow-up"), ("follow-up", "close", 30, None, None), ["03 22:30", "06 22:30"]),
    (dict(when="2025-03-05T08:00", every=2), ("prompt", "absolute", None, None, None), []),  # for what has no occurrences
]


@pytest.mark.parametrize("given, read, rung", REMINDERS, ids=lambda value: "-".join(map(str, value)) if isinstance(value, dict) else "")
def test_every_form_of_a_reminder(given: dict[str, Any], read: tuple[object, ...], rung: list[str]) -> None:
    plan = small_plan()
    draft = plan.assignments["breathing"].edit()
    draft.clear_reminders()
    assert draft.reminders == ()
    draft.remind(**given, priority=3)
    plan.revise(draft, homework.Change("mk", "desk", AGREED))
    reminder, = plan.assignments["breathing"].reminders
    assert (reminder.kind.word, reminder.anchor.word, reminder.minutes, reminder.days, reminder.clock) == read
    assert reminder.priority == 3
    rings = plan.reminders(AGREED, AGREED + timedelta(days=6, hours=6), as_of=AGREED + timedelta(minutes=1))
    assert [f"{ring.at:%d %H:%M}" for ring in rings] == rung and all(ring.priority == 3 for ring in rings)


def test_the_plans_own_reminders() -> None:
    plan = agreed_plan()
    draft = plan.settings.edit()
    draft.remind(minutes=-120)
    draft.remind(days=-1, clock=18 * 3600, priority=2)
    draft.check_in("2025-03-05T12:00", every=3)
    draft.own_words, draft.motivation = True, "For the garden"
    plan.revise(draft, homework.Change("client", "phone", AGREED))
    kinds = [(reminder.kind.word, reminder.minutes, reminder.days, reminder.clock, reminder.when, reminder.every, reminder.priority)
             for reminder in plan.settings.reminders]
    assert kinds == [("review-prep", -120, None, None, None, 0, 5), ("review-prep", None, -1, 18 * 3600, None, 0, 2),
                     ("check-in", None, None, None, datetime(2025, 3, 5, 12), 3, 5)]
    rings = plan.reminders(NOW, NOW + timedelta(days=11), as_of=NOW)
    own = {(f"{ring.at:%d %H:%M}", ring.kind.word, ring.session, rings.words(index))
           for index, ring in enumerate(rings) if ring.assignment is None}
    assert own == {("12 18:00", "review-prep", "next", None), ("13 15:00", "review-prep", "next", None),
                   *((f"{day:02} 12:00", "check-in", None, "For the garden") for day in (5, 8, 11, 14))}
    draft = plan.settings.edit()
    draft.own_words = False
    plan.revise(draft, homework.Change("client", "phone", AGREED + timedelta(minutes=1)))
    off = [ring.state for ring in plan.reminders(NOW, NOW + timedelta(days=3), as_of=NOW, suppressed=True) if ring.kind == ReminderKind.CHECK_IN]
    assert off == [RingState.NOT_OPTED_IN]
    draft = plan.settings.edit()
    draft.clear_reminders()
    assert draft.reminders == ()


@pytest.mark.parametrize("setting, value, state", [("reminders_each", 1, RingState.ASSIGNMENT_CAP), ("reminders_per_day", 1, RingState.DAY_CAP),
                                                   ("reminder_gap", 45, RingState.GAP)])
def test_limits_of_the_client(setting: str, value: int, state: RingState) -> None:
    plan = small_plan()
    draft = plan.assignments["breathing"].edit()
    draft.remind(minutes=-60)
    plan.revise(draft, homework.Change("mk", "desk", AGREED))
    as_of = AGREED + timedelta(minutes=1)
    day = AGREED + timedelta(days=2), AGREED + timedelta(days=4)
    assert len(plan.reminders(*day, as_of=as_of)) == 2
    settings = plan.settings.edit()
    assert getattr(settings, setting) is None
    setattr(settings, setting, value)
    plan.revise(settings, homework.Change("client", "phone", AGREED))
    states = [ring.state for ring in plan.reminders(*day, as_of=as_of, suppressed=True)]
    assert sorted(states) == sorted([RingState.PLANNED, state])


# ---- leaks ----

def seeded(plan: homework.Plan, text: str, where: bytes = b"SUMMARY:") -> bytes:
    return plan.to_calendar(as_of=NOW).replace(where, where + text.encode() + b" ", 1)


def test_a_calendar_of_ours_tells_nothing() -> None:
    plan = agreed_plan()
    for profile in homework.CalendarProfile:
        data = plan.to_calendar(profile, as_of=NOW, until="2025-03-20", sessions=True, goals=True, feed=60)
        assert len(plan.check_leaks(data)) == 0
        assert all(len(plan.check_leaks(file.data)) == 0 and len(plan.check_leaks_name(file.href)) == 0
                   for file in plan.calendar_files(profile, as_of=NOW))
        assert all(len(plan.check_leaks_name(piece.href, ids=True)) == 0 for piece in plan.calendar_resources(profile, as_of=NOW))


def test_leaks_say_where_and_never_what() -> None:
    plan = small_plan()
    leaks = plan.check_leaks(seeded(plan, "Slow breathing"))
    assert len(leaks) == 1 and leaks[0] == leaks[-1] and leaks[:] == (leaks[0],)
    leak = leaks[0]
    assert isinstance(leak, homework.Leak)
    assert (leak.kind, leak.place, leak.component, leak.property, leak.parameter, leak.record, leak.field) == (
        LeakKind.TEXT, LeakPlace.VALUE, "VEVENT", "SUMMARY", "", "breathing", "title")
    assert lines(seeded(plan, "Slow breathing"))[leak.line - 1].startswith("SUMMARY:")
    assert "low breathing" not in f"{leaks.table().to_dict()}{list(leaks)}" and len(leaks.table()) == 1
    assert len(plan.check_leaks(memoryview(seeded(plan, "Slow breathing")))) == 1
    with pytest.raises(IndexError):
        leaks[1]


def test_leaks_by_option() -> None:
    plan = small_plan()

    def count(text: str, **options: Any) -> int:
        return len(plan.check_leaks(seeded(plan, text), **options))

    assert count("breathing") == 1 and count("breathing", words=False) == 0 and count("breathing", letters=10) == 0
    assert count("ten") == 0 and count("ten", letters=3) == 1
    assert count("Clinic") == 0 and count("Clinic", terms="clinic") == 1 and count("Clinic", terms=["spa", "clinic"]) == 1
    assert count("Clinic", terms=()) == 0
    assert count("suds") == 0 and [leak.kind for leak in plan.check_leaks(seeded(plan, "suds"), ids=True)] == [LeakKind.ID]
    assert [leak.kind for leak in plan.check_leaks(seeded(plan, "libhomework"))] == [LeakKind.LIBRARY]
    refused: list[dict[str, Any]] = [{"letters": 1}, {"letters": 33}, {"terms": ["--"]}, {"wording": "loud"}]
    for options in refused:
        with pytest.raises(ValueError):
            plan.check_leaks(b"", **options)


def test_leaks_by_wording() -> None:
    plan = small_plan()
    settings = plan.settings.edit()
    settings.wording = "plain"
    plan.revise(settings, homework.Change("client", "phone", AGREED))
    calendar = plan.to_calendar(as_of=NOW)
    assert b"SUMMARY:Slow breathing" in calendar and len(plan.check_leaks(calendar)) == 0
    assert len(plan.check_leaks(calendar, wording=homework.Wording.NEUTRAL)) > 0
    assert len(plan.check_leaks(calendar, terms=["breathing"])) > 0


def test_leaks_of_a_name() -> None:
    plan = small_plan()
    leak = plan.check_leaks_name("slow-breathing.ics")[0]
    assert (leak.place, leak.line, leak.component, leak.property, leak.record) == (LeakPlace.FILE_NAME, 1, "", "", "breathing")
    assert len(plan.check_leaks_name("practice-1.ics")) == 0
    assert len(plan.check_leaks_name("https://example.org/feeds/breathing.ics")) == 1
    assert len(plan.check_leaks_name("breathing.ics", words=False)) == 0
    assert len(plan.check_leaks_name("my-clinic.ics", terms=["clinic"])) == 1
