# SPDX-License-Identifier: MIT
"""Many plans in one pass, and which of them ask for a person first. This is not crisis detection."""
from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, handle
from .clinical import AttentionReason
from .enums import Metric, Status, Subject
from .errors import error_class
from .occurrences import pick
from .tables import Listing, Result, Table
from .times import DateLike, InstantLike, as_datetime, instant
from .zones import Zones

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["Attention", "AttentionItem", "Caseload", "CaseloadError", "caseload"]

Path = Union[str, "os.PathLike[str]"]
Bytes = Union[bytes, bytearray, memoryview]
Source = Union[Path, "Plan", Bytes]
Plans = Union[Path, "Mapping[str, Source]", Iterable[Union[Path, "Plan", Tuple[str, Source]]]]


class AttentionItem(NamedTuple):
    """Why a plan is to be looked at. number: of how many such things. days: since when, None where nothing dates it."""

    reason: AttentionReason
    number: int
    days: Optional[int]


@handle("hw_attention")
class Attention(Result, Sequence[AttentionItem]):
    """The reasons, the most pressing first; sorting puts the plan that is to be looked at first at the front."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_attention_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> AttentionItem: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[AttentionItem, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: AttentionItem(
            _c.hw_attention_reason_at(self, i), _c.hw_attention_number_at(self, i), _c.hw_attention_days_at(self, i)))

    def __lt__(self, other: Attention) -> bool:
        if not isinstance(other, Attention):
            return NotImplemented
        return bool(_c.hw_attention_compare(self, other) < 0)

    def text(self, index: int, language: Optional[str] = None) -> str:
        """A reason as a sentence with its numbers; it holds no text of the plan."""
        text: str = _c.hw_attention_text(self, range(len(self))[index], language)
        return text

    def table(self) -> Table:
        """The reasons as columns."""
        return self._table(_c.hw_attention_table(self))

    def __repr__(self) -> str:
        return f"<Attention: {', '.join(item.reason.word for item in self) or 'none'}>"


class CaseloadError(NamedTuple):
    """A plan that could not be evaluated: its name, and what is wrong with it."""

    name: str
    status: Status
    message: str
    line: Optional[int]


class Caseload(Listing):
    """Many plans in one table: a row for each plan (or each of its subjects), and for each metric its value; of rates the counts as
    well, `done_numerator` and `done_denominator`. What is undefined is None. `tidy`: a row for each plan, subject and metric."""

    __slots__ = ("_as_of", "_by", "_rows", "_table", "errors", "tidy")

    def __init__(self, table: Table, by: Subject, tidy: bool, as_of: datetime, unread: Sequence[CaseloadError] = ()) -> None:
        self._table, self._by, self._as_of = table, by, as_of
        #: Whether there is a row for each metric.
        self.tidy = tidy
        said = table._some(("status", "name", "error", "line"))
        #: The plans that are left out, and why.
        self.errors: Tuple[CaseloadError, ...] = (*unread, *(
            CaseloadError(name, _STATUSES[status], message, line)
            for status, name, message, line in zip(*said.values()) if status != _GOOD))
        self._rows = [row for row, status in enumerate(said["status"]) if status == _GOOD]

    @property
    def as_of(self) -> datetime:
        """The moment by which things were known."""
        return self._as_of

    @property
    def by(self) -> Subject:
        """What the rows of a plan are about."""
        return self._by

    def table(self) -> Table:
        """All of it as the library gives it, a row for each plan, subject and metric, and one for each plan that is left out."""
        return self._table

    def columns(self) -> Dict[str, List[Any]]:
        """Every column as a list by name; what is undefined is None."""
        if not self.tidy:
            return self._wide()
        return {name: self._good(values) for name, values in self._table.columns().items() if name not in _ABOUT_ERRORS}

    def _good(self, values: List[Any]) -> List[Any]:
        return [values[row] for row in self._rows] if self.errors else values

    def _wide(self) -> Dict[str, List[Any]]:
        names = ("index", "name", "uid", "attention", "id", "metric", "unit", "value", "numerator", "denominator")
        said = {name: self._good(values) for name, values in self._table._some(names).items()}
        metrics = {metric: unit for metric, unit in zip(said["metric"], said["unit"]) if metric is not None}
        rows = list(dict.fromkeys(zip(said["index"], said["id"])))
        place = {row: i for i, row in enumerate(rows)}
        at = [place[row] for row in zip(said["index"], said["id"])]
        keys = ["name", "uid"] + ["id"] * (self._by != Subject.PLAN) + ["attention"] * any(said["attention"])
        wide: Dict[str, List[Any]] = {name: [None] * len(rows) for name in keys}
        for metric, unit in metrics.items():
            wide.update({metric + end: [None] * len(rows) for end in (_COUNTED if unit == "1" else ("",))})
        for name in keys:
            for row, value in zip(at, said[name]):
                wide[name][row] = value
        for row, metric, *figures in zip(at, said["metric"], said["value"], said["numerator"], said["denominator"]):
            for end, figure in zip(_COUNTED, figures):
                if metric is not None and metric + end in wide:
                    wide[metric + end][row] = figure
        return wide

    def plot(self, axes: Any = None, *, columns: int = 5, language: Optional[str] = None) -> Any:
        """By "week" a small picture for each plan, else all of them by the share done; by matplotlib. Returns the axes. See
        `plots.multiples()` and `plots.ranking()`."""
        from .plots import multiples, ranking
        if self._by == Subject.WEEK:
            return multiples(self, axes, columns=columns, language=language)
        return ranking(self, axes, language=language)

    def __len__(self) -> int:
        return len(next(iter(self.columns().values())))

    def __repr__(self) -> str:
        left = f", {len(self.errors)} left out" if self.errors else ""
        return f"<Caseload: {len(self)} rows{left}, as of {self._as_of.isoformat(sep=' ', timespec='minutes')}>"


_GOOD: str = _c.hw_status_name(Status.OK)
_STATUSES: Dict[str, Status] = {_c.hw_status_name(status): status for status in Status}
_ABOUT_ERRORS = ("status", "error", "line")
_COUNTED = ("", "_numerator", "_denominator")
_FILES = (".xml", ".json")


@handle("hw_caseload")
class _Caseload(Handle):
    __slots__ = ()


def _named(plans: Plans) -> Iterator[Tuple[Optional[str], Any]]:
    """(name or None, path or bytes) of whatever stands for plans."""
    if isinstance(plans, (str, os.PathLike)):
        folder = os.fspath(plans)
        yield from ((None, os.path.join(folder, file)) for file in sorted(os.listdir(folder))
                    if file.endswith(_FILES) and not file.startswith("."))
        return
    if isinstance(plans, (bytes, bytearray, memoryview)) or not hasattr(plans, "__iter__"):
        raise TypeError(f"plans must be a folder, or a list of paths, plans or (name, bytes), not {type(plans).__name__}")
    for plan in plans.items() if isinstance(plans, Mapping) else plans:
        name: Optional[str] = None
        name, source = plan if isinstance(plan, tuple) else (None, plan)
        if hasattr(source, "to_bytes") and hasattr(source, "uid"):
            yield name or source.uid, source.to_bytes()
        else:
            yield name, source


def _content(path: Path) -> bytes:
    """What a file says; a pipe or a device, which might never end, is none."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENXIO, "it is no regular file", os.fspath(path))
        return file.read()


