# SPDX-License-Identifier: MIT
"""Homework: what it is, what it is for, what was agreed about it, when it is due, when to remind."""
from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Callable, Iterable, NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import Field, ReadOnly
from ._record import Noun, Record, Text, _ids, _option, _record, _text
from .attachments import Attachment
from .enums import (Anchor, AssignmentState, Barrier, Kind, LatePolicy, Period, Phase, Relation, ReminderKind, Role,
                    ScheduleKind, UnheldPolicy)
from .forms import Form, FormField, Question
from .times import DateLike, DurationLike, Local, LocalLike, Wall, ZoneLike

if TYPE_CHECKING:
    from .records import Template

__all__ = ["Assignment", "Move", "Obstacle", "Reminder", "Taper"]


class Reminder(NamedTuple):
    """A reminder: minutes from its anchor, or a time of day (seconds after midnight) some days from it, or a time of its
    own; perhaps every so many days again. Its priority is 1-9, 1 the highest."""

    kind: ReminderKind
    anchor: Anchor
    minutes: Optional[int]
    days: Optional[int]
    clock: Optional[int]
    when: Local = None
    every: int = 0
    priority: int = 5


class Obstacle(NamedTuple):
    """Something that may get in the way, and what to do then."""

    barrier: Barrier
    coping: Text


class Move(NamedTuple):
    """An occurrence that is moved: its key, and where to."""

    key: Wall
    to: Wall


class Taper(NamedTuple):
    """A rule that holds from a day on."""

    start: date
    rule: str


