# SPDX-License-Identifier: MIT
"""Columns as numpy arrays and as a pandas frame. Both packages are optional and imported on use.

What is missing stays missing: NaN, NaT, None, <NA> or a mask, never 0 or -1."""
from __future__ import annotations

import importlib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from . import _homework as _c
from ._words import Word
from .enums import ColumnType

if TYPE_CHECKING:
    import numpy

    Array = numpy.ndarray[Any, Any]

#: The packed values of a type as numpy reads them; dates have been widened to days of 64 bits.
_DTYPES = {ColumnType.TEXT: "i4", ColumnType.INT: "i8", ColumnType.NUMBER: "f8", ColumnType.BOOL: "?",
           ColumnType.LOCAL: "M8[s]", ColumnType.DATE: "M8[D]", ColumnType.INSTANT: "M8[s]"}

#: Columns whose texts name their own row or are sentences: as a frame they are str, all other texts are categories.
_NO_CATEGORIES = frozenset(("after", "answer", "before", "changed", "choices", "definition", "entry", "error", "follows",
                            "licence", "message", "rating", "revision", "score", "target", "text", "title", "uid"))

_NAT = -2**63
_NANOSECONDS = 2**63 // 10**9           # pandas counts them: years 1677 to 2262
#: Of which years pytz knows the clocks, which is what pandas before version 3 makes of the name of a zone.
_PYTZ_YEARS = ("1902-01-01", "2037-01-01")


def need(package: str, what: str) -> Any:
    """An optional package, imported; the error says how to get it."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        top = package.partition(".")[0]
        raise ImportError(f"{what} needs {top}, which is not installed or does not load: "
                          f"apt install python3-{top}, or pip install {top}") from error


# ---- of a table, by one packed copy
def _texts(numpy: Any, codes: Any, texts: Tuple[str, ...]) -> Array:
    """The texts themselves; the code -1 finds the None at the end."""
    found = numpy.empty(len(texts) + 1, object)
    found[:-1] = texts
    array: Array = found[codes]
    return array


def array(numpy: Any, table: Any, index: int, type: ColumnType, codes: bool) -> Array:
    """A column of a table as an array."""
    data, missing, texts = _c.hwpy_table_column(table, index, not codes)
    values: Array = numpy.frombuffer(data, _DTYPES[type])
    if texts is not None:
        return _texts(numpy, values, texts)
    return values if missing is None else numpy.ma.MaskedArray(values, numpy.frombuffer(missing, "?"))  # type: ignore[no-any-return]


def _moments(seconds: Any) -> Any:
    """Seconds or days as pandas keeps them; None where the years are too far for it."""
    whole = seconds.astype("M8[s]")
    count = whole.view("i8")
    if (((count >= _NANOSECONDS) | (count <= -_NANOSECONDS)) & (count != _NAT)).any():
        return None
    return whole.astype("M8[ns]")


def _instants(pandas: Any, found: Any, zone: Optional[str]) -> Any:
    moments = pandas.DatetimeIndex(found)
    first, end = map(pandas.Timestamp, _PYTZ_YEARS)
    clock: Any = zone or "UTC"
    if isinstance(clock, str) and clock != "UTC" and ((moments < first) | (moments >= end)).any():
        clock = need("zoneinfo", "to_dataframe()").ZoneInfo(clock)
    return moments.tz_localize("UTC").tz_convert(clock)


def _column(pandas: Any, table: Any, index: int, name: str, type: ColumnType, zone: Optional[str]) -> Any:
    numpy = need("numpy", "to_dataframe()")
    data, missing, texts = _c.hwpy_table_column(table, index, type == ColumnType.TEXT)
    values = numpy.frombuffer(data, _DTYPES[type])
    if type == ColumnType.TEXT:
        if name in _NO_CATEGORIES:
            return _texts(numpy, values, texts)
        return pandas.Categorical.from_codes(values, pandas.Index(texts, dtype=object))
    if missing is not None:
        mask = numpy.frombuffer(missing, "?")
        return (pandas.arrays.BooleanArray if type == ColumnType.BOOL else pandas.arrays.IntegerArray)(values, mask)
    if values.dtype.kind != "M":
        return values
    found = _moments(values)
    if found is None:
        return table._column(index, type)
    return _instants(pandas, found, zone) if type == ColumnType.INSTANT else found


def _offsets(pandas: Any, instants: Any, local: Any) -> Any:
    """The offsets of people's clocks in words, "UTC+01:00"."""
    minutes = (local - instants.tz_localize(None)) // pandas.Timedelta(minutes=1)
    words = {m: f"UTC{'-' if m < 0 else '+'}{abs(int(m)) // 60:02}:{abs(int(m)) % 60:02}"
             for m in minutes.dropna().unique()}
    return pandas.Categorical(minutes.map(words), categories=[words[m] for m in sorted(words)])


