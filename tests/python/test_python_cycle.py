# SPDX-License-Identifier: MIT
"""The nouns and verbs of the whole cycle through Python: designed, agreed, practised, reviewed, talked about. What is refused
is a typed exception, and the plan is as it was."""
from __future__ import annotations

import copy
from datetime import date, datetime, timedelta
from typing import Any, Callable

import homework
import pytest
from documents import compare, from_xml
from plans import AGREED, BERLIN, Who, refuses, small_plan

LATER = Who(by="mk", origin="desk", recorded=AGREED + timedelta(hours=1))


def cycle_plan() -> homework.Plan:
    """The small plan, with a session that was held and one to come."""
    plan = small_plan()
    plan.add(homework.Session("s-1", "2025-03-03T17:00", state="held"), **LATER)
    plan.add(homework.Session("s-2", "2025-03-10T17:00"), **LATER)
    return plan


# ---- every noun

# section: (make, what is set, what the document says)
NOUNS: dict[str, tuple[Callable[..., Any], dict[str, Any], dict[str, str]]] = {
    "skills": (lambda **more: homework.Skill("k", "Saying no", **more),
               dict(description="Kindly", goals=["calm"]),
               {"title": "Saying no", "state": "introduced", "description": "Kindly", "goals": "calm"}),
    "templates": (lambda **more: homework.Template("w", "Worksheet", "worksheet", **more),
                  dict(instructions="Fill it in", rationale="It helps", minutes=20, source="our own",
                       licence="CC0-1.0", label="a"),
                  {"kind": "worksheet", "minutes": "20", "source": "our own", "licence": "CC0-1.0", "label": "a",
                   "title": "Worksheet", "instructions": "Fill it in", "rationale": "It helps"}),
    "reviews": (lambda **more: homework.Review("v", "s-1", "breathing", "step-up", **more),
                dict(findings="Went well"),
                {"session": "s-1", "assignment": "breathing", "decision": "step-up", "findings": "Went well"}),
    "ratings": (lambda **more: homework.Rating("r", "s-1", "client", **more),
                dict(values={"quantity": 4, homework.Dimension.GOAL_MATCH: 0}, assignment="breathing"),
                {"session": "s-1", "rater": "client", "assignment": "breathing", "quantity": "4", "goal-match": "0"}),
    "scores": (lambda **more: homework.Score("c", "calm", "mk", -2, **more),
               dict(session="s-1"), {"goal": "calm", "rater": "mk", "level": "-2", "session": "s-1"}),
    "messages": (lambda **more: homework.Message("m", "concern", "I am worried", **more),
                 dict(answer="Let us talk", visibility="shared-summary", assignment="breathing", goal="calm", session="s-2"),
                 {"topic": "concern", "state": "open", "text": "I am worried", "answer": "Let us talk",
                  "visibility": "shared-summary", "assignment": "breathing", "goal": "calm", "session": "s-2"}),
}


@pytest.mark.parametrize("section", NOUNS)
def test_every_noun(section: str) -> None:
    make, values, written = NOUNS[section]
    plan = cycle_plan()
    draft = make(**values)
    assert draft.is_draft and repr(draft) == f"<{type(draft).__name__} {draft.id} (draft)>"
    plan.add(draft, **LATER)
    record = getattr(plan, section)[draft.id]
    assert record == draft and not record.is_draft and len(getattr(plan, section)) == 1
    for name, value in values.items():
        got = getattr(record, name)
        assert got == (tuple(value) if isinstance(value, list) else value) or str(got) == value or name == "values"
    found, = from_xml(plan.to_bytes())[section]
    assert {path: text for path, text in found.items() if path in written} == written
    assert set(found) == set(written) | {"id", "revision", "effective", "recorded", "by"}
    # through both documents, a copy, a merge
    for again in (homework.load(plan.to_bytes()), homework.Plan.from_json(plan.to_json()), copy.copy(plan)):
        assert again.to_bytes() == plan.to_bytes() and getattr(again, section).ids() == [draft.id]
    other = cycle_plan()
    other.merge(plan)
    assert other.to_bytes() == plan.to_bytes()
    # revised, with what was before kept
    with plan.editing(record, by="client", origin="phone", recorded=AGREED + timedelta(hours=2), reason="said anew") as edit:
        if section == "scores":
            edit.level = 2
        elif section == "ratings":
            edit.rate("quantity", None)
        else:
            text = {"reviews": "findings", "messages": "answer"}.get(section, "title")
            setattr(edit, text, "something else")
            edit.set_text(text, "etwas anderes", "de")
            assert edit.text(text, "de-CH") == "etwas anderes" and edit.text(text) == "something else"
    first, second = getattr(plan, section).revisions(draft.id)
    assert first == record and second.revision.follows == first.revision.id and second.revision.reason == "said anew"
    compare(plan)
    with pytest.raises(homework.ConflictError):
        plan.revise(record.edit(), **LATER)
    with pytest.raises(homework.StateError, match="edit"):
        draft._set(values)
    with pytest.raises(homework.DuplicateError):
        plan.add(make(), **LATER)


