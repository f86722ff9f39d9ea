# SPDX-License-Identifier: MIT
"""The records of a plan: what was agreed.

A record that a plan has taken in never changes and may be kept as long as you like. To change something, set properties of
an `edit()` copy and give it to `Plan.revise()`. A record made by its class is a draft for `Plan.add()`.
"""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import Field, ReadOnly
from ._record import Noun, Record, Revision, Text, _ids, _option, _record, _text
from .assignments import Assignment, Move, Obstacle, Reminder, Taper, _fields
from .enums import (Achievement, Anchor, Better, Comparator, Direction, GoalState, Kind, Meeting, Phase, Quantity, Reason, ReminderKind,
                    Removal, Role, SessionState, SkillStage, StepState, Weekday, Wording)
from .forms import Form
from .reviews import Message, Rating, Review, Score
from .times import DateLike, LocalLike, Wall, WallLike, ZoneLike

__all__ = ["Assignment", "Criterion", "Erasure", "Excuse", "Goal", "Hold", "Measure", "Message", "Move", "Obstacle", "Person",
           "REDACTED", "Rating", "Record", "Reminder", "Review", "Revision", "Score", "Session", "Settings", "Skill", "Step",
           "Taper", "Template", "starters"]

#: What stands in place of words that were redacted, where something has to stand.
REDACTED: str = _c.HW_REDACTED


@_record("settings", "title", "motivation")
class Settings(Record):
    """What holds for the whole plan."""

    __slots__ = ()

    def __init__(self, zone: ZoneLike, **values: Any) -> None:
        self.this = _c.hw_settings_new(zone).this
        self._set(values)

    title = _text("settings", "title", "The plan's title.")
    zone = Field[str, ZoneLike](_c.hw_settings_zone, _c.hw_settings_set_zone, "The client's zone, an IANA name.")
    week_start = Field[Weekday, Union[Weekday, str]](
        _c.hw_settings_week_start, _c.hw_settings_set_week_start, "The first day of the client's week.")
    day_start = Field[int, int](
        _c.hw_settings_day_start, _c.hw_settings_set_day_start, "Minutes after midnight at which the day begins, 0-720.")
    ends = Field[Optional[date], Optional[DateLike]](
        _c.hw_settings_ends, _c.hw_settings_set_ends, "The last day of the plan; None while open.")
    calendar_until = Field[Optional[date], Optional[DateLike]](
        _c.hw_settings_calendar_until, _c.hw_settings_set_calendar_until,
        "The last day that calendars show when nothing else ends; None if not set.")
    wording = Field[Wording, Union[Wording, str]](
        _c.hw_settings_wording, _c.hw_settings_set_wording, "How much a calendar may say: the client's choice.")
    capacity_minutes = _option(
        _c.hw_settings_capacity_minutes, _c.hw_settings_set_capacity_minutes, 0,
        "How many minutes a week the client has for homework, 1-10080; None if not stated.")
    capacity_assignments = _option(
        _c.hw_settings_capacity_assignments, _c.hw_settings_set_capacity_assignments, 0,
        "How many assignments at a time the client can carry, 1-99; None if not stated.")
    reminders_per_day = _option(
        _c.hw_settings_reminders_per_day, _c.hw_settings_set_reminders_per_day, 0,
        "How many times a day anything may ring at most, 1-99; None = as often as there are reminders.")
    reminders_each = _option(
        _c.hw_settings_reminders_each, _c.hw_settings_set_reminders_each, 0,
        "How many reminders a day one assignment may have at most, 1-99; None = as many as it has.")
    reminder_gap = _option(
        _c.hw_settings_reminder_gap, _c.hw_settings_set_reminder_gap, 0,
        "How many minutes lie at least between what rings, 1-480; None if it does not matter.")
    motivation = _text("settings", "motivation", "Why the client does all this, in the client's own words.")
    own_words = Field[bool, bool](
        _c.hw_settings_own_words, _c.hw_settings_set_own_words, "Whether the client wants check-ins, with these words.")

    @property
    def quiet(self) -> Optional[Tuple[int, int]]:
        """From when to when nothing rings, in seconds after midnight; None if there are no quiet hours."""
        start = _c.hw_settings_quiet_from(self)
        return None if start < 0 else (start, _c.hw_settings_quiet_to(self))

    @quiet.setter
    def quiet(self, hours: Optional[Tuple[int, int]]) -> None:
        _c.hw_settings_set_quiet(self, *(hours or (-1, -1)))

    @property
    def reminders(self) -> Tuple[Reminder, ...]:
        """The plan's own: before sessions, and check-ins."""
        return tuple(self._reminder(i) for i in range(_c.hw_settings_reminder_count(self)))

    def _reminder(self, index: int) -> Reminder:
        kind = _c.hw_settings_reminder_kind_at(self, index)
        days, clock = _c.hw_settings_reminder_clock_at(self, index) or (None, None)
        is_check_in = kind == ReminderKind.CHECK_IN
        by_minutes = clock is None and not is_check_in
        return Reminder(
            kind, Anchor.ABSOLUTE if is_check_in else Anchor.SESSION,
            _c.hw_settings_reminder_minutes_at(self, index) if by_minutes else None, days, clock,
            _c.hw_settings_reminder_when_at(self, index), _c.hw_settings_reminder_every_at(self, index),
            _c.hw_settings_reminder_priority_at(self, index))

    def remind(self, minutes: Optional[int] = None, *, days: int = 0, clock: Optional[int] = None,
               priority: int = 5) -> None:
        """Adds a reminder some minutes before each session (negative), or at a `clock` (seconds after midnight) some `days`
        before it (negative, or 0)."""
        if (minutes is None) == (clock is None):
            raise TypeError("a reminder has either minutes, or a clock and perhaps days")
        if clock is None:
            _c.hw_settings_add_reminder(self, minutes)
        else:
            _c.hw_settings_add_reminder_at(self, days, clock)
        if priority != 5:
            _c.hw_settings_set_reminder_priority(self, priority)

    def check_in(self, when: LocalLike, *, every: int = 0, priority: int = 5) -> None:
        """Adds a check-in at a time, and every so many days after it. It rings only with `own_words`."""
        _c.hw_settings_add_check_in(self, when, every)
        if priority != 5:
            _c.hw_settings_set_reminder_priority(self, priority)

    def clear_reminders(self) -> None:
        """Removes the plan's own reminders."""
        _c.hw_settings_clear_reminders(self)


