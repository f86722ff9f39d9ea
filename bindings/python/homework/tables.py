# SPDX-License-Identifier: MIT
"""Any result as named, typed columns."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Tuple, Type

from . import _arrays
from . import _homework as _c
from ._handle import H, Handle, handle
from .enums import ColumnType
from .times import InstantLike, as_datetime

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import]

    from ._arrays import Array

__all__ = ["AsOf", "Column", "Evaluated", "Listing", "Result", "Table"]

Names = Optional[Iterable[str]]

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=timezone.utc)
_WHOLE_DAY = 2
_SHOWN_ROWS = 12

#: How the packed values of a type are read, and what one of them is in Python (given its validity byte).
_READERS: Dict[ColumnType, Tuple[str, Callable[[Any, int], Any]]] = {
    ColumnType.INT: ("q", lambda value, valid: value),
    ColumnType.NUMBER: ("d", lambda value, valid: value),
    ColumnType.BOOL: ("B", lambda value, valid: bool(value)),
    ColumnType.LOCAL: ("q", lambda value, valid: _local(value, valid)),
    ColumnType.DATE: ("i", lambda value, valid: date.fromordinal(_EPOCH.toordinal() + value)),
    ColumnType.INSTANT: ("q", lambda value, valid: _EPOCH_UTC + timedelta(seconds=value)),
}


def _local(seconds: int, valid: int) -> date:
    wall = _EPOCH + timedelta(seconds=seconds)
    return wall.date() if valid == _WHOLE_DAY else wall


class Column(NamedTuple):
    """What a column is."""

    name: str
    type: ColumnType
    unit: str
    meaning: str


@handle("hw_table")
class Table(Handle):
    """A result as a table. It owns its memory and points into nothing. len() is the number of rows.

        plan.entries.table().to_dataframe(["assignment", "happened", "extent"])
    """

    __slots__ = ("_zone",)
    _zone: Optional[str]                        # of the client, if it has always been the same

    def __len__(self) -> int:
        count: int = _c.hw_table_row_count(self)
        return count

    @property
    def schema(self) -> Tuple[Column, ...]:
        """The columns: name, type, unit and meaning."""
        return tuple(
            Column(_c.hw_table_column_name(self, i), _c.hw_table_column_type(self, i), _c.hw_table_column_unit(self, i),
                   _c.hw_table_column_meaning(self, i))
            for i in range(_c.hw_table_column_count(self)))

    def columns(self) -> Dict[str, List[Any]]:
        """Every column as a list by name; what is undefined is None."""
        return {column.name: self._column(i, column.type) for i, column in enumerate(self.schema)}

    def _some(self, names: Iterable[str]) -> Dict[str, List[Any]]:
        """Some of the columns."""
        places = {name: _c.hw_table_find(self, name) for name in names}
        return {name: self._column(i, _c.hw_table_column_type(self, i)) for name, i in places.items()}

    def _column(self, index: int, type: ColumnType) -> List[Any]:
        valid = _c.hw_table_column_valid(self, index)
        data = _c.hw_table_column_data(self, index)
        if type == ColumnType.TEXT:
            texts = [_c.hw_table_text_at(self, index, code) for code in range(_c.hw_table_text_count(self, index))]
            return [texts[code] if code >= 0 else None for code in memoryview(data).cast("i")]
        form, value_of = _READERS[type]
        return [value_of(value, flag) if flag else None for value, flag in zip(memoryview(data).cast(form), valid)]

    def to_dict(self) -> List[Dict[str, Any]]:
        """A dict for each row."""
        columns = self.columns()
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def to_numpy(self, names: Names = None, *, codes: bool = False) -> Dict[str, Array]:
        """Columns as numpy arrays by name; `names` says which. Moments are datetime64[s] in UTC, wall times without a zone, a whole
        day its midnight, and NaT, NaN and None where there is nothing; of whole numbers, flags and codes with gaps a masked array.
        codes: texts as numbers instead, into `texts()`. Raises ImportError without numpy."""
        numpy = _arrays.need("numpy", "to_numpy()")
        schema = self.schema
        places = {column.name: i for i, column in enumerate(schema)}
        return {name: _arrays.array(numpy, self, places[name], schema[places[name]].type, codes)
                for name in _arrays.chosen(places, names)}

    def to_dataframe(self, names: Names = None, *, zone: Optional[str] = None) -> DataFrame:
        """A pandas.DataFrame of all columns, or of those in `names`. Moments are in `zone` (an IANA name), which is the client's if
        that has always been the same; else in UTC, and what has a wall time beside it has the zone of that clock as well. Texts
        are categories, but for ids of the rows themselves and sentences. Raises ImportError without pandas."""
        return _arrays.frame(self, self.schema, names, zone or getattr(self, "_zone", None))

    def texts(self, name: str) -> Tuple[str, ...]:
        """The different texts of a column, by code."""
        index = _c.hw_table_find(self, name)
        if index is None:
            raise KeyError(name)
        return tuple(_c.hw_table_text_at(self, index, code) for code in range(_c.hw_table_text_count(self, index)))

    def to_csv(self) -> str:
        """RFC 4180 text with CRLF and a header row."""
        text: str = _c.hw_table_to_csv(self)
        return text

    def to_json(self) -> str:
        """An array with an object for each row."""
        text: str = _c.hw_table_to_json(self)
        return text

    def _repr_html_(self) -> str:
        return _html(list(self.columns().items()), len(self))

    def __repr__(self) -> str:
        return f"<Table: {len(self)} rows of {', '.join(column.name for column in self.schema)}>"


class Result(Handle):
    """What all results have: they are tables as well."""

    __slots__ = ("_as_of", "_zone")
    _as_of: datetime
    _zone: Optional[str]

    def table(self) -> Table:
        """The result as columns."""
        raise NotImplementedError

    def _table(self, made: Any) -> Table:
        table: Table = made
        table._zone = getattr(self, "_zone", None)
        return table

    def columns(self) -> Dict[str, List[Any]]:
        """Every column as a list by name; what is undefined is None."""
        return self.table().columns()

    def to_dict(self) -> List[Dict[str, Any]]:
        """A dict for each row."""
        return self.table().to_dict()

    def to_numpy(self, names: Names = None, *, codes: bool = False) -> Dict[str, Array]:
        """Columns as numpy arrays by name: see `Table.to_numpy()`."""
        return self.table().to_numpy(names, codes=codes)

    def to_dataframe(self, names: Names = None, *, zone: Optional[str] = None) -> DataFrame:
        """A pandas.DataFrame: see `Table.to_dataframe()`."""
        return self.table().to_dataframe(names, zone=zone)

    def _known(self) -> str:
        """By when it was known, for repr()."""
        moment = getattr(self, "_as_of", None)
        return "" if moment is None else f", as of {moment.isoformat(sep=' ', timespec='minutes')}"

    def _repr_html_(self) -> str:
        return f"<p>{_escaped(repr(self)[1:-1])}</p>{self.table()._repr_html_()}"


class Evaluated(Handle):
    """A plan, as what its results are taken from."""

    __slots__ = ()

    def _shown(self, cls: Type[H], made: Any, moment: Optional[InstantLike] = None) -> H:
        """A result of the plan, with the moment as of which it is, and the zone to show it in."""
        result: H = made
        result._zone = self._one_zone()         # type: ignore[attr-defined]
        if moment is not None:
            result._as_of = as_datetime(moment)  # type: ignore[attr-defined]
        return result

    def _one_zone(self) -> Optional[str]:
        """The client's zone, if it has always been the same."""
        zones = {_c.hw_settings_zone(_c.hw_plan_settings_revision_at(self, i))
                 for i in range(_c.hw_plan_settings_revision_count(self))}
        return zones.pop() if len(zones) == 1 else None


