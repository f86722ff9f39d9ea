# SPDX-License-Identifier: MIT
"""What happened: reports to be logged, and the log."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, Pairs, handle
from .attachments import Attachment
from .enums import Barrier, EntryState, Extent, NoteKind, Phase, Source, ValueKind, Visibility
from .occurrences import pick
from .tables import Result, Table
from .times import Local, LocalLike, Moment, MomentLike

__all__ = ["Entry", "Log", "LogEntry", "Value"]

#: {measure id, or (measure id, phase): number}
Values = Pairs[Union[str, Tuple[str, Union[Phase, str]]], float]


@handle("hw_entry")
class Entry(Handle):
    """A report that is being written; `Plan.log()` takes it in.

    assignment: its id, None if it is about none. at: when it happened, a datetime with tzinfo or a date. due: the occurrence that it
    answers, by its planned time. percent: 0-100, how much of it was done. minutes: how long it took.

        >>> entry = Entry("walk", "not-attempted", at="2025-03-06T19:20:00+01:00")
        >>> entry.barrier("low-energy")
        >>> entry.note("Too tired on Thursday")
    """

    __slots__ = ()

    def __init__(self, assignment: Optional[str], extent: Union[Extent, str] = Extent.DONE, *,
                 at: Optional[MomentLike] = None, due: Optional[LocalLike] = None, unscheduled: bool = False,
                 percent: int = 0, minutes: Optional[float] = None, values: Optional[Values] = None,
                 note: Optional[str] = None, source: Union[Source, str] = Source.APP,
                 visibility: Union[Visibility, str] = Visibility.SHARED, id: Optional[str] = None) -> None:
        self.this = _c.hw_entry_new(assignment, extent).this
        _c.hw_entry_set_id(self, id)
        _c.hw_entry_set_at(self, at)
        if _flag(unscheduled):
            _c.hw_entry_set_unscheduled(self)
        elif due is not None:
            _c.hw_entry_set_due(self, due)
        _c.hw_entry_set_percent(self, percent)
        _c.hw_entry_set_source(self, source)
        _c.hw_entry_set_visibility(self, visibility)
        if values is not None:
            _put_values(self, values)
        if minutes is not None:
            self.number("minutes", minutes)
        if note is not None:
            self.note(note)

    @property
    def id(self) -> Optional[str]:
        """Its id; None until one was given or minted."""
        id: Optional[str] = _c.hw_entry_id(self)
        return id

    def measure(self, measure: str, phase: Union[Phase, str], value: float) -> None:
        """Adds the value of a measure (its id)."""
        _c.hw_entry_add_measure(self, measure, phase, value)

    def number(self, field: str, value: float, phase: Union[Phase, str] = Phase.NONE, group: int = 0) -> None:
        """Adds a number in a named field; "minutes" is how long it took."""
        _c.hw_entry_add_number(self, field, phase, group, value)

    def field(self, field: str, text: str, group: int = 0) -> None:
        """Adds a text in a named field."""
        _c.hw_entry_add_text(self, field, group, text)

    def answer(self, field: str, text: str, phase: Union[Phase, str] = Phase.NONE, group: int = 0) -> None:
        """Adds a text, a choice or a day of a field at a phase."""
        _c.hw_entry_add_answer(self, field, phase, group, text)

    def attach(self, href: str, type: Optional[str] = None, size: Optional[int] = None, sha256: Optional[str] = None) -> None:
        """Names a file, which is never opened: its address, and what is known about it."""
        _c.hw_entry_add_attachment(self, href, type, -1 if size is None else size, sha256)

    def barrier(self, barrier: Union[Barrier, str], text: Optional[str] = None) -> None:
        """Adds something that got in the way."""
        _c.hw_entry_add_barrier(self, barrier, text)

    def note(self, text: str, kind: Union[NoteKind, str] = NoteKind.COMMENT, language: Optional[str] = None) -> None:
        """Adds a note; without a language in the plan's own."""
        _c.hw_entry_add_note(self, kind, language, text)