@_record("person")
class Person(Noun):
    """Who takes part: in a role, with no more of a name than is wanted."""

    __slots__ = ()

    def __init__(self, id: str, role: Union[Role, str], **values: Any) -> None:
        self.this = _c.hw_person_new(id, role).this
        self._set(values)

    id = ReadOnly[str](_c.hw_person_id, "The id; the same in all revisions.")
    role = Field[Role, Union[Role, str]](_c.hw_person_role, _c.hw_person_set_role, "The role.")
    name = Field[Text, Text](_c.hw_person_name, _c.hw_person_set_name, "The name as it is to be shown.")
    language = Field[Text, Text](
        _c.hw_person_language, _c.hw_person_set_language, "The language that the person prefers, a BCP 47 tag.")


@_record("measure", "title")
class Measure(Noun):
    """What is recorded in numbers: its unit, its range, and which way is better."""

    __slots__ = ()

    def __init__(self, id: str, title: str, kind: Union[Quantity, str] = Quantity.RATING, **values: Any) -> None:
        self.this = _c.hw_measure_new(id, title, kind).this
        self._set(values)

    id = ReadOnly[str](_c.hw_measure_id, "The id; the same in all revisions.")
    title = _text("measure", "title", "The title.")
    kind = Field[Quantity, Union[Quantity, str]](_c.hw_measure_kind, _c.hw_measure_set_kind, "The kind of number.")
    unit = Field[Text, Text](_c.hw_measure_unit, _c.hw_measure_set_unit, 'The unit, UCUM where there is one ("min").')
    min = Field[Optional[float], Optional[float]](_c.hw_measure_min, _c.hw_measure_set_min, "The least value allowed.")
    max = Field[Optional[float], Optional[float]](
        _c.hw_measure_max, _c.hw_measure_set_max, "The greatest value allowed.")
    whole = Field[bool, bool](_c.hw_measure_whole, _c.hw_measure_set_whole, "Whether only whole numbers are allowed.")
    better = Field[Better, Union[Better, str]](_c.hw_measure_better, _c.hw_measure_set_better, "Which way is better.")