class AsOf(Result):
    """A result as of a moment, and which: now, unless another was given."""

    __slots__ = ()

    @property
    def as_of(self) -> datetime:
        """The moment by which things were known."""
        return self._as_of


class Listing:
    """What lists without a table of the library's have: the same, from the fields of their rows."""

    __slots__ = ()
    _fields: Tuple[str, ...] = ()

    def columns(self) -> Dict[str, List[Any]]:
        """Every column as a list by name; what is undefined is None."""
        rows = list(self)                       # type: ignore[call-overload]
        return {name: [getattr(row, name) for row in rows] for name in self._fields}

    def to_dict(self) -> List[Dict[str, Any]]:
        """A dict for each row."""
        columns = self.columns()
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def to_numpy(self, names: Names = None) -> Dict[str, Array]:
        """Columns as numpy arrays by name; members are their words. Raises ImportError without numpy."""
        numpy = _arrays.need("numpy", "to_numpy()")
        columns = self.columns()
        wanted = _arrays.chosen({name: i for i, name in enumerate(columns)}, names)
        return {name: _arrays.list_array(numpy, columns[name]) for name in wanted}

    def to_dataframe(self, names: Names = None, *, zone: Optional[str] = None) -> DataFrame:
        """A pandas.DataFrame of all columns, or of those in `names`; moments in `zone`, or else as those of tables. Raises
        ImportError without pandas."""
        return _arrays.list_frame(self.columns(), names, zone or self._one_zone())

    def _one_zone(self) -> Optional[str]:
        return None

    def _repr_html_(self) -> str:
        columns = list(self.columns().items())
        return _html(columns, len(columns[0][1]) if columns else 0)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _html(columns: List[Tuple[str, List[Any]]], rows: int) -> str:
    """The first rows for a notebook; what is missing is left empty."""
    shown = min(rows, _SHOWN_ROWS)
    body = "".join("<tr>" + "".join(f"<td>{'' if values[row] is None else _escaped(str(values[row]))}</td>" for _, values in columns)
                   + "</tr>" for row in range(shown))
    head = "".join(f"<th>{_escaped(name)}</th>" for name, _ in columns)
    more = f"<p>{rows - shown} more rows</p>" if rows > shown else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