def _only(kind: ScheduleKind, get: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What only schedules of a kind have."""
    return lambda self: get(self) if _c.hw_assignment_schedule(self) == kind else None


def _keys(noun: str) -> Callable[[Any], Tuple[Wall, ...]]:
    count, at = getattr(_c, f"hw_assignment_{noun}_count"), getattr(_c, f"hw_assignment_{noun}_at")
    return lambda self: tuple(at(self, i) for i in range(count(self)))


def _known(size: int) -> Optional[int]:
    return None if size < 0 else size


def _fields(noun: str) -> Field[Tuple[Question, ...], Iterable[FormField]]:
    """The fields that an assignment or a template declares itself."""
    form, clear = getattr(_c, f"hw_{noun}_form"), getattr(_c, f"hw_{noun}_clear_fields")
    add = getattr(_c, f"hw_{noun}_add_field")

    def put(self: Record, fields: Iterable[FormField]) -> None:
        wanted = list(fields)
        clear(self)
        for field in wanted:
            add(self, field)

    return Field[Tuple[Question, ...], Iterable[FormField]](
        lambda self: tuple(question for question in form(self) if question.own), put,
        "The fields that it declares itself. Setting it replaces them.")


@_record("assignment", "title", "instructions", "cover", "what", "where", "when", "how_often", "how_long", "rationale", "cue",
         "action", "trigger")
class Assignment(Noun):
    """A piece of homework: what it is, what it is for, what was agreed about it, when it is due, when to remind.

        breathing = homework.Assignment("breathing", "Slow breathing", "relaxation", minutes=10)
        breathing.recur("2025-03-03T19:00", "FREQ=WEEKLY;BYDAY=MO,TH")
        breathing.remind(minutes=-30)
        plan.add(breathing, change)
    """

    __slots__ = ()

    def __init__(self, id: str, title: str, kind: Union[Kind, str] = Kind.OTHER, **values: Any) -> None:
        self.this = _c.hw_assignment_new(id, title, kind).this
        self._set(values)

    @staticmethod
    def from_template(id: str, template: Template) -> Assignment:
        """A draft with the content of a template. Change what does not fit: the template is never touched."""
        assignment: Assignment = _c.hw_assignment_from_template(id, template)
        return assignment

    id = ReadOnly[str](_c.hw_assignment_id, "The id; the same in all revisions.")
    title = _text("assignment", "title", "The title.")
    instructions = _text("assignment", "instructions", "What to do, in plain text.")
    cover = _text("assignment", "cover", "What a calendar may show instead of the title, agreed with the client.")
    kind = Field[Kind, Union[Kind, str]](_c.hw_assignment_kind, _c.hw_assignment_set_kind, "The kind of homework.")
    label = Field[Text, Text](
        _c.hw_assignment_label, _c.hw_assignment_set_label, "What kind it is when it is of no listed kind.")
    state = Field[AssignmentState, Union[AssignmentState, str]](
        _c.hw_assignment_state, _c.hw_assignment_set_state, "Where it stands.")
    minutes = _option(_c.hw_assignment_minutes, _c.hw_assignment_set_minutes, 0,
                      "How long one practice takes, 1-1440 minutes; None if nobody has said.")
    session = Field[Text, Text](
        _c.hw_assignment_session, _c.hw_assignment_set_session, "The id of the session in which it was agreed.")
    predecessor = Field[Text, Text](
        _c.hw_assignment_predecessor, _c.hw_assignment_set_predecessor, "The id of the assignment that it continues.")
    template = ReadOnly[Text](_c.hw_assignment_template, "The id of the template that it was made from.")
    template_revision = ReadOnly[Text](_c.hw_assignment_template_revision, "The id of the revision of that template.")
    goals = _ids("assignment", "goal", "The ids of the goals that it serves.")
    steps = _ids("assignment", "step", "The ids of the steps that it serves.")
    skills = _ids("assignment", "skill", "The ids of the skills that it practises.")
    maintenance = Field[bool, bool](
        _c.hw_assignment_maintenance, _c.hw_assignment_set_maintenance,
        "Whether it keeps up what was gained after the plan has ended: it is due only after the plan's end.")

    # ---- what was agreed
    what = _text("assignment", "what", "What is to be done, in the words of the agreement.")
    where = _text("assignment", "where", "Where.")
    when = _text("assignment", "when", "When.")
    how_often = _text("assignment", "how_often", "How often.")
    how_long = _text("assignment", "how_long", "How long.")
    rationale = _text("assignment", "rationale", "What it is good for.")
    cue = _text("assignment", "cue", 'What shall set it off: the "if" of an if-then plan.')
    action = _text("assignment", "action", 'What is done then: the "then" of an if-then plan.')
    with_ = Field[Optional[Role], Union[Role, str, None]](
        _c.hw_assignment_with,
        lambda self, role: _c.hw_assignment_clear_with(self) if role is None else _c.hw_assignment_set_with(self, role),
        "With whom, by role; None if nobody was named.")
    likelihood = _option(
        _c.hw_assignment_likelihood, _c.hw_assignment_set_likelihood, -1,
        "How likely the client thinks it is that it will be done, 0-100; None if nobody has asked.")
    expected_difficulty = _option(
        _c.hw_assignment_expected_difficulty, _c.hw_assignment_set_expected_difficulty, -1,
        "How difficult the client expects it to be, 0-100; None if nobody has asked.")
    rehearsed = Field[bool, bool](
        _c.hw_assignment_rehearsed, _c.hw_assignment_set_rehearsed, "Whether it was tried out in the session.")
    sheet_given = Field[bool, bool](
        _c.hw_assignment_sheet_given, _c.hw_assignment_set_sheet_given, "Whether the client has got it in writing.")

    def _get_obstacles(self) -> Tuple[Obstacle, ...]:
        return tuple(Obstacle(_c.hw_assignment_obstacle_at(self, i), _c.hw_assignment_coping_at(self, i, None))
                     for i in range(_c.hw_assignment_obstacle_count(self)))

    def _set_obstacles(self, obstacles: Iterable[Tuple[Union[Barrier, str], Text]]) -> None:
        wanted = [(barrier, coping) for barrier, coping in obstacles]
        _c.hw_assignment_clear_obstacles(self)
        for barrier, coping in wanted:
            self.foresee(barrier, coping)

    obstacles = Field[Tuple[Obstacle, ...], Iterable[Tuple[Union[Barrier, str], Text]]](
        _get_obstacles, _set_obstacles, "What may get in the way, and what to do then. Setting it replaces all of them.")

    def foresee(self, barrier: Union[Barrier, str], coping: Text = None, language: Optional[str] = None) -> None:
        """Foresees an obstacle; a second time for a barrier words what to do then in another language, or anew."""
        _c.hw_assignment_add_obstacle(self, barrier, language, coping)

    def coping(self, barrier: Union[Barrier, str], language: Optional[str] = None) -> Text:
        """What to do about a barrier, in a language; None if it is not foreseen, or nothing is said."""
        wanted = Barrier.of(barrier)
        for i, obstacle in enumerate(self._get_obstacles()):
            if obstacle.barrier == wanted:
                text: Text = _c.hw_assignment_coping_at(self, i, language)
                return text
        return None

    # ---- when it is due
    schedule = ReadOnly[ScheduleKind](_c.hw_assignment_schedule, "How its occurrences come about.")
    start = ReadOnly[Local](_c.hw_assignment_start, "The first day or the due time; None when on demand.")
    rule = ReadOnly[Text](_c.hw_assignment_rule, "The recurrence rule; None unless recurring.")
    quota_times = ReadOnly[Optional[int]](
        _only(ScheduleKind.QUOTA, _c.hw_assignment_quota_times), "How many times in each period; None unless a quota.")
    quota_most = ReadOnly[Optional[int]](
        lambda self: _c.hw_assignment_quota_most(self) or None, "How many times at most in each period; None = no upper bound.")
    quota_period = ReadOnly[Optional[Period]](
        _only(ScheduleKind.QUOTA, _c.hw_assignment_quota_period), "The period of the quota; None unless a quota.")
    times = ReadOnly[Tuple[int, ...]](
        lambda self: tuple(_c.hw_assignment_time_at(self, i) for i in range(_c.hw_assignment_time_count(self))),
        "The times of the day, in seconds after midnight.")
    until = Field[Optional[date], Optional[DateLike]](
        _c.hw_assignment_until, _c.hw_assignment_set_until, "The last day on which it may be due; None if open.")
    zone = Field[Text, Optional[ZoneLike]](
        _c.hw_assignment_zone, _c.hw_assignment_set_zone, "The zone of its wall times; None = the client's.")
    relation = ReadOnly[Optional[Relation]](
        _only(ScheduleKind.SESSION_ANCHORED, _c.hw_assignment_relation), "How it is anchored to sessions; None unless it is.")
    offset = ReadOnly[Optional[timedelta]](
        _only(ScheduleKind.SESSION_ANCHORED, _c.hw_assignment_offset),
        "How long before or after sessions it is due; None unless it is.")
    every = ReadOnly[Optional[int]](
        _only(ScheduleKind.SESSION_ANCHORED, _c.hw_assignment_every),
        "It belongs to every so-many-th session, 1 = to all; None unless it is anchored to sessions.")
    unheld = Field[Optional[UnheldPolicy], Union[UnheldPolicy, str]](
        _only(ScheduleKind.SESSION_ANCHORED, _c.hw_assignment_unheld), _c.hw_assignment_set_unheld,
        "What becomes of it when a session does not take place; None unless it is anchored to sessions.")
    after = ReadOnly[Text](_c.hw_assignment_after, "The id of the assignment that it comes after; None unless sequenced.")
    delay = ReadOnly[Optional[timedelta]](
        _only(ScheduleKind.SEQUENCED, _c.hw_assignment_delay), "How long after that has settled; None unless sequenced.")
    trigger = _text("assignment", "trigger", "What it is to be done upon, when it is event-contingent.")
    moves = ReadOnly[Tuple[Move, ...]](
        lambda self: tuple(Move(_c.hw_assignment_move_key_at(self, i), _c.hw_assignment_move_to_at(self, i))
                           for i in range(_c.hw_assignment_move_count(self))), "The occurrences that are moved.")
    tapers = ReadOnly[Tuple[Taper, ...]](
        lambda self: tuple(Taper(_c.hw_assignment_taper_from_at(self, i), _c.hw_assignment_taper_rule_at(self, i))
                           for i in range(_c.hw_assignment_taper_count(self))), "The rules that hold from later days on.")
    exceptions = ReadOnly[Tuple[Wall, ...]](_keys("exception"), "The keys that are taken out of the schedule.")
    extras = ReadOnly[Tuple[Wall, ...]](_keys("extra"), "The keys that are added to the schedule.")
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

    def quota(self, start: DateLike, times: int, period: Union[Period, str] = Period.WEEK,
              most: Optional[int] = None) -> None:
        """Due `times` to `most` times in each calendar period; most None = no upper bound."""
        _c.hw_assignment_set_quota(self, start, times, 0 if most is None else most, period)

    def around_sessions(self, start: DateLike, relation: Union[Relation, str] = Relation.UNTIL, *times: int,
                        offset: DurationLike = timedelta(), every: int = 1,
                        unheld: Union[UnheldPolicy, str] = UnheldPolicy.EXTEND) -> None:
        """Daily until the next session, or `offset` before or after every `every`-th session, from the day `start` on; `times`
        are times of the day, in seconds after midnight."""
        _c.hw_assignment_set_session_anchored(self, start, relation, offset, every)
        _c.hw_assignment_set_unheld(self, unheld)
        for seconds in times:
            _c.hw_assignment_add_time(self, seconds)

    def follow(self, start: DateLike, after: str, delay: DurationLike = timedelta()) -> None:
        """Due once for each occurrence of another assignment (its id), `delay` after that one has settled."""
        _c.hw_assignment_set_sequenced(self, start, after, delay)

    def upon(self, start: DateLike, trigger: Text = None) -> None:
        """To be done whenever its trigger comes up, from the day `start` on."""
        _c.hw_assignment_set_event_contingent(self, start)
        if trigger is not None:
            _c.hw_assignment_set_trigger(self, None, trigger)

    def taper(self, start: DateLike, rule: str) -> None:
        """Lets another rule hold from a day on, after all that were added before."""
        _c.hw_assignment_add_taper(self, start, rule)

    def clear_tapers(self) -> None:
        """Removes all tapers."""
        _c.hw_assignment_clear_tapers(self)

    def move(self, key: LocalLike, to: LocalLike) -> None:
        """Moves an occurrence to another day or time; its key stays."""
        _c.hw_assignment_add_move(self, key, to)

    def skip(self, key: LocalLike) -> None:
        """Takes an occurrence out of the schedule; a date takes out all of that day."""
        _c.hw_assignment_add_exception(self, key)

    def extra(self, key: LocalLike) -> None:
        """Adds an occurrence that the schedule does not make."""
        _c.hw_assignment_add_extra(self, key)

    def clear_changes(self) -> None:
        """Removes all exceptions, extras and moves."""
        _c.hw_assignment_clear_changes(self)

    def clear_window(self) -> None:
        """Forgets opening, closing and grace."""
        _c.hw_assignment_clear_window(self)

    # ---- what it asks for
    form = ReadOnly[Form](_c.hw_assignment_form, "The fields of its entries: those of its kind, and its own.")
    fields = _fields("assignment")

    def _get_attachments(self) -> Tuple[Attachment, ...]:
        return tuple(Attachment(
            _c.hw_assignment_attachment_href_at(self, i), _c.hw_assignment_attachment_type_at(self, i),
            _known(_c.hw_assignment_attachment_size_at(self, i)), _c.hw_assignment_attachment_sha256_at(self, i),
            self.attachment_title(i)) for i in range(_c.hw_assignment_attachment_count(self)))

    def _set_attachments(self, files: Iterable[Attachment]) -> None:
        wanted = [Attachment(*file) for file in files]
        _c.hw_assignment_clear_attachments(self)
        for file in wanted:
            self.attach(*file)

    attachments = Field[Tuple[Attachment, ...], Iterable[Attachment]](
        _get_attachments, _set_attachments, "The files that belong to it. Setting it replaces all of them.")

    def attach(self, href: str, type: Text = None, size: Optional[int] = None, sha256: Text = None, title: Text = None) -> None:
        """Names a file, which is never opened: its address, and what is known about it."""
        _c.hw_assignment_add_attachment(self, href, type, -1 if size is None else size, sha256)
        if title is not None:
            self.set_attachment_title(_c.hw_assignment_attachment_count(self) - 1, title)

    def attachment_title(self, index: int, language: Optional[str] = None) -> Text:
        """What a file is called, in a language."""
        title: Text = _c.hw_assignment_attachment_title_at(self, index, language)
        return title

    def set_attachment_title(self, index: int, title: Text, language: Optional[str] = None) -> None:
        """Sets what a file is called in a language; None removes it."""
        _c.hw_assignment_set_attachment_title(self, index, language, title)

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
        days, clock = _c.hw_assignment_reminder_clock_at(self, index) or (None, None)
        anchor = _c.hw_assignment_reminder_anchor_at(self, index)
        by_minutes = clock is None and anchor != Anchor.ABSOLUTE
        return Reminder(
            _c.hw_assignment_reminder_kind_at(self, index), anchor,
            _c.hw_assignment_reminder_minutes_at(self, index) if by_minutes else None, days, clock,
            _c.hw_assignment_reminder_when_at(self, index), _c.hw_assignment_reminder_every_at(self, index),
            _c.hw_assignment_reminder_priority_at(self, index))

    def remind(self, minutes: Optional[int] = None, *, days: int = 0, clock: Optional[int] = None,
               when: Optional[LocalLike] = None, every: int = 0, priority: int = 5,
               kind: Union[ReminderKind, str] = ReminderKind.PROMPT, anchor: Union[Anchor, str] = Anchor.DUE) -> None:
        """Adds a reminder some minutes from its anchor (negative = before), or at a `clock` (seconds after midnight) some
        `days` from the day of its anchor; or at the clock `every` so many days while it is open; or at a time of its own,
        `when`, and perhaps every so many days after it."""
        if (minutes is not None) + (clock is not None) + (when is not None) != 1:
            raise TypeError("a reminder has either minutes, or a clock and perhaps days, or a time of its own")
        if when is not None:
            _c.hw_assignment_add_reminder_when(self, kind, when, every)
        elif clock is not None and every:
            _c.hw_assignment_add_reminder_every(self, kind, every, clock)
        elif clock is not None:
            _c.hw_assignment_add_reminder_at(self, kind, anchor, days, clock)
        else:
            _c.hw_assignment_add_reminder(self, kind, anchor, minutes)
        if priority != 5:
            _c.hw_assignment_set_reminder_priority(self, priority)

    def clear_reminders(self) -> None:
        """Removes all reminders."""
        _c.hw_assignment_clear_reminders(self)
