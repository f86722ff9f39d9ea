# SPDX-License-Identifier: MIT
"""The records of a plan: what was agreed.

A record that a plan has taken in never changes and may be kept as long as you like. To change something, set properties of
an `edit()` copy and give it to `Plan.revise()`. A record made by its class is a draft for `Plan.add()`.
"""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Callable, Dict, Iterable, NamedTuple, Optional, Tuple, Type, TypeVar, Union

from . import _homework as _c
from ._handle import Field, Handle, ReadOnly, handle
from .enums import (Achievement, Anchor, AssignmentState, Better, Direction, GoalState, Kind, LatePolicy, Meeting, Period,
                    Phase, Quantity, Reason, ReminderKind, Role, ScheduleKind, SessionState, StepState, Weekday, Wording)
from .times import DateLike, DurationLike, Local, LocalLike, Moment

__all__ = ["Assignment", "Excuse", "Goal", "Hold", "Measure", "Person", "Record", "Reminder", "Revision", "Session",
           "Settings", "Step"]

Text = Optional[str]
R = TypeVar("R", bound="Record")


class Revision(NamedTuple):
    """A revision's own facts; id and by are None in a draft."""

    id: Optional[str]
    follows: Optional[str]
    effective: Local
    recorded: Moment
    by: Optional[str]
    reason: Optional[str]


_c.hwpy_register("Revision", Revision)


class Reminder(NamedTuple):
    """A reminder: minutes from its anchor, or a time of day (seconds after midnight) some days from it."""

    kind: ReminderKind
    anchor: Anchor
    minutes: Optional[int]
    days: Optional[int]
    clock: Optional[int]


class Record(Handle):
    """What all records have."""

    __slots__ = ()
    _noun = ""
    _functions: Dict[str, Callable[..., Any]] = {}
    _texts: Tuple[str, ...] = ()

    @property
    def revision(self) -> Revision:
        """Who recorded this revision, when and why."""
        facts: Revision = self._functions["revision"](self)
        return facts

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed: no plan has taken it in."""
        return self.revision.id is None

    def edit(self: R) -> R:
        """A draft that starts as a copy: change it and give it to `Plan.revise()`."""
        draft: R = self._functions["edit"](self)
        return draft

    def text(self, name: str, language: Optional[str] = None) -> Text:
        """A text of the record ("title") in a language, by BCP 47 lookup; None = the plan's own language."""
        found: Text = self._text_functions(name)[0](self, language)
        return found

    def set_text(self, name: str, text: Text, language: Optional[str] = None) -> None:
        """Sets a text in a language; None removes it."""
        self._text_functions(name)[1](self, language, text)

    def _text_functions(self, name: str) -> Tuple[Callable[..., Any], Callable[..., Any]]:
        if name not in self._texts:
            raise AttributeError(f"{type(self).__name__} has no text {name!r}; it has {', '.join(self._texts) or 'none'}")
        return getattr(_c, f"hw_{self._noun}_{name}"), getattr(_c, f"hw_{self._noun}_set_{name}")

    def _set(self, values: Dict[str, Any]) -> None:
        for name, value in values.items():
            if not isinstance(getattr(type(self), name, None), property):
                raise TypeError(f"{type(self).__name__} has no property {name!r}")
            setattr(self, name, value)

    def __copy__(self: R) -> R:
        return self.edit() if self.is_draft else self

    def __deepcopy__(self: R, memo: Any) -> R:
        return self.__copy__()

    def __repr__(self) -> str:
        name = getattr(self, "id", "")
        return f"<{type(self).__name__}{' ' if name else ''}{name}{' (draft)' if self.is_draft else ''}>"


def _record(noun: str, *texts: str) -> Callable[[Type[R]], Type[R]]:
    """Binds a class to the functions hw_<noun>_* and hw_plan_*_<noun>."""

    def register(cls: Type[R]) -> Type[R]:
        cls._noun = noun
        cls._texts = texts
        names = {"revision": f"hw_{noun}_revision", "edit": f"hw_{noun}_edit", "add": f"hw_plan_add_{noun}",
                 "revise": f"hw_plan_revise_{noun}", "count": f"hw_plan_{noun}_count", "at": f"hw_plan_{noun}_at",
                 "find": f"hw_plan_{noun}", "revision_count": f"hw_plan_{noun}_revision_count",
                 "revision_at": f"hw_plan_{noun}_revision_at"}
        cls._functions = {key: getattr(_c, name) for key, name in names.items() if hasattr(_c, name)}
        return handle("hw_" + noun)(cls)

    return register


def _text(noun: str, name: str, doc: str) -> Field[Text, Text]:
    """A text in the plan's own language."""
    get, put = getattr(_c, f"hw_{noun}_{name}"), getattr(_c, f"hw_{noun}_set_{name}")
    return Field[Text, Text](lambda self: get(self, None), lambda self, text: put(self, None, text), doc)