def test_ratings_are_what_was_rated() -> None:
    rating = homework.Rating("r", "s-1", "client", values={"quantity": 3, "difficulty": 4})
    assert rating.values == {homework.Dimension.QUANTITY: 3, homework.Dimension.DIFFICULTY: 4}
    rating.values = {"quality": 1}
    rating.rate("mastery", 2)
    assert rating.values == {homework.Dimension.QUALITY: 1, homework.Dimension.MASTERY: 2}
    assert [dimension.word for dimension in homework.Dimension if dimension.less_is_better] == ["difficulty", "obstacles"]
    refuses(
        (homework.RangeError, lambda: homework.Rating("r", "s-1", "client", values={"quality": 5})),
        (ValueError, lambda: homework.Rating("r", "s-1", "client", values={"total": 1})),
        (TypeError, lambda: homework.Rating("r", "s-1", "client", values={"quality": 1.5})))


def test_the_client_has_so_much_room() -> None:
    plan = cycle_plan()
    assert (plan.settings.capacity_minutes, plan.settings.capacity_assignments) == (None, None)
    with plan.editing(plan.settings, **LATER) as settings:
        settings.capacity_minutes, settings.capacity_assignments = 120, 3
    assert (plan.settings.capacity_minutes, plan.settings.capacity_assignments) == (120, 3)
    assert from_xml(plan.to_bytes())["settings"][-1]["capacity-minutes"] == "120"
    with pytest.raises(homework.RangeError):
        plan.settings.edit().capacity_minutes = 10081


# ---- what was agreed

CONTRACT = dict(what="Ten slow breaths", where="At the kitchen table", when="After supper", how_often="Every day",
                how_long="Ten minutes", rationale="Slow breath, slow pulse", cue="When the plates are done",
                action="I sit down and breathe")


def test_a_contract() -> None:
    plan = cycle_plan()
    a = homework.Assignment("table", "Breathe", "relaxation", **CONTRACT, with_="partner", likelihood=80, expected_difficulty=0,
                            rehearsed=True, sheet_given=True, obstacles=[("no-privacy", "Tell the family"), ("forgot", None)])
    a.set_text("where", "Am Küchentisch", "de")
    a.foresee("forgot", "Ein Zettel", "de")
    a.foresee(homework.Barrier.NO_PRIVACY, "Tell them before")
    plan.add(a, **LATER)
    a = homework.load(plan.to_bytes()).assignments["table"]
    assert {name: getattr(a, name) for name in CONTRACT} == CONTRACT
    assert (a.with_, a.likelihood, a.expected_difficulty) == (homework.Role.PARTNER, 80, 0)
    assert (a.rehearsed, a.sheet_given) == (True, True)
    assert a.obstacles == (homework.Obstacle(homework.Barrier.NO_PRIVACY, "Tell them before"),
                           homework.Obstacle(homework.Barrier.FORGOT, "Ein Zettel"))
    assert a.text("where", "de") == "Am Küchentisch" and a.coping("forgot", "de") == "Ein Zettel" and a.coping("no-time") is None
    found = next(record for record in from_xml(plan.to_bytes())["assignments"] if record["id"] == "table")
    assert found["contract/where[de]"] == "Am Küchentisch" and found["contract/obstacle[1]/coping[de]"] == "Ein Zettel"
    assert (found["contract/with"], found["contract/likelihood"], found["contract/difficulty"]) == ("partner", "80", "0")
    # taken back, piece by piece, nothing of it is left
    with plan.editing(plan.assignments["table"], **LATER) as draft:
        for name in CONTRACT:
            setattr(draft, name, None)
        draft.set_text("where", None, "de")
        draft.with_ = draft.likelihood = draft.expected_difficulty = None
        draft.rehearsed = draft.sheet_given = False
        draft.obstacles = ()
    last = from_xml(plan.to_bytes())["assignments"][-1]
    assert last["id"] == "table" and [path for path in last if path.startswith("contract")] == []
    assert plan.assignments["breathing"].likelihood is None and plan.assignments["breathing"].with_ is None


