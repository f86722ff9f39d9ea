# SPDX-License-Identifier: MIT
"""Random plans made through the Python classes: what they say is what the standard library's parsers find in the documents.

Each prints its seed. HW_TEST_SEED=n tries one; HW_TEST_FULL=1 tries many more."""
from __future__ import annotations

import os
import random
from datetime import date, datetime, timedelta
from typing import Any, Iterable, TypeVar, Union

import homework
import pytest
from common import FULL
from documents import compare
from plans import AGREED, small_plan

SEEDS = ([int(os.environ["HW_TEST_SEED"])] if "HW_TEST_SEED" in os.environ
         else range(400 if FULL else 24))
WORDS = ("a walk", "Füße & Hände", "<b>\"quoted\"</b>", "zwei\nZeilen", "  blanks  ", "日本語", "x" * 300, "tab\there")
LANGUAGES = ("de", "fr-CA", "ja")


T = TypeVar("T")
#: What has states, and so may be marked.
Stateful = Union[homework.Goal, homework.Step, homework.Assignment, homework.Session, homework.Message]


class Edits:
    """Random edits of a plan, each valid or refused with a typed error."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.plan = small_plan()
        self.plan.add(homework.Session("s-0", "2025-03-03T17:00", state="held"), by="mk", origin="desk", recorded=AGREED)
        self.moment = AGREED
        self.count = 0
        self.refused = 0

    # ---- values
    def pick(self, things: Iterable[T]) -> T:
        return self.random.choice(list(things))

    def maybe(self, value: T) -> T | None:
        return value if self.random.random() < 0.6 else None

    def text(self) -> str:
        return self.pick(WORDS)

    def line(self) -> str:
        return self.pick(WORDS).replace("\n", " ").replace("\t", " ").strip()

    def day(self) -> date:
        return date(2025, 3, 1) + timedelta(days=self.random.randrange(90))

    def wall(self) -> datetime:
        return datetime(2025, 3, 1) + timedelta(minutes=15 * self.random.randrange(96 * 90))

    def an(self, records: homework.Records[Any]) -> str | None:
        return self.maybe(self.pick(records.ids())) if len(records) else None

    def some(self, records: homework.Records[Any]) -> list[str]:
        return self.random.sample(records.ids(), self.random.randrange(min(3, len(records)) + 1))

    def number(self) -> float:
        return self.pick([0, 1, -3, 0.1, 2.5, -0.0625, 1e-3, 12345.678])

    def id(self, stem: str) -> str:
        self.count += 1
        return f"{stem}-{self.count}"

    def who(self) -> homework.Change:
        self.moment += timedelta(minutes=self.random.randrange(1, 600))
        return homework.Change(self.pick(self.plan.people.ids()), self.pick(["desk", "phone"]), self.moment,
                               reason=self.maybe(self.line()))

    # ---- drafts
    def person(self) -> homework.Person:
        return homework.Person(self.id("p"), self.pick(homework.Role), name=self.maybe(self.line()), language=self.maybe("de-AT"))

    def measure(self) -> homework.Measure:
        return homework.Measure(self.id("m"), self.line(), self.pick(homework.Quantity), unit=self.maybe("min"),
                                min=self.maybe(-5), max=self.maybe(100), better=self.pick(homework.Better))

    def skill(self) -> homework.Skill:
        return homework.Skill(self.id("k"), self.line(), description=self.maybe(self.text()), goals=self.some(self.plan.goals))

    def goal(self) -> homework.Goal:
        goal = homework.Goal(self.id("g"), self.line(), description=self.maybe(self.text()), measure=self.an(self.plan.measures),
                             baseline=self.maybe(self.number()), target=self.maybe(self.number()), due=self.maybe(self.day()),
                             weight=self.maybe(2.5), direction=self.pick(homework.Direction),
                             state=self.pick(["proposed", "active", "planned"]))
        for level in self.random.sample(range(-2, 3), self.random.randrange(4)):
            goal.set_level(level, self.line())
        return goal

    def step(self) -> homework.Step:
        criterion = None
        if self.random.random() < 0.7:
            measure = self.an(self.plan.measures)
            criterion = homework.Criterion(
                measure, self.pick(homework.Comparator), None if measure is None else self.number(),
                self.random.randrange(1, 9), self.pick(homework.Phase), self.maybe(timedelta(days=self.random.randrange(1, 40))))
        return homework.Step(self.id("t"), self.pick(self.plan.goals.ids()), self.line(), position=self.random.randrange(9),
                             difficulty=self.maybe(self.random.randrange(101)), criterion=criterion,
                             state=self.pick(["locked", "available", "in-practice"]))

    def field(self) -> homework.FormField:
        kind = self.pick(homework.FieldType).word
        scales: dict[str, dict[str, Any]] = {
            "rating": dict(least=0, greatest=10, whole=True), "number": dict(unit=self.maybe("min"), least=self.maybe(0)),
            "choice": dict(choices={"a": self.line(), "b": self.line()})}
        scale = scales.get(kind, {})
        field = homework.FormField(self.id("f"), kind, title=self.maybe(self.line()), phase=self.pick(homework.Phase),
                                   group=self.maybe("group"), required=self.random.random() < 0.2,
                                   confidential=self.random.random() < 0.2, **scale)
        field.set_title(self.line(), self.pick(LANGUAGES))
        return field

    def fields(self) -> list[homework.FormField]:
        return [self.field() for _ in range(self.random.randrange(4))] if self.random.random() < 0.3 else []

    def template(self) -> homework.Template:
        if self.random.random() < 0.3:
            return homework.Template.starter(self.pick(homework.starters()), self.id("w"))
        return homework.Template(self.id("w"), self.line(), self.pick(homework.Kind), instructions=self.maybe(self.text()),
                                 rationale=self.maybe(self.text()), minutes=self.maybe(20), source=self.maybe(self.line()),
                                 licence=self.maybe("CC0-1.0"), fields=self.fields())

    def assignment(self) -> homework.Assignment:
        if len(self.plan.templates) and self.random.random() < 0.2:
            return homework.Assignment.from_template(self.id("a"), self.pick(self.plan.templates))
        a = homework.Assignment(
            self.id("a"), self.line(), self.pick(homework.Kind), state=self.pick(["draft", "proposed", "agreed", "active"]),
            minutes=self.maybe(15), goals=self.some(self.plan.goals), steps=self.some(self.plan.steps),
            skills=self.some(self.plan.skills), predecessor=self.an(self.plan.assignments), session=self.an(self.plan.sessions),
            label=self.maybe(self.line()), instructions=self.maybe(self.text()), cover=self.maybe(self.line()),
            what=self.maybe(self.text()), where=self.maybe(self.text()), when=self.maybe(self.text()),
            how_often=self.maybe(self.text()), how_long=self.maybe(self.text()), rationale=self.maybe(self.text()),
            cue=self.maybe(self.text()), action=self.maybe(self.text()), with_=self.maybe(self.pick(homework.Role)),
            likelihood=self.maybe(self.random.randrange(101)), expected_difficulty=self.maybe(self.random.randrange(101)),
            rehearsed=self.maybe(True) or False, sheet_given=self.maybe(True) or False,
            obstacles=[(barrier, self.maybe(self.text())) for barrier in self.random.sample(list(homework.Barrier), 3)])
        if self.random.random() < 0.3:
            a.set_text(self.pick(["title", "cover"]), self.line(), self.pick(LANGUAGES))
            a.set_text(self.pick(["where", "cue", "instructions"]), self.text(), self.pick(LANGUAGES))
        a.fields = self.fields()
        if self.random.random() < 0.2:
            a.attach("sheet.pdf", self.maybe("application/pdf"), self.maybe(1234), self.maybe("0f" * 32), self.maybe(self.line()))
        self.schedule(a)
        return a

    def schedule(self, a: homework.Assignment) -> None:
        kind = self.pick(homework.ScheduleKind).word
        if kind == "once":
            a.once(self.pick([self.day(), self.wall()]))
        elif kind == "recurring":
            times = self.random.sample(range(0, 86400, 900), 2)
            a.recur(self.wall(), self.pick(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH"]), *times)
            if self.random.random() < 0.5:
                a.taper(date(2025, 7, 1), "FREQ=WEEKLY;BYDAY=SU")
                a.taper(date(2025, 8, 1), "FREQ=MONTHLY;BYMONTHDAY=1")
        elif kind == "quota":
            a.quota(self.day(), 2, self.pick(["week", "month"]), self.pick([0, 4]))
        elif kind == "session-anchored":
            relation = self.pick(homework.Relation)
            daily = relation == homework.Relation.UNTIL
            a.around_sessions(self.day(), relation, offset=timedelta() if daily else timedelta(days=self.random.randrange(4)),
                              every=1 if daily else self.random.randrange(1, 4), unheld=self.pick(homework.UnheldPolicy))
        elif kind == "sequenced":
            a.follow(self.day(), self.pick(self.plan.assignments.ids()), timedelta(hours=self.random.randrange(60)))
        elif kind == "event-contingent":
            a.upon(self.day(), self.text())
        if kind != "on-demand" and kind != "event-contingent":
            a.closes = timedelta(hours=3)
            a.remind(self.random.randrange(-60, 60))
            a.remind(days=self.random.randrange(-3, 1), clock=self.random.randrange(0, 86400, 60), kind="nudge",
                     anchor=self.pick(homework.Anchor))

    def session(self) -> homework.Session:
        return homework.Session(self.id("s"), self.wall(), minutes=self.random.randrange(1, 120),
                                mode=self.pick(homework.Meeting), state=self.pick(homework.SessionState), zone=self.maybe("Europe/Lisbon"))

    def review(self) -> homework.Review:
        return homework.Review(self.id("r"), self.pick(self.plan.sessions.ids()), self.pick(self.plan.assignments.ids()),
                               self.pick(homework.Decision), findings=self.maybe(self.text()))

    def rating(self) -> homework.Rating:
        dimensions = self.random.sample(list(homework.Dimension), 4)
        return homework.Rating(self.id("e"), self.pick(self.plan.sessions.ids()), self.pick(self.plan.people.ids()),
                               assignment=self.an(self.plan.assignments),
                               values={dimension: self.random.randrange(5) for dimension in dimensions})

    def score(self) -> homework.Score:
        return homework.Score(self.id("c"), self.pick(self.plan.goals.ids()), self.pick(self.plan.people.ids()),
                              self.random.randrange(-2, 3), session=self.an(self.plan.sessions))

    def message(self) -> homework.Message:
        return homework.Message(self.id("n"), self.pick(homework.Topic), self.text(), answer=self.maybe(self.text()),
                                visibility=self.pick(homework.Visibility), assignment=self.an(self.plan.assignments),
                                goal=self.an(self.plan.goals), session=self.an(self.plan.sessions))

    def hold(self) -> homework.Hold:
        first = self.day()
        return homework.Hold(self.id("h"), first, self.maybe(first + timedelta(days=5)), reason=self.pick(homework.Reason),
                             assignments=self.some(self.plan.assignments), note=self.maybe(self.text()))

    def excuse(self) -> homework.Excuse:
        return homework.Excuse(self.id("x"), "breathing", "2025-03-06T19:00", self.pick(homework.Reason),
                               note=self.maybe(self.text()))

    # ---- verbs
    def add(self) -> None:
        noun = self.pick(["person", "measure", "skill", "goal", "step", "template", "assignment", "assignment", "session",
                          "session", "review", "rating", "score", "message", "message", "hold", "excuse"])
        self.plan.add(getattr(self, noun)(), self.who())

    def stateful(self) -> list[Stateful]:
        plan = self.plan
        return [*plan.goals, *plan.steps, *plan.assignments, *plan.sessions, *plan.messages]

    def mark(self) -> None:
        record = self.pick(self.stateful())
        states: Iterable[homework.enums.Word] = type(record.state)
        state = self.pick(states)
        marked = self.plan.mark(record, state, self.who())
        assert marked.state == state and marked.id == record.id

    def mark_skill(self) -> None:
        if len(self.plan.skills):
            skill = self.pick(self.plan.skills)
            evidence = self.pick(self.plan.sessions.ids() + [entry.id for entry in self.plan.entries])
            self.plan.mark_skill(skill.id, self.pick(homework.SkillStage), evidence, self.who())

    def agree(self) -> None:
        agreed = self.plan.agree(self.pick(self.plan.assignments.ids()), self.an(self.plan.people), self.who())
        agreement = self.plan.agreement(agreed.id)
        assert agreement and agreement.at == self.moment

    def move_session(self) -> None:
        start = self.wall()
        assert self.plan.move_session(self.pick(self.plan.sessions.ids()), start, self.who()).start == start

    def revise(self) -> None:
        record = self.pick(self.stateful())
        with self.plan.editing(record, self.who()) as draft:
            if isinstance(draft, (homework.Goal, homework.Step, homework.Assignment)):
                draft.title = self.line()
                draft.set_text("title", self.maybe(self.line()), self.pick(LANGUAGES))
            elif isinstance(draft, homework.Message):
                draft.answer = self.maybe(self.text())
            else:
                draft.minutes = self.random.randrange(1, 99)

    def log(self) -> None:
        entry = homework.Entry(self.pick(self.plan.assignments.ids()), self.pick(homework.Extent), unscheduled=True,
                               at=self.maybe(self.moment), source=self.pick(homework.Source),
                               visibility=self.pick(homework.Visibility))
        if self.random.random() < 0.5:
            entry.note(self.text(), self.pick(homework.NoteKind), self.maybe("de"))
        if self.random.random() < 0.5:
            entry.barrier(self.pick(homework.Barrier), self.maybe(self.text()))
        if self.random.random() < 0.3:
            entry.measure("suds", self.pick(homework.Phase), self.random.randrange(101))
        if self.random.random() < 0.2:
            entry.attach("photo.jpg", self.maybe("image/jpeg"), self.maybe(0), self.maybe("a5" * 32))
        self.plan.log(entry, change=self.who())

    def exchange(self) -> None:
        """The documents of one plan, through another copy that has nothing of it but its beginning."""
        other = Edits(0).plan
        other.merge_changes(self.plan.changes_since(other.knowledge()))
        assert other.to_bytes() == self.plan.to_bytes()

    def remove(self) -> None:
        things = [*self.plan.messages.ids(), *self.plan.goals.ids(), *(entry.id for entry in self.plan.entries)]
        getattr(self.plan, self.pick(["redact", "erase"]))(self.pick(things), self.who())

    def void(self) -> None:
        if len(self.plan.entries):
            self.plan.void(self.pick(entry.id for entry in self.plan.entries), self.who())

    def step_on(self) -> None:
        """One edit; one that is refused has changed nothing."""
        before = self.plan.to_bytes(), self.plan.generation
        verb = self.pick([self.add] * 5 + [self.mark, self.mark, self.mark_skill, self.agree, self.move_session, self.revise,
                                           self.log, self.log, self.void, self.exchange])
        verb = self.remove if self.random.random() < 0.03 else verb
        try:
            verb()
        except homework.HomeworkError as error:
            self.refused += 1
            assert type(error) is not homework.HomeworkError and error.message and isinstance(error.status, homework.Status)
            assert (self.plan.to_bytes(), self.plan.generation) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_random_edits(seed: int) -> None:
    print(f"HW_TEST_SEED={seed}")
    edits = Edits(seed)
    for _ in range(60):
        edits.step_on()
    plan = edits.plan
    assert 0 < edits.refused < 50
    compare(plan)
    again, other = homework.load(plan.to_bytes()), homework.Plan.from_json(plan.to_json())
    assert again.to_bytes() == other.to_bytes() == plan.to_bytes() and again.to_json() == plan.to_json()
    compare(again)