def _ids(noun: str, name: str, doc: str) -> Field[Tuple[str, ...], Iterable[str]]:
    """A list of ids; setting it replaces the list."""
    count, at = getattr(_c, f"hw_{noun}_{name}_count"), getattr(_c, f"hw_{noun}_{name}_at")
    clear, add = getattr(_c, f"hw_{noun}_clear_{name}s"), getattr(_c, f"hw_{noun}_add_{name}")

    def put(self: Record, ids: Iterable[str]) -> None:
        if isinstance(ids, str):
            raise TypeError(f"{name}s must be a list of ids, not one str")
        wanted = list(ids)
        clear(self)
        for value in wanted:
            add(self, value)

    return Field[Tuple[str, ...], Iterable[str]](lambda self: tuple(at(self, i) for i in range(count(self))), put, doc)


@_record("settings", "title")
class Settings(Record):
    """What holds for the whole plan."""

    __slots__ = ()

    def __init__(self, zone: str, **values: Any) -> None:
        self.this = _c.hw_settings_new(zone).this
        self._set(values)

    title = _text("settings", "title", "The plan's title.")
    zone = Field[str, str](_c.hw_settings_zone, _c.hw_settings_set_zone, "The client's zone, an IANA name.")
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


@_record("person")
class Person(Record):
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
class Measure(Record):
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


@_record("goal", "title", "description")
class Goal(Record):
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


@_record("step", "title")
class Step(Record):
    """A small step towards a goal, or a rung of a ladder."""

    __slots__ = ()

    def __init__(self, id: str, goal: str, title: str, **values: Any) -> None:
        self.this = _c.hw_step_new(id, goal, title).this
        self._set(values)

    id = ReadOnly[str](_c.hw_step_id, "The id; the same in all revisions.")
    title = _text("step", "title", "The step in a few words.")
    goal = Field[Text, Text](_c.hw_step_goal, _c.hw_step_set_goal, "The id of its goal.")
    position = Field[int, int](_c.hw_step_position, _c.hw_step_set_position, "Its place among the steps of the goal, 0-9999.")
    state = Field[StepState, Union[StepState, str]](_c.hw_step_state, _c.hw_step_set_state, "How far it has come.")
    reached = Field[Optional[date], Optional[DateLike]](
        _c.hw_step_reached, _c.hw_step_set_reached, "The day its criterion was met; None if not.")
    difficulty = Field[Optional[int], Optional[int]](
        lambda self: None if _c.hw_step_difficulty(self) < 0 else _c.hw_step_difficulty(self),
        lambda self, value: _c.hw_step_set_difficulty(self, -1 if value is None else value),
        "How difficult it is expected to be, 0-100; None if nobody has said.")


@_record("session")
class Session(Record):
    """A meeting of client and therapist."""

    __slots__ = ()

    def __init__(self, id: str, start: LocalLike, **values: Any) -> None:
        self.this = _c.hw_session_new(id, start).this
        self._set(values)

    id = ReadOnly[str](_c.hw_session_id, "The id; the same in all revisions.")
    start = Field[Local, LocalLike](_c.hw_session_start, _c.hw_session_set_start, "When it begins, wall time in its zone.")
    zone = Field[Text, Text](_c.hw_session_zone, _c.hw_session_set_zone, "Its zone, an IANA name; None = the client's.")
    minutes = Field[int, int](_c.hw_session_minutes, _c.hw_session_set_minutes, "How long it lasts, 1-1440 minutes.")
    state = Field[SessionState, Union[SessionState, str]](
        _c.hw_session_state, _c.hw_session_set_state, "What became of it.")
    mode = Field[Meeting, Union[Meeting, str]](_c.hw_session_mode, _c.hw_session_set_mode, "How they meet.")


@_record("hold", "note")
class Hold(Record):
    """A pause: for a time, some or all homework is not expected."""

    __slots__ = ()

    def __init__(self, id: str, first: DateLike, last: Optional[DateLike] = None, **values: Any) -> None:
        self.this = _c.hw_hold_new(id, first, last).this
        self._set(values)

    id = ReadOnly[str](_c.hw_hold_id, "The id; the same in all revisions.")
    first = Field[Optional[date], DateLike](_c.hw_hold_from, _c.hw_hold_set_from, "The first day.")
    last = Field[Optional[date], Optional[DateLike]](
        _c.hw_hold_to, _c.hw_hold_set_to, "The last day, included; None while open.")
    reason = Field[Reason, Union[Reason, str]](_c.hw_hold_reason, _c.hw_hold_set_reason, "Why.")
    assignments = _ids("hold", "assignment", "The ids of the assignments that are held; none means all.")
    note = _text("hold", "note", "More about it.")
    withdrawn = Field[bool, bool](_c.hw_hold_withdrawn, _c.hw_hold_set_withdrawn, "Whether it was taken back.")