@_record("skill", "title", "description")
class Skill(Noun):
    """What the client learns to do. It goes from stage to stage by evidence: see `Plan.mark_skill()`."""

    __slots__ = ()

    def __init__(self, id: str, title: str, **values: Any) -> None:
        self.this = _c.hw_skill_new(id, title).this
        self._set(values)

    id = ReadOnly[str](_c.hw_skill_id, "The id; the same in all revisions.")
    title = _text("skill", "title", "The skill in a few words.")
    description = _text("skill", "description", "What it consists of.")
    state = Field[SkillStage, Union[SkillStage, str]](_c.hw_skill_state, _c.hw_skill_set_state, "How far it has come.")
    evidence = Field[Text, Text](
        _c.hw_skill_evidence, _c.hw_skill_set_evidence,
        "The id of the entry, or of the session that was held, that shows the stage it has come to.")
    goals = _ids("skill", "goal", "The ids of the goals that it serves.")


@_record("goal", "title", "description")
class Goal(Noun):
    """What the client wants."""

    __slots__ = ()

    def __init__(self, id: str, title: str, **values: Any) -> None:
        self.this = _c.hw_goal_new(id, title).this
        self._set(values)

    id = ReadOnly[str](_c.hw_goal_id, "The id; the same in all revisions.")
    title = _text("goal", "title", "The goal in a few words.")
    description = _text("goal", "description", "More about it.")
    state = Field[GoalState, Union[GoalState, str]](_c.hw_goal_state, _c.hw_goal_set_state, "Where it stands.")
    achievement = Field[Achievement, Union[Achievement, str]](
        _c.hw_goal_achievement, _c.hw_goal_set_achievement, "How far it has come, as a person judged it.")
    measure = Field[Text, Text](_c.hw_goal_measure, _c.hw_goal_set_measure, "The id of the measure that shows it.")
    baseline = Field[Optional[float], Optional[float]](
        _c.hw_goal_baseline, _c.hw_goal_set_baseline, "The measure at the start.")
    target = Field[Optional[float], Optional[float]](
        _c.hw_goal_target, _c.hw_goal_set_target, "What the measure should reach.")
    direction = Field[Direction, Union[Direction, str]](
        _c.hw_goal_direction, _c.hw_goal_set_direction, "Which way the measure should go.")
    due = Field[Optional[date], Optional[DateLike]](_c.hw_goal_due, _c.hw_goal_set_due, "Until when; None if open.")
    weight = Field[Optional[float], Optional[float]](
        _c.hw_goal_weight, _c.hw_goal_set_weight, "Its weight among the goals, above 0.")

    def level(self, level: int, language: Optional[str] = None) -> Text:
        """The wording of an attainment level, -2 to 2."""
        text: Text = _c.hw_goal_level(self, level, language)
        return text

    def set_level(self, level: int, text: Text, language: Optional[str] = None) -> None:
        """Words an attainment level, -2 to 2; None removes it."""
        _c.hw_goal_set_level(self, level, language, text)


class Criterion(NamedTuple):
    """When a step counts as reached: so many practices, within a span of time or any, in which a measure (its id) had such a
    value. Without a measure what counts is that an assignment of the step was done."""

    measure: Text = None
    comparator: Comparator = Comparator.AT_LEAST
    value: Optional[float] = None
    times: int = 1
    phase: Phase = Phase.NONE
    within: Optional[timedelta] = None