def test_a_contract_refuses() -> None:
    draft = homework.Assignment("a", "A")
    refuses(
        (homework.RangeError, lambda: setattr(draft, "likelihood", 101)),
        (homework.RangeError, lambda: setattr(draft, "expected_difficulty", -2)),
        (ValueError, lambda: setattr(draft, "with_", "postman")),
        (TypeError, lambda: setattr(draft, "rehearsed", 1)),
        (ValueError, lambda: draft.foresee("rain", "umbrella")),
        (ValueError, lambda: setattr(draft, "obstacles", ["no-time"])),
        (homework.ParseError, lambda: setattr(draft, "cue", "a\x07b")))
    assert draft.obstacles == () and draft.cue is None and draft.likelihood is None


def test_steps_have_criteria() -> None:
    plan = cycle_plan()
    criteria = [homework.Criterion(), homework.Criterion(times=3, within=timedelta(days=14)),
                homework.Criterion("suds", homework.Comparator.AT_MOST, 30, 2, homework.Phase.AFTER, timedelta(hours=36))]
    for criterion in criteria:
        with plan.editing(plan.steps["sit"], **LATER) as step:
            step.criterion = criterion
        assert homework.load(plan.to_bytes()).steps["sit"].criterion == plan.steps["sit"].criterion == criterion
    with plan.editing(plan.steps["sit"], **LATER) as step:
        step.criterion = None
    assert plan.steps["sit"].criterion is None
    words = homework.Step("x", "calm", "X", criterion=homework.Criterion("suds", "at-most", 30, phase="after"))  # type: ignore[arg-type]
    assert words.criterion == homework.Criterion("suds", homework.Comparator.AT_MOST, 30, phase=homework.Phase.AFTER)
    for wrong in (homework.Criterion(times=0), homework.Criterion("suds"), homework.Criterion(within=timedelta(days=-1))):
        with pytest.raises(homework.RangeError):
            words.criterion = wrong
    with pytest.raises(homework.NotFoundError):
        plan.add(homework.Step("y", "calm", "Y", criterion=homework.Criterion("weight", value=1)), **LATER)


# ---- states

# Which state may follow which, as clinicians use the words; what is not named is refused.
MOVES = {
    "goals": {"proposed": "planned accepted rejected cancelled entered-in-error",
              "planned": "accepted active rejected cancelled entered-in-error", "accepted": "active cancelled entered-in-error",
              "active": "on-hold completed cancelled entered-in-error", "on-hold": "active completed cancelled entered-in-error",
              "completed": "entered-in-error", "cancelled": "entered-in-error", "rejected": "entered-in-error"},
    "steps": {"locked": "available", "available": "in-practice skipped", "in-practice": "criterion-met available",
              "criterion-met": "consolidated regressed", "regressed": "in-practice"},
    "assignments": {"draft": "proposed cancelled entered-in-error",
                    "proposed": "agreed declined draft cancelled entered-in-error", "agreed": "active cancelled entered-in-error",
                    "active": "on-hold completed stopped entered-in-error", "on-hold": "active stopped entered-in-error",
                    "completed": "entered-in-error", "stopped": "entered-in-error", "declined": "entered-in-error",
                    "cancelled": "entered-in-error"},
    "sessions": {"planned": "held missed cancelled"},
    "messages": {"open": "acknowledged discussed deferred withdrawn", "acknowledged": "discussed resolved",
                 "deferred": "discussed resolved", "discussed": "resolved open"},
}
MAKE: dict[str, Callable[[Any], homework.Record]] = {
    "goals": lambda state: homework.Goal("x", "X", state=state),
    "steps": lambda state: homework.Step("x", "calm", "X", state=state),
    "assignments": lambda state: homework.Assignment("x", "X", state="draft"),
    "sessions": lambda state: homework.Session("x", "2025-03-17T17:00", state=state),
    "messages": lambda state: homework.Message("x", "question", "Why?"),
}
STATES: dict[str, type[homework.enums.Word]] = {"goals": homework.GoalState, "steps": homework.StepState, "assignments": homework.AssignmentState,
          "sessions": homework.SessionState, "messages": homework.MessageState}