@_record("excuse", "note")
class Excuse(Record):
    """One occurrence that is not expected after all."""

    __slots__ = ()

    def __init__(self, id: str, assignment: str, due: LocalLike, reason: Union[Reason, str] = Reason.OTHER,
                 **values: Any) -> None:
        self.this = _c.hw_excuse_new(id, assignment, due, reason).this
        self._set(values)

    id = ReadOnly[str](_c.hw_excuse_id, "The id; the same in all revisions.")
    assignment = Field[Text, Text](_c.hw_excuse_assignment, _c.hw_excuse_set_assignment, "The id of the assignment.")
    due = Field[Local, LocalLike](_c.hw_excuse_due, _c.hw_excuse_set_due, "The key of the occurrence.")
    reason = Field[Reason, Union[Reason, str]](_c.hw_excuse_reason, _c.hw_excuse_set_reason, "Why.")
    note = _text("excuse", "note", "More about it.")
    withdrawn = Field[bool, bool](_c.hw_excuse_withdrawn, _c.hw_excuse_set_withdrawn, "Whether it was taken back.")


def _keys(noun: str) -> Callable[[Any], Tuple[Local, ...]]:
    count, at = getattr(_c, f"hw_assignment_{noun}_count"), getattr(_c, f"hw_assignment_{noun}_at")
    return lambda self: tuple(at(self, i) for i in range(count(self)))