@_record("step", "title")
class Step(Noun):
    """A small step towards a goal, or a rung of a ladder."""

    __slots__ = ()

    def __init__(self, id: str, goal: str, title: str, **values: Any) -> None:
        self.this = _c.hw_step_new(id, goal, title).this
        self._set(values)

    id = ReadOnly[str](_c.hw_step_id, "The id; the same in all revisions.")
    title = _text("step", "title", "The step in a few words.")
    goal = Field[str, str](_c.hw_step_goal, _c.hw_step_set_goal, "The id of its goal.")
    position = Field[int, int](_c.hw_step_position, _c.hw_step_set_position, "Its place among the steps of the goal, 0-9999.")
    state = Field[StepState, Union[StepState, str]](_c.hw_step_state, _c.hw_step_set_state, "How far it has come.")
    reached = Field[Optional[date], Optional[DateLike]](
        _c.hw_step_reached, _c.hw_step_set_reached, "The day its criterion was met; None if not.")
    difficulty = _option(
        _c.hw_step_difficulty, _c.hw_step_set_difficulty, -1,
        "How difficult it is expected to be, 0-100; None if nobody has said.")

    def _get_criterion(self) -> Optional[Criterion]:
        if not _c.hw_step_has_criterion(self):
            return None
        return Criterion(_c.hw_step_criterion_measure(self), _c.hw_step_criterion_comparator(self),
                         _c.hw_step_criterion_value(self), _c.hw_step_criterion_times(self),
                         _c.hw_step_criterion_phase(self), _c.hw_step_criterion_within(self))

    def _set_criterion(self, criterion: Optional[Criterion]) -> None:
        if criterion is None:
            _c.hw_step_clear_criterion(self)
            return
        measure, comparator, value, times, phase, within = Criterion(*criterion)
        _c.hw_step_set_criterion(self, measure, phase, comparator, value, times, timedelta() if within is None else within)

    criterion = Field[Optional[Criterion], Optional[Criterion]](
        _get_criterion, _set_criterion, "When it counts as reached; None if nobody has said.")


@_record("template", "title", "instructions", "rationale")
class Template(Noun):
    """Homework ready to be tailored. An assignment made from one keeps which version it was made from."""

    __slots__ = ()

    def __init__(self, id: str, title: str, kind: Union[Kind, str] = Kind.OTHER, **values: Any) -> None:
        self.this = _c.hw_template_new(id, title, kind).this
        self._set(values)

    @staticmethod
    def from_assignment(id: str, assignment: Assignment) -> Template:
        """A draft with the content of an assignment: its schedule, window, reminders, measures and fields too."""
        template: Template = _c.hw_template_from_assignment(id, assignment)
        return template

    @staticmethod
    def starter(name: str, id: Optional[str] = None) -> Template:
        """One of the library's own, in English, as a draft; its id is its name unless given. See `starters()`."""
        template: Template = _c.hw_template_starter(name, name if id is None else id)
        return template

    id = ReadOnly[str](_c.hw_template_id, "The id; the same in all revisions.")
    title = _text("template", "title", "The template in a few words.")
    instructions = _text("template", "instructions", "What to do, in plain text.")
    rationale = _text("template", "rationale", "What it is good for.")
    kind = Field[Kind, Union[Kind, str]](_c.hw_template_kind, _c.hw_template_set_kind, "The kind of homework.")
    label = Field[Text, Text](
        _c.hw_template_label, _c.hw_template_set_label, "What kind it is when it is of no listed kind.")
    minutes = _option(_c.hw_template_minutes, _c.hw_template_set_minutes, 0,
                      "How long one practice takes, 1-1440 minutes; None if nobody has said.")
    source = Field[Text, Text](
        _c.hw_template_source, _c.hw_template_set_source, "Where it comes from, and whose it is.")
    licence = Field[Text, Text](
        _c.hw_template_licence, _c.hw_template_set_licence,
        "Under which terms it may be used, such as an SPDX identifier.")
    form = ReadOnly[Form](_c.hw_template_form, "The fields of its entries: those of its kind, and its own.")
    fields = _fields("template")