def _flag(value: Any) -> bool:
    """Texts are no flags: "False" of a file would be true."""
    if value not in (0, 1):
        raise TypeError(f"unscheduled must be bool, not {type(value).__name__}")
    return bool(value)


def _put_values(entry: Entry, values: Values) -> None:
    """The values of measures, from a dict or from what has pairs as one has, as a row of a data frame."""
    if not hasattr(values, "items"):
        raise TypeError(f"values must be a dict of numbers by measure, not {type(values).__name__}")
    for key, number in values.items():
        measure, phase = (key, Phase.NONE) if isinstance(key, str) else key
        entry.measure(measure, phase, number)


class _Row(NamedTuple):

    kind: ValueKind
    name: str
    phase: Phase
    group: int
    number: Optional[float]
    text: Optional[str]


class Value(_Row):
    """A value row of an entry. name: the measure's id, the field's name, the barrier's or the note's word.

    confidential: it is to be shown only to its author. attachment: the file that it holds, if it holds one."""

    confidential: bool = False
    attachment: Optional[Attachment] = None


class LogEntry(NamedTuple):
    """A row of the log."""

    id: str
    assignment: Optional[str]
    due: Local
    happened: Moment
    recorded: datetime
    by: str
    extent: Extent
    percent: int
    source: Source
    visibility: Visibility
    state: EntryState
    target: Optional[str]
    values: Tuple[Value, ...]


@handle("hw_log")
class Log(Result, Sequence[LogEntry]):
    """A snapshot of the log, sorted by (recorded, id). `log["phone-7"]` finds an entry by its id."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_log_count(self)
        return count

    @overload
    def __getitem__(self, index: Union[int, str]) -> LogEntry: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[LogEntry, ...]: ...

    def __getitem__(self, index: Union[int, slice, str]) -> Any:
        if isinstance(index, str):
            place = _c.hw_log_find(self, index)
            if place is None:
                raise KeyError(index)
            return self._at(place)
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> LogEntry:
        values = tuple(self._value(i, row) for row in range(_c.hw_log_value_count(self, i)))
        return LogEntry(
            _c.hw_log_id_at(self, i), _c.hw_log_assignment_at(self, i), _c.hw_log_due_at(self, i),
            _c.hw_log_happened_at(self, i), _c.hw_log_recorded_at(self, i), _c.hw_log_by_at(self, i),
            _c.hw_log_extent_at(self, i), _c.hw_log_percent_at(self, i), _c.hw_log_source_at(self, i),
            _c.hw_log_visibility_at(self, i), _c.hw_log_state_at(self, i), _c.hw_log_target_at(self, i), values)

    def _value(self, i: int, row: int) -> Value:
        value = Value(_c.hw_log_value_kind(self, i, row), _c.hw_log_value_name(self, i, row),
                      _c.hw_log_value_phase(self, i, row), _c.hw_log_value_group(self, i, row),
                      _c.hw_log_value_number(self, i, row), _c.hw_log_value_text(self, i, row))
        value.confidential = _c.hw_log_value_confidential(self, i, row)
        if value.kind == ValueKind.ATTACHMENT:
            size = _c.hw_log_value_size(self, i, row)
            value.attachment = Attachment(value.text or "", _c.hw_log_value_type(self, i, row),
                                          None if size < 0 else size, _c.hw_log_value_sha256(self, i, row))
        return value

    def table(self) -> Table:
        """The entries as columns; private texts are never in it."""
        return self._table(_c.hw_log_table(self))

    def value_table(self, *, private_too: bool = False) -> Table:
        """The value rows of live entries as columns; texts that are not shared only with `private_too`."""
        return self._table(_c.hw_log_value_table(self, private_too))

    def __repr__(self) -> str:
        return f"<Log: {len(self)} entries>"