def way(section: str, state: str) -> list[str]:
    """The states from the first one to a state: assignments and messages cannot begin anywhere."""
    ways: dict[str, list[str]] = {{"assignments": "draft", "messages": "open"}[section]: []}
    queue = list(ways)
    while queue:
        last = queue.pop(0)
        for after in MOVES[section].get(last, "").split():
            if after not in ways:
                ways[after] = ways[last] + [after]
                queue.append(after)
    return ways[state]


@pytest.mark.parametrize("section", MOVES)
def test_every_change_of_state(section: str) -> None:
    for before in STATES[section]:
        plan = cycle_plan()
        plan.add(MAKE[section](before), **LATER)
        for state in way(section, before.word) if section in ("assignments", "messages") else ():
            plan.mark(getattr(plan, section)["x"], state, **LATER)
        for after in STATES[section]:
            one = copy.copy(plan)
            record, bytes_before = getattr(one, section)["x"], one.to_bytes()
            if after.word in MOVES[section].get(before.word, "").split():
                marked = one.mark(record, after.word, by="client", origin="phone", recorded=AGREED + timedelta(hours=2))
                assert marked.state == after and marked.revision.by == "client" and record.state == before
                assert from_xml(one.to_bytes())[section][-1]["state"] == after.word
            else:
                with pytest.raises(homework.StateError) as caught:
                    one.mark(record, after, **LATER)
                assert caught.value.subject == "x" and one.to_bytes() == bytes_before


def test_what_cannot_be_marked() -> None:
    plan = cycle_plan()
    plan.add(homework.Skill("k", "K"), **LATER)
    before = plan.to_bytes()
    refuses(
        (TypeError, lambda: plan.mark(plan.skills["k"], "applied", **LATER)),
        (TypeError, lambda: plan.mark(plan.people["mk"], "active", **LATER)),
        (TypeError, lambda: plan.mark("calm", "active", **LATER)),  # type: ignore[type-var]
        (TypeError, lambda: plan.mark(plan.goals["calm"], homework.StepState.LOCKED, **LATER)),
        (ValueError, lambda: plan.mark(plan.goals["calm"], "finished", **LATER)),
        (TypeError, lambda: plan.mark(plan.goals["calm"], "completed")),
        (homework.NotFoundError, lambda: plan.mark(homework.Goal("other", "O"), "completed", **LATER)),
        (homework.NotFoundError, lambda: plan.mark(plan.goals["calm"], "completed", by="nobody", origin="desk")))
    assert plan.to_bytes() == before


def test_a_step_is_reached_on_a_day() -> None:
    plan = cycle_plan()
    plan.mark(plan.steps["sit"], "in-practice", **LATER)
    met = plan.mark(plan.steps["sit"], "criterion-met", homework.Change("mk", "desk", AGREED + timedelta(days=9)))
    assert met.reached == date(2025, 3, 12)


def test_nothing_is_active_without_agreement() -> None:
    plan = cycle_plan()
    plan.add(homework.Assignment("walk", "A walk", state="proposed"), by="client", origin="phone", recorded=AGREED)
    assert plan.agreement("walk") is None and plan.agreement("none") is None
    with pytest.raises(homework.StateError):
        plan.mark(plan.assignments["walk"], "active", **LATER)
    with pytest.raises(homework.NotFoundError):
        plan.agree("walk", "nobody", **LATER)
    plan.add(homework.Person("watch", "device"), **LATER)
    with pytest.raises(homework.ArgumentError):
        plan.agree("walk", "watch", **LATER)
    agreed = plan.agree("walk", "client", **LATER, reason="both want it")
    assert agreed.state == homework.AssignmentState.AGREED and agreed.revision.by == "mk"
    assert plan.agreement("walk") == ("client", LATER["recorded"]) == homework.Agreement("client", LATER["recorded"])
    plan.mark(agreed, "active", **LATER)
    assert homework.load(plan.to_bytes()).agreement("walk") == plan.agreement("walk")
    with pytest.raises(homework.StateError):
        plan.agree("walk", **LATER)
    # what began as active was agreed when that was recorded
    assert plan.agreement("breathing") == ("mk", AGREED)