def starters() -> Tuple[str, ...]:
    """The names of the templates that the library brings along."""
    return tuple(_c.hw_starter_name_at(i) for i in range(_c.hw_starter_count()))


@_record("session")
class Session(Noun):
    """A meeting of client and therapist."""

    __slots__ = ()

    def __init__(self, id: str, start: WallLike, **values: Any) -> None:
        self.this = _c.hw_session_new(id, start).this
        self._set(values)

    id = ReadOnly[str](_c.hw_session_id, "The id; the same in all revisions.")
    start = Field[datetime, WallLike](_c.hw_session_start, _c.hw_session_set_start, "When it begins, wall time in its zone.")
    zone = Field[Text, Optional[ZoneLike]](_c.hw_session_zone, _c.hw_session_set_zone, "Its zone, an IANA name; None = the client's.")
    minutes = Field[int, int](_c.hw_session_minutes, _c.hw_session_set_minutes, "How long it lasts, 1-1440 minutes.")
    state = Field[SessionState, Union[SessionState, str]](
        _c.hw_session_state, _c.hw_session_set_state, "What became of it.")
    mode = Field[Meeting, Union[Meeting, str]](_c.hw_session_mode, _c.hw_session_set_mode, "How they meet.")


@_record("hold", "note")
class Hold(Noun):
    """A pause: for a time, some or all homework is not expected."""

    __slots__ = ()

    def __init__(self, id: str, first: DateLike, last: Optional[DateLike] = None, **values: Any) -> None:
        self.this = _c.hw_hold_new(id, first, last).this
        self._set(values)

    id = ReadOnly[str](_c.hw_hold_id, "The id; the same in all revisions.")
    first = Field[date, DateLike](_c.hw_hold_from, _c.hw_hold_set_from, "The first day.")
    last = Field[Optional[date], Optional[DateLike]](
        _c.hw_hold_to, _c.hw_hold_set_to, "The last day, included; None while open.")
    reason = Field[Reason, Union[Reason, str]](_c.hw_hold_reason, _c.hw_hold_set_reason, "Why.")
    assignments = _ids("hold", "assignment", "The ids of the assignments that are held; none means all.")
    note = _text("hold", "note", "More about it.")
    withdrawn = Field[bool, bool](_c.hw_hold_withdrawn, _c.hw_hold_set_withdrawn, "Whether it was taken back.")


@_record("excuse", "note")
class Excuse(Noun):
    """One occurrence that is not expected after all."""

    __slots__ = ()

    def __init__(self, id: str, assignment: str, due: LocalLike, reason: Union[Reason, str] = Reason.OTHER,
                 **values: Any) -> None:
        self.this = _c.hw_excuse_new(id, assignment, due, reason).this
        self._set(values)

    id = ReadOnly[str](_c.hw_excuse_id, "The id; the same in all revisions.")
    assignment = Field[str, str](_c.hw_excuse_assignment, _c.hw_excuse_set_assignment, "The id of the assignment.")
    due = Field[Wall, LocalLike](_c.hw_excuse_due, _c.hw_excuse_set_due, "The key of the occurrence.")
    reason = Field[Reason, Union[Reason, str]](_c.hw_excuse_reason, _c.hw_excuse_set_reason, "Why.")
    note = _text("excuse", "note", "More about it.")
    withdrawn = Field[bool, bool](_c.hw_excuse_withdrawn, _c.hw_excuse_set_withdrawn, "Whether it was taken back.")


@_record("erasure")
class Erasure(Noun):
    """That something was redacted or erased: who took it out, when and why is its revision. Only `Plan.redact()` and
    `Plan.erase()` make them."""

    __slots__ = ()

    id = ReadOnly[str](_c.hw_erasure_id, "The id of the erasure itself.")
    target = ReadOnly[str](_c.hw_erasure_target, "The id of what was taken out.")
    removal = ReadOnly[Removal](_c.hw_erasure_removal, "How much of it.")
