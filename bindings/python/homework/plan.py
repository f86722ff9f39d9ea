# SPDX-License-Identifier: MIT
"""The plan of one client: read, changed, evaluated, written."""
from __future__ import annotations

import os
from typing import Any, Optional, Protocol, Tuple, Union

from . import _homework as _c
from ._handle import Field, Handle, ReadOnly, handle
from .changes import Change, Records, _change
from .entries import Log
from .enums import Role
from .errors import HomeworkError, MissingFileError, NotFoundError
from .insights import PlanInsights
from .problems import Problem, ProblemList
from .records import (Assignment, Erasure, Excuse, Goal, Hold, Measure, Message, Person, Rating, Review, Score, Session,
                      Settings, Skill, Step, Template)
from .times import MomentLike, ZoneLike
from .verbs import Bytes, PlanVerbs
from .views import PlanViews
from .zones import Zones

__all__ = ["Change", "Plan", "Records", "load", "save_bytes"]

Path = Union[str, "os.PathLike[str]"]


class Readable(Protocol):
    """What is open for reading bytes: a file, a response, a member of an archive."""

    def read(self) -> bytes:
        """All that is left."""


@handle("hw_file")
class _File(Handle):
    """A file as it was last read or saved."""

    __slots__ = ()


@handle("hw_read_options")
class _ReadOptions(Handle):
    __slots__ = ()


