# SPDX-License-Identifier: MIT
"""How reports come into the log of a plan: one at a time, or as rows, all or none."""
from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, NoReturn, Optional, Tuple, Union

from . import _homework as _c
from .changes import Change
from .entries import Entry, Values, _flag, _put_values
from .enums import Extent, FieldType, Phase, Source, Visibility
from .errors import ArgumentError, HomeworkError, NotFoundError
from .problems import Problem
from .times import LocalLike, MomentLike

if TYPE_CHECKING:
    from .verbs import PlanVerbs

__all__ = ["Logbook"]

#: What a row may say besides the ids of measures and the names of fields.
_COLUMNS = ("assignment", "extent", "at", "due", "unscheduled", "percent", "minutes", "values", "note", "source", "visibility",
            "id", "by", "recorded")
_WHO = ("by", "recorded")

Row = Union[Mapping[Any, Any], Entry]


class Logbook:
    """What `plan.log` is: a function that logs one report, and `extend()` for many. What was logged is in `plan.entries`."""

    __slots__ = ("_plan",)

    def __init__(self, plan: PlanVerbs) -> None:
        self._plan = plan

    def __call__(self, what: Union[Entry, str, None], extent: Union[Extent, str] = Extent.DONE, *,
                 at: Optional[MomentLike] = None, due: Optional[LocalLike] = None, unscheduled: bool = False, percent: int = 0,
                 minutes: Optional[float] = None, values: Optional[Values] = None, note: Optional[str] = None,
                 source: Union[Source, str] = Source.APP, visibility: Union[Visibility, str] = Visibility.SHARED,
                 id: Optional[str] = None, change: Optional[Change] = None, by: Optional[str] = None,
                 origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> str:
        """Logs what was done about an assignment (its id), or an Entry; returns the id of the entry. Which occurrence it answers is
        decided now, by `at`, unless `due` names it. The `problems` of an exception name every field at fault.

            >>> from homework import samples
            >>> plan = samples.plan()
            >>> id = plan.log("breathing", "partial", percent=50, note="Only the first half",
            ...               by="client", origin="phone", recorded=samples.AS_OF)
            >>> plan.entries[id].percent
            50
        """
        who = self._plan._who(change, by, origin, recorded, reason)
        entry = what if isinstance(what, Entry) else Entry(
            what, extent, at=at, due=due, unscheduled=unscheduled, percent=percent, minutes=minutes, values=values,
            note=note, source=source, visibility=visibility, id=id)
        try:
            _c.hw_plan_log(self._plan, entry, who)
        except HomeworkError as error:
            error.problems = self._faults(entry, who)
            raise
        return str(entry.id)

    def __repr__(self) -> str:
        return f"<Logbook of {self._plan!r}>"

    def extend(self, rows: Union[Iterable[Row], Any], change: Optional[Change] = None, *, by: Optional[str] = None,
               origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> List[str]:
        """Logs many reports, all or none: rows of a pandas.DataFrame, dicts, or entries; returns the ids of the entries.

            >>> from homework import samples
            >>> plan = samples.plan()
            >>> plan.log.extend([{"assignment": "breathing", "at": samples.AS_OF, "tension/before": 6, "id": "phone-1000"}],
            ...                 by="client", origin="phone", recorded=samples.AS_OF)
            ['phone-1000']

        Columns are named as the arguments of `plan.log()`, or after a measure (its id) or a field of the assignment's form, with
        "/before" and the like for the phase. `by` and `recorded` of a row go before those of the call. What is missing (None, NaN,
        NaT, <NA>) is not said. The message of an exception names the row, from 0, and the column, which is its `subject` too."""
        default = self._plan._who(change, by, origin, recorded, reason)
        groups: List[Tuple[Change, List[Entry]]] = []
        made: List[Tuple[Entry, Change, Mapping[Any, Any]]] = []
        reader = _Reader(self._plan, default)
        for place, row in enumerate(_rows(rows)):
            row = _mapping(place, row)
            entry, who = reader.read(place, row)
            made.append((entry, who, {} if isinstance(row, Entry) else row))
            if not groups or groups[-1][0] is not who:
                groups.append((who, []))
            groups[-1][1].append(entry)
        with self._plan.edit():
            done = 0
            for who, entries in groups:
                try:
                    _c.hw_plan_log_all(self._plan, entries, who)
                except HomeworkError as error:
                    self._tell(error, made, done, len(entries))
                done += len(entries)
        return [str(entry.id) for entry, _, _ in made]

    def _faults(self, entry: Entry, change: Change) -> Tuple[Problem, ...]:
        try:
            self._plan.check_entry(entry, change)
        except HomeworkError as error:
            return error.problems
        return ()

    def _tell(self, error: HomeworkError, made: List[Tuple[Entry, Change, Mapping[Any, Any]]], begin: int, count: int) -> NoReturn:
        """Raises an error of several entries as that of its row, which the library names by id or index, and column."""
        ids = {str(made[begin + i][0].id): begin + i for i in range(count)}
        place = ids.get(error.subject, begin + int(error.subject) if error.subject.isdecimal() else begin)
        entry, who, row = made[place]
        error.problems = self._faults(entry, who)
        at_fault = {problem.subject for problem in error.problems}
        column = next((name for name in row if _stem(name) in at_fault), None)
        _raise_at(error, place, column)


class _Reader:
    """Rows read as entries; what assignments ask for is looked up once."""

    def __init__(self, plan: PlanVerbs, default: Change) -> None:
        self.plan, self.default, self.who = plan, default, default
        self.said: Tuple[Any, ...] = (None, None)
        self.fields: Dict[str, Dict[Tuple[str, Phase], FieldType]] = {}

    def read(self, place: int, row: Any) -> Tuple[Entry, Change]:
        """The entry of a row, and who recorded it."""
        if isinstance(row, Entry):
            return row, self.default
        said = {name: _plain(value) for name, value in row.items() if not _missing(value)}
        name: Any = "extent"
        try:
            extent = Extent.of(said.get(name, Extent.DONE))
            name = "assignment"
            entry = Entry(said.get(name), extent)
            for name, value in said.items():
                self.say(entry, said, name, value)
            name = None
            return entry, self.change(said)
        except (HomeworkError, TypeError, ValueError, OverflowError) as error:
            _raise_at(error, place, name)

    def change(self, said: Mapping[Any, Any]) -> Change:
        """Who recorded it: of neighbours that say the same, the same object."""
        facts = tuple(said.get(name) for name in _WHO)
        if facts == (None, None):
            return self.default
        if facts != self.said:
            self.said = facts
            self.who = Change(facts[0] or self.default.by, self.default.origin, facts[1] or self.default.recorded)
        return self.who

    def say(self, entry: Entry, said: Mapping[Any, Any], name: Any, value: Any) -> None:
        """What a column says."""
        if name in ("note", "minutes", "values"):
            _EXTRAS[name](entry, value)
        elif name in _SETTERS:
            _SETTERS[name](entry, value)
        elif name == "unscheduled":
            if _flag(value):
                _c.hw_entry_set_unscheduled(entry)
        elif name not in _COLUMNS:
            self.answer(entry, said.get("assignment"), name, value)

    def answer(self, entry: Entry, assignment: Optional[str], name: Any, value: Any) -> None:
        """A measure or a field of the form, which may have a phase."""
        if not isinstance(name, str):
            raise TypeError(f"names of columns must be str, not {type(name).__name__}")
        stem, _, word = name.partition("/")
        phase = Phase.of(word) if word else Phase.NONE
        if stem in self.plan.measures:          # type: ignore[attr-defined]
            entry.measure(stem, phase, value)
            return
        type_of = self.form(assignment).get((stem, phase))
        if type_of is None:
            raise ArgumentError(f"there is no such measure or field; other columns are {', '.join(_COLUMNS)}")
        if type_of in (FieldType.NUMBER, FieldType.RATING, FieldType.YES_NO):
            entry.number(stem, value, phase)
        else:
            entry.answer(stem, value, phase)

    def form(self, assignment: Optional[str]) -> Dict[Tuple[str, Phase], FieldType]:
        """The types of an assignment's fields, by name and phase."""
        key = assignment or ""
        if key not in self.fields:
            record = self.plan.assignments.get(key)     # type: ignore[attr-defined]
            self.fields[key] = {} if record is None else {
                (question.name, question.phase): question.type for question in record.form}
        return self.fields[key]


_EXTRAS = {"note": lambda entry, value: entry.note(value), "minutes": lambda entry, value: entry.number("minutes", value),
           "values": _put_values}
_SETTERS = {"at": _c.hw_entry_set_at, "due": _c.hw_entry_set_due, "source": _c.hw_entry_set_source,
            "percent": lambda entry, value: _c.hw_entry_set_percent(entry, _whole(value)),
            "visibility": _c.hw_entry_set_visibility, "id": _c.hw_entry_set_id}


def _rows(rows: Any) -> Iterator[Any]:
    """The rows of a data frame, or what is rows already."""
    if not (hasattr(rows, "columns") and hasattr(rows, "itertuples")):
        if isinstance(rows, (str, bytes, Mapping)):
            raise TypeError(f"rows must be a DataFrame or a list of dicts, not {type(rows).__name__}")
        return iter(rows)
    taken = [name for name in rows.index.names if name is not None and name not in rows.columns]
    if taken:                                   # out of the columns, by set_index()
        rows = rows.reset_index(level=taken)
    names = _different(rows.columns)
    return (dict(zip(names, row)) for row in rows.itertuples(index=False, name=None))


def _different(columns: Iterable[Any]) -> List[Any]:
    names = list(columns)
    if len(set(names)) != len(names):
        raise ArgumentError("columns must have different names")
    return names


def _mapping(place: int, row: Any) -> Any:
    """A row by name, or an entry: dicts, rows of iterrows() and of itertuples()."""
    if isinstance(row, (Mapping, Entry)):
        return row
    if hasattr(row, "keys") and hasattr(row, "items"):
        _different(row.keys())
        said, label = dict(row.items()), getattr(row, "name", None)
    elif isinstance(row, tuple) and hasattr(row, "_asdict"):
        said = row._asdict()
        label = said.pop("Index", None)
    else:
        raise TypeError(f"row {place} must be a dict or homework.Entry, not {type(row).__name__}")
    if label is not None and not isinstance(label, Integral):   # set_index() made it of a column that would be lost
        raise TypeError(f"row {place} does not say which column its index is: give the data frame, or reset_index() before")
    return said


def _missing(value: Any) -> bool:
    if getattr(value, "ndim", 0):               # an array is no cell, whatever is in it
        return False
    try:
        return value is None or bool(value != value)
    except TypeError:                           # pandas.NA is neither
        return True
    except ArithmeticError:                     # decimal's signalling NaN: the setter says what is wrong with it
        return False


def _plain(value: Any) -> Any:
    """A number or a time of numpy as Python's."""
    if not hasattr(value, "dtype") or not hasattr(value, "item") or value.ndim:
        return value
    plain = value.item()
    return value.astype("M8[us]").item() if value.dtype.kind == "M" and isinstance(plain, int) else plain


def _whole(value: Any) -> Any:
    """Whole numbers beside missing ones have become floats in a data frame."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _stem(name: Any) -> str:
    return str(name).partition("/")[0]


def _raise_at(error: Exception, place: int, column: Any) -> NoReturn:
    where = f"row {place}" if column is None else f"row {place}, column {column!r}"
    if not isinstance(error, HomeworkError):
        kind: Any = ValueError if isinstance(error, UnicodeError) else type(error)   # those are made of five arguments
        raise kind(f"{where}: {error}") from error
    subject = "" if column is None else str(column)
    told = type(error)(f"{where}: {error.message}", error.status, subject, problems=error.problems)
    raise told from error
