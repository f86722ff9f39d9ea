# SPDX-License-Identifier: MIT
"""Invented plans, for a first look, for tests, and as mock data of an app. No file is needed, and nobody in them is real.

    plan = homework.samples.plan()
    progress = plan.progress(homework.samples.START, homework.samples.END, as_of=homework.samples.AS_OF)
    table = homework.caseload(homework.samples.caseload(300, seed=1), as_of=homework.samples.AS_OF)

They are made by the verbs of a plan, so that they keep every rule of it; the same seed gives the same plans. Everybody in them is
on time on some days and late on others, says what got in the way, falls ill, goes on holiday, has a lapse, or drops out.
"""
from __future__ import annotations

import operator
import random
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Dict, Iterator, Optional, SupportsIndex, Tuple
from zoneinfo import ZoneInfo

from ._sample_profiles import PROFILES, Homework, Profile
from .assignments import Assignment
from .changes import Change
from .entries import Entry
from .enums import Barrier, FieldType, OccurrenceStatus, Phase, ScheduleKind, StepState
from .forms import Form, Question
from .instruments import Instrument
from .occurrences import Occurrence
from .plan import Plan
from .records import Excuse, Goal, Hold, Measure, Person, Session, Settings, Skill, Step
from .reviews import Message, Rating, Review, Score

__all__ = ["AS_OF", "END", "PROFILES", "START", "ZONE", "caseload", "plan"]

ZONE = "Europe/Berlin"
#: The day of the first session.
START = date(2026, 1, 5)
#: The day after the last day of twelve weeks.
END = date(2026, 3, 30)
#: When the last session of twelve weeks is over.
AS_OF = datetime(2026, 3, 30, 12, tzinfo=ZoneInfo(ZONE))

_WEEKS = (END - START).days // 7
_EVENINGS = (18 * 60, 22 * 60)
_RISING = frozenset(("mood", "mastery", "pleasure", "closeness", "self-rating", "partner-rating", "helpfulness", "balanced-belief",
                     "skills-rating", "fraction"))


@lru_cache(maxsize=None)
def _questions(kind: str) -> Tuple[Question, ...]:
    return tuple(Form.of(kind))


def plan(profile: str = "anxiety", *, seed: SupportsIndex = 1, weeks: SupportsIndex = _WEEKS) -> Plan:
    """One invented plan, the same for the same arguments: weekly sessions from `START` on, homework of several kinds, what was
    reported of it, a holiday, an illness, a lapse. profile: "anxiety", "mood", "couple" or "skills"; weeks: 1-52.

        >>> import homework
        >>> plan = homework.samples.plan()
        >>> sorted(plan.assignments.ids())
        ['bet', 'breathing', 'gad', 'market', 'reading', 'thoughts']
    """
    if profile not in PROFILES:
        raise ValueError(f"profile must be one of {', '.join(PROFILES)}, not {profile!r}")
    number = _whole("weeks", weeks)
    if not 1 <= number <= 52:
        raise ValueError(f"weeks must be between 1 and 52, not {number}")
    return _Course(PROFILES[profile], f"{profile}/{_whole('seed', seed)}", number, 0.8, None).made()


def _whole(name: str, number: SupportsIndex) -> int:
    """A whole number: what has none would not be the same for the same arguments."""
    try:
        return operator.index(number)
    except TypeError:
        raise TypeError(f"{name} must be int, not {type(number).__name__}") from None


def caseload(count: SupportsIndex = 300, seed: SupportsIndex = 1) -> Dict[str, Plan]:
    """So many invented plans by name, "client-001" and so on: of all profiles, of 4 to 12 weeks, of people who do much or little of
    their homework, and of some who drop out. All end by `AS_OF`; the same for the same arguments; for others each time,
    draw the seed."""
    chance, most = random.Random(_whole("seed", seed)), _whole("count", count)
    if most < 0:
        raise ValueError(f"count must be at least 0, not {most}")
    plans = {}
    for number in range(1, most + 1):
        name = list(PROFILES)[int(chance.random() * len(PROFILES))]
        weeks = 4 + int(chance.random() * (_WEEKS - 3))
        keen = 0.25 + 0.7 * chance.random()
        leaves = 1 + int(chance.random() * weeks) if chance.random() < 0.15 else None
        plans[f"client-{number:03}"] = _Course(PROFILES[name], f"{seed}/{number}", weeks, keen, leaves).made()
    return plans


