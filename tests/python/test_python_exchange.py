# SPDX-License-Identifier: MIT
"""Documents and copies: JSON, what two copies give each other, what differs between them, what is taken out."""
from __future__ import annotations

import copy
import io
import json
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import homework
import pytest
from common import PLANS, stem
from documents import compare, from_json, from_xml
from plans import AGREED, Who, refuses, small_plan

LATER = Who(by="mk", origin="desk", recorded=AGREED + timedelta(hours=1))
EVENING = Who(by="client", origin="phone", recorded=AGREED + timedelta(hours=4))
SECRET = "the green bench"


# ---- JSON

@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_json_says_the_same(path: Path, tmp_path: Path) -> None:
    plan = homework.load(path)
    assert from_json(plan.to_json()) == from_xml(plan.to_bytes())
    compare(plan)
    sources: list[Any] = [plan.to_json(), plan.to_json().decode(), bytearray(plan.to_json())]
    for source in sources:
        again = homework.Plan.from_json(source)
        assert again.to_bytes() == plan.to_bytes() and again.to_json() == plan.to_json()
    assert homework.load(plan.to_json()).to_bytes() == homework.load(io.BytesIO(plan.to_json())).to_bytes() == plan.to_bytes()
    # layout and the order of members are nobody's business
    loose = json.dumps(json.loads(plan.to_json()), indent=3, sort_keys=False)
    assert homework.Plan.from_json(loose).to_bytes() == plan.to_bytes()
    # a file is saved in the form in which it was
    target = tmp_path / "plan.json"
    plan.save(target)
    assert target.read_bytes() == plan.to_json()
    loaded = homework.load(target)
    loaded.save()
    assert loaded.to_bytes() == plan.to_bytes() and target.read_bytes() == plan.to_json()


def test_json_that_is_refused() -> None:
    data = small_plan().to_json()
    for wrong in (b"", b"{", data[:-3], b"[]", data.replace(b'"calm"', b'"no id"'),
                  data.replace(b'"state": "active"', b'"state": 5'), data.replace(b'"uid"', b'"udi"')):
        with pytest.raises(homework.InvalidError) as caught:
            homework.Plan.from_json(wrong)
        assert caught.value.problems and all(problem.message for problem in caught.value.problems)
    with pytest.raises(homework.InvalidError) as caught:
        homework.Plan.from_json(data.replace(b'"Calmer evenings"', b'"\\u0007 SENTINEL"'))
    assert caught.value.line and "SENTINEL" not in str(caught.value)
    with pytest.raises(TypeError):
        homework.Plan.from_json(None)  # type: ignore[arg-type]


# ---- two copies

def test_two_copies_give_each_other_what_they_lack() -> None:
    desk = small_plan()
    phone = copy.copy(desk)
    desk.add(homework.Goal("sleep", "Sleep"), **LATER)
    desk.add(homework.Message("m", "question", SECRET, visibility="private"), **LATER)
    phone.log("breathing", at=AGREED + timedelta(hours=2), note=SECRET, visibility="private", **EVENING)
    knowledge = desk.knowledge()
    assert isinstance(knowledge, bytes) and SECRET.encode() not in knowledge + phone.knowledge()
    there, back = phone.changes_since(knowledge), desk.changes_since(phone.knowledge())
    before = desk.to_bytes()
    preview = desk.with_changes(there)
    assert desk.to_bytes() == before and [entry.id for entry in preview.entries] == ["phone-1"] and preview.problems == ()
    assert desk.merge_changes(there) == () and phone.merge_changes(back) == ()
    assert desk.to_bytes() == phone.to_bytes() != before
    assert desk.knowledge() == phone.knowledge()
    generation = desk.generation
    desk.merge_changes(there)                   # again: nothing new
    assert desk.to_bytes() == phone.to_bytes() and desk.merge_changes(phone.changes_since(desk.knowledge())) == ()
    assert desk.generation >= generation
    # without knowledge everything
    fresh = small_plan()
    fresh.merge_changes(phone.changes_since())
    assert fresh.to_bytes() == phone.to_bytes()


def test_changes_that_are_refused() -> None:
    plan = small_plan()
    before, generation = plan.to_bytes(), plan.generation
    other = homework.Plan("Europe/Berlin", "therapist", by="mk", origin="desk", recorded=AGREED)
    changes = plan.changes_since()
    refuses(
        (homework.InvalidError, lambda: plan.merge_changes(other.changes_since())),
        (homework.InvalidError, lambda: plan.merge_changes(b"<changes")),
        (homework.InvalidError, lambda: plan.merge_changes(changes[:-20])),
        (homework.InvalidError, lambda: plan.with_changes(b"")),
        (homework.ParseError, lambda: plan.changes_since(b"something else")),
        (homework.InvalidError, lambda: plan.changes_since(other.knowledge())),
        (TypeError, lambda: plan.changes_since("text")),  # type: ignore[arg-type]
        (TypeError, lambda: plan.merge_changes(None)))  # type: ignore[arg-type]
    clash, mine = small_plan(), small_plan()
    for one, extent in ((clash, "attempted"), (mine, "done")):
        one.log("breathing", extent, id="phone-1", **EVENING)
    with pytest.raises(homework.ConflictError) as caught:
        mine.merge_changes(clash.changes_since())
    assert [problem.code for problem in caught.value.problems] == [homework.ProblemCode.MERGE_CONFLICT]
    assert (plan.to_bytes(), plan.generation) == (before, generation)