def frame(table: Any, schema: Sequence[Any], names: Optional[Iterable[str]], zone: Optional[str]) -> Any:
    """The columns of a table as a pandas.DataFrame. Without one zone for all of it, moments are in UTC, and beside one that has the
    wall time of its person stands the zone of that clock."""
    pandas = need("pandas", "to_dataframe()")
    places = {column.name: i for i, column in enumerate(schema)}
    columns: Dict[str, Any] = {}
    for name in chosen(places, names):
        i = places[name]
        columns[name] = _column(pandas, table, i, name, schema[i].type, zone)
        clock = name[:-len("_local")] if name.endswith("_local") else ""
        if zone is None and isinstance(columns.get(clock), pandas.DatetimeIndex):
            columns[clock + "_zone"] = _offsets(pandas, columns[clock], pandas.Series(columns[name]))
    made = pandas.DataFrame(columns, copy=False)
    made.attrs["units"] = {name: schema[places[name]].unit for name in columns if name in places and schema[places[name]].unit}
    return made


def chosen(places: Mapping[str, int], names: Optional[Iterable[str]]) -> List[str]:
    """The names that were asked for, or all."""
    if names is None:
        return list(places)
    if isinstance(names, str):
        raise TypeError("names must be a list of names of columns, not one str")
    wanted = list(names)
    for name in wanted:
        if name not in places:
            raise KeyError(f"there is no column {name!r}; there are {', '.join(places)}")
    return wanted


# ---- of lists of Python's own
def _kinds(values: List[Any]) -> Tuple[type, ...]:
    return tuple({type(value) for value in values if value is not None})


def _zoned(values: List[Any]) -> bool:
    return all(isinstance(value, datetime) and value.tzinfo is not None for value in values if value is not None)


def list_array(numpy: Any, values: List[Any]) -> Array:
    """A list as an array of its own type, masked where a value is missing; of objects where there are several types."""
    kinds = _kinds(values)
    if kinds in ((bool,), (int,)):
        missing = [value is None for value in values]
        filled = numpy.array([kinds[0]() if value is None else value for value in values], kinds[0])
        return numpy.ma.MaskedArray(filled, missing) if any(missing) else filled  # type: ignore[no-any-return]
    if kinds and set(kinds) <= {int, float}:
        return numpy.array(values, float)       # type: ignore[no-any-return]
    objects: Array = numpy.empty(len(values), object)
    objects[:] = [value.word if isinstance(value, Word) else value for value in values]
    return objects


def _list_column(pandas: Any, values: List[Any], zone: Optional[str]) -> Any:
    kinds = _kinds(values)
    if len(kinds) == 1 and issubclass(kinds[0], Word):
        return pandas.Categorical([None if value is None else value.word for value in values],
                                  categories=[member.word for member in kinds[0]])
    if kinds == (bool,) or kinds == (int,):
        plain = kinds[0].__name__
        return pandas.array(values, {"bool": "boolean", "int": "Int64"}[plain]) if None in values else values
    if kinds and set(kinds) <= {int, float}:
        return pandas.array(values, "float64")
    if kinds == (datetime,) and _zoned(values):
        return _instants(pandas, pandas.to_datetime(values, utc=True).tz_localize(None), zone)
    if kinds and set(kinds) <= {date, datetime} and not any(isinstance(v, datetime) and v.tzinfo for v in values):
        return pandas.to_datetime(pandas.Series(values, dtype=object), errors="ignore")
    return pandas.Series(values, dtype=object)


def list_frame(columns: Mapping[str, List[Any]], names: Optional[Iterable[str]], zone: Optional[str]) -> Any:
    """Lists by name as a pandas.DataFrame."""
    pandas = need("pandas", "to_dataframe()")
    wanted = chosen({name: i for i, name in enumerate(columns)}, names)
    return pandas.DataFrame({name: _list_column(pandas, columns[name], zone) for name in wanted})