class _Course:
    """A course of treatment while it is made up, week by week."""

    def __init__(self, profile: Profile, seed: str, weeks: int, keen: float, leaves: Optional[int]) -> None:
        self.profile, self.weeks, self.keen = profile, weeks, keen
        self.leaves = weeks + 1 if leaves is None else leaves   # the week from which on nothing is heard
        self.chance = random.Random(seed)
        self.start = END - timedelta(weeks=weeks) if weeks < _WEEKS else START
        self.lapse = weeks * 2 // 3                             # the week in which nothing is reported
        self.holiday = self.start + timedelta(weeks=weeks // 3, days=4)
        self.uid = f"00000000-0000-4000-8000-{self.chance.getrandbits(48):012x}"

    # ---- chance and time
    def pick(self, least: int, most: int) -> int:
        """A whole number from least to most."""
        return least + int(self.chance.random() * (most - least + 1))

    def likely(self, share: float) -> bool:
        """True in so many of all cases."""
        return self.chance.random() < share

    def at(self, day: date, minutes: int) -> datetime:
        """A moment of a day by the client's clock."""
        return datetime.combine(day, time(), ZoneInfo(ZONE)) + timedelta(minutes=minutes)

    def change(self, day: date, minutes: int, by: str = "therapist", reason: Optional[str] = None) -> Change:
        """Who records something then."""
        return Change(by, "desk" if by == "therapist" else "phone", self.at(day, minutes), reason=reason)

    # ---- the course
    def made(self) -> Plan:
        """The whole plan."""
        self.agree()
        for week in range(self.weeks):
            self.meet(week)
            if week < self.leaves:
                self.live(week)
        self.meet(self.weeks)
        return self.plan

    def agree(self) -> None:
        """The first session, and what is agreed in it."""
        profile, desk = self.profile, self.change(self.start, 600, reason="first session")
        self.plan = plan = Plan(ZONE, "therapist", desk, uid=self.uid)
        with plan.editing(plan.settings, desk) as settings:
            settings.title, settings.quiet = profile.title, (22 * 3600, 7 * 3600)
        plan.add(Person("client", "client"), desk)
        if any("with_" in homework.fields for homework in profile.homework):
            plan.add(Person("partner", "partner"), desk)
        for cls, records in ((Measure, profile.measures), (Goal, profile.goals), (Step, profile.steps), (Skill, profile.skills)):
            for id, fields in records:
                plan.add(cls(id, **fields), desk)
        with plan.editing(plan.goals[0], desk) as goal:
            for level, text in enumerate(profile.levels, -2):
                goal.set_level(level, text)
        for week in range(self.weeks + 1):
            plan.add(Session(f"s-{week + 1}", f"{self.start + timedelta(weeks=week)}T10:00", minutes=50), desk)
        for homework in profile.homework:
            self.assign(homework, desk)

    def assign(self, homework: Homework, desk: Change) -> None:
        """An assignment, from proposed to active."""
        assignment = Assignment(homework.id, homework.title, homework.kind, state="proposed", session="s-1", **homework.fields)
        homework.schedule(assignment, self.start)
        for measure, phase in homework.measures:
            assignment.measure(measure, phase)
        if assignment.schedule == ScheduleKind.RECURRING:
            assignment.remind(clock=18 * 3600 + 1800)
        self.plan.add(assignment, desk)
        yes = self.change(self.start, 640, "client")
        self.plan.agree(homework.id, "client", yes)
        self.plan.mark(self.plan.assignments[homework.id], "active", yes)

    def meet(self, week: int) -> None:
        """The session that begins a week: held but for now and then, with reviews and ratings of the week before."""
        plan, day, session = self.plan, self.start + timedelta(weeks=week), f"s-{week + 1}"
        held = week == 0 or (week < self.leaves and (week == self.weeks or self.likely(0.9)))
        desk = self.change(day, 650)
        plan.mark(plan.sessions[session], "held" if held else "missed", desk)
        if not held:
            return
        if week % 4 == 0 or week == self.weeks:
            level = min(2, round(4 * self.keen * week / self.weeks) - 2)
            plan.add(Score(f"score-{week}", plan.goals[0].id, "client", level, session=session), self.change(day, 655, "client"))
        if week:
            self.review(week, session, desk)
        if week == self.weeks // 3:
            plan.add(Hold("holiday", self.holiday, self.holiday + timedelta(days=6), reason="holiday"), desk)

    def review(self, week: int, session: str, desk: Change) -> None:
        """What a session makes of the first assignment, and what the client thinks of it."""
        first = self.profile.homework[0].id
        further = week % 4 == 0
        self.plan.add(Review(f"review-{week}", session, first, "step-up" if further else "continue",
                             findings="Looked at the week together."), desk)
        rated = {name: self.pick(1, 4) for name in ("quantity", "quality", "difficulty", "pleasure")}
        self.plan.add(Rating(f"rating-{week}", session, "client", values=rated),
                      self.change(self.start + timedelta(weeks=week), 660, "client"))
        if week == 2:
            self.plan.add(Message("question", "question", self.profile.question),
                          self.change(self.start + timedelta(weeks=week, days=2), 700, "client"))
        if further and self.keen > 0.5:
            self.climb(desk)

    def climb(self, desk: Change) -> None:
        """The step that is in practice is reached, and the next one is taken up."""
        steps = sorted(self.plan.steps, key=lambda step: step.position)
        for step, following in zip(steps, [*steps[1:], None]):
            if step.state == StepState.IN_PRACTICE:
                self.plan.mark(step, "criterion-met", desk)
                if following is not None:
                    self.plan.mark(following, "in-practice", desk)

    def live(self, week: int) -> None:
        """The days between two sessions."""
        monday = self.start + timedelta(weeks=week)
        now = self.at(monday, 720)
        due = self.plan.occurrences(monday, monday + timedelta(days=7), as_of=now)
        practices = [practice for occurrence in due for practice in self.practices(occurrence)] + list(self.unplanned(monday))
        ill = monday + timedelta(days=self.pick(1, 5)) if self.likely(0.12) else None
        for id, at, occurrence in sorted(practices, key=lambda practice: practice[:2]):
            if at.date() == ill and occurrence is not None and occurrence.key is not None:
                self.plan.add(Excuse(f"ill-{id}-{ill}", id, occurrence.key, "illness"),
                              self.change(at.date(), 480, "client"))
            elif week != self.lapse:
                self.practise(id, at, week, occurrence)

    def practices(self, occurrence: Occurrence) -> Iterator[Tuple[str, datetime, Optional[Occurrence]]]:
        """When somebody would do something about an occurrence: at its time, or of a quota on several days."""
        assignment = self.plan.assignments[occurrence.assignment]
        if occurrence.status == OccurrenceStatus.SUSPENDED or occurrence.key is None:
            return
        key = occurrence.key
        if isinstance(key, datetime):
            yield assignment.id, self.at(key.date(), 60 * key.hour + key.minute + self.pick(-40, 60)), occurrence
        elif assignment.schedule == ScheduleKind.QUOTA:
            for time_of_week in range(assignment.quota_times or 0):
                day = key + timedelta(days=1 + time_of_week * 2)
                if not self.holiday <= day <= self.holiday + timedelta(days=6):
                    yield assignment.id, self.at(day, self.pick(*_EVENINGS)), None
        else:
            yield assignment.id, self.at(key, self.pick(*_EVENINGS)), occurrence

    def unplanned(self, monday: date) -> Iterator[Tuple[str, datetime, Optional[Occurrence]]]:
        """What is done when it comes up."""
        for homework in self.profile.homework:
            schedule = self.plan.assignments[homework.id].schedule
            if schedule in (ScheduleKind.EVENT_CONTINGENT, ScheduleKind.ON_DEMAND) and self.likely(0.6):
                yield homework.id, self.at(monday + timedelta(days=self.pick(0, 6)), self.pick(*_EVENINGS)), None

    # ---- reports
    def practise(self, id: str, at: datetime, week: int, occurrence: Optional[Occurrence]) -> None:
        """What is reported, if anything: the more, the keener the client is."""
        keen = self.keen
        extent = next((word for word, share in (("done", 0.85 * keen), ("exceeded", 0.1 * keen), ("partial", 0.15),
                                                ("not-attempted", 0.2), ("substituted", 0.03))
                       if self.likely(share)), None)
        if extent is None:
            return
        homework = next(homework for homework in self.profile.homework if homework.id == id)
        late = occurrence is not None and self.likely(0.08)     # next morning, and said to be of the day before
        at = self.at(at.date() + timedelta(days=1), self.pick(8 * 60, 10 * 60)) if late else at
        entry = Entry(id, extent, at=at, due=occurrence.key if late and occurrence else None,
                      percent=10 * self.pick(2, 8) if extent == "partial" else 0,
                      visibility="private" if self.likely(0.03) else "shared")
        if extent == "not-attempted":
            entry.barrier(Barrier(self.pick(0, len(Barrier) - 2)))
        else:
            self.fill(entry, homework, week)
        if self.likely(0.1):
            entry.note(self.profile.notes[self.pick(0, 3)])
        partner = "with_" in homework.fields and self.likely(0.3)
        after = timedelta(minutes=self.pick(1, 20) if self.likely(0.85) else self.pick(300, 1500))
        recorded = min(at + after, self.at(self.start + timedelta(weeks=self.weeks), 11 * 60))
        self.plan.log(entry, change=Change("partner" if partner else "client", "phone", recorded))

    def fill(self, entry: Entry, homework: Homework, week: int) -> None:
        """Values for what the form of the kind asks, and for the measures."""
        gone = week / self.weeks
        for question in _questions(homework.kind):
            self.answer(entry, homework, question, gone)
        for measure, phase in homework.measures:
            record = self.plan.measures[measure]
            entry.measure(measure, phase, self.level(measure, record.min or 0, record.max or 10, gone))
        if homework.instrument is not None:
            self.fill_in(entry, homework.instrument, gone)

    def answer(self, entry: Entry, homework: Homework, question: Question, gone: float) -> None:
        """One field."""
        if question.type == FieldType.TEXT:
            texts = homework.texts.get(question.name)
            if texts and question.phase == Phase.NONE:
                entry.field(question.name, texts[self.pick(0, len(texts) - 1)])
        elif question.type == FieldType.CHOICE:
            entry.answer(question.name, question.choices[self.pick(0, len(question.choices) - 1)][0])
        elif question.type == FieldType.YES_NO:
            entry.number(question.name, float(self.likely(0.2)), question.phase)
        elif question.name == "minutes":
            entry.number("minutes", self.pick(5, 30))
        elif question.greatest is not None and question.least is not None:
            level = self.level(question.name, question.least, question.greatest, gone)
            eased = question.phase == Phase.AFTER and question.name not in _RISING
            entry.number(question.name, level // 2 if eased else level, question.phase)

    def level(self, name: str, least: float, greatest: float, gone: float) -> float:
        """A number that gets better with time, the more the more is done, give or take; whole, but of shares."""
        share = 0.8 - 0.55 * gone * self.keen + 0.24 * (self.chance.random() - 0.5)
        better = 1 - share if name in _RISING else share
        value = least + min(1.0, max(0.0, better)) * (greatest - least)
        return round(value, 2) if greatest <= 1 else float(round(value))

    def fill_in(self, entry: Entry, id: str, gone: float) -> None:
        """A questionnaire, item by item."""
        instrument = Instrument.find(id)
        items = () if instrument is None else instrument.items
        entry.field("instrument", id)
        for place, item in enumerate(items):
            answer = 0 if item.safety is not None else self.level("item", item.least, item.greatest, gone)
            entry.field("item", str(place + 1), place)
            entry.number("score", answer, group=place)