@pytest.mark.parametrize("seed", range(6))
def test_devices_converge(seed: int) -> None:
    """Three devices, mostly offline, that now and then tell one other: in the end all have the same bytes."""
    print(f"seed {seed}")
    chance = random.Random(seed)
    devices = {name: small_plan() for name in ("desk", "phone", "tablet")}
    for hour in range(120):
        name = chance.choice(list(devices))
        plan, who = devices[name], homework.Change("client", name, AGREED + timedelta(hours=hour))
        roll = chance.random()
        if roll < 0.4:
            plan.log("breathing", chance.choice(["done", "attempted"]), unscheduled=True, note=SECRET, change=who)
        elif roll < 0.5 and len(plan.entries):
            id = chance.choice([entry.id for entry in plan.entries])
            if plan.removal(id) is None:
                plan.redact(id, who)
        elif roll < 0.65:
            with plan.editing(plan.goals["calm"], who) as goal:
                goal.title = f"Calm {hour}"
        elif roll < 0.8:
            plan.add(homework.Message(f"{name}-m{hour}", "insight", SECRET), who)
        else:
            other = devices[chance.choice([other for other in devices if other != name])]
            plan.merge_changes(other.changes_since(plan.knowledge()))
    for _ in range(2):
        for name in chance.sample(list(devices), 3):
            for other in devices.values():
                devices[name].merge_changes(other.changes_since(devices[name].knowledge()))
    assert len({plan.to_bytes() for plan in devices.values()}) == 1
    everything = small_plan()
    for plan in devices.values():
        everything.merge(plan)
    assert everything.to_bytes() == devices["desk"].to_bytes()


# ---- what differs