def test_a_session_moves() -> None:
    plan = cycle_plan()
    moved = plan.move_session("s-2", datetime(2025, 3, 11, 9), **LATER)
    assert moved.start == datetime(2025, 3, 11, 9) == plan.sessions["s-2"].start and len(plan.sessions.revisions("s-2")) == 2
    before = plan.to_bytes()
    wrong: list[tuple[type[Exception], str, Any]] = [
            (homework.StateError, "s-1", "2025-03-12T09:00"), (homework.NotFoundError, "s-9", "2025-03-12T09:00"),
                            (ValueError, "s-2", "2025-02-30T09:00"), (homework.RangeError, "s-2", None),
                            (ValueError, "s-2", datetime(2025, 3, 12, 9, tzinfo=BERLIN))]
    for kind, id, start in wrong:
        with pytest.raises(kind):
            plan.move_session(id, start, **LATER)
    assert plan.to_bytes() == before


def test_skills_move_by_evidence_alone() -> None:
    plan = cycle_plan()
    plan.add(homework.Skill("breath", "Breathing slowly"), **LATER)
    with plan.editing(plan.assignments["breathing"], **LATER) as draft:
        draft.skills = ["breath"]
    before = plan.to_bytes()
    wrong: list[tuple[type[Exception], str, Any]] = [
        (homework.StateError, "applied", "s-1"), (homework.StateError, "practised-in-session", "s-2"),
                                  (homework.NotFoundError, "practised-in-session", "e-9"),
                                  (homework.StateError, "introduced", "s-1"),
                                  (homework.ArgumentError, "practised-in-session", None)]
    for kind, stage, evidence in wrong:
        with pytest.raises(kind):
            plan.mark_skill("breath", stage, evidence, **LATER)
    assert plan.to_bytes() == before
    skill = plan.mark_skill("breath", "practised-in-session", "s-1", **LATER)
    assert (skill.state, skill.evidence) == (homework.SkillStage.PRACTISED_IN_SESSION, "s-1")
    evening = Who(by="client", origin="phone", recorded=AGREED + timedelta(hours=4))
    entry = plan.log("breathing", at=AGREED + timedelta(hours=2), **evening)
    skill = plan.mark_skill("breath", homework.SkillStage.PRACTISED_SAFE, entry, **evening)
    assert (skill.state.word, skill.evidence) == ("practised-safe", entry)
    assert [revision.state.word for revision in plan.skills.revisions("breath")] == [
        "introduced", "practised-in-session", "practised-safe"]


def test_editing_takes_all_or_nothing() -> None:
    plan = cycle_plan()
    before, generation = plan.to_bytes(), plan.generation
    with pytest.raises(ZeroDivisionError):
        with plan.editing(plan.goals["calm"], **LATER) as draft:
            draft.title = "x"
            raise ZeroDivisionError
    with pytest.raises(TypeError):
        with plan.editing(plan.goals["calm"]):
            raise AssertionError("not reached")
    with pytest.raises(homework.RangeError):
        with plan.editing(plan.goals["calm"], **LATER) as draft:
            draft.weight = -1
    assert (plan.to_bytes(), plan.generation) == (before, generation)


# ---- schedules

def test_what_hangs_on_sessions() -> None:
    plan = cycle_plan()
    daily = homework.Assignment("daily", "Every day", minutes=5)
    daily.around_sessions("2025-03-04", "until", 20 * 3600, unheld="close")
    prepare = homework.Assignment("prepare", "Write down what to ask")
    prepare.around_sessions(date(2025, 3, 4), homework.Relation.BEFORE, offset="P2D", every=1)
    plan.add(daily, **LATER)
    plan.add(prepare, **LATER)
    daily, prepare = plan.assignments["daily"], plan.assignments["prepare"]
    assert (daily.schedule, daily.relation) == (homework.ScheduleKind.SESSION_ANCHORED, homework.Relation.UNTIL)
    assert (daily.times, daily.unheld) == ((72000,), homework.UnheldPolicy.CLOSE)
    assert (prepare.relation, prepare.offset, prepare.every, prepare.unheld) == (
        homework.Relation.BEFORE, timedelta(days=2), 1, homework.UnheldPolicy.EXTEND)

    def due() -> dict[tuple[str, date], datetime]:
        found = plan.occurrences("2025-03-03", "2025-03-20", as_of=AGREED + timedelta(hours=2))
        return {(o.assignment, o.key): o.due for o in found if o.assignment != "breathing"}

    keys = {("daily", datetime(2025, 3, day, 20)) for day in range(4, 10)} | {("prepare", date(2025, 3, 8))}
    assert set(due()) == keys
    plan.move_session("s-2", "2025-03-12T17:00", **LATER)
    # what it is known by stays, when it is due moves along
    assert due()["prepare", date(2025, 3, 8)].date() == date(2025, 3, 10)
    assert set(due()) - {("daily", datetime(2025, 3, day, 20)) for day in (10, 11)} == keys
    compare(plan)