@_record("assignment", "title", "instructions", "cover")
class Assignment(Record):
    """A piece of homework: what it is, what it is for, when it is due, when to remind.

        breathing = homework.Assignment("breathing", "Slow breathing", "relaxation", minutes=10)
        breathing.recur("2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,TH")
        breathing.remind(minutes=-30)
        plan.add(breathing, change)
    """

    __slots__ = ()

    def __init__(self, id: str, title: str, kind: Union[Kind, str] = Kind.OTHER, **values: Any) -> None:
        self.this = _c.hw_assignment_new(id, title, kind).this
        self._set(values)

    id = ReadOnly[str](_c.hw_assignment_id, "The id; the same in all revisions.")
    title = _text("assignment", "title", "The title.")
    instructions = _text("assignment", "instructions", "What to do, in plain text.")
    cover = _text("assignment", "cover", "What a calendar may show instead of the title, agreed with the client.")
    kind = Field[Kind, Union[Kind, str]](_c.hw_assignment_kind, _c.hw_assignment_set_kind, "The kind of homework.")
    label = Field[Text, Text](
        _c.hw_assignment_label, _c.hw_assignment_set_label, "What kind it is when it is of no listed kind.")
    state = Field[AssignmentState, Union[AssignmentState, str]](
        _c.hw_assignment_state, _c.hw_assignment_set_state, "Where it stands.")
    minutes = Field[Optional[int], Optional[int]](
        lambda self: _c.hw_assignment_minutes(self) or None,
        lambda self, value: _c.hw_assignment_set_minutes(self, 0 if value is None else value),
        "How long one practice takes, 1-1440 minutes; None if nobody has said.")
    session = Field[Text, Text](
        _c.hw_assignment_session, _c.hw_assignment_set_session, "The id of the session in which it was agreed.")
    predecessor = Field[Text, Text](
        _c.hw_assignment_predecessor, _c.hw_assignment_set_predecessor, "The id of the assignment that it continues.")
    goals = _ids("assignment", "goal", "The ids of the goals that it serves.")
    steps = _ids("assignment", "step", "The ids of the steps that it serves.")

    # ---- when it is due
    schedule = ReadOnly[ScheduleKind](_c.hw_assignment_schedule, "How its occurrences come about.")
    start = ReadOnly[Local](_c.hw_assignment_start, "The first day or the due time; None when on demand.")
    rule = ReadOnly[Text](_c.hw_assignment_rule, "The recurrence rule; None unless recurring.")
    quota_times = ReadOnly[int](_c.hw_assignment_quota_times, "How many times in each period; 0 unless a quota.")
    quota_most = ReadOnly[int](_c.hw_assignment_quota_most, "How many times at most in each period; 0 = no upper bound.")
    quota_period = ReadOnly[Period](_c.hw_assignment_quota_period, "The period of the quota.")
    times = ReadOnly[Tuple[int, ...]](
        lambda self: tuple(_c.hw_assignment_time_at(self, i) for i in range(_c.hw_assignment_time_count(self))),
        "The times of the day, in seconds after midnight.")
    until = Field[Optional[date], Optional[DateLike]](
        _c.hw_assignment_until, _c.hw_assignment_set_until, "The last day on which it may be due; None if open.")
    zone = Field[Text, Text](
        _c.hw_assignment_zone, _c.hw_assignment_set_zone, "The zone of its wall times; None = the client's.")
    exceptions = ReadOnly[Tuple[Local, ...]](_keys("exception"), "The keys that are taken out of the schedule.")
    extras = ReadOnly[Tuple[Local, ...]](_keys("extra"), "The keys that are added to the schedule.")
    opens = Field[Optional[timedelta], DurationLike](
        _c.hw_assignment_opens, _c.hw_assignment_set_opens, "When the window opens, from the due time; None = with the day.")
    closes = Field[Optional[timedelta], DurationLike](
        _c.hw_assignment_closes, _c.hw_assignment_set_closes,
        "When the window closes, from the due time; None = with the day.")
    grace = Field[timedelta, DurationLike](
        _c.hw_assignment_grace, _c.hw_assignment_set_grace, "How long after closing a report is waited for.")
    late = Field[LatePolicy, Union[LatePolicy, str]](
        _c.hw_assignment_late, _c.hw_assignment_set_late, "What becomes of late work.")

    def on_demand(self) -> None:
        """Whenever it is useful."""
        _c.hw_assignment_set_on_demand(self)

    def once(self, due: LocalLike) -> None:
        """Due once, on a day or at a wall time."""
        _c.hw_assignment_set_once(self, due)

    def recur(self, start: LocalLike, rule: str, *times: int) -> None:
        """Due by an RFC 5545 rule from `start` on; `times` are further times of the day, in seconds after midnight."""
        _c.hw_assignment_set_recurring(self, start, rule)
        for seconds in times:
            _c.hw_assignment_add_time(self, seconds)

    def quota(self, start: DateLike, times: int, period: Union[Period, str] = Period.WEEK, most: int = 0) -> None:
        """Due `times` to `most` times in each calendar period; most 0 = no upper bound."""
        _c.hw_assignment_set_quota(self, start, times, most, period)

    def skip(self, key: LocalLike) -> None:
        """Takes an occurrence out of the schedule; a date takes out all of that day."""
        _c.hw_assignment_add_exception(self, key)

    def extra(self, key: LocalLike) -> None:
        """Adds an occurrence that the schedule does not make."""
        _c.hw_assignment_add_extra(self, key)

    def clear_changes(self) -> None:
        """Removes all exceptions and extras."""
        _c.hw_assignment_clear_changes(self)

    def clear_window(self) -> None:
        """Forgets opening, closing and grace."""
        _c.hw_assignment_clear_window(self)

    # ---- what it asks for
    @property
    def measures(self) -> Tuple[Tuple[str, Phase], ...]:
        """The measures asked for: (id, when in the practice)."""
        return tuple((_c.hw_assignment_measure_at(self, i), _c.hw_assignment_phase_at(self, i))
                     for i in range(_c.hw_assignment_measure_count(self)))

    def measure(self, id: str, phase: Union[Phase, str] = Phase.NONE) -> None:
        """Asks for a measure at a phase of the practice."""
        _c.hw_assignment_add_measure(self, id, phase)

    def clear_measures(self) -> None:
        """Asks for no measure."""
        _c.hw_assignment_clear_measures(self)

    @property
    def reminders(self) -> Tuple[Reminder, ...]:
        """Its reminders."""
        return tuple(self._reminder(i) for i in range(_c.hw_assignment_reminder_count(self)))

    def _reminder(self, index: int) -> Reminder:
        kind = _c.hw_assignment_reminder_kind_at(self, index)
        anchor = _c.hw_assignment_reminder_anchor_at(self, index)
        clock = _c.hw_assignment_reminder_clock_at(self, index)
        if clock:
            return Reminder(kind, anchor, None, *clock)
        return Reminder(kind, anchor, _c.hw_assignment_reminder_minutes_at(self, index), None, None)

    def remind(self, minutes: Optional[int] = None, *, days: int = 0, clock: Optional[int] = None,
               kind: Union[ReminderKind, str] = ReminderKind.PROMPT, anchor: Union[Anchor, str] = Anchor.DUE) -> None:
        """Adds a reminder some minutes from its anchor (negative = before), or at a `clock` (seconds after midnight) some
        `days` from the day of its anchor."""
        if (minutes is None) == (clock is None):
            raise TypeError("a reminder has either minutes, or a clock and perhaps days")
        if clock is None:
            _c.hw_assignment_add_reminder(self, kind, anchor, minutes)
        else:
            _c.hw_assignment_add_reminder_at(self, kind, anchor, days, clock)

    def clear_reminders(self) -> None:
        """Removes all reminders."""
        _c.hw_assignment_clear_reminders(self)