def test_what_differs_between_two_plans() -> None:
    old = small_plan()
    new = copy.copy(old)
    assert len(old.diff(new)) == 0 and list(old.diff(old)) == []
    new.mark(new.goals["calm"], "on-hold", **LATER)
    with new.editing(new.assignments["breathing"], **LATER) as draft:
        draft.set_text("title", "Langsam atmen", "de")
        draft.where = "At the table"
    new.add(homework.Skill("k", "Saying no"), **LATER)
    new.add(homework.Message("m", "concern", SECRET, visibility="private"), **LATER)
    new.log("breathing", at=AGREED + timedelta(hours=2), note=SECRET, visibility="private", **EVENING)
    diff = old.diff(new)
    whole = [(item.kind.word, item.section, item.thing) for item in diff if item.field is None]
    assert whole == [("added", "skills", "k"), ("marked", "goals", "calm"), ("revised", "assignments", "breathing"),
                     ("added", "messages", "m"), ("added", "log", "phone-1")]
    fields = {(item.thing, item.field): (item.before, item.after) for item in diff if item.field is not None}
    assert fields["calm", "state"] == ("active", "on-hold")
    assert fields["breathing", "title[de]"] == (None, "Langsam atmen")
    assert fields["breathing", "contract/where"] == (None, "At the table")
    assert SECRET not in str(list(diff)) and SECRET in str(list(old.diff(new, private_too=True)))
    assert diff.table().columns()["kind"] == [item.kind.word for item in diff] and diff[-1] == diff[len(diff) - 1]
    assert [item.kind.word for item in new.diff(old) if item.thing == "k"][:1] == ["removed"]
    with pytest.raises(homework.ArgumentError):
        old.diff(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        old.diff(old.goals["calm"])  # type: ignore[arg-type]


def test_what_differs_between_two_revisions() -> None:
    plan = small_plan()
    with plan.editing(plan.assignments["breathing"], **LATER) as draft:
        draft.minutes = 20
        draft.remind(5)
    before, after = plan.assignments.revisions("breathing")
    found = {item.field: (item.before, item.after) for item in homework.diff_records(before, after)}
    assert found == {"minutes": ("10", "20"), "reminder[2]/kind": (None, "prompt"), "reminder[2]/minutes": (None, "5")}
    assert len(homework.diff_records(after, after)) == 0
    assert {item.field for item in homework.diff_records(None, plan.goals["calm"])} >= {"title", "measure", "target"}
    refuses(
        (homework.ArgumentError, lambda: homework.diff_records(None, None)),
        (homework.ArgumentError, lambda: homework.diff_records(before, plan.goals["calm"])),
        (TypeError, lambda: homework.diff_records(before, plan)),  # type: ignore[arg-type]
        (TypeError, lambda: homework.diff_records(before, "breathing")))  # type: ignore[arg-type]


def test_the_history_of_a_thing() -> None:
    plan = small_plan()
    plan.mark(plan.goals["calm"], "on-hold", **LATER, reason="holidays")
    first = plan.log("breathing", at=AGREED + timedelta(hours=2), **EVENING)
    second = homework.Entry("breathing", "partial", percent=20, at=AGREED + timedelta(hours=2))
    plan.supersede(first, second, homework.Change("client", "phone", AGREED + timedelta(hours=5)))
    rows = plan.history("calm").to_dict()
    assert [(row["revision"], row["follows"], row["by"], row["state"]) for row in rows] == [
        (record.revision.id, record.revision.follows, record.revision.by, record.state.word)
        for record in plan.goals.revisions("calm")]
    assert rows[1]["changed"] == "state" and rows[1]["reason"] == "holidays"
    assert [row["id"] for row in plan.history(first).to_dict()] == [first, second.id]
    assert len(plan.history("settings")) == 1
    with pytest.raises(homework.NotFoundError):
        plan.history("nothing")


# ---- what is taken out

def test_words_are_taken_out() -> None:
    plan = small_plan()
    old = copy.copy(plan)
    plan.add(homework.Message("m", "concern", SECRET, answer=SECRET), **LATER)
    id = plan.log("breathing", "partial", percent=40, values={"suds": 3}, note=SECRET, at=AGREED + timedelta(hours=2), **EVENING)
    with_words = copy.copy(plan)
    progress = plan.progress("2025-03-03", "2025-03-10", as_of=EVENING["recorded"]).to_dict()
    assert plan.removal("m") is None
    plan.redact("m", **EVENING, reason="asked for")
    plan.redact(id, **EVENING)
    assert SECRET.encode() not in plan.to_bytes() + plan.to_json() and plan.removal("m") == homework.Removal.REDACT
    assert plan.messages["m"].content == homework.REDACTED and plan.messages["m"].answer is None
    assert plan.entries[id].percent == 40 and [value.number for value in plan.entries[id].values] == [3.0]
    assert plan.progress("2025-03-03", "2025-03-10", as_of=EVENING["recorded"]).to_dict() == progress
    erasure = plan.erasures[0]
    assert (erasure.target, erasure.removal, erasure.revision.by, erasure.revision.reason) == (
        "m", homework.Removal.REDACT, "client", "asked for")
    assert plan.erasures[erasure.id] == erasure and plan.erasures.revisions(erasure.id) == (erasure,)
    with pytest.raises(TypeError, match="cannot be changed"):
        erasure.edit()
    with pytest.raises(TypeError, match="cannot add"):
        plan.add(erasure, **LATER)
    # a copy that still has the words loses them, in whichever order
    for one, other in ((with_words, plan), (plan, with_words)):
        merged = copy.copy(one)
        merged.merge(other)
        assert merged.to_bytes() == plan.to_bytes()
    with_words.merge_changes(plan.changes_since(with_words.knowledge()))
    assert with_words.to_bytes() == plan.to_bytes() == homework.load(plan.to_bytes()).to_bytes()
    old.merge(plan)
    assert old.to_bytes() == plan.to_bytes()


def test_things_are_taken_out() -> None:
    plan = small_plan()
    plan.add(homework.Message("m", "concern", SECRET), **LATER)
    id = plan.log("breathing", note=SECRET, at=AGREED + timedelta(hours=2), **EVENING)
    plan.erase("m", **EVENING)
    plan.erase(id, **EVENING)
    assert "m" not in plan.messages and len(plan.entries) == 0 and plan.removal("m") == homework.Removal.ERASE
    assert SECRET.encode() not in plan.to_bytes() and [erasure.target for erasure in plan.erasures] == ["m", id]
    before, generation = plan.to_bytes(), plan.generation
    refuses(
        (homework.StateError, lambda: plan.erase("calm", **EVENING)),  # an assignment refers to it
        (homework.StateError, lambda: plan.erase("m", **EVENING)),
        (homework.StateError, lambda: plan.redact("m", **EVENING)),
        (homework.StateError, lambda: plan.erase("settings", **EVENING)),
        (homework.NotFoundError, lambda: plan.erase("nothing", **EVENING)),
        (homework.NotFoundError, lambda: plan.redact("calm", by="nobody", origin="desk")),
        (homework.HomeworkError, lambda: plan.add(homework.Message("m", "insight", "again"), **EVENING)))
    assert (plan.to_bytes(), plan.generation) == (before, generation)