def test_what_follows_and_what_waits_for_an_event() -> None:
    plan = cycle_plan()
    after = homework.Assignment("after", "Write about it")
    after.follow("2025-03-03", "breathing", timedelta(hours=2))
    upon = homework.Assignment("upon", "Count to ten", "behavior-tracking")
    upon.upon("2025-03-03", "When I get angry")
    upon.set_text("trigger", "Wenn ich wütend werde", "de")
    for draft in (after, upon):
        plan.add(draft, **LATER)
    after, upon = plan.assignments["after"], plan.assignments["upon"]
    assert (after.schedule.word, after.after, after.delay) == ("sequenced", "breathing", timedelta(hours=2))
    assert (upon.schedule.word, upon.trigger, upon.text("trigger", "de")) == (
        "event-contingent", "When I get angry", "Wenn ich wütend werde")
    compare(plan)
    assert {o.assignment for o in plan.occurrences("2025-03-03", "2025-03-10", as_of=LATER["recorded"])} == {
        "breathing", "after"}
    entry = plan.log("upon", "no-opportunity", by="client", origin="phone", recorded=AGREED + timedelta(days=1))
    assert plan.entries[entry].extent == homework.Extent.NO_OPPORTUNITY and plan.entries[entry].due is None
    # no circles
    with pytest.raises(homework.StateError):
        with plan.editing(plan.assignments["breathing"], **LATER) as draft:
            draft.follow("2025-03-03", "after")
    with pytest.raises(homework.NotFoundError):
        lost = homework.Assignment("lost", "Lost")
        lost.follow("2025-03-03", "nothing")
        plan.add(lost, **LATER)


def test_moves_and_tapers() -> None:
    plan = cycle_plan()
    with plan.editing(plan.assignments["breathing"], **LATER) as draft:
        draft.move("2025-03-06T19:00", "2025-03-07T08:00")
        draft.taper("2025-04-01", "FREQ=WEEKLY;BYDAY=SU")
    breathing = plan.assignments["breathing"]
    assert breathing.moves == (homework.Move(datetime(2025, 3, 6, 19), datetime(2025, 3, 7, 8)),)
    assert breathing.tapers == (homework.Taper(date(2025, 4, 1), "FREQ=WEEKLY;BYDAY=SU"),)
    compare(plan)
    occurrences = plan.occurrences("2025-03-03", "2025-04-20", as_of=AGREED + timedelta(hours=2))
    one, = [o for o in occurrences if o.key == datetime(2025, 3, 6, 19)]
    assert one.due == datetime(2025, 3, 7, 8, tzinfo=BERLIN)
    assert [o.key.weekday() for o in occurrences if o.key >= datetime(2025, 4, 1)] == [6, 6]
    with pytest.raises(homework.DuplicateError):
        draft = breathing.edit()
        draft.move("2025-03-06T19:00", "2025-03-08T08:00")
    with plan.editing(breathing, **LATER) as draft:
        draft.clear_tapers()
        draft.clear_changes()
    assert (plan.assignments["breathing"].moves, plan.assignments["breathing"].tapers) == ((), ())
    with pytest.raises(homework.StateError):
        homework.Assignment("a", "A").taper("2025-04-01", "FREQ=DAILY")


def test_maintenance_is_due_after_the_end() -> None:
    plan = cycle_plan()
    with plan.editing(plan.settings, **LATER) as settings:
        settings.ends = "2025-03-31"
    keep = homework.Assignment("keep", "Keep at it", maintenance=True)
    keep.recur("2025-03-01", "FREQ=WEEKLY;BYDAY=SU")
    plan.add(keep, **LATER)
    keys = [o.key for o in plan.occurrences("2025-03-03", "2025-04-15", as_of=AGREED) if o.assignment == "keep"]
    assert keys == []                           # nobody knew of it then
    keys = [o.key for o in plan.occurrences("2025-03-03", "2025-04-15", as_of=LATER["recorded"]) if o.assignment == "keep"]
    assert keys == [date(2025, 4, 6), date(2025, 4, 13)] and plan.assignments["keep"].maintenance