@handle("hw_plan")
class Plan(PlanVerbs, PlanViews, PlanInsights):
    """The plan of one client: everything that was agreed and everything that happened, with its history.

    A plan is always valid: every verb checks, and a verb that fails has changed nothing. Times that are planned are wall times
    without tzinfo; moments need one, and a naive datetime is refused there.

        >>> change = Change("mk", "desk", "2025-03-03T17:40:00+01:00")
        >>> plan = Plan("Europe/Berlin", "therapist", change)
        >>> plan.add(Goal("calm", "Calmer evenings"), change)
        >>> plan.goals["calm"].title, len(plan.goals), "calm" in plan.goals
        ('Calmer evenings', 1, True)
        >>> Plan.from_bytes(plan.to_bytes()).uid == plan.uid
        True
    """

    __slots__ = ("_change", "_file", "_path", "_problems")
    _file: _File
    _path: str
    _problems: Tuple[Problem, ...]

    def __init__(self, zone: ZoneLike, role: Union[Role, str], change: Optional[Change] = None, *, uid: Optional[str] = None,
                 by: Optional[str] = None, origin: Optional[str] = None, recorded: Optional[MomentLike] = None) -> None:
        """An empty plan with the client's zone; who makes it is in it, in a role. uid: a UUID, random unless given."""
        who = _change(change, by, origin, recorded, None)
        if uid is None:
            from uuid import uuid4          # which takes a while to import, and reading a plan needs none
            uid = str(uuid4())
        self.this = _c.hw_plan_new(uid, zone, role, who).this

    # ---- read and written
    @classmethod
    def from_bytes(cls, data: Bytes, *, salvage: bool = False, zones: Optional[Zones] = None) -> Plan:
        """Reads a plan document. salvage: keeps aside what is invalid instead of refusing the document.
        Raises InvalidError with line and problems, LimitError, UnsupportedError."""
        with ProblemList() as problems:
            plan: Plan = _c.hw_plan_from_xml(data, _read_options(salvage, zones), problems)
        plan._problems = problems.found()
        return plan

    def read_log(self, data: Bytes) -> Tuple[Problem, ...]:
        """Takes in the entries of a sidecar log document, by the rules of merge(); all or nothing."""
        with ProblemList() as problems:
            _c.hw_plan_read_log_xml(self, data, None, problems)
        return problems.found()

    def log_to_bytes(self) -> bytes:
        """The log alone, as a sidecar document."""
        data: bytes = _c.hw_plan_log_to_xml(self)
        return data

    def to_bytes(self) -> bytes:
        """The plan document: the same plan gives the same bytes."""
        data: bytes = _c.hw_plan_to_xml(self)
        return data

    @classmethod
    def from_json(cls, data: Union[Bytes, str], *, salvage: bool = False, zones: Optional[Zones] = None) -> Plan:
        """Reads a plan from JSON: the same content, limits and problems as from_bytes()."""
        text = data.encode() if isinstance(data, str) else data
        with ProblemList() as problems:
            plan: Plan = _c.hw_plan_from_json(text, _read_options(salvage, zones), problems)
        plan._problems = problems.found()
        return plan

    def to_json(self) -> bytes:
        """The plan as JSON in UTF-8: the same plan gives the same bytes."""
        data: bytes = _c.hw_plan_to_json(self)
        return data

    def save(self, path: Optional[Path] = None) -> None:
        """Saves the plan in the file that it was loaded from or last saved in, or in a new file. The old or the new file is
        there, never neither. Raises ConflictError when the file has changed meanwhile, or a new one exists already."""
        own = getattr(self, "_path", None)
        if hasattr(path, "write"):
            raise TypeError("path must be a path; into a file that is open, write plan.to_bytes()")
        target = own if path is None else os.fspath(path)
        if target is None:
            raise TypeError("the plan has no file yet: save(path)")
        if path is None or (own is not None and os.path.abspath(target) == os.path.abspath(own)):
            _c.hw_file_save(self._file, self)
            return
        file: _File = _c.hw_file_new(target)
        _c.hw_file_save(file, self)
        self._file, self._path = file, target

    # What it holds may be exchanged for what it held before (`edit()`): a plan is itself, and nothing else.
    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__

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
    entries = ReadOnly[Log](lambda self: self._shown(Log, _c.hw_plan_entries(self)), "A snapshot of the log as it is now.")
    aside_count = ReadOnly[int](_c.hw_plan_aside_count, "How many invalid pieces a salvage reading has kept aside.")

    people = ReadOnly[Records[Person]](lambda self: Records(self, Person), "Who takes part.")
    measures = ReadOnly[Records[Measure]](lambda self: Records(self, Measure), "What is recorded in numbers.")
    skills = ReadOnly[Records[Skill]](lambda self: Records(self, Skill), "What the client learns to do.")
    goals = ReadOnly[Records[Goal]](lambda self: Records(self, Goal), "What the client wants.")
    steps = ReadOnly[Records[Step]](lambda self: Records(self, Step), "The steps towards the goals.")
    templates = ReadOnly[Records[Template]](lambda self: Records(self, Template), "Homework ready to be tailored.")
    assignments = ReadOnly[Records[Assignment]](lambda self: Records(self, Assignment), "The homework.")
    sessions = ReadOnly[Records[Session]](lambda self: Records(self, Session), "The meetings.")
    reviews = ReadOnly[Records[Review]](lambda self: Records(self, Review), "What sessions made of assignments.")
    ratings = ReadOnly[Records[Rating]](lambda self: Records(self, Rating), "How people rate the engagement with homework.")
    scores = ReadOnly[Records[Score]](lambda self: Records(self, Score), "How far goals are attained.")
    messages = ReadOnly[Records[Message]](lambda self: Records(self, Message), "What there is to tell each other.")
    holds = ReadOnly[Records[Hold]](lambda self: Records(self, Hold), "The pauses.")
    excuses = ReadOnly[Records[Excuse]](lambda self: Records(self, Excuse), "What is not expected after all.")
    erasures = ReadOnly[Records[Erasure]](lambda self: Records(self, Erasure), "What was redacted or erased.")

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

    def __repr__(self) -> str:
        return f"<Plan {self.uid}: {len(self.assignments)} assignments, {len(self.entries)} entries>"


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


def _from_either(data: Bytes, salvage: bool, zones: Optional[Zones]) -> Plan:
    json = not isinstance(data, str) and bytes(data[:64]).lstrip().startswith(b"{")
    return (Plan.from_json if json else Plan.from_bytes)(data, salvage=salvage, zones=zones)


def load(source: Union[Path, Bytes, Readable], *, salvage: bool = False, zones: Optional[Zones] = None) -> Plan:
    """Reads a plan, XML or JSON, from a path, from bytes, or from a binary file. A plan from a path can be `save()`d there again,
    in the form in which it was read.

    Raises InvalidError with line and problems, MissingFileError, FileError, LimitError, UnsupportedError.

        >>> load(b"<plan/>")
        Traceback (most recent call last):
        homework.errors.InvalidError: line 1: the root is not in the namespace of plans (xmlns)
    """
    if hasattr(source, "read"):
        data = source.read()
        if isinstance(data, str):
            raise TypeError('the file must be open for reading bytes: open(path, "rb")')
        return _from_either(data, salvage, zones)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _from_either(source, salvage, zones)
    path = os.fspath(source)
    if os.fsdecode(path)[:64].lstrip("\ufeff \t\r\n").startswith(("<", "{")) and not os.path.exists(path):
        raise TypeError("source is a document and no path: give it as bytes, as by text.encode()")
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
