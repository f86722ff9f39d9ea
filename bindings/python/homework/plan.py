# SPDX-License-Identifier: MIT
"""The plan of one client: read, changed, evaluated, written."""
from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import IO, Any, Generic, Iterator, List, Optional, Tuple, Type, TypeVar, Union, overload

from . import _homework as _c
from ._handle import Field, Handle, ReadOnly, handle
from .calendar import Proposals
from .entries import Entry, Log, Values
from .enums import CalendarProfile, Extent, NoteKind, Role, Source, Status, Visibility
from .errors import HomeworkError, MissingFileError, NotFoundError
from .occurrences import Occurrences, Rings, pick
from .problems import Problem, ProblemList
from .progress import Progress
from .records import (Assignment, Excuse, Goal, Hold, Measure, Person, Record, Session, Settings, Step)
from .times import DateLike, InstantLike, LocalLike, MomentLike, instant, now
from .zones import Zones

__all__ = ["Change", "Plan", "Records", "load", "save_bytes"]

R = TypeVar("R", bound=Record)
D = TypeVar("D")
Bytes = Union[bytes, bytearray, memoryview]
Path = Union[str, "os.PathLike[str]"]


@handle("hw_change")
class Change(Handle):
    """Who changes a plan, where, when and why. One change may serve many verbs.

    by: the id of a person of the plan. origin: the device or program that records, an id of its own. recorded: now, unless given.
    effective: from which wall time on it holds; from the recording on, unless given."""

    __slots__ = ()

    def __init__(self, by: str, origin: str, recorded: Optional[MomentLike] = None, *, reason: Optional[str] = None,
                 effective: Optional[LocalLike] = None) -> None:
        self.this = _c.hw_change_new(now() if recorded is None else recorded, by, origin).this
        if reason is not None:
            _c.hw_change_set_reason(self, reason)
        if effective is not None:
            _c.hw_change_set_effective(self, effective)

    by = ReadOnly[str](_c.hw_change_by, "The id of the person.")
    origin = ReadOnly[str](_c.hw_change_origin, "The id of the device or program.")
    recorded = ReadOnly[datetime](_c.hw_change_recorded, "When it is recorded.")


@handle("hw_file")
class _File(Handle):
    """A file as it was last read or saved."""

    __slots__ = ()


@handle("hw_read_options")
class _ReadOptions(Handle):
    __slots__ = ()


@handle("hw_progress_options")
class _ProgressOptions(Handle):
    __slots__ = ()


@handle("hw_report_options")
class _ReportOptions(Handle):
    __slots__ = ()


@handle("hw_calendar_options")
class _CalendarOptions(Handle):
    __slots__ = ()


class Records(Sequence[R], Generic[R]):
    """The latest revisions of one kind of record: a sequence, and a mapping by id.

        plan.goals[0], plan.goals["walk"], "walk" in plan.goals, len(plan.goals)

    It looks at the plan as it is; iterating goes over what was there when it began."""

    __slots__ = ("_plan", "_class")

    def __init__(self, plan: Plan, cls: Type[R]) -> None:
        self._plan = plan
        self._class = cls

    def __len__(self) -> int:
        count: int = self._class._functions["count"](self._plan)
        return count

    @overload
    def __getitem__(self, index: Union[int, str]) -> R: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[R, ...]: ...

    def __getitem__(self, index: Union[int, slice, str]) -> Any:
        if isinstance(index, str):
            found = self.get(index)
            if found is None:
                raise NotFoundError(f"there is no {self._class._noun} {index!r}", Status.NOT_FOUND, index)
            return found
        return pick(index, len(self), self._at)

    def _at(self, index: int) -> R:
        record: R = self._class._functions["at"](self._plan, index)
        return record

    def __iter__(self) -> Iterator[R]:
        return iter([self._at(i) for i in range(len(self))])

    def __contains__(self, item: object) -> bool:
        return self.get(item) is not None if isinstance(item, str) else any(record == item for record in self)

    @overload
    def get(self, id: str) -> Optional[R]: ...

    @overload
    def get(self, id: str, default: D) -> Union[R, D]: ...

    def get(self, id: str, default: Any = None) -> Any:
        """The record with an id, or the default."""
        found = self._class._functions["find"](self._plan, id)
        return default if found is None else found

    def ids(self) -> List[str]:
        """The ids, in the plan's order."""
        return [record.id for record in self]   # type: ignore[attr-defined]

    def revisions(self, id: str) -> Tuple[R, ...]:
        """All revisions of a record, in the order in which they were recorded."""
        functions = self._class._functions
        return tuple(functions["revision_at"](self._plan, id, i)
                     for i in range(functions["revision_count"](self._plan, id)))

    def __repr__(self) -> str:
        return f"<{len(self)} {self._class._noun}s: {', '.join(self.ids())}>"