def _unread(name: str, error: OSError) -> CaseloadError:
    if isinstance(error, FileNotFoundError):
        return CaseloadError(name, Status.NOT_FOUND, "there is no such file", None)
    return CaseloadError(name, Status.IO, f"opening the file failed (error {error.errno})", None)


def _gathered(load: _Caseload, plans: Plans, unread: Optional[List[CaseloadError]]) -> List[bytes]:
    """Adds the plans; what the library reads in place must be kept until it has. unread: gets the files under a name that cannot be
    read, if that is no reason to stop."""
    kept: List[bytes] = []
    for name, source in _named(plans):
        if isinstance(source, (str, os.PathLike)):
            if name is None:
                _c.hw_caseload_add_path(load, os.fspath(source))
                continue
            try:
                source = _content(source)
            except OSError as error:
                if unread is None:
                    raise
                unread.append(_unread(name, error))
                continue
        if name is None or not isinstance(source, (bytes, bytearray, memoryview)):
            raise TypeError(f"a plan must be a path, homework.Plan, or (name, bytes), not {type(source).__name__}")
        kept.append(bytes(source))
        _c.hw_caseload_add_bytes(load, name, kept[-1])
    return kept


def caseload(plans: Plans, *, metrics: Union[Metric, str, Iterable[Union[Metric, str]]] = (), by: Union[Subject, str] = Subject.PLAN,
             progress: Optional[Callable[[int, int], Any]] = None, errors: str = "raise", tidy: bool = False,
             start: Optional[DateLike] = None, end: Optional[DateLike] = None, days: int = _c.HW_CASELOAD_DAYS,
             as_of: Optional[InstantLike] = None, silence: int = 0, threads: int = 0, zones: Optional[Zones] = None) -> Caseload:
    """Many plans in one pass, on all processors: a row for each plan, a column for each metric, with the counts of rates.

        homework.caseload("plans", metrics=["done", "on_time"], errors="skip").to_dataframe()

    plans: a folder, paths, plans, (name, document) pairs, or a dict of these by name. metrics: the ledger and the rates unless given.
    by: what the rows are about: "plan", "goal", "assignment", "week", ... progress: is told (done, total); what is false stops, but for None.
    errors: "raise" the first, or "skip" plans that cannot be read and tell them in `errors`. tidy: a row for each metric.

    The days from `start` up to but without `end`, or else the last `days` of each plan; as_of: now, unless given. silence: from how
    many unreported occurrences on that is a reason for attention; 0 = reasons are not worked out. threads: 0 = as many as there are
    processors; other threads of Python run meanwhile. Raises CancelledError when `progress` has stopped it."""
    if errors not in ("raise", "skip"):
        raise ValueError(f'errors must be "raise" or "skip", not {errors!r}')
    if (start is None) != (end is None):
        raise TypeError("give both start and end, or neither")
    moment = instant(as_of)
    load: _Caseload = _c.hw_caseload_new(moment)
    unread: List[CaseloadError] = []
    kept = _gathered(load, plans, unread if errors == "skip" else None)
    if start is None:
        _c.hw_caseload_set_days(load, days)
    else:
        _c.hw_caseload_set_window(load, start, end)
    _c.hw_caseload_set_metrics(load, [metrics] if isinstance(metrics, (str, Metric)) else list(metrics))
    _c.hw_caseload_set_subject(load, by)
    _c.hw_caseload_set_attention(load, silence)
    _c.hw_caseload_set_threads(load, threads)
    if zones is not None:
        _c.hw_caseload_set_zones(load, zones)
    found = Caseload(_c.hw_caseload_table(load, progress), Subject.of(by), tidy, as_datetime(moment), unread)
    del kept
    if found.errors and errors == "raise":
        first = found.errors[0]
        raise error_class(first.status)(first.message, first.status, first.name, first.line)
    return found
