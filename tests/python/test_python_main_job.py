# SPDX-License-Identifier: MIT
"""The main job through Python: a plan goes in, progress and reminders come out, a tick comes home, and nothing differs
from what the C command says."""
from __future__ import annotations

import copy
import io
import json
import pickle
import subprocess
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import homework
import icalendar
import pytest
from common import COMMAND, PLANS, stem
from plans import AGREED, BERLIN, UID, Who, refuses, small_plan

WINDOWS = [("2026-09-14", "2026-11-23", "2026-11-22T12:00:00+01:00"), ("2026-10-01", "2026-10-15", "2026-10-09T00:00:00Z"),
           ("2026-09-14", "2026-09-15", "2026-09-14T00:00:00+02:00"), ("2020-01-01", "2020-02-01", "2026-11-22T12:00:00Z")]


def run(*arguments: object) -> bytes:
    return subprocess.run([str(part) for part in (COMMAND, *arguments)], capture_output=True, check=True).stdout


@pytest.fixture(params=PLANS, ids=stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


RATES = {"done", "credit", "on_time", "recorded_promptly", "reported", "done_low", "done_high", "recorded_later", "consistency",
         "recorded_by_client"}


@pytest.mark.parametrize("start, end, as_of", WINDOWS)
def test_the_numbers_are_those_of_the_command(path: Path, start: str, end: str, as_of: str) -> None:
    plan = homework.load(path)
    said = json.loads(run("report", path, "--format", "json", "--from", start, "--to", end, "--as-of", as_of))
    progress = plan.progress(start, end, as_of=as_of)
    assert json.loads(progress.table().to_json()) == said
    # ... and each figure by itself is the row of the table
    rows = iter(said)
    for figures in progress.subjects:
        for name, figure in figures.items():
            if figure.undefined == homework.Undefined.NOT_APPLICABLE:
                continue
            row = next(rows)
            assert (row["subject"], row["id"], row["metric"]) == (figures.subject.word, figures.id, name)
            assert (row["numerator"], row["denominator"]) == (figure.numerator, figure.denominator)
            assert row["value"] == (None if figure.value is None else pytest.approx(figure.value, abs=5e-10))
            if name in RATES and figure.value is not None:
                assert figure.value == figure.numerator / figure.denominator
            assert row["undefined"] == (None if figure.value is not None else figure.undefined.word)
            assert row["unit"] == figure.unit or figure.unit == "{measure}"
            assert len(figures.evidence(name)) <= len(progress.occurrences) and row["few"] == figure.few
    assert next(rows, None) is None


@pytest.mark.parametrize("start, end, as_of", WINDOWS)
def test_occurrences_report_and_calendar_are_those_of_the_command(path: Path, start: str, end: str, as_of: str) -> None:
    plan = homework.load(path)
    window = ("--from", start, "--to", end, "--as-of", as_of)
    occurrences = plan.occurrences(start, end, as_of=as_of)
    assert occurrences.table().to_csv().encode() == run("occurrences", path, "--format", "csv", *window)
    assert plan.report(start, end, as_of=as_of).encode() == run("report", path, *window)
    for profile in homework.CalendarProfile:
        assert plan.to_calendar(profile, as_of=as_of) == run("remind", path, "--profile", profile, "--as-of", as_of)
    assert plan.to_calendar("both", as_of=as_of, sessions=True, goals=True) == run(
        "remind", path, "--profile", "both", "--sessions", "--goals", "--as-of", as_of)


@pytest.mark.parametrize("start, end, as_of", WINDOWS)
def test_everything_is_taken_back_as_the_command_does_it(path: Path, start: str, end: str, as_of: str) -> None:
    plan = homework.load(path)
    assert plan.calendar_withdrawal(as_of=as_of) == run("remind", path, "--withdraw", "--as-of", as_of)
    assert plan.calendar_withdrawal("todos", as_of=as_of, until="2027-01-15", goals=True) == run(
        "remind", path, "--withdraw", "--profile", "todos", "--to", "2027-01-15", "--goals", "--as-of", as_of)
    gone = {one.uid for one in plan.withdrawal_resources(as_of=as_of)}
    for profile in homework.CalendarProfile:
        for shown in plan.calendar_resources(profile, as_of=as_of, sessions=True, goals=True):
            assert shown.uid in gone


@pytest.mark.parametrize("as_of", ["2026-08-20T12:00:00+02:00", "2026-10-09T00:00:00Z"])
def test_what_the_command_says_of_agreements_and_ladders(path: Path, as_of: str) -> None:
    plan = homework.load(path)
    for assignment in plan.assignments:
        assert run("form", path, assignment.id, "--format", "csv").decode() == assignment.form.table().to_csv()
    for threshold in (0, 70, 100):
        said = run("lint", path, "--as-of", as_of, "--threshold", threshold, "--format", "json")
        assert json.loads(said) == json.loads(plan.lint(as_of=as_of, likely_enough=threshold).table().to_json())
    for id in ("settings", *plan.goals.ids(), *plan.assignments.ids(), *[entry.id for entry in plan.entries][:3]):
        assert run("history", path, id, "--format", "csv").decode() == plan.history(id).to_csv()


def test_what_the_command_exchanges(path: Path, tmp_path: Path) -> None:
    plan = homework.load(path)
    assert run("knowledge", path) == plan.knowledge() and run("changes", path) == plan.changes_since()
    run("convert", path, tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_bytes() == plan.to_json()
    other = copy.copy(plan)
    other.add(homework.Goal("more", "More of it"), by=plan.people[0].id, origin="desk-9", recorded="2026-11-22T20:00:00+01:00")
    (tmp_path / "other.xml").write_bytes(other.to_bytes())
    (tmp_path / "known").write_bytes(plan.knowledge())
    assert run("changes", tmp_path / "other.xml", "--since", tmp_path / "known") == other.changes_since(plan.knowledge())
    said = run("diff", path, tmp_path / "other.xml", "--format", "json")
    assert json.loads(said) == json.loads(plan.diff(other).table().to_json())


def test_tables_and_rows_say_the_same(path: Path) -> None:
    plan = homework.load(path)
    occurrences = plan.occurrences(*WINDOWS[0][:2], as_of=WINDOWS[0][2])
    columns = occurrences.table().columns()
    assert columns["assignment"] == [row.assignment for row in occurrences]
    assert columns["key"] == [row.key for row in occurrences]
    assert columns["status"] == [row.status.word for row in occurrences]
    assert sum(occurrences.status_count(status) for status in homework.OccurrenceStatus) == len(occurrences) > 0
    entries = plan.entries
    table = entries.table()
    assert [column.name for column in table.schema] == list(table.columns())
    assert all(column.meaning for column in table.schema)
    assert table.columns()["entry"] == [entry.id for entry in entries]
    assert table.columns()["happened"] == [
        entry.happened if isinstance(entry.happened, datetime) else None for entry in entries]
    assert table.columns()["happened_local"] == [
        entry.happened.replace(tzinfo=None) if isinstance(entry.happened, datetime) else entry.happened for entry in entries]
    assert [row["extent"] for row in table.to_dict()] == [entry.extent.word for entry in entries]
    numbers = [value.number for entry in entries if entry.state == homework.EntryState.LIVE for value in entry.values
               if value.kind == homework.ValueKind.MEASURE]
    values = entries.value_table(private_too=True).columns()
    assert [n for n, kind in zip(values["number"], values["kind"]) if kind == "measure"] == numbers


def test_a_plan_from_a_file_is_saved_there_again(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.xml"
    target.write_bytes(path.read_bytes())
    plan = homework.load(target)
    plan.save()
    assert target.read_bytes() == path.read_bytes()
    who = Who(by=plan.people[0].id, origin="laptop", recorded=datetime(2026, 11, 22, 20, tzinfo=BERLIN))
    entry = plan.log(plan.assignments[-1].id, "done", at="2026-11-22T19:50:00+01:00", unscheduled=True, **who)
    plan.save(str(target))
    assert homework.load(target).entries[entry].happened == datetime(2026, 11, 22, 18, 50, tzinfo=timezone.utc)
    # a file that has changed meanwhile is not overwritten
    target.write_bytes(path.read_bytes())
    with pytest.raises(homework.ConflictError):
        plan.save()
    assert target.read_bytes() == path.read_bytes()
    # nor is one that exists already
    with pytest.raises(homework.ConflictError):
        homework.load(path.read_bytes()).save(target)


def test_where_a_plan_comes_from(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    sources: list[Any] = [str(path), path, data, bytearray(data), memoryview(data), io.BytesIO(data)]
    for source in sources:
        assert homework.load(source).to_bytes() == data
    with pytest.raises(FileNotFoundError) as caught:
        homework.load(tmp_path / "none.xml")
    assert isinstance(caught.value, homework.NotFoundError)
    with pytest.raises(homework.FileError):
        homework.load(tmp_path)
    with pytest.raises(TypeError):
        homework.Plan.from_bytes("text")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        homework.load(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="bytes"):
        homework.load(io.StringIO(data.decode()))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="save\\(path\\)"):
        homework.load(data).save()


def test_a_plan_from_code() -> None:
    plan = small_plan()
    assert (plan.uid, plan.language, plan.read_only, plan.settings.zone) == (UID, "en", False, "Europe/Berlin")
    breathing = plan.assignments["breathing"]
    assert (breathing.kind, breathing.state, breathing.schedule) == (
        homework.Kind.RELAXATION, homework.AssignmentState.ACTIVE, homework.ScheduleKind.RECURRING)
    assert breathing.start == datetime(2025, 3, 3, 19) and breathing.rule == "FREQ=WEEKLY;BYDAY=MO,TH"
    assert breathing.closes == timedelta(hours=3) and breathing.opens is None and breathing.times == (19 * 3600,)
    assert breathing.measures == (("suds", homework.Phase.BEFORE),) and breathing.goals == ("calm",)
    assert breathing.reminders == (homework.Reminder(homework.ReminderKind.PROMPT, homework.Anchor.DUE, -30, None, None),)
    assert breathing.revision.recorded == AGREED and breathing.revision.reason == "agreed in session 1"
    before = plan.generation
    entry = plan.log("breathing", at=datetime(2025, 3, 3, 19, 10, tzinfo=BERLIN), minutes=12,
                     values={("suds", "before"): 70, ("suds", "after"): 40}, note="easier than I thought", by="client",
                     origin="phone", recorded=datetime(2025, 3, 3, 19, 30, tzinfo=BERLIN))
    assert entry == "phone-1" and plan.generation > before
    row = plan.entries[0]
    assert (row.due, row.by, row.extent, row.source) == (
        datetime(2025, 3, 3, 19), "client", homework.Extent.DONE, homework.Source.APP)
    assert {(value.name, value.phase.word): value.number for value in row.values if value.number is not None} == {
        ("suds", "before"): 70.0, ("suds", "after"): 40.0, ("minutes", "none"): 12.0}
    done = plan.progress("2025-03-03", "2025-03-10", as_of="2025-03-10T12:00:00+01:00").plan["done"]
    assert (done.value, done.numerator, done.denominator) == (0.5, 1, 2)
    reread = homework.load(plan.to_bytes())
    assert reread.to_bytes() == plan.to_bytes() and reread.problems == ()


def test_records_are_revised_never_rewritten() -> None:
    plan = small_plan()
    old = plan.assignments[0]
    with pytest.raises(homework.StateError, match="edit"):
        old.title = "Other"
    draft = old.edit()
    assert draft.is_draft and not old.is_draft
    draft.title = "Slow breathing, outdoors"
    draft.set_text("title", "Langsam atmen", language="de")
    draft.goals = []
    plan.revise(draft, by="mk", origin="desk", recorded=AGREED + timedelta(days=1), reason="better outdoors")
    new = plan.assignments["breathing"]
    assert (old.title, new.title, new.text("title", "de-AT")) == ("Slow breathing", "Slow breathing, outdoors", "Langsam atmen")
    assert new.goals == () and new.revision.follows == old.revision.id and new.revision.reason == "better outdoors"
    assert plan.assignments.revisions("breathing") == (old, new) and new == draft and not draft.is_draft
    stale = old.edit()
    with pytest.raises(homework.ConflictError):
        plan.revise(stale, by="mk", origin="desk", recorded=AGREED + timedelta(days=2))
    travel = plan.settings.edit()
    travel.zone, travel.week_start, travel.ends = "Europe/Lisbon", "su", date(2025, 6, 30)
    plan.revise(travel, homework.Change("mk", "desk", AGREED + timedelta(days=3), effective=date(2025, 4, 1)))
    assert plan.settings.revision.effective == date(2025, 4, 1) and plan.settings.week_start == homework.Weekday.SUNDAY


def test_sequences_and_mappings() -> None:
    plan = small_plan()
    people = plan.people
    assert len(people) == 2 and people.ids() == ["client", "mk"] and [p.id for p in people] == people.ids()
    assert people[-1] == people["mk"] == people[1] and people[:1] == (people[0],) and hash(people[0]) == hash(people[0])
    assert "mk" in people and people[0] in people and "nobody" not in people and plan.goals[0] not in people
    assert people.get("nobody") is None and people.get("nobody", 3) == 3
    refuses((LookupError, lambda: people["nobody"]), (IndexError, lambda: people[2]), (IndexError, lambda: people[-3]),
            (TypeError, lambda: people[1.5]))  # type: ignore[call-overload]
    for _ in plan.people:                       # a loop goes over what was there when it began
        plan.add(homework.Person(f"p-{len(people)}", "supporter"), by="mk", origin="desk", recorded=AGREED)
    assert len(people) == 4


def test_a_mistake_is_superseded_or_voided() -> None:
    plan = small_plan()
    evening = Who(by="client", origin="phone", recorded=AGREED + timedelta(hours=3))
    first = plan.log("breathing", "done", at=AGREED + timedelta(hours=2), **evening)
    change = homework.Change("client", "phone", AGREED + timedelta(hours=4))
    second = homework.Entry("breathing", "partial", percent=50, at=AGREED + timedelta(hours=2))
    second.barrier("no-time", "a call")
    second.note("what about mornings?", "question")
    plan.supersede(first, second, change)
    third = homework.Entry("breathing", "done", unscheduled=True)
    plan.log_all([third], change)
    assert second.id and third.id
    plan.void(third.id, change)
    assert [entry.state.word for entry in plan.entries] == ["superseded", "live", "voided", "void"]
    assert plan.entries[second.id].target == first and plan.entries[second.id].due == datetime(2025, 3, 3, 19)
    barrier = plan.entries[second.id].values[0]
    assert (barrier.kind, barrier.name, barrier.text) == (homework.ValueKind.BARRIER, "no-time", "a call")
    generation = plan.generation
    with pytest.raises(homework.NotFoundError):
        plan.log_all([homework.Entry("breathing"), homework.Entry("nothing")], change)
    assert plan.generation == generation


def test_copies_merge_and_pickle() -> None:
    plan = small_plan()
    phone, desk = copy.copy(plan), pickle.loads(pickle.dumps(plan))
    assert phone.to_bytes() == desk.to_bytes() == copy.deepcopy(plan).to_bytes() == plan.to_bytes()
    phone.log("breathing", by="client", origin="phone", recorded=AGREED + timedelta(hours=3), id="phone-1")
    desk.log("breathing", "none", note="called", by="mk", origin="desk", recorded=AGREED + timedelta(hours=3))
    assert len(plan.entries) == 0
    one, other = copy.copy(phone), copy.copy(desk)
    assert one.merge(desk) == () and other.merge(phone) == () and one.to_bytes() == other.to_bytes()
    plan.read_log(phone.log_to_bytes())
    assert plan.to_bytes() == phone.to_bytes()
    clash = small_plan()
    clash.log("breathing", "attempted", by="client", origin="phone", recorded=AGREED + timedelta(hours=3), id="phone-1")
    with pytest.raises(homework.ConflictError) as caught:
        clash.merge(phone)
    assert [problem.code for problem in caught.value.problems] == [homework.ProblemCode.MERGE_CONFLICT]


def test_a_tick_comes_home(tmp_path: Path) -> None:
    plan = small_plan()
    as_of = datetime(2025, 3, 3, 18, tzinfo=BERLIN)
    calendar = icalendar.Calendar.from_ical(plan.to_calendar("todos", as_of=as_of, until="2025-03-10"))
    todos = calendar.walk("VTODO")
    assert len(todos) == 2 and "breathing" not in str(calendar.to_ical()).lower()
    todos[0]["status"] = icalendar.vText("COMPLETED")
    todos[0].add("completed", datetime(2025, 3, 3, 18, 20, tzinfo=timezone.utc))
    ticked = calendar.to_ical()
    proposals = plan.read_calendar(ticked, as_of=as_of + timedelta(hours=5))
    assert len(proposals) == 1 and proposals.foreign_count == 0
    assert (proposals[0].kind, proposals[0].assignment, proposals[0].key, proposals[0].extent) == (
        homework.ProposalKind.LOG, "breathing", datetime(2025, 3, 3, 19), homework.Extent.DONE)
    home = homework.Change("client", "calendar", as_of + timedelta(hours=5))
    assert plan.apply(proposals, home) == 1
    assert plan.apply(plan.read_calendar(ticked, as_of=as_of + timedelta(hours=5)), home) == 0
    assert plan.entries[0].source == homework.Source.CALENDAR
    with pytest.raises(homework.InvalidError) as caught:
        plan.read_calendar(b"not a calendar", as_of=as_of)
    assert caught.value.problems
    homework.save_bytes(tmp_path / "reminders.ics", ticked)
    assert (tmp_path / "reminders.ics").read_bytes() == ticked


def test_what_changes_and_rings_next() -> None:
    plan = small_plan()
    rings = plan.reminders(AGREED, AGREED + timedelta(days=4), as_of=AGREED)
    assert [(ring.at, ring.assignment, ring.kind) for ring in rings] == [
        (datetime(2025, 3, day, 18, 30, tzinfo=BERLIN), "breathing", homework.ReminderKind.PROMPT) for day in (3, 6)]
    assert plan.next_change(datetime(2025, 3, 3, 19, tzinfo=BERLIN)) == datetime(2025, 3, 3, 22, tzinfo=BERLIN)
    assert plan.check() == ()


def test_now_is_used_where_nothing_is_said() -> None:
    plan = small_plan()
    before = datetime.now(timezone.utc).replace(microsecond=0)
    shown = plan.progress("2025-03-03", "2025-03-10").as_of, plan.occurrences("2025-03-03", "2025-03-10").as_of
    change = homework.Change("mk", "desk")
    assert all(before <= moment <= datetime.now(timezone.utc) for moment in (*shown, change.recorded))
    assert change.recorded.utcoffset() is not None and (change.by, change.origin) == ("mk", "desk")