def _change(change: Optional[Change], by: Optional[str], origin: Optional[str], recorded: Optional[MomentLike],
            reason: Optional[str]) -> Change:
    """The change that a verb was given, whole or in parts."""
    if change is None:
        if by is None or origin is None:
            raise TypeError("say who records and where: a Change, or by=... and origin=...")
        return Change(by, origin, recorded, reason=reason)
    if not isinstance(change, Change):
        raise TypeError(f"change must be homework.Change, not {type(change).__name__}")
    if (by, origin, recorded, reason) != (None, None, None, None):
        raise TypeError("give either a Change or by, origin, recorded and reason, not both")
    return change


@handle("hw_plan")
class Plan(Handle):
    """The plan of one client: everything that was agreed and everything that happened, with its history.

    A plan is always valid: every verb checks, and a verb that fails has changed nothing. Times that are planned are wall times
    without tzinfo; moments need one, and a naive datetime is refused there.

        plan = homework.Plan("Europe/Berlin", "therapist", change)
    """

    __slots__ = ("_file", "_path", "_problems")
    _file: _File
    _path: str
    _problems: Tuple[Problem, ...]

    def __init__(self, zone: str, role: Union[Role, str], change: Optional[Change] = None, *, uid: Optional[str] = None,
                 by: Optional[str] = None, origin: Optional[str] = None, recorded: Optional[MomentLike] = None) -> None:
        """An empty plan with the client's zone; who makes it is in it, in a role. uid: a UUID, random unless given."""
        who = _change(change, by, origin, recorded, None)
        self.this = _c.hw_plan_new(str(uuid.uuid4()) if uid is None else uid, zone, role, who).this

    # ---- read and written
    @classmethod
    def from_bytes(cls, data: Bytes, *, salvage: bool = False, zones: Optional[Zones] = None) -> Plan:
        """Reads a plan document. salvage: keeps aside what is invalid instead of refusing the document.
        Raises InvalidError with line and problems, LimitError, UnsupportedError."""
        problems = ProblemList()
        try:
            plan: Plan = _c.hw_plan_from_xml(data, _read_options(salvage, zones), problems)
        except HomeworkError as error:
            error.problems = problems.found()
            raise
        plan._problems = problems.found()
        return plan

    def read_log(self, data: Bytes) -> Tuple[Problem, ...]:
        """Takes in the entries of a sidecar log document, by the rules of merge(); all or nothing."""
        problems = ProblemList()
        try:
            _c.hw_plan_read_log_xml(self, data, None, problems)
        except HomeworkError as error:
            error.problems = problems.found()
            raise
        return problems.found()

    def log_to_bytes(self) -> bytes:
        """The log alone, as a sidecar document."""
        data: bytes = _c.hw_plan_log_to_xml(self)
        return data

    def to_bytes(self) -> bytes:
        """The plan document: the same plan gives the same bytes."""
        data: bytes = _c.hw_plan_to_xml(self)
        return data

    def save(self, path: Optional[Path] = None) -> None:
        """Saves the plan in the file that it was loaded from or last saved in, or in a new file. The old or the new file is
        there, never neither. Raises ConflictError when the file has changed meanwhile, or a new one exists already."""
        own = getattr(self, "_path", None)
        target = own if path is None else os.fspath(path)
        if target is None:
            raise TypeError("the plan has no file yet: save(path)")
        if path is None or (own is not None and os.path.abspath(target) == os.path.abspath(own)):
            _c.hw_file_save(self._file, self)
            return
        file: _File = _c.hw_file_new(target)
        _c.hw_file_save(file, self)
        self._file, self._path = file, target

    def __copy__(self) -> Plan:
        plan: Plan = _c.hw_plan_copy(self)
        return plan

    def __deepcopy__(self, memo: Any) -> Plan:
        return self.__copy__()

    def __reduce_ex__(self, protocol: Any) -> Any:
        return Plan.from_bytes, (self.to_bytes(),)

    # ---- what it is
    uid = ReadOnly[str](_c.hw_plan_uid, "The plan's UUID.")
    language = Field[str, str](_c.hw_plan_language, _c.hw_plan_set_language, "The language of texts that name none.")
    generation = ReadOnly[int](_c.hw_plan_generation, "A number that grows with every change of the plan.")
    read_only = ReadOnly[bool](_c.hw_plan_is_read_only, "Whether changes are refused: the document is of a newer version.")
    settings = ReadOnly[Settings](_c.hw_plan_settings, "The latest settings.")
    entries = ReadOnly[Log](_c.hw_plan_entries, "A snapshot of the log as it is now.")
    aside_count = ReadOnly[int](_c.hw_plan_aside_count, "How many invalid pieces a salvage reading has kept aside.")

    people = ReadOnly[Records[Person]](lambda self: Records(self, Person), "Who takes part.")
    measures = ReadOnly[Records[Measure]](lambda self: Records(self, Measure), "What is recorded in numbers.")
    goals = ReadOnly[Records[Goal]](lambda self: Records(self, Goal), "What the client wants.")
    steps = ReadOnly[Records[Step]](lambda self: Records(self, Step), "The steps towards the goals.")
    assignments = ReadOnly[Records[Assignment]](lambda self: Records(self, Assignment), "The homework.")
    sessions = ReadOnly[Records[Session]](lambda self: Records(self, Session), "The meetings.")
    holds = ReadOnly[Records[Hold]](lambda self: Records(self, Hold), "The pauses.")
    excuses = ReadOnly[Records[Excuse]](lambda self: Records(self, Excuse), "What is not expected after all.")

    def use_zones(self, zones: Optional[Zones]) -> None:
        """Uses these zones from now on; None = the system's."""
        _c.hw_plan_set_zones(self, zones)

    @property
    def problems(self) -> Tuple[Problem, ...]:
        """What was found when the plan was read: warnings and notices."""
        return getattr(self, "_problems", ())

    def check(self) -> Tuple[Problem, ...]:
        """Entries that answer an occurrence which their schedule does not have."""
        problems = ProblemList()
        _c.hw_plan_check_entries(self, problems)
        return problems.found()

    # ---- changed
    def add(self, record: Record, change: Optional[Change] = None, *, by: Optional[str] = None,
            origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes a draft into the plan as a new person, goal, assignment, ..."""
        self._take("add", record, _change(change, by, origin, recorded, reason))

    def revise(self, record: Record, change: Optional[Change] = None, *, by: Optional[str] = None,
               origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes an edit() copy into the plan as the next revision. Raises ConflictError when it was made from a revision that is
        no longer the latest."""
        self._take("revise", record, _change(change, by, origin, recorded, reason))

    def _take(self, verb: str, record: Record, change: Change) -> None:
        if not isinstance(record, Record) or verb not in record._functions:
            raise TypeError(f"a plan cannot {verb} {type(record).__name__}")
        record._functions[verb](self, record, change)

    def log(self, what: Union[Entry, str, None], extent: Union[Extent, str] = Extent.DONE, *,
            at: Optional[MomentLike] = None, due: Optional[LocalLike] = None, unscheduled: bool = False, percent: int = 0,
            minutes: Optional[float] = None, values: Optional[Values] = None, note: Optional[str] = None,
            source: Union[Source, str] = Source.APP, visibility: Union[Visibility, str] = Visibility.SHARED,
            id: Optional[str] = None, change: Optional[Change] = None, by: Optional[str] = None,
            origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> str:
        """Logs what was done about an assignment (its id), or an Entry; returns the id of the entry. Which occurrence it answers is
        decided now, by `at`, unless `due` names it.

            plan.log("breathing", "partial", percent=50, at=datetime.now(zone), values={("suds", "before"): 60},
                     by="client", origin="phone")
        """
        who = _change(change, by, origin, recorded, reason)
        entry = what if isinstance(what, Entry) else Entry(
            what, extent, at=at, due=due, unscheduled=unscheduled, percent=percent, minutes=minutes, values=values,
            note=note, source=source, visibility=visibility, id=id)
        _c.hw_plan_log(self, entry, who)
        return str(entry.id)

    def log_all(self, entries: Sequence[Entry], change: Change) -> None:
        """Logs many entries, all or none."""
        _c.hw_plan_log_all(self, entries, change)

    def supersede(self, id: str, entry: Entry, change: Change) -> None:
        """Logs an entry in place of an earlier one, which is kept and no longer counts."""
        _c.hw_plan_supersede_entry(self, id, entry, change)

    def void(self, id: str, change: Change) -> None:
        """Voids an entry: it is kept and no longer counts. Voiding what voids or supersedes another undoes that."""
        _c.hw_plan_void_entry(self, id, change)

    def merge(self, other: Plan) -> Tuple[Problem, ...]:
        """Takes in everything of another copy of this plan. Raises ConflictError, with problems, when the same id has different
        content; returns what a person should look at."""
        problems = ProblemList()
        try:
            _c.hw_plan_merge(self, other, problems)
        except HomeworkError as error:
            error.problems = problems.found()
            raise
        return problems.found()

    # ---- evaluated: over the days from `start` up to but without `end`, by what was known at `as_of` (now, unless given)
    def occurrences(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None) -> Occurrences:
        """What is due in [start, end), with its status."""
        moment = instant(as_of)
        occurrences: Occurrences = _c.hw_plan_occurrences(self, start, end, moment)
        occurrences._as_of = _as_datetime(moment)
        return occurrences

    def progress(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
                 partial_credit: Optional[float] = None, late_credit: Optional[float] = None,
                 half_life: Optional[int] = None) -> Progress:
        """All metrics of the plan, its goals and its assignments over [start, end)."""
        options = _c.hw_progress_options_new()
        if partial_credit is not None:
            _c.hw_progress_options_set_partial_credit(options, partial_credit)
        if late_credit is not None:
            _c.hw_progress_options_set_late_credit(options, late_credit)
        if half_life is not None:
            _c.hw_progress_options_set_half_life(options, half_life)
        moment = instant(as_of)
        progress: Progress = _c.hw_plan_progress(self, start, end, moment, options)
        progress._as_of = _as_datetime(moment)
        return progress

    def reminders(self, start: InstantLike, end: InstantLike, *, as_of: Optional[InstantLike] = None) -> Rings:
        """The reminders that ring from one moment up to another."""
        rings: Rings = _c.hw_plan_reminders(self, start, end, instant(as_of))
        return rings

    def next_change(self, after: Optional[InstantLike] = None) -> Optional[datetime]:
        """The first moment after which the status of an occurrence changes by itself; None if none does within 400 days."""
        moment: Optional[datetime] = _c.hw_plan_next_change(self, instant(after))
        return moment

    def report(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None, width: int = 80,
               terminal: bool = False) -> str:
        """The page that client and therapist look at together."""
        options = _c.hw_report_options_new()
        _c.hw_report_options_set_width(options, width)
        _c.hw_report_options_set_terminal(options, terminal)
        text: str = _c.hw_plan_report(self, start, end, instant(as_of), options)
        return text

    # ---- calendars
    def to_calendar(self, profile: Union[CalendarProfile, str] = CalendarProfile.EVENTS, *,
                    as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None) -> bytes:
        """The reminders as an iCalendar file (.ics). until: how far to-dos reach, excluded, instead of the next session."""
        options = _c.hw_calendar_options_new()
        _c.hw_calendar_options_set_profile(options, profile)
        if until is not None:
            _c.hw_calendar_options_set_until(options, until)
        data: bytes = _c.hw_plan_to_calendar(self, instant(as_of), options)
        return data

    def read_calendar(self, data: Bytes, *, as_of: Optional[InstantLike] = None) -> Proposals:
        """What a calendar that came back says happened. Nothing in the plan changes; see apply()."""
        problems = ProblemList()
        try:
            proposals: Proposals = _c.hw_plan_read_calendar(self, data, instant(as_of), problems)
        except HomeworkError as error:
            error.problems = problems.found()
            raise
        return proposals

    def apply(self, proposals: Proposals, change: Change) -> int:
        """Applies proposals, all or nothing; returns how many changed something. Twice changes nothing."""
        applied: int = _c.hw_plan_apply_proposals(self, proposals, change)
        return applied

    def __repr__(self) -> str:
        return f"<Plan {self.uid}: {len(self.assignments)} assignments, {len(self.entries)} entries>"


def _as_datetime(moment: InstantLike) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.fromisoformat(moment.replace("Z", "+00:00"))


def _read_options(salvage: bool, zones: Optional[Zones]) -> Optional[_ReadOptions]:
    if not salvage and zones is None:
        return None
    options: _ReadOptions = _c.hw_read_options_new()
    _c.hw_read_options_set_salvage(options, salvage)
    if zones is not None:
        _c.hw_read_options_set_zones(options, zones)
    return options


def save_bytes(path: Path, data: Bytes) -> None:
    """Writes a calendar or a report so that the old or the new file is there, never neither; replaces what is there."""
    _c.hw_file_replace(path, data)


def load(source: Union[Path, Bytes, IO[bytes]], *, salvage: bool = False, zones: Optional[Zones] = None) -> Plan:
    """Reads a plan from a path, from bytes, or from a binary file. A plan from a path can be `save()`d there again.

    Raises InvalidError with line and problems, MissingFileError, FileError, LimitError, UnsupportedError."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Plan.from_bytes(source, salvage=salvage, zones=zones)
    if hasattr(source, "read"):
        return Plan.from_bytes(source.read(), salvage=salvage, zones=zones)
    path = os.fspath(source)
    problems = ProblemList()
    try:
        loaded: Tuple[Plan, _File] = _c.hw_file_load(path, _read_options(salvage, zones), problems)
    except NotFoundError as error:
        raise MissingFileError(error.message, error.status, error.subject) from None
    except HomeworkError as error:
        error.problems = problems.found()
        raise
    plan, file = loaded
    plan._problems, plan._file, plan._path = problems.found(), file, path
    return plan
